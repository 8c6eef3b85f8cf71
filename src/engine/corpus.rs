//! An opened pack, with the columns that every question needs: dates, lengths, outlets and entities.

use dateline_corpus::order::sort_by;
use dateline_corpus::pack::{Pack, PackError};
use dateline_corpus::{Date, Entity, EntityKey, EntityKind, Group};

use crate::facet_index::{FacetIndex, FacetIndexBuilder};
use crate::index::Index;
use crate::question::Ask;
use crate::rank::Lengths;
use crate::suggest::Names;
use crate::view::Answer;

/// A corpus that answers questions.
#[derive(Debug)]
pub struct Engine {
    pub(crate) pack: Pack,
    pub(crate) index: Index,
    /// By article: its day.
    pub(crate) dates: Vec<Option<Date>>,
    /// By article: terms in body and title.
    lengths: Vec<(u32, u32)>,
    /// Mean lengths of body and title, at least 1.
    mean_lengths: (f32, f32),
    /// Every facet value: entities in order of their keys, then outlets in order of their names.
    pub(crate) values: Vec<Value>,
    /// How many of the values are entities.
    pub(crate) entity_count: usize,
    /// By group of [`Group::ALL`]: where its values stand, in order. Only the last group's are not entities.
    pub(crate) group_values: [Vec<u32>; Group::ALL.len()],
    /// Which articles have which values.
    pub(crate) facet_index: FacetIndex,
    /// The entities' names.
    pub(crate) names: Names,
    /// Ids in order, each with its article.
    by_id: Vec<(Box<str>, u32)>,
}

/// A facet value.
#[derive(Debug)]
pub(crate) struct Value {
    pub group: Group,
    /// `None` for an outlet.
    pub entity: Option<Entity>,
    /// Key within the group.
    pub key: String,
    pub name: String,
}

impl Engine {
    /// Opens a pack: checks it and reads its columns.
    ///
    /// # Errors
    /// Says what is wrong with the pack and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let pack = Pack::open(bytes)?;
        let mut values: Vec<Value> = Vec::new();
        for entity in pack.entities()? {
            let (group, key, name) = (Group::of(entity.key.kind), entity.key.slug.clone(), entity.name.clone());
            values.push(Value {
                group,
                entity: Some(entity),
                key,
                name,
            });
        }
        let entity_count = values.len();
        values.extend(pack.outlets().iter().map(|name| Value {
            group: Group::Outlet,
            entity: None,
            key: name.clone(),
            name: name.clone(),
        }));
        let mut group_values: [Vec<u32>; Group::ALL.len()] = Default::default();
        for (value, at) in values.iter().zip(0u32..) {
            group_values[value.group as usize].push(at);
        }
        let mut facet_index = FacetIndexBuilder::default();
        let (mut dates, mut lengths, mut by_id) = (Vec::new(), Vec::new(), Vec::new());
        for ix in 0..pack.len() {
            let row = pack.row(ix)?;
            dates.push(row.date);
            lengths.push((row.body_words, row.title_words));
            by_id.push((Box::from(pack.article(ix)?.id), ix));
            let mut named: Vec<u32> = pack.mentions(ix, entity_count)?.iter().map(|m| m.entity).collect();
            named.sort_unstable();
            let counted = named.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32));
            facet_index.push(counted.chain([(entity_count as u32 + row.outlet, 0)]));
        }
        sort_by(&mut by_id, |a: &(Box<str>, u32), b| a.0.cmp(&b.0));
        let n = lengths.len().max(1) as f32;
        let sum = lengths
            .iter()
            .fold((0.0, 0.0), |s: (f32, f32), l| (s.0 + l.0 as f32, s.1 + l.1 as f32));
        let mean_lengths = ((sum.0 / n).max(1.0), (sum.1 / n).max(1.0));
        Ok(Self {
            index: Index::new(&pack)?,
            pack,
            dates,
            lengths,
            mean_lengths,
            facet_index: facet_index.finish(values.len()),
            group_values,
            names: Names::new(values[..entity_count].iter().map(|v| v.name.as_str())),
            values,
            entity_count,
            by_id,
        })
    }

    /// Answers any question.
    ///
    /// # Errors
    /// Only where the pack breaks its own rules although its checksums fit.
    pub fn answer(&self, ask: &Ask) -> Result<Answer, PackError> {
        Ok(match ask {
            Ask::Explore(explore) => Answer::Explore(Box::new(self.explore(explore)?)),
            Ask::Article { id, query } => Answer::Article(self.article(id, query)?.map(Box::new)),
            Ask::Card(key) => Answer::Card(self.card(key)?.map(Box::new)),
            Ask::Sentences {
                scope,
                key,
                offset,
                limit,
            } => Answer::Sentences(self.sentences(scope, key, *offset, *limit)?),
            Ask::Suggest { query, limit } => Answer::Suggest(self.suggest(query, *limit)?),
            Ask::World => Answer::World(Box::new(self.world()?)),
            Ask::About => Answer::About(self.about()),
        })
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.dates.len() as u32
    }

    /// True without an article.
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    pub(crate) fn position(&self, id: &str) -> Option<u32> {
        self.by_id
            .binary_search_by(|(other, _)| (**other).cmp(id))
            .ok()
            .map(|i| self.by_id[i].1)
    }

    /// Lengths of an article against the corpus's means.
    pub(crate) fn lengths(&self, ix: u32) -> Lengths {
        let (body, title) = self.lengths.get(ix as usize).copied().unwrap_or_default();
        Lengths {
            body: body as f32 / self.mean_lengths.0,
            title: title as f32 / self.mean_lengths.1,
        }
    }

    /// The articles that have a value, in order, each with its mentions of it.
    pub(crate) fn articles_with(&self, value: usize) -> &[(u32, u32)] {
        self.facet_index.articles(value as u32)
    }

    /// The position of an entity among the values. Regions share the places' group, whose values are known by slug:
    /// a place that is none may be a region.
    pub(crate) fn entity(&self, key: &EntityKey) -> Option<usize> {
        let key_of = |v: &Value| v.entity.as_ref().map(|e| e.key.clone());
        let find = |key: &EntityKey| {
            self.values[..self.entity_count]
                .binary_search_by(|v| key_of(v).as_ref().cmp(&Some(key)))
                .ok()
        };
        let region = || (key.kind == EntityKind::Place).then(|| EntityKey::new(EntityKind::Region, key.slug.as_str()));
        find(key).or_else(|| find(&region()?))
    }

    /// The position of a facet value.
    pub(crate) fn value(&self, group: Group, key: &str) -> Option<usize> {
        let values = &self.group_values[group as usize];
        let at = values.iter().find(|at| self.values[**at as usize].key == key);
        at.map(|at| *at as usize)
    }

    pub(crate) fn outlet(&self, ix: u32) -> &str {
        let outlet = self
            .pack
            .row(ix)
            .ok()
            .and_then(|row| self.pack.outlets().get(row.outlet as usize));
        outlet.map_or("", String::as_str)
    }
}
