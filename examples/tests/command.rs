//! The built command, run as people run it. Legal figures are those of the texts named beside them.

mod common;

use apurement::fr::deadline::EventKind;
use apurement::vocabulary::Vocabulary;
use common::{Scratch, Told, apurement, folder, has, run, run_on, run_on_bytes};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

// --- scale -----------------------------------------------------------------------------------------------------

#[test]
fn scale_gives_both_amounts_with_the_decree() {
    let told = run(&["scale", "--income", "1500", "--on", "2026-05-15"]).with_status(0);
    has(&told.out, &["15/05/2026", "décret n° 2025-1299", "R. 3252-2", "1 500,00 €", "234,76 €", "651,69 €"]);
}

#[test]
fn scale_and_seizable_differ_on_a_small_pay() {
    let arguments = ["scale", "--income", "660.00", "--on", "2026-05-15", "--json"];
    let answer = run(&arguments).with_status(0).json();
    assert_eq!(answer["scale_amount"], "47.33");
    assert_eq!(answer["seizable"], "8.31"); // C. trav. L. 3252-3: 651.69 stay.
    assert_eq!(answer["left_to_debtor"], "651.69");
    assert_eq!(answer["scale"]["from"], "2026-01-01");
}

#[test]
fn scale_speaks_english() {
    let arguments = ["--lang", "en", "scale", "--income", "1500", "--dependants", "2", "--on", "2026-05-15"];
    has(&run(&arguments).with_status(0).out, &["Scale amount", "€171.42", "2026-05-15"]);
}

#[test]
fn scale_before_june_2009_knows_no_seizable_amount() {
    let told = run(&["scale", "--income", "1500", "--on", "2009-03-01", "--json"]).with_status(0);
    assert_eq!(told.json()["error"]["name"], "law.before_coverage");
    assert!(told.json()["seizable"].is_null() && told.json()["scale_amount"].is_string());
}

#[test]
fn scale_needs_the_household_from_2009_to_2012() {
    let arguments = ["scale", "--income", "690", "--on", "2011-05-01", "--json"];
    assert_eq!(run(&arguments).with_status(0).json()["error"]["name"], "law.household_needed");
    let couple = run(&[&arguments[..], &["--adults", "2", "--children", "0"]].concat()).with_status(0).json();
    assert_eq!(couple["floor"], "700.49"); // 466.99 x 1.5
    assert_eq!(couple["seizable"], "0.00");
}

#[test]
fn scale_refuses_what_nobody_verified_unless_told() {
    let arguments = ["scale", "--income", "1500", "--on", "2027-01-01"];
    has(&run(&arguments).with_status(1).err, &["[law.unverified]", "31"]);
    let told = run(&[&arguments[..], &["--accept-unverified"]].concat()).with_status(0);
    has(&told.out, &["234,76 €", "n'est plus vérifié"]);
}

#[test]
fn scale_before_2009_is_refused() {
    let told = run(&["scale", "--income", "1500", "--on", "2008-12-31", "--lang", "en"]).with_status(1);
    assert_eq!(told.err, "garnishment scale: no value before 1 January 2009 [law.before_coverage]\n");
}

#[test]
fn a_sheet_keeps_its_columns_and_tells_bad_rows() {
    let sheet = "dependants,date,income\n\
        0,2026-05-15,1500\n\
        0,2026-05-15,660.00\n\
        0,2026-05-15,secret\n\
        0,2026-05-15,12.345\n\
        0,15/05/2026,1500\n\
        1.3,2026-05-15,1500\n\
        0,2026-05-15,-5\n\
        ,2026-05-15,1500\n\
        0,2008-05-15,1500\n\
        0,2009-03-01,1500\n\
        0,2011-05-01,690\n\
        0,2027-01-01,1500\n\
        0,2026-05-15,1500,9\n\
        0\n";
    let told = run_on(&["scale", "--csv", "--lang", "en"], sheet).with_status(0);
    let lines = told.lines();
    assert_eq!(lines[0], "dependants,date,income,scale_amount,seizable,error");
    assert_eq!(lines[1], "0,2026-05-15,1500,234.76,234.76,");
    assert_eq!(lines[2], "0,2026-05-15,660.00,47.33,8.31,");
    let errors = [
        "amount.format: income: ",
        "amount.decimals: income: ",
        "date.format: date: ",
        "number.format: dependants: ",
        "amount.negative: income: ",
        "field.missing: dependants: ",
        "law.before_coverage: ",
        "law.before_coverage: ",
        "law.household_needed: ",
        "law.unverified: ",
        "field.unknown: ",
        "field.missing: date: ",
    ];
    let mut reader = csv::Reader::from_reader(told.out.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 14);
    for (record, error) in records[2..].iter().zip(errors) {
        assert!(record[5].starts_with(error), "{error:?} expected, {:?} found", &record[5]);
        assert_eq!(&record[4], "");
        let scale_known = matches!(error, "law.household_needed: ") || &record[1] == "2009-03-01";
        assert_eq!(!record[3].is_empty(), scale_known, "{record:?}");
        assert!(!record[5].contains("secret"));
    }
    assert_eq!(told.err, "14 rows, 12 with an error\n");
}

