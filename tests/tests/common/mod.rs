//! What the test files share: asking the document door, requests to start from, and reading amounts.
//!
//! Nothing here computes a legal figure; the arithmetic of the texts is in [`law`].

// Each test file is a program of its own and uses only a part of this module.
#![allow(dead_code)]
// Parts of requests are written in place, for one call.
#![allow(clippy::needless_pass_by_value)]

pub(crate) mod case;
pub(crate) mod changes;
pub(crate) mod dice;
pub(crate) mod ics;
pub(crate) mod law;
pub(crate) mod page;
pub(crate) mod rich;
pub(crate) mod sheet;
pub(crate) mod writer;

use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The response to a request, whether an answer or a refusal.
pub(crate) fn ask(request: &Value) -> Value {
    respond(request.to_string().as_bytes())
}

/// The same from bytes.
pub(crate) fn respond(request: &[u8]) -> Value {
    let response = apurement::evaluate(request);
    serde_json::from_slice(&response).expect("a response is JSON")
}

/// The answer to a request that must not be refused.
#[track_caller]
pub(crate) fn answer(request: &Value) -> Value {
    let response = ask(request);
    assert!(response.get("errors").is_none(), "refused: {}\nrequest: {}", response["errors"], short(request));
    response
}

/// The faults of a request that must be refused.
#[track_caller]
pub(crate) fn faults(request: &Value) -> Vec<Value> {
    let response = ask(request);
    let errors = response["errors"].as_array().unwrap_or_else(|| panic!("answered: {}", short(request)));
    assert!(!errors.is_empty(), "refused without a reason: {}", short(request));
    errors.clone()
}

/// The faults as pairs of a name and a path.
pub(crate) fn named(faults: &[Value]) -> Vec<(String, String)> {
    faults.iter().map(|fault| (word(&fault["name"]), word(&fault["path"]))).collect()
}

/// A refusal with one fault only.
#[track_caller]
pub(crate) fn assert_refused(request: &Value, name: &str, path: &str) {
    assert_eq!(named(&faults(request)), [(name.to_owned(), path.to_owned())], "{}", short(request));
}

/// The beginning of a document, for messages.
pub(crate) fn short(document: &Value) -> String {
    document.to_string().chars().take(1500).collect()
}

#[track_caller]
pub(crate) fn word(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a string")).to_owned()
}

/// An amount of a response in cents.
#[track_caller]
pub(crate) fn cents(value: &Value) -> i128 {
    cents_of(value.as_str().unwrap_or_else(|| panic!("{value} is not an amount")))
}

/// A written amount in cents: an optional sign, euros, a point and two decimals.
#[track_caller]
pub(crate) fn cents_of(text: &str) -> i128 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (euros, rest) = digits.split_once('.').unwrap_or_else(|| panic!("{text} has no decimals"));
    assert_eq!(rest.len(), 2, "{text} has two decimals");
    sign * (euros.parse::<i128>().expect(text) * 100 + rest.parse::<i128>().expect(text))
}

/// Cents as a document writes them.
pub(crate) fn euros(cents: i128) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// The names of the advisories of an answer, in their order.
pub(crate) fn advisories(answer: &Value) -> Vec<String> {
    let list = answer["advisories"].as_array().expect("advisories");
    list.iter().map(|advisory| word(&advisory["name"])).collect()
}

/// A request with the fields that every one needs, and those given, which prevail.
pub(crate) fn request(fields: Value) -> Value {
    let mut whole = json!({"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15"});
    let Value::Object(fields) = fields else { panic!("fields of a request") };
    object(&mut whole).extend(fields);
    whole
}

/// One person who earns a monthly amount.
pub(crate) fn lone(amount: &str) -> Value {
    request(json!({
        "household": {"applicants": [{"id": "applicant"}]},
        "resources": [{"kind": "wage", "amount": amount}],
        "want": ["capacity"]
    }))
}

/// A month's garnishment of one pay for claims; nobody depends on the debtor.
pub(crate) fn garnished(net: &str, claims: Value) -> Value {
    request(json!({
        "garnishment": {
            "dependants": 0,
            "payers": [{"id": "employer", "kind": "wage", "net": net}],
            "claims": claims
        },
        "want": ["garnishment"]
    }))
}

pub(crate) fn object(value: &mut Value) -> &mut Map<String, Value> {
    value.as_object_mut().expect("an object")
}

/// The request with a field set at a JSON pointer, whose parent exists.
#[track_caller]
pub(crate) fn with(mut request: Value, pointer: &str, value: Value) -> Value {
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let parent = request.pointer_mut(parent).unwrap_or_else(|| panic!("no {pointer}"));
    match parent {
        Value::Object(object) => {
            object.insert(field.to_owned(), value);
        }
        Value::Array(list) => {
            let place: usize = field.parse().expect("a place");
            list[place] = value;
        }
        other => panic!("{other} has no fields"),
    }
    request
}

/// The request under an overlay, whose name is added.
pub(crate) fn under(request: Value, name: &str, overlay: Value) -> Value {
    let mut overlay = overlay;
    object(&mut overlay).insert("name".into(), json!(name));
    with(request, "/law", json!({"overlays": [overlay]}))
}

/// The example cases, by file name.
pub(crate) fn cases() -> Vec<(String, Value)> {
    let folder = root().join("examples/cases");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the cases").map(|file| file.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(files.len() >= 10, "the cases are missing");
    files
        .into_iter()
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a readable case");
            let case = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            (name, case)
        })
        .collect()
}

/// An amount as people of a language write it.
pub(crate) fn in_words(cents: i128, language: &str) -> String {
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
