//! Corrections of what the articles of a corpus name, before it is written.

use std::collections::BTreeMap;

use super::{Correction, Known, Plan, Told, Written};
use crate::pack::{StoredMention, entity_table, stored_order, valid_mentions, valid_title};
use crate::world::World;
use crate::{Analysis, Article, CountryCode, Entity, EntityKey, EntityKind, Found, Mention, Span};

struct Table<'a> {
    /// In the order of their keys.
    entities: Vec<Entity>,
    world: &'a World,
}

impl<'a> Table<'a> {
    fn of(articles: &[(Article, Analysis)], world: &'a World) -> Self {
        Self {
            entities: entity_table(&stored_order(articles), world),
            world,
        }
    }

    fn position(&self, key: &EntityKey) -> Option<u32> {
        self.entities
            .binary_search_by(|e| e.key.cmp(key))
            .ok()
            .map(|at| at as u32)
    }
}

impl Known for Table<'_> {
    fn find(&self, key: &EntityKey) -> Option<(u32, Entity)> {
        let at = self.position(key)?;
        Some((at, self.entities[at as usize].clone()))
    }

    fn count(&self) -> u32 {
        self.entities.len() as u32
    }

    fn country_name(&self, code: CountryCode) -> Option<String> {
        self.world.country(code).map(|country| country.name.clone())
    }
}

/// Applies corrections to what all articles name; tells what became of each.
pub fn correct(articles: &mut [(Article, Analysis)], list: &[Correction], world: &World) -> Vec<Told> {
    if list.is_empty() {
        return Vec::new();
    }
    let table = Table::of(articles, world);
    let mut plan = Plan::new(list, &table);
    let mut done = vec![false; plan.steps().len()];
    for (article, analysis) in articles {
        correct_one(article, analysis, &plan, &table, &mut done);
    }
    plan.settle(&done);
    plan.told().to_vec()
}

/// Tells what would become of each correction.
pub fn foretell(articles: &[(Article, Analysis)], list: &[Correction], world: &World) -> Vec<Told> {
    if list.is_empty() {
        return Vec::new();
    }
    let table = Table::of(articles, world);
    let mut plan = Plan::new(list, &table);
    let mut done = vec![false; plan.steps().len()];
    for (article, analysis) in articles {
        let before = stored(article, analysis, &table);
        plan.apply(&before, &mut is_written(article), &mut done);
    }
    plan.settle(&done);
    plan.told().to_vec()
}

/// Whether a mention of an article is one of those that are written so.
fn is_written(article: &Article) -> impl FnMut(Span, &Written) -> bool {
    |span, only| {
        only.may_be(&article.id, span) && article.text.get(span.start as usize..span.end as usize) == Some(&only.name)
    }
}

/// The mentions of an article, in order.
fn stored(article: &Article, analysis: &Analysis, table: &Table) -> Vec<StoredMention> {
    let mut before: Vec<StoredMention> = Vec::new();
    for found in &analysis.found {
        let Some(entity) = table.position(&found.entity.key) else {
            continue;
        };
        let mentions = valid_mentions(&article.text, &found.mentions);
        before.extend(mentions.map(|m| StoredMention {
            entity,
            span: m.span,
            how: m.how,
            doubt: m.doubt,
            title: valid_title(&article.text, m),
        }));
    }
    before.sort_unstable_by_key(|m| (m.span, m.entity, m.how));
    before
}

fn correct_one(article: &Article, analysis: &mut Analysis, plan: &Plan, table: &Table, done: &mut [bool]) {
    for found in &mut analysis.found {
        let corrected = table.position(&found.entity.key).and_then(|at| plan.entity(at));
        if let Some(corrected) = corrected.filter(|corrected| corrected.key == found.entity.key) {
            found.entity.clone_from(corrected);
        }
    }
    let before = stored(article, analysis, table);
    if !before.iter().any(|m| plan.taken().binary_search(&m.entity).is_ok()) {
        return;
    }
    let after = plan.apply(&before, &mut is_written(article), done);
    plan.focus(&mut analysis.focus, &before, &after);
    let entity_of = |id: u32| plan.entity(id).or_else(|| table.entities.get(id as usize));
    let is_country = |id: u32| entity_of(id).is_some_and(|entity| entity.key.kind == EntityKind::Country);
    for speaker in analysis.quotations.iter_mut().filter_map(|q| q.speaker.as_mut()) {
        if let Some(before) = speaker.key.as_ref().and_then(|key| table.position(key)) {
            let now = plan.speaker(before, speaker.span, &after, is_country);
            speaker.key = now.and_then(entity_of).map(|entity| entity.key.clone());
        }
    }
    let mut found: BTreeMap<&EntityKey, Found> = BTreeMap::new();
    for m in &after {
        let Some(entity) = entity_of(m.entity) else {
            continue;
        };
        let new = || Found {
            entity: entity.clone(),
            mentions: Vec::new(),
        };
        let StoredMention {
            span,
            how,
            doubt,
            title,
            ..
        } = *m;
        found.entry(&entity.key).or_insert_with(new).mentions.push(Mention {
            span,
            how,
            doubt,
            title,
        });
    }
    analysis.found = found.into_values().collect();
}
