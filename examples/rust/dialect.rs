//! Two ways to write a sheet: commas and decimal points, or the French habit of semicolons and decimal commas.

use clap::Args;
use std::borrow::Cow;

/// The options that ask for a sheet; the facts of a single case have no place beside them.
pub(crate) const SHEET: [&str; 2] = ["csv", "fr_csv"];

/// How a sheet on standard input is written.
#[derive(Debug, Args)]
pub(crate) struct SheetArguments {
    /// Read rows from standard input and write them to standard output with columns added: commas, decimal points
    #[arg(long, conflicts_with = "fr_csv")]
    csv: bool,
    /// The same with semicolons and decimal commas, as French spreadsheets write them
    #[arg(long)]
    fr_csv: bool,
}

impl SheetArguments {
    /// The dialect asked for, if a sheet was asked for.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        match (self.csv, self.fr_csv) {
            (false, false) => None,
            (true, _) => Some(Dialect::Plain),
            (false, true) => Some(Dialect::French),
        }
    }
}

/// How cells are parted and numbers written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// `2026-05-15,1500.50`
    Plain,
    /// `2026-05-15;1500,50`
    French,
}

impl Dialect {
    pub(crate) fn delimiter(self) -> u8 {
        match self {
            Dialect::Plain => b',',
            Dialect::French => b';',
        }
    }

    /// The option of the other dialect.
    pub(crate) fn other(self) -> (Dialect, &'static str) {
        match self {
            Dialect::Plain => (Dialect::French, "--fr-csv"),
            Dialect::French => (Dialect::Plain, "--csv"),
        }
    }

    /// A number of the sheet with a decimal point. The marks change places, so that the other dialect's point stays a fault.
    pub(crate) fn number(self, cell: &str) -> Cow<'_, str> {
        let swapped = |mark| match mark {
            ',' => '.',
            '.' => ',',
            other => other,
        };
        match self {
            Dialect::French if cell.contains([',', '.']) => Cow::Owned(cell.chars().map(swapped).collect()),
            _ => Cow::Borrowed(cell),
        }
    }

    /// Appends a number written with a decimal point, in the dialect's own way.
    pub(crate) fn write_number(self, number: &str, cell: &mut String) {
        match self {
            Dialect::Plain => cell.push_str(number),
            Dialect::French => cell.extend(number.chars().map(|c| if c == '.' { ',' } else { c })),
        }
    }
}
