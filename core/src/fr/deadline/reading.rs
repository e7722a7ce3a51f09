//! How the words of the calendar read in French and English.

use super::Status;
use super::event::EventKind;
use super::limit::{Actor, Delay, LimitKind};
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
use crate::vocabulary::Vocabulary;
use crate::wording;
use alloc::format;
use alloc::string::String;

impl EventKind {
    /// What happened, in a few words.
    ///
    /// # Example
    /// ```
    /// use apurement::{Language, fr::deadline::EventKind};
    /// assert_eq!(EventKind::FileDeposited.reading(Language::French), "dépôt du dossier");
    /// ```
    #[must_use]
    pub fn reading(self, language: Language) -> &'static str {
        wording::text(self.word(), language)
    }
}

impl Actor {
    /// Who must act, or whom the effect concerns.
    #[must_use]
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Actor::Debtor => ("débiteur", "debtor"),
            Actor::Creditor => ("créancier", "creditor"),
            Actor::Parties => ("débiteur et créanciers", "debtor and creditors"),
            Actor::Guarantor => ("caution", "guarantor"),
            Actor::Commission => ("commission", "commission"),
            Actor::Registry => ("greffe", "registry of the court"),
            Actor::Trustee => ("mandataire", "trustee"),
            Actor::Liquidator => ("liquidateur", "liquidator"),
            Actor::Buyer => ("acheteur aux enchères", "buyer at the auction"),
            Actor::DepositBody => ("Caisse des dépôts", "Caisse des dépôts"),
            Actor::BanqueDeFrance => ("Banque de France", "Banque de France"),
            Actor::Bank => ("banque", "bank"),
            Actor::Insurer => ("assureur", "insurer"),
            Actor::Provider => {
                ("fournisseur de téléphone ou d'internet", "provider of telephone or internet")
            }
            Actor::Landlord => ("bailleur", "landlord"),
            Actor::Bailiff => ("commissaire de justice", "bailiff"),
            Actor::ThirdParty => ("employeur ou tiers saisi", "employer or garnishee"),
            Actor::Anyone => ("toute personne intéressée", "anyone concerned"),
        };
        language.pick(french, english)
    }
}

impl LimitKind {
    /// What kind of time it is.
    #[must_use]
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            LimitKind::Act => ("acte à accomplir", "something to do"),
            LimitKind::Period => ("durée d'un effet", "length of an effect"),
            LimitKind::Backward => ("acte à accomplir avant une date", "something to do before a day"),
            LimitKind::Open => ("effet sans terme fixe", "effect without a fixed end"),
        };
        language.pick(french, english)
    }
}

impl Status {
    /// Where a limit stands.
    #[must_use]
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Status::ToCome => ("à venir", "to come"),
            Status::Running => ("en cours", "running"),
            Status::Passed => ("expiré", "over"),
            Status::Met => ("respecté", "kept"),
            Status::Late => ("hors délai", "too late"),
            Status::Ended => ("terminé avant son terme", "ended before its term"),
            Status::Void => ("sans objet", "not applicable"),
        };
        language.pick(french, english)
    }
}

impl Certainty {
    /// How certain a rule is.
    #[must_use]
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Certainty::Certain => ("certain", "certain"),
            Certainty::Likely => ("probable", "likely"),
            Certainty::Unsure => ("incertain", "unsure"),
        };
        language.pick(french, english)
    }
}

impl Delay {
    /// How long it is, in words.
    ///
    /// # Example
    /// ```
    /// use apurement::{Language, fr::deadline::Delay};
    /// assert_eq!(Delay::WorkableDays(15).reading(Language::French), "15 jours ouvrables");
    /// assert_eq!(Delay::Days(1).reading(Language::English), "1 day");
    /// ```
    #[must_use]
    pub fn reading(self, language: Language) -> String {
        let counted = |count: u32, one: [&str; 2], more: [&str; 2]| {
            let [french, english] = if count == 1 { one } else { more };
            format!("{count} {}", language.pick(french, english))
        };
        match self {
            Delay::Days(count) => counted(count, ["jour", "day"], ["jours", "days"]),
            Delay::Months(count) => counted(count, ["mois", "month"], ["mois", "months"]),
            Delay::MonthsOfEvent(count) => {
                let of_event = ["mois de l'événement d'origine", "months of the first event"];
                counted(count, of_event, of_event)
            }
            Delay::WorkableDays(count) => {
                counted(count, ["jour ouvrable", "workable day"], ["jours ouvrables", "workable days"])
            }
            Delay::WorkingDays(count) => {
                counted(count, ["jour ouvré", "working day"], ["jours ouvrés", "working days"])
            }
            Delay::EndOfNextMonth => language.pick("fin du mois suivant", "end of the next month").into(),
            Delay::Open => language.pick("sans terme fixe", "no fixed end").into(),
        }
    }
}
