//! Tier by tier: the first unfinished group is spread level over the fewest months, and what is left flows down.

use super::tier::{Line, Objective, Plan, Settled, Tier, Totals};
use super::{CapacityStep, Group, InstalmentRounding, PlanDebt, Policy};
use crate::amortization::{self, Balance, Course, Terms};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::priority::{Standing, may_be_paid};
use crate::money::Money;
use crate::sharing::largest_remainder;
use alloc::vec::Vec;

/// Draws the plan in which the groups are served in order.
pub(super) fn draw(
    debts: &[PlanDebt],
    groups: &[Group],
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    let mut drawing = Drawing::new(debts, capacity, horizon, policy)?;
    while drawing.gone < horizon && drawing.goes_on() {
        drawing.tier(groups)?;
    }
    drawing.finish()
}

/// An instalment for a debt, by its place.
type Share = (usize, Money);

/// A debt with an instalment fixed beforehand, and how many months it takes.
struct Fixed {
    place: usize,
    instalment: Money,
    months: u32,
}

/// What a debt went through.
#[derive(Clone, Copy, Default)]
struct Account {
    balance: Balance,
    interest: Money,
    principal_paid: Money,
    interest_paid: Money,
    first_month: Option<u32>,
    last_month: Option<u32>,
}

struct Drawing<'a> {
    debts: &'a [PlanDebt],
    capacity: &'a [CapacityStep],
    horizon: u32,
    policy: &'a Policy,
    fixed: Vec<Fixed>,
    accounts: Vec<Account>,
    tiers: Vec<Tier>,
    /// Months already gone.
    gone: u32,
}

