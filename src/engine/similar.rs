//! Which words of the corpus are a slip of the hand away from one that is in no article?
//!
//! A slip is a letter left out, put in, changed, or swapped with its neighbour: the distance of F. J. Damerau, "A Technique for
//! Computer Detection and Correction of Spelling Errors", Communications of the ACM 7(3), 1964, where no letter is changed
//! twice. The words stand in the order of their letters, so the table of distances of what two neighbours share is computed
//! once, and a beginning that is already too far is passed over with all that begin so (the trie of H. Shang and T. H.
//! Merrett, "Tricks for Trie Searching", IEEE Transactions on Knowledge and Data Engineering 8(4), 1996, without a trie).

use dateline_corpus::pack::Lexicon;

/// Slips that are forgiven in a word of so many letters: none in short ones, where every other word is one slip away.
pub fn forgiven(letters: usize) -> u8 {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Longest word that is looked at, in letters; the table has a row for each.
const LONGEST: usize = 40;

/// The words nearest to `typed`, itself aside: all that are as near as the nearest, within what is forgiven and at most `most` slips
/// away. In the order of words.
#[cfg(any(test, feature = "parts"))]
pub fn similar(typed: &str, words: &impl Lexicon, most: u8) -> Vec<u32> {
    let letters: Vec<char> = typed.chars().collect();
    let mut search = Search::new(&letters, most);
    let mut at = 0;
    while search.limit > 0 && at < words.len() {
        let word = words.term(at);
        match search.look(at, word) {
            None => at += 1,
            // Everything that begins as far as this is too far.
            Some(bytes) => at = past(words, at, &word[..bytes]),
        }
    }
    search.best
}

/// As [`similar`], with what is known of the letters of every word: most are passed over unread.
pub fn similar_among(typed: &str, words: &impl Lexicon, sketches: &Sketches, most: u8) -> Vec<u32> {
    let letters: Vec<char> = typed.chars().collect();
    let mut search = Search::new(&letters, most);
    if search.limit > 0 {
        let own = sketch(typed);
        for (at, other) in (0..).zip(&sketches.0) {
            if may_be_near(own, *other, search.limit) {
                search.look(at, words.term(at));
            }
        }
    }
    search.best
}

/// Of every word in order which letters it has, in 26 bits, several letters of other alphabets to a bit, and how many, in 6.
#[derive(Debug)]
pub struct Sketches(Vec<u32>);

const LETTERS: u32 = 26;

impl Sketches {
    /// Of all words.
    pub fn new(words: &impl Lexicon) -> Self {
        Self((0..words.len()).map(|at| sketch(words.term(at))).collect())
    }
}

fn sketch(word: &str) -> u32 {
    let (mut letters, mut count) = (0, 0);
    for c in word.chars() {
        letters |= 1 << (c as u32 % LETTERS);
        count += 1;
    }
    letters | count.min(63) << LETTERS
}

/// A slip adds at most one letter and takes at most one away: words with more letters apart are further.
#[inline]
fn may_be_near(a: u32, b: u32, limit: u8) -> bool {
    let apart = |a: u32, b: u32| (a & !b & ((1 << LETTERS) - 1)).count_ones() <= limit.into();
    (a >> LETTERS).abs_diff(b >> LETTERS) <= limit.into() && apart(a, b) && apart(b, a)
}

/// The nearest words so far.
struct Search<'a> {
    walk: Walk<'a>,
    /// Slips of the nearest, or what is forgiven; 0 where nothing is.
    limit: u8,
    best: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(typed: &'a [char], most: u8) -> Self {
        let limit = match typed.len() {
            ..=LONGEST => forgiven(typed.len()).min(most),
            _ => 0,
        };
        Self {
            walk: Walk::new(typed, limit),
            limit,
            best: Vec::new(),
        }
    }

    /// Looks at a word; gives the length in bytes of its shortest beginning that no word within the limit has.
    fn look(&mut self, at: u32, word: &str) -> Option<usize> {
        let distance = match self.walk.distance(word, self.limit) {
            Ok(distance) => distance,
            Err(bytes) => return Some(bytes),
        };
        if distance == 0 {
            return None;
        }
        if distance < self.limit {
            self.best.clear();
            self.limit = distance;
        }
        if distance == self.limit {
            self.best.push(at);
        }
        None
    }
}

/// The first word from `at` on that does not begin so. Mostly it is near: steps double until they are past it.
#[cfg(any(test, feature = "parts"))]
fn past(words: &impl Lexicon, at: u32, prefix: &str) -> u32 {
    let (mut low, mut step) = (at, 1);
    while low + step < words.len() && words.term(low + step).starts_with(prefix) {
        low += step;
        step *= 2;
    }
    let mut high = (low + step).min(words.len());
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        match words.term(middle).starts_with(prefix) {
            true => low = middle,
            false => high = middle,
        }
    }
    high
}

/// Distances of one word after the other, what neighbours share kept.
struct Walk<'a> {
    typed: &'a [char],
    /// The letters of the last word, as far as they were needed.
    letters: Vec<char>,
    /// A row for each of them and one before: the distance from the letters so far to each beginning of `typed`.
    rows: Vec<u8>,
    /// Distances beyond it are not told apart, so that of each row only its middle is computed: a beginning of `typed` that
    /// is so much longer or shorter is further away.
    most: u8,
}

