//! What is known of one word by itself?

use dateline_corpus::How;
use rustc_hash::FxHashMap;

use super::groups::{Group, Groups};
use super::{NameKind, OUTSIDE, tag};
use crate::gazetteer::{Rank, Sense};
use crate::lexicon::Kind;
use crate::people::Sight;
use crate::words::{Case, hash};

/// What is known of one word; all zero where nobody asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fact {
    /// Its folded form, hashed.
    pub term: u32,
    /// As printed, hashed.
    pub raw: u32,
    /// Its letters' pattern, hashed: `Xxx`, `XX`, `Xx-9`.
    pub shape: u32,
    /// The lists it is on, as bits.
    pub class: u16,
    /// What the tables know by this phrase; odd for the phrase's further words.
    pub known: u8,
    /// How the rules read it; odd for a name's further words.
    pub rules: u8,
    /// What it says names beside it are of, from 1; 0 where nothing.
    pub noun: u8,
    /// How it is written.
    pub case: u8,
    /// The groups of words that it is used like.
    pub groups: Group,
}

/// What is known of words wherever they stand.
#[derive(Debug)]
pub struct Vocabulary {
    /// Nouns that say what a name beside them is of.
    pub nouns: Nouns,
    /// Words that are used alike.
    pub groups: Groups,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            nouns: Nouns::default(),
            // A test holds the file to its checksum; without it no word is like another.
            groups: Groups::read(include_bytes!("../data/groups.bin")).unwrap_or_default(),
        }
    }
}

/// Common nouns that say what a name beside them is of.
#[derive(Debug)]
pub struct Nouns(FxHashMap<&'static str, u8>);

impl Default for Nouns {
    fn default() -> Self {
        let lines = include_str!("../data/nouns.txt")
            .lines()
            .filter(|l| !l.starts_with('#'));
        let mut all = FxHashMap::default();
        for (class, line) in (1..).zip(lines) {
            for noun in line.split(' ').skip(1) {
                all.entry(noun).or_insert(class);
            }
        }
        Self(all)
    }
}

impl Nouns {
    /// The noun's class from 1, in the order of the table; 0 for other words.
    pub fn of(&self, term: &str) -> u8 {
        self.0.get(term).copied().unwrap_or_default()
    }
}

/// What [`known`] says of bodies.
const BODY: u8 = 4;

/// Bits of [`Fact::class`] that others ask for.
pub const GIVEN: u16 = 2;
/// See [`GIVEN`].
pub const HALF_GIVEN: u16 = 1 << 2;
/// See [`GIVEN`].
pub const SURNAME: u16 = 1 << 3;
/// See [`GIVEN`].
pub const ASIAN_SURNAME: u16 = 1 << 4;
/// See [`GIVEN`].
pub const TITLE: u16 = 1 << 6;
/// The bits from which on [`Kind`] is told, 0 where it has none.
const KIND: u32 = 8;

impl Fact {
    /// Looks a word up, but for what spans several words.
    pub fn of(sight: Sight<'_, '_>, vocabulary: &Vocabulary, i: usize) -> Self {
        let words = sight.words;
        let Some(word) = words.get(i) else {
            return Self::default();
        };
        let (term, here) = (words.term(i), word.listed);
        // A word in lower case is no name, whatever lists it is on.
        let low = word.case == Case::Lower;
        let bits = [
            !low && here.is_word(),
            !low && here.is_given(),
            !low && here.is_half_given(),
            !low && here.is_surname(),
            !low && here.is_asian_surname(),
            low && here.is_speech(),
            false,
            !low && here.is_suffix(),
        ];
        let class = bits.iter().enumerate().map(|(n, on)| u16::from(*on) << n).sum::<u16>();
        Self {
            term: word.hash,
            raw: if low { 0 } else { hash(words.raw(i).as_bytes()) },
            shape: if low { 0 } else { shape(words.raw(i)) },
            class: class | (kind(here.kind()) << KIND),
            known: 0,
            rules: 0,
            noun: vocabulary.nouns.of(term),
            case: word.case as u8 + 1,
            groups: vocabulary.groups.of(word.hash),
        }
    }

    /// Whether it is the first word of what the rules read there.
    pub fn begins(self) -> bool {
        self.rules.is_multiple_of(2)
    }

    /// The tag that the rules' reading amounts to.
    pub fn tag(self) -> usize {
        let kind = match self.rules / 2 {
            1 => NameKind::Person,
            2 => NameKind::Body,
            3 | 6 | 7 => NameKind::Place,
            4 => NameKind::Other,
            _ => return OUTSIDE,
        };
        tag(kind, self.begins())
    }

    /// What it does in a name, 0 where nothing.
    pub fn kind(self) -> u16 {
        self.class >> KIND
    }

    /// Whether the tables know a body by the phrase that begins with it.
    pub fn is_table_body(self) -> bool {
        self.known == BODY * 2
    }

    /// Whether it ends a body's or a company's name.
    pub fn heads(self) -> bool {
        matches!(self.kind(), 1 | 2)
    }

    /// Whether it has a capital.
    pub fn cap(self) -> bool {
        !matches!(self.case, 0) && self.case != Case::Lower as u8 + 1 && self.case != Case::Number as u8 + 1
    }
}

fn kind(kind: Option<Kind>) -> u16 {
    match kind {
        None => 0,
        Some(Kind::Head) => 1,
        Some(Kind::Company) => 2,
        Some(Kind::Site) => 3,
        Some(Kind::Stop) => 4,
        Some(Kind::Particle) => 5,
    }
}

/// The strongest thing the tables know by a phrase, from 1.
pub fn known(sight: Sight<'_, '_>, sense: Sense) -> u8 {
    match sense {
        Sense::Country { how: How::Demonym, .. } => 1,
        Sense::Country { weak: false, .. } => 2,
        Sense::Country { weak: true, .. } => 3,
        Sense::Body(_) => BODY,
        Sense::Area(_) => 5,
        Sense::Place(p) => {
            let place = &sight.gazetteer.places[p as usize];
            match place.rank {
                Rank::Capital => 6,
                Rank::Division => 7,
                Rank::City if place.people > 200.0 => 8,
                Rank::City => 9,
                Rank::County => 10,
                Rank::Town => 11,
            }
        }
    }
}

/// The pattern of letters, digits and others, runs of three or more shortened to two.
fn shape(raw: &str) -> u32 {
    let (mut h, mut last, mut run) = (0x811C_9DC5_u32, 0u32, 0);
    for c in raw.chars() {
        let class = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_lowercase() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            '\'' | '’' => 5,
            _ => 6,
        };
        run = if class == last { run + 1 } else { 0 };
        last = class;
        if run < 2 {
            h = (h ^ class).wrapping_mul(0x0100_0193);
        }
    }
    h
}
