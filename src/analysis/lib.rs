//! What does an article's text name?
//!
//! [`Analyzer::new`] builds the automata once; [`Analyzer::analyze`] takes one article and is pure.
//! [`unify`] then joins what several articles call by different names.

use dateline_corpus::{Analysis, Article};

/// Everything that analysing needs, built once.
#[derive(Default)]
pub struct Analyzer {}

impl Analyzer {
    /// Builds the automata from the gazetteer.
    pub fn new() -> Self {
        Self {}
    }

    /// What the article's text names. Same article, same answer.
    pub fn analyze(&self, _article: &Article) -> Analysis {
        Analysis::default()
    }
}

/// Joins entities that different articles name differently: one key, one fullest name. The order of articles does not matter.
pub fn unify(_analyses: &mut [Analysis]) {}
