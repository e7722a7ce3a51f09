//! Measures everything in one process, in turn, and says whether the targets are met.
//!
//! ```sh
//! cargo run --release -p apurement-benches --bin record -- --machine "2 shared cores" --write benches/records/DATE.md
//! ```

use apurement::fr::batch::{self, CapacityColumns, Column, days};
use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::deadline::{Delay, Event, LimitKind, deadlines};
use apurement::fr::holiday::HolidaySet;
use apurement::fr::interest::{CreditorClass, DayCount};
use apurement::fr::{self, Dependants, Territory};
use apurement::{LawBook, Money, day};
use apurement_benches::audits::Audited;
use apurement_benches::clock::{Measure, Spread, take_turns};
use apurement_benches::page::Page;
use apurement_benches::peers::{DecimalWalk, ExactSum, FloatWalk, Walk, printed_scales};
use apurement_benches::plans::Planned;
use apurement_benches::requests::{
    COUPLE_THREE_CHILDREN, DEPOSIT_TO_MEASURES, LONE_TENANT, TEN_DEBTS, wanting,
};
use apurement_benches::rows::{Answers, RUN, Rows};
use chrono::NaiveDate;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

/// Rows of the batches.
const ROWS: usize = 1 << 20;
/// Rows of the walks, the first ones of the same columns: they are slow.
const WALKED: usize = 1 << 16;
/// Calls of a scalar in one run, each with another income.
const CALLS: usize = 1 << 10;
const SAMPLES: usize = 31;
const SAMPLE: Duration = Duration::from_millis(20);

struct Options {
    write: Option<String>,
    machine: String,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("{fault}\nusage: record [--machine WORDS] [--write FILE]");
            return ExitCode::from(2);
        }
    };
    let mut page = Page::default();
    head(&options, &mut page);
    let rows = Rows::new(ROWS);
    scale_amounts(&rows, &mut page);
    other_columns(&rows, &mut page);
    scalars(&rows, &mut page);
    documents(&mut page);
    plans(&mut page);
    audits(&mut page);
    last_days(&mut page);
    calendars(&mut page);
    rows_off(&rows, &mut page);
    page.verdict();
    print!("{}", page.text());
    if let Some(path) = &options.write
        && let Err(fault) = std::fs::write(path, page.text())
    {
        eprintln!("{path}: {fault}");
        return ExitCode::from(2);
    }
    if page.all_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { write: None, machine: "not described".into() };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--write" => options.write = Some(value()?),
            "--machine" => options.machine = value()?,
            _ => return Err(format!("unknown option {word}")),
        }
    }
    Ok(options)
}

/// What was measured, on what.
fn head(options: &Options, page: &mut Page) {
    let stem = options.write.as_deref().map(std::path::Path::new).and_then(std::path::Path::file_stem);
    let name = stem.map_or_else(String::new, |stem| format!(" of {}", stem.display()));
    page.line(&format!("# Record{name}\n"));
    page.line(&format!(
        "Machine: {}. One core is used. Medians of {SAMPLES} samples of at least {} ms, taken in turn in one process, \
         with the least and the most. Batches of {ROWS} rows: incomes evenly from 0 to 6,000.00, 0 to 8 half \
         dependants, runs of {RUN} rows where said; walks over the first {WALKED} of these, with every \
         {}th day of the columns. Law book of {}.",
        options.machine,
        SAMPLE.as_millis(),
        ROWS / WALKED,
        LawBook::builtin().version(),
    ));
}

