//! A corpus as its reader corrected it: whoever asks for entities, counts, mentions or names gets the corrected ones.

use std::ops::Deref;

use dateline_corpus::corrections::{Correction, parse};
use dateline_corpus::pack::{ArticleRecord, PackError, StoredMention, fold_words};
use dateline_corpus::{CountryCode, Entity, EntityKey, EntityKind, EntityRef};

use super::Store;
use super::overlay::{Overlay, known_rank};
use crate::names::each_from;

/// See the module. What corrections do not touch is the store's.
#[derive(Debug)]
pub(crate) struct Corrected {
    pub base: Store,
    /// What is put right: at first what the corpus was built with.
    pub list: Lines,
    /// What that comes to; `None` without any, and while parts are missing that say what they come to.
    overlay: Option<Overlay>,
    /// The files that are missing for that.
    missing: Vec<String>,
}

/// Corrections, and the line of each.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub corrections: Vec<Correction>,
    pub lines: Vec<String>,
}

impl Lines {
    fn of(file: &str) -> Self {
        let read = parse(file);
        let mut all = file.lines();
        // The number of the line that is read next.
        let mut next = 1;
        let mut line = |number: &u32| {
            let skipped = number.saturating_sub(next) as usize;
            next = number + 1;
            all.nth(skipped).unwrap_or_default().trim().to_owned()
        };
        Self {
            lines: read.lines.iter().map(&mut line).collect(),
            corrections: read.corrections,
        }
    }
}

impl Deref for Corrected {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.base
    }
}

impl Corrected {
    /// A corpus as it was built.
    ///
    /// # Errors
    /// Where the pack is malformed.
    pub fn new(base: Store) -> Result<Self, PackError> {
        let mut store = Self {
            list: Lines::of(base.corrections()),
            base,
            overlay: None,
            missing: Vec::new(),
        };
        store.lay_over()?;
        Ok(store)
    }

    /// Puts these corrections in the place of the last ones.
    ///
    /// # Errors
    /// Where the pack is malformed.
    pub fn correct(&mut self, file: &str) -> Result<(), PackError> {
        self.list = Lines::of(file);
        self.lay_over()
    }

