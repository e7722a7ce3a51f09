//! An asset sold in a plan: the distribution of its price, the deferral, what remains, and what is refused.

// Parts of requests are written in place, for one call.
#![allow(clippy::needless_pass_by_value)]

mod common;

use common::page::{Page, report, reported};
use common::{answer, ask, assert_refused, cents, euros, faults, named, request, with};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// A home and a cabin, each of which may secure debts.
fn assets() -> Value {
    json!([
        {"id": "home", "kind": "main_home", "value": "150000.00", "sale_costs": "6000.00"},
        {"id": "cabin", "kind": "other_real_estate", "value": "30000.00"},
        {"id": "van", "kind": "vehicle", "value": "9000.00", "protected": true}
    ])
}

fn owner(debts: Value, wish: Value) -> Value {
    request(json!({"assets": assets(), "debts": debts, "plan": wish, "want": ["plan", "audit"]}))
}

fn mortgage(principal: &str, interest: &str) -> Value {
    json!({"id": "mortgage", "kind": "home_loan", "principal": principal, "interest": interest,
           "security": {"asset": "home", "rank": 1}, "finances_main_home": true})
}

fn wish(sale: Value) -> Value {
    json!({"capacity_steps": [{"from_month": 1, "amount": "400.00"}], "sale": sale})
}

fn sold(manner: &str) -> Value {
    json!({"asset": "home", "months": 12, "price": "100000.00", "manner": manner})
}

/// The rows of `plan.debts` or `plan.sale.parts`, by the identifier of the debt.
fn row<'a>(rows: &'a Value, id: &str) -> &'a Value {
    let is = |row: &&Value| row["debt"] == id || row["id"] == id;
    list(rows).iter().find(is).unwrap_or_else(|| panic!("no {id} in {rows}"))
}

/// 100 000.00 less 6 000.00 is 94 000.00: less than the 95 000.00 of principal, so none of it pays interest where the
/// remainder may be reduced; by the ordinary imputation interest is paid first.
#[test]
fn the_price_pays_principal_first_where_the_law_says_so() {
    let debts = json!([mortgage("95000.00", "5000.00")]);
    for (manner, principal) in
        [("forced", "94000.00"), ("agreed_to_avoid_seizure", "94000.00"), ("amicable", "89000.00")]
    {
        let plan = answer(&owner(debts.clone(), wish(sold(manner))))["plan"].clone();
        assert_eq!(plan["sale"]["net_proceeds"], "94000.00");
        let part = row(&plan["sale"]["parts"], "mortgage");
        assert_eq!(
            (&part["received"], &part["principal"]),
            (&json!("94000.00"), &json!(principal)),
            "{manner}"
        );
        assert_eq!(part["left"], "6000.00");
        // 400.00 a month for 15 months: in the last rank, and nothing is erased nor reduced.
        let debt = row(&plan["debts"], "mortgage");
        assert_eq!(
            (&debt["rank"], &debt["paid"], &debt["erased"]),
            (&json!(5), &json!("6000.00"), &json!("0.00"))
        );
        assert_eq!((&debt["first_month"], &debt["last_month"]), (&json!(13), &json!(27)));
        assert_eq!(part["reduced"], false);
    }
}

/// What the months left do not pay is a reduction under the conditions of L. 733-4, 1°, an erasure otherwise.
#[test]
fn a_home_loan_is_reduced_only_under_the_conditions() {
    let loan = mortgage("140000.00", "0.00");
    let reduced = |debt: Value, manner: &str| {
        let answer = answer(&owner(json!([debt]), wish(sold(manner))));
        assert_eq!(answer["audit"]["clean"], true, "{}", answer["audit"]);
        let plan = &answer["plan"];
        // 140 000 - 94 000 = 46 000, of which 72 x 400 = 28 800 is paid.
        assert_eq!(row(&plan["debts"], "mortgage")["erased"], "17200.00");
        row(&plan["sale"]["parts"], "mortgage")["reduced"] == true
    };
    assert!(reduced(loan.clone(), "forced"));
    assert!(reduced(loan.clone(), "agreed_to_avoid_seizure"));
    assert!(!reduced(loan.clone(), "amicable"));
    assert!(!reduced(with(loan.clone(), "/finances_main_home", json!(false)), "forced"));
    assert!(!reduced(with(loan.clone(), "/creditor", json!("individual")), "forced"));
    assert!(!reduced(with(loan, "/kind", json!("bank_loan")), "forced"));
}

