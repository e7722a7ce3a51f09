//! `apurement law referrals` and `apurement law documents`: the commission's own rules laid open.

use crate::text::{day, say};
use apurement::Language;
use apurement::fr::commission::{DOCUMENTS, Document, REFERRALS, Referral};
use apurement::fr::debt::treatment::Certainty;
use apurement::vocabulary::Vocabulary;
use chrono::NaiveDate;
use serde::Serialize;
use std::fmt::Write as _;

/// What can be listed beside the tables of the law.
#[derive(Clone, Copy)]
pub(crate) enum Listing {
    Referrals,
    Documents,
}

impl Listing {
    pub(crate) fn named(name: &str) -> Option<Listing> {
        match name {
            "referrals" => Some(Listing::Referrals),
            "documents" => Some(Listing::Documents),
            _ => None,
        }
    }

    /// The rows that hold on a day; all of them without one.
    pub(crate) fn text(self, on: Option<NaiveDate>, language: Language) -> String {
        let mut text = format!("{}\n", self.title(language));
        match self {
            Listing::Referrals => rows(REFERRALS, on).for_each(|row| referral(&mut text, row, language)),
            Listing::Documents => rows(DOCUMENTS, on).for_each(|row| document(&mut text, row, language)),
        }
        text
    }

    /// The same in JSON.
    pub(crate) fn json(self, on: Option<NaiveDate>, language: Language) -> serde_json::Result<String> {
        match self {
            Listing::Referrals => {
                let rows: Vec<_> = rows(REFERRALS, on).map(|row| JsonReferral::of(row, language)).collect();
                serde_json::to_string(&rows)
            }
            Listing::Documents => {
                let rows: Vec<_> = rows(DOCUMENTS, on).map(|row| JsonDocument::of(row, language)).collect();
                serde_json::to_string(&rows)
            }
        }
    }

    fn title(self, language: Language) -> &'static str {
        match self {
            Listing::Referrals => say(language, "Saisir le juge", "Referrals to the judge"),
            Listing::Documents => say(
                language,
                "Documents donnés aux membres de la commission avant la séance",
                "Documents given to the members of the commission before the sitting",
            ),
        }
    }
}

/// A row with the first day on which it is known to hold.
trait Dated {
    fn from(&self) -> NaiveDate;
}

impl Dated for Referral {
    fn from(&self) -> NaiveDate {
        self.from
    }
}

impl Dated for Document {
    fn from(&self) -> NaiveDate {
        self.from
    }
}

fn rows<T: Dated>(rows: &'static [T], on: Option<NaiveDate>) -> impl Iterator<Item = &'static T> {
    rows.iter().filter(move |row| on.is_none_or(|on| row.from() <= on))
}

fn referral(text: &mut String, row: &Referral, language: Language) {
    let _ = writeln!(text, "\n{:<30} {}", row.id, row.purpose_in(language));
    let separator = say(language, " ; ", "; ");
    line(text, &[row.judge.name(language), row.who.name(language), row.form.name(language)].join(separator));
    line(text, &cited(row.articles, row.certainty, row.from, language));
    if let Some(note) = row.note_in(language) {
        line(text, note);
    }
}

fn document(text: &mut String, row: &Document, language: Language) {
    let _ = writeln!(text, "\n{:<30} {}", row.id, row.title_in(language));
    let stages: Vec<&str> = row.stages.iter().map(|stage| stage.name(language)).collect();
    line(text, &stages.join(say(language, " ; ", "; ")));
    line(text, &cited(row.articles, row.certainty, row.from, language));
}

fn line(text: &mut String, line: &str) {
    let _ = writeln!(text, "{:30} {line}", "");
}

/// The articles, how certain the row is where it is not certain, and since when it is known.
fn cited(articles: &[&str], certainty: Certainty, from: NaiveDate, language: Language) -> String {
    let doubt = match certainty {
        Certainty::Certain => "",
        Certainty::Likely => say(language, " ; règle probable", "; likely rule"),
        Certainty::Unsure => say(language, " ; règle incertaine", "; unsure rule"),
    };
    let since = say(language, "depuis le", "from");
    format!("{}{doubt}, {since} {}", articles.join(say(language, " ; ", "; ")), day(from, language))
}

#[derive(Serialize)]
struct JsonReferral {
    id: &'static str,
    purpose: &'static str,
    judge: &'static str,
    who: &'static str,
    form: &'static str,
    from: String,
    articles: &'static [&'static str],
    certainty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

impl JsonReferral {
    fn of(row: &'static Referral, language: Language) -> JsonReferral {
        JsonReferral {
            id: row.id,
            purpose: row.purpose_in(language),
            judge: row.judge.word(),
            who: row.who.word(),
            form: row.form.word(),
            from: row.from.to_string(),
            articles: row.articles,
            certainty: row.certainty.word(),
            note: row.note_in(language),
        }
    }
}

#[derive(Serialize)]
struct JsonDocument {
    id: &'static str,
    title: &'static str,
    stages: Vec<&'static str>,
    from: String,
    articles: &'static [&'static str],
    certainty: &'static str,
}

impl JsonDocument {
    fn of(row: &'static Document, language: Language) -> JsonDocument {
        JsonDocument {
            id: row.id,
            title: row.title_in(language),
            stages: row.stages.iter().map(|stage| stage.word()).collect(),
            from: row.from.to_string(),
            articles: row.articles,
            certainty: row.certainty.word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_listed_from_their_first_day() {
        let text = Listing::Referrals.text(None, Language::English);
        assert!(REFERRALS.iter().all(|row| text.contains(row.id) && text.contains(row.purpose)));
        let before = NaiveDate::from_ymd_opt(2020, 12, 31);
        assert!(!Listing::Referrals.text(before, Language::French).contains("L. 721-4"));
        assert!(Listing::Documents.text(before, Language::French).contains("Tableau des mesures"));
    }

    #[test]
    fn json_has_the_words_of_the_rows() {
        let json = Listing::Referrals.json(None, Language::French).unwrap();
        let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(rows.as_array().map(Vec::len), Some(REFERRALS.len()));
        let auction = &rows[1];
        assert_eq!(auction["judge"], "real_estate_seizure");
        assert_eq!(auction["form"], "registered_or_handed");
        let json = Listing::Documents.json(None, Language::English).unwrap();
        assert!(json.contains(r#""id":"reasons","title":"Reasons","stages":["imposed_measures"]"#));
    }
}
