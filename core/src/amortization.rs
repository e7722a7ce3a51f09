//! Paying one claim by a constant monthly instalment, with or without interest.
//!
//! The month's interest is the principal times a twelfth of the yearly rate, rounded half up to the cent. Interest
//! that is not paid is set aside and bears none itself (no compounding). A payment goes first to interest or first to
//! principal, as the imputation says; it never passes what is due, so that the last payment is smaller.

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a payment pays first (imputation des paiements).
    pub enum Imputation = InterestFirst {
        /// Interest, then principal (C. civ. 1343-1). Default.
        InterestFirst = "interest_first",
        /// Principal, then interest (C. conso. L. 733-1, 2°), when decided.
        PrincipalFirst = "principal_first",
    }
}

/// What is due of a claim.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// Principal, which bears interest.
    pub principal: Money,
    /// Interest and costs set aside, which bear none.
    pub aside: Money,
}

impl Balance {
    /// Principal and what is set aside.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn total(&self) -> Result<Money> {
        self.principal.plus(self.aside)
    }
}

/// The terms on which a claim is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Percent a year, if any.
    pub rate: Option<Rate>,
    /// What a payment pays first.
    pub imputation: Imputation,
}

/// What some months of a constant instalment did.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Course {
    /// What remains.
    pub left: Balance,
    /// Principal paid.
    pub principal_paid: Money,
    /// Interest and costs paid.
    pub interest_paid: Money,
    /// Interest that accrued.
    pub interest: Money,
    /// Months in which something was paid.
    pub payments: u32,
    /// The last payment.
    pub last: Money,
}

impl Course {
    /// This course and the one that follows it.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn then(&self, next: &Course) -> Result<Course> {
        Ok(Course {
            left: next.left,
            principal_paid: self.principal_paid.plus(next.principal_paid)?,
            interest_paid: self.interest_paid.plus(next.interest_paid)?,
            interest: self.interest.plus(next.interest)?,
            payments: self.payments.saturating_add(next.payments),
            last: if next.payments > 0 { next.last } else { self.last },
        })
    }
}

fn overflow() -> Error {
    Error::new(ErrorCode::ArithmeticOverflow)
}

/// A rate for one month: principal x mantissa / divisor.
struct Monthly {
    mantissa: i128,
    divisor: i128,
    /// The same in machine words, where both are small enough for twice their size to fit.
    words: Option<(i64, i64)>,
}

impl Terms {
    /// The rate of one month, if the claim bears interest.
    fn monthly(&self) -> Result<Option<Monthly>> {
        self.rate.filter(|rate| !rate.percent().is_zero()).map(Monthly::of).transpose()
    }
}

impl Monthly {
    fn of(rate: Rate) -> Result<Monthly> {
        let percent = rate.percent();
        let divisor = 10_i128.checked_pow(percent.scale()).and_then(|power| power.checked_mul(1200));
        let (mantissa, divisor) = (percent.mantissa(), divisor.ok_or_else(overflow)?);
        let word = |number: i128| i64::try_from(number).ok().filter(|word| *word < 1 << 40);
        let words = word(mantissa).zip(word(divisor));
        Ok(Monthly { mantissa, divisor, words })
    }

    /// The interest of a principal that is repaid evenly over some months, rounded down: (months + 1) / 2 months of it.
    fn interest_of_even_repayment(&self, principal: Money, months: u32) -> Result<Money> {
        let twice = i128::from(principal.cents())
            .checked_mul(self.mantissa)
            .and_then(|product| product.checked_mul(i128::from(months).saturating_add(1)))
            .ok_or_else(overflow)?;
        let cents = self.divisor.checked_mul(2).and_then(|divisor| twice.checked_div(divisor));
        Money::from_cents(cents.and_then(|cents| i64::try_from(cents).ok()).ok_or_else(overflow)?)
    }

