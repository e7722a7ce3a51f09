//! One time limit, or a sheet of them.

use super::Arguments;
use crate::dialect::Dialect;
use crate::failure::Failure;
use crate::sheet::{self, Columns, Fault, Row};
use crate::text::{Figures, day, say, weekday};
use apurement::Language;
use apurement::fr::deadline::{Delay, LimitKind, Residence, Term, mixed_term};
use apurement::fr::holiday::HolidaySet;
use apurement::vocabulary::Vocabulary;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// The kinds of limit that have a last day.
pub(super) const KINDS: [&str; 3] = ["act", "period", "backward"];

/// Which days are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum DayUnit {
    /// All.
    #[default]
    Days,
    /// No Sunday and no holiday (jours ouvrables).
    WorkableDays,
    /// No Saturday, Sunday or holiday (jours ouvrés).
    WorkingDays,
}

impl Vocabulary for DayUnit {
    const WORDS: &'static [&'static str] = &["days", "workable_days", "working_days"];

    fn word(self) -> &'static str {
        match self {
            DayUnit::Days => "days",
            DayUnit::WorkableDays => "workable_days",
            DayUnit::WorkingDays => "working_days",
        }
    }

    fn from_word(word: &str) -> Option<DayUnit> {
        match word {
            "days" => Some(DayUnit::Days),
            "workable_days" => Some(DayUnit::WorkableDays),
            "working_days" => Some(DayUnit::WorkingDays),
            _ => None,
        }
    }
}

/// How long: months, days, or the ones before the others.
#[derive(Debug, Clone, Copy)]
struct Length {
    months: Option<u32>,
    days: Option<u32>,
    unit: DayUnit,
}

/// Counts it; `None` when no length was given.
fn counted(
    from: NaiveDate,
    length: Length,
    kind: LimitKind,
    holidays: HolidaySet,
    residence: Residence,
) -> apurement::Result<Option<Term>> {
    let (first, delay) = match (length.months, length.days, length.unit) {
        (None, None, _) => return Ok(None),
        (Some(months), None, _) => (0, Delay::Months(months)),
        (first, Some(days), DayUnit::Days) => (first.unwrap_or(0), Delay::Days(days)),
        (first, Some(days), DayUnit::WorkableDays) => (first.unwrap_or(0), Delay::WorkableDays(days)),
        (first, Some(days), DayUnit::WorkingDays) => (first.unwrap_or(0), Delay::WorkingDays(days)),
    };
    mixed_term(from, first.saturating_add(residence.months()), delay, kind, holidays)
}

// ---- one

