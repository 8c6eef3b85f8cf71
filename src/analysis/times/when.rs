//! From words of time to days: what each rule makes of the day of publication.

use dateline_corpus::Date;
use dateline_corpus::date::days_in_month;

use super::tables::{Unit, Which};

/// When it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day.
    Day(Date),
    /// A week from Monday: ISO year and week.
    Week(i32, u32),
    /// A month.
    Month(i32, u32),
    /// A year.
    Year(i32),
    /// From a day to a day, both included.
    Span(Date, Date),
    /// It cannot be told, for this reason.
    Unknown(&'static str),
}

/// Where the article has no day of publication.
pub const UNDATED: When = When::Unknown("no publication date");

impl When {
    /// A day of the calendar, or why there is none.
    pub fn day(year: i32, month: u32, day: u32) -> Self {
        Date::new(year, month, day).map_or(Self::Unknown("no such day"), Self::Day)
    }

    /// First and last day of months `from..=to` of years.
    pub fn months(from: (i32, u32), to: (i32, u32)) -> Self {
        let last = |(y, m): (i32, u32)| Date::new(y, m, days_in_month(y, m));
        match (Date::new(from.0, from.1, 1), last(to)) {
            (Some(a), Some(b)) if a <= b => Self::Span(a, b),
            _ => Self::Unknown("outside the calendar"),
        }
    }

    /// The ten years from `year` on.
    pub fn decade(year: i32) -> Self {
        Self::months((year, 1), (year + 9, 12))
    }

    /// From year to year.
    pub fn years(from: i32, to: i32) -> Self {
        Self::months((from, 1), (to, 12))
    }

    /// A whole year, where the calendar has it.
    pub fn year(year: i32) -> Self {
        if (1..=9999).contains(&year) {
            Self::Year(year)
        } else {
            Self::Unknown("outside the calendar")
        }
    }

    /// First and last day.
    pub fn ends(self) -> Option<(Date, Date)> {
        Some(match self {
            Self::Day(d) => (d, d),
            Self::Span(a, b) => (a, b),
            Self::Month(y, m) => (Date::new(y, m, 1)?, Date::new(y, m, days_in_month(y, m))?),
            Self::Year(y) => (Date::new(y, 1, 1)?, Date::new(y, 12, 31)?),
            Self::Week(y, w) => {
                // The week with 4 January is the first (ISO 8601).
                let fourth = Date::new(y, 1, 4)?;
                let monday = fourth.days() - fourth.weekday() as i32 + 7 * (w as i32 - 1);
                (Date::from_days(monday)?, Date::from_days(monday + 6)?)
            }
            Self::Unknown(_) => return None,
        })
    }

    /// From the start of one to the end of the other.
    pub fn to(self, other: Self) -> Self {
        match (self.ends(), other.ends()) {
            (Some((a, _)), Some((_, b))) if a <= b => Self::Span(a, b),
            (Some(_), Some(_)) => Self::Unknown("ends before it starts"),
            _ => UNDATED,
        }
    }
}

/// Counted from another day or stretch, which is nowhere near.
pub const UNTOLD: When = When::Unknown("counted from a day that is not told");

/// The `k`-th of `n` equal parts of a stretch: whole years of decades, months of years, days of months and weeks.
pub fn slice(when: When, k: u32, n: u32) -> When {
    let Some((a, b)) = when.ends() else { return when };
    let ((y, m, d), (to, last, _)) = (a.parts(), b.parts());
    let months = ((to - y) * 12 + last as i32 - m as i32 + 1) as u32;
    let long = b.days() - a.days() + 1;
    if d != 1 || months < 2 {
        let at = |k: u32| a.days() + long * k as i32 / n as i32;
        return match (Date::from_days(at(k)), Date::from_days(at(k + 1) - 1)) {
            (Some(a), Some(b)) if a == b => When::Day(a),
            (Some(a), Some(b)) if a < b => When::Span(a, b),
            _ => when,
        };
    }
    let step = if months > 59 { 12 } else { 1 };
    let at = |k: u32| {
        let all = m - 1 + (k * months + n * step / 2) / n / step * step;
        (y + all as i32 / 12, all % 12 + 1)
    };
    let (from, past) = (at(k), at(k + 1));
    let end = if past.1 == 1 {
        (past.0 - 1, 12)
    } else {
        (past.0, past.1 - 1)
    };
    if from == end {
        When::Month(from.0, from.1)
    } else {
        When::months(from, end)
    }
}

/// The last (or first) part of a stretch, as its end (or start) is meant: a month of a year, a week of a month, else a tenth.
pub fn edge(when: When, last: bool) -> When {
    let n = match when {
        When::Month(..) => 4,
        When::Week(..) => 3,
        When::Year(_) => 12,
        _ => when
            .ends()
            .map_or(1, |(a, b)| if b.days() - a.days() < 120 { 3 } else { 10 }),
    };
    slice(when, if last { n - 1 } else { 0 }, n)
}

/// The one that `fits` of what a calendar has every year: nearest to the day of publication among those before or behind it.
pub fn yearly(from: Date, which: Option<Which>, ahead: Option<bool>, of: &dyn Fn(i32) -> When) -> When {
    let (year, day) = (from.parts().0, from.days());
    let mut best = (i32::MAX, When::Unknown("outside the calendar"));
    for at in year - 2..=year + 2 {
        let when = of(at);
        let Some((a, b)) = when.ends().map(|(a, b)| (a.days(), b.days())) else {
            return when;
        };
        let fits = match (which, ahead) {
            (Some(Which::Last), _) => b < day,
            (Some(Which::Next), _) => a > day,
            (None, Some(true)) => b >= day,
            (None, Some(false)) => a <= day,
            _ => true,
        };
        let far = ((a + b) / 2 - day).abs();
        if fits && far < best.0 {
            best = (far, when);
        }
    }
    best.1
}

