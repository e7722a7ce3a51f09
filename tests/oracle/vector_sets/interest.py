"""fr/interest: legal rates, days, increase, payments, capitalisation, listed claims, errors.

Figures that can be redone by hand are typed; amount x rate x days / 365 unless the vector says otherwise.
"""

import interest
import published as printed_elsewhere

from .common import ORACLE, record, request, subset

FOLDER = "fr/interest"
ON = "2026-11-20"
LEGAL = ["C. mon. fin. L. 313-2", "C. mon. fin. D. 313-1-A", "C. civ. 1231-6"]
INCREASE = ["C. mon. fin. L. 313-3"]
IMPUTATION = ["C. civ. 1343-1"]
OLDEST = ["C. civ. 1342-10"]
COMPOUNDING = ["C. civ. 1343-2"]
GARNISHED = ["CPCE L. 212-13"]
GRACE = ["C. civ. 1343-5"]
NIL = ["C. conso. L. 722-14"]
WINDOW = ["C. conso. L. 721-2", "C. conso. R. 724-2"]

INDIVIDUALS = {"kind": "legal", "class": "individuals"}
OTHERS = {"kind": "legal", "class": "others"}
NONE = {"kind": "none"}
MADE_UP = [{"name": "made-up rates", "legal_interest": [{"from": "2027-01-01", "individuals": "7.00", "others": "3.00"}]}]


def contract(percent, **more):
    return {"kind": "contract", "percent": percent, **more}


def claim(amount, since, until=None, rate=OTHERS, **more):
    """One claim; ``amount`` may be a list of (amount, day)."""
    sums = amount if isinstance(amount, list) else [(amount, since)]
    facts = {"id": "c1", "principal": [{"amount": a, "from": on} for a, on in sums], "rate": rate, **more}
    return {**facts, "until": until} if until else facts


def pays(*rows):
    return {"payments": [{"on": on, "amount": amount, **(rest[0] if rest else {})} for on, amount, *rest in rows]}


def document(facts, on=ON, day_count=None, overlays=None, **parts):
    conventions = {"day_count": day_count} if day_count else None
    law = {"overlays": overlays} if overlays else None
    return request(on, ["interest"], conventions=conventions, law=law, interest=[facts], **parts)


def counted(slug, title, law, reasoning, facts, expect, on=ON, day_count=None, **parts):
    """The figures typed by hand must be the oracle's; its whole block goes into the vector."""
    asked = document(facts, on, day_count, **parts)
    answer = interest.evaluate(asked)
    assert "errors" not in answer, (slug, answer)
    difference = subset(expect, answer["interest"][0])
    assert difference is None, (slug, difference)
    record(FOLDER, slug, title, law, ORACLE, reasoning, None, {"request": asked}, {"response": answer})


def refused(slug, title, reasoning, errors, facts, on=ON, law=(), **parts):
    asked = document(facts, on, **parts)
    if law:
        assert interest.evaluate(asked).get("errors") == set(errors), (slug, interest.evaluate(asked))
    record(FOLDER, slug, title, list(law), ORACLE if law else "tests/oracle, from the interface", reasoning, None, {"request": asked}, {"errors": [{"name": n, "path": p} for n, p in errors]})


def line(since, to, days, base, rate, kind, gained, **more):
    return {"from": since, "to": to, "days": days, "base": base, **more, "rate": rate, "rate_kind": kind, "interest": gained}


def accrued(amount, exact=None, **more):
    found = {"interest": {"accrued": amount}, **more}
    return {**found, "exact_interest": exact} if exact else found


def event(kind, on, **more):
    return {"kind": kind, "on": on, **more}


def rates():
    counted("half_year", "A half-year ends inside the period", LEGAL, "10 000 at 3.71 % for the 30 days of June 2025: 30.4932; at 2.76 % for 62 days: 46.8822; 77.3753 in all. Rounded apart, the lines would give 77.37: the cent left goes to the larger remainder.", claim("10000.00", "2025-06-01", "2025-09-01"), accrued("77.38"))
    counted("half_year.same", "The rate of the next half-year is the same", LEGAL, "0.90 % before and after 1 July 2017: one line of 30 days, 36 500 x 0.90 % x 30 / 365 = 27.00.", claim("36500.00", "2017-06-16", "2017-07-16"), {"lines": [line("2017-06-16", "2017-07-16", 30, "36500.00", "0.9", "legal", "27.00")], "exact_interest": "27"})
    for name, kind, rate, second, total in (("individuals", INDIVIDUALS, "4.06", "125.86", "127.10"), ("others", OTHERS, "0.93", "28.83", "30.07")):
        reason = f"36 500 at 0.04 % for the 31 days of December 2014: 1.24; at {rate} % for 31 days: {second}."
        rows = [line("2014-12-01", "2015-01-01", 31, "36500.00", "0.04", "legal", "1.24"), line("2015-01-01", "2015-02-01", 31, "36500.00", rate, "legal", second)]
        counted(f"two_classes.{name}", "One rate until 2014, two since 2015", LEGAL, reason, claim("36500.00", "2014-12-01", "2015-02-01", kind), accrued(total, lines=rows))
    counted("class.individuals", "The claim of an individual", LEGAL, "3 650 x 6.67 % x 181 / 365 = 120.727, the first half of 2026.", claim("3650.00", "2026-01-01", "2026-07-01", INDIVIDUALS), accrued("120.73", "120.727"))
    counted("class.others", "Any other claim", LEGAL, "3 650 x 2.62 % x 181 / 365 = 47.422.", claim("3650.00", "2026-01-01", "2026-07-01"), accrued("47.42", "47.422"))
    counted("years", "Three years of single rates", LEGAL, "3 650 at 3.79 % for 297 days of 2009: 112.563; 0.65 % for 365 days: 23.725; 0.38 %: 13.87; 0.71 % for 69 days of 2012: 4.899; 155.057 in all.", claim("3650.00", "2009-03-10", "2012-03-10"), accrued("155.06", "155.057"))
    counted("years.same", "Two years of the same rate", LEGAL, "4.26 % in 2001 and 2002, and nothing cuts the line: 3 650 x 4.26 % x 730 / 365 = 310.98.", claim("3650.00", "2001-01-01", "2003-01-01"), {"lines": [line("2001-01-01", "2003-01-01", 730, "3650.00", "4.26", "legal", "310.98")]})
    counted("first_day", "The first day that is known", LEGAL, "2.74 % on 1 January 2000: 36 500 x 2.74 % / 365 = 2.74.", claim("36500.00", "2000-01-01", "2000-01-02"), accrued("2.74"))
    counted("last_day", "The last day that is known", LEGAL, "2.75 % on 31 December 2026: 2.75; the rate of the day after is not known, so no interest of one more day.", claim("36500.00", "2026-12-31", "2027-01-01"), accrued("2.75"))
    counted("two_sums", "Each sum bears from its own day", LEGAL, "3 650 at 2.62 % for 31 days of January 2026: 8.122; 7 300 for the 28 days of February: 14.672.", claim([("3650.00", "2026-01-01"), ("3650.00", "2026-02-01")], None, "2026-03-01"), accrued("22.79", "22.794", principal={"start": "7300.00", "left": "7300.00"}))
    counted("overlay.next_year", "An overlay gives the first half of 2027", LEGAL, "36 500 at 2.75 % for the 31 days of December 2026: 85.25; at the overlay's 3.00 % for 31 days: 93.00.", claim("36500.00", "2026-12-01", "2027-02-01"), accrued("178.25"), overlays=MADE_UP)


