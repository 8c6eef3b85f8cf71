//! When is what the text tells?
//!
//! Words of time are read by [`read`] and resolved by [`when`] against the day of publication. The convention for days of the week
//! is that of news agencies (Associated Press Stylebook, "days of the week"): within seven days of publication the bare name is
//! used. It means the last such day, the day of publication among the seven; with `next`, or in a clause about what will happen,
//! the next one. Days and months without a year are the nearest ones.

mod numeric;
mod read;
pub(crate) mod tables;
mod when;

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
            Self::Stretch => "stretch to publication",
            Self::Numeric => "numeric",
        }
    }
}

/// The expressions of time of a text, in order; `published` is the day from which news counts.
pub fn times(words: &Words<'_>, published: Option<Date>) -> Vec<Time> {
    let reader = read::Reader { words, published };
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let Some((when, rule, from, to)) = reader.at(i) else {
            i += 1;
            continue;
        };
        if let (Some(a), Some(b)) = (words.get(from), words.get(to - 1)) {
            let span = Span {
                start: a.start as u32,
                end: b.end as u32,
            };
            found.push(Time { span, when, rule });
        }
        i = to.max(i + 1);
    }
    found
}
