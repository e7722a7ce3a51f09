"""fr/treatment: what a plan may do with each kind of debt, what a full erasure leaves."""

from .debts import debt, rent, treated

FOLDER = "fr/treatment"
PARAGRAPHS = {"maintenance": "1°", "penal_damages": "2°", "social_fraud": "3°", "tax_fraud": "4°", "court_fine": "dernier alinéa"}
SUSPENSION = "C. conso. L. 733-1, 4°"
NOT_NAMED = ["C. conso. L. 711-4", "C. conso. L. 733-1, 1°"]
ALL = {"reschedule": "allowed", "defer": "allowed", "suspend": "allowed", "remit": "allowed", "erase": "allowed"}
CONSENT = {"reschedule": "with_consent", "defer": "with_consent", "remit": "with_consent", "erase": "with_consent"}
NEVER = {"reschedule": "forbidden", "defer": "forbidden", "remit": "forbidden", "erase": "forbidden"}


def erased(amount, survives="0.00"):
    return {"erased_in_full_erasure": amount, "survives": survives}


def named(kind, *more):
    """The paragraph of L. 711-4 that names a kind."""
    return [f"C. conso. L. 711-4, {PARAGRAPHS[kind]}", *more]


def one(slug, title, law, reasoning, fact, expect, **parts):
    treated(FOLDER, slug, title, law, reasoning, [fact], {fact["id"]: expect}, **parts)


def excluded():
    one("maintenance", "Maintenance", named("maintenance", SUSPENSION), "Outside remission, rescheduling and erasure unless the creditor agrees; never suspended.", debt("d1", "maintenance", "1200.00"), {"rank": 1, "excluded": True, **CONSENT, "suspend": "forbidden", **erased("0.00", "1200.00")})
    one("maintenance.consent", "Maintenance, the creditor agrees", named("maintenance", SUSPENSION), "Section 10, item 5: agreement lifts the exclusion; suspension stays out, its text has no such reserve.", debt("d1", "maintenance", "1200.00", consent=True), {"excluded": False, **ALL, "suspend": "forbidden", **erased("1200.00")})
    one("penal_damages", "Compensation awarded in a criminal conviction", named("penal_damages", SUSPENSION), "Excluded unless the creditor agrees; suspension is arguable: the article does not name it.", debt("d1", "penal_damages", "3000.00"), {"rank": 1, "excluded": True, **CONSENT, "suspend": "arguable", **erased("0.00", "3000.00")})
    one("penal_damages.consent", "The victim agrees", named("penal_damages"), "An ordinary debt for the measures.", debt("d1", "penal_damages", "3000.00", consent=True), {"excluded": False, **ALL, **erased("3000.00")})
    one("damages", "Civil damages", NOT_NAMED, "No conviction: an ordinary debt.", debt("d1", "damages", "3000.00"), {"rank": 5, "excluded": False, **ALL, **erased("3000.00")})
    for proof in ("decision", "sanction"):
        one(f"social_fraud.{proof}", f"Fraud against a social body, proved by a {proof}", named("social_fraud"), "Both proofs count (C. conso. L. 711-4, 3°).", debt("d1", "social_fraud", "1500.00", fraud_proof=proof), {"rank": 1, "excluded": True, **CONSENT, "suspend": "arguable", **erased("0.00", "1500.00")})
    one("social_fraud.unproved", "Fraud alleged, no decision nor sanction", named("social_fraud"), "Not proved: a common overpayment.", debt("d1", "social_fraud", "1500.00"), {"rank": 5, "excluded": False, **ALL, **erased("1500.00")})
    one("social_fraud.consent", "Fraud proved, the body agrees", named("social_fraud"), "The agreement lifts the exclusion.", debt("d1", "social_fraud", "1500.00", fraud_proof="sanction", consent=True), {"excluded": False, **ALL, **erased("1500.00")})
    one("social_overpayment", "Overpayment without fraud", NOT_NAMED, "An ordinary debt.", debt("d1", "social_overpayment", "1500.00"), {"rank": 5, "excluded": False, **ALL, **erased("1500.00")})
    one("tax_fraud", "Tax hit by surcharges that cannot be remitted", named("tax_fraud"), "Excluded unless the creditor agrees (C. conso. L. 711-4, 4°).", debt("d1", "tax_fraud", "8000.00"), {"rank": 1, "excluded": True, **CONSENT, "suspend": "arguable", **erased("0.00", "8000.00")})
    one("tax", "Tax", ["C. conso. L. 733-6", "C. conso. L. 733-1, 1°"], "As other debts.", debt("d1", "tax", "8000.00"), {"rank": 3, "excluded": False, **ALL, **erased("8000.00")})
    for consent in (False, True):
        one("court_fine" + (".consent" if consent else ""), "Court fine" + (", even with an agreement" if consent else ""), named("court_fine"), "Excluded with no reserve for an agreement.", debt("d1", "court_fine", "900.00", consent=consent), {"rank": 1, "excluded": True, **NEVER, "suspend": "arguable", **erased("0.00", "900.00")})
    one("fixed_fine", "Fixed fine", named("court_fine"), "Not pronounced in a conviction [unsure].", debt("d1", "fixed_fine", "375.00"), {"rank": 3, "excluded": False, **ALL, **erased("375.00")})
    one("parking_fee", "Parking fee", NOT_NAMED, "Not a fine.", debt("d1", "parking_fee", "50.00"), {"rank": 3, "excluded": False, **ALL, **erased("50.00")})
    one("administrative_penalty", "Administrative penalty", NOT_NAMED, "Not pronounced in a conviction.", debt("d1", "administrative_penalty", "750.00"), {"rank": 3, "excluded": False, **ALL, **erased("750.00")})


