"""fr/garnishment: payers, order of claims, sharing, bank account."""

import published as printed

from .common import ORACLE, SEIZABLE, add, child, children, couple, request, single

FOLDER = "fr/garnishment"
ON = "2026-05-15"  # scale amount of 1 500.00 without dependants: 234.76; one-person RSA 651.69
DIRECT = ["C. trav. L. 3252-5", "C. trav. R. 3252-5", "CPCE L. 213-2", "CPCE L. 213-4", "CPCE R. 212-1-35"]
SHARING = ["CPCE L. 212-10", "CPCE D. 212-1-24"]
TREASURY = ["CPCE R. 212-1-33", "CPCE R. 212-1-34"]
ACCOUNT = ["CPCE L. 162-2", "CPCE R. 162-2", "CPCE R. 162-3"]


def wage(net, name="e1", kind="wage", **more):
    return {"id": name, "kind": kind, "net": net, **more}


def maintenance(name, term, **more):
    return {"id": name, "kind": "maintenance", "current_term": term, **more}


def claim(name, amount, kind="garnishment", **more):
    return {"id": name, "kind": kind, "amount": amount, **more}


def case(slug, title, reasoning, payers, claims=None, figures=None, law=SEIZABLE, on=ON, dependants=0, blocks=("garnishment",), published=None, origin=ORACLE, household=None, territory=None, **facts):
    body = {} if dependants is None else {"dependants": dependants}
    body["payers"] = payers if isinstance(payers, list) else [wage(payers)]
    if claims is not None:
        body["claims"] = claims
    body.update(facts)
    document = request(on, ["garnishment"], territory=territory, household=household, garnishment=body)
    add(FOLDER, slug, title, law, reasoning, document, {"garnishment": figures or {}}, blocks, origin, published)


def paid(*rows):
    """Claims of the answer: (id, due, paid, left)."""
    return [{"id": name, "due": due, "paid": given, "left": left} for name, due, given, left in rows]


def priority():
    claims = [maintenance("m1", "100.00"), claim("s1", "150.00", "privileged_administrative_seizure"), claim("g1", "300.00")]
    for year, on, seizable, rest, carried, shown, source in (
        ("2026", "2026-02-23", "234.76", "84.76", "215.24", {"seizable": "234.76", "garnishment": "84.76", "carried_over": "215.24"}, 15),
        ("2023", "2023-04-03", "252.58", "102.58", "197.42", {"seizable": "252.58", "garnishment": "102.58", "carried_over": "197.42"}, 12),
        ("2020", "2020-04-21", "270.40", "120.40", "179.60", {"seizable": "270.41 or 270.42", "garnishment": "120.41 or 120.42", "carried_over": "179.59 or 179.58"}, 8),
    ):
        reason = "Agrees." if year != "2020" else "The two editions of the page add rounded brackets; exact arithmetic gives 270.40."
        case(
            f"priority.{year}",
            f"Printed order of claims, {year}: maintenance, Treasury, garnishment",
            "Maintenance takes the unseizable part; the Treasury's 150.00 and the rest of the seizable part follow.",
            "1500.00",
            claims,
            {"seizable": seizable, "claims": paid(("m1", "100.00", "100.00", "0.00"), ("s1", "150.00", "150.00", "0.00"), ("g1", "300.00", rest, carried))},
            law=SEIZABLE + DIRECT + TREASURY,
            on=on,
            published={"amounts": shown, "source": next(s for s in printed.SOURCES if f"({'23/02/2026' if year == '2026' else '03/04/2023' if year == '2023' else '21/04/2020'})" in s), "reason": reason},
            origin="published figure, recomputed by " + ORACLE,
        )


