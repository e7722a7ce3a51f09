"""Repayment plans in exact integers of cents, by the rule of the shared worked examples.

``generate`` takes debts, a capacity by steps and a policy; it gives tiers, what each debt receives and the objective.
Run as a program it checks the worked examples to the cent.

The rule, as computed here
--------------------------
Months count from 1. C(m) is the capacity; debts outside the procedure whose creditor accepted an instalment take theirs first,
A(m) is what is left. A tier starts at a month, lasts at most until A changes or the horizon ends, and serves one group: the
first that is not paid off and holds a debt that may be paid (no lender while a landlord is owed anything).

* The group can be paid off in this stretch: the smallest n for which level instalments over n months fit within A. (With the
  instalments rounded up, a sum above A means that n months cannot end it at any constant instalments of sum A: one month more.)
* It cannot: the whole of A is shared by balance over the stretch, with the token floor.
* What is left of A goes down the ranks: level over the tier if that fits, else shared by balance with the token floor, and
  then no further.
* Which neighbouring unfinished ranks make the group is the only choice, at every tier; every combination is drawn and the
  objective chooses. Among equals the plan that serves the fewest ranks together in its first tier, then in its second...
* Last stretch of a group that will not be paid off: those kept waiting by the token floor receive, in a short tier at the end,
  the share of their claim that the group receives (dividend).
"""

import copy
import sys
from dataclasses import dataclass, field, replace
from fractions import Fraction

from oracle import ceiling, euros, half_up

OUTSIDE_RANK = 1


class PlanError(Exception):
    """No plan. ``name``: the error's name."""

    def __init__(self, name, path):
        super().__init__(name)
        self.name, self.path = name, path


@dataclass(frozen=True)
class Debt:
    id: str
    rank: int  # 1: outside the procedure
    principal: int
    accessories: int = 0  # old interest, costs, penalties: owed, bearing nothing
    landlord: bool = False
    lender: bool = False
    agreed: int | None = None  # instalment accepted by a creditor outside the plan
    kept: int = 0  # cents that no measure may erase: what a natural-person guarantor paid
    unerasable: bool = False  # no part may be erased, nor the interest it bears
    contract: Fraction | None = None  # percent a year: no measure raises it (L. 733-1 3°)

    @property
    def balance(self):
        return self.principal + self.accessories

    @property
    def outside(self):
        return self.rank == OUTSIDE_RANK or self.agreed is not None


@dataclass(frozen=True)
class Policy:
    grouped: bool = True
    may_flow: bool = False
    token_floor: int = 1500
    percent: Fraction = Fraction(0)  # a year
    principal_first: bool = False
    rounding_down: bool = False
    within_rank: str = "pro_rata"
    suspension_months: int = 0
    suspension_percent: Fraction = Fraction(0)
    erases: bool = True  # what is not paid at the end
    dividends: bool = True


@dataclass
class Account:
    """What is still owed on a debt."""

    debt: Debt
    monthly: Fraction  # rate of a month, once the measures run
    principal: int = 0
    aside: int = 0  # interest waiting, and accessories: bears nothing
    principal_paid: int = 0
    interest_paid: int = 0
    accrued: int = 0
    months: list = field(default_factory=list)  # months with a payment

    @property
    def owed(self):
        return self.principal + self.aside

    def bear(self, monthly):
        interest = half_up(self.principal * monthly)
        self.aside += interest
        self.accrued += interest

    def receive(self, amount, principal_first, month):
        """Pay at most ``amount``; what was paid."""
        amount = min(amount, self.owed)
        if principal_first:
            on_principal = min(amount, self.principal)
        else:
            on_principal = max(0, amount - self.aside)
        self.principal -= on_principal
        self.aside -= amount - on_principal
        self.principal_paid += on_principal
        self.interest_paid += amount - on_principal
        if amount:
            self.months.append(month)
        return amount


def ends_in(account, instalment, months, principal_first):
    """Whether payments of ``instalment`` clear the account within ``months``."""
    if account.monthly == 0:
        return instalment * months >= account.owed
    principal, aside = account.principal, account.aside
    for _ in range(months):
        aside += half_up(principal * account.monthly)
        if instalment >= principal + aside:
            return True
        on_principal = min(instalment, principal) if principal_first else max(0, instalment - aside)
        principal -= on_principal
        aside -= instalment - on_principal
    return False


