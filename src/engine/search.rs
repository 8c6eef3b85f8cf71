//! From a query to the articles that meet it, each with its score.

use std::ops::Range;

use dateline_corpus::order::{select, sort_by_key};
use dateline_corpus::pack::{Lexicon, PackError};

use crate::bits::Bits;
use crate::query::{How, Leaf, Node, Query, Text, Within};
use crate::rank::{Frequency, coverage, idf, most_standing, standing};
#[cfg(feature = "parts")]
use crate::similar::similar_in_parts;
use crate::similar::{Sketches, forgiven, similar_among};
use crate::store::Store;
use crate::unit::Unit;
use crate::view::{Correction, Met, Used};
use crate::{Engine, matches};

mod walk;

use walk::Search;

/// The best articles by their words alone are read for how these stand in them. Below them that changes nothing: what it
/// adds is seldom more than what lies between the first and the hundredth.
const RERANKED: usize = 100;

/// What a query finds in the whole corpus, before filters.
#[derive(Debug)]
pub(crate) struct Found {
    /// The articles.
    pub articles: Bits,
    /// By article: its score. Empty without words.
    pub scores: Vec<f32>,
    /// How the words were met.
    pub met: Met,
    /// What no article has, as the reader wrote it.
    pub missing: Vec<String>,
    /// What was looked for in the texts, as this corpus has it; nothing that is excluded.
    pub units: Vec<Unit>,
    /// How much each of these tells: its inverse document frequency.
    pub idfs: Vec<f32>,
    /// Words searched for in the place of misspelt ones.
    pub corrections: Vec<Correction>,
}

/// Where one unit is met: articles in order, each with how often.
type UnitHits = Vec<(u32, Frequency)>;

impl Engine {
    /// Articles that meet the whole query. Where none does, those that meet some of the words that must all be there, with
    /// the words' scores added, so that more of the query ranks higher; what is excluded or asked of anything but the text
    /// holds even then.
    pub(crate) fn search(&self, query: &Query) -> Result<Found, PackError> {
        let n = self.len();
        let mut search = Search {
            engine: self,
            positive: true,
            found: Found {
                articles: Bits::all(n),
                scores: Vec::new(),
                met: Met::NoQuery,
                missing: Vec::new(),
                units: Vec::new(),
                idfs: Vec::new(),
                corrections: Vec::new(),
            },
        };
        let Some(root) = &query.root else {
            return Ok(search.found);
        };
        let parts = match root {
            Node::All(parts) => parts.as_slice(),
            other => std::slice::from_ref(other),
        };
        let met = parts
            .iter()
            .map(|part| search.articles(part))
            .collect::<Result<Vec<Bits>, _>>()?;
        let mut found = search.found;
        met.iter().for_each(|part| found.articles.and(part));
        found.met = Met::All;
        if found.articles.count() == 0 {
            found.met = Met::None;
            let (wished, required): (Vec<_>, Vec<_>) = parts.iter().zip(&met).partition(|(part, _)| is_wish(part));
            if wished.len() > 1 {
                some_of(&mut found, &wished, &required);
            }
        }
        Ok(found)
    }

    /// The unit that a text of the query is in this corpus.
    pub(crate) fn unit(&self, text: &Text, corrections: &mut Vec<Correction>) -> Unit {
        match &self.store.base {
            Store::Whole(whole) => self.unit_among(whole.pack.words(), text, corrections),
            #[cfg(feature = "parts")]
            Store::Parts(parts) => self.unit_among(&**parts, text, corrections),
        }
    }

    /// Whether a word may be misspelt. Where it is not known yet whether it is one, that is not known either.
    fn may_be_misspelt(&self, typed: &str) -> bool {
        forgiven(typed.chars().count()) > 0 && !self.store.is_wanting()
    }

    /// In how many articles, or titles, terms are.
    fn count_terms(&self, terms: Range<u32>, within: Within) -> usize {
        if within == Within::Anywhere {
            return self.store.count(terms);
        }
        let mut titles = 0;
        let counted = self.store.each_posting(terms, |p| titles += usize::from(p.title() > 0));
        counted.map_or(0, |()| titles)
    }

