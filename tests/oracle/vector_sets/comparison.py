"""fr/comparison: policies, margins and ways side by side."""

from comparison import margins, policies, ways

from .common import ORACLE, record, refuse, request, single, subset
from .debts import debt, rent, steps

FOLDER = "fr/comparison"


def compared(slug, title, law, reasoning, debts, expect, openings=None, only=("policies", "margins", "ways"), on="2026-05-15", **parts):
    document = request(on, ["comparison"], debts=debts, **parts)
    rows = {"policies": policies, "margins": margins, "ways": ways}
    block = {name: rows[name](document) for name in only}
    difference = subset(expect, block)
    assert difference is None, (slug, difference)
    for row, opening in zip(block.get("ways", []), openings or []):
        row["opening"] = opening
    record(FOLDER, slug, title, law, ORACLE, reasoning, None, {"request": document}, {"response": {"comparison": block}})


def first(**months):
    return [{"debt": name, "month": month} for name, month in months.items()]


def build():
    ranks = ["C. conso. L. 711-6", "C. conso. L. 733-1"]
    five = [rent("2300.00"), debt("electricity", "energy_and_bills", "640.50"), debt("a", "bank_loan", "9800.00"), debt("b", "revolving_credit", "4200.00"), debt("c", "overdraft", "650.00")]
    at = steps((1, "381.94"))
    compared("named", "Two policies that the caller names", ranks, "The worked example: strict in three tiers and eight lines, grouped in two and five; both 47 months.", five,
             {"policies": [
                 {"name": "strict", "months": 47, "tiers": 3, "lines": 8, "paid": "17590.50", "erased": "0.00", "first_payments": first(rent=1, electricity=1, a=8, b=8, c=9)},
                 {"name": "grouped", "months": 47, "tiers": 2, "lines": 5, "paid": "17590.50", "first_payments": first(rent=1, electricity=1, a=9, b=9, c=9)}],
              "margins": []},
             plan=at, compare=[{"name": "strict", "plan": {**at, "ranks": "strict"}}, {"name": "grouped", "plan": at}])
    compared("whole", "A policy is a whole wish", ranks, "Nothing of the case's own plan: 400.00 a month where 381.94 was asked. The rent in 6 months at 383.34, the 16.66 left to electricity; then 15 190.54 in 38 months.", five,
             {"policies": [{"name": "more", "months": 44, "tiers": 2, "paid": "17590.50"}]}, only=["policies"],
             plan=at, compare=[{"name": "more", "plan": steps((1, "400.00"))}])
    compared("default", "The library's own alternatives", ranks + ["C. conso. L. 733-1"], "The case's wish, then one point changed at a time. Where each rank ends level in its tier nothing is shared by another rule: those plans are the wish's own and are not told again.", five,
             {"policies": [{"name": "wish", "months": 47}, {"name": "strict_ranks", "months": 47, "tiers": 3}, {"name": "legal_rate", "erased": "0.00"}]}, only=["policies"], plan=at)
    two = [debt("a", "bank_loan", "500.00", contract_rate="1"), debt("b", "bank_loan", "2500.00", contract_rate="9")]
    compared("default.partial", "The alternatives where not all is repaid", ranks, "Two loans of one rank, 100.00 a month for 20 months: 2 000.00 of 3 000.00. Without interest the smallest first takes 25.00 a month to end its debt, and equal shares 50.00 for ten months.", two,
             {"policies": [{"name": "wish", "months": 20, "tiers": 1, "paid": "2000.00", "interest": "0.00", "erased": "1000.00", "first_payments": first(a=1, b=1)}, {"name": "legal_rate"}, {"name": "equal"}, {"name": "smallest_first", "paid": "2000.00", "erased": "1000.00"}]}, only=["policies"], plan={**steps((1, "100.00")), "horizon_months": 20})
    compared("default.rate", "The alternatives of a plan with interest", ranks, "At 2.62 % for one and 1 % for the other: without interest, and the highest rate first, which keeps the other waiting for its dividend.", two,
             {"policies": [{"name": "wish"}, {"name": "no_interest", "interest": "0.00"}, {"name": "equal"}, {"name": "smallest_first"}, {"name": "highest_rate_first"}]}, only=["policies"], plan={**steps((1, "100.00")), "horizon_months": 20, "rate": {"kind": "legal"}})
    people = {"household": single(), "resources": [{"id": "r1", "kind": "wage", "amount": "1650.00"}]}
    maximum = ["C. conso. L. 731-1", "C. conso. L. 731-2", "C. conso. L. 733-1"]
    loan = debt("loan", "bank_loan", "20000.00")
    compared("margins", "100, 95 and 90 % of the maximum", maximum, "284.76: 71 months; 270.52 (270.522 rounded down): 74; 256.28 (256.284): 79. Left to live on: 1 650.00 less that.", [loan],
             {"margins": [{"percent": 100, "left_to_live": "1365.24", "capacity": "284.76", "months": 71}, {"percent": 95, "left_to_live": "1379.48", "capacity": "270.52", "months": 74}, {"percent": 90, "left_to_live": "1393.72", "capacity": "256.28", "months": 79}]},
             only=["margins"], **people)
    compared("margins.partial", "The same, where the rest is erased", maximum, "84 times each amount; the rest erased.", [debt("loan", "bank_loan", "30000.00")],
             {"margins": [{"paid": "23919.84", "erased": "6080.16"}, {"paid": "22723.68", "erased": "7276.32"}, {"paid": "21527.52", "erased": "8472.48"}]}, only=["margins"], **people)
    compared("margins.decided", "None once the amount is decided", maximum, "150.00 was retained.", [loan], {"margins": []}, only=["margins"], decisions={"retained": "150.00"}, **people)
    outside = [debt("fine", "court_fine", "900.00", agreed_instalment="150.00"), debt("loan", "bank_loan", "9000.00"), debt("aside", "other", "75.00", set_aside=True)]
    compared("ways", "A fine, a loan and a debt set aside", ["C. conso. L. 711-4", "C. conso. L. 733-1", "C. conso. L. 741-2"], "Plan: six months at 150.00 and 150.00, then 27 at 300.00. Suspension: the fine is paid, the loan waits. Full erasure: the loan alone.", outside,
             {"ways": [{"way": "imposed_rescheduling", "months": 33, "due": "9975.00", "paid": "9900.00", "erased": "0.00", "survives": "75.00"},
                       {"way": "suspension", "months": 24, "paid": "900.00", "erased": "0.00", "survives": "9075.00"},
                       {"way": "recovery_without_liquidation", "months": 0, "paid": "0.00", "erased": "9000.00", "survives": "975.00", "survivors": [{"debt": "fine", "amount": "900.00"}, {"debt": "aside", "amount": "75.00"}]}]},
             only=["ways"], plan=steps((1, "300.00")))
    compared("ways.interest", "A suspension at the legal rate", ["C. conso. L. 733-1"], "12 000.00 at 2.62 %: 26.20 a month, simple, on principal: 628.80 over two years.", [debt("loan", "bank_loan", "12000.00")],
             {"ways": [{"months": 40}, {"months": 24, "interest": "628.80", "survives": "12628.80"}, {"erased": "12000.00"}]}, only=["ways"], plan={**steps((1, "300.00")), "suspension_interest": "legal"})
    compared("ways.earlier", "Few months left", ["C. conso. L. 733-3"], "84 - 70 = 14 months: neither plan nor suspension is longer.", [debt("loan", "bank_loan", "12000.00")],
             {"ways": [{"way": "partial_erasure", "months": 14, "paid": "4200.00", "erased": "7800.00"}, {"months": 14, "survives": "12000.00"}, {}]}, only=["ways"], plan=steps((1, "300.00")), history={"earlier_measures_months": 70})
    poor = {"household": single(), "resources": [{"id": "r1", "kind": "rsa", "amount": "640.00"}]}
    compared("ways.nil", "No capacity", ["C. conso. L. 724-1", "C. conso. L. 733-4", "C. conso. L. 741-1"], "Nothing can be paid, and erasure by itself is no measure: the plan leaves all. No improvement is in sight.", [loan],
             {"margins": [], "ways": [{"way": "imposed_rescheduling", "paid": "0.00", "erased": "0.00", "survives": "20000.00"}, {"survives": "20000.00"}, {"erased": "20000.00", "survives": "0.00"}]},
             openings=["closed", "closed", "open"], only=["margins", "ways"], prospects={"improvement_in_sight": False}, **poor)
    compared("ways.assets", "A car to sell", ["C. conso. L. 724-1", "C. conso. L. 742-18"], "5 000.00 less 400.00 pay the loan; the bed is not sold.", [loan],
             {"ways": [{}, {}, {"way": "recovery_with_liquidation", "paid": "4600.00", "erased": "15400.00", "proceeds": "4600.00"}]}, openings=["open", "conditional", "closed"], only=["ways"],
             assets=[{"id": "car", "kind": "vehicle", "value": "5000.00", "sale_costs": "400.00"}, {"id": "bed", "kind": "furniture", "value": "300.00"}], **people)
    home = [debt("mortgage", "home_loan", "90000.00", security={"asset": "home", "rank": 1}), rent("2000.00"), debt("card", "revolving_credit", "8000.00"), debt("fine", "court_fine", "500.00")]
    compared("ways.home", "A home to sell", ["C. conso. L. 742-18", "C. conso. L. 711-6", "C. conso. L. 742-22"], "95 000.00 net: 90 000.00 to the mortgage. 5 000.00 left for 10 500.00: rent 952.38, card 3 809.52, fine 238.10; the card yields 1 047.62 to the landlord. The rest of the card is erased, that of the fine survives.", home,
             {"ways": [{}, {}, {"way": "recovery_with_liquidation", "due": "100500.00", "paid": "95000.00", "erased": "5238.10", "survives": "261.90", "survivors": [{"debt": "fine", "amount": "261.90"}], "proceeds": "95000.00"}]}, only=["ways"],
             assets=[{"id": "home", "kind": "main_home", "value": "100000.00", "sale_costs": "5000.00"}], **people)
    compared("ways.surplus", "A sale that pays everybody", ["C. conso. L. 742-21"], "30 000.00 for 20 000.00: nothing is erased; the rest is the debtor's.", [loan],
             {"ways": [{}, {}, {"paid": "20000.00", "erased": "0.00", "survives": "0.00", "proceeds": "30000.00"}]}, only=["ways"], assets=[{"id": "car", "kind": "vehicle", "value": "30000.00"}], **people)
    errors()


def errors():
    def fault(slug, title, names, **parts):
        document = request("2026-05-15", ["comparison"], **{"debts": [debt("d1", "bank_loan", "1000.00")], **parts})
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", names, document)

    wish = steps((1, "100.00"))
    fault("name.twice", "Two policies of one name", [("id.duplicate", "compare[1].name")], compare=[{"name": "x", "plan": wish}, {"name": "x", "plan": {**wish, "ranks": "strict"}}])
    fault("name.empty", "A policy without a name", [("text.length", "compare[0].name")], compare=[{"name": "", "plan": wish}])
    fault("plan.missing", "A policy without a wish", [("field.missing", "compare[0].plan")], compare=[{"name": "x"}])
    fault("debt.unknown", "A departure for a debt that is not there", [("id.unknown", "compare[0].plan.rank_changes[0].debt")], compare=[{"name": "x", "plan": {**wish, "rank_changes": [{"debt": "d9", "rank": 3}]}}])
    fault("too_many", "More than twenty policies", [("list.too_long", "compare")], compare=[{"name": f"p{number}", "plan": wish} for number in range(21)])
    fault("debts", "Nothing to compare", [("field.missing", "debts"), ("field.missing", "household")], debts=None)
