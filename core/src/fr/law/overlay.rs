//! Overlays: values that a caller lays over the book at run time.
//!
//! The next decree before the library is updated, the expense scale of a commission, a reform to simulate: an
//! overlay states them from a date, under a name. Its entries stand beside the book's own entries, each until the
//! next one of either; an entry of the same date replaces the book's. Results name the overlays that were used.

use super::{BySize, ExpenseKind, ExpenseTreatment, FlatRate, LawBook, LegalInterest, Scale, Treatment};
use crate::dated::{Entry, OVERLAY, Source, Table};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, Vocabulary, vocabulary};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::iter;
use sha2::{Digest, Sha256};

vocabulary! {
    /// Which RSA amounts an overlay changes.
    pub enum RsaArea {
        /// Everywhere but Mayotte.
        General = "general",
        /// Mayotte.
        Mayotte = "mayotte",
    }
}

/// A scale of garnishable fractions (C. trav. R. 3252-2, R. 3252-3).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScaleEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// The six upper bounds, in euros a year, ascending.
    #[cfg_attr(feature = "schema", schemars(length(equal = 6)))]
    pub thresholds: Vec<u32>,
    /// What each dependant adds to every bound, in euros a year.
    pub increment: u32,
}

/// An RSA amount for one person (CASF L. 262-2).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RsaEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// Where it applies.
    pub area: RsaArea,
    /// Euros a month for one person.
    pub amount: Money,
}

/// Legal interest rates (C. mon. fin. L. 313-2).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LegalInterestEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// Percent a year when the creditor is an individual.
    pub individuals: Rate,
    /// Percent a year in all other cases.
    pub others: Rate,
}

/// The treatment of some kinds of expenses by a commission's rules (C. conso. R. 731-3).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExpenseTreatmentEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// The kinds concerned; the others keep their treatment.
    pub kinds: Vec<ExpenseKind>,
    /// How they are counted.
    pub treatment: Treatment,
}

/// A commission's flat-rate scale by size of household (C. conso. R. 731-3).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExpenseScaleEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// Its lines.
    pub lines: Vec<FlatRate>,
}

/// Indicative surfaces of a dwelling by size of household (règlements intérieurs).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RentSurfaceEntry {
    /// First day of validity.
    #[cfg_attr(feature = "schema", schemars(with = "crate::document::schema::Day"))]
    pub from: NaiveDate,
    /// Square metres for one person.
    pub one_person: u32,
    /// Square metres for each further person.
    pub further_person: u32,
}

/// Dated values laid over a law book, under a name (`doc(alias)`: surcouche).
#[doc(alias = "surcouche")]
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overlay {
    /// Name shown in the results.
    pub name: Id,
    /// Where the values come from.
    pub source: Option<Id>,
    /// Scales of garnishable fractions.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub garnishment_scale: Vec<ScaleEntry>,
    /// RSA amounts.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rsa: Vec<RsaEntry>,
    /// Legal interest rates.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub legal_interest: Vec<LegalInterestEntry>,
    /// Treatment of expenses.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub expense_treatment: Vec<ExpenseTreatmentEntry>,
    /// Flat-rate scales of expenses.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub expense_scale: Vec<ExpenseScaleEntry>,
    /// Indicative surfaces.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub rent_surface: Vec<RentSurfaceEntry>,
}

