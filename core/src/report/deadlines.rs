//! *Échéances*: what must be done and until when, what runs, what comes, what is over, and what is missing to know more.

use super::Format;
use super::creditors::Creditors;
use super::page::{Cell, Item, Page, Table};
use super::pen::{Pen, capitalised};
use super::situation::View;
use crate::fr::case::{Assessment, Case};
use crate::fr::deadline::{Anchor, Calendar, Deadline, EventKind, LimitKind, Missing, Residence, Status};
use crate::language::Language;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Writes the time limits of a case alone.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-01-10",
///     "events": [{"kind": "file_deposited", "on": "2025-11-30"}],
///     "want": ["deadlines_text"], "language": "en"
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("28 February 2026"));
/// ```
#[must_use]
pub fn deadlines(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let pen = Pen { language };
    let view = View { case, assessment, pen, creditors: Creditors::of(&case.debts), whole: false };
    let mut page = Page::new();
    page.title(pen.say("Échéances du dossier", "Time limits of the file"));
    write(&view, &mut page);
    super::law::notices(&view, &mut page);
    page.write(format, language)
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(calendar) = &view.assessment.calendar else { return };
    let pen = view.pen;
    page.section(pen.say("Échéances", "Time limits"));
    if let Some(next) = calendar.deadlines.iter().find(|deadline| is_due(deadline)) {
        page.lead(next_act(pen, next));
    }
    let day = pen.language.date(calendar.as_of);
    let holidays = calendar.holidays.reading(pen.language);
    page.paragraph(pen.say(
        format!("Délais comptés au {day} ; {holidays}. Ce qui est écrit ici ne remplace pas la lettre reçue : elle dit le délai qui court."),
        format!("Time counted on {day}; {holidays}. What is written here does not replace the letter received: it tells the time limit that runs."),
    ));
    let running = |deadline: &Deadline| deadline.status == Status::Running;
    let coming = |deadline: &Deadline| deadline.status == Status::ToCome;
    group(view, pen.say("À faire", "To be done"), is_due, page);
    group(view, pen.say("En cours", "Running"), |deadline| running(deadline) && !is_due(deadline), page);
    group(view, pen.say("À venir", "To come"), coming, page);
    over(view, calendar, page);
    missing(view, calendar, page);
}

/// Something must still be done.
fn is_due(deadline: &Deadline) -> bool {
    let acts = matches!(deadline.limit.kind, LimitKind::Act | LimitKind::Backward);
    deadline.status == Status::Running && acts && !deadline.conditional
}

fn next_act(pen: Pen, next: &Deadline) -> String {
    let title = next.limit.title_in(pen.language);
    let who = next.limit.who.reading(pen.language);
    let last = next.due_on.map(|day| pen.language.date(day)).unwrap_or_default();
    let left = next.days_left.map(|days| left(pen, days)).unwrap_or_default();
    pen.say(
        format!("Prochaine échéance\u{a0}: {title} ({who}), au plus tard le {last}, {left}."),
        format!("Next time limit: {title} ({who}), by {last}, {left}."),
    )
}

/// How long is left, in words.
fn left(pen: Pen, days: i64) -> String {
    match days {
        0 => pen.say("aujourd'hui", "today").to_string(),
        1 => pen.say("demain", "tomorrow").to_string(),
        _ => pen.say(format!("dans {days}\u{a0}jours"), format!("in {days} days")),
    }
}

/// The limits of one group, each under its head; nothing when there is none.
fn group(view: &View<'_>, title: &str, chosen: impl Fn(&Deadline) -> bool, page: &mut Page) {
    let calendar = view.assessment.calendar.iter();
    let shown: Vec<&Deadline> =
        calendar.flat_map(|calendar| &calendar.deadlines).filter(|deadline| chosen(deadline)).collect();
    if shown.is_empty() {
        return;
    }
    page.paragraph(format!("{title}{}", view.pen.say("\u{a0}:", ":")));
    page.items(shown.into_iter().map(|deadline| item(view, deadline)));
}

