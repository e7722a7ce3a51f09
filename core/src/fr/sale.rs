//! Sale of an asset: who receives its price (distribution du prix de vente).
//!
//! Secured creditors come first, by the rank of their securities (C. conso. L. 742-18 says so of a liquidation); those
//! of one rank share pro rata. A security on another asset gives nothing here. What securities leave is the common
//! pledge of all the others, who share it pro rata (C. civ. 2285), but for one preference: lenders yield their part to
//! landlords who are still owed something (C. conso. L. 711-6). That this holds outside a liquidation too, and that no
//! other privilege is known, are conventions. What is left once everybody is paid goes to the debtor.

use crate::amortization::{self, Balance, Imputation, Terms};
use crate::error::Result;
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use crate::sharing::largest_remainder;
use crate::vocabulary::{Id, opaque_debug};
use alloc::vec::Vec;

/// A claim on the price.
#[derive(Clone, PartialEq, Eq)]
pub struct Claim {
    /// The debt.
    pub id: Id,
    /// The rank of its security on the asset that is sold, 1 first; none when it has no security on that asset.
    pub security_rank: Option<u32>,
    /// Whether it is a landlord's, and whether it comes after landlords (L. 711-6).
    pub standing: Standing,
    /// What is due on the day of the sale.
    pub balance: Balance,
    /// What the price pays first: principal for the home loans of L. 733-4, 1°.
    pub imputation: Imputation,
}

/// What a claim receives.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// Euros received.
    pub received: Money,
    /// Of which principal; the rest pays interest and costs.
    pub principal: Money,
    /// What remains due.
    pub left: Balance,
}

/// A price distributed: the parts and the surplus add up to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Distribution {
    /// The part of each claim, in the order given.
    pub parts: Vec<Part>,
    /// What remains to the debtor once every claim is paid.
    pub surplus: Money,
}

opaque_debug!(Claim, Part, Distribution);

/// Distributes the net proceeds of a sale: the debtor's part of the price, less what the sale and its distribution cost
/// (C. conso. R. 742-42).
///
/// A security is taken to cover the whole of its debt: the amount for which it is registered is not known here.
///
/// Shares of one sum go by the largest remainder, equal remainders by identifier: nothing is lost, and the order of the
/// claims changes nothing.
///
/// # Errors
/// `arithmetic.overflow`, also when the proceeds are negative.
///
/// # Example
/// ```
/// use apurement::{amortization::{Balance, Imputation}, fr::{priority::Standing, sale::*}, Money};
/// let claim = |id: &str, security_rank, landlord, principal: &str| Claim {
///     id: id.into(), security_rank, standing: Standing { landlord, lender: !landlord },
///     balance: Balance { principal: principal.parse().unwrap(), aside: Money::ZERO },
///     imputation: Imputation::PrincipalFirst,
/// };
/// let claims = [
///     claim("mortgage", Some(1), false, "90000.00"),
///     claim("rent", None, true, "2000.00"),
///     claim("card", None, false, "8000.00"),
/// ];
/// let sold = distribute("95000.00".parse()?, &claims)?;
/// let received: Vec<String> = sold.parts.iter().map(|part| part.received.to_string()).collect();
/// assert_eq!(received, ["90000.00", "2000.00", "3000.00"]);
/// assert!(sold.surplus.is_zero());
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn distribute(net: Money, claims: &[Claim]) -> Result<Distribution> {
    let mut received = alloc::vec![Money::ZERO; claims.len()];
    let mut rest = net;
    let mut ranks: Vec<u32> = claims.iter().filter_map(|claim| claim.security_rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    for rank in ranks {
        let given = pro_rata(rest, claims, &mut received, |claim| claim.security_rank == Some(rank))?;
        rest = rest.minus(given)?;
    }
    rest = rest.minus(unsecured(rest, claims, &mut received)?)?;
    let parts: Result<Vec<Part>> =
        claims.iter().zip(&received).map(|(claim, received)| part(claim, *received)).collect();
    Ok(Distribution { parts: parts?, surplus: rest })
}

/// Shares a sum, at most what is due, in proportion to what is due; what was given.
fn pro_rata(
    sum: Money,
    claims: &[Claim],
    received: &mut [Money],
    chosen: impl Fn(&Claim) -> bool,
) -> Result<Money> {
    let mut members: Vec<(&Claim, &mut Money)> =
        claims.iter().zip(received).filter(|(claim, _)| chosen(claim)).collect();
    members.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    let due: Result<Vec<Money>> = members.iter().map(|(claim, _)| claim.balance.total()).collect();
    let due = due?;
    let given = sum.min(Money::total(due.iter().copied())?);
    for ((_, received), share) in members.into_iter().zip(largest_remainder(given, &due)?) {
        *received = share;
    }
    Ok(given)
}

/// Pro rata among all claims without security on the asset; then lenders yield to landlords (L. 711-6).
fn unsecured(sum: Money, claims: &[Claim], received: &mut [Money]) -> Result<Money> {
    let landlord = |claim: &Claim| claim.security_rank.is_none() && claim.standing.landlord;
    let lender = |claim: &Claim| {
        claim.security_rank.is_none() && !may_be_paid(claim.standing, true, LandlordSurplus::Withheld)
    };
    let given = pro_rata(sum, claims, received, |claim| claim.security_rank.is_none())?;
    let (mut owed, mut to_landlords, mut to_lenders) = (Money::ZERO, Money::ZERO, Money::ZERO);
    for (claim, share) in claims.iter().zip(received.iter()) {
        if landlord(claim) {
            owed = owed.plus(claim.balance.total()?)?;
            to_landlords = to_landlords.plus(*share)?;
        } else if lender(claim) {
            to_lenders = to_lenders.plus(*share)?;
        }
    }
    let yielded = owed.minus(to_landlords)?.min(to_lenders);
    if !yielded.is_zero() {
        pro_rata(to_landlords.plus(yielded)?, claims, received, landlord)?;
        pro_rata(to_lenders.minus(yielded)?, claims, received, lender)?;
    }
    Ok(given)
}

fn part(claim: &Claim, received: Money) -> Result<Part> {
    let terms = Terms { rate: None, imputation: claim.imputation };
    let paid = amortization::pay(&claim.balance, &terms, received, 1)?;
    Ok(Part { received, principal: paid.principal_paid, left: paid.left })
}
