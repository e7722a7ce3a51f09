//! A claim whose interest is counted: its principal, the rate it bears, what was paid, what was decided about it.

use super::increase::Increase;
use crate::amortization::Imputation;
use crate::error::{Error, ErrorCode};
use crate::fr::law::CreditorClass;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;
use chrono::{Months, NaiveDate};

/// The longest statement, in years.
pub const MAX_YEARS: u32 = 100;

/// A part of the principal, and the day from which it bears interest.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrincipalPart {
    /// Euros.
    pub amount: Money,
    /// The first day of its interest (included).
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
}

/// A cost; it bears no interest (dépens, frais).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cost {
    /// Euros.
    pub amount: Money,
    /// The day from which it is due.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub on: NaiveDate,
}

vocabulary! {
    /// What interest a claim bears.
    pub enum TermsKind {
        /// The legal rate of each half-year (C. mon. fin. L. 313-2).
        Legal = "legal",
        /// A rate of its own: the contract's, or the one of a decision.
        Contract = "contract",
        /// None.
        None = "none",
    }
}

/// The rate that a claim bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterestTerms {
    /// Legal, its own, or none.
    pub kind: TermsKind,
    /// The class of the creditor: needed for the legal rate; for another rate it only counts while the file's delay
    /// brings that rate down to the legal one, and is `others` when not given.
    pub class: Option<CreditorClass>,
    /// Percent a year, for a rate of its own.
    pub percent: Option<Rate>,
}

/// A rate that a decision sets from a day on: lower after a wage garnishment (CPCE L. 212-13), on deferred instalments
/// (C. civ. 1343-5 al. 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateChange {
    /// Its first day.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// Legal, a rate of its own, or none.
    pub kind: TermsKind,
    /// The class of the creditor: needed for the legal rate; for another rate it is that of the claim when not given.
    pub class: Option<CreditorClass>,
    /// Percent a year, for a rate of its own.
    pub percent: Option<Rate>,
}

/// A payment received.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaymentReceived {
    /// The day on which the creditor is paid.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub on: NaiveDate,
    /// Euros.
    pub amount: Money,
    /// The day on which it was withheld from pay: from then on it bears no increase (CPCE L. 212-13 al. 2).
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub withheld_on: Option<NaiveDate>,
}

vocabulary! {
    /// Why interest bears interest (C. civ. 1343-2).
    pub enum CompoundingBasis {
        /// The contract says so.
        Contract = "contract",
        /// A judgment says so.
        Judgment = "judgment",
    }
}

/// That interest due for a whole year bears interest (capitalisation, anatocisme; C. civ. 1343-2): never presumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compounding {
    /// The contract or a judgment.
    pub basis: CompoundingBasis,
    /// The day from which years are counted: often that of the demand in court.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
}

/// A claim whose interest is counted (créance).
#[doc(alias = "créance")]
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterestClaim {
    /// Identifier.
    pub id: Id,
    /// Free label for reports; it never enters an error.
    pub label: Option<Id>,
    /// The principal, part by part: at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub principal: Vec<PrincipalPart>,
    /// Costs.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub costs: Vec<Cost>,
    /// The rate it bears.
    pub rate: InterestTerms,
    /// Decisions that set another rate, in ascending order of days.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub changes: Vec<RateChange>,
    /// The increase of the legal rate (C. mon. fin. L. 313-3).
    pub increase: Option<Increase>,
    /// What was paid.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub payments: Vec<PaymentReceived>,
    /// What a payment pays first.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub imputation: Imputation,
    /// That interest bears interest.
    pub compounding: Option<Compounding>,
    /// The claim stands in the état d'endettement of the file: its events govern the rate (C. conso. L. 722-14). What a
    /// full erasure leaves of it is not said here: a claim that survives one (L. 711-4) bears its own rate again.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub listed: bool,
    /// Percent a year that the measures leave to a listed claim; none when not given.
    pub plan_rate: Option<Rate>,
    /// The day at which the statement ends (excluded); the day of assessment when not given.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub until: Option<NaiveDate>,
}

opaque_debug!(PrincipalPart, Cost, PaymentReceived, InterestClaim);

impl RateChange {
    /// The rate it sets.
    #[must_use]
    pub const fn terms(&self) -> InterestTerms {
        InterestTerms { kind: self.kind, class: self.class, percent: self.percent }
    }
}

impl InterestTerms {
    /// What is wrong with them.
    fn fault(&self) -> Option<Error> {
        let missing = |field| Some(Error::new(ErrorCode::FieldMissing).at(field));
        let surplus =
            |field| Some(Error::new(ErrorCode::FieldNotApplicable).with_word("because", "kind").at(field));
        match self.kind {
            TermsKind::Legal if self.class.is_none() => missing("class"),
            TermsKind::Contract if self.percent.is_none() => missing("percent"),
            TermsKind::Legal | TermsKind::None if self.percent.is_some() => surplus("percent"),
            TermsKind::None if self.class.is_some() => surplus("class"),
            _ => None,
        }
    }
}

