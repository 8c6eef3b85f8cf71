//! Articles close to an open one: those that share its rarer entities and title words.

use dateline_corpus::order::{sort_by, sort_by_key};
use dateline_corpus::pack::PackError;
use dateline_corpus::text::join;

use crate::Engine;
use crate::rank::idf;
use crate::view::{Hit, Piece};

/// Shared names shown with a related article.
const SHARED_NAMES: usize = 4;
/// A value in more of the articles than one in this many tells nothing about closeness in a large corpus.
const TOO_COMMON: u32 = 4;
/// Corpora up to this size keep common values: among five articles everything is common.
const SMALL: u32 = 40;

impl Engine {
    /// The closest articles, by the sum of the squared inverse document frequencies of what is shared (the cosine of
    /// binary vectors but for their lengths), over the square root of the other's number of entities.
    pub(crate) fn related(&self, ix: u32, limit: usize) -> Result<Vec<Hit>, PackError> {
        let n = self.len();
        let mut scores = vec![0.0f32; n as usize];
        let mut entities: Vec<u32> = Vec::new();
        self.store.each_named_in(ix, |at, _| entities.push(at));
        // Sums depend on their order in the last bits.
        sort_by_key(&mut entities, |e| self.store.rank(*e));
        let tells = |df: u32| n <= SMALL || df * TOO_COMMON <= n;
        for entity in &entities {
            let count = self.counts[*entity as usize].articles;
            if tells(count) {
                let weight = idf(n, count).powi(2);
                self.each_article_with(*entity, |other, _| scores[other as usize] += weight)?;
            }
        }
        let mut words = self.store.title_terms(ix)?;
        sort_by_key(&mut words, |word| *word);
        words.dedup();
        for word in words {
            let count = self.store.count(word..word + 1) as u32;
            if tells(count) {
                let weight = idf(n, count).powi(2);
                self.store.each_posting(word..word + 1, |p| {
                    if p.title() > 0 {
                        scores[p.article() as usize] += weight;
                    }
                })?;
            }
        }
        let mut order: Vec<u32> = (0..n).filter(|o| *o != ix && scores[*o as usize] > 0.0).collect();
        sort_by(&mut order, |a, b| scores[*b as usize].total_cmp(&scores[*a as usize]));
        order.truncate(limit);
        order
            .into_iter()
            .map(|o| self.hit_with(o, scores[o as usize], &[], |_| self.shared_names(&entities, o)))
            .collect()
    }

    /// The rarest of the entities that another article has too, as a line.
    fn shared_names(&self, entities: &[u32], other: u32) -> Vec<Piece> {
        let mut theirs: Vec<u32> = Vec::new();
        self.store.each_named_in(other, |at, _| theirs.push(at));
        let has = |e: &&u32| theirs.binary_search(*e).is_ok();
        let mut shared: Vec<u32> = entities.iter().filter(has).copied().collect();
        sort_by_key(&mut shared, |e| {
            (self.counts[*e as usize].articles, self.store.rank(*e))
        });
        let names: Vec<&str> = shared.iter().take(SHARED_NAMES).map(|e| self.at(*e).name).collect();
        vec![Piece {
            text: join(&names, " · "),
            matched: false,
        }]
    }
}
