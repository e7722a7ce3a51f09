"""fr/capacity: the ceilings, which one binds, what is decided."""

from .common import CAPACITY, ORACLE, add, child, children, couple, request, single

FOLDER = "fr/capacity"
WANT = ["household", "budget", "capacity"]


def lines(amount, expenses):
    facts = {"resources": [{"id": "r1", "kind": "wage", "amount": amount}]}
    facts["expenses"] = [{"id": "x1", "kind": "other", "amount": expenses}] if expenses else []
    return facts


def capacity(slug, title, reasoning, on, amount, expenses, figures, people=None, law=CAPACITY, advisories=None, blocks=("capacity",), extra=None, facts=None, territory=None, published=None, origin=ORACLE, **parts):
    document = request(on, WANT, territory=territory, household=people or single(), **(facts or lines(amount, expenses)), **parts)
    expect = {"capacity": figures, **(extra or {})}
    if advisories is not None:
        decided = "retained" in parts.get("decisions", {})
        expect["advisories"] = [{"name": name} for name in ([] if decided else ["capacity.maximum"]) + advisories]
    add(FOLDER, slug, title, law, reasoning, document, expect, blocks, origin, published)


def ceilings():
    capacity("binds.budget", "The budget binds", "1 640.00 - 1 483.00 = 157.00, under the scale's 287.78 (file T6, Ain commission, 2024).", "2024-06-25", "1640.00", "1483.00", {"retained": "157.00", "binds": ["budget"], "ceilings": {"budget": "157.00", "scale_amount": "287.78", "household_rsa": "1004.29"}, "left_to_live": "1483.00", "label": "maximum"}, advisories=[])
    capacity("binds.scale", "The scale binds: 700.00 alone in 2025", "Scale 51.50; 700.00 - 646.52 = 53.48.", "2025-06-15", "700.00", None, {"retained": "51.50", "binds": ["scale_amount"], "ceilings": {"budget": "700.00", "scale_amount": "51.50", "household_rsa": "53.48"}, "legal_maximum": "51.50", "minimum_to_leave": "648.50"})
    capacity(
        "binds.household_rsa",
        "The household's RSA binds: 1 400.00, couple with two children, 2025",
        "1 400.00 - 2.1 x 646.52 (1 357.692, so 1 357.69) = 42.31, far under the scale amount.",
        "2025-06-15",
        "1400.00",
        None,
        {"retained": "42.31", "binds": ["household_rsa"], "ceilings": {"household_rsa": "42.31"}, "minimum_to_leave": "1357.69"},
        people=couple(*children(2), own="0.00"),
        published={"amount": "42.30", "source": "table of household amounts of April 2025, one publisher (1 357.70)", "reason": "That table adds rounded steps; the amount is rounded once here."},
        facts=lines("1400.00", None),
    )
    capacity("binds.all_budget_scale", "Two ceilings at the same amount", "Expenses chosen so that the budget leaves 234.76, the scale amount of 1 500.00.", "2026-05-15", "1500.00", "1265.24", {"retained": "234.76", "binds": ["budget", "scale_amount"]})
    capacity("c1", "660.00 in May 2026, one person", "Scale 47.33; 660.00 - 651.69 = 8.31.", "2026-05-15", "660.00", None, {"retained": "8.31", "binds": ["household_rsa"], "ceilings": {"scale_amount": "47.33", "household_rsa": "8.31"}})
    capacity("court.2025", "2 292.43 - 628.40 - 1 183.00 - 79.90", "401.13 by the budget; the scale leaves more (the retained amount was lower still).", "2025-06-19", "2292.43", "1891.30", {"retained": "401.13", "binds": ["budget"]})
    capacity("court.paris", "Paris court, 2025: 1 876.33 - 1 361.45", "Budget 514.88; the court's 381.94 is the scale amount of 1 855, not of the stated resources.", "2025-06-27", "1876.33", "1361.45", {"ceilings": {"budget": "514.88", "scale_amount": "396.16"}, "binds": ["scale_amount"]}, published={"amount": "381.94", "source": "TJ Paris, 27 June 2025, n° 25/00185", "reason": "The base that gives it, 1 855, is not the resources stated."})
    capacity("dependants", "Scale dependants and RSA household are two counts", "A working partner: no dependant, yet two adults in the RSA: 1.5 x 651.69 = 977.54.", "2026-05-15", "1500.00", "200.00", {"ceilings": {"scale_amount": "234.76", "household_rsa": "522.46"}}, people=couple(own="1500.00"), blocks=("capacity.ceilings", "household"))
    capacity("benefits", "Benefits that cannot be seized are resources", "All resources of the household enter the base.", "2026-05-15", None, None, {"resources": "1550.00"}, facts={"resources": [{"id": "r1", "kind": "disability_allowance", "amount": "1000.00"}, {"id": "r2", "kind": "family_benefits", "amount": "150.00"}, {"id": "r3", "kind": "rsa", "amount": "400.00"}], "expenses": []})
    both = {"applicants": [{"id": "a1"}, {"id": "a2"}]}
    wages = {"resources": [{"id": "r1", "kind": "wage", "amount": "1400.00", "of": "a1"}, {"id": "r2", "kind": "wage", "amount": "900.00", "of": "a2"}], "expenses": [{"id": "x1", "kind": "rent", "amount": "1500.00"}]}
    capacity("joint", "Two applicants: one scale on the sum", "2 300.00 once through the scale, not 1 400 and 900 apart.", "2026-05-15", None, None, {"resources": "2300.00", "ceilings": {"scale_amount": "721.43", "budget": "800.00"}, "binds": ["scale_amount"]}, people=both, facts=wages)
    capacity("mayotte", "Mayotte, May 2025", "One-person RSA there 323.26; single parent, one child: 484.89.", "2025-05-15", "800.00", "300.00", {"ceilings": {"household_rsa": "315.11"}}, people=single(child(1)), territory="mayotte", law=CAPACITY + ["CASF R. 542-6"])
    capacity("old_date", "July 2009, one of the first months of the RSA", "RSA 454.63; scale of 2009.", "2009-07-15", "1200.00", "700.00", {"ceilings": {"household_rsa": "745.37"}})


