//! Asking more of a request, without touching the rest of it.
//!
//! Values stay the raw text that they are: an amount keeps its digits. What is not an object that can be edited goes on
//! unchanged, and the library says what is wrong with it.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::{RawValue, to_raw_value};
use std::borrow::Cow;
use std::fmt;

/// What the command adds to a request.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// Parts of the answer wanted beside those that the request names.
    pub(crate) parts: Vec<&'static str>,
    /// The same, where the request names none and the library would choose by itself.
    pub(crate) parts_when_silent: Vec<&'static str>,
    /// The language, instead of the request's.
    pub(crate) language: Option<&'static str>,
    /// Fields set to a value, whatever the request says there: `want`, or one level down `plan.ranks`.
    pub(crate) fields: Vec<(&'static str, Box<RawValue>)>,
}

impl Asked {
    /// The request with that added.
    pub(crate) fn of<'a>(&self, request: &'a [u8]) -> Cow<'a, [u8]> {
        self.edited(request).map_or(Cow::Borrowed(request), Cow::Owned)
    }

    fn edited(&self, request: &[u8]) -> Option<Vec<u8>> {
        let Fields(mut fields) = serde_json::from_slice(request).ok()?;
        let mut changed = false;
        if let Some(language) = self.language {
            changed |= set(&mut fields, "language", to_raw_value(language).ok()?)?;
        }
        for (path, value) in &self.fields {
            set_at(&mut fields, path, value.clone())?;
            changed = true;
        }
        match place(&fields, "want")? {
            Some(place) => {
                let mut parts: Vec<Box<RawValue>> = serde_json::from_str(fields[place].1.get()).ok()?;
                let before = parts.len();
                for part in &self.parts {
                    let part = to_raw_value(part).ok()?;
                    if !parts.iter().any(|named| named.get() == part.get()) {
                        parts.push(part);
                    }
                }
                if parts.len() > before {
                    fields[place].1 = to_raw_value(&parts).ok()?;
                    changed = true;
                }
            }
            None if !self.parts_when_silent.is_empty() => {
                fields.push(("want".to_owned(), to_raw_value(&self.parts_when_silent).ok()?));
                changed = true;
            }
            None => {}
        }
        changed.then(|| written(&fields)).flatten()
    }
}

/// Where a field stands; `Some(None)` when it is absent, `None` when it is given twice, which the library must see.
fn place(fields: &[(String, Box<RawValue>)], name: &str) -> Option<Option<usize>> {
    let mut places =
        fields.iter().enumerate().filter(|(_, (field, _))| field == name).map(|(place, _)| place);
    let first = places.next();
    places.next().is_none().then_some(first)
}

fn set(fields: &mut Vec<(String, Box<RawValue>)>, name: &str, value: Box<RawValue>) -> Option<bool> {
    match place(fields, name)? {
        Some(place) => fields[place].1 = value,
        None => fields.push((name.to_owned(), value)),
    }
    Some(true)
}

/// Sets a field, or the field of an object that may have to be made.
fn set_at(fields: &mut Vec<(String, Box<RawValue>)>, path: &str, value: Box<RawValue>) -> Option<bool> {
    let Some((object, name)) = path.split_once('.') else { return set(fields, path, value) };
    let within = place(fields, object)?.map(|place| fields[place].1.get()).filter(|json| *json != "null");
    let Fields(mut within) = serde_json::from_str(within.unwrap_or("{}")).ok()?;
    set(&mut within, name, value)?;
    let json = String::from_utf8(written(&within)?).ok()?;
    set(fields, object, RawValue::from_string(json).ok()?)
}

fn written(fields: &[(String, Box<RawValue>)]) -> Option<Vec<u8>> {
    let mut json = vec![b'{'];
    for (name, value) in fields {
        if json.len() > 1 {
            json.push(b',');
        }
        serde_json::to_writer(&mut json, name).ok()?;
        json.push(b':');
        json.extend_from_slice(value.get().as_bytes());
    }
    json.push(b'}');
    Some(json)
}

/// The fields of an object in their order, twice where they are given twice.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fields, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        from.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(request: &str) -> String {
        let asked = Asked {
            parts: vec!["explanation"],
            parts_when_silent: vec!["report_text"],
            language: Some("en"),
            fields: Vec::new(),
        };
        String::from_utf8(asked.of(request.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn values_keep_their_digits() {
        let request = r#"{"b":0.10,"a":[1.50, 12345678901234567890.01],"language":"fr"}"#;
        assert_eq!(
            asked(request),
            r#"{"b":0.10,"a":[1.50, 12345678901234567890.01],"language":"en","want":["report_text"]}"#
        );
    }

    #[test]
    fn parts_are_added_once() {
        assert_eq!(asked(r#"{"want":["budget"]}"#), r#"{"want":["budget","explanation"],"language":"en"}"#);
        assert_eq!(asked(r#"{"want":["explanation"]}"#), r#"{"want":["explanation"],"language":"en"}"#);
    }

    #[test]
    fn fields_are_set_within_objects() {
        let asked = |request: &str| {
            let value = to_raw_value(&12).unwrap();
            let asked = Asked { fields: vec![("plan.months", value)], ..Asked::default() };
            String::from_utf8(asked.of(request.as_bytes()).into_owned()).unwrap()
        };
        assert_eq!(asked(r#"{"a":1.50}"#), r#"{"a":1.50,"plan":{"months":12}}"#);
        assert_eq!(asked(r#"{"plan":null}"#), r#"{"plan":{"months":12}}"#);
        assert_eq!(asked(r#"{"plan":{"b":0.10,"months":7}}"#), r#"{"plan":{"b":0.10,"months":12}}"#);
        for request in [r#"{"plan":[1]}"#, r#"{"plan":{"months":1,"months":2}}"#, r#"{"plan":1,"plan":2}"#] {
            assert_eq!(asked(request), request, "the library says what is wrong");
        }
    }

    #[test]
    fn what_is_at_fault_goes_on_unchanged() {
        for request in
            ["", "[1]", "{", r#"{"want":1}"#, r#"{"want":[],"want":[]}"#, r#"{"language":1,"language":2}"#]
        {
            assert_eq!(asked(request), request);
        }
    }
}