impl LawBook {
    /// The book with an overlay laid over it.
    ///
    /// # Errors
    /// `overlay.empty`, `overlay.order` (dates must ascend within a list), `overlay.thresholds`,
    /// `overlay.mixed_treatments`; the path names the entry.
    ///
    /// # Example
    /// ```
    /// use apurement::{day, fr::law::{Overlay, ScaleEntry}, fr, LawBook};
    /// // A reform to simulate: the increment per dependant doubled.
    /// let reform = Overlay {
    ///     name: "doubled increment".into(),
    ///     garnishment_scale: vec![ScaleEntry {
    ///         from: day(2026, 1, 1),
    ///         thresholds: vec![4480, 8730, 13000, 17230, 21470, 25810],
    ///         increment: 3480,
    ///     }],
    ///     ..Overlay::default()
    /// };
    /// let book = LawBook::default().with_overlay(&reform)?;
    /// let two = fr::Dependants::whole(2)?;
    /// let amount = fr::scale_amount(&book, "1500".parse()?, two, day(2026, 5, 1))?;
    /// assert_eq!(amount.to_string(), "121.58");
    /// # Ok::<(), apurement::Error>(())
    /// ```
    pub fn with_overlay(&self, overlay: &Overlay) -> Result<LawBook> {
        let empty = overlay.garnishment_scale.is_empty()
            && overlay.rsa.is_empty()
            && overlay.legal_interest.is_empty()
            && overlay.expense_treatment.is_empty()
            && overlay.expense_scale.is_empty()
            && overlay.rent_surface.is_empty();
        if empty {
            return Err(Error::new(ErrorCode::OverlayEmpty));
        }
        let mut book = self.clone();
        let source = Source {
            nature: Cow::Borrowed(OVERLAY),
            identifier: Some(Cow::Owned(overlay.name.as_str().into())),
            ..Source::default()
        };
        for (place, entry) in overlay.garnishment_scale.iter().enumerate() {
            let scale = scale_of(entry).map_err(|e| e.at(format!("garnishment_scale[{place}]")))?;
            insert(&mut book.tables.garnishment_scale, entry.from, scale, &source);
        }
        for entry in &overlay.rsa {
            let table = match entry.area {
                RsaArea::General => &mut book.tables.rsa_general,
                RsaArea::Mayotte => &mut book.tables.rsa_mayotte,
            };
            insert(table, entry.from, entry.amount, &source);
        }
        for entry in &overlay.legal_interest {
            let rates = LegalInterest { individuals: entry.individuals, others: entry.others };
            insert(&mut book.tables.legal_interest, entry.from, rates, &source);
        }
        for entry in &overlay.expense_treatment {
            change_treatment(&mut book, entry, &source);
        }
        for entry in &overlay.rent_surface {
            let surface = BySize { one_person: entry.one_person, further_person: entry.further_person };
            insert(&mut book.tables.rent_surface, entry.from, surface, &source);
        }
        for entry in &overlay.expense_scale {
            insert(&mut book.tables.expense_scale, entry.from, entry.lines.clone(), &source);
            let covered = &mut book.tables.expense_scale.info.covered_from;
            *covered = (*covered).min(entry.from);
        }
        check_order(overlay)?;
        for (place, entry) in overlay.expense_scale.iter().enumerate() {
            check_lines(&book, entry).map_err(|e| e.at(format!("expense_scale[{place}]")))?;
        }
        book.digest = Cow::Owned(digest_with(self.digest(), overlay));
        book.overlays.push(overlay.name.as_str().into());
        Ok(book)
    }
}

fn scale_of(entry: &ScaleEntry) -> Result<Scale> {
    let thresholds: [u32; 6] = entry
        .thresholds
        .as_slice()
        .try_into()
        .map_err(|_| Error::new(ErrorCode::OverlayThresholds).at("thresholds"))?;
    if thresholds.iter().zip(thresholds.iter().skip(1)).any(|(low, high)| low >= high) {
        return Err(Error::new(ErrorCode::OverlayThresholds).at("thresholds"));
    }
    Ok(Scale { thresholds, increment: entry.increment })
}

/// Changes the treatment of some kinds from a date on, the book's own later entries included: they are only the
/// default that a commission's rules replace.
fn change_treatment(book: &mut LawBook, entry: &ExpenseTreatmentEntry, source: &Source) {
    let change = |table: &ExpenseTreatment| {
        let mut kinds = table.kinds.to_vec();
        for kind in &entry.kinds {
            kinds.retain(|(word, _)| *word != kind.word());
            kinds.push((kind.word(), entry.treatment));
        }
        ExpenseTreatment { kinds: Cow::Owned(kinds) }
    };
    let before = book.default_treatment(entry.from).ok().map(|found| change(found.value));
    let table = &mut book.tables.expense_treatment;
    for later in
        table.entries.to_mut().iter_mut().filter(|e| e.from > entry.from && e.source.nature != OVERLAY)
    {
        later.value = later.value.as_ref().map(&change);
    }
    if let Some(value) = before {
        insert(table, entry.from, value, source);
    }
}

