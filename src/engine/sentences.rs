//! What a count was counted from: the sentence of every mention.

use std::ops::Range;

use dateline_corpus::pack::{PackError, StoredMention, UNNAMED};
use dateline_corpus::text::sentence_at;
use dateline_corpus::{EntityKey, How, Span};

use crate::Engine;
use crate::hits::headline;
use crate::question::Scope;
use crate::scope::Except;
use crate::view::{Piece, Sentence, Sentences};

impl Engine {
    /// The sentences that mention an entity in the articles of a scope, one line a mention, newest article first;
    /// `None` where there is no such entity. Of the scope's filters those of the entity's own group are left out as facets and
    /// map leave them out, so that there are as many lines as these count.
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
        // As its group counts: without what is picked there and, where it is excluded itself, without what is excluded.
        let group = self.group(at);
        let scoped = self.scoped(scope)?;
        let except = match scoped.standing(group, self.at(at).key) {
            Some(true) => Except::Group(group),
            _ => Except::Picks(group),
        };
        let articles = scoped.articles(except);
        self.store.complete(())?;
        let count = self.count(at, &articles)?;
        let mut named = self.articles_with(at)?;
        named.retain(|(ix, _)| articles.has(*ix));
        let mut lines = Vec::new();
        for (ix, wanted) in page(&named, offset, limit) {
            for nth in wanted {
                lines.extend(self.sentence(ix, &[at], nth)?);
            }
        }
        self.store.complete(Some(Sentences {
            key: Some(self.at(at).entity.map_or_else(|| key.clone(), |entity| entity.key())),
            name: self.at(at).name.to_owned(),
            mentions: count.mentions,
            articles: count.articles,
            lines,
            groups: Vec::new(),
        }))
    }

    /// The mentions of two in the articles of a scope that name both, as their texts go: what a count of articles with both was
    /// counted from. `None` where either is no entity.
    ///
    /// # Errors
    /// As [`sentences`](Self::sentences).
    pub fn mentions_together(
        &self,
        scope: &Scope,
        keys: [&EntityKey; 2],
        offset: u32,
        limit: u32,
    ) -> Result<Option<Sentences>, PackError> {
        let (Some(one), Some(other)) = (self.entity(keys[0]), self.entity(keys[1])) else {
            return self.store.complete(None);
        };
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let others = self.articles_with(other)?;
        let mut times = vec![0; self.len() as usize];
        others.iter().for_each(|(ix, n)| times[*ix as usize] = *n);
        let mut named = self.articles_with(one)?;
        named.retain_mut(|(ix, n)| {
            let theirs = times[*ix as usize];
            *n += if one == other { 0 } else { theirs };
            theirs > 0 && articles.has(*ix)
        });
        let mut lines = Vec::new();
        for (ix, wanted) in page(&named, offset, limit) {
            for nth in wanted {
                lines.extend(self.sentence(ix, &[one, other], nth)?);
            }
        }
        let name = |at: u32| self.at(at).name;
        self.store.complete(Some(Sentences {
            key: None,
            name: [name(one), " and ", name(other)].concat(),
            mentions: named.iter().map(|(_, n)| n).sum(),
            articles: named.len() as u32,
            lines,
            groups: Vec::new(),
        }))
    }

    /// The mentions in the whole corpus that call an entity so, as its card has it, newest article first; `None` where there is
    /// no such entity. Only articles that have these words are read, and no more than the lines asked for come from: `articles`
    /// counts those.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// let key = EntityKey::parse("country:JP").expect("a key");
    /// let card = engine.card(&key)?.expect("an entity");
    /// let (called, times) = &card.names[0];
    /// let list = engine.mentions_called(&key, called, 0, 10)?.expect("an entity");
    /// assert_eq!((list.mentions, list.lines.len()), (*times, *times as usize));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn mentions_called(
        &self,
        key: &EntityKey,
        called: &str,
        offset: u32,
        limit: u32,
    ) -> Result<Option<Sentences>, PackError> {
        let Some(at) = self.entity(key) else {
            return self.store.complete(None);
        };
        let phrase = Scope {
            query: format!("\"{}\"", called.replace('"', " ")),
            ..Scope::default()
        };
        let having = self.scoped(&phrase)?.articles(Except::Nothing);
        self.store.complete(())?;
        let names = self.store.names(at)?;
        let same = names.iter().filter(|(name, _)| as_shown(name) == called);
        let mentions = same.map(|(_, times)| times).sum();
        let (mut lines, mut articles, mut before) = (Vec::new(), 0, 0);
        for (ix, _) in self.articles_with(at)? {
            if before >= offset.saturating_add(limit).min(mentions) {
                break;
            }
            if !having.has(ix) {
                continue;
            }
            let text = self.store.texts(&self.store.article(ix)?)?.body.text;
            let found = self.store.mentions(ix)?;
            let own = found.iter().filter(|m| m.entity == at);
            let own = own.filter(|m| m.called(&text).is_some_and(|name| as_shown(&name) == called));
            let already = before;
            for mention in own {
                if (offset..offset.saturating_add(limit)).contains(&before) {
                    lines.push(self.line_of(ix, mention)?);
                }
                before += 1;
            }
            articles += u32::from(before > already);
        }
        self.store.complete(Some(Sentences {
            key: Some(key.clone()),
            name: self.at(at).name.to_owned(),
            mentions,
            articles,
            lines,
            groups: Vec::new(),
        }))
    }

    /// The sentence of the `nth` mention of any of these in an article.
    fn sentence(&self, ix: u32, entities: &[u32], nth: usize) -> Result<Option<Sentence>, PackError> {
        let mentions = self.store.mentions(ix)?;
        let mention = mentions.iter().filter(|m| entities.contains(&m.entity)).nth(nth);
        mention.map(|mention| self.line_of(ix, mention)).transpose()
    }

    /// A mention in its sentence.
    pub(crate) fn line_of(&self, ix: u32, mention: &StoredMention) -> Result<Sentence, PackError> {
        let mut line = self.line(ix, Some(mention.entity), mention.span, |text| {
            sentence_at(text, mention.span.start as usize)
        })?;
        (line.how, line.doubt) = (mention.how, mention.doubt);
        Ok(line)
    }

    /// A place in an article's text, marked in what is around it, and whose it is.
    pub(crate) fn line(
        &self,
        ix: u32,
        entity: Option<u32>,
        span: Span,
        around: impl FnOnce(&str) -> (usize, usize),
    ) -> Result<Sentence, PackError> {
        let record = self.store.article(ix)?;
        let texts = self.store.texts(&record)?;
        let text = texts.body.text.as_str();
        let (start, end) = around(text);
        let value = entity.map(|at| self.at(at));
        Ok(Sentence {
            id: record.id.to_owned(),
            title: headline(&texts).to_owned(),
            outlet: self.outlet(ix).to_owned(),
            date: self.date(ix),
            pieces: pieces(text, start, end, span),
            how: How::Name,
            key: value.and_then(|v| Some(v.entity?.key())),
            name: value.map_or("", |v| v.name).to_owned(),
            doubt: None,
            at: span.start,
        })
    }
}

/// A name with the title before it, or a description, as it is shown: a description is the same where it begins a sentence.
pub(crate) fn as_shown(called: &str) -> String {
    match called.strip_suffix(UNNAMED) {
        Some(description) => match description.strip_prefix("The ") {
            Some(rest) => ["the ", rest].concat(),
            None => description.to_owned(),
        },
        None => called.replacen(UNNAMED, "", 1),
    }
}

/// What to show of a list whose lines come article by article: each article that has any of the lines asked for, and which of
/// its own they are.
pub(crate) fn page(counted: &[(u32, u32)], offset: u32, limit: u32) -> Vec<(u32, Range<usize>)> {
    let to = offset.saturating_add(limit);
    let mut before = 0u32;
    let mut shown = Vec::new();
    for (ix, n) in counted {
        let own = |at: u32| (at.saturating_sub(before)).min(*n) as usize;
        let wanted = own(offset)..own(to);
        if !wanted.is_empty() {
            shown.push((*ix, wanted));
        }
        before = before.saturating_add(*n);
        if before >= to {
            break;
        }
    }
    shown
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
