"""Random files through `apurement evaluate --jsonl --json`: every figure of every limit, what is missing, doubts and faults.

``--verbose 1`` prints how often each limit was drawn in each status.
"""

import json
import random
import sys
from datetime import date, timedelta

import calendar_days
import deadlines
from events import BEFORE, KINDS
from limits import LIMITS
from program import check_documents
from vector_sets.deadline import SHOWN

TERRITORIES = ("metropole", "guadeloupe", "guyane", "martinique", "reunion", "mayotte", "saint_barthelemy", "saint_martin", "saint_pierre_et_miquelon")
MONTHS = (1, 6, 12, 23, 24, 25, 36, 60, 83, 84, 85, 120, 1200)
NAMES = ("bank", "lessor", "phone")


class Draw:
    def __init__(self, seed):
        self.pick = random.Random(seed)

    def chance(self, share):
        return self.pick.random() < share

    def near(self, day, days):
        return day + timedelta(days=self.pick.randint(-days, days))

    def related(self):
        """Kinds that one limit is about, and those of the limits it follows, so that acts meet what they answer."""
        waiting, kinds = [self.pick.choice(LIMITS)], []
        while waiting:
            limit = waiting.pop()
            for anchor in limit["starts"] + limit["needs"] + limit["met_by"] + limit["ended_by"] + limit["void_by"]:
                _, _, name = anchor.partition(":")
                if name:
                    waiting.append(next(other for other in LIMITS if other["id"] == name))
                elif self.chance(0.45):
                    kinds.append(anchor)
            kinds += [anchor for anchor in limit["starts"][:1] + limit["needs"] if ":" not in anchor and self.chance(0.8)]
        return kinds

    def kinds(self):
        wanted = self.pick.choice((1, 2, 3, 5, 8, 13, 20, 30))
        kinds = []
        while len(kinds) < wanted:
            kinds += self.related() if self.chance(0.8) else [self.pick.choice(KINDS)]
        kinds = kinds[:30]
        self.pick.shuffle(kinds)
        return kinds

    def start(self):
        if self.chance(0.8):
            return self.near(date(2025, 12, 31), 1000)
        first, last = (date(1986, 1, 1), date(1995, 1, 1)) if self.chance(0.05) else (date(1995, 1, 1), date(2090, 12, 31))
        return first + timedelta(days=self.pick.randrange((last - first).days))

    def event(self, kind, about):
        around = self.pick.choice((3, 20, 40, 120, 400, 900))
        day = self.near(about, around)
        if self.chance(0.1):
            day = calendar_days.month_end(day.year, day.month)
        drawn = {"kind": kind}
        if self.chance(0.8):
            drawn["on"] = str(day)
        elif self.chance(0.5):
            drawn["presented_on"] = str(day)
        else:
            drawn["signed_on"] = str(day)
            if self.chance(0.5):
                drawn["presented_on"] = str(day - timedelta(days=self.pick.randint(0, 14)))
        if self.chance(0.8 if kind in deadlines.WITH_MONTHS else 0.001):
            drawn["months"] = self.pick.choice(MONTHS)
        if self.chance(0.2):
            drawn["residence"] = self.pick.choice(("near", "overseas", "abroad"))
        if self.chance(0.25):
            drawn["about"] = self.pick.choice(NAMES)
        return drawn

    def spoil(self, drawn):
        """A fault, now and then."""
        day = drawn.get("on") or drawn.get("signed_on") or drawn.get("presented_on")
        fault = self.pick.choice(("none", "both", "early", "months", "zero"))
        if fault == "none":
            for field in ("on", "signed_on", "presented_on"):
                drawn.pop(field, None)
        elif fault == "both":
            drawn.update({"on": day, self.pick.choice(("signed_on", "presented_on")): day})
        elif fault == "early":
            drawn.pop("on", None)
            drawn.update({"presented_on": day, "signed_on": str(date.fromisoformat(day) - timedelta(days=1))})
        else:
            drawn["months"] = 0 if fault == "zero" else self.pick.choice((12, 1201))

    def put_in_order(self, events):
        """Events after those that must come first, as in most files."""
        for drawn in sorted(events, key=lambda event: KINDS.index(event["kind"])):
            event = deadlines.Event(0, drawn)
            earlier = [deadlines.Event(0, other).day for other in events if other["kind"] in BEFORE.get(event.kind, ())]
            if earlier and event.day < min(earlier):
                late = min(earlier) + timedelta(days=self.pick.choice((0, 1, 14, 15, 20, 30, 31, 60)))
                for field in ("on", "signed_on", "presented_on"):
                    drawn.pop(field, None)
                drawn[self.pick.choice(("on", "on", "signed_on", "presented_on"))] = str(late)

    def document(self):
        about = self.start()
        events = [self.event(kind, about) for kind in self.kinds()]
        if self.chance(0.93):
            for _ in range(4):
                self.put_in_order(events)
        if self.chance(0.03):
            self.spoil(self.pick.choice(events))
        assessed = self.near(about, self.pick.choice((5, 60, 400, 2000)))
        document = {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": str(assessed)}
        if self.chance(0.3):
            document["territory"] = self.pick.choice(TERRITORIES)
        if self.chance(0.995):
            document["events"] = events
        options = {}
        if self.chance(0.5):
            options["as_of"] = str(self.near(about, self.pick.choice((5, 60, 400, 2000))))
        if self.chance(0.3):
            options["holidays"] = self.pick.choice(calendar_days.SETS)
        if options:
            document["deadlines"] = options
        document["want"] = ["deadlines"]
        return document


def documents(count, seed, census):
    """Each line with what is expected of it."""
    draw = Draw(seed)
    for _ in range(count):
        document = draw.document()
        expected = deadlines.evaluate(document)
        census.update(f"error {name}" for name, _path in expected.get("errors", ()))
        if "errors" not in expected:
            census.update(f"{row['id']} {row['status']}" for row in expected["deadlines"]["limits"])
            census["files without fault"] += 1
        yield json.dumps(document), expected


def judge(expected, answer):
    if "errors" in expected or "errors" in answer:
        wanted = sorted(expected.get("errors", ()), key=str)
        found = [(error["name"], error["path"]) for error in answer.get("errors", ())]
        if any(path is None for _, path in wanted):
            found = [(name, None) for name, path in found if path.startswith("events[")][:1]
        return None if sorted(found, key=str) == wanted else f"errors {wanted} expected, {found} found"
    wanted, found = expected["deadlines"], answer["deadlines"]
    for key in ("as_of", "holidays"):
        if wanted[key] != found[key]:
            return f"{key}: {wanted[key]} expected, {found[key]} found"
    rows = [{key: row[key] for key in SHOWN if key in row} for row in found["limits"]]
    typed = [{key: row[key] for key in SHOWN if key in row} for row in wanted["limits"]]
    for left, right, whole, full in zip(typed, rows, wanted["limits"], found["limits"]):
        if left != right:
            return f"{left} expected, {right} found"
        cited = {article.partition(",")[0] for article in full["articles"]}
        unread = [article for article in whole["articles"] if article and article not in cited]
        if unread:
            return f"{whole['id']}: {unread} expected among {full['articles']}"
    if len(typed) != len(rows):
        return f"{len(typed)} limits expected, {len(rows)} found: {[row['id'] for row in (typed + rows)[min(len(typed), len(rows)):]][:5]}"
    if wanted["missing"] != found["missing"]:
        both = {str(entry) for entry in wanted["missing"]} ^ {str(entry) for entry in found["missing"]}
        return f"missing differs: {sorted(both)[:4]}"
    doubts = sorted({(a["name"], a["path"]) for a in answer.get("advisories", ()) if a["name"].startswith("deadline.")})
    return None if doubts == expected["advisories"] else f"advisories {expected['advisories']} expected, {doubts} found"


if __name__ == "__main__":
    sys.exit(check_documents(__doc__, "deadlines", 20000, documents, judge))
