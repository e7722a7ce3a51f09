//! Calendars of due dates and of time limits, read back by a parser: day by day and cent by cent those of the schedule,
//! limit by limit those of the file.

mod common;

use apurement::fr::deadline::{Calendar, Deadline, LIMITS, Limit, LimitKind, Residence, Status};
use apurement::fr::debt::treatment::Certainty;
use apurement::fr::holiday::HolidaySet;
use apurement::report::csv::{self, Form};
use apurement::report::ics::{Mark, deadlines};
use apurement::vocabulary::{Id, Vocabulary};
use apurement::{Language, day};
use common::ics::{self, Event};
use common::sheet::Sheet;
use common::{answer, assert_refused, cents_of, request, root, with};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

fn reported(request: &Value, language: &str) -> Value {
    let request = with(request.clone(), "/want", json!(["schedule_csv", "instalments_ics", "plan"]));
    answer(&with(request, "/language", json!(language)))
}

fn instalments(answer: &Value) -> Vec<Event> {
    ics::read(answer["reports"]["instalments_ics"].as_str().expect("a calendar"))
}

/// The cases that the package brings, those with debts given a first due date.
fn bundled() -> Vec<(String, Value)> {
    let mut cases = Vec::new();
    for file in fs::read_dir(root().join("examples/cases")).expect("the cases") {
        let path = file.expect("a case").path();
        let case: Value = serde_json::from_slice(&fs::read(&path).expect("a case")).expect("JSON");
        if case.get("debts").is_none() {
            continue;
        }
        let plan = case.get("plan").cloned().unwrap_or_else(|| json!({}));
        let mut case = with(case, "/plan", plan);
        if case["plan"].get("first_due_on").is_none() {
            case = with(case, "/plan/first_due_on", json!("2026-08-31"));
        }
        cases.push((path.file_name().unwrap().to_string_lossy().into_owned(), case));
    }
    assert!(cases.len() > 8, "the cases were not found");
    cases
}