/// Debts secured on what is sold wait; a landlord does not, whatever secures his claim.
#[test]
fn secured_debts_are_deferred_but_not_a_landlord() {
    let debts = json!([
        mortgage("120000.00", "0.00"),
        {"id": "rent", "kind": "housing_arrears", "principal": "2000.00", "security": {"asset": "home", "rank": 2}},
        {"id": "card", "kind": "revolving_credit", "principal": "9000.00"},
        {"id": "boat", "kind": "bank_loan", "principal": "3000.00", "security": {"asset": "cabin", "rank": 1}}
    ]);
    let answer = answer(&owner(debts, wish(sold("forced"))));
    let plan = &answer["plan"];
    let deferred: Vec<&Value> = list(&plan["sale"]["parts"]).iter().map(|part| &part["deferred"]).collect();
    assert_eq!(deferred, [true, false, false, false]);
    // The landlord is paid in 5 months, then the lenders share: nobody is paid by the price but the first rank.
    let first = &plan["tiers"][0];
    assert_eq!((&first["months"], &first["lines"][0]["debt"]), (&json!(5), &json!("rent")));
    assert_eq!(list(&first["lines"]).len(), 1);
    let paid: Vec<&Value> = list(&plan["sale"]["parts"]).iter().map(|part| &part["received"]).collect();
    assert_eq!(paid, ["94000.00", "0.00", "0.00", "0.00"]);
    assert_eq!(answer["audit"]["clean"], true, "{}", answer["audit"]);
}

/// The plan of the sale period alone waits: nothing is erased, the rest is left for a new examination.
#[test]
fn a_plan_that_ends_with_the_sale_only_waits() {
    let debts = json!([mortgage("140000.00", "0.00"), {"id": "card", "kind": "revolving_credit", "principal": "20000.00"}]);
    let waiting = |months: u32| {
        let sale = json!({"asset": "home", "months": months, "price": "100000.00"});
        owner(debts.clone(), with(wish(sale), "/horizon_months", json!(months)))
    };
    let answer = answer(&waiting(24));
    let totals = &answer["plan"]["totals"];
    // 24 x 400 = 9 600 to the card; 94 000 to the mortgage.
    assert_eq!((&totals["paid"], &totals["from_sale"]), (&json!("9600.00"), &json!("94000.00")));
    assert_eq!((&totals["erased"], &totals["left"]), (&json!("0.00"), &json!("56400.00")));
    assert_eq!((&answer["plan"]["months"], &answer["audit"]["clean"]), (&json!(24), &json!(true)));
    assert_refused(&waiting(25), "number.range", "plan.sale.months");
}

/// The co-owners' part and the costs never reach the creditors; cents are dropped from the debtor's part.
#[test]
fn the_debtor_s_part_of_the_price_is_distributed() {
    let case = owner(json!([mortgage("90000.00", "0.00")]), wish(sold("amicable")));
    let halved = with(case, "/assets/0/joint_share_percent", json!(33));
    let plan = &answer(&with(halved, "/plan/sale/price", json!("100000.02")))["plan"];
    // (100 000.02 - 6 000.00) x 33 % = 31 020.0066
    assert_eq!(plan["sale"]["net_proceeds"], "31020.00");
}

