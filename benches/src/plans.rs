//! Plans to be drawn: debts of every rank, a capacity that grows with their number and cannot repay everything.

use crate::rows::Chance;
use apurement::amortization::Balance;
use apurement::fr::plan::{self, CapacityStep, Plan, PlanDebt, Policy};
use apurement::report::schedule;
use apurement::{Money, Rate};
use rust_decimal::Decimal;
use std::hint::black_box;

/// The longest plan, in months.
const MONTHS: u32 = 84;

/// Debts and what is available for them.
#[derive(Debug)]
pub struct Planned {
    debts: Vec<PlanDebt>,
    capacity: [CapacityStep; 1],
    policy: Policy,
}

impl Planned {
    /// So many debts; where rates are borne, every other one bears the legal rate of 2026.
    ///
    /// # Panics
    /// Never: the amounts are in range.
    #[must_use]
    pub fn new(count: usize, rates: bool) -> Planned {
        let cents = i64::try_from(count).unwrap_or(0) * 6_000;
        let amount = Money::from_cents(cents).expect("an amount");
        let capacity = [CapacityStep { from_month: 1, amount }];
        Planned { debts: debts(count, rates), capacity, policy: Policy::default() }
    }

    fn plan(&self) -> Plan {
        plan::draw(black_box(&self.debts), &self.capacity, MONTHS, &self.policy).expect("a plan")
    }

    /// Draws the plan.
    pub fn draw(&self) {
        black_box(self.plan());
    }

    /// Draws the plan and every payment of every month.
    pub fn draw_with_schedule(&self) {
        black_box(schedule::months(&self.plan()).collect::<Vec<_>>());
    }
}

fn debts(count: usize, rates: bool) -> Vec<PlanDebt> {
    let mut chance = Chance::new(7);
    let rate = Rate::from_percent(Decimal::new(262, 2)).expect("a rate");
    (0..count)
        .map(|place| {
            let cents = 20_000 + i64::try_from(chance.below(1_500_000)).unwrap_or(0);
            let rank = 2 + u8::try_from(place % 4).unwrap_or(0);
            PlanDebt {
                id: format!("debt-{place:04}").as_str().into(),
                rank,
                landlord: rank == 2,
                lender: rank == 4,
                outside: false,
                fixed: None,
                balance: Balance {
                    principal: Money::from_cents(cents).expect("an amount"),
                    ..Balance::default()
                },
                rate: (rates && place % 2 == 0).then_some(rate),
                unerasable: Money::ZERO,
            }
        })
        .collect()
}
