//! The response: each part that was wanted, in a fixed order of keys, or all the faults of the request.

mod comparison;
mod deadlines;
mod debts;
mod interest;
mod orientation;
mod reports;
mod review;
mod sale;

pub(crate) use comparison::ComparisonShown;
pub(crate) use deadlines::DeadlinesShown;
pub(crate) use debts::{AuditShown, PlanShown, TreatmentShown};
pub(crate) use interest::StatementShown;
pub(crate) use orientation::{AdmissibilityShown, OrientationShown};
pub(crate) use reports::ReportsShown;
pub(crate) use review::ReviewShown;

use crate::advisory::Advisory;
use crate::error::{Detail, Error};
use crate::explain::{Rendered, Step};
use crate::fr::Dependants;
use crate::fr::budget::{Basis, Budget, ContributionBasis};
use crate::fr::capacity::{Capacity, Ceiling};
use crate::fr::case::LawUsed;
use crate::fr::conventions::Conventions;
use crate::fr::decision::Decisions;
use crate::fr::garnishment::{BankAccountMinimum, Garnished, Served};
use crate::fr::household::{Composition, Role, RsaReason, ScaleReason, of_200ths};
use crate::fr::law::{self, ExpenseKind};
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::Money;
use crate::vocabulary::Id;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// What computed the answer.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Engine {
    name: &'static str,
    version: &'static str,
}

/// This library.
pub(crate) const ENGINE: Engine = Engine { name: "apurement", version: env!("CARGO_PKG_VERSION") };

/// The law that was used.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct LawBookUsed<'a> {
    version: &'a str,
    digest: &'a str,
    overlays: &'a [String],
}

impl<'a> LawBookUsed<'a> {
    pub(crate) fn of(law: &'a LawUsed) -> LawBookUsed<'a> {
        LawBookUsed { version: law.version, digest: &law.digest, overlays: &law.overlays }
    }
}

/// A doubt or a finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct AdvisoryShown {
    code: u16,
    name: &'static str,
    path: String,
    message: String,
}

impl AdvisoryShown {
    pub(crate) fn of(advisory: &Advisory, language: Language) -> AdvisoryShown {
        AdvisoryShown {
            code: advisory.code().number(),
            name: advisory.code().name(),
            path: advisory.path().into(),
            message: advisory.message(language),
        }
    }
}

/// Both counts of the household.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HouseholdShown<'a> {
    scale_dependants: Dependants,
    members: Vec<MemberShown<'a>>,
    rsa: RsaShown,
    persons: Fraction,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MemberShown<'a> {
    id: &'a Id,
    role: Role,
    scale: Fraction,
    scale_reason: ScaleReason,
    rsa_uplift: Fraction,
    rsa_reason: RsaReason,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RsaShown {
    one_person: Money,
    coefficient: Fraction,
    amount: Money,
}

impl<'a> HouseholdShown<'a> {
    pub(crate) fn of(
        composition: &'a Composition,
        one_person: Money,
        amount: Money,
        half_persons: u32,
    ) -> HouseholdShown<'a> {
        let members = composition
            .members
            .iter()
            .map(|member| MemberShown {
                id: &member.id,
                role: member.role,
                scale: halves(member.scale_halves),
                scale_reason: member.scale_reason,
                rsa_uplift: of_200ths(member.rsa_200ths),
                rsa_reason: member.rsa_reason,
            })
            .collect();
        let rsa = RsaShown { one_person, coefficient: composition.rsa_coefficient(), amount };
        HouseholdShown {
            scale_dependants: composition.scale_dependants,
            members,
            rsa,
            persons: halves(half_persons),
        }
    }
}

/// A number of halves as a number.
pub(crate) fn halves(count: u32) -> Fraction {
    Fraction::new(i128::from(count), 2).unwrap_or(Fraction::ZERO)
}

/// Resources and expenses as counted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct BudgetShown<'a> {
    resources: Money,
    own_resources: Money,
    expenses: Money,
    common: Money,
    personal: Money,
    partner_contribution: Money,
    partner_contribution_basis: ContributionBasis,
    lines: Vec<LineShown<'a>>,
    flat_rates: Vec<FlatRateShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LineShown<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Id>,
    kind: ExpenseKind,
    declared: Money,
    counted: Money,
    treatment: law::Treatment,
    basis: Basis,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FlatRateShown<'a> {
    id: &'a Id,
    treatment: law::Treatment,
    flat: Money,
    declared: Money,
    counted: Money,
}

