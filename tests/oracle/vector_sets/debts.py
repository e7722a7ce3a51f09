"""What the sets of treatments and plans share."""

import plan_document

from .common import ORACLE, merge, record, request, subset

EXAMPLES = "worked plans, each balance closed to 0.00 by hand and by script"


def debt(name, kind, principal, **more):
    return {"id": name, "kind": kind, "principal": principal, **more}


def rent(principal, name="rent", **more):
    return debt(name, "housing_arrears", principal, **more)


def steps(*pairs):
    return {"capacity_steps": [{"from_month": start, "amount": amount} for start, amount in pairs]}


def planned(folder, slug, title, law, reasoning, debts, plan, expect=None, origin=ORACLE, published=None, on="2026-05-15", only=None, **parts):
    """A plan: the figures typed by hand must be the oracle's; the whole block goes into the vector, or the keys named in ``only``."""
    document = request(on, ["plan"], **{key: value for key, value in parts.items()}, debts=debts, plan=plan)
    if "household" in parts:
        document["want"] = ["capacity", "plan"]
    answer = plan_document.evaluate(document)
    assert "errors" not in answer, (slug, answer)
    block = answer["plan"]
    difference = subset(expect or {}, block)
    assert difference is None, (slug, difference)
    if only:
        block = {key: block[key] for key in only}
    record(folder, slug, title, law, origin, reasoning, published, {"request": document}, {"response": {"plan": merge({}, block)}})


def treated(folder, slug, title, law, reasoning, debts, expect, on="2026-05-15", origin=ORACLE, **parts):
    """Treatments, every debt; ``expect``: {id: figures typed by hand}."""
    document = request(on, ["treatments"], debts=debts, **parts)
    rows = plan_document.evaluate(document)["treatments"]
    for row in rows:
        difference = subset(expect[row["id"]], row)
        assert difference is None, (slug, row["id"], difference)
    record(folder, slug, title, law, origin, reasoning, None, {"request": document}, {"response": {"treatments": rows}})
