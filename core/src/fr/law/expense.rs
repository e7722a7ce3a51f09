//! Kinds of household expenses, and the flat-rate scale by which a commission may count them.

use crate::error::Result;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::vocabulary::{Id, vocabulary};
use alloc::vec::Vec;

vocabulary! {
    /// A kind of household expense (C. conso. L. 731-2, R. 731-2; `doc(alias)`: poste de dépense).
    #[doc(alias = "charge")]
    pub enum ExpenseKind {
        /// Food (alimentation).
        Food = "food",
        /// Hygiene (frais d'hygiène).
        Hygiene = "hygiene",
        /// Clothing (habillement).
        Clothing = "clothing",
        /// Health costs, complementary insurance included (frais de santé, mutuelle).
        Health = "health",
        /// Schooling of dependants (frais de scolarité).
        Schooling = "schooling",
        /// Care of dependants (frais de garde).
        Childcare = "childcare",
        /// Rent without charges (loyer hors charges).
        Rent = "rent",
        /// Charges billed with the rent (charges locatives).
        RentalCharges = "rental_charges",
        /// Home insurance (assurance habitation).
        HomeInsurance = "home_insurance",
        /// Any other insurance.
        OtherInsurance = "other_insurance",
        /// Water (eau).
        Water = "water",
        /// Electricity other than heating (électricité hors chauffage).
        Electricity = "electricity",
        /// Telephone and internet (téléphone).
        Telephone = "telephone",
        /// Heating (chauffage).
        Heating = "heating",
        /// Household products (produits d'entretien ménager).
        HouseholdProducts = "household_products",
        /// Income tax not withheld at source (impôt sur le revenu).
        IncomeTax = "income_tax",
        /// Property tax (taxe foncière).
        PropertyTax = "property_tax",
        /// Any other tax (autres impôts).
        OtherTax = "other_tax",
        /// Maintenance paid (pension alimentaire versée).
        MaintenancePaid = "maintenance_paid",
        /// Compensatory allowance paid (prestation compensatoire versée).
        CompensatoryAllowancePaid = "compensatory_allowance_paid",
        /// Commuting with one's own vehicle (trajets domicile-travail, véhicule personnel).
        CommutingOwnVehicle = "commuting_own_vehicle",
        /// Commuting by public transport (transport en commun).
        CommutingPublicTransport = "commuting_public_transport",
        /// Other transport (autres frais de transport).
        OtherTransport = "other_transport",
        /// Anything else.
        Other = "other",
    }
}

/// One line of a commission's flat-rate scale: an amount by size of household, for one or more kinds of expense.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlatRate {
    /// Name of the line in the scale (`base`, `heating`, ...).
    pub id: Id,
    /// The kinds of expense that the line covers; all must have the same treatment.
    pub covers: Vec<ExpenseKind>,
    /// Euros a month for one person.
    pub one_person: Money,
    /// Euros a month for each further person.
    pub further_person: Money,
    /// Declared amounts above this many percent of the line raise an alert (C. conso. R. 731-3 and règlements
    /// intérieurs, 3.1: manifestly excessive expenses). No alert without it: no text gives a figure.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1000)))]
    pub alert_percent: Option<u32>,
}

impl FlatRate {
    /// The amount for a household, whose size counts halves (alternating custody); rounded half up, once.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn amount(&self, half_persons: u32) -> Result<Money> {
        let further = i128::from(half_persons.saturating_sub(2));
        let exact = Fraction::of_money(self.further_person)
            .times(Fraction::new(further, 2)?)?
            .plus(Fraction::of_money(self.one_person))?;
        crate::rounding::round(exact, crate::rounding::Rounding::HalfUp)
    }
}
