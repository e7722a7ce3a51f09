//! The dated law as it is written in `core/data/fr`: one TOML file a table.
//!
//! Reading is strict. A field that is not known, an amount with three decimals or an entry out of order is a fault
//! of the file, told with the file's name and the day of the entry.

use crate::deadline_data::{self, LimitRow};
use crate::holiday_data::{HOLIDAYS_FILE, Holidays};
use crate::law_values::{Kind, Value};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Names of the file that dates the whole book; it is not a table.
const BOOK_FILE: &str = "law_book.toml";

/// The folder of the time limits, beside the tables.
const DEADLINES: &str = "deadlines";

/// Natures of the texts that fix a value.
const SOURCE_NATURES: [&str; 7] =
    ["décret", "arrêté", "loi", "ordonnance", "code", "règlement intérieur", "fiche officielle"];

/// A fault of the data, told in one sentence.
pub type Fault = String;

/// A whole book: its version, its tables in the order of their identifiers, the holidays and the
/// time limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawData {
    /// Last day on which newer texts were looked for.
    pub read_on: NaiveDate,
    /// The tables, by identifier.
    pub tables: Vec<Table>,
    /// The public holidays.
    pub holidays: Holidays,
    /// The time limits, in the order of their files.
    pub limits: Vec<LimitRow>,
}

/// One table: what it is about, and its entries from the oldest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Stable identifier, also the name of the file.
    pub id: String,
    /// What its values are made of.
    pub kind: Kind,
    /// English title.
    pub title: String,
    /// French title.
    pub title_fr: String,
    /// Unit of the values.
    pub unit: String,
    /// Territory.
    pub area: String,
    /// Article that makes the parameter exist.
    pub law: String,
    /// First day with an answer.
    pub covered_from: NaiveDate,
    /// Last day on which the latest known value is known to hold.
    pub verified_until: Option<NaiveDate>,
    /// The entries, from the oldest.
    pub entries: Vec<Entry>,
}

/// One value from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// First day on which it holds.
    pub from: NaiveDate,
    /// The value; `None` where one exists that nobody has read.
    pub value: Option<Value>,
    /// The text it comes from.
    pub source: Source,
    /// Independent publishers read.
    pub confirmations: u8,
    /// What a careful reader should know.
    pub note: String,
}

/// The text that fixes a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Kind of text.
    pub nature: String,
    /// Number.
    pub number: Option<String>,
    /// Day of signature.
    pub signed_on: Option<NaiveDate>,
    /// Day of publication.
    pub published_on: Option<NaiveDate>,
    /// Article that carries the value.
    pub article: Option<String>,
    /// Identifier in Légifrance or an address.
    pub identifier: Option<String>,
}

/// The folder of the French tables.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/fr")
}

