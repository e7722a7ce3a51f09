//! The sum that a seizure on bank accounts leaves available (CPCE L. 162-2, R. 162-2, R. 162-3; `doc(alias)`: solde
//! bancaire insaisissable).

use crate::calendar::months_after;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace};
use crate::fr::law::{LawBook, Territory};
use crate::money::Money;
use crate::vocabulary::opaque_debug;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A seizure on the debtor's accounts.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BankAccount {
    /// Day of the seizure.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub seized_on: NaiveDate,
    /// Balance of each account that day; an overdrawn account has a negative one.
    pub balances: Vec<Money>,
    /// Day of the seizure that last left such a sum, if any.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::document::schema::Day>"))]
    pub previous_seizure_on: Option<NaiveDate>,
}

impl BankAccount {
    /// The previous seizure can't be after this one.
    pub(crate) fn check_order(&self) -> Result<()> {
        if self.previous_seizure_on.is_some_and(|previous| previous > self.seized_on) {
            return Err(Error::new(ErrorCode::FieldNotApplicable)
                .with_word("because", "previous_seizure_on > seized_on")
                .at("previous_seizure_on"));
        }
        Ok(())
    }
}

/// What stays available on the accounts.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BankAccountMinimum {
    /// Sum made available by this seizure.
    pub minimum: Money,
    /// Credit balances of all accounts together.
    pub credit: Money,
    /// A seizure less than a month before already left the sum, which stays available: none is added.
    pub already_left: bool,
}

opaque_debug!(BankAccount, BankAccountMinimum);

/// The one-person RSA, within the credit balances, once a month.
///
/// # Errors
/// `law.*` where the RSA amount is not known at the day of the seizure; `field.not_applicable` when the previous
/// seizure is after this one.
///
/// # Example
/// ```
/// use apurement::{day, explain::NoTrace, fr::{garnishment::*, Territory}, LawBook};
/// let seizure = BankAccount {
///     seized_on: day(2026, 5, 20),
///     balances: vec!["400.00".parse()?, "1200.00".parse()?, "-50.00".parse()?],
///     previous_seizure_on: Some(day(2026, 4, 20)),
/// };
/// let left = bank_account_minimum(LawBook::builtin(), &seizure, Territory::Metropole, &mut NoTrace)?;
/// assert_eq!(left.minimum.to_string(), "651.69");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn bank_account_minimum(
    book: &LawBook,
    seizure: &BankAccount,
    territory: Territory,
    trace: &mut impl Trace,
) -> Result<BankAccountMinimum> {
    let one_person = book.admit(book.rsa(territory, seizure.seized_on)).map_err(|e| e.at("seized_on"))?;
    let credit = Money::total(seizure.balances.iter().map(|b| b.or_zero()))?;
    seizure.check_order()?;
    let already_left = seizure.previous_seizure_on.is_some_and(|previous| {
        let over = months_after(previous, 1);
        over.is_none_or(|over| seizure.seized_on < over)
    });
    let minimum = if already_left { Money::ZERO } else { credit.min(*one_person.value) };
    trace.note(Rule::BankAccountMinimum, |step| {
        step.input("one_person_rsa", *one_person.value)
            .input("credit", credit)
            .input("earlier_seizure", if already_left { "less_than_a_month_ago" } else { "none" })
            .result(minimum)
            .version(&one_person);
    });
    Ok(BankAccountMinimum { minimum, credit, already_left })
}
