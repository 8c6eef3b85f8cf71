//! Where in a text a query is met: the one answer that phrases, snippets and the reader's marks share.

use dateline_corpus::order::sort_by_key;
use dateline_corpus::pack::TermAt;

use crate::query::{How, Within};
use crate::unit::Unit;

/// A stretch of text that meets a unit of the query, or a word of a unit whose words stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The unit's position in the query.
    pub unit: usize,
}

/// Which text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The headline.
    Title,
    /// The article itself.
    Body,
}

/// Every match in a text, by position; no two overlap: of overlapping ones the first stays, of equal starts the longest.
pub fn matches(tokens: &[TermAt], units: &[Unit], field: Field) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    for (unit, i) in units.iter().zip(0..) {
        if unit.within == Within::Title && field == Field::Body {
            continue;
        }
        each(
            unit,
            tokens.len(),
            |at| tokens[at].term,
            |from, to| {
                found.push(Match {
                    start: tokens[from].start as usize,
                    end: tokens[to].end as usize,
                    unit: i,
                });
            },
        );
    }
    sort_by_key(&mut found, |m| (m.start, std::cmp::Reverse(m.end), m.unit));
    let mut free_from = 0;
    found.retain(|m| {
        let free = m.start >= free_from;
        if free {
            free_from = m.end;
        }
        free
    });
    found
}

/// How often a unit is met in a text, given as its terms.
pub fn count(terms: &[u32], unit: &Unit) -> u32 {
    let mut n = 0;
    each(unit, terms.len(), |at| terms[at], |_, _| n += 1);
    n
}

/// Calls `hit` with the first and the last word of every match among `len` words.
fn each(unit: &Unit, len: usize, term: impl Fn(usize) -> u32, mut hit: impl FnMut(usize, usize)) {
    match unit.how {
        How::SideBySide => {
            let last = unit.words.len() - 1;
            for from in 0..len.saturating_sub(last) {
                if unit.words.iter().enumerate().all(|(i, w)| w.has(term(from + i))) {
                    hit(from, from + last);
                }
            }
        }
        How::Near(between) => near(unit, between as usize, len, term, |at| hit(at, at)),
    }
}

