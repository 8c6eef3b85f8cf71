//! Decisions that may be wrong: doubtful mentions in their sentences, each with the reason.

use std::cmp::Reverse;

use dateline_corpus::EntityKey;
use dateline_corpus::order::sort_by_key;
use dateline_corpus::pack::PackError;

use crate::Engine;
use crate::question::Scope;
use crate::scope::Except;
use crate::view::Sentences;

impl Engine {
    /// The doubtful mentions in the articles of a scope, of one entity or of all: those of one entity together, the entity with
    /// most of them first, newest article first. So a longer list only goes on where a shorter one ended. Which entities
    /// these are only the articles say: of a corpus in parts all that have any are fetched.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::Scope;
    ///
    /// let list = engine.doubts(&Scope::default(), None, 0, 10)?;
    /// assert_eq!((list.mentions, list.articles), (1, 1));
    /// assert_eq!((list.lines[0].name.as_str(), list.lines[0].doubt), ("Kishida", Some(Doubt::Looks)));
    /// assert_eq!(list.groups, [1], "one of this entity");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn doubts(
        &self,
        scope: &Scope,
        key: Option<&EntityKey>,
        offset: u32,
        limit: u32,
    ) -> Result<Sentences, PackError> {
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let mut doubtful = self.store.doubtful(&articles);
        let own = key.map(|key| self.entity(key));
        if let Some(at) = own {
            let named = at.map_or(Ok(Vec::new()), |at| self.articles_with(at))?;
            doubtful.retain(|(ix, _)| named.binary_search_by_key(ix, |named| named.0).is_ok());
        }
        let (mut found, mut of, mut read) = (Vec::new(), vec![0u32; self.counts.len()], 0);
        for (ix, _) in doubtful {
            let before = found.len();
            for mention in self.store.mentions(ix)? {
                if mention.doubt.is_some() && own.is_none_or(|at| at == Some(mention.entity)) {
                    of[mention.entity as usize] += 1;
                    found.push((ix, mention));
                }
            }
            read += u32::from(found.len() > before);
        }
        self.store.complete(())?;
        sort_by_key(&mut found, |(ix, m)| {
            let (many, rank) = (of[m.entity as usize], self.store.rank(m.entity));
            (Reverse(many), rank, *ix)
        });
        let (mut lines, mut groups, mut last) = (Vec::new(), Vec::new(), None);
        for (ix, mention) in found.iter().skip(offset as usize).take(limit as usize) {
            if last.replace(mention.entity) != Some(mention.entity) {
                groups.push(of[mention.entity as usize]);
            }
            lines.push(self.line_of(*ix, mention)?);
        }
        self.store.complete(Sentences {
            key: None,
            name: String::new(),
            mentions: found.len() as u32,
            articles: read,
            lines,
            groups,
        })
    }
}
