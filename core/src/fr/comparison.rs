//! Plans and ways side by side: what other policies would do, what a margin below the maximum costs, and where a plan,
//! a suspension and a full erasure lead.
//!
//! Nothing here is a decision, nor a ranking: each row holds the figures of one plan or way, drawn by the same rules as
//! it would be alone. What can't be drawn says why and leaves the other rows standing.

mod erasure;
mod margin;
mod policy;
mod way;

pub use margin::Margin;
pub use policy::{Alternative, Candidate, Compared, MAX_CANDIDATES, PolicyName};
pub use way::{Outcome, Survivor, WayCompared};

use crate::error::Result;
use crate::fr::capacity::Capacity;
use crate::fr::law::LawBook;
use crate::fr::orientation;
use crate::fr::plan::wish;
use crate::vocabulary::opaque_debug;
use alloc::vec::Vec;

/// Plans and ways of one case, side by side.
#[derive(Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Plans of the same debts under several policies; none unless policies were asked for.
    pub policies: Vec<Compared>,
    /// The plan at 100, 95 and 90 % of the maximum; none once the amount is decided.
    pub margins: Vec<Margin>,
    /// Plan, suspension and full erasure.
    pub ways: Vec<WayCompared>,
}

opaque_debug!(Comparison);

/// What plans and ways are compared on.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) book: &'a LawBook,
    /// The facts of the case's own plan.
    pub(crate) plan: wish::Facts<'a>,
    /// The capacity of the case, when it was computed.
    pub(crate) capacity: Option<&'a Capacity>,
    /// What orients the file; nothing is said of openings without a capacity.
    pub(crate) orientation: Option<orientation::Facts<'a>>,
    /// The policies to compare, when the request names them.
    pub(crate) candidates: &'a [Candidate],
}

/// Compares margins and ways, and policies where they are wanted.
pub(crate) fn compare(facts: &Facts<'_>, with_policies: bool) -> Result<Comparison> {
    let own = wish::draw(facts.book, &facts.plan);
    Ok(Comparison {
        policies: if with_policies { policy::compare(facts, &own) } else { Vec::new() },
        margins: margin::compare(facts, &own)?,
        ways: way::compare(facts, &own)?,
    })
}
