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
    if is_landlord(debt):  # L. 711-6 speaks of every claim of a lessor
        return texts.RANKS["housing_arrears"]
    if debt["kind"] == "home_loan" and debt.get("left_by_sale"):
        return texts.HOME_LOAN_AFTER_SALE
    return texts.RANKS.get(debt["kind"], 5)


def outside_the_file(debt):
    """Not touched by any measure: set aside by the judge, or of the professional estate."""
    return bool(debt.get("set_aside")) or debt.get("estate") == "professional"


def unknown_creditor(debt):
    """L. 733-15: neither declared by the debtor nor told of the measures."""
    return debt.get("undeclared", False)


# Why: the provision behind each reason, and how certain the reading is.
SOURCES = {
    "ordinary": ("L. 733-1, 1°", "certain"),
    "maintenance": ("L. 711-4, 1°", "certain"),
    "penal_damages": ("L. 711-4, 2°", "certain"),
    "social_fraud": ("L. 711-4, 3°", "certain"),
    "fraud_not_proven": ("L. 711-4, 3°", "certain"),
    "tax_fraud": ("L. 711-4, 4°", "certain"),
    "court_fine": ("L. 711-4, dernier alinéa", "certain"),
    "fixed_fine": ("L. 711-4, dernier alinéa", "unsure"),
    "consent": ("L. 711-4", "certain"),
    "maintenance_not_suspended": ("L. 733-1, 4°", "certain"),
    "suspension_arguable": ("L. 733-1, 4°, L. 711-4", "unsure"),
    "pawn_loan": ("L. 711-5", "certain"),
    "landlord_first": ("L. 711-6", "certain"),
    "born_after": ("L. 741-2", "certain"),
    "guarantor_paid": ("L. 733-4, 2°, L. 741-2, L. 742-22", "certain"),
    "co_debtor": ("L. 741-2", "likely"),
    "undeclared": ("L. 733-15", "certain"),
    "set_aside": ("R. 723-7", "certain"),
    "professional_estate": ("L. 711-9", "certain"),
}


def named_by_the_exclusions(debt):
    """Of a kind that L. 711-4 names, whatever its creditor says."""
    kind = debt["kind"]
    if kind == "social_fraud":
        return debt.get("fraud_proof", "none") != "none"
    return kind in texts.EXCLUDED_WITHOUT_CONSENT or kind in texts.EXCLUDED_ALWAYS


def measures_open(debt):
    """Each measure, and the reasons, in the order of the texts: L. 711-4, L. 733-1, L. 711-5, L. 711-6."""
    kind, reasons = debt["kind"], []
    measures = dict.fromkeys(MEASURES, "allowed")
    if named_by_the_exclusions(debt):
        reasons.append(kind)
        if is_excluded(debt):
            answer = "forbidden" if kind in texts.EXCLUDED_ALWAYS else "with_consent"
            measures.update(reschedule=answer, defer=answer, remit=answer, erase=answer)
        else:
            reasons.append("consent")
        if kind == "maintenance":  # this text has no reserve for an agreement
            measures["suspend"] = "forbidden"
            reasons.append("maintenance_not_suspended")
        elif is_excluded(debt):
            measures["suspend"] = "arguable"
            reasons.append("suspension_arguable")
    else:
        reasons.append("ordinary")
        reasons += {"social_fraud": ["fraud_not_proven"], "fixed_fine": ["fixed_fine"]}.get(kind, [])
    if kind == "pawn_loan":
        measures["erase"] = "forbidden"
        reasons.append("pawn_loan")
    if cents(debt.get("guarantor_paid", 0)) == balance(debt):
        measures["erase"] = "forbidden"
    if is_landlord(debt):
        reasons.append("landlord_first")
    if unknown_creditor(debt) or outside_the_file(debt):
        measures = dict.fromkeys(MEASURES, "forbidden")
    return measures, reasons


def survivor(debt, decided_on):
    """What a full erasure leaves, and why; ``decided_on``: the day on which it fixes the debts (L. 741-2, L. 742-22)."""
    owed, paid_by_others = balance(debt), cents(debt.get("guarantor_paid", 0))
    after = "arose_on" in debt and day(debt["arose_on"]) > decided_on
    reasons = ["born_after"] if after else []
    if after or is_excluded(debt) or debt["kind"] == "pawn_loan" or outside_the_file(debt):
        return owed, reasons
    if paid_by_others:
        reasons.append("guarantor_paid")
    return paid_by_others, reasons


def treat(debt, decided_on):
    """The treatment of one debt, before any departure from the working order."""
    measures, reasons = measures_open(debt)
    survives, why = survivor(debt, decided_on)
    reasons += why
    for reason, holds in (
        ("co_debtor", debt.get("co_debtor")),
        ("undeclared", unknown_creditor(debt)),
        ("set_aside", debt.get("set_aside")),
        ("professional_estate", debt.get("estate") == "professional"),
    ):
        if holds:
            reasons.append(reason)
    shown = [(name, *SOURCES[name]) for name in reasons]
    return {
        "id": debt["id"],
        "rank": rank(debt),
        "excluded": is_excluded(debt),
        **measures,
        "erased_in_full_erasure": euros(balance(debt) - survives),
        "survives": euros(survives),
        "reasons": [{"rule": name, "article": f"C. conso. {article}", "certainty": certainty} for name, article, certainty in shown],
    }


def treatments(document):
    decided_on = day(document["assessed_on"])
    return [treat(debt, decided_on) for debt in document.get("debts", [])]
