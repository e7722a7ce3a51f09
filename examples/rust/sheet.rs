//! Sheets of rows, from standard input to standard output: each row comes back with results and an error column.
//!
//! Rows are read, computed and written one at a time, in constant memory. A bad row tells its fault in its own `error`
//! cell, by name and message, without what the cells held; the next row goes on.

use crate::dialect::Dialect;
use crate::failure::{Failure, tell};
use crate::text::say;
use apurement::dated::parse_day;
use apurement::fr::Dependants;
use apurement::vocabulary::Vocabulary;
use apurement::{Error, Language, Money};
use chrono::NaiveDate;
use csv::ByteRecord;
use std::fmt::Write as _;
use std::io;
use std::process::ExitCode;

/// Room for rows on their way in and out.
const BUFFER: usize = 1 << 17;

/// The columns of a sheet. Rows name a column by its place: required ones first, optional ones after them.
#[derive(Debug)]
pub(crate) struct Columns<const RESULTS: usize> {
    pub(crate) required: &'static [&'static str],
    pub(crate) optional: &'static [&'static str],
    /// The columns added, before `error`.
    pub(crate) results: [&'static str; RESULTS],
}

impl<const RESULTS: usize> Columns<RESULTS> {
    fn name(&self, column: usize) -> Option<&'static str> {
        self.required.iter().chain(self.optional).nth(column).copied()
    }

    fn count(&self) -> usize {
        self.required.len() + self.optional.len()
    }
}

/// Why a row has no complete result.
#[derive(Debug)]
pub(crate) struct Fault {
    column: Option<usize>,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Missing,
    Surplus,
    Encoding,
    Word(&'static [&'static str]),
    Count,
    Negative,
    Library(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault { column: None, cause: Cause::Library(error) }
    }
}

impl Cause {
    fn name(&self) -> &'static str {
        match self {
            Cause::Missing => "field.missing",
            Cause::Surplus => "field.unknown",
            Cause::Encoding => "document.not_utf8",
            Cause::Word(_) => "field.value",
            Cause::Count => "number.format",
            Cause::Negative => "amount.negative",
            Cause::Library(error) => error.code().name(),
        }
    }

    fn message(&self, language: Language) -> String {
        let (french, english) = match self {
            Cause::Library(error) => return error.message(language),
            Cause::Word(words) => {
                let words = words.join(", ");
                return format!(
                    "{}: {words}",
                    say(language, "cette valeur n'est pas l'une de ", "this value is not one of")
                );
            }
            Cause::Missing => ("cette cellule est vide", "this cell is empty"),
            Cause::Surplus => {
                ("la ligne a plus de cellules que l'en-tête", "the row has more cells than the header")
            }
            Cause::Encoding => ("cette cellule n'est pas de l'UTF-8 valide", "this cell is not valid UTF-8"),
            Cause::Count => ("il faut un nombre entier", "this must be a whole number"),
            Cause::Negative => ("ce montant ne peut pas être négatif", "this amount can't be negative"),
        };
        say(language, french, english).to_owned()
    }
}

/// A row being read.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    cells: &'a ByteRecord,
    /// Where each known column stands in this sheet.
    places: &'a [Option<usize>],
    dialect: Dialect,
}

