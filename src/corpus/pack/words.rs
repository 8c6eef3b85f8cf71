//! The words of a corpus: its terms in order, and under each the ways it is written.
//!
//! ```text
//! terms
//! { shared with the term before, bytes   suffix: length, bytes   { written form } }
//! ```
//! A form is one byte: bits 0 and 1 how it differs from its term (not; first letter upper case; all upper case; a string of
//! its own follows), bit 2 whether it is the term's last, bits 3 to 7 the length of its code in the texts.

use super::huffman::{self, Decoder};
use super::{PackError, Reader, put_str, put_varint};
use crate::text::{MAX_TERM_BYTES, is_capital, term_of};

/// How a written form differs from its term.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Term,
    Capitalised,
    Capitals,
    Other,
}

impl Form {
    const ALL: [Self; 4] = [Self::Term, Self::Capitalised, Self::Capitals, Self::Other];

    /// Appends the form of a term; `Other` appends nothing.
    fn write(self, term: &str, out: &mut String) {
        match self {
            Self::Term => out.push_str(term),
            Self::Capitalised => {
                let first = term.chars().next().map_or(0, char::len_utf8);
                out.extend(term[..first].chars().map(|c| c.to_ascii_uppercase()));
                out.push_str(&term[first..]);
            }
            Self::Capitals => out.extend(term.chars().map(|c| c.to_ascii_uppercase())),
            Self::Other => {}
        }
    }
}

/// What kind of word stands beside a gap, which says much about the gap: a number, a name, an initial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No word: the text begins or ends.
    Edge,
    Lower,
    Capitalised,
    Capitals,
    Number,
}

impl Kind {
    pub const COUNT: usize = 5;
    /// Bits that hold one.
    pub const BITS: u32 = 3;

    /// The kind of a written word.
    pub fn of(word: &str) -> Self {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Self::Edge,
            (Some(first), _) if first.is_ascii_digit() => Self::Number,
            (Some(first), second) if is_capital(first) => match second {
                Some(second) if is_capital(second) => Self::Capitals,
                _ => Self::Capitalised,
            },
            _ => Self::Lower,
        }
    }
}

/// Words in the making: each written form has a number while counting, and a place in stored order, which is that of its
/// term and then its own.
pub(super) struct WordList<'a> {
    /// By number.
    written: Vec<&'a str>,
    /// All terms, one after the other, by number.
    all_terms: String,
    /// Numbers in stored order, each with its place in `all_terms` and the first bytes of its term.
    order: Vec<Sorted>,
    /// By number: where its term stands among the terms.
    positions: Vec<u32>,
    /// Terms that differ.
    terms: u32,
}

/// A form to be sorted. Most terms differ in their first eight bytes, which are compared at once.
#[derive(Clone, Copy)]
struct Sorted {
    begins: u64,
    start: u32,
    end: u32,
    number: u32,
}

/// Numbers of forms, in stored order, and their codes.
pub(super) struct WordCodes {
    /// By number while counting: (code, length).
    pub codes: Vec<(u32, u32)>,
}

impl<'a> WordList<'a> {
    /// Of written forms by number, all different.
    pub fn new(written: Vec<&'a str>) -> Self {
        let mut all_terms = String::new();
        let mut order = Vec::with_capacity(written.len());
        for (number, form) in (0..).zip(&written) {
            let start = all_terms.len();
            push_term(form, &mut all_terms);
            let mut begins = [0; 8];
            let term = &all_terms.as_bytes()[start..];
            begins.iter_mut().zip(term).for_each(|(to, from)| *to = *from);
            let (start, end) = (start as u32, all_terms.len() as u32);
            let begins = u64::from_be_bytes(begins);
            order.push(Sorted {
                begins,
                start,
                end,
                number,
            });
        }
        let term = |s: &Sorted| &all_terms[s.start as usize..s.end as usize];
        order.sort_unstable_by(|a, b| {
            a.begins
                .cmp(&b.begins)
                .then_with(|| term(a).cmp(term(b)))
                .then_with(|| written[a.number as usize].cmp(written[b.number as usize]))
        });
        let mut positions = vec![0; written.len()];
        let mut terms = 0;
        for same in order.chunk_by(|a, b| term(a) == term(b)) {
            same.iter().for_each(|s| positions[s.number as usize] = terms);
            terms += 1;
        }
        Self {
            written,
            all_terms,
            order,
            positions,
            terms,
        }
    }

