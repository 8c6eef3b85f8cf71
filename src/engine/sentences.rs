//! What a count was counted from: the sentence of every mention.

use dateline_corpus::pack::PackError;
use dateline_corpus::text::sentence_at;
use dateline_corpus::{EntityKey, Span};

use crate::Engine;
use crate::hits::headline;
use crate::question::Scope;
use crate::scope::Except;
use crate::view::{Piece, Sentence, Sentences};

impl Engine {
    /// The sentences that mention an entity in the articles of a scope, one line a mention, newest article first;
    /// `None` where there is no such entity.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::Scope;
    ///
    /// let scope = Scope { query: "missile".into(), ..Scope::default() };
    /// let key = EntityKey::parse("country:JP").expect("a key");
    /// let list = engine.sentences(&scope, &key, 0, 10)?.expect("an entity");
    /// // As many lines as mentions are counted.
    /// assert_eq!((list.mentions, list.lines.len()), (2, 2));
    /// let line: String = list.lines[1].pieces.iter().map(|piece| piece.text.as_str()).collect();
    /// assert_eq!(line, "Japan protested.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn sentences(
        &self,
        scope: &Scope,
        key: &EntityKey,
        offset: u32,
        limit: u32,
    ) -> Result<Option<Sentences>, PackError> {
        let Some(at) = self.entity(key) else {
            return self.store.complete(None);
        };
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let count = self.count(at, &articles)?;
        let mut lines = Vec::new();
        let mut before = 0;
        for (ix, n) in self.articles_with(at)?.into_iter().filter(|(ix, _)| articles.has(*ix)) {
            let wanted = offset.max(before)..(offset.saturating_add(limit)).min(before + n);
            for i in wanted {
                lines.extend(self.sentence(ix, at, (i - before) as usize)?);
            }
            before += n;
        }
        self.store.complete(Some(Sentences {
            key: self
                .at(at)
                .entity
                .map_or_else(|| key.clone(), |entity| entity.key.clone()),
            name: self.at(at).name.to_owned(),
            mentions: count.mentions,
            articles: count.articles,
            lines,
        }))
    }

    /// The sentence of an entity's `nth` mention in an article.
    fn sentence(&self, ix: u32, entity: u32, nth: usize) -> Result<Option<Sentence>, PackError> {
        let record = self.store.article(ix)?;
        let texts = self.store.texts(&record)?;
        let text = texts.body.text.as_str();
        let mentions = self.store.mentions(ix)?;
        let Some(mention) = mentions.iter().filter(|m| m.entity == entity).nth(nth) else {
            return Ok(None);
        };
        let (start, end) = sentence_at(text, mention.span.start as usize);
        Ok(Some(Sentence {
            id: record.id.to_owned(),
            title: headline(&texts).to_owned(),
            outlet: self.outlet(ix).to_owned(),
            date: self.dates[ix as usize],
            pieces: pieces(text, start, end, mention.span),
            how: mention.how,
        }))
    }
}

/// `text[start..end]` with a span of it marked.
pub(crate) fn pieces(text: &str, start: usize, end: usize, span: Span) -> Vec<Piece> {
    let (from, to) = (span.start as usize, span.end as usize);
    let parts = [(start, from, false), (from, to, true), (to, end.max(to), false)];
    let piece = |(a, b, matched): (usize, usize, bool)| {
        let text = text.get(a..b).filter(|t| !t.is_empty())?.to_owned();
        Some(Piece { text, matched })
    };
    parts.into_iter().filter_map(piece).collect()
}
