//! Requests that nobody should send: the library neither panics nor repeats what a field held.
//!
//! Mutated requests run with overflow checks and debug assertions on. `APUREMENT_FUZZ` sets how many (20,000 by
//! default) and `APUREMENT_SEED` where they start; a failure prints the request and its number.

mod common;

use apurement::fr::admissibility::Filing;
use apurement::fr::asset::{Asset, AssetKind};
use apurement::fr::audit::{AuditedErasure, AuditedLine, AuditedPlan, AuditedStatement, AuditedTier};
use apurement::fr::batch::{CapacityColumns, Column};
use apurement::fr::budget::{Expense, Proof, Resource, ResourceKind};
use apurement::fr::capacity::Means;
use apurement::fr::case::{Case, Parts, assess};
use apurement::fr::comparison::Candidate;
use apurement::fr::conventions::{Conventions, ScaleBase};
use apurement::fr::deadline::{DeadlineOptions, Event, EventKind, deadlines};
use apurement::fr::debt::{Debt, DebtKind, OutsidePlan, Security};
use apurement::fr::decision::{AcceptedExpense, AlternatingChild, Decisions, MainHome};
use apurement::fr::garnishment::{
    BankAccount, Claim, ClaimKind, Garnishment, NotCounted, NotCountedKind, Pay, Payer, PayerKind,
};
use apurement::fr::holiday::HolidaySet;
use apurement::fr::household::{
    Applicant, Ascendant, Child, Custody, Household, Housing, Occupancy, Partner, Share,
};
use apurement::fr::interest::{
    Cost, CreditorClass, InterestClaim, InterestTerms, PaymentReceived, TermsKind,
};
use apurement::fr::law::ExpenseKind;
use apurement::fr::orientation::Prospects;
use apurement::fr::plan::{CapacityStep, History, PlanWish, RankChange};
use apurement::fr::{self, Dependants, Territory};
use apurement::vocabulary::Id;
use apurement::{Language, LawBook, Money};
use common::dice::Dice;
use common::{day, respond, rich, with};
use serde_json::{Value, json};
use std::fmt::Debug;
use std::panic::catch_unwind;

// ---- mutations

/// A place below a bound; the first where there is none.
fn place_below(dice: &mut Dice, bound: usize) -> usize {
    let bound = u64::try_from(bound.max(1)).expect("small");
    usize::try_from(dice.below(bound)).expect("small")
}

/// What a request may hold where it should not.
const ODD: &[&str] = &[
    "null",
    "true",
    "-1",
    "0",
    "1e9",
    "1.005",
    "0.1",
    "-0.01",
    "\"\"",
    "\"-0\"",
    "[]",
    "{}",
    "[[[[]]]]",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "90071992547409.91",
    "\"90071992547409.92\"",
    "99999999999999999999999999",
    "4294967296",
    "\"0.5\"",
    "\"100.5\"",
    "\"9999-12-31\"",
    "\"0000-01-01\"",
    "\"2012-05-31\"",
    "\"2026-02-29\"",
    "\"mayotte\"",
    "\"none\"",
    "\"decided\"",
    "\"alternating\"",
    "\"maintenance\"",
    "\"applicant\"",
    "{\"id\":\"applicant\"}",
    "\"90071992547409.91\"",
];

fn mutate(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut request = seeds[place_below(dice, seeds.len())].clone();
    for _ in 0..=place_below(dice, 3) {
        let length = request.len();
        let at = place_below(dice, length);
        let span = at..(at + 1 + place_below(dice, 40)).min(length);
        match place_below(dice, 16) {
            0 => {
                if let Some(byte) = request.get_mut(at) {
                    *byte ^= 1 << place_below(dice, 8);
                }
            }
            1 => request.truncate(at),
            2 => {
                let copy = request[span].to_vec();
                let place = place_below(dice, length);
                request.splice(place..place, copy);
            }
            3 => drop(request.drain(span)),
            4 => {
                let other = &seeds[place_below(dice, seeds.len())];
                let from = place_below(dice, other.len());
                let piece = &other[from..(from + place_below(dice, 120)).min(other.len())];
                request.splice(at..at, piece.iter().copied());
            }
            // Another digit: mostly another amount, another day or another age.
            5..=12 => {
                let digits: Vec<usize> =
                    (0..length).filter(|place| request[*place].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    let digit = b"0123456789"[place_below(dice, 10)];
                    request[digits[place_below(dice, digits.len())]] = digit;
                }
            }
            // The others leave JSON: they put something odd where a value stands, or a value where another stands.
            kind => {
                if let Some(value) = value_after(&request, at) {
                    let odd = if kind == 13 {
                        value_after(&request, place_below(dice, length)).map(|other| request[other].to_vec())
                    } else {
                        Some(ODD[place_below(dice, ODD.len())].as_bytes().to_vec())
                    };
                    request.splice(value, odd.unwrap_or_default());
                }
            }
        }
        if request.is_empty() {
            break;
        }
    }
    request
}

