//! Which day does a date as printed mean?
//!
//! A date is only ever what is written: a day and month without a year stay so, and `3/4/2017` stays undecided, since
//! half the world reads it as 3 April and half as 4 March.

mod months;

use std::ops::Range;
use std::sync::LazyLock;

use dateline_corpus::Date;
use dateline_corpus::date::month_name;
use regex::{Captures, Regex};

use super::pattern::pattern;

/// What a printed date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A whole date.
    Day(Date),
    /// Month (1 to 12) and day (1 to 31) without a year.
    DayOfYear(u32, u32),
    /// Numbers that can be read as two different days: day first, then month first.
    Either(Date, Date),
}

impl Written {
    /// The day, where the writing leaves no doubt.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            _ => None,
        }
    }
}

/// As a reader would write it: `2017-03-16`, `16 March`, `2017-04-03 or 2017-03-04`.
impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::DayOfYear(month, day) => write!(f, "{day} {}", month_name(*month)),
            Self::Either(a, b) => write!(f, "{a} or {b}"),
        }
    }
}

struct Patterns {
    all: Regex,
    compact: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let month = months::alternatives();
    // Alternatives in order of trust; the groups are named y, m, d with the alternative's number. Where words end is
    // checked in `read`: a Unicode word boundary in the pattern would cost the automaton its speed on other scripts.
    let all = format!(
        r"(?ix)
        (?P<y1>[12]\d{{3}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})
        | (?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s\u{{a0}}-]{{0,3}}(?:(?:of|de)\s+)?(?P<m2>{month})\.?,?[\s\u{{a0}}-]{{1,3}}(?:(?:de|del)\s+)?(?P<y2>[12]\d{{3}})
        | (?P<m3>{month})\.?[\s\u{{a0}}-]{{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[\s\u{{a0}}-]{{1,3}}(?P<y3>[12]\d{{3}})
        | (?P<y4>[12]\d{{3}})年\s?(?P<m4>\d{{1,2}})月\s?(?P<d4>\d{{1,2}})日
        | (?P<y5>[12]\d{{3}})년\s?(?P<m5>\d{{1,2}})월\s?(?P<d5>\d{{1,2}})일
        | (?P<d6>\d{{1,2}})\.\s?(?P<m6>\d{{1,2}})\.\s?(?P<y6>[12]\d{{3}})
        | (?P<a7>\d{{1,2}})[/-](?P<b7>\d{{1,2}})[/-](?P<y7>[12]\d{{3}})
        | (?P<m8>{month})\.?[\s\u{{a0}}-]{{1,3}}(?P<d8>\d{{1,2}})(?:st|nd|rd|th)?
        | (?P<d9>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s\u{{a0}}]{{0,2}}(?:(?:of|de)\s+)?(?P<m9>{month})
        "
    );
    Patterns {
        all: pattern(&all),
        compact: pattern(r"^([12]\d{3})(\d{2})(\d{2})(?:\d{4,6})?$"),
    }
});

/// The date of a field that holds nothing else of weight, such as `Thursday, 16 March 2017 08:00 GMT`.
/// `None` where it holds no date, or two different ones.
pub fn of_field(field: &str) -> Option<Written> {
    let field = field.trim();
    if let Some(c) = PATTERNS.compact.captures(field) {
        return whole(&c[1], &c[2], &c[3]).map(Written::Day);
    }
    let mut found = find(field).into_iter().map(|(_, w)| w);
    let first = found.next()?;
    found.all(|w| w == first).then_some(first)
}

/// Every date in a text, with its place in bytes.
pub fn find(text: &str) -> Vec<(Range<usize>, Written)> {
    all(text).collect()
}

/// The first date of a text, if it has one.
pub fn first(text: &str) -> Option<(Range<usize>, Written)> {
    all(text).next()
}

fn all(text: &str) -> impl Iterator<Item = (Range<usize>, Written)> {
    // No form is without a digit, and most paragraphs are.
    let text = if text.bytes().any(|b| b.is_ascii_digit()) {
        text
    } else {
        ""
    };
    PATTERNS.all.captures_iter(text).filter_map(move |c| {
        let range = c.get(0)?.range();
        let glued = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c != 'T');
        // Japanese and Korean dates run into the words around them.
        let spaceless = c.name("y4").or(c.name("y5")).is_some();
        let cut_out = glued(text[..range.start].chars().next_back()) || glued(text[range.end..].chars().next());
        if cut_out && !spaceless {
            None
        } else {
            Some((range, read(&c)?))
        }
    })
}

