"""fr/plan: worked examples, reported plans, one vector for each point of the rule, errors."""

from .common import refuse, request, single
from .debts import EXAMPLES, debt, planned, rent, steps

FOLDER = "fr/plan"
RANKS = ["C. conso. L. 711-6", "C. conso. L. 733-1, 1°"]
ERASURE = ["C. conso. L. 733-1, 1°", "C. conso. L. 733-4, 2°"]
LENGTH = ["C. conso. L. 733-3"]
RATE = ["C. conso. L. 733-1, 3°", "C. civ. 1343-1"]
PRINCIPAL_FIRST = ["C. conso. L. 733-1, 2°", "C. conso. L. 733-1, 3°"]
SUSPENSION = ["C. conso. L. 733-1, 4°", "C. conso. L. 733-2"]
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
    then = "2025-06-27"  # 3.71 % is the legal rate of that half-year: an imposed rate may be that, and no more
    plan("example3.interest_first", "One claim with a rate, interest first", RATE, "Example 3: 36 months, 744.46 of interest.", third, {**rate, "imputation": "interest_first"}, origin=EXAMPLES, expect={"tiers": [tier(1, 36, line("loan", "375.85", "375.81"))], "totals": {"interest": "744.46"}},
         published={"amount": "381.94", "months": 37, "source": "TJ Paris, 27 June 2025, n° 25/00185", "reason": "37 months at 381.94 is neither level nor the shortest; the gap is not explained."}, on=then)
    plan("example3.principal_first", "One claim with a rate, principal first", PRINCIPAL_FIRST, "Example 3: 694.71 of interest.", third, {**rate, "imputation": "principal_first"}, origin=EXAMPLES, expect={"tiers": [tier(1, 36, line("loan", "374.47", "374.36"))], "totals": {"interest": "694.71"}}, on=then)
    plan("example4", "A suspension, then an indicative plan", SUSPENSION + ERASURE[1:], "Example 4: 24 months of nothing, 60 left, to be decided anew.", [rent("1200.00"), debt("loan", "bank_loan", "20000.00")], {**steps((1, "0.00"), (25, "250.00")), "suspension_months": 24, "suspension_interest": "none"}, origin=EXAMPLES, expect={"label": "indicative", "tiers": [tier(1, 24), tier(25, 5, line("rent", "240.00")), tier(30, 55, line("loan", "250.00"))], "totals": {"erased": "6250.00"}})
    plan("example5", "Debts outside the procedure come first", OUTSIDE, "Example 5: a fine with an accepted instalment, a fraud debt without one, a loan.", [debt("fine", "court_fine", "900.00", agreed_instalment="150.00"), debt("fraud", "social_fraud", "1500.00", fraud_proof="decision"), debt("loan", "bank_loan", "9000.00")], steps((1, "300.00")), origin=EXAMPLES, expect={"months": 38, "tiers": [
        tier(1, 6, line("fine", "150.00"), line("fraud", "150.00")), tier(7, 2, line("fraud", "300.00")), tier(9, 30, line("loan", "300.00"))]})
    sixth = [debt("tax", "tax", "1000.00"), debt("loan", "bank_loan", "5000.00")]
    waiting = {**steps((1, "250.00")), "rate": {"kind": "given", "percent": "3.71"}}
    plan("example6.strict", "Two ranks at a rate, one waiting", RATE, "Example 6 holds for strict ranks: the tax ends in 5 months at the smallest level instalment, the surplus goes to the loan, above the floor. The worked plans print no figure; these are the oracle's.", sixth, {**waiting, "ranks": "strict"}, expect={"months": 25, "tiers": [tier(1, 5, line("tax", "201.86", "201.85"), line("loan", "48.14")), tier(6, 20, line("loan", "249.71", "249.59"))]}, on=then)
    plan("example6.grouped", "The same, ranks grouped", RATE, "Example 6 with the default: ranks 3 and 4 share one tier, for both end in 25 months as they do in two. Its tier of 5 months holds in strict ranks only.", sixth, waiting, expect={"months": 25, "objective": {"tiers": 1, "lines": 2}}, on=then)
    plan("example6.principal_first", "The same, principal first, strict", PRINCIPAL_FIRST, "Interest is set aside and paid last.", sixth, {**waiting, "ranks": "strict", "imputation": "principal_first"}, on=then)
    plan("example6.starved", "A loan that receives nothing while it waits", RATE, "What the tax leaves is under the floor: the loan's interest is set aside, bears nothing, and is paid before principal.", [debt("tax", "tax", "1225.00"), debt("loan", "bank_loan", "5000.00")], {**waiting, "ranks": "strict"}, on=then)


