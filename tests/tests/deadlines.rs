//! The calendar of a file: which limits its events make run, where each stands, what is missing, what is refused.
//!
//! Days are written by hand from the articles named beside them; the counting itself is tested in `calendar.rs`.

mod common;

use apurement::fr::deadline::{
    Anchor, Calendar, Deadline, Event, EventKind, LIMITS, LimitKind, Missing, ORDER, Residence, Status,
    deadlines,
};
use apurement::fr::holiday::HolidaySet;
use apurement::vocabulary::{Id, Vocabulary};
use chrono::{Days, NaiveDate};
use common::{advisories, answer, assert_refused, day, faults, named, request, with};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::slice::from_ref;

use EventKind as K;

fn on(kind: EventKind, year: i32, month: u32, date: u32) -> Event {
    Event::new(kind, day(year, month, date))
}

fn about(kind: EventKind, year: i32, month: u32, date: u32, name: &str) -> Event {
    Event { about: Some(Id::from(name)), ..on(kind, year, month, date) }
}

fn months(event: Event, months: u32) -> Event {
    Event { months: Some(months), ..event }
}

#[track_caller]
fn calendar(events: &[Event], as_of: NaiveDate) -> Calendar {
    deadlines(events, as_of, HolidaySet::National).expect("events without faults")
}

/// The only deadline of a limit.
#[track_caller]
fn only<'a>(calendar: &'a Calendar, id: &'a str) -> &'a Deadline {
    let found: Vec<&Deadline> = calendar.of(id).collect();
    assert_eq!(found.len(), 1, "{id}");
    found[0]
}

#[track_caller]
fn none(calendar: &Calendar, id: &str) {
    assert_eq!(calendar.of(id).count(), 0, "{id}");
}

/// The events that a limit waits for, with the field.
fn waits(calendar: &Calendar, id: &str) -> Vec<(EventKind, Option<&'static str>)> {
    let entries = calendar.missing.iter().filter(|missing| missing.limit.id == id);
    entries.map(|missing| (missing.event, missing.field)).collect()
}

// ---- where a limit stands

#[test]
fn an_act_runs_to_its_last_day_and_is_passed_after_it() {
    // C. conso. R. 733-6: thirty days; Saturday 14 February 2026 moves to Monday (CPC 642).
    let events = [on(K::MeasuresNotified, 2026, 1, 15)];
    let at = |month, date| {
        let calendar = calendar(&events, day(2026, month, date));
        let contest = only(&calendar, "contest_of_measures");
        assert_eq!((contest.expires_on, contest.due_on), (Some(day(2026, 2, 14)), Some(day(2026, 2, 16))));
        (contest.status, contest.days_left)
    };
    assert_eq!(at(1, 14), (Status::ToCome, Some(33)));
    assert_eq!(at(1, 15), (Status::Running, Some(32)));
    assert_eq!(at(2, 16), (Status::Running, Some(0)));
    assert_eq!(at(2, 17), (Status::Passed, None));
}

#[test]
fn an_act_is_met_or_late_by_its_own_day() {
    let outcome = |date| {
        let events = [on(K::MeasuresNotified, 2026, 1, 15), on(K::MeasuresContested, 2026, 2, date)];
        let calendar = calendar(&events, day(2026, 1, 20));
        let contest = only(&calendar, "contest_of_measures");
        assert_eq!((contest.done_on, contest.days_left), (Some(day(2026, 2, date)), None));
        contest.status
    };
    assert_eq!((outcome(16), outcome(17)), (Status::Met, Status::Late));
}

#[test]
fn the_signature_counts_else_the_presentation() {
    // C. conso. R. 713-11.
    let letter = |signed, presented| Event {
        on: None,
        signed_on: signed,
        presented_on: Some(presented),
        ..on(K::LiabilitiesNotified, 2026, 1, 1)
    };
    let shown = day(2026, 3, 2);
    for (signed, first) in [(None, shown), (Some(day(2026, 3, 9)), day(2026, 3, 9))] {
        let calendar = calendar(&[letter(signed, shown)], day(2026, 3, 10));
        assert_eq!(only(&calendar, "contest_of_liabilities").starts_on, first);
    }
}

