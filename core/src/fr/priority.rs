//! The order of settlement: landlords before lenders as a hard rule, the working ranks as a default.
//!
//! L. 711-6 is narrow: lessors are paid before credit institutions, finance companies and consumer credits. The ranks
//! of the règlements intérieurs (4.4.2) order the rest; departures from them are decisions.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether what a landlord's tier leaves may go to lenders.
    pub enum LandlordSurplus = Withheld {
        /// No lender is paid in a month in which a landlord of the plan is still being paid (L. 711-6 read strictly).
        Withheld = "withheld",
        /// What a level instalment leaves may flow to lenders.
        MayFlow = "may_flow",
    }
}

/// What L. 711-6 needs to know of a claim that is being paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// A lessor's claim.
    pub landlord: bool,
    /// A claim of those that come after lessors.
    pub lender: bool,
}

/// Whether a claim may be paid in a month in which landlords of the plan are still owed something: the one predicate
/// of L. 711-6, for plans that are drawn and plans that are checked.
#[must_use]
pub fn may_be_paid(claim: Standing, landlord_still_owed: bool, surplus: LandlordSurplus) -> bool {
    !claim.lender || claim.landlord || !landlord_still_owed || surplus == LandlordSurplus::MayFlow
}
