"""What the course of a file makes of the interest of a listed claim: none, the plan's, the legal rate for want of orientation."""

from datetime import date, timedelta

import texts
from calendar_days import add_months
from oracle import day

MEASURES_BEGIN = ("plan_effective", "measures_effective", "recovery_imposed", "recovery_ordered", "liquidation_opened", "opened_and_closed", "file_closed")
MEASURES_END = ("plan_lapsed", "recovery_imposed", "recovery_ordered")


def end_of_next_month(start):
    """C. conso. R. 732-1, R. 733-8: the measures begin then at the latest."""
    return add_months(start.replace(day=1), 2) - timedelta(days=1)


class Course:
    def __init__(self, document):
        self.events = {}
        for event in document.get("events", ()):
            when = day(event.get("signed_on") or event.get("presented_on") or event["on"])
            self.events.setdefault(event["kind"], []).append((when, event.get("months")))
        self.as_of = day(document.get("deadlines", {}).get("as_of", document["assessed_on"]))
        self.nil = [(since, self.first_of(self.beginnings(), since)) for since in self.days("admissibility_decided")]
        self.measures = [self.span(*start) for kind in ("plan", "measures") for start in self.starts(kind)]
        self.windows = [found for deposit in self.days("file_deposited") if (found := self.window(deposit))]

    def days(self, *kinds):
        return [when for kind in kinds for when, _ in self.events.get(kind, ())]

    @staticmethod
    def first_of(found, since):
        return min((when for when in found if when >= since), default=date.max)

    def of_letter(self, kind):
        """(day, months) on which measures begin by a letter; nothing where the commission fixed a day before that."""
        letters = self.events.get("plan_approval_letter" if kind == "plan" else "measures_letter", ())
        fixed = self.days(f"{kind}_effective")
        latest = [(end_of_next_month(when), months) for when, months in letters]
        return [row for row in latest if not any(when <= row[0] for when in fixed)]

    def beginnings(self):
        """Every day on which measures begin, or on which the procedure leads to none."""
        return self.days(*MEASURES_BEGIN) + [when for kind in ("plan", "measures") for when, _ in self.of_letter(kind)]

    def starts(self, kind):
        return self.events.get(f"{kind}_effective") or self.of_letter(kind)

    def span(self, start, months):
        over = add_months(start, months) if months else date.max
        return start, min(over, self.first_of(self.days(*MEASURES_END), start))

    def window(self, deposit):
        """The three months after the three that passed without orientation: first and last day (L. 721-2, R. 724-2)."""
        over = add_months(deposit, texts.ORIENTATION_MONTHS)
        last = add_months(deposit, texts.ORIENTATION_MONTHS + texts.WINDOW_MONTHS)  # of the sixth month, from the deposit
        decided = [when for when in self.days("orientation_decided") if when >= deposit]
        if decided and min(decided) <= over or any(when <= last for when in self.days("legal_rate_refused")):
            return None
        # A file that is closed, or refused, in the three months is not there to be orientated.
        if not decided and any(deposit <= when < over for when in self.days("inadmissibility_decided", "file_closed")):
            return None
        # Before the end of the three months, nobody knows yet that they will pass without orientation.
        return (over + timedelta(days=1), last) if decided or over < self.as_of else None

    def suspended(self, which):
        return any(since <= which < over for since, over in self.nil)

    def in_measures(self, which):
        return any(since <= which < over for since, over in self.measures)

    def in_window(self, which):
        return any(first <= which <= last for first, last in self.windows)
