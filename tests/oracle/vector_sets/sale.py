"""fr/sale: an asset sold in a plan, its price, the deferral, what remains, errors."""

import sale

from .common import ORACLE, record, refuse, request, subset
from .debts import debt, rent, steps

FOLDER = "fr/sale"
PRICE = ["C. conso. L. 742-18", "C. civ. 2285", "C. conso. L. 711-6"]
DEFERRAL = ["C. conso. L. 733-1, 1°", "C. conso. L. 733-7"]
REDUCTION = ["C. conso. L. 733-4, 1°"]
ERASURE = ["C. conso. L. 733-4, 2°"]
HOME = {"id": "home", "kind": "main_home", "value": "100000.00", "sale_costs": "6000.00"}
CABIN = {"id": "cabin", "kind": "other_real_estate", "value": "30000.00"}


def on(asset, rank=1):
    return {"security": {"asset": asset, "rank": rank}}


def mortgage(principal, **more):
    return debt("mortgage", "home_loan", principal, **{**on("home"), "finances_main_home": True, **more})


def after(months, asset="home", **more):
    return {"sale": {"asset": asset, "months": months, **more}}


def nothing(*more):
    """No capacity: the price alone."""
    return steps((1, "0.00"), *more)


def sold(slug, title, law, reasoning, debts, asked, expect, assets=(HOME, CABIN), only=None):
    """The figures typed by hand must be the oracle's; the whole block goes into the vector, or the keys named in ``only``."""
    document = request("2026-05-15", ["plan"], assets=list(assets), debts=debts, plan=asked)
    answer = sale.evaluate(document)
    assert "errors" not in answer, (slug, answer)
    block = answer["plan"]
    difference = subset(expect, block)
    assert difference is None, (slug, difference)
    if only:
        block = {key: block[key] for key in only}
    record(FOLDER, slug, title, law, ORACLE, reasoning, None, {"request": document}, {"response": {"plan": block}})


def part(name, received, left=None, **more):
    row = {"debt": name, "received": received, **more}
    return row if left is None else {**row, "left": left}


def parts(*rows, **more):
    return {"sale": {"parts": list(rows), **more}}


def imputation():
    owed = [mortgage("95000.00", interest="5000.00")]
    at = steps((1, "400.00"))
    for manner in ("forced", "agreed_to_avoid_seizure"):
        sold(f"principal_first.{manner}", "The price pays principal first", REDUCTION, "100 000 - 6 000 = 94 000 on 95 000 of principal; the 5 000 of interest wait.", owed, {**at, **after(12, manner=manner)}, parts(part("mortgage", "94000.00", "6000.00", principal="94000.00")))
    amicable = {**at, **after(12)}
    sold("interest_first", "An ordinary amicable sale: the ordinary imputation", ["C. civ. 1343-1"], "5 000 of interest, then 89 000 of principal.", owed, amicable, parts(part("mortgage", "94000.00", "6000.00", principal="89000.00")))
    sold("principal_first.decided", "The same, principal first by decision", ["C. conso. L. 733-1, 2°"], "L. 733-1, 2°.", owed, {**amicable, "imputation": "principal_first"}, parts(part("mortgage", "94000.00", principal="94000.00")))


