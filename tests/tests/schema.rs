//! The JSON Schemas of the documents: committed, up to date, and true of what goes in and comes out.
//!
//! With `APUREMENT_UPDATE=1` the first test writes `core/schema` instead of comparing.

mod common;

use apurement::document::schema;
use common::{answer, ask, cases, named, request, rich, root, with};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn committed(name: &str) -> std::path::PathBuf {
    root().join("core/schema").join(name)
}

/// A schema as the library derives it.
fn derived(name: &str) -> Value {
    let all = schema::all();
    let (_, schema) = all.iter().find(|(known, _)| *known == name).expect("a schema of that name");
    schema.as_value().clone()
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a sound schema")
}

/// What makes an instance invalid, in words; empty when it is valid.
fn objections(validator: &Validator, instance: &Value) -> Vec<String> {
    validator.iter_errors(instance).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[track_caller]
fn assert_valid(validator: &Validator, instance: &Value, name: &str) {
    let mut objections = objections(validator, instance);
    objections.truncate(5);
    assert!(objections.is_empty(), "{name}: {objections:#?}");
}

#[test]
fn the_committed_schemas_are_the_derived_ones() {
    let names: BTreeSet<&str> = schema::all().iter().map(|(name, _)| *name).collect();
    assert_eq!(names, BTreeSet::from(["errors.json", "overlay.json", "request.json", "response.json"]));
    for name in &names {
        let text = serde_json::to_string_pretty(&derived(name)).expect("JSON") + "\n";
        if std::env::var_os("APUREMENT_UPDATE").is_some() {
            std::fs::create_dir_all(committed("")).expect("the folder of the schemas");
            std::fs::write(committed(name), &text).expect("a schema");
        }
        let found = std::fs::read_to_string(committed(name)).unwrap_or_default();
        assert!(
            found == text,
            "core/schema/{name} is stale: APUREMENT_UPDATE=1 cargo test -p apurement-tests --test schema"
        );
    }
    let files = std::fs::read_dir(committed("")).expect("the schemas");
    let files: BTreeSet<String> =
        files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, names.iter().map(|name| (*name).to_owned()).collect(), "a stray file in core/schema");
}

/// The schemas say `2020-12`, and a checker that knows the standard accepts them.
#[test]
fn the_schemas_are_schemas() {
    for (name, schema) in schema::all() {
        let schema = schema.as_value();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(schema), "{name}");
    }
}

/// What is wrong in many documents, each objection once, with the first document that shows it.
#[derive(Default)]
struct Objections(BTreeMap<String, String>);

impl Objections {
    fn gather(&mut self, validator: &Validator, instance: &Value, name: &str) {
        for objection in objections(validator, instance) {
            let places = |c: char| c.is_ascii_digit();
            self.0.entry(objection.replace(places, "_")).or_insert_with(|| name.to_owned());
        }
    }

