//! Runs every shared vector through the document door, bytes to bytes.

use apurement_tests::vectors::{self, Vector};
use libtest_mimic::{Arguments, Failed, Trial};

fn run(vector: &Vector) -> Result<(), Failed> {
    let bytes = apurement::evaluate(&vector.request);
    vector.check(&bytes).map_err(Failed::from)
}

fn main() {
    let arguments = Arguments::from_args();
    let vectors = vectors::all();
    assert!(vectors.len() > 500, "the vectors are missing: {} found", vectors.len());
    let trials =
        vectors.into_iter().map(|vector| Trial::test(vector.id.clone(), move || run(&vector))).collect();
    libtest_mimic::run(&arguments, trials).exit();
}
