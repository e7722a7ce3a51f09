//! The plan at the maximum and with a margin kept below it: the computed capacity is a maximum, not the amount due.

use super::Facts;
use crate::error::Result;
use crate::fr::capacity::Capacity;
use crate::fr::plan::{Plan, wish};
use crate::money::Money;
use crate::vocabulary::opaque_debug;
use alloc::vec::Vec;

/// The plan at some percent of the computed maximum.
#[derive(Clone, PartialEq, Eq)]
pub struct Margin {
    /// The share of the maximum, in percent.
    pub percent: u32,
    /// What the household then keeps, a month (reste à vivre).
    pub left_to_live: Money,
    /// What goes to the creditors, a month, rounded down to the cent.
    pub capacity: Money,
    /// The plan, or why none can be drawn.
    pub plan: Result<Plan>,
}

opaque_debug!(Margin);

/// One plan for each share of the maximum; none where the amount is decided, given by steps, or nil.
pub(super) fn compare(facts: &Facts<'_>, own: &Result<Plan>) -> Result<Vec<Margin>> {
    let wish = facts.plan.wish;
    let given = wish.capacity_steps.as_ref().is_some_and(|steps| !steps.is_empty());
    let Some(capacity) = facts.capacity else { return Ok(Vec::new()) };
    if given || capacity.decided.is_some() || capacity.computed.is_zero() {
        return Ok(Vec::new());
    }
    let mut margins = Vec::with_capacity(Capacity::SHARES.len());
    for percent in Capacity::SHARES {
        let (amount, left_to_live) = capacity.variant(percent)?;
        let plan = if amount == capacity.retained {
            own.clone()
        } else {
            wish::draw(facts.book, &wish::Facts { retained: Some(amount), ..facts.plan })
        };
        margins.push(Margin { percent, left_to_live, capacity: amount, plan });
    }
    Ok(margins)
}
