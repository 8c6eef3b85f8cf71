//! From what articles name to the table of entities, mentions and quotations.

use super::{Ends, Sections};
use crate::pack::aliases::{Used, aliases};
use crate::pack::entities::put_entity;
use crate::pack::layout::Section;
use crate::pack::mentions::{doubt_once, put_mentions};
use crate::pack::numbers::Table;
use crate::pack::quotations::put_quotations;
use crate::pack::{StoredMention, StoredQuotation, put_varint};
use crate::world::World;
use crate::{Analysis, Article, CountryCode, Entity, EntityKey, Mention, Span, called};

/// All entities, and where each is.
pub struct Entities {
    /// In the order of their keys.
    all: Vec<Entity>,
    positions: Table<EntityKey, u32>,
}

impl Entities {
    pub fn new(all: Vec<Entity>) -> Self {
        let positions = all
            .iter()
            .zip(0..)
            .map(|(entity, at)| (entity.key.clone(), at))
            .collect();
        Self { all, positions }
    }
}

/// All entities in the order of their keys, each with what its articles know of it. The order of articles matters only
/// where they disagree and were not unified: a pack's articles come in its own.
pub(crate) fn entity_table(order: &[&(Article, Analysis)], world: &World) -> Vec<Entity> {
    let mut met: Table<&EntityKey, u32> = Table::default();
    let mut all: Vec<Entity> = Vec::new();
    for (article, analysis) in order {
        for found in &analysis.found {
            if valid_mentions(&article.text, &found.mentions).next().is_none() {
                continue;
            }
            let new = &found.entity;
            let at = *met.entry(&new.key).or_insert(all.len() as u32) as usize;
            let Some(kept) = all.get_mut(at) else {
                all.push(new.clone());
                continue;
            };
            // Articles may disagree where they were not unified: the longest name, then the first in order, so that
            // the order of articles does not matter.
            if (new.name.len(), &kept.name) > (kept.name.len(), &new.name) {
                kept.name.clone_from(&new.name);
            }
            kept.country = kept.country.or(new.country);
            kept.point = kept.point.or(new.point);
        }
    }
    all.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    for entity in &mut all {
        // One name for a country in lists and on the map.
        let drawn = entity.key.as_country().and_then(|code| world.country(code));
        if let Some(country) = drawn {
            entity.name.clone_from(&country.name);
        }
    }
    all
}

/// Mentions whose span lies in the text, on character boundaries and not empty.
pub(crate) fn valid_mentions<'a>(text: &'a str, mentions: &'a [Mention]) -> impl Iterator<Item = &'a Mention> {
    mentions.iter().filter(|m| is_valid(text, m.span))
}

/// The length of a title that lies in the text; 0 of any other.
pub(crate) fn valid_title(text: &str, mention: &Mention) -> u32 {
    called(text, mention.span, mention.title).map_or(0, |_| mention.title)
}

fn is_valid(text: &str, span: Span) -> bool {
    text.get(span.start as usize..span.end as usize)
        .is_some_and(|s| !s.is_empty())
}

/// Entities and the names that they are also called by.
pub fn write_entities(sections: &mut Sections, entities: &Entities, used: Used, countries: &[(CountryCode, &str)]) {
    let out = sections.of(Section::Entities);
    put_varint(out, entities.all.len() as u32);
    let mut before = "";
    for entity in &entities.all {
        put_entity(out, entity, before);
        before = &entity.name;
    }
    let position = |key: &EntityKey| entities.positions.get(key).copied();
    aliases(used, countries, &entities.all, position).write(out);
}

/// Mentions and quotations; gives the names of mentions.
pub fn write_mentions<'a>(
    sections: &mut Sections,
    order: &[&'a (Article, Analysis)],
    entities: &Entities,
    ends: &mut Ends,
) -> Used<'a> {
    let mut used = Used::default();
    for (article, analysis) in order {
        let position = |key: &EntityKey| entities.positions.get(key).copied();
        let mut all: Vec<StoredMention> = Vec::new();
        for found in &analysis.found {
            let Some(entity) = position(&found.entity.key) else {
                continue;
            };
            used.add(&article.text, found, entity);
            all.extend(valid_mentions(&article.text, &found.mentions).map(|m| StoredMention {
                entity,
                span: m.span,
                how: m.how,
                doubt: m.doubt,
                title: valid_title(&article.text, m),
            }));
        }
        all.sort_by_key(|m| (m.span, m.entity));
        doubt_once(&mut all);
        let out = sections.of(Section::Mentions);
        put_mentions(&all, out);
        ends.mentions.push(out.len());

        let is = |span: &Span| is_valid(&article.text, *span);
        let quoted = analysis.quotations.iter().filter(|q| is(&q.span));
        let mut quotations: Vec<StoredQuotation> = quoted
            .map(|q| {
                let speaker = q.speaker.as_ref().filter(|s| is(&s.span));
                StoredQuotation {
                    span: q.span,
                    whole: q.whole,
                    speaker: speaker.map(|s| s.span),
                    entity: speaker.and_then(|s| position(s.key.as_ref()?)),
                    verb: q.verb.filter(is),
                }
            })
            .collect();
        quotations.sort_by_key(|q| q.span);
        let out = sections.of(Section::Quotations);
        if !quotations.is_empty() {
            put_quotations(&quotations, &all, out);
        }
        ends.quotations.push(out.len());
    }
    used
}
