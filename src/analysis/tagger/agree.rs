//! Does a text call one thing by one name? What is named in several places is of one kind.
//!
//! Names are told by the words around them, which at some places say little. So the same words are read alike in all
//! places of a text: as the kind that they were most often taken for, and as a person where they begin or end the longer
//! name of one.

use rustc_hash::FxHashMap;

use super::fit::COUNTRY;
use super::page::Page;
use super::{KINDS, NameKind, Named};

/// What the text says of the names that are the same words.
#[derive(Clone, Copy, Default)]
struct Votes([u32; KINDS.len()]);

impl Votes {
    /// The kind voted for most, the first of equals.
    fn winner(self) -> NameKind {
        let most = (0..KINDS.len()).rev().max_by_key(|&k| self.0[k]);
        KINDS[most.unwrap_or_default()]
    }
}

/// Makes names that are the same words the same kind. Time: linear in their number.
pub fn agree(page: &Page<'_, '_>, names: &mut [Named]) {
    // Phrases by a hash of 64 bits: two that are taken for one would cost a kind, nothing else.
    let phrase = |from: usize, to: usize| {
        (from..to).fold(0_u64, |h, i| {
            (h ^ u64::from(page.fact(i).term))
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .rotate_left(29)
        })
    };
    let mut votes: FxHashMap<u64, Votes> = FxHashMap::default();
    for name in names.iter() {
        votes.entry(phrase(name.from, name.to)).or_default().0[name.kind as usize] += 1;
        if name.kind == NameKind::Person && name.to > name.from + 1 {
            for part in [name.from, name.to - 1] {
                votes.entry(phrase(part, part + 1)).or_default().0[NameKind::Person as usize] += 2;
            }
        }
    }
    for name in names {
        if let Some(votes) = votes.get(&phrase(name.from, name.to)) {
            let kind = votes.winner();
            // Who is called Israel Katz does not make a person of Israel.
            let country = page.fact(name.from).rules / 2 == COUNTRY;
            if !country || kind != NameKind::Person {
                name.kind = kind;
            }
        }
    }
}