def level_up(account, months, principal_first):
    """Smallest instalment that clears the account within ``months``."""
    low = ceiling(Fraction(account.owed, months))
    if account.monthly == 0:
        return low
    high = low + ceiling(account.principal * account.monthly) + 1
    while low < high:
        middle = (low + high) // 2
        if ends_in(account, middle, months, principal_first):
            high = middle
        else:
            low = middle + 1
    return low


def level(account, months, policy):
    """Instalment of a debt spread level over ``months``; rounded down, the last payment takes the rest.

    Where every payment of the instalment rounded up is the same, nothing was rounded."""
    up = level_up(account, months, policy.principal_first)
    if not policy.rounding_down or months == 1 or last_of(account, up, months, policy) == up:
        return up
    return up - 1


def last_of(account, instalment, months, policy):
    """What is due in the last of ``months``, after payments of ``instalment`` in the others."""
    principal, aside = account.principal, account.aside
    for _ in range(months - 1):
        aside += half_up(principal * account.monthly)
        given = min(instalment, principal + aside)
        on_principal = min(given, principal) if policy.principal_first else max(0, given - aside)
        principal -= on_principal
        aside -= given - on_principal
    return principal + aside + half_up(principal * account.monthly)


def heaviest(account, months, policy):
    """The heaviest month of a debt spread level: under the rounding down its last payment, which must fit too."""
    instalment = level(account, months, policy)
    return max(instalment, last_of(account, instalment, months, policy))


def largest_remainder(amount, weights):
    """Share a sum by weights {id: weight}; the last cents go to the largest remainders, smaller id first."""
    total = sum(weights.values())
    if not total:
        return {name: 0 for name in weights}
    shares, order = {}, []
    for name, weight in weights.items():
        shares[name], rest = divmod(amount * weight, total)
        order.append((-rest, name))
    for _, name in sorted(order)[: amount - sum(shares.values())]:
        shares[name] += 1
    return shares


def received(account):
    return account.principal_paid + account.interest_paid


def fair(accounts, amount):
    """{id: what each should receive of a sum}: ranks by balance, and within a rank each comes to the same share of its claim."""
    ranks = {}
    for account in accounts:
        ranks.setdefault(account.debt.rank, []).append(account)
    parts = largest_remainder(amount, {rank: sum(account.owed for account in members) for rank, members in ranks.items()})
    found = {}
    for rank, members in ranks.items():
        pool = parts[rank] + sum(received(account) for account in members)
        whole = largest_remainder(pool, {account.debt.id: account.debt.balance for account in members})
        for account in members:
            found[account.debt.id] = min(max(0, whole[account.debt.id] - received(account)), account.owed)
    return found


def weights(amount, accounts, months, policy, last):
    """{id: weight} in the sharing of a sum a month. Up to the horizon (``last``) it makes up for what only some received before."""
    owed = {account.debt.id: account.owed for account in accounts}
    if policy.within_rank == "equal":
        return {name: 1 for name in owed}
    if policy.within_rank == "pro_rata" and last and policy.dividends and any(received(account) for account in accounts):
        parts = fair(accounts, amount * months)
        return parts if any(parts.values()) else owed
    return owed


def raw_shares(amount, accounts, weight, months, policy):
    """A sum a month shared among accounts, before the token floor; never above what is owed."""
    owed = {account.debt.id: account.owed for account in accounts}
    if policy.within_rank in ("pro_rata", "equal"):
        shares = largest_remainder(amount, {name: weight[name] for name in owed})
    else:  # one after the other: each at most its level instalment over the tier
        by_id = {account.debt.id: account for account in accounts}
        order = sorted(owed, key=lambda name: (owed[name], name))
        if policy.within_rank == "highest_rate_first":
            order = sorted(owed, key=lambda name: (-by_id[name].monthly, name))
        shares, left = {}, amount
        for name in order:
            shares[name] = min(left, level_up(by_id[name], months, policy.principal_first))
            left -= shares[name]
    return {name: min(share, owed[name]) for name, share in shares.items()}


def shared(amount, accounts, months, policy, last, one_stays=False):
    """Shares of a sum a month with the token floor: ({id: share}, ids dropped).

    Of the group whose turn it is one stays: a capacity below the floor is not to be lost."""
    kept, weight = list(accounts), weights(amount, accounts, months, policy, last)
    while kept:
        shares = raw_shares(amount, kept, weight, months, policy)
        small = [
            account
            for account in kept
            if shares[account.debt.id] < policy.token_floor
            and not ends_in(account, shares[account.debt.id], months, policy.principal_first)
        ]
        if not small or one_stays and len(kept) == 1:
            break
        # The smallest share first, then the smallest weight, then the later identifier.
        later_first = sorted(small, key=lambda account: account.debt.id, reverse=True)
        kept.remove(min(later_first, key=lambda account: (shares[account.debt.id], weight[account.debt.id])))
    else:
        shares = {}
    dropped = [account.debt.id for account in accounts if account not in kept]
    return shares, dropped


