"""Plans and ways side by side: each row is the plan drawn alone by ``plan_document``, or the names of its errors."""

import oracle
import plan_document
import sale
import texts
import treatment
from oracle import cents, euros

WITHIN = ("pro_rata", "equal", "smallest_first", "highest_rate_first")


def alone(document, wish):
    """The plan block of the document under a wish, or ``{"errors": names}``."""
    answer = plan_document.evaluate({**document, "plan": wish, "want": ["plan"]})
    return answer if "errors" in answer else answer["plan"]


def figures(block):
    """What a row shows of a plan."""
    if "errors" in block:
        return block
    first = [{"debt": row["id"], **({"month": row["first_month"]} if "first_month" in row else {})} for row in block["debts"]]
    totals = {key: block["totals"][key] for key in ("paid", "interest", "erased", "left")}
    return {"months": block["months"], "tiers": len(block["tiers"]), "lines": sum(len(tier["lines"]) for tier in block["tiers"]), **totals, "first_payments": first}


def own_wish(document):
    return document.get("plan", {})


def alternatives(wish):
    """The case's wish, then one point changed at a time."""
    yield "wish", wish
    grouped = wish.get("ranks", "grouped") == "grouped"
    yield ("strict_ranks", {**wish, "ranks": "strict"}) if grouped else ("grouped_ranks", {**wish, "ranks": "grouped"})
    kind = wish.get("rate", {}).get("kind", "nil")
    yield ("no_interest", {**wish, "rate": {"kind": "nil"}}) if kind == "legal" else ("legal_rate", {**wish, "rate": {"kind": "legal"}})
    for within in WITHIN:
        if within != wish.get("within_rank", "pro_rata") and (kind != "nil" or within != "highest_rate_first"):
            yield within, {**wish, "within_rank": within}


def knows_legal_rate(document):
    try:
        plan_document.legal_rate(document)
    except oracle.LawError:
        return False
    return True


def policies(document):
    if document.get("compare"):
        return [{"name": row["name"], **figures(alone(document, row["plan"]))} for row in document["compare"]]
    rows, drawn = [], []
    for name, wish in alternatives(own_wish(document)):
        if name == "legal_rate" and not knows_legal_rate(document):
            continue
        block = alone(document, wish)
        if block not in drawn:
            drawn.append(block)
            rows.append({"name": name, **figures(block)})
    return rows


def margins(document):
    if own_wish(document).get("capacity_steps") or "household" not in document or "retained" in document.get("decisions", {}):
        return []
    capacity = oracle.evaluate({**document, "want": ["capacity"]})["capacity"]
    rows = []
    for percent in (100, 95, 90) if cents(capacity["computed"]) else ():
        amount = cents(capacity["computed"]) * percent // 100
        wish = {**own_wish(document), "capacity_steps": [{"from_month": 1, "amount": euros(amount)}]}
        rows.append({"percent": percent, "left_to_live": euros(cents(capacity["resources"]) - amount), "capacity": euros(amount), **figures(alone(document, wish))})
    return rows


def outcome(document, way, months, interest, paid, erased, owed):
    """``owed``: what is still owed of each debt, by its identifier."""
    due = sum(treatment.balance(row) for row in document["debts"])
    survivors = [{"debt": row["id"], "amount": euros(owed[row["id"]])} for row in document["debts"] if owed[row["id"]]]
    survives = sum(owed.values())
    assert due + interest == paid + erased + survives, (way, due, interest, paid, erased, survives)
    return {"way": way, "months": months, "due": euros(due), "interest": euros(interest), "paid": euros(paid), "erased": euros(erased), "survives": euros(survives), "survivors": survivors}


def of_plan(document, way, block, months):
    owed = {row["id"]: treatment.balance(row) for row in document["debts"]}
    owed.update({row["id"]: cents(row["left"]) for row in block["debts"]})
    interest, paid, erased = (cents(block["totals"][key]) for key in ("interest", "paid", "erased"))
    return outcome(document, way, months, interest, paid, erased, owed)


def plan_way(document):
    wish = own_wish(document)
    block = alone(document, wish)
    row = block if "errors" in block else of_plan(document, None, block, block["months"])
    erases = row.get("erased", "0.00") != "0.00"
    way = "agreed_plan" if wish.get("kind") == "agreed" else "partial_erasure" if erases else "imposed_rescheduling"
    return {**row, "way": way}


def suspension(document):
    wish = own_wish(document)
    left = texts.LONGEST_PLAN - document.get("history", {}).get("earlier_measures_months", 0)
    if wish.get("main_home_exception"):
        left = max(left, 1)
    months = min(wish.get("suspension_months", texts.LONGEST_SUSPENSION), left)
    if not months:
        return {"way": "suspension", "errors": {"plan.earlier_measures"}}
    waiting = alone(document, {**wish, "kind": "agreed", "horizon_months": months, "suspension_months": months})
    return {**(waiting if "errors" in waiting else of_plan(document, None, waiting, months)), "way": "suspension"}


def full_erasure(document):
    """What the sales pay, then what is erased; what the treatments let survive, as far as it is not paid."""
    left = {row["id"]: treatment.balance(row) for row in document["debts"]}
    due, sold = sum(left.values()), 0
    for asset in document.get("assets", []):
        if "household" in document and not asset.get("protected") and asset["kind"] != "furniture":
            sold += worth(asset)
            sell(document, asset, left)
    owed = {entry["id"]: min(cents(entry["survives"]), left[entry["id"]]) for entry in treatment.treatments(document)}
    wiped = sum(left.values()) - sum(owed.values())
    row = outcome(document, "recovery_with_liquidation" if sold else "recovery_without_liquidation", 0, 0, due - sum(left.values()), wiped, owed)
    return {**row, "proceeds": euros(sold)} if sold else row


def sell(document, asset, left):
    """L. 742-18: the price of an asset, off what is left of each debt."""
    claims = {}
    for row in document["debts"]:
        if not treatment.outside_the_file(row):
            security = row.get("security", {})
            rank = security["rank"] if security and security["asset"] == asset.get("id") else None
            claims[row["id"]] = (rank, treatment.is_landlord(row), treatment.is_lender(row), left[row["id"]])
    for name, received in sale.distribute(worth(asset), claims)[0].items():
        left[name] -= received


def worth(asset):
    return sale.net_of(asset, cents(asset["value"]))


def ways(document):
    return [plan_way(document), suspension(document), full_erasure(document)]
