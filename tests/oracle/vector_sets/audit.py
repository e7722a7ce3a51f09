"""fr/audit: plans that somebody drew up, and every finding on them, with amounts and months.

Findings, amounts and months are typed by hand from the articles and from sums that the reasoning shows; nothing computes them
here. Where amounts matter to the capacity, the household is one person with a wage of 1 650.00 in May 2026: 19 800.00 a year
make 224.00 + 425.00 + 854.00 + 1 057.50 + 856.67 = 3 417.17, a twelfth of it 284.76, below what passes the RSA (1 650.00 -
651.69 = 998.31). So the legal maximum is 284.76 and 1 365.24 have to be left.
"""

from .common import record, refuse, request, single
from .debts import debt, rent
from .measures import HOME, LAND, line, tier

FOLDER = "fr/audit"
BY_HAND = "by hand, from the articles named"
ON = "2026-05-15"
ALONE = {"household": single(), "resources": [{"kind": "wage", "amount": "1650.00"}]}
FAILED = {"prospects": {"conciliation_failed": True}}
AVIS = "Cass., avis, 10 janvier 2005"


def found(finding, grade, name=None, month=None, amounts=None, months=None):
    """A finding, with the bound and what was found: amounts, or months."""
    row = {"finding": finding, "grade": grade}
    if name:
        row["debt"] = name
    if month:
        row["month"] = month
    if amounts:
        row["bound"], row["found"] = amounts
    if months:
        row["bound_months"], row["found_months"] = months
    return row


def audited(slug, title, law, reasoning, debts, plan, *findings, wish=None, **parts):
    """Every finding on a plan, in the order of the answer; ``wish``: what was decided for the plan of the case."""
    plan = {"kind": "imposed", "left_to_live": "1400.00", **plan}
    document = request(ON, ["audit"], debts=debts, **parts, plan=wish, audit=plan)
    count = lambda grade: sum(row["grade"] == grade for row in findings)  # noqa: E731
    counts = {"breaches": count("breach"), "doubtful": count("doubtful"), "notes": count("note")}
    answer = {"audit": {"clean": not counts["breaches"], **counts, "findings": list(findings)}}
    record(FOLDER, slug, title, law, BY_HAND, reasoning, None, {"request": document}, {"response": answer})


def loan(principal, name="loan", **more):
    return debt(name, "bank_loan", principal, **more)


def paid(months, instalment, name="loan", **more):
    return {"tiers": [tier(months, line(name, instalment, **more))]}


def erased(name, amount):
    return {"debt": name, "amount": amount}


