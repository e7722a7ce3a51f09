"""Is the plan drawn the best that the rule allows? Small cases, every combination of tiers, against the program.

Cases: up to 4 debts in up to 3 ranks, a horizon of up to 12 months, one or two capacities, now and then a rate.

At the start of each tier the rule leaves one choice: which of the unfinished ranks are served together (any prefix of them, none
with a landlord and a lender in it). Its length follows: the fewest months in which they can be paid off level within the
capacity, or the whole stretch up to the next change of capacity. Three searches, none of which gives anything up unseen:

* every combination drawn with the arithmetic of ``plan.py``: the program's objective must be the least of them (all cases);
* the same space with an arithmetic of its own, by memory of (month, balances): must find the same (cases without interest nor
  dividends to creditors kept waiting);
* any number of months for each tier, from 1 to the end of the stretch: more than the rule allows (a rank ends in the earliest
  month). Not required to agree: it tells what the rule costs. With ``--lengths N``, for the first N cases.

And a bound: nobody can pay more than the sum of the capacities, nor end before they add up to the debts.
"""

import json
import random
import sys
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import plan
from oracle import ceiling, euros
from program import Tally, arguments, judge_answers

KINDS = {2: "housing_arrears", 3: "tax", 4: "consumer_credit", 5: "private_lender"}


class Search:
    """Best objective over a space, by memory of (month, balances)."""

    def __init__(self, debts, capacity, horizon, policy, any_length):
        self.debts, self.horizon, self.policy, self.any_length = debts, horizon, policy, any_length
        self.available = [plan.capacity_in(capacity, month) for month in range(1, horizon + 1)]
        self.known = {}

    def best(self):
        return self.from_here(0, tuple(debt.balance for debt in self.debts))

    def from_here(self, month, owed):
        """(not paid, last month with a payment, tiers, lines) from here on."""
        if month == self.horizon or not any(owed):
            return sum(owed), 0, 0, 0
        key = (month, owed)
        if key not in self.known:
            self.known[key] = min(self.after(month, owed, months, shares) for months, shares in self.choices(month, owed))
        return self.known[key]

    def after(self, month, owed, months, shares):
        left, last, lines = list(owed), 0, 0
        for place, share in shares.items():
            if share:
                paid = min(owed[place], share * months)
                left[place] -= paid
                last = max(last, month + min(months, ceiling(Fraction(paid, share))))
                lines += 1
        not_paid, later, tiers, more = self.from_here(month + months, tuple(left))
        return not_paid, max(last, later), tiers + 1, lines + more

    def stretch(self, month):
        end = month + 1
        while end < self.horizon and self.available[end] == self.available[month]:
            end += 1
        return end - month

    def choices(self, month, owed):
        amount, most = self.available[month], self.stretch(month)
        if not amount:
            yield most, {}
            return
        landlord = any(owed[i] for i, debt in enumerate(self.debts) if debt.landlord)
        ranks = sorted({debt.rank for i, debt in enumerate(self.debts) if owed[i]})
        for size in range(1, len(ranks) + 1):
            inside = [i for i, debt in enumerate(self.debts) if owed[i] and debt.rank in ranks[:size]]
            if landlord and any(self.debts[i].lender for i in inside):
                continue
            yield from self.tiers(amount, most, owed, inside, ranks[size:], landlord)

    def tiers(self, amount, most, owed, inside, below, landlord):
        fewest = next((n for n in range(1, most + 1) if sum(ceiling(Fraction(owed[i], n)) for i in inside) <= amount), None)
        lengths = range(1, most + 1) if self.any_length else [fewest or most]
        for months in lengths:
            if fewest and months >= fewest:
                shares = {i: ceiling(Fraction(owed[i], months)) for i in inside}
            else:
                shares = self.share(amount, inside, owed, months, one_stays=True)
            self.flow(amount - sum(shares.values()), shares, below, owed, months, landlord)
            yield months, shares

    def flow(self, surplus, shares, below, owed, months, landlord):
        for rank in below:
            members = [i for i, debt in enumerate(self.debts) if owed[i] and debt.rank == rank and not (landlord and debt.lender)]
            if not members or not surplus:
                continue
            even = {i: ceiling(Fraction(owed[i], months)) for i in members}
            if sum(even.values()) <= surplus:
                shares.update(even)
                surplus -= sum(even.values())
                continue
            shares.update(self.share(surplus, members, owed, months))
            return

    def share(self, amount, members, owed, months, one_stays=False):
        kept = list(members)
        while kept:
            parts = plan.largest_remainder(amount, {self.debts[i].id: owed[i] for i in kept})
            parts = {i: min(parts[self.debts[i].id], owed[i]) for i in kept}
            small = [i for i in kept if parts[i] < self.policy.token_floor and parts[i] * months < owed[i]]
            if not small or one_stays and len(kept) == 1:
                return parts
            last_first = sorted(small, key=lambda i: self.debts[i].id, reverse=True)
            kept.remove(min(last_first, key=lambda i: (parts[i], owed[i])))
        return {}


