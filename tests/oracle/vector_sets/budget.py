"""fr/budget: expenses counted, groups of a commission's scale, the partner's contribution. Amounts of the scales are made up."""

from .common import BUDGET, add, child, couple, request, single

FOLDER = "fr/budget"
ON = "2026-05-15"
PARTNER_LAW = ["C. conso. L. 731-2", "C. conso. R. 731-2"]

GROUPS = [
    {"id": "basic", "covers": ["food", "hygiene", "clothing", "household_products"], "one_person": "600.00", "further_person": "200.00"},
    {"id": "heating", "covers": ["heating"], "one_person": "100.00", "further_person": "35.00"},
    {"id": "home", "covers": ["home_insurance", "water", "electricity", "telephone"], "one_person": "120.00", "further_person": "40.00"},
    {"id": "health", "covers": ["health"], "one_person": "50.00", "further_person": "30.01"},
    {"id": "school", "covers": ["schooling", "childcare"], "one_person": "0.00", "further_person": "90.00"},
]


def commission(groups=GROUPS, since="2026-01-01", **more):
    return {"overlays": [{"name": "commission", "expense_scale": [{"from": since, "lines": groups}], **more}]}


def only(*names):
    return commission([group for group in GROUPS if group["id"] in names])


def expense(name, kind, amount, **more):
    return {"id": name, "kind": kind, "amount": amount, **more}


def income(amount="2000.00"):
    return [{"id": "r1", "kind": "wage", "amount": amount}]


def budget(slug, title, reasoning, expenses, figures, law_part=None, people=None, blocks=("budget",), law=BUDGET, advisories=None, resources=None, on=ON, **parts):
    document = request(on, ["budget"], household=people or single(), resources=resources or income(), expenses=expenses, **parts)
    if law_part:
        document["law"] = law_part
    expect = {"budget": figures}
    if advisories is not None:
        expect["advisories"] = [{"name": name} for name in advisories]
    add(FOLDER, slug, title, law, reasoning, document, expect, blocks)


NO_SCALE = ["budget.no_expense_scale"]


def treatments():
    kinds = {
        "scale": ["food", "hygiene", "clothing", "heating", "household_products", "commuting_own_vehicle", "other_transport"],
        "real": ["schooling", "childcare", "rent", "income_tax", "property_tax", "other_tax", "maintenance_paid", "compensatory_allowance_paid", "commuting_public_transport", "rental_charges", "other_insurance", "other"],
        "real_capped": ["health", "home_insurance", "water", "electricity", "telephone"],
    }
    for treatment, names in kinds.items():
        lines = [expense(f"x_{kind}", kind, f"{10 + place}.50") for place, kind in enumerate(names)]
        typed = [{"id": line["id"], "kind": line["kind"], "declared": line["amount"], "counted": line["amount"], "treatment": treatment} for line in lines]
        budget(f"treatment.{treatment}", f"Kinds of treatment {treatment}, no scale known", "Without a scale of the commission the declared amount counts.", lines, {"lines": typed}, advisories=[] if treatment == "real" else NO_SCALE)
    budget("none", "No expense", "Nothing to count.", [], {"resources": "2000.00", "expenses": "0.00", "lines": []}, advisories=[])
    budget("proof_given", "Proof given", "A proved real expense counts in full.", [expense("x1", "rent", "512.34", proof="given")], {"expenses": "512.34"}, advisories=[])
    budget("asked_no_scale", "Proof asked for and not given, no scale", "The scale that would replace it is not known: the declared amount stays, and the answer says so.", [expense("x1", "rent", "512.34", proof="asked_not_given")], {"expenses": "512.34"}, advisories=NO_SCALE + ["budget.proof_missing"])
    budget("whole_budget", "Sum of expenses: 628.40 + 1 183.00 + 79.90", "2 292.43 - 1 891.30 = 401.13, a retained amount stated by a court in 2025.", [expense("x1", "rent", "628.40"), expense("x2", "other", "1183.00"), expense("x3", "other_insurance", "79.90")], {"resources": "2292.43", "expenses": "1891.30"}, resources=income("2292.43"), on="2025-06-19")
    lines = [{"id": f"r{place}", "kind": kind, "amount": "100.01"} for place, kind in enumerate(("wage", "self_employment", "unemployment_benefit", "sickness_benefit", "disability_pension", "retirement_pension", "complementary_pension", "survivor_pension", "maintenance_received", "compensatory_allowance_received", "family_benefits", "housing_benefit", "rsa", "activity_bonus", "disability_allowance", "solidarity_allowance", "rental_income", "capital_income", "other"))]
    budget("resources", "Every kind of resource counts", "Nineteen lines of 100.01: benefits that cannot be seized are resources too.", [], {"resources": "1900.19"}, resources=lines, law=["C. conso. L. 731-1", "C. conso. R. 731-1"])
    budget("treatment_overlay", "A commission that treats health as real", "Its rules say so from January; no group covers health.", [expense("x1", "health", "61.20", proof="given")], {"expenses": "61.20", "lines": [{"id": "x1", "treatment": "real", "counted": "61.20"}]}, law_part={"overlays": [{"name": "rules", "expense_treatment": [{"from": "2026-01-01", "kinds": ["health"], "treatment": "real"}]}]}, blocks=("budget.expenses",), advisories=[])


