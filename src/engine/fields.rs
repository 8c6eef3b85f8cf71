//! What a field of a query asks for, as this corpus has it: values by name, languages, days.

use dateline_corpus::order::sort_by;
use dateline_corpus::pack::{PackError, fold_words};
use dateline_corpus::text::{Tokenizer, fold, join};
use dateline_corpus::{Date, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::query::{Name, Value, Within};
use crate::similar::nearest;
use crate::view::{Correction, Used};

/// Names that are tried in the place of one that nothing has.
const TRIED: usize = 8;

impl Engine {
    /// The articles that have what a field asks for.
    pub(crate) fn with_value(&self, value: &Value) -> Result<Bits, PackError> {
        Ok(match value {
            Value::After(day) => self.with_days(Some(*day), None),
            Value::Before(day) => self.with_days(None, Some(*day)),
            Value::On(first, last) => self.with_days(Some(*first), Some(*last)),
            Value::Undated => {
                let mut undated = Bits::all(self.len());
                undated.and_not(&self.with_days(None, None));
                undated
            }
            Value::Name(name) => match name.kind.group() {
                Some(group) => self.with_name(group, name)?,
                None => self.with_language(name),
            },
        })
    }

    /// Articles of these days, ends included; undated ones are of no day.
    pub(crate) fn with_days(&self, from: Option<Date>, to: Option<Date>) -> Bits {
        let mut bits = Bits::none(self.len());
        for ix in 0..self.len() {
            let date = self.date(ix);
            let inside = date.is_some_and(|d| from.is_none_or(|f| d >= f) && to.is_none_or(|t| d <= t));
            if inside {
                bits.insert(ix);
            }
        }
        bits
    }

    /// Articles with any value of a group that is so called, by the name it goes by or another. A value's key is its name too
    /// (`JP`, `rex-tillerson`), and where it is one no other value is meant; a single word is a name of many people and bodies. Nor
    /// is another country meant where it is the whole name of one: *Guinea*. Behind an equals sign stands a key and nothing else.
    fn with_name(&self, group: Group, name: &Name) -> Result<Bits, PackError> {
        let mut bits = Bits::none(self.len());
        let mut take = |at: u32| self.each_article_with(at, |ix, _| bits.insert(ix));
        let values = &self.group_values[group as usize];
        // As it is typed, as countries are written and as others are; outlets are written in any way.
        let asked = name.name.trim_start_matches('=');
        let is_key = asked.len() < name.name.len();
        let as_key = [asked.to_owned(), asked.to_ascii_uppercase(), asked.to_ascii_lowercase()];
        let mut key = as_key.iter().find_map(|key| self.value(group, key));
        if key.is_none() && group == Group::Outlet {
            key = values
                .iter()
                .copied()
                .find(|at| self.at(*at).key.eq_ignore_ascii_case(asked));
        }
        let is_single = matches!(group, Group::Person | Group::Organisation) && !asked.contains([' ', '-']);
        if let Some(at) = key {
            take(at)?;
        }
        if !is_key && (key.is_none() || is_single) {
            let asked = Asked::new(asked, name.typing);
            // By value the words that its names have.
            let mut had = vec![0; self.counts.len()];
            let (all, whole, mut just) = (asked.all(), asked.whole(), Vec::new());
            if matches!(group, Group::Person | Group::Organisation | Group::Place) {
                let mut has = |word: &str, at: u32| had[at as usize] |= asked.of(word);
                asked
                    .words
                    .iter()
                    .for_each(|word| self.store.each_called(word, &mut has));
            } else {
                self.each_name(group, &mut |folded, at| {
                    had[at as usize] |= asked.of(folded);
                    if folded == whole {
                        just.push(at);
                    }
                });
            }
            let is_called = |at: &u32| all > 0 && had[*at as usize] == all;
            let is_one = group == Group::Country && !just.is_empty();
            let called = || values.iter().copied().filter(is_called).collect();
            let meant: Vec<u32> = if is_one { just } else { called() };
            meant.into_iter().try_for_each(take)?;
        }
        Ok(bits)
    }

    /// What a field may be meant to ask for where nothing is so called: a name of its kind with another word in the place of one that
    /// is a slip away, first those that most articles have.
    pub(crate) fn name_meant(&self, name: &Name) -> Result<Option<Correction>, PackError> {
        let Some(group) = name.kind.group() else {
            return Ok(None);
        };
        let words = Asked::new(&name.name, false).words;
        let mut others: Vec<(u32, String)> = Vec::new();
        for (i, word) in words.iter().enumerate() {
            for near in self.near_names(word, group) {
                let mut articles = 0;
                self.store.each_called(&near, &mut |called, at| {
                    if called.split(' ').next() == Some(&near) && self.group(at) == group {
                        articles = articles.max(self.counts[at as usize].articles);
                    }
                });
                let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
                words[i] = &near;
                others.push((!articles, join(&words, " ")));
            }
        }
        sort_by(&mut others, Ord::cmp);
        for (_, used) in others.into_iter().filter(|(articles, _)| *articles < !0).take(TRIED) {
            let typed = &name.name;
            let other = Name {
                kind: name.kind,
                name: used,
                typing: false,
            };
            if self.with_name(group, &other)?.count() > 0 {
                return Ok(Some(Correction {
                    typed: typed.clone(),
                    used: other.name,
                    how: Used::Offered,
                }));
            }
        }
        Ok(None)
    }

    /// The words nearest to one of a name: those of texts, where names are from, or of the names of countries, which may be there as
    /// adjectives only.
    fn near_names(&self, word: &str, group: Group) -> Vec<String> {
        if group != Group::Country {
            let near = self.near(word, u8::MAX, 0, Within::Anywhere).into_iter();
            return near.map(|term| self.store.written(term).0.to_owned()).collect();
        }
        let mut names = String::new();
        self.each_name(group, &mut |folded, _| {
            names.push(' ');
            names.push_str(folded);
        });
        let mut near = nearest(word, names.split(' '));
        sort_by(&mut near, Ord::cmp);
        near.dedup();
        near
    }

    /// Calls `each` with the names of a group's values: folded words with spaces.
    fn each_name(&self, group: Group, each: &mut dyn FnMut(&str, u32)) {
        self.store.each_alias(|alias, at| {
            if self.group(at) == group {
                each(alias, at);
            }
        });
        let mut folded = String::new();
        for at in self.group_values[group as usize].iter().copied() {
            folded.clear();
            fold_words(self.at(at).name, &mut folded);
            each(&folded, at);
        }
    }

    /// Articles in a language, by its tag (`en` means `en-GB` too) or its English name.
    fn with_language(&self, name: &Name) -> Bits {
        let wanted = fold(&name.name);
        let is = |tag: &str| {
            let tag = fold(tag);
            let main = tag.split('-').next().unwrap_or_default();
            tag == wanted
                || main == wanted
                || language_name(main).is_some_and(|n| n == wanted || name.typing && n.starts_with(&wanted))
        };
        let mut bits = Bits::none(self.len());
        for ix in 0..self.len() {
            if is(self.store.language(ix)) {
                bits.insert(ix);
            }
        }
        bits
    }
}

/// What a value is asked for by: every word has to be one of its names; while it is typed, the last may be the beginning of one.
struct Asked {
    words: Vec<String>,
    typing: bool,
}

impl Asked {
    /// Of a name those words that there are bits for, which are more than names have.
    fn new(asked: &str, typing: bool) -> Self {
        let mut words = Vec::new();
        Tokenizer::new(asked).for_each(|t| words.push(t.term.to_owned()));
        // *The Fed* is *Fed*.
        if words.len() > 1 {
            words.retain(|word| word != "the");
        }
        words.truncate(u32::BITS as usize - 1);
        Self { words, typing }
    }

    /// A name of just these words, in this order.
    fn whole(&self) -> String {
        self.words.iter().flat_map(|word| [" ", word]).collect()
    }

    /// All of them, a bit each.
    fn all(&self) -> u32 {
        (1 << self.words.len()) - 1
    }

    /// Those that a name has, whose folded words have spaces between them.
    fn of(&self, folded: &str) -> u32 {
        let mut found = 0;
        for own in folded.split(' ') {
            for (i, word) in self.words.iter().enumerate() {
                let is_begun = self.typing && i + 1 == self.words.len() && own.starts_with(word);
                found |= u32::from(own == word || is_begun) << i;
            }
        }
        found
    }
}

/// English names of the languages that are told apart or stemmed, folded (ISO 639-1).
fn language_name(tag: &str) -> Option<&'static str> {
    const NAMES: &str = "ar arabic|bg bulgarian|ca catalan|cs czech|da danish|de german|el greek|en english|es spanish|\
         et estonian|eu basque|fa persian|fi finnish|fr french|ga irish|he hebrew|hi hindi|hr croatian|hu hungarian|\
         hy armenian|id indonesian|it italian|ja japanese|ko korean|lt lithuanian|lv latvian|nb norwegian|nl dutch|\
         no norwegian|pl polish|pt portuguese|ro romanian|ru russian|sk slovak|sl slovenian|sr serbian|sv swedish|\
         ta tamil|th thai|tr turkish|uk ukrainian|vi vietnamese|yi yiddish|zh chinese";
    NAMES
        .split('|')
        .find_map(|pair| pair.split_once(' ').filter(|(t, _)| *t == tag).map(|(_, name)| name))
}

#[cfg(test)]
mod tests {
    use dateline_corpus::pack::fold_words;

    use super::{Asked, language_name};

    #[test]
    fn a_name_is_asked_for_by_its_words() {
        for (name, asked, typing, expect) in [
            ("Rex Tillerson", "tillerson", false, true),
            ("Rex Tillerson", "Tillerson, Rex", false, true),
            ("Rex Tillerson", "tiller", false, false),
            ("Rex Tillerson", "tiller", true, true),
            ("South Korea", "north korea", false, false),
            ("Zürich", "zurich", false, true),
            ("Anyone", "—", false, false),
        ] {
            let (mut folded, asked) = (String::new(), Asked::new(asked, typing));
            fold_words(name, &mut folded);
            let is = asked.all() > 0 && asked.of(&folded) == asked.all();
            assert_eq!(is, expect, "{name} as {:?}", asked.words);
        }
        assert_eq!((language_name("de"), language_name("xx")), (Some("german"), None));
    }
}
