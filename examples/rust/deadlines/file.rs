//! The time limits of a file, from the events that a case holds or those named on the command line.

use crate::case::{Answer, CaseFile, json, read, spoken};
use crate::failure::Failure;
use crate::text::{Lang, say};
use apurement::dated::parse_day;
use apurement::fr::holiday::HolidaySet;
use apurement::{Language, LawBook};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The file whose time limits are asked for.
#[derive(Debug, Args)]
pub(crate) struct FileArguments {
    /// Case whose events are read; standard input for "-"
    #[arg(value_name = "CASE", conflicts_with_all = SCALAR)]
    case: Option<PathBuf>,
    /// An event instead of a case, with its day, as in file_deposited=2025-11-30; may be repeated. `apurement law events` lists the words
    #[arg(long = "event", value_name = "KIND=DAY", requires = "as_of", value_parser = event, conflicts_with = "case", conflicts_with_all = SCALAR)]
    events: Vec<Event>,
    /// Day on which the file is looked at; the day of assessment of the case unless given
    #[arg(long, value_name = "DAY", value_parser = parse_day, conflicts_with_all = SCALAR)]
    as_of: Option<NaiveDate>,
    /// How the time limits of a file are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, conflicts_with_all = SCALAR)]
    format: FileFormat,
}

/// What asks for something else than the time limits of a file.
const SCALAR: [&str; 4] = ["from", "holidays_of", "csv", "fr_csv"];

/// How the time limits of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum FileFormat {
    /// Plain text
    #[default]
    Text,
    /// Markdown
    Markdown,
    /// One HTML page that needs nothing else
    Html,
    /// A table: commas, English column names that do not change
    Csv,
    /// The same with semicolons and French headings
    CsvFr,
    /// A calendar (iCalendar): what runs or is to come, with the due dates of the plan where their first day is known
    Ics,
    /// The answer as the library gives it: one JSON document on one line
    Json,
}

impl FileFormat {
    /// The part of the answer that holds it.
    fn part(self) -> &'static str {
        match self {
            FileFormat::Text => "deadlines_text",
            FileFormat::Markdown => "deadlines_markdown",
            FileFormat::Html => "deadlines_html",
            FileFormat::Csv => "deadlines_csv",
            FileFormat::CsvFr => "deadlines_csv_fr",
            FileFormat::Ics => "deadlines_ics",
            FileFormat::Json => "deadlines",
        }
    }
}

/// An event named on the command line.
#[derive(Debug, Clone, Serialize)]
struct Event {
    kind: String,
    on: NaiveDate,
}

fn event(text: &str) -> Result<Event, String> {
    let (kind, on) = text.split_once('=').ok_or("KIND=DAY is expected")?;
    let on = parse_day(on).map_err(|error| error.message(Language::English))?;
    Ok(Event { kind: kind.into(), on })
}

impl FileArguments {
    /// Whether a file is asked about.
    pub(crate) fn asks(&self) -> bool {
        self.case.is_some() || !self.events.is_empty()
    }

    /// Its time limits, with the holidays named, else those of its territory.
    pub(crate) fn run(
        &self,
        holidays: Option<HolidaySet>,
        in_json: bool,
        lang: Option<Lang>,
    ) -> Result<ExitCode, Failure> {
        let case = CaseFile { case: self.case.clone().unwrap_or_else(|| PathBuf::from("-")) };
        let request = if self.events.is_empty() { read(&case.case)? } else { self.bare()? };
        let format = if in_json { FileFormat::Json } else { self.format };
        let part = format.part();
        let mut fields = vec![("want", json(&[part])?)];
        if let Some(as_of) = self.as_of {
            fields.push(("deadlines.as_of", json(&as_of)?));
        }
        if let Some(holidays) = holidays {
            fields.push(("deadlines.holidays", json(&holidays)?));
        }
        let Some((response, answer)) = case.ask::<Answer>(LawBook::builtin(), &request, fields, lang)? else {
            return Ok(ExitCode::FAILURE);
        };
        let mut output = io::stdout().lock();
        match answer.reports.get(part) {
            Some(report) => output.write_all(report.as_bytes())?,
            None if format == FileFormat::Json => {
                output.write_all(&response)?;
                writeln!(output)?;
            }
            // A calendar of what runs or is to come, where nothing does.
            None => {
                let language = lang.map_or_else(|| spoken(&request), Lang::language);
                let told = say(language, "aucune échéance à venir", "no time limit to come");
                return Err(Failure::Refused(told.into()));
            }
        }
        output.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    /// A case that holds the events of the command line and nothing else.
    fn bare(&self) -> Result<Vec<u8>, Failure> {
        #[derive(Serialize)]
        struct Bare<'a> {
            schema: &'static str,
            jurisdiction: &'static str,
            assessed_on: Option<NaiveDate>,
            events: &'a [Event],
        }
        let case =
            Bare { schema: "apurement/1", jurisdiction: "fr", assessed_on: self.as_of, events: &self.events };
        Ok(serde_json::to_vec(&case).map_err(io::Error::from)?)
    }
}
