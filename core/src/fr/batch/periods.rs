//! The periods of a dated table, for rows by the million: which one holds on a day, found without a search.

use super::{Column, days};
use crate::advisory::AdvisoryCode;
use crate::dated::{Entry, Table};
use crate::error::ErrorCode;
use alloc::vec::Vec;

/// The periods of a table as days, oldest first: the value of each, and the status of its rows.
pub(super) struct Periods<T> {
    pub(super) periods: Vec<Period<T>>,
    pub(super) before: Period<T>,
    pub(super) calendar: Calendar,
}

#[derive(Clone, Copy)]
pub(super) struct Period<T> {
    pub(super) from: i32,
    pub(super) value: Option<T>,
    pub(super) status: i16,
}

impl<T: Copy> Periods<T> {
    pub(super) fn of<S: Clone>(table: &Table<S>, value: impl Fn(&S) -> T) -> Periods<T> {
        let mut periods = Vec::new();
        let ends = table.entries.iter().skip(1).map(|next| days(next.from)).chain([i32::MAX]);
        for (entry, until) in table.entries.iter().zip(ends) {
            Periods::push(&mut periods, table, entry, until, &value);
        }
        let calendar = Calendar::of(&periods);
        let before = Period { from: i32::MIN, value: None, status: error(ErrorCode::LawBeforeCoverage) };
        Periods { periods, before, calendar }
    }

    /// One entry, which holds until the next one; cut in two where its verification ends.
    fn push<S: Clone>(
        periods: &mut Vec<Period<T>>,
        table: &Table<S>,
        entry: &Entry<S>,
        until: i32,
        value: impl Fn(&S) -> T,
    ) {
        let from = days(entry.from);
        let Some(known) = entry.value.as_ref().map(value) else {
            periods.push(Period { from, value: None, status: error(ErrorCode::LawUnknownValue) });
            return;
        };
        let overlay = entry.source.nature == crate::dated::OVERLAY;
        let verified_until = table.info.verified_until.filter(|_| !overlay);
        let unverified_from = verified_until.map_or(i32::MAX, |last| days(last).saturating_add(1));
        if from < unverified_from {
            periods.push(Period { from, value: Some(known), status: 0 });
        }
        if unverified_from < until {
            let status = advisory(AdvisoryCode::LawUnverified);
            periods.push(Period { from: from.max(unverified_from), value: Some(known), status });
        }
    }

    /// The same for a territory where the rule came into force on a day of its own.
    pub(super) fn begun(mut self, begins: i32) -> Periods<T> {
        let over = self.search(begins).unwrap_or(0);
        self.periods.drain(..over);
        if let Some(oldest) = self.periods.first_mut() {
            oldest.from = oldest.from.max(begins);
        }
        self.calendar = Calendar::of(&self.periods);
        self.before.status = error(ErrorCode::LawNotInForce);
        self
    }

    #[inline]
    pub(super) fn at(&self, day: i32) -> &Period<T> {
        let place = match self.calendar.place(day) {
            Some(place) => Some(place),
            None => self.search(day),
        };
        place.and_then(|place| self.periods.get(place)).unwrap_or(&self.before)
    }

    /// The period of some rows on end, where it is the same for all.
    pub(super) fn of_chunk<'a>(
        &self,
        days: Column<'a, i32>,
        start: usize,
        rows: usize,
    ) -> ChunkPeriods<'a, T> {
        let days = match days {
            Column::Same(day) => return ChunkPeriods::One(*self.at(day)),
            Column::Each(days) => days.get(start..).unwrap_or_default(),
        };
        let days = days.get(..rows).unwrap_or(days);
        let bounds = (i32::MAX, i32::MIN);
        let (first, last) = days.iter().fold(bounds, |(first, last), day| (first.min(*day), last.max(*day)));
        let (oldest, newest) = (self.at(first), self.at(last));
        if core::ptr::eq(oldest, newest) { ChunkPeriods::One(*oldest) } else { ChunkPeriods::Each(days) }
    }

    /// The place of the last period that has begun.
    #[cold]
    fn search(&self, day: i32) -> Option<usize> {
        self.periods.iter().rposition(|period| day >= period.from)
    }
}

/// How many rows are worked through between two looks at whether their days lie in one period.
pub(super) const CHUNK: usize = 256;

/// The periods of a chunk of rows: the only one, by value so that its figures stay at hand, or the days to look at.
pub(super) enum ChunkPeriods<'a, T> {
    One(Period<T>),
    Each(&'a [i32]),
}

/// For each day the place of its period: one look instead of a search, and nothing for the processor to guess when
/// the days of neighbouring rows have nothing in common.
#[derive(Default)]
pub(super) struct Calendar {
    /// From the eve of the first period, which has no place in the list, to the first day of the last one.
    pub(super) places: Vec<u8>,
    eve: i32,
    last: i32,
}

/// The most days that a calendar holds, about 180 years. Where an overlay is dated further off there is none, and
/// periods are searched for.
const CALENDAR_DAYS: u32 = 1 << 16;

/// The place of the eve.
const NO_PLACE: u8 = u8::MAX;

impl Calendar {
    fn of<T>(periods: &[Period<T>]) -> Calendar {
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Calendar::default() };
        let eve = first.from.saturating_sub(1);
        if last.from.abs_diff(eve) >= CALENDAR_DAYS || periods.len() >= usize::from(NO_PLACE) {
            return Calendar::default();
        }
        let mut places = alloc::vec![NO_PLACE];
        let ends = periods.iter().skip(1).map(|next| next.from).chain([last.from.saturating_add(1)]);
        for ((place, period), end) in (0..NO_PLACE).zip(periods).zip(ends) {
            places.extend(core::iter::repeat_n(place, end.abs_diff(period.from) as usize));
        }
        Calendar { places, eve, last: last.from }
    }

    /// Nothing where there is no calendar.
    #[inline]
    fn place(&self, day: i32) -> Option<usize> {
        // At least the eve and less than the calendar's length after it, so that nothing wraps.
        let since_eve = day.max(self.eve).min(self.last).wrapping_sub(self.eve).cast_unsigned();
        self.places.get(since_eve as usize).map(|place| usize::from(*place))
    }
}

pub(super) fn error(code: ErrorCode) -> i16 {
    i16::try_from(code.number()).unwrap_or(i16::MAX).saturating_neg()
}

pub(super) fn advisory(code: AdvisoryCode) -> i16 {
    i16::try_from(code.number()).unwrap_or(i16::MAX)
}
