//! Names that a caller gives stay names in reports: they bring no heading, link, line or mark of their own.
//!
//! Markdown is read with the extensions of the sites where people paste it.

mod common;

use common::page::{Page, assert_tables_hold, report, reported};
use common::word;
use serde_json::{Value, json};

const LANGUAGES: [&str; 2] = ["fr", "en"];

/// Identifiers and names that try to be more than text; at most 64 characters each.
const HOSTILE: &[&str] = &[
    "# heading",
    "a|b",
    "| a | b |",
    "\\|",
    "end\\",
    "\\\\|x",
    "[link](http://example.org)",
    "![image](x.png)",
    "<script>alert(1)</script>",
    "<!-- comment",
    "**bold** and _slanted_ *too*",
    "`code` ``code``",
    "first line\nsecond line",
    "first\r\n\r\n# heading",
    "- item",
    "1. item",
    "> quote",
    "---",
    "tab\tbell\u{7}null\u{0}escape\u{1b}[31m",
    "~~struck~~",
    "$x^2$ and $$y$$",
    "&lt;b&gt; &copy; &#35; &#x23;",
    "http://example.org <http://example.org>",
    "[^1]: note [^1]",
    "- [x] done",
    "next\u{85}line",
    "line\u{2028}separator",
    "paragraph\u{2029}separator",
    "right\u{202e}to left",
    "{{braces}} {name}",
    "\u{feff}mark of order",
    "« guillemets »",
];

/// A case in which everything that a caller names has one name.
fn named(name: &str) -> Value {
    // Identifiers are unique: numbers in front tell them apart and are no part of the trick.
    let id = |place: u32| format!("{name}{place}");
    common::request(json!({
        "household": {
            "applicants": [{"id": id(1)}, {"id": id(2)}],
            "children": [{"id": id(3), "age": 9, "custody": "full"}],
            "ascendants": [{"id": id(4), "own_resources": "100.00", "lives_with": true}]
        },
        "resources": [
            {"kind": "wage", "amount": "2000.00", "of": id(1)}, {"kind": "wage", "amount": "900.00", "of": id(2)}
        ],
        "expenses": [{"kind": "food", "amount": "500.00"}, {"kind": "rent", "amount": "700.00"}],
        "debts": [
            {"id": id(10), "kind": "consumer_credit", "label": id(11), "reference": id(12), "principal": "4000.00"},
            {"id": id(13), "kind": "housing_arrears", "principal": "800.00"}
        ],
        "garnishment": {
            "payers": [{"id": id(5), "kind": "wage", "net": "2000.00"}],
            "claims": [
                {"id": id(6), "kind": "maintenance", "current_term": "100.00"},
                {"id": id(7), "kind": "garnishment", "amount": "3000.00"}
            ]
        },
        "law": {"overlays": [{
            "name": id(8),
            "expense_scale": [{"from": "2026-01-01", "lines": [
                {"id": id(9), "covers": ["food"], "one_person": "300.00", "further_person": "100.00"}
            ]}]
        }]}
    }))
}

/// Whether a character moves, hides or turns text around: control characters, separators of lines, marks of direction.
fn moves(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What a name reads as on one line: such characters as spaces, white space once.
fn on_one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if moves(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names stay text in Markdown: the page has the same parts as with a plain name, and reads the name as it is.
#[test]
fn names_are_text_in_markdown() {
    let plain = "plain";
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let (_, plain_texts) = read(plain, language);
        assert!(plain_texts.iter().filter(|text| text.contains(plain)).count() > 12, "names are shown");
        for hostile in HOSTILE {
            let (page, found) = read(hostile, language);
            // Where the plain name stood the hostile one stands, character by character.
            let expected: Vec<String> =
                plain_texts.iter().map(|text| on_one_line(&text.replace(plain, hostile))).collect();
            let found: Vec<String> = found.iter().map(|text| on_one_line(text)).collect();
            if let Some(stranger) = page.strangers.first() {
                wrong.push(format!("{hostile:?}: {stranger}"));
            } else if found != expected {
                let other = expected.iter().zip(&found).find(|(expected, found)| expected != found);
                wrong.push(format!("{hostile:?}: expected and found {other:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The page of the case with a name, and all that it says; the digest, which the name of an overlay moves, is left out.
fn read(name: &str, language: &str) -> (Page, Vec<String>) {
    let answer = reported(&named(name), language);
    let digest: String = word(&answer["law_book"]["digest"]).chars().take(12).collect();
    let page = Page::read(report(&answer, "markdown"));
    let said = texts(&page).iter().map(|text| text.replace(&digest, "digest")).collect();
    (page, said)
}

/// Everything that a page says, part by part.
fn texts(page: &Page) -> Vec<String> {
    let mut texts: Vec<String> = page.headings.iter().map(|(_, title)| title.clone()).collect();
    for table in &page.tables {
        texts.extend(table.heads.clone());
        texts.extend(table.rows.iter().flatten().cloned());
    }
    texts.extend(page.items.clone());
    texts.extend(page.paragraphs.clone());
    texts
}

/// Names stay on their line in plain text, and bring no character that moves, hides or turns the text around.
#[test]
fn names_are_text_in_plain_text() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let lines = report(&reported(&named("plain"), language), "text").lines().count();
        for hostile in HOSTILE {
            let answer = reported(&named(hostile), language);
            let text = report(&answer, "text");
            if text.lines().count() != lines {
                wrong.push(format!("{hostile:?}: {} lines instead of {lines}", text.lines().count()));
            }
            if let Some(found) = text.chars().find(|c| moves(*c) && *c != '\n') {
                wrong.push(format!("{hostile:?}: {found:?}"));
            }
            assert_tables_hold(hostile, &answer);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
