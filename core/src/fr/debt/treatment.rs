//! What measures may do with each debt, and in which rank it is served.
//!
//! Excluded debts (L. 711-4) stay payable and their creditors may enforce: remitting, rescheduling or erasing them
//! needs the creditor's consent, and court fines never enter, even with consent. What a guarantor who is a natural
//! person paid is never erased (L. 733-4, L. 741-2, L. 742-22), nor a pawn loan (L. 711-5).

use super::{Debt, DebtKind, Estate, FraudProof};
use crate::error::Result;
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// Whether a measure may touch a debt.
    pub enum Permission {
        /// It may.
        Allowed = "allowed",
        /// Only if the creditor agrees.
        WithConsent = "with_consent",
        /// It may not.
        Forbidden = "forbidden",
        /// The texts can be read both ways.
        Arguable = "arguable",
    }
}

vocabulary! {
    /// How certain a rule is.
    pub enum Certainty {
        /// Read in a statute or a ruling of the Cour de cassation.
        Certain = "certain",
        /// Read in a secondary source, or a short inference.
        Likely = "likely",
        /// One weak source, or sources that disagree.
        Unsure = "unsure",
    }
}

vocabulary! {
    /// A rule that decides a debt's treatment.
    pub enum TreatmentRule {
        /// Debts of any kind may be rescheduled or deferred (L. 733-1, 1°).
        Ordinary = "ordinary",
        /// Maintenance is excluded unless the creditor agrees (L. 711-4, 1°).
        Maintenance = "maintenance",
        /// Compensation of a criminal conviction is excluded unless the creditor agrees (L. 711-4, 2°).
        PenalDamages = "penal_damages",
        /// Proven fraud against a social body is excluded unless the creditor agrees (L. 711-4, 3°).
        SocialFraud = "social_fraud",
        /// Fraud that was not proven does not exclude the debt (L. 711-4, 3°).
        FraudNotProven = "fraud_not_proven",
        /// Tax debts with non-remissible surcharges are excluded unless the creditor agrees (L. 711-4, 4°).
        TaxFraud = "tax_fraud",
        /// Criminal fines are excluded whatever the creditor says (L. 711-4, last paragraph).
        CourtFine = "court_fine",
        /// Fixed fines: whether they are criminal fines in this sense is not settled.
        FixedFine = "fixed_fine",
        /// The creditor agreed (L. 711-4).
        Consent = "consent",
        /// Pawn loans can't be erased (L. 711-5).
        PawnLoan = "pawn_loan",
        /// What a natural-person guarantor paid can't be erased (L. 733-4, L. 741-2, L. 742-22).
        GuarantorPaid = "guarantor_paid",
        /// Co-debtors and guarantors stay bound.
        CoDebtor = "co_debtor",
        /// Creditors neither declared nor notified are not bound by measures (L. 733-15).
        Undeclared = "undeclared",
        /// The debt belongs to the professional estate: outside (L. 711-9).
        ProfessionalEstate = "professional_estate",
        /// Born after the date at which erasure fixes the debts (L. 741-2).
        BornAfter = "born_after",
        /// Suspension exempts maintenance only; for the other excluded debts it is arguable (L. 733-1, 4°).
        SuspensionArguable = "suspension_arguable",
        /// Maintenance is never suspended (L. 733-1, 4°).
        MaintenanceNotSuspended = "maintenance_not_suspended",
        /// Landlords are paid before lenders (L. 711-6).
        LandlordFirst = "landlord_first",
        /// A debt set aside by the judge (R. 723-7).
        SetAside = "set_aside",
    }
}

