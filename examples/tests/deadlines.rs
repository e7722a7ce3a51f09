//! `apurement deadlines`, run as people run it: last days of time limits, and public holidays.

mod common;

use common::{has, run, run_on};

#[test]
fn the_last_day_is_told_with_the_days_off_that_moved_it() {
    let told = run(&["deadlines", "--from", "2008-03-03", "--days", "20"]).with_status(0);
    has(
        &told.out,
        &["dimanche 23/03/2008", "CPC 642", "lundi 24/03/2008 (Lundi de Pâques)", "mardi 25/03/2008"],
    );
    let english = run(&["--lang", "en", "deadlines", "--from", "2004-05-21", "--days", "15"]).with_status(0);
    has(&english.out, &["Saturday 2004-06-05", "next working day", "Monday 2004-06-07"]);
    let period =
        run(&["deadlines", "--from", "2004-05-21", "--days", "15", "--kind", "period"]).with_status(0);
    has(&period.out, &["Prend fin le", "samedi 05/06/2004"]);
    assert!(!period.out.contains("Reporté"), "a period does not move: {}", period.out);
    let back =
        run(&["deadlines", "--from", "2026-06-29", "--days", "15", "--kind", "backward"]).with_status(0);
    has(&back.out, &["Avant le", "vendredi 12/06/2026", "Reculé"]);
}

#[test]
fn json_says_what_was_counted() {
    let arguments =
        ["deadlines", "--from", "2026-01-31", "--months", "1", "--days", "10", "--residence", "abroad"];
    let answer =
        run(&[&arguments[..], &["--holidays", "alsace_moselle", "--json"]].concat()).with_status(0).json();
    // 30 April, ten days on: Sunday 10 May.
    assert_eq!(answer["expires_on"], "2026-05-10");
    assert_eq!(answer["due_on"], "2026-05-11");
    assert_eq!(
        answer["skipped"],
        serde_json::json!([{"date": "2026-05-10", "reason": "sunday", "name": "dimanche"}])
    );
    assert_eq!((&answer["unit"], &answer["kind"]), (&"days".into(), &"act".into()));
    let wait = ["deadlines", "--from", "2026-05-07", "--days", "15", "--kind", "period", "--json"];
    let due = |unit| run(&[&wait[..], &["--unit", unit]].concat()).with_status(0).json()["due_on"].clone();
    assert_eq!(due("days"), "2026-05-22");
    assert_eq!(due("workable_days"), "2026-05-28");
    assert_eq!(due("working_days"), "2026-06-02");
}

#[test]
fn a_sheet_has_both_days_or_an_error_in_each_row() {
    let sheet = "date,months,days,unit,kind,holidays,residence\n\
        2004-05-21,,15,,,,\n\
        2025-11-30,3,,,period,,\n\
        2026-03-19,,15,,,alsace_moselle,\n\
        2026-03-31,,15,days,act,national,overseas\n\
        2026-05-26,,1,working_days,backward,,\n\
        2026-05-26,,,,,,\n\
        2026-05-26,,1,weeks,,,\n\
        2026-05-26,,1,,open,,\n\
        2026-05-26,,1.5,,,,\n\
        1980-05-26,,1,,,,\n\
        2100-12-30,,8,,,,\n\
        2026-05-26,,4294967295,,period,,\n";
    let told = run_on(&["deadlines", "--csv", "--lang", "en"], sheet).with_status(0);
    let lines = told.lines();
    assert_eq!(lines[0], "date,months,days,unit,kind,holidays,residence,expires_on,due_on,error");
    for (place, end) in [
        (1, "2004-06-05,2004-06-07,"),
        (2, "2026-02-28,2026-02-28,"),
        (3, "2026-04-03,2026-04-07,"),
        (4, "2026-05-15,2026-05-15,"),
        (5, "2026-05-22,2026-05-22,"),
        (6, ",,field.missing: days: this cell is empty"),
        (10, "law.before_coverage: public holidays: no value before 1 January 1990"),
        (11, "law.after_coverage: public holidays: no value after 31 December 2100"),
        (12, "arithmetic.overflow: the figures are too large to be computed exactly"),
    ] {
        assert!(lines[place].ends_with(end), "{} does not end with {end}", lines[place]);
    }
    has(lines[7], &["field.value: unit: ", "workable_days"]);
    has(lines[8], &["field.value: kind: ", "act, period, backward"]);
    has(lines[9], &["number.format: days: "]);
    has(&told.err, &["12 rows, 7 with an error"]);
    let french = run_on(&["deadlines", "--fr-csv"], "days;date\n15;2004-05-21\n").with_status(0);
    assert_eq!(french.lines()[1], "15;2004-05-21;2004-06-05;2004-06-07;");
}

#[test]
fn the_holidays_of_a_year_are_listed_with_their_articles() {
    let told = run(&["deadlines", "--holidays-of", "2026", "--holidays", "alsace_moselle"]).with_status(0);
    has(
        &told.out,
        &["vendredi  03/04/2026  Vendredi saint", "L. 3134-13", "Lundi de Pâques", "temple protestant"],
    );
    let arguments = ["deadlines", "--holidays-of", "2027", "--holidays", "reunion", "--json", "--lang", "en"];
    let answer = run(&arguments).with_status(0).json();
    let days = answer["days"].as_array().unwrap();
    assert_eq!(days.len(), 12);
    let abolition = days.iter().find(|day| day["date"] == "2027-12-20").expect("a day of Réunion");
    assert_eq!(abolition["name"], "Abolition of slavery");
    let told = run(&["deadlines", "--holidays-of", "1989"]).with_status(1);
    has(&told.err, &["[law.before_coverage]"]);
}

