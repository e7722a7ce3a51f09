//! *Où en est le plan*: what was paid of each debt, what is due today, and what a re-examination finds open.

use super::creditors::Creditors;
use super::page::{Page, Table};
use super::pen::Pen;
use super::situation::View;
use crate::fr::orientation::Opening;
use crate::fr::plan::Plan;
use crate::fr::review::{DebtStanding, PlanStanding, Signal, SignalKind};
use crate::money::Money;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(standing) = &view.case.review else { return };
    let pen = view.pen;
    page.section(pen.say("Où en est le plan", "Where the plan stands"));
    page.lead(in_short(pen, standing));
    debts(pen, standing, page);
    page.paragraph(check(pen, standing));
    if let Some(plan) = view.paying_plan() {
        comparison(pen, standing, plan, page);
    }
    page.list(view.assessment.signals.iter().map(|signal| sentence(view, standing, signal)));
}

fn in_short(pen: Pen, standing: &PlanStanding) -> String {
    let (run, left) = (pen.months(standing.months_elapsed), pen.months(standing.rest.months));
    let [paid, unpaid, owed] =
        [standing.totals.paid, standing.totals.unpaid, standing.totals.owed].map(|sum| pen.money(sum));
    let arrears = if standing.totals.unpaid.is_zero() {
        pen.say(String::from("aucun impayé"), String::from("nothing in arrears"))
    } else {
        pen.say(format!("{unpaid} d'impayés"), format!("{unpaid} in arrears"))
    };
    pen.say(
        format!("Le plan a couru {run}, {left} restaient à courir : {paid} payés, {arrears}, {owed} dus aujourd'hui, dettes nouvelles comprises."),
        format!("The plan has run for {run}, with {left} to go: {paid} paid, {arrears}, {owed} owed today, new debts included."),
    )
}

/// An amount of a debt's standing, with its heading.
type Column = (&'static str, &'static str, fn(&DebtStanding) -> Money, bool);

/// The columns; those that are only shown when some debt has something in them are marked.
const COLUMNS: [Column; 9] = [
    ("Dû au départ", "Due at the start", |debt| debt.start, true),
    ("Intérêts", "Interest", |debt| debt.interest, false),
    ("Payé", "Paid", |debt| debt.paid, true),
    ("Impayé", "In arrears", |debt| debt.unpaid, false),
    ("Trop payé", "Overpaid", |debt| debt.overpaid, false),
    ("Reçu en plus", "Received beside", |debt| debt.received, false),
    ("Effacé", "Erased", |debt| debt.erased, false),
    ("Dû aujourd'hui", "Due today", |debt| debt.due.total().unwrap_or(Money::ZERO), true),
    ("Effacement encore prévu", "Erasure still foreseen", |debt| debt.erasure_foreseen, false),
];

fn debts(pen: Pen, standing: &PlanStanding, page: &mut Page) {
    let creditors = Creditors::of(&standing.before);
    let some = |amount: fn(&DebtStanding) -> Money| standing.debts.iter().any(|debt| !amount(debt).is_zero());
    let shown: Vec<&Column> =
        COLUMNS.iter().filter(|(_, _, amount, always)| *always || some(*amount)).collect();
    let mut table = Table::new(pen.say("État de chaque dette du plan", "State of each debt of the plan"))
        .words(pen.say("Créancier", "Creditor"));
    for (french, english, _, _) in &shown {
        table = table.figures(pen.say(*french, *english));
    }
    for debt in &standing.debts {
        let mut row = alloc::vec![creditors.cell(&debt.id, pen, &[])];
        row.extend(shown.iter().map(|(_, _, amount, _)| pen.money_or_dash(amount(debt)).into()));
        table.row(row);
    }
    let mut total = alloc::vec![String::from("Total")];
    total.extend(shown.iter().map(|(_, _, amount, _)| {
        let sum = Money::total(standing.debts.iter().map(amount));
        sum.map(|sum| pen.money_or_dash(sum)).unwrap_or_default()
    }));
    table.total(total);
    page.table(table);
}

