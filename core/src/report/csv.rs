//! The schedule and the table of measures as CSV (RFC 4180), for spreadsheets and other programs.
//!
//! Free text that a spreadsheet would take for a formula is preceded by an apostrophe; amounts are plain numbers.

use super::creditors::Creditors;
use super::schedule;
use super::words;
use crate::error::Result;
use crate::fr::case::Case;
use crate::fr::plan::{Line, Plan, due_date};
use crate::language::Language;
use crate::money::Money;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Commas, decimal points, English column names that do not change.
    Plain,
    /// Semicolons, decimal commas, French headings, and a mark at the start by which a French spreadsheet knows UTF-8.
    French,
}

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
        sheet.bare(&due_on(case, month.number, form));
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
        sheet.text(fact.map_or("", |fact| form.kind(fact.kind)));
        sheet.number(debt.rank);
        sheet.text(
            form.say(if debt.outside { "oui" } else { "non" }, if debt.outside { "true" } else { "false" }),
        );
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

/// The due date of a month, where the first is known: `2027-02-05`, or `05/02/2027` in the French form.
fn due_on(case: &Case, month: u32, form: Form) -> String {
    let first = case.plan.as_ref().and_then(|wish| wish.first_due_on);
    let due = first.and_then(|first| due_date(first, month));
    due.map_or_else(String::new, |due| due.format(form.say("%d/%m/%Y", "%Y-%m-%d")).to_string())
}

impl Form {
    fn say<'t>(self, french: &'t str, english: &'t str) -> &'t str {
        if self == Form::French { french } else { english }
    }

    fn kind(self, kind: crate::fr::debt::DebtKind) -> &'static str {
        use crate::vocabulary::Vocabulary;
        if self == Form::French { words::kind(kind, Language::French) } else { kind.word() }
    }
}

/// A CSV file that is being written.
struct Sheet {
    form: Form,
    text: String,
    at_start: bool,
}

impl Sheet {
    fn new(form: Form) -> Sheet {
        let text = if form == Form::French { String::from("\u{feff}") } else { String::new() };
        Sheet { form, text, at_start: true }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.at_start = true;
    }

    /// A cell that needs no quotes.
    fn bare(&mut self, cell: &str) {
        if !self.at_start {
            self.text.push_str(self.form.say(";", ","));
        }
        self.at_start = false;
        self.text.push_str(cell);
    }

    fn number(&mut self, number: impl fmt::Display + Copy) {
        self.bare(&number.to_string());
    }

    fn maybe(&mut self, number: Option<u32>) {
        self.bare(&number.map(|number| number.to_string()).unwrap_or_default());
    }

    fn amount(&mut self, amount: Money) {
        let text = amount.to_string();
        self.bare(&if self.form == Form::French { text.replace('.', ",") } else { text });
    }

    fn head(&mut self, french: &str, english: &str) {
        self.text(self.form.say(french, english));
    }

    /// Free text: on one line, no formula, quoted where it must be.
    fn text(&mut self, text: &str) {
        let mut cell = super::page::one_line(text);
        if is_formula(&cell) {
            cell.insert(0, '\'');
        }
        if cell.contains(['"', ',', ';']) || cell.trim() != cell {
            cell = ["\"", &cell.replace('"', "\"\""), "\""].concat();
        }
        self.bare(&cell);
    }
}

/// Whether a spreadsheet would take a text for a formula, also in full-width signs or after blanks.
fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, form: Form) -> String {
        let mut sheet = Sheet { form, text: String::new(), at_start: true };
        sheet.text(text);
        sheet.text
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(cell("plain", Form::Plain), "plain");
        assert_eq!(cell("a,b", Form::Plain), "\"a,b\"");
        assert_eq!(cell("a;b", Form::French), "\"a;b\"");
        assert_eq!(cell("say \"so\"", Form::Plain), "\"say \"\"so\"\"\"");
        assert_eq!(cell("one\r\ntwo", Form::Plain), "one  two");
        assert_eq!(cell(" blank", Form::Plain), "\" blank\"");
    }

    #[test]
    fn formulas_are_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u{ff1d}1"] {
            let cell = cell(formula, Form::Plain);
            assert!(cell.trim_start_matches('"').starts_with('\''), "{cell}");
        }
        assert_eq!(cell("a=1", Form::Plain), "a=1");
    }

    #[test]
    fn amounts_are_numbers() {
        let mut sheet = Sheet::new(Form::French);
        sheet.amount("-1234.50".parse().unwrap());
        sheet.amount("0.05".parse().unwrap());
        sheet.end();
        assert_eq!(sheet.text, "\u{feff}-1234,50;0,05\r\n");
    }
}
