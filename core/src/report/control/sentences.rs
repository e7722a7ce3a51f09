//! What each finding says, in French and English.

use crate::language::Language;

/// The sentence of a kind of finding, by its word; the word itself when it has none.
pub(super) fn of(word: &'static str, language: Language) -> &'static str {
    match SENTENCES.binary_search_by(|(known, _, _)| (*known).cmp(word)) {
        Ok(place) => SENTENCES.get(place).map_or(word, |(_, french, english)| language.pick(french, english)),
        Err(_) => word,
    }
}

/// Word, French, English; sorted by word.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "agreed_without_real_estate",
        "Plan conventionnel alors que le débiteur ne possède pas de bien immobilier",
        "Agreed plan although the debtor owns no real estate",
    ),
    (
        "beyond_main_home",
        "Une dette autre que le prêt de la résidence principale est payée au-delà de sept ans",
        "A debt other than the loan of the main home is paid beyond seven years",
    ),
    (
        "born_after_erased",
        "Une dette née après la décision est effacée",
        "A debt born after the decision is erased",
    ),
    (
        "claim_differs",
        "Le plan part d'un autre montant que la créance du dossier",
        "The plan starts from another amount than the claim of the file",
    ),
    (
        "co_debtors_stay_bound",
        "Cautions et coobligés restent tenus de ce qui est effacé",
        "Guarantors and co-debtors stay bound by what is erased",
    ),
    (
        "conciliation_first",
        "Mesures imposées à un propriétaire : la conciliation vient d'abord, sauf si elle échoue ou y est vouée",
        "Measures imposed on an owner: conciliation comes first, unless it fails or is bound to",
    ),
    (
        "contested_claim",
        "Créance contestée : sa vérification peut changer le plan",
        "Contested claim: its verification may change the plan",
    ),
    (
        "court_fine_touched",
        "Une amende pénale est touchée par les mesures",
        "A criminal fine is touched by the measures",
    ),
    ("debt_not_mentioned", "Le plan ne dit rien d'une dette", "The plan says nothing of a debt"),
    ("debt_twice_in_tier", "Une dette a deux lignes dans un même palier", "A debt has two lines in one tier"),
    (
        "erased_differs",
        "L'effacement indiqué n'est pas celui des lignes",
        "The stated erasure is not that of the lines",
    ),
    ("erasure_alone", "Effacement sans aucune autre mesure", "Erasure without any other measure"),
    (
        "erasure_without_sale",
        "Effacement des dettes d'un propriétaire sans vente préalable du bien",
        "An owner's debts are erased without a prior sale",
    ),
    (
        "exception_beside_sale",
        "Le plan dépasse sept ans pour éviter une vente et fait d'une vente sa condition",
        "The plan passes seven years to avoid a sale, and makes a sale its condition",
    ),
    (
        "excluded_erased",
        "Une dette hors procédure est remise ou effacée sans l'accord du créancier",
        "A debt outside the procedure is remitted or erased without its creditor's consent",
    ),
    (
        "excluded_left",
        "Ce qui reste d'une dette hors procédure demeure dû",
        "What is left of a debt outside the procedure stays due",
    ),
    (
        "excluded_not_reserved",
        "Rien n'est réservé à une dette hors procédure, dont le créancier peut poursuivre",
        "Nothing is kept for a debt outside the procedure, whose creditor may enforce",
    ),
    (
        "excluded_rescheduled",
        "Une dette hors procédure est rééchelonnée sans l'accord du créancier",
        "A debt outside the procedure is rescheduled without its creditor's consent",
    ),
    (
        "excluded_suspended",
        "Une dette hors procédure est suspendue : les textes se lisent dans les deux sens",
        "A debt outside the procedure is suspended: the texts can be read both ways",
    ),
    (
        "fixed_fine_touched",
        "Une amende forfaitaire est touchée par les mesures : son exclusion n'est pas réglée",
        "A fixed fine is touched by the measures: whether it is excluded is not settled",
    ),
    (
        "guarantor_paid_erased",
        "Ce qu'une caution, personne physique, a payé est effacé",
        "What a natural-person guarantor paid is erased",
    ),
    (
        "half_term_exceeded",
        "Un prêt est étalé au-delà de sept ans et de la moitié de la durée qui restait",
        "A loan is spread beyond seven years and beyond half of its remaining term",
    ),
    (
        "horizon_exceeded",
        "Le plan dure plus que la loi ne le permet",
        "The plan lasts longer than the law allows",
    ),
    (
        "interest_differs",
        "Les intérêts indiqués ne sont pas ceux du taux du plan",
        "The stated interest is not what the plan's rate gives",
    ),
    (
        "left_differs",
        "Le reste indiqué n'est pas ce que laissent les paiements",
        "The stated remainder is not what the payments leave",
    ),
    ("legal_maximum_exceeded", "Un mois dépasse le maximum légal", "A month passes the legal maximum"),
    (
        "lender_before_landlord",
        "Un prêteur est payé alors que le bailleur attend",
        "A lender is paid while a landlord waits",
    ),
    (
        "lender_beside_landlord",
        "Un prêteur est payé un mois où le bailleur l'est encore",
        "A lender is paid in a month in which a landlord is still being paid",
    ),
    (
        "main_home_exception_unfounded",
        "Le plan dépasse sept ans pour une résidence principale que le dossier ne connaît pas",
        "The plan passes seven years for a main home that the file does not know",
    ),
    ("maintenance_suspended", "Une dette alimentaire est suspendue", "Maintenance is suspended"),
    ("more_than_due", "Une dette reçoit plus qu'il n'est dû", "More is paid and erased than is due"),
    (
        "nothing_paid",
        "Un palier qui n'est pas une suspension ne paie personne",
        "A tier that is no suspension pays nobody",
    ),
    (
        "outside_erased",
        "Une dette laissée hors des mesures est effacée par elles",
        "A debt left outside the measures is erased by them",
    ),
    (
        "outside_to_be_agreed",
        "Dette hors procédure : mensualité proposée, à convenir avec le créancier",
        "Debt outside the procedure: instalment proposed, to be agreed with its creditor",
    ),
    (
        "outside_without_ground",
        "Une dette ordinaire est placée hors des mesures",
        "An ordinary debt is shown outside the measures",
    ),
    (
        "own_instalment_changed",
        "Une dette qui garde sa mensualité en reçoit une autre",
        "A debt that keeps an instalment of its own is paid another one",
    ),
    (
        "paid_differs",
        "Le total payé indiqué n'est pas la somme des paiements",
        "The stated total paid is not the sum of the payments",
    ),
    (
        "paid_during_suspension",
        "Une dette est payée pendant la suspension",
        "A debt is paid during the suspension",
    ),
    ("pawn_loan_erased", "Un prêt sur gage est effacé", "A pawn loan is erased"),
    (
        "professional_in_plan",
        "Une dette du patrimoine professionnel est payée ou effacée",
        "A debt of the professional estate is paid or erased",
    ),
    (
        "rate_above_cap",
        "Un taux imposé dépasse celui du contrat ou le taux légal",
        "An imposed rate passes that of the contract or the legal rate",
    ),
    (
        "rate_not_checked",
        "Le taux légal du jour n'est pas connu : le taux imposé n'y a pas été comparé",
        "The legal rate of the day is not known: the imposed rate was not compared with it",
    ),
    (
        "reduction_without_conditions",
        "Une dette est réduite après une vente sans que les conditions en soient remplies",
        "A debt is reduced after a sale without the conditions of that reduction",
    ),
    (
        "rehousing_to_be_proven",
        "L'impossibilité de se reloger est à prouver par le débiteur",
        "The debtor has to prove that rehousing is impossible",
    ),
    ("remainder_left", "Un reste n'est ni payé ni effacé", "A remainder is neither paid nor erased"),
    ("retained_exceeded", "Un mois dépasse la mensualité retenue", "A month passes the retained amount"),
    (
        "rsa_not_left",
        "Un mois laisse moins que le RSA du foyer",
        "A month leaves less than the RSA of the household",
    ),
    (
        "sale_proceeds_unbalanced",
        "Les parts du prix le dépassent, ou en laissent au débiteur alors que des créanciers attendent",
        "The parts of a price pass it, or leave some to the debtor while creditors wait",
    ),
    (
        "sale_rank_ignored",
        "Un créancier est payé par la vente avant un autre dont la sûreté passe d'abord",
        "A creditor is paid by a sale before one whose security comes first",
    ),
    (
        "scale_lifted",
        "Le barème des saisies est dépassé, avec l'accord du débiteur, pour garder la résidence principale",
        "The garnishment scale is passed, as the debtor agreed, to keep the main home",
    ),
    ("second_suspension", "Une seconde suspension est accordée", "A second suspension is granted"),
    (
        "set_aside_in_plan",
        "Une dette écartée par le juge est payée ou effacée",
        "A debt set aside by the judge is paid or erased",
    ),
    (
        "share_not_left",
        "Un mois laisse moins que la part réservée indiquée",
        "A month leaves less than the stated share",
    ),
    (
        "share_not_stated",
        "La part réservée au ménage n'est pas indiquée",
        "The share kept for the household is not stated",
    ),
    (
        "share_too_small",
        "La part réservée indiquée est inférieure à ce que la loi laisse",
        "The stated share is less than the law leaves",
    ),
    (
        "suspension_rate_above_cap",
        "Le capital porte plus que le taux légal pendant la suspension",
        "Principal bears more than the legal rate during the suspension",
    ),
    ("suspension_too_long", "La suspension est trop longue", "The suspension is too long"),
    (
        "tier_total_differs",
        "Le total indiqué d'un palier n'est pas la somme de ses mensualités",
        "The stated total of a tier is not the sum of its instalments",
    ),
    (
        "token_instalment",
        "Mensualité de principe, trop faible pour apurer",
        "Token instalment, too small to settle anything",
    ),
    (
        "undeclared_not_bound",
        "Un créancier ni signalé ni avisé n'est pas tenu",
        "A creditor neither declared nor told is not bound",
    ),
    (
        "unequal_dividends",
        "Les créanciers d'un même rang ne reçoivent pas la même part",
        "Creditors of one rank receive different shares of their claims",
    ),
    (
        "unerasable_left",
        "Ce qui ne peut être effacé n'est pas payé en entier",
        "What can't be erased is not paid in full",
    ),
    (
        "waiting_too_long",
        "Des mesures d'attente durent plus qu'une suspension ne le peut",
        "Waiting measures last longer than a suspension may",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fr::audit::FindingKind;
    use crate::vocabulary::Vocabulary;

    #[test]
    fn every_finding_has_a_sentence() {
        assert!(SENTENCES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for word in FindingKind::WORDS {
            assert!(SENTENCES.iter().any(|(known, _, _)| known == word), "no sentence for {word}");
        }
    }
}
