//! *Motivation* of the measures: what the household keeps, the order, the rates, what is erased and who stays bound.

use super::measures::is_excluded;
use super::page::{Page, Table};
use super::sale;
use super::situation::View;
use super::words;
use crate::amortization::Imputation;
use crate::fr::capacity::Capacity;
use crate::fr::debt::Debt;
use crate::fr::plan::{CapacityStep, Plan, Ranks, RateKind, WithinRank};
use crate::fr::priority::LandlordSurplus;
use crate::money::Money;
use crate::vocabulary::Id;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl View<'_> {
    /// The plan whose measures need reasons: one that pays, or that suspends the claims for want of means.
    pub(super) fn motivated_plan(&self) -> Option<&Plan> {
        let suspends = self.case.plan.as_ref().is_some_and(|wish| wish.suspension_months.is_some());
        self.paying_plan().or(self.assessment.plan.as_ref().filter(|_| suspends))
    }
}

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(plan) = view.motivated_plan() else { return };
    let pen = view.pen;
    page.section(pen.say("Motivation des mesures", "Reasons of the measures"));
    reserved(view, page);
    if view.paying_plan().is_none() {
        page.list(suspension(view, plan).into_iter().chain(not_bound(view)));
        return;
    }
    let mut reasons = alloc::vec![length(view, plan)];
    reasons.extend(order(view, plan));
    reasons.extend(rates(view));
    reasons.extend(suspension(view, plan));
    reasons.extend(sale::reasons(view, plan));
    reasons.extend(outside(view, plan));
    reasons.extend(erasure(view, plan));
    reasons.extend(unpaid(view, plan));
    reasons.extend(still_bound(view));
    reasons.extend(not_bound(view));
    page.list(reasons);
}

/// The share of the resources kept for the household, which plan, measures and judgment must state.
fn reserved(view: &View<'_>, page: &mut Page) {
    let pen = view.pen;
    let Some(capacity) = &view.assessment.capacity else {
        page.lead(pen.say(
            "Part des ressources réservée au ménage : à fixer et à mentionner ici (C. conso. L. 731-3, L. 733-13).",
            "Share of the resources kept for the household: to be fixed and stated here (C. conso. L. 731-3, L. 733-13).",
        ));
        return;
    };
    let steps = view.case.plan.as_ref().and_then(|wish| wish.capacity_steps.as_deref()).unwrap_or_default();
    if steps.is_empty() {
        let (left, amount) = (pen.money(capacity.left_to_live), pen.money(capacity.retained));
        page.lead(pen.say(
            format!("Part des ressources réservée au ménage : {left} par mois ; au plus {amount} vont aux créanciers (C. conso. L. 731-3, L. 733-13)."),
            format!("Share of the resources kept for the household: {left} a month; at most {amount} go to the creditors (C. conso. L. 731-3, L. 733-13)."),
        ));
    } else {
        reserved_by_step(view, capacity, steps, page);
    }
}

fn reserved_by_step(view: &View<'_>, capacity: &Capacity, steps: &[CapacityStep], page: &mut Page) {
    let pen = view.pen;
    page.lead(pen.say(
        "Part des ressources réservée au ménage, à ressources égales (C. conso. L. 731-3, L. 733-13) :",
        "Share of the resources kept for the household, at equal resources (C. conso. L. 731-3, L. 733-13):",
    ));
    let mut table = Table::new(pen.say("Part réservée, par mois", "Share kept, a month"))
        .words(pen.say("À partir du mois", "From month"))
        .figures(pen.say("Au plus aux créanciers", "At most to the creditors"))
        .figures(pen.say("Réservé au ménage", "Kept for the household"));
    for step in steps {
        let kept = capacity.resources.minus(step.amount).map(|kept| pen.money(kept)).unwrap_or_default();
        table.row([format!("{}", step.from_month), pen.money(step.amount), kept]);
    }
    page.table(table);
}

