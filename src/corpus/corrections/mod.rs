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
pub use plan::{Known, Plan, Told};
pub use print::{print, quoted, word};

use crate::{CountryCode, EntityKey, EntityKind};

/// Most corrections of a list: more than anybody makes by hand, few enough to be applied while somebody waits.
pub const MOST: usize = 10_000;
/// Longest file, in bytes.
pub const LONGEST: usize = 1 << 20;

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
    /// The mentions of `from` that are written `name` are those of `into`, which is made where there is none.
    Split {
        /// The entity that has them.
        from: EntityKey,
        /// As it stands in the texts.
        name: String,
        /// The entity that gets them.
        into: EntityKey,
        /// What that is called where it is made; empty for `name`.
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
    /// What was taken for this entity is none: all its mentions, or those that are written `name`.
    Drop {
        /// The entity.
        key: EntityKey,
        /// As it stands in the texts; `None` for all.
        name: Option<String>,
    },
    /// An entity was read rightly: what was doubtful about it is not.
    Keep {
        /// The entity.
        key: EntityKey,
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
        | Self::Keep { key }
        | Self::Country { key, .. }) = self;
        key
    }

    /// Why it makes no sense whatever the corpus, and what to write in its place.
    pub fn fault(&self) -> Option<(&'static str, &'static str)> {
        const NAMED: (&str, &str) = (
            "countries have one name in lists and on the map",
            "leave the line out, or merge the country with another",
        );
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
            Self::Split { name, .. } | Self::Rename { name, .. } | Self::Drop { name: Some(name), .. }
                if is_empty(name) =>
            {
                Some(("the name is empty", "write the name between quotation marks"))
            }
            _ => None,
        }
    }
}
