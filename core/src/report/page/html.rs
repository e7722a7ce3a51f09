//! One HTML page that needs nothing else: no script, no picture, no request. It reads on a phone and prints on A4.

use super::{Align, Block, Cell, Item, Table, one_line};
use crate::language::Language;
use alloc::string::String;

/// The columns of figures that a portrait page has room for; a column of words takes the room of two.
const PORTRAIT_ROOM: usize = 11;

/// Tables with more rows than this are printed with less room between them.
const LONG_ROWS: usize = 24;

const STYLE: &str = include_str!("page.css");

pub(super) fn write(blocks: &[Block], language: Language) -> String {
    let mut out = String::with_capacity(STYLE.len().saturating_mul(4));
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(title.as_str()),
        _ => None,
    });
    out.push_str("<!DOCTYPE html>\n<html lang=\"");
    out.push_str(language.pick("fr", "en"));
    out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Whatever the page holds, it may load and run nothing.
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    element(&mut out, "title", title.unwrap_or("apurement"));
    out.push_str("<style>\n");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    let mut in_section = false;
    let mut rest = blocks;
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        match block {
            Block::Title(title) => element(&mut out, "h1", title),
            Block::Section(title) => {
                out.push_str(if in_section { "</section>\n" } else { "" });
                out.push_str(if is_wide(after) { "<section class=\"wide\">\n" } else { "<section>\n" });
                in_section = true;
                element(&mut out, "h2", title);
            }
            Block::Paragraph(text) => element(&mut out, "p", text),
            Block::Lead(text) => {
                out.push_str("<p class=\"lead\">");
                escape(&mut out, text);
                out.push_str("</p>\n");
            }
            Block::List(items) => {
                out.push_str("<ul>\n");
                for item in items {
                    list_item(&mut out, item);
                }
                out.push_str("</ul>\n");
            }
            Block::Table(shown) => table(&mut out, shown),
        }
    }
    out.push_str(if in_section { "</section>\n" } else { "" });
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Whether a section, by the blocks after its title, holds a table that needs landscape pages.
fn is_wide(after: &[Block]) -> bool {
    after
        .iter()
        .take_while(|block| !matches!(block, Block::Section(_)))
        .any(|block| matches!(block, Block::Table(table) if room(table) > PORTRAIT_ROOM))
}

fn room(table: &Table) -> usize {
    let of = |align| if align == Align::Left { 2 } else { 1 };
    table.columns.iter().map(|column| of(column.align)).sum()
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn list_item(out: &mut String, item: &Item) {
    if item.below.is_empty() {
        element(out, "li", &item.text);
        return;
    }
    out.push_str("<li>");
    if item.is_head {
        element(out, "strong", &item.text);
    } else {
        escape(out, &item.text);
        out.push('\n');
    }
    out.push_str("<ul>\n");
    for below in &item.below {
        element(out, "li", below);
    }
    out.push_str("</ul>\n</li>\n");
}

/// A table in a box of its own that scrolls; the box can be reached by keyboard.
fn table(out: &mut String, table: &Table) {
    out.push_str("<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"");
    escape(out, &table.caption);
    let long = table.rows.len() > LONG_ROWS;
    out.push_str(if long { "\">\n<table class=\"long\">\n" } else { "\">\n<table>\n" });
    element(out, "caption", &table.caption);
    out.push_str("<thead>\n<tr>");
    for column in &table.columns {
        out.push_str(match column.align {
            Align::Left => "<th scope=\"col\">",
            Align::Right => "<th scope=\"col\" class=\"figure\">",
        });
        escape(out, &column.head);
        out.push_str("</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, total) in table.marked_rows() {
        out.push_str(if total { "<tr class=\"total\">" } else { "<tr>" });
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let figure = column.align == Align::Right;
            let (open, close) = match (place, figure) {
                (0, false) => ("<th scope=\"row\">", "</th>"),
                (0, true) => ("<th scope=\"row\" class=\"figure\">", "</th>"),
                (_, false) => ("<td>", "</td>"),
                (_, true) => ("<td class=\"figure\">", "</td>"),
            };
            out.push_str(open);
            content(out, cell);
            out.push_str(close);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn content(out: &mut String, cell: &Cell) {
    escape(out, &cell.text);
    if !cell.note.is_empty() {
        out.push_str("<small>");
        escape(out, &cell.note);
        out.push_str("</small>");
    }
}

/// Text stays text, inside elements and inside quoted attributes. A line breaks neither before a French double sign
/// nor before a number, nor after the letter of a code or of an article.
fn escape(out: &mut String, text: &str) {
    let text = one_line(text);
    let (mut before, mut initial) = ('\0', '\0');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or('\0');
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            ' ' if matches!(after, ':' | ';' | '?' | '!')
                || after.is_ascii_digit()
                || (before == '.' && initial.is_ascii_uppercase()) =>
            {
                out.push('\u{a0}');
            }
            c => out.push(c),
        }
        // A capital alone: of a code or of an article.
        initial = match (c, before.is_alphanumeric()) {
            ('.', _) => initial,
            (_, false) => c,
            _ => '\0',
        };
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut out = String::new();
        escape(&mut out, "<b a=\"1\" b='2'>&amp;</b>\u{0}\u{202e}\n");
        assert_eq!(out, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;   ");
    }

    #[test]
    fn lines_break_where_people_would() {
        let mut out = String::new();
        escape(&mut out, "Durée : C. conso. L. 733-3 ; mois 1 à 7. RSA. Fin");
        assert_eq!(out, "Durée\u{a0}: C.\u{a0}conso. L.\u{a0}733-3\u{a0}; mois\u{a0}1 à\u{a0}7. RSA. Fin");
    }
}
