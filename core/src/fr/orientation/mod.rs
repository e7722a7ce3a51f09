//! Orientation: which measures the facts leave open, which they close, and why; never a decision.
//!
//! The law asks first whether resources or assets allow any measure (C. conso. L. 724-1): if no combination can clear
//! the debts the situation is irretrievably compromised. Whether an improvement is in sight is a fact that people
//! judge; it is an input.

mod effect;
mod reason;

pub use effect::{Effect, EffectKind};
pub use reason::OrientationReason;

use crate::error::Result;
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::capacity::{Capacity, Ceiling};
use crate::fr::conventions::SecondSuspension;
use crate::fr::debt::treatment::Treatment;
use crate::fr::debt::{Debt, DebtKind};
use crate::fr::plan::{History, Plan};
use crate::money::Money;
use crate::vocabulary::{opaque_debug, vocabulary};
use OrientationReason as Reason;
use alloc::vec::Vec;

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
    /// Whether the debtor manifestly can't meet the costs of another home once the main home is sold (Cass. 2e civ.,
    /// 22 May 2025, n° 23-12.659).
    pub rehousing_impossible: Option<bool>,
    /// Whether a plan or measures are running (L. 724-2).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub measures_running: bool,
    /// Whether the debtor already had a full erasure (rétablissement personnel, L. 733-8).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub earlier_recovery: bool,
}

opaque_debug!(Prospects);

/// One way, with why it is open or closed and what it brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orientation {
    /// The way.
    pub way: Way,
    /// Whether it is open.
    pub opening: Opening,
    /// Why.
    pub reasons: Vec<OrientationReason>,
    /// What the erasure it leads to brings; nothing for a closed way.
    pub effects: Vec<Effect>,
}

/// The facts that orient a file.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) prospects: &'a Prospects,
    pub(crate) second_suspension: SecondSuspension,
    /// Whether a court sent a sole trader's file to the commission (L. 711-9).
    pub(crate) court_referral: bool,
    pub(crate) debts: &'a [Debt],
    pub(crate) treatments: &'a [Treatment],
    pub(crate) assets: &'a [Asset],
    pub(crate) history: &'a History,
    pub(crate) capacity: &'a Capacity,
    /// The months that are left for measures; nothing limits those of the main-home exception.
    pub(crate) months_left: u32,
    /// The plan that the capacity allows, if one was drawn.
    pub(crate) plan: Option<&'a Plan>,
    /// Whether that plan erases what it does not pay: an agreed plan does not.
    pub(crate) plan_erases: bool,
}

/// Every way, open or closed.
pub(crate) fn orient(facts: &Facts<'_>) -> Result<Vec<Orientation>> {
    let seen = Seen::of(facts)?;
    let mut ways = Vec::from([
        agreed_plan(facts, &seen),
        imposed(facts, &seen),
        partial_erasure(facts, &seen),
        suspension(facts, &seen),
        without_liquidation(facts, &seen),
        with_liquidation(facts, &seen),
    ]);
    for way in &mut ways {
        if facts.prospects.sole_trader && !facts.court_referral {
            way.reasons.push(Reason::SoleTrader);
            way.need();
        }
        if way.opening != Opening::Closed {
            way.effects = effect::of(way.way, facts.debts, facts.treatments)?;
        }
    }
    Ok(ways)
}

/// What the sale of the assets that may be sold would bring, its costs deducted (L. 724-1, 1°).
pub(crate) fn proceeds(assets: &[Asset]) -> Result<Money> {
    let mut sum = Money::ZERO;
    for asset in assets {
        if asset.is_sellable()? {
            sum = sum.plus(asset.net_value()?)?;
        }
    }
    Ok(sum)
}

/// What the facts come down to.
struct Seen {
    /// Real estate of any value.
    owner: bool,
    main_home: bool,
    /// Real estate that is not the main home.
    other_real_estate: bool,
    sellable: bool,
    sellable_real_estate: bool,
    /// A home or a vehicle among what can be sold.
    sale_to_avoid: bool,
    /// The sale of everything would pay everything.
    assets_pay: bool,
    capacity: bool,
    no_months: bool,
    /// Nothing is left unpaid in the plan that was drawn.
    repays_all: bool,
    /// The plan leaves what it can't erase.
    uncleared: bool,
}

