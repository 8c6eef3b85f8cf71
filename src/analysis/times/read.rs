//! Which words are an expression of time, and which kind?

use dateline_corpus::Date;

use super::Rule;
use super::numeric::numeric;
use super::tables::{self, Unit, Which, is_future};
use super::when::{self, UNDATED, When};
use crate::figures::counted::is_plural;
use crate::numbers::number_at;
use crate::words::{Case, Gap, Words};

/// How far a word about what is to come is looked for, in words.
const NEAR: usize = 14;

/// What was read: when, by which rule, first word, one past the last.
type Read = (When, Rule, usize, usize);

/// Reads one text.
pub struct Reader<'a, 't> {
    /// The words.
    pub words: &'a Words<'t>,
    /// The day of publication.
    pub published: Option<Date>,
}

impl Reader<'_, '_> {
    /// The expression that starts at word `i`.
    pub fn at(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let (term, listed) = (words.term(i), words.listed(i));
        if !listed.starts_time() && !listed.starts_number() && !words.numeric(i) {
            return None;
        }
        if let Some(n) = tables::day(term) {
            return Some((
                self.from(|d| when::shifted(d, Unit::Day, n.into())),
                Rule::Counted,
                i,
                i + 1,
            ));
        }
        if let Some(which) = tables::which(term).filter(|_| self.near(i + 1)) {
            return self.pointed(i, which);
        }
        if let Some(day) = tables::weekday(term).filter(|_| words.cap(i)) {
            // `Thursday, March 16`: the date decides.
            if let Some(read) = self
                .month_first(i + 1)
                .filter(|_| words.gap(i + 1).only(Gap::SPACE.and(Gap::COMMA)))
            {
                return Some((read.0, read.1, i, read.3));
            }
            let (when, rule) = self.weekday(i, day);
            return Some((when, rule, i, i + 1));
        }
        self.month_first(i)
            .or_else(|| self.day_first(i))
            .or_else(|| numeric(words, i).map(|(when, rule, to)| (when, rule, i, to)))
            .or_else(|| self.ago(i))
            .or_else(|| self.year(i))
    }

    fn from(&self, resolve: impl FnOnce(Date) -> When) -> When {
        self.published.map_or(UNDATED, resolve)
    }

    fn near(&self, i: usize) -> bool {
        self.words.gap(i).only(Gap::SPACE) && i < self.words.len()
    }

    /// `last week`, `next Thursday`, `this March`, `the past 20 years`.
    fn pointed(&self, i: usize, which: Which) -> Option<Read> {
        let words = self.words;
        let term = words.term(i + 1);
        if let Some(unit) = tables::unit(term).filter(|u| *u != Unit::Day && !term.ends_with('s')) {
            let n = match which {
                Which::Last => -1,
                Which::This => 0,
                Which::Next => 1,
            };
            // `the past year` is a stretch, `last year` a year; `this week’s`, `this decade` are what they say.
            if words.term(i) == "past" {
                return Some((self.from(|d| when::stretch(d, unit, 1, true)), Rule::Stretch, i, i + 2));
            }
            return Some((self.from(|d| when::shifted(d, unit, n)), Rule::Counted, i, i + 2));
        }
        if let Some(day) = tables::weekday(term) {
            return Some((self.from(|d| when::weekday(d, day, which)), Rule::Counted, i, i + 2));
        }
        if let Some(month) = tables::month(term).filter(|_| words.cap(i + 1)) {
            let at = self.from(|d| {
                let (y, m) = when::month(d, month, Some(which), false);
                When::Month(y, m)
            });
            return Some((at, Rule::Counted, i, i + 2));
        }
        if which == Which::This {
            return None;
        }
        let number = number_at(words, i + 1)?;
        let n = i64::try_from(number.value.as_whole()?).ok()?;
        let unit = tables::unit(words.term(number.to)).filter(|_| self.near(number.to))?;
        let back = which == Which::Last;
        Some((
            self.from(|d| when::stretch(d, unit, n, back)),
            Rule::Stretch,
            i,
            number.to + 1,
        ))
    }

    fn weekday(&self, i: usize, day: u32) -> (When, Rule) {
        if self.ahead(i) {
            (self.from(|d| when::weekday_ahead(d, day)), Rule::NextSeven)
        } else {
            (self.from(|d| when::weekday(d, day, Which::This)), Rule::LastSeven)
        }
    }

