//! The RSA household and its amount (CASF L. 262-2, R. 262-1, R. 262-3).

use super::{Child, Custody, Facts, Share, Texts};
use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace, Value};
use crate::fr::conventions::AlternatingChildRank;
use crate::fr::law::{LawBook, RsaUplifts, Territory};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::Rounding;
use crate::vocabulary::vocabulary;
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// Why a person counts, or not, in the RSA household (CASF R. 262-1, R. 262-3).
    pub enum RsaReason {
        /// First person of the household.
        FirstPerson = "first_person",
        /// Second adult.
        SecondAdult = "second_adult",
        /// Child or young person in charge.
        ChildInCharge = "child_in_charge",
        /// In alternating custody: half of the uplift (Conseil d'État, 21 July 2017, n° 398911).
        ChildAlternating = "child_alternating",
        /// By agreement or ruling.
        ChildStated = "child_stated",
        /// Past the age limit.
        ChildTooOld = "child_too_old",
        /// Not in charge.
        ChildNotInCharge = "child_not_in_charge",
        /// Ascendants do not count.
        AscendantNotCounted = "ascendant_not_counted",
    }
}

/// A count of two-hundredths of the one-person amount as a coefficient.
pub(crate) fn of_200ths(count: u32) -> Fraction {
    Fraction::new(i128::from(count), 200).unwrap_or(Fraction::ZERO)
}

/// The uplift of each person in the RSA household, in two-hundredths (CASF R. 262-1, R. 262-3).
pub(super) fn rsa_shares(facts: &Facts<'_>, texts: &Texts<'_>, ages: &[u32]) -> Vec<(u32, RsaReason)> {
    let household = facts.household;
    let uplifts = texts.uplifts.value;
    let adults = household.adults();
    let mut shares = Vec::new();
    for place in 0..adults {
        shares.push(match place {
            0 => (200, RsaReason::FirstPerson),
            _ => (uplifts.second_person.saturating_mul(2), RsaReason::SecondAdult),
        });
    }
    let counted: Vec<(Share, RsaReason)> = household
        .children
        .iter()
        .zip(ages)
        .map(|(child, age)| child_rsa_share(child, *age, texts.ages.value.rsa_below))
        .collect();
    let order = match facts.conventions.alternating_child_rank {
        AlternatingChildRank::AfterFull => [Share::Whole, Share::Half],
        AlternatingChildRank::BeforeFull => [Share::Half, Share::Whole],
    };
    // Ranks run through one kind of share, then the other: within a kind all uplifts are alike but for the rank, so
    // the total does not depend on the order in which the children are given.
    let mut ranked = alloc::vec![0_u32; counted.len()];
    let mut rank = 0_u32;
    for kind in order {
        for (place, _) in counted.iter().enumerate().filter(|(_, (share, _))| *share == kind) {
            rank = rank.saturating_add(1);
            if let Some(slot) = ranked.get_mut(place) {
                *slot = child_uplift(uplifts, adults, rank).saturating_mul(kind.halves());
            }
        }
    }
    shares.extend(counted.iter().zip(ranked).map(|((_, reason), uplift)| (uplift, *reason)));
    shares.extend(household.ascendants.iter().map(|_| (0, RsaReason::AscendantNotCounted)));
    shares
}

fn child_rsa_share(child: &Child, age: u32, rsa_below: u32) -> (Share, RsaReason) {
    if age >= rsa_below {
        return (Share::None, RsaReason::ChildTooOld);
    }
    match (child.rsa_uplift, child.custody) {
        (Some(share), _) => (share, RsaReason::ChildStated),
        (None, Custody::Full) => (Share::Whole, RsaReason::ChildInCharge),
        (None, Custody::Alternating) => (Share::Half, RsaReason::ChildAlternating),
        (None, Custody::Visiting | Custody::Elsewhere) => (Share::None, RsaReason::ChildNotInCharge),
    }
}

