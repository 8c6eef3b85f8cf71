//! Which articles have a term: posting lists, made from the texts when a pack is opened.
//!
//! ```text
//! starts     0        3     4            by term
//! postings   1 4 7    2     1 2 7 …      articles with how often each has the term, by term, then by article
//! ```
//! The terms are in the order of their bytes, so the postings of all terms that begin alike lie side by side.

use std::ops::Range;

use dateline_corpus::pack::{Numbered, Pack, PackError, Ranking};

use crate::kept::Kept;
use crate::phrase::{Phrase, in_all};

/// Most articles of a corpus: a posting has 24 bits for one.
const MOST_ARTICLES: u32 = 1 << 24;

/// Words of a body that are its lead: the first paragraph or two of a news story, where the news is.
const LEAD_WORDS: u32 = 50;

/// An article and how often it has a term: 24 bits the article, 2 the title, 1 whether the lead has it, 5 the body. Where a
/// term is more frequent than these say it counts as if it were not: its weight has long stopped growing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting(u32);

impl Posting {
    const BODY: u32 = 0x1F;
    const LEAD: u32 = 0x20;
    const TITLE: u32 = 0xC0;
    const ONE_IN_TITLE: u32 = 0x40;

    fn new(article: u32) -> Self {
        Self(article << 8)
    }

    /// From the places of a term in an article's title and body.
    #[cfg(any(feature = "parts", test))]
    pub fn of(article: u32, title: &[u32], body: &[u32]) -> Self {
        let mut posting = Self::new(article);
        title.iter().for_each(|_| posting.add(Place::Title));
        body.iter().for_each(|at| posting.add(Place::Body(*at)));
        posting
    }

