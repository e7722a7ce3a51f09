"""Order of claims on one pay: `apurement garnish --csv` against the texts."""

import random
import sys
from datetime import date, timedelta
from fractions import Fraction

import oracle
from program import Tally, arguments, compare_columns

FIRST, LAST = date(2009, 1, 1), date(2026, 12, 31)


def expected(on, net, halves, maintenance, privileged, ordinary):
    scale = oracle.LAW.scale(on)
    whole = oracle.scale_amount(net, Fraction(halves, 2), scale)
    try:
        kept = oracle.floor(oracle.LAW, "metropole", on)
    except oracle.LawError as error:
        return None, "", "", "", "", "", error.names  # the scale amount may be there or not
    amount = oracle.seizable(whole, net, kept)
    paid_maintenance = min(maintenance, max(0, net - kept))
    out_of_unseizable = min(paid_maintenance, max(0, net - amount - kept))
    left = amount - (paid_maintenance - out_of_unseizable)
    paid_privileged = min(privileged, left)
    paid_ordinary = min(ordinary, left - paid_privileged)
    left_to_debtor = net - paid_maintenance - paid_privileged - paid_ordinary
    figures = (whole, amount, paid_maintenance, paid_privileged, paid_ordinary, left_to_debtor)
    return tuple(map(oracle.euros, figures)) + ("",)


def claim(pick):
    kind = pick.random()
    if kind < 0.4:
        return 0
    return pick.randrange(0, 20_000) if kind < 0.6 else pick.randrange(0, 300_000)


def rows(count, seed):
    pick = random.Random(seed)
    for _ in range(count):
        on = FIRST + timedelta(days=pick.randrange((LAST - FIRST).days + 1))
        halves = pick.randrange(13)
        net = pick.choice((pick.randrange(0, 120_000), pick.randrange(0, 400_000), pick.randrange(40_000, 70_000)))
        claims = [claim(pick) for _ in range(3)]
        fields = [on.isoformat(), oracle.euros(net), oracle.plain(Fraction(halves, 2))]
        fields += ["" if amount == 0 and pick.random() < 0.5 else oracle.euros(amount) for amount in claims]
        yield ",".join(fields), expected(on, net, halves, *claims)


def main():
    options = arguments(__doc__, rows=50_000)
    tally = Tally("garnish")
    header = "date,net,dependants,maintenance,privileged,ordinary"
    compare_columns("garnish", [options.program, "garnish", "--csv"], header, rows(options.rows, options.seed), tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
