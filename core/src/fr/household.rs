//! The household, and the two counts that law takes from it.
//!
//! Two counts, never one. The **dependants of the scale** (C. trav. R. 3252-3) raise the thresholds of
//! garnishment. The **RSA household** (CASF R. 262-1, R. 262-3) sets the amount that over-indebtedness must leave.
//! The same person may count in one and not in the other: an adult child in charge, a parent who is maintained, a
//! child for whom maintenance is paid elsewhere.

use crate::advisory::{Advisory, AdvisoryCode};
use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace, Value};
use crate::fr::conventions::{
    AlternatingChildForExpenses, AlternatingChildForScale, AlternatingChildRank, Conventions, ScaleDependants,
};
use crate::fr::decision::Decisions;
use crate::fr::law::{ChildAges, LawBook, RsaUplifts, Territory};
use crate::fr::scale_amount::Dependants;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::Rounding;
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
    /// How much of a person counts.
    pub enum Share {
        /// Wholly.
        Whole = "whole",
        /// By half.
        Half = "half",
        /// Not at all.
        None = "none",
    }
}

impl Share {
    /// The share in halves.
    #[must_use]
    pub const fn halves(self) -> u32 {
        match self {
            Share::Whole => 2,
            Share::Half => 1,
            Share::None => 0,
        }
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

vocabulary! {
    /// Why a person counts, or not, in the RSA household (CASF R. 262-1, R. 262-3).
    pub enum RsaReason {
        /// First person of the household.
        FirstPerson = "first_person",
        /// Second adult.
        SecondAdult = "second_adult",
        /// Child or young person in charge.
        ChildInCharge = "child_in_charge",
        /// In alternating custody: half of the uplift (Conseil d'État, 21 July 2017, n° 398911).
        ChildAlternating = "child_alternating",
        /// By agreement or ruling.
        ChildStated = "child_stated",
        /// Past the age limit.
        ChildTooOld = "child_too_old",
        /// Not in charge.
        ChildNotInCharge = "child_not_in_charge",
        /// Ascendants do not count.
        AscendantNotCounted = "ascendant_not_counted",
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

pub(crate) fn of_200ths(count: u32) -> Fraction {
    Fraction::new(i128::from(count), 200).unwrap_or(Fraction::ZERO)
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
            members.iter().fold(Dependants::NONE, |sum, member| sum.plus_halves(member.scale_halves))
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

fn children_ages(facts: &Facts<'_>) -> Result<Vec<u32>> {
    let age = |(place, child): (usize, &Child)| match (child.age, child.born_on) {
        (Some(age), _) => Ok(age),
        (None, Some(born)) => facts.on.years_since(born).ok_or_else(|| {
            Error::new(ErrorCode::FieldNotApplicable)
                .with_word("because", "assessed_on < born_on")
                .at(format!("household.children[{place}].born_on"))
        }),
        (None, None) => {
            Err(Error::new(ErrorCode::FieldMissing).at(format!("household.children[{place}].age")))
        }
    };
    facts.household.children.iter().enumerate().map(age).collect()
}

/// The weight of each person among the dependants of the scale, in halves (C. trav. R. 3252-3).
fn scale_weights(
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

/// The uplift of each person in the RSA household, in two-hundredths (CASF R. 262-1, R. 262-3).
fn rsa_shares(facts: &Facts<'_>, texts: &Texts<'_>, ages: &[u32]) -> Vec<(u32, RsaReason)> {
    let household = facts.household;
    let uplifts = texts.uplifts.value;
    let adults = household.adults();
    let mut shares = Vec::new();
    for place in 0..adults {
        shares.push(match place {
            0 => (200, RsaReason::FirstPerson),
            _ => (uplifts.second_person.saturating_mul(2), RsaReason::SecondAdult),
        });
    }
    let counted: Vec<(Share, RsaReason)> = household
        .children
        .iter()
        .zip(ages)
        .map(|(child, age)| child_rsa_share(child, *age, texts.ages.value.rsa_below))
        .collect();
    let order = match facts.conventions.alternating_child_rank {
        AlternatingChildRank::AfterFull => [Share::Whole, Share::Half],
        AlternatingChildRank::BeforeFull => [Share::Half, Share::Whole],
    };
    // Ranks run through one kind of share, then the other: within a kind all uplifts are alike but for the rank, so
    // the total does not depend on the order in which the children are given.
    let mut ranked = alloc::vec![0_u32; counted.len()];
    let mut rank = 0_u32;
    for kind in order {
        for (place, _) in counted.iter().enumerate().filter(|(_, (share, _))| *share == kind) {
            rank = rank.saturating_add(1);
            if let Some(slot) = ranked.get_mut(place) {
                *slot = child_uplift(uplifts, adults, rank).saturating_mul(kind.halves());
            }
        }
    }
    shares.extend(counted.iter().zip(ranked).map(|((_, reason), uplift)| (uplift, *reason)));
    shares.extend(household.ascendants.iter().map(|_| (0, RsaReason::AscendantNotCounted)));
    shares
}

fn child_rsa_share(child: &Child, age: u32, rsa_below: u32) -> (Share, RsaReason) {
    if age >= rsa_below {
        return (Share::None, RsaReason::ChildTooOld);
    }
    match (child.rsa_uplift, child.custody) {
        (Some(share), _) => (share, RsaReason::ChildStated),
        (None, Custody::Full) => (Share::Whole, RsaReason::ChildInCharge),
        (None, Custody::Alternating) => (Share::Half, RsaReason::ChildAlternating),
        (None, Custody::Visiting | Custody::Elsewhere) => (Share::None, RsaReason::ChildNotInCharge),
    }
}

/// The uplift of the child of a rank, in percent.
fn child_uplift(uplifts: &RsaUplifts, adults: usize, rank: u32) -> u32 {
    if rank >= uplifts.other_from_child {
        uplifts.other
    } else if rank == 1 && adults < 2 {
        uplifts.second_person
    } else {
        uplifts.further_person
    }
}

/// The RSA amount of a household: the one-person amount times the coefficient, rounded half up, once.
pub(crate) fn rsa_amount(
    one_person: &Found<'_, Money>,
    coefficient_200ths: u32,
    trace: &mut impl Trace,
) -> Result<Money> {
    let coefficient = of_200ths(coefficient_200ths);
    let amount = rsa_cents(*one_person.value, coefficient_200ths)?;
    trace.note(Rule::RsaAmount, |step| {
        step.input("one_person", *one_person.value)
            .input("coefficient", Value::Fraction(coefficient))
            .result(amount)
            .rounded(Rounding::HalfUp)
            .version(one_person);
    });
    Ok(amount)
}

pub(crate) fn rsa_cents(one_person: Money, coefficient_200ths: u32) -> Result<Money> {
    // Half up on a non-negative product: (2 * amount * coefficient + 200) / 400, in integers.
    let product = i128::from(one_person.cents()).checked_mul(i128::from(coefficient_200ths));
    let cents = product.and_then(|p| p.checked_add(100)).and_then(|p| p.checked_div(200));
    let cents = cents.and_then(|c| i64::try_from(c).ok());
    cents.map_or_else(|| Err(Error::new(ErrorCode::ArithmeticOverflow)), Money::from_cents)
}

/// The RSA amount (montant forfaitaire) of a household of adults and children in full charge: the floor of
/// over-indebtedness (C. conso. L. 731-2, R. 731-1; `doc(alias)`: RSA).
///
/// Euros a month, rounded half up once. Neither the lone-parent supplement nor the housing flat rate belong to it.
///
/// # Errors
/// `number.range` for other than one or two adults or more than 30 children; `law.*` where the amount is not known.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, Territory}, LawBook};
/// let book = LawBook::default();
/// let couple_and_two = fr::floor(&book, 2, 2, Territory::Metropole, day(2025, 5, 1))?;
/// assert_eq!(couple_and_two.to_string(), "1357.69");
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "montant forfaitaire")]
pub fn floor(
    book: &LawBook,
    adults: u32,
    children: u32,
    territory: Territory,
    on: NaiveDate,
) -> Result<Money> {
    let one_person = book.admit(book.rsa(territory, on))?;
    let uplifts = book.admit(book.rsa_uplifts(territory, on))?;
    rsa_cents(*one_person.value, coefficient_200ths(uplifts.value, adults, children)?)
}

/// The coefficient of adults and children in full charge, in two-hundredths.
pub(crate) fn coefficient_200ths(uplifts: &RsaUplifts, adults: u32, children: u32) -> Result<u32> {
    let range = |path: &str, low: i64, high: i64| {
        Error::new(ErrorCode::NumberRange)
            .with("low", crate::error::Detail::Number(low))
            .with_bound(high)
            .at(path)
    };
    let second = match adults {
        1 => 0,
        2 => uplifts.second_person,
        _ => return Err(range("adults", 1, 2)),
    };
    if children > 30 {
        return Err(range("children", 0, 30));
    }
    let adults = usize::try_from(adults).unwrap_or(2);
    let uplift =
        (1..=children).map(|rank| child_uplift(uplifts, adults, rank)).fold(second, u32::saturating_add);
    Ok(uplift.saturating_mul(2).saturating_add(200))
}
