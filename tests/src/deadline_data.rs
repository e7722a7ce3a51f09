//! The time limits as they are written in `core/data/fr/deadlines`: one file a branch of the law, one `[[limit]]` a
//! row, one `[[limit.version]]` a text.
//!
//! Reading is strict. A field or a word that is not known, an anchor that names nothing, limits that wait for each
//! other in a circle or a text that lacks a language is a fault of the file, told with its name and the row.

use crate::law_data::{Fault, day};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;

/// The files, in the order in which limits are listed everywhere.
pub const FILES: [&str; 3] = ["over_indebtedness", "ficp", "enforcement"];

/// The words of events, beside the types that carry them.
const EVENTS: &str = include_str!("../../core/src/fr/deadline/event.rs");

/// A time limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LimitRow {
    /// Stable identifier.
    pub id: String,
    /// What it is, in French and in English.
    pub title: [String; 2],
    /// What happens at its end or during it, in French and in English.
    pub effect: [String; 2],
    /// What a careful reader should know, in French and in English; both empty when there is nothing.
    pub note: [String; 2],
    /// How certain it is: `certain`, `likely`, `unsure`.
    pub certainty: Certainty,
    /// What kind of time it is.
    pub kind: LimitKind,
    /// Word of who must act.
    pub who: Actor,
    /// What makes it begin, in order of preference.
    pub starts: Vec<Anchor>,
    /// Events that must be known besides.
    pub needs: Vec<String>,
    /// Events that keep it.
    pub met_by: Vec<String>,
    /// What ends it early.
    pub ended_by: Vec<Anchor>,
    /// What makes it never be.
    pub void_by: Vec<Anchor>,
    /// Whether it is longer for those who live far.
    pub distance: bool,
    /// Whether days before its first version are answered.
    pub before: bool,
    /// What a duration stated by the event does.
    pub stated: Stated,
    /// Its texts, oldest first.
    pub versions: Vec<VersionRow>,
}

/// The text of a limit from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VersionRow {
    /// First day on which it is known to hold.
    pub from: NaiveDate,
    /// How long.
    pub delay: Delay,
    /// The articles, each with its code.
    pub articles: Vec<String>,
}

/// What makes a limit begin or end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Anchor {
    /// An event, by its word.
    Event(String),
    /// The end of another limit, by its identifier: `end:x`.
    EndOf(String),
    /// The end of another limit that was not kept: `missed:x`.
    MissedEndOf(String),
}

/// How long a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Delay {
    /// `30 days`.
    Days(u32),
    /// `3 months`.
    Months(u32),
    /// `6 months of the event`.
    MonthsOfEvent(u32),
    /// `5 workable days`.
    WorkableDays(u32),
    /// `2 working days`.
    WorkingDays(u32),
    /// `end of next month`.
    EndOfNextMonth,
    /// `open`.
    Open,
}

/// What kind of time a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    Act,
    Period,
    Backward,
    Open,
}

/// How certain a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Certain,
    Likely,
    Unsure,
}

/// What a stated duration does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    #[default]
    Ignored,
    Within,
    Needed,
}

/// Who must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    Debtor,
    Creditor,
    Parties,
    Guarantor,
    Commission,
    Registry,
    Trustee,
    Liquidator,
    Buyer,
    DepositBody,
    BanqueDeFrance,
    Bank,
    Insurer,
    Provider,
    Landlord,
    Bailiff,
    ThirdParty,
    Anyone,
}

/// Reads and checks the three files of a folder.
///
/// # Errors
/// The first fault found, with the name of the file.
pub fn read(folder: &Path) -> Result<Vec<LimitRow>, Fault> {
    let mut rows = Vec::new();
    for name in FILES {
        let path = folder.join(format!("{name}.toml"));
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        rows.extend(parse(&text).map_err(|fault| format!("{name}.toml: {fault}"))?);
    }
    check_together(&rows)?;
    Ok(rows)
}

