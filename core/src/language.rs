//! The languages that sentences are rendered in.

use alloc::string::{String, ToString};
use chrono::NaiveDate;

/// A language of messages, explanations and reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// French, the language of the law applied here.
    #[default]
    French,
    /// English.
    English,
}

impl Language {
    /// The language of a code (`fr`, `en`), if it is one that the library speaks.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        match code {
            "fr" => Some(Language::French),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// A date as people write it: `15/05/2026` in French, `15 May 2026` in English.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        match self {
            Language::French => date.format("%d/%m/%Y").to_string(),
            Language::English => date.format("%-d %B %Y").to_string(),
        }
    }

    /// One of two texts, according to the language.
    pub(crate) const fn pick<'a>(self, french: &'a str, english: &'a str) -> &'a str {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }
}
