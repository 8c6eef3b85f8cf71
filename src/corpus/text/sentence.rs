//! The sentence around a place in a text: the unit that evidence is shown in.

use super::case::{is_capital, is_small};
use super::is_word_char;

/// Longest stretch that is still shown as one sentence, in bytes. News sentences are under 400; a text without
/// full stops must not become one line of megabytes.
const MAX_SENTENCE_BYTES: usize = 600;

/// Abbreviations after which a full stop ends no sentence, folded to lower case. English news usage.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "brig", "capt", "cmdr", "co", "col", "corp", "dec", "dept", "dr", "est", "feb", "fri", "gen",
    "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mon", "mr", "mrs", "ms",
    "mt", "no", "nov", "oct", "prof", "rep", "rev", "sat", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "sun",
    "thu", "tue", "vs", "wed", "n", "s",
];

/// The sentence that holds byte `at` of `text`: its first byte and one past its last, white space trimmed.
/// Looks at no more than `MAX_SENTENCE_BYTES` to either side; `at` is brought to a character boundary.
///
/// ```
/// use dateline_corpus::text::sentence_at;
///
/// let text = "He came. The U.S. Secretary met Mr. Abe. He left.";
/// let (start, end) = sentence_at(text, text.find("Abe").expect("his name"));
/// assert_eq!(&text[start..end], "The U.S. Secretary met Mr. Abe.");
/// ```
pub fn sentence_at(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at.min(text.len()));
    let lowest = text.floor_char_boundary(at.saturating_sub(MAX_SENTENCE_BYTES));
    let highest = text.floor_char_boundary(at.saturating_add(MAX_SENTENCE_BYTES).min(text.len()));

    let mut start = lowest;
    let mut end = highest;
    let mut found_end = false;
    for (i, _) in (lowest..)
        .zip(&text.as_bytes()[lowest..highest])
        .filter(|(_, byte)| may_end(**byte))
    {
        let boundary = text[i..].chars().next().and_then(|c| ends_sentence(text, i, c));
        let Some(boundary) = boundary else {
            continue;
        };
        if boundary <= at {
            start = boundary;
        } else {
            end = boundary.min(highest);
            found_end = true;
            break;
        }
    }
    // A cut inside a long stretch falls between words.
    if start == lowest && lowest > 0 {
        start = text[lowest..at]
            .find(char::is_whitespace)
            .map_or(lowest, |i| lowest + i);
    }
    if !found_end && highest < text.len() {
        end = text[at..highest]
            .rfind(char::is_whitespace)
            .map_or(highest, |i| at + i)
            .max(at);
    }
    trim(text, start, end)
}

/// Whether a character that ends a sentence may begin with this byte: most are passed over by it.
#[inline]
fn may_end(byte: u8) -> bool {
    // In UTF-8, behind the ASCII marks: ؟, ۔, ।, …, 。 and ！.
    matches!(
        byte,
        b'\n' | b'.' | b'!' | b'?' | 0xD8 | 0xDB | 0xE0 | 0xE2 | 0xE3 | 0xEF
    )
}

/// If a sentence ends with the character `c` at byte `i`, the byte behind it and its closing quotes.
fn ends_sentence(text: &str, i: usize, c: char) -> Option<usize> {
    let mut behind = i + c.len_utf8();
    match c {
        '\n' => return Some(behind),
        '。' | '！' | '？' | '।' | '؟' | '۔' => {}
        '.' | '!' | '?' | '…' => {
            behind += text[behind..]
                .chars()
                .take_while(|q| matches!(q, '"' | '”' | '’' | '\'' | ')' | ']' | '»'))
                .map(char::len_utf8)
                .sum::<usize>();
            let mut after = text[behind..].chars();
            if !after.next().is_none_or(char::is_whitespace) {
                return None;
            }
            let next = after.find(|n| !n.is_whitespace() && !matches!(n, '"' | '“' | '‘' | '\'' | '(' | '['));
            if next.is_some_and(is_small) || (c == '.' && is_abbreviation(&text[..i])) {
                return None;
            }
        }
        _ => return None,
    }
    Some(behind)
}

/// Whether the text before a full stop ends in an abbreviation or an initial.
fn is_abbreviation(before: &str) -> bool {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_word_char(*c))
        .last()
        .map_or(before.len(), |(i, _)| i);
    let word = &before[start..];
    let mut chars = word.chars();
    let single_capital = chars.next().is_some_and(is_capital) && chars.next().is_none();
    single_capital || (word.len() <= 6 && ABBREVIATIONS.iter().any(|a| a.eq_ignore_ascii_case(word)))
}

fn trim(text: &str, start: usize, end: usize) -> (usize, usize) {
    let slice = &text[start..end.max(start)];
    let from = start + (slice.len() - slice.trim_start().len());
    (from, from + slice.trim().len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MAX_SENTENCE_BYTES, sentence_at};

    fn check(text: &str, around: &str, expect: &str) {
        let (a, b) = sentence_at(text, text.find(around).unwrap());
        assert_eq!(&text[a..b], expect);
    }

    #[test]
    fn abbreviations_initials_and_quotes_do_not_cut_a_sentence() {
        let t = "He came. The U.S. Secretary met Mr. Abe on Feb. 1 in Tokyo. \"It went well.\" He left.\n\nNext one";
        check(t, "Abe", "The U.S. Secretary met Mr. Abe on Feb. 1 in Tokyo.");
        check(t, "well", "\"It went well.\"");
        check(t, "left", "He left.");
        check(t, "Next", "Next one");
        check(t, "came", "He came.");
        check("一。二三。四", "三", "二三。");
    }

    #[test]
    fn a_text_without_an_end_is_cut_between_words() {
        let t = "word ".repeat(100_000);
        let (a, b) = sentence_at(&t, 250_000);
        assert!(b - a <= 2 * MAX_SENTENCE_BYTES && t[a..b].starts_with("word") && t[a..b].ends_with("word"));
    }

    #[test]
    fn every_mark_that_ends_a_sentence_is_looked_at() {
        for c in ('\0'..=char::MAX).filter(|c| super::ends_sentence(&c.to_string(), 0, *c).is_some()) {
            assert!(super::may_end(c.to_string().as_bytes()[0]), "{c}");
        }
    }

    proptest! {
        #[test]
        fn any_place_of_any_text_lies_in_its_sentence(text in "(\\PC|[.!?\n \"A])*", at in 0usize..400) {
            let (a, b) = sentence_at(&text, at);
            prop_assert!(a <= b && text.get(a..b).is_some());
        }
    }
}