def reported():
    """The reported plans whose figures make a plan; the amounts are totals, for no decision printed its creditors one by one.

    T3 (21 months) and T17 (an old law of ten years) print no debts: the budget of T3 is a vector of capacities, the order of T17 is
    that of the landlord vectors. T15 and T16 are audited. No table was found for T8, T11 and T14.
    """

    def total(slug, title, on, amount, per_month, months, set_months, reason, source, expect=None, reasoning="", **more):
        asked = {**steps(*per_month), **more}
        published = {"months": set_months, "source": source, "reason": reason}
        reasoning = reasoning or "Only the total of the debts was published: one debt stands for all."
        figures = {"months": months, **(expect or {})}
        plan(f"reported.{slug}", title, ["C. conso. L. 733-1, 1°", "C. conso. L. 733-3"], reasoning, [debt("all", "bank_loan", amount)], asked, on=on, only=["months", "tiers", "totals"], expect=figures, published=published)

    def level(months, instalment, last):
        return {"tiers": [tier(1, months, line("all", instalment, last))]}

    somme, lille = "Somme commission, 16 July 2024", "TJ Lille, 17 June 2025, n° 25/00729"
    lyon, paris = "CA Lyon, 17 October 2024", "TJ Paris, 27 June 2025, n° 25/00185"
    poitiers = "CA Poitiers, 17 September 2024"
    whole = "None: to the end of the 84 months, the rest erased."
    total("t1", "T1: 100 708.68 at 312.00", "2025-06-17", "100708.68", [(1, "312.00")], 84, 84, whole, lille, {**level(84, "312.00", "312.00"), "totals": {"paid": "26208.00", "erased": "74500.68"}})
    total("t1.commission", "T1, by the commission: 462.00", "2025-06-17", "100708.68", [(1, "462.00")], 84, 84, whole, lille, {"totals": {"paid": "38808.00", "erased": "61900.68"}})
    total("t2", "T2: 12 786.10 at 3.71 %, 381.94 at most: 36 months", "2025-06-27", "12786.10", [(1, "381.94")], 36, 37, "37 months at 381.94 is neither level nor the shortest: 36 months end it at 375.85. Not explained.", paris, {**level(36, "375.85", "375.81"), "totals": {"interest": "744.46"}}, rate={"kind": "legal"})
    total("t4", "T4: 68 991.06 at 687.00 for twelve months, then 811.00", "2024-07-16", "68991.06", [(1, "687.00"), (13, "811.00")], 84, 84, "None: 12 x 687.00 + 72 x 811.00 = 66 636.00; 2 355.06 left to erase.", somme, {"totals": {"paid": "66636.00", "erased": "2355.06"}})
    total("t5", "T5: 20 410.93 at 429.27: 48 months", "2024-07-16", "20410.93", [(1, "429.27")], 48, 50, "47.5 months are needed; 50 were set, no reason known.", somme, level(48, "425.23", "425.12"))
    total("t6", "T6: 12 129.37 at 157.00: 78 months", "2024-06-25", "12129.37", [(1, "157.00")], 78, 84, "77.3 months are needed; 84 were set, no reason known.", "Ain commission, 25 June 2024", level(78, "155.51", "155.10"))
    plan("reported.t7", "T7: 62 months", LENGTH, "84 - 22 = 62, if earlier measures explain it. The debts are not printed, only that much was erased: 60 000.00 stands for them.", [debt("all", "bank_loan", "60000.00")], steps((1, "339.00")), on="2025-06-16", only=["horizon_months", "months", "totals"], history={"earlier_measures_months": 22}, expect={"horizon_months": 62, "months": 62, "totals": {"paid": "21018.00"}}, published={"months": 62, "source": "TP Boulogne-sur-Mer, 16 June 2025, n° 25/00149", "reason": "That 22 months of measures came before is inferred."})
    total("t9", "T9: 53 878.92 at 570.00 over 56 months", "2024-09-17", "53878.92", [(1, "570.00")], 56, 56, "The shorter horizon is read as earlier measures (84 - 28), which is not stated.", poitiers, {"totals": {"paid": "31920.00", "erased": "21958.92"}}, horizon_months=56)
    total("t9.judge", "T9, by the judge: 500.00 over 56 months", "2024-09-17", "53878.92", [(1, "500.00")], 56, 56, "As for the commission's plan.", poitiers, {"totals": {"paid": "28000.00", "erased": "25878.92"}}, horizon_months=56)
    plan("reported.t10", "T10, by the judge: a suspension of 18 months", SUSPENSION, "Expenses above the resources: nothing can be paid. The debts are not printed: 18 592.00, the commission's 28 months at 664.00, stands for them. A suspension settles nothing: all is left.", [debt("all", "bank_loan", "18592.00")], {**steps((1, "0.00")), "suspension_months": 18, "horizon_months": 18}, on="2024-02-19", only=["label", "months", "tiers", "totals"], expect={"label": "indicative", "tiers": [{**tier(1, 18, total="0.00"), "suspension": True}], "totals": {"paid": "0.00", "interest": "0.00", "erased": "0.00", "left": "18592.00"}}, published={"months": 18, "source": "Yvelines, 19 February 2024", "reason": "The commission had set 28 months at 5.07 % and 664.00; its debts are not printed."})
    total("t12", "T12: 22 241.52 at 299.00, no interest: 75 months", "2024-10-17", "22241.52", [(1, "299.00")], 75, 75, "None: 74.4 months, rounded up.", lyon, level(75, "296.56", "296.08"))
    total("t12.commission", "T12, by the commission: 309.60 at 2.06 %", "2023-04-25", "22241.52", [(1, "309.60")], 77, 79, "The commission set 79 months, longer than what fits; not explained.", lyon, rate={"kind": "legal"})
    total("t12.appeal", "T12, on appeal: 84 months, no interest", "2024-10-17", "22241.52", [(1, "264.78")], 84, 84, "The amount set is not printed: 264.78 is the least that ends in 84 months.", lyon, {**level(84, "264.78", "264.78"), "totals": {"erased": "0.00"}})
    plan("reported.t13", "T13: 36 612.07, a suspension of 12 months", SUSPENSION, "Resources equal to expenses; no interest; what is owed falls due again: nothing is erased, all is left.", [debt("all", "bank_loan", "36612.07")], {**steps((1, "0.00")), "suspension_months": 12, "suspension_interest": "none", "horizon_months": 12}, on="2025-06-25", only=["label", "months", "tiers", "totals"], expect={"label": "indicative", "tiers": [{**tier(1, 12, total="0.00"), "suspension": True}], "totals": {"paid": "0.00", "interest": "0.00", "erased": "0.00", "left": "36612.07"}}, published={"months": 12, "source": "TJ Avignon, 25 June 2025, n° 25/01473", "reason": "None."})