/// The place of the first leaf after a colon, from somewhere in a request.
fn value_after(request: &[u8], at: usize) -> Option<std::ops::Range<usize>> {
    let colon = at + request.get(at..)?.iter().position(|byte| *byte == b':')?;
    let start = colon + 1 + request[colon + 1..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    let end = start + 1 + request.get(start + 1..)?.iter().position(|byte| b",}]".contains(byte))?;
    Some(start..end)
}

/// What is wrong with the response to any bytes at all, if anything is.
fn complaint(request: &[u8]) -> Option<String> {
    let Ok(response) = catch_unwind(|| apurement::evaluate(request)) else { return Some("a panic".into()) };
    let Ok(response) = serde_json::from_slice::<Value>(&response) else { return Some("not JSON".into()) };
    if response["schema"] != "apurement/1" || response["engine"]["name"] != "apurement" {
        return Some(format!("not a response: {response}"));
    }
    let Some(errors) = response.get("errors") else {
        return response.get("law_book").is_none().then(|| "neither an answer nor a refusal".into());
    };
    let errors = errors.as_array().map_or(&[][..], Vec::as_slice);
    if errors.is_empty() {
        return Some("refused without a reason".into());
    }
    let message = |fault: &Value| fault["message"].as_str().unwrap_or_default().to_owned();
    errors
        .iter()
        .find(|fault| message(fault).is_empty() || message(fault).contains(['{', '}']))
        .map(|fault| format!("a message that is not whole: {fault}"))
}

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable)
        .map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{variable}={text}")))
}

#[test]
fn mutated_requests_neither_panic_nor_go_unanswered() {
    let mut seeds: Vec<Vec<u8>> =
        rich::all().iter().map(|request| request.to_string().into_bytes()).collect();
    seeds.extend(
        apurement_tests::vectors::all()
            .into_iter()
            .map(|vector| vector.request)
            .filter(|request| (2..6000).contains(&request.len())),
    );
    let count = number("APUREMENT_FUZZ", 20_000);
    let first = number("APUREMENT_SEED", 1);
    let mut answered = 0_u64;
    let mut refused = 0_u64;
    for place in first..first + count {
        let request = mutate(&seeds, &mut Dice(place));
        if let Some(complaint) = complaint(&request) {
            panic!("{complaint}; APUREMENT_SEED={place}, request {:?}", String::from_utf8_lossy(&request));
        }
        if respond(&request).get("errors").is_some() {
            refused += 1;
        } else {
            answered += 1;
        }
    }
    // Mutations that are all refused at once would try nothing.
    assert!(answered >= count / 10 && refused >= count / 10, "{answered} answered, {refused} refused");
}

/// Every part of every request replaced by everything odd, one at a time.
#[test]
fn every_value_may_be_odd() {
    for request in [rich::lone_filer(), rich::couple()] {
        let mut all = Vec::new();
        pointers(&request, String::new(), &mut all);
        for pointer in all {
            for odd in ODD {
                // Not every odd text is JSON by itself: those stand in the text as they are.
                let marked =
                    with(request.clone(), &pointer, json!("@odd@")).to_string().replace("\"@odd@\"", odd);
                let complaint = complaint(marked.as_bytes());
                assert!(complaint.is_none(), "{pointer} = {odd}: {complaint:?}");
            }
        }
    }
}