def payers():
    two = [wage("900.00"), wage("600.00", "e2", "pension")]
    case("payers.two", "Two payers: the scale is applied to the sum", "900.00 + 600.00 = 1 500.00: 234.76, not two small amounts.", two, None, {"net": "1500.00", "scale_amount": "234.76"}, law=["C. trav. L. 3252-4"] + SEIZABLE)
    kinds = [wage("500.00"), wage("400.00", "e2", "complementary_pension"), wage("350.00", "e3", "unemployment_benefit"), wage("250.00", "e4", "pension")]
    case("payers.kinds", "Wage, pensions and unemployment benefit together", "All four kinds follow the same scale: 1 500.00.", kinds, None, {"net": "1500.00"}, law=["C. trav. L. 3252-4", "CSS L. 355-2", "CSS L. 922-7"])
    case("payers.ass", "The specific solidarity allowance is left out", "Not seizable: only the wage counts.", [wage("800.00"), wage("580.00", "e2", "solidarity_allowance")], None, {"net": "800.00"})
    case("payers.only_ass", "Only the specific solidarity allowance", "Nothing can be seized.", [wage("580.00", "e1", "solidarity_allowance")], [claim("g1", "900.00")], {"net": "0.00", "seizable": "0.00", "withheld": "0.00"})
    pay = {"pay": "2000.00", "accessories": "150.00", "benefits_in_kind": "80.00", "contributions": "480.00", "withholding_tax": "60.00", "not_counted": [{"kind": "expense_reimbursement", "amount": "45.00"}, {"kind": "family_allowance", "amount": "12.00"}, {"kind": "unseizable_allowance", "amount": "30.00"}]}
    case("payers.pay", "Net from the pay slip", "2 000.00 + 150.00 + 80.00 - 480.00 - 60.00 = 1 690.00; reimbursements and allowances are not counted.", [{"id": "e1", "kind": "wage", "pay": pay}], None, {"net": "1690.00"}, law=["C. trav. L. 3252-3"])
    case("payers.pay_short", "Pay slip with a single figure", "What is not given is nil.", [{"id": "e1", "kind": "wage", "pay": {"pay": "1500.00"}}], None, {"net": "1500.00"}, law=["C. trav. L. 3252-3"])
    case("payers.mixed", "One payer by its net, one by its pay slip", "1 000.00 + (700.00 - 150.00).", [wage("1000.00"), {"id": "e2", "kind": "wage", "pay": {"pay": "700.00", "contributions": "150.00"}}], None, {"net": "1550.00"}, law=["C. trav. L. 3252-4"])
    case("payers.withholds", "The payer named to withhold changes no amount", "Which payer withholds is an input.", [wage("900.00", withholds=True), wage("600.00", "e2", withholds=False)], None, {"net": "1500.00", "seizable": "234.76"}, law=["C. trav. L. 3252-4", "CPCE R. 212-1-36"])
    case("household.dependants", "Dependants counted from the household", "Partner below the RSA and one child: two dependants.", "1500.00", None, {"dependants": "2"}, dependants=None, household=couple(child(1), own="0.00"))
    case("household.given", "Dependants given beside a household", "The number given prevails.", "1500.00", None, {"dependants": "0.5"}, dependants="0.5", household=couple(child(1), own="0.00"))


def household_floor():
    law = ["C. trav. L. 3252-3, version of 1 June 2009", "CASF R. 262-1"]
    case("floor.2011", "2011: the household's RSA stays with the debtor", "Couple, two children: 2.1 x 466.99 = 980.68 (980.679); 1 050.00 - 980.68 = 69.32 is under the scale.", "1050.00", [claim("g1", "900.00")], {"floor": "980.68", "seizable": "69.32"}, law=law, on="2011-05-15", household=couple(*children(2), own="700.00"))
    for on, floor, seizable in (("2012-05-31", "712.40", "37.60"), ("2012-06-01", "474.93", "60.04")):
        case(f"floor.{on}", f"The floor on {on}", "Household amount until 31 May 2012, one person's since: 1.5 x 474.93 = 712.395.", "750.00", None, {"floor": floor, "seizable": seizable} if on == "2012-05-31" else {"floor": floor}, law=law + ["C. trav. L. 3252-3"], on=on, household=single(child(1)), dependants=0)
    case("floor.maintenance_2011", "2011: direct payment goes down to one person's RSA", "Unseizable part above 466.99: 1 050.00 - 69.32 - 466.99 = 513.69.", "1050.00", [maintenance("m1", "550.00")], {"claims": [{"id": "m1", "paid": "550.00", "from_unseizable": "513.69", "from_seizable": "36.31"}]}, law=law + ["C. trav. R. 3252-5"], on="2011-05-15", household=couple(*children(2), own="700.00"))
    case("floor.mayotte", "Mayotte, May 2025: the floor is Mayotte's amount", "400.00 - 323.26 = 76.74 is above the scale amount of 21.50.", "400.00", None, {"floor": "323.26", "scale_amount": "21.50", "seizable": "21.50"}, on="2025-05-15", territory="mayotte")


