//! Which fields can a query name, and which one is meant by a name that is almost right?

use super::ast::Named;

/// What stands before a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Near,
    Name(Named),
    After,
    Before,
    On,
}

/// What stands behind `on:` for articles without a date.
pub(super) const NONE: &str = "none";

/// Every name of every field. The first of several names for one field is the one that is printed.
const NAMES: [(&str, Field); 14] = [
    ("title", Field::Title),
    ("near", Field::Near),
    ("outlet", Field::Name(Named::Outlet)),
    ("country", Field::Name(Named::Country)),
    ("person", Field::Name(Named::Person)),
    ("org", Field::Name(Named::Organisation)),
    ("organisation", Field::Name(Named::Organisation)),
    ("organization", Field::Name(Named::Organisation)),
    ("place", Field::Name(Named::Place)),
    ("lang", Field::Name(Named::Language)),
    ("language", Field::Name(Named::Language)),
    ("after", Field::After),
    ("before", Field::Before),
    ("on", Field::On),
];

impl Field {
    /// The field of this name, in small or capital letters.
    pub fn of(name: &str) -> Option<Self> {
        NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, field)| *field)
    }

    /// The name that is printed.
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(_, field)| *field == self)
            .map_or("", |(name, _)| *name)
    }
}

/// The field's name that is one edit away from this one. Names of two letters are left alone: a good half of all short
/// words are one edit from `on`.
pub(super) fn almost(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    NAMES
        .iter()
        .map(|(known, _)| *known)
        .find(|known| name.len() > 2 && known.len() > 2 && is_one_edit(name.as_bytes(), known.as_bytes()))
}

/// Whether one letter more, less or other, or two neighbours that change places, turn one word into the other.
fn is_one_edit(a: &[u8], b: &[u8]) -> bool {
    let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same_start..], &b[same_start..]);
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - same_end], &b[..b.len() - same_end]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::almost;

    #[test]
    fn one_edit_from_a_field() {
        for (name, expect) in [
            ("titel", Some("title")),
            ("Tilte", Some("title")),
            ("contry", Some("country")),
            ("organisatiom", Some("organisation")),
            ("langs", Some("lang")),
            ("orgs", Some("org")),
            ("places", Some("place")),
            ("http", None),
            ("or", None),
            ("one", None),
            ("tlt", None),
            ("", None),
            ("titré", None),
        ] {
            assert_eq!(almost(name), expect, "{name}");
        }
    }
}