/// The uplift of the child of a rank, in percent.
fn child_uplift(uplifts: &RsaUplifts, adults: usize, rank: u32) -> u32 {
    if rank >= uplifts.other_from_child {
        uplifts.other
    } else if rank == 1 && adults < 2 {
        uplifts.second_person
    } else {
        uplifts.further_person
    }
}

/// The RSA amount of a household: the one-person amount times the coefficient, rounded half up, once.
pub(crate) fn rsa_amount(
    one_person: &Found<'_, Money>,
    coefficient_200ths: u32,
    trace: &mut impl Trace,
) -> Result<Money> {
    let coefficient = of_200ths(coefficient_200ths);
    let amount = rsa_cents(*one_person.value, coefficient_200ths)?;
    trace.note(Rule::RsaAmount, |step| {
        step.input("one_person", *one_person.value)
            .input("coefficient", Value::Fraction(coefficient))
            .result(amount)
            .rounded(Rounding::HalfUp)
            .version(one_person);
    });
    Ok(amount)
}

pub(crate) fn rsa_cents(one_person: Money, coefficient_200ths: u32) -> Result<Money> {
    // Half up on a non-negative product: (2 * amount * coefficient + 200) / 400, in integers.
    let product = i128::from(one_person.cents()).checked_mul(i128::from(coefficient_200ths));
    let cents = product.and_then(|p| p.checked_add(100)).and_then(|p| p.checked_div(200));
    let cents = cents.and_then(|c| i64::try_from(c).ok());
    cents.map_or_else(|| Err(Error::new(ErrorCode::ArithmeticOverflow)), Money::from_cents)
}

/// The RSA amount (montant forfaitaire) of a household of adults and children in full charge: the floor of
/// over-indebtedness (C. conso. L. 731-2, R. 731-1; `doc(alias)`: RSA).
///
/// Euros a month, rounded half up once. Neither the lone-parent supplement nor the housing flat rate belong to it.
///
/// # Errors
/// `number.range` for other than one or two adults or more than 30 children; `law.*` where the amount is not known.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, Territory}, LawBook};
/// let book = LawBook::default();
/// let couple_and_two = fr::floor(&book, 2, 2, Territory::Metropole, day(2025, 5, 1))?;
/// assert_eq!(couple_and_two.to_string(), "1357.69");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "montant forfaitaire")]
pub fn floor(
    book: &LawBook,
    adults: u32,
    children: u32,
    territory: Territory,
    on: NaiveDate,
) -> Result<Money> {
    let one_person = book.admit(book.rsa(territory, on))?;
    rsa_cents(*one_person.value, rsa_200ths(book, adults, children, territory, on)?)
}

/// The RSA coefficient of adults and children in full charge, in two-hundredths of the one-person amount: 420 for a
/// couple with two children (CASF R. 262-1; R. 542-6 in Mayotte).
///
/// # Errors
/// `number.range` for other than one or two adults or more than 30 children; `law.*` where the uplifts are not known.
///
/// # Example
/// ```
/// use apurement::{day, fr::{household::rsa_200ths, Territory}, LawBook};
/// assert_eq!(rsa_200ths(LawBook::builtin(), 2, 2, Territory::Metropole, day(2026, 5, 1))?, 420);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn rsa_200ths(
    book: &LawBook,
    adults: u32,
    children: u32,
    territory: Territory,
    on: NaiveDate,
) -> Result<u32> {
    let found = book.admit(book.rsa_uplifts(territory, on))?;
    let uplifts = found.value;
    let range = |path: &str, low: i64, high: i64| {
        Error::new(ErrorCode::NumberRange)
            .with("low", crate::error::Detail::Number(low))
            .with_bound(high)
            .at(path)
    };
    let second = match adults {
        1 => 0,
        2 => uplifts.second_person,
        _ => return Err(range("adults", 1, 2)),
    };
    if children > 30 {
        return Err(range("children", 0, 30));
    }
    let adults = usize::try_from(adults).unwrap_or(2);
    let uplift =
        (1..=children).map(|rank| child_uplift(uplifts, adults, rank)).fold(second, u32::saturating_add);
    Ok(uplift.saturating_mul(2).saturating_add(200))
}
