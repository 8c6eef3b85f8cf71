//! Which words are an expression of time, and which kind?

use crate::listing::among;
use std::cell::OnceCell;

use dateline_corpus::Date;

use super::tables::{self, HOURS, Unit, Which};
use super::when::{self, UNDATED, UNTOLD, When};
use super::{Rule, tense};
use crate::numbers::number_at;
use crate::words::{Gap, Words};

/// What was read: when, by which rule, first word, one past the last.
pub type Read = (When, Rule, usize, usize);

/// How far before a word the day may stand that it counts from, in words: the sentence before.
const FAR: usize = 60;

/// Nothing says how many days or years are meant.
const VAGUE: When = When::Unknown("how many is not told");

/// Reads one text.
pub struct Reader<'a, 't> {
    /// The words.
    pub words: &'a Words<'t>,
    /// The day of publication.
    pub published: Option<Date>,
    /// What was read last, and one past its last word: days of other events count from it.
    pub last: Option<(When, usize)>,
    /// Whether the text names a country of the south, where seasons are others.
    pub south: OnceCell<bool>,
    /// Whether the text counts in fiscal years.
    pub fiscal: OnceCell<bool>,
}

impl Reader<'_, '_> {
    /// The expression that starts at word `i`, or is read from it and the words before it.
    pub fn at(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let listed = words.listed(i);
        if !listed.starts_time() && !listed.starts_number() && !words.numeric(i) && !words.raw(i).starts_with("FY") {
            return None;
        }
        self.whole(i).map(|read| self.part(read))
    }

    /// An expression without the words before it that say which part of it is meant.
    pub fn whole(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let term = words.term(i);
        if !words.listed(i).starts_time() {
            // Most of these are articles.
            let written = if words.numeric(i) { self.written(i) } else { None };
            return written.or_else(|| self.ago(i)).or_else(|| self.business(i));
        }
        if let Some(n) = tables::day(term) {
            // `the day after tomorrow`.
            let further = i > 1 && words.term(i - 2) == "day" && self.near(i) && self.near(i - 1);
            let n = match words.term(i.wrapping_sub(1)) {
                "after" if further && n == 1 => 2,
                "before" if further && n == -1 => -2,
                _ => n,
            };
            let from = if n.abs() == 2 && term != "overmorrow" { i - 2 } else { i };
            return Some((self.shifted(Unit::Day, n.into()), Rule::Counted, from, i + 1));
        }
        if let Some(which) = tables::which(term).filter(|_| self.near(i + 1)) {
            return self.pointed(i, which);
        }
        if let Some(day) = tables::weekday(term).filter(|_| words.cap(i)) {
            return Some(self.named_day(i, day));
        }
        if let Some(unit) = tables::unit(term) {
            return self.unit(i, unit);
        }
        self.written(i)
            .or_else(|| self.ago(i))
            .or_else(|| self.century(i))
            .or_else(|| self.business(i))
            .or_else(|| self.feast(i, None, i))
            .or_else(|| self.loose(i))
    }

    pub fn from(&self, resolve: &dyn Fn(Date) -> When) -> When {
        self.published.map_or(UNDATED, resolve)
    }

    fn shifted(&self, unit: Unit, n: i64) -> When {
        self.published.map_or(UNDATED, |d| when::shifted(d, unit, n))
    }

    /// The stretch that the text told last, in this sentence or the one before.
    pub fn told(&self, i: usize) -> Option<(Date, Date)> {
        let (when, to) = self.last.filter(|(_, to)| i < to + FAR)?;
        let starts = (to..=i).filter(|&k| tense::begins(self.words, k)).count();
        when.ends().filter(|_| starts < 2)
    }

    /// `n` units from the day or stretch that the text told last, where that is exact enough.
    fn on_from(&self, i: usize, unit: Unit, n: i64) -> When {
        let Some((a, b)) = self.told(i) else { return UNTOLD };
        let at = when::shifted(a, unit, n);
        let late = n > 0 && at.ends().zip(self.published).is_some_and(|((a, _), d)| a > d);
        if at != when::shifted(b, unit, n) || late && tense::ahead(self.words, i) != Some(true) {
            return UNTOLD;
        }
        at
    }

