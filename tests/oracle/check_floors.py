"""Household RSA of every territory, month and household: `apurement floor --csv` against the texts."""

import sys
from datetime import date
from fractions import Fraction

import oracle
import texts
from program import Tally, arguments, compare_columns


def rows():
    for year in range(2009, 2028):
        for month in range(1, 13 if year < 2027 else 4):
            on = date(year, month, 1)
            for territory in texts.TERRITORIES:
                for adults in (1, 2):
                    for children in range(8):
                        yield f"{on},{territory},{adults},{children}", expected(on, territory, adults, children)


def expected(on, territory, adults, children):
    try:
        one_person = oracle.LAW.rsa_one_person(territory, on)
    except oracle.LawError as error:
        return "", error.names
    return oracle.euros(oracle.household_rsa(one_person, adults, [Fraction(1)] * children, territory == "mayotte")), ""


def main():
    options = arguments(__doc__)
    tally = Tally("floors")
    compare_columns("floor", [options.program, "floor", "--csv"], "date,territory,adults,children", rows(), tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
