//! Which articles have a facet value, and which values an article has: the same pairs in both orders.

use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::bits::Bits;
use crate::lists::{Counting, Lists, MOST};

/// Articles and mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles with the value.
    pub articles: u32,
    /// Its mentions in them.
    pub mentions: u32,
}

/// See the module.
#[derive(Debug, Default)]
pub struct FacetIndex {
    by_article: Rows,
    by_value: Lists,
}

/// Which values each article has: four bytes for one. Counting a facet reads those of every article that is found, so they are
/// kept as they are read.
#[derive(Debug, Default)]
struct Rows {
    /// By article: where its values begin.
    starts: Vec<u32>,
    /// Values and, in the eight lowest bits, their mentions: [`MANY`] where there is no room for them.
    values: Vec<u32>,
    /// By the positions of those, in order: how many mentions.
    many: Vec<(u32, u32)>,
}

/// This many mentions or more.
const MANY: u32 = 0xFF;

impl Rows {
    fn push(&mut self, values: impl IntoIterator<Item = (u32, u32)>) {
        self.starts.push(self.values.len() as u32);
        for (value, mentions) in values {
            if mentions >= MANY {
                self.many.push((self.values.len() as u32, mentions));
            }
            self.values.push(value << 8 | mentions.min(MANY));
        }
    }

    fn get(&self, article: u32) -> impl Iterator<Item = (u32, u32)> {
        let start = |article: usize| self.starts.get(article).map_or(self.values.len(), |at| *at as usize);
        let (from, to) = (start(article as usize), start(article as usize + 1));
        let values = self.values.get(from..to).unwrap_or(&[]);
        (from as u32..).zip(values).map(|(at, packed)| match packed & MANY {
            MANY => (packed >> 8, self.mentions(at)),
            mentions => (packed >> 8, mentions),
        })
    }

    #[cold]
    fn mentions(&self, at: u32) -> u32 {
        let found = self.many.binary_search_by_key(&at, |many| many.0);
        found.map_or(MANY, |found| self.many[found].1)
    }
}

/// Adds articles one after the other.
#[derive(Default)]
pub struct FacetIndexBuilder(Rows);

impl FacetIndexBuilder {
    /// The next article's values in order, each with its mentions; a value stands once.
    pub fn push(&mut self, values: impl IntoIterator<Item = (u32, u32)>) {
        self.0.push(values);
    }

    /// The index over `values` values.
    ///
    /// # Errors
    /// Where they are more than 16 million.
    pub fn finish(mut self, values: usize) -> Result<FacetIndex, PackError> {
        const TOO_LARGE: PackError = PackError::TooLarge { section: "ENTI" };
        if values > MOST as usize {
            return Err(TOO_LARGE);
        }
        self.0.values.shrink_to_fit();
        let mut by_value = Counting::new(values);
        let articles = 0..self.0.starts.len() as u32;
        for ix in articles.clone() {
            self.0.get(ix).for_each(|(value, _)| by_value.count(value, ix));
        }
        let mut by_value = by_value.make_room(0..values as u32).ok_or(TOO_LARGE)?;
        for ix in articles {
            for (value, mentions) in self.0.get(ix) {
                by_value.write(value, ix, mentions.min(MANY) as u8);
            }
        }
        Ok(FacetIndex {
            by_value: by_value.finish(),
            by_article: self.0,
        })
    }
}

impl FacetIndex {
    /// The articles that have a value, in order, each with its mentions.
    #[inline]
    pub fn articles(&self, value: u32) -> impl Iterator<Item = (u32, u32)> {
        let articles = self.by_value.get(value);
        articles.map(move |(ix, mentions)| match u32::from(mentions) {
            MANY => (ix, self.mentions(ix, value)),
            mentions => (ix, mentions),
        })
    }

    #[cold]
    fn mentions(&self, ix: u32, value: u32) -> u32 {
        let found = self.values(ix).find(|(other, _)| *other == value);
        found.map_or(0, |(_, mentions)| mentions)
    }

    /// The values that an article has, in order, each with its mentions.
    #[inline]
    pub fn values(&self, article: u32) -> impl Iterator<Item = (u32, u32)> {
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
        let is_small = u64::from(articles.count()) * 2 <= u64::from(articles.len());
        let (mut tally, mut set) = match is_small {
            true => (Tally::few(self.counts.len()), articles.clone()),
            false => (Tally::all(self.counts.clone()), Bits::all(articles.len())),
        };
        if !is_small {
            set.and_not(articles);
        }
        for ix in set.iter() {
            self.each_value_of(ix, |value, mentions| match is_small {
                true => tally.add(value, mentions),
                false => tally.take(value, mentions),
            });
        }
        tally
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
    fn few(values: usize) -> Self {
        Self {
            counts: vec![Count::default(); values],
            some: Some(Vec::new()),
        }
    }

    fn all(counts: Vec<Count>) -> Self {
        Self { counts, some: None }
    }

    fn take(&mut self, value: u32, mentions: u32) {
        let count = &mut self.counts[value as usize];
        count.articles = count.articles.saturating_sub(1);
        count.mentions = count.mentions.saturating_sub(mentions);
    }

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
            articles in prop::collection::vec(prop::collection::btree_map(0u32..6, prop_oneof![1u32..4, 250..260u32], 0..5), 0..40),
        ) {
            let mut builder = FacetIndexBuilder::default();
            articles.iter().for_each(|values: &BTreeMap<u32, u32>| builder.push(values.clone()));
            let index = builder.finish(6).unwrap();
            for value in 0..6u32 {
                let with = articles.iter().zip(0u32..);
                let expected: Vec<(u32, u32)> = with.filter_map(|(values, ix)| Some((ix, *values.get(&value)?))).collect();
                prop_assert!(index.articles(value).eq(expected));
            }
            for (values, ix) in articles.iter().zip(0u32..) {
                prop_assert!(index.values(ix).eq(values.clone()));
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