#[test]
fn what_must_be_done_before_a_day_is_counted_back() {
    // C. conso. R. 722-7: fifteen days before the auction, even when it was done long before.
    let auction = on(K::Auction, 2026, 6, 22);
    let calendar_of = |events: &[Event], as_of| {
        let calendar = calendar(events, as_of);
        let request = only(&calendar, "sale_postponement");
        assert_eq!((request.expires_on, request.due_on), (Some(day(2026, 6, 7)), Some(day(2026, 6, 5))));
        request.status
    };
    assert_eq!(calendar_of(from_ref(&auction), day(2026, 6, 1)), Status::Running);
    assert_eq!(calendar_of(from_ref(&auction), day(2026, 6, 6)), Status::Passed);
    let asked = |date| on(K::PostponementRequested, 2026, 6, date);
    assert_eq!(calendar_of(&[auction.clone(), asked(5)], day(2026, 6, 6)), Status::Met);
    assert_eq!(calendar_of(&[auction, asked(8)], day(2026, 6, 9)), Status::Late);
}

// ---- chains

/// Deposit on 30 November: the third month has no such day (CPC 641 al. 2).
const DEPOSIT: (i32, u32, u32) = (2025, 11, 30);

fn deposit() -> Event {
    on(K::FileDeposited, DEPOSIT.0, DEPOSIT.1, DEPOSIT.2)
}

#[test]
fn the_window_of_the_legal_rate_follows_a_missed_orientation() {
    let before = calendar(&[deposit()], day(2026, 2, 28));
    assert_eq!(only(&before, "orientation_due").due_on, Some(day(2026, 2, 28)));
    let window = only(&before, "legal_rate_window");
    assert!(window.conditional && window.status == Status::Running, "begins that very day, if missed");
    assert_eq!((window.starts_on, window.expires_on), (day(2026, 2, 28), Some(day(2026, 5, 30))));
    assert!(window.anchor.limit().is_some_and(|limit| limit.id == "orientation_due"));

    let missed = calendar(&[deposit()], day(2026, 3, 1));
    assert_eq!(only(&missed, "orientation_due").status, Status::Passed);
    assert!(!only(&missed, "legal_rate_window").conditional);

    // In time, on the last day: nothing begins, and nothing is missing for it.
    let oriented = [deposit(), on(K::OrientationDecided, 2026, 2, 28)];
    let in_time = calendar(&oriented, day(2026, 3, 15));
    none(&in_time, "legal_rate_window");
    assert_eq!(waits(&in_time, "legal_rate_window"), []);

    // A day late: it begins, whatever the day asked.
    let late = [deposit(), on(K::OrientationDecided, 2026, 3, 1)];
    let window_of = |as_of| !only(&calendar(&late, as_of), "legal_rate_window").conditional;
    assert!(window_of(day(2026, 1, 1)) && window_of(day(2026, 4, 1)));
}

#[test]
fn a_refusal_makes_the_window_never_be() {
    // C. conso. L. 721-2 al. 2: before it begins or during it.
    for refused in [day(2026, 1, 20), day(2026, 4, 10), day(2026, 5, 30)] {
        let calendar = calendar(&[deposit(), Event::new(K::LegalRateRefused, refused)], day(2026, 4, 1));
        let window = only(&calendar, "legal_rate_window");
        assert_eq!((window.status, window.days_left), (Status::Void, None));
    }
    let too_late = [deposit(), on(K::LegalRateRefused, 2026, 5, 31)];
    let calendar = calendar(&too_late, day(2026, 4, 1));
    assert_eq!(only(&calendar, "legal_rate_window").status, Status::Running);
}

