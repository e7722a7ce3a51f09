//! What deserves a second look in a budget: figures counted twice, expenses above a scale, a large dwelling.
//!
//! An alert never changes a figure.

use super::expenses::{Counted, MaintenanceBasis, RentBasis};
use super::resources::{PaidTo, ResourceKind, TaxBasis};
use super::{Facts, Texts};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::fr::conventions::AlternatingChildForExpenses;
use crate::fr::household::{Custody, Occupancy};
use crate::fr::law::{ExpenseKind, Treatment};
use crate::vocabulary::Vocabulary;
use alloc::format;
use alloc::vec::Vec;

pub(super) fn raise(
    facts: &Facts<'_>,
    texts: &Texts<'_>,
    counted: &Counted,
    half_persons: u32,
    advisories: &mut Vec<Advisory>,
) {
    double_counts(facts, advisories);
    above_scale(facts, texts, counted, advisories);
    rent_surface(facts, texts, half_persons, advisories);
    let alternating = facts.household.children.iter().any(|c| c.custody == Custody::Alternating);
    if alternating && texts.scale.is_some() {
        let convention: AlternatingChildForExpenses = facts.conventions.alternating_child_for_expenses;
        advisories.push(
            Advisory::new(AdvisoryCode::AlternatingCustodyExpenses)
                .at("household.children")
                .with_word("convention", convention.word()),
        );
    }
}

/// Figures that stand on conflicting bases.
fn double_counts(facts: &Facts<'_>, advisories: &mut Vec<Advisory>) {
    let has = |kind: ResourceKind| facts.resources.iter().any(|r| r.kind == kind && !r.amount.is_zero());
    let landlord_paid = facts
        .resources
        .iter()
        .any(|r| r.kind == ResourceKind::HousingBenefit && r.paid_to == Some(PaidTo::Landlord));
    let after_tax = facts.resources.iter().any(|r| r.tax_basis == Some(TaxBasis::AfterWithholding));
    for (place, expense) in facts.expenses.iter().enumerate().filter(|(_, e)| !e.amount.is_zero()) {
        let alert = match expense.kind {
            ExpenseKind::Rent
                if expense.rent_basis == Some(RentBasis::NetOfHousingBenefit)
                    && (landlord_paid || has(ResourceKind::HousingBenefit)) =>
            {
                AdvisoryCode::HousingBenefitTwice
            }
            ExpenseKind::IncomeTax if after_tax => AdvisoryCode::IncomeTaxTwice,
            ExpenseKind::MaintenancePaid if expense.maintenance_basis == Some(MaintenanceBasis::Arrears) => {
                AdvisoryCode::MaintenanceArrears
            }
            _ => continue,
        };
        advisories.push(Advisory::new(alert).at(format!("expenses[{place}]")));
    }
}

/// Declared sums that pass the commission's scale or its alert level.
fn above_scale(facts: &Facts<'_>, texts: &Texts<'_>, counted: &Counted, advisories: &mut Vec<Advisory>) {
    let Some(scale) = &texts.scale else { return };
    for (line, flat_rate) in scale.value.iter().zip(&counted.flat_rates) {
        let place =
            facts.expenses.iter().position(|expense| line.covers.contains(&expense.kind)).unwrap_or(0);
        let path = format!("expenses[{place}]");
        if flat_rate.treatment == Treatment::RealCapped && flat_rate.declared > flat_rate.flat {
            advisories.push(Advisory::new(AdvisoryCode::ExpenseAboveCap).at(path.clone()));
        }
        if flat_rate.above_alert {
            advisories.push(Advisory::new(AdvisoryCode::ExpenseExcessive).at(path));
        }
    }
}

/// The indicative surface of the règlements intérieurs; a tenant's dwelling only, and never a test of the rent.
fn rent_surface(facts: &Facts<'_>, texts: &Texts<'_>, half_persons: u32, advisories: &mut Vec<Advisory>) {
    let Some(housing) = &facts.household.housing else { return };
    let (Some(surface), Some(found)) = (housing.surface_m2, &texts.rent_surface) else { return };
    let persons = half_persons.div_ceil(2).max(1);
    let further = found.value.further_person.saturating_mul(persons.saturating_sub(1));
    let bound = found.value.one_person.saturating_add(further);
    if housing.occupancy == Occupancy::Tenant && surface > bound {
        advisories.push(
            Advisory::new(AdvisoryCode::RentSurface)
                .at("household.housing.surface_m2")
                .with_number("surface", i64::from(surface))
                .with_number("bound", i64::from(bound)),
        );
    }
}
