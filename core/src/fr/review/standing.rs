//! Where each debt stands: the plan followed month after month up to the day of the re-examination.

use super::{Received, Review};
use crate::amortization::{Balance, Course, Imputation, Terms, pay};
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::fr::audit::{AuditedLine, AuditedPlan};
use crate::fr::debt::{Debt, DebtKind};
use crate::fr::plan::PlanKind;
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Where one debt of the plan stands: start + interest = paid + received + erased + due.
#[derive(Clone, PartialEq, Eq)]
pub struct DebtStanding {
    /// Identifier.
    pub id: Id,
    /// Due when the plan began.
    pub start: Money,
    /// Interest borne since.
    pub interest: Money,
    /// Instalments that fell due.
    pub fallen_due: Money,
    /// Instalments that were not paid.
    pub unpaid: Money,
    /// Instalments that were paid, as far as something was due.
    pub paid: Money,
    /// Paid beyond what was due: the plan asked for more than the debt.
    pub overpaid: Money,
    /// Received beside the instalments.
    pub received: Money,
    /// Erased, once the plan was carried out.
    pub erased: Money,
    /// Due today.
    pub due: Balance,
    /// What the plan under way would still pay, interest to come included.
    pub still_to_pay: Money,
    /// The part that it would erase at its end, if it were carried out.
    pub erasure_foreseen: Money,
}

/// The sums of all debts of the plan.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct StandingTotals {
    /// Due when the plan began.
    pub start: Money,
    /// Interest borne since.
    pub interest: Money,
    /// Instalments that fell due.
    pub fallen_due: Money,
    /// Instalments that were not paid.
    pub unpaid: Money,
    /// Instalments that were paid.
    pub paid: Money,
    /// Received beside the instalments.
    pub received: Money,
    /// Erased.
    pub erased: Money,
    /// Due today.
    pub due: Money,
    /// Debts that arose since the plan began.
    pub new_debts: Money,
    /// All that is owed today.
    pub owed: Money,
}

/// What the plan under way still foresees.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Rest {
    /// Months left.
    pub months: u32,
    /// Instalments to come.
    pub paid: Money,
    /// To be erased at the end.
    pub erased: Money,
}

/// Where a plan stands.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanStanding {
    /// Imposed or agreed.
    pub kind: PlanKind,
    /// Months that have run.
    pub months_elapsed: u32,
    /// Those of them in which claims were suspended (L. 733-1, 4°).
    pub suspended_months: u32,
    /// Months of suspension still to come.
    pub suspension_left: u32,
    /// All months have run and nothing is in arrears: what was to be erased is.
    pub carried_out: bool,
    /// The plan lapsed.
    pub lapsed: bool,
    /// Whether there are new circumstances.
    pub new_circumstances: Option<bool>,
    /// The debts as they stood when the plan began.
    pub before: Vec<Debt>,
    /// Where each stands, in the same order.
    pub debts: Vec<DebtStanding>,
    /// What is owed today: what is left of each debt, without those that are settled, then the new debts.
    pub owed: Vec<Debt>,
    /// Loans taken while the plan ran.
    pub new_loans: Vec<Id>,
    /// Debts on which the price of an asset was received.
    pub sold: Vec<Id>,
    /// The sums of all debts.
    pub totals: StandingTotals,
    /// What the plan still foresees.
    pub rest: Rest,
}

opaque_debug!(DebtStanding, StandingTotals, Rest, PlanStanding);

