//! The sentence of a step: its rule's template, with the figures written for people.

use super::{Step, Value};
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::{Money, written};
use crate::wording;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn render(step: &Step, language: Language) -> String {
    let mut sentence = String::new();
    let mut rest = step.rule.template(language);
    while let Some((before, after)) = rest.split_once('{') {
        sentence.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if let Some(value) = value_of(step, name) {
            sentence.push_str(&write(value, language));
        }
        rest = after;
    }
    sentence.push_str(rest);
    sentence
}

fn value_of<'a>(step: &'a Step, name: &str) -> Option<&'a Value> {
    if name == "result" {
        return step.result.as_ref();
    }
    step.inputs.iter().find(|(input, _)| *input == name).map(|(_, value)| value)
}

/// A value as people read it.
pub(crate) fn write(value: &Value, language: Language) -> String {
    let french = language == Language::French;
    match value {
        Value::Money(amount) => written(*amount, french),
        Value::Fraction(fraction) => {
            let text = four_decimals(*fraction);
            if french { text.replace('.', ",") } else { text }
        }
        Value::Exact(euros) => exact_euros(*euros, language),
        Value::Ratio(ratio) if ratio.denominator() == 1 => ratio.numerator().to_string(),
        Value::Ratio(ratio) => format!("{}/{}", ratio.numerator(), ratio.denominator()),
        Value::Number(number) => number.to_string(),
        Value::Percent(percent) => format!("{percent}{}%", if french { "\u{a0}" } else { "" }),
        Value::Date(date) => written_date(*date, language),
        Value::Word(word) => wording::text(word, language).to_string(),
        Value::Words(words) => {
            let texts: Vec<&str> = words.iter().map(|word| wording::text(word, language)).collect();
            texts.join(", ")
        }
        Value::Id(id) => id.as_str().into(),
    }
}

/// A fraction as a decimal, cut after four decimals with an ellipsis when it goes on.
fn four_decimals(fraction: Fraction) -> String {
    let text = fraction.to_string();
    if !text.contains('/') {
        return text;
    }
    let scaled = fraction.numerator().checked_mul(10_000).and_then(|n| n.checked_div(fraction.denominator()));
    let cut = scaled.and_then(|scaled| Fraction::new(scaled, 10_000).ok());
    cut.map_or(text, |cut| format!("{cut}…"))
}

/// Exact euros: as an amount when they are whole cents, otherwise cut after four decimals with an ellipsis.
fn exact_euros(euros: Fraction, language: Language) -> String {
    let cents = euros.numerator().checked_mul(100).filter(|n| n.checked_rem(euros.denominator()) == Some(0));
    let cents = cents.and_then(|n| n.checked_div(euros.denominator())).and_then(|c| i64::try_from(c).ok());
    match cents.map(Money::from_cents) {
        Some(Ok(amount)) => written(amount, language == Language::French),
        _ => match language {
            Language::French => format!("{}\u{a0}€", four_decimals(euros).replace('.', ",")),
            Language::English => format!("€{}", four_decimals(euros)),
        },
    }
}

/// A date as people write it: 15/05/2026 in French, 15 May 2026 in English.
pub(crate) fn written_date(date: chrono::NaiveDate, language: Language) -> String {
    match language {
        Language::French => format!("{}", date.format("%d/%m/%Y")),
        Language::English => format!("{}", date.format("%-d %B %Y")),
    }
}