def means():
    law = ["C. conso. L. 731-1", "C. conso. L. 731-2", "C. conso. R. 731-1"]
    share = {"left_to_live": "1365.24"}
    above = found("legal_maximum_exceeded", "breach", None, 1, ("284.76", "284.77"))
    audited("means.maximum", "Exactly the legal maximum", law, "12 x 284.76 = 3 417.12.", [loan("3417.12")], {**paid(12, "284.76"), **share}, **ALONE)
    audited("means.above", "A cent above the legal maximum", law, "12 x 284.77 = 3 417.24; 1 365.23 stay where 1 365.24 are stated.", [loan("3417.24")], {**paid(12, "284.77"), **share}, above, found("share_not_left", "breach", None, 1, ("1365.24", "1365.23")), **ALONE)
    audited("means.last_payment", "A last payment above the legal maximum", law, "2 x 284.70 + 284.80 = 854.20: the third month passes the maximum, whatever the instalment.", [loan("854.20")], {**paid(3, "284.70", last="284.80"), **share}, found("legal_maximum_exceeded", "breach", None, 1, ("284.76", "284.80")), found("share_not_left", "breach", None, 1, ("1365.24", "1365.20")), **ALONE)
    audited("means.together", "Two last payments in different months", law, "200.00 + 84.76 in each of two months, then 84.76 alone: never above.", [loan("400.00"), debt("bill", "energy_and_bills", "254.28")], {"tiers": [tier(3, line("loan", "200.00", payments=2), line("bill", "84.76"))], **share}, **ALONE)
    audited("means.retained", "Above the retained amount, below the maximum", ["C. conso. L. 731-1"], "250.00 were retained: 260.00 are within the law and not what was decided.", [loan("2600.00")], {**paid(10, "260.00"), "left_to_live": "1390.00"}, found("retained_exceeded", "doubtful", None, 1, ("250.00", "260.00")), decisions={"retained": "250.00"}, **ALONE)
    audited("means.rsa", "Less than the RSA left", law, "1 650.00 - 1 000.00 = 650.00, below 651.69.", [loan("3000.00")], {**paid(3, "1000.00"), **share}, found("legal_maximum_exceeded", "breach", None, 1, ("284.76", "1000.00")), found("rsa_not_left", "breach", None, 1, ("651.69", "650.00")), found("share_not_left", "breach", None, 1, ("1365.24", "650.00")), **ALONE)
    car = debt("car", "other", "3000.00", outside_plan={"instalment": "100.00"})
    audited("means.beside", "A debt left out of the plan keeps its instalment", law, "200.00 in the plan and 100.00 beside it: 300.00, inside the maximum or not at all (règlements intérieurs, 4.4.1).", [loan("2400.00"), car], {**paid(12, "200.00"), **share}, found("legal_maximum_exceeded", "breach", None, 1, ("284.76", "300.00")), found("share_not_left", "breach", None, 1, ("1365.24", "1350.00")), **ALONE)
    audited("means.beside.ends", "The instalment beside ends", law, "100.00 beside for two months, while the plan waits with 100.00; then 280.00.", [loan("1600.00"), {**car, "principal": "200.00"}], {"tiers": [tier(2, line("loan", "100.00")), tier(5, line("loan", "280.00"))], **share}, **ALONE)
    steps = {"capacity_steps": [{"from_month": 1, "amount": "200.00"}, {"from_month": 13, "amount": "300.00"}]}
    audited("means.step", "More from the thirteenth month, as decided", law, "300.00 pass the maximum known today; what was decided for later may rest on other resources: a doubt.", [loan("6000.00")], {"tiers": [tier(12, line("loan", "200.00")), tier(12, line("loan", "300.00"))], **share}, found("legal_maximum_exceeded", "doubtful", None, 13, ("284.76", "300.00")), found("share_not_left", "doubtful", None, 13, ("1365.24", "1350.00")), wish=steps, **ALONE)
    audited("means.step.early", "The rise a month early", law, "The tier of 300.00 begins in month 12, when 200.00 were decided.", [loan("5800.00")], {"tiers": [tier(11, line("loan", "200.00")), tier(12, line("loan", "300.00"))], **share}, found("legal_maximum_exceeded", "breach", None, 12, ("284.76", "300.00")), found("share_not_left", "breach", None, 12, ("1365.24", "1350.00")), found("legal_maximum_exceeded", "doubtful", None, 13, ("284.76", "300.00")), found("share_not_left", "doubtful", None, 13, ("1365.24", "1350.00")), wish=steps, **ALONE)
    lifted = {"decisions": {"main_home": {"written_consent": True}}, "assets": [HOME], **FAILED}
    audited("means.lifted", "Above the scale to keep the main home", ["C. conso. L. 731-2"], "The debtor agreed: the RSA alone is the limit, and the passing is to be known.", [loan("3000.00")], {**paid(10, "300.00"), "left_to_live": "1350.00"}, found("scale_lifted", "note", None, 1, ("284.76", "300.00")), **lifted, **ALONE)
    said = ["C. conso. L. 731-3", "C. conso. L. 733-13"]
    audited("share.missing", "The share of the household is not stated", said, "It is mentioned in the plan or the measures.", [loan("1000.00")], {**paid(10, "100.00"), "left_to_live": None}, found("share_not_stated", "breach"))
    audited("share.small", "A share a cent below what the law leaves", law, "1 650.00 - 284.76 = 1 365.24.", [loan("1000.00")], {**paid(10, "100.00"), "left_to_live": "1365.23"}, found("share_too_small", "breach", None, None, ("1365.24", "1365.23")), **ALONE)
    audited("share.not_left", "A share that the payments do not leave", said, "1 550.01 stated, 100.00 paid of 1 650.00.", [loan("1000.00")], {**paid(10, "100.00"), "left_to_live": "1550.01"}, found("share_not_left", "breach", None, 1, ("1550.01", "1550.00")), **ALONE)


