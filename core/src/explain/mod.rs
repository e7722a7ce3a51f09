//! How a figure was reached: a small tree of typed steps, rendered once into sentences.
//!
//! Every computation takes a [`Trace`]. [`NoTrace`] costs nothing; [`Recorder`] keeps one [`Step`] a rule, with
//! the figures that went in, the figure that came out, the rounding by name, the dated values used and the
//! provisions behind it. Figures are the same with either.

mod rules;
pub(crate) mod sentence;

pub use rules::Rule;

use crate::dated::Found;
use crate::fraction::Fraction;
use crate::language::Language;
use crate::money::Money;
use crate::rounding::Rounding;
use crate::vocabulary::Id;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::ser::{SerializeMap, SerializeSeq};

/// A value that enters or leaves a step.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// An amount of money.
    Money(Money),
    /// An exact fraction, read as a decimal: a share, a coefficient.
    Fraction(Fraction),
    /// An exact number of euros before its rounding: an amount when they are whole cents, a fraction otherwise.
    Exact(Fraction),
    /// A fraction read as such: a rate of the scale.
    Ratio(Fraction),
    /// A count.
    Number(i64),
    /// A percentage.
    Percent(i64),
    /// A date.
    Date(NaiveDate),
    /// A word of the library's vocabulary.
    Word(&'static str),
    /// Several such words.
    Words(Vec<&'static str>),
    /// An identifier chosen by the caller.
    Id(Id),
}

crate::vocabulary::opaque_debug!(Value, Step, Recorder);

impl From<Money> for Value {
    fn from(amount: Money) -> Value {
        Value::Money(amount)
    }
}

impl From<Fraction> for Value {
    fn from(fraction: Fraction) -> Value {
        Value::Fraction(fraction)
    }
}

impl From<&'static str> for Value {
    fn from(word: &'static str) -> Value {
        Value::Word(word)
    }
}

impl From<NaiveDate> for Value {
    fn from(date: NaiveDate) -> Value {
        Value::Date(date)
    }
}

impl From<&Id> for Value {
    fn from(id: &Id) -> Value {
        Value::Id(id.clone())
    }
}

/// The cents of exact euros that are whole cents.
fn whole_cents(euros: Fraction) -> Option<i128> {
    let cents = euros.numerator().checked_mul(100)?;
    (cents.checked_rem(euros.denominator())? == 0).then(|| cents.checked_div(euros.denominator()))?
}

impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Money(amount) => amount.serialize(serializer),
            Value::Fraction(fraction) => fraction.serialize(serializer),
            Value::Exact(euros) => match whole_cents(*euros) {
                Some(cents) => serializer.collect_str(&format_args!(
                    "{}{}.{:02}",
                    if cents < 0 { "-" } else { "" },
                    cents.unsigned_abs() / 100,
                    cents.unsigned_abs() % 100
                )),
                None => euros.serialize(serializer),
            },
            Value::Ratio(ratio) => {
                serializer.collect_str(&format_args!("{}/{}", ratio.numerator(), ratio.denominator()))
            }
            Value::Number(number) | Value::Percent(number) => serializer.serialize_i64(*number),
            Value::Date(date) => serializer.collect_str(date),
            Value::Word(word) => serializer.serialize_str(word),
            Value::Words(words) => words.serialize(serializer),
            Value::Id(id) => id.serialize(serializer),
        }
    }
}

/// A dated value that a step used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// The table's identifier.
    pub table: &'static str,
    /// The table's title in French and English.
    pub titles: [&'static str; 2],
    /// First day of validity of the value used.
    pub from: NaiveDate,
}

/// One rule applied: what went in, what came out, and why.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// The rule.
    pub rule: Rule,
    /// The figures that went in, by name.
    pub inputs: Vec<(&'static str, Value)>,
    /// The figure that came out.
    pub result: Option<Value>,
    /// The rounding it went through, if any.
    pub rounding: Option<Rounding>,
    /// The dated values used.
    pub versions: Vec<Version>,
    /// The steps it rests on.
    pub children: Vec<Step>,
}

impl Step {
    fn new(rule: Rule) -> Step {
        Step {
            rule,
            inputs: Vec::new(),
            result: None,
            rounding: None,
            versions: Vec::new(),
            children: Vec::new(),
        }
    }