#[test]
fn a_plan_begins_on_the_day_fixed_else_at_the_end_of_the_next_month() {
    // C. conso. R. 732-1; L. 732-3 for the end. The duration is that which the letter states.
    let approved = on(K::PlanApproved, 2026, 1, 20);
    let letter = months(on(K::PlanApprovalLetter, 2026, 1, 31), 60);
    let unsaid = calendar(&[approved.clone(), letter.clone()], day(2026, 2, 10));
    assert_eq!(only(&unsaid, "agreed_plan_in_force").due_on, Some(day(2026, 2, 28)));
    let end = only(&unsaid, "end_of_plan");
    assert_eq!((end.starts_on, end.due_on), (day(2026, 2, 28), Some(day(2031, 2, 28))));
    assert_eq!(end.status, Status::ToCome);

    let fixed = months(on(K::PlanEffective, 2026, 2, 15), 48);
    let said = calendar(&[approved, letter, fixed], day(2026, 2, 20));
    assert_eq!(only(&said, "agreed_plan_in_force").status, Status::Void);
    let end = only(&said, "end_of_plan");
    assert_eq!((end.starts_on, end.due_on), (day(2026, 2, 15), Some(day(2030, 2, 15))));
    assert_eq!(end.anchor, Anchor::Event(K::PlanEffective));
}

#[test]
fn measures_end_what_admissibility_began() {
    // C. conso. L. 722-3 (two years at most, and no longer than the measures decided), L. 722-14.
    let events = [
        deposit(),
        on(K::AdmissibilityDecided, 2026, 1, 12),
        on(K::MeasuresImposed, 2026, 5, 4),
        on(K::MeasuresLetter, 2026, 6, 29),
    ];
    let calendar = calendar(&events, day(2026, 5, 1));
    let stay = only(&calendar, "stay_of_enforcement");
    assert_eq!((stay.due_on, stay.ended_on), (Some(day(2028, 1, 12)), Some(day(2026, 5, 4))));
    assert_eq!((stay.status, stay.days_left), (Status::Running, Some(3)), "it ends in three days");
    // Interest stays suspended until the measures begin: the last day of July.
    assert_eq!(only(&calendar, "no_interest").ended_on, Some(day(2026, 7, 31)));
    let order: Vec<&str> = calendar.deadlines.iter().map(|deadline| deadline.limit.id).collect();
    let place = |id| order.iter().position(|known| *known == id);
    assert!(place("stay_of_enforcement") < place("no_interest"), "in order of the day on which each ends");
}

#[test]
fn a_missed_request_for_measures_ends_the_stay() {
    // C. conso. L. 722-3, R. 733-1: fifteen days from the failure of the conciliation.
    let events = [on(K::AdmissibilityDecided, 2026, 1, 12), on(K::ConciliationFailureNotified, 2026, 4, 1)];
    let stay = |events: &[Event], as_of| {
        let calendar = calendar(events, as_of);
        let stay = only(&calendar, "stay_of_enforcement");
        (stay.status, stay.ended_on)
    };
    assert_eq!(stay(&events, day(2026, 4, 16)), (Status::Running, None));
    assert_eq!(stay(&events, day(2026, 4, 17)), (Status::Ended, Some(day(2026, 4, 16))));
    let [admitted, failed] = events;
    let asked = on(K::MeasuresRequested, 2026, 4, 16);
    assert_eq!(stay(&[admitted, failed, asked], day(2026, 4, 17)), (Status::Running, None));
}

#[test]
fn three_months_to_refile_after_a_suspension() {
    // C. conso. L. 733-2: from its end, whether an event says it or its duration does.
    let started = months(on(K::SuspensionStarted, 2024, 6, 30), 18);
    let counted = calendar(from_ref(&started), day(2026, 1, 5));
    assert_eq!(only(&counted, "end_of_suspension").due_on, Some(day(2025, 12, 30)));
    let refiling = only(&counted, "refiling_after_suspension");
    assert_eq!((refiling.starts_on, refiling.due_on), (day(2025, 12, 30), Some(day(2026, 3, 30))));
    assert_eq!(refiling.status, Status::Running);

    let ended = calendar(&[started, on(K::SuspensionEnded, 2025, 9, 1)], day(2026, 1, 5));
    assert_eq!(only(&ended, "end_of_suspension").status, Status::Ended);
    assert_eq!(only(&ended, "refiling_after_suspension").due_on, Some(day(2025, 12, 1)));
}

// ---- names, durations, texts, places

