//! From a list of corrections to what has to be done in one corpus.

use std::ops::Range;

use super::entries::{Entries, Entry, NONE};
use super::{Correction, Written};
use crate::order::sort_by_key;
use crate::{CountryCode, Doubt, Entity, EntityKey, EntityKind, Group};

/// What a corpus has before it is corrected.
pub trait Known {
    /// The position and the entity of a key.
    fn find(&self, key: &EntityKey) -> Option<(u32, Entity)>;
    /// How many entities there are.
    fn count(&self) -> u32;
    /// The name of a country that no article names.
    fn country_name(&self, code: CountryCode) -> Option<String>;
}

/// What became of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The key that the corpus does not have: nothing was done.
    pub unknown: Option<EntityKey>,
    /// Whether it is so without the correction, or nothing is written as it says.
    pub idle: bool,
    /// What the first entity was called before; empty where it is not known.
    pub was: String,
    /// What the other is called, be it an entity or a country; empty where there is none.
    pub is: String,
    /// The key of what it concerns: what the first became or, where a name was split off, what that is part of.
    pub key: EntityKey,
    /// The position of the first.
    at: u32,
    /// Whether it does something even where its steps do nothing.
    acts: bool,
    /// Its steps.
    steps: Range<usize>,
}

/// One end of a [`Step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Position of the entity.
    pub id: u32,
    /// Its kind.
    pub kind: EntityKind,
    /// The country that its mentions count for too, by its position: of a place its country.
    pub owed: Option<u32>,
}

/// Mentions of one entity become those of another, or nobody's; or go on being its own and count for another country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whose mentions.
    pub from: Side,
    /// Only these of them.
    pub only: Option<Box<Written>>,
    /// Whose they are from then on.
    pub to: Option<Side>,
    /// Where they stay whose they are, the doubts about them that are settled: a bit for each of `Doubt::ALL`.
    pub settles: u8,
}

impl Step {
    /// Whether mentions stay what they are, and only doubts about them are settled.
    pub fn stays(&self) -> bool {
        self.to == Some(self.from)
    }

    /// The only article whose mentions are taken, by its id.
    pub fn article(&self) -> Option<&str> {
        let only = self.only.as_ref()?;
        (!only.article.is_empty()).then_some(&only.article)
    }
}

/// What a list of corrections comes to in one corpus.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub(super) steps: Vec<Step>,
    /// The entities whose mentions a step takes, in order.
    pub(super) from: Vec<u32>,
    /// Those of them of which a step takes mentions in any article, in order.
    anywhere: Vec<u32>,
    entries: Vec<Entry>,
    /// Positions in `entries`, by the entity's position.
    by_id: Vec<u32>,
    told: Vec<Told>,
    /// The entities that corrections with an effect speak of, by position, in order.
    marked: Vec<u32>,
    known: u32,
}

impl Plan {
    /// The plan of a list.
    pub fn new(list: &[Correction], known: &dyn Known) -> Self {
        let mut maker = Maker {
            entries: Entries::new(known),
            steps: Vec::new(),
        };
        let told = list.iter().map(|correction| {
            let first = maker.steps.len();
            let told = maker.take(correction);
            Told {
                steps: first..maker.steps.len(),
                ..told
            }
        });
        let mut told: Vec<Told> = told.collect();
        for told in &mut told {
            let end = maker.entries.end(&told.key);
            told.key = maker.entries.all[end].entity.key.clone();
        }
        let (steps, entries) = (maker.steps, maker.entries.all);
        let ids = |is_meant: fn(&Step) -> bool| {
            let meant = steps.iter().filter(|step| is_meant(step));
            let mut ids: Vec<u32> = meant.map(|step| step.from.id).collect();
            sort_by_key(&mut ids, |id| *id);
            ids.dedup();
            ids
        };
        let (from, anywhere) = (ids(|_| true), ids(|step| step.article().is_none()));
        let here = (0..entries.len() as u32).filter(|at| entries[*at as usize].id != NONE);
        let mut by_id: Vec<u32> = here.collect();
        sort_by_key(&mut by_id, |at| entries[*at as usize].id);
        Self {
            steps,
            from,
            anywhere,
            entries,
            by_id,
            told,
            marked: Vec::new(),
            known: known.count(),
        }
    }

