//! Why a way is open or closed, under which article, and how certain the rule is.

use crate::fr::debt::treatment::Certainty;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a way is open or closed.
    pub enum OrientationReason {
        /// The debtor owns real estate: conciliation comes first (L. 732-1).
        OwnsRealEstate = "owns_real_estate",
        /// The debtor owns no real estate: no conciliation (L. 732-1, L. 733-1).
        NoRealEstate = "no_real_estate",
        /// Only after a conciliation failed (L. 733-1).
        AfterConciliation = "after_conciliation",
        /// The conciliation failed, or is bound to fail (L. 733-1, L. 732-4).
        ConciliationFailed = "conciliation_failed",
        /// Where not everything can be repaid and conciliation is bound to fail, this measure may be imposed at once
        /// (L. 732-4, R. 733-4).
        DirectMeasures = "direct_measures",
        /// There is a capacity to repay (L. 724-1).
        Capacity = "capacity",
        /// There is no capacity to repay (L. 724-1).
        NoCapacity = "no_capacity",
        /// The capacity repays everything within the months allowed (L. 733-1).
        RepaysAll = "repays_all",
        /// The capacity repays a part within the months allowed (L. 733-4, 2°).
        RepaysPart = "repays_part",
        /// Alone it would leave a remainder: definitive measures must clear the whole (opinion of 10 January 2005).
        NotAlone = "not_alone",
        /// A remainder that can be neither paid nor erased: no combination clears the debts (opinion of 10 January 2005).
        NoCombinationClears = "no_combination_clears",
        /// Assets that can be sold may pay, in whole or in part (L. 724-1).
        AssetsMayPay = "assets_may_pay",
        /// The assets that can be sold pay all the debts (L. 724-1).
        AssetsPayDebts = "assets_pay_debts",
        /// Measures may be subject to acts of the debtor, such as a sale (L. 733-7; L. 732-2 in an agreed plan).
        SubjectToActs = "subject_to_acts",
        /// Erasure is subject to the prior sale of the real estate (Cass. 2e civ., 22 May 2025).
        SubjectToSale = "subject_to_sale",
        /// The home need not be sold first: the debtor manifestly can't meet the costs of another (Cass. 2e civ., 22 May
        /// 2025).
        RehousingImpossible = "rehousing_impossible",
        /// A sale of the home, or of a vehicle that is needed, is to be avoided where that is reasonable.
        SaleToAvoid = "sale_to_avoid",
        /// To keep the main home, seven years may be passed (L. 732-3, L. 733-3).
        MainHomeLonger = "main_home_longer",
        /// A home loan may be spread over half of its remaining term (L. 733-1, 1°).
        HalfTerm = "half_term",
        /// To keep the main home, the debtor may agree to pass the garnishment scale (L. 731-2).
        MainHomeAboveScale = "main_home_above_scale",
        /// An improvement is in sight (L. 733-1, 4°).
        ImprovementInSight = "improvement_in_sight",
        /// No improvement is in sight (L. 724-1).
        NoImprovement = "no_improvement",
        /// Whether an improvement is in sight was not said.
        ImprovementUnknown = "improvement_unknown",
        /// A measure that waits should be exceptional where something can be repaid.
        WaitingExceptional = "waiting_exceptional",
        /// Maintenance is never suspended (L. 733-1, 4°).
        MaintenanceNotSuspended = "maintenance_not_suspended",
        /// A suspension was already granted (L. 733-2).
        SuspensionUsed = "suspension_used",
        /// A suspension was granted, and the new file was lodged more than three months after its end.
        SuspensionUsedLongAgo = "suspension_used_long_ago",
        /// A second suspension for real estate whose sale would pay creditors: a convention, off by default.
        SecondSuspension = "second_suspension",
        /// Nothing can be sold (L. 724-1, 1°).
        NothingToSell = "nothing_to_sell",
        /// There is something to sell (L. 724-1, 2°).
        SomethingToSell = "something_to_sell",
        /// The debtor's agreement is needed; silence is refusal (L. 742-1).
        AgreementNeeded = "agreement_needed",
        /// The debtor refused (L. 742-1).
        AgreementRefused = "agreement_refused",
        /// After that refusal the commission goes back to the other measures (L. 742-1).
        BackToMeasures = "back_to_measures",
        /// During a plan or measures, a debtor whose situation becomes compromised may ask for it (L. 724-2).
        DuringMeasures = "during_measures",
        /// After a first full erasure, a second may come with social or budget support (L. 733-8).
        SecondRecovery = "second_recovery",
        /// A sole trader goes through the commercial or judicial court (C. com. L. 681-1; L. 711-9).
        SoleTrader = "sole_trader",
        /// No months are left of the seven years (L. 732-3, L. 733-3).
        NoMonthsLeft = "no_months_left",
    }
}

