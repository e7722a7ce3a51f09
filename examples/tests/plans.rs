//! The subcommands `plan`, `audit` and `compare`, run as people run them.

mod common;

use common::{Scratch, Told, folder, has, run, run_on};
use serde_json::{Value, json};
use std::fs;

const PARTIAL: &str = "cases/partial-erasure.json";
const COUPLE: &str = "cases/couple-revolving-credits.json";
const PENSIONER: &str = "cases/pensioner-co-debtor.json";

fn case(file: &str) -> String {
    fs::read_to_string(folder(file)).unwrap()
}

/// The plan that the options lead to.
fn drawn(file: &str, options: &[&str]) -> Value {
    let arguments = [&["plan", file, "--format", "json"], options].concat();
    run(&arguments).with_status(0).json()["plan"].clone()
}

// --- plan ------------------------------------------------------------------------------------------------------

#[test]
fn plan_prints_capacity_and_measures() {
    let told = run(&["plan", PARTIAL]).with_status(0);
    has(&told.out, &["Reste à vivre : 1 365,24 €", "284,76 €", "Tableau des mesures", "Landlord"]);
    has(&run(&["plan", PARTIAL, "--lang", "en"]).with_status(0).out, &["Table of measures", "€284.76"]);
}

#[test]
fn plan_writes_each_format() {
    let written = |format: &str| run(&["plan", PARTIAL, "--format", format]).with_status(0).out;
    has(&written("markdown"), &["# ", "Tableau des mesures"]);
    has(&written("html"), &["<!DOCTYPE html>", "</html>"]);
    assert_eq!(written("schedule-csv").lines().count(), 1 + 84, "a head and a line a month");
    assert!(written("schedule-csv-fr").contains(';'));
    assert_eq!(written("measures-csv").lines().count(), 1 + 5, "a head and a line a debt");
    assert!(written("measures-csv-fr").contains(';'));
    let answer: Value = serde_json::from_str(&written("json")).unwrap();
    for block in ["capacity", "orientation", "treatments", "plan"] {
        assert!(answer.get(block).is_some(), "{block}");
    }
    assert!(answer.get("reports").is_none());
}

/// Sums of instalments and whole months, by hand.
#[test]
fn plan_options_change_what_is_asked() {
    assert_eq!(drawn(PARTIAL, &[])["months"], 84);
    assert_eq!(drawn(PARTIAL, &["--months", "60"])["horizon_months"], 60);
    // 26 281.40 at 600.00: 44 months at least.
    let faster = drawn(PARTIAL, &["--capacity", "600"]);
    assert_eq!((&faster["label"], &faster["totals"]["paid"]), (&"decided".into(), &"26281.40".into()));
    assert!((44..=45).contains(&faster["months"].as_u64().unwrap()), "{}", faster["months"]);
    let tiers = |plan: Value| plan["tiers"].as_array().unwrap().len();
    assert!(tiers(drawn(COUPLE, &["--ranks", "strict"])) > tiers(drawn(COUPLE, &["--ranks", "grouped"])));
    let interest = |rate: &str| drawn(COUPLE, &["--rate", rate])["totals"]["interest"].clone();
    assert_eq!((interest("nil"), interest("legal")), ("0.00".into(), "5168.17".into()));
    assert_eq!(interest("2.62"), "5168.17", "the legal rate, given");
}

/// Other fields of the case's own wish stay.
#[test]
fn plan_options_leave_the_rest_of_the_wish() {
    let plan = drawn(PARTIAL, &["--capacity", "600"]);
    assert_eq!(plan["tiers"][0]["due_from"], "2026-07-31");
}

#[test]
fn plan_reads_standard_input() {
    let from_file = run(&["plan", PARTIAL]).with_status(0).out;
    assert_eq!(run_on(&["plan"], &case(PARTIAL)).with_status(0).out, from_file);
    assert_eq!(run_on(&["plan", "-"], &case(PARTIAL)).with_status(0).out, from_file);
    // A case without a wish gets one.
    let mut bare: Value = serde_json::from_str(&case(PARTIAL)).unwrap();
    for plan in [Value::Null, json!({})] {
        bare["plan"] = plan;
        let told = run_on(&["plan", "--months", "12", "--format", "json"], &bare.to_string()).with_status(0);
        assert_eq!(told.json()["plan"]["horizon_months"], 12);
    }
    bare.as_object_mut().unwrap().remove("plan");
    let told = run_on(&["plan", "--months", "12", "--format", "json"], &bare.to_string()).with_status(0);
    assert_eq!(told.json()["plan"]["horizon_months"], 12);
}

