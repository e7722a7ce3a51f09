//! Maintenance by direct payment (paiement direct): the current term, and recent arrears in equal monthly fractions
//! (C. trav. L. 3252-5, R. 3252-5; CPCE L. 213-1 to L. 213-4, R. 213-11).

use super::claims::{Claim, ClaimKind, Limits, Served};
use crate::advisory::{Advisory, AdvisoryCode};
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::explain::{Rule, Trace};
use crate::fr::law::{DirectPayment, LawBook};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::rounding::{Rounding, round};
use crate::sharing::largest_remainder;
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a maintenance claim may ask this month.
pub(super) fn due(
    book: &LawBook,
    claim: &Claim,
    on: NaiveDate,
    path: &str,
    advisories: &mut Vec<Advisory>,
) -> Result<Money> {
    if let Some(fault) = claim.fault() {
        return Err(fault);
    }
    let term = claim.current_term.unwrap_or(Money::ZERO);
    let Some(arrears) = claim.arrears else {
        // What is said of arrears without them would be lost.
        let said = claim.arrears_paid.is_some()
            || claim.over_months.is_some()
            || claim.arrears_terms.is_some()
            || claim.agency
            || claim.debtor_agreed;
        return if said { Err(Error::new(ErrorCode::FieldMissing).at("arrears")) } else { Ok(term) };
    };
    let rules = book.direct_payment(on)?;
    let months = months_of_arrears(claim, rules.value, path, advisories)?;
    let paid = claim.arrears_paid.unwrap_or(Money::ZERO);
    if paid > arrears {
        return Err(Error::new(ErrorCode::FieldConflict).with_word("with", "arrears").at("arrears_paid"));
    }
    // Equal fractions: a level instalment rounded up, the last one smaller.
    let months = Fraction::new(1, i128::from(months))?;
    let level = round(Fraction::of_money(arrears).times(months)?, Rounding::LevelUp)?;
    term.plus(level.min(arrears.minus(paid)?))
}

fn range(field: &str, low: u32, high: u32) -> Error {
    Error::new(ErrorCode::NumberRange)
        .with("low", Detail::Number(i64::from(low)))
        .with_bound(i64::from(high))
        .under("CPCE L. 213-4, R. 213-11")
        .at(field)
}

/// Over how many months the arrears are paid.
fn months_of_arrears(
    claim: &Claim,
    rules: &DirectPayment,
    path: &str,
    advisories: &mut Vec<Advisory>,
) -> Result<u32> {
    // Before April 2016 the family-benefit body recovered as any creditor does.
    if !claim.agency || rules.agency_arrears_months == rules.own_arrears_months {
        if claim.arrears_terms.is_some_and(|terms| terms == 0 || terms > rules.own_arrears_months) {
            return Err(range("arrears_terms", 1, rules.own_arrears_months));
        }
        if claim.over_months.is_some_and(|months| months != rules.own_over_months) {
            return Err(range("over_months", rules.own_over_months, rules.own_over_months));
        }
        if claim.debtor_agreed {
            return Err(Error::new(ErrorCode::FieldNotApplicable)
                .with_word("because", "CPCE R. 213-11")
                .at("debtor_agreed"));
        }
        return Ok(rules.own_over_months);
    }
    let terms = claim.arrears_terms.ok_or_else(|| Error::new(ErrorCode::FieldMissing).at("arrears_terms"))?;
    if terms == 0 || terms > rules.agency_arrears_months {
        return Err(range("arrears_terms", 1, rules.agency_arrears_months));
    }
    let months = claim.over_months.ok_or_else(|| Error::new(ErrorCode::FieldMissing).at("over_months"))?;
    let (low, high) = if claim.debtor_agreed {
        advisories.push(Advisory::new(AdvisoryCode::SmallSumUnchecked).at(format!("{path}.debtor_agreed")));
        (1, rules.own_arrears_months)
    } else if terms <= rules.own_over_months {
        (terms, rules.own_over_months)
    } else {
        (terms, rules.agency_over_months)
    };
    if months < low || months > high { Err(range("over_months", low, high)) } else { Ok(months) }
}

/// Serves maintenance down to the one-person RSA, from the unseizable part first; gives back what is left of the
/// seizable amount.
pub(super) fn serve(
    served: &mut [Served],
    limits: &Limits,
    advisories: &mut Vec<Advisory>,
    trace: &mut impl Trace,
) -> Result<Money> {
    let reachable = limits.net.minus(limits.one_person)?.or_zero();
    let unseizable = reachable.minus(limits.seizable)?.or_zero();
    let mut seizable = limits.seizable;
    let mut claims: Vec<&mut Served> =
        served.iter_mut().filter(|c| c.kind == ClaimKind::Maintenance).collect();
    claims.sort_by(|a, b| a.id.cmp(&b.id));
    let dues: Vec<Money> = claims.iter().map(|c| c.due).collect();
    let total = Money::total(dues.iter().copied())?;
    let given = total.min(reachable);
    if given < total && claims.len() > 1 {
        advisories.push(Advisory::new(AdvisoryCode::MaintenanceShared).at("garnishment.claims"));
    }
    let shares = largest_remainder(given, &dues)?;
    let unseizable = largest_remainder(given.min(unseizable), &shares)?;
    for (claim, (share, from_unseizable)) in claims.iter_mut().zip(shares.into_iter().zip(unseizable)) {
        claim.from_unseizable = from_unseizable;
        claim.from_seizable = share.minus(from_unseizable)?;
        seizable = seizable.minus(claim.from_seizable)?;
        trace.note(Rule::DirectPayment, |step| {
            step.input("claim", &claim.id)
                .input("due", claim.due)
                .input("from_unseizable", claim.from_unseizable)
                .input("from_seizable", claim.from_seizable)
                .input("one_person_rsa", limits.one_person)
                .result(share);
        });
    }
    // In 2009-2012 the seizable amount left the household's RSA, so that it never passes what is reachable.
    Ok(seizable)
}
