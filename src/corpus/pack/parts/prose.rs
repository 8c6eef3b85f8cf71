//! Texts as codes that can be read a few articles at a time.
//!
//! Codes of whole words need all words at hand, and those of a large corpus are more than a reader of three articles wants
//! to fetch. Here the common words have codes, and the others are spelled, letter by letter.

use std::collections::BTreeMap;

use super::super::bits::{BitReader, BitWriter};
use super::super::byte_codes::{ByteCounts, ByteReader, ByteWriter};
use super::super::form::Kind;
use super::super::gaps::{GapCodes, Gaps, PAIRS, pair};
use super::super::huffman::{self, Decoder};
use super::super::layout::LONGEST_TEXT;
use super::super::words::shared_prefix;
use super::super::{PackError, Reader, put_str, put_varint};
use crate::text::Tokenizer;

/// Common words at most: they travel with the start, some five bytes each.
const COMMON: usize = 6000;
/// A word in fewer places is spelled: its code would not pay for its entry.
const FEWEST: u32 = 4;

/// What all texts are made of.
#[derive(Default)]
pub(super) struct ProseCounts<'a> {
    words: BTreeMap<&'a str, u32>,
    gaps: BTreeMap<&'a str, u32>,
    /// By pair of kinds: (gap, how often).
    pairs: Vec<BTreeMap<u32, u32>>,
}

/// Words with their kinds, and the gaps before them; then the gap behind the last.
fn walk<'a>(text: &'a str, mut word: impl FnMut(&'a str, Kind), mut gap: impl FnMut(usize, &'a str)) {
    let (mut at, mut before) = (0, Kind::Edge);
    Tokenizer::new(text).for_each(|token| {
        let written = &text[token.start..token.end];
        let kind = Kind::of(written);
        gap(pair(before, kind), &text[at..token.start]);
        word(written, kind);
        (at, before) = (token.end, kind);
    });
    gap(pair(before, Kind::Edge), &text[at..]);
}

impl<'a> ProseCounts<'a> {
    /// Counts a text.
    pub fn add(&mut self, text: &'a str) {
        self.pairs.resize_with(PAIRS, BTreeMap::new);
        let (words, gaps, pairs) = (&mut self.words, &mut self.gaps, &mut self.pairs);
        walk(
            text,
            |word, _| *words.entry(word).or_default() += 1,
            |pair, gap| {
                let next = gaps.len() as u32;
                let number = *gaps.entry(gap).or_insert(next);
                *pairs[pair].entry(number).or_default() += 1;
            },
        );
    }

    /// Appends what a reader needs to know.
    pub fn write(self, out: &mut Vec<u8>) -> ProseWriter<'a> {
        let mut order: Vec<(u32, &str)> = self.words.iter().map(|(word, n)| (*n, *word)).collect();
        order.retain(|(n, _)| *n >= FEWEST);
        order.sort_unstable_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        order.truncate(COMMON);
        let mut common: Vec<&str> = order.into_iter().map(|(_, word)| word).collect();
        common.sort_unstable();
        let is_common = |word: &str| common.binary_search(&word).is_ok();
        let mut letters = ByteCounts::new(ByteCounts::LETTERS);
        let mut spelled = 0u32;
        for (word, n) in self.words.iter().filter(|(word, _)| !is_common(word)) {
            spelled = spelled.saturating_add(*n);
            (0..*n).for_each(|_| letters.add(&ended(word)));
        }
        // The first symbol says that a word is spelled.
        let counts: Vec<u32> = [spelled]
            .into_iter()
            .chain(common.iter().map(|word| self.words[word]))
            .collect();
        let lengths = huffman::lengths(&counts, 1);
        put_varint(out, common.len() as u32);
        let mut before = "";
        out.push(lengths[0]);
        for (word, length) in common.iter().zip(&lengths[1..]) {
            let shared = shared_prefix(before, word);
            put_varint(out, shared as u32);
            put_str(out, &word[shared..]);
            out.push(*length);
            before = word;
        }
        let words = huffman::codes(&lengths).into_iter().zip(lengths).collect();
        let letters = letters.write(out);
        let mut in_order = vec![""; self.gaps.len()];
        self.gaps
            .iter()
            .for_each(|(gap, number)| in_order[*number as usize] = gap);
        let counts: Vec<Vec<u32>> = self.pairs.iter().map(dense).collect();
        let gap_codes = GapCodes::write(&in_order, &counts, out);
        ProseWriter {
            common,
            words,
            letters,
            gaps: self.gaps,
            gap_codes,
        }
    }
}