impl Row<'_> {
    /// A cell without the spaces around it; `None` when it is empty or its column is not in the sheet.
    fn cell(&self, column: usize) -> Result<Option<&str>, Fault> {
        let place = self.places.get(column).copied().flatten();
        let bytes = place.and_then(|place| self.cells.get(place)).unwrap_or_default().trim_ascii();
        let text =
            std::str::from_utf8(bytes).map_err(|_| Fault { column: Some(column), cause: Cause::Encoding })?;
        Ok((!text.is_empty()).then_some(text))
    }

    fn read<T>(
        &self,
        column: usize,
        read: impl FnOnce(&str) -> Result<T, Cause>,
    ) -> Result<Option<T>, Fault> {
        let value = self.cell(column)?.map(read).transpose();
        value.map_err(|cause| Fault { column: Some(column), cause })
    }

    /// A day; required.
    pub(crate) fn day(&self, column: usize) -> Result<NaiveDate, Fault> {
        required(column, self.read(column, |text| parse_day(text).map_err(Cause::Library))?)
    }

    /// An amount that is not negative, if there is one.
    pub(crate) fn optional_amount(&self, column: usize) -> Result<Option<Money>, Fault> {
        self.read(column, |text| {
            let amount = Money::parse(&self.dialect.number(text)).map_err(Cause::Library)?;
            if amount.is_negative() { Err(Cause::Negative) } else { Ok(amount) }
        })
    }

    /// An amount that is not negative; required.
    pub(crate) fn amount(&self, column: usize) -> Result<Money, Fault> {
        required(column, self.optional_amount(column)?)
    }

    /// Dependants; required.
    pub(crate) fn dependants(&self, column: usize) -> Result<Dependants, Fault> {
        let read = |text: &str| Dependants::parse(&self.dialect.number(text)).map_err(Cause::Library);
        required(column, self.read(column, read)?)
    }

    /// A word of the documents; what silence means there when the cell is empty.
    pub(crate) fn word<T: Vocabulary + Default>(&self, column: usize) -> Result<T, Fault> {
        Ok(self.optional_word(column, T::WORDS)?.unwrap_or_default())
    }

    /// One of some words of the documents, if there is one.
    pub(crate) fn optional_word<T: Vocabulary>(
        &self,
        column: usize,
        words: &'static [&'static str],
    ) -> Result<Option<T>, Fault> {
        let known = |word: &&str| words.contains(word);
        self.read(column, |word| Some(word).filter(known).and_then(T::from_word).ok_or(Cause::Word(words)))
    }

    /// A whole number, if there is one.
    pub(crate) fn optional_count(&self, column: usize) -> Result<Option<u32>, Fault> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        self.read(column, |text| text.parse().ok().filter(|_| digits(text)).ok_or(Cause::Count))
    }

    /// A whole number; required.
    pub(crate) fn count(&self, column: usize) -> Result<u32, Fault> {
        required(column, self.optional_count(column)?)
    }

    /// Adults and children, where both are said.
    pub(crate) fn household(&self, adults: usize, children: usize) -> Result<Option<(u32, u32)>, Fault> {
        Ok(self.optional_count(adults)?.zip(self.optional_count(children)?))
    }
}

/// What a sheet writes in the columns it adds.
pub(crate) trait Written: Copy {
    /// Appends it, in the dialect's own way.
    fn write(self, dialect: Dialect, cell: &mut String);
}

impl Written for Money {
    fn write(self, dialect: Dialect, cell: &mut String) {
        match dialect {
            Dialect::Plain => {
                let _ = write!(cell, "{self}");
            }
            Dialect::French => dialect.write_number(&self.to_string(), cell),
        }
    }
}

/// As the day of the row is written, whatever the dialect.
impl Written for NaiveDate {
    fn write(self, _: Dialect, cell: &mut String) {
        let _ = write!(cell, "{self}");
    }
}

/// The fault of a row whose cell is empty and needed.
pub(crate) fn missing(column: usize) -> Fault {
    Fault { column: Some(column), cause: Cause::Missing }
}

fn required<T>(column: usize, value: Option<T>) -> Result<T, Fault> {
    value.ok_or_else(|| missing(column))
}

