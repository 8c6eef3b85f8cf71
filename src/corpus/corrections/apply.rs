//! From an article's mentions to those of the corrected corpus.

use super::Written;
use super::plan::{Plan, Side, Step};
use crate::pack::StoredMention;
use crate::{CountryCode, EntityKey, EntityKind, How, Span};

impl Plan {
    /// The mentions of an article after all steps; `mentions` are in the order of their spans. `is_written` says whether
    /// a mention is one of those that are written so. Of one span, the mentions come in no certain order. In `done`, as far
    /// as it goes, the steps are noted that did anything.
    pub fn apply(
        &self,
        mentions: &[StoredMention],
        is_written: &mut dyn FnMut(Span, &Written) -> bool,
        done: &mut [bool],
    ) -> Vec<StoredMention> {
        let mut corrected = Vec::with_capacity(mentions.len());
        // Whatever a step does to a mention, it does to those of the same words.
        for same in mentions.chunk_by(|a, b| a.span == b.span) {
            if !same.iter().any(|m| self.from.binary_search(&m.entity).is_ok()) {
                corrected.extend_from_slice(same);
                continue;
            }
            let mut here = same.to_vec();
            for (at, step) in self.steps.iter().enumerate() {
                if step.apply(&mut here, is_written)
                    && let Some(done) = done.get_mut(at)
                {
                    *done = true;
                }
            }
            corrected.append(&mut here);
        }
        corrected
    }

    /// What an article is about after all steps: a country that it no longer names goes, or what it was merged with
    /// stands in its place.
    pub fn focus(&self, focus: &mut Vec<CountryCode>, before: &[StoredMention], after: &[StoredMention]) {
        let names = |mentions: &[StoredMention], code: CountryCode| {
            let id = self.position(&EntityKey::country(code));
            id.is_some_and(|id| mentions.iter().any(|m| m.entity == id))
        };
        for code in std::mem::take(focus) {
            let mut kept = Some(code);
            if names(before, code) && !names(after, code) {
                let became = self.became(&EntityKey::country(code)).and_then(EntityKey::as_country);
                kept = became.filter(|code| names(after, *code));
            }
            focus.extend(kept.filter(|code| !focus.contains(code)));
        }
    }

    /// The entities of an article after all steps, each with its mentions there, from those before them; `None` where
    /// only its mentions can tell: where a name or a country is at stake, or two become one that both are named.
    pub fn values(&self, values: &[(u32, u32)]) -> Option<Vec<(u32, u32)>> {
        let is_place = |side: &Side| matches!(side.kind, EntityKind::Place | EntityKind::Country);
        let mut values = values.to_vec();
        for step in self.steps.iter().filter(|step| !step.stays()) {
            let Some(at) = values.iter().position(|(id, _)| *id == step.from.id) else {
                continue;
            };
            if step.only.is_some() || is_place(&step.from) || step.to.as_ref().is_some_and(is_place) {
                return None;
            }
            match &step.to {
                None => {
                    values.remove(at);
                }
                Some(to) if values.iter().any(|(id, _)| *id == to.id) => return None,
                Some(to) => values[at].0 = to.id,
            }
        }
        Some(values)
    }

    /// What the mentions of an entity come to where [`values`](Self::values) can tell.
    pub fn fate(&self, id: u32) -> Option<u32> {
        let mut id = id;
        for step in self.steps.iter().filter(|step| step.only.is_none()) {
            if step.from.id == id {
                id = step.to.as_ref()?.id;
            }
        }
        Some(id)
    }

    /// Who a quotation is by whose speaker was this entity, called so at this place: whom the name there names now, else what
    /// the entity has become. `after` are the article's corrected mentions by place; none where they have nobody of the kind.
    pub fn speaker(
        &self,
        before: u32,
        at: Span,
        after: &[StoredMention],
        is_country: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let first = after.partition_point(|m| m.span < at);
        let named = after[first..].iter().take_while(|m| m.span == at).map(|m| m.entity);
        let now = || self.fate(before).filter(|id| after.iter().any(|m| m.entity == *id));
        named.filter(|id| !is_country(*id)).min().or_else(now)
    }
}

impl Step {
    /// Takes the step with the mentions of one span; whether that does anything.
    fn apply(&self, here: &mut Vec<StoredMention>, is_written: &mut dyn FnMut(Span, &Written) -> bool) -> bool {
        let Self { from, only, to, .. } = self;
        let is_from = |m: &&StoredMention| m.entity == from.id;
        let Some(before) = here.iter().filter(is_from).min_by_key(|m| m.how).copied() else {
            return false;
        };
        let how = before.how;
        let span = here[0].span;
        if only.as_ref().is_some_and(|only| !is_written(span, only)) {
            return false;
        }
        // A capital stands for its country (`How::Metonym`) by the place's name as well.
        let is_owed = |m: &StoredMention| Some(m.entity) == from.owed && matches!(m.how, How::Place | How::Metonym);
        if self.stays() {
            let own = here.iter_mut().filter(|m| m.entity == from.id || is_owed(m));
            let mut is_settled = false;
            for mention in own {
                let left = mention.doubt.filter(|doubt| self.settles >> *doubt as u8 & 1 == 0);
                is_settled |= std::mem::replace(&mut mention.doubt, left) != left;
            }
            return is_settled;
        }
        // A description is nobody's name: it may be dropped, and goes where all of its person's mentions go; one of them
        // goes where it is told to.
        if how == How::Role && only.as_ref().is_some_and(|only| only.at.is_none()) && to.is_some() {
            return false;
        }
        here.retain(|m| m.entity != from.id);
        let owed = to.as_ref().and_then(|to| to.owed);
        if from.owed != owed {
            here.retain(|m| !is_owed(m));
        }
        let mut put = |entity: u32, how: How, title: u32| match here.iter_mut().find(|m| m.entity == entity) {
            Some(there) => (there.how, there.title) = (there.how.min(how), there.title.max(title)),
            None => here.push(StoredMention {
                entity,
                span,
                how,
                // What a reader said is beyond doubt.
                doubt: None,
                title,
            }),
        };
        let described = if how == How::Role { how } else { How::Name };
        match to {
            Some(to) if to.kind == EntityKind::Country => {
                put(
                    to.id,
                    if from.kind == EntityKind::Country {
                        how
                    } else {
                        described
                    },
                    before.title,
                );
            }
            // What a country is owed by a place in it is no mention of anything else.
            Some(to) if from.kind != EntityKind::Country || how != How::Place => put(to.id, described, before.title),
            _ => {}
        }
        if let Some(owed) = owed.filter(|owed| from.owed != Some(*owed)) {
            put(owed, How::Place, 0);
        }
        true
    }
}
