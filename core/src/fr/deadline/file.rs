//! The calendar of a file: every time limit that its events make run, and what is missing to know the others.

use super::counting::{Term, term};
use super::event::{Event, EventKind, Residence};
use super::faults::faults;
use super::known::{Known, same};
use super::limit::{Anchor, Delay, Limit, LimitKind, Stated, Version};
use super::limits::{LIMITS, ORDER};
use super::{Calendar, Deadline, Missing, Status};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::Error;
use crate::fr::holiday::HolidaySet;
use crate::vocabulary::Id;
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// All the time limits of a file on a day, from what is known to have happened: passed, running and to come.
///
/// `as_of` only decides where each limit stands and how many days are left: the days themselves come from the events.
///
/// # Errors
/// Every fault of the events, each with its path (`events[2].on`): a day missing or given twice, an event before the one
/// that it answers (`event.order`), a duration where none is read.
///
/// # Example
/// ```
/// use apurement::{day, fr::{deadline::*, holiday::HolidaySet}};
/// let events = [
///     Event::new(EventKind::FileDeposited, day(2025, 11, 30)),
///     Event::new(EventKind::AdmissibilityDecided, day(2026, 1, 12)),
///     Event::new(EventKind::AdmissibilityNotified, day(2026, 1, 15)),
/// ];
/// let calendar = deadlines(&events, day(2026, 1, 20), HolidaySet::National).unwrap();
/// let orientation = calendar.of("orientation_due").next().unwrap();
/// assert_eq!(orientation.due_on, Some(day(2026, 2, 28))); // February has no 30th
/// let appeal = calendar.of("appeal_of_admissibility").next().unwrap();
/// assert_eq!((appeal.due_on, appeal.days_left), (Some(day(2026, 1, 30)), Some(10)));
/// ```
pub fn deadlines(events: &[Event], as_of: NaiveDate, holidays: HolidaySet) -> Result<Calendar, Vec<Error>> {
    let faults = faults(events);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut file = File {
        known: Known::of(events),
        as_of,
        holidays,
        found: Vec::with_capacity(32),
        spans: alloc::vec![Span::default(); LIMITS.len()],
        lacks: Vec::with_capacity(LIMITS.len()),
        doubts: Vec::new(),
        faults: Vec::new(),
    };
    let mut starts = Vec::new();
    for place in ORDER {
        if let Some(limit) = LIMITS.get(*place) {
            file.compute(*place, limit, &mut starts);
        }
    }
    file.into_calendar()
}

/// A file that is being worked through, limit by limit.
struct File<'a> {
    known: Known<'a>,
    as_of: NaiveDate,
    holidays: HolidaySet,
    found: Vec<Found>,
    /// What was found of each limit, by its place.
    spans: Vec<Span>,
    lacks: Vec<Lack>,
    doubts: Vec<Doubt>,
    faults: Vec<Error>,
}

/// A deadline, with the place of its limit and of the event that its chain begins with.
struct Found {
    deadline: Deadline,
    limit: usize,
    event: usize,
}

/// Where the deadlines of a limit stand among those found, and what it lacks among what is lacking.
#[derive(Clone, Default)]
struct Span {
    found: core::ops::Range<usize>,
    lacks: core::ops::Range<usize>,
}

/// What a limit waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Lack {
    event: EventKind,
    /// The event is known, the duration that it should state is not.
    months: bool,
    limit: usize,
}

impl Lack {
    /// By event, then the event before its duration, then by place: one number sorts faster than three.
    fn key(&self) -> usize {
        (usize::from(self.event as u16) << 24) | (usize::from(self.months) << 23) | self.limit
    }
}

/// What should be known of an event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Doubt {
    event: usize,
    code: AdvisoryCode,
    bound: u32,
}

/// What makes a limit begin.
struct Start {
    anchor: Anchor,
    day: NaiveDate,
    event: usize,
    conditional: bool,
}

/// How long a limit runs, once the duration that a decision states is read.
enum Length {
    Known(Delay),
    /// The event does not say it.
    Unstated,
}

