//! Is a single mark an apostrophe?

use super::tables::lists;

/// How far a closing single mark is looked for behind a plural's apostrophe, in bytes.
const AHEAD: usize = 160;

/// Words that start with an apostrophe.
const ELISIONS: [&str; 10] = [
    "em", "tis", "twas", "twere", "n", "cause", "til", "till", "round", "bout",
];

/// Whether a word starts with the apostrophe before it: ’tis, the ’60s.
pub fn elided(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.is_empty()
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s')
        || ELISIONS.iter().any(|e| word.eq_ignore_ascii_case(e))
}

/// Whether a single mark stands for a year's century: `since '98`, where a quotation is open or behind a preposition.
pub fn year(text: &str, at: usize, next: usize, open: bool) -> bool {
    let rest = &text[next..];
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let before = text[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next();
    let dates = before.is_some_and(|w| lists("in since of from until by before after spring summer autumn winter", w));
    digits == 2 && !rest[2..].starts_with(char::is_alphanumeric) && (dates || open)
}

/// `the ministers’ plan’`: behind an s, with another mark to close soon after, and none to open before that.
pub fn plural(text: &str, c: char, at: usize, next: usize) -> bool {
    let rest = &text[next..];
    let Some(first) = rest.strip_prefix(' ').and_then(|r| r.chars().next()) else {
        return false;
    };
    if !first.is_alphanumeric() || !text[..at].ends_with(['s', 'z', 'x']) {
        return false;
    }
    let near = &rest[..rest.floor_char_boundary(AHEAD)];
    let near = near.split(['\n', '‘']).next().unwrap_or_default();
    let alone = |i: &usize| !rest[i + c.len_utf8()..].starts_with(char::is_alphanumeric) || near[..*i].ends_with(' ');
    let closing = near.match_indices(c).map(|m| m.0).find(alone);
    let end = closing.map_or("", |i| &near[..i]);
    // A capital begins the words of who said it, unless a stop closes the quotation later.
    !end.is_empty() && !end.ends_with(' ') && (first.is_lowercase() || end.ends_with(['.', ',', '!', '?']))
}

/// Whether a mark ends the `'n'` of rock 'n' roll.
pub fn and(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix(['n', 'N']);
    before.is_some_and(|t| t.ends_with(['\'', '’']))
}
