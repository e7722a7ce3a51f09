//! Public holidays: the days on which no time limit ends (CPC 642; C. trav. L. 3133-1).
//!
//! The days of the texts only: those that custom or an agreement adds (the day of Victor Schœlcher, Mi-Carême) are no
//! legal holidays. The Sundays of Easter are a dated table; outside of the years it covers there is no answer.

mod table;

use crate::error::{Error, ErrorCode, Result};
use crate::fr::law::Territory;
use crate::language::Language;
use crate::vocabulary::vocabulary;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};
use table::{COVERED_FROM, COVERED_UNTIL, EASTER, FIXED_DAYS, HOLIDAYS, LAW, MOVABLE_DAYS};

vocabulary! {
    /// Which public holidays count.
    pub enum HolidaySet = National {
        /// The eleven days of C. trav. L. 3133-1. Default.
        National = "national",
        /// The same, with Good Friday and 26 December (C. trav. L. 3134-13). Good Friday is kept only in communes with a
        /// Protestant temple or a mixed church.
        AlsaceMoselle = "alsace_moselle",
        /// The same as national, with the day of the abolition of slavery of the territory (C. trav. L. 3422-2).
        Guadeloupe = "guadeloupe",
        /// French Guiana.
        Guyane = "guyane",
        /// Martinique.
        Martinique = "martinique",
        /// Réunion.
        Reunion = "reunion",
        /// Mayotte.
        Mayotte = "mayotte",
        /// Saint-Barthélemy.
        SaintBarthelemy = "saint_barthelemy",
        /// Saint-Martin.
        SaintMartin = "saint_martin",
        /// No holiday at all; Saturdays and Sundays still count.
        None = "none",
    }
}

impl HolidaySet {
    /// Which holidays, in a few words.
    ///
    /// # Example
    /// ```
    /// use apurement::{Language, fr::holiday::HolidaySet};
    /// assert_eq!(HolidaySet::None.reading(Language::English), "no holiday");
    /// ```
    #[must_use]
    pub const fn reading(self, language: Language) -> &'static str {
        let (french, english) = match self {
            HolidaySet::National => ("jours fériés nationaux", "national holidays"),
            HolidaySet::AlsaceMoselle => ("jours fériés d'Alsace-Moselle", "holidays of Alsace-Moselle"),
            HolidaySet::Guadeloupe => ("jours fériés de Guadeloupe", "holidays of Guadeloupe"),
            HolidaySet::Guyane => ("jours fériés de Guyane", "holidays of French Guiana"),
            HolidaySet::Martinique => ("jours fériés de Martinique", "holidays of Martinique"),
            HolidaySet::Reunion => ("jours fériés de La Réunion", "holidays of Réunion"),
            HolidaySet::Mayotte => ("jours fériés de Mayotte", "holidays of Mayotte"),
            HolidaySet::SaintBarthelemy => {
                ("jours fériés de Saint-Barthélemy", "holidays of Saint-Barthélemy")
            }
            HolidaySet::SaintMartin => ("jours fériés de Saint-Martin", "holidays of Saint-Martin"),
            HolidaySet::None => ("aucun jour férié", "no holiday"),
        };
        language.pick(french, english)
    }

    /// The holidays of a territory. Alsace-Moselle is metropolitan: it must be named.
    #[must_use]
    pub const fn of(territory: Territory) -> HolidaySet {
        match territory {
            Territory::Metropole | Territory::SaintPierreEtMiquelon => HolidaySet::National,
            Territory::Guadeloupe => HolidaySet::Guadeloupe,
            Territory::Guyane => HolidaySet::Guyane,
            Territory::Martinique => HolidaySet::Martinique,
            Territory::Reunion => HolidaySet::Reunion,
            Territory::Mayotte => HolidaySet::Mayotte,
            Territory::SaintBarthelemy => HolidaySet::SaintBarthelemy,
            Territory::SaintMartin => HolidaySet::SaintMartin,
        }
    }

    /// Whether a day is a holiday. Saturdays and Sundays are not.
    ///
    /// # Errors
    /// `law.before_coverage`, `law.after_coverage`; never for [`HolidaySet::None`].
    ///
    /// # Example
    /// ```
    /// use apurement::{day, fr::holiday::HolidaySet};
    /// assert!(HolidaySet::National.is_holiday(day(2026, 5, 14))?);
    /// assert!(HolidaySet::AlsaceMoselle.is_holiday(day(2026, 4, 3))?);
    /// assert!(!HolidaySet::National.is_holiday(day(2026, 4, 3))?);
    /// # Ok::<(), apurement::Error>(())
    /// ```
    pub fn is_holiday(self, day: NaiveDate) -> Result<bool> {
        Ok(self.holiday(day)?.is_some())
    }

    /// The holiday that a day is; the first of the list where two fall together, as on 1 May 2008.
    ///
    /// # Errors
    /// As [`HolidaySet::is_holiday`].
    pub fn holiday(self, day: NaiveDate) -> Result<Option<&'static Holiday>> {
        if self == HolidaySet::None {
            return Ok(None);
        }
        let date = Date::of(day)?;
        if !date.may_be_one() {
            return Ok(None);
        }
        Ok(HOLIDAYS.iter().find(|holiday| holiday.falls(&date) && holiday.kept_in(self)))
    }

    /// The holidays of a year with their days, by day. Two may share one day.
    ///
    /// # Errors
    /// As [`HolidaySet::is_holiday`].
    ///
    /// # Example
    /// ```
    /// use apurement::{day, fr::holiday::HolidaySet};
    /// let holidays = HolidaySet::National.holidays_of(2026)?;
    /// assert_eq!(holidays.len(), 11);
    /// let (on, holiday) = holidays[1];
    /// assert_eq!((on, holiday.name_fr), (day(2026, 4, 6), "Lundi de Pâques"));
    /// # Ok::<(), apurement::Error>(())
    /// ```
    pub fn holidays_of(self, year: i32) -> Result<Vec<(NaiveDate, &'static Holiday)>> {
        let mut found = Vec::new();
        if self == HolidaySet::None {
            return Ok(found);
        }
        let first = NaiveDate::from_yo_opt(year, 1).unwrap_or(NaiveDate::MAX);
        Date::of(first)?;
        for day in first.iter_days().take_while(|day| day.year() == year) {
            let date = Date::of(day)?;
            let of_day = HOLIDAYS.iter().filter(|holiday| holiday.falls(&date) && holiday.kept_in(self));
            found.extend(of_day.map(|holiday| (day, holiday)));
        }
        Ok(found)
    }
}

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Stable identifier: `easter_monday`.
    pub id: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Its name in French.
    pub name_fr: &'static str,
    /// The article that makes it one.
    pub article: &'static str,
    /// What a careful reader should know about it, in English; empty when there is nothing.
    pub note: &'static str,
    /// The same in French.
    pub note_fr: &'static str,
    when: When,
    /// The sets that it is kept in; all when there is none.
    only: &'static [HolidaySet],
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// Month and day of every year.
    On(u32, u32),
    /// So many days after the Sunday of Easter.
    AfterEaster(i32),
}

