//! Properties of plans over random cases of up to sixty debts, as documents: sums, order, horizon, the auditor.

mod common;

use common::{answer, cents, euros, lone, request, with};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: &[&str] = &[
    "housing_arrears",
    "energy_and_bills",
    "consumer_credit",
    "revolving_credit",
    "overdraft",
    "bank_loan",
    "tax",
    "social_overpayment",
    "maintenance",
    "penal_damages",
    "court_fine",
    "fixed_fine",
    "parking_fee",
    "pawn_loan",
    "private_lender",
    "other",
];

fn amount(most: i64) -> impl Strategy<Value = String> {
    (1_000..most).prop_map(|cents| euros(i128::from(cents)))
}

fn debts() -> impl Strategy<Value = Vec<Value>> {
    let principal = prop_oneof![amount(50_000), amount(500_000), amount(3_000_000)];
    let debt = (
        prop::sample::select(KINDS),
        principal,
        prop::option::weighted(0.3, amount(20_000)),
        prop::option::weighted(0.3, 0..2_000_u32),
        prop::bool::weighted(0.15),
    );
    let debt = debt.boxed();
    let many =
        prop_oneof![Just(4_usize), Just(12), Just(60)].prop_flat_map(move |most| vec(debt.clone(), 1..=most));
    many.prop_map(|debts| {
        let written =
            debts.into_iter().enumerate().map(|(place, (kind, principal, interest, rate, consent))| {
                let mut debt = json!({
                    "id": format!("d{place:02}"), "kind": kind, "principal": principal, "consent": consent
                });
                if let Some(interest) = interest {
                    debt["interest"] = json!(interest);
                }
                if let Some(rate) = rate {
                    debt["contract_rate"] = json!(format!("{}.{:02}", rate / 100, rate % 100));
                }
                debt
            });
        written.collect()
    })
}

/// A wish, with a capacity that may step up or down once.
fn wishes() -> impl Strategy<Value = Value> {
    (
        (amount(200_000), prop::option::weighted(0.3, (2..60_u32, amount(200_000)))),
        prop::sample::select(&["grouped", "strict"][..]),
        prop::sample::select(&["withheld", "may_flow"][..]),
        prop::sample::select(&["interest_first", "principal_first"][..]),
        prop::bool::weighted(0.25),
        prop::sample::select(&["up", "up", "down"][..]),
        prop::option::weighted(0.2, 1..=24_u32),
    )
        .prop_map(|((first, step), ranks, surplus, imputation, legal, rounding, suspension)| {
            let mut steps = vec![json!({"from_month": 1, "amount": first})];
            steps.extend(step.map(|(month, amount)| json!({"from_month": month, "amount": amount})));
            let mut wish = json!({
                "capacity_steps": steps, "ranks": ranks, "landlord_surplus": surplus, "imputation": imputation,
                "rounding": rounding, "rate": {"kind": if legal { "legal" } else { "nil" }}
            });
            if let Some(months) = suspension {
                wish["suspension_months"] = json!(months);
            }
            wish
        })
}

fn drawn(debts: &[Value], wish: &Value) -> Value {
    answer(&request(json!({"debts": debts, "plan": wish, "want": ["plan", "audit"]})))
}

/// The kinds that L. 711-6 puts after landlords.
const LENDERS: &[&str] = &["consumer_credit", "revolving_credit", "overdraft", "bank_loan"];

