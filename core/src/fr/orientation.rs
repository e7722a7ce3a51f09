//! Orientation: which measures the facts leave open, which they close, and why; never a decision.
//!
//! The law asks first whether resources or assets allow any measure (C. conso. L. 724-1): if no combination can clear
//! the debts the situation is irretrievably compromised. Whether an improvement is in sight is a fact that people
//! judge; it is an input.

use crate::error::Result;
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::debt::treatment::Certainty;
use crate::fr::plan::{History, Plan};
use crate::money::Money;
use crate::vocabulary::{opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::Months;

vocabulary! {
    /// A way that a file can go.
    pub enum Way {
        /// Agreed plan after conciliation (plan conventionnel de redressement).
        AgreedPlan = "agreed_plan",
        /// Imposed rescheduling (rééchelonnement imposé).
        ImposedRescheduling = "imposed_rescheduling",
        /// Rescheduling with partial erasure (effacement partiel).
        PartialErasure = "partial_erasure",
        /// Suspension of claims (moratoire).
        Suspension = "suspension",
        /// Full erasure without liquidation (rétablissement personnel sans liquidation judiciaire).
        RecoveryWithoutLiquidation = "recovery_without_liquidation",
        /// Full erasure with liquidation (rétablissement personnel avec liquidation judiciaire).
        RecoveryWithLiquidation = "recovery_with_liquidation",
    }
}

vocabulary! {
    /// Whether a way is open.
    pub enum Opening {
        /// The facts allow it.
        Open = "open",
        /// It depends on something that the reason names.
        Conditional = "conditional",
        /// The facts close it.
        Closed = "closed",
    }
}

vocabulary! {
    /// Why a way is open or closed.
    pub enum OrientationReason {
        /// The debtor owns real estate: conciliation comes first (L. 732-1).
        OwnsRealEstate = "owns_real_estate",
        /// The debtor owns no real estate (L. 732-1, L. 733-1).
        NoRealEstate = "no_real_estate",
        /// Only after a conciliation failed, or when it is bound to fail (L. 732-4, L. 733-1).
        AfterConciliation = "after_conciliation",
        /// There is a capacity to repay (L. 724-1).
        Capacity = "capacity",
        /// There is no capacity to repay (L. 724-1).
        NoCapacity = "no_capacity",
        /// The capacity repays everything within the months allowed (L. 733-1).
        RepaysAll = "repays_all",
        /// The capacity repays a part within the months allowed (L. 733-4, 2°).
        RepaysPart = "repays_part",
        /// Erasure is subject to the prior sale of the real estate (Cass. 2e civ., 22 May 2025).
        SubjectToSale = "subject_to_sale",
        /// An improvement is in sight (L. 733-1, 4°).
        ImprovementInSight = "improvement_in_sight",
        /// No improvement is in sight (L. 724-1).
        NoImprovement = "no_improvement",
        /// Whether an improvement is in sight was not said.
        ImprovementUnknown = "improvement_unknown",
        /// A suspension was already granted (L. 733-2).
        SuspensionUsed = "suspension_used",
        /// A suspension was granted, and the new file was lodged more than three months after its end.
        SuspensionUsedLongAgo = "suspension_used_long_ago",
        /// Nothing can be sold (L. 724-1, 1°).
        NothingToSell = "nothing_to_sell",
        /// There is something to sell (L. 724-1, 2°).
        SomethingToSell = "something_to_sell",
        /// The debtor's agreement is needed; silence is refusal (L. 742-1).
        AgreementNeeded = "agreement_needed",
        /// The debtor refused (L. 742-1).
        AgreementRefused = "agreement_refused",
        /// A sole trader goes through the commercial or judicial court (C. com. L. 681-1; L. 711-9).
        SoleTrader = "sole_trader",
        /// No months are left of the seven years (L. 732-3, L. 733-3).
        NoMonthsLeft = "no_months_left",
    }
}

impl OrientationReason {
    /// The provision and how certain the rule is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        use Certainty::{Certain, Likely};
        match self {
            OrientationReason::OwnsRealEstate | OrientationReason::NoRealEstate => {
                ("C. conso. L. 732-1", Certain)
            }
            OrientationReason::AfterConciliation => ("C. conso. L. 732-4, L. 733-1", Certain),
            OrientationReason::Capacity | OrientationReason::NoCapacity => ("C. conso. L. 724-1", Likely),
            OrientationReason::RepaysAll => ("C. conso. L. 733-1, 1°", Certain),
            OrientationReason::RepaysPart => ("C. conso. L. 733-4, 2°", Certain),
            OrientationReason::SubjectToSale => ("Cass. 2e civ., 22 mai 2025, n° 23-12.659", Certain),
            OrientationReason::ImprovementInSight
            | OrientationReason::NoImprovement
            | OrientationReason::ImprovementUnknown => ("C. conso. L. 724-1, L. 733-1, 4°", Likely),
            OrientationReason::SuspensionUsed => ("C. conso. L. 733-2", Certain),
            OrientationReason::SuspensionUsedLongAgo => ("C. conso. L. 733-2", Likely),
            OrientationReason::NothingToSell => ("C. conso. L. 724-1, 1°", Certain),
            OrientationReason::SomethingToSell => ("C. conso. L. 724-1, 2°", Certain),
            OrientationReason::AgreementNeeded | OrientationReason::AgreementRefused => {
                ("C. conso. L. 742-1", Certain)
            }
            OrientationReason::SoleTrader => ("C. com. L. 681-1 ; C. conso. L. 711-9", Certain),
            OrientationReason::NoMonthsLeft => ("C. conso. L. 732-3, L. 733-3", Certain),
        }
    }
}

