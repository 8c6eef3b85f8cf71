//! How well an article answers a query: BM25F.
//!
//! S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
//! Information Retrieval 3(4), 2009, section 3.6: term frequencies of all fields are weighed and summed first, then
//! saturated once.

use crate::index::Posting;

/// Saturation of term frequency. Legal: above 0; the survey above finds 1.2 to 2 good on news.
const K1: f32 = 1.2;
/// How much length counts against an article, 0 to 1; 0.75 is the survey's default.
const B_BODY: f32 = 0.75;
/// Headlines are all short: their length says little.
const B_TITLE: f32 = 0.3;
/// A word of the headline counts as much as this many in the body (weights of 2 to 10 are usual for titles).
const TITLE_WEIGHT: f32 = 5.0;

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

/// How often a term stands in the fields of an article; not a whole number where readings of it are weighed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frequency {
    /// In the body.
    pub body: f32,
    /// In the title.
    pub title: f32,
}

impl Frequency {
    /// Nowhere.
    pub const NONE: Self = Self { body: 0.0, title: 0.0 };

    /// As counted.
    pub fn of(posting: Posting) -> Self {
        Self {
            body: posting.body() as f32,
            title: posting.title() as f32,
        }
    }

    /// Weighed.
    pub fn times(self, factor: f32) -> Self {
        Self {
            body: self.body * factor,
            title: self.title * factor,
        }
    }

    /// Together with another.
    pub fn plus(self, other: Self) -> Self {
        Self {
            body: self.body + other.body,
            title: self.title + other.title,
        }
    }
}

/// What one term adds to an article's score.
pub fn weight(idf: f32, frequency: Frequency, lengths: Lengths) -> f32 {
    let body = frequency.body / (1.0 - B_BODY + B_BODY * lengths.body);
    let title = TITLE_WEIGHT * frequency.title / (1.0 - B_TITLE + B_TITLE * lengths.title);
    let sum = body + title;
    idf * sum / (K1 + sum)
}

#[cfg(test)]
mod tests {
    use super::{Frequency, Lengths, idf, weight};

    #[test]
    fn rare_words_titles_and_short_articles_weigh_more() {
        let even = Lengths { body: 1.0, title: 1.0 };
        let once = Frequency { body: 1.0, title: 0.0 };
        let title = Frequency { body: 0.0, title: 1.0 };
        assert!(idf(1000, 1) > idf(1000, 500) && idf(1000, 1000) > 0.0);
        assert!(weight(1.0, title, even) > weight(1.0, once, even));
        assert!(weight(1.0, once, Lengths { body: 0.5, ..even }) > weight(1.0, once, even));
        assert!(
            weight(1.0, once.times(2.0), even) < 2.0 * weight(1.0, once, even),
            "frequency saturates"
        );
    }
}