def day_counts():
    law = LEGAL
    for name, principal, day_count, total, exact, why in (
        ("leap_day", "36500.00", "exact_365", "10.14", "10.14", "28 and 29 February 2024 at 5.07 %: 36 500 x 5.07 % x 2 / 365 = 10.14."),
        ("leap_day.actual", "36600.00", "actual_366", "10.14", "10.14", "The same two days are 2/366 of a leap year: 36 600 x 5.07 % x 2 / 366 = 10.14."),
    ):
        counted(name, "29 February", law, why, claim(principal, "2024-02-28", "2024-03-01"), accrued(total, exact), day_count=day_count)
    counted("leap_year", "A leap year in 365ths", law, "366 days: 3 650 x (8.01 % x 182 + 8.16 % x 184) / 365 = 295.926, more than a year's interest.", claim("3650.00", "2024-01-01", "2025-01-01", INDIVIDUALS), accrued("295.93", "295.926"))
    counted("leap_year.actual", "A leap year in 366ths", law, "3 660 x (8.01 % x 182 + 8.16 % x 184) / 366 = 295.926.", claim("3660.00", "2024-01-01", "2025-01-01", INDIVIDUALS), accrued("295.93", "295.926"), day_count="actual_366")
    counted("plain_year.actual", "366ths in a leap year only", law, "2025 has 365 days: 3 650 x (3.71 % x 181 + 2.76 % x 184) / 365 = 117.935.", claim("3650.00", "2025-01-01", "2026-01-01"), accrued("117.94", "117.935"), day_count="actual_366")
    counted("across_leap.actual", "One line over a leap and a plain year", ["C. civ. 1343-1"], "At 3.66 % of contract: 36 500 x 3.66 % x 10 / 366 = 36.50, then x 10 / 365 = 36.60; the same rate and the same base: one line.", claim("36500.00", "2024-12-22", "2025-01-11", contract("3.66")), {"lines": [line("2024-12-22", "2025-01-11", 20, "36500.00", "3.66", "contract", "73.10")], "exact_interest": "73.1"}, day_count="actual_366")
    counted("no_day", "Until the day it begins", LEGAL, "The last day does not count: no day, no line, no interest.", claim("1000.00", "2026-03-01", "2026-03-01"), accrued("0.00", lines=[], total_due="1000.00"))
    counted("half_cent", "A half cent is rounded up", LEGAL, "182.50 x 2.00 % x 1 / 365 = 0.01; at 1 %, 0.005: 0.01.", claim("182.50", "2026-03-01", "2026-03-02", contract("1")), accrued("0.01", "0.005"))
    counted("below_half", "Less than half a cent is nothing", LEGAL, "182.49 x 1 % / 365 = 0.0049997...", claim("182.49", "2026-03-01", "2026-03-02", contract("1")), accrued("0.00"))
    counted("rounded_once", "Days of less than half a cent add up", LEGAL, "100.00 x 1.46 % / 365 = 0.004 a day: 0.004, 0.008 and 0.012 after one, two and three days, so no cent, then one, then no other. The first payment finds no interest and pays principal; the second pays the cent.", claim("100.00", "2026-03-01", "2026-03-04", contract("1.46"), **pays(("2026-03-02", "0.01"), ("2026-03-03", "0.01"))), {"payments": [{"interest": "0.00", "principal": "0.01"}, {"interest": "0.01", "principal": "0.00"}]})