/// Reads one file, and checks each row alone.
///
/// # Errors
/// The first fault found.
pub fn parse(text: &str) -> Result<Vec<LimitRow>, Fault> {
    let raw: RawFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let row = |raw: RawLimit| {
        let id = raw.id.clone();
        raw.check().map_err(|fault| format!("{id}: {fault}"))
    };
    raw.limit.into_iter().map(row).collect()
}

/// What only holds of all rows at once: each identifier once, every anchor names a row, and no circle.
///
/// # Errors
/// The first fault found.
pub fn check_together(rows: &[LimitRow]) -> Result<(), Fault> {
    let mut ids = BTreeSet::new();
    for row in rows {
        if !ids.insert(row.id.as_str()) {
            return Err(format!("{} is there twice", row.id));
        }
    }
    for row in rows {
        if let Some(other) = row.followed().find(|other| !ids.contains(other)) {
            return Err(format!("{}: no limit bears the name {other:?}", row.id));
        }
    }
    order(rows).map(|_| ())
}

/// The places of the rows in an order in which each comes after those whose end it names, else in that of the files.
///
/// # Errors
/// The limits that wait for each other in a circle.
pub fn order(rows: &[LimitRow]) -> Result<Vec<usize>, Fault> {
    let mut order: Vec<usize> = Vec::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    while order.len() < rows.len() {
        let next = rows.iter().position(|row| {
            !done.contains(row.id.as_str()) && row.followed().all(|other| done.contains(other))
        });
        let Some(place) = next else {
            let left: Vec<&str> =
                rows.iter().map(|row| row.id.as_str()).filter(|id| !done.contains(id)).collect();
            return Err(format!("these limits wait for each other: {}", left.join(", ")));
        };
        done.insert(&rows[place].id);
        order.push(place);
    }
    Ok(order)
}

impl LimitRow {
    /// The limits whose end it names.
    pub fn followed(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().chain(&self.ended_by).chain(&self.void_by).filter_map(|anchor| match anchor {
            Anchor::Event(_) => None,
            Anchor::EndOf(id) | Anchor::MissedEndOf(id) => Some(id.as_str()),
        })
    }
}

/// The name that the core gives to the event of a word.
///
/// # Errors
/// When no event bears that word.
pub fn event_variant(word: &str) -> Result<&'static str, Fault> {
    let ending = format!(" = \"{word}\",");
    EVENTS
        .lines()
        .skip_while(|line| !line.contains("enum EventKind"))
        .take_while(|line| !line.starts_with('}'))
        .find_map(|line| line.trim().strip_suffix(&ending))
        .ok_or_else(|| format!("no event bears the name {word:?}"))
}

impl Anchor {
    fn parse(text: String) -> Result<Anchor, Fault> {
        if let Some(id) = text.strip_prefix("end:") {
            return Ok(Anchor::EndOf(id.into()));
        }
        if let Some(id) = text.strip_prefix("missed:") {
            return Ok(Anchor::MissedEndOf(id.into()));
        }
        event_variant(&text)?;
        Ok(Anchor::Event(text))
    }
}

impl Delay {
    fn parse(text: &str) -> Result<Delay, Fault> {
        let delay = match text.split_once(' ').and_then(|(count, unit)| Some((count.parse().ok()?, unit))) {
            Some((count @ 1.., "day" | "days")) => Some(Delay::Days(count)),
            Some((count @ 1.., "month" | "months")) => Some(Delay::Months(count)),
            Some((count @ 1.., "months of the event")) => Some(Delay::MonthsOfEvent(count)),
            Some((count @ 1.., "workable day" | "workable days")) => Some(Delay::WorkableDays(count)),
            Some((count @ 1.., "working day" | "working days")) => Some(Delay::WorkingDays(count)),
            None if text == "end of next month" => Some(Delay::EndOfNextMonth),
            None if text == "open" => Some(Delay::Open),
            _ => None,
        };
        delay.ok_or_else(|| format!("{text:?} is not a delay"))
    }
}

