//! Columns against scalars: each row of a batch has the value, or the error, that the scalar door gives.

mod common;

use apurement::fr::batch::{self, CapacityColumns, Column, NO_VALUE};
use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::law::{Overlay, RsaArea, RsaEntry, ScaleEntry};
use apurement::fr::{self, Dependants, Territory};
use apurement::{AdvisoryCode, Error, LawBook, Money, Result};
use chrono::{Days, NaiveDate};
use common::day;
use proptest::collection::vec;
use proptest::prelude::*;

const TERRITORIES: [Territory; 9] = [
    Territory::Metropole,
    Territory::Guadeloupe,
    Territory::Guyane,
    Territory::Martinique,
    Territory::Reunion,
    Territory::SaintBarthelemy,
    Territory::SaintMartin,
    Territory::SaintPierreEtMiquelon,
    Territory::Mayotte,
];

#[derive(Debug, Clone, Copy)]
struct Row {
    resources: i64,
    expenses: i64,
    half_dependants: u8,
    rsa_200ths: u16,
    on: NaiveDate,
}

/// Days from 2005 to 2030: before every table, in it, and past its verification; often at a border.
fn days() -> impl Strategy<Value = NaiveDate> {
    let borders = prop::sample::select(vec![
        day(2009, 1, 1),
        day(2009, 6, 1),
        day(2011, 1, 1),
        day(2012, 1, 1),
        day(2012, 6, 1),
        day(2015, 1, 1),
        day(2015, 9, 1),
        day(2026, 4, 1),
        day(2027, 1, 1),
        day(2027, 4, 1),
    ]);
    prop_oneof![
        2 => (0..9500_u64).prop_map(|days| day(2005, 1, 1).checked_add_days(Days::new(days)).expect("a day")),
        1 => (borders, 0..3_u64).prop_map(|(border, days)| {
            border.checked_add_days(Days::new(days)).and_then(|on| on.pred_opt()).expect("a day")
        }),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let amounts = || prop_oneof![8 => 0..400_000_i64, 1 => 0..=Money::MAX.cents()];
    let row = || {
        (amounts(), amounts(), 0..=200_u8, 0..=1500_u16, days()).prop_map(
            |(resources, expenses, half_dependants, rsa_200ths, on)| Row {
                resources,
                expenses,
                half_dependants,
                rsa_200ths,
                on,
            },
        )
    };
    // Past 256 rows the columns are worked through in several pieces.
    prop_oneof![6 => vec(row(), 1..40), 1 => vec(row(), 250..600)]
}

/// The rows as columns.
struct Columns {
    resources: Vec<i64>,
    expenses: Vec<i64>,
    half_dependants: Vec<u8>,
    rsa_200ths: Vec<u16>,
    days: Vec<i32>,
    amounts: Vec<i64>,
    status: Vec<i16>,
}

impl Columns {
    fn of(rows: &[Row]) -> Columns {
        Columns {
            resources: rows.iter().map(|row| row.resources).collect(),
            expenses: rows.iter().map(|row| row.expenses).collect(),
            half_dependants: rows.iter().map(|row| row.half_dependants).collect(),
            rsa_200ths: rows.iter().map(|row| row.rsa_200ths).collect(),
            days: rows.iter().map(|row| batch::days(row.on)).collect(),
            // Neither a value nor a status that a row may have, so that a row left out is seen.
            amounts: vec![-7; rows.len()],
            status: vec![-7; rows.len()],
        }
    }

    fn scale_amounts(mut self, book: &LawBook) -> Columns {
        let (halves, days) = (Column::Each(&self.half_dependants), Column::Each(&self.days));
        batch::scale_amounts(book, &self.resources, halves, days, &mut self.amounts, &mut self.status)
            .expect("columns of one length");
        self
    }

    fn seizables(mut self, book: &LawBook, territory: Territory) -> Columns {
        let (halves, days) = (Column::Each(&self.half_dependants), Column::Each(&self.days));
        let (amounts, status) = (&mut self.amounts, &mut self.status);
        batch::seizables(book, &self.resources, halves, territory, days, amounts, status)
            .expect("columns of one length");
        self
    }

    fn capacities(mut self, book: &LawBook, territory: Territory, base: ScaleBase) -> Columns {
        let columns = CapacityColumns {
            resources: &self.resources,
            expenses: &self.expenses,
            half_dependants: Column::Each(&self.half_dependants),
            rsa_200ths: Column::Each(&self.rsa_200ths),
            days: Column::Each(&self.days),
        };
        batch::capacities(book, &columns, territory, base, &mut self.amounts, &mut self.status)
            .expect("columns of one length");
        self
    }

    fn row(&self, row: usize) -> (i64, i16) {
        (self.amounts[row], self.status[row])
    }
}

/// What the columns must hold for a scalar: its value, with a positive status where the law was not verified; or its
/// error's number and no value.
fn expected(strict: Result<Money>, lenient: Result<Money>) -> (i64, i16) {
    let status = |number: u16| i16::try_from(number).expect("a small number");
    let unverified = status(AdvisoryCode::LawUnverified.number());
    let error = |fault: &Error| (NO_VALUE, -status(fault.code().number()));
    match (strict, lenient) {
        (Ok(value), _) => (value.cents(), 0),
        (Err(fault), Ok(value)) if fault.code().name() == "law.unverified" => (value.cents(), unverified),
        (Err(_), Err(fault)) => error(&fault),
        (Err(fault), Ok(_)) => panic!("{fault} only without accepting"),
    }
}

/// The scalar under the book as it is, and accepting what is not verified.
fn both(book: &LawBook, scalar: impl Fn(&LawBook) -> Result<Money>) -> (i64, i16) {
    expected(scalar(book), scalar(&book.clone().accepting_unverified()))
}

fn scale_amount(book: &LawBook, row: &Row) -> Result<Money> {
    let dependants = Dependants::from_halves(row.half_dependants.into())?;
    fr::scale_amount(book, Money::from_cents(row.resources)?, dependants, row.on)
}

fn seizable(book: &LawBook, row: &Row, territory: Territory) -> Result<Money> {
    let dependants = Dependants::from_halves(row.half_dependants.into())?;
    fr::seizable(book, Money::from_cents(row.resources)?, dependants, territory, row.on)
}

fn capacity(book: &LawBook, row: &Row, territory: Territory, scale_base: ScaleBase) -> Result<Money> {
    let means = Means {
        resources: Money::from_cents(row.resources)?,
        expenses: Money::from_cents(row.expenses)?,
        dependants: Dependants::from_halves(row.half_dependants.into())?,
        rsa_200ths: row.rsa_200ths.into(),
        scale_base,
        main_home_consent: false,
        decided: None,
    };
    fr::capacity(book, &means, territory, row.on).map(|capacity| capacity.computed)
}

/// The book, or the book under an overlay that reaches past and before its tables.
fn book(overlaid: bool) -> LawBook {
    if !overlaid {
        return LawBook::default();
    }
    let scale = |from| ScaleEntry { from, thresholds: vec![100, 200, 300, 400, 500, 600], increment: 60 };
    let rsa = |from, area| RsaEntry { from, area, amount: Money::from_cents(12_345).expect("an amount") };
    let overlay = Overlay {
        name: "borders".into(),
        garnishment_scale: vec![scale(day(2008, 1, 1)), scale(day(2027, 6, 1))],
        rsa: vec![
            rsa(day(2008, 1, 1), RsaArea::General),
            rsa(day(2026, 4, 1), RsaArea::Mayotte),
            rsa(day(2027, 6, 1), RsaArea::Mayotte),
        ],
        ..Overlay::default()
    };
    LawBook::default().with_overlay(&overlay).expect("an overlay")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scale_amounts_are_the_scalar_row_by_row(rows in rows(), overlaid in any::<bool>()) {
        let book = book(overlaid);
        let columns = Columns::of(&rows).scale_amounts(&book);
        for (place, row) in rows.iter().enumerate() {
            let scalar = both(&book, |book| scale_amount(book, row));
            prop_assert_eq!(columns.row(place), scalar, "{:?}", row);
        }
    }

    #[test]
    fn seizables_are_the_scalar_row_by_row(
        rows in rows(), overlaid in any::<bool>(), territory in prop::sample::select(&TERRITORIES[..])
    ) {
        let book = book(overlaid);
        let columns = Columns::of(&rows).seizables(&book, territory);
        for (place, row) in rows.iter().enumerate() {
            let scalar = both(&book, |book| seizable(book, row, territory));
            prop_assert_eq!(columns.row(place), scalar, "{:?} in {:?}", row, territory);
        }
    }

    #[test]
    fn capacities_are_the_scalar_row_by_row(
        rows in rows(), overlaid in any::<bool>(), territory in prop::sample::select(&TERRITORIES[..]), whole in any::<bool>()
    ) {
        let book = book(overlaid);
        let base = if whole { ScaleBase::WholeEuro } else { ScaleBase::Exact };
        let columns = Columns::of(&rows).capacities(&book, territory, base);
        for (place, row) in rows.iter().enumerate() {
            let scalar = both(&book, |book| capacity(book, row, territory, base));
            prop_assert_eq!(columns.row(place), scalar, "{:?} in {:?}", row, territory);
        }
    }

    /// One value for all rows is the same as the value in each row.
    #[test]
    fn one_value_for_all_rows_is_a_column_of_it(rows in rows(), half_dependants in 0..=200_u8, on in days()) {
        let rows: Vec<Row> = rows.into_iter().map(|row| Row { half_dependants, on, ..row }).collect();
        let book = LawBook::builtin();
        let each = Columns::of(&rows).scale_amounts(book);
        let mut same = Columns::of(&rows);
        let (halves, day) = (Column::Same(half_dependants), Column::Same(batch::days(on)));
        batch::scale_amounts(book, &same.resources, halves, day, &mut same.amounts, &mut same.status)
            .expect("columns of one length");
        prop_assert_eq!(same.amounts, each.amounts);
        prop_assert_eq!(same.status, each.status);
    }
}

const GOOD: Row =
    Row { resources: 150_000, expenses: 90_000, half_dependants: 2, rsa_200ths: 200, on: day_of_tests() };

const fn day_of_tests() -> NaiveDate {
    apurement::day(2026, 5, 1)
}

/// A faulty row has the scalar's error and no value, and leaves its neighbours alone.
#[test]
fn a_faulty_row_has_the_error_of_the_scalar() {
    let book = LawBook::builtin();
    let territory = Territory::Metropole;
    let mut faults = Vec::new();
    for faulty in [
        Row { resources: -1, ..GOOD },
        Row { resources: Money::MAX.cents() + 1, ..GOOD },
        Row { resources: i64::MAX, ..GOOD },
        Row { half_dependants: 201, ..GOOD },
        Row { half_dependants: u8::MAX, ..GOOD },
        Row { expenses: -1, ..GOOD },
        Row { expenses: Money::MAX.cents() + 1, ..GOOD },
    ] {
        let rows = [GOOD, faulty, GOOD];
        let mut compare = |door: &str, columns: Columns, scalar: &dyn Fn(&LawBook, &Row) -> Result<Money>| {
            for (place, row) in rows.iter().enumerate() {
                let scalar = both(book, |book| scalar(book, row));
                if columns.row(place) != scalar {
                    faults.push(format!("{door}, {row:?}: {:?}, the scalar {scalar:?}", columns.row(place)));
                }
            }
        };
        compare("scale_amounts", Columns::of(&rows).scale_amounts(book), &scale_amount);
        compare("seizables", Columns::of(&rows).seizables(book, territory), &|book, row| {
            seizable(book, row, territory)
        });
        let columns = Columns::of(&rows).capacities(book, territory, ScaleBase::Exact);
        compare("capacities", columns, &|book, row| capacity(book, row, territory, ScaleBase::Exact));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A value that is missing goes in as it comes out, and never becomes an amount.
#[test]
fn a_missing_value_stays_missing() {
    let rows = [Row { resources: NO_VALUE, ..GOOD }];
    let book = LawBook::builtin();
    for columns in [
        Columns::of(&rows).scale_amounts(book),
        Columns::of(&rows).seizables(book, Territory::Metropole),
        Columns::of(&rows).capacities(book, Territory::Metropole, ScaleBase::WholeEuro),
    ] {
        let (amount, status) = columns.row(0);
        assert!(amount == NO_VALUE && status < 0, "{amount}, {status}");
    }
}

/// The same in every language that has no dates: days count from 1970-01-01.
#[test]
fn days_count_from_1970() {
    assert_eq!(batch::days(day(1970, 1, 1)), 0);
    assert_eq!(batch::days(day(1969, 12, 31)), -1);
    assert_eq!(batch::days(day(2000, 3, 1)), 11_017);
    // Days outside every calendar have no law, and do not stop the pass.
    let book = LawBook::builtin();
    for (border, number) in [(i32::MIN, -2001), (i32::MAX, 5001)] {
        let (mut amounts, mut status) = ([0], [0]);
        batch::scale_amounts(
            book,
            &[100_000],
            Column::Same(0),
            Column::Same(border),
            &mut amounts,
            &mut status,
        )
        .expect("columns of one length");
        assert_eq!(status, [number]);
    }
}

/// Columns of different lengths are refused, whichever it is, and empty ones are fine.
#[test]
fn columns_have_one_length() {
    let book = LawBook::builtin();
    let refused =
        |result: Result<()>| assert_eq!(result.expect_err("refused").code().name(), "batch.column_length");
    let (two, one) = ([1_i64, 2], [1_i64]);
    let (halves, days) = (Column::Same(0), Column::Same(20_000));
    let on = |halves, days, amounts: usize, status: usize| {
        batch::scale_amounts(book, &two, halves, days, &mut vec![0; amounts], &mut vec![0; status])
    };
    on(halves, days, 2, 2).expect("one length");
    refused(on(Column::Each(&[0]), days, 2, 2));
    refused(on(halves, Column::Each(&[1, 2, 3]), 2, 2));
    refused(on(halves, days, 1, 2));
    refused(on(halves, days, 2, 3));
    refused(batch::seizables(book, &one, halves, Territory::Metropole, days, &mut [0; 2], &mut [0; 1]));
    let columns = |expenses, rsa_200ths| CapacityColumns {
        resources: &two,
        expenses,
        half_dependants: halves,
        rsa_200ths,
        days,
    };
    let on = |columns: CapacityColumns<'_>| {
        let base = ScaleBase::Exact;
        batch::capacities(book, &columns, Territory::Metropole, base, &mut [0; 2], &mut [0; 2])
    };
    on(columns(&two, Column::Same(200))).expect("one length");
    refused(on(columns(&one, Column::Same(200))));
    refused(on(columns(&two, Column::Each(&[200; 3]))));
    batch::scale_amounts(book, &[], Column::Each(&[]), Column::Each(&[]), &mut [], &mut []).expect("no row");
}
