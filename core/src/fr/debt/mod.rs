//! Debts, with what decides their treatment.
//!
//! A debt is stated as a fact: its kind, its creditor, its balance in parts, when it arose, who else owes it, what
//! secures it, what the creditor agreed to. What the law lets measures do with it follows from there: see
//! [`treatment`].

pub mod treatment;

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// The kind of a debt (nature de la dette).
    pub enum DebtKind {
        /// Rent and housing charges (arriéré de loyer et de charges).
        HousingArrears = "housing_arrears",
        /// Energy, water, telecom, insurance and other bills (charges et factures courantes).
        EnergyAndBills = "energy_and_bills",
        /// Consumer credit (crédit à la consommation).
        ConsumerCredit = "consumer_credit",
        /// Revolving credit (crédit renouvelable).
        RevolvingCredit = "revolving_credit",
        /// Overdraft (découvert).
        Overdraft = "overdraft",
        /// Any other bank loan (autre prêt bancaire).
        BankLoan = "bank_loan",
        /// Home loan (prêt immobilier).
        HomeLoan = "home_loan",
        /// Tax (dette fiscale).
        Tax = "tax",
        /// Social-security overpayment, without fraud (indu social).
        SocialOverpayment = "social_overpayment",
        /// Maintenance (dette alimentaire).
        Maintenance = "maintenance",
        /// Compensation awarded to victims in a criminal conviction (réparation pécuniaire).
        PenalDamages = "penal_damages",
        /// Damages outside a criminal conviction (dommages-intérêts civils).
        Damages = "damages",
        /// Fine pronounced in a criminal conviction (amende pénale).
        CourtFine = "court_fine",
        /// Fixed fine, increased or not (amende forfaitaire).
        FixedFine = "fixed_fine",
        /// Parking fee (forfait de post-stationnement): an ordinary debt.
        ParkingFee = "parking_fee",
        /// Administrative penalty (sanction administrative).
        AdministrativePenalty = "administrative_penalty",
        /// Debt born of fraud against a social-protection body (CSS L. 114-12).
        SocialFraud = "social_fraud",
        /// Tax debt with non-remissible surcharges or joint liability for tax fraud (CGI 1756 II, 1745; LPF L. 267).
        TaxFraud = "tax_fraud",
        /// Pawn loan of a municipal credit fund (prêt sur gage, CMF L. 514-1).
        PawnLoan = "pawn_loan",
        /// Professional debt (dette professionnelle).
        Professional = "professional",
        /// Loan of a relative or another individual (prêt d'un particulier).
        PrivateLender = "private_lender",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// The class of a creditor (catégorie de créancier).
    pub enum Creditor {
        /// Lessor of a home (bailleur).
        Lessor = "lessor",
        /// Credit institution (établissement de crédit).
        CreditInstitution = "credit_institution",
        /// Finance company (société de financement).
        FinanceCompany = "finance_company",
        /// Payment institution (établissement de paiement).
        PaymentInstitution = "payment_institution",
        /// Individual (particulier).
        Individual = "individual",
        /// Public body (organisme public).
        PublicBody = "public_body",
        /// Supplier of energy, water or telecom (fournisseur).
        Utility = "utility",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// To which estate of a sole trader a debt belongs (C. conso. L. 711-9).
    pub enum Estate = Personal {
        /// The personal estate.
        Personal = "personal",
        /// The professional estate.
        Professional = "professional",
    }
}

vocabulary! {
    /// How a fraud was established (CSS L. 114-12, L. 114-17 to L. 114-17-2).
    pub enum FraudProof = None {
        /// It was not.
        None = "none",
        /// By a court decision.
        Decision = "decision",
        /// By a sanction of the body.
        Sanction = "sanction",
    }
}

/// A security on an asset (sûreté).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Security {
    /// The asset.
    pub asset: Id,
    /// Its rank among the securities of the asset, 1 first.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub rank: u32,
}

/// A debt left out of the plan, with the instalment paid beside it (dette hors plan).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutsidePlan {
    /// Euros a month, inside the legal maximum.
    pub instalment: Money,
}

