//! *État détaillé des dettes*: one line a creditor, then the liabilities by category.

use super::page::{Cell, Page, Table};
use super::situation::View;
use super::words;
use crate::fr::debt::treatment::{Treatment, TreatmentRule};
use crate::fr::debt::{Debt, Estate};
use crate::money::Money;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    if view.case.debts.is_empty() {
        return;
    }
    let pen = view.pen;
    page.section(pen.say("État détaillé des dettes", "Detailed debts"));
    lines(view, page);
    by_creditor(view, page);
    categories(view, page);
    page.list(view.assessment.treatments.iter().filter_map(|treatment| particular(view, treatment)));
}

/// A part of a balance that some debt has.
type Part = fn(&Debt) -> Option<Money>;

/// The parts of balances, with their headings.
const PARTS: [(&str, &str, Part); 4] = [
    ("Principal", "Principal", |debt| Some(debt.principal)),
    ("Intérêts", "Interest", |debt| debt.interest),
    ("Frais", "Costs", |debt| debt.costs),
    ("Pénalités", "Penalties", |debt| debt.penalty),
];

fn lines(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let debts = &view.case.debts;
    let has = |part: Part| debts.iter().any(|debt| part(debt).is_some_and(|amount| !amount.is_zero()));
    // Where every balance is principal alone, its total says all.
    let in_parts = PARTS.iter().skip(1).any(|(_, _, part)| has(*part));
    let shown: Vec<&(&str, &str, Part)> =
        PARTS.iter().filter(|(_, _, part)| in_parts && has(*part)).collect();
    let mut table = Table::new(pen.say("Dettes, par créancier", "Debts, by creditor"))
        .words(pen.say("Créancier", "Creditor"))
        .words(pen.say("Nature", "Kind"))
        .figures(pen.say("Rang", "Rank"))
        .figures(pen.say("Taux du contrat", "Contract rate"));
    for (french, english, _) in &shown {
        table = table.figures(pen.say(*french, *english));
    }
    let mut table = table.figures(pen.say("Total dû", "Total due"));
    for (place, debt) in debts.iter().enumerate() {
        let kind = words::kind(debt.kind, pen.language);
        let class = words::creditor(debt.creditor_class(), pen.language);
        let mut notes = marks(view, debt);
        notes.insert(0, class);
        notes.retain(|note| !note.is_empty());
        let rate = debt.contract_rate.map_or_else(|| "–".into(), |rate| pen.percent(rate));
        let mut row = alloc::vec![
            view.creditors.cell(&debt.id, pen, &[]),
            Cell::noted(kind.into(), notes.join(", ")),
            rank(view, place).into(),
            rate.into(),
        ];
        row.extend(shown.iter().map(|(_, _, part)| {
            let amount = part(debt).unwrap_or(Money::ZERO);
            Cell::from(pen.money_or_dash(amount))
        }));
        row.push(debt.balance().map(|balance| pen.money(balance)).unwrap_or_default().into());
        table.row(row);
    }
    let sum = |amounts: Vec<Money>| Money::total(amounts).map(|sum| pen.money(sum)).unwrap_or_default();
    let mut total = alloc::vec![String::from("Total"), String::new(), String::new(), String::new()];
    total.extend(shown.iter().map(|(_, _, part)| sum(debts.iter().filter_map(part).collect())));
    total.push(sum(debts.iter().filter_map(|debt| debt.balance().ok()).collect()));
    table.total(total);
    page.table(table);
}

fn rank(view: &View<'_>, place: usize) -> String {
    view.assessment.treatments.get(place).map(|treatment| format!("{}", treatment.rank)).unwrap_or_default()
}

/// What should be seen of a debt besides its rank.
fn marks<'t>(view: &View<'_>, debt: &Debt) -> Vec<&'t str> {
    let pen = view.pen;
    [
        (debt.set_aside, "écartée par le juge", "set aside by the judge"),
        (debt.estate == Estate::Professional, "patrimoine professionnel", "professional estate"),
        (debt.outside_plan.is_some(), "hors plan", "left out of the plan"),
        (debt.contested, "contestée", "contested"),
        (debt.accelerated, "déchéance du terme", "term accelerated"),
        (debt.to_fall_due, "à échoir", "not yet due"),
    ]
    .into_iter()
    .filter(|(holds, _, _)| *holds)
    .map(|(_, french, english)| pen.say(french, english))
    .collect()
}

