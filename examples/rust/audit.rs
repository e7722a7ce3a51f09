//! `apurement audit`: what breaks the law in a plan, what is doubtful, what should be known.

use crate::book::Overlays;
use crate::case::{CaseFile, json, read, spoken};
use crate::failure::Failure;
use crate::text::{Lang, euros, say};
use apurement::fr::audit::Grade;
use apurement::vocabulary::Vocabulary;
use apurement::{Language, Money};
use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The check of a plan: breaches of the law first, then what is doubtful, then notes, each with its article and amounts.
///
/// The plan is the one of --plan, else the one that the case holds in `audit`, else the plan that the library draws for the
/// case, which is clean of breaches. A plan is JSON: its kind, its tiers with their lines, what is erased, the rates (the
/// field `audit` of a case). Imposed measures and agreed plans are not held to the same rules (C. conso. L. 732-2, L. 733-1).
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct Arguments {
    #[command(flatten)]
    case: CaseFile,
    /// The plan to check, a JSON file; standard input for "-"
    #[arg(long, value_name = "PLAN")]
    plan: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
    #[command(flatten)]
    overlays: Overlays,
}

/// How the findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// A finding a line
    #[default]
    Text,
    /// The answer as the library gives it: one JSON document on one line
    Json,
}

const HELP: &str = "Exit status: 0 when no breach is found, 3 when one is, 1 when the case or the plan is refused, 2 when the command was not \
used as it should.

Examples:
  apurement audit examples/cases/partial-erasure.json
  apurement audit case.json --plan commission.json";

/// The exit status of a plan that breaks a rule.
const BREACH: u8 = 3;

#[derive(Debug, Deserialize)]
struct Answer {
    audit: Audit,
}

#[derive(Debug, Deserialize)]
struct Audit {
    clean: bool,
    findings: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
struct Finding {
    finding: String,
    grade: String,
    article: String,
    certainty: String,
    debt: Option<String>,
    month: Option<u32>,
    bound: Option<String>,
    found: Option<String>,
    bound_months: Option<u32>,
    found_months: Option<u32>,
}

pub(crate) fn run(arguments: &Arguments, lang: Option<Lang>) -> Result<ExitCode, Failure> {
    let standard_input = Path::new("-");
    if arguments.case.case == standard_input && arguments.plan.as_deref() == Some(standard_input) {
        let told = say(
            lang.unwrap_or_default().language(),
            "le dossier et le plan ne peuvent pas venir tous deux de l'entrée standard",
            "case and plan can't both come from standard input",
        );
        return Err(Failure::Usage(told.into()));
    }
    let book = arguments.overlays.book(lang.unwrap_or_default().language())?;
    let request = arguments.case.request()?;
    let mut fields = vec![("want", json(&["audit"])?)];
    if let Some(file) = &arguments.plan {
        fields.push(("audit", plan(file)?));
    }
    let Some((response, answer)) = arguments.case.ask::<Answer>(&book, &request, fields, lang)? else {
        return Ok(ExitCode::FAILURE);
    };
    let mut output = io::stdout().lock();
    match arguments.format {
        Format::Json => {
            output.write_all(&response)?;
            writeln!(output)?;
        }
        Format::Text => {
            let language = lang.map_or_else(|| spoken(&request), Lang::language);
            output.write_all(answer.audit.written(language).as_bytes())?;
        }
    }
    output.flush()?;
    Ok(if answer.audit.clean { ExitCode::SUCCESS } else { ExitCode::from(BREACH) })
}

/// The plan of a file; what is wrong within it is told by the library.
fn plan(file: &Path) -> Result<Box<RawValue>, Failure> {
    serde_json::from_slice(&read(file)?)
        .map_err(|error| Failure::Refused(format!("{}: {error}", file.display())))
}

impl Audit {
    fn written(&self, language: Language) -> String {
        let mut text = String::new();
        for grade in [Grade::Breach, Grade::Doubtful, Grade::Note] {
            let of_grade = || self.findings.iter().filter(|finding| finding.grade == grade.word());
            let _ = writeln!(text, "{}: {}", title(grade, language), of_grade().count());
            for finding in of_grade() {
                let _ = writeln!(text, "  - {}", finding.written(language));
            }
        }
        text
    }
}

fn title(grade: Grade, language: Language) -> &'static str {
    match grade {
        Grade::Breach => say(language, "Manquements ", "Breaches"),
        Grade::Doubtful => say(language, "Points douteux ", "Doubtful"),
        Grade::Note => say(language, "À savoir ", "Notes"),
    }
}

impl Finding {
    /// `lender_before_landlord, loan, month 3: allowed 0.00, found 50.00 [C. conso. L. 711-6, certain]`
    fn written(&self, language: Language) -> String {
        let mut text = self.finding.clone();
        if let Some(debt) = &self.debt {
            let _ = write!(text, ", {debt}");
        }
        if let Some(month) = self.month {
            let _ = write!(text, ", {} {month}", say(language, "mois", "month"));
        }
        let amount = |amount: &String| {
            amount.parse::<Money>().map_or_else(|_| amount.clone(), |amount| euros(amount, language))
        };
        let months = |count: u32| format!("{count} {}", say(language, "mois", "months"));
        let bound = self.bound.as_ref().map(amount).or(self.bound_months.map(months));
        let found = self.found.as_ref().map(amount).or(self.found_months.map(months));
        if let (Some(bound), Some(found)) = (bound, found) {
            let [colon, allowed, seen] = match language {
                Language::English => [":", "allowed", "found"],
                _ => [" :", "permis", "trouvé"],
            };
            let _ = write!(text, "{colon} {allowed} {bound}, {seen} {found}");
        }
        let certainty = match self.certainty.as_str() {
            "certain" => say(language, "certain", "certain"),
            "likely" => say(language, "probable", "likely"),
            _ => say(language, "incertain", "unsure"),
        };
        let _ = write!(text, " [{}, {certainty}]", self.article);
        text
    }
}