/// A debt (dette, créance).
#[doc(alias = "créance")]
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Debt {
    /// Identifier.
    pub id: Id,
    /// Kind.
    pub kind: DebtKind,
    /// Class of the creditor; that of the kind when not said.
    pub creditor: Option<Creditor>,
    /// Free label for reports; it never enters an error.
    pub label: Option<Id>,
    /// File reference for reports; it never enters an error.
    pub reference: Option<Id>,
    /// Principal due (capital).
    pub principal: Money,
    /// Interest due.
    pub interest: Option<Money>,
    /// Costs due (frais).
    pub costs: Option<Money>,
    /// Penalties due.
    pub penalty: Option<Money>,
    /// Contract rate, percent a year.
    pub contract_rate: Option<Rate>,
    /// Months left to run.
    #[cfg_attr(feature = "schema", schemars(range(max = 1200)))]
    pub remaining_months: Option<u32>,
    /// The term was accelerated (déchéance du terme).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub accelerated: bool,
    /// Day the debt arose.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub arose_on: Option<NaiveDate>,
    /// Not yet due (à échoir).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub to_fall_due: bool,
    /// Neither declared by the debtor nor notified to the creditor (C. conso. L. 733-15, L. 741-3).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub undeclared: bool,
    /// Contested.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub contested: bool,
    /// Set aside by the judge for the needs of the procedure (R. 723-7).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub set_aside: bool,
    /// Estate of a sole trader.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub estate: Estate,
    /// How a fraud was established.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub fraud_proof: FraudProof,
    /// The creditor agrees to remission, rescheduling or erasure (C. conso. L. 711-4).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub consent: bool,
    /// What a guarantor or co-debtor who is a natural person already paid in the debtor's place.
    pub guarantor_paid: Option<Money>,
    /// Others owe it too: erasure does not free them.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub co_debtor: bool,
    /// Security on an asset.
    pub security: Option<Security>,
    /// The loan financed the main home.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub finances_main_home: bool,
    /// What is left of a home loan after the home was sold (L. 733-4, 1°).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub left_by_sale: bool,
    /// Left out of the plan, with its own instalment.
    pub outside_plan: Option<OutsidePlan>,
    /// For a debt outside the procedure: the instalment its creditor accepted.
    pub agreed_instalment: Option<Money>,
}

opaque_debug!(Security, OutsidePlan, Debt);

impl Debt {
    /// A debt of a kind, principal only.
    pub fn new(id: impl Into<Id>, kind: DebtKind, principal: Money) -> Debt {
        Debt {
            id: id.into(),
            kind,
            creditor: None,
            label: None,
            reference: None,
            principal,
            interest: None,
            costs: None,
            penalty: None,
            contract_rate: None,
            remaining_months: None,
            accelerated: false,
            arose_on: None,
            to_fall_due: false,
            undeclared: false,
            contested: false,
            set_aside: false,
            estate: Estate::Personal,
            fraud_proof: FraudProof::None,
            consent: false,
            guarantor_paid: None,
            co_debtor: false,
            security: None,
            finances_main_home: false,
            left_by_sale: false,
            outside_plan: None,
            agreed_instalment: None,
        }
    }

    /// Principal, interest, costs and penalties together.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn balance(&self) -> Result<Money> {
        let parts = [Some(self.principal), self.interest, self.costs, self.penalty];
        Money::total(parts.into_iter().flatten())
    }

    /// The class of the creditor, from the kind when it is not stated.
    #[must_use]
    pub fn creditor_class(&self) -> Creditor {
        self.creditor.unwrap_or(match self.kind {
            DebtKind::HousingArrears => Creditor::Lessor,
            DebtKind::ConsumerCredit
            | DebtKind::RevolvingCredit
            | DebtKind::Overdraft
            | DebtKind::BankLoan
            | DebtKind::HomeLoan => Creditor::CreditInstitution,
            DebtKind::Tax
            | DebtKind::SocialOverpayment
            | DebtKind::CourtFine
            | DebtKind::FixedFine
            | DebtKind::ParkingFee
            | DebtKind::SocialFraud
            | DebtKind::TaxFraud => Creditor::PublicBody,
            DebtKind::PrivateLender => Creditor::Individual,
            DebtKind::EnergyAndBills => Creditor::Utility,
            _ => Creditor::Other,
        })
    }

    /// A landlord's claim, which L. 711-6 puts first.
    #[must_use]
    pub fn is_landlord(&self) -> bool {
        self.creditor_class() == Creditor::Lessor
    }

    /// A claim of those that L. 711-6 puts after landlords: credit institutions, finance companies, consumer credits.
    #[must_use]
    pub fn is_lender(&self) -> bool {
        matches!(self.creditor_class(), Creditor::CreditInstitution | Creditor::FinanceCompany)
            || matches!(self.kind, DebtKind::ConsumerCredit | DebtKind::RevolvingCredit | DebtKind::Overdraft)
    }

    /// No matter of the procedure: set aside by the judge, or of a professional estate.
    #[must_use]
    pub fn is_no_matter(&self) -> bool {
        self.set_aside || self.estate == Estate::Professional
    }

    /// The first fault of the debt alone.
    pub(crate) fn fault(&self) -> Option<Error> {
        let balance = match self.balance() {
            Ok(balance) => balance,
            Err(error) => return Some(error.at("principal")),
        };
        if balance.is_zero() {
            return Some(Error::new(ErrorCode::DebtNoBalance).at("principal"));
        }
        if self.guarantor_paid.is_some_and(|paid| paid > balance) {
            return Some(Error::new(ErrorCode::DebtGuarantorPaid).at("guarantor_paid"));
        }
        if self.agreed_instalment.is_some_and(Money::is_zero) {
            return Some(Error::new(ErrorCode::AmountZero).at("agreed_instalment"));
        }
        None
    }
}
