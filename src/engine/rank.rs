//! How well an article answers a query: BM25F.
//!
//! S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
//! Information Retrieval 3(4), 2009, section 3.6: term frequencies of all fields are weighed and summed first, then
//! saturated once.

use crate::index::Posting;
use crate::unit::READINGS;

/// Saturation of term frequency. Legal: above 0. A. Trotman, X.-F. Jia and M. Crane, "Towards an Efficient and Effective Search
/// Engine", OSIR 2012, found 0.9 and 0.4 better than the survey's 1.2 and 0.75.
const K1: f32 = 0.9;
/// How much length counts against an article, 0 to 1. See [`K1`].
const B_BODY: f32 = 0.4;
/// Headlines are all short: their length says little.
const B_TITLE: f32 = 0.1;
/// A word of the headline counts as much as this many in the body (weights of 2 to 12 are usual for titles; with 12 the
/// article of a headline's words comes first most often, on headlines of Reuters-21578).
const TITLE_WEIGHT: f32 = 12.0;
/// A word in the lead counts as this much more of one in the body: news stories say there what they are about. On the same
/// headlines more does harm.
const LEAD_WEIGHT: f32 = 0.25;
/// What it is worth that an article has the word itself, of the word's weight: as much as other readings can be where the word
/// itself is there ([`READINGS`](crate::unit::READINGS)), so that none of these alone, however often it stands there, is above it.
const OWN_FORM: f32 = READINGS;
/// What standing together in the title, and in the body, is worth beside the words themselves. Legal: 0 and above.
const NEAR_IN_TITLE: f32 = 0.5;
/// See [`NEAR_IN_TITLE`].
const NEAR_IN_BODY: f32 = 0.05;
/// What it is worth that a word of the query and the next follow each other in the title. Legal: 0 and above. On headlines of
/// Reuters-21578 more changes nothing.
const ORDER_IN_TITLE: f32 = 3.0;
/// What it is worth that the query has all telling words of the title. Legal: 0 and above. On headlines of Reuters-21578 that
/// are searched for by their three rarest words 8 to 14 put most first; where the three are any of the headline's, less does.
const WHOLE_TITLE: f32 = 12.0;

/// What it is worth that the two words of a query stand side by side, in its order, and that three do. Legal: 0 and above. With 6 for two,
/// a sixth of the frequent pairs of words of Reuters-21578 have an article among the first ten that has them apart; with more than 3
/// for three, fewer articles come first of those that three words of their headlines are looked for by.
pub const SIDE_BY_SIDE: [f32; 2] = [12.0, 3.0];

/// Lengths, in terms, that the frequencies of one article are set against.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    /// Terms in the article's body over the corpus's mean; 1 is average.
    pub body: f32,
    /// Terms in its title over the corpus's mean.
    pub title: f32,
}

/// How much a term tells that `df` of `n` articles have: the inverse document frequency that never falls below 0.
pub fn idf(n: u32, df: u32) -> f32 {
    let (n, df) = (n as f32, df as f32);
    (1.0 + (n - df + 0.5) / (df + 0.5)).ln()
}

/// How often a word stands in the fields of an article, readings of it that count for less weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frequency {
    /// In the body.
    pub body: f32,
    /// In the title.
    pub title: f32,
    /// How much the best reading met counts, 0 to 1: saturation must not make an article with a word's other forms equal to
    /// one with the word itself.
    pub best: f32,
}

impl Frequency {
    /// Nowhere.
    pub const NONE: Self = Self {
        body: 0.0,
        title: 0.0,
        best: 0.0,
    };

    /// As counted, for a reading that counts so much.
    pub fn of(posting: Posting, reading: f32) -> Self {
        Self {
            body: reading * (posting.body() as f32 + LEAD_WEIGHT * posting.lead() as f32),
            title: reading * posting.title() as f32,
            best: reading,
        }
    }

    /// Together with another reading.
    pub fn plus(self, other: Self) -> Self {
        Self {
            body: self.body + other.body,
            title: self.title + other.title,
            best: self.best.max(other.best),
        }
    }
}

/// What one term adds to an article's score.
pub fn weight(idf: f32, frequency: Frequency, lengths: Lengths) -> f32 {
    let body = frequency.body / (1.0 - B_BODY + B_BODY * lengths.body);
    let title = TITLE_WEIGHT * frequency.title / (1.0 - B_TITLE + B_TITLE * lengths.title);
    let sum = body + title;
    let own = if frequency.best < 1.0 { 0.0 } else { OWN_FORM };
    idf * (own + frequency.best * sum / (K1 + sum))
}

/// What the words of a query add to an article's score by how they stand in it: `title` and `body` are the places where units
/// are met, in order, with the unit; `idfs` are the units' weights, and `covered` is the title's [`coverage`].
pub fn standing(title: &[(u32, u32)], body: &[(u32, u32)], idfs: &[f32], covered: f32) -> f32 {
    NEAR_IN_TITLE * proximity(title, idfs)
        + NEAR_IN_BODY * proximity(body, idfs)
        + ORDER_IN_TITLE * in_order(title).min(idfs.len() as f32)
        + WHOLE_TITLE * covered
}

