//! *Orientation*: the ways that the facts leave open first, then those that they close, each with its reasons.

use super::page::{Item, Page};
use super::situation::View;
use super::words;
use crate::fr::orientation::{Effect, EffectKind, Opening, Orientation, OrientationReason};
use alloc::vec::Vec;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let ways = &view.assessment.orientation;
    if ways.is_empty() {
        return;
    }
    let pen = view.pen;
    page.section(pen.say("Orientation", "Orientation"));
    page.paragraph(pen.say(
        "Ce que les faits laissent ouvert ou ferment, non une décision : la commission oriente le dossier (C. conso. L. 724-1).",
        "What the facts leave open or close, not a decision: the commission directs the file (C. conso. L. 724-1).",
    ));
    let mut ordered: Vec<&Orientation> = ways.iter().collect();
    ordered.sort_by_key(|way| way.opening);
    page.items(ordered.into_iter().map(|way| item(view, way)));
}

fn item(view: &View<'_>, way: &Orientation) -> Item {
    let pen = view.pen;
    let opening = match way.opening {
        Opening::Open => pen.say("voie ouverte", "open"),
        Opening::Conditional => pen.say("sous condition", "on a condition"),
        Opening::Closed => pen.say("voie fermée", "closed"),
    };
    let colon = pen.say("\u{a0}: ", ": ");
    let reasons = way.reasons.iter().map(|reason| {
        let (french, english) = sentence(*reason);
        view.sourced(pen.say(french, english), reason.source())
    });
    let effects = way.effects.iter().map(|brought| {
        let (french, english) = effect(brought);
        let amount = brought.amount.map(|amount| pen.money(amount));
        let text = [
            pen.say(french, english),
            amount.as_ref().map_or("", |_| colon),
            amount.as_deref().unwrap_or(""),
        ];
        let text = [pen.say("Effet", "Effect"), colon, &text.concat()].concat();
        view.sourced(&text, (brought.article, brought.certainty))
    });
    Item::head([words::way(way.way, pen.language), colon, opening].concat(), reasons.chain(effects).collect())
}

const fn sentence(reason: OrientationReason) -> (&'static str, &'static str) {
    use OrientationReason as Reason;
    match reason {
        Reason::OwnsRealEstate => (
            "Le débiteur possède un bien immobilier : la conciliation vient d'abord",
            "The debtor owns real estate: conciliation comes first",
        ),
        Reason::NoRealEstate => (
            "Le débiteur ne possède pas de bien immobilier : pas de conciliation",
            "The debtor owns no real estate: no conciliation",
        ),
        Reason::AfterConciliation => (
            "Seulement après l'échec d'une conciliation, à la demande du débiteur",
            "Only after a failed conciliation, when the debtor asks for it",
        ),
        Reason::ConciliationFailed => (
            "La conciliation a échoué, ou est vouée à l'échec",
            "The conciliation failed, or is bound to fail",
        ),
        Reason::DirectMeasures => (
            "Si la conciliation est vouée à l'échec faute de pouvoir tout rembourser, la mesure peut être imposée directement, après trente jours pour les observations",
            "If conciliation is bound to fail because not everything can be repaid, it may be imposed at once, after thirty days for observations",
        ),
        Reason::Capacity => ("Il y a une capacité de remboursement", "There is a capacity to repay"),
        Reason::NoCapacity => ("Il n'y a pas de capacité de remboursement", "There is no capacity to repay"),
        Reason::RepaysAll => (
            "La capacité rembourse tout dans les mois permis",
            "The capacity repays everything within the months allowed",
        ),
        Reason::RepaysPart => (
            "La capacité ne rembourse qu'une partie dans les mois permis",
            "The capacity repays only a part within the months allowed",
        ),
        Reason::NotAlone => (
            "Seul, il laisserait un reste : des mesures définitives apurent tout le passif",
            "Alone it would leave a remainder: definitive measures clear all liabilities",
        ),
        Reason::NoCombinationClears => (
            "Un reste ne peut être ni payé ni effacé : aucune combinaison n'apure le passif",
            "A remainder can be neither paid nor erased: no combination clears the liabilities",
        ),
        Reason::AssetsMayPay => (
            "Des biens réalisables peuvent payer, en tout ou en partie",
            "Assets that can be sold may pay, in whole or in part",
        ),
        Reason::AssetsPayDebts => {
            ("La vente des biens paierait toutes les dettes", "The sale of the assets would pay all debts")
        }
        Reason::SubjectToActs => (
            "Les mesures peuvent dépendre d'actes du débiteur, comme la vente d'un bien",
            "Measures may depend on acts of the debtor, such as the sale of an asset",
        ),
        Reason::SubjectToSale => (
            "L'effacement est subordonné à la vente préalable du bien immobilier",
            "Erasure is subject to the prior sale of the real estate",
        ),
        Reason::RehousingImpossible => (
            "La résidence principale n'a pas à être vendue : le débiteur ne pourrait manifestement pas se reloger",
            "The main home need not be sold: the debtor manifestly could not pay for another",
        ),
        Reason::SaleToAvoid => (
            "La vente du logement, ou d'un véhicule indispensable, est à éviter autant que possible",
            "The sale of the home, or of a vehicle that is needed, is to be avoided as far as possible",
        ),
        Reason::MainHomeLonger => (
            "Pour garder la résidence principale, les sept ans peuvent être dépassés",
            "To keep the main home, seven years may be passed",
        ),
        Reason::HalfTerm => (
            "Le prêt immobilier peut être étalé sur la moitié de la durée qui reste à courir",
            "The home loan may be spread over half of its remaining term",
        ),
        Reason::MainHomeAboveScale => (
            "Pour garder la résidence principale, le débiteur peut accepter de dépasser le barème des saisies, dans des limites raisonnables",
            "To keep the main home, the debtor may agree to pass the garnishment scale, within reasonable limits",
        ),
        Reason::ImprovementInSight => ("Une amélioration est en vue", "An improvement is in sight"),
        Reason::NoImprovement => ("Aucune amélioration n'est en vue", "No improvement is in sight"),
        Reason::ImprovementUnknown => (
            "Il n'a pas été dit si une amélioration est en vue",
            "Whether an improvement is in sight was not said",
        ),
        Reason::WaitingExceptional => (
            "Une mesure d'attente doit rester exceptionnelle quand quelque chose peut être remboursé",
            "A measure that waits should stay exceptional where something can be repaid",
        ),
        Reason::MaintenanceNotSuspended => {
            ("Les dettes alimentaires ne sont jamais suspendues", "Maintenance is never suspended")
        }
        Reason::SuspensionUsed => (
            "Une suspension a déjà été accordée : pas de seconde",
            "A suspension was already granted: no second one",
        ),
        Reason::SuspensionUsedLongAgo => (
            "Une suspension a été accordée, mais le nouveau dossier a été déposé plus de trois mois après sa fin",
            "A suspension was granted, but the new file was lodged more than three months after its end",
        ),
        Reason::SecondSuspension => (
            "Des règlements intérieurs en admettent une seconde pour vendre un bien immobilier ; l'article ne la prévoit pas",
            "Some règlements intérieurs allow a second one to sell real estate; the article does not",
        ),
        Reason::NothingToSell => ("Aucun bien n'est réalisable", "Nothing can be sold"),
        Reason::SomethingToSell => ("Un bien au moins est réalisable", "Something can be sold"),
        Reason::AgreementNeeded => (
            "L'accord du débiteur est nécessaire ; son silence vaut refus",
            "The debtor's agreement is needed; silence is refusal",
        ),
        Reason::AgreementRefused => ("Le débiteur a refusé", "The debtor refused"),
        Reason::BackToMeasures => (
            "Après ce refus, la commission revient aux autres mesures",
            "After that refusal the commission goes back to the other measures",
        ),
        Reason::DuringMeasures => (
            "Le débiteur peut le demander pendant l'exécution des mesures",
            "The debtor may ask for it while measures are running",
        ),
        Reason::SecondRecovery => (
            "Après un premier rétablissement personnel, un accompagnement social ou budgétaire peut s'y ajouter",
            "After a first full erasure, social or budget support may come with it",
        ),
        Reason::SoleTrader => (
            "Entrepreneur individuel : il passe d'abord par le tribunal, et seul son patrimoine personnel est traité",
            "Sole trader: the court comes first, and only the personal estate is dealt with",
        ),
        Reason::NoMonthsLeft => (
            "Les sept ans sont épuisés par les mesures antérieures",
            "Earlier measures used up the seven years",
        ),
    }
}

