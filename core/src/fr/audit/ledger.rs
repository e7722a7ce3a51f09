//! What a plan does to each debt, followed tier by tier from its lines alone.
//!
//! The ledger moves forward: at the start of a tier it holds what each debt owes and what the tier pays it; at its end,
//! what is left. Nothing is kept of the tiers gone by but their sums, so its size is that of the debts.

use super::account::{Account, Monthly};
use super::document::{AuditedLine, AuditedPlan, AuditedTier};
use crate::amortization::{Balance, Imputation};
use crate::error::{Error, ErrorCode, Result};
use crate::fr::asset::Asset;
use crate::fr::debt::Debt;
use crate::fr::plan::is_reducible;
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::Id;
use alloc::format;
use alloc::vec::Vec;

/// One debt's passage through the plan.
pub(crate) struct Entry<'a> {
    pub(crate) debt: &'a Debt,
    /// Due at the start.
    pub(crate) start: Money,
    /// Paid so far, as written, even beyond what is due.
    pub(crate) paid: Money,
    /// Paid by the sale of an asset, as written, and what is due once its price is distributed.
    pub(crate) from_sale: Money,
    pub(crate) after_sale: Money,
    /// All that was paid so far, by either way; what the price will pay counts from the start.
    pub(crate) received: Money,
    /// The plan reduces what the sale leaves (L. 733-4, 1°), and whether that may be.
    pub(crate) reduced: bool,
    pub(crate) is_reducible: bool,
    /// Erased at the end, as written.
    pub(crate) erased: Money,
    /// The rate that the plan names.
    pub(crate) rate: Option<Rate>,
    /// The plan shows it outside the measures.
    pub(crate) outside: bool,
    /// The plan has a word for it: a line, an erasure, its place outside, a stated sum.
    pub(crate) mentioned: bool,
    /// Some tier has a line for it.
    pub(crate) listed: bool,
    /// The last month with a payment, and how many there are.
    pub(crate) last_month: Option<u32>,
    pub(crate) payments: u32,
    /// Some tier of suspension pays it nothing while something is due.
    pub(crate) suspended: bool,
    /// The first month of the tier in which more is paid than is due.
    pub(crate) over_from: Option<u32>,
    /// Its line in the present tier, and whether that tier has more of them.
    pub(crate) line: Option<&'a AuditedLine>,
    pub(crate) twice: bool,
    /// What the present tier pays, as written.
    pub(crate) now: Money,
    account: Account,
    monthly: Option<Monthly>,
}

impl Entry<'_> {
    /// What is due now, payments so far imputed.
    pub(crate) fn balance(&self) -> Result<Balance> {
        self.account.balance()
    }

    /// Whether something is still due.
    pub(crate) fn is_owed(&self) -> bool {
        !self.account.is_settled()
    }

    /// Interest borne so far.
    pub(crate) fn interest(&self) -> Result<Money> {
        self.account.interest()
    }

    /// All that came due: the start and the interest.
    pub(crate) fn due(&self) -> Result<Money> {
        self.start.plus(self.interest()?)
    }

    /// Due less paid and erased; negative when more is given than is due.
    pub(crate) fn left(&self) -> Result<Money> {
        self.due()?.minus(self.received)?.minus(self.erased)
    }

    /// Neither set aside nor of a professional estate: such debts are no matter of a plan.
    pub(crate) fn is_served(&self) -> bool {
        !self.debt.is_no_matter()
    }

    /// Its creditor counts its own interest: outside the measures, or left out of the plan.
    pub(crate) fn is_beside(&self) -> bool {
        self.outside || self.debt.outside_plan.is_some()
    }
}

/// The debts of a plan as they stand, in the order of the case.
pub(crate) struct Ledger<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
    /// Months gone by.
    pub(crate) gone: u32,
    imputation: Imputation,
    suspended: Option<Monthly>,
    /// The month at whose end the price of a sale is distributed.
    sold_in: Option<u32>,
    /// The places of the debts of all lines, tier after tier.
    places: Vec<usize>,
    /// How many of them are used up.
    used: usize,
    /// Further lines of a debt in the present tier, by its place.
    further: Vec<(usize, &'a AuditedLine)>,
}

