//! The schedule of a plan month by month (échéancier), drawn from its tiers.

use super::page::{Cell, Page, Table};
use super::situation::View;
use crate::error::Result;
use crate::fr::plan::{Line, Plan, Settled};
use crate::money::Money;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A month of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its number, 1 for the first of the plan.
    pub number: u32,
    /// The tier it belongs to, 1 for the first.
    pub tier: usize,
    /// What is paid, debt by debt; nothing in a month of suspension.
    pub payments: Vec<Payment>,
}

/// What a debt is paid in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// The debt, by its place among those of the plan.
    pub debt: usize,
    /// The amount, the last payment of a tier included.
    pub amount: Money,
}

impl Month {
    /// All that is paid in the month.
    ///
    /// # Errors
    /// `arithmetic.overflow`.
    pub fn total(&self) -> Result<Money> {
        Money::total(self.payments.iter().map(|payment| payment.amount))
    }
}

/// The months of a plan, in order, none left out.
///
/// # Example
/// ```
/// use apurement::{amortization::Balance, fr::plan::*, report::schedule};
/// let rent = PlanDebt {
///     id: "rent".into(), rank: 2, landlord: true, lender: false, outside: false, fixed: None,
///     balance: Balance { principal: "500.00".parse()?, ..Balance::default() },
///     rate: None, unerasable: apurement::Money::ZERO,
/// };
/// let capacity = [CapacityStep { from_month: 1, amount: "190.00".parse()? }];
/// let plan = draw(&[rent], &capacity, 84, &Policy::default())?;
/// let paid: Vec<String> = schedule::months(&plan).map(|month| month.payments[0].amount.to_string()).collect();
/// assert_eq!(paid, ["166.67", "166.67", "166.66"]);
/// # Ok::<(), apurement::Error>(())
/// ```
pub fn months(plan: &Plan) -> impl Iterator<Item = Month> + '_ {
    plan.tiers.iter().enumerate().flat_map(|(place, tier)| {
        (0..tier.months).map(move |gone| Month {
            number: tier.from_month.saturating_add(gone),
            tier: place.saturating_add(1),
            payments: tier.lines.iter().filter_map(|line| payment(line, gone)).collect(),
        })
    })
}

/// What a line pays once some months of its tier are gone.
fn payment(line: &Line, gone: u32) -> Option<Payment> {
    let left = line.payments.checked_sub(gone)?;
    let amount = match left {
        0 => return None,
        1 => line.last,
        _ => line.instalment,
    };
    Some(Payment { debt: line.debt, amount })
}

/// Creditors that stand side by side in one table.
const CREDITORS_ABREAST: usize = 8;

/// Above this many creditors a page of months helps nobody: the CSV files have them.
const MOST_CREDITORS: usize = 24;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let Some(plan) = view.paying_plan().filter(|_| view.whole) else { return };
    let pen = view.pen;
    let paid: Vec<(usize, &Settled)> =
        plan.debts.iter().enumerate().filter(|(_, debt)| debt.first_month.is_some()).collect();
    page.section(pen.say("Échéancier mois par mois", "Schedule month by month"));
    if paid.len() > MOST_CREDITORS {
        page.paragraph(pen.say(
            "Trop de créanciers pour une page : voir l'échéancier en CSV.",
            "Too many creditors for a page: see the schedule as CSV.",
        ));
        return;
    }
    // Ten creditors stand as five and five, rather than eight and two.
    let tables = paid.len().div_ceil(CREDITORS_ABREAST).max(1);
    let abreast = paid.len().div_ceil(tables).max(1);
    for (place, shown) in paid.chunks(abreast).enumerate() {
        let first = place.saturating_mul(abreast).saturating_add(1);
        let last = first.saturating_add(shown.len()).saturating_sub(1);
        let part =
            (tables > 1).then(|| pen.say(format!(", de {first} à {last}"), format!(", {first} to {last}")));
        page.table(table(view, plan, shown, part.as_deref().unwrap_or(""), last == paid.len()));
    }
}

