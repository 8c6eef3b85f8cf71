//! Who appears with whom: the pairs of the most frequent entities, and an order that brings companions side by side.

use dateline_corpus::order::{select, sort_by, sort_by_key};
use dateline_corpus::pack::PackError;
use dateline_corpus::{EntityKind, Group};

use crate::Engine;
use crate::bits::Bits;
use crate::facet_index::{Count, Tally};
use crate::question::{MOST_TOGETHER, Scope};
use crate::scope::Except;
use crate::view::{Member, Pair, Together};

/// Who is meant where no kind is asked for.
const PEOPLE_AND_BODIES: [EntityKind; 2] = [EntityKind::Person, EntityKind::Organisation];

impl Engine {
    /// The most frequent entities of a scope, and in how many of its articles each two of them are named together.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::Scope;
    ///
    /// let both = engine.together(&Scope::default(), &[EntityKind::Country, EntityKind::Person], 10)?;
    /// assert_eq!((both.members.len(), both.pairs.len(), both.pairs[0].articles), (2, 1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn together(&self, scope: &Scope, kinds: &[EntityKind], limit: u32) -> Result<Together, PackError> {
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let kinds = if kinds.is_empty() { &PEOPLE_AND_BODIES } else { kinds };
        let most = self.most_frequent(&self.tally(&articles), kinds, limit.min(MOST_TOGETHER));
        self.store.complete(())?;
        let mut sets = Vec::with_capacity(most.len());
        for (at, _) in &most {
            let mut set = Bits::none(self.len());
            self.articles_with(*at)?.iter().for_each(|(ix, _)| set.insert(*ix));
            set.and(&articles);
            sets.push(set);
        }
        self.store.complete(())?;
        let shared: Vec<Vec<u32>> = sets
            .iter()
            .map(|a| sets.iter().map(|b| a.shared(b)).collect())
            .collect();
        let order = side_by_side(&shared);
        let n = articles.count();
        let mut pairs = Vec::new();
        for (i, a) in order.iter().enumerate() {
            for (j, b) in order.iter().enumerate().skip(i + 1) {
                let both = shared[*a][*b];
                if both > 0 {
                    pairs.push(Pair {
                        members: (i as u32, j as u32),
                        articles: both,
                        association: association(both, shared[*a][*a], shared[*b][*b], n),
                    });
                }
            }
        }
        sort_by(&mut pairs, |a, b| {
            (b.articles, b.association, a.members).cmp(&(a.articles, a.association, b.members))
        });
        let member = |i: usize| {
            let entity = self.at(most[i].0).entity?;
            Some(Member {
                key: entity.key(),
                name: entity.name.to_owned(),
                articles: most[i].1.articles,
            })
        };
        let members: Vec<Member> = order.iter().filter_map(|i| member(*i)).collect();
        // Of a corpus in parts a name may be missing yet; then no answer is given.
        self.store.complete(Together {
            articles: n,
            members,
            pairs,
        })
    }

    /// The entities of some kinds that most of the articles counted name; of equal ones first those first in order.
    pub(crate) fn most_frequent(&self, tally: &Tally, kinds: &[EntityKind], limit: u32) -> Vec<(u32, Count)> {
        let is_one = |at: u32| self.kind(at).is_some_and(|kind| kinds.contains(&kind));
        let mut found: Vec<u64> = Vec::new();
        let mut groups: Vec<Group> = kinds.iter().map(|kind| Group::of(*kind)).collect();
        groups.dedup();
        for group in groups {
            let values = &self.group_values[group as usize];
            let present = tally.present(values, |at| self.group(at) == group);
            let own = present.filter(|(at, _)| is_one(*at));
            // One number a value, whose order is the order wanted.
            found.extend(own.map(|(at, count)| u64::from(u32::MAX - count.articles) << 32 | u64::from(at)));
        }
        let limit = limit as usize;
        // Entities that a reader made stand behind all others, and have their places in the order of keys all the same.
        if self.store.made().next().is_some() {
            sort_by_key(&mut found, |key| (key >> 32, self.store.rank(*key as u32)));
        } else if limit < found.len() {
            select(&mut found, limit);
            found[..limit].sort_unstable();
        } else {
            found.sort_unstable();
        }
        let most = found.into_iter().take(limit);
        most.map(|key| (key as u32, tally.count(key as u32))).collect()
    }
}