def lengths():
    debts, at = [debt("loan", "bank_loan", "20000.00")], steps((1, "250.00"))
    plan("length.earlier_24", "24 months of earlier measures: 60 left", LENGTH + ["C. conso. L. 732-3"], "84 - 24: 15 000.00 paid, 5 000.00 erased.", debts, at, history={"earlier_measures_months": 24}, expect={"horizon_months": 60, "months": 60, "totals": {"paid": "15000.00", "erased": "5000.00"}})
    plan("length.given", "A horizon given", LENGTH, "12 x 250.00.", debts, {**at, "horizon_months": 12}, expect={"horizon_months": 12, "totals": {"paid": "3000.00", "erased": "17000.00"}})
    plan("length.agreed", "An agreed plan that pays all", ["C. conso. L. 732-2", "C. conso. L. 732-3"], "80 x 250.00.", debts, {**at, "kind": "agreed"}, only=["months", "tiers", "debts", "totals"], expect={"totals": {"paid": "20000.00", "left": "0.00"}})
    plan("length.agreed.short", "An agreed plan too short", ["C. conso. L. 732-2", "C. conso. L. 732-3"], "24 x 250.00; nothing is erased by itself in an agreed plan: 14 000.00 left.", debts, {**at, "kind": "agreed", "horizon_months": 24}, only=["months", "tiers", "debts", "totals"], expect={"totals": {"paid": "6000.00", "erased": "0.00", "left": "14000.00"}})
    plan("length.exact", "A plan that ends in the last month", LENGTH, "21 000.00 / 250.00 = 84.", [debt("loan", "bank_loan", "21000.00")], at, expect={"months": 84, "totals": {"erased": "0.00"}})
    plan("length.one_cent_more", "One cent more than the horizon can pay", ERASURE, "0.01 erased.", [debt("loan", "bank_loan", "21000.01")], at, expect={"months": 84, "totals": {"erased": "0.01"}})
    nothing = {"months": 0, "totals": {"paid": "0.00", "interest": "0.00", "erased": "0.00", "left": "20000.00"}}
    alone = ["C. conso. L. 733-4, 2°", "Cass., avis, 10 janvier 2005"]
    plan("nil", "No capacity", alone, "Nothing is paid: there is no measure to combine an erasure with, and no combination clears the debts. No tier, all is left.", debts, {**steps((1, "0.00")), "rate": {"kind": "legal"}}, expect={**nothing, "tiers": []})
    plan("nil.suspension", "No capacity, during a suspension and after it", alone + SUSPENSION, "The suspension, then nothing that could be combined with an erasure: all is left, to be examined again.", debts, {**steps((1, "0.00")), "suspension_months": 24}, expect={**nothing, "label": "indicative", "tiers": [{**tier(1, 24), "suspension": True}]})
    plan("nil.suspension.interest", "The same, with interest during the suspension", alone + SUSPENSION, "24 x 43.67 on 20 000.00 at 2.62 %.", debts, {**steps((1, "0.00")), "suspension_months": 24, "suspension_interest": "legal"}, expect={"totals": {"interest": "1048.08", "erased": "0.00", "left": "21048.08"}})


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
    plan("landlord.alone", "The landlord alone, a small tax claim after it", RANKS, "As in CA Rennes, 22 November 2005 (T17): 317.00 of tax wait for the second tier, since the rent takes the whole capacity.", [rent("1000.00"), debt("tax", "tax", "317.00")], {**steps((1, "250.00")), "ranks": "strict"}, expect={"tiers": [tier(1, 4, line("rent", "250.00")), tier(5, 2, line("tax", "158.50"))]})
    plan("landlord.payment_institution", "A payment institution is no lender of the article", RANKS, "Rent and an account at a payment institution may share a tier.", [rent("1000.00"), debt("account", "other", "1000.00", creditor="payment_institution")], steps((1, "250.00")), expect={"objective": {"erased": "0.00", "months": 8, "tiers": 1, "lines": 2}})
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
    plan("rate.never_ends", "Interest above what can be paid", RATE, "100 000.00 at 5 % bears 416.67 a month; 250.00 is paid: the principal never falls.", [debt("loan", "bank_loan", "100000.00")], {**steps((1, "250.00")), "rate": {"kind": "given", "percent": "5"}}, only=["months", "tiers"], on="2024-02-19")
    plan("rate.outside", "A debt outside the procedure bears no rate of the plan", RATE + OUTSIDE, "The fine is paid first, at its amount.", [debt("fine", "court_fine", "400.00"), debt("loan", "bank_loan", "3000.00")], {**steps((1, "200.00")), "rate": {"kind": "given", "percent": "3.71"}}, on="2025-06-27")
    plan("suspension.interest", "A suspension with interest at the legal rate", SUSPENSION[:1], "Principal only, simple interest, set aside: 12 x 26.20 = 314.40.", [debt("loan", "bank_loan", "12000.00")], {**steps((1, "0.00"), (13, "300.00")), "suspension_months": 12, "suspension_interest": "legal"}, expect={"totals": {"interest": "314.40"}, "months": 54})