    /// A space and nothing else before word `i`.
    pub fn near(&self, i: usize) -> bool {
        self.words.gap(i).only(Gap::SPACE) && i < self.words.len()
    }

    /// Whether word `i` is in a table of [`tables`].
    pub fn is(&self, i: usize, table: &[u32]) -> bool {
        self.words.get(i).is_some_and(|w| tables::holds(table, w.hash))
    }

    /// `last week`, `next Thursday`, `this March`, `the past 20 years`, `the previous day`.
    fn pointed(&self, i: usize, which: Which) -> Option<Read> {
        let words = self.words;
        let (word, term) = (words.term(i), words.term(i + 1));
        let the = i > 0 && among("the that", words.term(i - 1)) && self.near(i);
        // `the following day`; `following Monday’s attack` is after it.
        let other = among("previous following same", word);
        if (word == "following" || word == "same") && !the {
            return None;
        }
        let n = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
        };
        // `the last week of June`: June decides.
        let of = words.term(i + 2) == "of" && self.near(i + 2);
        let hours = self.is(i + 1, &HOURS);
        if hours || term == "day" {
            if other || the && word == "next" {
                return Some((self.on_from(i, Unit::Day, n), Rule::Told, i, i + 2));
            }
            return (hours && among("last this", word)).then(|| (self.shifted(Unit::Day, n), Rule::Counted, i, i + 2));
        }
        if let Some(unit) = tables::unit(term) {
            if term.ends_with('s') {
                return (which != Which::This && !of && unit != Unit::Hour).then_some((VAGUE, Rule::Stretch, i, i + 2));
            }
            if of && which != Which::This || unit == Unit::Hour {
                return None;
            }
            if other {
                return Some((self.on_from(i, unit, n), Rule::Told, i, i + 2));
            }
            // `the past year` is a stretch, `last year` a year; `this week’s`, `this decade` are what they say.
            if word == "past" {
                return Some((self.from(&|d| when::stretch(d, unit, 1, true)), Rule::Stretch, i, i + 2));
            }
            return Some((self.shifted(unit, n), Rule::Counted, i, i + 2));
        }
        if let Some(day) = tables::weekday(term).filter(|_| words.cap(i + 1)) {
            if other {
                let told = self
                    .told(i)
                    .filter(|(a, b)| a == b)
                    .map_or(UNTOLD, |(a, _)| when::weekday(a, day, which));
                return Some((told, Rule::Told, i, i + 2));
            }
            // `This Friday the festival opens`: the last one only where it is told as past.
            if which == Which::This && tense::ahead(words, i) != Some(false) {
                return Some((self.from(&|d| when::weekday_ahead(d, day)), Rule::NextSeven, i, i + 2));
            }
            return Some((self.from(&|d| when::weekday(d, day, which)), Rule::Counted, i, i + 2));
        }
        if let Some(month) = tables::month(term).filter(|_| words.cap(i + 1) && !other) {
            let at = self.from(&|d| {
                let (y, m) = when::month(d, month, Some(which), None);
                When::Month(y, m)
            });
            return Some((at, Rule::Counted, i, i + 2));
        }
        if let Some(read) = self.feast(i + 1, Some(which), i).filter(|_| !other) {
            return Some(read);
        }
        if which == Which::This {
            // `this coming weekend`.
            return tables::which(term)
                .filter(|w| *w == Which::Next)
                .and_then(|w| self.pointed(i + 1, w));
        }
        let number = number_at(words, i + 1)?;
        let n = i64::try_from(number.value.as_whole()?).ok()?;
        // `the last ten days of April`: April decides.
        let of = words.term(number.to + 1) == "of" && self.near(number.to + 1);
        let unit = tables::unit(words.term(number.to)).filter(|_| self.near(number.to) && !of)?;
        let told = self.told(i).filter(|(a, b)| other && a == b).map(|(a, _)| a);
        let back = which == Which::Last;
        let stretch = |d| match unit {
            Unit::Hour => when::stretch(d, Unit::Day, n.saturating_add(23) / 24, back),
            _ => when::stretch(d, unit, n, back),
        };
        // `spent the next eight years in`, `Over the next two decades she wrote`: counted from where the story is.
        let past = || {
            let from = i.saturating_sub(2);
            among("spent", words.term(from)) || tense::begins(words, from) && tense::ahead(words, i) == Some(false)
        };
        let when = match !back && told.is_none() && past() {
            true => UNTOLD,
            false => told.or(self.published).map_or(UNDATED, stretch),
        };
        Some((when, Rule::Stretch, i, number.to + 1))
    }

    /// `Thursday, March 16`, `Wednesday last week`, `Friday week`, `Friday`.
    fn named_day(&self, i: usize, day: u32) -> Read {
        let words = self.words;
        // The date decides.
        let gap = words.gap(i + 1).only(Gap::SPACE.and(Gap::COMMA).and(Gap::STOP)) && !words.weak(i + 1);
        if let Some(read) = self.dated(i + 1).filter(|_| gap) {
            return (read.0, read.1, i, read.3);
        }
        let of = usize::from(words.term(i + 1) == "of" && self.near(i + 1));
        let next = i + 1 + of;
        let week = words.term(next + 1) == "week" && self.near(next) && self.near(next + 1);
        if let Some(which) = tables::which(words.term(next)).filter(|w| week && *w != Which::This) {
            let n = if which == Which::Last { -1 } else { 1 };
            let at = self.from(&|d| {
                when::shifted(d, Unit::Week, n)
                    .ends()
                    .map_or(UNDATED, |(a, _)| when::shifted(a, Unit::Day, day.into()))
            });
            return (at, Rule::Counted, i, next + 2);
        }
        // `every Monday`, `on a Monday`, but `a Monday morning`.
        let lead = if i > 0 && self.near(i) { words.term(i - 1) } else { "" };
        // `on a Tuesday in September`
        let any = lead == "a" && (!self.near(i + 1) || among("in when or and that if", words.term(i + 1)));
        if among("every each any typical", lead) || any {
            return (When::Unknown("which one is not told"), Rule::LastSeven, i, i + 1);
        }
        // `Friday week`, `a week on Tuesday`.
        let behind = words.term(i + 1) == "week" && self.near(i + 1);
        let before = i > 2
            && self.near(i)
            && words.term(i - 1) == "on"
            && words.term(i - 2) == "week"
            && words.term(i - 3) == "a";
        if behind || before {
            let at = self.from(&|d| {
                when::weekday_ahead(d, day)
                    .ends()
                    .map_or(UNDATED, |(a, _)| when::shifted(a, Unit::Day, 7))
            });
            return (
                at,
                Rule::Counted,
                if before { i - 3 } else { i },
                i + 1 + usize::from(behind),
            );
        }
        if tense::ahead(words, i) == Some(true) {
            (self.from(&|d| when::weekday_ahead(d, day)), Rule::NextSeven, i, i + 1)
        } else {
            (
                self.from(&|d| when::weekday(d, day, Which::This)),
                Rule::LastSeven,
                i,
                i + 1,
            )
        }
    }

    /// `two weeks ago`, `a year earlier`, `three days later`, `ten years from now`, `in 18 months`.
    fn ago(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let one = among("a an", words.term(i)) && self.near(i + 1) && tables::unit(words.term(i + 1)).is_some();
        let (n, at) = if one {
            (1, i + 1)
        } else {
            let number = number_at(words, i)?;
            (i64::try_from(number.value.as_whole()?).ok()?, number.to)
        };
        let unit = tables::unit(words.term(at)).filter(|u| self.near(at) && *u != Unit::Hour)?;
        let (unit, n) = if unit == Unit::Decade {
            (Unit::Year, n.saturating_mul(10))
        } else {
            (unit, n)
        };
        let behind = self.near(at + 1);
        let ends = !self.near(at + 2) || words.term(at + 2) == "and";
        let to = at + 2;
        Some(match words.term(at + 1) {
            "ago" if behind => (self.shifted(unit, -n), Rule::Counted, i, to),
            "from" if behind && words.term(to) == "now" => (self.shifted(unit, n), Rule::Counted, i, to + 1),
            // `a year earlier than planned`: nothing tells from when.
            "earlier" | "later" if words.term(to) == "than" => return None,
            "earlier" if behind => (self.on_from(i, unit, -n), Rule::Told, i, to),
            "later" if behind => (self.on_from(i, unit, n), Rule::Told, i, to),
            "before" if behind && ends => (self.on_from(i, unit, -n), Rule::Told, i, to),
            "after" if behind && ends => (self.on_from(i, unit, n), Rule::Told, i, to),
            _ => {
                // `will open in two weeks`; `the worst in two weeks`, `killed 20 in two weeks` look back.
                let lead = words.term(i.wrapping_sub(1));
                let best = (i.saturating_sub(9)..i).any(|k| {
                    let term = words.term(k);
                    term.len() > 4 && term.ends_with("est") || among("first most worst best only time", term)
                });
                if i == 0 || !self.near(i) || !among("in within", lead) || best || tense::ahead(words, i) != Some(true)
                {
                    return None;
                }
                let when = if lead == "in" {
                    self.shifted(unit, n)
                } else {
                    self.from(&|d| when::stretch(d, unit, n, false))
                };
                (when, Rule::Counted, i - 1, at + 1)
            }
        })
    }

    /// `the end of the year`, `the day before`, `a few days ago`, `the third quarter`, `year-end`: read from the unit.
    fn unit(&self, i: usize, unit: Unit) -> Option<Read> {
        let words = self.words;
        let term = words.term(i);
        let before = words.term(i.wrapping_sub(1));
        let next = words.term(i + 1);
        if unit == Unit::Quarter {
            return self.business(i);
        }
        if unit == Unit::Year && among("fiscal financial", before) {
            return self.business(i);
        }
        if term.ends_with('s') {
            // `a few days ago`, `days later`.
            let few = among("few several many some recent", before);
            let other = among("later earlier ago", next) && self.near(i + 1) && words.term(i + 2) != "than";
            let vague = other || before == "recent" && self.near(i);
            return (vague && unit != Unit::Hour).then(|| {
                (
                    VAGUE,
                    Rule::Stretch,
                    if few { i - 1 } else { i },
                    i + 1 + usize::from(other),
                )
            });
        }
        if words.glued(i + 1) && next == "end" {
            let when = self.from(&|d| when::edge(when::shifted(d, unit, 0), true));
            return Some((when, Rule::Counted, i, i + 2));
        }
        if before != "the" || !self.near(i) || unit == Unit::Hour {
            return None;
        }
        let ends = !self.near(i + 2) || among("and in on at", words.term(i + 2));
        if among("before after", next) && self.near(i + 1) && ends {
            let n = if next == "after" { 1 } else { -1 };
            return Some((self.on_from(i, unit, n), Rule::Told, i, i + 2));
        }
        // Of the year that is told of, else of publication: `the end of the year`.
        if i < 3 || words.term(i - 2) != "of" {
            return None;
        }
        // `killed since the beginning of the month`: the one that is.
        let since = i > 4 && words.term(i - 5) == "since";
        let told = !since && self.told(i).is_some();
        let when = if told {
            self.on_from(i, unit, 0)
        } else {
            self.shifted(unit, 0)
        };
        let read = (when, if told { Rule::Told } else { Rule::Counted }, i, i + 1);
        Some(self.part(read)).filter(|part| part.2 < i)
    }

    /// The night before publication: `overnight`.
    fn loose(&self, i: usize) -> Option<Read> {
        let words = self.words;
        // `overnight`, no `overnight train`.
        let alone = !self.near(i + 1) || words.listed(i + 1).kind() == Some(crate::lexicon::Kind::Stop);
        let article = i > 0 && among("a an the of for", words.term(i - 1));
        if words.term(i) != "overnight" || !alone || article {
            return None;
        }
        Some((
            self.from(&|d| when::stretch(d, Unit::Day, 1, true)),
            Rule::Counted,
            i,
            i + 1,
        ))
    }
}
