//! Which part of a stretch is meant: early, late, its end, a half, a quarter?

use super::Rule;
use super::read::{Read, Reader};
use super::tables::{self, Which};
use super::when::{self, When, edge, slice};
use crate::listing::{List, among};
use crate::numbers::number_at;
use crate::words::Gap;

const FISCAL: When = When::Unknown("fiscal years differ by country and firm");
const WHOSE: When = When::Unknown("a quarter of what is not told");

/// Figures of a quarter are reported and talked of no longer after its end, in days.
const LONG: i32 = 150;

/// Words of a sentence in which a quarter is one of a year, not of a match.
const BUSINESS: &List = &List::new(
    "percent cent sales profit profits revenue revenues growth gdp economy economic earnings income loss losses shares output exports investors results billion million",
);

impl Reader<'_, '_> {
    /// What words before an expression leave of it: `early 2016`, `the end of March`, `the third quarter of 2018`.
    pub fn part(&self, read: Read) -> Read {
        let (whole, rule, from, to) = read;
        let words = self.words;
        if from == 0
            || matches!(whole, When::Day(_))
            || matches!(rule, Rule::LastSeven | Rule::NextSeven)
            || !(words.gap(from).only(Gap::SPACE.and(Gap::QUOTE)) || words.glued(from))
        {
            return read;
        }
        let the = usize::from(from > 1 && words.term(from - 1) == "the" && self.near(from - 1));
        let at = from - 1 - the;
        let third = |k: usize| match words.term(k) {
            "early" => Some(0),
            "mid" | "middle" => Some(1),
            "late" => Some(2),
            _ => None,
        };
        if let Some(k) = third(at).filter(|_| the == 0) {
            return (slice(whole, k, 3), rule, at, to);
        }
        if the == 0
            && among("later earlier", words.term(at))
            && let (Some(now), Some((a, b))) = (self.published, whole.ends())
            && a <= now
            && now <= b
        {
            let when = if words.term(at) == "later" {
                when::shifted(now, tables::Unit::Day, i64::from(now < b)).to(When::Day(b))
            } else {
                When::Day(a).to(When::Day(now))
            };
            return (when, rule, at, to);
        }
        if at == 0 || !among("of in this", words.term(at)) || !self.near(at) && !words.glued(at) {
            return read;
        }
        let noun = at - 1;
        if let Some(k) = third(noun) {
            return (slice(whole, k, 3), rule, noun, to);
        }
        if words.term(at) != "of" {
            return read;
        }
        let n = self.ordinal(noun);
        let (when, from) = match (words.term(noun), n) {
            ("end" | "close", _) => (edge(whole, true), noun),
            ("start" | "beginning" | "outset", _) => (edge(whole, false), noun),
            ("half", Some(n @ 0..=2)) => (slice(whole, u32::from(n != 1), 2), noun - 1),
            ("quarter", Some(n @ 0..=4)) if matches!(whole, When::Year(_)) => (self.quarter(noun, whole, n), noun - 1),
            ("week", Some(n @ 0..=4)) if matches!(whole, When::Month(..)) => {
                (self.some(whole, tables::Unit::Week, n, 1), noun - 1)
            }
            ("day", Some(n)) => (self.some(whole, tables::Unit::Day, n, 1), noun - 1),
            _ => {
                // `the first three months of 2018`, `the last ten days of May`.
                let unit = tables::unit(words.term(noun)).filter(|_| noun > 1 && self.near(noun));
                let number = unit.and_then(|_| number_at(words, noun - 1)).filter(|n| n.to == noun);
                let n = number.and_then(|n| u32::try_from(n.value.as_whole()?).ok());
                match (unit, n, self.ordinal(noun.wrapping_sub(1))) {
                    (Some(unit), Some(n), Some(k @ 0..=1)) => (self.some(whole, unit, k, n), noun - 2),
                    _ => return read,
                }
            }
        };
        (when, rule, from, to)
    }

    /// So many units of a stretch from its `k`-th on, the last ones where that is 0.
    fn some(&self, whole: When, unit: tables::Unit, k: u32, n: u32) -> When {
        let Some((a, b)) = whole.ends() else { return whole };
        let (n, k) = (i64::from(n.min(1000)), i64::from(k));
        // Weeks are seven days from there.
        let (unit, n, k) = match unit {
            tables::Unit::Week => (tables::Unit::Day, 7 * n, (7 * k - 6).max(0)),
            _ => (unit, n, k),
        };
        let at = |from, by| when::shifted(from, unit, by).ends();
        let (from, to) = if k == 0 {
            (at(b, 1 - n), at(b, 0))
        } else {
            (at(a, k - 1), at(a, k + n - 2))
        };
        match (from, to) {
            (Some((x, _)), Some((_, y))) if a <= x && y <= b && x == y => When::Day(x),
            (Some((x, _)), Some((_, y))) if a <= x && y <= b => When::Span(x, y),
            _ => whole,
        }
    }

    /// The quarter of a year that is not a firm's own.
    fn quarter(&self, i: usize, year: When, n: u32) -> When {
        if self.fiscal(i) {
            FISCAL
        } else {
            slice(year, n.wrapping_sub(1).min(3), 4)
        }
    }

