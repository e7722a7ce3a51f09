//! What is asked of a plan, and how the facts of a case become its debts, its horizon and its capacity.

use super::sale::{PlannedSale, SaleWish, check_waiting, draw_with_sale};
use super::{
    CapacityStep, InstalmentRounding, MAX_MONTHS, Plan, PlanDebt, Policy, Ranks, Settled, WithinRank,
};
use crate::amortization::{Balance, Imputation};
use crate::calendar::months_after;
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::fr::asset::Asset;
use crate::fr::debt::treatment::{Permission, Treatment};
use crate::fr::debt::{Debt, Estate};
use crate::fr::law::LawBook;
use crate::fr::priority::LandlordSurplus;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// The kind of measures that a plan makes.
    pub enum PlanKind = Imposed {
        /// Imposed by the commission (mesures imposées, L. 733-1).
        Imposed = "imposed",
        /// Agreed with the creditors (plan conventionnel de redressement, L. 732-1).
        Agreed = "agreed",
    }
}

vocabulary! {
    /// The rate borne by the debts of a plan.
    pub enum RateKind {
        /// None: what most plans do.
        Nil = "nil",
        /// The legal rate of the half-year, creditors other than individuals: a ceiling, never a target.
        Legal = "legal",
        /// As given, at most the contract's; at most the legal rate too for imposed measures (L. 733-1, 3°).
        Given = "given",
    }
}

vocabulary! {
    /// The interest of principal during a suspension (L. 733-1, 4°).
    pub enum SuspensionInterest = None {
        /// None, by decision. Default.
        None = "none",
        /// The legal rate, on principal only.
        Legal = "legal",
    }
}

/// The rate asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateWish {
    /// Which rate.
    pub kind: RateKind,
    /// Percent a year, for a given rate.
    pub percent: Option<Rate>,
}

/// A departure from the working order, decided by the commission.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RankChange {
    /// The debt.
    pub debt: Id,
    /// Its rank, 2 to 5.
    #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 5)))]
    pub rank: u32,
}

/// What came before (L. 732-3, L. 733-2, L. 733-3).
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct History {
    /// Months of earlier measures, which count in the seven years.
    pub earlier_measures_months: Option<u32>,
    /// Months of suspension among them, where a suspension was granted.
    #[cfg_attr(feature = "schema", schemars(range(max = 24)))]
    pub suspension_months: Option<u32>,
    /// Day an earlier suspension ended.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub suspension_ended_on: Option<NaiveDate>,
    /// Day the present file was lodged.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub new_file_lodged_on: Option<NaiveDate>,
}

/// What is asked of a plan.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanWish {
    /// Imposed or agreed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub kind: PlanKind,
    /// The first due date; the n-th counts from it (31 January, 28 February, 31 March).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub first_due_on: Option<NaiveDate>,
    /// The capacity from a month on; the retained amount of the case when not given.
    pub capacity_steps: Option<Vec<CapacityStep>>,
    /// The months to use; all that the law leaves when not given.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub horizon_months: Option<u32>,
    /// One of the two exceptions that let a plan pass seven years to keep the main home (L. 732-3, L. 733-3).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub main_home_exception: bool,
    /// Whether neighbouring ranks may share a tier.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub ranks: Ranks,
    /// Whether what a landlord's tier leaves may go to lenders.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub landlord_surplus: LandlordSurplus,
    /// The share below which a creditor waits.
    pub token_floor: Option<Money>,
    /// The rate borne by the debts.
    pub rate: Option<RateWish>,
    /// What a payment pays first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub imputation: Imputation,
    /// How a level instalment is brought to cents.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rounding: InstalmentRounding,
    /// How a sum is shared within a rank.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub within_rank: WithinRank,
    /// Months of suspension before the first payment.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 24)))]
    pub suspension_months: Option<u32>,
    /// The interest of the suspension.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub suspension_interest: SuspensionInterest,
    /// Departures from the working order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rank_changes: Vec<RankChange>,
    /// The sale of an asset that the plan waits for: debts secured on it are deferred, the others paid, the price
    /// distributed, and what remains planned over the months left.
    pub sale: Option<SaleWish>,
}

