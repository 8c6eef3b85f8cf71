//! What corrections change in a corpus: which articles, which entities, and what each of these has then.
//!
//! Positions of entities stay; new ones come behind. Most articles are as they were, and most of the others need only
//! their counts of mentions: two people become one. Where a name, a place or a country is at stake the article's mentions
//! are read, of a corpus in parts fetched.

use std::borrow::Cow;

use dateline_corpus::corrections::{Correction, Known, Plan, Step, Written};
use dateline_corpus::order::sort_by;
use dateline_corpus::pack::{PackError, StoredMention};
use dateline_corpus::world::World;
use dateline_corpus::{CountryCode, Entity, EntityKey, Span};

use super::Store;
use crate::bits::Bits;

/// See the module.
#[derive(Debug)]
pub(crate) struct Overlay {
    pub plan: Plan,
    /// Entities of the corpus before it is corrected.
    pub known: u32,
    /// By entity that is new: its place in the order of keys, as [`rank`](Self::rank) gives it.
    ranks: Vec<u64>,
    /// Articles whose mentions change.
    touched: Bits,
    /// Of those whose mentions had to be read, the entities with their mentions; in order.
    read: Vec<(u32, Vec<(u32, u32)>)>,
    /// Articles of which other mentions may be doubtful than before, in order, each with how many are.
    doubts: Vec<(u32, u32)>,
    /// The entities that other articles may name than before, in order, each with its articles and mentions.
    lists: Vec<(u32, Vec<(u32, u32)>)>,
}

/// The corpus before it is corrected.
struct Before<'a>(&'a Store);

impl Known for Before<'_> {
    fn find(&self, key: &EntityKey) -> Option<(u32, Entity)> {
        let at = self.0.entity(key)?;
        Some((at, self.0.entity_at(at)?.to_entity()))
    }

    fn count(&self) -> u32 {
        self.0.kinds().iter().sum()
    }

    fn country_name(&self, code: CountryCode) -> Option<String> {
        let world = World::read(self.0.world().ok()?).ok()?;
        world.country(code).map(|country| country.name.clone())
    }
}

impl Overlay {
    /// What a list of corrections changes in a corpus.
    ///
    /// # Errors
    /// Where the pack is malformed; [`PackError::Wanting`] where parts have to be fetched first.
    pub fn new(store: &Store, list: &[Correction]) -> Result<Self, PackError> {
        let before = Before(store);
        let plan = Plan::new(list, &before);
        store.complete(())?;
        let mut overlay = Self {
            known: before.count(),
            ranks: ranks(store, &plan),
            touched: Bits::none(store.len()),
            read: Vec::new(),
            doubts: Vec::new(),
            lists: Vec::new(),
            plan,
        };
        let mut done = vec![false; overlay.plan.steps().len()];
        overlay.read_articles(store, &mut done)?;
        overlay.plan.settle(&done);
        store.complete(overlay)
    }