#[test]
fn a_sheet_may_name_territory_and_household() {
    let sheet = "date,income,dependants,territory,adults,children\n\
        2011-05-01,690,0,metropole,2,0\n\
        2011-05-01,690,0,,1,0\n\
        2025-05-01,660,0,mayotte,,\n\
        2025-05-01,660,0,paris,,\n\
        2011-05-01,690,0,metropole,two,0\n";
    let told = run_on(&["scale", "--csv"], sheet).with_status(0);
    let lines = told.lines();
    has(lines[1], &["metropole,2,0,"]);
    assert!(lines[1].ends_with(",0.00,"), "{}", lines[1]);
    assert!(lines[2].ends_with(",") && !lines[2].ends_with(",0.00,"), "{}", lines[2]);
    assert!(lines[3].ends_with(","), "{}", lines[3]);
    has(lines[4], &["field.value: territory: "]);
    has(lines[5], &["number.format: adults: "]);
}

#[test]
fn a_french_sheet_goes_round() {
    let sheet = "\u{feff}date;income;dependants\r\n2026-05-15;1500,00;0,5\r\n2026-05-15;660;0\r\n2026-05-15;1500.00;0\r\n";
    let french = run_on(&["scale", "--fr-csv"], sheet).with_status(0);
    let lines = french.lines();
    assert_eq!(lines[0], "date;income;dependants;scale_amount;seizable;error");
    has(lines[1], &["2026-05-15;1500,00;0,5;"]);
    assert_eq!(lines[2], "2026-05-15;660;0;47,33;8,31;");
    has(lines[3], &["2026-05-15;1500.00;0;;;", "amount.format: income: "]);
    assert_eq!(french.err, "3 lignes, dont 1 en erreur\n");

    let plain =
        run_on(&["scale", "--csv"], "date,income,dependants\n2026-05-15,1500.00,0.5\n").with_status(0);
    let figures: Vec<String> = lines[1].split(';').map(|cell| cell.replace(',', ".")).collect();
    assert_eq!(plain.lines()[1], figures.join(","));
}

#[test]
fn a_header_that_is_not_understood_is_refused_whole() {
    let told = run_on(&["scale", "--csv"], "date,revenu,dependants\n2026-05-15,1500,0\n").with_status(2);
    assert_eq!(told.out, "");
    has(&told.err, &["colonne inconnue : revenu", "colonne manquante : income", "facultatives : territory"]);
    let told = run_on(&["scale", "--csv"], "date;income;dependants\n").with_status(2);
    has(&told.err, &["--fr-csv"]);
    run_on(&["scale", "--csv"], "").with_status(2);
    run_on(&["scale", "--csv"], "date,date,income,dependants\n").with_status(2);
}

