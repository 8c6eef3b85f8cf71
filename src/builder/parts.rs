//! When is a corpus published in parts, and what is then embedded in the page?

use dateline_corpus::pack::PackError;
use dateline_corpus::pack::parts::split;

/// The folder of the parts, beside whatever holds the start.
pub const FOLDER: &str = "parts";

/// A larger pack is published in parts, in bytes: as a whole it would take 6 seconds at 10 Mbit/s, an ordinary line.
pub const WHOLE: usize = 8_000_000;

/// A corpus as it is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// What the page carries: the pack, or the start of a corpus in parts.
    pub embedded: Vec<u8>,
    /// Parts by the names of their files; none where the whole pack is embedded.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Published {
    /// The pack as a whole.
    pub fn whole(pack: Vec<u8>) -> Self {
        Self {
            embedded: pack,
            parts: Vec::new(),
        }
    }

    /// In parts.
    ///
    /// # Errors
    /// Where the pack is malformed.
    pub fn in_parts(pack: Vec<u8>) -> Result<Self, PackError> {
        let split = split(pack)?;
        Ok(Self {
            embedded: split.start,
            parts: split.parts,
        })
    }

    /// In parts where the pack is large.
    ///
    /// # Errors
    /// Where the pack is malformed.
    pub fn by_size(pack: Vec<u8>) -> Result<Self, PackError> {
        match pack.len() > WHOLE {
            true => Self::in_parts(pack),
            false => Ok(Self::whole(pack)),
        }
    }

    /// The files of the parts: names with their folder, and bytes.
    pub fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.parts
            .iter()
            .map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes.as_slice()))
    }
}

/// Whether a file is called like a part: a letter, a number, a checksum.
pub fn is_part(name: &str) -> bool {
    let parted = name.get(1..).and_then(|rest| rest.split_once('-'));
    parted.is_some_and(|(number, checksum)| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
            && checksum.len() == 8
            && checksum.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::is_part;

    #[test]
    fn parts_are_told_by_their_names() {
        for (name, expect) in [
            ("a17-0badcafe", true),
            ("t0-00000000", true),
            ("a-0badcafe", false),
            ("a17-0badcaf", false),
            ("17-0badcafe", false),
            ("notes-2017", false),
            ("", false),
            ("é1-0badcafe", false),
        ] {
            assert_eq!(is_part(name), expect, "{name}");
        }
    }
}
