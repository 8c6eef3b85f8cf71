//! Which figure starts at this word?

use super::alone::STATES;
use super::counted::{self, phrase};
use super::labels;
use super::units::{SIGNS, Units, parts, qualifier};
use super::{Figure, Walk, ends, span};
use crate::exact::Exact;
use crate::listing::{List, among};
use crate::numbers::{Number, attached, joins, multiple, read, small};
use crate::words::{Case, Gap};

/// In metres or thousands of metres though a plural follows: `100m hurdles`, `10k races`.
const MEASURED: &List = &List::new(
    "hurdles finals heats races sprints sprinters runners runs relays swims swimmers champions medallists records \
waves walls fences towers cliffs yachts boats poles trees pools swells radius",
);

/// What an article leads to in a figure, besides `million` and the like.
const PARTS: &List = &List::new("few couple handful half third quarter fifth sixth seventh eighth ninth tenth");

/// A number and what is written with it.
pub(super) struct Amount {
    pub number: Number,
    pub unit: Option<&'static str>,
}

impl Walk<'_, '_> {
    /// The figure that starts at word `i`.
    pub fn figure(&mut self, i: usize) -> Option<usize> {
        let words = self.words;
        let word = words.get(i)?;
        let numeric = words.numeric(i);
        // `Rs10`, `N145`.
        let coded = || {
            let bytes = &words.text.as_bytes()[word.start..word.end];
            words.cap(i) && bytes.iter().take(5).any(u8::is_ascii_digit) && word.case != Case::Lower
        };
        if !word.listed.starts_number() && !numeric && !coded() {
            return None;
        }
        if numeric && let Some(to) = labels::code(words, i) {
            return Some(to);
        }
        if numeric {
            return self.share(i).or_else(|| self.counted(i));
        }
        // Nearly all articles stand before nouns.
        let and = || words.is(i + 2, "and") || words.is(i + 3, "and");
        if words.is(i, "a an") && multiple(words.term(i + 1)).is_none() && !words.is(i + 1, PARTS) && !and() {
            return None;
        }
        self.vague(i)
            .or_else(|| self.share(i))
            .or_else(|| self.and_half(i))
            .or_else(|| self.counted(i))
    }

