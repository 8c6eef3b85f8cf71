//! Which articles have a facet value, and which values an article has: the same pairs in both orders.

use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::bits::Bits;

/// Articles and mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles with the value.
    pub articles: u32,
    /// Its mentions in them.
    pub mentions: u32,
}

/// Lists one after the other: by owner, pairs of the other side and the number of mentions.
#[derive(Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    pairs: Vec<(u32, u32)>,
}

impl Lists {
    fn get(&self, owner: u32) -> &[(u32, u32)] {
        let start = |owner: u32| {
            self.starts
                .get(owner as usize)
                .map_or(self.pairs.len(), |s| *s as usize)
        };
        self.pairs.get(start(owner)..start(owner + 1)).unwrap_or(&[])
    }

    /// The same pairs by the other side, of which there are `others`.
    fn turned(&self, others: usize) -> Self {
        let mut starts = vec![0u32; others + 1];
        self.pairs
            .iter()
            .for_each(|(other, _)| starts[*other as usize + 1] += 1);
        for other in 0..others {
            starts[other + 1] += starts[other];
        }
        let mut next = starts.clone();
        let mut pairs = vec![(0, 0); self.pairs.len()];
        for owner in 0..self.starts.len() as u32 {
            for (other, mentions) in self.get(owner) {
                let at = &mut next[*other as usize];
                pairs[*at as usize] = (owner, *mentions);
                *at += 1;
            }
        }
        starts.pop();
        Self { starts, pairs }
    }
}

/// See the module.
#[derive(Debug, Default)]
pub struct FacetIndex {
    by_article: Lists,
    by_value: Lists,
}

/// Adds articles one after the other.
#[derive(Default)]
pub struct FacetIndexBuilder(Lists);

impl FacetIndexBuilder {
    /// The next article's values, each with its mentions; a value stands once.
    pub fn push(&mut self, values: impl IntoIterator<Item = (u32, u32)>) {
        self.0.starts.push(self.0.pairs.len() as u32);
        self.0.pairs.extend(values);
    }

    /// The index over `values` values.
    pub fn finish(mut self, values: usize) -> FacetIndex {
        self.0.pairs.shrink_to_fit();
        FacetIndex {
            by_value: self.0.turned(values),
            by_article: self.0,
        }
    }
}

impl FacetIndex {
    /// The articles that have a value, in order, each with its mentions.
    pub fn articles(&self, value: u32) -> &[(u32, u32)] {
        self.by_value.get(value)
    }

    /// The values that an article has, each with its mentions.
    pub fn values(&self, article: u32) -> &[(u32, u32)] {
        self.by_article.get(article)
    }
}

impl Engine {
    /// A value's counts over a set of articles.
    pub(crate) fn count(&self, value: u32, articles: &Bits) -> Result<Count, PackError> {
        let mut count = Count::default();
        self.each_article_with(value, |ix, mentions| {
            if articles.has(ix) {
                count.articles += 1;
                count.mentions += mentions;
            }
        })?;
        Ok(count)
    }

    /// Every value's counts over a set of articles, in time that grows with the smaller of the set and what it leaves out.
    pub(crate) fn tally(&self, articles: &Bits) -> Tally {
        let inside = articles.count();
        if u64::from(inside) * 2 <= u64::from(articles.len()) {
            let mut tally = Tally {
                counts: vec![Count::default(); self.counts.len()],
                some: Some(Vec::new()),
            };
            for ix in articles.iter() {
                self.each_value_of(ix, |value, mentions| tally.add(value, mentions));
            }
            return tally;
        }
        let mut counts = self.counts.clone();
        if inside < articles.len() {
            let mut outside = Bits::all(articles.len());
            outside.and_not(articles);
            for ix in outside.iter() {
                self.each_value_of(ix, |value, mentions| {
                    let count = &mut counts[value as usize];
                    count.articles = count.articles.saturating_sub(1);
                    count.mentions = count.mentions.saturating_sub(mentions);
                });
            }
        }
        Tally { counts, some: None }
    }
}

/// Every value's counts over a set of articles.
#[derive(Debug)]
pub struct Tally {
    counts: Vec<Count>,
    /// The values that have any, where they are few; `None` where any value may.
    some: Option<Vec<u32>>,
}

impl Tally {
    fn add(&mut self, value: u32, mentions: u32) {
        let count = &mut self.counts[value as usize];
        if count.articles == 0
            && let Some(some) = &mut self.some
        {
            some.push(value);
        }
        count.articles += 1;
        count.mentions += mentions;
    }

    /// A value's counts.
    pub fn count(&self, value: u32) -> Count {
        self.counts.get(value as usize).copied().unwrap_or_default()
    }

    /// Of `values`, those that have an article, in no certain order; `is_one` says whether a value is among them.
    pub fn present<'a>(
        &'a self,
        values: &'a [u32],
        is_one: impl Fn(u32) -> bool + 'a,
    ) -> impl Iterator<Item = (u32, Count)> + 'a {
        let (few, all) = match &self.some {
            Some(some) if some.len() < values.len() => (some.as_slice(), [].as_slice()),
            _ => ([].as_slice(), values),
        };
        let few = few.iter().copied().filter(move |value| is_one(*value));
        few.chain(all.iter().copied())
            .map(|value| (value, self.count(value)))
            .filter(|(_, count)| count.articles > 0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Count, FacetIndexBuilder, Tally};

    proptest! {
        #[test]
        fn both_orders_hold_the_same_pairs(
            articles in prop::collection::vec(prop::collection::btree_map(0u32..6, 1u32..4, 0..5), 0..40),
        ) {
            let mut builder = FacetIndexBuilder::default();
            articles.iter().for_each(|values: &BTreeMap<u32, u32>| builder.push(values.clone()));
            let index = builder.finish(6);
            for value in 0..6u32 {
                let with = articles.iter().zip(0u32..);
                let expected: Vec<(u32, u32)> = with.filter_map(|(values, ix)| Some((ix, *values.get(&value)?))).collect();
                prop_assert_eq!(index.articles(value), expected);
            }
            for (values, ix) in articles.iter().zip(0u32..) {
                prop_assert!(index.values(ix).iter().copied().eq(values.clone()));
            }
        }

        #[test]
        fn the_values_present_are_those_with_an_article(added in prop::collection::vec((0u32..6, 1u32..4), 0..20), few in any::<bool>()) {
            let mut tally = Tally { counts: vec![Count::default(); 6], some: few.then(Vec::new) };
            added.iter().for_each(|(value, mentions)| tally.add(*value, *mentions));
            let odd = [1u32, 3, 5];
            let mut present: Vec<u32> = tally.present(&odd, |value| value % 2 == 1).map(|(value, _)| value).collect();
            present.sort_unstable();
            let expected: Vec<u32> = odd.into_iter().filter(|value| added.iter().any(|a| a.0 == *value)).collect();
            prop_assert_eq!(present, expected);
        }
    }
}
