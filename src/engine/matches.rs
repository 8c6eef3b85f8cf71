//! Where in a text a query is met: the one answer that phrases, snippets and the reader's marks share.

use dateline_corpus::order::sort_by_key;
use dateline_corpus::text::Tokenizer;

use crate::query::Unit;

/// A stretch of text that meets a unit of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The unit's position in the query.
    pub unit: usize,
}

/// Every match in a text, by position; no two overlap: of overlapping ones the first stays, of equal starts the longest.
pub fn matches(text: &str, units: &[Unit]) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    // For each phrase in progress: unit, words met so far, first byte.
    let mut running: Vec<(usize, usize, usize)> = Vec::new();
    Tokenizer::new(text).for_each(|token| {
        running.retain_mut(|(unit, met, start)| {
            if !units[*unit].wants(*met, token.term) {
                return false;
            }
            *met += 1;
            if *met == units[*unit].terms.len() {
                found.push(Match {
                    start: *start,
                    end: token.end,
                    unit: *unit,
                });
                return false;
            }
            true
        });
        for (i, unit) in units.iter().enumerate().filter(|(_, u)| u.wants(0, token.term)) {
            if unit.terms.len() == 1 {
                found.push(Match {
                    start: token.start,
                    end: token.end,
                    unit: i,
                });
            } else {
                running.push((i, 1, token.start));
            }
        }
    });
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

/// How often a unit is met in a text, overlaps counted.
pub fn count(text: &str, unit: &Unit) -> u32 {
    let mut n = 0;
    let mut running: Vec<usize> = Vec::new();
    Tokenizer::new(text).for_each(|token| {
        running.push(0);
        running.retain_mut(|met| {
            let goes_on = unit.wants(*met, token.term);
            *met += 1;
            let done = *met == unit.terms.len();
            n += u32::from(goes_on && done);
            goes_on && !done
        });
    });
    n
}

#[cfg(test)]
mod tests {
    use super::{count, matches};
    use crate::query::parse;

    fn check(query: &str, text: &str, expect: &[&str]) {
        let got: Vec<_> = matches(text, &parse(query))
            .iter()
            .map(|m| &text[m.start..m.end])
            .collect();
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
        check("\"a a b\"", "a a a b", &["a a b"]);
        check("us ", "the U.S. aid", &["U.S"]);
    }

    #[test]
    fn counting_and_marking_agree_where_nothing_overlaps() {
        for (query, text, n) in [
            ("\"new approach\"", "new approach, new approach", 2),
            ("mis", "missile mist", 2),
            ("\"a a\"", "a a a", 2),
        ] {
            assert_eq!(count(text, &parse(query)[0]), n, "{query}");
        }
    }
}
