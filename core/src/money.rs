//! Amounts of money in whole cents.
//!
//! Every amount is an integer number of euro cents, bounded so that it survives a trip through any host
//! (JavaScript numbers included). There is no floating point anywhere, and no operation wraps: each returns an
//! error instead ([`ErrorCode::ArithmeticOverflow`]).

use crate::error::{Error, ErrorCode, Result};
use alloc::string::String;
use core::fmt;
use rust_decimal::Decimal;

/// An exact amount of euros and cents, positive or negative (`doc(alias)`: montant, somme).
///
/// # Example
/// ```
/// use apurement::Money;
/// let pay: Money = "1500.00".parse()?;
/// let floor = Money::from_cents(65_169)?;
/// assert_eq!(pay.minus(floor)?.to_string(), "848.31");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "montant")]
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// No money at all.
    pub const ZERO: Money = Money(0);
    /// The largest amount: 2^53 - 1 cents, about 90 thousand billion euros.
    pub const MAX: Money = Money((1 << 53) - 1);
    /// The smallest (most negative) amount.
    pub const MIN: Money = Money(-((1 << 53) - 1));

    /// An amount from its number of cents.
    ///
    /// # Errors
    /// `amount.range` outside [`Money::MIN`]`..=`[`Money::MAX`].
    pub const fn from_cents(cents: i64) -> Result<Money> {
        if cents < Money::MIN.0 || cents > Money::MAX.0 {
            return Err(Error::bare(ErrorCode::AmountRange));
        }
        Ok(Money(cents))
    }

    /// An amount of the generated tables: whole cents known to be in range.
    pub(crate) const fn constant(cents: i64) -> Money {
        Money(cents)
    }

    /// The number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The sum of two amounts.
    ///
    /// # Errors
    /// `arithmetic.overflow` past the bounds of [`Money`].
    pub fn plus(self, other: Money) -> Result<Money> {
        Money::checked(self.0.checked_add(other.0))
    }

    /// The difference of two amounts.
    ///
    /// # Errors
    /// `arithmetic.overflow` past the bounds of [`Money`].
    pub fn minus(self, other: Money) -> Result<Money> {
        Money::checked(self.0.checked_sub(other.0))
    }

    /// The amount multiplied by a whole number.
    ///
    /// # Errors
    /// `arithmetic.overflow` past the bounds of [`Money`].
    pub fn times(self, factor: i64) -> Result<Money> {
        Money::checked(self.0.checked_mul(factor))
    }

    /// The total of many amounts.
    ///
    /// # Errors
    /// `arithmetic.overflow` past the bounds of [`Money`].
    pub fn total<I: IntoIterator<Item = Money>>(amounts: I) -> Result<Money> {
        amounts.into_iter().try_fold(Money::ZERO, Money::plus)
    }

    /// The amount, or nothing when it is negative.
    #[must_use]
    pub fn or_zero(self) -> Money {
        self.max(Money::ZERO)
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is exactly zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The whole euros of a positive amount, cents dropped (rounding named *truncation to the euro*).
    #[must_use]
    pub fn whole_euros_down(self) -> Money {
        Money(self.0.saturating_sub(self.0.rem_euclid(100)))
    }

    /// Reads an amount from its own digits: an optional sign, digits, and at most two decimals.
    ///
    /// Neither exponents nor more than two decimals are accepted, so that `0.1 + 0.2` computed by a caller in
    /// floating point does not slip through.
    ///
    /// # Errors
    /// `amount.format`, `amount.decimals` or `amount.range`.
    pub fn parse(text: &str) -> Result<Money> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (euros, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(euros) || !all_digits(decimals) {
            return Err(Error::new(ErrorCode::AmountFormat));
        }
        if decimals.len() > 2 {
            return Err(Error::new(ErrorCode::AmountDecimals).with_bound(2));
        }
        let range = || Error::new(ErrorCode::AmountRange);
        let euros: i64 =
            if euros.len() > 17 { return Err(range()) } else { euros.parse().map_err(|_| range())? };
        let mut cents: i64 = decimals.parse().map_err(|_| range())?;
        if decimals.len() == 1 {
            cents = cents.saturating_mul(10);
        }
        let total = euros.checked_mul(100).and_then(|e| e.checked_add(cents)).ok_or_else(range)?;
        Money::from_cents(if negative { total.saturating_neg() } else { total }).map_err(|_| range())
    }

    /// The amount as a decimal number of euros.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    fn checked(cents: Option<i64>) -> Result<Money> {
        match cents {
            Some(c) if (Money::MIN.0..=Money::MAX.0).contains(&c) => Ok(Money(c)),
            _ => Err(Error::new(ErrorCode::ArithmeticOverflow)),
        }
    }
}

