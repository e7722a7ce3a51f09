//! Plans and ways side by side: policies, margins below the maximum, and plan, suspension or full erasure.

use super::Format;
use super::creditors::Creditors;
use super::page::{Cell, Page, Table};
use super::pen::{Pen, capitalised};
use super::situation::View;
use super::words;
use crate::Result;
use crate::fr::case::{Assessment, Case};
use crate::fr::comparison::{Alternative, Compared, Outcome, PolicyName, WayCompared};
use crate::fr::orientation::{Opening, Way};
use crate::fr::plan::Plan;
use crate::language::Language;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The most plans whose first payments stand side by side in one table.
const PLANS_ABREAST: usize = 6;

/// Writes what was compared: how long each plan is, what it pays and erases, when each creditor is first paid; what a
/// margin below the maximum costs; where a plan, a suspension and a full erasure lead.
///
/// # Example
/// ```
/// let request = br#"{
///     "schema": "apurement/1", "jurisdiction": "fr", "assessed_on": "2026-05-15",
///     "debts": [{"id": "tax", "kind": "tax", "principal": "500.00"}],
///     "plan": {"capacity_steps": [{"from_month": 1, "amount": "100.00"}]},
///     "compare": [
///         {"name": "A", "plan": {"capacity_steps": [{"from_month": 1, "amount": "250.00"}]}},
///         {"name": "B", "plan": {"capacity_steps": [{"from_month": 1, "amount": "100.00"}]}}
///     ],
///     "want": ["comparison_markdown"], "language": "en"
/// }"#;
/// let response = String::from_utf8(apurement::evaluate(request)).unwrap();
/// assert!(response.contains("| A | 2 months | 1 |"));
/// assert!(response.contains("| B | 5 months | 1 |"));
/// ```
#[must_use]
pub fn comparison(case: &Case, assessment: &Assessment, format: Format, language: Language) -> String {
    let pen = Pen { language };
    let view = View { case, assessment, pen, creditors: Creditors::of(&case.debts), whole: false };
    let mut page = Page::new();
    page.title(pen.say("Comparaison de plans et de voies", "Plans and ways compared"));
    if let Some(compared) = &assessment.comparison {
        let date = language.date(case.assessed_on);
        page.paragraph(
            pen.say(format!("Situation appréciée au {date}."), format!("Situation assessed on {date}.")),
        );
        if !compared.policies.is_empty() {
            policies(pen, &compared.policies, &mut page);
            first_payments(&view, &compared.policies, &mut page);
        }
        write(&view, &mut page);
    }
    page.write(format, language)
}

/// The margins and the ways, as a part of a whole report.
pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(compared) = &view.assessment.comparison else { return };
    margins(view, page);
    ways(view, &compared.ways, page);
}

/// The figures of a plan, or dashes where there is none.
fn figures(pen: Pen, plan: &Result<Plan>) -> [String; 6] {
    let Ok(plan) = plan else { return [(); 6].map(|()| "–".to_string()) };
    let totals = &plan.totals;
    let mut paid = pen.money(totals.paid);
    if plan.sale.is_some() {
        let sold = pen.money(totals.from_sale);
        paid.push_str(
            &pen.say(format!(", plus {sold} par la vente"), format!(", plus {sold} from the sale")),
        );
    }
    [
        pen.months(plan.objective.months),
        plan.objective.tiers.to_string(),
        paid,
        pen.money_or_dash(totals.interest),
        pen.money_or_dash(totals.erased),
        pen.money_or_dash(totals.left),
    ]
}

/// The columns of those figures.
fn figure_columns(pen: Pen, table: Table) -> Table {
    table
        .figures(pen.say("Durée", "Length"))
        .figures(pen.say("Paliers", "Tiers"))
        .figures(pen.say("Payé", "Paid"))
        .figures(pen.say("Dont intérêts du plan", "Interest of the plan"))
        .figures(pen.say("Effacé à la fin", "Erased at the end"))
        .figures(pen.say("Reste dû", "Left due"))
}

/// Why a row has no figures.
fn fault<T>(pen: Pen, drawn: &Result<T>) -> String {
    drawn.as_ref().err().map(|fault| fault.message(pen.language)).unwrap_or_default()
}

