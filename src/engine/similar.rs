//! Which words of the corpus are a slip of the hand away from one that is in no article?
//!
//! A slip is a letter left out, put in, changed, or swapped with its neighbour: the distance of F. J. Damerau, "A Technique for
//! Computer Detection and Correction of Spelling Errors", Communications of the ACM 7(3), 1964, where no letter is changed
//! twice. The words stand in the order of their letters, so the table of distances of what two neighbours share is computed
//! once (the trie of H. Shang and T. H. Merrett, "Tricks for Trie Searching", IEEE Transactions on Knowledge and Data
//! Engineering 8(4), 1996, without a trie).

use dateline_corpus::pack::Lexicon;
#[cfg(feature = "parts")]
use dateline_corpus::pack::parts::{Kind, Parts};

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
/// away. In the order of words. By what is known of the letters of every word most are passed over unread.
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

/// Of a few words those nearest to `typed`, itself aside, in their order.
pub fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Vec<String> {
    let letters: Vec<char> = typed.chars().collect();
    let mut search = Search::new(&letters, u8::MAX);
    let words: Vec<&str> = words.collect();
    if search.limit > 0 {
        (0..).zip(&words).for_each(|(at, word)| search.look(at, word));
    }
    search.best.iter().map(|at| words[*at as usize].to_owned()).collect()
}