/// The amount after the last colon of a line, in either language.
fn amount(line: &str) -> i128 {
    let (_, amount) = line.rsplit_once(':').unwrap_or_else(|| panic!("no amount in {line}"));
    let figure: String = amount.chars().filter(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    let (euros, decimals) = figure.split_at(figure.len() - 3);
    cents_of(&[&euros.replace([',', '.'], ""), ".", &decimals[1..]].concat())
}

/// Each month that pays is an event of its due date, with the total in its summary and each payment in its description.
#[track_caller]
fn assert_tells_the_schedule(answer: &Value, name: &str) {
    let sheet = Sheet::read(answer["reports"]["schedule_csv"].as_str().expect("a schedule"), false);
    let (due, total) = (sheet.place("due_on"), sheet.place("total"));
    let debts = sheet.place("tier") + 1..total;
    let paying: Vec<_> = sheet.rows.iter().filter(|row| cents_of(&row[total]) != 0).collect();
    if paying.is_empty() {
        assert!(answer["reports"].get("instalments_ics").is_none(), "{name}");
        return;
    }
    let events = instalments(answer);
    assert_eq!(events.len(), paying.len(), "{name}");
    for (event, row) in events.iter().zip(paying) {
        assert_eq!(event.on.to_string(), row[due], "{name}");
        assert_eq!(event.stamp.to_string(), "2026-05-15", "{name}");
        assert_eq!(amount(&event.summary), cents_of(&row[total]), "{name}: {}", event.summary);
        assert!(!event.tentative);
        let paid: Vec<i128> =
            debts.clone().map(|place| cents_of(&row[place])).filter(|paid| *paid != 0).collect();
        let (tier, lines) = event.description.split_last().expect("lines");
        assert!(tier.ends_with(&row[sheet.place("tier")]), "{name}: {tier}");
        let mut told: Vec<i128> = lines.iter().map(|line| amount(line)).collect();
        let mut paid = paid;
        told.sort_unstable();
        paid.sort_unstable();
        assert_eq!(told, paid, "{name}");
    }
}

#[test]
fn due_dates_of_the_bundled_cases_are_those_of_the_schedule() {
    for (name, case) in bundled() {
        let case = with(case, "/assessed_on", json!("2026-05-15"));
        for language in ["fr", "en"] {
            let case = with(case.clone(), "/language", json!(language));
            let whole = with(case, "/want", json!(["schedule_csv", "instalments_ics"]));
            let answer = answer(&whole);
            if answer["reports"].get("schedule_csv").is_some() {
                assert_tells_the_schedule(&answer, &name);
            }
        }
    }
}

fn two_debts(label: &str) -> Value {
    request(json!({
        "debts": [
            {"id": "rent", "label": label, "reference": "LOC, 1; 2", "kind": "housing_arrears", "principal": "900.00"},
            {"id": "loan", "kind": "consumer_credit", "principal": "4000.00"}
        ],
        "plan": {
            "capacity_steps": [{"from_month": 1, "amount": "1250.00"}], "first_due_on": "2027-01-31"
        }
    }))
}

#[test]
fn an_instalment_says_whom_to_pay() {
    let label = "Régie d'habitat \\ « Été » ; île, 🏠\nescalier";
    let request = with(two_debts(label), "/reference", json!("dossier 12"));
    let events = instalments(&reported(&request, "fr"));
    let days: Vec<String> = events.iter().map(|event| event.on.to_string()).collect();
    assert_eq!(days, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
    assert_eq!(events[0].summary, "[dossier 12] Échéance 1 du plan\u{a0}: 900,00\u{a0}€");
    assert_eq!(events[1].summary, "[dossier 12] Échéance 2 du plan\u{a0}: 1\u{202f}000,00\u{a0}€");
    assert_eq!(
        events[0].description[0],
        "Régie d'habitat \\ « Été » ; île, 🏠 escalier (réf. LOC, 1; 2)\u{a0}: 900,00\u{a0}€"
    );
    assert_eq!(events[0].category, "Échéance du plan");
    let events = instalments(&reported(&request, "en"));
    assert_eq!(events[1].summary, "[dossier 12] Instalment 2 of the plan: €1,000.00");
    assert_eq!(events[1].description.last().map(String::as_str), Some("Tier 2"));
}

fn uids(request: &Value, language: &str) -> BTreeSet<String> {
    instalments(&reported(request, language)).into_iter().map(|event| event.uid).collect()
}

/// The same due dates keep their identifiers when the plan or the language changes; another file has others.
#[test]
fn identifiers_are_stable() {
    let request = two_debts("one");
    let first = uids(&request, "fr");
    assert_eq!(uids(&request, "en"), first);
    let other = with(request.clone(), "/debts/0/label", json!("another creditor"));
    assert_eq!(uids(&with(other, "/debts/1/principal", json!("4100.00")), "fr"), first);
    assert_eq!(uids(&with(request.clone(), "/assessed_on", json!("2026-06-15")), "fr"), first);
    let reference = |name: &str| uids(&with(request.clone(), "/reference", json!(name)), "fr");
    assert_eq!(reference("a"), reference("a"));
    assert!(reference("a").is_disjoint(&reference("b")) && reference("a").is_disjoint(&first));
    let later = with(request.clone(), "/plan/first_due_on", json!("2027-02-28"));
    assert!(uids(&later, "fr").is_disjoint(&first));
    // What the caller named the file is not in the identifier.
    let named = uids(&with(request, "/reference", json!("martin")), "fr");
    assert!(named.iter().all(|uid| !uid.contains("martin") && uid.len() < 75));
}

#[test]
fn a_month_without_payment_is_no_event() {
    let steps = json!([{"from_month": 1, "amount": "0"}, {"from_month": 13, "amount": "1250.00"}]);
    let request = with(two_debts("one"), "/plan/capacity_steps", steps);
    let events = instalments(&reported(&with(request, "/plan/suspension_months", json!(12)), "fr"));
    assert_eq!(events[0].on.to_string(), "2028-01-31");
    assert!(events[0].summary.contains("Échéance 13"));
}

#[test]
fn without_a_first_day_there_is_no_calendar() {
    let mut request = two_debts("one");
    request["plan"].as_object_mut().unwrap().remove("first_due_on");
    let request = with(request, "/want", json!(["instalments_ics"]));
    assert_refused(&request, "field.missing", "plan.first_due_on");
}

/// Days that a calendar can't write are left out.
#[test]
fn due_dates_past_the_last_year_are_left_out() {
    let request = with(two_debts("one"), "/plan/first_due_on", json!("9999-10-31"));
    let days: Vec<String> =
        instalments(&reported(&request, "fr")).iter().map(|event| event.on.to_string()).collect();
    assert_eq!(days, ["9999-10-31", "9999-11-30"]);
}

/// Five hundred creditors, with long names that fold everywhere.
#[test]
fn many_creditors_are_told() {
    for (count, is_told) in [(500, true), (501, false)] {
        let debts: Vec<Value> = (0..count)
            .map(|place: usize| {
                json!({
                    "id": format!("debt {place}"), "kind": "consumer_credit", "principal": "100.00",
                    "label": format!("{}n° {place} ; Société d'économie, été", "é€🏠".repeat(place % 9))
                })
            })
            .collect();
        let plan = json!({
            "capacity_steps": [{"from_month": 1, "amount": "60000.00"}], "first_due_on": "2027-01-05"
        });
        let answer = reported(&request(json!({"debts": debts, "plan": plan})), "fr");
        let events = instalments(&answer);
        assert_eq!(
            (events.len(), amount(&events[0].summary)),
            (1, i128::try_from(count).expect("small") * 10_000)
        );
        let lines = &events[0].description;
        if !is_told {
            assert_eq!(lines[0], "501 créanciers : voir l'échéancier en CSV.");
        } else {
            assert_tells_the_schedule(&answer, "500 debts");
        }
    }
}

fn names() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{1,20}",
        Just("a\r\nb".to_owned()),
        Just("\\n,;:\"".to_owned()),
        Just("BEGIN:VEVENT\r\nEND:VCALENDAR".to_owned()),
        Just("é€🏠\u{301}\u{200d}".to_owned()),
        Just("\u{0}\u{7}\u{85}\u{2028}\u{202e}".to_owned()),
        Just("=1+1".to_owned()),
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat().chars().take(64).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever the names, the amounts and the days.
    #[test]
    fn due_dates_are_those_of_the_schedule(
        labels in prop::collection::vec(names(), 1..6),
        reference in names(),
        amounts in prop::collection::vec(1_u32..400_000, 6),
        capacity in 2_000_u32..300_000,
        (month, day) in (1_u32..=12, 1_u32..=28),
        english in any::<bool>(),
    ) {
        let euros = |cents: u32| format!("{}.{:02}", cents / 100, cents % 100);
        let kinds = ["housing_arrears", "consumer_credit", "tax", "overdraft", "energy_and_bills"];
        let debts: Vec<Value> = labels.iter().zip(&amounts).enumerate().map(|(place, (label, amount))| json!({
            "id": format!("{place}"), "kind": kinds[place % 5], "label": label, "reference": label,
            "principal": euros(*amount)
        })).collect();
        let request = request(json!({
            "debts": debts, "reference": reference,
            "plan": {
                "capacity_steps": [{"from_month": 1, "amount": euros(capacity)}],
                "first_due_on": format!("2026-{month:02}-{day:02}")
            }
        }));
        assert_tells_the_schedule(&reported(&request, if english { "en" } else { "fr" }), "random");
    }
}

// ---- time limits

const AS_OF: chrono::NaiveDate = day(2026, 5, 15);

/// A limit that ends on 30 June 2026.
fn running(limit: &'static Limit) -> Deadline {
    Deadline {
        limit,
        version: &limit.versions[0],
        anchor: limit.starts[0],
        about: None,
        starts_on: day(2026, 5, 1),
        expires_on: Some(day(2026, 6, 28)),
        due_on: Some(day(2026, 6, 30)),
        status: Status::Running,
        conditional: false,
        days_left: Some(46),
        done_on: None,
        ended_on: None,
        residence: Residence::Near,
    }
}

fn calendar(deadlines: Vec<Deadline>) -> Calendar {
    Calendar { as_of: AS_OF, holidays: HolidaySet::National, deadlines, missing: vec![], advisories: vec![] }
}

const FRENCH: Mark<'_> = Mark { stamp: AS_OF, reference: None, language: Language::French };
const ENGLISH: Mark<'_> = Mark { stamp: AS_OF, reference: None, language: Language::English };

fn events(deadlines_of: Vec<Deadline>, mark: &Mark<'_>) -> Vec<Event> {
    ics::read(&deadlines(&calendar(deadlines_of), mark).expect("a calendar"))
}

fn one(deadline: Deadline, mark: &Mark<'_>) -> Event {
    events(vec![deadline], mark).remove(0)
}

fn find(id: &str) -> &'static Limit {
    Limit::find(id).expect("a limit")
}