fn item(view: &View<'_>, deadline: &Deadline) -> Item {
    let pen = view.pen;
    let limit = deadline.limit;
    let articles = deadline.version.articles.join(pen.say(" ; ", "; "));
    let mut below = Vec::from([
        view.sourced(limit.effect_in(pen.language), (&articles, limit.certainty)),
        origin(pen, deadline),
    ]);
    below.extend(moved(pen, deadline));
    below.extend(limit.note_in(pen.language).map(String::from));
    let colon = pen.say("\u{a0}: ", ": ");
    Item::head([&title(pen, deadline), colon, &span(pen, deadline)].concat(), below)
}

/// The title, with the name that the event bears.
fn title(pen: Pen, deadline: &Deadline) -> String {
    let title = deadline.limit.title_in(pen.language);
    match &deadline.about {
        Some(about) => format!("{title}, {}", pen.quoted(about.as_str())),
        None => title.to_string(),
    }
}

/// From when to when.
fn span(pen: Pen, deadline: &Deadline) -> String {
    let date = |day: NaiveDate| pen.language.date(day);
    let first = date(deadline.starts_on);
    let last = deadline.ended_on.or(deadline.due_on);
    let left = deadline.days_left.map(|days| left(pen, days)).unwrap_or_default();
    let comes = deadline.status == Status::ToCome;
    let acts = matches!(deadline.limit.kind, LimitKind::Act | LimitKind::Backward);
    match last.map(date) {
        Some(last) if comes => pen.say(format!("du {first} au {last}"), format!("from {first} to {last}")),
        Some(last) if acts => {
            pen.say(format!("au plus tard le {last}, {left}"), format!("by {last}, {left}"))
        }
        Some(last) => pen.say(format!("jusqu'au {last}, {left}"), format!("until {last}, {left}")),
        None => pen.say(
            format!("depuis le {first}, sans terme fixe"),
            format!("since {first}, without a fixed end"),
        ),
    }
}

/// Who must act, and what makes the limit run.
fn origin(pen: Pen, deadline: &Deadline) -> String {
    let who = capitalised(deadline.limit.who.reading(pen.language));
    let first = pen.language.date(deadline.starts_on);
    let begins = match (deadline.anchor, deadline.anchor.limit()) {
        (Anchor::Event(kind), _) => kind.reading(pen.language).to_string(),
        (Anchor::MissedEndOf(_), Some(earlier)) => {
            let title = earlier.title_in(pen.language);
            pen.say(format!("délai dépassé, {title}"), format!("time limit missed, {title}"))
        }
        (_, earlier) => {
            let title = earlier.map_or("", |earlier| earlier.title_in(pen.language));
            pen.say(format!("fin, {title}"), format!("end, {title}"))
        }
    };
    let backward = deadline.limit.kind == LimitKind::Backward;
    let counted = if backward {
        pen.say("compté à rebours depuis", "counted back from")
    } else {
        pen.say("point de départ", "counted from")
    };
    let colon = pen.say("\u{a0}: ", ": ");
    let residence = match deadline.residence {
        Residence::Near => None,
        Residence::Overseas => Some(pen.say("un mois de plus, outre-mer", "one month more, overseas")),
        Residence::Abroad => Some(pen.say("deux mois de plus, étranger", "two months more, abroad")),
    };
    let condition = deadline
        .conditional
        .then(|| pen.say("seulement si ce délai n'est pas tenu", "only if that time limit is not kept"));
    let mut parts = Vec::from([who, format!("{counted}{colon}{begins}, {first}")]);
    parts.extend(residence.into_iter().chain(condition).map(String::from));
    format!("{}.", parts.join(pen.say(" ; ", "; ")))
}

