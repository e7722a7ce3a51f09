"""Interest: periods at the legal rate through `interest --csv`, whole statements through `evaluate --jsonl --json`, every line of them.

Beside the comparison, each period is cut in two and the exact parts must add up; one in 50 is counted day by day as well.
"""

import json
import random
import sys
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import interest
from oracle import LawError, cents, euros, half_up
from program import Tally, arguments, compare_columns, judge_answers

FIRST, LAST = date(2000, 1, 1), date(2026, 12, 31)
COUNTS = ("exact_365", "actual_366")
BORDERS = [date(year, month, 1) for year in range(2000, 2028) for month in (1, 7)] + [date(year, 2, 29) for year in range(2000, 2028, 4)]


# ---------------------------------------------------------------- periods


def some_day(pick, first=FIRST, last=LAST):
    if pick.random() < 0.2:
        near = pick.choice(BORDERS) + timedelta(days=pick.randint(-1, 1))
        if first <= near <= last:
            return near
    return first + timedelta(days=pick.randrange((last - first).days + 1))


def length(pick):
    kind = pick.random()
    if kind < 0.05:
        return pick.randrange(0, 3)
    return pick.randrange(0, 400) if kind < 0.6 else pick.randrange(0, 9000)


def expected_period(rates, principal, creditor, first, until, day_count, by_day):
    if until < first:
        return None, {"date.before"}
    try:
        exact = interest.exact_legal_by_halves(rates, principal, creditor, first, until, day_count)
    except LawError as error:
        return None, error.names
    middle = first + (until - first) // 3
    parts = [interest.exact_legal_by_halves(rates, principal, creditor, *ends, day_count) for ends in ((first, middle), (middle, until))]
    assert sum(parts) == exact, (principal, creditor, first, middle, until)
    if by_day:
        assert interest.exact_legal(rates, principal, creditor, first, until, day_count) == exact
    return euros(half_up(exact * 100)), ""


def periods(count, seed):
    pick, rates = random.Random(seed), interest.LegalRates()
    for number in range(count):
        principal = pick.choice((pick.randrange(1, 10_000), pick.randrange(1, 10_000_000), pick.randrange(1, 10**9)))
        creditor, day_count = pick.choice(("individuals", "others")), pick.choice(COUNTS)
        first = some_day(pick, date(1999, 6, 1) if pick.random() < 0.02 else FIRST)
        until = first + timedelta(days=length(pick))
        if pick.random() < 0.95:
            until = min(until, date(2027, 1, 1))
        if pick.random() < 0.005:
            until = first - timedelta(days=pick.randrange(1, 500))
        row = [euros(principal), creditor, first.isoformat(), until.isoformat(), "" if day_count == COUNTS[0] and pick.random() < 0.3 else day_count]
        yield ",".join(row), expected_period(rates, principal, creditor, first, until, day_count, number % 50 == 0)


# ---------------------------------------------------------------- statements


