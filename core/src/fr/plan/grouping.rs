//! Which neighbouring ranks share a tier: every allowed grouping is drawn, and the objective chooses.

use super::allocation;
use super::tier::Plan;
use super::{CapacityStep, Group, PlanDebt, Policy, Ranks};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::priority::LandlordSurplus;
use alloc::vec::Vec;

/// The best plan over the groupings that the policy allows.
pub(super) fn best(
    debts: &[PlanDebt],
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    let (reserved, ranks) = ranks(debts);
    let mut best: Option<Plan> = None;
    for cuts in cuts(ranks.len(), policy.ranks) {
        let groups = groups(&reserved, &ranks, cuts);
        if policy.landlord_surplus == LandlordSurplus::Withheld
            && groups.iter().any(|group| mixes(debts, group))
        {
            continue;
        }
        let plan = allocation::draw(debts, &groups, capacity, horizon, policy)?;
        // Groupings come finest first, so that an equal objective keeps the ranks apart.
        if best.as_ref().is_none_or(|best| plan.objective < best.objective) {
            best = Some(plan);
        }
    }
    best.ok_or_else(|| Error::new(ErrorCode::ArithmeticOverflow))
}

/// The debts paid before all others, and the other ranks in order; a rank that holds landlords and lenders is two.
fn ranks(debts: &[PlanDebt]) -> (Group, Vec<Group>) {
    let places = |chosen: &dyn Fn(&PlanDebt) -> bool| -> Group {
        let free = debts.iter().enumerate().filter(|(_, debt)| debt.fixed.is_none() && chosen(debt));
        free.map(|(place, _)| place).collect()
    };
    let reserved = places(&|debt| debt.rank <= 1);
    let mut ranks = Vec::new();
    for rank in 2..=5 {
        let has_landlord =
            debts.iter().any(|debt| debt.rank == rank && debt.landlord && debt.fixed.is_none());
        ranks.push(places(&|debt| debt.rank == rank && !(has_landlord && debt.lender && !debt.landlord)));
        ranks.push(places(&|debt| debt.rank == rank && has_landlord && debt.lender && !debt.landlord));
    }
    ranks.retain(|group| !group.is_empty());
    (reserved, ranks)
}

/// Every way to cut a row of ranks, as bits: bit `i` parts rank `i` from rank `i + 1`. Most cuts first.
fn cuts(ranks: usize, policy: Ranks) -> Vec<u32> {
    let gaps = u32::try_from(ranks.saturating_sub(1)).unwrap_or(0).min(16);
    let all = 1_u32.checked_shl(gaps).unwrap_or(1);
    let finest = all.saturating_sub(1);
    if policy == Ranks::Strict {
        return alloc::vec![finest];
    }
    let mut cuts: Vec<u32> = (0..all).rev().collect();
    cuts.sort_by_key(|cut| core::cmp::Reverse(cut.count_ones()));
    cuts
}

fn groups(reserved: &Group, ranks: &[Group], cuts: u32) -> Vec<Group> {
    let mut groups = Vec::new();
    if !reserved.is_empty() {
        groups.push(reserved.clone());
    }
    let mut current: Group = Vec::new();
    for (place, rank) in ranks.iter().enumerate() {
        current.extend_from_slice(rank);
        let cut_here =
            u32::try_from(place).ok().and_then(|place| cuts.checked_shr(place)).unwrap_or(0) & 1 == 1;
        if cut_here || place.saturating_add(1) == ranks.len() {
            groups.push(core::mem::take(&mut current));
        }
    }
    groups
}

fn mixes(debts: &[PlanDebt], group: &Group) -> bool {
    let of =
        |chosen: &dyn Fn(&PlanDebt) -> bool| group.iter().filter_map(|place| debts.get(*place)).any(chosen);
    of(&|debt| debt.landlord) && of(&|debt| debt.lender && !debt.landlord)
}
