//! The sentence of a step: its rule's template, with the figures written for people.

use super::{Step, Value};
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::{Money, grouped, written};
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
        Value::Date(date) => language.date(*date),
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
    let cents = super::whole_cents(euros).and_then(|cents| i64::try_from(cents).ok());
    match cents.map(Money::from_cents) {
        Some(Ok(amount)) => written(amount, language == Language::French),
        _ => {
            let french = language == Language::French;
            let text = four_decimals(euros);
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            let whole = grouped(whole.trim_start_matches('-'), french);
            let sign = if euros.numerator() < 0 { "-" } else { "" };
            if french {
                format!("{sign}{whole},{decimals}\u{a0}€")
            } else {
                format!("{sign}€{whole}.{decimals}")
            }
        }
    }
}
