//! A page of headings, paragraphs, lists and tables, written as plain text, Markdown or HTML.

mod html;
mod markdown;
mod text;

use super::Format;
use crate::language::Language;
use alloc::string::String;
use alloc::vec::Vec;

/// A page that is being written.
pub(super) struct Page {
    blocks: Vec<Block>,
}

enum Block {
    Title(String),
    Section(String),
    Paragraph(String),
    /// A paragraph that must be seen first.
    Lead(String),
    List(Vec<Item>),
    Table(Table),
}

/// An item of a list, with what stands below it.
pub(super) struct Item {
    text: String,
    /// The items below stand under a heading rather than beside a sentence.
    is_head: bool,
    below: Vec<String>,
}

impl Item {
    /// A sentence, with others below it.
    pub(super) fn new(text: String, below: Vec<String>) -> Item {
        Item { text, is_head: false, below }
    }

    /// A heading of its own, with sentences below it.
    pub(super) fn head(text: String, below: Vec<String>) -> Item {
        Item { text, is_head: true, below }
    }
}

/// How a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

struct Column {
    head: String,
    align: Align,
}

/// A cell, with a note beside or below its text.
pub(super) struct Cell {
    text: String,
    note: String,
}

impl Cell {
    pub(super) fn noted(text: String, note: String) -> Cell {
        Cell { text, note }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, note: String::new() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell { text: text.into(), note: String::new() }
    }
}

/// A table; the first column names its rows.
pub(super) struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    has_total: bool,
}

impl Table {
    pub(super) fn new(caption: impl Into<String>) -> Table {
        Table { caption: caption.into(), columns: Vec::new(), rows: Vec::new(), has_total: false }
    }

    /// A column of words.
    pub(super) fn words(mut self, head: impl Into<String>) -> Table {
        self.columns.push(Column { head: head.into(), align: Align::Left });
        self
    }

    /// A column of figures.
    pub(super) fn figures(mut self, head: impl Into<String>) -> Table {
        self.columns.push(Column { head: head.into(), align: Align::Right });
        self
    }

    pub(super) fn row<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The last row, which sums the others.
    pub(super) fn total<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.row(cells);
        self.has_total = true;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Each row, and whether it is the total.
    fn marked_rows(&self) -> impl Iterator<Item = (&Vec<Cell>, bool)> {
        let last = self.rows.len().saturating_sub(1);
        self.rows.iter().enumerate().map(move |(place, row)| (row, self.has_total && place == last))
    }
}

impl Page {
    pub(super) fn new() -> Page {
        Page { blocks: Vec::new() }
    }

    pub(super) fn title(&mut self, title: impl Into<String>) {
        self.blocks.push(Block::Title(title.into()));
    }

    pub(super) fn section(&mut self, title: impl Into<String>) {
        self.blocks.push(Block::Section(title.into()));
    }

    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// A paragraph that must be seen first.
    pub(super) fn lead(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Lead(text.into()));
    }

    pub(super) fn list<S: Into<String>>(&mut self, items: impl IntoIterator<Item = S>) {
        self.items(items.into_iter().map(|text| Item::new(text.into(), Vec::new())));
    }

    pub(super) fn items(&mut self, items: impl IntoIterator<Item = Item>) {
        let items: Vec<Item> = items.into_iter().collect();
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    pub(super) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    pub(super) fn write(&self, format: Format, language: Language) -> String {
        match format {
            Format::Text => text::write(&self.blocks),
            Format::Markdown => markdown::write(&self.blocks),
            Format::Html => html::write(&self.blocks, language),
        }
    }
}

/// Text that came from outside can't bring lines of its own, nor turn the direction of those around it.
pub(super) fn one_line(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).collect()
}

/// The text of a cell with its note, on one line.
pub(super) fn beside(cell: &Cell) -> String {
    if cell.note.is_empty() {
        one_line(&cell.text)
    } else {
        one_line(&alloc::format!("{} ({})", cell.text, cell.note))
    }
}
