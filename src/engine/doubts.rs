//! Decisions that may be wrong: doubtful mentions in their sentences, each with the reason.

use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::question::Scope;
use crate::scope::Except;
use crate::sentences::page;
use crate::view::Sentences;

impl Engine {
    /// The doubtful mentions in the articles of a scope, newest article first.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::Scope;
    ///
    /// let list = engine.doubts(&Scope::default(), 0, 10)?;
    /// assert_eq!((list.mentions, list.articles), (1, 1));
    /// assert_eq!((list.lines[0].name.as_str(), list.lines[0].doubt), ("Kishida", Some(Doubt::Looks)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn doubts(&self, scope: &Scope, offset: u32, limit: u32) -> Result<Sentences, PackError> {
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let doubtful = self.store.doubtful(&articles);
        let mut lines = Vec::new();
        for (ix, wanted) in page(&doubtful, offset, limit) {
            let mentions = self.store.mentions(ix)?;
            let marked = mentions.iter().filter(|m| m.doubt.is_some());
            for mention in marked.skip(wanted.start).take(wanted.len()) {
                lines.push(self.line_of(ix, mention)?);
            }
        }
        self.store.complete(Sentences {
            key: None,
            name: String::new(),
            mentions: doubtful.iter().map(|(_, n)| n).sum(),
            articles: doubtful.len() as u32,
            lines,
        })
    }
}
