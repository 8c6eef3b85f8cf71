//! What did a reader put right about who and what the articles name?
//!
//! Corrections are a list in which order matters: each is applied to what those before it left. They are written as a
//! small text file (`docs/corrections.md`), one a line, which the page keeps and exports and the builder takes:
//!
//! ```
//! use dateline_corpus::corrections::{parse, print};
//!
//! let file = "# Who is who\nmerge person:yun-byung-se -> person:yoon-byung-se\ndrop place:march \"March\"\nkind x\n";
//! let read = parse(file);
//! assert_eq!(print(&read.corrections), "merge person:yun-byung-se -> person:yoon-byung-se\ndrop place:march \"March\"\n");
//! assert_eq!((read.lines, read.problems[0].line), (vec![2, 3], 4));
//! ```
//!
//! A [`Plan`] is what a list comes to in one corpus: which entities there are in the end, and steps that make an
//! article's mentions those of the corrected corpus. Analysis and engine take the same steps, so that articles analysed
//! with corrections and the page that makes them say the same.

mod analyses;
mod apply;
mod entries;
mod parse;
mod plan;
mod print;

#[cfg(test)]
mod tests;

pub use analyses::{correct, foretell};
pub use parse::{Problem, Read, parse};
pub use plan::{Known, Plan, Step, Told};
pub use print::{print, quoted, which, word};

use crate::{CountryCode, EntityKey, EntityKind, Span};

/// Most corrections of a list: more than anybody makes by hand, few enough to be applied while somebody waits.
pub const MOST: usize = 10_000;
/// Longest file, in bytes.
pub const LONGEST: usize = 1 << 20;

/// Mentions that are written alike: everywhere, in one article, or one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// As it stands in the texts.
    pub name: String,
    /// The only article that is meant, by its id; empty for all.
    pub article: String,
    /// The byte of that article's text at which the only one that is meant begins.
    pub at: Option<u32>,
}

impl Written {
    /// Wherever it is written so.
    pub fn everywhere(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Whether a mention is meant, as far as its place tells.
    pub fn may_be(&self, article: &str, span: Span) -> bool {
        self.at.is_none_or(|at| at == span.start) && (self.article.is_empty() || self.article == article)
    }
}

/// One correction. Keys that were merged or changed kind before mean what they became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Two are one: `into` takes the mentions of `from`, whose key opens it from then on.
    Merge {
        /// The entity that goes.
        from: EntityKey,
        /// The entity that stays.
        into: EntityKey,
    },
    /// Mentions of `from` that are written alike are those of `into`, which is made where there is none.
    Split {
        /// The entity that has them.
        from: EntityKey,
        /// Which mentions.
        only: Written,
        /// The entity that gets them.
        into: EntityKey,
        /// What that is called where it is made; empty for what is written.
        called: String,
    },
    /// An entity is called otherwise.
    Rename {
        /// The entity.
        key: EntityKey,
        /// Its name from then on.
        name: String,
    },
    /// An entity is something else: its key has that kind from then on.
    Kind {
        /// The entity.
        key: EntityKey,
        /// What it is.
        kind: EntityKind,
    },
    /// What was taken for this entity is none: all its mentions, or those that are written alike.
    Drop {
        /// The entity.
        key: EntityKey,
        /// Which mentions; `None` for all.
        only: Option<Written>,
    },
    /// An entity was read rightly: what was doubtful about it, or about mentions that are written alike, is not.
    Keep {
        /// The entity.
        key: EntityKey,
        /// Which mentions; `None` for all.
        only: Option<Written>,
    },
    /// A place lies in, or a body is of, another country.
    Country {
        /// The place or organisation.
        key: EntityKey,
        /// Its country.
        country: CountryCode,
    },
}

impl Correction {
    /// What it is about.
    pub fn key(&self) -> &EntityKey {
        let (Self::Merge { from: key, .. }
        | Self::Split { from: key, .. }
        | Self::Rename { key, .. }
        | Self::Kind { key, .. }
        | Self::Drop { key, .. }
        | Self::Keep { key, .. }
        | Self::Country { key, .. }) = self;
        key
    }

    /// Which mentions of that; `None` for all.
    pub fn only(&self) -> Option<&Written> {
        match self {
            Self::Split { only, .. } => Some(only),
            Self::Drop { only, .. } | Self::Keep { only, .. } => only.as_ref(),
            _ => None,
        }
    }

    /// Why it makes no sense whatever the corpus, and what to write in its place.
    pub fn fault(&self) -> Option<(&'static str, &'static str)> {
        const NAMED: (&str, &str) = (
            "countries have one name in lists and on the map",
            "leave the line out, or merge the country with another",
        );
        const EMPTY: (&str, &str) = ("the name is empty", "write the name between quotation marks");
        let is_empty = |name: &str| name.trim().is_empty();
        match self {
            Self::Rename { key, .. } if key.kind == EntityKind::Country => Some(NAMED),
            Self::Kind { key, .. } if key.kind == EntityKind::Country => Some((
                "a country is not of another kind as a whole",
                "split its name off: split country:GE \"Georgia\" -> place:georgia-us",
            )),
            Self::Kind { kind, .. } if *kind == EntityKind::Country => Some((
                "which country it is cannot be told from the kind",
                "merge it with the country: merge person:chad -> country:TD",
            )),
            Self::Country { key, .. } if !matches!(key.kind, EntityKind::Place | EntityKind::Organisation) => Some((
                "only a place lies in a country, and only an organisation is of one",
                "change the kind first: kind region:georgia-us -> place",
            )),
            Self::Rename { name, .. } if is_empty(name) => Some(EMPTY),
            _ => self.only().filter(|only| is_empty(&only.name)).map(|_| EMPTY),
        }
    }
}
