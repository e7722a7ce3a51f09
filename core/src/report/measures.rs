//! *Tableau des mesures*, or the agreed plan: creditors by tiers, what becomes of each debt, and the sums checked.

use super::page::{Cell, Page, Table};
use super::pen::Pen;
use super::sale;
use super::situation::View;
use crate::fr::plan::{Line, Plan, PlanKind, Settled, Tier, due_date};
use crate::money::Money;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The most tiers that stand side by side in one table.
const TIERS_ABREAST: usize = 4;

impl View<'_> {
    /// The plan, if it pays something: without capacity, nor a sale, there is none to show.
    pub(super) fn paying_plan(&self) -> Option<&Plan> {
        let pays = |plan: &&Plan| !plan.totals.paid.is_zero() || !plan.totals.from_sale.is_zero();
        self.assessment.plan.as_ref().filter(pays)
    }

    pub(super) fn is_agreed(&self) -> bool {
        self.case.plan.as_ref().is_some_and(|wish| wish.kind == PlanKind::Agreed)
    }

    /// The due date of a month of the plan, where the first is known.
    pub(super) fn due_on(&self, month: u32) -> Option<String> {
        let first = self.case.plan.as_ref()?.first_due_on?;
        due_date(first, month).map(|day| self.pen.language.date(day))
    }

    /// From the first due date of a tier to its last.
    fn due_dates(&self, tier: &Tier) -> String {
        match (self.due_on(tier.from_month), self.due_on(last_month(tier))) {
            (Some(first), Some(last)) if first == last => first,
            (Some(first), Some(last)) => {
                self.pen.say(format!("du {first} au {last}"), format!("{first} to {last}"))
            }
            _ => String::new(),
        }
    }

    /// What should be seen of a debt wherever the plan names it.
    pub(super) fn marks(&self, debt: &Settled) -> Vec<&'static str> {
        let beside = self.creditors.get(&debt.id).is_some_and(|debt| debt.outside_plan.is_some());
        let outside = is_excluded(debt).then(|| self.pen.say("hors procédure", "outside the procedure"));
        let beside = beside.then(|| self.pen.say("hors plan", "left out of the plan"));
        outside.into_iter().chain(beside).collect()
    }
}

/// Outside the procedure (L. 711-4), rather than left out of the plan.
pub(super) fn is_excluded(debt: &Settled) -> bool {
    debt.outside && debt.rank <= 1
}

/// The plan in one sentence, and whether it is only indicative.
pub(super) fn summary(view: &View<'_>, page: &mut Page) {
    if let Some(plan) = view.paying_plan() {
        page.paragraph(in_short(view, plan));
        if view.case.plan_label() == "indicative" {
            page.paragraph(standing(view));
        }
    }
}

fn in_short(view: &View<'_>, plan: &Plan) -> String {
    let pen = view.pen;
    let months = pen.months(plan.objective.months);
    let tiers = pen.count(plan.tiers.len(), ["palier", "paliers"], ["tier", "tiers"]);
    let [paid, erased, left] =
        [plan.totals.paid, plan.totals.erased, plan.totals.left].map(|sum| pen.money(sum));
    let sold = plan.sale.as_ref().map_or_else(String::new, |_| {
        let sold = pen.money(plan.totals.from_sale);
        pen.say(
            format!(" et {sold} par la vente d'un bien"),
            format!(" and {sold} from the sale of an asset"),
        )
    });
    let after = match (plan.totals.erased.is_zero(), plan.totals.left.is_zero()) {
        (true, true) => String::from(pen.say("rien d'effacé", "nothing erased")),
        (false, _) => pen.say(
            format!("{erased} effacés à la fin, si le plan a été suivi"),
            format!("{erased} erased at the end, if the plan was carried out"),
        ),
        (true, false) => {
            pen.say(format!("{left} restent dus à la fin"), format!("{left} left due at the end"))
        }
    };
    pen.say(
        format!("Plan proposé : {months}, {tiers}, {paid} payés aux créanciers{sold} ; {after}."),
        format!("Plan proposed: {months}, {tiers}, {paid} paid to the creditors{sold}; {after}."),
    )
}

