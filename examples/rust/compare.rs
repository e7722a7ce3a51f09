//! `apurement compare`: plans under several policies, with a margin kept, and the other ways, side by side.

use crate::book::Overlays;
use crate::case::{Answer, CaseFile, json};
use crate::failure::Failure;
use crate::text::Lang;
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::process::ExitCode;

/// Plans and ways side by side: what other policies, a margin below the maximum, or another way would do.
///
/// Policies: those that the case names in `compare`, else its own wish and those that differ from it in one point (ranks,
/// rate, sharing within a rank). Margins: the plan at 100, 95 and 90 % of the legal maximum, as long as no amount is decided
/// (C. conso. L. 731-1). Ways: the plan, a suspension (L. 733-1, 4°) and the rétablissement personnel (L. 741-1, L. 742-1):
/// what each pays, erases and leaves. None of it is a decision; a row that can't be drawn says why.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    #[command(flatten)]
    case: CaseFile,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    #[command(flatten)]
    overlays: Overlays,
}

/// How the comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// Tables as plain text
    #[default]
    Text,
    /// Tables as Markdown
    Markdown,
    /// One HTML page that needs nothing else
    Html,
    /// The answer as the library gives it: one JSON document on one line
    Json,
}

const HELP: &str = "Examples:
  apurement compare examples/cases/couple-revolving-credits.json
  apurement compare examples/cases/pensioner-co-debtor.json --format html > comparison.html";

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let book = arguments.overlays.book(lang.unwrap_or_default().language())?;
    let part = match arguments.format {
        Format::Text => "comparison_text",
        Format::Markdown => "comparison_markdown",
        Format::Html => "comparison_html",
        Format::Json => "comparison",
    };
    let fields = vec![("want", json(&[part])?)];
    let Some((response, answer)) =
        arguments.case.ask::<Answer>(&book, &arguments.case.request()?, fields, lang)?
    else {
        return Ok(ExitCode::FAILURE);
    };
    let mut output = io::stdout().lock();
    match answer.reports.get(part) {
        Some(report) => output.write_all(report.as_bytes())?,
        None => {
            output.write_all(&response)?;
            writeln!(output)?;
        }
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
