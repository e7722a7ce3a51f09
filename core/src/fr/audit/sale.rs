//! The sale that a plan waits for, as somebody wrote it down.

use super::ledger::Entry;
use crate::fr::plan::SaleManner;
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
    /// The rank of a debt's security on the asset, if it has one.
    pub(super) fn security_rank(&self, entry: &Entry<'_>) -> Option<u32> {
        let security = entry.debt.security.as_ref();
        security.filter(|security| security.asset == self.asset).map(|security| security.rank)
    }
}
