//! Which terms stand in an article, in order, and how are they written? Kept for all articles, so that reading one for its words
//! is no decoding; a pack's own codes of the texts are not needed beside it.
//!
//! A word is its term's rank by frequency, in one byte to four: news takes one and a half on average, where its term's
//! position would always take four.
//!
//! ```text
//! 0 to 191          the byte            the 192 most frequent terms
//! 192 to 15,551     192 + high, low     60 × 256
//! 15,552 to 212,159 252 + high, middle, low       3 × 65,536
//! 212,160 and on    255, high, middle, low        the rest: a pack has less than 2²⁴ terms
//! ```

use dateline_corpus::pack::{PackError, Spelled};

use crate::blocks::Blocks;
use crate::spelling::{Spelling, SpellingWriter};

/// First bytes below it are ranks.
const TWO: u32 = 192;
/// First bytes from here on begin three.
const THREE: u32 = 252;
/// This one begins four.
const FOUR: u32 = 255;
const FIRST_OF_TWO: u32 = TWO;
const FIRST_OF_THREE: u32 = FIRST_OF_TWO + (THREE - TWO) * 256;
const FIRST_OF_FOUR: u32 = FIRST_OF_THREE + (FOUR - THREE) * 65_536;

/// See the module.
#[derive(Debug, Default)]
pub struct Kept {
    words: Blocks,
    spellings: Blocks,
}

/// An article that is being taken in.
pub struct KeptArticle<'a> {
    /// There is more room than codes.
    words: &'a mut Vec<u8>,
    /// Where those of this article begin, and where they end.
    begin: usize,
    end: usize,
    spelling: SpellingWriter<'a>,
}

impl Kept {
    /// For so many articles.
    pub fn new(articles: usize) -> Self {
        Self {
            words: Blocks::new(articles),
            spellings: Blocks::new(articles),
        }
    }

    /// Takes in the next article: the words of its title and, behind them, of its body.
    pub fn begin(&mut self) -> KeptArticle<'_> {
        let words = self.words.begin();
        KeptArticle {
            begin: words.len(),
            end: words.len(),
            words,
            spelling: SpellingWriter::new(self.spellings.begin()),
        }
    }

    /// Behind the last article.
    pub fn finish(&mut self) {
        self.words.finish();
        self.spellings.finish();
    }

    /// The ranks of the terms of an article's title and, behind them, of its body.
    pub fn ranks(&self, ix: u32) -> impl Iterator<Item = u32> {
        Ranks(self.codes(ix).iter())
    }

    /// The codes of these.
    pub fn codes(&self, ix: u32) -> &[u8] {
        self.words.get(ix)
    }

    /// The texts of an article; `forms` are the first forms of all terms, by rank.
    pub fn spelled<'a>(&'a self, ix: u32, forms: &'a [u32]) -> impl Spelled {
        SpelledOut {
            ranks: Ranks(self.codes(ix).iter()),
            spelling: Spelling::new(self.spellings.get(ix)),
            forms,
        }
    }
}

impl KeptArticle<'_> {
    /// The next word: the rank of its term, which of the term's forms it is, and the gap before it.
    #[inline]
    pub fn push(&mut self, rank: u32, form: u32, gap: u32) {
        let (code, length) = code(rank);
        if self.words.len() - self.end < CODE {
            self.make_room();
        }
        // What is too much is written over by the next word.
        if let Some(room) = self.words[self.end..].first_chunk_mut::<CODE>() {
            *room = code.to_be_bytes();
        }
        self.end += length;
        self.spelling.word(form, gap);
    }

    #[cold]
    fn make_room(&mut self) {
        let room = (self.end - self.begin).max(1 << 10);
        self.words.resize(self.end + room, 0);
    }

    /// The title or the body ends, with this gap behind it.
    pub fn end_text(&mut self, gap: u32) {
        self.spelling.end_text(gap);
    }

    /// The article ends.
    pub fn finish(self) {
        self.words.truncate(self.end);
        self.spelling.finish();
    }
}

/// The texts of an article, from where they are read.
struct SpelledOut<'a> {
    ranks: Ranks<'a>,
    spelling: Spelling<'a>,
    forms: &'a [u32],
}

impl Spelled for SpelledOut<'_> {
    #[inline]
    fn read_text(&mut self, words: u32, mut each: impl FnMut(u32, u32)) -> Result<u32, PackError> {
        for rank in self.ranks.by_ref().take(words as usize) {
            let first = self.forms.get(rank as usize).copied().unwrap_or(0);
            let (form, gap) = self.spelling.word();
            each(first.saturating_add(form), gap);
        }
        Ok(self.spelling.end_of_text())
    }
}

/// Bytes that are written at once: those of the longest code.
const CODE: usize = 4;

/// The code of a rank in the highest bytes, and how many they are. Without a branch: which code a word has cannot be
/// foretold.
#[inline]
fn code(rank: u32) -> (u32, usize) {
    let is_from = |first: u32| u32::from(rank >= first);
    let more = is_from(FIRST_OF_TWO) + is_from(FIRST_OF_THREE) + is_from(FIRST_OF_FOUR);
    let from = |first: u32, begins: u32| rank.wrapping_sub(first).wrapping_add(begins);
    let code = match more {
        0 => rank << 24,
        1 => from(FIRST_OF_TWO, TWO << 8) << 16,
        2 => from(FIRST_OF_THREE, THREE << 16) << 8,
        _ => from(FIRST_OF_FOUR, FOUR << 24),
    };
    (code, 1 + more as usize)
}