def main_home():
    law = ["C. conso. L. 732-3", "C. conso. L. 733-3"]
    mortgage = debt("mortgage", "home_loan", "26000.00", finances_main_home=True)
    beyond = {"kind": "agreed", "main_home_exception": True, "tiers": [tier(84, line("mortgage", "250.00"), line("loan", "100.00")), tier(20, line("mortgage", "250.00"))]}
    length = found("horizon_exceeded", "note", None, None, None, (84, 104))
    owner = {"assets": [HOME]}
    audited("home.loan", "The home loan alone beyond seven years", law, "104 x 250.00 = 26 000.00; the other ends with month 84: 8 400.00.", [mortgage, loan("8400.00")], beyond, length, **owner)
    both = {**beyond, "tiers": [tier(104, line("mortgage", "250.00"), line("loan", "100.00"))]}
    audited("home.all_repaid", "All debts repaid, beyond seven years", law, "The second exception: everything is repaid and the home kept.", [mortgage, loan("10400.00")], both, length, **owner)
    audited("home.other_debt", "Another loan beyond seven years, a part of it remitted", law, "Neither exception: it is no loan for the home, and not everything is repaid.", [mortgage, loan("11400.00")], {**both, "erased": [erased("loan", "1000.00")]}, found("beyond_main_home", "breach", "loan", None, None, (84, 104)), length, **owner)
    audited("home.none", "No main home", law, "The exception keeps a home that nobody owns: other real estate is not it.", [loan("10400.00")], {**paid(104, "100.00"), "kind": "agreed", "main_home_exception": True}, found("main_home_exception_unfounded", "breach"), length, assets=[LAND])
    audited("home.sold", "Seven years passed to keep the home, and its sale a condition", law, "The exception avoids the sale; the debtor owns no other property.", [mortgage, loan("8400.00")], {**beyond, "subject_to_sale": True}, found("exception_beside_sale", "doubtful"), length, **owner)
    half = {**mortgage, "principal": "46250.00", "remaining_months": 360}
    audited("home.half_term", "Half of a term of thirty years", ["C. conso. L. 733-1"], "185 months, where 180 are the half.", [half], {**paid(185, "250.00", "mortgage"), "kind": "agreed", "main_home_exception": True}, found("half_term_exceeded", "doubtful", "mortgage", None, None, (180, 185)), found("horizon_exceeded", "note", None, None, None, (84, 185)), **owner)


