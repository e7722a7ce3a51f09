//! The README is true: its commands run, its links lead somewhere, its dates are those of the law data, and its Rust
//! is compiled and run (as documentation tests of this package, which `src/lib.rs` takes it into).

mod common;

use common::law::Law;
use common::root;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::process::Command;

/// Commands of the README that these tests do not run, each with its reason.
const SKIPPED: &[(&str, &str)] = &[("tests/run", "it runs these tests")];

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The code blocks of a language, in order.
fn blocks(markdown: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut inside = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                inside = info.split([',', ' ']).next() == Some(language);
                if inside {
                    blocks.push(String::new());
                }
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => blocks.last_mut().expect("a block").push_str(&text),
            _ => {}
        }
    }
    blocks
}

/// The commands of a shell block: one a line, joined where a line goes on, without comments.
fn commands(block: &str) -> Vec<String> {
    let joined = block.replace("\\\n", " ");
    joined
        .lines()
        .map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

#[test]
fn blocks_and_commands_are_found() {
    let page = "text\n\n```sh\n# first\ncargo run -- a \\\n  b\ntests/run # all\n```\n\n```rust,no_run\nlet x = 1;\n```\n";
    assert_eq!(blocks(page, "rust"), ["let x = 1;\n"]);
    let shell = blocks(page, "sh");
    assert_eq!(shell.len(), 1);
    assert_eq!(commands(&shell[0]), ["cargo run -- a    b", "tests/run"]);
}

/// Every command that the README shows works, from the folder of the repository, and says something.
#[test]
fn the_commands_of_the_readme_run() {
    let mut run = 0;
    let mut skipped = 0;
    for command in blocks(&readme(), "sh").iter().flat_map(|block| commands(block)) {
        if let Some((_, reason)) = SKIPPED.iter().find(|(skipped, _)| *skipped == command) {
            assert!(!reason.is_empty());
            skipped += 1;
            continue;
        }
        assert!(command.starts_with("cargo run "), "{command:?} is neither run by this test nor in its list");
        let output =
            Command::new("sh").args(["-euc", &command]).current_dir(root()).output().expect("a shell");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {errors}");
        assert!(!output.stdout.is_empty(), "{command} says nothing");
        assert!(!errors.contains("panicked"), "{command}: {errors}");
        run += 1;
    }
    assert!(run >= 2, "the README shows how to run the command");
    assert_eq!(skipped, SKIPPED.len(), "the README says how to run the tests, once");
}

/// The Rust of the README is compiled with this package's documentation tests.
#[test]
fn the_rust_of_the_readme_is_tested() {
    let library = include_str!("../src/lib.rs");
    assert!(library.contains("#[cfg(doctest)]\n#[doc = include_str!(\"../../README.md\")]"));
    let shown = blocks(&readme(), "rust");
    assert!(!shown.is_empty(), "the README shows Rust");
    for block in shown {
        assert!(block.contains("assert"), "nothing is checked in:\n{block}");
    }
    // Nothing is hidden from them.
    for word in ["ignore", "no_run", "should_panic", "compile_fail"] {
        let fence = format!("```rust,{word}");
        assert!(!readme().contains(&fence) && !readme().contains(&format!("```{word}")), "{word}");
    }
}

#[test]
fn the_links_of_the_readme_lead_somewhere() {
    let readme = readme();
    let mut local = 0;
    for event in Parser::new_ext(&readme, Options::ENABLE_TABLES) {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else { continue };
        if dest_url.starts_with("https://") || dest_url.starts_with('#') {
            continue;
        }
        let path = dest_url.split('#').next().unwrap_or_default();
        assert!(root().join(path).exists(), "{dest_url} leads nowhere");
        local += 1;
    }
    assert!(local >= 3, "{local} links only");
}

/// The folders that the README names are there, and the dates of its table are those of the data.
#[test]
fn the_readme_says_what_the_data_says() {
    let readme = readme();
    let law = Law::read();
    let rows = |start: &str| -> String {
        let found: Vec<&str> =
            readme.lines().filter(|line| line.starts_with(&format!("| {start}"))).collect();
        assert_eq!(found.len(), 1, "one row on {start:?}");
        found[0].to_owned()
    };
    for (row, table) in [
        ("scale of garnishable pay", "garnishment_scale"),
        ("RSA of one person", "rsa_general"),
        ("legal interest", "legal_interest"),
    ] {
        let until = law.verified_until(table).format("%-d %B %Y").to_string();
        assert!(rows(row).ends_with(&format!("| {until} |")), "{row}: verified until {until}");
    }
    let unknown =
        law.0.table("rsa_mayotte").expect("the table").entries.iter().filter(|e| e.value.is_none()).count();
    let count =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"][unknown];
    assert!(readme.contains(&format!("{count} amounts of Mayotte are not\nknown")), "{count} are unknown");
    for line in readme.lines().filter(|line| line.starts_with("| `")) {
        let folder = line.split('`').nth(1).expect("a folder");
        assert!(root().join(folder).exists(), "there is no {folder}");
    }
}
