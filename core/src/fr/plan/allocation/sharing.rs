//! How the sum of a tier is shared within a group.

use super::{Drawing, Group, Share, total};
use crate::amortization;
use crate::error::Result;
use crate::fr::plan::WithinRank;
use crate::money::Money;
use crate::sharing::largest_remainder;
use alloc::vec::Vec;
use core::cmp::Reverse;

impl Drawing<'_> {
    /// A sum shared within a group; shares below the token floor that clear nothing are dropped, the smallest share
    /// first, then the smallest balance, then the later identifier. Of the group whose turn it is one stays, for a
    /// capacity below the floor is not to be lost. Gives the shares and who was dropped.
    pub(super) fn split(
        &self,
        members: &[usize],
        sum: Money,
        months: u32,
        one_stays: bool,
    ) -> Result<(Vec<Share>, Group)> {
        let (mut members, mut dropped) = match self.policy.within_rank {
            WithinRank::ProRata => self.without_tokens(members, sum, months)?,
            _ => (members.to_vec(), Group::new()),
        };
        loop {
            let shares = self.within_rank(&members, sum, months)?;
            let mut smallest: Option<(Money, Money, Reverse<usize>)> = None;
            for share in shares.iter().filter(|share| share.instalment < self.policy.token_floor) {
                if !self.course(share.place, share.instalment, months)?.left.total()?.is_zero() {
                    let token = (share.instalment, self.due(share.place)?, Reverse(share.place));
                    smallest = Some(smallest.map_or(token, |least| least.min(token)));
                }
            }
            match smallest {
                Some((_, _, Reverse(out))) if !one_stays || members.len() > 1 => {
                    members.retain(|place| *place != out);
                    dropped.push(out);
                }
                _ => {
                    dropped.sort_unstable();
                    return Ok((shares, dropped));
                }
            }
            if members.is_empty() {
                return Ok((Vec::new(), dropped));
            }
        }
    }

    /// The members of a group without those whose part of a sum, pro rata, is below the token floor beyond doubt, and
    /// these: smallest balance first, which has the smallest share. One always stays.
    fn without_tokens(&self, members: &[usize], sum: Money, months: u32) -> Result<(Group, Group)> {
        let floor = i128::from(self.policy.token_floor.cents());
        let cents = i128::from(sum.cents());
        let mut ascending: Vec<(Money, Reverse<usize>)> = Vec::with_capacity(members.len());
        let mut owed = 0_i128;
        for place in members {
            let due = self.due(*place)?;
            owed = owed.saturating_add(i128::from(due.cents()));
            ascending.push((due, Reverse(*place)));
        }
        ascending.sort_unstable();
        let mut dropped = Group::new();
        for (due, Reverse(place)) in ascending.iter().take(members.len().saturating_sub(1)) {
            let due = i128::from(due.cents());
            // Rounded up, the most that sharing to the cent can give.
            let most = cents.saturating_mul(due).checked_div(owed).unwrap_or(0).saturating_add(1);
            if most >= floor || most.saturating_mul(i128::from(months)) >= due {
                break;
            }
            owed = owed.saturating_sub(due);
            dropped.push(*place);
        }
        if dropped.is_empty() {
            return Ok((members.to_vec(), dropped));
        }
        let mut kept: Group =
            ascending.iter().skip(dropped.len()).map(|(_, Reverse(place))| *place).collect();
        kept.sort_unstable();
        Ok((kept, dropped))
    }

    /// How a sum is shared within a rank, each share within what is owed.
    fn within_rank(&self, members: &[usize], sum: Money, months: u32) -> Result<Vec<Share>> {
        let balances: Vec<Money> = members.iter().map(|place| self.due(*place)).collect::<Result<_>>()?;
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
    fn one_by_one(&self, members: &[usize], sum: Money, months: u32) -> Result<Vec<Money>> {
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
    /// short tier at the end, the share of their claim that the group receives. The dropped ones come ascending.
    pub(super) fn with_dividends(
        &mut self,
        group: &[usize],
        available: Money,
        shares: &[Share],
        dropped: &[usize],
    ) -> Result<()> {
        let months = self.horizon.saturating_sub(self.gone);
        let mut received = Vec::with_capacity(group.len());
        let mut starts = Vec::with_capacity(group.len());
        for place in group {
            let account = self.account(*place);
            received.push(account.principal_paid.plus(account.interest_paid)?);
            starts.push(self.debts.get(*place).map_or(Ok(Money::ZERO), |debt| debt.balance.total())?);
        }
        let all = Money::total(received.iter().copied())?.plus(available.times(i64::from(months))?)?;
        let mut dividends = Vec::new();
        for ((place, fair), had) in group.iter().zip(largest_remainder(all, &starts)?).zip(received) {
            let part = fair.minus(had)?.or_zero().min(self.due(*place)?);
            if dropped.binary_search(place).is_ok() && !part.is_zero() {
                dividends.push((*place, part));
            }
        }
        let fits = |short: u32| -> bool {
            let parts = dividends.iter().map(|(_, part)| amortization::even_share(*part, short));
            let sum = parts.collect::<Result<Vec<Money>>>().and_then(Money::total);
            sum.is_ok_and(|sum| sum <= available)
        };
        let Some(short) = (1..=months).find(|short| fits(*short)).filter(|_| !dividends.is_empty()) else {
            return self.close(&mut shares.to_vec(), months);
        };
        if months > short {
            self.close(&mut shares.to_vec(), months.saturating_sub(short))?;
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
        self.close(&mut last, short)
    }
}