/// Every row of the law: its title in the summary; its effect, its articles and its doubts in the description.
#[test]
fn every_limit_is_told() {
    for (mark, doubts) in
        [(FRENCH, ["règle probable", "règle incertaine"]), (ENGLISH, ["likely rule", "unsure rule"])]
    {
        let told = events(LIMITS.iter().map(running).collect(), &mark);
        assert_eq!(told.len(), LIMITS.len());
        for (event, limit) in told.iter().zip(LIMITS) {
            let id = limit.id;
            assert!(event.summary.ends_with(limit.title_in(mark.language)), "{id}: {}", event.summary);
            assert_eq!((event.on, event.stamp), (day(2026, 6, 30), AS_OF), "{id}");
            let [effect, articles, ..] = &event.description[..] else {
                panic!("{id}: {:?}", event.description)
            };
            assert_eq!(effect, limit.effect_in(mark.language), "{id}");
            assert!(limit.versions[0].articles.iter().all(|article| articles.contains(article)), "{id}");
            let doubted = doubts.iter().position(|doubt| articles.contains(doubt));
            let expected = match limit.certainty {
                Certainty::Certain => None,
                Certainty::Likely => Some(0),
                Certainty::Unsure => Some(1),
            };
            assert_eq!(doubted, expected, "{id}: {articles}");
            let note = limit.note_in(mark.language);
            assert!(
                note.is_none_or(|note| event.description.last().is_some_and(|last| last == note)),
                "{id}"
            );
            assert!(event.uid.starts_with(&format!("{id}-20260501")), "{id}: {}", event.uid);
        }
    }
}

