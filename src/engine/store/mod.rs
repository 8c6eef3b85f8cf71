//! Where does what is asked about come from? A whole pack, or as much of a corpus in parts as is here.
//!
//! Of a corpus in parts something may be missing. Then the answer here is nothing, the store notes what it missed, and the
//! engine's answer is no answer: whoever asked fetches the parts and asks again (`Engine::wanted`).

mod corrected;
mod overlay;
mod quotations;
mod recent;
mod values;
mod words;

use std::sync::OnceLock;

use dateline_corpus::Date;
use dateline_corpus::order::sort_by;
#[cfg(feature = "parts")]
use dateline_corpus::pack::TermAt;
#[cfg(feature = "parts")]
use dateline_corpus::pack::parts::Parts;
use dateline_corpus::pack::{ArticleRecord, ArticleTexts, Pack, PackError, ReadText, StoredMention};
#[cfg(feature = "parts")]
use dateline_corpus::text::Tokenizer;

use crate::facet_index::{FacetIndex, FacetIndexBuilder};
use crate::index::Index;
use crate::names::Names;
use crate::similar::Sketches;
pub(crate) use corrected::Corrected;
use recent::Recent;

/// See the module.
#[derive(Debug)]
pub(crate) enum Store {
    /// Everything is here.
    #[cfg_attr(feature = "only-parts", expect(dead_code, reason = "none is ever opened"))]
    Whole(Held),
    /// Some of it is here.
    #[cfg(feature = "parts")]
    Parts(Box<Parts>),
}

/// A whole pack that was opened.
#[cfg(not(feature = "only-parts"))]
type Held = Box<Whole>;

/// No whole pack is ever opened: the compiler leaves out what would be done with one, a twentieth of the page.
#[cfg(feature = "only-parts")]
#[derive(Debug)]
pub(crate) enum Held {}

#[cfg(feature = "only-parts")]
impl std::ops::Deref for Held {
    type Target = Whole;

    fn deref(&self) -> &Whole {
        match *self {}
    }
}

/// A pack and what is made of it when it is opened.
#[derive(Debug)]
pub(crate) struct Whole {
    pub pack: Pack,
    pub index: Index,
    /// Which articles name which of them.
    pub facets: FacetIndex,
    /// Their names, to be found by their words, once that is asked for.
    pub names: OnceLock<Names>,
    /// The letters of all words, once a misspelt one is asked for.
    pub sketches: OnceLock<Sketches>,
    /// Articles with doubtful mentions, in order, each with how many.
    pub doubts: Vec<(u32, u32)>,
    /// Articles in the order of their ids, once one is asked for.
    by_id: OnceLock<Vec<u32>>,
    recent: Recent,
}

/// What is made of a pack, in the making. Of the pack, the texts need not be here at first.
#[derive(Debug)]
pub(crate) struct Making {
    index: crate::index::Making,
    facets: FacetIndex,
    doubts: Vec<(u32, u32)>,
}

impl Making {
    /// Reads all but the texts.
    pub fn begin(pack: &mut Pack) -> Result<Self, PackError> {
        let mut facets = FacetIndexBuilder::default();
        let mut doubts = Vec::new();
        for ix in 0..pack.len() {
            let mentions = pack.mentions(ix)?;
            let doubtful = mentions.iter().filter(|m| m.doubt.is_some()).count() as u32;
            doubts.extend((doubtful > 0).then_some((ix, doubtful)));
            let mut named: Vec<u32> = mentions.iter().map(|m| m.entity).collect();
            named.sort_unstable();
            facets.push(named.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)));
        }
        Ok(Self {
            index: crate::index::Making::begin(pack)?,
            facets: facets.finish(pack.entities().len())?,
            doubts,
        })
    }

    /// Reads the texts of the articles up to the one at this position.
    pub fn read(&mut self, pack: &Pack, to: u32) -> Result<(), PackError> {
        self.index.count(pack, to)
    }

    /// All of it, of a pack that is all here.
    pub fn finish(self, mut pack: Pack) -> Result<Whole, PackError> {
        Ok(Whole {
            index: self.index.finish(&mut pack)?,
            pack,
            facets: self.facets,
            names: OnceLock::new(),
            sketches: OnceLock::new(),
            doubts: self.doubts,
            by_id: OnceLock::new(),
            recent: Recent::default(),
        })
    }
}

