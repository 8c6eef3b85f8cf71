//! How the word that is being typed may go on, as plain data.

use dateline_corpus::{Date, Group};
use serde::{Deserialize, Serialize};

use super::Piece;

/// A word of the corpus that begins as it is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermSuggestion {
    /// As it is most often written, as far as the lengths of the pack's codes tell; of equals the one nearest to small letters.
    pub text: String,
    /// The query with the word completed, and a space behind it.
    pub query: String,
    /// Articles that the rest of the query finds and that have the word itself; in the title where the title is asked.
    pub articles: u32,
}

/// An article whose title has a word that begins as it is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleSuggestion {
    /// The article's id.
    pub id: String,
    /// Its title, matches marked.
    pub title: Vec<Piece>,
    /// Its outlet; empty where not named.
    pub outlet: String,
    /// Its day.
    pub date: Option<Date>,
}

/// An entity whose name has a word that begins as it is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntitySuggestion {
    /// Its group.
    pub group: Group,
    /// Its key, as in a `Pick`.
    pub key: String,
    /// Its fullest name.
    pub name: String,
    /// Articles that the rest of the query finds and that mention it.
    pub articles: u32,
}

/// How the word that is being typed may go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// Words, most articles first; ties in the order of letters.
    pub terms: Vec<TermSuggestion>,
    /// Articles by their titles, best first as in a search; ties newest first.
    pub titles: Vec<TitleSuggestion>,
    /// People, organisations, places and countries, most articles first; ties by name, then key.
    pub entities: Vec<EntitySuggestion>,
}