/// What a line pays in a month of its tier, counted from 0.
fn paid_in(line: &Value, month: u64) -> i128 {
    let payments = line["payments"].as_u64().expect("a number of payments");
    match month + 1 {
        month if month < payments => cents(&line["instalment"]),
        month if month == payments => cents(&line["last"]),
        _ => 0,
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// The capacity of a month.
fn capacity(wish: &Value, month: u64) -> i128 {
    let mut steps = list(&wish["capacity_steps"]).iter();
    let step = steps.rfind(|step| step["from_month"].as_u64().expect("a month") <= month);
    cents(&step.expect("a step")["amount"])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What was due and its interest are what is paid, erased and left, for each debt and in all.
    #[test]
    fn every_debt_balances(debts in debts(), wish in wishes()) {
        let plan = &drawn(&debts, &wish)["plan"];
        let mut sums = [0; 5];
        for debt in list(&plan["debts"]) {
            let [start, interest, paid, erased, left] =
                ["start", "interest", "paid", "erased", "left"].map(|name| debt.get(name).map_or(0, cents));
            prop_assert_eq!(start + interest, paid + erased + left, "{}", debt);
            prop_assert!(paid >= 0 && erased >= 0 && left >= 0);
            for (sum, part) in sums.iter_mut().zip([start, interest, paid, erased, left]) {
                *sum += part;
            }
        }
        for (name, sum) in ["start", "interest", "paid", "erased", "left"].iter().zip(sums) {
            prop_assert_eq!(cents(&plan["totals"][name]), sum, "{}", name);
        }
    }

    /// No month passes its capacity or the horizon; tiers follow each other without a gap.
    #[test]
    fn tiers_stay_within_capacity_and_horizon(debts in debts(), wish in wishes()) {
        let plan = &drawn(&debts, &wish)["plan"];
        let mut next = 1;
        for tier in list(&plan["tiers"]) {
            let from = tier["from_month"].as_u64().expect("a month");
            let months = tier["months"].as_u64().expect("months");
            prop_assert_eq!(from, next, "the tiers join");
            next = from + months;
            let lines = list(&tier["lines"]);
            let total: i128 = lines.iter().map(|line| cents(&line["instalment"])).sum();
            for month in from..next {
                prop_assert!(total <= capacity(&wish, month), "month {} of {}", month, plan);
            }
        }
        prop_assert!(next <= 85, "at most 84 months");
    }

    /// The auditor, which shares no code with the generator, finds nothing against the law.
    #[test]
    fn the_auditor_finds_no_breach(debts in debts(), wish in wishes()) {
        let answer = drawn(&debts, &wish);
        prop_assert_eq!(&answer["audit"]["clean"], true, "{}", answer["audit"]);
    }

    /// The order in which debts are named changes nothing.
    #[test]
    fn the_order_of_debts_changes_nothing(
        (debts, shuffled) in debts().prop_flat_map(|debts| (Just(debts.clone()), Just(debts).prop_shuffle())),
        wish in wishes()
    ) {
        let [one, other] = [&debts, &shuffled].map(|debts| drawn(debts, &wish)["plan"].clone());
        prop_assert_eq!(&one["totals"], &other["totals"]);
        prop_assert_eq!(&one["objective"], &other["objective"]);
        let by_id = |plan: &Value| {
            let mut debts = list(&plan["debts"]).to_vec();
            debts.sort_by_key(|debt| debt["id"].to_string());
            debts
        };
        prop_assert_eq!(by_id(&one), by_id(&other));
    }

    /// In every month the payments, last ones included, stay within the capacity.
    #[test]
    fn no_month_passes_the_capacity(debts in debts(), wish in wishes()) {
        let plan = &drawn(&debts, &wish)["plan"];
        for tier in list(&plan["tiers"]) {
            let from = tier["from_month"].as_u64().expect("a month");
            for month in 0..tier["months"].as_u64().expect("months") {
                let paid: i128 = list(&tier["lines"]).iter().map(|line| paid_in(line, month)).sum();
                prop_assert!(paid <= capacity(&wish, from + month), "month {} of {}", from + month, plan);
            }
        }
    }

    /// Strict ranks without interest: a lower rank is paid only in a tier that ends the ranks above it, or once they
    /// are paid; a lender that waits for a landlord holds nobody up.
    #[test]
    fn no_lower_rank_before_a_strict_higher_one(debts in debts(), wish in wishes()) {
        let wish = with(with(wish, "/ranks", json!("strict")), "/rate", json!({"kind": "nil"}));
        let plan = &drawn(&debts, &with(wish, "/suspension_months", Value::Null))["plan"];
        let mut owed: Vec<(String, u64, i128)> = list(&plan["debts"])
            .iter()
            .filter(|debt| debt["outside"] == false)
            .map(|debt| {
                let id = debt["id"].as_str().expect("an id").to_owned();
                (id, debt["rank"].as_u64().expect("a rank"), cents(&debt["start"]))
            })
            .collect();
        let kind = |id: &str| {
            let debt = debts.iter().find(|debt| debt["id"] == id);
            debt.expect("a debt")["kind"].as_str().expect("a kind")
        };
        for tier in list(&plan["tiers"]) {
            let landlord = owed.iter().any(|(id, _, due)| kind(id) == "housing_arrears" && *due > 0);
            let payable = |id: &str| !(landlord && LENDERS.contains(&kind(id)));
            let lead = owed.iter().filter(|(id, _, due)| *due > 0 && payable(id)).map(|(_, rank, _)| *rank).min();
            let mut lowest = 0;
            for line in list(&tier["lines"]) {
                let months = tier["months"].as_u64().expect("months");
                let paid: i128 = (0..months).map(|month| paid_in(line, month)).sum();
                if let Some((_, rank, due)) = owed.iter_mut().find(|(id, _, _)| line["debt"] == *id) {
                    *due -= paid;
                    lowest = lowest.max(*rank);
                }
            }
            if let Some(lead) = lead.filter(|lead| lowest > *lead) {
                let ended = owed.iter().all(|(id, rank, due)| *rank != lead || *due == 0 || !payable(id));
                prop_assert!(ended, "rank {} is paid before rank {} ends: {}", lowest, lead, plan);
            }
        }
    }

    /// More capacity never leaves more unpaid; where everything may be erased, it never erases more.
    #[test]
    fn more_capacity_never_leaves_more(debts in debts(), wish in wishes(), more in 1..30_000_i64) {
        let mut richer = wish.clone();
        for step in richer["capacity_steps"].as_array_mut().expect("steps") {
            step["amount"] = json!(euros(cents(&step["amount"]) + i128::from(more)));
        }
        let [one, other] = [&wish, &richer].map(|wish| drawn(&debts, wish)["plan"]["totals"].clone());
        let unpaid = |totals: &Value| cents(&totals["erased"]) + cents(&totals["left"]);
        prop_assert!(unpaid(&other) <= unpaid(&one), "{} more: {} then {}", more, one, other);
    }

    /// Creditors of one rank end with the same share of their claims, to a cent a month: also those whom the token
    /// floor kept waiting. From a hundred euros on: below, the cents of sixty short instalments weigh more.
    #[test]
    fn equal_dividends_within_a_rank(
        debts in debts(),
        first in 10_000..200_000_i64,
        rank in prop::sample::select(&["tax", "overdraft", "other"][..])
    ) {
        let debts: Vec<Value> = debts.into_iter().map(|debt| with(debt, "/kind", json!(rank))).collect();
        let plan = &drawn(&debts, &json!({"capacity_steps": [{"from_month": 1, "amount": euros(first.into())}]}))["plan"];
        let dividends: Vec<(i128, i128)> =
            list(&plan["debts"]).iter().map(|debt| (cents(&debt["paid"]), cents(&debt["start"]))).collect();
        for (paid, start) in &dividends {
            for (other, whole) in &dividends {
                let gap = (paid * whole - other * start).abs();
                prop_assert!(gap <= 84 * (start + whole), "{}/{} and {}/{} in {}", paid, start, other, whole, plan);
            }
        }
    }

    /// A cent above the legal maximum in any month is a breach, told with both amounts.
    #[test]
    fn a_cent_above_the_legal_maximum_is_told(debts in debts(), wish in wishes()) {
        let wish = with(wish, "/capacity_steps", Value::Null);
        let case = with(with(lone("1650.00"), "/debts", json!(debts)), "/plan", wish);
        let drawn = answer(&with(case.clone(), "/want", json!(["capacity", "plan"])));
        let most = cents(&drawn["capacity"]["computed"]);
        let line = |line: &Value| {
            json!({"debt": line["debt"], "instalment": line["instalment"], "last": line["last"]})
        };
        let mut tiers: Vec<Value> = list(&drawn["plan"]["tiers"])
            .iter()
            .map(|tier| {
                let lines: Vec<Value> = list(&tier["lines"]).iter().map(line).collect();
                json!({"months": tier["months"], "suspension": tier["suspension"] == true, "lines": lines})
            })
            .collect();
        // A line of one month is its last payment alone.
        let regular = |tier: &Value| tier["months"] != 1 && !list(&tier["lines"]).is_empty();
        let Some(place) = tiers.iter().position(regular) else { return Ok(()) };
        let others: i128 = list(&tiers[place]["lines"]).iter().skip(1).map(|l| cents(&l["instalment"])).sum();
        tiers[place]["lines"][0]["instalment"] = json!(euros(most + 1 - others));
        let audited = answer(&with(with(case, "/want", json!(["audit"])), "/audit", json!({"tiers": tiers})));
        let told = list(&audited["audit"]["findings"]).iter().find(|finding| {
            finding["finding"] == "legal_maximum_exceeded" && cents(&finding["found"]) > most
        });
        prop_assert!(told.is_some_and(|finding| finding["grade"] == "breach"), "{}", audited["audit"]);
        prop_assert_eq!(cents(&told.expect("told")["bound"]), most);
    }
}

/// The auditor on the plan of every vector: none breaks a rule, but where nothing can be planned.
#[test]
fn the_plans_of_the_vectors_are_free_of_breaches() {
    let mut checked = 0;
    for vector in apurement_tests::vectors::all().iter().filter(|vector| vector.parts().contains(&"plan")) {
        let request: Value = serde_json::from_slice(&vector.request).expect("JSON");
        let audited = answer(&with(request, "/want", json!(["plan", "audit"])));
        if list(&audited["plan"]["tiers"]).is_empty() {
            // No tier, no plan: the auditor says that no combination clears the debts, and nothing else.
            let findings = list(&audited["audit"]["findings"]);
            assert!(findings.iter().all(|finding| finding["finding"] == "remainder_left"), "{}", vector.id);
            continue;
        }
        assert_eq!(audited["audit"]["clean"], true, "{}: {}", vector.id, audited["audit"]);
        checked += 1;
    }
    assert!(checked > 80, "{checked} plans only");
}