#[test]
fn what_the_debts_do_not_need_goes_to_the_debtor() {
    let debts = json!([mortgage("60000.00", "0.00"), {"id": "card", "kind": "revolving_credit", "principal": "10000.00"}]);
    let answer = answer(&owner(debts, wish(sold("amicable"))));
    let plan = &answer["plan"];
    // The card has received 12 x 400: 5 200.00 is left, and 94 000 - 60 000 - 5 200 goes back.
    assert_eq!(row(&plan["sale"]["parts"], "card")["received"], "5200.00");
    assert_eq!(plan["sale"]["surplus"], "28800.00");
    assert_eq!((&plan["months"], &plan["totals"]["erased"]), (&json!(12), &json!("0.00")));
}

#[test]
fn faults_of_a_sale_are_told() {
    let debts = json!([mortgage("90000.00", "0.00")]);
    let case = owner(debts, wish(sold("forced")));
    for (pointer, value, name, path) in [
        ("/plan/sale/asset", json!("castle"), "id.unknown", "plan.sale.asset"),
        ("/plan/sale/asset", json!("van"), "field.not_applicable", "plan.sale.asset"),
        ("/plan/sale/months", json!(0), "number.range", "plan.sale.months"),
        ("/plan/sale/months", json!(84), "number.range", "plan.sale.months"),
        ("/plan/sale/months", json!(601), "number.range", "plan.sale.months"),
        ("/plan/sale/price", json!("0.00"), "amount.zero", "plan.sale.price"),
        ("/plan/sale/price", json!("-1.00"), "amount.negative", "plan.sale.price"),
        ("/plan/sale/manner", json!("gift"), "field.value", "plan.sale.manner"),
        ("/plan/suspension_months", json!(6), "field.conflict", "plan.sale"),
        ("/plan/main_home_exception", json!(true), "field.not_applicable", "plan.sale.asset"),
        ("/debts/0/set_aside", json!(true), "field.not_applicable", "plan.sale.asset"),
        ("/debts/0/estate", json!("professional"), "field.not_applicable", "plan.sale.asset"),
    ] {
        assert_refused(&with(case.clone(), pointer, value), name, path);
    }
    // In a plan to compare too.
    let compared = json!([{"name": "other", "plan": wish(json!({"asset": "castle", "months": 12}))}]);
    assert_refused(&with(case.clone(), "/compare", compared), "id.unknown", "compare[0].plan.sale.asset");
    // Every fault at once.
    let both = with(with(case, "/plan/suspension_months", json!(6)), "/plan/sale/asset", json!("castle"));
    let expected = [("field.conflict", "plan.sale"), ("id.unknown", "plan.sale.asset")];
    assert_eq!(named(&faults(&both)), expected.map(|(name, path)| (name.to_owned(), path.to_owned())));
}