fn policies(pen: Pen, policies: &[Compared], page: &mut Page) {
    page.section(pen.say("Plans comparés", "Plans compared"));
    let table = Table::new(pen.say("Durée et sommes de chaque plan", "Length and sums of each plan"));
    let mut table = figure_columns(pen, table.words(pen.say("Plan", "Plan")));
    for policy in policies {
        let mut note = fault(pen, &policy.plan);
        if policy.above_legal_maximum {
            note.push_str(pen.say("dépasse le maximum légal", "above the legal maximum"));
        }
        let name = Cell::noted(name(pen, &policy.name), note);
        table.row([name].into_iter().chain(figures(pen, &policy.plan).map(Cell::from)));
    }
    page.table(table);
    page.paragraph(pen.say(
        "L'ordre des créanciers et la durée permise valent pour tous (C. conso. L. 711-6, L. 733-3) ; à l'intérieur d'un rang, seul le prorata traite les créanciers également.",
        "The order of creditors and the months allowed hold for all (C. conso. L. 711-6, L. 733-3); within a rank only pro rata treats creditors equally.",
    ));
}

fn name(pen: Pen, name: &PolicyName) -> String {
    let (french, english) = match name {
        PolicyName::Given(name) => return name.as_str().into(),
        PolicyName::Known(Alternative::Wish) => ("Plan demandé", "The plan asked for"),
        PolicyName::Known(Alternative::StrictRanks) => ("Un rang après l'autre", "One rank after the other"),
        PolicyName::Known(Alternative::GroupedRanks) => ("Rangs regroupés", "Ranks grouped"),
        PolicyName::Known(Alternative::LegalRate) => ("Au taux légal", "At the legal rate"),
        PolicyName::Known(Alternative::NoInterest) => ("Sans intérêts", "Without interest"),
        PolicyName::Known(Alternative::ProRata) => ("Au prorata dans chaque rang", "Pro rata within a rank"),
        PolicyName::Known(Alternative::Equal) => {
            ("Parts égales dans chaque rang", "Equal shares within a rank")
        }
        PolicyName::Known(Alternative::SmallestFirst) => {
            ("La plus petite dette d'abord", "The smallest debt first")
        }
        PolicyName::Known(Alternative::HighestRateFirst) => {
            ("Le taux le plus élevé d'abord", "The highest rate first")
        }
    };
    pen.say(french, english).into()
}

/// The first month in which each creditor is paid, in the order of the debts.
fn first_payments(view: &View<'_>, policies: &[Compared], page: &mut Page) {
    let pen = view.pen;
    let drawn: Vec<(String, &Plan)> = policies
        .iter()
        .filter_map(|policy| Some((name(pen, &policy.name), policy.plan.as_ref().ok()?)))
        .collect();
    for plans in drawn.chunks(PLANS_ABREAST) {
        let caption = pen
            .say("Premier mois où chaque créancier est payé", "First month in which each creditor is paid");
        let mut table = Table::new(caption).words(pen.say("Créancier", "Creditor"));
        for (name, _) in plans {
            table = table.figures(name.as_str());
        }
        // The plans of one case deal with the same debts, in the same order.
        let debts = plans.first().map(|(_, plan)| plan.debts.as_slice()).unwrap_or_default();
        for (place, debt) in debts.iter().enumerate() {
            let cells = plans.iter().map(|(_, plan)| {
                let month = plan.debts.get(place).and_then(|debt| debt.first_month);
                Cell::from(
                    month.map_or_else(|| pen.say("jamais", "never").into(), |month| pen.span(month, month)),
                )
            });
            table.row([view.creditors.cell(&debt.id, pen, &[])].into_iter().chain(cells));
        }
        page.table(table);
    }
}

/// The plan at the maximum and with a margin kept: what is left to live on first.
fn margins(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let margins = view.assessment.comparison.as_ref().map(|compared| compared.margins.as_slice());
    let Some(margins) = margins.filter(|margins| !margins.is_empty()) else { return };
    page.section(pen.say("Au maximum, ou en gardant une marge", "At the maximum, or with a margin kept"));
    let table = Table::new(pen.say(
        "Ce que devient le plan si moins que le maximum est retenu",
        "What becomes of the plan if less than the maximum is retained",
    ))
    .words(pen.say("Part du maximum", "Share of the maximum"))
    .figures(pen.say("Reste à vivre par mois", "Left to live on a month"))
    .figures(pen.say("Mensualité", "Instalment"));
    let mut table = figure_columns(pen, table);
    for margin in margins {
        let share = Cell::noted(pen.whole_percent(margin.percent), fault(pen, &margin.plan));
        let amounts = [pen.money(margin.left_to_live), pen.money(margin.capacity)].map(Cell::from);
        let figures = figures(pen, &margin.plan).map(Cell::from);
        table.row([share].into_iter().chain(amounts).chain(figures));
    }
    page.table(table);
    page.paragraph(pen.say(
        "Rien n'est décidé : la commission ou le juge peut retenir moins que le maximum.",
        "Nothing is decided: the commission or the judge may retain less than the maximum.",
    ));
}

