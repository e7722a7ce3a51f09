"""fr/household: dependants of the scale and household of the RSA, two separate counts."""

from .common import RSA, add, child, couple, request, single

FOLDER = "fr/household"
DEPENDANT = ["C. trav. R. 3252-3"]
BOTH = DEPENDANT + RSA
ON = "2026-05-15"  # one-person RSA 651.69


def count(slug, title, reasoning, people, dependants=None, coefficient=None, law=BOTH, on=ON, advisories=None, persons=None, amount=None, territory=None, **parts):
    expect = {"household": {}}
    if dependants is not None:
        expect["household"]["scale_dependants"] = dependants
    if coefficient is not None:
        expect["household"]["rsa"] = {"coefficient": coefficient}
    if amount is not None:
        expect["household"].setdefault("rsa", {})["amount"] = amount
    if persons is not None:
        expect["household"]["persons"] = persons
    if advisories is not None:
        expect["advisories"] = [{"name": name} for name in advisories]
    document = request(on, ["household"], territory=territory, household=people, **parts)
    add(FOLDER, slug, title, law, reasoning, document, expect, ("household",))


def ascendant(number, own, **more):
    return {"id": f"g{number}", "own_resources": own, **more}


def pair(*children):
    return {"applicants": [{"id": "a1"}, {"id": "a2"}], **({"children": list(children)} if children else {})}


def earns(**amounts):
    return [{"id": f"r_{who}", "kind": "wage", "amount": amount, "of": who} for who, amount in amounts.items()]


def adults():
    count("single", "One applicant alone", "Nobody depends; coefficient 1.", single(), "0", "1", persons="1", advisories=[])
    count("partner.below", "Partner one cent below the one-person RSA", "651.68 is under 651.69: a dependant; two persons, 1.5.", couple(own="651.68"), "1", "1.5", persons="2", advisories=[])
    count("partner.equal", "Partner exactly at the one-person RSA", "Equal is not below: no dependant.", couple(own="651.69"), "0", "1.5", advisories=[])
    count("partner.above", "Partner above the one-person RSA", "A working partner is no dependant, and still counts in the RSA household.", couple(own="1300.00"), "0", "1.5", advisories=[])
    count("partner.zero", "Partner without resources", "0.00 is stated: a dependant.", couple(own="0.00"), "1", "1.5", advisories=[])
    count("partner.unknown", "Partner whose resources are not stated", "A dependant is counted on proof only: not counted, and the answer says so.", couple(own=None), "0", "1.5", advisories=["household.partner_resources_unknown"])
    count("applicants.both_above", "Two applicants, both above the RSA", "Nobody depends on the other.", pair(), "0", "1.5", resources=earns(a1="1500.00", a2="900.00"))
    count("applicants.second_below", "Two applicants, the second below the RSA", "500.00 of own resources: a dependant of the first.", pair(), "1", "1.5", resources=earns(a1="1500.00", a2="500.00"))
    count("applicants.first_below", "Two applicants, the first below the RSA", "The rule looks at either of them.", pair(), "1", "1.5", resources=earns(a1="500.00", a2="1500.00"))
    count("applicants.both_below", "Two applicants, both below the RSA", "They cannot both depend on each other: one counts.", pair(), "1", "1.5", resources=earns(a1="500.00", a2="300.00"))
    common = earns(a1="1500.00", a2="400.00") + [{"id": "r_f", "kind": "family_benefits", "amount": "600.00"}]
    count("applicants.family_benefits", "Family benefits belong to neither applicant", "Own resources of the second stay at 400.00: below the RSA.", pair(child(1), child(2)), "3", "2.1", resources=common)
    several = [
        {"id": "r1", "kind": "wage", "amount": "400.00", "of": "a2"},
        {"id": "r2", "kind": "unemployment_benefit", "amount": "251.69", "of": "a2"},
        {"id": "r3", "kind": "wage", "amount": "1500.00", "of": "a1"},
    ]
    count("applicants.sum_of_lines", "Own resources are the sum of an applicant's lines", "400.00 + 251.69 = 651.69: not below.", pair(), "0", "1.5", resources=several)


