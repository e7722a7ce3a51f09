//! Files whose events and claims nobody should send: every one is answered or refused, what is answered can be read, and
//! statements balance.
//!
//! `APUREMENT_FUZZ` sets how many files (a tenth of it, 2,000 by default) and `APUREMENT_SEED` where they start.

mod common;

use apurement::fr::deadline::{EventKind, Residence};
use apurement::fr::holiday::HolidaySet;
use apurement::vocabulary::Vocabulary;
use common::dice::Dice;
use common::sheet::Sheet;
use common::{cents, ics, request, respond};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

impl Dice {
    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).expect("small")]
    }

    fn holds(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    /// Mostly days of these years; now and then the ends of time, 29 February, or a day that does not exist.
    fn day(&mut self) -> String {
        if self.holds(12) {
            let odd = [
                "0001-01-01",
                "0000-01-01",
                "9999-12-31",
                "9998-12-31",
                "9999-11-30",
                "1582-10-10",
                "2024-02-29",
                "2026-02-29",
                "1999-12-31",
                "2026-13-01",
                "-0001-01-01",
                "10000-01-01",
                "",
            ];
            return self.pick(&odd).to_owned();
        }
        let year = if self.holds(8) { 1900 + self.below(300) } else { 2024 + self.below(5) };
        format!("{year:04}-{:02}-{:02}", 1 + self.below(12), 1 + self.below(29))
    }

    fn months(&mut self) -> u64 {
        self.pick(&[0, 1, 12, 24, 25, 84, 85, 1200, 1201, 4_294_967_295, 4_294_967_296])
    }

    fn amount(&mut self) -> String {
        self.pick(&["0", "0.01", "-0.01", "1200.00", "35.5", "90071992547409.91", "90071992547409.92", "1e3"])
            .to_owned()
    }

    fn event(&mut self) -> Value {
        let mut event = Map::new();
        event.insert("kind".into(), json!(self.pick(EventKind::WORDS)));
        for (field, one_in) in [("on", 2), ("signed_on", 6), ("presented_on", 4)] {
            if self.holds(one_in) {
                event.insert(field.into(), json!(self.day()));
            }
        }
        if event.len() == 1 && !self.holds(20) {
            event.insert("on".into(), json!(self.day()));
        }
        if self.holds(10) {
            event.insert("months".into(), json!(self.months()));
        }
        if self.holds(4) {
            event.insert("residence".into(), json!(self.pick(Residence::WORDS)));
        }
        if self.holds(3) {
            event.insert("about".into(), json!(self.pick(&["a", "b", "=1+1", "é🏠\r\n;,", "\u{202e}\u{0}"])));
        }
        Value::Object(event)
    }

    fn file(&mut self) -> Value {
        let count = self.pick(&[1, 1, 2, 3, 5, 8, 20]);
        let events: Vec<Value> = (0..count).map(|_| self.event()).collect();
        let mut file = request(json!({"events": events, "want": WANTED}));
        let fields = file.as_object_mut().expect("an object");
        fields.insert("assessed_on".into(), json!(self.day()));
        if self.holds(2) {
            fields.insert(
                "deadlines".into(),
                json!({"as_of": self.day(), "holidays": self.pick(HolidaySet::WORDS)}),
            );
        }
        if self.holds(3) {
            fields.insert("reference".into(), json!(self.pick(&["file", "\u{0}", "é🏠,;\\\n"])));
        }
        if self.holds(3) {
            fields.insert(
                "debts".into(),
                json!([{"id": "loan", "kind": "consumer_credit", "principal": "4000.00"}]),
            );
            let steps = json!([{"from_month": 1, "amount": self.amount()}]);
            fields.insert("plan".into(), json!({"capacity_steps": steps, "first_due_on": self.day()}));
        }
        file
    }
}

const WANTED: [&str; 5] =
    ["deadlines", "deadlines_text", "deadlines_csv", "deadlines_csv_fr", "deadlines_ics"];

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).map_or(default, |text| text.parse().expect(variable))
}

