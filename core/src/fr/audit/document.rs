//! A plan as somebody wrote it down.

use super::sale::{AuditedSale, AuditedSalePart};
use crate::amortization::Imputation;
use crate::fr::plan::{Plan, PlanKind};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;

/// What a debt is paid in a tier.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedLine {
    /// The debt.
    pub debt: Id,
    /// The instalment of each month.
    pub instalment: Money,
    /// The last payment, when it differs.
    pub last: Option<Money>,
    /// How many months of the tier are paid; all of them when not said.
    pub payments: Option<u32>,
}

/// A tier.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedTier {
    /// How many months.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub months: u32,
    /// The claims are suspended (L. 733-1, 4°).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub suspension: bool,
    /// What is paid.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub lines: Vec<AuditedLine>,
}

/// What is erased of a debt.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedErasure {
    /// The debt.
    pub debt: Id,
    /// How much.
    pub amount: Money,
}

/// The rate a debt bears.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedRate {
    /// The debt.
    pub debt: Id,
    /// Percent a year.
    pub percent: Rate,
}

/// A plan to be checked.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedPlan {
    /// Imposed or agreed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub kind: PlanKind,
    /// The tiers, in order.
    pub tiers: Vec<AuditedTier>,
    /// What is erased at the end.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub erased: Vec<AuditedErasure>,
    /// The rates borne; none where a debt is not named.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rates: Vec<AuditedRate>,
    /// Percent a year borne by principal during a suspension.
    pub suspension_rate: Option<Rate>,
    /// What a payment pays first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub imputation: Imputation,
    /// Debts shown outside the procedure, only proposed (hors procédure).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub outside: Vec<Id>,
    /// The share of the resources kept for the household, as the plan states it (L. 731-3).
    pub left_to_live: Option<Money>,
    /// Erasure is subject to the prior sale of real estate.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub subject_to_sale: bool,
    /// The debtor can't be rehoused at a bearable cost: the exception of Cass. 22 May 2025.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rehousing_impossible: bool,
    /// One of the two exceptions that let a plan pass seven years to keep the main home.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub main_home_exception: bool,
    /// The sale of an asset whose price pays a part of the debts.
    pub sale: Option<AuditedSale>,
}

opaque_debug!(AuditedLine, AuditedTier, AuditedErasure, AuditedRate, AuditedPlan);

impl AuditedPlan {
    /// How many months it lasts.
    #[must_use]
    pub fn months(&self) -> u32 {
        self.tiers.iter().map(|tier| tier.months).fold(0, u32::saturating_add)
    }

    /// A drawn plan, written down.
    #[must_use]
    pub fn of_drawn(plan: &Plan) -> AuditedPlan {
        let mut written = AuditedPlan { suspension_rate: plan.suspension_rate, ..AuditedPlan::default() };
        for tier in &plan.tiers {
            let lines = tier.lines.iter().filter_map(|line| {
                let debt = plan.debts.get(line.debt)?.id.clone();
                let payments = Some(line.payments);
                Some(AuditedLine { debt, instalment: line.instalment, last: Some(line.last), payments })
            });
            written.tiers.push(AuditedTier {
                months: tier.months,
                suspension: tier.suspension,
                lines: lines.collect(),
            });
        }
        for debt in &plan.debts {
            if !debt.erased.is_zero() {
                written.erased.push(AuditedErasure { debt: debt.id.clone(), amount: debt.erased });
            }
            if let Some(percent) = debt.rate {
                written.rates.push(AuditedRate { debt: debt.id.clone(), percent });
            }
            if debt.outside {
                written.outside.push(debt.id.clone());
            }
        }
        written.sale = plan.sale.as_ref().map(|sale| {
            let paid = plan.debts.iter().filter(|debt| !debt.from_sale().is_zero());
            let reduced = plan.debts.iter().filter(|debt| debt.is_reduced());
            AuditedSale {
                asset: sale.asset.clone(),
                month: sale.month,
                manner: sale.manner,
                net_proceeds: sale.net,
                parts: paid
                    .map(|debt| AuditedSalePart { debt: debt.id.clone(), amount: debt.from_sale() })
                    .collect(),
                reduced: reduced.map(|debt| debt.id.clone()).collect(),
            }
        });
        written
    }
}