    /// The terms near a word, at most so many slips away and in at least so many articles, most frequent first.
    pub(crate) fn near(&self, typed: &str, most: u8, least: usize, within: Within) -> Vec<u32> {
        if !self.may_be_misspelt(typed) {
            return Vec::new();
        }
        let mut found = match &self.store.base {
            Store::Whole(whole) => {
                let words = whole.pack.words();
                similar_among(typed, words, whole.sketches.get_or_init(|| Sketches::new(words)), most)
            }
            #[cfg(feature = "parts")]
            Store::Parts(parts) => similar_in_parts(typed, parts, most, least),
        };
        let count = |at: &u32| self.count_terms(*at..*at + 1, within);
        found.retain(|at| count(at) >= least.max(1));
        sort_by_key(&mut found, |at| std::cmp::Reverse(count(at)));
        found
    }

    fn unit_among(&self, words: &impl Lexicon, text: &Text, corrections: &mut Vec<Correction>) -> Unit {
        let before = corrections.len();
        let unit = Unit::resolve(
            text,
            words,
            |word, each| self.store.other_forms(&word.term, &word.shown, each),
            |typed, most, least| self.near(typed, most, least, text.within),
            |terms| self.count_terms(terms, text.within),
            self.len() as usize,
            corrections,
        );
        let is_corrected = corrections.iter().skip(before).any(|c| c.how == Used::Instead);
        let is_unknown = unit.is_hopeless() || is_corrected;
        let apart = match text.words.as_slice() {
            [word] if is_unknown && !text.quoted && self.may_be_misspelt(&word.term) => {
                self.apart(words, word, text.within, &unit)
            }
            _ => None,
        };
        let Some((apart, correction)) = apart else {
            return unit;
        };
        corrections.truncate(before);
        corrections.push(correction);
        apart
    }

    /// The units of what a query looks for in texts, in its order.
    pub(crate) fn units(&self, query: &Query) -> Vec<Unit> {
        let texts = query.texts();
        texts.into_iter().map(|text| self.unit(text, &mut Vec::new())).collect()
    }

    /// Where a unit is met.
    pub(crate) fn unit_hits(&self, unit: &Unit) -> Result<UnitHits, PackError> {
        let mut hits = match unit.words.as_slice() {
            _ if unit.is_hopeless() => Vec::new(),
            [word] => match word.terms.as_slice() {
                // In order already.
                [(range, weight)] if range.len() == 1 => {
                    let mut hits = Vec::with_capacity(self.store.count(range.clone()));
                    self.store
                        .each_posting(range.clone(), |p| hits.push((p.article(), Frequency::of(p, *weight))))?;
                    hits
                }
                terms => {
                    let mut sums = vec![Frequency::NONE; self.len() as usize];
                    for (range, weight) in terms {
                        self.store.each_posting(range.clone(), |p| {
                            let sum = &mut sums[p.article() as usize];
                            *sum = sum.plus(Frequency::of(p, *weight));
                        })?;
                    }
                    (0u32..).zip(sums).filter(|(_, f)| *f != Frequency::NONE).collect()
                }
            },
            _ => self.read_hits(unit, None)?,
        };
        if unit.within == Within::Title {
            hits.iter_mut().for_each(|(_, f)| f.body = 0.0);
            hits.retain(|(_, f)| f.title > 0.0);
        }
        Ok(hits)
    }

    /// Adds to the scores of the best of a set of articles what the words gain by how they stand in them.
    pub(crate) fn add_standing(&self, found: &mut Found, articles: &Bits) -> Result<(), PackError> {
        if found.units.len() < 2 || self.store.is_wanting() {
            return Ok(());
        }
        self.add_side_by_side(found, articles)?;
        let best = best_by_score(articles, &found.scores, RERANKED);
        let Found {
            units, idfs, scores, ..
        } = found;
        let least = idfs.iter().copied().fold(f32::MAX, f32::min);
        // Most words of a text are asked for by no unit, and one bit says so.
        let ranges = || units.iter().flat_map(|unit| &unit.words).flat_map(|word| &word.terms);
        let mut asked = Bits::none(ranges().map(|(range, _)| range.end).max().unwrap_or(0));
        ranges().for_each(|(range, _)| range.clone().for_each(|term| asked.insert(term)));
        self.store
            .each_text(best.into_iter().map(|key| key as u32), units, |ix, title, body| {
                let unit = |term: u32| {
                    let of = |unit: &Unit| unit.words.iter().any(|word| word.has(term));
                    asked.has(term).then(|| units.iter().position(of)).flatten()
                };
                let met = |terms: &[u32]| -> Vec<(u32, u32)> {
                    let at = terms.iter().zip(0u32..);
                    at.filter_map(|(term, at)| Some((at, unit(*term)? as u32))).collect()
                };
                let rarities = self.store.title_rarities(ix, title);
                let words = title.iter().zip(rarities);
                let words = words.map(|(term, df)| (idf(self.len(), df), unit(*term).is_some()));
                let gained = standing(&met(title), &met(body), idfs, coverage(words, least));
                if let Some(score) = scores.get_mut(ix as usize) {
                    *score += gained;
                }
            })
    }

