//! What the plan does to each debt, followed tier by tier from its lines alone.

use super::document::{AuditedPlan, AuditedTier};
use super::{Facts, finding};
use crate::amortization::{self, Balance, Course, Imputation, Terms};
use crate::error::Result;
use crate::fr::debt::Debt;
use crate::fr::plan::is_reducible;
use crate::money::Money;
use alloc::vec::Vec;

/// One debt's passage through the plan.
pub(super) struct Entry<'a> {
    pub(super) debt: &'a Debt,
    /// Due at the start.
    pub(super) start: Money,
    /// Interest borne.
    pub(super) interest: Money,
    /// The sum of the plan's payments, as written.
    pub(super) paid: Money,
    /// Received from the sale of an asset, as written.
    pub(super) from_sale: Money,
    /// All that it receives, month by month and from that sale.
    pub(super) received: Money,
    /// Due once the price of that sale is distributed.
    pub(super) after_sale: Money,
    /// Erased at the end, as written.
    pub(super) erased: Money,
    /// Due once everything is paid; negative when more is paid than due.
    pub(super) left: Money,
    /// Balance at the start of each tier.
    pub(super) at_start_of: Vec<Money>,
    /// Instalment in each tier.
    pub(super) instalment_in: Vec<Money>,
}

pub(super) struct Ledger<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// First month of each tier.
    pub(super) from_month: Vec<u32>,
}

impl<'a> Ledger<'a> {
    pub(super) fn of(plan: &AuditedPlan, facts: &Facts<'a>) -> Result<Ledger<'a>> {
        let mut entries = Vec::with_capacity(facts.debts.len());
        for debt in facts.debts {
            entries.push(follow(plan, facts, debt)?);
        }
        let mut from_month = Vec::with_capacity(plan.tiers.len());
        let mut month = 1_u32;
        for tier in &plan.tiers {
            from_month.push(month);
            month = month.saturating_add(tier.months);
        }
        Ok(Ledger { entries, from_month })
    }

    pub(super) fn month_of(&self, tier: usize) -> u32 {
        self.from_month.get(tier).copied().unwrap_or(1)
    }
}

fn follow<'a>(plan: &AuditedPlan, facts: &Facts<'_>, debt: &'a Debt) -> Result<Entry<'a>> {
    let start = debt.balance()?;
    let mut balance = Balance { principal: debt.principal, aside: start.minus(debt.principal)? };
    let rate = plan.rates.iter().find(|rate| rate.debt == debt.id).map(|rate| rate.percent);
    let terms = Terms { rate, imputation: plan.imputation };
    // Outside the measures a creditor counts its own interest; the suspension's rate is for the others.
    let beside = plan.outside.contains(&debt.id) || debt.outside_plan.is_some();
    let suspended = Terms { rate: plan.suspension_rate.filter(|_| !beside), ..terms };
    let mut entry = Entry {
        debt,
        start,
        interest: Money::ZERO,
        paid: Money::ZERO,
        from_sale: Money::ZERO,
        received: Money::ZERO,
        after_sale: Money::ZERO,
        erased: Money::ZERO,
        left: Money::ZERO,
        at_start_of: Vec::with_capacity(plan.tiers.len()),
        instalment_in: Vec::with_capacity(plan.tiers.len()),
    };
    let mut absorbed = Money::ZERO;
    let mut month = 0_u32;
    for tier in &plan.tiers {
        entry.at_start_of.push(balance.total()?);
        let payments = payments_in(tier, debt);
        entry.instalment_in.push(payments.0);
        let (instalment, count, last) = payments;
        let before = count.saturating_sub(1);
        let written = instalment.times(i64::from(before))?;
        entry.paid = entry.paid.plus(written)?;
        if count > 0 {
            entry.paid = entry.paid.plus(last)?;
        }
        let rest = tier.months.saturating_sub(count);
        let terms = if tier.suspension { Terms { rate: suspended.rate, ..terms } } else { terms };
        for (amount, months) in [(instalment, before), (last, count.min(1)), (Money::ZERO, rest)] {
            // A sale parts the months before its price is distributed from those after.
            let until = plan.sale.as_ref().and_then(|sale| sale.month.checked_sub(month));
            let first = until.filter(|until| *until > 0 && *until <= months).unwrap_or(months);
            for (months, sells) in [(first, until == Some(first)), (months.saturating_sub(first), false)] {
                let course = amortization::pay(&balance, &terms, amount, months)?;
                balance = course.left;
                entry.interest = entry.interest.plus(course.interest)?;
                absorbed = absorbed.plus(course.principal_paid)?.plus(course.interest_paid)?;
                if sells && months > 0 {
                    let paid = sold(plan, facts, debt, &balance)?;
                    balance = paid.left;
                    absorbed = absorbed.plus(paid.principal_paid)?.plus(paid.interest_paid)?;
                    entry.after_sale = balance.total()?;
                }
            }
            month = month.saturating_add(months);
        }
    }
    if let Some(sale) = &plan.sale {
        entry.from_sale = sale.received(&debt.id)?;
    }
    let erased = plan.erased.iter().filter(|erased| erased.debt == debt.id).map(|erased| erased.amount);
    entry.erased = Money::total(erased)?;
    entry.received = entry.paid.plus(entry.from_sale)?;
    let overpaid = entry.received.minus(absorbed)?;
    entry.left = balance.total()?.minus(overpaid)?.minus(entry.erased)?;
    Ok(entry)
}

/// What the price pays of a debt: principal first where it may be reduced afterwards (L. 733-4, 1°).
fn sold(plan: &AuditedPlan, facts: &Facts<'_>, debt: &Debt, due: &Balance) -> Result<Course> {
    let Some(sale) = &plan.sale else { return Ok(Course { left: *due, ..Course::default() }) };
    let asset = facts.assets.iter().find(|asset| asset.id.as_ref() == Some(&sale.asset));
    let reducible = asset.is_some_and(|asset| is_reducible(debt, asset, sale.manner));
    let imputation = if reducible { Imputation::PrincipalFirst } else { plan.imputation };
    amortization::pay(due, &Terms { rate: None, imputation }, sale.received(&debt.id)?, 1)
}

/// Instalment, number of payments and last payment of a debt in a tier.
fn payments_in(tier: &AuditedTier, debt: &Debt) -> (Money, u32, Money) {
    tier.lines.iter().find(|line| line.debt == debt.id).map_or((Money::ZERO, 0, Money::ZERO), |line| {
        let count = line.payments.unwrap_or(tier.months).min(tier.months);
        (line.instalment, count, line.last.unwrap_or(line.instalment))
    })
}

/// A finding on a debt.
pub(super) fn on(kind: finding::FindingKind, grade: finding::Grade, entry: &Entry<'_>) -> finding::Finding {
    finding::Finding::new(kind, grade).of(&entry.debt.id)
}
