//! The interest of a case: a statement for each claim.

use super::{Bench, course};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::{Error, ErrorCode};
use crate::explain::{Rule, Trace, Value};
use crate::fr::case::faults::Faults;
use crate::fr::deadline::{Calendar, Event, EventKind};
use crate::fr::interest::{self, CreditorClass, InterestClaim, Statement};
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
                if self.is_above_legal(claim) {
                    let above = Advisory::new(AdvisoryCode::InterestPlanRateAboveLegal);
                    advisories.push(above.at(format!("{path}.plan_rate")));
                }
            }
        }
        statements
    }
    /// Whether the rate of imposed measures passes the legal rate of the day of the decision (C. conso. L. 733-1, 3°). An
    /// agreed plan has no such bound.
    fn is_above_legal(&self, claim: &InterestClaim) -> bool {
        let decided =
            |event: &&Event| matches!(event.kind, EventKind::MeasuresImposed | EventKind::MeasuresOrdered);
        let on = self.case.events.iter().filter(decided).filter_map(Event::day).max();
        let class = claim.rate.class.unwrap_or(CreditorClass::Others);
        let legal = on.and_then(|on| self.book.legal_interest(on).ok()).map(|rates| rates.value.of(class));
        claim.plan_rate.zip(legal).is_some_and(|(rate, legal)| rate > legal)
    }
}
