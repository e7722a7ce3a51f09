//! Tier by tier: the first unfinished group is spread level over the fewest months, and what is left flows down.

mod sharing;

use super::tier::{Line, Objective, Plan, Settled, Tier, Totals};
use super::{CapacityStep, Group, InstalmentRounding, PlanDebt, Policy};
use crate::amortization::{self, Balance, Course, Terms};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use alloc::vec::Vec;

/// Draws the plan in which the groups are served in order.
pub(super) fn draw(
    debts: &[PlanDebt],
    reserved: &Group,
    groups: &[Group],
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    let mut drawing = Drawing::new(debts, capacity, horizon, policy)?;
    while drawing.gone < horizon && drawing.goes_on() {
        drawing.tier(reserved, groups)?;
    }
    drawing.finish()
}

/// An instalment for a debt, by its place.
#[derive(Clone, Copy)]
struct Share {
    place: usize,
    instalment: Money,
    /// The debt ends with the tier: under the rounding down, its last payment takes the cents that are left.
    clears: bool,
    /// No more than this in all: the dividend of a creditor kept waiting.
    most: Option<Money>,
}

impl Share {
    fn of(place: usize, instalment: Money) -> Share {
        Share { place, instalment, clears: false, most: None }
    }
}

fn total(shares: &[Share]) -> Result<Money> {
    Money::total(shares.iter().map(|share| share.instalment))
}

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
    capacity: Vec<CapacityStep>,
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
        capacity: &[CapacityStep],
        horizon: u32,
        policy: &'a Policy,
    ) -> Result<Drawing<'a>> {
        let accounts =
            debts.iter().map(|debt| Account { balance: debt.balance, ..Account::default() }).collect();
        let mut fixed = Vec::new();
        for (place, debt) in debts.iter().enumerate() {
            if let Some(instalment) = debt.fixed.filter(|instalment| !instalment.is_zero()) {
                fixed.push(Fixed { place, instalment, months: months_of(debt.balance.total()?, instalment) });
            }
        }
        // A step to the same amount changes nothing.
        let mut capacity = capacity.to_vec();
        capacity.dedup_by_key(|step| step.amount);
        let tiers = Vec::with_capacity(8);
        let drawing = Drawing { debts, capacity, horizon, policy, fixed, accounts, tiers, gone: 0 };
        drawing.check_fixed()?;
        Ok(drawing)
    }

    /// The fixed instalments must fit the capacity at every month: it only falls at its own steps.
    fn check_fixed(&self) -> Result<()> {
        for step in &self.capacity {
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

    fn is_owed(&self, place: usize) -> bool {
        self.due(place).is_ok_and(|due| !due.is_zero())
    }

    fn goes_on(&self) -> bool {
        (0..self.debts.len()).any(|place| self.is_owed(place))
    }

    fn suspended(&self) -> bool {
        self.gone < self.policy.suspension_months
    }

    /// What is available from the next month on, and for how many months it stays so.
    fn available(&self) -> Result<(Money, u32)> {
        let next = self.gone.saturating_add(1);
        let step = self.capacity.iter().rev().find(|step| step.from_month <= next);
        let capacity = step.map_or(Money::ZERO, |step| step.amount);
        let steps = self.capacity.iter().map(|step| step.from_month.saturating_sub(1));
        let ends = self.fixed.iter().map(|fixed| fixed.months);
        let changes = steps.chain(ends).chain([self.policy.suspension_months]);
        let until = changes.filter(|last| *last >= next).fold(self.horizon, u32::min);
        Ok((capacity.minus(self.fixed_total(next)?)?, until.saturating_sub(self.gone)))
    }

    /// The terms on which a debt runs now: what is outside the measures bears nothing here, for its creditor counts
    /// its own interest.
    fn terms(&self, place: usize) -> Terms {
        let debt = self.debts.get(place).filter(|debt| !debt.outside && debt.fixed.is_none());
        let rate = match debt {
            Some(_) if self.suspended() => self.policy.suspension_rate,
            Some(debt) => debt.rate,
            None => None,
        };
        Terms { rate, imputation: self.policy.imputation }
    }

    /// Draws the next tier, or the last two of a group in which somebody was kept waiting.
    fn tier(&mut self, reserved: &Group, groups: &[Group]) -> Result<()> {
        let (available, longest) = self.available()?;
        let owed = |group: &&Group| group.iter().any(|place| self.is_owed(*place));
        let measures = groups.iter().filter(|_| !self.suspended());
        let open: Vec<&Group> = [reserved].into_iter().chain(measures).filter(owed).collect();
        // The first group with somebody who may be paid: a lender waits for the landlords, whatever its rank.
        let mut served = None;
        for (place, group) in open.iter().enumerate() {
            let members = self.payable(group, LandlordSurplus::Withheld)?;
            if !members.is_empty() {
                served = Some((place, members));
                break;
            }
        }
        let Some((place, members)) = served.filter(|_| !available.is_zero()) else {
            return self.close(&[], self.idle_months(open.is_empty(), longest)?);
        };
        let (mut shares, months) = match self.level(&members, available, longest)? {
            Some(level) => level,
            None => {
                let (shares, dropped) = self.split(&members, available, longest, true)?;
                if !dropped.is_empty() && self.gone.saturating_add(longest) == self.horizon {
                    let group = open.get(place).copied().cloned().unwrap_or_default();
                    return self.with_dividends(&group, available, &shares, &dropped);
                }
                (shares, longest)
            }
        };
        let mut left = available.minus(total(&shares)?)?;
        // What is left may flow past a landlord only beside a landlord who is being paid.
        let beside = members.iter().any(|place| self.debts.get(*place).is_some_and(|debt| debt.landlord));
        let surplus_rule = if beside { self.policy.landlord_surplus } else { LandlordSurplus::Withheld };
        for (other, group) in open.iter().enumerate() {
            if other == place || core::ptr::eq(*group, reserved) || left.is_zero() {
                continue;
            }
            let allowed = self.payable(group, surplus_rule)?;
            if allowed.is_empty() {
                continue;
            }
            if let Some(level) = self.level_over(&allowed, months, left)? {
                left = left.minus(total(&level)?)?;
                shares.extend(level);
            } else {
                shares.extend(self.split(&allowed, left, months, false)?.0);
                break;
            }
        }
        shares.retain(|share| !share.instalment.is_zero());
        self.close(&shares, months)
    }

    /// How long a tier lasts in which no group is served: to the next change, or to the last of the fixed instalments.
    fn idle_months(&self, nothing_else: bool, longest: u32) -> Result<u32> {
        if !nothing_else || self.suspended() {
            return Ok(longest);
        }
        let mut last = 0;
        for fixed in &self.fixed {
            last = last.max(months_of(self.due(fixed.place)?, fixed.instalment));
        }
        Ok(longest.min(last.max(1)))
    }

    /// The members of a group who are owed something and may be paid, in a fixed order: equal remainders go by
    /// identifier, whatever the order of the input.
    fn payable(&self, group: &Group, surplus: LandlordSurplus) -> Result<Group> {
        let landlord_owed = self.debts.iter().enumerate().any(|(place, debt)| {
            debt.landlord && !debt.outside && debt.fixed.is_none() && self.is_owed(place)
        });
        let may_be = |place: usize| {
            self.debts.get(place).is_some_and(|debt| {
                let standing = Standing { landlord: debt.landlord, lender: debt.lender };
                may_be_paid(standing, landlord_owed, surplus)
            })
        };
        let mut payable: Group =
            group.iter().copied().filter(|place| self.is_owed(*place) && may_be(*place)).collect();
        payable.sort_by(|a, b| self.debts.get(*a).map(|d| &d.id).cmp(&self.debts.get(*b).map(|d| &d.id)));
        Ok(payable)
    }

    fn balances(&self, members: &Group) -> Result<Vec<Money>> {
        members.iter().map(|place| self.due(*place)).collect()
    }

    fn course(&self, place: usize, instalment: Money, months: u32) -> Result<Course> {
        amortization::pay(&self.account(place).balance, &self.terms(place), instalment, months)
    }

    /// What a debt goes through in a tier.
    fn course_of(&self, place: usize, share: Option<&Share>, months: u32) -> Result<Course> {
        let fixed = self.fixed.iter().find(|fixed| fixed.place == place).map(|fixed| fixed.instalment);
        let instalment = fixed.or(share.map(|share| share.instalment)).unwrap_or(Money::ZERO);
        match share {
            Some(Share { most: Some(most), .. }) => {
                let whole = months_of(*most, instalment).saturating_sub(1);
                let before = self.course(place, instalment, whole)?;
                let last = most.minus(instalment.times(i64::from(whole))?)?;
                let after = amortization::pay(&before.left, &self.terms(place), last, 1)?;
                let rest = months.saturating_sub(whole).saturating_sub(1);
                let idle = amortization::pay(&after.left, &self.terms(place), Money::ZERO, rest)?;
                before.then(&after)?.then(&idle)
            }
            Some(Share { clears: true, .. })
                if self.policy.rounding == InstalmentRounding::Down && months > 1 =>
            {
                let before = self.course(place, instalment, months.saturating_sub(1))?;
                let last = amortization::level(&before.left, &self.terms(place), 1)?;
                before.then(&amortization::pay(&before.left, &self.terms(place), last, 1)?)
            }
            _ => self.course(place, instalment, months),
        }
    }

    /// Ends the tier: pays its lines, lets the waiting debts accrue, and moves on.
    fn close(&mut self, shares: &[Share], months: u32) -> Result<()> {
        let from_month = self.gone.saturating_add(1);
        let mut lines = Vec::with_capacity(shares.len().saturating_add(self.fixed.len()));
        for place in 0..self.debts.len() {
            let share = shares.iter().find(|share| share.place == place);
            let fixed = self.fixed.iter().find(|fixed| fixed.place == place).map(|fixed| fixed.instalment);
            let instalment = fixed.or(share.map(|share| share.instalment)).unwrap_or(Money::ZERO);
            let course = self.course_of(place, share, months)?;
            if course.payments > 0 {
                let instalment = if course.payments == 1 { course.last } else { instalment };
                lines.push(Line { debt: place, instalment, last: course.last, payments: course.payments });
            }
            if let Some(account) = self.accounts.get_mut(place) {
                account.record(&course, from_month)?;
            }
        }
        let suspension = self.suspended();
        self.tiers.push(Tier { from_month, months, suspension, lines });
        self.gone = self.gone.saturating_add(months);
        Ok(())
    }

    /// What became of each debt once the tiers are drawn.
    fn finish(self) -> Result<Plan> {
        let mut settled = Vec::with_capacity(self.debts.len());
        let mut totals = Totals::default();
        let mut unpaid = Money::ZERO;
        for (debt, account) in self.debts.iter().zip(&self.accounts) {
            let rest = account.balance.total()?;
            let beyond = debt.outside || debt.fixed.is_some() || !self.policy.erases;
            let left = if beyond { rest } else { rest.min(debt.unerasable) };
            let erased = rest.minus(left)?;
            let start = debt.balance.total()?;
            totals.start = totals.start.plus(start)?;
            totals.interest = totals.interest.plus(account.interest)?;
            totals.paid = totals.paid.plus(account.principal_paid)?.plus(account.interest_paid)?;
            totals.erased = totals.erased.plus(erased)?;
            totals.left = totals.left.plus(left)?;
            unpaid = unpaid.plus(rest)?;
            settled.push(Settled {
                id: debt.id.clone(),
                rank: debt.rank,
                outside: debt.outside || debt.fixed.is_some(),
                rate: debt.rate.filter(|_| !debt.outside && debt.fixed.is_none()),
                start,
                interest: account.interest,
                principal_paid: account.principal_paid,
                interest_paid: account.interest_paid,
                erased,
                left,
                first_month: account.first_month,
                last_month: account.last_month,
                sale: None,
            });
        }
        let objective = Objective {
            unpaid,
            months: self.accounts.iter().filter_map(|account| account.last_month).max().unwrap_or(0),
            tiers: self.tiers.len(),
            lines: self.tiers.iter().map(|tier| tier.lines.len()).sum(),
        };
        let suspension_rate = self.policy.suspension_rate;
        Ok(Plan {
            horizon: self.horizon,
            tiers: self.tiers,
            debts: settled,
            suspension_rate,
            sale: None,
            totals,
            objective,
        })
    }
}

/// How many instalments a sum makes, the last one perhaps smaller; more than any horizon for an instalment of nothing.
fn months_of(sum: Money, instalment: Money) -> u32 {
    let up = sum.cents().saturating_add(instalment.cents()).saturating_sub(1);
    let months = up.checked_div(instalment.cents()).unwrap_or(i64::MAX);
    u32::try_from(months).unwrap_or(u32::MAX)
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