def outside():
    at = steps((1, "300.00"))
    loan = debt("loan", "bank_loan", "3000.00")
    plan("outside.last_smaller", "An accepted instalment whose last payment is smaller", OUTSIDE, "400.00 at 150.00: three months, the last of 100.00; its slack is not used.", [debt("fine", "court_fine", "400.00", agreed_instalment="150.00"), loan], at, expect={"tiers": [tier(1, 3, line("fine", "150.00", "100.00"), line("loan", "150.00")), tier(4, 9, line("loan", "283.34", "283.28"))]})
    plan("outside.maintenance", "Maintenance without an agreement", OUTSIDE, "Paid first, then the loan.", [debt("support", "maintenance", "900.00"), loan], at)
    plan("outside.unfinished", "An excluded debt the horizon can't end", OUTSIDE, "It is left, never erased; the loan receives nothing and is erased.", [debt("fine", "court_fine", "5000.00"), loan], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "3000.00", "left": "1400.00"}})
    plan("outside.agreed_only", "Nothing but debts outside the plan", OUTSIDE, "Tiers follow the accepted instalments.", [debt("fine", "court_fine", "450.00", agreed_instalment="150.00"), debt("damages", "penal_damages", "500.00", agreed_instalment="100.00")], at)
    plan("kept.pledge", "A pledge loan is never erased", ["C. conso. L. 711-5"] + ERASURE, "What the horizon leaves of it is left.", [debt("pledge", "pawn_loan", "3000.00"), loan], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "1200.00", "left": "1200.00"}})
    plan("kept.guarantor", "What a guarantor paid is never erased", ERASURE, "Of the 1 800.00 not paid, 500.00 was paid by the guarantor.", [debt("loan", "bank_loan", "5400.00", guarantor_paid="500.00")], {**at, "horizon_months": 12}, expect={"totals": {"paid": "3600.00", "erased": "1300.00", "left": "500.00"}})


