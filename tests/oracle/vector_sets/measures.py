"""fr/measures: what the texts forbid a measure, as the auditor of plans must tell it.

Findings are typed by hand from the articles: the oracle computes none of them. A plan under audit breaks the one rule that its
vector is about, or none.
"""

from .common import record, request
from .debts import debt, rent

FOLDER = "fr/measures"
BY_HAND = "by hand, from the articles named"
ON = "2026-05-15"
HOME = {"id": "home", "kind": "main_home", "value": "120000.00", "sale_costs": "10000.00"}
LAND = {"id": "land", "kind": "other_real_estate", "value": "40000.00"}


def line(name, instalment, **more):
    return {"debt": name, "instalment": instalment, **more}


def tier(months, *lines, **more):
    return {"months": months, "lines": list(lines), **more}


def audited(slug, title, law, reasoning, debts, plan, findings, published=None, on=ON, **parts):
    """A plan that somebody drew up; ``findings``: (finding, grade), those of a debt with its name."""
    plan = {"kind": "imposed", "left_to_live": "1400.00", **plan}
    if plan["kind"] == "agreed":  # only an owner of real estate is in conciliation (L. 732-1)
        parts.setdefault("assets", [HOME])
    elif "assets" in parts:  # and nothing is imposed on one before it failed (L. 733-1)
        parts.setdefault("prospects", {"conciliation_failed": True})
    document = request(on, ["audit"], debts=debts, audit=plan, **parts)
    expected = [dict(zip(("finding", "grade", "debt"), finding)) for finding in findings]
    breaches = sum(grade == "breach" for _, grade, *_ in findings)
    answer = {"audit": {"clean": not breaches, "breaches": breaches, "findings": expected}}
    record(FOLDER, slug, title, law, BY_HAND, reasoning, published, {"request": document}, {"response": answer})


def excluded():
    """Section 10, item 5."""
    fine, support = debt("d1", "court_fine", "900.00", consent=True), debt("d1", "maintenance", "900.00")
    spread = {"tiers": [tier(9, line("d1", "100.00"))]}
    audited("excluded.fine_consent", "A court fine rescheduled with an agreement", ["C. conso. L. 711-4, dernier alinéa"], "The last paragraph has no reserve for an agreement: a breach still.", [fine], spread, [("court_fine_touched", "breach", "d1")])
    audited("excluded.maintenance", "Maintenance rescheduled without an agreement", ["C. conso. L. 711-4, 1°"], "Excluded unless the creditor agrees.", [support], spread, [("excluded_rescheduled", "breach", "d1")])
    audited("excluded.maintenance_consent", "Maintenance rescheduled with an agreement", ["C. conso. L. 711-4, 1°"], "The agreement lifts the exclusion.", [{**support, "consent": True}], spread, [])
    audited("excluded.outside", "A court fine shown outside the measures", ["C. conso. L. 711-4, dernier alinéa", "C. conso. L. 733-16"], "A proposal to a creditor who is not bound: to be known, no breach.", [fine], {**spread, "outside": ["d1"]}, [("outside_to_be_agreed", "note", "d1")])


def not_erased():
    """Section 10, item 6, for partial erasure: what a plan may not wipe out."""
    half = {"tiers": [tier(84, line("d1", "20.00"))]}
    erased = lambda amount: {**half, "erased": [{"debt": "d1", "amount": amount}]}  # noqa: E731
    audited("erased.pledge", "A pledge loan erased", ["C. conso. L. 711-5", "C. conso. L. 733-4, 2°"], "84 x 20.00 = 1 680.00 paid of 2 000.00; the rest may not be erased.", [debt("d1", "pawn_loan", "2000.00")], erased("320.00"), [("pawn_loan_erased", "breach", "d1")])
    loan = debt("d1", "bank_loan", "4000.00", guarantor_paid="2000.00")
    audited("erased.guarantor", "What a guarantor paid erased", ["C. conso. L. 733-4, 2°"], "1 680.00 paid of 4 000.00 and 2 320.00 erased; 2 000.00 was paid by the guarantor and stays whatever else is erased.", [loan], erased("2320.00"), [("guarantor_paid_erased", "breach", "d1")])
    audited("erased.undeclared", "A creditor neither declared nor notified", ["C. conso. L. 733-15"], "The measures do not bind this creditor: to be known.", [debt("d1", "bank_loan", "1680.00", undeclared=True)], half, [("undeclared_not_bound", "note", "d1")])


