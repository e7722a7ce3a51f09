//! Schedules, tables of measures, time limits and statements of interest as CSV (RFC 4180), for spreadsheets and other programs.
//!
//! Free text that a spreadsheet would take for a formula is preceded by an apostrophe; amounts are plain numbers.

mod deadlines;
mod interest;
mod plan;
mod sheet;

pub use deadlines::deadlines;
pub use interest::interest;
pub use plan::{measures, schedule};

use sheet::Sheet;

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Commas, decimal points, English column names that do not change.
    Plain,
    /// Semicolons, decimal commas, French headings, and a mark at the start by which a French spreadsheet knows UTF-8.
    French,
}

impl Form {
    fn say<'t>(self, french: &'t str, english: &'t str) -> &'t str {
        if self == Form::French { french } else { english }
    }
}
