//! *État détaillé des charges*.

use super::page::{Page, Table};
use super::situation::View;
use crate::fr::budget::Basis;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::String;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(budget) = &view.assessment.budget else { return };
    let pen = view.pen;
    page.section(pen.say("État détaillé des charges", "Detailed expenses"));
    let mut table = Table::new(
        pen.say("Dépenses mensuelles, déclarées et retenues", "Monthly expenses, declared and counted"),
    )
    .words(pen.say("Dépense", "Expense"))
    .figures(pen.say("Déclaré", "Declared"))
    .figures(pen.say("Retenu", "Counted"))
    .words(pen.say("Mode de prise en compte", "How it is counted"));
    for line in &budget.lines {
        let treatment = pen.head(line.treatment.word());
        let how = match line.basis {
            Basis::Declared => treatment,
            basis => format!("{treatment} – {}", pen.word(basis.word())),
        };
        table.row([pen.head(line.kind.word()), pen.money(line.declared), pen.money(line.counted), how]);
    }
    for flat in &budget.flat_rates {
        let name = format!("{} {}", pen.say("Forfait", "Flat rate"), pen.quoted(flat.id.as_str()));
        let how = pen.head(flat.treatment.word());
        table.row([name, pen.money(flat.declared), pen.money(flat.counted), how]);
    }
    let both = budget.common.plus(budget.personal).unwrap_or(budget.expenses);
    table.total(["Total".into(), String::new(), pen.money(both), String::new()]);
    page.table(table);
    if view.case.household.as_ref().is_some_and(|household| household.partner.is_some()) {
        let part = pen.money(budget.contribution.amount);
        let basis = pen.word(budget.contribution.basis.word());
        let expenses = pen.money(budget.expenses);
        page.paragraph(pen.say(
            format!(
                "Contribution du conjoint non déposant : {part} ({basis}) ; charges retenues : {expenses}."
            ),
            format!(
                "Contribution of the partner who does not file: {part} ({basis}); expenses counted: {expenses}."
            ),
        ));
    }
}
