//! Articles over time.

use dateline_corpus::Date;

use crate::Engine;
use crate::bits::Bits;
use crate::view::Timeline;

impl Engine {
    /// Articles of a set by day.
    pub(crate) fn timeline(&self, articles: &Bits) -> Timeline {
        let mut days: Vec<(Date, u32)> = Vec::new();
        let mut undated = 0;
        // Stored newest first: articles of one day are neighbours.
        for ix in articles.iter() {
            match (self.date(ix), days.last_mut()) {
                (Some(date), Some(last)) if last.0 == date => last.1 += 1,
                (Some(date), _) => days.push((date, 1)),
                (None, _) => undated += 1,
            }
        }
        days.reverse();
        Timeline {
            days,
            undated,
            range: self.date_range(),
        }
    }
}
