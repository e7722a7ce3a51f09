//! Findings: what, how grave, under which article and how certain.

use crate::fr::debt::treatment::Certainty;
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};

vocabulary! {
    /// How grave a finding is.
    pub enum Grade {
        /// The plan breaks a rule of law.
        Breach = "breach",
        /// The texts can be read both ways, or the rule is unsure.
        Doubtful = "doubtful",
        /// To be known.
        Note = "note",
    }
}

vocabulary! {
    /// What was found.
    pub enum FindingKind {
        /// The plan lasts longer than the law allows.
        HorizonExceeded = "horizon_exceeded",
        /// A home loan is spread beyond seven years and beyond half of its remaining term.
        HalfTermExceeded = "half_term_exceeded",
        /// A month passes the legal maximum.
        LegalMaximumExceeded = "legal_maximum_exceeded",
        /// A month passes the retained amount.
        RetainedExceeded = "retained_exceeded",
        /// A month leaves less than the RSA of the household.
        RsaNotLeft = "rsa_not_left",
        /// The share kept for the household is not stated.
        ShareNotStated = "share_not_stated",
        /// A lender is paid while a landlord waits.
        LenderBeforeLandlord = "lender_before_landlord",
        /// A lender is paid in a month in which a landlord is still being paid.
        LenderBesideLandlord = "lender_beside_landlord",
        /// An excluded debt is rescheduled without its creditor's consent.
        ExcludedRescheduled = "excluded_rescheduled",
        /// An excluded debt is erased without its creditor's consent.
        ExcludedErased = "excluded_erased",
        /// A court fine is touched by the measures.
        CourtFineTouched = "court_fine_touched",
        /// A debt outside the procedure is only proposed: its creditor is not bound.
        OutsideToBeAgreed = "outside_to_be_agreed",
        /// A pawn loan is erased.
        PawnLoanErased = "pawn_loan_erased",
        /// What a natural-person guarantor paid is erased.
        GuarantorPaidErased = "guarantor_paid_erased",
        /// An imposed rate passes the contract or the legal rate.
        RateAboveCap = "rate_above_cap",
        /// A second suspension on re-examination.
        SecondSuspension = "second_suspension",
        /// The suspension is too long.
        SuspensionTooLong = "suspension_too_long",
        /// Maintenance is suspended.
        MaintenanceSuspended = "maintenance_suspended",
        /// Erasure without any other measure.
        ErasureAlone = "erasure_alone",
        /// An owner's debts are erased without a prior sale.
        ErasureWithoutSale = "erasure_without_sale",
        /// A remainder is neither paid nor erased.
        RemainderLeft = "remainder_left",
        /// What can't be erased is not paid in full: no combination of these months and this capacity clears it.
        UnerasableLeft = "unerasable_left",
        /// More is paid and erased than is due.
        MoreThanDue = "more_than_due",
        /// Creditors of one rank receive different shares of their claims.
        UnequalDividends = "unequal_dividends",
        /// A token instalment.
        TokenInstalment = "token_instalment",
        /// A creditor who was neither declared nor notified is not bound.
        UndeclaredNotBound = "undeclared_not_bound",
        /// Co-debtors and guarantors stay bound by what is erased.
        CoDebtorsStayBound = "co_debtors_stay_bound",
        /// The parts of a price pass it, or leave something to the debtor while creditors are owed.
        SaleProceedsUnbalanced = "sale_proceeds_unbalanced",
        /// A creditor is paid by a sale while one whose security comes before is not paid in full.
        SaleRankIgnored = "sale_rank_ignored",
        /// A debt is reduced after a sale without the conditions of that reduction.
        ReductionWithoutConditions = "reduction_without_conditions",
    }
}

