//! The exact amount, to check the others against.

use super::{PrintedScale, Walk, in_force};

/// R. 3252-2 read word by word, in whole numbers wide enough never to overflow: the share of each slice of the
/// annual pay, added up over sixtieths, divided by twelve, rounded once, half up.
#[derive(Debug)]
pub struct ExactSum {
    scales: Vec<(i32, PrintedScale)>,
}

/// 1° one twentieth; 2° one tenth; 3° one fifth; 4° one quarter; 5° one third; 6° two thirds; 7° all of it.
const SHARES: [(i128, i128); 7] = [(1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 3), (1, 1)];

impl ExactSum {
    /// From the decrees, oldest first.
    #[must_use]
    pub fn new(scales: &[PrintedScale]) -> ExactSum {
        ExactSum { scales: scales.iter().map(|scale| (scale.from, *scale)).collect() }
    }
}

impl Walk for ExactSum {
    fn cents(&self, income: i64, half_dependants: u8, day: i32) -> Option<i64> {
        let scale = in_force(&self.scales, day)?;
        let annual = i128::from(income) * 12;
        let raised = i128::from(scale.increment) * 100 * i128::from(half_dependants) / 2;
        let (mut sixtieths, mut below) = (0, 0);
        for (slice, (numerator, denominator)) in SHARES.iter().enumerate() {
            let top = scale.thresholds.get(slice).map(|euros| i128::from(*euros) * 100 + raised);
            let reached = top.map_or(annual, |top| top.min(annual));
            if reached > below {
                sixtieths += (reached - below) * numerator * (60 / denominator);
            }
            below = top.unwrap_or(below);
        }
        i64::try_from((sixtieths + 360).div_euclid(720)).ok()
    }
}