impl<'a> Ledger<'a> {
    /// Before the first month.
    ///
    /// # Errors
    /// `id.unknown` for a debt that is none of the case; `arithmetic.overflow`.
    pub(crate) fn open(plan: &'a AuditedPlan, debts: &'a [Debt], assets: &[Asset]) -> Result<Ledger<'a>> {
        let index = Index::of(debts);
        let mut entries = Vec::with_capacity(debts.len());
        for debt in debts {
            let start = debt.balance()?;
            let balance = Balance { principal: debt.principal, aside: start.minus(debt.principal)? };
            entries.push(Entry {
                debt,
                start,
                paid: Money::ZERO,
                from_sale: Money::ZERO,
                after_sale: Money::ZERO,
                received: Money::ZERO,
                reduced: false,
                is_reducible: false,
                erased: Money::ZERO,
                rate: None,
                outside: false,
                mentioned: false,
                listed: false,
                last_month: None,
                payments: 0,
                suspended: false,
                over_from: None,
                line: None,
                twice: false,
                now: Money::ZERO,
                account: Account::of(&balance),
                monthly: None,
            });
        }
        let lines = plan.tiers.iter().map(|tier| tier.lines.len()).sum();
        let mut places = Vec::with_capacity(lines);
        for (tier_place, tier) in plan.tiers.iter().enumerate() {
            let mut near = 0;
            for (place, line) in tier.lines.iter().enumerate() {
                let path = || format!("audit.tiers[{tier_place}].lines[{place}].debt");
                let found = index.place(&line.debt, near).ok_or_else(|| unknown().at(path()))?;
                near = found.saturating_add(1);
                places.push(found);
                if let Some(entry) = entries.get_mut(found) {
                    entry.listed = true;
                    entry.mentioned = true;
                }
            }
        }
        for (place, rate) in plan.rates.iter().enumerate() {
            let entry = index.entry(&mut entries, &rate.debt, place);
            let entry = entry.ok_or_else(|| unknown().at(format!("audit.rates[{place}].debt")))?;
            entry.rate = Some(rate.percent);
            entry.monthly = Monthly::of(rate.percent)?;
        }
        for (place, erased) in plan.erased.iter().enumerate() {
            let entry = index.entry(&mut entries, &erased.debt, place);
            let entry = entry.ok_or_else(|| unknown().at(format!("audit.erased[{place}].debt")))?;
            entry.erased = entry.erased.plus(erased.amount)?;
            entry.mentioned = true;
        }
        for (place, debt) in plan.outside.iter().enumerate() {
            let entry = index.entry(&mut entries, debt, place);
            let entry = entry.ok_or_else(|| unknown().at(format!("audit.outside[{place}]")))?;
            entry.outside = true;
            entry.mentioned = true;
        }
        for (place, stated) in plan.stated.iter().enumerate() {
            let entry = index.entry(&mut entries, &stated.debt, place);
            let entry = entry.ok_or_else(|| unknown().at(format!("audit.stated[{place}].debt")))?;
            entry.mentioned = true;
        }
        if let Some(sale) = &plan.sale {
            let asset = assets.iter().find(|asset| asset.id.as_ref() == Some(&sale.asset));
            for (place, part) in sale.parts.iter().enumerate() {
                let entry = index.entry(&mut entries, &part.debt, place);
                let entry = entry.ok_or_else(|| unknown().at(format!("audit.sale.parts[{place}].debt")))?;
                entry.from_sale = entry.from_sale.plus(part.amount)?;
                entry.received = entry.from_sale;
                entry.mentioned = true;
            }
            for (place, debt) in sale.reduced.iter().enumerate() {
                let entry = index.entry(&mut entries, debt, place);
                let entry = entry.ok_or_else(|| unknown().at(format!("audit.sale.reduced[{place}]")))?;
                entry.reduced = true;
            }
            for entry in &mut entries {
                entry.is_reducible = asset.is_some_and(|asset| is_reducible(entry.debt, asset, sale.manner));
            }
        }
        let sold_in = plan.sale.as_ref().map(|sale| sale.month);
        let suspended = plan.suspension_rate.map_or(Ok(None), Monthly::of)?;
        let imputation = plan.imputation;
        let further = Vec::new();
        Ok(Ledger { entries, gone: 0, imputation, suspended, sold_in, places, used: 0, further })
    }

    /// The first month of the present tier.
    pub(crate) fn month(&self) -> u32 {
        self.gone.saturating_add(1)
    }

    /// Opens the next tier: what it pays to each debt.
    pub(crate) fn begin(&mut self, tier: &'a AuditedTier) -> Result<()> {
        for entry in &mut self.entries {
            entry.line = None;
            entry.twice = false;
            entry.now = Money::ZERO;
        }
        self.further.clear();
        let places = self.places.iter().skip(self.used);
        for (line, place) in tier.lines.iter().zip(places) {
            let Some(entry) = self.entries.get_mut(*place) else { continue };
            if entry.line.is_some() {
                entry.twice = true;
                self.further.push((*place, line));
            }
            entry.line.get_or_insert(line);
            entry.now = entry.now.plus(line.sum(tier.months)?)?;
        }
        self.further.sort_unstable_by_key(|(place, _)| *place);
        self.used = self.used.saturating_add(tier.lines.len());
        Ok(())
    }

    /// Closes it: its months go by.
    pub(crate) fn finish(&mut self, tier: &AuditedTier) -> Result<()> {
        let month = self.month();
        let sold_after = self.sold_in.and_then(|sold| sold.checked_sub(self.gone));
        let sold_after = sold_after.filter(|after| *after > 0 && *after <= tier.months);
        for (place, entry) in self.entries.iter_mut().enumerate() {
            entry.suspended |= tier.suspension && entry.now.is_zero() && entry.is_owed();
            let rate = match (tier.suspension, entry.is_beside()) {
                (true, false) => self.suspended,
                _ => entry.monthly,
            };
            let (account, imputation) = (&mut entry.account, self.imputation);
            // Principal first where what is left may be reduced afterwards (L. 733-4, 1°).
            let of_price = if entry.is_reducible { Imputation::PrincipalFirst } else { imputation };
            let (price, after_sale) = (entry.from_sale, &mut entry.after_sale);
            let mut gone = 0_u32;
            // A sale parts the months before its price is distributed from those after.
            let mut pay = |amount, months: u32| -> Result<()> {
                let until = gone.saturating_add(months);
                let before = sold_after.filter(|after| gone < *after && *after <= until);
                let first = before.map_or(months, |after| after.saturating_sub(gone));
                gone = until;
                account.pay(rate.as_ref(), imputation, amount, first)?;
                if before.is_some() {
                    account.absorb(of_price, price.cents())?;
                    *after_sale = account.balance()?.total()?;
                    account.pay(rate.as_ref(), imputation, amount, months.saturating_sub(first))?;
                }
                Ok(())
            };
            let mut paid_until = 0;
            match entry.line {
                None if rate.is_none() && sold_after.is_none() => {}
                None => pay(Money::ZERO, tier.months)?,
                Some(line) if !entry.twice => {
                    let payments = line.payments(tier.months);
                    pay(line.instalment, payments.saturating_sub(1))?;
                    pay(line.last(), payments.min(1))?;
                    pay(Money::ZERO, tier.months.saturating_sub(payments))?;
                    paid_until = payments;
                }
                Some(line) => {
                    let from = self.further.partition_point(|(other, _)| *other < place);
                    let further = self.further.iter().skip(from).take_while(|(other, _)| *other == place);
                    let lines = || further.clone().map(|(_, line)| *line).chain([line]);
                    for month in 1..=tier.months {
                        pay(Money::total(lines().map(|line| line.in_month(month, tier.months)))?, 1)?;
                    }
                    paid_until = lines().map(|line| line.payments(tier.months)).max().unwrap_or(0);
                }
            }
            if !entry.now.is_zero() {
                entry.last_month = Some(self.gone.saturating_add(paid_until));
                entry.payments = entry.payments.saturating_add(paid_until);
            }
            entry.paid = entry.paid.plus(entry.now)?;
            entry.received = entry.received.plus(entry.now)?;
            if entry.account.has_excess() {
                entry.over_from.get_or_insert(month);
            }
        }
        self.gone = self.gone.saturating_add(tier.months);
        Ok(())
    }
}

fn unknown() -> Error {
    Error::new(ErrorCode::IdUnknown)
}

/// The places of debts by their identifiers.
pub(super) struct Index<'a> {
    debts: &'a [Debt],
    sorted: Vec<(&'a Id, usize)>,
}

impl<'a> Index<'a> {
    pub(super) fn of(debts: &'a [Debt]) -> Index<'a> {
        let mut sorted: Vec<(&Id, usize)> =
            debts.iter().enumerate().map(|(place, debt)| (&debt.id, place)).collect();
        sorted.sort_unstable();
        Index { debts, sorted }
    }

    /// The place of a debt; lists often name debts in the order of the case, so one place is tried first.
    pub(super) fn place(&self, id: &Id, near: usize) -> Option<usize> {
        if self.debts.get(near).is_some_and(|debt| debt.id == *id) {
            return Some(near);
        }
        let found = self.sorted.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        self.sorted.get(found).map(|(_, place)| *place)
    }

    fn entry<'l>(&self, entries: &'l mut [Entry<'a>], id: &Id, near: usize) -> Option<&'l mut Entry<'a>> {
        entries.get_mut(self.place(id, near)?)
    }
}
