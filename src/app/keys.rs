//! What a key press asks for, by where the focus is. Pure; the root carries it out.

/// Where the focus is when a key goes down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// In the search box.
    SearchBox,
    /// In another field that takes text or has a use for letters and arrows.
    Field,
    /// On a hit of the list.
    Hit,
    /// Anywhere else.
    #[default]
    Elsewhere,
}

/// A key press, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// Ctrl, Alt or Meta is held: the browser's own business.
    pub modified: bool,
    /// A character is being composed (CJK input): Enter and Escape belong to the input method.
    pub composing: bool,
    /// Where.
    pub focus: Focus,
    /// Whether an article is open.
    pub reading: bool,
    /// Ctrl or Meta is held, and nothing else.
    pub chord: bool,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Focus the search box and select what is in it.
    Search,
    /// Close the topmost thing; with nothing to close, leave the box.
    Return,
    /// Move among the hits, from the box to the first and back; by more than there are, to the last or the first.
    Move(i32),
    /// Leave the field; what it belongs to stays.
    Leave,
    /// Go to the next (1) or previous (-1) match in the article.
    Step(i32),
    /// Take back the last correction.
    Undo,
}

/// The command of a key press, if it is one of the page's.
pub fn command(press: Press) -> Option<Command> {
    let typing = matches!(press.focus, Focus::SearchBox | Focus::Field);
    if press.chord && press.key == "z" && !typing && !press.composing {
        return Some(Command::Undo);
    }
    if press.modified || press.composing {
        return None;
    }
    match press.key {
        "Escape" if press.focus == Focus::Field => Some(Command::Leave),
        "Escape" => Some(Command::Return),
        "/" if !typing => Some(Command::Search),
        "n" if press.reading && !typing => Some(Command::Step(1)),
        "p" if press.reading && !typing => Some(Command::Step(-1)),
        "ArrowDown" | "Enter" if press.focus == Focus::SearchBox && !press.reading => Some(Command::Move(1)),
        "ArrowDown" if press.focus == Focus::Hit => Some(Command::Move(1)),
        "ArrowUp" if press.focus == Focus::Hit => Some(Command::Move(-1)),
        "Home" if press.focus == Focus::Hit => Some(Command::Move(i32::MIN)),
        "End" if press.focus == Focus::Hit => Some(Command::Move(i32::MAX)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Focus, Press, command};

    #[test]
    fn keys_do_what_the_help_says() {
        use Focus::{Elsewhere, Field, Hit, SearchBox};
        for (key, focus, reading, expect) in [
            ("/", Elsewhere, false, Some(Command::Search)),
            ("/", SearchBox, false, None),
            ("/", Field, false, None),
            ("ArrowDown", SearchBox, false, Some(Command::Move(1))),
            ("Enter", SearchBox, false, Some(Command::Move(1))),
            ("Enter", Hit, false, None),
            ("ArrowDown", Hit, false, Some(Command::Move(1))),
            ("ArrowUp", Hit, false, Some(Command::Move(-1))),
            ("ArrowUp", Elsewhere, false, None),
            ("Home", Hit, false, Some(Command::Move(i32::MIN))),
            ("End", Hit, false, Some(Command::Move(i32::MAX))),
            ("End", SearchBox, false, None),
            ("End", Elsewhere, true, None),
            ("n", Elsewhere, true, Some(Command::Step(1))),
            ("p", Elsewhere, true, Some(Command::Step(-1))),
            ("n", SearchBox, true, None),
            ("n", Elsewhere, false, None),
            ("Escape", Field, true, Some(Command::Leave)),
            ("Escape", Elsewhere, true, Some(Command::Return)),
        ] {
            let press = Press {
                key,
                focus,
                reading,
                ..Press::default()
            };
            assert_eq!(command(press), expect, "{key} in {focus:?}, reading {reading}");
        }
    }

    #[test]
    fn the_last_correction_is_taken_back_where_no_text_is_typed() {
        let press = |key, focus, chord| Press {
            key,
            focus,
            chord,
            modified: true,
            ..Press::default()
        };
        assert_eq!(command(press("z", Focus::Elsewhere, true)), Some(Command::Undo));
        assert_eq!(command(press("z", Focus::Field, true)), None);
        assert_eq!(command(press("z", Focus::SearchBox, true)), None);
        assert_eq!(command(press("Z", Focus::Elsewhere, false)), None);
        assert_eq!(command(press("y", Focus::Elsewhere, true)), None);
    }

    #[test]
    fn chords_and_compositions_are_left_alone() {
        let press = Press {
            key: "Escape",
            ..Press::default()
        };
        assert_eq!(
            command(Press {
                modified: true,
                ..press
            }),
            None
        );
        assert_eq!(
            command(Press {
                composing: true,
                ..press
            }),
            None
        );
    }
}
