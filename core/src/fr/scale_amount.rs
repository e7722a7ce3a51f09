//! The scale amount: what the garnishment scale gives on a monthly base (C. trav. L. 3252-2, R. 3252-2, R. 3252-3).
//!
//! The scale is set on *annual* thresholds. Each dependant raises every threshold by the same sum. The monthly
//! amount is the exact sum over the brackets of the annual base, divided by twelve and rounded **once**, half up.
//! Rounding monthly thresholds or single brackets first, as several published tables do, moves many results by one
//! or two cents.
//!
//! The scale amount is not yet what may be seized: see [`seizable`](crate::fr::seizable), which leaves the RSA.

use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace, Value};
use crate::fr::dependants::Dependants;
use crate::fr::law::{LawBook, Scale};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::Rounding;
use chrono::NaiveDate;

/// The rates of the seven brackets, in sixtieths: 1/20, 1/10, 1/5, 1/4, 1/3, 2/3, 1.
const SIXTIETHS: [i64; 7] = [3, 6, 12, 15, 20, 40, 60];

/// A scale brought to the units of the computation: annual cents.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brackets {
    bounds: [i64; 6],
    per_half_dependant: i64,
}

impl Brackets {
    pub(crate) fn of(scale: &Scale) -> Brackets {
        Brackets {
            bounds: scale.thresholds.map(|euros| i64::from(euros).saturating_mul(100)),
            per_half_dependant: i64::from(scale.increment).saturating_mul(50),
        }
    }

    /// Seven hundred and twentieths of a cent a month; `cents` is a monthly base between 0 and [`Money::MAX`].
    ///
    /// The rates rise from bracket to bracket, so the sum over brackets is the first rate on the whole base plus,
    /// at each bound passed, the rise of the rate on what lies above it. That form has no branch.
    #[inline]
    // With cents < 2^53 the annual base is below 2^57 and sixty times that below 2^63; a bound is at most
    // 100 * 2^32 + 50 * 200 * 2^32, far below. Nothing can overflow.
    #[allow(clippy::arithmetic_side_effects)]
    fn exact_720ths(&self, cents: i64, half_dependants: u32) -> i64 {
        let annual = cents * 12;
        let base = annual - self.per_half_dependant * i64::from(half_dependants);
        let [b1, b2, b3, b4, b5, b6] = self.bounds;
        let above = |bound: i64| (base - bound).max(0);
        3 * annual
            + 3 * above(b1)
            + 6 * above(b2)
            + 3 * above(b3)
            + 5 * above(b4)
            + 20 * above(b5)
            + 20 * above(b6)
    }

    /// Cents a month, rounded half up.
    #[inline]
    // The exact sum is below 60 * 12 * (2^53 - 1), so that adding 360 stays below 2^63.
    #[allow(clippy::arithmetic_side_effects)]
    pub(crate) fn cents(&self, cents: i64, half_dependants: u32) -> i64 {
        (self.exact_720ths(cents, half_dependants) + 360) / 720
    }
}

/// The exact monthly amount, before its one rounding, in euros.
///
/// On these exact fractions the identity of R. 3252-3 holds: from the first bound on, with `n` dependants,
/// `amount(net, n) = amount(net - n*inc, 0) + n*inc/20`, where `inc` is a twelfth of the increment.
///
/// # Errors
/// `amount.negative`.
pub fn exact(scale: &Scale, income: Money, dependants: Dependants) -> Result<Fraction> {
    if income.is_negative() {
        return Err(Error::new(ErrorCode::AmountNegative));
    }
    let exact = Brackets::of(scale).exact_720ths(income.cents(), dependants.halves());
    Fraction::new(i128::from(exact), 72_000)
}

/// The scale amount on a base, with its explanation.
pub(crate) fn compute(
    scale: &Found<'_, Scale>,
    income: Money,
    dependants: Dependants,
    trace: &mut impl Trace,
) -> Result<Money> {
    if income.is_negative() {
        return Err(Error::new(ErrorCode::AmountNegative).under(scale.info.law));
    }
    let brackets = Brackets::of(scale.value);
    let amount = Money::from_cents(brackets.cents(income.cents(), dependants.halves()))?;
    trace.open(Rule::ScaleAmount);
    if trace.records() {
        explain_brackets(&brackets, income, dependants, trace)?;
    }
    trace.close(|step| {
        step.input("base", income)
            .input("dependants", Fraction::new(i128::from(dependants.halves()), 2).unwrap_or(Fraction::ZERO))
            .result(amount)
            .rounded(Rounding::HalfUp)
            .version(scale);
    });
    Ok(amount)
}

