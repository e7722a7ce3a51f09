//! Which neighbouring ranks share a tier: the best plan of all that the rule allows, found by branch and bound.
//!
//! The rule leaves one choice at each tier: how many of the unfinished ranks it serves together. The search tries the
//! most first, which gives few tiers at once, and gives up a beginning as soon as nothing that follows could do as well
//! as the best plan known. Between plans of one objective, the one that keeps its ranks apart earliest wins.

use super::allocation::{Drawing, Found};
use super::{CapacityStep, Plan, PlanDebt, Policy};
use crate::error::{Error, ErrorCode, Result};

/// How many tiers times debts a search may draw. A plan without capacity steps needs at most fifteen tiers; past this
/// (many debts under many steps) the best plan found so far stands.
const MOST_DRAWN: usize = 1 << 18;

/// The best plan over the groupings that the policy allows.
pub(super) fn best(
    debts: &[PlanDebt],
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    let mut drawing = Drawing::new(debts, capacity, horizon, policy)?;
    let tiers = MOST_DRAWN.checked_div(debts.len()).unwrap_or(MOST_DRAWN);
    let mut search = Search { best: None, tiers };
    search.go_on(&mut drawing)?;
    let found = search.best.ok_or_else(|| Error::new(ErrorCode::ArithmeticOverflow))?;
    drawing.finish(found)
}

struct Search {
    best: Option<Found>,
    /// How many tiers may still be drawn.
    tiers: usize,
}

impl Search {
    /// Tries every continuation of the tiers drawn so far.
    fn go_on(&mut self, drawing: &mut Drawing<'_>) -> Result<()> {
        if drawing.is_over() {
            let objective = drawing.objective();
            match &mut self.best {
                Some(best) if best.objective < objective => {}
                Some(best) => drawing.keep_in(best, objective),
                None => self.best = Some(drawing.keep(objective)),
            }
            return Ok(());
        }
        if self.best.as_ref().is_some_and(|best| best.objective < drawing.bound()) {
            return Ok(());
        }
        let turn = drawing.turn();
        for joined in (1..=turn.widest).rev() {
            if self.tiers == 0 && self.best.is_some() {
                break;
            }
            self.tiers = self.tiers.saturating_sub(1);
            let mark = drawing.mark();
            drawing.tier(&turn, joined)?;
            self.go_on(drawing)?;
            drawing.undo(&mark);
        }
        Ok(())
    }
}
