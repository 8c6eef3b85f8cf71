//! Is this a part of a whole? `two-thirds of members`, `one in five hotels`, `half the town`.

use super::counted::{self, phrase};
use super::units::qualifier;
use super::{Figure, Walk, span};
use crate::exact::Exact;
use crate::lexicon::Kind;
use crate::listing::{List, among, place};
use crate::numbers::{fraction, joins, number_at, small};
use crate::words::{Case, Gap};

/// Parts by name, from the half on.
const PARTS: &List = &List::new("half third quarter fifth sixth seventh eighth ninth tenth");

/// What is one of several, and no share: `the first half of the year`.
const DETERMINERS: &List = &List::new(
    "the a an its his her their our my your this that each every either first second third last other \
latter better opening",
);

/// Counted by the time or the try, where so many in so many is no share: `three in five games`.
const TRIES: &List =
    &List::new("games matches appearances starts tests innings outings seasons attempts races elections meetings");

/// What goes on for quarters of a year.
const COURSES: &List = &List::new(
    "growth contraction decline declines losses recession expansion profit profits falling rising negative positive",
);

impl Walk<'_, '_> {
    /// The share that starts at word `i`.
    pub fn share(&mut self, i: usize) -> Option<usize> {
        let words = self.words;
        let (value, to) = self.half(i).or_else(|| self.parts(i))?;
        let gap = words.spaced(to);
        let mut unit = None;
        let (mut value, mut end) = (value, to);
        // `half an hour`, `a quarter of a mile`.
        let article = to + usize::from(words.is(to, "of"));
        if gap
            && words.is(article, "a an")
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
        } else if gap && words.is(to, "of") {
            let from = to + 1 + usize::from(words.is(to + 1, "the a an its his her their our my your all"));
            phrase(words, from, true, false)
        } else if gap && words.is(i, "half") && words.is(to, "the its his her their our my your all") {
            phrase(words, to + 1, true, false)
        } else if gap && words.is(to, "majority stake share vote") {
            words.get(to).map(|w| span(w.start, w.end))
        } else if self.of_many(i) {
            words.get(i + 1).map(|w| span(w.start, w.end))
        } else if words.is(i + 1, "in out of") || words.is(i + 1, "of") {
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
        self.push(figure, end)
    }

    /// `an hour and a half`.
    pub fn and_half(&mut self, i: usize) -> Option<usize> {
        let words = self.words;
        if !words.is(i, "a an one") || !words.is(i + 2, "and") && !words.is(i + 3, "and") {
            return None;
        }
        let (unit, times, to) = self.units.at(words, i + 1)?;
        let half = words.is(to, "and") && words.is(to + 1, "a") && words.is(to + 2, "half");
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
        self.push(figure, to + 3)
    }

    /// `half of it`, `half the town`, `nearly half`.
    fn half(&self, i: usize) -> Option<(Exact, usize)> {
        let words = self.words;
        if !words.is(i, "half") || i > 0 && !words.gap(i).has(Gap::SPACE) {
            return None;
        }
        // Nothing across the end of a sentence.
        let at = if words.spaced(i) { i } else { 0 };
        let next = words.term(i + 1);
        let half = (Exact::share(1, 2), i + 1);
        let near = words.spaced(i + 1);
        if near && matches!(next, "a" | "an") {
            return self.units.at(words, i + 2).map(|_| half);
        }
        if words.is(at.wrapping_sub(1), DETERMINERS) || words.is(at.wrapping_sub(2), "the a its his her their") {
            return None;
        }
        if near && among("of the its his her their our my your all", next) {
            return Some(half);
        }
        let said = qualifier(words, i).is_some()
            || words.is(at.wrapping_sub(1), "by up down")
            || among("were was are is have had", next);
        let ends =
            !words.gap(i + 1).only(Gap::SPACE.and(Gap::HYPHEN)) || words.listed(i + 1).kind() == Some(Kind::Stop);
        (said && ends).then_some(half)
    }

    /// Whether it is one thing in so many: `one hotel in five`.
    fn of_many(&self, i: usize) -> bool {
        let words = self.words;
        let lower = words.get(i + 1).is_some_and(|w| w.case == Case::Lower);
        words.is(i, "one")
            && lower
            && words.is(i + 2, "in")
            && joins(words, i + 2)
            && words.listed(i + 1).kind() != Some(Kind::Stop)
            && self.units.at(words, i + 1).is_none()
    }

    /// `two-thirds`, `a third of`, `one in five`, `1/3 of`.
    fn parts(&self, i: usize) -> Option<(Exact, usize)> {
        let words = self.words;
        let one = words.is(i, "a an");
        if !one && words.term(i).len() > 5 {
            return None;
        }
        let of = |to: usize| words.is(to, "of") && words.spaced(to);
        if let Some((n, over)) = fraction(words, i).filter(|f| f.1 < 10) {
            let free = i == 0 || words.gap(i).has(Gap::SPACE.and(Gap::OPEN).and(Gap::BREAK));
            let told = free && (of(i + 2) || words.is(i + 2, "majority"));
            return told.then(|| (Exact::share(n, over), i + 2));
        }
        if !joins(words, i + 1) {
            return None;
        }
        let n = if one {
            1
        } else {
            small(words.term(i)).or_else(|| Exact::digits(words.raw(i))?.as_whole())?
        };
        let part = words.term(i + 1);
        let single = part.strip_suffix('s').filter(|_| n > 1).unwrap_or(part);
        if let Some(over) = place(PARTS, single).map(|at| at as u64 + 2)
            && over > 2
        {
            let to = i + 2;
            let ends = !words.gap(to).only(Gap::SPACE.and(Gap::HYPHEN)) || words.listed(to).kind() == Some(Kind::Stop);
            let said = qualifier(words, i).is_some() || words.is(i.wrapping_sub(1), "by up down");
            let sure = of(to) || !one && words.glued(i + 1) || said && ends || n > 1 && over != 4;
            // `three quarters of growth` are of a year.
            let time = over == 4 && n > 1 && (n == 2 || words.is(to + 1, COURSES) && !words.glued(i + 1));
            // `three of the four quarters`, `a third of three`.
            return (sure && !time && n < over && (n == 1) == (single.len() == part.len()))
                .then(|| (Exact::share(n, over), to));
        }
        if one || n == 0 {
            return None;
        }
        // `one in five hotels`, `one hotel in five`, `four out of five doctors`.
        let mut at = i + 1;
        let out = words.is(at, "out") && of(at + 1);
        let noun = self.of_many(i);
        at += usize::from(out || noun) + 1;
        let word = out
            || noun
            || words.is(i + 1, "in") && joins(words, i + 1)
            || words.is(i + 1, "of") && words.is(at, "every");
        at += usize::from(words.is(at, "every"));
        let whole = number_at(words, at).filter(|_| word && joins(words, at))?;
        let over = whole
            .value
            .as_whole()
            .filter(|over| n < *over && (*over <= 1000 || over.is_multiple_of(1000)))?;
        let after = words.term(whole.to);
        let done = words.spaced(i) && words.term(i.wrapping_sub(1)).ends_with("ed")
            || words.is(i.wrapping_sub(1), "hit won lost took shot made had");
        let timed = self.units.at(words, whole.to).is_some() || among(TRIES, after);
        let glued = words.glued(whole.to)
            || words
                .get(whole.to)
                .is_some_and(|w| w.case != Case::Lower && words.spaced(whole.to));
        let other = noun && phrase(words, whole.to, false, false).is_some();
        (out || !done && !timed && !glued && !other).then(|| (Exact::share(n, over), whole.to))
    }
}
