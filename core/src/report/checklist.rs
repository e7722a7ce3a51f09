//! The documents that a commission examines, stage by stage (annexes of the règlements intérieurs).

use super::Format;
use super::page::{Cell, Page, Table};
use super::pen::Pen;
use super::situation::View;
use crate::language::Language;
use alloc::string::String;

/// A document: French name, English name, and whether it is examined at each stage.
const DOCUMENTS: [(&str, &str, [bool; 4]); 6] = [
    (
        "État descriptif de la situation du débiteur : revenus et actifs",
        "Description of the debtor's situation: income and assets",
        [true; 4],
    ),
    ("État détaillé des dettes", "Detailed debts", [true; 4]),
    ("État détaillé des charges", "Detailed expenses", [true; 4]),
    ("Plan conventionnel de redressement", "Agreed plan", [false, false, true, false]),
    ("Tableau des mesures", "Table of measures", [false, false, false, true]),
    ("Motivation", "Reasons", [false, false, false, true]),
];

/// The stages, in French and English.
const STAGES: [(&str, &str); 4] = [
    ("Recevabilité", "Admissibility"),
    ("Orientation", "Orientation"),
    ("Plan conventionnel", "Agreed plan"),
    ("Mesures imposées", "Imposed measures"),
];

/// Writes the documents that the commission examines at each stage of a file.
///
/// # Example
/// ```
/// use apurement::{report::{self, Format}, Language};
/// let text = report::checklist(Format::Text, Language::French);
/// assert!(text.contains("Tableau des mesures"));
/// ```
#[must_use]
pub fn checklist(format: Format, language: Language) -> String {
    let pen = Pen { language };
    let mut page = Page::new();
    page.title(title(pen));
    table(pen, &mut page);
    page.write(format, language)
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    if view.whole && (view.assessment.capacity.is_some() || view.assessment.plan.is_some()) {
        page.section(title(view.pen));
        table(view.pen, page);
    }
}

fn title(pen: Pen) -> &'static str {
    pen.say("Documents à examiner, par étape", "Documents to be examined, by stage")
}

fn table(pen: Pen, page: &mut Page) {
    let mut table = Table::new(pen.say(
        "D'après les règlements intérieurs des commissions",
        "After the règlements intérieurs of commissions",
    ))
    .words(pen.say("Document", "Document"));
    for (french, english) in STAGES {
        table = table.words(pen.say(french, english));
    }
    for (french, english, stages) in DOCUMENTS {
        let mut row = alloc::vec![Cell::from(pen.say(french, english))];
        row.extend(stages.map(|needed| if needed { pen.yes_no(true) } else { Cell::from("–") }));
        table.row(row);
    }
    page.table(table);
    page.paragraph(pen.say(
        "Les membres de la commission en disposent deux ou trois jours avant la séance, selon le règlement intérieur.",
        "The members of the commission have them two or three days before the sitting, by its règlement intérieur.",
    ));
}
