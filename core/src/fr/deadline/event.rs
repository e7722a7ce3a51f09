//! What happens in a file and makes time limits begin, end or be kept (`doc(alias)`: faits et actes de la procédure).

use crate::vocabulary::{Id, opaque_debug, vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// What happened. A word ending in `_notified` is the day on which the letter was received: see [`Event::on`].
    pub enum EventKind {
        /// The secretariat asked for what is missing in the file.
        IncompleteFileRequested = "incomplete_file_requested",
        /// The file was completed.
        FileCompleted = "file_completed",
        /// The file was lodged: the day on the attestation (C. conso. R. 721-4).
        FileDeposited = "file_deposited",
        /// The judge stayed enforcement before admissibility (C. conso. L. 721-4).
        StayBeforeAdmissibilityOrdered = "stay_before_admissibility_ordered",
        /// A sitting of the commission.
        Sitting = "sitting",
        /// The commission declared the request admissible.
        AdmissibilityDecided = "admissibility_decided",
        /// That decision was notified.
        AdmissibilityNotified = "admissibility_notified",
        /// The commission declared the request inadmissible.
        InadmissibilityDecided = "inadmissibility_decided",
        /// That decision was notified.
        InadmissibilityNotified = "inadmissibility_notified",
        /// An appeal against the decision on admissibility was lodged.
        AdmissibilityAppealed = "admissibility_appealed",
        /// The loss of the benefit of the procedure was notified (déchéance).
        ForfeitureNotified = "forfeiture_notified",
        /// An appeal against it was lodged.
        ForfeitureAppealed = "forfeiture_appealed",
        /// The commission decided where the file goes (C. conso. L. 724-1).
        OrientationDecided = "orientation_decided",
        /// The commission or the judge decided that loans keep their rate although there is no orientation.
        LegalRateRefused = "legal_rate_refused",
        /// The file was closed without measures.
        FileClosed = "file_closed",
        /// The auction of a seized building.
        Auction = "auction",
        /// The commission asked for its postponement.
        PostponementRequested = "postponement_requested",
        /// The judge stayed the eviction.
        EvictionStayOrdered = "eviction_stay_ordered",
        /// The insurer of a loan demanded its premium.
        InsurancePremiumDemanded = "insurance_premium_demanded",
        /// An act or a payment that the procedure forbids was made.
        ForbiddenAct = "forbidden_act",
        /// Its annulment was asked for.
        AnnulmentRequested = "annulment_requested",
        /// A creditor was told what the debtor declared to owe.
        DeclaredLiabilitiesNotified = "declared_liabilities_notified",
        /// The creditor proved another amount.
        ClaimProved = "claim_proved",
        /// A guarantor was told that the procedure is open.
        GuarantorInformed = "guarantor_informed",
        /// The guarantor answered.
        GuarantorObserved = "guarantor_observed",
        /// The state of the liabilities was notified to the debtor (état du passif).
        LiabilitiesNotified = "liabilities_notified",
        /// The debtor contested it.
        LiabilitiesContested = "liabilities_contested",
        /// The proposal of an agreed plan was notified to a creditor.
        ProposalNotified = "proposal_notified",
        /// The creditor refused it.
        ProposalRefused = "proposal_refused",
        /// The agreed plan was signed.
        PlanSigned = "plan_signed",
        /// The agreed plan was approved.
        PlanApproved = "plan_approved",
        /// The date of the letter that tells of the approval.
        PlanApprovalLetter = "plan_approval_letter",
        /// The day fixed by the commission for the agreed plan to begin.
        PlanEffective = "plan_effective",
        /// A formal notice to carry out the plan or the measures was received.
        FormalNotice = "formal_notice",
        /// What the notice asked for was done.
        DefaultCured = "default_cured",
        /// The agreed plan, or the measures, lapsed.
        PlanLapsed = "plan_lapsed",
        /// Circumstances changed after the lapse.
        CircumstancesChanged = "circumstances_changed",
        /// All the creditors of the plan were paid, and one of them was asked to attest it.
        PaymentAttestationRequested = "payment_attestation_requested",
        /// That creditor attested it.
        PaymentAttested = "payment_attested",
        /// The failure of the conciliation was notified to the debtor.
        ConciliationFailureNotified = "conciliation_failure_notified",
        /// The debtor asked for imposed measures.
        MeasuresRequested = "measures_requested",
        /// A creditor was told of that request.
        MeasuresRequestNotified = "measures_request_notified",
        /// It was notified that measures would be imposed directly (C. conso. L. 732-4).
        DirectMeasuresNotified = "direct_measures_notified",
        /// Observations were sent.
        Observed = "observed",
        /// The commission decided the measures.
        MeasuresImposed = "measures_imposed",
        /// The measures were notified.
        MeasuresNotified = "measures_notified",
        /// They were contested.
        MeasuresContested = "measures_contested",
        /// The judge ordered measures.
        MeasuresOrdered = "measures_ordered",
        /// The date of the letter that tells that the measures bind, for want of a contest.
        MeasuresLetter = "measures_letter",
        /// The day fixed for the measures to begin.
        MeasuresEffective = "measures_effective",
        /// An instalment was missed.
        PlanIncident = "plan_incident",
        /// The balance of a home loan after the sale was demanded (C. conso. R. 733-7).
        HomeLoanBalanceDemanded = "home_loan_balance_demanded",
        /// A suspension of the claims began.
        SuspensionStarted = "suspension_started",
        /// It ended.
        SuspensionEnded = "suspension_ended",
        /// A new file was lodged, for a re-examination.
        NewFileDeposited = "new_file_deposited",
        /// A judge gave the tenant time to pay the rent arrears (loi n° 89-462, art. 24).
        RentDelaysGranted = "rent_delays_granted",
        /// Rent or charges were not paid again.
        RentMissed = "rent_missed",
        /// A protocol of social cohesion was signed with the landlord.
        SocialProtocolSigned = "social_protocol_signed",
        /// A judge gave the debtor time to pay (C. civ. 1343-5).
        CourtDelaysGranted = "court_delays_granted",
        /// The debtor asked for full erasure during the plan, and the commission accepted.
        RecoveryRequestAccepted = "recovery_request_accepted",
        /// The commission's answer to that request was notified.
        RecoveryRequestNotified = "recovery_request_notified",
        /// An appeal against that answer was lodged.
        RecoveryRequestAppealed = "recovery_request_appealed",
        /// The commission imposed a full erasure without liquidation.
        RecoveryImposed = "recovery_imposed",
        /// That decision was notified.
        RecoveryNotified = "recovery_notified",
        /// It was contested.
        RecoveryContested = "recovery_contested",
        /// It was published (BODACC).
        RecoveryPublished = "recovery_published",
        /// The judge pronounced a full erasure without liquidation.
        RecoveryOrdered = "recovery_ordered",
        /// That judgment was published.
        RecoveryOrderPublished = "recovery_order_published",
        /// The hearing of a contest.
        ContestHearing = "contest_hearing",
        /// The hearing that opens a full erasure with liquidation.
        OpeningHearing = "opening_hearing",
        /// The judgment that opens it.
        LiquidationOpened = "liquidation_opened",
        /// The trustee received that judgment (mandataire).
        OpeningJudgmentReceived = "opening_judgment_received",
        /// The opening was published.
        OpeningPublished = "opening_published",
        /// A creditor declared a claim.
        ClaimDeclared = "claim_declared",
        /// A creditor asked to be relieved of the foreclosure.
        ForeclosureReliefRequested = "foreclosure_relief_requested",
        /// The trustee sent the balance sheet.
        BalanceSheetSent = "balance_sheet_sent",
        /// The hearing on the state of the claims.
        ClaimsHearing = "claims_hearing",
        /// The judge pronounced the liquidation and named a liquidator.
        LiquidatorAppointed = "liquidator_appointed",
        /// The judgment that orders the sale was published at the land registry.
        SaleJudgmentPublished = "sale_judgment_published",
        /// The liquidator filed the conditions of the sale.
        SaleConditionsFiled = "sale_conditions_filed",
        /// The liquidator told the parties of the auction.
        AuctionNoticeServed = "auction_notice_served",
        /// The liquidator ordered the buyer to pay.
        PriceDemanded = "price_demanded",
        /// The auction became final.
        AdjudicationFinal = "adjudication_final",
        /// The price was deposited.
        PriceDeposited = "price_deposited",
        /// The project of distribution of a liquidation was notified.
        DistributionNotified = "distribution_notified",
        /// It was contested.
        DistributionContested = "distribution_contested",
        /// The enforceable distribution was sent to the Caisse des dépôts.
        DistributionSent = "distribution_sent",
        /// All the goods were sold.
        LiquidationCompleted = "liquidation_completed",
        /// The judge closed the procedure.
        ProcedureClosed = "procedure_closed",
        /// The judge opened and closed the procedure in one judgment.
        OpenedAndClosed = "opened_and_closed",
        /// That judgment was published.
        OpenedAndClosedPublished = "opened_and_closed_published",
        /// A judgment that may be appealed was notified.
        JudgmentNotified = "judgment_notified",
        /// It was appealed.
        JudgmentAppealed = "judgment_appealed",
        /// An order was notified (ordonnance).
        OrderNotified = "order_notified",
        /// Its withdrawal was asked for (rétractation).
        WithdrawalRequested = "withdrawal_requested",
        /// The debtor handed the bank the attestation that an unpaid cheque is erased.
        ChequeAttestationGiven = "cheque_attestation_given",
        /// The bank told the Banque de France.
        ChequeRegularised = "cheque_regularised",
        /// A contract of telephone or internet was signed.
        TelecomContractSigned = "telecom_contract_signed",
        /// The provider received the debtor's cancellation.
        TelecomCancellationReceived = "telecom_cancellation_received",
        /// A payment incident was registered (FICP).
        IncidentRegistered = "incident_registered",
        /// What caused it was paid in full.
        IncidentPaid = "incident_paid",
        /// An instalment of a loan that is not monthly was missed.
        InstalmentMissed = "instalment_missed",
        /// A decision that orders a payment became enforceable (C. mon. fin. L. 313-3).
        DecisionEnforceable = "decision_enforceable",
        /// An auction was pronounced after a seizure of real estate (the same article).
        AuctionPronounced = "auction_pronounced",
        /// What the decision ordered was paid in full.
        DecisionPaid = "decision_paid",
        /// An order to pay with a view to garnishing pay was served (commandement).
        OrderToPayServed = "order_to_pay_served",
        /// It was entered in the register.
        OrderToPayRegistered = "order_to_pay_registered",
        /// Debtor and creditor agreed on a payment.
        WageAgreementMade = "wage_agreement_made",
        /// The debtor contested the garnishment in court.
        WageSeizureContested = "wage_seizure_contested",
        /// The bailiff was told of that contest.
        WageContestDenounced = "wage_contest_denounced",
        /// The seizure was served on the employer.
        WageSeizureServed = "wage_seizure_served",
        /// It was entered in the register.
        WageSeizureRegistered = "wage_seizure_registered",
        /// It was made known to the debtor.
        WageSeizureDenounced = "wage_seizure_denounced",
        /// The employer answered.
        EmployerDeclared = "employer_declared",
        /// An intervention was served.
        InterventionServed = "intervention_served",
        /// It was made known to the debtor.
        InterventionDenounced = "intervention_denounced",
        /// It was entered in the register.
        InterventionRegistered = "intervention_registered",
        /// The distributing bailiff received money from the employer.
        WithheldSumReceived = "withheld_sum_received",
        /// He paid it to the creditors.
        WithheldSumDistributed = "withheld_sum_distributed",
        /// The project of distribution was notified to a creditor.
        WageDistributionProposed = "wage_distribution_proposed",
        /// The state of distribution was notified.
        WageDistributionNotified = "wage_distribution_notified",
        /// It was contested.
        WageDistributionContested = "wage_distribution_contested",
        /// The distributing bailiff was told of that contest.
        WageDistributionContestDenounced = "wage_distribution_contest_denounced",
        /// Something suspended or ended the garnishment at the employer's.
        WageSeizureDisturbed = "wage_seizure_disturbed",
        /// The employer told the bailiff.
        WageDisturbanceReported = "wage_disturbance_reported",
        /// The debtor left the employer.
        EmploymentEnded = "employment_ended",
        /// The garnishment was released.
        WageSeizureReleased = "wage_seizure_released",
        /// The employer was told.
        WageReleaseTold = "wage_release_told",
        /// The nullity or the lapse of the seizure was entered in the register.
        WageNullityRegistered = "wage_nullity_registered",
        /// The seizure was taken up again.
        WageSeizureResumed = "wage_seizure_resumed",
        /// That was entered in the register.
        WageResumptionRegistered = "wage_resumption_registered",
        /// An order to pay was notified to the employer who did not withhold.
        EmployerOrderNotified = "employer_order_notified",
        /// The employer opposed it.
        EmployerOrderOpposed = "employer_order_opposed",
        /// A bank account was seized.
        AccountSeized = "account_seized",
        /// The creditor asked the bank to pay.
        AccountPaymentRequested = "account_payment_requested",
        /// A direct payment of maintenance was asked of a bailiff.
        DirectPaymentRequested = "direct_payment_requested",
        /// It was notified to the employer or the bank.
        DirectPaymentNotified = "direct_payment_notified",
        /// Who pays told whether it can be done.
        DirectPaymentAcknowledged = "direct_payment_acknowledged",
        /// What is paid directly stopped.
        DirectPaymentDisturbed = "direct_payment_disturbed",
    }
}

