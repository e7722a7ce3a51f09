//! Days of interest, each the part of a year that the convention makes it.

use crate::fr::conventions::DayCount;
use chrono::{Datelike, NaiveDate};

impl DayCount {
    /// The parts of a year of [`DayCount::parts_of`] that make a whole one.
    pub(crate) const fn year(self) -> i128 {
        match self {
            DayCount::Exact365 => 365,
            DayCount::Actual366 => 365 * 366,
        }
    }

    /// How many such parts the days from one (included) to another (excluded) are; none when they don't ascend.
    pub(crate) fn parts_of(self, from: NaiveDate, until: NaiveDate) -> i128 {
        let days = days(from, until);
        match self {
            DayCount::Exact365 => i128::from(days),
            DayCount::Actual366 => {
                let leap = leap_days_before(until).saturating_sub(leap_days_before(from)).clamp(0, days);
                let common = days.saturating_sub(leap);
                i128::from(common.saturating_mul(366).saturating_add(leap.saturating_mul(365)))
            }
        }
    }
}

/// The days from one (included) to another (excluded); none when they don't ascend.
pub(crate) fn days(from: NaiveDate, until: NaiveDate) -> i64 {
    i64::from(until.num_days_from_ce()).saturating_sub(i64::from(from.num_days_from_ce())).max(0)
}

/// The days of leap years since the year 1, up to a day (excluded).
fn leap_days_before(day: NaiveDate) -> i64 {
    let past = i64::from(day.year()).saturating_sub(1);
    let leap_years =
        past.div_euclid(4).saturating_sub(past.div_euclid(100)).saturating_add(past.div_euclid(400));
    let of_this_year = if day.leap_year() { i64::from(day.ordinal0()) } else { 0 };
    leap_years.saturating_mul(366).saturating_add(of_this_year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dated::day;

    #[test]
    fn leap_years_have_shorter_days_under_one_convention() {
        let whole = |year| (day(year, 1, 1), day(year + 1, 1, 1));
        for (year, days) in [(2023, 365), (2024, 366), (2000, 366), (1900, 365)] {
            let (from, until) = whole(year);
            assert_eq!(DayCount::Exact365.parts_of(from, until), days);
            assert_eq!(DayCount::Actual366.parts_of(from, until), DayCount::Actual366.year());
        }
    }

    #[test]
    fn counting_day_by_day_gives_the_same() {
        let mut from = day(2019, 12, 1);
        let until = day(2025, 2, 1);
        let whole = DayCount::Actual366.parts_of(from, until);
        let mut sum = 0;
        while from < until {
            let next = from.succ_opt().unwrap();
            let of_the_day = DayCount::Actual366.parts_of(from, next);
            assert_eq!(of_the_day, if from.leap_year() { 365 } else { 366 });
            sum += of_the_day;
            from = next;
        }
        assert_eq!(sum, whole);
    }
}