#[test]
fn files_with_odd_events_are_answered_and_their_files_read() {
    let first = number("APUREMENT_SEED", 1);
    let count = number("APUREMENT_FUZZ", 20_000) / 10;
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in first..first + count {
        let file = Dice(seed).file();
        let answer = respond(file.to_string().as_bytes());
        if let Some(errors) = answer.get("errors") {
            let errors = errors.as_array().expect("a list");
            assert!(!errors.is_empty(), "file {seed}: refused without a reason: {file}");
            assert!(
                errors.iter().all(|fault| fault["code"].is_u64() && fault["path"].is_string()),
                "file {seed}"
            );
            *seen.entry("refused").or_default() += 1;
            continue;
        }
        *seen.entry("answered").or_default() += 1;
        let limits = answer["deadlines"]["limits"].as_array().expect("limits");
        let ahead = limits.iter().filter(|limit| is_ahead(limit)).count();
        for (sheet, french) in [("deadlines_csv", false), ("deadlines_csv_fr", true)] {
            let text = answer["reports"][sheet].as_str().expect("a sheet");
            assert_eq!(Sheet::read(text, french).rows.len(), limits.len(), "file {seed}: {file}");
        }
        match answer["reports"].get("deadlines_ics") {
            None => assert_eq!(ahead, 0, "file {seed}: {file}"),
            Some(text) => {
                let events = ics::read(text.as_str().expect("a calendar"));
                let limits = events.iter().filter(|event| !event.uid.starts_with("instalment-")).count();
                assert_eq!(limits, ahead, "file {seed}: {file}");
                *seen.entry("calendars").or_default() += 1;
            }
        }
    }
    // Neither is everything refused nor nothing.
    assert!(seen["answered"] > count / 20 && seen["refused"] > count / 20, "{seen:?}");
    assert!(seen["calendars"] > count / 100, "{seen:?}");
}

/// Whether a limit has a last day ahead that a calendar can write.
fn is_ahead(limit: &Value) -> bool {
    let day = limit["ended_on"].as_str().or(limit["due_on"].as_str());
    let is_written = day.is_some_and(|day| day.len() == 10 && day < "9999-12-31");
    matches!(limit["status"].as_str(), Some("running" | "to_come")) && is_written
}

// ---- interest

impl Dice {
    /// An amount of a claim: mostly one that can be.
    fn sum(&mut self) -> String {
        if self.holds(15) {
            self.amount()
        } else {
            format!("{}.{:02}", self.below(30_000) + 1, self.below(100))
        }
    }

