//! Counting a time limit: its last day as the months or days give it, and the last day once days off are seen to.
//!
//! Days: the day that makes it run does not count; it ends at midnight of the last one (CPC 641 al. 1, 642). Months: the
//! day of the same number, else the last of the month (CPC 641 al. 2). Months first, then days (CPC 641 al. 3). An act
//! whose last day is a Saturday, a Sunday or a holiday may be done the next working day (CPC 642); a period just ends. What
//! must be done before a day is counted back, then moved to the working day before: the texts don't say it, it is the
//! safe side.

use super::event::Residence;
use super::limit::{Delay, LimitKind};
use crate::calendar::{days_after, days_before, end_of_month, months_after, months_before};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::holiday::HolidaySet;
use chrono::{Datelike, NaiveDate, Weekday};

/// Where a limit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The last day as counted.
    pub expires_on: NaiveDate,
    /// The last day to act: moved off Saturdays, Sundays and holidays. Of a period, the same as counted.
    pub due_on: NaiveDate,
}

impl Residence {
    /// The months by which a residence lengthens the limits that depend on it (CPC 643, 644).
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Residence::Near => 0,
            Residence::Overseas => 1,
            Residence::Abroad => 2,
        }
    }
}

/// Which way a limit is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Forward,
    Back,
}

impl Way {
    fn days(self, from: NaiveDate, days: u32) -> Result<NaiveDate> {
        writable(match self {
            Way::Forward => days_after(from, days),
            Way::Back => days_before(from, days),
        })
    }

    fn next(self, day: NaiveDate) -> Result<NaiveDate> {
        writable(match self {
            Way::Forward => day.succ_opt(),
            Way::Back => day.pred_opt(),
        })
    }

    fn months(self, from: NaiveDate, months: u32) -> Result<NaiveDate> {
        writable(match self {
            Way::Forward => months_after(from, months),
            Way::Back => months_before(from, months),
        })
    }
}

/// Counts a limit. `residence` lengthens it, whatever it is: give [`Residence::Near`] where the law does not. An open limit
/// has no term; for [`Delay::MonthsOfEvent`], `start` is the day of that event.
///
/// # Errors
/// `law.before_coverage`, `law.after_coverage` where holidays would have to be known; `arithmetic.overflow` past the days
/// that can be written; `field.not_applicable` for a month's end counted back.
///
/// # Example
/// ```
/// use apurement::fr::deadline::{Delay, LimitKind, Residence, Term, term};
/// use apurement::{day, fr::holiday::HolidaySet};
/// let appeal = |residence| {
///     term(day(2026, 3, 31), Delay::Days(15), LimitKind::Act, HolidaySet::National, residence)
/// };
/// let at_home = appeal(Residence::Near)?;
/// assert_eq!(at_home, Some(Term { expires_on: day(2026, 4, 15), due_on: day(2026, 4, 15) }));
/// let overseas = appeal(Residence::Overseas)?; // 30 April, then 15 days
/// assert_eq!(overseas, Some(Term { expires_on: day(2026, 5, 15), due_on: day(2026, 5, 15) }));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn term(
    start: NaiveDate,
    delay: Delay,
    kind: LimitKind,
    holidays: HolidaySet,
    residence: Residence,
) -> Result<Option<Term>> {
    mixed_term(start, residence.months(), delay, kind, holidays)
}

/// Counts a limit of months and of another length: the months first, then the rest from the day they give (CPC 641 al. 3).
/// Months added to a limit of months make one number of months.
///
/// # Errors
/// Those of [`term`].
///
/// # Example
/// ```
/// use apurement::fr::deadline::{Delay, LimitKind, mixed_term};
/// use apurement::{day, fr::holiday::HolidaySet};
/// // A month and ten days from 31 January: 28 February, then 10 March.
/// let term = mixed_term(day(2026, 1, 31), 1, Delay::Days(10), LimitKind::Act, HolidaySet::National)?;
/// assert_eq!(term.map(|term| term.due_on), Some(day(2026, 3, 10)));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn mixed_term(
    start: NaiveDate,
    months: u32,
    delay: Delay,
    kind: LimitKind,
    holidays: HolidaySet,
) -> Result<Option<Term>> {
    let way = match kind {
        LimitKind::Act | LimitKind::Period => Way::Forward,
        LimitKind::Backward => Way::Back,
        LimitKind::Open => return Ok(None),
    };
    let Some(expires_on) = expiry(start, months, delay, way, holidays)? else { return Ok(None) };
    let due_on = match kind {
        LimitKind::Act | LimitKind::Backward => working_day(expires_on, way, holidays)?,
        LimitKind::Period | LimitKind::Open => expires_on,
    };
    Ok(Some(Term { expires_on, due_on }))
}