def outside():
    law = ["C. conso. L. 711-4", "C. conso. L. 733-16"]
    fine = debt("fine", "court_fine", "900.00")
    ended = loan("1000.00")
    whole = paid(10, "100.00")
    proposed = found("outside_to_be_agreed", "note", "fine", None, ("900.00", "900.00"))
    audited("outside.none", "Nothing for a court fine", law, "It stays payable and its creditor may enforce: a plan that leaves nothing for it breaks.", [fine, ended], whole, found("excluded_not_reserved", "doubtful", "fine"))
    audited("outside.accepted", "A fine paid beside the plan, as accepted", law, "150.00 a month are accepted: nothing has to be shown.", [{**fine, "agreed_instalment": "150.00"}, ended], whole)
    slower = {"tiers": [tier(10, line("fine", "90.00"), line("loan", "100.00"))], "outside": ["fine"]}
    audited("outside.slower", "Less a month than was accepted", law, "150.00 are accepted, 90.00 proposed: six months make ten.", [{**fine, "agreed_instalment": "150.00"}, ended], slower, found("own_instalment_changed", "doubtful", "fine", 1), proposed)
    kept = {"tiers": [tier(6, line("fine", "150.00"), line("loan", "100.00")), tier(4, line("loan", "100.00"))], "outside": ["fine"]}
    audited("outside.kept", "What was accepted", law, "6 x 150.00 = 900.00.", [{**fine, "agreed_instalment": "150.00"}, ended], kept, proposed)
    short = {"tiers": [tier(10, line("fine", "80.00"), line("loan", "100.00"))], "outside": ["fine"]}
    audited("outside.left", "A part of a fine left", law, "10 x 80.00 = 800.00 of 900.00: 100.00 stay due.", [fine, ended], short, found("excluded_left", "note", "fine", None, ("900.00", "800.00")), found("outside_to_be_agreed", "note", "fine", None, ("900.00", "800.00")))
    audited("outside.ordinary", "A loan shown outside the measures", [*law, "C. conso. L. 733-1"], "Nothing excludes it; the commission may leave it out, and says so.", [ended], {**whole, "outside": ["loan"]}, found("outside_without_ground", "doubtful", "loan"))
    car = debt("car", "other", "1000.00", outside_plan={"instalment": "100.00"})
    audited("outside.erased", "A debt left out of the plan, and erased by it", [*law, "C. conso. L. 733-4"], "10 x 100.00 beside; the plan erases 500.00 of what it does not settle.", [car, ended], {**whole, "erased": [erased("car", "500.00")]}, found("outside_erased", "doubtful", "car", None, ("0.00", "500.00")))
    fraud = debt("fraud", "social_fraud", "500.00", fraud_proof="decision")
    rest = {"tiers": [tier(10, line("loan", "100.00"))], "erased": [erased("fraud", "500.00")]}
    audited("outside.fraud", "A proven fraud erased", ["C. conso. L. 711-4"], "A decision established it (3°): excluded unless the body agrees.", [fraud, ended], rest, found("excluded_erased", "breach", "fraud", None, ("0.00", "500.00")))
    audited("outside.fraud.unproven", "A fraud that nobody established", ["C. conso. L. 711-4", "C. conso. L. 733-4"], "An ordinary debt: erased beside other measures.", [{**fraud, "fraud_proof": "none"}, ended], rest)
    taxes = debt("fraud", "tax_fraud", "500.00")
    audited("outside.tax_fraud", "Tax fraud erased", ["C. conso. L. 711-4"], "4°.", [taxes, ended], rest, found("excluded_erased", "breach", "fraud", None, ("0.00", "500.00")))
    audited("outside.fixed_fine", "A fixed fine erased", ["C. conso. L. 711-4"], "Whether it is a fine pronounced in a conviction is not settled.", [debt("fraud", "fixed_fine", "500.00"), ended], rest, found("fixed_fine_touched", "doubtful", "fraud"))
    set_aside = [loan("500.00", "other", set_aside=True), ended]
    audited("outside.set_aside", "A debt that the judge set aside, erased", ["C. conso. R. 723-7"], "It is no part of the procedure.", set_aside, {**whole, "erased": [erased("other", "500.00")]}, found("set_aside_in_plan", "breach", "other"))
    business = [debt("stock", "professional", "1000.00", estate="professional"), ended]
    audited("outside.professional", "A debt of the professional estate paid", ["C. conso. L. 711-9"], "Measures reach the personal estate alone.", business, {"tiers": [tier(10, line("stock", "100.00"), line("loan", "100.00"))]}, found("professional_in_plan", "breach", "stock"))
    late = debt("late", "energy_and_bills", "500.00", arose_on="2026-06-01")
    audited("outside.born_after", "A debt born after the decision erased", ["C. conso. L. 733-4", "C. conso. L. 741-2"], "Erasure fixes the debts at the decision; the text says so of full erasure.", [late, ended], {**whole, "erased": [erased("late", "500.00")]}, found("born_after_erased", "doubtful", "late"))
    part = {**paid(36, "100.00"), "erased": [erased("loan", "1500.00")]}
    backed = loan("5400.00", guarantor_paid="500.00")
    audited("outside.guarantor", "Who was paid first, the lender or the guarantor", ["C. conso. L. 733-4"], "3 600.00 paid, 1 500.00 erased, 300.00 left. If the plan paid the lender first, 500.00 may not be erased of the last 1 800.00.", [backed], part, found("guarantor_paid_erased", "doubtful", "loan", None, ("1300.00", "1500.00")), found("unerasable_left", "doubtful", "loan", None, ("5400.00", "5100.00")))
    audited("outside.pledge.agreed", "A pawn loan remitted by agreement", ["C. conso. L. 711-5", "C. conso. L. 732-2"], "The article bars imposed erasure: to be known only.", [debt("pledge", "pawn_loan", "1500.00")], {**paid(10, "100.00", "pledge"), "kind": "agreed", "erased": [erased("pledge", "500.00")]}, found("pawn_loan_erased", "note", "pledge", None, ("0.00", "500.00")), assets=[HOME])


