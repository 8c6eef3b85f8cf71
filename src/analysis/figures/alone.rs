//! Does a number without unit and noun count people, years, anything?

use super::units::{is_vague, qualifier};
use super::{Figure, Walk, counted, span};
use crate::exact::Exact;
use crate::listing::{List, among};
use crate::numbers::{Number, joins, multiple, number_at};
use crate::words::{Case, Gap};

/// Behind a number without a noun these tell that people or things are counted: `four were hurt`.
pub const STATES: &str = "were was are have had would will died fled remain remained survived escaped more";

/// Before a number without a noun: `killed six`.
const HARMS: &List = &List::new(
    "killed killing kills wounded wounding injured injuring arrested arresting detained detaining leaving left hurting",
);

impl Walk<'_, '_> {
    /// Whether a number is somebody's age: `aged 76`, `at the age of 12`, `turned 38`.
    pub fn age(&self, i: usize, number: &Number) -> bool {
        let words = self.words;
        let between = usize::from(words.is(i.wrapping_sub(1), "between"));
        let led = words.is(i.wrapping_sub(1 + between), "aged age ages")
            || words.is(i.wrapping_sub(2), "age") && words.is(i.wrapping_sub(1), "of to")
            || words.is(i.wrapping_sub(1), "turns turned turning")
                && !words.is(number.to, "away down back out over up off to into");
        is_age(number) && words.spaced(i) && (led || number.digits && self.age_then(i, number))
    }

    /// The same without a word for it: `when he was 10`, `died at 89`, `at 14 he wrote`, `At 89, she left`.
    fn age_then(&self, i: usize, number: &Number) -> bool {
        const CLOCK: u64 = 24;
        let words = self.words;
        let (before, to) = (i.wrapping_sub(2), number.to);
        if !words.is(i.wrapping_sub(1), "at") {
            return words.is(i.wrapping_sub(1), "was is") && words.is(before, "he she") && !words.glued(to);
        }
        let late = number.value.as_whole().is_some_and(|n| n > CLOCK / 2);
        let clock = number.value.as_whole().is_some_and(|n| n <= CLOCK);
        let opens = words.weak(i - 1) && words.gap(to).has(Gap::COMMA) && !clock;
        words.is(before, "died dies dead retired married")
            || late && words.spaced(to) && words.is(to, "he she")
            || opens
    }

    /// Whether it is the age of the person named before it: `Anna Brown, 36, won`.
    pub fn named_age(&self, i: usize, number: &Number) -> bool {
        let words = self.words;
        if i < 2
            || !number.digits
            || number.to != i + 1
            || !words.gap(i).only(Gap::SPACE.and(Gap::COMMA))
            || !words.gap(i).has(Gap::COMMA)
        {
            return false;
        }
        let end = words.get(i).map_or(0, |w| w.end);
        let closed = words.text[end..].chars().next().is_some_and(|c| ",.;".contains(c)) && !words.numeric(i + 1);
        let name = |k: usize| words.cap(k) && !words.numeric(k);
        let full = name(i - 2) && words.follows(i - 1) && words.listed(i - 2).is_given();
        let (before, next) = (words.term(i - 1), words.term(i + 1));
        let titled = words.is(i - 2, "mr mrs ms miss dr");
        let verb = among("is was who said says told has had will died", next);
        let known = words.listed(i - 1).is_surname()
            && words.get(i + 1).is_some_and(|w| w.case == Case::Lower)
            && next != "and";
        let kin = among(
            "father mother wife husband son daughter brother sister partner widow",
            before,
        );
        is_age(number) && closed && (name(i - 1) && (full || titled || verb || known) || kin)
    }

    /// Whether *over* before a figure that ends before word `to` says how long or what about: `$25 million over five years`, `fined
    /// over two tweets`.
    pub fn over(&self, first: usize, number: &Number, unit: Option<&str>, to: usize) -> bool {
        const LASTING: &List = &List::new(
            "for in after within lasted lasting took take last well just is was were be of than by at spent",
        );
        let words = self.words;
        let unit = unit.map(|unit| among("second minute hour day week month year", unit) && !words.is(to, "old ago"));
        words.is(first.wrapping_sub(1), "over")
            && !words.is(first.wrapping_sub(2), LASTING)
            && unit.unwrap_or(!number.digits && number.value.less(Exact::whole(10)))
    }

