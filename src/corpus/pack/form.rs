//! How is a word written, and what kind of word is it?

use crate::text::is_capital;

/// How a written form differs from its term.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Term,
    Capitalised,
    Capitals,
    Other,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Term, Self::Capitalised, Self::Capitals, Self::Other];

    /// Makes capitals of the small letters of a term in bytes.
    #[inline]
    pub fn capitalise(self, term: &mut [u8]) {
        match self {
            // No byte of a letter beyond ASCII is one of ASCII.
            Self::Capitalised => term.iter_mut().take(1).for_each(|byte| byte.make_ascii_uppercase()),
            Self::Capitals => term.make_ascii_uppercase(),
            Self::Term | Self::Other => {}
        }
    }

    /// Appends the form of a term; `Other` appends nothing.
    pub fn write(self, term: &str, out: &mut String) {
        let from = out.len();
        out.push_str(if self == Self::Other { "" } else { term });
        match self {
            // Nothing where the first letter is none of ASCII.
            Self::Capitalised => out.get_mut(from..=from).into_iter().for_each(str::make_ascii_uppercase),
            Self::Capitals => out[from..].make_ascii_uppercase(),
            Self::Term | Self::Other => {}
        }
    }
}

/// What kind of word stands beside a gap, which says much about the gap: a number, a name, an initial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No word: the text begins or ends.
    Edge,
    Lower,
    Capitalised,
    Capitals,
    Number,
}

impl Kind {
    pub const COUNT: usize = 5;
    /// Bits that hold one.
    pub const BITS: u32 = 3;

    /// The kind of a written word.
    pub fn of(word: &str) -> Self {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Self::Edge,
            (Some(first), _) if first.is_ascii_digit() => Self::Number,
            (Some(first), second) if is_capital(first) => match second {
                Some(second) if is_capital(second) => Self::Capitals,
                _ => Self::Capitalised,
            },
            _ => Self::Lower,
        }
    }
}
