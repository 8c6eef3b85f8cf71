//! What the terms of a text do not say of it: how each word is written, and what stands before it.
//!
//! Most words are written as their terms are most often, behind a space. So what is kept is how many such words follow one
//! another, and what comes then:
//!
//! ```text
//! text     { γ(usual words + 1)  γ(form + 1)  γ(gap + 1) }     a word that is another of its term's forms, or behind another gap
//!          γ(usual words + 1)  γ(gap + 1)                      the gap behind the text
//! ```
//! γ is P. Elias's code of numbers from 1 on ("Universal codeword sets and representations of the integers", IEEE Transactions on
//! Information Theory 21(2), 1975): as many zeros as the number has bits behind its first, and then the number.

use dateline_corpus::pack::{BitReader, BitWriter};

/// Writes what the terms of an article's texts do not say.
pub struct SpellingWriter<'a> {
    bits: BitWriter<'a>,
    /// Usual words behind the last other one.
    usual: u32,
}

impl<'a> SpellingWriter<'a> {
    /// Behind what is there.
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            bits: BitWriter::new(out),
            usual: 0,
        }
    }

    /// The next word: which of its term's forms it is, and the gap before it.
    #[inline]
    pub fn word(&mut self, form: u32, gap: u32) {
        if form | gap == 0 {
            self.usual += 1;
        } else {
            self.other(form, gap);
        }
    }

    fn other(&mut self, form: u32, gap: u32) {
        self.put_usual();
        self.put(form);
        self.put(gap);
    }

    /// The gap behind a text.
    pub fn end_text(&mut self, gap: u32) {
        self.put_usual();
        self.put(gap);
    }

    /// The article ends.
    pub fn finish(self) {
        self.bits.finish();
    }

    fn put_usual(&mut self) {
        let usual = std::mem::take(&mut self.usual);
        self.put(usual);
    }

    /// Writes a number, one more than it is.
    fn put(&mut self, number: u32) {
        let number = number + 1;
        let length = 2 * number.ilog2() + 1;
        if length <= 32 {
            self.bits.put(number, length);
        } else {
            self.bits.put(0, length - 32);
            self.bits.put(number, 32);
        }
    }
}

/// Reads it again.
pub struct Spelling<'a> {
    bits: BitReader<'a>,
    /// Usual words that follow.
    usual: u32,
}

impl<'a> Spelling<'a> {
    /// Of an article.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut bits = BitReader::new(bytes);
        Self {
            usual: number(&mut bits),
            bits,
        }
    }

    /// The next word.
    #[inline]
    pub fn word(&mut self) -> (u32, u32) {
        if let Some(left) = self.usual.checked_sub(1) {
            self.usual = left;
            return (0, 0);
        }
        let (form, gap) = (number(&mut self.bits), number(&mut self.bits));
        self.usual = number(&mut self.bits);
        (form, gap)
    }

    /// The gap behind a text.
    pub fn end_of_text(&mut self) -> u32 {
        let gap = number(&mut self.bits);
        self.usual = number(&mut self.bits);
        gap
    }
}

/// Reads a number.
fn number(bits: &mut BitReader) -> u32 {
    bits.fill();
    let more = bits.peek().leading_zeros().min(31);
    bits.skip(more);
    bits.fill();
    let number = bits.peek() >> (31 - more);
    bits.skip(more + 1);
    number.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Spelling, SpellingWriter};

    proptest! {
        #[test]
        fn what_was_written_is_read(texts in prop::collection::vec((prop::collection::vec(prop_oneof![Just((0, 0)), (0u32..3, 0u32..9), (0u32..1 << 30, 0u32..1 << 30)], 0..20), 0u32..1 << 30), 0..4)) {
            let mut out = vec![7];
            let mut writer = SpellingWriter::new(&mut out);
            for (words, behind) in &texts {
                words.iter().for_each(|(form, gap)| writer.word(*form, *gap));
                writer.end_text(*behind);
            }
            writer.finish();
            let mut spelling = Spelling::new(&out[1..]);
            for (words, behind) in &texts {
                for word in words {
                    prop_assert_eq!(spelling.word(), *word);
                }
                prop_assert_eq!(spelling.end_of_text(), *behind);
            }
        }
    }

    #[test]
    fn usual_words_take_no_room() {
        let mut out = Vec::new();
        let mut writer = SpellingWriter::new(&mut out);
        (0..1000).for_each(|_| writer.word(0, 0));
        writer.end_text(0);
        writer.finish();
        assert_eq!(out.len(), 3);
    }
}
