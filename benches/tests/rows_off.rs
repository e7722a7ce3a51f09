//! No row off: the batch against the exact sum of `peers/`, which does not call the core.

use apurement::LawBook;
use apurement::fr::batch::{self, Column, NO_VALUE, days};
use apurement::{Money, day};
use apurement_benches::peers::{DecimalWalk, ExactSum, FloatWalk, Walk, printed_scales};
use apurement_benches::rows::{Answers, Chance, Rows};

/// A debug build needs a few seconds for them.
const ROWS: usize = 2_000_000;

fn check(rows: &Rows, on: Column<'_, i32>, day_of: impl Fn(usize) -> i32) {
    let exact = ExactSum::new(&printed_scales());
    let mut answers = Answers::new(rows.len());
    answers.scale_amounts(rows, on);
    let facts = rows.incomes.iter().zip(&rows.half_dependants).enumerate();
    for ((row, (income, halves)), (amount, status)) in facts.zip(answers.amounts.iter().zip(&answers.status))
    {
        let day = day_of(row);
        let right = exact.cents(*income, *halves, day);
        assert_eq!(
            (Some(*amount), *status),
            (right, 0),
            "row {row}: {income} cents, {halves} halves, day {day}"
        );
    }
}

#[test]
fn no_row_is_off_with_dates_at_random() {
    let rows = Rows::new(ROWS);
    check(&rows, Column::Each(&rows.mixed_days), |row| rows.mixed_days[row]);
}

#[test]
fn no_row_is_off_with_dates_sorted_or_in_runs() {
    let rows = Rows::new(ROWS / 4);
    check(&rows, Column::Each(&rows.sorted_days), |row| rows.sorted_days[row]);
    check(&rows, Column::Each(&rows.run_days), |row| rows.run_days[row]);
}

#[test]
fn no_row_is_off_on_the_first_and_last_day_of_each_scale() {
    let rows = Rows::new(ROWS / 100);
    for scale in printed_scales() {
        check(&rows, Column::Same(scale.from), |_| scale.from);
        if scale.from > days(day(2009, 1, 1)) {
            check(&rows, Column::Same(scale.from - 1), |_| scale.from - 1);
        }
    }
}

/// Incomes around every bound, and the largest one, with every count of dependants.
#[test]
fn no_row_is_off_at_the_edges() {
    let exact = ExactSum::new(&printed_scales());
    for scale in printed_scales() {
        let (mut incomes, mut halves) = (Vec::new(), Vec::new());
        for half in 0..=200_u8 {
            let bounds = scale.thresholds.map(|euros| {
                (i64::from(euros) * 100 + i64::from(scale.increment) * 50 * i64::from(half)) / 12
            });
            for near in bounds.into_iter().chain([1, Money::MAX.cents() - 1]) {
                incomes.extend([near - 1, near, near + 1]);
                halves.extend([half; 3]);
            }
        }
        let (mut amounts, mut status) = (vec![0; incomes.len()], vec![1; incomes.len()]);
        let (each, on) = (Column::Each(&halves[..]), Column::Same(scale.from));
        batch::scale_amounts(LawBook::builtin(), &incomes, each, on, &mut amounts, &mut status).unwrap();
        for (row, amount) in amounts.iter().enumerate() {
            let right = exact.cents(incomes[row], halves[row], scale.from);
            assert_eq!((Some(*amount), status[row]), (right, 0), "{} cents, {}", incomes[row], halves[row]);
        }
    }
}

/// Rows that have no value among rows that have one, the status of each, and values past the last verified day.
#[test]
fn bad_rows_have_no_value_and_say_why() {
    let exact = ExactSum::new(&printed_scales());
    let mut chance = Chance::new(7);
    let mut rows = Rows::new(ROWS / 20);
    let mut wanted = Vec::new();
    for row in 0..rows.len() {
        let fault = match chance.below(12) {
            0 => {
                rows.incomes[row] = -1 - i64::try_from(chance.below(1 << 62)).unwrap();
                -1303
            }
            1 => {
                rows.incomes[row] = NO_VALUE;
                -1303
            }
            2 => {
                rows.incomes[row] = Money::MAX.cents() + 1 + i64::try_from(chance.below(1 << 62)).unwrap();
                -1304
            }
            3 => {
                rows.half_dependants[row] = 201 + u8::try_from(chance.below(55)).unwrap();
                -1305
            }
            4 => {
                rows.mixed_days[row] =
                    days(day(2008, 12, 31)) - i32::try_from(chance.below(1 << 30)).unwrap();
                -2001
            }
            5 => {
                rows.mixed_days[row] = days(day(2027, 1, 1)) + i32::try_from(chance.below(1 << 30)).unwrap();
                5001
            }
            _ => 0,
        };
        wanted.push(fault);
    }
    let mut answers = Answers::new(rows.len());
    answers.scale_amounts(&rows, Column::Each(&rows.mixed_days));
    assert_eq!(answers.status, wanted);
    for (row, amount) in answers.amounts.iter().enumerate() {
        let right = match answers.status[row] {
            ..0 => Some(NO_VALUE),
            _ => exact.cents(rows.incomes[row], rows.half_dependants[row], rows.mixed_days[row]),
        };
        assert_eq!(Some(*amount), right, "row {row}");
    }
}

/// The peers are right but for a cent here and there: if they were far off, comparing speeds would mean nothing.
#[test]
fn the_peers_compute_the_same_amount_to_the_cent_or_nearly() {
    let rows = Rows::new(ROWS / 10);
    let scales = printed_scales();
    let exact = ExactSum::new(&scales);
    let peers: [(&str, &dyn Walk); 2] =
        [("decimals", &DecimalWalk::new(&scales)), ("floats", &FloatWalk::new(&scales))];
    for (name, peer) in peers {
        let mut off = 0;
        for ((income, halves), day) in rows.incomes.iter().zip(&rows.half_dependants).zip(&rows.mixed_days) {
            let right = exact.cents(*income, *halves, *day).unwrap();
            let amount = peer.cents(*income, *halves, *day).unwrap();
            assert!(right.abs_diff(amount) <= 1, "{name}: {income} cents, {halves} halves, day {day}");
            off += usize::from(right != amount);
        }
        assert!(off > 0 && off * 50 < rows.len(), "{name}: {off} rows off");
    }
}
