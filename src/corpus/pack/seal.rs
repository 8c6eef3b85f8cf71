//! The checksums of a pack: written last, and again over changed bytes by tests that forge packs.

use super::checksum::Crc;
use super::layout::{ENTRY_BYTES, HEAD_BYTES, Section};

/// Writes the checksums that fit the sections as they are, where the directory still says where these lie.
pub fn reseal(bytes: &mut [u8]) {
    let crc = Crc::new();
    let head_end = HEAD_BYTES + Section::ALL.len() * ENTRY_BYTES;
    let word = |bytes: &[u8], at: usize| {
        let word = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes([word[0], word[1], word[2], word[3]]) as usize)
    };
    for section in Section::ALL {
        let entry = HEAD_BYTES + section as usize * ENTRY_BYTES;
        let (Some(offset), Some(length)) = (word(bytes, entry + 4), word(bytes, entry + 8)) else {
            return;
        };
        let Some(sum) = bytes
            .get(offset..offset.saturating_add(length))
            .map(|part| crc.of(part))
        else {
            continue;
        };
        bytes[entry + 12..entry + 16].copy_from_slice(&sum.to_le_bytes());
    }
    if bytes.len() >= head_end + 4 {
        let sum = crc.of(&bytes[..head_end]);
        bytes[head_end..head_end + 4].copy_from_slice(&sum.to_le_bytes());
    }
}
