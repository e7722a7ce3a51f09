//! What the benchmarks share: the rows they work through, the requests they send, a clock that repeats, and the
//! naive walks of `peers/` that the library is compared with.
//!
//! Unlike the core, this package may use floats and the clock: it measures, it decides nothing.

pub mod audits;
pub mod clock;
pub mod page;
#[path = "../peers/mod.rs"]
pub mod peers;
pub mod plans;
pub mod requests;
pub mod rows;
