//! The suspension of claims: twenty-four months at most, once, never for maintenance (L. 733-1, 4°, L. 733-2).

use super::{Audit, each, on};
use crate::fr::asset::AssetKind;
use crate::fr::audit::document::AuditedTier;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::Ledger;
use crate::fr::conventions::SecondSuspension;
use crate::fr::debt::DebtKind;
use crate::fr::plan::PlanKind;

impl<'a> Audit<'a> {
    /// A suspension pays nothing of the claims it suspends; what pays nothing for months is a suspension.
    pub(super) fn payments_of_suspension(&mut self, ledger: &Ledger<'a>, tier: &AuditedTier) {
        let month = ledger.month();
        let (mut pays, mut owes) = (false, false);
        for (entry, treatment) in each(self.facts, ledger) {
            let paid = !entry.now.is_zero();
            pays |= paid;
            if treatment.excluded || entry.is_beside() || !entry.is_served() {
                continue;
            }
            owes |= entry.is_owed();
            if tier.suspension && paid {
                self.put(on(FindingKind::PaidDuringSuspension, Grade::Doubtful, entry).in_month(month));
            }
        }
        // To wait for a sale is to defer (L. 733-1, 1°).
        let waits = self.plan.sale.as_ref().is_some_and(|sale| sale.month >= month);
        if !tier.suspension && owes && !pays && !waits {
            let finding = Finding::new(FindingKind::NothingPaid, Grade::Doubtful);
            self.put(finding.in_month(month).months(0, tier.months));
        }
    }

    /// Its length, the one before it, and what may not be suspended. An agreed plan may defer otherwise (L. 732-2).
    pub(super) fn suspension(&mut self, ledger: &Ledger<'a>) {
        let facts = self.facts;
        let suspended = self.plan.tiers.iter().filter(|tier| tier.suspension);
        let months = suspended.map(|tier| tier.months).fold(0, u32::saturating_add);
        if months == 0 {
            return;
        }
        let grade = match self.plan.kind {
            PlanKind::Imposed => Grade::Breach,
            PlanKind::Agreed => Grade::Doubtful,
        };
        if months > facts.longest_suspension {
            let finding = Finding::new(FindingKind::SuspensionTooLong, grade);
            self.put(finding.months(facts.longest_suspension, months));
        }
        if facts.history.suspension_used() {
            // A file lodged more than three months after the end is examined in ordinary conditions.
            let lodged_late = facts.history.refiled_in_time() == Some(false);
            // Two règlements intérieurs grant another one where real estate is to be sold; the article does not.
            let granted = facts.second_suspension == SecondSuspension::RealEstate
                && self.owns(AssetKind::is_real_estate);
            let grade = if lodged_late || granted { Grade::Doubtful } else { grade };
            self.put(Finding::new(FindingKind::SecondSuspension, grade));
        }
        for entry in ledger.entries.iter().filter(|entry| entry.suspended && !entry.is_beside()) {
            if entry.debt.kind == DebtKind::Maintenance && entry.is_served() {
                // The creditor's consent lifts L. 711-4; the text on suspension has no such reserve.
                let grade = if entry.debt.consent { Grade::Doubtful } else { Grade::Breach };
                self.put(on(FindingKind::MaintenanceSuspended, grade, entry));
            }
        }
    }
}
