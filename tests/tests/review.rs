//! The life of a plan, as documents: its state after any number of months against a walk month by month, sums that
//! balance, and the new plan on the months left.

mod common;

use common::{answer, cents, euros, lone, request, with};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a count")).expect("small")
}

fn amount(most: i64) -> impl Strategy<Value = String> {
    (1..most).prop_map(|cents| euros(i128::from(cents)))
}

/// Hundredths of a percent, written.
fn percent(hundredths: i128) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

// ---- plans under way of any sort, as people write them

/// Up to four debts with parts, up to four tiers whose lines may be short, end in another payment or pay too much.
fn under_way() -> impl Strategy<Value = Value> {
    let debt =
        (amount(900_000), prop::option::weighted(0.4, amount(50_000)), prop::option::of(0..1_200_i128));
    let line = (amount(40_000), prop::option::of(amount(40_000)), prop::option::of(0..30_u32));
    let tier = (1..30_u32, prop::bool::weighted(0.2), vec(prop::option::weighted(0.7, line), 4));
    (vec(debt, 1..=4), vec(tier, 1..=4), any::<bool>(), prop::option::of(0..400_i128)).prop_map(
        |(debts, tiers, principal_first, suspension_rate)| {
            let name = |place: usize| format!("d{place}");
            let mut rates = Vec::new();
            let mut written = Vec::new();
            for (place, (principal, interest, rate)) in debts.iter().enumerate() {
                let mut debt = json!({"id": name(place), "kind": "bank_loan", "principal": principal});
                if let Some(interest) = interest {
                    debt["interest"] = json!(interest);
                }
                if let Some(rate) = rate {
                    rates.push(json!({"debt": name(place), "percent": percent(*rate)}));
                }
                written.push(debt);
            }
            let tiers: Vec<Value> = tiers
                .into_iter()
                .map(|(months, suspension, lines)| {
                    let lines: Vec<Value> = lines
                        .into_iter()
                        .take(debts.len())
                        .enumerate()
                        .filter_map(|(place, line)| Some((place, line?)))
                        .map(|(place, (instalment, last, payments))| {
                            let payments = payments.map(|payments| payments % months + 1);
                            json!({"debt": name(place), "instalment": instalment, "last": last, "payments": payments})
                        })
                        .collect();
                    json!({"months": months, "suspension": suspension, "lines": lines})
                })
                .collect();
            let imputation = if principal_first { "principal_first" } else { "interest_first" };
            let mut plan = json!({"tiers": tiers, "rates": rates, "imputation": imputation});
            if let Some(rate) = suspension_rate {
                plan["suspension_rate"] = json!(percent(rate));
            }
            json!({"debts": written, "plan": plan})
        },
    )
}

fn length(plan: &Value) -> usize {
    list(&plan["tiers"]).iter().map(|tier| number(&tier["months"])).sum()
}

/// The instalments of a debt and whether each month is one of suspension.
fn calendar(plan: &Value, debt: &Value) -> Vec<(i128, bool)> {
    let mut months = Vec::new();
    for tier in list(&plan["tiers"]) {
        let line = list(&tier["lines"]).iter().find(|line| line["debt"] == *debt);
        let length = number(&tier["months"]);
        let paid =
            line.map_or(0, |line| line["payments"].as_u64().map_or(length, |_| number(&line["payments"])));
        for month in 1..=length {
            let amount = line.filter(|_| month <= paid).map_or(0, |line| {
                let last = month == paid.min(length) && !line["last"].is_null();
                cents(&line[if last { "last" } else { "instalment" }])
            });
            months.push((amount, tier["suspension"] == true));
        }
    }
    months
}

/// A claim walked month by month.
#[derive(Clone, Copy)]
struct Walk {
    principal: i128,
    aside: i128,
    interest: i128,
    paid: i128,
}

impl Walk {
    fn of(debt: &Value) -> Walk {
        let aside = debt.get("interest").filter(|part| !part.is_null()).map_or(0, cents);
        Walk { principal: cents(&debt["principal"]), aside, interest: 0, paid: 0 }
    }

    fn due(&self) -> i128 {
        self.principal + self.aside
    }

