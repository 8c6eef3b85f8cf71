//! Which days, months and years are written out?

use super::numeric::numeric;
use super::read::{Read, Reader};
use super::tables::{self, LEADS};
use super::tense;
use super::when::{self, When};
use super::{Rule, tables::ordinal};
use crate::figures::counted::is_plural;
use crate::listing::among;
use crate::words::{Case, Gap};

impl Reader<'_, '_> {
    /// A day, month, year, decade or century as it is written, from word `i` on.
    pub fn written(&self, i: usize) -> Option<Read> {
        self.dated(i).or_else(|| self.year(i))
    }

    /// A month, or a day of one.
    pub fn dated(&self, i: usize) -> Option<Read> {
        self.month_first(i)
            .or_else(|| self.day_first(i))
            .or_else(|| numeric(self.words, i).map(|(when, rule, to)| (when, rule, i, to)))
    }

    /// `March 16, 2017`, `March 16`, `April 6-7`, `March 2017`, `March`.
    fn month_first(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let month = tables::month(words.term(i)).filter(|_| words.cap(i))?;
        let dotted = Gap::SPACE.and(Gap::STOP);
        let behind = words.gap(i + 1).only(dotted);
        if let Some(day) = self.day_number(i + 1).filter(|_| behind) {
            // `April 6-7`, `April 28 to 30`.
            let last = self.last_day(i + 2, day);
            let to = last.map_or(i + 2, |(_, to)| to);
            let year = self.year_behind(to);
            let all = self.days(i, year, month, day, last);
            return Some((all, rule(year), i, year.map_or(to, |year| year.1)));
        }
        if let Some(year) = self
            .year_number(i + 1)
            .filter(|_| words.gap(i + 1).only(dotted.and(Gap::COMMA)))
        {
            return Some((When::Month(year, month), Rule::Written, i, i + 2));
        }
        if let Some((year, to, rule)) = self.year_told(i + 1) {
            return Some((When::Month(year, month), rule, i, to));
        }
        // `May` and `March` are words, `April` and `June` are names: alone, behind a preposition only, or before another month.
        let named = |k: usize| words.cap(k) && tables::month(words.term(k)).is_some();
        let other = among("to through until", words.term(i + 1)) && self.near(i + 2) && named(i + 2)
            || self.dash(i + 1) && named(i + 1)
            || i > 0 && self.dash(i) && named(i - 1);
        let led = other
            || i > 0
                && (self.near(i)
                    && (self.is(i - 1, &LEADS) && !among("the a an for", words.term(i - 1))
                        || words.term(i - 1) == "or")
                    || words.glued(i) && words.term(i - 1) == "mid");
        let plain = !matches!(month, 3 | 4 | 5 | 6 | 8) && words.term(i).len() > 3;
        let named = words.weak(i) && !other && !words.glued(i) || words.cap(i + 1) && self.near(i + 1);
        if !plain && (named || !led) {
            return None;
        }
        // `put off to March`, `from March on`: what has happened says nothing of that month.
        let ahead = tense::clause(words, i, false)
            .filter(|ahead| *ahead || i == 0 || !among("to from through", words.term(i - 1)));
        let at = self.from(&|d| {
            let (y, m) = when::month(d, month, None, ahead);
            When::Month(y, m)
        });
        Some((at, Rule::Nearest, i, i + 1))
    }

    /// `18 April`, `18 April 2017`, `the 18th of April`, `3-5 April`.
    fn day_first(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let day = self.day_number(i)?;
        let last = self.last_day(i + 1, day);
        let to = last.map_or(i + 1, |(_, to)| to);
        let at = to + usize::from(words.term(to) == "of" && self.near(to));
        let month = tables::month(words.term(at)).filter(|_| words.cap(at) && self.near(at))?;
        let year = self.year_behind(at + 1);
        let all = self.days(i, year, month, day, last);
        Some((all, rule(year), i, year.map_or(at + 1, |year| year.1)))
    }

    /// The later day of `6-7`, `28 to 30`, whose first word would be `to`, and one past it.
    fn last_day(&self, to: usize, day: u32) -> Option<(u32, usize)> {
        let words = self.words;
        let dash = words.gap(to).only(Gap::HYPHEN.and(Gap::PAUSE).and(Gap::SPACE))
            && words.gap(to).has(Gap::HYPHEN.and(Gap::PAUSE));
        let word = among("to and", words.term(to)) && self.near(to) && self.near(to + 1);
        let at = if dash { to } else { to + 1 };
        let last = self.day_number(at).filter(|d| *d > day && (dash || word))?;
        Some((last, at + 1))
    }

    /// A day that is written from word `i` on, or the stretch to a later one of its month.
    fn days(&self, i: usize, year: Option<Year>, month: u32, first: u32, last: Option<(u32, usize)>) -> When {
        let ahead = || tense::clause(self.words, i, false);
        // Without *on* the clause may tell of something else: `sold all tickets for the May 5 show`.
        let ahead = ahead().filter(|ahead| *ahead || i > 0 && self.words.term(i - 1) == "on");
        let day = |day: u32| match year {
            Some((y, ..)) => When::day(y, month, day),
            None => self.from(&|d| when::day_of_year(d, month, day, ahead)),
        };
        match last {
            Some((end, _)) => day(first).to(day(end)),
            None => day(first),
        }
    }

    /// The year that stands behind a day.
    fn year_behind(&self, at: usize) -> Option<Year> {
        let gap = self.words.gap(at);
        self.year_number(at)
            .filter(|_| gap.only(Gap::SPACE.and(Gap::COMMA).and(Gap::STOP)))
            // `on 3 May. 2019 was`: a sentence ends.
            .filter(|_| !gap.has(Gap::STOP) || !self.words.weak(at))
            .map(|year| (year, at + 1, Rule::Written))
            .or_else(|| self.year_told(at))
    }

