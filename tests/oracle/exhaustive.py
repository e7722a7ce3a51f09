"""Is the rule of plan.py the best it could be? Every sequence of tiers of small cases, without interest, against the rule.

Cases: up to 4 debts in up to 3 ranks, a horizon of up to 12 months, no interest, instalments rounded up, one or two capacities.

Spaces searched, each holding the one before
--------------------------------------------
At the start of each tier the balances, the month and who may be paid are known. A choice is (served set, months); what each debt
then receives follows from the rule: level if the set can be paid off in those months within the capacity, else the whole capacity
shared by balance with the token floor; what is left goes down the ranks as the rule says (level if it fits, else shared by
balance with the floor, then no further). A tier never passes a change of capacity nor the horizon. No lender is served, nor
receives a surplus, while a landlord is owed anything at the start of the tier.

* ``rule``     one grouping of the ranks for the whole plan, each tier as short as it can be: what plan.py does.
* ``regroup``  at each tier the served set is any prefix of the unfinished ranks (no landlord with a lender in it); months as the rule:
               the fewest in which the set can be paid off, or the whole stretch.
* ``lengths``  the same served sets, and any number of months from 1 to the end of the stretch.

A fourth figure bounds them all: nobody can pay more than the sum of the capacities, nor end before they add up to the debts.

Dividends (a policy of plan.py) are switched off here: they change who receives, not how much, save for cents.
"""

import argparse
import random
import sys
from collections import Counter
from fractions import Fraction

import plan
from oracle import ceiling, euros


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
                shares = self.share(amount, inside, owed, months)
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

    def share(self, amount, members, owed, months):
        kept = list(members)
        while kept:
            parts = plan.largest_remainder(amount, {self.debts[i].id: owed[i] for i in kept})
            parts = {i: min(parts[self.debts[i].id], owed[i]) for i in kept}
            small = [i for i in kept if parts[i] < self.policy.token_floor and parts[i] * months < owed[i]]
            if not small:
                return parts
            kept.remove(min(small, key=lambda i: (parts[i], self.debts[i].id)))
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
    floor = pick.choice((0, 1_500, 1_500, 1_500))
    return debts, capacity, horizon, plan.Policy(token_floor=floor, dividends=False)


# Why the rule falls short, told from the first figure of the objective that differs.
PARTS = ("not paid", "months", "tiers", "lines")


def family(found, best):
    return next(part for part, ours, theirs in zip(PARTS, found, best) if ours != theirs)


def shown(debts, capacity, horizon, policy):
    listed = ", ".join(f"{d.id} rank {d.rank} {euros(d.balance)}" for d in debts)
    steps = ", ".join(f"{euros(amount)} from month {start}" for start, amount in capacity)
    return f"{listed}; {steps}; horizon {horizon}; floor {euros(policy.token_floor)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", type=int, default=1, help="examples printed for each family")
    options = parser.parse_args()
    counts, examples, outside_bound = Counter(), {}, 0
    worst = Counter()
    for number in range(options.cases):
        facts = case(random.Random(options.seed * 10_000_019 + number))
        debts, capacity, horizon, policy = facts
        found = plan.generate(*facts).objective()
        least, fewest = bound(debts, capacity, horizon)
        outside_bound += found[0] < least or not found[0] and found[1] < fewest
        floor = "floor" if policy.token_floor else "no floor"
        steps = "one capacity" if len(capacity) == 1 else "two capacities"
        for space, any_length in (("regroup", False), ("lengths", True)):
            best = Search(*facts, any_length).best()
            assert best <= found or not any_length, (shown(*facts), found, best)
            if best == found:
                counts[space, "reached"] += 1
                continue
            if best > found:
                counts[space, "below the rule"] += 1  # only when the space does not hold the rule's plan
                examples.setdefault((space, "below the rule"), []).append((found, best, shown(*facts)))
                continue
            name = f"fewer {family(found, best)}: {floor}, {steps}"
            counts[space, name] += 1
            if family(found, best) == "not paid":
                worst[space, floor] = max(worst[space, floor], found[0] - best[0])
            examples.setdefault((space, name), []).append((found, best, shown(*facts)))
    for (space, name), count in sorted(counts.items()):
        print(f"{space}: {name}: {count}")
        for found, best, text in examples.get((space, name), [])[: options.verbose]:
            print(f"    rule {found}, best {best}: {text}")
    for (space, floor), cents in sorted(worst.items()):
        print(f"{space}, {floor}: at most {euros(cents)} more could be paid")
    print(f"oracle exhaustive: {options.cases} cases, {outside_bound} past the bound")
    return 1 if outside_bound else 0


if __name__ == "__main__":
    sys.exit(main())