    /// A month: interest at hundredths of a percent a year, half a cent going up, then a payment.
    fn month(&mut self, amount: i128, rate: i128, principal_first: bool) {
        let whole = 12 * 10_000;
        let interest = (2 * self.principal * rate + whole) / (2 * whole);
        self.aside += interest;
        self.interest += interest;
        let paid = amount.min(self.due());
        let first = if principal_first { self.principal } else { self.aside };
        let on_first = paid.min(first);
        let (principal, aside) =
            if principal_first { (on_first, paid - on_first) } else { (paid - on_first, on_first) };
        self.principal -= principal;
        self.aside -= aside;
        self.paid += paid;
    }
}

fn hundredths(percent: &Value) -> i128 {
    common::cents_of(percent.as_str().expect("a rate"))
}

/// Each debt of a plan under way after some months, the arrears of the first debt taken from its latest instalments.
fn walked(case: &Value, months: usize, arrears: i128) -> Vec<Walk> {
    let plan = &case["plan"];
    let first = plan["imputation"] == "principal_first";
    let suspended = plan.get("suspension_rate").map_or(0, hundredths);
    let debts = list(&case["debts"]).iter().enumerate();
    debts
        .map(|(place, debt)| {
            let rate = list(&plan["rates"]).iter().find(|rate| rate["debt"] == debt["id"]);
            let rate = rate.map_or(0, |rate| hundredths(&rate["percent"]));
            let mut run: Vec<(i128, bool)> = calendar(plan, &debt["id"]).into_iter().take(months).collect();
            let mut missing = if place == 0 { arrears } else { 0 };
            for month in run.iter_mut().rev() {
                let taken = missing.min(month.0);
                month.0 -= taken;
                missing -= taken;
            }
            let mut walk = Walk::of(debt);
            for (amount, suspension) in run {
                walk.month(amount, if suspension { suspended } else { rate }, first);
            }
            walk
        })
        .collect()
}

fn reviewed(case: &Value, review: Value) -> Value {
    let mut review = review;
    common::object(&mut review).insert("plan".into(), case["plan"].clone());
    answer(&request(json!({"debts": case["debts"], "review": review, "want": ["review"]})))["review"].clone()
}

fn columns(row: &Value) -> [i128; 6] {
    ["start", "interest", "paid", "received", "erased", "due"].map(|name| cents(&row[name]))
}

fn assert_balanced(review: &Value) {
    let mut sums = [0; 6];
    for debt in list(&review["debts"]) {
        let [start, interest, paid, received, erased, due] = columns(debt);
        assert_eq!(start + interest, paid + received + erased + due, "{debt}");
        assert!(columns(debt).iter().all(|amount| *amount >= 0), "{debt}");
        for (sum, amount) in sums.iter_mut().zip(columns(debt)) {
            *sum += amount;
        }
    }
    assert_eq!(columns(&review["totals"]), sums);
    let owed = cents(&review["totals"]["due"]) + cents(&review["totals"]["new_debts"]);
    assert_eq!(cents(&review["totals"]["owed"]), owed);
}

/// A plan under way, how many of its months have run, and a share of what fell due that was not paid.
fn stopped() -> impl Strategy<Value = (Value, usize, i128)> {
    under_way().prop_flat_map(|case| {
        let months = length(&case["plan"]);
        (Just(case), 0..=months, prop_oneof![Just(0_i128), 0..=100_i128])
    })
}

