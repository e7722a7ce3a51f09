//! The plan: tiers (paliers) of constant instalments, at most 84 months, in which the capacity settles the debts.
//!
//! The law and the ranks are constraints. Within them the rule is: one rank after the other, each ending in the
//! earliest month that the capacity allows, its debts spread level over those months; what is left over flows down.
//! At each tier the rule leaves one choice: which unfinished neighbouring ranks are served together. Of all the plans
//! that these choices make, the objective picks the best, lexicographically: least unpaid, shortest, fewest tiers,
//! fewest payment lines. An oracle that looks at every one of them finds the same objective on small cases
//! (`tests/oracle/exhaustive.py`); past a quarter of a million tiers times debts (many debts under many capacity
//! steps) the best plan found so far stands.

mod allocation;
mod sale;
mod search;
mod tier;
pub(crate) mod wish;

pub use sale::{
    FromSale, PlanSale, PlannedSale, SaleManner, SaleWish, SecuredDebt, draw_with_sale, is_reducible,
};
pub use tier::{Line, Objective, Plan, Settled, Tier, Totals};

pub use wish::{History, PlanKind, PlanWish, RankChange, RateKind, RateWish, SuspensionInterest};

use crate::amortization::{Balance, Imputation};
use crate::calendar;
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::fr::priority::LandlordSurplus;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::format;
use chrono::NaiveDate;

vocabulary! {
    /// Whether neighbouring ranks may share a tier.
    pub enum Ranks = Grouped {
        /// They may, when that saves a tier without lengthening the plan or erasing more.
        Grouped = "grouped",
        /// Exactly one rank after the other.
        Strict = "strict",
    }
}

vocabulary! {
    /// How a level instalment is brought to cents.
    pub enum InstalmentRounding = Up {
        /// Up, the last payment smaller: no month passes the maximum.
        Up = "up",
        /// Down, the last payment larger by a few cents: seen in practice.
        Down = "down",
    }
}

vocabulary! {
    /// How a sum that does not pay a rank in full is shared within it.
    pub enum WithinRank = ProRata {
        /// Pro rata of balances: equal treatment. Default.
        ProRata = "pro_rata",
        /// The same for each.
        Equal = "equal",
        /// The smallest balance first.
        SmallestFirst = "smallest_first",
        /// The highest rate first.
        HighestRateFirst = "highest_rate_first",
    }
}

/// A debt as the plan sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanDebt {
    /// Identifier.
    pub id: Id,
    /// Rank of settlement, 1 to 5; 1 is outside the procedure.
    pub rank: u8,
    /// A lessor's claim.
    pub landlord: bool,
    /// A claim of those that L. 711-6 puts after lessors.
    pub lender: bool,
    /// Outside the measures: reserved, never rescheduled nor erased by them.
    pub outside: bool,
    /// An instalment fixed beforehand: accepted by an excluded creditor, or of a debt left out of the plan.
    pub fixed: Option<Money>,
    /// What is due.
    pub balance: Balance,
    /// Percent a year borne during the plan, if any: at most the contract rate and the legal rate (L. 733-1, 3°).
    pub rate: Option<Rate>,
    /// What no measure may erase: a pawn loan (L. 711-5), what a natural-person guarantor paid (L. 733-4, 2°).
    pub unerasable: Money,
}

opaque_debug!(PlanDebt, CapacityStep);

/// The capacity from a month on.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapacityStep {
    /// First month, 1 for the first of the plan.
    pub from_month: u32,
    /// Euros a month for all debts, those outside included.
    pub amount: Money,
}