/// The months of some creditors; those of the last table with the total of each month.
fn table(view: &View<'_>, plan: &Plan, shown: &[(usize, &Settled)], part: &str, with_total: bool) -> Table {
    let pen = view.pen;
    let caption = pen.say("Payé chaque mois, par créancier", "Paid each month, by creditor");
    let mut table = Table::new([caption, part].concat()).figures(pen.say("Mois", "Month"));
    let is_dated = view.due_on(1).is_some();
    if is_dated {
        table = table.figures(pen.say("Échéance", "Due on"));
    }
    for (_, debt) in shown {
        table = table.figures(view.creditors.name(&debt.id));
    }
    if with_total {
        table = table.figures(pen.say("Total du mois", "Total of the month"));
    }
    for month in months(plan).take_while(|month| month.number <= plan.objective.months) {
        let paid: BTreeMap<usize, Money> =
            month.payments.iter().map(|payment| (payment.debt, payment.amount)).collect();
        let mut row = alloc::vec![Cell::from(format!("{}", month.number))];
        row.extend(view.due_on(month.number).map(Cell::from));
        row.extend(shown.iter().map(|(place, _)| {
            Cell::from(pen.money_or_dash(paid.get(place).copied().unwrap_or(Money::ZERO)))
        }));
        if with_total {
            row.push(month.total().map(|total| pen.money_or_dash(total)).unwrap_or_default().into());
        }
        table.row(row);
    }
    let mut total = alloc::vec![String::from("Total")];
    total.extend(is_dated.then(String::new));
    total.extend(shown.iter().map(|(_, debt)| {
        let paid = debt.principal_paid.plus(debt.interest_paid);
        paid.map(|paid| pen.money(paid)).unwrap_or_default()
    }));
    if with_total {
        total.push(pen.money(plan.totals.paid));
    }
    table.total(total);
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amortization::Balance;
    use crate::fr::plan::{CapacityStep, PlanDebt, Policy, draw};
    use crate::rate::Rate;
    use rust_decimal::Decimal;

    fn debt(id: &str, rank: u8, principal: &str) -> PlanDebt {
        let balance = Balance { principal: principal.parse().unwrap(), ..Balance::default() };
        PlanDebt {
            id: id.into(),
            rank,
            landlord: rank == 2,
            lender: rank == 4,
            outside: rank == 1,
            fixed: None,
            balance,
            rate: None,
            unerasable: Money::ZERO,
        }
    }

    fn steps(steps: &[(u32, &str)]) -> Vec<CapacityStep> {
        steps
            .iter()
            .map(|(from, amount)| CapacityStep { from_month: *from, amount: amount.parse().unwrap() })
            .collect()
    }

    fn assert_sums(plan: &Plan) {
        let mut paid = alloc::vec![Money::ZERO; plan.debts.len()];
        for (number, month) in (1..).zip(months(plan)) {
            assert_eq!(month.number, number, "no month is left out");
            for payment in &month.payments {
                paid[payment.debt] = paid[payment.debt].plus(payment.amount).unwrap();
                let debt = &plan.debts[payment.debt];
                assert!(debt.first_month <= Some(month.number) && Some(month.number) <= debt.last_month);
                assert!(!payment.amount.is_zero());
            }
        }
        for (debt, paid) in plan.debts.iter().zip(&paid) {
            assert_eq!(*paid, debt.principal_paid.plus(debt.interest_paid).unwrap());
        }
        assert_eq!(Money::total(paid).unwrap(), plan.totals.paid);
    }

    #[test]
    fn months_sum_to_what_the_plan_pays() {
        let all_repaid = [
            debt("rent", 2, "2300.00"),
            debt("electricity", 3, "640.50"),
            debt("loan", 4, "9800.00"),
            debt("revolving", 4, "4200.00"),
            debt("overdraft", 4, "650.00"),
        ];
        let erased = [debt("rent", 2, "1850.00"), debt("loan", 4, "38400.00"), debt("other", 4, "21150.55")];
        let flat = Policy::default();
        for (debts, capacity) in [
            (&all_repaid[..], steps(&[(1, "381.94")])),
            (&erased[..], steps(&[(1, "312.00"), (13, "290.10")])),
        ] {
            assert_sums(&draw(debts, &capacity, 84, &flat).unwrap());
        }
        let suspended = Policy { suspension_months: 24, ..flat };
        let capacity = steps(&[(1, "0.00"), (25, "250.00")]);
        let plan = draw(&erased, &capacity, 84, &suspended).unwrap();
        assert!(months(&plan).take(24).all(|month| month.payments.is_empty()));
        assert_sums(&plan);
    }

    #[test]
    fn months_sum_with_interest_and_fixed_instalments() {
        let rate = Rate::from_percent(Decimal::new(371, 2)).unwrap();
        let mut debts = [debt("fine", 1, "900.00"), debt("tax", 3, "1000.00"), debt("loan", 4, "5000.00")];
        debts[0].fixed = Some("150.00".parse().unwrap());
        for debt in &mut debts[1..] {
            debt.rate = Some(rate);
        }
        let plan = draw(&debts, &steps(&[(1, "250.00")]), 84, &Policy::default()).unwrap();
        assert!(!plan.totals.interest.is_zero());
        assert_sums(&plan);
    }
}
