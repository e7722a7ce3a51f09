//! A walk over every first of month: a reference case is answered without a gap, and every figure is the one that
//! the articles give on the figures of `core/data/fr`, worked out here.
//!
//! Before the first text the refusal has its name; past the last verification scalars refuse, and documents say it.

mod common;

use apurement::explain::NoTrace;
use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::garnishment::{BankAccount, Garnishment, Payer, PayerKind};
use apurement::fr::{self, Dependants, Territory};
use apurement::{LawBook, Money, Result};
use chrono::NaiveDate;
use common::law::{Law, Said, coefficient_percent, household_rsa, months, scale_amount};
use common::{advisories, answer, ask, cents, day, euros, faults, named, request, with};
use serde_json::{Value, json};

const FIRST: &str = "2009-06-01";
const OVERSEAS: [&str; 7] = [
    "guadeloupe",
    "guyane",
    "martinique",
    "reunion",
    "saint_barthelemy",
    "saint_martin",
    "saint_pierre_et_miquelon",
];

/// The pay that is garnished, in cents: high enough that the scale lets something be taken at every date.
const NET: i128 = 170_050;
/// Resources of each of the two filers, in cents.
const OWN: [i128; 2] = [210_033, 30_001];
/// Their expenses, in cents.
const EXPENSES: i128 = 190_000;

/// A couple with three children of seven, eleven and fifteen, and a garnishment of one pay.
fn reference(on: NaiveDate, territory: &str) -> Value {
    request(json!({
        "assessed_on": on.to_string(),
        "territory": territory,
        "household": {
            "applicants": [{"id": "marie"}, {"id": "paul"}],
            "children": [
                {"id": "anna", "age": 15, "custody": "full"},
                {"id": "bruno", "age": 11, "custody": "full"},
                {"id": "chloe", "age": 7, "custody": "full"}
            ]
        },
        "resources": [
            {"kind": "wage", "amount": euros(OWN[0]), "of": "marie"},
            {"kind": "wage", "amount": euros(OWN[1]), "of": "paul"}
        ],
        "expenses": [{"kind": "rent", "amount": euros(EXPENSES)}],
        "garnishment": {
            "payers": [{"id": "employer", "kind": "wage", "net": euros(NET)}],
            "claims": [{"id": "bank", "kind": "garnishment", "amount": "900000.00"}]
        }
    }))
}

/// Compares the answer to the reference case with the articles.
fn check(law: &Law, on: NaiveDate, territory: &str, rsa_table: &str, uplift_table: &str) {
    let answer = answer(&reference(on, territory));
    let place = format!("{territory} on {on}");
    let scale = law.scale(on).value();
    let one_person = law.rsa(rsa_table, on).value();
    let percent = coefficient_percent(&law.uplifts(uplift_table, on).value(), 2, 3);
    let rsa = household_rsa(one_person, percent);

    // R. 3252-3: the three children, and the filer whose own resources are below the RSA of one person.
    let dependants = 3 + i128::from(OWN[1] < one_person);
    let household = &answer["household"];
    assert_eq!(household["scale_dependants"], dependants.to_string(), "{place}");
    assert_eq!(cents(&household["rsa"]["one_person"]), one_person, "{place}");
    assert_eq!(cents(&household["rsa"]["amount"]), rsa, "{place}");
    let coefficient = household["rsa"]["coefficient"].as_str().expect("a number");
    assert_eq!(common::law::Exact::read(coefficient), common::law::Exact::new(percent, 100), "{place}");

    // R. 731-1: three ceilings on all the resources.
    let resources = OWN[0] + OWN[1];
    let on_all = scale_amount(&scale, resources, 2 * dependants);
    let capacity = &answer["capacity"];
    let ceilings = &capacity["ceilings"];
    assert_eq!(cents(&ceilings["budget"]), resources - EXPENSES, "{place}");
    assert_eq!(cents(&ceilings["scale_amount"]), on_all, "{place}");
    assert_eq!(cents(&ceilings["household_rsa"]), resources - rsa, "{place}");
    let legal = on_all.min(resources - rsa).max(0);
    let retained = legal.min(resources - EXPENSES).max(0);
    assert_eq!(cents(&capacity["legal_maximum"]), legal, "{place}");
    assert_eq!(cents(&capacity["retained"]), retained, "{place}");
    assert_eq!(cents(&capacity["left_to_live"]), resources - retained, "{place}");

    // L. 3252-2 and L. 3252-3: the scale on the pay, capped so that the floor of that time stays.
    let month = &answer["garnishment"];
    let on_pay = scale_amount(&scale, NET, 2 * dependants);
    let floor = if law.floor_is_of_the_household(on).value() { rsa } else { one_person };
    let seizable = on_pay.min((NET - floor).max(0));
    assert_eq!(cents(&month["net"]), NET, "{place}");
    assert_eq!(cents(&month["scale_amount"]), on_pay, "{place}");
    assert_eq!(cents(&month["floor"]), floor, "{place}");
    assert_eq!(cents(&month["seizable"]), seizable, "{place}");
    assert_eq!(cents(&month["claims"][0]["paid"]), seizable, "{place}");
    assert_eq!(cents(&month["left_to_debtor"]), NET - seizable, "{place}");

    // Past the last verification the answer says so, and not before.
    let unverified = on > law.verified_until("garnishment_scale") || on > law.verified_until(rsa_table);
    assert_eq!(advisories(&answer).contains(&"law.unverified".to_owned()), unverified, "{place}");
}

