//! The words of time: days of the week, months, units, and what points forward or back. English; a language more is a table more.

use dateline_corpus::date::MONTHS;

/// Days of the week, 0 for Monday as [`dateline_corpus::Date::weekday`] counts.
const WEEKDAYS: [(&str, u32); 12] = [
    ("monday", 0),
    ("tuesday", 1),
    ("wednesday", 2),
    ("thursday", 3),
    ("friday", 4),
    ("saturday", 5),
    ("sunday", 6),
    ("tues", 1),
    ("wed", 2),
    ("thurs", 3),
    ("thur", 3),
    ("fri", 4),
];

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
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

const UNITS: [(&str, Unit); 12] = [
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

const WHICH: [(&str, Which); 7] = [
    ("last", Which::Last),
    ("previous", Which::Last),
    ("past", Which::Last),
    ("this", Which::This),
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

/// Words before a day that say it is to come.
const FUTURE: [&str; 22] = [
    "will",
    "ll",
    "shall",
    "set",
    "due",
    "scheduled",
    "expected",
    "plans",
    "plan",
    "planned",
    "planning",
    "going",
    "upcoming",
    "intends",
    "hopes",
    "by",
    "until",
    "would",
    "begins",
    "starts",
    "opens",
    "tomorrow",
];

/// The words that an expression of time may start with, numbers aside.
pub fn starts() -> impl Iterator<Item = &'static str> {
    let pointed = WHICH.iter().map(|(word, _)| *word);
    let days = DAYS.iter().map(|(word, _)| *word);
    let named = WEEKDAYS.iter().chain(&MONTHS).map(|(word, _)| *word);
    pointed.chain(days).chain(named)
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

/// Whether a word says that something is to come.
pub fn is_future(term: &str) -> bool {
    FUTURE.contains(&term)
}
