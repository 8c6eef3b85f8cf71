//! Days written in numbers alone.

use dateline_corpus::Date;

use super::{Rule, When};
use crate::words::Words;

/// `2017-03-16`, `3/4/2017`, `16.3.2017`: told where only one reading is a day.
pub fn numeric(words: &Words<'_>, i: usize) -> Option<(When, Rule, usize)> {
    let written = |from: usize, to: usize| Some(&words.text[words.get(from)?.start..words.get(to)?.end]);
    let text = written(i, i)?;
    if let Some(three) = written(i, i + 2).filter(|t| t.len() == 10).and_then(Date::parse_iso) {
        return Some((When::Day(three), Rule::Written, i + 3));
    }
    // The tokenizer keeps 16.3 together, and parts 3/4.
    let (text, to) = if text.contains('.') {
        (text, i + 1)
    } else {
        (written(i, i + 2)?, i + 3)
    };
    let mut parts = text.split(['/', '.']);
    let number = |p: Option<&str>| {
        p.filter(|p| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|p| p.parse::<u32>().ok())
    };
    let (a, b, c) = (number(parts.next())?, number(parts.next())?, parts.next()?);
    let year = number(Some(c)).filter(|_| c.len() == 4 || c.len() == 2)?;
    if parts.next().is_some() || !(text.matches('/').count() == 2 || text.matches('.').count() == 2 && c.len() == 4) {
        return None;
    }
    // Two digits are of the century around now: 70 to 99 are the nineteen-hundreds (POSIX strptime: 69).
    let year = year as i32
        + if c.len() == 4 {
            0
        } else if year < 69 {
            2000
        } else {
            1900
        };
    let when = match (Date::new(year, a, b), Date::new(year, b, a)) {
        (Some(x), Some(y)) if x != y => When::Unknown("ambiguous: day and month may be in either order"),
        (Some(x), _) | (None, Some(x)) => When::Day(x),
        (None, None) => return None,
    };
    Some((when, Rule::Numeric, to))
}
