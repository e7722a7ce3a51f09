//! What is due of a claim at any moment of its statement, and what a payment pays of it.

use super::claim::{InterestClaim, PaymentReceived};
use super::statement::ImputedPayment;
use crate::amortization::Imputation;
use crate::error::Result;
use crate::money::Money;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A sum that is due from a day on.
struct Due {
    from: NaiveDate,
    left: Money,
}

/// What is due, part by part.
pub(super) struct Account {
    imputation: Imputation,
    /// Oldest first.
    principal: Vec<Due>,
    costs: Vec<Due>,
    /// Interest that became a base of interest.
    capitalised: Money,
    /// Other interest in cents.
    interest: Money,
}

impl Account {
    pub(super) fn of(claim: &InterestClaim) -> Account {
        let mut principal: Vec<Due> =
            claim.principal.iter().map(|part| Due { from: part.from, left: part.amount }).collect();
        principal.sort_by_key(|due| due.from);
        let mut costs: Vec<Due> =
            claim.costs.iter().map(|cost| Due { from: cost.on, left: cost.amount }).collect();
        costs.sort_by_key(|due| due.from);
        Account {
            imputation: claim.imputation,
            principal,
            costs,
            capitalised: Money::ZERO,
            interest: Money::ZERO,
        }
    }

    /// What bears interest on a day: principal that is due, and capitalised interest.
    pub(super) fn base(&self, on: NaiveDate) -> Result<Money> {
        let due = self.principal.iter().filter(|due| due.from <= on).map(|due| due.left);
        Money::total(due)?.plus(self.capitalised)
    }

    /// Interest that was brought to cents.
    pub(super) fn accrue(&mut self, interest: Money) -> Result<()> {
        self.interest = self.interest.plus(interest)?;
        Ok(())
    }

    /// Makes interest of a year, as far as it is unpaid, a base of interest; the amount.
    pub(super) fn capitalise(&mut self, of_the_year: Money) -> Result<Money> {
        let amount = of_the_year.min(self.interest);
        self.interest = self.interest.minus(amount)?;
        self.capitalised = self.capitalised.plus(amount)?;
        Ok(amount)
    }

    /// Imputes a payment. Costs stand before interest (no text says so; practice), interest before principal (C. civ.
    /// 1343-1) or after it (CPCE L. 212-13, C. civ. 1343-5, C. conso. L. 733-1, 2°); the oldest first.
    pub(super) fn pay(&mut self, payment: &PaymentReceived) -> Result<ImputedPayment> {
        let (amount, on) = (payment.amount, payment.on);
        let mut left = amount;
        let (costs, interest, principal) = match self.imputation {
            Imputation::InterestFirst => {
                let costs = pay_oldest(&mut self.costs, &mut left, on)?;
                let interest = self.pay_interest(&mut left)?;
                (costs, interest, pay_oldest(&mut self.principal, &mut left, on)?)
            }
            Imputation::PrincipalFirst => {
                let principal = pay_oldest(&mut self.principal, &mut left, on)?;
                let interest = self.pay_interest(&mut left)?;
                (pay_oldest(&mut self.costs, &mut left, on)?, interest, principal)
            }
        };
        Ok(ImputedPayment { on, amount, costs, interest, principal, overpaid: left })
    }

    fn pay_interest(&mut self, left: &mut Money) -> Result<Money> {
        let capitalised = take(&mut self.capitalised, left)?;
        take(&mut self.interest, left)?.plus(capitalised)
    }
}

/// Pays what is due on a day, the oldest first.
fn pay_oldest(dues: &mut [Due], left: &mut Money, on: NaiveDate) -> Result<Money> {
    let mut paid = Money::ZERO;
    for due in dues.iter_mut().filter(|due| due.from <= on) {
        paid = paid.plus(take(&mut due.left, left)?)?;
    }
    Ok(paid)
}

/// Takes from a payment what a sum needs, at most.
fn take(due: &mut Money, left: &mut Money) -> Result<Money> {
    let paid = (*due).min(*left);
    *due = due.minus(paid)?;
    *left = left.minus(paid)?;
    Ok(paid)
}