/// One step a bracket that the annual base reaches, in exact euros a year.
fn explain_brackets(
    brackets: &Brackets,
    income: Money,
    dependants: Dependants,
    trace: &mut impl Trace,
) -> Result<()> {
    // Twelve months of the largest incomes pass what an amount may hold: the year is told in exact fractions.
    let euros = |cents: i64| Fraction::new(i128::from(cents), 100);
    let annual = income.cents().saturating_mul(12);
    let shift = brackets.per_half_dependant.saturating_mul(i64::from(dependants.halves()));
    let mut lower = 0_i64;
    let bounds = brackets.bounds.iter().map(|bound| bound.saturating_add(shift)).chain([i64::MAX]);
    for (sixtieths, bound) in SIXTIETHS.iter().zip(bounds) {
        let upper = bound.min(annual);
        if upper <= lower {
            break;
        }
        let rate = Fraction::new(i128::from(*sixtieths), 60)?;
        let part = rate.times(euros(upper.saturating_sub(lower))?)?;
        let (from, to) = (euros(lower)?, euros(upper)?);
        trace.note(Rule::ScaleBracket, |step| {
            step.input("rate", Value::Ratio(rate))
                .input("from", Value::Exact(from))
                .input("to", Value::Exact(to))
                .result(Value::Exact(part));
        });
        lower = upper;
    }
    Ok(())
}

/// What the garnishment scale gives on a monthly net income (`doc(alias)`: fraction saisissable, quotité
/// saisissable selon le barème).
///
/// This is the *scale amount* of C. trav. R. 3252-2, before the RSA that always stays with the debtor: for what may
/// really be taken use [`seizable`](crate::fr::seizable). Over-indebtedness applies this amount to all the
/// resources of the household (C. conso. L. 731-1, R. 731-1).
///
/// Rounded once, half up, to the cent.
///
/// # Errors
/// `amount.negative`; `law.before_coverage` before 2009; `law.unverified` past the last verified day unless the
/// book accepts it.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, Dependants}, LawBook};
/// let book = LawBook::default();
/// let amount = fr::scale_amount(&book, "1500".parse()?, Dependants::NONE, day(2026, 5, 1))?;
/// assert_eq!(amount.to_string(), "234.76");
/// let with_two = fr::scale_amount(&book, "1500".parse()?, Dependants::whole(2)?, day(2026, 5, 1))?;
/// assert_eq!(with_two.to_string(), "171.42");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "quotité saisissable")]
#[doc(alias = "fraction saisissable")]
pub fn scale_amount(book: &LawBook, income: Money, dependants: Dependants, on: NaiveDate) -> Result<Money> {
    let scale = book.admit(book.scale(on))?;
    compute(&scale, income, dependants, &mut crate::explain::NoTrace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE_2026: Scale = Scale { thresholds: [4480, 8730, 13000, 17230, 21470, 25810], increment: 1740 };

    /// The branch-free form against the sum over brackets written out, by hand-checkable integers.
    #[test]
    fn both_forms_agree() {
        let brackets = Brackets::of(&SCALE_2026);
        for cents in (0..400_000).step_by(7) {
            for halves in 0..9 {
                let annual = i64::from(cents) * 12;
                let mut sum = 0;
                let mut lower = 0;
                for (i, rate) in SIXTIETHS.iter().enumerate() {
                    let bound = brackets
                        .bounds
                        .get(i)
                        .map_or(i64::MAX, |b| b + brackets.per_half_dependant * i64::from(halves));
                    sum += rate * (annual.min(bound) - lower).max(0);
                    lower = bound;
                }
                assert_eq!(brackets.exact_720ths(i64::from(cents), halves), sum);
            }
        }
    }

    #[test]
    fn the_largest_income_does_not_overflow() {
        let brackets = Brackets::of(&SCALE_2026);
        let amount = brackets.cents(Money::MAX.cents(), 0);
        assert!(amount < Money::MAX.cents() && amount > Money::MAX.cents() - 1_000_000);
    }
}
