//! `apurement interest`, run as people run it: a claim by options, a case, and sheets.

mod common;

use common::{folder, has, run, run_on};

const CLAIM: [&str; 9] = [
    "interest",
    "--principal",
    "10000",
    "--from",
    "2024-01-01",
    "--until",
    "2024-07-01",
    "--class",
    "others",
];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&CLAIM[..], more].concat()
}

/// 10 000.00 x 5.07 % x 182 / 365 = 252.805...
#[test]
fn a_claim_is_told_by_options() {
    let told = run(&CLAIM).with_status(0);
    has(&told.out, &["Dû au 01/07/2024 : 10 252,81 €", "du 01/01/2024 au 30/06/2024", "5,07 %"]);
    let english = run(&with(&["--lang", "en"])).with_status(0);
    has(&english.out, &["Due on 1 July 2024: €10,252.81", "legal rate"]);
    // 101 days at 5.07 %, then 81 at 10.07 %.
    let answer = run(&with(&["--enforceable-on", "2024-02-10", "--format", "json"])).with_status(0).json();
    assert_eq!(answer["interest"][0]["interest"]["accrued"], "363.76");
    // 36 days at 5.07 % are 50.01; 449.99 pay principal.
    let answer = run(&with(&["--payment", "2024-02-06=500", "--format", "json"])).with_status(0).json();
    assert_eq!(answer["interest"][0]["payments"][0]["principal"], "449.99");
    let leap = run(&with(&["--day-count", "actual_366", "--format", "json"])).with_status(0).json();
    assert_eq!(leap["interest"][0]["interest"]["accrued"], "252.11");
    let contract = [
        "interest",
        "--principal",
        "3650",
        "--from",
        "2023-01-01",
        "--until",
        "2023-01-11",
        "--contract",
        "10",
    ];
    let sheet = run(&[&contract[..], &["--format", "csv-fr"]].concat()).with_status(0);
    has(&sheet.out, &["1;;intérêts;01/01/2023;11/01/2023;10;3650,00;;10;taux du contrat;10,00;"]);
}

#[test]
fn a_case_is_told_in_every_format() {
    let case = folder("cases/interest-statement.json");
    let case = case.to_str().unwrap();
    for (format, part) in [
        ("text", "Décompte de la créance"),
        ("markdown", "## Décompte de la créance"),
        ("html", "<!DOCTYPE html>"),
        ("csv", "claim,label,row,from,to,days,base,withheld,rate,rate_kind,amount"),
        ("csv-fr", "identifiant;libellé;écriture;"),
        ("json", r#""interest":[{"id":"judgment""#),
    ] {
        let told = run(&["interest", case, "--format", format]).with_status(0);
        has(&told.out, &[part]);
    }
    let other =
        run(&["interest", case, "--format", "json", "--day-count", "actual_366"]).with_status(0).json();
    assert_eq!(other["interest"][1]["day_count"], "actual_366");
}

#[test]
fn a_sheet_has_the_interest_or_an_error_in_each_row() {
    let sheet = "class,principal,from,until,day_count\n\
        others,10000.00,2024-01-01,2025-01-01,\n\
        others,10000.00,2024-01-01,2025-01-01,actual_366\n\
        individuals,1000.00,2014-12-22,2015-01-11,exact_365\n\
        others,100.00,2026-12-31,2027-01-02,\n\
        others,100.00,1999-12-31,2000-01-02,\n\
        others,100.00,2024-01-02,2024-01-01,\n\
        banks,100.00,2024-01-02,2024-01-03,\n\
        ,100.00,2024-01-02,2024-01-03,\n";
    let told = run_on(&["interest", "--csv", "--lang", "en"], sheet).with_status(0);
    let lines = told.lines();
    assert_eq!(lines[0], "class,principal,from,until,day_count,interest,error");
    for (place, end) in [(1, ",500.83,"), (2, "actual_366,499.46,"), (3, ",1.12,")] {
        assert!(lines[place].ends_with(end), "{} does not end with {end}", lines[place]);
    }
    for (place, name) in [
        (4, "law.unknown_value"),
        (5, "law.before_coverage"),
        (6, "date.before"),
        (7, "field.value: class: "),
        (8, "field.missing: class: "),
    ] {
        has(lines[place], &[name]);
    }
    has(&told.err, &["8 rows, 5 with an error"]);
    let french = run_on(
        &["interest", "--fr-csv"],
        "principal;class;from;until\n10000,00;others;2024-01-01;2025-01-01\n",
    );
    assert_eq!(french.with_status(0).lines()[1], "10000,00;others;2024-01-01;2025-01-01;500,83;");
}

#[test]
fn what_is_missing_or_does_not_fit_is_told() {
    for arguments in [
        &["interest"][..],
        &["interest", "--principal", "100", "--from", "2024-01-01", "--until", "2024-02-01"],
        &["interest", "--principal", "100", "--class", "others"],
        &with(&["--contract", "5"]),
        &with(&["--payment", "500"]),
        &with(&["--csv"]),
        &with(&["case.json"]),
    ] {
        assert!(!run(arguments).with_status(2).err.is_empty(), "{arguments:?}");
    }
    let late = run(&with(&["--payment", "2024-08-01=5", "--lang", "en"])).with_status(1);
    has(&late.err, &["interest[0].payments[0].on: this day must not come after until [date.after]"]);
}
