//! What is known of an entity, and of those that appear together.

use dateline_corpus::{CountryCode, EntityKey, Point};
use serde::{Deserialize, Serialize};

use super::{CountryFigure, Hit, Sentences, Timeline};

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