def direct_payment():
    case("maintenance.current", "Current maintenance within the unseizable part", "1 500.00 - 234.76 - 651.69 = 613.55 can be taken before the seizable part.", "1500.00", [maintenance("m1", "200.00")], {"claims": [{"id": "m1", "due": "200.00", "paid": "200.00", "from_unseizable": "200.00", "from_seizable": "0.00"}], "left_to_debtor": "1300.00"}, law=DIRECT)
    case("maintenance.exceeds", "Maintenance above the unseizable part", "613.55, then 86.45 of the seizable part; the garnishment has 148.31 left.", "1500.00", [maintenance("m1", "700.00"), claim("g1", "900.00")], {"claims": [{"id": "m1", "from_unseizable": "613.55", "from_seizable": "86.45"}, {"id": "g1", "paid": "148.31"}], "left_to_debtor": "651.69"}, law=DIRECT)
    case("maintenance.down_to_rsa", "Maintenance down to the RSA", "848.31 available of 1 000.00 due; nothing is left for others.", "1500.00", [maintenance("m1", "1000.00"), claim("s1", "150.00", "privileged_administrative_seizure"), claim("g1", "900.00")], {"claims": paid(("m1", "1000.00", "848.31", "151.69"), ("s1", "150.00", "0.00", "150.00"), ("g1", "900.00", "0.00", "900.00")), "left_to_debtor": "651.69"}, law=DIRECT)
    case("maintenance.below_rsa", "Pay under the RSA", "Nothing can be paid.", "600.00", [maintenance("m1", "100.00")], {"claims": paid(("m1", "100.00", "0.00", "100.00")), "left_to_debtor": "600.00"}, law=DIRECT)
    case("maintenance.near_rsa", "Pay just above the RSA", "660.00: 8.31 is seizable and is all that can be paid.", "660.00", [maintenance("m1", "100.00")], {"claims": [{"id": "m1", "paid": "8.31", "from_unseizable": "0.00", "from_seizable": "8.31"}]}, law=DIRECT)
    case("maintenance.twelfths", "Six months of arrears over twelve months", "1 000.00 / 12 = 83.3333, rounded up to 83.34, beside the current 200.00.", "1500.00", [maintenance("m1", "200.00", arrears="1000.00", arrears_terms=5)], {"claims": paid(("m1", "283.34", "283.34", "0.00"))}, law=DIRECT)
    case("maintenance.last_instalment", "The last instalment is smaller", "Eleven times 83.34 paid: 916.74; 83.26 is left.", "1500.00", [maintenance("m1", "200.00", arrears="1000.00", arrears_paid="916.74")], {"claims": paid(("m1", "283.26", "283.26", "0.00"))}, law=DIRECT)
    case("maintenance.arrears_done", "Arrears paid off", "Only the current term is due.", "1500.00", [maintenance("m1", "200.00", arrears="1000.00", arrears_paid="1000.00")], {"claims": paid(("m1", "200.00", "200.00", "0.00"))}, law=DIRECT)
    case("maintenance.even", "Arrears that divide evenly", "1 200.00 / 12 = 100.00.", "1500.00", [maintenance("m1", "0.00", arrears="1200.00")], {"claims": paid(("m1", "100.00", "100.00", "0.00"))}, law=DIRECT)
    agency = DIRECT + ["CPCE R. 213-11"]
    for slug, title, more, due, why in (
        ("eight_over_eight", "Family benefits body: eight terms over eight months", {"arrears": "1000.00", "arrears_terms": 8, "over_months": 8}, "325.00", "1 000.00 / 8 = 125.00, the shortest period."),
        ("eight_over_twelve", "Family benefits body: eight terms over twelve months", {"arrears": "1000.00", "arrears_terms": 8, "over_months": 12}, "283.34", "1 000.00 / 12, the longest period for up to twelve terms."),
        ("twenty", "Family benefits body: twenty terms over twenty-four months", {"arrears": "3000.01", "arrears_terms": 20, "over_months": 24}, "325.01", "3 000.01 / 24 = 125.0004, rounded up."),
        ("agreed", "Family benefits body: the debtor agrees to three months", {"arrears": "400.00", "arrears_terms": 4, "over_months": 3, "debtor_agreed": True}, "333.34", "400.00 / 3 = 133.3333, rounded up."),
        ("once", "Family benefits body: the debtor agrees to pay at once", {"arrears": "400.00", "arrears_terms": 4, "over_months": 1, "debtor_agreed": True}, "600.00", "The whole of the arrears beside the term."),
    ):
        case(f"agency.{slug}", title, why, "1500.00", [maintenance("m1", "200.00", agency=True, **more)], {"claims": paid(("m1", due, due, "0.00"))}, law=agency)
    case("maintenance.two", "Two maintenance claims, enough for both", "300.00 + 200.00 out of 848.31.", "1500.00", [maintenance("m1", "300.00"), maintenance("m2", "200.00")], {"claims": paid(("m1", "300.00", "300.00", "0.00"), ("m2", "200.00", "200.00", "0.00")), "left_to_debtor": "1000.00"}, law=DIRECT)
    case("maintenance.two_short", "Two maintenance claims above what is available", "848.31 shared by 600 and 400: 508.986 and 339.324; the odd cent goes to the larger remainder.", "1500.00", [maintenance("m1", "600.00"), maintenance("m2", "400.00")], {"claims": paid(("m1", "600.00", "508.99", "91.01"), ("m2", "400.00", "339.32", "60.68")), "left_to_debtor": "651.69"}, law=DIRECT)
    case("maintenance.tie", "Two equal maintenance claims and an odd cent", "848.31 / 2 = 424.155 each: the smaller id has the cent.", "1500.00", [maintenance("m2", "500.00"), maintenance("m1", "500.00")], {"claims": paid(("m2", "500.00", "424.15", "75.85"), ("m1", "500.00", "424.16", "75.84"))}, law=DIRECT)


