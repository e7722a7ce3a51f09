"""Interest from day to day (C. civ. 1231-6, 1343-1, 1343-2; CMF L. 313-2, L. 313-3; C. conso. L. 721-2, L. 722-14; CPCE L. 212-13).

Every day is looked at in turn, from the first (included) to the last (excluded): what bears, at which rate, a 365th of the year
(or a 366th, by the convention that counts leap years). Nothing is rounded but the sum: what has accrued since the beginning is
rounded half up, and what a part of the time brought is the difference of two such sums.
"""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

import course
import oracle
import plan
import texts
from calendar_days import add_months
from oracle import LawError, cents, day, euros, half_up

ONE_DAY = timedelta(days=1)
NIL = Fraction(0)


# ---------------------------------------------------------------- rates


class LegalRates:
    """The legal rate of each day, by class of creditor: printed for a half-year since 2015, for a year before."""

    def __init__(self, overlays=()):
        rows = [(date(year, 1, 1), rate, rate) for year, rate in texts.LEGAL_INTEREST_OF_YEAR.items()]
        rows += texts.LEGAL_INTEREST
        for overlay in overlays:
            added = [(day(e["from"]), str(e["individuals"]), str(e["others"])) for e in overlay.get("legal_interest", [])]
            rows = oracle.with_overlay_rows(rows, added)
        self.rows, self.known = rows, {}

    def on(self, which, creditor):
        if which not in self.known:
            self.known[which] = self.row(which)
        return self.known[which][creditor == "others"]

    def row(self, which):
        row = oracle.in_force(self.rows, which)
        if row is None:
            raise LawError("law.before_coverage")
        half = 7 if which.year >= 2015 and which.month >= 7 else 1
        if row[0] < date(which.year, half, 1):
            raise LawError("law.unknown_value")
        return Fraction(row[1]), Fraction(row[2])


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_of_year(which, day_count):
    return 366 if day_count == "actual_366" and leap(which.year) else 365


def days(first, last):
    for number in range((last - first).days):
        yield first + timedelta(days=number)


def exact_legal(rates, principal, creditor, first, last, day_count):
    """Euros of interest at the legal rate, exact; the principal in cents. Day by day."""
    return sum(
        (Fraction(principal, 100) * rates.on(d, creditor) / 100 / days_of_year(d, day_count) for d in days(first, last)), Fraction(0)
    )


def exact_legal_by_halves(rates, principal, creditor, first, last, day_count):
    """The same in steps of half a year, for long runs: `check_interest.py` compares the two."""
    total = Fraction(0)
    while first < last:
        step = min(last, date(first.year, 7, 1) if first.month < 7 else date(first.year + 1, 1, 1))
        # A row of an overlay may begin inside the half-year.
        step = min([step] + [row[0] for row in rates.rows if first < row[0] < step])
        total += Fraction(principal * (step - first).days, 100) * rates.on(first, creditor) / 100 / days_of_year(first, day_count)
        first = step
    return total


# ---------------------------------------------------------------- a statement


def percent_of(rate):
    return Fraction(str(rate["percent"])) if rate["kind"] == "contract" else NIL


