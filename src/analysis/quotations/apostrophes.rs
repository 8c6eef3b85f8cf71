//! Is a single mark an apostrophe?

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

/// Whether a single mark inside others stands for a year's century: '98.
pub fn year(after: &str) -> bool {
    let mut next = after.bytes();
    let digit = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    digit(next.next()) && digit(next.next()) && !next.next().is_some_and(|b| b.is_ascii_alphanumeric() || b > 127)
}

/// `the ministers’ plan’`: behind an s, with another mark to close soon after, and none to open before that.
pub fn plural(text: &str, c: char, at: usize, next: usize) -> bool {
    let rest = &text[next..];
    let Some(first) = rest.strip_prefix(' ').and_then(|r| r.chars().next()) else {
        return false;
    };
    if !first.is_alphanumeric() || !text[..at].ends_with('s') {
        return false;
    }
    let near = &rest[..rest.floor_char_boundary(AHEAD)];
    let near = near.split(['\n', '‘']).next().unwrap_or_default();
    let alone = |i: &usize| !rest[i + c.len_utf8()..].starts_with(char::is_alphanumeric) || near[..*i].ends_with(' ');
    let closing = near.match_indices(c).map(|m| m.0).find(alone);
    let end = closing.map_or("", |i| &near[..i]);
    // A capital begins the words of who said it, unless a stop closes the quotation later.
    !end.is_empty()
        && !end.ends_with(' ')
        && (first.is_lowercase() || matches!(end.as_bytes().last(), Some(b'.' | b',' | b'!' | b'?')))
}

/// Whether a mark ends the `'n'` of rock 'n' roll.
pub fn and(text: &str, at: usize) -> bool {
    text[..at].ends_with("'n") || text[..at].ends_with("’n")
}
