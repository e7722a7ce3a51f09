//! Sharing what is left among creditors who compete (CPCE L. 212-10, D. 212-1-24, R. 212-1-34).
//!
//! Small residual claims first, in increasing order of amount; then legal preferences by rank; then all the others
//! pro rata, to the cent, by largest remainder.

use super::claims::{Claim, ClaimKind, Served, share_among};
use crate::error::Result;
use crate::explain::{Rule, Trace};
use crate::fr::law::LawBook;
use crate::money::Money;
use alloc::vec::Vec;
use chrono::NaiveDate;

fn competes(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Garnishment | ClaimKind::Assignment | ClaimKind::AdministrativeSeizure)
}

pub(super) fn serve(
    book: &LawBook,
    claims: &[Claim],
    served: &mut [Served],
    seizable: Money,
    on: NaiveDate,
    trace: &mut impl Trace,
) -> Result<()> {
    let mut sharers: Vec<(Option<u32>, &mut Served)> = claims
        .iter()
        .map(|claim| claim.preference_rank)
        .zip(served.iter_mut())
        .filter(|(_, claim)| competes(claim.kind))
        .collect();
    // Alone, a creditor takes what there is: nothing is distributed and no rule of distribution is needed.
    if let [(_, only)] = sharers.as_mut_slice() {
        share_among(&mut [only], seizable, Rule::ProRataShare, trace)?;
        return Ok(());
    }
    if sharers.is_empty() {
        return Ok(());
    }
    let small = *book.residual_claims(on)?.value;
    sharers.sort_by(|a, b| a.1.due.cmp(&b.1.due).then_with(|| a.1.id.cmp(&b.1.id)));
    let mut left = seizable;
    let (smalls, others): (Vec<_>, Vec<_>) = sharers.into_iter().partition(|(_, claim)| claim.due <= small);
    for (_, claim) in smalls {
        left = share_among(&mut [claim], left, Rule::SmallClaimFirst, trace)?;
    }
    let (mut preferred, common): (Vec<_>, Vec<_>) = others.into_iter().partition(|(rank, _)| rank.is_some());
    preferred.sort_by_key(|(rank, _)| *rank);
    for rank in preferred.chunk_by_mut(|(a, _), (b, _)| a == b) {
        let mut rank: Vec<&mut Served> = rank.iter_mut().map(|(_, claim)| &mut **claim).collect();
        left = share_among(&mut rank, left, Rule::PreferredShare, trace)?;
    }
    let mut common: Vec<&mut Served> = common.into_iter().map(|(_, claim)| claim).collect();
    share_among(&mut common, left, Rule::ProRataShare, trace)?;
    Ok(())
}