/// Plan, suspension and full erasure: a column for each.
fn ways(view: &View<'_>, ways: &[WayCompared], page: &mut Page) {
    let pen = view.pen;
    page.section(
        pen.say("Plan, suspension, rétablissement personnel", "Plan, suspension, personal recovery"),
    );
    let caption =
        pen.say("Ce que chaque voie paie, efface et laisse", "What each way pays, erases and leaves");
    let mut table = Table::new(caption).words(pen.say("Élément", "Item"));
    for way in ways {
        table = table.figures(words::way(way.way, pen.language));
    }
    let mut row = |head: &str, cell: &dyn Fn(&WayCompared) -> Cell| {
        table.row([Cell::from(head)].into_iter().chain(ways.iter().map(cell)));
    };
    if ways.iter().any(|way| way.opening.is_some()) {
        row(pen.say("Voie", "Way"), &|way| opening(pen, way.opening).into());
    }
    let of = |way: &WayCompared, cell: &dyn Fn(&Outcome) -> String| -> Cell {
        way.outcome.as_ref().map_or_else(|_| Cell::from("–"), |outcome| cell(outcome).into())
    };
    row(pen.say("Durée", "Length"), &|way| {
        of(way, &|outcome| if outcome.months == 0 { "–".into() } else { pen.months(outcome.months) })
    });
    row(pen.say("Dû au départ", "Due at the start"), &|way| of(way, &|outcome| pen.money(outcome.due)));
    row(pen.say("Intérêts", "Interest"), &|way| of(way, &|outcome| pen.money_or_dash(outcome.interest)));
    row(pen.say("Payé", "Paid"), &|way| of(way, &|outcome| pen.money_or_dash(outcome.paid)));
    row(pen.say("Effacé", "Erased"), &|way| of(way, &|outcome| pen.money_or_dash(outcome.erased)));
    row(pen.say("Reste dû à la fin", "Still owed at the end"), &|way| {
        of(way, &|outcome| pen.money_or_dash(outcome.survives))
    });
    page.table(table);
    page.list(notes(view, ways));
}

/// What the figures of the ways do not say.
fn notes(view: &View<'_>, ways: &[WayCompared]) -> Vec<String> {
    let pen = view.pen;
    let mut notes = Vec::new();
    for way in ways {
        let name = words::way(way.way, pen.language);
        let Ok(outcome) = &way.outcome else {
            let why = fault(pen, &way.outcome);
            notes.push(pen.say(format!("{name} : {why}."), format!("{name}: {why}.")));
            continue;
        };
        match way.way {
            Way::Suspension => notes.push(
                pen.say(
                    "Suspension : rien n'est décidé de la suite ; un nouveau dossier se dépose dans les trois mois qui suivent sa fin (C. conso. L. 733-2, R. 733-5). Les dettes hors procédure restent à payer.",
                    "Suspension: nothing is decided of what follows; a new file is lodged within three months of its end (C. conso. L. 733-2, R. 733-5). Debts outside the procedure stay payable.",
                )
                .into(),
            ),
            Way::RecoveryWithoutLiquidation | Way::RecoveryWithLiquidation => {
                notes.extend(outcome.proceeds.map(|proceeds| {
                    let proceeds = pen.money(proceeds);
                    pen.say(
                        format!("{name} : la vente des biens, estimée à {proceeds} net, paie d'abord les créanciers, selon le rang de leurs sûretés (C. conso. L. 742-18)."),
                        format!("{name}: the sale of the assets, about {proceeds} net, first pays the creditors, by the rank of their securities (C. conso. L. 742-18)."),
                    )
                }));
                let names: Vec<&str> =
                    outcome.survivors.iter().map(|survivor| view.creditors.name(&survivor.debt)).collect();
                if !names.is_empty() {
                    let names = names.join(", ");
                    notes.push(pen.say(
                        format!("{name} : restent dus {names} (C. conso. L. 711-4, L. 711-5, L. 741-2)."),
                        format!("{name}: still owed {names} (C. conso. L. 711-4, L. 711-5, L. 741-2)."),
                    ));
                }
            }
            _ => {}
        }
    }
    if view.case.debts.iter().any(|debt| debt.co_debtor) {
        notes.push(
            pen.say(
                "L'effacement ne libère ni les coobligés ni les cautions.",
                "Erasure frees neither co-debtors nor guarantors.",
            )
            .into(),
        );
    }
    notes
}

fn opening(pen: Pen, opening: Option<Opening>) -> String {
    let word = match opening {
        Some(Opening::Open) => pen.say("ouverte", "open"),
        Some(Opening::Conditional) => pen.say("sous condition", "conditional"),
        Some(Opening::Closed) => pen.say("fermée", "closed"),
        None => "–",
    };
    capitalised(word)
}
