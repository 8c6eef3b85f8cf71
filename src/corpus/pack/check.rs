//! Are the bytes a whole and undamaged pack, and where are its sections?

use std::ops::Range;

use super::PackError;
use super::checksum::Crc;
use super::layout::{ENTRY_BYTES, HEAD_BYTES, MAGIC, SECTIONS_AT, Section, VERSION};

/// The places of the sections.
pub(super) type Ranges = [Range<usize>; Section::ALL.len()];

/// What the head of a pack says of the rest.
#[derive(Debug)]
pub(super) struct Head {
    pub ranges: Ranges,
    checksums: [u32; Section::ALL.len()],
    crc: Crc,
}

impl Head {
    /// Reads the head of a pack, of which there may be no more than that.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let word = |at: usize| -> Option<u32> {
            bytes
                .get(at..at + 4)
                .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        };
        let cut = || truncated(SECTIONS_AT, bytes.len());
        if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
            return Err(PackError::NotAPack);
        }
        let version = word(8).ok_or_else(cut)?;
        if version != VERSION {
            return Err(PackError::Version { found: version });
        }
        let head_end = SECTIONS_AT - 4;
        let head_checksum = word(head_end).ok_or_else(cut)?;
        let crc = Crc::new();
        if crc.of(&bytes[..head_end]) != head_checksum || word(12) != Some(Section::ALL.len() as u32) {
            return Err(damaged("head"));
        }
        let mut ranges: Ranges = std::array::from_fn(|_| 0..0);
        let mut checksums = [0; Section::ALL.len()];
        let mut next = SECTIONS_AT as u32;
        for section in Section::ALL {
            let at = HEAD_BYTES + section as usize * ENTRY_BYTES;
            let (Some(offset), Some(length), Some(checksum)) = (word(at + 4), word(at + 8), word(at + 12)) else {
                return Err(cut());
            };
            let end = offset.checked_add(length);
            let (true, Some(end)) = (&bytes[at..at + 4] == section.tag().as_bytes() && offset == next, end) else {
                return Err(damaged("head"));
            };
            next = end;
            ranges[section as usize] = offset as usize..end as usize;
            checksums[section as usize] = checksum;
        }
        Ok(Self { ranges, checksums, crc })
    }

    /// Bytes of the whole pack.
    pub fn len(&self) -> usize {
        self.ranges.iter().map(|r| r.end).max().unwrap_or(SECTIONS_AT)
    }

    /// Checks a section's bytes, where of the pack there are `found`.
    pub fn check(&self, section: Section, bytes: &[u8], found: usize) -> Result<(), PackError> {
        self.check_rest(section, 0, bytes, found)
    }

    /// The checksum of the first bytes of a section, from that of some of them and those behind these.
    pub fn checksum(&self, before: u32, bytes: &[u8]) -> u32 {
        self.crc.after(before, bytes)
    }

    /// Checks the last bytes of a section behind those that have a checksum, where of the pack there are `found`.
    pub fn check_rest(&self, section: Section, before: u32, rest: &[u8], found: usize) -> Result<(), PackError> {
        let range = &self.ranges[section as usize];
        if range.end > found {
            return Err(truncated(range.end, found));
        }
        match self.checksum(before, rest) == self.checksums[section as usize] {
            true => Ok(()),
            false => Err(damaged(section.tag())),
        }
    }

    /// Checks that of the pack there are no more bytes than it has.
    pub fn check_end(&self, found: usize) -> Result<(), PackError> {
        match found > self.len() {
            true => Err(damaged("end")),
            false => Ok(()),
        }
    }
}

fn truncated(expected: usize, found: usize) -> PackError {
    PackError::Truncated {
        expected: expected as u64,
        found: found as u64,
    }
}

fn damaged(section: &str) -> PackError {
    PackError::Damaged {
        section: section.to_owned(),
    }
}

/// Checks head and checksums; gives the sections' places.
pub(super) fn check(bytes: &[u8]) -> Result<Ranges, PackError> {
    let head = Head::read(bytes)?;
    for section in Section::ALL {
        let stored = bytes.get(head.ranges[section as usize].clone());
        head.check(section, stored.unwrap_or(&[]), bytes.len())?;
    }
    head.check_end(bytes.len())?;
    Ok(head.ranges)
}