impl<'a> BudgetShown<'a> {
    pub(crate) fn of(budget: &'a Budget) -> BudgetShown<'a> {
        let lines = budget.lines.iter().map(|line| LineShown {
            id: line.id.as_ref(),
            kind: line.kind,
            declared: line.declared,
            counted: line.counted,
            treatment: line.treatment,
            basis: line.basis,
        });
        let flat_rates = budget.flat_rates.iter().map(|flat| FlatRateShown {
            id: &flat.id,
            treatment: flat.treatment,
            flat: flat.flat,
            declared: flat.declared,
            counted: flat.counted,
        });
        BudgetShown {
            resources: budget.resources,
            own_resources: budget.own_resources,
            expenses: budget.expenses,
            common: budget.common,
            personal: budget.personal,
            partner_contribution: budget.contribution.amount,
            partner_contribution_basis: budget.contribution.basis,
            lines: lines.collect(),
            flat_rates: flat_rates.collect(),
        }
    }
}

/// The repayment capacity; what is left to live on comes first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CapacityShown {
    left_to_live: Money,
    /// `decided`, or `maximum` as long as nothing is decided.
    label: &'static str,
    retained: Money,
    computed: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<Money>,
    signed: Money,
    ceilings: CeilingsShown,
    binds: Vec<Ceiling>,
    scale_lifted: bool,
    legal_maximum: Money,
    minimum_to_leave: Money,
    household_rsa: Money,
    resources: Money,
    expenses: Money,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variants: Vec<VariantShown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CeilingsShown {
    budget: Money,
    scale_amount: Money,
    household_rsa: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct VariantShown {
    percent: u32,
    amount: Money,
    left_to_live: Money,
}

impl CapacityShown {
    pub(crate) fn of(capacity: &Capacity) -> crate::Result<CapacityShown> {
        let mut variants = Vec::new();
        if capacity.decided.is_none() {
            for percent in Capacity::SHARES {
                let (amount, left_to_live) = capacity.variant(percent)?;
                variants.push(VariantShown { percent, amount, left_to_live });
            }
        }
        Ok(CapacityShown {
            left_to_live: capacity.left_to_live,
            label: if capacity.decided.is_some() { "decided" } else { "maximum" },
            retained: capacity.retained,
            computed: capacity.computed,
            decided: capacity.decided,
            signed: capacity.signed,
            ceilings: CeilingsShown {
                budget: capacity.budget_ceiling,
                scale_amount: capacity.scale_ceiling,
                household_rsa: capacity.rsa_ceiling,
            },
            binds: capacity.binds(),
            scale_lifted: capacity.scale_lifted,
            legal_maximum: capacity.legal_maximum,
            minimum_to_leave: capacity.minimum_to_leave,
            household_rsa: capacity.household_rsa,
            resources: capacity.resources,
            expenses: capacity.expenses,
            variants,
        })
    }
}

/// A month's garnishment.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct GarnishmentShown<'a> {
    #[serde(flatten)]
    month: Option<MonthShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bank_account: Option<&'a BankAccountMinimum>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct MonthShown<'a> {
    net: Money,
    dependants: Dependants,
    scale_amount: Money,
    floor: Money,
    seizable: Money,
    claims: &'a [Served],
    withheld: Money,
    left_to_debtor: Money,
}

impl<'a> GarnishmentShown<'a> {
    pub(crate) fn of(
        month: Option<&'a Garnished>,
        bank_account: Option<&'a BankAccountMinimum>,
    ) -> GarnishmentShown<'a> {
        let month = month.map(|month| MonthShown {
            net: month.net,
            dependants: month.dependants,
            scale_amount: month.scale_amount,
            floor: month.floor,
            seizable: month.seizable,
            claims: &month.claims,
            withheld: month.withheld,
            left_to_debtor: month.left_to_debtor,
        });
        GarnishmentShown { month, bank_account }
    }
}

/// The answer to a request.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Response<'a> {
    pub(crate) schema: &'static str,
    pub(crate) engine: Engine,
    pub(crate) law_book: LawBookUsed<'a>,
    pub(crate) conventions: &'a Conventions,
    pub(crate) decisions: &'a Decisions,
    pub(crate) advisories: Vec<AdvisoryShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) household: Option<HouseholdShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) budget: Option<BudgetShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) capacity: Option<CapacityShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) garnishment: Option<GarnishmentShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interest: Option<Vec<StatementShown<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) treatments: Option<Vec<TreatmentShown<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) admissibility: Option<AdmissibilityShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) orientation: Option<Vec<OrientationShown>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) review: Option<ReviewShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<PlanShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit: Option<AuditShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) comparison: Option<ComparisonShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) deadlines: Option<DeadlinesShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<crate::document::schema::ExplanationStep>>"))]
    pub(crate) explanation: Option<ExplanationShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reports: Option<ReportsShown>,
}

/// The steps, with their sentences.
pub(crate) struct ExplanationShown<'a> {
    pub(crate) steps: &'a [Step],
    pub(crate) language: Language,
}

impl Serialize for ExplanationShown<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Rendered { steps: self.steps, language: self.language }.serialize(serializer)
    }
}

/// One fault of a request.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FaultShown<'a> {
    code: u16,
    name: &'static str,
    path: &'a str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provision: Option<&'a str>,
    #[serde(skip_serializing_if = "DetailsShown::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<alloc::collections::BTreeMap<String, crate::document::schema::Detail>>")
    )]
    details: DetailsShown<'a>,
}

impl<'a> FaultShown<'a> {
    fn of(fault: &'a Error, language: Language) -> FaultShown<'a> {
        FaultShown {
            code: fault.code().number(),
            name: fault.code().name(),
            path: fault.path(),
            message: fault.message(language),
            provision: fault.provision(),
            details: DetailsShown(fault.details()),
        }
    }
}

struct DetailsShown<'a>(&'a [(&'static str, Detail)]);

impl DetailsShown<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for DetailsShown<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, detail)| (name, detail)))
    }
}

/// All the faults of a request, instead of an answer.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Refusal<'a> {
    schema: &'static str,
    engine: Engine,
    errors: Vec<FaultShown<'a>>,
}

impl<'a> Refusal<'a> {
    pub(crate) fn of(faults: &'a [Error], language: Language) -> Refusal<'a> {
        let errors = faults.iter().map(|fault| FaultShown::of(fault, language)).collect();
        Refusal { schema: super::SCHEMA, engine: ENGINE, errors }
    }
}