def rates():
    law = ["C. conso. L. 733-1", "CMF L. 313-2"]
    lender = debt("aunt", "private_lender", "1000.00")
    month = lambda percent, last: {"tiers": [tier(1, line("aunt", "1000.00", last=last))], "rates": [{"debt": "aunt", "percent": percent}]}  # noqa: E731
    audited("rate.individual", "An individual's loan at 5 %", law, "Above 2.62 %, below the 6.67 % of individuals' claims: which cap holds is not settled. 1 000.00 x 5 / 1 200 = 4.17.", [lender], month("5", "1004.17"), found("rate_above_cap", "doubtful", "aunt"))
    audited("rate.individual.above", "An individual's loan at 7 %", law, "Above both: 5.83 of interest.", [lender], month("7", "1005.83"), found("rate_above_cap", "breach", "aunt"))
    wait = {"tiers": [tier(12, suspension=True), tier(10, line("loan", "100.00"))], "suspension_rate": "2.62"}
    owed = {"tiers": [tier(12, suspension=True), tier(10, line("loan", "100.00", last="126.16"))]}
    audited("rate.suspension", "The legal rate during a suspension", law, "1 000.00 x 2.62 / 1 200 = 2.18, on principal only: 12 x 2.18 = 26.16, never on the interest.", [loan("1000.00")], {**wait, **owed})
    audited("rate.suspension.above", "More than the legal rate during a suspension", law, "2.70 %: 2.25 a month, 27.00 in all.", [loan("1000.00")], {**owed, "tiers": [tier(12, suspension=True), tier(10, line("loan", "100.00", last="127.00"))], "suspension_rate": "2.70"}, found("suspension_rate_above_cap", "breach"))
    audited("rate.suspension.accessories", "Interest on accessories during a suspension", law, "Only principal bears: 26.16 on 1 000.00, though 200.00 of costs are due too; 26.16 + 5.28 were asked.", [loan("1000.00", costs="200.00")], {**wait, "tiers": [tier(12, suspension=True), tier(12, line("loan", "100.00", last="131.44"))]}, found("more_than_due", "breach", "loan", 13, ("1226.16", "1231.44")))
    agreed = {**owed, "tiers": [tier(12, suspension=True), tier(10, line("loan", "100.00", last="127.00"))], "suspension_rate": "2.70", "kind": "agreed"}
    audited("rate.suspension.agreed", "The same, agreed", ["C. conso. L. 732-2"], "The cap binds imposed measures.", [loan("1000.00")], agreed, assets=[HOME])


def suspensions():
    law = ["C. conso. L. 733-1"]
    support = debt("support", "maintenance", "600.00")
    waits = tier(12, suspension=True)
    audited("suspension.excluded", "Compensation of a conviction suspended", ["C. conso. L. 711-4", *law], "Suspension is not among what L. 711-4 bars, and only maintenance is exempt: not settled. Nothing is reserved for the victim.", [debt("victim", "penal_damages", "600.00"), loan("1000.00")], {"tiers": [waits, tier(10, line("loan", "100.00"))]}, found("excluded_suspended", "doubtful", "victim"), found("excluded_not_reserved", "doubtful", "victim"))
    agreed = {"tiers": [waits, tier(6, line("support", "100.00"))]}
    audited("suspension.maintenance", "Maintenance suspended, though its creditor agrees", ["C. conso. L. 711-4", *law], "The agreement lifts L. 711-4; the text on suspension has no such reserve.", [{**support, "consent": True}], agreed, found("maintenance_suspended", "doubtful", "support"))
    audited("suspension.maintenance.none", "Maintenance suspended without an agreement", law, "Claims other than maintenance may be suspended.", [support], agreed, found("excluded_rescheduled", "breach", "support", None, ("600.00", "600.00")), found("maintenance_suspended", "breach", "support"))
    audited("suspension.paid", "A debt paid during the suspension", law, "12 x 50.00, then 4 x 100.00: a suspension suspends.", [loan("1000.00")], {"tiers": [tier(12, line("loan", "50.00"), suspension=True), tier(4, line("loan", "100.00"))]}, found("paid_during_suspension", "doubtful", "loan", 1))
    audited("suspension.unnamed", "Twelve months without a payment", law, "To defer all claims is to suspend them, for two years at most.", [loan("1000.00")], {"tiers": [tier(12), tier(10, line("loan", "100.00"))]}, found("nothing_paid", "doubtful", None, 1, None, (0, 12)))
    audited("suspension.only", "A suspension and nothing else", law, "It defers what is due by nature: the file is examined again at its end (L. 733-2).", [loan("1000.00")], {"tiers": [tier(24, suspension=True)]}, found("remainder_left", "note", "loan", None, ("1000.00", "0.00")))


