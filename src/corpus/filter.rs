//! What a reader narrows a corpus to.

use serde::{Deserialize, Serialize};

use crate::{Date, EntityKind};

/// A group of facet values: inside a group picks are joined by OR, across groups by AND.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Keys are ISO 3166-1 alpha-2 codes.
    Country,
    /// Keys are slugs.
    Person,
    /// Keys are slugs.
    Organisation,
    /// Keys are slugs.
    Place,
    /// Keys are outlet names as printed; the empty key is "not named".
    Outlet,
}

impl Group {
    /// All groups, in the order the page shows them.
    pub const ALL: [Self; 5] = [
        Self::Country,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Outlet,
    ];

    /// The lower-case English word used in addresses and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Outlet => "outlet",
        }
    }

    /// The reverse of [`word`](Self::word).
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|g| g.word() == word)
    }

    /// The group that lists entities of this kind; regions share the places' group.
    pub fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Country => Self::Country,
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Place | EntityKind::Region => Self::Place,
        }
    }
}

/// One picked facet value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pick {
    /// Its group.
    pub group: Group,
    /// Its key in that group.
    pub key: String,
    /// True where articles with this value are to be left out.
    pub exclude: bool,
}

/// All filters together. An article must satisfy every group that has a pick, every exclusion and the date range.
///
/// ```
/// use dateline_corpus::{Filters, Group, Pick};
///
/// let mut filters = Filters::default();
/// filters.toggle(Pick { group: Group::Country, key: "JP".into(), exclude: false });
/// assert_eq!(filters.standing(Group::Country, "JP"), Some(false));
/// filters.toggle(Pick { group: Group::Country, key: "JP".into(), exclude: false });
/// assert!(filters.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Filters {
    /// Picked values, in the order they were picked.
    pub picks: Vec<Pick>,
    /// First day, included. With either end set, undated articles are left out.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
}

impl Filters {
    /// True where nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        self.picks.is_empty() && self.from.is_none() && self.to.is_none()
    }

    /// How a value stands: `Some(false)` picked, `Some(true)` excluded, `None` neither.
    pub fn standing(&self, group: Group, key: &str) -> Option<bool> {
        self.picks
            .iter()
            .find(|p| p.group == group && p.key == key)
            .map(|p| p.exclude)
    }

    /// Picks or excludes a value; doing the same again takes it back.
    pub fn toggle(&mut self, pick: Pick) {
        let same = self
            .picks
            .iter()
            .position(|p| p.group == pick.group && p.key == pick.key);
        match same {
            Some(i) if self.picks[i].exclude == pick.exclude => {
                self.picks.remove(i);
            }
            Some(i) => self.picks[i].exclude = pick.exclude,
            None => self.picks.push(pick),
        }
    }
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Best match first; without a query the newest first.
    #[default]
    Relevance,
    /// Newest first; undated last.
    Newest,
    /// Oldest first; undated last.
    Oldest,
}

#[cfg(test)]
mod tests {
    use super::{Filters, Group, Pick};

    #[test]
    fn a_second_toggle_takes_a_pick_back_and_an_opposite_one_turns_it() {
        let mut f = Filters::default();
        let pick = |exclude| Pick {
            group: Group::Country,
            key: "JP".into(),
            exclude,
        };
        f.toggle(pick(false));
        assert_eq!(f.standing(Group::Country, "JP"), Some(false));
        f.toggle(pick(true));
        assert_eq!(f.standing(Group::Country, "JP"), Some(true));
        f.toggle(pick(true));
        assert!(f.is_empty());
    }
}
