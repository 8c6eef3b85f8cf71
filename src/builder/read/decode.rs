//! Which characters do a file's bytes stand for?
//!
//! A byte order mark decides; else UTF-16 where every other byte of the opening is zero; else UTF-8 where the bytes are
//! UTF-8; else UTF-8 with some damage where that explains the bytes best; else the guess of `chardetng` (the
//! detector Firefox uses), which ends at windows-1252. Everything but plain UTF-8 is said in a warning.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::notes::Notes;

/// How much of a file the guess looks at, in bytes: statistics of letters settle within a few kilobytes.
const GUESS_FROM: usize = 1 << 20;

/// The text of a file: bytes that stand for nothing become U+FFFD, and a warning says so. `None`, with a warning, where
/// the bytes are no text at all (a picture, a word processor's file).
pub fn decode(bytes: &[u8], notes: &mut Notes) -> Option<String> {
    if std::str::from_utf8(bytes).is_err() && Encoding::for_bom(bytes).is_none() && is_binary(bytes) {
        notes.advise(
            None,
            "not text: the file holds bytes that no text has; it was left out",
            "save its text as .txt, .md or .jsonl",
        );
        return None;
    }
    Some(decode_text(bytes, notes))
}

/// Control bytes other than white space are one in nine of random bytes, and none of most texts.
fn is_binary(bytes: &[u8]) -> bool {
    let opening = &bytes[..bytes.len().min(GUESS_FROM)];
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    utf16_without_mark(bytes).is_none() && opening.iter().filter(control).count() * 20 > opening.len()
}

fn decode_text(bytes: &[u8], notes: &mut Notes) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..], "its byte order mark says so", notes);
    }
    // Before UTF-8: Latin letters in UTF-16 are well-formed UTF-8 with zeros between.
    if let Some(encoding) = utf16_without_mark(bytes) {
        return decode_as(encoding, bytes, "its zero bytes say so", notes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if mostly_utf8(bytes) {
        let line = bytes[..first_bad_byte(bytes)].iter().filter(|b| **b == b'\n').count() as u32 + 1;
        notes.advise(
            Some(line),
            "damaged characters: some bytes are not UTF-8; each is shown as U+FFFD (�)",
            "save the file again from its source as UTF-8",
        );
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESS_FROM)], true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    decode_as(encoding, bytes, "a guess from its bytes", notes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], why: &str, notes: &mut Notes) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if encoding != UTF_8 {
        notes.advise(
            None,
            format!("encoding: read as {} ({why})", encoding.name()),
            "if letters look wrong, save the file as UTF-8",
        );
    }
    if damaged {
        notes.advise(
            None,
            format!(
                "damaged characters: some bytes are not {}; each is shown as U+FFFD (�)",
                encoding.name()
            ),
            "save the file again from its source as UTF-8",
        );
    }
    text.into_owned()
}

/// UTF-16 of Latin text has a zero in every other byte; a text of any other encoding has hardly any.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let opening = &bytes[..bytes.len().min(1024) & !1];
    if opening.len() < 4 {
        return None;
    }
    let zeros = |odd: usize| opening.iter().skip(odd).step_by(2).filter(|b| **b == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    let most = opening.len() * 7 / 10;
    match (even > most, odd > most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn first_bad_byte(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len)
}

/// Whether a file is UTF-8 with damage: its well-formed sequences of several bytes outnumber its bad bytes, which
/// hardly happens by chance in another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| c.len_utf8() > 1).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::read::notes::Notes;

    fn check(bytes: &[u8], expected: &str, kinds: &[&str]) {
        let mut notes = Notes::on("f");
        assert_eq!(decode(bytes, &mut notes).as_deref().unwrap_or("-"), expected);
        let said: Vec<_> = notes
            .into_warnings()
            .iter()
            .map(|w| crate::read::notes::kind(w).to_owned())
            .collect();
        assert_eq!(said, kinds, "{expected}");
    }

    fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() })
            .collect()
    }

    #[test]
    fn each_usual_encoding_is_read_and_named() {
        check("Zürich — 東京".as_bytes(), "Zürich — 東京", &[]);
        check(b"\xef\xbb\xbfZ\xc3\xbcrich", "Zürich", &[]);
        for big in [false, true] {
            check(&utf16("Zürich 東京", true, big), "Zürich 東京", &["encoding"]);
            check(
                &utf16("Plain Latin text", false, big),
                "Plain Latin text",
                &["encoding"],
            );
        }
        check(
            b"caf\xe9 \x93quoted\x94 \x96 na\xefve r\xe9sum\xe9",
            "café “quoted” – naïve résumé",
            &["encoding"],
        );
    }

    #[test]
    fn one_bad_byte_does_not_turn_a_utf8_file_into_another_encoding() {
        check(
            b"Z\xc3\xbcrich, \xc5\x81\xc3\xb3d\xc5\xba \xff end",
            "Zürich, Łódź \u{fffd} end",
            &["damaged characters"],
        );
    }

    #[test]
    fn a_picture_is_no_text_and_a_text_with_zeros_is_one() {
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\xff\xd8", "-", &["not text"]);
        check(b"Text\0with\0zeros", "Text\0with\0zeros", &[]);
    }

    #[test]
    fn bytes_of_no_text_are_read_without_a_panic() {
        for n in 0..=255u8 {
            decode(&[n, 0xff, n, 0x00, 0xd8], &mut Notes::on("f"));
            decode(&[n; 3], &mut Notes::on("f"));
        }
    }
}
