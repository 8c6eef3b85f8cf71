//! Which days are a weekend, a season, a feast?

use super::read::{Read, Reader};
use super::tables::Which;
use super::when::{self, When, easter, yearly};
use super::{Rule, tense};
use crate::lexicon::Kind;
use crate::listing::among;

/// Days that have names: month and day in one number, days from Easter Sunday below 100, 0 where the calendar is another one or the
/// day differs between countries.
const FEASTS: [(&str, i32); 17] = [
    ("christmas eve", 1224),
    ("christmas day", 1225),
    ("christmas", 1225),
    ("boxing day", 1226),
    ("new year eve", 1231),
    ("new years eve", 1231),
    ("new year day", 101),
    ("new years day", 101),
    ("good friday", -2),
    ("easter sunday", EASTER),
    ("easter monday", 1),
    ("easter", EASTER),
    ("fourth of july", 704),
    ("halloween", 1031),
    ("thanksgiving", 0),
    ("ramadan", 0),
    ("diwali", 0),
];

/// The feast that others count from.
const EASTER: i32 = 99;

/// Countries that have their summer at the turn of the year.
const SOUTH: [&str; 7] = [
    "Australia",
    "New Zealand",
    "South Africa",
    "Argentin",
    "Chile",
    "Brazil",
    "Zimbabwe",
];

/// By what a season or feast is dated: a year written with it, a word that counts from the day of publication, or that day alone.
fn rule(year: bool, which: Option<Which>) -> Rule {
    match (year, which) {
        (true, _) => Rule::Written,
        (_, Some(_)) => Rule::Counted,
        _ => Rule::Nearest,
    }
}

impl Reader<'_, '_> {
    /// `last weekend`, `over the weekend`.
    pub fn weekend(&self, i: usize, which: Option<Which>, from: usize) -> Option<Read> {
        let words = self.words;
        if which.is_none() {
            let led = i > 1 && words.term(i - 1) == "the" && among("over at on during by of before", words.term(i - 2));
            if !led || self.near(i + 1) && words.listed(i + 1).kind() != Some(Kind::Stop) {
                return None;
            }
        }
        let ahead = tense::ahead(words, from);
        let when = self.from(&|d| {
            let today = d.weekday() as i64;
            let to = match which {
                Some(Which::Next) if words.term(from) == "next" && today < 5 => {
                    return When::Unknown("ambiguous: the next weekend or the one behind it");
                }
                Some(Which::Next) => 5 - today + if today < 5 { 0 } else { 7 },
                Some(Which::Last) => -2 - today,
                None if ahead != Some(true) && today < 5 => -2 - today,
                Some(Which::This) if ahead == Some(false) && today < 5 => -2 - today,
                _ => 5 - today,
            };
            let day = |n| when::shifted(d, super::tables::Unit::Day, n);
            day(to).to(day(to + 1))
        });
        Some((when, Rule::Counted, from, i + 1))
    }

    /// `last summer`, `the summer of 2017`, `in the autumn`: three months around the middle one.
    pub fn season(&self, i: usize, mid: u32, which: Option<Which>, from: usize) -> Option<Read> {
        let words = self.words;
        // `the summer of 2017`, `summer 2017`, `winter 2016-17`.
        let at = i + 1 + usize::from(words.term(i + 1) == "of" && self.near(i + 1));
        let year = self.written(at).filter(|r| {
            self.near(at) && matches!(r.0, When::Year(_) | When::Span(..)) && self.year_number(at).is_some()
        });
        let led = i > 1
            && words.term(i) != "fall"
            && words.term(i - 1) == "the"
            && among("in over during until by since", words.term(i - 2))
            && (!self.near(i + 1) || words.listed(i + 1).kind() == Some(Kind::Stop) && words.term(i + 1) != "of");
        if which.is_none() && year.is_none() && !led {
            return None;
        }
        let of = |y: i32| {
            if mid == 1 {
                When::months((y - 1, 12), (y, 2))
            } else {
                When::months((y, mid - 1), (y, mid + 1))
            }
        };
        let to = year.map_or(i + 1, |y| y.3);
        let south = *self
            .south
            .get_or_init(|| SOUTH.iter().any(|name| words.text.contains(name)));
        let when = match year.map(|y| y.0) {
            _ if south => When::Unknown("seasons differ between north and south"),
            Some(When::Year(_)) if mid == 1 => When::Unknown("a winter lies in two years"),
            Some(year) => year.ends().map_or(year, |(_, b)| of(b.parts().0)),
            None => self.from(&|d| yearly(d, which, tense::ahead(words, from), &of)),
        };
        Some((when, rule(year.is_some(), which), from, to))
    }

    /// `Christmas Day`, `last Christmas`, `Easter 2016`, `the Fourth of July`.
    pub fn holiday(&self, i: usize, which: Option<Which>, from: usize) -> Option<Read> {
        let words = self.words;
        if !words.cap(i) {
            return None;
        }
        let first = words.term(i);
        let parts = |name: &'static str| name.as_bytes().split(|b| *b == b' ');
        let (name, day) = FEASTS.iter().find(|(name, _)| {
            let mut all = parts(name).enumerate();
            all.all(|(k, w)| words.term(i + k).as_bytes() == w && (k == 0 || self.near(i + k)))
        })?;
        let mut to = i + parts(name).count();
        if first != *name && !words.cap(to - 1) {
            return None;
        }
        let behind = to + usize::from(among("of in", words.term(to)) && self.near(to));
        let year = self.year_number(behind).filter(|_| self.near(behind));
        if first == *name && which.is_none() {
            // `Christmas` may be what something is for, or a name.
            let led = i > 0
                && self.near(i)
                && among(
                    "by at over before after until since for during on around of",
                    words.term(i - 1),
                );
            let other = self.near(to) && words.listed(to).kind() != Some(Kind::Stop) && year.is_none();
            if !led || other {
                return None;
            }
        }
        if year.is_some() {
            to = behind + 1;
        }
        let of = |y: i32| match *day {
            0 => When::Unknown("its day differs between years or countries"),
            100.. => When::day(y, *day as u32 / 100, *day as u32 % 100),
            n => easter(y)
                .and_then(|d| when::days(d, if n == EASTER { 0 } else { n.into() }))
                .map_or(When::Unknown("outside the calendar"), When::Day),
        };
        let when = match year {
            Some(y) => of(y),
            None => self.from(&|d| yearly(d, which, tense::ahead(words, from), &of)),
        };
        Some((when, rule(year.is_some(), which), from, to))
    }
}
