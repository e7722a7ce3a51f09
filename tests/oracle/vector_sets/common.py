"""What every set of vectors uses: requests, the list of vectors, the check of typed figures against the oracle."""

import oracle

ORACLE = "tests/oracle, from the articles named"
SCALE = ["C. trav. R. 3252-2", "C. trav. R. 3252-3"]
SEIZABLE = ["C. trav. L. 3252-2", "C. trav. L. 3252-3", "C. trav. R. 3252-2", "C. trav. R. 3252-3"]
RSA = ["CASF L. 262-2", "CASF R. 262-1"]
CAPACITY = ["C. conso. L. 731-1", "C. conso. L. 731-2", "C. conso. R. 731-1"]
BUDGET = ["C. conso. R. 731-2", "C. conso. R. 731-3"]
COMPUTED = ("household", "budget", "capacity", "garnishment")

VECTORS = []


def subset(expected, actual, where=""):
    """First difference between what is expected and what is there, or None."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key not in actual:
                return f"{where}.{key}: absent"
            found = subset(value, actual[key], f"{where}.{key}")
            if found:
                return found
        return None
    if isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            return f"{where}: {len(expected)} items expected, {len(actual)} found"
        for place, (left, right) in enumerate(zip(expected, actual)):
            found = subset(left, right, f"{where}[{place}]")
            if found:
                return found
        return None
    return None if expected == actual else f"{where}: {expected!r} expected, {actual!r} found"


def merge(into, other):
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        else:
            into[key] = value
    return into


def pick(answer, path):
    head, _, tail = path.partition(".")
    return {head: pick(answer[head], tail) if tail else answer[head]}


def request(on, want=None, **parts):
    """A request document; parts follow in the order given."""
    document = {"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": on}
    document.update({key: value for key, value in parts.items() if value is not None})
    if want is not None:
        document["want"] = want
    return document


def add(folder, slug, title, law, reasoning, document, expect=None, blocks=(), origin=ORACLE, published=None):
    """A vector with an answer: figures typed by hand (``expect``), whole blocks of the oracle (``blocks``), or both."""
    answer = oracle.evaluate(document)
    name = f"{folder.replace('/', '.')}.{slug}"
    assert "errors" not in answer, (name, answer)
    expect = expect or {}
    typed = {key: value for key, value in expect.items() if key in COMPUTED}
    difference = subset(typed, answer)
    assert difference is None, (name, difference)
    if "advisories" in expect:
        assert answer["advisories"] <= {entry["name"] for entry in expect["advisories"]}, (name, answer["advisories"])
    response = {}
    for path in blocks:
        merge(response, pick(answer, path))
    merge(response, expect)
    assert response, name
    record(folder, slug, title, law, origin, reasoning, published, {"request": document}, {"response": response})


def refuse(folder, slug, title, reasoning, errors, document=None, law=(), **raw):
    """A vector whose answer is the full list of errors: (name, path) pairs."""
    origin = "tests/oracle, from the interface" if not law else ORACLE
    asked = {"request": document} if document is not None else raw
    listed = [{"name": name, "path": path} for name, path in errors]
    if document is not None and law:
        found = oracle.evaluate(document)
        assert found.get("errors", set()) & {name for name, _ in errors}, (slug, found)
    record(folder, slug, title, list(law), origin, reasoning, None, asked, {"errors": listed})


def record(folder, slug, title, law, origin, reasoning, published, asked, answered):
    vector = {"id": f"{folder.replace('/', '.')}.{slug}", "title": title, "law": law, "origin": origin, "reasoning": reasoning}
    if published:
        vector["published"] = published
    vector.update(asked)
    vector.update(answered)
    VECTORS.append((folder, slug, vector))


def single(*children, **more):
    return {"applicants": [{"id": "a1"}], **({"children": list(children)} if children else {}), **more}


def couple(*children, own="1000.00", **more):
    """One applicant and a partner who does not file."""
    partner = {"id": "p1"}
    if own is not None:
        partner["own_resources"] = own
    return {"applicants": [{"id": "a1"}], "partner": partner, **({"children": list(children)} if children else {}), **more}


def child(number, custody="full", years=8, **more):
    return {"id": f"k{number}", "age": years, "custody": custody, **more}


def children(count):
    return [child(number, years=4 + number) for number in range(1, count + 1)]


def salary(net, dependants=0, claims=None, **more):
    facts = {"dependants": dependants, "payers": [{"id": "e1", "kind": "wage", "net": net}]}
    if claims is not None:
        facts["claims"] = claims
    return {**facts, **more}
