//! Reports, in both languages and both formats: the sections that the facts call for, tables that hold, figures of the
//! answer and no others, and text from outside that stays text.
//!
//! Markdown is read by `pulldown-cmark` with the extensions of the sites where people paste it.

mod common;

use common::{answer, cents, cents_of, rich, with, word};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LANGUAGES: [&str; 2] = ["fr", "en"];

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
struct Page {
    headings: Vec<(u32, String)>,
    tables: Vec<Table>,
    items: Vec<String>,
    paragraphs: Vec<String>,
    /// Anything that a report never holds: links, images, code, raw HTML, quotes, rules.
    strangers: Vec<String>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Table {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Page {
    fn read(markdown: &str) -> Page {
        let mut page = Page::default();
        let mut text = String::new();
        let mut row: Vec<String> = Vec::new();
        for event in Parser::new_ext(markdown, options()) {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                    text.clear()
                }
                Event::Start(Tag::Table(_)) => page.tables.push(Table::default()),
                Event::Start(Tag::TableHead | Tag::TableRow) => row.clear(),
                Event::End(TagEnd::TableHead) => {
                    page.tables.last_mut().expect("a table").heads.clone_from(&row)
                }
                Event::End(TagEnd::TableRow) => {
                    page.tables.last_mut().expect("a table").rows.push(row.clone())
                }
                Event::End(TagEnd::TableCell) => row.push(text.clone()),
                Event::End(TagEnd::Heading(level)) => page.headings.push((depth(level), text.clone())),
                Event::End(TagEnd::Paragraph) => page.paragraphs.push(text.clone()),
                Event::End(TagEnd::Item) => page.items.push(text.clone()),
                Event::Text(piece) => text.push_str(&piece),
                // Emphasis is the report's own: totals and the first line.
                Event::Start(Tag::Strong | Tag::List(None))
                | Event::End(TagEnd::Strong | TagEnd::List(false) | TagEnd::Table) => {}
                other => page.strangers.push(format!("{other:?}")),
            }
        }
        page
    }

    fn table(&self, first_head: &str) -> &Table {
        self.tables
            .iter()
            .find(|table| table.heads.first().is_some_and(|head| head == first_head))
            .unwrap_or_else(|| panic!("no table {first_head:?}: {:?}", self.tables))
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
fn reported(request: &Value, language: &str) -> Value {
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
    request["want"] = json!(want);
    request["language"] = json!(language);
    answer(&request)
}

fn report<'a>(answer: &'a Value, format: &str) -> &'a str {
    answer["reports"][format].as_str().unwrap_or_else(|| panic!("no report as {format}"))
}

/// The example cases, the rich requests, and a seizure on accounts alone.
fn requests() -> Vec<(String, Value)> {
    let mut requests = common::cases();
    requests.push(("lone filer".into(), rich::lone_filer()));
    requests.push(("couple".into(), rich::couple()));
    let undecided = with(rich::lone_filer(), "/decisions", Value::Null);
    let undecided = with(undecided, "/conventions", Value::Null);
    requests.push(("undecided lone filer".into(), undecided));
    let seizure = json!({"bank_account": {"seized_on": "2026-05-11", "balances": ["310.00"]}});
    requests.push((
        "past the verification".into(),
        with(common::lone("1500.00"), "/assessed_on", json!("2027-05-15")),
    ));
    requests.push(("accounts".into(), common::request(json!({"garnishment": seizure}))));
    requests
}

/// An amount as people of a language write it.
fn in_words(cents: i128, language: &str) -> String {
    let (sign, amount) = (if cents < 0 { "-" } else { "" }, cents.abs());
    let digits = (amount / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(if language == "fr" { '\u{202f}' } else { ',' });
        }
        grouped.push(digit);
    }
    match language {
        "fr" => format!("{sign}{grouped},{:02}\u{a0}€", amount % 100),
        _ => format!("{sign}€{grouped}.{:02}", amount % 100),
    }
}

fn amount(value: &Value, language: &str) -> String {
    in_words(cents(value), language)
}

