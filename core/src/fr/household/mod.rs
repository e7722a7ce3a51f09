//! The household, and the two counts that law takes from it.
//!
//! Two counts, never one. The **dependants of the scale** (C. trav. R. 3252-3) raise the thresholds of
//! garnishment. The **RSA household** (CASF R. 262-1, R. 262-3) sets the amount that over-indebtedness must leave.
//! The same person may count in one and not in the other: an adult child in charge, a parent who is maintained, a
//! child for whom maintenance is paid elsewhere.

mod dependants;
mod rsa;

pub use dependants::ScaleReason;
pub use rsa::{RsaReason, floor, rsa_200ths};
pub(crate) use rsa::{of_200ths, rsa_amount, rsa_cents};

use dependants::scale_weights;
use rsa::rsa_shares;

use crate::advisory::Advisory;
use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace};
use crate::fr::conventions::{AlternatingChildForExpenses, Conventions, ScaleDependants};
use crate::fr::decision::Decisions;
pub use crate::fr::decision::Share;
use crate::fr::dependants::Dependants;
use crate::fr::law::{ChildAges, RsaUplifts};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::vocabulary::{Id, Vocabulary, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// Where a child lives.
    pub enum Custody {
        /// In the household all the time (charge effective et permanente).
        Full = "full",
        /// In turn with both parents (résidence alternée).
        Alternating = "alternating",
        /// Elsewhere, with visits (droit de visite et d'hébergement).
        Visiting = "visiting",
        /// Elsewhere.
        Elsewhere = "elsewhere",
    }
}

vocabulary! {
    /// How the household occupies its dwelling.
    pub enum Occupancy {
        /// Tenant (locataire).
        Tenant = "tenant",
        /// Owner (propriétaire).
        Owner = "owner",
        /// Housed free of charge (hébergé à titre gratuit).
        Free = "free",
        /// Anything else.
        Other = "other",
    }
}

/// A person who files (déposant).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Applicant {
    /// Identifier.
    pub id: Id,
}

/// The spouse, civil partner or cohabitant of a lone filer.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Partner {
    /// Identifier.
    pub id: Id,
    /// The partner's own monthly resources, if known.
    pub own_resources: Option<Money>,
    /// What the partner really pays each month of the common expenses, if declared.
    pub contribution: Option<Money>,
}

/// A child, in the household or elsewhere.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Child {
    /// Identifier.
    pub id: Id,
    /// Age in years on the day of assessment; either this or the day of birth.
    #[cfg_attr(feature = "schema", schemars(range(max = 130)))]
    pub age: Option<u32>,
    /// Day of birth; either this or the age.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub born_on: Option<NaiveDate>,
    /// Where the child lives.
    pub custody: Custody,
    /// Whether maintenance is paid for the child (pension alimentaire).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub maintenance_paid: bool,
    /// Whether the child gives right to family benefits; presumed from the age when not said.
    pub family_benefits: Option<bool>,
    /// The child's share of the RSA uplift, where an agreement or a ruling says otherwise than custody.
    pub rsa_uplift: Option<Share>,
}

/// A parent or grandparent of a filer.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ascendant {
    /// Identifier.
    pub id: Id,
    /// The ascendant's own monthly resources.
    pub own_resources: Money,
    /// Whether the ascendant lives with the household.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub lives_with: bool,
    /// Whether maintenance is paid to the ascendant.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub maintained: bool,
}

/// The dwelling.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Housing {
    /// How it is occupied.
    pub occupancy: Occupancy,
    /// Its surface in square metres.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 10000)))]
    pub surface_m2: Option<u32>,
}

/// The people and the home (`doc(alias)`: foyer, ménage).
#[doc(alias = "foyer")]
#[doc(alias = "ménage")]
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Household {
    /// One or two persons who file.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2)))]
    pub applicants: Vec<Applicant>,
    /// The partner of a lone filer.
    pub partner: Option<Partner>,
    /// Children, wherever they live.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub children: Vec<Child>,
    /// Parents and grandparents.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub ascendants: Vec<Ascendant>,
    /// The dwelling.
    pub housing: Option<Housing>,
}

