//! What the fuzz targets share: an engine that is asked everything.

use dateline_corpus::{Filters, Group, Pick, Sort};
use dateline_engine::Engine;
use dateline_engine::question::{Ask, Explore, FacetAsk, Quoting, Scope};
use dateline_engine::view::{Answer, View};

/// Hits and facet values asked for, and the articles and entities then asked about: enough for any small pack, few
/// enough for a thousand packs a second.
const SOME: u32 = 8;

/// The question of a whole view.
pub fn explore(query: &str, picks: Vec<Pick>, sort: Sort) -> Explore {
    let facet = |group| FacetAsk {
        group,
        limit: SOME,
        find: String::new(),
    };
    Explore {
        scope: Scope {
            query: query.to_owned(),
            filters: Filters {
                picks,
                ..Filters::default()
            },
        },
        sort,
        limit: SOME,
        facets: Group::ALL.map(facet).to_vec(),
        overview: true,
        ..Explore::default()
    }
}

/// The view of an engine; `None` where the pack breaks its own rules, which is an answer too.
pub fn view(engine: &Engine, ask: Explore) -> Option<View> {
    view_of(engine.answer(&Ask::Explore(ask)).ok())
}

fn view_of(answer: Option<Answer>) -> Option<View> {
    match answer {
        Some(Answer::Explore(view)) => Some(*view),
        _ => None,
    }
}

/// Asks everything there is to ask. `answer` gives no answer where there is none, which is an answer too.
pub fn ask_everything(mut answer: impl FnMut(&Ask) -> Option<Answer>) {
    answer(&Ask::About);
    answer(&Ask::World);
    let mut view = |ask: Explore| view_of(answer(&Ask::Explore(ask)));
    let Some(all) = view(explore("", Vec::new(), Sort::Newest)) else {
        return;
    };
    for (query, sort) in [
        ("missile japan", Sort::Relevance),
        ("\"new approach\" OR title:missile -tokyo", Sort::Oldest),
        ("misile near:2(kishida tokyo) talk", Sort::Relevance),
        ("person:kishida country:JP lang:en after:2017-03 m", Sort::Newest),
        ("title:misile place:tokoy OR kishda", Sort::Newest),
    ] {
        view(explore(query, Vec::new(), sort));
    }
    for hit in &all.hits {
        let id = hit.id.clone();
        let query = hit.title.first().map_or_else(String::new, |piece| piece.text.clone());
        answer(&Ask::Explore(explore(&query, Vec::new(), Sort::Relevance)));
        answer(&Ask::Suggest {
            scope: query.as_str().into(),
            limit: SOME,
        });
        answer(&Ask::Article { id, query });
    }
    for facet in &all.facets {
        for value in &facet.values {
            let pick = Pick {
                group: facet.group,
                key: value.key.clone(),
                exclude: false,
            };
            answer(&Ask::Explore(explore("the", vec![pick], Sort::Relevance)));
            let key = [facet.group.word(), ":", &value.key].concat();
            let Some(key) = dateline_corpus::EntityKey::parse(&key) else {
                continue;
            };
            answer(&Ask::Card(key.clone()));
            answer(&Ask::Seek {
                name: value.name.clone(),
                limit: SOME,
            });
            answer(&Ask::Named {
                key: key.clone(),
                called: value.name.clone(),
                offset: 0,
                limit: SOME,
            });
            for quoting in [Quoting::By, Quoting::About] {
                answer(&Ask::Quotations {
                    scope: Scope::default(),
                    key: key.clone(),
                    quoting,
                    offset: 0,
                    limit: SOME,
                });
            }
            for with in [None, dateline_corpus::EntityKey::parse("country:JP")] {
                answer(&Ask::Sentences {
                    scope: Scope::default(),
                    key: key.clone(),
                    with,
                    offset: 0,
                    limit: SOME,
                });
            }
        }
    }
    answer(&Ask::Together {
        scope: Scope::default(),
        kinds: Vec::new(),
        limit: SOME,
    });
    answer(&Ask::Doubts {
        scope: Scope::default(),
        key: None,
        offset: 0,
        limit: SOME,
    });
}
