//! A calendar day, without a time and without a zone.

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the proleptic Gregorian calendar, stored as days since 1970-01-01. Legal years: 1 to 9999.
///
/// ```
/// use dateline_corpus::Date;
///
/// let day = Date::parse_iso("2017-03-16T08:00:00Z").expect("a day");
/// assert_eq!((day.parts(), day.weekday(), day.to_string().as_str()), ((2017, 3, 16), 3, "2017-03-16"));
/// assert_eq!(Date::new(2017, 2, 29), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NonZeroU32);

/// What is stored is so much more than the days since 1970-01-01: never 0, so that no date takes no room of its own.
const OFFSET: i32 = 800_001;

impl Date {
    /// Of days after -800,000.
    const fn of(days: i32) -> Self {
        Self(NonZeroU32::MIN.saturating_add((days + OFFSET - 1) as u32))
    }

    /// 1970-01-01, from which days are counted.
    pub const EPOCH: Self = Self::of(0);

    /// A date from its parts; `None` for a day that does not exist.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self::of(days_from_civil(year, month, day)))
    }

    /// From days since 1970-01-01; `None` outside the years 1 to 9999.
    pub fn from_days(days: i32) -> Option<Self> {
        let (year, _, _) = civil_from_days(days.clamp(-800_000, 3_000_000));
        ((1..=9999).contains(&year) && (-800_000..=3_000_000).contains(&days)).then(|| Self::of(days))
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i32 {
        self.0.get() as i32 - OFFSET
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i32, u32, u32) {
        civil_from_days(self.days())
    }

    /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
    pub fn weekday(self) -> u32 {
        (self.days() + 3).rem_euclid(7) as u32
    }

    /// `16 March 2017`.
    pub fn in_words(self) -> String {
        let (year, month, day) = self.parts();
        format!("{day} {} {year}", month_name(month))
    }

    /// `2017-03-16`, also where a time follows (`2017-03-16T08:00:00Z`). Nothing else.
    pub fn parse_iso(s: &str) -> Option<Self> {
        let b = s.as_bytes();
        if b.len() < 10 || b[4] != b'-' || b[7] != b'-' || (b.len() > 10 && !matches!(b[10], b'T' | b't' | b' ')) {
            return None;
        }
        let number = |r: std::ops::Range<usize>| -> Option<u32> {
            b[r].iter()
                .try_fold(0u32, |n, d| d.is_ascii_digit().then(|| n * 10 + u32::from(d - b'0')))
        };
        Self::new(number(0..4)? as i32, number(5..7)?, number(8..10)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.parts();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let s = String::deserialize(d)?;
        Self::parse_iso(&s).ok_or_else(|| serde::de::Error::custom("expected a date as YYYY-MM-DD"))
    }
}

/// English names of months in small letters, with the abbreviations of newspapers, and their numbers from 1.
pub const MONTHS: [(&str, u32); 24] = [
    ("january", 1),
    ("jan", 1),
    ("february", 2),
    ("feb", 2),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("may", 5),
    ("june", 6),
    ("jun", 6),
    ("july", 7),
    ("jul", 7),
    ("august", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("october", 10),
    ("oct", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

/// The English name of a month, 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[(month as usize + 11) % 12]
}

/// Days in a month of the Gregorian calendar; `month` is 1 to 12.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil and civil_from_days.
// Years start in March, so that the leap day is the last of its year; an era is 400 years or 146,097 days.
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    } as u32;
    (year_of_era + era * 400 + i32::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn every_day_of_eight_centuries_survives_the_round_trip() {
        for days in -150_000..150_000 {
            let date = Date::from_days(days).unwrap();
            let (y, m, d) = date.parts();
            assert_eq!(Date::new(y, m, d).unwrap().days(), days);
            assert_eq!(Date::parse_iso(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Date::new(1970, 1, 1).unwrap().days(), 0);
        assert_eq!(
            Date::new(2017, 3, 16).unwrap().weekday(),
            3,
            "16 March 2017 was a Thursday"
        );
        for bad in [
            "2017-02-29",
            "2017-13-01",
            "2017-3-16",
            "2017-03-16x",
            "0000-01-01",
            "",
            "2017/03/16",
        ] {
            assert_eq!(Date::parse_iso(bad), None, "{bad}");
        }
        assert!(Date::parse_iso("2017-03-16T08:00:00Z").is_some());
        assert_eq!(Date::new(2017, 12, 1).unwrap().in_words(), "1 December 2017");
    }
}
