//! Of which characters are words made, and which is a word alone?

use super::fold::is_dropped;

/// True for characters of which words are made.
pub fn is_word_char(c: char) -> bool {
    let more = |c: char| is_common_letter(c) || c != 'ʼ' && c.is_alphanumeric() || is_mark(c);
    c.is_ascii_alphanumeric() || (!c.is_ascii() && more(c))
}

/// Marks in the middle of words that Unicode does not count among letters.
pub fn is_mark(c: char) -> bool {
    is_virama(c) || is_tone(c) || is_dropped(c as u32) && c != '\u{AD}'
}

/// The letters that most words beyond ASCII are made of: Latin, Cyrillic, Arabic, Thai, kana, Han, Hangul. The tables of Unicode say
/// the same of them and are slower to ask.
pub fn is_common_letter(c: char) -> bool {
    matches!(c as u32,
        0xD8..=0xF6 | 0xF8..=0x2AF | 0x400..=0x481 | 0x620..=0x64A | 0xE01..=0xE30 | 0x3041..=0x3096 | 0x30A1..=0x30FA
        | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3)
}

/// Signs that take the vowel off a letter of India, in the middle of words.
pub fn is_virama(c: char) -> bool {
    matches!(
        c as u32,
        0x94D | 0x9CD | 0xA4D | 0xACD | 0xB4D | 0xBCD | 0xC4D | 0xCCD | 0xD4D | 0xDCA
    )
}

/// Tone marks, and signs that take the vowel or the sound off a letter, of Thai, Lao, Burmese and Khmer: *ข้าว* (rice) is another word
/// than *ขาว* (white).
pub fn is_tone(c: char) -> bool {
    matches!(c as u32, 0xE47..=0xE4E | 0xEC8..=0xECE | 0x1037..=0x103A | 0x17C9..=0x17D3)
}

/// True for scripts written without spaces, and for Korean, where each character is a token.
pub fn is_unspaced(c: char) -> bool {
    is_korean(c)
        || matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF
        | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFF66..=0xFF9D | 0x20000..=0x3FFFF)
}

/// Hangul syllables.
pub fn is_korean(c: char) -> bool {
    matches!(c, '가'..='힣')
}
