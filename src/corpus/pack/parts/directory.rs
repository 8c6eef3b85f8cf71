//! Which parts are there, and which one has a key?

use super::super::front::{front, put_front};
use super::super::{PackError, Reader, put_varint};

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Terms, and how long the postings of each are.
    Terms,
    /// Postings with positions, term after term.
    Postings,
    /// Articles: record, texts, mentions, quotations.
    Articles,
    /// By article, how rare the words of its title are, and its values.
    Forward,
    /// Values: names, counts, and how long the list of each is.
    Values,
    /// By value, its articles, how it is called in them, its quotations.
    Lists,
    /// Ids in order, each with its article.
    Ids,
    /// The world's shapes.
    World,
    /// All other names of entities.
    Names,
    /// Words by their beginnings, each with the articles that have it.
    Beginnings,
    /// The same by their ends: their letters in reverse.
    Ends,
    /// What entities are called, from each of the words of a name on.
    Called,
    /// Words of titles, each with the articles whose titles have it.
    Titles,
}

impl Kind {
    /// All, in stored order.
    pub const ALL: [Self; 13] = [
        Self::Terms,
        Self::Postings,
        Self::Articles,
        Self::Forward,
        Self::Values,
        Self::Lists,
        Self::Ids,
        Self::World,
        Self::Names,
        Self::Beginnings,
        Self::Ends,
        Self::Called,
        Self::Titles,
    ];

    /// The letter that names of its files begin with.
    fn letter(self) -> char {
        char::from(b"tpafvliwnbech"[self as usize])
    }

    pub(super) fn tag(self) -> &'static str {
        [
            "TERM", "POST", "ARTS", "FORW", "VALS", "LIST", "IDEN", "WRLD", "NAME", "BEGI", "ENDS", "CALL", "HEAD",
        ][self as usize]
    }
}

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId {
    /// What it holds.
    pub kind: Kind,
    /// Its number among those of its kind.
    pub number: u32,
}

/// The parts of all kinds: the checksum of each, and the first keys of those that are looked up by key.
#[derive(Debug, Default)]
pub(super) struct Directory {
    pub checksums: [Vec<u32>; Kind::ALL.len()],
    /// Of each part of the kinds that are looked up by key the shortest beginning of its first key that is behind the last key
    /// of the part before; none for others.
    pub firsts: [Vec<Box<str>>; Kind::ALL.len()],
}

impl Directory {
    pub fn write(&self, out: &mut Vec<u8>) {
        for kind in Kind::ALL {
            let (checksums, firsts) = (&self.checksums[kind as usize], &self.firsts[kind as usize]);
            put_varint(out, checksums.len() as u32);
            checksums.iter().for_each(|c| out.extend_from_slice(&c.to_le_bytes()));
            put_varint(out, firsts.len() as u32);
            let mut before: &str = "";
            for first in firsts {
                put_front(out, first, before);
                before = first;
            }
        }
    }

    pub fn read(r: &mut Reader) -> Result<Self, PackError> {
        let mut directory = Self::default();
        for kind in Kind::ALL {
            for _ in 0..r.count()? {
                let bytes = r.take(4)?;
                let checksum = bytes.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b));
                directory.checksums[kind as usize].push(checksum);
            }
            let mut before = String::new();
            for _ in 0..r.count()? {
                before = front(r, &before)?;
                directory.firsts[kind as usize].push(before.as_str().into());
            }
        }
        Ok(directory)
    }

    /// The part of a kind that would have a key: the last whose first is not behind it.
    pub fn find(&self, kind: Kind, key: &str) -> Option<u32> {
        let behind = self.firsts[kind as usize].partition_point(|first| **first <= *key);
        behind.checked_sub(1).map(|n| n as u32)
    }

    pub fn len(&self, kind: Kind) -> u32 {
        self.checksums[kind as usize].len() as u32
    }

    /// The name of a part's file.
    pub fn name(&self, part: PartId) -> Option<String> {
        let checksum = self.checksums[part.kind as usize].get(part.number as usize)?;
        Some(file_name(part, *checksum))
    }

    /// The part whose file is called so.
    pub fn part(&self, name: &str) -> Option<PartId> {
        let kind = *Kind::ALL.iter().find(|kind| name.starts_with(kind.letter()))?;
        let (number, _) = name.get(1..)?.split_once('-')?;
        let part = PartId {
            kind,
            number: number.parse().ok()?,
        };
        (self.name(part)? == name).then_some(part)
    }
}

/// `a17-0badcafe`: kind, number, checksum.
pub(super) fn file_name(part: PartId, checksum: u32) -> String {
    format!("{}{}-{checksum:08x}", part.kind.letter(), part.number)
}
