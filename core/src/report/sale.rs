//! *Vente du bien*: the price that is expected, who receives what, and what each is left with.

use super::page::{Cell, Page, Table};
use super::situation::View;
use crate::fr::plan::{Plan, PlanSale, SaleManner, Settled};
use crate::money::Money;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl View<'_> {
    /// The kind of the asset that the plan sells, as words.
    fn sold(&self, sale: &PlanSale) -> String {
        let asset = self.case.assets.iter().find(|asset| asset.id.as_ref() == Some(&sale.asset));
        asset.map_or_else(String::new, |asset| self.pen.word(asset.kind.word()))
    }

    /// A plan that ends with the sale waits for it, and defers the rest.
    pub(super) fn only_waits(&self, plan: &Plan) -> bool {
        plan.sale.as_ref().is_some_and(|sale| sale.month >= plan.horizon)
    }
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(plan) = view.paying_plan() else { return };
    let Some(sale) = &plan.sale else { return };
    let pen = view.pen;
    page.section(pen.say("Vente du bien", "Sale of the asset"));
    page.lead(announced(view, sale));
    let shares: Vec<&Settled> = plan.debts.iter().filter(|debt| debt.sale.is_some()).collect();
    let mut table = Table::new(pen.say(
        "Qui reçoit le prix, et ce qui reste dû à chacun le jour de la distribution",
        "Who receives the price, and what is then still due to each",
    ))
    .words(pen.say("Créancier", "Creditor"))
    .words(pen.say("Sûreté sur le bien", "Security on the asset"))
    .figures(pen.say("Reçoit", "Receives"))
    .figures(pen.say("Dont capital", "Of which principal"))
    .figures(pen.say("Reste dû ensuite", "Then still due"));
    let (mut principal, mut left) = (Vec::new(), Vec::new());
    for debt in &shares {
        let Some(part) = &debt.sale else { continue };
        principal.push(part.principal);
        left.push(part.left);
        let rank = part.security_rank.map_or_else(
            || String::from("–"),
            |rank| pen.say(format!("rang {rank}"), format!("rank {rank}")),
        );
        let deferred = if part.deferred { pen.say("différée", "deferred") } else { "" };
        table.row([
            view.creditors.cell(&debt.id, pen, &view.marks(debt)),
            Cell::noted(rank, deferred.into()),
            pen.money_or_dash(part.received).into(),
            pen.money_or_dash(part.principal).into(),
            pen.money_or_dash(part.left).into(),
        ]);
    }
    let sum = |amounts: Vec<Money>| Money::total(amounts).map(|sum| pen.money(sum)).unwrap_or_default();
    table.total(["Total".into(), String::new(), pen.money(plan.totals.from_sale), sum(principal), sum(left)]);
    page.table(table);
    page.paragraph(check(view, plan, sale));
}

