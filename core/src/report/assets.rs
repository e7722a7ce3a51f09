//! *État du patrimoine*: what the debtor owns, and what secures debts.

use super::page::{Cell, Page, Table};
use super::situation::View;
use crate::fr::asset::Asset;
use crate::fr::debt::Debt;
use crate::money::Money;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let assets = &view.case.assets;
    if assets.is_empty() {
        return;
    }
    let pen = view.pen;
    page.section(pen.say("État du patrimoine", "Assets"));
    let mut table = Table::new(pen.say(
        "Biens, à leur valeur estimée ; la part nette est celle du débiteur, frais de vente déduits",
        "Assets at their estimated value; the net part is the debtor's, less the costs of a sale",
    ))
    .words(pen.say("Bien", "Asset"))
    .figures(pen.say("Valeur", "Value"))
    .figures(pen.say("Frais de vente", "Sale costs"))
    .figures(pen.say("Part nette du débiteur", "Debtor's net part"))
    .figures(pen.say("Dettes garanties", "Debts secured on it"))
    .words(pen.say("Protégé", "Protected"));
    for asset in assets {
        let share = asset.joint_share_percent.filter(|share| *share < 100).map(|share| {
            let share = pen.whole_percent(share);
            pen.say(format!("indivision : {share}"), format!("joint ownership: {share}"))
        });
        let net = asset.net_value().map(|net| pen.money(net)).unwrap_or_default();
        table.row([
            Cell::noted(pen.head(asset.kind.word()), share.unwrap_or_default()),
            pen.money(asset.value).into(),
            pen.money_or_dash(asset.sale_costs.unwrap_or(Money::ZERO)).into(),
            net.into(),
            Cell::noted(pen.money_or_dash(secured(view, asset)), secured_creditors(view, asset)),
            pen.yes_no(asset.protected),
        ]);
    }
    let sum = |amounts: Vec<Money>| Money::total(amounts).map(|sum| pen.money(sum)).unwrap_or_default();
    table.total([
        "Total".into(),
        sum(assets.iter().map(|asset| asset.value).collect()),
        sum(assets.iter().filter_map(|asset| asset.sale_costs).collect()),
        sum(assets.iter().filter_map(|asset| asset.net_value().ok()).collect()),
        sum(assets.iter().map(|asset| secured(view, asset)).collect()),
        String::new(),
    ]);
    page.table(table);
}

/// What is due of the debts that an asset secures.
fn secured(view: &View<'_>, asset: &Asset) -> Money {
    Money::total(on(view, asset).filter_map(|(_, debt)| debt.balance().ok())).unwrap_or(Money::ZERO)
}

/// The creditors whose debts it secures, by rank.
fn secured_creditors(view: &View<'_>, asset: &Asset) -> String {
    let pen = view.pen;
    let mut secured: Vec<(u32, &Debt)> = on(view, asset).collect();
    secured.sort_by_key(|(rank, _)| *rank);
    let named = secured.into_iter().map(|(rank, debt)| {
        let name = view.creditors.name(&debt.id);
        pen.say(format!("{name}, rang {rank}"), format!("{name}, rank {rank}"))
    });
    named.collect::<Vec<String>>().join(pen.say(" ; ", "; "))
}

/// The debts that an asset secures, with the rank of each security.
fn on<'v>(view: &'v View<'_>, asset: &'v Asset) -> impl Iterator<Item = (u32, &'v Debt)> {
    view.case.debts.iter().filter_map(|debt| {
        let security = debt.security.as_ref().filter(|on| asset.id.as_ref() == Some(&on.asset))?;
        Some((security.rank, debt))
    })
}