    /// Takes in which steps did anything to any article: a correction that did nothing else says so, and marks nothing.
    pub fn settle(&mut self, done: &[bool]) {
        for told in &mut self.told {
            let steps = told.steps.clone();
            told.idle =
                !told.acts && told.unknown.is_none() && !steps.clone().any(|step| done.get(step) == Some(&true));
            if !told.idle && told.unknown.is_none() {
                let to = self.steps[steps].iter().filter_map(|step| Some(step.to?.id));
                self.marked.extend(to.chain([told.at]));
            }
        }
        sort_by_key(&mut self.marked, |id| *id);
    }

    /// Whether a correction with an effect speaks of the entity at a position.
    pub fn marks(&self, id: u32) -> bool {
        self.marked.binary_search(&id).is_ok()
    }

    /// What has to be done to the mentions of each article, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The positions of the entities whose mentions a step takes, in order.
    pub fn taken(&self) -> &[u32] {
        &self.from
    }

    /// Those of them of which a step takes mentions in any article, and not only in [`Step::article`], in order.
    pub fn taken_anywhere(&self) -> &[u32] {
        &self.anywhere
    }

    /// What became of each correction.
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// The entity at a position, where a correction speaks of it.
    pub fn entity(&self, id: u32) -> Option<&Entity> {
        let at = self
            .by_id
            .binary_search_by_key(&id, |at| self.entries[*at as usize].id)
            .ok()?;
        Some(&self.entries[self.by_id[at] as usize].entity)
    }

    /// All entities that corrections speak of, by position; those that are new to the corpus come last.
    pub fn entities(&self) -> impl Iterator<Item = (u32, &Entity)> {
        let entry = |at: &u32| &self.entries[*at as usize];
        self.by_id.iter().map(entry).map(|entry| (entry.id, &entry.entity))
    }

    /// The entities that are new to the corpus, in the order of their positions, which follow those of the corpus.
    pub fn made(&self) -> impl Iterator<Item = &Entity> {
        self.entities()
            .filter(|(id, _)| *id >= self.known)
            .map(|(_, entity)| entity)
    }

    /// What a key that is no entity's came to mean.
    pub fn became(&self, key: &EntityKey) -> Option<&EntityKey> {
        let mut at = self.entries.iter().find(|entry| entry.entity.key == *key)?.became?;
        while let Some(next) = self.entries[at].became {
            at = next;
        }
        Some(&self.entries[at].entity.key)
    }

    /// Whether this is, or was, the value of an entity that corrections speak of.
    pub fn speaks_of(&self, group: Group, slug: &str) -> bool {
        let is_it = |(_, entity): (u32, &Entity)| Group::of(entity.key.kind) == group && entity.key.slug == slug;
        self.entities().any(is_it)
    }

    /// The position of a key, where a correction speaks of it.
    pub fn position(&self, key: &EntityKey) -> Option<u32> {
        let entry = self.entries.iter().find(|entry| entry.entity.key == *key)?;
        (entry.id != NONE).then_some(entry.id)
    }
}

/// The doubts that a name settles: whether it is one, and how it is spelt. Which of several is so called it does not say.
const NAMED: u8 = !(1 << Doubt::Namesake as u8 | 1 << Doubt::Surname as u8 | 1 << Doubt::Elsewhere as u8);

struct Maker<'a> {
    entries: Entries<'a>,
    steps: Vec<Step>,
}

