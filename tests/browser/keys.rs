//! Keys that are no characters.

/// A key, by its code in W3C WebDriver (section 15.4.2, "normalised key value").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Arrow.
    Down,
    /// Arrow.
    Up,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// Open.
    Enter,
    /// Leave.
    Escape,
    /// To the next control.
    Tab,
    /// Press a button.
    Space,
    /// Delete to the left.
    Backspace,
}

impl Key {
    pub(super) fn code(self) -> char {
        match self {
            Self::Backspace => '\u{E003}',
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Escape => '\u{E00C}',
            Self::Space => ' ',
            Self::End => '\u{E010}',
            Self::Home => '\u{E011}',
            Self::Left => '\u{E012}',
            Self::Up => '\u{E013}',
            Self::Right => '\u{E014}',
            Self::Down => '\u{E015}',
        }
    }
}
