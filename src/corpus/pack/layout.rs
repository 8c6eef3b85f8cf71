//! Names and widths that writer and reader share.

/// The format's version: raised with every change of a section's layout.
pub const VERSION: u32 = 10;

/// Longest text of an article, in bytes: five times the longest novel (Artamène, 13 MB), so that a forged pack of a few kilobytes
/// cannot ask for gigabytes by repeating what stands between words.
pub(super) const LONGEST_TEXT: usize = 1 << 26;

pub(super) const MAGIC: &[u8; 8] = b"DATELINE";
/// Magic, version, number of sections.
pub(super) const HEAD_BYTES: usize = 16;
/// Tag, offset, length, checksum.
pub(super) const ENTRY_BYTES: usize = 16;
/// Where the sections begin: behind head, directory and the checksum of both.
pub(super) const SECTIONS_AT: usize = HEAD_BYTES + Section::ALL.len() * ENTRY_BYTES + 4;

/// The sections, in stored order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Title; outlets by name; strings that records share; corrections it was built with, as text; its id.
    About,
    /// What is known of every article as soon as the pack is open, a column after the other: the lengths in bytes of its
    /// record, of its texts' codes, of its mentions and of its quotations; the words of its title and its body; its day; its outlet.
    Columns,
    /// Article records.
    Articles,
    /// The words of all texts: terms and how they are written.
    Words,
    /// Which words are forms of one another, and what tells the stem of others.
    Forms,
    /// What stands between words.
    Gaps,
    /// Entities, and other names of theirs.
    Entities,
    /// Mentions by article.
    Mentions,
    /// Quotations by article.
    Quotations,
    /// Titles and bodies, as codes. Behind all that reading them takes, so that whoever fetches a pack can read the first
    /// while the last are on their way.
    Texts,
    /// The world's shapes, in their own stored form.
    World,
}

impl Section {
    pub(super) const ALL: [Self; 11] = [
        Self::About,
        Self::Columns,
        Self::Articles,
        Self::Words,
        Self::Forms,
        Self::Gaps,
        Self::Entities,
        Self::Mentions,
        Self::Quotations,
        Self::Texts,
        Self::World,
    ];

    /// Whether it is stored in fewer bytes (`squeeze.rs`). Texts are codes already, and the shapes are read once, later.
    pub(super) const fn is_squeezed(self) -> bool {
        !matches!(self, Self::Texts | Self::World)
    }

    /// Four ASCII letters.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::About => "ABOU",
            Self::Columns => "COLS",
            Self::Articles => "ARTI",
            Self::Words => "WORD",
            Self::Forms => "FORM",
            Self::Gaps => "GAPS",
            Self::Texts => "TEXT",
            Self::Entities => "ENTI",
            Self::Mentions => "MENT",
            Self::Quotations => "QUOT",
            Self::World => "WRLD",
        }
    }
}

/// What a record has, as bits of its first number. Id and lengths of title and body follow, then the fields in this order.
pub(super) mod has {
    /// Path, byline, dateline, place, language, source: by their positions among the shared strings.
    pub const SHARED: [u32; 6] = [1, 2, 4, 8, 16, 32];
    /// An address.
    pub const URL: u32 = 64;
    /// Countries it is about.
    pub const FOCUS: u32 = 128;
    /// Fields of the input that have no place of their own.
    pub const EXTRA: u32 = 256;
}
