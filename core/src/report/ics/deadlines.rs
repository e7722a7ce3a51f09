//! The time limits of a file.

use super::Mark;
use super::writer::{Calendar, Event};
use crate::fr::deadline::{self, Deadline, LimitKind, Residence, Status};
use crate::language::Language;
use crate::report::pen::Pen;
use crate::report::words;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;

pub(super) fn write(calendar: &deadline::Calendar, mark: &Mark<'_>, events: &mut Calendar) {
    for deadline in &calendar.deadlines {
        // Every limit takes its identifier, so that those that are over do not change those that are left.
        let uid = events.uid(&mark.facts(deadline.limit.id, deadline.starts_on, deadline.about.as_ref()));
        let to_come = matches!(deadline.status, Status::Running | Status::ToCome);
        if let Some(on) = last_day(deadline).filter(|_| to_come) {
            events.event(&event(deadline, on, uid, mark));
        }
    }
}

/// The last day to act or of the effect.
fn last_day(deadline: &Deadline) -> Option<NaiveDate> {
    deadline.ended_on.or(deadline.due_on)
}

fn event(deadline: &Deadline, on: NaiveDate, uid: String, mark: &Mark<'_>) -> Event {
    let pen = Pen { language: mark.language };
    let limit = deadline.limit;
    let acts = matches!(limit.kind, LimitKind::Act | LimitKind::Backward);
    let opening = if acts { pen.say("Dernier jour", "Last day") } else { pen.say("Fin", "End") };
    let about = deadline.about.as_ref();
    let about = about.map(|about| format!(" ({})", about.as_str())).unwrap_or_default();
    let colon = pen.say("\u{a0}: ", ": ");
    Event {
        uid,
        on,
        summary: mark.summary(&format!("{opening}{colon}{}{about}", limit.title_in(mark.language))),
        description: description(deadline, on, acts, pen),
        category: limit.kind.reading(mark.language),
        tentative: deadline.conditional,
    }
}

/// What happens, by which article, who is concerned, and how the day was found.
fn description(deadline: &Deadline, on: NaiveDate, acts: bool, pen: Pen) -> Vec<String> {
    let Deadline { limit, version, .. } = deadline;
    let date = |day| pen.language.date(day);
    let colon = pen.say("\u{a0}: ", ": ");
    let mut lines = Vec::new();
    let mut line = |text: String| lines.push(text);
    line(limit.effect_in(pen.language).to_string());
    let doubt = words::doubt(limit.certainty, pen.language);
    line(format!("{}{doubt}", version.articles.join(pen.say("\u{a0}; ", "; "))));
    let who = if acts { pen.say("Doit agir", "To act") } else { pen.say("Concerne", "Concerns") };
    line(format!("{who}{colon}{}", limit.who.reading(pen.language)));
    line(began(limit.kind, &date(deadline.starts_on), pen));
    if deadline.conditional {
        line(
            pen.say(
                "Ne court que si un autre délai n'est pas respecté.",
                "It only runs if another time limit is not kept.",
            )
            .to_string(),
        );
    }
    match deadline.residence {
        Residence::Near => {}
        Residence::Overseas => line(
            pen.say(
                "Allongé d'un mois\u{a0}: outre-mer (C. pr. civ. 643, 644).",
                "One month longer: overseas (C. pr. civ. 643, 644).",
            )
            .to_string(),
        ),
        Residence::Abroad => line(
            pen.say(
                "Allongé de deux mois\u{a0}: étranger (C. pr. civ. 643, 644).",
                "Two months longer: abroad (C. pr. civ. 643, 644).",
            )
            .to_string(),
        ),
    }
    match deadline.expires_on {
        Some(expires) if deadline.ended_on.is_none() && expires != on => {
            line(moved(&date(expires), on > expires, pen));
        }
        _ => {}
    }
    if deadline.ended_on.is_some() {
        line(
            pen.say(
                "Un événement du dossier y met fin ce jour-là.",
                "An event of the file ends it that day.",
            )
            .to_string(),
        );
    }
    lines.extend(limit.note_in(pen.language).map(ToString::to_string));
    lines
}

fn began(kind: LimitKind, start: &str, pen: Pen) -> String {
    match (kind, pen.language) {
        (LimitKind::Backward, Language::French) => format!("Compté à rebours depuis le {start}."),
        (LimitKind::Backward, Language::English) => format!("Counted back from {start}."),
        (_, Language::French) => format!("Point de départ\u{a0}: {start}."),
        (_, Language::English) => format!("Counted from {start}."),
    }
}

/// A last day that is no working day.
fn moved(expires: &str, later: bool, pen: Pen) -> String {
    if later {
        pen.say(
            format!("Le terme du {expires} est reporté au premier jour ouvrable suivant (C. pr. civ. 642)."),
            format!("The term of {expires} moves to the next working day (C. pr. civ. 642)."),
        )
    } else {
        pen.say(
            format!("Le terme du {expires} est ramené, par prudence, au jour ouvrable précédent."),
            format!("The term of {expires} moves, to be safe, to the working day before."),
        )
    }
}
