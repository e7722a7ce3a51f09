//! Plans to be audited: debts of every rank paid one rank after the other over 84 months in four tiers, the rest erased.
//!
//! Where rates are borne the interest is neither paid nor erased, so that there are findings too.

use apurement::fr::audit::{
    AuditedErasure, AuditedLine, AuditedPlan, AuditedRate, AuditedTier, Facts, audit,
};
use apurement::fr::debt::treatment::{Erasure, Treatment, treat};
use apurement::fr::debt::{Debt, DebtKind};
use apurement::fr::law::LegalInterest;
use apurement::fr::plan::History;
use apurement::{Money, Rate, day};
use rust_decimal::Decimal;
use std::hint::black_box;

/// A case with its plan.
#[derive(Debug)]
pub struct Audited {
    debts: Vec<Debt>,
    treatments: Vec<Treatment>,
    history: History,
    /// The plan.
    pub plan: AuditedPlan,
}

impl Audited {
    /// So many debts; where rates are borne, every other one bears the legal rate of 2026.
    ///
    /// # Panics
    /// Never: the amounts are in range.
    #[must_use]
    pub fn new(count: usize, rates: bool) -> Audited {
        let money = |cents: i64| Money::from_cents(cents).expect("an amount");
        let rate = Rate::from_percent(Decimal::new(262, 2)).expect("a rate");
        let kinds =
            [DebtKind::HousingArrears, DebtKind::EnergyAndBills, DebtKind::BankLoan, DebtKind::PrivateLender];
        // By rank, one after the other: months paid, cents a month.
        let course = [(12, 2_500), (12, 3_000), (30, 4_000), (30, 2_000)];
        let principal = 400_000;
        let debts: Vec<Debt> = (0..count)
            .map(|place| {
                let id = format!("debt-{place:04}");
                Debt::new(id.as_str(), kinds[place % 4], money(principal))
            })
            .collect();
        let bears = |place: usize| rates && place.is_multiple_of(2);
        let mut plan = AuditedPlan { left_to_live: Some(money(120_000)), ..AuditedPlan::default() };
        for (rank, (months, instalment)) in course.into_iter().enumerate() {
            let of_rank = debts.iter().skip(rank).step_by(4);
            let line = |debt: &Debt| AuditedLine {
                debt: debt.id.clone(),
                instalment: money(instalment),
                last: None,
                payments: None,
            };
            let lines = of_rank.map(line).collect();
            plan.tiers.push(AuditedTier { months, suspension: false, lines, total: None });
        }
        for (place, debt) in debts.iter().enumerate() {
            let (months, instalment) = course[place % 4];
            let amount = principal - i64::from(months) * instalment;
            if bears(place) {
                plan.rates.push(AuditedRate { debt: debt.id.clone(), percent: rate });
            }
            plan.erased.push(AuditedErasure { debt: debt.id.clone(), amount: money(amount) });
        }
        let treatments =
            debts.iter().map(|debt| treat(debt, Erasure::default()).expect("a treatment")).collect();
        Audited { debts, treatments, history: History::default(), plan }
    }

    /// Audits the plan once.
    ///
    /// # Panics
    /// When the plan is no plan of the debts.
    pub fn run(&self) {
        black_box(audit(black_box(&self.plan), &self.facts()).expect("an audit"));
    }

    /// What the plan is audited against.
    ///
    /// # Panics
    /// Never: the rates are in range.
    #[must_use]
    pub fn facts(&self) -> Facts<'_> {
        let rate = |hundredths| Rate::from_percent(Decimal::new(hundredths, 2)).expect("a rate");
        Facts {
            debts: &self.debts,
            treatments: &self.treatments,
            rank_changes: &[],
            assets: &[],
            history: &self.history,
            conciliation_failed: false,
            capacity: None,
            steps: &[],
            decided_on: day(2026, 5, 15),
            longest: 84,
            longest_suspension: 24,
            second_suspension: Default::default(),
            legal_rate: Some(LegalInterest { individuals: rate(667), others: rate(262) }),
            token_floor: Money::from_cents(1_500).expect("an amount"),
        }
    }
}