def price():
    sold("ranks", "Securities by their rank", PRICE, "94 000: 80 000 to the first rank, 14 000 of 20 000 to the second, nothing to the third.", [mortgage("80000.00"), debt("works", "consumer_credit", "20000.00", **on("home", 2)), debt("third", "bank_loan", "5000.00", **on("home", 3))], {**nothing(), **after(6)}, parts(part("mortgage", "80000.00", "0.00"), part("works", "14000.00", "6000.00"), part("third", "0.00", "5000.00"), surplus="0.00"))
    sold("same_rank", "Two securities of one rank", PRICE, "94 000 over 80 000 and 40 000: 62 666.67 and 31 333.33.", [debt("a", "home_loan", "80000.00", **on("home")), debt("b", "bank_loan", "40000.00", **on("home"))], {**nothing(), **after(1)}, parts(part("a", "62666.67", "17333.33"), part("b", "31333.33", "8666.67")))
    sold("equal_remainders", "Three equal claims of one rank", PRICE, "94 000 / 3: the cent left goes to the first identifier.", [debt(name, "bank_loan", "40000.00", **on("home")) for name in ("c", "b", "a")], {**nothing(), **after(1)}, parts(part("c", "31333.33"), part("b", "31333.33"), part("a", "31333.34")))
    sold("other_asset", "A security on another asset", PRICE, "The boat loan is secured on the cabin: on the home it is like any other, 9 000 and 5 000 share 14 000.", [mortgage("80000.00"), debt("boat", "bank_loan", "9000.00", **on("cabin")), debt("card", "revolving_credit", "9000.00")], {**nothing(), **after(3)}, parts(part("mortgage", "80000.00", security_rank=1), part("boat", "7000.00", "2000.00", deferred=False), part("card", "7000.00", "2000.00")))
    left = [mortgage("84000.00"), rent("4000.00"), debt("card", "revolving_credit", "12000.00"), debt("tax", "tax", "4000.00")]
    sold("landlord", "What is left: pro rata, lenders yield to landlords", PRICE, "10 000 over 20 000: 2 000, 6 000 and 2 000; the card yields 2 000 to the landlord; the tax keeps its part.", left, {**nothing(), **after(1)}, parts(part("mortgage", "84000.00"), part("rent", "4000.00"), part("card", "4000.00", "8000.00"), part("tax", "2000.00", "2000.00")))
    sold("landlord.short", "Not enough for the landlord", PRICE, "2 000 over 20 000: 400, 1 200 and 400; all that the card has goes to the landlord.", [mortgage("92000.00"), *left[1:]], {**nothing(), **after(1)}, parts(part("mortgage", "92000.00"), part("rent", "1600.00", "2400.00"), part("card", "0.00"), part("tax", "400.00")))
    sold("surplus", "More than the debts", PRICE, "94 000 - 60 000 - (10 000 - 12 x 400) = 28 800 to the debtor; the plan ends with the sale.", [mortgage("60000.00"), debt("card", "revolving_credit", "10000.00")], {**steps((1, "400.00")), **after(12)}, {**parts(part("mortgage", "60000.00"), part("card", "5200.00"), surplus="28800.00"), "months": 12, "totals": {"erased": "0.00", "left": "0.00"}})
    sold("joint", "A jointly owned home", PRICE, "(100 000.02 - 6 000.00) x 33 % = 31 020.0066: cents are dropped.", [mortgage("90000.00")], {**nothing(), **after(1, price="100000.02")}, parts(part("mortgage", "31020.00"), net_proceeds="31020.00", price="100000.02"), assets=[{**HOME, "joint_share_percent": 33}])
    sold("costs", "Costs above the price", PRICE, "Nothing is left to distribute.", [mortgage("90000.00")], {**nothing(), **after(1, price="5000.00")}, parts(part("mortgage", "0.00"), net_proceeds="0.00"))
    sold("outside", "A fine with an accepted instalment", PRICE + ["C. conso. L. 711-4"], "It is paid throughout: 900 - 2 x 100 = 700 when the price is distributed, and shares 10 000 with the card's 9 800: 666.67 and 9 333.33.", [mortgage("84000.00"), debt("fine", "court_fine", "900.00", agreed_instalment="100.00"), debt("card", "revolving_credit", "10000.00")], {**steps((1, "200.00")), **after(2)}, parts(part("mortgage", "84000.00"), part("fine", "666.67", "33.33"), part("card", "9333.33", "466.67")))