class StatementDraw:
    def __init__(self, pick, census):
        self.pick, self.census = pick, census

    def chance(self, share):
        return self.pick.random() < share

    def between(self, first, last):
        return some_day(self.pick, first, last) if first < last else first

    def money(self, most=1_000_000):
        return euros(self.pick.choice((self.pick.randrange(1, 1000), self.pick.randrange(1, most), self.pick.randrange(1, most * self.pick.choice((1, 1, 10_000))))))

    def percent(self):
        return self.pick.choice(("5.20", "0.5", "1", "3.71", "12.345", "21.04", "0.88", "0", "8.0125", "1.2345678"))

    def rate(self, kinds):
        kind = self.pick.choice(kinds)
        if kind == "legal":
            return {"kind": kind, "class": self.pick.choice(("individuals", "others"))}
        if kind == "none":
            return {"kind": kind}
        found = {"kind": "contract", "percent": self.percent()}
        if self.chance(0.3):
            found["class"] = self.pick.choice(("individuals", "others"))
        return found

    def claim(self, number, assessed, events):
        first = self.between(max(FIRST, assessed - timedelta(days=2500)), assessed)
        deposit = next((date.fromisoformat(event["on"]) for event in events if event["kind"] == "file_deposited"), None)
        if deposit and self.chance(0.7):
            first = min(assessed, deposit + timedelta(days=self.pick.randrange(-300, 200)))
        until = self.between(first, min(assessed + timedelta(days=200), date(2026, 12, 31)))
        if self.chance(0.03):
            until = date(2027, 1, 1) if self.chance(0.5) else date(2027, 1, 2)
        if self.chance(0.02):
            until = first
        claim = {"id": f"c{number}"}
        claim["principal"] = [{"amount": self.money(), "from": first.isoformat()}]
        for _ in range(self.pick.choice((0, 0, 0, 1, 3))):
            claim["principal"].append({"amount": self.money(), "from": self.between(first, until).isoformat()})
        self.pick.shuffle(claim["principal"])
        if self.chance(0.4):
            claim["costs"] = [{"amount": self.money(50_000), "on": self.between(first, until).isoformat()} for _ in range(self.pick.randint(1, 2))]
        claim["rate"] = self.rate(("legal", "legal", "legal", "contract", "contract", *(("contract",) * 3 if events else ()), "none"))
        if self.chance(0.25):
            days = sorted({self.between(first, until) for _ in range(self.pick.randint(1, 3))})
            claim["changes"] = [{"from": d.isoformat(), **self.rate(("legal", "contract", "none"))} for d in days]
        kinds = [rate["kind"] for rate in [claim["rate"], *claim.get("changes", ())]]
        if "legal" in kinds and self.chance(0.6):
            claim["increase"] = self.increase(first, until)
        for _ in range(self.pick.choice((0, 0, 1, 2, 5))):
            claim.setdefault("payments", []).append(self.payment(first, until))
        if self.chance(0.5):
            claim["imputation"] = self.pick.choice(("interest_first", "principal_first"))
        if self.chance(0.35):
            claim["compounding"] = {"basis": self.pick.choice(("contract", "judgment")), "from": self.between(first, until).isoformat()}
            if self.chance(0.3):
                claim["compounding"]["from"] = first.isoformat()
        if events and self.chance(0.7):
            claim["listed"] = True
            if self.chance(0.6):
                claim["plan_rate"] = self.percent()
        if until != assessed or self.chance(0.5):
            claim["until"] = until.isoformat()
        return claim

    def increase(self, first, until):
        found = {"enforceable_on": self.between(first - timedelta(days=100), until).isoformat()}
        if self.chance(0.2):
            found["auction"] = self.chance(0.7)
        if self.chance(0.3):
            found["title"] = self.pick.choice(("decision", "unpaid_cheque"))
        if self.chance(0.3):
            found["reduced_points"] = self.pick.choice(("2.00", "0", "1.5", "5"))
            if self.chance(0.7):
                found["reduced_from"] = self.between(first, until).isoformat()
        if self.chance(0.2):
            found["exempted_from"] = self.between(first, until).isoformat()
        return found

    def payment(self, first, until):
        on = self.between(first, until)
        found = {"on": on.isoformat(), "amount": self.money(self.pick.choice((20_000, 300_000)))}
        if self.chance(0.6):
            found["withheld_on"] = (on - timedelta(days=self.pick.randrange(0, 60))).isoformat()
        return found

    def events(self, assessed):
        """A file that goes its way, more or less far; each event after the one before."""
        at = self.between(date(2016, 1, 1), assessed) if assessed > date(2016, 1, 1) else assessed

        def later(most):
            nonlocal at
            at += timedelta(days=self.pick.randrange(0, most))
            return at.isoformat()

        found = [{"kind": "file_deposited", "on": at.isoformat()}]
        deposit = at
        if self.chance(0.4):
            found.append({"kind": "orientation_decided", "on": (deposit + timedelta(days=self.pick.randrange(0, 250))).isoformat()})
        if self.chance(0.08):
            found.append({"kind": "legal_rate_refused", "on": (deposit + timedelta(days=self.pick.randrange(60, 200))).isoformat()})
        if self.chance(0.85):
            found.append({"kind": "admissibility_decided", "on": later(220)})
        if self.chance(0.1):
            found.append({"kind": "file_closed", "on": later(200)})
            return found
        if self.chance(0.04):
            found.append({"kind": "inadmissibility_decided", "on": (deposit + timedelta(days=self.pick.randrange(0, 150))).isoformat()})
        if self.chance(0.8):
            found += self.measures(later)
            if self.chance(0.3):
                found.append({"kind": "plan_lapsed", "on": later(500)})
        if self.chance(0.08):
            found.append({"kind": self.pick.choice(("recovery_imposed", "recovery_ordered", "liquidation_opened", "opened_and_closed")), "on": later(300)})
        self.pick.shuffle(found)
        return found

    def measures(self, later):
        kind = self.pick.choice(("plan", "measures"))
        decided, letter = ("plan_approved", "plan_approval_letter") if kind == "plan" else ("measures_imposed", "measures_letter")
        found = [{"kind": decided, "on": later(200)}]
        months = {"months": self.pick.randint(1, 40)} if self.chance(0.7) else {}
        how = self.pick.random()
        if how < 0.6:
            found.append({"kind": letter, "on": later(40), **(months if how > 0.4 else {})})
        if how < 0.2 or how > 0.6:
            found.append({"kind": f"{kind}_effective", "on": later(70), **months})
        return found

    def document(self):
        assessed = self.between(date(2001, 1, 1), date(2026, 12, 31))
        if self.chance(0.6):
            assessed = self.between(date(2018, 1, 1), date(2026, 12, 31))
        document = {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": assessed.isoformat(), "want": ["interest"]}
        if self.chance(0.5):
            document["conventions"] = {"day_count": self.pick.choice(COUNTS)}
        if self.chance(0.05):
            added = self.pick.choice((date(2027, 1, 1), date(2027, 7, 1), date(2026, 9, 10), date(2021, 7, 1)))
            entry = {"from": added.isoformat(), "individuals": "9.75", "others": "4.125"}
            document["law"] = {"overlays": [{"name": "made up", "legal_interest": [entry]}]}
        if self.chance(0.6):
            document["events"] = self.events(assessed)
            if self.chance(0.1):
                document["deadlines"] = {"as_of": self.between(date(2018, 1, 1), date(2026, 12, 31)).isoformat()}
        document["interest"] = [self.claim(number, assessed, document.get("events", ())) for number in range(self.pick.choice((1, 1, 2)))]
        return document


def documents(count, seed, census):
    for number in range(count):
        document = StatementDraw(random.Random(seed * 10_000_019 + number), census).document()
        expected = interest.evaluate(document)
        census.update(f"error {name}" for name, _ in expected.get("errors", ()))
        for claim, block in zip(document["interest"], expected.get("interest", ())):
            census["statement"] += 1
            census.update(f"with {name}" for name in claim if name not in ("id", "principal", "rate", "until"))
            census.update({f"days {word}" for word in (line["rate_kind"] for line in block["lines"])})
            census["withheld"] += any("withheld" in line for line in block["lines"])
            census["capitalised"] += "capitalised" in block
            census["overpaid"] += any(row["overpaid"] != "0.00" for row in block["payments"])
            census["nothing left"] += block["total_due"] == "0.00"
        yield json.dumps(document, separators=(",", ":")), (document, expected)


FRACTIONS = ("rate", "exact_interest", "next_day_interest")


def same(name, want, have):
    return Fraction(want) == Fraction(have) if name in FRACTIONS else want == have


def first_difference(expected, found, where):
    """Every figure expected must be found, and nothing be told of what did not happen."""
    for name, want in expected.items():
        if name not in found:
            return f"{where}.{name}: {want!r} expected, absent"
        have = found[name]
        if isinstance(want, list):
            if len(want) != len(have):
                return f"{where}.{name}: {want} expected, {have} found"
            told = next(filter(None, (first_difference(w, h, f"{where}.{name}[{i}]") for i, (w, h) in enumerate(zip(want, have)))), None)
        elif isinstance(want, dict):
            told = first_difference(want, have, f"{where}.{name}")
        else:
            told = None if same(name, want, have) else f"{where}.{name}: {want!r} expected, {have!r} found"
        if told:
            return told
    more = {"withheld", "capitalised", "next_day_interest"} & (set(found) - set(expected))
    return f"{where}: {sorted(more)} not expected" if more else None


def judge(pair, answer):
    document, expected = pair
    if "errors" in expected:
        found = {(error["name"], error["path"]) for error in answer.get("errors", ())}
        return None if found == expected["errors"] else f"errors {sorted(expected['errors'])} expected, {sorted(found)} found"
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    for claim, want, have in zip(document["interest"], expected["interest"], answer["interest"], strict=True):
        told = first_difference(want, have, claim["id"])
        if told:
            return told
        if cents(have["interest"]["accrued"]) != half_up(Fraction(have["exact_interest"]) * 100):
            return f"{claim['id']}: the total is not the exact sum rounded"
    return None


def main():
    options = arguments(__doc__, rows=100_000, cases=5_000, verbose=0)
    tally = Tally("interest periods")
    header = "principal,class,from,until,day_count"
    compare_columns("interest", [options.program, "interest", "--csv"], header, periods(options.rows, options.seed), tally)
    failed = tally.end()
    tally, census = Tally("interest statements"), Counter()
    command = [options.program, "evaluate", "--jsonl", "--json"]
    judge_answers(command, documents(options.cases, options.seed, census), judge, tally)
    if options.verbose:
        for found, count in sorted(census.items()):
            print(f"{found}: {count}")
    return tally.end() | failed


if __name__ == "__main__":
    sys.exit(main())
