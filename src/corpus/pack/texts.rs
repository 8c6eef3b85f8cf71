//! The texts of the articles: every word and what stands before it, as codes.
//!
//! An article is its title and then its body. Each is `{ word  gap before it }` and the gap behind the last word. A word's
//! code says its term too, so the texts are their own index: nothing else says which article has which word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bits::{BitReader, BitWriter};
use super::compose::Spelled;
use super::form::Kind;
use super::gaps::{GapCodes, Gaps, PAIRS, pair, pair_of};
use super::huffman::Decoder;
use super::numbers::Numbers;
use super::word_list::WordList;
use super::{PackError, Reader};
use crate::text::Tokenizer;

/// Texts in the making: each distinct word and gap by a number, each text as a list of these.
pub(super) struct TextList<'a> {
    words: Numbers<'a>,
    word_counts: Vec<u32>,
    kinds: Vec<Kind>,
    /// By language: for each word, whether it stands in a text of that language.
    languages: BTreeMap<&'a str, Vec<bool>>,
    gaps: Numbers<'a>,
    gap_counts: Vec<Vec<u32>>,
    /// Of all texts: word and gap before it.
    tokens: Vec<(u32, u32)>,
    /// Of each text: its tokens, and the gap behind them.
    texts: Vec<(u32, u32)>,
}

impl<'a> TextList<'a> {
    /// None yet.
    pub fn new() -> Self {
        Self {
            words: Numbers::default(),
            word_counts: Vec::new(),
            kinds: Vec::new(),
            languages: BTreeMap::new(),
            gaps: Numbers::default(),
            gap_counts: vec![Vec::new(); PAIRS],
            tokens: Vec::new(),
            texts: Vec::new(),
        }
    }

    /// The words of all texts, sorted.
    pub fn word_list(&self) -> WordList<'a> {
        WordList::new(self.words.strings().to_vec())
    }

    /// By language, the numbers of the words in its texts, in the order they were first met.
    pub fn by_language(&self) -> BTreeMap<&'a str, Vec<u32>> {
        let of = |used: &Vec<bool>| {
            let used = (0..).zip(used).filter(|(_, used)| **used);
            used.map(|(number, _)| number).collect()
        };
        self.languages
            .iter()
            .map(|(language, used)| (*language, of(used)))
            .collect()
    }

    /// Adds a text in a language; returns its number of words.
    pub fn add(&mut self, text: &'a str, language: &'a str) -> u32 {
        let from = self.tokens.len();
        let (mut at, mut before) = (0, Kind::Edge);
        Tokenizer::new(text).for_each(|token| {
            let (word, is_new) = self.words.number(text, token.start, token.end);
            if is_new {
                self.word_counts.push(0);
                self.kinds.push(Kind::of(&text[token.start..token.end]));
            }
            self.word_counts[word as usize] += 1;
            let kind = self.kinds[word as usize];
            let gap = self.gap(text, at..token.start, pair(before, kind));
            self.tokens.push((word, gap));
            (at, before) = (token.end, kind);
        });
        let behind = self.gap(text, at..text.len(), pair(before, Kind::Edge));
        let used = self.languages.entry(language).or_default();
        used.resize(self.kinds.len(), false);
        self.tokens[from..]
            .iter()
            .for_each(|(word, _)| used[*word as usize] = true);
        let count = (self.tokens.len() - from) as u32;
        self.texts.push((count, behind));
        count
    }

    fn gap(&mut self, text: &'a str, gap: Range<usize>, pair: usize) -> u32 {
        let (number, _) = self.gaps.number(text, gap.start, gap.end);
        let counts = &mut self.gap_counts[pair];
        if counts.len() <= number as usize {
            counts.resize(number as usize + 1, 0);
        }
        counts[number as usize] += 1;
        number
    }

    /// Appends `list`, which are its words, gaps and the codes of all texts; `each` is called with the end of each article's codes (an article is
    /// `per_article` texts).
    pub fn write(
        self,
        list: &WordList,
        words: &mut Vec<u8>,
        gaps: &mut Vec<u8>,
        texts: &mut Vec<u8>,
        per_article: usize,
        mut each: impl FnMut(usize),
    ) {
        let word_codes = list.write(&self.word_counts, words).codes;
        let gap_codes = GapCodes::write(self.gaps.strings(), &self.gap_counts, gaps);

        let mut tokens = self.tokens.iter();
        for article in self.texts.chunks(per_article) {
            let mut bits = BitWriter::new(texts);
            for (count, behind) in article {
                let mut before = Kind::Edge;
                for (word, gap) in tokens.by_ref().take(*count as usize) {
                    let kind = self.kinds[*word as usize];
                    let (code, length) = word_codes[*word as usize];
                    bits.put(code, length);
                    let (code, length) = gap_codes.get(pair(before, kind), *gap);
                    bits.put(code, length);
                    before = kind;
                }
                let (code, length) = gap_codes.get(pair(before, Kind::Edge), *behind);
                bits.put(code, length);
            }
            bits.finish();
            each(texts.len());
        }
    }
}