/// Calls `hit` with every word that takes part in a group of all the unit's words, in any order, with at most `between`
/// other words from one to the next.
fn near(unit: &Unit, between: usize, len: usize, term: impl Fn(usize) -> u32, mut hit: impl FnMut(usize)) {
    /// Words whose nearness is looked at, so that their sets are bits of one number; any more must be in the article.
    const MOST: usize = 6;
    let words = &unit.words[..unit.words.len().min(MOST)];
    let all = (1usize << words.len()) - 1;
    // Places where one of the words stands: which, and, of the groups that can end here, the sets of words they have, as
    // bits; then the same for groups that can begin here.
    let mut places: Vec<(usize, usize, u64)> = Vec::new();
    for at in 0..len {
        let is = words.iter().enumerate().filter(|(_, w)| w.has(term(at)));
        let is = is.fold(0, |set, (i, _)| set | 1 << i);
        if is != 0 {
            places.push((at, is, 0));
        }
    }
    let reach = |places: &mut Vec<(usize, usize, u64)>| {
        for here in 0..places.len() {
            let (at, is, _) = places[here];
            let mut before = 1u64;
            for (_, _, sets) in places[..here]
                .iter()
                .rev()
                .take_while(|p| at.abs_diff(p.0) <= between + 1)
            {
                before |= sets;
            }
            let mut sets = 0u64;
            for word in (0..words.len()).filter(|w| is >> w & 1 == 1) {
                for set in (0..=all).filter(|s| before >> s & 1 == 1 && s >> word & 1 == 0) {
                    sets |= 1 << (set | 1 << word);
                }
            }
            places[here].2 = sets;
        }
    };
    reach(&mut places);
    let ending: Vec<u64> = places.iter().map(|p| p.2).collect();
    places.reverse();
    reach(&mut places);
    places.reverse();
    for (place, ends) in places.iter().zip(ending) {
        // A group up to here and one from here on that share this word and nothing else.
        let takes_part = (0..words.len()).filter(|w| place.1 >> w & 1 == 1).any(|word| {
            let own = 1 << word;
            (0..=all).any(|set| set & own != 0 && ends >> set & 1 == 1 && place.2 >> (all & !set | own) & 1 == 1)
        });
        if takes_part {
            hit(place.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Field, count, matches};
    use crate::tests::{read_with, words_of};

    fn check(query: &str, text: &str, expect: &[&str]) {
        let (read, units) = read_with(text, query);
        let found = matches(&read.tokens, &units, Field::Body);
        let got: Vec<_> = found.iter().map(|m| &text[m.start..m.end]).collect();
        assert_eq!(got, expect, "{query} in {text}");
    }

    #[test]
    fn only_real_matches_are_marked() {
        check(
            "\"new approach\" ",
            "A new plan, a new approach; approach anew",
            &["new approach"],
        );
        check("japan", "Japan’s Japanese allies", &["Japan", "Japanese"]);
        check("japan ", "Japan’s Japanese allies", &["Japan"]);
        check("\"kim jong un\"", "Kim Jong-un and Kim Jong", &["Kim Jong-un"]);
        check("\"北京\"", "北京と北", &["北京"]);
        check("중국 ", "한국은 중국과의 회의", &["중국"]);
        check("\"a a b\"", "a a a b", &["a a b"]);
        check("us ", "the U.S. aid", &["U.S"]);
        check("title:japan ", "Japan", &[]);
        check("-japan korea ", "Japan and Korea", &["Korea"]);
        check("misile ", "Missile by missile", &["Missile", "missile"]);
        check("\"misile\"", "Missile by missile", &[]);
    }

    #[test]
    fn words_near_each_other_are_marked_where_they_are_near() {
        check("near:1(a b) ", "a x b x x a x x b", &["a", "b"]);
        check("near:1(b a) ", "a x b x x x b", &["a", "b"]);
        check("near:1(a b c) ", "a x b x b x c", &[]);
        check("near:1(a b c) ", "c x a b x x x a", &["c", "a", "b"]);
        check("near:0(a a) ", "a x a a", &["a", "a"]);
        check("near:3(kim launch) ", "Kim saw the missile launch", &["Kim", "launch"]);
    }

    #[test]
    fn counting_and_marking_agree_where_nothing_overlaps() {
        for (query, text, n) in [
            ("\"new approach\"", "new approach, new approach", 2),
            ("mis", "missile mist", 2),
            ("\"a a\"", "a a a", 2),
        ] {
            let (read, units) = read_with(text, query);
            let terms: Vec<u32> = read.tokens.iter().map(|t| t.term).collect();
            assert_eq!(count(&terms, &units[0]), n, "{query}");
        }
    }

    /// Whether all words stand at places of their own, each at most `between` words from the next, by trying all ways.
    fn by_trying(words: &[&str], text: &[String], between: usize) -> bool {
        fn ways(words: &[&str], text: &[String], taken: &mut Vec<usize>, between: usize) -> bool {
            let Some(word) = words.get(taken.len()) else {
                let mut places = taken.clone();
                places.sort_unstable();
                return places.windows(2).all(|p| p[1] - p[0] <= between + 1);
            };
            for at in 0..text.len() {
                if text[at] == *word && !taken.contains(&at) {
                    taken.push(at);
                    if ways(words, text, taken, between) {
                        return true;
                    }
                    taken.pop();
                }
            }
            false
        }
        ways(words, text, &mut Vec::new(), between)
    }

    proptest! {
        #[test]
        fn near_is_what_trying_all_ways_finds(text in "[abcx]( [abcx]){0,12}", words in prop::sample::subsequence(vec!["a", "b", "c"], 2..=3), between in 0usize..4) {
            let query = format!("near:{between}({}) ", words.join(" "));
            let (read, units) = read_with(&text, &query);
            let found = matches(&read.tokens, &units, Field::Body);
            prop_assert_eq!(!found.is_empty(), by_trying(&words, &words_of(&text), between));
        }
    }
}
