//! Where does what is asked about come from? A whole pack, or as much of a corpus in parts as is here.
//!
//! Of a corpus in parts something may be missing. Then the answer here is nothing, the store notes what it missed, and the
//! engine's answer is no answer: whoever asked fetches the parts and asks again (`Engine::wanted`).

#[cfg(feature = "parts")]
use std::collections::BTreeMap;
use std::ops::Range;

use dateline_corpus::order::sort_by;
#[cfg(feature = "parts")]
use dateline_corpus::pack::TermAt;
#[cfg(feature = "parts")]
use dateline_corpus::pack::parts::Parts;
use dateline_corpus::pack::{ArticleRecord, ArticleTexts, Pack, PackError, Rarity, ReadText, StoredMention, Words};
#[cfg(feature = "parts")]
use dateline_corpus::text::Tokenizer;
use dateline_corpus::{Date, Entity, EntityKey, EntityKind};

use crate::facet_index::FacetIndex;
use crate::index::{Index, Place, Posting};
use crate::suggest::Names;
use crate::unit::Unit;

/// See the module.
#[derive(Debug)]
pub(crate) enum Store {
    /// Everything is here.
    Whole(Box<Whole>),
    /// Some of it is here.
    #[cfg(feature = "parts")]
    Parts(Box<Parts>),
}

/// A pack and what is made of it when it is opened.
#[derive(Debug)]
pub(crate) struct Whole {
    pub pack: Pack,
    pub index: Index,
    /// In order of their keys.
    pub entities: Vec<Entity>,
    /// Which articles name which of them.
    pub facets: FacetIndex,
    /// Their names, to be found by their words.
    pub names: Names,
    /// Ids in order, each with its article.
    pub by_id: Vec<(Box<str>, u32)>,
}

/// What is known of every article at once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    pub date: Option<Date>,
    pub outlet: u32,
    pub title_words: u32,
    pub body_words: u32,
}

/// Terms in the order of their bytes, known by their positions.
pub(crate) trait Lexicon {
    fn len(&self) -> u32;
    fn term(&self, at: u32) -> &str;
    fn position(&self, term: &str) -> Option<u32>;
    fn with_prefix(&self, prefix: &str) -> Range<u32>;
}

impl Lexicon for Words {
    fn len(&self) -> u32 {
        self.len()
    }

    fn term(&self, at: u32) -> &str {
        self.term(at)
    }

    fn position(&self, term: &str) -> Option<u32> {
        self.position(term)
    }

    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.with_prefix(prefix)
    }
}

#[cfg(feature = "parts")]
impl Lexicon for Parts {
    fn len(&self) -> u32 {
        self.terms()
    }

    fn term(&self, at: u32) -> &str {
        self.term(at).map_or("", |info| &info.term)
    }

    fn position(&self, term: &str) -> Option<u32> {
        self.position(term)
    }

    fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.with_prefix(prefix)
    }
}

impl Store {
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

