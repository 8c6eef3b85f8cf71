//! The terms of a corpus in parts, and where each stands.

use std::ops::Range;

use super::Parts;
use crate::pack::PackError;
use crate::pack::parts::TERMS;
use crate::pack::parts::block::{Block, TermInfo};
use crate::pack::parts::directory::Kind;

/// Takes an article that has a term, and its places in the title and in the body.
type EachPosting<'a> = dyn FnMut(u32, &[u32], &[u32]) + 'a;

impl Parts {
    /// How many terms there are.
    pub fn terms(&self) -> u32 {
        self.terms
    }

    /// The term at a position.
    pub fn term(&self, position: u32) -> Option<&TermInfo> {
        match self.block(Kind::Terms, position / TERMS as u32)? {
            Block::Terms(terms) => terms.get(position as usize % TERMS),
            _ => None,
        }
    }

    /// How many terms are before a place in their order; `None` where that is not known yet.
    fn first_term(&self, is_before: impl Fn(&str) -> bool) -> Option<u32> {
        // The last part whose first term is before; the place is in it or at its end.
        let firsts = &self.directory.firsts[Kind::Terms as usize];
        let behind = firsts.partition_point(|first| is_before(first));
        let Some(part) = behind.checked_sub(1) else {
            return Some(0);
        };
        match self.block(Kind::Terms, part as u32)? {
            Block::Terms(terms) => Some((part * TERMS) as u32 + terms.partition_point(|t| is_before(&t.term)) as u32),
            _ => None,
        }
    }

    /// The position of a term; `None` also where that is not known yet.
    pub fn position(&self, term: &str) -> Option<u32> {
        let at = self.first_term(|other| other < term)?;
        // It may be the first of the next part.
        let is = |at: u32| self.term(at).is_some_and(|t| *t.term == *term);
        (at < self.terms && is(at)).then_some(at)
    }

    /// The position of a term, where the part that would have it is here; nothing is wanted for it.
    pub fn position_if_here(&self, term: &str) -> Option<u32> {
        let part = self.directory.find(Kind::Terms, term)?;
        match self.blocks[Kind::Terms as usize].get(part as usize)?.as_ref()? {
            Block::Terms(terms) => {
                let at = terms.binary_search_by(|t| (*t.term).cmp(term)).ok()?;
                Some(part * TERMS as u32 + at as u32)
            }
            _ => None,
        }
    }

    /// The positions of the terms that begin so.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let from = self.first_term(|term| term < prefix);
        let to = self.first_term(|term| term < prefix || term.starts_with(prefix));
        match (from, to) {
            (Some(from), Some(to)) => from..to.max(from),
            _ => 0..0,
        }
    }

    /// Calls `each` with every other form of a term, as [`Pack::other_forms`](super::super::Pack::other_forms) does.
    pub fn other_forms(&self, term: &str, written: &str, each: &mut dyn FnMut(u32)) {
        // What is not known to be a word of its own is not looked up among others yet.
        if self.position(term).is_some() || !self.is_wanting() {
            self.forms.others(term, written, self, each);
        }
    }

    /// How many postings a range of terms has.
    pub fn count(&self, terms: Range<u32>) -> usize {
        terms.filter_map(|at| self.term(at)).map(|t| t.articles as usize).sum()
    }

    /// Calls `each` with every article that has a term, and its places in the title and in the body.
    ///
    /// # Errors
    /// Where the list is malformed.
    pub fn each_posting(&self, term: u32, each: &mut EachPosting<'_>) -> Result<(), PackError> {
        let Some(info) = self.term(term) else { return Ok(()) };
        let Some(mut r) = self.list(Kind::Postings, info.list) else {
            return Ok(());
        };
        let (mut ix, mut places) = (0u32, Vec::new());
        for _ in 0..info.articles {
            ix = ix.saturating_add(r.varint()?);
            let head = r.varint()?;
            let in_title = match head & 3 {
                3 => r.varint()?.saturating_add(3),
                n => n,
            };
            let Some(row) = self.rows.get(ix as usize) else {
                return Err(r.malformed("an article's position"));
            };
            if in_title > row.title_words || head >> 2 > row.body_words {
                return Err(r.malformed("as many places as an article has words"));
            }
            places.clear();
            for (n, words) in [(in_title, row.title_words), (head >> 2, row.body_words)] {
                let mut at = 0u32;
                for _ in 0..n {
                    at = at.saturating_add(r.varint()?);
                    if at >= words {
                        return Err(r.malformed("a place in the text"));
                    }
                    places.push(at);
                }
            }
            let (title, body) = places.split_at(in_title as usize);
            each(ix, title, body);
        }
        Ok(())
    }
}