impl OrientationReason {
    /// The provision and how certain the rule is.
    #[must_use]
    pub const fn source(self) -> (&'static str, Certainty) {
        use Certainty::{Certain, Likely, Unsure};
        use OrientationReason as Reason;
        match self {
            Reason::OwnsRealEstate | Reason::NoRealEstate => ("C. conso. L. 732-1", Certain),
            Reason::AfterConciliation => ("C. conso. L. 733-1", Certain),
            Reason::ConciliationFailed => ("C. conso. L. 732-4, L. 733-1", Certain),
            Reason::DirectMeasures => ("C. conso. L. 732-4, R. 733-4", Certain),
            Reason::Capacity | Reason::NoCapacity => ("C. conso. L. 724-1", Likely),
            Reason::RepaysAll => ("C. conso. L. 733-1, 1°", Certain),
            Reason::RepaysPart => ("C. conso. L. 733-4, 2°", Certain),
            Reason::NotAlone | Reason::NoCombinationClears => ("Cass., avis, 10 janvier 2005", Certain),
            Reason::AssetsMayPay | Reason::AssetsPayDebts => ("C. conso. L. 724-1, al. 1er", Certain),
            Reason::SubjectToActs => ("C. conso. L. 732-2, L. 733-7", Certain),
            Reason::SubjectToSale | Reason::RehousingImpossible => {
                ("Cass. 2e civ., 22 mai 2025, n° 23-12.659", Certain)
            }
            Reason::SaleToAvoid => ("règlement intérieur, 4.4.4", Likely),
            Reason::MainHomeLonger => ("C. conso. L. 732-3, L. 733-3", Certain),
            // How the half combines with the seven years is not settled.
            Reason::HalfTerm => ("C. conso. L. 733-1, 1°", Unsure),
            Reason::MainHomeAboveScale => ("C. conso. L. 731-2, al. 2", Certain),
            Reason::ImprovementInSight | Reason::NoImprovement | Reason::ImprovementUnknown => {
                ("C. conso. L. 724-1, L. 733-1, 4°", Likely)
            }
            Reason::WaitingExceptional => ("circ. 17 décembre 2017", Likely),
            Reason::MaintenanceNotSuspended => ("C. conso. L. 733-1, 4°", Certain),
            Reason::SuspensionUsed => ("C. conso. L. 733-2", Certain),
            Reason::SuspensionUsedLongAgo => ("C. conso. L. 733-2", Likely),
            Reason::SecondSuspension => ("règlement intérieur, 5", Unsure),
            Reason::NothingToSell => ("C. conso. L. 724-1, 1°", Certain),
            Reason::SomethingToSell => ("C. conso. L. 724-1, 2°", Certain),
            Reason::AgreementNeeded | Reason::AgreementRefused | Reason::BackToMeasures => {
                ("C. conso. L. 742-1", Certain)
            }
            Reason::DuringMeasures => ("C. conso. L. 724-2", Certain),
            Reason::SecondRecovery => ("C. conso. L. 733-8", Certain),
            Reason::SoleTrader => ("C. com. L. 681-1 ; C. conso. L. 711-9", Certain),
            Reason::NoMonthsLeft => ("C. conso. L. 732-3, L. 733-3", Certain),
        }
    }
}