    fn read_articles(&mut self, store: &Store, done: &mut [bool]) -> Result<(), PackError> {
        // Every entity of a step, and every article that names one.
        let mut changed: Vec<u32> = Vec::new();
        for step in self.plan.steps() {
            for side in [Some(step.from), step.to].into_iter().flatten() {
                changed.extend([side.id].into_iter().chain(side.owed));
            }
        }
        sort(&mut changed);
        changed.dedup();
        let mut named: Vec<Triple> = Vec::new();
        for article in self.plan.steps().iter().filter_map(Step::article) {
            if let Some(ix) = store.position(article) {
                self.touched.insert(ix);
            }
        }
        for id in changed.iter().filter(|id| **id < self.known) {
            let is_taken = self.plan.taken_anywhere().binary_search(id).is_ok();
            let touched = &mut self.touched;
            store.each_naming(*id, |ix, mentions| {
                named.push((ix, *id, mentions));
                if is_taken {
                    touched.insert(ix);
                }
            })?;
        }
        sort_triples(&mut named);
        // What each entity has in the end: its position, an article, mentions.
        let mut after: Vec<Triple> = Vec::new();
        for of_article in named.chunk_by(|a, b| a.0 == b.0) {
            let ix = of_article[0].0;
            let values: Vec<(u32, u32)> = of_article.iter().map(|(_, id, mentions)| (*id, *mentions)).collect();
            if !self.touches(ix) {
                after.extend(of_article.iter().map(|(ix, id, mentions)| (*id, *ix, *mentions)));
                continue;
            }
            if let Some(values) = self.plan.values(&values) {
                if store.doubts(ix) > 0 {
                    let left = self.corrected(store, ix, done)?;
                    self.doubts.push((ix, doubtful(&left)));
                }
                after.extend(values.into_iter().map(|(id, mentions)| (id, ix, mentions)));
                continue;
            }
            let mentions = self.corrected(store, ix, done)?;
            let mut ids: Vec<u32> = mentions.iter().map(|m| m.entity).collect();
            sort(&mut ids);
            let same = ids.chunk_by(|a, b| a == b);
            let values: Vec<(u32, u32)> = same.map(|same| (same[0], same.len() as u32)).collect();
            let is_changed = |value: &&(u32, u32)| changed.binary_search(&value.0).is_ok();
            after.extend(
                values
                    .iter()
                    .filter(is_changed)
                    .map(|(id, mentions)| (*id, ix, *mentions)),
            );
            self.read.push((ix, values));
            self.doubts.push((ix, doubtful(&mentions)));
        }
        sort_triples(&mut after);
        self.lists = changed.into_iter().map(|id| (id, Vec::new())).collect();
        for (id, ix, mentions) in after {
            if let Some(list) = self.changed(id) {
                self.lists[list].1.push((ix, mentions));
            }
        }
        Ok(())
    }

    fn changed(&self, id: u32) -> Option<usize> {
        self.lists.binary_search_by_key(&id, |list| list.0).ok()
    }

    /// The articles of an entity, each with its mentions, where they may be others than before.
    pub fn articles(&self, id: u32) -> Option<&[(u32, u32)]> {
        let list = self.changed(id);
        // What was made and given nothing.
        let made = (id >= self.known).then_some([].as_slice());
        list.map_or(made, |list| Some(&self.lists[list].1))
    }

    /// The entities whose articles may be others than before, each with these.
    pub fn all_articles(&self) -> impl Iterator<Item = (u32, &[(u32, u32)])> {
        self.lists.iter().map(|(id, list)| (*id, list.as_slice()))
    }

    /// A number whose order is that of the keys.
    pub fn rank(&self, id: u32) -> u64 {
        let made = id
            .checked_sub(self.known)
            .and_then(|made| self.ranks.get(made as usize));
        made.copied().unwrap_or_else(|| known_rank(id))
    }