fn expiry(
    start: NaiveDate,
    first: u32,
    delay: Delay,
    way: Way,
    holidays: HolidaySet,
) -> Result<Option<NaiveDate>> {
    let expires_on = match delay {
        Delay::Months(months) | Delay::MonthsOfEvent(months) => {
            way.months(start, months.saturating_add(first))?
        }
        Delay::Days(days) => way.days(way.months(start, first)?, days)?,
        Delay::WorkableDays(days) => counted(way.months(start, first)?, days, way, holidays, Week::Six)?,
        Delay::WorkingDays(days) => counted(way.months(start, first)?, days, way, holidays, Week::Five)?,
        Delay::EndOfNextMonth if way == Way::Back => return Err(not_applicable("not_counted_back")),
        Delay::EndOfNextMonth => writable(end_of_month(way.months(start, first.saturating_add(1))?))?,
        Delay::Open => return Ok(None),
    };
    Ok(Some(expires_on))
}

/// The days of a week on which something can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Week {
    /// All but Sunday (jours ouvrables).
    Six,
    /// All but Saturday and Sunday (jours ouvrés).
    Five,
}

impl Week {
    const fn length(self) -> u32 {
        match self {
            Week::Six => 6,
            Week::Five => 5,
        }
    }

    /// Whether a day is one of them and no holiday.
    fn has(self, day: NaiveDate, holidays: HolidaySet) -> Result<bool> {
        let holiday = holidays.is_holiday(day)?;
        let off = match day.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self == Week::Five,
            _ => false,
        };
        Ok(!off && !holiday)
    }
}

/// The so-manieth day of the kind after (or before) a day.
fn counted(from: NaiveDate, count: u32, way: Way, holidays: HolidaySet, week: Week) -> Result<NaiveDate> {
    let (mut day, mut left) = (from, count);
    // Where no holiday comes between, every week has the same number of them. With holidays, the years covered bound the
    // steps.
    if holidays == HolidaySet::None && count > 0 {
        let weeks = count.saturating_sub(1).checked_div(week.length()).unwrap_or(0);
        day = way.days(day, weeks.saturating_mul(7))?;
        left = count.saturating_sub(weeks.saturating_mul(week.length()));
    }
    while left > 0 {
        day = way.next(day)?;
        if week.has(day, holidays)? {
            left = left.saturating_sub(1);
        }
    }
    Ok(day)
}

/// The day itself, or the next (or previous) one that is no Saturday, Sunday or holiday.
fn working_day(mut day: NaiveDate, way: Way, holidays: HolidaySet) -> Result<NaiveDate> {
    while !Week::Five.has(day, holidays)? {
        day = way.next(day)?;
    }
    Ok(day)
}

/// A day whose year has four digits, as documents write it.
fn writable(day: Option<NaiveDate>) -> Result<NaiveDate> {
    day.filter(|day| (0..=9999).contains(&day.year()))
        .ok_or_else(|| Error::new(ErrorCode::ArithmeticOverflow).under("CPC 641"))
}

fn not_applicable(because: &'static str) -> Error {
    Error::new(ErrorCode::FieldNotApplicable).with_word("because", because).under("CPC 641")
}

/// The last day of a limit (`doc(alias)`: échéance d'un délai), without any lengthening by distance (see [`term`]).
///
/// # Errors
/// Those of [`term`]; `field.not_applicable` for an open limit, which has no last day.
///
/// # Example
/// The two cases that the Cour de cassation decided: a Saturday, and an Easter Sunday with the Monday after it.
/// ```
/// use apurement::fr::{self, deadline::{Delay, LimitKind}, holiday::HolidaySet};
/// use apurement::day;
/// let last_day = |notified_on, days| {
///     fr::deadline(notified_on, Delay::Days(days), LimitKind::Act, HolidaySet::National)
/// };
/// assert_eq!(last_day(day(2004, 5, 21), 15)?, day(2004, 6, 7));
/// assert_eq!(last_day(day(2008, 3, 3), 20)?, day(2008, 3, 25));
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "délai")]
#[doc(alias = "échéance")]
pub fn deadline(start: NaiveDate, delay: Delay, kind: LimitKind, holidays: HolidaySet) -> Result<NaiveDate> {
    match term(start, delay, kind, holidays, Residence::Near)? {
        Some(term) => Ok(term.due_on),
        None => Err(not_applicable("no_fixed_end")),
    }
}
