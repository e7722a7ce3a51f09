//! Every rounding of the library, each under its name.
//!
//! A figure is computed exactly and rounded once. The explanation of a figure names the rounding it went through.

use crate::error::{Error, ErrorCode, Result};
use crate::fraction::Fraction;
use crate::money::Money;

/// A named way to bring an exact amount to cents (`doc(alias)`: arrondi).
#[doc(alias = "arrondi")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rounding {
    /// To the nearest cent, half a cent going away from zero (0.125 -> 0.13). The rounding of a scale amount, of
    /// a household RSA amount and of a share of expenses. No text fixes it; the published tables fit it best.
    HalfUp,
    /// Down to the cent, towards zero: for an amount that must not pass a maximum.
    Down,
    /// Up to the cent: a level instalment, whose last payment is then smaller.
    LevelUp,
    /// Cents dropped: the whole-euro base seen in the Banque de France's files.
    WholeEuroDown,
    /// One sum shared among several: each share down to the cent, then the cents left go to the largest
    /// remainders, so that nothing is lost.
    LargestRemainder,
}

/// Rounds an exact number of euros to cents.
///
/// # Errors
/// `arithmetic.overflow` past the bounds of [`Money`].
///
/// # Example
/// ```
/// use apurement::{Fraction, rounding::{round, Rounding}};
/// let exact = Fraction::new(281_712, 1_200)?; // 234.76 exactly
/// assert_eq!(round(exact, Rounding::HalfUp)?.to_string(), "234.76");
/// assert_eq!(round(Fraction::new(1, 8)?, Rounding::HalfUp)?.to_string(), "0.13");
/// assert_eq!(round(Fraction::new(1, 8)?, Rounding::Down)?.to_string(), "0.12");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn round(euros: Fraction, rounding: Rounding) -> Result<Money> {
    let overflow = || Error::new(ErrorCode::ArithmeticOverflow);
    let cents = euros.numerator().checked_mul(100).ok_or_else(overflow)?;
    let denominator = euros.denominator();
    let magnitude = cents.checked_abs().ok_or_else(overflow)?;
    let adjusted = match rounding {
        Rounding::HalfUp => magnitude.checked_mul(2).and_then(|m| m.checked_add(denominator)),
        Rounding::LevelUp => magnitude.checked_add(denominator).and_then(|m| m.checked_sub(1)),
        Rounding::Down | Rounding::WholeEuroDown | Rounding::LargestRemainder => Some(magnitude),
    }
    .ok_or_else(overflow)?;
    let divisor = if rounding == Rounding::HalfUp { denominator.checked_mul(2) } else { Some(denominator) };
    let rounded = adjusted.checked_div(divisor.ok_or_else(overflow)?).ok_or_else(overflow)?;
    let signed = if cents < 0 { rounded.checked_neg().ok_or_else(overflow)? } else { rounded };
    let money = Money::from_cents(i64::try_from(signed).map_err(|_| overflow())?).map_err(|_| overflow())?;
    Ok(if rounding == Rounding::WholeEuroDown { money.whole_euros_down() } else { money })
}