    /// How a word is written.
    pub fn written(&self, number: u32) -> &'a str {
        self.written[number as usize]
    }

    /// Where its term stands among the terms.
    pub fn position(&self, number: u32) -> u32 {
        self.positions[number as usize]
    }

    /// The terms, in order.
    pub fn terms(&self) -> Vec<&str> {
        let same = self.order.chunk_by(|a, b| self.term(a) == self.term(b));
        same.map(|same| self.term(&same[0])).collect()
    }

    fn term(&self, s: &Sorted) -> &str {
        &self.all_terms[s.start as usize..s.end as usize]
    }

    /// Appends the section and gives the codes. `counts` are by number.
    pub fn write(&self, counts: &[u32], out: &mut Vec<u8>) -> WordCodes {
        let in_order: Vec<u32> = self.order.iter().map(|s| counts[s.number as usize]).collect();
        let lengths = huffman::lengths(&in_order, 1);
        let mut codes = vec![(0, 0); counts.len()];
        for ((s, code), length) in self.order.iter().zip(huffman::codes(&lengths)).zip(&lengths) {
            codes[s.number as usize] = (code, u32::from(*length));
        }

        put_varint(out, self.terms);
        let mut before = "";
        let mut lengths = lengths.into_iter();
        let mut written = String::new();
        for forms in self.order.chunk_by(|a, b| self.term(a) == self.term(b)) {
            let term = self.term(&forms[0]);
            let shared = shared_prefix(before, term);
            put_varint(out, shared as u32);
            put_str(out, &term[shared..]);
            for (i, form) in forms.iter().enumerate() {
                let form = self.written(form.number);
                let kind = Form::ALL.into_iter().find(|kind| {
                    written.clear();
                    kind.write(term, &mut written);
                    written == form
                });
                let kind = kind.unwrap_or(Form::Other);
                let last = u8::from(i + 1 == forms.len());
                out.push(kind as u8 | last << 2 | lengths.next().unwrap_or(0) << 3);
                if kind == Form::Other {
                    put_str(out, form);
                }
            }
            before = term;
        }
        WordCodes { codes }
    }
}

/// Appends the term of a written word.
fn push_term(written: &str, out: &mut String) {
    let from = out.len();
    match written.len() <= MAX_TERM_BYTES && written.bytes().all(|b| b.is_ascii_alphanumeric()) {
        true => {
            out.push_str(written);
            out[from..].make_ascii_lowercase();
        }
        false => out.push_str(&term_of(written)),
    }
}

/// How many leading bytes two terms share, cut at a character boundary.
pub(super) fn shared_prefix(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (0..=same)
        .rev()
        .find(|n| b.is_char_boundary(*n) && a.is_char_boundary(*n))
        .unwrap_or(0)
}

/// Strings one after the other in one piece of memory.
#[derive(Debug, Default)]
struct Strings {
    all: String,
    ends: Vec<u32>,
}

impl Strings {
    fn end(&mut self) {
        self.ends.push(self.all.len() as u32);
    }

    /// Where one begins and ends.
    #[inline]
    fn range(&self, i: u32) -> (usize, usize) {
        let end = |i: u32| self.ends.get(i as usize).map_or(self.all.len(), |e| *e as usize);
        (if i == 0 { 0 } else { end(i - 1) }, end(i))
    }

    fn get(&self, i: u32) -> &str {
        let (from, to) = self.range(i);
        self.all.get(from..to).unwrap_or("")
    }

    fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// The words of an opened pack. Terms are known by their position in the order of their bytes.
#[derive(Debug, Default)]
pub struct Words {
    terms: Strings,
    /// Written forms, in stored order.
    forms: Strings,
    /// By form: its term, and the length of its code.
    of_form: Vec<(u32, u8)>,
    /// Of forms, each with its kind in the lowest bits.
    decoder: Decoder,
}

impl Words {
    /// Reads the section.
    pub(super) fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut words = Self::default();
        let mut pairs = Vec::new();
        let mut two = [String::new(), String::new()];
        (0..n as u32).try_for_each(|position| words.read_term(r, position, &mut two, &mut pairs))?;
        // They stay for as long as the page is open.
        words.terms.shrink();
        words.forms.shrink();
        words.of_form.shrink_to_fit();
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
        [term, before]: &mut [String; 2],
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
            let from = self.forms.all.len();
            match form {
                Form::Other => self.forms.all.push_str(r.str()?),
                form => form.write(term, &mut self.forms.all),
            }
            let kind = Kind::of(&self.forms.all[from..]);
            pairs.push((self.forms.len() << Kind::BITS | kind as u32, byte >> 3));
            self.of_form.push((position, byte >> 3));
            self.forms.end();
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

    /// As it is written in the texts, in bytes; and the same with all that lies behind it in memory.
    #[inline]
    pub(super) fn form_and_behind(&self, form: u32) -> (&[u8], &[u8]) {
        let (from, to) = self.forms.range(form);
        let behind = self.forms.all.as_bytes().get(from..).unwrap_or(&[]);
        (behind.get(..to - from).unwrap_or(&[]), behind)
    }

    /// As it is written in the texts.
    pub(super) fn form(&self, form: u32) -> &str {
        self.forms.get(form)
    }

    /// The same codes, of numbers of the forms' terms in place of the forms.
    pub(super) fn numbered(&self, numbers: &[u32]) -> Decoder {
        let kind = |symbol: u32| symbol & ((1 << Kind::BITS) - 1);
        let number = |symbol: u32| numbers.get(self.term_of_form(symbol >> Kind::BITS) as usize).copied();
        self.decoder
            .renamed(|symbol| number(symbol).unwrap_or(0) << Kind::BITS | kind(symbol))
    }

    pub(super) fn term_of_form(&self, form: u32) -> u32 {
        self.of_form.get(form as usize).map_or(0, |(term, _)| *term)
    }

    /// How long the shortest code of a term's forms is, in bits, at most 31: the shorter, the more frequent.
    pub fn shortest(&self, term: u32) -> u8 {
        let from = self.of_form.partition_point(|form| form.0 < term);
        let forms = self.of_form[from..].iter().take_while(|form| form.0 == term);
        forms.map(|form| form.1).min().unwrap_or(31)
    }

    /// All terms, the most frequent first as far as the lengths of codes tell; ties by position.
    pub fn by_frequency(&self) -> Vec<u32> {
        // A code is at most 31 bits long: five bits say how long.
        let mut shortest = vec![31u8; self.len() as usize];
        for (term, length) in &self.of_form {
            let known = &mut shortest[*term as usize];
            *known = (*known).min(*length);
        }
        // Sorted by counting: of a hundred thousand terms a tenth of the time.
        let mut next = [0u32; 33];
        shortest.iter().for_each(|length| next[usize::from(*length) + 1] += 1);
        (1..next.len()).for_each(|length| next[length] += next[length - 1]);
        let mut terms = vec![0; shortest.len()];
        for (term, length) in (0..).zip(shortest) {
            let at = &mut next[usize::from(length)];
            terms[*at as usize] = term;
            *at += 1;
        }
        terms
    }

    /// A term as it is most often written, as far as the lengths of codes tell: a form that is twice as frequent has a code
    /// that is a bit shorter. Of equal ones the last in the order of bytes, where small letters stand behind capitals.
    pub fn most_written(&self, term: u32) -> &str {
        let from = self.of_form.partition_point(|form| form.0 < term);
        let forms = (from as u32..).zip(&self.of_form[from..]);
        let forms = forms.take_while(|(_, form)| form.0 == term);
        let most = forms.min_by_key(|(at, form)| (form.1, std::cmp::Reverse(*at)));
        most.map_or("", |(at, _)| self.form(at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Words, put_str, put_varint};
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
