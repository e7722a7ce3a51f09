//! The owner's path: while an asset is being sold the debts secured on it are deferred and the others paid; the price
//! is then distributed; what remains is planned over the months that are left.
//!
//! The deferral is one of L. 733-1, 1°, made subject to the sale (L. 733-7): not a suspension, so interest at the rate of
//! the plan goes on. A landlord's claim is never deferred, even secured: lenders may not be paid while it waits (L. 711-6).
//! After the sale, what is left of a home loan is settled in the last rank (règlements intérieurs, 4.4.2), and may be
//! *reduced* when the conditions of L. 733-4, 1° hold. A plan that ends with the sale is a waiting measure: it erases
//! nothing, and defers what the price does not pay to a new examination (Cass., avis, 10 January 2005: only definitive
//! measures must clear everything).

use super::tier::{Objective, Plan, Settled, Tier, Totals};
use super::wish::{Facts, PlanWish};
use super::{CapacityStep, MAX_MONTHS, PlanDebt, Policy};
use crate::amortization::{self, Balance, Imputation, Terms};
use crate::error::{Detail, Error, ErrorCode, Result};
use crate::fr::asset::{Asset, AssetKind};
use crate::fr::debt::{Creditor, Debt, DebtKind, Estate};
use crate::fr::priority::Standing;
use crate::fr::sale::{self, Claim, Part};
use crate::money::Money;
use crate::vocabulary::{Id, opaque_debug, vocabulary};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

vocabulary! {
    /// How an asset is sold.
    pub enum SaleManner = Amicable {
        /// By agreement with a buyer (vente amiable).
        Amicable = "amicable",
        /// By agreement with a buyer, its principle and terms settled with the lender to avoid a seizure (L. 733-4, 1°).
        AgreedToAvoidSeizure = "agreed_to_avoid_seizure",
        /// By auction, after a seizure (vente forcée).
        Forced = "forced",
    }
}

/// The sale that a plan waits for.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SaleWish {
    /// The asset.
    pub asset: Id,
    /// Months that the sale takes; its price is distributed at the end of the last.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub months: u32,
    /// The price expected for the whole asset; its value when not given.
    pub price: Option<Money>,
    /// How it is sold.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub manner: SaleManner,
}

/// A sale as the plan sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct PlannedSale {
    /// The asset.
    pub asset: Id,
    /// Months that the sale takes.
    pub months: u32,
    /// How it is sold.
    pub manner: SaleManner,
    /// The price expected for the whole asset.
    pub price: Money,
    /// The debtor's part of it less the sale costs, rounded down to the cent.
    pub net: Money,
    /// The debts secured on the asset.
    pub secured: Vec<SecuredDebt>,
}

/// A debt secured on the asset that is sold.
#[derive(Clone, PartialEq, Eq)]
pub struct SecuredDebt {
    /// The debt.
    pub debt: Id,
    /// The rank of its security on the asset, 1 first.
    pub security_rank: u32,
    /// Its rank of settlement once the asset is sold.
    pub rank_after: u8,
    /// What remains after the sale may be reduced, and the price pays principal first (L. 733-4, 1°).
    pub reducible: bool,
}

/// The sale in a plan that was drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanSale {
    /// The asset.
    pub asset: Id,
    /// The month at whose end the price is distributed.
    pub month: u32,
    /// How it is sold.
    pub manner: SaleManner,
    /// The price expected for the whole asset.
    pub price: Money,
    /// What is distributed: the debtor's part of the price less the sale costs.
    pub net: Money,
    /// What remains to the debtor once every debt is paid.
    pub surplus: Money,
}

/// What a sale does to a debt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FromSale {
    /// The rank of its security on the asset, if it has one.
    pub security_rank: Option<u32>,
    /// Not paid while the asset is being sold.
    pub deferred: bool,
    /// Euros received.
    pub received: Money,
    /// Of which principal.
    pub principal: Money,
    /// Due once the price is distributed.
    pub left: Money,
    /// What then remains may be reduced (L. 733-4, 1°).
    pub reducible: bool,
}

opaque_debug!(SaleWish, PlannedSale, SecuredDebt, PlanSale, FromSale);

/// Whether what is left of a debt after the sale may be reduced (L. 733-4, 1°): a home loan of a credit institution or
/// finance company that financed the main home and is registered on it, sold by auction or to avoid a seizure.
#[must_use]
pub fn is_reducible(debt: &Debt, asset: &Asset, manner: SaleManner) -> bool {
    asset.kind == AssetKind::MainHome
        && manner != SaleManner::Amicable
        && debt.kind == DebtKind::HomeLoan
        && debt.finances_main_home
        && matches!(debt.creditor_class(), Creditor::CreditInstitution | Creditor::FinanceCompany)
        && is_secured_on(debt, asset)
}

