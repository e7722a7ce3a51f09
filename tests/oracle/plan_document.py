"""From a case document to the treatments and the plan expected in the answer."""

from datetime import date
from fractions import Fraction

import oracle
import plan
import texts
import treatment
from oracle import cents, day, euros, half_up


def legal_rate(document):
    """Percent a year in force on the day of assessment, class "all other cases", as printed."""
    rows = [(row[0], row[2]) for row in texts.LEGAL_INTEREST]
    for overlay in document.get("law", {}).get("overlays", []):
        rows = oracle.with_overlay_rows(rows, [(day(e["from"]), e["others"]) for e in overlay.get("legal_interest", [])])
    row = oracle.in_force(rows, day(document["assessed_on"]))
    if day(document["assessed_on"]) > date(2026, 12, 31) and row[0] < date(2027, 1, 1):
        raise oracle.LawError("law.unknown_value")  # each half-year has its own rate
    if row is None:
        raise oracle.LawError("law.before_coverage")
    return row[1]


def imposed_ceiling(document):
    """Whatever the length of the plan, an imposed rate is at most the legal one (L. 733-1, 3°); an agreed one may be more."""
    if document.get("plan", {}).get("kind", "imposed") == "agreed":
        return []
    try:
        return [legal_rate(document)]
    except oracle.LawError:
        return []


def asked_rate(document):
    """Percent a year of the measures, as text; None without interest."""
    rate = document.get("plan", {}).get("rate", {"kind": "nil"})
    if rate["kind"] == "given":
        return min([rate["percent"], *imposed_ceiling(document)], key=Fraction)
    return legal_rate(document) if rate["kind"] == "legal" else None


def rate_of(document, debt):
    """Percent a year that the plan gives a debt, as text: never above the contract's."""
    asked = asked_rate(document)
    contract = [debt["contract_rate"]] if "contract_rate" in debt else []
    return None if asked is None else min([*contract, asked], key=Fraction)


def months_later(start, months):
    """The n-th due date counts from the first: same day number, or the last of the month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for number in range(start.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, start.day)


def in_plan(document):
    """Debts a plan shows: those of the file and of the estate it deals with."""
    return [debt for debt in document["debts"] if not treatment.outside_the_file(debt)]


def read_debts(document):
    changes = {entry["debt"]: entry["rank"] for entry in document.get("plan", {}).get("rank_changes", [])}
    found = []
    for debt in in_plan(document):
        owed = treatment.balance(debt)
        rank = treatment.rank(debt, changes)
        agreed = debt["outside_plan"]["instalment"] if "outside_plan" in debt else None
        if rank == plan.OUTSIDE_RANK and agreed is None:
            agreed = debt.get("agreed_instalment")
        found.append(
            plan.Debt(
                id=debt["id"],
                rank=rank,
                principal=cents(debt["principal"]),
                accessories=owed - cents(debt["principal"]),
                landlord=treatment.is_landlord(debt),
                lender=treatment.is_lender(debt),
                agreed=cents(agreed) if agreed is not None else None,
                contract=Fraction(debt["contract_rate"]) if "contract_rate" in debt else None,
                kept=cents(debt.get("guarantor_paid", 0)),
                unerasable=treatment.treat(debt, day(document["assessed_on"]))["erase"] == "forbidden",
            )
        )
    return found


def read_policy(document):
    asked = document.get("plan", {})
    waiting = asked.get("suspension_interest", "none") == "legal" and asked.get("suspension_months")
    return plan.Policy(
        grouped=asked.get("ranks", "grouped") == "grouped",
        may_flow=asked.get("landlord_surplus", "withheld") == "may_flow",
        token_floor=cents(asked.get("token_floor", "15.00")),
        percent=Fraction(asked_rate(document) or 0),
        principal_first=asked.get("imputation", "interest_first") == "principal_first",
        rounding_down=asked.get("rounding", "up") == "down",
        within_rank=asked.get("within_rank", "pro_rata"),
        suspension_months=asked.get("suspension_months", 0),
        suspension_percent=Fraction(legal_rate(document)) if waiting else Fraction(0),
        # An agreed plan erases nothing by itself; a suspension with nothing after it is no settlement (L. 733-2).
        erases=asked.get("kind", "imposed") == "imposed" and asked.get("suspension_months", 0) < horizon(document),
    )


def read_capacity(document):
    steps = document.get("plan", {}).get("capacity_steps")
    if steps:
        return [(step["from_month"], cents(step["amount"])) for step in steps]
    return [(1, cents(oracle.evaluate({**document, "want": ["capacity"]})["capacity"]["retained"]))]


def months_left(document):
    """Seven years less earlier measures."""
    return texts.LONGEST_PLAN - document.get("history", {}).get("earlier_measures_months", 0)


def horizon(document):
    """Months the plan may use; a main-home exception lifts the bound of seven years, not what is used by default."""
    return document.get("plan", {}).get("horizon_months", max(1, months_left(document)))


def refusals(document):
    """Names of what can't be asked of a plan."""
    asked, left, found = document.get("plan", {}), months_left(document), set()
    if not asked.get("main_home_exception"):
        if left < 1:
            found.add("plan.earlier_measures")
        elif horizon(document) > left:
            found.add("number.range")
    excluded = {debt["id"] for debt in document["debts"] if treatment.is_excluded(debt)}
    if excluded & {entry["debt"] for entry in asked.get("rank_changes", [])}:
        found.add("field.not_applicable")  # what is outside the procedure has no rank in it
    return found


