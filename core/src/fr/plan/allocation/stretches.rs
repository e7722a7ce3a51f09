//! The stretches of months over which the same sum is available to the measures.

use super::{Fixed, months_of};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::plan::{CapacityStep, Policy};
use crate::money::Money;
use alloc::vec::Vec;

/// Consecutive months in which what is available does not change; a tier never passes its end.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// Its last month.
    pub(super) until: u32,
    /// The capacity less the instalments fixed beforehand.
    pub(super) available: Money,
    /// What is available from the first month of the plan to the last of the stretch, in cents.
    through: i128,
}

impl Stretch {
    /// What is available from the first month of the plan to a month of the stretch, in cents.
    fn through_month(&self, month: u32) -> i128 {
        let after = i128::from(self.until.saturating_sub(month));
        self.through.saturating_sub(after.saturating_mul(i128::from(self.available.cents())))
    }
}

/// All the stretches up to the horizon.
pub(super) struct Stretches(Vec<Stretch>);

impl Stretches {
    /// Cuts the months where the capacity steps, where a fixed instalment ends and where the suspension does.
    ///
    /// # Errors
    /// `plan.outside_debts_exceed_capacity` where the fixed instalments pass the capacity.
    pub(super) fn new(
        capacity: &[CapacityStep],
        fixed: &[Fixed],
        horizon: u32,
        policy: &Policy,
    ) -> Result<Stretches> {
        // A step to the same amount changes nothing.
        let mut capacity = capacity.to_vec();
        capacity.dedup_by_key(|step| step.amount);
        let mut ends: Vec<(u32, Money)> =
            fixed.iter().map(|fixed| (fixed.months, fixed.instalment)).collect();
        ends.sort_unstable();
        let steps = capacity.iter().map(|step| step.from_month.saturating_sub(1));
        let mut cuts: Vec<u32> = steps.chain(ends.iter().map(|(month, _)| *month)).collect();
        cuts.extend([policy.suspension_months, horizon]);
        cuts.retain(|month| (1..=horizon).contains(month));
        cuts.sort_unstable();
        cuts.dedup();
        let mut taken = Money::total(ends.iter().map(|(_, instalment)| *instalment))?;
        let (mut steps, mut ends) = (capacity.iter().peekable(), ends.iter().peekable());
        let (mut amount, mut through, mut from) = (Money::ZERO, 0_i128, 1_u32);
        let mut stretches = Vec::with_capacity(cuts.len());
        for until in cuts {
            while let Some(step) = steps.next_if(|step| step.from_month <= from) {
                amount = step.amount;
            }
            while let Some((_, instalment)) = ends.next_if(|(last, _)| *last < from) {
                taken = taken.minus(*instalment)?;
            }
            let available = amount.minus(taken)?;
            if available.is_negative() {
                return Err(Error::new(ErrorCode::PlanOutsideExceedCapacity)
                    .under("C. conso. L. 711-4, L. 731-1")
                    .at("debts"));
            }
            let months = i128::from(until.saturating_sub(from).saturating_add(1));
            through = through.saturating_add(months.saturating_mul(i128::from(available.cents())));
            stretches.push(Stretch { until, available, through });
            from = until.saturating_add(1);
        }
        Ok(Stretches(stretches))
    }

    /// The stretches not yet over after some months, the present one first.
    fn after(&self, gone: u32) -> &[Stretch] {
        let past = self.0.partition_point(|stretch| stretch.until <= gone);
        self.0.get(past..).unwrap_or_default()
    }

    /// What is available from the next month on, and for how many months it stays so.
    pub(super) fn next(&self, gone: u32) -> (Money, u32) {
        self.after(gone)
            .first()
            .map_or((Money::ZERO, 0), |stretch| (stretch.available, stretch.until.saturating_sub(gone)))
    }

    /// What at least becomes of a sum still owed: the part that no capacity is left to pay, the month of the last
    /// payment if no more is left unpaid, and how many stretches, and how many with something to pay, lead there.
    pub(super) fn at_best(&self, gone: u32, owed: Money) -> AtBest {
        let stretches = self.after(gone);
        let before = stretches.first().map_or(0, |stretch| stretch.through_month(gone));
        let wanted = before.saturating_add(i128::from(owed.cents()));
        let mut best = AtBest::default();
        let (mut passed, mut paying, mut reached) = (0_usize, 0_usize, before);
        for stretch in stretches {
            passed = passed.saturating_add(1);
            if stretch.available.is_zero() {
                continue;
            }
            paying = paying.saturating_add(1);
            reached = stretch.through.min(wanted);
            let spare = stretch.through.saturating_sub(wanted).max(0);
            let spare_months = spare.checked_div(i128::from(stretch.available.cents())).unwrap_or(0);
            let last = stretch.until.saturating_sub(u32::try_from(spare_months).unwrap_or(u32::MAX));
            best = AtBest { unpaid: Money::ZERO, last_month: last, tiers: passed, paying };
            if stretch.through >= wanted {
                break;
            }
        }
        let unpaid = i64::try_from(wanted.saturating_sub(reached)).unwrap_or(0);
        AtBest { unpaid: Money::from_cents(unpaid).unwrap_or(Money::ZERO), ..best }
    }
}

/// What no continuation of a plan can do better than.
#[derive(Clone, Copy, Default)]
pub(super) struct AtBest {
    pub(super) unpaid: Money,
    pub(super) last_month: u32,
    pub(super) tiers: usize,
    pub(super) paying: usize,
}

/// An instalment fixed beforehand, and the months it takes to pay a debt.
pub(super) fn fixed(place: usize, instalment: Money, due: Money) -> Fixed {
    Fixed { place, instalment, months: months_of(due, instalment) }
}
