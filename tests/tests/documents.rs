//! Properties of whole requests: what may change in one without changing a figure of its answer.
//!
//! The order of people and lines, the way the JSON is written, the parts that are wanted, the language: none of them
//! moves a cent. The figures themselves are held by the vectors, `coverage.rs` and `properties.rs`.

mod common;

use common::writer::{Style, write};
use common::{answer, euros, named, request, respond, rich, short, with};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const PERSONAL: &[&str] = &["wage", "self_employment", "sickness_benefit", "retirement_pension"];
const SHARED: &[&str] = &["family_benefits", "housing_benefit", "activity_bonus", "rental_income", "other"];
const EXPENSES: &[&str] = &[
    "food",
    "hygiene",
    "clothing",
    "heating",
    "health",
    "water",
    "electricity",
    "rent",
    "schooling",
    "income_tax",
    "other",
];

fn amount(most: i128) -> impl Strategy<Value = Value> {
    (0..=most).prop_map(|cents| json!(euros(cents)))
}

fn children() -> impl Strategy<Value = Vec<Value>> {
    let shares = prop_oneof![4 => Just(None), 1 => select(vec![Some("whole"), Some("half"), Some("none")])];
    let benefits = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let custody = select(vec!["full", "full", "full", "alternating", "alternating", "visiting", "elsewhere"]);
    vec((0..28_u32, custody, prop::bool::weighted(0.2), benefits, shares), 0..7).prop_map(|children| {
        let child = |(place, (age, custody, paid, benefits, share))| {
            json!({
                "id": format!("child-{place}"), "age": age, "custody": custody, "maintenance_paid": paid,
                "family_benefits": benefits, "rsa_uplift": share
            })
        };
        children.into_iter().enumerate().map(child).collect()
    })
}

fn ascendants() -> impl Strategy<Value = Vec<Value>> {
    vec((amount(90_000), any::<bool>(), any::<bool>()), 0..3).prop_map(|ascendants| {
        let ascendant = |(place, (own, with, maintained))| {
            json!({
                "id": format!("elder-{place}"), "own_resources": own, "lives_with": with, "maintained": maintained
            })
        };
        ascendants.into_iter().enumerate().map(ascendant).collect()
    })
}

fn conventions() -> impl Strategy<Value = Value> {
    (
        select(vec!["statutory", "observed_2024"]),
        select(vec!["counts", "half", "none"]),
        select(vec!["after_full", "before_full"]),
        select(vec!["whole", "half"]),
        select(vec!["own_resources", "with_contribution"]),
    )
        .prop_map(|(preset, scale, rank, expenses, base)| {
            json!({
                "preset": preset, "alternating_child_for_scale": scale, "alternating_child_rank": rank,
                "alternating_child_for_expenses": expenses, "lone_filer_base": base
            })
        })
}

/// A flat-rate scale of invented amounts, or none.
fn law() -> impl Strategy<Value = Value> {
    let overlay = json!({"overlays": [{
        "name": "invented scale",
        "expense_scale": [{"from": "2015-01-01", "lines": [
            {"id": "daily", "covers": ["food", "hygiene", "clothing"], "one_person": "430.00",
             "further_person": "171.01", "alert_percent": 120},
            {"id": "fluids", "covers": ["water", "electricity"], "one_person": "70.00", "further_person": "25.50"},
            {"id": "health", "covers": ["health"], "one_person": "41.00", "further_person": "20.00"}
        ]}]
    }]});
    select(vec![json!({}), overlay])
}

