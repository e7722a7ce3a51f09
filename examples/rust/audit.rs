//! `apurement audit`: what breaks the law in a plan, what is doubtful, what should be known.

use crate::book::Overlays;
use crate::case::{CaseFile, PageFormat, json, print, read};
use crate::failure::Failure;
use crate::text::{Lang, say};
use clap::Args;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
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
    format: PageFormat,
    #[command(flatten)]
    overlays: Overlays,
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
    #[serde(default)]
    reports: BTreeMap<String, String>,
    audit: Audit,
}

#[derive(Debug, Deserialize)]
struct Audit {
    clean: bool,
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
    let page = match arguments.format {
        PageFormat::Text => Some("audit_text"),
        PageFormat::Markdown => Some("audit_markdown"),
        PageFormat::Html => Some("audit_html"),
        PageFormat::Json => None,
    };
    let wanted: Vec<&str> = ["audit"].into_iter().chain(page).collect();
    let mut fields = vec![("want", json(&wanted)?)];
    if let Some(file) = &arguments.plan {
        fields.push(("audit", plan(file)?));
    }
    let Some((response, answer)) =
        arguments.case.ask::<Answer>(&book, &arguments.case.request()?, fields, lang)?
    else {
        return Ok(ExitCode::FAILURE);
    };
    print(page.and_then(|page| answer.reports.get(page)), &response)?;
    Ok(if answer.audit.clean { ExitCode::SUCCESS } else { ExitCode::from(BREACH) })
}

/// The plan of a file; what is wrong within it is told by the library.
fn plan(file: &Path) -> Result<Box<RawValue>, Failure> {
    serde_json::from_slice(&read(file)?)
        .map_err(|error| Failure::Refused(format!("{}: {error}", file.display())))
}