impl TreatmentRule {
    /// The provision behind the rule and how certain it is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        match self {
            TreatmentRule::Ordinary => ("C. conso. L. 733-1, 1°", Certainty::Certain),
            TreatmentRule::Maintenance => ("C. conso. L. 711-4, 1°", Certainty::Certain),
            TreatmentRule::PenalDamages => ("C. conso. L. 711-4, 2°", Certainty::Certain),
            TreatmentRule::SocialFraud | TreatmentRule::FraudNotProven => {
                ("C. conso. L. 711-4, 3°", Certainty::Certain)
            }
            TreatmentRule::TaxFraud => ("C. conso. L. 711-4, 4°", Certainty::Certain),
            TreatmentRule::CourtFine => ("C. conso. L. 711-4, dernier alinéa", Certainty::Certain),
            TreatmentRule::FixedFine => ("C. conso. L. 711-4, dernier alinéa", Certainty::Unsure),
            TreatmentRule::Consent => ("C. conso. L. 711-4", Certainty::Certain),
            TreatmentRule::PawnLoan => ("C. conso. L. 711-5", Certainty::Certain),
            TreatmentRule::GuarantorPaid => {
                ("C. conso. L. 733-4, 2°, L. 741-2, L. 742-22", Certainty::Certain)
            }
            TreatmentRule::CoDebtor => ("C. conso. L. 741-2", Certainty::Likely),
            TreatmentRule::Undeclared => ("C. conso. L. 733-15", Certainty::Certain),
            TreatmentRule::ProfessionalEstate => ("C. conso. L. 711-9", Certainty::Certain),
            TreatmentRule::BornAfter => ("C. conso. L. 741-2", Certainty::Certain),
            TreatmentRule::SuspensionArguable => ("C. conso. L. 733-1, 4°, L. 711-4", Certainty::Unsure),
            TreatmentRule::MaintenanceNotSuspended => ("C. conso. L. 733-1, 4°", Certainty::Certain),
            TreatmentRule::LandlordFirst => ("C. conso. L. 711-6", Certainty::Certain),
            TreatmentRule::SetAside => ("C. conso. R. 723-7", Certainty::Certain),
        }
    }
}

/// What the law lets measures do with a debt.
#[derive(Clone, PartialEq, Eq)]
pub struct Treatment {
    /// The debt.
    pub id: Id,
    /// Rank of settlement: 1 outside the procedure, 2 housing, 3 current charges, 4 credits, 5 others.
    pub rank: u8,
    /// Outside the procedure (L. 711-4), as long as its creditor does not agree.
    pub excluded: bool,
    /// Rescheduling and deferral (L. 733-1, 1°).
    pub reschedule: Permission,
    /// Suspension (L. 733-1, 4°).
    pub suspend: Permission,
    /// Partial remission (L. 732-2).
    pub remit: Permission,
    /// Erasure (L. 733-4, L. 741-2, L. 742-22).
    pub erase: Permission,
    /// What a full erasure wipes out.
    pub erased_in_full_erasure: Money,
    /// What survives it.
    pub survives: Money,
    /// The rules, in order.
    pub reasons: Vec<TreatmentRule>,
}

opaque_debug!(Treatment);

/// What is known of the erasure that may be considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erasure {
    /// The day at which it fixes the debts: the commission's decision or the judgment (L. 741-2, L. 742-21).
    pub fixed_on: Option<NaiveDate>,
}