def bound(debts, capacity, horizon):
    """(least not paid, fewest months if all is paid)."""
    total, paid = sum(debt.balance for debt in debts), 0
    for month in range(1, horizon + 1):
        paid += plan.capacity_in(capacity, month)
        if paid >= total:
            return 0, month
    return total - paid, horizon


def case(pick):
    count = pick.randint(1, 4)
    ranks = pick.sample((2, 3, 4, 5), pick.randint(1, 3))
    debts = []
    for number in range(1, count + 1):
        rank = pick.choice(ranks)
        balance = pick.choice((pick.randint(1, 90_000), pick.randint(1, 900) * 100, pick.randint(1_000, 300_000)))
        debts.append(plan.Debt(f"d{number}", rank, balance, landlord=rank == 2, lender=rank == 4))
    total = sum(debt.balance for debt in debts)
    horizon = pick.randint(2, 12)
    amount = pick.choice((max(1, total // pick.randint(1, 16)), pick.randint(1_000, 60_000), pick.randint(10, 600) * 100))
    capacity = [(1, amount)]
    if pick.random() < 0.3:
        capacity.append((pick.randint(2, horizon), max(0, amount + pick.randint(-amount, amount))))
    policy = plan.Policy(token_floor=pick.choice((0, 1_500, 1_500, 1_500)))
    if pick.random() < 0.2:
        policy = replace(policy, percent=Fraction(pick.choice(("0.5", "2.62", "4.92", "12"))), principal_first=pick.random() < 0.3)
    if pick.random() < 0.1:
        policy = replace(policy, rounding_down=True)
    if pick.random() < 0.1:
        policy = replace(policy, may_flow=True)
    return debts, capacity, horizon, policy


def document(debts, capacity, horizon, policy):
    asked = {
        "horizon_months": horizon,
        "token_floor": euros(policy.token_floor),
        "capacity_steps": [{"from_month": start, "amount": euros(amount)} for start, amount in capacity],
        "rounding": "down" if policy.rounding_down else "up",
        "landlord_surplus": "may_flow" if policy.may_flow else "withheld",
    }
    if policy.percent:
        asked["kind"] = "agreed"  # the legal rate bounds imposed measures only
        asked["rate"] = {"kind": "given", "percent": str(float(policy.percent))}
        asked["kind"] = "agreed"  # an imposed rate is at most the legal one
        asked["imputation"] = "principal_first" if policy.principal_first else "interest_first"
    rows = [{"id": debt.id, "kind": KINDS[debt.rank], "principal": euros(debt.principal)} for debt in debts]
    return {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15", "debts": rows, "plan": asked, "want": ["plan"]}


def best_of_all(debts, capacity, horizon, policy):
    return plan.generate(debts, capacity, horizon, policy, prunes=False).objective()


# Why the rule falls short of a wider space, told from the first figure of the objective that differs.
PARTS = ("not paid", "months", "tiers", "lines")


def family(found, best):
    return next(part for part, ours, theirs in zip(PARTS, found, best) if ours != theirs)


class Drawer:
    """Cases, with the least objective of each; checks the second search on the way."""

    def __init__(self, count, seed, lengths):
        self.count, self.seed, self.lengths = count, seed, lengths
        self.counts, self.faults = Counter(), []

    def __iter__(self):
        for number in range(self.count):
            facts = case(random.Random(self.seed * 10_000_019 + number))
            least = best_of_all(*facts)
            self.second_search(facts, least, number)
            yield json.dumps(document(*facts), separators=(",", ":")), least

    def second_search(self, facts, least, number):
        debts, capacity, horizon, policy = facts
        if policy.percent or policy.rounding_down or policy.may_flow:
            return
        unpaid, months = bound(debts, capacity, horizon)
        if least[0] < unpaid or not least[0] and least[1] < months:
            self.faults.append(f"past the bound: {facts}")
        plain = replace(policy, dividends=False)
        own = best_of_all(debts, capacity, horizon, plain)
        found = Search(debts, capacity, horizon, plain, False).best()
        self.counts["second search"] += 1
        if found != own:
            self.faults.append(f"second search finds {found}, the first {own}: {facts}")
        if number < self.lengths:
            wider = Search(debts, capacity, horizon, plain, True).best()
            self.counts["wider: the same" if wider == own else f"wider: fewer {family(own, wider)}"] += 1


def judge(least, answer):
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    said = answer["plan"]["objective"]
    unpaid = sum(int(row[key].replace(".", "")) for row in answer["plan"]["debts"] for key in ("erased", "left"))
    found = (unpaid, said["months"], said["tiers"], said["lines"])
    return None if found == least else f"{least} is the least, {found} found"


def main():
    options = arguments("Plans of small cases against every combination of tiers.", cases=20_000, lengths=0)
    tally, drawer = Tally("exhaustive"), Drawer(options.cases, options.seed, options.lengths)
    judge_answers([options.program, "evaluate", "--jsonl", "--json"], drawer, judge, tally)
    for name, count in sorted(drawer.counts.items()):
        print(f"{name}: {count}")
    for fault in drawer.faults[:10]:
        print(fault)
    return 1 if tally.end() or drawer.faults else 0


if __name__ == "__main__":
    sys.exit(main())
