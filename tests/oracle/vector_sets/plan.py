"""fr/plan: worked examples, reported plans, one vector for each point of the rule, errors."""

from .common import refuse, request, single
from .debts import EXAMPLES, debt, planned, rent, steps

FOLDER = "fr/plan"
RANKS = ["C. conso. L. 711-6", "C. conso. L. 733-1"]
ERASURE = ["C. conso. L. 733-1", "C. conso. L. 733-4"]
LENGTH = ["C. conso. L. 733-3"]
RATE = ["C. conso. L. 733-1", "C. civ. 1343-1"]
OUTSIDE = ["C. conso. L. 711-4"]


def line(name, instalment, last=None):
    return {"debt": name, "instalment": instalment, "last": last or instalment}


def tier(start, months, *lines, total=None):
    row = {"from_month": start, "months": months, "lines": list(lines)}
    return {**row, "total": total} if total else row


def plan(slug, title, law, reasoning, debts, asked, **more):
    planned(FOLDER, slug, title, law, reasoning, debts, asked, **more)


def examples():
    first = [rent("2300.00"), debt("electricity", "energy_and_bills", "640.50"), debt("a", "bank_loan", "9800.00"), debt("b", "revolving_credit", "4200.00"), debt("c", "overdraft", "650.00")]
    at = steps((1, "381.94"))
    plan("example1.strict", "All repaid, ranks one after the other", RANKS, "Example 1, strict.", first, {**at, "ranks": "strict"}, origin=EXAMPLES, expect={"months": 47, "tiers": [
        tier(1, 7, line("rent", "328.58", "328.52"), line("electricity", "53.36"), total="381.94"),
        tier(8, 1, line("electricity", "266.98"), line("a", "80.47"), line("b", "34.49"), total="381.94"),
        tier(9, 39, line("a", "249.22", "249.17"), line("b", "106.81", "106.73"), line("c", "16.67", "16.54"), total="372.70")], "totals": {"start": "17590.50", "paid": "17590.50", "erased": "0.00"}})
    plan("example1.grouped", "All repaid, neighbouring ranks share a tier", RANKS, "Example 1, grouped: one tier less, as short.", first, at, origin=EXAMPLES, expect={"months": 47, "tiers": [
        tier(1, 8, line("rent", "287.50"), line("electricity", "80.07", "80.01"), total="367.57"),
        tier(9, 39, line("a", "251.29", "250.98"), line("b", "107.70", "107.40"), line("c", "16.67", "16.54"), total="375.66")], "objective": {"erased": "0.00", "months": 47, "tiers": 2, "lines": 5}})
    plan("example1.dated", "The same, with a first due date on the 31st", RANKS, "The n-th due date counts from the first: month 9 from 31 January is 30 September.", first, {**at, "first_due_on": "2026-01-31"}, only=["tiers"], expect={"tiers": [{"due_from": "2026-01-31"}, {"due_from": "2026-09-30"}]})
    second = [rent("1850.00"), debt("loan1", "bank_loan", "38400.00"), debt("loan2", "bank_loan", "21150.55"), debt("revolving", "revolving_credit", "9308.13")]
    plan("example2", "Partial erasure", ERASURE + RANKS[:1], "Example 2: 84 months, the rest erased at the end.", second, steps((1, "312.00")), origin=EXAMPLES, expect={"months": 84, "tiers": [
        tier(1, 6, line("rent", "308.34", "308.30")), tier(7, 78, line("loan1", "173.99"), line("loan2", "95.83"), line("revolving", "42.18"), total="312.00")], "totals": {"start": "70708.68", "paid": "26186.00", "erased": "44522.68", "left": "0.00"}})
    third, rate = [debt("loan", "bank_loan", "12786.10")], {**steps((1, "381.94")), "rate": {"kind": "given", "percent": "3.71"}}
    plan("example3.interest_first", "One claim with a rate, interest first", RATE, "Example 3: 36 months, 744.46 of interest.", third, {**rate, "imputation": "interest_first"}, origin=EXAMPLES, expect={"tiers": [tier(1, 36, line("loan", "375.85", "375.81"))], "totals": {"interest": "744.46"}},
         published={"amount": "381.94", "months": 37, "source": "TJ Paris, 27 June 2025, n° 25/00185", "reason": "37 months at 381.94 is neither level nor the shortest; the gap is not explained."})
    plan("example3.principal_first", "One claim with a rate, principal first", RATE, "Example 3: 694.71 of interest.", third, {**rate, "imputation": "principal_first"}, origin=EXAMPLES, expect={"tiers": [tier(1, 36, line("loan", "374.47", "374.36"))], "totals": {"interest": "694.71"}})
    plan("example4", "A suspension, then an indicative plan", ["C. conso. L. 733-1", "C. conso. L. 733-2"] + ERASURE[1:], "Example 4: 24 months of nothing, 60 left, to be decided anew.", [rent("1200.00"), debt("loan", "bank_loan", "20000.00")], {**steps((1, "0.00"), (25, "250.00")), "suspension_months": 24, "suspension_interest": "none"}, origin=EXAMPLES, expect={"label": "indicative", "tiers": [tier(1, 24), tier(25, 5, line("rent", "240.00")), tier(30, 55, line("loan", "250.00"))], "totals": {"erased": "6250.00"}})
    plan("example5", "Debts outside the procedure come first", OUTSIDE, "Example 5: a fine with an accepted instalment, a fraud debt without one, a loan.", [debt("fine", "court_fine", "900.00", agreed_instalment="150.00"), debt("fraud", "social_fraud", "1500.00", fraud_proof="decision"), debt("loan", "bank_loan", "9000.00")], steps((1, "300.00")), origin=EXAMPLES, expect={"months": 38, "tiers": [
        tier(1, 6, line("fine", "150.00"), line("fraud", "150.00")), tier(7, 2, line("fraud", "300.00")), tier(9, 30, line("loan", "300.00"))]})
    sixth = [debt("tax", "tax", "1000.00"), debt("loan", "bank_loan", "5000.00")]
    waiting = {**steps((1, "250.00")), "rate": {"kind": "given", "percent": "3.71"}}
    plan("example6.strict", "Two ranks at a rate, one waiting", RATE, "Example 6, strict: the loan receives the surplus while the tax is paid.", sixth, {**waiting, "ranks": "strict"}, expect={"months": 25, "tiers": [tier(1, 5, line("tax", "201.86", "201.85"), line("loan", "48.14")), tier(6, 20, line("loan", "249.71", "249.59"))]})
    plan("example6.grouped", "The same, ranks grouped", RATE, "Grouped, both end in 25 months in one tier: preferred.", sixth, waiting, expect={"months": 25, "objective": {"tiers": 1, "lines": 2}})
    plan("example6.principal_first", "The same, principal first, strict", RATE, "Interest is set aside and paid last.", sixth, {**waiting, "ranks": "strict", "imputation": "principal_first"})
    plan("example6.starved", "A loan that receives nothing while it waits", RATE, "What the tax leaves is under the floor: the loan's interest is set aside, bears nothing, and is paid before principal.", [debt("tax", "tax", "1225.00"), debt("loan", "bank_loan", "5000.00")], {**waiting, "ranks": "strict"})