def not_erased():
    pledge = ["C. conso. L. 711-5"]
    rescheduled = {key: "allowed" for key in ("reschedule", "defer", "suspend")}
    one("pawn_loan", "Loan on pledge", pledge, "Never erased; nothing bars rescheduling.", debt("d1", "pawn_loan", "400.00"), {"rank": 4, "excluded": False, **rescheduled, "erase": "forbidden", **erased("0.00", "400.00")})
    one("pawn_loan.consent", "Loan on pledge, with an agreement", pledge, "The article has no reserve for an agreement.", debt("d1", "pawn_loan", "400.00", consent=True), {"erase": "forbidden", **erased("0.00", "400.00")})
    guarantor = ["C. conso. L. 733-4, 2°", "C. conso. L. 741-2", "C. conso. L. 742-22"]
    one("guarantor", "1 000.00 paid by a natural-person guarantor", guarantor, "That part survives.", debt("d1", "consumer_credit", "5000.00", guarantor_paid="1000.00"), {"rank": 4, **ALL, **erased("4000.00", "1000.00")})
    one("guarantor.accessories", "Paid by a guarantor, with interest and costs owed", guarantor, "4 000.00 + 200.00 + 50.00 + 100.00 = 4 350.00, of which 350.00 paid by the guarantor.", debt("d1", "bank_loan", "4000.00", interest="200.00", costs="50.00", penalty="100.00", guarantor_paid="350.00"), erased("4000.00", "350.00"))
    one("guarantor.all", "A guarantor who paid it all", guarantor, "Nothing of it may be erased: the guarantor has taken the creditor's place.", debt("d1", "consumer_credit", "5000.00", guarantor_paid="5000.00"), {"rank": 4, "reschedule": "allowed", "erase": "forbidden", **erased("0.00", "5000.00")})
    one("guarantor.all_excluded", "A guarantor who paid all of an excluded debt", guarantor + named("tax_fraud"), "The agreement of L. 711-4 does not reach what the guarantor paid: that text has no reserve.", debt("d1", "tax_fraud", "5000.00", guarantor_paid="5000.00"), {"rank": 1, "excluded": True, "reschedule": "with_consent", "erase": "forbidden", **erased("0.00", "5000.00")})
    one("co_debtor", "A co-debtor who paid nothing", guarantor, "The debtor's erasure is whole; the co-debtor stays bound.", debt("d1", "bank_loan", "4000.00", co_debtor=True), {**ALL, **erased("4000.00")})
    dated = ["C. conso. L. 741-2"]
    one("born.after", "A debt of the day after the decision", dated, "Debts are fixed on the day of the decision.", debt("d1", "energy_and_bills", "120.00", arose_on="2026-05-16"), erased("0.00", "120.00"))
    one("born.same_day", "A debt of the day of the decision", dated, "Fixed on that day: erased.", debt("d1", "energy_and_bills", "120.00", arose_on="2026-05-15"), erased("120.00"))
    one("born.before", "An old debt", dated, "Erased.", debt("d1", "energy_and_bills", "120.00", arose_on="2019-01-01"), erased("120.00"))
    one("set_aside", "A claim set aside", ["C. conso. R. 723-7"], "Out of the procedure: no measure reaches it, nothing of it is erased.", debt("d1", "consumer_credit", "2000.00", set_aside=True), {"reschedule": "forbidden", "erase": "forbidden", **erased("0.00", "2000.00")})
    one("professional_estate", "A debt of the professional estate", ["C. conso. L. 711-9"], "Only the personal estate is in the procedure.", debt("d1", "professional", "2000.00", estate="professional"), {"reschedule": "forbidden", "erase": "forbidden", **erased("0.00", "2000.00")})
    one("professional_debt", "A professional debt of the personal estate", ["C. conso. L. 741-2"], "Erased like the others.", debt("d1", "professional", "2000.00"), {"rank": 5, **ALL, **erased("2000.00")})
    one("unknown_creditor", "Neither declared nor notified", ["C. conso. L. 733-15", "C. conso. L. 741-3"], "Measures don't bind this creditor; a full erasure extinguishes the claim.", debt("d1", "consumer_credit", "2000.00", undeclared=True), {"reschedule": "forbidden", "suspend": "forbidden", "erase": "forbidden", **erased("2000.00")})
    one("unknown_creditor.excluded", "Neither declared nor notified, and excluded", ["C. conso. L. 741-3", "C. conso. L. 711-4, 1°"], "A full erasure does not reach maintenance, known or not.", debt("d1", "maintenance", "2000.00", undeclared=True), {"excluded": True, "reschedule": "forbidden", **erased("0.00", "2000.00")})


