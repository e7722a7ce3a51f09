//! How the words of the documents read in French and English.

mod events;

use crate::language::Language;
use events::EVENTS;

/// The reading of a word; the word itself when it has none.
#[must_use]
pub(crate) fn text(word: &'static str, language: Language) -> &'static str {
    let found = [WORDS, EVENTS].into_iter().find_map(|words| {
        let place = words.binary_search_by(|(known, _, _)| (*known).cmp(word)).ok()?;
        words.get(place)
    });
    found.map_or(word, |(_, french, english)| language.pick(french, english))
}

/// Word, French, English; sorted by word.
const WORDS: &[(&str, &str, &str)] = &[
    ("accepted", "accepté par décision", "accepted by decision"),
    ("activity_bonus", "prime d'activité", "activity bonus"),
    ("administrative_seizure", "saisie administrative à tiers détenteur", "administrative seizure"),
    ("amount", "un montant", "an amount"),
    ("applicant", "demandeur", "applicant"),
    ("ascendant", "ascendant", "ascendant"),
    (
        "ascendant_above_rsa",
        "ressources propres au moins égales au RSA d'une personne",
        "own resources reach the one-person RSA",
    ),
    (
        "ascendant_below_rsa",
        "ressources propres inférieures au RSA d'une personne, vit au foyer ou est aidé",
        "own resources below the one-person RSA, lives here or is maintained",
    ),
    (
        "ascendant_not_counted",
        "les ascendants ne comptent pas dans le foyer RSA",
        "ascendants do not count in the RSA household",
    ),
    (
        "ascendant_not_maintained",
        "ne vit pas au foyer et ne reçoit pas de pension",
        "neither lives here nor is maintained",
    ),
    ("assignment", "cession de rémunération", "assignment of pay"),
    ("boolean", "true ou false", "true or false"),
    ("budget", "budget", "budget"),
    ("capital_income", "revenus de capitaux", "capital income"),
    ("child", "enfant", "child"),
    ("child_ages", "âges des enfants", "ages of children"),
    ("child_alternating", "garde alternée", "alternating custody"),
    ("child_in_charge", "à charge effective et permanente", "in effective and permanent charge"),
    (
        "child_maintenance_paid",
        "une pension alimentaire est versée pour lui",
        "maintenance is paid for the child",
    ),
    (
        "child_not_entitled",
        "n'ouvre pas droit aux prestations familiales",
        "gives no right to family benefits",
    ),
    (
        "child_not_in_charge",
        "n'est pas à charge effective et permanente",
        "not in effective and permanent charge",
    ),
    ("child_stated", "selon accord ou décision", "by agreement or ruling"),
    ("child_too_old", "a dépassé l'âge limite", "past the age limit"),
    ("childcare", "frais de garde", "childcare"),
    ("clothing", "habillement", "clothing"),
    (
        "co_applicant_below_rsa",
        "ressources propres inférieures au RSA d'une personne",
        "own resources below the one-person RSA",
    ),
    ("commuting_own_vehicle", "trajets domicile-travail (véhicule personnel)", "commuting (own vehicle)"),
    (
        "commuting_public_transport",
        "trajets domicile-travail (transport en commun)",
        "commuting (public transport)",
    ),
    ("compensatory_allowance_paid", "prestation compensatoire versée", "compensatory allowance paid"),
    ("compensatory_allowance_received", "prestation compensatoire reçue", "compensatory allowance received"),
    ("complementary_pension", "retraite complémentaire", "complementary pension"),
    ("date", "une date", "a date"),
    ("decided", "décidé", "decided"),
    ("declared", "déclaré", "declared"),
    ("declared_no_scale", "déclaré, faute de barème", "declared, for want of a scale"),
    ("dependants", "un nombre de personnes, par demis", "a number of persons, by halves"),
    ("direct_payment", "paiement direct", "direct payment"),
    ("disability_allowance", "allocation aux adultes handicapés", "disability allowance"),
    ("disability_pension", "pension d'invalidité", "disability pension"),
    ("electricity", "électricité (hors chauffage)", "electricity (other than heating)"),
    ("employee_savings", "épargne salariale", "employee savings"),
    ("expense_scale", "barème des dépenses", "expense scale"),
    ("expense_treatment", "mode de prise en compte des dépenses", "treatment of expenses"),
    ("family_benefits", "prestations familiales", "family benefits"),
    ("first_person", "première personne du foyer", "first person of the household"),
    ("flat_rate", "compris dans un forfait", "within a flat rate"),
    ("food", "alimentation", "food"),
    ("free", "hébergé à titre gratuit", "housed free of charge"),
    ("furniture", "meubles", "furniture"),
    ("garnishment", "saisie des rémunérations", "garnishment"),
    ("garnishment_floor", "plancher de saisie", "garnishment floor"),
    ("garnishment_scale", "barème des saisies", "garnishment scale"),
    ("health", "frais de santé (dont mutuelle)", "health (insurance included)"),
    ("heating", "chauffage", "heating"),
    ("holidays", "jours fériés", "public holidays"),
    ("home_insurance", "assurance habitation", "home insurance"),
    ("household", "foyer du débiteur", "the debtor's household"),
    ("household_products", "produits d'entretien ménager", "household products"),
    ("household_rsa", "RSA du foyer", "RSA of the household"),
    ("housing_benefit", "aide au logement", "housing benefit"),
    ("hygiene", "frais d'hygiène", "hygiene"),
    ("income_tax", "impôt sur le revenu", "income tax"),
    ("legal_interest", "intérêt légal", "legal interest"),
    ("less_than_a_month_ago", "moins d'un mois avant", "less than a month before"),
    ("list", "une liste", "a list"),
    ("main_home", "résidence principale", "main home"),
    ("maintenance", "pension alimentaire (paiement direct)", "maintenance (direct payment)"),
    ("maintenance_paid", "pension alimentaire versée", "maintenance paid"),
    ("maintenance_received", "pension alimentaire reçue", "maintenance received"),
    ("maximum", "maximum", "maximum"),
    ("no_fixed_end", "ce délai n'a pas de terme fixe", "this limit has no fixed end"),
    ("no_partner", "sans conjoint non déposant", "no partner beside the filers"),
    ("none", "aucune", "none"),
    ("not_counted_back", "cette durée ne se compte pas à rebours", "this length is not counted backwards"),
    ("object", "un objet", "an object"),
    ("one_person", "une personne", "one person"),
    ("other", "autre", "other"),
    ("other_insurance", "autre assurance", "other insurance"),
    ("other_real_estate", "autre bien immobilier", "other real estate"),
    ("other_tax", "autres impôts", "other taxes"),
    ("other_transport", "autres frais de transport", "other transport"),
    ("owner", "propriétaire", "owner"),
    ("partner", "conjoint non déposant", "partner who does not file"),
    (
        "partner_above_rsa",
        "ressources propres au moins égales au RSA d'une personne",
        "own resources reach the one-person RSA",
    ),
    (
        "partner_below_rsa",
        "ressources propres inférieures au RSA d'une personne",
        "own resources below the one-person RSA",
    ),
    ("partner_resources_unknown", "ressources propres inconnues", "own resources not known"),
    ("pension", "pension", "pension"),
    ("plan_length", "durée du plan", "length of the plan"),
    (
        "privileged_administrative_seizure",
        "saisie administrative privilégiée",
        "privileged administrative seizure",
    ),
    ("pro_rata", "au prorata des ressources", "pro rata of resources"),
    ("property_tax", "taxe foncière", "property tax"),
    ("r3252_3", "article R. 3252-3", "article R. 3252-3"),
    ("rate", "un taux", "a rate"),
    ("real", "montant réel", "real amount"),
    ("real_capped", "montant réel dans la limite du barème", "real amount within the scale"),
    ("rent", "loyer (hors charges)", "rent (without charges)"),
    ("rent_surface", "surface du logement", "surface of the dwelling"),
    ("rental_charges", "charges locatives", "rental charges"),
    ("rental_income", "loyers perçus", "rents received"),
    ("residual_claims", "créances résiduelles", "residual claims"),
    ("retirement_pension", "pension de retraite", "retirement pension"),
    ("retirement_savings", "épargne retraite", "retirement savings"),
    ("rsa", "RSA", "RSA"),
    ("rsa_general", "RSA d'une personne", "one-person RSA"),
    ("rsa_mayotte", "RSA d'une personne à Mayotte", "one-person RSA in Mayotte"),
    ("rsa_overseas", "RSA outre-mer", "RSA overseas"),
    ("rsa_uplifts_general", "majorations du RSA", "RSA uplifts"),
    ("rsa_uplifts_mayotte", "majorations du RSA à Mayotte", "RSA uplifts in Mayotte"),
    ("savings", "épargne", "savings"),
    ("scale", "barème", "scale"),
    ("scale_amount", "barème des saisies", "garnishment scale"),
    ("schooling", "frais de scolarité", "schooling"),
    ("second_adult", "second adulte", "second adult"),
    ("self_employment", "revenus d'indépendant", "self-employment"),
    ("sickness_benefit", "indemnités journalières", "sickness benefit"),
    ("solidarity_allowance", "allocation de solidarité spécifique", "solidarity allowance"),
    ("survivor_pension", "pension de réversion", "survivor's pension"),
    ("suspension_length", "durée de la suspension", "length of the suspension"),
    ("telephone", "téléphone", "telephone"),
    ("tenant", "locataire", "tenant"),
    ("text", "un texte", "a text"),
    ("unemployment_benefit", "allocation chômage", "unemployment benefit"),
    ("unknown", "inconnue", "unknown"),
    ("vehicle", "véhicule", "vehicle"),
    ("wage", "salaire", "pay"),
    ("water", "eau", "water"),
    ("whole_number", "un nombre entier", "a whole number"),
    ("withholding_tax", "retenue à la source", "withholding tax"),
    ("word", "un mot", "a word"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fr::deadline::EventKind;
    use crate::fr::{asset::AssetKind, budget::*, capacity::Ceiling, garnishment::*, household::*, law::*};
    use crate::vocabulary::Vocabulary;
    use alloc::vec::Vec;

    fn sorted(words: &'static [&'static str]) -> Vec<&'static &'static str> {
        let mut words: Vec<&&str> = words.iter().collect();
        words.sort();
        words
    }

    #[test]
    fn is_sorted() {
        for words in [WORDS, EVENTS] {
            assert!(words.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
        assert!(EVENTS.iter().all(|(event, _, _)| WORDS.iter().all(|(word, _, _)| word != event)));
    }

    #[test]
    fn every_word_that_people_read_has_a_reading() {
        let lists = [
            ExpenseKind::WORDS,
            ResourceKind::WORDS,
            AssetKind::WORDS,
            Treatment::WORDS,
            Basis::WORDS,
            ContributionBasis::WORDS,
            Role::WORDS,
            ScaleReason::WORDS,
            RsaReason::WORDS,
            Occupancy::WORDS,
            ClaimKind::WORDS,
            PayerKind::WORDS,
            Ceiling::WORDS,
        ];
        for word in lists.iter().flat_map(|list| list.iter()) {
            assert!(WORDS.iter().any(|(known, _, _)| known == word), "no reading of {word}");
        }
        assert!(EVENTS.iter().map(|(event, _, _)| event).eq(sorted(EventKind::WORDS)));
    }
}
