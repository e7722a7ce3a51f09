//! A statement being drawn: day after day, what runs, what is settled, what is paid.

use super::account::Account;
use super::claim::{InterestClaim, PaymentReceived};
use super::course::FileCourse;
use super::day_count::days;
use super::exact::{Unit, overflow};
use super::increase::Increase;
use super::legal_rate;
use super::rate_of_day::DayRate;
use super::statement::{Capitalised, ImputedPayment, InterestLine, Owed, Statement};
use crate::calendar::months_after;
use crate::error::Result;
use crate::fr::law::LawBook;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::sharing;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The days on which something may change.
pub(super) struct Days {
    /// Ascending, from the first day of interest to the end.
    cuts: Vec<NaiveDate>,
    /// Those on which interest is brought to cents.
    settled: BTreeSet<NaiveDate>,
    /// The ends of whole years after which interest due for the year bears interest.
    anniversaries: BTreeSet<NaiveDate>,
}

impl Days {
    pub(super) fn of(
        book: &LawBook,
        claim: &InterestClaim,
        course: &FileCourse,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Days {
        let anniversaries: BTreeSet<NaiveDate> = claim
            .compounding
            .iter()
            .flat_map(|compounding| {
                let anniversary = |year: u32| months_after(compounding.from, year.saturating_mul(12));
                (1_u32..).map_while(anniversary).take_while(|day| *day <= until)
            })
            .collect();
        let mut settled = anniversaries.clone();
        settled.insert(until);
        settled.extend(claim.compounding.map(|compounding| compounding.from));
        settled.extend(claim.payments.iter().map(|payment| payment.on));
        let mut cuts = settled.clone();
        cuts.insert(from);
        cuts.extend(claim.principal.iter().map(|part| part.from));
        cuts.extend(claim.payments.iter().filter_map(|payment| payment.withheld_on));
        cuts.extend(claim.changes.iter().map(|change| change.from));
        cuts.extend(claim.increase.iter().flat_map(Increase::changes));
        cuts.extend(course.changes());
        cuts.extend(legal_rate::changes(book));
        let cuts = cuts.into_iter().filter(|day| (from..=until).contains(day)).collect();
        Days { cuts, settled, anniversaries }
    }

    /// The stretches between them, each from its first day to the day after its last.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        self.cuts.iter().copied().zip(self.cuts.iter().copied().skip(1))
    }
}

/// A line whose interest is not brought to cents yet.
struct Open {
    line: InterestLine,
    exact: i128,
}

/// A statement being drawn.
pub(super) struct Run<'a> {
    claim: &'a InterestClaim,
    /// In the order of their days.
    to_come: Vec<&'a PaymentReceived>,
    unit: Unit,
    account: Account,
    /// The exact interest of all the days counted.
    exact: i128,
    /// What of it was brought to cents.
    settled: Money,
    /// What of it was brought to cents since the last anniversary.
    of_the_year: Money,
    open: Vec<Open>,
    lines: Vec<InterestLine>,
    payments: Vec<ImputedPayment>,
    capitalised: Vec<Capitalised>,
}

