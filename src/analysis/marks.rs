//! What the walk over a text leaves behind: stretches of words and what each may be.

use crate::gazetteer::Hit;

/// A stretch of words that names something.
#[derive(Clone, Debug)]
pub struct Mark {
    /// First word.
    pub from: usize,
    /// One past the last word.
    pub to: usize,
    /// What it may be.
    pub what: What,
}

/// What a stretch of words may be.
#[derive(Clone, Debug)]
pub enum What {
    /// A person by more than a bare name, or by a bare name behind a title.
    Person,
    /// A body by the pattern of its name.
    Body,
    /// A body or an area, place or country of the gazetteer.
    Known {
        /// The phrase found.
        hit: Hit,
        /// Inside the name of a body.
        inside: bool,
    },
    /// An abbreviated state, by the index of its place.
    State(u32),
    /// Capital letters that may abbreviate a body's name.
    Letters,
    /// What the tagger takes for something else than a person or a body.
    Thing,
}
