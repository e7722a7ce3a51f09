//! Leaves: one JSON string, number or boolean, read from its own characters.

use super::{Read, Reader};
use crate::error::{Error, ErrorCode};
use crate::money::Money;
use crate::rate::Rate;
use crate::vocabulary::{Id, Vocabulary};
use alloc::borrow::Cow;
use chrono::NaiveDate;
use serde::de::Deserializer;
use serde_json::value::RawValue;

/// The text of one JSON leaf, read from its own characters.
pub(crate) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// The content, when it is a string.
    pub(crate) fn text(&self) -> Option<Cow<'a, str>> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('\\') { serde_json::from_str(self.0).ok() } else { Some(Cow::Borrowed(inner)) }
    }

    /// The digits, when it is a number or a string that holds one.
    pub(crate) fn digits(&self) -> Option<Cow<'a, str>> {
        let number = self.0.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        if number { Some(Cow::Borrowed(self.0)) } else { self.text() }
    }
}

/// A value that is one JSON string, number or boolean.
pub(crate) trait Leaf: Sized {
    /// The word for what is expected.
    const EXPECTED: &'static str;

    /// The value; `None` when the JSON type is wrong.
    fn from_raw(raw: &Raw<'_>) -> Option<Result<Self, Error>>;
}

pub(crate) fn read_leaf<'de, T: Leaf, D: Deserializer<'de>>(
    reader: &mut Reader,
    from: D,
) -> Result<Option<T>, D::Error> {
    let raw: &RawValue = serde::Deserialize::deserialize(from)?;
    Ok(match T::from_raw(&Raw(raw.get())) {
        Some(Ok(value)) => Some(value),
        Some(Err(error)) => {
            reader.fault(error);
            None
        }
        None => reader.type_fault(T::EXPECTED),
    })
}

macro_rules! leaf {
    ($($type:ty $(, silence = $silence:expr)?);+ $(;)?) => {
        $( impl Read for $type {
            $( fn absent() -> Option<Self> { $silence } )?

            fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Self>, D::Error> {
                read_leaf(reader, from)
            }
        } )+
    };
}
pub(crate) use leaf;

leaf! {
    Money;
    Signed;
    Rate;
    NaiveDate;
    u32;
    bool, silence = Some(false);
}

impl Read for Id {
    fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Id>, D::Error> {
        let id = read_leaf(reader, from)?;
        if let Some(id) = &id {
            reader.register(id);
        }
        Ok(id)
    }
}

impl Leaf for Money {
    const EXPECTED: &'static str = "amount";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Money, Error>> {
        let amount = Money::parse(&raw.digits()?);
        Some(amount.and_then(|amount| {
            if amount.is_negative() { Err(Error::new(ErrorCode::AmountNegative)) } else { Ok(amount) }
        }))
    }
}

/// An amount that may be negative: the balance of an account.
#[derive(Clone)]
pub(crate) struct Signed(pub(crate) Money);

impl Leaf for Signed {
    const EXPECTED: &'static str = Money::EXPECTED;

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Signed, Error>> {
        Some(Money::parse(&raw.digits()?).map(Signed))
    }
}

impl Leaf for Rate {
    const EXPECTED: &'static str = "rate";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Rate, Error>> {
        let text = raw.text()?;
        let plain = text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let percent = rust_decimal::Decimal::from_str_exact(&text).ok().filter(|_| plain);
        Some(percent.ok_or_else(|| Error::new(ErrorCode::RateFormat)).and_then(Rate::from_percent))
    }
}

impl Leaf for NaiveDate {
    const EXPECTED: &'static str = "date";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<NaiveDate, Error>> {
        Some(crate::dated::parse_day(&raw.text()?))
    }
}

impl Leaf for Id {
    const EXPECTED: &'static str = "text";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Id, Error>> {
        let text = raw.text()?;
        let length = text.chars().count();
        Some(if length == 0 || length > Id::MAX_CHARS {
            let bound = i64::try_from(Id::MAX_CHARS).unwrap_or(i64::MAX);
            Err(Error::new(ErrorCode::TextLength)
                .with("low", crate::error::Detail::Number(1))
                .with_bound(bound))
        } else {
            Ok(Id::from(text.into_owned()))
        })
    }
}

impl Leaf for u32 {
    const EXPECTED: &'static str = "whole_number";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<u32, Error>> {
        let starts_as_number = raw.0.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        starts_as_number.then(|| match raw.0.parse::<i64>() {
            Ok(number) => u32::try_from(number).map_err(|_| whole_range()),
            Err(_) if raw.0.bytes().all(|b| b.is_ascii_digit()) => Err(whole_range()),
            Err(_) => Err(Error::new(ErrorCode::NumberFormat)),
        })
    }
}

fn whole_range() -> Error {
    Error::new(ErrorCode::NumberRange)
        .with("low", crate::error::Detail::Number(0))
        .with_bound(i64::from(u32::MAX))
}

impl Leaf for bool {
    const EXPECTED: &'static str = "boolean";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<bool, Error>> {
        match raw.0 {
            "true" => Some(Ok(true)),
            "false" => Some(Ok(false)),
            _ => None,
        }
    }
}

/// Reads any [`Vocabulary`] from its word.
pub(crate) struct Word<V>(pub(crate) V);

impl<V: Vocabulary> Leaf for Word<V> {
    const EXPECTED: &'static str = "word";

    fn from_raw(raw: &Raw<'_>) -> Option<Result<Word<V>, Error>> {
        let word = raw.text()?;
        let known = V::from_word(&word).map(Word);
        Some(known.ok_or_else(|| Error::new(ErrorCode::FieldValue).with_allowed(V::WORDS)))
    }
}

/// Lets vocabularies be fields of objects.
macro_rules! words {
    ($($type:ty),+ $(,)?) => {
        $( impl $crate::document::read::Read for $type {
            fn absent() -> Option<Self> {
                <$type as $crate::vocabulary::Vocabulary>::when_silent()
            }

            fn read<'de, D: serde::Deserializer<'de>>(
                reader: &mut $crate::document::read::Reader,
                from: D,
            ) -> Result<Option<Self>, D::Error> {
                let word = $crate::document::read::read_leaf::<$crate::document::read::Word<$type>, D>(reader, from)?;
                Ok(word.map(|word| word.0))
            }
        } )+
    };
}
pub(crate) use words;