impl FindingKind {
    /// The provision and how certain the rule is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        use Certainty::{Certain, Likely, Unsure};
        match self {
            FindingKind::HorizonExceeded => ("C. conso. L. 732-3, L. 733-3", Certain),
            FindingKind::HalfTermExceeded => ("C. conso. L. 733-1, 1°", Unsure),
            FindingKind::LegalMaximumExceeded => ("C. conso. L. 731-1, R. 731-1", Certain),
            FindingKind::RetainedExceeded => ("C. conso. L. 731-1", Likely),
            FindingKind::RsaNotLeft => ("C. conso. L. 731-2, R. 731-1", Certain),
            FindingKind::ShareNotStated => ("C. conso. L. 731-3, L. 733-13", Certain),
            FindingKind::LenderBeforeLandlord => ("C. conso. L. 711-6", Certain),
            FindingKind::LenderBesideLandlord => ("C. conso. L. 711-6", Likely),
            FindingKind::ExcludedRescheduled | FindingKind::ExcludedErased => ("C. conso. L. 711-4", Certain),
            FindingKind::CourtFineTouched => ("C. conso. L. 711-4, dernier alinéa", Certain),
            FindingKind::OutsideToBeAgreed => ("C. conso. L. 711-4, L. 733-16", Certain),
            FindingKind::PawnLoanErased => ("C. conso. L. 711-5", Certain),
            FindingKind::GuarantorPaidErased => ("C. conso. L. 733-4, 2°", Certain),
            FindingKind::RateAboveCap => ("C. conso. L. 733-1, 3°", Certain),
            FindingKind::SecondSuspension => ("C. conso. L. 733-2", Certain),
            FindingKind::SuspensionTooLong | FindingKind::MaintenanceSuspended => {
                ("C. conso. L. 733-1, 4°", Certain)
            }
            FindingKind::ErasureAlone => ("C. conso. L. 733-4, 2°", Certain),
            FindingKind::ErasureWithoutSale => ("Cass. 2e civ., 22 mai 2025, n° 23-12.659", Certain),
            FindingKind::RemainderLeft => ("Cass., avis, 10 janvier 2005", Certain),
            FindingKind::UnerasableLeft => ("C. conso. L. 711-5, L. 733-4, 2°", Likely),
            FindingKind::MoreThanDue => ("C. conso. L. 733-1", Certain),
            FindingKind::UnequalDividends | FindingKind::TokenInstalment => {
                ("circ. 17 décembre 2017", Likely)
            }
            FindingKind::UndeclaredNotBound => ("C. conso. L. 733-15", Certain),
            FindingKind::CoDebtorsStayBound => ("C. conso. L. 733-4, L. 741-2", Likely),
            FindingKind::SaleProceedsUnbalanced => ("C. civ. 2285", Certain),
            FindingKind::SaleRankIgnored => ("C. conso. L. 742-18 ; C. civ. 2285", Likely),
            FindingKind::ReductionWithoutConditions => ("C. conso. L. 733-4, 1°", Certain),
        }
    }
}

/// One finding.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// How grave it is.
    pub grade: Grade,
    /// The debt concerned, if one is.
    pub debt: Option<Id>,
    /// The first month concerned, if one is.
    pub month: Option<u32>,
    /// What the law allows: an amount or a number of months in `bound_months`.
    pub bound: Option<Money>,
    /// What the plan does.
    pub found: Option<Money>,
    /// A bound in months.
    pub bound_months: Option<u32>,
    /// The months found.
    pub found_months: Option<u32>,
}

opaque_debug!(Finding);

impl Finding {
    pub(super) fn new(kind: FindingKind, grade: Grade) -> Finding {
        Finding {
            kind,
            grade,
            debt: None,
            month: None,
            bound: None,
            found: None,
            bound_months: None,
            found_months: None,
        }
    }

    pub(super) fn of(mut self, debt: &Id) -> Finding {
        self.debt = Some(debt.clone());
        self
    }

    pub(super) fn in_month(mut self, month: u32) -> Finding {
        self.month = Some(month);
        self
    }

    pub(super) fn amounts(mut self, bound: Money, found: Money) -> Finding {
        self.bound = Some(bound);
        self.found = Some(found);
        self
    }

    pub(super) fn months(mut self, bound: u32, found: u32) -> Finding {
        self.bound_months = Some(bound);
        self.found_months = Some(found);
        self
    }
}