    /// Whether the clause around word `i` tells what is to come: `will … on Thursday`; `On Thursday, … are expected to`.
    fn ahead(&self, i: usize) -> bool {
        let words = self.words;
        // `On Thursday, officials said, they will`: words put in between commas end no clause.
        let speech = |k: usize| {
            !words.gap(k + 1).has(Gap::COMMA)
                && matches!(
                    words.term(k),
                    "said" | "told" | "says" | "announced" | "added" | "after"
                )
        };
        let mut at = i;
        while at > 0 && i - at < NEAR && !self.begins(at) {
            at -= 1;
            if speech(at) {
                return false;
            }
            if self.future(at) {
                return true;
            }
        }
        // Nothing before it, and the sentence opens with it: what comes behind decides.
        self.begins(at)
            && i - at < 3
            && (i + 1..i + 2 * NEAR)
                .take_while(|&k| k < words.len() && !self.begins(k) && !speech(k))
                .any(|k| self.future(k))
    }

    fn future(&self, i: usize) -> bool {
        let words = self.words;
        let term = words.term(i);
        let to = words.term(i + 1) == "to"
            || words.term(i + 1) == "for"
            || words.term(i + 1) == "in"
            || words.term(i + 1) == "on";
        match term {
            "set" | "due" | "expected" | "going" | "scheduled" | "plan" | "plans" | "planned" | "intends" | "hopes" => {
                to
            }
            _ => is_future(term) && words.get(i).is_some_and(|w| w.case == Case::Lower),
        }
    }

    fn begins(&self, i: usize) -> bool {
        let words = self.words;
        i == 0 || words.weak(i) && words.gap(i).has(Gap::STOP.and(Gap::BREAK).and(Gap::END))
    }

    /// `March 16, 2017`, `March 16`, `April 6-7`, `March 2017`, `March`.
    fn month_first(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let month = tables::month(words.term(i)).filter(|_| words.cap(i))?;
        let dotted = Gap::SPACE.and(Gap::STOP);
        let behind = words.gap(i + 1).only(dotted);
        if let Some(day) = self.day_number(i + 1).filter(|_| behind) {
            let mut to = i + 2;
            // `April 6-7`, `April 28 to 30`.
            let dash = words.gap(to).only(Gap::HYPHEN.and(Gap::PAUSE).and(Gap::SPACE))
                && words.gap(to).has(Gap::HYPHEN.and(Gap::PAUSE));
            let word = matches!(words.term(to), "to" | "and") && self.near(to) && self.near(to + 1);
            let last = if dash { Some(to) } else { word.then_some(to + 1) };
            let last = last.and_then(|k| Some((self.day_number(k).filter(|d| *d > day)?, k + 1)));
            if let Some((_, past)) = last {
                to = past;
            }
            let year = self
                .year_number(to)
                .filter(|_| words.gap(to).only(Gap::SPACE.and(Gap::COMMA)));
            let when = |day: u32| match year {
                Some(y) => When::day(y, month, day),
                None => self.from(|d| when::day_of_year(d, month, day)),
            };
            let all = last.map_or(when(day), |(end, _)| when(day).to(when(end)));
            return Some((all, rule(year), i, to + usize::from(year.is_some())));
        }
        if let Some(year) = self
            .year_number(i + 1)
            .filter(|_| words.gap(i + 1).only(dotted.and(Gap::COMMA)))
        {
            return Some((When::Month(year, month), Rule::Written, i, i + 2));
        }
        // `May` and `March` are words, `April` and `June` are names: alone, behind a preposition only.
        let led = i > 0
            && self.near(i)
            && matches!(
                words.term(i - 1),
                "in" | "since"
                    | "until"
                    | "by"
                    | "of"
                    | "from"
                    | "early"
                    | "late"
                    | "mid"
                    | "during"
                    | "before"
                    | "after"
                    | "through"
                    | "to"
                    | "between"
                    | "and"
                    | "or"
            );
        let plain = !matches!(month, 3 | 4 | 5 | 6 | 8) && words.term(i).len() > 3;
        let named = words.weak(i) || words.cap(i + 1) && self.near(i + 1);
        if !plain && (named || !led) {
            return None;
        }
        let at = self.from(|d| {
            let (y, m) = when::month(d, month, None, self.ahead(i));
            When::Month(y, m)
        });
        Some((at, Rule::Nearest, i, i + 1))
    }