def nil_and_negative():
    capacity("negative", "Expenses above the resources", "1 200.00 - 1 350.00: the sign is kept, the instalment is 0.00.", "2026-05-15", "1200.00", "1350.00", {"signed": "-150.00", "computed": "0.00", "retained": "0.00", "binds": ["budget"], "left_to_live": "1200.00", "ceilings": {"budget": "-150.00"}}, advisories=["capacity.nil"])
    capacity("nil.budget", "Expenses equal to the resources", "Nothing is left; nothing is owed.", "2026-05-15", "1200.00", "1200.00", {"signed": "0.00", "retained": "0.00", "binds": ["budget"]}, advisories=["capacity.nil"])
    capacity("negative.rsa", "Resources under the RSA", "500.00 - 651.69 = -151.69; the legal maximum is nil.", "2026-05-15", "500.00", "100.00", {"signed": "-151.69", "legal_maximum": "0.00", "minimum_to_leave": "500.00", "binds": ["household_rsa"]}, advisories=["capacity.nil"])
    capacity("nothing", "No resource at all", "0.00 of scale, -651.69 against the RSA.", "2026-05-15", None, None, {"signed": "-651.69", "resources": "0.00", "left_to_live": "0.00"}, advisories=["capacity.nil"], facts={"resources": [], "expenses": []})
    capacity("one_cent", "A capacity of one cent", "Variants are rounded down: 0.01, 0.00, 0.00.", "2026-05-15", "1500.00", "1499.99", {"retained": "0.01", "variants": [{"percent": 100, "amount": "0.01", "left_to_live": "1499.99"}, {"percent": 95, "amount": "0.00", "left_to_live": "1500.00"}, {"percent": 90, "amount": "0.00", "left_to_live": "1500.00"}]}, advisories=[])
    capacity("variants", "Variants of 95 and 90 % are rounded down", "234.76 x 0.95 = 223.022; x 0.90 = 211.284.", "2026-05-15", "1500.00", "1000.00", {"variants": [{"percent": 100, "amount": "234.76", "left_to_live": "1265.24"}, {"percent": 95, "amount": "223.02", "left_to_live": "1276.98"}, {"percent": 90, "amount": "211.28", "left_to_live": "1288.72"}]})


