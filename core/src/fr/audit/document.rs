//! A plan as somebody wrote it down.

use super::sale::{AuditedSale, AuditedSalePart};
use crate::amortization::Imputation;
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::fr::debt::Debt;
use crate::fr::plan::{MAX_MONTHS, Plan, PlanKind};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

/// What a debt is paid in a tier.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedLine {
    /// The debt.
    pub debt: Id,
    /// The instalment of each month.
    pub instalment: Money,
    /// The last payment, when it differs.
    pub last: Option<Money>,
    /// How many months of the tier are paid; all of them when not said.
    pub payments: Option<u32>,
}

impl AuditedLine {
    /// How many months of a tier are paid.
    #[must_use]
    pub fn payments(&self, months: u32) -> u32 {
        self.payments.map_or(months, |payments| payments.min(months))
    }

    /// The last payment.
    #[must_use]
    pub fn last(&self) -> Money {
        self.last.unwrap_or(self.instalment)
    }

    /// What is paid in a month of the tier, 1 for its first.
    #[must_use]
    pub fn in_month(&self, month: u32, months: u32) -> Money {
        match self.payments(months) {
            payments if month < payments => self.instalment,
            payments if month == payments => self.last(),
            _ => Money::ZERO,
        }
    }

    /// All that the line pays in a tier of some months.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn sum(&self, months: u32) -> Result<Money> {
        match self.payments(months) {
            0 => Ok(Money::ZERO),
            payments => self.instalment.times(i64::from(payments.saturating_sub(1)))?.plus(self.last()),
        }
    }
}

/// A tier.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedTier {
    /// How many months.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub months: u32,
    /// The claims are suspended (L. 733-1, 4°).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub suspension: bool,
    /// What is paid.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub lines: Vec<AuditedLine>,
    /// What its instalments sum to, as the plan states it; checked when given.
    pub total: Option<Money>,
}

/// What is erased of a debt.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedErasure {
    /// The debt.
    pub debt: Id,
    /// How much.
    pub amount: Money,
}

/// The rate a debt bears.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedRate {
    /// The debt.
    pub debt: Id,
    /// Percent a year.
    pub percent: Rate,
}

/// What the plan states of a debt as a whole; each figure is checked when given.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedStatement {
    /// The debt.
    pub debt: Id,
    /// Due at the start.
    pub start: Option<Money>,
    /// Interest borne during the plan.
    pub interest: Option<Money>,
    /// Paid month by month.
    pub paid: Option<Money>,
    /// Paid by the sale of an asset.
    pub from_sale: Option<Money>,
    /// Erased at the end.
    pub erased: Option<Money>,
    /// Neither paid nor erased.
    pub left: Option<Money>,
}

/// A plan to be checked.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedPlan {
    /// Imposed or agreed.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub kind: PlanKind,
    /// The tiers, in order.
    pub tiers: Vec<AuditedTier>,
    /// What is erased at the end.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub erased: Vec<AuditedErasure>,
    /// The rates borne; none where a debt is not named.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rates: Vec<AuditedRate>,
    /// Percent a year borne by principal during a suspension.
    pub suspension_rate: Option<Rate>,
    /// What a payment pays first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub imputation: Imputation,
    /// Debts shown outside the procedure, only proposed (hors procédure).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub outside: Vec<Id>,
    /// The share of the resources kept for the household, as the plan states it (L. 731-3).
    pub left_to_live: Option<Money>,
    /// Erasure is subject to the prior sale of real estate.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub subject_to_sale: bool,
    /// The debtor can't be rehoused at a bearable cost: the exception of Cass. 22 May 2025.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rehousing_impossible: bool,
    /// One of the two exceptions that let a plan pass seven years to keep the main home.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub main_home_exception: bool,
    /// The sale of an asset whose price pays a part of the debts.
    pub sale: Option<AuditedSale>,
    /// Waiting measures: the balance is deferred to a new examination (report du solde).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub balance_deferred: bool,
    /// What the plan states of each debt as a whole.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub stated: Vec<AuditedStatement>,
}

opaque_debug!(AuditedLine, AuditedTier, AuditedErasure, AuditedRate, AuditedStatement, AuditedPlan);

impl AuditedPlan {
    /// How many months it lasts.
    #[must_use]
    pub fn months(&self) -> u32 {
        self.tiers.iter().map(|tier| tier.months).fold(0, u32::saturating_add)
    }

    /// The lengths that the ledger can follow.
    pub(super) fn check_months(&self) -> Result<()> {
        let none = self.tiers.iter().position(|tier| tier.months == 0);
        let path = match none {
            Some(place) => format!("audit.tiers[{place}].months"),
            None if self.months() > MAX_MONTHS => "audit.tiers".into(),
            None => return Ok(()),
        };
        Err(out_of_range(MAX_MONTHS).at(path))
    }

