//! How many of what?
//!
//! A figure is a number in digits or words, its unit, what is counted, and how exactly it is meant. Ordinals, dates, years, clock
//! times and the numbers of names (G-7, two-plus-two) are none.

pub(crate) mod counted;
mod units;

use dateline_corpus::Span;
use rustc_hash::FxHashMap;

use crate::numbers::{Decimal, Number, attached, number_at};
use crate::words::{Case, Gap, Words};
use units::{BEHIND, QUALIFIERS, SIGNS, SYMBOLS, VAGUE};

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Number and unit, the qualifier before them left out.
    pub span: Span,
    /// The number; of a range the lower end; none where the text has only `dozens`.
    pub value: Option<Decimal>,
    /// The upper end of a range.
    pub to: Option<Decimal>,
    /// The unit: `USD`, `%`, `km`, `year`; none for things counted.
    pub unit: Option<&'static str>,
    /// Of what: `ballistic missiles`, `assistance`.
    pub of: Option<Span>,
    /// `more than`, `about`, `nearly`, `at least`, `up to`, `less than`, `exactly`; none where nothing is said.
    pub qualifier: Option<&'static str>,
}

/// The units by word, built once.
#[derive(Debug)]
pub struct Units {
    behind: FxHashMap<&'static str, (&'static str, u32)>,
}

impl Default for Units {
    fn default() -> Self {
        Self::new()
    }
}

impl Units {
    /// Builds the index.
    pub fn new() -> Self {
        let behind = BEHIND
            .iter()
            .map(|(words, unit, times)| (*words, (*unit, *times)))
            .collect();
        Self { behind }
    }

    /// The unit that starts at word `i`, and one past its last word.
    fn at(&self, words: &Words<'_>, i: usize) -> Option<(&'static str, u32, usize)> {
        if !words.gap(i).only(Gap::SPACE.and(Gap::HYPHEN)) || words.gap(i).has(Gap::PAUSE) {
            return None;
        }
        let two = words
            .gap(i + 1)
            .only(Gap::SPACE)
            .then(|| format!("{} {}", words.term(i), words.term(i + 1)));
        let long = two
            .and_then(|t| self.behind.get(t.as_str()))
            .map(|(u, n)| (*u, *n, i + 2));
        long.or_else(|| self.behind.get(words.term(i)).map(|(u, n)| (*u, *n, i + 1)))
    }
}

/// The words that a figure may start with, besides those of [`crate::numbers::starts`].
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    VAGUE.iter().copied()
}

