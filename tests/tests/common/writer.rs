//! Writes the same request in other ways: keys in another order, other white space, amounts as numbers.

use serde_json::Value;

/// Fields that hold amounts.
const AMOUNTS: &[&str] = &[
    "amount",
    "own_resources",
    "contribution",
    "value",
    "sale_costs",
    "net",
    "pay",
    "accessories",
    "benefits_in_kind",
    "contributions",
    "withholding_tax",
    "current_term",
    "arrears",
    "arrears_paid",
    "balances",
    "retained",
    "one_person",
    "further_person",
    "principal",
    "interest",
    "costs",
    "penalty",
    "guarantor_paid",
    "instalment",
    "agreed_instalment",
    "token_floor",
    "last",
    "left_to_live",
    "dependants",
    "scale_dependants",
];

/// How a request is written.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Style {
    /// Amounts and dependants as JSON numbers.
    pub(crate) numbers: bool,
    /// Turns the order of the keys and chooses the white space; 0 leaves both as they are.
    pub(crate) seed: u64,
}

/// A request as text.
pub(crate) fn write(request: &Value, style: Style) -> String {
    let mut writer = Writer { style, state: style.seed, text: String::new() };
    writer.value(request, "");
    writer.gap();
    writer.text
}

struct Writer {
    style: Style,
    state: u64,
    text: String,
}

impl Writer {
    /// A number below a bound (xorshift).
    fn next(&mut self, bound: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % bound
    }

    fn gap(&mut self) {
        if self.style.seed != 0 {
            for _ in 0..self.next(4) {
                let gaps = [' ', '\n', '\t', '\r'];
                let place = usize::try_from(self.next(4)).expect("below four");
                self.text.push(gaps[place]);
            }
        }
    }

    fn mark(&mut self, mark: char) {
        self.gap();
        self.text.push(mark);
        self.gap();
    }

    fn value(&mut self, value: &Value, field: &str) {
        match value {
            Value::Object(object) => {
                let mut keys: Vec<&String> = object.keys().collect();
                if self.style.seed != 0 {
                    // Fisher and Yates.
                    for last in (1..keys.len()).rev() {
                        let bound = u64::try_from(last + 1).expect("few keys");
                        let other = usize::try_from(self.next(bound)).expect("few keys");
                        keys.swap(last, other);
                    }
                }
                self.mark('{');
                for (place, key) in keys.into_iter().enumerate() {
                    if place > 0 {
                        self.mark(',');
                    }
                    self.text.push_str(&Value::from(key.as_str()).to_string());
                    self.mark(':');
                    self.value(&object[key], key);
                }
                self.mark('}');
            }
            Value::Array(list) => {
                self.mark('[');
                for (place, item) in list.iter().enumerate() {
                    if place > 0 {
                        self.mark(',');
                    }
                    self.value(item, field);
                }
                self.mark(']');
            }
            Value::String(text) if self.style.numbers && AMOUNTS.contains(&field) && is_number(text) => {
                self.text.push_str(text);
            }
            leaf => self.text.push_str(&leaf.to_string()),
        }
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
}