/// What was due and borne is paid, received, erased or due: to the cent, or it is said.
fn check(pen: Pen, standing: &PlanStanding) -> String {
    let totals = &standing.totals;
    let before = totals.start.plus(totals.interest);
    let after = Money::total([totals.paid, totals.received, totals.erased, totals.due]);
    let verdict = if matches!((&before, &after), (Ok(before), Ok(after)) if before == after) {
        pen.say("exact au centime", "exact to the cent")
    } else {
        pen.say("les sommes ne concordent pas", "the sums do not agree")
    };
    let [start, interest, paid, received, erased, due] =
        [totals.start, totals.interest, totals.paid, totals.received, totals.erased, totals.due]
            .map(|sum| pen.money(sum));
    pen.say(
        format!("Contrôle : dû {start} + intérêts {interest} = payé {paid} + reçu {received} + effacé {erased} + dû aujourd'hui {due} ; {verdict}."),
        format!("Check: due {start} + interest {interest} = paid {paid} + received {received} + erased {erased} + due today {due}; {verdict}."),
    )
}

/// The rest of the plan under way beside the new one.
fn comparison(pen: Pen, standing: &PlanStanding, plan: &Plan, page: &mut Page) {
    let mut table = Table::new(pen.say(
        "Ce qui restait du plan et le nouveau plan, dettes nouvelles comprises",
        "What was left of the plan, and the new plan, new debts included",
    ))
    .words(pen.say("Ce qui change", "What changes"))
    .figures(pen.say("Reste du plan en cours", "Rest of the plan under way"))
    .figures(pen.say("Nouveau plan", "New plan"));
    let rest = &standing.rest;
    table.row([
        String::from(pen.say("Durée", "Length")),
        pen.months(rest.months),
        pen.months(plan.objective.months),
    ]);
    for (name, before, after) in [
        (pen.say("Payé", "Paid"), rest.paid, plan.totals.paid),
        (pen.say("Effacé à la fin", "Erased at the end"), rest.erased, plan.totals.erased),
    ] {
        table.row([String::from(name), pen.money_or_dash(before), pen.money_or_dash(after)]);
    }
    page.table(table);
}

fn sentence(view: &View<'_>, standing: &PlanStanding, signal: &Signal) -> String {
    let pen = view.pen;
    let (article, _) = signal.kind.source();
    let what = what(view, standing, signal);
    let opening = signal.opening.map_or("", |opening| match opening {
        Opening::Open => pen.say("\u{a0}: ouvert", ": open"),
        Opening::Conditional => pen.say("\u{a0}: sous condition", ": on a condition"),
        Opening::Closed => pen.say("\u{a0}: fermé", ": closed"),
    });
    format!("{what}{opening} [{article}].")
}

