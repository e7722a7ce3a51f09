//! The languages that sentences are rendered in.

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

    /// One of two texts, according to the language.
    pub(crate) const fn pick<'a>(self, french: &'a str, english: &'a str) -> &'a str {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }
}
