//! Interest on any claim: at the legal rate from day to day, or a whole statement of account (décompte).
//!
//! Interest runs each day from its first day (included) to its end (excluded), at the rate in force that day. Sums are
//! exact; a total is rounded once, half up. What part of a year a day is, no text read says: see
//! [`DayCount`].

mod account;
mod claim;
mod course;
mod day_count;
mod exact;
mod increase;
mod legal_rate;
mod rate_of_day;
mod run;
mod statement;

pub use claim::{
    Compounding, CompoundingBasis, Cost, InterestClaim, InterestTerms, MAX_YEARS, PaymentReceived,
    PrincipalPart, RateChange, TermsKind,
};
pub use course::{FileCourse, Span};
pub use increase::{Increase, IncreaseTitle};
pub use rate_of_day::InterestRateKind;
pub use statement::{Capitalised, ImputedPayment, InterestLine, Owed, Statement, statement};

pub use crate::fr::conventions::DayCount;
pub use crate::fr::law::CreditorClass;

use crate::error::{Error, ErrorCode, Result};
use crate::fr::law::LawBook;
use crate::fraction::Fraction;
use crate::money::Money;
use chrono::NaiveDate;
use exact::{Unit, overflow};

/// The interest of a sum at the legal rate, without increase or compounding, rounded half up to the cent
/// (C. civ. 1343-1; C. mon. fin. L. 313-2, D. 313-1-A; `doc(alias)`: intérêts au taux légal).
///
/// From the first day (included) to `until` (excluded), at the rate of each year until 2014 and of each half-year since,
/// for the class of the creditor.
///
/// # Errors
/// `law.before_coverage` before 2000, `law.unknown_value` for a half-year that nobody has read, `law.unverified` past the
/// last verification unless the book accepts it, `date.before` when the days don't ascend, `amount.negative`,
/// `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, interest::{CreditorClass, DayCount}}, LawBook};
/// let interest = fr::legal_interest(
///     LawBook::builtin(), "10000.00".parse()?, CreditorClass::Others, day(2024, 1, 1), day(2025, 1, 1),
///     DayCount::Exact365,
/// )?;
/// // 182 days at 5.07 % and 184 at 4.92 %.
/// assert_eq!(interest.to_string(), "500.83");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "intérêts au taux légal")]
pub fn legal_interest(
    book: &LawBook,
    principal: Money,
    class: CreditorClass,
    from: NaiveDate,
    until: NaiveDate,
    day_count: DayCount,
) -> Result<Money> {
    let (sum, unit) = legal_sum(book, principal, class, from, until, day_count)?;
    unit.round(sum)
}

/// The same before it is rounded, in euros.
///
/// # Errors
/// As [`legal_interest`].
///
/// # Example
/// ```
/// use apurement::{day, fr::interest::*, Fraction, LawBook};
/// let book = LawBook::builtin();
/// let exact = |from, until| {
///     exact_legal_interest(book, "100.00".parse()?, CreditorClass::Others, from, until, DayCount::Exact365)
/// };
/// let (start, middle, end) = (day(2023, 11, 5), day(2024, 2, 29), day(2025, 7, 2));
/// assert_eq!(exact(start, end)?, exact(start, middle)?.plus(exact(middle, end)?)?);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn exact_legal_interest(
    book: &LawBook,
    principal: Money,
    class: CreditorClass,
    from: NaiveDate,
    until: NaiveDate,
    day_count: DayCount,
) -> Result<Fraction> {
    let (sum, unit) = legal_sum(book, principal, class, from, until, day_count)?;
    unit.euros(sum)
}

fn legal_sum(
    book: &LawBook,
    principal: Money,
    class: CreditorClass,
    from: NaiveDate,
    until: NaiveDate,
    day_count: DayCount,
) -> Result<(i128, Unit)> {
    if principal.is_negative() {
        return Err(Error::new(ErrorCode::AmountNegative).at("principal"));
    }
    if until < from {
        return Err(Error::new(ErrorCode::DateBefore).with_word("with", "from").at("until"));
    }
    // The sum of rate x days; a rate with more decimals than those before it makes the unit smaller.
    let mut decimals = 0_u32;
    let mut sum = 0_i128;
    for stretch in legal_rate::stretches(book, class, from, until) {
        let stretch = stretch?;
        let finer = decimals.max(stretch.rate.decimals());
        let factor = 10_i128.checked_pow(finer.saturating_sub(decimals)).ok_or_else(overflow)?;
        let rate = stretch.rate.scaled(finer).ok_or_else(overflow)?;
        let added = rate.checked_mul(day_count.parts_of(stretch.from, stretch.until));
        sum = sum.checked_mul(factor).zip(added).and_then(|(s, a)| s.checked_add(a)).ok_or_else(overflow)?;
        decimals = finer;
    }
    let sum = sum.checked_mul(i128::from(principal.cents())).ok_or_else(overflow)?;
    Ok((sum, Unit { decimals, day_count }))
}
