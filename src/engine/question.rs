//! What can be asked of an engine, as plain data: it crosses the worker's boundary and the JavaScript API unchanged.

use dateline_corpus::{EntityKey, EntityKind, Filters, Group, Sort};
use serde::{Deserialize, Serialize};

/// The state of the search box and the filters: everything that decides which articles are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// As typed.
    pub query: String,
    /// As picked.
    pub filters: Filters,
}

impl From<&str> for Scope {
    /// A query without filters.
    fn from(query: &str) -> Self {
        Self {
            query: query.to_owned(),
            ..Self::default()
        }
    }
}

/// Everything the explorer view draws, asked at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Explore {
    /// Which articles.
    pub scope: Scope,
    /// Their order.
    pub sort: Sort,
    /// Hits to skip.
    pub offset: u32,
    /// Hits to return, at most.
    pub limit: u32,
    /// Which part of each facet group to return; a group not named here is not returned.
    pub facets: Vec<FacetAsk>,
    /// Whether to return the countries, places and timeline as well.
    pub overview: bool,
}

/// Which values of one facet group to return.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FacetAsk {
    /// The group.
    pub group: Group,
    /// Values to return, at most; picked ones come on top of it.
    pub limit: u32,
    /// Only values whose name has a word that starts so (folded as in search); empty for all.
    pub find: String,
}

/// Most entities whose pairs are counted at once: the time grows with the pairs, and no drawing holds more of them.
pub const MOST_TOGETHER: u32 = 60;

/// Whose words, or words about whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quoting {
    /// Said by the entity.
    #[default]
    By,
    /// Naming the entity, in the quotation or its sentence.
    About,
}

/// A question to an engine: plain data, which crosses any boundary and comes back the same.
///
/// ```
/// use dateline_engine::question::{Ask, Explore, Scope};
///
/// let scope = Scope { query: "japan".into(), ..Scope::default() };
/// let ask = Ask::Explore(Explore { scope, limit: 10, ..Explore::default() });
/// let json = serde_json::to_string(&ask)?;
/// assert_eq!(serde_json::from_str::<Ask>(&json)?, ask);
/// // What is left out is as in `Explore::default()`.
/// let short = r#"{"Explore":{"scope":{"query":"japan"},"limit":10}}"#;
/// assert_eq!(serde_json::from_str::<Ask>(short)?, ask);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The explorer view.
    Explore(Explore),
    /// One article to read, its search hits marked for `query`.
    Article {
        /// The article's id.
        id: String,
        /// The query as typed.
        query: String,
    },
    /// The card of an entity, over the whole corpus.
    Card(EntityKey),
    /// The sentences that mention a value, in the articles of a scope: what a count was counted from.
    Sentences {
        /// Which articles.
        scope: Scope,
        /// The entity mentioned.
        key: EntityKey,
        /// Another that has to be named in the same article, and whose mentions are listed too.
        with: Option<EntityKey>,
        /// Sentences to skip.
        offset: u32,
        /// Sentences to return, at most.
        limit: u32,
    },
    /// The mentions that call an entity so, in the whole corpus: what a name on its card was counted from.
    Named {
        /// Who or what.
        key: EntityKey,
        /// As the card has it.
        called: String,
        /// Mentions to skip.
        offset: u32,
        /// Mentions to return, at most.
        limit: u32,
    },
    /// The quotations by an entity or about it, in the articles of a scope.
    Quotations {
        /// Which articles.
        scope: Scope,
        /// Who.
        key: EntityKey,
        /// By or about.
        quoting: Quoting,
        /// Quotations to skip.
        offset: u32,
        /// Quotations to return, at most.
        limit: u32,
    },
    /// Who appears with whom in the articles of a scope. Of a corpus in parts, the lists of so many entities are fetched.
    Together {
        /// Which articles.
        scope: Scope,
        /// Entities of which kinds; none for people and organisations.
        kinds: Vec<EntityKind>,
        /// Entities to return, at most, and never more than [`MOST_TOGETHER`]: the most frequent ones of the scope.
        limit: u32,
    },
    /// The doubtful mentions in the articles of a scope.
    Doubts {
        /// Which articles.
        scope: Scope,
        /// Of which entity; of all where there is none.
        key: Option<EntityKey>,
        /// Mentions to skip.
        offset: u32,
        /// Mentions to return, at most.
        limit: u32,
    },
    /// How the word that is being typed at the end of a query may go on.
    Suggest {
        /// The query as typed, and the filters.
        scope: Scope,
        /// Suggestions of each kind to return, at most.
        limit: u32,
    },
    /// Who or what is so called, or begins so.
    Seek {
        /// The name as typed.
        name: String,
        /// Entities to return, at most.
        limit: u32,
    },
    /// What was put right about who and what is named.
    Corrections,
    /// The world's shapes, projected for drawing.
    World,
    /// Title and size of the corpus.
    About,
}