def reported():
    def total(slug, title, on, amount, per_month, months, set_months, reason, source, **more):
        asked = {**steps(*per_month), **more}
        plan(f"reported.{slug}", title, ["C. conso. L. 733-1", "C. conso. L. 733-3"], "Only the total of the debts was published: one debt stands for all.", [debt("all", "bank_loan", amount)], asked, on=on, only=["months", "totals"], expect={"months": months}, published={"months": set_months, "source": source, "reason": reason})

    somme = "Somme commission, 16 July 2024"
    total("t5", "20 410.93 at 429.27: 48 months", "2024-07-16", "20410.93", [(1, "429.27")], 48, 50, "47.5 months are needed; 50 were set, no reason known.", somme, horizon_months=60)
    total("t6", "12 129.37 at 157.00: 78 months", "2024-06-25", "12129.37", [(1, "157.00")], 78, 84, "77.3 months are needed; 84 were set, no reason known.", "Ain commission, 25 June 2024")
    total("t9", "53 878.92 at 570.00 over 56 months", "2024-09-17", "53878.92", [(1, "570.00")], 56, 56, "The shorter horizon is read as earlier measures (84 - 28), which is not stated; 31 920.00 paid, the rest erased.", "CA Poitiers, 17 September 2024", horizon_months=56)
    total("t9.judge", "53 878.92 at 500.00 over 56 months", "2024-09-17", "53878.92", [(1, "500.00")], 56, 56, "28 000.00 paid.", "CA Poitiers, 17 September 2024", horizon_months=56)
    lyon = "CA Lyon, 17 October 2024"
    total("t12", "22 241.52 at 299.00, no interest: 75 months", "2024-10-17", "22241.52", [(1, "299.00")], 75, 75, "None.", lyon)
    total("t12.commission", "22 241.52 at 309.60 and 2.06 %", "2023-04-25", "22241.52", [(1, "309.60")], 77, 79, "The commission set 79 months, longer than what fits; not explained.", lyon, rate={"kind": "given", "percent": "2.06"})
    total("t4", "68 991.06 at 687.00 for twelve months, then 811.00", "2024-07-16", "68991.06", [(1, "687.00"), (13, "811.00")], 84, 84, "12 x 687.00 + 72 x 811.00 = 66 636.00; 2 355.06 left to erase.", somme)
    total("t1", "100 708.68 at 312.00", "2025-06-17", "100708.68", [(1, "312.00")], 84, 84, "84 x 312.00 = 26 208.00; 74 500.68 erased.", "TJ Lille, 17 June 2025, n° 25/00729")


