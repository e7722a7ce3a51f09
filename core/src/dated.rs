//! Values that hold from a date: a legal value never travels alone.
//!
//! A [`Table`] is one dated parameter of the law (a scale, an amount, a rate). Each [`Entry`] keeps the date
//! from which its value holds, the text it comes from and how well it is confirmed. A value that is known to
//! exist but that nobody has read is `None`: *unknown* is an answer of its own, never a guess.

use crate::error::{Error, ErrorCode, Result};
use alloc::borrow::Cow;
use chrono::NaiveDate;

/// Builds a date in a constant; an impossible day gives [`NaiveDate::MIN`], which the table tests refuse.
#[must_use]
pub const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The text that fixes a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Kind of text: `décret`, `arrêté`, `loi`, `ordonnance`, `code`, `règlement intérieur`,
    /// `fiche officielle`, `overlay`.
    pub nature: Cow<'static, str>,
    /// Its number, where known.
    pub number: Option<Cow<'static, str>>,
    /// Day of signature, where known.
    pub signed_on: Option<NaiveDate>,
    /// Day of publication in the Journal officiel, where known.
    pub published_on: Option<NaiveDate>,
    /// Article that carries the value.
    pub article: Option<Cow<'static, str>>,
    /// Identifier in Légifrance or an address.
    pub identifier: Option<Cow<'static, str>>,
}

/// One value of a table, from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<T> {
    /// First day on which the value holds.
    pub from: NaiveDate,
    /// The value, or `None` where a value exists in law but is not known to this library.
    pub value: Option<T>,
    /// The text it comes from.
    pub source: Source,
    /// How many independent publishers were read for it.
    pub confirmations: u8,
    /// What a careful reader should know about it.
    pub note: Cow<'static, str>,
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableInfo {
    /// Stable identifier, also the name of its data file: `garnishment_scale`.
    pub id: &'static str,
    /// English title.
    pub title: &'static str,
    /// French title, as people of the field call it.
    pub title_fr: &'static str,
    /// Unit of the values, in words.
    pub unit: &'static str,
    /// Territory they hold in.
    pub area: &'static str,
    /// The article that makes the parameter exist.
    pub law: &'static str,
    /// First day for which the table has an answer.
    pub covered_from: NaiveDate,
    /// Last day on which the latest value is known to hold; `None` where the text has no yearly revision.
    pub verified_until: Option<NaiveDate>,
}

/// A dated parameter of the law: its description and its entries, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T: Clone + 'static> {
    /// What it is about.
    pub info: TableInfo,
    /// Its values, oldest first; each holds until the next one.
    pub entries: Cow<'static, [Entry<T>]>,
}

/// An entry found for a date, and whether the law is still verified there.
#[derive(Debug)]
pub struct Found<'a, T> {
    /// The value in force.
    pub value: &'a T,
    /// First day of its validity.
    pub from: NaiveDate,
    /// What the table is about.
    pub info: &'a TableInfo,
    /// How many independent publishers were read for it.
    pub confirmations: u8,
    /// The date is past the last day for which the latest value was verified.
    pub unverified: bool,
    /// The value comes from an overlay given by the caller.
    pub overlay: bool,
}

/// The nature of a [`Source`] that is an overlay.
pub(crate) const OVERLAY: &str = "overlay";

impl<T: Clone> Table<T> {
    /// The value in force on a date.
    ///
    /// # Errors
    /// `law.before_coverage` before the first covered date, `law.unknown_value` where the value is not known.
    pub fn at(&self, date: NaiveDate) -> Result<Found<'_, T>> {
        let entry = self.entries.iter().rev().find(|entry| entry.from <= date);
        let Some(entry) = entry else {
            return Err(Error::new(ErrorCode::LawBeforeCoverage)
                .with_word("table", self.info.id)
                .with_date("covered_from", self.info.covered_from)
                .under(self.info.law));
        };
        let Some(value) = &entry.value else {
            return Err(Error::new(ErrorCode::LawUnknownValue)
                .with_word("table", self.info.id)
                .with_date("from", entry.from)
                .under(self.info.law));
        };
        let overlay = entry.source.nature == OVERLAY;
        let unverified = !overlay && self.info.verified_until.is_some_and(|until| date > until);
        let confirmations = entry.confirmations;
        Ok(Found { value, from: entry.from, info: &self.info, confirmations, unverified, overlay })
    }
}

impl<'a, T> Found<'a, T> {
    /// The value, refused when it is not verified at that date.
    ///
    /// # Errors
    /// `law.unverified`.
    pub fn verified(&self) -> Result<&'a T> {
        match self.info.verified_until {
            Some(until) if self.unverified => Err(Error::new(ErrorCode::LawUnverified)
                .with_word("table", self.info.id)
                .with_date("verified_until", until)
                .under(self.info.law)),
            _ => Ok(self.value),
        }
    }
}

/// Reads a date written `YYYY-MM-DD`.
///
/// # Errors
/// `date.format`.
pub fn parse_day(text: &str) -> Result<NaiveDate> {
    let fault = || Error::new(ErrorCode::DateFormat);
    let number =
        |part: Option<&str>| part.filter(|p| p.bytes().all(|b| b.is_ascii_digit()))?.parse::<u32>().ok();
    if text.len() != 10
        || !text.is_ascii()
        || text.as_bytes().get(4) != Some(&b'-')
        || text.as_bytes().get(7) != Some(&b'-')
    {
        return Err(fault());
    }
    let (year, month, day) = (number(text.get(0..4)), number(text.get(5..7)), number(text.get(8..10)));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(fault()) };
    let year = i32::try_from(year).map_err(|_| fault())?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(fault)
}