def children():
    count("child.full", "A child in full custody", "One dependant and the second person's uplift of 0.5.", single(child(1)), "1", "1.5", persons="2", advisories=[])
    count("child.visiting", "A child with visiting rights", "Neither count.", single(child(1, "visiting")), "0", "1", persons="1", advisories=[])
    count("child.elsewhere", "A child who lives elsewhere, no maintenance", "Neither count.", single(child(1, "elsewhere")), "0", "1", persons="1", advisories=[])
    count("child.elsewhere_maintenance", "A child elsewhere for whom maintenance is paid", "A dependant of the scale; not in the RSA household.", single(child(1, "elsewhere", maintenance_paid=True)), "1", "1", persons="1", advisories=[])
    count("child.visiting_maintenance", "A visiting child for whom maintenance is paid", "A dependant of the scale; not in the RSA household.", single(child(1, "visiting", maintenance_paid=True)), "1", "1", advisories=[])
    count("child.adult_maintenance", "A child of 30 for whom maintenance is paid", "The maintenance rule names no age.", single(child(1, "elsewhere", 30, maintenance_paid=True)), "1", "1", advisories=[])
    count("child.alternating_maintenance", "An alternating child for whom maintenance is paid", "Counts once for the scale whatever the convention; half the uplift in the RSA.", single(child(1, "alternating", maintenance_paid=True)), "1", "1.25", conventions={"alternating_child_for_scale": "none"})
    count("child.15", "A child of 15", "Entitled to family benefits, nothing presumed.", single(child(1, years=15)), "1", "1.5", advisories=[])
    count("child.16", "A child of 16, benefits not stated", "Counted, with a notice that the right was presumed.", single(child(1, years=16)), "1", "1.5", advisories=["household.family_benefits_presumed"])
    count("child.19", "A child of 19, benefits not stated", "Counted, with the notice.", single(child(1, years=19)), "1", "1.5", advisories=["household.family_benefits_presumed"])
    count("child.17_stated", "A child of 17, benefits stated", "The fact leaves no notice.", single(child(1, years=17, family_benefits=True)), "1", "1.5", advisories=[])
    count("child.17_denied", "A child of 17 who no longer opens the right", "Not a dependant of the scale; still under 25 in the RSA.", single(child(1, years=17, family_benefits=False)), "0", "1.5", advisories=[])
    count("child.20", "A child of 20 at home", "No family benefits; under 25 in the RSA household.", single(child(1, years=20)), "0", "1.5", advisories=[])
    count("child.24", "A child of 24 at home", "The last year in the RSA household.", single(child(1, years=24)), "0", "1.5", advisories=[])
    count("child.25", "A child of 25 at home", "Neither count, but a person of the household's expenses.", single(child(1, years=25)), "0", "1", persons="2", advisories=[])
    for born, years, dependants in (("2006-05-16", 19, "1"), ("2006-05-15", 20, "0")):
        kid = {"id": "k1", "born_on": born, "custody": "full"}
        count(f"child.born.{born}", f"Born on {born}: {years} years old on {ON}", "Completed years on the day of assessment.", single(kid), dependants, "1.5")
    count("child.born.25", "Twenty-five on the very day", "Born 15 May 2001: 25 on 15 May 2026, out of the RSA household.", single({"id": "k1", "born_on": "2001-05-15", "custody": "full"}), "0", "1")
    count("child.born.24", "Twenty-five the next day", "Born 16 May 2001: still 24.", single({"id": "k1", "born_on": "2001-05-16", "custody": "full"}), "0", "1.5")
    count("child.three", "One parent, three children", "0.5 + 0.3, then 0.4 for the third child.", single(child(1), child(2), child(3)), "3", "2.2", amount="1433.72", persons="4")
    count("child.three_couple", "Couple, three children", "0.5 for the partner, 0.3, 0.3, then 0.4.", couple(child(1), child(2), child(3)), "3", "2.5", amount="1629.23", persons="5")
    count("uplift.none", "A child in full custody whose uplift is agreed to the other home", "The stated share prevails over custody.", single(child(1, rsa_uplift="none")), "1", "1")
    count("uplift.half", "A child in full custody, half uplift stated", "Half of 0.5.", single(child(1, rsa_uplift="half")), "1", "1.25")
    count("uplift.whole", "An alternating child, whole uplift ruled", "The stated share prevails over the half of alternating custody.", single(child(1, "alternating", rsa_uplift="whole")), "1", "1.5")
    count("uplift.elsewhere", "A child elsewhere, half uplift stated", "The stated share prevails.", single(child(1, "elsewhere", rsa_uplift="half")), "0", "1.25")