/// Normalised pointwise mutual information of two entities in the articles, in hundredths: ln(p(a, b) / p(a) p(b)) / −ln p(a, b)
/// (G. Bouma, Normalized (pointwise) mutual information in collocation extraction, GSCL 2009).
fn association(both: u32, a: u32, b: u32, articles: u32) -> i32 {
    let share = |n: u32| n as f32 / articles.max(1) as f32;
    if both >= articles {
        // Both in every article: nothing else could be.
        return 0;
    }
    let information = (share(both) / (share(a) * share(b))).ln();
    (information / -share(both).ln() * 100.0).round() as i32
}

/// An order in which those stand side by side that share most: clusters joined by their mean likeness (Jaccard's), the most alike
/// first, each turned so that the likelier ends meet (G. Gruvaeus, H. Wainer, Two additions to hierarchical cluster analysis,
/// British Journal of Mathematical and Statistical Psychology 25, 1972). The time grows with the cube of the members, of which
/// there are at most [`MOST_TOGETHER`].
fn side_by_side(shared: &[Vec<u32>]) -> Vec<usize> {
    let like = |a: usize, b: usize| {
        let (both, all) = (shared[a][b], shared[a][a] + shared[b][b]);
        both as f32 / (all - both).max(1) as f32
    };
    let mut clusters: Vec<Vec<usize>> = (0..shared.len()).map(|i| vec![i]).collect();
    // The sums of the likenesses between the members of each two.
    let mut sums: Vec<Vec<f32>> = (0..shared.len())
        .map(|a| (0..shared.len()).map(|b| like(a, b)).collect())
        .collect();
    while clusters.len() > 1 {
        let mut best = (0, 1, f32::NEG_INFINITY);
        for a in 0..clusters.len() {
            for b in a + 1..clusters.len() {
                let mean = sums[a][b] / (clusters[a].len() * clusters[b].len()) as f32;
                if mean > best.2 {
                    best = (a, b, mean);
                }
            }
        }
        let (a, b, _) = best;
        let mut behind = clusters.remove(b);
        let ends = |list: &[usize]| (list[0], list[list.len() - 1]);
        let ((a_from, a_to), (b_from, b_to)) = (ends(&clusters[a]), ends(&behind));
        let joins = [(a_to, b_from), (a_to, b_to), (a_from, b_from), (a_from, b_to)];
        let mut turn = 0;
        for (i, join) in joins.iter().enumerate() {
            if like(join.0, join.1) > like(joins[turn].0, joins[turn].1) {
                turn = i;
            }
        }
        if turn >= 2 {
            clusters[a].reverse();
        }
        if turn % 2 == 1 {
            behind.reverse();
        }
        clusters[a].extend(behind);
        let gone = sums.remove(b);
        for (row, more) in sums
            .iter_mut()
            .zip(gone.iter().enumerate().filter(|(i, _)| *i != b).map(|(_, sum)| *sum))
        {
            row.remove(b);
            row[a] += more;
        }
        sums[a] = sums.iter().map(|row| row[a]).collect();
    }
    clusters.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{association, side_by_side};

    #[test]
    fn association_is_of_chance_0_of_always_100_and_of_seldom_below_0() {
        for (both, a, b, n, expect) in [
            (25, 50, 50, 100, 0),
            (10, 10, 10, 100, 100),
            (1, 50, 50, 100, -70),
            (100, 100, 100, 100, 0),
            (1, 1, 1, 1, 0),
        ] {
            assert_eq!(association(both, a, b, n), expect, "{both} of {a} and {b}");
        }
    }

    #[test]
    fn companions_stand_side_by_side() {
        // 0 and 3 share all, 1 and 4 most, 2 nothing.
        let shared = [
            [9, 1, 0, 9, 0],
            [1, 8, 0, 0, 7],
            [0, 0, 5, 0, 0],
            [9, 0, 0, 9, 0],
            [0, 7, 0, 0, 8],
        ];
        let order = side_by_side(&shared.map(|row| row.to_vec()));
        assert_eq!(order, [3, 0, 1, 4, 2]);
        assert_eq!(side_by_side(&[]), [0usize; 0]);
    }
}
