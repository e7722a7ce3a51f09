//! The schedule of a plan and its table of measures.

use super::{Form, Sheet};
use crate::error::Result;
use crate::fr::case::Case;
use crate::fr::debt::DebtKind;
use crate::fr::plan::{Line, Plan, due_date};
use crate::language::Language;
use crate::money::Money;
use crate::report::creditors::Creditors;
use crate::report::schedule;
use crate::report::words;
use crate::vocabulary::Vocabulary;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The schedule of a plan: one line a month, one column a creditor, the total last.
///
/// The columns of the creditors bear the identifiers of the debts, or in the French form their labels.
///
/// # Errors
/// `arithmetic.overflow`.
pub fn schedule(case: &Case, plan: &Plan, form: Form) -> Result<String> {
    let creditors = Creditors::of(&case.debts);
    let mut sheet = Sheet::new(form);
    sheet.head("mois", "month");
    sheet.head("échéance", "due_on");
    sheet.head("palier", "tier");
    for debt in &plan.debts {
        let label = if form == Form::French { creditors.name(&debt.id) } else { debt.id.as_str() };
        sheet.text(label);
    }
    sheet.head("total du mois", "total");
    sheet.end();
    for month in schedule::months(plan) {
        sheet.number(month.number);
        sheet.date(due_on(case, month.number));
        sheet.number(month.tier);
        let paid: BTreeMap<usize, Money> =
            month.payments.iter().map(|payment| (payment.debt, payment.amount)).collect();
        for place in 0..plan.debts.len() {
            sheet.amount(paid.get(&place).copied().unwrap_or(Money::ZERO));
        }
        sheet.amount(month.total()?);
        sheet.end();
    }
    Ok(sheet.text)
}

/// The table of measures: one line a creditor, with what becomes of the debt and its payments tier by tier.
///
/// # Errors
/// `arithmetic.overflow`.
pub fn measures(case: &Case, plan: &Plan, form: Form) -> Result<String> {
    let creditors = Creditors::of(&case.debts);
    let mut sheet = Sheet::new(form);
    for (french, english) in [
        ("identifiant", "debt"),
        ("créancier", "label"),
        ("référence", "reference"),
        ("nature", "kind"),
        ("rang", "rank"),
        ("hors des mesures", "outside"),
        ("dû au départ", "start"),
        ("intérêts du plan", "interest"),
        ("payé", "paid"),
        ("effacé à la fin", "erased"),
        ("reste dû", "left"),
        ("premier mois", "first_month"),
        ("dernier mois", "last_month"),
    ] {
        sheet.head(french, english);
    }
    if plan.sale.is_some() {
        sheet.head("payé par la vente", "from_sale");
    }
    for number in 1..=plan.tiers.len() {
        for (french, english) in [
            ("du mois", "from_month"),
            ("au mois", "to_month"),
            ("mensualité", "instalment"),
            ("paiements", "payments"),
            ("dernier paiement", "last"),
        ] {
            sheet.head(&format!("palier {number} : {french}"), &format!("tier_{number}_{english}"));
        }
    }
    sheet.end();
    let tiers: Vec<BTreeMap<usize, &Line>> =
        plan.tiers.iter().map(|tier| tier.lines.iter().map(|line| (line.debt, line)).collect()).collect();
    for (place, debt) in plan.debts.iter().enumerate() {
        let fact = creditors.get(&debt.id);
        sheet.text(debt.id.as_str());
        sheet.text(fact.and_then(|fact| fact.label.as_ref()).map_or("", |label| label.as_str()));
        sheet.text(fact.and_then(|fact| fact.reference.as_ref()).map_or("", |reference| reference.as_str()));
        sheet.text(fact.map_or("", |fact| kind(fact.kind, form)));
        sheet.number(debt.rank);
        sheet.yes_no(debt.outside);
        let paid = debt.principal_paid.plus(debt.interest_paid)?;
        for amount in [debt.start, debt.interest, paid, debt.erased, debt.left] {
            sheet.amount(amount);
        }
        sheet.maybe(debt.first_month);
        sheet.maybe(debt.last_month);
        if plan.sale.is_some() {
            sheet.amount(debt.from_sale());
        }
        for (tier, lines) in plan.tiers.iter().zip(&tiers) {
            let line = lines.get(&place);
            sheet.number(tier.from_month);
            sheet.number(tier.from_month.saturating_add(tier.months).saturating_sub(1));
            sheet.amount(line.map_or(Money::ZERO, |line| line.instalment));
            sheet.number(line.map_or(0, |line| line.payments));
            sheet.amount(line.map_or(Money::ZERO, |line| line.last));
        }
        sheet.end();
    }
    Ok(sheet.text)
}

/// The due date of a month, where the first is known.
fn due_on(case: &Case, month: u32) -> Option<NaiveDate> {
    let first = case.plan.as_ref().and_then(|wish| wish.first_due_on);
    first.and_then(|first| due_date(first, month))
}

fn kind(kind: DebtKind, form: Form) -> &'static str {
    if form == Form::French { words::kind(kind, Language::French) } else { kind.word() }
}
