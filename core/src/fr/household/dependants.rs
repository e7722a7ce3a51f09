//! The dependants of the garnishment scale (C. trav. R. 3252-3).

use super::{Child, Custody, Facts, Texts};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::conventions::AlternatingChildForScale;
use crate::money::Money;
use crate::vocabulary::{Vocabulary, vocabulary};
use alloc::format;
use alloc::vec::Vec;

vocabulary! {
    /// Why a person counts, or not, among the dependants of the scale (C. trav. R. 3252-3).
    pub enum ScaleReason {
        /// Files and is not a dependant.
        Applicant = "applicant",
        /// The other applicant's own resources are below the one-person RSA (1°).
        CoApplicantBelowRsa = "co_applicant_below_rsa",
        /// The partner's own resources are below the one-person RSA (1°).
        PartnerBelowRsa = "partner_below_rsa",
        /// The partner's own resources reach the one-person RSA.
        PartnerAboveRsa = "partner_above_rsa",
        /// The partner's own resources are not known.
        PartnerResourcesUnknown = "partner_resources_unknown",
        /// Maintenance is paid for the child (2°).
        ChildMaintenancePaid = "child_maintenance_paid",
        /// The child gives right to family benefits and is in charge (2°).
        ChildInCharge = "child_in_charge",
        /// In alternating custody: weight set by a convention or a decision.
        ChildAlternating = "child_alternating",
        /// The child gives no right to family benefits.
        ChildNotEntitled = "child_not_entitled",
        /// The child is not in effective and permanent charge.
        ChildNotInCharge = "child_not_in_charge",
        /// Below the one-person RSA, and lives here or is maintained (3°).
        AscendantBelowRsa = "ascendant_below_rsa",
        /// Own resources reach the one-person RSA.
        AscendantAboveRsa = "ascendant_above_rsa",
        /// Neither lives here nor is maintained.
        AscendantNotMaintained = "ascendant_not_maintained",
    }
}

/// The weight of each person among the dependants of the scale, in halves (C. trav. R. 3252-3).
pub(super) fn scale_weights(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    ages: &[u32],
    advisories: &mut Vec<Advisory>,
) -> Result<Vec<(u32, ScaleReason)>> {
    let one_person = *texts.one_person.value;
    let mut weights = applicants_weights(facts.own_resources, facts.household.applicants.len(), one_person);
    if let Some(partner) = &facts.household.partner {
        weights.push(match partner.own_resources {
            Some(own) if own < one_person => (2, ScaleReason::PartnerBelowRsa),
            Some(_) => (0, ScaleReason::PartnerAboveRsa),
            None => {
                advisories.push(
                    Advisory::new(AdvisoryCode::PartnerResourcesUnknown)
                        .at("household.partner.own_resources"),
                );
                (0, ScaleReason::PartnerResourcesUnknown)
            }
        });
    }
    for (place, (child, age)) in facts.household.children.iter().zip(ages).enumerate() {
        weights.push(child_weight(facts, texts, place, child, *age, advisories)?);
    }
    for ascendant in &facts.household.ascendants {
        weights.push(if !ascendant.lives_with && !ascendant.maintained {
            (0, ScaleReason::AscendantNotMaintained)
        } else if ascendant.own_resources < one_person {
            (2, ScaleReason::AscendantBelowRsa)
        } else {
            (0, ScaleReason::AscendantAboveRsa)
        });
    }
    Ok(weights)
}

/// Of two filers, one may be the dependant of the other, never both of each other: the poorer one.
fn applicants_weights(own: &[Money], count: usize, one_person: Money) -> Vec<(u32, ScaleReason)> {
    let mut weights = alloc::vec![(0, ScaleReason::Applicant); count];
    if count == 2 {
        let poorer = own.iter().enumerate().min_by_key(|(_, own)| **own);
        if let Some((place, own)) = poorer
            && *own < one_person
            && let Some(weight) = weights.get_mut(place)
        {
            *weight = (2, ScaleReason::CoApplicantBelowRsa);
        }
    }
    weights
}

fn child_weight(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    place: usize,
    child: &Child,
    age: u32,
    advisories: &mut Vec<Advisory>,
) -> Result<(u32, ScaleReason)> {
    if child.maintenance_paid {
        return Ok((2, ScaleReason::ChildMaintenancePaid));
    }
    if matches!(child.custody, Custody::Visiting | Custody::Elsewhere) {
        return Ok((0, ScaleReason::ChildNotInCharge));
    }
    let ages = texts.ages.value;
    let entitled = child.family_benefits.unwrap_or(age < ages.family_benefits_below);
    if !entitled {
        return Ok((0, ScaleReason::ChildNotEntitled));
    }
    let path = || format!("household.children[{place}]");
    if child.family_benefits.is_none() && age >= ages.compulsory_school_below {
        advisories.push(
            Advisory::new(AdvisoryCode::FamilyBenefitsPresumed).at(format!("{}.family_benefits", path())),
        );
    }
    if child.custody == Custody::Full {
        return Ok((2, ScaleReason::ChildInCharge));
    }
    let convention = facts.conventions.alternating_child_for_scale;
    let halves = match convention {
        AlternatingChildForScale::Counts => 2,
        AlternatingChildForScale::Half => 1,
        AlternatingChildForScale::None => 0,
        AlternatingChildForScale::Decided => facts
            .decisions
            .alternating_children
            .iter()
            .find(|decided| decided.child == child.id)
            .map(|decided| decided.share.halves())
            .ok_or_else(|| Error::new(ErrorCode::FieldMissing).at("decisions.alternating_children"))?,
    };
    if convention != AlternatingChildForScale::Decided {
        advisories.push(
            Advisory::new(AdvisoryCode::AlternatingCustodyConvention)
                .at(format!("{}.custody", path()))
                .with_word("convention", convention.word()),
        );
    }
    Ok((halves, ScaleReason::ChildAlternating))
}
