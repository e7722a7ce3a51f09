//! Markdown.

use super::{Align, Block, Table, beside, one_line};
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Title(title) => line(&mut out, &["# ", &plain(title)].concat()),
            Block::Section(title) => line(&mut out, &["## ", &plain(title)].concat()),
            Block::Paragraph(text) => line(&mut out, &plain(text)),
            Block::Lead(text) => line(&mut out, &["**", &plain(text), "**"].concat()),
            Block::List(items) => {
                for item in items {
                    let marks = if item.is_head { "**" } else { "" };
                    line(&mut out, &["- ", marks, &plain(&item.text), marks].concat());
                    for below in &item.below {
                        line(&mut out, &["  - ", &plain(below)].concat());
                    }
                }
            }
            Block::Table(shown) => table(&mut out, shown),
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn table(out: &mut String, table: &Table) {
    line(out, &["_", &plain(&table.caption), "_"].concat());
    line(out, "");
    let heads: Vec<String> = table.columns.iter().map(|column| cell(&column.head)).collect();
    row(out, &heads);
    let rule = |align| if align == Align::Right { "---:" } else { "---" };
    let rules: Vec<String> = table.columns.iter().map(|column| rule(column.align).into()).collect();
    row(out, &rules);
    for (cells, total) in table.marked_rows() {
        let shown = |text: String| {
            if total && !text.is_empty() { ["**", &text, "**"].concat() } else { text }
        };
        let cells: Vec<String> = cells.iter().map(|text| shown(cell(&beside(text)))).collect();
        row(out, &cells);
    }
}

fn row(out: &mut String, cells: &[String]) {
    line(out, &["| ", &cells.join(" | "), " |"].concat());
}

fn cell(text: &str) -> String {
    plain(text).replace('|', "\\|")
}

/// Text that came from outside can't bring marks of its own, at the start of a line or within it.
fn plain(text: &str) -> String {
    let text = one_line(text);
    let text = text.trim_start();
    let mut safe = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (place, c) in text.chars().enumerate() {
        let starts_a_block = (place == 0 && matches!(c, '-' | '+' | '=' | ':'))
            || (place > 0 && place == digits && matches!(c, '.' | ')'));
        let marks = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '$');
        if starts_a_block || marks {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
