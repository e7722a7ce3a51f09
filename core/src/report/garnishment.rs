//! The month's garnishment, with the method of calculation that the record must carry (CPCE R. 212-1-12, 3°), and
//! what a seizure leaves on bank accounts.

use super::page::{Page, Table};
use super::situation::View;
use crate::explain::Rule;
use crate::fr::garnishment::Garnished;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::String;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    if let Some(month) = &view.assessment.garnished {
        pay(view, month, page);
    }
    if let Some(left) = &view.assessment.bank_account {
        let pen = view.pen;
        page.section(pen.say("Saisie sur compte bancaire", "Seizure on bank accounts"));
        let (minimum, credit) = (pen.money(left.minimum), pen.money(left.credit));
        page.paragraph(pen.say(
            format!("Soldes créditeurs : {credit} ; somme laissée à disposition : {minimum} (CPCE L. 162-2, R. 162-3)."),
            format!("Credit balances: {credit}; sum left available: {minimum} (CPCE L. 162-2, R. 162-3)."),
        ));
    }
}

fn pay(view: &View<'_>, month: &Garnished, page: &mut Page) {
    let pen = view.pen;
    page.section(pen.say("Saisie des rémunérations du mois", "Garnishment of the month"));
    let mut table = Table::new(pen.say("De la paie à ce qui reste", "From the pay to what is left"))
        .words(pen.say("Élément", "Item"))
        .figures(pen.say("Montant", "Amount"));
    for (french, english, amount) in [
        ("Rémunération nette saisissable", "Net garnishable pay", month.net),
        ("Montant du barème (R. 3252-2)", "Scale amount (R. 3252-2)", month.scale_amount),
        ("Fraction toujours laissée (L. 3252-3)", "Sum always left (L. 3252-3)", month.floor),
        ("Montant saisissable", "Seizable amount", month.seizable),
        ("Retenu ce mois", "Withheld this month", month.withheld),
    ] {
        table.row([String::from(pen.say(french, english)), pen.money(amount)]);
    }
    table.total([
        String::from(pen.say("Laissé au débiteur", "Left to the debtor")),
        pen.money(month.left_to_debtor),
    ]);
    page.table(table);
    claims(view, month, page);
    page.section(pen.say("Mode de calcul", "Method of calculation"));
    view.reasons(|rule| rule == Rule::Garnishment, page);
}

fn claims(view: &View<'_>, month: &Garnished, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say("Répartition entre les créances", "Distribution among the claims"))
        .words(pen.say("Créance", "Claim"))
        .words(pen.say("Nature", "Kind"))
        .figures(pen.say("Dû", "Due"))
        .figures(pen.say("Payé", "Paid"))
        .figures(pen.say("Reste", "Left"));
    for claim in &month.claims {
        table.row([
            claim.id.as_str().into(),
            pen.word(claim.kind.word()),
            pen.money(claim.due),
            pen.money(claim.paid),
            pen.money(claim.left),
        ]);
    }
    if !table.is_empty() {
        page.table(table);
    }
}