    /// How much to raise an instalment that leaves something owed: at least a cent. Each cent a month pays one cent a
    /// month and spares its interest: months + rate x months x (months - 1) / 2.
    fn step(&self, owed: Money, months: u32) -> Result<Money> {
        let months = i128::from(months);
        let spared = self.mantissa.checked_mul(months.saturating_mul(months.saturating_sub(1)));
        let slope = self
            .divisor
            .checked_mul(2)
            .and_then(|twice| twice.checked_mul(months)?.checked_add(spared?))
            .ok_or_else(overflow)?;
        let raised =
            i128::from(owed.cents()).checked_mul(2).and_then(|twice| twice.checked_mul(self.divisor));
        let cents = raised.and_then(|raised| raised.checked_div(slope)).ok_or_else(overflow)?;
        Money::from_cents(i64::try_from(cents).map_err(|_| overflow())?.saturating_add(1))
    }

    /// The interest of one month on a principal, rounded half up: (2 x principal x mantissa + divisor) / (2 x divisor).
    fn interest(&self, principal: Money) -> Result<Money> {
        // The amounts of households fit the machine's word, in which division is many times as fast.
        if let Some((mantissa, divisor)) = self.words
            && let Some(twice) = principal.cents().checked_mul(mantissa.saturating_mul(2))
            && let Some(up) = twice.checked_add(divisor)
            && let Some(cents) = up.checked_div(divisor.saturating_mul(2))
        {
            return Money::from_cents(cents);
        }
        let twice = i128::from(principal.cents())
            .checked_mul(self.mantissa)
            .and_then(|product| product.checked_mul(2))
            .and_then(|product| product.checked_add(self.divisor))
            .ok_or_else(overflow)?;
        let divisor = self.divisor.checked_mul(2).ok_or_else(overflow)?;
        let cents = twice.checked_div(divisor).and_then(|cents| i64::try_from(cents).ok());
        Money::from_cents(cents.ok_or_else(overflow)?)
    }
}

/// Follows a claim through some months of one instalment.
///
/// # Errors
/// `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::amortization::*;
/// let claim = Balance { principal: "12786.10".parse()?, ..Balance::default() };
/// let rate = apurement::Rate::from_percent(rust_decimal::Decimal::new(371, 2))?;
/// let terms = Terms { rate: Some(rate), imputation: Imputation::InterestFirst };
/// let level = level(&claim, &terms, 36)?;
/// assert_eq!(level.to_string(), "375.85");
/// let course = pay(&claim, &terms, level, 36)?;
/// assert_eq!((course.last.to_string(), course.interest.to_string()), ("375.81".into(), "744.46".into()));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn pay(claim: &Balance, terms: &Terms, instalment: Money, months: u32) -> Result<Course> {
    match terms.monthly()? {
        Some(monthly) => pay_with_interest(claim, &monthly, terms.imputation, instalment, months),
        None => pay_without_interest(claim, terms.imputation, instalment, months),
    }
}

fn pay_without_interest(
    claim: &Balance,
    imputation: Imputation,
    instalment: Money,
    months: u32,
) -> Result<Course> {
    let due = claim.total()?;
    let most = i128::from(instalment.cents()).checked_mul(i128::from(months)).ok_or_else(overflow)?;
    let paid = if most >= i128::from(due.cents()) { due } else { instalment.times(i64::from(months))? };
    let (principal_paid, interest_paid) = match imputation {
        Imputation::InterestFirst => {
            let interest = paid.min(claim.aside);
            (paid.minus(interest)?, interest)
        }
        Imputation::PrincipalFirst => {
            let principal = paid.min(claim.principal);
            (principal, paid.minus(principal)?)
        }
    };
    let left = Balance {
        principal: claim.principal.minus(principal_paid)?,
        aside: claim.aside.minus(interest_paid)?,
    };
    let payments = months_of(paid, instalment)?;
    let before_last = instalment.times(i64::from(payments.saturating_sub(1)))?;
    let last = if payments == 0 { Money::ZERO } else { paid.minus(before_last)? };
    Ok(Course { left, principal_paid, interest_paid, interest: Money::ZERO, payments, last })
}

/// How many instalments a sum makes, the last one perhaps smaller.
fn months_of(sum: Money, instalment: Money) -> Result<u32> {
    let months = sum.cents().checked_add(instalment.cents()).and_then(|n| n.checked_sub(1));
    let months = months.and_then(|n| n.checked_div(instalment.cents())).unwrap_or(0);
    u32::try_from(months).map_err(|_| overflow())
}