def treasury():
    case("treasury.privileged", "A privileged seizure before the garnishment", "200.00 first, 34.76 left.", "1500.00", [claim("g1", "900.00"), claim("s1", "200.00", "privileged_administrative_seizure")], {"claims": paid(("g1", "900.00", "34.76", "865.24"), ("s1", "200.00", "200.00", "0.00")), "withheld": "234.76"}, law=TREASURY)
    case("treasury.takes_all", "A privileged seizure above the seizable part", "The garnishment waits.", "1500.00", [claim("s1", "800.00", "privileged_administrative_seizure"), claim("g1", "900.00")], {"claims": paid(("s1", "800.00", "234.76", "565.24"), ("g1", "900.00", "0.00", "900.00"))}, law=TREASURY)
    case("treasury.two", "Two privileged seizures", "234.76 shared by 600 and 300: 156.5067 and 78.2533; the odd cent goes to the first.", "1500.00", [claim("s1", "600.00", "privileged_administrative_seizure"), claim("s2", "300.00", "privileged_administrative_seizure")], {"claims": paid(("s1", "600.00", "156.51", "443.49"), ("s2", "300.00", "78.25", "221.75"))}, law=TREASURY)
    case("treasury.ordinary", "A seizure without privilege competes", "600.00 and 1 200.00 share 234.76: 78.2533 and 156.5067.", "1500.00", [claim("s1", "600.00", "administrative_seizure"), claim("g1", "1200.00")], {"claims": paid(("s1", "600.00", "78.25", "521.75"), ("g1", "1200.00", "156.51", "1043.49"))}, law=TREASURY + SHARING)
    case("treasury.both", "Privileged and ordinary seizures together", "100.00 first; 134.76 then shared by 600 and 1 200.", "1500.00", [claim("s1", "100.00", "privileged_administrative_seizure"), claim("s2", "600.00", "administrative_seizure"), claim("g1", "1200.00")], {"claims": paid(("s1", "100.00", "100.00", "0.00"), ("s2", "600.00", "44.92", "555.08"), ("g1", "1200.00", "89.84", "1110.16"))}, law=TREASURY + SHARING)