    /// Articles, of some or all, that have a phrase of words that are one term each; `None` where it is no such phrase, or in a corpus in parts.
    fn phrase_hits(&self, unit: &Unit, among: Option<&Bits>) -> Option<UnitHits> {
        let terms = unit.words.iter().map(|word| match word.terms.as_slice() {
            [(range, _)] if range.len() == 1 => Some(range.start),
            _ => None,
        });
        let (Some(terms), How::SideBySide, Store::Whole(whole)) =
            (terms.collect::<Option<Vec<u32>>>(), unit.how, &self.store.base)
        else {
            return None;
        };
        let mut hits = Vec::new();
        whole.index.side_by_side(&whole.pack, &terms, among, |ix, title, body| {
            let frequency = Frequency {
                title: title as f32,
                body: body as f32,
                best: 1.0,
            };
            hits.push((ix, frequency));
        });
        Some(hits)
    }

    /// Articles, of some or all, in which words stand together: those that have all of them, read to make sure.
    pub(crate) fn read_hits(&self, unit: &Unit, among: Option<&Bits>) -> Result<UnitHits, PackError> {
        if let Some(hits) = self.phrase_hits(unit, among) {
            return Ok(hits);
        }
        let mut candidates = among.map_or_else(|| Bits::all(self.len()), Bits::clone);
        for word in &unit.words {
            let mut with = Bits::none(self.len());
            for (range, _) in &word.terms {
                self.store.each_posting(range.clone(), |p| {
                    if unit.within == Within::Anywhere || p.title() > 0 {
                        with.insert(p.article());
                    }
                })?;
            }
            candidates.and(&with);
        }
        let mut hits = Vec::new();
        let count = |terms: &[u32]| matches::count(terms, unit) as f32;
        self.store
            .each_text(candidates.iter(), std::slice::from_ref(unit), |ix, title, body| {
                let frequency = Frequency {
                    title: count(title),
                    body: count(body),
                    best: 1.0,
                };
                if frequency.title + frequency.body > 0.0 {
                    hits.push((ix, frequency));
                }
            })?;
        Ok(hits)
    }
}

/// An article as a number whose order is that of scores, highest first, then of articles.
pub(crate) fn by_score(scores: &[f32], ix: u32) -> u64 {
    // The bits of floats that are not negative stand in the order of their values.
    let score = scores.get(ix as usize).map_or(0, |s| s.to_bits());
    u64::from(!score) << 32 | u64::from(ix)
}

/// As many of a set of articles, the best, in no order, as [`by_score`] makes numbers of them.
pub(crate) fn best_by_score(articles: &Bits, scores: &[f32], most: usize) -> Vec<u64> {
    let mut best: Vec<u64> = articles.iter().map(|ix| by_score(scores, ix)).collect();
    if best.len() > most {
        select(&mut best, most);
        best.truncate(most);
    }
    best
}

/// Whether a part of a query is about words, so that an article may do without it where no article has everything.
fn is_wish(part: &Node) -> bool {
    match part {
        Node::Leaf(Leaf::Text(_)) => true,
        Node::All(parts) | Node::Any(parts) => parts.iter().any(is_wish),
        Node::Leaf(Leaf::Value(_)) | Node::Not(_) => false,
    }
}

/// Articles that meet some of the wishes and all that is required.
fn some_of(found: &mut Found, wished: &[(&Node, &Bits)], required: &[(&Node, &Bits)]) {
    let mut any = Bits::none(found.articles.len());
    wished.iter().for_each(|(_, part)| any.or(part));
    required.iter().for_each(|(_, part)| any.and(part));
    if any.count() == 0 {
        return;
    }
    // An article with more of the wishes stands above any with fewer, whatever their scores and what they may still gain.
    let step = found.scores.iter().copied().fold(0.0, f32::max) + most_standing(found.units.len());
    for ix in any.iter() {
        let met = wished.iter().filter(|(_, part)| part.has(ix)).count();
        if let Some(score) = found.scores.get_mut(ix as usize) {
            *score += step * (met - 1) as f32;
        }
    }
    found.articles = any;
    found.met = Met::Some;
}
