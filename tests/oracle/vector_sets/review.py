"""fr/review: where a plan under way stands, the new plan on the months left, what a re-examination finds open, errors."""

import review

from .common import ORACLE, record, refuse, request, subset
from .debts import debt, rent, steps

FOLDER = "fr/review"
COUNTS = ["C. conso. L. 732-3", "C. conso. L. 733-3"]
INTEREST = ["C. civ. 1343-1", "C. conso. L. 733-1"]
ERASURE = ["C. conso. L. 733-4"]
OLDEST = ["C. civ. 1342-10"]


def line(name, instalment, **more):
    return {"debt": name, "instalment": instalment, **more}


def tier(months, *lines, **more):
    return {"months": months, **more, "lines": list(lines)}


def under_way(*tiers, **more):
    return {"tiers": list(tiers), **more}


def signal(kind, opening=None, **more):
    row = {"signal": kind}
    if opening:
        row["opening"] = opening
    return {**row, **more}


def standing(slug, title, law, reasoning, debts, asked, expect, wish=None, signals=None, on="2026-05-15", **parts):
    """The figures typed by hand must be the oracle's; its whole block goes into the vector, with the signals typed."""
    document = request(on, ["review", "plan"] if wish else ["review"], debts=debts, review=asked, plan=wish, **parts)
    answer = review.evaluate(document)
    assert "errors" not in answer, (slug, answer)
    difference = subset(expect, answer)
    assert difference is None, (slug, difference)
    if signals is not None:
        answer["review"]["signals"] = signals
    record(FOLDER, slug, title, law, ORACLE, reasoning, None, {"request": document}, {"response": answer})


LOAN = [debt("loan", "bank_loan", "8400.00")]
LEVEL = under_way(tier(84, line("loan", "100.00")))
REVISION = signal("new_file_during_plan", "conditional", article="C. conso. L. 721-1, L. 732-3")
REQUEST = signal("full_erasure_request", "conditional", article="C. conso. L. 724-2", certainty="certain")


def counted(months, kind="months_of_measures_count"):
    return signal(kind, months=months)


def totals(**amounts):
    return {"review": {"totals": amounts}}


def months():
    none = [REVISION, REQUEST]
    standing("month.none", "Before the first instalment", COUNTS, "Nothing has run: all is due, all is still to pay.", LOAN, {"plan": LEVEL, "months_elapsed": 0}, {"review": {"months_left": 84, "rest_of_plan": {"paid": "8400.00"}, "totals": {"paid": "0.00", "due": "8400.00"}}}, signals=none)
    standing("month.eighteen", "Eighteen months of a level plan", COUNTS, "18 x 100.00 paid, 6 600.00 due.", LOAN, {"plan": LEVEL, "months_elapsed": 18}, totals(paid="1800.00", due="6600.00", owed="6600.00"), signals=[*none, counted(18)])
    standing("month.agreed", "The same, agreed", COUNTS, "L. 732-3 counts revisions in the seven years in so many words.", LOAN, {"plan": {"kind": "agreed", **LEVEL}, "months_elapsed": 18}, totals(due="6600.00"), signals=[*none, signal("months_of_agreed_plan_count", months=18, certainty="certain")])
    standing("month.all", "Carried out to its end", COUNTS, "84 x 100.00: nothing is left.", LOAN, {"plan": LEVEL, "months_elapsed": 84}, {"review": {"carried_out": True, "totals": {"paid": "8400.00", "due": "0.00"}}}, signals=[signal("new_file_after_plan", "conditional"), counted(84)])
    two = [rent("1000.00"), debt("loan", "bank_loan", "9000.00")]
    steps_up = under_way(tier(5, line("rent", "200.00")), tier(36, line("loan", "250.00")))
    standing("month.between_tiers", "At the turn of two tiers", COUNTS, "Month 5 ends the rent; the loan has not begun.", two, {"plan": steps_up, "months_elapsed": 5}, {"review": {"debts": [{"paid": "1000.00", "due": "0.00"}, {"paid": "0.00", "due": "9000.00", "still_to_pay": "9000.00"}]}})
    standing("month.inside_tier", "Inside the second tier", COUNTS, "Month 12: seven payments of 250.00 on the loan.", two, {"plan": steps_up, "months_elapsed": 12}, {"review": {"debts": [{"due": "0.00"}, {"paid": "1750.00", "due": "7250.00"}]}})
    short = under_way(tier(10, line("rent", "166.67", last="166.65", payments=6), line("loan", "83.00")))
    for run, paid in ((5, "833.35"), (6, "1000.00"), (9, "1000.00")):
        standing(f"month.last_smaller.{run}", f"A line of six payments, the last one smaller, after {run} months", COUNTS, "6 payments in a tier of 10 months: 5 x 166.67 + 166.65 = 1 000.00.", two, {"plan": short, "months_elapsed": run}, {"review": {"debts": [{"paid": paid}, {}]}})


