//! An opened pack, with the columns that every question needs: dates, lengths, outlets and entities.

use dateline_corpus::pack::{Pack, PackError};
use dateline_corpus::{Date, EntityKey, EntityKind, EntityRef, Group};

use crate::facet_index::Count;
use crate::question::Ask;
use crate::rank::Lengths;
use crate::store::{Corrected, Making, Store};
use crate::view::Answer;

/// A corpus that answers questions: [`open`](Engine::open) it, and [ask](Engine::answer).
#[derive(Debug)]
pub struct Engine {
    pub(crate) store: Corrected,
    /// Mean lengths of body and title, at least 1.
    mean_lengths: (f32, f32),
    /// Facet values are entities in order of their keys, then those that corrections made, then outlets in order of their
    /// names. By kind, where its entities begin; then where the outlets do.
    begins: [u32; EntityKind::ALL.len() + 1],
    /// By group of [`Group::ALL`]: its values, in order.
    pub(crate) group_values: [Vec<u32>; Group::ALL.len()],
    /// By value: its counts over all articles.
    pub(crate) counts: Vec<Count>,
}

/// A facet value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    /// `None` for an outlet.
    pub entity: Option<EntityRef<'a>>,
    /// Key within the group.
    pub key: &'a str,
    pub name: &'a str,
}

