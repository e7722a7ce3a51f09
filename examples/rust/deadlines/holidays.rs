//! The public holidays of a year.

use crate::failure::Failure;
use crate::text::{day, say, weekday};
use apurement::Language;
use apurement::fr::holiday::{Holiday, HolidaySet};
use apurement::vocabulary::Vocabulary;
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// Lists them, by day.
pub(super) fn list(year: i32, set: HolidaySet, json: bool, language: Language) -> Result<ExitCode, Failure> {
    let holidays = set.holidays_of(year).map_err(|error| Failure::refused(&error, language))?;
    let mut output = io::stdout().lock();
    if json {
        let days = holidays.iter().map(|(on, holiday)| json_day(*on, holiday, language)).collect();
        let answer = Answer { year, holidays: set.word(), days };
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let names = holidays.iter().map(|(_, holiday)| name(holiday, language).chars().count());
    let width = names.max().unwrap_or(0);
    for (on, holiday) in &holidays {
        let (weekday, day, name) = (weekday(*on, language), day(*on, language), name(holiday, language));
        writeln!(output, "  {weekday:<9} {day}  {name:<width$}  {}", holiday.article)?;
    }
    for (_, holiday) in holidays.iter().filter(|(_, holiday)| !holiday.note.is_empty()) {
        let colon = say(language, " :", ":");
        writeln!(output, "\n{}{colon} {}", name(holiday, language), note(holiday, language))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn name(holiday: &Holiday, language: Language) -> &'static str {
    say(language, holiday.name_fr, holiday.name)
}

fn note(holiday: &Holiday, language: Language) -> &'static str {
    say(language, holiday.note_fr, holiday.note)
}

#[derive(Serialize)]
struct Answer {
    year: i32,
    holidays: &'static str,
    days: Vec<JsonDay>,
}

#[derive(Serialize)]
struct JsonDay {
    date: String,
    id: &'static str,
    name: &'static str,
    article: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'static str,
}

fn json_day(on: NaiveDate, holiday: &Holiday, language: Language) -> JsonDay {
    let (id, article) = (holiday.id, holiday.article);
    let (name, note) = (name(holiday, language), note(holiday, language));
    JsonDay { date: on.to_string(), id, name, article, note }
}