def printed():
    page, principal, percent, months = printed_elsewhere.INTEREST_BY_MONTH
    for since, until, amount in months:
        asked = document(claim(principal, since, until, contract(percent)), day_count="actual_366")
        block = interest.evaluate(asked)["interest"][0]
        assert block["interest"]["accrued"] == amount, (since, block)
        published = {"amounts": {"interest": amount}, "source": page, "reason": "Agrees."}
        reasoning = f"{principal} x {percent} % x the days of the month, by 365 in 2015 and 366 in 2016."
        origin = "published figure, recomputed by " + ORACLE
        record(FOLDER, f"published.{since[:7]}", f"Printed interest of {since[:7]}", IMPUTATION, origin, reasoning, published, {"request": asked}, {"response": {"interest": [block]}})


def increases():
    def asked(slug, headline, reasoning, since, until, expect, rate=OTHERS, law=(), more=None, **facts):
        counted(slug, headline, INCREASE + list(law), reasoning, claim("36500.00", since, until, rate, increase=facts, **(more or {})), expect)

    asked("increase.two_months", "Five points after two months", "The two months that follow 15 January 2026 end with 15 March: 14 days at 2.62 % = 36.68, 16 at 7.62 % = 121.92.", "2026-03-02", "2026-04-01", accrued("158.60", lines=[line("2026-03-02", "2026-03-16", 14, "36500.00", "2.62", "legal", "36.68"), line("2026-03-16", "2026-04-01", 16, "36500.00", "7.62", "legal_increased", "121.92")]), enforceable_on="2026-01-15")
    asked("increase.last_day", "The last day without increase", "15 March only: 2.62.", "2026-03-15", "2026-03-16", accrued("2.62"), enforceable_on="2026-01-15")
    asked("increase.first_day", "The first day with it", "16 March only: 7.62.", "2026-03-16", "2026-03-17", accrued("7.62"), enforceable_on="2026-01-15")
    for slug, on, last, first in (("december", "2025-12-31", "2026-02-28", "2026-03-01"), ("december_leap", "2023-12-31", "2024-02-29", "2024-03-01"), ("december_30", "2025-12-30", "2026-02-28", "2026-03-01"), ("leap_day", "2024-02-29", "2024-04-29", "2024-04-30")):
        legal = {"2026": "2.62", "2024": "5.07"}[first[:4]]
        raised = f"{float(legal) + 5:.2f}"
        after = first[:-2] + f"{int(first[-2:]) + 1:02d}" if first != "2024-04-30" else "2024-05-01"
        asked(f"increase.from_{slug}", "Two months that end with a month" if slug != "leap_day" else "Two months from 29 February", f"From {on} to {last}, included; increased from {first}: {legal} + {raised}.", last, after, accrued(f"{float(legal) + float(raised):.2f}", lines=[line(last, first, 1, "36500.00", legal, "legal", legal), line(first, after, 1, "36500.00", raised, "legal_increased", raised)]), enforceable_on=on)
    asked("increase.auction", "Four months after an auction", "From 31 October 2025 to 28 February 2026, included.", "2026-02-28", "2026-03-02", accrued("10.24", lines=[line("2026-02-28", "2026-03-01", 1, "36500.00", "2.62", "legal", "2.62"), line("2026-03-01", "2026-03-02", 1, "36500.00", "7.62", "legal_increased", "7.62")]), enforceable_on="2025-10-31", auction=True)
    asked("increase.no_auction", "The same day, another decision", "Two months, not four: both days at 7.62 %.", "2026-02-28", "2026-03-02", accrued("15.24"), enforceable_on="2025-10-31", auction=False)
    asked("increase.unpaid_cheque", "The bailiff's title on an unpaid cheque", "It is no decision of a court (Cass. 2e civ., 7 January 2016, n° 14-26.449): 2.62 % for 30 days = 78.60.", "2026-04-01", "2026-05-01", accrued("78.60"), enforceable_on="2025-10-31", title="unpaid_cheque")
    asked("increase.exempted", "The judge exempts the debtor", "15 days at 7.62 % = 114.30, 15 at 2.62 % = 39.30.", "2026-04-01", "2026-05-01", accrued("153.60"), enforceable_on="2025-10-31", exempted_from="2026-04-16")
    asked("increase.reduced", "The judge leaves two points", "30 days at 4.62 % = 138.60.", "2026-04-01", "2026-05-01", accrued("138.60"), enforceable_on="2025-10-31", reduced_points="2.00")
    asked("increase.reduced_from", "Two points from a day on", "10 days at 7.62 % = 76.20, 20 at 4.62 % = 92.40.", "2026-04-01", "2026-05-01", accrued("168.60"), enforceable_on="2025-10-31", reduced_points="2.00", reduced_from="2026-04-11")
    asked("increase.reduced_to_nothing", "No point left", "30 days at 2.62 %.", "2026-04-01", "2026-05-01", accrued("78.60", lines=[line("2026-04-01", "2026-05-01", 30, "36500.00", "2.62", "legal", "78.60")]), enforceable_on="2025-10-31", reduced_points="0")
    asked("increase.then_exempted", "Reduced, then exempted", "10 days at 4.62 % = 46.20, 20 at 2.62 % = 52.40.", "2026-04-01", "2026-05-01", accrued("98.60"), enforceable_on="2025-10-31", reduced_points="2.00", exempted_from="2026-04-11")
    asked("increase.not_on_contract", "No increase on a rate that is not the legal one", "From 16 April the judge lowers the rate to 1 %: 15 days at 7.62 % = 114.30, 15 at 1 % = 15.00.", "2026-04-01", "2026-05-01", accrued("129.30", lines=[line("2026-04-01", "2026-04-16", 15, "36500.00", "7.62", "legal_increased", "114.30"), line("2026-04-16", "2026-05-01", 15, "36500.00", "1", "decided", "15.00")]), law=GARNISHED, more={"changes": [{"from": "2026-04-16", **contract("1.00")}]}, enforceable_on="2025-10-31")
    taken = {"withheld_on": "2026-04-11"}
    asked("withheld", "Sums taken from the pay bear no increase", "Paid over on 21 April, taken on 11 April. 10 days at 7.62 % on 36 500 = 76.20; 10 days at 7.62 % less 5 % on 3 650: 76.20 - 5.00 = 71.20. On 21 April the 3 650.00 pay 147.40 of interest and 3 502.60 of principal; 32 997.40 x 7.62 % x 10 / 365 = 68.8877.", "2026-04-01", "2026-05-01", accrued("216.29", lines=[line("2026-04-01", "2026-04-11", 10, "36500.00", "7.62", "legal_increased", "76.20"), line("2026-04-11", "2026-04-21", 10, "36500.00", "7.62", "legal_increased", "71.20", withheld="3650.00"), line("2026-04-21", "2026-05-01", 10, "32997.40", "7.62", "legal_increased", "68.89")]), law=GARNISHED, more=pays(("2026-04-21", "3650.00", taken)), enforceable_on="2025-10-31")
    asked("withheld.all", "More is taken than is owed in principal", "The increase bears on nothing, never on less: 2.62 % for 10 days = 26.20 on the whole.", "2026-04-11", "2026-04-21", accrued("26.20", lines=[line("2026-04-11", "2026-04-21", 10, "36500.00", "7.62", "legal_increased", "26.20", withheld="36500.00")]), law=GARNISHED, more=pays(("2026-04-21", "40000.00", taken)), enforceable_on="2025-10-31")
    asked("withheld.no_increase", "Sums taken before the increase", "Nothing to take off the legal rate: 10 days at 2.62 %.", "2026-02-11", "2026-02-21", accrued("26.20"), law=GARNISHED, more=pays(("2026-02-21", "3650.00", {"withheld_on": "2026-02-11"})), enforceable_on="2026-01-15")


