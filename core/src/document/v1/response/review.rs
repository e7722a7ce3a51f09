//! Where the plan under way stands, and what its re-examination finds.

use crate::error::Result;
use crate::fr::case::Assessment;
use crate::fr::debt::treatment::Certainty;
use crate::fr::orientation::Opening;
use crate::fr::review::{DebtStanding, PlanStanding, Signal, SignalKind};
use crate::money::Money;
use crate::vocabulary::Id;
use alloc::vec::Vec;
use serde::Serialize;

/// Where the plan under way stands; the debts of the other parts are what is owed today.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ReviewShown<'a> {
    months_elapsed: u32,
    months_left: u32,
    /// All months have run and nothing is in arrears.
    carried_out: bool,
    debts: Vec<StandingShown<'a>>,
    totals: StandingTotalsShown,
    rest_of_plan: RestShown,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_plan: Option<NewPlanShown>,
    signals: Vec<ReviewSignalShown<'a>>,
}

/// Where a debt stands: start + interest = paid + received + erased + due.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StandingShown<'a> {
    id: &'a Id,
    start: Money,
    interest: Money,
    fallen_due: Money,
    unpaid: Money,
    paid: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    overpaid: Option<Money>,
    received: Money,
    erased: Money,
    due: Money,
    /// The part of what is due that bears interest.
    principal_due: Money,
    still_to_pay: Money,
    erasure_foreseen: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct StandingTotalsShown {
    start: Money,
    interest: Money,
    fallen_due: Money,
    unpaid: Money,
    paid: Money,
    received: Money,
    erased: Money,
    due: Money,
    new_debts: Money,
    owed: Money,
}

/// What the plan under way would still do.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RestShown {
    months: u32,
    paid: Money,
    erased: Money,
}

/// What the new plan would do instead, new debts included.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NewPlanShown {
    horizon_months: u32,
    months: u32,
    paid: Money,
    erased: Money,
    left: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ReviewSignalShown<'a> {
    signal: SignalKind,
    article: &'static str,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Opening>,
    #[serde(skip_serializing_if = "Option::is_none")]
    debt: Option<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
}

impl<'a> ReviewShown<'a> {
    pub(crate) fn of(standing: &'a PlanStanding, assessment: &'a Assessment) -> Result<ReviewShown<'a>> {
        let debts: Result<Vec<StandingShown<'a>>> = standing.debts.iter().map(show).collect();
        let (totals, rest) = (&standing.totals, &standing.rest);
        Ok(ReviewShown {
            months_elapsed: standing.months_elapsed,
            months_left: rest.months,
            carried_out: standing.carried_out,
            debts: debts?,
            totals: StandingTotalsShown {
                start: totals.start,
                interest: totals.interest,
                fallen_due: totals.fallen_due,
                unpaid: totals.unpaid,
                paid: totals.paid,
                received: totals.received,
                erased: totals.erased,
                due: totals.due,
                new_debts: totals.new_debts,
                owed: totals.owed,
            },
            rest_of_plan: RestShown { months: rest.months, paid: rest.paid, erased: rest.erased },
            // Without capacity there is none to show.
            new_plan: assessment.plan.as_ref().filter(|plan| !plan.totals.paid.is_zero()).map(|plan| {
                NewPlanShown {
                    horizon_months: plan.horizon,
                    months: plan.objective.months,
                    paid: plan.totals.paid,
                    erased: plan.totals.erased,
                    left: plan.totals.left,
                }
            }),
            signals: assessment.signals.iter().map(signal).collect(),
        })
    }
}

fn show(debt: &DebtStanding) -> Result<StandingShown<'_>> {
    Ok(StandingShown {
        id: &debt.id,
        start: debt.start,
        interest: debt.interest,
        fallen_due: debt.fallen_due,
        unpaid: debt.unpaid,
        paid: debt.paid,
        overpaid: Some(debt.overpaid).filter(|overpaid| !overpaid.is_zero()),
        received: debt.received,
        erased: debt.erased,
        due: debt.due.total()?,
        principal_due: debt.due.principal,
        still_to_pay: debt.still_to_pay,
        erasure_foreseen: debt.erasure_foreseen,
    })
}

fn signal(signal: &Signal) -> ReviewSignalShown<'_> {
    let (article, certainty) = signal.kind.source();
    ReviewSignalShown {
        signal: signal.kind,
        article,
        certainty,
        opening: signal.opening,
        debt: signal.debt.as_ref(),
        months: signal.months,
        amount: signal.amount,
    }
}
