//! `apurement interest`: statements of interest, of a case or of one claim told by options, and legal interest by sheet.

use crate::book::{self, Law};
use crate::case::{Answer, CaseFile, json, print};
use crate::dialect::{SHEET, SheetArguments};
use crate::failure::Failure;
use crate::sheet::{self, Columns, Fault, Row, missing};
use crate::text::Lang;
use apurement::dated::parse_day;
use apurement::fr;
use apurement::fr::interest::{CreditorClass, DayCount};
use apurement::vocabulary::Vocabulary;
use apurement::{LawBook, Money};
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// What is owed of a claim on a day, with its interest line by line (décompte).
///
/// Interest runs each day from its first day (included) to the end (excluded), at the legal rate of the half-year and of the
/// class of the creditor (C. mon. fin. L. 313-2, D. 313-1-A) or at a rate of its own; five points are added two months after
/// a judgment became enforceable (L. 313-3). A payment pays costs, then interest, then principal (C. civ. 1343-1). The total
/// is exact and rounded once. A case (`interest` in the document) can say more: costs, several principals, sums withheld,
/// decisions, compounding, and the events of an over-indebtedness file.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// Case; standard input for "-"
    #[arg(value_name = "CASE", required_unless_present_any = ["principal", "csv", "fr_csv"], conflicts_with_all = SHEET)]
    case: Option<PathBuf>,
    /// One claim instead of a case: its principal, in euros
    #[arg(long, value_name = "EUROS", value_parser = Money::parse, requires_all = ["from", "until"], conflicts_with = "case", conflicts_with_all = SHEET)]
    principal: Option<Money>,
    /// First day of interest
    #[arg(long, value_name = "DAY", value_parser = parse_day, requires = "principal")]
    from: Option<NaiveDate>,
    /// Day at which the statement ends, excluded
    #[arg(long, value_name = "DAY", value_parser = parse_day, requires = "principal")]
    until: Option<NaiveDate>,
    /// Class of the creditor, for the legal rate: individuals are natural persons not acting for business needs
    #[arg(long, value_name = "CLASS", value_parser = PossibleValuesParser::new(CreditorClass::WORDS), requires = "principal", required_unless_present_any = ["contract", "case", "csv", "fr_csv"])]
    class: Option<String>,
    /// Rate of the contract in percent a year, instead of the legal rate
    #[arg(long, value_name = "PERCENT", requires = "principal", conflicts_with = "class")]
    contract: Option<String>,
    /// Day on which a judgment became enforceable, for the increase of five points
    #[arg(long, value_name = "DAY", value_parser = parse_day, requires = "principal", conflicts_with = "contract")]
    enforceable_on: Option<NaiveDate>,
    /// A payment received (may be given several times)
    #[arg(long, value_name = "DAY=EUROS", value_parser = payment, requires = "principal")]
    payment: Vec<Payment>,
    /// The part of a year that a day is, where the case does not say it
    #[arg(long, value_name = "CONVENTION", value_parser = book::word::<DayCount>(DayCount::WORDS), conflicts_with_all = SHEET)]
    day_count: Option<DayCount>,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, conflicts_with_all = SHEET)]
    format: Format,
    #[command(flatten)]
    sheet: SheetArguments,
    #[command(flatten)]
    law: Law,
}

/// The files that the library makes of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// The statement as plain text
    #[default]
    Text,
    /// The statement as Markdown
    Markdown,
    /// The statement as one HTML page that needs nothing else
    Html,
    /// Lines, payments and what is left: commas, decimal points
    Csv,
    /// The same for a French spreadsheet: semicolons, decimal commas
    CsvFr,
    /// The answer as the library gives it: one JSON document on one line
    Json,
}

impl Format {
    /// The part of the answer that it is.
    const fn part(self) -> &'static str {
        match self {
            Format::Text => "interest_text",
            Format::Markdown => "interest_markdown",
            Format::Html => "interest_html",
            Format::Csv => "interest_csv",
            Format::CsvFr => "interest_csv_fr",
            Format::Json => "interest",
        }
    }
}

