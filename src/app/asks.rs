//! Which questions does a state put to the engine? Pure: the root asks those that changed.

use std::ops::Range;

use dateline_corpus::{Filters, Group};
use dateline_engine::question::{Ask, Explore, FacetAsk, Scope};

use crate::rows::BLOCK;
use crate::state::{Articles, List, MapForm, State};

/// What an answer is for. At most one question of each is under way; of two answers only the newer is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Title and size of the corpus.
    About,
    /// The open article.
    Article,
    /// List, facets, figures.
    Explore,
    /// Further down the list.
    Hits,
    /// How the word that is being typed may go on.
    Suggest,
    /// The open card.
    Card,
    /// What was put right.
    Corrections,
    /// What an entity may be the same as.
    Seek,
    /// The open list of sentences.
    List,
    /// Who appears with whom.
    Together,
    /// The world's shapes.
    World,
}

impl Slot {
    /// All, in the order they are asked: what is read first comes first, the shapes last.
    pub const ALL: [Self; 11] = [
        Self::About,
        Self::Article,
        Self::Explore,
        Self::Hits,
        Self::Suggest,
        Self::Card,
        Self::Corrections,
        Self::Seek,
        Self::List,
        Self::Together,
        Self::World,
    ];
}

/// Hits that come with the first answer: whole blocks of the list (`crate::rows`), more than stand in a window.
pub const PAGE: u32 = 5 * BLOCK;
/// Facet values of a group shown short.
pub const SHORT: u32 = 8;
/// Facet values of a group shown at full length; beyond it the find box reaches them. More rows would slow each key.
pub const LONG: u32 = 200;
/// Suggestions of each kind: as many as are seen at a glance.
pub const SUGGESTED: u32 = 3;
/// Entities offered for the one that an entity is the same as.
pub const SOUGHT: u32 = 8;
/// The articles without a date, as a query.
pub const UNDATED: &str = "on:none";
/// Sentences on a page of their list.
pub const LINES: u32 = 100;

/// Entities shown together: as many as a drawing beside the list has room for with their names.
pub const MEMBERS: u32 = 18;

/// The question a state puts in a slot; `None` where it needs no answer there. `whole` asks for filters and figures
/// beside the list. What is asked further down the list depends on what is looked at too ([`further`]).
pub fn ask(state: &State, slot: Slot, whole: bool) -> Option<Ask> {
    let open = &state.open;
    match slot {
        Slot::About => Some(Ask::About),
        Slot::World => Some(Ask::World),
        Slot::Hits => None,
        Slot::Explore => Some(Ask::Explore(Explore {
            scope: scope(state),
            sort: state.sort,
            offset: 0,
            limit: PAGE,
            facets: match whole {
                true => Group::ALL.into_iter().map(|group| facet(state, group)).collect(),
                false => Vec::new(),
            },
            overview: whole,
        })),
        // They stand over the list, and the list comes first.
        Slot::Suggest => (whole && state.is_typing()).then(|| Ask::Suggest {
            scope: scope(state),
            limit: SUGGESTED,
        }),
        Slot::Article => open.article.clone().map(|id| Ask::Article {
            id,
            query: state.query.clone(),
        }),
        Slot::Card => open.card.clone().map(Ask::Card),
        Slot::Corrections => {
            let told = open.corrections || open.card.is_some() || !state.corrections.is_empty();
            told.then_some(Ask::Corrections)
        }
        Slot::Seek => (open.card.is_some() && !state.seek.trim().is_empty()).then(|| Ask::Seek {
            name: state.seek.clone(),
            limit: SOUGHT,
        }),
        Slot::List => match open.list.clone()? {
            List::Mentions(articles, key, with) => Some(Ask::Sentences {
                scope: articles_of(state, articles),
                key,
                with,
                offset: 0,
                limit: lines(state),
            }),
            List::Quotations(key, quoting) => Some(Ask::Quotations {
                scope: Scope::default(),
                key,
                quoting,
                offset: 0,
                limit: lines(state),
            }),
            List::Named(key, called) => Some(Ask::Named {
                key,
                called,
                offset: 0,
                limit: lines(state),
            }),
            List::Doubts(key) => Some(Ask::Doubts {
                scope: if key.is_some() { Scope::default() } else { scope(state) },
                key,
                offset: 0,
                limit: lines(state),
            }),
        },
        Slot::Together => {
            let shown = whole && open.article.is_none() && state.map.form == MapForm::Together;
            shown.then(|| Ask::Together {
                scope: scope(state),
                kinds: state.map.circle.kinds(),
                limit: MEMBERS,
            })
        }
    }
}

