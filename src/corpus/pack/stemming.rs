//! What does the writer of a pack ask of stemmers?

/// Stemmers by language, by its main tag (`en`).
pub trait Stemming {
    /// The stem of a word in lower case; `None` for languages without a stemmer, and for what is no word.
    fn stem(&self, language: &str, word: &str) -> Option<String>;

    /// What gives the same stems in a page, as [`Stemmer`](crate::text::stemmer::Stemmer) takes it.
    fn algorithm(&self, language: &str) -> Option<&[u8]>;
}

/// No stemmer: every word has one form.
#[derive(Clone, Copy, Debug)]
pub struct Unstemmed;

impl Stemming for Unstemmed {
    fn stem(&self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn algorithm(&self, _: &str) -> Option<&[u8]> {
        None
    }
}

/// A stemmer for examples and tests: a last *s* is no part of a word, whatever its language.
#[derive(Clone, Copy, Debug)]
pub struct Plurals;

impl Stemming for Plurals {
    fn stem(&self, _: &str, word: &str) -> Option<String> {
        Some(word.strip_suffix('s').unwrap_or(word).to_owned())
    }

    fn algorithm(&self, _: &str) -> Option<&[u8]> {
        use crate::text::stemmer::command::{BACKWARDS, IS, LEFT, REPLACE, RIGHT};
        const ALGORITHM: [u8; 12] = [1, 9, BACKWARDS, 7, LEFT, IS, 2, b's', RIGHT, REPLACE, 0, 0];
        Some(&ALGORITHM)
    }
}
