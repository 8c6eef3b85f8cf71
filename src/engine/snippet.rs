//! The part of an article that shows why it is a hit.

use dateline_corpus::pack::ReadText;
use dateline_corpus::text::{LEAD_BYTES, lead, one_line, sentence_at};

use crate::matches::{Field, Match, matches};
use crate::unit::Unit;
use crate::view::Piece;

/// Length of a snippet in bytes of UTF-8: that of a lead, so that rows keep their height while somebody types.
const SNIPPET_BYTES: usize = LEAD_BYTES;
/// Text kept before the first match where its sentence is too long to begin with.
const LEAD_IN_BYTES: usize = 60;
/// Matches considered as a beginning; an article with more shows one of its first.
const MAX_STARTS: usize = 500;

/// The best window of `text`: the one with the most different units of the query, then the most matches, then the
/// first. It begins with a sentence where that fits. Without a match, the beginning of the text.
pub fn snippet(read: &ReadText, units: &[Unit]) -> Vec<Piece> {
    let text = read.text.as_str();
    let found = matches(&read.tokens, units, Field::Body);
    if found.is_empty() {
        let text = lead(text);
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![Piece { text, matched: false }]
        };
    }
    let (start, end) = window(text, &found);
    let mut pieces = cut(text, start, end, &found);
    if start > 0 && !text[..start].ends_with("\n\n") {
        pieces.insert(
            0,
            Piece {
                text: "… ".into(),
                matched: false,
            },
        );
    }
    if end < text.len() {
        pieces.push(Piece {
            text: " …".into(),
            matched: false,
        });
    }
    pieces
}

fn window(text: &str, found: &[Match]) -> (usize, usize) {
    let mut best = (0, 0, 0);
    for (i, first) in found.iter().take(MAX_STARTS).enumerate() {
        let sentence = sentence_at(text, first.start).0;
        let start = if first.end - sentence.min(first.start) <= SNIPPET_BYTES / 2 {
            sentence
        } else {
            word_start(text, first.start.saturating_sub(LEAD_IN_BYTES), first.start)
        };
        let inside = found[i..].iter().take_while(|m| m.end <= start + SNIPPET_BYTES);
        let (mut units, mut n) = (0u64, 0);
        inside.for_each(|m| {
            units |= 1 << (m.unit % 64);
            n += 1;
        });
        if (units.count_ones(), n) > (best.0, best.1) {
            best = (units.count_ones(), n, start);
        }
    }
    let start = best.2;
    let first_end = found.iter().find(|m| m.start >= start).map_or(start, |m| m.end);
    let end = text.floor_char_boundary((start + SNIPPET_BYTES).max(first_end));
    (
        start,
        if end < text.len() {
            word_end(text, start.max(first_end), end)
        } else {
            end
        },
    )
}

/// The first beginning of a word at or behind `at`, at most `limit`.
fn word_start(text: &str, at: usize, limit: usize) -> usize {
    let at = text.floor_char_boundary(at);
    text[at..limit].find(char::is_whitespace).map_or(at, |i| {
        let gap = at + i;
        gap + text[gap..limit]
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(limit - gap)
    })
}

/// The last end of a word at or before `at`, at least `limit`; `at` itself in a text without spaces.
fn word_end(text: &str, limit: usize, at: usize) -> usize {
    text[limit..at].rfind(char::is_whitespace).map_or(at, |i| limit + i)
}

/// `text[start..end]` in pieces; paragraph breaks become spaces, since a snippet is one line of thought.
pub fn cut(text: &str, start: usize, end: usize, found: &[Match]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    let mut push = |from: usize, to: usize, matched: bool| {
        if from < to {
            let text = one_line(&text[from..to]);
            pieces.push(Piece { text, matched });
        }
    };
    for m in found.iter().filter(|m| m.start >= start && m.end <= end) {
        push(at, m.start, false);
        push(m.start, m.end, true);
        at = m.end;
    }
    push(at, end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SNIPPET_BYTES, snippet};
    use crate::tests::{read_with, words_of};

    fn shown(text: &str, query: &str) -> String {
        let wrap = |p: &crate::view::Piece| {
            if p.matched {
                format!("[{}]", p.text)
            } else {
                p.text.clone()
            }
        };
        let (read, units) = read_with(text, query);
        snippet(&read, &units).iter().map(wrap).collect()
    }

    #[test]
    fn the_window_with_most_of_the_query_is_shown_from_its_sentence_on() {
        let text = format!(
            "Japan first. {} In Tokyo, Japan met Tillerson. After.",
            "Filler goes on and on. ".repeat(20)
        );
        assert_eq!(
            shown(&text, "japan tillerson "),
            "… In Tokyo, [Japan] met [Tillerson]. After."
        );
        assert!(shown(&text, "japan ").starts_with("[Japan] first."));
        assert!(shown(&text, "").starts_with("Japan first.") && shown(&text, "").ends_with(" …"));
        assert_eq!(shown("", "x"), "");
    }

    proptest! {
        #[test]
        fn a_snippet_of_any_text_is_short_and_its_marks_are_matches(text in "(\\PC|[a-c .\n])*", query in "[a-c\" ]*") {
            let (read, units) = read_with(&text, &query);
            let pieces = snippet(&read, &units);
            let bytes: usize = pieces.iter().map(|p| p.text.len()).sum();
            prop_assert!(bytes <= 2 * SNIPPET_BYTES + text.len().min(SNIPPET_BYTES));
            prop_assert!(!units.is_empty() || pieces.iter().all(|p| !p.matched));
            let typed = words_of(&query);
            for piece in pieces.iter().filter(|p| p.matched) {
                let marked = words_of(&piece.text);
                prop_assert!(marked.iter().all(|m| typed.iter().any(|t| m.starts_with(t.as_str()))), "{:?}", piece);
            }
        }

        #[test]
        fn any_query_of_any_text_marks_words_of_it(text in "\\PC*|[ab’'.北京\u{300}\u{AD}\n ]*", query in "\\PC*|[ab’'.北京\u{300}\u{AD}\"*( ]*") {
            let (read, units) = read_with(&text, &query);
            let all = dateline_corpus::text::one_line(&text);
            for piece in snippet(&read, &units).iter().filter(|p| p.matched) {
                prop_assert!(!piece.text.is_empty() && all.contains(&piece.text), "{:?}", piece);
            }
        }
    }
}