fn is_secured_on(debt: &Debt, asset: &Asset) -> bool {
    debt.security.as_ref().is_some_and(|security| asset.id.as_ref() == Some(&security.asset))
}

impl SaleWish {
    /// The faults of a sale among the facts of its case, each with its path below the plan.
    pub(crate) fn faults(&self, wish: &PlanWish, assets: &[Asset], debts: &[Debt]) -> Vec<Error> {
        let mut faults = Vec::new();
        if wish.suspension_months.is_some() {
            let fault = Error::new(ErrorCode::FieldConflict).with_word("with", "suspension_months");
            faults.push(fault.at("sale"));
        }
        let Some(asset) = assets.iter().find(|asset| asset.id.as_ref() == Some(&self.asset)) else {
            faults.push(Error::new(ErrorCode::IdUnknown).at("sale.asset"));
            return faults;
        };
        let mut refuse = |because: &'static str| {
            let fault = Error::new(ErrorCode::FieldNotApplicable).with_word("because", because);
            faults.push(fault.at("sale.asset"));
        };
        if asset.protected {
            refuse("assets.protected");
        }
        // The exceptions to seven years are for keeping the main home (L. 732-3, L. 733-3).
        if wish.main_home_exception && asset.kind == AssetKind::MainHome {
            refuse("main_home_exception");
        }
        // The plan settles none of these, and could not say what their holders take of the price.
        let secured = || debts.iter().filter(|debt| is_secured_on(debt, asset));
        if secured().any(|debt| debt.set_aside) {
            refuse("debts.set_aside");
        }
        if secured().any(|debt| debt.estate == Estate::Professional) {
            refuse("debts.estate");
        }
        faults
    }
}

impl PlannedSale {
    /// The sale asked for, among the facts of its case.
    pub(super) fn of(wish: &SaleWish, facts: &Facts<'_>) -> Result<PlannedSale> {
        let unknown = || Error::new(ErrorCode::IdUnknown).at("plan.sale.asset");
        let asset =
            facts.assets.iter().find(|asset| asset.id.as_ref() == Some(&wish.asset)).ok_or_else(unknown)?;
        let price = wish.price.unwrap_or(asset.value);
        let changed = |debt: &Debt| facts.wish.rank_changes.iter().any(|change| change.debt == debt.id);
        let mut secured = Vec::new();
        for (debt, treatment) in facts.debts.iter().zip(facts.treatments) {
            let Some(security) = debt.security.as_ref().filter(|_| is_secured_on(debt, asset)) else {
                continue;
            };
            let last = debt.kind == DebtKind::HomeLoan && !treatment.excluded && !changed(debt);
            secured.push(SecuredDebt {
                debt: debt.id.clone(),
                security_rank: security.rank,
                rank_after: if last { LAST_RANK } else { super::wish::rank(facts, debt, treatment)? },
                reducible: is_reducible(debt, asset, wish.manner),
            });
        }
        let net = asset.net_of(price)?;
        let (asset, months, manner) = (wish.asset.clone(), wish.months, wish.manner);
        Ok(PlannedSale { asset, months, manner, price, net, secured })
    }
}

/// The rank of what is left of a home loan after a sale (règlements intérieurs, 4.4.2).
const LAST_RANK: u8 = 5;

