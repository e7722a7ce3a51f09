//! A statement of account (décompte): line by line, payment by payment, to the cent.

use super::claim::InterestClaim;
use super::course::FileCourse;
use super::exact::Unit;
use super::rate_of_day::{DayRate, InterestRateKind};
use super::run::{Days, Run};
use crate::advisory::Advisory;
use crate::amortization::Imputation;
use crate::error::Result;
use crate::fr::conventions::DayCount;
use crate::fr::law::LawBook;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Days under one rate and one base.
#[derive(Clone, PartialEq, Eq)]
pub struct InterestLine {
    /// The first day (included).
    pub from: NaiveDate,
    /// The day after the last.
    pub to: NaiveDate,
    /// How many days.
    pub days: i64,
    /// What bears interest.
    pub base: Money,
    /// What of it was withheld from pay and bears no increase any more (CPCE L. 212-13 al. 2).
    pub withheld: Money,
    /// Percent a year, the increase included.
    pub rate: Rate,
    /// The points of the increase in it.
    pub points: Rate,
    /// Why this rate.
    pub kind: InterestRateKind,
    /// The interest, to the cent: the lines between two settlements share what is settled by largest remainder.
    pub interest: Money,
}

/// A payment, and what it paid.
#[derive(Clone, PartialEq, Eq)]
pub struct ImputedPayment {
    /// Its day.
    pub on: NaiveDate,
    /// Its amount: the sum of the others.
    pub amount: Money,
    /// Costs paid.
    pub costs: Money,
    /// Interest paid.
    pub interest: Money,
    /// Principal paid.
    pub principal: Money,
    /// More than was due on that day.
    pub overpaid: Money,
}

/// Interest that became a base of interest (C. civ. 1343-2).
#[derive(Clone, PartialEq, Eq)]
pub struct Capitalised {
    /// The day from which it bears interest.
    pub on: NaiveDate,
    /// Euros.
    pub amount: Money,
}

/// A part of what is due: `charged` less `paid` is `left`.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    /// All that fell due: the principal, the costs, or the interest that accrued.
    pub charged: Money,
    /// Paid.
    pub paid: Money,
    /// Left.
    pub left: Money,
}

/// A statement of account (décompte de créance).
#[doc(alias = "décompte")]
#[derive(Clone, PartialEq, Eq)]
pub struct Statement {
    /// The claim.
    pub id: Id,
    /// Its label.
    pub label: Option<Id>,
    /// The first day of interest.
    pub from: NaiveDate,
    /// The day at which the statement ends (excluded).
    pub until: NaiveDate,
    /// The part of a year that a day is.
    pub day_count: DayCount,
    /// What a payment pays first.
    pub imputation: Imputation,
    /// The days, without a gap.
    pub lines: Vec<InterestLine>,
    /// The payments, in the order of their days.
    pub payments: Vec<ImputedPayment>,
    /// Interest that became a base of interest.
    pub capitalised: Vec<Capitalised>,
    /// Principal.
    pub principal: Owed,
    /// Costs.
    pub costs: Owed,
    /// Interest; `charged` is the exact interest rounded once, half up, and the sum of the lines.
    pub interest: Owed,
    /// The interest in euros before it is rounded.
    pub exact_interest: Fraction,
    /// All that is left.
    pub total_due: Money,
    /// The interest in euros of the day after the last, before it is rounded; nothing when its legal rate is not known.
    pub next_day_interest: Option<Fraction>,
}

opaque_debug!(InterestLine, ImputedPayment, Capitalised, Owed, Statement);

impl Statement {
    /// What was paid beyond what was due on the day of each payment.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn overpaid(&self) -> Result<Money> {
        Money::total(self.payments.iter().map(|payment| payment.overpaid))
    }
}

/// Draws the statement of a claim, with what should be known of the legal rates it used.
///
/// The claim has no faults: [`InterestClaim::faults`] tells them.
///
/// # Errors
/// `law.before_coverage`, `law.unknown_value` or `law.unverified` when a day needs a legal rate that is not known;
/// `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::{day, fr::interest::*, LawBook};
/// let legal = InterestTerms { kind: TermsKind::Legal, class: Some(CreditorClass::Others), percent: None };
/// let mut claim = InterestClaim::new("loan", "10000.00".parse()?, day(2024, 1, 1), legal);
/// claim.increase = Some(Increase::after(day(2024, 2, 10)));
/// let (statement, _) =
///     statement(LawBook::builtin(), &claim, &FileCourse::default(), day(2024, 7, 1), DayCount::Exact365)?;
/// // 101 days at 5.07 %, then 81 at 10.07 %, from the day after the two months.
/// let days: Vec<i64> = statement.lines.iter().map(|line| line.days).collect();
/// assert_eq!(days, [101, 81]);
/// assert_eq!(statement.interest.charged.to_string(), "363.76");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn statement(
    book: &LawBook,
    claim: &InterestClaim,
    course: &FileCourse,
    until: NaiveDate,
    day_count: DayCount,
) -> Result<(Statement, Vec<Advisory>)> {
    let from = claim.first_day().unwrap_or(until);
    let days = Days::of(book, claim, course, from, until);
    let rate_of = |on| DayRate::of(book, claim, course, on);
    let rates: Vec<DayRate> = days.stretches().map(|(first, _)| rate_of(first)).collect::<Result<_>>()?;
    let next_day = rate_of(until).ok();
    let decimals = rates.iter().chain(&next_day).map(DayRate::decimals).max().unwrap_or(0);
    let mut run = Run::of(claim, Unit { decimals, day_count });
    let mut advisories = Vec::new();
    for ((first, end), rate) in days.stretches().zip(&rates) {
        run.open_day(first, &days)?;
        run.count(first, end, rate)?;
        if rate.is_legal {
            for advisory in book.legal_interest(first)?.advisories() {
                if !advisories.contains(&advisory) {
                    advisories.push(advisory);
                }
            }
        }
    }
    run.open_day(until, &days)?;
    let next_day_interest = match (next_day, until.succ_opt()) {
        (Some(rate), Some(next)) => Some(run.exact_of_a_day(until, next, &rate)?),
        _ => None,
    };
    Ok((run.end(from, until, next_day_interest)?, advisories))
}