/// Any household with a budget, and a garnishment of one pay.
fn requests() -> impl Strategy<Value = Value> {
    let people = (any::<bool>(), any::<bool>(), amount(120_000), children(), ascendants());
    let lines = vec((select(EXPENSES), amount(70_000), any::<bool>(), 0..3_usize), 0..9);
    let kinds = prop_oneof![select(PERSONAL), select(SHARED)];
    let resources = vec((kinds, amount(180_000), any::<bool>()), 1..6);
    let rest =
        (conventions(), law(), 0..15_u32, prop::option::weighted(0.3, amount(60_000)), amount(300_000));
    (people, resources, lines, rest).prop_map(|(people, resources, lines, rest)| {
        let (two, partner, partner_own, children, ascendants) = people;
        let (conventions, law, year, retained, net) = rest;
        let mut household = json!({
            "applicants": [{"id": "first"}], "children": children, "ascendants": ascendants,
            "housing": {"occupancy": "tenant", "surface_m2": 75}
        });
        if two {
            household["applicants"] = json!([{"id": "first"}, {"id": "second"}]);
        } else if partner {
            household["partner"] = json!({"id": "partner", "own_resources": partner_own});
        }
        let resource = |(place, (kind, amount, second)): (usize, (&str, Value, bool))| {
            let mut line = json!({"id": format!("resource-{place}"), "kind": kind, "amount": amount});
            if two && PERSONAL.contains(&kind) {
                line["of"] = json!(if second { "second" } else { "first" });
            }
            line
        };
        let expense = |(place, (kind, amount, personal, proof)): (usize, (&str, Value, bool, usize))| {
            let proof = ["not_asked", "given", "asked_not_given"][proof];
            let mut line =
                json!({"id": format!("expense-{place}"), "kind": kind, "amount": amount, "proof": proof});
            if personal {
                line["of"] = json!("first");
            }
            line
        };
        let expenses: Vec<Value> = lines.into_iter().enumerate().map(expense).collect();
        let accepted: Vec<Value> = expenses
            .iter()
            .step_by(4)
            .map(|expense| json!({"expense": expense["id"], "amount": "33.33"}))
            .collect();
        request(json!({
            "assessed_on": format!("{}-05-15", 2012 + year),
            "household": household,
            "resources": resources.into_iter().enumerate().map(resource).collect::<Vec<_>>(),
            "expenses": expenses,
            "garnishment": {
                "payers": [{"id": "employer", "kind": "wage", "net": net}],
                "claims": [
                    {"id": "child-support", "kind": "maintenance", "current_term": "120.00"},
                    {"id": "treasury", "kind": "privileged_administrative_seizure", "amount": "77.70"},
                    {"id": "bank", "kind": "garnishment", "amount": "2900.00"}
                ]
            },
            "decisions": {"expenses_accepted": accepted, "retained": retained},
            "conventions": conventions,
            "law": law
        }))
    })
}

/// The blocks of a response as they are written.
fn blocks(request: &str) -> BTreeMap<String, String> {
    let response = apurement::evaluate(request.as_bytes());
    let raw: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&response).expect("JSON");
    assert!(!raw.contains_key("errors"), "refused: {}", raw["errors"]);
    raw.into_iter().map(|(name, block)| (name, block.get().to_owned())).collect()
}

/// A list of rows without the fields named, sorted.
fn rows(list: &Value, but: &[&str]) -> Vec<String> {
    let row = |row: &Value| {
        let mut row = row.clone();
        but.iter().for_each(|field| {
            row.as_object_mut().expect("a row").remove(*field);
        });
        row.to_string()
    };
    let mut rows: Vec<String> = list.as_array().expect("rows").iter().map(row).collect();
    rows.sort();
    rows
}

