//! Where the household lives: the RSA amount, and so every floor, depends on it.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A French territory, as far as it changes an amount (`doc(alias)`: territoire).
    pub enum Territory = Metropole {
        /// Metropolitan France.
        Metropole = "metropole",
        /// Guadeloupe.
        Guadeloupe = "guadeloupe",
        /// French Guiana.
        Guyane = "guyane",
        /// Martinique.
        Martinique = "martinique",
        /// Réunion.
        Reunion = "reunion",
        /// Saint-Barthélemy.
        SaintBarthelemy = "saint_barthelemy",
        /// Saint-Martin.
        SaintMartin = "saint_martin",
        /// Saint-Pierre-et-Miquelon.
        SaintPierreEtMiquelon = "saint_pierre_et_miquelon",
        /// Mayotte, which has amounts of its own.
        Mayotte = "mayotte",
    }
}
