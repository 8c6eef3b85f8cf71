//! Entities: names, counts, and which articles name which.

use dateline_corpus::order::sort_by;
#[cfg(feature = "parts")]
use dateline_corpus::pack::parts::Kind;
use dateline_corpus::pack::{Keyed, PackError};
use dateline_corpus::{EntityKey, EntityKind, EntityRef};

use super::Store;
use crate::names::each_from;

impl Store {
    /// By kind of [`EntityKind::ALL`], how many entities there are.
    pub fn kinds(&self) -> [u32; EntityKind::ALL.len()] {
        match self {
            Self::Whole(whole) => {
                EntityKind::ALL.map(|kind| whole.pack.entities().kinds().filter(|other| *other == kind).count() as u32)
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => *parts.kinds(),
        }
    }

    /// The entity at a position.
    pub fn entity_at(&self, at: u32) -> Option<EntityRef<'_>> {
        match self {
            Self::Whole(whole) => whole.pack.entities().get(at as usize),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.value(at).map(|value| value.entity.borrow()),
        }
    }

    /// The position of an entity.
    pub fn entity(&self, key: &EntityKey) -> Option<u32> {
        match self {
            Self::Whole(whole) => whole.pack.entities().position(key).ok().map(|at| at as u32),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.entity(key),
        }
    }

    /// How many entities have a key before this one.
    pub fn place_of(&self, key: &EntityKey) -> u32 {
        match self {
            Self::Whole(whole) => whole.pack.entities().position(key).unwrap_or_else(|before| before) as u32,
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.place_of(key),
        }
    }

    /// By entity: articles that name it, and its mentions in them.
    pub fn counts(&self) -> Vec<(u32, u32)> {
        match self {
            Self::Whole(whole) => {
                let sum = |at: u32| {
                    let articles = whole.facets.articles(at);
                    articles.fold((0, 0), |sum, (_, mentions)| (sum.0 + 1, sum.1 + mentions))
                };
                (0..whole.pack.entities().len() as u32).map(sum).collect()
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.counts().to_vec(),
        }
    }

    /// Calls `each` with the entities that an article names, in order, and the mentions of each.
    #[inline]
    pub fn each_named_in(&self, ix: u32, mut each: impl FnMut(u32, u32)) {
        match self {
            Self::Whole(whole) => whole.facets.values(ix).for_each(|(at, n)| each(at, n)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.values_of(ix).iter().for_each(|(at, n)| each(*at, *n)),
        }
    }

    /// Calls `each` with every article that names an entity, in order, and its mentions there.
    pub fn each_naming(&self, at: u32, mut each: impl FnMut(u32, u32)) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => whole.facets.articles(at).for_each(|(ix, n)| each(ix, n)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.lists_of(at)?.articles.iter().for_each(|(ix, n)| each(*ix, *n)),
        }
        Ok(())
    }

    /// What an entity is called, as [`dateline_corpus::pack::StoredMention::called`] gives it; in order, each with how often.
    pub fn names(&self, at: u32) -> Result<Vec<(String, u32)>, PackError> {
        match self {
            Self::Whole(whole) => {
                let mut used: Vec<String> = Vec::new();
                for (ix, _) in whole.facets.articles(at) {
                    let text = whole.texts(&whole.pack.article(ix)?)?.body.text;
                    let mentions = self.mentions(ix)?;
                    for m in mentions.iter().filter(|m| m.entity == at) {
                        used.extend(m.called(&text));
                    }
                }
                sort_by(&mut used, String::cmp);
                let same = used.chunk_by(|a, b| a == b);
                Ok(same.map(|same| (same[0].clone(), same.len() as u32)).collect())
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.lists_of(at)?.names),
        }
    }

    /// Calls `each` with the other names of entities, as the pack has them, and the entity of each.
    pub fn each_alias(&self, mut each: impl FnMut(&str, u32)) {
        let aliases = match self {
            Self::Whole(whole) => Some(whole.pack.aliases()),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.aliases(),
        };
        for (alias, at) in aliases.into_iter().flat_map(Keyed::iter) {
            each(alias, at);
        }
    }

    /// Calls `each` with the names of entities from each word on that begins so.
    pub fn each_called(&self, beginning: &str, each: &mut dyn FnMut(&str, u32)) {
        match self {
            Self::Whole(whole) => {
                whole.names().each_from(beginning, each);
                for (alias, at) in whole.pack.aliases().iter() {
                    each_from(alias, beginning, &mut |words| each(words, at));
                }
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.each_beginning(Kind::Called, beginning, each),
        }
    }
}