fn pay_with_interest(
    claim: &Balance,
    monthly: &Monthly,
    imputation: Imputation,
    instalment: Money,
    months: u32,
) -> Result<Course> {
    let mut course = Course { left: *claim, ..Course::default() };
    for _ in 0..months {
        if course.left.total()?.is_zero() {
            break;
        }
        let interest = monthly.interest(course.left.principal)?;
        course.interest = course.interest.plus(interest)?;
        course.left.aside = course.left.aside.plus(interest)?;
        let payment = instalment.min(course.left.total()?);
        let (principal, aside) = match imputation {
            Imputation::InterestFirst => {
                let aside = payment.min(course.left.aside);
                (payment.minus(aside)?, aside)
            }
            Imputation::PrincipalFirst => {
                let principal = payment.min(course.left.principal);
                (principal, payment.minus(principal)?)
            }
        };
        course.left.principal = course.left.principal.minus(principal)?;
        course.left.aside = course.left.aside.minus(aside)?;
        course.principal_paid = course.principal_paid.plus(principal)?;
        course.interest_paid = course.interest_paid.plus(aside)?;
        if !payment.is_zero() {
            course.payments = course.payments.saturating_add(1);
            course.last = payment;
        }
    }
    Ok(course)
}

/// A sum spread over some months, rounded up to the cent.
pub(crate) fn even_share(sum: Money, months: u32) -> Result<Money> {
    let months = i64::from(months);
    let up =
        sum.cents().checked_add(months).and_then(|n| n.checked_sub(1)).and_then(|n| n.checked_div(months));
    Money::from_cents(up.ok_or_else(overflow)?)
}

/// The smallest constant instalment that pays a claim in some months: its share rounded up, the last payment smaller.
///
/// # Errors
/// `arithmetic.overflow`, also for no months at all.
pub fn level(claim: &Balance, terms: &Terms, months: u32) -> Result<Money> {
    let mut high = level_at_least(claim, terms, months)?;
    let Some(monthly) = terms.monthly()? else { return Ok(high) };
    let left = |instalment: Money| -> Result<Money> {
        pay_with_interest(claim, &monthly, terms.imputation, instalment, months)?.left.total()
    };
    // From below by steps that the slope suggests, then back down from the first instalment that clears.
    let mut low = high.minus(Money::constant(1))?;
    loop {
        let owed = left(high)?;
        if owed.is_zero() {
            break;
        }
        low = high;
        high = high.plus(monthly.step(owed, months)?)?;
    }
    let mut step = 1_i64;
    while high.cents().saturating_sub(step) > low.cents() {
        let lower = high.minus(Money::from_cents(step)?)?;
        if !left(lower)?.is_zero() {
            low = lower;
            break;
        }
        high = lower;
        step = step.saturating_mul(2);
    }
    while high.cents().saturating_sub(low.cents()) > 1 {
        let middle = Money::from_cents(low.cents().saturating_add(high.minus(low)?.cents() / 2))?;
        if left(middle)?.is_zero() {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(high)
}

/// An instalment that [`level`] never falls below, found without walking through the months: the share of what is due
/// and, paid interest first, of the interest that an even repayment of the principal would bear.
///
/// # Errors
/// `arithmetic.overflow`, also for no months at all.
pub(crate) fn level_at_least(claim: &Balance, terms: &Terms, months: u32) -> Result<Money> {
    let share = even_share(claim.total()?, months)?;
    match terms.monthly()? {
        // A constant instalment repays the principal later than evenly. Half a cent a month may be lost to rounding.
        Some(monthly) if terms.imputation == Imputation::InterestFirst => {
            let even = monthly.interest_of_even_repayment(claim.principal, months)?;
            let rounding = Money::from_cents(i64::from(months))?;
            Ok(share.max(even_share(claim.total()?.plus(even.minus(rounding)?.or_zero())?, months)?))
        }
        _ => Ok(share),
    }
}

crate::vocabulary::opaque_debug!(Balance, Course);
