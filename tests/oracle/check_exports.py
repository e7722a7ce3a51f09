"""Calendars and sheets of random files: read by icalendar (requirements.txt) and csv, event by event what the answer itself says.

``--verbose 1`` prints how many events of each kind were read.
"""

import csv
import io
import json
import random
import sys
from datetime import date, timedelta

import check_deadlines
import deadlines
import plan_document
from check_plans import DebtDraw
from icalendar import Calendar
from oracle import cents
from program import check_documents

WANTED = ["deadlines", "deadlines_ics", "deadlines_csv", "deadlines_csv_fr", "instalments_ics", "schedule_csv"]
PIECES = (
    "Régie d'été", "Société ; générale", "a, b", "\\n", "c:\\d", "« Où ça ? »", "🏠🏠🏠", "ligne\r\nune", "BEGIN:VEVENT", "\t=1+1",
    "é" * 40, "€" * 30, "e\u0301\u200d", "\u202e\u0085\u2028", '"', "END:VCALENDAR", "-5", "  ",
)
HELD_BACK = {chr(code) for code in [*range(32), *range(127, 160), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]}
LAST_YEAR = 9999


def shown(name):
    """A name as files write it: on one line."""
    return "".join(" " if sign in HELD_BACK else sign for sign in name)


def drawn(seed):
    """A document with a dated plan, the events of a file and names of all sorts; one that must be answered."""
    pick = random.Random(seed)
    files = check_deadlines.Draw(seed)
    while True:
        document = DebtDraw(pick).document()
        document.setdefault("plan", {})["first_due_on"] = str(date(2026, 1, 1) + timedelta(days=pick.randrange(1000)))
        document["want"] = ["plan"]
        if "errors" not in plan_document.evaluate(document):
            break
    while True:
        file = files.document()
        if file.get("events") and "errors" not in deadlines.evaluate(file):
            break
    document["events"] = file["events"]
    days = [event.get("on") or event.get("signed_on") or event.get("presented_on") for event in file["events"]]
    ago = timedelta(days=pick.choice((0, 5, 20, 60, 200)))
    document["deadlines"] = {"as_of": str(date.fromisoformat(max(days)) - ago)}

    def name():
        return "".join(pick.choices(PIECES, k=pick.randint(1, 4)))[:64]

    renamed = {event["about"]: name() for event in document["events"] if "about" in event}
    for event in document["events"]:
        if "about" in event:
            event["about"] = renamed[event["about"]]
    for debt in document["debts"]:
        if pick.random() < 0.7:
            debt["label"] = name()
        if pick.random() < 0.3:
            debt["reference"] = name()
    if pick.random() < 0.5:
        document["reference"] = name()
    document["language"] = pick.choice(("fr", "en"))
    document["want"] = WANTED
    return document


def documents(count, seed, census):
    for number in range(count):
        document = drawn(seed * 1_000_003 + number)
        yield json.dumps(document), (document, census)


def figure(text):
    """The amount after the last colon, in cents."""
    digits = "".join(sign for sign in text.rpartition(":")[2] if sign.isdigit())
    return int(digits)


def events_of(text):
    """Events as the parser reads them; a fault of the file is an error."""
    if not text.endswith("\r\n") or any(len(line.encode()) > 75 for line in text.split("\r\n")):
        raise ValueError("lines")
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    for component in (calendar, *events):
        if component.errors:
            raise ValueError(f"errors {component.errors}")
    if len(calendar.subcomponents) != len(events) or not events:
        raise ValueError("other components, or none")
    if len({event["UID"] for event in events}) != len(events):
        raise ValueError("the same identifier twice")
    for event in events:
        if event.DTEND - event.DTSTART != timedelta(days=1) or isinstance(event["DTSTART"].dt, date) is False or event["TRANSP"] != "TRANSPARENT":
            raise ValueError("not a whole day that is left free")
    return events


def opening(document):
    return f"[{shown(document['reference'])}] " if "reference" in document else ""


