//! Everything known about one entity.

use std::cmp::Reverse;

use dateline_corpus::EntityKey;
use dateline_corpus::order::{sort_by, sort_by_key};
use dateline_corpus::pack::PackError;
use dateline_corpus::text::sentence_at;

use crate::Engine;
use crate::bits::Bits;
use crate::sentences::pieces;
use crate::view::{Card, Hit};

/// Articles listed on a card; the count says how many there are.
const LISTED: usize = 50;

impl Engine {
    /// The card of an entity over the whole corpus; `None` where there is no such entity.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// let card = engine.card(&EntityKey::parse("country:JP").expect("a key"))?.expect("an entity");
    /// assert_eq!((card.name.as_str(), card.mentions, card.article_count), ("Japan", 3, 2));
    /// assert_eq!(card.articles[0].id, "b", "most mentions first");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn card(&self, key: &EntityKey) -> Result<Option<Card>, PackError> {
        let Some(at) = self.entity(key) else {
            return self.store.complete(None);
        };
        let Some(entity) = self.at(at).entity else {
            return self.store.complete(None);
        };
        let postings = self.articles_with(at)?;
        let mut with = Bits::none(self.len());
        postings.iter().for_each(|(ix, _)| with.insert(*ix));
        let mut names = self.store.names(at)?;
        sort_by(&mut names, |a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
        let mut by_mentions = postings.clone();
        sort_by_key(&mut by_mentions, |(ix, mentions)| (Reverse(*mentions), *ix));
        let articles = by_mentions
            .iter()
            .take(LISTED)
            .map(|(ix, _)| self.first_mention(*ix, at))
            .collect::<Result<_, _>>()?;
        let mut countries = self.countries(&self.tally(&with));
        countries.retain(|c| entity.key.as_country() != Some(c.code));
        self.store.complete(Some(Card {
            key: entity.key.clone(),
            name: entity.name.clone(),
            country: entity.country,
            point: entity.point,
            names,
            mentions: postings.iter().map(|p| p.1).sum(),
            article_count: postings.len() as u32,
            articles,
            countries,
        }))
    }

    /// An article with the first sentence that mentions an entity.
    fn first_mention(&self, ix: u32, entity: u32) -> Result<Hit, PackError> {
        let mentions = self.store.mentions(ix)?;
        let first = mentions.iter().find(|m| m.entity == entity);
        self.hit_with(ix, 0.0, &[], |texts| {
            let snippet = first.map(|m| {
                let (start, end) = sentence_at(&texts.body.text, m.span.start as usize);
                pieces(&texts.body.text, start, end, m.span)
            });
            snippet.unwrap_or_default()
        })
    }
}
