//! The time limits of a case, and whether its events agree with what else it says.

use super::Bench;
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::Error;
use crate::fr::deadline::{Calendar, EventKind, deadlines};
use alloc::vec::Vec;

impl Bench<'_> {
    /// The time limits, on the day asked.
    pub(super) fn calendar(&self, advisories: &mut Vec<Advisory>) -> Result<Calendar, Vec<Error>> {
        let case = self.case;
        let (as_of, holidays) = case.calendar.resolve(case.assessed_on, case.territory);
        let calendar = deadlines(&case.events, as_of, holidays)?;
        advisories.extend(calendar.advisories.iter().cloned());
        self.advise_history(advisories);
        Ok(calendar)
    }

    /// The history gives a day, and every event of the same thing another one.
    fn advise_history(&self, advisories: &mut Vec<Advisory>) {
        let history = &self.case.history;
        for (kind, day, path) in [
            (EventKind::SuspensionEnded, history.suspension_ended_on, "history.suspension_ended_on"),
            (EventKind::NewFileDeposited, history.new_file_lodged_on, "history.new_file_lodged_on"),
        ] {
            let Some(day) = day else { continue };
            let mut days = self.case.events.iter().filter(|event| event.kind == kind).peekable();
            if days.peek().is_some() && days.all(|event| event.day() != Some(day)) {
                advisories.push(Advisory::new(AdvisoryCode::DeadlineHistoryDiffers).at(path));
            }
        }
    }
}
