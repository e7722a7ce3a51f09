//! Codes of errors and advisories: stable, unique, and each one reachable.
//!
//! `tests/codes.txt` lists them as they were published. The list only grows: with `APUREMENT_UPDATE=1` new codes are
//! added to it, and a code that was removed, renamed or given another number is a fault in any case.

// Parts of requests are written in place, for one call.
#![allow(clippy::needless_pass_by_value)]

mod common;

use apurement::document::read_overlay;
use apurement::fr::batch::{self, Column};
use apurement::{AdvisoryCode, Error, ErrorCode, Language, LawBook};
use common::{advisories, answer, ask, faults, garnished, lone, named, request, rich, root, under, with};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn codes() -> Vec<(u16, &'static str)> {
    let errors = ErrorCode::ALL.iter().map(|code| (code.number(), code.name()));
    let advisories = AdvisoryCode::ALL.iter().map(|code| (code.number(), code.name()));
    let mut codes: Vec<(u16, &str)> = errors.chain(advisories).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn numbers_and_names_are_unique() {
    for list in [
        ErrorCode::ALL.iter().map(|code| (code.number(), code.name())).collect::<Vec<_>>(),
        AdvisoryCode::ALL.iter().map(|code| (code.number(), code.name())).collect(),
    ] {
        assert!(list.is_sorted_by(|one, next| one.0 < next.0), "in order of number, each once");
        let names: BTreeSet<&str> = list.iter().map(|(_, name)| *name).collect();
        assert_eq!(names.len(), list.len(), "a name is given twice");
        for name in names {
            let (family, rest) = name.split_once('.').unwrap_or_else(|| panic!("{name} has no family"));
            let plain = |part: &str| {
                !part.is_empty()
                    && part
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
            };
            assert!(plain(family) && plain(rest), "{name} is not two words in snake_case");
        }
    }
    // Batches tell them apart by their sign, and a status has sixteen bits.
    assert!(ErrorCode::ALL.iter().all(|code| (1000..5000).contains(&code.number())));
    assert!(AdvisoryCode::ALL.iter().all(|code| (5000..10_000).contains(&code.number())));
}

#[test]
fn the_published_codes_stand() {
    let file = root().join("tests/codes.txt");
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    let current: Vec<String> = codes().iter().map(|(number, name)| format!("{number} {name}")).collect();
    for line in committed.lines() {
        assert!(current.iter().any(|known| known == line), "{line} was published: it can't go or change");
    }
    let text = current.join("\n") + "\n";
    if std::env::var_os("APUREMENT_UPDATE").is_some() {
        std::fs::write(&file, &text).expect("the list");
        return;
    }
    let new: Vec<&String> =
        current.iter().filter(|code| !committed.lines().any(|line| line == *code)).collect();
    assert!(
        new.is_empty(),
        "new codes: {new:?}; APUREMENT_UPDATE=1 cargo test -p apurement-tests --test codes"
    );
    assert_eq!(committed, text, "the list is in order of number");
}

// ---- errors

fn overlay(fields: Value) -> Value {
    under(lone("1500.00"), "x", fields)
}

fn scale(thresholds: Value) -> Value {
    overlay(json!({"garnishment_scale": [{"from": "2026-01-01", "thresholds": thresholds, "increment": 10}]}))
}

fn lines(lines: Value) -> Value {
    overlay(json!({"expense_scale": [{"from": "2026-01-01", "lines": lines}]}))
}

fn line(id: &str, covers: Value) -> Value {
    json!({"id": id, "covers": covers, "one_person": "1.00", "further_person": "1.00"})
}

/// A file with one debt beside a month's capacity, and a plan asked for.
fn indebted(debt: Value, fields: Value) -> Value {
    let mut whole = json!({"id": "loan", "kind": "consumer_credit", "principal": "1000.00"});
    common::object(&mut whole).extend(debt.as_object().expect("fields").clone());
    let mut request = request(json!({
        "debts": [whole],
        "plan": {"capacity_steps": [{"from_month": 1, "amount": "50.00"}]},
        "want": ["plan"]
    }));
    common::object(&mut request).extend(fields.as_object().expect("fields").clone());
    request
}

/// A claim whose interest is counted, of 2024, with some fields of its own.
fn counted(fields: Value) -> Value {
    let mut claim = json!({
        "id": "claim", "principal": [{"amount": "100.00", "from": "2024-01-01"}], "until": "2024-07-01",
        "rate": {"kind": "legal", "class": "others"}
    });
    common::object(&mut claim).extend(fields.as_object().expect("fields").clone());
    request(json!({"interest": [claim]}))
}

/// Requests beside the vectors: the one fault of each, by name and path.
fn faulty() -> Vec<(Value, &'static str, &'static str)> {
    let rsa = |from: &str| json!({"from": from, "area": "general", "amount": "1.00"});
    let rate = |rate: Value| {
        overlay(json!({"legal_interest": [{"from": "2026-01-01", "individuals": rate, "others": "1"}]}))
    };
    let claim = |fields: Value| {
        let mut claim = json!({"id": "m", "kind": "maintenance", "current_term": "1.00"});
        common::object(&mut claim).extend(fields.as_object().expect("fields").clone());
        garnished("1500.00", json!([claim]))
    };
    let dependants = |count: Value| with(garnished("1500.00", json!([])), "/garnishment/dependants", count);
    let seized = json!({"seized_on": "2026-05-01", "balances": [], "previous_seizure_on": "2026-05-02"});
    let scale_path = "law.overlays[0].garnishment_scale[0].thresholds";
    let rate_path = "law.overlays[0].legal_interest[0].individuals";
    let none = |from: &str| json!({"from": from, "kind": "none"});
    let mut list: Vec<(Value, &'static str, &'static str)> = vec![
        (counted(json!({"until": "2023-12-31"})), "date.before", "interest[0].until"),
        (
            counted(json!({"payments": [{"on": "2024-07-02", "amount": "1.00"}]})),
            "date.after",
            "interest[0].payments[0].on",
        ),
        (
            counted(json!({"changes": [none("2024-03-01"), none("2024-02-01")]})),
            "date.order",
            "interest[0].changes[1].from",
        ),
        (counted(json!({"until": "2124-02-01"})), "interest.span", "interest[0].until"),
        (overlay(json!({})), "overlay.empty", "law.overlays[0]"),
        (
            request(json!({"events": [
                {"kind": "measures_notified", "on": "2026-02-28"},
                {"kind": "measures_imposed", "on": "2026-03-01"}
            ]})),
            "event.order",
            "events[0].on",
        ),
        (
            overlay(json!({"rsa": [rsa("2026-02-01"), rsa("2026-02-01")]})),
            "overlay.order",
            "law.overlays[0].rsa[1].from",
        ),
        (
            overlay(json!({"rsa": [rsa("2026-02-02"), rsa("2026-02-01")]})),
            "overlay.order",
            "law.overlays[0].rsa[1].from",
        ),
        (
            lines(json!([line("l", json!(["food", "rent"]))])),
            "overlay.mixed_treatments",
            "law.overlays[0].expense_scale[0].lines[0].covers",
        ),
        (
            lines(json!([line("l", json!(["food"])), line("m", json!(["food"]))])),
            "overlay.mixed_treatments",
            "law.overlays[0].expense_scale[0].lines[1].covers",
        ),
        (indebted(json!({"principal": "0.00"}), json!({})), "debt.no_balance", "debts[0].principal"),
        (
            indebted(json!({"guarantor_paid": "1000.01"}), json!({})),
            "debt.guarantor_paid_above_balance",
            "debts[0].guarantor_paid",
        ),
        (
            indebted(json!({"agreed_instalment": "0.00"}), json!({})),
            "amount.zero",
            "debts[0].agreed_instalment",
        ),
        (
            indebted(json!({"outside_plan": {"instalment": "50.01"}}), json!({})),
            "plan.outside_debts_exceed_capacity",
            "debts",
        ),
        (
            indebted(json!({}), json!({"history": {"earlier_measures_months": 84}})),
            "plan.earlier_measures",
            "history.earlier_measures_months",
        ),
        (
            indebted(json!({}), json!({"plan": {"capacity_steps": [{"from_month": 2, "amount": "50.00"}]}})),
            "plan.steps_order",
            "plan.capacity_steps[0].from_month",
        ),
        (dependants(json!("many")), "number.format", "garnishment.dependants"),
        (dependants(json!(1.25)), "number.format", "garnishment.dependants"),
        (dependants(json!(100.5)), "number.range", "garnishment.dependants"),
        (
            with(rich::couple(), "/household/children/0/age", json!(7.5)),
            "number.format",
            "household.children[0].age",
        ),
        (rate(json!("six")), "rate.format", rate_path),
        (rate(json!("6,5")), "rate.format", rate_path),
        (rate(json!(6.5)), "field.type", rate_path),
        (rate(json!("1000.01")), "number.range", rate_path),
        (
            with(
                with(lone("1500.00"), "/assessed_on", json!("2027-01-01")),
                "/law",
                json!({"accept_unverified": false}),
            ),
            "law.unverified",
            "assessed_on",
        ),
        (
            with(with(lone("800.00"), "/territory", json!("reunion")), "/assessed_on", json!("2010-05-01")),
            "law.not_in_force",
            "assessed_on",
        ),
        (
            request(json!({
                "household": {"applicants": [{"id": "a"}]},
                "resources": [
                    {"kind": "wage", "amount": "90071992547409.91"}, {"kind": "wage", "amount": "0.01"}
                ],
                "want": ["budget"]
            })),
            "arithmetic.overflow",
            "",
        ),
        (claim(json!({"amount": "1.00"})), "field.not_applicable", "garnishment.claims[0].amount"),
        (claim(json!({"arrears_paid": "1.00"})), "field.missing", "garnishment.claims[0].arrears"),
        (
            claim(json!({"arrears": "1.00", "arrears_paid": "1.01"})),
            "field.conflict",
            "garnishment.claims[0].arrears_paid",
        ),
        (
            claim(json!({"arrears": "1.00", "debtor_agreed": true})),
            "field.not_applicable",
            "garnishment.claims[0].debtor_agreed",
        ),
        (
            claim(json!({"arrears": "1.00", "agency": true})),
            "field.missing",
            "garnishment.claims[0].arrears_terms",
        ),
        (
            claim(json!({"arrears": "1.00", "over_months": 11})),
            "number.range",
            "garnishment.claims[0].over_months",
        ),
        (
            request(json!({"garnishment": {"bank_account": seized}, "want": ["garnishment"]})),
            "field.not_applicable",
            "garnishment.bank_account.previous_seizure_on",
        ),
        (
            with(rich::couple(), "/conventions", json!({"alternating_child_for_scale": "decided"})),
            "field.missing",
            "decisions.alternating_children",
        ),
        (
            with(rich::couple(), "/conventions", json!({"scale_dependants": "decided"})),
            "field.missing",
            "decisions.scale_dependants",
        ),
    ];
    for thresholds in [
        json!([1, 2, 3, 4, 5]),
        json!([1, 2, 3, 4, 5, 6, 7]),
        json!([1, 2, 3, 4, 5, 5]),
        json!([6, 5, 4, 3, 2, 1]),
    ] {
        list.push((scale(thresholds), "overlay.thresholds", scale_path));
    }
    list
}

#[test]
fn each_faulty_request_has_its_faults() {
    let mut wrong = Vec::new();
    for (request, name, path) in faulty() {
        let response = ask(&request);
        let told = named(response.get("errors").and_then(Value::as_array).unwrap_or(&Vec::new()));
        let expected = [(name.to_owned(), path.to_owned())];
        if told != expected {
            wrong.push(format!("{told:?}, expected {expected:?}: {}", common::short(&request)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A line of a scale covers kinds of one treatment on every day on which it holds, not on its first day only.
#[test]
fn a_line_has_one_treatment_as_long_as_it_holds() {
    let later = overlay(json!({
        "expense_scale": [{"from": "2026-01-01", "lines": [line("l", json!(["food", "hygiene"]))]}],
        "expense_treatment": [{"from": "2026-02-01", "kinds": ["food"], "treatment": "real"}]
    }));
    let response = ask(&later);
    let told = named(response.get("errors").and_then(Value::as_array).unwrap_or(&Vec::new()));
    assert_eq!(told.first().map(|(name, _)| name.as_str()), Some("overlay.mixed_treatments"));
}

/// Errors that no document shows: the doors of Rust that do.
fn of_rust() -> Vec<Error> {
    let column = batch::scale_amounts(
        LawBook::builtin(),
        &[1],
        Column::Each(&[]),
        Column::Same(0),
        &mut [0],
        &mut [0],
    );
    vec![
        LawBook::builtin().table("no_such_table").expect_err("no table"),
        column.expect_err("columns of two lengths"),
    ]
}

/// Errors of whole documents, as the reader of overlays tells them.
fn of_documents() -> Vec<Error> {
    let deep = "[".repeat(40);
    let large = " ".repeat(apurement::document::MAX_BYTES + 1);
    let long = json!({"name": "x", "rsa": vec![json!({}); 501]}).to_string();
    let twice = br#"{"name": "x", "name": "y"}"#;
    let documents: [&[u8]; 7] =
        [b"", b"\xff", b"{", twice, deep.as_bytes(), large.as_bytes(), long.as_bytes()];
    documents.iter().flat_map(|bytes| read_overlay(bytes).expect_err("faults")).collect()
}

#[test]
fn every_error_is_told_by_some_request() {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for vector in apurement_tests::vectors::all() {
        let response = common::respond(&vector.request);
        if let Some(errors) = response.get("errors").and_then(Value::as_array) {
            told.extend(named(errors).into_iter().map(|(name, _)| name));
        }
    }
    for (request, ..) in faulty() {
        if let Some(errors) = ask(&request).get("errors").and_then(Value::as_array) {
            told.extend(named(errors).into_iter().map(|(name, _)| name));
        }
    }
    // A table by name and columns of two lengths exist in the library's own doors only.
    let rust: Vec<&str> = of_rust().iter().map(|error| error.code().name()).collect();
    assert_eq!(rust, ["law.unknown_table", "batch.column_length"]);
    assert!(rust.iter().all(|name| !told.contains(*name)), "a document tells it now: move it to the others");
    told.extend(rust.into_iter().map(str::to_owned));
    let never: Vec<&str> =
        ErrorCode::ALL.iter().map(|code| code.name()).filter(|name| !told.contains(*name)).collect();
    assert!(never.is_empty(), "no request tells {never:?}");
}

// ---- advisories

/// For each advisory that needs more than the vectors: a request that raises it, and the change that removes it.
fn raised() -> Vec<(&'static str, Value, &'static str, Value)> {
    let couple = rich::couple;
    let flat = |fields: Value| {
        let mut line = line("daily", json!(["food"]));
        common::object(&mut line).extend(fields.as_object().expect("fields").clone());
        json!({"overlays": [{"name": "x", "expense_scale": [{"from": "2026-01-01", "lines": [line]}]}]})
    };
    let budget = |fields: Value| {
        let mut whole = request(json!({
            "household": {
                "applicants": [{"id": "a"}], "housing": {"occupancy": "tenant", "surface_m2": 41}
            },
            "resources": [{"kind": "wage", "amount": "1500.00"}],
            "want": ["household", "budget", "capacity"]
        }));
        common::object(&mut whole).extend(fields.as_object().expect("fields").clone());
        whole
    };
    let rent = json!([{"kind": "rent", "amount": "400.00", "rent_basis": "net_of_housing_benefit"}]);
    let benefit = json!([{"kind": "housing_benefit", "amount": "100.00", "paid_to": "landlord"}]);
    let after_tax = json!([{"kind": "wage", "amount": "1500.00", "tax_basis": "after_withholding"}]);
    let two_payers = with(
        garnished("900.00", json!([{"id": "bank", "kind": "garnishment", "amount": "10.00"}])),
        "/garnishment/payers",
        json!([{"id": "p", "kind": "wage", "net": "900.00"}, {"id": "q", "kind": "wage", "net": "400.00"}]),
    );
    let maintenance = |second: Value| {
        garnished("1000.00", json!([{"id": "m", "kind": "maintenance", "current_term": "300.00"}, second]))
    };
    let second = |term: &str| json!({"id": "n", "kind": "maintenance", "current_term": term});
    let agency = json!({
        "id": "m", "kind": "maintenance", "current_term": "10.00", "arrears": "60.00", "arrears_terms": 6,
        "agency": true, "over_months": 6, "debtor_agreed": true
    });
    let seizure =
        json!({"seized_on": "2026-05-11", "balances": ["50.00"], "previous_seizure_on": "2026-05-01"});
    let decided = budget(json!({"decisions": {"retained": "1400.00"}}));
    let alone = json!({"applicants": [{"id": "a"}], "partner": {"id": "p"}});
    let alone = budget(json!({"household": alone}));
    let teen = budget(json!({
        "household": {"applicants": [{"id": "a"}], "children": [{"id": "c", "age": 17, "custody": "full"}]}
    }));
    let mayotte = budget(json!({"territory": "mayotte", "assessed_on": "2025-05-15"}));
    let food = |fields: Value| {
        let mut line = json!({"id": "food", "kind": "food", "amount": "100.00"});
        common::object(&mut line).extend(fields.as_object().expect("fields").clone());
        json!([line])
    };
    vec![
        ("law.unverified", budget(json!({"assessed_on": "2027-01-01"})), "/assessed_on", json!("2026-12-31")),
        (
            "law.overlay",
            with(budget(json!({})), "/law", flat_rsa()),
            "/law/overlays/0/rsa/0/from",
            json!("2026-06-01"),
        ),
        (
            "law.few_sources",
            budget(json!({"assessed_on": "2016-04-01"})),
            "/assessed_on",
            json!("2016-03-31"),
        ),
        ("law.scale_in_mayotte", mayotte, "/territory", json!("reunion")),
        (
            "household.partner_resources_unknown",
            alone.clone(),
            "/household/partner/own_resources",
            json!("1.00"),
        ),
        ("household.family_benefits_presumed", teen, "/household/children/0/family_benefits", json!(true)),
        ("household.alternating_custody", couple(), "/conventions/scale_dependants", json!("none")),
        ("budget.no_expense_scale", budget(json!({"expenses": food(json!({}))})), "/law", flat(json!({}))),
        (
            "budget.treatment_unknown",
            budget(json!({"assessed_on": "2021-01-20", "expenses": food(json!({}))})),
            "/assessed_on",
            json!("2021-01-21"),
        ),
        (
            "budget.partner_contribution_unknown",
            alone.clone(),
            "/household/partner/contribution",
            json!("1.00"),
        ),
        (
            "budget.housing_benefit_twice",
            budget(json!({"expenses": rent, "resources": benefit})),
            "/expenses/0/rent_basis",
            json!("gross"),
        ),
        (
            "budget.income_tax_twice",
            budget(json!({"expenses": [{"kind": "income_tax", "amount": "9.00"}], "resources": after_tax})),
            "/resources/0/tax_basis",
            json!("before_withholding"),
        ),
        (
            "budget.maintenance_arrears",
            budget(json!({
                "expenses": [{"kind": "maintenance_paid", "amount": "9.00", "maintenance_basis": "arrears"}]
            })),
            "/expenses/0/maintenance_basis",
            json!("current"),
        ),
        (
            "budget.expense_above_scale",
            with(
                budget(json!({"expenses": [{"kind": "water", "amount": "1.01"}]})),
                "/law",
                flat(json!({"covers": ["water"]})),
            ),
            "/expenses/0/amount",
            json!("1.00"),
        ),
        (
            "budget.expense_excessive",
            with(
                budget(json!({"expenses": food(json!({"amount": "1.51"}))})),
                "/law",
                flat(json!({"alert_percent": 150})),
            ),
            "/expenses/0/amount",
            json!("1.50"),
        ),
        ("budget.rent_surface", budget(json!({})), "/household/housing/surface_m2", json!(40)),
        (
            "budget.proof_missing",
            budget(json!({"expenses": food(json!({"proof": "asked_not_given"}))})),
            "/expenses/0/proof",
            json!("given"),
        ),
        ("budget.alternating_custody", with(couple(), "/law", flat(json!({}))), "/law", Value::Null),
        (
            "budget.accepted_beside_flat_rate",
            with(
                budget(json!({
                    "expenses": food(json!({})),
                    "decisions": {"expenses_accepted": [{"expense": "food", "amount": "1.00"}]}
                })),
                "/law",
                flat(json!({})),
            ),
            "/law",
            Value::Null,
        ),
        ("capacity.maximum", budget(json!({})), "/decisions", json!({"retained": "1.00"})),
        (
            "capacity.nil",
            budget(json!({"expenses": food(json!({"amount": "1500.00"}))})),
            "/expenses",
            json!([]),
        ),
        ("capacity.decided_above_legal_maximum", decided.clone(), "/decisions/retained", json!("1.00")),
        ("capacity.decided_above_computed", decided, "/decisions/retained", json!("1.00")),
        ("capacity.lone_filer", alone, "/household/partner", Value::Null),
        ("garnishment.withholder_unnamed", two_payers, "/garnishment/payers/0/withholds", json!(true)),
        // 1 000.00 less 651.69 is 348.31.
        (
            "garnishment.maintenance_shared",
            maintenance(second("48.32")),
            "/garnishment/claims/1/current_term",
            json!("48.31"),
        ),
        (
            "garnishment.small_sum_unchecked",
            garnished("1500.00", json!([agency])),
            "/garnishment/claims/0/debtor_agreed",
            json!(false),
        ),
        (
            "garnishment.payer_left_out",
            garnished("1.00", json!([])),
            "/garnishment/payers/0/kind",
            json!("wage"),
        ),
        (
            "garnishment.previous_seizure",
            request(json!({"garnishment": {"bank_account": seizure}})),
            "/garnishment/bank_account/previous_seizure_on",
            json!("2026-04-11"),
        ),
        (
            "deadline.text_not_read",
            request(json!({"events": [{"kind": "admissibility_decided", "on": "2023-12-31"}]})),
            "/events/0/on",
            json!("2024-01-01"),
        ),
        (
            "deadline.duration_above",
            request(json!({"events": [{"kind": "measures_effective", "on": "2026-03-01", "months": 85}]})),
            "/events/0/months",
            json!(84),
        ),
        (
            "deadline.history_differs",
            request(json!({
                "events": [{"kind": "suspension_ended", "on": "2026-03-01"}],
                "history": {"suspension_ended_on": "2026-03-02"}
            })),
            "/history/suspension_ended_on",
            json!("2026-03-01"),
        ),
        (
            "interest.plan_rate_above_legal",
            request(json!({
                "events": [
                    {"kind": "measures_imposed", "on": "2026-02-02"}, {"kind": "measures_effective", "on": "2026-03-31"}
                ],
                "interest": [{
                    "id": "loan", "principal": [{"amount": "1000.00", "from": "2026-01-05"}], "listed": true,
                    "rate": {"kind": "contract", "percent": "5"}, "plan_rate": "2.63", "until": "2026-04-01"
                }]
            })),
            "/interest/0/plan_rate",
            json!("2.62"),
        ),
    ]
    .into_iter()
    .map(|(name, request, pointer, without)| {
        // The payer left out is the allowance that can't be garnished.
        let left_out = name == "garnishment.payer_left_out";
        let request = if left_out { with(request, pointer, json!("solidarity_allowance")) } else { request };
        (name, request, pointer, without)
    })
    .collect()
}

fn flat_rsa() -> Value {
    json!({"overlays": [
        {"name": "x", "rsa": [{"from": "2026-05-01", "area": "general", "amount": "652.00"}]}
    ]})
}

/// Each advisory comes with its cause and goes with it; and there is a request for every one.
#[test]
fn every_advisory_comes_and_goes_with_its_cause() {
    let raised = raised();
    let names: Vec<&str> = raised.iter().map(|(name, ..)| *name).collect();
    let all: Vec<&str> = AdvisoryCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names, all, "one request for each advisory, in order");
    for (name, request, pointer, without) in raised {
        let has = |request: &Value| advisories(&answer(request)).iter().any(|told| told == name);
        assert!(has(&request), "{name} is not raised: {:?}", advisories(&answer(&request)));
        assert!(!has(&with(request, pointer, without)), "{name} is raised without its cause");
    }
}

// ---- messages

/// Every message, in both languages, whole and different, with the same numbers and dates in both.
#[test]
fn every_message_is_whole_in_both_languages() {
    let mut messages: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    let mut keep = |name: &str, french: String, english: String| {
        messages.entry(name.to_owned()).or_default().insert((french, english));
    };
    let vectors = apurement_tests::vectors::all()
        .into_iter()
        .filter_map(|vector| serde_json::from_slice::<Value>(&vector.request).ok().filter(Value::is_object));
    let requests = vectors
        .chain(faulty().into_iter().map(|(request, ..)| request))
        .chain(raised().into_iter().map(|(_, request, ..)| request))
        .chain(rich::all());
    for request in requests {
        if request.get("language").is_some_and(|language| language != "fr" && language != "en") {
            continue;
        }
        let [french, english] =
            ["fr", "en"].map(|language| ask(&with(request.clone(), "/language", json!(language))));
        let list = |response: &Value| {
            let told = response.get("errors").or(response.get("advisories")).expect("a response");
            told.as_array().expect("a list").clone()
        };
        let (french, english) = (list(&french), list(&english));
        assert_eq!(french.len(), english.len());
        for (one, other) in french.iter().zip(&english) {
            assert_eq!(one["name"], other["name"]);
            keep(&common::word(&one["name"]), common::word(&one["message"]), common::word(&other["message"]));
        }
    }
    for error in of_documents().iter().chain(&of_rust()) {
        keep(error.code().name(), error.message(Language::French), error.message(Language::English));
    }
    let all: BTreeSet<&str> = codes().iter().map(|(_, name)| *name).collect();
    let never: Vec<&&str> = all.iter().filter(|name| !messages.contains_key(**name)).collect();
    assert!(never.is_empty(), "no message was seen of {never:?}");

    let mut wrong = Vec::new();
    for (name, seen) in &messages {
        for (french, english) in seen {
            for message in [french, english] {
                if message.trim().is_empty() || message.contains(['{', '}']) || message.contains("  ") {
                    wrong.push(format!("{name}: {message:?}"));
                }
            }
            if french == english {
                wrong.push(format!("{name} is not translated: {french}"));
            }
            if digits(french) != digits(english) {
                wrong.push(format!("{name}: other figures in {french:?} and {english:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The runs of digits of a text, sorted; the month of an English date is read as its number.
fn digits(text: &str) -> Vec<u64> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut text = text.to_owned();
    for (place, month) in MONTHS.iter().enumerate() {
        text = text.replace(&format!(" {month} "), &format!(" {} ", place + 1));
    }
    let mut runs: Vec<u64> =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect();
    runs.sort_unstable();
    runs
}

/// The number in a response is the number of the name.
#[test]
fn responses_carry_number_and_name() {
    let numbers: BTreeMap<&str, u16> =
        ErrorCode::ALL.iter().map(|code| (code.name(), code.number())).collect();
    for (request, ..) in faulty() {
        for fault in faults(&request) {
            let name = common::word(&fault["name"]);
            assert_eq!(fault["code"], numbers[name.as_str()], "{name}");
        }
    }
    let numbers: BTreeMap<&str, u16> =
        AdvisoryCode::ALL.iter().map(|code| (code.name(), code.number())).collect();
    for (_, request, ..) in raised() {
        for advisory in answer(&request)["advisories"].as_array().expect("a list") {
            let name = common::word(&advisory["name"]);
            assert_eq!(advisory["code"], numbers[name.as_str()], "{name}");
        }
    }
}
