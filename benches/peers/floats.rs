//! The walk in floats, as most applications have it.

use super::{PrintedScale, Walk, in_force};

/// Each slice of the annual pay times its rate, in `f64`, divided by twelve and rounded to the cent.
#[derive(Debug)]
pub struct FloatWalk {
    scales: Vec<(i32, Scale)>,
}

#[derive(Debug)]
struct Scale {
    thresholds: [f64; 6],
    increment: f64,
}

const RATES: [f64; 7] = [1.0 / 20.0, 1.0 / 10.0, 1.0 / 5.0, 1.0 / 4.0, 1.0 / 3.0, 2.0 / 3.0, 1.0];

impl FloatWalk {
    /// From the decrees, oldest first.
    #[must_use]
    pub fn new(scales: &[PrintedScale]) -> FloatWalk {
        let prepared = scales.iter().map(|scale| {
            let thresholds = scale.thresholds.map(f64::from);
            (scale.from, Scale { thresholds, increment: f64::from(scale.increment) })
        });
        FloatWalk { scales: prepared.collect() }
    }
}

impl Walk for FloatWalk {
    // The incomes measured have far fewer than 2^53 cents, and the result is smaller.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    fn cents(&self, income: i64, half_dependants: u8, day: i32) -> Option<i64> {
        let scale = in_force(&self.scales, day)?;
        let annual = income as f64 / 100.0 * 12.0;
        let raised = scale.increment * f64::from(half_dependants) / 2.0;
        let (mut amount, mut below) = (0.0, 0.0);
        for (slice, rate) in RATES.iter().enumerate() {
            let top = scale.thresholds.get(slice).map_or(annual, |threshold| threshold + raised);
            amount += (top.min(annual) - below) * rate;
            below = top;
            if annual <= top {
                break;
            }
        }
        Some((amount / 12.0 * 100.0).round() as i64)
    }
}