def ranks():
    order = ["C. conso. L. 711-6"]
    listed = {"housing_arrears": 2, "home_loan": 2, "energy_and_bills": 3, "tax": 3, "fixed_fine": 3, "parking_fee": 3, "administrative_penalty": 3, "consumer_credit": 4, "revolving_credit": 4, "overdraft": 4, "bank_loan": 4, "pawn_loan": 4, "social_overpayment": 5, "private_lender": 5, "professional": 5, "damages": 5, "other": 5, "maintenance": 1, "penal_damages": 1, "court_fine": 1, "tax_fraud": 1}
    treated(FOLDER, "ranks", "The rank of every kind", order, "Order of the commissions' own rules; the law itself only puts landlords before lenders.", [debt(f"d_{kind}", kind, "1000.00") for kind in listed], {f"d_{kind}": {"rank": rank} for kind, rank in listed.items()})
    one("landlord", "A claim of a lessor that is no rent", order, "The article names lessors' claims, whatever they are for: with the housing debts.", debt("d1", "other", "700.00", creditor="lessor"), {"rank": 2, **ALL, **erased("700.00")})
    one("home_loan.after_sale", "What a home loan leaves after the sale of the home", ["C. conso. L. 733-4, 1°"], "May be reduced (L. 733-4 1°); last rank.", debt("d1", "home_loan", "60000.00", left_by_sale=True), {"rank": 5, **ALL, **erased("60000.00")})
    whole = [rent("1850.00"), debt("loan", "bank_loan", "9000.00", guarantor_paid="500.00"), debt("fine", "court_fine", "900.00"), debt("pledge", "pawn_loan", "400.00"), debt("tax", "tax", "1200.00")]
    treated(FOLDER, "file", "A whole file", ["C. conso. L. 741-2", "C. conso. L. 711-4", "C. conso. L. 711-5"], "Erased: 1 850.00 + 8 500.00 + 1 200.00; surviving: 500.00 + 900.00 + 400.00.", whole, {"rent": erased("1850.00"), "loan": erased("8500.00", "500.00"), "fine": erased("0.00", "900.00"), "pledge": erased("0.00", "400.00"), "tax": erased("1200.00")})


def build():
    excluded()
    not_erased()
    ranks()
