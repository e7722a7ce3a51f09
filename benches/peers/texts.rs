//! The scales as the decrees print them.

use chrono::NaiveDate;
use serde::Deserialize;

/// One decree: whole euros a year.
#[derive(Debug, Clone, Copy)]
pub struct PrintedScale {
    /// The first day, counted from 1970-01-01.
    pub from: i32,
    /// The six thresholds.
    pub thresholds: [u32; 6],
    /// What each dependant adds to every threshold.
    pub increment: u32,
}

#[derive(Deserialize)]
struct File {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    from: toml::value::Datetime,
    value: Value,
}

#[derive(Deserialize)]
struct Value {
    thresholds: [u32; 6],
    increment: u32,
}

/// Reads them from the file of the law's data, not from the tables compiled into the library.
///
/// # Panics
/// When the file does not hold what it should.
#[must_use]
pub fn printed_scales() -> Vec<PrintedScale> {
    let text = include_str!("../../core/data/fr/garnishment_scale.toml");
    let file: File = toml::from_str(text).expect("the file of the scales is TOML");
    file.entry.into_iter().map(Entry::printed).collect()
}

impl Entry {
    fn printed(self) -> PrintedScale {
        let date = self.from.date.expect("an entry begins on a day");
        let date = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
        let from =
            date.expect("an entry begins on a day that exists").signed_duration_since(NaiveDate::default());
        let from = i32::try_from(from.num_days()).expect("days of our time fit in an i32");
        PrintedScale { from, thresholds: self.value.thresholds, increment: self.value.increment }
    }
}
