//! What is wrong with the events of a file: days missing or contradictory, durations out of place, events before those
//! that they answer.

use super::event::{Event, EventKind};
use super::known::Known;
use super::limit::{Anchor, Limit, Stated};
use super::limits::LIMITS;
use crate::error::{Detail, Error, ErrorCode};
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::vec::Vec;

/// The longest duration that a decision may state, in months.
const MAX_MONTHS: u32 = 1200;

/// Every fault of the events, each with its path from `events`.
pub(crate) fn faults(events: &[Event]) -> Vec<Error> {
    let mut faults = Vec::new();
    let known = Known::of(events);
    for (place, event) in events.iter().enumerate() {
        let mut keep = |fault: Error, field: &str| faults.push(fault.at(format!("events[{place}].{field}")));
        match day_fault(event) {
            Some((field, fault)) => keep(fault, field),
            None => {
                if let Some(after) = comes_too_early(event, &known) {
                    keep(out_of_order(after.word()), day_field(event));
                }
            }
        }
        if let Some(months) = event.months {
            if months == 0 || months > MAX_MONTHS {
                let fault = Error::new(ErrorCode::NumberRange).with("low", Detail::Number(1));
                keep(fault.with_bound(i64::from(MAX_MONTHS)), "months");
            } else if !states_months(event.kind) {
                let fault = Error::new(ErrorCode::FieldNotApplicable).with_word("because", "events.kind");
                keep(fault, "months");
            }
        }
    }
    faults
}

/// The field of an event whose day counts.
fn day_field(event: &Event) -> &'static str {
    match (event.signed_on, event.presented_on) {
        (Some(_), _) => "signed_on",
        (None, Some(_)) => "presented_on",
        (None, None) => "on",
    }
}

fn day_fault(event: &Event) -> Option<(&'static str, Error)> {
    if event.day().is_none() {
        return Some(("on", Error::new(ErrorCode::FieldMissing)));
    }
    if event.on.is_some() && day_field(event) != "on" {
        return Some(("on", Error::new(ErrorCode::FieldConflict).with_word("with", day_field(event))));
    }
    let presented_later =
        event.signed_on.zip(event.presented_on).is_some_and(|(signed, shown)| signed < shown);
    presented_later.then(|| ("signed_on", out_of_order("presented_on")))
}

fn out_of_order(after: &'static str) -> Error {
    Error::new(ErrorCode::EventOrder).with_word("after", after)
}

/// The event that should come first, where every one of its kind comes later.
fn comes_too_early(event: &Event, known: &Known<'_>) -> Option<EventKind> {
    let sound = |dated: &super::known::Dated| {
        known.event(dated.place).is_some_and(|earlier| day_fault(earlier).is_none())
    };
    let first = |kind: &EventKind| Some((known.each(*kind).find(sound)?.day, *kind));
    let (day, kind) = event.kind.follows().iter().filter_map(first).min_by_key(|(day, _)| *day)?;
    event.day().is_some_and(|own| own < day).then_some(kind)
}

impl EventKind {
    /// The events one of which this one follows; none where it stands alone.
    ///
    /// # Example
    /// ```
    /// use apurement::fr::deadline::EventKind;
    /// assert_eq!(EventKind::MeasuresNotified.follows(), [EventKind::MeasuresImposed]);
    /// ```
    #[must_use]
    pub const fn follows(self) -> &'static [EventKind] {
        use EventKind as K;
        match self {
            K::OrientationDecided
            | K::AdmissibilityDecided
            | K::InadmissibilityDecided
            | K::LiabilitiesNotified
            | K::StayBeforeAdmissibilityOrdered => &[K::FileDeposited],
            K::AdmissibilityNotified => &[K::AdmissibilityDecided],
            K::InadmissibilityNotified => &[K::InadmissibilityDecided],
            K::LiabilitiesContested => &[K::LiabilitiesNotified],
            K::PlanApprovalLetter | K::PlanEffective => &[K::PlanApproved],
            K::PlanLapsed => &[K::FormalNotice],
            K::MeasuresNotified | K::MeasuresLetter => &[K::MeasuresImposed],
            K::MeasuresContested => &[K::MeasuresNotified],
            K::MeasuresEffective => &[K::MeasuresImposed, K::MeasuresOrdered],
            K::SuspensionEnded => &[K::SuspensionStarted],
            K::RecoveryNotified | K::RecoveryPublished => &[K::RecoveryImposed],
            K::RecoveryContested => &[K::RecoveryNotified],
            K::RecoveryOrderPublished => &[K::RecoveryOrdered],
            K::OpeningPublished | K::OpeningJudgmentReceived => &[K::LiquidationOpened],
            K::WageSeizureServed => &[K::OrderToPayServed],
            K::WageSeizureRegistered | K::WageSeizureDenounced => &[K::WageSeizureServed],
            K::JudgmentAppealed => &[K::JudgmentNotified],
            _ => &[],
        }
    }
}

/// Whether some limit reads the duration that an event of this kind states.
fn states_months(kind: EventKind) -> bool {
    LIMITS.iter().any(|limit| limit.stated != Stated::Ignored && starts_from(limit, kind))
}

/// Whether a limit can begin with an event of a kind, be it through the end of others.
fn starts_from(limit: &Limit, kind: EventKind) -> bool {
    limit.starts.iter().any(|anchor| match anchor {
        Anchor::Event(event) => *event == kind,
        Anchor::EndOf(_) | Anchor::MissedEndOf(_) => {
            anchor.limit().is_some_and(|earlier| starts_from(earlier, kind))
        }
    })
}
