//! Repayment capacity in over-indebtedness (capacité de remboursement; C. conso. L. 731-1 to L. 731-3, R. 731-1 to
//! R. 731-3).
//!
//! Three ceilings, and the lowest wins: what the *budget* leaves once current expenses are served, the *scale
//! amount* of all resources, and what exceeds the *RSA of the household*. The last two make the legal maximum. To
//! keep the main home the debtor may agree to pass the scale amount, never the RSA (L. 731-2 al. 2).
//!
//! The computed figure is a **maximum**, not the amount due: the commission retains what it decides, within it.

use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{NoTrace, Rule, Trace, Value};
use crate::fr::conventions::ScaleBase;
use crate::fr::dependants::Dependants;
use crate::fr::household;
use crate::fr::law::{LawBook, Scale, Territory};
use crate::fr::scale_amount;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::{Rounding, round};
use crate::vocabulary::{Vocabulary, opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// A ceiling of the repayment.
    pub enum Ceiling {
        /// Resources less current expenses (L. 731-1, R. 731-2).
        Budget = "budget",
        /// The scale amount of all resources (L. 731-1, R. 731-1).
        ScaleAmount = "scale_amount",
        /// Resources less the RSA of the household (R. 731-1, L. 731-2).
        HouseholdRsa = "household_rsa",
    }
}

/// The figures from which a capacity follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// All monthly resources.
    pub resources: Money,
    /// Current monthly expenses, as counted.
    pub expenses: Money,
    /// Dependants of the scale (C. trav. R. 3252-3).
    pub dependants: Dependants,
    /// Coefficient of the RSA household, in two-hundredths of the one-person amount (200 = one person).
    pub rsa_200ths: u32,
    /// The base of the scale.
    pub scale_base: ScaleBase,
    /// The debtor agreed in writing to pass the scale amount to keep the main home (L. 731-2 al. 2).
    pub main_home_consent: bool,
    /// The monthly amount decided by the commission or the judge, if any.
    pub decided: Option<Money>,
}

/// A repayment capacity, ceiling by ceiling. Euros a month.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// All monthly resources.
    pub resources: Money,
    /// Current monthly expenses.
    pub expenses: Money,
    /// The RSA amount of the household.
    pub household_rsa: Money,
    /// Resources less expenses; may be negative.
    pub budget_ceiling: Money,
    /// The scale amount of the resources.
    pub scale_ceiling: Money,
    /// Resources less the household's RSA; may be negative.
    pub rsa_ceiling: Money,
    /// Whether the scale amount was lifted to keep the main home.
    pub scale_lifted: bool,
    /// The most that the law allows (maximum légal), never negative.
    pub legal_maximum: Money,
    /// The least that must be left (minimum légal à laisser).
    pub minimum_to_leave: Money,
    /// The lowest ceiling, kept as it is when negative.
    pub signed: Money,
    /// The lowest ceiling, or nothing.
    pub computed: Money,
    /// The decided amount, if any.
    pub decided: Option<Money>,
    /// What is retained for the creditors: the decided amount, else the computed one (mensualité retenue).
    pub retained: Money,
    /// What the household keeps (part réservée, reste à vivre; L. 731-3).
    pub left_to_live: Money,
}

opaque_debug!(Means, Capacity);

impl Capacity {
    /// The percents of the maximum that are offered as long as nothing is decided.
    pub const SHARES: [u32; 3] = [100, 95, 90];

    /// The ceilings that bind: those equal to the lowest one.
    #[must_use]
    pub fn binds(&self) -> Vec<Ceiling> {
        self.ceilings().filter(|(_, amount)| *amount == self.signed).map(|(ceiling, _)| ceiling).collect()
    }

    /// The ceilings that apply, with their amounts.
    pub fn ceilings(&self) -> impl Iterator<Item = (Ceiling, Money)> + use<> {
        let scale = (!self.scale_lifted).then_some((Ceiling::ScaleAmount, self.scale_ceiling));
        let budget = (Ceiling::Budget, self.budget_ceiling);
        [Some(budget), scale, Some((Ceiling::HouseholdRsa, self.rsa_ceiling))].into_iter().flatten()
    }

    /// The computed amount at some percent of itself, rounded down, with what it leaves to live on: commissions keep
    /// a margin below the maximum.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn variant(&self, percent: u32) -> Result<(Money, Money)> {
        let part = Fraction::new(i128::from(percent), 100)?;
        let amount = round(Fraction::of_money(self.computed).times(part)?, Rounding::Down)?;
        Ok((amount, self.resources.minus(amount)?))
    }
}

/// The dated law of a capacity.
pub(crate) struct Texts<'a> {
    pub(crate) scale: &'a Found<'a, Scale>,
    pub(crate) one_person: &'a Found<'a, Money>,
}

