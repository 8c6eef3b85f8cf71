//! What the articles of a scope have in common: the values of a group, each with its exact counts.

use std::cmp::Reverse;

use dateline_corpus::Group;
use dateline_corpus::order::sort_by;
use dateline_corpus::pack::PackError;
use dateline_corpus::text::{Tokenizer, fold};

use crate::Engine;
use crate::facet_index::{Count, Tally};
use crate::question::FacetAsk;
use crate::scope::{Except, Scoped};
use crate::view::{Facet, FacetValue};

impl Engine {
    /// The values of a group by their counts, `tally`, under the query and the other groups' filters. A value that is
    /// excluded is counted as if its group said nothing, so that the reader sees what is left out.
    pub(crate) fn facet(&self, scoped: &Scoped, ask: &FacetAsk, tally: &Tally) -> Result<Facet, PackError> {
        let group = ask.group;
        let mut unfiltered = None;
        let mut values: Vec<FacetValue> = Vec::new();
        let mut picked: Vec<u32> = Vec::new();
        for pick in scoped.picks.iter().map(|one| &one.pick).filter(|p| p.group == group) {
            let Some(at) = self.value(group, &pick.key) else {
                continue;
            };
            let value = self.at(at);
            picked.push(at);
            if !is_found_by(&ask.find, value.name) {
                continue;
            }
            let count = match pick.exclude {
                true => {
                    let all = unfiltered.get_or_insert_with(|| scoped.articles(Except::Group(group)));
                    self.count(at, all)?
                }
                false => tally.count(at),
            };
            values.push(self.shown(at, count, Some(pick.exclude)));
        }
        let mut total = values.len() as u32;
        sort_by(&mut values, |a, b| {
            let rank = |v: &FacetValue| (Reverse(v.articles), Reverse(v.mentions));
            (rank(a), &a.name, &a.key).cmp(&(rank(b), &b.name, &b.key))
        });
        let mut most = Most::new(self, ask.limit as usize);
        let among = self.may_be_called(&ask.find);
        let may_be = |at: &u32| {
            among
                .as_ref()
                .is_none_or(|among| *at >= self.entity_count() || among.binary_search(at).is_ok())
        };
        for (at, count) in tally.present(&self.group_values[group as usize], |at| self.is_of(at, group)) {
            if !picked.contains(&at) && may_be(&at) && is_found_by(&ask.find, self.named_if(&ask.find, at)) {
                total += 1;
                most.offer(count, at);
            }
        }
        let most = most.kept.iter();
        values.extend(most.map(|(count, at)| self.shown(*at, *count, None)));
        Ok(Facet { group, values, total })
    }

    fn shown(&self, at: u32, count: Count, standing: Option<bool>) -> FacetValue {
        let value = self.at(at);
        let overlay = self.store.overlay().filter(|_| value.entity.is_some());
        FacetValue {
            key: value.key.to_owned(),
            name: value.name.to_owned(),
            articles: count.articles,
            mentions: count.mentions,
            standing,
            corrected: overlay.is_some_and(|overlay| overlay.plan.marks(at)),
        }
    }

    fn is_of(&self, value: u32, group: Group) -> bool {
        self.group(value) == group
    }

    /// A value's name, where it is needed to find the value.
    fn named_if(&self, find: &str, value: u32) -> &str {
        if find.is_empty() { "" } else { self.at(value).name }
    }

    /// In order, the entities that a text may be found by; none where that is not known without looking at each.
    fn may_be_called(&self, find: &str) -> Option<Vec<u32>> {
        if !self.store.is_in_parts() {
            return None;
        }
        let (mut among, mut is_known) = (None::<Vec<u32>>, true);
        Tokenizer::new(find).for_each(|word| {
            let mut named = Vec::new();
            // Of others any part of a word will do.
            is_known &= word.term.is_ascii();
            self.store.each_called(word.term, &mut |_, at| named.push(at));
            named.sort_unstable();
            named.retain(|at| among.as_ref().is_none_or(|among| among.binary_search(at).is_ok()));
            among = Some(named);
        });
        among.filter(|_| is_known)
    }
}

/// The most frequent of the values offered, in order; of equal ones first that which more articles of the whole corpus
/// have, then by key.
struct Most<'a> {
    engine: &'a Engine,
    limit: usize,
    kept: Vec<(Count, u32)>,
}

impl<'a> Most<'a> {
    fn new(engine: &'a Engine, limit: usize) -> Self {
        Self {
            engine,
            limit,
            kept: Vec::new(),
        }
    }

    fn offer(&mut self, count: Count, at: u32) {
        let before = |a: (Count, u32), b: (Count, u32)| {
            let rank = |(count, at): (Count, u32)| {
                let whole = self.engine.counts.get(at as usize).map_or(0, |whole| whole.articles);
                (
                    Reverse((count.articles, count.mentions, whole)),
                    self.engine.store.rank(at),
                )
            };
            rank(a) < rank(b)
        };
        let new = (count, at);
        if self.kept.len() >= self.limit && self.kept.last().is_none_or(|last| !before(new, *last)) {
            return;
        }
        let place = self.kept.partition_point(|kept| before(*kept, new));
        self.kept.insert(place, new);
        self.kept.truncate(self.limit);
    }
}

/// Whether every word typed begins a word of the name.
fn is_found_by(find: &str, name: &str) -> bool {
    if find.is_empty() {
        return true;
    }
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