fn dense(counts: &BTreeMap<u32, u32>) -> Vec<u32> {
    let mut dense = vec![0; counts.last_key_value().map_or(0, |(n, _)| *n as usize + 1)];
    counts.iter().for_each(|(number, n)| dense[*number as usize] = *n);
    dense
}

/// A word as it is spelled: its bytes and a zero, which no word has.
fn ended(word: &str) -> Vec<u8> {
    word.bytes().chain([0]).collect()
}

/// Writes texts.
pub(super) struct ProseWriter<'a> {
    common: Vec<&'a str>,
    /// By symbol: code and length.
    words: Vec<(u32, u8)>,
    letters: ByteWriter,
    gaps: BTreeMap<&'a str, u32>,
    gap_codes: GapCodes,
}

impl ProseWriter<'_> {
    /// Appends a text's codes.
    pub fn put(&self, text: &str, bits: &mut BitWriter) {
        let (mut words, mut gaps) = (Vec::new(), Vec::new());
        walk(text, |word, _| words.push(word), |pair, gap| gaps.push((pair, gap)));
        // A word stands before the gap in front of it, whose code depends on the word's kind.
        for (i, (pair, gap)) in gaps.into_iter().enumerate() {
            if let Some(word) = words.get(i) {
                self.put_word(word, bits);
            }
            let (code, length) = self.gap_codes.get(pair, self.gaps[gap]);
            bits.put(code, length);
        }
    }

    fn put_word(&self, word: &str, bits: &mut BitWriter) {
        let symbol = self.common.binary_search(&word).map_or(0, |at| at + 1);
        let (code, length) = self.words[symbol];
        bits.put(code, u32::from(length));
        if symbol == 0 {
            self.letters.put(&ended(word), bits);
        }
    }
}

/// Reads texts.
#[derive(Debug, Default)]
pub(super) struct Prose {
    common: Vec<Box<str>>,
    words: Decoder,
    letters: ByteReader,
    gaps: Gaps,
}

impl Prose {
    pub fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut prose = Self::default();
        let mut pairs = vec![(0, r.byte()?)];
        let mut word = String::new();
        for symbol in 1..=n as u32 {
            let shared = r.varint()? as usize;
            if !word.is_char_boundary(shared) {
                return Err(r.malformed("a prefix of the word before"));
            }
            word.truncate(shared);
            word.push_str(r.str()?);
            prose.common.push(word.as_str().into());
            pairs.push((symbol, r.byte()?));
        }
        // No word is spelled where all are common, and nothing is a word in a corpus without texts.
        pairs.retain(|p| p.0 > 0 || p.1 > 0);
        prose.words = Decoder::new(&pairs, huffman::MANY).ok_or_else(|| r.malformed("lengths that make a code"))?;
        prose.letters = ByteReader::read(r, ByteCounts::LETTERS)?;
        prose.gaps = Gaps::read(r)?;
        Ok(prose)
    }

    /// The next text, of so many words.
    pub fn text(&self, words: u32, bits: &mut BitReader, place: &Reader) -> Result<String, PackError> {
        let mut text = String::new();
        let mut before = Kind::Edge;
        let mut spelled = Vec::new();
        for left in (0..=words).rev() {
            let word = match left {
                0 => "",
                _ => match self.words.read(bits).ok_or_else(|| place.malformed("a word"))? {
                    0 => {
                        spelled.clear();
                        let mut last = 0;
                        loop {
                            last = self
                                .letters
                                .next(last, bits)
                                .ok_or_else(|| place.malformed("a letter"))?;
                            if last == 0 || bits.is_beyond() {
                                break;
                            }
                            spelled.push(last);
                        }
                        std::str::from_utf8(&spelled).map_err(|_| place.malformed("UTF-8"))?
                    }
                    symbol => self
                        .common
                        .get(symbol as usize - 1)
                        .map(|word| &**word)
                        .ok_or_else(|| place.malformed("a common word"))?,
                },
            };
            let kind = Kind::of(word);
            bits.fill();
            let gap = self.gaps.read_next(pair(before, kind), bits);
            text.push_str(self.gaps.get(gap.ok_or_else(|| place.malformed("a gap"))?));
            text.push_str(word);
            before = kind;
            if text.len() > LONGEST_TEXT {
                return Err(place.malformed("a text of at most 64 MiB"));
            }
            if bits.is_beyond() {
                return Err(place.malformed("the end of a text"));
            }
        }
        Ok(text)
    }
}
