//! Plans and ways side by side: every row is what it would be alone, a row at fault leaves the others, sums balance.

mod common;

use common::page::{Page, report};
use common::{answer, assert_refused, cents, euros, lone, with};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: &[&str] = &[
    "housing_arrears",
    "energy_and_bills",
    "revolving_credit",
    "bank_loan",
    "tax",
    "maintenance",
    "court_fine",
    "pawn_loan",
    "other",
];

fn debts() -> impl Strategy<Value = Vec<Value>> {
    let debt =
        (prop::sample::select(KINDS), 1_000..900_000_i64, prop::option::weighted(0.4, 1..20_u32), 0..12_u32);
    vec(debt, 1..=9).prop_map(|debts| {
        let write = |(place, (kind, principal, rate, mark)): (usize, (&str, i64, Option<u32>, u32))| {
            let mut debt =
                json!({"id": format!("d{place}"), "kind": kind, "principal": euros(i128::from(principal))});
            match mark {
                0 => debt["set_aside"] = json!(true),
                1 => debt["guarantor_paid"] = json!("5.00"),
                2 => debt["consent"] = json!(true),
                3 => debt["arose_on"] = json!("2026-06-01"),
                _ => {}
            }
            if let Some(rate) = rate {
                debt["contract_rate"] = json!(rate.to_string());
            }
            debt
        };
        debts.into_iter().enumerate().map(write).collect()
    })
}

/// A wish that stands on the capacity of the case.
fn wishes() -> impl Strategy<Value = Value> {
    (
        prop::sample::select(&["grouped", "strict"][..]),
        prop::sample::select(&["nil", "legal"][..]),
        prop::sample::select(&["pro_rata", "equal", "smallest_first", "highest_rate_first"][..]),
        prop::sample::select(&["imposed", "imposed", "agreed"][..]),
        prop::option::weighted(0.3, 1..=24_u32),
        prop::option::weighted(0.3, 1..=84_u32),
        prop::sample::select(&["none", "legal"][..]),
    )
        .prop_map(|(ranks, rate, within, kind, suspended, horizon, interest)| {
            let mut wish = json!({
                "ranks": ranks, "rate": {"kind": rate}, "within_rank": within, "kind": kind,
                "suspension_interest": interest
            });
            if let Some(months) = suspended {
                wish["suspension_months"] = json!(months);
            }
            if let Some(months) = horizon {
                wish["horizon_months"] = json!(months);
            }
            wish
        })
}

fn case(debts: &[Value], wish: &Value) -> Value {
    with(with(lone("1650.00"), "/debts", json!(debts)), "/plan", wish.clone())
}

fn compared(case: &Value) -> Value {
    answer(&with(case.clone(), "/want", json!(["comparison"])))["comparison"].clone()
}