@dataclass
class Tier:
    start: int  # first month
    months: int
    lines: dict  # id: (instalment, last payment, how many payments)

    @property
    def total(self):
        return sum(instalment for instalment, _, _ in self.lines.values())


class Run:
    """One plan, drawn tier by tier; ``step`` is told how many ranks the tier serves together."""

    def __init__(self, debts, capacity, horizon, policy):
        self.capacity, self.horizon, self.policy = capacity, horizon, policy
        rate = policy.percent / 1200
        self.accounts = {}
        for debt in debts:
            monthly = Fraction(0) if debt.outside else rate
            if debt.contract is not None:
                monthly = min(monthly, debt.contract / 1200)
            self.accounts[debt.id] = Account(debt, monthly, debt.principal, debt.accessories)
        self.settle_names()
        self.available = [self.available_in(month) for month in range(1, horizon + 1)]
        if any(amount < 0 for amount in self.available):
            raise PlanError("plan.outside_debts_exceed_capacity", "debts")
        self.tiers = []
        self.joined = ()  # how many ranks each tier served together
        self.month = 0  # months gone

    def settle_names(self):
        self.agreed = [a for a in self.accounts.values() if a.debt.agreed is not None]
        waiting = [a for a in self.accounts.values() if a.debt.agreed is None]
        ranks = [OUTSIDE_RANK] + sorted({a.debt.rank for a in waiting} - {OUTSIDE_RANK})
        self.groups = [[a for a in waiting if a.debt.rank == rank] for rank in ranks]

    def copy(self):
        other = copy.copy(self)
        other.accounts = {name: replace(account, months=list(account.months)) for name, account in self.accounts.items()}
        other.settle_names()
        other.tiers = list(self.tiers)
        return other

    def over(self):
        return self.month >= self.horizon or not any(account.owed for account in self.accounts.values())

    def available_in(self, month):
        """What the capacity of a month leaves once the agreed instalments outside the plan are paid."""
        taken = sum(a.debt.agreed for a in self.agreed if month <= ceiling(Fraction(a.debt.balance, a.debt.agreed)))
        return capacity_in(self.capacity, month) - taken

    def stretch(self):
        """Months until what is available changes, the suspension ends or the horizon comes."""
        end = self.month + 1
        while end < self.horizon and self.available[end] == self.available[self.month] and end != self.policy.suspension_months:
            end += 1
        return end - self.month

    @property
    def suspended(self):
        return self.month < self.policy.suspension_months

    def barred(self, account):
        """L. 711-6: no lender while a landlord of the plan is owed anything."""
        owed_to_landlord = any(a.owed and a.debt.landlord and not a.debt.outside for a in self.accounts.values())
        return account.debt.lender and owed_to_landlord

    def payable(self, group):
        return [account for account in group if account.owed and not self.barred(account)]

    def months_to_end(self, accounts, amount, most):
        """Smallest number of months in which level instalments fit, or None."""
        if not amount:
            return None
        owed = sum(account.owed for account in accounts)

        def fits(months):
            return sum(heaviest(account, months, self.policy) for account in accounts) <= amount

        low = max(1, ceiling(Fraction(owed, amount)))
        # Rounded down, longer is not always lighter: the last payment takes the cents.
        return next((months for months in range(low, most + 1) if fits(months)), None)

    def open_groups(self):
        groups = [group for group in self.groups if any(account.owed for account in group)]
        return [group for group in groups if not self.suspended or group is self.groups[0]]

    def lead(self, groups):
        """The first open rank with somebody who may be paid: its place, or None."""
        return next((place for place, group in enumerate(groups) if self.payable(group)), None)

    def widest(self):
        """How many ranks may be served together: none joins a landlord and a lender, nor what is outside the measures."""
        groups = self.open_groups()
        lead = self.lead(groups)
        if lead is None or not self.available[self.month] or not self.policy.grouped or groups[lead] is self.groups[0]:
            return 1
        for width in range(2, len(groups) - lead + 1):
            owed = [a.debt for group in groups[lead : lead + width] for a in group if a.owed]
            if any(debt.landlord for debt in owed) and any(debt.lender for debt in owed):
                return width - 1
        return len(groups) - lead

    def step(self, joined):
        self.joined += (joined,)
        amount, most = self.available[self.month], self.stretch()
        open_groups = self.open_groups()
        if not open_groups:
            if not self.suspended and self.agreed:
                last = max(ceiling(Fraction(a.owed, a.debt.agreed)) for a in self.agreed)
                most = min(most, last)
            self.pay({}, most)
            return
        place = self.lead(open_groups)
        if not amount or place is None:
            self.pay({}, most)
            return
        together = open_groups[place : place + joined]
        served = sorted((a for group in together for a in self.payable(group)), key=lambda a: a.debt.id)
        needed = self.months_to_end(served, amount, most)
        dropped = []
        if needed is not None:
            months = needed
            shares = {account.debt.id: level(account, months, self.policy) for account in served}
        else:
            months = most
            shares, dropped = shared(amount, served, months, self.policy, self.to_the_end(months), one_stays=True)
        clearing = set(shares) if needed is not None else set()
        if dropped and shares and self.policy.dividends and self.to_the_end(months):
            self.with_dividends(served, amount, shares, dropped)
            return
        surplus = amount - sum(shares.values())
        if needed is not None:  # the heaviest month leaves the least
            surplus = amount - sum(heaviest(account, months, self.policy) for account in served)
        for group in open_groups[:place] + open_groups[place + joined :]:
            if not surplus or group is self.groups[0]:
                break
            # What is left flows past a landlord only beside a landlord who is being paid.
            flows = self.policy.may_flow and any(account.debt.landlord for account in served)
            accounts = [a for a in group if a.owed and (flows or not self.barred(a))]
            if not accounts:
                continue
            if self.fits_level(accounts, surplus, months):
                flowing = {account.debt.id: level(account, months, self.policy) for account in accounts}
                clearing |= set(flowing)
                shares.update(flowing)
                surplus -= sum(heaviest(account, months, self.policy) for account in accounts)
                continue
            shares.update(shared(surplus, accounts, months, self.policy, self.to_the_end(months))[0])
            break
        self.pay(shares, months, clearing)

    def fits_level(self, accounts, surplus, months):
        return sum(heaviest(account, months, self.policy) for account in accounts) <= surplus

    def to_the_end(self, months):
        return self.month + months == self.horizon

    def with_dividends(self, members, amount, shares, dropped):
        """The group's last stretch, split: those kept waiting get in the last months what is fair."""
        months = self.horizon - self.month
        due = fair(members, amount * months)
        before = {account.debt.id: received(account) for account in members}
        waiting = {name: due[name] for name in dropped if due[name]}
        kept = [account for account in members if account.debt.id not in dropped]
        total = sum(waiting.values())
        if not total:
            self.pay(shares, months)
            return
        short = min(months, ceiling(Fraction(total, amount)))

        def rest_to_kept(rest):
            owed = {account.debt.id: account.owed for account in kept if account.owed}
            still = {name: max(0, due[name] - (received(self.accounts[name]) - before[name])) for name in owed}
            parts = largest_remainder(rest, still if any(still.values()) else owed)
            return {name: min(part, owed[name]) for name, part in parts.items()}

        if months > short:
            self.pay(rest_to_kept(amount), months - short)
        monthly = min(amount, ceiling(Fraction(total, short)))
        small = largest_remainder(monthly, waiting)
        self.pay({**rest_to_kept(amount - monthly), **small}, short)

    def pay(self, shares, months, clearing=()):
        """Run a tier: every account bears its interest, then receives its share."""
        first = self.month + 1
        paid = {}
        lines = dict(shares)
        for account in self.agreed:
            lines[account.debt.id] = account.debt.agreed
        for month in range(first, first + months):
            for name, account in self.accounts.items():
                if month <= self.policy.suspension_months:
                    if not account.debt.outside:
                        account.bear(self.policy.suspension_percent / 1200)
                else:
                    account.bear(account.monthly)
                due = lines.get(name, 0)
                if self.policy.rounding_down and name in clearing and month == first + months - 1:
                    due = account.owed
                given = account.receive(due, self.policy.principal_first, month) if due else 0
                if given:
                    paid.setdefault(name, []).append(given)
        self.tiers.append(Tier(first, months, {name: (row[0], row[-1], len(row)) for name, row in paid.items()}))
        self.month += months

    # ---- what comes out

    def unpaid(self):
        """{id: (erased, left)} once the plan is over."""
        result = {}
        for name, account in self.accounts.items():
            owed = account.owed
            debt = account.debt
            stays = owed if debt.outside or debt.unerasable or not self.policy.erases else min(owed, debt.kept)
            result[name] = (owed - stays, stays)
        return result

    def objective(self):
        """Lexicographic: not paid, months to the last payment, tiers, payment lines."""
        not_paid = sum(account.owed for account in self.accounts.values())
        months = max((account.months[-1] for account in self.accounts.values() if account.months), default=0)
        return not_paid, months, len(self.tiers), sum(len(tier.lines) for tier in self.tiers)


