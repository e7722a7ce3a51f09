//! The writer of CSV files.

use super::Form;
use crate::money::Money;
use crate::report::page::one_line;
use alloc::string::{String, ToString};
use chrono::NaiveDate;
use core::fmt;

/// A CSV file that is being written.
pub(super) struct Sheet {
    form: Form,
    pub(super) text: String,
    at_start: bool,
}

impl Sheet {
    pub(super) fn new(form: Form) -> Sheet {
        let text = if form == Form::French { String::from("\u{feff}") } else { String::new() };
        Sheet { form, text, at_start: true }
    }

    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.at_start = true;
    }

    /// A cell that needs no quotes.
    pub(super) fn bare(&mut self, cell: &str) {
        if !self.at_start {
            self.text.push_str(self.form.say(";", ","));
        }
        self.at_start = false;
        self.text.push_str(cell);
    }

    pub(super) fn number(&mut self, number: impl fmt::Display + Copy) {
        self.bare(&number.to_string());
    }

    pub(super) fn maybe(&mut self, number: Option<impl fmt::Display>) {
        self.bare(&number.map(|number| number.to_string()).unwrap_or_default());
    }

    /// `2027-02-05`, or `05/02/2027` in the French form.
    pub(super) fn date(&mut self, date: Option<NaiveDate>) {
        let pattern = self.form.say("%d/%m/%Y", "%Y-%m-%d");
        self.bare(&date.map(|date| date.format(pattern).to_string()).unwrap_or_default());
    }

    pub(super) fn amount(&mut self, amount: Money) {
        self.decimal(&amount.to_string());
    }

    /// A number written with a decimal point.
    pub(super) fn decimal(&mut self, number: &str) {
        self.bare(&if self.form == Form::French { number.replace('.', ",") } else { number.to_string() });
    }

    pub(super) fn yes_no(&mut self, holds: bool) {
        let [french, english] = if holds { ["oui", "true"] } else { ["non", "false"] };
        self.text(self.form.say(french, english));
    }

    pub(super) fn head(&mut self, french: &str, english: &str) {
        self.text(self.form.say(french, english));
    }

    /// Free text: on one line, no formula, quoted where it must be.
    pub(super) fn text(&mut self, text: &str) {
        let mut cell = one_line(text);
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
