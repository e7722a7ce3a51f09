//! The commission's own rules: how it decides, what its members are given, how it seizes the judge
//! (`doc(alias)`: quorum, règlement intérieur, saisine du juge).

mod document;
mod referral;
mod vote;

pub use document::{DOCUMENTS, Document, Stage};
pub use referral::{Judge, REFERRALS, Referral, ReferralForm, Referrer};
pub use vote::{Ballot, MEMBERS, Outcome, QUORUM, Sitting, vote};
