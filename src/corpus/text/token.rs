//! Words and their places in a text.
//!
//! A token is a run of letters, digits and marks. People write one word in several ways, so:
//! `Japan's` is *japan* (the possessive is no part of the word), `O'Brien` is *obrien*, `U.S.` is *us*,
//! `Jong-un` is *jong* and *un*, `1,000` is *1000* and `1.35` stays one number. `l'Europe` is *l* and *europe*, `Ankara'da`
//! *ankara* and *da*: what is written with the word there is a word or an ending of its own.
//! In scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every character is a token;
//! a query in such a script is a phrase of them. So is every syllable of Korean, which has spaces, but writes particles together
//! with words (`한국은`) and compounds with or without (`외교 회의`, `외교회의`).

use super::fold::fold_char;
use super::letters::{is_korean, is_unspaced, is_word_char};

#[cfg(test)]
mod tests;

/// Longest term that is indexed, in bytes of its folded form: longer runs are cut there, so that a hostile text cannot
/// make a term of megabytes. No word of a natural language comes near it.
pub const MAX_TERM_BYTES: usize = 64;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The folded word, at most [`MAX_TERM_BYTES`] long.
    pub term: &'t str,
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte in the text; a possessive ending is outside.
    pub end: usize,
}

/// Words that lose their vowel before another, in French, Italian and Catalan, folded.
const ELIDED: &str =
    "l d j m t s n c qu jusqu lorsqu puisqu quoiqu un dell all dall nell sull coll quell quest sant anch";

/// Turkish endings behind an apostrophe, which stands between a name and them, folded. Those of one vowel stand behind consonants.
const ENDINGS: &str = "da de ta te dan den tan ten in un nin nun ya ye yi yu na ne ni nu la le yla yle daki deki taki teki \
                       a e i u";

/// Walks over the tokens of a text, in order, in time linear in its length.
///
/// ```
/// use dateline_corpus::text::Tokenizer;
///
/// let mut terms = Vec::new();
/// Tokenizer::new("Japan’s U.S. aid: 1,000 in 北京").for_each(|token| terms.push(token.term.to_owned()));
/// assert_eq!(terms, ["japan", "us", "aid", "1000", "in", "北", "京"]);
/// ```
#[derive(Debug)]
pub struct Tokenizer<'a> {
    text: &'a str,
    at: usize,
    term: String,
    /// Whether Korean words are whole.
    korean: bool,
    /// Whether what is written with a word by an apostrophe is part of it.
    whole: bool,
}

