//! French law: household over-indebtedness and wage garnishment.
//!
//! Scalars ([`scale_amount()`], [`seizable`], [`floor`], [`capacity()`], [`garnish`], [`deadline()`]) take numbers and
//! dates and give numbers or dates. Whole cases go through [`evaluate`](crate::evaluate).

pub mod admissibility;
pub mod asset;
pub mod audit;
pub mod batch;
pub mod budget;
pub mod capacity;
pub mod case;
pub mod commission;
pub mod comparison;
pub mod conventions;
pub mod deadline;
pub mod debt;
pub mod decision;
pub mod dependants;
pub mod garnishment;
pub mod holiday;
pub mod household;
pub mod interest;
pub mod law;
pub mod orientation;
pub mod plan;
pub mod priority;
pub mod review;
pub mod sale;
pub mod scale_amount;

pub use capacity::capacity;
pub use deadline::deadline;
pub use dependants::Dependants;
pub use garnishment::{bank_account_minimum, garnish, seizable, seizable_in_household};
pub use household::floor;
pub use interest::legal_interest;
pub use law::Territory;
pub use scale_amount::scale_amount;