vocabulary! {
    /// Where a person who must act lives, for the longer delays before courts (CPC 643, 644).
    pub enum Residence = Near {
        /// Where the court sits, or in metropolitan France for a court that sits there. Default.
        Near = "near",
        /// Overseas, or in another territory than that of an overseas court: one month more.
        Overseas = "overseas",
        /// Abroad: two months more.
        Abroad = "abroad",
    }
}

/// An event of a file.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The day: of an act sent by post, the day of posting (CPC 668); of a letter received, `signed_on` or
    /// `presented_on` may stand instead.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub on: Option<NaiveDate>,
    /// The day on which the receipt was signed (C. conso. R. 712-18, R. 713-11).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub signed_on: Option<NaiveDate>,
    /// The day on which the letter was presented: it counts when the receipt was not signed (the same articles).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub presented_on: Option<NaiveDate>,
    /// The duration that a decision gives: of a plan, measures, a suspension, a stay.
    pub months: Option<u32>,
    /// Where the person who must act lives; only longer before courts.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub residence: Residence,
    /// A name of the caller's for whom or what the event is about: a creditor, a contract. Acts that bear the same name
    /// answer it.
    pub about: Option<Id>,
}

opaque_debug!(Event);

impl Event {
    /// An event of a day.
    #[must_use]
    pub const fn new(kind: EventKind, on: NaiveDate) -> Event {
        Event {
            kind,
            on: Some(on),
            signed_on: None,
            presented_on: None,
            months: None,
            residence: Residence::Near,
            about: None,
        }
    }

    /// The day that counts: the signature, else the presentation, else the day given (C. conso. R. 712-18, R. 713-11).
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.signed_on.or(self.presented_on).or(self.on)
    }
}
