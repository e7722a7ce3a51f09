"""Our holidays of each set and year from 2000 to 2040 against those that two packages publish (requirements.txt).

Where a package differs, the difference is listed here with its reason; a reason that no day needs is a fault too.
"""

import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import holidays
from jours_feries_france import JoursFeries
from program import Tally, arguments

import calendar_days

YEARS = range(2000, 2041)

# Our set, the zone of the administration's package, the subdivisions of the other one.
SETS = (
    ("national", "Métropole", (None, "PM")),
    ("national", "Saint-Pierre-et-Miquelon", ()),
    ("alsace_moselle", "Alsace-Moselle", ("57", "6AE")),
    ("guadeloupe", "Guadeloupe", ("971",)),
    ("guyane", "Guyane", ("973",)),
    ("martinique", "Martinique", ("972",)),
    ("reunion", "La Réunion", ("974",)),
    ("mayotte", "Mayotte", ("976",)),
    ("saint_barthelemy", "Saint-Barthélémy", ("BL",)),
    ("saint_martin", "Saint-Martin", ("MF",)),
)

SCHOELCHER = ("guadeloupe", "martinique", "saint_martin")

# Package, whether the day is in theirs only or in ours only, when, and why ours stands.
REASONS = (
    (
        "holidays", "ours", "Whit Monday of 2005 to 2007",
        lambda name, day: 2005 <= day.year <= 2007 and day == calendar_days.easter(day.year) + timedelta(days=50),
        "statute 2004-626 made it a day of work, it stayed in the list of holidays (Conseil d'État, 3 May 2005)",
    ),
    (
        "holidays", "theirs", "day of Victor Schœlcher",
        lambda name, day: name in SCHOELCHER and (day.month, day.day) == (7, 21),
        "custom: L. 3422-2 does not name it",
    ),
    (
        "holidays", "theirs", "Good Friday and Mi-Carême in Guadeloupe",
        lambda name, day: name == "guadeloupe" and calendar_days.easter(day.year) - day in (timedelta(2), timedelta(24)),
        "custom: neither L. 3133-1 nor L. 3422-2 names them",
    ),
    (
        "holidays", "ours", "27 May in Saint-Martin to 2017",
        lambda name, day: name == "saint_martin" and day.year <= 2017 and (day.month, day.day) == (5, 27),
        "a commune of Guadeloupe until 2007 (décret 83-1003), named with 27 May by décret 2012-553",
    ),
    (
        "holidays", "theirs", "28 May in Saint-Martin before 2018",
        lambda name, day: name == "saint_martin" and 2012 <= day.year <= 2017 and (day.month, day.day) == (5, 28),
        "the text said 27 May; 28 May is kept since the circular of 4 May 2018",
    ),
    (
        "holidays", "ours", "27 May in Saint-Barthélemy to 2007",
        lambda name, day: name == "saint_barthelemy" and day.year <= 2007 and (day.month, day.day) == (5, 27),
        "a commune of Guadeloupe until 14 July 2007 (décret 83-1003)",
    ),
    (
        "jours-feries-france", "ours", "27 May in Saint-Barthélemy to 2007",
        lambda name, day: name == "saint_barthelemy" and day.year <= 2007 and (day.month, day.day) == (5, 27),
        "a commune of Guadeloupe until 14 July 2007 (décret 83-1003)",
    ),
    (
        "jours-feries-france", "theirs", "9 October in Saint-Barthélemy before 2012",
        lambda name, day: name == "saint_barthelemy" and day.year <= 2011 and (day.month, day.day) == (10, 9),
        "named by décret 2012-553 of 23 April 2012",
    ),
)


def ours(program, name, year):
    command = [program, "deadlines", "--holidays-of", str(year), "--holidays", name, "--json"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)
    return {date.fromisoformat(day["date"]) for day in answer["days"]}


def published(zone, subdivisions, year):
    yield "jours-feries-france", zone, set(JoursFeries.for_year(year, zone).values())
    for subdivision in subdivisions:
        yield "holidays", subdivision or "France", set(holidays.France(subdiv=subdivision, years=year))


def main():
    options = arguments(__doc__)
    tally, used = Tally("published holidays"), Counter()
    for name, zone, subdivisions in SETS:
        for year in YEARS:
            known = ours(options.program, name, year)
            tally.judge(None if known == calendar_days.holidays(year, name) else "not those of the texts", f"{name} {year}")
            for package, place, theirs in published(zone, subdivisions, year):
                unexplained = []
                for side, days in (("ours", known - theirs), ("theirs", theirs - known)):
                    for day in days:
                        fitting = [r for r in REASONS if r[:2] == (package, side) and r[3](name, day)]
                        used.update((r[0], r[2]) for r in fitting)
                        if not fitting:
                            unexplained.append(f"{day} only in {side}")
                tally.judge("; ".join(unexplained) or None, f"{package}, {place}, {year}")
    for package, side, what, _, why in REASONS:
        print(f"{package}: {what} ({used[package, what]} days only in {side}): {why}")
        tally.judge(None if used[package, what] else "a reason without a difference", f"{package}: {what}")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