def kinds():
    audited("kind.agreed.tenant", "An agreed plan of a tenant", ["C. conso. L. 732-1"], "Conciliation is for owners of real estate.", [loan("1000.00")], {**paid(10, "100.00"), "kind": "agreed"}, found("agreed_without_real_estate", "doubtful"))
    audited("kind.imposed.owner", "Measures imposed on an owner, conciliation not tried", ["C. conso. L. 732-1", "C. conso. L. 733-1"], "Imposed where there is no conciliation to try, or when it failed: to be known.", [loan("1000.00")], paid(10, "100.00"), found("conciliation_first", "note"), assets=[LAND])
    audited("kind.imposed.owner.failed", "The same once it failed", ["C. conso. L. 733-1"], "Nothing to say.", [loan("1000.00")], paid(10, "100.00"), assets=[LAND], **FAILED)
    fine = {"tiers": [tier(10, line("fine", "90.00"))], "outside": ["fine"], "erased": [erased("loan", "1000.00")]}
    audited("erasure.deferred", "A fine paid, a loan deferred and erased", ["C. conso. L. 733-4"], "Nothing of the loan is paid: whether ten months of deferral are a measure it is combined with can be read both ways.", [debt("fine", "court_fine", "900.00"), loan("1000.00")], fine, found("erasure_alone", "doubtful"), found("outside_to_be_agreed", "note", "fine", None, ("900.00", "900.00")))
    sold = debt("mortgage", "home_loan", "30000.00", left_by_sale=True)
    audited("erasure.reduced", "What a sale left of a home loan, reduced", ["C. conso. L. 733-4"], "84 x 100.00 paid, the rest reduced (1°): no erasure of 2°, no other sale first.", [sold], {**paid(84, "100.00", "mortgage"), "erased": [erased("mortgage", "21600.00")]}, assets=[LAND], **FAILED)
    other = {**paid(84, "100.00"), "erased": [erased("loan", "1600.00")], "rehousing_impossible": True}
    audited("erasure.other_property", "Rehousing impossible, and another property", ["C. conso. L. 733-4", "Cass. 2e civ., 22 mai 2025, n° 23-12.659"], "The exception is for the main home: the land is to be sold first.", [loan("10000.00")], other, found("erasure_without_sale", "breach"), assets=[HOME, LAND], **FAILED)


