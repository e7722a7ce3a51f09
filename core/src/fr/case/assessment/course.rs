//! What the calendar of a file makes of the interest of the claims in it.

use crate::calendar::days_after;
use crate::fr::deadline::{Calendar, Deadline, Event, EventKind, Status};
use crate::fr::interest::{FileCourse, Span};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// How measures begin: the limit that lasts as long as they do, the event that makes them begin, and the limit at whose end
/// they begin when no day was fixed.
const MEASURES: [(&str, EventKind, &str); 2] = [
    ("end_of_plan", EventKind::PlanEffective, "agreed_plan_in_force"),
    ("end_of_measures", EventKind::MeasuresEffective, "measures_in_force"),
];

/// What ends measures before their term.
const ENDS: [EventKind; 3] = [EventKind::PlanLapsed, EventKind::RecoveryImposed, EventKind::RecoveryOrdered];

/// The course of a file.
pub(super) fn of(calendar: &Calendar, events: &[Event]) -> FileCourse {
    let standing = |id: &'static str| calendar.of(id).filter(|limit| limit.status != Status::Void);
    let mut course = FileCourse::default();
    course
        .suspended
        .extend(standing("no_interest").map(|limit| Span { from: limit.starts_on, until: limit.ended_on }));
    // The delay that passed without a decision ends that day; the months that follow are whole, their last day included.
    let late = standing("legal_rate_window").filter(|limit| !limit.conditional);
    course.late_orientation.extend(late.filter_map(|limit| {
        let until = end(limit).and_then(|last| days_after(last, 1));
        Some(Span { from: days_after(limit.starts_on, 1)?, until })
    }));
    for (limit, begins, otherwise) in MEASURES {
        let mut known: Vec<Span> =
            standing(limit).map(|limit| Span { from: limit.starts_on, until: end(limit) }).collect();
        let fixed: Vec<NaiveDate> = days(events, begins).collect();
        let begun = if fixed.is_empty() { standing(otherwise).filter_map(end).collect() } else { fixed };
        for from in begun {
            // Nobody said how long they last: until something ends them.
            if !known.iter().any(|span| span.from == from) {
                let ends = ENDS.into_iter().flat_map(|kind| days(events, kind));
                known.push(Span { from, until: ends.filter(|day| *day >= from).min() });
            }
        }
        course.measures.append(&mut known);
    }
    course
}

/// The end of a limit: by an event before its term, or its term.
fn end(limit: &Deadline) -> Option<NaiveDate> {
    limit.ended_on.or(limit.expires_on)
}

fn days(events: &[Event], kind: EventKind) -> impl Iterator<Item = NaiveDate> {
    events.iter().filter(move |event| event.kind == kind).filter_map(Event::day)
}