fn shuffled(request: &Value, seed: u64) -> Value {
    let mut request = request.clone();
    let mut state = seed | 1;
    for pointer in [
        "/household/children",
        "/household/ascendants",
        "/resources",
        "/expenses",
        "/decisions/expenses_accepted",
    ] {
        let list = request.pointer_mut(pointer).and_then(Value::as_array_mut).expect("a list");
        for last in (1..list.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from((state >> 33) % (last as u64 + 1)).expect("a place");
            list.swap(last, other);
        }
    }
    request
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_people_and_lines_changes_no_figure(request in requests(), seed in any::<u64>()) {
        let (one, other) = (answer(&request), answer(&shuffled(&request, seed)));
        for figure in ["/capacity", "/garnishment", "/household/scale_dependants", "/household/rsa",
            "/household/persons", "/budget/resources", "/budget/own_resources", "/budget/expenses",
            "/budget/common", "/budget/personal", "/budget/partner_contribution", "/budget/flat_rates"] {
            prop_assert!(one.pointer(figure).is_some(), "no {figure}");
            prop_assert_eq!(one.pointer(figure), other.pointer(figure), "{}", figure);
        }
        // Children of one kind share their uplifts by rank, whoever comes first: the sum is what counts.
        let members = |answer: &Value| rows(&answer["household"]["members"], &["rsa_uplift"]);
        prop_assert_eq!(members(&one), members(&other));
        prop_assert_eq!(rows(&one["budget"]["lines"], &[]), rows(&other["budget"]["lines"], &[]));
        prop_assert_eq!(rows(&one["advisories"], &["path"]), rows(&other["advisories"], &["path"]));
    }

    #[test]
    fn explaining_changes_nothing_else(request in requests()) {
        let parts = ["household", "budget", "capacity", "garnishment"];
        let with_all = blocks(&request.to_string());
        let without = blocks(&with(request.clone(), "/want", json!(parts)).to_string());
        let mut but = with_all.clone();
        prop_assert!(but.remove("explanation").is_some(), "explained by default");
        prop_assert_eq!(&but, &without);
        // A report tells the same, and brings no explanation of its own.
        let reported = json!(["household", "budget", "capacity", "garnishment", "report_text", "report_markdown"]);
        let mut reported = blocks(&with(request.clone(), "/want", reported).to_string());
        prop_assert!(reported.remove("reports").is_some());
        prop_assert_eq!(&reported, &without);
    }

    #[test]
    fn a_part_wanted_alone_is_the_same_part(request in requests()) {
        let all = blocks(&request.to_string());
        for part in ["household", "budget", "capacity", "garnishment"] {
            let alone = blocks(&with(request.clone(), "/want", json!([part])).to_string());
            prop_assert_eq!(&alone[part], &all[part], "{}", part);
            for other in ["household", "budget", "capacity", "garnishment", "explanation", "reports"] {
                prop_assert!(other == part || !alone.contains_key(other), "{} beside {}", other, part);
            }
        }
    }

    #[test]
    fn the_language_changes_words_only(request in requests()) {
        let french = answer(&request);
        let english = answer(&with(request, "/language", json!("en")));
        for block in ["law_book", "conventions", "decisions", "household", "budget", "capacity", "garnishment"] {
            prop_assert!(french[block] == english[block], "{}", block);
        }
        let codes = |answer: &Value| rows(&answer["advisories"], &["message"]);
        prop_assert_eq!(codes(&french), codes(&english));
    }

    #[test]
    fn the_way_the_json_is_written_changes_nothing(
        request in requests(), seed in 1..u64::MAX, numbers in any::<bool>()
    ) {
        let plain = write(&request, Style::default());
        let response = apurement::evaluate(plain.as_bytes());
        for style in [Style { numbers: true, seed: 0 }, Style { numbers, seed }] {
            let other = write(&request, style);
            prop_assert!(other != plain, "nothing was written otherwise");
            prop_assert!(apurement::evaluate(other.as_bytes()) == response, "{other}");
        }
    }

    /// The response is canonical: reading it and writing it again gives the same bytes.
    #[test]
    fn a_response_has_no_insignificant_white_space(request in requests()) {
        let response = apurement::evaluate(request.to_string().as_bytes());
        let raw: Box<RawValue> = serde_json::from_slice(&response).expect("JSON");
        let mut depth_of_strings = false;
        let mut escaped = false;
        for byte in raw.get().bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if depth_of_strings => escaped = true,
                b'"' => depth_of_strings = !depth_of_strings,
                _ => prop_assert!(depth_of_strings || !byte.is_ascii_whitespace()),
            }
        }
        prop_assert_eq!(raw.get().as_bytes(), &response[..]);
    }
}

/// The rich requests too, which hold every field: as numbers, in another order, with other white space.
#[test]
fn every_field_may_be_written_otherwise() {
    for request in rich::all() {
        let response = apurement::evaluate(write(&request, Style::default()).as_bytes());
        assert!(respond(write(&request, Style::default()).as_bytes()).get("errors").is_none());
        for seed in 1..40 {
            for numbers in [false, true] {
                let other = write(&request, Style { numbers, seed });
                assert!(apurement::evaluate(other.as_bytes()) == response, "{other}");
            }
        }
    }
}

