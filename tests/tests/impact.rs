//! Every parameter of the law moves some answer: none is read and then forgotten.
//!
//! What an overlay can change is moved by the smallest step, and the answer must follow, with another digest and the
//! overlay's name. What no overlay reaches acts around its day of effect or its threshold.

mod common;

use apurement::LawBook;
use apurement_tests::law_values::{self, Scale};
use chrono::NaiveDate;
use common::law::{Law, coefficient_percent, household_rsa, scale_amount};
use common::{
    advisories, answer, assert_refused, cents, day, euros, faults, garnished, lone, named, request, under,
    with,
};
use serde_json::{Value, json};

/// The answer under an overlay, which must be named and change the digest.
#[track_caller]
fn laid(request: &Value, overlay: Value) -> Value {
    let plain = answer(request);
    let laid = answer(&under(request.clone(), "moved", overlay));
    assert_ne!(laid["law_book"]["digest"], plain["law_book"]["digest"], "the digest");
    assert_eq!(laid["law_book"]["overlays"], json!(["moved"]));
    assert_eq!(plain["law_book"]["overlays"], json!([]));
    laid
}

fn scale_entry(scale: &Scale) -> Value {
    json!({"garnishment_scale": [
        {"from": "2026-01-01", "thresholds": scale.thresholds, "increment": scale.increment}
    ]})
}

/// A month's garnishment of 4 000.00 for one person with a dependant: every bracket is passed.
fn high_pay() -> Value {
    with(garnished("4000.00", json!([])), "/garnishment/dependants", json!(1))
}

#[test]
fn each_figure_of_the_scale_moves_the_scale_amount() {
    let law = Law::read();
    let scale = law.scale(day(2026, 5, 15)).value();
    let plain = cents(&answer(&high_pay())["garnishment"]["scale_amount"]);
    assert_eq!(plain, scale_amount(&scale, 400_000, 2));
    // One euro a year on one bound moves a month's amount by a rate's rise over twelve: from 0.4 cent at the first
    // bound up. Ten euros move each of them by cents.
    for place in 0..6 {
        let mut moved = scale.clone();
        moved.thresholds[place] += 10;
        let amount = cents(&laid(&high_pay(), scale_entry(&moved))["garnishment"]["scale_amount"]);
        assert_eq!(amount, scale_amount(&moved, 400_000, 2), "bound {place}");
        assert!(amount < plain, "bound {place} moves nothing");
    }
    let mut moved = scale;
    moved.increment += 10;
    let amount = cents(&laid(&high_pay(), scale_entry(&moved))["garnishment"]["scale_amount"]);
    assert_eq!(amount, scale_amount(&moved, 400_000, 2), "increment");
    assert!(amount < plain, "the increment moves nothing");
}

/// Every decree in the book acts from its first day, not the day before.
#[test]
fn each_decree_of_the_scale_acts_from_its_first_day() {
    let law = Law::read();
    let entries = &law.0.table("garnishment_scale").expect("the table").entries;
    assert!(entries.len() >= 15);
    for entry in entries.iter().filter(|entry| entry.from >= day(2009, 6, 1)) {
        let on = |on: NaiveDate| {
            let request = with(high_pay(), "/assessed_on", json!(on.to_string()));
            // From June 2009 to May 2012 the floor is the household's.
            let household = json!({"applicants": [{"id": "a"}]});
            cents(&answer(&with(request, "/household", household))["garnishment"]["scale_amount"])
        };
        let before = entry.from.pred_opt().expect("a day");
        assert_eq!(
            on(entry.from),
            scale_amount(&law.scale(entry.from).value(), 400_000, 2),
            "{}",
            entry.from
        );
        assert_eq!(on(before), scale_amount(&law.scale(before).value(), 400_000, 2), "{before}");
        assert_ne!(on(entry.from), on(before), "{}", entry.from);
    }
}

