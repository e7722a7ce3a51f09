//! CSV files read back.

use super::cents_of;
use csv::{ReaderBuilder, StringRecord};

pub(crate) struct Sheet {
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<StringRecord>,
}

impl Sheet {
    /// Reads a file: every row as wide as its heads, lines ended as RFC 4180 has it.
    pub(crate) fn read(text: &str, french: bool) -> Sheet {
        assert_eq!(text.starts_with('\u{feff}'), french, "the mark of UTF-8 is of the French form");
        assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "ends of lines");
        let separator = if french { b';' } else { b',' };
        let mut reader = ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        let heads = reader.headers().expect("heads").iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.expect("a row of the width of the heads")).collect();
        Sheet { heads, rows }
    }

    pub(crate) fn place(&self, head: &str) -> usize {
        let place = self.heads.iter().position(|known| known == head);
        place.unwrap_or_else(|| panic!("no column {head}: {:?}", self.heads))
    }

    /// The amounts of a column, in cents.
    pub(crate) fn amounts(&self, place: usize) -> Vec<i128> {
        self.rows.iter().map(|row| cents_of(&row[place].replace(',', "."))).collect()
    }

    pub(crate) fn sum(&self, place: usize) -> i128 {
        self.amounts(place).iter().sum()
    }

    pub(crate) fn texts(&self, place: usize) -> Vec<&str> {
        self.rows.iter().map(|row| &row[place]).collect()
    }
}