/// On what the plan stands: a maximum, a decision, or nothing decided yet.
fn standing(view: &View<'_>) -> &'static str {
    let pen = view.pen;
    match view.case.plan_label() {
        "indicative" => pen.say(
            "Plan indicatif : après la suspension rien n'est décidé. Tout est soumis à un nouveau dépôt dans les trois mois qui suivent sa fin et à une nouvelle décision (C. conso. L. 733-2, R. 733-5).",
            "Indicative plan: nothing is decided after the suspension. All of it is subject to refiling within three months and a new decision (C. conso. L. 733-2, R. 733-5).",
        ),
        "decided" => pen.say(
            "Plan établi sur la mensualité décidée.",
            "Plan drawn on the instalment that was decided.",
        ),
        _ => pen.say(
            "Plan établi sur le maximum, faute de mensualité décidée : ce n'est pas la somme due.",
            "Plan drawn on the maximum, for want of a decided instalment: it is not the amount due.",
        ),
    }
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(plan) = &view.assessment.plan else { return };
    let pen = view.pen;
    page.section(if view.is_agreed() {
        pen.say("Plan conventionnel de redressement", "Agreed plan")
    } else {
        pen.say("Tableau des mesures", "Table of measures")
    });
    if view.paying_plan().is_none() {
        page.paragraph(pen.say(
            "La capacité ne permet aucun paiement : il n'y a pas de mensualités à montrer. Une suspension ou un rétablissement personnel sont à examiner.",
            "The capacity allows no payment: there are no instalments to show. A suspension or a personal recovery should be examined.",
        ));
        return;
    }
    page.lead(standing(view));
    tiers(view, plan, page);
    // Five tiers stand as three and two, rather than four and one.
    let tables = plan.tiers.len().div_ceil(TIERS_ABREAST).max(1);
    let abreast = plan.tiers.len().div_ceil(tables).max(1);
    for first in (0..plan.tiers.len()).step_by(abreast) {
        instalments(view, plan, first, abreast, page);
    }
    outcomes(view, plan, page);
    page.paragraph(check(view, plan));
    let left_out: Vec<&str> = view
        .case
        .debts
        .iter()
        .filter(|debt| debt.is_no_matter())
        .map(|debt| view.creditors.name(&debt.id))
        .collect();
    if !left_out.is_empty() {
        let names = left_out.join(", ");
        page.paragraph(pen.say(
            format!("Dettes écartées ou professionnelles, absentes du tableau : {names} (C. conso. R. 723-7, L. 711-9)."),
            format!("Debts set aside or professional, not in the table: {names} (C. conso. R. 723-7, L. 711-9)."),
        ));
    }
}

fn last_month(tier: &Tier) -> u32 {
    tier.from_month.saturating_add(tier.months).saturating_sub(1)
}

/// All that a line pays.
fn paid(line: &Line) -> crate::Result<Money> {
    line.instalment.times(i64::from(line.payments.saturating_sub(1)))?.plus(line.last)
}

fn tiers(view: &View<'_>, plan: &Plan, page: &mut Page) {
    let pen = view.pen;
    let mut table = Table::new(pen.say(
        "Paliers, le mois 1 étant celui de la première échéance",
        "Tiers; month 1 is that of the first due date",
    ))
    .words(pen.say("Palier", "Tier"))
    .words(pen.say("Mois", "Months"))
    .figures(pen.say("Durée", "Length"))
    .figures(pen.say("À payer chaque mois", "To pay each month"))
    .figures(pen.say("Payé sur le palier", "Paid in the tier"));
    for (place, tier) in plan.tiers.iter().enumerate() {
        let note = if tier.suspension {
            pen.say("suspension", "suspension")
        } else if tier.lines.is_empty() {
            pen.say("attente", "waiting")
        } else {
            ""
        };
        let monthly = Money::total(tier.lines.iter().map(|line| line.instalment));
        let all = Money::total(tier.lines.iter().filter_map(|line| paid(line).ok()));
        table.row([
            Cell::noted(format!("{}", place.saturating_add(1)), note.into()),
            Cell::noted(pen.span(tier.from_month, last_month(tier)), view.due_dates(tier)),
            pen.months(tier.months).into(),
            monthly.map(|sum| pen.money_or_dash(sum)).unwrap_or_default().into(),
            all.map(|sum| pen.money_or_dash(sum)).unwrap_or_default().into(),
        ]);
    }
    let length = plan.tiers.last().map_or(0, last_month);
    table.total([
        String::from("Total"),
        String::new(),
        pen.months(length),
        String::new(),
        pen.money(plan.totals.paid),
    ]);
    page.table(table);
}

/// The instalments of the creditors in a few tiers, side by side.
fn instalments(view: &View<'_>, plan: &Plan, first: usize, abreast: usize, page: &mut Page) {
    let pen = view.pen;
    let shown: Vec<(usize, &Tier)> = plan.tiers.iter().enumerate().skip(first).take(abreast).collect();
    let by_debt: Vec<BTreeMap<usize, &Line>> =
        shown.iter().map(|(_, tier)| tier.lines.iter().map(|line| (line.debt, line)).collect()).collect();
    let all_tiers = shown.len() == plan.tiers.len();
    let (from, to) = (first.saturating_add(1), first.saturating_add(shown.len()));
    let part =
        (!all_tiers).then(|| pen.say(format!(", paliers {from} à {to}"), format!(", tiers {from} to {to}")));
    let caption =
        pen.say("Mensualités par créancier et par palier", "Monthly instalments by creditor and tier");
    let mut table =
        Table::new([caption, part.as_deref().unwrap_or("")].concat()).words(pen.say("Créancier", "Creditor"));
    for (place, tier) in &shown {
        let number = place.saturating_add(1);
        let span = pen.span(tier.from_month, last_month(tier));
        table = table.figures(pen.say(format!("Palier {number}, {span}"), format!("Tier {number}, {span}")));
    }
    for (place, debt) in plan.debts.iter().enumerate() {
        if !all_tiers && by_debt.iter().all(|lines| !lines.contains_key(&place)) {
            continue;
        }
        let mut row = alloc::vec![view.creditors.cell(&debt.id, pen, &view.marks(debt))];
        row.extend(by_debt.iter().zip(&shown).map(|(lines, (_, tier))| {
            lines.get(&place).map_or_else(|| Cell::from("–"), |line| instalment(pen, line, tier))
        }));
        table.row(row);
    }
    let mut total = alloc::vec![String::from(pen.say("Total par mois", "Total a month"))];
    total.extend(shown.iter().map(|(_, tier)| {
        let sum = Money::total(tier.lines.iter().map(|line| line.instalment));
        sum.map(|sum| pen.money_or_dash(sum)).unwrap_or_default()
    }));
    table.total(total);
    page.table(table);
}

/// An instalment, with how often it is paid and the last payment where they differ.
fn instalment(pen: Pen, line: &Line, tier: &Tier) -> Cell {
    let times = (line.payments < tier.months).then(|| {
        let [one, many] = pen.say(["fois", "fois"], ["payment", "payments"]);
        format!("{} {}", line.payments, if line.payments == 1 { one } else { many })
    });
    if line.payments == 1 {
        return Cell::noted(pen.money(line.last), times.unwrap_or_default());
    }
    let last = (line.last != line.instalment).then(|| {
        let last = pen.money(line.last);
        pen.say(format!("dernière : {last}"), format!("last: {last}"))
    });
    let notes: Vec<String> = times.into_iter().chain(last).collect();
    Cell::noted(pen.money(line.instalment), notes.join(", "))
}

/// What becomes of each debt.
fn outcomes(view: &View<'_>, plan: &Plan, page: &mut Page) {
    let pen = view.pen;
    let totals = &plan.totals;
    let bears = !totals.interest.is_zero();
    let mut table = Table::new(pen.say("Ce que devient chaque dette", "What becomes of each debt"))
        .words(pen.say("Créancier", "Creditor"))
        .figures(pen.say("Taux du plan", "Rate in the plan"))
        .figures(pen.say("Dû au départ", "Due at the start"));
    if bears {
        table = table.figures(pen.say("Intérêts du plan", "Interest of the plan"));
    }
    let mut table = table.figures(pen.say("Payé", "Paid"));
    let sells = plan.sale.is_some();
    if sells {
        table = table.figures(pen.say("Par la vente", "From the sale"));
    }
    let mut table = table
        .figures(pen.say("Effacé à la fin", "Erased at the end"))
        .figures(pen.say("Reste dû", "Left due"))
        .words(pen.say("Payé au cours des mois", "Paid in the months"));
    for debt in &plan.debts {
        let span = match (debt.first_month, debt.last_month) {
            (Some(first), Some(last)) => pen.span(first, last),
            _ => String::from(pen.say("jamais", "never")),
        };
        let paid = debt.principal_paid.plus(debt.interest_paid);
        let mut row = alloc::vec![
            view.creditors.cell(&debt.id, pen, &view.marks(debt)),
            rate(view, debt).into(),
            pen.money(debt.start).into(),
        ];
        row.extend(bears.then(|| Cell::from(pen.money_or_dash(debt.interest))));
        row.push(paid.map(|paid| pen.money_or_dash(paid)).unwrap_or_default().into());
        row.extend(sells.then(|| Cell::from(pen.money_or_dash(debt.from_sale()))));
        let reduced = if debt.is_reduced() { pen.say("réduction", "reduction") } else { "" };
        row.extend([
            Cell::noted(pen.money_or_dash(debt.erased), reduced.into()),
            pen.money_or_dash(debt.left).into(),
            span.into(),
        ]);
        table.row(row);
    }
    let mut total = alloc::vec![String::from("Total"), String::new(), pen.money(totals.start)];
    total.extend(bears.then(|| pen.money(totals.interest)));
    total.push(pen.money(totals.paid));
    total.extend(sells.then(|| pen.money(totals.from_sale)));
    total.extend([pen.money(totals.erased), pen.money(totals.left), String::new()]);
    table.total(total);
    page.table(table);
}

/// The rate that a debt bears in the plan; none is said of those that the measures do not settle.
fn rate(view: &View<'_>, debt: &Settled) -> String {
    let nil = || String::from(view.pen.say("0\u{a0}%", "0%"));
    if view.marks(debt).is_empty() {
        debt.rate.map_or_else(nil, |rate| view.pen.percent(rate))
    } else {
        "–".into()
    }
}

/// What is due and borne is paid, erased or left: to the cent, or it is said.
fn check(view: &View<'_>, plan: &Plan) -> String {
    let pen = view.pen;
    let totals = &plan.totals;
    let before = totals.start.plus(totals.interest);
    let after = Money::total([totals.paid, totals.from_sale, totals.erased, totals.left]);
    let lines: crate::Result<Vec<Money>> = plan.tiers.iter().flat_map(|tier| &tier.lines).map(paid).collect();
    let by_line = lines.and_then(Money::total);
    let holds = matches!((&before, &after, &by_line), (Ok(before), Ok(after), Ok(by_line))
        if before == after && *by_line == totals.paid);
    let [start, interest, paid, erased, left] =
        [totals.start, totals.interest, totals.paid, totals.erased, totals.left].map(|sum| pen.money(sum));
    let verdict = sale::verdict(view, holds);
    let sold = plan.sale.as_ref().map_or_else(String::new, |_| {
        let sold = pen.money(totals.from_sale);
        pen.say(format!(" + vente {sold}"), format!(" + sale {sold}"))
    });
    pen.say(
        format!("Contrôle : dû {start} + intérêts {interest} = payé {paid}{sold} + effacé {erased} + reste {left} ; {verdict}."),
        format!("Check: due {start} + interest {interest} = paid {paid}{sold} + erased {erased} + left {left}; {verdict}."),
    )
}