fn length(view: &View<'_>, plan: &Plan) -> String {
    let pen = view.pen;
    let (months, horizon) = (pen.months(plan.objective.months), pen.months(plan.horizon));
    let article = if view.is_agreed() { "L. 732-3" } else { "L. 733-3" };
    let earlier = view.case.history.earlier_measures_months.filter(|earlier| *earlier > 0);
    let earlier = earlier.map_or_else(String::new, |earlier| {
        let earlier = pen.months(earlier);
        pen.say(
            format!(" ; les mesures antérieures en ont pris {earlier}"),
            format!("; earlier measures took {earlier}"),
        )
    });
    let exceeds = view.case.plan.as_ref().is_some_and(|wish| wish.main_home_exception);
    let exception = if exceeds {
        pen.say(
            " ; les sept ans peuvent être dépassés pour garder la résidence principale",
            "; seven years may be passed to keep the main home",
        )
    } else {
        ""
    };
    pen.say(
        format!("Durée : {months}, pour {horizon} au plus{earlier}{exception} [C. conso. {article}]."),
        format!("Length: {months}, out of {horizon} at most{earlier}{exception} [C. conso. {article}]."),
    )
}

/// Landlords before lenders, then rank after rank, and the departures that were decided.
fn order(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let pen = view.pen;
    let in_plan = |chosen: fn(&Debt) -> bool| {
        plan.debts.iter().filter_map(|debt| view.creditors.get(&debt.id)).any(chosen)
    };
    let mut lines = Vec::new();
    if in_plan(Debt::is_landlord) && in_plan(Debt::is_lender) {
        let wish = view.case.plan.as_ref();
        let strict = wish.is_none_or(|wish| wish.landlord_surplus == LandlordSurplus::Withheld);
        lines.push(String::from(if strict {
            pen.say(
                "Le bailleur est payé avant les prêteurs : aucun d'eux ne reçoit rien tant qu'il lui est dû quelque chose [C. conso. L. 711-6].",
                "The landlord is paid before the lenders: none of them gets anything while something is owed to him [C. conso. L. 711-6].",
            )
        } else {
            pen.say(
                "Le bailleur est payé avant les prêteurs ; seul ce que sa mensualité laisse va à ceux-ci [C. conso. L. 711-6].",
                "The landlord is paid before the lenders; only what his instalment leaves goes to them [C. conso. L. 711-6].",
            )
        }));
    }
    let grouped = view.case.plan.as_ref().is_none_or(|wish| wish.ranks == Ranks::Grouped);
    let sharing = if grouped {
        pen.say(" ; des rangs voisins peuvent partager un palier", "; neighbouring ranks may share a tier")
    } else {
        ""
    };
    let within = match view.case.plan.as_ref().map(|wish| wish.within_rank).unwrap_or_default() {
        WithinRank::ProRata => pen.say("au prorata de ce qui est dû", "pro rata of what is due"),
        WithinRank::Equal => pen.say("à parts égales", "in equal parts"),
        WithinRank::SmallestFirst => pen.say("la plus petite dette d'abord", "the smallest debt first"),
        WithinRank::HighestRateFirst => pen.say("le taux le plus élevé d'abord", "the highest rate first"),
    };
    lines.push(pen.say(
        format!("Les rangs sont réglés dans l'ordre de travail de la commission : logement, charges courantes, crédits, autres dettes ; dans un rang, {within} ; ce qu'un rang laisse passe au suivant{sharing} [règlement intérieur, 4.4.2]."),
        format!("Ranks are settled in the commission's working order: housing, current charges, credits, other debts; within a rank, {within}; what a rank leaves goes to the next{sharing} [règlement intérieur, 4.4.2]."),
    ));
    for change in view.case.plan.iter().flat_map(|wish| &wish.rank_changes) {
        let name = pen.quoted(view.creditors.name(&change.debt));
        let rank = change.rank;
        let reading = words::rank(u8::try_from(rank).unwrap_or(5), pen.language);
        lines.push(pen.say(
            format!("Par décision, {name} est réglée au rang {rank} ({reading})."),
            format!("By decision, {name} is settled in rank {rank} ({reading})."),
        ));
    }
    lines
}

