//! The walk in decimals, as one would write it first.

use super::{PrintedScale, Walk, in_force};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Each slice of the annual pay times its rate, in `rust_decimal`, divided by twelve and rounded to the cent, half
/// up. The rates and thresholds are prepared once; a third and two thirds have 28 digits, hence the wrong cents.
#[derive(Debug)]
pub struct DecimalWalk {
    scales: Vec<(i32, Scale)>,
    rates: [Decimal; 7],
}

#[derive(Debug)]
struct Scale {
    thresholds: [Decimal; 6],
    increment: Decimal,
}

impl DecimalWalk {
    /// From the decrees, oldest first.
    #[must_use]
    pub fn new(scales: &[PrintedScale]) -> DecimalWalk {
        let prepared = scales.iter().map(|scale| {
            let thresholds = scale.thresholds.map(Decimal::from);
            (scale.from, Scale { thresholds, increment: Decimal::from(scale.increment) })
        });
        let share = |numerator: i64, denominator: i64| Decimal::from(numerator) / Decimal::from(denominator);
        let rates = [(1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 3), (1, 1)].map(|(n, d)| share(n, d));
        DecimalWalk { scales: prepared.collect(), rates }
    }
}

impl Walk for DecimalWalk {
    fn cents(&self, income: i64, half_dependants: u8, day: i32) -> Option<i64> {
        let scale = in_force(&self.scales, day)?;
        let annual = Decimal::new(income, 2) * Decimal::from(12);
        let raised = scale.increment * Decimal::new(i64::from(half_dependants) * 5, 1);
        let (mut amount, mut below) = (Decimal::ZERO, Decimal::ZERO);
        for (slice, rate) in self.rates.iter().enumerate() {
            let top = scale.thresholds.get(slice).map_or(annual, |threshold| *threshold + raised);
            amount += (top.min(annual) - below) * rate;
            below = top;
            if annual <= top {
                break;
            }
        }
        let monthly = amount / Decimal::from(12);
        let cents =
            monthly.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero) * Decimal::from(100);
        cents.to_i64()
    }
}
