//! One thing that a query looks for, as this corpus has it: which of its terms will do for each word.

use dateline_corpus::text::join;
use std::ops::Range;

use dateline_corpus::pack::Lexicon;

use crate::query::{How, Text, Within, Word, whole};
use crate::view::{Correction, Used};

/// The most that another reading counts of a word that is itself in articles.
pub const READINGS: f32 = 0.7;
/// A longer word that begins with what was typed counts this much of the word itself, so that *japan* ranks above
/// *japanese* while *jap* still finds both.
const BEGINNING: f32 = READINGS;
/// Another form of the word (*talks* for *talk*) counts this much of the word itself.
const OTHER_FORM: f32 = READINGS;
/// A word that was found for a misspelt one.
const CORRECTED: f32 = 1.0;
/// A word still being typed that begins the words of fewer articles than these may be misspelt all the same.
const FEW: usize = 5;
/// A longer word that lacks only one letter of being typed: above longer ones, so that *infor* ranks *inform* above
/// *information*.
const ALL_BUT_ONE: f32 = 0.85;
/// A word that is one slip away from one still being typed, which begins other words: below these.
const SLIP: f32 = 0.35;
/// A word one slip away from one in no article that is another form of one that is there: below that form.
const SLIP_OF_FORM: f32 = 0.1;
/// A word in few articles may be a slip of theirs, for one that this many times as many have.
const OUTNUMBERED: usize = 20;
/// Such a word is left out if more than one in so many articles has it: *kore* must not find every article with *more*.
const COMMON: usize = 50;

/// Terms that will do for a word, and how much one of them counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Positions among the corpus's words; no two overlap.
    pub terms: Vec<(Range<u32>, f32)>,
    /// Those of them that it may be a slip of the hand for, most frequent first.
    pub meant: Vec<u32>,
}

impl Wanted {
    /// Whether a term will do.
    #[inline]
    pub fn has(&self, term: u32) -> bool {
        self.terms.iter().any(|(range, _)| range.contains(&term))
    }

    /// Another term, or more weight for one that is wanted already.
    fn add(&mut self, term: u32, weight: f32) {
        match self.terms.iter_mut().find(|(range, _)| range.contains(&term)) {
            Some((_, least)) => *least = least.max(weight),
            None => self.terms.push((term..term + 1, weight)),
        }
    }

