//! `apurement law`: the dated law laid open.

use crate::book::Overlays;
use crate::commission::Listing;
use crate::failure::Failure;
use crate::limits;
use crate::scale::cited;
use crate::text::{day, faults, say};
use apurement::dated::{Source, parse_day};
use apurement::fr::law::{EntryView, TableView};
use apurement::{Language, LawBook};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

/// The amounts, rates and limits of the texts, with the day from which each holds and the text that fixes it.
///
/// Without a table: the list of tables. With a table: all its entries, oldest first, with their sources, the number of
/// independent publishers that were read for each, and notes. A value that exists in law but that nobody has read is
/// shown as unknown. With a day: what is in force that day, or why there is nothing.
///
/// More lists: `deadlines`, the time limits (the name of one of them tells all of it); `events`, what makes them begin,
/// end or be kept; `referrals`, how a matter goes to the judge; `documents`, what the members of a commission are given
/// before a sitting.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// A table or a time limit: its name in the list; or `deadlines`, `events`, `referrals`, `documents`
    #[arg(value_name = "TABLE")]
    table: Option<String>,
    /// Show what is in force that day
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    on: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    overlays: Overlays,
}

const HELP: &str = "Examples:
  apurement law garnishment_scale --on 2026-05-15
  apurement law rsa_mayotte
  apurement law deadlines
  apurement law contest_of_measures
  apurement law events
  apurement law referrals";

pub(crate) fn run(arguments: &Arguments, language: Language) -> Result<ExitCode, Failure> {
    if let Some(listing) = arguments.table.as_deref().and_then(Listing::named) {
        let text = if arguments.json {
            listing.json(arguments.on, language).map_err(io::Error::from)? + "\n"
        } else {
            listing.text(arguments.on, language)
        };
        io::stdout().lock().write_all(text.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let book = arguments.overlays.book(language)?;
    if let Some(name) = &arguments.table {
        let asked = limits::Asked { name, on: arguments.on, json: arguments.json };
        if limits::run(&asked, &book, language)? {
            return Ok(ExitCode::SUCCESS);
        }
    }
    let tables = match &arguments.table {
        None => book.tables(),
        Some(id) => {
            let table = book.table(id);
            vec![table.map_err(|error| Failure::Usage(faults(std::slice::from_ref(&error), language)))?]
        }
    };
    let mut output = io::stdout().lock();
    if arguments.json {
        let tables: Vec<JsonTable<'_>> =
            tables.iter().map(|table| json_table(table, arguments, language)).collect();
        let answer =
            JsonBook { version: book.version(), digest: book.digest(), overlays: book.overlays(), tables };
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let text = match (&arguments.table, arguments.on) {
        (None, None) => list(&tables, &book, language),
        (Some(_), None) => tables.iter().map(|table| whole(table, language)).collect(),
        (_, Some(on)) => {
            tables.iter().map(|table| in_force(table, on, language)).collect::<Vec<_>>().join("\n")
        }
    };
    output.write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn title(table: &TableView, language: Language) -> &'static str {
    if language == Language::English { table.info.title } else { table.info.title_fr }
}

/// Every table, one line each.
fn list(tables: &[TableView], book: &LawBook, language: Language) -> String {
    let mut text = format!(
        "{} {}\n{} {}\n",
        say(language, "Données lues le", "Data read on"),
        parse_day(book.version()).map_or_else(|_| book.version().to_owned(), |read| day(read, language)),
        say(language, "Empreinte", "Digest"),
        book.digest(),
    );
    for overlay in book.overlays() {
        let _ = writeln!(text, "{} {overlay}", say(language, "Surcouche", "Overlay"));
    }
    text.push('\n');
    for table in tables {
        let _ = writeln!(
            text,
            "{:<22} {}\n{:22} {}",
            table.info.id,
            title(table, language),
            "",
            coverage(table, language)
        );
    }
    text
}

/// Since when a table answers, and until when its last value was verified.
fn coverage(table: &TableView, language: Language) -> String {
    if table.entries.is_empty() {
        return say(
            language,
            "aucune valeur : à donner par une surcouche",
            "no value: to be given in an overlay",
        )
        .to_owned();
    }
    let from = day(table.info.covered_from, language);
    let mut text = format!("{}, {} {from}", table.info.unit, say(language, "depuis le", "from"));
    if let Some(until) = table.info.verified_until {
        let until = day(until, language);
        let _ = write!(text, ", {} {until}", say(language, "vérifié jusqu'au", "verified until"));
    }
    text
}

/// A table with all its entries.
fn whole(table: &TableView, language: Language) -> String {
    let mut text = heading(table, language);
    for entry in &table.entries {
        let _ = write!(text, "\n{}", told(entry, language));
    }
    text
}

fn heading(table: &TableView, language: Language) -> String {
    let (title, info) = (title(table, language), &table.info);
    format!("{} — {title}\n{}, {}\n{}\n", info.id, info.law, info.area, coverage(table, language))
}

/// One entry: its first day, its value, where it comes from and what should be known about it.
fn told(entry: &EntryView, language: Language) -> String {
    let value = entry.value.as_deref().unwrap_or(say(language, "inconnue", "unknown"));
    let mut text = format!("{}  {value}\n", day(entry.from, language));
    for line in [sources(entry, language), entry.note.clone()] {
        if !line.is_empty() {
            let _ = writeln!(text, "            {line}");
        }
    }
    text
}

/// The text that fixes the value, its identifier, its publication, and how many publishers were read.
fn sources(entry: &EntryView, language: Language) -> String {
    let source = &entry.source;
    let mut parts = vec![cited(source, language)];
    parts.extend(source.identifier.as_ref().filter(|_| source.article.is_some()).map(ToString::to_string));
    let published = |on| format!("{} {}", say(language, "publié le", "published"), day(on, language));
    parts.extend(source.published_on.map(published));
    let read = match (language, entry.confirmations) {
        (_, 0) => String::new(),
        (Language::English, 1) => " (1 publisher read)".to_owned(),
        (Language::English, count) => format!(" ({count} publishers read)"),
        (_, 1) => " (1 éditeur lu)".to_owned(),
        (_, count) => format!(" ({count} éditeurs lus)"),
    };
    parts.join(", ") + &read
}

/// What a table says on a day.
enum InForce<'a> {
    /// A value, known or not, and whether the day is past its verification.
    Entry(&'a EntryView, bool),
    /// Nothing yet.
    TooEarly,
    /// Nothing at all: overlays only.
    Empty,
}

fn find(table: &TableView, on: NaiveDate) -> InForce<'_> {
    match table.entries.iter().rev().find(|entry| entry.from <= on) {
        Some(entry) => {
            let late = table.info.verified_until.is_some_and(|until| on > until);
            InForce::Entry(entry, late && entry.source.nature != "overlay")
        }
        None if table.entries.is_empty() => InForce::Empty,
        None => InForce::TooEarly,
    }
}

fn in_force(table: &TableView, on: NaiveDate, language: Language) -> String {
    let told = match find(table, on) {
        InForce::Entry(entry, false) => told(entry, language),
        InForce::Entry(entry, true) => {
            format!("{}            {}\n", told(entry, language), unverified(language))
        }
        InForce::TooEarly => {
            let from = day(table.info.covered_from, language);
            format!("{} {from}\n", say(language, "aucune valeur avant le", "no value before"))
        }
        InForce::Empty => format!("{}\n", coverage(table, language)),
    };
    format!("{} — {}\n{told}", table.info.id, title(table, language))
}

fn unverified(language: Language) -> &'static str {
    let french = "Cette valeur n'est plus vérifiée à cette date : un texte plus récent peut exister.";
    say(language, french, "This value is not verified at that date any more: a newer text may exist.")
}

#[derive(Serialize)]
struct JsonBook<'a> {
    version: &'a str,
    digest: &'a str,
    overlays: &'a [String],
    tables: Vec<JsonTable<'a>>,
}

