//! The documents that a commission examines, stage by stage (annexes of the règlements intérieurs).

use super::Format;
use super::page::{Cell, Page, Table};
use super::pen::Pen;
use super::situation::View;
use crate::fr::commission::{DOCUMENTS, Stage};
use crate::language::Language;
use alloc::string::String;

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
    for stage in Stage::ALL {
        table = table.words(stage.name(pen.language));
    }
    for document in DOCUMENTS {
        let mut row = alloc::vec![Cell::from(document.title_in(pen.language))];
        let given = |stage| document.stages.contains(stage);
        row.extend(
            Stage::ALL.iter().map(|stage| if given(stage) { pen.yes_no(true) } else { Cell::from("–") }),
        );
        table.row(row);
    }
    page.table(table);
    page.paragraph(pen.say(
        "Les membres de la commission en disposent deux ou trois jours avant la séance, selon le règlement intérieur.",
        "The members of the commission have them two or three days before the sitting, by its règlement intérieur.",
    ));
}
