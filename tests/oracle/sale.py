"""The sale of an asset in a plan: who receives the price, and the plan before and after.

From the texts: securities by their rank (C. conso. L. 742-18), the others by contribution (C. civ. 2285) with landlords before
lenders (L. 711-6); the price on principal first for a home loan that may be reduced (L. 733-4 1°); a deferral is one of L. 733-1 1°.
"""

from dataclasses import replace

import oracle
import plan
import plan_document
import texts
import treatment
from oracle import cents, day, euros

LENDING = ("credit_institution", "finance_company")


def net_of(asset, price):
    """The debtor's part of a price, costs off, cents dropped."""
    whole = max(0, price - cents(asset.get("sale_costs", 0)))
    return whole * asset.get("joint_share_percent", 100) // 100


def distribute(net, claims):
    """({id: received}, left to the debtor). ``claims``: {id: (rank of the security or None, landlord, lender, owed)}."""
    received, rest = dict.fromkeys(claims, 0), net
    for rank in sorted({claim[0] for claim in claims.values() if claim[0] is not None}):
        owed = {name: claim[3] for name, claim in claims.items() if claim[0] == rank}
        given = min(rest, sum(owed.values()))
        received.update(plan.largest_remainder(given, owed))
        rest -= given
    plain = {name: claim[3] for name, claim in claims.items() if claim[0] is None}
    given = min(rest, sum(plain.values()))
    shares = plan.largest_remainder(given, plain)
    landlords = {name: owed for name, owed in plain.items() if claims[name][1]}
    lenders = {name: owed for name, owed in plain.items() if claims[name][2] and not claims[name][1]}
    for_both = sum(shares[name] for name in [*landlords, *lenders])
    for_landlords = min(for_both, sum(landlords.values()))
    if for_landlords > sum(shares[name] for name in landlords):  # lenders stand aside
        shares.update(plan.largest_remainder(for_landlords, landlords))
        shares.update(plan.largest_remainder(for_both - for_landlords, lenders))
    received.update(shares)
    return received, rest - given


def may_be_reduced(debt, asset, manner):
    """L. 733-4 1°: forced sale of the main home, or agreed to avoid a seizure; the lender financed it and is registered on it."""
    return (
        asset["kind"] == "main_home"
        and manner in ("forced", "agreed_to_avoid_seizure")
        and debt["kind"] == "home_loan"
        and bool(debt.get("finances_main_home"))
        and treatment.creditor(debt) in LENDING
    )


def refusals(document):
    """Names of what can't be asked of a sale."""
    asked, found = document["plan"], set()
    sale = asked["sale"]
    asset = next((one for one in document.get("assets", []) if one.get("id") == sale["asset"]), None)
    if asked.get("suspension_months"):
        found.add("field.conflict")
    if asset is None:
        return found | {"id.unknown"}
    if asset.get("protected") or asked.get("main_home_exception") and asset["kind"] == "main_home":
        found.add("field.not_applicable")
    if any(treatment.outside_the_file(debt) and secured(debt, sale) for debt in document["debts"]):
        found.add("field.not_applicable")
    last = plan_document.horizon(document)
    if sale["months"] > last or sale["months"] == last and last > texts.LONGEST_SUSPENSION:
        found.add("number.range")
    return found


def secured(debt, sale):
    """The rank of a debt's security on what is sold, or None."""
    security = debt.get("security") or {}
    return security.get("rank") if security.get("asset") == sale["asset"] else None


def moved(steps, gone):
    """The capacity, its months counted anew."""
    return [(1, plan.capacity_in(steps, gone + 1))] + [(start - gone, amount) for start, amount in steps if start > gone + 1]