/// One line a creditor, where some creditor has several debts under the same label.
fn by_creditor(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut owed: Vec<(&str, Vec<&Debt>)> = Vec::new();
    for debt in &view.case.debts {
        let name = debt.label.as_ref().unwrap_or(&debt.id).as_str();
        let place = *places.entry(name).or_insert(owed.len());
        match owed.get_mut(place) {
            Some((_, debts)) => debts.push(debt),
            None => owed.push((name, alloc::vec![debt])),
        }
    }
    if owed.len() == view.case.debts.len() {
        return;
    }
    let mut table = Table::new(pen.say("Total par créancier", "Total by creditor"))
        .words(pen.say("Créancier", "Creditor"))
        .figures(pen.say("Dettes", "Debts"))
        .figures(pen.say("Total dû", "Total due"));
    let sum = |debts: &[&Debt]| {
        let total = Money::total(debts.iter().filter_map(|debt| debt.balance().ok()));
        total.map(|total| pen.money(total)).unwrap_or_default()
    };
    for (name, debts) in &owed {
        table.row([String::from(*name), format!("{}", debts.len()), sum(debts)]);
    }
    let all: Vec<&Debt> = view.case.debts.iter().collect();
    table.total([String::from("Total"), format!("{}", all.len()), sum(&all)]);
    page.table(table);
}

/// Liabilities by rank of settlement, with those that the procedure does not settle apart.
fn categories(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say(
        "Passif par catégorie, dans l'ordre des rangs de règlement",
        "Liabilities by category, in the order of settlement",
    ))
    .words(pen.say("Catégorie", "Category"))
    .figures(pen.say("Dettes", "Debts"))
    .figures(pen.say("Total dû", "Total due"));
    let ranked = || view.case.debts.iter().zip(&view.assessment.treatments);
    let mut row = |name: String, members: Vec<&Debt>| {
        let total = Money::total(members.iter().filter_map(|debt| debt.balance().ok()));
        let total = total.map(|total| pen.money(total)).unwrap_or_default();
        if !members.is_empty() {
            table.row([name, format!("{}", members.len()), total]);
        }
    };
    for rank in 1..=5 {
        let members = ranked().filter(|(debt, treatment)| treatment.rank == rank && !debt.is_no_matter());
        let name = words::rank(rank, pen.language);
        row(format!("{rank} – {name}"), members.map(|(debt, _)| debt).collect());
    }
    let name =
        pen.say("Écartées ou professionnelles, hors des mesures", "Set aside or professional, no measure");
    row(name.into(), ranked().filter(|(debt, _)| debt.is_no_matter()).map(|(debt, _)| debt).collect());
    let all = Money::total(view.case.debts.iter().filter_map(|debt| debt.balance().ok()));
    let all = all.map(|all| pen.money(all)).unwrap_or_default();
    if !table.is_empty() {
        table.total([
            pen.say("Total du passif", "All liabilities").into(),
            format!("{}", view.case.debts.len()),
            all,
        ]);
        page.table(table);
    }
}

/// What the law says of a debt that is not an ordinary one, with its articles.
fn particular(view: &View<'_>, treatment: &Treatment) -> Option<String> {
    let pen = view.pen;
    let rules: Vec<String> = treatment
        .reasons
        .iter()
        .filter(|rule| **rule != TreatmentRule::Ordinary)
        .map(|rule| {
            let (article, _) = rule.source();
            format!("{} [{article}]", words::rule(*rule, pen.language))
        })
        .collect();
    if rules.is_empty() {
        return None;
    }
    let name = pen.quoted(view.creditors.name(&treatment.id));
    let colon = pen.say("\u{a0}: ", ": ");
    Some([&name, colon, &rules.join(pen.say(" ; ", "; ")), "."].concat())
}
