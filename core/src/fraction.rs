//! Exact fractions, for what a decimal can't hold: 1/3 and 2/3 of the scale, shares, coefficients.

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use core::cmp::Ordering;
use core::fmt;

/// An exact fraction in lowest terms, with a positive denominator.
///
/// # Example
/// ```
/// use apurement::Fraction;
/// let coefficient = Fraction::new(3, 2)?.plus(Fraction::new(3, 10)?)?;
/// assert_eq!(coefficient, Fraction::new(9, 5)?);
/// assert_eq!(coefficient.to_string(), "1.8");
/// # Ok::<(), apurement::Error>(())
/// ```
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// The greatest common divisor (Euclid).
fn gcd(a: u128, b: u128) -> u128 {
    match a.checked_rem(b) {
        Some(rest) => gcd(b, rest),
        None => a,
    }
}

impl Fraction {
    /// Zero.
    pub const ZERO: Fraction = Fraction { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Fraction = Fraction { numerator: 1, denominator: 1 };

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// `arithmetic.overflow` when the denominator is zero or a bound is passed.
    pub fn new(numerator: i128, denominator: i128) -> Result<Fraction> {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).map_err(|_| overflow())?;
        let divisor = if denominator < 0 { divisor.checked_neg().ok_or_else(overflow)? } else { divisor };
        let reduce = |part: i128| part.checked_div(divisor).ok_or_else(overflow);
        let reduced = Fraction { numerator: reduce(numerator)?, denominator: reduce(denominator)? };
        if reduced.denominator <= 0 { Err(overflow()) } else { Ok(reduced) }
    }

    /// The amount, in euros, as a fraction.
    #[must_use]
    pub fn of_money(amount: Money) -> Fraction {
        Fraction::new(i128::from(amount.cents()), 100).unwrap_or(Fraction::ZERO)
    }

    /// The part above the line.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The part below the line, always positive.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The sum.
    ///
    /// # Errors
    /// `arithmetic.overflow` when a bound is passed.
    pub fn plus(self, other: Fraction) -> Result<Fraction> {
        let cross = |a: i128, b: i128| a.checked_mul(b).ok_or_else(overflow);
        let numerator = cross(self.numerator, other.denominator)?
            .checked_add(cross(other.numerator, self.denominator)?)
            .ok_or_else(overflow)?;
        Fraction::new(numerator, cross(self.denominator, other.denominator)?)
    }

    /// The product.
    ///
    /// # Errors
    /// `arithmetic.overflow` when a bound is passed.
    pub fn times(self, other: Fraction) -> Result<Fraction> {
        let numerator = self.numerator.checked_mul(other.numerator).ok_or_else(overflow)?;
        let denominator = self.denominator.checked_mul(other.denominator).ok_or_else(overflow)?;
        Fraction::new(numerator, denominator)
    }
}

fn overflow() -> Error {
    Error::new(ErrorCode::ArithmeticOverflow)
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Some(left.cmp(&right))
    }
}

/// A decimal when the fraction is one with at most four decimals, otherwise `numerator/denominator`.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled =
            self.numerator.checked_mul(10_000).filter(|n| n.checked_rem(self.denominator) == Some(0));
        let Some(scaled) = scaled.and_then(|n| n.checked_div(self.denominator)) else {
            return write!(f, "{}/{}", self.numerator, self.denominator);
        };
        let sign = if scaled < 0 { "-" } else { "" };
        let (whole, rest) = (scaled.unsigned_abs() / 10_000, scaled.unsigned_abs() % 10_000);
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = alloc::format!("{rest:04}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fraction({}/{})", self.numerator, self.denominator)
    }
}

impl serde::Serialize for Fraction {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn reduces_and_compares() {
        assert_eq!(Fraction::new(6, -4).unwrap(), Fraction::new(-3, 2).unwrap());
        assert!(Fraction::new(1, 3).unwrap() < Fraction::new(34, 100).unwrap());
        assert!(Fraction::new(1, 0).is_err());
        assert!(Fraction::new(0, 0).is_err());
    }

    #[test]
    fn writes_decimals_or_the_fraction() {
        for (n, d, text) in [(9, 5, "1.8"), (2, 1, "2"), (-1, 4, "-0.25"), (1, 3, "1/3"), (1, 20, "0.05")] {
            assert_eq!(Fraction::new(n, d).unwrap().to_string(), text);
        }
    }
}
