//! The plan of a case audited against its facts.

use super::Bench;
use crate::error::{Error, ErrorCode, Result};
use crate::fr::audit::{self, AuditedPlan, Finding};
use crate::fr::capacity::Capacity;
use crate::fr::debt::treatment::Treatment;
use crate::fr::plan::{self, CapacityStep, Plan};
use crate::money::Money;
use alloc::vec::Vec;

impl Bench<'_> {
    /// The findings on the plan given, or on the one drawn here.
    pub(super) fn audit(
        &self,
        treatments: &[Treatment],
        capacity: Option<&Capacity>,
        drawn: Option<&Plan>,
    ) -> Result<Vec<Finding>> {
        let on = self.case.assessed_on;
        let wish = self.case.plan.as_ref();
        let steps = wish.and_then(|wish| wish.capacity_steps.as_deref()).unwrap_or_default();
        let written;
        let plan = match (&self.case.audit, drawn) {
            (Some(given), _) => given,
            (None, Some(drawn)) => {
                written = self.written(drawn, capacity, steps)?;
                &written
            }
            (None, None) => return Err(Error::new(ErrorCode::FieldMissing).at("audit")),
        };
        let facts = audit::Facts {
            debts: &self.case.debts,
            treatments,
            rank_changes: wish.map(|wish| wish.rank_changes.as_slice()).unwrap_or_default(),
            assets: &self.case.assets,
            history: &self.case.history,
            conciliation_failed: self.case.prospects.conciliation_failed,
            capacity,
            steps,
            decided_on: on,
            longest: *self.book.admit(self.book.plan_length(on))?.value,
            longest_suspension: *self.book.admit(self.book.suspension_length(on))?.value,
            second_suspension: self.case.conventions.second_suspension,
            legal_rate: self.book.legal_interest(on).ok().map(|found| *found.value),
            token_floor: wish
                .and_then(|wish| wish.token_floor)
                .unwrap_or(plan::Policy::default().token_floor),
        };
        audit::audit(plan, &facts)
    }

    /// The plan drawn here, as a document to be checked.
    fn written(
        &self,
        drawn: &Plan,
        capacity: Option<&Capacity>,
        steps: &[CapacityStep],
    ) -> Result<AuditedPlan> {
        let wish = self.case.plan.as_ref();
        let mut plan = AuditedPlan::of_drawn(drawn)?;
        plan.kind = wish.map(|wish| wish.kind).unwrap_or_default();
        plan.imputation = wish.map(|wish| wish.imputation).unwrap_or_default();
        plan.main_home_exception = wish.is_some_and(|wish| wish.main_home_exception);
        // What is erased of an owner's debts is erased after a sale.
        plan.subject_to_sale = !drawn.totals.erased.is_zero();
        let most = steps.iter().map(|step| step.amount).max();
        let left = capacity.map(|capacity| match most {
            Some(most) => capacity.resources.minus(most),
            None => Ok(capacity.left_to_live),
        });
        plan.left_to_live = Some(left.unwrap_or(Ok(Money::ZERO))?);
        Ok(plan)
    }
}
