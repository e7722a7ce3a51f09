//! The checks, rule by rule. None of them asks how the plan was drawn.

use super::Facts;
use super::document::{AuditedLine, AuditedPlan};
use super::finding::{Finding, FindingKind, Grade};
use super::ledger::{Entry, Ledger, on};
use crate::error::Result;
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::debt::treatment::{Permission, Treatment};
use crate::fr::debt::{DebtKind, Estate};
use crate::fr::plan::PlanKind;
use crate::fr::priority::{LandlordSurplus, Standing, may_be_paid};
use crate::money::Money;
use alloc::vec::Vec;
use chrono::Months;

/// Seven years less earlier measures, unless a main-home exception applies (L. 732-3, L. 733-3).
pub(super) fn duration(plan: &AuditedPlan, facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let months = plan.months();
    let earlier = facts.history.earlier_measures_months.unwrap_or(0);
    let left = facts.longest.saturating_sub(earlier);
    if months <= left {
        return;
    }
    // Earlier measures count for agreed plans by the text; for imposed ones it is inferred (C16).
    let only_by_earlier = months <= facts.longest && plan.kind == PlanKind::Imposed;
    let grade = match (plan.main_home_exception, only_by_earlier) {
        (true, _) => Grade::Note,
        (false, true) => Grade::Doubtful,
        (false, false) => Grade::Breach,
    };
    findings.push(Finding::new(FindingKind::HorizonExceeded, grade).months(left, months));
    if plan.main_home_exception {
        half_term(plan, facts, months, findings);
    }
}

/// Beyond seven years, half of what a loan had left to run is the only limit the text names (L. 733-1, 1°).
fn half_term(plan: &AuditedPlan, facts: &Facts<'_>, months: u32, findings: &mut Vec<Finding>) {
    for debt in facts.debts.iter().filter(|debt| debt.finances_main_home) {
        let Some(remaining) = debt.remaining_months else { continue };
        let bound = facts.longest.max(remaining.div_ceil(2));
        let paid = plan.tiers.iter().any(|tier| tier.lines.iter().any(|line| line.debt == debt.id));
        if paid && months > bound {
            findings.push(
                Finding::new(FindingKind::HalfTermExceeded, Grade::Doubtful)
                    .of(&debt.id)
                    .months(bound, months),
            );
        }
    }
}

/// No month passes the legal maximum, nor leaves less than the RSA; the share kept is stated.
pub(super) fn capacity(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) -> Result<()> {
    if plan.left_to_live.is_none() {
        findings.push(Finding::new(FindingKind::ShareNotStated, Grade::Breach));
    }
    let Some(capacity) = facts.capacity else { return Ok(()) };
    let kept_by_law = capacity.household_rsa;
    for (place, tier) in plan.tiers.iter().enumerate() {
        let most = |line: &AuditedLine| line.instalment.max(line.last.unwrap_or(line.instalment));
        let month = ledger.month_of(place);
        let total = Money::total(tier.lines.iter().map(|line| line.instalment))?;
        let heaviest = total.max(last_month(tier.months, &tier.lines, most)?);
        if heaviest > capacity.legal_maximum {
            let finding = Finding::new(FindingKind::LegalMaximumExceeded, Grade::Breach);
            findings.push(finding.in_month(month).amounts(capacity.legal_maximum, heaviest));
        } else if heaviest > capacity.retained {
            let finding = Finding::new(FindingKind::RetainedExceeded, Grade::Doubtful);
            findings.push(finding.in_month(month).amounts(capacity.retained, heaviest));
        }
        let left = capacity.resources.minus(heaviest)?;
        if !heaviest.is_zero() && left < kept_by_law {
            let finding = Finding::new(FindingKind::RsaNotLeft, Grade::Breach);
            findings.push(finding.in_month(month).amounts(kept_by_law, left));
        }
    }
    Ok(())
}

