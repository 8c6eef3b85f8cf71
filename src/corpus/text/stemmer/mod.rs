//! What is a word's stem, by an algorithm that comes as data?
//!
//! The algorithms are those of Snowball (M. F. Porter, "Snowball: A Language for Stemming Algorithms", 2001), one a language. All of
//! them would be many times what a page may weigh; so a pack brings those of its languages, and this runs them. The commands are
//! Snowball's own, <https://snowballstem.org/compiler/snowman.html> says what each does; `src/xtask/stemmers` writes them:
//!
//! ```text
//! algorithm   routines: count, { body }    groups of letters: count, { string }        the first routine gives the stem
//! body        length in bytes, { command and what it takes }
//! string      2 × length in bytes, then UTF-8; or 1 for what is held
//! value       kind, and what it takes
//! ```
//! Numbers are LEB128. A forged algorithm does at most so many steps and so much to a word, and then gives no stem.

mod code;
mod run;
#[cfg(test)]
mod tests;

use std::ops::Range;

use run::Run;

pub use code::{command, value};

/// Numbers and marks an algorithm may hold, beside one string.
pub const VARIABLES: usize = 16;

/// An algorithm.
#[derive(Debug)]
pub struct Stemmer<'a> {
    code: &'a [u8],
    /// Where its groups of letters are.
    groups: usize,
}

impl<'a> Stemmer<'a> {
    /// Reads an algorithm; one that was damaged is read as far as it goes.
    pub fn new(code: &'a [u8]) -> Self {
        let mut groups = 0;
        for _ in 0..number(code, &mut groups).min(code.len()) {
            body(code, &mut groups);
        }
        Self { code, groups }
    }

    /// A routine, or a group of letters.
    fn nth(&self, list: usize, n: usize) -> Range<usize> {
        let mut at = list;
        if n >= number(self.code, &mut at) {
            return 0..0;
        }
        for _ in 0..n.min(self.code.len()) {
            body(self.code, &mut at);
        }
        body(self.code, &mut at)
    }

    /// The stem of a word in lower case.
    pub fn stem(&self, word: &str) -> Option<String> {
        Run::new(self, word).stem()
    }
}

/// A number at a place, which moves behind it.
fn number(code: &[u8], at: &mut usize) -> usize {
    let (mut n, mut shift) = (0, 0);
    while let Some(byte) = code.get(*at) {
        *at += 1;
        n |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 21 {
            break;
        }
    }
    n
}

/// Where a body is, whose length stands at a place, which moves behind it.
fn body(code: &[u8], at: &mut usize) -> Range<usize> {
    let length = number(code, at);
    let from = *at;
    *at = (from + length).min(code.len());
    from..*at
}