def sums():
    law = ["C. conso. L. 733-1", AVIS]
    audited("sums.cent_short", "A cent too little", law, "10 x 100.00 = 1 000.00 of 1 000.01.", [loan("1000.01")], paid(10, "100.00"), found("remainder_left", "breach", "loan", None, ("1000.01", "1000.00")))
    audited("sums.cent_over", "A cent too much", law, "10 x 100.00 = 1 000.00 of 999.99.", [loan("999.99")], paid(10, "100.00"), found("more_than_due", "breach", "loan", 1, ("999.99", "1000.00")))
    audited("sums.over_later", "Too much in the second tier", law, "1 000.00 are due; 600.00 then 500.00.", [loan("1000.00")], {"tiers": [tier(6, line("loan", "100.00")), tier(5, line("loan", "100.00"))]}, found("more_than_due", "breach", "loan", 7, ("1000.00", "1100.00")))
    audited("sums.not_mentioned", "A debt without a word", law, "The loan is paid; of the bill nothing is said.", [loan("1000.00"), debt("bill", "energy_and_bills", "300.00")], paid(10, "100.00"), found("debt_not_mentioned", "breach", "bill", None, ("300.00", "0.00")))
    audited("sums.agreed_rest", "A rest left by agreement", law, "Creditors may agree to less than a definitive settlement: a doubt.", [loan("1100.00")], {**paid(10, "100.00"), "kind": "agreed"}, found("remainder_left", "doubtful", "loan", None, ("1100.00", "1000.00")), assets=[HOME])
    waiting = {**paid(24, "100.00"), "balance_deferred": True}
    audited("sums.waiting", "Waiting measures of two years", law, "The balance is deferred to a new examination.", [loan("9000.00")], waiting, found("remainder_left", "note", "loan", None, ("9000.00", "2400.00")))
    audited("sums.waiting.long", "Waiting measures of thirty months", law, "Longer than a suspension may last.", [loan("9000.00")], {**paid(30, "100.00"), "balance_deferred": True}, found("waiting_too_long", "doubtful", None, None, None, (24, 30)), found("remainder_left", "note", "loan", None, ("9000.00", "3000.00")))
    twice = {"tiers": [tier(5, line("loan", "100.00"), line("loan", "100.00"))]}
    audited("sums.twice", "Two lines for one debt", law, "5 x 100.00 twice: the sums hold, the instalment of the tier is not one.", [loan("1000.00")], twice, found("debt_twice_in_tier", "doubtful", "loan", 1))
    stated = {"start": "1000.00", "interest": "0.00", "paid": "900.00", "erased": "100.00", "left": "0.00"}
    plan = {"tiers": [tier(9, line("loan", "100.00"), total="100.00")], "erased": [erased("loan", "100.00")]}
    audited("stated.right", "Every sum stated", law, "9 x 100.00 + 100.00.", [loan("1000.00")], {**plan, "stated": [{"debt": "loan", **stated}]})
    for key, finding, grade, wrong in (("start", "claim_differs", "doubtful", "1000.01"), ("interest", "interest_differs", "breach", "0.01"), ("paid", "paid_differs", "breach", "899.99"), ("erased", "erased_differs", "breach", "100.01"), ("left", "left_differs", "breach", "0.01")):
        off = {**plan, "stated": [{"debt": "loan", **stated, key: wrong}]}
        audited(f"stated.{key}", f"A stated sum that is off by a cent: {key}", law, f"{stated[key]} is what the plan makes.", [loan("1000.00")], off, found(finding, grade, "loan", None, (stated[key], wrong)))
    total = {**plan, "tiers": [tier(9, line("loan", "100.00"), total="100.10")]}
    audited("stated.tier", "The total of a tier that is no sum of its lines", law, "One line of 100.00.", [loan("1000.00")], total, found("tier_total_differs", "breach", None, 1, ("100.00", "100.10")))