#[test]
fn a_limit_says_how_its_day_was_found() {
    let contest = find("contest_of_measures");
    assert_eq!(contest.kind, LimitKind::Act);
    let event = one(running(contest), &ENGLISH);
    assert!(event.summary.starts_with("Last day: "), "{}", event.summary);
    assert_eq!(event.category, "something to do");
    assert_eq!(
        event.description[2..5],
        [
            "To act: debtor and creditors",
            "Counted from 1 May 2026.",
            "The term of 28 June 2026 moves to the next working day (C. pr. civ. 642)."
        ]
    );
    let abroad =
        Deadline { residence: Residence::Abroad, expires_on: Some(day(2026, 6, 30)), ..running(contest) };
    let told = one(abroad, &FRENCH).description;
    assert_eq!(told[4], "Allongé de deux mois\u{a0}: étranger (C. pr. civ. 643, 644).");
    assert_eq!(told[3], "Point de départ\u{a0}: 01/05/2026.");

    let sale = find("sale_postponement");
    assert_eq!(sale.kind, LimitKind::Backward);
    let told = one(
        Deadline { starts_on: day(2026, 7, 15), due_on: Some(day(2026, 6, 26)), ..running(sale) },
        &ENGLISH,
    );
    assert_eq!(told.on, day(2026, 6, 26));
    assert_eq!(told.description[3], "Counted back from 15 July 2026.");
    assert_eq!(told.description[4], "The term of 28 June 2026 moves, to be safe, to the working day before.");

    let stay = find("stay_of_enforcement");
    let ended = Deadline { ended_on: Some(day(2026, 6, 2)), ..running(stay) };
    let told = one(ended, &ENGLISH);
    assert_eq!((told.on, told.category.as_str()), (day(2026, 6, 2), "length of an effect"));
    assert!(told.summary.starts_with("End: "));
    assert_eq!(told.description[4], "An event of the file ends it that day.");
}

