//! The statements of interest: lines, payments, totals.

use crate::amortization::Imputation;
use crate::fr::conventions::DayCount;
use crate::fr::interest::{Capitalised, ImputedPayment, InterestLine, InterestRateKind, Owed, Statement};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::Id;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

/// The statement of a claim.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct StatementShown<'a> {
    id: &'a Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Id>,
    /// The first day of interest.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    from: NaiveDate,
    /// The day at which the statement ends, excluded.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    until: NaiveDate,
    day_count: DayCount,
    imputation: Imputation,
    lines: Vec<LineShown>,
    payments: Vec<PaymentShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    capitalised: Option<Vec<CapitalisedShown>>,
    principal: OwedShown,
    costs: OwedShown,
    interest: InterestOwedShown,
    /// In euros, before it is rounded.
    exact_interest: Fraction,
    total_due: Money,
    /// In euros, before it is rounded; absent when the legal rate of that day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_day_interest: Option<Fraction>,
}

/// Days under one rate and one base.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct LineShown {
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    from: NaiveDate,
    /// Excluded.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    to: NaiveDate,
    days: i64,
    base: Money,
    /// What of the base was withheld from pay and bears no increase.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<Money>,
    /// Percent a year, the increase included.
    rate: Rate,
    rate_kind: InterestRateKind,
    interest: Money,
}

/// What a payment paid.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PaymentShown {
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    on: NaiveDate,
    amount: Money,
    costs: Money,
    interest: Money,
    principal: Money,
    overpaid: Money,
}

/// Interest that became a base of interest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CapitalisedShown {
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    on: NaiveDate,
    amount: Money,
}

/// Principal or costs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct OwedShown {
    start: Money,
    paid: Money,
    left: Money,
}

/// Interest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct InterestOwedShown {
    /// The exact interest rounded once, half up: the sum of the lines.
    accrued: Money,
    paid: Money,
    left: Money,
}

impl<'a> StatementShown<'a> {
    pub(crate) fn of(statement: &'a Statement) -> StatementShown<'a> {
        let capitalised = &statement.capitalised;
        StatementShown {
            id: &statement.id,
            label: statement.label.as_ref(),
            from: statement.from,
            until: statement.until,
            day_count: statement.day_count,
            imputation: statement.imputation,
            lines: statement.lines.iter().map(LineShown::of).collect(),
            payments: statement.payments.iter().map(PaymentShown::of).collect(),
            capitalised: (!capitalised.is_empty())
                .then(|| capitalised.iter().map(CapitalisedShown::of).collect()),
            principal: OwedShown::of(&statement.principal),
            costs: OwedShown::of(&statement.costs),
            interest: InterestOwedShown {
                accrued: statement.interest.charged,
                paid: statement.interest.paid,
                left: statement.interest.left,
            },
            exact_interest: statement.exact_interest,
            total_due: statement.total_due,
            next_day_interest: statement.next_day_interest,
        }
    }
}

impl LineShown {
    fn of(line: &InterestLine) -> LineShown {
        LineShown {
            from: line.from,
            to: line.to,
            days: line.days,
            base: line.base,
            withheld: (!line.withheld.is_zero()).then_some(line.withheld),
            rate: line.rate.normalised(),
            rate_kind: line.kind,
            interest: line.interest,
        }
    }
}

impl PaymentShown {
    fn of(payment: &ImputedPayment) -> PaymentShown {
        PaymentShown {
            on: payment.on,
            amount: payment.amount,
            costs: payment.costs,
            interest: payment.interest,
            principal: payment.principal,
            overpaid: payment.overpaid,
        }
    }
}

impl CapitalisedShown {
    fn of(capitalised: &Capitalised) -> CapitalisedShown {
        CapitalisedShown { on: capitalised.on, amount: capitalised.amount }
    }
}

impl OwedShown {
    fn of(owed: &Owed) -> OwedShown {
        OwedShown { start: owed.charged, paid: owed.paid, left: owed.left }
    }
}
