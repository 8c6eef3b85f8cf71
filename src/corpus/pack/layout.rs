//! Names and widths that writer and reader share.

/// The format's version: raised with every change of a section's layout.
pub const VERSION: u32 = 1;

pub(super) const MAGIC: &[u8; 8] = b"DATELINE";
/// Magic, version, number of sections.
pub(super) const HEAD_BYTES: usize = 16;
/// Tag, offset, length, checksum.
pub(super) const ENTRY_BYTES: usize = 16;

/// The sections, in stored order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Title; outlets by name.
    About,
    /// Offset (u32) of each article's record in `Articles`, and one more for the end.
    ArticleOffsets,
    /// Article records.
    Articles,
    /// All bodies, one after the other.
    Texts,
    /// Term blocks.
    Terms,
    /// First byte (u32) of each block in `Terms` and of its postings in `Postings`.
    TermBlocks,
    /// Posting lists.
    Postings,
    /// Entities with the articles that mention them.
    Entities,
    /// First byte (u32) of each article's mentions in `Mentions`, and one more for the end.
    MentionOffsets,
    /// Mentions by article.
    Mentions,
    /// The world's shapes, in their own stored form.
    World,
}

impl Section {
    pub(super) const ALL: [Self; 11] = [
        Self::About,
        Self::ArticleOffsets,
        Self::Articles,
        Self::Texts,
        Self::Terms,
        Self::TermBlocks,
        Self::Postings,
        Self::Entities,
        Self::MentionOffsets,
        Self::Mentions,
        Self::World,
    ];

    /// Four ASCII letters.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::About => "ABOU",
            Self::ArticleOffsets => "ARTO",
            Self::Articles => "ARTI",
            Self::Texts => "TEXT",
            Self::Terms => "TERM",
            Self::TermBlocks => "TBLK",
            Self::Postings => "POST",
            Self::Entities => "ENTI",
            Self::MentionOffsets => "MENO",
            Self::Mentions => "MENT",
            Self::World => "WRLD",
        }
    }
}

/// Terms in a block: the first whole, the others by what they share with the one before. 16 keeps a block near 100 bytes,
/// so that finding a term reads one block.
pub(super) const BLOCK_TERMS: usize = 16;
