//! What a drawing comes to: the plan in the order of the input, and what became of each debt.

use super::{Account, Drawing, Drawn};
use crate::error::Result;
use crate::fr::plan::tier::{Line, Objective, Plan, Settled, Tier, Totals};
use crate::fr::plan::{PlanDebt, Policy};
use alloc::vec::Vec;

/// A whole plan as it was drawn.
pub(in crate::fr::plan) struct Found {
    pub(in crate::fr::plan) objective: Objective,
    accounts: Vec<Account>,
    tiers: Vec<Drawn>,
    lines: Vec<Line>,
}

impl Drawing<'_> {
    pub(in crate::fr::plan) fn keep(&self, objective: Objective) -> Found {
        Found {
            objective,
            accounts: self.accounts.clone(),
            tiers: self.tiers.clone(),
            lines: self.lines.clone(),
        }
    }

    /// The same in place of a plan found before.
    pub(in crate::fr::plan) fn keep_in(&self, found: &mut Found, objective: Objective) {
        found.objective = objective;
        found.accounts.clone_from(&self.accounts);
        found.tiers.clone_from(&self.tiers);
        found.lines.clone_from(&self.lines);
    }

    /// What became of each debt, in the order of the input.
    pub(in crate::fr::plan) fn finish(self, found: Found) -> Result<Plan> {
        let mut totals = Totals::default();
        let mut settled = Vec::with_capacity(self.debts.len());
        for (debt, account) in self.debts.iter().zip(&found.accounts) {
            settled.push(settle(debt, account, self.policy, &mut totals)?);
        }
        let mut by_input: Vec<(usize, Settled)> = self.input.iter().copied().zip(settled).collect();
        by_input.sort_unstable_by_key(|(place, _)| *place);
        let mut tiers = Vec::with_capacity(found.tiers.len());
        let mut lines = found.lines.into_iter();
        let mut taken = 0_usize;
        for Drawn { from_month, months, suspension, lines_to } in found.tiers {
            let count = lines_to.saturating_sub(core::mem::replace(&mut taken, lines_to));
            let mut lines: Vec<Line> = lines.by_ref().take(count).collect();
            for line in &mut lines {
                line.debt = self.input.get(line.debt).copied().unwrap_or(line.debt);
            }
            lines.sort_unstable_by_key(|line| line.debt);
            tiers.push(Tier { from_month, months, suspension, lines });
        }
        Ok(Plan {
            horizon: self.horizon,
            tiers,
            debts: by_input.into_iter().map(|(_, settled)| settled).collect(),
            suspension_rate: self.policy.suspension_rate,
            sale: None,
            totals,
            objective: found.objective,
        })
    }
}

/// What became of a debt; its sums go to the totals.
fn settle(debt: &PlanDebt, account: &Account, policy: &Policy, totals: &mut Totals) -> Result<Settled> {
    let outside = debt.outside || debt.fixed.is_some();
    let rest = account.balance.total()?;
    let left = if outside || !policy.erases { rest } else { rest.min(debt.unerasable) };
    let erased = rest.minus(left)?;
    let start = debt.balance.total()?;
    totals.start = totals.start.plus(start)?;
    totals.interest = totals.interest.plus(account.interest)?;
    totals.paid = totals.paid.plus(account.principal_paid)?.plus(account.interest_paid)?;
    totals.erased = totals.erased.plus(erased)?;
    totals.left = totals.left.plus(left)?;
    Ok(Settled {
        id: debt.id.clone(),
        rank: debt.rank,
        outside,
        rate: debt.rate.filter(|_| !outside),
        start,
        interest: account.interest,
        principal_paid: account.principal_paid,
        interest_paid: account.interest_paid,
        erased,
        left,
        first_month: account.first_month,
        last_month: account.last_month,
        sale: None,
    })
}