/// The figures of a text, in order. `dates` are stretches that are dates, in order, and no figures.
pub fn figures(words: &Words<'_>, units: &Units, dates: &[Span]) -> Vec<Figure> {
    let walk = Walk { words, units };
    let mut found = Vec::new();
    let (mut i, mut next) = (0, 0);
    while let Some(word) = words.get(i) {
        while dates.get(next).is_some_and(|d| d.end as usize <= word.start) {
            next += 1;
        }
        if dates.get(next).is_some_and(|d| (d.start as usize) <= word.start) {
            i += 1;
            continue;
        }
        match walk.figure(i) {
            Some((mut figure, to)) => {
                // The sign between `3 € 5` belongs to the first.
                if found.last().is_some_and(|f: &Figure| f.span.end > figure.span.start) {
                    figure.span.start = word.start as u32;
                    figure.unit = None;
                }
                found.push(figure);
                i = to.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

struct Walk<'a, 't> {
    words: &'a Words<'t>,
    units: &'a Units,
}

impl Walk<'_, '_> {
    fn figure(&self, i: usize) -> Option<(Figure, usize)> {
        let words = self.words;
        if !words.listed(i).starts_number() && !words.numeric(i) {
            return None;
        }
        if VAGUE.contains(&words.term(i)) {
            return self.vague(i);
        }
        let Some(number) = number_at(words, i) else {
            return self.attached(i);
        };
        if self.no_figure(i, &number) {
            return None;
        }
        let symbol = self.symbol(i);
        let (upper, mut to) = self.range(i, &number);
        let mut unit = symbol.map(|(_, u)| u);
        let mut end = words.get(to - 1)?.end;
        let (mut value, mut upper) = (number.value, upper);
        // `$3m`, `5bn`: the letter is part of the word.
        let mut glued = false;
        if unit.is_none() {
            if let Some((sign, u)) = SIGNS
                .iter()
                .find(|(s, _)| words.text[end..].trim_start_matches(' ').starts_with(s))
            {
                let blank = words.text[end..].len() - words.text[end..].trim_start_matches(' ').len();
                end += blank + sign.len();
                unit = Some(u);
                to = words.at_byte(end);
            } else if let Some((u, times, past)) = self.units.at(words, to) {
                glued = words.glued(to);
                let scale = |d: Decimal| Some(Decimal::whole(d.as_whole()?.checked_mul(u128::from(times))?));
                if times > 1 && scale(value).is_none() {
                    return None;
                }
                value = if times > 1 { scale(value)? } else { value };
                upper = upper.and_then(|d| if times > 1 { scale(d) } else { Some(d) });
                unit = Some(u);
                to = past;
                end = words.get(to - 1)?.end;
            }
        } else if let Some(("US cent", ..)) = self.units.at(words, to) {
            return None;
        }
        let of = counted::of(words, to, unit, glued);
        let alone = unit.is_none() && of.is_none();
        let one = value == Decimal::whole(1) && !number.digits;
        if alone && !number.digits && number.to == i + 1 || one && unit.is_none() {
            // `the two met`, `one of them`: no figure but a pronoun.
            return None;
        }
        let start = symbol.map_or(words.get(i)?.start, |(at, _)| at);
        let figure = Figure {
            span: span(start, end),
            value: Some(value),
            to: upper,
            unit,
            of,
            qualifier: self.qualifier(i),
        };
        Some((figure, to))
    }

    /// `70km`, `5kg`.
    fn attached(&self, i: usize) -> Option<(Figure, usize)> {
        let words = self.words;
        let (digits, letters) = attached(words.term(i));
        let value = Decimal::parse(digits)?;
        let (unit, _) = if letters == "m" {
            ("m", 1)
        } else {
            *self.units.behind.get(letters)?
        };
        let word = words.get(i)?;
        let figure = Figure {
            span: span(word.start, word.end),
            value: Some(value),
            to: None,
            unit: Some(unit),
            of: counted::of(words, i + 1, Some(unit), false),
            qualifier: self.qualifier(i),
        };
        (i == 0 || !words.glued(i)).then_some((figure, i + 1))
    }

    /// `dozens of missiles`.
    fn vague(&self, i: usize) -> Option<(Figure, usize)> {
        let words = self.words;
        let mut to = i + 1;
        while words.term(to) == "of" && VAGUE.contains(&words.term(to + 1)) {
            to += 2;
        }
        let of = counted::of(words, to, Some(""), false)?;
        let figure = Figure {
            span: span(words.get(i)?.start, words.get(to - 1)?.end),
            value: None,
            to: None,
            unit: None,
            of: Some(of),
            qualifier: Some("vague"),
        };
        Some((figure, to))
    }

    /// Numbers that count nothing: of names, clock times, scores, parts of longer ones.
    fn no_figure(&self, i: usize, number: &Number) -> bool {
        let words = self.words;
        let Some(word) = words.get(i) else { return true };
        let before = words.text[..word.start].chars().next_back();
        let end = words.get(number.to - 1).map_or(word.end, |w| w.end);
        let mut after = words.text[end..].chars();
        let (after, then) = (after.next(), after.next());
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        // G-7, 10:30, 3/4, Boeing 747-400; `-` and `/` between numbers are read as ranges from the first.
        let tied = matches!(before, Some('-' | '/' | ':' | '.' | '#' | '№' | '\'' | '’'))
            && i > 0
            && words.gap(i).only(
                Gap::HYPHEN
                    .and(Gap::OTHER)
                    .and(Gap::PAUSE)
                    .and(Gap::STOP)
                    .and(Gap::QUOTE),
            );
        let clock = after == Some(':') && digit(then) || matches!(words.term(number.to), "am" | "pm" | "oclock");
        let plus = words.glued(number.to) && matches!(words.term(number.to), "plus" | "on" | "to");
        let slash = after == Some('/') && digit(then);
        let name = i > 0
            && number.digits
            && words.follows(i)
            && words
                .get(i - 1)
                .is_some_and(|w| matches!(w.case, Case::Upper | Case::Initial | Case::Title))
            && !words.weak(i - 1)
            && !words.get(number.to).is_some_and(|w| w.case == Case::Lower);
        // The Four Seasons.
        let title =
            !number.digits && words.cap(i) && !words.weak(i) && words.cap(number.to) && words.follows(number.to);
        let numbered = i > 0
            && matches!(
                words.term(i - 1),
                "no" | "number" | "article" | "chapter" | "page" | "flight" | "route" | "section"
            );
        let aged = number.digits && words.gap(i).has(Gap::COMMA) && after == Some(',');
        title
            || tied && self.symbol(i).is_none()
            || clock
            || plus
            || slash
            || (name || numbered) && self.symbol(i).is_none()
            || aged && number.to == i + 1 && self.symbol(i).is_none()
    }

    /// The upper end of a range, and one past its last word: `3 to 5`, `10-15`, `between 3 and 5`, `one or two`.
    fn range(&self, i: usize, number: &Number) -> (Option<Decimal>, usize) {
        let words = self.words;
        let at = number.to;
        let none = (None, at);
        let between = i > 0 && matches!(words.term(i - 1), "between");
        let word = matches!(words.term(at), "to" | "or") || between && words.term(at) == "and";
        let next = if word && words.gap(at).only(Gap::SPACE) && words.gap(at + 1).only(Gap::SPACE.and(Gap::OTHER)) {
            at + 1
        } else if number.digits
            && words
                .gap(at)
                .only(Gap::HYPHEN.and(Gap::PAUSE).and(Gap::SPACE).and(Gap::OTHER))
            && words.gap(at).has(Gap::HYPHEN.and(Gap::PAUSE))
            && words.text[words.get(at - 1).map_or(0, |w| w.end)..words.get(at).map_or(0, |w| w.start)]
                .chars()
                .count()
                < 3
        {
            at
        } else {
            return none;
        };
        let Some(upper) = number_at(words, next).filter(|u| u.digits == number.digits) else {
            return none;
        };
        (Some(upper.value), upper.to)
    }

    /// The sign of a currency right before a number, with its first byte.
    fn symbol(&self, i: usize) -> Option<(usize, &'static str)> {
        let before = &self.words.text[..self.words.get(i)?.start];
        let trimmed = before.strip_suffix(' ').unwrap_or(before);
        let (symbol, unit) = SYMBOLS.iter().find(|(s, _)| trimmed.ends_with(s))?;
        Some((trimmed.len() - symbol.len(), unit))
    }

    fn qualifier(&self, i: usize) -> Option<&'static str> {
        let words = self.words;
        let i = if i > 0 && words.term(i - 1) == "us" && self.symbol(i).is_some_and(|s| s.1 == "USD") {
            i - 1
        } else {
            i
        };
        let i = if i > 0 && matches!(words.term(i - 1), "between" | "from") {
            i - 1
        } else {
            i
        };
        let ends = |phrase: &str| {
            let n = phrase.split(' ').count();
            i >= n && phrase.split(' ').enumerate().all(|(k, w)| words.term(i - n + k) == w)
        };
        let near = words.gap(i).only(Gap::SPACE.and(Gap::OTHER));
        QUALIFIERS.iter().find(|(p, _)| near && ends(p)).map(|(_, q)| *q)
    }
}

fn span(start: usize, end: usize) -> Span {
    Span {
        start: start as u32,
        end: end as u32,
    }
}