def groups():
    def scaled(slug, title, reasoning, expenses, total, *names, people=None, law_part=None, **more):
        budget(slug, title, reasoning, expenses, {"expenses": total}, law_part=law_part or only(*names), people=people, blocks=("budget.resources", "budget.expenses"), **more)

    parent = single(child(1), child(2))
    scaled("scale.less", "Flat amount above what is declared", "One person: 600.00 whatever is declared.", [expense("x1", "food", "250.00")], "600.00", "basic")
    scaled("scale.more", "Flat amount below what is declared", "600.00 for the group, once.", [expense("x1", "food", "450.00"), expense("x2", "clothing", "320.00")], "600.00", "basic")
    scaled("scale.nothing", "Nothing declared in a flat group", "The flat amount counts all the same.", [], "600.00", "basic")
    scaled("scale.two_groups", "Two flat groups", "600.00 + 100.00.", [expense("x1", "food", "1.00")], "700.00", "basic", "heating")
    scaled("scale.family", "Three persons", "600.00 + 2 x 200.00.", [], "1000.00", "basic", people=parent)
    scaled("scale.uncovered", "A scale kind no group covers", "The declared 83.00 is added to the flat 600.00.", [expense("x1", "commuting_own_vehicle", "83.00")], "683.00", "basic")
    scaled("capped.under", "Under the cap", "Declared 95.20 of the four kinds, cap 120.00.", [expense("x1", "water", "30.10"), expense("x2", "electricity", "65.10")], "95.20", "home")
    scaled("capped.over", "Over the cap", "Declared 205.00, cap 120.00 for the sum.", [expense("x1", "water", "80.00"), expense("x2", "electricity", "125.00")], "120.00", "home")
    scaled("capped.equal", "At the cap", "120.00 declared, 120.00 counted.", [expense("x1", "telephone", "120.00")], "120.00", "home")
    scaled("capped.nothing", "Nothing declared in a capped group", "Nothing counts.", [], "0.00", "home")
    scaled("capped.asked", "Capped, proof asked for and not given", "The scale takes the place of the whole group: 120.00, although 40.00 was declared.", [expense("x1", "water", "30.00", proof="given"), expense("x2", "electricity", "10.00", proof="asked_not_given")], "120.00", "home")
    scaled("real.declared", "Real, covered by a group", "Proved: what is declared counts, over or under the flat amount.", [expense("x1", "childcare", "412.00", proof="given")], "412.00", "school", people=parent)
    scaled("real.asked", "Real, proof asked for and not given", "2 x 90.00 in place of 412.00.", [expense("x1", "childcare", "412.00", proof="asked_not_given")], "180.00", "school", people=parent)
    scaled("real.asked_beside_proved", "Real, one expense proved and one not", "Only the expense without proof falls back on the scale (R. 731-3): the 800.00 proved pass the 90.00 of the group and stay.", [expense("x1", "childcare", "800.00", proof="given"), expense("x2", "schooling", "50.00", proof="asked_not_given")], "800.00", "school")
    scaled("real.asked_uncovered", "Real, unproved, and no group covers it", "No flat amount exists for rent: the declared amount stays.", [expense("x1", "rent", "500.00", proof="asked_not_given")], "500.00", "school")
    half = single(child(1, "alternating"))
    scaled("half_person.whole", "An alternating child is a whole person by default", "50.00 + 30.01, under the declared 90.00.", [expense("x1", "health", "90.00")], "80.01", "health", people=half)
    scaled("half_person.half", "An alternating child as half a person", "50.00 + 30.01 / 2 = 65.005, rounded half up to 65.01.", [expense("x1", "health", "90.00")], "65.01", "health", people=half, conventions={"alternating_child_for_expenses": "half"})
    scaled("persons.ascendant", "An ascendant at home is a person", "600.00 + 200.00.", [], "800.00", "basic", people=single(ascendants=[{"id": "g1", "own_resources": "900.00", "lives_with": True}]))
    scaled("persons.adult_child", "A child of 26 at home is a person", "600.00 + 200.00.", [], "800.00", "basic", people=single(child(1, years=26)))
    scaled("persons.couple", "The partner is a person", "600.00 + 200.00; the partner's share is shown apart.", [], "800.00", "basic", people=couple(own="0.00"))
    scaled("dated.before", "A scale that begins the next day", "Not in force: the declared amounts count.", [expense("x1", "food", "250.00")], "250.00", law_part=commission(since="2026-05-16"), advisories=NO_SCALE)
    two = {"overlays": [{"name": "commission", "expense_scale": [{"from": "2025-01-01", "lines": [{"id": "old", "covers": ["food"], "one_person": "500.00", "further_person": "1.00"}]}, {"from": "2026-01-01", "lines": [{"id": "new", "covers": ["food"], "one_person": "525.00", "further_person": "1.00"}]}]}]}
    scaled("dated.last", "The scale in force is the last one begun", "525.00 since January.", [expense("x1", "food", "250.00")], "525.00", law_part=two)
    scaled("accepted.real", "An expense accepted by decision", "412.00 declared, 300.00 accepted.", [expense("x1", "rent", "412.00")], "300.00", "school", decisions={"expenses_accepted": [{"expense": "x1", "amount": "300.00"}]})
    scaled("accepted.leaves_group", "An accepted line leaves its group", "Electricity accepted at 125.00; the other capped line, 80.00, stays under 120.00.", [expense("x1", "water", "80.00"), expense("x2", "electricity", "140.00")], "205.00", "home", decisions={"expenses_accepted": [{"expense": "x2", "amount": "125.00"}]})
    scaled("accepted.unproved", "An unproved line accepted by decision", "The decision prevails over the missing proof, and the rest of the group is at 30.00.", [expense("x1", "water", "30.00"), expense("x2", "electricity", "90.00", proof="asked_not_given")], "100.00", "home", decisions={"expenses_accepted": [{"expense": "x2", "amount": "70.00"}]})
    budget("accepted.plain", "An accepted amount without a scale", "The line shows both figures.", [expense("x1", "other", "412.00"), expense("x2", "rent", "500.00")], {"expenses": "800.00", "lines": [{"id": "x1", "declared": "412.00", "counted": "300.00"}, {"id": "x2", "declared": "500.00", "counted": "500.00"}]}, decisions={"expenses_accepted": [{"expense": "x1", "amount": "300.00"}]})
    budget("accepted.refused", "An expense accepted at nothing", "A refused expense counts 0.00.", [expense("x1", "other", "412.00")], {"expenses": "0.00"}, decisions={"expenses_accepted": [{"expense": "x1", "amount": "0.00"}]})


