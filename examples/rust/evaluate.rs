//! `apurement evaluate`: whole cases, from documents.

use crate::book::Overlays;
use crate::case::{self, open, read, refusal, spoken};
use crate::explanation::{Explained, tree};
use crate::failure::{Failure, tell};
use crate::request::Asked;
use crate::text::{Lang, say};
use apurement::{Language, LawBook, evaluate_with};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Deserialize;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// A whole case: household, budget, repayment capacity, debts and their plan, wage garnishment.
///
/// A case is a JSON document (`"schema": "apurement/1"`); all its amounts are euros a month. The capacity is the lowest of
/// what the budget leaves, the scale amount of all resources, and what exceeds the RSA of the household (C. conso. L. 731-1
/// to L. 731-3, R. 731-1 to R. 731-3). The order of the claims on a pay is the one of C. trav. L. 3252-1 to L. 3252-5 and
/// CPCE R. 212-1-33 to R. 212-1-35. A case with debts is answered by what the law lets measures do with each, and by a plan
/// of at most seven years (C. conso. L. 711-4, L. 711-6, L. 732-3, L. 733-1 to L. 733-4). The report is written in French unless the case or --lang asks otherwise.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    /// Cases; standard input when there is none, or for "-"
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print the answer as the library gives it: one JSON document on one line
    #[arg(long)]
    json: bool,
    /// Read many cases, one a line, and print one JSON answer a line in the same order; a case at fault is answered with its
    /// errors, and the next one goes on
    #[arg(long)]
    jsonl: bool,
    /// What to print: a report, or a sheet of the plan
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, conflicts_with_all = ["json", "jsonl"])]
    format: Format,
    /// Explain how each figure was reached, article by article (with the text report, --json or --jsonl)
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    overlays: Overlays,
}

/// The files that the library makes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// The report as plain text
    #[default]
    Text,
    /// The report as Markdown
    Markdown,
    /// The report as one HTML page that needs nothing else, with the schedule month by month
    Html,
    /// The plan's schedule month by month: commas, decimal points
    ScheduleCsv,
    /// The same for a French spreadsheet: semicolons, decimal commas
    ScheduleCsvFr,
    /// The plan's measures, a debt a line: commas, decimal points
    MeasuresCsv,
    /// The same for a French spreadsheet: semicolons, decimal commas
    MeasuresCsvFr,
    /// The due dates of the plan, for a calendar (iCalendar)
    InstalmentsIcs,
    /// The time limits, one a line: commas
    DeadlinesCsv,
    /// The same for a French spreadsheet: semicolons
    DeadlinesCsvFr,
    /// The time limits ahead and the due dates of the plan, for a calendar (iCalendar)
    DeadlinesIcs,
}

impl Format {
    /// Its name among the parts of a request, and among the reports of an answer.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Format::Text => ("report_text", "text"),
            Format::Markdown => ("report_markdown", "markdown"),
            Format::Html => ("report_html", "html"),
            Format::ScheduleCsv => ("schedule_csv", "schedule_csv"),
            Format::ScheduleCsvFr => ("schedule_csv_fr", "schedule_csv_fr"),
            Format::MeasuresCsv => ("measures_csv", "measures_csv"),
            Format::MeasuresCsvFr => ("measures_csv_fr", "measures_csv_fr"),
            Format::InstalmentsIcs => ("instalments_ics", "instalments_ics"),
            Format::DeadlinesCsv => ("deadlines_csv", "deadlines_csv"),
            Format::DeadlinesCsvFr => ("deadlines_csv_fr", "deadlines_csv_fr"),
            Format::DeadlinesIcs => ("deadlines_ics", "deadlines_ics"),
        }
    }
}

