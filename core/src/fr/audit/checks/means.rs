//! What a month may take: the legal maximum, the retained amount, the RSA and the share kept for the household.

use super::{Audit, each};
use crate::error::Result;
use crate::fr::audit::document::{AuditedLine, AuditedTier};
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Ledger};
use crate::fr::debt::treatment::Treatment;
use crate::money::Money;
use alloc::vec::Vec;

/// Months of a tier in which the retained amount does not change.
struct Piece {
    /// First and last, counted in the tier from 1.
    from: u32,
    to: u32,
    /// First, counted in the plan.
    month: u32,
}

impl<'a> Audit<'a> {
    /// The share is stated (L. 731-3), and not less than the law leaves.
    pub(super) fn share_of_household(&mut self) {
        match (self.plan.left_to_live, self.facts.capacity) {
            (None, _) => self.put(Finding::new(FindingKind::ShareNotStated, Grade::Breach)),
            (Some(share), Some(capacity)) if share < capacity.minimum_to_leave => {
                let finding = Finding::new(FindingKind::ShareTooSmall, Grade::Breach);
                self.put(finding.amounts(capacity.minimum_to_leave, share));
            }
            _ => {}
        }
    }

    /// No month of a tier passes the legal maximum or the retained amount, nor leaves less than is kept.
    pub(super) fn months_within_means(&mut self, ledger: &Ledger<'a>, tier: &AuditedTier) -> Result<()> {
        if self.facts.capacity.is_none() && self.facts.steps.is_empty() {
            return Ok(());
        }
        let beside = self.paid_beside(ledger)?;
        let most = |line: &AuditedLine| line.instalment.max(line.last());
        let at_most = Money::total(tier.lines.iter().map(most))?.plus(beside)?;
        for piece in self.pieces(ledger.month(), tier.months) {
            if self.strictest(piece.month)?.is_some_and(|limit| at_most <= limit) {
                continue;
            }
            let heaviest = heaviest(tier, &piece)?.plus(beside)?;
            self.one_month(&piece, heaviest)?;
        }
        Ok(())
    }

    /// A tier cut where the retained amount changes.
    fn pieces(&self, month: u32, months: u32) -> Vec<Piece> {
        let end = month.saturating_add(months);
        let inner = self.facts.steps.iter().map(|step| step.from_month);
        let starts: Vec<u32> =
            [month].into_iter().chain(inner.filter(|at| *at > month && *at < end)).collect();
        let ends = starts.iter().skip(1).copied().chain([end]);
        let piece = |(start, end): (&u32, u32)| Piece {
            from: start.saturating_sub(month).saturating_add(1),
            to: end.saturating_sub(month),
            month: *start,
        };
        starts.iter().zip(ends).map(piece).collect()
    }

    /// What was retained for a month: the step in force, else the amount of the case.
    fn retained(&self, month: u32) -> Option<Money> {
        let step = self.facts.steps.iter().rev().find(|step| step.from_month <= month);
        step.map(|step| step.amount).or(self.facts.capacity.map(|capacity| capacity.retained))
    }

    /// The lowest of all limits of a month.
    fn strictest(&self, month: u32) -> Result<Option<Money>> {
        let mut limit = self.retained(month);
        if let Some(capacity) = self.facts.capacity {
            let over_rsa = capacity.resources.minus(capacity.household_rsa)?;
            let over_share = capacity.resources.minus(self.plan.left_to_live.unwrap_or(Money::ZERO))?;
            for amount in [capacity.legal_maximum, over_rsa, over_share] {
                limit = Some(limit.map_or(amount, |limit| limit.min(amount)));
            }
            if capacity.scale_lifted {
                limit = limit.map(|limit| limit.min(capacity.scale_ceiling));
            }
        }
        Ok(limit)
    }