impl Maker<'_> {
    fn alias(&mut self, a: usize, b: usize) {
        if a != b {
            self.entries.all[a].became = Some(b);
        }
    }

    fn take(&mut self, correction: &Correction) -> Told {
        let first = correction.key();
        let mut told = Told {
            unknown: None,
            idle: false,
            was: String::new(),
            is: String::new(),
            key: first.clone(),
            at: NONE,
            acts: false,
            steps: 0..0,
        };
        let Some(a) = self.entries.live(first) else {
            told.unknown = Some(first.clone());
            return told;
        };
        told.was.clone_from(&self.entries.all[a].entity.name);
        told.key = self.entries.all[a].entity.key.clone();
        told.at = self.entries.all[a].id;
        match correction {
            Correction::Merge { into, .. } => match self.entries.live(into) {
                Some(b) => {
                    told.is.clone_from(&self.entries.all[b].entity.name);
                    told.acts = a != b;
                    self.merge(a, b);
                }
                None => told.unknown = Some(into.clone()),
            },
            Correction::Split { only, into, called, .. } => {
                let mut like = self.entries.all[a].entity.clone();
                let called = if called.is_empty() { &only.name } else { called };
                (like.point, like.name) = (None, called.clone());
                // What is not the country is not in it, as far as is known.
                like.country = like.country.filter(|_| like.key.kind != EntityKind::Country);
                let b = self.entries.own_beside(None, into, &like);
                told.is.clone_from(&self.entries.all[b].entity.name);
                told.key = self.entries.all[b].entity.key.clone();
                self.step(a, Some(only), Some(b));
            }
            Correction::Rename { name, .. } => {
                if self.entries.all[a].entity.key.kind != EntityKind::Country {
                    told.acts = *name != told.was;
                    self.entries.all[a].entity.name.clone_from(name);
                    self.settle(a, None, NAMED);
                }
            }
            Correction::Kind { kind, .. } => {
                let like = self.entries.all[a].entity.clone();
                if like.key.kind != *kind && like.key.kind != EntityKind::Country {
                    told.acts = true;
                    let b = self
                        .entries
                        .own_beside(Some(a), &EntityKey::new(*kind, like.key.slug.as_str()), &like);
                    self.merge(a, b);
                }
            }
            Correction::Drop { only, .. } => {
                told.acts = only.is_none();
                self.step(a, only.as_ref(), None);
                self.entries.all[a].live &= only.is_some();
            }
            Correction::Keep { only, .. } => {
                // It stays so.
                told.acts = only.is_none();
                self.settle(a, only.as_ref(), u8::MAX);
            }
            Correction::Country { country, .. } => {
                let name = self.entries.known.country_name(*country);
                told.is = name.unwrap_or_else(|| country.to_string());
                told.acts = self.entries.all[a].entity.country != Some(*country);
                self.set_country(a, Some(*country));
                if self.entries.all[a].entity.key.kind == EntityKind::Place {
                    self.settle(a, None, u8::MAX);
                }
            }
        }
        told
    }

    fn merge(&mut self, a: usize, b: usize) {
        if a == b {
            return;
        }
        let (from, into) = (&self.entries.all[a].entity, &self.entries.all[b].entity);
        if from.key.kind == into.key.kind && from.key.kind != EntityKind::Country {
            let (country, point) = (into.country.or(from.country), into.point.or(from.point));
            if into.country.is_none() && country.is_some() {
                self.set_country(b, country);
            }
            self.entries.all[b].entity.point = point;
        }
        self.step(a, None, Some(b));
        self.entries.all[a].live = false;
        self.alias(a, b);
    }

    fn set_country(&mut self, a: usize, country: Option<CountryCode>) {
        let entity = &self.entries.all[a].entity;
        let may = matches!(
            entity.key.kind,
            EntityKind::Place | EntityKind::Organisation | EntityKind::Person
        );
        if !may || entity.country == country {
            return;
        }
        let from = self.side(a);
        let entity = &mut self.entries.all[a].entity;
        // It was looked up with the country, and is as wrong; with its first country it is right again.
        (entity.country, entity.point) = (country, None);
        if let Some((_, first)) = self.entries.known.find(&entity.key)
            && first.country == country
        {
            entity.point = first.point;
        }
        if entity.key.kind == EntityKind::Place {
            let to = Some(self.side(a));
            self.put(from, None, to, 0);
        }
    }

    fn step(&mut self, a: usize, only: Option<&Written>, b: Option<usize>) {
        if b == Some(a) {
            return;
        }
        // A country that was merged is another one by then: what counts is where the mentions go.
        let (from, to) = (self.side(a), b.map(|b| self.side(b)));
        self.put(from, only, to, 0);
    }

    /// Settles doubts about mentions of an entity.
    fn settle(&mut self, a: usize, only: Option<&Written>, settles: u8) {
        let side = self.side(a);
        self.put(side, only, Some(side), settles);
    }

    fn put(&mut self, from: Side, only: Option<&Written>, to: Option<Side>, settles: u8) {
        self.steps.push(Step {
            from,
            only: only.cloned().map(Box::new),
            to,
            settles,
        });
    }

    fn side(&mut self, at: usize) -> Side {
        let entity = &self.entries.all[at].entity;
        let (kind, country) = (entity.key.kind, entity.country);
        let owed = country
            .filter(|_| kind == EntityKind::Place)
            .map(|code| self.entries.country(code));
        Side {
            id: self.entries.all[at].id,
            kind,
            owed: owed.map(|at| self.entries.all[at].id),
        }
    }
}
