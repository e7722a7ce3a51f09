//! The statements of interest as one sheet: lines, payments and capitalisations by day, then what is left.

use super::{Form, Sheet};
use crate::fr::interest::{Capitalised, ImputedPayment, InterestLine, Statement};
use crate::money::Money;
use crate::report::interest::kind;
use crate::vocabulary::Vocabulary;
use alloc::string::String;
use chrono::NaiveDate;

const COLUMNS: [(&str, &str); 15] = [
    ("identifiant", "claim"),
    ("libellé", "label"),
    ("écriture", "row"),
    ("du", "from"),
    ("au (exclu)", "to"),
    ("jours", "days"),
    ("base", "base"),
    ("sommes retenues sans majoration", "withheld"),
    ("taux annuel en %", "rate"),
    ("nature du taux", "rate_kind"),
    ("montant", "amount"),
    ("frais", "costs"),
    ("intérêts", "interest"),
    ("principal", "principal"),
    ("trop-perçu", "overpaid"),
];

/// The statements of interest: for each claim its lines (`interest`), payments (`payment`) and capitalisations
/// (`capitalised`) in the order of days, then what is left (`left`).
///
/// An `interest` row has its interest as `amount`; a `payment` what it paid of each part; `left` what is left of each. On the
/// same day payments stand before what is capitalised, and both before the days that follow.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2024-07-01",
///     "interest": [{"id": "loan", "principal": [{"amount": "1000.00", "from": "2024-01-01"}],
///                   "rate": {"kind": "legal", "class": "others"}}],
///     "want": ["interest_csv"]
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("loan,,interest,2024-01-01,2024-07-01,182,1000.00,,5.07,legal,25.28,"));
/// ```
#[must_use]
pub fn interest(statements: &[Statement], form: Form) -> String {
    let mut sheet = Sheet::new(form);
    for (french, english) in COLUMNS {
        sheet.head(french, english);
    }
    sheet.end();
    for statement in statements {
        let mut rows = Rows { sheet: &mut sheet, form, statement };
        let mut lines = statement.lines.iter();
        let mut payments = statement.payments.iter().peekable();
        let mut capitalised = statement.capitalised.iter().peekable();
        loop {
            let line = lines.next();
            let until = line.map(|line| line.from);
            let due = |on: NaiveDate| until.is_none_or(|until| on <= until);
            while let Some(payment) = payments.next_if(|payment| due(payment.on)) {
                rows.payment(payment);
            }
            while let Some(capitalised) = capitalised.next_if(|capitalised| due(capitalised.on)) {
                rows.capitalised(capitalised);
            }
            match line {
                Some(line) => rows.line(line),
                None => break,
            }
        }
        rows.left();
    }
    sheet.text
}

struct Rows<'s> {
    sheet: &'s mut Sheet,
    form: Form,
    statement: &'s Statement,
}

impl Rows<'_> {
    /// The cells that every row begins with.
    fn begin(&mut self, french: &str, english: &str, from: NaiveDate) {
        self.sheet.text(self.statement.id.as_str());
        self.sheet.text(self.statement.label.as_ref().map_or("", |label| label.as_str()));
        self.sheet.head(french, english);
        self.sheet.date(Some(from));
    }

    fn empty(&mut self, cells: usize) {
        for _ in 0..cells {
            self.sheet.bare("");
        }
    }

    fn line(&mut self, line: &InterestLine) {
        self.begin("intérêts", "interest", line.from);
        self.sheet.date(Some(line.to));
        self.sheet.number(line.days);
        self.sheet.amount(line.base);
        if line.withheld.is_zero() {
            self.empty(1);
        } else {
            self.sheet.amount(line.withheld);
        }
        self.sheet.decimal(&alloc::format!("{}", line.rate.normalised()));
        let named = if self.form == Form::French { kind(line.kind).0 } else { line.kind.word() };
        self.sheet.text(named);
        self.sheet.amount(line.interest);
        self.empty(4);
        self.sheet.end();
    }

    fn payment(&mut self, payment: &ImputedPayment) {
        self.begin("paiement", "payment", payment.on);
        self.empty(6);
        self.amounts([payment.amount, payment.costs, payment.interest, payment.principal, payment.overpaid]);
    }

    fn capitalised(&mut self, capitalised: &Capitalised) {
        self.begin("capitalisation", "capitalised", capitalised.on);
        self.empty(6);
        self.sheet.amount(capitalised.amount);
        self.empty(4);
        self.sheet.end();
    }

    fn left(&mut self) {
        let statement = self.statement;
        self.begin("reste dû", "left", statement.until);
        self.empty(6);
        let overpaid = statement.overpaid().unwrap_or(Money::ZERO);
        let [costs, interest, principal] = [statement.costs, statement.interest, statement.principal];
        self.amounts([statement.total_due, costs.left, interest.left, principal.left, overpaid]);
    }

    fn amounts(&mut self, amounts: [Money; 5]) {
        for amount in amounts {
            self.sheet.amount(amount);
        }
        self.sheet.end();
    }
}
