//! Articles close to an open one: those that share its rarer entities and title words.

use dateline_corpus::order::{sort_by, sort_by_key};
use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::index::Place;
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
        let mut entities: Vec<u32> = self
            .pack
            .mentions(ix, self.entity_count)?
            .iter()
            .map(|m| m.entity)
            .collect();
        sort_by_key(&mut entities, |e| *e);
        entities.dedup();
        let tells = |df: u32| n <= SMALL || df * TOO_COMMON <= n;
        for entity in &entities {
            let postings = self.articles_with(*entity as usize);
            if tells(postings.len() as u32) {
                let weight = idf(n, postings.len() as u32).powi(2);
                postings.iter().for_each(|(other, _)| scores[*other as usize] += weight);
            }
        }
        let mut words: Vec<u32> = Vec::new();
        self.index.each_term(&self.pack, ix, |term, place| {
            if place == Place::Title {
                words.push(term);
            }
        })?;
        sort_by_key(&mut words, |word| *word);
        words.dedup();
        for word in words {
            let postings = self.index.postings(word..word + 1);
            if tells(postings.len() as u32) {
                let weight = idf(n, postings.len() as u32).powi(2);
                postings
                    .iter()
                    .filter(|p| p.title() > 0)
                    .for_each(|p| scores[p.article() as usize] += weight);
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
        let has = |e: &&u32| {
            let articles = self.articles_with(**e as usize);
            articles.binary_search_by_key(&other, |p| p.0).is_ok()
        };
        let mut shared: Vec<u32> = entities.iter().filter(has).copied().collect();
        sort_by_key(&mut shared, |e| (self.articles_with(*e as usize).len(), *e));
        let names: Vec<&str> = shared
            .iter()
            .take(SHARED_NAMES)
            .map(|e| self.values[*e as usize].name.as_str())
            .collect();
        vec![Piece {
            text: names.join(" · "),
            matched: false,
        }]
    }
}
