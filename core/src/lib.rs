//! **apurement** computes, to the cent and with the article behind every figure, what French law lets a household in
//! debt repay: the garnishable part of pay, the RSA floor, the household budget and the repayment capacity, the plan that
//! repays, the time limits of the file and the interest of a claim.
//!
//! - Scalars take numbers and dates: [`fr::scale_amount()`], [`fr::seizable`], [`fr::floor`], [`fr::capacity()`],
//!   [`fr::garnish`], [`fr::deadline()`], [`fr::legal_interest`].
//! - [`evaluate`] answers a whole case, JSON bytes to JSON bytes.
//! - [`LawBook`] holds the dated law, with its sources; overlays add to it.
//! - [`fr::batch`] works through columns.
//!
//! Everything is exact: integer cents, fractions where a decimal can't be, one rounding under a name. There is no
//! clock, no file and no environment in here; "today" is always an argument. Errors name the field and the bound,
//! never what the field held.
//!
//! ```
//! use apurement::{day, fr::{self, Dependants, Territory}, LawBook};
//!
//! let book = LawBook::default();
//! let on = day(2026, 5, 31);
//! let net = "1500.00".parse()?;
//! let scale = fr::scale_amount(&book, net, Dependants::NONE, on)?;
//! let seizable = fr::seizable(&book, net, Dependants::NONE, Territory::Metropole, on)?;
//! assert_eq!((scale.to_string(), seizable.to_string()), ("234.76".into(), "234.76".into()));
//! # Ok::<(), apurement::Error>(())
//! ```
//!
//! What it does not do: decide. Results keep the legal ceiling, the computed figure and the decided one apart, and
//! where the texts are silent a named convention says what was done.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic
    )
)]

extern crate alloc;

pub mod advisory;
pub mod amortization;
pub mod calendar;
pub mod dated;
pub mod document;
pub mod error;
pub mod explain;
pub mod fr;
pub mod fraction;
pub mod language;
pub mod money;
pub mod rate;
pub mod report;
pub mod rounding;
pub mod sharing;
pub mod vocabulary;
mod wording;

#[doc = include_str!("../GLOSSARY.md")]
pub mod glossary {}

pub use advisory::{Advisory, AdvisoryCode};
pub use dated::day;
pub use document::{evaluate, evaluate_with};
pub use error::{Error, ErrorCode, Result};
pub use fr::law::LawBook;
pub use fraction::Fraction;
pub use language::Language;
pub use money::Money;
pub use rate::Rate;