/// Keys of the response stand in the order of the schema, whatever their order in the request.
#[test]
fn the_keys_of_the_response_stand_in_the_order_of_the_interface() {
    let response = apurement::evaluate(rich::lone_filer().to_string().as_bytes());
    let text = String::from_utf8(response).expect("UTF-8");
    let places: Vec<usize> = [
        "\"schema\":",
        "\"engine\":",
        "\"law_book\":",
        "\"conventions\":{",
        "\"decisions\":{",
        "\"advisories\":[",
        "\"household\":{",
        "\"budget\":{",
        "\"capacity\":{",
        "\"garnishment\":{",
        "\"explanation\":[",
        "\"reports\":{",
    ]
    .iter()
    .map(|key| text.find(key).unwrap_or_else(|| panic!("no {key}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
}

/// The faults of a refusal are sorted by path, wherever they were found: while reading, by looking at references, or
/// while computing.
#[test]
fn faults_are_sorted_by_path() {
    let computing = request(json!({
        "household": {
            "applicants": [{"id": "a"}], "children": [{"id": "k", "born_on": "2027-01-01", "custody": "full"}]
        },
        "resources": [{"kind": "wage", "amount": "1500.00"}],
        "garnishment": {
            "dependants": 0,
            "payers": [{"id": "p", "kind": "wage", "net": "1500.00"}],
            "bank_account": {"seized_on": "2026-05-01", "balances": [], "previous_seizure_on": "2026-06-01"}
        }
    }));
    let referring = with(
        with(rich::couple(), "/resources/0/of", json!("nobody")),
        "/decisions",
        json!({"expenses_accepted": [{"expense": "nothing", "amount": "1.00"}]}),
    );
    let reading = with(with(rich::couple(), "/expenses/3/amount", json!("x")), "/assessed_on", json!("x"));
    for (request, count) in [(computing, 2), (referring, 2), (reading, 2)] {
        let faults = common::faults(&request);
        let paths: Vec<String> = named(&faults).into_iter().map(|(_, path)| path).collect();
        assert!(paths.len() >= count, "{paths:?}");
        let mut sorted = paths.clone();
        sorted.sort_by_key(|path| segments(path));
        assert_eq!(paths, sorted);
    }
}

/// A path as what it is sorted by: places by number, fields by letter.
fn segments(path: &str) -> Vec<(usize, String)> {
    path.split(['.', '['])
        .map(|part| match part.strip_suffix(']').and_then(|place| place.parse().ok()) {
            Some(place) => (place, String::new()),
            None => (usize::MAX, part.to_owned()),
        })
        .collect()
}

/// A form needs all faults at once: two of a kind are both told, wherever they are found.
#[test]
fn every_fault_is_told() {
    let born = |id: &str| json!({"id": id, "born_on": "2027-01-01", "custody": "full"});
    let unpaid =
        |id: &str| json!({"id": id, "kind": "wage", "pay": {"pay": "10.00", "contributions": "20.00"}});
    let long = |id: &str| json!({"id": id, "kind": "maintenance", "current_term": "10.00", "arrears": "10.00", "arrears_terms": 9});
    let household = |children: Value| json!({"applicants": [{"id": "a"}], "children": children});
    let payers = json!([{"id": "p", "kind": "wage", "net": "1500.00"}]);
    let mut missing = Vec::new();
    for (fields, expected) in [
        (
            json!({"household": household(json!([born("k"), born("l")])), "want": ["household"]}),
            ["household.children[0].born_on", "household.children[1].born_on"],
        ),
        (
            json!({"garnishment": {"dependants": 0, "payers": [unpaid("p"), unpaid("q")]}, "want": ["garnishment"]}),
            ["garnishment.payers[0].pay", "garnishment.payers[1].pay"],
        ),
        (
            json!({
                "garnishment": {"dependants": 0, "payers": payers, "claims": [long("m"), long("n")]},
                "want": ["garnishment"]
            }),
            ["garnishment.claims[0].arrears_terms", "garnishment.claims[1].arrears_terms"],
        ),
        (
            json!({
                "household": household(json!([])), "law": {"overlays": [{"name": "x"}, {"name": "y"}]},
                "want": ["household"]
            }),
            ["law.overlays[0]", "law.overlays[1]"],
        ),
    ] {
        let request = request(fields);
        let told: Vec<String> = named(&common::faults(&request)).into_iter().map(|(_, path)| path).collect();
        if told != expected {
            missing.push(format!("{told:?} instead of {expected:?}: {}", short(&request)));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// What is given twice for one thing, with different values, is refused: the first must not win in silence.
#[test]
fn contradictory_decisions_are_refused() {
    let mut answered = Vec::new();
    let child = json!({"id": "k", "age": 8, "custody": "alternating"});
    for (name, fields) in [
        (
            "one expense accepted for two amounts",
            json!({
                "expenses": [{"id": "e", "kind": "rent", "amount": "100.00"}],
                "decisions": {"expenses_accepted": [
                    {"expense": "e", "amount": "1.00"}, {"expense": "e", "amount": "2.00"}
                ]}
            }),
        ),
        (
            "one child with two shares",
            json!({
                "household": {"applicants": [{"id": "a"}], "children": [child]},
                "conventions": {"alternating_child_for_scale": "decided"},
                "decisions": {"alternating_children": [
                    {"child": "k", "share": "none"}, {"child": "k", "share": "whole"}
                ]}
            }),
        ),
    ] {
        let mut whole = request(json!({
            "household": {"applicants": [{"id": "a"}]}, "resources": [{"kind": "wage", "amount": "1500.00"}]
        }));
        whole.as_object_mut().expect("a request").extend(fields.as_object().expect("fields").clone());
        if common::ask(&whole).get("errors").is_none() {
            answered.push(name);
        }
    }
    assert!(answered.is_empty(), "answered: {answered:?}");
}
