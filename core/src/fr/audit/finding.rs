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
        /// A loan is spread beyond seven years and beyond half of its remaining term.
        HalfTermExceeded = "half_term_exceeded",
        /// The plan passes seven years to keep a main home that the case does not know.
        MainHomeExceptionUnfounded = "main_home_exception_unfounded",
        /// A debt other than the loan of the main home is paid beyond seven years, and the plan does not
        /// repay all debts.
        BeyondMainHome = "beyond_main_home",
        /// The plan passes seven years to avoid a sale, and makes a sale its condition.
        ExceptionBesideSale = "exception_beside_sale",
        /// A month passes the legal maximum.
        LegalMaximumExceeded = "legal_maximum_exceeded",
        /// A month passes the retained amount.
        RetainedExceeded = "retained_exceeded",
        /// A month leaves less than the RSA of the household.
        RsaNotLeft = "rsa_not_left",
        /// A month passes the scale amount, as the debtor agreed to in order to keep the main home.
        ScaleLifted = "scale_lifted",
        /// The share kept for the household is not stated.
        ShareNotStated = "share_not_stated",
        /// The stated share is less than the law leaves.
        ShareTooSmall = "share_too_small",
        /// A month leaves less than the stated share.
        ShareNotLeft = "share_not_left",
        /// A lender is paid while a landlord waits.
        LenderBeforeLandlord = "lender_before_landlord",
        /// A lender is paid in a month in which a landlord is still being paid.
        LenderBesideLandlord = "lender_beside_landlord",
        /// An excluded debt is rescheduled without its creditor's consent.
        ExcludedRescheduled = "excluded_rescheduled",
        /// An excluded debt is remitted or erased without its creditor's consent.
        ExcludedErased = "excluded_erased",
        /// An excluded debt other than maintenance is suspended: the texts can be read both ways.
        ExcludedSuspended = "excluded_suspended",
        /// Nothing is reserved for an excluded debt, whose creditor may enforce.
        ExcludedNotReserved = "excluded_not_reserved",
        /// What the plan leaves of a debt outside the measures stays due.
        ExcludedLeft = "excluded_left",
        /// A court fine is touched by the measures.
        CourtFineTouched = "court_fine_touched",
        /// A fixed fine is touched by the measures: whether it is excluded is not settled.
        FixedFineTouched = "fixed_fine_touched",
        /// A debt outside the procedure is only proposed: its creditor is not bound.
        OutsideToBeAgreed = "outside_to_be_agreed",
        /// An ordinary debt is shown outside the measures.
        OutsideWithoutGround = "outside_without_ground",
        /// A debt left outside the measures is erased by them.
        OutsideErased = "outside_erased",
        /// A debt that keeps an instalment of its own is paid another one.
        OwnInstalmentChanged = "own_instalment_changed",
        /// A debt set aside by the judge is paid or erased.
        SetAsideInPlan = "set_aside_in_plan",
        /// A debt of the professional estate is paid or erased.
        ProfessionalInPlan = "professional_in_plan",
        /// A pawn loan is erased.
        PawnLoanErased = "pawn_loan_erased",
        /// What a natural-person guarantor paid is erased.
        GuarantorPaidErased = "guarantor_paid_erased",
        /// A debt born after the decision is erased.
        BornAfterErased = "born_after_erased",
        /// An imposed rate passes the contract or the legal rate.
        RateAboveCap = "rate_above_cap",
        /// The legal rate of the day is not known: an imposed rate is not checked against it.
        RateNotChecked = "rate_not_checked",
        /// Principal bears more than the legal rate during the suspension.
        SuspensionRateAboveCap = "suspension_rate_above_cap",
        /// A second suspension on re-examination.
        SecondSuspension = "second_suspension",
        /// The suspension is too long.
        SuspensionTooLong = "suspension_too_long",
        /// Maintenance is suspended.
        MaintenanceSuspended = "maintenance_suspended",
        /// A debt is paid during the suspension of claims.
        PaidDuringSuspension = "paid_during_suspension",
        /// A tier that is no suspension pays nobody.
        NothingPaid = "nothing_paid",
        /// An agreed plan of somebody who owns no real estate.
        AgreedWithoutRealEstate = "agreed_without_real_estate",
        /// Measures are imposed on an owner of real estate: conciliation comes first, unless it fails or is
        /// bound to fail.
        ConciliationFirst = "conciliation_first",
        /// Erasure without any other measure.
        ErasureAlone = "erasure_alone",
        /// An owner's debts are erased without a prior sale.
        ErasureWithoutSale = "erasure_without_sale",
        /// The debtor has to prove that rehousing is impossible.
        RehousingToBeProven = "rehousing_to_be_proven",
        /// A remainder is neither paid nor erased.
        RemainderLeft = "remainder_left",
        /// The plan says nothing of a debt.
        DebtNotMentioned = "debt_not_mentioned",
        /// What can't be erased is not paid in full: no combination of these months and this capacity clears
        /// it.
        UnerasableLeft = "unerasable_left",
        /// Waiting measures last longer than a suspension may.
        WaitingTooLong = "waiting_too_long",
        /// More is paid and erased than is due.
        MoreThanDue = "more_than_due",
        /// A tier has two lines for one debt.
        DebtTwiceInTier = "debt_twice_in_tier",
        /// The plan starts from another amount than the claim of the case.
        ClaimDiffers = "claim_differs",
        /// The stated total of a tier is not the sum of its instalments.
        TierTotalDiffers = "tier_total_differs",
        /// The stated interest is not what the plan's rate gives.
        InterestDiffers = "interest_differs",
        /// The stated total paid is not the sum of the payments.
        PaidDiffers = "paid_differs",
        /// The stated erasure is not the one listed.
        ErasedDiffers = "erased_differs",
        /// The stated remainder is not what the payments leave.
        LeftDiffers = "left_differs",
        /// Creditors of one rank receive different shares of their claims.
        UnequalDividends = "unequal_dividends",
        /// A token instalment.
        TokenInstalment = "token_instalment",
        /// A contested claim: its verification may change the plan.
        ContestedClaim = "contested_claim",
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
            FindingKind::HorizonExceeded
            | FindingKind::MainHomeExceptionUnfounded
            | FindingKind::BeyondMainHome => ("C. conso. L. 732-3, L. 733-3", Certain),
            FindingKind::HalfTermExceeded => ("C. conso. L. 733-1, 1°", Unsure),
            FindingKind::ExceptionBesideSale => ("C. conso. L. 732-3, L. 733-3", Likely),
            FindingKind::LegalMaximumExceeded => ("C. conso. L. 731-1, R. 731-1", Certain),
            FindingKind::RetainedExceeded => ("C. conso. L. 731-1", Likely),
            FindingKind::RsaNotLeft | FindingKind::ShareTooSmall => ("C. conso. L. 731-2, R. 731-1", Certain),
            FindingKind::ScaleLifted => ("C. conso. L. 731-2, al. 2", Certain),
            FindingKind::ShareNotStated | FindingKind::ShareNotLeft => {
                ("C. conso. L. 731-3, L. 733-13", Certain)
            }
            FindingKind::LenderBeforeLandlord => ("C. conso. L. 711-6", Certain),
            FindingKind::LenderBesideLandlord => ("C. conso. L. 711-6", Likely),
            FindingKind::ExcludedRescheduled | FindingKind::ExcludedErased | FindingKind::ExcludedLeft => {
                ("C. conso. L. 711-4", Certain)
            }
            FindingKind::ExcludedSuspended => ("C. conso. L. 711-4, L. 733-1, 4°", Unsure),
            FindingKind::ExcludedNotReserved => ("C. conso. L. 711-4, L. 733-16", Likely),
            FindingKind::CourtFineTouched => ("C. conso. L. 711-4, dernier alinéa", Certain),
            FindingKind::FixedFineTouched => ("C. conso. L. 711-4, dernier alinéa", Unsure),
            FindingKind::OutsideToBeAgreed => ("C. conso. L. 711-4, L. 733-16", Certain),
            FindingKind::OutsideWithoutGround
            | FindingKind::OutsideErased
            | FindingKind::OwnInstalmentChanged => {
                ("C. conso. L. 711-4 ; règlements intérieurs, 4.4.1", Likely)
            }
            FindingKind::SetAsideInPlan => ("C. conso. R. 723-7", Certain),
            FindingKind::ProfessionalInPlan => ("C. conso. L. 711-9", Certain),
            FindingKind::PawnLoanErased => ("C. conso. L. 711-5", Certain),
            FindingKind::GuarantorPaidErased | FindingKind::ErasureAlone => {
                ("C. conso. L. 733-4, 2°", Certain)
            }
            FindingKind::BornAfterErased => ("C. conso. L. 733-4, 2°, L. 741-2", Likely),
            FindingKind::RateAboveCap | FindingKind::RateNotChecked => ("C. conso. L. 733-1, 3°", Certain),
            FindingKind::SuspensionRateAboveCap
            | FindingKind::SuspensionTooLong
            | FindingKind::MaintenanceSuspended => ("C. conso. L. 733-1, 4°", Certain),
            FindingKind::SecondSuspension => ("C. conso. L. 733-2", Certain),
            FindingKind::PaidDuringSuspension => ("C. conso. L. 733-1, 4°", Likely),
            FindingKind::NothingPaid => ("C. conso. L. 733-1, 1° et 4°", Likely),
            FindingKind::AgreedWithoutRealEstate => ("C. conso. L. 732-1", Certain),
            FindingKind::ConciliationFirst => ("C. conso. L. 732-1, L. 732-4, L. 733-1", Certain),
            FindingKind::ErasureWithoutSale | FindingKind::RehousingToBeProven => {
                ("Cass. 2e civ., 22 mai 2025, n° 23-12.659", Certain)
            }
            FindingKind::RemainderLeft | FindingKind::DebtNotMentioned => {
                ("Cass., avis, 10 janvier 2005", Certain)
            }
            FindingKind::UnerasableLeft => ("C. conso. L. 711-5, L. 733-4, 2°", Likely),
            FindingKind::WaitingTooLong => ("Cass., avis, 10 janvier 2005", Likely),
            FindingKind::MoreThanDue => ("C. conso. L. 733-1", Certain),
            FindingKind::DebtTwiceInTier
            | FindingKind::TierTotalDiffers
            | FindingKind::InterestDiffers
            | FindingKind::PaidDiffers
            | FindingKind::ErasedDiffers
            | FindingKind::LeftDiffers => ("C. conso. L. 732-3, L. 733-1", Likely),
            FindingKind::ClaimDiffers => ("C. conso. L. 723-2", Likely),
            FindingKind::UnequalDividends | FindingKind::TokenInstalment => {
                ("circ. 17 décembre 2017", Likely)
            }
            FindingKind::ContestedClaim => ("C. conso. L. 723-3, L. 733-12", Certain),
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
