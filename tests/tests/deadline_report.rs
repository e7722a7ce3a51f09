//! The time limits of a file as people read them: every one of them told once, in both languages and every format.

mod common;

use apurement::fr::deadline::EventKind;
use apurement::vocabulary::Vocabulary;
use common::page::Page;
use common::{answer, cases, request, rich, with};
use scraper::Html;
use serde_json::{Value, json};

const FORMATS: [&str; 3] = ["deadlines_text", "deadlines_markdown", "deadlines_html"];

/// Requests with events: those bundled and invented, and one with an event of every kind.
fn requests() -> Vec<(String, Value)> {
    let mut requests: Vec<(String, Value)> =
        cases().into_iter().filter(|(_, case)| case.get("events").is_some()).collect();
    assert!(!requests.is_empty(), "a bundled case has events");
    requests.push(("rich".into(), rich::lone_filer()));
    let event = |kind: &&str| json!({"kind": kind, "on": "2026-03-02", "about": "<b>A & B|C</b>"});
    let every: Vec<Value> = EventKind::WORDS.iter().map(event).collect();
    requests.push(("every kind".into(), request(json!({"events": every}))));
    let names = [json!({"kind": "file_deposited", "on": "2025-11-30"})];
    requests
        .push(("deposit".into(), request(json!({"events": names, "deadlines": {"as_of": "2026-01-10"}}))));
    requests
}

fn told(request: &Value, language: &str) -> Value {
    let mut request = with(request.clone(), "/language", json!(language));
    request["want"] = json!([&["deadlines"][..], &FORMATS[..]].concat());
    answer(&request)
}

/// A text as it is heard: one kind of space, no marks of Markdown.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ").replace('\\', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_time_limit_is_told_with_its_day() {
    for (name, request) in requests() {
        for language in ["fr", "en"] {
            let answer = told(&request, language);
            let text = plain(answer["reports"]["deadlines_text"].as_str().expect("a text"));
            let markdown = plain(answer["reports"]["deadlines_markdown"].as_str().expect("a page"));
            for limit in answer["deadlines"]["limits"].as_array().expect("limits") {
                let title = plain(limit["title"].as_str().expect("a title"));
                assert!(text.contains(&title), "{name} in {language}: {title}");
                assert!(markdown.contains(&title), "{name} in {language}: {title}");
                if matches!(limit["status"].as_str(), Some("running" | "to_come")) {
                    let effect = plain(limit["effect"].as_str().expect("an effect"));
                    assert!(text.contains(&effect), "{name} in {language}: {effect}");
                    for article in limit["articles"].as_array().expect("articles") {
                        assert!(
                            text.contains(&plain(article.as_str().expect("an article"))),
                            "{name}: {article}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn no_word_of_the_documents_is_left_unread() {
    for (name, request) in requests() {
        for language in ["fr", "en"] {
            let answer = told(&request, language);
            for format in &FORMATS[..1] {
                let text = answer["reports"][format].as_str().expect("a report");
                assert!(!text.contains('_'), "{name} in {language}: {text}");
            }
        }
    }
}

#[test]
fn pages_are_well_formed_and_names_stay_text() {
    for (name, request) in requests() {
        for language in ["fr", "en"] {
            let answer = told(&request, language);
            let html = answer["reports"]["deadlines_html"].as_str().expect("a page");
            let page = Html::parse_document(html);
            assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
            assert!(!html.contains("<b>"), "{name}: a name became a mark");
            let markdown = answer["reports"]["deadlines_markdown"].as_str().expect("a page");
            let page = Page::read(markdown);
            assert!(page.strangers.is_empty(), "{name} in {language}: {:?}", page.strangers);
            assert_eq!(page.headings.first().map(|(depth, _)| *depth), Some(1));
            for table in &page.tables {
                assert!(
                    table.rows.iter().all(|row| row.len() == table.heads.len()),
                    "{name}: {}",
                    table.caption
                );
            }
        }
    }
}

#[test]
fn what_comes_next_is_asked_for() {
    let deposited = request(json!({
        "events": [{"kind": "file_deposited", "on": "2025-11-30"}], "deadlines": {"as_of": "2026-01-10"}
    }));
    let answer = told(&deposited, "en");
    let text = answer["reports"]["deadlines_text"].as_str().expect("a text");
    let (_, asked) = text.split_once("To know other time limits").expect("what is missing");
    assert!(asked.contains("receipt of the state of the liabilities"), "{asked}");
    assert!(asked.contains("decision of admissibility"), "{asked}");
    assert!(!asked.contains("garnish"), "what has nothing to do with the file: {asked}");
    assert!(asked.lines().count() < 12, "a short list: {asked}");
    // A duration that an event should state.
    let measures = json!([{"kind": "measures_effective", "on": "2026-01-05"}]);
    let answer = told(&with(deposited, "/events", measures), "en");
    let text = answer["reports"]["deadlines_text"].as_str().expect("a text");
    assert!(text.contains("- duration: beginning of the measures (1 time limit)"), "{text}");
}