#[test]
fn acts_answer_what_bears_their_name() {
    // C. conso. R. 732-1: each creditor has thirty days of its own.
    let proposal = |name, date| about(K::ProposalNotified, 2026, 3, date, name);
    let refusal = |name| about(K::ProposalRefused, 2026, 3, 20, name);
    let status = |events: &[Event], name: &str| {
        let calendar = calendar(events, day(2026, 3, 25));
        let of = |deadline: &&Deadline| deadline.about == Some(Id::from(name));
        let found = calendar.of("refusal_of_proposal").find(of).expect("one a creditor").status;
        assert_eq!(calendar.of("refusal_of_proposal").count(), 2);
        found
    };
    let two = [proposal("bank", 2), proposal("town", 4)];
    let named = [&two[..], &[refusal("town")]].concat();
    assert_eq!((status(&named, "bank"), status(&named, "town")), (Status::Running, Status::Met));
    // A refusal without a name stands for all.
    let unnamed = [&two[..], &[on(K::ProposalRefused, 2026, 3, 20)]].concat();
    assert_eq!((status(&unnamed, "bank"), status(&unnamed, "town")), (Status::Met, Status::Met));
}

#[test]
fn a_stated_duration_stays_within_the_law() {
    // C. civ. 1343-5: two years at most.
    let granted = |stated| Event { months: stated, ..on(K::CourtDelaysGranted, 2026, 1, 10) };
    for (stated, last) in
        [(None, day(2028, 1, 10)), (Some(6), day(2026, 7, 10)), (Some(30), day(2028, 1, 10))]
    {
        let calendar = calendar(&[granted(stated)], day(2026, 1, 11));
        assert_eq!(only(&calendar, "court_delays").due_on, Some(last));
        assert_eq!(calendar.advisories.len(), usize::from(stated == Some(30)));
    }
}

#[test]
fn the_duration_of_measures_is_needed_and_kept() {
    // C. conso. L. 733-3: seven years, longer only for the main home.
    let measures = |stated| Event { months: stated, ..on(K::MeasuresEffective, 2026, 3, 1) };
    let unsaid = calendar(&[measures(None)], day(2026, 3, 2));
    none(&unsaid, "end_of_measures");
    assert_eq!(waits(&unsaid, "end_of_measures"), [(K::MeasuresEffective, Some("months"))]);
    let longer = calendar(&[measures(Some(120))], day(2026, 3, 2));
    assert_eq!(only(&longer, "end_of_measures").due_on, Some(day(2036, 3, 1)));
    let told: Vec<(&str, &str)> = longer.advisories.iter().map(|a| (a.code().name(), a.path())).collect();
    assert_eq!(told, [("deadline.duration_above", "events[0]")]);
}

#[test]
fn older_texts_are_told_or_were_not_there() {
    // The garnishment of pay without a judge began on 1 July 2025 (loi n° 2023-1059).
    let order = |year, month, date| [on(K::OrderToPayServed, year, month, date)];
    let before = calendar(&order(2025, 6, 30), day(2025, 7, 10));
    assert_eq!(before.deadlines.len(), 0);
    assert_eq!(waits(&before, "wage_seizure_wait"), [], "no event would make it run");
    assert!(before.advisories.is_empty());
    let after = calendar(&order(2025, 7, 1), day(2025, 7, 10));
    assert_eq!(only(&after, "wage_seizure_wait").due_on, Some(day(2025, 8, 1)));

    let old = calendar(&[on(K::LiabilitiesNotified, 2019, 3, 4)], day(2025, 7, 10));
    assert_eq!(only(&old, "contest_of_liabilities").due_on, Some(day(2019, 3, 25)), "a Sunday before it");
    assert_eq!(old.advisories.len(), 1);
}