fn rates(view: &View<'_>) -> Option<String> {
    let pen = view.pen;
    let wish = view.case.plan.as_ref();
    let article = if view.is_agreed() { "L. 732-2" } else { "L. 733-1, 3°" };
    let rate = wish.and_then(|wish| wish.rate);
    let line = match rate.map(|rate| rate.kind) {
        None | Some(RateKind::Nil) if view.is_agreed() => {
            pen.say("Les sommes rééchelonnées ne portent pas intérêt", "The rescheduled sums bear no interest")
        }
        None | Some(RateKind::Nil) => pen.say(
            "Les sommes rééchelonnées ne portent pas intérêt : la situation l'exige, ce que la décision doit motiver",
            "The rescheduled sums bear no interest: the situation requires it, and the decision must say why",
        ),
        Some(RateKind::Legal) => pen.say(
            "Les sommes rééchelonnées portent intérêt au taux légal, ou à celui du contrat s'il est plus bas",
            "The rescheduled sums bear the legal rate, or that of the contract when it is lower",
        ),
        Some(RateKind::Given) => pen.say(
            "Les sommes rééchelonnées portent intérêt au taux réduit indiqué, ou à celui du contrat s'il est plus bas",
            "The rescheduled sums bear the reduced rate shown, or that of the contract when it is lower",
        ),
    };
    let principal_first = wish.is_some_and(|wish| wish.imputation == Imputation::PrincipalFirst);
    let imputation = if principal_first {
        pen.say(" Les paiements s'imputent d'abord sur le capital.", " Payments go to principal first.")
    } else {
        ""
    };
    Some(format!("{line} [C. conso. {article}].{imputation}"))
}

fn suspension(view: &View<'_>, plan: &Plan) -> Option<String> {
    let pen = view.pen;
    let months = pen.months(view.case.plan.as_ref()?.suspension_months?);
    let interest = match plan.suspension_rate.map(|rate| pen.percent(rate)) {
        None => String::from(pen.say("sans intérêt", "without interest")),
        Some(rate) => pen.say(
            format!("le capital seul portant intérêt à {rate}"),
            format!("principal alone bearing {rate}"),
        ),
    };
    Some(pen.say(
        format!("L'exigibilité est suspendue {months}, {interest} [C. conso. L. 733-1, 4°]. La suite du tableau est indicative."),
        format!("Payment is suspended for {months}, {interest} [C. conso. L. 733-1, 4°]. The rest of the table is indicative."),
    ))
}

/// Debts outside the procedure are reserved, not settled by the measures; those left out are paid beside them.
fn outside(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let pen = view.pen;
    let mut lines = Vec::new();
    let excluded = names(view, plan.debts.iter().filter(|debt| is_excluded(debt)).map(|debt| &debt.id));
    if let Some(names) = excluded {
        lines.push(pen.say(
            format!("Hors procédure : {names}. Une part de la capacité leur est réservée, à convenir avec les créanciers ; les mesures ne les rééchelonnent ni ne les effacent, et n'empêchent pas leur recouvrement [C. conso. L. 711-4, L. 733-16]."),
            format!("Outside the procedure: {names}. Part of the capacity is kept for them, to be agreed with the creditors; the measures neither reschedule nor erase them, and do not stop their enforcement [C. conso. L. 711-4, L. 733-16]."),
        ));
    }
    let beside = plan.debts.iter().filter(|debt| {
        !is_excluded(debt) && view.creditors.get(&debt.id).is_some_and(|debt| debt.outside_plan.is_some())
    });
    if let Some(names) = names(view, beside.map(|debt| &debt.id)) {
        lines.push(pen.say(
            format!("Hors plan : {names}. Leur mensualité est payée à côté, dans la limite du maximum légal [règlement intérieur, 4.4.1]."),
            format!("Left out of the plan: {names}. Their instalment is paid beside it, within the legal maximum [règlement intérieur, 4.4.1]."),
        ));
    }
    lines
}