def lengths():
    debts, at = [debt("loan", "bank_loan", "20000.00")], steps((1, "250.00"))
    plan("length.earlier_24", "24 months of earlier measures: 60 left", LENGTH + ["C. conso. L. 732-3"], "84 - 24 (R70; section 10, item 9): 15 000.00 paid, 5 000.00 erased.", debts, at, history={"earlier_measures_months": 24}, expect={"horizon_months": 60, "months": 60, "totals": {"paid": "15000.00", "erased": "5000.00"}})
    plan("length.given", "A horizon given", LENGTH, "12 x 250.00.", debts, {**at, "horizon_months": 12}, expect={"horizon_months": 12, "totals": {"paid": "3000.00", "erased": "17000.00"}})
    plan("length.agreed", "An agreed plan that pays all", ["C. conso. L. 732-2", "C. conso. L. 732-3"], "80 x 250.00.", debts, {**at, "kind": "agreed"}, only=["months", "tiers", "debts", "totals"], expect={"totals": {"paid": "20000.00", "left": "0.00"}})
    plan("length.agreed.short", "An agreed plan too short", ["C. conso. L. 732-2", "C. conso. L. 732-3"], "24 x 250.00; nothing is erased by itself in an agreed plan: 14 000.00 left.", debts, {**at, "kind": "agreed", "horizon_months": 24}, only=["months", "tiers", "debts", "totals"], expect={"totals": {"paid": "6000.00", "erased": "0.00", "left": "14000.00"}})
    plan("length.exact", "A plan that ends in the last month", LENGTH, "21 000.00 / 250.00 = 84.", [debt("loan", "bank_loan", "21000.00")], at, expect={"months": 84, "totals": {"erased": "0.00"}})
    plan("length.one_cent_more", "One cent more than the horizon can pay", ERASURE, "0.01 erased.", [debt("loan", "bank_loan", "21000.01")], at, expect={"months": 84, "totals": {"erased": "0.01"}})
    plan("nil", "No capacity", LENGTH, "Nothing can be paid: one stretch of nothing.", debts, steps((1, "0.00")), only=["debts", "totals"], expect={"totals": {"paid": "0.00", "erased": "20000.00"}})


