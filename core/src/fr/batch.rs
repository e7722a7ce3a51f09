//! Whole columns at once, for populations: one pass, nothing allocated per row.
//!
//! Amounts are `i64` cents, dates are `i32` days since 1970-01-01, dependants and coefficients are counts of halves
//! and two-hundredths. Each row has a status: `0` is fine, a positive one is an advisory's number and the value
//! stands, a negative one is an error's number and the value is [`NO_VALUE`], never zero.

use crate::advisory::AdvisoryCode;
use crate::dated::{Entry, Table};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::conventions::ScaleBase;
use crate::fr::law::{FloorHousehold, LawBook, Territory};
use crate::fr::scale_amount::{Brackets, Dependants};
use crate::money::Money;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};

/// The value of a row that has none.
pub const NO_VALUE: i64 = i64::MIN;

/// A column, or one value for every row.
#[derive(Debug, Clone, Copy)]
pub enum Column<'a, T> {
    /// The same for all rows.
    Same(T),
    /// One for each row.
    Each(&'a [T]),
}

impl<T: Copy> Column<'_, T> {
    #[inline]
    fn at(&self, row: usize) -> Option<T> {
        match self {
            Column::Same(value) => Some(*value),
            Column::Each(values) => values.get(row).copied(),
        }
    }

    fn fits(&self, rows: usize) -> bool {
        match self {
            Column::Same(_) => true,
            Column::Each(values) => values.len() == rows,
        }
    }
}

/// Days since 1970-01-01.
///
/// # Example
/// ```
/// assert_eq!(apurement::fr::batch::days(apurement::day(2026, 5, 1)), 20_574);
/// ```
#[must_use]
pub fn days(date: NaiveDate) -> i32 {
    // Day 1 of the common era is 1970-01-01 less 719,163 days; dates of chrono stay far from the bounds of i32.
    date.num_days_from_ce().saturating_sub(719_163)
}

/// The periods of a table as days, newest first: the value, and the status of its rows.
struct Periods<T> {
    periods: Vec<Period<T>>,
    before: i16,
}

struct Period<T> {
    from: i32,
    until: i32,
    value: Option<T>,
    status: i16,
}

impl<T: Copy> Periods<T> {
    fn of<S: Clone>(table: &Table<S>, value: impl Fn(&S) -> T) -> Periods<T> {
        let mut periods = Vec::new();
        let mut until = i32::MAX;
        for entry in table.entries.iter().rev() {
            let from = days(entry.from);
            Periods::push(&mut periods, table, entry, from, until, &value);
            until = from;
        }
        Periods { periods, before: error(ErrorCode::LawBeforeCoverage) }
    }

    /// One entry; cut in two where its verification ends.
    fn push<S: Clone>(
        periods: &mut Vec<Period<T>>,
        table: &Table<S>,
        entry: &Entry<S>,
        from: i32,
        until: i32,
        value: impl Fn(&S) -> T,
    ) {
        let known = entry.value.as_ref().map(value);
        let status = if known.is_some() { 0 } else { error(ErrorCode::LawUnknownValue) };
        let overlay = entry.source.nature == crate::dated::OVERLAY;
        let verified =
            table.info.verified_until.filter(|_| !overlay).map(|last| days(last).saturating_add(1));
        if let Some(end) = verified.filter(|end| *end < until && known.is_some()) {
            let begin = from.max(end);
            periods.push(Period {
                from: begin,
                until,
                value: known,
                status: advisory(AdvisoryCode::LawUnverified),
            });
            if from < begin {
                periods.push(Period { from, until: begin, value: known, status });
            }
        } else {
            periods.push(Period { from, until, value: known, status });
        }
    }

    #[inline]
    fn at(&self, day: i32) -> Period<T> {
        for period in &self.periods {
            if day >= period.from {
                return Period { ..*period };
            }
        }
        let until = self.periods.last().map_or(i32::MAX, |oldest| oldest.from);
        Period { from: i32::MIN, until, value: None, status: self.before }
    }
}

impl<T> Period<T> {
    #[inline]
    fn holds(&self, day: i32) -> bool {
        day >= self.from && day < self.until
    }
}

fn error(code: ErrorCode) -> i16 {
    i16::try_from(code.number()).unwrap_or(i16::MAX).saturating_neg()
}

fn advisory(code: AdvisoryCode) -> i16 {
    i16::try_from(code.number()).unwrap_or(i16::MAX)
}

fn check(fits: bool) -> Result<()> {
    if fits { Ok(()) } else { Err(Error::new(ErrorCode::ColumnLength)) }
}

fn is_amount(cents: i64) -> bool {
    (0..=Money::MAX.cents()).contains(&cents)
}