/// Follows a plan under way up to today.
///
/// Interest runs by the plan's rates; a sum received counts on the last day. When all months have run and nothing is
/// in arrears, what the plan erases is erased; before that it is still due.
///
/// # Errors
/// All of them, each with its path: `number.range` for more months than the plan has, `id.unknown` and
/// `id.duplicate`, `review.unpaid_above_due`, `review.received_above_balance`, `arithmetic.overflow`.
///
/// # Example
/// ```
/// use apurement::fr::audit::{AuditedLine, AuditedPlan, AuditedTier};
/// use apurement::fr::debt::{Debt, DebtKind};
/// use apurement::fr::review::{Review, Unpaid, stand};
/// let debts = [Debt::new("loan", DebtKind::BankLoan, "8400.00".parse()?)];
/// let line = AuditedLine { debt: "loan".into(), instalment: "100.00".parse()?, last: None, payments: None };
/// let tier = AuditedTier { months: 84, suspension: false, lines: vec![line], total: None };
/// let review = Review {
///     plan: AuditedPlan { tiers: vec![tier], ..AuditedPlan::default() },
///     months_elapsed: 18,
///     unpaid: vec![Unpaid { debt: "loan".into(), amount: "250.00".parse()? }],
///     received: vec![],
///     new_debts: vec![],
///     lapsed: false,
///     new_circumstances: None,
/// };
/// let standing = stand(&review, &debts).unwrap();
/// assert_eq!(standing.totals.paid.to_string(), "1550.00");
/// assert_eq!(standing.totals.due.to_string(), "6850.00");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn stand(review: &Review, debts: &[Debt]) -> core::result::Result<PlanStanding, Vec<Error>> {
    let faults = faults(review, debts);
    if !faults.is_empty() {
        return Err(faults);
    }
    let months = review.months_elapsed;
    let nothing_unpaid = review.unpaid.iter().all(|unpaid| unpaid.amount.is_zero());
    let carried_out = months == review.plan.months() && !review.lapsed && nothing_unpaid;
    let mut standing = PlanStanding {
        kind: review.plan.kind,
        months_elapsed: months,
        suspended_months: suspended(&review.plan, months),
        suspension_left: 0,
        carried_out,
        lapsed: review.lapsed,
        new_circumstances: review.new_circumstances,
        before: debts.to_vec(),
        debts: Vec::with_capacity(debts.len()),
        owed: Vec::with_capacity(debts.len().saturating_add(review.new_debts.len())),
        new_loans: review.new_debts.iter().filter(|debt| is_loan(debt)).map(|debt| debt.id.clone()).collect(),
        sold: review.received.iter().filter(|sum| sum.from_sale).map(|sum| sum.debt.clone()).collect(),
        totals: StandingTotals::default(),
        rest: Rest { months: review.plan.months().saturating_sub(months), ..Rest::default() },
    };
    standing.suspension_left =
        suspended(&review.plan, review.plan.months()).saturating_sub(standing.suspended_months);
    let mut faults = Vec::new();
    let accounts = Accounts::of(review);
    for debt in debts {
        match accounts.follow(debt, carried_out) {
            Ok(followed) => {
                standing.owed.extend(as_it_stands(debt, &followed, review));
                standing.debts.push(followed);
            }
            Err(fault) => faults.push(fault),
        }
    }
    standing.owed.extend(review.new_debts.iter().cloned());
    if let Err(fault) = add_up(&mut standing, review) {
        faults.push(fault);
    }
    if faults.is_empty() { Ok(standing) } else { Err(faults) }
}

/// Faults of the review that need no arithmetic.
fn faults(review: &Review, debts: &[Debt]) -> Vec<Error> {
    let mut faults = Vec::new();
    let known = |id: &Id| debts.iter().any(|debt| debt.id == *id);
    let unknown = |path: String| Error::new(ErrorCode::IdUnknown).at(path);
    let months = review.plan.months();
    if review.months_elapsed > months {
        let range = Error::new(ErrorCode::NumberRange).with("low", Detail::Number(0));
        faults.push(range.with_bound(i64::from(months)).at("review.months_elapsed"));
    }
    faults.extend(review.plan.faults(debts).into_iter().map(|fault| fault.at("review.plan")));
    for (place, _) in review.unpaid.iter().enumerate().filter(|(_, unpaid)| !known(&unpaid.debt)) {
        faults.push(unknown(format!("review.unpaid[{place}].debt")));
    }
    for (place, _) in review.received.iter().enumerate().filter(|(_, sum)| !known(&sum.debt)) {
        faults.push(unknown(format!("review.received[{place}].debt")));
    }
    for (place, debt) in review.new_debts.iter().enumerate() {
        let earlier = review.new_debts.iter().take(place).any(|earlier| earlier.id == debt.id);
        if earlier || known(&debt.id) {
            faults.push(Error::new(ErrorCode::IdDuplicate).at(format!("review.new_debts[{place}].id")));
        }
    }
    faults
}

/// The months of suspension among the first months of a plan.
fn suspended(plan: &AuditedPlan, months: u32) -> u32 {
    let mut left = months;
    let mut count = 0_u32;
    for tier in &plan.tiers {
        let run = tier.months.min(left);
        left = left.saturating_sub(run);
        if tier.suspension {
            count = count.saturating_add(run);
        }
    }
    count
}

/// A loan that the debtor took: what L. 761-1, 3° forbids without consent while measures run. An overdraft may come
/// about without being subscribed.
fn is_loan(debt: &Debt) -> bool {
    matches!(
        debt.kind,
        DebtKind::ConsumerCredit
            | DebtKind::RevolvingCredit
            | DebtKind::BankLoan
            | DebtKind::HomeLoan
            | DebtKind::PawnLoan
            | DebtKind::PrivateLender
    )
}

/// What happened to each debt since the plan began.
struct Accounts<'a> {
    review: &'a Review,
    /// What was not paid, with the place of its last entry.
    unpaid: BTreeMap<&'a Id, (usize, Vec<Money>)>,
    /// The sums received, with their places.
    received: BTreeMap<&'a Id, Vec<(usize, &'a Received)>>,
}

