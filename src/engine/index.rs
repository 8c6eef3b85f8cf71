//! Which articles have a term: posting lists, made from the texts when a pack is opened.
//!
//! ```text
//! postings   1 4 7   2   1 2 7 …      articles with how often each has the term, by term, then by article (`lists.rs`)
//! ```
//! The terms are in the order of their bytes, so the postings of all terms that begin alike lie side by side.

use std::ops::Range;

use dateline_corpus::pack::{ArticleRecord, Pack, PackError, Ranked, Ranking, Spelled};

use crate::bits::Bits;
use crate::kept::Kept;
use crate::lists::{self, Counting, Lists, Writing};
use crate::phrase::{Phrase, candidates};

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

    fn new(article: u32, frequencies: u8) -> Self {
        Self(article << 8 | u32::from(frequencies))
    }

    /// From the places of a term in an article's title and body.
    #[cfg(any(feature = "parts", test))]
    pub fn of(article: u32, title: &[u32], body: &[u32]) -> Self {
        let mut posting = Self::new(article, 0);
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

/// All posting lists, and the terms of all articles.
#[derive(Debug, Default)]
pub struct Index {
    postings: Lists,
    /// Terms, the most frequent first: while the index is made they go by their ranks, so that what belongs to the frequent
    /// ones, which are most words, stays in the processor's nearest cache.
    by_rank: Ranking,
    kept: Kept,
}

/// An index being made: articles are [counted](Self::count) one after the other, then it is [finished](Self::finish).
#[derive(Debug)]
pub struct Making {
    ranked: Ranked,
    by_rank: Ranking,
    /// By rank.
    postings: Counting,
    terms: Terms,
    kept: Kept,
    /// Articles that were counted.
    counted: u32,
}

/// An article at a time, in functions of their own: a browser compiles a function again while it runs, and takes the faster
/// code when it is called next.
impl Making {
    /// Of a pack whose texts need not be here yet; from now on they are read here.
    ///
    /// # Errors
    /// Where the articles are more than 16 million.
    pub fn begin(pack: &mut Pack) -> Result<Self, PackError> {
        if pack.len() > lists::MOST {
            return Err(PackError::TooLarge { section: "TEXT" });
        }
        let by_rank = pack.words().by_frequency();
        let terms = by_rank.forms().len();
        Ok(Self {
            ranked: pack.take_ranked(&by_rank),
            postings: Counting::new(terms),
            terms: Terms::new(terms),
            kept: Kept::new(pack.len() as usize),
            counted: 0,
            by_rank,
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
        let terms = &mut self.terms;
        terms.begin(pack.lengths(ix));
        let mut to = (&mut *terms, self.kept.begin());
        pack.each_ranked(
            ix,
            &self.ranked,
            &mut to,
            |(terms, kept), rank, form, gap| {
                terms.add(rank);
                kept.push(rank, form, gap);
            },
            |(_, kept), gap| kept.end_text(gap),
        )?;
        to.1.finish();
        let postings = &mut self.postings;
        terms.take(|rank, _| postings.count(rank, ix));
        Ok(())
    }

    /// The index, from the texts of all articles, which the pack then [forgets](Pack::forget_texts): they are
    /// [kept](Index::spelled) here.
    ///
    /// # Errors
    /// Where texts are malformed, or their postings would take more than 4 GiB.
    pub fn finish(mut self, pack: &mut Pack) -> Result<Index, PackError> {
        self.count(pack, pack.len())?;
        self.kept.finish();
        // What is not needed any more makes room first: a page never gives back what it has had.
        drop(self.ranked);
        pack.forget_texts();
        let words = pack.words();
        let mut ranks = vec![0; self.by_rank.forms().len()];
        for (form, rank) in self.by_rank.forms().iter().zip(0..) {
            ranks[words.term_of_form(*form) as usize] = rank;
        }
        let postings = self.postings.make_room(ranks.into_iter());
        let mut postings = postings.ok_or(PackError::TooLarge { section: "TEXT" })?;
        for ix in 0..pack.len() {
            fill(pack, ix, &self.kept, &mut self.terms, &mut postings);
        }
        Ok(Index {
            postings: postings.finish(),
            by_rank: self.by_rank,
            kept: self.kept,
        })
    }
}

/// Writes an article's postings.
#[inline(never)]
fn fill(pack: &Pack, ix: u32, kept: &Kept, terms: &mut Terms, postings: &mut Writing) {
    terms.begin(pack.lengths(ix));
    kept.ranks(ix).for_each(|rank| terms.add(rank));
    terms.take(|rank, frequencies| postings.write(rank, ix, frequencies));
}

/// The terms of one article, each once.
#[derive(Debug)]
struct Terms {
    /// By rank: the frequencies of a posting; 0 of terms that the article has not.
    frequencies: Vec<u8>,
    /// The ranks of its terms, by where they stand first; there is more room than terms.
    ranks: Vec<u32>,
    /// How many they are.
    count: usize,
    /// How many words the title has.
    title: u32,
    /// How many words there were.
    words: u32,
}

impl Terms {
    fn new(terms: usize) -> Self {
        Self {
            frequencies: vec![0; terms],
            ranks: Vec::new(),
            count: 0,
            title: 0,
            words: 0,
        }
    }

    /// Here an article begins whose body and title have so many words.
    fn begin(&mut self, (body, title): (u32, u32)) {
        let most = (body as usize + title as usize).min(self.frequencies.len());
        if self.ranks.len() <= most {
            self.ranks.resize(most + 1, 0);
        }
        (self.title, self.words) = (title, 0);
    }

    /// The next word. Whether it stands here for the first time cannot be foretold, so it is no branch.
    #[inline]
    fn add(&mut self, rank: u32) {
        let place = match self.words.checked_sub(self.title) {
            None => Place::Title,
            Some(at) => Place::Body(at),
        };
        self.words += 1;
        let frequencies = &mut self.frequencies[rank as usize];
        if let Some(room) = self.ranks.get_mut(self.count) {
            *room = rank;
        }
        self.count += usize::from(*frequencies == 0);
        let mut posting = Posting::new(0, *frequencies);
        posting.add(place);
        *frequencies = posting.0 as u8;
    }

    /// Gives each term with the frequencies of its posting, and is ready for the next article.
    #[inline]
    fn take(&mut self, mut each: impl FnMut(u32, u8)) {
        for rank in self.ranks.iter().take(self.count) {
            let frequencies = std::mem::take(&mut self.frequencies[*rank as usize]);
            each(*rank, frequencies);
        }
        self.count = 0;
    }
}

impl Index {
    /// The terms of an article's title and, behind them, of its body.
    pub fn terms(&self, pack: &Pack, ix: u32) -> impl Iterator<Item = u32> {
        let form = |rank: u32| self.by_rank.forms().get(rank as usize).copied().unwrap_or(0);
        self.kept
            .ranks(ix)
            .map(move |rank| pack.words().term_of_form(form(rank)))
    }

    /// The texts of an article.
    pub fn spelled(&self, record: &ArticleRecord) -> impl Spelled {
        self.kept.spelled(record.ix, self.by_rank.forms())
    }

    /// Calls `each` with every article, of some or all, that has terms side by side, in order, and how often its title and its body
    /// do.
    pub fn side_by_side(&self, pack: &Pack, terms: &[u32], among: Option<&Bits>, mut each: impl FnMut(u32, u32, u32)) {
        let words = pack.words();
        let ranks: Option<Vec<u32>> = terms.iter().map(|term| self.by_rank.rank(words, *term)).collect();
        let Some(ranks) = ranks else { return };
        let phrase = Phrase::new(&ranks);
        let lists = terms
            .iter()
            .map(|term| (self.postings.count(*term), self.postings.get(*term)));
        candidates(&mut lists.collect::<Vec<_>>(), |ix| {
            if among.is_some_and(|among| !among.has(ix)) {
                return;
            }
            let (title, body) = phrase.count(self.kept.codes(ix), pack.lengths(ix).1 as usize);
            if title + body > 0 {
                each(ix, title, body);
            }
        });
    }

    /// How many postings a range of terms has.
    #[inline]
    pub fn count(&self, terms: Range<u32>) -> usize {
        terms.map(|term| self.postings.count(term)).sum()
    }

    /// Calls `each` with the postings of a range of terms; those of one term are in the order of articles.
    #[inline]
    pub fn each_posting(&self, terms: Range<u32>, mut each: impl FnMut(Posting)) {
        self.postings
            .each(terms, |article, frequencies| each(Posting::new(article, frequencies)));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use dateline_corpus::pack::Pack;

    use super::{LEAD_WORDS, Making, Place, Posting};
    use crate::tests::{pack, sample};

    #[test]
    fn postings_and_terms_are_those_of_the_texts() {
        let pack = Pack::open(pack(&sample())).unwrap();
        let mut opened = Pack::open(crate::tests::pack(&sample())).unwrap();
        let index = Making::begin(&mut opened).unwrap().finish(&mut opened).unwrap();
        let mut expected: BTreeMap<(u32, u32), [Vec<u32>; 2]> = BTreeMap::new();
        for ix in 0..pack.len() {
            let (mut terms, mut at) = (Vec::new(), [0, 0]);
            pack.each_term(ix, |term, in_title| {
                let text = usize::from(!in_title);
                expected.entry((term, ix)).or_default()[text].push(at[text]);
                at[text] += 1;
                terms.push(term);
            })
            .unwrap();
            assert!(index.terms(&pack, ix).eq(terms), "{ix}");
        }
        let mut postings = Vec::new();
        let all = 0..pack.words().len();
        index.each_posting(all.clone(), |posting| postings.push(posting));
        let expected: Vec<Posting> = expected
            .iter()
            .map(|((_, ix), [title, body])| Posting::of(*ix, title, body))
            .collect();
        assert_eq!((index.count(all), &postings), (expected.len(), &expected));
    }

    #[test]
    fn a_posting_counts_as_far_as_it_can() {
        let mut posting = Posting::new(16_000_000, 0);
        let counts = |p: Posting| (p.article(), p.title(), p.lead(), p.body());
        (0..100).for_each(|i| posting.add(Place::Body(LEAD_WORDS + i)));
        (0..2).for_each(|_| posting.add(Place::Title));
        assert_eq!(counts(posting), (16_000_000, 2, 0, 31));
        (0..2).for_each(|_| posting.add(Place::Title));
        posting.add(Place::Body(LEAD_WORDS - 1));
        assert_eq!(counts(posting), (16_000_000, 3, 1, 31));
    }
}
