"""Random documents with debts: `apurement evaluate --jsonl --json`, the comparison against the oracle, every row.

``--verbose 1`` prints how often each row was drawn.
"""

import json
import random
import sys

import comparison
import plan_document
import texts
from check_plans import DebtDraw
from oracle import day
from program import check_documents
from vector_sets.common import subset


def drawn(seed):
    """A document, some of them with policies of their own, some with assets."""
    pick = random.Random(seed)
    draw = DebtDraw(pick)
    document = draw.document()
    # Before that day the law of plans is not covered; what is refused whole has nothing to compare.
    while day(document["assessed_on"]) < texts.LONGEST_PLAN_SINCE or plan_document.refusals(document):
        document = draw.document()
    if draw.chance(0.3):
        amount = sum(plan_document.treatment.balance(debt) for debt in document["debts"]) // 60
        wishes = [draw.options(document["debts"], draw.cents(2_000, max(3_000, amount)), draw.chance(0.4)) for _ in range(pick.randint(1, 4))]
        excluded = {debt["id"] for debt in document["debts"] if plan_document.treatment.is_excluded(debt)}
        for wish in wishes:  # their own refusal has its own test
            wish["rank_changes"] = [change for change in wish.get("rank_changes", []) if change["debt"] not in excluded]
        document["compare"] = [{"name": f"policy {number}", "plan": wish} for number, wish in enumerate(wishes)]
    if draw.chance(0.3):
        document["assets"] = document.get("assets", []) + [{"id": "car", "kind": "vehicle", "value": draw.money(draw.cents(10_000, 3_000_000)), "protected": draw.chance(0.2)}]
    document["want"] = ["comparison"]
    return document


def judge(document, answer):
    if "errors" in answer:
        return f"refused: {answer['errors']}"
    found = answer["comparison"]
    for part, rows in (("policies", comparison.policies), ("margins", comparison.margins), ("ways", comparison.ways)):
        expected = rows(document)
        if len(expected) != len(found[part]):
            return f".{part}: {[row.get('name') for row in expected]} expected, {[row.get('name') for row in found[part]]} found"
        for place, (left, right) in enumerate(zip(expected, found[part])):
            told = differs(left, right, f".{part}[{place}]")
            if told:
                return told
    return None


def differs(expected, found, where):
    names = expected.get("errors")
    if names is None:
        return subset(expected, found, where)
    rest = {key: value for key, value in expected.items() if key != "errors"}
    told = found.get("error", {}).get("name")
    return subset(rest, found, where) if told in names else f"{where}: error {sorted(names)} expected, {told} found"


def documents(count, seed, census):
    for number in range(count):
        document = drawn(seed * 30_000_023 + number)
        for rows in (comparison.policies, comparison.margins, comparison.ways):
            for row in rows(document):
                census[row.get("way") or ("margin" if "percent" in row else "named" if "compare" in document else row["name"])] += 1
                census.update(f"error {name}" for name in row.get("errors", ()))
        yield json.dumps(document, separators=(",", ":")), document


if __name__ == "__main__":
    sys.exit(check_documents(__doc__, "comparison", 300, documents, judge))
