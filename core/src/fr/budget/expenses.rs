//! Expenses, each counted at its real amount or by the commission's flat rate (C. conso. R. 731-3).
//!
//! A flat rate stands for all the expenses that its line covers, whatever is declared. For an expense counted at
//! its real amount, the flat rate takes its place only when proof was **asked for and not given**. An expense that
//! no line covers keeps its declared amount.

use super::{Facts, Texts};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::Result;
use crate::fr::law::{ExpenseKind, FlatRate, Treatment};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;

vocabulary! {
    /// What became of the proof of an expense.
    pub enum Proof = NotAsked {
        /// Not asked for.
        NotAsked = "not_asked",
        /// Asked for and given.
        Given = "given",
        /// Asked for and not given: the scale takes the place of the real amount (C. conso. R. 731-3).
        AskedNotGiven = "asked_not_given",
    }
}

vocabulary! {
    /// On which basis a rent is declared.
    pub enum RentBasis {
        /// Before any housing benefit.
        Gross = "gross",
        /// After the housing benefit paid to the landlord.
        NetOfHousingBenefit = "net_of_housing_benefit",
    }
}

vocabulary! {
    /// What maintenance is paid for.
    pub enum MaintenanceBasis {
        /// The current terms.
        Current = "current",
        /// Arrears: a debt, not a current expense.
        Arrears = "arrears",
    }
}

/// One monthly expense.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expense {
    /// Identifier; needed to accept the expense for another amount.
    pub id: Option<Id>,
    /// Kind.
    pub kind: ExpenseKind,
    /// Declared euros a month.
    pub amount: Money,
    /// The filer whose personal expense it is; common to the couple when not said.
    pub of: Option<Id>,
    /// What became of its proof.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub proof: Proof,
    /// For a rent: on which basis it is declared.
    pub rent_basis: Option<RentBasis>,
    /// For maintenance: what it is paid for.
    pub maintenance_basis: Option<MaintenanceBasis>,
}

vocabulary! {
    /// Why an expense is counted for its amount.
    pub enum Basis {
        /// As declared.
        Declared = "declared",
        /// As declared, for no scale covers it.
        DeclaredNoScale = "declared_no_scale",
        /// Within a flat rate that stands for several expenses; counted there.
        FlatRate = "flat_rate",
        /// Accepted for another amount by a decision.
        Accepted = "accepted",
    }
}

/// An expense as counted.
#[derive(Clone, PartialEq, Eq)]
pub struct CountedExpense {
    /// Identifier.
    pub id: Option<Id>,
    /// Kind.
    pub kind: ExpenseKind,
    /// Declared euros a month.
    pub declared: Money,
    /// Counted euros a month; nothing when a flat rate stands for it.
    pub counted: Money,
    /// How its kind is treated.
    pub treatment: Treatment,
    /// Why.
    pub basis: Basis,
}

/// A flat rate that stands for expenses, or that limits them.
#[derive(Clone, PartialEq, Eq)]
pub struct CountedFlatRate {
    /// Name of the line in the scale.
    pub id: Id,
    /// How the kinds that it covers are treated.
    pub treatment: Treatment,
    /// The flat rate for this household.
    pub flat: Money,
    /// What was declared for the kinds that it covers.
    pub declared: Money,
    /// What is counted.
    pub counted: Money,
    /// The declared sum passes the line's alert level.
    pub above_alert: bool,
}

opaque_debug!(Expense, CountedExpense, CountedFlatRate);

impl Expense {
    /// A common expense of a kind, whose proof was not asked for.
    #[must_use]
    pub fn new(kind: ExpenseKind, amount: Money) -> Expense {
        let proof = Proof::NotAsked;
        Expense { id: None, kind, amount, of: None, proof, rent_basis: None, maintenance_basis: None }
    }
}

pub(super) struct Counted {
    pub(super) common: Money,
    pub(super) personal: Money,
    pub(super) lines: Vec<CountedExpense>,
    pub(super) flat_rates: Vec<CountedFlatRate>,
}

