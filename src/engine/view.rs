//! What an engine answers, as plain data ready to draw. Counts are exact.

use dateline_corpus::{CountryCode, Date, EntityKey, Group, Pick, Point};
use serde::{Deserialize, Serialize};

use crate::query::Problem;

mod article;
mod card;
mod corrected;
mod sentences;
mod suggestions;
mod world;

pub use article::{ArticleEntity, ArticleView, Run};
pub use card::{Card, Member, Pair, Together};
pub use corrected::Corrected;
pub use sentences::{Sentence, Sentences};
pub use suggestions::{EntitySuggestion, Suggestions, TermSuggestion, TitleSuggestion};
pub use world::{CountryShape, WorldView};

/// A run of text, and whether it matched the query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The text as it stands in the article.
    pub text: String,
    /// True where it is a match.
    #[serde(rename = "match")]
    pub matched: bool,
}

/// How the words of the query were met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Met {
    /// There was no query: every article that passes the filters.
    #[default]
    NoQuery,
    /// Every hit has all the words.
    All,
    /// No article has all the words; hits have some of them, those with more come first.
    Some,
    /// No article has any of the words.
    None,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The article's id.
    pub id: String,
    /// Its title (or the opening words where it has none), matches marked.
    pub title: Vec<Piece>,
    /// False where `title` is made from the opening words.
    pub titled: bool,
    /// Its outlet; empty where not named.
    pub outlet: String,
    /// Its day.
    pub date: Option<Date>,
    /// Its dateline's place.
    pub place: String,
    /// Rank score; 0 without a query.
    pub score: f32,
    /// The best window of the body, matches marked.
    pub snippet: Vec<Piece>,
}

/// One value of a facet group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its key, as in a `Pick`.
    pub key: String,
    /// Its name for the reader; empty for the outlet that is not named.
    pub name: String,
    /// Articles with it, under the query and the other groups' filters.
    pub articles: u32,
    /// Its mentions in those articles; 0 for outlets.
    pub mentions: u32,
    /// `Some(false)` picked, `Some(true)` excluded.
    pub standing: Option<bool>,
    /// Whether a correction speaks of it.
    pub corrected: bool,
}

/// One facet group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The group.
    pub group: Group,
    /// Picked values, then the most frequent; of equal ones first what more articles of the whole corpus have, then by key.
    pub values: Vec<FacetValue>,
    /// How many values there are (after `find`), shown or not, counting only those with an article.
    pub total: u32,
}

/// A country's figures under the current query and filters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryFigure {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: String,
    /// Articles that mention it.
    pub articles: u32,
    /// Mentions in those articles.
    pub mentions: u32,
}

/// A place's figures under the current query and filters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceFigure {
    /// Its key.
    pub key: EntityKey,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Option<CountryCode>,
    /// On the globe.
    pub point: Point,
    /// On the map, in the units of `WorldView`.
    pub xy: (f32, f32),
    /// Articles that mention it.
    pub articles: u32,
    /// Mentions in those articles.
    pub mentions: u32,
}

/// Articles per day, for the days that have any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// Day and number of articles, oldest first. The date filter does not narrow it; query and other filters do.
    pub days: Vec<(Date, u32)>,
    /// Articles without a date.
    pub undated: u32,
    /// First and last day of the whole corpus: the axis, which does not move while searching.
    pub range: Option<(Date, Date)>,
}

/// A word that may be misspelt, and what it may be meant for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// The word of the corpus that is most frequent among those nearest to it.
    pub used: String,
    /// What became of both.
    pub how: Used,
}

/// Which of a word as typed and a word near it was searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Used {
    /// The word near it, since no article has the other.
    Instead,
    /// Other forms of the word, which no article has itself, or the few words that it begins, and below these the word near it.
    Also,
    /// Not the word near it: few articles have the other and many times as many have this.
    Offered,
}

/// A value that the articles are narrowed to, or without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// The value.
    pub pick: Pick,
    /// Its name; its key where there is no such value.
    pub name: String,
}

/// The explorer view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Articles that pass query and filters.
    pub total: u32,
    /// Articles in the corpus.
    pub corpus: u32,
    /// How the query was met.
    pub met: Met,
    /// The words of the query that no article (before filters) has.
    pub missing: Vec<String>,
    /// The query as it was understood, in its own language; empty where nothing is asked.
    pub understood: String,
    /// What of the query could not be understood; the rest was searched for.
    pub problems: Vec<Problem>,
    /// Words that may be misspelt, each with a word near it and which of both was searched for.
    pub corrections: Vec<Correction>,
    /// The query that takes every word as typed; empty where nothing was searched for instead.
    pub instead: String,
    /// The query with the words that were offered; empty where none were.
    pub offered: String,
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// The facet groups asked for, in the order asked.
    pub facets: Vec<Facet>,
    /// Countries mentioned, most articles first, under query and all filters but the country picks' own group
    /// (exclusions apply), like every facet.
    pub countries: Vec<CountryFigure>,
    /// Places below country level that have coordinates, most articles first.
    pub places: Vec<PlaceFigure>,
    /// Articles over time.
    pub timeline: Timeline,
    /// Doubtful mentions in the articles found.
    pub doubts: u32,
    /// The picked values as corrections left them, so that a chip can be drawn for a value with no article.
    pub picked: Vec<Picked>,
}

/// Title and size of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The corpus's title.
    pub title: String,
    /// Its articles.
    pub articles: u32,
    /// Its outlets.
    pub outlets: u32,
    /// First and last day.
    pub range: Option<(Date, Date)>,
    /// Digits that tell it from other corpora of its title.
    pub id: String,
    /// Corrections it was built with.
    pub corrections: String,
}

/// The answer to an `Ask`, of the same name: plain data too.
///
/// ```
#[doc = include_str!("example.txt")]
/// # let engine = Engine::open(pack)?;
/// use dateline_engine::question::Ask;
/// use dateline_engine::view::Answer;
///
/// let answer = engine.answer(&Ask::Article { id: "b".into(), query: "missile".into() })?;
/// let json = serde_json::to_string(&answer)?;
/// assert_eq!(serde_json::from_str::<Answer>(&json)?, answer);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To `Ask::Explore`.
    Explore(Box<View>),
    /// To `Ask::Article`; `None` where there is no such article.
    Article(Option<Box<ArticleView>>),
    /// To `Ask::Card`; `None` where there is no such entity.
    Card(Option<Box<Card>>),
    /// To `Ask::Sentences`, `Ask::Named`, `Ask::Quotations` and `Ask::Doubts`; `None` where there is no such entity.
    Sentences(Option<Sentences>),
    /// To `Ask::Together`.
    Together(Together),
    /// To `Ask::Suggest` and `Ask::Seek`.
    Suggest(Suggestions),
    /// To `Ask::Corrections`.
    Corrections(Vec<Corrected>),
    /// To `Ask::World`.
    World(Box<WorldView>),
    /// To `Ask::About`.
    About(About),
}
