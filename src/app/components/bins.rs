//! Days to bars: how many articles fall in each day, week, month or run of years. Pure.

use dateline_corpus::Date;
use dateline_corpus::date::days_in_month;
use dateline_engine::view::Timeline;

/// Bars at most. On a phone of 320 CSS pixels each is then still 4 wide.
pub const MOST_BINS: usize = 72;

/// What a bar spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// So many years, the first a multiple of their number: 1, 10, 100 or 1000.
    Years(i32),
}

impl Unit {
    const ALL: [Self; 7] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Years(1),
        Self::Years(10),
        Self::Years(100),
        Self::Years(1000),
    ];

    /// As in `Articles a week`.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Years(1) => "year",
            Self::Years(10) => "decade",
            Self::Years(100) => "century",
            Self::Years(_) => "millennium",
        }
    }

    /// A number that rises by one from bar to bar.
    fn index(self, date: Date) -> i32 {
        let (year, month, _) = date.parts();
        match self {
            Self::Day => date.days(),
            // 1970-01-01 was a Thursday: three days into its week.
            Self::Week => (date.days() + 3).div_euclid(7),
            Self::Month => year * 12 + month as i32 - 1,
            Self::Years(n) => year.div_euclid(n),
        }
    }

    /// First and last day of the bar with this number, within the calendar's years 1 to 9999.
    fn span(self, index: i32) -> Option<(Date, Date)> {
        match self {
            Self::Day => Date::from_days(index).map(|day| (day, day)),
            Self::Week => Date::from_days(index * 7 - 3).zip(Date::from_days(index * 7 + 3)),
            Self::Month => {
                let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
                Date::new(year, month, 1).zip(Date::new(year, month, days_in_month(year, month)))
            }
            Self::Years(n) => {
                let last = (index * n + n - 1).min(9999);
                Date::new((index * n).max(1), 1, 1).zip(Date::new(last, 12, 31))
            }
        }
    }
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Articles in it.
    pub articles: u32,
}

/// All bars, without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bins {
    /// What each spans.
    pub unit: Unit,
    /// From the first to the last of the corpus's range.
    pub bins: Vec<Bin>,
}

impl Bins {
    /// The finest bars of which no more than [`MOST_BINS`] cover the corpus's range; `None` where nothing is dated.
    pub fn of(timeline: &Timeline) -> Option<Self> {
        let (first, last) = timeline.range?;
        let count = |unit: Unit| unit.index(last).saturating_sub(unit.index(first)).saturating_add(1);
        let unit = Unit::ALL
            .into_iter()
            .find(|unit| (1..=MOST_BINS as i32).contains(&count(*unit)))?;
        let start = unit.index(first);
        let mut bins: Vec<Bin> = (start..=unit.index(last))
            .filter_map(|index| unit.span(index))
            .map(|(from, to)| Bin { from, to, articles: 0 })
            .collect();
        for (day, articles) in &timeline.days {
            let at = bins.partition_point(|bin| bin.to < *day);
            if let Some(bin) = bins.get_mut(at).filter(|bin| bin.from <= *day) {
                bin.articles += articles;
            }
        }
        (!bins.is_empty()).then_some(Self { unit, bins })
    }

    /// The bars that a date filter touches, first and last; an open end reaches to the end of the axis. `None` where
    /// there is no filter or it lies beside the axis.
    pub fn touched(&self, from: Option<Date>, to: Option<Date>) -> Option<(usize, usize)> {
        if from.is_none() && to.is_none() {
            return None;
        }
        let first = from.map_or(0, |from| self.bins.partition_point(|bin| bin.to < from));
        let after = to.map_or(self.bins.len(), |to| self.bins.partition_point(|bin| bin.from <= to));
        (first < after).then(|| (first, after - 1))
    }

    /// The date filter for a run of bars: an end at the end of the axis is open.
    pub fn dates(&self, (first, last): (usize, usize)) -> (Option<Date>, Option<Date>) {
        let (first, last) = (first.min(last), last.max(first).min(self.bins.len() - 1));
        let from = (first > 0).then(|| self.bins[first.min(self.bins.len() - 1)].from);
        (from, (last + 1 < self.bins.len()).then(|| self.bins[last].to))
    }

    /// The highest bar, at least 1.
    pub fn most(&self) -> u32 {
        self.bins.iter().map(|b| b.articles).max().unwrap_or(0).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(s: &str) -> Date {
        Date::parse_iso(s).unwrap()
    }

    fn bins(first: &str, last: &str, days: &[(&str, u32)]) -> Bins {
        let days = days.iter().map(|(day, n)| (date(day), *n)).collect();
        Bins::of(&Timeline {
            days,
            undated: 0,
            range: Some((date(first), date(last))),
        })
        .unwrap()
    }

    #[test]
    fn the_finest_unit_that_fits_is_taken_and_covers_the_range() {
        for (first, last, unit, count) in [
            ("2017-03-15", "2017-03-15", Unit::Day, 1),
            ("2017-03-15", "2017-04-10", Unit::Day, 27),
            ("2017-01-01", "2017-12-31", Unit::Week, 53),
            ("2015-01-31", "2017-12-01", Unit::Month, 36),
            ("1987-02-26", "2020-10-20", Unit::Years(1), 34),
            ("1815-06-18", "2020-01-01", Unit::Years(10), 22),
            ("0001-01-01", "9999-12-31", Unit::Years(1000), 10),
        ] {
            let found = bins(first, last, &[]);
            assert_eq!((found.unit, found.bins.len()), (unit, count), "{first} to {last}");
            let (a, b) = (found.bins[0], found.bins[count - 1]);
            assert!(a.from <= date(first) && b.to >= date(last), "{a:?} {b:?}");
            let gaps = found
                .bins
                .windows(2)
                .filter(|w| w[0].to.days() + 1 != w[1].from.days())
                .count();
            assert_eq!(gaps, 0, "{first} to {last}");
        }
    }

    #[test]
    fn every_article_falls_in_one_bar() {
        let days = [
            ("2017-01-01", 2),
            ("2017-01-02", 3),
            ("2017-06-30", 4),
            ("2017-12-31", 5),
        ];
        let found = bins("2017-01-01", "2017-12-31", &days);
        assert_eq!(found.bins.iter().map(|b| b.articles).sum::<u32>(), 14);
        assert_eq!(
            (found.bins[0].articles, found.bins[1].articles),
            (2, 3),
            "1 January 2017 was a Sunday"
        );
        assert_eq!(found.most(), 5);
    }

    #[test]
    fn a_run_of_bars_is_a_filter_and_back() {
        let found = bins("2017-01-01", "2017-12-31", &[]);
        for (first, last) in [(0, 0), (3, 9), (52, 52), (0, 51), (1, 52)] {
            let (from, to) = found.dates((first, last));
            assert_eq!(found.touched(from, to), Some((first, last)));
        }
        assert_eq!(found.dates((0, 52)), (None, None), "all bars are no filter");
        assert_eq!(found.touched(None, None), None);
        assert_eq!(found.touched(Some(date("2019-01-01")), None), None);
        assert_eq!(found.touched(None, Some(date("2016-01-01"))), None);
    }

    #[test]
    fn without_dates_there_are_no_bars() {
        assert_eq!(Bins::of(&Timeline::default()), None);
    }
}
