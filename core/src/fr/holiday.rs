//! Public holidays: the days on which no time limit ends (CPC 642; C. trav. L. 3133-1).

use crate::fr::law::Territory;
use crate::vocabulary::vocabulary;

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
}