def label(document):
    asked = document.get("plan", {})
    if asked.get("suspension_months"):
        return "indicative"
    return "decided" if asked.get("capacity_steps") or "retained" in document.get("decisions", {}) else "maximum"


def best_run(document):
    facts = read_debts(document), read_capacity(document)
    run = plan.generate(*facts, horizon(document), read_policy(document))
    if may_pass_seven_years(document, run):
        return run
    if not months_left(document):
        raise plan.PlanError("plan.earlier_measures", "history.earlier_measures_months")
    return plan.generate(*facts, months_left(document), read_policy(document))


def may_pass_seven_years(document, run):
    """What is paid after seven years is for loans of the main home alone, or all is repaid (L. 732-3, L. 733-3)."""
    homes = {debt["id"] for debt in document["debts"] if debt.get("finances_main_home")}
    late = {name for name, account in run.accounts.items() if account.months and account.months[-1] > months_left(document)}
    return late <= homes or not any(account.owed for account in run.accounts.values() if not account.debt.outside)


def interest_of_suspension(account, run):
    """Simple interest on the whole principal, month by month, while claims are suspended."""
    months = 0 if account.debt.outside else min(run.policy.suspension_months, run.horizon)
    return months * half_up(account.debt.principal * run.policy.suspension_percent / 1200)


def without_payment(document, run):
    """In place of a plan that pays nothing: no measure is there to combine an erasure with (L. 733-4, 2°). What is left is the
    suspension asked for, then the claims as they are, at no rate."""
    run.tiers = [tier for tier in run.tiers if tier.start <= run.policy.suspension_months]
    run.policy = plan.replace(run.policy, erases=False)
    for account in run.accounts.values():
        account.accrued = interest_of_suspension(account, run)
        account.principal, account.aside = account.debt.principal, account.debt.accessories + account.accrued
    asked = {key: value for key, value in document.get("plan", {}).items() if key != "rate"}
    return block_of({**document, "plan": asked}, run)


def block_of(document, run):
    """The plan block of the answer."""
    first_due = document.get("plan", {}).get("first_due_on")
    tiers = []
    for tier in run.tiers:
        row = {"from_month": tier.start, "months": tier.months}
        if first_due:
            row["due_from"] = months_later(day(first_due), tier.start - 1).isoformat()
        row["suspension"] = tier.start <= run.policy.suspension_months
        row["total"] = euros(tier.total)
        row["lines"] = [
            {"debt": name, "instalment": euros(first), "payments": count, "last": euros(last)}
            for name, (first, last, count) in ((name, tier.lines[name]) for name in run.accounts if name in tier.lines)
        ]
        tiers.append(row)
    unpaid, given = run.unpaid(), {debt["id"]: debt for debt in document["debts"]}
    debts, totals = [], dict.fromkeys(("start", "paid", "interest", "erased", "left"), 0)
    for name, account in run.accounts.items():
        erased, left = unpaid[name]
        paid = account.principal_paid + account.interest_paid
        row = {
            "id": name,
            "rank": account.debt.rank,
            "outside": account.debt.outside,
            "start": euros(account.debt.balance),
            "interest": euros(account.accrued),
            "principal_paid": euros(account.principal_paid),
            "interest_paid": euros(account.interest_paid),
            "paid": euros(paid),
            "erased": euros(erased),
            "left": euros(left),
        }
        rate = None if account.debt.outside else rate_of(document, given[name])
        if rate is not None:
            row["rate"] = rate
        if account.months:
            row.update(first_month=account.months[0], last_month=account.months[-1])
        debts.append(row)
        for key, amount in (("start", account.debt.balance), ("paid", paid), ("interest", account.accrued), ("erased", erased), ("left", left)):
            totals[key] += amount
    assert totals["start"] + totals["interest"] == totals["paid"] + totals["erased"] + totals["left"]
    _, months, tier_count, lines = run.objective()
    return {
        "label": label(document),
        "horizon_months": run.horizon,
        "months": months,
        "tiers": tiers,
        "debts": debts,
        "totals": {key: euros(amount) for key, amount in totals.items()},
        "objective": {"erased": euros(totals["erased"]), "months": months, "tiers": tier_count, "lines": lines},
    }


def plan_block(document):
    """The plan of a document without a sale."""
    run = best_run(document)
    not_paid, months, *_ = run.objective()
    return without_payment(document, run) if not_paid and not months else block_of(document, run)


def evaluate(document):
    """``treatments`` and ``plan`` blocks, or ``errors``."""
    want = document.get("want", ["treatments", "plan"])
    answer = {}
    if "treatments" in want:
        answer["treatments"] = treatment.treatments(document)
    if "plan" in want:
        if day(document["assessed_on"]) < texts.LONGEST_PLAN_SINCE:
            return {"errors": {"law.before_coverage"}}
        faults = refusals(document)
        if faults:
            return {"errors": faults}
        try:
            answer["plan"] = plan_block(document)
        except plan.PlanError as error:
            return {"errors": {error.name}}
        except oracle.LawError as error:
            return {"errors": error.names}
    return answer
