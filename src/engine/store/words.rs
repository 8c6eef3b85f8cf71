//! Terms, their postings, and the terms of texts.

use std::ops::Range;

#[cfg(feature = "parts")]
use dateline_corpus::order::sort_by_key;
#[cfg(feature = "parts")]
use dateline_corpus::pack::parts::Kind;
use dateline_corpus::pack::{PackError, Rarity};
#[cfg(feature = "parts")]
use dateline_corpus::text::Tokenizer;

use super::Store;
use crate::index::Posting;
use crate::unit::Unit;

impl Store {
    /// Calls `each` with every other form of a word, whose term this is.
    pub fn other_forms(&self, term: &str, written: &str, each: &mut dyn FnMut(u32)) {
        match self {
            Self::Whole(whole) => whole.pack.other_forms(term, written, each),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.other_forms(term, written, each),
        }
    }

    /// How many postings a range of terms has.
    pub fn count(&self, terms: Range<u32>) -> usize {
        match self {
            Self::Whole(whole) => whole.index.count(terms),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.count(terms),
        }
    }

    /// Calls `each` with the postings of a range of terms; those of one term are in the order of articles.
    #[inline]
    pub fn each_posting(&self, terms: Range<u32>, mut each: impl FnMut(Posting)) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => whole.index.each_posting(terms, &mut each),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                for term in terms {
                    parts.each_posting(term, &mut |ix, title, body| each(Posting::of(ix, title, body)))?;
                }
            }
        }
        Ok(())
    }

    /// Calls `each` with the articles whose titles have a word that begins so, one for each such word. `begun` are the words.
    #[cfg_attr(
        not(feature = "parts"),
        expect(unused_variables, reason = "a whole pack goes by the words")
    )]
    pub fn each_titled(&self, beginning: &str, begun: Range<u32>, mut each: impl FnMut(u32)) {
        match self {
            Self::Whole(whole) => whole.index.each_posting(begun, |p| {
                if p.title() > 0 {
                    each(p.article());
                }
            }),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                parts.each_beginning(Kind::Titles, beginning, &mut |_, ix| each(ix));
            }
        }
    }

    /// Calls `each` with each of some articles, in order, and the terms of its title and of its body; terms that none of the
    /// units asks for may be any number that is no term.
    #[cfg_attr(
        not(feature = "parts"),
        expect(unused_variables, reason = "a whole pack has the terms of all texts")
    )]
    pub fn each_text(
        &self,
        articles: impl IntoIterator<Item = u32>,
        units: &[Unit],
        mut each: impl FnMut(u32, &[u32], &[u32]),
    ) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => {
                let mut terms = Vec::with_capacity(256);
                for ix in articles {
                    terms.clear();
                    terms.extend(whole.index.terms(&whole.pack, ix));
                    let title = (whole.pack.lengths(ix).1 as usize).min(terms.len());
                    let (title, body) = terms.split_at(title);
                    each(ix, title, body);
                }
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                // No term has this position.
                const OTHER: u32 = u32::MAX;
                let mut texts: Vec<(u32, [Vec<u32>; 2])> = Vec::new();
                for ix in articles {
                    let (body, title) = self.lengths(ix);
                    let text = |words: u32| vec![OTHER; words as usize];
                    texts.push((ix, [text(title), text(body)]));
                }
                sort_by_key(&mut texts, |(ix, _)| *ix);
                let words = units.iter().flat_map(|unit| &unit.words);
                for term in words.flat_map(|word| &word.terms).flat_map(|(terms, _)| terms.clone()) {
                    parts.each_posting(term, &mut |ix, title, body| {
                        if let Ok(at) = texts.binary_search_by_key(&ix, |(ix, _)| *ix) {
                            let [in_title, in_body] = &mut texts[at].1;
                            title.iter().for_each(|at| in_title[*at as usize] = term);
                            body.iter().for_each(|at| in_body[*at as usize] = term);
                        }
                    })?;
                }
                texts.iter().for_each(|(ix, [title, body])| each(*ix, title, body));
            }
        }
        Ok(())
    }

    /// In how many articles each word of a title is, about: so that a corpus in parts may know it without the words. `terms`
    /// are the title's.
    #[cfg_attr(
        not(feature = "parts"),
        expect(unused_variables, reason = "a whole pack knows by the terms")
    )]
    pub fn title_rarities(&self, ix: u32, terms: &[u32]) -> Vec<u32> {
        match self {
            Self::Whole(whole) => {
                let articles = |term: &u32| whole.index.count(*term..*term + 1) as u32;
                terms.iter().map(|term| Rarity::of(articles(term)).articles()).collect()
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts
                .title_rarities(ix)
                .iter()
                .map(|rarity| rarity.articles())
                .collect(),
        }
    }

    /// The terms of an article's title.
    pub fn title_terms(&self, ix: u32) -> Result<Vec<u32>, PackError> {
        let mut terms = Vec::new();
        match self {
            Self::Whole(whole) => {
                let title = whole.pack.lengths(ix).1 as usize;
                terms.extend(whole.index.terms(&whole.pack, ix).take(title));
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                if let Some(article) = parts.article(ix) {
                    Tokenizer::new(&article.title).for_each(|token| terms.extend(parts.position(token.term)));
                }
            }
        }
        Ok(terms)
    }

    /// The positions of the terms that begin so.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        match self {
            Self::Whole(whole) => whole.pack.words().with_prefix(prefix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.with_prefix(prefix),
        }
    }

    /// A term, and how it is written most often.
    pub fn written(&self, term: u32) -> (&str, String) {
        match self {
            Self::Whole(whole) => (whole.pack.words().term(term), whole.pack.words().most_written(term)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts
                .term(term)
                .map_or_else(Default::default, |info| (&*info.term, info.written.to_string())),
        }
    }
}
