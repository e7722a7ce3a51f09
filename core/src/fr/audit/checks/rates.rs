//! The rates of imposed measures: at most the contract rate and the legal rate (L. 733-1, 3° and 4°).

use super::{Audit, each, on};
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::Ledger;
use crate::fr::debt::{Creditor, Debt};
use crate::fr::plan::PlanKind;
use crate::rate::Rate;

impl<'a> Audit<'a> {
    /// An imposed rate passes neither the contract rate nor the legal one.
    pub(super) fn imposed_rates(&mut self, ledger: &Ledger<'a>) {
        if self.plan.kind != PlanKind::Imposed {
            return;
        }
        let mut not_checked = false;
        for (entry, treatment) in each(self.facts, ledger) {
            // Outside the measures a creditor counts its own interest.
            let Some(rate) = entry.rate.filter(|_| !entry.is_beside() && !treatment.excluded) else {
                continue;
            };
            let grade = self.above_legal(rate, entry.debt);
            let above_contract = entry.debt.contract_rate.is_some_and(|contract| rate > contract);
            not_checked |= self.facts.legal_rate.is_none() && !rate.percent().is_zero();
            if let Some(grade) = if above_contract { Some(Grade::Breach) } else { grade } {
                self.put(on(FindingKind::RateAboveCap, grade, entry));
            }
        }
        if let Some(rate) = self.plan.suspension_rate {
            let suspended = each(self.facts, ledger)
                .filter(|(entry, treatment)| entry.suspended && !entry.is_beside() && !treatment.excluded);
            not_checked |= suspended.clone().next().is_some()
                && self.facts.legal_rate.is_none()
                && !rate.percent().is_zero();
            let gravest = suspended.filter_map(|(entry, _)| self.above_legal(rate, entry.debt)).min();
            if let Some(grade) = gravest {
                self.put(Finding::new(FindingKind::SuspensionRateAboveCap, grade));
            }
        }
        if not_checked {
            self.put(Finding::new(FindingKind::RateNotChecked, Grade::Note));
        }
    }

    /// Commissions use the rate of creditors other than individuals; whether the claim of an individual may bear
    /// the other one is not settled.
    fn above_legal(&self, rate: Rate, debt: &Debt) -> Option<Grade> {
        let legal = self.facts.legal_rate?;
        let individual = debt.creditor_class() == Creditor::Individual;
        if rate <= legal.others {
            None
        } else if individual && rate <= legal.individuals {
            Some(Grade::Doubtful)
        } else {
            Some(Grade::Breach)
        }
    }
}
