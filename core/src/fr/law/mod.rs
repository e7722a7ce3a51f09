//! Dated law: every amount, rate and limit of the texts, with the day from which it holds.
//!
//! A [`LawBook`] answers a value for a date, or an error that says why there is none: before the first text read
//! (`law.before_coverage`), a rule not yet in force in a territory (`law.not_in_force`), a value that exists but
//! that nobody has read (`law.unknown_value`), or a date past the last verification (`law.unverified`). Nothing
//! silently falls back on the latest value.

mod expense;
mod listing;
mod overlay;
mod tables;
mod territory;
mod values;

pub use expense::{ExpenseKind, FlatRate};
pub use listing::{EntryView, TableView};
pub use overlay::{
    ExpenseScaleEntry, ExpenseTreatmentEntry, LegalInterestEntry, Overlay, RentSurfaceEntry, RsaArea,
    RsaEntry, ScaleEntry,
};
pub use territory::Territory;
pub use values::{
    BySize, ChildAges, CreditorClass, DirectPayment, ExpenseTreatment, FloorHousehold, LegalInterest,
    RsaExtension, RsaUplifts, Scale, Treatment,
};

use crate::advisory::{Advisory, AdvisoryCode};
use crate::dated::{Found, Table, TableInfo, day};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The tables, one field a table of `data/fr`.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    pub(crate) garnishment_scale: Table<Scale>,
    pub(crate) garnishment_floor: Table<FloorHousehold>,
    pub(crate) withholding_tax: Table<bool>,
    pub(crate) rsa_general: Table<Money>,
    pub(crate) rsa_overseas: Table<RsaExtension>,
    pub(crate) rsa_mayotte: Table<Money>,
    pub(crate) rsa_uplifts_general: Table<RsaUplifts>,
    pub(crate) rsa_uplifts_mayotte: Table<RsaUplifts>,
    pub(crate) child_ages: Table<ChildAges>,
    pub(crate) direct_payment: Table<DirectPayment>,
    pub(crate) residual_claims: Table<Money>,
    pub(crate) expense_treatment: Table<ExpenseTreatment>,
    pub(crate) expense_scale: Table<Vec<FlatRate>>,
    pub(crate) rent_surface: Table<BySize>,
    pub(crate) legal_interest: Table<LegalInterest>,
    pub(crate) plan_length: Table<u32>,
    pub(crate) suspension_length: Table<u32>,
}

/// The flat-rate scale of a commission: no amount was ever read in a source, so only overlays fill it.
const EXPENSE_SCALE: Table<Vec<FlatRate>> = Table {
    info: TableInfo {
        id: "expense_scale",
        title: "Flat-rate expense scale of a commission",
        title_fr: "Barème forfaitaire des dépenses courantes d'une commission",
        unit: "euros a month by size of household",
        area: "the commission's department",
        law: "C. conso. R. 731-3",
        covered_from: day(9999, 12, 31),
        verified_until: None,
    },
    entries: Cow::Borrowed(&[]),
};

static BUILTIN: LawBook = LawBook {
    tables: Tables {
        garnishment_scale: tables::GARNISHMENT_SCALE,
        garnishment_floor: tables::GARNISHMENT_FLOOR,
        withholding_tax: tables::WITHHOLDING_TAX,
        rsa_general: tables::RSA_GENERAL,
        rsa_overseas: tables::RSA_OVERSEAS,
        rsa_mayotte: tables::RSA_MAYOTTE,
        rsa_uplifts_general: tables::RSA_UPLIFTS_GENERAL,
        rsa_uplifts_mayotte: tables::RSA_UPLIFTS_MAYOTTE,
        child_ages: tables::CHILD_AGES,
        direct_payment: tables::DIRECT_PAYMENT,
        residual_claims: tables::RESIDUAL_CLAIMS,
        expense_treatment: tables::EXPENSE_TREATMENT,
        expense_scale: EXPENSE_SCALE,
        rent_surface: tables::RENT_SURFACE,
        legal_interest: tables::LEGAL_INTEREST,
        plan_length: tables::PLAN_LENGTH,
        suspension_length: tables::SUSPENSION_LENGTH,
    },
    digest: Cow::Borrowed(tables::LAW_BOOK_DIGEST),
    overlays: Vec::new(),
    accept_unverified: false,
};

