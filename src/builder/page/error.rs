//! What can go wrong between a pack and a page.

use std::fmt;
use std::path::PathBuf;

/// Why a page could not be made or read.
#[derive(Debug)]
pub enum PageError {
    /// A file of the page is not there.
    Missing {
        /// Its name inside the page.
        name: String,
    },
    /// The wasm cannot be read as a module.
    Wasm {
        /// What the parser found, and at which byte.
        found: String,
    },
    /// The HTML template does not fit this builder.
    Template {
        /// The place in double braces that is unknown, unclosed or absent.
        place: String,
        /// What is wrong with it.
        found: &'static str,
    },
    /// A one-file page from which the pack cannot be taken.
    SingleFile {
        /// What was expected and what was found instead.
        found: String,
    },
    /// The disk refused.
    Io {
        /// Reading or writing which path.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
}

impl PageError {
    /// For `map_err` on reads and writes of `path`.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name } => write!(
                f,
                "the page has no file {name}: expected a folder written by `cargo xtask page` (or a `dateline` command \
                 built by `cargo xtask dist`, which has the page inside)"
            ),
            Self::Wasm { found } => write!(f, "expected a WebAssembly module, found {found}; build the page again"),
            Self::Template { place, found } => write!(f, "index.html: place {{{{{place}}}}} is {found}"),
            Self::SingleFile { found } => write!(
                f,
                "not a whole one-file page: {found}; expected a file written by `dateline build --single-file`"
            ),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl std::error::Error for PageError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