def sharing_within_a_rank():
    three = [debt("a", "bank_loan", "1000.00", contract_rate="1"), debt("b", "bank_loan", "2000.00", contract_rate="6"), debt("c", "bank_loan", "3000.00", contract_rate="6")]
    at = {**steps((1, "180.00")), "horizon_months": 12, "token_floor": "0.00"}
    paid = {"totals": {"paid": "2160.00", "erased": "3840.00"}}
    law, default = ERASURE, "12 x 180.00 among 6 000.00. "
    plan("within.pro_rata", "Within a rank, by balances", law, default + "A sixth, a third, a half.", three, at, expect={**paid, "tiers": [tier(1, 12, line("a", "30.00"), line("b", "60.00"), line("c", "90.00"))]})
    plan("within.equal", "Within a rank, the same for each", law, default + "A third each.", three, {**at, "within_rank": "equal"}, expect={**paid, "tiers": [tier(1, 12, line("a", "60.00"), line("b", "60.00"), line("c", "60.00"))]})
    plan("within.smallest", "Within a rank, the smallest first", law, default + "The smallest at its level instalment over the tier (83.34), what is left to the next.", three, {**at, "within_rank": "smallest_first"}, expect={"tiers": [tier(1, 12, line("a", "83.34", "83.26"), line("b", "96.66"))]})
    rated = {**at, "within_rank": "highest_rate_first", "rate": {"kind": "given", "percent": "2.5"}}
    plan("within.highest_rate", "Within a rank, the highest rate first", [*law, "C. conso. L. 733-1, 3°"], "Two at the 2.5 % of the plan, one at the 1 % of its contract: the two first, by name.", three, rated, expect={"tiers": [{"lines": [{"debt": "b"}, {"debt": "c"}]}]})