#[test]
fn each_rsa_amount_moves_floors_and_ceilings_by_the_cent() {
    let pay = garnished("652.00", json!([{"id": "bank", "kind": "garnishment", "amount": "90.00"}]));
    let general = json!({"rsa": [{"from": "2026-04-01", "area": "general", "amount": "651.70"}]});
    let mayotte = json!({"rsa": [{"from": "2025-04-01", "area": "mayotte", "amount": "323.27"}]});
    // 652.00 less 651.69, then less 651.70.
    assert_eq!(answer(&pay)["garnishment"]["seizable"], "0.31");
    assert_eq!(laid(&pay, general.clone())["garnishment"]["seizable"], "0.30");
    assert_eq!(laid(&lone("800.00"), general.clone())["capacity"]["ceilings"]["household_rsa"], "148.30");
    let there =
        with(with(lone("800.00"), "/territory", json!("mayotte")), "/assessed_on", json!("2025-05-15"));
    assert_eq!(answer(&there)["capacity"]["ceilings"]["household_rsa"], "476.74");
    assert_eq!(laid(&there, mayotte.clone())["capacity"]["ceilings"]["household_rsa"], "476.73");
    // Each area has its own.
    assert_eq!(laid(&there, general)["capacity"], answer(&there)["capacity"]);
    assert_eq!(laid(&lone("800.00"), mayotte)["capacity"], answer(&lone("800.00"))["capacity"]);
}

/// Every revision of the RSA acts from its first day.
#[test]
fn each_revision_of_the_rsa_acts_from_its_first_day() {
    let law = Law::read();
    for (table, territory) in [("rsa_general", "metropole"), ("rsa_mayotte", "mayotte")] {
        let entries = &law.0.table(table).expect("the table").entries;
        for pair in entries.windows(2) {
            let (Some(_), Some(law_values::Value::Money(amount))) = (&pair[0].value, &pair[1].value) else {
                continue;
            };
            let on = |on: NaiveDate| {
                let request = with(lone("800.00"), "/want", json!(["household"]));
                let request = with(
                    with(request, "/assessed_on", json!(on.to_string())),
                    "/territory",
                    json!(territory),
                );
                cents(&answer(&request)["household"]["rsa"]["amount"])
            };
            let from = pair[1].from;
            assert_eq!(on(from), i128::from(amount.hundredths), "{table} on {from}");
            assert_ne!(on(from.pred_opt().expect("a day")), on(from), "{table} on {from}");
        }
    }
}

const KINDS: [&str; 24] = [
    "food",
    "hygiene",
    "clothing",
    "health",
    "schooling",
    "childcare",
    "rent",
    "rental_charges",
    "home_insurance",
    "other_insurance",
    "water",
    "electricity",
    "telephone",
    "heating",
    "household_products",
    "income_tax",
    "property_tax",
    "other_tax",
    "maintenance_paid",
    "compensatory_allowance_paid",
    "commuting_own_vehicle",
    "commuting_public_transport",
    "other_transport",
    "other",
];

/// An expense of a kind, under a flat rate of 100.00 for it.
fn expense(kind: &str, amount: &str) -> Value {
    request(json!({
        "household": {"applicants": [{"id": "a"}]},
        "resources": [{"kind": "wage", "amount": "1500.00"}],
        "expenses": [{"kind": kind, "amount": amount}],
        "want": ["budget"]
    }))
}

fn flat(kind: &str) -> Value {
    json!([{"from": "2026-01-01", "lines": [
        {"id": "line", "covers": [kind], "one_person": "100.00", "further_person": "10.00"}
    ]}])
}

/// What a treatment counts for a declared amount against a flat rate of 100.00 (R. 731-3), in cents.
fn counted(treatment: &str, declared: i128) -> i128 {
    match treatment {
        "scale" => 10_000,
        "real" => declared,
        "real_capped" => declared.min(10_000),
        other => panic!("{other}"),
    }
}

