//! How many of what?
//!
//! A figure is a number in digits or words, its unit, what is counted, and how exactly it is meant. Ordinals, dates, years, clock
//! times, scores and the numbers of names (G-7, two-plus-two) are none, and what may be one or the other is left out.

mod alone;
pub(crate) mod counted;
mod labels;
mod money;
mod range;
mod read;
mod shares;
mod units;

use dateline_corpus::Span;

use crate::exact::Exact;
use crate::words::Words;
use money::Money;
pub use units::Units;

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Number and unit, the qualifier before them left out.
    pub span: Span,
    /// The number; of a range the lower end; none where the text has only `dozens`. A share is a fraction: two-thirds is 2/3.
    pub value: Option<Exact>,
    /// The upper end of a range.
    pub to: Option<Exact>,
    /// The unit: `USD`, `%`, `km`, `year`; none for things counted.
    pub unit: Option<&'static str>,
    /// Of what: `ballistic missiles`, `assistance`.
    pub of: Option<Span>,
    /// `more than`, `about`, `nearly`, `at least`, `up to`, `less than`, `exactly`; none where nothing is said.
    pub qualifier: Option<&'static str>,
}

impl Figure {
    /// Just this stretch.
    fn bare(span: Span) -> Self {
        Self {
            span,
            value: None,
            to: None,
            unit: None,
            of: None,
            qualifier: None,
        }
    }
}

/// The words that a figure may start with, besides those of [`crate::numbers::starts`].
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    units::vague()
}

/// The figures of a text, in order. `dates` are stretches that are dates, in order, and no figures.
pub fn figures(words: &Words<'_>, units: &Units, dates: &[Span]) -> Vec<Figure> {
    let mut walk = Walk {
        words,
        units,
        money: Money::new(words),
        found: Vec::new(),
    };
    let (mut i, mut next) = (0, 0);
    while let Some(word) = words.get(i) {
        while dates.get(next).is_some_and(|d| d.end as usize <= word.start) {
            next += 1;
        }
        let date = dates.get(next).is_some_and(|d| (d.start as usize) <= word.start);
        let read = if date { None } else { walk.figure(i) };
        i = read.unwrap_or(0).max(i + 1);
    }
    walk.found
}

/// What figures are read by, and those found.
struct Walk<'a, 't> {
    words: &'a Words<'t>,
    units: &'a Units,
    money: Money<'a, 't>,
    found: Vec<Figure>,
}

impl Walk<'_, '_> {
    /// Keeps a figure; one past its last word is returned, as by all that read one. They return it also for numbers that are
    /// no figure for certain.
    fn push(&mut self, mut figure: Figure, to: usize) -> Option<usize> {
        // The sign between `3 € 5` belongs to the first.
        if let Some(last) = self.found.last().filter(|f| f.span.end > figure.span.start) {
            let next = self.words.get(self.words.at_byte(last.span.end as usize))?;
            figure.span.start = next.start as u32;
            figure.unit = None;
        }
        // `only` and `just` qualify nothing.
        figure.qualifier = figure.qualifier.filter(|q| !q.is_empty());
        self.found.push(figure);
        Some(to)
    }
}

/// Whether a text ends in one of these characters.
fn ends(text: &str, with: &str) -> bool {
    text.chars().next_back().is_some_and(|c| with.contains(c))
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: start as u32,
        end: end as u32,
    }
}
