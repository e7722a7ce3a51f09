//! What a debt owes month after month, by arithmetic of the auditor's own: it is to confirm the generator's figures, so
//! it does not repeat its code.

use crate::amortization::{Balance, Imputation};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::rate::Rate;

/// A yearly rate made ready for months: twice the interest is principal x `twice` / `divisor`.
#[derive(Clone, Copy)]
pub(super) struct Monthly {
    twice: i128,
    divisor: i128,
    /// Both, where they fit the machine's word.
    word: Option<(i64, i64)>,
}

impl Monthly {
    /// `None` for a rate of nothing.
    pub(super) fn of(rate: Rate) -> Result<Option<Monthly>> {
        let percent = rate.percent().normalize();
        if percent.is_zero() {
            return Ok(None);
        }
        let twice = percent.mantissa().checked_mul(2).ok_or_else(overflow)?;
        let divisor = 10_i128.checked_pow(percent.scale()).and_then(|power| power.checked_mul(1200));
        let divisor = divisor.ok_or_else(overflow)?;
        let word = i64::try_from(twice).ok().zip(i64::try_from(divisor).ok());
        Ok(Some(Monthly { twice, divisor, word }))
    }

    /// One month's interest on a principal, in cents, rounded half up.
    fn interest(&self, principal: i64) -> Result<i64> {
        if let Some((twice, divisor)) = self.word {
            let sum = principal.checked_mul(twice).and_then(|product| product.checked_add(divisor));
            if let (Some(sum), Some(both)) = (sum, divisor.checked_mul(2)) {
                return sum.checked_div(both).ok_or_else(overflow);
            }
        }
        let product = i128::from(principal).checked_mul(self.twice).ok_or_else(overflow)?;
        let sum = product.checked_add(self.divisor).ok_or_else(overflow)?;
        let cents = self.divisor.checked_mul(2).and_then(|both| sum.checked_div(both));
        cents.and_then(|cents| i64::try_from(cents).ok()).ok_or_else(overflow)
    }
}

/// The account of a debt, in cents.
#[derive(Clone, Copy, Default)]
pub(super) struct Account {
    /// Bears interest.
    principal: i64,
    /// Interest, costs and penalties: bear none.
    aside: i64,
    /// Interest that accrued.
    interest: i64,
    /// Paid beyond what was due.
    excess: i64,
}

impl Account {
    pub(super) fn of(balance: &Balance) -> Account {
        Account { principal: balance.principal.cents(), aside: balance.aside.cents(), ..Account::default() }
    }

    /// What is due now.
    pub(super) fn balance(&self) -> Result<Balance> {
        Ok(Balance { principal: Money::from_cents(self.principal)?, aside: Money::from_cents(self.aside)? })
    }

    pub(super) fn is_settled(&self) -> bool {
        self.principal == 0 && self.aside == 0
    }

    pub(super) fn interest(&self) -> Result<Money> {
        Money::from_cents(self.interest)
    }

    pub(super) fn has_excess(&self) -> bool {
        self.excess > 0
    }

    /// Some months of one payment, of nothing perhaps. Interest accrues on the principal as it stands before the
    /// month's payment; what is not paid is set aside and bears none.
    pub(super) fn pay(
        &mut self,
        rate: Option<&Monthly>,
        imputation: Imputation,
        payment: Money,
        months: u32,
    ) -> Result<()> {
        let payment = payment.cents();
        let bearing = rate.filter(|_| self.principal > 0);
        let Some(rate) = bearing else {
            let sum = payment.checked_mul(i64::from(months)).ok_or_else(overflow)?;
            return self.absorb(imputation, sum);
        };
        if payment == 0 {
            let accrued = rate.interest(self.principal)?.checked_mul(i64::from(months));
            return self.accrue(accrued.ok_or_else(overflow)?);
        }
        for gone in 0..months {
            if self.principal == 0 {
                let rest = payment.checked_mul(i64::from(months.saturating_sub(gone)));
                return self.absorb(imputation, rest.ok_or_else(overflow)?);
            }
            let accrued = rate.interest(self.principal)?;
            self.accrue(accrued)?;
            self.absorb(imputation, payment)?;
        }
        Ok(())
    }

    fn accrue(&mut self, interest: i64) -> Result<()> {
        self.interest = self.interest.checked_add(interest).ok_or_else(overflow)?;
        self.aside = self.aside.checked_add(interest).ok_or_else(overflow)?;
        Ok(())
    }

    /// Imputes a sum; what passes the due is kept apart.
    pub(super) fn absorb(&mut self, imputation: Imputation, sum: i64) -> Result<()> {
        let (first, then) = match imputation {
            Imputation::InterestFirst => (&mut self.aside, &mut self.principal),
            Imputation::PrincipalFirst => (&mut self.principal, &mut self.aside),
        };
        let mut rest = sum;
        for part in [first, then] {
            let paid = rest.min(*part);
            *part = part.checked_sub(paid).ok_or_else(overflow)?;
            rest = rest.checked_sub(paid).ok_or_else(overflow)?;
        }
        self.excess = self.excess.checked_add(rest).ok_or_else(overflow)?;
        Ok(())
    }
}

fn overflow() -> Error {
    Error::new(ErrorCode::ArithmeticOverflow)
}
