//! Why a pack cannot be written or read.

use std::fmt;

/// What was expected, what was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are no pack at all.
    NotAPack,
    /// Written by another version of Dateline.
    Version {
        /// The version found.
        found: u32,
    },
    /// The bytes end before the pack does.
    Truncated {
        /// Bytes that the pack needs.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// A checksum does not fit its section.
    Damaged {
        /// The section's tag, or `head`.
        section: String,
    },
    /// A section's content breaks its own rules although its checksum fits.
    Malformed {
        /// The section's tag.
        section: &'static str,
        /// Byte in that section.
        at: usize,
        /// What was expected there.
        expected: &'static str,
    },
    /// Parts of the corpus have to be fetched before there is an answer.
    Wanting,
    /// A section would pass the 4 GiB that an offset can say.
    TooLarge {
        /// The section's tag.
        section: &'static str,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => write!(f, "this is not a Dateline pack: it does not begin with DATELINE"),
            Self::Version { found } => write!(
                f,
                "this pack has format {found}, and this build reads format {}: build the pack again with the same dateline command",
                super::VERSION
            ),
            Self::Truncated { expected, found } => {
                write!(
                    f,
                    "the articles are cut off: {found} of {expected} bytes arrived. Load the file again from its source"
                )
            }
            Self::Damaged { section } => {
                write!(
                    f,
                    "the articles are damaged (part {section}): the checksum does not fit. Load the file again from its source"
                )
            }
            Self::Malformed { section, at, expected } => {
                write!(
                    f,
                    "the articles are damaged (part {section}, byte {at}): expected {expected}. Build the pack again"
                )
            }
            Self::Wanting => write!(
                f,
                "parts of the articles have to be fetched first: fetch them and ask again"
            ),
            Self::TooLarge { section } => write!(
                f,
                "part {section} of the pack would pass 4 GiB, or one article 64 MiB: build the corpus in smaller packs"
            ),
        }
    }
}

impl std::error::Error for PackError {}