/// What only people can say of a situation.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prospects {
    /// Whether an improvement is in sight: a job, a pension, a separation, a sale.
    pub improvement_in_sight: Option<bool>,
    /// Whether the debtor agrees to a liquidation.
    pub liquidation_agreed: Option<bool>,
    /// Whether conciliation failed, or is bound to fail.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub conciliation_failed: bool,
    /// Whether a debtor is a sole trader (entrepreneur individuel).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sole_trader: bool,
}

opaque_debug!(Prospects);

/// One way, with why it is open or closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orientation {
    /// The way.
    pub way: Way,
    /// Whether it is open.
    pub opening: Opening,
    /// Why.
    pub reasons: Vec<OrientationReason>,
}

/// The facts that orient a file.
pub(crate) struct Facts<'a> {
    pub(crate) prospects: &'a Prospects,
    pub(crate) assets: &'a [Asset],
    pub(crate) history: &'a History,
    /// The lowest ceiling of the capacity, as it is.
    pub(crate) signed_capacity: Money,
    /// The plan that the capacity allows, if one was drawn.
    pub(crate) plan: Option<&'a Plan>,
}

/// Every way, open or closed.
pub(crate) fn orient(facts: &Facts<'_>) -> Result<Vec<Orientation>> {
    let owner = facts.assets.iter().any(|asset| is_real_estate(asset) && !asset.value.is_zero());
    let mut something_to_sell = false;
    for asset in facts.assets {
        something_to_sell |= is_sellable(asset)?;
    }
    let capacity = facts.signed_capacity > Money::ZERO;
    let repays_all = facts.plan.is_some_and(|plan| plan.objective.unpaid.is_zero());
    let seen = Seen { owner, something_to_sell, capacity, repays_all };
    let mut ways = Vec::from([
        agreed_plan(facts, &seen),
        imposed(facts, &seen),
        partial_erasure(facts, &seen),
        suspension(facts, &seen),
        without_liquidation(facts, &seen),
        with_liquidation(facts, &seen),
    ]);
    if facts.prospects.sole_trader {
        for way in &mut ways {
            way.reasons.push(OrientationReason::SoleTrader);
            if way.opening == Opening::Open {
                way.opening = Opening::Conditional;
            }
        }
    }
    Ok(ways)
}

struct Seen {
    owner: bool,
    something_to_sell: bool,
    capacity: bool,
    repays_all: bool,
}

fn is_real_estate(asset: &Asset) -> bool {
    matches!(asset.kind, AssetKind::MainHome | AssetKind::OtherRealEstate)
}

/// Neither furniture, nor protected, nor without value once the sale is paid for (L. 724-1, 1°).
fn is_sellable(asset: &Asset) -> Result<bool> {
    Ok(!asset.protected && asset.kind != AssetKind::Furniture && !asset.net_value()?.is_zero())
}

fn way(way: Way, opening: Opening, reasons: &[OrientationReason]) -> Orientation {
    Orientation { way, opening, reasons: reasons.to_vec() }
}

fn capacity_reason(seen: &Seen) -> OrientationReason {
    if seen.capacity { OrientationReason::Capacity } else { OrientationReason::NoCapacity }
}

