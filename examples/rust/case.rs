//! One case from a file or standard input, asked for some parts of its answer.

use crate::failure::{Failure, tell};
use crate::request::Asked;
use crate::text::{Lang, fault};
use apurement::{Language, LawBook, evaluate_with};
use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The case that a subcommand reads.
#[derive(Debug, Args)]
pub(crate) struct CaseFile {
    /// Case; standard input for "-"
    #[arg(value_name = "CASE", default_value = "-")]
    pub(crate) case: PathBuf,
}

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum PageFormat {
    /// Plain text
    #[default]
    Text,
    /// Markdown
    Markdown,
    /// One HTML page that needs nothing else
    Html,
    /// The answer as the library gives it: one JSON document on one line
    Json,
}

/// The part of an answer that every subcommand reads.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    pub(crate) errors: Vec<Refusal>,
    #[serde(default)]
    pub(crate) reports: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Refusal {
    name: String,
    path: String,
    message: String,
}

impl CaseFile {
    /// The bytes of the case.
    pub(crate) fn request(&self) -> Result<Vec<u8>, Failure> {
        read(&self.case)
    }

    /// The answer of the library to the case with some fields set, and what it says; `None` when it refuses, which was told.
    pub(crate) fn ask<A: for<'a> Deserialize<'a>>(
        &self,
        book: &LawBook,
        request: &[u8],
        fields: Vec<(&'static str, Box<RawValue>)>,
        lang: Option<Lang>,
    ) -> Result<Option<(Vec<u8>, A)>, Failure> {
        let asked = Asked { fields, language: lang.map(Lang::code), ..Asked::default() };
        let response = evaluate_with(book, &asked.of(request));
        let answer: Answer = serde_json::from_slice(&response).map_err(io::Error::from)?;
        if !answer.errors.is_empty() {
            tell(&refusal(&self.case, &answer.errors));
            return Ok(None);
        }
        let read = serde_json::from_slice(&response).map_err(io::Error::from)?;
        Ok(Some((response, read)))
    }
}

/// A value as the JSON that a field is set to.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<Box<RawValue>, Failure> {
    Ok(to_raw_value(value).map_err(io::Error::from)?)
}

pub(crate) fn open(file: &Path) -> Result<Box<dyn Read>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| Failure::unreadable(file, &error))?;
    Ok(Box::new(opened))
}

pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut content = Vec::new();
    open(file)?.read_to_end(&mut content).map_err(|error| Failure::unreadable(file, &error))?;
    Ok(content)
}

/// The language that a request asks for by itself.
pub(crate) fn spoken(request: &[u8]) -> Language {
    #[derive(Deserialize)]
    struct Request {
        language: Option<String>,
    }
    let request = serde_json::from_slice::<Request>(request).ok();
    request.and_then(|request| Language::from_code(&request.language?)).unwrap_or_default()
}

/// All the faults of a case, under the name of its file.
pub(crate) fn refusal(file: &Path, errors: &[Refusal]) -> String {
    let list: String = errors.iter().map(|error| fault(&error.path, &error.message, &error.name)).collect();
    if file == Path::new("-") { list } else { format!("{}:\n{list}", file.display()) }
}

/// Writes the report that was asked for; without one, the answer as the library gives it, on one line.
pub(crate) fn print(report: Option<&String>, response: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match report {
        Some(report) => output.write_all(report.as_bytes())?,
        None => {
            output.write_all(response)?;
            writeln!(output)?;
        }
    }
    output.flush()
}