def exceptions():
    home = [debt("home", "home_loan", "60000.00", finances_main_home=True)]
    at, longer = steps((1, "250.00")), {"main_home_exception": True, "horizon_months": 240}
    law = ["C. conso. L. 732-3", "C. conso. L. 733-3"]
    plan("home.longer", "A loan for the main home beyond seven years", law, "240 x 250.00: the home is kept and all is repaid.", home, {**at, **longer}, expect={"horizon_months": 240, "months": 240, "totals": {"erased": "0.00"}})
    plan("home.earlier", "Beyond seven years after seven years of measures", law, "The exception lifts the bound that earlier measures had used up.", home, {**at, **longer}, history={"earlier_measures_months": 84}, expect={"months": 240})
    other = [debt("home", "home_loan", "30000.00", finances_main_home=True), debt("credit", "consumer_credit", "40000.00")]
    plan("home.unpaid", "Beyond seven years a plan repays the home alone, or all", law, "240 x 250.00 = 60 000.00 do not repay 70 000.00, and the credit would run beyond 84 months: 84 x 250.00.", other, {**at, **longer}, only=["months", "horizon_months", "totals"], expect={"months": 84, "horizon_months": 84, "totals": {"paid": "21000.00", "erased": "49000.00"}})
    plan("home.agreed", "The same, agreed", law[:1], "Agreed plans have the same two exceptions.", home, {**at, **longer, "kind": "agreed"}, expect={"months": 240, "totals": {"left": "0.00"}})
    sold = [debt("home", "home_loan", "6000.00", left_by_sale=True), debt("credit", "consumer_credit", "6000.00")]
    plan("home.sold", "What the sale of the home left, in the last rank", ["C. conso. L. 733-4, 1°"], "24 months for the credit, 24 for the loan.", sold, {**at, "ranks": "strict"}, expect={"tiers": [tier(1, 24, line("credit", "250.00")), tier(25, 24, line("home", "250.00"))]})
    plan("home.kept", "A home loan while the home is kept, with the housing debts", ["C. conso. L. 733-1, 1°"], "24 months for the loan, 24 for the credit.", [{**sold[0], "left_by_sale": False}, sold[1]], {**at, "ranks": "strict"}, expect={"tiers": [tier(1, 24, line("home", "250.00")), tier(25, 24, line("credit", "250.00"))]})


