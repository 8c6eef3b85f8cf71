//! Everything known about one entity.

use std::cmp::Reverse;

use dateline_corpus::order::{sort_by, sort_by_key};
use dateline_corpus::pack::{PackError, UNNAMED};
use dateline_corpus::text::sentence_at;
use dateline_corpus::{EntityKey, EntityKind};

use crate::Engine;
use crate::bits::Bits;
use crate::facet_index::{Count, Tally};
use crate::question::{Quoting, Scope};
use crate::sentences::{as_shown, pieces};
use crate::view::{Card, Hit, Member, Timeline};

/// Articles listed on a card; the count says how many there are.
const LISTED: usize = 50;
/// People and bodies, and places, that it appears with: beyond so many most are named once.
const COMPANIONS: u32 = 50;
/// Quotations on a card, of each sort; the counts say how many there are.
const QUOTED: u32 = 3;

/// Names that are the same, once, the most frequent first.
fn added_up(mut names: Vec<(String, u32)>) -> Vec<(String, u32)> {
    sort_by(&mut names, |a, b| a.cmp(b));
    names.dedup_by(|same, first| {
        let is_same = same.0 == first.0;
        first.1 += if is_same { same.1 } else { 0 };
        is_same
    });
    sort_by(&mut names, |a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
    names
}

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
        let used = self.store.names(at)?;
        let (mut names, mut as_written) = (Vec::new(), Vec::new());
        for (called, times) in used {
            let (title, name) = called.split_once(UNNAMED).unwrap_or(("", &called));
            names.push((as_shown(&called), times));
            // Nothing is split off by a description.
            as_written.push(match name {
                "" => (title.to_owned(), 0),
                _ => (name.to_owned(), times),
            });
        }
        let (names, mut as_written) = (added_up(names), added_up(as_written));
        // Nor is the only name.
        if let [only] | [only, (_, 0), ..] = as_written.as_mut_slice() {
            only.1 = 0;
        }
        let mut by_mentions = postings.clone();
        sort_by_key(&mut by_mentions, |(ix, mentions)| (Reverse(*mentions), *ix));
        let articles = by_mentions
            .iter()
            .take(LISTED)
            .map(|(ix, _)| self.first_mention(*ix, at))
            .collect::<Result<_, _>>()?;
        // Others would have to be fetched for this alone.
        let doubts = match self.store.is_in_parts() && postings.len() > LISTED {
            true => 0,
            false => self.doubts(&Scope::default(), Some(key), 0, 0)?.mentions,
        };
        let tally = self.tally(&with);
        let quoting = |quoting| self.quotations(&Scope::default(), key, quoting, 0, QUOTED);
        let (said, told) = (quoting(Quoting::By)?, quoting(Quoting::About)?);
        let (Some(said), Some(told)) = (said, told) else {
            return self.store.complete(None);
        };
        let mut countries = self.countries(&tally);
        countries.retain(|c| entity.as_country() != Some(c.code));
        self.store.complete(Some(Card {
            key: entity.key(),
            name: entity.name.to_owned(),
            country: entity.country,
            point: entity.point,
            names,
            as_written,
            mentions: postings.iter().map(|p| p.1).sum(),
            doubts,
            article_count: postings.len() as u32,
            articles,
            companions: self.companions(&tally, at, &[EntityKind::Person, EntityKind::Organisation]),
            places: self.companions(&tally, at, &[EntityKind::Place, EntityKind::Region]),
            said,
            told,
            timeline: self.mentions_by_day(&postings),
            countries,
        }))
    }

    /// The entities of some kinds that most of an entity's articles name too; `tally` counts these articles.
    fn companions(&self, tally: &Tally, own: u32, kinds: &[EntityKind]) -> Vec<Member> {
        let most = self.most_frequent(tally, kinds, COMPANIONS + 1);
        let others = most.into_iter().filter(|(at, _)| *at != own).take(COMPANIONS as usize);
        let companion = |(at, count): (u32, Count)| {
            let entity = self.at(at).entity?;
            Some(Member {
                key: entity.key(),
                name: entity.name.to_owned(),
                articles: count.articles,
            })
        };
        others.filter_map(companion).collect()
    }

    /// Mentions by day, oldest first; `postings` are articles, newest first, each with its mentions.
    fn mentions_by_day(&self, postings: &[(u32, u32)]) -> Timeline {
        let mut timeline = Timeline {
            range: self.date_range(),
            ..Timeline::default()
        };
        for (ix, mentions) in postings {
            match (self.date(*ix), timeline.days.last_mut()) {
                (Some(date), Some(last)) if last.0 == date => last.1 += mentions,
                (Some(date), _) => timeline.days.push((date, *mentions)),
                (None, _) => timeline.undated += mentions,
            }
        }
        timeline.days.reverse();
        timeline
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
