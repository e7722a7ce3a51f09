//! A clock that measures several things in turn, so that what disturbs the machine disturbs them alike.

use std::time::{Duration, Instant};

/// One thing to measure.
pub struct Measure<'a> {
    run: Box<dyn FnMut() + 'a>,
    items: f64,
    times: u32,
    nanoseconds: Vec<f64>,
}

impl std::fmt::Debug for Measure<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Measure").field("items", &self.items).finish_non_exhaustive()
    }
}

impl<'a> Measure<'a> {
    /// Something that works through so many items at each run.
    // Counts of items are far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    pub fn new(items: usize, run: impl FnMut() + 'a) -> Measure<'a> {
        Measure { run: Box::new(run), items: items as f64, times: 1, nanoseconds: Vec::new() }
    }

    fn time(&mut self, times: u32) -> Duration {
        let start = Instant::now();
        for _ in 0..times {
            (self.run)();
        }
        start.elapsed()
    }

    /// Finds how many runs make a sample of that length; warms up on the way.
    fn settle(&mut self, sample: Duration) {
        while self.time(self.times) < sample && self.times < 1 << 24 {
            self.times *= 2;
        }
    }

    /// Nanoseconds for one item: the median, the least and the most of the samples.
    #[must_use]
    pub fn per_item(&self) -> Spread {
        Spread::of(self.nanoseconds.clone())
    }

    /// How many times as long the other one takes for an item, sample by sample.
    #[must_use]
    pub fn faster_than(&self, other: &Measure<'_>) -> Spread {
        let ratios = self.nanoseconds.iter().zip(&other.nanoseconds).map(|(own, other)| other / own);
        Spread::of(ratios.collect())
    }
}

/// Takes so many samples of each, in turn: once around all of them, then again.
pub fn take_turns(measures: &mut [&mut Measure<'_>], samples: usize, sample: Duration) {
    for measure in measures.iter_mut() {
        measure.settle(sample);
    }
    for _ in 0..samples {
        for measure in measures.iter_mut() {
            let elapsed = measure.time(measure.times).as_secs_f64() * 1e9;
            measure.nanoseconds.push(elapsed / f64::from(measure.times) / measure.items);
        }
    }
}

/// The median of some samples, with their bounds.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    /// The middle one (the upper of the two of an even count).
    pub median: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

impl Spread {
    fn of(mut samples: Vec<f64>) -> Spread {
        samples.sort_by(f64::total_cmp);
        let at = |place: usize| samples.get(place).copied().unwrap_or(f64::NAN);
        Spread { median: at(samples.len() / 2), least: at(0), most: at(samples.len().saturating_sub(1)) }
    }

    /// The same in another unit.
    #[must_use]
    pub fn times(self, factor: f64) -> Spread {
        Spread { median: self.median * factor, least: self.least * factor, most: self.most * factor }
    }

    /// The same as a rate: items a second out of nanoseconds an item.
    #[must_use]
    pub fn rate(self) -> Spread {
        Spread { median: 1e9 / self.median, least: 1e9 / self.most, most: 1e9 / self.least }
    }
}
