//! The claims that meet at the payer, and the order in which they are served.

use super::{distribution, maintenance};
use crate::advisory::Advisory;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{Rule, Trace};
use crate::fr::law::LawBook;
use crate::money::Money;
use crate::sharing::largest_remainder;
use crate::vocabulary::{Id, Vocabulary, opaque_debug, vocabulary};
use alloc::vec::Vec;
use chrono::NaiveDate;

vocabulary! {
    /// The kind of a claim, which decides when it is served.
    pub enum ClaimKind {
        /// Maintenance by direct payment (paiement direct, CPCE L. 213-1): first, beyond the seizable amount.
        Maintenance = "maintenance",
        /// Administrative seizure secured by the Treasury's privilege (SATD privilégiée): suspends the garnishment
        /// until it is paid (CPCE R. 212-1-33).
        PrivilegedAdministrativeSeizure = "privileged_administrative_seizure",
        /// Any other administrative seizure (SATD): shares with the others (CPCE R. 212-1-34).
        AdministrativeSeizure = "administrative_seizure",
        /// Garnishment by a creditor (saisie), first or by intervention (CPCE L. 212-2).
        Garnishment = "garnishment",
        /// An assignment of pay notified before (cession): takes part (CPCE L. 212-11).
        Assignment = "assignment",
    }
}

/// What a creditor asks of the month's pay.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// Identifier.
    pub id: Id,
    /// Kind.
    pub kind: ClaimKind,
    /// What remains due; every kind but maintenance.
    pub amount: Option<Money>,
    /// Rank of a legal preference among those who share (1 first), if any (CPCE L. 212-10).
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1000)))]
    pub preference_rank: Option<u32>,
    /// Maintenance: the term of the month.
    pub current_term: Option<Money>,
    /// Maintenance: all the arrears under direct payment.
    pub arrears: Option<Money>,
    /// Maintenance: what was already paid of them.
    pub arrears_paid: Option<Money>,
    /// Maintenance: how many unpaid terms the arrears are.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 24)))]
    pub arrears_terms: Option<u32>,
    /// Maintenance: the family-benefit body (CAF, MSA) acts for the creditor.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub agency: bool,
    /// Maintenance recovered by the family-benefit body: months over which the arrears are paid.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 24)))]
    pub over_months: Option<u32>,
    /// Maintenance recovered by the family-benefit body: the debtor agreed to six months at most.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub debtor_agreed: bool,
}

/// What a claim receives this month.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Served {
    /// Identifier.
    pub id: Id,
    /// Kind.
    pub kind: ClaimKind,
    /// What may be asked this month: the term and a fraction of the arrears, or all that remains due.
    pub due: Money,
    /// What is paid.
    pub paid: Money,
    /// Of which from pay that ordinary creditors can't reach.
    pub from_unseizable: Money,
    /// Of which from the seizable amount.
    pub from_seizable: Money,
    /// Due and not paid.
    pub left: Money,
}

opaque_debug!(Claim, Served);

impl Claim {
    /// A claim of a kind other than maintenance.
    pub fn new(id: impl Into<Id>, kind: ClaimKind, amount: Money) -> Claim {
        Claim { amount: Some(amount), ..Claim::empty(id.into(), kind) }
    }

    /// Maintenance by direct payment, current term only.
    pub fn maintenance(id: impl Into<Id>, current_term: Money) -> Claim {
        Claim { current_term: Some(current_term), ..Claim::empty(id.into(), ClaimKind::Maintenance) }
    }

    fn empty(id: Id, kind: ClaimKind) -> Claim {
        Claim {
            id,
            kind,
            amount: None,
            preference_rank: None,
            current_term: None,
            arrears: None,
            arrears_paid: None,
            arrears_terms: None,
            agency: false,
            over_months: None,
            debtor_agreed: false,
        }
    }

