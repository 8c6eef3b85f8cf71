//! A correction of who or what is named, as a list of them shows it.

use dateline_corpus::EntityKey;
use serde::{Deserialize, Serialize};

/// A correction and what came of it. `was`, `says` and `is` are a sentence: *Yun Byung-se is the same as Yoon Byung-se*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// As a file has it.
    pub line: String,
    /// What it is about: what an entity was called before, or one of its names.
    pub was: String,
    /// What is said of it.
    pub says: String,
    /// The other: an entity, a name, a kind, a country; empty where there is none.
    pub is: String,
    /// Whether the corpus was built with it.
    pub built: bool,
    /// Why nothing came of it; empty where something did.
    pub idle: String,
    /// The id of the only article that it is about; empty where it is about all.
    pub article: String,
    /// The key that it names first.
    pub about: EntityKey,
    /// The entity it concerns now, where there is one.
    pub here: Option<EntityKey>,
}