def main_home():
    law = ["C. conso. L. 731-2", "C. conso. R. 731-1"]
    consent = {"main_home": {"written_consent": True}}
    capacity("home.consent", "Written consent to keep the main home: the scale no longer binds", "Budget 700.00; scale 234.76 set aside; 1 500.00 - 651.69 = 848.31.", "2026-05-15", "1500.00", "800.00", {"retained": "700.00", "binds": ["budget"], "legal_maximum": "848.31", "minimum_to_leave": "651.69"}, law=law, decisions=consent)
    capacity("home.rsa_stays", "Consent never lifts the RSA floor", "Budget 1 400.00; 848.31 binds.", "2026-05-15", "1500.00", "100.00", {"retained": "848.31", "binds": ["household_rsa"]}, law=law, decisions=consent)
    capacity("home.refused", "Consent stated as not given", "The scale binds as usual.", "2026-05-15", "1500.00", "100.00", {"retained": "234.76", "binds": ["scale_amount"], "legal_maximum": "234.76"}, law=law, decisions={"main_home": {"written_consent": False}})
    capacity("home.below_rsa", "Consent and resources under the RSA", "Nothing can be taken.", "2026-05-15", "600.00", "0.01", {"retained": "0.00", "signed": "-51.69", "legal_maximum": "0.00"}, law=law, decisions=consent, advisories=["capacity.nil"])


def decided():
    law = CAPACITY + ["C. conso. L. 731-3"]
    capacity("decided.below", "An amount decided under the ceilings", "200.00 retained of 234.76: left to live 1 300.00; no variants.", "2026-05-15", "1500.00", "1000.00", {"label": "decided", "retained": "200.00", "computed": "234.76", "left_to_live": "1300.00"}, law=law, decisions={"retained": "200.00"}, advisories=[])
    capacity("decided.above_budget", "Above the computed amount, within the legal maximum", "Budget 100.00, maximum 234.76, decided 150.00.", "2026-05-15", "1500.00", "1400.00", {"label": "decided", "retained": "150.00", "computed": "100.00", "legal_maximum": "234.76", "left_to_live": "1350.00"}, law=law, decisions={"retained": "150.00"}, advisories=["capacity.decided_above_computed"])
    capacity("decided.above_maximum", "Above the legal maximum", "300.00 decided: both notices, and the figure is still the decision's.", "2026-05-15", "1500.00", "1000.00", {"label": "decided", "retained": "300.00", "legal_maximum": "234.76", "left_to_live": "1200.00"}, law=law, decisions={"retained": "300.00"})
    capacity("decided.zero", "Nothing retained by decision", "0.00 is a decision too.", "2026-05-15", "1500.00", "1000.00", {"label": "decided", "retained": "0.00", "computed": "234.76", "left_to_live": "1500.00"}, law=law, decisions={"retained": "0.00"}, advisories=[])
    capacity("decided.equal", "The maximum decided", "234.76 decided: no notice.", "2026-05-15", "1500.00", "1000.00", {"label": "decided", "retained": "234.76"}, law=law, decisions={"retained": "234.76"}, advisories=[])


def observed():
    practice = {"preset": "observed_2024"}
    for slug, amount, on, observed_amount, exact_amount, source in (
        ("riom", "1328.16", "2024-09-18", "189.92", "189.96", "CA Riom, 18 September 2024"),
        ("somme_base", "2082.52", "2024-07-16", "546.61", "546.96", "Somme commission, sitting of 16 July 2024"),
    ):
        capacity(f"observed.{slug}", f"Whole-euro base: {amount}", "The practice seen in files drops the cents of the resources before the scale and keeps those of the scale amount. Shown for one person: of the file only the base and the share are known here.", on, amount, None, {"ceilings": {"scale_amount": observed_amount}}, conventions=practice, blocks=("capacity.ceilings",), extra={"conventions": {"scale_base": "whole_euro"}}, published={"amount": observed_amount, "source": source, "reason": "Agrees on the whole-euro base."}, origin="published figure, recomputed by " + ORACLE)
        capacity(f"observed.{slug}_exact", f"The same base, exact: {amount}", "The statutory default keeps the cents of the resources.", on, amount, None, {"ceilings": {"scale_amount": exact_amount}}, blocks=("capacity.ceilings",), extra={"conventions": {"scale_base": "exact"}}, published={"amount": observed_amount, "source": source, "reason": "The file was made on whole euros, 2082 or 1328."})
    for amount, on, share, source in (("1855.99", "2025-06-27", "381.94", "Paris court, 2025"), ("2043.01", "2025-06-23", "507.28", "Saint-Étienne court, 2025")):
        capacity(f"observed.{amount[:4]}", f"Any resources from {amount[:4]}.00 to {amount[:4]}.99", "Truncated, never rounded to the nearest euro; only the base is inferred from the stated share.", on, amount, None, {"ceilings": {"scale_amount": share}}, conventions=practice, blocks=("capacity.ceilings",), published={"amount": share, "source": source, "reason": "Agrees on the inferred base."}, origin="published figure, recomputed by " + ORACLE)
    capacity("observed.other_ceilings", "The whole-euro base touches the scale only", "Budget and RSA keep the cents: 1 500.99 - 1 000.00 and 1 500.99 - 651.69.", "2026-05-15", "1500.99", "1000.00", {"ceilings": {"budget": "500.99", "scale_amount": "234.76", "household_rsa": "849.30"}, "resources": "1500.99"}, conventions={"scale_base": "whole_euro"})
    somme = single(child(1, "alternating", 10))
    choices = {"preset": "observed_2024", "scale_dependants": "decided"}
    facts = {"resources": [{"id": "r1", "kind": "wage", "amount": "2082.52"}], "expenses": [{"id": "x1", "kind": "other", "amount": "1487.01"}]}
    source = "Somme commission, sitting of 16 July 2024"
    capacity("somme.maximum", "Somme file: decided dependants, whole-euro base", "A child in alternating residence and no dependant: a decision of that commission, not a rule. Scale 546.61; budget 595.51.", "2024-07-16", None, None, {"computed": "546.61", "binds": ["scale_amount"], "ceilings": {"budget": "595.51", "scale_amount": "546.61"}}, people=somme, facts=facts, conventions=choices, decisions={"scale_dependants": 0}, published={"amount": "546.61", "source": source, "reason": "Agrees with the decided dependants and the whole-euro base."})
    capacity("somme.retained", "Somme file: the amount retained", "429.27 retained, far under both ceilings.", "2024-07-16", None, None, {"retained": "429.27", "left_to_live": "1653.25", "label": "decided"}, people=somme, facts=facts, conventions=choices, decisions={"scale_dependants": 0, "retained": "429.27"}, published={"amount": "429.27", "source": source, "reason": "A decision, below what is computed."}, advisories=[])
    capacity("somme.rule", "Somme file under the rule", "With R. 3252-3 and the default convention the child counts: the scale amount is lower.", "2024-07-16", None, None, {"ceilings": {"budget": "595.51"}}, people=somme, facts=facts)


