//! What the members of the commission are given before a sitting, stage by stage.

use crate::dated::day;
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// A stage of a file at which the commission decides.
    pub enum Stage {
        /// Admissibility (recevabilité).
        Admissibility = "admissibility",
        /// Where the file goes (orientation).
        Orientation = "orientation",
        /// The proposal of an agreed plan (plan conventionnel de redressement).
        AgreedPlan = "agreed_plan",
        /// Imposed measures (mesures imposées).
        ImposedMeasures = "imposed_measures",
    }
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 4] =
        [Stage::Admissibility, Stage::Orientation, Stage::AgreedPlan, Stage::ImposedMeasures];

    /// Its name.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Stage::Admissibility => language.pick("Recevabilité", "Admissibility"),
            Stage::Orientation => language.pick("Orientation", "Orientation"),
            Stage::AgreedPlan => language.pick("Plan conventionnel", "Agreed plan"),
            Stage::ImposedMeasures => language.pick("Mesures imposées", "Imposed measures"),
        }
    }
}

/// A document that members are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document {
    /// Stable identifier.
    pub id: &'static str,
    /// What it is, in French.
    pub title_fr: &'static str,
    /// The same in English.
    pub title: &'static str,
    /// First day on which the list is known to hold.
    pub from: NaiveDate,
    /// The stages at which it is given.
    pub stages: &'static [Stage],
    /// The article that leaves the list to the commission's own rules.
    pub articles: &'static [&'static str],
    /// How certain it is: the list is the one of each commission.
    pub certainty: Certainty,
}

impl Document {
    /// What it is.
    #[must_use]
    pub const fn title_in(&self, language: Language) -> &'static str {
        language.pick(self.title_fr, self.title)
    }
}

/// The documents that members are given before a sitting, in the order in which commissions list them.
///
/// Each commission fixes them in its own rules (C. conso. R. 712-10). Those read, of Val-d'Oise (19 February 2020) and
/// Pas-de-Calais (22 February 2024), have the same list.
///
/// # Example
/// ```
/// use apurement::fr::commission::{DOCUMENTS, Stage};
/// let with_measures: Vec<&str> = DOCUMENTS
///     .iter()
///     .filter(|document| document.stages == [Stage::ImposedMeasures])
///     .map(|document| document.id)
///     .collect();
/// assert_eq!(with_measures, ["table_of_measures", "reasons"]);
/// ```
pub const DOCUMENTS: &[Document] = &[
    given(
        "situation",
        "État descriptif de la situation du débiteur : revenus et actifs",
        "Description of the debtor's situation: income and assets",
        &Stage::ALL,
    ),
    given("debts", "État détaillé des dettes", "Detailed debts", &Stage::ALL),
    given("expenses", "État détaillé des charges", "Detailed expenses", &Stage::ALL),
    given("agreed_plan", "Plan conventionnel de redressement", "Agreed plan", &[Stage::AgreedPlan]),
    given("table_of_measures", "Tableau des mesures", "Table of measures", &[Stage::ImposedMeasures]),
    given("reasons", "Motivation", "Reasons", &[Stage::ImposedMeasures]),
];

const fn given(
    id: &'static str,
    title_fr: &'static str,
    title: &'static str,
    stages: &'static [Stage],
) -> Document {
    Document {
        id,
        title_fr,
        title,
        from: day(2020, 2, 19),
        stages,
        articles: &["C. conso. R. 712-10"],
        certainty: Certainty::Likely,
    }
}
