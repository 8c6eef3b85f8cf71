//! Title and size of the corpus.

use dateline_corpus::Date;

use crate::Engine;
use crate::view::About;

impl Engine {
    /// Title and size of the corpus.
    pub fn about(&self) -> About {
        About {
            title: self.store.title().to_owned(),
            articles: self.len(),
            outlets: self.store.outlets().iter().filter(|o| !o.is_empty()).count() as u32,
            range: self.date_range(),
        }
    }

    /// First and last day of the corpus.
    pub(crate) fn date_range(&self) -> Option<(Date, Date)> {
        let dated = || self.dates.iter().flatten().copied();
        dated().min().zip(dated().max())
    }
}