opaque_debug!(Applicant, Partner, Child, Ascendant, Housing, Household);

impl Household {
    /// Adults of the RSA household: one or two.
    #[must_use]
    pub fn adults(&self) -> usize {
        self.applicants.len().saturating_add(usize::from(self.partner.is_some()))
    }

    /// The size of the household for a flat-rate expense scale, in half persons.
    #[must_use]
    pub fn half_persons(&self, alternating: AlternatingChildForExpenses) -> u32 {
        let adults = u32::try_from(self.adults()).unwrap_or(u32::MAX).saturating_mul(2);
        let child = |child: &Child| match (child.custody, alternating) {
            (Custody::Full, _) | (Custody::Alternating, AlternatingChildForExpenses::Whole) => 2,
            (Custody::Alternating, AlternatingChildForExpenses::Half) => 1,
            (Custody::Visiting | Custody::Elsewhere, _) => 0,
        };
        let children: u32 = self.children.iter().map(child).fold(0, u32::saturating_add);
        let ascendants =
            self.ascendants.iter().filter(|a| a.lives_with).fold(0_u32, |n, _| n.saturating_add(2));
        adults.saturating_add(children).saturating_add(ascendants)
    }
}

vocabulary! {
    /// What a person is in the household.
    pub enum Role {
        /// Files.
        Applicant = "applicant",
        /// Partner of a lone filer.
        Partner = "partner",
        /// Child.
        Child = "child",
        /// Parent or grandparent.
        Ascendant = "ascendant",
    }
}

/// A person's place in both counts.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// Identifier given by the caller.
    pub id: Id,
    /// What the person is.
    pub role: Role,
    /// Weight among the dependants of the scale, in halves.
    pub scale_halves: u32,
    /// Why.
    pub scale_reason: ScaleReason,
    /// Uplift in the RSA household, in two-hundredths of the one-person amount (100 = one half).
    pub rsa_200ths: u32,
    /// Why.
    pub rsa_reason: RsaReason,
}

opaque_debug!(Member, Composition);

/// Both counts of a household, person by person.
#[derive(Clone, PartialEq, Eq)]
pub struct Composition {
    /// Everybody, in the order given.
    pub members: Vec<Member>,
    /// Dependants of the scale.
    pub scale_dependants: Dependants,
    /// RSA coefficient, in two-hundredths of the one-person amount.
    pub rsa_200ths: u32,
}

impl Composition {
    /// The RSA coefficient as an exact fraction: 1.8 for a couple with one child.
    #[must_use]
    pub fn rsa_coefficient(&self) -> Fraction {
        of_200ths(self.rsa_200ths)
    }
}

/// What the counts need besides the household itself.
pub(crate) struct Facts<'a> {
    pub(crate) household: &'a Household,
    pub(crate) on: NaiveDate,
    /// Own monthly resources of each applicant, in order.
    pub(crate) own_resources: &'a [Money],
    pub(crate) conventions: &'a Conventions,
    pub(crate) decisions: &'a Decisions,
}

/// The dated law that the counts need.
pub(crate) struct Texts<'a> {
    pub(crate) one_person: &'a Found<'a, Money>,
    pub(crate) uplifts: &'a Found<'a, RsaUplifts>,
    pub(crate) ages: &'a Found<'a, ChildAges>,
}

