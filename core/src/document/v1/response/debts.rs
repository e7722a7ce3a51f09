//! Answers about debts and their plan: treatments, audit, plan.

use super::sale::SaleShown;
use crate::fr::audit::{Finding, FindingKind, Grade};
use crate::fr::debt::treatment::{Certainty, Permission, Treatment, TreatmentRule};
use crate::fr::plan::{self, Plan};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::Id;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

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
    #[serde(skip_serializing_if = "Option::is_none")]
    sale: Option<SaleShown<'a>>,
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
    /// Percent a year borne during the plan: at most what was asked, the contract's, and for imposed measures the legal rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<Rate>,
    start: Money,
    interest: Money,
    principal_paid: Money,
    interest_paid: Money,
    paid: Money,
    /// Paid by the sale of an asset, when one is planned: start + interest = paid + from_sale + erased + left.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_sale: Option<Money>,
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
    /// Paid by the sale of an asset, when one is planned: start + interest = paid + from_sale + erased + left.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_sale: Option<Money>,
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
                rate: debt.rate,
                start: debt.start,
                interest: debt.interest,
                principal_paid: debt.principal_paid,
                interest_paid: debt.interest_paid,
                paid: debt.principal_paid.plus(debt.interest_paid)?,
                from_sale: debt.sale.map(|sale| sale.received),
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
            sale: SaleShown::of(plan, first_due_on),
            debts,
            totals: TotalsShown {
                start: totals.start,
                interest: totals.interest,
                paid: totals.paid,
                from_sale: plan.sale.as_ref().map(|_| totals.from_sale),
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
