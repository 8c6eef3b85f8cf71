//! The words of a corpus in the making: sorted, coded and written as `words.rs` reads them.

use std::cmp::Reverse;

use super::form::Form;
use super::words::shared_prefix;
use super::{huffman, put_str, put_varint};
use crate::text::{MAX_TERM_BYTES, term_of};

/// Words in the making: each written form has a number while counting, and a place in stored order, which is that of its
/// term and then of its frequency.
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
        let count = |s: &Sorted| counts[s.number as usize];
        let mut order = self.order.clone();
        for forms in order.chunk_by_mut(|a, b| self.term(a) == self.term(b)) {
            // Stable: of equal ones the last in the order of bytes, where small letters stand behind capitals, comes first.
            forms.reverse();
            forms.sort_by_key(|s| Reverse(count(s)));
        }
        let in_order: Vec<u32> = order.iter().map(count).collect();
        let lengths = huffman::lengths(&in_order, 1);
        let mut codes = vec![(0, 0); counts.len()];
        for ((s, code), length) in order.iter().zip(huffman::codes(&lengths)).zip(&lengths) {
            codes[s.number as usize] = (code, u32::from(*length));
        }

        put_varint(out, self.terms);
        let mut before = "";
        let mut lengths = lengths.into_iter();
        let mut written = String::new();
        for forms in order.chunk_by(|a, b| self.term(a) == self.term(b)) {
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
