//! The rows of the time limits: what is refused, and what each row must say.

use apurement::Language;
use apurement::fr::deadline::{Actor, Anchor, EventKind, LIMITS, Limit, LimitKind, ORDER, Status};
use apurement::fr::debt::treatment::Certainty;
use apurement::fr::holiday::HolidaySet;
use apurement::vocabulary::Vocabulary;
use apurement_tests::deadline_data::{self, FILES, LimitRow};
use apurement_tests::law_data::folder;
use apurement_tests::vectors;
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

/// Nothing of the vocabulary of events is idle: each begins, keeps, ends, voids or conditions a limit.
#[test]
fn every_event_serves_a_limit() {
    let mut served = BTreeSet::new();
    for limit in LIMITS {
        served.extend(limit.needs.iter().chain(limit.met_by).map(|kind| kind.word()));
        for anchor in limit.starts.iter().chain(limit.ended_by).chain(limit.void_by) {
            if let Anchor::Event(kind) = anchor {
                served.insert(kind.word());
            }
        }
    }
    let idle: Vec<&&str> = EventKind::WORDS.iter().filter(|word| !served.contains(*word)).collect();
    assert!(idle.is_empty(), "no limit uses {idle:?}");
}

/// Both languages are there, each in its own words, as sentences that people read.
#[test]
fn texts_read_in_both_languages() {
    let mut titles = BTreeSet::new();
    for limit in LIMITS {
        let id = limit.id;
        for (field, french, english, sentence) in [
            ("title", limit.title_fr, limit.title, false),
            ("effect", limit.effect_fr, limit.effect, true),
            ("note", limit.note_fr, limit.note, true),
        ] {
            if french.is_empty() && english.is_empty() && field == "note" {
                continue;
            }
            assert_ne!(french, english, "{id}: the {field} is not translated");
            for text in [french, english] {
                assert!(text.chars().count() >= 8, "{id}: {text:?} says nothing");
                assert!(
                    !text.contains("TODO") && !text.contains("??") && text.trim() == text,
                    "{id}: {text:?}"
                );
                assert!(text.starts_with(|first: char| first.is_uppercase()), "{id}: {text:?}");
                assert_eq!(text.ends_with('.'), sentence, "{id}: {text:?}");
            }
        }
        assert!(titles.insert(limit.title) && titles.insert(limit.title_fr), "{id}: its title is another's");
    }
}

/// Every word has a reading of its own in each language.
#[test]
fn words_read_in_both_languages() {
    fn readings<V: Vocabulary>(reading: impl Fn(V, Language) -> &'static str) -> Vec<[&'static str; 2]> {
        let of = |word: &&str| {
            let value = V::from_word(word).expect("a word of the vocabulary");
            [reading(value, Language::French), reading(value, Language::English)]
        };
        V::WORDS.iter().map(of).collect()
    }
    let events = readings(EventKind::reading);
    assert_eq!(events.len(), 139);
    for [french, english] in &events {
        assert!(french != english, "{french:?} is not translated");
    }
    let lists = [
        events,
        readings(Actor::reading),
        readings(LimitKind::reading),
        readings(Status::reading),
        readings(Certainty::reading),
        readings(HolidaySet::reading),
    ];
    for list in lists {
        for language in [0, 1] {
            let told: BTreeSet<&str> = list.iter().map(|reading| reading[language]).collect();
            assert_eq!(told.len(), list.len(), "two words read the same: {list:?}");
            assert!(told.iter().all(|text| !text.is_empty() && !text.contains('_') && !text.ends_with('.')));
        }
    }
}

/// Every row is stated by a vector computed elsewhere, with its days, and every status by some of them.
#[test]
fn every_row_and_every_status_has_a_vector() {
    let mut stated = BTreeSet::new();
    let mut statuses = BTreeSet::new();
    for vector in vectors::all() {
        let limits = vector.response().and_then(|response| response["deadlines"]["limits"].as_array());
        for limit in limits.into_iter().flatten() {
            let id = limit["id"].as_str().expect("the identifier of a limit");
            let known = Limit::find(id).unwrap_or_else(|| panic!("{}: no row {id}", vector.id));
            if known.kind == LimitKind::Open || limit["expires_on"].is_string() {
                assert!(limit["starts_on"].is_string(), "{}: {id} begins on no day", vector.id);
                stated.insert(id.to_owned());
            }
            statuses.insert(limit["status"].as_str().expect("where the limit stands").to_owned());
        }
    }
    let without: Vec<&str> = LIMITS.iter().map(|limit| limit.id).filter(|id| !stated.contains(*id)).collect();
    assert!(without.is_empty(), "no vector states {without:?}");
    assert_eq!(statuses, Status::WORDS.iter().map(|word| (*word).to_owned()).collect());
}

/// Reports are for people: no word of the documents stays in them as it is.
#[test]
fn reports_have_no_word_of_the_documents() {
    let vocabularies = [EventKind::WORDS, Actor::WORDS, LimitKind::WORDS, Status::WORDS, HolidaySet::WORDS];
    let raw: Vec<&str> = vocabularies
        .iter()
        .flat_map(|words| words.iter().copied())
        .filter(|word| word.contains('_'))
        .collect();
    let mut read = 0;
    for vector in vectors::all().iter().filter(|vector| vector.parts().contains(&"deadlines")) {
        for language in ["fr", "en"] {
            let mut request: serde_json::Value = serde_json::from_slice(&vector.request).expect("a request");
            request["want"] = serde_json::json!(["deadlines_text"]);
            request["language"] = language.into();
            let answer = apurement::evaluate(&serde_json::to_vec(&request).expect("a request"));
            let answer: serde_json::Value = serde_json::from_slice(&answer).expect("JSON");
            let report = answer["reports"]["deadlines_text"]
                .as_str()
                .unwrap_or_else(|| panic!("{}: {answer}", vector.id));
            let mut words = report.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert_eq!(words.find(|word| raw.contains(word)), None, "{}, {language}: {report}", vector.id);
            read += 1;
        }
    }
    assert!(read > 100, "only {read} reports");
}