def capacity_in(steps, month):
    """Steps [(from month, amount)], in order."""
    found = 0
    for start, amount in steps:
        if start <= month:
            found = amount
    return found


def least(run):
    """An objective that nothing which follows a beginning can do better than."""
    owed = sum(account.owed for account in run.accounts.values())
    months = [month for month in range(run.month + 1, run.horizon + 1) if capacity_in(run.capacity, month)]
    paid, last = 0, 0
    for month in months:
        if paid >= owed:
            break
        paid, last = paid + capacity_in(run.capacity, month), month
    return max(0, owed - paid), last, len(run.tiers) + 1, sum(len(tier.lines) for tier in run.tiers)


def every_run(run, prune=None):
    """Every plan that continues a beginning. ``prune(run)``: whether to give it up."""
    if run.over():
        yield run
    elif not prune or not prune(run):
        for joined in range(run.widest(), 0, -1):
            further = run.copy()
            further.step(joined)
            yield from every_run(further, prune)


def generate(debts, capacity, horizon, policy=Policy(), prunes=True):
    """The best plan that the rule allows. Without ``prunes`` nothing is given up unseen."""
    best = None

    def hopeless(run):
        return best is not None and least(run) > best.objective()

    for run in every_run(Run(debts, capacity, horizon, policy), hopeless if prunes else None):
        if best is None or (run.objective(), run.joined) < (best.objective(), best.joined):
            best = run
    return best