#[test]
fn living_far_lengthens_limits_before_courts_alone() {
    // CPC 643, 644: one month overseas, two abroad.
    let notified = |kind, residence| Event { residence, ..on(kind, 2026, 3, 31) };
    let due = |kind, id, residence| {
        let calendar = calendar(&[notified(kind, residence)], day(2026, 4, 1));
        let deadline = only(&calendar, id);
        (deadline.due_on.expect("a last day"), deadline.residence)
    };
    let judgment = |residence| due(K::JudgmentNotified, "appeal_of_judgment", residence);
    assert_eq!(judgment(Residence::Near), (day(2026, 4, 15), Residence::Near));
    assert_eq!(judgment(Residence::Overseas), (day(2026, 5, 15), Residence::Overseas));
    assert_eq!(judgment(Residence::Abroad), (day(2026, 6, 15), Residence::Abroad));
    let measures = due(K::MeasuresNotified, "contest_of_measures", Residence::Abroad);
    assert_eq!(measures, (day(2026, 4, 30), Residence::Near));
}

// ---- what is missing

#[test]
fn what_is_missing_is_told_by_event() {
    let calendar = calendar(&[deposit()], day(2026, 1, 10));
    assert_eq!(waits(&calendar, "contest_of_measures"), [(K::MeasuresNotified, None)]);
    // Through the end of another limit, to the event that makes that one run.
    assert_eq!(waits(&calendar, "end_of_plan"), [(K::PlanEffective, None)]);
    assert_eq!(waits(&calendar, "social_protocol_lease"), waits(&calendar, "social_protocol_extended"));
    // Both what makes it run and what it needs besides.
    assert_eq!(
        waits(&calendar, "insurance_premium"),
        [(K::AdmissibilityDecided, None), (K::InsurancePremiumDemanded, None)]
    );
    assert!(calendar.missing.is_sorted_by(|one, next| (one.event, one.field) <= (next.event, next.field)));
    for limit in LIMITS {
        let found = calendar.of(limit.id).next().is_some();
        let met = limit.id == "legal_rate_window" || waits(&calendar, limit.id).is_empty();
        assert!(found == met, "{} is computed or waits for something", limit.id);
    }
}

#[test]
fn limits_come_after_those_they_follow() {
    let mut seen = vec![false; LIMITS.len()];
    for place in ORDER {
        let limit = &LIMITS[*place];
        for anchor in limit.starts.iter().chain(limit.ended_by).chain(limit.void_by) {
            if let Anchor::EndOf(earlier) | Anchor::MissedEndOf(earlier) = anchor {
                assert!(seen[*earlier], "{} before {}", limit.id, LIMITS[*earlier].id);
            }
        }
        seen[*place] = true;
    }
    assert!(seen.iter().all(|seen| *seen));
}

// ---- what is refused

#[test]
fn all_faults_of_the_events_are_told_at_once() {
    let case = request(json!({"events": [
        {"kind": "file_deposited", "on": "2026-01-10"},
        {"kind": "admissibility_decided", "on": "2026-01-09"},
        {"kind": "admissibility_notified"},
        {"kind": "liabilities_notified", "on": "2026-02-01", "signed_on": "2026-02-01"},
        {"kind": "proposal_notified", "signed_on": "2026-02-01", "presented_on": "2026-02-02"},
        {"kind": "sitting", "on": "2026-02-01", "months": 3},
        {"kind": "measures_effective", "on": "2026-02-01", "months": 0},
        {"kind": "measures_effective", "on": "2026-02-01", "months": 1201},
        {"kind": "orientation_decided", "presented_on": "2026-01-09"}
    ]}));
    let expected = [
        ("event.order", "events[1].on"),
        ("field.missing", "events[2].on"),
        ("field.conflict", "events[3].on"),
        ("event.order", "events[4].signed_on"),
        ("field.not_applicable", "events[5].months"),
        ("number.range", "events[6].months"),
        ("number.range", "events[7].months"),
        ("event.order", "events[8].presented_on"),
    ];
    assert_eq!(named(&faults(&case)), expected.map(|(name, path)| (name.to_owned(), path.to_owned())));
    // Every part of the answer rests on facts that hold together.
    assert_eq!(faults(&with(case, "/want", json!(["deadlines"]))).len(), 8);
}

