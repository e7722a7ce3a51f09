//! The household budget: resources, expenses as the rules count them, and what a partner who does not file pays.
//!
//! In over-indebtedness every resource counts, seizable or not (C. conso. R. 731-1; Cass. 2e civ., 6 May 2004,
//! n° 03-04.027). Expenses are counted at their real amount or by the commission's flat-rate scale (R. 731-3);
//! the scale is an overlay given by the caller, for no amount of it was ever read in a source.

mod alerts;
mod expenses;
mod partner;
pub(crate) mod resources;

pub use expenses::{Basis, CountedExpense, CountedFlatRate, Expense, MaintenanceBasis, Proof, RentBasis};
pub use partner::{Contribution, ContributionBasis};
pub use resources::{PaidTo, Resource, ResourceKind, TaxBasis};

use crate::advisory::Advisory;
use crate::dated::Found;
use crate::error::Result;
use crate::explain::{Rule, Trace};
use crate::fr::conventions::{Conventions, LoneFilerBase};
use crate::fr::decision::Decisions;
use crate::fr::household::Household;
use crate::fr::law::{BySize, ExpenseTreatment, FlatRate};
use crate::money::Money;
use crate::vocabulary::opaque_debug;
use alloc::vec::Vec;

/// A household's budget, as the rules count it.
#[derive(Clone, PartialEq, Eq)]
pub struct Budget {
    /// All resources of the filers.
    pub own_resources: Money,
    /// What a partner who does not file pays of the common expenses.
    pub contribution: Contribution,
    /// The base of the ceilings: own resources, with the contribution under `lone_filer_base = with_contribution`.
    pub resources: Money,
    /// Expenses set against that base.
    pub expenses: Money,
    /// Common expenses as counted, before any contribution.
    pub common: Money,
    /// Personal expenses of the filers, where a partner does not file.
    pub personal: Money,
    /// Each expense as counted.
    pub lines: Vec<CountedExpense>,
    /// Each flat rate that stands for several expenses.
    pub flat_rates: Vec<CountedFlatRate>,
    /// Size of the household for the flat-rate scale, in half persons.
    pub half_persons: u32,
}

opaque_debug!(Budget);

/// What a budget is made of.
pub(crate) struct Facts<'a> {
    pub(crate) household: &'a Household,
    pub(crate) resources: &'a [Resource],
    pub(crate) expenses: &'a [Expense],
    pub(crate) conventions: &'a Conventions,
    pub(crate) decisions: &'a Decisions,
}

/// The dated law of the budget; scale and surfaces may have no answer at the date.
pub(crate) struct Texts<'a> {
    pub(crate) treatment: Found<'a, ExpenseTreatment>,
    pub(crate) scale: Option<Found<'a, Vec<FlatRate>>>,
    pub(crate) rent_surface: Option<Found<'a, BySize>>,
}

/// Counts resources and expenses.
pub(crate) fn count(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Budget> {
    let own_resources = resources::total(facts.resources, trace)?;
    let half_persons = facts.household.half_persons(facts.conventions.alternating_child_for_expenses);
    let counted = expenses::count(facts, texts, half_persons, advisories)?;
    let contribution =
        partner::contribution(facts.household, own_resources, counted.common, advisories, trace)?;
    let lone_filer = facts.household.partner.is_some();
    let (resources, common) = match facts.conventions.lone_filer_base {
        LoneFilerBase::WithContribution => (own_resources.plus(contribution.amount)?, counted.common),
        LoneFilerBase::OwnResources => (own_resources, counted.common.minus(contribution.amount)?),
    };
    let expenses = common.plus(counted.personal)?;
    if lone_filer {
        partner::advise(facts.conventions, advisories);
    }
    alerts::raise(facts, texts, &counted, half_persons, advisories);
    trace.note(Rule::Expenses, |step| {
        step.input("common", counted.common);
        if lone_filer {
            step.input("personal", counted.personal).input("contribution", contribution.amount);
        }
        step.result(expenses);
        if let Some(scale) = &texts.scale {
            step.version(scale);
        }
        step.version(&texts.treatment);
    });
    Ok(Budget {
        own_resources,
        contribution,
        resources,
        expenses,
        common: counted.common,
        personal: counted.personal,
        lines: counted.lines,
        flat_rates: counted.flat_rates,
        half_persons,
    })
}
