//! The sale in a plan: when, for how much, and who receives the price.

use crate::fr::plan::{self, Plan, SaleManner};
use crate::money::Money;
use crate::vocabulary::Id;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

/// The sale that the plan waits for.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct SaleShown<'a> {
    asset: &'a Id,
    /// The month at whose end the price is distributed.
    month: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    due_on: Option<NaiveDate>,
    manner: SaleManner,
    price: Money,
    /// The debtor's part of the price less the sale costs: the sum of what is received and of the surplus.
    net_proceeds: Money,
    parts: Vec<PartShown<'a>>,
    /// What remains to the debtor.
    surplus: Money,
}

/// What the price does to a debt.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PartShown<'a> {
    debt: &'a Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_rank: Option<u32>,
    /// Not paid while the asset is being sold.
    deferred: bool,
    received: Money,
    principal: Money,
    /// Due once the price is distributed.
    left: Money,
    /// What is erased of it is the reduction of C. conso. L. 733-4, 1°.
    reduced: bool,
}

impl<'a> SaleShown<'a> {
    pub(super) fn of(plan: &'a Plan, first_due_on: Option<NaiveDate>) -> Option<SaleShown<'a>> {
        let sale = plan.sale.as_ref()?;
        let parts = plan.debts.iter().filter_map(|debt| {
            let part = debt.sale.as_ref()?;
            Some(PartShown {
                debt: &debt.id,
                security_rank: part.security_rank,
                deferred: part.deferred,
                received: part.received,
                principal: part.principal,
                left: part.left,
                reduced: debt.is_reduced(),
            })
        });
        Some(SaleShown {
            asset: &sale.asset,
            month: sale.month,
            due_on: first_due_on.and_then(|first| plan::due_date(first, sale.month)),
            manner: sale.manner,
            price: sale.price,
            net_proceeds: sale.net,
            parts: parts.collect(),
            surplus: sale.surplus,
        })
    }
}
