//! `apurement plan`: the capacity of a case, its orientation, and the plan that settles its debts.

use crate::book::Overlays;
use crate::case::{Answer, CaseFile, json};
use crate::failure::Failure;
use crate::text::Lang;
use apurement::Money;
use apurement::fr::plan::{Ranks, RateKind};
use apurement::vocabulary::Vocabulary;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use serde_json::value::RawValue;
use std::io::{self, Write};
use std::process::ExitCode;

/// The plan of a case: capacity, orientation, and the table of measures (tableau des mesures).
///
/// The plan serves landlords before lenders (C. conso. L. 711-6) and the ranks in their order, within the capacity and the
/// seven years that the law leaves (L. 732-3, L. 733-3); what is then not paid is erased (L. 733-4), or left by an agreed
/// plan. As long as no amount is decided it stands on the legal maximum, which is not the amount due. The options change
/// what the case asks of its plan, nothing else.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    #[command(flatten)]
    case: CaseFile,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    /// Months of the plan, at most what the law leaves
    #[arg(long, value_name = "NUMBER")]
    months: Option<u32>,
    /// Euros a month for the creditors, instead of the capacity of the case
    #[arg(long, value_name = "EUROS", value_parser = Money::parse)]
    capacity: Option<Money>,
    /// Whether neighbouring ranks may share a tier
    #[arg(long, value_name = "RANKS", value_parser = PossibleValuesParser::new(Ranks::WORDS))]
    ranks: Option<String>,
    /// Rate borne during the plan: nil, legal, or percent a year; never above the contract rate of a debt (L. 733-1, 3°)
    #[arg(long, value_name = "RATE", value_parser = rate)]
    rate: Option<Rate>,
    #[command(flatten)]
    overlays: Overlays,
}

/// The files that the library makes of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// The report as plain text
    #[default]
    Text,
    /// The report as Markdown
    Markdown,
    /// The report as one HTML page that needs nothing else, with the schedule month by month
    Html,
    /// The answer as the library gives it: capacity, orientation, treatments and plan, one JSON document on one line
    Json,
    /// The schedule month by month: commas, decimal points
    ScheduleCsv,
    /// The same for a French spreadsheet: semicolons, decimal commas
    ScheduleCsvFr,
    /// The measures, a debt a line: commas, decimal points
    MeasuresCsv,
    /// The same for a French spreadsheet: semicolons, decimal commas
    MeasuresCsvFr,
    /// The due dates, for a calendar (iCalendar)
    InstalmentsIcs,
}

impl Format {
    /// The parts of the answer that it needs.
    const fn parts(self) -> &'static [&'static str] {
        match self {
            Format::Text => &["report_text", "plan"],
            Format::Markdown => &["report_markdown", "plan"],
            Format::Html => &["report_html", "plan"],
            Format::Json => &["capacity", "orientation", "treatments", "plan"],
            Format::ScheduleCsv => &["schedule_csv"],
            Format::ScheduleCsvFr => &["schedule_csv_fr"],
            Format::MeasuresCsv => &["measures_csv"],
            Format::MeasuresCsvFr => &["measures_csv_fr"],
            Format::InstalmentsIcs => &["instalments_ics"],
        }
    }
}

const HELP: &str = "Examples:
  apurement plan examples/cases/partial-erasure.json
  apurement plan examples/cases/ten-debts.json --capacity 600 --rate legal
  apurement plan examples/cases/couple-revolving-credits.json --format html > plan.html
  apurement plan examples/cases/ten-debts.json --format schedule-csv-fr > echeancier.csv
  apurement plan examples/cases/partial-erasure.json --format instalments-ics > echeances.ics";

/// A rate as the documents write it.
#[derive(Debug, Clone, serde::Serialize)]
struct Rate {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<String>,
}

/// What is no word goes to the library as a number, which it reads from its own digits.
fn rate(text: &str) -> Result<Rate, String> {
    match RateKind::from_word(text) {
        Some(kind) if kind != RateKind::Given => Ok(Rate { kind: kind.word(), percent: None }),
        _ if text.starts_with(|c: char| c.is_ascii_digit()) => {
            Ok(Rate { kind: RateKind::Given.word(), percent: Some(text.to_owned()) })
        }
        _ => Err("nil, legal, or a number of percent a year such as 2.5".to_owned()),
    }
}

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let book = arguments.overlays.book(lang.unwrap_or_default().language())?;
    let fields = arguments.fields()?;
    let Some((response, answer)) =
        arguments.case.ask::<Answer>(&book, &arguments.case.request()?, fields, lang)?
    else {
        return Ok(ExitCode::FAILURE);
    };
    let mut output = io::stdout().lock();
    if arguments.format == Format::Json {
        output.write_all(&response)?;
        writeln!(output)?;
    } else {
        // One report or file was asked for.
        for report in answer.reports.values() {
            output.write_all(report.as_bytes())?;
        }
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

impl Arguments {
    /// What the options set in the request.
    fn fields(&self) -> Result<Vec<(&'static str, Box<RawValue>)>, Failure> {
        let mut fields = vec![("want", json(&self.format.parts())?)];
        if let Some(months) = self.months {
            fields.push(("plan.horizon_months", json(&months)?));
        }
        if let Some(amount) = self.capacity {
            let step = serde_json::json!([{"from_month": 1, "amount": amount.to_string()}]);
            fields.push(("plan.capacity_steps", json(&step)?));
        }
        if let Some(ranks) = &self.ranks {
            fields.push(("plan.ranks", json(ranks)?));
        }
        if let Some(rate) = &self.rate {
            fields.push(("plan.rate", json(rate)?));
        }
        Ok(fields)
    }
}