#[test]
fn what_depends_on_another_limit_is_tentative() {
    let window = Deadline { conditional: true, ..running(find("legal_rate_window")) };
    let event = one(window, &ENGLISH);
    assert!(event.tentative);
    assert!(event.description.contains(&"It only runs if another time limit is not kept.".to_owned()));
}

/// What is over, done, void or without an end is no event.
#[test]
fn only_what_is_ahead_is_an_event() {
    let contest = find("contest_of_measures");
    for status in [Status::Passed, Status::Met, Status::Late, Status::Ended, Status::Void] {
        assert_eq!(deadlines(&calendar(vec![Deadline { status, ..running(contest) }]), &FRENCH), None);
    }
    let open = Deadline { expires_on: None, due_on: None, ..running(find("ban_on_paying")) };
    assert_eq!(deadlines(&calendar(vec![open]), &FRENCH), None);
    let later = Deadline { status: Status::ToCome, ..running(contest) };
    assert_eq!(events(vec![later], &FRENCH).len(), 1);
}

/// Creditors and files are told apart, whatever is over; what the caller named them is not in the identifier.
#[test]
fn identifiers_of_limits_are_stable() {
    let contest = find("contest_of_measures");
    let about = |name: &str, status| Deadline { about: Some(name.into()), status, ..running(contest) };
    let uids = |mark: &Mark<'_>, deadlines: Vec<Deadline>| -> Vec<String> {
        events(deadlines, mark).into_iter().map(|event| event.uid).collect()
    };
    let both = || vec![about("bank", Status::Running), about("bailleur", Status::Running)];
    let first = uids(&FRENCH, both());
    assert_eq!(first, uids(&ENGLISH, both()));
    assert_ne!(first[0], first[1]);
    assert!(first.iter().all(|uid| !uid.contains("bank") && !uid.contains("bailleur")));
    let left = vec![about("bank", Status::Met), about("bailleur", Status::Running)];
    assert_eq!(uids(&FRENCH, left), first[1..]);
    // Two that nothing tells apart keep their places.
    let same = uids(&FRENCH, vec![running(contest), running(contest)]);
    assert_ne!(same[0], same[1]);
    let over = Deadline { status: Status::Met, ..running(contest) };
    assert_eq!(uids(&FRENCH, vec![over, running(contest)]), same[1..]);
    let file = Id::from("martin");
    let named = uids(&Mark { reference: Some(&file), ..FRENCH }, both());
    assert!(named.iter().all(|uid| !first.contains(uid) && !uid.contains("martin")));
    // The end of a name is not the beginning of the next.
    let (ab, a) = (Id::from("ab"), Id::from("a"));
    let of = |reference, name| {
        uids(&Mark { reference: Some(reference), ..FRENCH }, vec![about(name, Status::Running)])
    };
    assert_ne!(of(&ab, "c"), of(&a, "bc"));
}

fn texts(deadlines: Vec<Deadline>, form: Form, language: Language) -> Sheet {
    Sheet::read(&csv::deadlines(&calendar(deadlines), form, language), form == Form::French)
}

