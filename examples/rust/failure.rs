//! What ends the command before its answer is complete, and the exit status that tells it.

use crate::text::faults;
use apurement::{Error, Language};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// Why the command ends.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was not used as it should.
    Usage(String),
    /// The library refuses: the facts are wrong, or the law has no answer.
    Refused(String),
    /// Standard input or output failed.
    Io(io::Error),
}

impl Failure {
    /// A refusal of the library.
    pub(crate) fn refused(error: &Error, language: Language) -> Failure {
        Failure::Refused(faults(std::slice::from_ref(error), language))
    }

    /// A file that can't be read.
    pub(crate) fn unreadable(file: &Path, error: &io::Error) -> Failure {
        Failure::Usage(format!("{}: {error}", file.display()))
    }

    /// Tells it on standard error. A reader that went away before the end (`| head`) is no failure.
    pub(crate) fn exit(self) -> ExitCode {
        let (message, status) = match self {
            Failure::Io(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Failure::Io(error) => (error.to_string(), 1),
            Failure::Refused(message) => (message, 1),
            Failure::Usage(message) => (message, 2),
        };
        tell(&message);
        ExitCode::from(status)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Failure {
        Failure::Io(match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}

/// Writes a line to standard error; when that fails there is nobody left to tell.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", message.trim_end());
}
