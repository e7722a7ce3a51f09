//! The public holidays as they are written in `core/data/fr/holidays.toml`, and the Rust table printed from them.

use crate::law_data::{Fault, day};
use crate::law_tables::{COMMAND, day as printed_day, option, quoted};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt::{Result as Written, Write};
use std::path::{Path, PathBuf};

/// The file of the holidays; it is not a table of values.
pub const HOLIDAYS_FILE: &str = "holidays.toml";

/// Words of the sets that a holiday may be kept to.
const SETS: [(&str, &str); 8] = [
    ("alsace_moselle", "AlsaceMoselle"),
    ("guadeloupe", "Guadeloupe"),
    ("guyane", "Guyane"),
    ("martinique", "Martinique"),
    ("mayotte", "Mayotte"),
    ("reunion", "Reunion"),
    ("saint_barthelemy", "SaintBarthelemy"),
    ("saint_martin", "SaintMartin"),
];

/// The holidays, and the Sundays of Easter that some are counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holidays {
    /// English title.
    pub title: String,
    /// French title.
    pub title_fr: String,
    /// The article that names the holidays of the whole country.
    pub law: String,
    /// First day with an answer.
    pub covered_from: NaiveDate,
    /// Last day with an answer.
    pub covered_until: NaiveDate,
    /// The holidays, in the order of the file.
    pub holidays: Vec<Holiday>,
    /// The Sunday of Easter of each year covered.
    pub easter: Vec<NaiveDate>,
}

/// One holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holiday {
    /// Stable identifier.
    pub id: String,
    /// English name.
    pub name: String,
    /// French name.
    pub name_fr: String,
    /// Its day.
    pub when: When,
    /// The sets it is kept to; empty for the whole country.
    pub sets: Vec<String>,
    /// First day on which it is one, when that is covered.
    pub from: Option<NaiveDate>,
    /// Last day on which it is one, when that is covered.
    pub until: Option<NaiveDate>,
    /// The article that makes it one.
    pub article: String,
    /// What a careful reader should know, in English.
    pub note: String,
    /// The same in French.
    pub note_fr: String,
}

/// How the day of a holiday is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The same month and day each year.
    On(u32, u32),
    /// So many days after the Sunday of Easter.
    AfterEaster(i32),
}

impl Holidays {
    /// Reads and checks the holidays of a folder.
    ///
    /// # Errors
    /// The first fault found, with the name of the file.
    pub fn read(folder: &Path) -> Result<Holidays, Fault> {
        let text = std::fs::read_to_string(folder.join(HOLIDAYS_FILE));
        let read = text.map_err(|error| error.to_string()).and_then(|text| Holidays::parse(&text));
        read.map_err(|fault| format!("{HOLIDAYS_FILE}: {fault}"))
    }

    /// Reads and checks the text of the file.
    ///
    /// # Errors
    /// The first fault found.
    pub fn parse(text: &str) -> Result<Holidays, Fault> {
        let mut raw: RawHolidays = toml::from_str(text).map_err(|error| error.to_string())?;
        let (covered_from, covered_until) = (day(&raw.covered_from)?, day(&raw.covered_until)?);
        if covered_from.ordinal() != 1 || (covered_until.month(), covered_until.day()) != (12, 31) {
            return Err("whole years are covered".into());
        }
        let years = covered_from.year()..=covered_until.year();
        if years.clone().count() != raw.easter.sundays.len() {
            return Err(format!("{} Sundays of Easter for other years", raw.easter.sundays.len()));
        }
        let easter = years.zip(&raw.easter.sundays).map(|(year, text)| sunday(year, text));
        let easter = easter.collect::<Result<Vec<_>, _>>()?;
        let holiday = |raw: RawHoliday| {
            let id = raw.id.clone();
            raw.check().map_err(|fault| format!("{id}: {fault}"))
        };
        let holidays =
            std::mem::take(&mut raw.holiday).into_iter().map(holiday).collect::<Result<Vec<_>, _>>()?;
        for (place, holiday) in holidays.iter().enumerate() {
            if holidays.iter().take(place).any(|other| other.id == holiday.id) {
                return Err(format!("{}: twice", holiday.id));
            }
        }
        let RawHolidays { title, title_fr, law, .. } = raw;
        Ok(Holidays { title, title_fr, law, covered_from, covered_until, holidays, easter })
    }
}

impl RawHoliday {
    fn check(self) -> Result<Holiday, Fault> {
        let when = match (&self.on, self.after_easter) {
            (Some(text), None) => {
                // A leap year, so that every day of a month exists; no holiday is on 29 February.
                let date = month_day(2000, text).filter(|date| (date.month(), date.day()) != (2, 29));
                let date = date.ok_or_else(|| format!("{text:?} is not a day of every year"))?;
                When::On(date.month(), date.day())
            }
            (None, Some(days)) if (-60..=200).contains(&days) => When::AfterEaster(days),
            (None, Some(days)) => return Err(format!("{days} days from Easter leave the year")),
            _ => return Err("either on or after_easter".into()),
        };
        if let Some(set) = self.sets.iter().find(|set| SETS.iter().all(|(word, _)| word != set)) {
            return Err(format!("unknown set {set:?}"));
        }
        if [&self.id, &self.name, &self.name_fr, &self.article].iter().any(|text| text.trim().is_empty()) {
            return Err("an empty text".into());
        }
        if self.note.is_empty() != self.note_fr.is_empty() {
            return Err("a note in one language only".into());
        }
        let from = self.from.as_ref().map(day).transpose()?;
        let until = self.until.as_ref().map(day).transpose()?;
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            return Err("it ends before it begins".into());
        }
        let RawHoliday { id, name, name_fr, sets, article, note, note_fr, .. } = self;
        Ok(Holiday { id, name, name_fr, when, sets, from, until, article, note, note_fr })
    }
}