def imputations():
    def paid(slug, title, law, reasoning, rows, expect, **facts):
        counted(slug, title, law, reasoning, claim("36500.00", "2026-03-02", "2026-04-01", contract("1.00"), **{**pays(*rows), **facts}), expect)

    cost = {"costs": [{"amount": "80.00", "on": "2026-03-05"}]}
    paid("payment.interest", "A payment smaller than the interest", IMPUTATION, "Ten days: 10.00 of interest. 4.00 is paid: 6.00 of interest left, the principal whole; 20 more days: 26.00.", [("2026-03-12", "4.00")], {"payments": [{"on": "2026-03-12", "amount": "4.00", "interest": "4.00", "principal": "0.00"}], "interest": {"accrued": "30.00", "paid": "4.00", "left": "26.00"}, "total_due": "36526.00"})
    paid("payment.interest_first", "Interest, then principal", IMPUTATION, "10.00 of interest and 3 650.00 of principal; 32 850 x 1 % x 20 / 365 = 18.00.", [("2026-03-12", "3660.00")], {"payments": [{"interest": "10.00", "principal": "3650.00"}], "interest": {"accrued": "28.00", "left": "18.00"}, "principal": {"paid": "3650.00", "left": "32850.00"}})
    paid("payment.principal_first", "Principal first, by decision of the judge", IMPUTATION + GARNISHED + GRACE, "3 650.00 of principal; the 10.00 of interest wait, and 18.00 more accrue.", [("2026-03-12", "3650.00")], {"payments": [{"interest": "0.00", "principal": "3650.00"}], "interest": {"accrued": "28.00", "paid": "0.00", "left": "28.00"}}, imputation="principal_first")
    paid("payment.costs", "Costs, interest, principal", IMPUTATION + OLDEST, "80.00 of costs, 10.00 of interest, 10.00 of principal.", [("2026-03-12", "100.00")], {"payments": [{"costs": "80.00", "interest": "10.00", "principal": "10.00"}], "costs": {"paid": "80.00", "left": "0.00"}}, **cost)
    paid("payment.costs_last", "Principal first leaves costs for the end", IMPUTATION, "36 500.00 of principal, 10.00 of interest, 30.00 of costs; 50.00 of costs left and nothing bears any more.", [("2026-03-12", "36540.00")], {"payments": [{"costs": "30.00", "interest": "10.00", "principal": "36500.00"}], "total_due": "50.00"}, imputation="principal_first", **cost)
    paid("payment.later_costs", "Costs are due from their own day", IMPUTATION, "On 4 March no cost is due: 2.00 of interest, 98.00 of principal; the 80.00 of 5 March stay.", [("2026-03-04", "100.00")], {"payments": [{"costs": "0.00", "interest": "2.00", "principal": "98.00"}], "costs": {"left": "80.00"}}, **cost)
    paid("payment.overpaid", "More than is due", IMPUTATION, "36 500.00 + 10.00; 490.00 too much, shown and kept for nothing.", [("2026-03-12", "37000.00")], {"payments": [{"interest": "10.00", "principal": "36500.00", "overpaid": "490.00"}], "lines": [line("2026-03-02", "2026-03-12", 10, "36500.00", "1", "contract", "10.00"), line("2026-03-12", "2026-04-01", 20, "0.00", "1", "contract", "0.00")], "total_due": "0.00"})
    paid("payment.first_day", "Paid on the first day", IMPUTATION, "No interest yet: 3 650.00 of principal; 32 850 x 1 % x 30 / 365 = 27.00.", [("2026-03-02", "3650.00")], {"payments": [{"interest": "0.00", "principal": "3650.00"}], "interest": {"accrued": "27.00"}})
    paid("payment.last_day", "Paid on the last day", IMPUTATION, "30.00 of interest and 70.00 of principal; nothing accrues after.", [("2026-04-01", "100.00")], {"payments": [{"interest": "30.00", "principal": "70.00"}], "total_due": "36430.00"})
    paid("payment.same_day", "Two payments on one day", IMPUTATION, "The first finds the 10.00 of interest, the second principal only.", [("2026-03-12", "10.00"), ("2026-03-12", "3650.00")], {"payments": [{"interest": "10.00", "principal": "0.00"}, {"interest": "0.00", "principal": "3650.00"}]})
    paid("payment.any_order", "Payments written in any order", IMPUTATION, "They are counted in the order of their days.", [("2026-03-22", "5.00"), ("2026-03-12", "10.00")], {"payments": [{"on": "2026-03-12", "interest": "10.00"}, {"on": "2026-03-22", "interest": "5.00"}]})
    sums = [("3650.00", "2026-03-12"), ("36500.00", "2026-03-02")]
    counted("payment.oldest", "The oldest sum is paid first", OLDEST, "36 500 for 20 days and 3 650 for 10: 20.00 + 1.00; 20 021.00 pay 20 000.00 of the older sum.", claim(sums, None, "2026-03-22", contract("1.00"), **pays(("2026-03-22", "20021.00"))), {"payments": [{"interest": "21.00", "principal": "20000.00"}], "principal": {"left": "20150.00"}})
    counted("payment.not_yet_due", "A payment pays nothing that is not yet due", OLDEST, "On 7 March 36 500.00 and 5.00 of interest are due; 95.00 is too much, though 3 650.00 fall due on 12 March.", claim(sums, None, "2026-03-22", contract("1.00"), **pays(("2026-03-07", "36600.00"))), {"payments": [{"interest": "5.00", "principal": "36500.00", "overpaid": "95.00"}], "principal": {"left": "3650.00"}, "interest": {"accrued": "6.00"}})


