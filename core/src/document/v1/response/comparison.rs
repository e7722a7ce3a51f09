//! Answers that put plans and ways side by side.

use super::FaultShown;
use crate::error::{Error, Result};
use crate::fr::comparison::{Compared, Comparison, Margin, Outcome, PolicyName, WayCompared};
use crate::fr::orientation::{Opening, Way};
use crate::fr::plan::Plan;
use crate::language::Language;
use crate::money::Money;
use crate::vocabulary::{Id, Vocabulary};
use alloc::vec::Vec;
use serde::Serialize;

/// Plans and ways side by side. A row that can't be drawn holds its fault instead of figures.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ComparisonShown<'a> {
    /// The policies named in the request, or `wish` (the case's own) and those that differ from it in one point:
    /// `strict_ranks` or `grouped_ranks`, `legal_rate` or `no_interest`, `pro_rata`, `equal`, `smallest_first`,
    /// `highest_rate_first`; without those that draw the very plan of one before.
    policies: Vec<PolicyShown<'a>>,
    /// The plan at 100, 95 and 90 % of the computed maximum, as long as nothing is decided.
    margins: Vec<MarginShown<'a>>,
    /// Plan, suspension, full erasure; of all debts, set aside or professional ones included.
    ways: Vec<WayShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PolicyShown<'a> {
    name: &'a str,
    #[serde(flatten)]
    plan: Option<FiguresShown<'a>>,
    /// Some month takes more than the legal maximum of the case; absent where none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    above_legal_maximum: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<FaultShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MarginShown<'a> {
    percent: u32,
    left_to_live: Money,
    capacity: Money,
    #[serde(flatten)]
    plan: Option<FiguresShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<FaultShown<'a>>,
}

/// The figures by which plans are compared.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FiguresShown<'a> {
    months: u32,
    tiers: usize,
    lines: usize,
    paid: Money,
    /// Paid by the sale of an asset, when one is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_sale: Option<Money>,
    interest: Money,
    erased: Money,
    left: Money,
    first_payments: Vec<FirstPaymentShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FirstPaymentShown<'a> {
    debt: &'a Id,
    /// The first month in which the creditor is paid; absent for one who never is.
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct WayShown<'a> {
    way: Way,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Opening>,
    #[serde(flatten)]
    outcome: Option<OutcomeShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<FaultShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct OutcomeShown<'a> {
    months: u32,
    due: Money,
    interest: Money,
    paid: Money,
    erased: Money,
    survives: Money,
    survivors: Vec<SurvivorShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proceeds: Option<Money>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SurvivorShown<'a> {
    debt: &'a Id,
    amount: Money,
}

impl<'a> ComparisonShown<'a> {
    pub(crate) fn of(comparison: &'a Comparison, language: Language) -> ComparisonShown<'a> {
        ComparisonShown {
            policies: comparison.policies.iter().map(|row| PolicyShown::of(row, language)).collect(),
            margins: comparison.margins.iter().map(|row| MarginShown::of(row, language)).collect(),
            ways: comparison.ways.iter().map(|row| WayShown::of(row, language)).collect(),
        }
    }
}

/// What was drawn, or the fault.
fn parts<'a, T, S>(
    drawn: &'a Result<T>,
    language: Language,
    show: fn(&'a T) -> S,
) -> (Option<S>, Option<FaultShown<'a>>) {
    let fault = |fault: &'a Error| FaultShown::of(fault, language);
    (drawn.as_ref().ok().map(show), drawn.as_ref().err().map(fault))
}

impl<'a> PolicyShown<'a> {
    fn of(row: &'a Compared, language: Language) -> PolicyShown<'a> {
        let name = match &row.name {
            PolicyName::Known(name) => name.word(),
            PolicyName::Given(name) => name.as_str(),
        };
        let (plan, error) = parts(&row.plan, language, FiguresShown::of);
        let above_legal_maximum = row.above_legal_maximum.then_some(true);
        PolicyShown { name, plan, above_legal_maximum, error }
    }
}

impl<'a> MarginShown<'a> {
    fn of(row: &'a Margin, language: Language) -> MarginShown<'a> {
        let (plan, error) = parts(&row.plan, language, FiguresShown::of);
        let (percent, left_to_live, capacity) = (row.percent, row.left_to_live, row.capacity);
        MarginShown { percent, left_to_live, capacity, plan, error }
    }
}

impl<'a> FiguresShown<'a> {
    fn of(plan: &'a Plan) -> FiguresShown<'a> {
        let first =
            plan.debts.iter().map(|debt| FirstPaymentShown { debt: &debt.id, month: debt.first_month });
        FiguresShown {
            months: plan.objective.months,
            tiers: plan.objective.tiers,
            lines: plan.objective.lines,
            paid: plan.totals.paid,
            from_sale: plan.sale.as_ref().map(|_| plan.totals.from_sale),
            interest: plan.totals.interest,
            erased: plan.totals.erased,
            left: plan.totals.left,
            first_payments: first.collect(),
        }
    }
}

impl<'a> WayShown<'a> {
    fn of(row: &'a WayCompared, language: Language) -> WayShown<'a> {
        let (outcome, error) = parts(&row.outcome, language, OutcomeShown::of);
        WayShown { way: row.way, opening: row.opening, outcome, error }
    }
}

impl<'a> OutcomeShown<'a> {
    fn of(outcome: &'a Outcome) -> OutcomeShown<'a> {
        let survivors = outcome.survivors.iter();
        OutcomeShown {
            months: outcome.months,
            due: outcome.due,
            interest: outcome.interest,
            paid: outcome.paid,
            erased: outcome.erased,
            survives: outcome.survives,
            survivors: survivors
                .map(|survivor| SurvivorShown { debt: &survivor.debt, amount: survivor.amount })
                .collect(),
            proceeds: outcome.proceeds,
        }
    }
}
