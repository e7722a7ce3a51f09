//! The legal rate day after day: one a year until 2014, one a half-year and a class of creditors since.

use crate::calendar::months_after;
use crate::dated::{OVERLAY, Table};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::law::{CreditorClass, LawBook, LegalInterest};
use crate::rate::Rate;
use chrono::{Datelike, NaiveDate};

/// Days under one legal rate.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub(super) from: NaiveDate,
    /// The day after the last.
    pub(super) until: NaiveDate,
    pub(super) rate: Rate,
}

/// The legal rates from a day (included) to another (excluded), one entry of the table after the other.
///
/// # Errors
/// `law.before_coverage` before 2000, `law.unknown_value` for a half-year that nobody has read, `law.unverified` past the
/// last verification unless the book accepts it.
pub(super) fn stretches(
    book: &LawBook,
    class: CreditorClass,
    from: NaiveDate,
    until: NaiveDate,
) -> impl Iterator<Item = Result<Stretch>> {
    let table = &book.tables.legal_interest;
    let known = table.entries.partition_point(|entry| entry.from <= from);
    let before = (known == 0 && from < until).then(|| Err(refused(table, from)));
    let entries = table.entries.get(known.saturating_sub(1)..).unwrap_or_default();
    let next = entries.iter().skip(1).map(|entry| Some(entry.from)).chain(core::iter::once(None));
    let within = entries.iter().zip(next).take_while(move |(entry, _)| entry.from < until && from < until);
    before.into_iter().chain(within.map(move |(entry, next)| {
        let value = entry.value.as_ref().ok_or_else(|| refused(table, entry.from.max(from)))?;
        let end = next.map_or(until, |next| until.min(next));
        if let Some(unknown) = period_after(entry.from).filter(|unknown| end > *unknown) {
            return Err(unknown_from(table, unknown));
        }
        let past = table.info.verified_until.filter(|verified| end.pred_opt() > Some(*verified));
        if let Some(verified) = past.filter(|_| entry.source.nature != OVERLAY) {
            book.admit(table.at(verified.succ_opt().unwrap_or(verified)))?;
        }
        Ok(Stretch { from: entry.from.max(from), until: end, rate: value.of(class) })
    }))
}

/// The legal rate of a day.
///
/// # Errors
/// As [`stretches`].
pub(super) fn legal_rate(book: &LawBook, class: CreditorClass, on: NaiveDate) -> Result<Rate> {
    let next = on.succ_opt().unwrap_or(on);
    match stretches(book, class, on, next).next() {
        Some(stretch) => Ok(stretch?.rate),
        None => Err(refused(&book.tables.legal_interest, on)),
    }
}

/// The days on which the legal rate may change, or is not known any more.
pub(super) fn changes(book: &LawBook) -> impl Iterator<Item = NaiveDate> + '_ {
    let entries = &book.tables.legal_interest.entries;
    entries.iter().flat_map(|entry| core::iter::once(entry.from).chain(period_after(entry.from)))
}

/// A rate is fixed for its half-year, for its year until 2014 (C. mon. fin. L. 313-2): the first day after it.
fn period_after(day: NaiveDate) -> Option<NaiveDate> {
    let first_half = day.year() >= 2015 && day.month() <= 6;
    months_after(NaiveDate::from_ymd_opt(day.year(), 1, 1)?, if first_half { 6 } else { 12 })
}

/// The next rate is fixed by a text of its own, which is not in the table.
fn unknown_from(table: &Table<LegalInterest>, from: NaiveDate) -> Error {
    let unknown = Error::new(ErrorCode::LawUnknownValue).with_word("table", table.info.id);
    unknown.with_date("from", from).under(table.info.law)
}

/// Why the table has no value on a day.
fn refused(table: &Table<LegalInterest>, on: NaiveDate) -> Error {
    table.at(on).err().unwrap_or_else(|| unknown_from(table, on))
}