/// Reads a sheet, lets `compute` fill the results of each row, and writes the sheet with them.
///
/// Results that were filled before a fault are written beside it.
pub(crate) fn run<const RESULTS: usize, T: Written>(
    dialect: Dialect,
    columns: &Columns<RESULTS>,
    language: Language,
    mut compute: impl FnMut(&Row<'_>, &mut [Option<T>; RESULTS]) -> Result<(), Fault>,
) -> Result<ExitCode, Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(dialect.delimiter())
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(BUFFER)
        .from_reader(io::stdin().lock());
    let output = io::stdout().lock();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(dialect.delimiter())
        .flexible(true)
        .buffer_capacity(BUFFER)
        .from_writer(output);

    let mut cells = ByteRecord::new();
    reader.read_byte_record(&mut cells)?;
    let width = cells.len();
    let places = places(&cells, columns, dialect, language).map_err(Failure::Usage)?;
    for name in &cells {
        writer.write_field(name.trim_ascii())?;
    }
    writer.write_record(columns.results.iter().chain(&["error"]))?;

    let (mut rows, mut bad) = (0_u64, 0_u64);
    let mut text = String::new();
    while reader.read_byte_record(&mut cells)? {
        rows += 1;
        let mut results = [None; RESULTS];
        let outcome = if cells.len() > width {
            Err(Fault { column: None, cause: Cause::Surplus })
        } else {
            compute(&Row { cells: &cells, places: &places, dialect }, &mut results)
        };
        for place in 0..width {
            writer.write_field(cells.get(place).unwrap_or_default())?;
        }
        for result in results {
            text.clear();
            if let Some(result) = result {
                result.write(dialect, &mut text);
            }
            writer.write_field(&text)?;
        }
        text.clear();
        if let Err(fault) = outcome {
            bad += 1;
            text.push_str(&told(&fault, columns, language));
        }
        writer.write_field(&text)?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    tell(&counted(rows, bad, language));
    Ok(ExitCode::SUCCESS)
}

/// `name: column: message`, or `name: message` where the fault lies in no single column.
fn told<const RESULTS: usize>(fault: &Fault, columns: &Columns<RESULTS>, language: Language) -> String {
    let name = fault.cause.name();
    let message = fault.cause.message(language);
    match fault.column.and_then(|column| columns.name(column)) {
        Some(column) => format!("{name}: {column}: {message}"),
        None => format!("{name}: {message}"),
    }
}

fn counted(rows: u64, bad: u64, language: Language) -> String {
    match (language, bad) {
        (Language::English, 0) => format!("{rows} rows"),
        (Language::English, _) => format!("{rows} rows, {bad} with an error"),
        (_, 0) => format!("{rows} lignes"),
        _ => format!("{rows} lignes, dont {bad} en erreur"),
    }
}

/// Where each known column stands; a sheet whose header is not understood is refused whole.
fn places<const RESULTS: usize>(
    header: &ByteRecord,
    columns: &Columns<RESULTS>,
    dialect: Dialect,
    language: Language,
) -> Result<Vec<Option<usize>>, String> {
    let names: Vec<String> =
        header.iter().map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()).collect();
    let stands = |column: usize| names.iter().position(|name| columns.name(column) == Some(name.as_str()));
    let places: Vec<Option<usize>> = (0..columns.count()).map(stands).collect();

    let known = format!(
        "{}: {}{}{}",
        say(language, "colonnes attendues ", "columns expected"),
        columns.required.join(", "),
        if columns.optional.is_empty() { "" } else { say(language, " ; facultatives : ", "; optional: ") },
        columns.optional.join(", "),
    );
    if places.iter().all(Option::is_none) {
        let mut told = say(
            language,
            "la première ligne doit nommer les colonnes",
            "the first row must name the columns",
        )
        .to_owned();
        let (other, option) = dialect.other();
        if header.iter().any(|name| name.contains(&other.delimiter())) {
            let hint = say(
                language,
                "le fichier est peut-être de l'autre forme : essayez",
                "the file may be of the other form: try",
            );
            let _ = write!(told, "\n{hint} {option}");
        }
        return Err(format!("{told}\n{known}"));
    }
    let mut faults = String::new();
    let mut fault = |french: &str, english: &str, names: &[&str]| {
        if !names.is_empty() {
            let _ = writeln!(faults, "{}: {}", say(language, french, english), names.join(", "));
        }
    };
    let unknown: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| !(0..columns.count()).any(|c| columns.name(c) == Some(name)))
        .collect();
    let twice: Vec<&str> = names
        .iter()
        .enumerate()
        .filter(|(place, name)| !unknown.contains(&name.as_str()) && names[..*place].contains(name))
        .map(|(_, name)| name.as_str())
        .collect();
    let missing: Vec<&str> = columns
        .required
        .iter()
        .zip(&places)
        .filter(|(_, place)| place.is_none())
        .map(|(name, _)| *name)
        .collect();
    fault("colonne inconnue ", "unknown column", &unknown);
    fault("colonne en double ", "column given twice", &twice);
    fault("colonne manquante ", "missing column", &missing);
    if faults.is_empty() { Ok(places) } else { Err(format!("{faults}{known}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns<1> =
        Columns { required: &["date", "income"], optional: &["territory"], results: ["amount"] };

    fn read_header(names: &[&str]) -> Result<Vec<Option<usize>>, String> {
        places(&ByteRecord::from(names.to_vec()), &COLUMNS, Dialect::Plain, Language::English)
    }

    #[test]
    fn columns_stand_in_any_order() {
        assert_eq!(read_header(&["income", "date"]).unwrap(), [Some(1), Some(0), None]);
    }

    #[test]
    fn a_header_tells_all_its_faults_at_once() {
        let told = read_header(&["date", "date", "revenue"]).unwrap_err();
        for part in
            ["unknown column: revenue", "given twice: date", "missing column: income", "optional: territory"]
        {
            assert!(told.contains(part), "{part} in {told}");
        }
    }

    #[test]
    fn the_other_dialect_is_suggested_and_data_is_not_repeated() {
        let told = read_header(&["2026-05-15;1500,00"]).unwrap_err();
        assert!(told.contains("--fr-csv") && !told.contains("1500"), "{told}");
    }

    #[test]
    fn a_point_is_no_french_number() {
        assert_eq!(Dialect::French.number("1500,50"), "1500.50");
        assert_eq!(Dialect::French.number("1500.50"), "1500,50");
        assert_eq!(Dialect::Plain.number("1500,50"), "1500,50");
    }
}
