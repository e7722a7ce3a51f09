"""fr/scale: the scale amount and the seizable amount."""

import published as printed
import texts
from oracle import day, euros

from .common import ORACLE, SCALE, SEIZABLE, add, request, salary, single

FOLDER = "fr/scale"
FIGURES = ("garnishment.net", "garnishment.dependants", "garnishment.scale_amount", "garnishment.floor", "garnishment.seizable")
MIDYEAR = {
    "2012-01-01": "2012-06-15",
    "2015-01-01": "2015-06-15",
    "2016-01-01": "2016-06-15",
    "2018-01-01": "2018-06-15",
    "2019-01-01": "2019-06-15",
    "2020-01-01": "2020-06-15",
    "2022-01-01": "2022-03-15",
    "2023-01-01": "2023-06-15",
    "2024-01-01": "2024-06-15",
    "2025-01-01": "2025-06-15",
    "2026-01-01": "2026-06-15",
}


def wage(slug, title, reasoning, on, net, dependants=0, expect=None, law=SEIZABLE, **more):
    parts = {key: more.pop(key) for key in ("household", "territory", "law_part") if key in more}
    if "law_part" in parts:
        parts["law"] = parts.pop("law_part")
    facts = salary(net, dependants)
    add(FOLDER, slug, title, law, reasoning, request(on, ["garnishment"], **parts, garnishment=facts), expect, FIGURES, **more)


def amounts(scale, seizable=None):
    figures = {"scale_amount": scale}
    if seizable is not None:
        figures["seizable"] = seizable
    return {"garnishment": figures}


def worked_examples():
    for number, since, net, dependants, amount, source, difference in printed.WORKED_EXAMPLES:
        reason = difference or "Agrees with exact arithmetic rounded once, half up."
        wage(
            f"worked.{number:03}",
            f"Printed example {number}: {net} net, {dependants} dependants, scale of {since}",
            "Annual brackets on 12 times the net, one half-up rounding at the end; the printed figure stands beside ours. " + reason,
            MIDYEAR[since],
            net,
            dependants,
            published={"amount": amount, "source": printed.SOURCES[source], "reason": reason},
            origin="published figure, recomputed by " + ORACLE,
        )
    wage(
        "annual.2012",
        "Printed annual example: 21 519.72 a year, scale of 2012",
        "21 519.72 / 12 = 1 793.31 a month. The year gives 6 175.8867, so the month 514.66.",
        "2012-06-15",
        "1793.31",
        0,
        amounts("514.66"),
        published={
            "amount": "6175.88",
            "period": "year",
            "month": "675.88",
            "source": "http://14.snuipp.fr/spip.php?article1333",
            "reason": "The annual figure is the exact one truncated; the printed monthly figure is an error (6 175.88 / 12 = 514.66).",
        },
        origin="published figure, recomputed by " + ORACLE,
    )


def known_points():
    wage(
        "c1.660",
        "The scale amount and the seizable amount differ: 660.00 net in May 2026",
        "Scale: 373.33 / 20 + 286.67 / 10 = 47.3333. The RSA of 651.69 must stay: 660.00 - 651.69 = 8.31.",
        "2026-05-15",
        "660.00",
        0,
        {"garnishment": {"scale_amount": "47.33", "floor": "651.69", "seizable": "8.31"}},
    )
    for net, on, amount, case in (
        ("2082.00", "2024-07-16", "546.61", "Somme commission, 2024, resources truncated to whole euros"),
        ("1855.00", "2025-06-27", "381.94", "Paris court, 2025: the whole-euro base that gives the stated share"),
        ("2043.00", "2025-06-23", "507.28", "Saint-Étienne court, 2025: the whole-euro base that gives the stated share"),
    ):
        wage(
            f"file.{net[:4]}",
            f"Base {net} on the scale of {on[:4]}: {amount}",
            "Exact brackets; the same share is stated in a reported over-indebtedness file.",
            on,
            net,
            0,
            amounts(amount, amount),
            published={"amount": amount, "source": case, "reason": "Agrees."},
            origin="published figure, recomputed by " + ORACLE,
        )
    wage("list.2000", "2 000.00 net in 2026", "331.1528 + 2/3 of (2 000 - 1 789.1667) = 471.71.", "2026-02-10", "2000.00", 0, amounts("471.71", "471.71"))
    wage("list.1640", "1 640.00 net in 2024", "208.3333 + 1/3 of (1 640 - 1 401.6667) = 287.78.", "2024-06-25", "1640.00", 0, amounts("287.78", "287.78"))
    wage("list.700", "700.00 net in 2025", "18.50 + 330 / 10 = 51.50; 700.00 - 646.52 = 53.48 would be left above the RSA.", "2025-06-15", "700.00", 0, amounts("51.50", "51.50"))
    wage("zero", "Nothing earned", "No bracket is reached.", "2026-05-15", "0.00", 0, amounts("0.00", "0.00"))
    wage("one_cent", "One cent", "1/20 of a cent rounds to nothing.", "2026-05-15", "0.01", 0, amounts("0.00", "0.00"))
    wage("rsa_exact", "Net equal to the RSA", "Nothing is above the floor: scale 18.6667 + 27.8357 = 46.50, seizable nil.", "2026-05-15", "651.69", 0, amounts("46.50", "0.00"))
    wage("rsa_plus_cent", "One cent above the RSA", "Only that cent can be seized.", "2026-05-15", "651.70", 0, amounts("46.50", "0.01"))
    wage(
        "largest",
        "Largest amount a document can hold",
        "Everything above 25 810 a year is seizable: the amount less what the first six brackets leave.",
        "2026-05-15",
        "90071992547409.91",
        0,
    )


