//! Reading documents: every fault is kept with its path, and reading goes on.
//!
//! serde_json parses; amounts are read from their own digits (a raw JSON value), so that no number passes through a
//! binary float. Objects, lists and leaves are read by [`Read`]; a leaf or a field at fault gives `None` and leaves
//! a fault behind, so that one pass finds them all.

mod leaf;

pub(crate) use leaf::{Leaf, Raw, Signed, Word, leaf, read_leaf, words};

use crate::document::MAX_ITEMS;
use crate::error::{Detail, Error, ErrorCode};
use crate::language::Language;
use crate::vocabulary::Id;
use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A step of a path: the name of a field or the place in a list.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Place(usize),
    Field(Cow<'static, str>),
}

/// What reading leaves behind: faults, and the identifiers met, with their paths.
#[derive(Default)]
pub(crate) struct Reader {
    path: Vec<Segment>,
    faults: Vec<(Vec<Segment>, Error)>,
    ids: Vec<(Vec<Segment>, Id)>,
    /// The language asked for, as far as it was read.
    pub(crate) language: Language,
}

impl Reader {
    /// Keeps a fault at the present path.
    pub(crate) fn fault(&mut self, error: Error) {
        self.faults.push((self.path.clone(), error));
    }

    /// Keeps a fault at a field of the present object.
    pub(crate) fn fault_at(&mut self, field: &'static str, error: Error) {
        self.within(Segment::Field(Cow::Borrowed(field)), |reader| reader.fault(error));
    }

    /// Keeps faults found later, at the path they carry.
    pub(crate) fn fault_with_path(&mut self, error: Error) {
        self.faults.push((parse_path(error.path()), error));
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// All faults, sorted by path, each with its whole path.
    pub(crate) fn into_faults(self) -> Vec<Error> {
        let whole = |(path, error): (Vec<Segment>, Error)| {
            if error.path().is_empty() { error.at(write_path(&path)) } else { error }
        };
        sorted(self.faults.into_iter().map(whole).collect())
    }

    /// Keeps a fault for each identifier that was already used.
    pub(crate) fn check_ids(&mut self) {
        let mut seen = alloc::collections::BTreeSet::new();
        let mut twice = Vec::new();
        for (path, id) in &self.ids {
            if !seen.insert(id.as_str()) {
                twice.push(path.clone());
            }
        }
        self.faults.extend(twice.into_iter().map(|path| (path, Error::new(ErrorCode::IdDuplicate))));
    }

    fn within<T>(&mut self, segment: Segment, read: impl FnOnce(&mut Reader) -> T) -> T {
        self.path.push(segment);
        let result = read(self);
        self.path.pop();
        result
    }

    /// Reads the value of a known field into its slot.
    pub(crate) fn field<'de, A: MapAccess<'de>, T: Read>(
        &mut self,
        map: &mut A,
        name: &'static str,
        slot: &mut Slot<T>,
    ) -> Result<(), A::Error> {
        let value = self.within(Segment::Field(Cow::Borrowed(name)), |reader| {
            if matches!(slot, Slot::Read(_)) {
                reader.fault(Error::new(ErrorCode::FieldDuplicate));
            }
            map.next_value_seed(Seed::<T>(reader, PhantomData))
        })?;
        *slot = Slot::Read(value);
        Ok(())
    }

    /// Keeps a fault of the present object that carries the path of its field.
    pub(crate) fn fault_below(&mut self, error: Error) {
        let mut path = self.path.clone();
        path.extend(parse_path(error.path()));
        let error = error.at(write_path(&self.path));
        self.faults.push((path, error));
    }

    /// Keeps an identifier of the case: a field `id` anywhere but in the law of overlays.
    fn register(&mut self, id: &Id) {
        let names = |segment: Option<&Segment>, name: &str| matches!(segment, Some(Segment::Field(field)) if field == name);
        if names(self.path.last(), "id") && !names(self.path.first(), "law") {
            self.ids.push((self.path.clone(), id.clone()));
        }
    }

    /// Refuses a field that does not exist.
    pub(crate) fn unknown<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        name: &str,
        known: &'static [&'static str],
    ) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>()?;
        self.within(Segment::Field(Cow::Owned(shown(name))), |reader| {
            reader.fault(Error::new(ErrorCode::FieldUnknown).with_allowed(known));
        });
        Ok(())
    }

    /// The value of a slot once its object is read: what was read, or what silence means, or a fault.
    pub(crate) fn finish<T: Read>(&mut self, name: &'static str, slot: Slot<T>) -> Option<T> {
        match slot {
            Slot::Read(value) => value,
            Slot::Absent => T::absent().or_else(|| {
                self.fault_at(name, Error::new(ErrorCode::FieldMissing));
                None
            }),
        }
    }

    pub(crate) fn type_fault<T>(&mut self, expected: &'static str) -> Option<T> {
        self.fault(Error::new(ErrorCode::FieldType).with_word("expected", expected));
        None
    }
}

/// Faults sorted by path, places in lists by number, each once.
pub(crate) fn sorted(mut faults: Vec<Error>) -> Vec<Error> {
    faults.sort_by_cached_key(|fault| (parse_path(fault.path()), fault.code()));
    faults.dedup();
    faults
}

/// A name that came from outside is shown only when it can't carry more than a name.
fn shown(name: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if !name.is_empty() && name.len() <= 40 && name.bytes().all(plain) {
        name.to_owned()
    } else {
        "?".to_owned()
    }
}