def lone_filer():
    law = CAPACITY + ["Cass. 8 December 2011 n° 10-24.220"]
    people = {"applicants": [{"id": "a1"}], "partner": {"id": "p1", "own_resources": "1000.00"}}
    facts = {"resources": [{"id": "r1", "kind": "wage", "amount": "2000.00"}], "expenses": [{"id": "x1", "kind": "rent", "amount": "900.00"}, {"id": "x2", "kind": "other_insurance", "amount": "150.00", "of": "a1"}]}
    capacity("lone.own", "A lone filer's own resources are the base", "2 000.00 for the scale; expenses 900.00 - 300.00 + 150.00; RSA of two adults, 977.54.", "2026-05-15", None, None, {"ceilings": {"budget": "1250.00", "scale_amount": "471.71", "household_rsa": "1022.46"}, "binds": ["scale_amount"]}, people=people, facts=facts, law=law, blocks=("capacity", "budget"))
    capacity("lone.with_contribution", "Convention: the contribution is added to the base", "2 300.00 for the scale; same budget ceiling, other ceilings higher.", "2026-05-15", None, None, {"ceilings": {"budget": "1250.00", "scale_amount": "721.43", "household_rsa": "1322.46"}}, people=people, facts=facts, law=law, conventions={"lone_filer_base": "with_contribution"}, blocks=("capacity", "budget"))


def overlay():
    law_part = {"overlays": [{"name": "reform", "garnishment_scale": [{"from": "2026-03-01", "thresholds": [5000, 9000, 13500, 18000, 22500, 27000], "increment": 1800}], "rsa": [{"from": "2026-03-01", "area": "general", "amount": "700.00"}]}]}
    capacity("overlay", "A reform simulated: scale and RSA", "Made-up figures: 222.92 on 1 500.00. The RSA entry of 1 March gives way to the decree of 1 April.", "2026-05-15", "1500.00", "1000.00", {"ceilings": {"scale_amount": "222.92", "household_rsa": "848.31"}}, law=CAPACITY, **{"facts": {**lines("1500.00", "1000.00"), "law": law_part}})
    capacity("overlay.march", "The same reform in March", "The made-up RSA is in force: 1 500.00 - 700.00.", "2026-03-15", "1500.00", "1000.00", {"ceilings": {"scale_amount": "222.92", "household_rsa": "800.00"}}, **{"facts": {**lines("1500.00", "1000.00"), "law": law_part}})


def build():
    ceilings()
    nil_and_negative()
    main_home()
    decided()
    observed()
    lone_filer()
    overlay()