    fn fiscal(&self, i: usize) -> bool {
        (i.saturating_sub(3)..i + 5).any(|k| among("fiscal financial", self.words.term(k)))
    }

    /// Whether the text counts in fiscal years: a quarter without a year is one of these then.
    fn counts_fiscal(&self) -> bool {
        let text = self.words.text;
        *self.fiscal.get_or_init(|| {
            ["fiscal year", "fiscal 2", "FY2", "financial year"]
                .iter()
                .any(|f| text.contains(f))
        })
    }

    /// `fiscal 2018`, `FY2019`, `Q3 2018`, `Q1`, `the third quarter`, `the first half`, `H1 2019`, from its noun on.
    pub fn business(&self, i: usize) -> Option<Read> {
        let words = self.words;
        let (term, raw) = (words.term(i), words.raw(i));
        let near = |k: usize| self.near(k) || words.glued(k);
        let stands = |k: usize| self.year_number(k).filter(|_| near(k));
        if term == "fiscal" || term == "fy" || term == "year" {
            let to = i + 1 + usize::from(term == "fiscal" && words.term(i + 1) == "year");
            let year = stands(to).map(|_| self.written(to).map_or(to + 1, |y| y.3));
            // `fiscal policy`; `the fiscal year`.
            if year.is_none() && to == i + 1 && term != "year" {
                return None;
            }
            let from = if term == "year" { i - 1 } else { i };
            return Some((FISCAL, Rule::Written, from, year.unwrap_or(to)));
        }
        if raw.len() == 6 && raw.starts_with("FY") && raw[2..].bytes().all(|b| b.is_ascii_digit()) {
            return Some((FISCAL, Rule::Written, i, i + 1));
        }
        let code = raw.len() == 2 && words.cap(i);
        let digit = term.as_bytes().get(1).map_or(0, |d| u32::from(d.wrapping_sub(b'0')));
        let (n, parts, from) = match term {
            "quarter" => (self.ordinal(i)?, 4, i - 1),
            "half" => (self.ordinal(i).filter(|n| *n < 3)?, 2, i - 1),
            _ if code && digit < 5 => (digit, if term.starts_with('q') { 4 } else { 2 }, i),
            _ => return None,
        };
        let k = if n == 0 { parts - 1 } else { (n - 1).min(parts - 1) };
        let of = usize::from(words.term(i + 1) == "of" && self.near(i + 1));
        if of > 0 && !code {
            // What it is of is read with it.
            return None;
        }
        let fiscal = self.fiscal(i);
        if let Some(year) = stands(i + 1 + of) {
            let when = if fiscal {
                FISCAL
            } else {
                slice(When::year(year), k, parts)
            };
            return Some((when, Rule::Written, from, i + 2 + of));
        }
        let (low, high) = (i.saturating_sub(16), i + 16);
        let business = (low..high).any(|k| {
            among(BUSINESS, words.term(k)) || words.text[words.get(k).map_or(0, |w| w.end)..].starts_with('%')
        });
        if parts == 2 && !business {
            return None;
        }
        // `the last quarter` is the one before this.
        let when = if fiscal || business && self.counts_fiscal() {
            FISCAL
        } else if !business {
            WHOSE
        } else {
            let ahead = super::tense::ahead(words, i) == Some(true);
            self.from(&|d| {
                let when = when::yearly(d, None, Some(ahead), &|y| slice(When::year(y), k, parts));
                // Figures come out within months: those of a quarter long past are of a firm's own year.
                match when.ends() {
                    Some((_, b)) if d.days() - b.days() > LONG => FISCAL,
                    _ => when,
                }
            })
        };
        Some((when, Rule::Nearest, from, i + 1))
    }

    /// `the 19th century`, `nineteenth-century`.
    pub fn century(&self, i: usize) -> Option<Read> {
        let words = self.words;
        if !among("century centuries", words.term(i)) {
            return None;
        }
        let n = self.ordinal(i).filter(|n| (1..22).contains(n))? as i32;
        // `the twenty-first century`.
        let twenty = i > 1 && words.term(i - 2) == "twenty" && words.glued(i - 1);
        let n = if twenty { n + 20 } else { n };
        let bc = among("bc bce b.c", words.term(i + 1));
        let when = if bc {
            When::Unknown("outside the calendar")
        } else {
            When::years(n * 100 - 99, n * 100)
        };
        Some((
            when,
            Rule::Written,
            i - 1 - usize::from(twenty),
            i + 1 + usize::from(bc),
        ))
    }

    /// A weekend, a season or a feast that starts at word `i`; its pointer, if there is one, at `from`.
    pub fn feast(&self, i: usize, which: Option<Which>, from: usize) -> Option<Read> {
        let term = self.words.term(i);
        if term == "weekend" {
            return self.weekend(i, which, from);
        }
        match tables::season(term) {
            Some(mid) => self.season(i, mid, which, from),
            None => self.holiday(i, which, from),
        }
    }
}
