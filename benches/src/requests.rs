//! The requests that `evaluate` is measured on: example cases, all their parts asked for, explanation included.

/// A person living alone, a wage, a rent: the smallest of the typical cases.
pub const LONE_TENANT: &str = include_str!("../../examples/cases/lone-tenant.json");

/// A couple with three children: five resources, sixteen expenses.
pub const COUPLE_THREE_CHILDREN: &str = include_str!("../../examples/cases/couple-three-children.json");

/// The same couple with ten debts, and their plan.
pub const TEN_DEBTS: &str = include_str!("../../examples/cases/ten-debts.json");

/// A file from its deposit to the measures: seventeen events beside three debts.
pub const DEPOSIT_TO_MEASURES: &str = include_str!("../../examples/cases/deadlines-deposit-to-measures.json");

/// The same request, with these parts asked for instead of all that its facts allow.
#[must_use]
pub fn wanting(request: &str, parts: &str) -> String {
    let fields = request.trim_start().trim_start_matches('{');
    format!("{{\"want\": [{parts}],{fields}")
}
