//! The auditor over random cases: drawn plans are clean, and no single change of a plan goes by unnoticed.

mod common;

use apurement::fr::audit::{Finding, Grade};
use common::case::{Planned, plans};
use common::changes::{Change, Met, changes};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;

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
        let found = breaches(planned.assessment.findings.as_deref().expect("a check"));
        prop_assert!(found.is_empty(), "{}", shown(&found));
        let found = breaches(&planned.audit(&planned.written));
        prop_assert!(found.is_empty(), "{}", shown(&found));
    }
}

/// The findings that the unchanged plan did not have.
fn new(before: &[Finding], after: &[Finding]) -> Vec<Finding> {
    after.iter().filter(|finding| !before.contains(finding)).cloned().collect()
}

fn is_met(change: &Change, new: &[Finding]) -> bool {
    match change.met {
        Met::Graded(grade) => new.iter().any(|finding| finding.grade <= grade),
        Met::Named(kind, grade) => new.iter().any(|finding| finding.kind == kind && finding.grade <= grade),
        Met::Neutral => new.is_empty(),
    }
}

/// How many cases; `APUREMENT_AUDITS` sets another number.
fn cases() -> usize {
    std::env::var("APUREMENT_AUDITS").ok().and_then(|number| number.parse().ok()).unwrap_or(150)
}

/// Changes one thing of a drawn plan at a time, whether the plan states its sums or not.
#[test]
fn every_single_change_is_met() {
    let mut runner = TestRunner::deterministic();
    let strategy = plans(8);
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..cases() {
        let planned: Planned = strategy.new_tree(&mut runner).expect("a case").current();
        for states in [true, false] {
            let all = changes(&planned, states);
            let written =
                if states { planned.written.clone() } else { common::changes::bare(&planned.written) };
            let before = planned.audit(&written);
            for change in &all {
                let new = new(&before, &change.case(&planned).audit(&change.plan));
                assert!(
                    is_met(change, &new),
                    "{} (sums stated: {states}) is not met by {:?}:\n{}\nbefore:\n{}\n{planned:#?}",
                    change.name,
                    change.met,
                    shown(&new),
                    shown(&before)
                );
                *met.entry(change.name).or_default() += 1;
            }
        }
    }
    let rare: Vec<_> = met.iter().filter(|(_, count)| **count < 3).collect();
    assert!(met.len() >= KINDS_OF_CHANGE && rare.is_empty(), "{} kinds of change, rare: {rare:?}", met.len());
}

/// A kind of change that no case calls for any more is a check that no longer runs.
const KINDS_OF_CHANGE: usize = 45;
