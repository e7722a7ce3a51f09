//! Wage garnishment (saisie des rémunérations): what a payroll withholds in a month, and who gets it.
//!
//! Order at the payer (CPCE R. 212-1-33 to R. 212-1-35, L. 213-2): maintenance by direct payment first, then an
//! administrative seizure secured by the Treasury's privilege, then the creditors who share the rest. The *scale
//! amount* and the *seizable amount* always stand side by side: the second leaves the RSA to the debtor.

mod bank_account;
mod claims;
mod distribution;
mod maintenance;
mod pay;

pub use bank_account::{BankAccount, BankAccountMinimum, bank_account_minimum};
pub use claims::{Claim, ClaimKind, Served};
pub use pay::{NotCounted, NotCountedKind, Pay, Payer, PayerKind};

use crate::advisory::{Advisory, AdvisoryCode};
use crate::dated::Found;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{NoTrace, Rule, Trace};
use crate::fr::dependants::Dependants;
use crate::fr::household;
use crate::fr::law::{FloorHousehold, LawBook, Territory};
use crate::fr::scale_amount;
use crate::money::Money;
use crate::vocabulary::opaque_debug;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The facts of one month's garnishment.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Garnishment {
    /// Dependants of the scale (C. trav. R. 3252-3); counted from the household when not given.
    pub dependants: Option<Dependants>,
    /// Who pays the debtor.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub payers: Vec<Payer>,
    /// What creditors claim.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub claims: Vec<Claim>,
    /// A seizure on bank accounts, if any.
    pub bank_account: Option<BankAccount>,
}

/// What the law lets creditors take in a month.
#[derive(Clone, PartialEq, Eq)]
pub struct Garnished {
    /// Net garnishable pay, all payers together (C. trav. L. 3252-3, L. 3252-4).
    pub net: Money,
    /// Dependants of the scale.
    pub dependants: Dependants,
    /// What the scale gives on the net pay.
    pub scale_amount: Money,
    /// The RSA amount that stays with the debtor.
    pub floor: Money,
    /// The scale amount, capped so that the floor stays.
    pub seizable: Money,
    /// What each claim receives, in the order given.
    pub claims: Vec<Served>,
    /// All that is withheld this month.
    pub withheld: Money,
    /// Net pay less what is withheld.
    pub left_to_debtor: Money,
}

opaque_debug!(Garnishment, Garnished);

/// Who the month's floor is meant for.
pub(crate) struct FloorTexts<'a> {
    pub(crate) whose: &'a Found<'a, FloorHousehold>,
    pub(crate) one_person: &'a Found<'a, Money>,
    /// Coefficient of the debtor's household, in two-hundredths; needed from June 2009 to May 2012.
    pub(crate) household_200ths: Option<u32>,
}

/// The floor that a garnishment leaves (C. trav. L. 3252-3 al. 2).
pub(crate) fn floor_amount(texts: &FloorTexts<'_>, trace: &mut impl Trace) -> Result<Money> {
    match texts.whose.value {
        FloorHousehold::OnePerson => {
            let floor = *texts.one_person.value;
            trace.note(Rule::GarnishmentFloor, |step| {
                step.input("household", "one_person")
                    .result(floor)
                    .version(texts.one_person)
                    .version(texts.whose);
            });
            Ok(floor)
        }
        FloorHousehold::Household => {
            let coefficient = texts.household_200ths.ok_or_else(|| {
                Error::new(ErrorCode::LawHouseholdNeeded).under("C. trav. L. 3252-3 (June 2009 to May 2012)")
            })?;
            trace.open(Rule::GarnishmentFloor);
            let floor = household::rsa_amount(texts.one_person, coefficient, trace)?;
            trace.close(|step| {
                step.input("household", "household").result(floor).version(texts.whose);
            });
            Ok(floor)
        }
    }
}

/// The seizable amount: the scale amount, capped so that the floor stays.
pub(crate) fn cap(net: Money, scale_amount: Money, floor: Money, trace: &mut impl Trace) -> Result<Money> {
    let seizable = scale_amount.min(net.minus(floor)?.or_zero());
    trace.note(Rule::Seizable, |step| {
        step.input("scale_amount", scale_amount).input("net", net).input("floor", floor).result(seizable);
    });
    Ok(seizable)
}

/// What may really be seized of a month's net pay, since June 2012: the scale amount, capped so that the RSA of one
/// person stays (C. trav. L. 3252-3; `doc(alias)`: fraction saisissable, quotité saisissable).
///
/// From June 2009 to May 2012 the floor was the RSA of the debtor's household: use [`seizable_in_household`].
///
/// # Errors
/// As [`scale_amount()`], and `law.household_needed` before June 2012.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, Dependants, Territory}, LawBook};
/// let book = LawBook::default();
/// let net = "660.00".parse()?;
/// let on = day(2026, 5, 1);
/// assert_eq!(fr::scale_amount(&book, net, Dependants::NONE, on)?.to_string(), "47.33");
/// let seizable = fr::seizable(&book, net, Dependants::NONE, Territory::Metropole, on)?;
/// assert_eq!(seizable.to_string(), "8.31"); // 660.00 - 651.69: the RSA stays
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn seizable(
    book: &LawBook,
    net: Money,
    dependants: Dependants,
    territory: Territory,
    on: NaiveDate,
) -> Result<Money> {
    seizable_with(book, net, dependants, territory, on, None)
}

