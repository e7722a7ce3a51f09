//! Answers about time limits: each with its days, where it stands and what it brings; and what is missing.

use crate::fr::deadline::{
    Actor, Anchor, Calendar, Deadline, EventKind, LimitKind, Missing, Residence, Status,
};
use crate::fr::debt::treatment::Certainty;
use crate::fr::holiday::HolidaySet;
use crate::language::Language;
use crate::vocabulary::Id;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

/// The time limits of a file, by their last day, and what is missing to know others.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DeadlinesShown<'a> {
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    as_of: NaiveDate,
    holidays: HolidaySet,
    limits: Vec<LimitShown<'a>>,
    missing: Vec<MissingShown>,
}

/// A time limit.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LimitShown<'a> {
    id: &'static str,
    /// The event that makes it run.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<EventKind>,
    /// The limit whose end makes it run.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a Id>,
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    starts_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    expires_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    due_on: Option<NaiveDate>,
    kind: LimitKind,
    who: Actor,
    status: Status,
    /// Whether another limit must first be missed, which is not known yet; absent when not.
    #[serde(skip_serializing_if = "Option::is_none")]
    conditional: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    done_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    ended_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residence: Option<Residence>,
    articles: &'static [&'static str],
    certainty: Certainty,
    title: &'static str,
    effect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

/// What must be known to compute other limits.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MissingShown {
    event: EventKind,
    /// The field of that event, when the event itself is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    limits: Vec<&'static str>,
}

impl<'a> DeadlinesShown<'a> {
    pub(crate) fn of(calendar: &'a Calendar, language: Language) -> DeadlinesShown<'a> {
        let missing = |alike: &[Missing]| {
            let first = alike.first()?;
            let limits = alike.iter().map(|missing| missing.limit.id).collect();
            Some(MissingShown { event: first.event, field: first.field, limits })
        };
        DeadlinesShown {
            as_of: calendar.as_of,
            holidays: calendar.holidays,
            limits: calendar.deadlines.iter().map(|deadline| LimitShown::of(deadline, language)).collect(),
            missing: calendar.missing.chunk_by(Missing::alike).filter_map(missing).collect(),
        }
    }
}

impl<'a> LimitShown<'a> {
    fn of(deadline: &'a Deadline, language: Language) -> LimitShown<'a> {
        let limit = deadline.limit;
        let event = match deadline.anchor {
            Anchor::Event(kind) => Some(kind),
            _ => None,
        };
        LimitShown {
            id: limit.id,
            event,
            from: deadline.anchor.limit().map(|earlier| earlier.id),
            about: deadline.about.as_ref(),
            starts_on: deadline.starts_on,
            expires_on: deadline.expires_on,
            due_on: deadline.due_on,
            kind: limit.kind,
            who: limit.who,
            status: deadline.status,
            conditional: deadline.conditional.then_some(true),
            days_left: deadline.days_left,
            done_on: deadline.done_on,
            ended_on: deadline.ended_on,
            residence: Some(deadline.residence).filter(|residence| *residence != Residence::Near),
            articles: deadline.version.articles,
            certainty: limit.certainty,
            title: limit.title_in(language),
            effect: limit.effect_in(language),
            note: limit.note_in(language),
        }
    }
}
