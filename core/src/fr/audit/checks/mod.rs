//! The checks, theme by theme: of each tier as it opens, then of the whole plan. None asks how the plan was drawn.

mod creditors;
mod duration;
mod exclusions;
mod means;
mod measures;
mod rates;
mod sale;
mod sums;
mod suspension;

use super::Facts;
use super::document::{AuditedPlan, AuditedTier};
use super::finding::{Finding, FindingKind, Grade};
use super::ledger::{Entry, Ledger};
use crate::error::Result;
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::debt::treatment::Treatment;
use alloc::vec::Vec;

/// An audit as it goes on.
pub(super) struct Audit<'a> {
    pub(super) plan: &'a AuditedPlan,
    pub(super) facts: &'a Facts<'a>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Audit<'a> {
    /// The checks of a tier that opens.
    pub(super) fn tier(&mut self, ledger: &Ledger<'a>, tier: &AuditedTier) -> Result<()> {
        self.months_within_means(ledger, tier)?;
        self.landlords_first(ledger);
        self.token_instalments(ledger, tier);
        self.own_instalments(ledger, tier.months)?;
        self.payments_of_suspension(ledger, tier);
        self.tier_sums(ledger, tier)
    }

    /// The checks of the whole plan, once every tier is paid.
    pub(super) fn whole(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        self.share_of_household();
        self.months_allowed(ledger)?;
        self.excluded_debts(ledger)?;
        self.imposed_rates(ledger);
        self.suspension(ledger);
        self.kind_of_measures(ledger);
        self.debt_sums(ledger)?;
        self.stated_figures(ledger)?;
        self.equal_dividends(ledger)?;
        self.sale(ledger)?;
        self.creditors_not_bound(ledger);
        Ok(())
    }

    fn put(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Something of some value that the plan does not sell.
    fn keeps(&self, kind: impl Fn(AssetKind) -> bool) -> bool {
        self.facts.assets.iter().any(|asset| kind(asset.kind) && !asset.value.is_zero() && !self.sells(asset))
    }

    /// The asset whose price the plan distributes.
    fn sells(&self, asset: &Asset) -> bool {
        let sold = self.plan.sale.as_ref().map(|sale| &sale.asset);
        asset.id.is_some() && asset.id.as_ref() == sold
    }

    /// Something of some value.
    fn owns(&self, kind: impl Fn(AssetKind) -> bool) -> bool {
        self.facts.assets.iter().any(|asset| kind(asset.kind) && !asset.value.is_zero())
    }
}

/// A finding on a debt.
fn on(kind: FindingKind, grade: Grade, entry: &Entry<'_>) -> Finding {
    Finding::new(kind, grade).of(&entry.debt.id)
}

/// Each debt with its treatment.
fn each<'l, 'a>(
    facts: &'a Facts<'a>,
    ledger: &'l Ledger<'a>,
) -> impl Iterator<Item = (&'l Entry<'a>, &'a Treatment)> + Clone {
    ledger.entries.iter().zip(facts.treatments)
}
