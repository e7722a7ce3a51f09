//! The time limits of the law: one row a limit, with its article, what makes it begin, how long it is, what it brings
//! and how certain it is.

use super::event::EventKind;
use super::limits::{BY_ID, LIMITS};
use crate::fr::debt::treatment::Certainty;
use crate::language::Language;
use crate::vocabulary::vocabulary;
use chrono::NaiveDate;

vocabulary! {
    /// What kind of time a limit is: it decides what becomes of a Saturday, a Sunday or a holiday.
    pub enum LimitKind {
        /// Something must be done before its end: a last day that is not a working day moves to the next one (CPC 642).
        Act = "act",
        /// An effect lasts that long: its end never moves.
        Period = "period",
        /// Something must be done so long *before* a day: counted back, then to the working day before. The texts say
        /// nothing of that last step; it is the safe side.
        Backward = "backward",
        /// An effect that begins and has no fixed end: some event ends it.
        Open = "open",
    }
}

vocabulary! {
    /// Who must act, or whom the effect concerns.
    pub enum Actor {
        /// The debtor.
        Debtor = "debtor",
        /// A creditor.
        Creditor = "creditor",
        /// Debtor and creditors.
        Parties = "parties",
        /// A guarantor.
        Guarantor = "guarantor",
        /// The commission or its secretariat.
        Commission = "commission",
        /// The registry of the court.
        Registry = "registry",
        /// The trustee (mandataire).
        Trustee = "trustee",
        /// The liquidator.
        Liquidator = "liquidator",
        /// The buyer at an auction.
        Buyer = "buyer",
        /// The Caisse des dépôts.
        DepositBody = "deposit_body",
        /// The Banque de France, for its file of incidents.
        BanqueDeFrance = "banque_de_france",
        /// A bank.
        Bank = "bank",
        /// An insurer.
        Insurer = "insurer",
        /// A provider of telephone or internet.
        Provider = "provider",
        /// The landlord.
        Landlord = "landlord",
        /// The bailiff (commissaire de justice).
        Bailiff = "bailiff",
        /// The employer, or whoever owes the debtor (tiers saisi).
        ThirdParty = "third_party",
        /// Whoever wants to oppose: a third party to the judgment.
        Anyone = "anyone",
    }
}

/// How long a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delay {
    /// Days; the first does not count (CPC 641 al. 1).
    Days(u32),
    /// Months, to the same day-number, else the last day (CPC 641 al. 2). Years are twelve of them.
    Months(u32),
    /// Months counted from the day of the event behind it all, not from the end of the limit that this one follows.
    MonthsOfEvent(u32),
    /// Days that are no Sunday and no holiday (jours ouvrables).
    WorkableDays(u32),
    /// Days that are no Saturday, no Sunday and no holiday (jours ouvrés).
    WorkingDays(u32),
    /// To the last day of the month after (C. conso. R. 732-1, R. 733-8).
    EndOfNextMonth,
    /// None: a limit that begins and has no fixed end.
    Open,
}

/// What makes a limit begin or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Anchor {
    /// An event.
    Event(EventKind),
    /// The end of another limit, by its place in [`LIMITS`].
    EndOf(usize),
    /// The end of another limit, by its place in [`LIMITS`], when the act was not done in time.
    MissedEndOf(usize),
}

/// What the duration stated by the event does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stated {
    /// Nothing: the law fixes it.
    Ignored,
    /// It replaces the longest duration of the law, within it.
    Within,
    /// It is needed: the law only gives the longest duration.
    Needed,
}

/// The duration of a limit from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// First day, of the event that starts the limit, on which this text is known to hold.
    pub from: NaiveDate,
    /// How long.
    pub delay: Delay,
    /// The articles, each with its code.
    pub articles: &'static [&'static str],
}

/// A time limit of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Stable identifier: `contest_of_measures`.
    pub id: &'static str,
    /// What it is, in French.
    pub title_fr: &'static str,
    /// What it is, in English.
    pub title: &'static str,
    /// What happens at its end, or during it, in French.
    pub effect_fr: &'static str,
    /// The same in English.
    pub effect: &'static str,
    /// How certain the rule is.
    pub certainty: Certainty,
    /// What a careful reader should know, in French; empty when there is nothing.
    pub note_fr: &'static str,
    /// The same in English.
    pub note: &'static str,
    /// Act, period, backward or open.
    pub kind: LimitKind,
    /// Who must act.
    pub who: Actor,
    /// What makes it begin, in order of preference: the first that is known.
    pub starts: &'static [Anchor],
    /// What must be known besides for the limit to exist.
    pub needs: &'static [EventKind],
    /// The act that keeps it.
    pub met_by: &'static [EventKind],
    /// What ends a period before its term.
    pub ended_by: &'static [Anchor],
    /// What makes it never be: on or before its end, whatever the order.
    pub void_by: &'static [Anchor],
    /// Longer for those who live overseas or abroad (CPC 643, 644).
    pub distance: bool,
    /// Whether events before its first version are answered all the same, with an advisory (`true`), or the limit did
    /// not exist (`false`).
    pub before: bool,
    /// What a duration stated by the event does.
    pub stated: Stated,
    /// Its versions, oldest first.
    pub versions: &'static [Version],
}

impl Limit {
    /// The limit of that identifier.
    ///
    /// # Example
    /// ```
    /// use apurement::fr::deadline::{Delay, Limit};
    /// let contest = Limit::find("contest_of_measures").unwrap();
    /// assert_eq!(contest.versions[0].delay, Delay::Days(30));
    /// assert!(contest.versions[0].articles.contains(&"C. conso. R. 733-6"));
    /// ```
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Limit> {
        let at = |place: &usize| LIMITS.get(*place);
        let found = BY_ID.binary_search_by(|place| at(place).map_or("", |limit| limit.id).cmp(id)).ok()?;
        BY_ID.get(found).and_then(at)
    }

    /// What it is.
    #[must_use]
    pub const fn title_in(&self, language: Language) -> &'static str {
        language.pick(self.title_fr, self.title)
    }

    /// What happens at its end, or during it.
    #[must_use]
    pub const fn effect_in(&self, language: Language) -> &'static str {
        language.pick(self.effect_fr, self.effect)
    }

    /// What a careful reader should know, if there is anything.
    #[must_use]
    pub fn note_in(&self, language: Language) -> Option<&'static str> {
        Some(language.pick(self.note_fr, self.note)).filter(|note| !note.is_empty())
    }
}

impl Anchor {
    /// The limit whose end it is, if it is not an event.
    #[must_use]
    pub fn limit(self) -> Option<&'static Limit> {
        match self {
            Anchor::Event(_) => None,
            Anchor::EndOf(place) | Anchor::MissedEndOf(place) => LIMITS.get(place),
        }
    }
}
