//! How debts, their creditors, their treatment and the ways of a file read.

use crate::fr::debt::treatment::{Certainty, TreatmentRule};
use crate::fr::debt::{Creditor, DebtKind};
use crate::fr::orientation::Way;
use crate::language::Language;

/// The kind of a debt.
pub(super) fn kind(kind: DebtKind, language: Language) -> &'static str {
    let (french, english) = match kind {
        DebtKind::HousingArrears => ("arriéré de loyer et de charges", "rent and housing arrears"),
        DebtKind::EnergyAndBills => ("charges et factures courantes", "energy and other bills"),
        DebtKind::ConsumerCredit => ("crédit à la consommation", "consumer credit"),
        DebtKind::RevolvingCredit => ("crédit renouvelable", "revolving credit"),
        DebtKind::Overdraft => ("découvert bancaire", "overdraft"),
        DebtKind::BankLoan => ("prêt bancaire", "bank loan"),
        DebtKind::HomeLoan => ("prêt immobilier", "home loan"),
        DebtKind::Tax => ("dette fiscale", "tax"),
        DebtKind::SocialOverpayment => ("indu social", "social-security overpayment"),
        DebtKind::Maintenance => ("dette alimentaire", "maintenance"),
        DebtKind::PenalDamages => {
            ("réparation pécuniaire (condamnation pénale)", "damages of a criminal conviction")
        }
        DebtKind::Damages => ("dommages-intérêts", "damages"),
        DebtKind::CourtFine => ("amende pénale", "criminal fine"),
        DebtKind::FixedFine => ("amende forfaitaire", "fixed fine"),
        DebtKind::ParkingFee => ("forfait de post-stationnement", "parking fee"),
        DebtKind::AdministrativePenalty => ("sanction administrative", "administrative penalty"),
        DebtKind::SocialFraud => ("fraude à un organisme social", "fraud against a social body"),
        DebtKind::TaxFraud => ("fraude fiscale", "tax fraud"),
        DebtKind::PawnLoan => ("prêt sur gage", "pawn loan"),
        DebtKind::Professional => ("dette professionnelle", "professional debt"),
        DebtKind::PrivateLender => ("prêt d'un particulier", "loan of an individual"),
        DebtKind::Other => ("autre dette", "other debt"),
    };
    language.pick(french, english)
}

/// The class of a creditor; nothing for the others.
pub(super) fn creditor(class: Creditor, language: Language) -> &'static str {
    let (french, english) = match class {
        Creditor::Lessor => ("bailleur", "lessor"),
        Creditor::CreditInstitution => ("établissement de crédit", "credit institution"),
        Creditor::FinanceCompany => ("société de financement", "finance company"),
        Creditor::PaymentInstitution => ("établissement de paiement", "payment institution"),
        Creditor::Individual => ("particulier", "individual"),
        Creditor::PublicBody => ("organisme public", "public body"),
        Creditor::Utility => ("fournisseur", "supplier"),
        Creditor::Other => ("", ""),
    };
    language.pick(french, english)
}

/// The rank of settlement.
pub(super) fn rank(rank: u8, language: Language) -> &'static str {
    let (french, english) = match rank {
        1 => ("dettes hors procédure", "debts outside the procedure"),
        2 => ("dettes de logement", "housing debts"),
        3 => ("charges et dettes courantes", "current charges and bills"),
        4 => ("crédits et dettes bancaires", "credits and bank debts"),
        _ => ("autres dettes", "other debts"),
    };
    language.pick(french, english)
}

/// A way that a file can go.
pub(super) fn way(way: Way, language: Language) -> &'static str {
    let (french, english) = match way {
        Way::AgreedPlan => ("Plan conventionnel", "Agreed plan"),
        Way::ImposedRescheduling => ("Rééchelonnement imposé", "Imposed rescheduling"),
        Way::PartialErasure => ("Plan avec effacement partiel", "Plan with partial erasure"),
        Way::Suspension => ("Suspension", "Suspension"),
        Way::RecoveryWithoutLiquidation => {
            ("Rétablissement personnel sans liquidation", "Personal recovery without liquidation")
        }
        Way::RecoveryWithLiquidation => {
            ("Rétablissement personnel avec liquidation", "Personal recovery with liquidation")
        }
    };
    language.pick(french, english)
}

