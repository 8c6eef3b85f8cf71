//! Lists that are cut into parts: postings by term, articles by value. Writer and reader side by side.

use super::super::squeeze::squeeze;
use super::super::{PackError, Reader, put_varint};
use super::LISTS;
use super::directory::Kind;
use super::split::Writer;

/// Where a list lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub part: u32,
    pub from: u32,
    pub to: u32,
}

/// A term's postings in the making: `{ articles between   places in the body × 4 + in the title (at most 3)   more places in
/// the title   { places } }`, each place as the distance to the one before.
#[derive(Clone, Default)]
pub(super) struct List {
    pub articles: u32,
    last: u32,
    pub bytes: Vec<u8>,
}

impl List {
    /// Places of one article: (term, whether in the body, place), in order.
    pub fn add(&mut self, ix: u32, places: &[(u32, bool, u32)]) {
        let in_title = places.iter().filter(|p| !p.1).count() as u32;
        put_varint(&mut self.bytes, ix - self.last);
        put_varint(&mut self.bytes, (places.len() as u32 - in_title) << 2 | in_title.min(3));
        if in_title >= 3 {
            put_varint(&mut self.bytes, in_title - 3);
        }
        for field in places.chunk_by(|a, b| a.1 == b.1) {
            let mut before = 0;
            for (_, _, at) in field {
                put_varint(&mut self.bytes, at - before);
                before = *at;
            }
        }
        self.articles += 1;
        self.last = ix;
    }
}

/// Lists one after the other, cut into parts.
pub(super) struct Cut {
    kind: Kind,
    pub out: Vec<u8>,
}

impl Cut {
    pub fn new(kind: Kind) -> Self {
        Self { kind, out: Vec::new() }
    }

    /// Begins a part, and says in `directory` which.
    pub fn begin(&mut self, writer: &mut Writer, directory: &mut Vec<u8>) {
        self.end(writer);
        put_varint(directory, writer.directory.len(self.kind));
    }

    /// Whoever reads the lengths of the lists knows where each is: a part ends with the list that fills it.
    pub fn add(&mut self, writer: &mut Writer, list: &[u8]) {
        self.out.extend_from_slice(list);
        if self.out.len() >= LISTS {
            self.end(writer);
        }
    }

    pub fn end(&mut self, writer: &mut Writer) {
        if !self.out.is_empty() {
            writer.part(self.kind, squeeze(&self.out));
            self.out.clear();
        }
    }
}

/// Where lists lie, one after the other, as their writer cut them.
pub(super) struct Lists {
    part: u32,
    at: u32,
}

impl Lists {
    pub fn begin(r: &mut Reader) -> Result<Self, PackError> {
        Ok(Self {
            part: r.varint()?,
            at: 0,
        })
    }

    pub fn next(&mut self, length: u32) -> Place {
        let to = self.at.saturating_add(length);
        let place = Place {
            part: self.part,
            from: self.at,
            to,
        };
        self.at = to;
        if to as usize >= LISTS {
            (self.part, self.at) = (self.part.saturating_add(1), 0);
        }
        place
    }
}

/// Rising numbers, each with its mentions: `{ distance to the one before × 2 + whether there are more mentions than one   their
/// number less 2 }`.
pub(super) fn put_pairs(pairs: &[(u32, u32)], out: &mut Vec<u8>) {
    put_varint(out, pairs.len() as u32);
    let mut before = 0;
    for (number, mentions) in pairs {
        put_varint(out, (number - before) << 1 | u32::from(*mentions > 1));
        if *mentions > 1 {
            put_varint(out, mentions - 2);
        }
        before = *number;
    }
}

/// Rising numbers below `limit`, each with its mentions.
pub(super) fn pairs(r: &mut Reader, limit: u32) -> Result<Vec<(u32, u32)>, PackError> {
    let n = r.count()?;
    let mut pairs = Vec::with_capacity(n);
    let mut at = 0u32;
    for _ in 0..n {
        let head = r.varint()?;
        let next = at.checked_add(head >> 1).filter(|at| *at < limit);
        at = next.ok_or_else(|| r.malformed("a number within its table"))?;
        let mentions = if head & 1 == 1 {
            r.varint()?.saturating_add(2)
        } else {
            1
        };
        pairs.push((at, mentions));
    }
    Ok(pairs)
}
