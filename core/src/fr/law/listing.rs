//! The book laid open: every table and entry, with its value as text and its source.

use super::{
    BySize, ChildAges, DirectPayment, ExpenseTreatment, FlatRate, FloorHousehold, LawBook, LegalInterest,
    RsaExtension, RsaUplifts, Scale,
};
use crate::dated::{Entry, Source, Table, TableInfo};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// One table of the book.
#[derive(Debug, Clone)]
pub struct TableView {
    /// What it is about.
    pub info: TableInfo,
    /// Its entries, oldest first.
    pub entries: Vec<EntryView>,
}

/// One entry of a table.
#[derive(Debug, Clone)]
pub struct EntryView {
    /// First day of validity.
    pub from: NaiveDate,
    /// The value as text; `None` when it is not known.
    pub value: Option<String>,
    /// The text it comes from.
    pub source: Source,
    /// How many independent publishers were read for it.
    pub confirmations: u8,
    /// What a careful reader should know about it.
    pub note: String,
}

trait Printed {
    fn printed(&self) -> String;
}

impl Printed for Money {
    fn printed(&self) -> String {
        self.to_string()
    }
}

impl Printed for u32 {
    fn printed(&self) -> String {
        self.to_string()
    }
}

impl Printed for bool {
    fn printed(&self) -> String {
        (if *self { "yes" } else { "no" }).into()
    }
}

impl Printed for Scale {
    fn printed(&self) -> String {
        let bounds: Vec<String> = self.thresholds.iter().map(ToString::to_string).collect();
        format!("{} (+{} per dependant)", bounds.join(" / "), self.increment)
    }
}

impl Printed for RsaUplifts {
    fn printed(&self) -> String {
        let RsaUplifts { second_person, further_person, other_from_child, other } = self;
        format!("+{second_person} %, +{further_person} %, +{other} % from child {other_from_child}")
    }
}

impl Printed for RsaExtension {
    fn printed(&self) -> String {
        match self {
            RsaExtension::SameAsMetropole => "same amounts as the metropole".into(),
        }
    }
}

impl Printed for FloorHousehold {
    fn printed(&self) -> String {
        match self {
            FloorHousehold::Household => "RSA of the debtor's household".into(),
            FloorHousehold::OnePerson => "RSA of one person".into(),
        }
    }
}

impl Printed for LegalInterest {
    fn printed(&self) -> String {
        format!("{} % (individuals) / {} % (others)", self.individuals, self.others)
    }
}

impl Printed for ChildAges {
    fn printed(&self) -> String {
        let ChildAges { family_benefits_below, compulsory_school_below, rsa_below } = self;
        format!(
            "family benefits below {family_benefits_below}, compulsory school below {compulsory_school_below}, RSA below {rsa_below}"
        )
    }
}

impl Printed for DirectPayment {
    fn printed(&self) -> String {
        format!(
            "{} months of arrears over {}; {} over {} for the family-benefit body",
            self.own_arrears_months,
            self.own_over_months,
            self.agency_arrears_months,
            self.agency_over_months
        )
    }
}

impl Printed for BySize {
    fn printed(&self) -> String {
        format!("{} m², +{} m² per further person", self.one_person, self.further_person)
    }
}

impl Printed for ExpenseTreatment {
    fn printed(&self) -> String {
        let kinds: Vec<String> =
            self.kinds.iter().map(|(kind, how)| format!("{kind}: {}", how.word())).collect();
        kinds.join(", ")
    }
}

impl Printed for Vec<FlatRate> {
    fn printed(&self) -> String {
        let lines: Vec<String> = self
            .iter()
            .map(|line| {
                format!(
                    "{}: {} +{} per further person",
                    line.id.as_str(),
                    line.one_person,
                    line.further_person
                )
            })
            .collect();
        lines.join("; ")
    }
}

fn view<T: Clone + Printed>(table: &Table<T>) -> TableView {
    let entry = |e: &Entry<T>| EntryView {
        from: e.from,
        value: e.value.as_ref().map(Printed::printed),
        source: e.source.clone(),
        confirmations: e.confirmations,
        note: e.note.to_string(),
    };
    TableView { info: table.info, entries: table.entries.iter().map(entry).collect() }
}

impl LawBook {
    /// Every table of the book, overlays included.
    ///
    /// # Example
    /// ```
    /// use apurement::LawBook;
    /// let tables = LawBook::builtin().tables();
    /// let scales = tables.iter().find(|t| t.info.id == "garnishment_scale").unwrap();
    /// assert_eq!(scales.entries.len(), 15);
    /// ```
    #[must_use]
    pub fn tables(&self) -> Vec<TableView> {
        let t = &self.tables;
        alloc::vec![
            view(&t.garnishment_scale),
            view(&t.garnishment_floor),
            view(&t.withholding_tax),
            view(&t.rsa_general),
            view(&t.rsa_overseas),
            view(&t.rsa_mayotte),
            view(&t.rsa_uplifts_general),
            view(&t.rsa_uplifts_mayotte),
            view(&t.child_ages),
            view(&t.direct_payment),
            view(&t.residual_claims),
            view(&t.expense_treatment),
            view(&t.expense_scale),
            view(&t.rent_surface),
            view(&t.legal_interest),
            view(&t.plan_length),
            view(&t.suspension_length),
        ]
    }

    /// One table of the book.
    ///
    /// # Errors
    /// `law.unknown_table`, with the names there are.
    pub fn table(&self, id: &str) -> Result<TableView> {
        let tables = self.tables();
        let names: Vec<&'static str> = tables.iter().map(|t| t.info.id).collect();
        tables
            .into_iter()
            .find(|t| t.info.id == id)
            .ok_or_else(|| Error::new(ErrorCode::LawUnknownTable).with_allowed(names))
    }
}