#[test]
fn plan_tells_what_is_wrong() {
    let refused = |arguments: &[&str]| run(arguments).with_status(1);
    has(
        &refused(&["plan", "cases/lone-tenant.json"]).err,
        &["lone-tenant.json:", "debts: ", "[field.missing]"],
    );
    has(&refused(&["plan", PARTIAL, "--months", "85"]).err, &["plan.horizon_months: ", "84"]);
    has(&refused(&["plan", PARTIAL, "--rate", "1000.01"]).err, &["plan.rate.percent: ", "[number.range]"]);
    has(
        &refused(&["plan", "cases/excluded-debts.json", "--capacity", "10"]).err,
        &["[plan.outside_debts_exceed_capacity]"],
    );
    let english = run(&["plan", PARTIAL, "--months", "85", "--lang", "en"]).with_status(1);
    has(&english.err, &["between 1 and 84"]);
    assert_eq!(english.out, "");
    has(&run_on(&["plan"], "[]").with_status(1).err, &["[field.type]"]);
    let bad = json!({"plan": [1]}).to_string();
    has(&run_on(&["plan", "--months", "12"], &bad).with_status(1).err, &["plan: ", "[field.type]"]);
}

// --- audit -----------------------------------------------------------------------------------------------------

fn audited(plan: &Value, options: &[&str]) -> Told {
    let file = Scratch::new("plan.json", &plan.to_string());
    run(&[&["audit", PARTIAL, "--plan", file.path()], options].concat())
}

#[test]
fn audit_finds_a_drawn_plan_clean() {
    for file in [PARTIAL, COUPLE, PENSIONER, "cases/excluded-debts.json", "cases/ten-debts.json"] {
        has(&run(&["audit", file]).with_status(0).out, &["Tableau des mesures", "aucun manquement"]);
    }
}

/// 300.00 a month where the legal maximum is 284.76, to a lender before the landlord.
#[test]
fn audit_tells_breaches_with_articles_and_amounts() {
    let line = json!({"debt": "loan", "instalment": "300.00"});
    let plan = json!({"tiers": [{"months": 3, "lines": [line]}]});
    let told = audited(&plan, &[]).with_status(3);
    has(
        &told.out,
        &[
            "- Manquements\n",
            "mois 1, 300,00 € pour une limite de 284,76 € [C. conso. L. 731-1, R. 731-1]",
            "[C. conso. L. 711-6]",
            "- Points douteux\n",
        ],
    );
    let english = audited(&plan, &["--lang", "en"]).with_status(3);
    has(&english.out, &["- Breaches\n", "month 1, €300.00 for a limit of €284.76"]);
    let long = json!({"tiers": [{"months": 90}]});
    has(
        &audited(&long, &["--lang", "en"]).with_status(3).out,
        &["90 months for a limit of 84 months [C. conso. L. 732-3, L. 733-3]"],
    );
    let answer = audited(&plan, &["--format", "json"]).with_status(3).json();
    assert_eq!(answer["audit"]["clean"], false);
    has(
        &audited(&plan, &["--format", "markdown"]).with_status(3).out,
        &["# Contrôle d'un plan", "Manquements"],
    );
    has(&audited(&plan, &["--format", "html"]).with_status(3).out, &["<!DOCTYPE html>", "</html>"]);
}

/// The plan of the case itself, under `audit`, is the one that is checked.
#[test]
fn audit_reads_the_plan_of_the_case() {
    let mut held: Value = serde_json::from_str(&case(PARTIAL)).unwrap();
    held["audit"] = json!({"tiers": [{"months": 90}]});
    has(&run_on(&["audit"], &held.to_string()).with_status(3).out, &["90 mois pour une limite de 84 mois"]);
    let other = Scratch::new("other-plan.json", &json!({"tiers": [{"months": 3}]}).to_string());
    let told = run_on(&["audit", "--plan", other.path()], &held.to_string());
    assert!(!told.out.contains("84 mois") && !told.out.contains("84\u{a0}mois"), "the option prevails");
}

#[test]
fn audit_tells_what_is_wrong() {
    let unknown = json!({"tiers": [{"months": 3, "lines": [{"debt": "nobody", "instalment": "1.00"}]}]});
    has(&audited(&unknown, &[]).with_status(1).err, &["audit.tiers[0].lines[0].debt: ", "[id.unknown]"]);
    has(&audited(&json!({"tiers": 3}), &[]).with_status(1).err, &["audit.tiers: ", "[field.type]"]);
    let broken = Scratch::new("broken-plan.json", "{");
    has(&run(&["audit", PARTIAL, "--plan", broken.path()]).with_status(1).err, &["broken-plan.json: "]);
    run(&["audit", PARTIAL, "--plan", "no-such-plan.json"]).with_status(2);
    has(&run_on(&["audit", "-", "--plan", "-"], "{}").with_status(2).err, &["entrée standard"]);
}

// --- compare ---------------------------------------------------------------------------------------------------

