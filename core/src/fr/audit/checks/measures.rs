//! The kind of measures: agreed or imposed, erasure with what must go with it, and the sale of real estate.

use super::{Audit, each};
use crate::fr::asset::AssetKind;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Ledger};
use crate::fr::debt::{Creditor, DebtKind};
use crate::fr::plan::PlanKind;

impl<'a> Audit<'a> {
    /// Conciliation is for owners of real estate (L. 732-1); erasure is imposed beside other measures, and on owners
    /// after a sale (L. 733-4, 2°).
    pub(super) fn kind_of_measures(&mut self, ledger: &Ledger<'a>) {
        let owner = self.owns(AssetKind::is_real_estate);
        if self.plan.kind == PlanKind::Agreed {
            if !owner {
                self.put(Finding::new(FindingKind::AgreedWithoutRealEstate, Grade::Doubtful));
            }
            return;
        }
        if owner && !self.facts.conciliation_failed {
            self.put(Finding::new(FindingKind::ConciliationFirst, Grade::Note));
        }
        if ledger.entries.iter().any(|entry| !entry.erased.is_zero() && !is_reduction(entry)) {
            self.erasure_alone(ledger);
            if self.keeps(AssetKind::is_real_estate) {
                self.erasure_of_an_owner();
            }
        }
    }

    /// Combined with any measure of L. 733-1. To defer claims of which nothing is paid, then to erase them, can be read
    /// both ways.
    fn erasure_alone(&mut self, ledger: &Ledger<'a>) {
        // To wait for a sale is to defer (L. 733-1, 1°).
        let suspends = self.plan.sale.is_some() || self.plan.tiers.iter().any(|tier| tier.suspension);
        let pays = ledger.entries.iter().any(|entry| !entry.paid.is_zero());
        let reschedules = each(self.facts, ledger)
            .any(|(entry, treatment)| !entry.paid.is_zero() && !entry.is_beside() && !treatment.excluded);
        if !suspends && !reschedules {
            let grade = if pays { Grade::Doubtful } else { Grade::Breach };
            self.put(Finding::new(FindingKind::ErasureAlone, grade));
        }
    }

    /// Subject to the prior sale, but for a main home that the debtor can't leave (Cass. 22 May 2025).
    fn erasure_of_an_owner(&mut self) {
        if self.plan.subject_to_sale {
            return;
        }
        if !self.plan.rehousing_impossible || self.keeps(|kind| kind == AssetKind::OtherRealEstate) {
            self.put(Finding::new(FindingKind::ErasureWithoutSale, Grade::Breach));
        } else {
            self.put(Finding::new(FindingKind::RehousingToBeProven, Grade::Note));
        }
    }
}

/// What is reduced of a home loan that the sale of the home left, beside its payment (L. 733-4, 1°): no erasure of 2°.
fn is_reduction(entry: &Entry<'_>) -> bool {
    let lender =
        matches!(entry.debt.creditor_class(), Creditor::CreditInstitution | Creditor::FinanceCompany);
    let sold_before = entry.debt.left_by_sale && entry.debt.kind == DebtKind::HomeLoan && lender;
    let sold_in_plan = entry.reduced && entry.is_reducible;
    (sold_before || sold_in_plan) && !entry.received.is_zero()
}
