//! What a caller may ask, in the form that is easiest to write in JavaScript.

use dateline_corpus::{Date, EntityKey, Filters, Group, Pick, Sort};
use dateline_engine::question::{Ask, Explore, FacetAsk, Quoting, Scope};
use serde::Deserialize;

/// Hits returned where no limit is given.
const DEFAULT_LIMIT: u32 = 10;
/// Values of each facet returned where no number is given.
const DEFAULT_FACET_VALUES: u32 = 20;

/// Suggestions of each kind returned where no limit is given.
const DEFAULT_SUGGESTIONS: u32 = 5;

/// `{limit, filters}`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SuggestOptions {
    limit: Option<u32>,
    filters: FilterOptions,
}

impl SuggestOptions {
    /// Their names.
    pub const FIELDS: [&str; 2] = ["limit", "filters"];

    /// The engine's question for a query.
    pub fn suggest(self, query: String) -> Ask {
        Ask::Suggest {
            scope: Scope {
                query,
                filters: self.filters.into(),
            },
            limit: self.limit.unwrap_or(DEFAULT_SUGGESTIONS),
        }
    }
}

/// `{query, filters, limit, offset, called, with, about}`: of mentions `called` and `with`, of quotations `about`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListOptions {
    query: String,
    filters: FilterOptions,
    limit: Option<u32>,
    offset: u32,
    called: Option<String>,
    with: Option<String>,
    about: bool,
}

impl ListOptions {
    /// Those of mentions.
    pub const OF_MENTIONS: [&str; 6] = ["query", "filters", "limit", "offset", "called", "with"];
    /// Those of quotations.
    pub const OF_QUOTATIONS: [&str; 5] = ["query", "filters", "limit", "offset", "about"];

    /// Whether mentions by one name are asked for in less than the whole corpus, where these are not told apart.
    pub fn narrows_a_name(&self) -> bool {
        let filters = Filters::from(self.filters.clone());
        self.called.is_some() && !(self.query.trim().is_empty() && filters.is_empty() && self.with.is_none())
    }

    /// The key of another that has to be named in the same article.
    pub fn with(&self) -> Option<&str> {
        self.with.as_deref()
    }

    /// The engine's question for the mentions of an entity, and of another with it.
    pub fn mentions(self, key: EntityKey, with: Option<EntityKey>) -> Ask {
        let (offset, limit) = (self.offset, self.limit.unwrap_or(DEFAULT_LIMIT));
        match self.called {
            Some(called) => Ask::Named {
                key,
                called,
                offset,
                limit,
            },
            None => Ask::Sentences {
                scope: Scope {
                    query: self.query,
                    filters: self.filters.into(),
                },
                key,
                with,
                offset,
                limit,
            },
        }
    }

    /// The engine's question for the quotations by an entity or about it.
    pub fn quotations(self, key: EntityKey) -> Ask {
        Ask::Quotations {
            scope: Scope {
                query: self.query,
                filters: self.filters.into(),
            },
            key,
            quoting: if self.about { Quoting::About } else { Quoting::By },
            offset: self.offset,
            limit: self.limit.unwrap_or(DEFAULT_LIMIT),
        }
    }
}

/// `{limit, offset, filters, sort, facetValues}`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SearchOptions {
    limit: Option<u32>,
    offset: u32,
    filters: FilterOptions,
    sort: Sort,
    facet_values: Option<u32>,
}

impl SearchOptions {
    /// Their names; a caller who writes another has misspelt one.
    pub const FIELDS: [&str; 5] = ["limit", "offset", "filters", "sort", "facetValues"];

    /// The engine's question for these options.
    pub fn explore(self, query: &str) -> Explore {
        let limit = self.facet_values.unwrap_or(DEFAULT_FACET_VALUES);
        Explore {
            scope: Scope {
                query: query.to_owned(),
                filters: self.filters.into(),
            },
            sort: self.sort,
            offset: self.offset,
            limit: self.limit.unwrap_or(DEFAULT_LIMIT),
            facets: Group::ALL
                .map(|group| FacetAsk {
                    group,
                    limit,
                    find: String::new(),
                })
                .to_vec(),
            overview: false,
        }
    }
}

/// Keys by group: `{country: ["JP"], person: ["rex-tillerson"]}`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Keys {
    country: Vec<String>,
    person: Vec<String>,
    organisation: Vec<String>,
    place: Vec<String>,
    outlet: Vec<String>,
}

impl Keys {
    fn picks(self, exclude: bool) -> impl Iterator<Item = Pick> {
        let groups = [
            (Group::Country, self.country),
            (Group::Person, self.person),
            (Group::Organisation, self.organisation),
            (Group::Place, self.place),
            (Group::Outlet, self.outlet),
        ];
        let picks = move |(group, keys): (Group, Vec<String>)| {
            keys.into_iter().map(move |key| {
                let key = if group == Group::Country {
                    key.to_ascii_uppercase()
                } else {
                    key
                };
                Pick { group, key, exclude }
            })
        };
        groups.into_iter().flat_map(picks)
    }
}

/// `{country, person, organisation, place, outlet, not: {…}, from, to}`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FilterOptions {
    country: Vec<String>,
    person: Vec<String>,
    organisation: Vec<String>,
    place: Vec<String>,
    outlet: Vec<String>,
    not: Keys,
    from: Option<Date>,
    to: Option<Date>,
}

impl FilterOptions {
    /// Their names.
    pub const FIELDS: [&str; 8] = [
        "country",
        "person",
        "organisation",
        "place",
        "outlet",
        "not",
        "from",
        "to",
    ];
}

impl From<FilterOptions> for Filters {
    fn from(o: FilterOptions) -> Self {
        let picked = Keys {
            country: o.country,
            person: o.person,
            organisation: o.organisation,
            place: o.place,
            outlet: o.outlet,
        };
        Self {
            picks: picked.picks(false).chain(o.not.picks(true)).collect(),
            from: o.from,
            to: o.to,
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{Filters, Group};

    use super::{FilterOptions, SearchOptions};

    #[test]
    fn filters_as_written_in_javascript() {
        let written = serde_json::json!({"country": ["jp", "KR"], "not": {"outlet": ["TASS"]}, "from": "2017-03-15"});
        let filters: Filters = serde_json::from_value::<FilterOptions>(written).unwrap().into();
        assert_eq!(filters.standing(Group::Country, "JP"), Some(false));
        assert_eq!(filters.standing(Group::Outlet, "TASS"), Some(true));
        assert_eq!(filters.from.unwrap().to_string(), "2017-03-15");
    }

    #[test]
    fn no_option_is_needed() {
        let explore = SearchOptions::default().explore("japan");
        assert_eq!((explore.limit, explore.facets.len()), (10, 5));
    }
}