/// Each kind of expense follows the treatment that an overlay gives it, and the table where none does.
#[test]
fn each_treatment_of_each_kind_moves_the_expenses() {
    let law = Law::read();
    let table = law.0.table("expense_treatment").expect("the table");
    let Some(law_values::Value::ExpenseTreatment(table)) = &table.entries[0].value else {
        panic!("no table")
    };
    for kind in KINDS {
        let listed = |kinds: &[String]| kinds.iter().any(|listed| listed == kind);
        let by_default = match () {
            () if listed(&table.scale) => "scale",
            () if listed(&table.real_capped) => "real_capped",
            () => "real",
        };
        for declared in [4_000, 25_000] {
            let request = expense(kind, &euros(declared));
            let expenses = |answer: &Value| cents(&answer["budget"]["expenses"]);
            let unchanged = laid(&request, json!({"expense_scale": flat(kind)}));
            assert_eq!(expenses(&unchanged), counted(by_default, declared), "{kind} by default");
            for treatment in ["scale", "real", "real_capped"] {
                let overlay = json!({
                    "expense_treatment": [{"from": "2026-01-01", "kinds": [kind], "treatment": treatment}],
                    "expense_scale": flat(kind)
                });
                let changed = laid(&request, overlay);
                assert_eq!(expenses(&changed), counted(treatment, declared), "{kind}: {treatment}");
                assert_eq!(changed["budget"]["lines"][0]["treatment"], treatment, "{kind}");
            }
        }
        // A change for another kind leaves this one alone.
        let other = if kind == "food" { "rent" } else { "food" };
        let overlay = json!({
            "expense_treatment": [{"from": "2026-01-01", "kinds": [other], "treatment": "real"}],
            "expense_scale": flat(kind)
        });
        let unchanged = laid(&expense(kind, "250.00"), overlay);
        assert_eq!(cents(&unchanged["budget"]["expenses"]), counted(by_default, 25_000), "{kind}");
    }
}

/// A couple with one child: three persons, of whom two count as further ones.
fn three_persons() -> Value {
    request(json!({
        "household": {
            "applicants": [{"id": "a"}, {"id": "b"}], "children": [{"id": "c", "age": 5, "custody": "full"}],
            "housing": {"occupancy": "tenant", "surface_m2": 60}
        },
        "resources": [{"kind": "family_benefits", "amount": "2500.00"}],
        "expenses": [{"kind": "food", "amount": "600.00"}],
        "want": ["budget"]
    }))
}

#[test]
fn each_figure_of_a_line_moves_the_budget() {
    let line = |one: &str, further: &str, percent: Option<u32>| {
        json!({"expense_scale": [{"from": "2026-01-01", "lines": [
            {"id": "base", "covers": ["food"], "one_person": one, "further_person": further, "alert_percent": percent}
        ]}]})
    };
    let expenses = |overlay: Value| laid(&three_persons(), overlay)["budget"]["expenses"].clone();
    assert_eq!(expenses(line("300.00", "100.00", None)), "500.00");
    assert_eq!(expenses(line("300.01", "100.00", None)), "500.01");
    assert_eq!(expenses(line("300.00", "100.01", None)), "500.02");
    // 600.00 declared is 120 % of 500.00: above 119 %, not above 120 %.
    let excessive = |overlay: Value| {
        advisories(&laid(&three_persons(), overlay)).contains(&"budget.expense_excessive".to_owned())
    };
    assert!(!excessive(line("300.00", "100.00", None)), "no figure, no alert");
    assert!(!excessive(line("300.00", "100.00", Some(120))));
    assert!(excessive(line("300.00", "100.00", Some(119))));
    assert!(excessive(line("299.99", "100.00", Some(120))));
    // The day of the overlay counts too.
    let later = json!({"expense_scale": [{"from": "2026-05-16", "lines": [
        {"id": "base", "covers": ["food"], "one_person": "300.00", "further_person": "100.00"}
    ]}]});
    assert_eq!(expenses(later), "600.00");
}

#[test]
fn each_surface_moves_the_alert() {
    let large = |answer: &Value| advisories(answer).contains(&"budget.rent_surface".to_owned());
    // 40 m² and 10 for each further person: 60 m² for three. The table, then an overlay that takes one away.
    assert!(!large(&answer(&three_persons())));
    assert!(large(&answer(&with(three_persons(), "/household/housing/surface_m2", json!(61)))));
    let surface = |one: u32, further: u32| json!({"rent_surface": [{"from": "2026-01-01", "one_person": one, "further_person": further}]});
    assert!(!large(&laid(&three_persons(), surface(40, 10))));
    assert!(large(&laid(&three_persons(), surface(39, 10))));
    assert!(large(&laid(&three_persons(), surface(40, 9))));
    // The table begins on 19 February 2020, and speaks of tenants.
    let on = |date: &str| with(three_persons(), "/assessed_on", json!(date));
    let wide = |request: Value| with(request, "/household/housing/surface_m2", json!(61));
    assert!(!large(&answer(&wide(on("2020-02-18")))));
    assert!(large(&answer(&wide(on("2020-02-19")))));
    assert!(!large(&answer(&with(wide(three_persons()), "/household/housing/occupancy", json!("owner")))));
}