def sharing():
    case("sharing.single", "One creditor takes the seizable part", "234.76 of 900.00.", "1500.00", [claim("g1", "900.00")], {"claims": paid(("g1", "900.00", "234.76", "665.24")), "withheld": "234.76", "left_to_debtor": "1265.24"}, law=SHARING)
    case("sharing.last_month", "The last month: less is owed than could be taken", "60.00 only.", "1500.00", [claim("g1", "60.00")], {"claims": paid(("g1", "60.00", "60.00", "0.00")), "withheld": "60.00", "left_to_debtor": "1440.00"}, law=SHARING)
    case("sharing.pro_rata", "Two creditors pro rata", "234.76 x 600 / 1 500 = 93.904 and 140.856: the odd cent goes to the larger remainder.", "1500.00", [claim("g1", "600.00"), claim("g2", "900.00")], {"claims": paid(("g1", "600.00", "93.90", "506.10"), ("g2", "900.00", "140.86", "759.14"))}, law=SHARING)
    case("sharing.tie", "Equal claims and cents that do not divide", "234.76 / 3 = 78.2533: one odd cent, to the smallest id.", "1500.00", [claim("g3", "700.00"), claim("g1", "700.00"), claim("g2", "700.00")], {"claims": paid(("g3", "700.00", "78.25", "621.75"), ("g1", "700.00", "78.26", "621.74"), ("g2", "700.00", "78.25", "621.75"))}, law=SHARING)
    case("sharing.enough", "Enough for everyone", "Each is paid in full and no more.", "2500.00", [claim("g1", "501.00"), claim("g2", "400.00")], {"claims": paid(("g1", "501.00", "501.00", "0.00"), ("g2", "400.00", "400.00", "0.00")), "withheld": "901.00"}, law=SHARING)
    case("sharing.small_first", "A residual claim of 500.00 is paid first", "200.00 of it now comes before the 3 000.00: 34.76 is left.", "1500.00", [claim("g1", "3000.00"), claim("g2", "200.00")], {"claims": paid(("g1", "3000.00", "34.76", "2965.24"), ("g2", "200.00", "200.00", "0.00"))}, law=SHARING)
    case("sharing.small_limit", "Exactly 500.00 is small, 500.01 is not", "g2 takes everything.", "1500.00", [claim("g1", "500.01"), claim("g2", "500.00")], {"claims": paid(("g1", "500.01", "0.00", "500.01"), ("g2", "500.00", "234.76", "265.24"))}, law=SHARING)
    case("sharing.small_order", "Small claims in increasing order", "50.00, then 120.00, then 64.76 of 300.00.", "1500.00", [claim("g1", "300.00"), claim("g2", "50.00"), claim("g3", "120.00")], {"claims": paid(("g1", "300.00", "64.76", "235.24"), ("g2", "50.00", "50.00", "0.00"), ("g3", "120.00", "120.00", "0.00"))}, law=SHARING)
    case("sharing.small_tie", "Small claims of the same amount", "The smaller id first: 200.00, then 34.76.", "1500.00", [claim("g2", "200.00"), claim("g1", "200.00")], {"claims": paid(("g2", "200.00", "34.76", "165.24"), ("g1", "200.00", "200.00", "0.00"))}, law=SHARING)
    case("sharing.preference", "A legal preference before the others", "g2 ranks first: 234.76.", "1500.00", [claim("g1", "900.00"), claim("g2", "700.00", preference_rank=1)], {"claims": paid(("g1", "900.00", "0.00", "900.00"), ("g2", "700.00", "234.76", "465.24"))}, law=SHARING)
    case("sharing.preference_ranks", "Two ranks of preference", "On 2 500.00 the seizable part is 921.43: 600.00, then 321.43 for the second rank.", "2500.00", [claim("g1", "900.00"), claim("g2", "600.00", preference_rank=1), claim("g3", "600.00", preference_rank=2)], {"seizable": "921.43", "claims": paid(("g1", "900.00", "0.00", "900.00"), ("g2", "600.00", "600.00", "0.00"), ("g3", "600.00", "321.43", "278.57"))}, law=SHARING)
    case("sharing.preference_same", "The same rank shares pro rata", "234.76 by 600 and 1 200.", "1500.00", [claim("g1", "600.00", preference_rank=1), claim("g2", "1200.00", preference_rank=1), claim("g3", "5000.00")], {"claims": paid(("g1", "600.00", "78.25", "521.75"), ("g2", "1200.00", "156.51", "1043.49"), ("g3", "5000.00", "0.00", "5000.00"))}, law=SHARING)
    case("sharing.small_before_preference", "Small claims come before the preference", "100.00 first; 134.76 for the preferred claim.", "1500.00", [claim("g1", "900.00", preference_rank=1), claim("g2", "100.00")], {"claims": paid(("g1", "900.00", "134.76", "765.24"), ("g2", "100.00", "100.00", "0.00"))}, law=SHARING)
    case("sharing.assignment", "An assignment competes like a garnishment", "234.76 by 600 and 1 200.", "1500.00", [claim("a1", "600.00", "assignment"), claim("g1", "1200.00")], {"claims": paid(("a1", "600.00", "78.25", "521.75"), ("g1", "1200.00", "156.51", "1043.49"))}, law=SHARING + ["CPCE L. 212-11"])
    case("sharing.first_day", "First day of the present sharing", "1 July 2025: 236.94 on 1 500.00, small claim first.", "1500.00", [claim("g1", "900.00"), claim("g2", "100.00")], {"seizable": "236.94", "claims": paid(("g1", "900.00", "136.94", "763.06"), ("g2", "100.00", "100.00", "0.00"))}, law=SHARING, on="2025-07-01")
    case("sharing.single_before", "One ordinary creditor before July 2025", "No sharing is needed.", "1500.00", [maintenance("m1", "100.00"), claim("g1", "900.00")], {"claims": paid(("m1", "100.00", "100.00", "0.00"), ("g1", "900.00", "236.94", "663.06"))}, on="2025-06-30")
    case("sharing.none", "No claim", "Nothing is withheld.", "1500.00", [], {"withheld": "0.00", "left_to_debtor": "1500.00", "claims": []})
    everyone = [maintenance("m1", "650.00", arrears="600.00"), claim("s1", "60.00", "privileged_administrative_seizure"), claim("g1", "45.00"), claim("g2", "700.00", preference_rank=1), claim("g3", "900.00")]
    case("sharing.everyone", "Every kind of claim", "Maintenance 700.00 (613.55 + 86.45); 148.31 left: 60.00, 45.00, 43.31 for the preferred claim.", "1500.00", everyone, {"claims": paid(("m1", "700.00", "700.00", "0.00"), ("s1", "60.00", "60.00", "0.00"), ("g1", "45.00", "45.00", "0.00"), ("g2", "700.00", "43.31", "656.69"), ("g3", "900.00", "0.00", "900.00")), "left_to_debtor": "651.69"}, law=DIRECT + TREASURY + SHARING)