def deferral():
    at = steps((1, "400.00"))
    rate = {"rate": {"kind": "given", "percent": "2"}}
    sold("interest", "Interest goes on during the deferral", DEFERRAL, "120 000 at 2 %: 12 x 200.00 set aside; 94 000 on principal, then 26 000 at 2 % and 2 400 of interest.", [mortgage("120000.00", contract_rate="3")], {**at, **rate, **after(12, manner="forced")}, parts(part("mortgage", "94000.00", "28400.00", principal="94000.00", deferred=True)))
    sold("interest.contract", "Never above the contract rate", DEFERRAL, "At 1 %: 12 x 100.00.", [mortgage("120000.00", contract_rate="1")], {**at, **rate, **after(12, manner="forced")}, parts(part("mortgage", "94000.00", "27200.00")))
    sold("others_paid", "The others are paid meanwhile", DEFERRAL, "The card in 12 months; then the loan's 16 000 in the last rank, at 400.00 for 40 months.", [mortgage("110000.00"), debt("card", "revolving_credit", "4800.00")], {**at, **after(12)}, {"tiers": [{"from_month": 1, "months": 12, "lines": [{"debt": "card", "instalment": "400.00"}]}, {"from_month": 13, "months": 40, "lines": [{"debt": "mortgage", "instalment": "400.00"}]}], "months": 52, "debts": [{"rank": 5, "first_month": 13}, {"first_month": 1, "last_month": 12}]})
    sold("waits", "Nothing but the deferred debt: the months pass", DEFERRAL, "A tier of nothing, then 40 months.", [mortgage("110000.00")], {**at, "first_due_on": "2026-01-31", **after(13)}, {"tiers": [{"from_month": 1, "months": 13, "due_from": "2026-01-31", "lines": []}, {"from_month": 14, "months": 40, "due_from": "2027-02-28"}], "sale": {"due_on": "2027-01-31"}})
    sold("steps", "The capacity changes with the sale", DEFERRAL, "700.00 until the sale, 250.00 once a rent is due: 16 000 in 64 months.", [mortgage("110000.00"), debt("card", "revolving_credit", "8400.00")], {**steps((1, "700.00"), (13, "250.00")), **after(12)}, {"tiers": [{"months": 12, "total": "700.00"}, {"months": 64, "total": "250.00"}], "months": 76})
    sold("landlord_secured", "A landlord's claim is not deferred, even secured", PRICE[2:], "Paid in five months, before the card.", [mortgage("120000.00"), rent("2000.00", **on("home", 2)), debt("card", "revolving_credit", "9000.00")], {**at, **after(12)}, {"tiers": [{"months": 5, "lines": [{"debt": "rent", "instalment": "400.00"}]}, {"from_month": 6, "months": 7, "lines": [{"debt": "card", "instalment": "400.00"}]}, {"from_month": 13, "months": 72, "total": "400.00"}], "sale": {"parts": [{"deferred": True}, {"deferred": False}, {"deferred": False}]}})
    sold("rank_change", "The rank of what is left, decided", DEFERRAL, "The loan is kept in rank 2 by decision: it is paid before the card.", [mortgage("94400.00"), debt("card", "revolving_credit", "9600.00")], {**at, "ranks": "strict", "rank_changes": [{"debt": "mortgage", "rank": 2}], **after(12)}, {"debts": [{"rank": 2, "last_month": 13}, {"last_month": 25}]})


