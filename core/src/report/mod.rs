//! Reports that an adviser can put in the file: the situation, the expenses, the capacity and its reasons.
//!
//! Written in French or English, as plain text or Markdown, by small writers: no clock, no files.

mod page;
mod situation;

pub use situation::situation;

/// The format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Plain text, with aligned columns.
    Text,
    /// Markdown.
    Markdown,
}