/// Counts a household both ways.
pub(crate) fn compose(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Composition> {
    let ages = children_ages(facts)?;
    let rsa = rsa_shares(facts, texts, &ages);
    // Under another convention the persons' weights decide nothing, and their doubts concern nobody.
    let mut doubts = Vec::new();
    let scale = scale_weights(facts, texts, &ages, &mut doubts)?;
    if facts.conventions.scale_dependants == ScaleDependants::R32523 {
        advisories.append(&mut doubts);
    }
    let people = roles(facts.household);
    let members: Vec<Member> = people
        .zip(scale.iter().zip(&rsa))
        .map(|((id, role), (scale, rsa))| Member {
            id,
            role,
            scale_halves: scale.0,
            scale_reason: scale.1,
            rsa_200ths: rsa.0,
            rsa_reason: rsa.1,
        })
        .collect();
    let counted = match facts.conventions.scale_dependants {
        ScaleDependants::R32523 => {
            let halves = members.iter().fold(0_u32, |sum, member| sum.saturating_add(member.scale_halves));
            Dependants::from_halves(halves).map_err(|e| e.at("household"))?
        }
        ScaleDependants::None => Dependants::NONE,
        ScaleDependants::Decided => facts
            .decisions
            .scale_dependants
            .ok_or_else(|| Error::new(ErrorCode::FieldMissing).at("decisions.scale_dependants"))?,
    };
    let rsa_200ths = members.iter().map(|m| m.rsa_200ths).fold(0, u32::saturating_add);
    tell(&members, counted, rsa_200ths, facts, texts, trace);
    Ok(Composition { members, scale_dependants: counted, rsa_200ths })
}

fn tell(
    members: &[Member],
    counted: Dependants,
    rsa_200ths: u32,
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    trace: &mut impl Trace,
) {
    trace.open(Rule::ScaleDependants);
    if facts.conventions.scale_dependants == ScaleDependants::R32523 {
        for member in members.iter().filter(|m| m.role != Role::Applicant || m.scale_halves > 0) {
            trace.note(Rule::ScaleDependant, |step| {
                step.input("person", &member.id)
                    .input("reason", member.scale_reason.word())
                    .result(Fraction::new(i128::from(member.scale_halves), 2).unwrap_or(Fraction::ZERO));
            });
        }
    }
    trace.close(|step| {
        step.input("convention", facts.conventions.scale_dependants.word())
            .result(Fraction::new(i128::from(counted.halves()), 2).unwrap_or(Fraction::ZERO));
    });
    trace.open(Rule::RsaHousehold);
    for member in members {
        trace.note(Rule::RsaPerson, |step| {
            step.input("person", &member.id)
                .input("reason", member.rsa_reason.word())
                .result(of_200ths(member.rsa_200ths));
        });
    }
    trace.close(|step| {
        step.result(of_200ths(rsa_200ths)).version(texts.uplifts);
    });
}

fn roles(household: &Household) -> impl Iterator<Item = (Id, Role)> + '_ {
    let applicants = household.applicants.iter().map(|a| (a.id.clone(), Role::Applicant));
    let partner = household.partner.iter().map(|p| (p.id.clone(), Role::Partner));
    let children = household.children.iter().map(|c| (c.id.clone(), Role::Child));
    let ascendants = household.ascendants.iter().map(|a| (a.id.clone(), Role::Ascendant));
    applicants.chain(partner).chain(children).chain(ascendants)
}

impl Child {
    /// The age given, or the one that the day of birth makes; no child is born after the day of assessment.
    pub(crate) fn age_on(&self, on: NaiveDate) -> Result<u32> {
        match (self.age, self.born_on) {
            (Some(age), _) => Ok(age),
            (None, Some(born)) => on.years_since(born).ok_or_else(|| {
                Error::new(ErrorCode::FieldNotApplicable)
                    .with_word("because", "assessed_on < born_on")
                    .at("born_on")
            }),
            (None, None) => Err(Error::new(ErrorCode::FieldMissing).at("age")),
        }
    }
}

fn children_ages(facts: &Facts<'_>) -> Result<Vec<u32>> {
    let age = |(place, child): (usize, &Child)| {
        child.age_on(facts.on).map_err(|e| e.at(format!("household.children[{place}]")))
    };
    facts.household.children.iter().enumerate().map(age).collect()
}
