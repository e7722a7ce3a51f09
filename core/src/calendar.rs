//! Days and months: the arithmetic of civil time limits (CPC 641), which knows no holiday and no country.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The day `months` later that bears the same number; the last day of the month where there is none (CPC 641 al. 2).
/// `None` past the last day that can be written.
///
/// # Example
/// ```
/// use apurement::{calendar::months_after, day};
/// assert_eq!(months_after(day(2025, 11, 30), 3), Some(day(2026, 2, 28)));
/// assert_eq!(months_after(day(2024, 2, 29), 12), Some(day(2025, 2, 28)));
/// ```
#[must_use]
pub fn months_after(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(months))
}

/// The day `months` earlier that bears the same number, or the last day of the month.
#[must_use]
pub fn months_before(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    from.checked_sub_months(Months::new(months))
}

/// The day `days` later: the first day does not count (CPC 641 al. 1).
#[must_use]
pub fn days_after(from: NaiveDate, days: u32) -> Option<NaiveDate> {
    from.checked_add_days(Days::new(u64::from(days)))
}

/// The day `days` earlier.
#[must_use]
pub fn days_before(from: NaiveDate, days: u32) -> Option<NaiveDate> {
    from.checked_sub_days(Days::new(u64::from(days)))
}

/// The last day of the month of a day.
#[must_use]
pub fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    days_before(months_after(day.with_day(1)?, 1)?, 1)
}
