//! What an engine answers, as plain data ready to draw. Counts are exact.

use dateline_corpus::{CountryCode, Date, Doubt, EntityKey, Group, How, Pick, Point};
use serde::{Deserialize, Serialize};

use crate::query::Problem;

mod corrected;
mod suggestions;

pub use corrected::Corrected;
pub use suggestions::{EntitySuggestion, Suggestions, TermSuggestion, TitleSuggestion};

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

/// A run of an article's text that is marked the same way from end to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// The number of the search hit it belongs to, from 0 over the whole article (title first); `None` outside hits.
    pub hit: Option<u32>,
    /// Positions in `ArticleView::entities` of the entities named here, most specific kind first.
    pub entities: Vec<u32>,
    /// True where a mention of `entities[0]` starts here, so that a screen reader hears it once.
    pub starts: bool,
    /// Why the mention of `entities[0]` may be wrong.
    pub doubt: Option<Doubt>,
}

/// An entity as it occurs in the open article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleEntity {
    /// Its key.
    pub key: EntityKey,
    /// Its fullest name.
    pub name: String,
    /// Its mentions in this article.
    pub mentions: u32,
}

/// An article opened for reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    /// Its id.
    pub id: String,
    /// Its title; the opening words where it has none (`titled` is then false).
    pub title: Vec<Run>,
    /// Whether the article has a title of its own.
    pub titled: bool,
    /// Its outlet; empty where not named.
    pub outlet: String,
    /// Its byline.
    pub byline: String,
    /// Its day.
    pub date: Option<Date>,
    /// Its dateline as printed.
    pub dateline: String,
    /// Its dateline's place.
    pub place: String,
    /// BCP 47 tag, for the `lang` attribute.
    pub language: String,
    /// Where it was published: a name.
    pub source: String,
    /// Its address, only where http or https.
    pub url: Option<String>,
    /// Unknown fields of the input, as text.
    pub extra: Vec<(String, String)>,
    /// The body.
    pub paragraphs: Vec<Vec<Run>>,
    /// How many search hits are marked.
    pub hits: u32,
    /// What it names, most mentions first.
    pub entities: Vec<ArticleEntity>,
    /// Countries it mentions, for its small map (`articles` is 1).
    pub countries: Vec<CountryFigure>,
    /// Places it mentions that have coordinates.
    pub places: Vec<PlaceFigure>,
    /// The countries it is about.
    pub focus: Vec<CountryCode>,
    /// Articles that share rare words and entities with it, closest first; `snippet` names what they share.
    pub related: Vec<Hit>,
}

/// Everything known about one entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its key.
    pub key: EntityKey,
    /// Its fullest name.
    pub name: String,
    /// Its country.
    pub country: Option<CountryCode>,
    /// Where it lies.
    pub point: Option<Point>,
    /// Names used for it, titles and descriptions without a name included, with the number of mentions by each, most used first:
    /// each mention counts for one of them.
    pub names: Vec<(String, u32)>,
    /// The same without titles, as corrections speak of them: each with how many mentions are split off by it, none by a
    /// description, nor by the only name.
    pub as_written: Vec<(String, u32)>,
    /// All its mentions.
    pub mentions: u32,
    /// How many of these are doubtful; none of a corpus in parts where more articles mention it than are listed.
    pub doubts: u32,
    /// All articles that mention it.
    pub article_count: u32,
    /// The first 50 articles that mention it, most mentions first; `snippet` is the first sentence that does, the name marked.
    pub articles: Vec<Hit>,
    /// Countries mentioned in the same articles.
    pub countries: Vec<CountryFigure>,
    /// People and bodies named in most of the same articles, most articles first.
    pub companions: Vec<Member>,
    /// Places named in most of the same articles, most articles first.
    pub places: Vec<Member>,
    /// What it says, with the first few.
    pub said: Sentences,
    /// What is said of it, with the first few.
    pub told: Sentences,
    /// Its mentions by day.
    pub timeline: Timeline,
}

/// An entity that appears with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its key.
    pub key: EntityKey,
    /// Its name.
    pub name: String,
    /// Articles that name it; on a card, that name both.
    pub articles: u32,
}

/// Two entities that appear together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Their positions among the members, the lower first.
    pub members: (u32, u32),
    /// Articles of the scope that name both.
    pub articles: u32,
    /// How much more often they appear together than chance would have it, in hundredths: −100 never, 0 as by chance, 100
    /// always.
    pub association: i32,
}

/// Who appears with whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// Articles of the scope.
    pub articles: u32,
    /// The most frequent entities, those side by side that appear together most.
    pub members: Vec<Member>,
    /// Their pairs that share an article, most articles first, then the strongest association.
    pub pairs: Vec<Pair>,
}

/// A sentence with a mention or a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The article's id.
    pub id: String,
    /// The article's title.
    pub title: String,
    /// Its outlet.
    pub outlet: String,
    /// Its day.
    pub date: Option<Date>,
    /// The sentence, what is mentioned or quoted marked.
    pub pieces: Vec<Piece>,
    /// How the country came to be meant.
    pub how: How,
    /// What is mentioned, or who is quoted, where that is an entity.
    pub key: Option<EntityKey>,
    /// Its name, or the role that the text gives a speaker; empty where nobody is told.
    pub name: String,
    /// Why the mention may be something else.
    pub doubt: Option<Doubt>,
    /// The byte of the article's text at which what is marked begins.
    pub at: u32,
}

/// What a count was counted from: one line a mention or quotation, so that the number of lines is the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    /// The value's key; none of doubtful mentions and of those of two, which are of many.
    pub key: Option<EntityKey>,
    /// The value's name, or those of both.
    pub name: String,
    /// All mentions or quotations in scope.
    pub mentions: u32,
    /// Articles in scope with at least one.
    pub articles: u32,
    /// The lines asked for, newest article first; doubtful mentions by entity.
    pub lines: Vec<Sentence>,
    /// Of doubtful mentions, how many there are in scope of each entity that the lines are of, in their order.
    #[serde(skip)]
    pub groups: Vec<u32>,
}

/// A country ready to draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountryShape {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: String,
    /// SVG path data in the units of `WorldView`; empty where the country is too small for a shape.
    pub path: String,
    /// Path data of its parts beyond the antimeridian from its marker (Chukotka, the Chatham Islands); mostly empty.
    pub far: String,
    /// Where its marker stands.
    pub marker: (f32, f32),
    /// The smaller side of its largest part's box, in the units of `WorldView`: a page gives small countries a marker.
    pub extent: f32,
    /// The box of its parts on the marker's side of the antimeridian: left, top, right, bottom.
    pub bounds: (f32, f32, f32, f32),
}

/// The world, projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorldView {
    /// Width of the drawing, in its own units.
    pub width: f32,
    /// Height of the drawing.
    pub height: f32,
    /// The outline of the globe as SVG path data.
    pub sphere: String,
    /// Meridians and parallels as SVG path data.
    pub graticule: String,
    /// Every country, in the order of codes.
    pub countries: Vec<CountryShape>,
    /// Which boundary view is drawn, and by whom.
    pub note: String,
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