    /// `18 April`, `18 April 2017`, `the 18th of April`.
    fn day_first(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let day = self.day_number(i)?;
        let of = usize::from(words.term(i + 1) == "of" && self.near(i + 1));
        let at = i + 1 + of;
        let month = tables::month(words.term(at)).filter(|_| words.cap(at) && self.near(at))?;
        let year = self
            .year_number(at + 1)
            .filter(|_| words.gap(at + 1).only(Gap::SPACE.and(Gap::COMMA).and(Gap::STOP)));
        let when = match year {
            Some(y) => When::day(y, month, day),
            None => self.from(|d| when::day_of_year(d, month, day)),
        };
        Some((when, rule(year), i, at + 1 + usize::from(year.is_some())))
    }

    /// `two weeks ago`, `a year earlier`, `three days later`, `ten years from now`.
    fn ago(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let one = matches!(words.term(i), "a" | "an") && self.near(i + 1) && tables::unit(words.term(i + 1)).is_some();
        let (n, at) = if one {
            (1, i + 1)
        } else {
            let number = number_at(words, i)?;
            (i64::try_from(number.value.as_whole()?).ok()?, number.to)
        };
        let unit = tables::unit(words.term(at)).filter(|_| self.near(at))?;
        let (sign, to) = match words.term(at + 1) {
            "ago" => (-1, at + 2),
            "from" if words.term(at + 2) == "now" => (1, at + 3),
            _ => return None,
        };
        let when = if unit == Unit::Decade {
            self.from(|d| when::shifted(d, Unit::Year, sign * n.saturating_mul(10)))
        } else {
            self.from(|d| when::shifted(d, unit, sign * n))
        };
        self.near(at + 1).then_some((when, Rule::Counted, i, to))
    }

    /// `2011`, `the 2015 deal`, `1990s`, `2016-17`.
    fn year(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let raw = words.raw(i);
        if let Some(decade) = raw.strip_suffix('s').filter(|r| r.len() == 4 && r.ends_with('0')) {
            let year: i32 = decade.parse().ok().filter(|y| (1000..2100).contains(y))?;
            return Some((When::decade(year), Rule::Written, i, i + 1));
        }
        let year = self.year_number(i)?;
        let before = words.text[..words.get(i)?.start].chars().next_back();
        let after = words.text[words.get(i)?.end..].chars().next();
        if matches!(before, Some('$' | '€' | '£' | '¥' | '.' | ',' | '/' | '#'))
            || matches!(after, Some('%' | '/' | ':' | '°'))
        {
            return None;
        }
        let dash = words.gap(i + 1).only(Gap::HYPHEN.and(Gap::PAUSE)) && i + 1 < words.len();
        if dash {
            let end = words.raw(i + 1);
            let last = match end.len() {
                4 => self.year_number(i + 1),
                2 => end.parse::<i32>().ok().map(|e| year / 100 * 100 + e),
                _ => None,
            };
            if let Some(last) = last.filter(|l| *l > year) {
                return Some((When::years(year, last), Rule::Written, i, i + 2));
            }
        }
        let led = i > 0
            && words.gap(i).only(Gap::SPACE)
            && matches!(
                words.term(i - 1),
                "in" | "since"
                    | "by"
                    | "until"
                    | "till"
                    | "from"
                    | "of"
                    | "during"
                    | "the"
                    | "before"
                    | "after"
                    | "early"
                    | "late"
                    | "mid"
                    | "between"
                    | "and"
                    | "to"
                    | "through"
                    | "its"
                    | "his"
                    | "their"
                    | "around"
                    | "a"
                    | "an"
                    | "for"
            );
        // `2000 people` are a figure; `the 2015 deal`, `2015.` a year.
        let counts =
            self.near(i + 1) && words.get(i + 1).is_some_and(|w| w.case == Case::Lower) && is_plural(words.term(i + 1));
        let free = !self.near(i + 1) || !counts && (led || words.possessive(i));
        let glued = i > 0 && words.glued(i) && !matches!(words.term(i - 1), "mid" | "pre" | "post");
        ((led && !counts || free) && !glued).then_some((When::year(year), Rule::Written, i, i + 1))
    }

    fn day_number(&self, i: usize) -> Option<u32> {
        let raw = self.words.raw(i);
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|e| raw.strip_suffix(e))
            .unwrap_or(raw);
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|d| plain && (1..=31).contains(d))
    }

    /// Four digits that are a year of ours or the last centuries.
    fn year_number(&self, i: usize) -> Option<i32> {
        let raw = self.words.raw(i);
        let plain = raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
        raw.parse().ok().filter(|y| plain && (1500..2100).contains(y))
    }
}

fn rule(year: Option<i32>) -> Rule {
    if year.is_some() { Rule::Written } else { Rule::Nearest }
}
