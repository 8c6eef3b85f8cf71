//! Which letters abbreviate which name: `the Terminal High Altitude Area Defense system (THAAD)`?

use crate::listing::{List, place};
use crate::people::Sight;
use crate::words::{Case, Gap, Words};

/// Honours and offices behind a name.
const BEHIND: &List =
    &List::new("KC QC SC JP MP MSP MEP MLA TD FRS MBE OBE CBE DBE KBE GBE KCB DCB KCMG CMG MVO CVO KCVO QPM");

/// Whether word `i` is such letters: `John Hipkin KC`.
pub fn behind_name(words: &Words<'_>, i: usize) -> bool {
    let upper = words.get(i).is_some_and(|w| w.case == Case::Upper);
    upper && words.follows(i) && place(BEHIND, words.raw(i)).is_some()
}

/// Where the short form of a name stands that ends before word `to`: in brackets, or behind *or*; one noun may stand between:
/// `Terminal High Altitude Area Defense system (THAAD)`, `… system, or Thaad,`.
pub fn short_form(sight: Sight<'_, '_>, to: usize) -> Option<usize> {
    let words = sight.words;
    let noun = words.follows(to) && !words.cap(to) && words.gap(to) == Gap::SPACE;
    let at = to + usize::from(noun && words.term(to) != "or");
    let bracket = words.gap(at).has(Gap::OPEN) && words.gap(at + 1).has(Gap::CLOSE);
    let or = words.term(at) == "or" && words.cap(at + 1) && words.follows(at + 1);
    if bracket { Some(at) } else { or.then_some(at + 1) }
}

/// Whether letters in brackets are the initials of words in lower case right before them.
pub fn names_thing(sight: Sight<'_, '_>, i: usize) -> bool {
    let words = sight.words;
    let letters = bare_letters(words.raw(i)).to_lowercase();
    let Some(from) = i
        .checked_sub(letters.chars().count())
        .filter(|_| words.gap(i).has(Gap::OPEN))
    else {
        return false;
    };
    let initials: String = (from..i).filter_map(|k| words.term(k).chars().next()).collect();
    initials == letters && (from..i).all(|k| !words.cap(k))
}

/// Letters without stops, as capitals.
pub fn bare_letters(raw: &str) -> String {
    raw.chars().filter(|c| *c != '.').collect::<String>().to_uppercase()
}

/// Whether the letters at `i` are the initials of words `from..to`, small words left out or not.
pub fn abbreviates(sight: Sight<'_, '_>, i: usize, from: usize, to: usize) -> bool {
    let letters = bare_letters(sight.words.raw(i)).to_lowercase();
    let all: String = (from..to).filter_map(|k| sight.words.term(k).chars().next()).collect();
    let main: String = (from..to)
        .filter(|&k| sight.words.cap(k))
        .filter_map(|k| sight.words.term(k).chars().next())
        .collect();
    // `Banca Naţională a României (BNR)`, `National Bank of Romania (BNR)`: initials of its name at home.
    let sorted = |initials: &str| {
        let mut sorted: Vec<char> = initials.chars().collect();
        sorted.sort_unstable();
        sorted
    };
    letters.len() >= 2
        && (main == letters
            || (letters.len() >= 3 && sorted(&main) == sorted(&letters))
            || all == letters
            || main.ends_with(&letters)
            || (main.starts_with(&letters) && letters.len() >= 3))
}

/// Whether capitals in brackets right behind a name of several words can be nothing but its letters in another language:
/// `the Union of Industrialists (SBI)`.
pub fn abbreviates_abroad(sight: Sight<'_, '_>, i: usize, from: usize, to: usize) -> bool {
    let words = sight.words;
    let upper = words.get(i).is_some_and(|w| w.case == Case::Upper);
    let length = bare_letters(words.raw(i)).chars().count();
    i == to
        && to > from + 1
        && words.gap(i) == Gap::SPACE.and(Gap::OPEN)
        && upper
        && (2..7).contains(&length)
        && sight.gazetteer.find(words, i).is_none()
        && sight.gazetteer.state(words, i).is_none()
}
