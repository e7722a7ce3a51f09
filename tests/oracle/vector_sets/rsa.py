"""fr/rsa: the one-person amount by date and territory, and household amounts."""

from fractions import Fraction

import oracle
import published as printed
import texts

from .common import ORACLE, RSA, add, children, couple, refuse, request, single

FOLDER = "fr/rsa"
MAYOTTE = ["CASF L. 262-2", "CASF R. 542-6"]


def home(adults, count):
    return single(*children(count)) if adults == 1 else couple(*children(count))


def household(slug, title, reasoning, on, territory, people, expect=None, law=None, **more):
    document = request(on, ["household"], territory=territory, household=people)
    add(FOLDER, slug, title, law or (MAYOTTE if territory == "mayotte" else RSA), reasoning, document, expect, ("household.rsa",), **more)


def why(base, adults, count, territory, amount, since):
    exact = oracle.coefficient(adults, [Fraction(1)] * count, territory == "mayotte") * base
    if oracle.euros(oracle.half_up(exact)) == amount:
        return "Agrees with base x coefficient, rounded once half up."
    if territory == "mayotte":
        return "The table adds steps that were rounded one by one."
    if since == "2024-04-01":
        return "Printed before the decree, from the unrounded base 607.75 x 1.046."
    if since == "2025-04-01":
        return "Printed from the unrounded base 635.71 x 1.017."
    if oracle.euros(exact.numerator // exact.denominator) == amount:
        return "The table truncates base x coefficient."
    return "The printed figure is no rounding of base x coefficient."


def tables():
    seen = {}
    for territory, since, source, cells in printed.HOUSEHOLD_TABLES:
        edition = seen.setdefault((territory, since), 0)
        seen[(territory, since)] += 1
        rows = texts.RSA_MAYOTTE if territory == "mayotte" else texts.RSA_GENERAL
        base = dict((row[0].isoformat(), row[1]) for row in rows)[since]
        for cell, amount in cells:
            people, _, count = cell.partition("+")
            adults, count = (2 if people == "couple" else 1), int(count or 0)
            reason = why(base, adults, count, territory, amount, since)
            household(
                f"table.{territory}.{since}.{'second.' if edition else ''}{people}_{count}",
                f"Printed household amount, {since}, {territory}: {people}, {count} children",
                "One-person amount times the coefficient of the household, rounded half up once. " + reason,
                since,
                territory,
                home(adults, count),
                published={"amount": amount, "source": printed.SOURCES[source], "reason": reason},
                origin="published figure, recomputed by " + ORACLE,
            )


def every_amount():
    for territory, rows in (("metropole", texts.RSA_GENERAL), ("mayotte", texts.RSA_MAYOTTE)):
        for place, (start, amount) in enumerate(rows):
            last = type(start).fromordinal(rows[place + 1][0].toordinal() - 1) if place + 1 < len(rows) else texts.RSA_VERIFIED_UNTIL
            for slug, on in (("first", start), ("last", last)):
                name = f"amount.{territory}.{start}.{slug}"
                if amount is None:
                    refuse(
                        FOLDER,
                        name,
                        f"Mayotte, {on}: the amount in force since {start} is not known",
                        "An amount nobody has read is refused, never guessed from the national one.",
                        [("law.unknown_value", "assessed_on")],
                        request(on.isoformat(), ["household"], territory=territory, household=single()),
                        law=MAYOTTE,
                    )
                else:
                    household(
                        name,
                        f"One-person amount, {territory}, {on}",
                        f"Amount in force since {start}; {slug} day of it.",
                        on.isoformat(),
                        territory,
                        single(),
                        {"household": {"rsa": {"one_person": oracle.euros(amount), "coefficient": "1", "amount": oracle.euros(amount)}}},
                    )


def coefficients():
    general = {1: ["1", "1.5", "1.8", "2.2", "2.6", "3", "3.4", "3.8"], 2: ["1.5", "1.8", "2.1", "2.5", "2.9", "3.3", "3.7", "4.1"]}
    mayotte = {1: ["1", "1.5", "1.8", "2.1", "2.2", "2.3", "2.4", "2.5"], 2: ["1.5", "1.8", "2.1", "2.4", "2.5", "2.6", "2.7", "2.8"]}
    for territory, on, typed, rule in (
        ("metropole", "2026-05-15", general, "Second person +0.5, each further one +0.3, each child from the third on +0.4."),
        ("mayotte", "2025-05-15", mayotte, "Second person +0.5, each further one +0.3, each child from the fourth on +0.1."),
    ):
        for adults, values in typed.items():
            for count, value in enumerate(values):
                household(
                    f"coefficient.{territory}.{adults}_{count}",
                    f"Coefficient in {territory}: {adults} adults, {count} children",
                    rule + " The spouse is not counted among the children.",
                    on,
                    territory,
                    home(adults, count),
                    {"household": {"rsa": {"coefficient": value}}},
                )


def territories():
    for territory in texts.TERRITORIES:
        if territory in ("metropole", "mayotte"):
            continue
        household(f"territory.{territory}", f"{territory}: the national amount", "Same amount as in metropolitan France.", "2026-05-15", territory, single(), {"household": {"rsa": {"one_person": "651.69"}}})
        household(f"start.{territory}", f"{territory}: first day of the benefit", "In force there since 1 January 2011.", "2011-01-01", territory, single(), {"household": {"rsa": {"one_person": "466.99"}}})
        refuse(FOLDER, f"before.{territory}", f"{territory}: not yet in force on 31 December 2010", "In force there since 1 January 2011 only.", [("law.not_in_force", "assessed_on")], request("2010-12-31", ["household"], territory=territory, household=single()), law=RSA)
    refuse(FOLDER, "before.mayotte", "Mayotte: not yet in force on 31 December 2011", "In force there since 1 January 2012 only.", [("law.not_in_force", "assessed_on")], request("2011-12-31", ["household"], territory="mayotte", household=single()), law=MAYOTTE)
    refuse(FOLDER, "before.metropole", "31 May 2009: the benefit before the RSA is not covered", "The table begins on 1 June 2009.", [("law.before_coverage", "assessed_on")], request("2009-05-31", ["household"], household=single()), law=RSA)


def overlays():
    missing = {"name": "mayotte_read", "rsa": [{"from": "2026-04-01", "area": "mayotte", "amount": "300.00"}]}
    add(FOLDER, "overlay.mayotte", "An overlay gives the amount that was unknown", MAYOTTE, "A made-up 300.00; couple with one child: 1.8 x 300.00.", request("2026-05-15", ["household"], territory="mayotte", household=couple(*children(1)), law={"overlays": [missing]}), {"law_book": {"overlays": ["mayotte_read"]}, "household": {"rsa": {"one_person": "300.00", "coefficient": "1.8", "amount": "540.00"}}})
    later = {"name": "next", "rsa": [{"from": "2026-10-01", "area": "general", "amount": "700.00"}]}
    for on, amount in (("2026-09-30", "651.69"), ("2026-10-01", "700.00")):
        add(FOLDER, f"overlay.general.{on}", f"An overlay's amount acts from its date: {on}", RSA, "A made-up 700.00 from 1 October 2026.", request(on, ["household"], household=single(), law={"overlays": [later]}), {"household": {"rsa": {"one_person": amount}}})


def build():
    tables()
    every_amount()
    coefficients()
    territories()
    overlays()
