//! Sums: each debt is paid or erased to the cent, and the figures that the plan states are those it makes.

use super::{Audit, each, on};
use crate::error::Result;
use crate::fr::asset::AssetKind;
use crate::fr::audit::document::AuditedTier;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Index, Ledger};
use crate::fr::debt::treatment::{Permission, Treatment};
use crate::fr::plan::PlanKind;
use crate::money::Money;

impl<'a> Audit<'a> {
    /// One line a debt, and a stated total that is the sum of the instalments.
    pub(super) fn tier_sums(&mut self, ledger: &Ledger<'a>, tier: &AuditedTier) -> Result<()> {
        for entry in ledger.entries.iter().filter(|entry| entry.twice) {
            self.put(on(FindingKind::DebtTwiceInTier, Grade::Doubtful, entry).in_month(ledger.month()));
        }
        if let Some(stated) = tier.total {
            let total = Money::total(tier.lines.iter().map(|line| line.instalment))?;
            if stated != total {
                let finding = Finding::new(FindingKind::TierTotalDiffers, Grade::Breach);
                self.put(finding.in_month(ledger.month()).amounts(total, stated));
            }
        }
        Ok(())
    }

    /// For each debt: paid + erased = due, to the cent. Definitive measures clear the whole liability.
    pub(super) fn debt_sums(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        let plan = self.plan;
        // A plan that ends with a sale waits for it, and so does a short one that erases nothing before a sale.
        let ends_with_sale = plan.sale.as_ref().is_some_and(|sale| sale.month == plan.months());
        let short = plan.erased.is_empty() && plan.months() <= self.facts.longest_suspension;
        let before_sale = plan.subject_to_sale && short && self.owns(AssetKind::is_real_estate);
        let deferred = plan.balance_deferred || ends_with_sale || before_sale;
        let waits = deferred || plan.tiers.iter().all(|tier| tier.suspension);
        let mut something_left = false;
        for (entry, treatment) in each(self.facts, ledger) {
            let (due, given) = (entry.due()?, entry.received.plus(entry.erased)?);
            if given > due {
                let mut finding = on(FindingKind::MoreThanDue, Grade::Breach, entry).amounts(due, given);
                finding.month = entry.over_from;
                self.put(finding);
            }
            let beside = entry.debt.outside_plan.is_some() || treatment.excluded || !entry.is_served();
            if given >= due || beside {
                continue;
            }
            something_left = true;
            let missing = due.minus(given)?;
            if !waits && missing <= unerasable(entry, treatment) {
                self.put(on(FindingKind::UnerasableLeft, Grade::Doubtful, entry).amounts(due, given));
                continue;
            }
            // A suspension speaks of all claims.
            let mentioned = entry.mentioned || entry.suspended;
            let grade = match (plan.kind, waits && !plan.tiers.is_empty()) {
                (_, true) if mentioned => Grade::Note,
                (PlanKind::Imposed, false) => Grade::Breach,
                _ => Grade::Doubtful,
            };
            let kind = if mentioned { FindingKind::RemainderLeft } else { FindingKind::DebtNotMentioned };
            self.put(on(kind, grade, entry).amounts(due, given));
        }
        if something_left && deferred && plan.months() > self.facts.longest_suspension {
            let finding = Finding::new(FindingKind::WaitingTooLong, Grade::Doubtful);
            self.put(finding.months(self.facts.longest_suspension, plan.months()));
        }
        Ok(())
    }

    /// The figures that the plan states of each debt.
    pub(super) fn stated_figures(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        if self.plan.stated.is_empty() {
            return Ok(());
        }
        let index = Index::of(self.facts.debts);
        for (place, stated) in self.plan.stated.iter().enumerate() {
            let entry = index.place(&stated.debt, place).and_then(|place| ledger.entries.get(place));
            let Some(entry) = entry else { continue };
            let figures = [
                (FindingKind::ClaimDiffers, Grade::Doubtful, stated.start, entry.start),
                (FindingKind::InterestDiffers, Grade::Breach, stated.interest, entry.interest()?),
                (FindingKind::PaidDiffers, Grade::Breach, stated.paid, entry.paid),
                (FindingKind::PaidDiffers, Grade::Breach, stated.from_sale, entry.from_sale),
                (FindingKind::ErasedDiffers, Grade::Breach, stated.erased, entry.erased),
                (FindingKind::LeftDiffers, Grade::Breach, stated.left, entry.left()?),
            ];
            for (kind, grade, stated, made) in figures {
                if let Some(stated) = stated.filter(|stated| *stated != made) {
                    self.put(on(kind, grade, entry).amounts(made, stated));
                }
            }
        }
        Ok(())
    }
}

/// What no measure may erase of a debt.
fn unerasable(entry: &Entry<'_>, treatment: &Treatment) -> Money {
    match treatment.erase {
        Permission::Forbidden => Money::MAX,
        _ => entry.debt.guarantor_paid.unwrap_or(Money::ZERO),
    }
}