fn erasure(view: &View<'_>, plan: &Plan) -> Option<String> {
    let pen = view.pen;
    let erased = plan.debts.iter().filter(|debt| !debt.is_reduced()).map(|debt| debt.erased);
    let erased = Money::total(erased).ok().filter(|erased| !erased.is_zero())?;
    let erased = pen.money(erased);
    // An owner's erasure waits for the sale of all real estate, unless rehousing is impossible.
    let owner = view.case.assets.iter().any(|asset| asset.is_real_estate() && !asset.value.is_zero());
    let subject = if owner && !view.is_agreed() {
        pen.say(
            " Il est subordonné à la vente préalable des biens immobiliers, sauf impossibilité manifeste de se reloger [Cass. 2e civ., 22 mai 2025, n° 23-12.659].",
            " It is subject to the prior sale of the real estate, unless rehousing is plainly impossible [Cass. 2e civ., 22 mai 2025, n° 23-12.659].",
        )
    } else {
        ""
    };
    Some(pen.say(
        format!("Effacement partiel : {erased} à la fin, à la condition que le plan ait été exécuté, par une décision spéciale et motivée [C. conso. L. 733-4, 2°, R. 733-6].{subject}"),
        format!("Partial erasure: {erased} at the end, provided that the plan was carried out, by a special reasoned decision [C. conso. L. 733-4, 2°, R. 733-6].{subject}"),
    ))
}

/// What the plan neither pays nor erases is still due.
fn unpaid(view: &View<'_>, plan: &Plan) -> Option<String> {
    let pen = view.pen;
    let names = names(view, plan.debts.iter().filter(|debt| !debt.left.is_zero()).map(|debt| &debt.id))?;
    let left = pen.money(plan.totals.left);
    Some(if view.only_waits(plan) {
        pen.say(
            format!("Reste dû après la vente : {left} ({names}), reporté à un nouvel examen."),
            format!("Left due after the sale: {left} ({names}), deferred to a new examination."),
        )
    } else if view.is_agreed() {
        pen.say(
            format!("Reste dû à la fin : {left} ({names}). Un plan conventionnel n'efface rien de lui-même : une remise demande l'accord de chaque créancier [C. conso. L. 732-2]."),
            format!("Left due at the end: {left} ({names}). An agreed plan erases nothing by itself: a remission needs each creditor's agreement [C. conso. L. 732-2]."),
        )
    } else {
        pen.say(
            format!("Reste dû à la fin : {left} ({names}). Les mesures ne peuvent pas l'effacer."),
            format!("Left due at the end: {left} ({names}). The measures can't erase it."),
        )
    })
}

/// Measures free the debtor, not those who owe the same debt.
fn still_bound(view: &View<'_>) -> Option<String> {
    let pen = view.pen;
    let shared = view.case.debts.iter().filter(|debt| debt.co_debtor || debt.guarantor_paid.is_some());
    let names = names(view, shared.map(|debt| &debt.id))?;
    Some(pen.say(
        format!("Coobligés et cautions restent tenus : {names}. L'effacement ne les libère pas ; ce qu'une personne physique a payé à la place du débiteur ne s'efface pas [C. conso. L. 733-4, 2°]."),
        format!("Co-debtors and guarantors stay bound: {names}. Erasure does not free them; what a natural person paid in the debtor's place is not erased [C. conso. L. 733-4, 2°]."),
    ))
}

fn not_bound(view: &View<'_>) -> Option<String> {
    let pen = view.pen;
    let undeclared = view.case.debts.iter().filter(|debt| debt.undeclared);
    let names = names(view, undeclared.map(|debt| &debt.id))?;
    Some(pen.say(
        format!("Mesures non opposables, faute de déclaration et d'avis : {names} [C. conso. L. 733-15]."),
        format!("Not bound, neither declared nor notified: {names} [C. conso. L. 733-15]."),
    ))
}

/// Some debts by name, if there are any.
fn names<'a>(view: &View<'_>, ids: impl Iterator<Item = &'a Id>) -> Option<String> {
    let names: Vec<String> = ids.map(|id| view.pen.quoted(view.creditors.name(id))).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
