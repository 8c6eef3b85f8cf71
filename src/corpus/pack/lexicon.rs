//! What do the words of a corpus answer, whole or in parts?

use std::ops::Range;

use super::Words;
use super::parts::Parts;

/// Terms in the order of their bytes, known by their positions.
pub trait Lexicon {
    /// Number of terms.
    fn len(&self) -> u32;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The term at a position.
    fn term(&self, at: u32) -> &str;

    /// The position of a term.
    fn position(&self, term: &str) -> Option<u32>;

    /// The positions of the terms that begin so.
    fn with_prefix(&self, prefix: &str) -> Range<u32>;
}

impl Lexicon for Words {
    fn len(&self) -> u32 {
        self.len()
    }

    fn term(&self, at: u32) -> &str {
        self.term(at)
    }

    fn position(&self, term: &str) -> Option<u32> {
        self.position(term)
    }

    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.with_prefix(prefix)
    }
}

/// What is not here has no position, begins with nothing, and is noted as wanted.
impl Lexicon for Parts {
    fn len(&self) -> u32 {
        self.terms()
    }

    fn term(&self, at: u32) -> &str {
        self.term(at).map_or("", |info| &info.term)
    }

    fn position(&self, term: &str) -> Option<u32> {
        self.position(term)
    }

    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.with_prefix(prefix)
    }
}