def bases():
    """On which basis a figure stands: the amounts are never changed."""
    benefit = [{"id": "r1", "kind": "wage", "amount": "1500.00"}, {"id": "r2", "kind": "housing_benefit", "amount": "210.00", "paid_to": "landlord"}]
    for basis in ("gross", "net_of_housing_benefit"):
        budget(f"basis.rent_{basis}", f"Rent {basis}, housing benefit paid to the landlord", "Both figures are taken as given; a benefit counted as a resource beside a rent net of it is for a notice, not for a correction.", [expense("x1", "rent", "600.00", rent_basis=basis)], {"resources": "1710.00", "expenses": "600.00"}, resources=benefit)
    for basis in ("before_withholding", "after_withholding"):
        wages = [{"id": "r1", "kind": "wage", "amount": "1500.00", "tax_basis": basis}]
        budget(f"basis.pay_{basis}", f"Pay {basis} beside an income-tax expense", "Both figures are taken as given.", [expense("x1", "income_tax", "80.00")], {"resources": "1500.00", "expenses": "80.00"}, resources=wages)
    for basis in ("current", "arrears"):
        budget(f"basis.maintenance_{basis}", f"Maintenance paid: {basis}", "The figure is taken as given.", [expense("x1", "maintenance_paid", "150.00", maintenance_basis=basis)], {"expenses": "150.00"})


