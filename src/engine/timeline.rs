//! Articles over time.

use std::collections::BTreeMap;

use dateline_corpus::Date;

use crate::Engine;
use crate::bits::Bits;
use crate::view::Timeline;

impl Engine {
    /// Articles of a set by day.
    pub(crate) fn timeline(&self, articles: &Bits) -> Timeline {
        let mut days: BTreeMap<Date, u32> = BTreeMap::new();
        let mut undated = 0;
        for ix in articles.iter() {
            match self.dates[ix as usize] {
                Some(date) => *days.entry(date).or_default() += 1,
                None => undated += 1,
            }
        }
        Timeline {
            days: days.into_iter().collect(),
            undated,
            range: self.date_range(),
        }
    }
}
