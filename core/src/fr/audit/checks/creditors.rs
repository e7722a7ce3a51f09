//! What creditors may expect of each other: landlords before lenders, equal dividends, no token instalments.

use super::{Audit, each, on};
use crate::error::Result;
use crate::fr::audit::document::AuditedTier;
use crate::fr::audit::finding::{Finding, FindingKind, Grade};
use crate::fr::audit::ledger::{Entry, Index, Ledger};
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use alloc::vec::Vec;

impl<'a> Audit<'a> {
    /// Landlords before lenders (L. 711-6): of the debts that the plan settles, not of those outside it.
    pub(super) fn landlords_first(&mut self, ledger: &Ledger<'a>) {
        let facts = self.facts;
        let settled =
            each(facts, ledger).filter(|(entry, treatment)| !treatment.excluded && entry.is_served());
        let landlords = settled.clone().map(|(entry, _)| entry);
        let landlords =
            landlords.filter(|entry| entry.debt.is_landlord() && entry.debt.outside_plan.is_none());
        let (mut owed, mut paid) = (false, false);
        for entry in landlords {
            owed |= entry.is_owed();
            paid |= !entry.now.is_zero();
        }
        for (entry, _) in settled.filter(|(entry, _)| owed && !entry.now.is_zero()) {
            let standing = Standing { landlord: entry.debt.is_landlord(), lender: entry.debt.is_lender() };
            if may_be_paid(standing, owed, LandlordSurplus::Withheld) {
                continue;
            }
            // A lender left out of the plan by decision is paid beside the landlord, not by the plan.
            let (kind, grade) = if paid || entry.debt.outside_plan.is_some() {
                (FindingKind::LenderBesideLandlord, Grade::Doubtful)
            } else {
                (FindingKind::LenderBeforeLandlord, Grade::Breach)
            };
            self.put(on(kind, grade, entry).in_month(ledger.month()));
        }
    }

    /// Instalments of a few euros are to be avoided, unless they end the debt.
    pub(super) fn token_instalments(&mut self, ledger: &Ledger<'a>, tier: &AuditedTier) {
        let floor = self.facts.token_floor;
        for line in tier.lines.iter().filter(|line| !line.instalment.is_zero() && line.instalment < floor) {
            if line.payments(tier.months) > 1 {
                let finding = Finding::new(FindingKind::TokenInstalment, Grade::Note).of(&line.debt);
                self.put(finding.in_month(ledger.month()).amounts(floor, line.instalment));
            }
        }
    }

    /// Within a rank, creditors who are not paid in full receive the same share of their claims, but for the
    /// cents of each payment and for what interest explains.
    pub(super) fn equal_dividends(&mut self, ledger: &Ledger<'a>) -> Result<()> {
        let facts = self.facts;
        let mut ranks: Vec<u32> =
            facts.treatments.iter().map(|treatment| u32::from(treatment.rank)).collect();
        if !facts.rank_changes.is_empty() {
            let index = Index::of(facts.debts);
            for change in facts.rank_changes {
                if let Some(rank) = index.place(&change.debt, 0).and_then(|place| ranks.get_mut(place)) {
                    *rank = change.rank;
                }
            }
        }
        // A security on what is sold is a lawful cause of preference.
        let sale = self.plan.sale.as_ref();
        let preferred = |entry: &Entry<'_>| sale.is_some_and(|sale| sale.security_rank(entry).is_some());
        for rank in 2..=5 {
            let of_rank = each(facts, ledger).zip(&ranks).filter(|((entry, treatment), of)| {
                let settled = entry.is_served() && !entry.is_beside() && !treatment.excluded;
                **of == rank && settled && !preferred(entry)
            });
            let members = of_rank.map(|((entry, _), _)| entry);
            let short = members.clone().filter(|entry| entry.received < entry.start);
            // The largest claim is the measure of the others, the first by name among equals.
            let Some(measure) = short.max_by(|a, b| a.start.cmp(&b.start).then(b.debt.id.cmp(&a.debt.id)))
            else {
                continue;
            };
            for other in members {
                if differs(measure, other)? {
                    let fair = fair_share(measure, other)?;
                    let finding = on(FindingKind::UnequalDividends, Grade::Doubtful, other);
                    self.put(finding.amounts(fair, other.received));
                }
            }
        }
        Ok(())
    }

    /// Who is not bound, and who stays so.
    pub(super) fn creditors_not_bound(&mut self, ledger: &Ledger<'a>) {
        for entry in &ledger.entries {
            if entry.debt.undeclared {
                let erased = !entry.erased.is_zero();
                let grade = if erased { Grade::Doubtful } else { Grade::Note };
                self.put(on(FindingKind::UndeclaredNotBound, grade, entry));
            }
            if entry.debt.contested && entry.is_served() {
                self.put(on(FindingKind::ContestedClaim, Grade::Note, entry));
            }
            if entry.debt.co_debtor && !entry.erased.is_zero() {
                self.put(on(FindingKind::CoDebtorsStayBound, Grade::Note, entry));
            }
        }
    }
}

/// Whether two dividends differ by more than a cent for each payment and the interest borne.
fn differs(measure: &Entry<'_>, other: &Entry<'_>) -> Result<bool> {
    let cents = |amount: Money| i128::from(amount.cents());
    let cross = |a: Money, b: Money| cents(a).saturating_mul(cents(b));
    let gap = cross(measure.received, other.start)
        .saturating_sub(cross(other.received, measure.start))
        .saturating_abs();
    let slack = |entry: &Entry<'_>| -> Result<i128> {
        let rounded = i128::from(entry.payments).saturating_add(1);
        Ok(rounded.saturating_add(cents(entry.interest()?)))
    };
    let allowed = slack(measure)?
        .saturating_mul(cents(other.start))
        .saturating_add(slack(other)?.saturating_mul(cents(measure.start)));
    Ok(gap > allowed)
}

/// What the other would have been paid at the dividend of the measure, to the cent below.
fn fair_share(measure: &Entry<'_>, other: &Entry<'_>) -> Result<Money> {
    let product = i128::from(measure.received.cents()).saturating_mul(i128::from(other.start.cents()));
    let cents = product.checked_div(i128::from(measure.start.cents())).unwrap_or(0);
    Money::from_cents(i64::try_from(cents).unwrap_or(i64::MAX))
}