/// The code of a rank.
pub fn code_of(rank: u32) -> impl Iterator<Item = u8> {
    let (code, length) = code(rank);
    code.to_be_bytes().into_iter().take(length)
}

/// How many bytes the code that begins with this one has.
pub fn length_of(first: u8) -> usize {
    let is_from = |begins: u32| usize::from(u32::from(first) >= begins);
    1 + is_from(TWO) + is_from(THREE) + is_from(FOUR)
}

struct Ranks<'a>(std::slice::Iter<'a, u8>);

impl Iterator for Ranks<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let mut byte = || self.0.next().map(|byte| u32::from(*byte));
        let first = byte()?;
        Some(match first {
            0..TWO => first,
            TWO..THREE => FIRST_OF_TWO + ((first - TWO) << 8 | byte()?),
            THREE..FOUR => FIRST_OF_THREE + ((first - THREE) << 16 | byte()? << 8 | byte()?),
            _ => FIRST_OF_FOUR + (byte()? << 16 | byte()? << 8 | byte()?),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use dateline_corpus::pack::Pack;

    use super::{FIRST_OF_FOUR, FIRST_OF_THREE, FIRST_OF_TWO, Kept, Ranks, code, code_of, length_of};
    use crate::store::Store;
    use crate::tests::{article, engine, pack};

    /// One more than the last rank that has a code.
    const END: u32 = FIRST_OF_FOUR + (1 << 24);

    #[test]
    fn every_rank_comes_back() {
        let near = |at: u32| at.saturating_sub(2)..(at + 2).min(END);
        let mut lengths = Vec::new();
        for rank in [
            0,
            FIRST_OF_TWO,
            FIRST_OF_THREE,
            FIRST_OF_FOUR,
            FIRST_OF_FOUR + 65_536,
            END,
        ]
        .into_iter()
        .flat_map(near)
        {
            let (code, length) = code(rank);
            lengths.push(length);
            let codes = &code.to_be_bytes()[..length];
            assert_eq!(Ranks(codes.iter()).collect::<Vec<_>>(), [rank]);
            assert_eq!(length_of(codes[0]), length);
            assert!(code_of(rank).eq(codes.iter().copied()));
        }
        assert_eq!(lengths, [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
    }

    proptest! {
        #[test]
        fn every_article_comes_back(words in prop::collection::vec(prop::collection::vec(0..END, 0..4), 0..9)) {
            let mut kept = Kept::default();
            for article in &words {
                let mut writer = kept.begin();
                article.iter().for_each(|rank| writer.push(*rank, 0, 0));
                writer.finish();
            }
            kept.finish();
            for (article, ix) in words.iter().zip(0..) {
                prop_assert!(kept.ranks(ix).eq(article.iter().copied()), "{ix}");
            }
            prop_assert_eq!(kept.ranks(words.len() as u32).count(), 0);
        }

        /// What is kept of an article is what its pack holds, to the letter.
        #[test]
        fn articles_are_kept_as_they_are(texts in prop::collection::vec("([a-c]|A|U\\.S\\.|東京){0,3}([ .,\"\n]{1,3}([a-z]{1,3}|[A-C]{1,2}|[A-C][a-c])){0,20}[.!]?", 1..6), title in "[a-c]{0,3}( [a-z]{1,2}){0,3}") {
            let articles: Vec<_> = texts.iter().zip(["a", "b", "c", "d", "e", "f"]).map(|(text, id)| article(id, "", "", &title, text)).collect();
            let pack = Pack::open(pack(&articles)).unwrap();
            let engine = engine(&articles);
            let Store::Whole(whole) = &engine.store.base else { unreachable!("a whole pack") };
            for ix in 0..engine.len() {
                let mut expected = Vec::new();
                pack.each_term(ix, |term, _| expected.push(term)).unwrap();
                prop_assert!(whole.index.terms(&whole.pack, ix).eq(expected));
                let record = pack.article(ix).unwrap();
                prop_assert_eq!(engine.store.texts(&record).unwrap(), pack.texts(&record).unwrap());
                prop_assert_eq!(engine.store.title_of(&record).unwrap(), pack.texts(&record).unwrap().title);
            }
        }
    }

    #[test]
    fn a_term_may_have_more_forms_than_eight_bits_count() {
        let capital = |form: u32, at: u32| if form >> at & 1 == 1 { 'X' } else { 'x' };
        let forms: Vec<String> = (0..600)
            .map(|form| (0..10).map(|at| capital(form, at)).collect())
            .collect();
        let articles = [
            article("a", "", "", "Forms", &forms.join(" ")),
            article("b", "", "", "x", &forms.join(", ")),
        ];
        let engine = engine(&articles);
        for of in &articles {
            let ix = engine.store.position(&of.0.id).unwrap();
            let texts = engine.store.texts(&engine.store.article(ix).unwrap()).unwrap();
            assert_eq!((&texts.title.text, &texts.body.text), (&of.0.title, &of.0.text));
        }
    }
}