def creditors():
    law = ["circ. 17 décembre 2017"]
    two = [loan("1000.00", "a"), loan("1000.00", "b")]
    unequal = {"tiers": [tier(6, line("a", "100.00"), line("b", "50.00"))], "erased": [erased("a", "400.00"), erased("b", "700.00")]}
    audited("dividend.unequal", "60 % for one, 30 % for another", law, "Two equal claims of one rank: 600.00 and 300.00.", two, unequal, found("unequal_dividends", "doubtful", "b", None, ("600.00", "300.00")))
    cents = {"tiers": [tier(6, line("a", "50.00"), line("b", "49.99"))], "erased": [erased("a", "700.00"), erased("b", "700.06")]}
    audited("dividend.cents", "A cent a month", law, "What rounding leaves: 300.00 and 299.94.", two, cents)
    ranks = {"rank_changes": [{"debt": "b", "rank": 5}]}
    audited("dividend.rank_change", "Another rank by decision", law, "Equal treatment is owed within a rank.", two, unequal, wish={"capacity_steps": [{"from_month": 1, "amount": "150.00"}], **ranks})
    token = {"tiers": [tier(10, line("a", "10.00"), line("b", "100.00"))], "erased": [erased("a", "900.00")]}
    audited("token", "Ten euros a month", law, "Below 15.00: a later tier would do. One in ten for a, all for b: unequal too.", two, token, found("unequal_dividends", "doubtful", "b", None, ("100.00", "1000.00")), found("token_instalment", "note", "a", 1, ("15.00", "10.00")))
    order = ["C. conso. L. 711-6"]
    waiting = {"tiers": [tier(5, line("a", "100.00")), tier(5, line("rent", "100.00"))]}
    audited("order.rest_erased", "A lender paid, a landlord erased", order, "The landlord waits for ever.", [rent("500.00"), loan("500.00", "a")], {"tiers": [tier(5, line("a", "100.00"))], "erased": [erased("rent", "500.00")]}, found("lender_before_landlord", "breach", "a", 1))
    audited("order.others", "Tax before the landlord", order, "The article names lenders only.", [rent("500.00"), debt("a", "tax", "500.00")], waiting)
    audited("order.private", "A relative before the landlord", order, "No credit institution, finance company or consumer credit.", [rent("500.00"), debt("a", "private_lender", "500.00")], waiting)
    audited("bound.contested", "A contested claim", ["C. conso. L. 723-3", "C. conso. L. 733-12"], "The judge may verify it.", [loan("1000.00", contested=True)], paid(10, "100.00"), found("contested_claim", "note", "loan"))
    audited("bound.undeclared_erased", "An undeclared creditor's claim erased", ["C. conso. L. 733-15"], "The plan counts on an erasure that does not bind.", [loan("1000.00", undeclared=True)], {**paid(5, "100.00"), "erased": [erased("loan", "500.00")]}, found("undeclared_not_bound", "doubtful", "loan"))
    audited("bound.co_debtor", "A co-debtor of what is erased", ["C. conso. L. 733-4", "C. conso. L. 741-2"], "Erasure does not free others.", [loan("1000.00", co_debtor=True)], {**paid(5, "100.00"), "erased": [erased("loan", "500.00")]}, found("co_debtors_stay_bound", "note", "loan"))


def errors():
    def fault(slug, title, errors, plan):
        document = request(ON, ["audit"], debts=[loan("1000.00")], audit={**paid(10, "100.00"), **plan})
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", errors, document)

    unknown = {"debt": "other", "instalment": "1.00"}
    fault("debts", "Debts that are none of the case, wherever they are named", [("id.unknown", "audit.erased[0].debt"), ("id.unknown", "audit.outside[0]"), ("id.unknown", "audit.rates[0].debt"), ("id.unknown", "audit.stated[0].debt"), ("id.unknown", "audit.tiers[0].lines[0].debt")], {"tiers": [tier(1, unknown)], "erased": [erased("other", "1.00")], "rates": [{"debt": "other", "percent": "1"}], "outside": ["other"], "stated": [{"debt": "other"}]})
    fault("months", "A tier of no months, one of too many", [("number.range", "audit.tiers[0].months"), ("number.range", "audit.tiers[1].months")], {"tiers": [tier(0), tier(601)]})
    fault("months.together", "Tiers of more than fifty years together", [("number.range", "audit.tiers")], {"tiers": [tier(300), tier(301)]})
    fault("payments", "More payments than months, or none", [("number.range", "audit.tiers[0].lines[0].payments"), ("number.range", "audit.tiers[1].lines[0].payments")], {"tiers": [tier(10, line("loan", "100.00", payments=11)), tier(1, line("loan", "1.00", payments=0))]})
    fault("twice", "Two rates and two statements of one debt", [("id.duplicate", "audit.rates[1].debt"), ("id.duplicate", "audit.stated[1].debt")], {"rates": [{"debt": "loan", "percent": "1"}, {"debt": "loan", "percent": "2"}], "stated": [{"debt": "loan"}, {"debt": "loan"}]})
    fault("amounts", "Negative amounts", [("amount.negative", "audit.erased[0].amount"), ("amount.negative", "audit.tiers[0].lines[0].instalment")], {"tiers": [tier(1, line("loan", "-1.00"))], "erased": [erased("loan", "-0.01")]})
    fault("rate", "A rate above 1 000 %", [("number.range", "audit.rates[0].percent")], {"rates": [{"debt": "loan", "percent": "1000.01"}]})
    fault("tiers", "More than 500 tiers", [("list.too_long", "audit.tiers")], {"tiers": [tier(1) for _ in range(501)]})


def build():
    means()
    main_home()
    outside()
    rates()
    suspensions()
    kinds()
    sums()
    creditors()
    errors()