def capacities():
    two = [rent("1000.00"), debt("loan", "bank_loan", "9000.00")]
    plan("steps.rise", "A capacity that rises", RANKS, "A tier ends where the capacity changes, the group goes on.", two, steps((1, "200.00"), (13, "350.00")))
    plan("steps.fall", "A capacity that falls", RANKS, "300.00 for six months, then 150.00.", two, steps((1, "300.00"), (7, "150.00")))
    plan("steps.pause", "A pause in the middle", RANKS, "Months without capacity are a tier of nothing.", two, steps((1, "250.00"), (5, "0.00"), (8, "250.00")))
    plan("steps.same", "A step that changes nothing", RANKS, "No new tier: what is available does not change.", two, steps((1, "250.00"), (13, "250.00")))
    people = {"household": single(), "resources": [{"id": "r1", "kind": "wage", "amount": "1500.00"}], "expenses": [{"id": "x1", "kind": "rent", "amount": "1200.00"}]}
    plan("capacity.maximum", "The computed maximum, labelled so", ["C. conso. L. 731-1"] + RANKS, "234.76 a month.", two, {}, expect={"label": "maximum"}, **people)
    plan("capacity.decided", "The retained amount", ["C. conso. L. 731-1"] + RANKS, "200.00 retained.", two, {}, expect={"label": "decided", "tiers": [tier(1, 5, line("rent", "200.00")), tier(6, 45, line("loan", "200.00"))]}, **people, decisions={"retained": "200.00"})


def sharing():
    mixed = [rent("1000.00"), debt("private", "private_lender", "2000.00"), debt("credit", "consumer_credit", "3000.00")]
    at = steps((1, "270.00"))
    plan("landlord.withheld", "The landlord's surplus may not go to a lender, but to a later rank", RANKS, "4 months of rent at 250.00; 20.00 skips the credit and goes to the private lender.", mixed, {**at, "ranks": "strict"}, only=["months", "tiers", "debts", "totals"], expect={"tiers": [tier(1, 4, line("rent", "250.00"), line("private", "20.00"))] + [{}, {}]})
    plan("landlord.may_flow", "The surplus may flow", RANKS, "Convention: 20.00 to the credit, next rank.", mixed, {**at, "ranks": "strict", "landlord_surplus": "may_flow"})
    plan("landlord.not_with_lenders", "Ranks 2 and 4 are never one tier", RANKS, "One tier would do; the landlord must be paid first.", [rent("1000.00"), debt("credit", "consumer_credit", "1000.00")], steps((1, "250.00")), expect={"objective": {"tiers": 2, "lines": 2}})
    plan("landlord.payment_institution", "A payment institution is no lender of the article", RANKS, "Rent and an account at a payment institution may share a tier (C12).", [rent("1000.00"), debt("account", "other", "1000.00", creditor="payment_institution")], steps((1, "250.00")), expect={"objective": {"erased": "0.00", "months": 8, "tiers": 1, "lines": 2}})
    plan("floor.dropped", "A share under the token floor is dropped", RANKS, "Surplus 114.96 of which 5.10 would go to the overdraft.", [debt("bill", "energy_and_bills", "266.98"), debt("a", "bank_loan", "9719.53"), debt("b", "revolving_credit", "4165.51"), debt("c", "overdraft", "650.00")], {**steps((1, "381.94")), "ranks": "strict"})
    plan("floor.none", "No token floor", RANKS, "The same, each share paid.", [debt("bill", "energy_and_bills", "266.98"), debt("a", "bank_loan", "9719.53"), debt("b", "revolving_credit", "4165.51"), debt("c", "overdraft", "650.00")], {**steps((1, "381.94")), "ranks": "strict", "token_floor": "0.00"})
    plan("floor.clears", "A small share that clears its balance is paid", RANKS, "The floor never stops what ends a debt.", [debt("tax", "tax", "1190.00"), debt("bill", "other", "48.00")], {**steps((1, "125.00")), "ranks": "strict"})
    plan("floor.level", "Level instalments under the floor", RANKS, "The served group is never subject to the floor.", [debt("a", "bank_loan", "9000.00"), debt("b", "overdraft", "60.00")], steps((1, "250.00")))
    plan("dividend", "Kept waiting by the floor, then paid its dividend", ERASURE, "Of 68 900.00, 84 x 312.00 = 26 208.00 can be paid (38.04 %): the overdraft of 500.00, kept waiting, receives 190.19 in the last month.", [debt("loan1", "bank_loan", "40000.00"), debt("loan2", "bank_loan", "28400.00"), debt("overdraft", "overdraft", "500.00")], steps((1, "312.00")), expect={"months": 84, "objective": {"tiers": 2}})
    plan("dividend.several", "Two creditors kept waiting", ERASURE, "Their dividends together fit in one month.", [debt("loan", "bank_loan", "40000.00"), debt("a", "overdraft", "500.00"), debt("b", "revolving_credit", "300.00")], steps((1, "200.00")))
    plan("equal_balances", "Three equal claims and a cent too few", RANKS, "1 000.00 three times at 100.00: rounded up, 33.34 x 3 passes 100.00, so 31 months.", [debt(name, "bank_loan", "1000.00") for name in ("a", "b", "c")], steps((1, "100.00")), expect={"months": 31})
    plan("rounding.down", "Instalments rounded down", RANKS, "Convention seen in practice: the last payment is larger by some cents.", [debt("a", "bank_loan", "1000.00"), debt("b", "bank_loan", "2000.00")], {**steps((1, "430.00")), "rounding": "down"}, expect={"tiers": [tier(1, 7, line("a", "142.85", "142.90"), line("b", "285.71", "285.74"))]})
    plan("rounding.up", "The same rounded up", RANKS, "The last payment is smaller.", [debt("a", "bank_loan", "1000.00"), debt("b", "bank_loan", "2000.00")], steps((1, "430.00")), expect={"tiers": [tier(1, 7, line("a", "142.86", "142.84"), line("b", "285.72", "285.68"))]})
    plan("rank_change", "A rank changed by decision", RANKS, "The private lender is put in rank 3.", [debt("tax", "tax", "900.00"), debt("private", "private_lender", "900.00"), debt("loan", "bank_loan", "900.00")], {**steps((1, "200.00")), "ranks": "strict", "rank_changes": [{"debt": "private", "rank": 3}]})