/// No article gains more than this by [`standing`], for a query of so many units.
pub fn most_standing(units: usize) -> f32 {
    WHOLE_TITLE + units as f32 * (NEAR_IN_TITLE + NEAR_IN_BODY + ORDER_IN_TITLE)
}

/// How much of a title's telling words the query has, 0 to 1. `words` are the title's, each with its inverse document frequency
/// and whether the query has it; `least` is the lowest of the query's.
///
/// Whoever looks for an article they remember names the words that tell it from others (the discriminating reader of L.
/// Azzopardi, M. de Rijke and K. Balog, "Building Simulated Queries for Known-Item Topics", SIGIR 2007). So a word that
/// the query has not counts against a title only where it is rarer than one that the query has, and by as much.
pub fn coverage(words: impl Iterator<Item = (f32, bool)>, least: f32) -> f32 {
    let (mut had, mut not) = (0.0f32, 0.0);
    for (idf, has) in words {
        match has {
            true => had += idf,
            false => not += (idf - least).max(0.0),
        }
    }
    if had > 0.0 { had / (had + not) } else { 0.0 }
}

/// How many words of the query are followed by the next one before any other: the ordered pairs of D. Metzler and W. B.
/// Croft, "A Markov Random Field Model for Term Dependencies", SIGIR 2005, sequential dependence, with any other words
/// between.
fn in_order(met: &[(u32, u32)]) -> f32 {
    met.windows(2).filter(|pair| pair[0].1 + 1 == pair[1].1).count() as f32
}

/// What words of a query add to an article's score by standing near each other, over one text: `met` are the places where
/// units are met, in order, with the unit; `idfs` are the units' weights.
///
/// S. Büttcher, C. L. A. Clarke and B. Lushman, "Term Proximity Scoring for Ad-Hoc Retrieval on Very Large Text Collections",
/// SIGIR 2006: each two neighbours that are different words give each other the other's weight over the square of their
/// distance, and what a word has gathered is saturated as frequencies are.
fn proximity(met: &[(u32, u32)], idfs: &[f32]) -> f32 {
    let mut gathered = vec![0.0f32; idfs.len()];
    for pair in met.windows(2) {
        let ((at, unit), (next_at, next)) = (pair[0], pair[1]);
        if unit != next {
            let distance = (next_at - at).max(1) as f32;
            gathered[unit as usize] += idfs[next as usize] / (distance * distance);
            gathered[next as usize] += idfs[unit as usize] / (distance * distance);
        }
    }
    let saturated = gathered
        .iter()
        .zip(idfs)
        .map(|(sum, idf)| idf.min(1.0) * sum / (K1 + sum));
    saturated.sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::{Frequency, Lengths, coverage, idf, in_order, proximity, weight};

    #[test]
    fn words_side_by_side_weigh_more_than_words_apart() {
        let idfs = [2.0, 3.0];
        let near = proximity(&[(4, 0), (5, 1)], &idfs);
        assert!(near > proximity(&[(4, 0), (9, 1)], &idfs));
        assert!(proximity(&[(4, 0), (5, 0)], &idfs) == 0.0 && proximity(&[], &idfs) == 0.0);
    }

    #[test]
    fn a_title_is_covered_by_its_rare_words_and_met_in_the_order_of_the_query() {
        let title = |rare: bool, frequent: bool, least| coverage([(3.0, rare), (1.0, frequent)].into_iter(), least);
        assert_eq!([title(true, true, 1.0), title(true, false, 3.0)], [1.0, 1.0]);
        assert!(title(false, true, 1.0) < 0.5 && title(false, false, 9.0) == 0.0);
        assert_eq!(
            [in_order(&[(0, 0), (4, 1), (5, 2)]), in_order(&[(0, 2), (1, 1)])],
            [2.0, 0.0]
        );
    }

    #[test]
    fn rare_words_titles_and_short_articles_weigh_more() {
        let even = Lengths { body: 1.0, title: 1.0 };
        let once = Frequency {
            body: 1.0,
            title: 0.0,
            best: 1.0,
        };
        let title = Frequency {
            body: 0.0,
            title: 1.0,
            best: 1.0,
        };
        let form = Frequency { best: 0.8, ..once };
        assert!(idf(1000, 1) > idf(1000, 500) && idf(1000, 1000) > 0.0);
        assert!(weight(1.0, title, even) > weight(1.0, once, even));
        assert!(weight(1.0, once, Lengths { body: 0.5, ..even }) > weight(1.0, once, even));
        assert!(weight(1.0, once.plus(form), even) > weight(1.0, form.plus(form), even));
        assert!(
            weight(1.0, once.plus(once), even) < 2.0 * weight(1.0, once, even),
            "frequency saturates"
        );
    }
}
