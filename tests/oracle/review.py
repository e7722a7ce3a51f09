"""Where a plan under way stands after some months, and the case as it stands then: written from the texts, month by month.

A month's interest is the principal times a twelfth of the plan's rate, rounded half up, and bears none itself. Arrears are the
latest instalments that fell due (C. civ. 1342-10: payments settle the oldest first). Erasure comes at the end of a plan that was
carried out. The months elapsed are taken from the seven years.
"""

import copy
from fractions import Fraction

import plan_document
import treatment
from oracle import cents, euros, half_up

LOANS = ("consumer_credit", "revolving_credit", "bank_loan", "home_loan", "pawn_loan", "private_lender")


def calendar(plan, name):
    """What the plan writes for a debt: (amount, suspended) of each month."""
    months = []
    for tier in plan["tiers"]:
        row = [0] * tier["months"]
        for line in tier.get("lines", []):
            if line["debt"] == name:
                count = min(line.get("payments", tier["months"]), tier["months"])
                row[:count] = [cents(line["instalment"])] * count
                if count:
                    row[count - 1] = cents(line.get("last", line["instalment"]))
        months += [(amount, bool(tier.get("suspension"))) for amount in row]
    return months


def without_arrears(written, arrears):
    """Takes the arrears from the latest instalments."""
    paid = list(written)
    for place in reversed(range(len(paid))):
        taken = min(arrears, paid[place][0])
        paid[place] = (paid[place][0] - taken, paid[place][1])
        arrears -= taken
    assert arrears == 0, "more in arrears than fell due"
    return paid


class Claim:
    """Principal, which bears interest, and what is set aside, which bears none."""

    def __init__(self, debt, plan):
        self.principal = cents(debt["principal"])
        self.aside = treatment.balance(debt) - self.principal
        beside = debt["id"] in plan.get("outside", []) or "outside_plan" in debt
        rates = {entry["debt"]: Fraction(entry["percent"]) for entry in plan.get("rates", [])}
        self.ordinary = rates.get(debt["id"], Fraction(0))
        self.suspended = self.ordinary if beside else Fraction(plan.get("suspension_rate", "0"))
        self.principal_first = plan.get("imputation", "interest_first") == "principal_first"
        self.interest = 0

    @property
    def due(self):
        return self.principal + self.aside

    def month(self, amount, suspended):
        """Interest, then a payment; what of it was due."""
        percent = self.suspended if suspended else self.ordinary
        interest = half_up(self.principal * percent / 1200)
        self.interest += interest
        self.aside += interest
        return self.pay(amount)

    def pay(self, amount, principal_first=None):
        first = self.principal_first if principal_first is None else principal_first
        paid = min(amount, self.due)
        if first:
            on_principal = min(paid, self.principal)
        else:
            on_principal = paid - min(paid, self.aside)
        self.principal -= on_principal
        self.aside -= paid - on_principal
        return paid


def of(entries, name):
    return sum(cents(entry["amount"]) for entry in entries if entry["debt"] == name)


def stand(document):
    """The review block, without its signals and the new plan."""
    review = document["review"]
    plan, run = review["plan"], review["months_elapsed"]
    length = sum(tier["months"] for tier in plan["tiers"])
    assert run <= length
    arrears = sum(cents(entry["amount"]) for entry in review.get("unpaid", []))
    carried_out = run == length and not arrears and not review.get("lapsed")
    rows, claims = [], {}
    for debt in document["debts"]:
        name = debt["id"]
        written = calendar(plan, name)
        claim = Claim(debt, plan)
        start = claim.due
        unpaid = of(review.get("unpaid", []), name)
        paid_in = without_arrears(written[:run], unpaid)
        paid = sum(claim.month(*month) for month in paid_in)
        interest = claim.interest
        received = 0
        for entry in review.get("received", []):
            if entry["debt"] == name:
                price = entry.get("from_sale") and debt.get("finances_main_home")
                assert cents(entry["amount"]) <= claim.due
                received += claim.pay(cents(entry["amount"]), True if price else None)
        today = copy.copy(claim)
        to_come = sum(claim.month(*month) for month in written[run:])
        foreseen = min(of(plan.get("erased", []), name), claim.due)
        erased = foreseen if carried_out else 0
        if carried_out:
            left = today.due - erased
            today.principal = min(today.principal, left)
            today.aside = left - today.principal
        rows.append(
            {
                "id": name,
                "start": start,
                "interest": interest,
                "fallen_due": sum(amount for amount, _ in written[:run]),
                "unpaid": unpaid,
                "paid": paid,
                "overpaid": sum(amount for amount, _ in paid_in) - paid,
                "received": received,
                "erased": erased,
                "due": today.due,
                "principal_due": today.principal,
                "still_to_pay": 0 if carried_out else to_come,
                "erasure_foreseen": 0 if carried_out else foreseen,
            }
        )
        assert start + interest == paid + received + erased + today.due, name
        claims[name] = today
    keys = ("start", "interest", "fallen_due", "unpaid", "paid", "received", "erased", "due")
    totals = {key: sum(row[key] for row in rows) for key in keys}
    totals["new_debts"] = sum(treatment.balance(debt) for debt in review.get("new_debts", []))
    totals["owed"] = totals["due"] + totals["new_debts"]
    for row in rows:
        if not row["overpaid"]:
            del row["overpaid"]
    written_out = lambda row: {key: euros(value) if isinstance(value, int) else value for key, value in row.items()}  # noqa: E731
    block = {
        "months_elapsed": run,
        "months_left": length - run,
        "carried_out": carried_out,
        "debts": [written_out(row) for row in rows],
        "totals": written_out(totals),
        "rest_of_plan": {
            "months": length - run,
            "paid": euros(sum(row["still_to_pay"] for row in rows)),
            "erased": euros(sum(row["erasure_foreseen"] for row in rows)),
        },
    }
    return block, claims


def today(document):
    """The document of the case as it stands: what is owed, and the months elapsed in its history."""
    review = document["review"]
    _, claims = stand(document)
    now = {key: value for key, value in document.items() if key != "review"}
    sold = {entry["debt"] for entry in review.get("received", []) if entry.get("from_sale")}
    debts = []
    for debt in document["debts"]:
        claim = claims[debt["id"]]
        if not claim.due:
            continue
        kept = {key: value for key, value in debt.items() if key not in ("interest", "costs", "penalty")}
        kept["principal"] = euros(claim.principal)
        if claim.aside:
            kept["interest"] = euros(claim.aside)
        if "guarantor_paid" in kept:
            kept["guarantor_paid"] = euros(min(cents(kept["guarantor_paid"]), claim.due))
        if debt["id"] in sold:
            kept.pop("security", None)
            kept["left_by_sale"] = bool(kept.get("left_by_sale")) or kept["kind"] == "home_loan"
        debts.append(kept)
    now["debts"] = debts + review.get("new_debts", [])
    history = dict(document.get("history", {}))
    history["earlier_measures_months"] = history.get("earlier_measures_months", 0) + review["months_elapsed"]
    now["history"] = history
    return now


def evaluate(document):
    """The ``review`` block and, when it is wanted, the new plan."""
    answer = {"review": stand(document)[0]}
    if "plan" in document["want"]:
        drawn = plan_document.evaluate({**today(document), "want": ["plan"]})
        if "errors" in drawn:
            return drawn
        answer["plan"] = drawn["plan"]
        totals = drawn["plan"]["totals"]
        answer["review"]["new_plan"] = {
            "horizon_months": drawn["plan"]["horizon_months"],
            "months": drawn["plan"]["months"],
            **{key: totals[key] for key in ("paid", "erased", "left")},
        }
    return answer
