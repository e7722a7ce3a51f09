//! A case whose plan is under way, as it stands today.

use super::Case;
use crate::error::Error;
use crate::fr::review::{Review, stand};

impl Case {
    /// The case as it stands today: its debts are what is left of those given and the new ones; the months elapsed
    /// and their suspension are in its history (C. conso. L. 732-3, L. 733-2, L. 733-3), and its measures run unless they
    /// lapsed or ended (L. 724-2). Settled debts are gone.
    ///
    /// Everything else is taken as it is: resources, expenses and assets are those of today.
    ///
    /// # Errors
    /// Those of [`stand`].
    ///
    /// # Example
    /// ```
    /// use apurement::{day, fr::{Territory, case::Case}};
    /// use apurement::fr::audit::{AuditedLine, AuditedPlan, AuditedTier};
    /// use apurement::fr::{debt::{Debt, DebtKind}, review::Review};
    /// let mut case = Case::new(day(2026, 5, 15), Territory::Metropole);
    /// case.debts.push(Debt::new("loan", DebtKind::BankLoan, "8400.00".parse()?));
    /// let line = AuditedLine { debt: "loan".into(), instalment: "100.00".parse()?, last: None, payments: None };
    /// let tier = AuditedTier { months: 84, suspension: false, lines: vec![line], total: None };
    /// let review = Review {
    ///     plan: AuditedPlan { tiers: vec![tier], ..AuditedPlan::default() },
    ///     months_elapsed: 18,
    ///     unpaid: vec![],
    ///     received: vec![],
    ///     new_debts: vec![],
    ///     lapsed: false,
    ///     new_circumstances: Some(true),
    /// };
    /// let today = case.reexamined(&review).unwrap();
    /// assert_eq!(today.debts[0].balance()?.to_string(), "6600.00");
    /// assert_eq!(today.history.earlier_measures_months, Some(18));
    /// # Ok::<(), apurement::Error>(())
    /// ```
    pub fn reexamined(mut self, review: &Review) -> Result<Case, alloc::vec::Vec<Error>> {
        let standing = stand(review, &self.debts)?;
        let history = &mut self.history;
        let months = |earlier: Option<u32>, more: u32| {
            Some(earlier.unwrap_or(0).saturating_add(more)).filter(|months| *months > 0)
        };
        history.earlier_measures_months = months(history.earlier_measures_months, standing.months_elapsed);
        history.suspension_months = months(history.suspension_months, standing.suspended_months);
        self.prospects.measures_running |= !standing.lapsed && standing.rest.months > 0;
        self.debts.clone_from(&standing.owed);
        self.review = Some(standing);
        Ok(self)
    }
}