/// The status of an amount that is none, or nothing.
#[inline]
fn amount_fault(cents: i64) -> i16 {
    if cents < 0 { error(ErrorCode::AmountNegative) } else { error(ErrorCode::AmountRange) }
}

/// How many rows are worked through between two looks at the dates.
const CHUNK: usize = 256;

/// The scale amount of each row (see [`scale_amount`](crate::fr::scale_amount)).
///
/// Past the last verified day the value is given with the positive status `law.unverified`.
///
/// # Errors
/// `batch.column_length` when the columns have not all the same length.
///
/// # Example
/// ```
/// use apurement::{day, fr::batch::{self, Column}, LawBook};
/// let incomes = [150_000, 66_000, -1];
/// let (mut amounts, mut status) = ([0; 3], [0; 3]);
/// batch::scale_amounts(
///     LawBook::builtin(), &incomes, Column::Same(0), Column::Same(batch::days(day(2026, 5, 1))),
///     &mut amounts, &mut status,
/// )?;
/// assert_eq!(amounts, [23_476, 4_733, batch::NO_VALUE]);
/// assert_eq!(status, [0, 0, -1303]);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn scale_amounts(
    book: &LawBook,
    incomes: &[i64],
    half_dependants: Column<'_, u8>,
    days: Column<'_, i32>,
    amounts: &mut [i64],
    status: &mut [i16],
) -> Result<()> {
    let rows = incomes.len();
    check(half_dependants.fits(rows) && days.fits(rows) && amounts.len() == rows && status.len() == rows)?;
    let scales = Periods::of(&book.tables.garnishment_scale, Brackets::of);
    let mut period = scales.at(days.at(0).unwrap_or(0));
    let chunks = incomes.chunks(CHUNK).zip(amounts.chunks_mut(CHUNK)).zip(status.chunks_mut(CHUNK));
    for (start, ((incomes, amounts), status)) in (0..).step_by(CHUNK).zip(chunks) {
        let same_day = |row: usize| days.at(row);
        for (offset, ((income, amount), status)) in incomes.iter().zip(amounts).zip(status).enumerate() {
            let row = usize::saturating_add(start, offset);
            let day = same_day(row).unwrap_or(0);
            if !period.holds(day) {
                period = scales.at(day);
            }
            (*amount, *status) = one_scale_amount(&period, *income, half_dependants.at(row).unwrap_or(0));
        }
    }
    Ok(())
}

#[inline]
fn one_scale_amount(period: &Period<Brackets>, income: i64, half_dependants: u8) -> (i64, i16) {
    if !is_amount(income) {
        return (NO_VALUE, amount_fault(income));
    }
    match &period.value {
        Some(scale) => (scale.cents(income, u32::from(half_dependants)), period.status),
        None => (NO_VALUE, period.status),
    }
}

/// The seizable amount of each row, for a debtor whose floor is the one-person RSA (see
/// [`seizable`](crate::fr::seizable)); from June 2009 to May 2012 the rows have the status `law.household_needed`.
///
/// # Errors
/// `batch.column_length`.
///
/// # Example
/// ```
/// use apurement::{day, fr::{batch::{self, Column}, Territory}, LawBook};
/// let (mut amounts, mut status) = ([0; 1], [0; 1]);
/// batch::seizables(
///     LawBook::builtin(), &[66_000], Column::Same(0), Territory::Metropole,
///     Column::Same(batch::days(day(2026, 5, 1))), &mut amounts, &mut status,
/// )?;
/// assert_eq!((amounts, status), ([831], [0]));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn seizables(
    book: &LawBook,
    nets: &[i64],
    half_dependants: Column<'_, u8>,
    territory: Territory,
    days: Column<'_, i32>,
    amounts: &mut [i64],
    status: &mut [i16],
) -> Result<()> {
    scale_amounts(book, nets, half_dependants, days, amounts, status)?;
    let floors = rsa_periods(book, territory);
    let whose = Periods::of(&book.tables.garnishment_floor, |floor| *floor);
    for (row, ((net, amount), status)) in nets.iter().zip(amounts).zip(status).enumerate() {
        if *status < 0 {
            continue;
        }
        let day = days.at(row).unwrap_or(0);
        let floor = floors.at(day);
        let (value, found) = match (whose.at(day).value, floor.value) {
            (None, _) => (NO_VALUE, error(ErrorCode::LawBeforeCoverage)),
            (Some(FloorHousehold::Household), _) => (NO_VALUE, error(ErrorCode::LawHouseholdNeeded)),
            (_, None) => (NO_VALUE, floor.status),
            (_, Some(floor_cents)) => {
                ((*amount).min(net.saturating_sub(floor_cents).max(0)), floor.status.max(*status))
            }
        };
        (*amount, *status) = (value, found);
    }
    Ok(())
}

