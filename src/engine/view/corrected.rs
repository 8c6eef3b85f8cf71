//! A correction of who or what is named, as a list of them shows it.

use dateline_corpus::EntityKey;
use serde::{Deserialize, Serialize};

/// A correction and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// As a file has it.
    pub line: String,
    /// What the entity was called before.
    pub was: String,
    /// What the other is called, be it an entity or a country; empty where there is none.
    pub is: String,
    /// Whether the corpus was built with it: it cannot be taken back in a page.
    pub built: bool,
    /// Whether it speaks of an entity that the corpus does not have, so that nothing came of it.
    pub unknown: bool,
    /// The entity it concerns now, where there is one.
    pub here: Option<EntityKey>,
}