fn read(c: &Captures) -> Option<Written> {
    let get = |name: &str| c.name(name).map(|m| m.as_str());
    for n in [1, 2, 3, 4, 5, 6] {
        if let (Some(y), Some(m), Some(d)) = (get(&format!("y{n}")), get(&format!("m{n}")), get(&format!("d{n}"))) {
            return whole(y, m, d).map(Written::Day);
        }
    }
    if let (Some(a), Some(b), Some(y)) = (get("a7"), get("b7"), get("y7")) {
        return match (whole(y, b, a), whole(y, a, b)) {
            (Some(x), Some(z)) if x != z => Some(Written::Either(x, z)),
            (Some(x), _) | (None, Some(x)) => Some(Written::Day(x)),
            (None, None) => None,
        };
    }
    for n in [8, 9] {
        if let (Some(m), Some(d)) = (get(&format!("m{n}")), get(&format!("d{n}"))) {
            let (m, d) = (months::number(m)?, d.parse().ok()?);
            // 2000 is a leap year: 29 February may be meant.
            return Date::new(2000, m, d).map(|_| Written::DayOfYear(m, d));
        }
    }
    None
}

fn whole(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = month.parse().ok().or_else(|| months::number(month))?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{Written, find, of_field};

    fn check(field: &str, expected: &str) {
        let got = match of_field(field) {
            Some(Written::Day(d)) => d.to_string(),
            Some(Written::DayOfYear(m, d)) => format!("--{m:02}-{d:02}"),
            Some(Written::Either(a, b)) => format!("{a}|{b}"),
            None => "-".into(),
        };
        assert_eq!(got, expected, "{field}");
    }

    #[test]
    fn dates_as_they_are_printed() {
        for (field, expected) in [
            ("2017-03-16", "2017-03-16"),
            ("2017-03-16T08:00:00Z", "2017-03-16"),
            ("2017/3/6", "2017-03-06"),
            ("20170316", "2017-03-16"),
            ("17 March 2017", "2017-03-17"),
            ("17th of March, 2017", "2017-03-17"),
            ("Thursday, March 16, 2017 4:05 p.m. ET", "2017-03-16"),
            ("Mar. 16, 2017", "2017-03-16"),
            ("Updated: Sept 3rd 2021", "2021-09-03"),
            ("26-FEB-1987 15:01:01.79", "1987-02-26"),
            ("Thu, 16 Mar 2017 08:00:00 +0000", "2017-03-16"),
            ("16.03.2017", "2017-03-16"),
            ("16. März 2017", "2017-03-16"),
            ("1er mars 2017", "2017-03-01"),
            ("16 de marzo de 2017", "2017-03-16"),
            ("16 марта 2017", "2017-03-16"),
            ("2017年3月16日", "2017-03-16"),
            ("16/03/2017", "2017-03-16"),
            ("03/16/2017", "2017-03-16"),
            ("3/4/2017", "2017-04-03|2017-03-04"),
            ("4/4/2017", "2017-04-04"),
            ("March 16", "--03-16"),
            ("(April 10)", "--04-10"),
            ("10 April", "--04-10"),
            ("Feb 29", "--02-29"),
            ("Feb 30, 2017", "-"),
            ("9:55 AM ET", "-"),
            ("16/03/17", "-"),
            ("from 16 March 2017 to 18 March 2017", "-"),
            ("", "-"),
        ] {
            check(field, expected);
        }
    }

    #[test]
    fn a_text_gives_every_date_and_its_place() {
        let text = "On April 18, 2017 he said May would come; on June 3 he left.";
        let found = find(text);
        assert_eq!(
            found.iter().map(|(r, _)| &text[r.clone()]).collect::<Vec<_>>(),
            ["April 18, 2017", "June 3"]
        );
    }
}
