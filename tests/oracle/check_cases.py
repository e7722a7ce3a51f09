"""Random case documents: `apurement evaluate --jsonl --json`, one answer a line, every figure against the texts."""

import json
import random
import sys

import oracle
import texts
from program import check_documents
from random_cases import Draw


def by_id(rows):
    return {row.get("id"): row for row in rows or []}


def difference(expected, found, where):
    """First difference; lists of lines are matched by id, other lists in order."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return f"{where}: an object expected, {found!r} found"
        for key, value in expected.items():
            if key not in found:
                return f"{where}.{key}: absent"
            told = difference(value, found[key], f"{where}.{key}")
            if told:
                return told
        return None
    if isinstance(expected, list) and expected and isinstance(expected[0], dict) and "id" in expected[0]:
        rows = by_id(found)
        for row in expected:
            if row["id"] not in rows:
                return f"{where}: no line {row['id']}"
            told = difference(row, rows[row["id"]], f"{where}[{row['id']}]")
            if told:
                return told
        return None
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        if not isinstance(found, list) or len(found) != len(expected):
            return f"{where}: {len(expected)} items expected, {found!r} found"
        for place, row in enumerate(expected):
            told = difference(row, found[place], f"{where}[{place}]")
            if told:
                return told
        return None
    if where == ".budget.lines":  # none outside the groups of a scale
        return None
    if where.endswith(".binds"):
        return None if sorted(expected) == sorted(found or []) else f"{where}: {expected} expected, {found} found"
    return None if expected == found else f"{where}: {expected!r} expected, {found!r} found"


def notices(document, want):
    """(names that must be among the advisories, names that must not)."""
    case = oracle.Case(document)
    home = document.get("household")
    must, never = set(), set()
    overlays = document.get("law", {})
    if not overlays.get("accept_unverified") and not overlays.get("overlays"):
        scale_used = bool(want & {"capacity", "garnishment"})
        if scale_used and case.on > texts.SCALE_VERIFIED_UNTIL or "household" in want and case.on > texts.RSA_VERIFIED_UNTIL:
            must.add("law.unverified")
        elif case.on <= texts.SCALE_VERIFIED_UNTIL:
            never.add("law.unverified")
    if home and "household" in want and case.conventions["scale_dependants"] == "r3252_3":
        unknown = "partner" in home and "own_resources" not in home["partner"]
        (must if unknown else never).add("household.partner_resources_unknown")
        unstated = [c for c in home.get("children", []) if "family_benefits" not in c and 16 <= oracle.age(c, case.on) <= 19]
        if any(c["custody"] == "full" and not c.get("maintenance_paid") for c in unstated):
            must.add("household.family_benefits_presumed")
        elif not unstated:
            never.add("household.family_benefits_presumed")
    if home and "budget" in want:
        partner = home.get("partner")
        unknown = partner and "own_resources" not in partner and "contribution" not in partner
        (must if unknown else never).add("budget.partner_contribution_unknown")
        if case.law.expense_scale(case.on) is not None:
            never.add("budget.no_expense_scale")
        elif "expenses_accepted" not in case.decisions:
            wanting = any(
                case.law.treatment(line["kind"], case.on) != "real" or line.get("proof") == "asked_not_given" for line in case.expenses
            )
            (must if wanting else never).add("budget.no_expense_scale")
    return must, never


def judge(document, answer):
    expected = oracle.evaluate(document)
    want = oracle.wanted(document)
    if "errors" in expected:
        names = {error.get("name") for error in answer.get("errors", [])}
        return None if names & expected["errors"] else f"error {sorted(expected['errors'])} expected, {sorted(map(str, names))} found"
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    told = difference({key: value for key, value in expected.items() if key != "advisories"}, answer, "")
    if told:
        return told
    told = names_of_advisories(document, answer, expected, want)
    if told:
        return told
    if "budget" in want:
        block = answer["budget"]
        counted = sum(oracle.cents(line["counted"]) for line in block["lines"] + block["flat_rates"])
        _, common, personal = oracle.Case(document).counted_expenses()
        if counted != common + personal:
            return f".budget.lines: {oracle.euros(common + personal)} counted in all expected, {oracle.euros(counted)} found"
    if "capacity" in want and "retained" in document.get("decisions", {}) and answer["capacity"].get("variants"):
        return ".capacity.variants: given beside a decision"
    if "household" in want:
        uplifts = sum(oracle.Fraction(member["rsa_uplift"]) for member in answer["household"]["members"])
        if oracle.plain(uplifts) != answer["household"]["rsa"]["coefficient"]:
            return ".household.members: the uplifts do not add up to the coefficient"
    return None


def names_of_advisories(document, answer, expected, want):
    names = [notice["name"] for notice in answer.get("advisories", [])]
    must, never = notices(document, want)
    must |= expected["advisories"]
    if not must <= set(names):
        return f".advisories: {sorted(must)} expected among {names}"
    if "capacity" in want:
        never |= {"capacity.nil", "capacity.decided_above_legal_maximum", "capacity.decided_above_computed"} - expected["advisories"]
    if never & set(names):
        return f".advisories: {sorted(never & set(names))} not expected"
    return None


def documents(count, seed, census):
    for number in range(count):
        document = Draw(random.Random(seed * 10_000_019 + number)).document()
        note(document, census)
        yield json.dumps(document, separators=(",", ":")), document


def note(document, census):
    """What the cases exercise, printed at the end with --verbose 1."""
    home = document.get("household", {})
    for child in home.get("children", []):
        census[f"custody {child['custody']}"] += 1
    for name, value in document.get("conventions", {}).items():
        census[f"{name} {value}"] += 1
    census["partner"] += "partner" in home
    census["two applicants"] += len(home.get("applicants", [])) == 2
    census["ascendants"] += bool(home.get("ascendants"))
    census["mayotte"] += document.get("territory") == "mayotte"
    for overlay in document.get("law", {}).get("overlays", []):
        for table in overlay:
            census[f"overlay {table}"] += table != "name"
    for decision in document.get("decisions", {}):
        census[f"decision {decision}"] += 1
    claims = document.get("garnishment", {}).get("claims", [])
    census["several claims"] += len(claims) > 1
    census["several payers"] += len(document.get("garnishment", {}).get("payers", [])) > 1
    expected = oracle.evaluate(document)
    for name in expected.get("errors", ()):
        census[f"error {name}"] += 1
    for name in expected.get("advisories", ()):
        census[f"advisory {name}"] += 1
    for name in expected.get("capacity", {}).get("binds", ()):
        census[f"binds {name}"] += 1


if __name__ == "__main__":
    sys.exit(check_documents(__doc__, "cases", 10_000, documents, judge))
