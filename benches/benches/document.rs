//! A whole case, JSON bytes to JSON bytes.

use apurement_benches::requests::{COUPLE_THREE_CHILDREN, LONE_TENANT, TEN_DEBTS, wanting};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn document(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    let cases = [
        ("lone_tenant", LONE_TENANT),
        ("couple_three_children", COUPLE_THREE_CHILDREN),
        ("ten_debts", TEN_DEBTS),
    ];
    for (name, request) in cases {
        let wants = [
            ("with_explanation", request.to_owned()),
            ("capacity_alone", wanting(request, "\"capacity\"")),
            ("with_report", wanting(request, "\"capacity\", \"budget\", \"report_text\"")),
        ];
        for (want, request) in wants {
            let answer = String::from_utf8(apurement::evaluate(request.as_bytes())).expect("UTF-8");
            assert!(answer.contains("\"capacity\":"), "{name}, {want}: {answer}");
            group.throughput(Throughput::Bytes(request.len() as u64));
            group.bench_with_input(BenchmarkId::new(want, name), request.as_bytes(), |b, request| {
                b.iter(|| apurement::evaluate(black_box(request)));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, document);
criterion_main!(benches);
