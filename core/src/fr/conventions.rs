//! Conventions: named choices where the texts are silent, each with its default and the strength of its source.
//!
//! A convention never hides: every result echoes the ones that were in force, and the point on which no text rules
//! is stated here once.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A set of conventions under one name.
    pub enum Preset = Statutory {
        /// What the texts say, exactly; the default.
        Statutory = "statutory",
        /// The Banque de France's practice as seen in files of 2024: whole-euro base of the scale.
        Observed2024 = "observed_2024",
    }
}

vocabulary! {
    /// The base on which over-indebtedness applies the garnishment scale.
    pub enum ScaleBase = Exact {
        /// The resources as they are; no text says otherwise. Default.
        Exact = "exact",
        /// The resources with their cents dropped. Observed in two files of 2024 that state both figures
        /// (CA Riom, 18 September 2024; commission of the Somme); no text.
        WholeEuro = "whole_euro",
    }
}

vocabulary! {
    /// How the dependants of the scale are counted.
    pub enum ScaleDependants = R32523 {
        /// By C. trav. R. 3252-3. Default.
        R32523 = "r3252_3",
        /// None at all: seen in one file (Somme, 2024) where a child in alternating residence counted for nothing.
        None = "none",
        /// By a decision, given with the case.
        Decided = "decided",
    }
}

vocabulary! {
    /// The weight of a child in alternating custody in the scale; no text settles it.
    pub enum AlternatingChildForScale = Counts {
        /// A whole dependant: the child is in effective charge of both parents. Default.
        Counts = "counts",
        /// Half a dependant, as in the RSA.
        Half = "half",
        /// No dependant.
        None = "none",
        /// As decided for each child, given with the case.
        Decided = "decided",
    }
}

vocabulary! {
    /// The rank of children in alternating custody among the children of the RSA household; it decides which
    /// uplift is halved, and no text settles it.
    pub enum AlternatingChildRank = AfterFull {
        /// After the children in full charge. Default.
        AfterFull = "after_full",
        /// Before them.
        BeforeFull = "before_full",
    }
}

vocabulary! {
    /// The weight of a child in alternating custody in the flat-rate expense scale; no source was found.
    pub enum AlternatingChildForExpenses = Whole {
        /// A whole person: the home is kept for the child all the time. Default.
        Whole = "whole",
        /// Half a person.
        Half = "half",
    }
}

vocabulary! {
    /// On what a lone filer who lives in a couple is measured.
    pub enum LoneFilerBase = OwnResources {
        /// On the filer's own resources, less the filer's share of the common expenses (Cass., 8 December 2011,
        /// n° 10-24.220). Default.
        OwnResources = "own_resources",
        /// On own resources plus the partner's contribution, with all the expenses: same budget, another base for
        /// the scale and the RSA. No source says which base the Banque de France takes.
        WithContribution = "with_contribution",
    }
}

vocabulary! {
    /// Whether a second suspension may follow a first (C. conso. L. 733-2).
    pub enum SecondSuspension = Barred {
        /// Never on re-examination, as the article says. Default.
        Barred = "barred",
        /// For files with real estate whose sale would pay creditors, in whole or in part: two règlements intérieurs
        /// (section 5) allow it, the article does not.
        RealEstate = "real_estate",
    }
}

vocabulary! {
    /// The part of a year that a day of interest is; no text read says it.
    pub enum DayCount = Exact365 {
        /// Each day is 1/365 of a year, in leap years too. Default.
        Exact365 = "exact_365",
        /// Each day of a leap year is 1/366 of it, each day of another year 1/365.
        Actual366 = "actual_366",
    }
}

/// The conventions of a computation (`doc(alias)`: conventions de calcul).
///
/// # Example
/// ```
/// use apurement::fr::conventions::{Conventions, Preset, ScaleBase};
/// assert_eq!(Conventions::default().scale_base, ScaleBase::Exact);
/// assert_eq!(Conventions::preset(Preset::Observed2024).scale_base, ScaleBase::WholeEuro);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conventions {
    /// The preset that the others started from.
    pub preset: Preset,
    /// The base of the scale in over-indebtedness.
    pub scale_base: ScaleBase,
    /// How the dependants of the scale are counted.
    pub scale_dependants: ScaleDependants,
    /// Alternating custody in the scale.
    pub alternating_child_for_scale: AlternatingChildForScale,
    /// Alternating custody in the RSA household.
    pub alternating_child_rank: AlternatingChildRank,
    /// Alternating custody in the flat-rate expense scale.
    pub alternating_child_for_expenses: AlternatingChildForExpenses,
    /// Lone filer in a couple.
    pub lone_filer_base: LoneFilerBase,
    /// A second suspension after a first.
    pub second_suspension: SecondSuspension,
    /// The part of a year that a day of interest is.
    pub day_count: DayCount,
}

impl Conventions {
    /// The conventions of a preset.
    #[must_use]
    pub fn preset(preset: Preset) -> Conventions {
        let scale_base = match preset {
            Preset::Statutory => ScaleBase::Exact,
            Preset::Observed2024 => ScaleBase::WholeEuro,
        };
        Conventions { preset, scale_base, ..Conventions::default() }
    }
}