# ---------------------------------------------------------------- the worked examples


def rent(amount, name="rent"):
    return Debt(name, 2, amount, landlord=True)


def credit(name, amount, **more):
    return Debt(name, 4, amount, lender=True, **more)


def expect(what, found, wanted):
    assert found == wanted, f"{what}: {wanted} expected, {found} found"


def check_tiers(what, run, wanted):
    """Tiers written (months, {id: (instalment, last)})."""
    expect(f"{what}, number of tiers", len(run.tiers), len(wanted))
    for place, (tier, (months, lines)) in enumerate(zip(run.tiers, wanted), start=1):
        found = {name: (first, last) for name, (first, last, _) in tier.lines.items()}
        expect(f"{what}, tier {place}", (tier.months, found), (months, lines))


def same(amount):
    return amount, amount


def example_1():
    debts = [rent(230_000), Debt("electricity", 3, 64_050), credit("a", 980_000), credit("b", 420_000), credit("c", 65_000)]
    strict = generate(debts, [(1, 38_194)], 84, Policy(grouped=False))
    check_tiers(
        "example 1 strict",
        strict,
        [
            (7, {"rent": (32_858, 32_852), "electricity": same(5_336)}),
            (1, {"electricity": same(26_698), "a": same(8_047), "b": same(3_449)}),
            (39, {"a": (24_922, 24_917), "b": (10_681, 10_673), "c": (1_667, 1_654)}),
        ],
    )
    expect("example 1 strict, month", strict.tiers[2].total, 37_270)
    expect("example 1 strict, electricity in tier 1", 7 * 5_336, 37_352)
    expect("example 1 strict, objective", strict.objective()[:3], (0, 47, 3))
    grouped = generate(debts, [(1, 38_194)], 84)
    check_tiers(
        "example 1 grouped",
        grouped,
        [
            (8, {"rent": same(28_750), "electricity": (8_007, 8_001)}),
            (39, {"a": (25_129, 25_098), "b": (10_770, 10_740), "c": (1_667, 1_654)}),
        ],
    )
    expect("example 1 grouped, month", (38_194 - grouped.tiers[0].total, grouped.tiers[1].total), (1_437, 37_566))
    expect("example 1 grouped, objective", grouped.objective(), (0, 47, 2, 5))


