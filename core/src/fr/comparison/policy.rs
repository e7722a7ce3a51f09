//! Policies side by side: the same debts, months and capacity, shared otherwise.

use super::Facts;
use crate::error::{Error, Result};
use crate::fr::plan::wish::{self, PlanWish, RateKind, RateWish};
use crate::fr::plan::{Plan, Ranks, WithinRank};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;

/// The most policies that one request may name.
pub const MAX_CANDIDATES: usize = 20;

vocabulary! {
    /// A policy that the library compares by itself: the case's own, changed in one point.
    pub enum Alternative {
        /// As the case asks.
        Wish = "wish",
        /// Exactly one rank after the other.
        StrictRanks = "strict_ranks",
        /// Neighbouring ranks may share a tier.
        GroupedRanks = "grouped_ranks",
        /// At the legal rate, never above the contract rate (L. 733-1, 3°).
        LegalRate = "legal_rate",
        /// Without interest.
        NoInterest = "no_interest",
        /// Pro rata within a rank: equal treatment.
        ProRata = "pro_rata",
        /// The same instalment for each within a rank.
        Equal = "equal",
        /// The smallest balance first within a rank.
        SmallestFirst = "smallest_first",
        /// The highest rate of the plan first within a rank; only where the plan bears interest.
        HighestRateFirst = "highest_rate_first",
    }
}

/// A policy to compare: a whole wish, nothing of it taken from the case's own.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// Its name, free text of 1 to 64 characters, each once.
    pub name: Id,
    /// How its plan is drawn.
    pub plan: PlanWish,
}

/// The name under which a plan is compared.
#[derive(Clone, PartialEq, Eq)]
pub enum PolicyName {
    /// One of the library's own.
    Known(Alternative),
    /// The caller's.
    Given(Id),
}

/// A plan beside others.
#[derive(Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub name: PolicyName,
    /// The plan, or why none can be drawn.
    pub plan: Result<Plan>,
    /// Some month takes more than the legal maximum of the case, where its capacity is known (L. 731-1, R. 731-1).
    pub above_legal_maximum: bool,
}

opaque_debug!(Candidate, PolicyName, Compared);

/// The policies that the request names; the case's own and its alternatives when it names none.
pub(super) fn compare(facts: &Facts<'_>, own: &Result<Plan>) -> Vec<Compared> {
    if facts.candidates.is_empty() {
        return alternatives(facts, own);
    }
    let drawn = facts.candidates.iter().enumerate().map(|(place, candidate)| {
        let plan = draw(facts, &candidate.plan).map_err(|fault| placed(fault, place));
        compared(facts, PolicyName::Given(candidate.name.clone()), plan)
    });
    drawn.collect()
}

fn compared(facts: &Facts<'_>, name: PolicyName, plan: Result<Plan>) -> Compared {
    let most = facts.capacity.map(|capacity| capacity.legal_maximum);
    let passes = |plan: &Plan| {
        let months =
            plan.tiers.iter().map(|tier| Money::total(tier.lines.iter().map(|line| line.instalment)));
        months.flatten().max() > most
    };
    let above_legal_maximum = most.is_some() && plan.as_ref().is_ok_and(passes);
    Compared { name, plan, above_legal_maximum }
}

fn draw(facts: &Facts<'_>, wish: &PlanWish) -> Result<Plan> {
    wish::draw(facts.book, &wish::Facts { wish, ..facts.plan })
}

/// A fault of a wish, at its place in the list; a fault of the facts stays where it is.
fn placed(fault: Error, place: usize) -> Error {
    if fault.path().starts_with("plan.") { fault.at(format!("compare[{place}]")) } else { fault }
}

/// The case's own plan and those that differ from it in one point: ranks, rate, sharing within a rank. A policy that
/// draws the very plan of one before it is left out.
fn alternatives(facts: &Facts<'_>, own: &Result<Plan>) -> Vec<Compared> {
    let wish = facts.plan.wish;
    let mut rows = Vec::from([compared(facts, PolicyName::Known(Alternative::Wish), own.clone())]);
    for (name, changed) in changes(facts, wish) {
        let plan = draw(facts, &changed);
        if rows.iter().all(|row| row.plan != plan) {
            rows.push(compared(facts, PolicyName::Known(name), plan));
        }
    }
    rows
}

fn changes(facts: &Facts<'_>, wish: &PlanWish) -> Vec<(Alternative, PlanWish)> {
    let mut changes = Vec::new();
    let mut change = |name, make: &dyn Fn(&mut PlanWish)| {
        let mut changed = wish.clone();
        make(&mut changed);
        changes.push((name, changed));
    };
    match wish.ranks {
        Ranks::Grouped => change(Alternative::StrictRanks, &|wish| wish.ranks = Ranks::Strict),
        Ranks::Strict => change(Alternative::GroupedRanks, &|wish| wish.ranks = Ranks::Grouped),
    }
    let rate = |kind| Some(RateWish { kind, percent: None });
    match wish.rate.map(|rate| rate.kind) {
        Some(RateKind::Legal) => change(Alternative::NoInterest, &|wish| wish.rate = rate(RateKind::Nil)),
        // A legal rate that the book does not know at that day is nothing to compare.
        _ if wish::legal_rate(facts.book, facts.plan.on).is_ok() => {
            change(Alternative::LegalRate, &|wish| wish.rate = rate(RateKind::Legal));
        }
        _ => {}
    }
    let bears = wish.rate.is_some_and(|rate| rate.kind != RateKind::Nil);
    for (name, within) in [
        (Alternative::ProRata, WithinRank::ProRata),
        (Alternative::Equal, WithinRank::Equal),
        (Alternative::SmallestFirst, WithinRank::SmallestFirst),
        (Alternative::HighestRateFirst, WithinRank::HighestRateFirst),
    ] {
        // Without interest no debt has a higher rate than another.
        let told = name != Alternative::HighestRateFirst || bears;
        if told && within != wish.within_rank {
            change(name, &|wish| wish.within_rank = within);
        }
    }
    changes
}
