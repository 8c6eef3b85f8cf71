//! By which names are entities known beside the one they go by? *NATO*, *UK*, *Abex Corp*: as articles call them, and what
//! countries are called elsewhere. Of a name that shares words with the one they go by only the others are kept (*corp*), each for
//! itself; of *Tillerson* none.
//!
//! ```text
//! { shared with the alias before: bytes   rest   entity }      in the order of aliases; of one alias, distances between entities
//! ```

use std::collections::BTreeSet;

use super::front::{front, put_front};
use super::numbers::Table;
use super::strings::Strings;
use super::{PackError, Reader, put_varint};
use crate::text::Tokenizer;
use crate::{CountryCode, Entity, EntityKey, Found, How};

/// Names of entities, as folded words with a space before each; words that are the rest of a name without one.
#[derive(Debug, Default)]
pub struct Aliases {
    names: Strings,
    entities: Vec<u32>,
}

/// The folded words of a name, each behind a space.
pub fn fold_words(name: &str, into: &mut String) {
    Tokenizer::new(name).for_each(|word| {
        into.push(' ');
        into.push_str(word.term);
    });
}

/// The names by which articles call entities, of those that may be others than they go by.
#[derive(Default)]
pub(super) struct Used<'a>(Table<(&'a str, u32), ()>);

impl<'a> Used<'a> {
    /// Takes those of what was found in an article, which is the entity at this position.
    pub fn add(&mut self, text: &'a str, found: &'a Found, at: u32) {
        // The name on the map is another than the one in articles.
        let own = if found.entity.key.as_country().is_some() {
            ""
        } else {
            &found.entity.name
        };
        // Most are the name it goes by, its first or its last words, or the one used last.
        let is_told = |name: &str| {
            let (before, behind) = (own.strip_suffix(name), own.strip_prefix(name));
            before.is_some_and(|b| b.is_empty() || b.ends_with(' ')) || behind.is_some_and(|b| b.starts_with(' '))
        };
        let mut last = "";
        for mention in found.mentions.iter().filter(|m| m.how == How::Name) {
            let name = text.get(mention.span.start as usize..mention.span.end as usize);
            let Some(name) = name.filter(|name| *name != last && !name.is_empty()) else {
                continue;
            };
            last = name;
            if !is_told(name) {
                self.0.insert((name, at), ());
            }
        }
    }
}

impl Aliases {
    /// Of names that articles use, and of those of `countries` that are among the entities.
    pub(super) fn of(
        used: Used,
        countries: &[(CountryCode, &str)],
        entities: &[Entity],
        position: impl Fn(&EntityKey) -> Option<u32>,
    ) -> Self {
        let Used(mut used) = used;
        let countries = countries.iter().copied();
        used.extend(countries.filter_map(|(code, name)| Some(((name, position(&EntityKey::country(code))?), ()))));
        let mut all: BTreeSet<(String, u32)> = BTreeSet::new();
        for (name, at) in used.into_keys() {
            let (mut alias, mut own) = (String::new(), String::new());
            fold_words(name, &mut alias);
            fold_words(&entities[at as usize].name, &mut own);
            let words = || alias.split(' ').skip(1);
            let is_new = |word: &&str| own.split(' ').all(|other| other != *word);
            if words().all(|word| is_new(&word)) {
                all.insert((alias, at));
            } else {
                all.extend(words().filter(is_new).map(|word| (word.to_owned(), at)));
            }
        }
        let mut aliases = Self::default();
        all.iter().for_each(|(alias, at)| aliases.push(alias, *at));
        aliases
    }

    /// Some of them.
    pub(super) fn only(&self, is: impl Fn(&str, u32) -> bool) -> Self {
        let mut some = Self::default();
        let kept = self.iter().filter(|(alias, at)| is(alias, *at));
        kept.for_each(|(alias, at)| some.push(alias, at));
        some
    }

    fn push(&mut self, alias: &str, entity: u32) {
        self.names.all.push_str(alias);
        self.names.end();
        self.entities.push(entity);
    }

    /// Appends them.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        put_varint(out, self.names.len());
        let (mut before, mut last) = ("", 0);
        for (alias, at) in self.iter() {
            put_front(out, alias, before);
            put_varint(out, if alias == before { at - last } else { at });
            (before, last) = (alias, at);
        }
    }

    /// Reads them; there are `entities` entities.
    pub(super) fn read(r: &mut Reader, entities: usize) -> Result<Self, PackError> {
        let mut aliases = Self::default();
        let (mut before, mut last) = (String::new(), 0u32);
        for _ in 0..r.count()? {
            let alias = front(r, &before)?;
            let from = if alias == before { last } else { 0 };
            last = r.varint()?.saturating_add(from);
            if last as usize >= entities {
                return Err(r.malformed("an entity's position"));
            }
            aliases.push(&alias, last);
            before = alias;
        }
        Ok(aliases)
    }

    /// Each with its entity, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        (0..).zip(&self.entities).map(|(i, at)| (self.names.get(i), *at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Reader;
    use super::Aliases;

    proptest! {
        #[test]
        fn aliases_come_back(all in prop::collection::btree_set((prop_oneof![" [a-cé]{0,80}", " (long){20}b?"], 0u32..9), 0..9)) {
            let mut aliases = Aliases::default();
            all.iter().for_each(|(alias, at)| aliases.push(alias, *at));
            let mut out = Vec::new();
            aliases.write(&mut out);
            let back = Aliases::read(&mut Reader::new(&out, 0, "ENTI"), 9).unwrap();
            prop_assert!(back.iter().eq(all.iter().map(|(alias, at)| (alias.as_str(), *at))));
        }

        #[test]
        fn any_bytes_are_aliases_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            if let Ok(aliases) = Aliases::read(&mut Reader::new(&bytes, 0, "ENTI"), 3) {
                prop_assert!(aliases.iter().all(|(_, at)| at < 3));
            }
        }
    }
}
