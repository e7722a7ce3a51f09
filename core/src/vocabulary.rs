//! Words of the documents: enumerations written in snake_case, and identifiers that callers choose.

use alloc::string::String;
use core::fmt;

/// An enumeration whose variants have a stable word in documents.
pub trait Vocabulary: Sized + Copy + 'static {
    /// Every word, in order of declaration.
    const WORDS: &'static [&'static str];

    /// The word of a variant.
    fn word(self) -> &'static str;

    /// The variant of a word.
    fn from_word(word: &str) -> Option<Self>;

    /// The value that holds when a document says nothing, if there is one.
    fn when_silent() -> Option<Self> {
        None
    }
}

/// Declares an enumeration with the word of each variant; `= default` names the one meant by silence.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident $(= $default:ident)? {
            $( $(#[$vmeta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $name {
            $( $(#[$vmeta])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant, )+
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }

            $( fn when_silent() -> Option<Self> { Some($name::$default) } )?
        }

        $( impl Default for $name { fn default() -> Self { $name::$default } } )?

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::vocabulary::Vocabulary::word(*self))
            }
        }
    };
}
pub(crate) use vocabulary;

/// Gives types that hold a household's facts a `Debug` output that tells nothing of them.
macro_rules! opaque_debug {
    ($($name:ident),+ $(,)?) => {
        $( impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        } )+
    };
}
pub(crate) use opaque_debug;

/// An identifier that the caller gives to a person, a line or a claim, to find it again in the results.
///
/// It may be anything of 1 to 64 characters. It is returned in results and never enters an error or `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Id(#[cfg_attr(feature = "schema", schemars(length(min = 1, max = 64)))] String);

impl Id {
    /// The longest identifier, in characters.
    pub const MAX_CHARS: usize = 64;

    /// The identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Id {
        Id(text.into())
    }
}

impl From<String> for Id {
    fn from(text: String) -> Id {
        Id(text)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Id(..)")
    }
}
