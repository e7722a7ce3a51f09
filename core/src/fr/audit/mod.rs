//! The auditor: checks any plan that somebody drew up, and lists what breaks the law, what is doubtful, what to know.
//!
//! It reads the plan as a document (tiers, lines, erased amounts, rates) and never asks how it was drawn. It knows the
//! kind of plan, for the rate cap and the conditions of erasure bind imposed measures, not an agreed plan (C. conso.
//! L. 732-2, L. 733-1, L. 733-4).

mod checks;
mod document;
mod finding;
mod ledger;
mod sale;

pub use document::{AuditedErasure, AuditedLine, AuditedPlan, AuditedRate, AuditedTier};
pub use finding::{Finding, FindingKind, Grade};
pub use sale::{AuditedSale, AuditedSalePart};

use crate::error::Result;
use crate::fr::asset::Asset;
use crate::fr::capacity::Capacity;
use crate::fr::debt::Debt;
use crate::fr::debt::treatment::Treatment;
use crate::fr::plan::History;
use crate::money::Money;
use crate::rate::Rate;
use alloc::vec::Vec;

/// What a plan is checked against.
pub(crate) struct Facts<'a> {
    pub(crate) debts: &'a [Debt],
    pub(crate) treatments: &'a [Treatment],
    pub(crate) assets: &'a [Asset],
    pub(crate) history: &'a History,
    /// The capacity of the case, when it was computed.
    pub(crate) capacity: Option<&'a Capacity>,
    /// The longest plan, in months (L. 732-3, L. 733-3).
    pub(crate) longest: u32,
    /// The longest suspension, in months (L. 733-1, 4°).
    pub(crate) longest_suspension: u32,
    /// The legal rate of the half-year, creditors other than individuals, when it is known.
    pub(crate) legal_rate: Option<Rate>,
    /// Shares below this are token instalments.
    pub(crate) token_floor: Money,
}

/// Lists the findings on a plan: breaches first, then what is doubtful, then notes.
pub(crate) fn audit(plan: &AuditedPlan, facts: &Facts<'_>) -> Result<Vec<Finding>> {
    let ledger = ledger::Ledger::of(plan, facts)?;
    let mut findings = Vec::new();
    checks::duration(plan, facts, &mut findings);
    checks::capacity(plan, facts, &ledger, &mut findings)?;
    checks::order(facts, &ledger, &mut findings);
    checks::exclusions(plan, facts, &ledger, &mut findings);
    checks::rates(plan, facts, &mut findings);
    checks::suspension(plan, facts, &mut findings);
    checks::erasure(plan, facts, &ledger, &mut findings);
    checks::sums(plan, facts, &ledger, &mut findings)?;
    checks::dividends(plan, facts, &ledger, &mut findings);
    sale::check(plan, facts, &ledger, &mut findings)?;
    checks::notes(plan, facts, &ledger, &mut findings);
    findings.sort_by(|a, b| a.grade.cmp(&b.grade).then(a.kind.cmp(&b.kind)).then(a.debt.cmp(&b.debt)));
    Ok(findings)
}
