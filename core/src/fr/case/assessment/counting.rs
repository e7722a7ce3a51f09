//! The interest of a case: a statement for each claim.

use super::{Bench, course};
use crate::advisory::Advisory;
use crate::error::{Error, ErrorCode};
use crate::explain::{Rule, Trace, Value};
use crate::fr::case::faults::Faults;
use crate::fr::deadline::Calendar;
use crate::fr::interest::{self, Statement};
use crate::rounding::Rounding;
use alloc::format;
use alloc::vec::Vec;

impl Bench<'_> {
    /// The statements of the claims, as far as they have no fault.
    pub(super) fn statements(
        &self,
        calendar: Option<&Calendar>,
        faults: &mut Faults,
        advisories: &mut Vec<Advisory>,
        trace: &mut impl Trace,
    ) -> Vec<Statement> {
        let case = self.case;
        let course = calendar.map(|calendar| course::of(calendar, &case.events)).unwrap_or_default();
        if case.events.is_empty() && case.interest.iter().any(|claim| claim.listed) {
            faults.keep::<()>(Err(Error::new(ErrorCode::FieldMissing).at("events")));
        }
        let mut statements = Vec::with_capacity(case.interest.len());
        for (place, claim) in case.interest.iter().enumerate() {
            let path = format!("interest[{place}]");
            let found = claim.faults(case.assessed_on);
            if !found.is_empty() {
                let located = found.into_iter().map(|fault| fault.at(&path)).collect();
                faults.keep_all::<()>(Err(located));
                continue;
            }
            let until = claim.until.unwrap_or(case.assessed_on);
            let drawn = interest::statement(self.book, claim, &course, until, case.conventions.day_count);
            if let Some((statement, known)) = faults.keep(drawn.map_err(|fault| fault.at(&path))) {
                trace.note(Rule::Interest, |step| {
                    step.input("claim", &statement.id)
                        .input("from", statement.from)
                        .input("until", statement.until)
                        .input("exact", Value::Exact(statement.exact_interest))
                        .rounded(Rounding::HalfUp)
                        .result(statement.interest.charged);
                });
                statements.push(statement);
                advisories.extend(known.into_iter().map(|advisory| advisory.at(&*path)));
            }
        }
        statements
    }
}