def example_2():
    debts = [rent(185_000), credit("loan1", 3_840_000), credit("loan2", 2_115_055), credit("revolving", 930_813)]
    run = generate(debts, [(1, 31_200)], 84)
    check_tiers(
        "example 2",
        run,
        [(6, {"rent": (30_834, 30_830)}), (78, {"loan1": same(17_399), "loan2": same(9_583), "revolving": same(4_218)})],
    )
    expect("example 2, erased", run.unpaid(), {"rent": (0, 0), "loan1": (2_482_878, 0), "loan2": (1_367_581, 0), "revolving": (601_809, 0)})
    expect("example 2, paid", [a.principal_paid for a in run.accounts.values()], [185_000, 1_357_122, 747_474, 329_004])
    expect("example 2, objective", run.objective()[:3], (4_452_268, 84, 2))


def example_3():
    for principal_first, instalment, last, second, interest, rows in (
        (False, 37_585, 37_581, 3_849, 74_446, [1_244_978, 1_211_242]),
        (True, 37_447, 37_436, 3_837, 69_471, [1_241_163, None]),
    ):
        policy = Policy(percent=Fraction("3.71"), principal_first=principal_first)
        run = generate([credit("loan", 1_278_610)], [(1, 38_194)], 84, policy)
        check_tiers("example 3", run, [(36, {"loan": (instalment, last)})])
        account = run.accounts["loan"]
        expect("example 3, interest", (account.accrued, account.interest_paid), (interest, interest))
        month = Account(account.debt, account.monthly, 1_278_610)
        month.bear(month.monthly)
        expect("example 3, first interest", month.aside, 3_953)
        month.receive(instalment, principal_first, 1)
        expect("example 3, after a month", (month.principal, month.aside), (rows[0], 3_953 if principal_first else 0))
        month.bear(month.monthly)
        expect("example 3, second interest", month.accrued - 3_953, second)
        month.receive(instalment, principal_first, 2)
        if rows[1]:
            expect("example 3, after two months", month.principal, rows[1])


def example_4():
    run = generate([rent(120_000), credit("loan", 2_000_000)], [(1, 0), (25, 25_000)], 84, Policy(suspension_months=24))
    check_tiers("example 4", run, [(24, {}), (5, {"rent": same(24_000)}), (55, {"loan": same(25_000)})])
    expect("example 4, loan", (run.accounts["loan"].principal_paid, run.unpaid()["loan"]), (1_375_000, (625_000, 0)))


def example_5():
    debts = [Debt("fine", 1, 90_000, agreed=15_000), Debt("fraud", 1, 150_000), credit("loan", 900_000)]
    run = generate(debts, [(1, 30_000)], 84)
    check_tiers(
        "example 5",
        run,
        [(6, {"fine": same(15_000), "fraud": same(15_000)}), (2, {"fraud": same(30_000)}), (30, {"loan": same(30_000)})],
    )
    expect("example 5, objective", run.objective()[:3], (0, 38, 3))


def example_6():
    """Not printed in the worked examples: the two first properties they state are checked, the figures are shown."""
    debts = [Debt("tax", 3, 100_000), credit("loan", 500_000)]
    policy = Policy(percent=Fraction("3.71"), grouped=False)
    run = generate(debts, [(1, 25_000)], 84, policy)
    tax = Account(debts[0], Fraction("3.71") / 1200, 100_000)
    expect("example 6, tier 1", (run.tiers[0].months, run.tiers[0].lines["tax"][0]), (5, level_up(tax, 5, False)))
    expect("example 6, smallest", ends_in(tax, level_up(tax, 5, False) - 1, 5, False), False)
    return run, generate(debts, [(1, 25_000)], 84, replace(policy, grouped=True))


def check_examples():
    for example in (example_1, example_2, example_3, example_4, example_5, example_6):
        example()


def show(run):
    for tier in run.tiers:
        lines = ", ".join(f"{name} {euros(first)} (last {euros(last)})" for name, (first, last, _) in tier.lines.items())
        print(f"  months {tier.start}-{tier.start + tier.months - 1}: {lines or 'nothing'}")
    not_paid, months, tiers, lines = run.objective()
    print(f"  not paid {euros(not_paid)}, {months} months, {tiers} tiers, {lines} lines")


def main():
    check_examples()
    strict, grouped = example_6()
    print("example 6, strict:")
    show(strict)
    print("example 6, grouped:")
    show(grouped)
    print("oracle plan: examples 1 to 6 to the cent")
    return 0


check_examples()

if __name__ == "__main__":
    sys.exit(main())
