//! Who may file and where the file can go, from the facts of a case.

use super::Bench;
use crate::error::Result;
use crate::fr::admissibility::{self, Admissibility};
use crate::fr::capacity::Capacity;
use crate::fr::debt::treatment::Treatment;
use crate::fr::orientation::{self, Orientation};
use crate::fr::plan::{Plan, PlanKind};
use alloc::vec::Vec;

impl Bench<'_> {
    /// The months that earlier measures leave; the main-home exception has all of them (L. 732-3, L. 733-3).
    pub(super) fn months_left(&self) -> Result<u32> {
        let longest = *self.book.admit(self.book.plan_length(self.case.assessed_on))?.value;
        let exception = self.case.plan.as_ref().is_some_and(|wish| wish.main_home_exception);
        let earlier = self.case.history.earlier_measures_months.filter(|_| !exception).unwrap_or(0);
        Ok(longest.saturating_sub(earlier))
    }

    pub(super) fn orient(
        &self,
        treatments: &[Treatment],
        capacity: &Capacity,
        plan: Option<&Plan>,
    ) -> Result<Vec<Orientation>> {
        orientation::orient(&self.orientation_facts(treatments, capacity, plan)?)
    }

    pub(super) fn orientation_facts<'a>(
        &'a self,
        treatments: &'a [Treatment],
        capacity: &'a Capacity,
        plan: Option<&'a Plan>,
    ) -> Result<orientation::Facts<'a>> {
        Ok(orientation::Facts {
            prospects: &self.case.prospects,
            second_suspension: self.case.conventions.second_suspension,
            court_referral: self.case.filing.court_referral == Some(true),
            debts: &self.case.debts,
            treatments,
            assets: &self.case.assets,
            history: &self.case.history,
            capacity,
            months_left: self.months_left()?,
            plan,
            plan_erases: self.case.plan.as_ref().is_none_or(|wish| wish.kind == PlanKind::Imposed),
        })
    }

    pub(super) fn admissibility(
        &self,
        treatments: &[Treatment],
        capacity: Option<&Capacity>,
    ) -> Result<Admissibility> {
        admissibility::signals(&admissibility::Facts {
            filing: &self.case.filing,
            sole_trader: self.case.prospects.sole_trader,
            debts: &self.case.debts,
            treatments,
            assets: &self.case.assets,
            capacity,
            longest: self.book.plan_length(self.case.assessed_on).ok().map(|found| *found.value),
        })
    }
}
