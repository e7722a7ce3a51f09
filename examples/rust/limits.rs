//! `apurement law deadlines`: the time limits of the law laid open, and the events that they depend on.

use crate::failure::Failure;
use crate::text::{day, say};
use apurement::fr::deadline::{Anchor, EventKind, LIMITS, Limit, Stated, Version};
use apurement::vocabulary::Vocabulary;
use apurement::{Language, LawBook};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// The name under which all of them are listed.
pub(crate) const ALL: &str = "deadlines";

/// The name under which the events that they begin, end or are kept with are listed.
pub(crate) const EVENTS: &str = "events";

/// What is asked: all the limits or one, and on which day.
pub(crate) struct Asked<'a> {
    pub(crate) name: &'a str,
    pub(crate) on: Option<NaiveDate>,
    pub(crate) json: bool,
}

/// Tells the limits of that name, or the events, if there are any.
pub(crate) fn run(asked: &Asked<'_>, book: &LawBook, language: Language) -> Result<bool, Failure> {
    if asked.name == EVENTS {
        tell_events(asked.json, language)?;
        return Ok(true);
    }
    let limits: Vec<&Limit> = match asked.name {
        ALL => LIMITS.iter().collect(),
        id => Limit::find(id).into_iter().collect(),
    };
    if limits.is_empty() {
        return Ok(false);
    }
    let mut output = io::stdout().lock();
    if asked.json {
        let limits = limits.iter().map(|limit| json_limit(limit, asked.on, language)).collect();
        let answer = JsonLimits { version: book.version(), digest: book.digest(), limits };
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
        return Ok(true);
    }
    let text: String = match asked.name {
        ALL => limits.iter().map(|limit| listed(limit, asked.on, language)).collect::<Vec<_>>().join("\n"),
        _ => limits.iter().map(|limit| whole(limit, asked.on, language)).collect(),
    };
    output.write_all(text.as_bytes())?;
    Ok(true)
}

/// The events that a file may tell: the word of the documents, and what it means.
fn tell_events(json: bool, language: Language) -> Result<(), Failure> {
    let kinds = EventKind::WORDS.iter().filter_map(|word| EventKind::from_word(word));
    let mut output = io::stdout().lock();
    if json {
        let words: BTreeMap<_, _> = kinds.map(|kind| (kind.word(), kind.reading(language))).collect();
        writeln!(output, "{}", serde_json::to_string(&words).map_err(io::Error::from)?)?;
        return Ok(());
    }
    let wide = EventKind::WORDS.iter().map(|word| word.len()).max().unwrap_or(0);
    for kind in kinds {
        writeln!(output, "{:wide$}  {}", kind.word(), kind.reading(language))?;
    }
    Ok(())
}

/// The versions, or the one in force on a day.
fn versions(limit: &Limit, on: Option<NaiveDate>) -> Vec<&Version> {
    match on {
        None => limit.versions.iter().collect(),
        Some(on) => limit.versions.iter().rev().find(|version| version.from <= on).into_iter().collect(),
    }
}

/// A limit in three lines.
fn listed(limit: &Limit, on: Option<NaiveDate>, language: Language) -> String {
    let mut text = format!("{} — {}\n", limit.id, limit.title_in(language));
    let told = versions(limit, on);
    match told.last() {
        None => {
            let _ = writeln!(text, "    {}", too_early(limit, language));
        }
        Some(version) => {
            let _ = writeln!(
                text,
                "    {}, {}, {}\n    {}",
                version.delay.reading(language),
                limit.who.reading(language),
                limit.certainty.reading(language),
                version.articles.join(and(language)),
            );
        }
    }
    text
}

fn too_early(limit: &Limit, language: Language) -> String {
    let first = limit.versions.first().map(|version| day(version.from, language)).unwrap_or_default();
    let none = say(language, "aucun texte lu avant le", "no text read before");
    let read = say(
        language,
        "le premier texte lu est appliqué, avec un doute",
        "the first text read is applied, with a doubt",
    );
    let absent = say(language, "ce délai n'existait pas", "this time limit did not exist");
    format!("{none} {first}{}{}", say(language, " : ", ": "), if limit.before { read } else { absent })
}

