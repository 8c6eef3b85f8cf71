//! Which articles have a term: posting lists, made from the texts when a pack is opened.
//!
//! ```text
//! starts     0        3     4            by term
//! postings   1 4 7    2     1 2 7 …      articles with how often each has the term, by term, then by article
//! ```
//! The terms are in the order of their bytes, so the postings of all terms that begin alike lie side by side.

use std::ops::Range;

use dateline_corpus::pack::{Pack, PackError};

/// Most articles of a corpus: a posting has 24 bits for one.
const MOST_ARTICLES: u32 = 1 << 24;

/// An article and how often it has a term: 24 bits the article, 2 the title, 6 the body. Where a term is more frequent than
/// these say it counts as if it were not: its weight has long stopped growing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting(u32);

impl Posting {
    const BODY: u32 = 0x3F;
    const TITLE: u32 = 0xC0;
    const ONE_IN_TITLE: u32 = 0x40;

    fn new(article: u32) -> Self {
        Self(article << 8)
    }

    fn add(&mut self, in_title: bool) {
        let (field, one) = if in_title {
            (Self::TITLE, Self::ONE_IN_TITLE)
        } else {
            (Self::BODY, 1)
        };
        if self.0 & field != field {
            self.0 += one;
        }
    }

    /// The article's position.
    #[inline]
    pub fn article(self) -> u32 {
        self.0 >> 8
    }

    /// Occurrences in the title, at most 3.
    #[inline]
    pub fn title(self) -> u32 {
        (self.0 & Self::TITLE) >> 6
    }

    /// Occurrences in the body, at most 63.
    #[inline]
    pub fn body(self) -> u32 {
        self.0 & Self::BODY
    }
}

/// All posting lists.
#[derive(Debug, Default)]
pub struct Index {
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl Index {
    /// Reads all texts twice: once to know how long each list is, once to fill them.
    ///
    /// # Errors
    /// Where texts are malformed, or the articles more than 16 million.
    pub fn new(pack: &Pack) -> Result<Self, PackError> {
        if pack.len() > MOST_ARTICLES {
            return Err(PackError::TooLarge { section: "TEXT" });
        }
        let terms = pack.words().len() as usize;
        // By term: one more than the last article that has it, and then where its next posting goes.
        let mut last = vec![0u32; terms];
        let mut starts = vec![0u32; terms + 1];
        for ix in 0..pack.len() {
            pack.each_term(ix, |term, _| {
                let term = term as usize;
                if last[term] != ix + 1 {
                    last[term] = ix + 1;
                    starts[term + 1] += 1;
                }
            })?;
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut postings = vec![Posting(0); starts[terms] as usize];
        let mut next = last;
        next.copy_from_slice(&starts[..terms]);
        for ix in 0..pack.len() {
            pack.each_term(ix, |term, in_title| {
                let (at, term) = (next[term as usize], term as usize);
                let begun = at > starts[term] && postings[at as usize - 1].article() == ix;
                if !begun {
                    postings[at as usize] = Posting::new(ix);
                    next[term] += 1;
                }
                postings[next[term] as usize - 1].add(in_title);
            })?;
        }
        Ok(Self { starts, postings })
    }

    /// The postings of a range of terms; of one term, in the order of articles.
    pub fn postings(&self, terms: Range<u32>) -> &[Posting] {
        let start = |term: u32| {
            self.starts
                .get(term as usize)
                .map_or(self.postings.len(), |s| *s as usize)
        };
        self.postings.get(start(terms.start)..start(terms.end)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::Posting;

    #[test]
    fn a_posting_counts_as_far_as_it_can() {
        let mut posting = Posting::new(16_000_000);
        (0..100).for_each(|_| posting.add(false));
        (0..2).for_each(|_| posting.add(true));
        assert_eq!(
            (posting.article(), posting.title(), posting.body()),
            (16_000_000, 2, 63)
        );
        posting.add(true);
        posting.add(true);
        assert_eq!(
            (posting.article(), posting.title(), posting.body()),
            (16_000_000, 3, 63)
        );
    }
}