/// Every amount written in a text, in cents, in order.
fn amounts(text: &str, language: &str) -> Vec<i128> {
    let mut found = Vec::new();
    let pieces: Vec<&str> = match language {
        "fr" => text.split('€').collect(),
        _ => text.split('€').skip(1).collect(),
    };
    for (place, piece) in pieces.iter().enumerate() {
        let number: String = if language == "fr" {
            let Some(before) = piece.strip_suffix('\u{a0}') else { continue };
            let reversed: String = before
                .chars()
                .rev()
                .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '\u{202f}' | '-'))
                .collect();
            reversed.chars().rev().collect()
        } else {
            let sign = text.split('€').nth(place).is_some_and(|before| before.ends_with('-'));
            let digits: String =
                piece.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
            format!("{}{}", if sign { "-" } else { "" }, digits.trim_end_matches(['.', ',']))
        };
        let plain = match language {
            "fr" => number.replace('\u{202f}', "").replace(',', "."),
            _ => number.replace(',', ""),
        };
        // Exact sums of more decimals are not amounts.
        if plain.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 2) {
            found.push(cents_of(&plain));
        }
    }
    found
}

#[test]
fn amounts_are_found_in_a_text() {
    let french =
        format!("a {} b {}, c 1\u{202f}413,3333…\u{a0}€.", in_words(-123_456, "fr"), in_words(5, "fr"));
    assert_eq!(amounts(&french, "fr"), [-123_456, 5]);
    let english = format!(
        "a {} b {}, c €1413.3333…. {}.",
        in_words(-123_456, "en"),
        in_words(5, "en"),
        in_words(100, "en")
    );
    assert_eq!(amounts(&english, "en"), [-123_456, 5, 100]);
}

fn say<'t>(language: &str, french: &'t str, english: &'t str) -> &'t str {
    if language == "fr" { french } else { english }
}

/// The sections that the facts call for, in order.
fn sections(request: &Value, answer: &Value, language: &str) -> Vec<&'static str> {
    let say = |french: &'static str, english: &'static str| say(language, french, english);
    let mut sections = Vec::new();
    if request.get("household").is_some() {
        sections.push(say("État descriptif de la situation", "Description of the situation"));
    }
    if answer.get("budget").is_some() {
        sections.push(say("État détaillé des charges", "Detailed expenses"));
    }
    if answer.get("capacity").is_some() {
        sections.push(say("Capacité de remboursement", "Repayment capacity"));
        sections.push(say("Motivation", "Reasons"));
    }
    let garnishment = answer.get("garnishment");
    if garnishment.is_some_and(|month| month.get("net").is_some()) {
        sections.push(say("Saisie des rémunérations du mois", "Garnishment of the month"));
        sections.push(say("Mode de calcul", "Method of calculation"));
    }
    if garnishment.is_some_and(|month| month.get("bank_account").is_some()) {
        sections.push(say("Saisie sur compte bancaire", "Seizure on bank accounts"));
    }
    if answer["advisories"].as_array().is_some_and(|list| !list.is_empty()) {
        sections.push(say("À savoir", "To be known"));
    }
    sections.push(say("Droit appliqué", "Law applied"));
    sections
}

#[test]
fn a_report_has_the_sections_that_the_facts_call_for() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let page = Page::read(report(&answer, "markdown"));
            assert!(page.strangers.is_empty(), "{name}: {:?}", page.strangers);
            let (first, others) = page.headings.split_first().expect("a title");
            let title =
                say(language, "Situation et capacité de remboursement", "Situation and repayment capacity");
            assert_eq!(*first, (1, title.to_owned()), "{name}");
            let expected: Vec<(u32, String)> = sections(&request, &answer, language)
                .into_iter()
                .map(|title| (2, title.to_owned()))
                .collect();
            assert_eq!(others, expected, "{name} in {language}");
            // The same sections, underlined, as plain text.
            let text = report(&answer, "text");
            for (_, title) in &page.headings {
                let rule: Vec<char> = text
                    .lines()
                    .skip_while(|line| line != title)
                    .nth(1)
                    .unwrap_or_else(|| panic!("{name}: no {title:?} as text"))
                    .chars()
                    .collect();
                assert_eq!(rule.len(), title.chars().count(), "{name}: {title}");
                assert!(rule.iter().all(|c| *c == '=') || rule.iter().all(|c| *c == '-'), "{name}: {title}");
            }
        }
    }
}