/// What is paid in the tier's last month, when last payments are larger.
fn last_month(months: u32, lines: &[AuditedLine], most: impl Fn(&AuditedLine) -> Money) -> Result<Money> {
    let paid_then = |line: &&AuditedLine| line.payments.unwrap_or(months) >= months;
    Money::total(lines.iter().filter(paid_then).map(most))
}

/// Landlords before lenders (L. 711-6).
pub(super) fn order(facts: &Facts<'_>, ledger: &Ledger<'_>, findings: &mut Vec<Finding>) {
    let tiers = ledger.from_month.len();
    for tier in 0..tiers {
        let landlords =
            || {
                ledger.entries.iter().zip(facts.treatments).filter(|(entry, treatment)| {
                    entry.debt.is_landlord() && !treatment.excluded && served(entry)
                })
            };
        let owed = landlords().any(|(entry, _)| !in_tier(&entry.at_start_of, tier).is_zero());
        let paid = landlords().any(|(entry, _)| !in_tier(&entry.instalment_in, tier).is_zero());
        for entry in &ledger.entries {
            let standing = Standing { landlord: entry.debt.is_landlord(), lender: entry.debt.is_lender() };
            let instalment = in_tier(&entry.instalment_in, tier);
            if instalment.is_zero() || may_be_paid(standing, owed, LandlordSurplus::Withheld) {
                continue;
            }
            let (kind, grade) = if paid {
                (FindingKind::LenderBesideLandlord, Grade::Doubtful)
            } else {
                (FindingKind::LenderBeforeLandlord, Grade::Breach)
            };
            findings.push(on(kind, grade, entry).in_month(ledger.month_of(tier)));
        }
    }
}

fn in_tier(amounts: &[Money], tier: usize) -> Money {
    amounts.get(tier).copied().unwrap_or(Money::ZERO)
}

/// Neither set aside nor of a professional estate: such debts are no matter of the plan.
fn served(entry: &Entry<'_>) -> bool {
    !entry.debt.set_aside && entry.debt.estate == Estate::Personal
}

fn by_debt<'l, 'a, 'f>(
    facts: &'f Facts<'_>,
    ledger: &'l Ledger<'a>,
) -> impl Iterator<Item = (&'l Entry<'a>, &'f Treatment)> {
    ledger.entries.iter().zip(facts.treatments)
}

/// Excluded debts are neither rescheduled nor erased without consent; court fines never (L. 711-4).
pub(super) fn exclusions(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) {
    for (entry, treatment) in by_debt(facts, ledger) {
        let erased = !entry.erased.is_zero();
        let paid = !entry.paid.is_zero();
        if treatment.excluded {
            let fine = entry.debt.kind == DebtKind::CourtFine;
            let shown_outside = plan.outside.contains(&entry.debt.id);
            if erased {
                let kind = if fine { FindingKind::CourtFineTouched } else { FindingKind::ExcludedErased };
                findings.push(on(kind, Grade::Breach, entry).amounts(Money::ZERO, entry.erased));
            }
            if paid && !shown_outside {
                let kind =
                    if fine { FindingKind::CourtFineTouched } else { FindingKind::ExcludedRescheduled };
                findings.push(on(kind, Grade::Breach, entry));
            }
            if paid && shown_outside {
                findings.push(on(FindingKind::OutsideToBeAgreed, Grade::Note, entry));
            }
        } else if erased && treatment.erase == Permission::Forbidden {
            findings.push(
                on(FindingKind::PawnLoanErased, Grade::Breach, entry).amounts(Money::ZERO, entry.erased),
            );
        }
        guarantor(entry, findings);
    }
}

/// What a natural-person guarantor paid is never erased (L. 733-4, 2°).
fn guarantor(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let Some(paid) = entry.debt.guarantor_paid.filter(|paid| !paid.is_zero()) else { return };
    let erasable = entry.start.minus(paid).unwrap_or(Money::ZERO);
    if entry.erased > erasable {
        let finding = on(FindingKind::GuarantorPaidErased, Grade::Breach, entry);
        findings.push(finding.amounts(erasable, entry.erased));
    }
}

