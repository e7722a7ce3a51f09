//! Sharing one sum among several, to the cent, with nothing lost.

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use alloc::vec::Vec;

/// Shares `sum` in proportion to `weights` by the method of the largest remainder.
///
/// Each share is rounded down to the cent, then the cents left go one by one to the largest remainders; between
/// equal remainders, to the earliest weight. The shares always add up to the sum.
///
/// # Errors
/// `arithmetic.overflow` when a weight or the sum is negative, or when all weights are zero and the sum is not.
///
/// # Example
/// ```
/// use apurement::{sharing::largest_remainder, Money};
/// let weights: Vec<Money> = ["300.00", "300.00", "300.00"].map(|w| w.parse().unwrap()).to_vec();
/// let shares = largest_remainder("100.00".parse()?, &weights)?;
/// assert_eq!(shares.iter().map(ToString::to_string).collect::<Vec<_>>(), ["33.34", "33.33", "33.33"]);
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "marc le franc")]
pub fn largest_remainder(sum: Money, weights: &[Money]) -> Result<Vec<Money>> {
    let overflow = || Error::new(ErrorCode::ArithmeticOverflow);
    let total: i128 = weights.iter().map(|w| i128::from(w.cents())).sum();
    if sum.is_negative() || weights.iter().any(|w| w.is_negative()) || (total == 0 && !sum.is_zero()) {
        return Err(overflow());
    }
    let mut left = i128::from(sum.cents());
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        let exact = i128::from(sum.cents()).checked_mul(i128::from(weight.cents())).ok_or_else(overflow)?;
        let share = exact.checked_div(total).unwrap_or(0);
        left = left.checked_sub(share).ok_or_else(overflow)?;
        shares.push(Money::from_cents(i64::try_from(share).map_err(|_| overflow())?)?);
        remainders.push((exact.checked_rem(total).unwrap_or(0), place));
    }
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, place) in remainders {
        if left <= 0 {
            break;
        }
        if let Some(share) = shares.get_mut(place) {
            *share = share.plus(Money::constant(1))?;
        }
        left = left.saturating_sub(1);
    }
    Ok(shares)
}
