//! By which names are entities known beside the one they go by? *NATO*, *UK*, *Abex Corp*: as articles call them, and what
//! countries are called elsewhere. Of a name that shares words with the one they go by only the others are kept (*corp*), each for
//! itself; of *Tillerson* none. As folded words with a space before each; words that are the rest of a name without one.

use std::collections::BTreeSet;

use super::keyed::Keyed;
use super::numbers::Table;
use crate::text::Tokenizer;
use crate::{CountryCode, Entity, EntityKey, Found, How};

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

/// Names that articles use, and those of `countries` that are among the entities.
pub(super) fn aliases(
    used: Used,
    countries: &[(CountryCode, &str)],
    entities: &[Entity],
    position: impl Fn(&EntityKey) -> Option<u32>,
) -> Keyed {
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
    let mut aliases = Keyed::default();
    all.iter().for_each(|(alias, at)| aliases.push(alias, *at));
    aliases
}
