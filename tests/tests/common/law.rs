//! The arithmetic of the texts, written from the articles on exact fractions, over the figures of `core/data/fr`.
//!
//! It reads the data files, not the library, and shares no code with it.

use super::day;
use apurement_tests::law_data::{Entry, LawData, folder};
use apurement_tests::law_values::{FloorHousehold, RsaUplifts, Scale, Value};
use chrono::NaiveDate;

/// A fraction in lowest terms with a positive denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact {
    pub(crate) above: i128,
    pub(crate) below: i128,
}

impl Exact {
    pub(crate) const ZERO: Exact = Exact { above: 0, below: 1 };

    pub(crate) fn new(above: i128, below: i128) -> Exact {
        assert!(below != 0, "a fraction over zero");
        let mut rest = (above.abs(), below.abs());
        while rest.1 != 0 {
            rest = (rest.1, rest.0 % rest.1);
        }
        let divisor = if below < 0 { -rest.0 } else { rest.0 };
        Exact { above: above / divisor, below: below / divisor }
    }

    pub(crate) fn whole(number: i128) -> Exact {
        Exact::new(number, 1)
    }

    pub(crate) fn plus(self, other: Exact) -> Exact {
        Exact::new(self.above * other.below + other.above * self.below, self.below * other.below)
    }

    pub(crate) fn times(self, other: Exact) -> Exact {
        Exact::new(self.above * other.above, self.below * other.below)
    }

    /// The nearest whole number; a half goes up. Only for what is not negative.
    pub(crate) fn half_up(self) -> i128 {
        assert!(self.above >= 0, "half up is away from zero: say what is meant below it");
        (2 * self.above + self.below) / (2 * self.below)
    }

    /// Reads `12`, `-0.25` or `4/3`.
    pub(crate) fn read(text: &str) -> Exact {
        if let Some((above, below)) = text.split_once('/') {
            return Exact::new(above.parse().expect(text), below.parse().expect(text));
        }
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let scale = 10_i128.pow(u32::try_from(decimals.len()).expect("few decimals"));
        let decimals: i128 = if decimals.is_empty() { 0 } else { decimals.parse().expect(text) };
        Exact::new(sign * (whole.parse::<i128>().expect(text) * scale + decimals), scale)
    }
}

/// Rates of the seven brackets (C. trav. R. 3252-2).
pub(crate) const RATES: [(i128, i128); 7] = [(1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 3), (1, 1)];

/// The yearly sum over the brackets, in cents, on a monthly base in cents (C. trav. R. 3252-2, R. 3252-3).
pub(crate) fn yearly(scale: &Scale, monthly: i128, half_dependants: i128) -> Exact {
    let base = Exact::whole(12 * monthly);
    let uplift = Exact::new(i128::from(scale.increment) * 100 * half_dependants, 2);
    let mut lower = Exact::ZERO;
    let mut sum = Exact::ZERO;
    for (place, (above, below)) in RATES.into_iter().enumerate() {
        let bound =
            scale.thresholds.get(place).map(|bound| Exact::whole(i128::from(*bound) * 100).plus(uplift));
        let upper = bound.map_or(base, |bound| least(bound, base));
        if less(lower, upper) {
            let portion = upper.plus(lower.times(Exact::whole(-1)));
            sum = sum.plus(portion.times(Exact::new(above, below)));
            lower = upper;
        }
    }
    sum
}

/// The exact monthly scale amount in cents, before its one rounding.
pub(crate) fn exact_amount(scale: &Scale, monthly: i128, half_dependants: i128) -> Exact {
    yearly(scale, monthly, half_dependants).times(Exact::new(1, 12))
}

/// The scale amount in cents: rounded once, half up.
pub(crate) fn scale_amount(scale: &Scale, monthly: i128, half_dependants: i128) -> i128 {
    exact_amount(scale, monthly, half_dependants).half_up()
}

pub(crate) fn less(left: Exact, right: Exact) -> bool {
    left.above * right.below < right.above * left.below
}