#[test]
fn every_month_of_the_metropole_is_answered() {
    let law = Law::read();
    let walk = months(FIRST.parse().expect("a day"), day(2027, 3, 1));
    assert_eq!(walk.len(), 17 * 12 + 10);
    for on in walk {
        check(&law, on, "metropole", "rsa_general", "rsa_uplifts_general");
    }
    // Figures that somebody printed, so that the walk is not only against its own arithmetic: couple and two
    // children in 2025, and the last amounts of the tables.
    assert_eq!(
        household_rsa(
            64_652,
            coefficient_percent(&law.uplifts("rsa_uplifts_general", day(2025, 5, 1)).value(), 2, 2)
        ),
        135_769
    );
    assert_eq!(law.rsa("rsa_general", day(2026, 5, 1)), Said::Value(65_169));
}

#[test]
fn every_month_overseas_is_answered_since_2011() {
    let law = Law::read();
    for territory in OVERSEAS {
        for on in months(day(2011, 1, 1), day(2027, 3, 1)) {
            check(&law, on, territory, "rsa_general", "rsa_uplifts_general");
        }
        let before = reference(day(2010, 12, 31), territory);
        let refused = named(&faults(&before));
        assert_eq!(refused, [("law.not_in_force".into(), "assessed_on".into())], "{territory}");
    }
}

/// In Mayotte an amount that nobody has read is refused as such, month after month, and every other is answered.
#[test]
fn every_month_in_mayotte_is_answered_or_unknown() {
    let law = Law::read();
    let (mut answered, mut unknown) = (0, 0);
    for on in months(day(2012, 1, 1), day(2027, 3, 1)) {
        match law.rsa("rsa_mayotte", on) {
            Said::Value(_) => {
                check(&law, on, "mayotte", "rsa_mayotte", "rsa_uplifts_mayotte");
                answered += 1;
            }
            Said::Unknown => {
                let refused = named(&faults(&reference(on, "mayotte")));
                assert_eq!(refused, [("law.unknown_value".into(), "assessed_on".into())], "{on}");
                unknown += 1;
            }
            Said::Nothing => panic!("no RSA in Mayotte on {on}"),
        }
    }
    assert!(answered > 100 && unknown > 30, "{answered} answered, {unknown} unknown");
    let before = named(&faults(&reference(day(2011, 12, 31), "mayotte")));
    assert_eq!(before, [("law.not_in_force".into(), "assessed_on".into())]);
}

#[test]
fn before_the_first_text_the_case_is_refused_by_name() {
    let mut days = months(day(2005, 1, 1), day(2009, 5, 1));
    days.push(day(2009, 5, 31));
    for on in days {
        for want in [json!(["household"]), json!(["capacity"]), json!(["garnishment"]), Value::Null] {
            let refused = named(&faults(&with(reference(on, "metropole"), "/want", want)));
            assert_eq!(refused, [("law.before_coverage".into(), "assessed_on".into())], "{on}");
        }
    }
    // A budget alone needs no amount of the law.
    let budget = with(reference(day(2009, 5, 31), "metropole"), "/want", json!(["budget"]));
    assert_eq!(answer(&budget)["budget"]["expenses"], euros(EXPENSES));
}

/// The scale alone reaches back to January 2009, the floor to June.
#[test]
fn the_scalars_begin_with_their_tables() {
    let book = LawBook::builtin();
    let net = Money::parse("1500.00").expect("an amount");
    let scale = |on| fr::scale_amount(book, net, Dependants::NONE, on);
    let seizable =
        |on| fr::seizable_in_household(book, net, Dependants::NONE, Territory::Metropole, on, 1, 0);
    let floor = |on| fr::floor(book, 1, 0, Territory::Metropole, on);
    let refused = |result: Result<Money>| result.expect_err("refused").code().name();
    assert_eq!(refused(scale(day(2008, 12, 31))), "law.before_coverage");
    scale(day(2009, 1, 1)).expect("an amount");
    for door in [&seizable as &dyn Fn(NaiveDate) -> Result<Money>, &floor] {
        assert_eq!(refused(door(day(2009, 5, 31))), "law.before_coverage");
        door(day(2009, 6, 1)).expect("an amount");
    }
}