class Claim:
    """One claim of a document, and what the law says of it on each day."""

    def __init__(self, claim, document, rates):
        self.facts, self.rates = claim, rates
        self.course = course.Course(document) if claim.get("listed") else None
        self.principals = sorted(((day(p["from"]), cents(p["amount"])) for p in claim["principal"]), key=lambda row: row[0])
        self.costs = sorted(((day(c["on"]), cents(c["amount"])) for c in claim.get("costs", ())), key=lambda row: row[0])
        self.payments = sorted(claim.get("payments", ()), key=lambda payment: payment["on"])
        self.withheld = [(day(p["withheld_on"]), day(p["on"]), cents(p["amount"])) for p in self.payments if "withheld_on" in p]
        self.rates_of_claim = [(date.min, "contract", claim["rate"], percent_of(claim["rate"]))]
        for change in claim.get("changes", ()):
            self.rates_of_claim.append((day(change["from"]), "decided", change, percent_of(change)))
        self.plan_rate = Fraction(str(claim.get("plan_rate", "0")))
        self.first = self.principals[0][0]
        self.until = day(claim.get("until", document["assessed_on"]))
        self.day_count = document.get("conventions", {}).get("day_count", "exact_365")
        increase = claim.get("increase")
        self.increased_from = None
        if increase and increase.get("title", "decision") == "decision":
            months = texts.INCREASE_MONTHS_AUCTION if increase.get("auction") else texts.INCREASE_MONTHS
            # The months end with their last day; the increase begins on the next.
            self.increased_from = add_months(day(increase["enforceable_on"]), months) + ONE_DAY

    def points(self, which):
        """Points added to the legal rate on a day (CMF L. 313-3)."""
        if self.increased_from is None or which < self.increased_from:
            return NIL
        increase = self.facts["increase"]
        if "exempted_from" in increase and which >= day(increase["exempted_from"]):
            return NIL
        if "reduced_points" in increase and which >= day(increase.get("reduced_from", "0001-01-01")):
            return Fraction(str(increase["reduced_points"]))
        return Fraction(texts.INCREASE_POINTS)

    def rate(self, which):
        """What governs a day: word, percent without the increase, points of increase."""
        if self.course and self.course.suspended(which):
            return "suspended", NIL, NIL
        if self.course and self.course.in_measures(which):
            return "plan", self.plan_rate, NIL
        _, word, own, percent = oracle.in_force(self.rates_of_claim, which)
        if own["kind"] == "none":
            return "none", NIL, NIL
        if own["kind"] == "legal":
            points = self.points(which)
            return "legal_increased" if points else "legal", self.rates.on(which, own["class"]), points
        if self.course and self.course.in_window(which):
            legal = self.rates.on(which, own.get("class", self.facts["rate"].get("class", "others")))
            if legal < percent:  # reduced to the legal rate, never raised
                return "window", legal, NIL
        return word, percent, NIL

    def withheld_on(self, which):
        """Sums taken from the pay and not yet paid over: they no longer bear the increase (CPCE L. 212-13)."""
        return sum(amount for taken, paid, amount in self.withheld if taken <= which < paid)

    def stops(self):
        """Days on which interest is settled."""
        found = {day(payment["on"]) for payment in self.payments} | {self.until}
        if "compounding" in self.facts:
            found |= {day(self.facts["compounding"]["from"])} | set(self.anniversaries())
        return sorted(stop for stop in found if self.first <= stop <= self.until)

    def anniversaries(self):
        """Ends of whole years since interest may bear interest (C. civ. 1343-2)."""
        if "compounding" not in self.facts:
            return []
        since, found = day(self.facts["compounding"]["from"]), []
        while (following := add_months(since, 12 * (len(found) + 1))) <= self.until:
            found.append(following)
        return found


class Account:
    """What is owed from day to day. Cents, and exact interest in euros."""

    def __init__(self, claim):
        self.claim = claim
        self.principal = [amount for _, amount in claim.principals]
        self.costs = [amount for _, amount in claim.costs]
        self.exact, self.settled = Fraction(0), 0
        self.capitalised, self.plain = 0, 0  # interest owed that bears, and that doesn't
        self.in_year = 0  # interest settled since the last anniversary
        self.compounds = False
        self.paid = {"costs": 0, "interest": 0, "principal": 0}
        self.lines, self.imputed, self.joined = [], [], []

    def base(self, which):
        bearing = sum(left for (since, _), left in zip(self.claim.principals, self.principal) if since <= which)
        return bearing + self.capitalised

    def of_day(self, which):
        """What makes a line (word, percent with the increase, base, sums that don't bear the points), and the points of a day."""
        word, percent, points = self.claim.rate(which)
        base = self.base(which)
        withheld = min(base, self.claim.withheld_on(which)) if points else 0
        return (word, percent + points, base, withheld), points

    def gain(self, percent, base, withheld, points, number, length):
        """Exact interest, in euros, of so many days of a year so long."""
        return (base * percent - withheld * points) * number / 10_000 / length

    def run(self, first, last):
        """Interest of the days before a stop, and its lines."""
        looked_at = [(d, *self.of_day(d)) for d in days(first, last)]
        weights = []
        for (word, percent, base, withheld), group in groupby(looked_at, key=lambda entry: entry[1]):
            group = list(group)
            alike = Counter((points, days_of_year(d, self.claim.day_count)) for d, _, points in group)
            weights.append(sum(self.gain(percent, base, withheld, points, number, length) for (points, length), number in alike.items()))
            line = {"from": group[0][0], "to": group[-1][0] + ONE_DAY, "days": len(group), "base": base}
            self.lines.append({**line, "withheld": withheld, "rate": percent, "rate_kind": word})
        self.exact += sum(weights)
        total = half_up(self.exact * 100)
        gained = total - self.settled
        self.settled = total
        shares = plan.largest_remainder(gained, dict(enumerate(weights)))
        assert sum(shares.values()) == gained
        for line, number in zip(self.lines[len(self.lines) - len(weights) :], range(len(weights))):
            line["interest"] = shares[number]
        self.plain += gained
        self.in_year += gained

    def pay(self, payment):
        on, left = day(payment["on"]), cents(payment["amount"])
        given = {"costs": 0, "interest": 0, "principal": 0}

        def take(name, owed):
            nonlocal left
            part = min(left, owed)
            left -= part
            given[name] += part
            return part

        def costs():
            for place, (since, _) in enumerate(self.claim.costs):
                if since <= on:
                    self.costs[place] -= take("costs", self.costs[place])

        def interest():
            self.capitalised -= take("interest", self.capitalised)
            self.plain -= take("interest", self.plain)

        def principal():
            for place, (since, _) in enumerate(self.claim.principals):
                if since <= on:
                    self.principal[place] -= take("principal", self.principal[place])

        first = self.claim.facts.get("imputation", "interest_first") == "interest_first"
        for part in (costs, interest, principal) if first else (principal, interest, costs):
            part()
        for name, amount in given.items():
            self.paid[name] += amount
        self.imputed.append({"on": on, "amount": cents(payment["amount"]), **given, "overpaid": left})

    def capitalise(self, on):
        amount = min(self.plain, self.in_year)
        self.in_year = 0
        if amount:
            self.plain -= amount
            self.capitalised += amount
            self.joined.append({"on": on, "amount": amount})