/// Legal interest enters no document yet: its overlay changes the digest, and the value that the book gives.
#[test]
fn each_rate_of_interest_moves_the_book() {
    let overlay = |individuals: &str, others: &str| {
        json!({
            "name": "rates",
            "legal_interest": [{"from": "2026-07-01", "individuals": individuals, "others": others}]
        })
    };
    let laid_book = |overlay: Value| {
        let overlay = apurement::document::read_overlay(overlay.to_string().as_bytes()).expect("an overlay");
        LawBook::default().with_overlay(&overlay).expect("a book")
    };
    let told = |book: &LawBook| {
        let found = book.legal_interest(day(2026, 8, 1)).expect("rates");
        (found.value.individuals.to_string(), found.value.others.to_string())
    };
    assert_eq!(told(&laid_book(overlay("6.50", "2.75"))), ("6.50".into(), "2.75".into()));
    assert_eq!(told(&laid_book(overlay("6.51", "2.75"))), ("6.51".into(), "2.75".into()));
    assert_eq!(told(&laid_book(overlay("6.50", "2.76"))), ("6.50".into(), "2.76".into()));
    let digests: Vec<String> = [overlay("6.50", "2.75"), overlay("6.51", "2.75"), overlay("6.50", "2.76")]
        .into_iter()
        .map(|overlay| laid_book(overlay).digest().to_owned())
        .collect();
    assert!(digests[0] != digests[1] && digests[0] != digests[2] && digests[1] != digests[2]);
    let _ = laid(
        &lone("1500.00"),
        json!({
            "legal_interest": [{"from": "2026-07-01", "individuals": "6.50", "others": "2.75"}]
        }),
    );
}

/// Two overlays that differ in anything have different digests, and so has their order.
#[test]
fn the_digest_follows_every_field_of_an_overlay() {
    let rich = common::rich::overlay();
    let digest = |overlays: Value| {
        answer(&with(lone("1500.00"), "/law", json!({"overlays": overlays})))["law_book"]["digest"].clone()
    };
    let base = digest(json!([rich]));
    let mut seen = vec![base.clone()];
    for (pointer, value) in [
        ("/name", json!("another name")),
        ("/source", json!("another source")),
        ("/garnishment_scale/0/from", json!("2026-04-02")),
        ("/garnishment_scale/0/thresholds/5", json!(25_901)),
        ("/garnishment_scale/0/increment", json!(1751)),
        ("/rsa/0/amount", json!("652.01")),
        ("/rsa/1/area", json!("general")),
        ("/legal_interest/0/others", json!("2.76")),
        ("/expense_treatment/0/kinds/0", json!("other")),
        ("/expense_treatment/0/treatment", json!("scale")),
        ("/expense_scale/0/lines/0/id", json!("other id")),
        ("/expense_scale/0/lines/0/covers/1", json!("clothing")),
        ("/expense_scale/0/lines/0/one_person", json!("400.01")),
        ("/expense_scale/0/lines/0/further_person", json!("160.01")),
        ("/expense_scale/0/lines/0/alert_percent", json!(111)),
        ("/rent_surface/0/one_person", json!(36)),
        ("/rent_surface/0/further_person", json!(13)),
    ] {
        // Two entries of one area need ascending days.
        let mut moved = with(rich.clone(), pointer, value);
        if pointer == "/rsa/1/area" {
            moved = with(moved, "/rsa/1/from", json!("2026-04-16"));
        }
        let digest = digest(json!([moved]));
        assert!(!seen.contains(&digest), "{pointer}");
        seen.push(digest);
    }
    let other =
        json!({"name": "second", "rsa": [{"from": "2026-05-01", "area": "general", "amount": "653.00"}]});
    assert_ne!(digest(json!([rich, other])), digest(json!([other, rich])));
    assert_eq!(digest(json!([rich])), base, "and it is the same for the same law");
}

// ---- what no overlay reaches