/// The treatment of a debt.
///
/// # Errors
/// `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::fr::debt::{treatment::*, Debt, DebtKind};
/// let mut fine = Debt::new("fine", DebtKind::CourtFine, "900.00".parse()?);
/// fine.consent = true; // no consent brings a criminal fine in
/// let treated = treat(&fine, Erasure::default())?;
/// assert!(treated.excluded);
/// assert_eq!(treated.erase, Permission::Forbidden);
/// assert_eq!(treated.rank, 1);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn treat(debt: &Debt, erasure: Erasure) -> Result<Treatment> {
    let mut reasons = Vec::new();
    let excluding = exclusion(debt);
    let mut permission = Permission::Allowed;
    let mut suspend = Permission::Allowed;
    if let Some(rule) = excluding {
        reasons.push(rule);
        let may_consent = rule != TreatmentRule::CourtFine;
        permission = match (may_consent, debt.consent) {
            (true, true) => {
                reasons.push(TreatmentRule::Consent);
                Permission::Allowed
            }
            (true, false) => Permission::WithConsent,
            (false, _) => Permission::Forbidden,
        };
        if rule == TreatmentRule::Maintenance {
            reasons.push(TreatmentRule::MaintenanceNotSuspended);
            suspend = Permission::Forbidden;
        } else if permission != Permission::Allowed {
            reasons.push(TreatmentRule::SuspensionArguable);
            suspend = Permission::Arguable;
        }
    } else {
        reasons.push(TreatmentRule::Ordinary);
        if debt.kind == DebtKind::SocialFraud {
            reasons.push(TreatmentRule::FraudNotProven);
        }
        if debt.kind == DebtKind::FixedFine {
            reasons.push(TreatmentRule::FixedFine);
        }
    }
    let mut erase = permission;
    if debt.kind == DebtKind::PawnLoan {
        reasons.push(TreatmentRule::PawnLoan);
        erase = Permission::Forbidden;
    }
    if debt.is_landlord() {
        reasons.push(TreatmentRule::LandlordFirst);
    }
    // All of it was paid by a guarantor: no agreement of the creditor brings that part in (L. 733-4, 2°).
    if debt.guarantor_paid == Some(debt.balance()?) {
        erase = Permission::Forbidden;
    }
    let excluded = excluding.is_some() && permission != Permission::Allowed;
    let survives = survivor(debt, excluded, erasure, &mut reasons)?;
    for (holds, rule) in [
        (debt.co_debtor, TreatmentRule::CoDebtor),
        (debt.undeclared, TreatmentRule::Undeclared),
        (debt.set_aside, TreatmentRule::SetAside),
        (debt.estate == Estate::Professional, TreatmentRule::ProfessionalEstate),
    ] {
        if holds {
            reasons.push(rule);
        }
    }
    // Measures do not bind a creditor who knows nothing of them, nor reach a debt that is no matter of the procedure.
    if debt.undeclared || debt.is_no_matter() {
        permission = Permission::Forbidden;
        suspend = Permission::Forbidden;
        erase = Permission::Forbidden;
    }
    Ok(Treatment {
        id: debt.id.clone(),
        rank: rank(debt, excluded),
        excluded,
        reschedule: permission,
        suspend,
        remit: permission,
        erase,
        erased_in_full_erasure: debt.balance()?.minus(survives)?,
        survives,
        reasons,
    })
}

/// The rule of L. 711-4 that puts a debt outside, whatever its creditor says of it.
fn exclusion(debt: &Debt) -> Option<TreatmentRule> {
    match debt.kind {
        DebtKind::Maintenance => Some(TreatmentRule::Maintenance),
        DebtKind::PenalDamages => Some(TreatmentRule::PenalDamages),
        DebtKind::SocialFraud if debt.fraud_proof != FraudProof::None => Some(TreatmentRule::SocialFraud),
        DebtKind::TaxFraud => Some(TreatmentRule::TaxFraud),
        DebtKind::CourtFine => Some(TreatmentRule::CourtFine),
        _ => None,
    }
}

/// What a full erasure (rétablissement personnel) leaves of a debt.
fn survivor(
    debt: &Debt,
    excluded: bool,
    erasure: Erasure,
    reasons: &mut Vec<TreatmentRule>,
) -> Result<Money> {
    let balance = debt.balance()?;
    let born_after = matches!((debt.arose_on, erasure.fixed_on), (Some(arose), Some(fixed)) if arose > fixed);
    if born_after {
        reasons.push(TreatmentRule::BornAfter);
    }
    let kept = debt.kind == DebtKind::PawnLoan || debt.is_no_matter();
    if born_after || kept || excluded {
        return Ok(balance);
    }
    match debt.guarantor_paid {
        Some(paid) if !paid.is_zero() => {
            reasons.push(TreatmentRule::GuarantorPaid);
            Ok(paid.min(balance))
        }
        _ => Ok(Money::ZERO),
    }
}

/// The working order of the règlements intérieurs (4.4.2); a departure is a decision.
fn rank(debt: &Debt, excluded: bool) -> u8 {
    if excluded {
        return 1;
    }
    if debt.is_landlord() {
        return 2;
    }
    match debt.kind {
        DebtKind::HousingArrears => 2,
        DebtKind::HomeLoan if !debt.left_by_sale => 2,
        DebtKind::EnergyAndBills
        | DebtKind::Tax
        | DebtKind::TaxFraud
        | DebtKind::FixedFine
        | DebtKind::ParkingFee
        | DebtKind::AdministrativePenalty => 3,
        DebtKind::ConsumerCredit
        | DebtKind::RevolvingCredit
        | DebtKind::Overdraft
        | DebtKind::BankLoan
        | DebtKind::PawnLoan => 4,
        _ => 5,
    }
}
