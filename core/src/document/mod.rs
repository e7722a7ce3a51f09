//! Versioned JSON documents: a whole case in, a whole answer out, bytes to bytes.
//!
//! See [`evaluate`](crate::evaluate). Amounts leave as strings with two decimals; they enter as a string or a JSON
//! number of at most two decimals, read from its own digits. Unknown fields are refused, and all faults are reported
//! at once, sorted by path.

mod evaluate;
mod read;
#[cfg(feature = "schema")]
pub mod schema;
pub mod v1;

pub use evaluate::{evaluate, evaluate_with, read_case, read_overlay};
pub use v1::bounds::{MAX_BYTES, MAX_DEBTS, MAX_DEPTH, MAX_ITEMS};
pub use v1::request::Request;
