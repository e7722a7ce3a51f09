//! The scale amount written again without the library, from the text of C. trav. R. 3252-2 and R. 3252-3 and the
//! figures of `core/data/fr/garnishment_scale.toml`. See `README.md` beside this file.

mod decimals;
mod exact;
mod floats;
mod texts;

pub use decimals::DecimalWalk;
pub use exact::ExactSum;
pub use floats::FloatWalk;
pub use texts::{PrintedScale, printed_scales};

/// A scale amount, row by row: cents in, cents out.
pub trait Walk {
    /// The amount for a monthly income, half dependants and a day since 1970-01-01; nothing before the first scale.
    fn cents(&self, income: i64, half_dependants: u8, day: i32) -> Option<i64>;
}

/// The scale in force on a day: the last one that has begun.
fn in_force<T>(scales: &[(i32, T)], day: i32) -> Option<&T> {
    scales.iter().rev().find(|(from, _)| *from <= day).map(|(_, scale)| scale)
}