/// An imposed rate is at most the contract rate and the legal rate (L. 733-1, 3°).
pub(super) fn rates(plan: &AuditedPlan, facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    if plan.kind != PlanKind::Imposed {
        return;
    }
    for rate in &plan.rates {
        let contract =
            facts.debts.iter().find(|debt| debt.id == rate.debt).and_then(|debt| debt.contract_rate);
        let cap = match (contract, facts.legal_rate) {
            (Some(contract), Some(legal)) => Some(contract.min(legal)),
            (contract, legal) => contract.or(legal),
        };
        if cap.is_some_and(|cap| rate.percent > cap) {
            findings.push(Finding::new(FindingKind::RateAboveCap, Grade::Breach).of(&rate.debt));
        }
    }
}

/// Twenty-four months at most, once, and never for maintenance (L. 733-1, 4°, L. 733-2).
pub(super) fn suspension(plan: &AuditedPlan, facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let months = plan.tiers.iter().filter(|t| t.suspension).map(|t| t.months).fold(0, u32::saturating_add);
    if months == 0 {
        return;
    }
    if months > facts.longest_suspension {
        let finding = Finding::new(FindingKind::SuspensionTooLong, Grade::Breach);
        findings.push(finding.months(facts.longest_suspension, months));
    }
    if let Some(ended) = facts.history.suspension_ended_on {
        // A file lodged more than three months after the end is examined in ordinary conditions (C14).
        let lodged_late = facts.history.new_file_lodged_on.is_some_and(|lodged| {
            ended.checked_add_months(Months::new(3)).is_some_and(|limit| lodged > limit)
        });
        let grade = if lodged_late { Grade::Doubtful } else { Grade::Breach };
        findings.push(Finding::new(FindingKind::SecondSuspension, grade));
    }
    for debt in facts.debts.iter().filter(|debt| debt.kind == DebtKind::Maintenance && !debt.consent) {
        if !plan.outside.contains(&debt.id) {
            findings.push(Finding::new(FindingKind::MaintenanceSuspended, Grade::Breach).of(&debt.id));
        }
    }
}

/// Imposed erasure is combined with other measures, and for an owner subject to a sale (L. 733-4, 2°).
pub(super) fn erasure(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) {
    let erases = ledger.entries.iter().any(|entry| !entry.erased.is_zero());
    if !erases || plan.kind != PlanKind::Imposed {
        return;
    }
    // To wait for a sale is to defer (L. 733-1, 1°).
    let other_measure =
        plan.sale.is_some() || plan.tiers.iter().any(|tier| tier.suspension || !tier.lines.is_empty());
    if !other_measure {
        findings.push(Finding::new(FindingKind::ErasureAlone, Grade::Breach));
    }
    let real_estate = |kind| matches!(kind, AssetKind::MainHome | AssetKind::OtherRealEstate);
    let sold =
        |asset: &Asset| asset.id.is_some() && asset.id.as_ref() == plan.sale.as_ref().map(|sale| &sale.asset);
    let owner =
        facts.assets.iter().any(|asset| real_estate(asset.kind) && !asset.value.is_zero() && !sold(asset));
    if owner && !plan.subject_to_sale && !plan.rehousing_impossible {
        findings.push(Finding::new(FindingKind::ErasureWithoutSale, Grade::Breach));
    }
}