def compoundings():
    def joined(slug, title, reasoning, until, expect, since="2023-03-01", first=None, basis="judgment", **facts):
        counted(slug, title, COMPOUNDING, reasoning, claim("10000.00", first or since, until, contract("10"), compounding={"basis": basis, "from": since}, **facts), expect)

    year = {"on": "2024-03-01", "amount": "1002.74"}
    joined("compounding.short", "Less than a year", "365 days, 1 000.00, where the whole year has 366: nothing bears interest in its turn before it is over.", "2024-02-29", {"interest": {"accrued": "1000.00"}, "next_day_interest": "200/73"})
    joined("compounding.year", "Exactly a year", "10 000 x 10 % x 366 / 365: 1 002.74 joins what bears, on the last day.", "2024-03-01", {"interest": {"accrued": "1002.74"}, "capitalised": [year]})
    for basis in ("contract", "judgment"):
        joined(f"compounding.two_years.{basis}", f"Two years, by the {basis}", "1 002.74 after 366 days; 11 002.74 x 10 % = 1 100.274: 1 100.27 after 365 more. 2 103.01 in all, of which the exact sum is 1 002.739726... + 1 100.274.", "2025-03-01", {"capitalised": [year, {"on": "2025-03-01", "amount": "1100.27"}], "interest": {"accrued": "2103.01"}}, basis=basis)
    joined("compounding.paid", "Interest paid in the year does not join", "Half a year: 184 days = 504.11, paid; 182 more days = 498.63 join.", "2024-03-01", {"capitalised": [{"on": "2024-03-01", "amount": "498.63"}]}, **pays(("2023-09-01", "504.11")))
    joined("compounding.before", "Interest of before never joins", "The order runs from 1 March 2023: the 59 days before, 161.64, stay apart; 1 002.74 joins.", "2024-03-01", {"capitalised": [year], "interest": {"accrued": "1164.38"}}, first="2023-01-01")
    joined("compounding.paid_before_principal", "Capitalised interest is still interest", "On 1 March 2024, 1 002.74 has joined; the payment of that day came first and found it still due: nothing left to join.", "2025-03-01", {"payments": [{"interest": "1002.74", "principal": "0.00"}], "capitalised": [{"on": "2025-03-01", "amount": "1000.00"}]}, **pays(("2024-03-01", "1002.74")))
    joined("compounding.leap_day", "From 29 February", "The year ends on 28 February 2025: 365 days, 1 000.00.", "2025-03-01", {"capitalised": [{"on": "2025-02-28", "amount": "1000.00"}]}, since="2024-02-29")
    counted("compounding.none", "Interest does not bear interest by itself", COMPOUNDING, "Two years at 10 %, 731 days on the principal alone: 2 002.74.", claim("10000.00", "2023-03-01", "2025-03-01", contract("10")), accrued("2002.74"))