impl RawLimit {
    fn check(self) -> Result<LimitRow, Fault> {
        let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if self.id.is_empty() || !plain(&self.id) {
            return Err("its id is not in snake_case".into());
        }
        for (name, text) in [
            ("title_fr", &self.title_fr),
            ("title", &self.title),
            ("effect_fr", &self.effect_fr),
            ("effect", &self.effect),
        ] {
            if text.trim().is_empty() {
                return Err(format!("{name} is empty"));
            }
        }
        if self.note_fr.is_empty() != self.note.is_empty() {
            return Err("its note lacks a language".into());
        }
        if self.certainty != Certainty::Certain && self.note.is_empty() {
            return Err("what is not certain needs a note".into());
        }
        let anchors =
            |texts: Vec<String>| texts.into_iter().map(Anchor::parse).collect::<Result<Vec<_>, _>>();
        let events =
            |words: Vec<String>| match words.iter().map(|word| event_variant(word)).find(Result::is_err) {
                Some(Err(fault)) => Err(fault),
                _ => Ok(words),
            };
        let row = LimitRow {
            id: self.id,
            title: [self.title_fr, self.title],
            effect: [self.effect_fr, self.effect],
            note: [self.note_fr, self.note],
            certainty: self.certainty,
            kind: self.kind,
            who: self.who,
            starts: anchors(self.starts)?,
            needs: events(self.needs)?,
            met_by: events(self.met_by)?,
            ended_by: anchors(self.ended_by)?,
            void_by: anchors(self.void_by)?,
            distance: self.distance,
            before: self.before,
            stated: self.stated,
            versions: self.version.into_iter().map(RawVersion::check).collect::<Result<_, _>>()?,
        };
        row.check_times()?;
        Ok(row)
    }
}

impl LimitRow {
    fn check_times(&self) -> Result<(), Fault> {
        if self.starts.is_empty() {
            return Err("nothing makes it begin".into());
        }
        if self.versions.is_empty() {
            return Err("no version".into());
        }
        if let Some(pair) = self.versions.windows(2).find(|pair| pair[0].from >= pair[1].from) {
            return Err(format!("version of {} does not come after {}", pair[1].from, pair[0].from));
        }
        for version in &self.versions {
            if (self.kind == LimitKind::Open) != (version.delay == Delay::Open) {
                return Err("open is the delay of what is open, and of nothing else".into());
            }
            let counted_back = matches!(version.delay, Delay::Days(_) | Delay::Months(_));
            if self.kind == LimitKind::Backward && !counted_back {
                return Err("only days and months are counted back".into());
            }
            if self.stated != Stated::Ignored && !matches!(version.delay, Delay::Months(_)) {
                return Err("a stated duration is one of months".into());
            }
        }
        Ok(())
    }
}

impl RawVersion {
    fn check(self) -> Result<VersionRow, Fault> {
        if self.articles.is_empty() || self.articles.iter().any(|article| article.trim().is_empty()) {
            return Err("a version needs its articles".into());
        }
        Ok(VersionRow { from: day(&self.from)?, delay: Delay::parse(&self.delay)?, articles: self.articles })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    limit: Vec<RawLimit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    id: String,
    title_fr: String,
    title: String,
    effect_fr: String,
    effect: String,
    #[serde(default)]
    note_fr: String,
    #[serde(default)]
    note: String,
    certainty: Certainty,
    kind: LimitKind,
    who: Actor,
    starts: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    met_by: Vec<String>,
    #[serde(default)]
    ended_by: Vec<String>,
    #[serde(default)]
    void_by: Vec<String>,
    #[serde(default)]
    distance: bool,
    #[serde(default = "yes")]
    before: bool,
    #[serde(default)]
    stated: Stated,
    version: Vec<RawVersion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVersion {
    from: toml::value::Datetime,
    delay: String,
    articles: Vec<String>,
}

const fn yes() -> bool {
    true
}