/// How a plan is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Whether neighbouring ranks may share a tier.
    pub ranks: Ranks,
    /// Whether what a landlord's tier leaves may go to lenders.
    pub landlord_surplus: LandlordSurplus,
    /// A share below this is dropped, unless it clears its claim: token instalments are to be avoided.
    pub token_floor: Money,
    /// What a payment pays first.
    pub imputation: Imputation,
    /// How a level instalment is brought to cents.
    pub rounding: InstalmentRounding,
    /// How a sum is shared within a rank.
    pub within_rank: WithinRank,
    /// What is not paid at the end is erased; an agreed plan leaves it instead.
    pub erases: bool,
    /// Months of suspension before the first payment, shown as a tier of their own.
    pub suspension_months: u32,
    /// The rate borne by principal during the suspension, if any (at most the legal rate, L. 733-1, 4°).
    pub suspension_rate: Option<Rate>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            ranks: Ranks::default(),
            landlord_surplus: LandlordSurplus::default(),
            token_floor: Money::constant(1_500),
            imputation: Imputation::default(),
            rounding: InstalmentRounding::default(),
            within_rank: WithinRank::default(),
            erases: true,
            suspension_months: 0,
            suspension_rate: None,
        }
    }
}

/// The longest horizon that a plan may be asked for, in months: loans for a main home may pass seven years.
pub const MAX_MONTHS: u32 = 600;

/// Draws the plan of some debts.
///
/// The horizon is the number of months the law leaves (84 less earlier measures, but for the main-home exceptions).
///
/// # Errors
/// `plan.steps_order`, `plan.outside_debts_exceed_capacity`, `number.range` for the horizon.
///
/// # Example
/// ```
/// use apurement::{amortization::Balance, fr::plan::*};
/// let debt = |id: &str, rank, landlord, lender, principal: &str| PlanDebt {
///     id: id.into(), rank, landlord, lender, outside: false, fixed: None,
///     balance: Balance { principal: principal.parse().unwrap(), ..Balance::default() },
///     rate: None,
///     unerasable: apurement::Money::ZERO,
/// };
/// let debts = [
///     debt("rent", 2, true, false, "2300.00"),
///     debt("electricity", 3, false, false, "640.50"),
///     debt("loan", 4, false, true, "9800.00"),
///     debt("revolving", 4, false, true, "4200.00"),
///     debt("overdraft", 4, false, true, "650.00"),
/// ];
/// let capacity = [CapacityStep { from_month: 1, amount: "381.94".parse()? }];
/// let plan = draw(&debts, &capacity, 84, &Policy::default())?;
/// assert_eq!((plan.objective.months, plan.objective.tiers), (47, 2));
/// let first: Vec<String> = plan.tiers[0].lines.iter().map(|line| line.instalment.to_string()).collect();
/// assert_eq!(first, ["287.50", "80.07"]);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn draw(debts: &[PlanDebt], capacity: &[CapacityStep], horizon: u32, policy: &Policy) -> Result<Plan> {
    if horizon == 0 || horizon > MAX_MONTHS {
        return Err(Error::new(ErrorCode::NumberRange)
            .with("low", Detail::Number(1))
            .with_bound(i64::from(MAX_MONTHS))
            .at("plan.horizon_months"));
    }
    check_steps(capacity)?;
    search::best(debts, capacity, horizon, policy)
}

/// The due date of a month of the plan, counted from the first: 31 January, 28 February, 31 March.
///
/// # Example
/// ```
/// use apurement::{day, fr::plan::due_date};
/// assert_eq!(due_date(day(2027, 1, 31), 2), Some(day(2027, 2, 28)));
/// assert_eq!(due_date(day(2027, 1, 31), 3), Some(day(2027, 3, 31)));
/// ```
#[must_use]
pub fn due_date(first: NaiveDate, month: u32) -> Option<NaiveDate> {
    calendar::months_after(first, month.saturating_sub(1))
}

fn check_steps(capacity: &[CapacityStep]) -> Result<()> {
    let ascending =
        capacity.iter().zip(capacity.iter().skip(1)).position(|(a, b)| a.from_month >= b.from_month);
    let fault = match (capacity.first().map(|step| step.from_month), ascending) {
        (Some(1), None) => return Ok(()),
        (Some(1), Some(place)) => place.saturating_add(1),
        _ => 0,
    };
    Err(Error::new(ErrorCode::PlanStepsOrder).at(format!("plan.capacity_steps[{fault}].from_month")))
}
