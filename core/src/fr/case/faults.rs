//! What is wrong with the parts of a case, gathered so that all of it is told at once.

use crate::error::{Error, ErrorCode, Result};
use alloc::vec::Vec;

/// The faults of several parts, each once.
#[derive(Default)]
pub(super) struct Faults(Vec<Error>);

impl Faults {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn into_list(self) -> Vec<Error> {
        self.0
    }

    /// Keeps the value of a part, or its fault.
    pub(super) fn keep<T>(&mut self, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                let fault = located(fault);
                if !self.0.iter().any(|known| known.code() == fault.code() && known.path() == fault.path()) {
                    self.0.push(fault);
                }
                None
            }
        }
    }

    /// Keeps the value of a part, or all its faults.
    pub(super) fn keep_all<T>(&mut self, result: core::result::Result<T, Vec<Error>>) -> Option<T> {
        let keep = |several: Vec<Error>| {
            for fault in several {
                self.keep::<()>(Err(fault));
            }
        };
        result.map_err(keep).ok()
    }
}

/// A fault of the law without a place comes from the day of assessment.
fn located(fault: Error) -> Error {
    if !fault.path().is_empty() {
        return fault;
    }
    match fault.code() {
        ErrorCode::LawBeforeCoverage
        | ErrorCode::LawNotInForce
        | ErrorCode::LawUnknownValue
        | ErrorCode::LawUnverified => fault.at("assessed_on"),
        ErrorCode::LawHouseholdNeeded => fault.at("household"),
        _ => fault,
    }
}
