//! Whole columns at once, for populations: one pass, nothing allocated per row.
//!
//! Amounts are `i64` cents, dates are `i32` days since 1970-01-01, dependants and coefficients are counts of halves
//! and two-hundredths. Each row has a status: `0` is fine, a positive one is an advisory's number and the value
//! stands, a negative one is an error's number and the value is [`NO_VALUE`], never zero.

mod periods;

use periods::{CHUNK, ChunkPeriods, Period, Periods, error};

use crate::error::{Error, ErrorCode, Result};
use crate::fr::conventions::ScaleBase;
use crate::fr::dependants::Dependants;
use crate::fr::law::{FloorHousehold, LawBook, Territory};
use crate::fr::scale_amount::Brackets;
use crate::money::Money;
use chrono::{Datelike, NaiveDate};

/// The value of a row that has none.
pub const NO_VALUE: i64 = i64::MIN;

/// A column, or one value for every row.
#[derive(Clone, Copy)]
pub enum Column<'a, T> {
    /// The same for all rows.
    Same(T),
    /// One for each row.
    Each(&'a [T]),
}

impl<T> core::fmt::Debug for Column<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Column(..)")
    }
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

/// The scale amount of each row (see [`scale_amount`](crate::fr::scale_amount())).
///
/// Past the last verified day the value is given with the positive status `law.unverified`. A row without value has
/// the status of its first fault: `amount.negative`, `amount.range`, `number.range` (more than
/// [`MAX_HALF_DEPENDANTS`]), then `law.*`.
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
    let same_halves = match half_dependants {
        Column::Same(halves) => [halves; CHUNK],
        Column::Each(_) => [0; CHUNK],
    };
    let chunks = incomes.chunks(CHUNK).zip(amounts.chunks_mut(CHUNK).zip(status.chunks_mut(CHUNK)));
    for (start, (incomes, (amounts, status))) in (0..).step_by(CHUNK).zip(chunks) {
        let halves = match half_dependants {
            Column::Same(_) => same_halves.as_slice(),
            Column::Each(halves) => halves.get(start..).unwrap_or_default(),
        };
        let lines = incomes.iter().zip(halves).zip(amounts.iter_mut().zip(status));
        match scales.of_chunk(days, start, incomes.len()) {
            ChunkPeriods::One(scale) => {
                for ((income, halves), (amount, status)) in lines {
                    (*amount, *status) = one_scale_amount(&scale, *income, *halves);
                }
            }
            ChunkPeriods::Each(days) => {
                for (((income, halves), (amount, status)), day) in lines.zip(days) {
                    (*amount, *status) = one_scale_amount(scales.at(*day), *income, *halves);
                }
            }
        }
    }
    Ok(())
}

#[inline]
fn one_scale_amount(period: &Period<Brackets>, income: i64, half_dependants: u8) -> (i64, i16) {
    let half_dependants = u32::from(half_dependants);
    match &period.value {
        Some(scale) if is_amount(income) && half_dependants <= MAX_HALF_DEPENDANTS => {
            (scale.cents(income, half_dependants), period.status)
        }
        _ => (NO_VALUE, scale_fault(period.status, income, half_dependants)),
    }
}

/// The status of a row without scale amount: the fault of its figures, else that of its day.
#[cold]
fn scale_fault(of_day: i16, income: i64, half_dependants: u32) -> i16 {
    if !is_amount(income) {
        amount_fault(income)
    } else if half_dependants > MAX_HALF_DEPENDANTS {
        error(ErrorCode::NumberRange)
    } else {
        of_day
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
            (_, None) => (NO_VALUE, floor.status),
            (Some(FloorHousehold::Household), _) => (NO_VALUE, error(ErrorCode::LawHouseholdNeeded)),
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
    match territory {
        Territory::Metropole => Periods::of(&book.tables.rsa_general, cents),
        Territory::Mayotte => {
            let mut periods = Periods::of(&book.tables.rsa_mayotte, cents);
            periods.before.status = error(ErrorCode::LawNotInForce);
            periods
        }
        // Overseas the RSA came later than in the metropole: what lies before is cut off.
        _ => {
            let begins = book.tables.rsa_overseas.entries.first();
            Periods::of(&book.tables.rsa_general, cents)
                .begun(begins.map_or(i32::MAX, |entry| days(entry.from)))
        }
    }
}

/// The columns from which capacities follow.
#[derive(Clone, Copy)]
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

impl core::fmt::Debug for CapacityColumns<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CapacityColumns { .. }")
    }
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
        let (scale, found) = one_scale_amount(scales.at(day), base, half_dependants.at(row).unwrap_or(0));
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

