//! The JSON Schema of the documents, for the generator of `core/schema`.

use super::v1::request::Request;
use super::v1::response::{Refusal, Response};
use crate::fr::Dependants;
use crate::fr::law::Overlay;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rate::Rate;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A date, `YYYY-MM-DD`.
#[derive(Debug)]
pub struct Day;

/// The code of a language.
#[derive(Debug)]
pub struct LanguageCode;

/// A step of an explanation.
#[derive(Debug, JsonSchema)]
#[allow(dead_code)]
pub(crate) struct ExplanationStep {
    /// Stable name of the rule.
    rule: String,
    /// The step in words.
    text: String,
    /// What went in, by name.
    #[schemars(skip_serializing_if = "Option::is_none")]
    inputs: Option<BTreeMap<String, serde_json::Value>>,
    /// What came out.
    #[schemars(skip_serializing_if = "Option::is_none")]
    result: Option<serde_json::Value>,
    /// The rounding, by name.
    #[schemars(skip_serializing_if = "Option::is_none")]
    rounding: Option<String>,
    /// The dated tables used, each with the first day of its value.
    #[schemars(skip_serializing_if = "Option::is_none")]
    versions: Option<BTreeMap<String, String>>,
    /// The provisions behind the rule.
    #[schemars(skip_serializing_if = "Option::is_none")]
    provisions: Option<Vec<String>>,
    /// The steps it rests on.
    #[schemars(skip_serializing_if = "Option::is_none")]
    children: Option<Vec<ExplanationStep>>,
}

/// A bound, a date, or the values that are allowed.
#[derive(Debug)]
pub(crate) struct Detail;

macro_rules! schema {
    ($($type:ty, $name:literal, $schema:tt;)+) => {
        $( impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        } )+
    };
}

schema! {
    Day, "Day", {"type": "string", "format": "date", "description": "YYYY-MM-DD"};
    LanguageCode, "LanguageCode", {"enum": ["fr", "en"]};
    Detail, "Detail", {"type": ["string", "integer", "array"]};
    Money, "Amount", {
        "description": "Euros with at most two decimals, as a string or a number; written as a string",
        "type": ["string", "number"],
        "pattern": "^-?[0-9]+(\\.[0-9]{1,2})?$"
    };
    Rate, "Rate", {"description": "Percent a year, as a string", "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$"};
    Dependants, "Dependants", {
        "description": "A count of persons by halves, 0 to 100",
        "type": ["string", "number"],
        "pattern": "^[0-9]+(\\.[05])?$"
    };
    Fraction, "Number", {"description": "An exact decimal, or a fraction n/d", "type": "string"};
}

/// Unknown fields are refused, so the schemas of what goes in say so.
fn refuse_unknown_fields(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".into(), false.into());
    }
}

/// The schemas by file name: what goes in, what comes out, and overlays.
#[must_use]
pub fn all() -> Vec<(&'static str, Schema)> {
    let input = || {
        SchemaSettings::draft2020_12()
            .with_transform(RecursiveTransform(refuse_unknown_fields))
            .into_generator()
    };
    let output = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    alloc::vec![
        ("request.json", input().into_root_schema_for::<Request>()),
        ("overlay.json", input().into_root_schema_for::<Overlay>()),
        ("response.json", output().into_root_schema_for::<Response<'static>>()),
        ("errors.json", output().into_root_schema_for::<Refusal<'static>>()),
    ]
}