    fn add(&mut self, place: Place) {
        let (field, one) = match place {
            Place::Title => (Self::TITLE, Self::ONE_IN_TITLE),
            Place::Body(_) => (Self::BODY, 1),
        };
        if self.0 & field != field {
            self.0 += one;
        }
        if matches!(place, Place::Body(at) if at < LEAD_WORDS) {
            self.0 |= Self::LEAD;
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

    /// Whether it stands in the lead: 1 or 0.
    #[inline]
    pub fn lead(self) -> u32 {
        (self.0 & Self::LEAD) >> 5
    }

    /// Occurrences in the body, at most 31.
    #[inline]
    pub fn body(self) -> u32 {
        self.0 & Self::BODY
    }
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the title.
    Title,
    /// In the body, behind so many words.
    Body(u32),
}

/// The places of an article's words, one after the other, `title` words of them in its title.
fn places(title: u32) -> impl FnMut() -> Place {
    let mut at = 0u32;
    move || {
        at += 1;
        (at - 1).checked_sub(title).map_or(Place::Title, Place::Body)
    }
}

/// All posting lists, and the terms of all articles where they are not too many.
#[derive(Debug, Default)]
pub struct Index {
    starts: Vec<u32>,
    postings: Vec<Posting>,
    /// Terms, the most frequent first: while the index is made they go by their ranks, so that what belongs to the frequent
    /// ones, which are most words, stays in the processor's nearest cache.
    by_rank: Ranking,
    kept: Option<Kept>,
}

/// An index being made: articles are [counted](Self::count) one after the other, then it is [finished](Self::finish).
#[derive(Debug)]
pub struct Making {
    numbered: Numbered,
    by_rank: Ranking,
    /// By term: its rank.
    ranks: Vec<u32>,
    /// By rank.
    heads: Vec<Head>,
    postings: Vec<Posting>,
    kept: Option<Kept>,
    /// Articles that were counted.
    counted: u32,
}

/// An article at a time, in functions of their own: a browser compiles a function again while it runs, and takes the faster
/// code when it is called next.
impl Making {
    /// Of a pack whose texts need not be here yet.
    ///
    /// # Errors
    /// Where the articles are more than 16 million.
    pub fn begin(pack: &Pack) -> Result<Self, PackError> {
        if pack.len() > MOST_ARTICLES {
            return Err(PackError::TooLarge { section: "TEXT" });
        }
        let by_rank = pack.words().by_frequency();
        let mut ranks = vec![0; by_rank.terms().len()];
        by_rank
            .terms()
            .iter()
            .zip(0..)
            .for_each(|(term, rank)| ranks[*term as usize] = rank);
        Ok(Self {
            numbered: pack.numbered(&ranks),
            heads: vec![Head::default(); ranks.len()],
            postings: Vec::new(),
            kept: Kept::new(pack)?,
            counted: 0,
            by_rank,
            ranks,
        })
    }

    /// Reads articles for the first time, up to the one at this position.
    ///
    /// # Errors
    /// Where their texts are malformed.
    pub fn count(&mut self, pack: &Pack, to: u32) -> Result<(), PackError> {
        while self.counted < to {
            self.count_one(pack, self.counted)?;
            self.counted += 1;
        }
        Ok(())
    }

    #[inline(never)]
    fn count_one(&mut self, pack: &Pack, ix: u32) -> Result<(), PackError> {
        let (heads, kept) = (&mut self.heads, &mut self.kept);
        let row = pack.row(ix)?;
        let words = row.title_words as usize + row.body_words as usize;
        kept.iter_mut().for_each(|kept| kept.begin(words));
        pack.each_number(ix, &self.numbered, |rank| {
            let head = &mut heads[rank as usize];
            head.next += u32::from(head.last != ix + 1);
            head.last = ix + 1;
            if let Some(kept) = kept {
                kept.push(rank);
            }
        })
    }

    /// Room for all postings; where those of each term begin, and the end of all.
    fn make_room(&mut self) -> Vec<u32> {
        let mut starts = Vec::with_capacity(self.ranks.len() + 1);
        let mut sum = 0;
        for rank in &self.ranks {
            let head = &mut self.heads[*rank as usize];
            starts.push(sum);
            sum += std::mem::replace(&mut head.next, sum);
            head.last = 0;
        }
        starts.push(sum);
        self.postings = vec![Posting(0); sum as usize];
        starts
    }

    /// Writes an article's postings.
    #[inline(never)]
    fn fill(&mut self, pack: &Pack, ix: u32) -> Result<(), PackError> {
        let mut places = places(pack.row(ix)?.title_words);
        let (heads, postings) = (&mut self.heads, &mut self.postings);
        let add = |rank: u32| {
            let head = &mut heads[rank as usize];
            let is_new = head.last != ix + 1;
            head.next += u32::from(is_new);
            head.last = ix + 1;
            let posting = &mut postings[head.next as usize - 1];
            let mut counted = if is_new { Posting::new(ix) } else { *posting };
            counted.add(places());
            *posting = counted;
        };
        match &self.kept {
            Some(kept) => kept.ranks(ix).for_each(add),
            None => pack.each_number(ix, &self.numbered, add)?,
        }
        Ok(())
    }

    /// The index, from the texts of all articles: read once where their terms are kept, else twice.
    ///
    /// # Errors
    /// Where texts are malformed.
    pub fn finish(mut self, pack: &Pack) -> Result<Index, PackError> {
        self.count(pack, pack.len())?;
        self.kept.iter_mut().for_each(Kept::finish);
        let starts = self.make_room();
        (0..pack.len()).try_for_each(|ix| self.fill(pack, ix))?;
        Ok(Index {
            starts,
            postings: self.postings,
            by_rank: self.by_rank,
            kept: self.kept,
        })
    }
}

/// What is known of a term while the index is made.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    /// One more than the last article that has it.
    last: u32,
    /// Its articles so far; then where its next posting goes.
    next: u32,
}

impl Index {
    /// Calls `each` with the terms of an article's title, then of its body, in order, and where each stands.
    ///
    /// # Errors
    /// Where they have to be read and are malformed.
    pub fn each_term(&self, pack: &Pack, ix: u32, mut each: impl FnMut(u32, Place)) -> Result<(), PackError> {
        let mut places = places(pack.row(ix)?.title_words);
        let Some(kept) = &self.kept else {
            return pack.each_term(ix, |term, _| each(term, places()));
        };
        let term = |rank: u32| self.by_rank.terms().get(rank as usize).copied().unwrap_or(0);
        kept.ranks(ix).for_each(|rank| each(term(rank), places()));
        Ok(())
    }

