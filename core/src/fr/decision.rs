//! Decisions of the commission or the judge: what the law leaves to them, given with the case.
//!
//! They stay apart from facts and conventions. Results keep the legal ceiling, the computed figure and the decided
//! one side by side.

use crate::fr::dependants::Dependants;
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::vec::Vec;

vocabulary! {
    /// How much of a person counts.
    pub enum Share {
        /// Wholly.
        Whole = "whole",
        /// By half.
        Half = "half",
        /// Not at all.
        None = "none",
    }
}

impl Share {
    /// The share in halves.
    #[must_use]
    pub const fn halves(self) -> u32 {
        match self {
            Share::Whole => 2,
            Share::Half => 1,
            Share::None => 0,
        }
    }
}

/// What was decided in a case.
#[derive(Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decisions {
    /// Dependants of the scale, used under the convention `scale_dependants = decided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale_dependants: Option<Dependants>,
    /// Weight in the scale of children in alternating custody, used under the convention
    /// `alternating_child_for_scale = decided`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub alternating_children: Vec<AlternatingChild>,
    /// Expenses accepted for another amount than the rules give (C. conso. R. 731-3).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub expenses_accepted: Vec<AcceptedExpense>,
    /// Monthly amount retained for the creditors (mensualité retenue).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retained: Option<Money>,
    /// Passing the scale amount to keep the main home (C. conso. L. 731-2 al. 2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_home: Option<MainHome>,
}

/// The weight decided for one child in alternating custody.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternatingChild {
    /// The child.
    pub child: Id,
    /// Its weight.
    pub share: Share,
}

/// The amount accepted for one expense.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AcceptedExpense {
    /// The expense.
    pub expense: Id,
    /// The amount accepted, in euros a month.
    pub amount: Money,
}

/// The debtor's agreement to pass the scale amount so as not to sell the main home (C. conso. L. 731-2 al. 2).
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MainHome {
    /// The agreement was given in writing, as the règlements intérieurs ask.
    pub written_consent: bool,
}

opaque_debug!(Decisions, AlternatingChild, AcceptedExpense, MainHome);