    /// A drawn plan, written down with all its sums.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn of_drawn(plan: &Plan) -> Result<AuditedPlan> {
        let mut written = AuditedPlan { suspension_rate: plan.suspension_rate, ..AuditedPlan::default() };
        for tier in &plan.tiers {
            let lines = tier.lines.iter().filter_map(|line| {
                let debt = plan.debts.get(line.debt)?.id.clone();
                let payments = Some(line.payments);
                Some(AuditedLine { debt, instalment: line.instalment, last: Some(line.last), payments })
            });
            written.tiers.push(AuditedTier {
                months: tier.months,
                suspension: tier.suspension,
                lines: lines.collect(),
                total: Some(Money::total(tier.lines.iter().map(|line| line.instalment))?),
            });
        }
        for debt in &plan.debts {
            if !debt.erased.is_zero() {
                written.erased.push(AuditedErasure { debt: debt.id.clone(), amount: debt.erased });
            }
            if let Some(percent) = debt.rate {
                written.rates.push(AuditedRate { debt: debt.id.clone(), percent });
            }
            if debt.outside {
                written.outside.push(debt.id.clone());
            }
            written.stated.push(AuditedStatement {
                debt: debt.id.clone(),
                start: Some(debt.start),
                interest: Some(debt.interest),
                paid: Some(debt.principal_paid.plus(debt.interest_paid)?),
                from_sale: Some(debt.from_sale()),
                erased: Some(debt.erased),
                left: Some(debt.left),
            });
        }
        written.sale = plan.sale.as_ref().map(|sale| {
            let paid = plan.debts.iter().filter(|debt| !debt.from_sale().is_zero());
            let reduced = plan.debts.iter().filter(|debt| debt.is_reduced());
            AuditedSale {
                asset: sale.asset.clone(),
                month: sale.month,
                manner: sale.manner,
                net_proceeds: sale.net,
                parts: paid
                    .map(|debt| AuditedSalePart { debt: debt.id.clone(), amount: debt.from_sale() })
                    .collect(),
                reduced: reduced.map(|debt| debt.id.clone()).collect(),
            }
        });
        Ok(written)
    }

    /// What makes the document no plan of these debts: every fault, with its path in the plan.
    pub(crate) fn faults(&self, debts: &[Debt]) -> Vec<Error> {
        let mut faults = Vec::new();
        let known: BTreeSet<&Id> = debts.iter().map(|debt| &debt.id).collect();
        let unknown = || Error::new(ErrorCode::IdUnknown);
        for (place, tier) in self.tiers.iter().enumerate() {
            let sound = (1..=MAX_MONTHS).contains(&tier.months);
            if !sound {
                faults.push(out_of_range(MAX_MONTHS).at(format!("tiers[{place}].months")));
            }
            for (line_place, line) in tier.lines.iter().enumerate() {
                let path = |field: &str| format!("tiers[{place}].lines[{line_place}].{field}");
                if !known.contains(&line.debt) {
                    faults.push(unknown().at(path("debt")));
                }
                let within = line.payments.is_none_or(|payments| (1..=tier.months).contains(&payments));
                if sound && !within {
                    faults.push(out_of_range(tier.months).at(path("payments")));
                }
            }
        }
        let sound = faults.is_empty();
        if sound && self.months() > MAX_MONTHS {
            faults.push(out_of_range(MAX_MONTHS).at("tiers"));
        }
        let months = if sound { self.months().min(MAX_MONTHS) } else { MAX_MONTHS };
        if self.sale.as_ref().is_some_and(|sale| sale.month == 0 || sale.month > months) {
            faults.push(out_of_range(months).at("sale.month"));
        }
        let sale = self.sale.iter();
        let parts = sale.clone().flat_map(|sale| sale.parts.iter().map(|part| &part.debt));
        let lists: [(&str, Vec<&Id>, bool); 6] = [
            ("sale.parts", parts.collect(), false),
            ("sale.reduced", sale.flat_map(|sale| &sale.reduced).collect(), false),
            ("erased", self.erased.iter().map(|erased| &erased.debt).collect(), false),
            ("rates", self.rates.iter().map(|rate| &rate.debt).collect(), true),
            ("stated", self.stated.iter().map(|stated| &stated.debt).collect(), true),
            ("outside", self.outside.iter().collect(), false),
        ];
        for (list, ids, once) in lists {
            let field = if matches!(list, "outside" | "sale.reduced") { "" } else { ".debt" };
            let mut seen = BTreeSet::new();
            for (place, id) in ids.into_iter().enumerate() {
                let path = || format!("{list}[{place}]{field}");
                if !known.contains(id) {
                    faults.push(unknown().at(path()));
                } else if !seen.insert(id) && once {
                    faults.push(Error::new(ErrorCode::IdDuplicate).at(path()));
                }
            }
        }
        faults
    }
}

fn out_of_range(most: u32) -> Error {
    Error::new(ErrorCode::NumberRange).with("low", Detail::Number(1)).with_bound(i64::from(most))
}
