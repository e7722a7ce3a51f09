//! The law that a subcommand reads: the compiled book, with overlays laid over it.

use crate::failure::Failure;
use crate::text::faults;
use apurement::fr::Territory;
use apurement::vocabulary::Vocabulary;
use apurement::{Language, LawBook, document::read_overlay};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

/// Overlays.
#[derive(Debug, Args)]
pub(crate) struct Overlays {
    /// JSON file with dated values laid over the law: the next decree, a commission's expense scale, a reform to simulate
    /// (may be given several times; later files win)
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
}

impl Overlays {
    /// The compiled book with the overlays laid over it, in order.
    pub(crate) fn book(&self, language: Language) -> Result<LawBook, Failure> {
        let mut book = LawBook::default();
        for file in &self.overlay {
            let json = std::fs::read(file).map_err(|error| Failure::unreadable(file, &error))?;
            let laid = read_overlay(&json)
                .and_then(|overlay| book.with_overlay(&overlay).map_err(|fault| vec![fault]));
            book = laid.map_err(|errors| {
                Failure::Usage(format!("{}:\n{}", file.display(), faults(&errors, language)))
            })?;
        }
        Ok(book)
    }
}

/// Which law scalars read.
#[derive(Debug, Args)]
pub(crate) struct Law {
    #[command(flatten)]
    overlays: Overlays,
    /// Use the latest value also past the last day for which it was verified
    #[arg(long)]
    accept_unverified: bool,
}

impl Law {
    pub(crate) fn book(&self, language: Language) -> Result<LawBook, Failure> {
        let book = self.overlays.book(language)?;
        Ok(if self.accept_unverified { book.accepting_unverified() } else { book })
    }
}

/// Reads a territory's word, and lists them all in the help.
pub(crate) fn territory() -> impl TypedValueParser<Value = Territory> {
    word(Territory::WORDS)
}

/// Reads one of some words of the documents, and lists them in the help.
pub(crate) fn word<T: Vocabulary + Default + Send + Sync>(
    words: &'static [&'static str],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words).map(|word| T::from_word(&word).unwrap_or_default())
}