#[test]
fn what_is_missing_or_does_not_fit_is_told() {
    for arguments in [
        &["deadlines"][..],
        &["deadlines", "--from", "2026-01-01"],
        &["deadlines", "--days", "15"],
        &["deadlines", "--from", "2026-01-01", "--days", "-1"],
        &["deadlines", "--from", "2026-01-01", "--days", "1", "--kind", "open"],
        &["deadlines", "--from", "2026-01-01", "--months", "1", "--unit", "working_days"],
        &["deadlines", "--from", "2026-01-01", "--days", "1", "--csv"],
        &["deadlines", "--from", "2026-01-01", "--holidays-of", "2026"],
    ] {
        assert!(!run(arguments).with_status(2).err.is_empty(), "{arguments:?}");
    }
    let late = run(&["deadlines", "--from", "2100-12-25", "--days", "30", "--lang", "en"]).with_status(1);
    assert_eq!(late.err, "public holidays: no value after 31 December 2100 [law.after_coverage]\n");
}

// --- the time limits of a file ---------------------------------------------------------------------------------

const CASE: &str = "cases/deadlines-deposit-to-measures.json";

#[test]
fn a_file_tells_what_must_be_done_first() {
    let told = run(&["deadlines", CASE]).with_status(0);
    has(
        &told.out,
        &[
            // Thirty days from 5 May 2026 (C. conso. R. 733-6).
            "Prochaine échéance : Contester les mesures imposées",
            "au plus tard le 04/06/2026, dans 20 jours",
            "C. conso. R. 733-6",
            "jours fériés nationaux",
            "réception des mesures imposées",
            "Ce qui est terminé",
        ],
    );
    assert!(!told.out.contains('_'), "a word was left unread: {}", told.out);
    let later = run(&["--lang", "en", "deadlines", CASE, "--as-of", "2026-06-05"]).with_status(0);
    has(&later.out, &["Time counted on 5 June 2026", "passed, no act known"]);
    assert!(!later.out.contains("Next time limit"), "{}", later.out);
}

#[test]
fn events_can_be_named_without_a_case() {
    let bare = ["deadlines", "--event", "file_deposited=2025-11-30", "--as-of", "2026-01-10"];
    has(&run(&bare).with_status(0).out, &["jusqu'au 28/02/2026, dans 49 jours", "dépôt du dossier"]);
    let json = run(&[&bare[..], &["--format", "json", "--holidays", "none"]].concat()).with_status(0).json();
    assert_eq!(
        (&json["deadlines"]["as_of"], &json["deadlines"]["holidays"]),
        (&"2026-01-10".into(), &"none".into())
    );
    assert_eq!(
        run(&[&bare[..], &["--json"]].concat()).with_status(0).json()["deadlines"]["holidays"],
        "national"
    );
    let two = [&bare[..], &["--event", "admissibility_notified=2026-01-05"]].concat();
    has(&run(&two).with_status(0).out, &["au plus tard le 20/01/2026, dans 10 jours"]);
    // Order and words are the library's to judge.
    let odd = ["--event", "admissibility_decided=2025-11-29", "--lang", "en"];
    has(&run(&[&bare[..], &odd[..]].concat()).with_status(1).err, &["events[1].on: ", "[event.order]"]);
    let odd = ["--event", "party=2025-11-29"];
    has(&run(&[&bare[..], &odd[..]].concat()).with_status(1).err, &["events[1].kind: ", "[field.value]"]);
}

#[test]
fn a_file_is_read_from_standard_input_in_every_format() {
    let case = std::fs::read_to_string(common::folder(CASE)).unwrap();
    let text = run_on(&["deadlines", "-"], &case).with_status(0).out;
    assert_eq!(text, run(&["deadlines", CASE]).with_status(0).out);
    let page = |format| run(&["deadlines", CASE, "--format", format]).with_status(0).out;
    assert!(page("markdown").starts_with("# Échéances du dossier\n"));
    assert!(page("html").starts_with("<!DOCTYPE html>"));
    let table = page("csv");
    let heads = table.lines().next().unwrap();
    assert!(heads.contains("id,") && heads.contains("due_on"), "{heads}");
    assert!(page("csv-fr").lines().next().unwrap().contains(';'));
    let calendar = page("ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    // The contest that runs until 4 June, and the first due date of the plan.
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20260604") && calendar.contains("DTSTART;VALUE=DATE:20260731")
    );
    let answer: serde_json::Value = serde_json::from_str(&page("json")).unwrap();
    let limits = answer["deadlines"]["limits"].as_array().unwrap();
    let end = limits.iter().find(|limit| limit["id"] == "end_of_measures").unwrap();
    // Fifty months from 31 July 2026: September has no 31st.
    assert_eq!(end["due_on"], "2030-09-30");
}

#[test]
fn a_misuse_is_told() {
    run(&["deadlines", "--event", "file_deposited=2025-11-30"]).with_status(2);
    run(&["deadlines", "--event", "file_deposited", "--as-of", "2026-01-01"]).with_status(2);
    run(&["deadlines", "--event", "file_deposited=30/11/2025", "--as-of", "2026-01-01"]).with_status(2);
    run(&["deadlines", CASE, "--from", "2026-01-01", "--days", "3"]).with_status(2);
    run(&["deadlines", CASE, "--event", "sitting=2026-01-01", "--as-of", "2026-01-01"]).with_status(2);
    run(&["deadlines", "--as-of", "2026-01-01"]).with_status(2);
    let over = ["deadlines", "--event", "sitting=2025-01-01", "--as-of", "2026-01-01", "--format", "ics"];
    has(&run(&over).with_status(1).err, &["aucune échéance à venir"]);
    let told = run(&["deadlines", "cases/lone-tenant.json", "--lang", "en"]).with_status(1);
    has(&told.err, &["events: ", "[field.missing]"]);
}