#[test]
fn cells_that_are_not_utf8_spoil_their_row_only() {
    let sheet = b"date,income,dependants\n2026-05-15,15\xe900,0\n2026-05-15,1500,0\n";
    let told = {
        let mut command = apurement(&["scale", "--csv"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(sheet).unwrap();
        child.wait_with_output().unwrap()
    };
    let out = String::from_utf8_lossy(&told.stdout).into_owned();
    has(&out, &["document.not_utf8: income: ", "2026-05-15,1500,0,234.76,234.76,"]);
}

#[test]
fn a_sheet_without_rows_gives_its_header() {
    let told = run_on(&["floor", "--csv"], "date,territory,adults,children\n").with_status(0);
    assert_eq!(told.out, "date,territory,adults,children,floor,error\n");
}

#[test]
fn a_long_sheet_is_answered_row_by_row() {
    let rows = 20_000;
    let sheet = format!("date,income,dependants\n{}", "2026-05-15,1500,0\n".repeat(rows));
    let told = run_on(&["scale", "--csv"], &sheet).with_status(0);
    assert_eq!(told.lines().len(), rows + 1);
    assert!(told.lines()[1..].iter().all(|line| *line == "2026-05-15,1500,0,234.76,234.76,"));
}

// --- floor -----------------------------------------------------------------------------------------------------

#[test]
fn floor_of_a_couple_with_two_children() {
    let arguments = ["floor", "--adults", "2", "--children", "2", "--on", "2025-05-01"];
    has(&run(&arguments).with_status(0).out, &["646,52 €", "1 357,69 €"]);
    let answer = run(&[&arguments[..], &["--json"]].concat()).with_status(0).json();
    assert_eq!((&answer["one_person"], &answer["floor"]), (&"646.52".into(), &"1357.69".into()));
}

#[test]
fn floor_sheet_tells_unknown_amounts() {
    let sheet = "date,territory,adults,children\n\
        2025-05-01,metropole,2,2\n\
        2026-05-01,mayotte,1,0\n\
        2010-05-01,reunion,1,0\n\
        2025-05-01,metropole,3,0\n\
        2025-05-01,metropole,,0\n";
    let told = run_on(&["floor", "--csv"], sheet).with_status(0);
    let lines = told.lines();
    assert_eq!(lines[1], "2025-05-01,metropole,2,2,1357.69,");
    for (line, error) in
        lines[2..].iter().zip(["law.unknown_value", "law.not_in_force", "number.range", "field.missing"])
    {
        has(line, &[error]);
    }
}

// --- garnish ---------------------------------------------------------------------------------------------------

#[test]
fn garnish_serves_claims_in_order() {
    let arguments = [
        "--net",
        "1500",
        "--on",
        "2026-02-28",
        "--maintenance",
        "100",
        "--privileged",
        "150",
        "--ordinary",
        "300",
    ];
    let told = run(&[&["garnish"], &arguments[..]].concat()).with_status(0);
    has(&told.out, &["234,76 €", "100,00 €", "150,00 €", "84,76 €", "1 165,24 €"]);
    let answer = run(&[&["garnish", "--json"], &arguments[..]].concat()).with_status(0).json();
    let paid: Vec<&str> =
        answer["claims"].as_array().unwrap().iter().map(|c| c["paid"].as_str().unwrap()).collect();
    assert_eq!(paid, ["100.00", "150.00", "84.76"]);
    assert_eq!(answer["left_to_debtor"], "1165.24");
}

#[test]
fn garnish_states_its_method() {
    let arguments = ["garnish", "--net", "1500", "--on", "2026-02-28", "--ordinary", "300", "--explain"];
    has(&run(&arguments).with_status(0).out, &["Mode de calcul", "  - ", "[C. trav. L. 3252-"]);
    let answer = run(&[&arguments[..], &["--json", "--lang", "en"]].concat()).with_status(0).json();
    assert!(!answer["explanation"].as_array().unwrap().is_empty());
}

#[test]
fn garnish_sheet_gives_what_each_receives() {
    let sheet = "date,net,dependants,maintenance,privileged,ordinary\n\
        2026-02-28,1500,0,100,150,300\n\
        2026-02-28,1500,0,,,300\n\
        2011-02-28,1500,0,,,300\n\
        2026-02-28,1500,0,-1,,300\n";
    let told = run_on(&["garnish", "--csv"], sheet).with_status(0);
    let lines = told.lines();
    assert!(lines[0].ends_with(
        "ordinary,scale_amount,seizable,maintenance_paid,privileged_paid,ordinary_paid,left_to_debtor,error"
    ));
    assert_eq!(lines[1], "2026-02-28,1500,0,100,150,300,234.76,234.76,100.00,150.00,84.76,1165.24,");
    assert_eq!(lines[2], "2026-02-28,1500,0,,,300,234.76,234.76,0.00,0.00,234.76,1265.24,");
    has(lines[3], &[",,,,,", "law.household_needed: "]);
    has(lines[4], &["amount.negative: maintenance: "]);
}

#[test]
fn garnish_left_the_rsa_of_the_household_in_2011() {
    let arguments = ["garnish", "--net", "690", "--on", "2011-05-01", "--ordinary", "300"];
    has(&run(&arguments).with_status(1).err, &["[law.household_needed]"]);
    let couple = run(&[&arguments[..], &["--adults", "2", "--children", "0", "--json"]].concat())
        .with_status(0)
        .json();
    assert_eq!((&couple["floor"], &couple["withheld"]), (&"700.49".into(), &"0.00".into()));
}

// --- law -------------------------------------------------------------------------------------------------------

#[test]
fn law_lists_its_tables() {
    let told = run(&["law"]).with_status(0);
    has(&told.out, &["garnishment_scale", "rsa_mayotte", "expense_scale", "31/12/2026", "01/01/2009"]);
    let answer = run(&["law", "--json"]).with_status(0).json();
    assert_eq!(answer["tables"].as_array().unwrap().len(), 17);
}

#[test]
fn law_shows_a_table_with_its_sources_and_gaps() {
    has(
        &run(&["law", "garnishment_scale"]).with_status(0).out,
        &["25810", "n° 2025-1299", "LEGIARTI", "éditeurs lus"],
    );
    has(&run(&["law", "rsa_mayotte", "--lang", "en"]).with_status(0).out, &["2026-04-01  unknown"]);
}

#[test]
fn law_on_a_day_says_what_is_in_force_or_why_nothing_is() {
    let on = |table: &str, day: &str| run(&["law", table, "--on", day, "--lang", "en"]).with_status(0).out;
    has(&on("rsa_general", "2026-05-15"), &["2026-04-01  651.69"]);
    has(&on("rsa_general", "2008-05-15"), &["no value before 2009-06-01"]);
    has(&on("rsa_general", "2028-05-15"), &["651.69", "not verified"]);
    has(&on("rsa_mayotte", "2026-05-15"), &["unknown"]);
    has(&on("expense_scale", "2026-05-15"), &["overlay"]);
    has(&run(&["law", "--on", "2026-05-15"]).with_status(0).out, &["garnishment_scale", "651.69"]);
}

#[test]
fn law_lists_the_time_limits_and_shows_each() {
    has(
        &run(&["law", "deadlines"]).with_status(0).out,
        &[
            "contest_of_measures — Contester les mesures imposées\n    30 jours, débiteur et créanciers, certain\n    C. conso. L. 733-10 ; C. conso. R. 733-6\n",
        ],
    );
    has(
        &run(&["law", "contest_of_measures"]).with_status(0).out,
        &["(measures_notified)", "(measures_contested)"],
    );
    let events = run(&["law", "events"]).with_status(0).out;
    assert_eq!(events.lines().count(), EventKind::WORDS.len());
    has(&events, &["file_deposited ", "dépôt du dossier"]);
    let events = run(&["law", "events", "--json", "--lang", "en"]).with_status(0).json();
    assert_eq!(events["admissibility_decided"], "decision of admissibility");
    let all = run(&["law", "deadlines", "--json"]).with_status(0).json();
    assert_eq!(all["limits"].as_array().unwrap().len(), apurement::fr::deadline::LIMITS.len());
    let window = run(&["law", "legal_rate_window", "--lang", "en", "--json"]).with_status(0).json();
    assert_eq!(window["limits"][0]["starts"][0], "missed:orientation_due");
    assert_eq!(window["limits"][0]["certainty"], "unsure");
    let frozen = run(&["law", "termination_clause_frozen"]).with_status(0).out;
    has(
        &frozen,
        &["loyer ou charges impayés de nouveau", "C. conso. L. 714-1, II", "24 mois", "à savoir : "],
    );
    let on = |day: &str| run(&["law", "ban_on_paying", "--on", day, "--lang", "en"]).with_status(0).out;
    has(&on("2026-11-19"), &["10° et 11°", "request_for_measures not kept"]);
    has(&on("2026-11-20"), &["12° et 13°"]);
    has(&on("2023-12-31"), &["no text read before 2024-01-01: the first text read is applied"]);
    let wait = run(&["law", "wage_seizure_wait", "--on", "2025-06-30"]).with_status(0).out;
    has(&wait, &["ce délai n'existait pas"]);
}

#[test]
fn law_does_not_know_every_name() {
    has(&run(&["law", "rsa"]).with_status(2).err, &["[law.unknown_table]", "rsa_general"]);
}

// --- overlays --------------------------------------------------------------------------------------------------

const DOUBLED_INCREMENT: &str = r#"{"name": "reform", "garnishment_scale": [
    {"from": "2026-01-01", "thresholds": [4480, 8730, 13000, 17230, 21470, 25810], "increment": 3480}]}"#;