/// L. 3252-3: the household's RSA stays until May 2012, one person's since June.
#[test]
fn the_floor_household_acts_on_its_day() {
    let law = Law::read();
    let month = |on: &str| {
        let request = request(json!({
            "assessed_on": on,
            "household": {"applicants": [{"id": "a"}, {"id": "b"}]},
            "resources": [{"kind": "wage", "amount": "900.00", "of": "a"}, {"kind": "wage", "amount": "900.00", "of": "b"}],
            "garnishment": {
                "payers": [{"id": "employer", "kind": "wage", "net": "750.00"}],
                "claims": [{"id": "bank", "kind": "garnishment", "amount": "900.00"}]
            },
            "want": ["garnishment"]
        }));
        let month = answer(&request)["garnishment"].clone();
        (cents(&month["floor"]), cents(&month["seizable"]))
    };
    let one_person = law.rsa("rsa_general", day(2012, 5, 31)).value();
    let couple = household_rsa(one_person, 150);
    let scale = scale_amount(&law.scale(day(2012, 6, 1)).value(), 75_000, 0);
    assert!(scale > 75_000 - couple, "the floor must bind");
    assert_eq!(month("2012-05-31"), (couple, 75_000 - couple));
    assert_eq!(month("2012-06-01"), (one_person, scale));
}

/// CGI art. 204 A: withholding tax is deducted since 2019.
#[test]
fn the_withholding_tax_acts_on_its_day() {
    let request = |on: &str| {
        request(json!({
            "assessed_on": on,
            "garnishment": {"dependants": 0, "payers": [
                {"id": "employer", "kind": "wage", "pay": {"pay": "2000.00", "withholding_tax": "100.00"}}
            ]},
            "want": ["garnishment"]
        }))
    };
    assert_refused(
        &request("2018-12-31"),
        "field.not_applicable",
        "garnishment.payers[0].pay.withholding_tax",
    );
    assert_eq!(answer(&request("2019-01-01"))["garnishment"]["net"], "1900.00");
}

/// Ordonnance n° 2010-686: the RSA overseas since 2011; R. 542-6: in Mayotte since 2012.
#[test]
fn the_rsa_overseas_acts_on_its_day() {
    for (territory, last, first) in
        [("guyane", "2010-12-31", "2011-01-01"), ("mayotte", "2011-12-31", "2012-01-01")]
    {
        let on = |date: &str| {
            with(with(lone("800.00"), "/territory", json!(territory)), "/assessed_on", json!(date))
        };
        assert_eq!(named(&faults(&on(last))), [("law.not_in_force".into(), "assessed_on".into())]);
        answer(&on(first));
    }
}

/// The RSA amount of a household of adults and children.
fn rsa_of(territory: &str, on: &str, adults: u32, ages: &[u32]) -> i128 {
    let applicants: Vec<Value> = (0..adults).map(|place| json!({"id": format!("adult-{place}")})).collect();
    let children: Vec<Value> = ages
        .iter()
        .enumerate()
        .map(|(place, age)| json!({"id": format!("child-{place}"), "age": age, "custody": "full"}))
        .collect();
    let request = request(json!({
        "assessed_on": on, "territory": territory,
        "household": {"applicants": applicants, "children": children}, "want": ["household"]
    }));
    cents(&answer(&request)["household"]["rsa"]["amount"])
}

/// R. 262-1 and R. 542-6: half for the second person, 30 % for each further one, and another share from the third
/// child on, or from the fourth in Mayotte.
#[test]
fn each_uplift_moves_the_household_rsa() {
    let law = Law::read();
    for (territory, on, amounts, uplifts) in [
        ("metropole", "2025-05-15", "rsa_general", "rsa_uplifts_general"),
        ("mayotte", "2025-05-15", "rsa_mayotte", "rsa_uplifts_mayotte"),
    ] {
        let day = on.parse().expect("a day");
        let one = law.rsa(amounts, day).value();
        let uplifts = law.uplifts(uplifts, day).value();
        for adults in [1, 2] {
            let mut last = 0;
            for children in 0..=6_usize {
                let amount = rsa_of(territory, on, adults, &vec![8; children]);
                let percent = coefficient_percent(&uplifts, adults, u32::try_from(children).expect("few"));
                assert_eq!(amount, household_rsa(one, percent), "{territory}: {adults} and {children}");
                assert!(amount > last, "{territory}: child {children} of {adults} moves nothing");
                last = amount;
            }
        }
    }
    // The rises by rank, written out: metropole 50, 30, 40, 40; Mayotte 50, 30, 30, 10.
    let law = Law::read();
    for (table, expected) in
        [("rsa_uplifts_general", [50, 30, 40, 40]), ("rsa_uplifts_mayotte", [50, 30, 30, 10])]
    {
        let uplifts = law.uplifts(table, day(2025, 5, 15)).value();
        let rises: Vec<i128> = (1..=4)
            .map(|child| {
                coefficient_percent(&uplifts, 1, child) - coefficient_percent(&uplifts, 1, child - 1)
            })
            .collect();
        assert_eq!(rises, expected, "{table}");
    }
}

