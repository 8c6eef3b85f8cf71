//! Title and size of the corpus.

use dateline_corpus::Date;

use crate::Engine;
use crate::view::About;

impl Engine {
    /// Title and size of the corpus.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// let about = engine.about();
    /// assert_eq!((about.title.as_str(), about.articles, about.outlets), ("The spring talks", 2, 1));
    /// assert_eq!(about.range.map(|(first, _)| first.to_string()).as_deref(), Some("2017-03-16"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn about(&self) -> About {
        About {
            title: self.store.title().to_owned(),
            articles: self.len(),
            outlets: self.store.outlets().iter().filter(|o| !o.is_empty()).count() as u32,
            range: self.date_range(),
            id: self.store.id().to_string(),
            corrections: self.store.corrections().to_owned(),
        }
    }

    /// First and last day of the corpus.
    pub(crate) fn date_range(&self) -> Option<(Date, Date)> {
        let dated = || (0..self.len()).filter_map(|ix| self.date(ix));
        dated().min().zip(dated().max())
    }
}
