//! The shared vectors: requests with the part of the response that was computed elsewhere.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One case of `tests/vectors`.
#[derive(Debug)]
pub struct Vector {
    /// Stable identifier.
    pub id: String,
    /// The provisions it is about.
    pub law: Vec<String>,
    /// The bytes that go in.
    pub request: Vec<u8>,
    expected: Expected,
}

#[derive(Debug)]
enum Expected {
    /// A part of the response: every key given must be there and equal.
    Response(Value),
    /// The whole list of errors, each as name and path.
    Errors(Vec<(String, String)>),
}

const FIELDS: &[&str] = &[
    "id",
    "title",
    "law",
    "origin",
    "reasoning",
    "published",
    "request",
    "request_text",
    "request_hex",
    "request_repeat",
    "response",
    "errors",
];

/// Every vector, sorted by path.
///
/// # Panics
/// When a file is not a vector: that is a fault of the repository.
#[must_use]
pub fn all() -> Vec<Vector> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let vectors: Vec<Vector> = files.iter().map(|file| read(file)).collect();
    let ids: BTreeSet<&str> = vectors.iter().map(|vector| vector.id.as_str()).collect();
    assert_eq!(ids.len(), vectors.len(), "two vectors share an identifier");
    vectors
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "json") {
            files.push(path);
        }
    }
}

fn read(file: &Path) -> Vector {
    let name = file.display();
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{name}: {e}"));
    let vector: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let object = vector.as_object().unwrap_or_else(|| panic!("{name}: not an object"));
    for key in object.keys() {
        assert!(FIELDS.contains(&key.as_str()), "{name}: unknown field {key}");
    }
    let word = |key: &str| object.get(key).and_then(Value::as_str);
    for key in ["id", "title", "origin", "reasoning"] {
        assert!(word(key).is_some_and(|text| !text.is_empty()), "{name}: {key} is missing");
    }
    let request = if let Some(request) = raw_request(&text) {
        request
    } else if let Some(text) = word("request_text") {
        text.as_bytes().to_vec()
    } else if let Some(hex) = word("request_hex") {
        from_hex(hex)
    } else {
        let repeat = &object["request_repeat"];
        let times = usize::try_from(repeat["times"].as_u64().expect("times")).expect("times");
        repeat["text"].as_str().expect("text").repeat(times).into_bytes()
    };
    let expected = match (object.get("response"), object.get("errors")) {
        (Some(response), None) => Expected::Response(response.clone()),
        (None, Some(errors)) => {
            let pair = |e: &Value| {
                (e["name"].as_str().expect("name").to_owned(), e["path"].as_str().expect("path").to_owned())
            };
            Expected::Errors(errors.as_array().expect("errors").iter().map(pair).collect())
        }
        _ => panic!("{name}: either response or errors"),
    };
    let law = object.get("law").and_then(Value::as_array).unwrap_or_else(|| panic!("{name}: law is missing"));
    let law = law.iter().map(|text| text.as_str().expect("a provision").to_owned()).collect();
    Vector { id: word("id").unwrap_or_default().to_owned(), law, request, expected }
}

/// The request as it is written in the file, so that its numbers keep their digits.
fn raw_request(text: &str) -> Option<Vec<u8>> {
    #[derive(serde::Deserialize)]
    struct Raw<'a> {
        #[serde(borrow)]
        request: Option<&'a serde_json::value::RawValue>,
    }
    let raw: Raw<'_> = serde_json::from_str(text).ok()?;
    raw.request.map(|request| request.get().as_bytes().to_vec())
}

fn from_hex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    let byte = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).expect("hexadecimal");
        u8::from_str_radix(pair, 16).expect("hexadecimal")
    };
    digits.chunks(2).map(byte).collect()
}

impl Vector {
    /// The part of the response that it states; nothing for a refusal.
    #[must_use]
    pub const fn response(&self) -> Option<&Value> {
        match &self.expected {
            Expected::Response(response) => Some(response),
            Expected::Errors(_) => None,
        }
    }

    /// Every word that the response states under a key, wherever it is.
    #[must_use]
    pub fn words(&self, key: &str) -> Vec<String> {
        let mut words = Vec::new();
        if let Expected::Response(response) = &self.expected {
            gather(response, key, &mut words);
        }
        words
    }

    /// The parts of the response that it states figures of; nothing for a refusal.
    #[must_use]
    pub fn parts(&self) -> Vec<&str> {
        match &self.expected {
            Expected::Response(Value::Object(parts)) => parts.keys().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// Compares a response with what the vector expects.
    ///
    /// # Errors
    /// What differs, in words.
    pub fn check(&self, response: &[u8]) -> Result<(), String> {
        let response: Value = serde_json::from_slice(response).map_err(|e| format!("not JSON: {e}"))?;
        match &self.expected {
            Expected::Response(expected) => {
                if let Some(errors) = response.get("errors") {
                    return Err(format!("refused: {errors}"));
                }
                within(expected, &response, "")
            }
            Expected::Errors(expected) => {
                let errors = response.get("errors").and_then(Value::as_array);
                let errors = errors.ok_or_else(|| "answered, errors were expected".to_owned())?;
                let word = |e: &Value, key: &str| e[key].as_str().unwrap_or_default().to_owned();
                let found: Vec<(String, String)> =
                    errors.iter().map(|e| (word(e, "name"), word(e, "path"))).collect();
                if &found == expected {
                    Ok(())
                } else {
                    Err(format!("errors {found:?}, expected {expected:?}"))
                }
            }
        }
    }
}

fn gather(value: &Value, key: &str, words: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            words.extend(fields.get(key).and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| gather(value, key, words));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, key, words)),
        _ => {}
    }
}

/// Every key given is there and equal; lists have the same length.
fn within(expected: &Value, found: &Value, path: &str) -> Result<(), String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected.iter().try_for_each(|(key, value)| {
            let inner = format!("{path}.{key}");
            let found = found.get(key).ok_or_else(|| format!("{inner} is missing"))?;
            within(value, found, &inner)
        }),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            expected.iter().zip(found).enumerate().try_for_each(|(place, (expected, found))| {
                within(expected, found, &format!("{path}[{place}]"))
            })
        }
        _ if expected == found => Ok(()),
        _ => Err(format!("{path}: {found}, expected {expected}")),
    }
}