/// The dated law that a computation reads (`doc(alias)`: barèmes).
///
/// The default book is the one compiled into the library. [`LawBook::with_overlay`] adds the next decree, a
/// commission's own expense scale, or a reform to simulate. A book is immutable and cheap to share.
///
/// # Example
/// ```
/// use apurement::{day, fr::Territory, LawBook};
/// let book = LawBook::default();
/// let rsa = book.rsa(Territory::Metropole, day(2026, 5, 1))?;
/// assert_eq!(rsa.value.to_string(), "651.69");
/// assert_eq!(rsa.from, day(2026, 4, 1));
/// assert_eq!(book.plan_length(day(2026, 5, 1))?.value, &84);
/// # Ok::<(), apurement::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LawBook {
    pub(crate) tables: Tables,
    digest: Cow<'static, str>,
    overlays: Vec<String>,
    accept_unverified: bool,
}

impl Default for LawBook {
    fn default() -> LawBook {
        BUILTIN.clone()
    }
}

impl LawBook {
    /// The book compiled into the library.
    #[must_use]
    pub fn builtin() -> &'static LawBook {
        &BUILTIN
    }

    /// The same book, with the latest values also given past their last verification.
    ///
    /// Without it, scalars refuse such dates with `law.unverified`.
    #[must_use]
    pub fn accepting_unverified(mut self) -> LawBook {
        self.accept_unverified = true;
        self
    }

    /// Whether values past their last verification are given.
    #[must_use]
    pub fn accepts_unverified(&self) -> bool {
        self.accept_unverified
    }

    /// The day on which the data of the compiled book was last read.
    #[must_use]
    pub fn version(&self) -> &'static str {
        tables::LAW_BOOK_VERSION
    }

    /// SHA-256 of all the values, overlays included: two results with the same digest used the same law.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The names of the overlays, in order.
    #[must_use]
    pub fn overlays(&self) -> &[String] {
        &self.overlays
    }

    /// Lets a value through unless it is unverified and that was not accepted.
    pub(crate) fn admit<'a, T>(&self, found: Result<Found<'a, T>>) -> Result<Found<'a, T>> {
        let found = found?;
        if !self.accept_unverified {
            found.verified()?;
        }
        Ok(found)
    }

    /// The scale of garnishable fractions (C. trav. R. 3252-2, R. 3252-3).
    ///
    /// # Errors
    /// `law.before_coverage` before 2009.
    pub fn scale(&self, on: NaiveDate) -> Result<Found<'_, Scale>> {
        self.tables.garnishment_scale.at(on)
    }

    /// Whose RSA amount a wage garnishment leaves (C. trav. L. 3252-3).
    ///
    /// # Errors
    /// `law.before_coverage` before June 2009.
    pub fn garnishment_floor(&self, on: NaiveDate) -> Result<Found<'_, FloorHousehold>> {
        self.tables.garnishment_floor.at(on)
    }

    /// Whether withholding tax is deducted from garnishable pay (C. trav. L. 3252-3).
    ///
    /// # Errors
    /// `law.before_coverage` before 2009.
    pub fn withholding_tax(&self, on: NaiveDate) -> Result<Found<'_, bool>> {
        self.tables.withholding_tax.at(on)
    }

    /// The RSA amount of a one-person household (CASF L. 262-2; `doc(alias)`: montant forfaitaire).
    ///
    /// # Errors
    /// `law.before_coverage`, `law.not_in_force` where the RSA did not exist yet overseas, `law.unknown_value`
    /// for some Mayotte amounts.
    #[doc(alias = "montant forfaitaire")]
    pub fn rsa(&self, territory: Territory, on: NaiveDate) -> Result<Found<'_, Money>> {
        match territory {
            Territory::Metropole => self.tables.rsa_general.at(on),
            Territory::Mayotte => self.tables.rsa_mayotte.at(on).map_err(not_yet_in_force),
            _ => match self.tables.rsa_overseas.at(on).map_err(not_yet_in_force)?.value {
                RsaExtension::SameAsMetropole => self.tables.rsa_general.at(on),
            },
        }
    }

    /// How the RSA amount grows with the household (CASF R. 262-1; R. 542-6 in Mayotte).
    ///
    /// # Errors
    /// `law.before_coverage` or `law.not_in_force`.
    pub fn rsa_uplifts(&self, territory: Territory, on: NaiveDate) -> Result<Found<'_, RsaUplifts>> {
        match territory {
            Territory::Mayotte => self.tables.rsa_uplifts_mayotte.at(on).map_err(not_yet_in_force),
            _ => self.tables.rsa_uplifts_general.at(on),
        }
    }

    /// Ages at which children stop counting (CSS R. 512-2, CASF R. 262-3).
    ///
    /// # Errors
    /// `law.before_coverage`.
    pub fn child_ages(&self, on: NaiveDate) -> Result<Found<'_, ChildAges>> {
        self.tables.child_ages.at(on)
    }

    /// Arrears of maintenance that direct payment recovers (CPCE L. 213-4).
    ///
    /// # Errors
    /// `law.before_coverage` before April 2016.
    pub fn direct_payment(&self, on: NaiveDate) -> Result<Found<'_, DirectPayment>> {
        self.tables.direct_payment.at(on)
    }

    /// The amount up to which a residual claim is paid first in a distribution (CPCE D. 212-1-24).
    ///
    /// # Errors
    /// `law.before_coverage` before July 2025.
    pub fn residual_claims(&self, on: NaiveDate) -> Result<Found<'_, Money>> {
        self.tables.residual_claims.at(on)
    }

    /// How each kind of expense is counted, by default (C. conso. R. 731-3).
    ///
    /// # Errors
    /// `law.before_coverage` before 21 January 2021.
    pub fn expense_treatment(&self, on: NaiveDate) -> Result<Found<'_, ExpenseTreatment>> {
        self.tables.expense_treatment.at(on)
    }

    /// The same; before the first known table, that one, for it is only a default that each commission may change.
    pub(crate) fn default_treatment(&self, on: NaiveDate) -> Result<Found<'_, ExpenseTreatment>> {
        let table = &self.tables.expense_treatment;
        table.at(table.entries.first().map_or(on, |first| on.max(first.from)))
    }

    /// The flat-rate scale of the commission, given by an overlay (C. conso. R. 731-3).
    ///
    /// # Errors
    /// `law.before_coverage` as long as no overlay gives one.
    pub fn expense_scale(&self, on: NaiveDate) -> Result<Found<'_, Vec<FlatRate>>> {
        self.tables.expense_scale.at(on)
    }

    /// The indicative surface of a dwelling above which the rent is looked at (règlements intérieurs).
    ///
    /// # Errors
    /// `law.before_coverage` before 19 February 2020.
    pub fn rent_surface(&self, on: NaiveDate) -> Result<Found<'_, BySize>> {
        self.tables.rent_surface.at(on)
    }

    /// The legal interest rates of the period (C. mon. fin. L. 313-2, D. 313-1-A).
    ///
    /// # Errors
    /// `law.before_coverage` before 2000, `law.unknown_value` for a half-year not yet read.
    pub fn legal_interest(&self, on: NaiveDate) -> Result<Found<'_, LegalInterest>> {
        self.tables.legal_interest.at(on)
    }

    /// The longest duration of a plan or of imposed measures, in months (C. conso. L. 732-3, L. 733-3).
    ///
    /// # Errors
    /// `law.before_coverage` before July 2016.
    pub fn plan_length(&self, on: NaiveDate) -> Result<Found<'_, u32>> {
        self.tables.plan_length.at(on)
    }

    /// The longest suspension of claims, in months (C. conso. L. 733-1, 4°).
    ///
    /// # Errors
    /// `law.before_coverage` before July 2016.
    pub fn suspension_length(&self, on: NaiveDate) -> Result<Found<'_, u32>> {
        self.tables.suspension_length.at(on)
    }
}