    pub fn known(&self, ix: u32) -> Result<Known, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.row(ix).map(|row| Known {
                date: row.date,
                outlet: row.outlet,
                title_words: row.title_words,
                body_words: row.body_words,
            }),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.rows().get(ix as usize).map_or(Known::default(), |row| Known {
                date: row.date,
                outlet: row.outlet,
                title_words: row.title_words,
                body_words: row.body_words,
            })),
        }
    }

    pub fn world(&self) -> &[u8] {
        match self {
            Self::Whole(whole) => whole.pack.world(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.world().unwrap_or_default(),
        }
    }

    /// Whether something was missed already: then what follows from it is not worth fetching for.
    pub fn is_wanting(&self) -> bool {
        match self {
            Self::Whole(_) => false,
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.is_wanting(),
        }
    }

    /// Whether every term is here.
    pub fn has_all_terms(&self) -> bool {
        match self {
            Self::Whole(_) => true,
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.has_all_terms(),
        }
    }

    /// Calls `each` with every other form of a term.
    pub fn other_forms(&self, term: &str, each: impl FnMut(u32)) {
        match self {
            Self::Whole(whole) => whole.pack.other_forms(term, each),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.other_forms(term, each),
        }
    }

    /// How many postings a range of terms has.
    pub fn count(&self, terms: Range<u32>) -> usize {
        match self {
            Self::Whole(whole) => whole.index.postings(terms).len(),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.count(terms),
        }
    }

    /// Calls `each` with the postings of a range of terms; those of one term are in the order of articles.
    #[inline]
    pub fn each_posting(&self, terms: Range<u32>, mut each: impl FnMut(Posting)) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => whole.index.postings(terms).iter().for_each(|p| each(*p)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                for term in terms {
                    parts.each_posting(term, |ix, title, body| each(Posting::of(ix, title, body)))?;
                }
            }
        }
        Ok(())
    }

    /// Calls `each` with each of some articles, in order, and the terms of its title and of its body; terms that none of the
    /// units asks for may be any number that is no term.
    #[cfg_attr(
        not(feature = "parts"),
        expect(unused_variables, reason = "a whole pack has the terms of all texts")
    )]
    pub fn each_text(
        &self,
        articles: impl IntoIterator<Item = u32>,
        units: &[Unit],
        mut each: impl FnMut(u32, &[u32], &[u32]),
    ) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => {
                for ix in articles {
                    whole
                        .index
                        .terms(&whole.pack, ix, |title, body| each(ix, title, body))?;
                }
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                // No term has this position.
                const OTHER: u32 = u32::MAX;
                let mut texts: BTreeMap<u32, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
                for ix in articles {
                    let known = self.known(ix)?;
                    let text = |words: u32| vec![OTHER; words as usize];
                    texts.insert(ix, (text(known.title_words), text(known.body_words)));
                }
                let words = units.iter().flat_map(|unit| &unit.words);
                for term in words.flat_map(|word| &word.terms).flat_map(|(terms, _)| terms.clone()) {
                    parts.each_posting(term, |ix, title, body| {
                        if let Some(text) = texts.get_mut(&ix) {
                            title.iter().for_each(|at| text.0[*at as usize] = term);
                            body.iter().for_each(|at| text.1[*at as usize] = term);
                        }
                    })?;
                }
                texts.iter().for_each(|(ix, (title, body))| each(*ix, title, body));
            }
        }
        Ok(())
    }

    /// In how many articles each word of a title is, about: so that a corpus in parts may know it without the words. `terms`
    /// are the title's.
    #[cfg_attr(
        not(feature = "parts"),
        expect(unused_variables, reason = "a whole pack knows by the terms")
    )]
    pub fn title_rarities(&self, ix: u32, terms: &[u32]) -> Vec<u32> {
        match self {
            Self::Whole(whole) => {
                let articles = |term: &u32| whole.index.postings(*term..*term + 1).len() as u32;
                terms.iter().map(|term| Rarity::of(articles(term)).articles()).collect()
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts
                .title_rarities(ix)
                .iter()
                .map(|rarity| rarity.articles())
                .collect(),
        }
    }

    /// The terms of an article's title.
    pub fn title_terms(&self, ix: u32) -> Result<Vec<u32>, PackError> {
        let mut terms = Vec::new();
        match self {
            Self::Whole(whole) => whole.index.each_term(&whole.pack, ix, |term, place| {
                if place == Place::Title {
                    terms.push(term);
                }
            })?,
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                if let Some(article) = parts.article(ix) {
                    Tokenizer::new(&article.title).for_each(|token| terms.extend(parts.position(token.term)));
                }
            }
        }
        Ok(terms)
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
            Self::Whole(whole) => whole.pack.texts(record),
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

    /// The mentions of an article, by place in its body.
    pub fn mentions(&self, ix: u32) -> Result<Vec<StoredMention>, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.mentions(ix, whole.entities.len()),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.article(ix).map_or_else(Vec::new, |a| a.mentions.clone())),
        }
    }

    /// By kind of [`EntityKind::ALL`], how many entities there are.
    pub fn kinds(&self) -> [u32; EntityKind::ALL.len()] {
        match self {
            Self::Whole(whole) => {
                EntityKind::ALL.map(|kind| whole.entities.iter().filter(|e| e.key.kind == kind).count() as u32)
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => *parts.kinds(),
        }
    }

    /// The entity at a position.
    pub fn entity_at(&self, at: u32) -> Option<&Entity> {
        match self {
            Self::Whole(whole) => whole.entities.get(at as usize),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.value(at).map(|value| &value.entity),
        }
    }

    /// The position of an entity.
    pub fn entity(&self, key: &EntityKey) -> Option<u32> {
        match self {
            Self::Whole(whole) => {
                let found = whole.entities.binary_search_by(|e| e.key.cmp(key));
                found.ok().map(|at| at as u32)
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.entity(key),
        }
    }

    /// By entity: articles that name it, and its mentions in them.
    pub fn counts(&self) -> Vec<(u32, u32)> {
        match self {
            Self::Whole(whole) => {
                let sum = |at: u32| {
                    let articles = whole.facets.articles(at);
                    (articles.len() as u32, articles.iter().map(|a| a.1).sum())
                };
                (0..whole.entities.len() as u32).map(sum).collect()
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.counts().to_vec(),
        }
    }

    /// The entities that an article names, each with its mentions.
    pub fn named_in(&self, ix: u32) -> &[(u32, u32)] {
        match self {
            Self::Whole(whole) => whole.facets.values(ix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.values_of(ix),
        }
    }

    /// Calls `each` with every article that names an entity, in order, and its mentions there.
    pub fn each_naming(&self, at: u32, mut each: impl FnMut(u32, u32)) -> Result<(), PackError> {
        match self {
            Self::Whole(whole) => whole.facets.articles(at).iter().for_each(|(ix, n)| each(*ix, *n)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.articles_of_value(at)?.0.iter().for_each(|(ix, n)| each(*ix, *n)),
        }
        Ok(())
    }

    /// The names that are used for an entity, in order, each with how often.
    pub fn names(&self, at: u32) -> Result<Vec<(String, u32)>, PackError> {
        match self {
            Self::Whole(whole) => {
                let mut used: Vec<String> = Vec::new();
                for (ix, _) in whole.facets.articles(at) {
                    let text = whole.pack.texts(&whole.pack.article(*ix)?)?.body.text;
                    let mentions = self.mentions(*ix)?;
                    for m in mentions.iter().filter(|m| m.entity == at) {
                        let name = text.get(m.span.start as usize..m.span.end as usize);
                        used.extend(name.map(str::to_owned));
                    }
                }
                sort_by(&mut used, String::cmp);
                let same = used.chunk_by(|a, b| a == b);
                Ok(same.map(|same| (same[0].clone(), same.len() as u32)).collect())
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => Ok(parts.articles_of_value(at)?.1),
        }
    }

    /// Calls `each` with the entities whose names have a word that begins so. Of a corpus in parts these are the most frequent
    /// of each kind, which came with the start: all names would have to be fetched for the first letter typed.
    pub fn each_named(&self, beginning: &str, mut each: impl FnMut(u32)) {
        match self {
            Self::Whole(whole) => whole.names.each_with(beginning, &mut each),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                for (at, value) in parts.head() {
                    let mut begins = false;
                    Tokenizer::new(&value.entity.name).for_each(|word| begins |= word.term.starts_with(beginning));
                    if begins {
                        each(at);
                    }
                }
            }
        }
    }

    /// The positions of the terms that begin so.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        match self {
            Self::Whole(whole) => whole.pack.words().with_prefix(prefix),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.with_prefix(prefix),
        }
    }

    /// A term, and how it is written most often: in a corpus in parts as the term itself.
    pub fn written(&self, term: u32) -> (&str, &str) {
        match self {
            Self::Whole(whole) => (whole.pack.words().term(term), whole.pack.words().most_written(term)),
            #[cfg(feature = "parts")]
            Self::Parts(parts) => {
                let term = Lexicon::term(&**parts, term);
                (term, term)
            }
        }
    }

    /// The title of an article.
    pub fn title_of(&self, record: &ArticleRecord) -> Result<ReadText, PackError> {
        match self {
            Self::Whole(whole) => whole.pack.title_of(record),
            #[cfg(feature = "parts")]
            Self::Parts(_) => Ok(self.texts(record)?.title),
        }
    }

    /// The article that has an id.
    pub fn position(&self, id: &str) -> Option<u32> {
        match self {
            Self::Whole(whole) => {
                let found = whole.by_id.binary_search_by(|(other, _)| (**other).cmp(id));
                found.ok().map(|i| whole.by_id[i].1)
            }
            #[cfg(feature = "parts")]
            Self::Parts(parts) => parts.article_by_id(id),
        }
    }
}