/// The scale amount over columns, and the same rows walked through without the library.
fn scale_amounts(rows: &Rows, page: &mut Page) {
    let scales = printed_scales();
    let (exact, decimals, floats) =
        (ExactSum::new(&scales), DecimalWalk::new(&scales), FloatWalk::new(&scales));
    let one_day = Column::Same(days(day(2026, 5, 15)));
    let mut answers: [Answers; 4] = std::array::from_fn(|_| Answers::new(ROWS));
    let [of_one, of_sorted, of_runs, of_mixed] = &mut answers;
    let batch = |answers: &mut Answers, days: Column<'_, i32>| {
        answers.scale_amounts(black_box(rows), days);
        black_box(&answers.amounts);
    };
    let mut one = Measure::new(ROWS, || batch(of_one, one_day));
    let mut sorted = Measure::new(ROWS, || batch(of_sorted, Column::Each(&rows.sorted_days)));
    let mut runs = Measure::new(ROWS, || batch(of_runs, Column::Each(&rows.run_days)));
    let mut mixed = Measure::new(ROWS, || batch(of_mixed, Column::Each(&rows.mixed_days)));
    let mut by_exact = walk(&exact, rows, &rows.mixed_days);
    let mut by_decimals = walk(&decimals, rows, &rows.mixed_days);
    let mut by_floats = walk(&floats, rows, &rows.mixed_days);
    let mut sorted_decimals = walk(&decimals, rows, &rows.sorted_days);
    let mut sorted_floats = walk(&floats, rows, &rows.sorted_days);
    take_turns(
        &mut [
            &mut one,
            &mut sorted,
            &mut runs,
            &mut mixed,
            &mut by_exact,
            &mut by_decimals,
            &mut by_floats,
            &mut sorted_decimals,
            &mut sorted_floats,
        ],
        SAMPLES,
        SAMPLE,
    );

    page.section("Scale amounts over columns", "million rows a second");
    let dates = [
        ("one date for all rows", &one, 150.0),
        ("a column of dates, sorted", &sorted, 150.0),
        ("a column of dates, in runs of a thousand", &runs, 150.0),
        ("a column of dates at random, 2009 to 2026", &mixed, 100.0),
    ];
    for (name, measure, target) in dates {
        page.row(name, millions(measure));
        page.at_least(&format!("scale amounts, {name}"), millions(measure).median, target, "M rows/s");
    }
    page.row("peer: decimal walk, dates sorted", millions(&sorted_decimals));
    page.row("peer: decimal walk, dates at random", millions(&by_decimals));
    page.row("peer: float walk, dates sorted", millions(&sorted_floats));
    page.row("peer: float walk, dates at random", millions(&by_floats));
    page.row("check: exact sum, dates at random", millions(&by_exact));

    page.section("How many times as fast as the peers", "times, sample by sample");
    page.row("sorted dates, over the decimal walk", sorted.faster_than(&sorted_decimals));
    page.row("dates at random, over the decimal walk", mixed.faster_than(&by_decimals));
    page.row("sorted dates, over the float walk", sorted.faster_than(&sorted_floats));
    page.row("dates at random, over the float walk", mixed.faster_than(&by_floats));
    page.row("dates at random, over the exact sum", mixed.faster_than(&by_exact));
}

fn walk<'a>(walk: &'a impl Walk, rows: &'a Rows, days: &'a [i32]) -> Measure<'a> {
    let mut amounts = vec![0; WALKED];
    Measure::new(WALKED, move || {
        let facts = rows.incomes.iter().zip(&rows.half_dependants).zip(spread(days));
        for (amount, ((income, halves), day)) in amounts.iter_mut().zip(facts) {
            *amount = walk.cents(*income, *halves, *day).unwrap_or(i64::MIN);
        }
        black_box(&amounts);
    })
}

/// As many days as are walked through, from the whole column: sorted ones still go from the first year to the last.
fn spread(days: &[i32]) -> impl Iterator<Item = &i32> {
    days.iter().step_by(ROWS / WALKED)
}

fn other_columns(rows: &Rows, page: &mut Page) {
    let seizables = |answers: &mut Answers, on: Column<'_, i32>| {
        let Answers { amounts, status } = answers;
        let (book, halves) = (LawBook::builtin(), Column::Each(&rows.half_dependants[..]));
        batch::seizables(book, &rows.incomes, halves, Territory::Metropole, on, amounts, status)
            .expect("the columns have one length");
        black_box(&answers.amounts);
    };
    let capacities = |answers: &mut Answers, on: Column<'_, i32>| {
        let Answers { amounts, status } = answers;
        let columns = CapacityColumns {
            resources: &rows.incomes,
            expenses: &rows.expenses,
            half_dependants: Column::Each(&rows.half_dependants),
            rsa_200ths: Column::Each(&rows.rsa_200ths),
            days: on,
        };
        batch::capacities(
            LawBook::builtin(),
            black_box(&columns),
            Territory::Metropole,
            ScaleBase::Exact,
            amounts,
            status,
        )
        .expect("the columns have one length");
        black_box(&answers.amounts);
    };
    let mut answers: [Answers; 4] = std::array::from_fn(|_| Answers::new(ROWS));
    let [first, second, third, fourth] = &mut answers;
    let mut sorted_seizables = Measure::new(ROWS, || seizables(first, Column::Each(&rows.sorted_days)));
    let mut mixed_seizables = Measure::new(ROWS, || seizables(second, Column::Each(&rows.mixed_days)));
    let mut sorted_capacities = Measure::new(ROWS, || capacities(third, Column::Each(&rows.sorted_days)));
    let mut mixed_capacities = Measure::new(ROWS, || capacities(fourth, Column::Each(&rows.mixed_days)));
    take_turns(
        &mut [&mut sorted_seizables, &mut mixed_seizables, &mut sorted_capacities, &mut mixed_capacities],
        SAMPLES,
        SAMPLE,
    );
    page.section("Seizable amounts and capacities over columns", "million rows a second");
    for (name, measure) in [
        ("seizable amounts, dates sorted", &sorted_seizables),
        ("seizable amounts, dates at random", &mixed_seizables),
        ("capacities, dates sorted", &sorted_capacities),
        ("capacities, dates at random", &mixed_capacities),
    ] {
        page.row(name, millions(measure));
        page.at_least(name, millions(measure).median, 20.0, "M rows/s");
    }
}

