//! Plain text, with aligned columns.

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
            Block::Title(title) => heading(&mut out, title, '='),
            Block::Section(title) => heading(&mut out, title, '-'),
            Block::Paragraph(text) | Block::Lead(text) => line(&mut out, &one_line(text)),
            Block::List(items) => {
                for item in items {
                    line(&mut out, &["- ", &one_line(&item.text)].concat());
                    for below in &item.below {
                        line(&mut out, &["  - ", &one_line(below)].concat());
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

fn heading(out: &mut String, title: &str, underline: char) {
    let title = one_line(title);
    line(out, &title);
    let rule: String = title.chars().map(|_| underline).collect();
    line(out, &rule);
}

fn table(out: &mut String, table: &Table) {
    let heads: Vec<String> = table.columns.iter().map(|column| one_line(&column.head)).collect();
    let rows: Vec<(Vec<String>, bool)> =
        table.marked_rows().map(|(row, total)| (row.iter().map(beside).collect(), total)).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|(row, _)| row.get(column)).chain(heads.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let joined = |row: &[String]| {
        let cells: Vec<String> = row
            .iter()
            .zip(table.columns.iter().zip(&widths))
            .map(|(cell, (column, width))| pad(cell, column.align, *width))
            .collect();
        cells.join("  ")
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    line(out, &one_line(&table.caption));
    line(out, &joined(&heads));
    line(out, &rule.join("  "));
    for (row, total) in &rows {
        if *total {
            line(out, &rule.join("  "));
        }
        line(out, &joined(row));
    }
}

fn pad(cell: &str, align: Align, width: usize) -> String {
    let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
    match align {
        Align::Left => [cell, &gap].concat(),
        Align::Right => [&gap, cell].concat(),
    }
}