/// The same of a corpus in parts, of words that at least so many articles have. One slip leaves the first or the second half of a
/// word as it was, or swaps the letters where these meet: words that begin or end so are looked at, and all others only where none
/// of these is near.
#[cfg(feature = "parts")]
pub fn similar_in_parts(typed: &str, parts: &Parts, most: u8, least: usize) -> Vec<u32> {
    let letters: Vec<char> = typed.chars().collect();
    let (front, back) = letters.split_at(letters.len() / 2);
    let (front, back): (String, String) = (front.iter().collect(), back.iter().rev().collect());
    let mut search = Search::new(&letters, most.min(1));
    if search.limit == 0 {
        return Vec::new();
    }
    let mut words: Vec<String> = Vec::new();
    let mut look = |search: &mut Search, word: &str, articles: u32| {
        let at = words.len() as u32;
        if articles as usize >= least {
            search.look(at, word);
        }
        if search.best.last() == Some(&at) {
            words.push(word.to_owned());
        }
    };
    let swapped = swapped_halfway(&letters);
    for beginning in [&front, &swapped] {
        parts.each_beginning(Kind::Beginnings, beginning, &mut |word, n| look(&mut search, word, n));
    }
    parts.each_beginning(Kind::Ends, &back, &mut |end, n| {
        look(&mut search, &end.chars().rev().collect::<String>(), n);
    });
    if search.best.is_empty() && !parts.is_wanting() {
        search = Search::new(&letters, most);
        if search.limit > 1 {
            parts.each_beginning(Kind::Beginnings, "", &mut |word, n| look(&mut search, word, n));
        }
    }
    let near = search.best.iter().filter_map(|at| words.get(*at as usize));
    let mut near: Vec<u32> = near.filter_map(|word| parts.position(word)).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// A word whose two letters in the middle are swapped.
#[cfg(feature = "parts")]
fn swapped_halfway(letters: &[char]) -> String {
    let mut letters = letters.to_vec();
    let half = letters.len() / 2;
    letters.swap(half.saturating_sub(1), half);
    letters.iter().collect()
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

    /// Looks at a word.
    fn look(&mut self, at: u32, word: &str) {
        let Some(distance) = self.walk.distance(word, self.limit).filter(|distance| *distance > 0) else {
            return;
        };
        if distance < self.limit {
            self.best.clear();
            self.limit = distance;
        }
        if distance == self.limit {
            self.best.push(at);
        }
    }
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

    /// The distance of a word; none where a beginning of it is further than the limit already.
    fn distance(&mut self, word: &str, limit: u8) -> Option<u8> {
        let width = self.typed.len() + 1;
        let mut shared = true;
        for (letter, depth) in word.chars().zip(1..) {
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
                return None;
            }
        }
        let depth = word.chars().count();
        Some(self.rows[depth * width + width - 1])
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
    use std::collections::BTreeMap;

    use dateline_corpus::pack::Words;
    use dateline_corpus::pack::parts::split;
    use proptest::prelude::*;

    use super::{FAR, Parts, Sketches, Walk, forgiven, similar_among, similar_in_parts};
    use crate::tests::{article, engine, pack, words};

    fn distance(a: &str, b: &str) -> u8 {
        let typed: Vec<char> = a.chars().collect();
        Walk::new(&typed, 20).distance(b, 20).unwrap_or(FAR)
    }

    fn among(typed: &str, words: &Words, most: u8) -> Vec<u32> {
        similar_among(typed, words, &Sketches::new(words), most)
    }

    /// A corpus in parts of one article, of which nothing is here, and what would have to be fetched.
    fn in_parts(text: &str) -> (Parts, BTreeMap<String, Vec<u8>>) {
        let split = split(pack(&[article("a", "", "", "", text)])).unwrap();
        (Parts::open(&split.start).unwrap(), split.parts.into_iter().collect())
    }

    /// Fetches until nothing is missing.
    fn fetched((parts, files): &mut (Parts, BTreeMap<String, Vec<u8>>), typed: &str, most: u8) -> Vec<u32> {
        loop {
            let found = similar_in_parts(typed, parts, most, 0);
            let wanted = parts.wanted();
            if wanted.is_empty() {
                return found;
            }
            for name in wanted {
                parts.supply(&name, &files[&name]).unwrap();
            }
        }
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
        let text = "missile missiles mussel message japan korea kore aid";
        let (engine, mut parts) = (engine(&[article("a", "", "", "", text)]), in_parts(text));
        for (typed, expect) in [
            ("misile", "missile"),
            ("missle", "missile"),
            ("misisle", "missile"),
            ("korae", "kore korea"),
            ("jpan", "japan"),
            ("massage", "message"),
            ("missilles", "missiles"),
            ("ade", ""),
            ("zzzzzzzz", ""),
        ] {
            let words = words(&engine);
            for found in [among(typed, words, u8::MAX), fetched(&mut parts, typed, u8::MAX)] {
                let found: Vec<&str> = found.into_iter().map(|at| words.term(at)).collect();
                assert_eq!(found.join(" "), expect, "{typed}");
            }
        }
    }

    #[test]
    fn words_in_too_few_articles_are_passed_over() {
        let (mut parts, files) = in_parts("missile");
        files
            .iter()
            .for_each(|(name, bytes)| parts.supply(name, bytes).unwrap());
        assert_eq!(
            similar_in_parts("misile", &parts, 1, 1),
            [parts.position("missile").unwrap()]
        );
        assert!(similar_in_parts("misile", &parts, 1, 2).is_empty());
    }

    proptest! {
        /// What is looked at finds what a look at each word by itself finds.
        #[test]
        fn nothing_near_is_passed_over(text in "[abc]{1,7}( [abc]{1,7}){0,30}", typed in "[abcd]{4,9}", most in 1u8..3) {
            let engine = engine(&[article("a", "", "", "", &text)]);
            let words = words(&engine);
            let all: Vec<(u8, u32)> = (0..words.len()).map(|at| (distance(&typed, words.term(at)), at)).filter(|d| d.0 > 0).collect();
            let least = all.iter().map(|d| d.0).min().unwrap_or(FAR);
            let expected: Vec<u32> = all.iter().filter(|d| d.0 == least && least <= forgiven(typed.len()).min(most)).map(|d| d.1).collect();
            prop_assert_eq!(among(&typed, words, most), expected.clone());
            prop_assert_eq!(fetched(&mut in_parts(&text), &typed, most), expected);
        }
    }
}