/// All that is known of a limit.
fn whole(limit: &Limit, on: Option<NaiveDate>, language: Language) -> String {
    let mut text = format!("{} — {}\n{}\n\n", limit.id, limit.title_in(language), limit.effect_in(language));
    let colon = say(language, " : ", ": ");
    let mut line = |label: &str, told: String| {
        if !told.is_empty() {
            let _ = writeln!(text, "{label}{colon}{told}");
        }
    };
    let kind = format!("{} ({})", limit.kind.reading(language), limit.who.reading(language));
    line(say(language, "nature", "kind"), kind);
    let or = say(language, " ; à défaut ", "; failing that ");
    line(say(language, "commence", "begins"), anchors(limit.starts, language).join(or));
    line(say(language, "suppose aussi", "also needs"), events(limit.needs, language));
    line(say(language, "respecté par", "kept by"), events(limit.met_by, language));
    line(say(language, "prend fin avec", "ended by"), anchors(limit.ended_by, language).join(and(language)));
    line(
        say(language, "sans objet en cas de", "not applicable after"),
        anchors(limit.void_by, language).join(and(language)),
    );
    line(say(language, "durée", "duration"), stated(limit.stated, language).to_owned());
    if limit.distance {
        let far = say(
            language,
            "un mois de plus outre-mer, deux à l'étranger",
            "one month more overseas, two abroad",
        );
        line(say(language, "distance", "distance"), far.to_owned());
    }
    line(say(language, "certitude", "certainty"), limit.certainty.reading(language).to_owned());
    line(say(language, "à savoir", "to know"), limit.note_in(language).unwrap_or_default().to_owned());
    text.push('\n');
    let told = versions(limit, on);
    if told.is_empty() {
        let _ = writeln!(text, "{}", too_early(limit, language));
    }
    for version in told {
        let (from, delay) = (day(version.from, language), version.delay.reading(language));
        let _ = writeln!(text, "{from}  {delay}\n            {}", version.articles.join(and(language)));
    }
    text
}

const fn stated(stated: Stated, language: Language) -> &'static str {
    match (stated, language) {
        (Stated::Ignored, _) => "",
        (Stated::Within, Language::English) => "the decision may fix less",
        (Stated::Within, _) => "la décision peut fixer moins",
        (Stated::Needed, Language::English) => "fixed by the decision, within the longest of the law",
        (Stated::Needed, _) => "fixée par la décision, dans le maximum de la loi",
        _ => "",
    }
}

fn events(kinds: &[EventKind], language: Language) -> String {
    kinds.iter().map(|kind| event(*kind, language)).collect::<Vec<_>>().join(and(language))
}

/// An event by its reading, with the word by which documents call it.
fn event(kind: EventKind, language: Language) -> String {
    format!("{} ({})", kind.reading(language), kind.word())
}

/// What stands between the parts of a list.
fn and(language: Language) -> &'static str {
    say(language, " ; ", "; ")
}

/// Events by their reading and word, other limits by their identifier.
fn anchors(anchors: &[Anchor], language: Language) -> Vec<String> {
    let told = |anchor: &Anchor| match anchor {
        Anchor::Event(kind) => event(*kind, language),
        Anchor::MissedEndOf(_) => format!("{} {}", id(*anchor), say(language, "non respecté", "not kept")),
        _ => format!("{} {}", say(language, "fin de", "end of"), id(*anchor)),
    };
    anchors.iter().map(told).collect()
}

fn id(anchor: Anchor) -> &'static str {
    anchor.limit().map_or("", |limit| limit.id)
}

#[derive(Serialize)]
struct JsonLimits<'a> {
    version: &'a str,
    digest: &'a str,
    limits: Vec<JsonLimit>,
}

#[derive(Serialize)]
struct JsonLimit {
    id: &'static str,
    title: &'static str,
    effect: &'static str,
    note: Option<&'static str>,
    kind: &'static str,
    who: &'static str,
    certainty: &'static str,
    starts: Vec<String>,
    needs: Vec<&'static str>,
    met_by: Vec<&'static str>,
    ended_by: Vec<String>,
    void_by: Vec<String>,
    distance: bool,
    before: bool,
    versions: Vec<JsonVersion>,
}

#[derive(Serialize)]
struct JsonVersion {
    from: String,
    delay: String,
    articles: &'static [&'static str],
}

fn json_limit(limit: &Limit, on: Option<NaiveDate>, language: Language) -> JsonLimit {
    let words = |kinds: &[EventKind]| kinds.iter().map(|kind| kind.word()).collect();
    let anchors = |anchors: &[Anchor]| anchors.iter().map(json_anchor).collect();
    let version = |version: &Version| JsonVersion {
        from: version.from.to_string(),
        delay: version.delay.reading(language),
        articles: version.articles,
    };
    JsonLimit {
        id: limit.id,
        title: limit.title_in(language),
        effect: limit.effect_in(language),
        note: limit.note_in(language),
        kind: limit.kind.word(),
        who: limit.who.word(),
        certainty: limit.certainty.word(),
        starts: anchors(limit.starts),
        needs: words(limit.needs),
        met_by: words(limit.met_by),
        ended_by: anchors(limit.ended_by),
        void_by: anchors(limit.void_by),
        distance: limit.distance,
        before: limit.before,
        versions: versions(limit, on).into_iter().map(version).collect(),
    }
}

/// The words of the data: `file_deposited`, `end:x`, `missed:x`.
fn json_anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Event(kind) => kind.word().to_owned(),
        Anchor::MissedEndOf(_) => format!("missed:{}", id(*anchor)),
        _ => format!("end:{}", id(*anchor)),
    }
}