    fn lay_over(&mut self) -> Result<(), PackError> {
        self.overlay = None;
        self.missing.clear();
        if self.list.corrections.is_empty() {
            return Ok(());
        }
        match Overlay::new(&self.base, &self.list.corrections) {
            Ok(overlay) => self.overlay = Some(overlay),
            #[cfg(feature = "parts")]
            Err(PackError::Wanting) => self.missing = self.base.wanted(),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The files that questions and corrections wait for.
    #[cfg(feature = "parts")]
    pub fn wanted(&self) -> Vec<String> {
        let mut wanted = self.base.wanted();
        wanted.extend(
            self.missing
                .iter()
                .filter(|name| !wanted.contains(name))
                .cloned()
                .collect::<Vec<_>>(),
        );
        wanted
    }

    /// Takes in a file; whether what corrections come to is known only now.
    ///
    /// # Errors
    /// Where the file is not of this corpus, or malformed.
    #[cfg(feature = "parts")]
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<bool, PackError> {
        self.base.supply(name, bytes)?;
        let before = self.missing.len();
        self.missing.retain(|missing| missing != name);
        let waited = before > 0 && self.missing.is_empty();
        if waited {
            self.lay_over()?;
        }
        Ok(waited)
    }

    /// An answer, where nothing was missed for it.
    pub fn complete<T>(&self, answer: T) -> Result<T, PackError> {
        match self.missing.is_empty() {
            true => self.base.complete(answer),
            false => Err(PackError::Wanting),
        }
    }

    /// What corrections come to, where there are any.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The entities that are new, by position behind those of [`Store::kinds`].
    pub fn made(&self) -> impl Iterator<Item = &Entity> {
        self.overlay.iter().flat_map(|overlay| overlay.plan.made())
    }

    /// A number whose order is that of the keys.
    pub fn rank(&self, at: u32) -> u64 {
        self.overlay
            .as_ref()
            .map_or_else(|| known_rank(at), |overlay| overlay.rank(at))
    }

    pub fn entity_at(&self, at: u32) -> Option<EntityRef<'_>> {
        let corrected = self.overlay.as_ref().and_then(|overlay| overlay.plan.entity(at));
        corrected.map(Entity::borrow).or_else(|| self.base.entity_at(at))
    }

    /// The position of an entity, by its key or one that it had before.
    pub fn entity(&self, key: &EntityKey) -> Option<u32> {
        let Some(overlay) = &self.overlay else {
            return self.base.entity(key);
        };
        let named = |at: &u32| overlay.articles(*at).is_none_or(|articles| !articles.is_empty());
        let own = |key: &EntityKey| {
            overlay
                .plan
                .position(key)
                .or_else(|| self.base.entity(key))
                .filter(named)
        };
        own(key).or_else(|| own(overlay.plan.became(key)?))
    }

    /// By entity: articles that name it, and its mentions in them.
    pub fn counts(&self) -> Vec<(u32, u32)> {
        let mut counts = self.base.counts();
        if let Some(overlay) = &self.overlay {
            counts.resize(counts.len() + overlay.plan.made().count(), (0, 0));
            for (at, articles) in overlay.all_articles() {
                counts[at as usize] = (articles.len() as u32, articles.iter().map(|a| a.1).sum());
            }
        }
        counts
    }

    /// Calls `each` with the entities that an article names, in the order of positions, and the mentions of each.
    #[inline]
    pub fn each_named_in(&self, ix: u32, mut each: impl FnMut(u32, u32)) {
        let corrected = self
            .overlay
            .as_ref()
            .and_then(|overlay| overlay.named_in(&self.base, ix));
        match corrected {
            Some(named) => named.iter().for_each(|(at, n)| each(*at, *n)),
            None => self.base.each_named_in(ix, each),
        }
    }

    pub fn each_naming(&self, at: u32, mut each: impl FnMut(u32, u32)) -> Result<(), PackError> {
        match self.overlay.as_ref().and_then(|overlay| overlay.articles(at)) {
            Some(articles) => articles.iter().for_each(|(ix, n)| each(*ix, *n)),
            None => self.base.each_naming(at, each)?,
        }
        Ok(())
    }

    pub fn names(&self, at: u32) -> Result<Vec<(String, u32)>, PackError> {
        let corrected = self.overlay.as_ref().map(|overlay| overlay.names(&self.base, at));
        match corrected.transpose()?.flatten() {
            Some(names) => Ok(names),
            None => self.base.names(at),
        }
    }

    /// As [`Store::each_alias`]: what the corpus has, with the names that entities went by before they were corrected. An entity
    /// that became another gives it its names.
    pub fn each_alias(&self, mut each: impl FnMut(&str, u32)) {
        let Some(overlay) = &self.overlay else {
            return self.base.each_alias(each);
        };
        self.base.each_alias(|alias, at| {
            overlay.plan.fate(at).into_iter().for_each(|at| each(alias, at));
        });
        let mut folded = String::new();
        let mut each = |name: &str, at: Option<u32>| {
            folded.clear();
            fold_words(name, &mut folded);
            at.into_iter().for_each(|at| each(&folded, at));
        };
        for (at, _) in overlay.plan.entities() {
            if let Some(entity) = self.base.entity_at(at) {
                each(entity.name, overlay.plan.fate(at));
            }
        }
        for step in overlay.plan.steps().iter().filter(|step| !step.stays()) {
            if let (Some(only), Some(to)) = (&step.only, &step.to) {
                each(&only.name, overlay.plan.fate(to.id));
            }
        }
    }

    /// Calls `each` with the entities whose names have a word that begins so, or several with spaces between them, in order.
    pub fn each_named(&self, beginning: &str, each: &mut dyn FnMut(u32)) {
        let mut named: Vec<u32> = Vec::new();
        self.each_called(beginning, &mut |_, at| named.push(at));
        named.sort_unstable();
        named.dedup();
        named.into_iter().for_each(each);
    }

    /// Calls `each` with the names of entities from each word on that begins so: folded words with spaces between them.
    pub fn each_called(&self, beginning: &str, each: &mut dyn FnMut(&str, u32)) {
        let plan = self.overlay.as_ref().map(|overlay| &overlay.plan);
        let is_corrected = |at: u32| plan.is_some_and(|plan| plan.entity(at).is_some());
        self.base.each_called(beginning, &mut |words, at| {
            if !is_corrected(at) {
                each(words, at);
            }
        });
        let Some(plan) = plan else {
            return;
        };
        self.each_alias(|alias, at| {
            if is_corrected(at) {
                each_from(alias, beginning, &mut |words| each(words, at));
            }
        });
        for (at, entity) in plan.entities() {
            let mut folded = String::new();
            fold_words(&entity.name, &mut folded);
            each_from(&folded, beginning, &mut |words| each(words, at));
        }
    }

    pub fn mentions(&self, ix: u32) -> Result<Vec<StoredMention>, PackError> {
        match &self.overlay {
            Some(overlay) => overlay.mentions(&self.base, ix),
            None => self.base.mentions(ix),
        }
    }

    /// What an article is about.
    pub fn focus(&self, record: &ArticleRecord) -> Result<Vec<CountryCode>, PackError> {
        let mut focus = record.focus.clone();
        if let Some(overlay) = &self.overlay {
            overlay.focus(&self.base, record.ix, &mut focus)?;
        }
        Ok(focus)
    }

    /// The kind of an entity that is new.
    pub fn made_kind(&self, at: u32) -> Option<EntityKind> {
        let overlay = self.overlay.as_ref().filter(|overlay| at >= overlay.known)?;
        overlay.plan.entity(at).map(|entity| entity.key.kind)
    }
}