/// CSS R. 512-2 and CASF R. 262-3: twenty for family benefits, sixteen for compulsory schooling, twenty-five for the
/// RSA; and birthdays count to the day.
#[test]
fn each_age_moves_the_counts() {
    let household = |child: Value| {
        let mut child = child;
        common::object(&mut child).extend([("id".into(), json!("c")), ("custody".into(), json!("full"))]);
        answer(&request(json!({
            "household": {"applicants": [{"id": "a"}], "children": [child]}, "want": ["household"]
        })))
    };
    let dependants = |child: Value| household(child)["household"]["scale_dependants"].clone();
    let coefficient = |child: Value| household(child)["household"]["rsa"]["coefficient"].clone();
    let presumed = |child: Value| {
        advisories(&household(child)).contains(&"household.family_benefits_presumed".to_owned())
    };
    assert_eq!([dependants(json!({"age": 19})), dependants(json!({"age": 20}))], ["1", "0"]);
    assert_eq!([coefficient(json!({"age": 24})), coefficient(json!({"age": 25}))], ["1.5", "1"]);
    assert_eq!([presumed(json!({"age": 15})), presumed(json!({"age": 16}))], [false, true]);
    // Assessed on 15 May 2026.
    assert_eq!(dependants(json!({"born_on": "2006-05-16"})), "1");
    assert_eq!(dependants(json!({"born_on": "2006-05-15"})), "0");
    assert_eq!(coefficient(json!({"born_on": "2001-05-16"})), "1.5");
    assert_eq!(coefficient(json!({"born_on": "2001-05-15"})), "1");
}

/// CPCE L. 213-4: six months of arrears over twelve; for the family-benefit body, twenty-four over twenty-four.
#[test]
fn each_number_of_direct_payment_acts() {
    let claim = |fields: Value| {
        let mut claim =
            json!({"id": "m", "kind": "maintenance", "current_term": "0.00", "arrears": "240.00"});
        common::object(&mut claim).extend(fields.as_object().expect("fields").clone());
        garnished("1500.00", json!([claim]))
    };
    let due = |fields: Value| answer(&claim(fields))["garnishment"]["claims"][0]["due"].clone();
    let path = |field: &str| format!("garnishment.claims[0].{field}");
    // 240.00 over twelve months, over twenty-four.
    assert_eq!(due(json!({"arrears_terms": 6})), "20.00");
    assert_refused(&claim(json!({"arrears_terms": 7})), "number.range", &path("arrears_terms"));
    let agency =
        |terms: u32, months: u32| json!({"agency": true, "arrears_terms": terms, "over_months": months});
    assert_eq!(due(agency(24, 24)), "10.00");
    assert_refused(&claim(agency(25, 24)), "number.range", &path("arrears_terms"));
    assert_refused(&claim(agency(24, 25)), "number.range", &path("over_months"));
    assert_eq!(due(agency(12, 12)), "20.00");
    assert_refused(&claim(agency(12, 13)), "number.range", &path("over_months"));
    // The debtor may agree to six months at most.
    let agreed = |months: u32| json!({"agency": true, "arrears_terms": 12, "over_months": months, "debtor_agreed": true});
    assert_eq!(due(agreed(6)), "40.00");
    assert_refused(&claim(agreed(7)), "number.range", &path("over_months"));
    // The family-benefit body has more than six months since 1 April 2016, and the table begins in June 2009.
    let on = |date: &str, fields: Value| with(claim(fields), "/assessed_on", json!(date));
    assert_eq!(answer(&on("2016-04-01", agency(7, 12)))["garnishment"]["claims"][0]["due"], "20.00");
    assert_refused(&on("2016-03-31", agency(7, 12)), "number.range", &path("arrears_terms"));
    assert_eq!(answer(&on("2016-03-31", agency(6, 12)))["garnishment"]["claims"][0]["due"], "20.00");
    assert_eq!(named(&faults(&on("2009-05-31", json!({}))))[0].0, "law.before_coverage");
}