fn write_path(path: &[Segment]) -> String {
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Place(place) => text.push_str(&format!("[{place}]")),
            Segment::Field(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
        }
    }
    text
}

fn parse_path(path: &str) -> Vec<Segment> {
    let part = |part: &str| match part.strip_suffix(']').and_then(|place| place.parse().ok()) {
        Some(place) => Segment::Place(place),
        None => Segment::Field(Cow::Owned(part.to_owned())),
    };
    path.split(['.', '[']).filter(|p| !p.is_empty()).map(part).collect()
}

/// A field of an object that is being read.
pub(crate) enum Slot<T> {
    /// Not met yet.
    Absent,
    /// Met; `None` when it was at fault.
    Read(Option<T>),
}

/// A type that documents hold.
pub(crate) trait Read: Sized {
    /// The most items of a list of these.
    const MAX_ITEMS: usize = MAX_ITEMS;

    /// What silence means, when the field may be left out.
    fn absent() -> Option<Self> {
        None
    }

    /// Reads a value; `None` when it was at fault.
    fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Self>, D::Error>;
}

struct Seed<'r, T>(&'r mut Reader, PhantomData<T>);

impl<'de, T: Read> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        T::read(self.0, from)
    }
}

/// The visits of JSON types that are not the expected one: each leaves a fault.
macro_rules! wrong_types {
    ($expected:literal) => {
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }

        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }

        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }

        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }

        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(self.0.type_fault($expected))
        }
    };
}
pub(crate) use wrong_types;

/// Reads an object field by field; the type's fields are named once, and a missing name does not compile.
macro_rules! object {
    ($type:ident { $($field:ident),+ $(,)? } $(most $most:path;)? $(check $check:expr)?) => {
        impl $crate::document::read::Read for $type {
            $( const MAX_ITEMS: usize = $most; )?

            fn read<'de, D: serde::Deserializer<'de>>(
                reader: &mut $crate::document::read::Reader,
                from: D,
            ) -> Result<Option<Self>, D::Error> {
                struct Object<'r>(&'r mut $crate::document::read::Reader);

                impl<'de> serde::de::Visitor<'de> for Object<'_> {
                    type Value = Option<$type>;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        const FIELDS: &[&str] = &[$(stringify!($field)),+];
                        let reader = self.0;
                        $( let mut $field = $crate::document::read::Slot::Absent; )+
                        while let Some(key) = map.next_key::<alloc::borrow::Cow<'de, str>>()? {
                            match &*key {
                                $( stringify!($field) => reader.field(&mut map, stringify!($field), &mut $field)?, )+
                                unknown => reader.unknown(&mut map, unknown, FIELDS)?,
                            }
                        }
                        $( let $field = reader.finish(stringify!($field), $field); )+
                        let object = (|| Some($type { $($field: $field?),+ }))();
                        $( if let Some(object) = &object {
                            let check: fn(&$type, &mut $crate::document::read::Reader) = $check;
                            check(object, reader);
                        } )?
                        Ok(object)
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                        while list.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                        Ok(self.0.type_fault("object"))
                    }

                    $crate::document::read::wrong_types!("object");
                }

                from.deserialize_any(Object(reader))
            }
        }
    };
}
pub(crate) use object;

/// A field that may be left out, or null.
impl<T: Read> Read for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Self>, D::Error> {
        struct Maybe<'r, T>(&'r mut Reader, PhantomData<T>);

        impl<'de, T: Read> Visitor<'de> for Maybe<'_, T> {
            type Value = Option<Option<T>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Some(None))
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(Some(None))
            }

            fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
                Ok(T::read(self.0, from)?.map(Some))
            }
        }

        from.deserialize_option(Maybe(reader, PhantomData))
    }
}

/// A list; empty when left out.
impl<T: Read> Read for Vec<T> {
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn read<'de, D: Deserializer<'de>>(reader: &mut Reader, from: D) -> Result<Option<Self>, D::Error> {
        struct List<'r, T>(&'r mut Reader, PhantomData<T>);

        impl<'de, T: Read> Visitor<'de> for List<'_, T> {
            type Value = Option<Vec<T>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let reader = self.0;
                let mut items = Vec::new();
                let mut whole = true;
                let mut count = 0_usize;
                loop {
                    let seed_at = Segment::Place(count);
                    let item = reader
                        .within(seed_at, |reader| list.next_element_seed(Seed::<T>(reader, PhantomData)))?;
                    match item {
                        None => return Ok(whole.then_some(items)),
                        Some(_) if count >= T::MAX_ITEMS => return too_long(reader, list, count),
                        Some(Some(item)) => items.push(item),
                        Some(None) => whole = false,
                    }
                    count = count.saturating_add(1);
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(self.0.type_fault("list"))
            }

            wrong_types!("list");
        }

        from.deserialize_any(List(reader, PhantomData))
    }
}

/// Counts the rest of a list that is too long, without keeping it.
fn too_long<'de, A: SeqAccess<'de>, T: Read>(
    reader: &mut Reader,
    mut list: A,
    read: usize,
) -> Result<Option<Vec<T>>, A::Error> {
    let mut count = read.saturating_add(1);
    while list.next_element::<IgnoredAny>()?.is_some() {
        count = count.saturating_add(1);
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    reader.fault(
        Error::new(ErrorCode::ListTooLong)
            .with("actual", Detail::Number(number(count)))
            .with_bound(number(T::MAX_ITEMS)),
    );
    Ok(None)
}
