//! Which neighbouring ranks share a tier: every allowed grouping is drawn, and the objective chooses.

use super::allocation;
use super::tier::Plan;
use super::{CapacityStep, Group, PlanDebt, Policy, Ranks};
use crate::error::{Error, ErrorCode, Result};
use alloc::vec::Vec;
use core::cmp::Reverse;

/// The best plan over the groupings that the policy allows.
pub(super) fn best(
    debts: &[PlanDebt],
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    let reserved = places(debts, |debt| debt.rank <= 1);
    let mut ranks: Vec<Group> = (2..=5).map(|rank| places(debts, |debt| debt.rank == rank)).collect();
    ranks.retain(|group| !group.is_empty());
    let mut best: Option<Plan> = None;
    for cuts in cuts(ranks.len(), policy.ranks) {
        let Some(groups) = groups(debts, &ranks, cuts) else { continue };
        let plan = allocation::draw(debts, &reserved, &groups, capacity, horizon, policy)?;
        // Groupings come finest first, so that an equal objective keeps the ranks apart.
        if best.as_ref().is_none_or(|best| plan.objective < best.objective) {
            best = Some(plan);
        }
    }
    best.ok_or_else(|| Error::new(ErrorCode::ArithmeticOverflow))
}

fn places(debts: &[PlanDebt], chosen: impl Fn(&PlanDebt) -> bool) -> Group {
    let free = debts.iter().enumerate().filter(|(_, debt)| debt.fixed.is_none() && chosen(debt));
    free.map(|(place, _)| place).collect()
}

/// Every way to cut a row of ranks, as bits: bit `i` parts rank `i` from rank `i + 1`. Most cuts first, then the
/// earliest.
fn cuts(ranks: usize, policy: Ranks) -> Vec<u32> {
    let gaps = u32::try_from(ranks.saturating_sub(1)).unwrap_or(0).min(16);
    let all = 1_u32.checked_shl(gaps).unwrap_or(1);
    if policy == Ranks::Strict {
        return Vec::from([all.saturating_sub(1)]);
    }
    let mut cuts: Vec<u32> = (0..all).collect();
    cuts.sort_by_key(|cut| (Reverse(cut.count_ones()), Reverse(cut.reverse_bits())));
    cuts
}

/// The groups that some cuts make; none where neighbouring ranks that hold a landlord and a lender would be joined
/// (L. 711-6).
fn groups(debts: &[PlanDebt], ranks: &[Group], cuts: u32) -> Option<Vec<Group>> {
    let mut groups = Vec::new();
    let mut current: Group = Vec::new();
    let mut joined = 0_usize;
    for (place, rank) in ranks.iter().enumerate() {
        current.extend_from_slice(rank);
        joined = joined.saturating_add(1);
        let cut_here =
            u32::try_from(place).ok().and_then(|place| cuts.checked_shr(place)).unwrap_or(0) & 1 == 1;
        if cut_here || place.saturating_add(1) == ranks.len() {
            if joined > 1 && mixes(debts, &current) {
                return None;
            }
            groups.push(core::mem::take(&mut current));
            joined = 0;
        }
    }
    Some(groups)
}

fn mixes(debts: &[PlanDebt], group: &Group) -> bool {
    let members = || group.iter().filter_map(|place| debts.get(*place));
    members().any(|debt| debt.landlord) && members().any(|debt| debt.lender)
}