#[test]
fn an_event_may_come_before_some_of_those_it_answers_but_not_all() {
    let notified = |month| json!({"kind": "measures_notified", "on": format!("2026-{month}-01")});
    let contested = json!({"kind": "measures_contested", "on": "2026-03-01"});
    answer(&request(json!({"events": [notified("02"), notified("04"), contested]})));
    assert_refused(&request(json!({"events": [notified("04"), contested]})), "event.order", "events[1].on");
    answer(&request(json!({"events": [contested]})));
    // Any of two may come first.
    let begin = json!({"kind": "measures_effective", "on": "2026-03-01", "months": 12});
    let imposed = json!({"kind": "measures_imposed", "on": "2026-04-01"});
    let ordered = json!({"kind": "measures_ordered", "on": "2026-02-01"});
    answer(&request(json!({"events": [begin, imposed, ordered]})));
    let told = faults(&request(json!({"events": [begin, imposed]})));
    assert_eq!(told[0]["details"]["after"], "measures_imposed");
}

#[test]
fn odd_events_are_refused_with_their_field() {
    let one = |fields: Value| request(json!({"events": [fields]}));
    let cases = [
        (json!({"on": "2026-01-01"}), "field.missing", "events[0].kind"),
        (json!({"kind": "party", "on": "2026-01-01"}), "field.value", "events[0].kind"),
        (json!({"kind": "sitting", "on": "2026-02-30"}), "date.format", "events[0].on"),
        (json!({"kind": "sitting", "on": "01/02/2026"}), "date.format", "events[0].on"),
        (json!({"kind": "sitting", "on": 20_260_101}), "field.type", "events[0].on"),
        (
            json!({"kind": "suspension_started", "on": "2026-01-01", "months": -3}),
            "number.range",
            "events[0].months",
        ),
        (
            json!({"kind": "suspension_started", "on": "2026-01-01", "months": 2.5}),
            "number.format",
            "events[0].months",
        ),
        (json!({"kind": "sitting", "on": "2026-01-01", "about": ""}), "text.length", "events[0].about"),
        (
            json!({"kind": "sitting", "on": "2026-01-01", "residence": "far"}),
            "field.value",
            "events[0].residence",
        ),
        (json!({"kind": "sitting", "on": "2026-01-01", "day": 1}), "field.unknown", "events[0].day"),
        // No document can write the last day, nor is any calendar of those holidays known.
        (json!({"kind": "court_delays_granted", "on": "9999-12-31"}), "arithmetic.overflow", "events[0]"),
        (json!({"kind": "measures_notified", "on": "9999-12-31"}), "arithmetic.overflow", "events[0]"),
        (json!({"kind": "measures_notified", "on": "5000-01-01"}), "law.after_coverage", "events[0]"),
    ];
    for (event, name, path) in cases {
        assert_refused(&one(event), name, path);
    }
    let none = request(json!({"events": [], "want": ["deadlines"]}));
    assert!(named(&faults(&none)).contains(&("field.missing".into(), "events".into())));
    let holidays =
        json!({"events": [{"kind": "sitting", "on": "2026-01-01"}], "deadlines": {"holidays": "all"}});
    assert_refused(&request(holidays), "field.value", "deadlines.holidays");
}

#[test]
fn five_hundred_events_are_answered_and_one_more_is_not() {
    let event = |place: usize| {
        let kind = K::WORDS[place % K::WORDS.len()];
        json!({"kind": kind, "on": format!("2026-{:02}-15", 1 + place % 12), "about": format!("party {}", place % 7)})
    };
    let many = |count| {
        request(json!({"events": (0..count).map(event).collect::<Vec<Value>>(), "want": ["deadlines"]}))
    };
    let mut sound = many(500);
    // Every kind in January first, so that none comes before all those it answers.
    for (place, event) in sound["events"].as_array_mut().expect("events").iter_mut().enumerate() {
        if place < K::WORDS.len() {
            event["on"] = json!("2026-01-02");
        }
    }
    let answer = answer(&sound);
    assert!(answer["deadlines"]["limits"].as_array().expect("limits").len() > 400);
    assert_eq!(named(&faults(&many(501)))[0], ("list.too_long".into(), "events".into()));
}

// ---- through the document