/// One call after the other, each with another income.
fn scalars(rows: &Rows, page: &mut Page) {
    let book = LawBook::builtin();
    let on = day(2026, 5, 15);
    let dependants = Dependants::whole(2).expect("two is in range");
    let money = |cents: &i64| Money::from_cents(*cents).expect("the incomes are in range");
    let incomes: Vec<Money> = rows.incomes.iter().take(CALLS).map(money).collect();
    // From June 2013 on, so that every law asked for exists.
    let dates: Vec<NaiveDate> =
        (0..).step_by(4).take(CALLS).map(|after| day(2013, 6, 1) + chrono::Days::new(after)).collect();
    // Ten years, each from another day: twenty or twenty-one half-years.
    let firsts: Vec<NaiveDate> =
        (0..CALLS as u64).map(|after| day(2015, 1, 1) + chrono::Days::new(after)).collect();
    let means: Vec<Means> = incomes
        .iter()
        .zip(&rows.expenses)
        .map(|(resources, expenses)| Means {
            resources: *resources,
            expenses: money(expenses),
            dependants,
            rsa_200ths: 300,
            scale_base: ScaleBase::Exact,
            main_home_consent: false,
            decided: None,
        })
        .collect();
    let capacity_on = |means: &Means, on| {
        let _ = black_box(fr::capacity(black_box(book), means, Territory::Metropole, on));
    };
    let mut scale = Measure::new(CALLS, || {
        for income in &incomes {
            let _ = black_box(fr::scale_amount(black_box(book), *income, dependants, on));
        }
    });
    let mut seizable = Measure::new(CALLS, || {
        for income in &incomes {
            let _ = black_box(fr::seizable(black_box(book), *income, dependants, Territory::Metropole, on));
        }
    });
    let mut capacity = Measure::new(CALLS, || means.iter().for_each(|means| capacity_on(means, on)));
    let mut capacity_then = Measure::new(CALLS, || {
        means.iter().zip(&dates).for_each(|(means, on)| capacity_on(means, *on));
    });
    let mut interest = Measure::new(CALLS, || {
        for (from, income) in firsts.iter().zip(&incomes) {
            let until = *from + chrono::Days::new(3652);
            let class = CreditorClass::Others;
            let _ = black_box(fr::legal_interest(
                black_box(book),
                *income,
                class,
                *from,
                until,
                DayCount::Exact365,
            ));
        }
    });
    take_turns(
        &mut [&mut scale, &mut seizable, &mut capacity, &mut capacity_then, &mut interest],
        SAMPLES,
        SAMPLE,
    );
    page.section("One call", "nanoseconds");
    page.row("`fr::scale_amount`", scale.per_item());
    page.row("`fr::seizable`", seizable.per_item());
    page.row("`fr::capacity`, in 2026", capacity.per_item());
    page.row("`fr::capacity`, from 2013 to 2024", capacity_then.per_item());
    page.row("`fr::legal_interest`, over ten years", interest.per_item());
    page.below("legal interest over ten years", interest.per_item().median, 1000.0, "ns");
    page.below("one capacity, in 2026", capacity.per_item().median, 100.0, "ns");
    page.below("one capacity, from 2013 to 2024", capacity_then.per_item().median, 100.0, "ns");
}