/// Counts every expense.
pub(super) fn count(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    half_persons: u32,
    advisories: &mut Vec<Advisory>,
) -> Result<Counted> {
    let scale: &[FlatRate] = texts.scale.as_ref().map_or(&[], |found| found.value);
    let treatment = |kind| texts.treatment.value.of(kind);
    let mut lines = Vec::with_capacity(facts.expenses.len());
    let mut would_use_a_scale = false;
    for (place, expense) in facts.expenses.iter().enumerate() {
        let treated = treatment(expense.kind);
        let covered = scale.iter().any(|line| line.covers.contains(&expense.kind));
        let unproved = expense.proof == Proof::AskedNotGiven;
        let (counted, basis) = if let Some(amount) = accepted(facts, expense) {
            if covered {
                advisories.push(
                    Advisory::new(AdvisoryCode::AcceptedBesideFlatRate).at(format!("expenses[{place}]")),
                );
            }
            (amount, Basis::Accepted)
        } else if covered {
            (Money::ZERO, Basis::FlatRate)
        } else if treated == Treatment::Real && !unproved {
            (expense.amount, Basis::Declared)
        } else {
            would_use_a_scale = true;
            if unproved {
                advisories.push(
                    Advisory::new(AdvisoryCode::ProofMissingNoScale).at(format!("expenses[{place}].proof")),
                );
            }
            (expense.amount, Basis::DeclaredNoScale)
        };
        lines.push(CountedExpense {
            id: expense.id.clone(),
            kind: expense.kind,
            declared: expense.amount,
            counted,
            treatment: treated,
            basis,
        });
    }
    if would_use_a_scale && texts.scale.is_none() {
        advisories.push(Advisory::new(AdvisoryCode::NoExpenseScale).at("expenses"));
    }
    let mut counted = Counted { common: Money::ZERO, personal: Money::ZERO, lines, flat_rates: Vec::new() };
    for (line, expense) in counted.lines.iter().zip(facts.expenses) {
        let sum = if is_personal(facts, expense) { &mut counted.personal } else { &mut counted.common };
        *sum = sum.plus(line.counted)?;
    }
    for line in scale {
        let first = line.covers.first().copied();
        let treated = first.map_or(Treatment::Real, treatment);
        let group = group_of(facts, &counted.lines, line);
        let flat_rate = count_flat_rate(line, treated, &group, half_persons)?;
        // A flat rate is set by the size of the household: it is common, whoever pays what it stands for.
        counted.common = counted.common.plus(flat_rate.counted)?;
        counted.flat_rates.push(flat_rate);
    }
    Ok(counted)
}

fn accepted(facts: &Facts<'_>, expense: &Expense) -> Option<Money> {
    let id = expense.id.as_ref()?;
    facts.decisions.expenses_accepted.iter().find(|accepted| accepted.expense == *id).map(|a| a.amount)
}

/// Personal expenses exist only beside a partner who does not file.
fn is_personal(facts: &Facts<'_>, expense: &Expense) -> bool {
    facts.household.partner.is_some() && expense.of.is_some()
}

/// The declared expenses for which a line of the scale stands.
fn group_of<'a>(facts: &Facts<'a>, counted: &[CountedExpense], line: &FlatRate) -> Vec<&'a Expense> {
    facts
        .expenses
        .iter()
        .zip(counted)
        .filter(|(expense, counted)| counted.basis == Basis::FlatRate && line.covers.contains(&expense.kind))
        .map(|(expense, _)| expense)
        .collect()
}

fn count_flat_rate(
    line: &FlatRate,
    treatment: Treatment,
    group: &[&Expense],
    half_persons: u32,
) -> Result<CountedFlatRate> {
    let flat = line.amount(half_persons)?;
    let declared = Money::total(group.iter().map(|expense| expense.amount))?;
    let unproved = group.iter().any(|expense| expense.proof == Proof::AskedNotGiven);
    let proved =
        group.iter().filter(|expense| expense.proof != Proof::AskedNotGiven).map(|expense| expense.amount);
    let counted = match treatment {
        Treatment::Scale => flat,
        Treatment::RealCapped if unproved => flat,
        Treatment::RealCapped => declared.min(flat),
        // Only the expenses without proof fall back on the scale: what is proved is never lost.
        Treatment::Real if unproved => Money::total(proved)?.max(flat),
        Treatment::Real => declared,
    };
    let above_alert = match line.alert_percent {
        Some(percent) => declared.times(100)? > flat.times(i64::from(percent))?,
        None => false,
    };
    Ok(CountedFlatRate { id: line.id.clone(), treatment, flat, declared, counted, above_alert })
}
