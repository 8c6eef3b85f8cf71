//! What a text says beyond names: quotations, times, figures. Made only where it is asked for, not for a pack.

use dateline_corpus::{Analysis, Article};

use crate::Analyzer;
use crate::quotations::{Quotation, quotations};
use crate::words::Words;

/// Quotations, times and figures of one text, each in order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// What is quoted, and who said it.
    pub quotations: Vec<Quotation>,
}

impl Analyzer {
    /// The quotations, times and figures of an article; `analysis` is what was found in it, best after [`crate::unify`], so
    /// that speakers are the entities of all articles. Time grows linearly with the text.
    pub fn details(&self, article: &Article, analysis: &Analysis) -> Details {
        let words = Words::new(&article.text);
        Details {
            quotations: quotations(&words, &self.tables, &analysis.found),
        }
    }
}
