"""What the law lets a plan do with each debt, and what a full erasure would do to it.

Values: ``allowed``; ``with_consent``, of the creditor; ``forbidden``; ``arguable`` (suspension of an excluded debt that is not
maintenance: L. 711-4 does not name suspension, L. 733-1 4° keeps only maintenance out of it).
"""

import texts
from oracle import cents, day, euros

MEASURES = ("reschedule", "defer", "suspend", "remit", "erase")


def balance(debt):
    return sum(cents(debt.get(part, 0)) for part in ("principal", "interest", "costs", "penalty"))


def creditor(debt):
    return debt.get("creditor", texts.CREDITORS.get(debt["kind"], "other"))


def is_landlord(debt):
    return creditor(debt) == "lessor"


def is_lender(debt):
    """L. 711-6: credit institutions, finance companies, consumer credits."""
    if is_landlord(debt):
        return False
    return creditor(debt) in ("credit_institution", "finance_company") or debt["kind"] in (
        "consumer_credit",
        "revolving_credit",
        "overdraft",
    )


def is_excluded(debt):
    """L. 711-4, with the creditor's consent taken into account."""
    if debt["kind"] in texts.EXCLUDED_ALWAYS:
        return True
    if debt["kind"] not in texts.EXCLUDED_WITHOUT_CONSENT or debt.get("consent"):
        return False
    return debt["kind"] != "social_fraud" or debt.get("fraud_proof", "none") != "none"


def rank(debt, changes=None):
    if is_excluded(debt):
        return 1
    if debt["id"] in (changes or {}):
        return changes[debt["id"]]
    if debt["kind"] == "home_loan" and debt.get("left_by_sale"):
        return texts.HOME_LOAN_AFTER_SALE
    return texts.RANKS.get(debt["kind"], 5)


def outside_the_file(debt):
    """Not touched by any measure: set aside by the judge, or of the professional estate."""
    return bool(debt.get("set_aside")) or debt.get("estate") == "professional"


def unknown_creditor(debt):
    """L. 733-15: neither declared by the debtor nor told of the measures."""
    return debt.get("undeclared", False)


class Reasons:
    def __init__(self):
        self.rows = []

    def add(self, rule, article, certainty="certain"):
        self.rows.append({"rule": rule, "article": f"C. conso. {article}", "certainty": certainty})


def treat(debt, decided_on, changes=None):
    """The treatment of one debt; ``decided_on``: the day debts are fixed for a full erasure."""
    reasons = Reasons()
    owed, paid_by_others = balance(debt), cents(debt.get("guarantor_paid", 0))
    measures = dict.fromkeys(MEASURES, "allowed")
    excluded, kind = is_excluded(debt), debt["kind"]
    erased = owed - paid_by_others
    if excluded:
        answer = "forbidden" if kind in texts.EXCLUDED_ALWAYS else "with_consent"
        measures.update(reschedule=answer, defer=answer, remit=answer, erase=answer, suspend="arguable")
        erased = 0
        reasons.add("excluded" if answer == "with_consent" else "excluded_always", "L. 711-4")
        reasons.add("excluded_deferral", "L. 711-4", "likely")
        if kind != "maintenance":
            reasons.add("excluded_suspension", "L. 733-1", "unsure")
    elif kind in texts.EXCLUDED_WITHOUT_CONSENT and debt.get("consent"):
        reasons.add("creditor_consents", "L. 711-4")
    elif kind == "social_fraud":
        reasons.add("fraud_not_proved", "L. 711-4")
    if kind == "maintenance":
        measures["suspend"] = "forbidden"
        reasons.add("maintenance_never_suspended", "L. 733-1")
    if kind == "fixed_fine":
        reasons.add("fixed_fine_is_no_conviction", "L. 711-4", "unsure")
    if kind in ("parking_fee", "administrative_penalty", "damages", "social_overpayment"):
        reasons.add("ordinary", "L. 711-4")
    if kind == "tax":
        reasons.add("tax_as_other_debts", "L. 733-6")
    if kind == "pawn_loan":
        measures["erase"], erased = "forbidden", 0
        reasons.add("pledge_loan_not_erased", "L. 711-5")
        reasons.add("pledge_loan_rescheduled", "L. 711-5", "likely")
    if kind == "home_loan" and debt.get("left_by_sale"):
        reasons.add("left_after_sale_reduced", "L. 733-4")
    if paid_by_others:
        reasons.add("paid_by_guarantor", "L. 733-4")
        reasons.add("paid_by_guarantor", "L. 741-2")
        if paid_by_others == owed:
            measures["erase"] = "forbidden"
    if debt.get("co_debtor") or paid_by_others:
        reasons.add("others_stay_bound", "L. 741-2", "likely")
    if unknown_creditor(debt):
        measures = {name: "forbidden" for name in MEASURES}
        reasons.add("not_bound_by_measures", "L. 733-15")
        reasons.add("extinguished_by_full_erasure", "L. 741-3")
    if outside_the_file(debt):
        measures, erased = {name: "forbidden" for name in MEASURES}, 0
        reasons.add("set_aside", "R. 723-7") if debt.get("set_aside") else reasons.add("professional_estate", "L. 711-9")
    if "arose_on" in debt and day(debt["arose_on"]) > decided_on:
        erased = 0
        reasons.add("arose_after_the_decision", "L. 741-2")
    if debt.get("contested"):
        reasons.add("contested", "L. 723-3")
    if is_landlord(debt):
        reasons.add("landlord_first", "L. 711-6")
    if not reasons.rows:
        reasons.add("debts_of_any_kind", "L. 733-1")
    return {
        "id": debt["id"],
        "rank": rank(debt, {}),
        "excluded": excluded,
        **measures,
        "erased_in_full_erasure": euros(erased),
        "survives": euros(owed - erased),
        "reasons": reasons.rows,
    }


def treatments(document):
    decided_on = day(document["assessed_on"])
    changes = {entry["debt"]: entry["rank"] for entry in document.get("plan", {}).get("rank_changes", [])}
    return [treat(debt, decided_on, changes) for debt in document.get("debts", [])]