#[test]
fn compare_prints_policies_margins_and_ways() {
    let told = run(&["compare", COUPLE]).with_status(0);
    has(
        &told.out,
        &["Plans comparés", "Legal rate, principal first", "76 mois", "2 352,38 €", "95 %", "Suspension"],
    );
    let own = run(&["compare", PENSIONER, "--lang", "en"]).with_status(0);
    has(
        &own.out,
        &["The plan asked for", "At the legal rate", "Personal recovery with liquidation", "€1,680.00 net"],
    );
}

/// The oracle of the tests draws the same plans: months, what is paid, its interest, what is erased.
#[test]
fn compare_has_the_figures_of_the_plans() {
    let rows =
        run(&["compare", COUPLE, "--format", "json"]).with_status(0).json()["comparison"]["policies"].clone();
    let expected = [
        ("No interest", 70, "59930.21", "0.00", "0.00"),
        ("Legal rate", 76, "65098.38", "5168.17", "0.00"),
        ("Legal rate, principal first", 75, "64383.36", "4453.15", "0.00"),
        ("No interest, strict ranks", 70, "59930.21", "0.00", "0.00"),
        ("700 a month until the car is repaired, then 850", 73, "59930.21", "0.00", "0.00"),
        ("Five years, the rest erased", 60, "51577.20", "0.00", "8353.01"),
    ];
    assert_eq!(rows.as_array().unwrap().len(), expected.len());
    for (row, (name, months, paid, interest, erased)) in rows.as_array().unwrap().iter().zip(expected) {
        assert_eq!((&row["name"], &row["months"]), (&name.into(), &months.into()));
        for (figure, amount) in [("paid", paid), ("interest", interest), ("erased", erased), ("left", "0.00")]
        {
            assert_eq!(row[figure], amount, "{name}: {figure}");
        }
    }
}

#[test]
fn compare_writes_each_format_and_tells_what_is_wrong() {
    let written = |format: &str| run(&["compare", PENSIONER, "--format", format]).with_status(0).out;
    has(&written("markdown"), &["# Comparaison", "| "]);
    has(&written("html"), &["<!DOCTYPE html>", "</html>"]);
    assert_eq!(run_on(&["compare"], &case(PENSIONER)).with_status(0).out, written("text"));
    has(&run(&["compare", "cases/lone-tenant.json"]).with_status(1).err, &["debts: ", "[field.missing]"]);
}

// --- all three -------------------------------------------------------------------------------------------------

#[test]
fn help_has_articles_examples_and_exit_status() {
    for subcommand in ["plan", "audit", "compare"] {
        let told = run(&[subcommand, "--help"]).with_status(0);
        has(&told.out, &["Examples:", &format!("apurement {subcommand}"), "L. 73"]);
    }
    has(&run(&["audit", "--help"]).out, &["3 when one is"]);
    has(&run(&["plan", "--help"]).out, &["grouped", "strict", "nil, legal"]);
}

#[test]
fn usage_errors_end_with_two() {
    for arguments in [
        &["plan", "no-such-case.json"][..],
        &["plan", PARTIAL, "--ranks", "any"],
        &["plan", PARTIAL, "--rate", "low"],
        &["plan", PARTIAL, "--rate", "given"],
        &["plan", PARTIAL, "--capacity", "1e3"],
        &["plan", PARTIAL, "--months", "-1"],
        &["plan", PARTIAL, "--format", "pdf"],
        &["plan", PARTIAL, COUPLE],
        &["audit", PARTIAL, "--format", "html-page"],
        &["compare", PARTIAL, "--format", "csv"],
    ] {
        let told = run(arguments).with_status(2);
        assert!(!told.err.is_empty() && told.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn compare_two_dates_puts_both_capacities_side_by_side() {
    let before = case(PARTIAL).replace("2026-05-15", "2025-05-15").replace("1650.00", "1600.00");
    let earlier = Scratch::new("commission.json", &before);
    let told = run(&["compare", PARTIAL, "--earlier", earlier.path(), "--lang", "en"]).with_status(0);
    has(
        &told.out,
        &["Capacity at two dates", "on 15 May 2025", "on 15 May 2026", "€1,600.00", "€1,650.00", "€284.76"],
    );
    let refused = run(&["compare", PARTIAL, "--earlier", earlier.path(), "--format", "json"]).with_status(2);
    has(&refused.err, &["--earlier"]);
    let broken = Scratch::new("broken.json", &case(PARTIAL).replace("2026-05-15", "2026-02-30"));
    let faulty = run(&["compare", PARTIAL, "--earlier", broken.path()]).with_status(1);
    has(&faulty.err, &["broken.json", "assessed_on"]);
    assert!(faulty.out.is_empty(), "{}", faulty.out);
}