#[test]
fn a_sheet_has_every_limit_and_word() {
    let statuses = [
        Status::ToCome,
        Status::Running,
        Status::Passed,
        Status::Met,
        Status::Late,
        Status::Ended,
        Status::Void,
    ];
    assert_eq!(statuses.len(), Status::WORDS.len());
    let all = || -> Vec<Deadline> {
        let status = |place: usize| statuses[place % statuses.len()];
        LIMITS
            .iter()
            .enumerate()
            .map(|(place, limit)| Deadline { status: status(place), ..running(limit) })
            .collect()
    };
    let plain = texts(all(), Form::Plain, Language::English);
    assert_eq!(
        plain.heads,
        [
            "id",
            "title",
            "about",
            "who",
            "kind",
            "starts_on",
            "expires_on",
            "due_on",
            "status",
            "conditional",
            "days_left",
            "done_on",
            "ended_on",
            "effect",
            "articles",
            "certainty"
        ]
    );
    let french = texts(all(), Form::French, Language::French);
    assert_eq!(french.heads.len(), plain.heads.len());
    for (place, limit) in LIMITS.iter().enumerate() {
        let articles = limit.versions[0].articles.join("; ");
        assert_eq!(
            plain.rows[place],
            vec![
                limit.id,
                limit.title,
                "",
                limit.who.word(),
                limit.kind.word(),
                "2026-05-01",
                "2026-06-28",
                "2026-06-30",
                statuses[place % statuses.len()].word(),
                "false",
                "46",
                "",
                "",
                limit.effect,
                &articles,
                limit.certainty.word(),
            ]
        );
        let row = &french.rows[place];
        assert_eq!((&row[1], &row[5], &row[7]), (limit.title_fr, "01/05/2026", "30/06/2026"));
        assert_eq!((&row[9], &row[13]), ("non", limit.effect_fr));
        // The words are French, each other than the next.
        assert!(row.iter().all(|cell| !cell.contains('_')) || row[0].contains('_'), "{row:?}");
    }
    let column = |head: &str| french.texts(french.place(head)).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(column("état").len(), Status::WORDS.len());
    assert_eq!(column("certitude"), ["certain", "incertain", "probable"].into());
}

#[test]
fn names_of_limits_are_text_in_sheets_and_calendars() {
    for name in ["=1+1", "\t@SUM(A1)", "a;b,c\"d\"", "one\r\ntwo", "\u{202e}\u{0}é🏠", "-5"] {
        let deadline = || Deadline { about: Some(name.into()), ..running(find("contest_of_measures")) };
        for form in [Form::Plain, Form::French] {
            let sheet = texts(vec![deadline()], form, Language::French);
            let cell = &sheet.rows[0][2];
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            assert!(!cell.chars().any(char::is_control), "{cell:?}");
        }
        let expected: String =
            name.chars().map(|c| if c.is_control() || c == '\u{202e}' { ' ' } else { c }).collect();
        let file = Id::from(name);
        let event = one(deadline(), &Mark { reference: Some(&file), ..FRENCH });
        assert!(event.summary.ends_with(&format!("({expected})")), "{:?}", event.summary);
        assert!(event.summary.starts_with(&format!("[{expected}] ")), "{:?}", event.summary);
    }
}

/// A file of a plan with a creditor who was told of the measures, and what is asked of its calendar.
fn file(want: &[&str]) -> Value {
    let request = with(two_debts("Régie"), "/want", json!(want));
    let events = json!([
        {"kind": "file_deposited", "on": "2026-01-15"},
        {"kind": "measures_notified", "presented_on": "2026-04-20", "about": "Régie"},
        {"kind": "measures_notified", "presented_on": "2026-04-20", "about": "Banque"},
        {"kind": "measures_contested", "on": "2026-05-04", "about": "Banque"}
    ]);
    with(with(request, "/events", events), "/assessed_on", json!("2026-05-05"))
}

