//! From a query to the articles that meet it, each with its score.

use dateline_corpus::pack::PackError;

use crate::bits::Bits;
use crate::index::Posting;
use crate::query::Unit;
use crate::rank::{Frequency, idf, weight};
use crate::view::Met;
use crate::{Engine, matches};

/// A longer word that begins with the word being typed counts this much of the word itself, so that *japan* ranks
/// above *japanese* while *jap* still finds both.
const PREFIX_WEIGHT: f32 = 0.7;

/// What a query finds in the whole corpus, before filters.
#[derive(Debug)]
pub(crate) struct Found {
    /// The articles.
    pub articles: Bits,
    /// By article: its score. Empty without a query.
    pub scores: Vec<f32>,
    /// How the words were met.
    pub met: Met,
    /// Units that no article has.
    pub missing: Vec<String>,
}

/// Where one unit is met: articles in order, each with what it adds to the score.
type UnitHits = Vec<(u32, f32)>;

impl Engine {
    /// Articles that have every unit; where none has, those that have any, with the units' scores added, so that
    /// more of the query ranks higher.
    pub(crate) fn search(&self, units: &[Unit]) -> Result<Found, PackError> {
        let n = self.len();
        if units.is_empty() {
            return Ok(Found {
                articles: Bits::all(n),
                scores: Vec::new(),
                met: Met::NoQuery,
                missing: Vec::new(),
            });
        }
        let hits = units
            .iter()
            .map(|unit| self.unit_hits(unit))
            .collect::<Result<Vec<_>, _>>()?;
        let mut scores = vec![0.0; n as usize];
        let mut met_units = vec![0u32; n as usize];
        for (article, score) in hits.iter().flatten() {
            scores[*article as usize] += score;
            met_units[*article as usize] += 1;
        }
        let most = met_units.iter().copied().max().unwrap_or(0);
        let all = most as usize == units.len();
        let mut articles = Bits::none(n);
        for (ix, met) in (0..n).zip(&met_units) {
            if if all { *met == most } else { *met > 0 } {
                articles.insert(ix);
            }
        }
        if !all {
            // An article with more of the units stands above any with fewer, whatever their scores.
            let step = scores.iter().copied().fold(0.0, f32::max) + 1.0;
            scores
                .iter_mut()
                .zip(&met_units)
                .for_each(|(s, met)| *s += step * (*met as f32 - 1.0).max(0.0));
        }
        let met = match most {
            0 => Met::None,
            _ if all => Met::All,
            _ => Met::Some,
        };
        let missing = units
            .iter()
            .zip(&hits)
            .filter(|(_, h)| h.is_empty())
            .map(|(u, _)| u.shown())
            .collect();
        Ok(Found {
            articles,
            scores,
            met,
            missing,
        })
    }

    fn unit_hits(&self, unit: &Unit) -> Result<UnitHits, PackError> {
        let frequencies = match unit.terms.as_slice() {
            [term] if unit.open => self.open_frequencies(term),
            [term] => self
                .term_postings(term)
                .iter()
                .map(|p| (p.article(), Frequency::of(*p)))
                .collect(),
            _ => self.phrase_frequencies(unit)?,
        };
        let idf = idf(self.len(), frequencies.len() as u32);
        Ok(frequencies
            .into_iter()
            .map(|(ix, f)| (ix, weight(idf, f, self.lengths(ix))))
            .collect())
    }

    fn term_postings(&self, term: &str) -> &[Posting] {
        let position = self.pack.words().position(term);
        position.map_or(&[], |at| self.index.postings(at..at + 1))
    }

    fn prefix_postings(&self, prefix: &str) -> &[Posting] {
        self.index.postings(self.pack.words().with_prefix(prefix))
    }

    /// How often a word stands in each article when it may go on: longer words count for less.
    fn open_frequencies(&self, term: &str) -> Vec<(u32, Frequency)> {
        let mut sums = vec![Frequency { body: 0.0, title: 0.0 }; self.len() as usize];
        let mut add = |postings: &[Posting], factor: f32| {
            for p in postings {
                let sum = &mut sums[p.article() as usize];
                *sum = sum.plus(Frequency::of(*p).times(factor));
            }
        };
        add(self.prefix_postings(term), PREFIX_WEIGHT);
        // A word begins with itself: the rest of its weight.
        add(self.term_postings(term), 1.0 - PREFIX_WEIGHT);
        let met = |f: &Frequency| f.body + f.title > 0.0;
        (0u32..).zip(sums).filter(|(_, f)| met(f)).collect()
    }

    /// Articles in which the words stand side by side: those that have all of them, read to make sure.
    fn phrase_frequencies(&self, unit: &Unit) -> Result<Vec<(u32, Frequency)>, PackError> {
        let mut candidates = Bits::all(self.len());
        for (i, term) in unit.terms.iter().enumerate() {
            let open = unit.open && i + 1 == unit.terms.len();
            let postings = if open {
                self.prefix_postings(term)
            } else {
                self.term_postings(term)
            };
            let mut with = Bits::none(self.len());
            postings.iter().for_each(|p| with.insert(p.article()));
            candidates.and(&with);
        }
        let mut found = Vec::new();
        for article in candidates.iter() {
            let texts = self.pack.texts(&self.pack.article(article)?)?;
            let title = matches::count(&texts.title, unit) as f32;
            let body = matches::count(&texts.body, unit) as f32;
            if title + body > 0.0 {
                found.push((article, Frequency { body, title }));
            }
        }
        Ok(found)
    }
}