/// For each debt: paid + erased = due, to the cent.
pub(super) fn sums(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) -> Result<()> {
    // Waiting measures defer the balance: no more months than a suspension, and nothing erased.
    let waiting = plan.months() <= facts.longest_suspension && plan.erased.is_empty();
    for (entry, treatment) in by_debt(facts, ledger) {
        let due = entry.start.plus(entry.interest)?;
        let given = entry.received.plus(entry.erased)?;
        if given > due {
            findings.push(on(FindingKind::MoreThanDue, Grade::Breach, entry).amounts(due, given));
        }
        let beside = entry.debt.outside_plan.is_some() || treatment.excluded || !served(entry);
        let unerasable = match treatment.erase {
            Permission::Forbidden => Money::MAX,
            _ => entry.debt.guarantor_paid.unwrap_or(Money::ZERO),
        };
        if given < due && !beside && due.minus(given)? <= unerasable {
            findings.push(on(FindingKind::UnerasableLeft, Grade::Doubtful, entry).amounts(due, given));
        } else if given < due && !beside {
            let grade = match (plan.kind, waiting) {
                (_, true) => Grade::Note,
                (PlanKind::Imposed, false) => Grade::Breach,
                (PlanKind::Agreed, false) => Grade::Doubtful,
            };
            findings.push(on(FindingKind::RemainderLeft, grade, entry).amounts(due, given));
        }
    }
    Ok(())
}

/// Within a rank, creditors who are not paid in full receive the same share of their claims (C17).
pub(super) fn dividends(
    plan: &AuditedPlan,
    facts: &Facts<'_>,
    ledger: &Ledger<'_>,
    findings: &mut Vec<Finding>,
) {
    // A security on what is sold is a lawful cause of preference.
    let preferred =
        |entry: &Entry<'_>| plan.sale.as_ref().is_some_and(|sale| sale.security_rank(entry).is_some());
    for rank in 2..=5 {
        let members: Vec<&Entry<'_>> = by_debt(facts, ledger)
            .filter(|(entry, treatment)| {
                treatment.rank == rank
                    && served(entry)
                    && entry.debt.outside_plan.is_none()
                    && !treatment.excluded
                    && !preferred(entry)
            })
            .map(|(entry, _)| entry)
            .collect();
        let short = |entry: &&&Entry<'_>| entry.received < entry.start;
        let Some(first) = members.iter().find(short) else { continue };
        for other in members.iter().filter(|other| other.debt.id != first.debt.id) {
            if differs(first, other, ledger.from_month.len()) {
                findings.push(on(FindingKind::UnequalDividends, Grade::Doubtful, other));
            }
        }
    }
}

/// Whether two dividends differ by more than the cents that sharing leaves: one a month of each tier.
fn differs(first: &Entry<'_>, other: &Entry<'_>, tiers: usize) -> bool {
    let cents = |amount: Money| i128::from(amount.cents());
    let cross = |a: &Entry<'_>, b: &Entry<'_>| cents(a.received).saturating_mul(cents(b.start));
    let gap = cross(first, other).saturating_sub(cross(other, first)).saturating_abs();
    // A cent a month on either side, over at most fifty years of each tier.
    let months = i128::try_from(tiers).unwrap_or(1).saturating_mul(100);
    gap > months.saturating_mul(cents(first.start).saturating_add(cents(other.start)))
}

/// What is good to know: token instalments, creditors not bound, co-debtors who stay bound.
pub(super) fn notes(plan: &AuditedPlan, facts: &Facts<'_>, ledger: &Ledger<'_>, findings: &mut Vec<Finding>) {
    for (place, tier) in plan.tiers.iter().enumerate() {
        for line in tier.lines.iter().filter(|line| !line.instalment.is_zero()) {
            if line.instalment < facts.token_floor && line.payments.unwrap_or(tier.months) > 1 {
                let finding = Finding::new(FindingKind::TokenInstalment, Grade::Note);
                let month = ledger.month_of(place);
                findings
                    .push(finding.of(&line.debt).in_month(month).amounts(facts.token_floor, line.instalment));
            }
        }
    }
    for entry in &ledger.entries {
        if entry.debt.undeclared {
            findings.push(on(FindingKind::UndeclaredNotBound, Grade::Note, entry));
        }
        if entry.debt.co_debtor && !entry.erased.is_zero() {
            findings.push(on(FindingKind::CoDebtorsStayBound, Grade::Note, entry));
        }
    }
}