fn rsa_periods(book: &LawBook, territory: Territory) -> Periods<i64> {
    let cents = |amount: &Money| amount.cents();
    let mut periods = match territory {
        Territory::Mayotte => Periods::of(&book.tables.rsa_mayotte, cents),
        _ => Periods::of(&book.tables.rsa_general, cents),
    };
    if territory == Territory::Mayotte {
        periods.before = error(ErrorCode::LawNotInForce);
    } else if territory != Territory::Metropole {
        // Overseas the RSA came later than in the metropole: what lies before is cut off.
        let begins = book.tables.rsa_overseas.entries.first().map_or(i32::MAX, |entry| days(entry.from));
        periods.periods.retain(|period| period.until > begins);
        if let Some(oldest) = periods.periods.last_mut() {
            oldest.from = oldest.from.max(begins);
        }
        periods.before = error(ErrorCode::LawNotInForce);
    }
    periods
}

/// The columns from which capacities follow.
#[derive(Debug, Clone, Copy)]
pub struct CapacityColumns<'a> {
    /// Monthly resources, in cents.
    pub resources: &'a [i64],
    /// Current monthly expenses, in cents.
    pub expenses: &'a [i64],
    /// Dependants of the scale, in halves.
    pub half_dependants: Column<'a, u8>,
    /// Coefficients of the RSA household, in two-hundredths.
    pub rsa_200ths: Column<'a, u16>,
    /// Days since 1970-01-01.
    pub days: Column<'a, i32>,
}

/// The computed capacity of each row, never negative (see [`capacity`](crate::fr::capacity())).
///
/// # Errors
/// `batch.column_length`.
///
/// # Example
/// ```
/// use apurement::{day, fr::{batch::{self, Column}, conventions::ScaleBase, Territory}, LawBook};
/// let columns = batch::CapacityColumns {
///     resources: &[185_500, 90_000],
///     expenses: &[136_145, 95_000],
///     half_dependants: Column::Same(0),
///     rsa_200ths: Column::Same(200),
///     days: Column::Same(batch::days(day(2025, 3, 31))),
/// };
/// let (mut amounts, mut status) = ([0; 2], [0; 2]);
/// batch::capacities(
///     LawBook::builtin(), &columns, Territory::Metropole, ScaleBase::Exact, &mut amounts, &mut status,
/// )?;
/// assert_eq!((amounts, status), ([38_194, 0], [0, 0]));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn capacities(
    book: &LawBook,
    columns: &CapacityColumns<'_>,
    territory: Territory,
    scale_base: ScaleBase,
    amounts: &mut [i64],
    status: &mut [i16],
) -> Result<()> {
    let rows = columns.resources.len();
    let CapacityColumns { resources, expenses, half_dependants, rsa_200ths, days } = columns;
    let fits =
        expenses.len() == rows && half_dependants.fits(rows) && rsa_200ths.fits(rows) && days.fits(rows);
    check(fits && amounts.len() == rows && status.len() == rows)?;
    let scales = Periods::of(&book.tables.garnishment_scale, Brackets::of);
    let one_person = rsa_periods(book, territory);
    let lines = resources.iter().zip(*expenses).zip(amounts.iter_mut().zip(status));
    for (row, ((resources, expenses), (amount, status))) in lines.enumerate() {
        let day = days.at(row).unwrap_or(0);
        let base = match scale_base {
            ScaleBase::Exact => *resources,
            ScaleBase::WholeEuro => resources.saturating_sub(resources.rem_euclid(100)),
        };
        let (scale, found) = one_scale_amount(&scales.at(day), base, half_dependants.at(row).unwrap_or(0));
        let rsa = one_person.at(day);
        (*amount, *status) = if found < 0 {
            (NO_VALUE, found)
        } else if !is_amount(*expenses) {
            (NO_VALUE, amount_fault(*expenses))
        } else if let Some(cents) = rsa.value {
            let coefficient = i64::from(rsa_200ths.at(row).unwrap_or(200));
            let floor = cents.saturating_mul(coefficient).saturating_add(100) / 200;
            let left = resources.saturating_sub(floor).min(resources.saturating_sub(*expenses));
            (scale.min(left).max(0), found.max(rsa.status))
        } else {
            (NO_VALUE, rsa.status)
        };
    }
    Ok(())
}

/// The largest count of half dependants that a column may hold.
pub const MAX_HALF_DEPENDANTS: u32 = Dependants::MAX.halves();
