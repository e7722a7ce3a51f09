//! Resources: whatever the household receives, seizable or not.

use crate::error::Result;
use crate::explain::{Rule, Trace};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};

vocabulary! {
    /// A kind of resource.
    pub enum ResourceKind {
        /// Pay (salaire).
        Wage = "wage",
        /// Income of a self-employed person.
        SelfEmployment = "self_employment",
        /// Unemployment insurance benefit (ARE).
        UnemploymentBenefit = "unemployment_benefit",
        /// Daily sickness benefit (indemnités journalières).
        SicknessBenefit = "sickness_benefit",
        /// Disability pension (pension d'invalidité).
        DisabilityPension = "disability_pension",
        /// Old-age pension (retraite).
        RetirementPension = "retirement_pension",
        /// Complementary pension (retraite complémentaire).
        ComplementaryPension = "complementary_pension",
        /// Survivor's pension (pension de réversion, de veuvage).
        SurvivorPension = "survivor_pension",
        /// Maintenance received (pension alimentaire reçue).
        MaintenanceReceived = "maintenance_received",
        /// Compensatory allowance received (prestation compensatoire reçue).
        CompensatoryAllowanceReceived = "compensatory_allowance_received",
        /// Family benefits (prestations familiales).
        FamilyBenefits = "family_benefits",
        /// Housing benefit (APL, AL).
        HousingBenefit = "housing_benefit",
        /// RSA.
        Rsa = "rsa",
        /// Activity bonus (prime d'activité).
        ActivityBonus = "activity_bonus",
        /// Allowance for disabled adults (AAH).
        DisabilityAllowance = "disability_allowance",
        /// Allocation de solidarité spécifique (ASS).
        SolidarityAllowance = "solidarity_allowance",
        /// Rents received.
        RentalIncome = "rental_income",
        /// Interest and dividends.
        CapitalIncome = "capital_income",
        /// Anything else.
        Other = "other",
    }
}

impl ResourceKind {
    /// Whether the resource belongs to one person: with two filers it must then say whose it is, for the
    /// dependants of the scale are measured on *personal* resources (C. trav. R. 3252-3, 1°).
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(
            self,
            ResourceKind::Wage
                | ResourceKind::SelfEmployment
                | ResourceKind::UnemploymentBenefit
                | ResourceKind::SicknessBenefit
                | ResourceKind::DisabilityPension
                | ResourceKind::RetirementPension
                | ResourceKind::ComplementaryPension
                | ResourceKind::SurvivorPension
                | ResourceKind::DisabilityAllowance
                | ResourceKind::SolidarityAllowance
        )
    }
}

vocabulary! {
    /// Whether pay is declared before or after withholding tax.
    pub enum TaxBasis {
        /// Before withholding tax: an income-tax expense may stand beside it.
        BeforeWithholding = "before_withholding",
        /// After withholding tax: then no income-tax expense.
        AfterWithholding = "after_withholding",
    }
}

vocabulary! {
    /// Who receives a housing benefit.
    pub enum PaidTo {
        /// The debtor.
        Debtor = "debtor",
        /// The landlord, who bills a lower rent.
        Landlord = "landlord",
    }
}

/// One monthly resource.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resource {
    /// Identifier.
    pub id: Option<Id>,
    /// Kind.
    pub kind: ResourceKind,
    /// Euros a month.
    pub amount: Money,
    /// The filer whose own resource it is; required for personal resources of two filers.
    pub of: Option<Id>,
    /// For pay: before or after withholding tax.
    pub tax_basis: Option<TaxBasis>,
    /// For a housing benefit: who receives it.
    pub paid_to: Option<PaidTo>,
}

opaque_debug!(Resource);

impl Resource {
    /// A resource of a kind, of the household as a whole.
    #[must_use]
    pub fn new(kind: ResourceKind, amount: Money) -> Resource {
        Resource { id: None, kind, amount, of: None, tax_basis: None, paid_to: None }
    }
}

/// The total of all resources (`doc(alias)`: ressources mensuelles réelles).
pub(super) fn total(resources: &[Resource], trace: &mut impl Trace) -> Result<Money> {
    let total = Money::total(resources.iter().map(|r| r.amount))?;
    trace.note(Rule::Resources, |step| {
        step.result(total);
    });
    Ok(total)
}

/// The own resources of a person.
pub(crate) fn of(resources: &[Resource], person: &Id) -> Result<Money> {
    Money::total(resources.iter().filter(|r| r.of.as_ref() == Some(person)).map(|r| r.amount))
}
