//! How is a corpus stored that is larger than anybody wants to download? As a small start and many small parts.
//!
//! The start is read whole: what every question needs, and where everything else is. A part is a file of a few kilobytes,
//! named by its kind, its number and the checksum of its bytes; a question needs some of them. Whole files, because not
//! every host gives ranges of one; named by content, because then a file of another build is never taken for one of this.
//!
//! ```text
//! start   "DATEPART"  version u32  CRC-32 u32 of what follows, then strings, columns, codes and the directory
//! parts   t terms · p postings · a articles · f values by article · v values · l articles by value · i ids · w world
//!         n other names · b words by their beginnings · e words by their ends · c what entities are called
//!         h words of titles
//! ```
//!
//! A pack is what parts are made from ([`split`]), so both hold the same articles, terms and values at the same positions,
//! and an engine answers alike from either. Terms are in the order of their bytes, values in the order of their keys (then
//! outlets by name), so that the first of each part is enough to know where one is.

mod block;
mod directory;
mod lists;
mod lookup;
mod prose;
mod read;
mod split;
mod start;
#[cfg(test)]
mod tests;

pub use block::{PartsArticle, Quoted, TermInfo, ValueInfo, ValueLists};
pub use directory::{Kind, PartId};
pub use read::{Parts, PartsRow};
pub use split::{Split, split};
pub use start::reseal;

/// The first bytes of a start.
pub const START: &[u8; 8] = b"DATEPART";

/// Terms in a part.
const TERMS: usize = 128;
/// Articles in a part, of so many in all. Few, because a list shows ten of them, from anywhere; more in a large corpus,
/// because the start holds four bytes of each part, so no more than 100 kB until an article comes with fifteen others.
fn articles_in_part(all: usize) -> usize {
    all.div_ceil(25_000).clamp(2, 16)
}

/// Articles whose values are in one part.
const FORWARD: usize = 256;
/// Values in a part.
const VALUES: usize = 128;
/// Ids in a part.
const IDS: usize = 512;
/// Words in a part of those that may be meant by a misspelt one.
const SPELLINGS: usize = 512;
/// Letters of the shortest word that may be: one slip away from four letters.
const SHORTEST: usize = 3;
/// Names in a part.
const CALLED: usize = 1024;
/// Words of titles in a part.
const TITLES: usize = 2048;
/// The most frequent values of each kind, which come with the start: the first view shows them.
const HEAD: usize = 50;
/// A part of lists is full once it has so many bytes.
const LISTS: usize = 2048;
