//! What the reader has asked for: the whole state of the page, and the one pure function that changes it.
//!
//! Results are never kept here: the root derives them from the state, one view per change.

use std::rc::Rc;

use dateline_corpus::corrections::Written;
use dateline_corpus::{Date, EntityKey, EntityKind, Filters, Group, Pick, Sort};
use dateline_engine::question::Quoting;

/// What the map's shades and the table's order count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Articles that mention a country.
    #[default]
    Articles,
    /// Mentions in all those articles.
    Mentions,
}

/// Whether the countries are drawn or listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapForm {
    /// The map.
    #[default]
    Map,
    /// The same figures as a table.
    Table,
    /// Who appears with whom.
    Together,
}

/// Whose appearing together is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Circle {
    /// People and organisations.
    #[default]
    Both,
    /// People.
    People,
    /// Organisations.
    Organisations,
    /// Countries.
    Countries,
    /// Places.
    Places,
}

impl Circle {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Both,
        Self::People,
        Self::Organisations,
        Self::Countries,
        Self::Places,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        ["both", "people", "organisations", "countries", "places"][self as usize]
    }

    /// The kinds meant.
    pub fn kinds(self) -> Vec<EntityKind> {
        match self {
            Self::Both => vec![EntityKind::Person, EntityKind::Organisation],
            Self::People => vec![EntityKind::Person],
            Self::Organisations => vec![EntityKind::Organisation],
            Self::Countries => vec![EntityKind::Country],
            Self::Places => vec![EntityKind::Place, EntityKind::Region],
        }
    }
}

/// The part of the map in view. `zoom` 1 shows the whole world; `x`, `y` are the centre in the units of `WorldView`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// 1 to 32.
    pub zoom: f32,
    /// Centre.
    pub x: f32,
    /// Centre.
    pub y: f32,
}

/// The map's settings. `camera` is `None` for the whole world.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MapSetting {
    /// What it counts.
    pub measure: Measure,
    /// How it is shown.
    pub form: MapForm,
    /// Who appears with whom: of which kinds.
    pub circle: Circle,
    /// Where it looks.
    pub camera: Option<Camera>,
}

/// Light or dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Which mentions the reader wants marked in an open article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The words searched for.
    pub hits: bool,
    /// One switch for each of `EntityKind::ALL`; regions follow places.
    pub kinds: [bool; 5],
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            hits: true,
            kinds: [true; 5],
        }
    }
}

impl Marks {
    /// Whether mentions of this kind are marked.
    pub fn shows(&self, kind: EntityKind) -> bool {
        EntityKind::ALL
            .iter()
            .position(|k| *k == kind)
            .is_some_and(|i| self.kinds[i])
    }
}

/// What lies over or beside the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Open {
    /// The article being read, by id.
    pub article: Option<String>,
    /// The card shown.
    pub card: Option<EntityKey>,
    /// Whether the list of corrections is.
    pub corrections: bool,
    /// The list of sentences that lies over all.
    pub list: Option<List>,
}

impl Open {
    /// Whether anything lies beside what is read.
    pub fn has_panel(&self) -> bool {
        self.card.is_some() || self.corrections || self.list.is_some()
    }
}

/// Which articles are the sentences of a list from?
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Articles {
    /// Those of the list of articles.
    Listed,
    /// All.
    All,
    /// All of these days; without either end those that have no date.
    Days(Option<Date>, Option<Date>),
}

/// What a list in the panel holds.
#[derive(Clone, Debug, PartialEq)]
pub enum List {
    /// Mentions of an entity; where there is another, those of both in the articles that name both.
    Mentions(Articles, EntityKey, Option<EntityKey>),
    /// Quotations by an entity or about it, in the whole corpus.
    Quotations(EntityKey, Quoting),
    /// Mentions that call an entity so, in the whole corpus.
    Named(EntityKey, String),
    /// Doubtful mentions in the articles of the list, or those of an entity in the whole corpus.
    Doubts(Option<EntityKey>),
}