def rates():
    two, at = [rent("800.00"), debt("loan", "bank_loan", "6000.00", contract_rate="8.5")], steps((1, "220.00"))
    plan("rate.legal", "The legal rate of the half-year", RATE + ["CMF L. 313-2"], "2.62 % in the first half of 2026 (other cases).", two, {**at, "rate": {"kind": "legal"}})
    plan("rate.legal.2025", "The legal rate of early 2025", RATE + ["CMF L. 313-2"], "3.71 %.", two, {**at, "rate": {"kind": "legal"}}, on="2025-03-15")
    plan("rate.nil", "No interest", RATE, "Said so.", two, {**at, "rate": {"kind": "nil"}})
    plan("rate.never_ends", "Interest above what can be paid", RATE, "100 000.00 at 5 % bears 416.67 a month; 250.00 is paid: the principal never falls.", [debt("loan", "bank_loan", "100000.00")], {**steps((1, "250.00")), "rate": {"kind": "given", "percent": "5"}}, only=["months", "tiers"])
    plan("rate.outside", "A debt outside the procedure bears no rate of the plan", RATE + OUTSIDE, "The fine is paid first, at its amount.", [debt("fine", "court_fine", "400.00"), debt("loan", "bank_loan", "3000.00")], {**steps((1, "200.00")), "rate": {"kind": "given", "percent": "3.71"}})
    plan("suspension.interest", "A suspension with interest at the legal rate", ["C. conso. L. 733-1"], "Principal only, simple interest, set aside: 12 x 26.20 = 314.40.", [debt("loan", "bank_loan", "12000.00")], {**steps((1, "0.00"), (13, "300.00")), "suspension_months": 12, "suspension_interest": "legal"}, expect={"totals": {"interest": "314.40"}, "months": 54})


