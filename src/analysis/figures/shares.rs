//! Is this a part of a whole? `two-thirds of members`, `one in five hotels`, `half the town`.

use super::counted::{self, phrase};
use super::labels::is_of;
use super::units::qualifier;
use super::{Figure, Read, Walk, span};
use crate::exact::Exact;
use crate::lexicon::Kind;
use crate::numbers::{fraction, joins, number_at, small};
use crate::words::{Case, Gap};

/// Parts by name, from the half on.
const PARTS: &str = "half third quarter fifth sixth seventh eighth ninth tenth";

/// What is one of several, and no share: `the first half of the year`.
const DETERMINERS: &str = "the a an its his her their our my your this that each every either first second third last other \
latter better opening";

/// Counted by the time or the try, where so many in so many is no share: `three in five games`.
const TRIES: &str = "games matches appearances starts tests innings outings seasons attempts races elections meetings";

/// What goes on for quarters of a year.
const COURSES: &str =
    "growth contraction decline declines losses recession expansion profit profits falling rising negative positive";

impl Walk<'_, '_> {
    /// The share that starts at word `i`.
    pub fn share(&self, i: usize) -> Read {
        let words = self.words;
        let (value, to) = self.half(i).or_else(|| self.parts(i))?;
        let gap = words.gap(to).only(Gap::SPACE);
        let mut unit = None;
        let (mut value, mut end) = (value, to);
        // `half an hour`, `a quarter of a mile`.
        let article = to + usize::from(words.term(to) == "of");
        if gap
            && matches!(words.term(article), "a" | "an")
            && let Some((u, times, past)) = self.units.at(words, article + 1)
        {
            value = value.times(times)?;
            value = if value == Exact::share(1, 2) {
                Exact::parse("0.5")?
            } else {
                value
            };
            (unit, end) = (Some(u), past);
        }
        let of = if unit.is_some() {
            None
        } else if gap && words.term(to) == "of" {
            let from = to + 1 + usize::from(is_of("the a an its his her their our my your all", words.term(to + 1)));
            phrase(words, from, true, false)
        } else if gap && words.term(i) == "half" && is_of("the its his her their our my your all", words.term(to)) {
            phrase(words, to + 1, true, false)
        } else if gap && is_of("majority stake share vote", words.term(to)) {
            words.get(to).map(|w| span(w.start, w.end))
        } else if is_of("in out of", words.term(i + 1)) || words.term(i + 1) == "of" {
            phrase(words, to, false, false)
        } else {
            None
        };
        let figure = Figure {
            value: Some(value),
            unit,
            of,
            qualifier: qualifier(words, i),
            ..Figure::bare(span(words.get(i)?.start, words.get(end - 1)?.end))
        };
        Some((Some(figure), end))
    }

    /// `an hour and a half`.
    pub fn and_half(&self, i: usize) -> Read {
        let words = self.words;
        if !is_of("a an one", words.term(i)) || words.term(i + 2) != "and" && words.term(i + 3) != "and" {
            return None;
        }
        let (unit, times, to) = self.units.at(words, i + 1)?;
        let half = words.term(to) == "and" && words.term(to + 1) == "a" && words.term(to + 2) == "half";
        if !half || !(to..to + 3).all(|k| joins(words, k)) || words.glued(to + 3) {
            return None;
        }
        let figure = Figure {
            value: Some(Exact::parse("1.5")?.times(times)?),
            unit: Some(self.money.settled(unit)?),
            of: counted::of(words, to + 3, Some(unit), false),
            qualifier: qualifier(words, i),
            ..Figure::bare(span(words.get(i)?.start, words.get(to + 2)?.end))
        };
        Some((Some(figure), to + 3))
    }