impl Whole {
    /// The names of entities.
    pub fn names(&self) -> &Names {
        let names = || Names::new(self.pack.entities().iter().map(|entity| entity.name));
        self.names.get_or_init(names)
    }

    /// Title and body of an article.
    pub fn texts(&self, record: &ArticleRecord) -> Result<ArticleTexts, PackError> {
        self.pack.texts_from(&mut self.index.spelled(record), record)
    }
}

impl From<Whole> for Store {
    #[cfg(not(feature = "only-parts"))]
    fn from(whole: Whole) -> Self {
        Self::Whole(Box::new(whole))
    }

    #[cfg(feature = "only-parts")]
    fn from(_: Whole) -> Self {
        unreachable!("a corpus in parts is never opened as a whole pack")
    }
}

impl Store {
    /// The files that the last questions missed.
    #[cfg(feature = "parts")]
    pub fn wanted(&self) -> Vec<String> {
        match self {
            Self::Whole(_) => Vec::new(),
            Self::Parts(parts) => parts.wanted(),
        }
    }

    /// Takes in a file of a corpus in parts.
    #[cfg(feature = "parts")]
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        match self {
            Self::Whole(_) => Ok(()),
            Self::Parts(parts) => parts.supply(name, bytes),
        }
    }

    /// Whether only some of it may be here.
    pub fn is_in_parts(&self) -> bool {
        match self {
            Self::Whole(_) => false,
            #[cfg(feature = "parts")]
            Self::Parts(_) => true,
        }
    }

    /// The corrections it was built with, as a file has them.
    pub fn corrections(&self) -> &str {
        match self {
            Self::Whole(whole) => whole.pack.corrections(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.corrections(),
        }
    }

    /// A number that tells it from other corpora of its title.
    pub fn id(&self) -> u64 {
        match self {
            Self::Whole(whole) => whole.pack.id(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.id(),
        }
    }

    pub fn title(&self) -> &str {
        match self {
            Self::Whole(whole) => whole.pack.title(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.title(),
        }
    }

    pub fn outlets(&self) -> &[String] {
        match self {
            Self::Whole(whole) => whole.pack.outlets(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.outlets(),
        }
    }

    /// Number of articles.
    pub fn len(&self) -> u32 {
        match self {
            Self::Whole(whole) => whole.pack.len(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.rows().len() as u32,
        }
    }

    /// Day of publication of an article.
    #[inline]
    pub fn date(&self, ix: u32) -> Option<Date> {
        match self {
            Self::Whole(whole) => whole.pack.date(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.rows().get(ix as usize)?.date,
        }
    }

    /// Position of the outlet of an article among [`outlets`](Self::outlets).
    #[inline]
    pub fn outlet_of(&self, ix: u32) -> u32 {
        match self {
            Self::Whole(whole) => whole.pack.outlet(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.rows().get(ix as usize).map_or(0, |row| row.outlet),
        }
    }

    /// How many words an article's body and its title have.
    #[inline]
    pub fn lengths(&self, ix: u32) -> (u32, u32) {
        match self {
            Self::Whole(whole) => whole.pack.lengths(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let row = parts.rows().get(ix as usize);
                row.map_or((0, 0), |row| (row.body_words, row.title_words))
            }
        }
    }

    pub fn world(&self) -> Result<&[u8], PackError> {
        match self {
            Self::Whole(whole) => Ok(whole.pack.world()),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.world().ok_or(PackError::Wanting),
        }
    }

    /// An answer, where nothing was missed for it.
    ///
    /// # Errors
    /// [`PackError::Wanting`] where something was: then what follows from it is neither true nor worth fetching for.
    pub fn complete<T>(&self, answer: T) -> Result<T, PackError> {
        match self.is_wanting() {
            true => Err(PackError::Wanting),
            false => Ok(answer),
        }
    }

    /// Whether something was missed.
    pub fn is_wanting(&self) -> bool {
        match self {
            Self::Whole(_) => false,
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.is_wanting(),
        }
    }

    /// The tag of an article's language.
    pub fn language(&self, ix: u32) -> &str {
        match self {
            Self::Whole(whole) => whole.pack.article(ix).map_or("", |record| record.language),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let row = parts.rows().get(ix as usize);
                let language = row.and_then(|row| parts.languages().get(row.language as usize));
                language.map_or("", String::as_str)
            }
        }
    }

    pub fn article(&self, ix: u32) -> Result<ArticleRecord<'_>, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.article(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.article(ix).map_or_else(ArticleRecord::default, |a| a.record(ix))),
        }
    }

    pub fn texts(&self, record: &ArticleRecord) -> Result<ArticleTexts, PackError> {
        match self {
            Self::Whole(whole) => whole.texts(record),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let read = |text: &str| {
                    let mut tokens = Vec::new();
                    Tokenizer::new(text).for_each(|token| {
                        tokens.push(TermAt {
                            // What a query asks for is here by now.
                            term: parts.position_if_here(token.term).unwrap_or(u32::MAX),
                            start: token.start as u32,
                            end: token.end as u32,
                        });
                    });
                    ReadText {
                        text: text.to_owned(),
                        tokens,
                    }
                };
                Ok(parts
                    .article(record.ix)
                    .map_or_else(ArticleTexts::default, |article| ArticleTexts {
                        title: read(&article.title),
                        body: read(&article.body),
                    }))
            }
        }
    }

    /// Calls `with` with the texts of a row of a list. Those of a whole pack are kept for the next list: the lists of one reader
    /// are much alike.
    pub fn with_listed<T>(
        &self,
        record: &ArticleRecord,
        with: impl FnOnce(&ArticleTexts) -> T,
    ) -> Result<T, PackError> {
        match self {
            Self::Whole(whole) => {
                let texts = whole.recent.texts(record.ix, || whole.texts(record));
                texts.map(|texts| with(&texts))
            }
            #[cfg(feature = "parts")]
            Self::Parts(_) => self.texts(record).map(|texts| with(&texts)),
        }
    }

    /// The mentions of an article, by place in its body.
    pub fn mentions(&self, ix: u32) -> Result<Vec<StoredMention>, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.mentions(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.article(ix).map_or_else(Vec::new, |a| a.mentions.clone())),
        }
    }

    /// The title of an article.
    pub fn title_of(&self, record: &ArticleRecord) -> Result<ReadText, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.title_from(&mut whole.index.spelled(record), record),
            #[cfg(feature = "parts")]
            Self::Parts(_) => Ok(self.texts(record)?.title),
        }
    }

    /// The article that has an id.
    pub fn position(&self, id: &str) -> Option<u32> {
        match self {
            Self::Whole(whole) => {
                let id_of = |ix: &u32| whole.pack.article(*ix).map_or("", |record| record.id);
                let by_id = whole.by_id.get_or_init(|| {
                    let mut by_id: Vec<(&str, u32)> = (0..whole.pack.len()).map(|ix| (id_of(&ix), ix)).collect();
                    sort_by(&mut by_id, |a, b| a.0.cmp(b.0));
                    by_id.into_iter().map(|(_, ix)| ix).collect()
                });
                let found = by_id.binary_search_by(|ix| id_of(ix).cmp(id));
                found.ok().map(|i| by_id[i])
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.article_by_id(id),
        }
    }
}
