//! How a figure was reached, as an indented tree of sentences.

use apurement::Language;
use apurement::explain::Step;
use serde::{Deserialize, Serialize};

/// A step, in one language.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Explained {
    rule: String,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    provisions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    children: Vec<Explained>,
}

/// Steps of the library, told in a language.
pub(crate) fn told(steps: &[Step], language: Language) -> Vec<Explained> {
    let one = |step: &Step| Explained {
        rule: step.rule.name().to_owned(),
        text: step.sentence(language),
        provisions: step.rule.provisions().iter().map(ToString::to_string).collect(),
        children: told(&step.children, language),
    };
    steps.iter().map(one).collect()
}

/// The sentences with their articles, one a line, each further in than the one that it supports.
pub(crate) fn tree(steps: &[Explained]) -> String {
    let mut text = String::new();
    write_tree(steps, 1, &mut text);
    text
}

fn write_tree(steps: &[Explained], depth: usize, text: &mut String) {
    for step in steps {
        text.push_str(&"  ".repeat(depth));
        text.push_str("- ");
        text.push_str(&step.text);
        if !step.provisions.is_empty() {
            text.push_str(&format!(" [{}]", step.provisions.join("; ")));
        }
        text.push('\n');
        write_tree(&step.children, depth + 1, text);
    }
}