opaque_debug!(RankChange, History, PlanWish);

impl History {
    /// A suspension was granted: re-examination may take any measure but another (L. 733-2).
    pub(crate) fn suspension_used(&self) -> bool {
        self.suspension_ended_on.is_some() || self.suspension_months.is_some_and(|months| months > 0)
    }

    /// Whether the present file was lodged within three months of the end of a suspension (R. 733-5), where both days
    /// are known.
    pub(crate) fn refiled_in_time(&self) -> Option<bool> {
        let limit = months_after(self.suspension_ended_on?, 3)?;
        Some(self.new_file_lodged_on? <= limit)
    }
}

/// The facts from which a case's plan is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) debts: &'a [Debt],
    pub(crate) treatments: &'a [Treatment],
    pub(crate) assets: &'a [Asset],
    pub(crate) history: &'a History,
    pub(crate) wish: &'a PlanWish,
    /// The retained amount of the case, if one was computed.
    pub(crate) retained: Option<Money>,
    pub(crate) on: NaiveDate,
}

/// Draws the plan of a case.
pub(crate) fn draw(book: &LawBook, facts: &Facts<'_>) -> Result<Plan> {
    let horizon = horizon(book, facts)?;
    let wish = facts.wish;
    let capacity = capacity(facts)?;
    let suspension_rate = suspension_rate(book, facts)?;
    let policy = Policy {
        ranks: wish.ranks,
        landlord_surplus: wish.landlord_surplus,
        token_floor: wish.token_floor.unwrap_or(Policy::default().token_floor),
        imputation: wish.imputation,
        rounding: wish.rounding,
        within_rank: wish.within_rank,
        // A suspension and nothing after it decides nothing of the balance: the claims fall due again (L. 733-2).
        erases: wish.kind == PlanKind::Imposed
            && wish.suspension_months.is_none_or(|months| months < horizon),
        suspension_months: wish.suspension_months.unwrap_or(0),
        suspension_rate,
    };
    let rate = rate(book, facts)?;
    let debts = plan_debts(facts, rate)?;
    check_sale(book, facts, horizon)?;
    let Some(sale) = &wish.sale else {
        let mut plan = super::draw(&debts, &capacity, horizon, &policy)?;
        if !may_pass_seven_years(&plan, facts, seven_years(book, facts)?) {
            plan = super::draw(&debts, &capacity, seven_years_left(book, facts)?, &policy)?;
        }
        let pays = plan.objective.months > 0 || plan.objective.unpaid.is_zero();
        return if pays { Ok(plan) } else { draw_waiting(facts, &capacity, horizon, &policy) };
    };
    draw_with_sale(&debts, &PlannedSale::of(sale, facts)?, &capacity, horizon, &policy)
}

/// What is left of a plan in which nothing is ever paid: the suspension asked for, if any. There is no measure to combine
/// an erasure with (L. 733-4, 2°): no combination clears the debts, and they are left as they are.
fn draw_waiting(facts: &Facts<'_>, capacity: &[CapacityStep], horizon: u32, policy: &Policy) -> Result<Plan> {
    let policy = Policy { erases: false, ..*policy };
    let months = policy.suspension_months.min(horizon).max(1);
    let mut plan = super::draw(&plan_debts(facts, None)?, capacity, months, &policy)?;
    plan.tiers.retain(|tier| tier.suspension);
    plan.objective.tiers = plan.tiers.len();
    plan.horizon = horizon;
    Ok(plan)
}

