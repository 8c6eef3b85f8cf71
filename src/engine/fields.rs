//! What a field of a query asks for, as this corpus has it: values by name, languages, days.

use dateline_corpus::pack::PackError;
use dateline_corpus::text::{Tokenizer, fold};
use dateline_corpus::{Date, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::query::{Name, Value};

impl Engine {
    /// The articles that have what a field asks for.
    pub(crate) fn with_value(&self, value: &Value) -> Result<Bits, PackError> {
        Ok(match value {
            Value::After(day) => self.with_days(Some(*day), None),
            Value::Before(day) => self.with_days(None, Some(*day)),
            Value::On(first, last) => self.with_days(Some(*first), Some(*last)),
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

    /// Articles with any value of a group that is so called. A value's key is its name too (`JP`, `rex-tillerson`), and
    /// where it is one no other value is meant.
    fn with_name(&self, group: Group, name: &Name) -> Result<Bits, PackError> {
        let mut bits = Bits::none(self.len());
        let mut take = |at: u32| self.each_article_with(at, |ix, _| bits.insert(ix));
        let values = &self.group_values[group as usize];
        // As it is typed, as countries are written and as others are; outlets are written in any way.
        let asked = name.name.as_str();
        let as_key = [asked.to_owned(), asked.to_ascii_uppercase(), asked.to_ascii_lowercase()];
        let mut key = as_key.iter().find_map(|key| self.value(group, key));
        if key.is_none() && group == Group::Outlet {
            key = values
                .iter()
                .copied()
                .find(|at| self.at(*at).key.eq_ignore_ascii_case(asked));
        }
        match key {
            Some(at) => take(at)?,
            None => {
                let called = values
                    .iter()
                    .filter(|at| is_called(self.at(**at).name, asked, name.typing));
                called.copied().try_for_each(take)?;
            }
        }
        Ok(bits)
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

/// Whether every word asked for is a word of the name; while it is typed, the last may be the beginning of one.
fn is_called(name: &str, asked: &str, typing: bool) -> bool {
    let mut wanted: Vec<String> = Vec::new();
    Tokenizer::new(asked).for_each(|t| wanted.push(t.term.to_owned()));
    let last = wanted.len().saturating_sub(1);
    !wanted.is_empty()
        && wanted.iter().enumerate().all(|(i, word)| {
            let mut any = false;
            Tokenizer::new(name).for_each(|t| {
                any |= t.term == word || typing && i == last && t.term.starts_with(word.as_str());
            });
            any
        })
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
    use super::{is_called, language_name};

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
            assert_eq!(is_called(name, asked, typing), expect, "{name} as {asked}");
        }
        assert_eq!((language_name("de"), language_name("xx")), (Some("german"), None));
    }
}