#[test]
fn an_overlay_changes_the_law_of_every_subcommand() {
    let overlay = Scratch::new("reform.json", DOUBLED_INCREMENT);
    let with = |arguments: &[&str]| run(&[arguments, &["--overlay", overlay.path()]].concat()).with_status(0);
    let arguments = ["--dependants", "2", "--on", "2026-05-15", "--json"];
    assert_eq!(
        with(&[&["scale", "--income", "1500"], &arguments[..]].concat()).json()["scale_amount"],
        "121.58"
    );
    assert_eq!(
        with(&[&["garnish", "--net", "1500"], &arguments[..]].concat()).json()["scale_amount"],
        "121.58"
    );
    has(&with(&["law", "garnishment_scale"]).out, &["3480", "overlay, reform"]);
    let answer = with(&["evaluate", "cases/lone-tenant.json", "--json"]).json();
    assert_eq!(answer["law_book"]["overlays"][0], "reform");
}

#[test]
fn an_overlay_at_fault_is_told_with_its_path() {
    let overlay = Scratch::new("bad.json", &DOUBLED_INCREMENT.replace("8730", "1").replace("reform", "r"));
    let told = run(&["law", "--overlay", overlay.path()]).with_status(2);
    has(&told.err, &["garnishment_scale[0].thresholds: ", "[overlay.thresholds]"]);
    let misspelt = Scratch::new("misspelt.json", r#"{"name": "x", "rsas": []}"#);
    has(&run(&["law", "--overlay", misspelt.path()]).with_status(2).err, &["rsas: ", "[field.unknown]"]);
    run(&["law", "--overlay", "no-such-file.json"]).with_status(2);
}

#[test]
fn the_example_overlay_is_the_one_in_its_case() {
    let read = |path: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(folder(path)).unwrap()).unwrap()
    };
    assert_eq!(
        read("cases/commission-scale.json")["law"]["overlays"][0],
        read("overlays/commission-scale.json")
    );
    let overlay = ["--overlay", "overlays/commission-scale.json"];
    let told =
        run(&[&["evaluate", "cases/lone-tenant.json", "--json"], &overlay[..]].concat()).with_status(0);
    assert_eq!(told.json()["budget"]["flat_rates"][0]["counted"], "500.00");
}