def owner():
    """Section 10, item 7, and the reported plan whose erasure was quashed."""
    law = ["C. conso. L. 733-4, 2°", "Cass. 2e civ., 22 mai 2025, n° 23-12.659"]
    loan = [debt("d1", "bank_loan", "26000.00")]
    plan = {"tiers": [tier(84, line("d1", "250.00"))], "erased": [{"debt": "d1", "amount": "5000.00"}]}
    refused = [("erasure_without_sale", "breach")]
    audited("owner.no_sale", "An owner's debts erased without a sale", law, "84 x 250.00 = 21 000.00; the 5 000.00 left may be erased only after the sale of the home.", loan, plan, refused, assets=[HOME])
    audited("owner.sale", "Erased subject to the prior sale", [*law, "C. conso. L. 733-7"], "The measures are made subject to the sale.", loan, {**plan, "subject_to_sale": True}, [], assets=[HOME])
    audited("owner.rehousing", "A main home whose owner could not be rehoused", law, "The exception of the ruling: manifest impossibility to meet the costs of rehousing.", loan, {**plan, "rehousing_impossible": True}, [("rehousing_to_be_proven", "note")], assets=[HOME])
    audited("owner.rehousing.land", "Land, and an owner who could not be rehoused", law, "The exception is for the home that one lives in: land must be sold first.", loan, {**plan, "rehousing_impossible": True}, refused, assets=[LAND])
    audited("owner.none", "No real estate", law, "A car is no real estate: nothing to sell first.", loan, plan, [], assets=[{"id": "car", "kind": "vehicle", "value": "3000.00"}])
    published = {"months": 74, "amount": "360.88", "erased": "132686.08", "source": "CA Amiens, 22 December 2022, quashed by Cass. 2e civ., 22 May 2025, n° 23-12.659", "reason": "Debts are printed as about 163 000.00; those of the request are what was paid and erased, 159 391.20. The difference is not explained."}
    quashed = {"tiers": [tier(74, line("d1", "360.88"))], "erased": [{"debt": "d1", "amount": "132686.08"}]}
    audited("owner.quashed", "T15: 132 686.08 erased with a home of 120 000.00", law, "74 x 360.88 = 26 705.12; with what is erased, 159 391.20. Quashed because no sale came first.", [debt("d1", "bank_loan", "159391.20")], quashed, refused, published=published, on="2022-12-22", assets=[{**HOME, "sale_costs": "0.00"}])


def suspensions():
    """Section 10, item 8, for a plan; the way to a second suspension is closed in the set of orientations."""
    law = ["C. conso. L. 733-2"]
    loan = [debt("d1", "bank_loan", "12000.00")]
    plan = {"tiers": [tier(12, suspension=True), tier(48, line("d1", "250.00"))]}
    ended = {"suspension_ended_on": "2026-01-31"}
    audited("suspension.first", "A first suspension", ["C. conso. L. 733-1, 4°"], "Twelve months of twenty-four at most, then all is paid.", loan, plan, [])
    audited("suspension.second", "A second suspension", law, "On re-examination every measure is open except another suspension.", loan, plan, [("second_suspension", "breach")], history=ended)
    audited("suspension.second.last_day", "A file lodged three months after the end, to the day", law, "31 January and three months: 30 April, still a re-examination.", loan, plan, [("second_suspension", "breach")], history={**ended, "new_file_lodged_on": "2026-04-30"})
    land = {"assets": [{"id": "land", "kind": "other_real_estate", "value": "20000.00"}], "prospects": {"conciliation_failed": True}}
    allowed = {"conventions": {"second_suspension": "real_estate"}}
    audited("suspension.second.real_estate", "A second suspension while land is to be sold", law, "Two règlements intérieurs allow it, the article does not: a doubt where the convention follows them.", loan, plan, [("second_suspension", "doubtful")], history=ended, **land, **allowed)
    audited("suspension.second.no_real_estate", "The same convention without real estate", law, "It is for files with real estate only.", loan, plan, [("second_suspension", "breach")], history=ended, **allowed)
    audited("suspension.second.new_file", "A file lodged more than three months after the end", law, "A new file in ordinary conditions, by the commissions' own rules: a doubt, no breach.", loan, plan, [("second_suspension", "doubtful")], history={**ended, "new_file_lodged_on": "2026-05-01"})
    audited("suspension.longest", "Twenty-four months", ["C. conso. L. 733-1, 4°"], "Two years at most.", loan, {"tiers": [tier(24, suspension=True), tier(48, line("d1", "250.00"))]}, [])
    audited("suspension.too_long", "Twenty-five months", ["C. conso. L. 733-1, 4°"], "One month more than two years.", loan, {"tiers": [tier(25, suspension=True), tier(48, line("d1", "250.00"))]}, [("suspension_too_long", "breach")])


