//! Writes the committed files that are made from the data; with `--check`, only says whether they are up to date.

use apurement_tests::law_data::{self, Fault, LawData};
use apurement_tests::law_tables;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => each(|path, text| {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
        }),
        ["--check"] => each(law_tables::check),
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

fn each(act: impl Fn(&Path, &str) -> Result<(), Fault>) -> Result<(), Fault> {
    let data = LawData::read(&law_data::folder())?;
    law_tables::printed(&data)?.iter().try_for_each(|(path, text)| act(path, text))
}