/// Every fault of what is asked, for a plan that could not be drawn because of a first: a form needs them all.
pub(crate) fn faults(book: &LawBook, facts: &Facts<'_>, first: Error) -> Vec<Error> {
    let asked = [
        Some(first),
        horizon(book, facts).and_then(|months| check_sale(book, facts, months)).err(),
        capacity(facts).and_then(|steps| super::check_steps(&steps)).err(),
        suspension_rate(book, facts).err(),
        rate(book, facts).err(),
    ];
    let ranks = facts.debts.iter().zip(facts.treatments);
    asked
        .into_iter()
        .flatten()
        .chain(ranks.filter_map(|(debt, treatment)| rank(facts, debt, treatment).err()))
        .collect()
}

/// A sale leaves months for what follows, or ends with a waiting measure.
fn check_sale(book: &LawBook, facts: &Facts<'_>, horizon: u32) -> Result<()> {
    let Some(sale) = &facts.wish.sale else { return Ok(()) };
    check_waiting(sale.months, horizon, *book.admit(book.suspension_length(facts.on))?.value)
}

/// The steps asked for, or the retained amount of the case.
fn capacity(facts: &Facts<'_>) -> Result<Vec<CapacityStep>> {
    match (&facts.wish.capacity_steps, facts.retained) {
        (Some(steps), _) if !steps.is_empty() => Ok(steps.clone()),
        (_, Some(amount)) => Ok(alloc::vec![CapacityStep { from_month: 1, amount }]),
        (_, None) => Err(Error::new(ErrorCode::FieldMissing).at("plan.capacity_steps")),
    }
}

fn suspension_rate(book: &LawBook, facts: &Facts<'_>) -> Result<Option<Rate>> {
    match facts.wish.suspension_interest {
        SuspensionInterest::None => Ok(None),
        SuspensionInterest::Legal => legal_rate(book, facts.on).map(Some),
    }
}

/// The rate of creditors other than individuals: the ceiling that commissions use.
pub(crate) fn legal_rate(book: &LawBook, on: NaiveDate) -> Result<Rate> {
    Ok(book.admit(book.legal_interest(on))?.value.others)
}

fn rate(book: &LawBook, facts: &Facts<'_>) -> Result<Option<Rate>> {
    match facts.wish.rate {
        None | Some(RateWish { kind: RateKind::Nil, .. }) => Ok(None),
        Some(RateWish { kind: RateKind::Legal, .. }) => legal_rate(book, facts.on).map(Some),
        Some(RateWish { kind: RateKind::Given, percent }) => {
            let percent =
                percent.ok_or_else(|| Error::new(ErrorCode::FieldMissing).at("plan.rate.percent"))?;
            Ok(Some(imposed_ceiling(book, facts).map_or(percent, |most| percent.min(most))))
        }
    }
}

/// An imposed rate is never above the legal one, where that is known (L. 733-1, 3°); an agreed plan's may be (L. 732-2).
fn imposed_ceiling(book: &LawBook, facts: &Facts<'_>) -> Option<Rate> {
    match facts.wish.kind {
        PlanKind::Imposed => Some(book.legal_interest(facts.on).ok()?.value.others),
        PlanKind::Agreed => None,
    }
}

/// Seven years less earlier measures (L. 732-3, L. 733-3): none may be left.
fn seven_years(book: &LawBook, facts: &Facts<'_>) -> Result<u32> {
    let longest = *book.admit(book.plan_length(facts.on))?.value;
    Ok(longest.saturating_sub(facts.history.earlier_measures_months.unwrap_or(0)))
}

/// The same, where some must be left.
fn seven_years_left(book: &LawBook, facts: &Facts<'_>) -> Result<u32> {
    match seven_years(book, facts)? {
        0 => Err(Error::new(ErrorCode::PlanEarlierMeasures)
            .with_bound(i64::from(*book.admit(book.plan_length(facts.on))?.value))
            .under("C. conso. L. 732-3, L. 733-3")
            .at("history.earlier_measures_months")),
        left => Ok(left),
    }
}