fn fallen_due(case: &Value, months: usize) -> i128 {
    calendar(&case["plan"], &case["debts"][0]["id"]).iter().take(months).map(|(amount, _)| amount).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// After any number of months each debt stands where a walk month by month leaves it.
    #[test]
    fn the_state_is_that_of_a_walk_month_by_month((case, months, share) in stopped()) {
        let arrears = fallen_due(&case, months) * share / 100;
        let unpaid = json!([{"debt": "d0", "amount": euros(arrears)}]);
        let review = reviewed(&case, json!({"months_elapsed": months, "unpaid": unpaid}));
        assert_balanced(&review);
        for (shown, walk) in list(&review["debts"]).iter().zip(walked(&case, months, arrears)) {
            prop_assert_eq!(cents(&shown["due"]), walk.due(), "{}", shown);
            prop_assert_eq!(cents(&shown["principal_due"]), walk.principal, "{}", shown);
            prop_assert_eq!(cents(&shown["interest"]), walk.interest, "{}", shown);
            prop_assert_eq!(cents(&shown["paid"]), walk.paid, "{}", shown);
            let overpaid = shown.get("overpaid").map_or(0, cents);
            let fell_due = cents(&shown["fallen_due"]);
            prop_assert_eq!(fell_due, cents(&shown["unpaid"]) + walk.paid + overpaid, "{}", shown);
        }
        // What the rest of the plan would pay is what a walk to its end pays.
        let end = walked(&case, length(&case["plan"]), 0);
        if arrears == 0 {
            for (shown, end) in list(&review["debts"]).iter().zip(end) {
                let to_come = if review["carried_out"] == true { 0 } else { end.paid - cents(&shown["paid"]) };
                prop_assert_eq!(cents(&shown["still_to_pay"]), to_come, "{}", shown);
            }
        }
    }

    /// To stop after some months, take what is due, and go on with the rest of the plan is to have gone on at once.
    #[test]
    fn a_plan_taken_up_again_goes_on_as_before((case, months, _) in stopped(), more in 0..40_usize) {
        let plan = &case["plan"];
        let more = more.min(length(plan) - months);
        let then = reviewed(&case, json!({"months_elapsed": months}));
        let debts: Vec<Value> = list(&then["debts"])
            .iter()
            .filter(|debt| cents(&debt["due"]) > 0)
            .map(|debt| {
                let aside = cents(&debt["due"]) - cents(&debt["principal_due"]);
                json!({"id": debt["id"], "kind": "bank_loan", "principal": debt["principal_due"], "interest": euros(aside)})
            })
            .collect();
        let left = |id: &Value| debts.iter().any(|debt| debt["id"] == *id);
        let rest = json!({
            "debts": debts,
            "plan": {
                "tiers": rest_of(plan, months, left),
                "rates": list(&plan["rates"]).iter().filter(|rate| left(&rate["debt"])).collect::<Vec<_>>(),
                "imputation": plan["imputation"],
                "suspension_rate": plan["suspension_rate"]
            }
        });
        if more == 0 || debts.is_empty() {
            return Ok(());
        }
        let again = reviewed(&rest, json!({"months_elapsed": more}));
        let at_once = reviewed(&case, json!({"months_elapsed": months + more}));
        for debt in list(&again["debts"]) {
            let other = list(&at_once["debts"]).iter().find(|other| other["id"] == debt["id"]).expect("there");
            prop_assert_eq!([&debt["due"], &debt["principal_due"]], [&other["due"], &other["principal_due"]]);
        }
    }

    /// A sum received is so much less due, an instalment missed so much more, when nothing bears interest.
    #[test]
    fn a_sum_received_or_missed_moves_what_is_due((case, months, share) in stopped(), part in 0..=100_i128) {
        let case = with(with(case, "/plan/rates", json!([])), "/plan/suspension_rate", Value::Null);
        let plain = reviewed(&case, json!({"months_elapsed": months}));
        prop_assume!(plain["debts"][0].get("overpaid").is_none());
        let missed = fallen_due(&case, months) * share / 100;
        let due = cents(&plain["debts"][0]["due"]);
        let received = (due + missed) * part / 100;
        let review = reviewed(&case, json!({
            "months_elapsed": months,
            "unpaid": [{"debt": "d0", "amount": euros(missed)}],
            "received": [{"debt": "d0", "amount": euros(received)}]
        }));
        assert_balanced(&review);
        let end = cents(&review["debts"][0]["due"]);
        prop_assert_eq!(end, due + missed - received);
    }
}

/// The tiers of a plan once some months have run, for the debts that are left.
fn rest_of(plan: &Value, months: usize, left: impl Fn(&Value) -> bool) -> Vec<Value> {
    let mut run = months;
    let mut rest = Vec::new();
    for tier in list(&plan["tiers"]) {
        let length = number(&tier["months"]);
        let gone = run.min(length);
        run -= gone;
        if gone == length {
            continue;
        }
        let lines = list(&tier["lines"]).iter().filter(|line| left(&line["debt"])).filter_map(|line| {
            let payments =
                line["payments"].as_u64().map_or(length, |_| number(&line["payments"]).min(length));
            (payments > gone).then(|| with(line.clone(), "/payments", json!(payments - gone)))
        });
        let tier = with(tier.clone(), "/lines", lines.collect());
        rest.push(with(tier, "/months", json!(length - gone)));
    }
    rest
}

// ---- plans that were drawn, and the plans that follow them

const KINDS: &[&str] = &[
    "housing_arrears",
    "energy_and_bills",
    "consumer_credit",
    "revolving_credit",
    "overdraft",
    "tax",
    "maintenance",
    "court_fine",
    "pawn_loan",
    "private_lender",
];