    /// Calls `with` with the terms of an article's title and of its body.
    ///
    /// # Errors
    /// Where they have to be read and are malformed.
    pub fn terms<T>(&self, pack: &Pack, ix: u32, with: impl FnOnce(&[u32], &[u32]) -> T) -> Result<T, PackError> {
        let (mut title, mut body) = (Vec::with_capacity(16), Vec::with_capacity(256));
        if let Some(kept) = &self.kept {
            let title_words = pack.row(ix)?.title_words as usize;
            let mut terms = kept
                .ranks(ix)
                .map(|rank| self.by_rank.terms().get(rank as usize).copied().unwrap_or(0));
            title.extend(terms.by_ref().take(title_words));
            body.extend(terms);
            return Ok(with(&title, &body));
        }
        self.each_term(pack, ix, |term, place| match place {
            Place::Title => title.push(term),
            Place::Body(_) => body.push(term),
        })?;
        Ok(with(&title, &body))
    }

    /// Calls `each` with every article that has terms side by side, in order, and how often its title and its body do; false
    /// where terms in order are not kept.
    ///
    /// # Errors
    /// Where the pack is malformed.
    pub fn side_by_side(
        &self,
        pack: &Pack,
        terms: &[u32],
        mut each: impl FnMut(u32, u32, u32),
    ) -> Result<bool, PackError> {
        let Some(kept) = &self.kept else { return Ok(false) };
        let words = pack.words();
        let ranks: Option<Vec<u32>> = terms.iter().map(|term| self.by_rank.rank(words, *term)).collect();
        let Some(ranks) = ranks else { return Ok(true) };
        let phrase = Phrase::new(&ranks);
        let mut lists: Vec<&[Posting]> = terms.iter().map(|t| self.postings(*t..*t + 1)).collect();
        let mut failure = None;
        in_all(&mut lists, |ix| match pack.row(ix) {
            Ok(row) => {
                let (title, body) = phrase.count(kept.codes(ix), row.title_words as usize);
                if title + body > 0 {
                    each(ix, title, body);
                }
            }
            Err(e) => failure = Some(e),
        });
        failure.map_or(Ok(true), Err)
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
    use dateline_corpus::pack::Pack;

    use super::{Index, LEAD_WORDS, Making, Place, Posting};
    use crate::tests::{pack, sample};

    #[test]
    fn where_words_in_order_are_not_kept_the_index_is_the_same() {
        let pack = Pack::open(pack(&sample())).unwrap();
        let kept = Making::begin(&pack).unwrap().finish(&pack).unwrap();
        let mut making = Making::begin(&pack).unwrap();
        making.kept = None;
        let read = making.finish(&pack).unwrap();
        assert!(kept.kept.is_some() && read.kept.is_none());
        let all = 0..pack.words().len();
        assert!(!all.is_empty());
        assert_eq!(read.postings(all.clone()), kept.postings(all));
        for ix in 0..pack.len() {
            let terms = |index: &Index| index.terms(&pack, ix, |title, body| (title.to_vec(), body.to_vec()));
            assert_eq!(terms(&read), terms(&kept), "{ix}");
        }
        assert_eq!(read.side_by_side(&pack, &[0, 1], |_, _, _| ()), Ok(false));
    }

    #[test]
    fn a_posting_counts_as_far_as_it_can() {
        let mut posting = Posting::new(16_000_000);
        let counts = |p: Posting| (p.article(), p.title(), p.lead(), p.body());
        (0..100).for_each(|i| posting.add(Place::Body(LEAD_WORDS + i)));
        (0..2).for_each(|_| posting.add(Place::Title));
        assert_eq!(counts(posting), (16_000_000, 2, 0, 31));
        (0..2).for_each(|_| posting.add(Place::Title));
        posting.add(Place::Body(LEAD_WORDS - 1));
        assert_eq!(counts(posting), (16_000_000, 3, 1, 31));
    }
}
