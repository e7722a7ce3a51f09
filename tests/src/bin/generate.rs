//! Writes the committed files that are made from the data; with `--check`, only says whether they are up to date.

use apurement_tests::{law_data, law_tables};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => write(),
        ["--check"] => law_tables::check(&law_data::folder(), &law_tables::committed_file()),
        _ => {
            eprintln!("usage: {} [-- --check]", law_tables::COMMAND);
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), law_data::Fault> {
    let tables = law_tables::print(&law_data::LawData::read(&law_data::folder())?);
    let path = law_tables::committed_file();
    std::fs::write(&path, tables).map_err(|error| format!("{}: {error}", path.display()))
}