#[test]
fn events_alone_are_a_case() {
    let case = json!({
        "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-01-10", "language": "en",
        "territory": "reunion",
        "events": [{"kind": "file_deposited", "on": "2025-11-30"}]
    });
    let response = answer(&case);
    let block = &response["deadlines"];
    assert_eq!((&block["as_of"], &block["holidays"]), (&json!("2026-01-10"), &json!("reunion")));
    let due =
        block["limits"].as_array().expect("limits").iter().find(|limit| limit["id"] == "orientation_due");
    let due = due.expect("the orientation");
    assert_eq!((&due["due_on"], &due["days_left"]), (&json!("2026-02-28"), &json!(49)));
    assert_eq!((&due["event"], &due["status"]), (&json!("file_deposited"), &json!("running")));
    let window =
        block["limits"].as_array().expect("limits").iter().find(|limit| limit["id"] == "legal_rate_window");
    let window = window.expect("the window");
    assert_eq!((&window["from"], &window["conditional"]), (&json!("orientation_due"), &json!(true)));
    assert!(window.get("event").is_none() && due.get("conditional").is_none());
    assert!(block["missing"].as_array().expect("missing").len() > 50);

    let later = json!({"as_of": "2026-03-01", "holidays": "none"});
    let response = answer(&with(case, "/deadlines", later));
    assert_eq!(response["deadlines"]["as_of"], "2026-03-01");
    assert_eq!(advisories(&response), Vec::<String>::new());
}

#[test]
fn the_calendar_comes_with_the_rest_only_when_there_are_events() {
    let case = with(common::lone("1500.00"), "/want", Value::Null);
    assert!(answer(&case).get("deadlines").is_none());
    let events = json!([{"kind": "file_deposited", "on": "2025-11-30"}]);
    let whole = answer(&with(case.clone(), "/events", events.clone()));
    assert!(whole.get("deadlines").is_some() && whole.get("capacity").is_some());
    let part = with(with(case, "/events", events), "/want", json!(["capacity"]));
    assert!(answer(&part).get("deadlines").is_none());
}

// ---- properties

/// Events that hold together: those at fault are left out.
fn sound(mut events: Vec<Event>) -> Vec<Event> {
    while let Err(faults) = deadlines(&events, day(2026, 1, 1), HolidaySet::National) {
        let at = |path: &str| -> usize {
            let place = path.trim_start_matches("events[").split(']').next();
            place.and_then(|place| place.parse().ok()).expect("the path of an event")
        };
        let mut places: Vec<usize> = faults.iter().map(|fault| at(fault.path())).collect();
        places.dedup();
        for place in places.into_iter().rev() {
            events.remove(place);
        }
    }
    events
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..2500_u64).prop_map(|days| day(2023, 6, 1).checked_add_days(Days::new(days)).expect("a day"))
}

fn some_events() -> impl Strategy<Value = Vec<Event>> {
    let event = (0..K::WORDS.len(), days(), 0..4_u32, 1..100_u32, 0..3_u8).prop_map(
        |(kind, on, name, stated, residence)| {
            let kind = K::from_word(K::WORDS[kind]).expect("a kind");
            let states = [K::PlanEffective, K::MeasuresEffective, K::SuspensionStarted].contains(&kind);
            Event {
                months: states.then_some(stated),
                about: (name > 1).then(|| Id::from(if name == 2 { "one" } else { "two" })),
                residence: [Residence::Near, Residence::Overseas, Residence::Abroad][usize::from(residence)],
                ..Event::new(kind, on)
            }
        },
    );
    vec(event, 0..40).prop_map(sound)
}

