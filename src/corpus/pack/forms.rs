//! Which words are forms of one another (*talk*, *talks*, *talking*), by language.
//!
//! Stemmers are many and large, so they run where a pack is written, and the pack says which of its words have the same stem. For
//! words that are in no article it brings the algorithms of its languages too (`src/corpus/text/stemmer/mod.rs`): a word's stem is
//! looked up among the terms that begin with it, or with all of it but the last letter (*happi* of *happy*), and among those few
//! that do not.
//!
//! ```text
//! for each language, in the order of their tags:
//!   groups      { words   { distance to the word before } }
//!   algorithm   bytes
//!   words       0 it has these, 1 it has all but these   { distance to the word before }
//!   strays      { distance to the word before   hash of the stem: 3 bytes }
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use super::numbers::Table;
use super::word_list::WordList;
use super::{Lexicon, PackError, Reader, Stemming, put_varint};
use crate::text::stemmer::Stemmer;
use crate::text::{fold, lowercase};

/// A stem is looked up among the terms that begin so where these are at most so many: a stem takes some microseconds.
const LOOKED_AT: usize = 64;
/// Longest word with a stem, in bytes: no language's word with forms comes near it.
const LONGEST: usize = 64;

/// Words of a language that have one stem.
#[derive(Default)]
struct Group {
    /// Their positions.
    members: Vec<u32>,
    /// Whether one of them is found by the stem.
    is_found: bool,
}

/// Whether a word can have a stem: numbers and what has signs in it have no form to find.
pub fn has_stem(word: &str) -> bool {
    word.len() <= LONGEST && word.bytes().all(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic())
}

/// Appends the section. `by_language` are numbers of words.
pub(super) fn write(
    by_language: &BTreeMap<&str, Vec<u32>>,
    words: &WordList,
    stemming: &dyn Stemming,
    out: &mut Vec<u8>,
) {
    let all_terms = words.terms();
    put_varint(out, by_language.len() as u32);
    for (language, numbers) in by_language {
        // Each stem by a number.
        let mut stems: Table<String, u32> = Table::default();
        let mut groups: Vec<Group> = Vec::new();
        for number in numbers {
            let (word, at) = (lowercase(words.written(*number)), words.position(*number));
            let term = all_terms[at as usize];
            let stem_of = |word: &str| {
                let stem = stemming.stem(language, word).filter(|_| has_stem(word));
                stem.map(|stem| fold(&stem))
            };
            let Some(stem) = stem_of(&word) else {
                continue;
            };
            let is_found = || {
                let begins = |begun: &str| term.starts_with(begun) && is_looked_at(&all_terms, at as usize, begun);
                (term == word || stem_of(term).as_ref() == Some(&stem)) && beginnings(&stem).into_iter().any(begins)
            };
            let group = stems.get(&stem).map_or(groups.len(), |group| *group as usize);
            let is_found = groups.get(group).is_some_and(|group: &Group| group.is_found) || is_found();
            if group == groups.len() {
                groups.push(Group::default());
                stems.insert(stem, group as u32);
            }
            groups[group].members.push(at);
            groups[group].is_found = is_found;
        }
        for group in &mut groups {
            group.members.sort_unstable();
            group.members.dedup();
        }
        let mut strays: Vec<(u32, u32)> = stems
            .iter()
            .map(|(stem, group)| (&groups[*group as usize], stem))
            .filter(|(group, _)| !group.is_found)
            .map(|(group, stem)| (group.members[0], hash(stem)))
            .collect();
        strays.sort_unstable();
        let mut members: Vec<u32> = groups.iter().flat_map(|group| group.members.iter().copied()).collect();
        members.sort_unstable();
        members.dedup();
        let mut groups: Vec<Vec<u32>> = groups.into_iter().map(|group| group.members).collect();
        groups.retain(|group| group.len() > 1);
        groups.sort_unstable();
        put_varint(out, groups.len() as u32);
        let mut first = 0;
        for group in &groups {
            put_varint(out, group.len() as u32);
            put_distances(group, first, out);
            first = group[0];
        }
        let algorithm = stemming.algorithm(language).filter(|_| !members.is_empty());
        let algorithm = algorithm.unwrap_or_default();
        put_varint(out, algorithm.len() as u32);
        out.extend_from_slice(algorithm);
        let is_other = |at: &u32| has_stem(all_terms[*at as usize]) && members.binary_search(at).is_err();
        let others: Vec<u32> = (0..all_terms.len() as u32).filter(is_other).collect();
        let has_all_but = others.len() < members.len();
        let listed = if has_all_but { others } else { members };
        out.push(has_all_but.into());
        put_varint(out, listed.len() as u32);
        put_distances(&listed, 0, out);
        put_varint(out, strays.len() as u32);
        let mut before = 0;
        for (at, hash) in strays {
            put_varint(out, at - before);
            out.extend_from_slice(&hash.to_le_bytes()[..3]);
            before = at;
        }
    }
}

fn put_distances(positions: &[u32], mut before: u32, out: &mut Vec<u8>) {
    for at in positions {
        put_varint(out, at - before);
        before = *at;
    }
}

/// How words with a stem mostly begin.
fn beginnings(stem: &str) -> [&str; 2] {
    let last = stem.char_indices().next_back();
    [&stem[..last.map_or(0, |(at, _)| at)], stem]
}

/// Whether few enough terms begin so; the term at a position does.
fn is_looked_at(terms: &[&str], at: usize, begun: &str) -> bool {
    let before = &terms[at.saturating_sub(LOOKED_AT)..at];
    let behind = &terms[at..(at + LOOKED_AT + 1).min(terms.len())];
    let before = before.len() - before.partition_point(|term| !term.starts_with(begun));
    before + behind.partition_point(|term| term.starts_with(begun)) <= LOOKED_AT
}

