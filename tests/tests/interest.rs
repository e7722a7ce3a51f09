//! Interest from day to day and statements of account: examples reckoned by hand, properties, and what is refused.

// Parts of requests are written in place, for one call.
#![allow(clippy::needless_pass_by_value)]

mod common;

use apurement::amortization::Imputation;
use apurement::fr::interest::{
    Compounding, CompoundingBasis, Cost, CreditorClass, DayCount, FileCourse, ImputedPayment, Increase,
    InterestClaim, InterestTerms, PaymentReceived, PrincipalPart, RateChange, Span, Statement, TermsKind,
    exact_legal_interest,
};
use apurement::fr::{self, interest};
use apurement::rounding::{Rounding, round};
use apurement::{Error, Fraction, LawBook, Money, Rate};
use chrono::{Datelike, Days, NaiveDate};
use common::{advisories, answer, assert_refused, cents, day, faults, named, request, under, with};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use CreditorClass::{Individuals, Others};
use DayCount::{Actual366, Exact365};

fn euros(text: &str) -> Money {
    text.parse().expect("an amount")
}

fn legal(
    principal: &str,
    class: CreditorClass,
    (from, until): (NaiveDate, NaiveDate),
    day_count: DayCount,
) -> Result<(String, Fraction), Error> {
    let book = LawBook::builtin();
    let interest = fr::legal_interest(book, euros(principal), class, from, until, day_count)?;
    let exact = exact_legal_interest(book, euros(principal), class, from, until, day_count)?;
    Ok((interest.to_string(), exact))
}

fn fraction(numerator: i128, denominator: i128) -> Fraction {
    Fraction::new(numerator, denominator).expect("a fraction")
}

/// 10 000.00 over 2024: 182 days at 5.07 % and 184 at 4.92 %, that is 100 x (922.74 + 905.28) / 365 = 182 802 / 365.
#[test]
fn each_half_year_has_its_rate() {
    let year = (day(2024, 1, 1), day(2025, 1, 1));
    assert_eq!(legal("10000.00", Others, year, Exact365).unwrap(), ("500.83".into(), fraction(182_802, 365)));
    assert_eq!(
        legal("10000.00", Others, year, Actual366).unwrap(),
        ("499.46".into(), fraction(182_802, 366))
    );
    // 182 days at 8.01 % and 184 at 8.16 %: 100 x (1457.82 + 1501.44) / 365.
    assert_eq!(
        legal("10000.00", Individuals, year, Exact365).unwrap(),
        ("810.76".into(), fraction(295_926, 365))
    );
}

/// 10 days at 0.04 % whoever the creditor, then 10 at 4.06 % or at 0.93 %.
#[test]
fn the_two_classes_begin_in_2015() {
    let border = (day(2014, 12, 22), day(2015, 1, 11));
    assert_eq!(legal("1000.00", Individuals, border, Exact365).unwrap(), ("1.12".into(), fraction(410, 365)));
    assert_eq!(legal("1000.00", Others, border, Exact365).unwrap(), ("0.27".into(), fraction(97, 365)));
}

/// 36 500.00 at 5.07 %: 5.07 a day of 1/365. On 31 December 2023 the rate is 4.22 %.
#[test]
fn the_29th_of_february_is_a_day() {
    let february = (day(2024, 2, 28), day(2024, 3, 1));
    assert_eq!(legal("36500.00", Others, february, Exact365).unwrap().0, "10.14");
    // 36 500 x 5.07 % x 2 / 366 = 3701.1 / 366 = 10.1123
    assert_eq!(
        legal("36500.00", Others, february, Actual366).unwrap(),
        ("10.11".into(), fraction(37_011, 3660))
    );
    let new_year = (day(2023, 12, 31), day(2024, 1, 2));
    assert_eq!(legal("36500.00", Others, new_year, Exact365).unwrap().0, "9.29");
    // 4.22 + 1850.55 / 366 = 4.22 + 5.0561
    assert_eq!(legal("36500.00", Others, new_year, Actual366).unwrap().0, "9.28");
}

#[test]
fn the_law_is_never_guessed() {
    let name = |from, until| legal("100.00", Others, (from, until), Exact365).unwrap_err();
    assert_eq!(name(day(1999, 12, 31), day(2000, 1, 2)).code().name(), "law.before_coverage");
    assert_eq!(name(day(2026, 12, 31), day(2027, 1, 2)).code().name(), "law.unknown_value");
    assert_eq!(name(day(2024, 1, 2), day(2024, 1, 1)).code().name(), "date.before");
    assert!(legal("100.00", Others, (day(2026, 12, 31), day(2027, 1, 1)), Exact365).is_ok());
    // No day at all needs no rate.
    assert_eq!(
        legal("100.00", Others, (day(2030, 1, 1), day(2030, 1, 1)), Exact365).unwrap(),
        ("0.00".into(), Fraction::ZERO)
    );
    let negative = fr::legal_interest(
        LawBook::builtin(),
        euros("-1.00"),
        Others,
        day(2024, 1, 1),
        day(2024, 2, 1),
        Exact365,
    );
    assert_eq!(negative.unwrap_err().code().name(), "amount.negative");
}

/// A claim at the legal rate for the class `others`.
fn claim(principal: &str, from: &str, until: &str) -> Value {
    json!({
        "id": "claim", "principal": [{"amount": principal, "from": from}],
        "rate": {"kind": "legal", "class": "others"}, "until": until
    })
}

fn asked(claim: Value) -> Value {
    request(json!({"assessed_on": "2026-06-30", "interest": [claim]}))
}

