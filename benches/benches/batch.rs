//! Columns, in rows a second, beside the naive walks over some of the same rows.

use apurement::fr::batch::{self, CapacityColumns, Column, days};
use apurement::fr::conventions::ScaleBase;
use apurement::{LawBook, day, fr::Territory};
use apurement_benches::peers::{DecimalWalk, ExactSum, FloatWalk, Walk, printed_scales};
use apurement_benches::rows::{Answers, Rows};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const ROWS: usize = 1 << 20;
const WALKED: usize = 1 << 14;

fn scale_amounts(criterion: &mut Criterion) {
    let rows = Rows::new(ROWS);
    let mut answers = Answers::new(ROWS);
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(ROWS as u64));
    let dates = [
        ("one_date", Column::Same(days(day(2026, 5, 15)))),
        ("sorted_dates", Column::Each(&rows.sorted_days[..])),
        ("dates_in_runs", Column::Each(&rows.run_days[..])),
        ("mixed_dates", Column::Each(&rows.mixed_days[..])),
    ];
    for (name, on) in dates {
        group.bench_function(BenchmarkId::new("scale_amounts", name), |b| {
            b.iter(|| answers.scale_amounts(black_box(&rows), on));
        });
    }
    for (name, on) in &dates[1..] {
        group.bench_function(BenchmarkId::new("seizables", name), |b| {
            b.iter(|| {
                let Answers { amounts, status } = &mut answers;
                let (book, halves) = (LawBook::builtin(), Column::Each(&rows.half_dependants[..]));
                batch::seizables(
                    book,
                    black_box(&rows.incomes),
                    halves,
                    Territory::Metropole,
                    *on,
                    amounts,
                    status,
                )
            });
        });
        group.bench_function(BenchmarkId::new("capacities", name), |b| {
            let columns = CapacityColumns {
                resources: &rows.incomes,
                expenses: &rows.expenses,
                half_dependants: Column::Each(&rows.half_dependants),
                rsa_200ths: Column::Each(&rows.rsa_200ths),
                days: *on,
            };
            b.iter(|| {
                let Answers { amounts, status } = &mut answers;
                let (book, columns) = (LawBook::builtin(), black_box(&columns));
                batch::capacities(book, columns, Territory::Metropole, ScaleBase::Exact, amounts, status)
            });
        });
    }
    group.finish();
}

/// What a call costs before its first row: the periods and the calendar of the table.
fn one_row(criterion: &mut Criterion) {
    let rows = Rows::new(1);
    let mut answers = Answers::new(1);
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(1));
    group.bench_function("scale_amounts/one_row", |b| {
        b.iter(|| answers.scale_amounts(black_box(&rows), Column::Each(&rows.mixed_days)));
    });
    group.finish();
}

fn peers(criterion: &mut Criterion) {
    let rows = Rows::new(WALKED);
    let scales = printed_scales();
    let (exact, decimals, floats) =
        (ExactSum::new(&scales), DecimalWalk::new(&scales), FloatWalk::new(&scales));
    let walks: [(&str, &dyn Walk); 3] =
        [("decimal_walk", &decimals), ("float_walk", &floats), ("exact_sum", &exact)];
    let mut amounts = vec![None; WALKED];
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(WALKED as u64));
    for (name, walk) in walks {
        group.bench_function(BenchmarkId::new("peers", name), |b| {
            b.iter(|| {
                let facts = rows.incomes.iter().zip(&rows.half_dependants).zip(&rows.mixed_days);
                for (amount, ((income, halves), day)) in amounts.iter_mut().zip(facts) {
                    *amount = walk.cents(*income, *halves, *day);
                }
                black_box(&amounts);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, scale_amounts, one_row, peers);
criterion_main!(benches);