/// Each section says something: reasons and methods too, whether the explanation was wanted or not.
#[test]
fn no_section_is_empty() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let mut alone = request.clone();
            alone["want"] = json!(["report_text", "report_markdown"]);
            alone["language"] = json!(language);
            let answer = answer(&alone);
            assert_eq!(answer["reports"], reported(&request, language)["reports"], "{name}");
            let markdown = report(&answer, "markdown");
            for section in markdown.split("\n## ").skip(1) {
                let (title, body) = section.split_once('\n').expect("a body");
                assert!(!body.trim().is_empty(), "{name}: {title} is empty");
            }
            assert!(answer.get("explanation").is_none(), "{name}: nobody wanted it");
        }
    }
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
fn assert_tables_hold(name: &str, answer: &Value) {
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

#[test]
fn every_row_has_as_many_cells_as_its_heads() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            assert_tables_hold(&name, &reported(&request, language));
        }
    }
}

/// L. 731-3 and C18: what is left to live on comes first, and an amount that nobody decided is called a maximum.
#[test]
fn what_is_left_comes_first_and_a_maximum_is_called_one() {
    let mut decided = 0;
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let Some(capacity) = answer.get("capacity") else { continue };
            for format in ["text", "markdown"] {
                let report = report(&answer, format);
                let shown = amounts(report, language);
                assert_eq!(shown[0], cents(&capacity["left_to_live"]), "{name}: the first figure");
                assert_eq!(shown[1], cents(&capacity["retained"]), "{name}: the second figure");
                // The first figure stands under its name, the second under its label.
                let lines: Vec<&str> = report.lines().filter(|line| line.contains('€')).collect();
                assert!(lines[0].contains(say(language, "Reste à vivre", "Left to live on")), "{}", lines[0]);
                if capacity.get("decided").is_some() {
                    decided += 1;
                    assert!(lines[1].contains(say(language, "par décision", "by decision")), "{}", lines[1]);
                    assert!(!lines[1].to_lowercase().contains("maximum"), "{}", lines[1]);
                } else {
                    assert!(lines[1].to_lowercase().contains("maximum"), "{}", lines[1]);
                    assert!(
                        lines[1].contains(say(language, "non la somme due", "not the amount due")),
                        "{}",
                        lines[1]
                    );
                }
            }
        }
    }
    assert!(decided >= 4, "no decided case was looked at");
}

/// Cells of a table at some columns.
fn columns(table: &Table, places: &[usize]) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| places.iter().map(|place| row[*place].clone()).collect()).collect()
}