const fn effect(effect: &Effect) -> (&'static str, &'static str) {
    match effect.kind {
        EffectKind::ErasedAtDecision => (
            "effacement des dettes arrêtées au jour de la décision",
            "the debts are erased as they stand on the day of the decision",
        ),
        EffectKind::ErasedAtOpening => (
            "effacement des dettes arrêtées au jour du jugement d'ouverture",
            "the debts are erased as they stand on the day of the opening judgment",
        ),
        EffectKind::ErasedAtEnd => (
            "effacement du reste à la fin, si les mesures ont été suivies",
            "the rest is erased at the end, if the measures were carried out",
        ),
        EffectKind::Survives => ("restent dus", "still due"),
        EffectKind::UntoldExtinguished => (
            "les créances de ceux qui n'ont pas été avisés s'éteignent, sauf recours dans les deux mois de la publicité",
            "claims of those who were not told are extinguished, unless they act within two months of the publication",
        ),
        EffectKind::UntoldNotBound => (
            "les créanciers ni signalés ni avisés ne sont pas tenus par les mesures",
            "creditors neither declared nor told are not bound by the measures",
        ),
        EffectKind::ChequesRegularised => (
            "l'effacement d'un chèque impayé vaut régularisation de l'incident",
            "erasing the claim behind a bounced cheque regularises the incident",
        ),
        EffectKind::TerminationClauseFrozen => (
            "si le loyer est repris et que le juge avait accordé des délais, la clause de résiliation du bail est suspendue deux ans",
            "if rent is paid again and the judge had granted delays, the termination clause of the lease waits two years",
        ),
        EffectKind::OthersStayBound => {
            ("les cautions et coobligés restent tenus", "guarantors and co-debtors stay bound")
        }
        EffectKind::RegisteredFiveYears => (
            "inscription au fichier des incidents (FICP) pendant cinq ans",
            "entry in the file of payment incidents (FICP) for five years",
        ),
        EffectKind::RegisteredWhileRunning => (
            "inscription au fichier des incidents (FICP) pendant les mesures, sept ans au plus, levée après cinq ans sans incident",
            "entry in the file of payment incidents (FICP) while the measures run, seven years at most, removed after five without incident",
        ),
    }
}
