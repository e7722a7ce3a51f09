//! The kinds of values that the dated tables of French law hold.

use crate::fr::law::ExpenseKind;
use crate::rate::Rate;
use crate::vocabulary::{Vocabulary, vocabulary};
use alloc::borrow::Cow;

/// A yearly scale of garnishable fractions (C. trav. R. 3252-2 and R. 3252-3; `doc(alias)`: barème des saisies).
#[doc(alias = "barème")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Upper bounds of the first six brackets, in euros a year; each bound belongs to the bracket below it.
    pub thresholds: [u32; 6],
    /// What each dependant adds to every bound, in euros a year.
    pub increment: u32,
}

/// How the RSA amount grows with the household, in percent of the one-person amount (CASF R. 262-1; R. 542-6 in
/// Mayotte).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RsaUplifts {
    /// The second person, adult or child.
    pub second_person: u32,
    /// Each further person.
    pub further_person: u32,
    /// The rank (1 = first child) from which a child takes the other uplift.
    pub other_from_child: u32,
    /// The uplift of a child from that rank on.
    pub other: u32,
}

/// Whose RSA amount a wage garnishment must leave (C. trav. L. 3252-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloorHousehold {
    /// The amount for the debtor's whole household (June 2009 to May 2012).
    Household,
    /// The amount for one person, whatever the household (since June 2012).
    OnePerson,
}

/// The legal interest rate of a period, for the two classes of creditors (C. mon. fin. L. 313-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalInterest {
    /// The creditor is a natural person not acting for business needs.
    pub individuals: Rate,
    /// Every other creditor.
    pub others: Rate,
}

vocabulary! {
    /// The class of a creditor, which decides the legal interest rate (C. mon. fin. L. 313-2, D. 313-1-A): the creditor's
    /// own, whoever owes.
    pub enum CreditorClass {
        /// A natural person not acting for business needs.
        Individuals = "individuals",
        /// Every other creditor.
        Others = "others",
    }
}

impl LegalInterest {
    /// The rate of a class of creditors.
    #[must_use]
    pub const fn of(&self, class: CreditorClass) -> Rate {
        match class {
            CreditorClass::Individuals => self.individuals,
            CreditorClass::Others => self.others,
        }
    }
}

/// Ages at which children stop counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildAges {
    /// A child gives right to family benefits below this age (CSS L. 512-3, R. 512-2).
    pub family_benefits_below: u32,
    /// Below this age nothing needs to be said: schooling is compulsory (CSS L. 512-3, 1°).
    pub compulsory_school_below: u32,
    /// A child in charge counts in the RSA household below this age (CASF R. 262-3).
    pub rsa_below: u32,
}

/// Arrears of maintenance that direct payment can recover, and over how many months (CPCE L. 213-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DirectPayment {
    /// Months of arrears, at most, when the creditor acts.
    pub own_arrears_months: u32,
    /// Months over which they are paid, in equal fractions.
    pub own_over_months: u32,
    /// Months of arrears, at most, when the family-benefit body acts.
    pub agency_arrears_months: u32,
    /// Months over which they are paid, at most.
    pub agency_over_months: u32,
}

/// A number that grows with the household: surface in square metres of a dwelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BySize {
    /// For one person.
    pub one_person: u32,
    /// For each further person.
    pub further_person: u32,
}

vocabulary! {
    /// How an expense is counted (C. conso. R. 731-3).
    pub enum Treatment {
        /// By the flat rate of the commission's scale, whatever is declared.
        Scale = "scale",
        /// At the real amount.
        Real = "real",
        /// At the real amount, within the limit of the commission's scale.
        RealCapped = "real_capped",
    }
}

/// The treatment of each kind of expense; a kind that is not listed is counted at its real amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpenseTreatment {
    /// Pairs of a kind's word and its treatment.
    pub kinds: Cow<'static, [(&'static str, Treatment)]>,
}

/// How the RSA of the metropole reached the overseas departments and collectivities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RsaExtension {
    /// The same amounts apply.
    SameAsMetropole,
}

impl ExpenseTreatment {
    /// The treatment of a kind.
    #[must_use]
    pub fn of(&self, kind: ExpenseKind) -> Treatment {
        let word = kind.word();
        self.kinds.iter().find(|(k, _)| *k == word).map_or(Treatment::Real, |(_, treatment)| *treatment)
    }
}
