//! `apurement floor`: the RSA amount of a household.

use crate::book::{self, Law};
use crate::dialect::{SHEET, SheetArguments};
use crate::failure::Failure;
use crate::sheet::{self, Columns, Fault, Row};
use crate::text::{Figures, day, euros, say};
use apurement::dated::parse_day;
use apurement::fr::{self, Territory};
use apurement::{Language, LawBook, Money};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// The RSA amount of a household (montant forfaitaire), the floor of over-indebtedness.
///
/// The amount for one person, times a coefficient that grows with the household (CASF L. 262-2, R. 262-1; R. 542-6 in
/// Mayotte), rounded half up to the cent. Neither the lone-parent supplement nor the housing flat rate belong to it. It
/// must stay with a household in over-indebtedness (C. conso. L. 731-2, R. 731-1). A wage garnishment leaves the amount
/// for one person whatever the household (C. trav. L. 3252-3): see `apurement scale`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// Adults: 1 or 2
    #[arg(long, value_name = "NUMBER", required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    adults: Option<u32>,
    /// Children in full charge, under 25
    #[arg(long, value_name = "NUMBER", default_value_t = 0, conflicts_with_all = SHEET)]
    children: u32,
    /// Day whose law applies
    #[arg(long, value_name = "DAY", value_parser = parse_day, required_unless_present_any = SHEET, conflicts_with_all = SHEET)]
    on: Option<NaiveDate>,
    /// Where the household lives
    #[arg(long, value_name = "TERRITORY", value_parser = book::territory(), default_value = "metropole", conflicts_with_all = SHEET)]
    territory: Territory,
    /// Answer in JSON
    #[arg(long, conflicts_with_all = SHEET)]
    json: bool,
    #[command(flatten)]
    sheet: SheetArguments,
    #[command(flatten)]
    law: Law,
}

const HELP: &str = "Sheets: columns date,territory,adults,children in any order; floor and error are added. An empty territory is the \
metropole.

Examples:
  apurement floor --adults 2 --children 2 --on 2025-05-01
  apurement floor --csv < households.csv > floors.csv";

const COLUMNS: Columns<1> =
    Columns { required: &["date", "territory", "adults", "children"], optional: &[], results: ["floor"] };
const DATE: usize = 0;
const TERRITORY: usize = 1;
const ADULTS: usize = 2;
const CHILDREN: usize = 3;

pub(crate) fn run(arguments: &Arguments, language: Language) -> Result<ExitCode, Failure> {
    let book = arguments.law.book(language)?;
    if let Some(dialect) = arguments.sheet.dialect() {
        return sheet::run(dialect, &COLUMNS, language, |row, results| compute_row(&book, row, results));
    }
    let (Some(adults), Some(on)) = (arguments.adults, arguments.on) else { return Ok(ExitCode::from(2)) };
    let answer = answer(&book, adults, arguments.children, arguments.territory, on);
    let answer = answer.map_err(|error| Failure::refused(&error, language))?;
    let mut output = io::stdout().lock();
    if arguments.json {
        writeln!(output, "{}", serde_json::to_string(&answer).map_err(io::Error::from)?)?;
    } else {
        output.write_all(text(&answer, on, language).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn compute_row(book: &LawBook, row: &Row<'_>, results: &mut [Option<Money>; 1]) -> Result<(), Fault> {
    let (adults, children) = (row.count(ADULTS)?, row.count(CHILDREN)?);
    let floor = fr::floor(book, adults, children, row.word(TERRITORY)?, row.day(DATE)?)?;
    *results = [Some(floor)];
    Ok(())
}

/// What the law answers, as JSON writes it.
#[derive(Serialize)]
struct Answer {
    on: String,
    territory: Territory,
    adults: u32,
    children: u32,
    one_person: Money,
    floor: Money,
    unverified: bool,
}

fn answer(
    book: &LawBook,
    adults: u32,
    children: u32,
    territory: Territory,
    on: NaiveDate,
) -> apurement::Result<Answer> {
    let floor = fr::floor(book, adults, children, territory, on)?;
    let one_person = book.rsa(territory, on)?;
    let unverified = one_person.unverified;
    Ok(Answer {
        on: on.to_string(),
        territory,
        adults,
        children,
        one_person: *one_person.value,
        floor,
        unverified,
    })
}

fn text(answer: &Answer, on: NaiveDate, language: Language) -> String {
    let mut figures = Figures::default();
    figures
        .add(say(language, "Adultes", "Adults"), answer.adults.to_string())
        .add(say(language, "Enfants à charge", "Children in charge"), answer.children.to_string())
        .add(say(language, "RSA d'une personne", "RSA of one person"), euros(answer.one_person, language))
        .add(say(language, "RSA du foyer", "RSA of the household"), euros(answer.floor, language));
    let title = say(language, "RSA (montant forfaitaire), au", "RSA amount, on");
    let mut text = format!("{title} {}\n\n{figures}", day(on, language));
    if answer.unverified {
        let unverified = "Ce montant n'est plus vérifié à cette date : un texte plus récent peut exister.";
        let english = "This amount is not verified at that date any more: a newer text may exist.";
        text.push_str(&format!("\n{}\n", say(language, unverified, english)));
    }
    text
}
