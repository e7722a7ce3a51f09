//! iCalendar files read back.

use super::day;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(crate) struct Event {
    pub(crate) uid: String,
    /// The whole day that it lasts.
    pub(crate) on: NaiveDate,
    pub(crate) stamp: NaiveDate,
    pub(crate) summary: String,
    pub(crate) description: Vec<String>,
    pub(crate) category: String,
    pub(crate) tentative: bool,
}

/// Reads a calendar: lines as RFC 5545 has them, nothing that the parser does not know, events of one day that leave it
/// free, each with an identifier of its own.
pub(crate) fn read(text: &str) -> Vec<Event> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(
        !text.replace("\r\n", "").contains(|c: char| c.is_control()),
        "ends of lines, and no other control"
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "lines of 75 octets at most");
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("no calendar: {text}") };
    assert_eq!(parser.entry(), Entry::Eof, "one calendar and nothing else");
    let head = &calendar.components[0];
    assert_eq!(head.component_type, ICalendarComponentType::VCalendar);
    assert_eq!(head.entries.len(), 3, "version, product, scale: {:?}", head.entries);
    assert_eq!(head.component_ids.len() + 1, calendar.components.len(), "events stand in the calendar");
    let ends = text.split("\r\n").filter(|line| *line == "END:VEVENT").count();
    assert_eq!(ends, calendar.components.len() - 1, "each event ends");
    let events: Vec<Event> = calendar.components[1..].iter().map(event).collect();
    assert!(!events.is_empty(), "a calendar has an event");
    let uids: BTreeSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
    assert_eq!(uids.len(), events.len(), "an event is told apart from every other");
    events
}

fn event(component: &ICalendarComponent) -> Event {
    assert_eq!(component.component_type, ICalendarComponentType::VEvent);
    assert_eq!(component.entries.len(), 9, "each property once: {:?}", component.entries);
    let on = date(component, &ICalendarProperty::Dtstart, true);
    let next = date(component, &ICalendarProperty::Dtend, true);
    assert_eq!(on.succ_opt(), Some(next), "a day");
    let transparency = &entry(component, &ICalendarProperty::Transp).values[0];
    assert_eq!(*transparency, ICalendarValue::Transparency(ICalendarTransparency::Transparent));
    Event {
        uid: component.uid().expect("an identifier").to_owned(),
        on,
        stamp: date(component, &ICalendarProperty::Dtstamp, false),
        summary: text(component, &ICalendarProperty::Summary),
        description: text(component, &ICalendarProperty::Description)
            .split('\n')
            .map(str::to_owned)
            .collect(),
        category: text(component, &ICalendarProperty::Categories),
        tentative: entry(component, &ICalendarProperty::Status).values[0]
            == ICalendarValue::Status(ICalendarStatus::Tentative),
    }
}

fn entry<'a>(component: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a ICalendarEntry {
    component.property(name).unwrap_or_else(|| panic!("no {name:?}: {component:?}"))
}

fn text(component: &ICalendarComponent, name: &ICalendarProperty) -> String {
    let entry = entry(component, name);
    assert_eq!(entry.values.len(), 1, "one text: {entry:?}");
    entry.values[0].as_text().expect("a text").to_owned()
}

/// A date; or, when it is no whole day, midnight of UTC.
fn date(component: &ICalendarComponent, name: &ICalendarProperty, whole_day: bool) -> NaiveDate {
    let entry = entry(component, name);
    let of_date = entry.params.iter().any(|param| param.name == ICalendarParameterName::Value);
    assert_eq!(of_date, whole_day, "{entry:?}");
    let ICalendarValue::PartialDateTime(value) = &entry.values[0] else { panic!("no date: {entry:?}") };
    let clock = (value.hour, value.minute, value.second, value.tz_hour, value.tz_minute);
    let midnight = (Some(0), Some(0), Some(0), Some(0), Some(0));
    assert_eq!(clock, if whole_day { (None, None, None, None, None) } else { midnight });
    day(i32::from(value.year.unwrap()), u32::from(value.month.unwrap()), u32::from(value.day.unwrap()))
}