fn manner(view: &View<'_>, manner: SaleManner) -> &'static str {
    let pen = view.pen;
    match manner {
        SaleManner::Amicable => pen.say("vente amiable", "amicable sale"),
        SaleManner::AgreedToAvoidSeizure => pen.say(
            "vente amiable convenue avec le prêteur pour éviter une saisie",
            "amicable sale agreed with the lender to avoid a seizure",
        ),
        SaleManner::Forced => pen.say("vente forcée", "forced sale"),
    }
}

fn announced(view: &View<'_>, sale: &PlanSale) -> String {
    let pen = view.pen;
    let (asset, manner, months) = (view.sold(sale), manner(view, sale.manner), pen.months(sale.month));
    let (price, net) = (pen.money(sale.price), pen.money(sale.net));
    let on = view.due_on(sale.month).map_or_else(String::new, |day| format!(" ({day})"));
    pen.say(
        format!("Bien à vendre : {asset} ; {manner}, en {months}{on}. Prix attendu {price}, dont {net} à distribuer une fois déduits les frais de vente et, en indivision, la part des autres."),
        format!("Asset to be sold: {asset}; {manner}, within {months}{on}. Expected price {price}, of which {net} to distribute once the costs of the sale and, in joint ownership, the part of others are taken off."),
    )
}

/// What is distributed and what remains to the debtor are the net price: to the cent, or it is said.
fn check(view: &View<'_>, plan: &Plan, sale: &PlanSale) -> String {
    let pen = view.pen;
    let [net, given, surplus] = [sale.net, plan.totals.from_sale, sale.surplus].map(|sum| pen.money(sum));
    let holds = plan.totals.from_sale.plus(sale.surplus).is_ok_and(|sum| sum == sale.net);
    let verdict = verdict(view, holds);
    pen.say(
        format!("Contrôle : prix net {net} = distribué {given} + au débiteur {surplus} ; {verdict}. Le prix n'est qu'attendu : un autre prix change la suite du plan."),
        format!("Check: net price {net} = distributed {given} + to the debtor {surplus}; {verdict}. The price is only expected: another price changes the rest of the plan."),
    )
}

/// Whether sums agree, in words.
pub(super) fn verdict(view: &View<'_>, holds: bool) -> &'static str {
    if holds {
        view.pen.say("exact au centime", "exact to the cent")
    } else {
        view.pen.say("les sommes ne concordent pas", "the sums do not agree")
    }
}

/// Why the sale: the deferral, the order of the price, the reduction that may follow.
pub(super) fn reasons(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let Some(sale) = &plan.sale else { return Vec::new() };
    let pen = view.pen;
    let (months, asset) = (pen.months(sale.month), view.sold(sale));
    let mut lines = alloc::vec![
        pen.say(
            format!("Vente ({asset}) : pendant {months} les dettes garanties par ce bien sont différées et les autres payées ; les mesures sont subordonnées à la vente [C. conso. L. 733-1, 1°, L. 733-7]."),
            format!("Sale ({asset}): for {months} the debts secured on this asset are deferred and the others paid; the measures are subject to the sale [C. conso. L. 733-1, 1°, L. 733-7]."),
        ),
        String::from(pen.say(
            "Le prix net revient aux créanciers garantis par ce bien, dans l'ordre de leurs sûretés, puis aux autres au prorata, le bailleur avant les prêteurs [C. conso. L. 711-6, L. 742-18 ; C. civ. 2285].",
            "The net price goes to the creditors secured on this asset, in the order of their securities, then to the others pro rata, the landlord before the lenders [C. conso. L. 711-6, L. 742-18; C. civ. 2285].",
        )),
    ];
    let reduced = plan.debts.iter().filter(|debt| debt.is_reduced());
    for debt in reduced {
        let (name, amount) = (pen.quoted(view.creditors.name(&debt.id)), pen.money(debt.erased));
        lines.push(pen.say(
            format!("Réduction de {amount} de ce qui reste dû du prêt immobilier {name}, le prix étant imputé d'abord sur le capital, pour que son paiement soit compatible avec les ressources et les charges ; par une décision spéciale et motivée [C. conso. L. 733-4, 1°]. Elle ne peut plus être invoquée deux mois après la sommation de payer, sauf saisine de la commission dans ce délai [C. conso. R. 733-7]."),
            format!("Reduction by {amount} of what is left of the home loan {name}, the price being imputed on principal first, so that its payment fits resources and expenses; by a special reasoned decision [C. conso. L. 733-4, 1°]. It can't be relied on more than two months after the demand to pay, unless the commission is seized in that time [C. conso. R. 733-7]."),
        ));
    }
    if view.only_waits(plan) {
        lines.push(pen.say(
            "Mesures d'attente : elles s'arrêtent avec la vente ; ce que le prix ne paie pas est reporté à un nouvel examen, sans effacement [Cass., avis, 10 janvier 2005].",
            "Waiting measures: they end with the sale; what the price does not pay is deferred to a new examination, nothing is erased [Cass., avis, 10 janvier 2005].",
        ).into());
    }
    lines
}
