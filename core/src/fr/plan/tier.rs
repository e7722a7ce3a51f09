//! What a plan is made of: tiers, payment lines, and what became of each debt.

use super::sale::{FromSale, PlanSale};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;

/// What a debt is paid in a tier (ligne de paiement).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The debt, by its place among those given.
    pub debt: usize,
    /// The instalment of each month.
    pub instalment: Money,
    /// The last payment of the tier, which may differ.
    pub last: Money,
    /// How many months of the tier are paid.
    pub payments: u32,
}

/// Consecutive months with constant instalments (palier).
#[doc(alias = "palier")]
#[derive(Clone, PartialEq, Eq)]
pub struct Tier {
    /// First month, 1 for the first of the plan.
    pub from_month: u32,
    /// How many months.
    pub months: u32,
    /// The claims are suspended (L. 733-1, 4°).
    pub suspension: bool,
    /// What is paid, debt by debt; nothing during a suspension.
    pub lines: Vec<Line>,
}

/// What became of a debt.
#[derive(Clone, PartialEq, Eq)]
pub struct Settled {
    /// Identifier.
    pub id: Id,
    /// Rank of settlement.
    pub rank: u8,
    /// Outside the measures.
    pub outside: bool,
    /// Percent a year borne during the plan, if any.
    pub rate: Option<Rate>,
    /// Due at the start.
    pub start: Money,
    /// Interest borne during the plan.
    pub interest: Money,
    /// Principal paid.
    pub principal_paid: Money,
    /// Interest and costs paid.
    pub interest_paid: Money,
    /// Erased at the end, if the plan was carried out.
    pub erased: Money,
    /// Neither paid nor erased: outside the measures, or beyond an agreed plan.
    pub left: Money,
    /// First month with a payment, if any.
    pub first_month: Option<u32>,
    /// Last month with a payment, if any.
    pub last_month: Option<u32>,
    /// What the sale of an asset does to it, when one is planned.
    pub sale: Option<FromSale>,
}

impl Settled {
    /// What the sale of an asset pays.
    #[must_use]
    pub fn from_sale(&self) -> Money {
        self.sale.map_or(Money::ZERO, |sale| sale.received)
    }

    /// Whether what is erased is the reduction of L. 733-4, 1°, rather than an erasure.
    #[must_use]
    pub fn is_reduced(&self) -> bool {
        self.sale.is_some_and(|sale| sale.reducible) && !self.erased.is_zero()
    }
}

/// The sums of all debts: start + interest = paid + from_sale + erased + left.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Due at the start.
    pub start: Money,
    /// Interest borne.
    pub interest: Money,
    /// Paid month by month.
    pub paid: Money,
    /// Paid by the sale of an asset.
    pub from_sale: Money,
    /// Erased.
    pub erased: Money,
    /// Left.
    pub left: Money,
}

/// What plans are compared by, in this order: smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Objective {
    /// Not paid at the end, of all debts.
    pub unpaid: Money,
    /// Months to the last payment.
    pub months: u32,
    /// Tiers.
    pub tiers: usize,
    /// Pairs of a debt and a tier in which it is paid.
    pub lines: usize,
}

/// A plan that was drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    /// The months that the law leaves.
    pub horizon: u32,
    /// The tiers, in order.
    pub tiers: Vec<Tier>,
    /// What became of each debt, in the order given.
    pub debts: Vec<Settled>,
    /// Percent a year borne by principal during a suspension, if any.
    pub suspension_rate: Option<Rate>,
    /// The sale of an asset, when one is planned.
    pub sale: Option<PlanSale>,
    /// The sums of all debts.
    pub totals: Totals,
    /// What the plan is compared by.
    pub objective: Objective,
}

opaque_debug!(Settled, Plan, Line, Tier, Totals, Objective);
