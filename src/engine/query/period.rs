//! Which days does a date in a query mean?

use std::ops::Range;

use dateline_corpus::Date;
use dateline_corpus::date::days_in_month;

/// What a date was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// The first day and the last.
    Days(Date, Date),
    /// Not yet a date, but the beginning of one.
    Begun,
    /// No date.
    Wrong,
}

/// The first and the last day of `2017`, `2017-03` or `2017-03-16`.
pub(super) fn days(text: &str) -> Option<(Date, Date)> {
    let bytes = text.as_bytes();
    let number = |range: Range<usize>| {
        bytes.get(range)?.iter().try_fold(0u32, |n, digit| {
            digit.is_ascii_digit().then(|| n * 10 + u32::from(digit - b'0'))
        })
    };
    let hyphen = |at: usize| bytes.get(at) == Some(&b'-');
    let year = number(0..4)? as i32;
    match bytes.len() {
        4 => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        7 if hyphen(4) => {
            let month = number(5..7)?;
            let first = Date::new(year, month, 1)?;
            Some((first, Date::new(year, month, days_in_month(year, month))?))
        }
        10 if hyphen(4) && hyphen(7) => {
            let day = Date::new(year, number(5..7)?, number(8..10)?)?;
            Some((day, day))
        }
        _ => None,
    }
}

/// Reads a date. While it is still being typed, what stands there counts as far as it is one: `2017-1` is 2017.
pub(super) fn period(text: &str, typing: bool) -> Period {
    if let Some((first, last)) = days(text) {
        return Period::Days(first, last);
    }
    // Whether some ending makes it a date: the last digit may have to be a 1 (month 01) or a 0 (30 April).
    let can_become = |ending: &str| {
        ending
            .get(text.len()..)
            .is_some_and(|rest| days(&[text, rest].concat()).is_some())
    };
    if !typing || !(can_become("0001-01-01") || can_become("0000-00-00")) {
        return Period::Wrong;
    }
    let so_far = text.get(..7).and_then(days).or_else(|| text.get(..4).and_then(days));
    so_far.map_or(Period::Begun, |(first, last)| Period::Days(first, last))
}

#[cfg(test)]
mod tests {
    use super::{Period, period};

    fn check(text: &str, typing: bool, expect: &str) {
        let got = match period(text, typing) {
            Period::Days(first, last) => format!("{first} {last}"),
            Period::Begun => "begun".into(),
            Period::Wrong => "wrong".into(),
        };
        assert_eq!(got, expect, "{text} {typing}");
    }

    #[test]
    fn years_months_and_days() {
        check("2017", false, "2017-01-01 2017-12-31");
        check("2016-02", false, "2016-02-01 2016-02-29");
        check("2017-03-16", false, "2017-03-16 2017-03-16");
        for wrong in [
            "",
            "20",
            "0000",
            "2017-13",
            "2017-3",
            "2017-02-30",
            "2017-03-16T",
            "2017/03",
            "today",
            "２０１７",
        ] {
            check(wrong, false, "wrong");
        }
    }

    #[test]
    fn a_date_being_typed_counts_as_far_as_it_goes() {
        for begun in ["", "2", "20", "000"] {
            check(begun, true, "begun");
        }
        for year in ["2017", "2017-", "2017-0", "2017-1"] {
            check(year, true, "2017-01-01 2017-12-31");
        }
        for month in ["2017-04", "2017-04-", "2017-04-0", "2017-04-3"] {
            check(month, true, "2017-04-01 2017-04-30");
        }
        for wrong in [
            "x",
            "0000",
            "2017-2",
            "2017-13",
            "2017-02-3",
            "2017-04-31",
            "2017-03-16x",
            "é",
        ] {
            check(wrong, true, "wrong");
        }
    }
}
