"""From a case document to the plan block expected in the answer.

Where the interface leaves a choice open, ``open_points`` names it, and the random check keeps away from it unless told otherwise.
"""

from datetime import date
from fractions import Fraction

import oracle
import plan
import texts
import treatment
from oracle import cents, day, euros


def legal_rate(document, individuals=False):
    """Percent a year in force on the day of assessment; class "all other cases" unless told otherwise."""
    rows = [(row[0], row[1:]) for row in texts.LEGAL_INTEREST]
    for overlay in document.get("law", {}).get("overlays", []):
        added = [(day(e["from"]), (e["individuals"], e["others"])) for e in overlay.get("legal_interest", [])]
        rows = oracle.with_overlay_rows(rows, added)
    row = oracle.in_force(rows, day(document["assessed_on"]))
    if day(document["assessed_on"]) > date(2026, 12, 31) and row[0] < date(2027, 1, 1):
        raise oracle.LawError("law.unknown_value")  # each half-year has its own rate
    if row is None:
        raise oracle.LawError("law.before_coverage")
    return Fraction(row[1][0 if individuals else 1])


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
                kept=owed if debt["kind"] == "pawn_loan" else cents(debt.get("guarantor_paid", 0)),
            )
        )
    return found


def read_policy(document):
    asked = document.get("plan", {})
    rate = asked.get("rate", {"kind": "nil"})
    percent = {"nil": lambda: Fraction(0), "legal": lambda: legal_rate(document), "given": lambda: Fraction(rate["percent"])}
    waiting = asked.get("suspension_interest", "none") == "legal" and asked.get("suspension_months")
    return plan.Policy(
        grouped=asked.get("ranks", "grouped") == "grouped",
        may_flow=asked.get("landlord_surplus", "withheld") == "may_flow",
        token_floor=cents(asked.get("token_floor", "15.00")),
        percent=percent[rate["kind"]](),
        principal_first=asked.get("imputation", "interest_first") == "principal_first",
        rounding_down=asked.get("rounding", "up") == "down",
        within_rank=asked.get("within_rank", "pro_rata"),
        suspension_months=asked.get("suspension_months", 0),
        suspension_percent=legal_rate(document) if waiting else Fraction(0),
        agreed_plan=asked.get("kind", "imposed") == "agreed",
    )


def read_capacity(document):
    steps = document.get("plan", {}).get("capacity_steps")
    if steps:
        return [(step["from_month"], cents(step["amount"])) for step in steps]
    return [(1, cents(oracle.evaluate({**document, "want": ["capacity"]})["capacity"]["retained"]))]


def horizon(document):
    """Months the plan may use: seven years less earlier measures, unless a main-home exception lifts that bound."""
    asked = document.get("plan", {})
    left = texts.LONGEST_PLAN - document.get("history", {}).get("earlier_measures_months", 0)
    if asked.get("main_home_exception"):
        return asked.get("horizon_months", max(1, left))
    if left < 1:
        raise plan.PlanError("plan.earlier_measures", "history.earlier_measures_months")
    if not 1 <= asked.get("horizon_months", left) <= left:
        raise plan.PlanError("number.range", "plan.horizon_months")
    return asked.get("horizon_months", left)


def label(document):
    asked = document.get("plan", {})
    if asked.get("suspension_months"):
        return "indicative"
    return "decided" if asked.get("capacity_steps") or "retained" in document.get("decisions", {}) else "maximum"


def all_runs(document):
    return plan.runs(read_debts(document), read_capacity(document), horizon(document), read_policy(document))


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
    unpaid = run.unpaid()
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


def evaluate(document):
    """``treatments`` and ``plan`` blocks, or ``errors``."""
    want = document.get("want", ["treatments", "plan"])
    answer = {}
    if "treatments" in want:
        answer["treatments"] = treatment.treatments(document)
    if "plan" in want:
        if day(document["assessed_on"]) < texts.LONGEST_PLAN_SINCE:
            return {"errors": {"law.before_coverage"}}
        excluded = {debt["id"] for debt in document["debts"] if treatment.is_excluded(debt)}
        if excluded & {entry["debt"] for entry in document.get("plan", {}).get("rank_changes", [])}:
            return {"errors": {"field.not_applicable"}}  # what is outside the procedure has no rank in it
        try:
            answer["plan"] = block_of(document, all_runs(document)[0])
        except plan.PlanError as error:
            return {"errors": {error.name}}
        except oracle.LawError as error:
            return {"errors": error.names}
    return answer


# ---------------------------------------------------------------- what the interface leaves open


def tier_figures(run):
    return [(tier.start, tier.months, tier.lines) for tier in run.tiers]


def same_objective(run, other):
    """Equal for every reading of the objective."""
    return run.objective() == other.objective()


def open_in_facts(document):
    """Points open whatever the plan turns out to be."""
    asked, debts = document.get("plan", {}), document["debts"]
    policy = read_policy(document)
    found = set()
    for debt in debts:
        if treatment.outside_the_file(debt) or treatment.unknown_creditor(debt):
            found.add("debt outside the file")
        if debt["kind"] in texts.EXCLUDED_WITHOUT_CONSENT and debt.get("consent"):
            found.add("rank of an excluded debt whose creditor agrees")
        if "outside_plan" in debt:
            found.add("debt left outside the plan")
        if (policy.percent or policy.suspension_percent) and treatment.balance(debt) != cents(debt["principal"]):
            found.add("interest on old interest, costs and penalties")
    if asked.get("within_rank", "pro_rata") != "pro_rata":
        found.add("sharing within a rank")
    if policy.rounding_down and policy.percent:
        found.add("rounding down with a rate")
    if asked.get("suspension_months") and any(debt.outside for debt in read_debts(document)):
        found.add("outside debts during a suspension")
    if asked.get("capacity_steps", [{"from_month": 1}])[0]["from_month"] != 1:
        found.add("capacity before the first step")
    inside = [debt for debt in read_debts(document) if not debt.outside]
    landlords = [debt.rank for debt in inside if debt.landlord]
    if landlords and any(debt.lender and debt.rank <= max(landlords) for debt in inside):
        found.add("lender ranked with or before a landlord")
    return found


def open_in_plan(document, found):
    """Points open for the plan obtained; ``found``: every run, best first."""
    run, points = found[0], set()
    policy = read_policy(document)
    plain = plan.replace(policy, dividends=False)
    other = plan.runs(read_debts(document), read_capacity(document), horizon(document), plain)[0]
    if tier_figures(other) != tier_figures(run):
        points.add("dividends")
    not_paid = run.objective()[0]
    if not_paid and policy.agreed_plan:
        points.add("objective of an agreed plan that leaves a balance")
    if any(account.owed and account.debt.kept and not account.debt.outside for account in run.accounts.values()):
        points.add("balance that cannot be erased")
    for rival in found[1:]:
        if same_objective(run, rival) and tier_figures(rival) != tier_figures(run):
            points.add("groupings with the same objective")
    for other in found:
        points |= other.open_points
    for tier in run.tiers:
        if not tier.lines and run.available[tier.start - 1] and tier.start > policy.suspension_months:
            points.add("nothing paid although there is a capacity")
    return points


def open_points(document):
    found = open_in_facts(document)
    try:
        return found | open_in_plan(document, all_runs(document))
    except (plan.PlanError, oracle.LawError):
        return found