    fn counted(&mut self, i: usize) -> Option<usize> {
        let words = self.words;
        let before = self.money.before(i);
        let skip = before.map_or(0, |b| b.1);
        let Amount { number: lower, unit } = self.amount(i, skip, before.is_some())?;
        let mut unit = unit;
        let mut start = before.map_or(words.get(i)?.start, |b| b.0);
        if let Some((.., money)) = before {
            unit = Some(self.certain(i, money, &lower)?);
        }
        let named = before.is_none() && unit.is_none() && self.named_age(i, &lower);
        if !named && self.no_figure(i, &lower, before.is_some()) {
            return None;
        }
        let (mut value, mut to) = (lower.value, lower.to);
        let mut upper = None;
        let mut below = false;
        if let Some((next, high)) = self.range(i, &lower, before.map(|b| b.2)) {
            // `10 to 12 million`: the word at the end multiplies both.
            let scaled = value
                .times(high.number.times)
                .filter(|v| lower.times == 1 && v.less(high.number.value));
            let lacking = lower.times == 1 && high.number.times > 1;
            if lacking && scaled.is_none() && value.less(Exact::whole(1000)) {
                // `500 to 2 million`: five hundred what?
                return Some(high.number.to);
            }
            value = scaled.filter(|_| lacking).unwrap_or(value);
            below = next.1;
            (upper, to) = (Some(high.number.value), high.number.to);
            unit = unit.or(high.unit);
        }
        let mut end = words.get(to - 1)?.end;
        // `20-year lease`: the unit is joined to the number, and what it is of to the unit.
        let mut glued = false;
        let attached = before.is_none() && unit.is_some();
        if before.is_none() && !attached {
            if let Some((past, behind, times)) = self.behind(to, end) {
                glued = words.glued(to) && times.is_some();
                if let Some(times) = times.filter(|t| *t > 1) {
                    value = value.times(times)?;
                    upper = upper.and_then(|u: Exact| u.times(times));
                }
                unit = Some(behind);
                if times.is_some() {
                    to = past;
                    end = words.get(to - 1)?.end;
                } else {
                    end = past;
                    to = words.at_byte(end);
                }
            }
        } else if self.units.at(words, to).is_some_and(|u| u.0 == "US cent") {
            return None;
        }
        if let Some(u) = unit {
            let (rate, past) = Units::rate(words, u, to)?;
            if past > to {
                (unit, to, end) = (Some(rate), past, words.get(past - 1)?.end);
            }
            // `6ft 2in`, `four hours and 57 minutes`.
            while upper.is_none()
                && let Some((sum, second, past, last)) = self.second(value, unit?, to)
            {
                (value, unit, to, end) = (sum, Some(second), past, last);
                glued &= words.glued(to);
            }
        }
        // `a $2 billion plan`.
        let first = words.at_byte(start);
        let led = first > 0 && words.is(first - 1, "a an the its his her their our this that");
        let compound = before.is_some() && led && words.spaced(to);
        let mut of = if compound {
            phrase(words, to, true, true)
        } else {
            counted::of(words, to, unit, glued)
        };
        // `within nine days of the crash` counts nothing of it.
        if words.is(first.wrapping_sub(1), "within") && !glued {
            of = of.filter(|_| unit.is_none());
        }
        let age = unit.is_none() && (named || of.is_none() && self.age(i, &lower));
        if age {
            (unit, of) = (Some("year"), None);
        }
        let negative = self.sign(first, start, i);
        if let Some((at, sure)) = negative {
            let measured = unit.is_some_and(|u| u.len() == 3 || among("% °C °F °", u) || u.ends_with("point"));
            if sure || measured {
                // `minus 5 to 10 degrees` may end above zero or below.
                if upper.is_some() && !below && at + 2 < start {
                    return Some(to);
                }
                value = value.negated();
                start = at;
            }
        }
        if below {
            let high = upper?.negated();
            (value, upper) = if value.less(high) {
                (high, Some(value))
            } else {
                (value, Some(high))
            };
        }
        let falls = upper.is_some_and(|u| !value.less(u)) && !below && value != Exact::whole(0).negated();
        if upper.is_some() && unit.is_none() {
            let named = of.map(|o| &words.text[o.start as usize..o.end as usize]);
            // `10-15 were hurt`.
            let told = !falls && words.is(to, STATES) && words.spaced(to);
            if !told && labels::score(self, i, lower.to, named, falls) {
                return Some(to);
            }
        }
        let alone = unit.is_none() && of.is_none();
        if alone && let Some(past) = self.runs(to) {
            return Some(past);
        }
        if alone && !self.stands(i, &lower, to) {
            return None;
        }
        let one = value == Exact::whole(1) && !lower.digits;
        let zero = value == Exact::whole(0) && !lower.digits && words.glued(to);
        if (one || zero) && unit.is_none() {
            // `one of them`: no figure but a pronoun; `zero-coupon bonds`.
            return None;
        }
        let figure = Figure {
            value: Some(value),
            to: upper,
            unit,
            of,
            qualifier: qualifier(words, words.at_byte(start)).filter(|_| !self.over(first, &lower, unit, to)),
            ..Figure::bare(span(start, end))
        };
        self.push(figure, to)
    }

    /// The number in word `i`, with the letters behind it: `70km`, `206m phones`.
    pub(super) fn amount(&self, i: usize, skip: usize, money: bool) -> Option<Amount> {
        let words = self.words;
        if let Some(number) = read(words, i, skip, money) {
            return Some(Amount { number, unit: None });
        }
        let (digits, letters) = attached(words.term(i).get(skip..)?);
        let mut number = Number {
            value: Exact::parse(digits)?,
            to: i + 1,
            digits: true,
            times: 1,
        };
        if letters.is_empty() || money {
            return None;
        }
        let unit = match letters {
            "m" | "k" => {
                // Things that are counted follow: million, thousand.
                let led = i > 0 && words.is(i - 1, "a an the mens womens his her");
                let people = |of: dateline_corpus::Span| {
                    let last = words.text[of.start as usize..of.end as usize].rsplit(' ').next()?;
                    (!among(MEASURED, last) && !led || last == "people").then_some(())
                };
                let money = || {
                    let unit = self.units.at(words, i + 1);
                    unit.is_some_and(|u| u.0.len() == 3 && u.0.bytes().all(|b| b.is_ascii_uppercase()))
                };
                if phrase(words, i + 1, false, false).and_then(people).is_some() || money() {
                    number.times = if letters == "m" { 1_000_000 } else { 1000 };
                    number.value = number.value.times(number.times)?;
                    return Some(Amount { number, unit: None });
                }
                Some("m").filter(|_| words.raw(i).ends_with('m'))?
            }
            "c" | "f" => self.degrees(i)?,
            // `11st 4lb`, but `21st`.
            "st" if words.term(i + 1).ends_with("lb") => "stone",
            _ => self.units.named(letters).filter(|u| u.1 == 1)?.0,
        };
        Some(Amount {
            number,
            unit: Some(unit),
        })
    }

