//! Bytes of all articles, in pieces of memory that stay where they are: one for all would be moved whenever it grows, and leave a
//! hole.

/// Articles whose bytes lie in one piece.
const BLOCK: usize = 256;

/// See the module.
#[derive(Debug, Default)]
pub struct Blocks {
    /// Bytes of [`BLOCK`] articles each.
    blocks: Vec<Box<[u8]>>,
    /// By article: where its bytes begin in its block.
    begins: Vec<u32>,
    /// The block that is being made.
    making: Vec<u8>,
}

impl Blocks {
    /// For so many articles.
    pub fn new(articles: usize) -> Self {
        Self {
            begins: Vec::with_capacity(articles),
            ..Self::default()
        }
    }

    /// Here an article begins: its bytes are to be appended.
    pub fn begin(&mut self) -> &mut Vec<u8> {
        if self.begins.len() == (self.blocks.len() + 1) * BLOCK {
            self.end_block();
        }
        self.begins.push(self.making.len() as u32);
        &mut self.making
    }

    fn end_block(&mut self) {
        self.blocks.push(self.making.as_slice().into());
        self.making.clear();
    }

    /// Behind the last article.
    pub fn finish(&mut self) {
        self.end_block();
        self.making = Vec::new();
    }

    /// The bytes of an article; none of one that is not there.
    pub fn get(&self, ix: u32) -> &[u8] {
        let at = ix as usize;
        let next = self.begins.get(at + 1).filter(|_| !(at + 1).is_multiple_of(BLOCK));
        let bytes = self.begins.get(at).zip(self.blocks.get(at / BLOCK));
        let bytes = bytes.and_then(|(from, block)| {
            let to = next.map_or(block.len(), |next| *next as usize);
            block.get(*from as usize..to)
        });
        bytes.unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BLOCK, Blocks};

    proptest! {
        /// Of more articles than a block holds.
        #[test]
        fn every_article_comes_back(articles in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..4), 0..3 * BLOCK)) {
            let mut blocks = Blocks::new(articles.len());
            articles.iter().for_each(|article| blocks.begin().extend(article));
            blocks.finish();
            for (article, ix) in articles.iter().zip(0..) {
                prop_assert_eq!(blocks.get(ix), article.as_slice(), "{}", ix);
            }
            prop_assert!(blocks.get(articles.len() as u32).is_empty());
        }
    }
}