/// The same, for a debtor whose household is known: needed from June 2009 to May 2012, when the floor was the RSA of
/// the household.
///
/// # Errors
/// As [`seizable`], and `number.range` for an impossible household.
///
/// # Example
/// ```
/// use apurement::{day, fr::{self, Dependants, Territory}, LawBook};
/// // In 2011 a couple kept 700.49 (466.99 x 1.5): nothing could be seized of 690.00.
/// let book = LawBook::default();
/// let net = "690.00".parse()?;
/// let seizable = fr::seizable_in_household(
///     &book, net, Dependants::NONE, Territory::Metropole, day(2011, 5, 1), 2, 0)?;
/// assert_eq!(seizable.to_string(), "0.00");
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn seizable_in_household(
    book: &LawBook,
    net: Money,
    dependants: Dependants,
    territory: Territory,
    on: NaiveDate,
    adults: u32,
    children: u32,
) -> Result<Money> {
    let coefficient = household::rsa_200ths(book, adults, children, territory, on)?;
    seizable_with(book, net, dependants, territory, on, Some(coefficient))
}

fn seizable_with(
    book: &LawBook,
    net: Money,
    dependants: Dependants,
    territory: Territory,
    on: NaiveDate,
    household_200ths: Option<u32>,
) -> Result<Money> {
    let scale_amount = scale_amount(book, net, dependants, on)?;
    let whose = book.garnishment_floor(on)?;
    let one_person = book.admit(book.rsa(territory, on))?;
    let texts = FloorTexts { whose: &whose, one_person: &one_person, household_200ths };
    let floor = floor_amount(&texts, &mut NoTrace)?;
    cap(net, scale_amount, floor, &mut NoTrace)
}

/// Every fault of the payers and claims, each with its path.
pub(crate) fn faults(book: &LawBook, facts: &Garnishment, on: NaiveDate) -> Vec<Error> {
    let mut faults = pay::faults(book, &facts.payers, on);
    faults.extend(claims::faults(book, &facts.claims, on));
    faults
}

/// A month's garnishment: net pay, scale amount, seizable amount, and what each claim receives.
///
/// `household_200ths` is the coefficient of the debtor's RSA household ([`rsa_200ths`](household::rsa_200ths)),
/// needed from June 2009 to May 2012 only. The explanation that `trace` receives is the method of calculation that
/// the seizure record must carry (CPCE R. 212-1-12, 3°).
///
/// # Errors
/// Faults of the facts, with the path from the garnishment; `law.*` where the law does not answer.
///
/// # Example
/// ```
/// use apurement::{day, explain::NoTrace, fr::{self, garnishment::*, Dependants, Territory}, LawBook};
/// let facts = Garnishment {
///     dependants: Some(Dependants::NONE),
///     payers: vec![Payer::net("employer", PayerKind::Wage, "1500.00".parse()?)],
///     claims: vec![
///         Claim::maintenance("child", "100.00".parse()?),
///         Claim::new("tax", ClaimKind::PrivilegedAdministrativeSeizure, "150.00".parse()?),
///         Claim::new("bank", ClaimKind::Garnishment, "300.00".parse()?),
///     ],
///     bank_account: None,
/// };
/// let book = LawBook::default();
/// let on = day(2026, 2, 28);
/// let month = fr::garnish(&book, &facts, Dependants::NONE, Territory::Metropole, on, None, &mut Vec::new(), &mut NoTrace)?;
/// assert_eq!(month.seizable.to_string(), "234.76");
/// let paid: Vec<String> = month.claims.iter().map(|claim| claim.paid.to_string()).collect();
/// assert_eq!(paid, ["100.00", "150.00", "84.76"]);
/// # Ok::<(), apurement::Error>(())
/// ```
#[doc(alias = "saisie des rémunérations")]
#[allow(clippy::too_many_arguments)]
pub fn garnish(
    book: &LawBook,
    facts: &Garnishment,
    dependants: Dependants,
    territory: Territory,
    on: NaiveDate,
    household_200ths: Option<u32>,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Garnished> {
    trace.open(Rule::Garnishment);
    let net = pay::net(book, &facts.payers, on, advisories, trace)?;
    let scale = book.admit(book.scale(on))?;
    let scale_amount = scale_amount::compute(&scale, net, dependants, trace)?;
    let whose = book.garnishment_floor(on)?;
    let one_person = book.admit(book.rsa(territory, on))?;
    let floor =
        floor_amount(&FloorTexts { whose: &whose, one_person: &one_person, household_200ths }, trace)?;
    let seizable = cap(net, scale_amount, floor, trace)?;
    if facts.payers.len() > 1 && !facts.payers.iter().any(|p| p.withholds) && !facts.claims.is_empty() {
        advisories.push(Advisory::new(AdvisoryCode::WithholderUnnamed).at("garnishment.payers"));
    }
    let limits = claims::Limits { net, seizable, one_person: *one_person.value };
    let claims = claims::serve(book, &facts.claims, &limits, on, advisories, trace)?;
    let withheld = Money::total(claims.iter().map(|c| c.paid))?;
    let left_to_debtor = net.minus(withheld)?;
    trace.close(|step| {
        step.input("net", net)
            .input("scale_amount", scale_amount)
            .input("seizable", seizable)
            .input("withheld", withheld)
            .result(left_to_debtor);
    });
    Ok(Garnished { net, dependants, scale_amount, floor, seizable, claims, withheld, left_to_debtor })
}
