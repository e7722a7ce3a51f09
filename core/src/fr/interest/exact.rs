//! Exact sums of interest: whole numbers over one denominator, rounded once.

use crate::error::{Error, ErrorCode, Result};
use crate::fr::conventions::DayCount;
use crate::fraction::Fraction;
use crate::money::Money;

/// What one unit of an exact sum is: a cent times 10^-`decimals` percent times a part of a year of the day count.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    pub(super) decimals: u32,
    pub(super) day_count: DayCount,
}

impl Unit {
    /// How many units make a cent of interest.
    fn per_cent(self) -> Result<i128> {
        let percent = 10_i128.checked_pow(self.decimals).and_then(|whole| whole.checked_mul(100));
        percent.and_then(|whole| whole.checked_mul(self.day_count.year())).ok_or_else(overflow)
    }

    /// The sum in cents, half a cent going up.
    pub(super) fn round(self, sum: i128) -> Result<Money> {
        let whole = self.per_cent()?;
        let halves = sum.checked_mul(2).and_then(|sum| sum.checked_add(whole)).ok_or_else(overflow)?;
        let cents = whole.checked_mul(2).and_then(|whole| halves.checked_div(whole)).ok_or_else(overflow)?;
        let cents = i64::try_from(cents).map_err(|_| overflow())?;
        Money::from_cents(cents).map_err(|_| overflow())
    }

    /// The sum in euros.
    pub(super) fn euros(self, sum: i128) -> Result<Fraction> {
        Fraction::new(sum, self.per_cent()?.checked_mul(100).ok_or_else(overflow)?)
    }
}

pub(super) fn overflow() -> Error {
    Error::new(ErrorCode::ArithmeticOverflow)
}
