//! The whole report of a case, part by part.

use super::creditors::Creditors;
use super::page::{Item, Page};
use super::pen::Pen;
use super::{
    Format, admissibility, assets, capacity, checklist, comparison, control, deadlines, debts, description,
    expenses, garnishment, interest, law, measures, motivation, orientation, review, sale, schedule, words,
};
use crate::explain::{Rule, Step};
use crate::fr::case::{Assessment, Case};
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A part of the report; it writes nothing when the facts have nothing for it.
type Part = fn(&View<'_>, &mut Page);

/// The parts, in order: what is decided on comes first, the facts and the reasons behind it follow. A new part takes its
/// place here.
const PARTS: &[Part] = &[
    capacity::write,
    admissibility::write,
    orientation::write,
    review::write,
    deadlines::write,
    debts::write,
    measures::write,
    sale::write,
    control::write,
    comparison::write,
    motivation::write,
    description::write,
    assets::write,
    expenses::write,
    capacity::reasons,
    garnishment::write,
    interest::write,
    law::notices,
    schedule::write,
    checklist::write,
    law::write,
];

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
    let view = View { case, assessment, pen: Pen { language }, creditors, whole: format == Format::Html };
    let mut page = Page::new();
    page.title(view.title());
    let date = language.date(case.assessed_on);
    page.paragraph(
        view.pen.say(format!("Situation appréciée au {date}."), format!("Situation assessed on {date}.")),
    );
    capacity::summary(&view, &mut page);
    measures::summary(&view, &mut page);
    for part in PARTS {
        part(&view, &mut page);
    }
    page.write(format, language)
}

/// A case with what was computed for it, as the parts of the report see it.
pub(super) struct View<'a> {
    pub(super) case: &'a Case,
    pub(super) assessment: &'a Assessment,
    pub(super) pen: Pen,
    pub(super) creditors: Creditors<'a>,
    /// The whole file, with the schedule month by month and the documents to be examined.
    pub(super) whole: bool,
}

impl View<'_> {
    fn title(&self) -> &'static str {
        match (self.assessment.capacity.is_some(), self.paying_plan().is_some()) {
            (true, true) => self.pen.say(
                "Situation, capacité de remboursement et mesures",
                "Situation, repayment capacity and measures",
            ),
            (false, true) => self.pen.say("Dettes et mesures", "Debts and measures"),
            _ if self.assessment.calendar.is_some() && self.case.household.is_none() => {
                self.pen.say("Échéances du dossier", "Time limits of the file")
            }
            _ if self.is_only_interest() => self.pen.say("Décompte d'intérêts", "Statement of interest"),
            _ => self.pen.say("Situation et capacité de remboursement", "Situation and repayment capacity"),
        }
    }

    /// Claims whose interest is counted, and nothing else of a file.
    fn is_only_interest(&self) -> bool {
        let case = self.case;
        !case.interest.is_empty()
            && case.household.is_none()
            && case.debts.is_empty()
            && case.garnishment.is_none()
    }

    /// A sentence with the provision behind it, and how certain the rule is where it is not certain.
    pub(super) fn sourced(&self, text: &str, (article, certainty): (&str, Certainty)) -> String {
        let doubt = words::doubt(certainty, self.pen.language);
        format!("{text} [{article}{doubt}]")
    }

    /// The sentences of the steps of some rules, in order.
    pub(super) fn reasons(&self, chosen: impl Fn(Rule) -> bool, page: &mut Page) {
        let mut sentences = Vec::new();
        for step in self.assessment.steps.iter().filter(|step| chosen(step.rule)) {
            self.sentences(step, &mut sentences);
        }
        page.items(sentences);
    }

    /// The sentence of a step with its provisions, after those of its children. The brackets of a scale stand below the
    /// sum that they make.
    fn sentences(&self, step: &Step, out: &mut Vec<Item>) {
        let (below, before): (Vec<&Step>, Vec<&Step>) =
            step.children.iter().partition(|child| child.rule == Rule::ScaleBracket);
        for child in before {
            self.sentences(child, out);
        }
        let below = below.into_iter().map(|bracket| self.sentence(bracket)).collect();
        out.push(Item::new(self.sentence(step), below));
    }

    fn sentence(&self, step: &Step) -> String {
        let sentence = step.sentence(self.pen.language);
        match step.rule.provisions() {
            [] => sentence,
            provisions => format!("{sentence} [{}]", provisions.join(self.pen.say(" ; ", "; "))),
        }
    }
}