/// That the last day was no working day.
fn moved(pen: Pen, deadline: &Deadline) -> Option<String> {
    let (expires, due) = deadline.expires_on.zip(deadline.due_on)?;
    if expires == due {
        return None;
    }
    let (expires, due) = (pen.language.date(expires), pen.language.date(due));
    let backward = deadline.limit.kind == LimitKind::Backward;
    Some(if backward {
        pen.say(
            format!("Le {expires} n'est pas un jour ouvré\u{a0}: avancé au {due}, par prudence."),
            format!("{expires} is not a working day: moved back to {due}, to be safe."),
        )
    } else {
        pen.say(
            format!("Le {expires} n'est pas un jour ouvré\u{a0}: reporté au {due} (CPC 642)."),
            format!("{expires} is not a working day: moved to {due} (CPC 642)."),
        )
    })
}

/// What is over, with how it ended.
fn over(view: &View<'_>, calendar: &Calendar, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say("Ce qui est terminé", "What is over"))
        .words(pen.say("Délai", "Time limit"))
        .figures(pen.say("Terme", "Last day"))
        .words(pen.say("Issue", "Outcome"));
    for deadline in &calendar.deadlines {
        let Some(outcome) = outcome(pen, deadline) else { continue };
        let last = deadline.due_on.map(|day| pen.language.date(day)).unwrap_or_else(|| "–".to_string());
        table.row([Cell::from(title(pen, deadline)), last.into(), outcome.into()]);
    }
    if !table.is_empty() {
        page.table(table);
    }
}

fn outcome(pen: Pen, deadline: &Deadline) -> Option<String> {
    let date = |day: Option<NaiveDate>| day.map(|day| pen.language.date(day)).unwrap_or_default();
    let acts = matches!(deadline.limit.kind, LimitKind::Act | LimitKind::Backward);
    Some(match deadline.status {
        Status::Running | Status::ToCome => return None,
        Status::Passed if acts => pen.say("passé, aucun acte connu", "passed, no act known").to_string(),
        Status::Passed => pen.say("fini", "over").to_string(),
        Status::Met => {
            let day = date(deadline.done_on);
            pen.say(format!("fait à temps, le {day}"), format!("done in time, {day}"))
        }
        Status::Late => {
            let day = date(deadline.done_on);
            pen.say(format!("fait trop tard, le {day}"), format!("done too late, {day}"))
        }
        Status::Ended => {
            let day = date(deadline.ended_on);
            pen.say(format!("pris fin le {day}"), format!("ended on {day}"))
        }
        Status::Void => pen.say("sans objet", "never was").to_string(),
    })
}

/// What to add to the file to know more: the durations not stated and the events that come next. The others are counted.
fn missing(view: &View<'_>, calendar: &Calendar, page: &mut Page) {
    let pen = view.pen;
    let kinds: Vec<EventKind> = view.case.events.iter().map(|event| event.kind).collect();
    // What follows an event of the file, unless something that follows it later is known already.
    let follows = |event: EventKind| {
        let mut before = event.follows().iter().filter(|kind| kinds.contains(kind));
        before.any(|before| !kinds.iter().any(|kind| *kind > event && kind.follows().contains(before)))
    };
    let asked = |alike: &[Missing]| {
        let first = alike.first().filter(|first| first.field.is_some() || follows(first.event))?;
        let event = first.event.reading(pen.language);
        let what = match first.field {
            Some(_) => pen.say(format!("durée\u{a0}: {event}"), format!("duration: {event}")),
            None => event.to_string(),
        };
        let opens = pen.count(alike.len(), ["délai", "délais"], ["time limit", "time limits"]);
        Some(format!("{what} ({opens})"))
    };
    let lines: Vec<String> = calendar.missing.chunk_by(Missing::alike).filter_map(asked).collect();
    if lines.is_empty() {
        return;
    }
    page.paragraph(
        pen.say("Pour connaître d'autres délais, dater :", "To know other time limits, give the day of:"),
    );
    page.list(lines);
}