fn month_day(year: i32, text: &str) -> Option<NaiveDate> {
    let (month, day) = text.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

fn sunday(year: i32, text: &str) -> Result<NaiveDate, Fault> {
    let date = month_day(year, text).filter(|date| date.weekday() == chrono::Weekday::Sun);
    date.ok_or_else(|| format!("Easter of {year}: {text:?} is no Sunday"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHolidays {
    title: String,
    title_fr: String,
    law: String,
    covered_from: toml::value::Datetime,
    covered_until: toml::value::Datetime,
    holiday: Vec<RawHoliday>,
    easter: RawEaster,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    id: String,
    name: String,
    name_fr: String,
    on: Option<String>,
    after_easter: Option<i32>,
    #[serde(default)]
    sets: Vec<String>,
    from: Option<toml::value::Datetime>,
    until: Option<toml::value::Datetime>,
    article: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_fr: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEaster {
    sundays: Vec<String>,
}

/// The committed file that [`print()`] must equal.
#[must_use]
pub fn committed_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/fr/holiday/table.rs")
}

/// The whole Rust file.
#[must_use]
pub fn print(holidays: &Holidays) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_file(&mut text, holidays);
    text
}

fn write_file(out: &mut String, holidays: &Holidays) -> Written {
    writeln!(out, "//! Generated by `{COMMAND}` from core/data/fr/{HOLIDAYS_FILE}; do not edit.\n")?;
    writeln!(out, "use super::{{Holiday, HolidaySet, When}};")?;
    writeln!(out, "use crate::dated::day;")?;
    writeln!(out, "use chrono::NaiveDate;\n")?;
    writeln!(out, "/// First day with an answer.")?;
    writeln!(out, "pub(super) const COVERED_FROM: NaiveDate = {};\n", printed_day(holidays.covered_from))?;
    writeln!(out, "/// Last day with an answer.")?;
    writeln!(out, "pub(super) const COVERED_UNTIL: NaiveDate = {};\n", printed_day(holidays.covered_until))?;
    writeln!(out, "/// The article that names the holidays of the whole country.")?;
    writeln!(out, "pub(super) const LAW: &str = {};\n", quoted(&holidays.law))?;
    writeln!(out, "/// {}.", holidays.title)?;
    writeln!(out, "#[rustfmt::skip]")?;
    writeln!(out, "pub(super) const HOLIDAYS: &[Holiday] = &[")?;
    for holiday in &holidays.holidays {
        write_holiday(out, holiday)?;
    }
    writeln!(out, "];\n")?;
    writeln!(
        out,
        "/// Days of each month that some holiday may fall on, a bit each: nearly every other day is told at once."
    )?;
    writeln!(out, "#[rustfmt::skip]")?;
    writeln!(out, "pub(super) const FIXED_DAYS: [u32; 12] = [")?;
    for month in 1..=12 {
        let bits = holidays.holidays.iter().filter_map(|holiday| match holiday.when {
            When::On(of, day) if of == month => Some(1_u32 << day),
            _ => None,
        });
        writeln!(out, "    {:#x},", bits.fold(0, |all, bit| all | bit))?;
    }
    writeln!(out, "];\n")?;
    let movable: BTreeSet<i32> = holidays
        .holidays
        .iter()
        .filter_map(|holiday| match holiday.when {
            When::AfterEaster(days) => Some(days),
            When::On(..) => None,
        })
        .collect();
    writeln!(out, "/// Days after the Sunday of Easter that some holiday may fall on.")?;
    writeln!(
        out,
        "pub(super) const MOVABLE_DAYS: [i32; {}] = {:?};\n",
        movable.len(),
        movable.iter().collect::<Vec<_>>()
    )?;
    writeln!(out, "/// The day of the year of each Sunday of Easter, from the first year covered.")?;
    writeln!(out, "#[rustfmt::skip]")?;
    writeln!(out, "pub(super) const EASTER: [u16; {}] = [", holidays.easter.len())?;
    for decade in holidays.easter.chunks(10) {
        let ordinals: Vec<String> = decade.iter().map(|sunday| sunday.ordinal().to_string()).collect();
        writeln!(out, "    {},", ordinals.join(", "))?;
    }
    writeln!(out, "];")
}

fn write_holiday(out: &mut String, holiday: &Holiday) -> Written {
    let when = match holiday.when {
        When::On(month, day) => format!("When::On({month}, {day})"),
        When::AfterEaster(days) => format!("When::AfterEaster({days})"),
    };
    let variant = |word: &String| {
        let known = SETS.iter().find(|(known, _)| known == word);
        format!("HolidaySet::{}", known.map_or("None", |(_, variant)| variant))
    };
    let sets: Vec<String> = holiday.sets.iter().map(variant).collect();
    writeln!(out, "    Holiday {{")?;
    for (field, text) in [
        ("id", &holiday.id),
        ("name", &holiday.name),
        ("name_fr", &holiday.name_fr),
        ("article", &holiday.article),
        ("note", &holiday.note),
        ("note_fr", &holiday.note_fr),
    ] {
        writeln!(out, "        {field}: {},", quoted(text))?;
    }
    writeln!(out, "        when: {when},")?;
    writeln!(out, "        only: &[{}],", sets.join(", "))?;
    writeln!(out, "        from: {},", option(holiday.from.map(printed_day)))?;
    writeln!(out, "        until: {},", option(holiday.until.map(printed_day)))?;
    writeln!(out, "    }},")
}
