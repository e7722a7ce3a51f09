//! The garnishable base: pay, accessories and benefits in kind, less compulsory contributions and withholding tax
//! (C. trav. L. 3252-3), all payers together (L. 3252-4).

use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{NoTrace, Rule, Trace};
use crate::fr::law::LawBook;
use crate::money::Money;
use crate::vocabulary::{Id, Vocabulary, opaque_debug, vocabulary};
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// What a payer pays.
    pub enum PayerKind {
        /// Pay (C. trav. L. 3252-1).
        Wage = "wage",
        /// Old-age or disability pension, garnished like pay (CSS L. 355-2).
        Pension = "pension",
        /// Complementary pension (CSS L. 922-7).
        ComplementaryPension = "complementary_pension",
        /// Unemployment insurance benefit, garnished like pay.
        UnemploymentBenefit = "unemployment_benefit",
        /// Allocation de solidarité spécifique: can't be garnished, left out.
        SolidarityAllowance = "solidarity_allowance",
    }
}

vocabulary! {
    /// What is left out of the garnishable base (C. trav. L. 3252-3 al. 3).
    pub enum NotCountedKind {
        /// Reimbursement of expenses (remboursement de frais).
        ExpenseReimbursement = "expense_reimbursement",
        /// Allowances for family charges (charges de famille).
        FamilyAllowance = "family_allowance",
        /// Allowances that can't be seized (indemnités insaisissables).
        UnseizableAllowance = "unseizable_allowance",
    }
}

/// A sum paid with the pay but not counted in the base.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotCounted {
    /// What it is.
    pub kind: NotCountedKind,
    /// Euros this month.
    pub amount: Money,
}

/// A month's pay, line by line.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pay {
    /// Gross pay.
    pub pay: Money,
    /// Accessories: bonuses, overtime.
    pub accessories: Option<Money>,
    /// Value of benefits in kind (avantages en nature).
    pub benefits_in_kind: Option<Money>,
    /// Compulsory social contributions.
    pub contributions: Option<Money>,
    /// Withholding tax (prélèvement à la source, CGI art. 204 A), since 2019.
    pub withholding_tax: Option<Money>,
    /// Sums left out of the base.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub not_counted: Vec<NotCounted>,
}

/// Somebody who pays the debtor.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payer {
    /// Identifier.
    pub id: Id,
    /// What is paid.
    pub kind: PayerKind,
    /// Net garnishable amount of the month; either this or the lines of the pay.
    pub net: Option<Money>,
    /// The lines of the pay; either this or the net.
    pub pay: Option<Pay>,
    /// Named by the bailiff in charge of the distribution to withhold (CPCE R. 212-1-36).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub withholds: bool,
}

opaque_debug!(NotCounted, Pay, Payer);

impl Payer {
    /// A payer whose net garnishable amount is known.
    pub fn net(id: impl Into<Id>, kind: PayerKind, net: Money) -> Payer {
        Payer { id: id.into(), kind, net: Some(net), pay: None, withholds: false }
    }
}

/// The net garnishable base of all payers together.
pub(super) fn net(
    book: &LawBook,
    payers: &[Payer],
    on: NaiveDate,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Money> {
    let mut total = Money::ZERO;
    trace.open(Rule::NetPay);
    for (place, payer) in payers.iter().enumerate() {
        let path = format!("garnishment.payers[{place}]");
        if payer.kind == PayerKind::SolidarityAllowance {
            advisories.push(Advisory::new(AdvisoryCode::PayNotSeizable).at(path));
            continue;
        }
        let net = one_net(book, payer, on, trace).map_err(|e| e.at(path))?;
        total = total.plus(net)?;
    }
    trace.close(|step| {
        step.result(total);
    });
    Ok(total)
}

/// The fault of each payer.
pub(super) fn faults(book: &LawBook, payers: &[Payer], on: NaiveDate) -> Vec<Error> {
    let fault = |(place, payer): (usize, &Payer)| {
        let net = one_net(book, payer, on, &mut NoTrace);
        net.err().map(|fault| fault.at(format!("garnishment.payers[{place}]")))
    };
    payers.iter().enumerate().filter_map(fault).collect()
}

fn one_net(book: &LawBook, payer: &Payer, on: NaiveDate, trace: &mut impl Trace) -> Result<Money> {
    let (net, pay) = match (payer.net, &payer.pay) {
        (Some(net), None) => {
            trace.note(Rule::PayerNet, |step| {
                step.input("payer", &payer.id).input("kind", payer.kind.word()).result(net);
            });
            return if net.is_negative() {
                Err(Error::new(ErrorCode::AmountNegative).at("net"))
            } else {
                Ok(net)
            };
        }
        (None, Some(pay)) => (net_of(book, pay, on)?, pay),
        (Some(_), Some(_)) => {
            return Err(Error::new(ErrorCode::FieldConflict).with_word("with", "net").at("pay"));
        }
        (None, None) => return Err(Error::new(ErrorCode::FieldMissing).at("net")),
    };
    trace.note(Rule::PayerNet, |step| {
        step.input("payer", &payer.id).input("kind", payer.kind.word()).input("pay", pay.pay);
        let lines = [
            ("accessories", pay.accessories),
            ("benefits_in_kind", pay.benefits_in_kind),
            ("contributions", pay.contributions),
            ("withholding_tax", pay.withholding_tax),
        ];
        for (name, amount) in lines {
            if let Some(amount) = amount {
                step.input(name, amount);
            }
        }
        for line in &pay.not_counted {
            step.input(line.kind.word(), line.amount);
        }
        step.result(net);
    });
    Ok(net)
}

fn net_of(book: &LawBook, pay: &Pay, on: NaiveDate) -> Result<Money> {
    if pay.withholding_tax.is_some() && !*book.withholding_tax(on)?.value {
        return Err(Error::new(ErrorCode::FieldNotApplicable)
            .with_word("because", "CGI art. 204 A, 2019-01-01")
            .under("C. trav. L. 3252-3")
            .at("pay.withholding_tax"));
    }
    let or_zero = |amount: Option<Money>| amount.unwrap_or(Money::ZERO);
    let gross = Money::total([pay.pay, or_zero(pay.accessories), or_zero(pay.benefits_in_kind)])?;
    let net = gross.minus(or_zero(pay.contributions))?.minus(or_zero(pay.withholding_tax))?;
    if net.is_negative() { Err(Error::new(ErrorCode::AmountNegative).at("pay")) } else { Ok(net) }
}