def lengths():
    """Section 10, item 9."""
    earlier = {"earlier_measures_months": 24}
    paid = lambda months, instalment: {"tiers": [tier(months, line("d1", instalment))]}  # noqa: E731
    loan = [debt("d1", "bank_loan", "21000.00")]
    audited("length.left", "60 months after 24", ["C. conso. L. 732-3", "C. conso. L. 733-3"], "84 - 24 = 60.", loan, {**paid(60, "350.00"), "kind": "agreed"}, [], history=earlier)
    audited("length.agreed", "61 months after 24, agreed", ["C. conso. L. 732-3"], "The text counts revisions and renewals of a plan in its seven years.", [debt("d1", "bank_loan", "21350.00")], {**paid(61, "350.00"), "kind": "agreed"}, [("horizon_exceeded", "breach")], history=earlier)
    audited("length.imposed", "84 months after 24, imposed", ["C. conso. L. 733-3"], "That earlier measures count is inferred for imposed ones: doubtful.", loan, paid(84, "250.00"), [("horizon_exceeded", "doubtful")], history=earlier)
    audited("length.imposed.too_long", "85 months", ["C. conso. L. 733-3"], "Seven years are 84 months.", [debt("d1", "bank_loan", "21250.00")], paid(85, "250.00"), [("horizon_exceeded", "breach")])


    home = [debt("d1", "home_loan", "37500.00", finances_main_home=True, remaining_months=300)]
    longer = ["C. conso. L. 733-3", "C. conso. L. 733-1, 1°"]
    audited("length.half_term", "A loan for the main home over half of what was left to run", longer, "Seven years are passed, as the exception allows: to be known. 300 months were left: 150 are its half.", home, {**paid(150, "250.00"), "main_home_exception": True}, [("horizon_exceeded", "note")])
    audited("length.half_term.passed", "Over more than half of what was left to run", longer, "How the two limits combine is not settled: a doubt.", [{**home[0], "principal": "40000.00"}], {**paid(160, "250.00"), "main_home_exception": True}, [("half_term_exceeded", "doubtful", "d1"), ("horizon_exceeded", "note")])


def others():
    rates = lambda percent, **more: {"tiers": [tier(1, line("d1", more.pop("last", "1002.18")))], "rates": [{"debt": "d1", "percent": percent}], **more}  # noqa: E731
    loan = [debt("d1", "bank_loan", "1000.00", contract_rate="6")]
    cap = ["C. conso. L. 733-1, 3°"]
    audited("rate.legal", "The legal rate, one month", cap, "2.62 % in the first half of 2026: 1 000.00 x 2.62 / 1 200 = 2.18.", loan, rates("2.62"), [])
    audited("rate.above_legal", "More than the legal rate", cap, "6 % is what the contract says, 2.62 % what an imposed measure may: 2.50 of interest at 3 %.", loan, rates("3", last="1002.50"), [("rate_above_cap", "breach", "d1")])
    audited("rate.above_contract", "Less than the legal rate, more than the contract's", cap, "A reduced rate is not above the contract's.", [{**loan[0], "contract_rate": "1.5"}], rates("2.4", last="1002.00"), [("rate_above_cap", "breach", "d1")])
    audited("rate.agreed", "The same in an agreed plan", ["C. conso. L. 732-2"], "The ceiling binds imposed measures only.", loan, {**rates("3", last="1002.50"), "kind": "agreed"}, [])
    two = [rent("1000.00"), debt("loan", "consumer_credit", "1000.00")]
    order = ["C. conso. L. 711-6"]
    audited("order.kept", "The landlord, then the lender", order, "As the article says.", two, {"tiers": [tier(4, line("rent", "250.00")), tier(4, line("loan", "250.00"))]}, [])
    audited("order.reversed", "The lender before the landlord", order, "Lessors' claims are settled first.", two, {"tiers": [tier(4, line("loan", "250.00")), tier(4, line("rent", "250.00"))]}, [("lender_before_landlord", "breach", "loan")])
    audited("order.beside", "The lender in a month of the landlord's", order, "Read strictly, nothing to lenders before the last payment of the rent; a reading, hence a doubt.", two, {"tiers": [tier(10, line("rent", "100.00"), line("loan", "100.00"))]}, [("lender_beside_landlord", "doubtful", "loan")])
    alone = {"tiers": [tier(84)], "erased": [{"debt": "d1", "amount": "1000.00"}]}
    audited("erasure.alone", "Everything erased and nothing else", ["C. conso. L. 733-4, 2°"], "Erasure is combined with measures of L. 733-1.", [debt("d1", "bank_loan", "1000.00")], alone, [("erasure_alone", "breach"), ("nothing_paid", "doubtful")])
    short = {"tiers": [tier(84, line("d1", "250.00"))]}
    audited("remainder.imposed", "A balance neither paid nor erased", ["C. conso. L. 733-4, 2°", "Cass., avis, 10 janvier 2005"], "21 000.00 of 26 000.00: definitive measures settle the whole.", [debt("d1", "bank_loan", "26000.00")], short, [("remainder_left", "breach", "d1")])
    waiting = {"tiers": [tier(24, line("d1", "150.00"))], "subject_to_sale": True}
    published = {"months": 24, "amount": "150.00", "source": "TJ Saint-Étienne, 23 June 2025, n° 24/05772", "reason": "Debts and the value of the property are not printed: 30 000.00 and 40 000.00 stand for them."}
    audited("remainder.waiting", "T16: 24 months at 150.00, the balance deferred", ["C. conso. L. 733-1, 1°", "C. conso. L. 733-7"], "A waiting measure, subject to the sale of undivided property: it settles nothing yet.", [debt("d1", "bank_loan", "30000.00")], {**waiting}, [("remainder_left", "note", "d1")], published=published, on="2025-06-23", assets=[{**LAND, "joint_share_percent": 50}])


def build():
    excluded()
    not_erased()
    owner()
    suspensions()
    lengths()
    others()