#[derive(Serialize)]
struct JsonTable<'a> {
    id: &'a str,
    title: &'a str,
    unit: &'a str,
    area: &'a str,
    law: &'a str,
    covered_from: Option<String>,
    verified_until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unverified: Option<bool>,
    entries: Vec<JsonEntry<'a>>,
}

#[derive(Serialize)]
struct JsonEntry<'a> {
    from: String,
    value: Option<&'a str>,
    source: JsonSource<'a>,
    confirmations: u8,
    note: &'a str,
}

#[derive(Serialize)]
struct JsonSource<'a> {
    nature: &'a str,
    number: Option<&'a str>,
    signed_on: Option<String>,
    published_on: Option<String>,
    article: Option<&'a str>,
    identifier: Option<&'a str>,
}

/// A table; with a day, only the entry in force that day.
fn json_table<'a>(table: &'a TableView, arguments: &Arguments, language: Language) -> JsonTable<'a> {
    let (entries, unverified) = match arguments.on.map(|on| find(table, on)) {
        None => (table.entries.iter().map(json_entry).collect(), None),
        Some(InForce::Entry(entry, unverified)) => (vec![json_entry(entry)], Some(unverified)),
        Some(InForce::TooEarly | InForce::Empty) => (Vec::new(), None),
    };
    let info = &table.info;
    JsonTable {
        id: info.id,
        title: title(table, language),
        unit: info.unit,
        area: info.area,
        law: info.law,
        covered_from: (!table.entries.is_empty()).then(|| info.covered_from.to_string()),
        verified_until: info.verified_until.map(|until| until.to_string()),
        unverified,
        entries,
    }
}

fn json_entry(entry: &EntryView) -> JsonEntry<'_> {
    JsonEntry {
        from: entry.from.to_string(),
        value: entry.value.as_deref(),
        source: json_source(&entry.source),
        confirmations: entry.confirmations,
        note: &entry.note,
    }
}

fn json_source(source: &Source) -> JsonSource<'_> {
    JsonSource {
        nature: &source.nature,
        number: source.number.as_deref(),
        signed_on: source.signed_on.map(|day| day.to_string()),
        published_on: source.published_on.map(|day| day.to_string()),
        article: source.article.as_deref(),
        identifier: source.identifier.as_deref(),
    }
}