/// The plan of the case under a wish, drawn alone.
fn alone(case: &Value, wish: &Value) -> Value {
    answer(&with(with(case.clone(), "/plan", wish.clone()), "/want", json!(["plan"])))["plan"].clone()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// The figures of a row, read from a whole plan.
fn figures(plan: &Value) -> Value {
    let tiers = list(&plan["tiers"]);
    let first = list(&plan["debts"]).iter().map(|debt| match debt.get("first_month") {
        Some(month) => json!({"debt": debt["id"], "month": month}),
        None => json!({"debt": debt["id"]}),
    });
    let totals = &plan["totals"];
    json!({
        "months": plan["months"], "tiers": tiers.len(),
        "lines": tiers.iter().map(|tier| list(&tier["lines"]).len()).sum::<usize>(),
        "paid": totals["paid"], "interest": totals["interest"], "erased": totals["erased"], "left": totals["left"],
        "first_payments": first.collect::<Vec<_>>()
    })
}

/// A row without what names it.
fn of_plan(row: &Value) -> Value {
    let mut row = row.clone();
    for name in ["name", "above_legal_maximum", "percent", "left_to_live", "capacity"] {
        common::object(&mut row).remove(name);
    }
    row
}

/// What an alternative of the library changes in a wish.
fn changed(wish: &Value, name: &str) -> Value {
    let (pointer, value) = match name {
        "wish" => return wish.clone(),
        "strict_ranks" => ("/ranks", json!("strict")),
        "grouped_ranks" => ("/ranks", json!("grouped")),
        "legal_rate" => ("/rate", json!({"kind": "legal"})),
        "no_interest" => ("/rate", json!({"kind": "nil"})),
        within => ("/within_rank", json!(within)),
    };
    with(wish.clone(), pointer, value)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    /// Policies that the request names.
    #[test]
    fn a_named_policy_is_the_plan_drawn_alone(debts in debts(), wishes in vec(wishes(), 1..5), own in wishes()) {
        let case = case(&debts, &own);
        let named: Vec<Value> = wishes.iter().enumerate()
            .map(|(place, wish)| json!({"name": format!("policy {place}"), "plan": wish})).collect();
        let rows = compared(&with(case.clone(), "/compare", json!(named)))["policies"].clone();
        prop_assert_eq!(list(&rows).len(), wishes.len());
        for (row, wish) in list(&rows).iter().zip(&wishes) {
            prop_assert_eq!(of_plan(row), figures(&alone(&case, wish)), "{}", wish);
        }
    }

    /// The library's own: the case's wish first, then at most five others.
    #[test]
    fn an_alternative_is_the_plan_drawn_alone(debts in debts(), wish in wishes()) {
        let case = case(&debts, &wish);
        let rows = compared(&case)["policies"].clone();
        prop_assert_eq!(&list(&rows)[0]["name"], "wish");
        prop_assert!(list(&rows).len() <= 6);
        for row in list(&rows) {
            let name = row["name"].as_str().expect("a name");
            prop_assert_eq!(of_plan(row), figures(&alone(&case, &changed(&wish, name))), "{}", name);
        }
    }

    /// A margin is the plan on that amount, and nothing of the resources is lost.
    #[test]
    fn a_margin_is_the_plan_on_its_amount(debts in debts(), wish in wishes()) {
        let case = case(&debts, &wish);
        let rows = compared(&case)["margins"].clone();
        let percents: Vec<&Value> = list(&rows).iter().map(|row| &row["percent"]).collect();
        prop_assert_eq!(percents, [100, 95, 90]);
        for (row, amount) in list(&rows).iter().zip(["284.76", "270.52", "256.28"]) {
            prop_assert_eq!(&row["capacity"], amount);
            prop_assert_eq!(cents(&row["capacity"]) + cents(&row["left_to_live"]), 165_000);
            let steps = json!([{"from_month": 1, "amount": amount}]);
            prop_assert_eq!(of_plan(row), figures(&alone(&case, &with(wish.clone(), "/capacity_steps", steps))));
        }
    }

    /// Every way starts from all the debts and loses nothing of them.
    #[test]
    fn ways_balance(debts in debts(), wish in wishes(), car in prop::option::of(1..3_000_000_i64)) {
        let assets = car.map(|value| json!([{"kind": "vehicle", "value": euros(i128::from(value))}]));
        let case = with(case(&debts, &wish), "/assets", assets.unwrap_or(json!([])));
        let case = with(case, "/want", json!(["comparison", "treatments", "orientation", "plan"]));
        let answer = answer(&case);
        let all: i128 = debts.iter().map(|debt| cents(&debt["principal"])).sum();
        let ways = list(&answer["comparison"]["ways"]);
        prop_assert_eq!(ways.len(), 3);
        for way in ways {
            let [due, interest, paid, erased, survives] =
                ["due", "interest", "paid", "erased", "survives"].map(|name| cents(&way[name]));
            prop_assert_eq!(due, all);
            prop_assert_eq!(due + interest, paid + erased + survives, "{}", way);
            let survivors: i128 = list(&way["survivors"]).iter().map(|debt| cents(&debt["amount"])).sum();
            prop_assert_eq!(survives, survivors);
            let orientation = list(&answer["orientation"]).iter().find(|known| known["way"] == way["way"]);
            prop_assert_eq!(&way["opening"], &orientation.expect("the way")["opening"]);
        }
        prop_assert_eq!(&ways[0]["paid"], &answer["plan"]["totals"]["paid"]);
        prop_assert_eq!(&ways[1]["erased"], "0.00");
        let survives: i128 = list(&answer["treatments"]).iter().map(|debt| cents(&debt["survives"])).sum();
        let sold = ways[2].get("proceeds").map_or(0, cents);
        prop_assert!(cents(&ways[2]["survives"]) <= survives && (sold > 0 || cents(&ways[2]["survives"]) == survives));
        let of_the_file = debts.iter().filter(|debt| debt.get("set_aside").is_none());
        let payable: i128 = of_the_file.map(|debt| cents(&debt["principal"])).sum();
        prop_assert_eq!(cents(&ways[2]["paid"]), sold.min(payable));
    }
}

fn loan(principal: &str) -> Value {
    json!({"id": "loan", "kind": "bank_loan", "principal": principal})
}

fn steps(amount: &str) -> Value {
    json!({"capacity_steps": [{"from_month": 1, "amount": amount}]})
}

#[test]
fn a_row_at_fault_leaves_the_others() {
    let fine =
        json!({"id": "fine", "kind": "court_fine", "principal": "900.00", "agreed_instalment": "260.00"});
    let case = case(&[fine, loan("9000.00")], &json!({}));
    let compare = json!([
        {"name": "fine", "plan": {}},
        {"name": "too long", "plan": {"horizon_months": 90}},
        {"name": "too poor", "plan": steps("100.00")},
        {"name": "no rate", "plan": {"rate": {"kind": "given"}}}
    ]);
    let block = compared(&with(case, "/compare", compare));
    let told: Vec<(&str, &str)> = list(&block["policies"])
        .iter()
        .map(|row| (row["error"]["name"].as_str().unwrap_or(""), row["error"]["path"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            ("", ""),
            ("number.range", "compare[1].plan.horizon_months"),
            ("plan.outside_debts_exceed_capacity", "debts"),
            ("field.missing", "compare[3].plan.rate.percent")
        ]
    );
    assert_eq!(block["policies"][1]["error"]["details"]["bound"], 84);
    assert!(block["policies"][1].get("months").is_none() && block["policies"][0].get("error").is_none());
    // 95 % of 284.76 is enough for the fine, 90 % is not.
    let margins = list(&block["margins"]);
    assert!(margins[1].get("error").is_none());
    assert_eq!(margins[2]["error"]["name"], "plan.outside_debts_exceed_capacity");
}

#[test]
fn no_plan_at_all_is_a_row_too() {
    let case = case(&[loan("9000.00")], &json!({}));
    let block = compared(&with(case, "/history", json!({"earlier_measures_months": 84})));
    assert_eq!(list(&block["policies"]).len(), 1, "one fault is told once");
    assert_eq!(block["policies"][0]["error"]["name"], "plan.earlier_measures");
    assert_eq!(block["ways"][0]["error"]["name"], "plan.earlier_measures");
    assert_eq!(block["ways"][1]["error"]["name"], "plan.earlier_measures");
    assert_eq!(block["ways"][2]["erased"], "9000.00");
}

#[test]
fn it_comes_only_when_asked() {
    let case = case(&[loan("9000.00")], &json!({}));
    let mut silent = case.clone();
    common::object(&mut silent).remove("want");
    assert!(answer(&silent).get("comparison").is_none(), "not by itself");
    let named = with(silent, "/compare", json!([{"name": "x", "plan": {}}]));
    assert_eq!(answer(&named)["comparison"]["policies"][0]["name"], "x");
    let reported = answer(&with(case, "/want", json!(["report_text"])));
    assert!(reported.get("comparison").is_none(), "a report tells it in its own words");
}

#[test]
fn a_decided_amount_has_no_margins() {
    let case = case(&[loan("9000.00")], &json!({}));
    assert_eq!(list(&compared(&with(case.clone(), "/plan", steps("150.00")))["margins"]).len(), 0);
    let decided = with(case, "/decisions", json!({"retained": "150.00"}));
    assert_eq!(list(&compared(&decided)["margins"]).len(), 0);
}

#[test]
fn names_are_told_apart() {
    let case = with(case(&[loan("9000.00")], &json!({})), "/want", json!(["comparison"]));
    let twice = json!([{"name": "x", "plan": {}}, {"name": "y", "plan": {}}, {"name": "x", "plan": {}}]);
    assert_refused(&with(case.clone(), "/compare", twice), "id.duplicate", "compare[2].name");
    // A name is no identifier of the case.
    let like_a_debt = json!([{"name": "loan", "plan": {}}]);
    assert_eq!(answer(&with(case, "/compare", like_a_debt))["comparison"]["policies"][0]["name"], "loan");
}

// ---- reports

fn page(case: &Value, part: &str, language: &str) -> Page {
    let case = with(with(case.clone(), "/want", json!([part])), "/language", json!(language));
    Page::read(report(&answer(&case), part.strip_prefix("report_").unwrap_or(part)))
}

fn column<'a>(page: &'a Page, caption: &str, head: &str) -> Vec<&'a str> {
    let table = page.tables.iter().find(|table| table.caption.starts_with(caption));
    let table = table.unwrap_or_else(|| panic!("no table {caption}"));
    let place =
        table.heads.iter().position(|known| known == head).unwrap_or_else(|| panic!("no column {head}"));
    table.rows.iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn the_report_of_the_comparison_has_every_row() {
    let two = [
        loan("20000.00"),
        json!({"id": "power", "label": "Supplier", "kind": "energy_and_bills", "principal": "600.00"}),
    ];
    let compare = json!([
        {"name": "all", "plan": {}}, {"name": "half", "plan": steps("142.38")},
        {"name": "never", "plan": {"horizon_months": 90}}
    ]);
    let page = page(&with(case(&two, &json!({})), "/compare", compare), "comparison_markdown", "en");
    assert_eq!(column(&page, "Length and sums", "Length"), ["73 months", "84 months", "–"]);
    assert_eq!(column(&page, "Length and sums", "Erased at the end"), ["–", "€8,640.08", "–"]);
    let names = column(&page, "Length and sums", "Plan");
    assert_eq!(names[..2], ["all", "half"]);
    assert!(names[2].starts_with("never (") && names[2].contains("between 1 and 84"), "{names:?}");
    assert_eq!(column(&page, "First month", "Creditor"), ["loan", "Supplier"]);
    assert_eq!(column(&page, "First month", "half"), ["month 1", "month 1"].map(|_| "month 1"));
    assert_eq!(
        column(&page, "What becomes of the plan", "Left to live on a month"),
        ["€1,365.24", "€1,379.48", "€1,393.72"]
    );
    assert_eq!(column(&page, "What each way pays", "Suspension")[1], "24 months");
}

#[test]
fn the_report_of_the_case_tells_margins_and_ways_beside_the_measures() {
    let case = case(&[loan("20000.00")], &json!({}));
    let whole = page(&case, "report_markdown", "fr");
    assert_eq!(
        column(&whole, "Ce que devient le plan", "Reste à vivre par mois"),
        ["1 365,24 €", "1 379,48 €", "1 393,72 €"]
            .map(|amount| amount.replace("1 ", "1\u{202f}").replace(" €", "\u{a0}€"))
    );
    assert_eq!(column(&whole, "Ce que chaque voie paie", "Élément").len(), 7);
    let captions: Vec<&str> = whole.tables.iter().map(|table| table.caption.as_str()).collect();
    assert!(
        !captions.iter().any(|caption| caption.starts_with("Durée et sommes")),
        "policies only when compared"
    );
    assert!(!captions.iter().any(|caption| caption.starts_with("Au maximum")), "told once: {captions:?}");
    // Without debts the capacity tells its margins itself.
    let alone = page(&lone("1650.00"), "report_markdown", "fr");
    assert!(alone.tables.iter().any(|table| table.caption.starts_with("Au maximum")));
}

#[test]
fn every_format_and_language_is_written() {
    let case = case(&[loan("20000.00")], &json!({"suspension_months": 12}));
    for language in ["fr", "en"] {
        for part in ["comparison_text", "comparison_markdown", "comparison_html"] {
            let case = with(with(case.clone(), "/want", json!([part])), "/language", json!(language));
            let answer = answer(&case);
            let text = report(&answer, part);
            assert!(text.contains("95"), "{part}");
            assert!(
                text.contains(if language == "fr" { "Suspension" } else { "personal" })
                    || part == "comparison_html"
            );
        }
    }
}

/// A plan above the legal maximum may be looked at, never unseen.
#[test]
fn what_passes_the_legal_maximum_is_marked() {
    let case = case(&[loan("20000.00")], &json!({}));
    let compare =
        json!([{"name": "at", "plan": steps("284.76")}, {"name": "above", "plan": steps("284.77")}]);
    let case = with(case, "/compare", compare);
    // A cent more is not used: spread level over 71 months the loan takes 281.70.
    for row in list(&compared(&case)["policies"]) {
        assert!(row.get("above_legal_maximum").is_none(), "{row}");
    }
    let compare = json!([{"name": "far above", "plan": steps("300.00")}]);
    let case = with(case, "/compare", compare);
    assert_eq!(compared(&case)["policies"][0]["above_legal_maximum"], true);
    let page = page(&case, "comparison_markdown", "en");
    assert_eq!(column(&page, "Length and sums", "Plan"), ["far above (above the legal maximum)"]);
}

/// What a caller names stays a name.
#[test]
fn names_are_text() {
    for name in ["a|b", "[x](http://example.org)", "<script>alert(1)</script>", "# one\ntwo", "=1+1"] {
        let case = case(&[loan("20000.00")], &json!({}));
        let case = with(case, "/compare", json!([{"name": name, "plan": {}}]));
        let page = page(&case, "comparison_markdown", "en");
        assert!(page.strangers.is_empty(), "{name}: {:?}", page.strangers);
        assert_eq!(column(&page, "Length and sums", "Plan"), [name.replace('\n', " ")]);
        let html = answer(&with(case, "/want", json!(["comparison_html"])));
        assert!(!report(&html, "comparison_html").contains("<script"), "{name}");
    }
}