    #[track_caller]
    fn assert_none(self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

/// Requests that are answered keep to `request.json`, their answers to `response.json`, refusals to `errors.json`.
#[test]
fn every_vector_keeps_to_the_schemas() {
    let (requests, responses) = (validator(&derived("request.json")), validator(&derived("response.json")));
    let refusals = validator(&derived("errors.json"));
    let (mut answered, mut refused) = (0, 0);
    let mut objections = Objections::default();
    for vector in apurement_tests::vectors::all() {
        let response = apurement::evaluate(&vector.request);
        let response: Value = serde_json::from_slice(&response).expect("JSON");
        if response.get("errors").is_some() {
            refused += 1;
            objections.gather(&refusals, &response, &vector.id);
        } else {
            answered += 1;
            let request: Value = serde_json::from_slice(&vector.request).expect("JSON");
            objections.gather(&requests, &request, &vector.id);
            objections.gather(&responses, &response, &vector.id);
            assert!(!refusals.is_valid(&response), "{}: an answer is no refusal", vector.id);
        }
    }
    objections.assert_none();
    assert!(answered > 400 && refused > 100, "{answered} answered, {refused} refused");
}

#[test]
fn every_case_keeps_to_the_schemas() {
    let (requests, responses) = (validator(&derived("request.json")), validator(&derived("response.json")));
    let overlays = validator(&derived("overlay.json"));
    let mut objections = Objections::default();
    for (name, case) in cases() {
        for language in ["fr", "en"] {
            let want = json!([
                "household",
                "budget",
                "capacity",
                "garnishment",
                "explanation",
                "comparison",
                "comparison_text",
                "audit_text",
                "report_text",
                "report_markdown"
            ]);
            let parts: Vec<&Value> = want
                .as_array()
                .expect("a list")
                .iter()
                .filter(|part| match part.as_str().expect("a word") {
                    "garnishment" => case.get("garnishment").is_some(),
                    "comparison" | "comparison_text" | "audit_text" => case.get("debts").is_some(),
                    "household" | "budget" | "capacity" => case.get("household").is_some(),
                    _ => true,
                })
                .collect();
            let case = with(with(case.clone(), "/want", json!(parts)), "/language", json!(language));
            objections.gather(&requests, &case, &name);
            objections.gather(&responses, &answer(&case), &name);
        }
    }
    for (name, request) in [("lone filer", rich::lone_filer()), ("couple", rich::couple())] {
        objections.gather(&requests, &request, name);
        objections.gather(&responses, &answer(&request), name);
    }
    objections.assert_none();
    assert_valid(&overlays, &rich::overlay(), "overlay of every kind");
    let example = std::fs::read_to_string(root().join("examples/overlays/commission-scale.json"));
    let example: Value = serde_json::from_str(&example.expect("the example")).expect("JSON");
    assert_valid(&overlays, &example, "the example overlay");
}

/// What the reader refuses as unknown field, unknown word or wrong bound, the schema refuses too.
#[test]
fn the_request_schema_refuses_what_the_reader_refuses() {
    let requests = validator(&derived("request.json"));
    let told = ["field.unknown", "field.value", "document.unsupported_schema"];
    let mut checked = 0;
    for vector in apurement_tests::vectors::all() {
        let Ok(request) = serde_json::from_slice::<Value>(&vector.request) else { continue };
        let response = ask(&request);
        let Some(errors) = response.get("errors").and_then(Value::as_array) else { continue };
        if named(errors).iter().any(|(name, _)| told.contains(&name.as_str())) {
            assert!(!requests.is_valid(&request), "{}: the schema accepts it", vector.id);
            checked += 1;
        }
    }
    assert!(checked >= 12, "{checked} vectors only");
}

/// Every object of the documents has the same fields for the reader and for the schema.
#[test]
fn the_reader_and_the_schema_know_the_same_fields() {
    let schema = derived("request.json");
    let mut seen = BTreeSet::new();
    for request in rich::all() {
        let mut objects = Vec::new();
        pointers(&request, String::new(), &mut objects);
        for pointer in objects {
            let fields = properties(&schema, &pointer);
            let faulty = with(request.clone(), &format!("{pointer}/no_such_field"), json!(1));
            let response = ask(&faulty);
            let errors = response["errors"].as_array().unwrap_or_else(|| panic!("answered: {pointer}"));
            let unknown = errors.iter().find(|fault| fault["name"] == "field.unknown").expect("a fault");
            let known: BTreeSet<String> = unknown["details"]["allowed"]
                .as_array()
                .expect("the known fields")
                .iter()
                .map(common::word)
                .collect();
            assert_eq!(known, fields, "at {pointer}");
            seen.insert(known.into_iter().collect::<Vec<_>>().join(" "));
        }
    }
    // Every object that the schema describes was met: one that is added needs its place in the rich requests.
    let described: BTreeSet<String> = std::iter::once(&schema)
        .chain(schema["$defs"].as_object().expect("definitions").values())
        .filter_map(|definition| definition.get("properties").and_then(Value::as_object))
        .map(|fields| fields.keys().cloned().collect::<Vec<_>>().join(" "))
        .collect();
    let never: Vec<&String> = described.difference(&seen).collect();
    assert!(never.is_empty(), "in no request of these tests: {never:#?}");
    assert!(seen.len() >= 30, "{seen:#?}");
}

/// Pointers of all objects within a value.
fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                pointers(inner, format!("{at}/{key}"), found);
            }
            found.push(at);
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                pointers(inner, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// The fields that the schema gives to the object at a pointer.
fn properties(schema: &Value, pointer: &str) -> BTreeSet<String> {
    let mut at = schema;
    for part in pointer.split('/').skip(1) {
        let here = resolve(schema, at);
        at = if part.bytes().all(|byte| byte.is_ascii_digit()) {
            &here["items"]
        } else {
            &here["properties"][part]
        };
    }
    let object = resolve(schema, at)["properties"].as_object();
    object.unwrap_or_else(|| panic!("no object at {pointer}")).keys().cloned().collect()
}

/// Follows references, and takes what may be left out for what it is when given.
fn resolve<'a>(schema: &'a Value, mut at: &'a Value) -> &'a Value {
    loop {
        if let Some(reference) = at.get("$ref").and_then(Value::as_str) {
            at = schema
                .pointer(reference.strip_prefix('#').expect("a local reference"))
                .expect("a definition");
        } else if let Some(choices) = at.get("anyOf").and_then(Value::as_array) {
            at = choices.iter().find(|choice| choice["type"] != "null").expect("a choice");
        } else {
            return at;
        }
    }
}

/// Numbers with bounds: the schema and the reader hold the same ones.
#[test]
fn the_reader_and_the_schema_hold_the_same_bounds() {
    let schema = derived("request.json");
    let requests = validator(&schema);
    let base = rich::lone_filer();
    let mut numbers = Vec::new();
    bounded(&schema, &schema, &base, String::new(), &mut numbers);
    let mut faults = Vec::new();
    for (pointer, low, high) in &numbers {
        for number in [*low, *high] {
            let request = with(base.clone(), pointer, json!(number));
            assert!(requests.is_valid(&request), "{pointer} = {number}: refused by the schema");
            // Another rule may refuse it, but not as out of bounds of the field itself.
            let told = ask(&request);
            let errors = told.get("errors").and_then(Value::as_array).cloned().unwrap_or_default();
            let field =
                |fault: &&Value| fault["details"]["bound"] == json!(high) && fault["path"] == path(pointer);
            if let Some(fault) = errors.iter().find(field) {
                faults.push(format!("{pointer} = {number}: the reader said {fault}"));
            }
        }
        for number in [low - 1, high + 1] {
            let request = with(base.clone(), pointer, json!(number));
            assert!(!requests.is_valid(&request), "{pointer} = {number}: accepted by the schema");
            let told = ask(&request);
            let errors = told.get("errors").and_then(Value::as_array).cloned().unwrap_or_default();
            if named(&errors) != [("number.range".to_owned(), path(pointer))] {
                faults.push(format!("{pointer} = {number}: the reader said {:?}", named(&errors)));
            }
        }
    }
    let found: BTreeSet<&str> =
        numbers.iter().map(|(pointer, ..)| pointer.rsplit('/').next().expect("a field")).collect();
    for field in ["age", "surface_m2", "joint_share_percent", "preference_rank", "alert_percent", "rank"] {
        assert!(found.contains(field), "{field} has bounds: {found:?}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The numbers of an instance to which the schema gives bounds of their own: pointer, lowest and highest.
fn bounded(whole: &Value, schema: &Value, instance: &Value, at: String, found: &mut Vec<(String, i64, i64)>) {
    let here = resolve(whole, schema);
    match instance {
        Value::Object(object) => {
            for (key, inner) in object {
                bounded(whole, &here["properties"][key], inner, format!("{at}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                bounded(whole, &here["items"], inner, format!("{at}/{place}"), found);
            }
        }
        Value::Number(_) => {
            if let (low, Some(high)) = (here["minimum"].as_i64().unwrap_or(0), here["maximum"].as_i64()) {
                found.push((at, low, high));
            }
        }
        _ => {}
    }
}

/// A pointer as the errors write it.
fn path(pointer: &str) -> String {
    pointer.trim_start_matches('/').split('/').fold(String::new(), |path, part| match part.parse::<usize>() {
        Ok(place) => format!("{path}[{place}]"),
        Err(_) if path.is_empty() => part.to_owned(),
        Err(_) => format!("{path}.{part}"),
    })
}

/// Lists hold five hundred items, and not one more, for the reader and for the schema alike.
#[test]
fn lists_hold_five_hundred_items() {
    let requests = validator(&derived("request.json"));
    let of = |count: usize| {
        let resources: Vec<Value> = (0..count).map(|_| json!({"kind": "wage", "amount": "1.00"})).collect();
        request(json!({
            "household": {"applicants": [{"id": "a"}]}, "resources": resources, "want": ["budget"]
        }))
    };
    for count in [499, 500] {
        assert_valid(&requests, &of(count), "few enough");
        assert_eq!(answer(&of(count))["budget"]["resources"], format!("{count}.00"));
    }
    assert!(!requests.is_valid(&of(501)));
    common::assert_refused(&of(501), "list.too_long", "resources");
}

/// The schemas are not so wide that anything passes: each of these faults is seen.
#[test]
fn the_output_schemas_refuse_what_is_not_a_response() {
    let (responses, refusals) = (validator(&derived("response.json")), validator(&derived("errors.json")));
    let response = answer(&rich::lone_filer());
    assert_valid(&responses, &response, "a response");
    for (pointer, wrong) in [
        ("/capacity/left_to_live", json!(true)),
        ("/capacity/binds/0", json!("luck")),
        ("/household/members/0/role", json!("cousin")),
        ("/garnishment/claims/0/paid", json!(["1.00"])),
        ("/advisories/0/code", json!("5001")),
        ("/explanation", json!("because")),
    ] {
        assert!(response.pointer(pointer).is_some(), "no {pointer}");
        assert!(!responses.is_valid(&with(response.clone(), pointer, wrong)), "{pointer}");
    }
    let refusal = ask(&json!({}));
    assert_valid(&refusals, &refusal, "a refusal");
    assert!(!refusals.is_valid(&with(refusal.clone(), "/errors/0/code", json!("1102"))));
    assert!(!refusals.is_valid(&with(refusal, "/errors", json!({}))));
}