/// A plan written by somebody else, and what each change of it breaks.
#[test]
fn the_auditor_reads_a_sale() {
    let debts = json!([
        mortgage("90000.00", "0.00"),
        {"id": "works", "kind": "consumer_credit", "principal": "8000.00", "security": {"asset": "home", "rank": 2}},
        {"id": "rent", "kind": "housing_arrears", "principal": "2000.00"},
        {"id": "card", "kind": "revolving_credit", "principal": "5000.00"}
    ]);
    // 94 000 of proceeds: 90 000 and 4 000 by rank; then 400 a month: rent 5 months, the credits 23 months.
    let plan = json!({
        "tiers": [
            {"months": 5, "lines": [{"debt": "rent", "instalment": "400.00"}]},
            {"months": 7},
            {"months": 23, "lines": [
                {"debt": "works", "instalment": "173.92", "last": "173.76"},
                {"debt": "card", "instalment": "217.40", "last": "217.20"}
            ]}
        ],
        "left_to_live": "1500.00",
        "sale": {"asset": "home", "month": 12, "manner": "forced", "net_proceeds": "94000.00", "parts": [
            {"debt": "mortgage", "amount": "90000.00"}, {"debt": "works", "amount": "4000.00"}
        ]}
    });
    let case = request(json!({"assets": assets(), "debts": debts, "audit": plan, "want": ["audit"]}));
    let found = |case: &Value| -> Vec<(String, String)> {
        let audit = answer(case)["audit"].clone();
        let told = |finding: &Value| (common::word(&finding["finding"]), common::word(&finding["grade"]));
        list(&audit["findings"]).iter().filter(|finding| finding["grade"] != "note").map(told).collect()
    };
    assert_eq!(found(&case), []);
    let part = |place: usize, amount: &str| {
        with(case.clone(), &format!("/audit/sale/parts/{place}/amount"), json!(amount))
    };
    let has = |case: &Value, kind: &str, grade: &str| {
        let found = found(case);
        assert!(found.contains(&(kind.to_owned(), grade.to_owned())), "{kind}: {found:?}");
    };
    has(&part(1, "4000.01"), "sale_proceeds_unbalanced", "breach");
    has(&part(1, "3999.99"), "sale_proceeds_unbalanced", "doubtful");
    has(&part(0, "89999.99"), "sale_rank_ignored", "breach");
    has(&part(1, "3999.99"), "remainder_left", "breach");
    // An unsecured lender is served before the securities, and before a landlord who is still owed something.
    let card = with(case.clone(), "/audit/sale/parts/1/debt", json!("card"));
    has(&card, "sale_rank_ignored", "breach");
    let late = with(card, "/audit/tiers/0/lines", json!([]));
    has(&late, "lender_before_landlord", "breach");
    has(
        &with(case.clone(), "/audit/sale/reduced", json!(["works"])),
        "reduction_without_conditions",
        "breach",
    );
    assert_eq!(found(&with(case.clone(), "/audit/sale/reduced", json!(["mortgage"]))), []);
    // An erasure needs the sale of every real estate: the cabin is not sold, unless it is made subject to that.
    let erased = json!([{"debt": "card", "amount": "5000.00"}]);
    let without =
        with(with(case.clone(), "/audit/erased", erased), "/audit/tiers/2/lines/1/instalment", json!("0.00"));
    let without = with(without, "/audit/tiers/2/lines/1/last", json!("0.00"));
    has(&without, "erasure_without_sale", "breach");
    assert!(
        !found(&with(without.clone(), "/assets/1/value", json!("0.00")))
            .iter()
            .any(|f| f.0 == "erasure_without_sale")
    );
    has(&with(without, "/audit/sale", Value::Null), "erasure_without_sale", "breach");
    // A month that the plan does not have, a debt and an asset that nobody knows.
    assert_refused(&with(case.clone(), "/audit/sale/month", json!(36)), "number.range", "audit.sale.month");
    assert_refused(&with(case.clone(), "/audit/sale/asset", json!("x")), "id.unknown", "audit.sale.asset");
    let unknown = with(case, "/audit/sale/parts/1/debt", json!("x"));
    assert_refused(&unknown, "id.unknown", "audit.sale.parts[1].debt");
}

// --- the report --------------------------------------------------------------------------------------------------

/// Who receives what, in both languages and every format, with the articles behind it.
#[test]
fn the_report_tells_who_receives_the_price() {
    let (_, case) =
        common::cases().into_iter().find(|(name, _)| name == "owner-selling.json").expect("the case");
    for (language, caption, words) in [
        ("fr", "Qui reçoit le prix", ["réduction", "différée", "rang 1", "05/07/2027"]),
        ("en", "Who receives the price", ["reduction", "deferred", "rank 1", "5 July 2027"]),
    ] {
        let answer = reported(&case, language);
        let page = Page::read(report(&answer, "markdown"));
        let money = |value: &Value| match cents(value) {
            0 => "–".to_owned(),
            amount => common::in_words(amount, language),
        };
        let parts = list(&answer["plan"]["sale"]["parts"]);
        let expected: Vec<Vec<String>> = parts
            .iter()
            .map(|part| ["received", "principal", "left"].map(|name| money(&part[name])).to_vec())
            .collect();
        let rows = &page.table(caption).rows;
        let (total, shown) = rows.split_last().expect("rows");
        let figures: Vec<Vec<String>> = shown.iter().map(|row| row[2..].to_vec()).collect();
        assert_eq!(figures, expected);
        assert_eq!(total[2], money(&answer["plan"]["totals"]["from_sale"]));
        let text = report(&answer, "text");
        for word in words {
            assert!(text.contains(word), "{language}: {word}");
        }
        for article in ["L. 733-1, 1°, L. 733-7", "L. 742-18", "L. 733-4, 1°", "R. 733-7", "n° 23-12.659"]
        {
            assert!(page.items.iter().any(|item| item.contains(article)), "{language}: {article}");
        }
        let html = answer_of(&case, "report_html", language);
        assert!(html.contains(caption) && html.contains(&money(&json!("159800.00"))), "{language}");
        let sheet = answer_of(&case, "measures_csv", language);
        assert!(sheet.lines().next().is_some_and(|head| head.contains(",last_month,from_sale,")), "{sheet}");
        assert!(sheet.lines().nth(1).is_some_and(|line| line.contains(",84,159800.00,")), "{sheet}");
    }
    // A plan without a sale has no such column, section or word.
    let (_, other) =
        common::cases().into_iter().find(|(name, _)| name == "partial-erasure.json").expect("the case");
    assert!(!answer_of(&other, "measures_csv", "en").contains("from_sale"));
    assert!(!ask(&other).to_string().contains("from_sale"));
}

