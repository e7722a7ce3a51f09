//! Spreading a group level over the fewest months.

use super::{Drawing, Share, months_of};
use crate::amortization;
use crate::error::Result;
use crate::fr::plan::InstalmentRounding;
use crate::money::Money;
use alloc::vec::Vec;

/// The level instalments of a group, with what its heaviest month takes: under the rounding down, the last.
pub(super) struct Level {
    pub(super) shares: Vec<Share>,
    pub(super) heaviest: Money,
}

impl Drawing<'_> {
    /// The level instalments of a group over the fewest months within what is available, if it ends in time.
    pub(super) fn level(
        &self,
        members: &[usize],
        available: Money,
        longest: u32,
    ) -> Result<Option<(Level, u32)>> {
        let mut due = Money::ZERO;
        for place in members {
            due = due.plus(self.due(*place)?)?;
        }
        let fewest = months_of(due, available).max(1);
        // Longer is lighter for an instalment rounded up, and rounding down is never lighter.
        if fewest > longest || !self.fits_rounded_up(members, longest, available)? {
            return Ok(None);
        }
        for months in fewest..=longest {
            if let Some(level) = self.level_over(members, months, available)? {
                return Ok(Some((level, months)));
            }
        }
        Ok(None)
    }

    fn fits_rounded_up(&self, members: &[usize], months: u32, sum: Money) -> Result<bool> {
        let mut left = sum;
        for place in members {
            let up = amortization::level(&self.account(*place).balance, &self.terms(*place), months)?;
            left = left.minus(up)?;
            if left.is_negative() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The level instalments of a group over some months, if their heaviest month stays within a sum.
    pub(super) fn level_over(&self, members: &[usize], months: u32, sum: Money) -> Result<Option<Level>> {
        let mut least = Money::ZERO;
        for place in members {
            let account = self.account(*place);
            least =
                least.plus(amortization::level_at_least(&account.balance, &self.terms(*place), months)?)?;
            // Rounded down, an instalment may be a cent below that; its last payment is not.
            if least > sum {
                return Ok(None);
            }
        }
        let mut level = Level { shares: Vec::with_capacity(members.len()), heaviest: Money::ZERO };
        for place in members {
            let (instalment, last) = self.level_of(*place, months)?;
            level.shares.push(Share { clears: true, ..Share::of(*place, instalment) });
            level.heaviest = level.heaviest.plus(instalment.max(last))?;
            if level.heaviest > sum {
                return Ok(None);
            }
        }
        Ok(Some(level))
    }

    /// The level instalment of a debt, and its last payment where that may be the heavier one.
    fn level_of(&self, place: usize, months: u32) -> Result<(Money, Money)> {
        let (balance, terms) = (self.account(place).balance, self.terms(place));
        let up = amortization::level(&balance, &terms, months)?;
        if self.policy.rounding == InstalmentRounding::Up || months < 2 {
            return Ok((up, up));
        }
        let course = amortization::pay(&balance, &terms, up, months)?;
        // Rounded up, a small claim may end before the tier does: only where the division is exact is nothing rounded.
        if course.last == up && course.payments == months {
            return Ok((up, up));
        }
        let down = up.minus(Money::constant(1))?;
        let before = amortization::pay(&balance, &terms, down, months.saturating_sub(1))?;
        let last = amortization::level(&before.left, &terms, 1)?;
        Ok((down, last))
    }
}