// --- evaluate --------------------------------------------------------------------------------------------------

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder("cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_case_is_answered() {
    assert!(cases().len() >= 15);
    for case in cases() {
        let file = case.to_str().unwrap();
        for lang in ["fr", "en"] {
            let told = run(&["evaluate", file, "--lang", lang, "--explain"]).with_status(0);
            assert!(told.err.is_empty() && told.lines().len() > 10, "{file}: {told:?}");
        }
        let answer = run(&["evaluate", file, "--json"]).with_status(0).json();
        assert!(answer.get("errors").is_none(), "{file}");
        let book = &answer["advisories"];
        assert!(!book.to_string().contains("law.unverified"), "{file}: {book}");
    }
}

/// The oracle of the tests draws the same plans: months, what is paid, its interest, what is erased.
#[test]
fn cases_with_debts_have_their_plans() {
    let plans = [
        ("partial-erasure", 84, "23919.83", "0.00", "2361.57"),
        ("repaid-in-full", 39, "11047.69", "467.69", "0.00"),
        ("excluded-debts", 84, "23872.22", "0.00", "2757.78"),
        ("moratorium", 84, "9480.00", "0.00", "1440.00"),
        ("ten-debts", 46, "38393.85", "0.00", "0.00"),
        ("owner-selling", 84, "35596.02", "0.00", "5960.78"),
        ("couple-revolving-credits", 70, "59930.21", "0.00", "0.00"),
        ("pensioner-co-debtor", 84, "18017.88", "0.00", "7751.46"),
    ];
    for (name, months, paid, interest, erased) in plans {
        let answer = run(&["evaluate", &format!("cases/{name}.json"), "--json"]).with_status(0).json();
        let plan = &answer["plan"];
        assert_eq!(plan["months"], months, "{name}");
        for (total, expected) in
            [("paid", paid), ("interest", interest), ("erased", erased), ("left", "0.00")]
        {
            assert_eq!(plan["totals"][total], expected, "{name}: {total}");
        }
    }
}