def own_rates():
    counted("contract", "The rate of the contract", IMPUTATION, "3 650 x 5.20 % x 30 / 365 = 15.60.", claim("3650.00", "2026-04-01", "2026-05-01", contract("5.20")), accrued("15.60", "15.6"))
    counted("contract.next_year", "A contract's rate needs no legal rate", IMPUTATION, "3 650 x 5.20 % x 90 / 365 = 46.80, into 2027.", claim("3650.00", "2026-12-01", "2027-03-01", contract("5.20")), accrued("46.80"))
    counted("contract.before_2000", "Nor before 2000", IMPUTATION, "3 650 x 5.20 % x 31 / 365 = 16.12.", claim("3650.00", "1999-12-01", "2000-01-01", contract("5.20")), accrued("16.12"), on="2024-05-15")
    counted("none", "A claim that bears nothing", IMPUTATION, "Its days are shown all the same.", claim("3650.00", "2026-04-01", "2026-05-01", NONE), accrued("0.00", lines=[line("2026-04-01", "2026-05-01", 30, "3650.00", "0", "none", "0.00")]))
    counted("lowered.garnishment", "The judge lowers the rate under a garnishment", GARNISHED, "15 days at 5.20 % = 7.80, 15 at 1 % = 1.50.", claim("3650.00", "2026-04-01", "2026-05-01", contract("5.20"), changes=[{"from": "2026-04-16", **contract("1")}]), accrued("9.30"))
    counted("lowered.grace", "Time to pay at the legal rate", GRACE, "15 days at 5.20 % = 7.80, 15 at 2.62 % = 3.93.", claim("3650.00", "2026-04-01", "2026-05-01", contract("5.20"), changes=[{"from": "2026-04-16", **OTHERS}]), accrued("11.73", lines=[line("2026-04-01", "2026-04-16", 15, "3650.00", "5.2", "contract", "7.80"), line("2026-04-16", "2026-05-01", 15, "3650.00", "2.62", "legal", "3.93")]))
    counted("changes.two", "One decision after another", GRACE, "10 days at 5.20 % = 5.20, 10 days of nothing, 10 at 1 % = 1.00.", claim("3650.00", "2026-04-01", "2026-05-01", contract("5.20"), changes=[{"from": "2026-04-11", **NONE}, {"from": "2026-04-21", **contract("1")}]), accrued("6.20"))
    counted("changes.before", "A decision of before the first day", GRACE, "1 % from the start: 3.00.", claim("3650.00", "2026-04-01", "2026-05-01", contract("5.20"), changes=[{"from": "2026-03-01", **contract("1")}]), accrued("3.00", lines=[line("2026-04-01", "2026-05-01", 30, "3650.00", "1", "decided", "3.00")]))


FILE = [
    event("file_deposited", "2025-01-10"),
    event("admissibility_decided", "2025-06-20"),
    event("orientation_decided", "2025-06-20"),
    event("plan_approved", "2025-10-15"),
    event("plan_effective", "2025-12-01", months=24),
    event("plan_lapsed", "2026-05-20"),
]


