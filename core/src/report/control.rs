//! *Contrôle du plan*: what the auditor found, by grade, or that it found nothing.

mod sentences;

use super::Format;
use super::creditors::Creditors;
use super::measures;
use super::page::{Item, Page};
use super::pen::Pen;
use super::situation::View;
use crate::fr::audit::{Finding, FindingKind, Grade};
use crate::fr::case::{Assessment, Case};
use crate::language::Language;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The most debts named for one kind of finding; more of them are counted.
const MOST_NAMED: usize = 8;

/// Writes the check of a plan alone: the plan drawn here and what was found on it, or what was found on the one given.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "debts": [{"id": "tax", "kind": "tax", "principal": "500.00"}],
///     "audit": {"tiers": [{"months": 90}]},
///     "want": ["audit_text"], "language": "en"
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("90 months for a limit of 84 months"));
/// ```
#[must_use]
pub fn audit(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let pen = Pen { language };
    let view = View { case, assessment, pen, creditors: Creditors::of(&case.debts), whole: false };
    let mut page = Page::new();
    page.title(pen.say("Contrôle d'un plan", "A plan checked"));
    let date = language.date(case.assessed_on);
    page.paragraph(
        pen.say(format!("Situation appréciée au {date}."), format!("Situation assessed on {date}.")),
    );
    if case.audit.is_none() {
        measures::write(&view, &mut page);
    }
    write(&view, &mut page);
    page.write(format, language)
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let given = view.case.audit.is_some();
    // Without instalments there is no plan to check, unless somebody gave one.
    let Some(findings) = view.assessment.findings.as_deref() else { return };
    if !given && view.paying_plan().is_none() {
        return;
    }
    page.section(pen.say("Contrôle du plan", "Check of the plan"));
    let breaches = findings.iter().filter(|finding| finding.grade == Grade::Breach).count();
    let which = if given {
        pen.say("Plan soumis au contrôle", "Plan given to be checked")
    } else {
        pen.say("Plan proposé ci-dessus", "Plan proposed above")
    };
    let verdict = match breaches {
        0 => {
            String::from(pen.say("aucun manquement aux règles contrôlées", "no breach of the rules checked"))
        }
        count => pen.count(count, ["manquement", "manquements"], ["breach", "breaches"]),
    };
    page.lead([which, pen.say("\u{a0}: ", ": "), &verdict, "."].concat());
    page.items(
        [Grade::Breach, Grade::Doubtful, Grade::Note]
            .into_iter()
            .filter_map(|grade| of(view, findings, grade)),
    );
}

/// The findings of a grade, those of a kind together.
fn of(view: &View<'_>, findings: &[Finding], grade: Grade) -> Option<Item> {
    let pen = view.pen;
    let mut kinds: Vec<(FindingKind, Vec<&Finding>)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.grade == grade) {
        match kinds.iter_mut().find(|(kind, _)| *kind == finding.kind) {
            Some((_, alike)) => alike.push(finding),
            None => kinds.push((finding.kind, alloc::vec![finding])),
        }
    }
    if kinds.is_empty() {
        return None;
    }
    let title = match grade {
        Grade::Breach => pen.say("Manquements", "Breaches"),
        Grade::Doubtful => pen.say("Points douteux", "Doubtful points"),
        Grade::Note => pen.say("À savoir", "To be known"),
    };
    let below = kinds.iter().map(|(kind, alike)| line(view, *kind, alike)).collect();
    Some(Item::head(title.into(), below))
}

fn line(view: &View<'_>, kind: FindingKind, alike: &[&Finding]) -> String {
    let pen = view.pen;
    let sentence = sentences::of(kind.word(), pen.language);
    let mut details: Vec<String> = alike
        .iter()
        .take(MOST_NAMED)
        .map(|finding| detail(view, finding))
        .filter(|d| !d.is_empty())
        .collect();
    if let Some(more) = alike.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        details.push(pen.count(more, ["autre", "autres"], ["other", "others"]));
    }
    let text = if details.is_empty() {
        String::from(sentence)
    } else {
        [sentence, pen.say("\u{a0}: ", ": "), &details.join(pen.say(" ; ", "; "))].concat()
    };
    view.sourced(&text, kind.source())
}

/// The debt, the first month, what was found and what the law allows.
fn detail(view: &View<'_>, finding: &Finding) -> String {
    let pen = view.pen;
    let mut parts = Vec::new();
    parts.extend(finding.debt.as_ref().map(|debt| pen.quoted(view.creditors.name(debt))));
    parts.extend(finding.month.map(|month| pen.span(month, month)));
    let found = finding.found.map(|sum| pen.money(sum)).or(finding.found_months.map(|m| pen.months(m)));
    let bound = finding.bound.map(|sum| pen.money(sum)).or(finding.bound_months.map(|m| pen.months(m)));
    parts.extend(match (found, bound) {
        (Some(found), Some(bound)) => Some(
            pen.say(format!("{found} pour une limite de {bound}"), format!("{found} for a limit of {bound}")),
        ),
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => None,
    });
    parts.join(", ")
}