impl core::str::FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Money> {
        Money::parse(text)
    }
}

/// Writes euros with a point and two decimals: `-1234.50`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        let (euros, rest) = (cents / 100, cents % 100);
        write!(f, "{sign}{euros}.{rest:02}")
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Money({self})")
    }
}

/// Amounts leave as strings, so that no host reads them through a binary float.
impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        // Amounts are short and many: a stack buffer instead of an allocation each.
        let mut text = StackText::default();
        let _ = fmt::write(&mut text, format_args!("{self}"));
        serializer.serialize_str(text.as_str())
    }
}

/// Twenty characters at most: a sign, seventeen digits of euros, a point and two decimals.
#[derive(Default)]
struct StackText {
    bytes: [u8; 24],
    len: usize,
}

impl StackText {
    fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|b| core::str::from_utf8(b).ok()).unwrap_or("")
    }
}

impl fmt::Write for StackText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len.saturating_add(text.len());
        let room = self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// How an amount is written for people: French (`1 234,50 €`) or English (`€1,234.50`) habits.
#[must_use]
pub fn written(amount: Money, french: bool) -> String {
    let digits = alloc::format!("{}", amount.0.unsigned_abs() / 100);
    let cents = amount.0.unsigned_abs() % 100;
    let mut out = String::new();
    if amount.0 < 0 {
        out.push('-');
    }
    if !french {
        out.push('€');
    }
    out.push_str(&grouped(&digits, french));
    out.push_str(&if french {
        alloc::format!(",{cents:02}\u{a0}€")
    } else {
        alloc::format!(".{cents:02}")
    });
    out
}

/// Digits by threes.
pub(crate) fn grouped(digits: &str, french: bool) -> String {
    let count = digits.len();
    let mut out = String::with_capacity(count.saturating_mul(2));
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && count.saturating_sub(i).is_multiple_of(3) {
            out.push(if french { '\u{202f}' } else { ',' });
        }
        out.push(d);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn reads_and_writes() {
        for (text, cents) in
            [("0", 0), ("12", 1200), ("12.5", 1250), ("12.05", 1205), ("-0.01", -1), ("007", 700)]
        {
            assert_eq!(Money::parse(text).unwrap().cents(), cents, "{text}");
        }
        assert_eq!(Money::from_cents(-5).unwrap().to_string(), "-0.05");
    }

    #[test]
    fn refuses_what_is_not_an_amount() {
        for (text, code) in [
            ("0.001", ErrorCode::AmountDecimals),
            ("0.30000000000000004", ErrorCode::AmountDecimals),
            ("1e3", ErrorCode::AmountFormat),
            ("", ErrorCode::AmountFormat),
            (".5", ErrorCode::AmountFormat),
            ("1.", ErrorCode::AmountFormat),
            ("+1", ErrorCode::AmountFormat),
            ("NaN", ErrorCode::AmountFormat),
            ("90071992547409.92", ErrorCode::AmountRange),
            ("99999999999999999999", ErrorCode::AmountRange),
        ] {
            assert_eq!(Money::parse(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn never_wraps() {
        assert_eq!(Money::MAX.plus(Money::constant(1)).unwrap_err().code(), ErrorCode::ArithmeticOverflow);
        assert_eq!(Money::MIN.minus(Money::constant(1)).unwrap_err().code(), ErrorCode::ArithmeticOverflow);
    }

    #[test]
    fn is_written_for_people() {
        let amount = Money::constant(-123_456_750);
        assert_eq!(written(amount, true), "-1\u{202f}234\u{202f}567,50\u{a0}€");
        assert_eq!(written(amount, false), "-€1,234,567.50");
    }
}