/// Further than any limit.
const FAR: u8 = 100;

impl<'a> Walk<'a> {
    fn new(typed: &'a [char], most: u8) -> Self {
        Self {
            typed,
            most,
            letters: Vec::new(),
            rows: (0..=typed.len().min(LONGEST) as u8).collect(),
        }
    }

    /// The distance of a word, at most one more than the limit where it is further; or as an error the length in bytes of
    /// its shortest beginning that no word within the limit has.
    fn distance(&mut self, word: &str, limit: u8) -> Result<u8, usize> {
        let width = self.typed.len() + 1;
        let mut shared = true;
        for ((bytes, letter), depth) in word.char_indices().zip(1..) {
            shared &= self.letters.get(depth - 1) == Some(&letter);
            if !shared {
                self.letters.truncate(depth - 1);
                self.rows.truncate(depth * width);
                self.letters.push(letter);
                self.add_row(depth);
            }
            let from = depth * width + depth.saturating_sub(usize::from(limit)).min(width);
            let to = (from + 2 * usize::from(limit) + 1).min((depth + 1) * width);
            if self.rows[from..to].iter().all(|d| *d > limit) {
                return Err(bytes + letter.len_utf8());
            }
        }
        let depth = word.chars().count();
        Ok(self.rows[depth * width + width - 1])
    }

    fn add_row(&mut self, depth: usize) {
        let width = self.typed.len() + 1;
        let (above, before_that) = ((depth - 1) * width, depth.saturating_sub(2) * width);
        let letter = self.letters[depth - 1];
        let row = depth * width;
        self.rows.resize(row + width, FAR);
        let most = usize::from(self.most);
        if depth <= most {
            self.rows[row] = depth as u8;
        }
        for column in depth.saturating_sub(most).max(1)..(depth + most + 1).min(width) {
            let same = self.typed[column - 1] == letter;
            let left = self.rows[row + column - 1];
            let up = self.rows[above + column];
            let diagonal = self.rows[above + column - 1];
            let mut least = (left.min(up) + 1).min(diagonal + u8::from(!same));
            let swapped = depth > 1
                && column > 1
                && self.typed[column - 2] == letter
                && self.typed[column - 1] == self.letters[depth - 2];
            if swapped {
                least = least.min(self.rows[before_that + column - 2] + 1);
            }
            self.rows[row + column] = least.min(FAR);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FAR, Sketches, Walk, forgiven, similar, similar_among};
    use crate::tests::{article, engine, words};

    fn distance(a: &str, b: &str) -> u8 {
        let typed: Vec<char> = a.chars().collect();
        Walk::new(&typed, 20).distance(b, 20).unwrap_or(FAR)
    }

    #[test]
    fn slips_of_the_hand() {
        for (typed, word, slips) in [
            ("tillerson", "tillerson", 0),
            ("tilerson", "tillerson", 1),
            ("tillersson", "tillerson", 1),
            ("tillerzon", "tillerson", 1),
            ("tillesron", "tillerson", 1),
            ("itllesron", "tillerson", 2),
            ("ca", "abc", 3),
            ("北京", "北平", 1),
        ] {
            assert_eq!(distance(typed, word), slips, "{typed} {word}");
        }
    }

    #[test]
    fn the_nearest_words_are_found_and_short_words_are_left_alone() {
        let engine = engine(&[article(
            "a",
            "",
            "",
            "",
            "missile missiles mussel message japan korea kore aid",
        )]);
        for (typed, expect) in [
            ("misile", "missile"),
            ("missle", "missile"),
            ("korae", "kore korea"),
            ("jpan", "japan"),
            ("massage", "message"),
            ("missilles", "missiles"),
            ("ade", ""),
            ("zzzzzzzz", ""),
        ] {
            let words = words(&engine);
            let found: Vec<&str> = similar(typed, words, u8::MAX)
                .into_iter()
                .map(|at| words.term(at))
                .collect();
            assert_eq!(found.join(" "), expect, "{typed}");
        }
    }

    proptest! {
        /// The walk over neighbours with its leaps finds what a look at each word by itself finds.
        #[test]
        fn nothing_near_is_passed_over(text in "[abc]{1,7}( [abc]{1,7}){0,30}", typed in "[abcd]{4,9}") {
            let engine = engine(&[article("a", "", "", "", &text)]);
            let words = words(&engine);
            let all: Vec<(u8, u32)> = (0..words.len()).map(|at| (distance(&typed, words.term(at)), at)).filter(|d| d.0 > 0).collect();
            let least = all.iter().map(|d| d.0).min().unwrap_or(FAR);
            let expected: Vec<u32> = all.iter().filter(|d| d.0 == least && least <= forgiven(typed.len())).map(|d| d.1).collect();
            prop_assert_eq!(similar_among(&typed, words, &Sketches::new(words), u8::MAX), expected.clone());
            prop_assert_eq!(similar(&typed, words, u8::MAX), expected);
        }
    }
}
