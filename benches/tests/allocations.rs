//! Nothing is allocated per row: an allocator that counts sees as many allocations for one row as for 100,000.

use apurement::document::read_case;
use apurement::fr::batch::{self, CapacityColumns, Column};
use apurement::fr::capacity::Means;
use apurement::fr::conventions::ScaleBase;
use apurement::fr::deadline::deadlines;
use apurement::fr::holiday::HolidaySet;
use apurement::fr::{self, Dependants, Territory};
use apurement::{LawBook, Money, day};
use apurement_benches::requests::DEPOSIT_TO_MEASURES;
use apurement_benches::rows::{Answers, Rows};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    /// Of this thread: what the test harness allocates on others does not count.
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    ALLOCATIONS.with(|count| count.set(count.get() + 1));
}

// SAFETY: every call is passed on to the system's allocator as it came; the counter allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller's promises are the system allocator's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as above.
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(old, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(work: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.with(Cell::get);
    work();
    ALLOCATIONS.with(Cell::get) - before
}

const MANY: usize = 100_000;

/// The allocations of a batch over so many rows, a tenth of them bad.
fn in_batches(rows: usize, work: impl FnOnce(&Rows, &mut Answers)) -> usize {
    let mut facts = Rows::new(rows);
    for income in facts.incomes.iter_mut().step_by(10) {
        *income = -1;
    }
    let mut answers = Answers::new(rows);
    let allocations = allocations(|| work(&facts, &mut answers));
    assert!(answers.status.iter().any(|status| *status < 0));
    allocations
}

fn seizables(rows: &Rows, answers: &mut Answers) {
    let (halves, on) = (Column::Each(&rows.half_dependants[..]), Column::Each(&rows.mixed_days[..]));
    let Answers { amounts, status } = answers;
    batch::seizables(LawBook::builtin(), &rows.incomes, halves, Territory::Reunion, on, amounts, status)
        .unwrap();
}

fn capacities(rows: &Rows, answers: &mut Answers) {
    let columns = CapacityColumns {
        resources: &rows.incomes,
        expenses: &rows.expenses,
        half_dependants: Column::Each(&rows.half_dependants),
        rsa_200ths: Column::Each(&rows.rsa_200ths),
        days: Column::Each(&rows.mixed_days),
    };
    let Answers { amounts, status } = answers;
    let (book, territory) = (LawBook::builtin(), Territory::Metropole);
    batch::capacities(book, &columns, territory, ScaleBase::WholeEuro, amounts, status).unwrap();
}

#[test]
fn the_counter_counts() {
    let kept = allocations(|| drop(std::hint::black_box(vec![Box::new(1), Box::new(2)])));
    assert_eq!(kept, 3);
}

#[test]
fn batches_allocate_as_much_for_one_row_as_for_many() {
    type Batch = fn(&Rows, &mut Answers);
    let batches: [(&str, Batch); 4] = [
        ("scale amounts", |rows, answers| answers.scale_amounts(rows, Column::Each(&rows.mixed_days))),
        ("scale amounts, one date", |rows, answers| answers.scale_amounts(rows, Column::Same(20_000))),
        ("seizable amounts", seizables),
        ("capacities", capacities),
    ];
    for (name, batch) in batches {
        let (one, many) = (in_batches(1, batch), in_batches(MANY, batch));
        assert_eq!(one, many, "{name}");
        // The periods of one to three tables and their calendars.
        assert!(many < 100, "{name}: {many} allocations");
    }
}

/// The lists of events and of deadlines grow a few times; a name is one more, and nothing else is allocated.
#[test]
fn a_calendar_allocates_its_lists_and_its_names() {
    let (case, _) = read_case(LawBook::builtin(), DEPOSIT_TO_MEASURES.as_bytes()).unwrap();
    let mut named = 0;
    let allocated = allocations(|| {
        let calendar = deadlines(&case.events, case.assessed_on, HolidaySet::National).unwrap();
        named = calendar.deadlines.iter().filter(|deadline| deadline.about.is_some()).count();
    });
    assert!(named > 0 && allocated < named + 32, "{allocated} allocations, {named} names");
}

#[test]
fn scalars_allocate_nothing() {
    let (book, on) = (LawBook::builtin(), day(2026, 5, 15));
    let income = Money::from_cents(165_000).unwrap();
    let means = Means {
        resources: income,
        expenses: Money::from_cents(120_000).unwrap(),
        dependants: Dependants::NONE,
        rsa_200ths: 200,
        scale_base: ScaleBase::Exact,
        main_home_consent: false,
        decided: None,
    };
    let scalars = allocations(|| {
        fr::scale_amount(book, income, Dependants::NONE, on).unwrap();
        fr::seizable(book, income, Dependants::NONE, Territory::Metropole, on).unwrap();
        fr::capacity(book, &means, Territory::Metropole, on).unwrap();
    });
    assert_eq!(scalars, 0);
}
