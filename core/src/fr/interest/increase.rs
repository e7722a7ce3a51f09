//! The increase of the legal rate by five points when a judgment is not paid (C. mon. fin. L. 313-3).

use crate::calendar::{days_after, months_after};
use crate::error::{Detail, Error, ErrorCode};
use crate::rate::Rate;
use crate::vocabulary::vocabulary;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The points that are added.
const POINTS: Rate = Rate::constant(500);

/// After how many months.
const MONTHS: u32 = 2;

/// After how many months, for a judgment of adjudication of real estate.
const MONTHS_AFTER_AUCTION: u32 = 4;

vocabulary! {
    /// What makes the claim enforceable.
    pub enum IncreaseTitle = Decision {
        /// A decision of a court that orders to pay. Default.
        Decision = "decision",
        /// The title that a bailiff delivers on an unpaid cheque: no decision of a court, so no increase (Cass. 2e civ.,
        /// 7 January 2016, n° 14-26.449).
        UnpaidCheque = "unpaid_cheque",
    }
}

/// The increase of the legal rate by five points, two months after a decision became enforceable, even provisionally; four
/// months after a judgment of adjudication (C. mon. fin. L. 313-3; `doc(alias)`: majoration de cinq points).
///
/// It only ever adds to the legal rate: never to a contract's or a plan's.
#[doc(alias = "majoration")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Increase {
    /// The day on which the decision became enforceable; for an adjudication, the day on which it was pronounced.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub enforceable_on: NaiveDate,
    /// A judgment of adjudication after a seizure of real estate.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub auction: bool,
    /// What makes the claim enforceable.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub title: IncreaseTitle,
    /// The points that the enforcement judge left, of the five.
    pub reduced_points: Option<Rate>,
    /// From which day; from the start when not given (the judge may rule on what already accrued: Cass. 2e civ.,
    /// 6 June 2013, n° 12-20.129).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub reduced_from: Option<NaiveDate>,
    /// The first day on which there is no increase: the enforcement judge exempted the debtor, or delays granted by a judge
    /// bar it (C. civ. 1343-5 al. 4).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub exempted_from: Option<NaiveDate>,
    /// The day on which it comes back, at the end of such delays; never when not given.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub exempted_until: Option<NaiveDate>,
}

impl Increase {
    /// The increase that follows a decision, without exemption or reduction.
    #[must_use]
    pub const fn after(enforceable_on: NaiveDate) -> Increase {
        Increase {
            enforceable_on,
            auction: false,
            title: IncreaseTitle::Decision,
            reduced_points: None,
            reduced_from: None,
            exempted_from: None,
            exempted_until: None,
        }
    }

    /// The first day of the increase: the day after the two (or four) months.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        if self.title == IncreaseTitle::UnpaidCheque {
            return None;
        }
        let months = if self.auction { MONTHS_AFTER_AUCTION } else { MONTHS };
        months_after(self.enforceable_on, months).and_then(|last| days_after(last, 1))
    }

    /// The points that are added on a day to a legal rate.
    pub(super) fn points_on(&self, on: NaiveDate) -> Option<Rate> {
        let begun = self.first_day().is_some_and(|first| on >= first);
        let back = self.exempted_until.is_some_and(|until| on >= until);
        let exempted = self.exempted_from.is_some_and(|from| on >= from) && !back;
        let reduced = self.reduced_points.filter(|_| self.reduced_from.is_none_or(|from| on >= from));
        (begun && !exempted).then_some(reduced.unwrap_or(POINTS)).filter(|points| !points.percent().is_zero())
    }

    /// The days on which the points change.
    pub(super) fn changes(&self) -> impl Iterator<Item = NaiveDate> {
        self.first_day()
            .into_iter()
            .chain(self.reduced_from)
            .chain(self.exempted_from)
            .chain(self.exempted_until)
    }

    /// What is wrong with it.
    pub(super) fn faults(&self) -> Vec<Error> {
        let mut faults = Vec::new();
        if self.reduced_from.is_some() && self.reduced_points.is_none() {
            faults.push(Error::new(ErrorCode::FieldMissing).at("reduced_points"));
        }
        if self.reduced_points.is_some_and(|points| points > POINTS) {
            let range = Error::new(ErrorCode::NumberRange).with("low", Detail::Number(0)).with_bound(5);
            faults.push(range.at("reduced_points"));
        }
        match (self.exempted_from, self.exempted_until) {
            (None, Some(_)) => faults.push(Error::new(ErrorCode::FieldMissing).at("exempted_from")),
            (Some(from), Some(until)) if until < from => {
                let before = Error::new(ErrorCode::DateBefore).with_word("with", "exempted_from");
                faults.push(before.at("exempted_until"));
            }
            _ => {}
        }
        faults
    }
}