fn debts(prefix: &'static str, most: usize) -> impl Strategy<Value = Vec<Value>> {
    vec((prop::sample::select(KINDS), 1_000..1_500_000_i64), 1..=most).prop_map(move |debts| {
        let written = debts.into_iter().enumerate().map(|(place, (kind, principal))| {
            json!({"id": format!("{prefix}{place}"), "kind": kind, "principal": euros(i128::from(principal))})
        });
        written.collect()
    })
}

fn steps(amount: i64) -> Value {
    json!({"capacity_steps": [{"from_month": 1, "amount": euros(i128::from(amount))}]})
}

/// A drawn plan as a document to be followed.
fn written(plan: &Value) -> Value {
    let pick = |row: &Value, names: &[&str]| -> Value {
        names
            .iter()
            .map(|name| ((*name).to_owned(), row[*name].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let tier = |tier: &Value| {
        let lines =
            list(&tier["lines"]).iter().map(|line| pick(line, &["debt", "instalment", "payments", "last"]));
        json!({"months": tier["months"], "suspension": tier["suspension"], "lines": lines.collect::<Vec<_>>()})
    };
    let erased = list(&plan["debts"]).iter().filter(|debt| cents(&debt["erased"]) > 0);
    let outside = list(&plan["debts"]).iter().filter(|debt| debt["outside"] == true);
    json!({
        "tiers": list(&plan["tiers"]).iter().map(tier).collect::<Vec<_>>(),
        "erased": erased.map(|debt| json!({"debt": debt["id"], "amount": debt["erased"]})).collect::<Vec<_>>(),
        "outside": outside.map(|debt| debt["id"].clone()).collect::<Vec<_>>()
    })
}

fn drawn(debts: &[Value], wish: &Value) -> Value {
    answer(&request(json!({"debts": debts, "plan": wish, "want": ["plan"]})))["plan"].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// A plan carried out to its end leaves what it said, and erases what it said.
    #[test]
    fn a_plan_carried_out_ends_as_it_was_drawn(debts in debts("d", 12), capacity in 2_000..90_000_i64) {
        let plan = drawn(&debts, &steps(capacity));
        let case = json!({"debts": debts, "plan": written(&plan)});
        let months = length(&case["plan"]);
        let review = reviewed(&case, json!({"months_elapsed": months}));
        assert_balanced(&review);
        prop_assert_eq!(&review["carried_out"], true);
        for (end, foreseen) in list(&review["debts"]).iter().zip(list(&plan["debts"])) {
            prop_assert_eq!(
                [&end["paid"], &end["erased"], &end["due"]],
                [&foreseen["paid"], &foreseen["erased"], &foreseen["left"]]
            );
        }
        // One instalment missed, and all that was to be erased is due again.
        let Some(paid) = list(&review["debts"]).iter().find(|debt| cents(&debt["paid"]) > 0) else { return Ok(()) };
        let unpaid = json!([{"debt": paid["id"], "amount": "0.01"}]);
        let review = reviewed(&case, json!({"months_elapsed": months, "unpaid": unpaid}));
        let totals = &plan["totals"];
        prop_assert_eq!(
            cents(&review["totals"]["due"]),
            cents(&totals["erased"]) + cents(&totals["left"]) + 1
        );
    }

    /// The new plan settles what is owed today, within the months left and the capacity, and breaks no rule.
    #[test]
    fn the_new_plan_keeps_the_months_left_and_the_law(
        before in debts("d", 8),
        new in prop::option::of(debts("n", 3)),
        (first, second) in (2_000..60_000_i64, 0..60_000_i64),
        (run, share) in (0..=100_usize, 0..=100_i128)
    ) {
        let plan = written(&drawn(&before, &steps(first)));
        let months = (length(&plan) * run / 100).min(83);
        let case = json!({"debts": before, "plan": plan});
        let missed = fallen_due(&case, months) * share / 100;
        let document = request(json!({
            "debts": before,
            "review": {
                "plan": plan, "months_elapsed": months, "new_debts": new.clone().unwrap_or_default(),
                "unpaid": [{"debt": "d0", "amount": euros(missed)}]
            },
            "plan": steps(second),
            "want": ["review"]
        }));
        let review = answer(&document)["review"].clone();
        assert_balanced(&review);
        if cents(&review["totals"]["owed"]) == 0 {
            return Ok(());
        }
        let answer = answer(&with(document, "/want", json!(["review", "plan", "audit"])));
        let next = &answer["plan"];
        prop_assert_eq!(number(&next["horizon_months"]), 84 - months);
        prop_assert!(length(next) <= 84 - months);
        prop_assert_eq!(&next["totals"]["start"], &review["totals"]["owed"]);
        let most = i128::from(second);
        prop_assert!(list(&next["tiers"]).iter().all(|tier| cents(&tier["total"]) <= most));
        prop_assert_eq!(&answer["audit"]["clean"], true, "{}", answer["audit"]);
        for shown in ["paid", "erased", "left"] {
            prop_assert_eq!(&answer["review"]["new_plan"][shown], &next["totals"][shown]);
        }
    }
}

/// At every month of every plan of the bundled cases, the sums balance and the months add up.
#[test]
fn bundled_cases_balance_at_every_month() {
    let mut seen = 0;
    for (name, case) in common::cases() {
        if list(&case["debts"]).is_empty() || !case["review"].is_null() {
            continue;
        }
        let plan = answer(&with(case.clone(), "/want", json!(["plan"])))["plan"].clone();
        // The assets are left out: what secures a debt moves nothing in its state.
        let bare = |debt: &Value| with(debt.clone(), "/security", Value::Null);
        let debts: Vec<Value> = list(&case["debts"]).iter().map(bare).collect();
        let under_way = json!({"debts": debts, "plan": written(&plan)});
        let mut paid = -1;
        for months in 0..=length(&under_way["plan"]) {
            let review = reviewed(&under_way, json!({"months_elapsed": months}));
            assert_balanced(&review);
            assert_eq!(number(&review["months_left"]) + months, length(&under_way["plan"]), "{name}");
            let now = cents(&review["totals"]["paid"]);
            assert!(now >= paid, "{name}: month {months} pays back");
            paid = now;
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen} months of plans were walked");
}

/// What is re-examined is worked on what is owed today, in every part and report.
#[test]
fn every_part_works_on_what_is_owed_today() {
    let debts = json!([
        {"id": "rent", "label": "Office", "kind": "housing_arrears", "principal": "1000.00"},
        {"id": "loan", "label": "Banque", "kind": "bank_loan", "principal": "9000.00"}
    ]);
    let plan = json!({"tiers": [
        {"months": 5, "lines": [{"debt": "rent", "instalment": "200.00"}]},
        {"months": 36, "lines": [{"debt": "loan", "instalment": "250.00"}]}
    ]});
    let case =
        with(with(lone("1650.00"), "/debts", debts), "/review", json!({"plan": plan, "months_elapsed": 6}));
    let want =
        json!(["review", "treatments", "plan", "audit", "orientation", "report_markdown", "report_html"]);
    let answer = answer(&with(with(case, "/want", want), "/language", json!("en")));
    let ids = |rows: &Value| list(rows).iter().map(|row| common::word(&row["id"])).collect::<Vec<_>>();
    assert_eq!(ids(&answer["treatments"]), ["loan"], "the rent is settled");
    assert_eq!(ids(&answer["plan"]["debts"]), ["loan"]);
    assert_eq!(answer["plan"]["totals"]["start"], "8750.00");
    assert_eq!(answer["plan"]["horizon_months"], 78);
    assert_eq!(answer["audit"]["clean"], true);
    let report = common::word(&answer["reports"]["markdown"]);
    for told in ["Where the plan stands", "Office", "€8,750.00", "exact to the cent", "L. 724-2"] {
        assert!(report.contains(told), "{told} is not in\n{report}");
    }
}

/// The months of a suspension that ran close another one, for the auditor as for orientation.
#[test]
fn a_suspension_that_ran_is_the_only_one() {
    let waiting = json!({"tiers": [{"months": 24, "suspension": true}]});
    let debts = json!([{"id": "loan", "kind": "bank_loan", "principal": "9000.00"}]);
    let case = with(
        with(lone("1650.00"), "/debts", debts),
        "/review",
        json!({"plan": waiting, "months_elapsed": 24}),
    );
    let case = with(case, "/plan", json!({"suspension_months": 6}));
    let case = with(case, "/prospects", json!({"improvement_in_sight": true}));
    let answer = answer(&with(case, "/want", json!(["orientation", "plan", "audit"])));
    let way = list(&answer["orientation"]).iter().find(|way| way["way"] == "suspension").expect("a way");
    assert_eq!(way["opening"], "closed");
    let second =
        list(&answer["audit"]["findings"]).iter().find(|found| found["finding"] == "second_suspension");
    assert_eq!(second.expect("told")["grade"], "breach");
}
