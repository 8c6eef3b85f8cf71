//! What is looked up by how it begins, cut into parts: words, names, words of titles, ids.

use super::super::keyed::Keyed;
use super::super::read::Pack;
use super::super::squeeze::squeeze;
use super::super::words::shared_prefix;
use super::super::{PackError, fold_words};
use super::directory::Kind;
use super::split::Writer;
use super::{CALLED, IDS, SHORTEST, SPELLINGS, TITLES};
use crate::Entity;

impl Writer {
    /// Says by which key the next part of a kind is found.
    pub fn first(&mut self, kind: Kind, key: &str) {
        self.directory.firsts[kind as usize].push(key.into());
    }

    /// The same where keys are in the order of their bytes: no more of it than tells it from the last key before.
    pub fn first_behind(&mut self, kind: Kind, last: &str, key: &str) {
        let same = shared_prefix(last, key);
        let end = (same + 1..key.len()).find(|n| key.is_char_boundary(*n));
        self.first(kind, &key[..end.unwrap_or(key.len())]);
    }

    /// Parts of so many strings in order, each with a number.
    fn keyed(&mut self, kind: Kind, all: &[(String, u32)], each: usize) {
        let mut last = "";
        for block in all.chunks(each) {
            self.first_behind(kind, last, &block[0].0);
            let (mut keyed, mut out) = (Keyed::default(), Vec::new());
            block.iter().for_each(|(key, number)| keyed.push(key, *number));
            keyed.write(&mut out);
            self.part(kind, squeeze(&out));
            last = &block[block.len() - 1].0;
        }
    }

    /// The words that a misspelt one may be meant for, from the front and from the back: a slip leaves one half of a word as it was.
    pub fn spellings(&mut self, pack: &Pack, frequencies: &[u32]) {
        let words = (0..).zip(frequencies).map(|(term, n)| (pack.words().term(term), *n));
        let mut all: Vec<(String, u32)> = words
            .filter(|(word, _)| word.chars().count() >= SHORTEST)
            .map(|(word, n)| (word.to_owned(), n))
            .collect();
        self.keyed(Kind::Beginnings, &all, SPELLINGS);
        all.iter_mut()
            .for_each(|(word, _)| *word = word.chars().rev().collect());
        all.sort_unstable();
        self.keyed(Kind::Ends, &all, SPELLINGS);
    }

    /// What entities are called: of each name its words, those from the second on, and so forth.
    pub fn called(&mut self, pack: &Pack, entities: &[Entity]) {
        let mut all: Vec<(String, u32)> = Vec::new();
        let mut add = |folded: &str, at: u32| {
            let words = folded.match_indices(' ').map(|(space, _)| &folded[space + 1..]);
            all.extend(words.map(|words| (words.to_owned(), at)));
        };
        for (entity, at) in entities.iter().zip(0..) {
            let mut folded = String::new();
            fold_words(&entity.name, &mut folded);
            add(&folded, at);
        }
        let names = pack.aliases().iter().filter(|(alias, _)| alias.starts_with(' '));
        names.for_each(|(alias, at)| add(alias, at));
        all.sort_unstable();
        all.dedup();
        self.keyed(Kind::Called, &all, CALLED);
    }

    /// The words of titles.
    pub fn titles(&mut self, pack: &Pack) -> Result<(), PackError> {
        let mut all: Vec<(String, u32)> = Vec::new();
        for ix in 0..pack.len() {
            pack.each_term(ix, |term, in_title| {
                if in_title {
                    all.push((pack.words().term(term).to_owned(), ix));
                }
            })?;
        }
        all.sort_unstable();
        all.dedup();
        self.keyed(Kind::Titles, &all, TITLES);
        Ok(())
    }

    /// The ids of articles.
    pub fn ids(&mut self, pack: &Pack) -> Result<(), PackError> {
        let mut ids = Vec::new();
        for ix in 0..pack.len() {
            ids.push((pack.article(ix)?.id.to_owned(), ix));
        }
        ids.sort_unstable();
        self.keyed(Kind::Ids, &ids, IDS);
        Ok(())
    }
}
