//! The auditor over random cases: drawn plans are clean, and no single change of a plan goes by unnoticed.

mod common;

use apurement::fr::audit::{Finding, Grade};
use common::case::plans;
use proptest::prelude::*;

fn shown(findings: &[Finding]) -> String {
    let line = |f: &Finding| {
        let debt = f.debt.as_ref().map_or("", |debt| debt.as_str());
        format!(
            "{:?} {:?} {debt} month {:?}, {:?} for {:?}, {:?} for {:?}\n",
            f.grade, f.kind, f.month, f.found, f.bound, f.found_months, f.bound_months
        )
    };
    findings.iter().map(line).collect()
}

fn breaches(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().filter(|finding| finding.grade == Grade::Breach).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Agreed or imposed, with or without suspension, real estate, rates, debts outside: nothing against the law.
    #[test]
    fn drawn_plans_are_clean(planned in plans(60)) {
        let found = breaches(&planned.assessment.findings);
        prop_assert!(found.is_empty(), "{}", shown(&found));
        let found = breaches(&planned.audit(&planned.written));
        prop_assert!(found.is_empty(), "{}", shown(&found));
    }
}
