//! How a matter goes to the judge: for what, by whom, in which form (saisine du juge).

use crate::dated::day;
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// Which judge.
    pub enum Judge {
        /// The judge of over-indebtedness (juge des contentieux de la protection, C. conso. L. 713-1).
        Protection = "protection",
        /// The judge of seizures of real estate (juge chargé de la saisie immobilière).
        RealEstateSeizure = "real_estate_seizure",
    }
}

impl Judge {
    /// The judge's name.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Judge::Protection => {
                language.pick("juge des contentieux de la protection", "judge of protection disputes")
            }
            Judge::RealEstateSeizure => {
                language.pick("juge chargé de la saisie immobilière", "judge of seizures of real estate")
            }
        }
    }
}

vocabulary! {
    /// Who seizes the judge.
    pub enum Referrer {
        /// The commission, of its own motion or when asked.
        Commission = "commission",
        /// The secretariat, which passes on what a party lodged with it.
        Secretariat = "secretariat",
        /// The debtor.
        Debtor = "debtor",
        /// A creditor.
        Creditor = "creditor",
    }
}

impl Referrer {
    /// Its name.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Referrer::Commission => language.pick("commission", "commission"),
            Referrer::Secretariat => {
                language.pick("secrétariat de la commission", "secretariat of the commission")
            }
            Referrer::Debtor => language.pick("débiteur", "debtor"),
            Referrer::Creditor => language.pick("créancier", "creditor"),
        }
    }
}

vocabulary! {
    /// In which form.
    pub enum ReferralForm {
        /// An ordinary letter signed by the president of the commission (C. conso. R. 713-2, first paragraph).
        LetterOfThePresident = "letter_of_the_president",
        /// An ordinary letter of the secretariat, with the file (C. conso. R. 713-2, second paragraph).
        LetterOfTheSecretariat = "letter_of_the_secretariat",
        /// A registered letter, or a request handed in against a signature, fifteen days at least before the sale
        /// (C. conso. R. 721-7).
        RegisteredOrHanded = "registered_or_handed",
        /// A signed request handed in or sent to the registry (C. conso. R. 713-2, third paragraph).
        RequestToTheRegistry = "request_to_the_registry",
    }
}

impl ReferralForm {
    /// What is written and how it is sent.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            ReferralForm::LetterOfThePresident => {
                language.pick("lettre simple signée du président", "ordinary letter signed by the president")
            }
            ReferralForm::LetterOfTheSecretariat => language
                .pick("lettre simple du secrétariat, avec le dossier", "ordinary letter of the secretariat, with the file"),
            ReferralForm::RegisteredOrHanded => language.pick(
                "lettre recommandée avec avis de réception, ou remise au greffe contre émargement, quinze jours au moins avant la vente",
                "registered letter, or handed to the registry against a signature, fifteen days at least before the sale",
            ),
            ReferralForm::RequestToTheRegistry => language.pick(
                "requête signée, remise ou adressée au greffe",
                "signed request, handed in or sent to the registry",
            ),
        }
    }
}

/// A way to seize the judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referral {
    /// Stable identifier.
    pub id: &'static str,
    /// What is asked, in French.
    pub purpose_fr: &'static str,
    /// The same in English.
    pub purpose: &'static str,
    /// Which judge.
    pub judge: Judge,
    /// Who seizes the judge.
    pub who: Referrer,
    /// In which form.
    pub form: ReferralForm,
    /// First day on which the row is known to hold.
    pub from: NaiveDate,
    /// The articles, that of the form included.
    pub articles: &'static [&'static str],
    /// How certain it is.
    pub certainty: Certainty,
    /// What a careful reader should know, in French; empty when there is nothing.
    pub note_fr: &'static str,
    /// The same in English.
    pub note: &'static str,
}

impl Referral {
    /// What is asked.
    #[must_use]
    pub const fn purpose_in(&self, language: Language) -> &'static str {
        language.pick(self.purpose_fr, self.purpose)
    }

    /// What a careful reader should know, if there is anything.
    #[must_use]
    pub fn note_in(&self, language: Language) -> Option<&'static str> {
        Some(language.pick(self.note_fr, self.note)).filter(|note| !note.is_empty())
    }
}

/// The day from which the forms of R. 713-2 hold as they stand: a letter of the secretariat for appeals and contests, a
/// request to the registry of the tribunal judiciaire for parties.
const FORMS: NaiveDate = day(2021, 1, 1);

const BASE: Referral = Referral {
    id: "",
    purpose_fr: "",
    purpose: "",
    judge: Judge::Protection,
    who: Referrer::Commission,
    form: ReferralForm::LetterOfThePresident,
    from: FORMS,
    articles: &[],
    certainty: Certainty::Certain,
    note_fr: "",
    note: "",
};

const PASSED_ON: Referral =
    Referral { who: Referrer::Secretariat, form: ReferralForm::LetterOfTheSecretariat, ..BASE };

const DIRECT: Referral = Referral { who: Referrer::Debtor, form: ReferralForm::RequestToTheRegistry, ..BASE };