    /// A day of the years that the legal rate covers, in order more often than not.
    fn claim_day(&mut self, from: u64, to: u64) -> String {
        if self.holds(40) {
            return self.day();
        }
        let year = from + self.below(to - from + 1);
        format!("{year:04}-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28))
    }

    fn rate(&mut self) -> Value {
        match self.below(12) {
            0..=4 => json!({"kind": "legal", "class": self.pick(&["individuals", "others"])}),
            5..=8 => json!({"kind": "contract", "percent": self.pick(&["0", "5.2", "14.9", "21.16"])}),
            9 => json!({"kind": "none"}),
            10 => json!({"kind": "legal", "percent": "5"}),
            _ => json!({"kind": "contract", "percent": self.pick(&["-1", "100.5", "1e9", "", "0.00001"])}),
        }
    }

    fn claim(&mut self, place: usize) -> Value {
        let mut claim = json!({"id": format!("claim {place}"), "rate": self.rate()});
        let parts: Vec<Value> = (0..self.pick(&[0, 1, 1, 1, 1, 2, 2, 4]))
            .map(|_| json!({"amount": self.sum(), "from": self.claim_day(2009, 2019)}))
            .collect();
        let fields = claim.as_object_mut().expect("an object");
        fields.insert("principal".into(), json!(parts));
        if self.holds(2) {
            let payments: Vec<Value> = (0..self.pick(&[1, 2, 5]))
                .map(|_| {
                    let on = self.claim_day(2020, 2025);
                    let mut payment = json!({"amount": self.sum(), "on": on});
                    if self.holds(4) {
                        payment["withheld_on"] = json!(self.claim_day(2019, 2020));
                    }
                    payment
                })
                .collect();
            fields.insert("payments".into(), json!(payments));
            fields.insert("imputation".into(), json!(self.pick(&["interest_first", "principal_first"])));
        }
        if self.holds(3) {
            fields.insert("costs".into(), json!([{"amount": self.sum(), "on": self.claim_day(2020, 2024)}]));
        }
        if self.holds(4) {
            let mut change = self.rate();
            change["from"] = json!(self.claim_day(2012, 2025));
            fields.insert("changes".into(), json!([change]));
        }
        if self.holds(3) {
            fields.insert(
                "increase".into(),
                json!({
                    "enforceable_on": self.claim_day(2010, 2024), "auction": self.holds(4),
                    "title": self.pick(&["decision", "decision", "unpaid_cheque"])
                }),
            );
        }
        if self.holds(4) {
            let basis = self.pick(&["contract", "judgment"]);
            fields.insert("compounding".into(), json!({"basis": basis, "from": self.claim_day(2020, 2023)}));
        }
        if self.holds(6) {
            fields.insert("listed".into(), json!(true));
        }
        if self.holds(6) {
            fields.insert("until".into(), json!(self.claim_day(2025, 2027)));
        }
        claim
    }
}

const OF_INTEREST: [&str; 6] =
    ["interest", "interest_text", "interest_markdown", "interest_html", "interest_csv", "interest_csv_fr"];

/// The cents of every amount of a list.
fn sum(list: &Value, field: &str) -> i128 {
    list.as_array().expect("a list").iter().map(|row| cents(&row[field])).sum()
}

#[test]
fn odd_claims_are_answered_and_their_statements_balance() {
    let first = number("APUREMENT_SEED", 1);
    let count = number("APUREMENT_FUZZ", 20_000) / 10;
    let (mut answered, mut refused) = (0, 0);
    for seed in first..first + count {
        let mut dice = Dice(seed);
        let claims: Vec<Value> = (0..dice.pick(&[1, 1, 2, 3])).map(|place| dice.claim(place)).collect();
        let events = json!([{"kind": "file_deposited", "on": "2021-03-01"}, {"kind": "admissibility_decided", "on": "2021-05-04"}]);
        let file = request(json!({"interest": claims, "events": events, "want": OF_INTEREST}));
        let answer = respond(file.to_string().as_bytes());
        if let Some(errors) = answer.get("errors") {
            let errors = errors.as_array().expect("a list");
            assert!(!errors.is_empty(), "file {seed}: refused without a reason: {file}");
            assert!(
                errors.iter().all(|fault| fault["code"].is_u64() && fault["path"].is_string()),
                "file {seed}"
            );
            refused += 1;
            continue;
        }
        answered += 1;
        let statements = answer["interest"].as_array().expect("statements");
        assert_eq!(statements.len(), claims.len());
        for statement in statements {
            let at = |what: &str| format!("file {seed}: {what}: {file}\n{statement}");
            let interest = &statement["interest"];
            assert_eq!(sum(&statement["lines"], "interest"), cents(&interest["accrued"]), "{}", at("lines"));
            let mut due = 0;
            for (part, of) in [("principal", "start"), ("costs", "start"), ("interest", "accrued")] {
                let owed = &statement[part];
                assert_eq!(cents(&owed[of]), cents(&owed["paid"]) + cents(&owed["left"]), "{}", at(part));
                assert_eq!(sum(&statement["payments"], part), cents(&owed["paid"]), "{}", at(part));
                assert!(cents(&owed["left"]) >= 0, "{}", at(part));
                due += cents(&owed["left"]);
            }
            assert_eq!(cents(&statement["total_due"]), due, "{}", at("total"));
            for payment in statement["payments"].as_array().expect("payments") {
                let parts = ["costs", "interest", "principal", "overpaid"];
                let shared: i128 = parts.iter().map(|part| cents(&payment[*part])).sum();
                assert_eq!(shared, cents(&payment["amount"]), "{}", at("payment"));
            }
            // Every day is told, once.
            let mut day = &statement["from"];
            for line in statement["lines"].as_array().expect("lines") {
                assert_eq!(line["from"], *day, "{}", at("days"));
                day = &line["to"];
            }
            assert_eq!(*day, statement["until"], "{}", at("days"));
        }
        for (sheet, french) in [("interest_csv", false), ("interest_csv_fr", true)] {
            Sheet::read(answer["reports"][sheet].as_str().expect("a sheet"), french);
        }
    }
    assert!(answered > count / 20 && refused > count / 20, "{answered} answered, {refused} refused");
}
