//! The columns give what the scalars give, row by row: values, errors and advisories.

use apurement::fr::batch::{self, CapacityColumns, Column, NO_VALUE, days};
use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::{self, Dependants, Territory};
use apurement::{Error, ErrorCode, LawBook, Money, day};
use apurement_benches::rows::{Answers, Chance, Rows};
use chrono::NaiveDate;

const ROWS: usize = 100_000;

const TERRITORIES: [Territory; 3] = [Territory::Metropole, Territory::Guadeloupe, Territory::Mayotte];

/// Rows with dates from 2008 to 2028: before the first texts and past the last verified days too.
fn rows() -> Rows {
    let mut chance = Chance::new(3);
    let mut rows = Rows::new(ROWS);
    for on in &mut rows.mixed_days {
        *on = days(day(2008, 1, 1)) + i32::try_from(chance.below(366 * 20)).unwrap();
    }
    rows
}

fn date(day: i32) -> NaiveDate {
    NaiveDate::default() + chrono::TimeDelta::days(day.into())
}

/// What a row should hold: the value without its doubts, or the number of the error.
fn wanted(strict: Result<Money, Error>, lenient: Result<Money, Error>) -> (i64, i16) {
    let number = |code: ErrorCode| i16::try_from(code.number()).unwrap();
    match (strict, lenient) {
        (Ok(amount), _) => (amount.cents(), 0),
        (Err(error), Ok(amount)) if error.code() == ErrorCode::LawUnverified => (amount.cents(), 5001),
        (_, lenient) => (NO_VALUE, -number(lenient.unwrap_err().code())),
    }
}

#[test]
fn seizable_amounts_agree() {
    let (rows, strict) = (rows(), LawBook::builtin());
    let lenient = strict.clone().accepting_unverified();
    for territory in TERRITORIES {
        let Answers { mut amounts, mut status } = Answers::new(ROWS);
        let (halves, on) = (Column::Each(&rows.half_dependants[..]), Column::Each(&rows.mixed_days[..]));
        batch::seizables(strict, &rows.incomes, halves, territory, on, &mut amounts, &mut status).unwrap();
        for row in 0..ROWS {
            let net = Money::from_cents(rows.incomes[row]).unwrap();
            let dependants = Dependants::from_halves(rows.half_dependants[row].into()).unwrap();
            let on = date(rows.mixed_days[row]);
            let ask = |book| fr::seizable(book, net, dependants, territory, on);
            let right = wanted(ask(strict), ask(&lenient));
            assert_eq!((amounts[row], status[row]), right, "{territory:?}, {on}, {} cents", net.cents());
        }
    }
}

#[test]
fn capacities_agree() {
    let (rows, strict) = (rows(), LawBook::builtin());
    let lenient = strict.clone().accepting_unverified();
    for (territory, scale_base) in
        TERRITORIES.into_iter().zip([ScaleBase::Exact, ScaleBase::WholeEuro, ScaleBase::Exact])
    {
        let columns = CapacityColumns {
            resources: &rows.incomes,
            expenses: &rows.expenses,
            half_dependants: Column::Each(&rows.half_dependants),
            rsa_200ths: Column::Each(&rows.rsa_200ths),
            days: Column::Each(&rows.mixed_days),
        };
        let Answers { mut amounts, mut status } = Answers::new(ROWS);
        batch::capacities(strict, &columns, territory, scale_base, &mut amounts, &mut status).unwrap();
        for row in 0..ROWS {
            let means = Means {
                resources: Money::from_cents(rows.incomes[row]).unwrap(),
                expenses: Money::from_cents(rows.expenses[row]).unwrap(),
                dependants: Dependants::from_halves(rows.half_dependants[row].into()).unwrap(),
                rsa_200ths: rows.rsa_200ths[row].into(),
                scale_base,
                main_home_consent: false,
                decided: None,
            };
            let on = date(rows.mixed_days[row]);
            let ask = |book| fr::capacity(book, &means, territory, on).map(|capacity| capacity.computed);
            let right = wanted(ask(strict), ask(&lenient));
            assert_eq!((amounts[row], status[row]), right, "{territory:?}, {on}, row {row}");
        }
    }
}