/// One calendar holds both; the other the due dates alone, the same.
#[test]
fn time_limits_and_due_dates_stand_in_one_calendar() {
    let answer = answer(&file(&["deadlines", "deadlines_ics", "deadlines_csv", "instalments_ics"]));
    let whole = ics::read(answer["reports"]["deadlines_ics"].as_str().expect("a calendar"));
    let due = instalments(&answer);
    let (limits, tail) = whole.split_at(whole.len() - due.len());
    assert!(tail.iter().zip(&due).all(|(event, due)| (event.on, &event.uid) == (due.on, &due.uid)));
    let contests: Vec<&Event> =
        limits.iter().filter(|event| event.uid.starts_with("contest_of_measures")).collect();
    // Thirty days from 20 April: Wednesday 20 May; the bank contested already.
    assert_eq!(contests.len(), 1);
    assert_eq!(contests[0].on, day(2026, 5, 20));
    assert!(contests[0].summary.ends_with("(Régie)"), "{}", contests[0].summary);
    assert!(whole.iter().all(|event| event.stamp == day(2026, 5, 5)));
    let sheet = Sheet::read(answer["reports"]["deadlines_csv"].as_str().expect("a sheet"), false);
    let ids: Vec<&str> = answer["deadlines"]["limits"]
        .as_array()
        .expect("limits")
        .iter()
        .map(|limit| limit["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(sheet.texts(0), ids);
    let met: Vec<&str> =
        sheet.rows.iter().filter(|row| &row[8] == "met").map(|row| &row[sheet.place("done_on")]).collect();
    assert_eq!(met, ["2026-05-04"]);
}

/// The calendar is stamped with the day from which it counts; without a dated plan it holds the time limits alone.
#[test]
fn a_calendar_is_that_of_its_day() {
    let mut request = with(file(&["deadlines_ics"]), "/deadlines", json!({"as_of": "2026-05-19"}));
    request["plan"].as_object_mut().unwrap().remove("first_due_on");
    let whole = answer(&request);
    assert!(whole.get("plan").is_none(), "a plan was not asked for");
    let events = ics::read(whole["reports"]["deadlines_ics"].as_str().expect("a calendar"));
    assert!(
        events.iter().all(|event| event.stamp == day(2026, 5, 19) && !event.uid.starts_with("instalment"))
    );
    assert!(events.iter().all(|event| event.on >= day(2026, 5, 19)), "what is over is no event");
    // Long after, nothing is ahead: nothing is written.
    let late = answer(&with(request, "/deadlines/as_of", json!("2090-01-01")));
    assert_eq!(late["reports"], json!({}));
}

#[test]
fn a_calendar_of_limits_needs_events() {
    for part in ["deadlines_ics", "deadlines_csv", "deadlines_csv_fr"] {
        assert_refused(&with(two_debts("one"), "/want", json!([part])), "field.missing", "events");
    }
}

/// The files that the package brings, on days from their first event to long after their last.
#[test]
fn calendars_of_the_bundled_files_are_read() {
    let mut calendars = 0;
    for (name, case) in bundled().into_iter().filter(|(_, case)| case.get("events").is_some()) {
        for as_of in ["2025-01-01", "2026-01-31", "2026-05-15", "2026-12-01", "2033-06-01"] {
            for language in ["fr", "en"] {
                let case =
                    with(case.clone(), "/want", json!(["deadlines", "deadlines_ics", "instalments_ics"]));
                let options = json!({"as_of": as_of});
                let case = with(with(case, "/deadlines", options), "/language", json!(language));
                let answer = answer(&case);
                let Some(calendar) = answer["reports"]["deadlines_ics"].as_str() else { continue };
                let mut ahead = answer["deadlines"]["limits"].as_array().expect("limits").clone();
                ahead.retain(|limit| {
                    ["running", "to_come"].contains(&limit["status"].as_str().expect("a status"))
                });
                ahead.retain(|limit| limit.get("due_on").is_some() || limit.get("ended_on").is_some());
                let events = ics::read(calendar);
                for (event, limit) in events.iter().zip(&ahead) {
                    let day = limit.get("ended_on").unwrap_or(&limit["due_on"]);
                    assert_eq!(json!(event.on.to_string()), *day, "{name}: {limit}");
                    assert!(event.summary.contains(limit["title"].as_str().expect("a title")), "{name}");
                    assert_eq!(json!(event.description[0]), limit["effect"], "{name}");
                }
                let due = answer["reports"].get("instalments_ics").map_or(0, |_| instalments(&answer).len());
                assert_eq!(events.len(), ahead.len() + due, "{name} on {as_of}");
                calendars += 1;
            }
        }
    }
    assert!(calendars > 4, "{calendars} calendars");
}