/// What a rule says of a debt.
pub(super) fn rule(rule: TreatmentRule, language: Language) -> &'static str {
    let (french, english) = match rule {
        TreatmentRule::Ordinary => ("peut être reportée ou rééchelonnée", "may be deferred or rescheduled"),
        TreatmentRule::Maintenance => (
            "dette alimentaire : ni remise, ni rééchelonnement, ni effacement sans l'accord du créancier",
            "maintenance: no remission, rescheduling or erasure unless the creditor agrees",
        ),
        TreatmentRule::PenalDamages => (
            "réparation due à une victime : ni remise, ni rééchelonnement, ni effacement sans l'accord du créancier",
            "compensation of a victim: no remission, rescheduling or erasure unless the creditor agrees",
        ),
        TreatmentRule::SocialFraud => (
            "fraude établie : ni remise, ni rééchelonnement, ni effacement sans l'accord du créancier",
            "established fraud: no remission, rescheduling or erasure unless the creditor agrees",
        ),
        TreatmentRule::FraudNotProven => (
            "fraude ni jugée ni sanctionnée : la dette reste dans la procédure",
            "fraud neither judged nor sanctioned: the debt stays in the procedure",
        ),
        TreatmentRule::TaxFraud => (
            "majorations fiscales non rémissibles : ni remise, ni rééchelonnement, ni effacement sans l'accord du créancier",
            "non-remissible tax surcharges: no remission, rescheduling or erasure unless the creditor agrees",
        ),
        TreatmentRule::CourtFine => (
            "amende pénale : ni remise, ni rééchelonnement, ni effacement, même avec l'accord du créancier",
            "criminal fine: no remission, rescheduling or erasure, even if the creditor agrees",
        ),
        TreatmentRule::FixedFine => (
            "amende forfaitaire : les textes ne disent pas nettement si elle suit le sort des amendes pénales",
            "fixed fine: the texts do not settle whether it follows criminal fines",
        ),
        TreatmentRule::Consent => ("le créancier a donné son accord", "the creditor agreed"),
        TreatmentRule::PawnLoan => {
            ("prêt sur gage : ne peut pas être effacé", "pawn loan: it can't be erased")
        }
        TreatmentRule::GuarantorPaid => (
            "ce qu'une caution ou un coobligé, personne physique, a payé ne peut pas être effacé",
            "what a guarantor or co-debtor, a natural person, paid can't be erased",
        ),
        TreatmentRule::MaintenanceNotSuspended => {
            ("dette alimentaire : jamais suspendue", "maintenance: never suspended")
        }
        TreatmentRule::LandlordFirst => {
            ("créance de bailleur, réglée avant les prêteurs", "landlord's claim, paid before lenders")
        }
        TreatmentRule::CoDebtor => {
            ("les coobligés et les cautions restent tenus", "co-debtors and guarantors stay bound")
        }
        TreatmentRule::Undeclared => (
            "ni signalée ni notifiée : les mesures ne sont pas opposables à ce créancier",
            "neither declared nor notified: the measures do not bind this creditor",
        ),
        TreatmentRule::ProfessionalEstate => (
            "patrimoine professionnel : hors de cette procédure",
            "professional estate: outside this procedure",
        ),
        TreatmentRule::BornAfter => (
            "née après la date qui arrête les dettes : un effacement total ne l'atteint pas",
            "born after the day that fixes the debts: a full erasure does not reach it",
        ),
        TreatmentRule::SuspensionArguable => (
            "sa suspension est discutée : le texte n'excepte que les dettes alimentaires",
            "its suspension is arguable: the text exempts maintenance only",
        ),
        TreatmentRule::SetAside => (
            "écartée par le juge pour les besoins de la procédure",
            "set aside by the judge for the needs of the procedure",
        ),
    };
    language.pick(french, english)
}

/// What follows the article of a rule that is not certain.
pub(super) fn doubt(certainty: Certainty, language: Language) -> &'static str {
    let (french, english) = match certainty {
        Certainty::Certain => ("", ""),
        Certainty::Likely => (" ; règle probable", "; likely rule"),
        Certainty::Unsure => (" ; règle incertaine", "; unsure rule"),
    };
    language.pick(french, english)
}
