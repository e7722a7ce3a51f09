"""Scale and seizable amounts of random rows: `apurement scale --csv` against the texts."""

import random
import sys
from datetime import date, timedelta
from fractions import Fraction

import oracle
import texts
from program import Tally, arguments, compare_columns

FIRST, LAST = date(2009, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(days=offset) for offset in range((LAST - FIRST).days + 1)]
LAW = oracle.LAW
SCALES = {on: LAW.scale(on) for on in DAYS}
TEXTS = {on: on.isoformat() for on in DAYS}


def half_cent_near(net, halves, scale):
    """A net amount not far above whose exact scale amount ends on half a cent."""
    for candidate in range(net, net + 60):
        exact = oracle.exact_scale_amount(candidate, Fraction(halves, 2), scale)
        if (2 * exact).denominator == 1 and exact.denominator == 2:
            return candidate
    return net


def income(pick, halves, scale):
    kind = pick.random()
    thresholds, increment = scale
    if kind < 0.35:
        bound = 100 * pick.choice(thresholds) + 50 * increment * halves
        return max(0, bound // 12 + pick.randint(-3, 4))
    if kind < 0.65:
        return pick.randrange(0, 300_000)
    if kind < 0.80:
        return pick.randrange(0, 80_000)
    if kind < 0.86:
        return pick.choice((45_463, 56_478, 63_571, 64_652, 65_169)) + pick.randint(-3, 3)
    if kind < 0.87:
        return half_cent_near(pick.randrange(0, 300_000), halves, scale)
    if kind < 0.97:
        return pick.randrange(0, 2_000_000)
    return pick.randrange(0, 9_007_199_254_740_991)


def floors():
    """{(date, territory): (cents, None) or (None, error names)} for the one-person amount."""
    kept = {}
    for territory in texts.TERRITORIES:
        for on in DAYS:
            try:
                kept[on, territory] = (LAW.rsa_one_person(territory, on), None)
            except oracle.LawError as error:
                kept[on, territory] = (None, error.names)
    return kept


def rows(count, seed, columns, kept, sample):
    pick = random.Random(seed)
    start, end = texts.HOUSEHOLD_FLOOR
    for number in range(count):
        on = DAYS[pick.randrange(len(DAYS))] if number % 50 else pick.choice(texts.GARNISHMENT_SCALES)[0]
        halves = pick.randrange(17)
        scale = SCALES[on]
        net = income(pick, halves, scale)
        amount = oracle.fast_scale_amount(net, halves, scale)
        if number % sample == 0:
            assert amount == oracle.scale_amount(net, Fraction(halves, 2), scale), (on, net, halves)
        territory = pick.choice(texts.TERRITORIES) if "territory" in columns else "metropole"
        one_person, error = kept[on, territory]
        line = [TEXTS[on], oracle.euros(net), f"{halves // 2}.5" if halves % 2 else str(halves // 2)]
        if "territory" in columns:
            line.append(territory)
        if "adults" in columns:
            adults, children = pick.randint(1, 2), pick.randint(0, 7)
            line += [str(adults), str(children)]
        if error is None and start <= on <= end:
            if "adults" in columns:
                one_person = oracle.household_rsa(one_person, adults, [Fraction(1)] * children, territory == "mayotte")
            else:
                error = {"law.household_needed"}
        if error:
            expected = (oracle.euros(amount), "", error)
        else:
            expected = (oracle.euros(amount), oracle.euros(oracle.seizable(amount, net, one_person)), "")
        yield ",".join(line), expected


def main():
    options = arguments(__doc__, rows=1_000_000, sample=97)
    tally = Tally("scales")
    kept = floors()
    passes = (
        ("plain", options.rows, ["date", "income", "dependants"]),
        ("household", options.rows // 5, ["date", "income", "dependants", "adults", "children"]),
        ("territory", options.rows // 10, ["date", "income", "dependants", "territory", "adults", "children"]),
    )
    for place, (name, count, columns) in enumerate(passes):
        given = rows(count, options.seed * 10 + place, columns, kept, options.sample)
        compare_columns(name, [options.program, "scale", "--csv"], ",".join(columns), given, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
