//! The words of time: days of the week, months, units, and what points forward or back. English; a language more is a table more.

use crate::listing::among;
use dateline_corpus::date::MONTHS;

/// Days of the week, 0 for Monday as [`dateline_corpus::Date::weekday`] counts.
const WEEKDAYS: [(&str, u32); 13] = [
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
    ("tue", 1),
    ("tues", 1),
    ("wed", 2),
    ("thurs", 3),
    ("thur", 3),
    ("fri", 4),
];

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours, of which only whole days are told.
    Hour,
    /// Days.
    Day,
    /// Weeks from Monday (ISO 8601).
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
}

const UNITS: [(&str, Unit); 13] = [
    ("hours", Unit::Hour),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("quarter", Unit::Quarter),
    ("quarters", Unit::Quarter),
    ("year", Unit::Year),
    ("years", Unit::Year),
    ("decade", Unit::Decade),
    ("decades", Unit::Decade),
];

/// Which one of several is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one before.
    Last,
    /// The one that the day of publication is in.
    This,
    /// The one behind.
    Next,
}

const WHICH: [(&str, Which); 8] = [
    ("last", Which::Last),
    ("previous", Which::Last),
    ("past", Which::Last),
    ("this", Which::This),
    ("same", Which::This),
    ("next", Which::Next),
    ("coming", Which::Next),
    ("following", Which::Next),
];

/// Days by their distance from the day of publication.
const DAYS: [(&str, i32); 5] = [
    ("today", 0),
    ("tonight", 0),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("overmorrow", 2),
];

/// Parts of a day: of the day of publication with `this`, of the one before with `last`.
pub const HOURS: [u32; 4] = hashes("morning afternoon evening night");

/// Words that say that something is to come, whatever follows.
pub const FUTURE: [u32; 13] = hashes("will ll shall would could may might must can upcoming expects expect aims");
/// The same where `to`, `for`, `in` or `on` follows.
pub const PLANNED: [u32; 16] = hashes(
    "set due scheduled expected going plan plans planned intends hopes planning forecast likely slated poised about",
);
/// Verbs of timetables, hardly ever nouns: `the festival opens on Friday`.
pub const TIMETABLE: [u32; 27] = hashes(
    "travels arrives departs flies meets opens begins starts resumes goes go meet arrive begin resume concludes convenes reconvenes reopens reopen continues closes ends attends addresses faces expires",
);
/// Verbs of matches, see `tense.rs`.
pub const MATCHES: [u32; 6] = hashes("face play host travel meet entertain");
/// The same as [`TIMETABLE`], as often nouns: only behind a name or a pronoun.
pub const EITHER: [u32; 18] = hashes(
    "votes vote returns return visits visit heads head leaves leave hosts travel start open plays play launches holds",
);
/// Verbs of what has happened; those in -ed are told by their end.
pub const PAST: [u32; 90] = hashes(
    "said told met won lost fell rose ran had did went came took made left began held sent shot gave got hit saw struck broke became kept led sank fled spoke drew flew grew threw brought caught found paid sold stood sat built drove quit cut beat swept bought fought wrote felt heard chose rode shook stole tore wore woke slid spent taught thought sought agreed freed blew burst dealt dug fed forgot hid laid lit meant spread swam swore wept withdrew overtook undertook stuck swung forced slipped died used",
);
/// What speech and reports open with: what they tell may be of any time.
pub const SPEECH: [u32; 6] = hashes("said told says announced added after");
/// Words that a year or month stands behind.
pub const LEADS: [u32; 24] = hashes(
    "in since by until till from of during the before after early late mid between and to through its his their around a an",
);

/// Words by their [`hash`](crate::words::hash), made while the program is built: quick to find, and short.
const fn hashes<const N: usize>(list: &str) -> [u32; N] {
    let (bytes, mut out) = (list.as_bytes(), [0x811C_9DC5; N]);
    let (mut i, mut n) = (0, 0);
    while i < bytes.len() {
        if bytes[i] == b' ' {
            n += 1;
        } else {
            out[n] = (out[n] ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        }
        i += 1;
    }
    assert!(n + 1 == N, "as many as there are");
    out
}

/// Whether a table made by `hashes` has a word.
#[inline(never)]
pub fn holds(table: &[u32], hash: u32) -> bool {
    table.contains(&hash)
}

/// Seasons of the north, by their middle month.
const SEASONS: [(&str, u32); 5] = [
    ("winter", 1),
    ("spring", 4),
    ("summer", 7),
    ("autumn", 10),
    ("fall", 10),
];

/// The words that an expression of time may start with, or the noun that it is read from, numbers aside.
pub fn starts() -> impl Iterator<Item = &'static str> {
    let pointed = WHICH.iter().map(|(word, _)| *word);
    let days = DAYS.iter().map(|(word, _)| *word);
    let named = WEEKDAYS.iter().chain(&MONTHS).chain(&SEASONS).map(|(word, _)| *word);
    let units = UNITS.iter().map(|(word, _)| *word);
    let others = "half weekend century centuries q1 q2 q3 q4 h1 h2 fy fiscal overnight recent christmas new boxing good easter fourth halloween thanksgiving ramadan diwali";
    pointed.chain(days).chain(named).chain(units).chain(others.split(' '))
}

fn find<T: Copy>(table: &[(&str, T)], term: &str) -> Option<T> {
    table.iter().find(|(w, _)| *w == term).map(|(_, v)| *v)
}

/// The day of the week that a word names.
pub fn weekday(term: &str) -> Option<u32> {
    find(&WEEKDAYS, term)
}

/// The month that a word names.
pub fn month(term: &str) -> Option<u32> {
    find(&MONTHS, term)
}

/// The unit that a word names.
pub fn unit(term: &str) -> Option<Unit> {
    find(&UNITS, term)
}

/// Which one a word points at.
pub fn which(term: &str) -> Option<Which> {
    find(&WHICH, term)
}

/// How many days from the day of publication a word is.
pub fn day(term: &str) -> Option<i32> {
    find(&DAYS, term)
}

/// The middle month of the season that a word names.
pub fn season(term: &str) -> Option<u32> {
    find(&SEASONS, term)
}

/// The number that a word orders by: `first`, `3rd`, `19th`; 0 for the last.
pub fn ordinal(term: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 12] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("opening", 1),
        ("latter", 0),
        ("last", 0),
        ("final", 0),
        ("closing", 0),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
    ];
    find(&WORDS, term).or_else(|| short_number(term).filter(|n| n.1).map(|n| n.0))
}

/// One or two digits that are no zero, and whether they order: `6`, `19th`.
pub fn short_number(raw: &str) -> Option<(u32, bool)> {
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let number = raw
        .bytes()
        .take(digits.min(3))
        .fold(0, |n, d| n * 10 + u32::from(d - b'0'));
    let end = &raw[digits..];
    let orders = among("st nd rd th", end);
    (digits < 3 && number > 0 && (end.is_empty() || orders)).then_some((number, orders))
}
