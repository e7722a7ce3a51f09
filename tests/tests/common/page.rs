//! Reports as they are read: Markdown by `pulldown-cmark`, plain text by its lines.

use super::answer;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
}

/// A Markdown page as it is read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) headings: Vec<(u32, String)>,
    pub(crate) tables: Vec<Table>,
    pub(crate) items: Vec<String>,
    pub(crate) paragraphs: Vec<String>,
    /// Anything that a report never holds: links, images, code, raw HTML, quotes, rules.
    pub(crate) strangers: Vec<String>,
}

/// A table, with the paragraph that stands before it as its caption.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Page {
    pub(crate) fn read(markdown: &str) -> Page {
        let mut page = Page::default();
        let mut text = String::new();
        let mut row: Vec<String> = Vec::new();
        let mut lists = 0;
        for event in Parser::new_ext(markdown, options()) {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                    text.clear();
                }
                // A list below an item stands after it.
                Event::Start(Tag::List(None)) => {
                    let above = std::mem::take(&mut text);
                    page.items.extend(Some(above).filter(|_| lists > 0));
                    lists += 1;
                }
                Event::Start(Tag::Table(_)) => {
                    let caption = page.paragraphs.last().cloned().unwrap_or_default();
                    page.tables.push(Table { caption, ..Table::default() });
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => row.clear(),
                Event::End(TagEnd::TableHead) => {
                    page.tables.last_mut().expect("a table").heads.clone_from(&row);
                }
                Event::End(TagEnd::TableRow) => {
                    page.tables.last_mut().expect("a table").rows.push(row.clone());
                }
                Event::End(TagEnd::TableCell) => row.push(text.clone()),
                Event::End(TagEnd::Heading(level)) => page.headings.push((depth(level), text.clone())),
                Event::End(TagEnd::Paragraph) => page.paragraphs.push(text.clone()),
                Event::End(TagEnd::Item) => {
                    page.items.extend(Some(std::mem::take(&mut text)).filter(|text| !text.is_empty()));
                }
                Event::Text(piece) => text.push_str(&piece),
                // Emphasis is the report's own: totals, captions and the first line.
                Event::Start(Tag::Strong | Tag::Emphasis)
                | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Table) => {}
                Event::End(TagEnd::List(false)) => lists -= 1,
                other => page.strangers.push(format!("{other:?}")),
            }
        }
        page
    }

    #[track_caller]
    pub(crate) fn table(&self, caption: &str) -> &Table {
        self.tables.iter().find(|table| table.caption.starts_with(caption)).unwrap_or_else(|| {
            let captions: Vec<&String> = self.tables.iter().map(|table| &table.caption).collect();
            panic!("no table {caption:?}: {captions:?}")
        })
    }
}

fn depth(level: HeadingLevel) -> u32 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// The answer with both reports, in a language.
pub(crate) fn reported(request: &Value, language: &str) -> Value {
    let mut request = request.clone();
    let mut want = vec!["explanation", "report_text", "report_markdown"];
    let has = |field: &str| request.get(field).is_some_and(|value| !value.is_null());
    if has("household") {
        want.push("household");
        if has("resources") || has("expenses") {
            want.extend(["budget", "capacity"]);
        }
    }
    if has("garnishment") {
        want.push("garnishment");
    }
    if has("debts") {
        want.extend(["treatments", "plan", "comparison"]);
    }
    request["want"] = json!(want);
    request["language"] = json!(language);
    answer(&request)
}

pub(crate) fn report<'a>(answer: &'a Value, format: &str) -> &'a str {
    answer["reports"][format].as_str().unwrap_or_else(|| panic!("no report as {format}"))
}

/// Bars that part cells: not those behind an odd number of backslashes.
fn bars(line: &str) -> usize {
    let mut escaped = false;
    let mut count = 0;
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '|' => count += 1,
            _ => {}
        }
    }
    count
}

#[track_caller]
pub(crate) fn assert_tables_hold(name: &str, answer: &Value) {
    let markdown = report(answer, "markdown");
    let mut width = None;
    for line in markdown.lines() {
        if line.starts_with('|') {
            let bars = bars(line);
            assert!(bars >= 3, "{name}: {line}");
            assert_eq!(*width.get_or_insert(bars), bars, "{name}: a row of another width: {line}");
            assert!(line.ends_with('|'), "{name}: {line}");
        } else {
            width = None;
        }
    }
    // As plain text every row keeps to the columns that the rule under the heads draws.
    let lines: Vec<Vec<char>> = report(answer, "text").lines().map(|line| line.chars().collect()).collect();
    let is_rule = |line: &[char]| {
        line.iter().all(|c| *c == '-' || *c == ' ') && line.contains(&'-') && line.contains(&' ')
    };
    let mut tables = 0;
    for (place, rule) in lines.iter().enumerate().filter(|(_, line)| is_rule(line)) {
        tables += 1;
        let gaps: Vec<usize> = (0..rule.len()).filter(|column| rule[*column] == ' ').collect();
        let rows = lines[place + 1..].iter().take_while(|line| !line.is_empty());
        for row in rows.chain([&lines[place - 1]]).filter(|row| !is_rule(row)) {
            assert!(row.len() <= rule.len(), "{name}: {:?} is too long", row.iter().collect::<String>());
            for gap in &gaps {
                let c = row.get(*gap).copied().unwrap_or(' ');
                assert_eq!(c, ' ', "{name}: {:?} leaves its columns", row.iter().collect::<String>());
            }
        }
    }
    let totals = Page::read(markdown).tables.len();
    assert!(tables >= totals, "{name}: {tables} tables as text, {totals} as Markdown");
}
