//! The response: each part that was wanted, in a fixed order of keys, or all the faults of the request.

use crate::advisory::Advisory;
use crate::error::{Detail, Error};
use crate::explain::{Rendered, Step};
use crate::fr::Dependants;
use crate::fr::audit::{Finding, FindingKind, Grade};
use crate::fr::budget::{Basis, Budget, ContributionBasis};
use crate::fr::capacity::{Capacity, Ceiling};
use crate::fr::case::LawUsed;
use crate::fr::conventions::Conventions;
use crate::fr::debt::treatment::{Certainty, Permission, Treatment, TreatmentRule};
use crate::fr::decision::Decisions;
use crate::fr::garnishment::{BankAccountMinimum, Garnished, Served};
use crate::fr::household::{Composition, Role, RsaReason, ScaleReason, of_200ths};
use crate::fr::law::{self, ExpenseKind};
use crate::fr::orientation::{Opening, Orientation, OrientationReason, Way};
use crate::fr::plan::{self, Plan};
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::Money;
use crate::vocabulary::Id;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
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
            for percent in [100, 95, 90] {
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

/// What the law lets measures do with a debt.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TreatmentShown<'a> {
    id: &'a Id,
    rank: u8,
    excluded: bool,
    reschedule: Permission,
    defer: Permission,
    suspend: Permission,
    remit: Permission,
    erase: Permission,
    erased_in_full_erasure: Money,
    survives: Money,
    reasons: Vec<ReasonShown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ReasonShown {
    rule: TreatmentRule,
    article: &'static str,
    certainty: Certainty,
}

impl<'a> TreatmentShown<'a> {
    pub(crate) fn of(treatment: &'a Treatment) -> TreatmentShown<'a> {
        let reason = |rule: &TreatmentRule| {
            let (article, certainty) = rule.source();
            ReasonShown { rule: *rule, article, certainty }
        };
        TreatmentShown {
            id: &treatment.id,
            rank: treatment.rank,
            excluded: treatment.excluded,
            reschedule: treatment.reschedule,
            defer: treatment.reschedule,
            suspend: treatment.suspend,
            remit: treatment.remit,
            erase: treatment.erase,
            erased_in_full_erasure: treatment.erased_in_full_erasure,
            survives: treatment.survives,
            reasons: treatment.reasons.iter().map(reason).collect(),
        }
    }
}

/// A way that the facts leave open or close.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct OrientationShown {
    way: Way,
    opening: Opening,
    reasons: Vec<OrientationReasonShown>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct OrientationReasonShown {
    rule: OrientationReason,
    article: &'static str,
    certainty: Certainty,
}

impl OrientationShown {
    pub(crate) fn of(orientation: &Orientation) -> OrientationShown {
        let reason = |rule: &OrientationReason| {
            let (article, certainty) = rule.source();
            OrientationReasonShown { rule: *rule, article, certainty }
        };
        OrientationShown {
            way: orientation.way,
            opening: orientation.opening,
            reasons: orientation.reasons.iter().map(reason).collect(),
        }
    }
}

/// What was found on a plan.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct AuditShown<'a> {
    /// No breach was found.
    clean: bool,
    breaches: usize,
    doubtful: usize,
    notes: usize,
    findings: Vec<FindingShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FindingShown<'a> {
    finding: FindingKind,
    grade: Grade,
    article: &'static str,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    debt: Option<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound_months: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found_months: Option<u32>,
}

impl<'a> AuditShown<'a> {
    pub(crate) fn of(findings: &'a [Finding]) -> AuditShown<'a> {
        let count = |grade| findings.iter().filter(|finding| finding.grade == grade).count();
        let show = |finding: &'a Finding| {
            let (article, certainty) = finding.kind.source();
            FindingShown {
                finding: finding.kind,
                grade: finding.grade,
                article,
                certainty,
                debt: finding.debt.as_ref(),
                month: finding.month,
                bound: finding.bound,
                found: finding.found,
                bound_months: finding.bound_months,
                found_months: finding.found_months,
            }
        };
        let breaches = count(Grade::Breach);
        AuditShown {
            clean: breaches == 0,
            breaches,
            doubtful: count(Grade::Doubtful),
            notes: count(Grade::Note),
            findings: findings.iter().map(show).collect(),
        }
    }
}

/// The plan: tiers by creditor, what became of each debt, and the sums.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct PlanShown<'a> {
    /// `decided`, `maximum` as long as nothing is decided, or `indicative` after a suspension (to be refiled).
    label: &'static str,
    horizon_months: u32,
    months: u32,
    tiers: Vec<TierShown<'a>>,
    debts: Vec<SettledShown<'a>>,
    totals: TotalsShown,
    objective: ObjectiveShown,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TierShown<'a> {
    from_month: u32,
    months: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    due_from: Option<NaiveDate>,
    suspension: bool,
    total: Money,
    lines: Vec<PlanLineShown<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PlanLineShown<'a> {
    debt: &'a Id,
    instalment: Money,
    payments: u32,
    last: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SettledShown<'a> {
    id: &'a Id,
    rank: u8,
    outside: bool,
    start: Money,
    interest: Money,
    principal_paid: Money,
    interest_paid: Money,
    paid: Money,
    erased: Money,
    left: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_month: Option<u32>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct TotalsShown {
    start: Money,
    interest: Money,
    paid: Money,
    erased: Money,
    left: Money,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ObjectiveShown {
    erased: Money,
    months: u32,
    tiers: usize,
    lines: usize,
}

impl<'a> PlanShown<'a> {
    pub(crate) fn of(
        plan: &'a Plan,
        label: &'static str,
        first_due_on: Option<NaiveDate>,
    ) -> crate::Result<PlanShown<'a>> {
        let mut tiers = Vec::with_capacity(plan.tiers.len());
        for tier in &plan.tiers {
            let lines = tier.lines.iter().filter_map(|line| {
                let debt = &plan.debts.get(line.debt)?.id;
                Some(PlanLineShown {
                    debt,
                    instalment: line.instalment,
                    payments: line.payments,
                    last: line.last,
                })
            });
            let total = Money::total(tier.lines.iter().map(|line| line.instalment))?;
            let due_from = first_due_on.and_then(|first| plan::due_date(first, tier.from_month));
            tiers.push(TierShown {
                from_month: tier.from_month,
                months: tier.months,
                due_from,
                suspension: tier.suspension,
                total,
                lines: lines.collect(),
            });
        }
        let mut debts = Vec::with_capacity(plan.debts.len());
        for debt in &plan.debts {
            debts.push(SettledShown {
                id: &debt.id,
                rank: debt.rank,
                outside: debt.outside,
                start: debt.start,
                interest: debt.interest,
                principal_paid: debt.principal_paid,
                interest_paid: debt.interest_paid,
                paid: debt.principal_paid.plus(debt.interest_paid)?,
                erased: debt.erased,
                left: debt.left,
                first_month: debt.first_month,
                last_month: debt.last_month,
            });
        }
        let (totals, objective) = (&plan.totals, &plan.objective);
        Ok(PlanShown {
            label,
            horizon_months: plan.horizon,
            months: objective.months,
            tiers,
            debts,
            totals: TotalsShown {
                start: totals.start,
                interest: totals.interest,
                paid: totals.paid,
                erased: totals.erased,
                left: totals.left,
            },
            objective: ObjectiveShown {
                erased: totals.erased,
                months: objective.months,
                tiers: objective.tiers,
                lines: objective.lines,
            },
        })
    }
}

/// The reports that were wanted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ReportsShown {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) markdown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule_csv_fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measures_csv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) measures_csv_fr: Option<String>,
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
    pub(crate) treatments: Option<Vec<TreatmentShown<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) orientation: Option<Vec<OrientationShown>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<PlanShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit: Option<AuditShown<'a>>,
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
        let errors = faults
            .iter()
            .map(|fault| FaultShown {
                code: fault.code().number(),
                name: fault.code().name(),
                path: fault.path(),
                message: fault.message(language),
                provision: fault.provision(),
                details: DetailsShown(fault.details()),
            })
            .collect();
        Refusal { schema: super::SCHEMA, engine: ENGINE, errors }
    }
}
