//! What the articles of a scope have in common: the values of a group, each with its exact counts.

use std::cmp::Reverse;

use dateline_corpus::order::sort_by;
use dateline_corpus::text::{Tokenizer, fold};
use dateline_corpus::{Filters, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::corpus::Value;
use crate::question::FacetAsk;
use crate::scope::{Except, Scoped};
use crate::view::{Facet, FacetValue};

impl Value {
    /// Articles of a set that have this value, and its mentions in them.
    pub(crate) fn counts(&self, articles: &Bits) -> (u32, u32) {
        let inside = self.postings.iter().filter(|(ix, _)| articles.has(*ix));
        inside.fold((0, 0), |(n, mentions), (_, m)| (n + 1, mentions + m))
    }
}

impl Engine {
    /// The values of a group under the query and the other groups' filters. A value that is excluded is counted as if
    /// its group said nothing, so that the reader sees what is left out.
    pub(crate) fn facet(&self, scoped: &Scoped, filters: &Filters, ask: &FacetAsk) -> Facet {
        let group = ask.group;
        let articles = scoped.articles(Except::Picks(group));
        let mut unfiltered = None;
        let mut values: Vec<FacetValue> = Vec::new();
        for value in self
            .values
            .iter()
            .filter(|v| v.group == group && is_found_by(&ask.find, &v.name))
        {
            let standing = filters.standing(group, &value.key);
            let (n, mentions) = match standing {
                Some(true) => value.counts(unfiltered.get_or_insert_with(|| scoped.articles(Except::Group(group)))),
                _ => value.counts(&articles),
            };
            if n > 0 || standing.is_some() {
                let (key, name) = (value.key.clone(), value.name.clone());
                values.push(FacetValue {
                    key,
                    name,
                    articles: n,
                    mentions,
                    standing,
                });
            }
        }
        let total = values.len() as u32;
        sort_by(&mut values, |a, b| {
            let rank = |v: &FacetValue| (v.standing.is_none(), Reverse(v.articles), Reverse(v.mentions));
            (rank(a), &a.name, &a.key).cmp(&(rank(b), &b.name, &b.key))
        });
        let picked = values.iter().filter(|v| v.standing.is_some()).count();
        values.truncate(picked + ask.limit as usize);
        Facet { group, values, total }
    }

    /// Names of the picked values, for their chips.
    pub(crate) fn picked_names(&self, filters: &Filters) -> Vec<(Group, String, String)> {
        let name = |group, key: &str| {
            self.value(group, key)
                .map_or_else(|| key.to_owned(), |v| self.values[v].name.clone())
        };
        filters
            .picks
            .iter()
            .map(|p| (p.group, p.key.clone(), name(p.group, &p.key)))
            .collect()
    }
}

/// Whether every word typed begins a word of the name.
fn is_found_by(find: &str, name: &str) -> bool {
    let mut found = true;
    Tokenizer::new(find).for_each(|wanted| {
        let mut any = false;
        Tokenizer::new(name).for_each(|word| any |= word.term.starts_with(wanted.term));
        // Scripts without spaces have no word to begin.
        found &= any || fold(name).contains(wanted.term) && !wanted.term.is_ascii();
    });
    found
}

#[cfg(test)]
mod tests {
    use super::is_found_by;

    #[test]
    fn a_value_is_found_by_the_beginnings_of_its_words() {
        for (find, name, expect) in [
            ("til", "Rex Tillerson", true),
            ("rex ti", "Rex Tillerson", true),
            ("ler", "Rex Tillerson", false),
            ("zur", "Zürich", true),
            ("京", "北京", true),
            ("", "Anything", true),
        ] {
            assert_eq!(is_found_by(find, name), expect, "{find} in {name}");
        }
    }
}
