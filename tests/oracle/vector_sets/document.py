"""document: what is refused and with which errors, what is answered with a notice."""

import json

import oracle

from .common import ORACLE, SCALE, add, child, couple, pick, record, refuse, request, salary, single

FOLDER = "document"
ON = "2026-05-15"
WANT = ["garnishment"]


def text(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def wage_request(net="1500.00", dependants=0, on=ON, **parts):
    return request(on, WANT, **parts, garnishment=salary(net, dependants))


def case_request(household=None, resources=None, expenses=None, **parts):
    return request(
        ON,
        ["household", "budget", "capacity"],
        household=household or single(),
        resources=resources if resources is not None else [{"id": "r1", "kind": "wage", "amount": "1500.00"}],
        expenses=expenses if expenses is not None else [],
        **parts,
    )


def bad(slug, title, reasoning, errors, document=None, **raw):
    listed = [errors] if isinstance(errors, tuple) else errors
    refuse(FOLDER, slug, title, reasoning, listed, document, **raw)


NET = "garnishment.payers[0].net"


def whole_documents():
    bad("empty", "Empty document", "No byte at all.", ("document.empty", ""), request_text="")
    bad("blank", "Nothing but white space", "White space holds no document.", ("document.empty", ""), request_text=" \n\t \r\n")
    bad("syntax.truncated", "Truncated JSON", "The document stops inside an object.", ("document.syntax", ""), request_text=text(wage_request())[:-20])
    bad("syntax.trailing", "Two documents in one", "Something follows the first value.", ("document.syntax", ""), request_text=text(wage_request()) + "{}")
    bad("syntax.comma", "A trailing comma", "Not JSON.", ("document.syntax", ""), request_text='{"schema":"apurement/1",}')
    bad("syntax.word", "Not JSON at all", "A bare word.", ("document.syntax", ""), request_text="bonjour")
    bad("syntax.nan", "A bare NaN", "JSON has no NaN.", ("document.syntax", ""), request_text=text(wage_request()).replace('"1500.00"', "NaN"))
    bad("syntax.infinity", "A bare Infinity", "JSON has no Infinity.", ("document.syntax", ""), request_text=text(wage_request()).replace('"1500.00"', "-Infinity"))
    bad("syntax.leading_zero", "A number with a leading zero", "Not a JSON number.", ("document.syntax", ""), request_text=text(wage_request()).replace('"1500.00"', "01500"))
    bad("syntax.plus", "A number with a plus sign", "Not a JSON number.", ("document.syntax", ""), request_text=text(wage_request()).replace('"1500.00"', "+1500"))
    bad("syntax.comment", "A comment", "JSON has no comments.", ("document.syntax", ""), request_text="/* case */" + text(wage_request()))
    bad("syntax.control", "A control character inside a string", "It must be escaped in JSON.", ("document.syntax", ""), request_text='{"schema":"apurement\n/1"}')
    bad("not_utf8", "A byte that is not UTF-8", "0xFF never occurs in UTF-8.", ("document.not_utf8", ""), request_hex=b'{"schema":"apurement/1\xff"}'.hex())
    bad("not_utf8.truncated", "A character cut in its middle", "0xC3 alone at the end.", ("document.not_utf8", ""), request_hex=b'{"schema":"\xc3'.hex())
    bad("too_large", "A document of 10 MB", "Requests hold 2 MiB at most.", ("document.too_large", ""), request_repeat={"text": '"0123456789', "times": 1000000})
    bad("too_deep.arrays", "A hundred nested lists", "Depth 32 at most.", ("document.too_deep", ""), request_repeat={"text": "[", "times": 100})
    bad("too_deep.objects", "A hundred nested objects", "Depth 32 at most.", ("document.too_deep", ""), request_repeat={"text": '{"law":', "times": 100})
    bad("root.list", "A list instead of an object", "The document is an object.", ("field.type", ""), request_text="[]")
    bad("root.null", "null instead of an object", "The document is an object.", ("field.type", ""), request_text="null")
    bad("root.nothing", "An empty object", "The three fields every request needs.", [("field.missing", "assessed_on"), ("field.missing", "jurisdiction"), ("field.missing", "schema")], request_text="{}")
    bad("schema.other", "A schema of another version", "Nothing else of the document is judged.", ("document.unsupported_schema", "schema"), {**wage_request(), "schema": "apurement/2"})
    bad("schema.foreign", "Another schema altogether", "Nothing else of the document is judged.", ("document.unsupported_schema", "schema"), {"schema": "budget", "unknown": 1})
    bad("jurisdiction.other", "A jurisdiction that is not covered", "Only fr.", ("field.value", "jurisdiction"), {**wage_request(), "jurisdiction": "de"})
    bad("jurisdiction.missing", "No jurisdiction", "It is never presumed.", ("field.missing", "jurisdiction"), {key: value for key, value in wage_request().items() if key != "jurisdiction"})


def fields():
    bad("field.unknown", "An unknown field", "A misspelt field must not change a result.", ("field.unknown", "teritory"), {**wage_request(), "teritory": "mayotte"})
    kid = child(1, alternate=True)
    bad("field.unknown_deep", "An unknown field deep down", "The path names it.", ("field.unknown", "household.children[0].alternate"), case_request(single(kid)))
    bad("field.name", "A person's name", "There is no field for it.", ("field.unknown", "household.applicants[0].name"), case_request({"applicants": [{"id": "a1", "name": "X"}]}))
    bad("field.value.territory", "A territory that does not exist", "Not in the list.", ("field.value", "territory"), wage_request(territory="corse"))
    bad("field.value.custody", "A wrong custody", "Not in the list.", ("field.value", "household.children[0].custody"), case_request(single(child(1, "shared"))))
    bad("field.value.kind", "A wrong kind of resource", "Not in the list.", ("field.value", "resources[0].kind"), case_request(resources=[{"id": "r1", "kind": "salary", "amount": "1.00"}]))
    bad("field.value.case", "A kind in capitals", "Values are exact.", ("field.value", "resources[0].kind"), case_request(resources=[{"id": "r1", "kind": "Wage", "amount": "1.00"}]))
    bad("field.value.want", "An unknown wish", "Not in the list.", ("field.value", "want[1]"), {**wage_request(), "want": ["garnishment", "plan_b"]})
    bad("field.value.convention", "An unknown convention value", "Not in the list.", ("field.value", "conventions.scale_base"), case_request(conventions={"scale_base": "rounded"}))
    bad("field.value.language", "A language that is not rendered", "fr or en.", ("field.value", "language"), {**wage_request(), "language": "nl"})
    bad("field.missing.date", "No date of assessment", "Today is never presumed.", ("field.missing", "assessed_on"), {key: value for key, value in wage_request().items() if key != "assessed_on"})
    bad("field.missing.amount", "A resource without amount", "Needed.", ("field.missing", "resources[0].amount"), case_request(resources=[{"id": "r1", "kind": "wage"}]))
    bad("field.missing.custody", "A child without custody", "Needed: it is never presumed.", ("field.missing", "household.children[0].custody"), case_request(single({"id": "k1", "age": 8})))
    bad("field.missing.age", "A child without age or date of birth", "One of them is needed.", ("field.missing", "household.children[0].age"), case_request(single({"id": "k1", "custody": "full"})))
    bad("field.conflict.age", "A child with both age and date of birth", "One of them only; the second is at fault.", ("field.conflict", "household.children[0].born_on"), case_request(single(child(1, born_on="2018-01-01"))))
    both = {"id": "e1", "kind": "wage", "net": "1500.00", "pay": {"pay": "1900.00"}}
    bad("field.conflict.net", "A payer with both net and pay", "One of them only; the second is at fault.", ("field.conflict", "garnishment.payers[0].pay"), request(ON, WANT, garnishment={"dependants": 0, "payers": [both]}))
    bad("field.missing.net", "A payer without net or pay", "One of them is needed.", ("field.missing", NET), request(ON, WANT, garnishment={"dependants": 0, "payers": [{"id": "e1", "kind": "wage"}]}))
    two = {"applicants": [{"id": "a1"}, {"id": "a2"}]}
    bad("field.missing.of", "Two applicants, a wage of nobody", "Own resources decide who depends on whom.", ("field.missing", "resources[0].of"), case_request(two))
    lines = [{"id": f"r{place}", "kind": kind, "amount": "100.00"} for place, kind in enumerate(("wage", "self_employment", "unemployment_benefit", "sickness_benefit", "disability_pension", "retirement_pension", "complementary_pension", "survivor_pension", "disability_allowance"))]
    bad("field.missing.of_kinds", "Two applicants: every personal kind needs its owner", "Nine kinds without `of`; sorted by path.", [("field.missing", f"resources[{place}].of") for place in range(9)], case_request(two, lines))
    bad("field.missing.of_ass", "Two applicants, a solidarity allowance of nobody", "A personal kind.", ("field.missing", "resources[0].of"), case_request(two, [{"id": "r1", "kind": "solidarity_allowance", "amount": "100.00"}]))
    bad("field.conflict.partner", "Two applicants and a partner", "A household has two adults at most.", ("field.conflict", "household.partner"), case_request({**two, "partner": {"id": "p1"}}, []))
    bad("field.type.amount", "An amount written as true", "Neither string nor number.", ("field.type", NET), wage_request(True))
    bad("field.type.null", "An amount written as null", "Neither string nor number.", ("field.type", "resources[0].amount"), case_request(resources=[{"id": "r1", "kind": "wage", "amount": None}]))
    bad("field.type.list", "An object where a list is due", "resources is a list.", ("field.type", "resources"), case_request(resources={"id": "r1"}))
    bad("field.type.bool", "A flag written as a string", "true or false.", ("field.type", "household.children[0].maintenance_paid"), case_request(single(child(1, maintenance_paid="yes"))))
    bad("field.type.date", "A date written as a number", "A string is due.", ("field.type", "assessed_on"), {**wage_request(), "assessed_on": 20260515})
    bad("field.duplicate", "The same key twice", "Which one is meant cannot be known.", ("field.duplicate", "assessed_on"), request_text='{"schema":"apurement/1","jurisdiction":"fr","assessed_on":"2026-05-15","assessed_on":"2025-05-15","garnishment":{"dependants":0,"payers":[{"id":"e1","kind":"wage","net":"1500.00"}]},"want":["garnishment"]}')
    bad("field.duplicate_deep", "The same key twice, deep down", "The path names it.", ("field.duplicate", NET), request_text=text(wage_request()).replace('"net":"1500.00"', '"net":"1500.00","net":"1600.00"'))
    bad("field.missing.decided", "Decided dependants without the decision", "The convention needs it.", ("field.missing", "decisions.scale_dependants"), case_request(conventions={"scale_dependants": "decided"}))


def amounts():
    for slug, amount, name, why in (
        ("negative", "-1.00", "amount.negative", "An income is not negative."),
        ("negative_number", -1, "amount.negative", "An income is not negative."),
        ("decimals_string", "1500.001", "amount.decimals", "Three decimals."),
        ("decimals_zero", "1500.000", "amount.decimals", "Three decimals, even zeros."),
        ("format.exponent", "1.5e3", "amount.format", "No exponent."),
        ("format.nan", "NaN", "amount.format", "Not an amount."),
        ("format.infinity", "Infinity", "amount.format", "Not an amount."),
        ("format.comma", "1500,00", "amount.format", "The decimal mark is a point."),
        ("format.space", "1 500.00", "amount.format", "No grouping."),
        ("format.padded", " 1500.00", "amount.format", "No white space."),
        ("format.plus", "+1500.00", "amount.format", "No plus sign."),
        ("format.empty", "", "amount.format", "Nothing is not an amount."),
        ("format.point", "1500.", "amount.format", "Digits follow a point."),
        ("format.bare_point", ".50", "amount.format", "Digits come before a point."),
        ("format.currency", "1500.00 EUR", "amount.format", "Digits only."),
        ("format.hexadecimal", "0x10", "amount.format", "Decimal digits only."),
        ("format.digits", "١٥٠٠", "amount.format", "ASCII digits only."),
        ("range.string", "90071992547409.92", "amount.range", "One cent above the largest amount."),
        ("range.huge", "9" * 400, "amount.range", "Four hundred digits."),
    ):
        bad(f"amount.{slug}", f"An amount written {str(amount)[:20]!r}", why, (name, NET), wage_request(amount))
    for slug, digits, name, why in (
        ("decimals_number", "1500.001", "amount.decimals", "Three decimals."),
        ("decimals_float", "0.30000000000000004", "amount.decimals", "What 0.1 + 0.2 prints: seventeen decimals, never rounded away."),
        ("format.exponent_number", "1.5e3", "amount.format", "No exponent, though JSON allows it."),
        ("format.exponent_capital", "15E2", "amount.format", "No exponent, though JSON allows it."),
        ("range.number", "1" + "0" * 30, "amount.range", "Thirty-one digits."),
        ("negative_decimals", "-0.01", "amount.negative", "An income is not negative."),
    ):
        bad(f"amount.{slug}", f"An amount written as the number {digits[:20]}", why, (name, NET), request_text=text(wage_request()).replace('"1500.00"', digits))
    for slug, digits, shown in (("integer", "1500", "1500.00"), ("one_decimal", "1500.5", "1500.50"), ("two_decimals", "1500.05", "1500.05"), ("awkward", "381.94", "381.94"), ("zero", "0", "0.00")):
        document = wage_request(json.loads(digits))
        add(FOLDER, f"amount.read.{slug}", f"The number {digits} is read exactly", ["C. trav. R. 3252-2"], "Digits are read, not a float.", document, {"garnishment": {"net": shown}}, ("garnishment.scale_amount",))
    for slug, digits, shown in (("integer", "1500", "1500.00"), ("one_decimal", "1500.5", "1500.50"), ("zeros", "0.00", "0.00")):
        add(FOLDER, f"amount.read.string_{slug}", f"The string {digits} is read", ["C. trav. R. 3252-2"], "One or two decimals, or none.", wage_request(digits), {"garnishment": {"net": shown}}, ("garnishment.scale_amount",))
    bad("number.quarter", "A quarter of a dependant", "Multiples of one half only.", ("number.format", "garnishment.dependants"), wage_request(dependants="1.25"))
    bad("number.dependants", "101 dependants", "100 at most.", ("number.range", "garnishment.dependants"), wage_request(dependants=101))
    bad("number.negative", "Minus one dependant", "0 at least.", ("number.range", "garnishment.dependants"), wage_request(dependants=-1))
    bad("amount.negative_retained", "A negative amount retained", "An instalment is not negative.", ("amount.negative", "decisions.retained"), case_request(decisions={"retained": "-1.00"}))
    bad("amount.negative_expense", "A negative expense", "An expense is not negative.", ("amount.negative", "expenses[0].amount"), case_request(expenses=[{"id": "x1", "kind": "rent", "amount": "-5.00"}]))


def dates():
    for slug, written in (("impossible", "2026-02-30"), ("slashes", "2026/05/15"), ("french", "15/05/2026"), ("short", "2026-5-15"), ("time", "2026-05-15T00:00:00Z"), ("month", "2026-13-01"), ("leap", "2025-02-29"), ("empty", ""), ("padded", "2026-05-15 ")):
        bad(f"date.{slug}", f"A date written {written!r}", "YYYY-MM-DD, a day of the calendar.", ("date.format", "assessed_on"), {**wage_request(), "assessed_on": written})
    bad("date.born", "A child's date of birth that does not exist", "31 April.", ("date.format", "household.children[0].born_on"), case_request(single({"id": "k1", "born_on": "2018-04-31", "custody": "full"})))


def law():
    scale = SCALE + ["C. trav. L. 3252-3"]
    for on, why in (("2008-12-31", "The first scale kept here is that of 1 January 2009."), ("2009-05-31", "The floor before the RSA is not covered.")):
        refuse(FOLDER, f"law.before.{on}", f"A garnishment on {on}", why, [("law.before_coverage", "assessed_on")], wage_request(on=on, household=single()), law=scale)
    refuse(FOLDER, "law.before.1950", "A garnishment in 1950", "Long before any figure kept here.", [("law.before_coverage", "assessed_on")], wage_request(on="1950-01-01", household=single()), law=scale)
    refuse(FOLDER, "law.before.capacity", "A capacity in April 2009", "The RSA begins on 1 June 2009.", [("law.before_coverage", "assessed_on")], {**case_request(), "assessed_on": "2009-04-15"}, law=["C. conso. R. 731-1"])
    refuse(FOLDER, "law.sharing", "Two ordinary creditors before July 2025", "Sharing before the reform is not covered.", [("law.before_coverage", "assessed_on")], request("2025-06-30", WANT, garnishment=salary("1500.00", 0, [{"id": "g1", "kind": "garnishment", "amount": "900.00"}, {"id": "g2", "kind": "garnishment", "amount": "100.00"}])), law=["CPCE L. 212-10"])
    refuse(FOLDER, "law.household_needed", "A garnishment in 2011 without the household", "The household's RSA was the floor then.", [("law.household_needed", "household")], wage_request(on="2011-05-15"), law=["C. trav. L. 3252-3, version of 1 June 2009"])
    refuse(FOLDER, "law.mayotte.unknown", "Mayotte, May 2026: the RSA amount is not known", "Half of the national amount is never assumed.", [("law.unknown_value", "assessed_on")], wage_request(territory="mayotte"), law=["CASF R. 542-6"])
    refuse(FOLDER, "law.mayotte.unknown_capacity", "The same for a capacity", "One error, though several blocks need the amount.", [("law.unknown_value", "assessed_on")], {**case_request(), "territory": "mayotte"}, law=["CASF R. 542-6"])
    refuse(FOLDER, "law.mayotte.before", "Mayotte, December 2011", "The RSA begins there on 1 January 2012.", [("law.not_in_force", "assessed_on")], wage_request(on="2011-12-15", territory="mayotte", household=single()), law=["CASF R. 542-6"])
    refuse(FOLDER, "law.guadeloupe.before", "Guadeloupe, December 2010", "The RSA begins there on 1 January 2011.", [("law.not_in_force", "assessed_on")], wage_request(on="2010-12-15", territory="guadeloupe", household=single()), law=["CASF L. 262-2"])
    unverified = {"advisories": [{"name": "law.unverified"}]}
    add(FOLDER, "law.unverified.scale", "A garnishment in February 2027", scale, "The scale of 2027 is not known: the last one is used, with a notice. The RSA is verified until March.", wage_request(on="2027-02-15"), {**unverified, "garnishment": {"scale_amount": "234.76"}}, ("garnishment",))
    add(FOLDER, "law.unverified.rsa", "A household in May 2027", ["CASF L. 262-2"], "The RSA of April 2027 is not known: the last one is used, with a notice.", request("2027-05-15", ["household"], household=single()), {**unverified, "household": {"rsa": {"amount": "651.69"}}}, ("household.rsa",))
    add(FOLDER, "law.verified.last", "The last verified day of the scale", scale, "31 December 2026: no notice.", wage_request(on="2026-12-31"), {"advisories": []}, ("garnishment",))


def identifiers():
    bad("id.duplicate", "Two expenses of the same id", "Ids are unique over the document; the second is at fault.", ("id.duplicate", "expenses[1].id"), case_request(expenses=[{"id": "x1", "kind": "rent", "amount": "1.00"}, {"id": "x1", "kind": "food", "amount": "1.00"}]))
    bad("id.duplicate_across", "A child with the id of the applicant", "Unique over the whole document.", ("id.duplicate", "household.children[0].id"), case_request(single({"id": "a1", "age": 8, "custody": "full"})))
    bad("id.duplicate_resource", "A resource and an expense of the same id", "Unique over the whole document.", ("id.duplicate", "expenses[0].id"), case_request(resources=[{"id": "z", "kind": "wage", "amount": "1.00"}], expenses=[{"id": "z", "kind": "food", "amount": "1.00"}]))
    bad("id.unknown.of", "A resource of somebody unknown", "No applicant has that id.", ("id.unknown", "resources[0].of"), case_request(resources=[{"id": "r1", "kind": "wage", "amount": "1.00", "of": "a9"}]))
    bad("id.unknown.expense", "An accepted expense that does not exist", "No expense has that id.", ("id.unknown", "decisions.expenses_accepted[0].expense"), case_request(decisions={"expenses_accepted": [{"expense": "x9", "amount": "1.00"}]}))
    bad("id.unknown.child", "A decision on an unknown child", "No child has that id.", ("id.unknown", "decisions.alternating_children[0].child"), case_request(single(child(1, "alternating")), conventions={"alternating_child_for_scale": "decided"}, decisions={"alternating_children": [{"child": "k9", "share": "half"}, {"child": "k1", "share": "half"}]}))
    bad("id.empty", "An empty id", "1 to 64 characters.", ("text.length", "household.applicants[0].id"), case_request({"applicants": [{"id": ""}]}))
    bad("id.long", "An id of 65 characters", "1 to 64 characters.", ("text.length", "household.applicants[0].id"), case_request({"applicants": [{"id": "a" * 65}]}))
    long = "é" * 64
    add(FOLDER, "id.longest", "An id of 64 accented characters", ["C. trav. R. 3252-3"], "Characters are counted, not bytes.", case_request({"applicants": [{"id": long}]}), {"household": {"members": [{"id": long}]}}, ())
    items = ",".join(['{"kind":"other","amount":"1"}'] * 501)
    bad("list.too_long", "501 resources", "500 at most.", ("list.too_long", "resources"), request_text=text(case_request(resources=[])).replace('"resources":[]', f'"resources":[{items}]'))
    bad("overlay.empty", "An overlay that changes nothing", "It holds no table.", ("overlay.empty", "law.overlays[0]"), wage_request(law={"overlays": [{"name": "empty"}]}))
    bad("applicants.none", "A household without applicant", "One or two.", ("field.missing", "household.applicants"), case_request({"children": []}))
    bad("applicants.three", "Three applicants", "One or two.", ("list.too_long", "household.applicants"), case_request({"applicants": [{"id": "a1"}, {"id": "a2"}, {"id": "a3"}]}, []))


def several():
    document = {
        "schema": "apurement/1",
        "jurisdiction": "fr",
        "assessed_on": "2026-02-31",
        "household": {"applicants": [{"id": "a1"}], "children": [{"id": "a1", "age": 8, "custody": "shared"}]},
        "resources": [{"id": "r1", "kind": "wage", "amount": "-1.00"}, {"id": "r2", "kind": "wage"}],
        "expenses": [{"id": "x1", "kind": "rent", "amount": "1.005", "colour": "blue"}],
        "want": ["capacity"],
    }
    faults = [
        ("date.format", "assessed_on"),
        ("amount.decimals", "expenses[0].amount"),
        ("field.unknown", "expenses[0].colour"),
        ("field.value", "household.children[0].custody"),
        ("id.duplicate", "household.children[0].id"),
        ("amount.negative", "resources[0].amount"),
        ("field.missing", "resources[1].amount"),
    ]
    bad("several", "Seven faults at once", "Every fault is told, sorted by path.", faults, document)
    two = {**wage_request("12.345"), "territory": "corse"}
    bad("several.two", "Two faults", "Sorted by path, not in the order of the document.", [("amount.decimals", NET), ("field.value", "territory")], two)


def answers():
    add(FOLDER, "minimal", "The smallest household", ["CASF R. 262-1"], "Only what is required.", request(ON, ["household"], household=single()), {"schema": "apurement/1", "advisories": []}, ("household",))
    everything = case_request(couple(child(1), own="1200.00"), expenses=[{"id": "x1", "kind": "rent", "amount": "640.00"}])
    del everything["want"]
    everything["garnishment"] = salary("1500.00", 1)
    add(FOLDER, "want.default", "Without a wish: all the facts allow", ["C. conso. R. 731-1", "C. trav. L. 3252-3"], "Household, budget, capacity and garnishment are all answered.", everything, None, ("household", "budget", "capacity", "garnishment"))
    unsorted = dict(reversed(list(wage_request().items())))
    add(FOLDER, "keys.any_order", "Keys in another order", ["C. trav. R. 3252-2"], "The order of keys in a request does not matter.", unsorted, None, ("garnishment",))
    document = wage_request()
    spaced = json.dumps(document, indent=4) + "\n"
    record_text("text.spaced", "White space around and inside", "It means nothing in JSON.", "  \n" + spaced, document)
    record_text("text.escaped", "Keys and values written with escapes", "\\u0073 is s.", text(document).replace('"schema"', '"\\u0073chema"').replace('"wage"', '"w\\u0061ge"'), document)


def record_text(slug, title, reasoning, written, document):
    """The same answer from a text that is not the plain form."""
    answer = pick(oracle.evaluate(document), "garnishment")
    record(FOLDER, slug, title, ["C. trav. R. 3252-2"], ORACLE, reasoning, None, {"request_text": written}, {"response": answer})


def build():
    whole_documents()
    fields()
    amounts()
    dates()
    law()
    identifiers()
    several()
    answers()