def limits_told(document, answer, events):
    """What differs between events and the limits that are ahead."""
    ahead = [row for row in answer["deadlines"]["limits"] if row["status"] in ("running", "to_come")]
    ahead = [(row, row.get("ended_on") or row.get("due_on")) for row in ahead]
    ahead = [(row, day) for row, day in ahead if day and date.fromisoformat(day) < date(LAST_YEAR, 12, 31)]
    if len(ahead) != len(events):
        return f"{len(ahead)} limits expected, {len(events)} found"
    for (row, day), event in zip(ahead, events):
        summary, lines = str(event["SUMMARY"]), str(event["DESCRIPTION"]).split("\n")
        about = f" ({shown(row['about'])})" if "about" in row else ""
        if str(event["DTSTART"].dt) != day or not summary.startswith(opening(document)) or not summary.endswith(row["title"] + about):
            return f"{row['id']} on {day} expected, {summary} on {event['DTSTART'].dt} found"
        if lines[0] != row["effect"] or any(article not in lines[1] for article in row["articles"]):
            return f"{row['id']}: {lines}"
        if (event["STATUS"] == "TENTATIVE") != row.get("conditional", False):
            return f"{row['id']}: {event['STATUS']}"
        if not event["UID"].startswith(f"{row['id']}-{row['starts_on'].replace('-', '')}"):
            return f"{row['id']}: {event['UID']}"
        if event["DTSTAMP"].dt.date().isoformat() != answer["deadlines"]["as_of"]:
            return f"{row['id']}: stamp {event['DTSTAMP'].dt}"
    return None


def instalments_told(document, schedule, events):
    rows = list(csv.reader(io.StringIO(schedule, newline="")))
    head, months = rows[0], [row for row in rows[1:] if cents(row[-1])]
    if len(months) != len(events):
        return f"{len(months)} instalments expected, {len(events)} found"
    for row, event in zip(months, events):
        summary, lines = str(event["SUMMARY"]), str(event["DESCRIPTION"]).split("\n")
        if str(event["DTSTART"].dt) != row[1] or figure(summary) != cents(row[-1]) or not summary.startswith(opening(document)):
            return f"instalment {row} expected, {summary} on {event['DTSTART'].dt} found"
        paid = sorted(cents(cell) for cell in row[3:-1] if cents(cell))
        if sorted(figure(line) for line in lines[:-1]) != paid or len(head) != len(row):
            return f"payments {paid} expected, {lines} found"
    return None


def sheet_told(answer, name, separator):
    text = answer["reports"][name].removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    limits = answer["deadlines"]["limits"]
    if len(rows) != len(limits) + 1 or any(len(row) != len(rows[0]) for row in rows):
        return f"{name}: {len(limits)} lines expected, {len(rows) - 1} found"
    turn = lambda day: "/".join(reversed(day.split("-"))) if separator == ";" else day
    for row, limit in zip(rows[1:], limits):
        days = [turn(limit.get(field, "")) for field in ("starts_on", "expires_on", "due_on")]
        ended = [turn(limit.get(field, "")) for field in ("done_on", "ended_on")]
        found = (row[0], row[1], row[5:8], row[10], row[11:13], row[13], row[14])
        expected = (limit["id"], limit["title"], days, str(limit.get("days_left", "")), ended, limit["effect"], "; ".join(limit["articles"]))
        if found != expected:
            return f"{name}: {expected} expected, {found} found"
        if row[2].lstrip("'").strip() != shown(limit.get("about", "")).strip() or row[2].lstrip()[:1] in set("=+-@"):
            return f"{name}: {row[2]!r} of {limit.get('about')!r}"
    return None


def judge(expected, answer):
    document, census = expected
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    reports = answer["reports"]
    whole = events_of(reports["deadlines_ics"]) if "deadlines_ics" in reports else []
    due = events_of(reports["instalments_ics"]) if "instalments_ics" in reports else []
    limits, tail = whole[: len(whole) - len(due)], whole[len(whole) - len(due) :]
    census.update({"files": 1, "limits": len(limits), "tentative": sum(e["STATUS"] == "TENTATIVE" for e in limits), "instalments": len(due)})
    if [event.to_ical() for event in tail] != [event.to_ical() for event in due]:
        return "the instalments of one calendar are not those of the other"
    return (
        limits_told(document, answer, limits)
        or ("schedule_csv" in reports and instalments_told(document, reports["schedule_csv"], due))
        or sheet_told(answer, "deadlines_csv", ",")
        or sheet_told(answer, "deadlines_csv_fr", ";")
        or None
    )


if __name__ == "__main__":
    sys.exit(check_documents(__doc__, "exports", 1000, documents, judge))
