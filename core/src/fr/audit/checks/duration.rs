//! How long a plan may last: seven years less earlier measures, and the exceptions that keep the main home.

use super::{Audit, on};
use crate::error::Result;
use crate::fr::asset::AssetKind;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Ledger};
use crate::fr::plan::PlanKind;

impl<'a> Audit<'a> {
    /// Seven years less earlier measures, unless a main-home exception applies (L. 732-3, L. 733-3).
    pub(super) fn months_allowed(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        let (plan, facts) = (self.plan, self.facts);
        let months = plan.months();
        let left = facts.longest.saturating_sub(facts.history.earlier_measures_months.unwrap_or(0));
        if months <= left {
            return Ok(());
        }
        // Earlier measures count for agreed plans by the text; for imposed ones it is inferred.
        let only_by_earlier = months <= facts.longest && plan.kind == PlanKind::Imposed;
        let grade = match (plan.main_home_exception, only_by_earlier) {
            (true, _) => Grade::Note,
            (false, true) => Grade::Doubtful,
            (false, false) => Grade::Breach,
        };
        self.put(Finding::new(FindingKind::HorizonExceeded, grade).months(left, months));
        if plan.main_home_exception {
            self.main_home_exception(ledger, left)?;
        }
        Ok(())
    }

    /// The two exceptions: what is paid later repays the loans of a main home whose sale it avoids, or all debts are
    /// repaid without that sale.
    fn main_home_exception(&mut self, ledger: &Ledger<'a>, left: u32) -> Result<()> {
        let main_home = self.owns(|kind| kind == AssetKind::MainHome);
        if !main_home && !ledger.entries.iter().any(|entry| entry.debt.finances_main_home) {
            self.put(Finding::new(FindingKind::MainHomeExceptionUnfounded, Grade::Breach));
        }
        // The sale that the plan asks for may be that of another property.
        let sells =
            self.facts.assets.iter().any(|asset| asset.kind == AssetKind::MainHome && self.sells(asset));
        let may_be_other = self.owns(|kind| kind == AssetKind::OtherRealEstate);
        if sells || (self.plan.subject_to_sale && !may_be_other) {
            self.put(Finding::new(FindingKind::ExceptionBesideSale, Grade::Doubtful));
        }
        let mut repays_all = true;
        for entry in ledger.entries.iter().filter(|entry| entry.is_served()) {
            repays_all &= entry.erased.is_zero() && (entry.is_beside() || entry.left()?.or_zero().is_zero());
        }
        for entry in &ledger.entries {
            let Some(last) = entry.last_month.filter(|last| *last > left) else { continue };
            if !repays_all && !entry.debt.finances_main_home {
                let finding = on(FindingKind::BeyondMainHome, Grade::Breach, entry);
                self.put(finding.months(left, last));
            }
            self.half_term(entry, last);
        }
        Ok(())
    }

    /// Seven years *or* half of what a loan had left to run, before acceleration if there was one (L. 733-1, 1°): read
    /// as alternatives, so that the half only limits what passes seven years.
    fn half_term(&mut self, entry: &Entry<'_>, last: u32) {
        let Some(remaining) = entry.debt.remaining_months else { return };
        let bound = self.facts.longest.max(remaining.div_ceil(2));
        if last > bound {
            self.put(on(FindingKind::HalfTermExceeded, Grade::Doubtful, entry).months(bound, last));
        }
    }
}
