"""The calendar of a file, written from the articles and the interface, in the simplest way: every limit looks again at every event."""

from datetime import date

import calendar_days
from events import BEFORE, KINDS
from limits import BY_NAME, LIMITS

MOST_MONTHS = 1200
TERRITORY_HOLIDAYS = {"metropole": "national", "saint_pierre_et_miquelon": "national"}
UNITS = {"days": "days", "months": "months", "workable": "workable_days", "working": "working_days"}


def matches(one, other):
    return one is None or other is None or one == other


class Event:
    """An event of the request, with the day that counts and the field that gives it."""

    def __init__(self, place, given):
        self.place, self.kind = place, given["kind"]
        self.field = next((field for field in ("signed_on", "presented_on", "on") if field in given), None)
        self.day = date.fromisoformat(given[self.field]) if self.field else None
        self.about, self.months = given.get("about"), given.get("months")
        self.residence = given.get("residence", "near")


class Instance:
    """A limit that began: on which day, by which event, through which other limit."""

    def __init__(self, limit, start, event, through=None):
        self.limit, self.start, self.event, self.through = limit, start, event, through
        self.about = event.about
        self.expires = self.due = self.done = self.ended = self.lengthened = None
        self.conditional = through is not None and through.conditional
        self.status = None

    def end(self):
        """The day on which it ends as far as is known; a void limit has none."""
        return None if self.status == "void" else (self.ended or (self.expires if self.limit["kind"] == "period" else self.due))


class File:
    def __init__(self, events, as_of, holidays):
        self.events, self.as_of, self.holidays = events, as_of, holidays
        self.advisories = set()
        self.without_months = {}  # limit -> kinds of events that lack a duration
        self.known = {}
        for limit in LIMITS:
            self.instances(limit["id"])

    def of_kind(self, kind):
        return [event for event in self.events if event.kind == kind]

    def instances(self, name):
        if name not in self.known:
            limit = BY_NAME[name]
            found = [self.counted(instance) for instance in self.begun(limit)]
            self.known[name] = [instance for instance in found if instance]
        return self.known[name]

    def begun(self, limit):
        if any(not self.of_kind(kind) for kind in limit["needs"]):
            return []
        for anchor in limit["starts"]:
            word, _, name = anchor.partition(":")
            if word == "end":
                found = [Instance(limit, x.end(), x.event, x) for x in self.instances(name) if x.end()]
            elif word == "missed":
                found = [self.missed(limit, x) for x in self.instances(name) if x.status not in ("met", "void") and not x.ended]
            else:
                found = [Instance(limit, event.day, event) for event in self.of_kind(anchor)]
            if found:
                return found
        return []

    def missed(self, limit, x):
        instance = Instance(limit, x.due, x.event, x)
        instance.conditional = instance.conditional or x.status in ("running", "to_come")
        return instance

    def counted(self, instance):
        """The instance with its days and status; None where the limit did not exist or can't be computed."""
        limit, event, start = instance.limit, instance.event, instance.start
        path = f"events[{event.place}]"
        if start < limit["versions"][0][0]:
            if not limit["before"]:
                return None
            self.advisories.add(("deadline.text_not_read", path))
        instance.articles = [articles for since, articles in limit["versions"] if since <= start] or [limit["versions"][0][1]]
        if limit["stated"] == "needed" and event.months is None:
            self.without_months.setdefault(limit["id"], set()).add(event.kind)
            return None
        instance.expires, instance.due = self.ends(instance, path)
        self.settle(instance)
        return instance

    def ends(self, instance, path):
        """The last day as counted, and the last day to act."""
        limit, event, kind = instance.limit, instance.event, instance.limit["kind"]
        residence = event.residence if limit["distance"] else "near"
        instance.lengthened = residence if residence != "near" else None
        if limit["delay"] == "open":
            return None, None
        if limit["delay"] == "end of next month":
            return calendar_days.count(instance.start, ("end_of_next_month", None), kind, self.holidays)
        number, unit, *of_the_event = limit["delay"].split(maxsplit=2)
        number, start = int(number), event.day if of_the_event else instance.start
        if limit["stated"] != "ignored" and event.months is not None:
            if event.months > number:
                self.advisories.add(("deadline.duration_above", path))
            number = min(event.months, number) if limit["stated"] == "within" else event.months
        return calendar_days.count(start, (UNITS[unit], number), kind, self.holidays, residence)

    def days(self, anchors, about):
        """The days of events, or of the ends of other limits, that answer an instance."""
        for anchor in anchors:
            word, _, name = anchor.partition(":")
            if word == "end":
                yield from (x.end() for x in self.instances(name) if x.end() and matches(x.about, about))
            elif word == "missed":
                missed = (x for x in self.instances(name) if x.status in ("passed", "late") and x.due < self.as_of)
                yield from (x.due for x in missed if matches(x.about, about))
            else:
                yield from (event.day for event in self.of_kind(anchor) if matches(event.about, about))

    def settle(self, instance):
        limit, start, due = instance.limit, instance.start, instance.due
        done = [day for day in self.days(limit["met_by"], instance.about) if limit["kind"] == "backward" or day >= start]
        # What undoes a limit that follows another may come before it; of an event, from its day on.
        undone = [day for day in self.days(limit["void_by"], instance.about) if day <= due and (instance.through or day >= start)]
        ended = [day for day in self.days(limit["ended_by"], instance.about) if day >= start]
        if undone:
            instance.status = "void"
        elif done:
            instance.status, instance.done = "met" if min(done) <= due else "late", min(done)
        else:
            if ended and (due is None or min(ended) < instance.expires):
                instance.ended = min(ended)
            last = instance.ended or due
            if instance.ended and instance.ended <= self.as_of:
                instance.status = "ended"
            elif start > self.as_of and limit["kind"] != "backward":
                instance.status = "to_come"
            elif last and last < self.as_of:
                instance.status = "passed"
            else:
                instance.status = "running"

    def row(self, instance):
        limit = instance.limit
        row = {"id": limit["id"]}
        if instance.through:
            row["from"] = instance.through.limit["id"]
        else:
            row["event"] = instance.event.kind
        last = instance.ended or instance.due
        more = {
            "about": instance.about,
            "starts_on": instance.start,
            "expires_on": instance.expires,
            "due_on": instance.due,
            "kind": limit["kind"],
            "who": limit["who"],
            "status": instance.status,
            "conditional": instance.conditional or None,
            "days_left": (last - self.as_of).days if last and instance.status in ("running", "to_come") else None,
            "done_on": instance.done,
            "ended_on": instance.ended,
            "residence": instance.lengthened,
            "articles": instance.articles[-1],
        }
        row.update({key: str(value) if isinstance(value, date) else value for key, value in more.items() if value is not None})
        return row

    def rows(self):
        def order(instance):
            last = instance.ended or instance.due or date.max
            return (last, LIMITS.index(instance.limit), instance.start, instance.event.place)

        found = [instance for limit in LIMITS for instance in self.instances(limit["id"])]
        return [self.row(instance) for instance in sorted(found, key=order)]

    def lacking(self, limit):
        """The events, and durations of events, that a limit waits for."""
        if not limit["before"] and limit["versions"][0][0] > self.as_of:
            return set()
        wanted = {(kind, "") for kind in limit["needs"] if not self.of_kind(kind)}
        wanted |= {(kind, "months") for kind in self.without_months.get(limit["id"], ())}
        if not any(self.settled(anchor) for anchor in limit["starts"]):
            word, _, name = limit["starts"][0].partition(":")
            wanted |= self.lacking(BY_NAME[name]) if name else {(word, "")}
        return wanted

    def settled(self, anchor):
        """Whether it is known how things stand with an anchor, even when it begins nothing."""
        _, _, name = anchor.partition(":")
        return bool(self.instances(name) if name else self.of_kind(anchor))

    def missing(self):
        waiting = {}
        for limit in LIMITS:
            for place in self.lacking(limit):
                waiting.setdefault(place, []).append(limit["id"])
        entries = []
        for kind, field in sorted(waiting, key=lambda place: (KINDS.index(place[0]), place[1])):
            more = {"field": field} if field else {}
            entries.append({"event": kind, **more, "limits": waiting[kind, field]})
        return entries