#[test]
fn evaluate_writes_each_format() {
    let file = "cases/partial-erasure.json";
    let written = |format: &str| run(&["evaluate", file, "--format", format]).with_status(0).out;
    has(&written("text"), &["Tableau des mesures", "284,76"]);
    has(&written("markdown"), &["# ", "Tableau des mesures", "284,76"]);
    has(&written("html"), &["<!DOCTYPE html>", "Tableau des mesures", "</html>"]);
    let schedule = written("schedule-csv");
    assert_eq!(schedule.lines().count(), 1 + 84, "a head and a line a month");
    assert!(written("schedule-csv-fr").contains(';'));
    assert_eq!(written("measures-csv").lines().count(), 1 + 5, "a head and a line a debt");
    assert!(written("measures-csv-fr").contains(';'));
    let told = run(&["evaluate", "cases/lone-tenant.json", "--format", "schedule-csv"]).with_status(1);
    has(&told.err, &["debts"]);
    run(&["evaluate", file, "--format", "html", "--json"]).with_status(2);
    has(&run(&["evaluate", file, "--format", "html", "--explain"]).with_status(2).err, &["--explain"]);
}

/// Checked by hand and by the oracle of the tests, from the articles.
#[test]
fn cases_have_the_figures_of_the_law() {
    let capacities = [
        ("lone-tenant", "284.76", "1365.24"),
        ("couple-three-children", "852.87", "2653.08"),
        ("lone-filer-in-couple", "211.35", "1332.40"),
        ("owner-main-home", "1169.62", "1306.88"),
        ("pensioner", "185.79", "1139.70"),
        ("mayotte", "116.81", "1426.99"),
        ("alternating-custody", "250.61", "1951.99"),
        ("nil-capacity", "0.00", "1340.20"),
        ("commission-scale", "143.30", "1818.60"),
    ];
    for (name, computed, left_to_live) in capacities {
        let answer = run(&["evaluate", &format!("cases/{name}.json"), "--json"]).with_status(0).json();
        let capacity = &answer["capacity"];
        assert_eq!(capacity["computed"], computed, "{name}");
        assert_eq!(capacity["left_to_live"], left_to_live, "{name}");
    }
    let answer = run(&["evaluate", "cases/garnishment-payroll.json", "--json"]).with_status(0).json();
    let claims = answer["garnishment"]["claims"].as_array().unwrap();
    let paid: Vec<&str> = claims.iter().map(|claim| claim["paid"].as_str().unwrap()).collect();
    assert_eq!(paid, ["262.50", "118.00", "210.26", "72.99"]);
    assert_eq!(answer["garnishment"]["left_to_debtor"], "1364.69");
}

#[test]
fn the_report_is_french_unless_asked() {
    has(&run(&["evaluate", "cases/lone-tenant.json"]).with_status(0).out, &["284,76 €", "1 365,24 €"]);
    has(
        &run(&["evaluate", "cases/lone-tenant.json", "--lang", "en"]).with_status(0).out,
        &["€284.76", "€1,365.24"],
    );
}

#[test]
fn an_explanation_is_an_indented_tree() {
    let told = run(&["evaluate", "cases/lone-tenant.json", "--explain"]).with_status(0);
    has(&told.out, &["étape par étape", "\n  - ", "\n    - ", "[C. conso. L. 731-1", "C. trav. R. 3252-2"]);
    let plain = run(&["evaluate", "cases/lone-tenant.json"]).with_status(0);
    assert!(!plain.out.contains("étape par étape"));
}

#[test]
fn standard_input_and_several_files() {
    let case = fs::read_to_string(folder("cases/lone-tenant.json")).unwrap();
    let from_file = run(&["evaluate", "cases/lone-tenant.json"]).with_status(0).out;
    assert_eq!(run_on(&["evaluate"], &case).with_status(0).out, from_file);
    assert_eq!(run_on(&["evaluate", "-"], &case).with_status(0).out, from_file);
    let two = run(&["evaluate", "cases/lone-tenant.json", "cases/pensioner.json"]).with_status(0).out;
    has(&two, &["=== cases/lone-tenant.json", "=== cases/pensioner.json", "284,76 €", "185,79 €"]);
}

#[test]
fn json_is_what_the_library_answers() {
    let case = fs::read(folder("cases/lone-tenant.json")).unwrap();
    let told = run(&["evaluate", "cases/lone-tenant.json", "--json"]).with_status(0);
    assert_eq!(told.out.as_bytes(), [apurement::evaluate(&case), vec![b'\n']].concat());
}