impl Seen {
    fn of(facts: &Facts<'_>) -> Result<Seen> {
        let valued = |chosen: fn(&Asset) -> bool| {
            facts.assets.iter().any(|asset| chosen(asset) && !asset.value.is_zero())
        };
        let mut sellable = Vec::new();
        for asset in facts.assets {
            if asset.is_sellable()? {
                sellable.push(asset);
            }
        }
        let proceeds = proceeds(facts.assets)?;
        let mut owed = Money::ZERO;
        for debt in facts.debts.iter().filter(|debt| !debt.is_no_matter()) {
            owed = owed.plus(debt.balance()?)?;
        }
        // A creditor nobody told is to be told first: that clears nothing, and proves nothing.
        let left = |plan: &Plan| {
            let mut settled = facts.debts.iter().filter(|debt| !debt.is_no_matter()).zip(&plan.debts);
            settled.any(|(debt, end)| !debt.undeclared && !end.outside && !end.left.is_zero())
        };
        Ok(Seen {
            owner: valued(Asset::is_real_estate),
            main_home: valued(|asset| asset.kind == AssetKind::MainHome),
            other_real_estate: valued(|asset| asset.kind == AssetKind::OtherRealEstate),
            sellable_real_estate: sellable.iter().any(|asset| asset.is_real_estate()),
            sale_to_avoid: sellable
                .iter()
                .any(|asset| matches!(asset.kind, AssetKind::MainHome | AssetKind::Vehicle)),
            sellable: !sellable.is_empty(),
            assets_pay: !owed.is_zero() && proceeds >= owed,
            capacity: facts.capacity.signed > Money::ZERO,
            no_months: facts.months_left == 0,
            repays_all: facts.plan.is_some_and(|plan| plan.objective.unpaid.is_zero()),
            uncleared: facts.plan_erases && facts.plan.is_some_and(left),
        })
    }

    fn capacity_reason(&self) -> Reason {
        if self.capacity { Reason::Capacity } else { Reason::NoCapacity }
    }
}

impl Orientation {
    fn of(way: Way, opening: Opening, reasons: &[Reason]) -> Orientation {
        Orientation { way, opening, reasons: reasons.to_vec(), effects: Vec::new() }
    }

    /// An open way depends on something after all.
    fn need(&mut self) {
        if self.opening == Opening::Open {
            self.opening = Opening::Conditional;
        }
    }

    fn because(&mut self, holds: bool, reason: Reason) {
        if holds {
            self.reasons.push(reason);
        }
    }

    /// Open only if something else holds.
    fn only_if(&mut self, holds: bool, reason: Reason) {
        if holds {
            self.reasons.push(reason);
            self.need();
        }
    }
}

fn agreed_plan(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let closed = |reasons: &[Reason]| Orientation::of(Way::AgreedPlan, Opening::Closed, reasons);
    if !seen.owner {
        return closed(&[Reason::NoRealEstate]);
    }
    if facts.prospects.conciliation_failed {
        return closed(&[Reason::OwnsRealEstate, Reason::ConciliationFailed]);
    }
    if seen.no_months {
        return closed(&[Reason::OwnsRealEstate, Reason::NoMonthsLeft]);
    }
    let reasons = [Reason::OwnsRealEstate, seen.capacity_reason()];
    let mut plan = Orientation::of(Way::AgreedPlan, Opening::Open, &reasons);
    if !seen.capacity {
        if seen.sellable {
            plan.only_if(true, Reason::AssetsMayPay);
        } else {
            // Without means nor assets only a change can make a plan: if none is in sight, all is compromised (L. 732-1).
            let (opening, reason) = improvement(facts);
            plan.opening = if opening == Opening::Closed { Opening::Closed } else { Opening::Conditional };
            plan.reasons.push(reason);
        }
    }
    plan.because(seen.sellable && plan.opening != Opening::Closed, Reason::SubjectToActs);
    keep_the_home(facts, seen, &mut plan);
    plan
}

/// Whether an improvement is in sight: what it makes of a way that lives from it.
fn improvement(facts: &Facts<'_>) -> (Opening, Reason) {
    match facts.prospects.improvement_in_sight {
        Some(true) => (Opening::Open, Reason::ImprovementInSight),
        Some(false) => (Opening::Closed, Reason::NoImprovement),
        None => (Opening::Conditional, Reason::ImprovementUnknown),
    }
}

