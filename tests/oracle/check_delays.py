"""Random time limits of every kind, set of holidays and residence: `apurement deadlines --csv` against the texts."""

import random
import sys
from datetime import date, timedelta

import calendar_days
from program import Tally, arguments, compare_columns

HEADER = "date,months,days,unit,kind,holidays,residence"
FIRST, LAST = date(1995, 1, 1), date(2095, 12, 31)
UNITS = ("days", "workable_days", "working_days")
# Days around which months and days off matter most: month and day.
EDGES = ((2, 27), (2, 28), (11, 30), (12, 24), (12, 31), (1, 31), (4, 30), (5, 1), (5, 7), (8, 31), (5, 27), (10, 9))


def random_day(pick):
    """Anywhere in the years, beside a holiday that moves, or at an edge; now and then where the holidays end."""
    kind = pick.random()
    if kind < 0.02:
        year = pick.choice((1989, 1990, 2100, 2101))
        return date(year, 1, 1) + timedelta(days=pick.randrange(365))
    if kind < 0.6:
        return FIRST + timedelta(days=pick.randrange((LAST - FIRST).days + 1))
    year = pick.randint(FIRST.year, LAST.year)
    if kind < 0.8:
        return calendar_days.easter(year) + timedelta(days=pick.randint(-40, 60))
    if kind < 0.85 and year % 4 == 0:
        return date(year, 2, 29)
    return date(year, *pick.choice(EDGES))


def random_length(pick):
    """Months, days of a unit, or months and then days."""
    form = pick.random()
    months = pick.choice((0, 1, 2, 3, 6, 12, 24, 60, 84, pick.randint(0, 130)))
    days = pick.choice((0, 1, 8, 15, 20, 30, pick.randint(0, 130)))
    if form < 0.35:
        return months, None, "days"
    unit = "days" if form < 0.7 else pick.choice(UNITS)
    return (months if pick.random() < 0.15 else None), days, unit


def rows(count, seed):
    pick = random.Random(seed)
    for _ in range(count):
        day, (months, days, unit) = random_day(pick), random_length(pick)
        kind = pick.choice(calendar_days.KINDS)
        holiday_set = pick.choice(calendar_days.SETS)
        residence = pick.choice(("near", "near", "overseas", "abroad"))
        if pick.random() < 0.001:
            days = 4_294_967_295
        cells = (day, "" if months is None else months, "" if days is None else days, unit, kind, holiday_set, residence)
        expected = result(day, months, days, unit, kind, holiday_set, residence)
        yield ",".join(map(str, cells)), expected


def result(day, months, days, unit, kind, holiday_set, residence):
    delay, first = (("months", months), 0) if days is None else ((unit, days), months or 0)
    if days and days > 1_000_000:
        # Days of work are followed one by one until the holidays end; all others leave the calendar at once.
        if unit != "days" and holiday_set != "none":
            return "", "", {"law.after_coverage", "law.before_coverage"}
        return "", "", {"arithmetic.overflow"}
    try:
        expires, due = calendar_days.count(day, delay, kind, holiday_set, residence, first)
    except calendar_days.NoAnswer as answer:
        return "", "", {answer.name}
    return str(expires), str(due), ""


def main():
    options = arguments(__doc__, rows=200_000)
    tally = Tally("delays")
    command = [options.program, "deadlines", "--csv"]
    compare_columns("deadlines", command, HEADER, rows(options.rows, options.seed), tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
