//! The sentences that a count was counted from.

use dateline_corpus::{Date, Doubt, EntityKey, How};
use serde::{Deserialize, Serialize};

use super::Piece;

/// A sentence with a mention or a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The article's id.
    pub id: String,
    /// The article's title.
    pub title: String,
    /// Its outlet.
    pub outlet: String,
    /// Its day.
    pub date: Option<Date>,
    /// The sentence, what is mentioned or quoted marked.
    pub pieces: Vec<Piece>,
    /// How the country came to be meant.
    pub how: How,
    /// What is mentioned, or who is quoted, where that is an entity.
    pub key: Option<EntityKey>,
    /// Its name, or the role that the text gives a speaker; empty where nobody is told.
    pub name: String,
    /// Why the mention may be something else.
    pub doubt: Option<Doubt>,
    /// The byte of the article's text at which what is marked begins.
    pub at: u32,
}

/// What a count was counted from: one line a mention or quotation, so that the number of lines is the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    /// The value's key; none of doubtful mentions and of those of two, which are of many.
    pub key: Option<EntityKey>,
    /// The value's name, or those of both.
    pub name: String,
    /// All mentions or quotations in scope.
    pub mentions: u32,
    /// Articles in scope with at least one.
    pub articles: u32,
    /// The lines asked for, newest article first; doubtful mentions by entity.
    pub lines: Vec<Sentence>,
    /// Of doubtful mentions, how many there are in scope of each entity that the lines are of, in their order.
    #[serde(skip)]
    pub groups: Vec<u32>,
}
