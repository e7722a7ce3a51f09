//! The sale of an asset: its price goes by the rank of securities, then to landlords before lenders; a reduction after
//! it has its conditions.

use super::{Audit, on};
use crate::error::Result;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::Ledger;
use crate::fr::plan::PlanKind;
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use core::cmp::Ordering;

impl<'a> Audit<'a> {
    /// Who receives the price.
    pub(super) fn sale(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        let Some(sale) = &self.plan.sale else { return Ok(()) };
        let served = ledger.entries.iter().filter(|entry| entry.is_served());
        let owed = || served.clone().filter(|entry| entry.after_sale > Money::ZERO);
        let given = Money::total(ledger.entries.iter().map(|entry| entry.from_sale))?;
        let grade = match given.cmp(&sale.net_proceeds) {
            Ordering::Greater => Some(Grade::Breach),
            // What is kept from creditors who are still owed something needs a reason.
            Ordering::Less if owed().next().is_some() => Some(Grade::Doubtful),
            _ => None,
        };
        if let Some(grade) = grade {
            let finding = Finding::new(FindingKind::SaleProceedsUnbalanced, grade).in_month(sale.month);
            self.put(finding.amounts(sale.net_proceeds, given));
        }
        let first_owed = owed().filter_map(|entry| sale.security_rank(entry)).min();
        let landlord_owed =
            owed().any(|entry| entry.debt.is_landlord() && sale.security_rank(entry).is_none());
        for entry in ledger.entries.iter().filter(|entry| !entry.from_sale.is_zero()) {
            let rank = sale.security_rank(entry);
            if first_owed.is_some_and(|first| rank.is_none_or(|rank| rank > first)) {
                self.put(on(FindingKind::SaleRankIgnored, Grade::Breach, entry).in_month(sale.month));
            }
            let standing = Standing { landlord: entry.debt.is_landlord(), lender: entry.debt.is_lender() };
            if rank.is_none() && !may_be_paid(standing, landlord_owed, LandlordSurplus::Withheld) {
                self.put(on(FindingKind::LenderBeforeLandlord, Grade::Breach, entry).in_month(sale.month));
            }
        }
        self.reductions(ledger);
        Ok(())
    }

    /// Only a home loan of the lender who financed the main home and is registered on it (L. 733-4, 1°).
    fn reductions(&mut self, ledger: &Ledger<'a>) {
        if self.plan.kind != PlanKind::Imposed {
            return;
        }
        for entry in ledger.entries.iter().filter(|entry| entry.reduced && !entry.is_reducible) {
            self.put(on(FindingKind::ReductionWithoutConditions, Grade::Breach, entry));
        }
    }
}