/// How a matter goes to the judge: what the commission asks, then what its secretariat passes on, then what others ask
/// themselves.
///
/// # Example
/// ```
/// use apurement::fr::commission::{REFERRALS, Referrer};
/// let contest = REFERRALS.iter().find(|referral| referral.id == "contest_of_measures").unwrap();
/// assert_eq!(contest.who, Referrer::Secretariat);
/// assert_eq!(contest.articles, ["C. conso. L. 733-10", "C. conso. R. 733-9", "C. conso. R. 713-2"]);
/// ```
pub const REFERRALS: &[Referral] = &[
    Referral {
        id: "stay_of_enforcement",
        purpose_fr: "suspendre, avant la recevabilité et à la demande du débiteur, les saisies et les cessions de rémunération",
        purpose: "stay seizures and assignments of pay before admissibility, when the debtor asks for it",
        articles: &["C. conso. L. 721-4", "C. conso. R. 721-5", "C. conso. R. 713-2"],
        note_fr: "En cas d'urgence, le président, son délégué ou le représentant local de la Banque de France peut saisir le juge.",
        note: "In urgency the president, the president's delegate or the local representative of the Banque de France may seize the judge.",
        ..BASE
    },
    Referral {
        id: "auction_postponement",
        purpose_fr: "reporter la vente forcée d'un immeuble saisi, pour causes graves et justifiées",
        purpose: "postpone the auction of a seized building, on serious and proven grounds",
        judge: Judge::RealEstateSeizure,
        form: ReferralForm::RegisteredOrHanded,
        articles: &["C. conso. L. 721-7", "C. conso. L. 722-4", "C. conso. R. 721-7", "C. conso. R. 722-7"],
        ..BASE
    },
    Referral {
        id: "stay_of_eviction",
        purpose_fr: "suspendre l'expulsion du logement, une fois la demande recevable",
        purpose: "stay the eviction from the home once the request is admissible",
        articles: &["C. conso. L. 722-6", "C. conso. L. 722-7", "C. conso. R. 722-9", "C. conso. R. 713-2"],
        note_fr: "En cas d'urgence, le président, son délégué, le représentant local de la Banque de France ou le débiteur peut saisir le juge.",
        note: "In urgency the president, the president's delegate, the local representative of the Banque de France or the debtor may seize the judge.",
        ..BASE
    },
    Referral {
        id: "check_of_claims_for_debtor",
        purpose_fr: "vérifier des créances que le débiteur conteste ; la commission doit saisir le juge",
        purpose: "check claims that the debtor contests; the commission must seize the judge",
        articles: &["C. conso. L. 723-3", "C. conso. R. 723-6", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "check_of_claims",
        purpose_fr: "vérifier des créances en cas de difficulté, sans demande du débiteur",
        purpose: "check claims where there is a difficulty, though the debtor does not ask",
        articles: &["C. conso. L. 723-4", "C. conso. R. 723-6", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "cost_of_call_to_creditors",
        purpose_fr: "dire qui supporte les frais de l'appel aux créanciers, faute d'accord",
        purpose: "say who bears the cost of the call to creditors, for want of an agreement",
        articles: &["C. conso. R. 723-2", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "liquidation",
        purpose_fr: "ouvrir un rétablissement personnel avec liquidation, avec l'accord du débiteur",
        purpose: "open a full erasure with liquidation, with the debtor's consent",
        articles: &["C. conso. L. 742-1", "C. conso. R. 742-1", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "liquidation_during_plan",
        purpose_fr: "ouvrir un rétablissement personnel avec liquidation, à la demande du débiteur en cours d'exécution des mesures",
        purpose: "open a full erasure with liquidation, asked for by the debtor while measures run",
        articles: &["C. conso. L. 724-2", "C. conso. L. 724-3", "C. conso. R. 724-7", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "stay_of_eviction_during_plan",
        purpose_fr: "suspendre l'expulsion du logement après une telle demande",
        purpose: "stay the eviction from the home after such a request",
        articles: &["C. conso. L. 724-5", "C. conso. R. 724-6", "C. conso. R. 713-2"],
        note_fr: "R. 724-6 renvoie à R. 722-7 et R. 722-8, qui traitent de la vente forcée et des actes autorisés ; R. 722-9 règle le contenu de la lettre pour L. 722-6.",
        note: "R. 724-6 refers to R. 722-7 and R. 722-8, which are about auctions and authorised acts; R. 722-9 says what the letter of L. 722-6 holds.",
        ..BASE
    },
    Referral {
        id: "liquidation_after_suspension",
        purpose_fr: "ouvrir un rétablissement personnel avec liquidation, au réexamen qui suit une suspension",
        purpose: "open a full erasure with liquidation, on the re-examination after a suspension",
        articles: &["C. conso. L. 733-2", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "authorisation_of_debtor",
        purpose_fr: "autoriser le débiteur à emprunter ou à disposer de ses biens pendant la procédure ou les mesures",
        purpose: "allow the debtor to borrow or to dispose of goods during the procedure or the measures",
        articles: &["C. conso. L. 761-1, 3°", "C. conso. R. 713-2"],
        certainty: Certainty::Likely,
        note_fr: "L'article veut l'accord des créanciers, de la commission ou du juge. De la recevabilité aux mesures, le débiteur saisit lui-même le juge (L. 722-5).",
        note: "The article asks for the agreement of the creditors, of the commission or of the judge. From admissibility to the measures the debtor seizes the judge directly (L. 722-5).",
        ..BASE
    },
    Referral {
        id: "annulment_of_forbidden_act",
        purpose_fr: "annuler un acte ou un paiement interdit, dans l'année",
        purpose: "annul a forbidden act or payment, within a year",
        articles: &["C. conso. L. 761-2", "C. conso. R. 713-2"],
        ..BASE
    },
    Referral {
        id: "appeal_of_admissibility",
        purpose_fr: "recours contre la décision sur la recevabilité",
        purpose: "appeal against the decision on admissibility",
        articles: &["C. conso. R. 722-2", "C. conso. R. 722-4", "C. conso. R. 713-2"],
        ..PASSED_ON
    },
    Referral {
        id: "appeal_of_forfeiture",
        purpose_fr: "recours contre une déchéance que la commission a prononcée",
        purpose: "appeal against the loss of the procedure that the commission pronounced",
        articles: &["C. conso. L. 712-3", "C. conso. R. 712-14", "C. conso. R. 713-2"],
        ..PASSED_ON
    },
    Referral {
        id: "appeal_on_recovery_request",
        purpose_fr: "recours contre la réponse à une demande de rétablissement personnel en cours d'exécution",
        purpose: "appeal against the answer to a request for full erasure while measures run",
        articles: &["C. conso. R. 724-4", "C. conso. R. 713-2"],
        ..PASSED_ON
    },
    Referral {
        id: "contest_of_measures",
        purpose_fr: "contestation des mesures imposées",
        purpose: "contest of imposed measures",
        articles: &["C. conso. L. 733-10", "C. conso. R. 733-9", "C. conso. R. 713-2"],
        ..PASSED_ON
    },
    Referral {
        id: "contest_of_recovery",
        purpose_fr: "contestation d'un rétablissement personnel sans liquidation",
        purpose: "contest of a full erasure without liquidation",
        articles: &["C. conso. L. 741-4", "C. conso. R. 741-5", "C. conso. R. 713-2"],
        ..PASSED_ON
    },
    Referral {
        id: "authorised_act",
        purpose_fr: "autoriser le débiteur à faire un acte ou un paiement que la suspension lui interdit",
        purpose: "allow the debtor an act or a payment that the stay forbids",
        articles: &["C. conso. L. 722-5", "C. conso. R. 722-8", "C. conso. R. 713-2"],
        ..DIRECT
    },
    Referral {
        id: "sale_during_liquidation",
        purpose_fr: "autoriser le débiteur à vendre un bien après l'ouverture, faute de mandataire",
        purpose: "allow the debtor to sell goods after the opening, when there is no trustee",
        articles: &["C. conso. L. 742-9", "C. conso. R. 713-2"],
        ..DIRECT
    },
    Referral {
        id: "foreclosure_relief",
        purpose_fr: "relever de la forclusion un créancier qui n'a pas déclaré à temps, dans les six mois de la publicité",
        purpose: "relieve of the foreclosure a creditor who declared too late, within six months of the publication",
        who: Referrer::Creditor,
        articles: &["C. conso. R. 742-13", "C. conso. R. 713-2"],
        ..DIRECT
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn rows_are_whole_and_told_apart() {
        let mut ids: Vec<&str> = REFERRALS.iter().map(|referral| referral.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), REFERRALS.len());
        for referral in REFERRALS {
            let id = referral.id;
            assert!(
                !id.is_empty() && !referral.purpose.is_empty() && !referral.purpose_fr.is_empty(),
                "{id}"
            );
            assert_eq!(referral.note.is_empty(), referral.note_fr.is_empty(), "{id}");
            assert!(referral.articles.iter().all(|article| article.starts_with("C. conso. ")), "{id}");
            let form =
                if referral.form == ReferralForm::RegisteredOrHanded { "R. 721-7" } else { "R. 713-2" };
            assert!(referral.articles.iter().any(|article| article.ends_with(form)), "{id}");
        }
    }

    /// The form follows from who seizes which judge (C. conso. R. 713-2, R. 721-7).
    #[test]
    fn the_form_is_that_of_the_person() {
        for referral in REFERRALS {
            let form = match (referral.judge, referral.who) {
                (Judge::RealEstateSeizure, _) => ReferralForm::RegisteredOrHanded,
                (_, Referrer::Commission) => ReferralForm::LetterOfThePresident,
                (_, Referrer::Secretariat) => ReferralForm::LetterOfTheSecretariat,
                (_, Referrer::Debtor | Referrer::Creditor) => ReferralForm::RequestToTheRegistry,
            };
            assert_eq!(referral.form, form, "{}", referral.id);
        }
    }
}
