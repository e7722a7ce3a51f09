//! A page of headings, paragraphs, lists and tables, written as plain text or Markdown.

use super::Format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A page that is being written.
pub(super) struct Page {
    format: Format,
    text: String,
}

/// How a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// The columns of a table, with their headings.
pub(super) type Columns<'a> = [(&'a str, Align)];

impl Page {
    pub(super) fn new(format: Format) -> Page {
        Page { format, text: String::new() }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    pub(super) fn title(&mut self, title: &str) {
        self.heading(title, "# ", '=');
    }

    pub(super) fn section(&mut self, title: &str) {
        self.heading(title, "## ", '-');
    }

    fn heading(&mut self, title: &str, mark: &str, underline: char) {
        self.gap();
        match self.format {
            Format::Markdown => self.line(&[mark, &self.plain(title)].concat()),
            Format::Text => {
                self.line(title);
                let rule: String = title.chars().map(|_| underline).collect();
                self.line(&rule);
            }
        }
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        let text = self.plain(text);
        self.line(&text);
    }

    /// A paragraph that must be seen first.
    pub(super) fn lead(&mut self, text: &str) {
        self.gap();
        let text = self.plain(text);
        match self.format {
            Format::Markdown => self.line(&["**", &text, "**"].concat()),
            Format::Text => self.line(&text),
        }
    }

    pub(super) fn list<S: AsRef<str>>(&mut self, items: impl IntoIterator<Item = S>) {
        self.gap();
        for item in items {
            let item = self.plain(item.as_ref());
            self.line(&["- ", &item].concat());
        }
    }

    /// A table; `total` marks its last row.
    pub(super) fn table(&mut self, columns: &Columns<'_>, rows: &[Vec<String>], total: bool) {
        self.gap();
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| self.plain(cell).replace('|', self.pipe())).collect())
            .collect();
        match self.format {
            Format::Markdown => self.markdown_table(columns, &rows, total),
            Format::Text => self.text_table(columns, &rows, total),
        }
    }

    fn pipe(&self) -> &'static str {
        if self.format == Format::Markdown { "\\|" } else { "|" }
    }

    fn markdown_table(&mut self, columns: &Columns<'_>, rows: &[Vec<String>], total: bool) {
        let heads: Vec<&str> = columns.iter().map(|(head, _)| *head).collect();
        self.line(&["| ", &heads.join(" | "), " |"].concat());
        let rules: Vec<&str> =
            columns.iter().map(|(_, align)| if *align == Align::Right { "---:" } else { "---" }).collect();
        self.line(&["| ", &rules.join(" | "), " |"].concat());
        for (place, row) in rows.iter().enumerate() {
            let strong = total && place.saturating_add(1) == rows.len();
            let cells: Vec<String> =
                row.iter()
                    .map(|cell| {
                        if strong && !cell.is_empty() {
                            ["**", cell, "**"].concat()
                        } else {
                            cell.to_string()
                        }
                    })
                    .collect();
            self.line(&["| ", &cells.join(" | "), " |"].concat());
        }
    }

    fn text_table(&mut self, columns: &Columns<'_>, rows: &[Vec<String>], total: bool) {
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            let head = columns.get(column).map_or(0, |(head, _)| head.chars().count());
            cells.chain([head]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns.len()).map(width).collect();
        let heads: Vec<String> = columns.iter().map(|(head, _)| head.to_string()).collect();
        let line = |row: &[String]| {
            let cells: Vec<String> = row
                .iter()
                .zip(columns.iter().zip(&widths))
                .map(|(cell, ((_, align), width))| pad(cell, *align, *width))
                .collect();
            cells.join("  ")
        };
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        self.line(&line(&heads));
        self.line(&rule.join("  "));
        for (place, row) in rows.iter().enumerate() {
            if total && place.saturating_add(1) == rows.len() {
                self.line(&rule.join("  "));
            }
            self.line(&line(row));
        }
    }

    /// Text that came from outside can't bring marks or lines of its own.
    fn plain(&self, text: &str) -> String {
        let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        match self.format {
            Format::Text => one_line,
            Format::Markdown => {
                let mut safe = String::with_capacity(one_line.len());
                for c in one_line.chars() {
                    if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
                        safe.push('\\');
                    }
                    safe.push(c);
                }
                safe
            }
        }
    }
}

fn pad(cell: &str, align: Align, width: usize) -> String {
    let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
    match align {
        Align::Left => [cell, &gap].concat(),
        Align::Right => [&gap, cell].concat(),
    }
}
