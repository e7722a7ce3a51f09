//! `apurement deadlines`: the time limits of a file, the last day of a time limit, and the public holidays.

mod count;
mod file;
mod holidays;

use crate::book;
use crate::dialect::{SHEET, SheetArguments};
use crate::failure::Failure;
use crate::text::{Lang, say};
use apurement::dated::parse_day;
use apurement::fr::deadline::{LimitKind, Residence};
use apurement::fr::holiday::HolidaySet;
use apurement::vocabulary::Vocabulary;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use count::{DayUnit, KINDS};
use file::FileArguments;
use std::process::ExitCode;

/// The time limits of a file; or the last day of one, with the days off that move it; or the public holidays of a year.
///
/// Of a file, from its events: what must be done and until when, what runs, what is to come, what is over, and which event is
/// missing to know more, each with its article and how certain the rule is.
///
/// The day that makes it run does not count; months end on the day of the same number, else on the last of the month;
/// months first, then days (CPC 641). An act whose last day is a Saturday, a Sunday or a holiday may be done on the next
/// working day (CPC 642); a period ends where it ends; what must be done before a day (kind backward) is counted back, then
/// moved to the working day before, the safe side. Those who live overseas or abroad have one or two months more for
/// appeals, oppositions and appearances before courts (CPC 643, 644): say it only for those.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    #[command(flatten)]
    file: FileArguments,
    /// The day that makes it run: of a notification, the day it was received; with kind backward, the day to come
    #[arg(long, value_name = "DAY", value_parser = parse_day, conflicts_with_all = SHEET)]
    from: Option<NaiveDate>,
    /// How many days
    #[arg(long, value_name = "NUMBER", requires = "from")]
    days: Option<u32>,
    /// How many months, before the days; twelve a year
    #[arg(long, value_name = "NUMBER", requires = "from")]
    months: Option<u32>,
    /// Which days are counted: all, all but Sundays and holidays (jours ouvrables), all but Saturdays too (jours ouvrés)
    #[arg(long, value_name = "UNIT", value_parser = book::word::<DayUnit>(DayUnit::WORDS), default_value = "days", requires = "days")]
    unit: DayUnit,
    /// What it is: something to do, an effect that lasts, something to do before a day
    #[arg(long, value_name = "KIND", value_parser = kind(), default_value = "act", requires = "from")]
    kind: LimitKind,
    /// Which public holidays count: national unless said otherwise; for a case, those of its territory
    #[arg(long, value_name = "SET", value_parser = book::word::<HolidaySet>(HolidaySet::WORDS), conflicts_with_all = SHEET)]
    holidays: Option<HolidaySet>,
    /// Where the person who must act lives, for limits that are longer from afar
    #[arg(long, value_name = "RESIDENCE", value_parser = book::word::<Residence>(Residence::WORDS), default_value = "near", requires = "from")]
    residence: Residence,
    /// List the holidays of a year
    #[arg(long, value_name = "YEAR", conflicts_with = "from", conflicts_with_all = SHEET)]
    holidays_of: Option<i32>,
    /// Answer in JSON
    #[arg(long, conflicts_with_all = SHEET)]
    json: bool,
    #[command(flatten)]
    sheet: SheetArguments,
}

const HELP: &str = "Sheets: columns date and months, days or both; if need be unit,kind,holidays,residence, in any order; expires_on (as \
counted), due_on (the last day) and error are added. An empty cell means what the option means by default.

Examples:
  apurement deadlines examples/cases/deadlines-deposit-to-measures.json
  apurement deadlines --event file_deposited=2025-11-30 --as-of 2026-01-10
  apurement deadlines --from 2004-05-21 --days 15
  apurement deadlines --from 2026-06-30 --days 15 --kind backward --holidays alsace_moselle
  apurement deadlines --csv < notifications.csv > deadlines.csv
  apurement deadlines --holidays-of 2026 --holidays reunion";

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    if arguments.file.asks() {
        return arguments.file.run(arguments.holidays, arguments.json, lang);
    }
    let language = lang.unwrap_or_default().language();
    if let Some(dialect) = arguments.sheet.dialect() {
        return count::sheet(dialect, language);
    }
    if let Some(year) = arguments.holidays_of {
        return holidays::list(year, arguments.holidays.unwrap_or_default(), arguments.json, language);
    }
    if let Some(from) = arguments.from {
        return count::one(from, arguments, language);
    }
    let told =
        "il faut un dossier, --event, --from avec --days ou --months, --holidays-of, --csv ou --fr-csv";
    let english = "give a case, --event, --from with --days or --months, --holidays-of, --csv or --fr-csv";
    Err(Failure::Usage(say(language, told, english).to_owned()))
}

/// The kinds that have a last day.
fn kind() -> impl TypedValueParser<Value = LimitKind> {
    PossibleValuesParser::new(KINDS).map(|word| LimitKind::from_word(&word).unwrap_or(LimitKind::Act))
}
