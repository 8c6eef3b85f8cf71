//! An article that is open.

use dateline_corpus::{CountryCode, Date, Doubt, EntityKey};
use serde::{Deserialize, Serialize};

use super::{CountryFigure, Hit, PlaceFigure};

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
