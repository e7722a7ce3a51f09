//! How a report writes figures and words in its language.

use super::page::Cell;
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::{Money, written};
use crate::rate::Rate;
use crate::wording;
use alloc::format;
use alloc::string::{String, ToString};

#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub(super) language: Language,
}

impl Pen {
    pub(super) fn say<T>(self, french: T, english: T) -> T {
        match self.language {
            Language::French => french,
            Language::English => english,
        }
    }

    pub(super) fn money(self, amount: Money) -> String {
        written(amount, self.language == Language::French)
    }

    /// An amount, or a dash for nothing.
    pub(super) fn money_or_dash(self, amount: Money) -> String {
        if amount.is_zero() { "–".to_string() } else { self.money(amount) }
    }

    pub(super) fn word(self, word: &'static str) -> String {
        wording::text(word, self.language).to_string()
    }

    /// A word at the head of a cell or a line.
    pub(super) fn head(self, word: &'static str) -> String {
        capitalised(wording::text(word, self.language))
    }

    pub(super) fn number(self, fraction: Fraction) -> String {
        self.comma(fraction.to_string())
    }

    /// `3,71 %` or `3.71%`.
    pub(super) fn percent(self, rate: Rate) -> String {
        let percent = self.comma(rate.percent().normalize().to_string());
        format!("{percent}{}", self.say("\u{a0}%", "%"))
    }

    /// A whole number of percent.
    pub(super) fn whole_percent(self, percent: u32) -> String {
        format!("{percent}{}", self.say("\u{a0}%", "%"))
    }

    fn comma(self, text: String) -> String {
        if self.language == Language::French { text.replace('.', ",") } else { text }
    }

    /// How many months.
    pub(super) fn months(self, count: u32) -> String {
        match count {
            1 => self.say("1\u{a0}mois", "1 month").to_string(),
            _ => format!("{count}{}", self.say("\u{a0}mois", " months")),
        }
    }

    /// From one month of the plan to another. Months are counted from the first due date.
    pub(super) fn span(self, from: u32, to: u32) -> String {
        if from == to {
            self.say(format!("mois {from}"), format!("month {from}"))
        } else {
            self.say(format!("mois {from} à {to}"), format!("months {from} to {to}"))
        }
    }

    /// A number of things, in the singular or the plural.
    pub(super) fn count(self, count: usize, french: [&str; 2], english: [&str; 2]) -> String {
        let [one, many] = self.say(french, english);
        format!("{count} {}", if count == 1 { one } else { many })
    }

    pub(super) fn quoted(self, text: &str) -> String {
        self.say(format!("«\u{a0}{text}\u{a0}»"), format!("“{text}”"))
    }

    pub(super) fn yes_no(self, holds: bool) -> Cell {
        let text = if holds { self.say("oui", "yes") } else { self.say("non", "no") };
        text.into()
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
