//! What do the lists say of a word?

use crate::quotations::Sex;

/// What the lists say of a word, as a set of bits: looked up once for each word of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed(pub(super) u32);

impl Listed {
    pub(super) const WORD: u32 = 1;
    pub(super) const GIVEN: u32 = 1 << 1;
    pub(super) const HALF_GIVEN: u32 = 1 << 2;
    pub(super) const SURNAME: u32 = 1 << 3;
    pub(super) const ASIAN: u32 = 1 << 4;
    pub(super) const KNOWN: u32 = 1 << 5;
    pub(super) const TITLE_END: u32 = 1 << 6;
    pub(super) const SPEECH: u32 = 1 << 7;
    pub(super) const SUFFIX: u32 = 1 << 8;
    pub(super) const TIME: u32 = 1 << 9;
    pub(super) const NUMBER: u32 = 1 << 10;
    pub(super) const LOCAL: u32 = 1 << 11;
    /// Where [`Kind`] is told, 0 for none.
    pub(super) const KIND: u32 = 12;
    pub(super) const KINDS: u32 = 7 << Self::KIND;
    /// Where the words of the longest title are told that starts with the word.
    pub(super) const TITLE: u32 = 15;
    pub(super) const TITLES: u32 = 7 << Self::TITLE;
    pub(super) const FEMALE: u32 = 1 << 18;
    pub(super) const MALE: u32 = 1 << 19;
    /// So many bits are used.
    pub(super) const BITS: u32 = 20;
    pub(super) const ALL: u32 = (1 << Self::BITS) - 1;

    fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Whether it is an English dictionary word in lower case.
    pub fn is_word(self) -> bool {
        self.has(Self::WORD)
    }

    /// Whether it is a known given name.
    pub fn is_given(self) -> bool {
        self.has(Self::GIVEN)
    }

    /// Whether it is a given name that is far more often something else: Paris, Chad, Jordan.
    pub fn is_half_given(self) -> bool {
        self.has(Self::HALF_GIVEN)
    }

    /// Whether it is a known surname.
    pub fn is_surname(self) -> bool {
        self.has(Self::SURNAME | Self::ASIAN | Self::KNOWN)
    }

    /// Whether news uses this surname without a given name.
    pub fn is_known_surname(self) -> bool {
        self.has(Self::KNOWN)
    }

    /// Whether it is a surname that stands before the given name.
    pub fn is_asian_surname(self) -> bool {
        self.has(Self::ASIAN)
    }

    /// Whether it is a surname of the census list, as of a Western name's last word.
    pub fn is_surname_only(self) -> bool {
        self.has(Self::SURNAME) && !self.has(Self::ASIAN)
    }

    /// An ordinary word: in the dictionary and no known name.
    pub fn is_common(self) -> bool {
        self.is_word() && !self.is_given() && !self.is_surname()
    }

    /// Whether a title ends in this word.
    pub fn ends_title(self) -> bool {
        self.has(Self::TITLE_END)
    }

    /// A verb of speech in the forms of news: whoever does this is a person, or a government by its seat.
    pub fn is_speech(self) -> bool {
        self.has(Self::SPEECH)
    }

    /// Whose given name it is, where hardly anybody of the other sex has it; of a name that stands first as a surname too
    /// (Kim Jong-un) nothing is told.
    pub fn sex(self) -> Option<Sex> {
        match self.0 & (Self::FEMALE | Self::MALE) {
            _ if self.is_asian_surname() => None,
            Self::FEMALE => Some(Sex::Female),
            Self::MALE => Some(Sex::Male),
            _ => None,
        }
    }

    /// Part of a name behind the surname, or the number of a monarch or pope.
    pub fn is_suffix(self) -> bool {
        self.has(Self::SUFFIX)
    }

    /// Whether an expression of time may start with it; digits aside.
    pub fn starts_time(self) -> bool {
        self.has(Self::TIME)
    }

    /// Whether a figure in words may start with it: `two`, `dozens`.
    pub fn starts_number(self) -> bool {
        self.has(Self::NUMBER)
    }

    /// Whether a sign of some country's local papers may start with it; digits aside.
    pub fn starts_local(self) -> bool {
        self.has(Self::LOCAL)
    }

    /// What it does in a name.
    pub fn kind(self) -> Option<Kind> {
        Kind::ALL
            .get(((self.0 & Self::KINDS) as usize >> Self::KIND).checked_sub(1)?)
            .copied()
    }

    /// Words of the longest title that starts with it; 0 where none does.
    pub(super) fn title(self) -> usize {
        ((self.0 & Self::TITLES) >> Self::TITLE) as usize
    }
}

/// What a word does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Ends (or, before *of*, begins) the name of a body: Ministry, University, Party.
    Head,
    /// Ends a company's name: Corp, Ltd.
    Company,
    /// Ends the name of a thing to be found on a street map: Airport, Street, Hotel.
    Site,
    /// Part of no name: pronouns, articles, conjunctions, days, months.
    Stop,
    /// Between the parts of a person's name: van, bin, al.
    Particle,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [Self::Head, Self::Company, Self::Site, Self::Stop, Self::Particle];
}
