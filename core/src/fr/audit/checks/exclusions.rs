//! Debts that measures may not touch, or only in part: excluded, set aside, pawned, paid by a guarantor.

use super::means::{months_of, own_instalment};
use super::{Audit, each, on};
use crate::error::Result;
use crate::fr::audit::finding::{FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Ledger};
use crate::fr::debt::treatment::Treatment;
use crate::fr::debt::{DebtKind, Estate};
use crate::fr::plan::PlanKind;
use crate::money::Money;

impl<'a> Audit<'a> {
    /// A debt that keeps its own instalment is paid exactly that, until it ends.
    pub(super) fn own_instalments(&mut self, ledger: &Ledger<'a>, months: u32) -> Result<()> {
        for (entry, treatment) in each(self.facts, ledger).filter(|(entry, _)| entry.listed) {
            let Some(own) = own_instalment(entry, treatment).filter(|_| entry.is_served()) else { continue };
            // The price of a sale may end it earlier.
            if !entry.from_sale.is_zero() {
                continue;
            }
            let due = entry.balance()?.total()?;
            let expected = own.times(i64::from(months))?.min(due);
            let needed = months_of(due, own).min(months);
            let (instalment, payments) =
                entry.line.map_or((Money::ZERO, 0), |line| (line.instalment, line.payments(months)));
            // A single payment is its last one alone.
            let level = needed < 2 || instalment == own;
            if entry.now != expected || payments != needed || !level {
                let (bound, paid) = if level { (expected, entry.now) } else { (own, instalment) };
                let finding = on(FindingKind::OwnInstalmentChanged, Grade::Doubtful, entry);
                self.put(finding.in_month(ledger.month()).amounts(bound, paid));
            }
        }
        Ok(())
    }

    /// What may not be touched is not.
    pub(super) fn excluded_debts(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        for (entry, treatment) in each(self.facts, ledger) {
            if !entry.is_served() {
                self.no_matter_of_the_plan(entry);
                continue;
            }
            if treatment.excluded {
                self.excluded(entry, treatment);
            } else {
                self.ordinary(entry);
            }
            if entry.listed && (treatment.excluded || entry.is_beside()) {
                let left = entry.left()?;
                if !left.or_zero().is_zero() {
                    let finding = on(FindingKind::ExcludedLeft, Grade::Note, entry);
                    self.put(finding.amounts(entry.due()?, entry.due()?.minus(left)?));
                }
            }
            self.guarantor(entry)?;
        }
        Ok(())
    }

    /// Set aside (R. 723-7), or of the professional estate (L. 711-9).
    fn no_matter_of_the_plan(&mut self, entry: &Entry<'_>) {
        if entry.received.is_zero() && entry.erased.is_zero() {
            return;
        }
        if entry.debt.set_aside {
            self.put(on(FindingKind::SetAsideInPlan, Grade::Breach, entry));
        }
        if entry.debt.estate == Estate::Professional {
            self.put(on(FindingKind::ProfessionalInPlan, Grade::Breach, entry));
        }
    }

    /// Neither rescheduled nor erased without consent; court fines never (L. 711-4).
    fn excluded(&mut self, entry: &Entry<'_>, treatment: &Treatment) {
        let fine = entry.debt.kind == DebtKind::CourtFine;
        let touched = |otherwise| if fine { FindingKind::CourtFineTouched } else { otherwise };
        if !entry.erased.is_zero() {
            let finding = on(touched(FindingKind::ExcludedErased), Grade::Breach, entry);
            self.put(finding.amounts(Money::ZERO, entry.erased));
        }
        if !entry.paid.is_zero() {
            let finding = if entry.is_beside() {
                on(FindingKind::OutsideToBeAgreed, Grade::Note, entry)
            } else {
                on(touched(FindingKind::ExcludedRescheduled), Grade::Breach, entry)
            };
            self.put(finding.amounts(entry.start, entry.paid));
        } else if entry.erased.is_zero() && own_instalment(entry, treatment).is_none() {
            self.put(on(FindingKind::ExcludedNotReserved, Grade::Doubtful, entry));
        }
        if entry.suspended && !entry.is_beside() && entry.debt.kind != DebtKind::Maintenance {
            self.put(on(FindingKind::ExcludedSuspended, Grade::Doubtful, entry));
        }
    }

    fn ordinary(&mut self, entry: &Entry<'_>) {
        if entry.outside && entry.debt.outside_plan.is_none() {
            self.put(on(FindingKind::OutsideWithoutGround, Grade::Doubtful, entry));
        }
        let erased = !entry.erased.is_zero();
        if erased && entry.is_beside() {
            self.put(
                on(FindingKind::OutsideErased, Grade::Doubtful, entry).amounts(Money::ZERO, entry.erased),
            );
        }
        match entry.debt.kind {
            DebtKind::PawnLoan if erased => {
                let finding = on(FindingKind::PawnLoanErased, self.of_erasure(Grade::Breach), entry);
                self.put(finding.amounts(Money::ZERO, entry.erased));
            }
            DebtKind::FixedFine if erased => {
                self.put(on(FindingKind::FixedFineTouched, Grade::Doubtful, entry));
            }
            DebtKind::FixedFine if !entry.paid.is_zero() => {
                self.put(on(FindingKind::FixedFineTouched, Grade::Note, entry));
            }
            _ => {}
        }
        if erased && entry.debt.arose_on.is_some_and(|day| day > self.facts.decided_on) {
            self.put(on(FindingKind::BornAfterErased, Grade::Doubtful, entry));
        }
    }

    /// L. 711-5 and L. 733-4 speak of erasure that is imposed; in an agreed plan the creditor remits (L. 732-2).
    fn of_erasure(&self, imposed: Grade) -> Grade {
        match self.plan.kind {
            PlanKind::Imposed => imposed,
            PlanKind::Agreed => Grade::Note,
        }
    }

    /// What a natural-person guarantor paid is never erased (L. 733-4, 2°). Whether the plan's payments go to the
    /// guarantor first is not said: between both readings it is doubtful.
    fn guarantor(&mut self, entry: &Entry<'_>) -> Result<()> {
        let Some(paid) = entry.debt.guarantor_paid.filter(|paid| !paid.is_zero()) else { return Ok(()) };
        let most = entry.due()?.minus(paid)?.or_zero();
        let least = most.minus(entry.received)?.or_zero();
        let grade = self.of_erasure(if entry.erased > most { Grade::Breach } else { Grade::Doubtful });
        if entry.erased > least {
            let finding = on(FindingKind::GuarantorPaidErased, grade, entry);
            self.put(finding.amounts(least, entry.erased));
        }
        Ok(())
    }
}
