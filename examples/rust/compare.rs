//! `apurement compare`: plans under several policies, with a margin kept, and the other ways, side by side.

use crate::book::Overlays;
use crate::case::{Answer, CaseFile, PageFormat, json, print, read, spoken};
use crate::failure::Failure;
use crate::text::{Lang, faults, say};
use apurement::LawBook;
use apurement::document::read_case;
use apurement::fr::case::{Parts, assess};
use apurement::report::{self, Appraisal};
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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
    /// The same household at an earlier day, the commission's for instance: prints its capacity beside that of the case,
    /// and nothing else
    #[arg(long, value_name = "CASE")]
    earlier: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    overlays: Overlays,
}

const HELP: &str = "Examples:
  apurement compare examples/cases/couple-revolving-credits.json
  apurement compare examples/cases/pensioner-co-debtor.json --format html > comparison.html
  apurement compare hearing.json --earlier commission.json";

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let book = arguments.overlays.book(lang.unwrap_or_default().language())?;
    if let Some(earlier) = &arguments.earlier {
        return two_dates(arguments, earlier, &book, lang);
    }
    let part = match arguments.format {
        PageFormat::Text => "comparison_text",
        PageFormat::Markdown => "comparison_markdown",
        PageFormat::Html => "comparison_html",
        PageFormat::Json => "comparison",
    };
    let fields = vec![("want", json(&[part])?)];
    let Some((response, answer)) =
        arguments.case.ask::<Answer>(&book, &arguments.case.request()?, fields, lang)?
    else {
        return Ok(ExitCode::FAILURE);
    };
    print(answer.reports.get(part), &response)?;
    Ok(ExitCode::SUCCESS)
}

/// The capacities of two cases side by side, each under the law of its own day.
fn two_dates(
    arguments: &Arguments,
    earlier: &Path,
    book: &LawBook,
    lang: Option<Lang>,
) -> Result<ExitCode, Failure> {
    let format = match arguments.format {
        PageFormat::Text => report::Format::Text,
        PageFormat::Markdown => report::Format::Markdown,
        PageFormat::Html => report::Format::Html,
        PageFormat::Json => {
            return Err(Failure::Usage("--earlier prints a report: text, markdown or html".into()));
        }
    };
    let request = arguments.case.request()?;
    let language = lang.map_or_else(|| spoken(&request), Lang::language);
    let worked = |file: &Path, request: &[u8]| {
        let worked = read_case(book, request).and_then(|(case, law)| {
            let assessment = assess(&law, &case, Parts::all_of(&case))?;
            Ok((case, assessment))
        });
        worked
            .map_err(|errors| Failure::Refused(format!("{}:\n{}", file.display(), faults(&errors, language))))
    };
    let (was, before) = worked(earlier, &read(earlier)?)?;
    let (is, after) = worked(&arguments.case.case, &request)?;
    let text = report::capacities(
        Appraisal { name: say(language, "Premier examen", "First look"), case: &was, assessment: &before },
        Appraisal { name: say(language, "Nouvel examen", "New look"), case: &is, assessment: &after },
        format,
        language,
    );
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
