//! Version 1 of the documents (`"schema": "apurement/1"`). Only optional fields are ever added to it.

pub mod bounds;
pub mod request;
pub(crate) mod response;
mod validate;

pub(crate) use validate::{Wants, reexamine, validate};

/// The name of this version in documents.
pub const SCHEMA: &str = "apurement/1";