/// Easter Sunday of a year, after J. Meeus, J. Jones and H. Butcher ("Astronomical Algorithms", 1991, chapter 8).
pub fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    Date::new(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(d) => write!(f, "{d}"),
            Self::Week(y, w) => write!(f, "{y:04}-W{w:02}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Span(a, b) => write!(f, "{a}/{b}"),
            Self::Unknown(why) => f.write_str(why),
        }
    }
}

/// The week of a day.
pub fn week(day: Date) -> When {
    // A week belongs to the year of its Thursday.
    let thursday = day.days() - day.weekday() as i32 + 3;
    Date::from_days(thursday).map_or(When::Unknown("outside the calendar"), |t| {
        let year = t.parts().0;
        let start = Date::new(year, 1, 1).map_or(t.days(), Date::days);
        When::Week(year, ((t.days() - start) / 7 + 1) as u32)
    })
}

/// So many days from a day.
pub fn days(from: Date, n: i64) -> Option<Date> {
    Date::from_days(i32::try_from(i64::from(from.days()) + n).ok()?)
}

/// `n` units from the day of publication, backwards where negative; as exact as the unit.
pub fn shifted(from: Date, unit: Unit, n: i64) -> When {
    const OUTSIDE: When = When::Unknown("outside the calendar");
    let n = n.clamp(-1_000_000, 1_000_000);
    let (year, month, _) = from.parts();
    match unit {
        Unit::Hour => days(from, n / 24 + n % 24 / 12).map_or(OUTSIDE, When::Day),
        Unit::Day => days(from, n).map_or(OUTSIDE, When::Day),
        Unit::Week => days(from, 7 * n).map_or(OUTSIDE, week),
        Unit::Month => {
            let at = i64::from(year) * 12 + i64::from(month) - 1 + n;
            let (y, m) = (at.div_euclid(12) as i32, at.rem_euclid(12) as u32 + 1);
            Date::new(y, m, 1).map_or(OUTSIDE, |_| When::Month(y, m))
        }
        Unit::Quarter => {
            let at = i64::from(year) * 4 + i64::from((month - 1) / 3) + n;
            let (y, q) = (at.div_euclid(4) as i32, at.rem_euclid(4) as u32);
            When::months((y, q * 3 + 1), (y, q * 3 + 3))
        }
        Unit::Year => When::year(year + n as i32),
        Unit::Decade => When::decade((year.div_euclid(10) + n as i32) * 10),
    }
}

/// The last `n` units up to the day of publication, or the next from it on.
pub fn stretch(from: Date, unit: Unit, n: i64, back: bool) -> When {
    let n = n.clamp(0, 1_000_000);
    let far = match shifted(from, unit, if back { -n } else { n }) {
        // `the past two decades` are twenty years, whatever digit they start with.
        _ if unit == Unit::Decade => shifted(from, Unit::Year, if back { -10 * n } else { 10 * n }),
        far => far,
    };
    let here = When::Day(from);
    if back { far.to(here) } else { here.to(far) }
}

/// A day of the week: of the last seven days (the day of publication among them), or of the seven from it on.
pub fn weekday(from: Date, day: u32, which: Which) -> When {
    let back = (from.weekday() as i64 - i64::from(day)).rem_euclid(7);
    let n = match which {
        Which::This => -back,
        Which::Last if back == 0 => -7,
        Which::Last => -back,
        Which::Next if back == 0 => 7,
        Which::Next => 7 - back,
    };
    days(from, n).map_or(When::Unknown("outside the calendar"), When::Day)
}

/// A day of the week to come, the day of publication among them.
pub fn weekday_ahead(from: Date, day: u32) -> When {
    let n = (i64::from(day) - i64::from(from.weekday())).rem_euclid(7);
    days(from, n).map_or(When::Unknown("outside the calendar"), When::Day)
}

/// A month without a year: the nearest, or the last or next one, or the first from the day of publication on.
pub fn month(from: Date, month: u32, which: Option<Which>, ahead: Option<bool>) -> (i32, u32) {
    let (year, now, _) = from.parts();
    // Months from now to it: 0 to 11.
    let on = (month + 12 - now) % 12;
    let year_of = |n: i64| (i64::from(year) * 12 + i64::from(now) - 1 + n).div_euclid(12) as i32;
    let n = match which {
        Some(Which::Last) if on == 0 => -12,
        Some(Which::Last) => i64::from(on) - 12,
        Some(Which::Next) if on == 0 => 12,
        Some(Which::Next) => i64::from(on),
        Some(Which::This) => return (year, month),
        None if ahead == Some(true) || on == 0 || on < 6 && ahead.is_none() => i64::from(on),
        None => i64::from(on) - 12,
    };
    (year_of(n), month)
}

/// A day of a month without a year: the nearest such day, or where its clause tells of what was or of what is to come (`ahead`) the
/// nearest of those. Some days more are no matter where it was, since it is another day elsewhere, nor a month where it is to come,
/// since clocks of files are wrong.
pub fn day_of_year(from: Date, month: u32, day: u32, ahead: Option<bool>) -> When {
    const DAYS: i32 = 3;
    const MONTH: i32 = 31;
    let year = from.parts().0;
    let near = (year - 1..=year + 1)
        .filter_map(|y| Date::new(y, month, day))
        .min_by_key(|d| {
            let behind = d.days() - from.days();
            let wrong = match ahead {
                Some(true) => behind < -MONTH,
                Some(false) => behind > DAYS,
                None => false,
            };
            (wrong, behind.abs())
        });
    near.map_or(When::Unknown("no such day"), When::Day)
}