def arrears():
    standing("arrears.two", "Two instalments missed", OLDEST + COUNTS, "16 of 18 were paid; what fell due and was not paid stays due beside the rest.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "unpaid": [{"debt": "loan", "amount": "200.00"}]}, {"review": {"totals": {"paid": "1600.00", "unpaid": "200.00", "due": "6800.00"}, "rest_of_plan": {"paid": "6600.00"}}}, signals=[REVISION, REQUEST, counted(18), signal("arrears_of_measures", amount="200.00", article="Cass., 9 janvier 2020, n° 18-19.846")])
    standing("arrears.agreed", "Arrears of an agreed plan", ["C. conso. R. 732-2"], "It lapses fifteen days after a formal notice.", LOAN, {"plan": {"kind": "agreed", **LEVEL}, "months_elapsed": 18, "unpaid": [{"debt": "loan", "amount": "0.01"}]}, totals(unpaid="0.01", due="6600.01"), signals=[REVISION, REQUEST, counted(18, "months_of_agreed_plan_count"), signal("arrears_of_agreed_plan", amount="0.01", article="C. conso. R. 732-2", certainty="certain")])
    standing("arrears.all", "Nothing was ever paid", OLDEST, "All that fell due is in arrears.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "unpaid": [{"debt": "loan", "amount": "1800.00"}]}, totals(paid="0.00", due="8400.00"))
    standing("arrears.twice", "Arrears told in two entries", OLDEST, "150.00 and 50.00 are one sum.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "unpaid": [{"debt": "loan", "amount": "150.00"}, {"debt": "loan", "amount": "50.00"}]}, totals(unpaid="200.00", due="6800.00"))
    rate = under_way(tier(36, line("loan", "375.85", last="375.81")), rates=[{"debt": "loan", "percent": "3.71"}])
    claim = [debt("loan", "bank_loan", "12786.10")]
    standing("rate.two_months", "Two months at 3.71 %, interest first", INTEREST, "Worked example 3: interest 39.53 then 38.49, left 12 112.42.", claim, {"plan": rate, "months_elapsed": 2}, totals(interest="78.02", paid="751.70", due="12112.42"))
    standing("rate.principal_first", "One month of it, principal first", INTEREST, "Worked example 3: 374.47 on principal leaves 12 411.63, and 39.53 set aside.", claim, {"plan": {**rate, "tiers": [tier(36, line("loan", "374.47", last="374.36"))], "imputation": "principal_first"}, "months_elapsed": 1}, {"review": {"debts": [{"principal_due": "12411.63", "due": "12451.16"}]}})
    standing("rate.all", "The 36 months at 3.71 %", INTEREST, "Total interest 744.46, nothing left.", claim, {"plan": rate, "months_elapsed": 36}, totals(interest="744.46", paid="13530.56", due="0.00"))
    standing("rate.arrears", "The second of two instalments missed", INTEREST + OLDEST, "Month 1 leaves 12 449.78; month 2 bears 38.49 and nothing is paid.", claim, {"plan": rate, "months_elapsed": 2, "unpaid": [{"debt": "loan", "amount": "375.85"}]}, totals(interest="78.02", paid="375.85", due="12488.27"))
    standing("rate.part_missed", "A part of the second instalment missed", INTEREST + OLDEST, "100.00 less in month 2: 12 112.42 + 100.00.", claim, {"plan": rate, "months_elapsed": 2, "unpaid": [{"debt": "loan", "amount": "100.00"}]}, totals(due="12212.42"))
    parts = [debt("loan", "consumer_credit", "1000.00", interest="60.00", costs="30.00", penalty="10.00")]
    standing("parts", "Interest, costs and penalties are paid before principal", INTEREST, "3 x 40.00: 100.00 on the accessories, 20.00 on principal.", parts, {"plan": under_way(tier(28, line("loan", "40.00", last="20.00"))), "months_elapsed": 3}, {"review": {"debts": [{"principal_due": "980.00", "due": "980.00"}]}})


def erasure():
    loan = [debt("loan", "bank_loan", "20000.00")]
    plan = under_way(tier(84, line("loan", "200.00")), erased=[{"debt": "loan", "amount": "3200.00"}])
    standing("erasure.not_yet", "What the plan foresaw to erase is still due", ERASURE, "60 x 200.00 paid: 8 000.00 due, of which 4 800.00 to come and 3 200.00 to be erased at the end.", loan, {"plan": plan, "months_elapsed": 60}, {"review": {"debts": [{"due": "8000.00", "still_to_pay": "4800.00", "erasure_foreseen": "3200.00", "erased": "0.00"}]}}, signals=[REVISION, REQUEST, counted(60), signal("erasure_not_yet", amount="3200.00")])
    standing("erasure.done", "Erased at the end of a plan carried out", ERASURE, "84 x 200.00 paid, 3 200.00 erased.", loan, {"plan": plan, "months_elapsed": 84}, {"review": {"carried_out": True, "debts": [{"paid": "16800.00", "erased": "3200.00", "due": "0.00"}]}}, signals=[signal("new_file_after_plan", "conditional"), counted(84), signal("erasure_done", amount="3200.00")])
    standing("erasure.arrears", "At the end with an instalment missed: nothing is erased", ERASURE, "16 600.00 paid; 3 400.00 due.", loan, {"plan": plan, "months_elapsed": 84, "unpaid": [{"debt": "loan", "amount": "200.00"}]}, {"review": {"carried_out": False, "debts": [{"erased": "0.00", "due": "3400.00", "erasure_foreseen": "3200.00"}]}})
    standing("erasure.lapsed", "A plan that lapsed erases nothing", ERASURE, "Whatever was paid.", loan, {"plan": plan, "months_elapsed": 84, "lapsed": True, "new_circumstances": False}, totals(erased="0.00", due="3200.00"))
    standing("erasure.pledge", "What is not erased is left", ERASURE + ["C. conso. L. 711-5"], "A plan of 12 months pays 1 200.00 of a pledge loan and erases nothing of it.", [debt("pledge", "pawn_loan", "3000.00")], {"plan": under_way(tier(12, line("pledge", "100.00"))), "months_elapsed": 12}, totals(due="1800.00"))


def received():
    windfall = [{"debt": "loan", "amount": "1000.00"}]
    standing("received", "A sum received beside the instalments", INTEREST, "1 800.00 and 1 000.00 paid: 5 600.00 due; the plan would end ten months early.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "received": windfall}, {"review": {"totals": {"paid": "1800.00", "received": "1000.00", "due": "5600.00"}, "rest_of_plan": {"paid": "5600.00"}}})
    standing("received.all", "The whole balance is received", INTEREST, "Nothing is left.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "received": [{"debt": "loan", "amount": "6600.00"}]}, totals(due="0.00"))
    standing("received.twice", "Two sums for one debt", INTEREST, "1 000.00 and 600.00.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "received": windfall + [{"debt": "loan", "amount": "600.00"}]}, totals(received="1600.00", due="5000.00"))
    home = [debt("home", "home_loan", "90000.00", interest="2000.00", finances_main_home=True, creditor="credit_institution")]
    plan = under_way(tier(12, suspension=False))
    sale = [{"debt": "home", "amount": "85000.00", "from_sale": True}]
    standing("sale.home", "The price of the main home is imputed on principal", ERASURE + ["C. conso. L. 761-1"], "L. 733-4, 1°: 90 000.00 - 85 000.00 of principal, and 2 000.00 of interest.", home, {"plan": plan, "months_elapsed": 12, "received": sale}, {"review": {"debts": [{"principal_due": "5000.00", "due": "7000.00"}]}}, signals=[signal("new_file_after_plan", "conditional"), counted(12), signal("sale_during_plan", debt="home", article="C. conso. L. 761-1, 3°")])
    standing("sale.home.then", "What is left of the home loan after the sale is an ordinary debt of the new plan", ERASURE + COUNTS, "It leaves rank 2 for rank 5; 7 000.00 at 100.00 over 72 months.", home, {"plan": plan, "months_elapsed": 12, "received": sale}, {"plan": {"horizon_months": 72, "months": 70, "debts": [{"id": "home", "rank": 5, "start": "7000.00"}]}}, wish=steps((1, "100.00")))
    other = [debt("car", "consumer_credit", "9000.00", interest="500.00")]
    standing("sale.car", "The price of anything else pays interest first", INTEREST, "500.00 of interest, then 3 500.00 of principal.", other, {"plan": plan, "months_elapsed": 12, "received": [{"debt": "car", "amount": "4000.00", "from_sale": True}]}, {"review": {"debts": [{"principal_due": "5500.00", "due": "5500.00"}]}})


def new_plans():
    changed = {"new_circumstances": True}
    standing("new.same", "Nothing changed: the rest of the plan again", COUNTS, "6 600.00 at 100.00: 66 months, as foreseen.", LOAN, {"plan": LEVEL, "months_elapsed": 18, **changed}, {"plan": {"horizon_months": 66, "months": 66, "totals": {"paid": "6600.00", "erased": "0.00"}}}, wish=steps((1, "100.00")), signals=[{**REVISION, "opening": "open"}, REQUEST, counted(18)])
    standing("new.less", "Resources have fallen", COUNTS + ERASURE, "66 x 60.00 = 3 960.00 of 6 600.00; 2 640.00 erased.", LOAN, {"plan": LEVEL, "months_elapsed": 18, **changed}, {"plan": {"horizon_months": 66, "months": 66, "totals": {"paid": "3960.00", "erased": "2640.00"}}}, wish=steps((1, "60.00")), signals=[{**REVISION, "opening": "open"}, REQUEST, counted(18), signal("worse_fortune", amount="2640.00")])
    partly = under_way(tier(84, line("loan", "80.00")), erased=[{"debt": "loan", "amount": "1680.00"}])
    standing("new.better", "Better fortune: less is erased, sooner", COUNTS + ERASURE, "18 x 80.00 = 1 440.00 paid; 6 960.00 at 120.00: 58 months of the 66, nothing erased instead of 1 680.00.", LOAN, {"plan": partly, "months_elapsed": 18, **changed}, {"plan": {"months": 58, "totals": {"paid": "6960.00", "erased": "0.00"}}}, wish=steps((1, "120.00")), signals=[{**REVISION, "opening": "open"}, REQUEST, counted(18), signal("erasure_not_yet", amount="1680.00"), signal("better_fortune", amount="1680.00", months=8)])
    standing("new.debt", "A new bill joins the plan", COUNTS, "It is in rank 3, before the loan: 2 x 100.00, then 6 600.00.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "new_debts": [debt("bill", "energy_and_bills", "200.00")], **changed}, {"review": {"totals": {"due": "6600.00", "new_debts": "200.00", "owed": "6800.00"}}, "plan": {"horizon_months": 66, "totals": {"start": "6800.00", "paid": "6600.00", "erased": "200.00"}}}, wish={**steps((1, "100.00")), "ranks": "strict"})
    standing("new.loan", "A loan taken while the plan ran", ["C. conso. L. 761-1"], "Without consent it forfeits the procedure; an unpaid bill does not.", LOAN, {"plan": LEVEL, "months_elapsed": 18, "new_debts": [debt("bill", "energy_and_bills", "200.00"), debt("credit", "consumer_credit", "900.00")]}, totals(new_debts="1100.00"), signals=[REVISION, REQUEST, counted(18), signal("new_loan", debt="credit", article="C. conso. L. 761-1, 3°", certainty="certain")])
    standing("new.earlier", "Earlier measures and the plan under way add up", COUNTS, "84 - 12 - 18 = 54 months left.", LOAN, {"plan": LEVEL, "months_elapsed": 18, **changed}, {"plan": {"horizon_months": 54, "totals": {"paid": "5400.00", "erased": "1200.00"}}}, wish=steps((1, "100.00")), history={"earlier_measures_months": 12})
    two = [rent("1000.00"), debt("loan", "bank_loan", "9000.00")]
    standing("new.settled_leaves", "A settled debt leaves the plan", COUNTS, "The rent was paid in five months: the loan alone is left.", two, {"plan": under_way(tier(5, line("rent", "200.00")), tier(36, line("loan", "250.00"))), "months_elapsed": 5, **changed}, {"plan": {"debts": [{"id": "loan", "start": "9000.00"}], "horizon_months": 79}}, wish=steps((1, "300.00")))


def suspensions():
    loan = [debt("loan", "bank_loan", "12000.00")]
    waiting = under_way(tier(24, suspension=True))
    after = {"earlier_measures_months": 0, "suspension_ended_on": "2026-04-01"}
    used = signal("suspension_used", months=24, article="C. conso. L. 733-2")
    common = (loan, {"plan": waiting, "months_elapsed": 24})
    law = ["C. conso. L. 733-2", "C. conso. R. 733-5"]
    standing("suspension.in_time", "Refiled within three months of the end", law, "Until 1 July 2026: everything is open but another suspension; 60 months are left.", *common, {"plan": {"horizon_months": 60, "months": 60}}, wish=steps((1, "200.00")), history={**after, "new_file_lodged_on": "2026-07-01"}, signals=[signal("new_file_after_suspension", "open", certainty="certain"), counted(24), used])
    standing("suspension.late", "Refiled a day too late", law, "Then the file is examined in ordinary conditions.", *common, {"review": {"carried_out": True}}, history={**after, "new_file_lodged_on": "2026-07-02"}, signals=[signal("new_file_long_after_suspension", "conditional", certainty="likely"), counted(24), used])
    standing("suspension.undated", "When it ended is not said", law, "Open within three months.", *common, {"review": {"months_left": 0}}, signals=[signal("new_file_after_suspension", "conditional"), counted(24), used])
    standing("suspension.running", "In the middle of a suspension", law, "Fourteen months are left of it.", loan, {"plan": waiting, "months_elapsed": 10}, totals(due="12000.00"), signals=[REVISION, REQUEST, counted(10), signal("suspension_running", months=14)])
    standing("suspension.interest", "A suspension at the legal rate", INTEREST, "Principal only, simple: 12 x 26.20 = 314.40, set aside.", loan, {"plan": under_way(tier(12, suspension=True), tier(72, line("loan", "160.00")), suspension_rate="2.62"), "months_elapsed": 12}, {"review": {"debts": [{"interest": "314.40", "principal_due": "12000.00", "due": "12314.40"}]}})


def lapses():
    lapsed = {"plan": {"kind": "agreed", **LEVEL}, "months_elapsed": 18, "lapsed": True, "unpaid": [{"debt": "loan", "amount": "300.00"}]}
    law = ["C. conso. R. 732-2", "C. conso. L. 721-1"]
    for slug, title, circumstances, opening in (
        ("lapse.closed", "Lapsed, nothing new: no new file", False, "closed"),
        ("lapse.open", "Lapsed, with new circumstances", True, "open"),
        ("lapse.unsaid", "Lapsed, and what changed was not said", None, "conditional"),
    ):
        asked = {**lapsed} if circumstances is None else {**lapsed, "new_circumstances": circumstances}
        standing(slug, title, law, "Practical sheet of 21 January 2021: no new file without new circumstances; the code keeps L. 721-1.", LOAN, asked, totals(due="6900.00"), signals=[signal("new_file_after_lapse", opening, certainty="unsure"), counted(18, "months_of_agreed_plan_count")])


def compromised():
    people = {"household": {"applicants": [{"id": "a1"}]}, "resources": [{"kind": "unemployment_benefit", "amount": "600.00"}], "expenses": [{"kind": "rent", "amount": "500.00"}, {"kind": "food", "amount": "300.00"}]}
    for slug, prospects, opening in (
        ("compromised.open", {"improvement_in_sight": False}, "open"),
        ("compromised.hope", {"improvement_in_sight": True}, "closed"),
        ("compromised.unsaid", None, "conditional"),
    ):
        standing(slug, "No capacity left while the plan runs", ["C. conso. L. 724-1", "C. conso. L. 724-2"], "600.00 is below the RSA of one person: nothing can be paid any more.", LOAN, {"plan": LEVEL, "months_elapsed": 18}, totals(due="6600.00"), **people, **({"prospects": prospects} if prospects else {}), signals=[REVISION, signal("full_erasure_request", opening), counted(18)])


def errors():
    def fault(slug, title, names, **asked):
        document = request("2026-05-15", ["review"], debts=LOAN, review={"plan": LEVEL, "months_elapsed": 18, **asked})
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", names, document)

    fault("months", "More months than the plan has", [("number.range", "review.months_elapsed")], months_elapsed=85)
    fault("unpaid", "More in arrears than fell due", [("review.unpaid_above_due", "review.unpaid[0].amount")], unpaid=[{"debt": "loan", "amount": "1800.01"}])
    fault("unpaid.together", "More in arrears than fell due, in two entries", [("review.unpaid_above_due", "review.unpaid[1].amount")], unpaid=[{"debt": "loan", "amount": "1800.00"}, {"debt": "loan", "amount": "0.01"}])
    fault("received", "More received than was left", [("review.received_above_balance", "review.received[0].amount")], received=[{"debt": "loan", "amount": "6600.01"}])
    fault("unknown", "Debts that are not there", [("id.unknown", "review.plan.tiers[0].lines[0].debt"), ("id.unknown", "review.received[0].debt"), ("id.unknown", "review.unpaid[0].debt")], plan=under_way(tier(84, line("x", "1.00"))), unpaid=[{"debt": "y", "amount": "1.00"}], received=[{"debt": "z", "amount": "1.00"}])
    fault("twice", "A new debt with the name of an old one", [("id.duplicate", "review.new_debts[0].id")], new_debts=[debt("loan", "other", "1.00")])
    fault("new_debt.zero", "A new debt of nothing", [("debt.no_balance", "review.new_debts[0].principal")], new_debts=[debt("new", "other", "0.00")])
    document = request("2026-05-15", ["review"], debts=LOAN)
    refuse(FOLDER, "error.missing", "No plan under way", "From the interface.", [("field.missing", "review")], document)


def build():
    months()
    arrears()
    erasure()
    received()
    new_plans()
    suspensions()
    lapses()
    compromised()
    errors()
