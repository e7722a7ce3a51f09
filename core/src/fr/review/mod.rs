//! The life of a plan: where each debt stands after some months of it, and what a re-examination (réexamen) finds open.
//!
//! The plan under way is written down like any plan that is checked ([`AuditedPlan`]), over the debts as they stood
//! when it began. From the months elapsed, what was not paid, what was received beside the instalments and the debts
//! that arose since follows what is due today. Erasure takes effect at the end of measures that were carried out:
//! before that, what the plan foresaw to erase is still due (C. conso. L. 733-4, 2°).
//!
//! The months elapsed count in the seven years (L. 732-3, L. 733-3), and a suspension among them is the only one
//! (L. 733-2): a case that is re-examined is worked through with both in its history.

mod signal;
mod standing;

pub use signal::{Signal, SignalKind};
pub use standing::{DebtStanding, PlanStanding, Rest, StandingTotals, stand};

pub(crate) use signal::{Facts, signals};

use crate::fr::audit::AuditedPlan;
use crate::fr::debt::Debt;
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;

/// Instalments that fell due and were not paid (impayés).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unpaid {
    /// The debt.
    pub debt: Id,
    /// How much of the instalments that fell due.
    pub amount: Money,
}

/// A sum received beside the instalments: a sale, a windfall.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Received {
    /// The debt it was paid on.
    pub debt: Id,
    /// The sum; it counts on the day of the re-examination.
    pub amount: Money,
    /// It is the price of the asset that secured the debt: imputed on principal first for a loan of the main home
    /// (L. 733-4, 1°), and the security is gone.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub from_sale: bool,
}

/// A plan under way, and what happened since it began.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// The plan under way, over the case's debts as they stood when it began.
    pub plan: AuditedPlan,
    /// How many of its months have run.
    #[cfg_attr(feature = "schema", schemars(range(max = 600)))]
    pub months_elapsed: u32,
    /// What fell due in those months and was not paid: taken from the latest instalments of the debt, for payments
    /// settle the oldest first (C. civ. 1342-10).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unpaid: Vec<Unpaid>,
    /// Sums received beside the instalments.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub received: Vec<Received>,
    /// Debts that arose since the plan began.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub new_debts: Vec<Debt>,
    /// The plan lapsed (caducité): a formal notice was not followed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub lapsed: bool,
    /// Whether there are new circumstances: other resources, expenses or debts than those the plan was made on.
    pub new_circumstances: Option<bool>,
}

opaque_debug!(Unpaid, Received, Review);