fn least(left: Exact, right: Exact) -> Exact {
    if less(left, right) { left } else { right }
}

/// The coefficient of a household of adults and children in full charge, in percent of the one-person amount
/// (CASF R. 262-1; R. 542-6 in Mayotte).
pub(crate) fn coefficient_percent(uplifts: &RsaUplifts, adults: u32, children: u32) -> i128 {
    let persons_before_children = adults;
    let mut percent = 100 + if adults == 2 { i128::from(uplifts.second_person) } else { 0 };
    for rank in 1..=children {
        let second_of_the_household = persons_before_children + rank == 2;
        percent += i128::from(if rank >= uplifts.other_from_child {
            uplifts.other
        } else if second_of_the_household {
            uplifts.second_person
        } else {
            uplifts.further_person
        });
    }
    percent
}

/// The RSA amount of a household in cents: base times coefficient, rounded half up once.
pub(crate) fn household_rsa(one_person: i128, percent: i128) -> i128 {
    Exact::new(one_person * percent, 100).half_up()
}

/// What a table says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said<T> {
    /// It begins later.
    Nothing,
    /// A value exists that nobody has read.
    Unknown,
    Value(T),
}

impl<T> Said<T> {
    #[track_caller]
    pub(crate) fn value(self) -> T {
        match self {
            Said::Value(value) => value,
            Said::Nothing => panic!("before the table"),
            Said::Unknown => panic!("a value that nobody has read"),
        }
    }
}

/// The law as the data files write it.
#[derive(Debug)]
pub(crate) struct Law(pub(crate) LawData);

impl Law {
    pub(crate) fn read() -> Law {
        Law(LawData::read(&folder()).expect("the law data"))
    }

    fn entry(&self, table: &str, on: NaiveDate) -> Option<&Entry> {
        let table = self.0.table(table).unwrap_or_else(|| panic!("no table {table}"));
        table.entries.iter().rfind(|entry| entry.from <= on)
    }

    fn said<T>(&self, table: &str, on: NaiveDate, of: impl Fn(&Value) -> T) -> Said<T> {
        match self.entry(table, on) {
            None => Said::Nothing,
            Some(entry) => entry.value.as_ref().map_or(Said::Unknown, |value| Said::Value(of(value))),
        }
    }

    /// The last day on which a table was verified.
    pub(crate) fn verified_until(&self, table: &str) -> NaiveDate {
        self.0.table(table).and_then(|table| table.verified_until).expect("a table that expires")
    }

    pub(crate) fn scale(&self, on: NaiveDate) -> Said<Scale> {
        self.said("garnishment_scale", on, |value| match value {
            Value::Scale(scale) => scale.clone(),
            other => panic!("{other:?} is not a scale"),
        })
    }

    /// The one-person RSA in cents, from the table of the metropole or of Mayotte.
    pub(crate) fn rsa(&self, table: &str, on: NaiveDate) -> Said<i128> {
        self.said(table, on, |value| match value {
            Value::Money(amount) => i128::from(amount.hundredths),
            other => panic!("{other:?} is not an amount"),
        })
    }

    pub(crate) fn uplifts(&self, table: &str, on: NaiveDate) -> Said<RsaUplifts> {
        self.said(table, on, |value| match value {
            Value::RsaUplifts(uplifts) => uplifts.clone(),
            other => panic!("{other:?} are not uplifts"),
        })
    }

    pub(crate) fn floor_is_of_the_household(&self, on: NaiveDate) -> Said<bool> {
        self.said("garnishment_floor", on, |value| match value {
            Value::FloorHousehold(whose) => *whose == FloorHousehold::Household,
            other => panic!("{other:?} is not a floor"),
        })
    }
}

/// The first of each month, from one to another, both included.
pub(crate) fn months(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    use chrono::Datelike;
    let mut months = Vec::new();
    let mut on = day(from.year(), from.month(), 1);
    while on <= to {
        months.push(on);
        on = on.checked_add_months(chrono::Months::new(1)).expect("a month");
    }
    months
}
