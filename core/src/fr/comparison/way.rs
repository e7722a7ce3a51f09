//! Plan, suspension and full erasure (rétablissement personnel) side by side: paid, erased, and what survives.
//!
//! Every way starts from the same sum, that of all the debts declared, set aside or professional ones included: due +
//! interest = paid + erased + survives.

use super::{Facts, erasure};
use crate::error::Result;
use crate::fr::orientation::{self, Opening, Orientation, Way};
use crate::fr::plan::wish::{self, PlanWish};
use crate::fr::plan::{Plan, PlanKind};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

/// What is still owed of a debt at the end of a way.
#[derive(Clone, PartialEq, Eq)]
pub struct Survivor {
    /// The debt.
    pub debt: Id,
    /// What is still owed.
    pub amount: Money,
}

/// Where a way leads. Euros.
#[derive(Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Months to the end of the measures: the last payment of a plan, the end of a suspension; nothing for an erasure.
    pub months: u32,
    /// Due at the start, of all debts.
    pub due: Money,
    /// Interest borne.
    pub interest: Money,
    /// Paid.
    pub paid: Money,
    /// Erased.
    pub erased: Money,
    /// Still owed at the end.
    pub survives: Money,
    /// The debts of which something is still owed, in the order given.
    pub survivors: Vec<Survivor>,
    /// With a liquidation: what the sales are expected to bring, costs deducted. What is paid comes from it; what
    /// exceeds the debts goes to the debtor.
    pub proceeds: Option<Money>,
}

/// A way beside others.
#[derive(Clone, PartialEq, Eq)]
pub struct WayCompared {
    /// The way.
    pub way: Way,
    /// Whether the facts leave it open, when a capacity was computed.
    pub opening: Option<Opening>,
    /// Where it leads, or why nothing can be said.
    pub outcome: Result<Outcome>,
}

opaque_debug!(Survivor, Outcome, WayCompared);

/// The case's plan, a suspension as long as the law allows, and the full erasure that its assets call for.
pub(super) fn compare(facts: &Facts<'_>, own: &Result<Plan>) -> Result<Vec<WayCompared>> {
    let mut openings: Vec<Orientation> = Vec::new();
    let mut proceeds = Money::ZERO;
    if let Some(orientation) = &facts.orientation {
        let plan = own.as_ref().ok();
        openings = orientation::orient(&orientation::Facts { plan, ..*orientation })?;
        proceeds = orientation::proceeds(orientation.assets)?;
    }
    let opening = |way| openings.iter().find(|known| known.way == way).map(|known| known.opening);
    let beside = |way, outcome| WayCompared { way, opening: opening(way), outcome };
    let plan =
        own.as_ref().map_err(Clone::clone).and_then(|plan| of_plan(facts, plan, plan.objective.months));
    Ok(Vec::from([
        beside(way_of(facts.plan.wish, own), plan),
        beside(Way::Suspension, suspension(facts)),
        beside(erasure::way(proceeds), erasure::outcome(facts, proceeds)),
    ]))
}

fn way_of(wish: &PlanWish, plan: &Result<Plan>) -> Way {
    let erases = plan.as_ref().is_ok_and(|plan| !plan.totals.erased.is_zero());
    match (wish.kind, erases) {
        (PlanKind::Agreed, _) => Way::AgreedPlan,
        (PlanKind::Imposed, true) => Way::PartialErasure,
        (PlanKind::Imposed, false) => Way::ImposedRescheduling,
    }
}

/// What a plan pays, erases and leaves, and the debts that it does not deal with.
fn of_plan(facts: &Facts<'_>, plan: &Plan, months: u32) -> Result<Outcome> {
    let settled: BTreeSet<&Id> = plan.debts.iter().map(|debt| &debt.id).collect();
    let mut due = plan.totals.start;
    let mut survivors: Vec<Survivor> = Vec::new();
    let mut drawn = plan.debts.iter();
    for debt in facts.plan.debts {
        let amount = if settled.contains(&debt.id) {
            drawn.next().map_or(Money::ZERO, |settled| settled.left)
        } else {
            let balance = debt.balance()?;
            due = due.plus(balance)?;
            balance
        };
        survivors.push(Survivor { debt: debt.id.clone(), amount });
    }
    let paid = plan.totals.paid.plus(plan.totals.from_sale)?;
    outcome(months, due, plan.totals.interest, paid, plan.totals.erased, survivors)
}

fn outcome(
    months: u32,
    due: Money,
    interest: Money,
    paid: Money,
    erased: Money,
    mut survivors: Vec<Survivor>,
) -> Result<Outcome> {
    survivors.retain(|survivor| !survivor.amount.is_zero());
    let survives = Money::total(survivors.iter().map(|survivor| survivor.amount))?;
    Ok(Outcome { months, due, interest, paid, erased, survives, survivors, proceeds: None })
}

/// Up to the two years of L. 733-1, 4°, within the months left: only debts outside the measures are paid, and nothing
/// is decided of what comes after (L. 733-2).
fn suspension(facts: &Facts<'_>) -> Result<Outcome> {
    let book = facts.book;
    let longest = *book.admit(book.suspension_length(facts.plan.on))?.value;
    let unbound = PlanWish { horizon_months: None, ..facts.plan.wish.clone() };
    let left = wish::horizon(book, &wish::Facts { wish: &unbound, ..facts.plan })?;
    let months = facts.plan.wish.suspension_months.unwrap_or(longest).min(left);
    // As long as its suspension, and erasing nothing.
    let suspended = PlanWish {
        kind: PlanKind::Agreed,
        horizon_months: Some(months),
        suspension_months: Some(months),
        // What is suspended is not deferred until a sale.
        sale: None,
        ..unbound
    };
    let plan = wish::draw(book, &wish::Facts { wish: &suspended, ..facts.plan })?;
    of_plan(facts, &plan, months)
}