def outside():
    at = steps((1, "300.00"))
    loan = debt("loan", "bank_loan", "3000.00")
    plan("outside.last_smaller", "An accepted instalment whose last payment is smaller", OUTSIDE, "400.00 at 150.00: three months, the last of 100.00; its slack is not used.", [debt("fine", "court_fine", "400.00", agreed_instalment="150.00"), loan], at, expect={"tiers": [tier(1, 3, line("fine", "150.00", "100.00"), line("loan", "150.00")), tier(4, 9, line("loan", "283.34", "283.28"))]})
    plan("outside.maintenance", "Maintenance without an agreement", OUTSIDE, "Paid first, then the loan.", [debt("support", "maintenance", "900.00"), loan], at)
    plan("outside.unfinished", "An excluded debt the horizon can't end", OUTSIDE, "It is left, never erased; the loan receives nothing and is erased.", [debt("fine", "court_fine", "5000.00"), loan], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "3000.00", "left": "1400.00"}})
    plan("outside.agreed_only", "Nothing but debts outside the plan", OUTSIDE, "Tiers follow the accepted instalments.", [debt("fine", "court_fine", "450.00", agreed_instalment="150.00"), debt("damages", "penal_damages", "500.00", agreed_instalment="100.00")], at)
    plan("kept.pledge", "A pledge loan is never erased", ["C. conso. L. 711-5"] + ERASURE, "What the horizon leaves of it is left.", [debt("pledge", "pawn_loan", "3000.00"), loan], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "1200.00", "left": "1200.00"}})
    plan("kept.guarantor", "What a guarantor paid is never erased", ERASURE, "Of the 1 800.00 not paid, 500.00 was paid by the guarantor.", [debt("loan", "bank_loan", "5400.00", guarantor_paid="500.00")], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "1300.00", "left": "500.00"}})


def errors():
    def fault(slug, title, names, debts=None, asked=None, **parts):
        document = request("2026-05-15", ["plan"], **parts, debts=debts or [debt("d1", "bank_loan", "1000.00")], plan={**steps((1, "100.00")), **(asked or {})})
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", names, document)

    one = "1000.00"
    fault("contract_rate", "A contract rate above 1 000 %", [("number.range", "debts[0].contract_rate")], [debt("d1", "bank_loan", one, contract_rate="1000.01")])
    fault("rate", "A plan's rate above 1 000 %", [("number.range", "plan.rate.percent")], asked={"rate": {"kind": "given", "percent": "1000.01"}})
    fault("rate.missing", "A given rate that is not given", [("field.missing", "plan.rate.percent")], asked={"rate": {"kind": "given"}})
    fault("balance.zero", "A debt of nothing", [("debt.no_balance", "debts[0].principal")], [debt("d1", "bank_loan", "0.00")])
    fault("principal.negative", "A negative principal", [("amount.negative", "debts[0].principal")], [debt("d1", "bank_loan", "-1.00")])
    fault("kind", "A kind that does not exist", [("field.value", "debts[0].kind")], [debt("d1", "mortgage", one)])
    fault("asset.unknown", "A security on an asset that is not there", [("id.unknown", "debts[0].security.asset")], [debt("d1", "home_loan", one, security={"asset": "h9", "rank": 1})])
    fault("guarantor", "A guarantor who paid more than is owed", [("debt.guarantor_paid_above_balance", "debts[0].guarantor_paid")], [debt("d1", "bank_loan", one, guarantor_paid="1000.01")])
    fault("earlier", "More than 84 months of earlier measures", [("plan.earlier_measures", "history.earlier_measures_months")], history={"earlier_measures_months": 85})
    fault("steps.order", "Capacity steps out of order", [("plan.steps_order", "plan.capacity_steps[1].from_month")], asked=steps((1, "100.00"), (1, "120.00")))
    fault("steps.month", "A step from month 0", [("plan.steps_order", "plan.capacity_steps[0].from_month")], asked=steps((0, "100.00")))
    fault("suspension", "A suspension of 25 months", [("number.range", "plan.suspension_months")], asked={"suspension_months": 25})
    fault("rank_change.unknown", "A rank change for a debt that is not there", [("id.unknown", "plan.rank_changes[0].debt")], asked={"rank_changes": [{"debt": "d9", "rank": 3}]})
    fault("rank_change.range", "A rank out of 2 to 5", [("number.range", "plan.rank_changes[0].rank")], asked={"rank_changes": [{"debt": "d1", "rank": 6}]})
    fault("duplicate", "Two debts of the same name", [("id.duplicate", "debts[1].id")], [debt("d1", "bank_loan", one), debt("d1", "tax", one)])
    fault("outside_above_capacity", "Accepted instalments above the capacity", [("plan.outside_debts_exceed_capacity", "debts")], [debt("d1", "court_fine", one, agreed_instalment="100.01")])


def build():
    examples()
    reported()
    lengths()
    capacities()
    sharing()
    rates()
    outside()
    errors()
