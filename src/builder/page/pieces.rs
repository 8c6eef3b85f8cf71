//! Bytes as text inside HTML: gzip, then base64, cut into pieces.
//!
//! WebKit takes time quadratic in the length of one text node, so no piece is longer than [`PIECE`] characters.

use std::io::{Read, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::PageError;

/// Characters of base64 in one piece: 256 KiB. A multiple of 4, so that every piece decodes on its own.
pub(super) const PIECE: usize = 256 * 1024;

const OPEN: &str = "<script type=\"text/plain\" class=\"piece\">";
const CLOSE: &str = "</script>";

/// The bytes as script elements that no browser runs, and how many there are.
pub(super) fn to_html(bytes: &[u8]) -> Result<(String, usize), PageError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(PageError::io("gzip"))?;
    let mut html = String::with_capacity(packed.len() / 3 * 4 + packed.len() / PIECE * 64 + 64);
    let mut count = 0;
    for piece in packed.chunks(PIECE / 4 * 3) {
        html.push_str(OPEN);
        STANDARD.encode_string(piece, &mut html);
        html.push_str(CLOSE);
        html.push('\n');
        count += 1;
    }
    Ok((html, count))
}

/// The bytes back from a page's HTML; an error says what is wrong with the pieces.
pub(super) fn from_html(html: &str, expected: usize) -> Result<Vec<u8>, PageError> {
    let wrong = |found: String| PageError::SingleFile { found };
    let mut packed = Vec::new();
    let mut count = 0;
    for after in html.split(OPEN).skip(1) {
        let (piece, _) = after
            .split_once(CLOSE)
            .ok_or_else(|| wrong(format!("piece {} is cut off", count + 1)))?;
        STANDARD
            .decode_vec(piece.trim(), &mut packed)
            .map_err(|error| wrong(format!("piece {} is damaged: {error}", count + 1)))?;
        count += 1;
    }
    if count != expected {
        return Err(wrong(format!("expected {expected} pieces, found {count}")));
    }
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .map_err(|error| wrong(format!("gzip: {error}")))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_at_every_number_of_pieces() {
        // Noise by a linear congruential generator (Knuth's MMIX constants), so that gzip cannot make one piece of it.
        let mut state = 1u64;
        let noise: Vec<u8> = (0..900_000)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            })
            .collect();
        for length in [0, 1, PIECE / 4 * 3, 900_000] {
            let (html, count) = to_html(&noise[..length]).unwrap();
            assert_eq!(from_html(&html, count).unwrap(), noise[..length]);
            assert!(
                html.split(OPEN).skip(1).all(|piece| piece.len() < PIECE + 16),
                "{length}"
            );
        }
    }

    #[test]
    fn missing_and_damaged_pieces_are_named() {
        let check = |html: &str, expected: usize, says: &str| {
            let message = from_html(html, expected).unwrap_err().to_string();
            assert!(message.contains(says), "{message}");
        };
        let (html, _) = to_html(b"bytes").unwrap();
        check(&html, 2, "expected 2 pieces, found 1");
        check(&html[..html.len() - 12], 1, "cut off");
        check(&html.replace("piece\">H", "piece\">*"), 1, "damaged");
        check("<p>another page</p>", 1, "found 0");
    }
}
