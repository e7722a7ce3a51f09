//! The sale that a plan waits for, as somebody wrote it down, and its checks.

use super::Facts;
use super::document::AuditedPlan;
use super::finding::{Finding, FindingKind, Grade};
use super::ledger::{Entry, Ledger, on};
use crate::error::Result;
use crate::fr::debt::Estate;
use crate::fr::plan::{PlanKind, SaleManner, is_reducible};
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;

/// What a debt receives of the price.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedSalePart {
    /// The debt.
    pub debt: Id,
    /// How much.
    pub amount: Money,
}

/// The sale of an asset in a plan to be checked.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedSale {
    /// The asset.
    pub asset: Id,
    /// The month at whose end the price is distributed.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub month: u32,
    /// How it is sold.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub manner: SaleManner,
    /// The debtor's part of the price, less the sale costs.
    pub net_proceeds: Money,
    /// Who receives it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parts: Vec<AuditedSalePart>,
    /// The debts whose remainder is reduced (L. 733-4, 1°) rather than erased; their amounts are among those erased.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub reduced: Vec<Id>,
}

opaque_debug!(AuditedSalePart, AuditedSale);

impl AuditedSale {
    /// What a debt receives.
    pub(super) fn received(&self, debt: &Id) -> Result<Money> {
        Money::total(self.parts.iter().filter(|part| part.debt == *debt).map(|part| part.amount))
    }

    /// The rank of a debt's security on the asset, if it has one.
    pub(super) fn security_rank(&self, entry: &Entry<'_>) -> Option<u32> {
        let security = entry.debt.security.as_ref();
        security.filter(|security| security.asset == self.asset).map(|security| security.rank)
    }
}

/// The price goes by the rank of securities, then to landlords before lenders; a reduction has its conditions.
pub(super) fn check(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) -> Result<()> {
    let Some(sale) = &plan.sale else { return Ok(()) };
    let served = |entry: &&Entry<'_>| !entry.debt.set_aside && entry.debt.estate == Estate::Personal;
    let owed = || ledger.entries.iter().filter(served).filter(|entry| entry.after_sale > Money::ZERO);
    let given = Money::total(ledger.entries.iter().map(|entry| entry.from_sale))?;
    let grade = match given.cmp(&sale.net_proceeds) {
        core::cmp::Ordering::Greater => Some(Grade::Breach),
        // What is kept from creditors who are still owed something needs a reason.
        core::cmp::Ordering::Less if owed().next().is_some() => Some(Grade::Doubtful),
        _ => None,
    };
    if let Some(grade) = grade {
        let finding = Finding::new(FindingKind::SaleProceedsUnbalanced, grade).in_month(sale.month);
        findings.push(finding.amounts(sale.net_proceeds, given));
    }
    let first_owed = owed().filter_map(|entry| sale.security_rank(entry)).min();
    let landlord_owed = owed().any(|entry| entry.debt.is_landlord() && sale.security_rank(entry).is_none());
    for entry in ledger.entries.iter().filter(|entry| !entry.from_sale.is_zero()) {
        let rank = sale.security_rank(entry);
        if first_owed.is_some_and(|first| rank.is_none_or(|rank| rank > first)) {
            findings.push(on(FindingKind::SaleRankIgnored, Grade::Breach, entry).in_month(sale.month));
        }
        let standing = Standing { landlord: entry.debt.is_landlord(), lender: entry.debt.is_lender() };
        if rank.is_none() && !may_be_paid(standing, landlord_owed, LandlordSurplus::Withheld) {
            findings.push(on(FindingKind::LenderBeforeLandlord, Grade::Breach, entry).in_month(sale.month));
        }
    }
    reductions(plan, sale, facts, ledger, findings);
    Ok(())
}

/// Only a home loan of the lender who financed the main home and is registered on it (L. 733-4, 1°).
fn reductions(
    plan: &AuditedPlan,
    sale: &AuditedSale,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) {
    if plan.kind != PlanKind::Imposed {
        return;
    }
    let asset = facts.assets.iter().find(|asset| asset.id.as_ref() == Some(&sale.asset));
    for entry in ledger.entries.iter().filter(|entry| sale.reduced.contains(&entry.debt.id)) {
        if !asset.is_some_and(|asset| is_reducible(entry.debt, asset, sale.manner)) {
            findings.push(on(FindingKind::ReductionWithoutConditions, Grade::Breach, entry));
        }
    }
}