def remainder():
    at = steps((1, "400.00"))
    big = [mortgage("140000.00")]
    for manner, reduced in (("forced", True), ("agreed_to_avoid_seizure", True), ("amicable", False)):
        sold(f"reduction.{manner}", "What the months left do not pay", REDUCTION if reduced else ERASURE, "46 000 after the sale, 72 x 400 = 28 800 paid, 17 200: reduced after a forced sale or one agreed to avoid it, erased otherwise.", big, {**at, **after(12, manner=manner)}, {**parts(part("mortgage", "94000.00", "46000.00", reduced=reduced)), "totals": {"paid": "28800.00", "from_sale": "94000.00", "erased": "17200.00", "left": "0.00"}})
    for slug, more in (("not_financed", {"finances_main_home": False}), ("individual", {"creditor": "individual"}), ("finance_company", {"creditor": "finance_company"})):
        sold(f"reduction.{slug}", "A lender of that home, by its class", REDUCTION, "Only a credit institution or finance company that financed the home.", [mortgage("140000.00", **more)], {**at, **after(12, manner="forced")}, parts(part("mortgage", "94000.00", reduced=slug == "finance_company")), only=["sale"])
    sold("reduction.second_home", "Another real estate", REDUCTION, "30 000 of 60 000; the rest is erased: only the main home has a reduction.", [debt("loan", "home_loan", "60000.00", **on("cabin"), finances_main_home=True)], {**steps((1, "100.00")), **after(4, "cabin", manner="forced")}, {**parts(part("loan", "30000.00", "30000.00", reduced=False)), "totals": {"erased": "22000.00"}})
    sold("agreed_plan", "An agreed plan erases nothing", ["C. conso. L. 732-2"], "17 200 is left: a remission needs the creditor's agreement.", big, {**at, "kind": "agreed", **after(12)}, {"totals": {"erased": "0.00", "left": "17200.00"}})
    sold("waiting", "A plan that ends with the sale only waits", DEFERRAL, "24 x 400 to the card, 94 000 to the mortgage; 56 400 is deferred, nothing erased.", [*big, debt("card", "revolving_credit", "20000.00")], {**at, "horizon_months": 24, **after(24)}, {"months": 24, "totals": {"paid": "9600.00", "from_sale": "94000.00", "erased": "0.00", "left": "56400.00"}})
    sold("guarantor", "What a guarantor paid is not erased", ERASURE, "Of 17 200 not paid, 3 000 stays.", [mortgage("140000.00", guarantor_paid="3000.00")], {**at, **after(12)}, {"totals": {"erased": "14200.00", "left": "3000.00"}})


def whole():
    debts = [mortgage("171350.42", interest="4210.36", penalty="2900.00"), debt("works", "consumer_credit", "6400.00", **on("home", 2)), debt("car", "consumer_credit", "7310.25"), debt("revolving", "revolving_credit", "3905.60"), debt("tax", "tax", "1846.00"), debt("energy", "energy_and_bills", "934.17"), debt("relative", "private_lender", "2500.00")]
    home = {"id": "home", "kind": "main_home", "value": "164000.00", "sale_costs": "8200.00"}
    asked = {**steps((1, "700.00"), (13, "380.00")), "ranks": "strict", "first_due_on": "2026-08-05", **after(12, price="168000.00", manner="agreed_to_avoid_seizure")}
    expect = {"months": 84, "totals": {"start": "201356.80", "from_sale": "159800.00"}, **parts(part("mortgage", "159800.00", "18660.78", reduced=True), part("works", "0.00"), *[{} for _ in range(5)], surplus="0.00")}
    sold("owner", "An owner with seven debts", DEFERRAL + PRICE + REDUCTION + ERASURE, "178 460.78 + 6 400 + 7 310.25 + 3 905.60 + 1 846 + 934.17 + 2 500 = 201 356.80; 12 x 700.00 to the unsecured; 168 000 - 8 200 to the first rank; 72 x 380.00 for the rest; reduction and erasure.", debts, asked, expect, assets=[home])