fn what(view: &View<'_>, standing: &PlanStanding, signal: &Signal) -> String {
    let pen = view.pen;
    let amount = pen.money(signal.amount.unwrap_or(Money::ZERO));
    let months = pen.months(signal.months.unwrap_or(0));
    let before = Creditors::of(&standing.before);
    let name = signal.debt.as_ref().map_or_else(String::new, |id| {
        let creditors = if before.get(id).is_some() { &before } else { &view.creditors };
        pen.quoted(creditors.name(id))
    });
    let (french, english) = match signal.kind {
        SignalKind::NewFileDuringPlan => (
            String::from("Nouveau dossier en cours de plan, pour le réviser, si la situation a changé"),
            String::from("A new file while the plan runs, to revise it, if the situation has changed"),
        ),
        SignalKind::NewFileAfterLapse => (
            String::from(
                "Nouveau dossier après la caducité du plan, si des circonstances nouvelles le justifient",
            ),
            String::from("A new file after the plan lapsed, if new circumstances justify it"),
        ),
        SignalKind::NewFileAfterSuspension => (
            String::from("Réexamen demandé dans les trois mois de la fin de la suspension"),
            String::from("Re-examination asked for within three months of the end of the suspension"),
        ),
        SignalKind::NewFileLongAfterSuspension => (
            String::from(
                "Dossier déposé plus de trois mois après la suspension, examiné dans les conditions ordinaires",
            ),
            String::from(
                "A file lodged more than three months after the suspension, examined in ordinary conditions",
            ),
        ),
        SignalKind::NewFileAfterPlan => (
            String::from(
                "Nouveau dossier après le plan, si le débiteur ne peut pas faire face à ce qui reste dû",
            ),
            String::from("A new file after the plan, if the debtor can't meet what is still due"),
        ),
        SignalKind::FullErasureRequest => (
            String::from(
                "Demande de rétablissement personnel en cours de plan, si la situation est devenue irrémédiablement compromise",
            ),
            String::from(
                "A request for full erasure while the plan runs, if the situation has become irretrievably compromised",
            ),
        ),
        SignalKind::MonthsOfAgreedPlanCount | SignalKind::MonthsOfMeasuresCount => (
            format!("Les {months} écoulés comptent dans les sept ans"),
            format!("The {months} elapsed count in the seven years"),
        ),
        SignalKind::ErasureNotYet => (
            format!("L'effacement prévu à la fin du plan n'a pas eu lieu : {amount} restent dus"),
            format!("The erasure foreseen at the end of the plan has not happened: {amount} are still due"),
        ),
        SignalKind::ErasureDone => (
            format!("Le plan a été suivi jusqu'au bout : {amount} sont effacés"),
            format!("The plan was carried out to its end: {amount} are erased"),
        ),
        SignalKind::SuspensionUsed => (
            format!(
                "Une suspension de {months} a été accordée : le réexamen ne peut pas en ouvrir une autre"
            ),
            format!("A suspension of {months} was granted: the re-examination can't open another"),
        ),
        SignalKind::SuspensionRunning => (
            format!("Il reste {months} de la suspension en cours"),
            format!("{months} are left of the suspension under way"),
        ),
        SignalKind::ArrearsOfAgreedPlan => (
            format!(
                "{amount} d'impayés : le plan devient caduc quinze jours après une mise en demeure restée sans effet"
            ),
            format!(
                "{amount} in arrears: the plan lapses fifteen days after a formal notice that is not followed"
            ),
        ),
        SignalKind::ArrearsOfMeasures => (
            format!(
                "{amount} d'impayés : les mesures imposées ne deviennent caduques que si une clause le prévoit ou si le juge y met fin"
            ),
            format!(
                "{amount} in arrears: imposed measures lapse only if a clause says so or the judge ends them"
            ),
        ),
        SignalKind::NewLoan => (
            format!(
                "Emprunt souscrit pendant le plan, {name} : sans l'accord des créanciers, de la commission ou du juge, il fait encourir la déchéance"
            ),
            format!(
                "A loan taken while the plan ran, {name}: without the consent of the creditors, the commission or the judge it may forfeit the procedure"
            ),
        ),
        SignalKind::SaleDuringPlan => (
            format!(
                "Vente pendant le plan, prix reçu sur {name} : il faut l'accord des créanciers, de la commission ou du juge, que donnent déjà des mesures qui la demandaient"
            ),
            format!(
                "A sale while the plan ran, price received on {name}: it needs the consent of the creditors, the commission or the judge, given already by measures that asked for it"
            ),
        ),
        SignalKind::BetterFortune => (
            format!(
                "Retour à meilleure fortune : le nouveau plan efface {amount} de moins et finit {months} plus tôt"
            ),
            format!("Better fortune: the new plan erases {amount} less and ends {months} sooner"),
        ),
        SignalKind::WorseFortune => (
            format!("Situation dégradée : le nouveau plan efface {amount} de plus"),
            format!("Worse fortune: the new plan erases {amount} more"),
        ),
    };
    pen.say(french, english)
}