/// Draws the plan of some debts of which an asset is sold to pay a part.
///
/// Two plans by the rule of [`draw`](super::draw), one before and one after the sale, in one row of tiers: each is the
/// best by its objective, and the price parts them. A horizon that ends with the sale makes a waiting measure: nothing is
/// erased.
///
/// # Errors
/// Those of [`draw`](super::draw); `number.range` for the months of the sale; `field.conflict` with a suspension.
///
/// # Example
/// ```
/// use apurement::{amortization::Balance, fr::plan::*, Money};
/// let debt = |id: &str, rank, principal: &str| PlanDebt {
///     id: id.into(), rank, landlord: false, lender: true, outside: false, fixed: None,
///     balance: Balance { principal: principal.parse().unwrap(), ..Balance::default() },
///     rate: None, unerasable: Money::ZERO,
/// };
/// let debts = [debt("mortgage", 2, "100000.00"), debt("card", 4, "3000.00")];
/// let sale = PlannedSale {
///     asset: "home".into(), months: 12, manner: SaleManner::Amicable,
///     price: "98000.00".parse()?, net: "91000.00".parse()?,
///     secured: vec![SecuredDebt { debt: "mortgage".into(), security_rank: 1, rank_after: 5, reducible: false }],
/// };
/// let capacity = [CapacityStep { from_month: 1, amount: "200.00".parse()? }];
/// let plan = draw_with_sale(&debts, &sale, &capacity, 84, &Policy::default())?;
/// // The card is paid from the first month, the mortgage by the sale, then by what the card leaves.
/// assert_eq!(plan.debts[0].from_sale().to_string(), "91000.00");
/// assert_eq!(plan.debts[1].first_month, Some(1));
/// assert_eq!((plan.objective.months, plan.totals.erased), (60, Money::ZERO));
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn draw_with_sale(
    debts: &[PlanDebt],
    sale: &PlannedSale,
    capacity: &[CapacityStep],
    horizon: u32,
    policy: &Policy,
) -> Result<Plan> {
    if policy.suspension_months > 0 {
        let fault = Error::new(ErrorCode::FieldConflict).with_word("with", "plan.suspension_months");
        return Err(fault.at("plan.sale"));
    }
    check_months(sale.months, horizon)?;
    let secured: BTreeMap<&Id, &SecuredDebt> = sale.secured.iter().map(|debt| (&debt.debt, debt)).collect();
    let mut passages: Vec<Passage<'_>> =
        debts.iter().map(|debt| Passage::of(debt, secured.get(&debt.id).copied())).collect();
    let waiting = Policy { erases: false, ..*policy };
    let before: Vec<PlanDebt> = passages.iter().map(Passage::before).collect();
    let before = super::draw(&before, capacity, sale.months, &waiting)?;
    for (passage, settled) in passages.iter_mut().zip(&before.debts) {
        passage.run(settled, sale.months, policy.imputation)?;
    }
    let claims: Vec<Claim> = passages.iter().map(|passage| passage.claim(policy.imputation)).collect();
    let distribution = sale::distribute(sale.net, &claims)?;
    for (passage, part) in passages.iter_mut().zip(&distribution.parts) {
        passage.part = *part;
    }
    let months_left = horizon.saturating_sub(sale.months);
    let after = if months_left == 0 {
        None
    } else {
        let after: Vec<PlanDebt> = passages.iter().map(Passage::after).collect();
        Some(super::draw(&after, &shifted(capacity, sale.months), months_left, policy)?)
    };
    let debts: Result<Vec<Settled>> = passages
        .iter()
        .zip(&before.debts)
        .enumerate()
        .map(|(place, (passage, settled))| {
            passage.settled(settled, after.as_ref().and_then(|after| after.debts.get(place)), sale.months)
        })
        .collect();
    let sale = PlanSale {
        asset: sale.asset.clone(),
        month: sale.months,
        manner: sale.manner,
        price: sale.price,
        net: sale.net,
        surplus: distribution.surplus,
    };
    joined(before, after, debts?, sale, horizon)
}

/// A sale takes a month at least, and ends before the plan or with it.
fn check_months(months: u32, horizon: u32) -> Result<()> {
    if months == 0 || months > horizon.min(MAX_MONTHS) {
        return Err(months_fault(horizon));
    }
    Ok(())
}

fn months_fault(bound: u32) -> Error {
    Error::new(ErrorCode::NumberRange)
        .with("low", Detail::Number(1))
        .with_bound(i64::from(bound))
        .under("C. conso. L. 732-3, L. 733-3")
        .at("plan.sale.months")
}

/// A plan that ends with the sale only waits for it: for no longer than a suspension may last (L. 733-1, 4°, likely).
pub(super) fn check_waiting(months: u32, horizon: u32, longest_suspension: u32) -> Result<()> {
    check_months(months, horizon)?;
    if months == horizon && months > longest_suspension {
        return Err(months_fault(horizon.saturating_sub(1)));
    }
    Ok(())
}

/// The capacity seen from the month after some that are gone.
fn shifted(capacity: &[CapacityStep], gone: u32) -> Vec<CapacityStep> {
    let next = gone.saturating_add(1);
    let first = capacity.iter().rev().find(|step| step.from_month <= next);
    let later = capacity.iter().filter(|step| step.from_month > next);
    let seen = |step: &CapacityStep| CapacityStep {
        from_month: step.from_month.saturating_sub(gone).max(1),
        amount: step.amount,
    };
    first.into_iter().chain(later).map(seen).collect()
}

/// What a debt goes through until the price is distributed.
struct Passage<'a> {
    debt: &'a PlanDebt,
    secured: Option<&'a SecuredDebt>,
    /// Not paid before the sale.
    deferred: bool,
    /// Interest borne before the sale.
    interest: Money,
    /// Due when the price is distributed.
    due: Balance,
    part: Part,
}