def audits():
    """Findings typed by hand from the articles: the oracle computes none of them."""
    owed = [mortgage("90000.00"), debt("works", "consumer_credit", "8000.00", **on("home", 2)), rent("2000.00"), debt("card", "revolving_credit", "5000.00")]

    def audited(slug, title, law, reasoning, paid, findings, asked=None, **more):
        """94 000 of proceeds at the end of month 12; 400 a month: the rent in 5 months, the credits in 23."""
        lines = [{"debt": "works", "instalment": "173.92", "last": "173.76"}, {"debt": "card", "instalment": "217.40", "last": "217.20"}]
        tiers = [{"months": 5, "lines": [{"debt": "rent", "instalment": "400.00"}]}, {"months": 7}, {"months": 23, "lines": lines}]
        price = {"asset": "home", "month": 12, "manner": "forced", "net_proceeds": "94000.00", "parts": [{"debt": name, "amount": amount} for name, amount in paid], **more}
        plan = {"kind": "imposed", "left_to_live": "1400.00", "tiers": tiers, "sale": price, **(asked or {})}
        expected = [dict(zip(("finding", "grade", "debt"), finding)) for finding in findings]
        breaches = sum(grade == "breach" for _, grade, *_ in findings)
        document = request("2026-05-15", ["audit"], assets=[HOME], debts=owed, prospects={"conciliation_failed": True}, audit=plan)
        record(FOLDER, f"audit.{slug}", title, law, "by hand, from the articles named", reasoning, None, {"request": document}, {"response": {"audit": {"clean": not breaches, "breaches": breaches, "findings": expected}}})

    first, second = ("mortgage", "90000.00"), ("works", "4000.00")
    audited("clean", "A price shared by the rank of securities", PRICE, "90 000 and 4 000; nothing to say.", [first, second], [])
    audited("reduced", "A home loan said to be reduced, of that home", REDUCTION, "The conditions hold; nothing was left to reduce.", [first, second], [], reduced=["mortgage"])
    audited("reduced.works", "A loan for works said to be reduced", REDUCTION, "Only home loans of the lender who financed the home.", [first, second], [("reduction_without_conditions", "breach", "works")], reduced=["works"])
    audited("reduced.amicable", "An ordinary amicable sale", REDUCTION, "Neither forced nor agreed with the lender to avoid a seizure.", [first, second], [("reduction_without_conditions", "breach", "mortgage")], reduced=["mortgage"], manner="amicable")
    audited("reduced.agreed_plan", "The same in an agreed plan", ["C. conso. L. 732-2"], "Creditors may agree to any remission.", [first, second], [], reduced=["works"], asked={"kind": "agreed"})
    audited("above", "More than the price", PRICE, "94 000.01 of 94 000.00, and a cent more than the works loan needs.", [first, ("works", "4000.01")], [("more_than_due", "breach", "works"), ("sale_proceeds_unbalanced", "breach")])
    audited("rank", "The second rank before the first", PRICE, "A cent is owed to the first rank, which the plan never pays, while the second receives one too many.", [("mortgage", "89999.99"), ("works", "4000.01")], [("remainder_left", "breach", "mortgage"), ("more_than_due", "breach", "works"), ("sale_rank_ignored", "breach", "works")])


def errors():
    def fault(slug, title, names, asked=None, sale=None, debts=None, assets=(HOME, CABIN)):
        wish = {**steps((1, "100.00")), **(asked or {}), "sale": {"asset": "home", "months": 12, **(sale or {})}}
        refuse(FOLDER, f"error.{slug}", title, "From the interface.", names, request("2026-05-15", ["plan"], assets=list(assets), debts=debts or [mortgage("1000.00")], plan=wish))

    fault("asset", "An asset that is not there", [("id.unknown", "plan.sale.asset")], sale={"asset": "castle"})
    fault("months.none", "A sale in no time", [("number.range", "plan.sale.months")], sale={"months": 0})
    fault("months.last", "A sale at the end of seven years", [("number.range", "plan.sale.months")], sale={"months": 84})
    fault("months.beyond", "A sale after the plan", [("number.range", "plan.sale.months")], asked={"horizon_months": 24}, sale={"months": 25})
    fault("price.none", "A price of nothing", [("amount.zero", "plan.sale.price")], sale={"price": "0.00"})
    fault("price.negative", "A negative price", [("amount.negative", "plan.sale.price")], sale={"price": "-1.00"})
    fault("manner", "A manner that does not exist", [("field.value", "plan.sale.manner")], sale={"manner": "gift"})
    fault("protected", "A protected asset", [("field.not_applicable", "plan.sale.asset")], assets=[{**HOME, "protected": True}])
    fault("suspension", "A sale and a suspension", [("field.conflict", "plan.sale")], asked={"suspension_months": 12})
    fault("main_home", "The main home sold and kept", [("field.not_applicable", "plan.sale.asset")], asked={"main_home_exception": True, "horizon_months": 120})
    fault("set_aside", "A secured debt that was set aside", [("field.not_applicable", "plan.sale.asset")], debts=[mortgage("1000.00", set_aside=True), debt("card", "revolving_credit", "900.00")])
    fault("professional", "A secured debt of the professional estate", [("field.not_applicable", "plan.sale.asset")], debts=[mortgage("1000.00", estate="professional"), debt("card", "revolving_credit", "900.00")])


def build():
    imputation()
    price()
    deferral()
    remainder()
    whole()
    audits()
    errors()
