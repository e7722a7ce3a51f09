//! How the words of the calendar read in French and English.

use super::Status;
use super::event::EventKind;
use super::limit::{Actor, Delay, LimitKind};
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
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
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            EventKind::IncompleteFileRequested => {
                ("demande de compléter le dossier", "request to complete the file")
            }
            EventKind::FileCompleted => ("dossier complété", "file completed"),
            EventKind::FileDeposited => ("dépôt du dossier", "filing of the file"),
            EventKind::StayBeforeAdmissibilityOrdered => (
                "suspension des poursuites par le juge avant la recevabilité",
                "stay of enforcement by the judge before admissibility",
            ),
            EventKind::Sitting => ("séance de la commission", "sitting of the commission"),
            EventKind::AdmissibilityDecided => ("décision de recevabilité", "decision of admissibility"),
            EventKind::AdmissibilityNotified => {
                ("réception de la décision de recevabilité", "receipt of the decision of admissibility")
            }
            EventKind::InadmissibilityDecided => ("décision d'irrecevabilité", "decision of inadmissibility"),
            EventKind::InadmissibilityNotified => {
                ("réception de la décision d'irrecevabilité", "receipt of the decision of inadmissibility")
            }
            EventKind::AdmissibilityAppealed => ("recours sur la recevabilité", "appeal on admissibility"),
            EventKind::ForfeitureNotified => {
                ("réception de la déchéance", "receipt of the loss of the procedure")
            }
            EventKind::ForfeitureAppealed => {
                ("recours contre la déchéance", "appeal against the loss of the procedure")
            }
            EventKind::OrientationDecided => ("orientation du dossier", "orientation of the file"),
            EventKind::LegalRateRefused => (
                "décision de ne pas réduire les emprunts au taux légal",
                "decision not to reduce the loans to the legal rate",
            ),
            EventKind::FileClosed => {
                ("clôture du dossier sans mesures", "closing of the file without measures")
            }
            EventKind::Auction => ("vente aux enchères", "auction"),
            EventKind::PostponementRequested => {
                ("demande de report de la vente", "request to postpone the auction")
            }
            EventKind::EvictionStayOrdered => {
                ("suspension de l'expulsion par le juge", "stay of the eviction by the judge")
            }
            EventKind::InsurancePremiumDemanded => (
                "mise en demeure de payer la prime d'assurance",
                "formal notice to pay the insurance premium",
            ),
            EventKind::ForbiddenAct => ("acte ou paiement interdit", "forbidden act or payment"),
            EventKind::AnnulmentRequested => ("demande d'annulation", "request for annulment"),
            EventKind::DeclaredLiabilitiesNotified => (
                "réception par le créancier des dettes déclarées",
                "receipt by the creditor of the declared debts",
            ),
            EventKind::ClaimProved => ("justification de la créance", "proof of the claim"),
            EventKind::GuarantorInformed => ("information de la caution", "information of the guarantor"),
            EventKind::GuarantorObserved => ("observations de la caution", "observations of the guarantor"),
            EventKind::LiabilitiesNotified => {
                ("réception de l'état du passif", "receipt of the state of the liabilities")
            }
            EventKind::LiabilitiesContested => {
                ("contestation de l'état du passif", "contest of the state of the liabilities")
            }
            EventKind::ProposalNotified => {
                ("réception de la proposition de plan", "receipt of the proposed plan")
            }
            EventKind::ProposalRefused => ("refus de la proposition de plan", "refusal of the proposed plan"),
            EventKind::PlanSigned => ("signature du plan conventionnel", "signature of the agreed plan"),
            EventKind::PlanApproved => ("approbation du plan conventionnel", "approval of the agreed plan"),
            EventKind::PlanApprovalLetter => {
                ("courrier annonçant l'approbation du plan", "letter telling of the plan's approval")
            }
            EventKind::PlanEffective => {
                ("entrée en application du plan conventionnel", "beginning of the agreed plan")
            }
            EventKind::FormalNotice => (
                "réception d'une mise en demeure d'exécuter le plan ou les mesures",
                "receipt of a formal notice to carry out the plan or the measures",
            ),
            EventKind::DefaultCured => ("régularisation après la mise en demeure", "default made good"),
            EventKind::PlanLapsed => ("caducité du plan ou des mesures", "lapse of the plan or the measures"),
            EventKind::CircumstancesChanged => ("circonstances nouvelles", "new circumstances"),
            EventKind::PaymentAttestationRequested => {
                ("demande d'attestation de paiement", "request to attest the payment")
            }
            EventKind::PaymentAttested => ("attestation de paiement", "attestation of the payment"),
            EventKind::ConciliationFailureNotified => (
                "réception du constat d'échec de la conciliation",
                "receipt of the failure of the conciliation",
            ),
            EventKind::MeasuresRequested => ("demande de mesures imposées", "request for imposed measures"),
            EventKind::MeasuresRequestNotified => (
                "réception par le créancier de la demande de mesures",
                "receipt by the creditor of the request for measures",
            ),
            EventKind::DirectMeasuresNotified => (
                "réception de l'annonce de mesures sans conciliation",
                "receipt of the notice of measures without conciliation",
            ),
            EventKind::Observed => ("envoi d'observations", "sending of observations"),
            EventKind::MeasuresImposed => {
                ("décision imposant les mesures", "decision that imposes the measures")
            }
            EventKind::MeasuresNotified => {
                ("réception des mesures imposées", "receipt of the imposed measures")
            }
            EventKind::MeasuresContested => {
                ("contestation des mesures imposées", "contest of the imposed measures")
            }
            EventKind::MeasuresOrdered => ("mesures ordonnées par le juge", "measures ordered by the judge"),
            EventKind::MeasuresLetter => {
                ("courrier annonçant que les mesures s'imposent", "letter telling that the measures bind")
            }
            EventKind::MeasuresEffective => {
                ("entrée en application des mesures", "beginning of the measures")
            }
            EventKind::PlanIncident => {
                ("échéance manquée du plan ou des mesures", "missed instalment of the plan or the measures")
            }
            EventKind::HomeLoanBalanceDemanded => (
                "sommation de payer le solde du prêt immobilier",
                "demand to pay the balance of the home loan",
            ),
            EventKind::SuspensionStarted => {
                ("début de la suspension des créances", "beginning of the suspension of the claims")
            }
            EventKind::SuspensionEnded => {
                ("fin de la suspension des créances", "end of the suspension of the claims")
            }
            EventKind::NewFileDeposited => ("dépôt d'un nouveau dossier", "filing of a new file"),
            EventKind::RentDelaysGranted => {
                ("délais de loyer accordés par le juge", "time to pay the rent granted by the judge")
            }
            EventKind::RentMissed => ("loyer ou charges impayés de nouveau", "rent or charges unpaid again"),
            EventKind::SocialProtocolSigned => {
                ("signature d'un protocole de cohésion sociale", "signature of a social-cohesion protocol")
            }
            EventKind::CourtDelaysGranted => {
                ("délais de paiement accordés par le juge", "time to pay granted by the judge")
            }
            EventKind::RecoveryRequestAccepted => (
                "acceptation de la demande d'effacement en cours de plan",
                "acceptance of the request for erasure during the plan",
            ),
            EventKind::RecoveryRequestNotified => (
                "réception de la réponse à la demande d'effacement en cours de plan",
                "receipt of the answer to the request for erasure during the plan",
            ),
            EventKind::RecoveryRequestAppealed => (
                "recours sur la demande d'effacement en cours de plan",
                "appeal on the request for erasure during the plan",
            ),
            EventKind::RecoveryImposed => (
                "rétablissement personnel imposé par la commission",
                "personal recovery imposed by the commission",
            ),
            EventKind::RecoveryNotified => {
                ("réception du rétablissement personnel imposé", "receipt of the imposed personal recovery")
            }
            EventKind::RecoveryContested => {
                ("contestation du rétablissement personnel", "contest of the personal recovery")
            }
            EventKind::RecoveryPublished => (
                "publication au BODACC du rétablissement personnel imposé",
                "publication (BODACC) of the imposed personal recovery",
            ),
            EventKind::RecoveryOrdered => {
                ("rétablissement personnel prononcé par le juge", "personal recovery pronounced by the judge")
            }
            EventKind::RecoveryOrderPublished => (
                "publication au BODACC du jugement de rétablissement personnel",
                "publication (BODACC) of the judgment of personal recovery",
            ),
            EventKind::ContestHearing => ("audience de contestation", "hearing of the contest"),
            EventKind::OpeningHearing => (
                "audience d'ouverture du rétablissement avec liquidation",
                "opening hearing of the recovery with liquidation",
            ),
            EventKind::LiquidationOpened => (
                "jugement d'ouverture du rétablissement avec liquidation",
                "judgment that opens the recovery with liquidation",
            ),
            EventKind::OpeningJudgmentReceived => (
                "réception du jugement d'ouverture par le mandataire",
                "receipt of the opening judgment by the trustee",
            ),
            EventKind::OpeningPublished => (
                "publication au BODACC du jugement d'ouverture",
                "publication (BODACC) of the opening judgment",
            ),
            EventKind::ClaimDeclared => ("déclaration de la créance", "declaration of the claim"),
            EventKind::ForeclosureReliefRequested => {
                ("demande de relevé de forclusion", "request to lift the foreclosure")
            }
            EventKind::BalanceSheetSent => {
                ("envoi du bilan économique et social", "sending of the economic and social balance sheet")
            }
            EventKind::ClaimsHearing => {
                ("audience sur l'état des créances", "hearing on the state of the claims")
            }
            EventKind::LiquidatorAppointed => ("désignation du liquidateur", "appointment of the liquidator"),
            EventKind::SaleJudgmentPublished => (
                "publication foncière du jugement ordonnant la vente",
                "entry in the land registry of the judgment that orders the sale",
            ),
            EventKind::SaleConditionsFiled => {
                ("dépôt du cahier des conditions de vente", "filing of the conditions of the sale")
            }
            EventKind::AuctionNoticeServed => ("avis de l'audience d'adjudication", "notice of the auction"),
            EventKind::PriceDemanded => ("injonction de payer le prix", "order to pay the price"),
            EventKind::AdjudicationFinal => ("adjudication définitive", "auction become final"),
            EventKind::PriceDeposited => ("consignation du prix", "deposit of the price"),
            EventKind::DistributionNotified => (
                "réception du projet de distribution de la liquidation",
                "receipt of the project of distribution of the liquidation",
            ),
            EventKind::DistributionContested => {
                ("contestation du projet de distribution", "contest of the project of distribution")
            }
            EventKind::DistributionSent => (
                "envoi de la distribution exécutoire à la Caisse des dépôts",
                "sending of the enforceable distribution to the Caisse des dépôts",
            ),
            EventKind::LiquidationCompleted => {
                ("fin des ventes du liquidateur", "end of the liquidator's sales")
            }
            EventKind::ProcedureClosed => {
                ("clôture de la procédure par le juge", "closing of the procedure by the judge")
            }
            EventKind::OpenedAndClosed => {
                ("ouverture et clôture par un même jugement", "opening and closing in one judgment")
            }
            EventKind::OpenedAndClosedPublished => (
                "publication au BODACC du jugement d'ouverture et de clôture",
                "publication (BODACC) of the judgment that opens and closes",
            ),
            EventKind::JudgmentNotified => {
                ("réception d'un jugement susceptible d'appel", "receipt of a judgment that may be appealed")
            }
            EventKind::JudgmentAppealed => ("appel du jugement", "appeal of the judgment"),
            EventKind::OrderNotified => ("réception d'une ordonnance", "receipt of an order"),
            EventKind::WithdrawalRequested => ("demande de rétractation", "request for withdrawal"),
            EventKind::ChequeAttestationGiven => (
                "remise à la banque de l'attestation d'effacement du chèque",
                "attestation of the erased cheque handed to the bank",
            ),
            EventKind::ChequeRegularised => (
                "avis de régularisation du chèque à la Banque de France",
                "settlement of the cheque told to the Banque de France",
            ),
            EventKind::TelecomContractSigned => (
                "souscription du contrat de téléphone ou d'internet",
                "signature of the telephone or internet contract",
            ),
            EventKind::TelecomCancellationReceived => (
                "réception de la demande de résiliation par le fournisseur",
                "receipt of the cancellation by the provider",
            ),
            EventKind::IncidentRegistered => {
                ("inscription de l'incident au FICP", "entry of the incident in the FICP")
            }
            EventKind::IncidentPaid => ("paiement intégral de l'incident", "full payment of the incident"),
            EventKind::InstalmentMissed => (
                "échéance manquée d'un prêt qui n'est pas mensuel",
                "missed instalment of a loan that is not monthly",
            ),
            EventKind::DecisionEnforceable => ("décision devenue exécutoire", "decision become enforceable"),
            EventKind::AuctionPronounced => ("adjudication prononcée", "auction pronounced"),
            EventKind::DecisionPaid => {
                ("paiement intégral de la condamnation", "full payment of what was ordered")
            }
            EventKind::OrderToPayServed => {
                ("signification du commandement de payer", "service of the order to pay")
            }
            EventKind::OrderToPayRegistered => {
                ("inscription du commandement au registre", "entry of the order to pay in the register")
            }
            EventKind::WageAgreementMade => {
                ("accord de paiement avec le créancier", "agreement on payment with the creditor")
            }
            EventKind::WageSeizureContested => {
                ("contestation de la saisie des rémunérations", "contest of the garnishment of pay")
            }
            EventKind::WageContestDenounced => {
                ("dénonciation de la contestation au commissaire de justice", "contest told to the bailiff")
            }
            EventKind::WageSeizureServed => {
                ("signification de la saisie à l'employeur", "service of the garnishment on the employer")
            }
            EventKind::WageSeizureRegistered => {
                ("inscription de la saisie au registre", "entry of the garnishment in the register")
            }
            EventKind::WageSeizureDenounced => {
                ("dénonciation de la saisie au débiteur", "garnishment made known to the debtor")
            }
            EventKind::EmployerDeclared => ("déclaration de l'employeur", "declaration of the employer"),
            EventKind::InterventionServed => {
                ("signification d'une intervention", "service of an intervention")
            }
            EventKind::InterventionDenounced => {
                ("dénonciation de l'intervention au débiteur", "intervention made known to the debtor")
            }
            EventKind::InterventionRegistered => {
                ("inscription de l'intervention au registre", "entry of the intervention in the register")
            }
            EventKind::WithheldSumReceived => (
                "réception d'une retenue par le commissaire de justice répartiteur",
                "receipt of a withheld sum by the distributing bailiff",
            ),
            EventKind::WithheldSumDistributed => {
                ("reversement de la retenue aux créanciers", "payment of the withheld sum to the creditors")
            }
            EventKind::WageDistributionProposed => {
                ("réception du projet de répartition", "receipt of the project of distribution of pay")
            }
            EventKind::WageDistributionNotified => {
                ("réception de l'état de répartition", "receipt of the state of distribution of pay")
            }
            EventKind::WageDistributionContested => {
                ("contestation de l'état de répartition", "contest of the state of distribution of pay")
            }
            EventKind::WageDistributionContestDenounced => (
                "dénonciation de la contestation au commissaire de justice répartiteur",
                "contest of the distribution told to the distributing bailiff",
            ),
            EventKind::WageSeizureDisturbed => (
                "événement qui suspend ou arrête la saisie chez l'employeur",
                "event that suspends or ends the garnishment at the employer's",
            ),
            EventKind::WageDisturbanceReported => (
                "signalement par l'employeur de ce qui suspend ou arrête la saisie",
                "report by the employer of what suspends or ends the garnishment",
            ),
            EventKind::EmploymentEnded => ("départ de chez l'employeur", "departure from the employer"),
            EventKind::WageSeizureReleased => ("mainlevée de la saisie", "release of the garnishment"),
            EventKind::WageReleaseTold => {
                ("information de l'employeur sur la mainlevée", "release told to the employer")
            }
            EventKind::WageNullityRegistered => (
                "mention au registre de la nullité ou de la caducité de la saisie",
                "entry in the register of the nullity or lapse of the garnishment",
            ),
            EventKind::WageSeizureResumed => ("reprise de la saisie", "resumption of the garnishment"),
            EventKind::WageResumptionRegistered => {
                ("inscription de la reprise au registre", "entry of the resumption in the register")
            }
            EventKind::EmployerOrderNotified => (
                "réception par l'employeur de l'ordonnance de paiement",
                "receipt by the employer of the order to pay",
            ),
            EventKind::EmployerOrderOpposed => ("opposition de l'employeur", "opposition of the employer"),
            EventKind::AccountSeized => ("saisie du compte bancaire", "seizure of the bank account"),
            EventKind::AccountPaymentRequested => {
                ("demande de paiement du créancier à la banque", "creditor's request for payment by the bank")
            }
            EventKind::DirectPaymentRequested => {
                ("demande de paiement direct de la pension", "request for direct payment of maintenance")
            }
            EventKind::DirectPaymentNotified => {
                ("notification du paiement direct", "notification of the direct payment")
            }
            EventKind::DirectPaymentAcknowledged => {
                ("accusé de réception du paiement direct", "acknowledgement of the direct payment")
            }
            EventKind::DirectPaymentDisturbed => {
                ("arrêt des versements du paiement direct", "stop of what is paid directly")
            }
        };
        language.pick(french, english)
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
