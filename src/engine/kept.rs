//! Which terms stand in an article, in order? Kept for all articles, so that reading one for its words is no decoding.
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

/// First bytes below it are ranks.
const TWO: u32 = 192;
/// First bytes from here on begin three.
const THREE: u32 = 252;
/// This one begins four.
const FOUR: u32 = 255;
const FIRST_OF_TWO: u32 = TWO;
const FIRST_OF_THREE: u32 = FIRST_OF_TWO + (THREE - TWO) * 256;
const FIRST_OF_FOUR: u32 = FIRST_OF_THREE + (FOUR - THREE) * 65_536;
/// Articles whose codes lie in one piece of memory: one for all would be moved whenever it grows, and leave a hole.
const BLOCK: usize = 256;

/// See the module.
#[derive(Debug, Default)]
pub struct Kept {
    /// Codes of [`BLOCK`] articles each.
    blocks: Vec<Box<[u8]>>,
    /// By article: where its codes begin in its block.
    begins: Vec<u32>,
    /// The codes of the block that is being made; there is more room than codes.
    codes: Vec<u8>,
    /// Where these end.
    end: usize,
}

impl Kept {
    /// For so many articles.
    pub fn new(articles: usize) -> Self {
        Self {
            begins: Vec::with_capacity(articles),
            ..Self::default()
        }
    }

    /// Here an article begins.
    pub fn begin(&mut self) {
        if self.begins.len() == (self.blocks.len() + 1) * BLOCK {
            self.end_block();
        }
        self.begins.push(self.end as u32);
    }

    /// Takes in a word of the article that began last, by the rank of its term.
    #[inline]
    pub fn push(&mut self, rank: u32) {
        let (code, length) = code(rank);
        if self.codes.len() - self.end < CODE {
            self.make_room();
        }
        // What is too much is written over by the next word.
        if let Some(room) = self.codes[self.end..].first_chunk_mut::<CODE>() {
            *room = code.to_be_bytes();
        }
        self.end += length;
    }

    #[cold]
    fn make_room(&mut self) {
        let room = self.codes.len() + self.codes.len() / 2;
        self.codes.resize(room.max(1 << 16), 0);
    }

    fn end_block(&mut self) {
        self.blocks.push(self.codes[..self.end].into());
        self.end = 0;
    }

    /// Behind the last article.
    pub fn finish(&mut self) {
        self.end_block();
        self.codes = Vec::new();
    }

    /// The ranks of the terms of an article's title and, behind them, of its body.
    pub fn ranks(&self, ix: u32) -> impl Iterator<Item = u32> {
        Ranks(self.codes(ix).iter())
    }

    /// The codes of these.
    pub fn codes(&self, ix: u32) -> &[u8] {
        let at = ix as usize;
        let next = self.begins.get(at + 1).filter(|_| !(at + 1).is_multiple_of(BLOCK));
        let codes = self.begins.get(at).zip(self.blocks.get(at / BLOCK));
        let codes = codes.and_then(|(from, block)| {
            let to = next.map_or(block.len(), |next| *next as usize);
            block.get(*from as usize..to)
        });
        codes.unwrap_or(&[])
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

    use super::{BLOCK, FIRST_OF_FOUR, FIRST_OF_THREE, FIRST_OF_TWO, Kept, Ranks, code, code_of, length_of};
    use crate::store::Store;
    use crate::tests::{article, engine};

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
        /// Of more articles than a block holds.
        #[test]
        fn every_article_comes_back(words in prop::collection::vec(prop::collection::vec(0..END, 0..4), 0..3 * BLOCK)) {
            let mut kept = Kept::default();
            for article in &words {
                kept.begin();
                article.iter().for_each(|rank| kept.push(*rank));
            }
            kept.finish();
            for (article, ix) in words.iter().zip(0..) {
                prop_assert!(kept.ranks(ix).eq(article.iter().copied()), "{ix}");
            }
            prop_assert_eq!(kept.ranks(words.len() as u32).count(), 0);
        }

        /// What is kept of an article is what its pack holds.
        #[test]
        fn articles_are_kept_as_they_are(texts in prop::collection::vec("[a-c]{0,3}( [a-z]{1,3}){0,20}", 1..6), title in "[a-c]{0,3}( [a-z]{1,2}){0,3}") {
            let articles: Vec<_> = texts.iter().zip(["a", "b", "c", "d", "e", "f"]).map(|(text, id)| article(id, "", "", &title, text)).collect();
            let engine = engine(&articles);
            let Store::Whole(whole) = &engine.store.base else { unreachable!("a whole pack") };
            for ix in 0..engine.len() {
                let mut expected = Vec::new();
                whole.pack.each_term(ix, |term, _| expected.push(term)).unwrap();
                prop_assert!(whole.index.terms(&whole.pack, ix).eq(expected));
            }
        }
    }
}