def listed():
    def course(slug, title, law, reasoning, since, until, events, expect, rate=None, amount="36500.00", on=ON, **facts):
        counted(slug, title, law, reasoning, claim(amount, since, until, rate or contract("5.20"), listed=True, **facts), expect, on=on, events=events)

    rows = [
        line("2025-01-01", "2025-04-11", 100, "36500.00", "5.2", "contract", "520.00"),
        line("2025-04-11", "2025-06-20", 70, "36500.00", "3.71", "window", "259.70"),
        line("2025-06-20", "2025-12-01", 164, "36500.00", "0", "suspended", "0.00"),
        line("2025-12-01", "2026-05-20", 170, "36500.00", "1", "plan", "170.00"),
        line("2026-05-20", "2026-11-20", 184, "36500.00", "5.2", "contract", "956.80"),
    ]
    course("listed.course", "From the contract to the lapse", NIL + WINDOW, "Deposit changes nothing; three months pass on 10 April 2025: the legal rate (3.71 %); nothing from admissibility; the plan's 1 %; the contract again from the lapse.", "2025-01-01", None, FILE, accrued("1906.50", lines=rows), plan_rate="1.00")
    counted("listed.not", "A claim that is not in the file", NIL, "The events say nothing of it: 688 days at 5.20 % = 3 577.60.", claim("36500.00", "2025-01-01", None, contract("5.20")), accrued("3577.60"), events=FILE)
    course("listed.nil_plan", "A plan without interest", NIL, "No rate given: the plan bears none.", "2025-12-01", "2025-12-31", FILE, accrued("0.00", lines=[line("2025-12-01", "2025-12-31", 30, "36500.00", "0", "plan", "0.00")]))
    deposit, admitted = event("file_deposited", "2025-01-10"), event("admissibility_decided", "2025-06-20")
    course("listed.admissible", "The day of admissibility bears nothing", NIL, "One day at 5.20 %, the next at nothing.", "2025-03-09", "2025-03-11", [deposit, event("orientation_decided", "2025-03-10"), event("admissibility_decided", "2025-03-10")], accrued("5.20", lines=[line("2025-03-09", "2025-03-10", 1, "36500.00", "5.2", "contract", "5.20"), line("2025-03-10", "2025-03-11", 1, "36500.00", "0", "suspended", "0.00")]))
    course("listed.no_increase", "No increase during the stay of interest", NIL + INCREASE, "10 days at 8.71 % before admissibility = 87.10, nothing after.", "2025-06-10", "2025-06-30", [deposit, event("orientation_decided", "2025-02-10"), admitted], accrued("87.10"), rate=OTHERS, increase={"enforceable_on": "2024-06-01"})
    course("window.both_ends", "First and last day of the window", WINDOW, "Deposit on 10 January: the window runs from 11 April to 10 July 2025, both included. 10 April 5.20, then 81 days of 3.71 %, 10 of 2.76 %, then 5.20 on 11 July.", "2025-04-10", "2025-07-12", [deposit], accrued("338.51", lines=[line("2025-04-10", "2025-04-11", 1, "36500.00", "5.2", "contract", "5.20"), line("2025-04-11", "2025-07-01", 81, "36500.00", "3.71", "window", "300.51"), line("2025-07-01", "2025-07-11", 10, "36500.00", "2.76", "window", "27.60"), line("2025-07-11", "2025-07-12", 1, "36500.00", "5.2", "contract", "5.20")]))
    course("window.never_raises", "A contract's rate below the legal one", WINDOW, "The window reduces: 3.00 % stays in April 2025, where the legal rate is 3.71 %; from 1 July it is 2.76 %.", "2025-04-10", "2025-07-12", [deposit], {"lines": [line("2025-04-10", "2025-07-01", 82, "36500.00", "3", "contract", "246.00"), line("2025-07-01", "2025-07-11", 10, "36500.00", "2.76", "window", "27.60"), line("2025-07-11", "2025-07-12", 1, "36500.00", "3", "contract", "3.00")]}, rate=contract("3.00"))
    course("window.equal", "A contract's rate equal to the legal one", WINDOW, "Nothing to reduce.", "2025-04-10", "2025-04-20", [deposit], {"lines": [line("2025-04-10", "2025-04-20", 10, "36500.00", "3.71", "contract", "37.10")]}, rate=contract("3.71"))
    course("window.individual", "A private lender", WINDOW, "The legal rate of an individual's claim, 7.21 %, reduces 9 %.", "2025-04-11", "2025-04-21", [deposit], accrued("72.10"), rate=contract("9.00", **{"class": "individuals"}))
    individual = {"rate": INDIVIDUALS, "changes": [{"from": "2025-03-01", **contract("9.00")}]}
    course("window.class_of_claim", "A decision's rate keeps the class of the creditor", WINDOW, "The claim of an individual, at 9 % by decision: brought down to 7.21 %, not to 3.71 %.", "2025-04-11", "2025-04-21", [deposit], accrued("72.10"), **individual)
    course("window.month_end", "Deposit on 30 November", WINDOW, "Three months end on 28 February 2026, six on 30 May: both are counted from the deposit. Window from 1 March to 30 May, 91 days.", "2026-02-28", "2026-06-01", [event("file_deposited", "2025-11-30")], {"lines": [line("2026-02-28", "2026-03-01", 1, "36500.00", "5.2", "contract", "5.20"), line("2026-03-01", "2026-05-31", 91, "36500.00", "2.62", "window", "238.42"), line("2026-05-31", "2026-06-01", 1, "36500.00", "5.2", "contract", "5.20")]})
    course("window.in_time", "Orientation on the last day of the three months", WINDOW, "Decided on 10 April: no window.", "2025-04-10", "2025-04-20", [deposit, event("orientation_decided", "2025-04-10")], accrued("52.00"))
    course("window.late", "Orientation a day too late", WINDOW, "The window is open, and stays: 5.20 + 9 x 3.71.", "2025-04-10", "2025-04-20", [deposit, event("orientation_decided", "2025-04-11")], accrued("38.59"))
    course("window.refused", "The commission decides otherwise", WINDOW, "Decided within the window, for the whole of it.", "2025-04-10", "2025-04-20", [deposit, event("legal_rate_refused", "2025-05-15")], accrued("52.00"))
    course("window.closed", "The file is closed within the three months", WINDOW, "There is no file left to orient: 5.20 a day.", "2025-04-10", "2025-04-20", [deposit, event("file_closed", "2025-03-01")], accrued("52.00"))
    course("window.not_yet", "Nobody knows yet that the three months will pass", WINDOW, "As of 1 April 2025 the window is not there: 5.20 a day.", "2025-04-10", "2025-04-20", [deposit], accrued("52.00"), on="2025-04-01")
    course("window.legal_rate", "A claim that bears the legal rate is no loan", WINDOW + INCREASE, "The increase stays: 10 days at 8.71 %.", "2025-04-11", "2025-04-21", [deposit], accrued("87.10"), rate=OTHERS, increase={"enforceable_on": "2024-06-01"})
    letter = [deposit, event("orientation_decided", "2025-02-10"), event("admissibility_decided", "2025-02-10"), event("measures_imposed", "2025-05-12"), event("measures_letter", "2025-07-15", months=6)]
    course("measures.letter", "No day fixed: the last day of the next month", NIL + ["C. conso. R. 733-8"], "Letter of 15 July 2025: 31 August. Six months from there: 28 February 2026. Then the contract.", "2025-08-30", "2026-03-02", letter, {"lines": [line("2025-08-30", "2025-08-31", 1, "36500.00", "0", "suspended", "0.00"), line("2025-08-31", "2026-02-28", 181, "36500.00", "2", "plan", "362.00"), line("2026-02-28", "2026-03-02", 2, "36500.00", "5.2", "contract", "10.40")]}, plan_rate="2")
    fixed = letter[:4] + [event("measures_letter", "2025-07-15"), event("measures_effective", "2025-08-10", months=6)]
    course("measures.fixed", "The day that the commission fixed", NIL + ["C. conso. R. 733-8"], "10 August 2025, before the end of the next month: no interest until the 9th.", "2025-08-08", "2025-08-12", fixed, {"lines": [line("2025-08-08", "2025-08-10", 2, "36500.00", "0", "suspended", "0.00"), line("2025-08-10", "2025-08-12", 2, "36500.00", "2", "plan", "4.00")]}, plan_rate="2")
    agreed = letter[:3] + [event("plan_approved", "2025-05-12"), event("plan_approval_letter", "2025-12-31", months=12)]
    course("plan.letter", "An agreed plan by its letter", NIL + ["C. conso. R. 732-1"], "Letter of 31 December 2025: 31 January 2026.", "2026-01-30", "2026-02-01", agreed, {"lines": [line("2026-01-30", "2026-01-31", 1, "36500.00", "0", "suspended", "0.00"), line("2026-01-31", "2026-02-01", 1, "36500.00", "2", "plan", "2.00")]}, plan_rate="2")
    course("listed.closed", "The file is closed without measures", NIL, "5 days of nothing, 5 at 5.20 %.", "2025-07-01", "2025-07-11", [deposit, event("orientation_decided", "2025-02-10"), admitted, event("file_closed", "2025-07-06")], accrued("26.00"))
    course("plan.over", "The plan has run its time", NIL, "One month from 1 September 2025: 30 days at 2 % = 60.00, then 5.20 a day.", "2025-09-01", "2025-10-03", letter[:3] + [event("plan_approved", "2025-05-12"), event("plan_effective", "2025-09-01", months=1)], accrued("70.40"), plan_rate="2")