/// What the law allows to keep the main home.
fn keep_the_home(facts: &Facts<'_>, seen: &Seen, way: &mut Orientation) {
    if !seen.main_home || !seen.capacity || way.opening == Opening::Closed {
        return;
    }
    let home_loan = |debt: &&Debt| debt.finances_main_home && !debt.is_no_matter();
    way.because(facts.debts.iter().any(|debt| home_loan(&debt)) || !seen.repays_all, Reason::MainHomeLonger);
    // Half of what was left beats seven years only for a long loan.
    let half = |debt: &Debt| debt.remaining_months.is_some_and(|months| months / 2 > facts.months_left);
    way.because(
        way.way == Way::ImposedRescheduling && facts.debts.iter().filter(home_loan).any(half),
        Reason::HalfTerm,
    );
    let scale_binds = facts.capacity.binds().contains(&Ceiling::ScaleAmount);
    way.because(scale_binds && !facts.capacity.scale_lifted, Reason::MainHomeAboveScale);
}

/// Imposed measures that pay: closed for want of months, or of anything to pay with.
fn unpayable(facts: &Facts<'_>, seen: &Seen, which: Way) -> Option<Orientation> {
    if seen.no_months {
        return Some(Orientation::of(which, Opening::Closed, &[Reason::NoMonthsLeft]));
    }
    if seen.capacity {
        return None;
    }
    let mut way = Orientation::of(which, Opening::Closed, &[Reason::NoCapacity]);
    if seen.sellable {
        way.opening = Opening::Conditional;
        way.reasons.push(Reason::AssetsMayPay);
        way.because(facts.prospects.liquidation_agreed == Some(false), Reason::BackToMeasures);
        way.reasons.push(Reason::SubjectToActs);
    }
    Some(way)
}

fn imposed(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    if let Some(way) = unpayable(facts, seen, Way::ImposedRescheduling) {
        return way;
    }
    let mut way = after_conciliation(facts, seen, Way::ImposedRescheduling);
    if facts.plan.is_some() {
        way.because(seen.repays_all, Reason::RepaysAll);
        way.because(!seen.repays_all, Reason::RepaysPart);
        // A plan of full length that leaves a remainder without erasing it is not allowed.
        way.only_if(!seen.repays_all && facts.plan_erases, Reason::NotAlone);
    }
    way.because(seen.sellable, Reason::SubjectToActs);
    keep_the_home(facts, seen, &mut way);
    way
}

/// For an owner, imposed measures come after a conciliation (L. 732-1, L. 733-1).
fn after_conciliation(facts: &Facts<'_>, seen: &Seen, which: Way) -> Orientation {
    let (opening, reason) = match (seen.owner, facts.prospects.conciliation_failed) {
        (false, _) => (Opening::Open, Reason::NoRealEstate),
        (true, true) => (Opening::Open, Reason::ConciliationFailed),
        // Suspension and erasure may come at once where not everything can be repaid (L. 732-4).
        (true, false) if which != Way::ImposedRescheduling && !seen.repays_all => {
            (Opening::Conditional, Reason::DirectMeasures)
        }
        (true, false) => (Opening::Conditional, Reason::AfterConciliation),
    };
    Orientation::of(which, opening, &[reason])
}

fn partial_erasure(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let payable = unpayable(facts, seen, Way::PartialErasure);
    let mut way = match payable {
        Some(way) => way,
        None if seen.repays_all => {
            return Orientation::of(Way::PartialErasure, Opening::Closed, &[Reason::RepaysAll]);
        }
        None => {
            let mut way = after_conciliation(facts, seen, Way::PartialErasure);
            way.because(facts.plan.is_some(), Reason::RepaysPart);
            way.only_if(seen.uncleared, Reason::NoCombinationClears);
            way
        }
    };
    if way.opening == Opening::Closed || !seen.owner {
        return way;
    }
    // The home alone may be kept, by who manifestly could not pay for another.
    let kept = facts.prospects.rehousing_impossible == Some(true) && !seen.other_real_estate;
    way.because(kept, Reason::RehousingImpossible);
    way.only_if(!kept, Reason::SubjectToSale);
    way.because(!kept && seen.main_home && seen.sellable_real_estate, Reason::SaleToAvoid);
    way
}