    /// The entities that an article names, each with its mentions, in the order of positions; `None` where they are those before.
    pub fn named_in(&self, store: &Store, ix: u32) -> Option<Cow<'_, [(u32, u32)]>> {
        if !self.touched.has(ix) {
            return None;
        }
        if let Ok(read) = self.read.binary_search_by_key(&ix, |read| read.0) {
            return Some(Cow::Borrowed(&self.read[read].1));
        }
        let mut before = Vec::new();
        store.each_named_in(ix, |at, mentions| before.push((at, mentions)));
        let mut values = self.plan.values(&before).unwrap_or_default();
        sort_by(&mut values, |a, b| a.cmp(b));
        Some(Cow::Owned(values))
    }

    /// How many mentions of an article are doubtful, where they may be others than before.
    pub fn doubts(&self, ix: u32) -> Option<u32> {
        let found = self.doubts.binary_search_by_key(&ix, |doubts| doubts.0).ok()?;
        Some(self.doubts[found].1)
    }

    /// Whether an article's mentions are others than before.
    pub fn touches(&self, ix: u32) -> bool {
        self.touched.has(ix)
    }

    /// The mentions of an article, by place in its body.
    pub fn mentions(&self, store: &Store, ix: u32) -> Result<Vec<StoredMention>, PackError> {
        self.corrected(store, ix, &mut [])
    }

    /// The same; in `done` the steps are noted that did anything.
    fn corrected(&self, store: &Store, ix: u32, done: &mut [bool]) -> Result<Vec<StoredMention>, PackError> {
        let before = store.mentions(ix)?;
        if !self.touches(ix) {
            return Ok(before);
        }
        let mut text: Option<Result<String, PackError>> = None;
        let record = store.article(ix)?;
        let read = || Ok(store.texts(&record)?.body.text);
        let is_written = &mut |span: Span, only: &Written| {
            // Texts are read where it is still open.
            only.may_be(record.id, span) && {
                let text = text.get_or_insert_with(read).as_deref().unwrap_or_default();
                text.get(span.start as usize..span.end as usize) == Some(&only.name)
            }
        };
        let mut after = self.plan.apply(&before, is_written, done);
        text.transpose()?;
        sort_by(&mut after, |a, b| {
            (a.span, self.rank(a.entity)).cmp(&(b.span, self.rank(b.entity)))
        });
        Ok(after)
    }

    /// What an entity is called, in order, each with how often, where it may be other than before.
    pub fn names(&self, store: &Store, id: u32) -> Result<Option<Vec<(String, u32)>>, PackError> {
        if self.articles(id).is_none() {
            return Ok(None);
        }
        // Those of all that became it; in the articles that had to be read, what is true of each mention.
        let sources = self.lists.iter().map(|list| list.0);
        let sources: Vec<u32> = sources
            .filter(|s| *s < self.known && self.plan.fate(*s) == Some(id))
            .collect();
        let mut names: Vec<(String, i64)> = Vec::new();
        for source in &sources {
            let used = store.names(*source)?;
            names.extend(used.into_iter().map(|(name, times)| (name, i64::from(times))));
        }
        for (ix, _) in &self.read {
            let (before, after) = (store.mentions(*ix)?, self.mentions(store, *ix)?);
            let was = before.iter().filter(|m| sources.contains(&m.entity)).map(|m| (m, -1));
            let is = after.iter().filter(|m| m.entity == id).map(|m| (m, 1));
            let all: Vec<(&StoredMention, i64)> = was.chain(is).collect();
            if all.is_empty() {
                continue;
            }
            let text = store.texts(&store.article(*ix)?)?.body.text;
            names.extend(all.into_iter().filter_map(|(m, times)| Some((m.called(&text)?, times))));
        }
        sort_by(&mut names, |a, b| a.0.cmp(&b.0));
        let sum = |same: &[(String, i64)]| (same[0].0.clone(), same.iter().map(|name| name.1).sum::<i64>());
        let sums = names.chunk_by(|a, b| a.0 == b.0).map(sum);
        Ok(Some(
            sums.filter(|name| name.1 > 0)
                .map(|(name, times)| (name, times as u32))
                .collect(),
        ))
    }

    /// What an article is about, from what it was about before.
    pub fn focus(&self, store: &Store, ix: u32, focus: &mut Vec<CountryCode>) -> Result<(), PackError> {
        if self.touches(ix) {
            self.plan.focus(focus, &store.mentions(ix)?, &self.mentions(store, ix)?);
        }
        Ok(())
    }
}

fn doubtful(mentions: &[StoredMention]) -> u32 {
    mentions.iter().filter(|m| m.doubt.is_some()).count() as u32
}

type Triple = (u32, u32, u32);

fn sort_triples(triples: &mut [Triple]) {
    sort_by(triples, |a, b| a.cmp(b));
}

fn sort(ids: &mut [u32]) {
    sort_by(ids, |a, b| a.cmp(b));
}

/// The rank of an entity of the corpus before it is corrected.
pub(crate) fn known_rank(id: u32) -> u64 {
    u64::from(id) << 32 | u64::from(u32::MAX)
}

/// Before the known entity that comes next, and among each other by key.
fn ranks(store: &Store, plan: &Plan) -> Vec<u64> {
    let made: Vec<&EntityKey> = plan.made().map(|entity| &entity.key).collect();
    let rank = |key: &&EntityKey| {
        let before = made.iter().filter(|other| *other < key).count();
        u64::from(store.place_of(key)) << 32 | before as u64
    };
    made.iter().map(rank).collect()
}
