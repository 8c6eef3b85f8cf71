//! When is what the text tells?
//!
//! Words of time are read by [`read`] and resolved by [`when`] against the day of publication. The convention for days of the week
//! is that of news agencies (Associated Press Stylebook, "days of the week"): within seven days of publication the bare name is
//! used. It means the last such day, the day of publication among the seven; with `next`, or in a clause about what will happen,
//! the next one. Days and months without a year are the nearest ones. What is counted from another day (`two days later`) counts
//! from the one told last, if that is near and exact enough. Early, mid and late are the thirds of a stretch, its start and end
//! what is meant by it: a month of a year, a week of a month.

mod feasts;
mod numeric;
mod parts;
mod ranges;
mod read;
pub(crate) mod tables;
mod tense;
mod when;
mod written;

use std::cell::OnceCell;

use dateline_corpus::{Date, Span};

pub(crate) use tables::starts;
pub use when::When;

use crate::words::Words;

/// An expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Where.
    pub span: Span,
    /// When.
    pub when: When,
    /// By which rule.
    pub rule: Rule,
}

/// How an expression became a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The text writes it out.
    Written,
    /// The nearest day or month of that name to the day of publication.
    Nearest,
    /// The last day of that name, or the day of publication itself.
    LastSeven,
    /// The next day of that name, since the clause tells what is to come.
    NextSeven,
    /// Counted from the day of publication: yesterday, last week, two weeks ago.
    Counted,
    /// Counted from the day that the text told before: two days later, the following month.
    Told,
    /// A stretch that ends or starts at the day of publication: the past 20 years.
    Stretch,
    /// A form that is a different day in different countries.
    Numeric,
}

impl Rule {
    /// The words used in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Nearest => "nearest to publication",
            Self::LastSeven => "last seven days",
            Self::NextSeven => "next seven days",
            Self::Counted => "counted from publication",
            Self::Told => "counted from the day told before",
            Self::Stretch => "stretch to publication",
            Self::Numeric => "numeric",
        }
    }
}

/// The expressions of time of a text, in order; `published` is the day from which news counts.
pub fn times(words: &Words<'_>, published: Option<Date>) -> Vec<Time> {
    let mut reader = read::Reader {
        words,
        published,
        last: None,
        south: OnceCell::new(),
        fiscal: OnceCell::new(),
    };
    let mut found: Vec<Time> = Vec::new();
    let mut before: Option<read::Read> = None;
    let (mut i, mut done) = (0, 0);
    while i < words.len() {
        let Some(mut read) = reader.at(i) else {
            i += 1;
            continue;
        };
        // Words before it may belong to what was read already.
        read.2 = read.2.max(done);
        if let Some(range) = before.and_then(|first| reader.range(first, read)) {
            read = range;
            found.pop();
        }
        let (when, rule, from, to) = read;
        if let (Some(a), Some(b)) = (words.get(from), words.get(to - 1)) {
            let span = Span {
                start: a.start as u32,
                end: b.end as u32,
            };
            found.push(Time { span, when, rule });
        }
        // `for the first time since 1980. The next morning`: that is no day of what is told.
        if from == 0 || words.term(from - 1) != "since" {
            reader.last = Some((when, to));
        }
        before = Some(read);
        done = to;
        i = to.max(i + 1);
    }
    found
}