    fn one_month(&mut self, piece: &Piece, paid: Money) -> Result<()> {
        let month = piece.month;
        let mut say = |kind, grade, bound, found| {
            self.findings.push(Finding::new(kind, grade).in_month(month).amounts(bound, found));
        };
        let Some(capacity) = self.facts.capacity else {
            let step = self.retained(month).filter(|retained| paid > *retained);
            if let Some(retained) = step {
                self.put(
                    Finding::new(FindingKind::RetainedExceeded, Grade::Doubtful)
                        .in_month(month)
                        .amounts(retained, paid),
                );
            }
            return Ok(());
        };
        // The legal maximum is known at the day of assessment: an amount decided for later months may rest on other
        // resources.
        let in_force = self.facts.steps.iter().rev().find(|step| step.from_month <= month);
        let decided_later = in_force.is_some_and(|step| step.from_month > 1 && paid <= step.amount);
        let grade = if decided_later { Grade::Doubtful } else { Grade::Breach };
        let retained = in_force.map_or(capacity.retained, |step| step.amount);
        if paid > capacity.legal_maximum {
            say(FindingKind::LegalMaximumExceeded, grade, capacity.legal_maximum, paid);
        } else if paid > retained {
            say(FindingKind::RetainedExceeded, Grade::Doubtful, retained, paid);
        }
        if capacity.scale_lifted && paid > capacity.scale_ceiling && paid <= capacity.legal_maximum {
            say(FindingKind::ScaleLifted, Grade::Note, capacity.scale_ceiling, paid);
        }
        let left = capacity.resources.minus(paid)?;
        if !paid.is_zero() && left < capacity.household_rsa {
            say(FindingKind::RsaNotLeft, grade, capacity.household_rsa, left);
        }
        if let Some(share) = self.plan.left_to_live.filter(|share| !paid.is_zero() && left < *share) {
            say(FindingKind::ShareNotLeft, grade, share, left);
        }
        Ok(())
    }

    /// The instalments that debts keep beside a plan which does not list them: inside the legal maximum all the same.
    fn paid_beside(&self, ledger: &Ledger<'a>) -> Result<Money> {
        let month = ledger.month();
        let unlisted = each(self.facts, ledger).filter(|(entry, _)| !entry.listed && entry.is_served());
        let instalments = unlisted.filter_map(|(entry, treatment)| {
            let own = own_instalment(entry, treatment)?;
            (month <= months_beside(entry, own)).then_some(own)
        });
        Money::total(instalments)
    }
}

/// The instalment that a debt keeps of its own: left out of the plan, or excluded and accepted by its creditor.
pub(super) fn own_instalment(entry: &Entry<'_>, treatment: &Treatment) -> Option<Money> {
    let left_out = entry.debt.outside_plan.as_ref().map(|outside| outside.instalment);
    let accepted = entry.debt.agreed_instalment.filter(|_| treatment.excluded);
    left_out.or(accepted).filter(|instalment| !instalment.is_zero())
}

/// How long it runs: what the contract leaves, or what the balance makes.
fn months_beside(entry: &Entry<'_>, instalment: Money) -> u32 {
    entry.debt.remaining_months.unwrap_or_else(|| months_of(entry.start, instalment))
}

/// How many instalments a sum makes, the last one perhaps smaller.
pub(super) fn months_of(sum: Money, instalment: Money) -> u32 {
    let up = sum.cents().saturating_add(instalment.cents()).saturating_sub(1);
    u32::try_from(up.checked_div(instalment.cents()).unwrap_or(0)).unwrap_or(u32::MAX)
}

/// The most that the lines take in one month of a piece. Only its first month and the months of last payments need to
/// be looked at: between them the sum only falls.
fn heaviest(tier: &AuditedTier, piece: &Piece) -> Result<Money> {
    let mut lines: Vec<(u32, &AuditedLine)> =
        tier.lines.iter().map(|line| (line.payments(tier.months), line)).collect();
    lines.sort_unstable_by(|(a, _), (b, _)| b.cmp(a));
    // Lines that go on after the month looked at.
    let mut running = Money::ZERO;
    let mut heaviest = Money::ZERO;
    for same in lines.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((last, _)) = same.first() else { continue };
        if *last < piece.from {
            break;
        }
        if *last <= piece.to {
            let ending = Money::total(same.iter().map(|(_, line)| line.last()))?;
            heaviest = heaviest.max(running.plus(ending)?);
        }
        if *last > piece.from {
            running = running.plus(Money::total(same.iter().map(|(_, line)| line.instalment))?)?;
        }
    }
    Ok(heaviest.max(running))
}