def not_bound():
    at = {**steps((1, "300.00")), "horizon_months": 12}
    loan = debt("loan", "bank_loan", "3600.00")
    half = {"totals": {"paid": "3600.00", "erased": "1800.00", "left": "1800.00"}}
    plan("bound.undeclared", "A creditor neither declared nor notified", ["C. conso. L. 733-15"], "Half of each is paid; the erasure does not bind this one: 1 800.00 is left.", [loan, debt("unknown", "bank_loan", "3600.00", undeclared=True)], at, expect=half)
    other = debt("shop", "professional", "900.00")
    plan("bound.professional", "A debt of the professional estate", ["C. conso. L. 711-9"], "No matter of this plan: the loan alone is in it.", [loan, {**other, "estate": "professional"}], at, expect={"tiers": [tier(1, 12, line("loan", "300.00"))], "totals": {"start": "3600.00"}})
    plan("bound.set_aside", "A claim set aside", ["C. conso. R. 723-7"], "As if it were not there.", [loan, {**other, "set_aside": True}], at, expect={"tiers": [tier(1, 12, line("loan", "300.00"))], "totals": {"start": "3600.00"}})
    plan("bound.tax", "Tax like other debts", ["C. conso. L. 733-6"], "In the rank of current charges, the same share of each claim.", [debt("bill", "energy_and_bills", "2400.00"), debt("tax", "tax", "4800.00")], at, expect={"tiers": [tier(1, 12, line("bill", "100.00"), line("tax", "200.00"))], "totals": {"erased": "3600.00"}})
    plan("bound.consent", "Maintenance whose creditor agrees", ["C. conso. L. 711-4, 1°"] + ERASURE, "In the plan, in the last rank, and erased with the rest.", [loan, debt("support", "maintenance", "1000.00", consent=True)], {**at, "ranks": "strict"}, expect={"totals": {"paid": "3600.00", "erased": "1000.00", "left": "0.00"}})
    plan("bound.guarantor_all", "A claim that a guarantor paid in full", ["C. conso. L. 733-4, 2°"], "It may be spread, nothing of it erased.", [debt("loan", "bank_loan", "5000.00", guarantor_paid="5000.00")], at, expect={"totals": {"paid": "3600.00", "erased": "0.00", "left": "1400.00"}})
    plan("bound.beside", "A debt left beside the plan, at its own instalment", ["C. conso. L. 731-1"], "100.00 a month inside the capacity for six months; the loan receives the rest.", [debt("car", "consumer_credit", "600.00", outside_plan={"instalment": "100.00"}), debt("loan", "bank_loan", "3000.00")], steps((1, "300.00")), expect={"tiers": [tier(1, 6, line("car", "100.00"), line("loan", "200.00")), tier(7, 6, line("loan", "300.00"))]})


def suspended():
    support = debt("support", "maintenance", "600.00")
    loan = debt("loan", "bank_loan", "12000.00", interest="300.00")
    plan("suspension.maintenance", "Maintenance goes on being paid", SUSPENSION[:1], "Suspension is for other claims: 50.00 a month for it, nothing for the loan.", [support, loan], {**steps((1, "50.00"), (13, "300.00")), "suspension_months": 12}, expect={"label": "indicative", "tiers": [{**tier(1, 12, line("support", "50.00")), "suspension": True}, {**tier(13, 41, line("loan", "300.00")), "suspension": False}]})
    plan("suspension.principal", "Only principal bears interest", SUSPENSION[:1], "12 x 26.20 on 12 000.00 and none on the 300.00 of old interest.", [loan], {**steps((1, "0.00"), (13, "300.00")), "suspension_months": 12, "suspension_interest": "legal"}, expect={"totals": {"interest": "314.40"}})
    plan("suspension.then_rate", "A suspension with interest, then instalments with interest", SUSPENSION[:1] + RATE, "What the suspension set aside bears nothing and is paid before the principal.", [debt("loan", "bank_loan", "12000.00")], {**steps((1, "0.00"), (13, "400.00")), "suspension_months": 12, "suspension_interest": "legal", "rate": {"kind": "legal"}})


