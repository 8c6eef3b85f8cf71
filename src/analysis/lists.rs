//! What do the files of words and names hold?

const DICTIONARY: &str = include_str!("data/words.txt");
const FIRST_NAMES: &str = include_str!("data/first-names.txt");
const OTHER_NAMES: &str = include_str!("data/name-sexes.txt");
const ASIAN_SURNAMES: &str = include_str!("data/asian-surnames.txt");

/// Calls `each` with every word of the dictionary. Of a word the table has a letter that says how many it shares with the one before,
/// `a` for none, and the rest: half the bytes of the words, compressed.
pub fn dictionary(mut each: impl FnMut(&str)) {
    let mut word = String::new();
    for line in DICTIONARY.lines() {
        let (Some(shared), Some(rest)) = (line.bytes().next(), line.get(1..)) else {
            continue;
        };
        word.truncate(usize::from(shared.saturating_sub(b'a')));
        word.push_str(rest);
        each(&word);
    }
}

/// Given names of the census, each with `f` or `m` where hardly anybody of the other sex has it, else with nothing.
pub fn first_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIRST_NAMES
        .lines()
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
}

/// Given names that the census does not have, each with `f` or `m`.
pub fn other_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = OTHER_NAMES.lines().filter(|l| !l.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(' '));
    lines.flat_map(|(sex, names)| names.split(' ').map(move |name| (name, sex)))
}

/// Surnames that stand before the given name.
pub fn asian_surnames() -> impl Iterator<Item = &'static str> {
    tokens(ASIAN_SURNAMES)
}

/// The words of a list, lines of notes left out.
pub fn tokens(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
}
