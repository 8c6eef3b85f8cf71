//! Which articles have a facet value, and which values an article has: the same pairs in both orders.

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
    /// Counts over all articles.
    whole: Vec<Count>,
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
    pub fn finish(self, values: usize) -> FacetIndex {
        let by_value = self.0.turned(values);
        let count = |value: u32| {
            let pairs = by_value.get(value);
            Count {
                articles: pairs.len() as u32,
                mentions: pairs.iter().map(|p| p.1).sum(),
            }
        };
        FacetIndex {
            whole: (0..values as u32).map(count).collect(),
            by_article: self.0,
            by_value,
        }
    }
}

impl FacetIndex {
    /// The articles that have a value, in order, each with its mentions.
    pub fn articles(&self, value: u32) -> &[(u32, u32)] {
        self.by_value.get(value)
    }

    /// A value's counts over a set of articles.
    pub fn count(&self, value: u32, articles: &Bits) -> Count {
        let inside = self.articles(value).iter().filter(|(ix, _)| articles.has(*ix));
        inside.fold(Count::default(), |sum, (_, mentions)| Count {
            articles: sum.articles + 1,
            mentions: sum.mentions + mentions,
        })
    }

    /// Every value's counts over a set of articles, in time that grows with the smaller of the set and what it leaves out.
    pub fn tally(&self, articles: &Bits) -> Tally {
        let inside = articles.count();
        if u64::from(inside) * 2 <= u64::from(articles.len()) {
            let mut tally = Tally {
                counts: vec![Count::default(); self.whole.len()],
                some: Some(Vec::new()),
            };
            for ix in articles.iter() {
                for (value, mentions) in self.by_article.get(ix) {
                    tally.add(*value, *mentions);
                }
            }
            return tally;
        }
        let mut counts = self.whole.clone();
        if inside < articles.len() {
            let mut outside = Bits::all(articles.len());
            outside.and_not(articles);
            for ix in outside.iter() {
                for (value, mentions) in self.by_article.get(ix) {
                    let count = &mut counts[*value as usize];
                    count.articles -= 1;
                    count.mentions -= mentions;
                }
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

    use super::{Count, FacetIndexBuilder};
    use crate::bits::Bits;

    proptest! {
        #[test]
        fn counts_are_those_of_a_walk_over_the_articles(
            articles in prop::collection::vec(prop::collection::btree_map(0u32..6, 1u32..4, 0..5), 0..40),
            set in prop::collection::vec(any::<bool>(), 40),
        ) {
            let mut builder = FacetIndexBuilder::default();
            articles.iter().for_each(|values: &BTreeMap<u32, u32>| builder.push(values.clone()));
            let index = builder.finish(6);
            let n = articles.len() as u32;
            let mut bits = Bits::none(n);
            (0..n).filter(|ix| set[*ix as usize]).for_each(|ix| bits.insert(ix));
            let tally = index.tally(&bits);
            let odd = [1u32, 3, 5];
            let mut present: Vec<u32> = tally.present(&odd, |value| value % 2 == 1).map(|(value, _)| value).collect();
            present.sort_unstable();
            let expected: Vec<u32> = odd.into_iter().filter(|value| index.count(*value, &bits).articles > 0).collect();
            prop_assert_eq!(present, expected);
            for value in 0..6u32 {
                let mut expected = Count::default();
                for values in bits.iter().filter_map(|ix| articles[ix as usize].get(&value)) {
                    expected.articles += 1;
                    expected.mentions += values;
                }
                prop_assert_eq!(index.count(value, &bits), expected);
                prop_assert_eq!(tally.count(value), expected);
                prop_assert_eq!(index.tally(&Bits::all(n)).count(value), index.whole[value as usize]);
            }
        }
    }
}