impl<'a> Passage<'a> {
    fn of(debt: &'a PlanDebt, secured: Option<&'a SecuredDebt>) -> Passage<'a> {
        let deferred = secured.is_some() && !debt.landlord && !debt.outside && debt.fixed.is_none();
        let (interest, part) = (Money::ZERO, Part::default());
        Passage { debt, secured, deferred, interest, due: debt.balance, part }
    }

    fn before(&self) -> PlanDebt {
        let balance = if self.deferred { Balance::default() } else { self.debt.balance };
        PlanDebt { balance, ..self.debt.clone() }
    }

    /// Follows the debt to the sale: deferred, or as the plan before it was drawn.
    fn run(&mut self, settled: &Settled, months: u32, imputation: Imputation) -> Result<()> {
        if self.deferred {
            let terms = Terms { rate: self.debt.rate, imputation };
            let waited = amortization::pay(&self.debt.balance, &terms, Money::ZERO, months)?;
            (self.interest, self.due) = (waited.interest, waited.left);
        } else {
            self.interest = settled.interest;
            self.due = Balance {
                principal: self.debt.balance.principal.minus(settled.principal_paid)?,
                aside: self.debt.balance.aside.plus(settled.interest)?.minus(settled.interest_paid)?,
            };
        }
        Ok(())
    }

    fn reducible(&self) -> bool {
        self.secured.is_some_and(|secured| secured.reducible)
    }

    fn claim(&self, imputation: Imputation) -> Claim {
        Claim {
            id: self.debt.id.clone(),
            security_rank: self.secured.map(|secured| secured.security_rank),
            standing: Standing { landlord: self.debt.landlord, lender: self.debt.lender },
            balance: self.due,
            imputation: if self.reducible() { Imputation::PrincipalFirst } else { imputation },
        }
    }

    fn after(&self) -> PlanDebt {
        let rank = self.secured.map_or(self.debt.rank, |secured| secured.rank_after);
        PlanDebt { balance: self.part.left, rank, ..self.debt.clone() }
    }

    /// The debt over the whole plan.
    fn settled(&self, before: &Settled, after: Option<&Settled>, gone: u32) -> Result<Settled> {
        let left = self.part.left.total()?;
        let later = |month: Option<u32>| month.map(|month| month.saturating_add(gone));
        let of_after = |amount: fn(&Settled) -> Money| after.map_or(Money::ZERO, amount);
        Ok(Settled {
            id: self.debt.id.clone(),
            rank: self.after().rank,
            outside: before.outside,
            rate: before.rate,
            start: self.debt.balance.total()?,
            interest: self.interest.plus(of_after(|after| after.interest))?,
            principal_paid: before.principal_paid.plus(of_after(|after| after.principal_paid))?,
            interest_paid: before.interest_paid.plus(of_after(|after| after.interest_paid))?,
            erased: of_after(|after| after.erased),
            left: after.map_or(left, |after| after.left),
            first_month: before.first_month.or(later(after.and_then(|after| after.first_month))),
            last_month: later(after.and_then(|after| after.last_month)).or(before.last_month),
            sale: Some(FromSale {
                security_rank: self.secured.map(|secured| secured.security_rank),
                deferred: self.deferred,
                received: self.part.received,
                principal: self.part.principal,
                left,
                reducible: self.reducible(),
            }),
        })
    }
}

/// The tiers of both plans in one row, and the sums of the whole.
fn joined(
    before: Plan,
    after: Option<Plan>,
    debts: Vec<Settled>,
    sale: PlanSale,
    horizon: u32,
) -> Result<Plan> {
    let mut tiers = before.tiers;
    let gone = tiers.iter().map(|tier| tier.months).fold(0, u32::saturating_add);
    let wait = sale.month.saturating_sub(gone);
    if wait > 0 {
        let from_month = gone.saturating_add(1);
        tiers.push(Tier { from_month, months: wait, suspension: false, lines: Vec::new() });
    }
    tiers.extend(
        after
            .into_iter()
            .flat_map(|after| after.tiers)
            .map(|tier| Tier { from_month: tier.from_month.saturating_add(sale.month), ..tier }),
    );
    let mut totals = Totals::default();
    for debt in &debts {
        totals.start = totals.start.plus(debt.start)?;
        totals.interest = totals.interest.plus(debt.interest)?;
        totals.paid = totals.paid.plus(debt.principal_paid)?.plus(debt.interest_paid)?;
        totals.from_sale = totals.from_sale.plus(debt.from_sale())?;
        totals.erased = totals.erased.plus(debt.erased)?;
        totals.left = totals.left.plus(debt.left)?;
    }
    let last = debts.iter().filter_map(|debt| debt.last_month).max().unwrap_or(0);
    let objective = Objective {
        unpaid: totals.erased.plus(totals.left)?,
        // The distribution of the price is a payment too.
        months: last.max(sale.month),
        tiers: tiers.len(),
        lines: tiers.iter().map(|tier| tier.lines.len()).sum(),
    };
    Ok(Plan { horizon, tiers, debts, suspension_rate: None, sale: Some(sale), totals, objective })
}