impl File<'_> {
    fn compute(&mut self, place: usize, limit: &'static Limit, starts: &mut Vec<Start>) {
        let (first_found, first_lack) = (self.found.len(), self.lacks.len());
        self.starts(limit, starts);
        if starts.is_empty() {
            self.lacks_start(place, limit);
        }
        let mut ready = true;
        for event in limit.needs.iter().filter(|event| !self.known.has(**event)) {
            self.lacks.push(Lack { event: *event, months: false, limit: place });
            ready = false;
        }
        if ready {
            for start in starts.drain(..) {
                self.begin(place, limit, &start);
            }
        }
        if let Some(span) = self.spans.get_mut(place) {
            *span = Span { found: first_found..self.found.len(), lacks: first_lack..self.lacks.len() };
        }
    }

    /// Every occurrence of the first anchor that has any.
    fn starts(&self, limit: &Limit, starts: &mut Vec<Start>) {
        starts.clear();
        for anchor in limit.starts {
            match *anchor {
                Anchor::Event(kind) => starts.extend(self.known.each(kind).map(|dated| Start {
                    anchor: *anchor,
                    day: dated.day,
                    event: dated.place,
                    conditional: false,
                })),
                Anchor::EndOf(place) => {
                    let start = |found: &Found| {
                        let day = found.deadline.end()?;
                        let conditional = found.deadline.conditional;
                        Some(Start { anchor: *anchor, day, event: found.event, conditional })
                    };
                    starts.extend(self.of(place).iter().filter_map(start));
                }
                Anchor::MissedEndOf(place) => {
                    let start = |found: &Found| {
                        let (day, conditional) = self.missed(&found.deadline)?;
                        Some(Start { anchor: *anchor, day, event: found.event, conditional })
                    };
                    starts.extend(self.of(place).iter().filter_map(start));
                }
            }
            if !starts.is_empty() {
                return;
            }
        }
    }

    /// What was found of the limit at a place.
    fn of(&self, place: usize) -> &[Found] {
        let found = self.spans.get(place).and_then(|span| self.found.get(span.found.clone()));
        found.unwrap_or_default()
    }

    /// The last day of a limit that was not kept, or may still not be: and whether that is open.
    fn missed(&self, deadline: &Deadline) -> Option<(NaiveDate, bool)> {
        let due_on = deadline.due_on.filter(|_| deadline.ended_on.is_none())?;
        match deadline.status {
            Status::Met | Status::Void => None,
            Status::Late => Some((due_on, deadline.conditional)),
            _ => Some((due_on, deadline.conditional || due_on >= self.as_of)),
        }
    }

    /// A limit that nothing makes begin waits for what its first anchor waits for, unless one of its anchors is settled:
    /// the act was done in time, so that nothing begins.
    fn lacks_start(&mut self, place: usize, limit: &Limit) {
        let first_text = limit.versions.first().map(|version| version.from);
        let not_yet = !limit.before && first_text.is_some_and(|from| from > self.as_of);
        let settled = limit.starts.iter().any(|anchor| match *anchor {
            Anchor::Event(kind) => self.known.has(kind),
            Anchor::EndOf(earlier) | Anchor::MissedEndOf(earlier) => !self.of(earlier).is_empty(),
        });
        if not_yet || settled {
            return;
        }
        match limit.starts.first() {
            Some(Anchor::Event(event)) => {
                self.lacks.push(Lack { event: *event, months: false, limit: place });
            }
            Some(Anchor::EndOf(earlier) | Anchor::MissedEndOf(earlier)) => {
                let span = self.spans.get(*earlier).map(|span| span.lacks.clone()).unwrap_or_default();
                for at in span {
                    if let Some(lack) = self.lacks.get(at).copied() {
                        self.lacks.push(Lack { limit: place, ..lack });
                    }
                }
            }
            None => {}
        }
    }

    /// A limit begins.
    fn begin(&mut self, place: usize, limit: &'static Limit, start: &Start) {
        let Some(event) = self.known.event(start.event) else { return };
        let Some(version) = self.version(limit, start) else { return };
        let delay = match self.length(limit, version, event, start) {
            Length::Known(delay) => delay,
            Length::Unstated => {
                self.lacks.push(Lack { event: event.kind, months: true, limit: place });
                return;
            }
        };
        let residence = if limit.distance { event.residence } else { Residence::Near };
        let from = match delay {
            Delay::MonthsOfEvent(_) => event.day().unwrap_or(start.day),
            _ => start.day,
        };
        let last = match term(from, delay, limit.kind, self.holidays, residence) {
            Ok(last) => last,
            Err(fault) => {
                self.faults.push(fault.at(format!("events[{}]", start.event)));
                return;
            }
        };
        let deadline = self.stand(limit, version, start, event.about.as_ref(), last, residence);
        self.found.push(Found { deadline, limit: place, event: start.event });
    }

    /// The text that held on the day; the oldest one read where it is older still.
    fn version(&mut self, limit: &Limit, start: &Start) -> Option<&'static Version> {
        let versions: &'static [Version] = limit.versions;
        let held = versions.iter().rev().find(|version| version.from <= start.day);
        if held.is_none() && limit.before {
            self.doubts.push(Doubt { event: start.event, code: AdvisoryCode::DeadlineTextNotRead, bound: 0 });
            return versions.first();
        }
        held
    }

    /// The delay of the law, or the duration that the event states (C. conso. L. 732-3, L. 733-1, L. 733-3).
    fn length(&mut self, limit: &Limit, version: &Version, event: &Event, start: &Start) -> Length {
        let delay = version.delay;
        let Delay::Months(bound) = delay else { return Length::Known(delay) };
        let (stated, kept) = match (limit.stated, event.months) {
            (Stated::Ignored, _) | (Stated::Within, None) => return Length::Known(delay),
            (Stated::Needed, None) => return Length::Unstated,
            (Stated::Within, Some(months)) => (months, months.min(bound)),
            (Stated::Needed, Some(months)) => (months, months),
        };
        if stated > bound {
            self.doubts.push(Doubt { event: start.event, code: AdvisoryCode::DeadlineDurationAbove, bound });
        }
        Length::Known(Delay::Months(kept))
    }

    /// Where a limit stands, with what kept, ended or prevented it.
    fn stand(
        &self,
        limit: &'static Limit,
        version: &'static Version,
        start: &Start,
        about: Option<&Id>,
        last: Option<Term>,
        residence: Residence,
    ) -> Deadline {
        let (expires_on, due_on) = last.map(|term| (term.expires_on, term.due_on)).unzip();
        let backward = limit.kind == LimitKind::Backward;
        let from = (!backward).then_some(start.day);
        let done = limit.met_by.iter().filter_map(|kind| self.known.first(*kind, from, about)).min();
        let void = self.is_void(limit, start, due_on, about);
        let done_on = done.filter(|_| !void);
        let ended_on = if done_on.is_some() || void {
            None
        } else {
            let ends = limit.ended_by.iter().filter_map(|anchor| self.first_end(*anchor, start.day, about));
            ends.min().filter(|end| expires_on.is_none_or(|expires| *end < expires))
        };
        let last_day = ended_on.or(due_on);
        let status = if void {
            Status::Void
        } else if let Some(done) = done_on {
            if due_on.is_none_or(|due| done <= due) { Status::Met } else { Status::Late }
        } else if ended_on.is_some_and(|end| end <= self.as_of) {
            Status::Ended
        } else if !backward && start.day > self.as_of {
            Status::ToCome
        } else if last_day.is_some_and(|last| last < self.as_of) {
            Status::Passed
        } else {
            Status::Running
        };
        let runs = matches!(status, Status::Running | Status::ToCome);
        let left = last_day.map(|last| last.signed_duration_since(self.as_of).num_days());
        Deadline {
            limit,
            version,
            anchor: start.anchor,
            about: about.cloned(),
            starts_on: start.day,
            expires_on,
            due_on,
            status,
            conditional: start.conditional,
            days_left: left.filter(|_| runs),
            done_on,
            ended_on,
            residence,
        }
    }

    /// Whether some event made it never be: by its last day, and not before an event that begins it.
    fn is_void(&self, limit: &Limit, start: &Start, due_on: Option<NaiveDate>, about: Option<&Id>) -> bool {
        let from = if matches!(start.anchor, Anchor::Event(_)) { start.day } else { NaiveDate::MIN };
        limit.void_by.iter().any(|anchor| {
            let first = self.first_end(*anchor, from, about);
            first.is_some_and(|day| due_on.is_none_or(|due| day <= due))
        })
    }

    /// The first day, not before another, on which an event happened or another limit ended.
    fn first_end(&self, anchor: Anchor, from: NaiveDate, about: Option<&Id>) -> Option<NaiveDate> {
        let own = |found: &&Found| same(found.deadline.about.as_ref(), about);
        match anchor {
            Anchor::Event(kind) => self.known.first(kind, Some(from), about),
            Anchor::EndOf(place) => {
                let ends = self.of(place).iter().filter(own).filter_map(|found| found.deadline.end());
                ends.filter(|end| *end >= from).min()
            }
            Anchor::MissedEndOf(place) => {
                let missed = self.of(place).iter().filter(own).filter_map(|found| {
                    let (day, _) = self.missed(&found.deadline)?;
                    (day < self.as_of).then_some(day)
                });
                missed.filter(|day| *day >= from).min()
            }
        }
    }

    fn into_calendar(mut self) -> Result<Calendar, Vec<Error>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        self.found.sort_by_key(|found| {
            let deadline = &found.deadline;
            let last = deadline.ended_on.or(deadline.due_on);
            (last.is_none(), last, found.limit, deadline.starts_on, found.event)
        });
        self.lacks.sort_unstable_by_key(Lack::key);
        self.lacks.dedup();
        let missing = |lack: &Lack| {
            let field = lack.months.then_some("months");
            LIMITS.get(lack.limit).map(|limit| Missing { event: lack.event, field, limit })
        };
        let missing = self.lacks.iter().filter_map(missing).collect();
        self.doubts.sort_unstable();
        self.doubts.dedup();
        Ok(Calendar {
            as_of: self.as_of,
            holidays: self.holidays,
            deadlines: self.found.into_iter().map(|found| found.deadline).collect(),
            missing,
            advisories: self.doubts.into_iter().map(Doubt::told).collect(),
        })
    }
}

impl Doubt {
    fn told(self) -> Advisory {
        let advisory = Advisory::new(self.code).at(format!("events[{}]", self.event));
        if self.bound == 0 { advisory } else { advisory.with_number("bound", i64::from(self.bound)) }
    }
}

impl Deadline {
    /// The day on which it ends for what begins then: that of the event that ended it, else its last day; a period is never
    /// moved. Nothing where it never was, or has no end.
    fn end(&self) -> Option<NaiveDate> {
        match self.status {
            Status::Void => None,
            _ => self.ended_on.or(self.due_on),
        }
    }
}