impl<'a> Drawing<'a> {
    fn new(
        debts: &'a [PlanDebt],
        capacity: &'a [CapacityStep],
        horizon: u32,
        policy: &'a Policy,
    ) -> Result<Drawing<'a>> {
        let accounts =
            debts.iter().map(|debt| Account { balance: debt.balance, ..Account::default() }).collect();
        let mut fixed = Vec::new();
        for (place, debt) in debts.iter().enumerate() {
            if let Some(instalment) = debt.fixed.filter(|instalment| !instalment.is_zero()) {
                let due = debt.balance.total()?.cents();
                let months =
                    due.saturating_add(instalment.cents()).saturating_sub(1).checked_div(instalment.cents());
                let months = u32::try_from(months.unwrap_or(0)).unwrap_or(u32::MAX);
                fixed.push(Fixed { place, instalment, months });
            }
        }
        let mut drawing =
            Drawing { debts, capacity, horizon, policy, fixed, accounts, tiers: Vec::new(), gone: 0 };
        drawing.tiers.reserve(8);
        drawing.check_fixed()?;
        Ok(drawing)
    }

    /// The fixed instalments must fit the capacity at every month: it only falls at its own steps.
    fn check_fixed(&self) -> Result<()> {
        for step in self.capacity {
            if step.from_month <= self.horizon && self.fixed_total(step.from_month)? > step.amount {
                return Err(Error::new(ErrorCode::PlanOutsideExceedCapacity)
                    .under("C. conso. L. 711-4, L. 731-1")
                    .at("debts"));
            }
        }
        Ok(())
    }

    fn fixed_total(&self, month: u32) -> Result<Money> {
        Money::total(self.fixed.iter().filter(|fixed| month <= fixed.months).map(|fixed| fixed.instalment))
    }

    fn account(&self, place: usize) -> Account {
        self.accounts.get(place).copied().unwrap_or_default()
    }

    fn due(&self, place: usize) -> Result<Money> {
        self.account(place).balance.total()
    }

    /// Whether a debt of the plan, or one outside it that is reserved, is still owed something it can be paid.
    fn goes_on(&self) -> bool {
        let owed = |place: usize| self.due(place).is_ok_and(|due| !due.is_zero());
        self.debts
            .iter()
            .enumerate()
            .any(|(place, debt)| (debt.fixed.is_none() || debt.outside) && owed(place))
    }

    /// What is available from the next month on, and for how many months it stays so.
    fn available(&self) -> Result<(Money, u32)> {
        let next = self.gone.saturating_add(1);
        let step = self.capacity.iter().rev().find(|step| step.from_month <= next);
        let capacity = step.map_or(Money::ZERO, |step| step.amount);
        let mut until = self.horizon;
        let mut change = |last: u32| {
            if last >= next {
                until = until.min(last);
            }
        };
        for step in self.capacity {
            change(step.from_month.saturating_sub(1));
        }
        for fixed in &self.fixed {
            change(fixed.months);
        }
        change(self.policy.suspension_months);
        let months = until.saturating_sub(self.gone);
        let amount = if next <= self.policy.suspension_months {
            Money::ZERO
        } else {
            capacity.minus(self.fixed_total(next)?)?
        };
        Ok((amount, months))
    }

    /// The terms on which a debt runs now: what is outside the measures bears nothing here, for its creditor counts
    /// its own interest.
    fn terms(&self, place: usize) -> Terms {
        let suspended = self.gone < self.policy.suspension_months;
        let debt = self.debts.get(place).filter(|debt| !debt.outside && debt.fixed.is_none());
        let rate = match debt {
            Some(_) if suspended => self.policy.suspension_rate,
            Some(debt) => debt.rate,
            None => None,
        };
        Terms { rate, imputation: self.policy.imputation }
    }

    /// Draws the next tier.
    fn tier(&mut self, groups: &[Group]) -> Result<()> {
        let (available, longest) = self.available()?;
        let waiting = |group: &&Group| -> bool {
            group.iter().any(|place| self.due(*place).is_ok_and(|due| !due.is_zero()))
        };
        let mut unfinished = groups.iter().filter(waiting);
        let served = unfinished.next().filter(|_| !available.is_zero());
        let Some(served) = served else {
            return self.close(&[], longest);
        };
        let members = self.owed(served)?;
        let (mut shares, months) = match self.level(&members, available, longest)? {
            Some(level) => level,
            None => (self.split(&members, available, longest)?, longest),
        };
        let mut left = available.minus(Money::total(shares.iter().map(|(_, share)| *share))?)?;
        let landlord_owed = self.landlord_owed();
        for group in unfinished {
            let allowed: Group = self
                .owed(group)?
                .into_iter()
                .filter(|place| self.may_be_paid(*place, landlord_owed))
                .collect();
            if allowed.is_empty() {
                continue;
            }
            match self.level_over(&allowed, months, left)? {
                Some(level) => {
                    left = left.minus(Money::total(level.iter().map(|(_, share)| *share))?)?;
                    shares.extend(level);
                }
                None => {
                    shares.extend(self.split(&allowed, left, months)?);
                    break;
                }
            }
        }
        shares.retain(|(_, share)| !share.is_zero());
        self.close(&shares, months)
    }

    fn owed(&self, group: &Group) -> Result<Group> {
        let mut owed = Vec::with_capacity(group.len());
        for place in group {
            if !self.due(*place)?.is_zero() {
                owed.push(*place);
            }
        }
        // A fixed order whatever the order of the input: equal remainders go by identifier.
        owed.sort_by(|a, b| self.debts.get(*a).map(|d| &d.id).cmp(&self.debts.get(*b).map(|d| &d.id)));
        Ok(owed)
    }

    fn landlord_owed(&self) -> bool {
        self.debts.iter().enumerate().any(|(place, debt)| {
            debt.landlord && !debt.outside && self.due(place).is_ok_and(|due| !due.is_zero())
        })
    }

    fn may_be_paid(&self, place: usize, landlord_owed: bool) -> bool {
        self.debts.get(place).is_some_and(|debt| {
            let standing = Standing { landlord: debt.landlord, lender: debt.lender };
            may_be_paid(standing, landlord_owed, self.policy.landlord_surplus)
        })
    }

    fn balances(&self, members: &Group) -> Result<Vec<Money>> {
        members.iter().map(|place| self.due(*place)).collect()
    }

    /// The level instalments of a group over the fewest months within its capacity, if it ends in time.
    fn level(&self, members: &Group, available: Money, longest: u32) -> Result<Option<(Vec<Share>, u32)>> {
        let due = Money::total(self.balances(members)?)?;
        let fewest =
            due.cents().saturating_add(available.cents()).saturating_sub(1).checked_div(available.cents());
        let fewest = u32::try_from(fewest.unwrap_or(i64::MAX)).unwrap_or(u32::MAX);
        for months in fewest..=longest {
            if let Some(shares) = self.level_over(members, months, available)? {
                return Ok(Some((shares, months)));
            }
            // Rounded up together the instalments pass the capacity by a few cents: shares of it may still clear.
            let shares = largest_remainder(available, &self.balances(members)?)?;
            let mut clear = true;
            for (place, share) in members.iter().zip(&shares) {
                clear &= self.course(*place, *share, months)?.left.total()?.is_zero();
            }
            if clear {
                return Ok(Some((members.iter().copied().zip(shares).collect(), months)));
            }
        }
        Ok(None)
    }

    /// The level instalments of a group over some months, if together they fit.
    fn level_over(&self, members: &Group, months: u32, available: Money) -> Result<Option<Vec<Share>>> {
        let mut shares = Vec::with_capacity(members.len());
        let mut total = Money::ZERO;
        for place in members {
            let share = amortization::level(&self.account(*place).balance, &self.terms(*place), months)?;
            total = total.plus(share)?;
            if total > available {
                return Ok(None);
            }
            shares.push((*place, share));
        }
        Ok(Some(shares))
    }

    /// A sum shared pro rata of balances; shares below the token floor that clear nothing are dropped, smallest first.
    fn split(&self, members: &Group, sum: Money, months: u32) -> Result<Vec<Share>> {
        let mut members = members.clone();
        loop {
            let shares = largest_remainder(sum, &self.balances(&members)?)?;
            let mut smallest: Option<(Money, usize)> = None;
            for (place, share) in members.iter().zip(&shares) {
                let token = *share < self.policy.token_floor
                    && !self.course(*place, *share, months)?.left.total()?.is_zero();
                if token && smallest.is_none_or(|(least, _)| *share < least) {
                    smallest = Some((*share, *place));
                }
            }
            match smallest {
                Some((_, dropped)) => members.retain(|place| *place != dropped),
                None => return Ok(members.into_iter().zip(shares).collect()),
            }
            if members.is_empty() {
                return Ok(Vec::new());
            }
        }
    }

    fn course(&self, place: usize, instalment: Money, months: u32) -> Result<Course> {
        amortization::pay(&self.account(place).balance, &self.terms(place), instalment, months)
    }

    /// Ends the tier: pays its lines, lets the waiting debts accrue, and moves on.
    fn close(&mut self, shares: &[Share], months: u32) -> Result<()> {
        let from_month = self.gone.saturating_add(1);
        let mut lines = Vec::with_capacity(shares.len().saturating_add(self.fixed.len()));
        for place in 0..self.debts.len() {
            let fixed = self.fixed.iter().find(|fixed| fixed.place == place).map(|fixed| fixed.instalment);
            let share = shares.iter().find(|(shared, _)| *shared == place).map(|(_, share)| *share);
            let instalment = fixed.or(share).unwrap_or(Money::ZERO);
            let course = self.course(place, instalment, months)?;
            if course.payments > 0 {
                lines.push(Line { debt: place, instalment, last: course.last, payments: course.payments });
            }
            if let Some(account) = self.accounts.get_mut(place) {
                account.record(&course, from_month)?;
            }
        }
        if self.policy.rounding == InstalmentRounding::Down {
            round_down(&mut lines)?;
        }
        self.tiers.push(Tier { from_month, months, lines });
        self.gone = self.gone.saturating_add(months);
        Ok(())
    }

    /// What became of each debt once the tiers are drawn.
    fn finish(self) -> Result<Plan> {
        let mut settled = Vec::with_capacity(self.debts.len());
        let mut totals = Totals::default();
        let mut erased_in_all = Money::ZERO;
        for (debt, account) in self.debts.iter().zip(&self.accounts) {
            let rest = account.balance.total()?;
            let beyond = debt.outside || debt.fixed.is_some();
            let (erased, left) = if beyond { (Money::ZERO, rest) } else { (rest, Money::ZERO) };
            let start = debt.balance.total()?;
            totals.start = totals.start.plus(start)?;
            totals.interest = totals.interest.plus(account.interest)?;
            totals.paid = totals.paid.plus(account.principal_paid)?.plus(account.interest_paid)?;
            totals.erased = totals.erased.plus(erased)?;
            totals.left = totals.left.plus(left)?;
            erased_in_all = erased_in_all.plus(erased)?;
            settled.push(Settled {
                id: debt.id.clone(),
                rank: debt.rank,
                outside: debt.outside,
                start,
                interest: account.interest,
                principal_paid: account.principal_paid,
                interest_paid: account.interest_paid,
                erased,
                left,
                first_month: account.first_month,
                last_month: account.last_month,
            });
        }
        let objective = Objective {
            erased: erased_in_all,
            months: self.accounts.iter().filter_map(|account| account.last_month).max().unwrap_or(0),
            tiers: self.tiers.len(),
            lines: self.tiers.iter().map(|tier| tier.lines.len()).sum(),
        };
        Ok(Plan { horizon: self.horizon, tiers: self.tiers, debts: settled, totals, objective })
    }
}

impl Account {
    fn record(&mut self, course: &Course, from_month: u32) -> Result<()> {
        self.balance = course.left;
        self.interest = self.interest.plus(course.interest)?;
        self.principal_paid = self.principal_paid.plus(course.principal_paid)?;
        self.interest_paid = self.interest_paid.plus(course.interest_paid)?;
        if course.payments > 0 {
            self.first_month.get_or_insert(from_month);
            self.last_month = Some(from_month.saturating_add(course.payments).saturating_sub(1));
        }
        Ok(())
    }
}

/// The same sums with each instalment rounded down and the cents in the last payment, as seen in practice.
fn round_down(lines: &mut [Line]) -> Result<()> {
    for line in lines {
        let before = i64::from(line.payments.saturating_sub(1));
        if before == 0 || line.last >= line.instalment {
            continue;
        }
        let total = line.instalment.times(before)?.plus(line.last)?;
        let months = i64::from(line.payments);
        let down = total.cents().checked_div(months).unwrap_or(0);
        line.instalment = Money::from_cents(down)?;
        line.last = total.minus(line.instalment.times(before)?)?;
    }
    Ok(())
}