    /// `half of it`, `half the town`, `nearly half`.
    fn half(&self, i: usize) -> Option<(Exact, usize)> {
        let words = self.words;
        if words.term(i) != "half" || i > 0 && !words.gap(i).has(Gap::SPACE) {
            return None;
        }
        let before = |k: usize| {
            let k = i.checked_sub(k).filter(|_| words.gap(i).only(Gap::SPACE));
            k.map_or("", |k| words.term(k))
        };
        let next = words.term(i + 1);
        let half = (Exact::share(1, 2), i + 1);
        let near = words.gap(i + 1).only(Gap::SPACE);
        if near && matches!(next, "a" | "an") {
            return self.units.at(words, i + 2).map(|_| half);
        }
        if is_of(DETERMINERS, before(1)) || is_of("the a its his her their", before(2)) {
            return None;
        }
        if near && is_of("of the its his her their our my your all", next) {
            return Some(half);
        }
        let said =
            qualifier(words, i).is_some() || is_of("by up down", before(1)) || is_of("were was are is have had", next);
        let ends =
            !words.gap(i + 1).only(Gap::SPACE.and(Gap::HYPHEN)) || words.listed(i + 1).kind() == Some(Kind::Stop);
        (said && ends).then_some(half)
    }

    /// `two-thirds`, `a third of`, `one in five`, `1/3 of`.
    fn parts(&self, i: usize) -> Option<(Exact, usize)> {
        let words = self.words;
        let one = matches!(words.term(i), "a" | "an");
        if !one && words.term(i).len() > 5 {
            return None;
        }
        let of = |to: usize| words.term(to) == "of" && words.gap(to).only(Gap::SPACE);
        let before = |k: usize| i.checked_sub(k).map_or("", |k| words.term(k));
        if let Some((n, over)) = fraction(words, i).filter(|f| f.1 < 10) {
            let free = i == 0 || words.gap(i).has(Gap::SPACE.and(Gap::OPEN).and(Gap::BREAK));
            let told = free && (of(i + 2) || words.term(i + 2) == "majority");
            return told.then(|| (Exact::share(n, over), i + 2));
        }
        if !joins(words, i + 1) {
            return None;
        }
        let n = if one {
            1
        } else {
            small(words.term(i)).or_else(|| words.raw(i).parse().ok())?
        };
        let part = words.term(i + 1);
        let single = part.strip_suffix('s').filter(|_| n > 1).unwrap_or(part);
        if let Some(over) = PARTS.split(' ').position(|p| p == single).map(|at| at as u128 + 2)
            && over > 2
        {
            let to = i + 2;
            let ends = !words.gap(to).only(Gap::SPACE.and(Gap::HYPHEN)) || words.listed(to).kind() == Some(Kind::Stop);
            let said = qualifier(words, i).is_some() || is_of("by up down", before(1));
            let sure = of(to) || !one && words.glued(i + 1) || said && ends || n > 1 && over != 4;
            // `three quarters of growth` are of a year.
            let time = over == 4 && n > 1 && (n == 2 || is_of(COURSES, words.term(to + 1)) && !words.glued(i + 1));
            // `three of the four quarters`, `a third of three`.
            return (sure && !time && n < over && (n == 1) == (single.len() == part.len()))
                .then(|| (Exact::share(n, over), to));
        }
        if one || n == 0 {
            return None;
        }
        // `one in five hotels`, `one hotel in five`, `four out of five doctors`.
        let mut at = i + 1;
        let out = words.term(at) == "out" && of(at + 1);
        at += usize::from(out) + 1;
        let word = out
            || words.term(i + 1) == "in" && joins(words, i + 1)
            || words.term(i + 1) == "of" && words.term(at) == "every";
        at += usize::from(words.term(at) == "every");
        let whole = number_at(words, at).filter(|_| word && joins(words, at))?;
        let over = whole
            .value
            .as_whole()
            .filter(|over| n < *over && (*over <= 1000 || over.is_multiple_of(1000)))?;
        let after = words.term(whole.to);
        let done = before(1).ends_with("ed") || is_of("hit won lost took shot made had", before(1));
        let timed = self.units.at(words, whole.to).is_some() || is_of(TRIES, after);
        let glued = words.glued(whole.to)
            || words
                .get(whole.to)
                .is_some_and(|w| w.case != Case::Lower && words.gap(whole.to).only(Gap::SPACE));
        (out || !done && !timed && !glued).then(|| (Exact::share(n, over), whole.to))
    }
}
