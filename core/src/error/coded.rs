//! One table a family of codes: number, dotted name, and the sentence in each language.

/// Declares an enumeration of numbered codes. A number is given once and never used again for something else.
macro_rules! coded {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident {
            $( $(#[$vmeta:meta])* $variant:ident = $number:literal, $dotted:literal, $english:literal, $french:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        $vis enum $name {
            $( $(#[$vmeta])* #[doc = concat!("\n\n`", $dotted, "`: ", $english)] $variant = $number, )+
        }

        impl $name {
            /// Every code there is, in order of number.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable number.
            #[must_use]
            pub const fn number(self) -> u16 {
                self as u16
            }

            /// The stable dotted name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $dotted),+ }
            }

            /// The sentence, with its details still in braces.
            pub(crate) const fn template(self, language: $crate::language::Language) -> &'static str {
                match language {
                    $crate::language::Language::English => match self { $($name::$variant => $english),+ },
                    $crate::language::Language::French => match self { $($name::$variant => $french),+ },
                }
            }
        }
    };
}

pub(crate) use coded;