def lone_filer():
    lines = [expense("x1", "rent", "700.00"), expense("x2", "childcare", "200.00"), expense("x3", "other", "150.00", of="a1")]
    people = lambda **more: {"applicants": [{"id": "a1"}], "partner": {"id": "p1", **more}}

    def filer(slug, title, reasoning, figures, partner, resources=None, law_part=None, expenses=None, blocks=("budget",), **more):
        budget(f"lone.{slug}", title, reasoning, expenses or lines, figures, people=people(**partner), resources=resources, law=PARTNER_LAW, law_part=law_part, blocks=blocks, **more)

    filer("contribution", "Contribution stated", "900.00 of common expenses less 350.00, plus 150.00 of personal ones.", {"resources": "2000.00", "common": "900.00", "personal": "150.00", "partner_contribution": "350.00", "expenses": "700.00"}, {"contribution": "350.00"})
    filer("contribution_wins", "A stated contribution prevails over the partner's resources", "Pro rata would give 300.00; 350.00 is what is paid.", {"partner_contribution": "350.00", "expenses": "700.00"}, {"contribution": "350.00", "own_resources": "1000.00"})
    filer("contribution_capped", "A contribution above the common expenses", "At most the common expenses: 900.00.", {"partner_contribution": "900.00", "expenses": "150.00"}, {"contribution": "1200.00"})
    filer("pro_rata", "Share by resources", "900.00 x 1 000 / 3 000 = 300.00.", {"partner_contribution": "300.00", "expenses": "750.00"}, {"own_resources": "1000.00"})
    filer("pro_rata_rounded", "Share by resources, rounded half up", "900.00 x 1 333.33 / 3 333.33 = 359.9994: 360.00.", {"partner_contribution": "360.00", "expenses": "690.00"}, {"own_resources": "1333.33"})
    filer("pro_rata_half", "Share by resources on an exact half cent", "900.01 x 1 / 2 = 450.005: 450.01.", {"partner_contribution": "450.01", "common": "900.01", "expenses": "600.00"}, {"own_resources": "2000.00"}, expenses=[expense("x1", "rent", "900.01"), expense("x3", "other", "150.00", of="a1")])
    filer("partner_nothing", "Partner without resources", "The share is nil.", {"partner_contribution": "0.00", "expenses": "1050.00"}, {"own_resources": "0.00"}, advisories=["capacity.lone_filer"])
    filer("nobody", "Neither has resources", "Nothing to share by: 0.00.", {"resources": "0.00", "partner_contribution": "0.00", "expenses": "1050.00"}, {"own_resources": "0.00"}, resources=[{"id": "r1", "kind": "wage", "amount": "0.00"}])
    filer("unknown", "Nothing known of the partner", "No contribution is guessed; a notice says so.", {"partner_contribution": "0.00", "expenses": "1050.00"}, {}, advisories=["budget.partner_contribution_unknown", "capacity.lone_filer"])
    filer("with_contribution", "Convention: the contribution is a resource", "2 000.00 + 300.00; all the expenses.", {"resources": "2300.00", "expenses": "1050.00", "partner_contribution": "300.00"}, {"own_resources": "1000.00"}, conventions={"lone_filer_base": "with_contribution"})
    filer("with_scale", "The flat amounts of the household are common", "600.00 + 200.00 for two, plus 700.00 of rent; half of it is the partner's.", {"common": "1500.00", "personal": "150.00", "partner_contribution": "750.00", "expenses": "900.00"}, {"own_resources": "2000.00"}, law_part=only("basic"), expenses=[expense("x1", "rent", "700.00"), expense("x3", "other", "150.00", of="a1")], blocks=("budget.resources", "budget.expenses"))
    filer("accepted_personal", "A personal expense accepted in part", "150.00 becomes 50.00; the common share is untouched.", {"personal": "50.00", "partner_contribution": "300.00", "expenses": "650.00"}, {"own_resources": "1000.00"}, decisions={"expenses_accepted": [{"expense": "x3", "amount": "50.00"}]})


def build():
    treatments()
    groups()
    bases()
    lone_filer()
