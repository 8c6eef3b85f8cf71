//! Which characters may an article hold?
//!
//! Line ends become `\n`; control characters, soft hyphens and stray byte order marks go. Control characters from
//! U+0080 on are nearly always Windows-1252 read as Latin-1 and become what was meant, as in HTML. Bidirectional controls
//! stay, since right-to-left text needs them: the page isolates what it shows. Letters that come in pieces (`e` and an accent, a
//! Korean syllable as its letters) become one: form C of Unicode Standard Annex 15.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A cleaned text, and what cleaning took away.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text: no control characters but `\n` and `\t`.
    pub text: String,
    /// How many control characters were taken out (line ends not counted).
    pub controls: usize,
    /// The 1-based line of the first of them.
    pub first: Option<u32>,
}

/// Cleans a whole text, keeping its lines.
pub fn clean(raw: &str) -> Cleaned {
    let mut text = String::with_capacity(raw.len());
    let (mut controls, mut first, mut line) = (0, None, 1u32);
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    text.push('\n');
                    line += 1;
                }
            }
            // Line separator, vertical tab and form feed end a line; the paragraph separator ends two.
            '\n' | '\u{2028}' | '\u{b}' | '\u{c}' => {
                text.push('\n');
                line += 1;
            }
            '\u{2029}' => text.push_str("\n\n"),
            '\t' => text.push('\t'),
            '\u{ad}' | '\u{feff}' => {}
            c if windows_1252(c).is_some() => text.extend(windows_1252(c)),
            c if c.is_control() => {
                controls += 1;
                first.get_or_insert(line);
            }
            c => text.push(c),
        }
    }
    Cleaned {
        text: compose(text),
        controls,
        first,
    }
}

/// A text with its letters in one piece.
pub fn compose(text: String) -> String {
    match text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        true => text,
        false => text.nfc().collect(),
    }
}

/// What a character from U+0080 to U+009F was meant to be: the table of the HTML Standard, "numeric character reference
/// end state". `None` for the five that Windows-1252 does not use, and for every other character.
fn windows_1252(c: char) -> Option<char> {
    const MEANT: [&str; 4] = ["€\0‚ƒ„…†‡", "ˆ‰Š‹Œ\0Ž\0", "\0‘’“”•–—", "˜™š›œ\0žŸ"];
    let at = (c as usize).checked_sub(0x80)?;
    MEANT.get(at / 8)?.chars().nth(at % 8).filter(|c| *c != '\0')
}

/// Cleans a field of one line: as [`clean`], and every run of white space becomes one space.
pub fn clean_line(raw: &str) -> String {
    let text = clean(raw).text;
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_line};

    #[test]
    fn line_ends_become_one_kind_and_controls_go() {
        for (raw, text, controls) in [
            ("a\r\nb\rc\nd\u{2028}e\u{b}f", "a\nb\nc\nd\ne\nf", 0),
            ("a\u{2029}b\u{c}c", "a\n\nb\nc", 0),
            ("a\0b\u{1b}[31mc\u{8d}d\u{7f}", "ab[31mcd", 4),
            ("it\u{92}s \u{93}so\u{94}\u{85} \u{80}5\u{9f}", "it’s “so”… €5Ÿ", 0),
            ("co\u{ad}op\u{feff}", "coop", 0),
            ("\u{202e}abc\u{2066}", "\u{202e}abc\u{2066}", 0),
            ("a\tb", "a\tb", 0),
            (
                "cafe\u{301} и\u{306}од \u{1112}\u{1161}\u{11ab} カ\u{3099}",
                "café йод 한 ガ",
                0,
            ),
        ] {
            let cleaned = clean(raw);
            assert_eq!((cleaned.text.as_str(), cleaned.controls), (text, controls), "{raw:?}");
        }
        assert_eq!(clean("a\nb\nc\0").first, Some(3));
    }

    #[test]
    fn a_field_is_one_line() {
        assert_eq!(clean_line("  Two\u{a0}words\r\n\tand  more\0 "), "Two words and more");
    }
}
