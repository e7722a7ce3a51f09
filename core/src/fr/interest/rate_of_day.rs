//! The rate of a day, and why it is that one.

use super::claim::{InterestClaim, InterestTerms, TermsKind};
use super::course::{FileCourse, Stage};
use super::exact::overflow;
use super::legal_rate::legal_rate;
use crate::error::Result;
use crate::fr::law::{CreditorClass, LawBook};
use crate::rate::Rate;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// Why a day bears the rate it bears.
    pub enum InterestRateKind {
        /// The legal rate (C. mon. fin. L. 313-2).
        Legal = "legal",
        /// The legal rate with the increase (C. mon. fin. L. 313-3).
        LegalIncreased = "legal_increased",
        /// The claim's own rate (C. civ. 1343-1 al. 2).
        Contract = "contract",
        /// A rate that a decision set (CPCE L. 212-13, C. civ. 1343-5).
        Decided = "decided",
        /// The rate of the plan or of the measures (C. conso. L. 732-2, L. 733-1, 3°).
        Plan = "plan",
        /// No interest from admissibility until measures take effect (C. conso. L. 722-14).
        Suspended = "suspended",
        /// Brought down to the legal rate while the commission is late (C. conso. R. 724-2).
        Window = "window",
        /// The claim bears none.
        None = "none",
    }
}

/// The rate of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct DayRate {
    pub(super) kind: InterestRateKind,
    /// The increase included.
    pub(super) rate: Rate,
    /// The points of the increase.
    pub(super) points: Rate,
    /// The legal rate of the day is in it.
    pub(super) is_legal: bool,
}

const NIL: Rate = Rate::constant(0);

impl DayRate {
    /// How many decimals count its interest exactly.
    pub(super) fn decimals(&self) -> u32 {
        self.rate.decimals().max(self.points.decimals())
    }

    fn bare(kind: InterestRateKind, rate: Rate) -> DayRate {
        DayRate { kind, rate, points: NIL, is_legal: false }
    }

    /// The rate of a claim on a day.
    ///
    /// # Errors
    /// What the law has no legal rate for.
    pub(super) fn of(
        book: &LawBook,
        claim: &InterestClaim,
        course: &FileCourse,
        on: NaiveDate,
    ) -> Result<DayRate> {
        let stage = if claim.listed { course.stage_on(on) } else { Stage::None };
        match stage {
            Stage::Suspended => return Ok(DayRate::bare(InterestRateKind::Suspended, NIL)),
            Stage::Measures => {
                return Ok(DayRate::bare(InterestRateKind::Plan, claim.plan_rate.unwrap_or(NIL)));
            }
            Stage::LateOrientation | Stage::None => {}
        }
        let (terms, decided) = claim.terms_on(on);
        match terms.kind {
            TermsKind::None => Ok(DayRate::bare(InterestRateKind::None, NIL)),
            TermsKind::Legal => DayRate::legal(book, claim, &terms, on),
            TermsKind::Contract => {
                let kind = if decided { InterestRateKind::Decided } else { InterestRateKind::Contract };
                let own = DayRate::bare(kind, terms.percent.unwrap_or(NIL));
                // The delay of the commission reduces the rate of running loans, it never raises it.
                if stage != Stage::LateOrientation {
                    return Ok(own);
                }
                let class = terms.class.or(claim.rate.class).unwrap_or(CreditorClass::Others);
                let legal = legal_rate(book, class, on)?;
                let reduced = DayRate { is_legal: true, ..DayRate::bare(InterestRateKind::Window, legal) };
                Ok(if legal < own.rate { reduced } else { own })
            }
        }
    }

    fn legal(book: &LawBook, claim: &InterestClaim, terms: &InterestTerms, on: NaiveDate) -> Result<DayRate> {
        let class = terms.class.unwrap_or(CreditorClass::Others);
        let rate = legal_rate(book, class, on)?;
        let points = claim.increase.as_ref().and_then(|increase| increase.points_on(on));
        let (kind, rate, points) = match points {
            None => (InterestRateKind::Legal, rate, NIL),
            Some(points) => {
                (InterestRateKind::LegalIncreased, rate.plus(points).ok_or_else(overflow)?, points)
            }
        };
        Ok(DayRate { kind, rate, points, is_legal: true })
    }
}
