//! What the events of an over-indebtedness file do to the interest of the claims in it.

use alloc::vec::Vec;
use chrono::NaiveDate;

/// Days from one (included) to another (excluded), or without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The day after the last; none as long as nothing ends it.
    pub until: Option<NaiveDate>,
}

impl Span {
    fn holds(&self, on: NaiveDate) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

/// The course of a file, as far as interest goes.
///
/// # Example
/// ```
/// use apurement::{day, fr::interest::{FileCourse, Span}};
/// let course = FileCourse {
///     suspended: vec![Span { from: day(2026, 2, 2), until: None }],
///     ..FileCourse::default()
/// };
/// assert!(course.measures.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileCourse {
    /// From admissibility until measures take effect: no interest, no increase (C. conso. L. 722-14).
    pub suspended: Vec<Span>,
    /// Plan or measures under way: the rate that they leave (C. conso. L. 732-2, L. 733-1, 3°).
    pub measures: Vec<Span>,
    /// The commission is late to decide on the way: running loans bear the legal rate at most (C. conso. L. 721-2,
    /// R. 724-2).
    pub late_orientation: Vec<Span>,
}

impl FileCourse {
    /// Where a claim of the file stands on a day.
    pub(super) fn stage_on(&self, on: NaiveDate) -> Stage {
        let within = |spans: &[Span]| spans.iter().any(|span| span.holds(on));
        if within(&self.suspended) {
            Stage::Suspended
        } else if within(&self.measures) {
            Stage::Measures
        } else if within(&self.late_orientation) {
            Stage::LateOrientation
        } else {
            Stage::None
        }
    }

    /// The days on which it changes.
    pub(super) fn changes(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let spans = self.suspended.iter().chain(&self.measures).chain(&self.late_orientation);
        spans.flat_map(|span| core::iter::once(span.from).chain(span.until))
    }
}

/// What the file says of the rate of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Suspended,
    Measures,
    LateOrientation,
    None,
}
