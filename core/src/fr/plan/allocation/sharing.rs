//! How the sum of a tier is shared within a group.

use super::{Drawing, Share, months_of, total};
use crate::amortization::{self};
use crate::error::Result;
use crate::fr::plan::{Group, InstalmentRounding, WithinRank};
use crate::money::Money;
use crate::sharing::largest_remainder;
use alloc::vec::Vec;
use core::cmp::Reverse;

impl Drawing<'_> {
    /// The level instalments of a group over the fewest months within its capacity, if it ends in time.
    pub(super) fn level(
        &self,
        members: &Group,
        available: Money,
        longest: u32,
    ) -> Result<Option<(Vec<Share>, u32)>> {
        let due = Money::total(self.balances(members)?)?;
        let fewest = months_of(due, available);
        if fewest > longest {
            return Ok(None);
        }
        // Longer is lighter: halve between the fewest months that a bare division allows and the longest.
        let (mut low, mut high) = (fewest, longest);
        let Some(mut best) = self.level_over(members, high, available)? else { return Ok(None) };
        while low < high {
            let middle = low.saturating_add(high.saturating_sub(low) / 2);
            match self.level_over(members, middle, available)? {
                Some(shares) => {
                    best = shares;
                    high = middle;
                }
                None => low = middle.saturating_add(1),
            }
        }
        Ok(Some((best, high)))
    }

    /// The level instalments of a group over some months, if together they fit; under the rounding down their last
    /// payments must fit too.
    pub(super) fn level_over(
        &self,
        members: &Group,
        months: u32,
        available: Money,
    ) -> Result<Option<Vec<Share>>> {
        let mut shares = Vec::with_capacity(members.len());
        let mut heaviest = Money::ZERO;
        for place in members {
            let (instalment, last) = self.level_of(*place, months)?;
            heaviest = heaviest.plus(instalment.max(last))?;
            if heaviest > available {
                return Ok(None);
            }
            shares.push(Share { place: *place, instalment, clears: true, most: None });
        }
        Ok(Some(shares))
    }

    /// The level instalment of a debt and its last payment.
    fn level_of(&self, place: usize, months: u32) -> Result<(Money, Money)> {
        let balance = self.account(place).balance;
        let up = amortization::level(&balance, &self.terms(place), months)?;
        let course = self.course(place, up, months)?;
        // Rounded up, a small claim may end before the tier does: only where the division is exact is nothing rounded.
        let exact = course.last == up && course.payments == months;
        if self.policy.rounding == InstalmentRounding::Up || months < 2 || exact {
            return Ok((up, course.last));
        }
        let down = up.minus(Money::constant(1))?;
        let before = self.course(place, down, months.saturating_sub(1))?;
        let last = amortization::level(&before.left, &self.terms(place), 1)?;
        Ok((down, last))
    }

    /// A sum shared within a group; shares below the token floor that clear nothing are dropped, smallest first. Of the
    /// group whose turn it is one stays, for a capacity below the floor is not to be lost. Gives the shares and who was
    /// dropped.
    pub(super) fn split(
        &self,
        members: &Group,
        sum: Money,
        months: u32,
        one_stays: bool,
    ) -> Result<(Vec<Share>, Group)> {
        let mut members = members.clone();
        let mut dropped = Group::new();
        loop {
            let shares = self.within_rank(&members, sum, months)?;
            let mut smallest: Option<(Money, usize)> = None;
            for share in &shares {
                let token = share.instalment < self.policy.token_floor
                    && !self.course(share.place, share.instalment, months)?.left.total()?.is_zero();
                if token && smallest.is_none_or(|(least, _)| share.instalment < least) {
                    smallest = Some((share.instalment, share.place));
                }
            }
            match smallest {
                Some((_, out)) if !one_stays || members.len() > 1 => {
                    members.retain(|place| *place != out);
                    dropped.push(out);
                }
                _ => return Ok((shares, dropped)),
            }
            if members.is_empty() {
                return Ok((Vec::new(), dropped));
            }
        }
    }

    /// How a sum is shared within a rank, each share within what is owed.
    pub(super) fn within_rank(&self, members: &Group, sum: Money, months: u32) -> Result<Vec<Share>> {
        let balances = self.balances(members)?;
        let amounts = match self.policy.within_rank {
            WithinRank::ProRata => largest_remainder(sum, &balances)?,
            WithinRank::Equal => largest_remainder(sum, &alloc::vec![Money::constant(1); members.len()])?,
            WithinRank::SmallestFirst | WithinRank::HighestRateFirst => {
                self.one_by_one(members, sum, months)?
            }
        };
        let shares = members.iter().zip(amounts).zip(balances);
        Ok(shares.map(|((place, amount), due)| Share::of(*place, amount.min(due))).collect())
    }

    /// One after the other, each at most at its level instalment over the tier.
    fn one_by_one(&self, members: &Group, sum: Money, months: u32) -> Result<Vec<Money>> {
        let mut order: Vec<(usize, usize)> = members.iter().copied().enumerate().collect();
        match self.policy.within_rank {
            WithinRank::HighestRateFirst => order.sort_by_key(|(_, place)| Reverse(self.terms(*place).rate)),
            _ => order.sort_by_key(|(_, place)| self.due(*place).unwrap_or_default()),
        }
        let mut amounts = alloc::vec![Money::ZERO; members.len()];
        let mut left = sum;
        for (slot, place) in order {
            let level = amortization::level(&self.account(place).balance, &self.terms(place), months)?;
            let amount = left.min(level);
            left = left.minus(amount)?;
            if let Some(slot) = amounts.get_mut(slot) {
                *slot = amount;
            }
        }
        Ok(amounts)
    }

    /// The last stretch of a group that will not be paid in full: those kept waiting by the token floor receive, in a
    /// short tier at the end, the share of their claim that the group receives.
    pub(super) fn with_dividends(
        &mut self,
        group: &Group,
        available: Money,
        shares: &[Share],
        dropped: &Group,
    ) -> Result<()> {
        let months = self.horizon.saturating_sub(self.gone);
        let mut group = group.clone();
        group.sort_by(|a, b| self.debts.get(*a).map(|d| &d.id).cmp(&self.debts.get(*b).map(|d| &d.id)));
        let mut received = Vec::with_capacity(group.len());
        let mut starts = Vec::with_capacity(group.len());
        for place in &group {
            let account = self.account(*place);
            received.push(account.principal_paid.plus(account.interest_paid)?);
            starts.push(self.debts.get(*place).map_or(Ok(Money::ZERO), |debt| debt.balance.total())?);
        }
        let all = Money::total(received.iter().copied())?.plus(available.times(i64::from(months))?)?;
        let mut dividends = Vec::new();
        for ((place, fair), had) in group.iter().zip(largest_remainder(all, &starts)?).zip(received) {
            let part = fair.minus(had)?.or_zero().min(self.due(*place)?);
            if dropped.contains(place) && !part.is_zero() {
                dividends.push((*place, part));
            }
        }
        let fits = |short: u32| -> bool {
            let parts = dividends.iter().map(|(_, part)| amortization::even_share(*part, short));
            let sum = parts.collect::<Result<Vec<Money>>>().and_then(Money::total);
            sum.is_ok_and(|sum| sum <= available)
        };
        let Some(short) = (1..=months).find(|short| fits(*short)).filter(|_| !dividends.is_empty()) else {
            return self.close(shares, months);
        };
        if months > short {
            self.close(shares, months.saturating_sub(short))?;
        }
        let mut last: Vec<Share> = dividends
            .iter()
            .map(|(place, part)| {
                let instalment = amortization::even_share(*part, short)?;
                Ok(Share { most: Some(*part), ..Share::of(*place, instalment) })
            })
            .collect::<Result<_>>()?;
        let rest = available.minus(total(&last)?)?;
        let kept: Group =
            shares.iter().map(|share| share.place).filter(|place| self.is_owed(*place)).collect();
        if !kept.is_empty() {
            last.extend(self.within_rank(&kept, rest, short)?);
        }
        last.retain(|share| !share.instalment.is_zero());
        self.close(&last, short)
    }
}
