//! The writer of iCalendar files: escaping, folding, identifiers (RFC 5545).

use crate::report::page::one_line;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};

/// An event that lasts a day.
pub(super) struct Event {
    /// What never changes of it: see [`Calendar::uid`].
    pub(super) uid: String,
    pub(super) on: NaiveDate,
    pub(super) summary: String,
    /// The lines of the description.
    pub(super) description: Vec<String>,
    pub(super) category: &'static str,
    /// Whether it may not happen.
    pub(super) tentative: bool,
}

/// The longest line, in octets, its end not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A calendar that is being written.
pub(super) struct Calendar {
    stamp: NaiveDate,
    text: String,
    uids: BTreeMap<String, u32>,
    is_empty: bool,
}

impl Calendar {
    pub(super) fn new(stamp: NaiveDate) -> Calendar {
        let mut calendar = Calendar { stamp, text: String::new(), uids: BTreeMap::new(), is_empty: true };
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//apurement//apurement//FR");
        calendar.line("CALSCALE:GREGORIAN");
        calendar
    }

    /// The whole calendar; nothing when it has no event, as a calendar may not be empty (RFC 5545, 3.6).
    pub(super) fn finish(mut self) -> Option<String> {
        self.line("END:VCALENDAR");
        (!self.is_empty).then_some(self.text)
    }

    /// The identifier of an event: the same each time that the same facts are told in the same order, another for each
    /// event of a calendar.
    pub(super) fn uid(&mut self, facts: &str) -> String {
        let seen = self.uids.entry(facts.to_string()).or_default();
        *seen = seen.saturating_add(1);
        match *seen {
            1 => format!("{facts}@apurement"),
            again => format!("{facts}.{again}@apurement"),
        }
    }

    /// Adds an event; those of years that a calendar can't write are left out.
    pub(super) fn event(&mut self, event: &Event) {
        let Some((from, to)) = event.on.succ_opt().and_then(|next| Some((day(event.on)?, day(next)?))) else {
            return;
        };
        self.is_empty = false;
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", event.uid));
        self.line(&format!("DTSTAMP:{}T000000Z", day(self.stamp).unwrap_or_default()));
        self.line(&format!("DTSTART;VALUE=DATE:{from}"));
        self.line(&format!("DTEND;VALUE=DATE:{to}"));
        self.line(&format!("SUMMARY:{}", escaped(&event.summary)));
        let description: Vec<String> = event.description.iter().map(|line| escaped(line)).collect();
        self.line(&format!("DESCRIPTION:{}", description.join("\\n")));
        self.line(&format!("CATEGORIES:{}", escaped(event.category)));
        self.line(if event.tentative { "STATUS:TENTATIVE" } else { "STATUS:CONFIRMED" });
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A line, folded where it is too long: never inside a character, nor between a sign and the backslash before it,
    /// which some programs read before they unfold.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST;
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            let escaped = if sign == '\\' { signs.next() } else { None };
            let length = sign.len_utf8().saturating_add(escaped.map_or(0, char::len_utf8));
            if length > room {
                self.text.push_str("\r\n ");
                room = LONGEST.saturating_sub(1);
            }
            self.text.push(sign);
            self.text.extend(escaped);
            room = room.saturating_sub(length);
        }
        self.text.push_str("\r\n");
    }
}

/// `20270205`; nothing for a year that does not have four digits.
fn day(date: NaiveDate) -> Option<String> {
    (0..=9999).contains(&date.year()).then(|| date.format("%Y%m%d").to_string())
}

/// A text on one line, with the signs escaped that would end it (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(c, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dated::day;

    fn written(events: &[Event]) -> Option<String> {
        let mut calendar = Calendar::new(day(2026, 5, 15));
        for event in events {
            calendar.event(event);
        }
        calendar.finish()
    }

    fn event(summary: &str, on: NaiveDate) -> Event {
        Event {
            uid: "uid@apurement".into(),
            on,
            summary: summary.into(),
            description: Vec::from(["one".into(), "two; three".into()]),
            category: "Délai",
            tentative: false,
        }
    }

    #[test]
    fn an_event_is_written_as_the_standard_says() {
        let text = written(&[event("a, b; c\\d\ne", day(2026, 12, 31))]).unwrap();
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//apurement//apurement//FR\r\nCALSCALE:GREGORIAN\r\n\
            BEGIN:VEVENT\r\nUID:uid@apurement\r\nDTSTAMP:20260515T000000Z\r\n\
            DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:a\\, b\\; c\\\\d e\r\n\
            DESCRIPTION:one\\ntwo\\; three\r\nCATEGORIES:Délai\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n\
            END:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for filler in ["x", "é", "€", "🏠", "aé€🏠", ";", "x,\\"] {
            for before in 0..4 {
                let summary = ["a".repeat(before), filler.repeat(120)].concat();
                let text = written(&[event(&summary, day(2026, 1, 1))]).unwrap();
                for line in text.split("\r\n") {
                    assert!(line.len() <= LONGEST && !line.contains(['\r', '\n']), "{line}");
                    let escapes = line.chars().rev().take_while(|c| *c == '\\').count();
                    assert!(escapes % 2 == 0, "an escape is folded: {line}");
                }
                let unfolded = text.replace("\r\n ", "");
                assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", escaped(&summary))), "{summary}");
            }
        }
    }

    #[test]
    fn a_line_of_75_octets_is_whole() {
        let summary = "x".repeat(LONGEST - "SUMMARY:".len());
        assert!(written(&[event(&summary, day(2026, 1, 1))]).unwrap().contains(&format!("{summary}\r\n")));
    }

    #[test]
    fn identifiers_differ() {
        let mut calendar = Calendar::new(day(2026, 5, 15));
        let uids: Vec<String> = ["a", "b", "a"].into_iter().map(|facts| calendar.uid(facts)).collect();
        assert_eq!(uids, ["a@apurement", "b@apurement", "a.2@apurement"]);
    }

    #[test]
    fn a_calendar_has_events_of_writable_days() {
        assert_eq!(written(&[]), None);
        assert_eq!(written(&[event("far", day(9999, 12, 31))]), None);
        assert_eq!(written(&[event("far", NaiveDate::MAX)]), None);
    }
}