def block_of(document):
    """The plan block of the answer."""
    sale, facts = document["plan"]["sale"], {debt["id"]: debt for debt in document["debts"]}
    asset = next(one for one in document["assets"] if one.get("id") == sale["asset"])
    debts, steps = plan_document.read_debts(document), plan_document.read_capacity(document)
    policy, horizon, months = plan_document.read_policy(document), plan_document.horizon(document), sale["months"]
    changes = {entry["debt"] for entry in document["plan"].get("rank_changes", [])}
    ranks = {debt.id: secured(facts[debt.id], sale) for debt in debts}
    deferred = {debt.id for debt in debts if ranks[debt.id] is not None and not debt.outside and not debt.landlord}
    reducible = {d.id for d in debts if ranks[d.id] is not None and may_be_reduced(facts[d.id], asset, sale.get("manner"))}

    before = plan.generate([replace(d, principal=0, accessories=0) if d.id in deferred else d for d in debts], steps, months, policy)
    due = {}
    for debt in debts:
        account = before.accounts[debt.id]
        if debt.id in deferred:
            account = plan.Account(debt, account.monthly, debt.principal, debt.accessories)
            for _ in range(months):
                account.bear(account.monthly)
        due[debt.id] = account
    price = cents(sale["price"]) if "price" in sale else cents(asset["value"])
    net = net_of(asset, price)
    received, surplus = distribute(net, {d.id: (ranks[d.id], d.landlord, d.lender, due[d.id].owed) for d in debts})

    parts, after = [], []
    for debt in debts:
        account, got = due[debt.id], received[debt.id]
        first = policy.principal_first or debt.id in reducible
        on_principal = min(got, account.principal) if first else max(0, got - account.aside)
        left = replace(debt, principal=account.principal - on_principal, accessories=account.aside - (got - on_principal))
        if ranks[debt.id] is not None and debt.rank > 1 and facts[debt.id]["kind"] == "home_loan" and debt.id not in changes:
            left = replace(left, rank=texts.HOME_LOAN_AFTER_SALE)
        after.append(left)
        row = {"debt": debt.id, "security_rank": ranks[debt.id], "deferred": debt.id in deferred, "received": euros(got)}
        row.update(principal=euros(on_principal), left=euros(left.balance))
        parts.append({key: value for key, value in row.items() if value is not None})

    blocks = [plan_document.block_of(document, before)]
    if horizon > months:
        blocks.append(plan_document.block_of(document, plan.generate(after, moved(steps, months), horizon - months, policy)))
    return joined(document, blocks, debts, due, deferred, reducible, parts, (price, net, surplus))


def joined(document, blocks, debts, due, deferred, reducible, parts, sums):
    sale, months, first_due = document["plan"]["sale"], document["plan"]["sale"]["months"], document["plan"].get("first_due_on")
    on = (lambda month: plan_document.months_later(day(first_due), month - 1).isoformat()) if first_due else None
    tiers = list(blocks[0]["tiers"])
    gone = sum(tier["months"] for tier in tiers)
    if gone < months:
        tiers.append({"from_month": gone + 1, "months": months - gone, "suspension": False, "total": "0.00", "lines": []})
    tiers += [{**tier, "from_month": tier["from_month"] + months} for block in blocks[1:] for tier in block["tiers"]]
    for tier in tiers:
        if on:
            tier["due_from"] = on(tier["from_month"])
    rows = []
    for place, debt in enumerate(debts):
        halves = [block["debts"][place] for block in blocks]
        row = {"id": debt.id, "rank": halves[-1]["rank"] if len(halves) > 1 else None, "outside": debt.outside, "start": euros(debt.balance)}
        waited = due[debt.id].accrued if debt.id in deferred else 0
        for name in ("interest", "principal_paid", "interest_paid", "paid"):
            row[name] = euros(sum(cents(half[name]) for half in halves) + (waited if name == "interest" else 0))
        row["from_sale"] = parts[place]["received"]
        last = halves[1] if len(halves) > 1 else {"erased": "0.00", "left": parts[place]["left"]}
        row.update(erased=last["erased"], left=last["left"])
        seen = [half[name] + shift for shift, half in zip((0, months), halves) for name in ("first_month", "last_month") if name in half]
        if seen:
            row.update(first_month=min(seen), last_month=max(seen))
        assert cents(row["start"]) + cents(row["interest"]) == sum(cents(row[n]) for n in ("paid", "from_sale", "erased", "left")), row
        parts[place]["reduced"] = debt.id in reducible and row["erased"] != "0.00"
        rows.append({key: value for key, value in row.items() if value is not None})
    names = ("start", "interest", "paid", "from_sale", "erased", "left")
    totals = {name: euros(sum(cents(row[name]) for row in rows)) for name in names}
    price, net, surplus = sums
    assert net == cents(totals["from_sale"]) + surplus
    last = max([months] + [row.get("last_month", 0) for row in rows])
    sold = {"asset": sale["asset"], "month": months, "manner": sale.get("manner", "amicable"), "price": euros(price), "net_proceeds": euros(net), "parts": parts, "surplus": euros(surplus)}
    if on:
        sold["due_on"] = on(months)
    return {
        "label": plan_document.label(document),
        "horizon_months": plan_document.horizon(document),
        "months": last,
        "tiers": tiers,
        "sale": sold,
        "debts": rows,
        "totals": totals,
        "objective": {"erased": totals["erased"], "months": last, "tiers": len(tiers), "lines": sum(len(t["lines"]) for t in tiers)},
    }


def evaluate(document):
    """The ``plan`` block of a document whose plan sells an asset, or ``errors``."""
    faults = plan_document.refusals(document) | refusals(document)
    if faults:
        return {"errors": faults}
    try:
        return {"plan": block_of(document)}
    except plan.PlanError as error:
        return {"errors": {error.name}}
    except oracle.LawError as error:
        return {"errors": error.names}
