//! Who said what, and what was said of whom: quotations by an entity and about it, each in its sentence.

use dateline_corpus::EntityKey;
use dateline_corpus::pack::{PackError, StoredQuotation};

use crate::Engine;
use crate::question::{Quoting, Scope};
use crate::scope::Except;
use crate::sentences::page;
use crate::view::{Sentence, Sentences};

impl Engine {
    /// The quotations by an entity or about it in the articles of a scope, newest article first; `None` where there is no such
    /// entity. A quotation is about whomever it or its sentence names, besides its own speaker.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::{Quoting, Scope};
    ///
    /// let key = EntityKey::parse("person:kishida").expect("a key");
    /// let said = engine.quotations(&Scope::default(), &key, Quoting::By, 0, 10)?.expect("an entity");
    /// assert_eq!((said.mentions, said.lines.len()), (1, 1));
    /// let quoted: String = said.lines[0].pieces.iter().filter(|p| p.matched).map(|p| p.text.as_str()).collect();
    /// assert_eq!(quoted, "a new approach");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn quotations(
        &self,
        scope: &Scope,
        key: &EntityKey,
        quoting: Quoting,
        offset: u32,
        limit: u32,
    ) -> Result<Option<Sentences>, PackError> {
        let Some(at) = self.entity(key) else {
            return self.store.complete(None);
        };
        let articles = self.scoped(scope)?.articles(Except::Nothing);
        self.store.complete(())?;
        let quoted = self.store.quoted(at, quoting, &articles)?;
        let mut lines = Vec::new();
        for (ix, wanted) in page(&quoted, offset, limit) {
            let found = self.store.quoted_in(ix, at, quoting)?;
            for quotation in found.get(wanted).unwrap_or_default() {
                lines.push(self.quotation(ix, quotation)?);
            }
        }
        self.store.complete(Some(Sentences {
            key: Some(key.clone()),
            name: self.at(at).name.to_owned(),
            mentions: quoted.iter().map(|(_, n)| n).sum(),
            articles: quoted.len() as u32,
            lines,
            groups: Vec::new(),
        }))
    }

    fn quotation(&self, ix: u32, quotation: &StoredQuotation) -> Result<Sentence, PackError> {
        let mut role = String::new();
        let mut line = self.line(ix, quotation.entity, quotation.span, |text| {
            let called = quotation
                .speaker
                .and_then(|s| text.get(s.start as usize..s.end as usize));
            role = called.unwrap_or_default().to_owned();
            let around = quotation.sentences(text);
            (around.start as usize, around.end as usize)
        })?;
        if quotation.entity.is_none() {
            line.name = role;
        }
        Ok(line)
    }
}