def statement(claim, document, rates):
    """The block expected for one claim; figures still numbers."""
    facts = Claim(claim, document, rates)
    account = Account(facts)
    anniversaries = facts.anniversaries()
    reached = facts.first
    for stop in facts.stops():
        account.run(reached, stop)
        for payment in facts.payments:
            if day(payment["on"]) == stop:
                account.pay(payment)
        if "compounding" in claim and stop == day(claim["compounding"]["from"]):
            account.in_year = 0
        if stop in anniversaries:
            account.capitalise(stop)
        reached = stop
    try:
        (_, percent, base, withheld), points = account.of_day(facts.until)
        following = account.gain(percent, base, withheld, points, 1, days_of_year(facts.until, facts.day_count))
    except LawError:
        following = None
    check(account)
    return account, following


def check(account):
    """What must hold of every statement."""
    claim = account.claim
    assert account.settled == half_up(account.exact * 100)
    assert sum(line["interest"] for line in account.lines) == account.settled
    assert sum(line["days"] for line in account.lines) == (claim.until - claim.first).days
    assert account.plain + account.capitalised + account.paid["interest"] == account.settled
    assert account.plain >= 0 and min(account.principal) >= 0
    assert all(line["interest"] == 0 for line in account.lines if line["rate"] == 0 or line["base"] == 0)


def part(start, paid, left, name="start"):
    assert start - paid == left
    return {name: euros(start), "paid": euros(paid), "left": euros(left)}


def number(value):
    """A percentage without trailing zeros, or a fraction where no short decimal exists."""
    value = Fraction(value)
    scaled = value * 10_000
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(abs(scaled.numerator), 10_000)
    text = f"{whole}.{rest:04d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 else text


def block(claim, document, rates):
    account, following = statement(claim, document, rates)
    facts = account.claim
    owed = account.plain + account.capitalised
    answer = {
        "id": claim["id"],
        "from": facts.first.isoformat(),
        "until": facts.until.isoformat(),
        "day_count": facts.day_count,
        "imputation": claim.get("imputation", "interest_first"),
        "lines": [printed(line) for line in account.lines],
        "payments": [
            {name: value.isoformat() if name == "on" else euros(value) for name, value in row.items()} for row in account.imputed
        ],
        "principal": part(sum(a for _, a in facts.principals), account.paid["principal"], sum(account.principal)),
        "costs": part(sum(a for _, a in facts.costs), account.paid["costs"], sum(account.costs)),
        "interest": part(account.settled, account.paid["interest"], owed, "accrued"),
        "exact_interest": number(account.exact),
        "total_due": euros(sum(account.principal) + sum(account.costs) + owed),
    }
    if account.joined:
        answer["capitalised"] = [{"on": row["on"].isoformat(), "amount": euros(row["amount"])} for row in account.joined]
    if following is not None:
        answer["next_day_interest"] = number(following)
    return answer


def printed(line):
    shown = {"from": line["from"].isoformat(), "to": line["to"].isoformat(), "days": line["days"], "base": euros(line["base"])}
    if line["withheld"]:
        shown["withheld"] = euros(line["withheld"])
    return {**shown, "rate": number(line["rate"]), "rate_kind": line["rate_kind"], "interest": euros(line["interest"])}


def evaluate(document):
    """{"interest": blocks}, or {"errors": {(name, path)}} where the law gives no rate."""
    rates = LegalRates(document.get("law", {}).get("overlays", ()))
    blocks, errors = [], set()
    for place, claim in enumerate(document["interest"]):
        try:
            blocks.append(block(claim, document, rates))
        except LawError as error:
            errors |= {(name, f"interest[{place}]") for name in error.names}
    return {"errors": errors} if errors else {"interest": blocks}