fn suspension(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let told = |opening, reasons: &[Reason]| Orientation::of(Way::Suspension, opening, reasons);
    // Its months count among those of the measures.
    if seen.no_months {
        return told(Opening::Closed, &[Reason::NoMonthsLeft]);
    }
    if facts.history.suspension_used() {
        return if was_suspended_long_ago(facts.history) {
            told(Opening::Conditional, &[Reason::SuspensionUsedLongAgo])
        } else if facts.second_suspension == SecondSuspension::RealEstate && seen.sellable_real_estate {
            told(Opening::Conditional, &[Reason::SuspensionUsed, Reason::SecondSuspension])
        } else {
            told(Opening::Closed, &[Reason::SuspensionUsed])
        };
    }
    let (opening, reason) = improvement(facts);
    let mut way = told(opening, &[seen.capacity_reason(), reason]);
    if opening == Opening::Closed {
        return way;
    }
    if seen.owner {
        let after = after_conciliation(facts, seen, Way::Suspension);
        way.reasons.extend(after.reasons);
        if after.opening == Opening::Conditional {
            way.need();
        }
    }
    way.because(seen.capacity, Reason::WaitingExceptional);
    let maintenance = facts.debts.iter().any(|debt| debt.kind == DebtKind::Maintenance);
    way.because(maintenance, Reason::MaintenanceNotSuspended);
    way
}

/// A new file lodged more than three months after the end is examined in ordinary conditions.
fn was_suspended_long_ago(history: &History) -> bool {
    history.refiled_in_time() == Some(false)
}

/// The situation is irretrievably compromised when nothing else can clear the debts (L. 724-1).
fn compromised(facts: &Facts<'_>, seen: &Seen, which: Way) -> Orientation {
    let (cause, opened) = if !seen.capacity {
        (Reason::NoCapacity, Opening::Open)
    } else if seen.no_months {
        (Reason::NoMonthsLeft, Opening::Conditional)
    } else if seen.uncleared {
        (Reason::NoCombinationClears, Opening::Conditional)
    } else {
        return Orientation::of(which, Opening::Closed, &[Reason::Capacity]);
    };
    if seen.assets_pay {
        return Orientation::of(which, Opening::Closed, &[cause, Reason::AssetsPayDebts]);
    }
    let (hope, reason) = improvement(facts);
    let used = facts.history.suspension_used() && !was_suspended_long_ago(facts.history);
    let opening = match hope {
        Opening::Closed => opened,
        // What could still be hoped for can't be waited for a second time.
        Opening::Open if !used => Opening::Closed,
        _ => Opening::Conditional,
    };
    let mut way = Orientation::of(which, opening, &[cause, reason]);
    way.because(hope == Opening::Open && used, Reason::SuspensionUsed);
    way
}

/// What is said of both full erasures that are not closed.
fn about_recovery(facts: &Facts<'_>, way: &mut Orientation) {
    let open = way.opening != Opening::Closed;
    way.because(open && facts.prospects.measures_running, Reason::DuringMeasures);
    way.because(open && facts.prospects.earlier_recovery, Reason::SecondRecovery);
}

fn without_liquidation(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let mut way = compromised(facts, seen, Way::RecoveryWithoutLiquidation);
    if seen.sellable {
        way.opening = Opening::Closed;
    }
    way.reasons.push(if seen.sellable { Reason::SomethingToSell } else { Reason::NothingToSell });
    about_recovery(facts, &mut way);
    way
}

fn with_liquidation(facts: &Facts<'_>, seen: &Seen) -> Orientation {
    let mut way = compromised(facts, seen, Way::RecoveryWithLiquidation);
    if !seen.sellable {
        way.opening = Opening::Closed;
        way.reasons.push(Reason::NothingToSell);
        return way;
    }
    way.reasons.push(Reason::SomethingToSell);
    match facts.prospects.liquidation_agreed {
        Some(true) => {}
        Some(false) => {
            way.opening = Opening::Closed;
            way.reasons.push(Reason::AgreementRefused);
        }
        None => way.only_if(true, Reason::AgreementNeeded),
    }
    way.because(seen.sale_to_avoid && way.opening != Opening::Closed, Reason::SaleToAvoid);
    about_recovery(facts, &mut way);
    way
}
