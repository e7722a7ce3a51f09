//! Full erasure (rétablissement personnel): what the sale of the assets pays first, what is then erased, what survives.

use super::Facts;
use super::way::{Outcome, Survivor};
use crate::amortization::{Balance, Imputation};
use crate::error::Result;
use crate::fr::asset::Asset;
use crate::fr::debt::Debt;
use crate::fr::orientation::Way;
use crate::fr::priority::Standing;
use crate::fr::sale::{self, Claim};
use crate::money::Money;
use alloc::vec::Vec;

/// With a liquidation when something can be sold (L. 742-1), else without (L. 741-1).
pub(super) fn way(proceeds: Money) -> Way {
    if proceeds.is_zero() { Way::RecoveryWithoutLiquidation } else { Way::RecoveryWithLiquidation }
}

/// What the price of the assets pays, by the rank of securities (L. 742-18), then what is erased and what survives, debt by
/// debt (L. 741-2, L. 742-22). Every creditor of the file is taken to produce its claim (L. 742-10).
pub(super) fn outcome(facts: &Facts<'_>, proceeds: Money) -> Result<Outcome> {
    let debts = facts.plan.debts;
    let mut due = Vec::with_capacity(debts.len());
    for debt in debts {
        due.push(debt.balance()?);
    }
    let mut left = due.clone();
    if let Some(orientation) = &facts.orientation {
        for asset in orientation.assets {
            if asset.is_sellable()? {
                left = sell(asset, debts, &left)?;
            }
        }
    }
    let mut survivors = Vec::with_capacity(debts.len());
    for (treated, left) in facts.plan.treatments.iter().zip(&left) {
        survivors.push(Survivor { debt: treated.id.clone(), amount: treated.survives.min(*left) });
    }
    let (due, left) = (Money::total(due)?, Money::total(left)?);
    let survives = Money::total(survivors.iter().map(|survivor| survivor.amount))?;
    survivors.retain(|survivor| !survivor.amount.is_zero());
    Ok(Outcome {
        months: 0,
        due,
        interest: Money::ZERO,
        paid: due.minus(left)?,
        erased: left.minus(survives)?,
        survives,
        survivors,
        proceeds: (!proceeds.is_zero()).then_some(proceeds),
    })
}

/// What is left of each debt once an asset is sold; debts that are no matter of the procedure receive nothing.
fn sell(asset: &Asset, debts: &[Debt], left: &[Money]) -> Result<Vec<Money>> {
    let claim = |debt: &Debt, left: Money| {
        let security = debt.security.as_ref().filter(|security| asset.id.as_ref() == Some(&security.asset));
        Claim {
            id: debt.id.clone(),
            security_rank: security.map(|security| security.rank),
            standing: Standing { landlord: debt.is_landlord(), lender: debt.is_lender() },
            // Only what is left in all matters here.
            balance: Balance { principal: left, aside: Money::ZERO },
            imputation: Imputation::default(),
        }
    };
    let share = |(debt, left): (&Debt, &Money)| if debt.is_no_matter() { Money::ZERO } else { *left };
    let claims: Vec<Claim> =
        debts.iter().zip(left).map(|(debt, left)| claim(debt, share((debt, left)))).collect();
    let distributed = sale::distribute(asset.net_value()?, &claims)?;
    left.iter().zip(&distributed.parts).map(|(left, part)| left.minus(part.received)).collect()
}
