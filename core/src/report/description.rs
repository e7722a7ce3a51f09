//! *État descriptif de la situation*: people, home, resources.

use super::page::{Page, Table};
use super::situation::View;
use crate::fr::case::Counted;
use crate::fr::household::{Housing, Role, of_200ths};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::vocabulary::Vocabulary;
use alloc::format;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(household) = &view.case.household else { return };
    page.section(view.pen.say("État descriptif de la situation", "Description of the situation"));
    if let Some(counted) = &view.assessment.household {
        people(view, counted, page);
    }
    if let Some(home) = &household.housing {
        housing(view, home, page);
    }
    if !view.case.resources.is_empty() {
        resources(view, page);
    }
}

fn people(view: &View<'_>, counted: &Counted, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say("Composition du foyer", "The household"))
        .words(pen.say("Personne", "Person"))
        .words(pen.say("Qualité", "Role"))
        .figures(pen.say("À charge (barème)", "Dependant (scale)"))
        .figures(pen.say("Part RSA", "RSA share"))
        .words(pen.say("Pourquoi", "Why"));
    for member in &counted.composition.members {
        let scale = pen.word(member.scale_reason.word());
        let rsa = pen.word(member.rsa_reason.word());
        let why = match member.role {
            Role::Applicant if member.scale_halves == 0 => rsa,
            _ if scale == rsa => scale,
            _ => format!("{scale}{}{rsa}", pen.say(" ; RSA : ", "; RSA: ")),
        };
        table.row([
            member.id.as_str().into(),
            pen.word(member.role.word()),
            pen.number(halves(member.scale_halves)),
            pen.number(of_200ths(member.rsa_200ths)),
            why,
        ]);
    }
    page.table(table);
    let dependants = pen.number(halves(counted.composition.scale_dependants.halves()));
    let coefficient = pen.number(counted.composition.rsa_coefficient());
    let (one, amount) = (pen.money(counted.one_person), pen.money(counted.amount));
    page.list([
        pen.say(
            format!("Personnes à charge pour le barème des saisies : {dependants} (C. trav. R. 3252-3)."),
            format!("Dependants for the garnishment scale: {dependants} (C. trav. R. 3252-3)."),
        ),
        pen.say(
            format!("RSA du foyer : {one} × {coefficient} = {amount} (CASF R. 262-1)."),
            format!("RSA of the household: {one} × {coefficient} = {amount} (CASF R. 262-1)."),
        ),
    ]);
}

fn housing(view: &View<'_>, housing: &Housing, page: &mut Page) {
    let occupancy = view.pen.word(housing.occupancy.word());
    let surface = housing.surface_m2.map(|surface| format!(", {surface} m²")).unwrap_or_default();
    page.paragraph(
        view.pen.say(format!("Logement : {occupancy}{surface}."), format!("Home: {occupancy}{surface}.")),
    );
}

fn resources(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(
        pen.say("Ressources mensuelles, saisissables ou non", "Monthly resources, seizable or not"),
    )
    .words(pen.say("Nature", "Kind"))
    .figures(pen.say("Montant", "Amount"));
    for resource in &view.case.resources {
        let of = resource.of.as_ref().map_or_else(Default::default, |id| format!(" – {}", id.as_str()));
        table.row([[pen.head(resource.kind.word()), of].concat(), pen.money(resource.amount)]);
    }
    if let Ok(total) = Money::total(view.case.resources.iter().map(|resource| resource.amount)) {
        table.total(["Total".into(), pen.money(total)]);
    }
    page.table(table);
}

fn halves(count: u32) -> Fraction {
    Fraction::new(i128::from(count), 2).unwrap_or(Fraction::ZERO)
}
