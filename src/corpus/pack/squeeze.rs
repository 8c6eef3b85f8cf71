//! Sections of names and numbers in fewer bytes: a code for each byte by the byte before it.
//!
//! ```text
//! how: 0 as it is · 1 codes that are the same behind every byte · 2 codes by the byte before · 5 and 6 the same in halves
//! length     { codes: pairs of distance to the byte before, length of the code }     [bytes of the first half]     bits
//! ```

use super::bits::{BitReader, BitWriter};
use super::byte_codes::{ByteCounts, ByteReader};
use super::{PackError, Reader, put_varint};

const PLAIN: u8 = 0;
const ALIKE: u8 = 1;
const BY_BEFORE: u8 = 2;
/// Added to these: the first half of the bytes is coded apart from the second, which is read in less time.
const HALVES: u8 = 4;
/// From so many bytes on the time counts.
const MANY: usize = 1 << 14;

/// The section in the way that takes the fewest bytes.
pub(super) fn squeeze(bytes: &[u8]) -> Vec<u8> {
    let mut best = plain(bytes);
    for how in [ALIKE, BY_BEFORE] {
        let coded = code(bytes, how);
        if coded.len() < best.len() {
            best = coded;
        }
    }
    best
}

/// The section as it is.
pub(super) fn plain(bytes: &[u8]) -> Vec<u8> {
    [&[PLAIN], bytes].concat()
}

/// Sets of codes in a way that has any.
fn sets(how: u8) -> usize {
    if how == BY_BEFORE {
        ByteCounts::LETTERS
    } else {
        ByteCounts::NUMBERS
    }
}

fn code(bytes: &[u8], how: u8) -> Vec<u8> {
    let is_long = bytes.len() >= MANY;
    let (first, second) = bytes.split_at(if is_long { bytes.len().div_ceil(2) } else { bytes.len() });
    let mut counts = ByteCounts::new(sets(how));
    counts.add(first);
    counts.add(second);
    let mut out = vec![if is_long { how | HALVES } else { how }];
    put_varint(&mut out, bytes.len() as u32);
    let codes = counts.write(&mut out);
    let coded = |bytes: &[u8]| {
        let mut coded = Vec::new();
        let mut bits = BitWriter::new(&mut coded);
        codes.put(bytes, &mut bits);
        bits.finish();
        coded
    };
    let first = coded(first);
    if is_long {
        put_varint(&mut out, first.len() as u32);
    }
    out.extend(first);
    out.extend(coded(second));
    out
}

/// The section as it was.
pub(super) fn unsqueeze(bytes: &[u8], section: &'static str) -> Result<Vec<u8>, PackError> {
    let mut r = Reader::new(bytes, 0, section);
    let how = r.byte()?;
    if how == PLAIN {
        return Ok(bytes[1..].to_vec());
    }
    let (how, is_long) = (how & !HALVES, how & HALVES != 0);
    if how > BY_BEFORE || how == PLAIN {
        return Err(r.malformed("a way in which sections are written"));
    }
    let length = r.varint()? as usize;
    let codes = ByteReader::read(&mut r, sets(how))?;
    let first = if is_long {
        r.count()?
    } else {
        bytes.len() - r.position()
    };
    let coded = &bytes[r.position()..];
    // Every code takes a bit at least: no damaged length asks for more room than that.
    if length > coded.len().saturating_mul(8) {
        return Err(r.malformed("as many codes as there are bytes"));
    }
    let (first, second) = coded.split_at(first);
    let mut bits = [BitReader::new(first), BitReader::new(second)];
    let out = match is_long {
        true => codes.halves(length, &mut bits),
        false => codes.bytes(length, &mut bits[0]),
    };
    let out = out.ok_or_else(|| r.malformed("a code"))?;
    match bits.iter().any(BitReader::is_beyond) {
        true => Err(r.malformed("more codes")),
        false => Ok(out),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{squeeze, unsqueeze};

    #[test]
    fn names_become_shorter_and_noise_no_longer() {
        for many in [50, 5000] {
            let names = "rex-tillerson fumio-kishida shinzo-abe ".repeat(many);
            assert!(squeeze(names.as_bytes()).len() * 2 < names.len());
        }
        // A linear congruential generator (Knuth's MMIX constants).
        let mut state = 1u64;
        let noise: Vec<u8> = (0..1000)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            })
            .collect();
        assert_eq!(squeeze(&noise).len(), noise.len() + 1);
    }

    proptest! {
        #[test]
        fn what_was_squeezed_comes_back(bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..300), prop::collection::vec(0u8..4, 0..3000)], many in 0..20usize) {
            let bytes = bytes.repeat(1 + many * many);
            prop_assert_eq!(unsqueeze(&squeeze(&bytes), "TEST").unwrap(), bytes);
        }

        #[test]
        fn any_bytes_are_read_or_refused(mut bytes in prop::collection::vec(any::<u8>(), 1..300), how in 0u8..8) {
            bytes[0] = how;
            if let Ok(out) = unsqueeze(&bytes, "TEST") {
                prop_assert!(out.len() <= 8 * bytes.len());
            }
        }
    }
}
