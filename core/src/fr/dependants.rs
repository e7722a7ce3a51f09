//! The count of dependants of the garnishment scale.

use crate::error::{Detail, Error, ErrorCode, Result};
use core::fmt;

/// How many dependants the scale counts, in halves (C. trav. R. 3252-3; `doc(alias)`: personnes à charge).
///
/// Halves exist because no text settles the weight of a child in alternating custody.
#[doc(alias = "personnes à charge")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Dependants {
    halves: u32,
}

impl Dependants {
    /// Nobody.
    pub const NONE: Dependants = Dependants { halves: 0 };
    /// The most that can be counted: a hundred persons.
    pub const MAX: Dependants = Dependants { halves: 200 };

    /// Whole dependants.
    ///
    /// # Errors
    /// `number.range` above 100.
    pub fn whole(count: u32) -> Result<Dependants> {
        Dependants::from_halves(count.saturating_mul(2))
    }

    /// Half dependants: 3 halves are one child and one in alternating custody counted by half.
    ///
    /// # Errors
    /// `number.range` above 200 halves.
    pub fn from_halves(halves: u32) -> Result<Dependants> {
        if halves > Dependants::MAX.halves {
            return Err(out_of_range());
        }
        Ok(Dependants { halves })
    }

    /// The count in halves.
    #[must_use]
    pub const fn halves(self) -> u32 {
        self.halves
    }

    /// Reads `2`, `1.5`, `0.5`, `2.0`.
    ///
    /// # Errors
    /// `number.format` for what is no multiple of one half, `number.range` outside 0 to 100.
    pub fn parse(text: &str) -> Result<Dependants> {
        let number = text.strip_prefix('-').unwrap_or(text);
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return Err(Error::new(ErrorCode::NumberFormat));
        }
        let (whole, half) = match text.split_once('.') {
            None => (text, 0),
            Some((whole, "0")) => (whole, 0),
            Some((whole, "5")) => (whole, 1),
            Some(_) => return Err(Error::new(ErrorCode::NumberFormat)),
        };
        let whole: u32 = whole.parse().map_err(|_| out_of_range())?;
        Dependants::from_halves(whole.saturating_mul(2).saturating_add(half))
    }
}

fn out_of_range() -> Error {
    Error::new(ErrorCode::NumberRange).with("low", Detail::Number(0)).with_bound(100)
}

impl fmt::Display for Dependants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.halves % 2 == 1 { ".5" } else { "" };
        write!(f, "{}{half}", self.halves / 2)
    }
}

crate::vocabulary::opaque_debug!(Dependants);

impl serde::Serialize for Dependants {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