/// The statement of one claim, whose totals must balance.
#[track_caller]
fn statement(claim: Value) -> Value {
    let statement = answer(&asked(claim))["interest"][0].clone();
    balanced(&statement);
    statement
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

#[track_caller]
fn balanced(statement: &Value) {
    let sum = |rows: &Value, field: &str| -> i128 { list(rows).iter().map(|row| cents(&row[field])).sum() };
    let at = |pointer: &str| cents(statement.pointer(pointer).expect("a field"));
    assert_eq!(sum(&statement["lines"], "interest"), at("/interest/accrued"), "{statement}");
    for (part, charged) in [("principal", "start"), ("costs", "start"), ("interest", "accrued")] {
        let of = |field: &str| at(&format!("/{part}/{field}"));
        assert_eq!(of(charged) - of("paid"), of("left"), "{statement}");
        assert!(of("left") >= 0, "{statement}");
        assert_eq!(of("paid"), sum(&statement["payments"], part), "{statement}");
    }
    let left = at("/principal/left") + at("/costs/left") + at("/interest/left");
    assert_eq!(at("/total_due"), left, "{statement}");
    for payment in list(&statement["payments"]) {
        let parts = ["costs", "interest", "principal", "overpaid"];
        let whole: i128 = parts.iter().map(|part| cents(&payment[*part])).sum();
        assert_eq!(cents(&payment["amount"]), whole, "{payment}");
    }
    let mut from = &statement["from"];
    for line in list(&statement["lines"]) {
        assert_eq!(&line["from"], from, "every day is in one line: {statement}");
        let (first, end) = (date(&line["from"]), date(&line["to"]));
        assert_eq!((end - first).num_days(), line["days"].as_i64().expect("days"));
        from = &line["to"];
    }
    assert_eq!(from, &statement["until"], "{statement}");
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().expect("a day").parse().expect("a day")
}

/// The lines as first day, days, base, rate, kind and interest.
fn lines(statement: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = ["from", "days", "base", "rate", "rate_kind", "interest"];
    list(&statement["lines"]).iter().map(|line| fields.map(|field| text(&line[field])).join(" ")).collect()
}

/// 101 days at 5.07 %, then 81 at 10.07 %, from the day after the two months: 100 x (512.07 + 815.67) / 365 = 363.764.
#[test]
fn five_points_are_added_after_two_months() {
    let whole = with(
        claim("10000.00", "2024-01-01", "2024-07-01"),
        "/increase",
        json!({"enforceable_on": "2024-02-10"}),
    );
    let told = statement(whole.clone());
    // 512.07 / 3.65 = 140.293 and 815.67 / 3.65 = 223.471: the cent left goes to the larger remainder.
    assert_eq!(
        lines(&told),
        ["2024-01-01 101 10000.00 5.07 legal 140.29", "2024-04-11 81 10000.00 10.07 legal_increased 223.47"]
    );
    assert_eq!(told["exact_interest"], "132774/365");
    // A judgment of adjudication: four months, to 10 June.
    let auction = statement(with(whole.clone(), "/increase/auction", json!(true)));
    assert_eq!(auction["lines"][1]["from"], "2024-06-11");
    // Exempted from 1 May on; with an end, only until then.
    let exempted = with(whole.clone(), "/increase/exempted_from", json!("2024-05-01"));
    let rates = |claim: Value| -> Vec<String> {
        list(&statement(claim)["lines"])
            .iter()
            .map(|line| format!("{} {}", line["from"], line["rate"]))
            .collect()
    };
    let shown = |rates: &[(&str, &str)]| -> Vec<String> {
        rates.iter().map(|(from, rate)| format!("{from:?} {rate:?}")).collect()
    };
    let (start, increased) = (("2024-01-01", "5.07"), ("2024-04-11", "10.07"));
    assert_eq!(rates(exempted.clone()), shown(&[start, increased, ("2024-05-01", "5.07")]));
    let back = with(exempted, "/increase/exempted_until", json!("2024-06-01"));
    assert_eq!(rates(back), shown(&[start, increased, ("2024-05-01", "5.07"), ("2024-06-01", "10.07")]));
    // Brought down to two points from a day on, or from the start.
    let reduced = with(whole.clone(), "/increase/reduced_points", json!("2.00"));
    assert_eq!(rates(reduced.clone()), shown(&[start, ("2024-04-11", "7.07")]));
    let later = with(reduced, "/increase/reduced_from", json!("2024-06-01"));
    assert_eq!(rates(later), shown(&[start, increased, ("2024-06-01", "7.07")]));
    // The title on an unpaid cheque is no decision of a court.
    assert_eq!(rates(with(whole, "/increase/title", json!("unpaid_cheque"))), shown(&[start]));
}

/// On 31 December two months go to the last day of February.
#[test]
fn the_two_months_end_on_the_last_day_of_a_short_month() {
    let increase = json!({"enforceable_on": "2023-12-31"});
    let told = statement(with(claim("100.00", "2024-01-01", "2024-06-30"), "/increase", increase));
    assert_eq!(told["lines"][1]["from"], "2024-03-01");
}

/// 3 650.00 at 10.07 %: 1.007 a day. From the withholding on, 365.00 bear no increase: 0.05 less a day.
#[test]
fn withheld_sums_bear_no_increase() {
    let mut whole = claim("3650.00", "2024-03-02", "2024-04-01");
    whole["increase"] = json!({"enforceable_on": "2024-01-01"});
    whole["payments"] = json!([{"on": "2024-03-22", "amount": "365.00", "withheld_on": "2024-03-12"}]);
    let told = statement(whole.clone());
    // 20 x 1.007 - 10 x 0.05 = 19.64 is settled; 345.36 pay principal; 3 304.64 x 10.07 % x 10 / 365 = 9.1172.
    assert_eq!(
        lines(&told),
        [
            "2024-03-02 10 3650.00 10.07 legal_increased 10.07",
            "2024-03-12 10 3650.00 10.07 legal_increased 9.57",
            "2024-03-22 10 3304.64 10.07 legal_increased 9.12"
        ]
    );
    assert_eq!(told["lines"][1]["withheld"], "365.00");
    assert!(told["lines"][0].get("withheld").is_none() && told["lines"][2].get("withheld").is_none());
    assert_eq!(
        (&told["payments"][0]["interest"], &told["payments"][0]["principal"]),
        (&json!("19.64"), &json!("345.36"))
    );
    assert_eq!(told["total_due"], "3313.76");
    // Withheld and not paid out yet at the end: the payment is not in the statement, its effect is.
    let waiting = statement(with(whole.clone(), "/until", json!("2024-03-15")));
    assert_eq!(list(&waiting["payments"]), [] as [Value; 0]);
    assert_eq!(waiting["interest"]["accrued"], "12.94", "13 x 1.007 - 3 x 0.05 = 12.941");
    // Principal first, as the judge may decide (CPCE L. 212-13): 3 285.00 x 10.07 % x 10 / 365 = 9.063.
    let decided = statement(with(whole, "/imputation", json!("principal_first")));
    assert_eq!(decided["payments"][0]["principal"], "365.00");
    assert_eq!((&decided["interest"]["left"], &decided["total_due"]), (&json!("28.70"), &json!("3313.70")));
}

/// 1 000.00 at 10 % from 1 January 2020: 100.2740 in the leap year, then 110.027 with what was capitalised.
#[test]
fn interest_bears_interest_only_where_it_is_said() {
    let simple = json!({
        "id": "claim", "principal": [{"amount": "1000.00", "from": "2020-01-01"}],
        "rate": {"kind": "contract", "percent": "10"}, "until": "2022-01-01"
    });
    assert_eq!(statement(simple.clone())["interest"]["accrued"], "200.27");
    assert!(statement(simple.clone()).get("capitalised").is_none());
    let whole = with(simple, "/compounding", json!({"basis": "judgment", "from": "2020-01-01"}));
    let told = statement(whole.clone());
    assert_eq!(
        lines(&told),
        ["2020-01-01 366 1000.00 10 contract 100.27", "2021-01-01 365 1100.27 10 contract 110.03"]
    );
    assert_eq!(
        told["capitalised"],
        json!([{"on": "2021-01-01", "amount": "100.27"}, {"on": "2022-01-01", "amount": "110.03"}])
    );
    // Less than a whole year: nothing.
    assert!(statement(with(whole.clone(), "/until", json!("2020-12-31"))).get("capitalised").is_none());
    // 60.27 of the year is unpaid at its end: only that is capitalised. On the very day, a payment comes first.
    let paid = with(whole, "/payments", json!([{"on": "2021-01-01", "amount": "40.00"}]));
    assert_eq!(statement(paid)["capitalised"][0]["amount"], "60.27");
}

/// Interest of before the day from which years are counted never becomes a base.
#[test]
fn only_whole_years_from_the_day_stated_are_capitalised() {
    let told = statement(json!({
        "id": "claim", "principal": [{"amount": "1000.00", "from": "2021-01-01"}],
        "rate": {"kind": "contract", "percent": "3.65"}, "until": "2023-01-01",
        "compounding": {"basis": "contract", "from": "2021-07-02"}
    }));
    // 0.10 a day: 18.20 before, 36.50 in the year.
    assert_eq!(told["capitalised"], json!([{"on": "2022-07-02", "amount": "36.50"}]));
    assert_eq!(told["lines"][0]["interest"], "18.20");
}

/// Costs, then interest, then principal; what is due later is not paid early, and too much is shown.
#[test]
fn a_payment_pays_what_is_due_on_its_day() {
    let whole = json!({
        "id": "claim", "rate": {"kind": "contract", "percent": "3.65"}, "until": "2023-03-02",
        "principal": [{"amount": "500.00", "from": "2023-02-10"}, {"amount": "1000.00", "from": "2023-01-01"}],
        "costs": [{"amount": "30.00", "on": "2023-01-05"}, {"amount": "45.00", "on": "2023-02-01"}],
        "payments": [{"on": "2023-01-31", "amount": "1040.00"}, {"on": "2023-01-11", "amount": "20.50"}]
    });
    let told = statement(whole.clone());
    let row = |place: usize| -> Vec<String> {
        ["on", "costs", "interest", "principal", "overpaid"]
            .map(|field| told["payments"][place][field].as_str().expect("text").to_owned())
            .to_vec()
    };
    // 1.00 on 11 January, after 20.50 of costs; then 10 + 20 days at 0.10: 3.00, and 9.50 of costs.
    assert_eq!(row(0), ["2023-01-11", "20.50", "0.00", "0.00", "0.00"]);
    assert_eq!(row(1), ["2023-01-31", "9.50", "3.00", "1000.00", "27.50"]);
    // 20 days of 500.00 at 0.05.
    assert_eq!(told["total_due"], "546.00");
    let decided = statement(with(whole, "/imputation", json!("principal_first")));
    assert_eq!(decided["payments"][0]["principal"], "20.50");
    assert_eq!(decided["payments"][1]["principal"], "979.50");
}

/// The total is rounded once: three thirds of a cent are a cent, wherever it is shown.
#[test]
fn one_rounding_for_the_whole_statement() {
    let told = statement(json!({
        "id": "claim", "rate": {"kind": "contract", "percent": "3.65"}, "until": "2023-01-04",
        "principal": [
            {"amount": "33.00", "from": "2023-01-01"}, {"amount": "0.50", "from": "2023-01-02"},
            {"amount": "0.50", "from": "2023-01-03"}
        ]
    }));
    // 0.0033 + 0.00335 + 0.0034 = 0.01005.
    assert_eq!(told["interest"]["accrued"], "0.01");
    assert_eq!(told["exact_interest"], "201/20000");
    assert_eq!(told["lines"][2]["interest"], "0.01", "the largest remainder");
}

/// A lower rate after a garnishment, then none.
#[test]
fn decisions_change_the_rate() {
    let mut whole = claim("36500.00", "2024-01-01", "2024-01-31");
    whole["changes"] = json!([{"from": "2024-01-11", "kind": "contract", "percent": "2"}, {"from": "2024-01-21", "kind": "none"}]);
    assert_eq!(
        lines(&statement(whole.clone())),
        [
            "2024-01-01 10 36500.00 5.07 legal 50.70",
            "2024-01-11 10 36500.00 2 decided 20.00",
            "2024-01-21 10 36500.00 0 none 0.00"
        ]
    );
    whole["changes"][1] = json!({"from": "2024-01-21", "kind": "legal", "class": "individuals"});
    assert_eq!(statement(whole)["lines"][2]["rate"], "8.01");
}

#[test]
fn the_next_day_is_told_before_it_is_rounded() {
    let told = statement(claim("36500.00", "2026-06-01", "2026-07-01"));
    assert_eq!(told["next_day_interest"], "2.75");
    let last = statement(claim("36500.00", "2026-06-01", "2027-01-01"));
    assert!(last.get("next_day_interest").is_none(), "the rate of 2027 is not known");
}

#[test]
fn an_overlay_carries_the_statement_into_2027() {
    let whole = asked(claim("36500.00", "2026-12-31", "2027-01-02"));
    assert_refused(&whole, "law.unknown_value", "interest[0]");
    let accepted = with(whole.clone(), "/law", json!({"accept_unverified": true}));
    assert_refused(&accepted, "law.unknown_value", "interest[0]");
    let rates = json!({"legal_interest": [{"from": "2027-01-01", "individuals": "6.50", "others": "2.50"}]});
    let next = under(whole, "arrêté of December 2026", rates.clone());
    let told = answer(&next);
    assert_eq!(told["interest"][0]["interest"]["accrued"], "5.25");
    assert!(advisories(&told).contains(&"law.overlay".into()));
    // It is a rate of one half-year.
    let later = under(asked(claim("36500.00", "2027-06-30", "2027-07-02")), "the same", rates);
    assert_refused(&later, "law.unknown_value", "interest[0]");
}

#[test]
fn what_few_sources_say_is_told() {
    let told = answer(&asked(claim("1000.00", "2026-07-01", "2026-08-01")));
    assert!(advisories(&told).contains(&"law.few_sources".into()));
    assert!(advisories(&answer(&asked(claim("1000.00", "2024-07-01", "2024-08-01")))).is_empty());
}

#[test]
fn the_day_count_is_a_convention() {
    let whole = asked(claim("36600.00", "2024-01-01", "2024-01-11"));
    assert_eq!(answer(&whole)["conventions"]["day_count"], "exact_365");
    let other = answer(&with(whole, "/conventions", json!({"day_count": "actual_366"})));
    assert_eq!(other["conventions"]["day_count"], "actual_366");
    assert_eq!(other["interest"][0]["day_count"], "actual_366");
    assert_eq!(other["interest"][0]["interest"]["accrued"], "50.70");
}

#[test]
fn every_fault_of_a_claim_is_told_at_once() {
    let found = faults(&asked(json!({
        "id": "claim", "principal": [{"amount": "0.00", "from": "2024-03-01"}],
        "costs": [{"amount": "1.00", "on": "2024-02-01"}],
        "rate": {"kind": "legal", "percent": "3"},
        "changes": [
            {"from": "2024-05-01", "kind": "contract"}, {"from": "2024-05-01", "kind": "none", "class": "others"}
        ],
        "increase": {"enforceable_on": "2024-01-01", "reduced_from": "2024-05-01", "exempted_until": "2024-05-01"},
        "payments": [
            {"on": "2024-02-29", "amount": "5.00"}, {"on": "2024-07-02", "amount": "0.00"},
            {"on": "2024-06-01", "amount": "5.00", "withheld_on": "2024-06-02"}
        ],
        "compounding": {"basis": "contract", "from": "2024-01-01"},
        "plan_rate": "1.00", "until": "2024-07-01"
    })));
    let expected = [
        ("date.order", "interest[0].changes[1].from"),
        ("field.missing", "interest[0].changes[0].percent"),
        ("field.not_applicable", "interest[0].changes[1].class"),
        ("date.before", "interest[0].compounding.from"),
        ("date.before", "interest[0].costs[0].on"),
        ("field.missing", "interest[0].increase.exempted_from"),
        ("field.missing", "interest[0].increase.reduced_points"),
        ("date.before", "interest[0].payments[0].on"),
        ("amount.zero", "interest[0].payments[1].amount"),
        ("date.after", "interest[0].payments[1].on"),
        ("date.after", "interest[0].payments[2].withheld_on"),
        ("field.not_applicable", "interest[0].plan_rate"),
        ("amount.zero", "interest[0].principal[0].amount"),
        ("field.missing", "interest[0].rate.class"),
    ];
    let mut found: Vec<(String, String)> = named(&found);
    let mut expected = expected.map(|(name, path)| (name.to_owned(), path.to_owned())).to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn what_does_not_hold_together_is_refused() {
    let whole = || claim("100.00", "2024-01-01", "2024-07-01");
    let refused = |claim: Value, name: &str, path: &str| {
        assert_refused(&asked(claim), name, &format!("interest[0]{path}"));
    };
    refused(with(whole(), "/principal", json!([])), "field.missing", ".principal");
    refused(with(whole(), "/until", json!("2023-12-31")), "date.before", ".until");
    refused(with(whole(), "/until", json!("2124-01-02")), "interest.span", ".until");
    refused(with(whole(), "/rate", json!({"kind": "contract"})), "field.missing", ".rate.percent");
    refused(with(whole(), "/rate/kind", json!("usury")), "field.value", ".rate.kind");
    let none = with(whole(), "/rate", json!({"kind": "none"}));
    assert_eq!(statement(none.clone())["interest"]["accrued"], "0.00");
    let increased = with(none, "/increase", json!({"enforceable_on": "2024-01-01"}));
    refused(increased.clone(), "field.not_applicable", ".increase");
    let above = json!({"enforceable_on": "2024-01-01", "reduced_points": "5.01"});
    refused(with(whole(), "/increase", above), "number.range", ".increase.reduced_points");
    let backwards = json!({"enforceable_on": "2024-01-01", "exempted_from": "2024-03-01", "exempted_until": "2024-02-01"});
    refused(with(whole(), "/increase", backwards), "date.before", ".increase.exempted_until");
    let later = json!([{"amount": "100.00", "from": "2024-07-02"}, {"amount": "1.00", "from": "2024-01-01"}]);
    refused(with(whole(), "/principal", later), "date.after", ".principal[0].from");
    refused(claim("100.00", "1999-12-31", "2000-02-01"), "law.before_coverage", "");
}

/// Sums that no account ever reaches are refused, not wrapped.
#[test]
fn overflow_is_an_error() {
    let large = json!({"amount": "90071992547409.91", "from": "2024-01-01"});
    let whole = json!({
        "id": "claim", "principal": [large, large], "rate": {"kind": "legal", "class": "others"}, "until": "2024-07-01"
    });
    assert_refused(&asked(whole), "arithmetic.overflow", "interest[0]");
    let fine = json!({
        "id": "claim", "principal": [large], "until": "2124-01-01",
        "rate": {"kind": "contract", "percent": "999.9999999999999999"}
    });
    assert_refused(&asked(fine), "arithmetic.overflow", "interest[0]");
}

#[test]
fn interest_alone_is_a_request() {
    let told = answer(&asked(claim("100.00", "2024-01-01", "2024-07-01")));
    assert!(told.get("capacity").is_none() && told.get("household").is_none());
    let wanted = with(asked(claim("100.00", "2024-01-01", "2024-07-01")), "/want", json!(["interest"]));
    assert_eq!(answer(&wanted)["interest"], told["interest"]);
    let without =
        request(json!({"want": ["interest"], "debts": [{"id": "tax", "kind": "tax", "principal": "1.00"}]}));
    assert_refused(&without, "field.missing", "interest");
    // Until the day of assessment when nothing else is said.
    let mut silent = claim("100.00", "2026-06-20", "2026-06-30");
    silent.as_object_mut().expect("a claim").remove("until");
    assert_eq!(statement(silent)["until"], "2026-06-30");
}

// ---- the events of the file

fn listed(events: Value, fields: Value) -> Value {
    let mut claim = json!({
        "id": "claim", "listed": true, "principal": [{"amount": "1000.00", "from": "2025-01-01"}],
        "rate": {"kind": "contract", "percent": "3.65"}, "until": "2026-04-01"
    });
    common::object(&mut claim).extend(fields.as_object().expect("fields").clone());
    with(asked(claim), "/events", events)
}

fn told(request: Value) -> Vec<String> {
    let statement = answer(&request)["interest"][0].clone();
    balanced(&statement);
    lines(&statement)
}

/// 0.10 a day by the contract, nothing from admissibility, 0.05 under the measures, 0.10 again once they lapsed.
#[test]
fn the_file_governs_the_rate_of_its_claims() {
    let mut events = json!([
        {"kind": "file_deposited", "on": "2025-01-10"}, {"kind": "orientation_decided", "on": "2025-03-03"},
        {"kind": "admissibility_decided", "on": "2025-03-03"},
        {"kind": "measures_effective", "on": "2025-09-01", "months": 24}, {"kind": "plan_lapsed", "on": "2026-02-01"}
    ]);
    let plan_rate = json!({"plan_rate": "1.825"});
    let expected = [
        "2025-01-01 61 1000.00 3.65 contract 6.10",
        "2025-03-03 182 1000.00 0 suspended 0.00",
        "2025-09-01 153 1000.00 1.825 plan 7.65",
        "2026-02-01 59 1000.00 3.65 contract 5.90",
    ];
    assert_eq!(told(listed(events.clone(), plan_rate.clone())), expected);
    // Nobody said how long the measures last: the lapse ends them all the same.
    common::object(&mut events[3]).remove("months");
    assert_eq!(told(listed(events.clone(), plan_rate.clone())), expected);
    // No rate was left: none.
    assert_eq!(told(listed(events.clone(), json!({})))[2], "2025-09-01 153 1000.00 0 plan 0.00");
    // Measures of three months that ran to their end.
    events[3] = json!({"kind": "measures_effective", "on": "2025-09-01", "months": 3});
    assert_eq!(told(listed(events.clone(), plan_rate))[3], "2025-12-01 121 1000.00 3.65 contract 12.10");
    // A claim that is not in the file does not follow it.
    assert_eq!(
        told(listed(events.clone(), json!({"listed": false}))),
        ["2025-01-01 455 1000.00 3.65 contract 45.50"]
    );
    // The increase stops with the interest, and never joins the rate of the measures.
    let increased = json!({
        "rate": {"kind": "legal", "class": "others"}, "increase": {"enforceable_on": "2024-01-01"}, "plan_rate": "1.00"
    });
    let kinds: Vec<String> = told(listed(events, increased))
        .iter()
        .map(|line| line.split(' ').nth(4).expect("a kind").to_owned())
        .collect();
    assert_eq!(kinds, ["legal_increased", "suspended", "plan", "legal_increased", "legal_increased"]);
}

/// 2.62 % in the first half of 2026 for other creditors: imposed measures leave no more (C. conso. L. 733-1, 3°), an agreed
/// plan may.
#[test]
fn a_rate_above_the_legal_one_is_told_of_imposed_measures() {
    let told = |decided: &str, fields: Value| {
        let events =
            json!([{"kind": decided, "on": "2026-01-12"}, {"kind": "plan_effective", "on": "2026-02-28"}]);
        advisories(&answer(&listed(events, fields)))
    };
    let above = ["interest.plan_rate_above_legal"];
    assert_eq!(told("measures_imposed", json!({"plan_rate": "2.63"})), above);
    assert_eq!(told("measures_ordered", json!({"plan_rate": "2.63"})), above);
    assert!(told("measures_imposed", json!({"plan_rate": "2.62"})).is_empty());
    assert!(told("plan_approved", json!({"plan_rate": "2.63"})).is_empty());
    assert!(told("measures_imposed", json!({})).is_empty());
    let individual = json!({"kind": "contract", "percent": "3.65", "class": "individuals"});
    assert!(told("measures_imposed", json!({"plan_rate": "2.63", "rate": individual})).is_empty());
}

/// The plan begins on the last day of the month after the letter, at the latest (C. conso. R. 732-1).
#[test]
fn a_plan_without_a_day_begins_by_its_letter() {
    let events = json!([
        {"kind": "admissibility_decided", "on": "2025-02-01"}, {"kind": "plan_approval_letter", "on": "2025-03-10"}
    ]);
    assert_eq!(
        told(listed(events, json!({}))),
        [
            "2025-01-01 31 1000.00 3.65 contract 3.10",
            "2025-02-01 88 1000.00 0 suspended 0.00",
            "2025-04-30 336 1000.00 0 plan 0.00"
        ]
    );
}

/// 3 650.00 at 10 %: 1.00 a day; from the fourth month after the deposit to the sixth, 3.71 % then 2.76 % of the legal rate.
#[test]
fn a_late_commission_reduces_the_rate_of_loans() {
    let deposited = json!([{"kind": "file_deposited", "on": "2025-01-10"}]);
    let loan = |percent: &str| {
        json!({
            "principal": [{"amount": "3650.00", "from": "2025-04-01"}], "until": "2025-07-21",
            "rate": {"kind": "contract", "percent": percent}
        })
    };
    assert_eq!(
        told(listed(deposited.clone(), loan("10"))),
        [
            "2025-04-01 10 3650.00 10 contract 10.00",
            "2025-04-11 81 3650.00 3.71 window 30.05",
            "2025-07-01 10 3650.00 2.76 window 2.76",
            "2025-07-11 10 3650.00 10 contract 10.00"
        ]
    );
    // It never raises a lower rate.
    assert_eq!(told(listed(deposited.clone(), loan("2"))), ["2025-04-01 111 3650.00 2 contract 22.20"]);
    // The class of the creditor stays the claim's when a decision sets the rate.
    let mut lender = loan("12");
    lender["rate"]["class"] = json!("individuals");
    lender["changes"] = json!([{"from": "2025-04-01", "kind": "contract", "percent": "10"}]);
    assert_eq!(told(listed(deposited.clone(), lender))[1], "2025-04-11 81 3650.00 7.21 window 58.40");
    // Decided in time: nothing happens.
    let mut decided = deposited.clone();
    decided.as_array_mut().expect("events").push(json!({"kind": "orientation_decided", "on": "2025-04-10"}));
    assert_eq!(told(listed(decided, loan("10"))).len(), 1);
    // A claim at the legal rate is no loan.
    let mut judgment = loan("10");
    judgment["rate"] = json!({"kind": "legal", "class": "individuals"});
    assert!(told(listed(deposited, judgment)).iter().all(|line| line.contains(" legal ")));
}

#[test]
fn a_listed_claim_needs_the_events_of_its_file() {
    assert_refused(&listed(json!([]), json!({})), "field.missing", "events");
    let wrong = json!([{"kind": "admissibility_decided"}]);
    assert_refused(&listed(wrong, json!({})), "field.missing", "events[0].on");
}

// ---- properties

/// Days from 2015, when the two classes begin, to the last that is known.
fn days(from: i32, to: i32) -> impl Strategy<Value = NaiveDate> {
    let (first, last) = (day(from, 1, 1).num_days_from_ce(), day(to, 12, 31).num_days_from_ce());
    (first..=last).prop_map(|number| NaiveDate::from_num_days_from_ce_opt(number).expect("a day"))
}

fn amount(most: i64) -> impl Strategy<Value = Money> {
    (1..most).prop_map(|cents| Money::from_cents(cents).expect("in range"))
}

fn percent() -> impl Strategy<Value = Rate> {
    (0..2_500_i64, 2..=4_u32)
        .prop_map(|(number, decimals)| Rate::from_percent(Decimal::new(number, decimals)).expect("a rate"))
}

fn terms() -> impl Strategy<Value = InterestTerms> {
    let legal = prop_oneof![Just(Individuals), Just(Others)].prop_map(|class| InterestTerms {
        kind: TermsKind::Legal,
        class: Some(class),
        percent: None,
    });
    let own = percent().prop_map(|percent| InterestTerms {
        kind: TermsKind::Contract,
        class: None,
        percent: Some(percent),
    });
    let none = Just(InterestTerms { kind: TermsKind::None, class: None, percent: None });
    prop_oneof![4 => legal, 4 => own, 1 => none]
}

fn day_counts() -> impl Strategy<Value = DayCount> {
    prop_oneof![Just(Exact365), Just(Actual366)]
}

/// A claim of some parts, whose payments and decisions fall anywhere in it.
fn claims() -> impl Strategy<Value = InterestClaim> {
    let parts = vec((amount(2_000_000), days(2015, 2021)), 1..4);
    let costs = vec((amount(50_000), days(2015, 2026)), 0..3);
    let payments = vec((amount(900_000), days(2015, 2026), 0..90_u64), 0..5);
    let changes = vec((days(2015, 2026), terms()), 0..3);
    let increase = option::of((days(2014, 2026), option::of(0..=500_i64), option::of(days(2015, 2026))));
    let rest = (any::<bool>(), option::of(0..2000_u64), days(2022, 2026));
    (parts, costs, terms(), changes, increase, payments, rest).prop_map(
        |(parts, costs, rate, changes, increase, payments, (principal_first, compounding, until))| {
            let mut claim = InterestClaim::new("claim", parts[0].0, parts[0].1, rate);
            claim.principal =
                parts.into_iter().map(|(amount, from)| PrincipalPart { amount, from }).collect();
            let first = claim.first_day().expect("a day");
            let within = |on: NaiveDate| on.clamp(first, until);
            claim.costs = costs.into_iter().map(|(amount, on)| Cost { amount, on: within(on) }).collect();
            claim.payments = payments
                .into_iter()
                .map(|(amount, on, ago)| {
                    let on = within(on);
                    PaymentReceived { on, amount, withheld_on: on.checked_sub_days(Days::new(ago)) }
                })
                .collect();
            claim.changes = changes
                .into_iter()
                .map(|(from, terms)| RateChange {
                    from,
                    kind: terms.kind,
                    class: terms.class,
                    percent: terms.percent,
                })
                .collect();
            claim.changes.sort_by_key(|change| change.from);
            claim.changes.dedup_by_key(|change| change.from);
            let mut kinds = claim.changes.iter().map(|change| change.kind).chain([rate.kind]);
            if kinds.any(|kind| kind == TermsKind::Legal) {
                claim.increase = increase.map(|(enforceable_on, points, exempted_from)| Increase {
                    reduced_points: points
                        .map(|points| Rate::from_percent(Decimal::new(points, 2)).expect("a rate")),
                    exempted_from,
                    ..Increase::after(enforceable_on)
                });
            }
            claim.imputation =
                if principal_first { Imputation::PrincipalFirst } else { Imputation::InterestFirst };
            claim.compounding = compounding.map(|after| Compounding {
                basis: CompoundingBasis::Judgment,
                from: first.checked_add_days(Days::new(after)).expect("a day"),
            });
            claim.until = Some(until);
            claim
        },
    )
}

fn drawn(claim: &InterestClaim, course: &FileCourse, day_count: DayCount) -> Statement {
    assert_eq!(claim.faults(day(2026, 12, 31)), []);
    let until = claim.until.expect("an end");
    interest::statement(LawBook::builtin(), claim, course, until, day_count).expect("a statement").0
}

fn total(amounts: impl IntoIterator<Item = Money>) -> Money {
    Money::total(amounts).expect("in range")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Splitting a period changes nothing before the rounding.
    #[test]
    fn legal_interest_is_additive(
        cents in 0..5_000_000_000_i64, one in days(2000, 2026), two in days(2000, 2026), three in days(2000, 2026),
        individuals in any::<bool>(), day_count in day_counts()
    ) {
        let mut order = [one, two, three];
        order.sort();
        let class = if individuals { Individuals } else { Others };
        let principal = Money::from_cents(cents).expect("in range");
        let exact = |from, until| {
            exact_legal_interest(LawBook::builtin(), principal, class, from, until, day_count).expect("interest")
        };
        let whole = exact(order[0], order[2]);
        prop_assert_eq!(exact(order[0], order[1]).plus(exact(order[1], order[2])).expect("a sum"), whole);
        let rounded = fr::legal_interest(LawBook::builtin(), principal, class, order[0], order[2], day_count);
        prop_assert_eq!(rounded.expect("interest"), round(whole, Rounding::HalfUp).expect("in range"));
        // A statement of the same claim says the same.
        let terms = InterestTerms { kind: TermsKind::Legal, class: Some(class), percent: None };
        let mut claim = InterestClaim::new("claim", principal, order[0], terms);
        claim.until = Some(order[2]);
        if cents > 0 {
            prop_assert_eq!(drawn(&claim, &FileCourse::default(), day_count).exact_interest, whole);
        }
    }

    /// Lines, payments and totals balance whatever happens; the interest is the exact sum rounded once.
    #[test]
    fn a_statement_balances(claim in claims(), day_count in day_counts()) {
        let told = drawn(&claim, &FileCourse::default(), day_count);
        prop_assert_eq!(total(told.lines.iter().map(|line| line.interest)), told.interest.charged);
        prop_assert_eq!(round(told.exact_interest, Rounding::HalfUp).expect("in range"), told.interest.charged);
        let paid = |of: fn(&ImputedPayment) -> Money| total(told.payments.iter().map(of));
        for (owed, paid) in [
            (told.principal, paid(|payment| payment.principal)), (told.costs, paid(|payment| payment.costs)),
            (told.interest, paid(|payment| payment.interest)),
        ] {
            prop_assert_eq!(owed.paid, paid);
            prop_assert_eq!(owed.left.plus(owed.paid).expect("in range"), owed.charged);
            prop_assert!(!owed.left.is_negative());
        }
        prop_assert_eq!(total([told.principal.left, told.costs.left, told.interest.left]), told.total_due);
        prop_assert_eq!(told.principal.charged, total(claim.principal.iter().map(|part| part.amount)));
        prop_assert_eq!(told.payments.len(), claim.payments.len());
        for payment in &told.payments {
            let parts = [payment.costs, payment.interest, payment.principal, payment.overpaid];
            prop_assert_eq!(total(parts), payment.amount);
            prop_assert!(parts.iter().all(|part| !part.is_negative()));
        }
        let mut next = told.from;
        for line in &told.lines {
            prop_assert_eq!(line.from, next);
            prop_assert_eq!((line.to - line.from).num_days(), line.days);
            prop_assert!(line.days > 0 && line.withheld <= line.base && !line.interest.is_negative());
            next = line.to;
        }
        prop_assert_eq!(next, told.until);
    }

    /// Unless it was stated, interest bears none: the base is the principal that is due and unpaid.
    #[test]
    fn interest_bears_no_interest(claim in claims(), day_count in day_counts()) {
        let simple = InterestClaim { compounding: None, ..claim.clone() };
        let told = drawn(&simple, &FileCourse::default(), day_count);
        for line in &told.lines {
            let due = total(simple.principal.iter().filter(|part| part.from <= line.from).map(|part| part.amount));
            let paid = total(told.payments.iter().filter(|paid| paid.on <= line.from).map(|paid| paid.principal));
            prop_assert_eq!(line.base, due.minus(paid).expect("in range"));
        }
        // Where it was, it never lowers what is due.
        let compounded = drawn(&claim, &FileCourse::default(), day_count);
        prop_assert!(compounded.exact_interest >= told.exact_interest);
    }

    /// What pays principal first stops more interest than it leaves unpaid.
    #[test]
    fn principal_first_never_costs_more(claim in claims(), day_count in day_counts()) {
        let with = |imputation| {
            let claim = InterestClaim { imputation, compounding: None, ..claim.clone() };
            drawn(&claim, &FileCourse::default(), day_count)
        };
        let (principal, interest) = (with(Imputation::PrincipalFirst), with(Imputation::InterestFirst));
        prop_assert!(principal.exact_interest <= interest.exact_interest);
    }

    /// The months of a late commission and those of the procedure only ever lower the interest of a listed claim.
    #[test]
    fn the_file_never_raises_interest(
        claim in claims(), late in days(2015, 2026), length in 1..400_u64, admitted in days(2015, 2026),
        day_count in day_counts()
    ) {
        let claim = InterestClaim { listed: true, compounding: None, payments: Vec::new(), ..claim };
        let after = |from: NaiveDate| Span { from, until: from.checked_add_days(Days::new(length)) };
        let window = FileCourse { late_orientation: vec![after(late)], ..FileCourse::default() };
        let suspended = FileCourse { suspended: vec![after(admitted)], ..window.clone() };
        let [without, reduced, stopped] =
            [&FileCourse::default(), &window, &suspended].map(|course| drawn(&claim, course, day_count));
        prop_assert!(reduced.exact_interest <= without.exact_interest);
        prop_assert!(stopped.exact_interest <= reduced.exact_interest);
        let unlisted = InterestClaim { listed: false, ..claim };
        prop_assert!(drawn(&unlisted, &suspended, day_count) == without);
    }
}

/// Whatever the figures of a claim, it is answered or refused.
#[test]
fn extreme_claims_are_answered_or_refused() {
    for amount in ["0.01", "90071992547409.91"] {
        for percent in ["0", "0.0000000000000001", "1000", "999.999999999999999"] {
            for (from, until) in
                [("0000-01-01", "0000-01-01"), ("9899-12-31", "9999-12-31"), ("2024-02-29", "2124-02-29")]
            {
                for payment in ["0.01", "90071992547409.91"] {
                    let response = common::ask(&asked(json!({
                        "id": "claim", "principal": [{"amount": amount, "from": from}], "until": until,
                        "rate": {"kind": "contract", "percent": percent},
                        "compounding": {"basis": "contract", "from": from},
                        "payments": [{"on": from, "amount": payment}, {"on": until, "amount": payment, "withheld_on": from}]
                    })));
                    match response.get("errors") {
                        None => balanced(&response["interest"][0]),
                        Some(errors) => assert_eq!(errors[0]["name"], "arithmetic.overflow"),
                    }
                }
            }
        }
    }
}
