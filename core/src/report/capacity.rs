//! The repayment capacity: what is left to live on first, then the ceilings, then the reasons article by article.

use super::page::{Page, Table};
use super::situation::View;
use crate::explain::Rule;
use crate::fr::capacity::Capacity;
use alloc::format;
use alloc::string::String;

/// What is left to live on first, then the amount, labelled a maximum as long as nothing is decided.
pub(super) fn summary(view: &View<'_>, page: &mut Page) {
    let Some(capacity) = &view.assessment.capacity else { return };
    let pen = view.pen;
    let left = pen.money(capacity.left_to_live);
    page.lead(
        pen.say(format!("Reste à vivre : {left} par mois."), format!("Left to live on: {left} a month.")),
    );
    let amount = pen.money(capacity.retained);
    page.paragraph(if capacity.decided.is_some() {
        pen.say(
            format!("Mensualité retenue par décision : {amount} par mois."),
            format!("Amount retained by decision: {amount} a month."),
        )
    } else {
        pen.say(
            format!(
                "Maximum affectable aux créanciers : {amount} par mois. C'est un maximum légal, non la somme due : la commission fixe la mensualité, dans cette limite."
            ),
            format!(
                "Maximum for the creditors: {amount} a month. It is a legal maximum, not the amount due: the commission sets the instalment, within it."
            ),
        )
    });
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(capacity) = &view.assessment.capacity else { return };
    let pen = view.pen;
    page.section(pen.say("Capacité de remboursement", "Repayment capacity"));
    let mut table = Table::new(pen.say("Plafonds, par mois", "Ceilings, a month"))
        .words(pen.say("Plafond", "Ceiling"))
        .figures(pen.say("Montant", "Amount"));
    for (french, english, amount) in [
        ("Ressources − charges (L. 731-1)", "Resources − expenses (L. 731-1)", capacity.budget_ceiling),
        ("Barème des saisies (R. 731-1)", "Garnishment scale (R. 731-1)", capacity.scale_ceiling),
        (
            "Ressources − RSA du foyer (R. 731-1)",
            "Resources − household RSA (R. 731-1)",
            capacity.rsa_ceiling,
        ),
        ("Maximum légal", "Legal maximum", capacity.legal_maximum),
        ("Minimum légal à laisser", "Least that must be left", capacity.minimum_to_leave),
    ] {
        table.row([String::from(pen.say(french, english)), pen.money(amount)]);
    }
    page.table(table);
    // With a plan, the margins stand beside the measures.
    let beside_measures =
        view.assessment.comparison.as_ref().is_some_and(|beside| !beside.margins.is_empty());
    if capacity.decided.is_none() && !capacity.computed.is_zero() && !beside_measures {
        variants(view, capacity, page);
    }
}

/// Step by step, how the capacity was reached.
pub(super) fn reasons(view: &View<'_>, page: &mut Page) {
    if view.assessment.capacity.is_none() {
        return;
    }
    let pen = view.pen;
    page.section(if view.motivated_plan().is_some() {
        pen.say("Motivation de la capacité", "Reasons of the capacity")
    } else {
        pen.say("Motivation", "Reasons")
    });
    view.reasons(is_of_capacity, page);
}

/// Commissions keep a margin below the maximum.
fn variants(view: &View<'_>, capacity: &Capacity, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say(
        "Au maximum et en gardant une marge, par mois",
        "At the maximum and with a margin kept, a month",
    ))
    .words(pen.say("Part du maximum", "Share of the maximum"))
    .figures(pen.say("Mensualité", "Instalment"))
    .figures(pen.say("Reste à vivre", "Left to live on"));
    for percent in Capacity::SHARES {
        if let Ok((amount, left)) = capacity.variant(percent) {
            table.row([pen.whole_percent(percent), pen.money(amount), pen.money(left)]);
        }
    }
    page.table(table);
}

fn is_of_capacity(rule: Rule) -> bool {
    matches!(rule, Rule::Resources | Rule::PartnerContribution | Rule::Expenses | Rule::Capacity)
}