def half_cents():
    """Exact halves go up, never down and never to even."""
    for slug, net, on, dependants, exact, amount in (
        ("half.010", "100.10", "2026-05-15", 0, "5.005", "5.01"),
        ("half.030", "100.30", "2026-05-15", 0, "5.015", "5.02"),
        ("half.tenth", "400.05", "2025-05-15", 0, "21.505", "21.51"),
        ("half.2016_t2", "606.67", "2016-06-15", 0, "45.1253", "45.13"),
        ("half.2023_t1", "347.50", "2023-06-15", 0, "17.375", "17.38"),
    ):
        wage(slug, f"{net} net: {exact} becomes {amount}", f"The exact amount is {exact}; one rounding, half up.", on, net, dependants, amounts(amount), law=SCALE)


def bounds():
    """Each side of each bound of 2026: the bound belongs to the lower bracket, and no cent jumps."""
    thresholds = texts.GARNISHMENT_SCALES[-1][1]
    for place, threshold in enumerate(thresholds, start=1):
        below = 100 * threshold // 12
        for slug, net in (("below", below), ("above", below + 1)):
            wage(
                f"bound.2026.{place}.{slug}",
                f"Bound {place} of 2026 ({threshold} a year): {slug} it",
                f"{threshold} / 12 lies between {euros(below)} and {euros(below + 1)}, or is the first of them.",
                "2026-05-15",
                euros(net),
                0,
                law=SCALE,
            )


def every_scale():
    """First and last day of each scale, on which the neighbours' figures differ."""
    starts = [row[0] for row in texts.GARNISHMENT_SCALES]
    for place, (start, thresholds, increment) in enumerate(texts.GARNISHMENT_SCALES):
        first = max(start, day("2009-06-01"))
        if place + 1 < len(starts):
            last = type(start).fromordinal(starts[place + 1].toordinal() - 1)
        else:
            last = texts.SCALE_VERIFIED_UNTIL
        for slug, on in (("first", first), ("last", last)):
            for dependants in ("0", "1.5"):
                wage(
                    f"year.{start.isoformat()}.{slug}.{dependants.replace('.', '_')}",
                    f"Scale of {start}: {slug} day{' covered' if first != start and slug == 'first' else ''}, {dependants} dependants",
                    f"Thresholds {', '.join(map(str, thresholds))}, raised by {increment} for each dependant.",
                    on.isoformat(),
                    "1723.45",
                    dependants,
                    household=single(),
                )


def dependants():
    wage("dependants.half", "Half a dependant raises each threshold by half the increment", "870 a year added to each threshold of 2026.", "2026-05-15", "1500.00", "0.5")
    wage("dependants.one", "One dependant", "1 740 a year added to each threshold of 2026.", "2026-05-15", "1500.00", 1)
    wage("dependants.many", "Eight dependants: the whole pay is in the first bracket", "1 800 x 12 is under 4 480 + 8 x 1 740 by far: 1/20.", "2026-05-15", "1500.00", 8, amounts("75.00", "75.00"))
    wage("dependants.hundred", "A hundred dependants, the largest number accepted", "1/20 of the whole.", "2026-05-15", "5000.00", 100, amounts("250.00", "250.00"))
    wage("dependants.number", "Dependants written as the JSON number 2", "The same as \"2\".", "2026-05-15", "2000.00", 2, {"garnishment": {"dependants": "2"}})
    wage("dependants.text", "Dependants written as the string 2.0", "The same as 2.", "2026-05-15", "2000.00", "2.0", {"garnishment": {"dependants": "2"}})


def overlays():
    reform = {"name": "reform", "garnishment_scale": [{"from": "2026-03-01", "thresholds": [5000, 9000, 13500, 18000, 22500, 27000], "increment": 1800}]}
    wage("overlay.before", "An overlay's scale does not act before its date", "Assessed the day before: 234.76 as in the decree.", "2026-02-28", "1500.00", 0, {"law_book": {"overlays": ["reform"]}, "garnishment": {"scale_amount": "234.76"}}, law_part={"overlays": [reform]})
    wage("overlay.since", "An overlay's scale acts from its date", "20.8333 + 33.3333 + 75 + 93.75 = 222.92 on made-up thresholds.", "2026-03-01", "1500.00", 0, {"law_book": {"overlays": ["reform"]}, "garnishment": {"scale_amount": "222.92"}}, law_part={"overlays": [reform]})
    same = {"name": "other_2026", "garnishment_scale": [{"from": "2026-01-01", "thresholds": [5000, 9000, 13500, 18000, 22500, 27000], "increment": 1800}]}
    wage("overlay.same_date", "An overlay entry of the same date takes the place of the decree's", "The same made-up thresholds, from 1 January.", "2026-01-15", "1500.00", 0, amounts("222.92"), law_part={"overlays": [same]})


def build():
    worked_examples()
    known_points()
    half_cents()
    bounds()
    every_scale()
    dependants()
    overlays()