/// Cell by cell, the tables hold the figures of the blocks.
#[test]
fn the_tables_hold_the_figures_of_the_answer() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let page = Page::read(report(&answer, "markdown"));
            let say = |french, english| say(language, french, english);
            let money = |value: &Value| amount(value, language);
            let number = |value: &Value| {
                let text = word(value);
                if language == "fr" { text.replace('.', ",") } else { text }
            };
            if let Some(household) = answer.get("household") {
                let people = page.table(say("Personne", "Person"));
                let expected: Vec<Vec<String>> = household["members"]
                    .as_array()
                    .expect("members")
                    .iter()
                    .map(|member| {
                        vec![word(&member["id"]), number(&member["scale"]), number(&member["rsa_uplift"])]
                    })
                    .collect();
                assert_eq!(columns(people, &[0, 2, 3]), expected, "{name}: people");
                let rsa = &household["rsa"];
                let sum = format!(
                    "{} × {} = {}",
                    money(&rsa["one_person"]),
                    number(&rsa["coefficient"]),
                    money(&rsa["amount"])
                );
                assert!(page.items.iter().any(|item| item.contains(&sum)), "{name}: {sum}");
            }
            let resources = request["resources"].as_array().cloned().unwrap_or_default();
            if !resources.is_empty() && request.get("household").is_some() {
                let mut expected: Vec<Vec<String>> =
                    resources.iter().map(|resource| vec![money(&resource["amount"])]).collect();
                let total = resources.iter().map(|resource| cents(&resource["amount"])).sum();
                expected.push(vec![in_words(total, language)]);
                let table = page.table(say("Ressources mensuelles", "Monthly resources"));
                assert_eq!(columns(table, &[1]), expected, "{name}: resources");
            }
            if let Some(assets) =
                request.get("assets").and_then(Value::as_array).filter(|list| !list.is_empty())
            {
                let expected: Vec<Vec<String>> = assets
                    .iter()
                    .map(|asset| {
                        let costs = asset.get("sale_costs").map_or(0, cents);
                        let share = asset.get("joint_share_percent").and_then(Value::as_i64).unwrap_or(100);
                        let net = (cents(&asset["value"]) - costs).max(0) * i128::from(share) / 100;
                        vec![money(&asset["value"]), in_words(net, language)]
                    })
                    .collect();
                assert_eq!(columns(page.table(say("Biens", "Assets")), &[1, 2]), expected, "{name}: assets");
            }
            if let Some(budget) = answer.get("budget") {
                let list = |field: &str| budget[field].as_array().expect("a list").clone();
                let mut expected: Vec<Vec<String>> = list("lines")
                    .iter()
                    .chain(&list("flat_rates"))
                    .map(|line| vec![money(&line["declared"]), money(&line["counted"])])
                    .collect();
                let total = cents(&budget["common"]) + cents(&budget["personal"]);
                expected.push(vec![String::new(), in_words(total, language)]);
                let table = page.table(say("Dépenses mensuelles", "Monthly expenses"));
                assert_eq!(columns(table, &[1, 2]), expected, "{name}: expenses");
            }
            if let Some(capacity) = answer.get("capacity") {
                let ceilings = &capacity["ceilings"];
                let expected: Vec<Vec<String>> = [
                    &ceilings["budget"],
                    &ceilings["scale_amount"],
                    &ceilings["household_rsa"],
                    &capacity["legal_maximum"],
                    &capacity["minimum_to_leave"],
                ]
                .iter()
                .map(|figure| vec![money(figure)])
                .collect();
                assert_eq!(
                    columns(page.table(say("Plafond", "Ceiling")), &[1]),
                    expected,
                    "{name}: ceilings"
                );
                let variants =
                    capacity.get("variants").and_then(Value::as_array).cloned().unwrap_or_default();
                if !variants.is_empty() && cents(&capacity["computed"]) > 0 {
                    let expected: Vec<Vec<String>> = variants
                        .iter()
                        .map(|variant| vec![money(&variant["amount"]), money(&variant["left_to_live"])])
                        .collect();
                    let table = page.table(say("Part du maximum", "Share of the maximum"));
                    assert_eq!(columns(table, &[1, 2]), expected, "{name}: variants");
                }
            }
            if let Some(month) = answer.get("garnishment").filter(|month| month.get("net").is_some()) {
                let figures = ["net", "scale_amount", "floor", "seizable", "withheld", "left_to_debtor"];
                let expected: Vec<Vec<String>> =
                    figures.iter().map(|figure| vec![money(&month[figure])]).collect();
                assert_eq!(columns(page.table(""), &[1]), expected, "{name}: garnishment");
                let claims = month["claims"].as_array().expect("claims");
                if !claims.is_empty() {
                    let expected: Vec<Vec<String>> = claims
                        .iter()
                        .map(|claim| {
                            vec![
                                word(&claim["id"]),
                                money(&claim["due"]),
                                money(&claim["paid"]),
                                money(&claim["left"]),
                            ]
                        })
                        .collect();
                    let table = page.table(say("Créance", "Claim"));
                    assert_eq!(columns(table, &[0, 2, 3, 4]), expected, "{name}: claims");
                }
            }
            if let Some(left) = answer.pointer("/garnishment/bank_account") {
                let whole = page.paragraphs.join("\n");
                for figure in ["credit", "minimum"] {
                    assert!(whole.contains(&money(&left[figure])), "{name}: {figure}");
                }
            }
        }
    }
}