impl<'a> Tokenizer<'a> {
    /// A walk from the start of `text`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            term: String::with_capacity(MAX_TERM_BYTES),
            korean: false,
            whole: false,
        }
    }

    /// A walk over the words of a name, which an apostrophe does not part: *O'Brien*, *D'Amato*.
    pub fn of_name(name: &'a str) -> Self {
        Self {
            whole: true,
            ..Self::new(name)
        }
    }

    /// A walk over words as they are between spaces, Korean ones too: for reading, where a particle is told by the word's end.
    pub fn of_words(text: &'a str) -> Self {
        Self {
            korean: true,
            ..Self::of_name(text)
        }
    }

    /// Whether a character is a token by itself.
    fn is_apart(&self, c: char) -> bool {
        is_unspaced(c) && !(self.korean && is_korean(c))
    }

    /// Whether a word goes on with this character: one of an unspaced script is a word of its own.
    fn goes_on(&self, c: char) -> bool {
        is_word_char(c) && !self.is_apart(c)
    }

    /// Whether what follows an apostrophe is just an `s`.
    fn is_possessive(&self, after: &str) -> bool {
        let mut chars = after.chars();
        matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(|c| self.goes_on(c))
    }

    /// Whether an apostrophe stands here between two words, or between a name and its ending.
    fn parts(&self, after: &str) -> bool {
        let is_of = |list: &str, word: &str| list.split(' ').any(|one| one == word);
        let mut next = String::new();
        let word = after.chars().take_while(|c| self.goes_on(*c));
        word.take(5).for_each(|c| fold_char(c, &mut next));
        let begins = |with: &[char]| next.len() > 1 && next.starts_with(with);
        let vowels = ['a', 'e', 'i', 'o', 'u', 'y', 'h'];
        is_of(ELIDED, &self.term) && begins(&vowels)
            || self.term.len() > 2 && is_of(ENDINGS, &next) && (next.len() > 1 || !self.term.ends_with(vowels))
    }

    /// Whether a single letter stands here, by itself.
    fn is_initial(&self, after: &str) -> bool {
        let mut chars = after.chars();
        chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(|c| self.goes_on(c))
    }

    /// The next token; its term is valid until the next call.
    #[expect(
        clippy::should_implement_trait,
        reason = "the token borrows the walk, which Iterator cannot say"
    )]
    pub fn next(&mut self) -> Option<Token<'_>> {
        loop {
            let start = self.skip_to_word()?;
            self.term.clear();
            let end = self.take_word(start);
            // A run of bare marks folds to nothing.
            if !self.term.is_empty() {
                return Some(Token {
                    term: &self.term,
                    start,
                    end,
                });
            }
        }
    }

    /// Calls `each` for every token that is left.
    pub fn for_each(mut self, mut each: impl FnMut(Token<'_>)) {
        while let Some(token) = self.next() {
            each(token);
        }
    }

    fn skip_to_word(&mut self) -> Option<usize> {
        // Mostly a space and then a letter.
        let bytes = &self.text.as_bytes()[self.at..];
        let plain = bytes.iter().position(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        let plain = plain?;
        self.at += plain;
        if !bytes[plain].is_ascii() {
            self.at += self.text[self.at..].find(is_word_char)?;
        }
        Some(self.at)
    }

    /// Reads a word from `start`, sets `at` behind it, and returns the end of its span.
    fn take_word(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start;
        let mut letters_since_join = 0;
        loop {
            let plain = self.take_plain(end);
            letters_since_join += plain;
            end += plain;
            // Mostly a space, which ends the word.
            if bytes
                .get(end)
                .is_none_or(|b| b.is_ascii() && !matches!(b, b'\'' | b'`' | b'.' | b','))
            {
                break;
            }
            let Some(c) = self.text[end..].chars().next() else {
                break;
            };
            if is_word_char(c) {
                if self.is_apart(c) {
                    if end == start {
                        end += c.len_utf8();
                        self.push(c);
                    }
                    break;
                }
                self.push(c);
                letters_since_join += 1;
                end += c.len_utf8();
                continue;
            }
            let next_at = end + c.len_utf8();
            let next = self.text[next_at..].chars().next();
            let next_is_word = next.is_some_and(|c| self.goes_on(c));
            match c {
                '\'' | '’' | 'ʼ' | '＇' | '´' | '`' | '\u{5F3}' | '\u{5F4}' if next_is_word => {
                    if self.is_possessive(&self.text[next_at..]) {
                        self.at = next_at + 1;
                        return end;
                    }
                    if !self.whole && self.parts(&self.text[next_at..]) {
                        break;
                    }
                    end = next_at;
                }
                // Initials: a single letter, a full stop, a single letter (U.S., U.N.S.C., e.g.).
                '.' if letters_since_join == 1
                    && self.is_initial(&self.text[next_at..])
                    && !ends_in_digit(bytes, end) =>
                {
                    end = next_at;
                    letters_since_join = 0;
                }
                // 1.35 is one number; so is 1,000, whose comma is left out.
                '.' | ',' if ends_in_digit(bytes, end) && next.is_some_and(|n| n.is_ascii_digit()) => {
                    if c == ',' && !is_thousands(&bytes[next_at..]) {
                        break;
                    }
                    if c == '.' {
                        self.push('.');
                    }
                    end = next_at;
                }
                '\u{AD}' if next_is_word => end = next_at,
                _ => break,
            }
        }
        self.at = end;
        end
    }

    /// Takes the ASCII letters and digits that stand at `end`, most words being nothing else; gives their number.
    fn take_plain(&mut self, end: usize) -> usize {
        let rest = &self.text[end..];
        let is_plain = |b: &u8| b.is_ascii_alphanumeric();
        let plain = rest.bytes().position(|b| !is_plain(&b)).unwrap_or(rest.len());
        let before = self.term.len();
        self.term.push_str(&rest[..plain.min(MAX_TERM_BYTES - before)]);
        self.term[before..].make_ascii_lowercase();
        plain
    }

    fn push(&mut self, c: char) {
        let before = self.term.len();
        fold_char(c, &mut self.term);
        if self.term.len() > MAX_TERM_BYTES {
            self.term.truncate(before);
        }
    }
}

/// The term of a written word, as [`Tokenizer`] cut it out of a text.
pub fn term_of(written: &str) -> String {
    let mut walk = Tokenizer::new(written);
    walk.next().map_or_else(String::new, |token| token.term.to_owned())
}

fn ends_in_digit(bytes: &[u8], end: usize) -> bool {
    end > 0 && bytes[end - 1].is_ascii_digit()
}

/// Whether exactly three digits follow, as after a thousands comma.
fn is_thousands(after: &[u8]) -> bool {
    after.len() >= 3 && after[..3].iter().all(u8::is_ascii_digit) && !after.get(3).is_some_and(u8::is_ascii_digit)
}
