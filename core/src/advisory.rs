//! Doubts and findings that accompany a result: it stands, and this should be known about it.

use crate::error::{Detail, Details, coded, fill};
use crate::language::Language;
use alloc::borrow::Cow;
use alloc::string::String;
use chrono::NaiveDate;

coded::coded! {
    /// The stable codes of [`Advisory`].
    pub enum AdvisoryCode {
        LawUnverified = 5001, "law.unverified", "{table}: verified until {verified_until} only; the latest value was used", "{table} : vérifié jusqu'au {verified_until} seulement ; la dernière valeur a été employée";
        LawOverlay = 5002, "law.overlay", "{table}: changed by an overlay given by the caller", "{table} : modifié par une surcouche fournie par l'appelant";
        LawFewSources = 5003, "law.few_sources", "{table}: the value in force from {from} was read in one source only", "{table} : la valeur en vigueur à partir du {from} n'a été lue que dans une source";
        ScaleInMayotte = 5004, "law.scale_in_mayotte", "no source read says whether the garnishment scale is the same in Mayotte: it was applied as it is", "aucune source lue ne dit si le barème des saisies est le même à Mayotte : il a été appliqué tel quel";
        PartnerResourcesUnknown = 5101, "household.partner_resources_unknown", "the partner's own resources are not given: the partner is not counted as a dependant of the scale (C. trav. R. 3252-3, 1°)", "les ressources propres du conjoint ne sont pas données : il n'est pas compté à charge pour le barème (C. trav. R. 3252-3, 1°)";
        FamilyBenefitsPresumed = 5102, "household.family_benefits_presumed", "past the age of compulsory schooling the right to family benefits was presumed: have it proved (C. trav. R. 3252-3, 2°)", "passé l'âge de l'obligation scolaire, le droit aux prestations familiales a été présumé : à justifier (C. trav. R. 3252-3, 2°)";
        AlternatingCustodyConvention = 5103, "household.alternating_custody", "alternating custody: no text settles its weight in the scale; the convention {convention} was applied", "garde alternée : aucun texte n'en règle le poids dans le barème ; la convention {convention} a été appliquée";
        NoExpenseScale = 5201, "budget.no_expense_scale", "no flat-rate scale of the commission was given: declared amounts are used where a scale would apply (C. conso. R. 731-3)", "aucun barème de la commission n'a été donné : les montants déclarés sont retenus là où un barème s'appliquerait (C. conso. R. 731-3)";
        TreatmentUnknown = 5202, "budget.treatment_unknown", "the treatment of expenses at this date is not known: the earliest known table, of {from}, was applied by default (C. conso. R. 731-3)", "le traitement des dépenses à cette date n'est pas connu : la plus ancienne table connue, du {from}, a été appliquée par défaut (C. conso. R. 731-3)";
        PartnerContributionUnknown = 5203, "budget.partner_contribution_unknown", "neither the partner's resources nor the contribution are given: all common expenses are left to the applicant", "ni les ressources ni la contribution du conjoint ne sont données : toutes les dépenses communes restent au demandeur";
        HousingBenefitTwice = 5204, "budget.housing_benefit_twice", "the rent is declared net of a housing benefit that is also counted as a resource", "le loyer est déclaré net d'une aide au logement qui est aussi comptée en ressource";
        IncomeTaxTwice = 5205, "budget.income_tax_twice", "an income-tax expense stands beside pay declared after withholding tax", "un impôt sur le revenu figure en dépense à côté d'une paie déclarée après prélèvement à la source";
        MaintenanceArrears = 5206, "budget.maintenance_arrears", "arrears of maintenance stand among the current expenses: they are a debt", "des arriérés de pension alimentaire figurent parmi les dépenses courantes : c'est une dette";
        ExpenseAboveCap = 5207, "budget.expense_above_scale", "the declared amount passes the commission's scale: what passes it is not counted", "le montant déclaré dépasse le barème de la commission : l'excédent n'est pas compté";
        ExpenseExcessive = 5208, "budget.expense_excessive", "the declared amount passes the alert level of the commission: it may ask to reduce it", "le montant déclaré dépasse le seuil d'alerte de la commission : elle peut en demander la réduction";
        RentSurface = 5209, "budget.rent_surface", "the dwelling has {surface} m², above the indicative {bound} m² for this household", "le logement fait {surface} m², au-dessus des {bound} m² indicatifs pour ce foyer";
        ProofMissingNoScale = 5210, "budget.proof_missing", "proof was asked for and not given, but no scale covers this expense: the declared amount is used (C. conso. R. 731-3)", "le justificatif demandé n'a pas été fourni, mais aucun barème ne couvre cette dépense : le montant déclaré est retenu (C. conso. R. 731-3)";
        AlternatingCustodyExpenses = 5211, "budget.alternating_custody", "alternating custody: the size of the household for the flat-rate scale follows the convention {convention}", "garde alternée : la taille du foyer pour le barème forfaitaire suit la convention {convention}";
        AcceptedBesideFlatRate = 5212, "budget.accepted_beside_flat_rate", "this expense was accepted beside a flat rate that already stands for its kind: both are counted", "cette dépense a été acceptée à côté d'un forfait qui vaut déjà pour ce poste : les deux sont comptés";
        CapacityMaximum = 5301, "capacity.maximum", "nothing was decided: this is the legal maximum, not the amount due; commissions keep a margin", "rien n'a été décidé : c'est le maximum légal, non la somme due ; les commissions gardent une marge";
        CapacityNil = 5302, "capacity.nil", "there is no capacity to repay", "il n'y a pas de capacité de remboursement";
        DecidedAboveLegalMaximum = 5303, "capacity.decided_above_legal_maximum", "the decided amount passes the legal maximum (C. conso. L. 731-1, L. 731-2, R. 731-1)", "le montant retenu dépasse le maximum légal (C. conso. L. 731-1, L. 731-2, R. 731-1)";
        DecidedAboveComputed = 5304, "capacity.decided_above_computed", "the decided amount passes what the budget leaves once current expenses are served (C. conso. L. 731-1)", "le montant retenu dépasse ce que laisse le budget une fois les dépenses courantes servies (C. conso. L. 731-1)";
        LoneFilerConvention = 5305, "capacity.lone_filer", "the applicant files alone in a couple: no text fixes the base; the convention {convention} was applied", "le demandeur dépose seul en couple : aucun texte ne fixe la base ; la convention {convention} a été appliquée";
        WithholderUnnamed = 5401, "garnishment.withholder_unnamed", "several payers and none named to withhold: the bailiff in charge of the distribution decides (CPCE R. 212-1-36)", "plusieurs payeurs et aucun désigné pour retenir : le commissaire de justice répartiteur en décide (CPCE R. 212-1-36)";
        MaintenanceShared = 5402, "garnishment.maintenance_shared", "the maintenance claims pass what may be taken: they were served pro rata, which no text fixes", "les pensions dépassent ce qui peut être prélevé : elles ont été servies au prorata, ce qu'aucun texte ne fixe";
        SmallSumUnchecked = 5403, "garnishment.small_sum_unchecked", "the ceiling of CPCE R. 213-11 for a shorter recovery is not known to this library and was not checked", "le plafond de l'article R. 213-11 CPCE pour un recouvrement plus court n'est pas connu de cette bibliothèque et n'a pas été vérifié";
        PayNotSeizable = 5404, "garnishment.payer_left_out", "this benefit can't be garnished by the scale and was left out", "cette prestation n'est pas saisissable selon le barème et a été écartée";
        PreviousSeizure = 5405, "garnishment.previous_seizure", "a seizure less than one month ago already left this amount: it stays available, no second one is owed (CPCE R. 162-3)", "une saisie de moins d'un mois a déjà laissé cette somme : elle reste disponible, il n'en est pas dû une seconde (CPCE R. 162-3)";
        DeadlineTextNotRead = 5501, "deadline.text_not_read", "the text in force on that day was not read: the oldest one that was read is applied", "le texte en vigueur ce jour-là n'a pas été lu : le plus ancien qui l'a été est appliqué";
        DeadlineDurationAbove = 5502, "deadline.duration_above", "the stated duration passes the {bound} months of the law: that of a plan or of measures is kept as given, any other is cut to it", "la durée indiquée dépasse les {bound} mois de la loi : celle d'un plan ou de mesures est gardée telle quelle, toute autre y est ramenée";
        DeadlineHistoryDiffers = 5503, "deadline.history_differs", "an event of the file gives another day for the same thing", "un événement du dossier donne un autre jour pour le même fait";
        InterestPlanRateAboveLegal = 5601, "interest.plan_rate_above_legal", "imposed measures leave no rate above the legal one of the day they were decided: the rate given is applied all the same", "des mesures imposées ne laissent pas de taux supérieur au taux légal du jour de la décision : le taux donné est appliqué tel quel";
    }
}

/// A doubt or a finding, with the place in the document it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advisory {
    code: AdvisoryCode,
    path: String,
    details: Details,
}

impl Advisory {
    pub(crate) fn new(code: AdvisoryCode) -> Advisory {
        Advisory { code, path: String::new(), details: Details::new() }
    }

    #[must_use]
    pub(crate) fn at(mut self, path: impl Into<String>) -> Advisory {
        self.path = path.into();
        self
    }

    #[must_use]
    pub(crate) fn with_number(mut self, name: &'static str, number: i64) -> Advisory {
        self.details.push((name, Detail::Number(number)));
        self
    }

    #[must_use]
    pub(crate) fn with_word(mut self, name: &'static str, word: impl Into<Cow<'static, str>>) -> Advisory {
        self.details.push((name, Detail::Word(word.into())));
        self
    }

    #[must_use]
    pub(crate) fn with_date(mut self, name: &'static str, date: NaiveDate) -> Advisory {
        self.details.push((name, Detail::Date(date)));
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> AdvisoryCode {
        self.code
    }

    /// The field concerned; empty for the whole case.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The sentence, in a language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        fill(self.code.template(language), &self.details, language)
    }
}
