//! The auditor: checks any plan that somebody drew up, and lists what breaks the law, what is doubtful, what to know.
//!
//! It reads the plan as a document (tiers, lines, erased amounts, rates) and never asks how it was drawn: it follows
//! each debt with arithmetic of its own. It knows the kind of plan, for the rate cap and the conditions of erasure bind
//! imposed measures, not an agreed plan (C. conso. L. 732-2, L. 733-1, L. 733-4).

mod account;
mod checks;
mod document;
mod finding;
pub(crate) mod ledger;
mod sale;

pub use document::{AuditedErasure, AuditedLine, AuditedPlan, AuditedRate, AuditedStatement, AuditedTier};
pub use finding::{Finding, FindingKind, Grade};
pub use sale::{AuditedSale, AuditedSalePart};

use crate::error::{Error, ErrorCode, Result};
use crate::fr::asset::Asset;
use crate::fr::capacity::Capacity;
use crate::fr::conventions::SecondSuspension;
use crate::fr::debt::Debt;
use crate::fr::debt::treatment::Treatment;
use crate::fr::law::LegalInterest;
use crate::fr::plan::{CapacityStep, History, RankChange};
use crate::money::Money;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a plan is checked against.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The debts of the case.
    pub debts: &'a [Debt],
    /// Their treatments, in the same order.
    pub treatments: &'a [Treatment],
    /// Departures from the working order of settlement, decided by the commission.
    pub rank_changes: &'a [RankChange],
    /// What the debtor owns.
    pub assets: &'a [Asset],
    /// What came before.
    pub history: &'a History,
    /// A conciliation was tried and failed (L. 733-1).
    pub conciliation_failed: bool,
    /// The capacity of the case, when it was computed.
    pub capacity: Option<&'a Capacity>,
    /// The amounts decided for the months to come, if any.
    pub steps: &'a [CapacityStep],
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// The longest plan, in months (L. 732-3, L. 733-3).
    pub longest: u32,
    /// The longest suspension, in months (L. 733-1, 4°).
    pub longest_suspension: u32,
    /// Whether a file with real estate may have a second suspension.
    pub second_suspension: SecondSuspension,
    /// The legal rates of the half-year, when they are known.
    pub legal_rate: Option<LegalInterest>,
    /// Shares below this are token instalments, euros a month.
    pub token_floor: Money,
}

/// Tells nothing of the facts.
impl core::fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Facts").finish_non_exhaustive()
    }
}

/// Lists the findings on a plan: breaches first, then what is doubtful, then notes.
///
/// # Errors
/// `id.unknown` for a debt that is none of the case; `number.range` for a tier of no months or a plan of more than
/// [`MAX_MONTHS`](crate::fr::plan::MAX_MONTHS); `batch.column_length` when debts and treatments do not match;
/// `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::fr::{audit::*, debt::{treatment::{treat, Erasure}, Debt, DebtKind}};
/// let debts = [
///     Debt::new("rent", DebtKind::HousingArrears, "900.00".parse()?),
///     Debt::new("loan", DebtKind::ConsumerCredit, "900.00".parse()?),
/// ];
/// let treatments = [treat(&debts[0], Erasure::default())?, treat(&debts[1], Erasure::default())?];
/// let line = |debt: &str| {
///     Ok(AuditedLine { debt: debt.into(), instalment: "150.00".parse()?, last: None, payments: None })
/// };
/// let tier = |lines| AuditedTier { months: 6, suspension: false, lines, total: None };
/// let plan = AuditedPlan {
///     tiers: vec![tier(vec![line("loan")?]), tier(vec![line("rent")?])], // the lender first
///     left_to_live: Some("1200.00".parse()?),
///     ..AuditedPlan::default()
/// };
/// let facts = Facts {
///     debts: &debts, treatments: &treatments, rank_changes: &[], assets: &[], history: &Default::default(),
///     conciliation_failed: false, capacity: None, steps: &[], decided_on: apurement::day(2026, 5, 15),
///     longest: 84, longest_suspension: 24, second_suspension: Default::default(), legal_rate: None, token_floor: "15.00".parse()?,
/// };
/// let findings = audit(&plan, &facts)?;
/// assert_eq!((findings[0].kind, findings[0].grade), (FindingKind::LenderBeforeLandlord, Grade::Breach));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn audit(plan: &AuditedPlan, facts: &Facts<'_>) -> Result<Vec<Finding>> {
    if facts.treatments.len() != facts.debts.len() {
        return Err(Error::new(ErrorCode::ColumnLength));
    }
    plan.check_months()?;
    let mut ledger = ledger::Ledger::open(plan, facts.debts, facts.assets)?;
    let mut audit = checks::Audit { plan, facts, findings: Vec::new() };
    for tier in &plan.tiers {
        ledger.begin(tier)?;
        audit.tier(&ledger, tier)?;
        ledger.finish(tier)?;
    }
    audit.whole(&ledger)?;
    let mut findings = audit.findings;
    findings.sort_by(|a, b| {
        let by_kind = a.grade.cmp(&b.grade).then(a.kind.cmp(&b.kind));
        by_kind.then_with(|| a.debt.cmp(&b.debt)).then(a.month.cmp(&b.month))
    });
    Ok(findings)
}