const HELP: &str = "Sheets: columns principal,class,from,until and if need be day_count, in any order; interest (legal, without increase) and \
error are added.

Examples:
  apurement interest --principal 10000 --from 2024-01-01 --until 2026-01-01 --class others
  apurement interest --principal 3200 --from 2023-03-01 --until 2026-07-01 --class individuals --enforceable-on 2023-04-15 \
--payment 2024-02-05=500
  apurement interest examples/cases/interest-statement.json --format html > decompte.html
  apurement interest --csv < claims.csv > interest.csv";

const COLUMNS: Columns<1> = Columns {
    required: &["principal", "class", "from", "until"],
    optional: &["day_count"],
    results: ["interest"],
};
const PRINCIPAL: usize = 0;
const CLASS: usize = 1;
const FROM: usize = 2;
const UNTIL: usize = 3;
const DAY_COUNT: usize = 4;

/// A payment told by an option.
#[derive(Debug, Clone, Copy)]
struct Payment {
    on: NaiveDate,
    amount: Money,
}

fn payment(text: &str) -> Result<Payment, String> {
    let (on, amount) = text.split_once('=').ok_or("a day and an amount, such as 2024-02-05=500")?;
    let on = parse_day(on).map_err(|error| error.to_string())?;
    let amount = Money::parse(amount).map_err(|error| error.to_string())?;
    Ok(Payment { on, amount })
}

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let language = lang.unwrap_or_default().language();
    let book = arguments.law.book(language)?;
    if let Some(dialect) = arguments.sheet.dialect() {
        return sheet::run(dialect, &COLUMNS, language, |row, results| compute_row(&book, row, results));
    }
    let part = arguments.format.part();
    let mut fields = vec![("want", json(&[part])?)];
    if let Some(day_count) = arguments.day_count {
        fields.push(("conventions.day_count", json(&day_count)?));
    }
    let (case, request) = match arguments.claim() {
        Some(request) => (CaseFile { case: "-".into() }, request.to_string().into_bytes()),
        None => {
            let case = CaseFile { case: arguments.case.clone().unwrap_or_else(|| "-".into()) };
            let request = case.request()?;
            (case, request)
        }
    };
    let Some((response, answer)) = case.ask::<Answer>(&book, &request, fields, lang)? else {
        return Ok(ExitCode::FAILURE);
    };
    print(answer.reports.get(part), &response)?;
    Ok(ExitCode::SUCCESS)
}

impl Arguments {
    /// The request of the claim that the options tell, if they tell one.
    fn claim(&self) -> Option<Value> {
        let (principal, from, until) = (self.principal?, self.from?, self.until?);
        let rate = match &self.contract {
            Some(percent) => json!({"kind": "contract", "percent": percent}),
            None => json!({"kind": "legal", "class": self.class}),
        };
        let payments: Vec<Value> = self
            .payment
            .iter()
            .map(|payment| json!({"on": payment.on.to_string(), "amount": payment.amount}))
            .collect();
        let mut claim = json!({
            "id": "1", "principal": [{"amount": principal, "from": from.to_string()}], "rate": rate,
            "payments": payments, "until": until.to_string()
        });
        if let Some(on) = self.enforceable_on {
            claim["increase"] = json!({"enforceable_on": on.to_string()});
        }
        Some(json!({
            "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": until.to_string(), "interest": [claim]
        }))
    }
}

fn compute_row(book: &LawBook, row: &Row<'_>, results: &mut [Option<Money>; 1]) -> Result<(), Fault> {
    let class = row.optional_word::<CreditorClass>(CLASS, CreditorClass::WORDS)?;
    let class = class.ok_or_else(|| missing(CLASS))?;
    let (from, until) = (row.day(FROM)?, row.day(UNTIL)?);
    let day_count = row.word::<DayCount>(DAY_COUNT)?;
    *results = [Some(fr::legal_interest(book, row.amount(PRINCIPAL)?, class, from, until, day_count)?)];
    Ok(())
}
