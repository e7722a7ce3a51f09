//! How amounts, days and errors are written for people.

use apurement::{Error, Language, Money};
use chrono::{Datelike, NaiveDate, Weekday};
use clap::ValueEnum;
use std::fmt::Write;

/// A language that the command speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// French
    #[default]
    Fr,
    /// English
    En,
}

impl Lang {
    pub(crate) fn language(self) -> Language {
        match self {
            Lang::Fr => Language::French,
            Lang::En => Language::English,
        }
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

/// One of two texts, according to the language.
pub(crate) fn say<'a>(language: Language, french: &'a str, english: &'a str) -> &'a str {
    if language == Language::English { english } else { french }
}

/// A day: `15/05/2026` in French, `2026-05-15` in English.
pub(crate) fn day(date: NaiveDate, language: Language) -> String {
    date.format(say(language, "%d/%m/%Y", "%Y-%m-%d")).to_string()
}

/// The name of the weekday of a day.
pub(crate) fn weekday(date: NaiveDate, language: Language) -> &'static str {
    match date.weekday() {
        Weekday::Mon => say(language, "lundi", "Monday"),
        Weekday::Tue => say(language, "mardi", "Tuesday"),
        Weekday::Wed => say(language, "mercredi", "Wednesday"),
        Weekday::Thu => say(language, "jeudi", "Thursday"),
        Weekday::Fri => say(language, "vendredi", "Friday"),
        Weekday::Sat => say(language, "samedi", "Saturday"),
        Weekday::Sun => say(language, "dimanche", "Sunday"),
    }
}

/// An amount with its currency.
pub(crate) fn euros(amount: Money, language: Language) -> String {
    apurement::money::written(amount, language != Language::English)
}

/// Errors as a list, one a line: `path: message [name]`.
pub(crate) fn faults(errors: &[Error], language: Language) -> String {
    errors.iter().fold(String::new(), |mut list, error| {
        list.push_str(&fault(error.path(), &error.message(language), error.code().name()));
        list
    })
}

/// One line of such a list.
pub(crate) fn fault(path: &str, message: &str, name: &str) -> String {
    let colon = if path.is_empty() { "" } else { ": " };
    format!("{path}{colon}{message} [{name}]\n")
}

/// Lines of a label and a figure, the figures aligned on the right.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    lines: Vec<(String, String)>,
}

impl Figures {
    pub(crate) fn add(&mut self, label: &str, figure: impl Into<String>) -> &mut Figures {
        self.lines.push((label.to_owned(), figure.into()));
        self
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = |text: &String| text.chars().count();
        let labels = self.lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let figures = self.lines.iter().map(|(_, figure)| width(figure)).max().unwrap_or(0);
        let mut text = String::new();
        for (label, figure) in &self.lines {
            writeln!(text, "  {label:<labels$}  {figure:>figures$}")?;
        }
        f.write_str(&text)
    }
}
