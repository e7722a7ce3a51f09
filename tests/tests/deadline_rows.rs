//! The rows of the time limits: what is refused, and what each row must say.

use apurement::fr::deadline::{Anchor, LIMITS, Limit, LimitKind, ORDER};
use apurement_tests::deadline_data::{self, FILES, LimitRow};
use apurement_tests::law_data::folder;
use std::collections::BTreeSet;

fn rows() -> Vec<LimitRow> {
    deadline_data::read(&folder().join("deadlines")).expect("the time limits")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join("deadlines").join(format!("{name}.toml")))
        .expect("a file of limits")
}

#[test]
fn the_core_holds_every_row_in_the_order_of_the_files() {
    let ids: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    let held: Vec<&str> = LIMITS.iter().map(|limit| limit.id).collect();
    assert_eq!(ids, held);
    assert!(ids.len() > 100, "only {} rows", ids.len());
    for limit in LIMITS {
        assert!(std::ptr::eq(Limit::find(limit.id).expect(limit.id), limit));
    }
    assert!(Limit::find("contest").is_none() && Limit::find("").is_none() && Limit::find("zzz").is_none());
}

#[test]
fn a_limit_is_computed_after_those_whose_end_it_names() {
    assert_eq!(ORDER.iter().collect::<BTreeSet<_>>(), (0..LIMITS.len()).collect::<Vec<_>>().iter().collect());
    let mut done = BTreeSet::new();
    let mut followed = 0;
    for place in ORDER {
        let limit = &LIMITS[*place];
        for anchor in limit.starts.iter().chain(limit.ended_by).chain(limit.void_by) {
            if let Some(other) = anchor.limit() {
                assert!(done.contains(other.id), "{} is computed before {}", limit.id, other.id);
                followed += 1;
            }
        }
        done.insert(limit.id);
    }
    assert!(followed > 15, "only {followed} anchors name a limit");
}

/// Every field of every row says something that can hold.
#[test]
fn every_row_is_sane() {
    for limit in LIMITS {
        let id = limit.id;
        for version in limit.versions {
            for article in version.articles {
                let code = [
                    "C. conso. ",
                    "CPCE ",
                    "C. civ. ",
                    "C. mon. fin. ",
                    "C. pr. civ. ",
                    "C. trav. ",
                    "C. assur. ",
                ];
                let other = ["règlement intérieur ", "arrêté du ", "service-public.fr, "];
                let known = code.iter().chain(&other).any(|start| article.starts_with(start));
                assert!(known, "{id}: {article:?} names no text");
            }
        }
        if limit.kind == LimitKind::Backward || limit.kind == LimitKind::Act {
            assert!(limit.ended_by.is_empty(), "{id}: an act is done or not, nothing ends it early");
        }
        if limit.kind == LimitKind::Open {
            assert!(
                limit.met_by.is_empty() && !limit.ended_by.is_empty(),
                "{id}: what is open is ended by an event"
            );
        }
        assert!(!limit.distance || limit.kind == LimitKind::Act, "{id}: only acts before a court are longer");
        assert!(!limit.needs.iter().any(|need| limit.starts.contains(&Anchor::Event(*need))), "{id}");
    }
}

#[test]
fn faults_are_refused() {
    let book = text(FILES[0]);
    let faults = [
        ("id = \"orientation_due\"", "id = \"OrientationDue\"", "snake_case"),
        ("id = \"orientation_due\"", "id = \"completion_of_file\"", "there twice"),
        ("title = \"Completing the file\"", "title = \" \"", "title is empty"),
        ("title_fr = \"Compléter le dossier\"\n", "", "missing field `title_fr`"),
        ("note = \"No article", "noet = \"No article", "unknown field"),
        ("certainty = \"likely\"", "certainty = \"sure\"", "unknown variant"),
        ("certainty = \"certain\"", "certainty = \"likely\"", "needs a note"),
        ("kind = \"act\"", "kind = \"deadline\"", "unknown variant"),
        ("who = \"debtor\"", "who = \"judge\"", "unknown variant"),
        (
            "starts = [\"file_deposited\"]",
            "starts = [\"file_lost\"]",
            "no event bears the name \"file_lost\"",
        ),
        ("starts = [\"file_deposited\"]", "starts = [\"near\"]", "no event bears the name"),
        ("starts = [\"file_deposited\"]", "starts = []", "nothing makes it begin"),
        ("missed:orientation_due", "missed:orientation", "no limit bears the name \"orientation\""),
        ("missed:orientation_due", "missed:legal_rate_window", "wait for each other: legal_rate_window"),
        ("met_by = [\"file_completed\"]", "met_by = [\"end:orientation_due\"]", "no event bears the name"),
        ("delay = \"1 month\"", "delay = \"a month\"", "not a delay"),
        ("delay = \"1 month\"", "delay = \"0 months\"", "not a delay"),
        ("delay = \"1 month\"", "delay = \"open\"", "open is the delay"),
        (
            "delay = \"15 days\"\narticles = [\"C. conso. L. 721-7\"",
            "delay = \"15 working days\"\narticles = [\"C. conso. L. 721-7\"",
            "counted back",
        ),
        ("from = 2026-11-20", "from = 2023-11-20", "does not come after 2024-01-01"),
        ("from = 2024-01-01", "from = 2024-01-01T08:00:00", "not a day"),
        ("articles = [\"C. conso. R. 723-3\"]", "articles = []", "needs its articles"),
        ("stated = \"within\"", "stated = \"about\"", "unknown variant"),
    ];
    for (from, to, words) in faults {
        assert!(book.contains(from), "{from} is not in the file any more");
        let faulty = book.replacen(from, to, 1);
        let fault = deadline_data::parse(&faulty)
            .and_then(|rows| deadline_data::check_together(&rows))
            .expect_err(&format!("{from} -> {to}"));
        assert!(fault.contains(words), "{from} -> {to}: {fault}");
    }
}