/// Whether a plan may last as long as it does: what comes after seven years repays only loans of the main home, or
/// everything is repaid (L. 732-3, L. 733-3, second paragraphs).
fn may_pass_seven_years(plan: &Plan, facts: &Facts<'_>, seven_years: u32) -> bool {
    let for_home = |id: &Id| facts.debts.iter().any(|debt| debt.id == *id && debt.finances_main_home);
    let beyond = |debt: &Settled| debt.last_month.is_some_and(|last| last > seven_years);
    let repays_all = || plan.debts.iter().all(|d| d.outside || (d.erased.is_zero() && d.left.is_zero()));
    plan.debts.iter().all(|debt| !beyond(debt) || for_home(&debt.id)) || repays_all()
}

/// Seven years less earlier measures (L. 732-3, L. 733-3), unless a main-home exception applies.
pub(crate) fn horizon(book: &LawBook, facts: &Facts<'_>) -> Result<u32> {
    let (longest, asked) = match facts.wish.main_home_exception {
        true => (MAX_MONTHS, facts.wish.horizon_months.or(Some(seven_years(book, facts)?.max(1)))),
        false => (seven_years_left(book, facts)?, facts.wish.horizon_months),
    };
    match asked {
        Some(months) if months == 0 || months > longest => Err(Error::new(ErrorCode::NumberRange)
            .with("low", Detail::Number(1))
            .with_bound(i64::from(longest))
            .under("C. conso. L. 732-3, L. 733-3")
            .at("plan.horizon_months")),
        Some(months) => Ok(months),
        None => Ok(longest),
    }
}

/// The debts that the plan settles or reserves: neither those set aside nor those of a professional estate.
fn plan_debts(facts: &Facts<'_>, rate: Option<Rate>) -> Result<Vec<PlanDebt>> {
    let mut debts = Vec::with_capacity(facts.debts.len());
    for (debt, treatment) in facts.debts.iter().zip(facts.treatments) {
        // A change of rank is at fault whether or not the debt comes into the plan.
        let rank = rank(facts, debt, treatment)?;
        if debt.set_aside || debt.estate == Estate::Professional {
            continue;
        }
        let beside = debt.outside_plan.as_ref().map(|outside| outside.instalment);
        let agreed = debt.agreed_instalment.filter(|_| treatment.excluded);
        let balance = debt.balance()?;
        debts.push(PlanDebt {
            id: debt.id.clone(),
            rank,
            landlord: debt.is_landlord(),
            lender: debt.is_lender(),
            outside: treatment.excluded,
            fixed: beside.or(agreed),
            balance: Balance { principal: debt.principal, aside: balance.minus(debt.principal)? },
            // Never above the contract rate (L. 733-1, 3°).
            rate: rate.map(|rate| debt.contract_rate.map_or(rate, |contract| contract.min(rate))),
            unerasable: match treatment.erase {
                // Neither the claim nor the interest it bears.
                Permission::Forbidden => Money::MAX,
                _ => debt.guarantor_paid.unwrap_or(Money::ZERO),
            },
        });
    }
    Ok(debts)
}

pub(super) fn rank(facts: &Facts<'_>, debt: &Debt, treatment: &Treatment) -> Result<u8> {
    let change = facts.wish.rank_changes.iter().position(|change| change.debt == debt.id);
    let Some((place, change)) = change.and_then(|place| Some((place, facts.wish.rank_changes.get(place)?)))
    else {
        return Ok(treatment.rank);
    };
    let path = |field: &str| format!("plan.rank_changes[{place}].{field}");
    if treatment.excluded {
        let fault = Error::new(ErrorCode::FieldNotApplicable).with_word("because", "C. conso. L. 711-4");
        return Err(fault.at(path("debt")));
    }
    match u8::try_from(change.rank) {
        Ok(rank @ 2..=5) => Ok(rank),
        _ => Err(Error::new(ErrorCode::NumberRange)
            .with("low", Detail::Number(2))
            .with_bound(5)
            .at(path("rank"))),
    }
}
