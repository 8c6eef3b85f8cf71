//! What do the rules say of the names that the tagger reads too?

use std::collections::BTreeMap;

use dateline_corpus::{Entity, EntityKind, Found, How, Mention, Span};
use rustc_hash::FxHashMap;

use crate::report::Report;
use crate::tagger::{NameKind, Named};
use crate::words::Words;

/// A mention of the rules and the number of the entity that it names.
pub type Told = (usize, Mention);

/// What the rules found, where the tagger reads a name too.
#[derive(Debug, Default)]
pub struct Rules {
    entities: Vec<Entity>,
    known: FxHashMap<(EntityKind, Span), Told>,
    /// Where they see a place or a country: by start, each with its end; with the place where it is not told yet.
    mapped: BTreeMap<u32, (u32, Option<Told>)>,
}

impl Rules {
    /// Reports what is `found` but for people and what the tagger's names `taken` by word tell anew, which is kept here.
    pub fn split(words: &Words<'_>, found: Vec<Found>, taken: &[bool], report: &mut Report) -> Self {
        let mut rules = Self::default();
        for mut one in found {
            match one.entity.key.kind {
                EntityKind::Person => continue,
                EntityKind::Country => {
                    for mention in one.mentions.iter().filter(|m| m.how != How::Place) {
                        rules
                            .mapped
                            .entry(mention.span.start)
                            .or_insert((mention.span.end, None));
                    }
                }
                kind => one.mentions.retain(|mention| !rules.takes(words, taken, kind, mention)),
            }
            rules.entities.push(one.entity.clone());
            report.keep(one);
        }
        rules
    }

    /// Keeps a mention of the next entity where the tagger reads a name too. What the tagger passes by stays, and what ends in lower
    /// case: it looks only at words with capitals, not at the last one of `the Japanese foreign ministry`.
    fn takes(&mut self, words: &Words<'_>, taken: &[bool], kind: EntityKind, mention: &Mention) -> bool {
        let Span { start, end } = mention.span;
        let at = words.at_byte(start as usize);
        let last = words.at_byte(end as usize).max(at + 1) - 1;
        let both = taken[at] && words.cap(last);
        let told = (self.entities.len(), *mention);
        if both {
            self.known.insert((kind, mention.span), told);
        }
        if matches!(kind, EntityKind::Place | EntityKind::Region) {
            self.mapped.insert(start, (end, both.then_some(told)));
        }
        both
    }

    /// What they have of this kind at just this place.
    pub fn at(&self, kind: EntityKind, span: Span) -> Option<(Entity, Mention)> {
        let told = self.known.get(&(kind, span))?;
        Some((self.entity(told).clone(), told.1))
    }

    /// The entity that a mention is of.
    pub fn entity(&self, told: &Told) -> &Entity {
        &self.entities[told.0]
    }

    /// The last place or country within a span: where it stands; the mention where it is not told yet.
    pub fn within(&self, at: Span) -> Option<(Span, Option<&Told>)> {
        let (start, (end, told)) = self.mapped.range(..at.end).next_back()?;
        let span = Span {
            start: *start,
            end: *end,
        };
        (*end > at.start).then_some((span, told.as_ref()))
    }
}

/// By word: whether a name takes it. Works, events and peoples are dropped: they stand in no body's way.
pub fn taken(words: &Words<'_>, names: &[Named]) -> Vec<bool> {
    let mut taken = vec![false; words.len()];
    let told = names.iter().filter(|name| name.kind != NameKind::Other);
    told.for_each(|name| taken[name.from..name.to].fill(true));
    taken
}