    /// The first field that has no meaning for the claim's kind, or that its kind lacks.
    pub(crate) fn fault(&self) -> Option<Error> {
        let maintenance = self.kind == ClaimKind::Maintenance;
        let misplaced = |field: &str| {
            Error::new(ErrorCode::FieldNotApplicable).with_word("because", self.kind.word()).at(field)
        };
        let missing = |field: &str| Error::new(ErrorCode::FieldMissing).at(field);
        if maintenance {
            if self.amount.is_some() {
                return Some(misplaced("amount"));
            }
            if self.preference_rank.is_some() {
                return Some(misplaced("preference_rank"));
            }
            if self.current_term.is_none() {
                return Some(missing("current_term"));
            }
            return None;
        }
        let of_maintenance = [
            ("current_term", self.current_term.is_some()),
            ("arrears", self.arrears.is_some()),
            ("arrears_paid", self.arrears_paid.is_some()),
            ("arrears_terms", self.arrears_terms.is_some()),
            ("agency", self.agency),
            ("over_months", self.over_months.is_some()),
            ("debtor_agreed", self.debtor_agreed),
        ];
        if let Some((field, _)) = of_maintenance.iter().find(|(_, given)| *given) {
            return Some(misplaced(field));
        }
        self.amount.is_none().then(|| missing("amount"))
    }
}

/// The limits that the month's pay sets.
pub(super) struct Limits {
    pub(super) net: Money,
    pub(super) seizable: Money,
    pub(super) one_person: Money,
}

/// The fault of each claim.
pub(super) fn faults(book: &LawBook, claims: &[Claim], on: NaiveDate) -> Vec<Error> {
    let fault = |(place, claim): (usize, &Claim)| {
        let path = alloc::format!("garnishment.claims[{place}]");
        let found = match claim.kind {
            ClaimKind::Maintenance => maintenance::due(book, claim, on, &path, &mut Vec::new()).err(),
            _ => claim.fault(),
        };
        found.map(|fault| fault.at(path))
    };
    claims.iter().enumerate().filter_map(fault).collect()
}

/// What each claim is due and receives, in the order given.
pub(super) fn serve(
    book: &LawBook,
    claims: &[Claim],
    limits: &Limits,
    on: NaiveDate,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Vec<Served>> {
    let mut served = Vec::with_capacity(claims.len());
    for (place, claim) in claims.iter().enumerate() {
        let path = alloc::format!("garnishment.claims[{place}]");
        let due = match claim.kind {
            ClaimKind::Maintenance => {
                maintenance::due(book, claim, on, &path, advisories).map_err(|e| e.at(path))?
            }
            _ => match claim.fault() {
                Some(fault) => return Err(fault.at(path)),
                None => claim.amount.unwrap_or(Money::ZERO),
            },
        };
        served.push(Served {
            id: claim.id.clone(),
            kind: claim.kind,
            due,
            paid: Money::ZERO,
            from_unseizable: Money::ZERO,
            from_seizable: Money::ZERO,
            left: due,
        });
    }
    let mut seizable = maintenance::serve(&mut served, limits, advisories, trace)?;
    seizable = serve_privileged(&mut served, seizable, trace)?;
    distribution::serve(book, claims, &mut served, seizable, on, trace)?;
    for claim in &mut served {
        claim.paid = claim.from_unseizable.plus(claim.from_seizable)?;
        claim.left = claim.due.minus(claim.paid)?;
    }
    Ok(served)
}

/// Administrative seizures under the Treasury's privilege suspend all others until they are paid.
fn serve_privileged(served: &mut [Served], seizable: Money, trace: &mut impl Trace) -> Result<Money> {
    let mut privileged: Vec<&mut Served> =
        served.iter_mut().filter(|c| c.kind == ClaimKind::PrivilegedAdministrativeSeizure).collect();
    share_among(&mut privileged, seizable, Rule::PrivilegedSeizure, trace)
}

/// Serves claims of one rank pro rata of what they are due; gives back what is left of the sum.
pub(super) fn share_among(
    rank: &mut [&mut Served],
    sum: Money,
    rule: Rule,
    trace: &mut impl Trace,
) -> Result<Money> {
    // A fixed order, whatever the order of the input: equal remainders go by identifier.
    rank.sort_by(|a, b| a.id.cmp(&b.id));
    let dues: Vec<Money> = rank.iter().map(|c| c.due).collect();
    let total = Money::total(dues.iter().copied())?;
    let given = sum.min(total);
    for (claim, share) in rank.iter_mut().zip(largest_remainder(given, &dues)?) {
        claim.from_seizable = share;
        trace.note(rule, |step| {
            step.input("claim", &claim.id).input("due", claim.due).input("available", sum).result(share);
        });
    }
    sum.minus(given)
}
