//! Are two expressions of time the ends of one stretch?

use super::read::{Read, Reader};
use super::tables::Unit;
use super::when::{self, When};
use super::{Rule, tense};
use crate::words::Gap;

impl Reader<'_, '_> {
    /// A hyphen or a dash without spaces before word `i`.
    pub fn dash(&self, i: usize) -> bool {
        let gap = self.words.gap(i);
        gap.only(Gap::HYPHEN.and(Gap::PAUSE)) && gap.has(Gap::HYPHEN.and(Gap::PAUSE))
    }

    /// `from 2014 to 2016`, `between Monday and Wednesday`, `June to August`: from the first to the second.
    pub fn range(&self, first: Read, second: Read) -> Option<Read> {
        let words = self.words;
        let (_, _, from, to) = first;
        // `April-June`, `Monday–Friday`.
        let dash = second.2 == to && self.dash(to);
        if !dash && (second.2 != to + 1 || !self.near(to) || !self.near(to + 1)) {
            return None;
        }
        let led = if from > 0 && words.gap(from).only(Gap::SPACE) {
            words.term(from - 1)
        } else {
            ""
        };
        let month = |read: Read| matches!(read.0, When::Month(..));
        let joined = match (led, words.term(to)) {
            _ if dash => std::mem::discriminant(&first.0) == std::mem::discriminant(&second.0),
            ("between", "and") => true,
            // `moved from Monday to Wednesday` is no stretch.
            ("from", "to" | "until" | "till" | "through") => !tense::moved(words, from),
            (_, "to" | "through") => month(first) && month(second) && !led.ends_with("ed"),
            _ => false,
        };
        if !joined {
            return None;
        }
        let when = match (first.0, second.0) {
            // `June to August 2016`, `from March 3 to March 9, 2015`: the year is of both.
            (When::Month(_, a), When::Month(y, b)) if first.1 == Rule::Nearest => {
                When::Month(y - i32::from(a > b), a).to(second.0)
            }
            (When::Day(a), When::Day(b)) if a > b && first.1 != Rule::Written && second.1 != Rule::Written => {
                // Days of the week: the next one behind the first; before one that is told otherwise (`Friday last week`) the last.
                let n = i64::from((b.days() - a.days()).rem_euclid(7));
                let day = |d, n| when::shifted(d, Unit::Day, n);
                match (second.1, a.days() - b.days()) {
                    (_, 15..) => return None,
                    (Rule::Counted, _) => day(b, -n).to(second.0),
                    _ => first.0.to(day(a, n)),
                }
            }
            (When::Day(a), When::Day(b)) if second.1 == Rule::Written && first.1 == Rule::Nearest => {
                let ((_, m, d), (y, other, _)) = (a.parts(), b.parts());
                When::day(y - i32::from(m > other), m, d).to(second.0)
            }
            (a, b) if a.ends().is_some() && b.ends().is_some() => a.to(b),
            // Without a day of publication both are as unknown as one.
            _ => return None,
        };
        if let When::Unknown(_) = when {
            return None;
        }
        Some((when, second.1, from, second.3))
    }
}