impl<'a> Accounts<'a> {
    fn of(review: &'a Review) -> Accounts<'a> {
        let mut accounts = Accounts { review, unpaid: BTreeMap::new(), received: BTreeMap::new() };
        for (place, unpaid) in review.unpaid.iter().enumerate() {
            let entry = accounts.unpaid.entry(&unpaid.debt).or_default();
            entry.0 = place;
            entry.1.push(unpaid.amount);
        }
        for (place, sum) in review.received.iter().enumerate() {
            accounts.received.entry(&sum.debt).or_default().push((place, sum));
        }
        accounts
    }

    fn follow(&self, debt: &Debt, carried_out: bool) -> Result<DebtStanding> {
        let start = debt.balance()?;
        let written = payments(&self.review.plan, debt)?;
        let (run, to_come) = split(&written, self.review.months_elapsed);
        let fallen_due = sum(&run)?;
        let unpaid = self.unpaid(&debt.id, fallen_due)?;
        let paid_in = fallen_due.minus(unpaid)?;
        let claim = Balance { principal: debt.principal, aside: start.minus(debt.principal)? };
        let course = walk(&claim, &run, paid_in)?;
        let paid = course.principal_paid.plus(course.interest_paid)?;
        let mut standing = DebtStanding {
            id: debt.id.clone(),
            start,
            interest: course.interest,
            fallen_due,
            unpaid,
            paid,
            overpaid: paid_in.minus(paid)?,
            received: Money::ZERO,
            erased: Money::ZERO,
            due: course.left,
            still_to_pay: Money::ZERO,
            erasure_foreseen: Money::ZERO,
        };
        self.receive(debt, &mut standing)?;
        let rest = walk(&standing.due, &to_come, sum(&to_come)?)?;
        let end = rest.left.total()?;
        let erased = self.review.plan.erased.iter().filter(|erased| erased.debt == debt.id);
        let erased = Money::total(erased.map(|erased| erased.amount))?.min(end);
        if carried_out {
            standing.erased = erased;
            let left = end.minus(erased)?;
            let principal = standing.due.principal.min(left);
            standing.due = Balance { principal, aside: left.minus(principal)? };
        } else {
            standing.erasure_foreseen = erased;
            standing.still_to_pay = rest.principal_paid.plus(rest.interest_paid)?;
        }
        Ok(standing)
    }

    fn unpaid(&self, debt: &Id, fallen_due: Money) -> Result<Money> {
        let Some((place, amounts)) = self.unpaid.get(debt) else { return Ok(Money::ZERO) };
        let unpaid = Money::total(amounts.iter().copied())?;
        if unpaid > fallen_due {
            let fault = Error::new(ErrorCode::ReviewUnpaidAboveDue);
            return Err(fault.at(format!("review.unpaid[{place}].amount")));
        }
        Ok(unpaid)
    }

    /// Imputes the sums received, each like the plan's payments but for the price of the main home (L. 733-4, 1°).
    fn receive(&self, debt: &Debt, standing: &mut DebtStanding) -> Result<()> {
        for (place, sum) in self.received.get(&debt.id).into_iter().flatten() {
            if sum.amount > standing.due.total()? {
                let fault = Error::new(ErrorCode::ReviewReceivedAboveBalance);
                return Err(fault.at(format!("review.received[{place}].amount")));
            }
            let imputation = if sum.from_sale && debt.finances_main_home {
                Imputation::PrincipalFirst
            } else {
                self.review.plan.imputation
            };
            standing.due = pay(&standing.due, &Terms { rate: None, imputation }, sum.amount, 1)?.left;
            standing.received = standing.received.plus(sum.amount)?;
        }
        Ok(())
    }
}

/// Consecutive months in which a debt is paid one amount, on the terms of those months.
#[derive(Clone, Copy)]
struct Payments {
    amount: Money,
    months: u32,
    terms: Terms,
}

/// What a plan writes for a debt, month after month.
fn payments(plan: &AuditedPlan, debt: &Debt) -> Result<Vec<Payments>> {
    let rate = plan.rates.iter().find(|rate| rate.debt == debt.id).map(|rate| rate.percent);
    let ordinary = Terms { rate, imputation: plan.imputation };
    // Outside the measures a creditor counts its own interest; the suspension's rate is for the others.
    let beside = plan.outside.contains(&debt.id) || debt.outside_plan.is_some();
    let suspended = if beside { ordinary } else { Terms { rate: plan.suspension_rate, ..ordinary } };
    let mut written: Vec<Payments> = Vec::new();
    for tier in &plan.tiers {
        let terms = if tier.suspension { suspended } else { ordinary };
        let lines: Vec<&AuditedLine> = tier.lines.iter().filter(|line| line.debt == debt.id).collect();
        for month in 1..=tier.months {
            let amount = Money::total(lines.iter().map(|line| line.in_month(month, tier.months)))?;
            match written.last_mut().filter(|last| month > 1 && last.amount == amount) {
                Some(last) => last.months = last.months.saturating_add(1),
                None => written.push(Payments { amount, months: 1, terms }),
            }
        }
    }
    Ok(written)
}

/// The months that have run, and those to come.
fn split(written: &[Payments], months: u32) -> (Vec<Payments>, Vec<Payments>) {
    let mut left = months;
    let (mut run, mut to_come) = (Vec::new(), Vec::new());
    for payments in written {
        let before = payments.months.min(left);
        left = left.saturating_sub(before);
        run.push(Payments { months: before, ..*payments });
        to_come.push(Payments { months: payments.months.saturating_sub(before), ..*payments });
    }
    (run, to_come)
}

fn sum(written: &[Payments]) -> Result<Money> {
    let mut sum = Money::ZERO;
    for payments in written {
        sum = sum.plus(payments.amount.times(i64::from(payments.months))?)?;
    }
    Ok(sum)
}

/// Pays the instalments in their order as long as the money lasts: arrears are the latest ones (C. civ. 1342-10).
fn walk(claim: &Balance, run: &[Payments], paid_in: Money) -> Result<Course> {
    let mut course = Course { left: *claim, ..Course::default() };
    let mut money = paid_in;
    for payments in run {
        let whole = money.cents().checked_div(payments.amount.cents()).unwrap_or(i64::MAX);
        let whole = u32::try_from(whole).unwrap_or(u32::MAX).min(payments.months);
        let after = payments.months.saturating_sub(whole);
        money = money.minus(payments.amount.times(i64::from(whole))?)?;
        let partial = if after > 0 { money } else { Money::ZERO };
        money = money.minus(partial)?;
        for (amount, months) in
            [(payments.amount, whole), (partial, after.min(1)), (Money::ZERO, after.saturating_sub(1))]
        {
            course = course.then(&pay(&course.left, &payments.terms, amount, months)?)?;
        }
    }
    Ok(course)
}

/// The debt with what is due of it today; nothing once it is settled.
fn as_it_stands(debt: &Debt, standing: &DebtStanding, review: &Review) -> Option<Debt> {
    let due = standing.due;
    let total = due.total().ok().filter(|total| !total.is_zero())?;
    // What was paid of the accessories paid interest first, then costs, then penalties.
    let penalty = debt.penalty.map(|penalty| penalty.min(due.aside));
    let rest = due.aside.minus(penalty.unwrap_or(Money::ZERO)).ok()?;
    let costs = debt.costs.map(|costs| costs.min(rest));
    let interest = rest.minus(costs.unwrap_or(Money::ZERO)).ok()?;
    let sold = review.received.iter().any(|sum| sum.from_sale && sum.debt == debt.id);
    let run = if debt.accelerated { 0 } else { review.months_elapsed };
    Some(Debt {
        principal: due.principal,
        interest: Some(interest).filter(|interest| !interest.is_zero()),
        costs,
        penalty,
        remaining_months: debt.remaining_months.map(|months| months.saturating_sub(run)),
        guarantor_paid: debt.guarantor_paid.map(|paid| paid.min(total)),
        security: debt.security.clone().filter(|_| !sold),
        left_by_sale: debt.left_by_sale || (sold && debt.kind == DebtKind::HomeLoan),
        ..debt.clone()
    })
}

fn add_up(standing: &mut PlanStanding, review: &Review) -> Result<()> {
    let sum = |amount: fn(&DebtStanding) -> Money| Money::total(standing.debts.iter().map(amount));
    let mut due = Money::ZERO;
    for debt in &standing.debts {
        due = due.plus(debt.due.total()?)?;
    }
    let mut new_debts = Money::ZERO;
    for debt in &review.new_debts {
        new_debts = new_debts.plus(debt.balance()?)?;
    }
    standing.rest.paid = sum(|debt| debt.still_to_pay)?;
    standing.rest.erased = sum(|debt| debt.erasure_foreseen)?;
    standing.totals = StandingTotals {
        start: sum(|debt| debt.start)?,
        interest: sum(|debt| debt.interest)?,
        fallen_due: sum(|debt| debt.fallen_due)?,
        unpaid: sum(|debt| debt.unpaid)?,
        paid: sum(|debt| debt.paid)?,
        received: sum(|debt| debt.received)?,
        erased: sum(|debt| debt.erased)?,
        due,
        new_debts,
        owed: due.plus(new_debts)?,
    };
    Ok(())
}