/// A scalar, asked of a book on a day.
type Scalar = dyn Fn(&LawBook, NaiveDate) -> Result<Money>;

/// Each scalar answers on the last verified day, refuses the day after, and answers there when told to.
#[test]
fn each_scalar_refuses_what_is_not_verified() {
    let law = Law::read();
    let net = Money::parse("1500.00").expect("an amount");
    let nobody = Dependants::NONE;
    let here = Territory::Metropole;
    let facts = Garnishment {
        dependants: Some(nobody),
        payers: vec![Payer::net("employer", PayerKind::Wage, net)],
        ..Garnishment::default()
    };
    let means = Means {
        resources: net,
        expenses: net,
        dependants: nobody,
        rsa_200ths: 200,
        scale_base: ScaleBase::Exact,
        main_home_consent: false,
        decided: None,
    };
    let scalars: Vec<(&str, &str, Box<Scalar>)> = vec![
        (
            "scale_amount",
            "garnishment_scale",
            Box::new(move |book, on| fr::scale_amount(book, net, nobody, on)),
        ),
        (
            "seizable",
            "garnishment_scale",
            Box::new(move |book, on| fr::seizable(book, net, nobody, here, on)),
        ),
        (
            "seizable_in_household",
            "garnishment_scale",
            Box::new(move |book, on| fr::seizable_in_household(book, net, nobody, here, on, 2, 1)),
        ),
        ("floor", "rsa_general", Box::new(move |book, on| fr::floor(book, 2, 3, here, on))),
        (
            "capacity",
            "garnishment_scale",
            Box::new(move |book, on| {
                fr::capacity(book, &means, here, on).map(|capacity| capacity.scale_ceiling)
            }),
        ),
        (
            "garnish",
            "garnishment_scale",
            Box::new(move |book, on| {
                fr::garnish(book, &facts, nobody, here, on, None, &mut Vec::new(), &mut NoTrace)
                    .map(|month| month.seizable)
            }),
        ),
        (
            "bank_account_minimum",
            "rsa_general",
            Box::new(move |book, on| {
                let seizure = BankAccount { seized_on: on, balances: vec![net], previous_seizure_on: None };
                fr::bank_account_minimum(book, &seizure, here, &mut NoTrace).map(|left| left.minimum)
            }),
        ),
    ];
    let strict = LawBook::default();
    let lenient = LawBook::default().accepting_unverified();
    assert!(lenient.accepts_unverified() && !strict.accepts_unverified());
    for (name, table, scalar) in &scalars {
        let last = law.verified_until(table);
        let over = last.succ_opt().expect("a day");
        let known = scalar(&strict, last).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let fault = scalar(&strict, over).expect_err(name);
        assert_eq!(fault.code().name(), "law.unverified", "{name}");
        assert_eq!(fault.details()[0].1.to_string(), *table, "{name}");
        assert!(fault.details().iter().any(|(_, detail)| detail.to_string() == last.to_string()), "{name}");
        // The latest value holds on, for years.
        assert_eq!(scalar(&lenient, over).expect(name), known, "{name}");
        assert_eq!(scalar(&lenient, day(2040, 1, 1)).expect(name), known, "{name}");
    }
}

/// A document is answered past the last verification with a notice, unless it asks not to be.
#[test]
fn a_document_may_refuse_what_is_not_verified() {
    let past = with(reference(day(2027, 1, 1), "metropole"), "/law", json!({"accept_unverified": false}));
    assert_eq!(named(&faults(&past)), [("law.unverified".into(), "assessed_on".into())]);
    let last = with(reference(day(2026, 12, 31), "metropole"), "/law", json!({"accept_unverified": false}));
    assert!(advisories(&answer(&last)).iter().all(|name| name != "law.unverified"));
    for accept in [json!(true), Value::Null] {
        let accepted = with(past.clone(), "/law", json!({"accept_unverified": accept}));
        assert!(advisories(&answer(&accepted)).contains(&"law.unverified".to_owned()));
    }
    // Refused or not, what was used is the last value known.
    let known = ask(&with(last, "/law", Value::Null));
    let used = ask(&with(past, "/law", Value::Null));
    assert_eq!(known["capacity"], used["capacity"]);
}