def alternating():
    one = single(child(1, "alternating"))
    law = BOTH + ["CE 21 July 2017 n° 398911"]
    count("alternating.default", "Alternating custody, default", "Whole dependant for the scale; half of 0.5 in the RSA: 1.25 x 651.69 = 814.61.", one, "1", "1.25", law=law, amount="814.61", persons="2")
    for option, dependants in (("counts", "1"), ("half", "0.5"), ("none", "0")):
        count(f"alternating.{option}", f"Alternating custody, convention {option}", "No text settles the scale; the RSA is the same whatever the convention.", one, dependants, "1.25", law=law, conventions={"alternating_child_for_scale": option})
    for share, dependants in (("whole", "1"), ("half", "0.5"), ("none", "0")):
        count(f"alternating.decided_{share}", f"Alternating custody, decided: {share}", "The decision on this child is applied.", one, dependants, "1.25", law=law, conventions={"alternating_child_for_scale": "decided"}, decisions={"alternating_children": [{"child": "k1", "share": share}]})
    two = single(child(1, "alternating"), child(2, "alternating"))
    count("alternating.two_decided", "Two alternating children decided differently", "1 + 0.5 for the scale; 0.25 + 0.15 in the RSA.", two, "1.5", "1.4", law=law, conventions={"alternating_child_for_scale": "decided"}, decisions={"alternating_children": [{"child": "k2", "share": "half"}, {"child": "k1", "share": "whole"}]})
    count("alternating.twenty", "An alternating child of 20", "Not entitled: no dependant; half uplift in the RSA.", single(child(1, "alternating", 20)), "0", "1.25", law=law)
    mixed = single(child(1, "alternating"), child(2), child(3))
    count("alternating.after_full", "Full-custody children are ranked first", "0.5 and 0.3 for the two full children; the alternating one is third: half of 0.4.", mixed, "3", "2", law=law)
    count("alternating.before_full", "Convention: alternating children are ranked first", "Half of 0.5 for the alternating child; then 0.3 and, third, 0.4.", mixed, "3", "1.95", law=law, conventions={"alternating_child_rank": "before_full"})
    pair_mixed = couple(child(1), child(2, "alternating"), child(3, "alternating"))
    count("alternating.couple_after", "Couple, one full and two alternating children", "0.5; 0.3; 0.15; half of 0.4 for the third.", pair_mixed, "3", "2.15", law=law)
    count("alternating.couple_before", "The same, alternating children first", "0.5; 0.15; 0.15; 0.4 for the full child, third.", pair_mixed, "3", "2.2", law=law, conventions={"alternating_child_rank": "before_full"})
    count("alternating.persons_half", "Convention: an alternating child is half a person of the expenses", "1 + 1/2 persons.", one, law=law, persons="1.5", conventions={"alternating_child_for_expenses": "half"})
    four = couple(child(1), child(2), child(3), child(4, "alternating"))
    count("mayotte.fourth_half", "Mayotte: the fourth child, alternating", "0.5; 0.3 three times; half of 0.1: 2.45 x 323.26 = 791.99.", four, "4", "2.45", law=["CASF R. 542-6", "CE 21 July 2017 n° 398911"], on="2025-05-15", territory="mayotte", amount="791.99")
    count("mayotte.fourth", "Mayotte: four children", "The third child has 0.3 there, the fourth 0.1: 2.5 x 323.26 = 808.15.", couple(child(1), child(2), child(3), child(4)), "4", "2.5", law=["CASF R. 542-6"], on="2025-05-15", territory="mayotte", amount="808.15")
    count("mayotte.partner", "Mayotte: the partner is compared with Mayotte's amount", "330.00 is above 323.26: no dependant, though under the national 646.52.", couple(own="330.00"), "0", "1.5", on="2025-05-15", territory="mayotte")


def ascendants():
    for slug, own, more, dependants, persons, why in (
        ("lives_below", "400.00", {"lives_with": True}, "1", "2", "Below the RSA and living with the debtor."),
        ("maintained_below", "400.00", {"maintained": True}, "1", "1", "Below the RSA and maintained."),
        ("both", "400.00", {"lives_with": True, "maintained": True}, "1", "2", "Counts once."),
        ("lives_above", "651.69", {"lives_with": True}, "0", "2", "Not below the RSA."),
        ("neither", "400.00", {}, "0", "1", "Neither living with nor maintained by the debtor."),
    ):
        people = single(ascendants=[ascendant(1, own, **more)])
        count(f"ascendant.{slug}", f"Ascendant: {why}", why + " Never in the RSA household.", people, dependants, "1", persons=persons, advisories=[])
    everyone = couple(child(1), child(2, "elsewhere", maintenance_paid=True), child(3, "alternating"), own="200.00", ascendants=[ascendant(1, "0.00", lives_with=True)])
    count("everyone", "Partner, three children, an ascendant", "Scale: partner, three children, ascendant: 5. RSA: 1.5 + 0.3 + 0.15. Persons: 2 + 1 + 1 + 1.", everyone, "5", "1.95", persons="5")


def conventions():
    people = couple(child(1), child(2), own="100.00")
    count("scale_none", "Convention: no dependant for the scale", "The RSA household does not move.", people, "0", "2.1", conventions={"scale_dependants": "none"})
    count("scale_decided", "Convention: dependants decided", "The decision takes the place of the count.", people, "1.5", "2.1", conventions={"scale_dependants": "decided"}, decisions={"scale_dependants": "1.5"})
    resolved = {"scale_base": "exact", "scale_dependants": "r3252_3", "alternating_child_for_scale": "counts", "alternating_child_rank": "after_full", "alternating_child_for_expenses": "whole", "lone_filer_base": "own_resources"}
    document = request(ON, ["household"], household=single())
    add(FOLDER, "conventions.default", "Default conventions are echoed", ["C. trav. R. 3252-3"], "Every answer names the options it was made with.", document, {"conventions": resolved}, ("household.rsa",))
    document = request(ON, ["household"], household=single(), conventions={"preset": "observed_2024"})
    add(FOLDER, "conventions.observed", "Preset observed_2024", ["C. conso. R. 731-1"], "The preset changes the base of the scale only.", document, {"conventions": {**resolved, "scale_base": "whole_euro"}}, ("household.rsa",))
    document = request(ON, ["household"], household=single(), conventions={"preset": "observed_2024", "scale_base": "exact"})
    add(FOLDER, "conventions.preset_overridden", "An option given beside a preset prevails", ["C. conso. R. 731-1"], "The preset fills only what is not given.", document, {"conventions": resolved}, ("household.rsa",))


def build():
    adults()
    children()
    alternating()
    ascendants()
    conventions()
