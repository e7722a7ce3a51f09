//! The events of a file, found by kind.

use super::event::{Event, EventKind};
use crate::vocabulary::{Id, Vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// How many kinds of events there are.
const KINDS: usize = EventKind::WORDS.len();

/// A day on which something happened, and the place of the event in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) day: NaiveDate,
    pub(super) place: usize,
}

/// The events of a file by kind, then by day, then in the order given. Those without a day are left out.
pub(super) struct Known<'a> {
    events: &'a [Event],
    sorted: Vec<(EventKind, Dated)>,
    /// Where each kind begins among them, and where the last one ends.
    begins: [usize; KINDS.saturating_add(1)],
}

impl<'a> Known<'a> {
    pub(super) fn of(events: &'a [Event]) -> Known<'a> {
        let mut sorted: Vec<(EventKind, Dated)> = events
            .iter()
            .enumerate()
            .filter_map(|(place, event)| Some((event.kind, Dated { day: event.day()?, place })))
            .collect();
        sorted.sort_unstable_by_key(|(kind, dated)| (*kind, dated.day, dated.place));
        let mut begins = [sorted.len(); KINDS.saturating_add(1)];
        let mut next = 0;
        for (place, (kind, _)) in sorted.iter().enumerate() {
            let kind = usize::from(*kind as u16);
            for begin in begins.iter_mut().take(kind.saturating_add(1)).skip(next) {
                *begin = place;
            }
            next = next.max(kind.saturating_add(1));
        }
        Known { events, sorted, begins }
    }

    /// The events of a kind, by day.
    pub(super) fn each(&self, kind: EventKind) -> impl Iterator<Item = Dated> + '_ {
        let kind = usize::from(kind as u16);
        let begin = |kind: usize| self.begins.get(kind).copied().unwrap_or(self.sorted.len());
        let span = self.sorted.get(begin(kind)..begin(kind.saturating_add(1))).unwrap_or_default();
        span.iter().map(|(_, dated)| *dated)
    }

    pub(super) fn has(&self, kind: EventKind) -> bool {
        self.each(kind).next().is_some()
    }

    pub(super) fn event(&self, place: usize) -> Option<&'a Event> {
        self.events.get(place)
    }

    /// The first day of a kind, not before another, of an event about the same.
    pub(super) fn first(
        &self,
        kind: EventKind,
        from: Option<NaiveDate>,
        about: Option<&Id>,
    ) -> Option<NaiveDate> {
        let mut days = self.each(kind).skip_while(|dated| from.is_some_and(|from| dated.day < from));
        days.find(|dated| self.event(dated.place).is_some_and(|event| same(event.about.as_ref(), about)))
            .map(|dated| dated.day)
    }
}

/// Whether two names are of the same creditor, contract or act: what bears no name is about all of them.
pub(super) fn same(one: Option<&Id>, other: Option<&Id>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}