    /// `38C`, `100F` where a temperature can stand.
    fn degrees(&self, i: usize) -> Option<&'static str> {
        let words = self.words;
        let before = &words.text[..words.get(i)?.start];
        let led = ends(before, "-−")
            || i > 0
                && words.is(i - 1, "minus to of at than above below hit reached reaching around about nearly and or was is by under over");
        match words.raw(i).as_bytes().last()? {
            b'C' if led => Some("°C"),
            b'F' if led => Some("°F"),
            _ => None,
        }
    }

    /// The currency of a sign; none where it may be the name of a road.
    fn certain(&self, i: usize, money: &'static str, number: &Number) -> Option<&'static str> {
        if !matches!(money, "naira" | "rand" | "COP") {
            return self.money.settled(money).or(Some(money));
        }
        let written = number.times > 1 || self.words.raw(i).contains(',');
        if money == "COP" {
            // `COP28` is a meeting.
            return written.then_some(money);
        }
        if written {
            return Some(if money == "rand" { "ZAR" } else { "NGN" });
        }
        let long = number.value.as_whole().is_some_and(|n| n >= 100);
        self.money.settled(money).filter(|_| long)
    }

    /// The unit behind a number: where it ends (a byte for a sign, a word for a word with what it is multiplied by).
    fn behind(&self, to: usize, end: usize) -> Option<(usize, &'static str, Option<u64>)> {
        let words = self.words;
        let tail = words.text[end..].trim_start_matches(' ');
        if let Some((sign, unit)) = SIGNS.iter().find(|(s, _)| tail.starts_with(s)) {
            return Some((words.text.len() - tail.len() + sign.len(), unit, None));
        }
        // `18 C (0 F)`.
        let letter = words
            .get(to)
            .filter(|w| w.end - w.start == 1 && words.gap(to) == Gap::SPACE);
        if let Some(w) = letter {
            let after = words.text[w.end..].chars().next();
            let free = match after {
                Some(' ') => !words.cap(to + 1) || !words.spaced(to + 1),
                after => after.is_none_or(|c| matches!(c, ')' | ',' | ';' | '.' | '\n')),
            };
            match words.raw(to) {
                "C" if free => return Some((to + 1, "°C", Some(1))),
                "F" if free => return Some((to + 1, "°F", Some(1))),
                _ => {}
            }
        }
        if let Some((unit, past)) = self.money.national(self.units, to) {
            return Some((past, unit, Some(1)));
        }
        if let Some((unit, times, past)) = self.units.at(words, to) {
            return Some((past, self.money.settled(unit)?, Some(times)));
        }
        self.money.behind(to).map(|unit| (to + 1, unit, Some(1)))
    }

    /// The second part of a measure, `2in` behind `6ft`: the sum, its unit, one past its last word, its last byte.
    fn second(&self, first: Exact, unit: &'static str, to: usize) -> Option<(Exact, &'static str, usize, usize)> {
        let words = self.words;
        let at = to + usize::from(words.is(to, "and"));
        if !joins(words, to) || !joins(words, at) {
            return None;
        }
        let Amount { number, unit: own } = self.amount(at, 0, false)?;
        let (second, past) = match own {
            Some(own) => (own, number.to),
            None => match self.units.at(words, number.to) {
                Some((own, 1, past)) => (own, past),
                // `5-foot-10`.
                _ if unit == "foot" && words.glued(at) => ("inch", number.to),
                _ => return None,
            },
        };
        let times = parts(unit, second)?;
        number.value.less(Exact::whole(times)).then_some(())?;
        let sum = first.times(times)?.plus(number.value)?;
        Some((sum, second, past, words.get(past - 1)?.end))
    }

    /// The sign before a figure: its first byte, and whether it can be nothing else.
    fn sign(&self, first: usize, start: usize, i: usize) -> Option<(usize, bool)> {
        let words = self.words;
        let before = &words.text[..start];
        if let Some(k) = first.min(i).checked_sub(1)
            && let term @ ("minus" | "negative") = words.term(k)
            && words.get(k).is_some_and(|w| before.get(w.end..) == Some(" "))
        {
            // `plus or minus 3`, `10 minus 5`.
            let none = k > 0
                && (words.is(k - 1, "or")
                    || words.get(k - 1).is_some_and(|w| w.case == Case::Upper)
                    || words.numeric(k - 1)
                    || small(words.term(k - 1)).is_some());
            return words.get(k).filter(|_| !none).map(|w| (w.start, term == "minus"));
        }
        let sign = before.chars().next_back().filter(|c| matches!(c, '-' | '−' | '–'))?;
        let rest = &before[..before.len() - sign.len_utf8()];
        let free = rest.is_empty() || ends(rest, " \n\t\u{a0}(\"“");
        free.then_some((rest.len(), sign == '−'))
    }
}