impl InterestClaim {
    /// A claim of one sum from a day on, at a rate, without anything else.
    #[must_use]
    pub fn new(id: &str, principal: Money, from: NaiveDate, rate: InterestTerms) -> InterestClaim {
        InterestClaim {
            id: id.into(),
            label: None,
            principal: alloc::vec![PrincipalPart { amount: principal, from }],
            costs: Vec::new(),
            rate,
            changes: Vec::new(),
            increase: None,
            payments: Vec::new(),
            imputation: Imputation::default(),
            compounding: None,
            listed: false,
            plan_rate: None,
            until: None,
        }
    }

    /// The first day of interest.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.principal.iter().map(|part| part.from).min()
    }

    /// The rate that it bears on a day by itself, and whether a decision set it.
    pub(super) fn terms_on(&self, on: NaiveDate) -> (InterestTerms, bool) {
        match self.changes.iter().rev().find(|change| change.from <= on) {
            Some(change) => (change.terms(), true),
            None => (self.rate, false),
        }
    }

    /// Everything that is wrong with the claim, each fault with the path of its field.
    #[must_use]
    pub fn faults(&self, assessed_on: NaiveDate) -> Vec<Error> {
        let mut faults = Faults(Vec::new());
        let until = self.until.unwrap_or(assessed_on);
        if let Some(first) = self.first_day() {
            self.check_days(first, until, &mut faults);
        } else {
            faults.keep(ErrorCode::FieldMissing, "principal");
        }
        for (place, part) in self.principal.iter().enumerate() {
            faults.no_zero(part.amount, &format!("principal[{place}].amount"));
        }
        for (place, cost) in self.costs.iter().enumerate() {
            faults.no_zero(cost.amount, &format!("costs[{place}].amount"));
        }
        for (place, payment) in self.payments.iter().enumerate() {
            faults.no_zero(payment.amount, &format!("payments[{place}].amount"));
            if payment.withheld_on.is_some_and(|withheld| withheld > payment.on) {
                faults.after("on", &format!("payments[{place}].withheld_on"));
            }
        }
        faults.0.extend(self.rate.fault().map(|fault| fault.at("rate")));
        for (place, change) in self.changes.iter().enumerate() {
            faults.0.extend(change.terms().fault().map(|fault| fault.at(format!("changes[{place}]"))));
        }
        let ascend = self.changes.iter().zip(self.changes.iter().skip(1)).enumerate();
        for (place, _) in ascend.filter(|(_, (one, next))| next.from <= one.from) {
            faults.keep(ErrorCode::DateOrder, &format!("changes[{}].from", place.saturating_add(1)));
        }
        if let Some(increase) = &self.increase {
            let mut kinds = self.changes.iter().map(|change| change.kind).chain([self.rate.kind]);
            if !kinds.any(|kind| kind == TermsKind::Legal) {
                faults.not_applicable("rate", "increase");
            }
            faults.0.extend(increase.faults().into_iter().map(|fault| fault.at("increase")));
        }
        if self.plan_rate.is_some() && !self.listed {
            faults.not_applicable("listed", "plan_rate");
        }
        faults.0
    }

    /// Days that fall before the first day of interest, or after the statement ends.
    fn check_days(&self, first: NaiveDate, until: NaiveDate, faults: &mut Faults) {
        if until < first {
            faults.before("until");
            return;
        }
        if first.checked_add_months(Months::new(MAX_YEARS.saturating_mul(12))).is_some_and(|end| until > end)
        {
            let bound = i64::from(MAX_YEARS);
            faults.0.push(Error::new(ErrorCode::InterestSpan).with_bound(bound).at("until"));
        }
        for (place, part) in self.principal.iter().enumerate() {
            if part.from > until {
                faults.after("until", &format!("principal[{place}].from"));
            }
        }
        let costs =
            self.costs.iter().enumerate().map(|(place, cost)| (cost.on, format!("costs[{place}].on"), false));
        let payments = self.payments.iter().enumerate().map(|(place, payment)| {
            // What is withheld and not paid out yet already counts: it bears no increase.
            let withheld = payment.withheld_on.is_some_and(|withheld| withheld <= until);
            (payment.on, format!("payments[{place}].on"), withheld)
        });
        for (on, path, later) in costs.chain(payments) {
            if on < first {
                faults.before(&path);
            }
            if on > until && !later {
                faults.after("until", &path);
            }
        }
        if self.compounding.is_some_and(|compounding| compounding.from < first) {
            faults.before("compounding.from");
        }
    }
}

/// The faults of a claim.
struct Faults(Vec<Error>);

impl Faults {
    fn keep(&mut self, code: ErrorCode, path: &str) {
        self.0.push(Error::new(code).at(path));
    }

    fn no_zero(&mut self, amount: Money, path: &str) {
        if amount.is_zero() {
            self.keep(ErrorCode::AmountZero, path);
        }
        if amount.is_negative() {
            self.keep(ErrorCode::AmountNegative, path);
        }
    }

    /// A day before the first day of interest.
    fn before(&mut self, path: &str) {
        self.0.push(Error::new(ErrorCode::DateBefore).with_word("with", "principal.from").at(path));
    }

    fn after(&mut self, with: &'static str, path: &str) {
        self.0.push(Error::new(ErrorCode::DateAfter).with_word("with", with).at(path));
    }

    fn not_applicable(&mut self, because: &'static str, path: &str) {
        self.0.push(Error::new(ErrorCode::FieldNotApplicable).with_word("because", because).at(path));
    }
}