pub(crate) fn compute(means: &Means, texts: &Texts<'_>, trace: &mut impl Trace) -> Result<Capacity> {
    if means.resources.is_negative() {
        return Err(Error::new(ErrorCode::AmountNegative).at("resources"));
    }
    if means.expenses.is_negative() {
        return Err(Error::new(ErrorCode::AmountNegative).at("expenses"));
    }
    if means.decided.is_some_and(Money::is_negative) {
        return Err(Error::new(ErrorCode::AmountNegative).at("decisions.retained"));
    }
    trace.open(Rule::Capacity);
    let resources = means.resources;
    let budget_ceiling = resources.minus(means.expenses)?;
    trace.note(Rule::BudgetCeiling, |step| {
        step.input("resources", resources).input("expenses", means.expenses).result(budget_ceiling);
    });
    let scale_ceiling = scale_ceiling(means, texts, trace)?;
    trace.open(Rule::RsaCeiling);
    let household_rsa = household::rsa_amount(texts.one_person, means.rsa_200ths, trace)?;
    let rsa_ceiling = resources.minus(household_rsa)?;
    trace.close(|step| {
        step.input("resources", resources).input("household_rsa", household_rsa).result(rsa_ceiling);
    });
    let scale_lifted = means.main_home_consent;
    let legal_maximum = if scale_lifted { rsa_ceiling } else { rsa_ceiling.min(scale_ceiling) }.or_zero();
    let signed = if scale_lifted { rsa_ceiling } else { rsa_ceiling.min(scale_ceiling) }.min(budget_ceiling);
    let computed = signed.or_zero();
    let retained = means.decided.unwrap_or(computed);
    let capacity = Capacity {
        resources,
        expenses: means.expenses,
        household_rsa,
        budget_ceiling,
        scale_ceiling,
        rsa_ceiling,
        scale_lifted,
        legal_maximum,
        minimum_to_leave: resources.minus(legal_maximum)?,
        signed,
        computed,
        decided: means.decided,
        retained,
        left_to_live: resources.minus(retained)?,
    };
    tell(&capacity, trace);
    Ok(capacity)
}

fn scale_ceiling(means: &Means, texts: &Texts<'_>, trace: &mut impl Trace) -> Result<Money> {
    let base = match means.scale_base {
        ScaleBase::Exact => means.resources,
        ScaleBase::WholeEuro => means.resources.whole_euros_down(),
    };
    trace.open(Rule::ScaleCeiling);
    let amount = scale_amount::compute(texts.scale, base, means.dependants, trace)?;
    trace.close(|step| {
        step.result(amount);
        if means.scale_base == ScaleBase::WholeEuro {
            step.rounded(Rounding::WholeEuroDown);
        }
    });
    Ok(amount)
}

fn tell(capacity: &Capacity, trace: &mut impl Trace) {
    if capacity.scale_lifted {
        trace.note(Rule::MainHomeException, |step| {
            step.input("scale_amount", capacity.scale_ceiling).result(capacity.legal_maximum);
        });
    }
    trace.note(Rule::LegalMaximum, |step| {
        step.input("minimum_to_leave", capacity.minimum_to_leave).result(capacity.legal_maximum);
    });
    trace.note(Rule::LeftToLive, |step| {
        step.input("resources", capacity.resources)
            .input("retained", capacity.retained)
            .result(capacity.left_to_live);
    });
    let label = if capacity.decided.is_some() { "decided" } else { "maximum" };
    trace.close(|step| {
        let binds = capacity.binds().into_iter().map(Ceiling::word).collect();
        step.input("binds", Value::Words(binds)).input("label", label).result(capacity.retained);
        if capacity.signed != capacity.retained {
            step.input("lowest", capacity.signed);
        }
    });
}

/// A repayment capacity from figures already counted: the scalar door, also for whole populations.
///
/// # Errors
/// `amount.negative`; `law.*` where the law does not answer at the date.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, capacity::*, conventions::ScaleBase, Dependants, Territory}, LawBook};
/// let means = Means {
///     resources: "1855.00".parse()?,
///     expenses: "1361.45".parse()?,
///     dependants: Dependants::NONE,
///     rsa_200ths: 200,
///     scale_base: ScaleBase::Exact,
///     main_home_consent: false,
///     decided: None,
/// };
/// let capacity = fr::capacity(LawBook::builtin(), &means, Territory::Metropole, day(2025, 3, 31))?;
/// assert_eq!(capacity.computed.to_string(), "381.94");
/// assert_eq!(capacity.binds(), [Ceiling::ScaleAmount]);
/// assert_eq!(capacity.left_to_live.to_string(), "1473.06");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "capacité de remboursement")]
pub fn capacity(book: &LawBook, means: &Means, territory: Territory, on: NaiveDate) -> Result<Capacity> {
    let scale = book.admit(book.scale(on))?;
    let one_person = book.admit(book.rsa(territory, on))?;
    compute(means, &Texts { scale: &scale, one_person: &one_person }, &mut NoTrace)
}
