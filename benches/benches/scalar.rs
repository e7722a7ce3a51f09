//! One call at a time: numbers and dates in, numbers out.

use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::deadline::deadlines;
use apurement::fr::holiday::HolidaySet;
use apurement::fr::interest::{CreditorClass, DayCount};
use apurement::fr::{self, Dependants, Territory};
use apurement::{LawBook, Money, day};
use apurement_benches::requests::DEPOSIT_TO_MEASURES;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn scalar(criterion: &mut Criterion) {
    let (book, on) = (LawBook::builtin(), day(2026, 5, 15));
    let income = Money::from_cents(165_000).expect("in range");
    let dependants = Dependants::whole(2).expect("in range");
    let means = Means {
        resources: income,
        expenses: Money::from_cents(120_000).expect("in range"),
        dependants,
        rsa_200ths: 300,
        scale_base: ScaleBase::Exact,
        main_home_consent: false,
        decided: None,
    };
    let mut group = criterion.benchmark_group("scalar");
    group.throughput(Throughput::Elements(1));
    group.bench_function("scale_amount", |b| {
        b.iter(|| fr::scale_amount(book, black_box(income), dependants, black_box(on)));
    });
    group.bench_function("seizable", |b| {
        b.iter(|| fr::seizable(book, black_box(income), dependants, Territory::Metropole, black_box(on)));
    });
    group.bench_function("floor", |b| {
        b.iter(|| fr::floor(book, black_box(2), black_box(2), Territory::Metropole, black_box(on)));
    });
    group.bench_function("capacity", |b| {
        b.iter(|| fr::capacity(book, black_box(&means), Territory::Metropole, black_box(on)));
    });
    group.bench_function("legal_interest_ten_years", |b| {
        let (from, until) = (day(2015, 1, 1), day(2025, 1, 1));
        b.iter(|| {
            fr::legal_interest(
                book,
                black_box(income),
                CreditorClass::Others,
                from,
                until,
                DayCount::Exact365,
            )
        });
    });
    let (case, _) = apurement::document::read_case(book, DEPOSIT_TO_MEASURES.as_bytes()).expect("a case");
    group.bench_function("deadlines", |b| {
        b.iter(|| deadlines(black_box(&case.events), black_box(on), HolidaySet::National));
    });
    group.finish();
}

criterion_group!(benches, scalar);
criterion_main!(benches);