    /// One past the second number of a score that goes on at word `to`: `487 for six`, `2 for 19`.
    pub fn runs(&self, to: usize) -> Option<usize> {
        let words = self.words;
        if !words.is(to, "for") || !words.spaced(to + 1) {
            return None;
        }
        let past = number_at(words, to + 1)?.to;
        (self.units.at(words, past).is_none() && counted::phrase(words, past, false, false).is_none()).then_some(past)
    }

    /// Whether a number stands without unit and noun: in digits, or people killed, or those that are told of.
    pub fn stands(&self, i: usize, number: &Number, to: usize) -> bool {
        let words = self.words;
        let before = i.checked_sub(1).map_or("", |k| words.term(k));
        let state = words.spaced(to) && words.is(to, STATES);
        let plain = number.to == i + 1 && words.raw(i).len() < 5 && words.raw(i).parse::<u32>().is_ok();
        let named = plain && i > 0 && words.cap(i - 1) && !words.weak(i - 1) && words.spaced(i);
        if matches!(number.value.as_whole(), Some(911 | 999)) {
            return false;
        }
        if number.digits {
            return state || !named && !words.glued(to);
        }
        // `killed at least six`.
        let back = if qualifier(words, i).is_some() { 4 } else { 1 };
        let harmed = !words.cap(i) && (1..=back).any(|k| words.is(i.wrapping_sub(k), HARMS));
        let one = number.value == Exact::whole(1);
        let state = state || words.is(to, "of") && words.is(to + 1, "them");
        let begins = words.cap(i) && words.weak(i) || among("and but while", before) || qualifier(words, i).is_some();
        let alone = number.to == i + 1;
        !alone && !words.glued(to) || !one && (harmed || state && (begins || words.is(to, "more")))
    }

    /// `dozens of missiles`, `several hundred guests`, `a couple of buses`, `a few dozen`.
    pub fn vague(&mut self, i: usize) -> Option<usize> {
        let words = self.words;
        let article = words.is(i, "a an");
        if !article && !is_vague(words.term(i)) {
            return None;
        }
        let many = |k: usize| multiple(words.term(k)).is_some();
        let mut to = i + 1;
        if article {
            to += 1;
            match words.term(i + 1) {
                "few" if many(to) => to += 1,
                "couple" | "handful" if words.is(to, "of") => {}
                _ => return None,
            }
        } else if words.is(i, "several") {
            many(to).then(|| to += 1)?;
        }
        if !(i + 1..to).all(|k| joins(words, k)) {
            return None;
        }
        while to < i + 6 && many(to) && joins(words, to) {
            to += 1;
        }
        while to < i + 6 && words.is(to, "of") && is_vague(words.term(to + 1)) {
            to += 2;
        }
        let noun = to + usize::from(words.is(to, "of"));
        let unit = self.units.at(words, noun);
        let single = !words.is(i, "dozens hundreds thousands millions billions trillions tens scores");
        let of = if single && !words.is(to, "of") {
            counted::phrase(words, to, false, false)
        } else {
            counted::of(words, to, Some(""), false)
        };
        let before = i.checked_sub(1).map_or("", |k| words.term(k));
        let next = words.term(to);
        let told = words.spaced(to) && !words.is(i, "scores") && (among(STATES, next) || next.ends_with("ed"));
        if of.is_none() && unit.is_none() && !told && (!among(HARMS, before) || words.is(i, "scores")) {
            return None;
        }
        let mut figure = Figure {
            of,
            qualifier: Some("vague"),
            ..Figure::bare(span(words.get(i)?.start, words.get(to - 1)?.end))
        };
        if let Some((unit, _, past)) = unit.filter(|u| u.1 == 1 && (noun > to || single)) {
            figure.unit = self.money.settled(unit);
            figure.of = counted::of(words, past, figure.unit, words.glued(past));
            figure.span.end = words.get(past - 1)?.end as u32;
            return self.push(figure, past);
        }
        self.push(figure, to)
    }
}

fn is_age(number: &Number) -> bool {
    number.value.as_whole().is_some_and(|n| (1..=120).contains(&n))
}
