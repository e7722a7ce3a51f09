//! Yearly rates, as printed by the texts that fix them.

use crate::error::{Detail, Error, ErrorCode, Result};
use core::fmt;
use rust_decimal::Decimal;

/// A yearly rate in percent: `6.67` means 6.67 % a year (`doc(alias)`: taux).
#[doc(alias = "taux")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Decimal);

impl Rate {
    /// A rate of the generated tables, in hundredths of a percent.
    pub(crate) const fn constant(hundredths_of_percent: u32) -> Rate {
        Rate(Decimal::from_parts(hundredths_of_percent, 0, 0, false, 2))
    }

    /// A rate from a decimal number of percent.
    ///
    /// # Errors
    /// `number.range` below zero or above 1000 %.
    pub fn from_percent(percent: Decimal) -> Result<Rate> {
        if percent.is_sign_negative() || percent > Decimal::ONE_THOUSAND {
            return Err(Error::new(ErrorCode::NumberRange).with("low", Detail::Number(0)).with_bound(1000));
        }
        Ok(Rate(percent))
    }

    /// The sum of two rates; `None` past what can be written.
    pub(crate) fn plus(self, other: Rate) -> Option<Rate> {
        self.0.checked_add(other.0).map(Rate)
    }

    /// The rate as a whole number of 10^-`decimals` percent; `None` when it has more decimals or the number is too large.
    pub(crate) fn scaled(self, decimals: u32) -> Option<i128> {
        let more = decimals.checked_sub(self.0.scale())?;
        self.0.mantissa().checked_mul(10_i128.checked_pow(more)?)
    }

    /// The same rate without zeros at its end.
    pub(crate) fn normalised(self) -> Rate {
        Rate(self.0.normalize())
    }

    /// How many decimals the number of percent has.
    pub(crate) const fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// The number of percent.
    #[must_use]
    pub const fn percent(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rate({} %)", self.0)
    }
}

impl serde::Serialize for Rate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
