//! Time limits and the due dates of a plan as iCalendar (RFC 5545), for calendars of every make.
//!
//! Each is an event of a whole day that leaves the day free. Its identifier stays the same from one computation to the
//! next, so that a calendar that is read again replaces it.

mod deadlines;
mod instalments;
mod writer;

use crate::error::Result;
use crate::fr::case::Case;
use crate::fr::deadline;
use crate::fr::plan::Plan;
use crate::language::Language;
use crate::vocabulary::Id;
use alloc::format;
use alloc::string::String;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// What all the events of a calendar share.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// The day for which the calendar is computed: the library has no clock.
    pub stamp: NaiveDate,
    /// A name of the caller's for the file. It opens each summary and tells apart the events of several files in one
    /// calendar.
    pub reference: Option<&'a Id>,
    /// The language of summaries and descriptions.
    pub language: Language,
}

/// The time limits that run or are to come, each on its last day; nothing when there is none.
///
/// A limit that begins only if another is not kept is tentative.
///
/// # Example
/// ```
/// # use apurement::{day, fr::{deadline::Calendar, holiday::HolidaySet}, report::ics::{self, Mark}, Language};
/// let calendar = Calendar {
///     as_of: day(2026, 5, 15), holidays: HolidaySet::National, deadlines: vec![], missing: vec![], advisories: vec![],
/// };
/// let mark = Mark { stamp: calendar.as_of, reference: None, language: Language::English };
/// assert_eq!(ics::deadlines(&calendar, &mark), None);
/// ```
#[must_use]
pub fn deadlines(calendar: &deadline::Calendar, mark: &Mark<'_>) -> Option<String> {
    let mut events = writer::Calendar::new(mark.stamp);
    deadlines::write(calendar, mark, &mut events);
    events.finish()
}

/// The due dates of a plan, with the total of the month and what each creditor receives; nothing when the day of the
/// first is not known or nothing is paid.
///
/// # Errors
/// `arithmetic.overflow`.
pub fn instalments(case: &Case, plan: &Plan, mark: &Mark<'_>) -> Result<Option<String>> {
    let mut events = writer::Calendar::new(mark.stamp);
    instalments::write(case, plan, mark, &mut events)?;
    Ok(events.finish())
}

/// The time limits, then the due dates of the plan where there is one, in one calendar.
///
/// # Errors
/// `arithmetic.overflow`.
pub fn whole(
    calendar: &deadline::Calendar,
    case: &Case,
    plan: Option<&Plan>,
    mark: &Mark<'_>,
) -> Result<Option<String>> {
    let mut events = writer::Calendar::new(mark.stamp);
    deadlines::write(calendar, mark, &mut events);
    if let Some(plan) = plan {
        instalments::write(case, plan, mark, &mut events)?;
    }
    Ok(events.finish())
}

impl Mark<'_> {
    /// What an identifier is made of: the kind of event, its day, and a digest of the names that the caller gave.
    fn facts(&self, kind: &str, on: NaiveDate, about: Option<&Id>) -> String {
        let facts = format!("{kind}-{}", on.format("%Y%m%d"));
        if self.reference.is_none() && about.is_none() {
            return facts;
        }
        let mut digest = Sha256::new();
        for name in [self.reference, about] {
            let name = name.map_or("", Id::as_str);
            digest.update(name);
            // No text holds this octet: the end of a name is not the beginning of the next.
            digest.update([0xff]);
        }
        let digest = digest.finalize();
        let digest: String = digest.iter().take(8).map(|octet| format!("{octet:02x}")).collect();
        format!("{facts}-{digest}")
    }

    /// A summary with the name of the file before it.
    fn summary(&self, text: &str) -> String {
        match self.reference {
            Some(reference) => format!("[{}] {text}", reference.as_str()),
            None => String::from(text),
        }
    }
}
