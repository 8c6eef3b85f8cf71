//! From a query to the articles that meet it, each with its score.

use dateline_corpus::pack::{PackError, Posting};

use crate::bits::Bits;
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
            [term] if unit.open => self.open_frequencies(term)?,
            [term] => self
                .pack
                .postings(term)?
                .iter()
                .map(|p| (p.article, Frequency::of(p)))
                .collect(),
            _ => self
                .phrase_postings(unit)?
                .iter()
                .map(|p| (p.article, Frequency::of(p)))
                .collect::<Vec<_>>(),
        };
        let idf = idf(self.len(), frequencies.len() as u32);
        Ok(frequencies
            .into_iter()
            .map(|(ix, f)| (ix, weight(idf, f, self.lengths(ix))))
            .collect())
    }

    /// How often a word stands in each article when it may go on: longer words count for less.
    fn open_frequencies(&self, term: &str) -> Result<Vec<(u32, Frequency)>, PackError> {
        let exact = self.pack.postings(term)?;
        let longer_too = self.prefix_postings(term)?;
        let mut exact = exact.iter().peekable();
        let blend = |all: &Posting| {
            let mut frequency = Frequency::of(all).times(PREFIX_WEIGHT);
            if let Some(whole) = exact.next_if(|e| e.article == all.article) {
                // Already counted at the lower weight among the longer ones, since a word begins with itself.
                frequency = frequency.plus(Frequency::of(whole).times(1.0 - PREFIX_WEIGHT));
            }
            (all.article, frequency)
        };
        Ok(longer_too.iter().map(blend).collect())
    }

    /// The postings of all terms with a prefix, summed by article.
    fn prefix_postings(&self, prefix: &str) -> Result<Vec<Posting>, PackError> {
        let mut sums = vec![(0u32, 0u32); self.len() as usize];
        self.pack.terms_with_prefix(prefix, |_, list| {
            for p in list()? {
                let sum = &mut sums[p.article as usize];
                *sum = (sum.0.saturating_add(p.body), sum.1.saturating_add(p.title));
            }
            Ok(())
        })?;
        let posting = |(article, (body, title)): (u32, (u32, u32))| Posting { article, body, title };
        Ok((0u32..)
            .zip(sums)
            .filter(|(_, sum)| *sum != (0, 0))
            .map(posting)
            .collect())
    }

    /// Articles in which the words stand side by side: those that have all of them, read to make sure.
    fn phrase_postings(&self, unit: &Unit) -> Result<Vec<Posting>, PackError> {
        let mut candidates = Bits::all(self.len());
        for (i, term) in unit.terms.iter().enumerate() {
            let open = unit.open && i + 1 == unit.terms.len();
            let postings = if open {
                self.prefix_postings(term)?
            } else {
                self.pack.postings(term)?
            };
            let mut with = Bits::none(self.len());
            postings.iter().for_each(|p| with.insert(p.article));
            candidates.and(&with);
        }
        let mut found = Vec::new();
        for article in candidates.iter() {
            let record = self.pack.article(article)?;
            let title = matches::count(record.title, unit);
            let body = matches::count(self.pack.text(&record)?, unit);
            if title + body > 0 {
                found.push(Posting { article, body, title });
            }
        }
        Ok(found)
    }
}