/// A day, read once for all holidays.
struct Date {
    day: NaiveDate,
    month: u32,
    of_month: u32,
    from_easter: i32,
}

impl Date {
    fn of(day: NaiveDate) -> Result<Date> {
        Ok(Date { day, month: day.month(), of_month: day.day(), from_easter: days_from_easter(day)? })
    }

    /// Whether some set has a holiday on such a day in some year: few days need a closer look.
    fn may_be_one(&self) -> bool {
        let month = usize::try_from(self.day.month0()).ok().and_then(|month| FIXED_DAYS.get(month));
        let fixed = month.and_then(|days| days.checked_shr(self.of_month)).is_some_and(|days| days & 1 == 1);
        fixed || MOVABLE_DAYS.contains(&self.from_easter)
    }
}

impl Holiday {
    fn falls(&self, date: &Date) -> bool {
        let day = match self.when {
            When::On(month, day) => month == date.month && day == date.of_month,
            When::AfterEaster(days) => days == date.from_easter,
        };
        day && self.from.is_none_or(|from| from <= date.day)
            && self.until.is_none_or(|until| date.day <= until)
    }

    fn kept_in(&self, set: HolidaySet) -> bool {
        self.only.is_empty() || self.only.contains(&set)
    }
}

/// Days since the Sunday of Easter of the same year.
fn days_from_easter(day: NaiveDate) -> Result<i32> {
    let year = day.year().checked_sub(COVERED_FROM.year()).and_then(|years| usize::try_from(years).ok());
    let sunday = year.and_then(|year| EASTER.get(year));
    match (sunday, i32::try_from(day.ordinal())) {
        (Some(sunday), Ok(ordinal)) => Ok(ordinal.saturating_sub(i32::from(*sunday))),
        _ => Err(uncovered(day)),
    }
}

fn uncovered(day: NaiveDate) -> Error {
    let error = if day < COVERED_FROM {
        Error::new(ErrorCode::LawBeforeCoverage).with_date("covered_from", COVERED_FROM)
    } else {
        Error::new(ErrorCode::LawAfterCoverage).with_date("covered_until", COVERED_UNTIL)
    };
    error.with_word("table", "holidays").under(LAW)
}