/// One report or file of a case.
fn answer_of(case: &Value, wanted: &str, language: &str) -> String {
    let asked = with(with(case.clone(), "/want", json!([wanted])), "/language", json!(language));
    let name = wanted.trim_start_matches("report_");
    common::word(&answer(&asked)["reports"][name])
}

// --- properties --------------------------------------------------------------------------------------------------

const KINDS: &[&str] = &[
    "home_loan",
    "housing_arrears",
    "consumer_credit",
    "revolving_credit",
    "bank_loan",
    "tax",
    "energy_and_bills",
    "social_overpayment",
    "court_fine",
    "pawn_loan",
    "private_lender",
];

fn amount(most: i64) -> impl Strategy<Value = String> {
    (1_000..most).prop_map(|cents| euros(i128::from(cents)))
}

fn debts() -> impl Strategy<Value = Vec<Value>> {
    let security = prop_oneof![
        4 => Just(None),
        3 => (1..4_u32).prop_map(|rank| Some(json!({"asset": "home", "rank": rank}))),
        1 => Just(Some(json!({"asset": "cabin", "rank": 1}))),
    ];
    let principal = prop_oneof![amount(300_000), amount(3_000_000), amount(12_000_000)];
    let interest = prop::option::weighted(0.3, amount(200_000));
    let debt = (prop::sample::select(KINDS), principal, interest, security, any::<bool>());
    vec(debt, 1..14).prop_map(|debts| {
        let written = debts.into_iter().enumerate().map(|(place, (kind, principal, interest, security, home))| {
            json!({"id": format!("d{place:02}"), "kind": kind, "principal": principal, "interest": interest,
                   "security": security, "finances_main_home": home})
        });
        written.collect()
    })
}

fn wishes() -> impl Strategy<Value = Value> {
    (
        (amount(150_000), prop::option::weighted(0.4, (2..60_u32, amount(150_000)))),
        (
            1..40_u32,
            amount(20_000_000),
            prop::sample::select(&["amicable", "agreed_to_avoid_seizure", "forced"][..]),
        ),
        prop::sample::select(&["grouped", "strict"][..]),
        prop::sample::select(&["interest_first", "principal_first"][..]),
        prop::bool::weighted(0.3),
    )
        .prop_map(|((first, step), (months, price, manner), ranks, imputation, legal)| {
            let mut steps = vec![json!({"from_month": 1, "amount": first})];
            steps.extend(step.map(|(month, amount)| json!({"from_month": month, "amount": amount})));
            json!({
                "capacity_steps": steps, "ranks": ranks, "imputation": imputation,
                "rate": {"kind": if legal { "legal" } else { "nil" }},
                "sale": {"asset": "home", "months": months, "price": price, "manner": manner}
            })
        })
}