/// D. 212-1-24: residual claims up to 500.00 are paid first, since July 2025.
#[test]
fn the_threshold_of_residual_claims_acts() {
    let sharing = |amount: &str| {
        garnished(
            "1500.00",
            json!([
                {"id": "small", "kind": "garnishment", "amount": amount},
                {"id": "large", "kind": "garnishment", "amount": "1500.00"}
            ]),
        )
    };
    let paid = |amount: &str| {
        let claims = answer(&sharing(amount))["garnishment"]["claims"].clone();
        (cents(&claims[0]["paid"]), cents(&claims[1]["paid"]))
    };
    // 234.76 is seizable of 1 500.00 in 2026: all for the small claim up to 500.00, a quarter above.
    assert_eq!(paid("499.99"), (23_476, 0));
    assert_eq!(paid("500.00"), (23_476, 0));
    // 23 476 x 50 001 / 200 001 = 5 869.088…: the cent left goes to the larger remainder.
    assert_eq!(paid("500.01"), (5_869, 17_607));
    let on = |date: &str| with(sharing("500.00"), "/assessed_on", json!(date));
    assert_eq!(named(&faults(&on("2025-06-30")))[0].0, "law.before_coverage");
    answer(&on("2025-07-01"));
}

/// Tables that no document reads yet: the book gives their values from their first day.
#[test]
fn lengths_and_rates_act_in_the_book() {
    let law = Law::read();
    let book = LawBook::builtin();
    let name = |result: Option<apurement::Error>| result.expect("refused").code().name();
    for (table, months) in [("plan_length", 84), ("suspension_length", 24)] {
        let on = |on| if table == "plan_length" { book.plan_length(on) } else { book.suspension_length(on) };
        let begins = law.0.table(table).expect("the table").covered_from;
        assert_eq!(begins, day(2016, 7, 1), "{table}");
        assert_eq!(on(begins).expect("months").value, &months, "{table}");
        assert_eq!(name(on(begins.pred_opt().expect("a day")).err()), "law.before_coverage", "{table}");
    }
    let mut last = None;
    for entry in &law.0.table("legal_interest").expect("the table").entries {
        let found = book.legal_interest(entry.from);
        let Some(law_values::Value::LegalInterest(rates)) = &entry.value else {
            assert_eq!(name(found.err()), "law.unknown_value", "{}", entry.from);
            last = None;
            continue;
        };
        let told = |on| {
            let found = book.legal_interest(on).expect("rates");
            [found.value.individuals.to_string(), found.value.others.to_string()]
        };
        let written = [String::from(rates.individuals), String::from(rates.others)];
        assert_eq!(told(entry.from), written, "{}", entry.from);
        if let Some(last) = &last {
            assert_eq!(&told(entry.from.pred_opt().expect("a day")), last, "the day before {}", entry.from);
        }
        last = Some(written);
    }
}

/// A table that is added needs a test here.
#[test]
fn every_table_has_its_test() {
    let law = Law::read();
    let tables: Vec<&str> = law.0.tables.iter().map(|table| table.id.as_str()).collect();
    let tested = [
        "child_ages",
        "direct_payment",
        "expense_treatment",
        "garnishment_floor",
        "garnishment_scale",
        "legal_interest",
        "plan_length",
        "rent_surface",
        "residual_claims",
        "rsa_general",
        "rsa_mayotte",
        "rsa_overseas",
        "rsa_uplifts_general",
        "rsa_uplifts_mayotte",
        "suspension_length",
        "withholding_tax",
    ];
    assert_eq!(tables, tested);
    let kinds: Vec<&str> =
        <apurement::fr::law::ExpenseKind as apurement::vocabulary::Vocabulary>::WORDS.to_vec();
    let mut ours = KINDS.to_vec();
    let mut theirs = kinds;
    ours.sort_unstable();
    theirs.sort_unstable();
    assert_eq!(ours, theirs, "a kind of expense that is added needs a test here");
}