impl<'a> Run<'a> {
    pub(super) fn of(claim: &'a InterestClaim, unit: Unit) -> Run<'a> {
        let mut to_come: Vec<&PaymentReceived> = claim.payments.iter().collect();
        to_come.sort_by_key(|payment| payment.on);
        Run {
            claim,
            to_come,
            unit,
            account: Account::of(claim),
            exact: 0,
            settled: Money::ZERO,
            of_the_year: Money::ZERO,
            open: Vec::new(),
            lines: Vec::new(),
            payments: Vec::new(),
            capitalised: Vec::new(),
        }
    }

    /// What happens at the start of a day, before its interest: the settlement, the payments, the capitalisation.
    pub(super) fn open_day(&mut self, on: NaiveDate, days: &Days) -> Result<()> {
        if !days.settled.contains(&on) {
            return Ok(());
        }
        self.settle()?;
        let paid = self.to_come.partition_point(|payment| payment.on <= on);
        let later = self.to_come.split_off(paid);
        for payment in core::mem::replace(&mut self.to_come, later) {
            self.payments.push(self.account.pay(payment)?);
        }
        if days.anniversaries.contains(&on) {
            let amount = self.account.capitalise(self.of_the_year)?;
            if !amount.is_zero() {
                self.capitalised.push(Capitalised { on, amount });
            }
        }
        let begins = self.claim.compounding.is_some_and(|compounding| compounding.from == on);
        if begins || days.anniversaries.contains(&on) {
            self.of_the_year = Money::ZERO;
        }
        Ok(())
    }

    /// Counts the interest of some days under one rate.
    pub(super) fn count(&mut self, from: NaiveDate, to: NaiveDate, rate: &DayRate) -> Result<()> {
        let line = self.line(from, to, rate)?;
        let exact = self.exact_of(&line)?;
        self.exact = self.exact.checked_add(exact).ok_or_else(overflow)?;
        match self.open.last_mut() {
            Some(last) if goes_on(&last.line, &line) => {
                last.line.to = line.to;
                last.line.days = last.line.days.saturating_add(line.days);
                last.exact = last.exact.checked_add(exact).ok_or_else(overflow)?;
            }
            _ => self.open.push(Open { line, exact }),
        }
        Ok(())
    }

    /// The interest in euros of one more day, which is not counted.
    pub(super) fn exact_of_a_day(&self, on: NaiveDate, next: NaiveDate, rate: &DayRate) -> Result<Fraction> {
        let line = self.line(on, next, rate)?;
        self.unit.euros(self.exact_of(&line)?)
    }

    /// The line of some days, its interest not known yet.
    fn line(&self, from: NaiveDate, to: NaiveDate, rate: &DayRate) -> Result<InterestLine> {
        let base = self.account.base(from)?;
        let withheld = if rate.points.percent().is_zero() { Money::ZERO } else { self.withheld(from)? };
        Ok(InterestLine {
            from,
            to,
            days: days(from, to),
            base,
            withheld: withheld.min(base),
            rate: rate.rate,
            points: rate.points,
            kind: rate.kind,
            interest: Money::ZERO,
        })
    }

    /// What is withheld on a day and not paid to the creditor yet.
    fn withheld(&self, on: NaiveDate) -> Result<Money> {
        let withheld = |payment: &&&PaymentReceived| payment.withheld_on.is_some_and(|day| day <= on);
        Money::total(self.to_come.iter().filter(withheld).map(|payment| payment.amount))
    }

    /// The exact interest of a line: the rate on its base, without the increase on what is withheld.
    fn exact_of(&self, line: &InterestLine) -> Result<i128> {
        let scaled = |rate: crate::rate::Rate| rate.scaled(self.unit.decimals);
        let of = |base: Money, rate| i128::from(base.cents()).checked_mul(scaled(rate)?);
        let whole = of(line.base, line.rate).zip(of(line.withheld, line.points));
        let a_year = whole.and_then(|(whole, spared)| whole.checked_sub(spared));
        let parts = self.unit.day_count.parts_of(line.from, line.to);
        a_year.and_then(|a_year| a_year.checked_mul(parts)).ok_or_else(overflow)
    }

    /// Brings the interest counted to cents: the exact total is rounded, and what it grew by is shared by the open lines.
    fn settle(&mut self) -> Result<()> {
        let total = self.unit.round(self.exact)?;
        let grown = total.minus(self.settled)?;
        let open = core::mem::take(&mut self.open);
        let shares = sharing::by_weight(grown, open.iter().map(|open| open.exact))?;
        for (open, interest) in open.into_iter().zip(shares) {
            self.lines.push(InterestLine { interest, ..open.line });
        }
        self.settled = total;
        self.of_the_year = self.of_the_year.plus(grown)?;
        self.account.accrue(grown)
    }

    /// The statement, once its last day is settled.
    pub(super) fn end(
        self,
        from: NaiveDate,
        until: NaiveDate,
        next_day_interest: Option<Fraction>,
    ) -> Result<Statement> {
        let owed = |charged: Money, paid: fn(&ImputedPayment) -> Money| {
            let paid = Money::total(self.payments.iter().map(paid))?;
            Ok(Owed { charged, paid, left: charged.minus(paid)? })
        };
        let claim = self.claim;
        let principal = owed(Money::total(claim.principal.iter().map(|part| part.amount))?, |p| p.principal)?;
        let costs = owed(Money::total(claim.costs.iter().map(|cost| cost.amount))?, |p| p.costs)?;
        let interest = owed(self.settled, |p| p.interest)?;
        Ok(Statement {
            id: claim.id.clone(),
            label: claim.label.clone(),
            from,
            until,
            day_count: self.unit.day_count,
            imputation: claim.imputation,
            exact_interest: self.unit.euros(self.exact)?,
            total_due: Money::total([principal.left, costs.left, interest.left])?,
            lines: self.lines,
            payments: self.payments,
            capitalised: self.capitalised,
            principal,
            costs,
            interest,
            next_day_interest,
        })
    }
}

/// Whether a line goes on with the days of the next one.
fn goes_on(line: &InterestLine, next: &InterestLine) -> bool {
    let of = |line: &InterestLine| (line.kind, line.rate, line.points, line.base, line.withheld);
    of(line) == of(next)
}