/// What of a deadline no day asked can change: its limit, whom it is about, its first and last days.
type Fixed = (&'static str, Option<Id>, NaiveDate, Option<NaiveDate>, Option<NaiveDate>);

fn fixed(deadline: &Deadline) -> Fixed {
    (deadline.limit.id, deadline.about.clone(), deadline.starts_on, deadline.expires_on, deadline.due_on)
}

fn all_fixed(calendar: &Calendar) -> Vec<Fixed> {
    let mut all: Vec<_> = calendar.deadlines.iter().map(fixed).collect();
    all.sort();
    all
}

/// Everything of a calendar but the places of the events: one line a deadline.
fn lines(calendar: &Calendar) -> Vec<String> {
    let line = |deadline: &Deadline| {
        let told =
            (deadline.status, deadline.days_left, deadline.done_on, deadline.ended_on, deadline.conditional);
        format!("{:?} {told:?} {:?}", fixed(deadline), deadline.about.as_ref().map(Id::as_str))
    };
    let mut lines: Vec<String> = calendar.deadlines.iter().map(line).collect();
    let waits = |missing: &Missing| format!("{:?} {:?} {}", missing.event, missing.field, missing.limit.id);
    lines.extend(calendar.missing.iter().map(waits));
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn the_day_asked_changes_no_other_day(events in some_events(), one in days(), other in days()) {
        prop_assert_eq!(all_fixed(&calendar(&events, one)), all_fixed(&calendar(&events, other)));
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        (events, shuffled) in some_events().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        as_of in days(),
    ) {
        prop_assert_eq!(lines(&calendar(&events, as_of)), lines(&calendar(&shuffled, as_of)));
    }

    #[test]
    fn an_event_that_no_other_limit_names_changes_nothing(events in some_events(), on in days(), as_of in days()) {
        // The statement of a bank whose account is seized depends on nothing else of a file.
        let alone: Vec<Event> = events.into_iter().filter(|event| event.kind != K::AccountSeized).collect();
        let before = calendar(&alone, as_of);
        let more = [alone, vec![Event::new(K::AccountSeized, on)]].concat();
        let after = calendar(&more, as_of);
        let mut rest = after.clone();
        rest.deadlines.retain(|deadline| !before_is_silent(&before, deadline.limit.id));
        rest.missing.clone_from(&before.missing);
        prop_assert_eq!(lines(&rest), lines(&before));
        prop_assert!(after.deadlines.len() > before.deadlines.len());
    }

    #[test]
    fn each_deadline_holds_together(events in some_events(), as_of in days()) {
        let calendar = calendar(&events, as_of);
        for deadline in &calendar.deadlines {
            let kind = deadline.limit.kind;
            prop_assert_eq!(deadline.due_on.is_none(), kind == LimitKind::Open);
            if let Some((expires, due)) = deadline.expires_on.zip(deadline.due_on) {
                match kind {
                    LimitKind::Act => prop_assert!(deadline.starts_on < expires && expires <= due),
                    LimitKind::Backward => prop_assert!(due <= expires && expires < deadline.starts_on),
                    _ => prop_assert_eq!(expires, due),
                }
            }
            let last = deadline.ended_on.or(deadline.due_on);
            let runs = matches!(deadline.status, Status::Running | Status::ToCome);
            prop_assert_eq!(deadline.days_left.is_some(), runs && last.is_some());
            prop_assert!(deadline.days_left.is_none_or(|left| left >= 0));
            prop_assert_eq!(deadline.done_on.is_some(), matches!(deadline.status, Status::Met | Status::Late));
            prop_assert!(deadline.ended_on.is_none() || deadline.done_on.is_none());
            prop_assert!(deadline.status != Status::Ended || deadline.ended_on.is_some_and(|end| end <= as_of));
            prop_assert!(deadline.ended_on.zip(deadline.expires_on).is_none_or(|(end, expires)| end < expires));
        }
        let last = |deadline: &Deadline| deadline.ended_on.or(deadline.due_on);
        let key = |deadline: &Deadline| (last(deadline).is_none(), last(deadline));
        prop_assert!(calendar.deadlines.is_sorted_by_key(key));
        // A limit that was computed for no event waits for something, or is settled: never both silent and lacking.
        for missing in &calendar.missing {
            let id = missing.limit.id;
            prop_assert!(missing.field.is_some() || calendar.of(id).next().is_none(), "{}", id);
        }
    }
}

/// Whether a calendar has no deadline of a limit.
fn before_is_silent(calendar: &Calendar, id: &str) -> bool {
    calendar.of(id).next().is_none()
}