impl Engine {
    /// Opens a pack: checks it and reads its columns.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// let engine = Engine::open(pack.clone())?;
    /// assert_eq!(engine.len(), 2);
    ///
    /// let mut damaged = pack;
    /// damaged[300] ^= 1;
    /// let error = Engine::open(damaged).unwrap_err();
    /// assert!(error.to_string().contains("the checksum does not fit. Load the file again"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Says what is wrong with the pack and what to do.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        #[cfg(feature = "parts")]
        if cfg!(feature = "only-parts") || bytes.starts_with(dateline_corpus::pack::parts::START) {
            let parts = dateline_corpus::pack::parts::Parts::open(&bytes)?;
            return Self::over(Store::Parts(Box::new(parts)));
        }
        let mut pack = Pack::open(bytes)?;
        Self::over(Making::begin(&mut pack)?.finish(pack)?.into())
    }

    pub(crate) fn over(store: Store) -> Result<Self, PackError> {
        let mut sum = (0.0f32, 0.0f32);
        for ix in 0..store.len() {
            let (body, title) = store.lengths(ix);
            sum = (sum.0 + body as f32, sum.1 + title as f32);
        }
        let n = store.len().max(1) as f32;
        let mean_lengths = ((sum.0 / n).max(1.0), (sum.1 / n).max(1.0));
        let mut engine = Self {
            store: Corrected::new(store)?,
            mean_lengths,
            begins: Default::default(),
            group_values: Default::default(),
            counts: Vec::new(),
        };
        engine.count_values();
        Ok(engine)
    }

    /// Finds out which values there are, and how often each.
    pub(crate) fn count_values(&mut self) {
        let (store, begins) = (&self.store, &mut self.begins);
        for (i, n) in store.kinds().iter().enumerate() {
            begins[i + 1] = begins[i] + n;
        }
        let mut group_values: [Vec<u32>; Group::ALL.len()] = Default::default();
        for (kind, i) in EntityKind::ALL.into_iter().zip(0..) {
            group_values[Group::of(kind) as usize].extend(begins[i]..begins[i + 1]);
        }
        let entities = &mut begins[EntityKind::ALL.len()];
        for made in store.made() {
            group_values[Group::of(made.key.kind) as usize].push(*entities);
            *entities += 1;
        }
        let (entities, outlet_count) = (*entities, store.outlets().len() as u32);
        group_values[Group::Outlet as usize].extend(entities..entities + outlet_count);
        let count = |(articles, mentions)| Count { articles, mentions };
        // Room for all at once: growing, it would keep twice what it holds.
        let mut counts = Vec::with_capacity((entities + outlet_count) as usize);
        counts.extend(store.counts().into_iter().map(count));
        counts.resize((entities + outlet_count) as usize, Count::default());
        for ix in 0..store.len() {
            counts[(entities + store.outlet_of(ix)) as usize].articles += 1;
        }
        (self.group_values, self.counts) = (group_values, counts);
    }

    /// Whether the corpus is in parts.
    #[cfg(feature = "parts")]
    pub fn is_in_parts(&self) -> bool {
        matches!(self.store.base, Store::Parts(_))
    }

    /// The files that the last questions missed, of a corpus in parts: fetch them, [`supply`](Self::supply) them, and ask
    /// again. Empty where the last answer is one.
    #[cfg(feature = "parts")]
    pub fn wanted(&self) -> Vec<String> {
        self.store.wanted()
    }

    /// Takes in a file of a corpus in parts.
    ///
    /// # Errors
    /// Where the file is not of this corpus, or its bytes are not those it was written with.
    #[cfg(feature = "parts")]
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        if self.store.supply(name, bytes)? {
            self.count_values();
        }
        Ok(())
    }

    /// As [`supply`](Self::supply), without holding the bytes against their name; says whether they could be read.
    #[cfg(feature = "parts")]
    pub fn supply_forged(&mut self, name: &str, bytes: &[u8]) -> bool {
        match &mut self.store.base {
            Store::Whole(_) => false,
            Store::Parts(parts) => parts.supply_forged(name, bytes),
        }
    }

    /// Holds a file of a corpus in parts against its name, and does not take it in.
    ///
    /// # Errors
    /// As [`supply`](Self::supply).
    #[cfg(feature = "parts")]
    pub fn check(&self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        match &self.store.base {
            Store::Whole(_) => Ok(()),
            Store::Parts(parts) => parts.check(name, bytes).map(drop),
        }
    }

    /// All files of a corpus in parts, for keeping it whole.
    #[cfg(feature = "parts")]
    pub fn files(&self) -> Vec<String> {
        match &self.store.base {
            Store::Whole(_) => Vec::new(),
            Store::Parts(parts) => parts.all(),
        }
    }

    /// Answers any question: each [`Ask`] with the [`Answer`] of the same name.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # let engine = Engine::open(pack)?;
    /// use dateline_engine::question::Ask;
    /// use dateline_engine::view::Answer;
    ///
    /// match engine.answer(&Ask::About)? {
    ///     Answer::About(about) => assert_eq!((about.title.as_str(), about.articles), ("The spring talks", 2)),
    ///     other => unreachable!("{other:?}"),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the pack breaks its own rules although its checksums fit; and [`PackError::Wanting`] where parts of the corpus
    /// have to be fetched first (`wanted`).
    pub fn answer(&self, ask: &Ask) -> Result<Answer, PackError> {
        Ok(match ask {
            Ask::Explore(explore) => Answer::Explore(Box::new(self.explore(explore)?)),
            Ask::Article { id, query } => Answer::Article(self.article(id, query)?.map(Box::new)),
            Ask::Card(key) => Answer::Card(self.card(key)?.map(Box::new)),
            Ask::Sentences {
                scope,
                key,
                with: None,
                offset,
                limit,
            } => Answer::Sentences(self.sentences(scope, key, *offset, *limit)?),
            Ask::Sentences {
                scope,
                key,
                with: Some(with),
                offset,
                limit,
            } => Answer::Sentences(self.mentions_together(scope, [key, with], *offset, *limit)?),
            Ask::Named {
                key,
                called,
                offset,
                limit,
            } => Answer::Sentences(self.mentions_called(key, called, *offset, *limit)?),
            Ask::Quotations {
                scope,
                key,
                quoting,
                offset,
                limit,
            } => Answer::Sentences(self.quotations(scope, key, *quoting, *offset, *limit)?),
            Ask::Together { scope, kinds, limit } => Answer::Together(self.together(scope, kinds, *limit)?),
            Ask::Doubts {
                scope,
                key,
                offset,
                limit,
            } => Answer::Sentences(Some(self.doubts(scope, key.as_ref(), *offset, *limit)?)),
            Ask::Suggest { scope, limit } => Answer::Suggest(self.suggest(scope, *limit)?),
            Ask::Seek { name, limit } => Answer::Suggest(self.seek(name, *limit)?),
            Ask::Corrections => Answer::Corrections(self.corrections()?),
            Ask::World => Answer::World(Box::new(self.world()?)),
            Ask::About => Answer::About(self.about()),
        })
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        self.store.len()
    }

    /// True without an article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The day of an article.
    #[inline]
    pub(crate) fn date(&self, ix: u32) -> Option<Date> {
        self.store.date(ix)
    }

    /// Lengths of an article against the corpus's means.
    pub(crate) fn lengths(&self, ix: u32) -> Lengths {
        let (body, title) = self.store.lengths(ix);
        Lengths {
            body: body as f32 / self.mean_lengths.0,
            title: title as f32 / self.mean_lengths.1,
        }
    }

    pub(crate) fn entity_count(&self) -> u32 {
        self.begins[EntityKind::ALL.len()]
    }

    /// Calls `each` with every article that has a value, in order, and its mentions there.
    pub(crate) fn each_article_with(&self, value: u32, mut each: impl FnMut(u32, u32)) -> Result<(), PackError> {
        let Some(outlet) = value.checked_sub(self.entity_count()) else {
            return self.store.each_naming(value, each);
        };
        let with = (0..self.len()).filter(|ix| self.store.outlet_of(*ix) == outlet);
        with.for_each(|ix| each(ix, 0));
        Ok(())
    }

    /// The articles that have a value, in order, each with its mentions.
    pub(crate) fn articles_with(&self, value: u32) -> Result<Vec<(u32, u32)>, PackError> {
        let mut articles = Vec::new();
        self.each_article_with(value, |ix, mentions| articles.push((ix, mentions)))?;
        Ok(articles)
    }

    /// Calls `each` with every value of an article, and its mentions there.
    #[inline]
    pub(crate) fn each_value_of(&self, ix: u32, mut each: impl FnMut(u32, u32)) {
        self.store.each_named_in(ix, &mut each);
        each(self.entity_count() + self.store.outlet_of(ix), 0);
    }

    /// The position of an entity among the values. Regions share the places' group, whose values are known by slug:
    /// a place that is none may be a region.
    pub(crate) fn entity(&self, key: &EntityKey) -> Option<u32> {
        let region = || (key.kind == EntityKind::Place).then(|| EntityKey::new(EntityKind::Region, key.slug.as_str()));
        self.store.entity(key).or_else(|| self.store.entity(&region()?))
    }

    /// The value at a position.
    pub(crate) fn at(&self, value: u32) -> Value<'_> {
        match value.checked_sub(self.entity_count()) {
            None => match self.store.entity_at(value) {
                Some(entity) => Value {
                    entity: Some(entity),
                    key: entity.slug,
                    name: entity.name,
                },
                None => Value {
                    entity: None,
                    key: "",
                    name: "",
                },
            },
            Some(outlet) => {
                let name = self.store.outlets().get(outlet as usize).map_or("", String::as_str);
                Value {
                    entity: None,
                    key: name,
                    name,
                }
            }
        }
    }

    /// The kind of a value; none of an outlet.
    pub(crate) fn kind(&self, value: u32) -> Option<EntityKind> {
        if value < self.entity_count()
            && let Some(kind) = self.store.made_kind(value)
        {
            return Some(kind);
        }
        let kind = self.begins.partition_point(|begin| *begin <= value) - 1;
        EntityKind::ALL.get(kind).copied()
    }

    /// The group of a value.
    pub(crate) fn group(&self, value: u32) -> Group {
        self.kind(value).map_or(Group::Outlet, Group::of)
    }

    /// The position of a facet value.
    pub(crate) fn value(&self, group: Group, key: &str) -> Option<u32> {
        if group == Group::Outlet {
            let outlet = self.store.outlets().binary_search_by(|o| (**o).cmp(key)).ok()?;
            return Some(self.entity_count() + outlet as u32);
        }
        let kind = EntityKind::ALL.into_iter().find(|kind| Group::of(*kind) == group)?;
        self.entity(&EntityKey::new(kind, key))
    }

    pub(crate) fn outlet(&self, ix: u32) -> &str {
        let name = self.store.outlets().get(self.store.outlet_of(ix) as usize);
        name.map_or("", String::as_str)
    }
}