fn agreed_plan(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    if !seen.owner {
        return way(Way::AgreedPlan, Opening::Closed, &[OrientationReason::NoRealEstate]);
    }
    let opening = if facts.prospects.conciliation_failed { Opening::Closed } else { Opening::Open };
    way(Way::AgreedPlan, opening, &[OrientationReason::OwnsRealEstate, capacity_reason(seen)])
}

fn imposed(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    if !seen.capacity {
        return way(Way::ImposedRescheduling, Opening::Closed, &[OrientationReason::NoCapacity]);
    }
    let covers = if seen.repays_all { OrientationReason::RepaysAll } else { OrientationReason::RepaysPart };
    let mut orientation = after_conciliation(facts, seen, Way::ImposedRescheduling);
    orientation.reasons.push(covers);
    orientation
}

/// For an owner, imposed measures come after a conciliation (L. 732-1, L. 733-1).
fn after_conciliation(facts: &Facts<'_>, seen: &Seen, which: Way) -> Orientation {
    if seen.owner && !facts.prospects.conciliation_failed {
        return way(which, Opening::Conditional, &[OrientationReason::AfterConciliation]);
    }
    let reason =
        if seen.owner { OrientationReason::AfterConciliation } else { OrientationReason::NoRealEstate };
    way(which, Opening::Open, &[reason])
}

fn partial_erasure(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    if !seen.capacity {
        return way(Way::PartialErasure, Opening::Closed, &[OrientationReason::NoCapacity]);
    }
    if seen.repays_all {
        return way(Way::PartialErasure, Opening::Closed, &[OrientationReason::RepaysAll]);
    }
    let mut orientation = after_conciliation(facts, seen, Way::PartialErasure);
    orientation.reasons.push(OrientationReason::RepaysPart);
    if seen.owner {
        orientation.opening = Opening::Conditional;
        orientation.reasons.push(OrientationReason::SubjectToSale);
    }
    orientation
}

fn suspension(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    if let Some(ended) = facts.history.suspension_ended_on {
        let limit = ended.checked_add_months(Months::new(3));
        let late = matches!((facts.history.new_file_lodged_on, limit), (Some(lodged), Some(limit)) if lodged > limit);
        return if late {
            way(Way::Suspension, Opening::Conditional, &[OrientationReason::SuspensionUsedLongAgo])
        } else {
            way(Way::Suspension, Opening::Closed, &[OrientationReason::SuspensionUsed])
        };
    }
    let (opening, reason) = match facts.prospects.improvement_in_sight {
        Some(true) => (Opening::Open, OrientationReason::ImprovementInSight),
        Some(false) => (Opening::Closed, OrientationReason::NoImprovement),
        None => (Opening::Conditional, OrientationReason::ImprovementUnknown),
    };
    way(Way::Suspension, opening, &[capacity_reason(seen), reason])
}

/// The situation is irretrievably compromised when nothing else can clear the debts (L. 724-1).
fn compromised(facts: &Facts<'_>, seen: &Seen) -> (Opening, Vec<OrientationReason>) {
    if seen.capacity {
        return (Opening::Closed, Vec::from([OrientationReason::Capacity]));
    }
    let (opening, reason) = match facts.prospects.improvement_in_sight {
        Some(true) => (Opening::Closed, OrientationReason::ImprovementInSight),
        Some(false) => (Opening::Open, OrientationReason::NoImprovement),
        None => (Opening::Conditional, OrientationReason::ImprovementUnknown),
    };
    (opening, Vec::from([OrientationReason::NoCapacity, reason]))
}

fn without_liquidation(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let (mut opening, mut reasons) = compromised(facts, seen);
    if seen.something_to_sell {
        opening = Opening::Closed;
        reasons.push(OrientationReason::SomethingToSell);
    } else {
        reasons.push(OrientationReason::NothingToSell);
    }
    Orientation { way: Way::RecoveryWithoutLiquidation, opening, reasons }
}

fn with_liquidation(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let (mut opening, mut reasons) = compromised(facts, seen);
    if !seen.something_to_sell {
        reasons.push(OrientationReason::NothingToSell);
        return Orientation { way: Way::RecoveryWithLiquidation, opening: Opening::Closed, reasons };
    }
    reasons.push(OrientationReason::SomethingToSell);
    match facts.prospects.liquidation_agreed {
        Some(true) => {}
        Some(false) => {
            opening = Opening::Closed;
            reasons.push(OrientationReason::AgreementRefused);
        }
        None => {
            if opening == Opening::Open {
                opening = Opening::Conditional;
            }
            reasons.push(OrientationReason::AgreementNeeded);
        }
    }
    Orientation { way: Way::RecoveryWithLiquidation, opening, reasons }
}