impl LawData {
    /// Reads and checks every file of a folder.
    ///
    /// # Errors
    /// The first fault found, with the name of the file.
    pub fn read(folder: &Path) -> Result<LawData, Fault> {
        let read_text = |path: &Path| {
            std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let book: RawBook = toml::from_str(&read_text(&folder.join(BOOK_FILE))?)
            .map_err(|error| format!("{BOOK_FILE}: {error}"))?;
        let listing = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut tables = Vec::new();
        for file in listing {
            let path = file.map_err(|error| error.to_string())?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name == BOOK_FILE || [HOLIDAYS_FILE, DEADLINES].contains(&name.as_str()) {
                continue;
            }
            let id = name.strip_suffix(".toml").ok_or_else(|| format!("{name}: not a TOML file"))?;
            let table = Table::parse(&read_text(&path)?).map_err(|fault| format!("{name}: {fault}"))?;
            if table.id != id {
                return Err(format!("{name}: its id is {:?}", table.id));
            }
            tables.push(table);
        }
        tables.sort_by(|left, right| left.id.cmp(&right.id));
        let holidays = Holidays::read(folder)?;
        let limits = deadline_data::read(&folder.join(DEADLINES))?;
        Ok(LawData { read_on: day(&book.data_read_on)?, tables, holidays, limits })
    }

    /// The table of that identifier.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// SHA-256, in hexadecimal, of the canonical form of all tables, of the holidays and of the time limits.
    ///
    /// The canonical form is the JSON array of the tables ordered by identifier, then the JSON of the holidays, then
    /// the JSON array of the time limits in the order of their files: fields in the order of their types, no insignificant whitespace, absent values as `null`, days as `YYYY-MM-DD`, amounts and rates as
    /// strings with two decimals, text in UTF-8. Comments and layout of the TOML files do not change it.
    #[must_use]
    pub fn digest(&self) -> String {
        use sha2::Digest;
        let mut canonical = serde_json::to_vec(&self.tables).unwrap_or_default();
        canonical.extend(serde_json::to_vec(&self.holidays).unwrap_or_default());
        canonical.extend(serde_json::to_vec(&self.limits).unwrap_or_default());
        let mut text = String::new();
        for byte in sha2::Sha256::digest(&canonical) {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

impl Table {
    /// Reads and checks one table.
    ///
    /// # Errors
    /// The first fault found.
    pub fn parse(text: &str) -> Result<Table, Fault> {
        let raw: RawTable = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut entries = Vec::new();
        for entry in raw.entry {
            let from = day(&entry.from)?;
            entries.push(entry.check(raw.kind).map_err(|fault| format!("entry of {from}: {fault}"))?);
        }
        let table = Table {
            id: raw.id,
            kind: raw.kind,
            title: raw.title,
            title_fr: raw.title_fr,
            unit: raw.unit,
            area: raw.area,
            law: raw.law,
            covered_from: day(&raw.covered_from)?,
            verified_until: raw.verified_until.as_ref().map(day).transpose()?,
            entries,
        };
        table.check()?;
        Ok(table)
    }

    fn check(&self) -> Result<(), Fault> {
        let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if self.id.is_empty() || !plain(&self.id) {
            return Err(format!("{:?} is not an identifier in snake_case", self.id));
        }
        for (name, text) in [
            ("title", &self.title),
            ("title_fr", &self.title_fr),
            ("unit", &self.unit),
            ("area", &self.area),
            ("law", &self.law),
        ] {
            if text.trim().is_empty() {
                return Err(format!("{name} is empty"));
            }
        }
        let first = self.entries.first().ok_or("no entry")?;
        if first.from != self.covered_from {
            return Err(format!(
                "covered from {}, but the first entry is of {}",
                self.covered_from, first.from
            ));
        }
        for pair in self.entries.windows(2) {
            if let [earlier, later] = pair
                && earlier.from >= later.from
            {
                return Err(format!("entry of {} does not come after {}", later.from, earlier.from));
            }
        }
        let last_known = self.entries.iter().rev().find(|entry| entry.value.is_some());
        if let (Some(until), Some(known)) = (self.verified_until, last_known)
            && until < known.from
        {
            return Err(format!("verified until {until}, before its last known entry, of {}", known.from));
        }
        Ok(())
    }
}

impl RawEntry {
    fn check(self, kind: Kind) -> Result<Entry, Fault> {
        let value = match (self.value, self.unknown) {
            (Some(value), false) => Some(Value::parse(kind, value)?),
            (None, true) => None,
            (Some(_), true) => return Err("it has a value and is said to be unknown".into()),
            (None, false) => {
                return Err("it has no value: write `unknown = true` if nobody has read it".into());
            }
        };
        if value.is_none() && self.note.is_empty() {
            return Err("an unknown value needs a note".into());
        }
        if value.is_some() == (self.confirmations == 0) {
            return Err("confirmations is 0 exactly where the value is unknown".into());
        }
        let source = Source {
            nature: self.source.nature,
            number: self.source.number,
            signed_on: self.source.signed_on.as_ref().map(day).transpose()?,
            published_on: self.source.published_on.as_ref().map(day).transpose()?,
            article: self.source.article,
            identifier: self.source.identifier,
        };
        if !SOURCE_NATURES.contains(&source.nature.as_str()) {
            return Err(format!("unknown nature of text {:?}", source.nature));
        }
        if let (Some(signed), Some(published)) = (source.signed_on, source.published_on)
            && published < signed
        {
            return Err(format!("published on {published}, before its signature on {signed}"));
        }
        Ok(Entry {
            from: day(&self.from)?,
            value,
            source,
            confirmations: self.confirmations,
            note: self.note,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBook {
    data_read_on: toml::value::Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    id: String,
    kind: Kind,
    title: String,
    title_fr: String,
    unit: String,
    area: String,
    law: String,
    covered_from: toml::value::Datetime,
    verified_until: Option<toml::value::Datetime>,
    entry: Vec<RawEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    from: toml::value::Datetime,
    value: Option<toml::Value>,
    #[serde(default)]
    unknown: bool,
    source: RawSource,
    confirmations: u8,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    nature: String,
    number: Option<String>,
    signed_on: Option<toml::value::Datetime>,
    published_on: Option<toml::value::Datetime>,
    article: Option<String>,
    identifier: Option<String>,
}

/// A day written without an hour.
pub(crate) fn day(datetime: &toml::value::Datetime) -> Result<NaiveDate, Fault> {
    match (datetime.date, datetime.time, datetime.offset) {
        (Some(date), None, None) => {
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        }
        _ => None,
    }
    .ok_or_else(|| format!("{datetime} is not a day"))
}
