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
    by_weight(sum, weights.iter().map(|weight| i128::from(weight.cents())))
}

/// The same in proportion to whole numbers: exact sums over one denominator.
///
/// # Errors
/// As [`largest_remainder`], also when a product passes what can be computed exactly.
pub(crate) fn by_weight(
    sum: Money,
    weights: impl ExactSizeIterator<Item = i128> + Clone,
) -> Result<Vec<Money>> {
    let overflow = || Error::new(ErrorCode::ArithmeticOverflow);
    let total = weights.clone().try_fold(0_i128, i128::checked_add).ok_or_else(overflow)?;
    if sum.is_negative() || weights.clone().any(i128::is_negative) || (total == 0 && !sum.is_zero()) {
        return Err(overflow());
    }
    let mut left = i128::from(sum.cents());
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (place, weight) in weights.enumerate() {
        let (share, remainder) = divided(sum.cents(), weight, total).ok_or_else(overflow)?;
        left = left.checked_sub(i128::from(share)).ok_or_else(overflow)?;
        shares.push(Money::from_cents(share)?);
        remainders.push((remainder, place));
    }
    // Fewer cents are left than there are shares: no need to sort more than who gets one.
    let more = usize::try_from(left).unwrap_or(0);
    if more > 0 && more < remainders.len() {
        remainders.select_nth_unstable_by(more, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    }
    for (_, place) in remainders.into_iter().take(more) {
        if let Some(share) = shares.get_mut(place) {
            *share = share.plus(Money::constant(1))?;
        }
    }
    Ok(shares)
}

/// The whole part and the remainder of `sum x weight / total`.
fn divided(sum: i64, weight: i128, total: i128) -> Option<(i64, i128)> {
    // The amounts of households fit the machine's word, in which division is many times as fast.
    let product = i64::try_from(weight).ok().and_then(|weight| sum.checked_mul(weight));
    if let (Some(product), Ok(total)) = (product, i64::try_from(total)) {
        let share = product.checked_div(total).unwrap_or(0);
        return Some((share, i128::from(product.checked_rem(total).unwrap_or(0))));
    }
    let product = i128::from(sum).checked_mul(weight)?;
    let share = i64::try_from(product.checked_div(total).unwrap_or(0)).ok()?;
    Some((share, product.checked_rem(total).unwrap_or(0)))
}