    /// The year of `July last year`, `on 9 November next year`, from its first word on.
    fn year_told(&self, at: usize) -> Option<Year> {
        let words = self.words;
        let n = match words.term(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let year = self.published?.parts().0 + n;
        (self.near(at) && self.near(at + 1) && words.term(at + 1) == "year").then_some((year, at + 2, Rule::Counted))
    }

    /// `2011`, `the 2015 deal`, `1990s`, `2016-17`, `the ’90s`, `since ’98`.
    fn year(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let raw = words.raw(i);
        let mut before = words.text[..words.get(i)?.start].chars().rev();
        let before = (before.next(), before.next());
        let short = matches!(before.0, Some('\'' | '’' | '‘')) && before.1.is_some_and(char::is_whitespace);
        let led = i > 0
            && (words
                .gap(i)
                .only(Gap::SPACE.and(if short { Gap::QUOTE } else { Gap::SPACE }))
                && self.is(i - 1, &LEADS)
                || words.glued(i) && words.term(i - 1) == "mid");
        if let Some(decade) = raw.strip_suffix('s').filter(|r| r.ends_with('0')) {
            let year: i32 = decade.parse().ok()?;
            let when = match (decade.len(), year) {
                // The 1800s are a century.
                (4, 1000..2000) if year % 100 == 0 => When::years(year, year + 99),
                (4, 1000..2100) => When::decade(year),
                (2, 20..100) if short => When::decade(1900 + year),
                _ => return None,
            };
            return Some((when, Rule::Written, i, i + 1));
        }
        let counted = words.get(i + 1).is_some_and(|w| w.case == Case::Lower) && is_plural(words.term(i + 1));
        let counts = self.near(i + 1) && counted;
        if short && led && !counts && raw.len() == 2 {
            // The last such year.
            let year: i32 = raw.parse().ok()?;
            let now = self.published.map_or(2069, |d| d.parts().0);
            let year = now - (now - year).rem_euclid(100);
            return Some((When::year(year), Rule::Written, i, i + 1));
        }
        let year = self.year_number(i)?;
        let mut after = words.text[words.get(i)?.end..].chars();
        let after = (after.next(), after.next());
        if matches!(before.0, Some('$' | '€' | '£' | '¥' | '.' | ',' | '/' | '#'))
            || matches!(after.0, Some('%' | ':' | '°'))
        {
            return None;
        }
        let slash = after.0 == Some('/');
        let dash = words.gap(i + 1).only(Gap::HYPHEN.and(Gap::PAUSE)) && i + 1 < words.len();
        if dash || slash {
            let end = words.raw(i + 1);
            let last = match end.len() {
                4 => self.year_number(i + 1),
                2 => end.parse::<i32>().ok().map(|e| year / 100 * 100 + e),
                _ => None,
            };
            // `2018/19` is the next year; `2018/12` may be a month.
            if let Some(last) = last.filter(|l| *l > year && (dash || *l == year + 1)) {
                return Some((When::years(year, last), Rule::Written, i, i + 2));
            }
        }
        // `2000 people` are a figure; `the 2015 deal`, `2015.` a year. Before what can be counted only a preposition of time tells.
        let levels = among("levels highs lows elections prices", words.term(i + 1));
        let named = counts && year % 100 != 0 && (levels || led && self.names_a_year(i, year));
        // `2018 was the hottest year`; `flight 1549 was` is a number.
        let named = named
            || year % 100 != 0
                && among("was is will saw has would brought marked", words.term(i + 1))
                && (i == 0 || tense::begins(words, i) || among("said says that but because while", words.term(i - 1)));
        let free = !self.near(i + 1) || !counts && (led || words.possessive(i));
        let glued = i > 0 && words.glued(i) && !among("mid pre post", words.term(i - 1));
        (!slash && (led && !counts || free || named) && !glued).then_some((When::year(year), Rule::Written, i, i + 1))
    }

    /// `In 2014 militants seized`, `the 2016 elections`, `from 2010 levels`: a year before a plural.
    fn names_a_year(&self, i: usize, year: i32) -> bool {
        let words = self.words;
        let opens = tense::begins(words, i - 1);
        let people = !words.term(i + 1).ends_with('s');
        match words.term(i - 1) {
            "in" => opens || !people,
            "since" | "until" | "till" | "during" => true,
            "by" | "from" if opens => true,
            "the" => !people,
            "of" => {
                i > 1
                    && words.cap(i - 2)
                    && words.get(i - 2).is_some_and(|w| w.case == Case::Title)
                    && !words.weak(i - 2)
            }
            _ => self.published.is_some_and(|d| d.parts().0 < year) && !people,
        }
    }

    fn day_number(&self, i: usize) -> Option<u32> {
        let day = tables::short_number(self.words.raw(i))?.0;
        (day < 32).then_some(day)
    }

    /// Four digits that are a year of ours or the last centuries.
    pub fn year_number(&self, i: usize) -> Option<i32> {
        let raw = self.words.raw(i);
        let plain = raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
        raw.parse().ok().filter(|y| plain && (1500..2100).contains(y))
    }

    /// The ordinal that stands right before word `i`, which may be joined by a hyphen.
    pub fn ordinal(&self, i: usize) -> Option<u32> {
        let joined = i > 0 && (self.near(i) || self.words.glued(i));
        ordinal(self.words.term(i.wrapping_sub(1))).filter(|_| joined)
    }
}

/// A year, one past its last word, and how it is told.
type Year = (i32, usize, Rule);

fn rule(year: Option<Year>) -> Rule {
    year.map_or(Rule::Nearest, |year| year.2)
}
