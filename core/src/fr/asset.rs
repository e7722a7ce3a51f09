//! Assets, as typed facts for the description of the situation (état descriptif de la situation du débiteur).

use crate::error::Result;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::{Rounding, round};
use crate::vocabulary::{Id, opaque_debug, vocabulary};

vocabulary! {
    /// A kind of asset.
    pub enum AssetKind {
        /// The main home (résidence principale).
        MainHome = "main_home",
        /// Other real estate (autre bien immobilier).
        OtherRealEstate = "other_real_estate",
        /// Vehicle (véhicule).
        Vehicle = "vehicle",
        /// Household furniture (meubles meublants).
        Furniture = "furniture",
        /// Savings (épargne).
        Savings = "savings",
        /// Employee savings (PEE, PERCO).
        EmployeeSavings = "employee_savings",
        /// Retirement savings (PER).
        RetirementSavings = "retirement_savings",
        /// Anything else.
        Other = "other",
    }
}

impl AssetKind {
    /// Real estate: the main home or another.
    #[must_use]
    pub fn is_real_estate(self) -> bool {
        matches!(self, AssetKind::MainHome | AssetKind::OtherRealEstate)
    }
}

/// Something that the debtor owns.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asset {
    /// Identifier.
    pub id: Option<Id>,
    /// Kind.
    pub kind: AssetKind,
    /// Estimated value of the whole asset.
    pub value: Money,
    /// Estimated costs of a sale of the whole asset.
    pub sale_costs: Option<Money>,
    /// The debtor's part, in percent, when it is jointly owned (indivision).
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub joint_share_percent: Option<u32>,
    /// Protected from sale (C. conso. L. 724-1: furniture for daily life, goods needed for work).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub protected: bool,
}

opaque_debug!(Asset);

impl Asset {
    /// Real estate: the main home or another.
    #[must_use]
    pub fn is_real_estate(&self) -> bool {
        self.kind.is_real_estate()
    }

    /// Whether its sale would bring something: neither furniture, nor protected, nor without value once the sale is
    /// paid for (C. conso. L. 724-1, 1°).
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn is_sellable(&self) -> Result<bool> {
        Ok(!self.protected && self.kind != AssetKind::Furniture && !self.net_value()?.is_zero())
    }

    /// The debtor's part of the value less the sale costs, rounded down; never negative.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn net_value(&self) -> Result<Money> {
        self.net_of(self.value)
    }

    /// The debtor's part of a price of the whole asset less the sale costs, rounded down; never negative.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn net_of(&self, price: Money) -> Result<Money> {
        let net = price.minus(self.sale_costs.unwrap_or(Money::ZERO))?.or_zero();
        let part = Fraction::new(i128::from(self.joint_share_percent.unwrap_or(100)), 100)?;
        round(Fraction::of_money(net).times(part)?, Rounding::Down)
    }
}
