//! What kind of word is this? Dictionary words, given names, surnames, titles, heads of bodies' names.

use rustc_hash::FxHashSet;

use crate::words::{Words, hash};
use crate::{figures, local, numbers, times};

mod listed;
mod lists;

pub use listed::{Kind, Listed};
use lists::*;
pub use lists::{asian_surnames, first_names};

/// Word lists, built once. All folded to lower case.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing with linear probing; [`SLOTS`], about two thirds of them taken; nothing listed where one is free.
    slots: Vec<Slot>,
    titles: FxHashSet<&'static str>,
}

/// Words of the longest title.
const MOST: usize = 6;

/// A power of two.
const SLOTS: usize = 1 << 17;

/// A word's [`hash`], in place of its letters; and what is listed of it, with a second hash in the bits above [`Listed::BITS`].
/// So looking a word up is one look into memory. Of a million words that are not listed hardly one is taken for one that is.
type Slot = (u32, u32);

/// A second hash: the word's length and some of its letters, in the bits that [`Listed`] leaves free.
fn second(term: &str) -> u32 {
    let bytes = term.as_bytes();
    let at = |i: usize| u32::from(bytes.get(i).copied().unwrap_or_default());
    let end = bytes.len();
    let letters = at(0) << 8 ^ at(1) << 5 ^ at(end / 2) << 2 ^ at(end.wrapping_sub(1)) << 3 ^ end as u32;
    letters << Listed::BITS
}

impl Lexicon {
    /// Builds the table.
    pub fn new() -> Self {
        let mut lexicon = Self {
            slots: vec![Default::default(); SLOTS],
            titles: TITLES.lines().filter(|l| !l.starts_with('#')).collect(),
        };
        dictionary(|w| lexicon.add(w, Listed::WORD));
        let given = first_names().map(|name| name.0).chain(tokens(GIVEN_NAMES));
        given.for_each(|w| lexicon.add(w, Listed::GIVEN));
        first_names().chain(other_names()).for_each(|(name, sex)| match sex {
            "f" => lexicon.add(name, Listed::FEMALE),
            "m" => lexicon.add(name, Listed::MALE),
            _ => {}
        });
        for word in NO_GIVEN.split_whitespace() {
            lexicon.change(word, |listed| match listed.is_given() {
                true => Listed(listed.0 & !Listed::GIVEN | Listed::HALF_GIVEN),
                false => listed,
            });
        }
        SURNAMES.lines().for_each(|w| lexicon.add(w, Listed::SURNAME));
        asian_surnames().for_each(|w| lexicon.add(w, Listed::ASIAN));
        tokens(KNOWN_SURNAMES).for_each(|w| lexicon.add(w, Listed::KNOWN));
        for (words, bit) in [(SPEECH, Listed::SPEECH), (SUFFIXES, Listed::SUFFIX)] {
            words.split(' ').for_each(|w| lexicon.add(w, bit));
        }
        times::starts().for_each(|w| lexicon.add(w, Listed::TIME));
        local::starts().for_each(|w| lexicon.add(w, Listed::LOCAL));
        numbers::starts()
            .chain(figures::starts())
            .for_each(|w| lexicon.add(w, Listed::NUMBER));
        // Of a word with several kinds the last counts.
        for (words, kind) in [
            (COMPANIES, Kind::Company),
            (SITES, Kind::Site),
            (HEADS, Kind::Head),
            (PARTICLES, Kind::Particle),
            (STOPS, Kind::Stop),
        ] {
            for word in words.split_whitespace() {
                let told = (kind as u32 + 1) << Listed::KIND;
                lexicon.change(word, |listed| Listed(listed.0 & !Listed::KINDS | told));
            }
        }
        for title in lexicon.titles.clone() {
            let mut parts = title.split([' ', '-']);
            let (first, last) = (parts.next().unwrap_or_default(), title.rsplit([' ', '-']).next());
            let long = 1 + parts.count();
            lexicon.change(first, |listed| {
                let long = long.max(listed.title()).min(MOST) as u32;
                Listed(listed.0 & !Listed::TITLES | long << Listed::TITLE)
            });
            lexicon.add(last.unwrap_or_default(), Listed::TITLE_END);
        }
        lexicon
    }

    /// The slot of a word, or the free one where it would be.
    fn slot(&self, hash: u32, second: u32) -> usize {
        let mut at = hash as usize & (SLOTS - 1);
        while let (other, listed) = self.slots[at]
            && listed & Listed::ALL != 0
            && (other != hash || listed & !Listed::ALL != second)
        {
            at = (at + 1) & (SLOTS - 1);
        }
        at
    }

    /// Changes what is listed of a word.
    fn change(&mut self, word: &str, change: impl FnOnce(Listed) -> Listed) {
        let (hash, second) = (hash(word.as_bytes()), second(word));
        let at = self.slot(hash, second);
        let listed = change(Listed(self.slots[at].1 & Listed::ALL));
        self.slots[at] = (hash, listed.0 | second);
    }

    fn add(&mut self, word: &str, bits: u32) {
        self.change(word, |listed| Listed(listed.0 | bits));
    }

    /// What the lists say of a word with this [`hash`].
    pub fn hashed(&self, hash: u32, term: &str) -> Listed {
        Listed(self.slots[self.slot(hash, second(term))].1 & Listed::ALL)
    }

    /// What the lists say of a folded word.
    pub fn of(&self, term: &str) -> Listed {
        self.hashed(hash(term.as_bytes()), term)
    }

    /// The end of the titles that start at word `i`, e.g. of `former Deputy Prime Minister Dr`; none where none does.
    pub fn titles_at(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        let mut end = self.title_at(words, i)?;
        while let Some(next) = self
            .title_at(words, end)
            .filter(|_| words.follows(end) && words.cap(end) && words.follows(end + 1))
        {
            end = next;
        }
        Some(end)
    }

    /// The end of the longest single title that starts at word `i`.
    pub fn title_at(&self, words: &Words<'_>, i: usize) -> Option<usize> {
        let most = words.listed(i).title();
        if most == 0 {
            return None;
        }
        let mut phrase = String::new();
        let mut end = None;
        for j in i..i + most {
            if j > i {
                if !words.follows(j) {
                    break;
                }
                phrase.push(if words.glued(j) { '-' } else { ' ' });
            }
            phrase.push_str(words.term(j));
            // Sultan Al Jaber is called so.
            let given = || phrase == "sultan" && words.listed(j + 1).kind() == Some(Kind::Particle);
            if self.titles.contains(phrase.as_str()) && !given() {
                end = Some(j + 1);
            }
        }
        end
    }
}