/// The question for these rows of a state's list, and nothing else: it is answered in less time than the list as a whole.
pub fn further(state: &State, rows: Range<u32>) -> Explore {
    Explore {
        scope: scope(state),
        sort: state.sort,
        offset: rows.start,
        limit: rows.end.saturating_sub(rows.start),
        ..Explore::default()
    }
}

/// Lines of a list in the panel: twice as many with each step, so that the end of a long one is a few steps away.
fn lines(state: &State) -> u32 {
    LINES << state.more_sentences.min(20)
}

/// The articles that the sentences of a list are from.
fn articles_of(state: &State, articles: Articles) -> Scope {
    match articles {
        Articles::Listed => scope(state),
        Articles::All => Scope::default(),
        Articles::Days(None, None) => UNDATED.into(),
        Articles::Days(from, to) => Scope {
            filters: Filters {
                from,
                to,
                ..Filters::default()
            },
            ..Scope::default()
        },
    }
}

fn scope(state: &State) -> Scope {
    Scope {
        query: state.query.clone(),
        filters: state.filters.clone(),
    }
}

fn facet(state: &State, group: Group) -> FacetAsk {
    let find = state.find(group).to_owned();
    let long = state.expanded.contains(&group) || !find.is_empty();
    FacetAsk {
        group,
        limit: if long { LONG } else { SHORT },
        find,
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{EntityKey, EntityKind, Group};
    use dateline_engine::question::{Ask, Scope};

    use super::{LONG, PAGE, SHORT, SUGGESTED, Slot, UNDATED, ask};
    use crate::reduce::reduce;
    use crate::state::{Action, Articles, List, State};

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), reduce)
    }

    #[test]
    fn a_plain_list_asks_for_nothing_that_is_not_open() {
        for slot in [
            Slot::Article,
            Slot::Card,
            Slot::Suggest,
            Slot::Corrections,
            Slot::Seek,
            Slot::List,
            Slot::Together,
        ] {
            assert_eq!(ask(&State::default(), slot, true), None, "{slot:?}");
        }
    }

    #[test]
    fn show_all_asks_for_more() {
        let s = after([Action::Expand(Group::Person, true)]);
        let Some(Ask::Explore(e)) = ask(&s, Slot::Explore, true) else {
            panic!("no question")
        };
        assert_eq!(e.limit, PAGE);
        let limits: Vec<u32> = e.facets.iter().map(|f| f.limit).collect();
        assert_eq!(limits, [SHORT, LONG, SHORT, SHORT, SHORT]);
    }

    #[test]
    fn suggestions_are_asked_for_what_is_typed_and_not_for_what_an_address_says() {
        let typed = after([Action::Type("jap".into())]);
        let asked = |state: &State| ask(state, Slot::Suggest, true);
        let wanted = Ask::Suggest {
            scope: "jap".into(),
            limit: SUGGESTED,
        };
        assert_eq!(asked(&typed), Some(wanted));
        assert_eq!(ask(&typed, Slot::Suggest, false), None, "the list comes first");
        for next in [
            Action::Type(" ".into()),
            Action::OpenArticle("a".into()),
            Action::Restore(Box::new(State {
                query: "jap".into(),
                ..State::default()
            })),
        ] {
            assert_eq!(asked(&reduce(typed.clone(), next.clone())), None, "{next:?}");
        }
    }

    #[test]
    fn sentences_are_those_of_the_articles_that_are_said() {
        let key = EntityKey::new(EntityKind::Country, "JP");
        let scope_of = |articles| {
            let open = Action::OpenList(List::Mentions(articles, key.clone(), Some(key.clone())));
            match ask(&after([Action::Type("x".into()), open]), Slot::List, true) {
                Some(Ask::Sentences { scope, with, .. }) if with.as_ref() == Some(&key) => scope,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(scope_of(Articles::All), Scope::default());
        assert_eq!(scope_of(Articles::Listed).query, "x");
        assert_eq!(scope_of(Articles::Days(None, None)), UNDATED.into());
        let day = dateline_corpus::Date::new(2017, 3, 16);
        let of_a_day = scope_of(Articles::Days(day, None));
        assert_eq!(
            (of_a_day.query.as_str(), of_a_day.filters.from, of_a_day.filters.to),
            ("", day, None)
        );
    }
}
