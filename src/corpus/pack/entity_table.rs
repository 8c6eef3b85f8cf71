//! All entities of a corpus in few bytes: as strings of their own they would take twice as many.

use std::cmp::Ordering;

use super::entities::entity;
use super::{PackError, Reader};
use crate::{CountryCode, Entity, EntityKey, EntityKind, EntityRef, Point};

/// Entities, known by their positions; in a pack these are in the order of keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityTable {
    /// Slugs and names, one behind the other.
    strings: String,
    rows: Vec<Row>,
    /// By the positions of those that have one, in order: where they lie.
    points: Vec<(u32, Point)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// Where its slug ends, which begins where the name before ends.
    slug: u32,
    /// Where its name ends.
    name: u32,
    kind: EntityKind,
    country: Option<CountryCode>,
}

impl EntityTable {
    /// Reads the section.
    pub(super) fn read(r: &mut Reader) -> Result<Self, PackError> {
        let n = r.count()?;
        let mut table = Self::default();
        table.rows.reserve_exact(n);
        let mut before = String::new();
        for _ in 0..n {
            let entity = entity(r, &before)?;
            table.push(&entity.borrow());
            before = entity.name;
        }
        table.strings.shrink_to_fit();
        table.points.shrink_to_fit();
        Ok(table)
    }

    /// Adds one behind the others.
    fn push(&mut self, entity: &EntityRef) {
        self.points
            .extend(entity.point.map(|point| (self.rows.len() as u32, point)));
        self.strings.push_str(entity.slug);
        let slug = self.strings.len() as u32;
        self.strings.push_str(entity.name);
        self.rows.push(Row {
            slug,
            name: self.strings.len() as u32,
            kind: entity.kind,
            country: entity.country,
        });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The entity at a position.
    pub fn get(&self, at: usize) -> Option<EntityRef<'_>> {
        let row = self.rows.get(at)?;
        let point = self.points.binary_search_by_key(&(at as u32), |point| point.0);
        Some(EntityRef {
            kind: row.kind,
            slug: self.slug(at),
            name: self.strings.get(row.slug as usize..row.name as usize)?,
            country: row.country,
            point: point.ok().map(|point| self.points[point].1),
        })
    }

    fn slug(&self, at: usize) -> &str {
        let before = at.checked_sub(1).and_then(|before| self.rows.get(before));
        let range = before.map_or(0, |row| row.name as usize)..self.rows.get(at).map_or(0, |row| row.slug as usize);
        self.strings.get(range).unwrap_or("")
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = EntityRef<'_>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// The kinds of all, in order.
    pub fn kinds(&self) -> impl Iterator<Item = EntityKind> {
        self.rows.iter().map(|row| row.kind)
    }

    /// Of a table in the order of keys, the position of an entity; where there is none with this key, `Err` with the number of
    /// those before it.
    ///
    /// # Errors
    /// See above.
    pub fn position(&self, key: &EntityKey) -> Result<usize, usize> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let kind = self.rows.get(middle).map_or(key.kind, |row| row.kind);
            match kind.cmp(&key.kind).then_with(|| self.slug(middle).cmp(&key.slug)) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Ok(middle),
                Ordering::Greater => to = middle,
            }
        }
        Err(from)
    }

    /// Each for itself.
    pub fn to_vec(&self) -> Vec<Entity> {
        self.iter().map(|entity| entity.to_entity()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::EntityTable;
    use crate::{CountryCode, Entity, EntityKey, EntityKind, Point};

    proptest! {
        #[test]
        fn entities_are_found_by_position_and_by_key(
            all in prop::collection::btree_map((0..EntityKind::ALL.len(), "[a-cé]{0,3}"), ("[A-Cé ]{0,9}", any::<bool>(), any::<Option<(i16, i16)>>()), 0..20),
            wanted in (0..EntityKind::ALL.len(), "[a-cé]{0,3}"),
        ) {
            let entities: Vec<Entity> = all.iter().map(|((kind, slug), (name, lies, point))| Entity {
                key: EntityKey::new(EntityKind::ALL[*kind], slug.as_str()),
                name: name.clone(),
                country: CountryCode::parse("JP").filter(|_| *lies),
                point: point.map(|(lat, lon)| Point { lat: f32::from(lat), lon: f32::from(lon) }),
            }).collect();
            let mut table = EntityTable::default();
            entities.iter().for_each(|entity| table.push(&entity.borrow()));
            prop_assert_eq!(table.to_vec(), entities.as_slice());
            prop_assert!(table.kinds().eq(entities.iter().map(|e| e.key.kind)));
            prop_assert!(table.get(entities.len()).is_none() && table.is_empty() == entities.is_empty());
            let wanted = EntityKey::new(EntityKind::ALL[wanted.0], wanted.1);
            for key in entities.iter().map(|e| &e.key).chain([&wanted]) {
                prop_assert_eq!(table.position(key), entities.binary_search_by(|e| e.key.cmp(key)));
            }
        }
    }
}