const HELP: &str = "Examples:
  apurement evaluate examples/cases/lone-tenant.json --explain
  apurement evaluate examples/cases/partial-erasure.json --format html > plan.html
  apurement evaluate --jsonl < cases.jsonl > answers.jsonl";

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let language = lang.unwrap_or_default().language();
    let book = arguments.overlays.book(language)?;
    if arguments.explain && arguments.format != Format::Text {
        let told = say(
            language,
            "--explain ne va qu'avec --format text, --json ou --jsonl",
            "--explain goes with --format text, --json or --jsonl only",
        );
        return Err(Failure::Usage(told.into()));
    }
    let asked = asked(arguments, lang);
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
    if arguments.jsonl {
        return answer_lines(files, &book, &asked, language);
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let mut refused = false;
    for (place, file) in files.iter().enumerate() {
        let request = read(file)?;
        let response = evaluate_with(&book, &asked.of(&request));
        let answer: Answer = serde_json::from_slice(&response).map_err(io::Error::from)?;
        let errors = &answer.answer.errors;
        refused |= !errors.is_empty();
        if arguments.json {
            output.write_all(&response)?;
            writeln!(output)?;
        } else if errors.is_empty() {
            if files.len() > 1 && arguments.format == Format::Text {
                let gap = if place > 0 { "\n" } else { "" };
                writeln!(output, "{gap}=== {}\n", file.display())?;
            }
            let spoken = lang.map_or_else(|| spoken(&request), Lang::language);
            write_report(&mut output, &answer, arguments, spoken)?;
        } else {
            output.flush()?;
            tell(&refusal(file, errors));
        }
    }
    output.flush()?;
    Ok(ExitCode::from(u8::from(refused)))
}

/// What the options ask of the library.
fn asked(arguments: &Arguments, lang: Option<Lang>) -> Asked {
    let language = lang.map(Lang::code);
    let explanation = arguments.explain.then_some("explanation");
    if arguments.json || arguments.jsonl {
        // A request that wants nothing in particular gets its explanation without asking.
        return Asked { parts: explanation.into_iter().collect(), language, ..Asked::default() };
    }
    let parts: Vec<&str> = [arguments.format.names().0].into_iter().chain(explanation).collect();
    Asked { parts_when_silent: parts.clone(), parts, language, ..Asked::default() }
}

/// The part of an answer that the command reads.
#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(flatten)]
    answer: case::Answer,
    #[serde(default)]
    explanation: Vec<Explained>,
}

fn write_report(
    output: &mut impl Write,
    answer: &Answer,
    arguments: &Arguments,
    language: Language,
) -> io::Result<()> {
    let report = answer.answer.reports.get(arguments.format.names().1).map_or("", String::as_str);
    if arguments.format != Format::Text {
        return output.write_all(report.as_bytes());
    }
    writeln!(output, "{}", report.trim_end())?;
    if arguments.explain {
        let title = say(language, "Explication, étape par étape", "Explanation, step by step");
        write!(output, "\n{title}\n{}", tree(&answer.explanation))?;
    }
    Ok(())
}

/// Answers many cases, one a line.
fn answer_lines(
    files: &[PathBuf],
    book: &LawBook,
    asked: &Asked,
    language: Language,
) -> Result<ExitCode, Failure> {
    let mut output = BufWriter::with_capacity(1 << 17, io::stdout().lock());
    let progress = progress(language);
    let (mut cases, mut refused) = (0_u64, 0_u64);
    for file in files {
        let mut lines = BufReader::with_capacity(1 << 17, open(file)?);
        let mut line = Vec::new();
        while read_line(&mut lines, &mut line).map_err(|error| Failure::unreadable(file, &error))? {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let response = evaluate_with(book, &asked.of(&line));
            cases += 1;
            refused += u64::from(is_refusal(&response));
            output.write_all(&response)?;
            output.write_all(b"\n")?;
            progress.inc(1);
        }
    }
    output.flush()?;
    progress.finish_and_clear();
    tell(&match (language, refused) {
        (Language::English, 0) => format!("{cases} cases"),
        (Language::English, _) => format!("{cases} cases, {refused} with errors"),
        (_, 0) => format!("{cases} dossiers"),
        _ => format!("{cases} dossiers, dont {refused} en erreur"),
    });
    Ok(ExitCode::SUCCESS)
}

/// The next line without its end; `false` past the last one.
fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = lines.read_until(b'\n', line)?;
    while matches!(line.last(), Some(b'\n' | b'\r')) {
        line.pop();
    }
    Ok(read > 0)
}

fn is_refusal(response: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Errors {
        errors: Option<serde::de::IgnoredAny>,
    }
    serde_json::from_slice::<Errors>(response).is_ok_and(|answer| answer.errors.is_some())
}

/// A count on standard error, shown only when somebody looks at it.
fn progress(language: Language) -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    let cases = say(language, "dossiers", "cases");
    if let Ok(style) =
        ProgressStyle::with_template(&format!("{{spinner}} {{pos}} {cases} ({{per_sec}}, {{elapsed}})"))
    {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
