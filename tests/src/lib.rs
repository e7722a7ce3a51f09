//! Tools of the repository that no published package needs: the generator of the law tables, and what the tests
//! share. Nothing here depends on the `apurement` package, whose tables it writes.

pub mod deadline_data;
pub mod deadline_tables;
pub mod holiday_data;
pub mod law_data;
pub mod law_tables;
pub mod law_values;
pub mod vectors;

/// The Rust of the README, compiled and run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
