//! One thing that a query looks for, as this corpus has it: which of its terms will do for each word.

use std::ops::Range;

use crate::query::{How, Text, Within};
use crate::store::Lexicon;
use crate::view::Correction;

/// A longer word that begins with what was typed counts this much of the word itself, so that *japan* ranks above
/// *japanese* while *jap* still finds both.
const BEGINNING: f32 = 0.7;
/// Another form of the word (*talks* for *talk*) counts this much of the word itself.
const OTHER_FORM: f32 = 0.7;
/// A word that was found for a misspelt one.
const CORRECTED: f32 = 1.0;
/// A word still being typed that begins the words of fewer articles than these may be misspelt all the same.
const FEW: usize = 5;

/// Terms that will do for a word, and how much one of them counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Positions among the corpus's words; no two overlap.
    pub terms: Vec<(Range<u32>, f32)>,
}

impl Wanted {
    /// Whether a term will do.
    #[inline]
    pub fn has(&self, term: u32) -> bool {
        self.terms.iter().any(|(range, _)| range.contains(&term))
    }

    fn add(&mut self, term: u32, weight: f32) {
        if !self.has(term) {
            self.terms.push((term..term + 1, weight));
        }
    }
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// At least one.
    pub words: Vec<Wanted>,
    /// How they stand together.
    pub how: How,
    /// Where.
    pub within: Within,
    /// As the reader would write it.
    pub shown: String,
}

impl Unit {
    /// Looks a text up. `others` gives the other forms of a term; `similar` the terms near a misspelt word, most frequent
    /// first; `articles` how many articles have terms. What stands in quotation marks is taken to the letter.
    pub fn resolve(
        text: &Text,
        words: &impl Lexicon,
        mut others: impl FnMut(&str, &mut dyn FnMut(u32)),
        similar: impl Fn(&str) -> Vec<u32>,
        articles: impl Fn(Range<u32>) -> usize,
        corrections: &mut Vec<Correction>,
    ) -> Self {
        let mut wanted = Vec::with_capacity(text.words.len());
        for word in &text.words {
            let mut one = Wanted { terms: Vec::new() };
            let exact = words.position(&word.term);
            if let Some(exact) = exact {
                one.terms.push((exact..exact + 1, 1.0));
            }
            if !text.quoted {
                others(&word.term, &mut |term| one.add(term, OTHER_FORM));
            }
            if word.open {
                // The word itself, and other forms that begin with it, stand in the middle of those that do.
                let mut from = words.with_prefix(&word.term);
                let end = from.end;
                let mut inside: Vec<u32> = one
                    .terms
                    .iter()
                    .map(|(r, _)| r.start)
                    .filter(|t| from.contains(t))
                    .collect();
                inside.sort_unstable();
                for known in inside {
                    one.terms.push((from.start..known, BEGINNING));
                    from = known + 1..end;
                }
                one.terms.push((from, BEGINNING));
                one.terms.retain(|(range, _)| !range.is_empty());
            }
            let known: usize = one.terms.iter().map(|(range, _)| articles(range.clone())).sum();
            let doubtful = one.terms.is_empty() || exact.is_none() && word.typing && known < FEW;
            if doubtful && !text.quoted {
                let mut found = similar(&word.term);
                found.retain(|term| !one.has(*term) && articles(*term..*term + 1) > known);
                if let Some(first) = found.first() {
                    corrections.push(Correction {
                        typed: word.shown.clone(),
                        used: words.term(*first).to_owned(),
                    });
                }
                found.iter().for_each(|term| one.add(*term, CORRECTED));
            }
            wanted.push(one);
        }
        let shown: Vec<&str> = text.words.iter().map(|w| w.shown.as_str()).collect();
        Self {
            words: wanted,
            how: text.how,
            within: text.within,
            shown: match text.within {
                Within::Title => ["title:", &shown.join(" ")].concat(),
                Within::Anywhere => shown.join(" "),
            },
        }
    }

    /// Whether one of its words is in no article.
    pub fn is_hopeless(&self) -> bool {
        self.words.iter().any(|w| w.terms.is_empty())
    }
}