def bank_account():
    def account(slug, title, reasoning, balances, minimum, seized="2026-05-12", previous=None, **more):
        facts = {"seized_on": seized, "balances": balances}
        if previous:
            facts["previous_seizure_on"] = previous
        case(f"bank.{slug}", title, reasoning, "1500.00", None, {"bank_account": {"minimum": minimum}}, law=ACCOUNT, blocks=("garnishment.bank_account",), bank_account=facts, **more)

    account("above", "A balance above the RSA", "The one-person RSA stays, whatever the household.", ["1800.00"], "651.69")
    account("below", "A balance under the RSA", "No more than the balance.", ["300.00"], "300.00")
    account("several", "Several accounts", "Credit balances only: 200.00 + 150.50.", ["200.00", "-90.00", "150.50"], "350.50")
    account("overdrawn", "Overdrawn accounts", "Nothing to leave.", ["-90.00", "0.00"], "0.00")
    account("no_account", "No balance", "Nothing to leave.", [], "0.00")
    account("month.day_before", "A second seizure before a month has passed", "Seized on 11 May after 12 April: the day before the month is over.", ["1800.00"], "0.00", "2026-05-11", "2026-04-12")
    account("month.reached", "A second seizure a month later", "12 May after 12 April: the month has passed.", ["1800.00"], "651.69", "2026-05-12", "2026-04-12")
    account("month.end", "A month counted from 31 March", "30 April is a month after 31 March.", ["1800.00"], "651.69", "2026-04-30", "2026-03-31", on="2026-04-30")
    account("month.end_before", "The day before that", "29 April is not.", ["1800.00"], "0.00", "2026-04-29", "2026-03-31", on="2026-04-30")


def build():
    priority()
    payers()
    household_floor()
    direct_payment()
    treasury()
    sharing()
    bank_account()
