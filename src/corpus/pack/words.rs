//! The words of a corpus: its terms in order, and under each the ways it is written.
//!
//! ```text
//! terms
//! { shared with the term before, bytes   suffix: length, bytes   { written form } }
//! ```
//! A form is one byte: bits 0 and 1 how it differs from its term (not; first letter upper case; all upper case; a string of
//! its own follows), bit 2 whether it is the term's last, bits 3 to 7 the length of its code in the texts.

use std::collections::BTreeMap;

use super::huffman::{self, Decoder};
use super::{PackError, Reader, put_str, put_varint};
use crate::text::term_of;

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

    /// The kind of a written word.
    pub fn of(word: &str) -> Self {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Self::Edge,
            (Some(first), _) if first.is_ascii_digit() => Self::Number,
            (Some(first), second) if first.is_uppercase() => match second {
                Some(second) if second.is_uppercase() => Self::Capitals,
                _ => Self::Capitalised,
            },
            _ => Self::Lower,
        }
    }
}

/// Words in the making: each written form and how often it stands in the texts.
#[derive(Default)]
pub(super) struct WordList {
    /// Term → written form → its number while counting.
    terms: BTreeMap<Box<str>, BTreeMap<Box<str>, u32>>,
}

/// Numbers of forms, in stored order, and their codes.
pub(super) struct WordCodes {
    /// By number while counting: (code, length).
    pub codes: Vec<(u32, u32)>,
}

impl WordList {
    /// Adds a form under its term.
    pub fn add(&mut self, written: &str, number: u32) {
        self.terms
            .entry(term_of(written).into())
            .or_default()
            .insert(written.into(), number);
    }

    /// Appends the section and gives the codes. `counts` are by number.
    pub fn write(&self, counts: &[u32], out: &mut Vec<u8>) -> WordCodes {
        let order: Vec<u32> = self.terms.values().flat_map(|forms| forms.values().copied()).collect();
        let in_order: Vec<u32> = order.iter().map(|number| counts[*number as usize]).collect();
        let lengths = huffman::lengths(&in_order, 1);
        let mut codes = vec![(0, 0); counts.len()];
        for ((number, code), length) in order.iter().zip(huffman::codes(&lengths)).zip(&lengths) {
            codes[*number as usize] = (code, u32::from(*length));
        }

        put_varint(out, self.terms.len() as u32);
        let mut before = "";
        let mut lengths = lengths.into_iter();
        let mut written = String::new();
        for (term, forms) in &self.terms {
            let shared = shared_prefix(before, term);
            put_varint(out, shared as u32);
            put_str(out, &term[shared..]);
            for (i, form) in forms.keys().enumerate() {
                let kind = Form::ALL.into_iter().find(|kind| {
                    written.clear();
                    kind.write(term, &mut written);
                    written == **form
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

/// How many leading bytes two terms share, cut at a character boundary.
fn shared_prefix(a: &str, b: &str) -> usize {
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

    fn get(&self, i: u32) -> &str {
        let end = |i: u32| self.ends.get(i as usize).map_or(self.all.len(), |e| *e as usize);
        let start = if i == 0 { 0 } else { end(i - 1) };
        self.all.get(start..end(i)).unwrap_or("")
    }

    fn len(&self) -> u32 {
        self.ends.len() as u32
    }
}

/// The words of an opened pack. Terms are known by their position in the order of their bytes.
#[derive(Debug, Default)]
pub struct Words {
    terms: Strings,
    /// Written forms, in stored order.
    forms: Strings,
    /// By form: its term, its kind, and the length of its code.
    of_form: Vec<(u32, Kind, u8)>,
    decoder: Decoder,
}

impl Words {
    /// Reads the section.
    pub(super) fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut words = Self::default();
        let mut pairs = Vec::new();
        let (mut term, mut before) = (String::new(), String::new());
        for position in 0..n as u32 {
            let shared = r.varint()? as usize;
            if !term.is_char_boundary(shared) {
                return Err(r.malformed("a prefix of the term before"));
            }
            std::mem::swap(&mut term, &mut before);
            term.clear();
            term.push_str(&before[..shared]);
            term.push_str(r.str()?);
            if position > 0 && term <= before {
                return Err(r.malformed("a term behind the one before"));
            }
            words.terms.all.push_str(&term);
            words.terms.end();
            loop {
                let byte = r.byte()?;
                let form = Form::ALL[usize::from(byte & 3)];
                let from = words.forms.all.len();
                match form {
                    Form::Other => words.forms.all.push_str(r.str()?),
                    form => form.write(&term, &mut words.forms.all),
                }
                pairs.push((words.forms.len(), byte >> 3));
                words
                    .of_form
                    .push((position, Kind::of(&words.forms.all[from..]), byte >> 3));
                words.forms.end();
                if byte & 4 != 0 {
                    break;
                }
            }
        }
        words.decoder = Decoder::new(&pairs).ok_or_else(|| r.malformed("lengths that make a code"))?;
        Ok(words)
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

    /// As it is written in the texts.
    pub(super) fn form(&self, form: u32) -> &str {
        self.forms.get(form)
    }

    pub(super) fn term_and_kind(&self, form: u32) -> (u32, Kind) {
        let form = self.of_form.get(form as usize);
        form.map_or((0, Kind::Edge), |(term, kind, _)| (*term, *kind))
    }

    /// A term as it is most often written, as far as the lengths of codes tell: a form that is twice as frequent has a code
    /// that is a bit shorter. Of equal ones the last in the order of bytes, where small letters stand behind capitals.
    pub fn most_written(&self, term: u32) -> &str {
        let from = self.of_form.partition_point(|form| form.0 < term);
        let forms = (from as u32..).zip(&self.of_form[from..]);
        let forms = forms.take_while(|(_, form)| form.0 == term);
        let most = forms.min_by_key(|(at, form)| (form.2, std::cmp::Reverse(*at)));
        most.map_or("", |(at, _)| self.form(at))
    }
}