def errors():
    def fault(slug, title, reasoning, name, path, **changed):
        facts = {**claim("1000.00", "2026-03-01", "2026-06-01"), **changed}
        refused(f"errors.{slug}", title, reasoning, [(name, f"interest[0]{path}")], facts)

    refused("errors.next_year", "The first half of 2027", "Its rate is not printed yet: no guess.", [("law.unknown_value", "interest[0]")], claim("1000.00", "2026-12-01", "2027-01-02"), law=LEGAL)
    refused("errors.before_2000", "Before 2000", "No rate is held here for 1999.", [("law.before_coverage", "interest[0]")], claim("1000.00", "1999-12-31", "2000-02-01"), law=LEGAL)
    refused("errors.overlay_over", "An overlay's rate holds for its half-year", "The rate of 1 July 2027 is another one.", [("law.unknown_value", "interest[0]")], claim("1000.00", "2026-12-01", "2027-07-02"), law=LEGAL, overlays=MADE_UP)
    refused("errors.overlay_gap", "An overlay that leaves a half-year out", "The rate of the second half of 2027 says nothing of the first, nor does that of 2026.", [("law.unknown_value", "interest[0]")], claim("1000.00", "2026-12-01", "2027-02-01"), law=LEGAL, overlays=[{"name": "made-up rates", "legal_interest": [{"from": "2027-07-01", "individuals": "7.00", "others": "3.00"}]}])
    fault("until", "An end before the beginning", "There is no negative time.", "date.before", ".until", until="2026-02-28")
    fault("payment_before", "A payment before anything was due", "The first sum bears from 1 March.", "date.before", ".payments[0].on", **pays(("2026-02-28", "10.00")))
    fault("payment_after", "A payment after the end", "The statement stops on 1 June.", "date.after", ".payments[0].on", **pays(("2026-06-02", "10.00")))
    fault("principal_after", "A sum that bears after the end", "The statement stops on 1 June.", "date.after", ".principal[1].from", principal=[{"amount": "1000.00", "from": "2026-03-01"}, {"amount": "5.00", "from": "2026-06-02"}])
    fault("costs_after", "Costs after the end", "The statement stops on 1 June.", "date.after", ".costs[0].on", costs=[{"amount": "5.00", "on": "2026-06-02"}])
    fault("withheld_after", "Taken after it was paid over", "A sum is taken, then paid over.", "date.after", ".payments[0].withheld_on", **pays(("2026-04-01", "10.00", {"withheld_on": "2026-04-02"})))
    fault("compounding_before", "Capitalisation before anything was due", "The first sum bears from 1 March.", "date.before", ".compounding.from", compounding={"basis": "judgment", "from": "2026-02-28"})
    fault("no_principal", "No principal", "Nothing bears interest.", "field.missing", ".principal", principal=[])
    fault("increase_contract", "The increase of a contract's rate", "L. 313-3 adds to the legal rate only.", "field.not_applicable", ".increase", rate=contract("5.20"), increase={"enforceable_on": "2026-01-01"})
    fault("changes_order", "Decisions out of order", "The second is older.", "date.order", ".changes[1].from", changes=[{"from": "2026-05-01", **NONE}, {"from": "2026-04-01", **NONE}])
    fault("changes_same_day", "Two decisions of one day", "Which one governs?", "date.order", ".changes[1].from", changes=[{"from": "2026-05-01", **NONE}, {"from": "2026-05-01", **OTHERS}])
    fault("decimals", "Tenths of a cent", "An amount has two decimals at most.", "amount.decimals", ".principal[0].amount", principal=[{"amount": "1000.001", "from": "2026-03-01"}])
    fault("negative", "A negative payment", "It is not a payment.", "amount.negative", ".payments[0].amount", **pays(("2026-04-01", "-10.00")))
    fault("zero", "A payment of nothing", "It is not a payment.", "amount.zero", ".payments[0].amount", **pays(("2026-04-01", "0.00")))
    fault("no_class", "A legal rate without the class of the creditor", "Two rates exist since 2015.", "field.missing", ".rate.class", rate={"kind": "legal"})
    fault("no_percent", "A contract without its rate", "No default.", "field.missing", ".rate.percent", rate={"kind": "contract"})
    fault("plan_rate", "A plan's rate for a claim outside the file", "It would govern no day.", "field.not_applicable", ".plan_rate", plan_rate="1.00")
    fault("points", "More than the five points", "The judge can only lower them.", "number.range", ".increase.reduced_points", increase={"enforceable_on": "2026-01-01", "reduced_points": "5.01"})
    fault("reduced_from", "A day without the points", "Reduced to what?", "field.missing", ".increase.reduced_points", increase={"enforceable_on": "2026-01-01", "reduced_from": "2026-04-01"})
    refused("errors.listed", "A listed claim without the events of its file", "They govern its rate.", [("field.missing", "events")], claim("1000.00", "2026-03-01", "2026-06-01", contract("5.20"), listed=True))


def build():
    rates()
    day_counts()
    printed()
    increases()
    imputations()
    compoundings()
    own_rates()
    listed()
    errors()
