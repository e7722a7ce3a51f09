//! The lone filer who lives in a couple: the partner's part of the common expenses.
//!
//! The capacity is judged on the filer's own resources (Cass., 8 December 2011, n° 10-24.220); what the partner
//! pays of the common expenses is taken into account (règlements intérieurs, 3.1). The commission asks either for the
//! couple's actual split or for the partner's resources; with resources, the natural split is pro rata of means
//! (C. civ. 214 for spouses).

use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::Result;
use crate::explain::{Rule, Trace};
use crate::fr::conventions::Conventions;
use crate::fr::household::Household;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::{Rounding, round};
use crate::vocabulary::{Vocabulary, vocabulary};
use alloc::vec::Vec;

vocabulary! {
    /// Where the partner's contribution comes from.
    pub enum ContributionBasis {
        /// There is no partner beside the filers.
        NoPartner = "no_partner",
        /// Declared as really paid.
        Declared = "declared",
        /// Pro rata of both persons' resources.
        ProRata = "pro_rata",
        /// Not known: nothing is counted.
        Unknown = "unknown",
    }
}

/// What a partner who does not file pays of the common expenses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// Euros a month, within the common expenses; rounded half up.
    pub amount: Money,
    /// Where it comes from.
    pub basis: ContributionBasis,
}

pub(super) fn contribution(
    household: &Household,
    own: Money,
    common: Money,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Contribution> {
    let Some(partner) = &household.partner else {
        return Ok(Contribution { amount: Money::ZERO, basis: ContributionBasis::NoPartner });
    };
    let contribution = match (partner.contribution, partner.own_resources) {
        (Some(declared), _) => {
            Contribution { amount: declared.min(common), basis: ContributionBasis::Declared }
        }
        (None, Some(theirs)) => {
            Contribution { amount: pro_rata(own, theirs, common)?, basis: ContributionBasis::ProRata }
        }
        (None, None) => {
            advisories.push(Advisory::new(AdvisoryCode::PartnerContributionUnknown).at("household.partner"));
            Contribution { amount: Money::ZERO, basis: ContributionBasis::Unknown }
        }
    };
    trace.note(Rule::PartnerContribution, |step| {
        step.input("basis", contribution.basis.word()).input("own_resources", own);
        if let Some(theirs) = partner.own_resources {
            step.input("partner_resources", theirs);
        }
        step.input("common", common).result(contribution.amount);
        if contribution.basis == ContributionBasis::ProRata {
            step.rounded(Rounding::HalfUp);
        }
    });
    Ok(contribution)
}

fn pro_rata(own: Money, theirs: Money, common: Money) -> Result<Money> {
    let both = own.plus(theirs)?;
    if both.is_zero() {
        return Ok(Money::ZERO);
    }
    let share = Fraction::new(i128::from(theirs.cents()), i128::from(both.cents()))?;
    round(Fraction::of_money(common).times(share)?, Rounding::HalfUp)
}

/// No text fixes the base: the convention is said.
pub(super) fn advise(conventions: &Conventions, advisories: &mut Vec<Advisory>) {
    advisories.push(
        Advisory::new(AdvisoryCode::LoneFilerConvention)
            .at("household.partner")
            .with_word("convention", conventions.lone_filer_base.word()),
    );
}

crate::vocabulary::opaque_debug!(Contribution);