/// Every amount of a response or request, in cents.
fn all_amounts(value: &Value, found: &mut BTreeSet<i128>) {
    match value {
        Value::Object(object) => object.values().for_each(|inner| all_amounts(inner, found)),
        Value::Array(list) => list.iter().for_each(|inner| all_amounts(inner, found)),
        Value::String(text) => {
            let number = text.strip_prefix('-').unwrap_or(text);
            if number.split_once('.').is_some_and(|(euros, rest)| {
                rest.len() == 2 && format!("{euros}{rest}").bytes().all(|byte| byte.is_ascii_digit())
            }) {
                found.insert(cents_of(text));
            }
        }
        _ => {}
    }
}

/// No report shows an amount that is neither given, nor in the answer, nor a sum or a part of what is given.
#[test]
fn a_report_invents_no_figure() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let mut known = BTreeSet::new();
            for field in ["household", "budget", "capacity", "garnishment", "explanation"] {
                all_amounts(&answer[field], &mut known);
            }
            all_amounts(&request, &mut known);
            // Exact sums over a bracket are written as amounts where they are whole cents.
            for step in steps(&answer["explanation"]) {
                let exact = step["result"].as_str().unwrap_or_default();
                if step["rule"] == "fr.scale_bracket" && !exact.contains('/') {
                    let exact = common::law::Exact::read(exact).times(common::law::Exact::whole(100));
                    if exact.below == 1 {
                        known.insert(exact.above);
                    }
                }
            }
            let list = |field: &str| request[field].as_array().cloned().unwrap_or_default();
            known.insert(list("resources").iter().map(|resource| cents(&resource["amount"])).sum());
            if let Some(budget) = answer.get("budget") {
                known.insert(cents(&budget["common"]) + cents(&budget["personal"]));
            }
            for asset in list("assets") {
                let net = (cents(&asset["value"]) - asset.get("sale_costs").map_or(0, cents)).max(0);
                let share = asset.get("joint_share_percent").and_then(Value::as_i64).unwrap_or(100);
                known.insert(net * i128::from(share) / 100);
            }
            let mut seen = 0;
            for format in ["text", "markdown"] {
                for shown in amounts(report(&answer, format), language) {
                    assert!(
                        known.contains(&shown),
                        "{name}: {} is nowhere in the answer",
                        common::euros(shown)
                    );
                    seen += 1;
                }
            }
            assert!(seen > 3, "{name}: no amount was found");
        }
    }
}

fn steps(explanation: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    for step in explanation.as_array().into_iter().flatten() {
        found.push(step.clone());
        found.extend(steps(&step["children"]));
    }
    found
}

/// Both formats say the same: the same amounts in the same order.
#[test]
fn both_formats_say_the_same() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let [text, markdown] =
                ["text", "markdown"].map(|format| amounts(report(&answer, format), language));
            assert_eq!(text, markdown, "{name} in {language}");
        }
    }
}

// ---- text from outside

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

/// What a name reads as on one line: control characters as spaces, white space once.
fn on_one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
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
            let moves = |c: &char| {
                c.is_control() && *c != '\n'
                    || matches!(*c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            if let Some(found) = text.chars().find(moves) {
                wrong.push(format!("{hostile:?}: {found:?}"));
            }
            assert_tables_hold(hostile, &answer);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Dates are written as the language does, everywhere in the report.
#[test]
fn dates_are_written_for_people() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            for format in ["text", "markdown"] {
                let report = report(&answer, format);
                let machine = report.lines().find(|line| has_machine_date(line));
                assert_eq!(machine, None, "{name} in {language}: a date as machines write it");
            }
        }
    }
}

fn has_machine_date(line: &str) -> bool {
    line.as_bytes().windows(10).any(|window| {
        window.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    })
}

/// A notice that concerns two people is said once, or says whom it concerns: no line of a section is repeated.
#[test]
fn no_line_is_said_twice() {
    for (name, request) in requests() {
        for language in LANGUAGES {
            let answer = reported(&request, language);
            let notices = report(&answer, "text")
                .split("\n\n")
                .skip_while(|part| !part.starts_with(say(language, "À savoir", "To be known")))
                .nth(1)
                .unwrap_or_default();
            let mut seen = BTreeSet::new();
            for line in notices.lines() {
                assert!(seen.insert(line), "{name} in {language}: {line}");
            }
        }
    }
}
