//! The articles as the page lists them before any script runs.

/// What the plain HTML of a page says: the corpus's title and a line for each article.
///
/// All of it is text, never markup: the writer of the HTML escapes it. Order is kept as given (newest first).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The corpus's title; the page's heading.
    pub title: String,
    /// BCP 47 tag of the language that most articles are in; empty where not known.
    pub language: String,
    /// The articles, newest first, undated ones last, ties by id.
    pub items: Vec<ListItem>,
}

/// One article of a [`Listing`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// The article's id, as in the page's addresses.
    pub id: String,
    /// Its title (or its opening words where it has none).
    pub title: String,
    /// Its outlet; empty where not named.
    pub outlet: String,
    /// Its day as `YYYY-MM-DD`; empty where not known.
    pub date: String,
    /// Its dateline's place; empty where not named.
    pub place: String,
    /// BCP 47 tag of its language; empty where not known.
    pub language: String,
    /// Its first sentences.
    pub lead: String,
}
