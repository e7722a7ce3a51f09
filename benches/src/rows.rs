//! Invented populations, the same at every run.

use apurement::fr::batch::{Column, NO_VALUE, days};
use apurement::{LawBook, day, fr::batch};

/// Columns of the same length, drawn from a fixed seed.
#[derive(Debug)]
pub struct Rows {
    /// Monthly incomes in cents, evenly spread from nothing to 6,000.00.
    pub incomes: Vec<i64>,
    /// Monthly expenses in cents, evenly spread from nothing to 3,000.00.
    pub expenses: Vec<i64>,
    /// Half dependants, 0 to 8.
    pub half_dependants: Vec<u8>,
    /// Coefficients of the RSA household, 200 to 500 two-hundredths.
    pub rsa_200ths: Vec<u16>,
    /// Days drawn at random from 2009 to 2026: neighbours have nothing in common.
    pub mixed_days: Vec<i32>,
    /// The same days, sorted.
    pub sorted_days: Vec<i32>,
    /// The same days in no order, each standing for 1,000 rows on end, as in files gathered month by month.
    pub run_days: Vec<i32>,
}

/// How many rows on end have the same day in [`Rows::run_days`].
pub const RUN: usize = 1_000;

impl Rows {
    /// So many rows.
    #[must_use]
    pub fn new(rows: usize) -> Rows {
        let mut chance = Chance::new(0x5EED);
        let first = days(day(2009, 1, 1));
        let span = u64::try_from(days(day(2026, 12, 31)) - first + 1).unwrap_or(1);
        let draw_day = |chance: &mut Chance| first + i32::try_from(chance.below(span)).unwrap_or(0);
        let mixed_days: Vec<i32> = (0..rows).map(|_| draw_day(&mut chance)).collect();
        let mut sorted_days = mixed_days.clone();
        sorted_days.sort_unstable();
        let run_days = (0..rows.div_ceil(RUN))
            .flat_map(|_| {
                let on = draw_day(&mut chance);
                std::iter::repeat_n(on, RUN)
            })
            .take(rows)
            .collect();
        Rows {
            incomes: (0..rows).map(|_| chance.cents(600_000)).collect(),
            expenses: (0..rows).map(|_| chance.cents(300_000)).collect(),
            half_dependants: (0..rows).map(|_| u8::try_from(chance.below(9)).unwrap_or(0)).collect(),
            rsa_200ths: (0..rows).map(|_| 200 + u16::try_from(chance.below(301)).unwrap_or(0)).collect(),
            mixed_days,
            sorted_days,
            run_days,
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.incomes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.incomes.is_empty()
    }
}

/// What a batch writes.
#[derive(Debug)]
pub struct Answers {
    /// The amounts, in cents.
    pub amounts: Vec<i64>,
    /// The status of each.
    pub status: Vec<i16>,
}

impl Answers {
    /// Room for so many rows.
    #[must_use]
    pub fn new(rows: usize) -> Answers {
        Answers { amounts: vec![NO_VALUE; rows], status: vec![0; rows] }
    }

    /// Fills them with the scale amounts of the incomes and dependants of `rows`.
    pub fn scale_amounts(&mut self, rows: &Rows, days: Column<'_, i32>) {
        let half_dependants = Column::Each(&rows.half_dependants);
        let Answers { amounts, status } = self;
        batch::scale_amounts(LawBook::builtin(), &rows.incomes, half_dependants, days, amounts, status)
            .expect("the columns have one length");
    }
}

/// Numbers that look random and are the same everywhere (SplitMix64, of Steele, Lea and Flood).
#[derive(Debug)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// From a seed.
    #[must_use]
    pub fn new(seed: u64) -> Chance {
        Chance { state: seed }
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One from nothing to below the bound; a bound far under 2^64 leaves no bias worth a name.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next_number() % bound
    }

    fn cents(&mut self, most: u64) -> i64 {
        i64::try_from(self.below(most + 1)).unwrap_or(0)
    }
}