/// A line stands for kinds that are counted alike on every day on which it holds, and no kind stands in two lines.
fn check_lines(book: &LawBook, entry: &ExpenseScaleEntry) -> Result<()> {
    let scales = &book.tables.expense_scale.entries;
    let until = scales.iter().map(|other| other.from).find(|from| *from > entry.from);
    let changes = book.tables.expense_treatment.entries.iter().map(|other| other.from);
    let held = changes.filter(|on| *on > entry.from && until.is_none_or(|until| *on < until));
    let treatments: Vec<ExpenseTreatment> = iter::once(entry.from)
        .chain(held)
        .filter_map(|on| book.default_treatment(on).ok().map(|found| found.value.clone()))
        .collect();
    let mut seen: Vec<ExpenseKind> = Vec::new();
    for (place, line) in entry.lines.iter().enumerate() {
        let alike = |treatment: &ExpenseTreatment| {
            let mut kinds = line.covers.iter().map(|kind| treatment.of(*kind));
            let first = kinds.next();
            kinds.all(|other| Some(other) == first)
        };
        let twice = line.covers.iter().any(|kind| {
            let known = seen.contains(kind);
            seen.push(*kind);
            known
        });
        if twice || !treatments.iter().all(alike) {
            return Err(Error::new(ErrorCode::OverlayMixedTreatments).at(format!("lines[{place}].covers")));
        }
    }
    Ok(())
}

fn check_order(overlay: &Overlay) -> Result<()> {
    let ascending =
        |dates: &mut dyn Iterator<Item = NaiveDate>, list: &str| {
            let dates: Vec<NaiveDate> = dates.collect();
            let fault = dates.iter().zip(dates.iter().skip(1)).position(|(a, b)| a >= b);
            match fault {
                Some(place) => Err(Error::new(ErrorCode::OverlayOrder)
                    .at(format!("{list}[{}].from", place.saturating_add(1)))),
                None => Ok(()),
            }
        };
    ascending(&mut overlay.garnishment_scale.iter().map(|e| e.from), "garnishment_scale")?;
    ascending(&mut overlay.legal_interest.iter().map(|e| e.from), "legal_interest")?;
    ascending(&mut overlay.expense_treatment.iter().map(|e| e.from), "expense_treatment")?;
    ascending(&mut overlay.expense_scale.iter().map(|e| e.from), "expense_scale")?;
    ascending(&mut overlay.rent_surface.iter().map(|e| e.from), "rent_surface")?;
    for area in [RsaArea::General, RsaArea::Mayotte] {
        ascending(&mut overlay.rsa.iter().filter(|e| e.area == area).map(|e| e.from), "rsa")?;
    }
    Ok(())
}

fn insert<T: Clone>(table: &mut Table<T>, from: NaiveDate, value: T, source: &Source) {
    let entries = table.entries.to_mut();
    let entry =
        Entry { from, value: Some(value), source: source.clone(), confirmations: 0, note: Cow::Borrowed("") };
    match entries.binary_search_by_key(&from, |e| e.from) {
        Ok(place) => {
            if let Some(old) = entries.get_mut(place) {
                *old = entry;
            }
        }
        Err(place) => entries.insert(place, entry),
    }
}

/// SHA-256 over the book's digest and the overlay's canonical JSON.
fn digest_with(base: &str, overlay: &Overlay) -> String {
    let mut hash = Sha256::new();
    hash.update(base.as_bytes());
    hash.update(serde_json::to_vec(overlay).unwrap_or_default());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
