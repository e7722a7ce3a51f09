//! The whole report of a case, part by part.

use super::creditors::Creditors;
use super::page::Page;
use super::pen::Pen;
use super::{
    Format, assets, capacity, checklist, comparison, debts, description, expenses, garnishment, law,
    measures, motivation, sale, schedule,
};
use crate::explain::{Rule, Step};
use crate::fr::case::{Assessment, Case};
use crate::language::Language;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Writes the report of a case that was worked through. As HTML it is the whole file: the schedule month by month and
/// the documents to be examined come with it.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "household": {"applicants": [{"id": "demandeur"}]},
///     "resources": [{"kind": "wage", "amount": "1650.00"}],
///     "want": ["report_text"]
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("Reste à vivre"));
/// ```
#[must_use]
pub fn situation(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let creditors = Creditors::of(&case.debts);
    let view = View { case, assessment, pen: Pen { language }, creditors };
    let mut page = Page::new();
    page.title(view.title());
    let date = language.date(case.assessed_on);
    page.paragraph(
        view.pen.say(format!("Situation appréciée au {date}."), format!("Situation assessed on {date}.")),
    );
    capacity::summary(&view, &mut page);
    measures::summary(&view, &mut page);
    description::write(&view, &mut page);
    assets::write(&view, &mut page);
    expenses::write(&view, &mut page);
    capacity::write(&view, &mut page);
    debts::write(&view, &mut page);
    measures::write(&view, &mut page);
    sale::write(&view, &mut page);
    comparison::write(&view, &mut page);
    motivation::write(&view, &mut page);
    garnishment::write(&view, &mut page);
    law::notices(&view, &mut page);
    if format == Format::Html {
        schedule::write(&view, &mut page);
        if assessment.capacity.is_some() || assessment.plan.is_some() {
            checklist::write(view.pen, &mut page);
        }
    }
    law::write(&view, &mut page);
    page.write(format, language)
}

/// A case with what was computed for it, as the parts of the report see it.
pub(super) struct View<'a> {
    pub(super) case: &'a Case,
    pub(super) assessment: &'a Assessment,
    pub(super) pen: Pen,
    pub(super) creditors: Creditors<'a>,
}

impl View<'_> {
    fn title(&self) -> &'static str {
        match (self.assessment.capacity.is_some(), self.paying_plan().is_some()) {
            (true, true) => self.pen.say(
                "Situation, capacité de remboursement et mesures",
                "Situation, repayment capacity and measures",
            ),
            (false, true) => self.pen.say("Dettes et mesures", "Debts and measures"),
            _ => self.pen.say("Situation et capacité de remboursement", "Situation and repayment capacity"),
        }
    }

    /// The sentences of the steps of some rules, in order.
    pub(super) fn reasons(&self, chosen: impl Fn(Rule) -> bool, page: &mut Page) {
        let mut sentences = Vec::new();
        for step in self.assessment.steps.iter().filter(|step| chosen(step.rule)) {
            self.sentences(step, &mut sentences);
        }
        page.list(sentences);
    }

    /// The sentence of a step with its provisions, after those of its children.
    fn sentences(&self, step: &Step, out: &mut Vec<String>) {
        for child in &step.children {
            self.sentences(child, out);
        }
        let sentence = step.sentence(self.pen.language);
        let provisions = step.rule.provisions();
        out.push(match provisions {
            [] => sentence,
            _ => format!("{sentence} [{}]", provisions.join(self.pen.say(" ; ", "; "))),
        });
    }
}
