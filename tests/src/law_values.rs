//! The values that the tables of the law hold: how each kind is written in TOML, and what is refused.

use crate::law_data::Fault;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Kinds of expenses that a treatment may name.
const EXPENSE_KINDS: [&str; 24] = [
    "food",
    "hygiene",
    "clothing",
    "heating",
    "household_products",
    "health",
    "home_insurance",
    "water",
    "electricity",
    "telephone",
    "schooling",
    "childcare",
    "rent",
    "rental_charges",
    "income_tax",
    "property_tax",
    "other_tax",
    "maintenance_paid",
    "compensatory_allowance_paid",
    "commuting_own_vehicle",
    "commuting_public_transport",
    "other_transport",
    "other_insurance",
    "other",
];

/// What the values of a table are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Six bounds and an increment.
    Scale,
    /// An amount.
    Money,
    /// A rule for territories outside the metropole.
    RsaExtension,
    /// Uplifts of a household.
    RsaUplifts,
    /// A rule about the household of a floor.
    FloorHousehold,
    /// Two yearly rates.
    LegalInterest,
    /// A number of months.
    Months,
    /// Ages of children.
    ChildAges,
    /// Four numbers of months.
    DirectPayment,
    /// Yes or no.
    YesNo,
    /// Kinds of expenses by treatment.
    ExpenseTreatment,
    /// A number for one person and for each further one.
    BySize,
}

/// A value, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// See [`Kind::Scale`].
    Scale(Scale),
    /// See [`Kind::Money`].
    Money(Decimal),
    /// See [`Kind::RsaExtension`].
    RsaExtension(RsaExtension),
    /// See [`Kind::RsaUplifts`].
    RsaUplifts(RsaUplifts),
    /// See [`Kind::FloorHousehold`].
    FloorHousehold(FloorHousehold),
    /// See [`Kind::LegalInterest`].
    LegalInterest(LegalInterest),
    /// See [`Kind::Months`].
    Months(u32),
    /// See [`Kind::ChildAges`].
    ChildAges(ChildAges),
    /// See [`Kind::DirectPayment`].
    DirectPayment(DirectPayment),
    /// See [`Kind::YesNo`].
    YesNo(bool),
    /// See [`Kind::ExpenseTreatment`].
    ExpenseTreatment(ExpenseTreatment),
    /// See [`Kind::BySize`].
    BySize(BySize),
}

/// The bounds of a garnishment scale, in euros a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Upper bounds of the first six brackets.
    pub thresholds: [u32; 6],
    /// What each dependant adds to every bound.
    pub increment: u32,
}

/// The rule of the RSA outside the metropole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RsaExtension {
    /// The amounts of the metropole hold.
    SameAsMetropole,
}

/// Uplifts of the RSA, in percent of the one-person amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RsaUplifts {
    /// The second person.
    pub second_person: u32,
    /// Each further person.
    pub further_person: u32,
    /// Rank of the first child that takes `other`.
    pub other_from_child: u32,
    /// The uplift of that child and the next ones.
    pub other: u32,
}

/// Whose RSA amount a garnishment leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FloorHousehold {
    /// The debtor's household.
    Household,
    /// One person.
    OnePerson,
}

/// Yearly rates in percent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalInterest {
    /// For creditors who are natural persons outside business.
    pub individuals: Decimal,
    /// For every other creditor.
    pub others: Decimal,
}

/// Ages of children, in years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildAges {
    /// Family benefits below this age.
    pub family_benefits_below: u32,
    /// Schooling is compulsory below this age.
    pub compulsory_school_below: u32,
    /// A child counts for the RSA below this age.
    pub rsa_below: u32,
}

/// Months of arrears, and over how many months they are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectPayment {
    /// Arrears when the creditor acts.
    pub own_arrears_months: u32,
    /// Their spreading.
    pub own_over_months: u32,
    /// Arrears when the family-benefit body acts.
    pub agency_arrears_months: u32,
    /// Their spreading.
    pub agency_over_months: u32,
}

