//! The time limits of a file.

use super::{Form, Sheet};
use crate::fr::deadline::Calendar;
use crate::language::Language;
use crate::vocabulary::Vocabulary;
use alloc::string::String;

/// The time limits of a file, one a line, in the order of the calendar.
///
/// Titles and effects are in the language asked for; the other words follow the form.
///
/// # Example
/// ```
/// # use apurement::{day, fr::{deadline::Calendar, holiday::HolidaySet}, report::csv::{self, Form}, Language};
/// let calendar = Calendar {
///     as_of: day(2026, 5, 15), holidays: HolidaySet::National, deadlines: vec![], missing: vec![], advisories: vec![],
/// };
/// let sheet = csv::deadlines(&calendar, Form::Plain, Language::English);
/// assert!(sheet.starts_with("id,title,about,who,kind,starts_on,expires_on,due_on,status,"));
/// ```
#[must_use]
pub fn deadlines(calendar: &Calendar, form: Form, language: Language) -> String {
    let mut sheet = Sheet::new(form);
    for (french, english) in [
        ("identifiant", "id"),
        ("délai", "title"),
        ("objet", "about"),
        ("qui", "who"),
        ("nature", "kind"),
        ("départ", "starts_on"),
        ("terme", "expires_on"),
        ("dernier jour", "due_on"),
        ("état", "status"),
        ("conditionnel", "conditional"),
        ("jours restants", "days_left"),
        ("fait le", "done_on"),
        ("fini le", "ended_on"),
        ("effet", "effect"),
        ("articles", "articles"),
        ("certitude", "certainty"),
    ] {
        sheet.head(french, english);
    }
    sheet.end();
    for deadline in &calendar.deadlines {
        let limit = deadline.limit;
        sheet.text(limit.id);
        sheet.text(limit.title_in(language));
        sheet.text(deadline.about.as_ref().map_or("", |about| about.as_str()));
        sheet.text(form.say(limit.who.reading(Language::French), limit.who.word()));
        sheet.text(form.say(limit.kind.reading(Language::French), limit.kind.word()));
        sheet.date(Some(deadline.starts_on));
        sheet.date(deadline.expires_on);
        sheet.date(deadline.due_on);
        sheet.text(form.say(deadline.status.reading(Language::French), deadline.status.word()));
        sheet.yes_no(deadline.conditional);
        sheet.maybe(deadline.days_left);
        sheet.date(deadline.done_on);
        sheet.date(deadline.ended_on);
        sheet.text(limit.effect_in(language));
        sheet.text(&deadline.version.articles.join("; "));
        sheet.text(form.say(limit.certainty.reading(Language::French), limit.certainty.word()));
        sheet.end();
    }
    sheet.text
}
