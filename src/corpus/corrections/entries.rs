//! The entities that corrections speak of, as they stand after those taken so far.

use super::Known;
use crate::{CountryCode, Entity, EntityKey, EntityKind};

/// An entity that a correction names or makes.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Whether the corpus was asked for it.
    sought: bool,
    /// Its position in the corpus; behind those of the corpus where it is new, `NONE` where it is nowhere.
    pub id: u32,
    /// Its key, name, country and point by now.
    pub entity: Entity,
    /// Whether it is one by now.
    pub live: bool,
    /// What it became.
    pub became: Option<usize>,
}

/// No position.
pub(super) const NONE: u32 = u32::MAX;

/// See the module. Found by key, in the order in which they were met.
pub(super) struct Entries<'a> {
    pub known: &'a dyn Known,
    pub all: Vec<Entry>,
    /// Positions in `all`, by key.
    by_key: Vec<u32>,
    /// Entities that are new to the corpus.
    made: u32,
}

impl<'a> Entries<'a> {
    pub fn new(known: &'a dyn Known) -> Self {
        Self {
            known,
            all: Vec::new(),
            by_key: Vec::new(),
            made: 0,
        }
    }

    /// The entry of a key, whether there is such an entity or not.
    pub fn entry(&mut self, key: &EntityKey) -> usize {
        let all = &self.all;
        match self.by_key.binary_search_by(|at| all[*at as usize].entity.key.cmp(key)) {
            Ok(found) => self.by_key[found] as usize,
            Err(place) => {
                let at = self.all.len();
                self.by_key.insert(place, at as u32);
                self.all.push(Entry {
                    sought: false,
                    id: NONE,
                    entity: nobody(key),
                    live: false,
                    became: None,
                });
                at
            }
        }
    }

    /// An entry, once the corpus was asked for it.
    fn sought(&mut self, at: usize) -> &mut Entry {
        let entry = &mut self.all[at];
        if !std::mem::replace(&mut entry.sought, true)
            && let Some((id, entity)) = self.known.find(&entry.entity.key)
        {
            (entry.id, entry.entity, entry.live) = (id, entity, true);
        }
        entry
    }

    /// What a key came to mean.
    pub fn end(&mut self, key: &EntityKey) -> usize {
        let mut at = self.entry(key);
        while let Some(next) = self.all[at].became {
            at = next;
        }
        at
    }

    /// The entity that a key means by now. Regions share the places' group, whose values are known by slug.
    pub fn live(&mut self, key: &EntityKey) -> Option<usize> {
        let at = self.end(key);
        if self.sought(at).live {
            return Some(at);
        }
        let region = (key.kind == EntityKind::Place).then(|| EntityKey::new(EntityKind::Region, key.slug.as_str()))?;
        let at = self.end(&region);
        self.sought(at).live.then_some(at)
    }

    /// An entity of its own of this key, made where there is none by now.
    pub fn own(&mut self, key: &EntityKey, like: &Entity) -> usize {
        let at = self.entry(key);
        if !self.sought(at).live {
            let mut entity = Entity {
                key: key.clone(),
                ..like.clone()
            };
            if let Some(code) = key.as_country() {
                (entity.country, entity.point) = (Some(code), None);
                entity.name = self.known.country_name(code).unwrap_or_else(|| code.to_string());
            }
            if self.all[at].id == NONE {
                self.all[at].id = self.known.count() + self.made;
                self.made += 1;
            }
            let entry = &mut self.all[at];
            (entry.entity, entry.live, entry.became) = (entity, true, None);
        }
        at
    }

    /// The same; a place or region that the corpus has as a region or place is that, since both are values of one group and known by
    /// slug. Not `a`, which is to become the other.
    pub fn own_beside(&mut self, a: Option<usize>, key: &EntityKey, like: &Entity) -> usize {
        let twin = match key.kind {
            EntityKind::Place => EntityKind::Region,
            EntityKind::Region => EntityKind::Place,
            _ => return self.own(key, like),
        };
        let (own, twin) = (self.entry(key), self.entry(&EntityKey::new(twin, key.slug.as_str())));
        if !self.sought(own).live && Some(twin) != a && self.sought(twin).live {
            return twin;
        }
        self.own(key, like)
    }

    /// The entity of a country, made where the corpus has none.
    pub fn country(&mut self, code: CountryCode) -> usize {
        let key = EntityKey::country(code);
        self.live(&key).unwrap_or_else(|| self.own(&key, &nobody(&key)))
    }
}

fn nobody(key: &EntityKey) -> Entity {
    Entity {
        key: key.clone(),
        name: String::new(),
        country: None,
        point: None,
    }
}
