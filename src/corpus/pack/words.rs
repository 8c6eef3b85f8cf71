//! The words of a corpus: its terms in order, and under each the ways it is written, the most frequent first.
//!
//! ```text
//! terms
//! { shared with the term before, bytes   suffix: length, bytes   { written form } }
//! ```
//! A form is one byte: bits 0 and 1 how it differs from its term (not; first letter upper case; all upper case; a string of
//! its own follows), bit 2 whether it is the term's last, bits 3 to 7 the length of its code in the texts.

use super::form::{Form, Kind};
use super::huffman::{self, Decoder};
use super::strings::{Bytes, Strings};
use super::{PackError, Reader};
use crate::text::MAX_TERM_BYTES;

mod ranked;

pub use ranked::{Ranked, Ranking};

/// How many leading bytes two terms share, cut at a character boundary.
pub(super) fn shared_prefix(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (0..=same)
        .rev()
        .find(|n| b.is_char_boundary(*n) && a.is_char_boundary(*n))
        .unwrap_or(0)
}

/// A form's term; in the seven lowest bits its stored byte, without the one that says whether it is the last. A code has less
/// than 2²⁴ forms (`huffman.rs`), so terms have room.
#[derive(Clone, Copy, Debug)]
struct OfForm(u32);

impl OfForm {
    fn new(term: u32, byte: u8) -> Self {
        Self(term << 7 | u32::from(byte >> 3) << 2 | u32::from(byte & 3))
    }

    fn term(self) -> u32 {
        self.0 >> 7
    }

    /// The length of its code.
    fn length(self) -> u8 {
        self.0 as u8 >> 2 & 31
    }

    fn form(self) -> Form {
        Form::ALL[self.0 as usize & 3]
    }
}

/// The words of an opened pack. Terms are known by their position in the order of their bytes.
#[derive(Debug, Default)]
pub struct Words {
    terms: Strings,
    /// By form, in stored order.
    of_form: Vec<OfForm>,
    /// Forms that do not follow from their terms, in order, and how they are written.
    others: Vec<u32>,
    written: Strings,
    /// Of forms, each with its kind in the lowest bits.
    decoder: Decoder,
}

impl Words {
    /// Reads the section.
    pub(super) fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut words = Self::default();
        let mut pairs = Vec::new();
        let mut strings = [String::new(), String::new(), String::new()];
        (0..n as u32).try_for_each(|position| words.read_term(r, position, &mut strings, &mut pairs))?;
        // They stay for as long as the page is open.
        words.terms.shrink();
        words.of_form.shrink_to_fit();
        words.others.shrink_to_fit();
        words.written.shrink();
        words.decoder = Decoder::new(&pairs, huffman::MANY).ok_or_else(|| r.malformed("lengths that make a code"))?;
        Ok(words)
    }

    /// Reads a term and its forms. In a function of its own: a browser compiles a function again while it runs, and takes the
    /// faster code when it is called next.
    #[inline(never)]
    fn read_term(
        &mut self,
        r: &mut Reader,
        position: u32,
        [term, before, written]: &mut [String; 3],
        pairs: &mut Vec<(u32, u8)>,
    ) -> Result<(), PackError> {
        let shared = r.varint()? as usize;
        if !term.is_char_boundary(shared) {
            return Err(r.malformed("a prefix of the term before"));
        }
        std::mem::swap(term, before);
        term.clear();
        term.push_str(&before[..shared]);
        term.push_str(r.str()?);
        // Also so that a few bytes, each repeating a long term, do not become gigabytes.
        if term.len() > MAX_TERM_BYTES {
            return Err(r.malformed("a term of at most 64 bytes"));
        }
        if position > 0 && term <= before {
            return Err(r.malformed("a term behind the one before"));
        }
        self.terms.all.push_str(term);
        self.terms.end();
        loop {
            let byte = r.byte()?;
            let form = Form::ALL[usize::from(byte & 3)];
            let number = self.of_form.len() as u32;
            written.clear();
            match form {
                Form::Other => {
                    written.push_str(r.str()?);
                    self.others.push(number);
                    self.written.all.push_str(written);
                    self.written.end();
                }
                form => form.write(term, written),
            }
            pairs.push((number << Kind::BITS | Kind::of(written) as u32, byte >> 3));
            self.of_form.push(OfForm::new(position, byte));
            if byte & 4 != 0 {
                return Ok(());
            }
        }
    }

    /// Number of terms.
    pub fn len(&self) -> u32 {
        self.terms.len()
    }

    /// True without a term.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The term at a position.
    pub fn term(&self, position: u32) -> &str {
        self.terms.get(position)
    }

    /// The position of a term.
    pub fn position(&self, term: &str) -> Option<u32> {
        let at = self.first_from(term);
        (at < self.len() && self.term(at) == term).then_some(at)
    }

    /// The positions of the terms that begin so.
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<u32> {
        let from = self.first_from(prefix);
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.term(middle).starts_with(prefix) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        from..low
    }

    /// The position of the first term that is not before `term`.
    fn first_from(&self, term: &str) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.term(middle) < term {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }

    pub(super) fn decoder(&self) -> &Decoder {
        &self.decoder
    }

    /// A form's term, and how it is written in the texts: as these bytes, once the form has made capitals of small letters.
    #[inline]
    pub(super) fn written(&self, form: u32) -> (u32, Form, Bytes<'_>) {
        let Some(of) = self.of_form.get(form as usize) else {
            return (0, Form::Other, Bytes::default());
        };
        let bytes = match of.form() {
            Form::Other => {
                let other = self.others.binary_search(&form);
                other.map_or_else(|_| Bytes::default(), |other| self.written.bytes(other as u32))
            }
            _ => self.terms.bytes(of.term()),
        };
        (of.term(), of.form(), bytes)
    }

    /// The position of a form's term.
    #[inline]
    pub fn term_of_form(&self, form: u32) -> u32 {
        self.of_form.get(form as usize).map_or(0, |form| form.term())
    }

    /// The first form of a term, which is its most frequent one.
    fn first_form(&self, term: u32) -> Option<(u32, OfForm)> {
        let at = self.of_form.partition_point(|form| form.term() < term);
        self.of_form.get(at).map(|form| (at as u32, *form))
    }

    /// A term as it is most often written.
    pub fn most_written(&self, term: u32) -> String {
        let first = self.first_form(term);
        let (_, form, written) = first.map_or((0, Form::Other, Bytes::default()), |(at, _)| self.written(at));
        let mut written = written.own.to_vec();
        form.capitalise(&mut written);
        String::from_utf8(written).unwrap_or_default()
    }

    /// How that differs from the term.
    pub(super) fn most_frequent_form(&self, term: u32) -> Form {
        self.first_form(term).map_or(Form::Other, |(_, of)| of.form())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{put_str, put_varint};
    use super::{Reader, Words};
    use crate::text::MAX_TERM_BYTES;

    /// Front coding would let every byte of such a section stand for a whole term.
    #[test]
    fn a_term_longer_than_the_tokenizer_makes_is_refused() {
        for (length, is_read) in [(MAX_TERM_BYTES, true), (MAX_TERM_BYTES + 1, false)] {
            let mut section = Vec::new();
            put_varint(&mut section, 1);
            put_varint(&mut section, 0);
            put_str(&mut section, &"x".repeat(length));
            // As the term, the last form, its code one bit long.
            section.push(1 << 2 | 1 << 3);
            let words = Words::read(&mut Reader::new(&section, 0, "WORD"));
            assert_eq!(words.is_ok(), is_read, "{length}: {words:?}");
        }
    }
}