/// Kinds of expenses, by the way they are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpenseTreatment {
    /// By the flat rate.
    pub scale: Vec<String>,
    /// At the real amount within the limit of the scale.
    pub real_capped: Vec<String>,
    /// At the real amount.
    pub real: Vec<String>,
}

/// A number that grows with the household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BySize {
    /// For one person.
    pub one_person: u32,
    /// For each further person.
    pub further_person: u32,
}

/// A number with exactly two decimals, kept as its hundredths: `"651.69"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    /// Cents, or hundredths of a percent.
    pub hundredths: u32,
}

impl TryFrom<String> for Decimal {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        let fault = || format!("{text:?} is not a number with two decimals");
        let (units, cents) = text.split_once('.').ok_or_else(fault)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let padded = units.len() > 1 && units.starts_with('0');
        if cents.len() != 2 || padded || !digits(units) || !digits(cents) {
            return Err(fault());
        }
        let units: u32 = units.parse().map_err(|_| fault())?;
        let cents: u32 = cents.parse().map_err(|_| fault())?;
        let hundredths = units.checked_mul(100).and_then(|sum| sum.checked_add(cents)).ok_or_else(fault)?;
        Ok(Decimal { hundredths })
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> String {
        format!("{}.{:02}", decimal.hundredths / 100, decimal.hundredths % 100)
    }
}

impl Value {
    /// Reads a value of that kind and checks it.
    ///
    /// # Errors
    /// The first fault found.
    pub fn parse(kind: Kind, raw: toml::Value) -> Result<Value, Fault> {
        fn read<T: DeserializeOwned>(raw: toml::Value) -> Result<T, Fault> {
            raw.try_into().map_err(|error: toml::de::Error| error.message().to_owned())
        }
        let value = match kind {
            Kind::Scale => Value::Scale(read(raw)?),
            Kind::Money => Value::Money(read(raw)?),
            Kind::RsaExtension => Value::RsaExtension(read(raw)?),
            Kind::RsaUplifts => Value::RsaUplifts(read(raw)?),
            Kind::FloorHousehold => Value::FloorHousehold(read(raw)?),
            Kind::LegalInterest => Value::LegalInterest(read(raw)?),
            Kind::Months => Value::Months(read(raw)?),
            Kind::ChildAges => Value::ChildAges(read(raw)?),
            Kind::DirectPayment => Value::DirectPayment(read(raw)?),
            Kind::YesNo => Value::YesNo(read(raw)?),
            Kind::ExpenseTreatment => Value::ExpenseTreatment(read(raw)?),
            Kind::BySize => Value::BySize(read(raw)?),
        };
        match &value {
            Value::Scale(scale) => scale.check()?,
            Value::ExpenseTreatment(treatment) => treatment.check()?,
            _ => {}
        }
        Ok(value)
    }
}

impl Scale {
    /// Bounds ascend; bounds and increment are multiples of ten (C. trav. R. 3252-4).
    fn check(&self) -> Result<(), Fault> {
        if let Some(figure) = self.figures().into_iter().find(|figure| *figure == 0 || figure % 10 != 0) {
            return Err(format!("{figure} is not a multiple of 10 above zero"));
        }
        if !self.thresholds.is_sorted_by(|lower, upper| lower < upper) {
            return Err(format!("thresholds {:?} do not ascend", self.thresholds));
        }
        Ok(())
    }

    /// The seven figures that a decree revises together.
    #[must_use]
    pub fn figures(&self) -> [u32; 7] {
        let [first, second, third, fourth, fifth, sixth] = self.thresholds;
        [first, second, third, fourth, fifth, sixth, self.increment]
    }
}

impl ExpenseTreatment {
    fn check(&self) -> Result<(), Fault> {
        let mut seen = Vec::new();
        for kind in self.scale.iter().chain(&self.real_capped).chain(&self.real) {
            if !EXPENSE_KINDS.contains(&kind.as_str()) {
                return Err(format!("unknown kind of expense {kind:?}"));
            }
            if seen.contains(&kind) {
                return Err(format!("kind of expense {kind:?} is listed twice"));
            }
            seen.push(kind);
        }
        Ok(())
    }
}
