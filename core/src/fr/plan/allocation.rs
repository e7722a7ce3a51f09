//! Tier by tier: the unfinished ranks that are served are spread level over the fewest months, and what is left flows
//! down.

mod level;
mod outcome;
mod sharing;
mod stretches;

use super::tier::{Line, Objective};
use super::{CapacityStep, InstalmentRounding, PlanDebt, Policy, Ranks};
use crate::amortization::{self, Balance, Course, Terms};
use crate::error::Result;
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use alloc::vec::Vec;
use stretches::Stretches;

pub(super) use outcome::Found;

/// Debts served together, by their places; ascending, which is the order of their identifiers.
type Group = Vec<usize>;

/// An instalment for a debt, by its place.
#[derive(Clone, Copy)]
struct Share {
    place: usize,
    instalment: Money,
    /// The debt ends with the tier: under the rounding down, its last payment takes the cents that are left.
    clears: bool,
}

impl Share {
    fn of(place: usize, instalment: Money) -> Share {
        Share { place, instalment, clears: false }
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

/// A tier, its lines up to a place in the row of all lines.
#[derive(Clone, Copy)]
struct Drawn {
    from_month: u32,
    months: u32,
    suspension: bool,
    lines_to: usize,
}

/// Where a drawing stood, to come back to.
pub(super) struct Mark {
    changes: usize,
    tiers: usize,
    lines: usize,
    gone: u32,
    owed: Money,
    owing: usize,
}

/// Whose turn it is.
pub(super) struct Turn {
    available: Money,
    longest: u32,
    /// The ranks with a debt that is owed, in order; those of the measures only once no suspension runs.
    open: Vec<usize>,
    /// The first of them, by its place among the open ones, with a debt that may be paid.
    lead: Option<usize>,
    /// How many ranks from there on may share the tier.
    pub(super) widest: usize,
}

pub(super) struct Drawing<'a> {
    /// In the order of their identifiers, so that the order of the input decides nothing.
    debts: Vec<&'a PlanDebt>,
    /// Where each stands in the input.
    input: Vec<usize>,
    policy: &'a Policy,
    horizon: u32,
    stretches: Stretches,
    fixed: Vec<Fixed>,
    /// First what is outside the measures and has no fixed instalment, then ranks 2 to 5.
    ranks: Vec<Group>,
    landlords: Group,
    accounts: Vec<Account>,
    tiers: Vec<Drawn>,
    lines: Vec<Line>,
    /// Accounts as they were before they changed, to go back.
    changes: Vec<(usize, Account)>,
    /// Months already gone.
    gone: u32,
    /// Still owed on all the debts without a fixed instalment, and how many of them owe.
    owed: Money,
    owing: usize,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        debts: &'a [PlanDebt],
        capacity: &[CapacityStep],
        horizon: u32,
        policy: &'a Policy,
    ) -> Result<Drawing<'a>> {
        let mut input: Vec<usize> = (0..debts.len()).collect();
        input.sort_by(|a, b| debts.get(*a).map(|debt| &debt.id).cmp(&debts.get(*b).map(|debt| &debt.id)));
        let debts: Vec<&PlanDebt> = input.iter().filter_map(|place| debts.get(*place)).collect();
        let mut accounts = Vec::with_capacity(debts.len());
        let (mut fixed, mut landlords) = (Vec::new(), Group::new());
        let mut ranks = alloc::vec![Group::new(); 5];
        let (mut owed, mut owing) = (Money::ZERO, 0_usize);
        for (place, debt) in debts.iter().enumerate() {
            let due = debt.balance.total()?;
            accounts.push(Account { balance: debt.balance, ..Account::default() });
            if let Some(instalment) = debt.fixed {
                if !instalment.is_zero() {
                    fixed.push(stretches::fixed(place, instalment, due));
                }
                continue;
            }
            owed = owed.plus(due)?;
            owing = owing.saturating_add(usize::from(!due.is_zero()));
            if let Some(rank) = ranks.get_mut(rank_slot(debt)) {
                rank.push(place);
            }
            if debt.landlord && !debt.outside {
                landlords.push(place);
            }
        }
        let stretches = Stretches::new(capacity, &fixed, horizon, policy)?;
        Ok(Drawing {
            debts,
            input,
            policy,
            horizon,
            stretches,
            fixed,
            ranks,
            landlords,
            accounts,
            tiers: Vec::with_capacity(8),
            lines: Vec::with_capacity(32),
            changes: Vec::with_capacity(32),
            gone: 0,
            owed,
            owing,
        })
    }

    fn account(&self, place: usize) -> Account {
        self.accounts.get(place).copied().unwrap_or_default()
    }

    fn due(&self, place: usize) -> Result<Money> {
        self.account(place).balance.total()
    }

    fn is_owed(&self, place: usize) -> bool {
        self.accounts
            .get(place)
            .is_some_and(|account| !account.balance.principal.is_zero() || !account.balance.aside.is_zero())
    }

    fn suspended(&self) -> bool {
        self.gone < self.policy.suspension_months
    }

    /// Whether the horizon is reached or nothing is owed any more.
    pub(super) fn is_over(&self) -> bool {
        let owed = || self.owing > 0 || self.fixed.iter().any(|fixed| self.is_owed(fixed.place));
        self.gone >= self.horizon || !owed()
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

    /// Whose turn it is, and which ranks may share the tier.
    pub(super) fn turn(&self) -> Turn {
        let (available, longest) = self.stretches.next(self.gone);
        let measures = if self.suspended() { 1 } else { self.ranks.len() };
        let owes = |rank: &usize| {
            self.ranks.get(*rank).is_some_and(|group| group.iter().any(|place| self.is_owed(*place)))
        };
        let open: Vec<usize> = (0..measures).filter(owes).collect();
        let landlord_owed = self.landlord_owed();
        let payable = |rank: usize| self.payable(rank, landlord_owed, LandlordSurplus::Withheld);
        // The first rank with somebody who may be paid: a lender waits for the landlords, whatever its rank.
        let lead = open.iter().position(|rank| payable(*rank).next().is_some());
        let lead = lead.filter(|_| !available.is_zero());
        let widest = lead.map_or(1, |lead| self.widest(&open, lead));
        Turn { available, longest, open, lead, widest }
    }

    /// How many ranks from the lead on may share a tier: none that would join a landlord and a lender (L. 711-6), nor
    /// any to what is outside the measures.
    fn widest(&self, open: &[usize], lead: usize) -> usize {
        if self.policy.ranks == Ranks::Strict || open.get(lead) == Some(&0) {
            return 1;
        }
        let (mut landlord, mut lender) = (false, false);
        let mut joined = 0_usize;
        for rank in open.iter().skip(lead) {
            let group = self.ranks.get(*rank).map(Vec::as_slice).unwrap_or_default();
            for debt in group.iter().filter(|place| self.is_owed(**place)).filter_map(|p| self.debts.get(*p))
            {
                landlord |= debt.landlord;
                lender |= debt.lender;
            }
            if joined > 0 && landlord && lender {
                break;
            }
            joined = joined.saturating_add(1);
        }
        joined.max(1)
    }

    /// Draws the next tier, or the last two of a group in which somebody was kept waiting. So many of the open ranks
    /// are served together.
    pub(super) fn tier(&mut self, turn: &Turn, joined: usize) -> Result<()> {
        let Some(lead) = turn.lead else {
            return self.close(&mut [], self.idle_months(turn)?);
        };
        let (available, longest) = (turn.available, turn.longest);
        let landlord_owed = self.landlord_owed();
        let served = turn.open.iter().skip(lead).take(joined);
        let mut members: Group =
            served.flat_map(|rank| self.payable(*rank, landlord_owed, LandlordSurplus::Withheld)).collect();
        if joined > 1 {
            members.sort_unstable();
        }
        let (mut shares, taken, months) = match self.level(&members, available, longest)? {
            Some((level, months)) => (level.shares, level.heaviest, months),
            None => {
                let (shares, dropped) = self.split(&members, available, longest, true)?;
                if !dropped.is_empty() && self.gone.saturating_add(longest) == self.horizon {
                    return self.with_dividends(&members, available, &shares, &dropped);
                }
                let taken = total(&shares)?;
                (shares, taken, longest)
            }
        };
        let mut left = available.minus(taken)?;
        // What is left may flow past a landlord only beside a landlord who is being paid.
        let beside = members.iter().any(|place| self.debts.get(*place).is_some_and(|debt| debt.landlord));
        let surplus_rule = if beside { self.policy.landlord_surplus } else { LandlordSurplus::Withheld };
        for (place, rank) in turn.open.iter().enumerate() {
            if left.is_zero() {
                break;
            }
            if (lead..lead.saturating_add(joined)).contains(&place) || *rank == 0 {
                continue;
            }
            let allowed: Group = self.payable(*rank, landlord_owed, surplus_rule).collect();
            if allowed.is_empty() {
                continue;
            }
            if let Some(level) = self.level_over(&allowed, months, left)? {
                left = left.minus(level.heaviest)?;
                shares.extend(level.shares);
            } else {
                shares.extend(self.split(&allowed, left, months, false)?.0);
                break;
            }
        }
        self.close(&mut shares, months)
    }

    /// How long a tier lasts in which no group is served: to the next change, or to the last of the fixed instalments.
    fn idle_months(&self, turn: &Turn) -> Result<u32> {
        if !turn.open.is_empty() || self.suspended() {
            return Ok(turn.longest);
        }
        let mut last = 0;
        for fixed in &self.fixed {
            last = last.max(months_of(self.due(fixed.place)?, fixed.instalment));
        }
        Ok(turn.longest.min(last.max(1)))
    }

    fn landlord_owed(&self) -> bool {
        self.landlords.iter().any(|place| self.is_owed(*place))
    }

    /// The debts of a rank that are owed and may be paid.
    fn payable(
        &self,
        rank: usize,
        landlord_owed: bool,
        surplus: LandlordSurplus,
    ) -> impl Iterator<Item = usize> {
        let group = self.ranks.get(rank).map(Vec::as_slice).unwrap_or_default();
        group.iter().copied().filter(move |place| {
            self.is_owed(*place)
                && self.debts.get(*place).is_some_and(|debt| {
                    let standing = Standing { landlord: debt.landlord, lender: debt.lender };
                    may_be_paid(standing, landlord_owed, surplus)
                })
        })
    }

    fn course(&self, place: usize, instalment: Money, months: u32) -> Result<Course> {
        amortization::pay(&self.account(place).balance, &self.terms(place), instalment, months)
    }

    /// What a debt goes through in a tier.
    fn course_of(&self, share: &Share, months: u32) -> Result<Course> {
        let Share { place, instalment, .. } = *share;
        match share {
            Share { clears: true, .. } if self.policy.rounding == InstalmentRounding::Down && months > 1 => {
                let before = self.course(place, instalment, months.saturating_sub(1))?;
                let last = amortization::level(&before.left, &self.terms(place), 1)?;
                before.then(&amortization::pay(&before.left, &self.terms(place), last, 1)?)
            }
            _ => self.course(place, instalment, months),
        }
    }

    /// Ends the tier: pays its lines, lets the waiting debts accrue, and moves on.
    fn close(&mut self, shares: &mut [Share], months: u32) -> Result<()> {
        let from_month = self.gone.saturating_add(1);
        shares.sort_unstable_by_key(|share| share.place);
        // Rounded down to nothing, a claim of a few cents is its last payment alone.
        let mut shares = shares.iter().filter(|share| share.clears || !share.instalment.is_zero()).peekable();
        let mut fixed = 0_usize;
        for place in 0..self.debts.len() {
            let share = match self.fixed.get(fixed).filter(|fixed| fixed.place == place) {
                Some(found) => {
                    fixed = fixed.saturating_add(1);
                    Share::of(place, found.instalment)
                }
                None => match shares.next_if(|share| share.place == place) {
                    Some(share) => *share,
                    // Without interest a debt that waits does not change.
                    None if self.terms(place).rate.is_none() => continue,
                    None => Share::of(place, Money::ZERO),
                },
            };
            if !self.is_owed(place) {
                continue;
            }
            let course = self.course_of(&share, months)?;
            if course.payments > 0 {
                let instalment = if course.payments == 1 { course.last } else { share.instalment };
                self.lines.push(Line {
                    debt: place,
                    instalment,
                    last: course.last,
                    payments: course.payments,
                });
            }
            self.record(place, &course, from_month)?;
        }
        let suspension = self.suspended();
        self.tiers.push(Drawn { from_month, months, suspension, lines_to: self.lines.len() });
        self.gone = self.gone.saturating_add(months);
        Ok(())
    }

    fn record(&mut self, place: usize, course: &Course, from_month: u32) -> Result<()> {
        let Some(account) = self.accounts.get_mut(place) else { return Ok(()) };
        self.changes.push((place, *account));
        let before = account.balance.total()?;
        account.balance = course.left;
        account.interest = account.interest.plus(course.interest)?;
        account.principal_paid = account.principal_paid.plus(course.principal_paid)?;
        account.interest_paid = account.interest_paid.plus(course.interest_paid)?;
        if course.payments > 0 {
            account.first_month.get_or_insert(from_month);
            account.last_month = Some(from_month.saturating_add(course.payments).saturating_sub(1));
        }
        let left = course.left.total()?;
        if self.debts.get(place).is_some_and(|debt| debt.fixed.is_none()) {
            self.owed = self.owed.minus(before)?.plus(left)?;
            self.owing = self.owing.saturating_sub(usize::from(left.is_zero()));
        }
        Ok(())
    }

    /// Where the drawing stands.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            changes: self.changes.len(),
            tiers: self.tiers.len(),
            lines: self.lines.len(),
            gone: self.gone,
            owed: self.owed,
            owing: self.owing,
        }
    }

    /// Back to where it stood.
    pub(super) fn undo(&mut self, mark: &Mark) {
        while self.changes.len() > mark.changes {
            let Some((place, before)) = self.changes.pop() else { break };
            if let Some(account) = self.accounts.get_mut(place) {
                *account = before;
            }
        }
        self.tiers.truncate(mark.tiers);
        self.lines.truncate(mark.lines);
        (self.gone, self.owed, self.owing) = (mark.gone, mark.owed, mark.owing);
    }

    /// The objective of the plan, once it is over.
    pub(super) fn objective(&self) -> Objective {
        Objective {
            unpaid: self.owed.plus(self.fixed_rest()).unwrap_or(Money::MAX),
            months: self.accounts.iter().filter_map(|account| account.last_month).max().unwrap_or(0),
            tiers: self.tiers.len(),
            lines: self.lines.len(),
        }
    }

    /// Still owed on the debts with a fixed instalment.
    fn fixed_rest(&self) -> Money {
        let rest = self.fixed.iter().filter_map(|fixed| self.due(fixed.place).ok());
        Money::total(rest).unwrap_or(Money::MAX)
    }

    /// An objective that no continuation does better than.
    pub(super) fn bound(&self) -> Objective {
        let best = self.stretches.at_best(self.gone, self.owed);
        let lines = if best.unpaid.is_zero() { self.owing } else { best.paying };
        Objective {
            unpaid: best.unpaid,
            months: best.last_month,
            tiers: self.tiers.len().saturating_add(best.tiers),
            lines: self.lines.len().saturating_add(lines),
        }
    }
}

/// Where the rank of a debt stands among the ranks.
fn rank_slot(debt: &PlanDebt) -> usize {
    usize::from(debt.rank.clamp(1, 5).saturating_sub(1))
}

/// How many instalments a sum makes, the last one perhaps smaller; more than any horizon for an instalment of nothing.
fn months_of(sum: Money, instalment: Money) -> u32 {
    let up = sum.cents().saturating_add(instalment.cents()).saturating_sub(1);
    let months = up.checked_div(instalment.cents()).unwrap_or(i64::MAX);
    u32::try_from(months).unwrap_or(u32::MAX)
}