    pub(crate) fn input(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Step {
        self.inputs.push((name, value.into()));
        self
    }

    pub(crate) fn result(&mut self, value: impl Into<Value>) -> &mut Step {
        self.result = Some(value.into());
        self
    }

    pub(crate) fn rounded(&mut self, rounding: Rounding) -> &mut Step {
        self.rounding = Some(rounding);
        self
    }

    pub(crate) fn version<T>(&mut self, found: &Found<'_, T>) -> &mut Step {
        self.versions.push(Version {
            table: found.info.id,
            titles: [found.info.title_fr, found.info.title],
            from: found.from,
        });
        self
    }

    /// The sentence of this step alone, in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        sentence::render(self, language)
    }
}

/// Where computations tell what they do.
pub trait Trace {
    /// Begins a step; the steps begun before its end are its children.
    fn open(&mut self, rule: Rule);

    /// Ends the step begun last and fills it.
    fn close(&mut self, fill: impl FnOnce(&mut Step));

    /// Whether anything is kept: lets a computation leave out what only an explanation needs.
    fn records(&self) -> bool;

    /// A step without children.
    fn note(&mut self, rule: Rule, fill: impl FnOnce(&mut Step)) {
        self.open(rule);
        self.close(fill);
    }
}

/// Keeps nothing, costs nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTrace;

impl Trace for NoTrace {
    #[inline]
    fn open(&mut self, _: Rule) {}

    #[inline]
    fn close(&mut self, _: impl FnOnce(&mut Step)) {}

    #[inline]
    fn records(&self) -> bool {
        false
    }
}

/// Keeps every step.
#[derive(Clone, Default)]
pub struct Recorder {
    done: Vec<Step>,
    open: Vec<Step>,
}

impl Recorder {
    /// An empty recorder.
    #[must_use]
    pub fn new() -> Recorder {
        Recorder::default()
    }

    /// The steps that were ended at the top level, in order.
    #[must_use]
    pub fn into_steps(self) -> Vec<Step> {
        self.done
    }
}

impl Trace for Recorder {
    fn open(&mut self, rule: Rule) {
        self.open.push(Step::new(rule));
    }

    fn close(&mut self, fill: impl FnOnce(&mut Step)) {
        if let Some(mut step) = self.open.pop() {
            fill(&mut step);
            match self.open.last_mut() {
                Some(parent) => parent.children.push(step),
                None => self.done.push(step),
            }
        }
    }

    fn records(&self) -> bool {
        true
    }
}

/// A tree of steps with its sentences in one language, ready to be written as JSON.
pub(crate) struct Rendered<'a> {
    pub(crate) steps: &'a [Step],
    pub(crate) language: Language,
}

impl serde::Serialize for Rendered<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.steps.len()))?;
        for step in self.steps {
            list.serialize_element(&RenderedStep { step, language: self.language })?;
        }
        list.end()
    }
}

struct RenderedStep<'a> {
    step: &'a Step,
    language: Language,
}

impl serde::Serialize for RenderedStep<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let step = self.step;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", step.rule.name())?;
        map.serialize_entry("text", &step.sentence(self.language))?;
        if !step.inputs.is_empty() {
            map.serialize_entry("inputs", &Named(&step.inputs))?;
        }
        if let Some(result) = &step.result {
            map.serialize_entry("result", result)?;
        }
        if let Some(rounding) = &step.rounding {
            map.serialize_entry("rounding", rounding)?;
        }
        if !step.versions.is_empty() {
            map.serialize_entry("versions", &Versions(&step.versions))?;
        }
        if !step.rule.provisions().is_empty() {
            map.serialize_entry("provisions", step.rule.provisions())?;
        }
        if !step.children.is_empty() {
            map.serialize_entry("children", &Rendered { steps: &step.children, language: self.language })?;
        }
        map.end()
    }
}

struct Named<'a>(&'a [(&'static str, Value)]);

impl serde::Serialize for Named<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

struct Versions<'a>(&'a [Version]);

impl serde::Serialize for Versions<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|v| (v.table, alloc::format!("{}", v.from))))
    }
}
