//! Letters that readers do not tell apart while searching: case, diacritics, full-width forms.

use super::case::lower;

/// Base letters of U+00C0 to U+024F, `.` where a letter stays as it is.
/// Source: Unicode Character Database, NFKD without combining marks, where that is one ASCII letter;
/// stroked letters (đ, ħ, ł, ø, ŧ), dotless ı and ŋ by their usual transcription.
const LATIN: &[u8; 400] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkqllllll..llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb..............a..........l.....oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

/// Base letters of U+1E00 to U+1EFF, made in the same way.
const LATIN_ADDITIONAL: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Appends the folded form of one character: nothing for a combining mark, one or two letters otherwise.
pub fn fold_char(c: char, out: &mut String) {
    let code = c as u32;
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let base = match code {
        0xC0..=0x24F => LATIN[(code - 0xC0) as usize],
        0x1E00..=0x1EFF => LATIN_ADDITIONAL[(code - 0x1E00) as usize],
        // Full-width ASCII, as typed on East Asian keyboards.
        0xFF01..=0xFF5E => ((code - 0xFF01) as u8 + b'!').to_ascii_lowercase(),
        _ => b'.',
    };
    if base != b'.' {
        out.push(base as char);
        return;
    }
    match c {
        'Æ' | 'æ' => out.push_str("ae"),
        'Þ' | 'þ' => out.push_str("th"),
        'ß' | 'ẞ' => out.push_str("ss"),
        'Œ' | 'œ' => out.push_str("oe"),
        'Ĳ' | 'ĳ' => out.push_str("ij"),
        'Ά' | 'ά' => out.push('α'),
        'Έ' | 'έ' => out.push('ε'),
        'Ή' | 'ή' => out.push('η'),
        'Ί' | 'ί' | 'Ϊ' | 'ϊ' | 'ΐ' => out.push('ι'),
        'Ό' | 'ό' => out.push('ο'),
        'Ύ' | 'ύ' | 'Ϋ' | 'ϋ' | 'ΰ' => out.push('υ'),
        'Ώ' | 'ώ' => out.push('ω'),
        'ς' => out.push('σ'),
        'Ё' | 'ё' => out.push('е'),
        // As Arabic is written with more care or less, and Persian with its own letters.
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' | 'ی' => out.push('ي'),
        'ک' => out.push('ك'),
        'ة' => out.push('ه'),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        // Letters with the dot below, which other writers put behind them.
        '\u{958}' => out.push('क'),
        '\u{959}' => out.push('ख'),
        '\u{95A}' => out.push('ग'),
        '\u{95B}' => out.push('ज'),
        '\u{95C}' => out.push('ड'),
        '\u{95D}' => out.push('ढ'),
        '\u{95E}' => out.push('फ'),
        '\u{95F}' => out.push('य'),
        _ if is_dropped(code) => {}
        // The lower-case letter may have a base letter of its own (Ƚ → ƚ → l).
        _ => match lower(c) {
            small if small == c => out.push(c),
            small => fold_char(small, out),
        },
    }
}

/// Marks that only refine a letter: combining diacritics, Hebrew points, Arabic vowel signs and tatweel, the dots below letters of
/// India, joiners.
pub(super) fn is_dropped(code: u32) -> bool {
    matches!(code, 0x300..=0x36F | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x200C | 0x200D | 0xAD
        | 0x93C | 0x9BC | 0xA3C | 0xABC | 0xB3C)
}

/// The folded form of a text.
///
/// ```
/// assert_eq!(dateline_corpus::text::fold("Zürich, Łódź"), "zurich, lodz");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut out));
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_diacritics_do_not_tell_words_apart() {
        for (a, b) in [
            ("Zürich", "zurich"),
            ("ZURICH", "zurich"),
            ("İstanbul", "istanbul"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("Việt", "viet"),
            ("Tōkyō", "tokyo"),
            ("Toukyou\u{304}", "toukyou"),
            ("ＴＯＫＹＯ", "tokyo"),
            ("Αθήνα", "αθηνα"),
            ("Ёлка", "елка"),
            ("ब्राज़ील", "ब्राजील"),
            ("ब्रा\u{95B}ील", "ब्राजील"),
            ("北京", "北京"),
            ("الأردن", "الاردن"),
            ("ایران", "ايران"),
            ("ﬁnance", "finance"),
            ("oﬀice", "office"),
            ("eﬃcient", "efficient"),
        ] {
            assert_eq!(fold(a), b);
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in (0..0x11000u32).filter_map(char::from_u32) {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
    }
}