/// Pointers of every value below the root.
fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                pointers(inner, format!("{at}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                pointers(inner, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
    if !at.is_empty() {
        found.push(at);
    }
}

// ---- privacy

const MARKER: &str = "SECRET-7391";

/// A value put into a field, one at a time, in each way that it can be wrong there: a word that is none, an
/// amount that is malformed, too precise, too large or negative, a date that does not exist, a reference to nobody.
#[test]
fn no_refusal_repeats_what_a_field_held() {
    let secrets = [
        json!(MARKER),
        json!("7391.739"),
        json!("739173917391739173917391.00"),
        json!("-7391.39"),
        json!("7391-13-41"),
        json!("7391"),
        json!(-7391),
        json!(73917391),
        json!(7391.7391),
        json!([MARKER]),
        json!({"SECRET 7391": "SECRET-7391"}),
        json!({"id": MARKER}),
    ];
    let mut refusals = 0;
    for request in [rich::lone_filer(), rich::couple()] {
        let mut all = Vec::new();
        pointers(&request, String::new(), &mut all);
        for pointer in &all {
            for secret in &secrets {
                for language in ["fr", "en"] {
                    let marked =
                        with(with(request.clone(), "/language", json!(language)), pointer, secret.clone());
                    let response = respond(marked.to_string().as_bytes());
                    if response.get("errors").is_some() {
                        refusals += 1;
                        let text = response.to_string();
                        assert!(
                            !text.contains("SECRET") && !text.contains("7391"),
                            "{pointer} = {secret}: {text}"
                        );
                    }
                }
            }
        }
    }
    assert!(refusals > 3000, "{refusals} refusals only");
}

/// Documents that are not JSON are not repeated either, nor identifiers that are used twice or refer to nobody.
#[test]
fn no_refusal_of_a_whole_document_repeats_it() {
    let of = |id: &str| {
        let mut request = rich::couple();
        request["resources"][0]["of"] = json!(id);
        request.to_string()
    };
    let twice = rich::couple()
        .to_string()
        .replace("\"bruno\"", "\"SECRET-7391\"")
        .replace("\"anna\"", "\"SECRET-7391\"");
    let whole = rich::couple().to_string().replace("anna", MARKER);
    for request in [
        MARKER.to_owned(),
        format!("\"{MARKER}\""),
        format!("{{{MARKER}}}"),
        format!("{{\"schema\": \"{MARKER}\"}}"),
        whole[..whole.find(MARKER).expect("the marker") + 5].to_owned(),
        whole[..whole.len() - 1].to_owned(),
        format!("{whole}{MARKER}"),
        of(MARKER),
        twice,
    ] {
        let response = respond(request.as_bytes());
        assert!(response.get("errors").is_some(), "answered: {request}");
        let text = response.to_string();
        assert!(!text.contains("SECRET") && !text.contains("7391"), "{text}");
    }
}

fn marked(cents: i64) -> Money {
    Money::from_cents(cents).expect("an amount")
}

/// A case whose identifiers and amounts all carry the marker.
fn case() -> Case {
    let amount = marked(739_137);
    let child = Child {
        id: Id::from("SECRET-7391-child"),
        age: Some(7),
        born_on: None,
        custody: Custody::Alternating,
        maintenance_paid: false,
        family_benefits: None,
        rsa_uplift: Some(Share::Half),
    };
    let household = Household {
        applicants: vec![Applicant { id: Id::from("SECRET-7391-applicant") }],
        partner: Some(Partner {
            id: Id::from("SECRET-7391-partner"),
            own_resources: Some(amount),
            contribution: Some(marked(73_910)),
        }),
        children: vec![child],
        ascendants: vec![Ascendant {
            id: Id::from("SECRET-7391-elder"),
            own_resources: amount,
            lives_with: true,
            maintained: false,
        }],
        housing: Some(Housing { occupancy: Occupancy::Tenant, surface_m2: Some(44) }),
    };
    let pay = Pay {
        pay: amount,
        accessories: Some(amount),
        benefits_in_kind: Some(amount),
        contributions: Some(amount),
        withholding_tax: Some(marked(7_391)),
        not_counted: vec![NotCounted { kind: NotCountedKind::FamilyAllowance, amount }],
    };
    let payer =
        Payer { net: None, pay: Some(pay), ..Payer::net("SECRET-7391-payer", PayerKind::Wage, amount) };
    Case {
        assessed_on: day(2026, 5, 15),
        territory: Territory::Metropole,
        household: Some(household),
        resources: vec![Resource::new(ResourceKind::Wage, amount)],
        expenses: vec![Expense {
            id: Some(Id::from("SECRET-7391-expense")),
            proof: Proof::Given,
            ..Expense::new(ExpenseKind::Food, amount)
        }],
        assets: vec![Asset {
            id: Some(Id::from("SECRET-7391-asset")),
            kind: AssetKind::Vehicle,
            value: amount,
            sale_costs: Some(marked(7_391)),
            joint_share_percent: None,
            protected: false,
        }],
        debts: vec![Debt {
            label: Some(Id::from("SECRET-7391-label")),
            reference: Some(Id::from("SECRET-7391-reference")),
            guarantor_paid: Some(marked(7_391)),
            security: Some(Security { asset: Id::from("SECRET-7391-asset"), rank: 1 }),
            outside_plan: Some(OutsidePlan { instalment: marked(7_391) }),
            ..Debt::new("SECRET-7391-debt", DebtKind::ConsumerCredit, amount)
        }],
        history: History::default(),
        review: None,
        plan: Some(PlanWish {
            capacity_steps: Some(vec![CapacityStep { from_month: 1, amount }]),
            token_floor: Some(marked(7_391)),
            rank_changes: vec![RankChange { debt: Id::from("SECRET-7391-debt"), rank: 3 }],
            ..PlanWish::default()
        }),
        audit: Some(AuditedPlan {
            tiers: vec![AuditedTier {
                months: 3,
                suspension: false,
                lines: vec![AuditedLine {
                    debt: Id::from("SECRET-7391-debt"),
                    instalment: amount,
                    last: Some(amount),
                    payments: None,
                }],
                total: Some(amount),
            }],
            erased: vec![AuditedErasure { debt: Id::from("SECRET-7391-debt"), amount: marked(7_391) }],
            stated: vec![AuditedStatement {
                debt: Id::from("SECRET-7391-debt"),
                start: Some(amount),
                interest: None,
                paid: Some(amount),
                from_sale: Some(amount),
                erased: Some(marked(7_391)),
                left: None,
            }],
            left_to_live: Some(amount),
            ..AuditedPlan::default()
        }),
        compare: vec![Candidate { name: Id::from("SECRET-7391-name"), plan: PlanWish::default() }],
        prospects: Prospects::default(),
        filing: Filing { monthly_debt_charge: Some(amount), ..Filing::default() },
        garnishment: Some(Garnishment {
            dependants: Some(Dependants::NONE),
            payers: vec![payer],
            claims: vec![
                Claim::maintenance("SECRET-7391-maintenance", marked(73_910)),
                Claim::new("SECRET-7391-claim", ClaimKind::Garnishment, amount),
            ],
            bank_account: Some(BankAccount {
                seized_on: day(2026, 5, 1),
                balances: vec![amount],
                previous_seizure_on: None,
            }),
        }),
        events: vec![Event { about: Some(Id::from("SECRET-7391-creditor")), ..secret_event() }],
        calendar: DeadlineOptions { holidays: Some(HolidaySet::None), as_of: None },
        interest: vec![InterestClaim {
            label: Some(Id::from("SECRET-7391-counted-label")),
            costs: vec![Cost { amount: marked(7_391), on: day(2026, 1, 5) }],
            payments: vec![PaymentReceived { on: day(2026, 2, 5), amount: marked(7_391), withheld_on: None }],
            ..InterestClaim::new(
                "SECRET-7391-counted",
                amount,
                day(2026, 1, 1),
                InterestTerms { kind: TermsKind::Legal, class: Some(CreditorClass::Others), percent: None },
            )
        }],
        decisions: Decisions {
            scale_dependants: None,
            alternating_children: vec![AlternatingChild {
                child: Id::from("SECRET-7391-child"),
                share: Share::Half,
            }],
            expenses_accepted: vec![AcceptedExpense { expense: Id::from("SECRET-7391-expense"), amount }],
            retained: Some(amount),
            main_home: Some(MainHome { written_consent: true }),
        },
        conventions: Conventions::default(),
    }
}

/// An event whose day carries the marker.
fn secret_event() -> Event {
    Event::new(EventKind::AdmissibilityNotified, day(7391, 7, 3))
}

/// `Debug` output goes to logs: neither facts, nor results, nor errors show a value there.
#[test]
fn debug_output_tells_nothing_of_a_case() {
    let mut told = Vec::new();
    let mut look = |name: &str, thing: &dyn Debug| {
        for text in [format!("{thing:?}"), format!("{thing:#?}")] {
            // Amounts with thousands apart, or written in cents, are the same secret.
            if text.contains("SECRET") || text.replace(['_', ',', '.', ' '], "").contains("7391") {
                told.push(format!("{name}: {text}"));
            }
        }
    };
    let case = case();
    look("Case", &case);
    let household = case.household.as_ref().expect("a household");
    look("Household", household);
    look("Applicant", &household.applicants[0]);
    look("Id", &household.applicants[0].id);
    look("Partner", &household.partner);
    look("Child", &household.children[0]);
    look("Ascendant", &household.ascendants[0]);
    look("Housing", &household.housing);
    look("Resource", &case.resources[0]);
    look("Expense", &case.expenses[0]);
    look("Asset", &case.assets[0]);
    let garnishment = case.garnishment.as_ref().expect("a garnishment");
    look("Garnishment", garnishment);
    look("Event", &case.events[0]);
    let calendar = deadlines(&case.events, day(2026, 5, 15), HolidaySet::None).expect("a calendar");
    assert_eq!(calendar.deadlines.len(), 2);
    look("Calendar", &calendar);
    look("Deadline", &calendar.deadlines[0]);
    look("Payer", &garnishment.payers[0]);
    look("Pay", &garnishment.payers[0].pay);
    look("NotCounted", &garnishment.payers[0].pay.as_ref().expect("pay").not_counted);
    look("Claim", &garnishment.claims);
    look("BankAccount", &garnishment.bank_account);
    let debt = &case.debts[0];
    look("Debt", debt);
    look("Security", &debt.security);
    look("OutsidePlan", &debt.outside_plan);
    let wish = case.plan.as_ref().expect("a wish");
    look("PlanWish", wish);
    look("RankChange", &wish.rank_changes);
    look("CapacityStep", &wish.capacity_steps);
    let audited = case.audit.as_ref().expect("a plan");
    look("AuditedPlan", audited);
    look("AuditedTier", &audited.tiers);
    look("AuditedLine", &audited.tiers[0].lines);
    look("AuditedErasure", &audited.erased);
    look("Decisions", &case.decisions);
    look("AcceptedExpense", &case.decisions.expenses_accepted);
    look("AlternatingChild", &case.decisions.alternating_children);

    let assessment = assess(LawBook::builtin(), &case, Parts::all_of(&case)).expect("an assessment");
    look("Assessment", &assessment);
    look("Counted", &assessment.household);
    look("Composition", &assessment.household.as_ref().expect("a household").composition);
    look("Member", &assessment.household.as_ref().expect("a household").composition.members);
    let budget = assessment.budget.as_ref().expect("a budget");
    look("Budget", budget);
    look("Contribution", &budget.contribution);
    look("CountedExpense", &budget.lines);
    look("CountedFlatRate", &budget.flat_rates);
    look("Capacity", &assessment.capacity);
    look("Garnished", &assessment.garnished);
    look("Served", &assessment.garnished.as_ref().expect("a month").claims);
    look("BankAccountMinimum", &assessment.bank_account);
    look("Treatment", &assessment.treatments);
    let plan = assessment.plan.as_ref().expect("a plan");
    look("Plan", plan);
    look("Tier", &plan.tiers);
    look("Settled", &plan.debts);
    look("Totals", &plan.totals);
    look("Objective", &plan.objective);
    look("Finding", &assessment.findings);
    look("Advisory", &assessment.advisories);
    look("Step", &assessment.steps);
    look("Value", &assessment.steps[0].result);

    let means = Means {
        resources: marked(739_137),
        expenses: marked(7_391),
        dependants: Dependants::NONE,
        rsa_200ths: 200,
        scale_base: ScaleBase::Exact,
        main_home_consent: false,
        decided: Some(marked(7_391)),
    };
    look("Means", &means);
    let (amounts, days) = ([739_137], Column::Same(0));
    look("Column", &Column::Each(&amounts));
    let columns = CapacityColumns {
        resources: &amounts,
        expenses: &amounts,
        half_dependants: Column::Same(0),
        rsa_200ths: Column::Same(200),
        days,
    };
    look("CapacityColumns", &columns);

    // Errors of every door that takes facts.
    let book = LawBook::builtin();
    let negative = marked(-739_137);
    let (on, nobody) = (day(2026, 5, 15), Dependants::NONE);
    let mut errors = vec![
        Money::parse("7391.739").expect_err("decimals"),
        Money::parse(MARKER).expect_err("no amount"),
        Dependants::parse(MARKER).expect_err("no number"),
        Dependants::parse("7391").expect_err("too many"),
        apurement::dated::parse_day("7391-13-41").expect_err("no day"),
        fr::scale_amount(book, negative, nobody, on).expect_err("negative"),
        fr::seizable(book, negative, nobody, Territory::Metropole, on).expect_err("negative"),
        fr::capacity(book, &Means { resources: negative, ..means }, Territory::Metropole, on)
            .expect_err("negative"),
    ];
    let mut faulty = case;
    faulty.garnishment.as_mut().expect("a garnishment").payers[0].net = Some(negative);
    faulty.household.as_mut().expect("a household").children[0].age = None;
    errors.extend(assess(book, &faulty, Parts::all_of(&faulty)).expect_err("faults"));
    assert!(errors.len() > 8, "{errors:?}");
    for error in &errors {
        look("Error", error);
        for language in [Language::French, Language::English] {
            look("message", &error.message(language));
        }
        look("Display", &error.to_string());
        look("details", &error.details());
    }
    assert!(told.is_empty(), "{told:#?}");
}
