//! Time limits: what begins when, until when, what happens then, and what is still to be known (`doc(alias)`: délais).

mod counting;
mod event;
mod faults;
mod file;
mod known;
mod limit;
mod limits;
mod reading;

pub use counting::{Term, deadline, mixed_term, term};
pub use event::{Event, EventKind, Residence};
pub use file::deadlines;
pub use limit::{Actor, Anchor, Delay, Limit, LimitKind, Stated, Version};
pub use limits::{LIMITS, ORDER};

pub(crate) use faults::faults;

use crate::advisory::Advisory;
use crate::fr::holiday::HolidaySet;
use crate::fr::law::Territory;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// Where a time limit stands on a day.
    pub enum Status {
        /// It begins later.
        ToCome = "to_come",
        /// It runs.
        Running = "running",
        /// It is over, and no act that keeps it is known.
        Passed = "passed",
        /// The act was done in time.
        Met = "met",
        /// The act was done too late.
        Late = "late",
        /// Some event ended it before its term.
        Ended = "ended",
        /// Some event made it never be.
        Void = "void",
    }
}

/// What is asked of the calendar of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadlineOptions {
    /// The day from which days are counted; the day of assessment when not given.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub as_of: Option<NaiveDate>,
    /// Which holidays count; those of the territory when not given.
    pub holidays: Option<HolidaySet>,
}

impl DeadlineOptions {
    /// The day from which days are counted, and the holidays, of a case assessed on a day in a territory.
    #[must_use]
    pub fn resolve(self, assessed_on: NaiveDate, territory: Territory) -> (NaiveDate, HolidaySet) {
        (self.as_of.unwrap_or(assessed_on), self.holidays.unwrap_or_else(|| HolidaySet::of(territory)))
    }
}

/// A time limit of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The rule.
    pub limit: &'static Limit,
    /// The text that held on its first day.
    pub version: &'static Version,
    /// What made it begin.
    pub anchor: Anchor,
    /// The name that the event bears.
    pub about: Option<Id>,
    /// The day that makes it run; it does not count itself.
    pub starts_on: NaiveDate,
    /// The last day, before holidays; nothing where there is no fixed end.
    pub expires_on: Option<NaiveDate>,
    /// The last day to act, or of the effect.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: Status,
    /// It begins only if another limit is not kept, and that is not known yet.
    pub conditional: bool,
    /// Days from the day asked to its end; nothing when it no longer runs or has no end.
    pub days_left: Option<i64>,
    /// The day of the act.
    pub done_on: Option<NaiveDate>,
    /// The day of the event that ended it before its term.
    pub ended_on: Option<NaiveDate>,
    /// Where the person lives, when that lengthened it.
    pub residence: Residence,
}

/// What must be known for another limit to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The event to be known.
    pub event: EventKind,
    /// What of it must be known, when the event itself is.
    pub field: Option<&'static str>,
    /// The limit that waits for it.
    pub limit: &'static Limit,
}

impl Missing {
    /// Whether two limits wait for the same thing.
    pub(crate) fn alike(&self, other: &Missing) -> bool {
        (self.event, self.field) == (other.event, other.field)
    }
}

/// The calendar of a file on a day.
#[derive(Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day from which days are counted.
    pub as_of: NaiveDate,
    /// The holidays that counted.
    pub holidays: HolidaySet,
    /// The limits, by their last day.
    pub deadlines: Vec<Deadline>,
    /// What else must be known, by event, then the event before its field, then in the order of the table.
    pub missing: Vec<Missing>,
    /// Doubts.
    pub advisories: Vec<Advisory>,
}

opaque_debug!(Deadline, Calendar);

impl Calendar {
    /// The deadlines of one limit: `calendar.of("legal_rate_window")`, by their last day.
    pub fn of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Deadline> {
        self.deadlines.iter().filter(move |deadline| deadline.limit.id == id)
    }
}
