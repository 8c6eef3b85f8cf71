//! Are the bytes a whole and undamaged pack, and where are its sections?

use std::ops::Range;

use super::PackError;
use super::checksum::Crc;
use super::layout::{ENTRY_BYTES, HEAD_BYTES, MAGIC, Section, VERSION};

/// Checks head and checksums; gives the sections' places.
pub(super) fn check(bytes: &[u8]) -> Result<[Range<usize>; Section::ALL.len()], PackError> {
    let word = |at: usize| -> Option<u32> {
        bytes
            .get(at..at + 4)
            .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    };
    let cut = |expected: usize| PackError::Truncated {
        expected: expected as u64,
        found: bytes.len() as u64,
    };
    let head_end = HEAD_BYTES + Section::ALL.len() * ENTRY_BYTES;
    if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
        return Err(PackError::NotAPack);
    }
    let version = word(8).ok_or_else(|| cut(head_end + 4))?;
    if version != VERSION {
        return Err(PackError::Version { found: version });
    }
    let head_checksum = word(head_end).ok_or_else(|| cut(head_end + 4))?;
    let crc = Crc::new();
    let damaged = |section: &str| PackError::Damaged {
        section: section.to_owned(),
    };
    if crc.of(&bytes[..head_end]) != head_checksum || word(12) != Some(Section::ALL.len() as u32) {
        return Err(damaged("head"));
    }
    let mut ranges: [Range<usize>; Section::ALL.len()] = std::array::from_fn(|_| 0..0);
    let mut next = head_end + 4;
    for section in Section::ALL {
        let at = HEAD_BYTES + section as usize * ENTRY_BYTES;
        let (Some(offset), Some(length), Some(checksum)) = (word(at + 4), word(at + 8), word(at + 12)) else {
            return Err(cut(head_end));
        };
        if &bytes[at..at + 4] != section.tag().as_bytes() || offset as usize != next {
            return Err(damaged("head"));
        }
        let end = u64::from(offset) + u64::from(length);
        if end > bytes.len() as u64 {
            return Err(PackError::Truncated {
                expected: end,
                found: bytes.len() as u64,
            });
        }
        let range = offset as usize..end as usize;
        if crc.of(&bytes[range.clone()]) != checksum {
            return Err(damaged(section.tag()));
        }
        next = range.end;
        ranges[section as usize] = range;
    }
    // Bytes behind the last section are a change too.
    match ranges.iter().map(|r| r.end).max() {
        Some(end) if end == bytes.len() => Ok(ranges),
        _ => Err(damaged("end")),
    }
}
