//! Several plans of the same debts, side by side.

use super::Format;
use super::creditors::Creditors;
use super::page::{Page, Table};
use super::pen::Pen;
use crate::fr::debt::Debt;
use crate::fr::plan::{Plan, Settled};
use crate::language::Language;
use crate::vocabulary::Id;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A plan, with the name it is compared under.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Its name, free text.
    pub name: &'a str,
    /// The plan.
    pub plan: &'a Plan,
}

/// Writes a comparison of plans: how long, how much is paid and erased, and when each creditor is first paid. The
/// debts give the creditors their labels.
///
/// # Example
/// ```
/// use apurement::{amortization::Balance, fr::plan::*, report::{self, Candidate, Format}, Language};
/// let rent = PlanDebt {
///     id: "rent".into(), rank: 2, landlord: true, lender: false, outside: false, fixed: None,
///     balance: Balance { principal: "500.00".parse()?, ..Balance::default() },
///     rate: None, unerasable: apurement::Money::ZERO,
/// };
/// let plan_at = |amount: &str| {
///     let capacity = [CapacityStep { from_month: 1, amount: amount.parse()? }];
///     draw(&[rent.clone()], &capacity, 84, &Policy::default())
/// };
/// let (fast, slow) = (plan_at("250.00")?, plan_at("100.00")?);
/// let plans = [Candidate { name: "A", plan: &fast }, Candidate { name: "B", plan: &slow }];
/// let text = report::comparison(&plans, &[], Format::Markdown, Language::English);
/// assert!(text.contains("| Length | 2 months | 5 months |"));
/// # Ok::<(), apurement::Error>(())
/// ```
#[must_use]
pub fn comparison(plans: &[Candidate<'_>], debts: &[Debt], format: Format, language: Language) -> String {
    let pen = Pen { language };
    let mut page = Page::new();
    page.title(pen.say("Comparaison de plans", "Plans compared"));
    figures(pen, plans, &mut page);
    creditors(pen, plans, debts, &mut page);
    page.write(format, language)
}

fn columns(mut table: Table, plans: &[Candidate<'_>]) -> Table {
    for candidate in plans {
        table = table.figures(candidate.name);
    }
    table
}

fn row(table: &mut Table, head: &str, plans: &[Candidate<'_>], cell: impl Fn(&Plan) -> String) {
    let cells = plans.iter().map(|candidate| cell(candidate.plan));
    table.row([String::from(head)].into_iter().chain(cells));
}

fn figures(pen: Pen, plans: &[Candidate<'_>], page: &mut Page) {
    page.section(pen.say("En chiffres", "In figures"));
    let table = Table::new(pen.say("Durée et sommes de chaque plan", "Length and sums of each plan"));
    let mut table = columns(table.words(pen.say("Élément", "Item")), plans);
    row(&mut table, pen.say("Durée", "Length"), plans, |plan| pen.months(plan.objective.months));
    row(&mut table, pen.say("Paliers", "Tiers"), plans, |plan| format!("{}", plan.tiers.len()));
    row(&mut table, pen.say("Payé", "Paid"), plans, |plan| pen.money(plan.totals.paid));
    row(&mut table, pen.say("Dont intérêts du plan", "Interest of the plan"), plans, |plan| {
        pen.money(plan.totals.interest)
    });
    row(&mut table, pen.say("Effacé à la fin", "Erased at the end"), plans, |plan| {
        pen.money(plan.totals.erased)
    });
    row(&mut table, pen.say("Reste dû", "Left due"), plans, |plan| pen.money(plan.totals.left));
    page.table(table);
}

/// The first month in which each creditor is paid, creditors in the order of the plans that name them.
fn creditors(pen: Pen, plans: &[Candidate<'_>], debts: &[Debt], page: &mut Page) {
    let names = Creditors::of(debts);
    let mut known: Vec<&Id> = Vec::new();
    let mut seen = alloc::collections::BTreeSet::new();
    for debt in plans.iter().flat_map(|candidate| &candidate.plan.debts) {
        if seen.insert(&debt.id) {
            known.push(&debt.id);
        }
    }
    let by_id: Vec<alloc::collections::BTreeMap<&Id, &Settled>> = plans
        .iter()
        .map(|candidate| candidate.plan.debts.iter().map(|debt| (&debt.id, debt)).collect())
        .collect();
    page.section(pen.say("Premier paiement", "First payment"));
    let caption =
        pen.say("Premier mois où chaque créancier est payé", "First month in which each creditor is paid");
    let mut table = columns(Table::new(caption).words(pen.say("Créancier", "Creditor")), plans);
    for id in known {
        let cells = by_id.iter().map(|settled| match settled.get(id).map(|debt| debt.first_month) {
            Some(Some(first)) => pen.span(first, first).into(),
            Some(None) => pen.say("jamais", "never").into(),
            None => "–".into(),
        });
        table.row([names.cell(id, pen, &[])].into_iter().chain(cells));
    }
    page.table(table);
}