pub(super) fn one(from: NaiveDate, arguments: &Arguments, language: Language) -> Result<ExitCode, Failure> {
    let Arguments { months, days, unit, kind, holidays, residence, json, .. } = *arguments;
    let holidays = holidays.unwrap_or_default();
    let length = Length { months, days, unit };
    let term = counted(from, length, kind, holidays, residence);
    let Some(term) = term.map_err(|error| Failure::refused(&error, language))? else {
        let told = say(language, "il faut --days, --months ou les deux", "give --days, --months or both");
        return Err(Failure::Usage(told.to_owned()));
    };
    let skipped = skipped(term, holidays).map_err(|error| Failure::refused(&error, language))?;
    let mut output = io::stdout().lock();
    if json {
        let answer = Answer {
            from: from.to_string(),
            months,
            days,
            unit: days.map(|_| unit.word()),
            kind: kind.word(),
            holidays: holidays.word(),
            residence: residence.word(),
            expires_on: term.expires_on.to_string(),
            due_on: term.due_on.to_string(),
            skipped: skipped.iter().map(|(on, reason)| reason.told(*on, language)).collect(),
        };
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
    } else {
        output.write_all(text(from, term, &skipped, kind, language).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The answer as JSON writes it.
#[derive(Serialize)]
struct Answer {
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    kind: &'static str,
    holidays: &'static str,
    residence: &'static str,
    expires_on: String,
    due_on: String,
    skipped: Vec<Skipped>,
}

/// A day off that moved the last day.
#[derive(Serialize)]
struct Skipped {
    date: String,
    reason: &'static str,
    name: &'static str,
}

/// Why nothing is due on a day.
#[derive(Debug, Clone, Copy)]
enum Reason {
    Holiday(&'static apurement::fr::holiday::Holiday),
    Weekend,
}

impl Reason {
    /// The name of the holiday or of the weekday.
    fn name(self, on: NaiveDate, language: Language) -> &'static str {
        match self {
            Reason::Holiday(holiday) => say(language, holiday.name_fr, holiday.name),
            Reason::Weekend => weekday(on, language),
        }
    }

    fn told(self, on: NaiveDate, language: Language) -> Skipped {
        let reason = match self {
            Reason::Holiday(holiday) => holiday.id,
            Reason::Weekend if on.weekday() == Weekday::Sat => "saturday",
            Reason::Weekend => "sunday",
        };
        Skipped { date: on.to_string(), reason, name: self.name(on, language) }
    }
}

/// The days from the end as counted to the last day, that one left out.
fn skipped(term: Term, holidays: HolidaySet) -> apurement::Result<Vec<(NaiveDate, Reason)>> {
    let mut found = Vec::new();
    let mut on = term.expires_on;
    while on != term.due_on {
        found.push((on, holidays.holiday(on)?.map_or(Reason::Weekend, Reason::Holiday)));
        let next = if term.due_on < on { on.pred_opt() } else { on.succ_opt() };
        on = next.unwrap_or(term.due_on);
    }
    Ok(found)
}

fn text(
    from: NaiveDate,
    term: Term,
    skipped: &[(NaiveDate, Reason)],
    kind: LimitKind,
    language: Language,
) -> String {
    let dated = |date| format!("{} {}", weekday(date, language), day(date, language));
    let (first, last) = match kind {
        LimitKind::Backward => {
            (say(language, "Avant le", "Before"), say(language, "Au plus tard le", "At the latest"))
        }
        LimitKind::Period => {
            (say(language, "À compter du", "From"), say(language, "Prend fin le", "Ends on"))
        }
        LimitKind::Act | LimitKind::Open => {
            (say(language, "À compter du", "From"), say(language, "Dernier jour", "Last day"))
        }
    };
    let mut figures = Figures::default();
    figures
        .add(first, dated(from))
        .add(say(language, "Terme compté", "End as counted"), dated(term.expires_on))
        .add(last, dated(term.due_on));
    let mut text = figures.to_string();
    if !skipped.is_empty() {
        let (french, english) = match kind {
            LimitKind::Backward => ("Reculé au jour ouvré précédent", "Moved to the working day before"),
            _ => (
                "Reporté au premier jour ouvrable suivant (CPC 642)",
                "Moved to the next working day (CPC 642)",
            ),
        };
        text.push_str(&format!("\n{}\n", say(language, french, english)));
        for (on, reason) in skipped {
            let name = reason.name(*on, language);
            text.push_str(&match reason {
                Reason::Holiday(_) => format!("  {} ({name})\n", dated(*on)),
                Reason::Weekend => format!("  {}\n", dated(*on)),
            });
        }
    }
    text
}

// ---- sheets

const COLUMNS: Columns<2> = Columns {
    required: &["date"],
    optional: &["months", "days", "unit", "kind", "holidays", "residence"],
    results: ["expires_on", "due_on"],
};
const DATE: usize = 0;
const MONTHS: usize = 1;
const DAYS: usize = 2;
const UNIT: usize = 3;
const KIND: usize = 4;
const HOLIDAYS: usize = 5;
const RESIDENCE: usize = 6;

pub(super) fn sheet(dialect: Dialect, language: Language) -> Result<ExitCode, Failure> {
    sheet::run(dialect, &COLUMNS, language, compute_row)
}

fn compute_row(row: &Row<'_>, results: &mut [Option<NaiveDate>; 2]) -> Result<(), Fault> {
    let from = row.day(DATE)?;
    let length = Length {
        months: row.optional_count(MONTHS)?,
        days: row.optional_count(DAYS)?,
        unit: row.word(UNIT)?,
    };
    let kind = row.optional_word(KIND, &KINDS)?.unwrap_or(LimitKind::Act);
    let term = counted(from, length, kind, row.word(HOLIDAYS)?, row.word(RESIDENCE)?)?;
    let term = term.ok_or_else(|| sheet::missing(DAYS))?;
    *results = [Some(term.expires_on), Some(term.due_on)];
    Ok(())
}