#[test]
fn all_faults_of_a_case_are_told_at_once() {
    let case = r#"{"schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
        "household": {"applicants": [{"id": "a"}], "children": [{"id": "c", "age": 3, "custody": "shared"}]},
        "resources": [{"kind": "wage", "amount": 1650.005}]}"#;
    let told = run_on(&["evaluate", "--lang", "en"], case).with_status(1);
    assert_eq!(told.out, "");
    has(
        &told.err,
        &["household.children[0].custody: ", "[field.value]", "resources[0].amount: ", "[amount.decimals]"],
    );
    let answer = run_on(&["evaluate", "--json"], case).with_status(1).json();
    assert_eq!(answer["errors"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_not_a_document_is_told_by_the_library() {
    for (input, name) in [("", "document.empty"), ("{", "document.syntax"), ("[]", "field.type")] {
        has(&run_on(&["evaluate"], input).with_status(1).err, &[name]);
    }
    has(&run_on_bytes(&["evaluate"], b"{\"schema\": \"\xff\"}").with_status(1).err, &["document.not_utf8"]);
}

#[test]
fn one_good_case_beside_a_bad_one() {
    let bad = Scratch::new("bad-case.json", "{}");
    let told = run(&["evaluate", bad.path(), "cases/lone-tenant.json"]).with_status(1);
    has(&told.out, &["284,76 €"]);
    has(&told.err, &["schema: ", "[field.missing]"]);
}

#[test]
fn jsonl_answers_every_line_in_order() {
    let minified = |name: &str| {
        let case: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(folder("cases").join(name)).unwrap()).unwrap();
        case.to_string()
    };
    let lines = format!(
        "{}\n\n{{\"schema\": 1}}\r\n   \n{}",
        minified("lone-tenant.json"),
        minified("pensioner.json")
    );
    let told = run_on(&["evaluate", "--jsonl"], &lines).with_status(0);
    let answers: Vec<serde_json::Value> =
        told.lines().iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["capacity"]["computed"], "284.76");
    assert!(answers[1]["errors"].is_array());
    assert_eq!(answers[2]["capacity"]["computed"], "185.79");
    assert_eq!(told.err, "3 dossiers, dont 1 en erreur\n");
    assert_eq!(run_on(&["evaluate", "--jsonl", "--json"], &lines).with_status(0).out, told.out);
}

// --- the command itself ----------------------------------------------------------------------------------------

#[test]
fn help_has_units_articles_and_examples() {
    for subcommand in
        ["evaluate", "plan", "audit", "compare", "scale", "garnish", "floor", "deadlines", "interest", "law"]
    {
        let told = run(&[subcommand, "--help"]).with_status(0);
        has(&told.out, &["Examples:", &format!("apurement {subcommand}")]);
    }
    has(&run(&["scale", "--help"]).out, &["euros", "R. 3252-2", "saint_pierre_et_miquelon"]);
    has(&run(&["--help"]).with_status(0).out, &["Exit status", "euros", "L. 731-1"]);
    has(&run(&["-V"]).with_status(0).out, &["apurement ", env!("CARGO_PKG_VERSION")]);
}

#[test]
fn usage_errors_end_with_two() {
    for arguments in [
        &[][..],
        &["garnishment"],
        &["scale"],
        &["scale", "--income", "1500"],
        &["scale", "--income", "1e3", "--on", "2026-05-15"],
        &["scale", "--income", "1500", "--on", "15/05/2026"],
        &["scale", "--income", "1500", "--on", "2026-05-15", "--territory", "paris"],
        &["scale", "--csv", "--fr-csv"],
        &["scale", "--csv", "--income", "1500"],
        &["scale", "--income", "690", "--on", "2011-05-01", "--adults", "2"],
        &["evaluate", "no-such-case.json"],
        &["evaluate", "--lang", "de"],
    ] {
        let told = run(arguments).with_status(2);
        assert!(!told.err.is_empty() && told.out.is_empty(), "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = apurement(&["law"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stderr.is_empty());
}

#[test]
#[cfg(unix)]
fn a_reader_that_leaves_is_no_failure() {
    let rows = "2026-05-15,1500,0\n".repeat(50_000);
    let mut command = apurement(&["scale", "--csv"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(format!("date,income,dependants\n{rows}").as_bytes());
    drop(stdin);
    let told = Told::of(&child.wait_with_output().unwrap()).with_status(0);
    assert!(!told.err.contains("panicked"), "{told:?}");
}
