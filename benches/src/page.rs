//! A dated record, as it is written: tables of measures, and the targets that they meet or miss.

use crate::clock::Spread;
use std::fmt::Write as _;

#[derive(Debug)]
struct Target {
    line: String,
    met: bool,
}

/// The record, as it grows.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
    targets: Vec<Target>,
}

impl Page {
    /// What is written so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether every target is met.
    #[must_use]
    pub fn all_met(&self) -> bool {
        self.targets.iter().all(|target| target.met)
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A new table of measures.
    pub fn section(&mut self, title: &str, unit: &str) {
        self.line(&format!(
            "\n## {title}\n\n| {unit} | median | least | most |\n| --- | ---: | ---: | ---: |"
        ));
    }

    /// A row of it.
    pub fn row(&mut self, name: &str, spread: Spread) {
        let Spread { median, least, most } = spread;
        self.line(&format!("| {name} | {} | {} | {} |", short(median), short(least), short(most)));
    }

    /// How many of the rows are off by a cent or more, for each way; the first is the library's and may have none.
    // Counts of rows are far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    pub fn off(&mut self, rows: usize, counts: &[(&str, u64)]) {
        self.line(&format!(
            "\n## Rows off by a cent or more\n\n| of {rows}, against the exact sum | rows | share |\n| --- | ---: | ---: |"
        ));
        for (name, count) in counts {
            self.line(&format!("| {name} | {count} | {:.2} % |", *count as f64 * 100.0 / rows as f64));
        }
        if let Some((_, own)) = counts.first() {
            self.targets.push(Target { line: format!("rows off: {own}, none allowed"), met: *own == 0 });
        }
    }

    /// A target that a measure must reach.
    pub fn at_least(&mut self, name: &str, reached: f64, target: f64, unit: &str) {
        let line = format!("{name}: {} {unit}, at least {target} wanted", short(reached));
        self.targets.push(Target { line, met: reached >= target });
    }

    /// A target that a measure must stay below.
    pub fn below(&mut self, name: &str, reached: f64, target: f64, unit: &str) {
        let line = format!("{name}: {} {unit}, less than {target} wanted", short(reached));
        self.targets.push(Target { line, met: reached < target });
    }

    /// All the targets, met or not.
    pub fn verdict(&mut self) {
        self.line("\n## Targets\n");
        for target in &self.targets {
            let word = if target.met { "MET" } else { "NOT MET" };
            let _ = writeln!(self.text, "- {word}: {}", target.line);
        }
    }
}

/// Three digits that count.
fn short(number: f64) -> String {
    match number {
        n if n >= 100.0 => format!("{n:.0}"),
        n if n >= 10.0 => format!("{n:.1}"),
        n => format!("{n:.2}"),
    }
}