def roots(limit):
    """The kinds of events that begin a limit, through other limits too."""
    for anchor in limit["starts"]:
        word, _, name = anchor.partition(":")
        yield from roots(BY_NAME[name]) if name else [word]


WITH_MONTHS = {kind for limit in LIMITS if limit["stated"] != "ignored" for kind in roots(limit)}


def faults(given):
    """(name, path) of everything wrong with the events; the events whose days are sound."""
    found, sound = [], []
    for place, asked in enumerate(given):
        path, event = f"events[{place}]", Event(place, asked)
        days = []
        if event.day is None:
            days.append(("field.missing", f"{path}.on"))
        if event.field != "on" and "on" in asked:
            days.append(("field.conflict", f"{path}.on"))
        if "signed_on" in asked and asked.get("presented_on", "") > asked["signed_on"]:
            days.append(("event.order", f"{path}.signed_on"))
        found += days
        if not days:
            sound.append(event)
        if event.months is not None:
            if not 1 <= event.months <= MOST_MONTHS:
                found.append(("number.range", f"{path}.months"))
            elif event.kind not in WITH_MONTHS:
                found.append(("field.not_applicable", f"{path}.months"))
    for event in sound:
        earlier = [other.day for other in sound if other.kind in BEFORE.get(event.kind, ())]
        if earlier and event.day < min(earlier):
            found.append(("event.order", f"events[{event.place}].{event.field}"))
    return found, sound


def evaluate(document):
    """The block ``deadlines`` with its figures and the advisories, or the errors, as (name, path) pairs; a path is None
    where the fault comes out of the counting."""
    given, options = document.get("events"), document.get("deadlines", {})
    if not given:
        return {"errors": [("field.missing", "events")]}
    found, events = faults(given)
    if found:
        return {"errors": found}
    territory = document.get("territory", "metropole")
    holidays = options.get("holidays", TERRITORY_HOLIDAYS.get(territory, territory))
    as_of = date.fromisoformat(options.get("as_of", document["assessed_on"]))
    try:
        file = File(events, as_of, holidays)
    except calendar_days.NoAnswer as fault:
        return {"errors": [(fault.name, None)]}
    block = {"as_of": str(as_of), "holidays": holidays, "limits": file.rows(), "missing": file.missing()}
    return {"deadlines": block, "advisories": sorted(file.advisories)}
