//! The checksums of a pack: written last, and again over changed bytes by tests that forge packs.

use super::PackError;
use super::check::check;
use super::checksum::Crc;
use super::layout::{ENTRY_BYTES, HEAD_BYTES, MAGIC, SECTIONS_AT, Section, VERSION};
use super::squeeze::{plain, unsqueeze};

/// A pack of sections, in the order of [`Section::ALL`].
pub(super) fn assemble(sections: &[Vec<u8>; Section::ALL.len()]) -> Result<Vec<u8>, PackError> {
    let crc = Crc::new();
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(Section::ALL.len() as u32).to_le_bytes());
    let mut offset = SECTIONS_AT;
    for section in Section::ALL {
        let bytes = &sections[section as usize];
        let too_large = |_| PackError::TooLarge { section: section.tag() };
        out.extend_from_slice(section.tag().as_bytes());
        out.extend_from_slice(&u32::try_from(offset).map_err(too_large)?.to_le_bytes());
        out.extend_from_slice(&u32::try_from(bytes.len()).map_err(too_large)?.to_le_bytes());
        out.extend_from_slice(&crc.of(bytes).to_le_bytes());
        offset += bytes.len();
    }
    out.extend_from_slice(&crc.of(&out).to_le_bytes());
    out.reserve_exact(offset - out.len());
    sections.iter().for_each(|bytes| out.extend_from_slice(bytes));
    Ok(out)
}

/// The same pack with every section stored as it is read: for tests that change what a section says.
///
/// # Errors
/// Where the pack is no sound one.
pub fn unsqueezed(bytes: &[u8]) -> Result<Vec<u8>, PackError> {
    let ranges = check(bytes)?;
    let mut sections: [Vec<u8>; Section::ALL.len()] = Default::default();
    for section in Section::ALL {
        let stored = &bytes[ranges[section as usize].clone()];
        sections[section as usize] = match section.is_squeezed() {
            true => plain(&unsqueeze(stored, section.tag())?),
            false => stored.to_vec(),
        };
    }
    assemble(&sections)
}

/// Writes the checksums that fit the sections as they are, where the directory still says where these lie. Bytes that have
/// no room for a directory stay as they are.
pub fn reseal(bytes: &mut [u8]) {
    let crc = Crc::new();
    let head_end = SECTIONS_AT - 4;
    if bytes.len() < SECTIONS_AT {
        return;
    }
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
    let sum = crc.of(&bytes[..head_end]);
    bytes[head_end..head_end + 4].copy_from_slice(&sum.to_le_bytes());
}
