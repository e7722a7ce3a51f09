//! How the sum of a tier is shared within a group.

use super::{Drawing, Group, Share, months_of, rank_slot, total};
use crate::amortization;
use crate::error::Result;
use crate::fr::plan::WithinRank;
use crate::money::Money;
use crate::sharing::largest_remainder;
use alloc::vec::Vec;
use core::cmp::Reverse;

/// The members of a rank among whom a sum is shared fairly.
#[derive(Clone, Default)]
struct RankPool {
    owed: Money,
    received: Money,
    starts: Vec<Money>,
    /// Each by its place among the members, and among the debts.
    slots: Vec<(usize, usize)>,
}

impl Drawing<'_> {
    /// A sum shared within a group; shares below the token floor that clear nothing are dropped, the smallest share
    /// first, then the smallest weight, then the later identifier. Of the group whose turn it is one stays, for a
    /// capacity below the floor is not to be lost. Gives the shares and who was dropped, ascending.
    pub(super) fn split(
        &self,
        members: &[usize],
        sum: Money,
        months: u32,
        one_stays: bool,
    ) -> Result<(Vec<Share>, Group)> {
        let mut kept = self.weighed(members, sum, months)?;
        let mut dropped = match self.policy.within_rank {
            WithinRank::ProRata => self.drop_tokens(&mut kept, sum, months)?,
            _ => Group::new(),
        };
        let shares = loop {
            if kept.is_empty() {
                break Vec::new();
            }
            let shares = self.shares(&kept, sum, months)?;
            let mut smallest: Option<(Money, Money, Reverse<usize>)> = None;
            for (share, (_, weight)) in shares.iter().zip(&kept) {
                if share.instalment < self.policy.token_floor
                    && !self.course(share.place, share.instalment, months)?.left.total()?.is_zero()
                {
                    let token = (share.instalment, *weight, Reverse(share.place));
                    smallest = Some(smallest.map_or(token, |least| least.min(token)));
                }
            }
            match smallest {
                Some((_, _, Reverse(out))) if !one_stays || kept.len() > 1 => {
                    kept.retain(|(place, _)| *place != out);
                    dropped.push(out);
                }
                _ => break shares,
            }
        };
        dropped.sort_unstable();
        Ok((shares, dropped))
    }

    /// The members of a group with their weights in the sharing of a sum.
    fn weighed(&self, members: &[usize], sum: Money, months: u32) -> Result<Vec<(usize, Money)>> {
        let weights = match self.policy.within_rank {
            WithinRank::ProRata if self.is_to_even(members, months) => {
                Some(self.fair(members, sum.times(i64::from(months))?)?)
                    .filter(|fair| fair.iter().any(|part| !part.is_zero()))
            }
            WithinRank::Equal => Some(alloc::vec![Money::constant(1); members.len()]),
            _ => None,
        };
        match weights {
            Some(weights) => Ok(members.iter().copied().zip(weights).collect()),
            None => members.iter().map(|place| Ok((*place, self.due(*place)?))).collect(),
        }
    }

    /// Takes out of a group those whose part of a sum, by weight, is below the token floor beyond doubt: the smallest
    /// weight first, which has the smallest share. One always stays.
    fn drop_tokens(&self, kept: &mut Vec<(usize, Money)>, sum: Money, months: u32) -> Result<Group> {
        let floor = i128::from(self.policy.token_floor.cents());
        let cents = i128::from(sum.cents());
        let mut ascending: Vec<(Money, Reverse<usize>)> =
            kept.iter().map(|(place, weight)| (*weight, Reverse(*place))).collect();
        ascending.sort_unstable();
        let mut all: i128 = kept.iter().map(|(_, weight)| i128::from(weight.cents())).sum();
        let mut dropped = Group::new();
        for (weight, Reverse(place)) in ascending.iter().take(kept.len().saturating_sub(1)) {
            let weight = i128::from(weight.cents());
            // Rounded up, the most that sharing to the cent can give.
            let most = cents.saturating_mul(weight).checked_div(all).unwrap_or(0).saturating_add(1);
            let due = i128::from(self.due(*place)?.cents());
            if most >= floor || most.saturating_mul(i128::from(months)) >= due {
                break;
            }
            all = all.saturating_sub(weight);
            dropped.push(*place);
        }
        if !dropped.is_empty() {
            dropped.sort_unstable();
            kept.retain(|(place, _)| dropped.binary_search(place).is_err());
        }
        Ok(dropped)
    }

    /// How a sum is shared within a rank, each share within what is owed.
    fn shares(&self, kept: &[(usize, Money)], sum: Money, months: u32) -> Result<Vec<Share>> {
        let amounts = match self.policy.within_rank {
            WithinRank::ProRata | WithinRank::Equal => {
                let weights: Vec<Money> = kept.iter().map(|(_, weight)| *weight).collect();
                largest_remainder(sum, &weights)?
            }
            WithinRank::SmallestFirst | WithinRank::HighestRateFirst => self.one_by_one(kept, sum, months)?,
        };
        let mut shares = Vec::with_capacity(kept.len());
        for ((place, _), amount) in kept.iter().zip(amounts) {
            shares.push(Share::of(*place, amount.min(self.due(*place)?)));
        }
        Ok(shares)
    }

    /// Whether shares up to the horizon must make up for what only some members received before.
    fn is_to_even(&self, members: &[usize], months: u32) -> bool {
        let received = |place: &usize| !self.received(*place).is_zero();
        self.gone.saturating_add(months) == self.horizon && members.iter().any(received)
    }

    fn received(&self, place: usize) -> Money {
        let account = self.account(place);
        account.principal_paid.plus(account.interest_paid).unwrap_or(Money::MAX)
    }

    fn start(&self, place: usize) -> Result<Money> {
        self.debts.get(place).map_or(Ok(Money::ZERO), |debt| debt.balance.total())
    }

    /// What each member should receive of a sum: the ranks pro rata of balances, and within a rank so that each
    /// creditor ends with the same share of its claim, also one that the token floor kept waiting before.
    fn fair(&self, members: &[usize], sum: Money) -> Result<Vec<Money>> {
        let mut ranks = alloc::vec![RankPool::default(); self.ranks.len()];
        for (slot, place) in members.iter().enumerate() {
            let rank = self.debts.get(*place).map_or(0, |debt| rank_slot(debt));
            let Some(pool) = ranks.get_mut(rank) else { continue };
            pool.owed = pool.owed.plus(self.due(*place)?)?;
            pool.received = pool.received.plus(self.received(*place))?;
            pool.starts.push(self.start(*place)?);
            pool.slots.push((slot, *place));
        }
        let owed: Vec<Money> = ranks.iter().map(|pool| pool.owed).collect();
        let mut fair = alloc::vec![Money::ZERO; members.len()];
        for (pool, part) in ranks.iter().zip(largest_remainder(sum, &owed)?) {
            let wholes = largest_remainder(pool.received.plus(part)?, &pool.starts)?;
            for ((slot, place), whole) in pool.slots.iter().zip(wholes) {
                let still = whole.minus(self.received(*place))?.or_zero().min(self.due(*place)?);
                if let Some(fair) = fair.get_mut(*slot) {
                    *fair = still;
                }
            }
        }
        Ok(fair)
    }

    /// One after the other, each at most at its level instalment over the tier.
    fn one_by_one(&self, kept: &[(usize, Money)], sum: Money, months: u32) -> Result<Vec<Money>> {
        let mut order: Vec<(usize, usize)> = kept.iter().map(|(place, _)| *place).enumerate().collect();
        match self.policy.within_rank {
            WithinRank::HighestRateFirst => order.sort_by_key(|(_, place)| Reverse(self.terms(*place).rate)),
            _ => order.sort_by_key(|(_, place)| self.due(*place).unwrap_or_default()),
        }
        let mut amounts = alloc::vec![Money::ZERO; kept.len()];
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

    /// The last stretch of a group that will not be paid in full: those kept waiting by the token floor receive in a
    /// short tier at the end what the others receive month by month, the same share of their claim as their
    /// rank. The dropped ones come ascending.
    pub(super) fn with_dividends(
        &mut self,
        members: &[usize],
        available: Money,
        shares: &[Share],
        dropped: &[usize],
    ) -> Result<()> {
        let months = self.horizon.saturating_sub(self.gone);
        let fair = self.fair(members, available.times(i64::from(months))?)?;
        let (mut dividends, mut kept) = (Vec::new(), Vec::new());
        for (place, part) in members.iter().copied().zip(fair) {
            if dropped.binary_search(&place).is_err() {
                kept.push((place, part, self.received(place)));
            } else if !part.is_zero() {
                dividends.push((place, part));
            }
        }
        let waiting: Vec<Money> = dividends.iter().map(|(_, part)| *part).collect();
        let due = Money::total(waiting.iter().copied())?;
        if due.is_zero() {
            return self.close(&mut shares.to_vec(), months);
        }
        let short = months_of(due, available).min(months);
        if months > short {
            let mut first = self.rest_to(&kept, available)?;
            self.close(&mut first, months.saturating_sub(short))?;
        }
        let monthly = amortization::even_share(due, short)?.min(available);
        let mut last: Vec<Share> = Vec::with_capacity(members.len());
        for ((place, _), instalment) in dividends.iter().zip(largest_remainder(monthly, &waiting)?) {
            last.push(Share::of(*place, instalment));
        }
        let rest = available.minus(total(&last)?)?;
        last.extend(self.rest_to(&kept, rest)?);
        self.close(&mut last, short)
    }

    /// A sum a month to creditors, by what each still has to receive: its fair part less what it received since.
    fn rest_to(&self, kept: &[(usize, Money, Money)], sum: Money) -> Result<Vec<Share>> {
        let mut owed = Vec::with_capacity(kept.len());
        let mut still = Vec::with_capacity(kept.len());
        for (place, part, before) in kept.iter().filter(|(place, _, _)| self.is_owed(*place)) {
            let due = self.due(*place)?;
            owed.push((*place, due));
            still.push(part.minus(self.received(*place).minus(*before)?)?.or_zero());
        }
        if still.iter().all(|part| part.is_zero()) {
            still = owed.iter().map(|(_, due)| *due).collect();
        }
        if owed.is_empty() {
            return Ok(Vec::new());
        }
        let amounts = largest_remainder(sum, &still)?;
        Ok(owed
            .into_iter()
            .zip(amounts)
            .map(|((place, due), amount)| Share::of(place, amount.min(due)))
            .collect())
    }
}