def roundings():
    at = {**steps((1, "381.94")), "rounding": "down"}
    plan("rounding.down.rate", "Instalments rounded down, with a rate", RATE, "One cent under the instalment of example 3; its last payment is larger and still fits.", [debt("loan", "bank_loan", "12786.10")], {**at, "rate": {"kind": "given", "percent": "3.71"}}, expect={"tiers": [{"months": 36, "lines": [{"instalment": "375.84"}]}]}, on="2025-06-27")
    plan("rounding.down.exact", "Nothing to round", RANKS, "1 200.00 over four months is 300.00: four equal payments.", [debt("loan", "bank_loan", "1200.00")], {**steps((1, "300.00")), "rounding": "down"}, expect={"tiers": [tier(1, 4, line("loan", "300.00"))]})
    plan("rounding.down.capacity", "A last payment that the capacity must bear", RANKS, "Ten months would be 100.00 and a last payment of 100.05, above 100.01: one month more.", [debt("loan", "bank_loan", "1000.05")], {**steps((1, "100.01")), "rounding": "down"}, expect={"tiers": [tier(1, 11, line("loan", "90.91", "90.95"))]})
    plan("rate.contract", "No more than the contract's rate", ["C. conso. L. 733-1, 3°"], "3 % asked for, 1.5 % in the contract: 12 000.00 x 1.5 / 1 200 = 15.00 in the first month.", [debt("loan", "bank_loan", "12000.00", contract_rate="1.5")], {**steps((1, "12015.00")), "rate": {"kind": "given", "percent": "3"}}, expect={"tiers": [tier(1, 1, line("loan", "12015.00"))], "debts": [{"rate": "1.5"}], "totals": {"interest": "15.00"}})
    plan("rate.above_legal", "No more than the legal rate", ["C. conso. L. 733-1, 3°"], "4 % asked for, 6 % in the contract, 2.62 % the legal rate: 12 000.00 x 2.62 / 1 200 = 26.20 in the first month.", [debt("loan", "bank_loan", "12000.00", contract_rate="6")], {**steps((1, "12026.20")), "rate": {"kind": "given", "percent": "4"}}, expect={"tiers": [tier(1, 1, line("loan", "12026.20"))], "debts": [{"rate": "2.62"}], "totals": {"interest": "26.20"}})
    plan("rate.agreed", "An agreed rate above the legal one", ["C. conso. L. 732-2"], "The ceiling is for imposed measures: 12 000.00 x 4 / 1 200 = 40.00.", [debt("loan", "bank_loan", "12000.00", contract_rate="6")], {**steps((1, "12040.00")), "rate": {"kind": "given", "percent": "4"}, "kind": "agreed"}, expect={"tiers": [tier(1, 1, line("loan", "12040.00"))], "debts": [{"rate": "4"}], "totals": {"interest": "40.00"}})


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
    fault("earlier.all", "Seven years of earlier measures", [("plan.earlier_measures", "history.earlier_measures_months")], history={"earlier_measures_months": 84})
    fault("horizon.too_long", "61 months after 24", [("number.range", "plan.horizon_months")], asked={"horizon_months": 61}, history={"earlier_measures_months": 24})
    fault("horizon.exception", "More than fifty years, with an exception", [("number.range", "plan.horizon_months")], asked={"horizon_months": 601, "main_home_exception": True})
    fault("agreed.nothing", "An accepted instalment of nothing", [("amount.zero", "debts[0].agreed_instalment")], [debt("d1", "court_fine", one, agreed_instalment="0.00")])
    fault("rank_change.excluded", "A rank for what is outside the procedure", [("field.not_applicable", "plan.rank_changes[0].debt")], [debt("d1", "court_fine", one)], asked={"rank_changes": [{"debt": "d1", "rank": 3}]})
    fault("capacity", "Nothing says what can be paid", [("field.missing", "plan.capacity_steps")], asked={"capacity_steps": []})
    fault("steps.order", "Capacity steps out of order", [("plan.steps_order", "plan.capacity_steps[1].from_month")], asked=steps((1, "100.00"), (1, "120.00")))
    fault("steps.month", "A step from month 0", [("plan.steps_order", "plan.capacity_steps[0].from_month")], asked=steps((0, "100.00")))
    fault("suspension", "A suspension of 25 months", [("number.range", "plan.suspension_months")], asked={"suspension_months": 25})
    everything = {"rate": {"kind": "given"}, "rank_changes": [{"debt": "d1", "rank": 3}, {"debt": "d2", "rank": 1}], **steps((1, "100.00"), (1, "120.00"))}
    fault("several", "Every fault of what is asked, in one answer", [("plan.earlier_measures", "history.earlier_measures_months"), ("plan.steps_order", "plan.capacity_steps[1].from_month"), ("field.not_applicable", "plan.rank_changes[0].debt"), ("number.range", "plan.rank_changes[1].rank"), ("field.missing", "plan.rate.percent")], [debt("d1", "court_fine", one), debt("d2", "bank_loan", one)], asked=everything, history={"earlier_measures_months": 84})
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
    sharing_within_a_rank()
    exceptions()
    not_bound()
    suspended()
    roundings()
    errors()
