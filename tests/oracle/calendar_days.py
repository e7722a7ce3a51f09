"""Time limits counted by the texts: CPC 640 to 644, holidays of C. trav. L. 3133-1, L. 3134-13, L. 3422-2.

A delay is a pair: ``("days", 15)``, ``("months", 3)``, ``("workable_days", 5)`` (jours ouvrables), ``("working_days", 1)`` (jours
ouvrés), ``("end_of_next_month", None)``, ``("open", None)``. Kinds: act, period, backward, open.
"""

from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1990, 2100
SETS = (
    "national", "alsace_moselle", "guadeloupe", "guyane", "martinique", "reunion", "mayotte", "saint_barthelemy",
    "saint_martin", "none",
)
KINDS = ("act", "period", "backward")
FURTHER = {"near": 0, "overseas": 1, "abroad": 2}

# L. 3133-1, the days that stand in one place of the year.
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
# The same article: days after Easter Sunday.
AFTER_EASTER = (1, 39, 50)


class NoAnswer(Exception):
    """The law has no answer; ``name`` is the code of the error."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


@cache
def easter(year):
    """The Sunday after the fourteenth day of the paschal moon, as the reform of 1582 has it: golden number, epact, Sunday."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_days_left_out = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - leap_days_left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    paschal = date(year, 3, 1) + (full_moon - 1) * DAY
    return paschal + (7 - (paschal.weekday() + 1) % 7) * DAY


def abolition(holiday_set, year):
    """The day that commemorates the abolition of slavery (décret 83-1003, L. 3422-2); None where there is none."""
    days = {"mayotte": (4, 27), "martinique": (5, 22), "guadeloupe": (5, 27), "guyane": (6, 10), "reunion": (12, 20)}
    if holiday_set == "saint_martin":
        # 28 May is kept since the circular of 2018; before, 27 May as in Guadeloupe.
        return date(year, 5, 28 if year >= 2018 else 27)
    if holiday_set == "saint_barthelemy":
        # A part of Guadeloupe until 14 July 2007; a day of its own since the decree of April 2012.
        if year <= 2007:
            return date(year, 5, 27)
        return date(year, 10, 9) if year >= 2012 else None
    return date(year, *days[holiday_set]) if holiday_set in days else None


@cache
def holidays(year, holiday_set):
    """The holidays of a year; none at all of the set ``none``."""
    if holiday_set == "none":
        return frozenset()
    if year < FIRST_YEAR:
        raise NoAnswer("law.before_coverage")
    if year > LAST_YEAR:
        raise NoAnswer("law.after_coverage")
    days = {date(year, month, day) for month, day in FIXED} | {easter(year) + n * DAY for n in AFTER_EASTER}
    if holiday_set == "alsace_moselle":
        days |= {easter(year) - 2 * DAY, date(year, 12, 26)}
    days.add(abolition(holiday_set, year))
    return frozenset(days - {None})


def is_holiday(day, holiday_set):
    return day in holidays(day.year, holiday_set)


def is_worked(day, holiday_set, saturdays=False):
    """Neither Sunday nor holiday; nor Saturday unless ``saturdays``."""
    holiday = is_holiday(day, holiday_set)
    return not holiday and day.isoweekday() <= (6 if saturdays else 5)


def month_end(year, month):
    return (date(year + month // 12, month % 12 + 1, 1)) - DAY


def add_months(day, months):
    """The same number of day, or the last of the month (CPC 641 al. 2); months may be negative."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        if not 1 <= year <= 9999:
            raise NoAnswer("arithmetic.overflow") from None
        return month_end(year, month)


def add_days(day, days):
    try:
        return day + days * DAY
    except OverflowError:
        raise NoAnswer("arithmetic.overflow") from None


def expiry(start, delay, kind, holiday_set, residence="near", months=0):
    """The last day before days off are looked at; None for an open limit. ``months`` come before (CPC 641 al. 3)."""
    what, length = delay
    if what == "open" or kind == "open":
        return None
    way = -1 if kind == "backward" else 1
    further = FURTHER[residence] + months
    if what == "months":
        return add_months(start, way * (length + further))
    if what == "end_of_next_month":
        if way < 0:
            raise NoAnswer("field.not_applicable")
        end = add_months(start, further + 1)
        return month_end(end.year, end.month)
    day = add_months(start, way * further)
    if what == "days":
        return add_days(day, way * length)
    while length:
        day = add_days(day, way)
        length -= is_worked(day, holiday_set, saturdays=what == "workable_days")
    return day


def count(start, delay, kind, holiday_set="national", residence="near", months=0):
    """The last day as counted, and the last day to act (CPC 642); (None, None) for an open limit."""
    expires = expiry(start, delay, kind, holiday_set, residence, months)
    due = expires
    if expires is not None and kind != "period":
        while not is_worked(due, holiday_set):
            due = add_days(due, -1 if kind == "backward" else 1)
    return expires, due


# The texts' own cases and those of the Cour de cassation.
assert count(date(2004, 5, 21), ("days", 15), "act")[1] == date(2004, 6, 7)
assert count(date(2008, 3, 3), ("days", 20), "act") == (date(2008, 3, 23), date(2008, 3, 25))
assert count(date(2027, 11, 30), ("months", 3), "period")[1] == date(2028, 2, 29)
assert count(date(2026, 1, 15), ("end_of_next_month", None), "period")[1] == date(2026, 2, 28)
assert (easter(2000), easter(2008), easter(2038), easter(2049)) == (
    date(2000, 4, 23), date(2008, 3, 23), date(2038, 4, 25), date(2049, 4, 18)
)