/// FNV-1a, 32 bits of which 24 are kept: of ten thousand stems one in a thousand words would be taken for another.
fn hash(stem: &str) -> u32 {
    let hash = stem.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 24 ^ hash) & 0xFF_FFFF
}

/// The forms of an opened pack.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Members of all groups, one group after the other.
    members: Vec<u32>,
    /// Where each group begins, and the end.
    starts: Vec<u32>,
    /// Word and group, in this order.
    groups: Vec<(u32, u32)>,
    languages: Vec<Language>,
}

/// What tells the stem of a word in no article of a language.
#[derive(Debug)]
struct Language {
    groups: Range<u32>,
    algorithm: Vec<u8>,
    /// Whether its words are all but those listed.
    has_all_but: bool,
    listed: Vec<u32>,
    /// Hashes of stems that no word is found by, each with a word that has it.
    strays: Vec<(u32, u32)>,
}

impl Forms {
    /// Reads the section; there are `terms` terms.
    pub fn read(r: &mut Reader, terms: u32) -> Result<Self, PackError> {
        let mut forms = Self::default();
        for _ in 0..r.count()? {
            let mut first = 0;
            let from = forms.starts.len() as u32;
            for _ in 0..r.count()? {
                let group = forms.starts.len() as u32;
                forms.starts.push(forms.members.len() as u32);
                let members = read_positions(r, terms, first)?;
                first = members.first().copied().unwrap_or(first);
                forms.groups.extend(members.iter().map(|at| (*at, group)));
                forms.members.extend(members);
            }
            let length = r.count()?;
            let algorithm = r.take(length)?.to_vec();
            let has_all_but = r.byte()? == 1;
            let listed = read_positions(r, terms, 0)?;
            let mut strays = Vec::new();
            let mut before = 0;
            for _ in 0..r.count()? {
                before = next_position(r, terms, before)?;
                let hash = u32::from_le_bytes([r.byte()?, r.byte()?, r.byte()?, 0]);
                strays.push((hash, before));
            }
            forms.languages.push(Language {
                groups: from..forms.starts.len() as u32,
                algorithm,
                has_all_but,
                listed,
                strays,
            });
        }
        forms.starts.push(forms.members.len() as u32);
        forms.groups.sort_unstable();
        Ok(forms)
    }

    /// Calls `each` with the other forms of a word, whose term this is: of one that a language has with those that have its stem
    /// there, of one that it has not with those that have the stem it would have.
    pub fn others(&self, term: &str, written: &str, words: &impl Lexicon, each: &mut dyn FnMut(u32)) {
        let own = words.position(term);
        let mut other = |at: u32| {
            if own != Some(at) {
                each(at);
            }
        };
        if let Some(own) = own {
            self.of(own, 0..u32::MAX, &mut other);
        }
        let written = lowercase(written);
        for language in self.languages.iter().filter(|language| !language.algorithm.is_empty()) {
            if own.is_some_and(|own| language.has(own)) {
                continue;
            }
            let stemmer = Stemmer::new(&language.algorithm);
            // As it is written, and as who does without accents would write it.
            for word in [&*written, term] {
                if let Some(found) = stem_of(&stemmer, word).and_then(|stem| language.find(&stemmer, &stem, words)) {
                    other(found);
                    self.of(found, language.groups.clone(), &mut other);
                    break;
                }
            }
        }
    }

    /// Calls `each` with the members of every group, of some groups, that a word is in, itself included.
    fn of(&self, word: u32, among: Range<u32>, each: &mut dyn FnMut(u32)) {
        let from = self.groups.partition_point(|g| *g < (word, among.start));
        let groups = self.groups[from..].iter();
        for (_, group) in groups.take_while(|g| g.0 == word && g.1 < among.end) {
            let group = *group as usize;
            self.members[self.starts[group] as usize..self.starts[group + 1] as usize]
                .iter()
                .for_each(|member| each(*member));
        }
    }
}

impl Language {
    /// Whether a word that has a stem is one of an article in it.
    fn has(&self, word: u32) -> bool {
        self.listed.binary_search(&word).is_ok() != self.has_all_but
    }

    /// A word of the language with a stem.
    fn find(&self, stemmer: &Stemmer, stem: &str, words: &impl Lexicon) -> Option<u32> {
        for begun in beginnings(stem) {
            let mut begun = words.with_prefix(begun);
            let is = |at: &u32| self.has(*at) && stem_of(stemmer, words.term(*at)).as_deref() == Some(stem);
            if begun.len() <= LOOKED_AT
                && let Some(found) = begun.find(is)
            {
                return Some(found);
            }
        }
        let hash = hash(stem);
        self.strays.iter().find(|(own, _)| *own == hash).map(|(_, word)| *word)
    }
}

/// The stem of a word, folded as terms are.
fn stem_of(stemmer: &Stemmer, word: &str) -> Option<String> {
    has_stem(word).then(|| stemmer.stem(word))?.map(|stem| fold(&stem))
}

fn next_position(r: &mut Reader, terms: u32, before: u32) -> Result<u32, PackError> {
    let at = before.checked_add(r.varint()?).filter(|at| *at < terms);
    at.ok_or_else(|| r.malformed("a word's position"))
}

fn read_positions(r: &mut Reader, terms: u32, mut before: u32) -> Result<Vec<u32>, PackError> {
    let count = r.count()?;
    let mut positions = Vec::with_capacity(count);
    for _ in 0..count {
        before = next_position(r, terms, before)?;
        positions.push(before);
    }
    Ok(positions)
}