impl List {
    /// Whose sentences these are.
    pub fn key(&self) -> Option<&EntityKey> {
        match self {
            Self::Mentions(_, key, _) | Self::Quotations(key, _) | Self::Named(key, _) => Some(key),
            Self::Doubts(key) => key.as_ref(),
        }
    }
}

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The text in the search box.
    pub query: String,
    /// Whether these words were typed here, and not brought by an address: whoever types is told how to go on.
    pub typed: bool,
    /// The picked filters.
    pub filters: Filters,
    /// The order of hits.
    pub sort: Sort,
    /// What is open.
    pub open: Open,
    /// The map.
    pub map: MapSetting,
    /// The reader's marks.
    pub marks: Marks,
    /// Light or dark.
    pub theme: Theme,
    /// Groups shown at full length.
    pub expanded: Vec<Group>,
    /// Text typed to find a value in a long group.
    pub finds: Vec<(Group, String)>,
    /// How often the list of sentences was made longer.
    pub more_sentences: u32,
    /// What the reader put right about who and what is named, as a file has it: one a line, each ended.
    pub corrections: Rc<str>,
    /// Text typed to find what an entity is the same as.
    pub seek: String,
    /// The mention that the card was opened from; empty where it was opened from elsewhere.
    pub written: Written,
    /// Whether it was opened to put something right.
    pub correcting: bool,
}

impl State {
    /// What was typed to find a value in this group; empty where nothing was.
    pub fn find(&self, group: Group) -> &str {
        self.finds
            .iter()
            .find(|(g, _)| *g == group)
            .map_or("", |(_, text)| text)
    }

    /// True where a word may be under way.
    pub fn is_typing(&self) -> bool {
        self.typed && self.open.article.is_none() && !self.query.trim().is_empty()
    }

    /// True where the list is narrowed by a word or a filter.
    pub fn is_narrowed(&self) -> bool {
        !self.query.trim().is_empty() || !self.filters.is_empty()
    }
}

/// Everything that can happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The search box now says this.
    Type(String),
    /// Go on with this suggestion for the search box.
    GoOn(String),
    /// Pick a value in place of the word that is being typed.
    Complete(Pick),
    /// Pick, exclude or take back a value.
    Toggle(Pick),
    /// Show the articles that have this value, without any other word or filter.
    ShowOnly(Pick),
    /// Narrow the list to the articles without a date.
    OnlyUndated,
    /// Show a list in the panel.
    OpenList(List),
    /// Show who appears with whom of these kinds.
    SetCircle(Circle),
    /// Narrow to these days; `None` leaves an end open.
    SetDates(Option<Date>, Option<Date>),
    /// Drop every filter and the query.
    ClearAll,
    /// Order the hits.
    SetSort(Sort),
    /// Read an article.
    OpenArticle(String),
    /// Close the topmost of sentences, card, article.
    Close,
    /// Show an entity's card.
    OpenCard(EntityKey),
    /// Show an entity's card, from a mention that is written so, and whether that is to be put right.
    OpenMention(EntityKey, Written, bool),
    /// Show the list of corrections.
    OpenCorrections,
    /// Put something right, written as a line of a file.
    Correct(String),
    /// Take back the correction at this place of the list, where it still is this one: who presses twice means one.
    TakeBack(usize, String),
    /// The corrections are these: all taken back, taken in from a file, or changed in another window.
    SetCorrections(Rc<str>),
    /// Find what an entity is the same as.
    Seek(String),
    /// Show another page of sentences.
    ShowMoreSentences,
    /// Count articles or mentions.
    SetMeasure(Measure),
    /// Map or table.
    SetMapForm(MapForm),
    /// Look elsewhere; `None` for the whole world.
    SetCamera(Option<Camera>),
    /// Mark, or no longer mark, search hits.
    MarkHits(bool),
    /// Mark, or no longer mark, a kind of mention.
    MarkKind(EntityKind, bool),
    /// Light or dark.
    SetTheme(Theme),
    /// Show a group at full length, or short again.
    Expand(Group, bool),
    /// Find a value in a long group.
    Find(Group, String),
    /// The address changed: Back, Forward or a link.
    Restore(Box<State>),
}