fn documents(page: &mut Page) {
    let evaluate = |request: &'static str| {
        move || {
            black_box(apurement::evaluate(black_box(request.as_bytes())));
        }
    };
    let mut lone = Measure::new(1, evaluate(LONE_TENANT));
    let mut couple = Measure::new(1, evaluate(COUPLE_THREE_CHILDREN));
    take_turns(&mut [&mut lone, &mut couple], SAMPLES, SAMPLE);
    page.section("A whole case, JSON bytes to JSON bytes, with its explanation", "microseconds");
    for (name, request, measure) in
        [("lone tenant", LONE_TENANT, &lone), ("couple with three children", COUPLE_THREE_CHILDREN, &couple)]
    {
        let answer = apurement::evaluate(request.as_bytes());
        assert!(
            std::str::from_utf8(&answer).is_ok_and(|text| text.contains("\"explanation\":")),
            "the answer has no explanation"
        );
        let name = format!("{name} ({} bytes in, {} out)", request.len(), answer.len());
        let micro = measure.per_item().times(1e-3);
        page.row(&name, micro);
        page.below(&name, micro.median, 50.0, "µs");
    }
}

/// Plans of 84 months that cannot repay everything, with a capacity that grows with the number of debts.
fn plans(page: &mut Page) {
    let request = wanting(TEN_DEBTS, "\"capacity\", \"treatments\", \"plan\"");
    let audited = wanting(TEN_DEBTS, "\"capacity\", \"treatments\", \"plan\", \"audit\"");
    let evaluate = |request: &str| {
        black_box(apurement::evaluate(black_box(request.as_bytes())));
    };
    let sized = [(10, false), (100, false), (1_000, false), (10, true)]
        .map(|(count, rates)| Planned::new(count, rates));
    let run = |planned| Measure::new(1, move || Planned::draw(planned));
    let [mut ten, mut hundred, mut thousand, mut with_rates] = sized.each_ref().map(run);
    let [of_ten, ..] = &sized;
    let mut scheduled = Measure::new(1, || of_ten.draw_with_schedule());
    let mut document = Measure::new(1, || evaluate(&request));
    let mut with_audit = Measure::new(1, || evaluate(&audited));
    let mut explained = Measure::new(1, || evaluate(TEN_DEBTS));
    take_turns(
        &mut [
            &mut ten,
            &mut scheduled,
            &mut hundred,
            &mut thousand,
            &mut with_rates,
            &mut document,
            &mut with_audit,
            &mut explained,
        ],
        SAMPLES,
        SAMPLE,
    );
    page.section("Plans of 84 months", "microseconds");
    let rows = [
        ("`fr::plan::draw`, 10 debts without interest", &ten, Some(5.0)),
        ("the same, with its schedule month by month", &scheduled, Some(20.0)),
        ("`fr::plan::draw`, 100 debts without interest", &hundred, None),
        ("`fr::plan::draw`, 1,000 debts without interest", &thousand, None),
        ("`fr::plan::draw`, 10 debts, half of them at 2.62 %", &with_rates, None),
        ("`evaluate`, 10 debts: capacity, treatments, plan", &document, Some(150.0)),
        ("the same, audited", &with_audit, None),
        ("the same case, all its parts, with their explanation", &explained, None),
    ];
    for (name, measure, most) in rows {
        let micro = measure.per_item().times(1e-3);
        page.row(name, micro);
        if let Some(most) = most {
            page.below(name, micro.median, most, "µs");
        }
    }
    // Linear, but for the sorting of shares: ten times the debts, less than twenty times the time.
    for (name, many, few) in
        [("100 debts against 10", &hundred, &ten), ("1,000 debts against 100", &thousand, &hundred)]
    {
        page.below(name, many.per_item().median / few.per_item().median, 20.0, "times");
    }
}

/// Findings on plans of 84 months, without JSON.
fn audits(page: &mut Page) {
    let sized = [(10, false), (10, true), (1_000, false)].map(|(count, rates)| Audited::new(count, rates));
    let run = |audited| Measure::new(1, move || Audited::run(audited));
    let [mut ten, mut with_rates, mut thousand] = sized.each_ref().map(run);
    take_turns(&mut [&mut ten, &mut with_rates, &mut thousand], SAMPLES, SAMPLE);
    page.section("Audits of plans of 84 months", "microseconds");
    for (name, measure, most) in [
        ("`fr::audit::audit`, 10 debts without interest", &ten, Some(10.0)),
        ("`fr::audit::audit`, 10 debts, half of them at 2.62 %", &with_rates, Some(10.0)),
        ("`fr::audit::audit`, 1,000 debts without interest", &thousand, None),
    ] {
        let micro = measure.per_item().times(1e-3);
        page.row(name, micro);
        if let Some(most) = most {
            page.below(name, micro.median, most, "µs");
        }
    }
}