    /// The words that begin as it is typed, without those that are wanted already, which may stand in the middle of them.
    fn add_rest(&mut self, mut begun: Range<u32>) {
        let wanted = self.terms.iter().map(|(range, _)| range.start);
        let mut inside: Vec<u32> = wanted.filter(|term| begun.contains(term)).collect();
        inside.sort_unstable();
        for known in inside {
            self.terms.push((begun.start..known, BEGINNING));
            begun.start = known + 1;
        }
        self.terms.push((begun, BEGINNING));
        self.terms.retain(|(range, _)| !range.is_empty());
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
    /// Looks a text up. `others` gives the other forms of a term; `similar` the terms near a word, at most so many
    /// slips away and in at least so many articles, most frequent first; `articles` how many articles, or titles, have terms, of as
    /// many articles as the `corpus` has. What stands
    /// in quotation marks is taken to the letter.
    pub fn resolve(
        text: &Text,
        words: &impl Lexicon,
        mut others: impl FnMut(&Word, &mut dyn FnMut(u32)),
        similar: impl Fn(&str, u8, usize) -> Vec<u32>,
        articles: impl Fn(Range<u32>) -> usize,
        corpus: usize,
        corrections: &mut Vec<Correction>,
    ) -> Self {
        let mut wanted = Vec::with_capacity(text.words.len());
        for word in &text.words {
            let mut one = Wanted {
                terms: Vec::new(),
                meant: Vec::new(),
            };
            let exact = words.position(&word.term);
            if let Some(exact) = exact {
                one.terms.push((exact..exact + 1, 1.0));
            }
            let mut begun = if word.open { words.with_prefix(&word.term) } else { 0..0 };
            // `word*` asks for beginnings, and has them.
            let is_beginning = word.open && !word.typing && !begun.is_empty();
            if !text.quoted && !is_beginning {
                let whole = whole(&word.shown).and_then(|whole| words.position(whole));
                whole.into_iter().for_each(|term| one.add(term, 1.0));
                others(word, &mut |term| one.add(term, OTHER_FORM));
            }
            if text.within == Within::Title {
                // What no title has is as good as in no article.
                one.terms.retain(|(range, _)| articles(range.clone()) > 0);
                if articles(begun.clone()) == 0 {
                    begun = 0..0;
                }
            }
            let is_there = exact.is_some_and(|exact| one.has(exact));
            let apart = one.terms.iter().filter(|(range, _)| !begun.contains(&range.start));
            let known = articles(begun.clone()) + apart.map(|(range, _)| articles(range.clone())).sum::<usize>();
            let mut correct = |term: u32, how: Used| {
                corrections.push(Correction {
                    typed: word.shown.clone(),
                    used: words.term(term).to_owned(),
                    how,
                });
            };
            let count = |term: u32| articles(term..term + 1);
            if is_there && !text.quoted && !word.open && known < FEW {
                // What few articles have may be their slip: the reader is asked.
                let found = similar(&word.term, 1, known * OUTNUMBERED);
                if let Some(term) = found.iter().find(|term| !one.has(**term)) {
                    correct(*term, Used::Offered);
                }
            }
            if !is_there && !text.quoted && !is_beginning {
                // A form of a word that articles have is no slip.
                let few = known < FEW && one.terms.is_empty();
                let mut found = similar(&word.term, if few { u8::MAX } else { 1 }, 0);
                if few {
                    found.retain(|term| !begun.contains(term) && !one.has(*term));
                    // Below what it begins, if that is anything.
                    let (how, weight) = match begun.is_empty() {
                        true => (Used::Instead, CORRECTED),
                        false => (Used::Also, SLIP),
                    };
                    if let Some(first) = found.first() {
                        correct(*first, how);
                    }
                    found.iter().for_each(|term| one.add(*term, weight));
                    one.meant = found;
                } else {
                    let mut is_told = !begun.is_empty();
                    for term in found {
                        let is_longer = begun.contains(&term);
                        // What begins other words is seldom a slip.
                        let is_telling = begun.is_empty() || count(term) <= known.max(corpus / COMMON);
                        if is_longer {
                            one.add(term, ALL_BUT_ONE);
                        } else if is_telling && (begun.is_empty() || same_initial(words.term(term), &word.term)) {
                            if !is_told && !one.has(term) {
                                correct(term, Used::Also);
                                is_told = true;
                            }
                            one.add(term, if begun.is_empty() { SLIP_OF_FORM } else { SLIP });
                        } else {
                            continue;
                        }
                        if is_longer || begun.is_empty() {
                            one.meant.push(term);
                        }
                    }
                }
            }
            one.add_rest(begun);
            wanted.push(one);
        }
        let shown: Vec<&str> = text.words.iter().map(|w| w.shown.as_str()).collect();
        Self {
            words: wanted,
            how: text.how,
            within: text.within,
            shown: match text.within {
                Within::Title => ["title:", &join(&shown, " ")].concat(),
                Within::Anywhere => join(&shown, " "),
            },
        }
    }

    /// Whether one of its words is in no article.
    pub fn is_hopeless(&self) -> bool {
        self.words.iter().any(|w| w.terms.is_empty())
    }
}

/// Slips are rare in the first letter of a word (J. J. Pollock and A. Zamora, "Automatic Spelling Correction in Scientific
/// and Scholarly Text", Communications of the ACM 27(4), 1984: 7 % of them).
fn same_initial(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}
