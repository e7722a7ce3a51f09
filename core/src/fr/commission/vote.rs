//! Quorum and casting vote (C. conso. R. 712-8).

use crate::error::{Detail, Error, ErrorCode, Result};
use crate::vocabulary::vocabulary;

/// The members of a commission (C. conso. R. 712-2).
pub const MEMBERS: u8 = 7;

/// How many of them must be there, in person or represented (C. conso. R. 712-8).
pub const QUORUM: u8 = 4;

vocabulary! {
    /// A vote.
    pub enum Ballot {
        /// For what is proposed.
        For = "for",
        /// Against it.
        Against = "against",
    }
}

vocabulary! {
    /// What a sitting decided.
    pub enum Outcome {
        /// What was proposed is adopted.
        Adopted = "adopted",
        /// It is rejected.
        Rejected = "rejected",
        /// As many for as against, and the president did not vote: nothing is decided.
        Tied = "tied",
        /// Fewer than four members: the commission could not sit.
        NoQuorum = "no_quorum",
    }
}

/// A sitting that votes on a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// The members present or represented, the president included.
    pub present: u8,
    /// Votes for, the president's included.
    pub votes_for: u8,
    /// Votes against, the president's included.
    pub votes_against: u8,
    /// The president's vote, whoever presides (C. conso. R. 712-9); nothing when the president did not vote.
    pub president: Option<Ballot>,
}

/// What a sitting of the commission decides: four of its seven members must be there, and the president's vote prevails
/// when there are as many for as against (C. conso. R. 712-8).
///
/// The article is silent on those who do not vote: they count for the quorum and for neither side.
///
/// # Errors
/// `number.range` at `present` above seven, at `votes_for` or `votes_against` when there are more votes than members
/// present, and at the side of the president that holds no vote.
///
/// # Example
/// ```
/// use apurement::fr::commission::{vote, Ballot, Outcome, Sitting};
/// let tied = Sitting { present: 4, votes_for: 2, votes_against: 2, president: Some(Ballot::Against) };
/// assert_eq!(vote(&tied)?, Outcome::Rejected);
/// assert_eq!(vote(&Sitting { present: 3, votes_for: 3, votes_against: 0, president: None })?, Outcome::NoQuorum);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn vote(sitting: &Sitting) -> Result<Outcome> {
    let Sitting { present, votes_for, votes_against, president } = *sitting;
    within("present", present, 0, MEMBERS)?;
    let of_president = |ballot| u8::from(president == Some(ballot));
    within("votes_for", votes_for, of_president(Ballot::For), present)?;
    within("votes_against", votes_against, of_president(Ballot::Against), present.saturating_sub(votes_for))?;
    if present < QUORUM {
        return Ok(Outcome::NoQuorum);
    }
    Ok(match (votes_for.cmp(&votes_against), president) {
        (core::cmp::Ordering::Greater, _) | (core::cmp::Ordering::Equal, Some(Ballot::For)) => {
            Outcome::Adopted
        }
        (core::cmp::Ordering::Less, _) | (core::cmp::Ordering::Equal, Some(Ballot::Against)) => {
            Outcome::Rejected
        }
        (core::cmp::Ordering::Equal, None) => Outcome::Tied,
    })
}

fn within(field: &str, number: u8, low: u8, bound: u8) -> Result<()> {
    if (low..=bound).contains(&number) {
        return Ok(());
    }
    let fault = Error::new(ErrorCode::NumberRange)
        .with("low", Detail::Number(i64::from(low)))
        .with("bound", Detail::Number(i64::from(bound)))
        .under("C. conso. R. 712-8");
    Err(fault.at(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(present: u8, votes_for: u8, votes_against: u8, president: Option<Ballot>) -> Result<Outcome> {
        vote(&Sitting { present, votes_for, votes_against, president })
    }

    fn path(refused: Result<Outcome>) -> (&'static str, alloc::string::String) {
        let fault = refused.unwrap_err();
        (fault.code().name(), fault.path().into())
    }

    #[test]
    fn four_of_seven_decide() {
        for present in 0..QUORUM {
            assert_eq!(of(present, present, 0, None), Ok(Outcome::NoQuorum));
        }
        assert_eq!(of(4, 3, 1, Some(Ballot::Against)), Ok(Outcome::Adopted));
        assert_eq!(of(7, 3, 4, Some(Ballot::For)), Ok(Outcome::Rejected));
        assert_eq!(of(7, 1, 0, None), Ok(Outcome::Adopted));
    }

    #[test]
    fn the_president_decides_a_tie_only() {
        assert_eq!(of(6, 3, 3, Some(Ballot::For)), Ok(Outcome::Adopted));
        assert_eq!(of(6, 3, 3, Some(Ballot::Against)), Ok(Outcome::Rejected));
        assert_eq!(of(6, 3, 3, None), Ok(Outcome::Tied));
        assert_eq!(of(7, 3, 3, None), Ok(Outcome::Tied));
        assert_eq!(of(4, 0, 0, None), Ok(Outcome::Tied));
    }

    #[test]
    fn votes_are_those_of_the_members_present() {
        assert_eq!(path(of(8, 4, 3, None)), ("number.range", "present".into()));
        assert_eq!(path(of(5, 6, 0, None)), ("number.range", "votes_for".into()));
        assert_eq!(path(of(5, 3, 3, None)), ("number.range", "votes_against".into()));
        assert_eq!(path(of(5, 0, 3, Some(Ballot::For))), ("number.range", "votes_for".into()));
        assert_eq!(path(of(5, 3, 0, Some(Ballot::Against))), ("number.range", "votes_against".into()));
        // A president who voted is there.
        assert_eq!(path(of(0, 1, 0, Some(Ballot::For))), ("number.range", "votes_for".into()));
    }
}