/// The plan, or nothing when the instalments fixed beforehand pass the capacity.
fn drawn(debts: &[Value], wish: &Value) -> Option<Value> {
    let answer = ask(&owner(json!(debts), wish.clone()));
    answer.get("errors").is_none().then_some(answer)
}

/// A drawn plan as somebody else would write it down.
fn written(plan: &Value, wish: &Value) -> Value {
    let named = |row: &Value, names: &[&str]| -> Value {
        names
            .iter()
            .map(|name| ((*name).to_owned(), row[*name].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let line = |line: &Value| named(line, &["debt", "instalment", "payments", "last"]);
    let tiers = list(&plan["tiers"]).iter().map(|tier| {
        json!({"months": tier["months"], "lines": list(&tier["lines"]).iter().map(line).collect::<Vec<_>>()})
    });
    let debts = list(&plan["debts"]);
    let erased = debts.iter().filter(|debt| debt["erased"] != "0.00");
    let parts = list(&plan["sale"]["parts"]).iter();
    json!({
        "tiers": tiers.collect::<Vec<_>>(), "left_to_live": "1400.00", "subject_to_sale": true,
        "imputation": wish["imputation"],
        "erased": erased.map(|debt| json!({"debt": debt["id"], "amount": debt["erased"]})).collect::<Vec<_>>(),
        "outside": debts.iter().filter(|debt| debt["outside"] == true).map(|debt| &debt["id"]).collect::<Vec<_>>(),
        "sale": {
            "asset": "home", "month": plan["sale"]["month"], "manner": wish["sale"]["manner"],
            "net_proceeds": plan["sale"]["net_proceeds"],
            "parts": parts.map(|part| json!({"debt": part["debt"], "amount": part["received"]})).collect::<Vec<_>>()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Start and interest are what is paid, received from the sale, erased and left, for each debt and in all; the net
    /// price is what is received and what goes back to the debtor.
    #[test]
    fn every_cent_is_somewhere(debts in debts(), wish in wishes()) {
        let Some(answer) = drawn(&debts, &wish) else { return Ok(()) };
        let plan = &answer["plan"];
        let names = ["start", "interest", "paid", "from_sale", "erased", "left"];
        let mut sums = [0; 6];
        for debt in list(&plan["debts"]) {
            let parts = names.map(|name| cents(&debt[name]));
            let [start, interest, paid, from_sale, erased, left] = parts;
            prop_assert_eq!(start + interest, paid + from_sale + erased + left, "{}", debt);
            prop_assert!(parts.iter().all(|part| *part >= 0));
            for (sum, part) in sums.iter_mut().zip(parts) {
                *sum += part;
            }
        }
        for (name, sum) in names.iter().zip(sums) {
            prop_assert_eq!(cents(&plan["totals"][*name]), sum, "{}", name);
        }
        prop_assert_eq!(cents(&plan["sale"]["net_proceeds"]), sums[3] + cents(&plan["sale"]["surplus"]));
    }

    /// Nobody receives while somebody whose security comes before is owed something, nor a lender before a landlord; a
    /// security on another asset gives nothing.
    #[test]
    fn the_price_goes_by_securities_then_landlords_first(debts in debts(), wish in wishes()) {
        let Some(answer) = drawn(&debts, &wish) else { return Ok(()) };
        let parts = list(&answer["plan"]["sale"]["parts"]);
        let rank = |part: &Value| part.get("security_rank").map_or(u64::MAX, |rank| rank.as_u64().expect("a rank"));
        let debts = json!(debts);
        let kind = |part: &Value| row(&debts, part["debt"].as_str().expect("an id"))["kind"].clone();
        for part in parts {
            let security = &row(&debts, part["debt"].as_str().expect("an id"))["security"];
            let expected = (security["asset"] == "home").then(|| security["rank"].clone());
            prop_assert_eq!(part.get("security_rank"), expected.as_ref());
        }
        for (part, other) in parts.iter().flat_map(|part| parts.iter().map(move |other| (part, other))) {
            if cents(&part["received"]) == 0 || cents(&other["left"]) == 0 {
                continue;
            }
            prop_assert!(rank(part) <= rank(other), "{} before {}", part, other);
            let lender = ["home_loan", "consumer_credit", "revolving_credit", "bank_loan"].iter().any(|l| kind(part) == *l);
            let preferred = lender && rank(part) == u64::MAX && kind(other) == "housing_arrears";
            prop_assert!(!preferred, "{} before {}", part, other);
        }
    }

    /// The auditor, which follows the plan from its lines, finds nothing against the law.
    #[test]
    fn the_auditor_finds_no_breach(debts in debts(), wish in wishes()) {
        let Some(answer) = drawn(&debts, &wish) else { return Ok(()) };
        prop_assert_eq!(&answer["audit"]["clean"], true, "{}", answer["audit"]);
    }

    /// A cent more to anybody is a breach, and so is a cent taken from a security for a creditor who comes after it.
    #[test]
    fn a_changed_cent_is_found(debts in debts(), wish in wishes(), chosen in any::<prop::sample::Index>()) {
        let wish = with(wish, "/rate", Value::Null);
        let Some(answer) = drawn(&debts, &wish) else { return Ok(()) };
        let plan = written(&answer["plan"], &wish);
        let audited = |plan: Value| {
            let fields = json!({"assets": assets(), "debts": debts, "audit": plan, "want": ["audit"]});
            common::answer(&request(fields))["audit"].clone()
        };
        prop_assert_eq!(&audited(plan.clone())["clean"], true, "{}", audited(plan));
        let shown = list(&answer["plan"]["sale"]["parts"]);
        let place = chosen.index(shown.len());
        let amount = |place: usize| format!("/sale/parts/{place}/amount");
        let more = |plan: Value, place: usize, cent: i128| {
            let value = cents(&shown[place]["received"]) + cent;
            with(plan, &amount(place), json!(euros(value)))
        };
        prop_assert_eq!(&audited(more(plan.clone(), place, 1))["clean"], false);
        let rank = |part: &Value| part.get("security_rank").map_or(u64::MAX, |rank| rank.as_u64().expect("a rank"));
        let behind = |part: &Value| rank(part) > rank(&shown[place]) && cents(&part["left"]) > 0;
        if let Some(later) = shown.iter().position(behind).filter(|_| cents(&shown[place]["received"]) > 0) {
            let audit = audited(more(more(plan, place, -1), later, 1));
            let told = |finding: &Value| finding["finding"] == "sale_rank_ignored" && finding["grade"] == "breach";
            prop_assert!(list(&audit["findings"]).iter().any(told), "{}", audit);
        }
    }

    /// A higher price never leaves more unpaid.
    #[test]
    fn a_higher_price_never_leaves_more_unpaid(debts in debts(), wish in wishes(), more in 1..5_000_000_i128) {
        let Some(lower) = drawn(&debts, &wish) else { return Ok(()) };
        let price = cents(&wish["sale"]["price"]) + more;
        let higher = drawn(&debts, &with(wish, "/sale/price", json!(euros(price)))).expect("the same case");
        let unpaid = |answer: &Value| {
            let totals = &answer["plan"]["totals"];
            cents(&totals["erased"]) + cents(&totals["left"])
        };
        prop_assert!(unpaid(&higher) <= unpaid(&lower), "{} then {}", lower["plan"]["totals"], higher["plan"]["totals"]);
    }

    /// The order in which debts are named changes nothing.
    #[test]
    fn the_order_of_debts_changes_nothing(
        (debts, shuffled) in debts().prop_flat_map(|debts| (Just(debts.clone()), Just(debts).prop_shuffle())),
        wish in wishes()
    ) {
        let [one, other] = [&debts, &shuffled].map(|debts| {
            let plan = drawn(debts, &wish).map(|answer| answer["plan"].clone())?;
            let mut rows = list(&plan["debts"]).to_vec();
            rows.extend_from_slice(list(&plan["sale"]["parts"]));
            rows.sort_by_key(ToString::to_string);
            Some((plan["totals"].clone(), rows))
        });
        prop_assert_eq!(one, other);
    }
}