/// The last day of one time limit, each from another day of forty years.
fn last_days(page: &mut Page) {
    let firsts: Vec<NaiveDate> =
        (0..).step_by(14).take(CALLS).map(|after| day(2000, 1, 1) + chrono::Days::new(after)).collect();
    let run = |(_, delay, kind): (&str, Delay, LimitKind)| {
        let firsts = &firsts;
        Measure::new(CALLS, move || {
            for first in firsts {
                let _ = black_box(fr::deadline(black_box(*first), delay, kind, HolidaySet::National));
            }
        })
    };
    let limits = [
        ("an act in fifteen days", Delay::Days(15), LimitKind::Act),
        ("an act in two months", Delay::Months(2), LimitKind::Act),
        ("fifteen days before a day", Delay::Days(15), LimitKind::Backward),
        ("a period of two years", Delay::Months(24), LimitKind::Period),
        ("fifteen workable days", Delay::WorkableDays(15), LimitKind::Period),
    ];
    let mut measures = limits.map(run);
    let [one, two, three, four, five] = &mut measures;
    take_turns(&mut [one, two, three, four, five], SAMPLES, SAMPLE);
    page.section("The last day of one time limit, `fr::deadline`", "nanoseconds");
    for ((name, _, _), measure) in limits.into_iter().zip(&measures) {
        page.row(name, measure.per_item());
        page.below(name, measure.per_item().median, 200.0, "ns");
    }
}

/// All the time limits of a file, without JSON: those of a deposit alone, of a whole procedure, of a hundred times as many
/// events.
fn calendars(page: &mut Page) {
    let (case, _) = apurement::document::read_case(LawBook::builtin(), DEPOSIT_TO_MEASURES.as_bytes())
        .expect("the case is sound");
    let deposit = &case.events[..1];
    let many: Vec<Event> = (0..100).flat_map(|_| case.events.iter().cloned()).collect();
    let run = |events| {
        Measure::new(1, move || {
            let _ = black_box(deadlines(black_box(events), case.assessed_on, HolidaySet::National));
        })
    };
    let [mut one, mut all, mut hundred] = [deposit, &case.events, &many].map(run);
    take_turns(&mut [&mut one, &mut all, &mut hundred], SAMPLES, SAMPLE);
    page.section("All the time limits of a file", "microseconds");
    for (name, measure, most) in [
        ("`fr::deadline::deadlines`, a deposit", &one, Some(10.0)),
        ("`fr::deadline::deadlines`, 17 events from deposit to measures", &all, Some(10.0)),
        ("`fr::deadline::deadlines`, 1,700 events", &hundred, None),
    ] {
        let micro = measure.per_item().times(1e-3);
        page.row(name, micro);
        if let Some(most) = most {
            page.below(name, micro.median, most, "µs");
        }
    }
}

/// Every row against the exact sum.
fn rows_off(rows: &Rows, page: &mut Page) {
    let mut answers = Answers::new(ROWS);
    answers.scale_amounts(rows, Column::Each(&rows.mixed_days));
    let scales = printed_scales();
    let (exact, decimals, floats) =
        (ExactSum::new(&scales), DecimalWalk::new(&scales), FloatWalk::new(&scales));
    let (mut by_batch, mut by_decimals, mut by_floats) = (0, 0, 0);
    let facts = rows.incomes.iter().zip(&rows.half_dependants).zip(&rows.mixed_days);
    for ((amount, status), ((income, halves), day)) in answers.amounts.iter().zip(&answers.status).zip(facts)
    {
        let right = exact.cents(*income, *halves, *day);
        by_batch += u64::from(right != Some(*amount) || *status != 0);
        by_decimals += u64::from(right != decimals.cents(*income, *halves, *day));
        by_floats += u64::from(right != floats.cents(*income, *halves, *day));
    }
    page.off(ROWS, &[("apurement", by_batch), ("decimal walk", by_decimals), ("float walk", by_floats)]);
}

fn millions(measure: &Measure<'_>) -> Spread {
    measure.per_item().rate().times(1e-6)
}