/// Reads one article's texts front to back, by numbers of words.
pub(super) struct TextReader<'a> {
    /// Of numbers of words, each with its kind in the lowest bits.
    pub decoder: &'a Decoder,
    pub gaps: &'a Gaps,
    pub bits: BitReader<'a>,
    /// For errors: the section and where in it the article lies.
    pub place: Reader<'a>,
}

impl TextReader<'_> {
    /// Reads a text of `count` words: `each` gets a word's number and the gap before it. Returns the gap behind.
    #[inline]
    pub fn read(&mut self, count: u32, each: impl FnMut(u32, u32)) -> Result<u32, PackError> {
        let behind = self.read_here(count, each);
        behind.ok_or_else(|| self.place.malformed("codes of words"))
    }

    #[inline]
    fn read_here(&mut self, count: u32, mut each: impl FnMut(u32, u32)) -> Option<u32> {
        let mut before = Kind::Edge as usize;
        for _ in 0..count {
            let word = self.decoder.read(&mut self.bits)?;
            let kind = word as usize & ((1 << Kind::BITS) - 1);
            let gap = self.gaps.read_next(pair_of(before, kind), &mut self.bits)?;
            each(word >> Kind::BITS, gap);
            before = kind;
        }
        self.bits.fill();
        let pair = pair_of(before, Kind::Edge as usize);
        let behind = self.gaps.read_next(pair, &mut self.bits)?;
        (!self.bits.is_beyond()).then_some(behind)
    }
}

/// Where its numbers are those of forms.
impl Spelled for TextReader<'_> {
    fn read_text(&mut self, words: u32, each: impl FnMut(u32, u32)) -> Result<u32, PackError> {
        self.read(words, each)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::compose::{TermAt, compose};
    use super::super::words::Words;
    use super::{BitReader, Gaps, Reader, TextList, TextReader};
    use crate::text::Tokenizer;

    /// A term, its first byte in the text and one past its last.
    type Placed = (String, usize, usize);

    /// Writes texts and reads them back, each with its terms.
    fn round(texts: &[String]) -> Vec<(String, Vec<Placed>)> {
        let mut list = TextList::new();
        let counts: Vec<u32> = texts.iter().map(|t| list.add(t, "en")).collect();
        let (mut words, mut gaps, mut codes) = (Vec::new(), Vec::new(), Vec::new());
        let mut ends = vec![0];
        let sorted = list.word_list();
        list.write(&sorted, &mut words, &mut gaps, &mut codes, 1, |end| ends.push(end));
        let words = Words::read(&mut Reader::new(&words, 0, "WORD")).unwrap();
        let gaps = Gaps::read(&mut Reader::new(&gaps, 0, "GAPS")).unwrap();
        let read = |i: usize| {
            let reader = || TextReader {
                decoder: words.decoder(),
                gaps: &gaps,
                bits: BitReader::new(&codes[ends[i]..ends[i + 1]]),
                place: Reader::new(&codes, ends[i], "TEXT"),
            };
            let mut terms = Vec::new();
            reader()
                .read(counts[i], |form, _| terms.push(words.term_of_form(form)))
                .unwrap();
            let place = Reader::new(&codes, ends[i], "TEXT");
            let back = compose(&mut reader(), &words, &gaps, counts[i], texts[i].len() as u32, &place).unwrap();
            assert!(back.tokens.iter().map(|t| t.term).eq(terms));
            let token = |t: &TermAt| (words.term(t.term).to_owned(), t.start as usize, t.end as usize);
            (back.text, back.tokens.iter().map(token).collect())
        };
        (0..texts.len()).map(read).collect()
    }

    proptest! {
        /// To the letter, and with the very terms that the tokenizer finds.
        #[test]
        fn texts_come_back_as_they_were(texts in prop::collection::vec("(\\PC|[A-Za-z'.,0-9北’s \n-]|U\\.S\\. |Japan’s |1,000){0,60}", 1..6)) {
            for (text, (back, terms)) in texts.iter().zip(round(&texts)) {
                prop_assert_eq!(text, &back);
                let mut expected = Vec::new();
                Tokenizer::new(text).for_each(|t| expected.push((t.term.to_owned(), t.start, t.end)));
                prop_assert_eq!(expected, terms);
            }
        }
    }
}