#[cfg(test)]
mod tests {
    use super::periods::Calendar;
    use super::*;
    use crate::dated::day;
    use crate::fr::law::{Overlay, ScaleEntry};
    use alloc::vec::Vec;

    const ALL: [Territory; 4] =
        [Territory::Metropole, Territory::Guadeloupe, Territory::Reunion, Territory::Mayotte];

    /// The calendar answers what a search through the periods does, on every day from before the first text.
    #[test]
    fn the_calendar_and_the_search_agree() {
        let book = LawBook::builtin();
        for territory in ALL {
            let looked_up = rsa_periods(book, territory);
            let mut searched = rsa_periods(book, territory);
            assert!(!looked_up.calendar.places.is_empty());
            searched.calendar = Calendar::default();
            for day in (days(day(2005, 1, 1))..days(day(2030, 1, 1))).chain([i32::MIN, i32::MAX]) {
                let (found, expected) = (looked_up.at(day), searched.at(day));
                assert_eq!((found.value, found.status), (expected.value, expected.status), "{day}");
                assert!(found.from <= day);
            }
        }
    }

    /// A date centuries away must not cost a calendar of centuries, nor a wrong answer.
    #[test]
    fn an_overlay_far_away_is_searched_for() {
        let thresholds = [4480, 8730, 13_000, 17_230, 21_470, 25_810];
        let scale = ScaleEntry { from: day(9000, 1, 1), thresholds: thresholds.into(), increment: 1740 };
        let overlay =
            Overlay { name: "far".into(), garnishment_scale: alloc::vec![scale], ..Overlay::default() };
        let book = LawBook::default().with_overlay(&overlay).unwrap();
        let scales = Periods::of(&book.tables.garnishment_scale, Brackets::of);
        assert!(scales.calendar.places.is_empty());
        let dates =
            [day(2026, 12, 31), day(2027, 1, 1), day(8999, 12, 31), day(9000, 1, 1), day(2008, 12, 31)];
        let (mut amounts, mut status) = ([0; 5], [0; 5]);
        scale_amounts(
            &book,
            &[150_000; 5],
            Column::Same(0),
            Column::Each(&dates.map(days)),
            &mut amounts,
            &mut status,
        )
        .unwrap();
        assert_eq!(amounts, [23_476, 23_476, 23_476, 23_476, NO_VALUE]);
        assert_eq!(status, [0, 5001, 5001, 0, -2001]);
    }

    /// Chunks that lie in one period and chunks that do not give the same rows.
    #[test]
    fn chunks_do_not_change_a_row() {
        let (first, last) = (days(day(2008, 6, 1)), days(day(2027, 6, 1)));
        let sorted: Vec<i32> = (first..=last).collect();
        let shuffled: Vec<i32> = (0..sorted.len()).map(|i| sorted[i * 3001 % sorted.len()]).collect();
        let results = |dates: &[i32]| {
            let (mut amounts, mut status) = (alloc::vec![0; dates.len()], alloc::vec![0; dates.len()]);
            let incomes = alloc::vec![187_654; dates.len()];
            let book = LawBook::builtin();
            let columns = (Column::Same(3), Column::Each(dates));
            scale_amounts(book, &incomes, columns.0, columns.1, &mut amounts, &mut status).unwrap();
            let mut rows: Vec<_> = dates.iter().zip(amounts).zip(status).collect();
            rows.sort_unstable();
            rows.into_iter().map(|((day, amount), status)| (*day, amount, status)).collect::<Vec<_>>()
        };
        assert_eq!(results(&sorted), results(&shuffled));
    }

    #[test]
    fn too_many_dependants_are_refused() {
        let (mut amounts, mut status) = ([0; 4], [0; 4]);
        let on = Column::Same(days(day(2026, 5, 1)));
        let halves = [200, 201, 255, 201];
        let incomes = [600_000, 600_000, 600_000, -1];
        let each = Column::Each(&halves[..]);
        scale_amounts(LawBook::builtin(), &incomes, each, on, &mut amounts, &mut status).unwrap();
        assert_eq!(status, [0, -1305, -1305, -1303]);
        assert_eq!(amounts[1..], [NO_VALUE; 3]);
    }
}