/// Before the first text of a territory's table, the rule did not exist there: that is known, not a gap.
fn not_yet_in_force(error: Error) -> Error {
    if error.code() != ErrorCode::LawBeforeCoverage {
        return error;
    }
    let mut moved = Error::new(ErrorCode::LawNotInForce);
    for (name, detail) in error.details() {
        moved = moved.with(name, detail.clone());
    }
    match error.provision() {
        Some(provision) => moved.under(provision),
        None => moved,
    }
}

impl<T> Found<'_, T> {
    /// What should be known about the value: not verified any more, changed by the caller, read only once.
    pub(crate) fn advisories(&self) -> impl Iterator<Item = Advisory> + use<T> {
        let table = self.info.id;
        let unverified = self.info.verified_until.filter(|_| self.unverified).map(|until| {
            Advisory::new(AdvisoryCode::LawUnverified)
                .with_word("table", table)
                .with_date("verified_until", until)
        });
        let overlay = self.overlay.then(|| Advisory::new(AdvisoryCode::LawOverlay).with_word("table", table));
        let single = (self.confirmations == 1 && !self.overlay).then(|| {
            Advisory::new(AdvisoryCode::LawFewSources).with_word("table", table).with_date("from", self.from)
        });
        unverified.into_iter().chain(overlay).chain(single)
    }
}
