//! Reports that an adviser can put in the file: the situation, the debts, the measures and their reasons.
//!
//! Written in French or English, as plain text, Markdown or HTML, by small writers: no clock, no files. The month by
//! month [`schedule`], the [`csv`] files and the [`ics`] calendars come from the same figures.

mod admissibility;
mod assets;
mod capacity;
mod checklist;
mod comparison;
mod control;
mod creditors;
pub mod csv;
mod deadlines;
mod debts;
mod description;
mod expenses;
mod garnishment;
pub mod ics;
mod interest;
mod law;
mod measures;
mod motivation;
mod orientation;
mod page;
mod pen;
mod review;
mod sale;
pub mod schedule;
mod situation;
mod two_dates;
mod words;

pub use checklist::checklist;
pub use comparison::comparison;
pub use control::audit;
pub use deadlines::deadlines;
pub use interest::interest;
pub use situation::situation;
pub use two_dates::{Appraisal, capacities};

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Plain text, with aligned columns.
    Text,
    /// Markdown.
    Markdown,
    /// One HTML page that needs nothing else: no script, no picture, no request. It prints on A4.
    Html,
}
