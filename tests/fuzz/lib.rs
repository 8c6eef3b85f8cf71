//! What the fuzz targets share: an engine that is asked everything.

use dateline_corpus::{Filters, Group, Pick, Sort};
use dateline_engine::Engine;
use dateline_engine::question::{Ask, Explore, FacetAsk, Scope};
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
    match engine.answer(&Ask::Explore(ask)) {
        Ok(Answer::Explore(view)) => Some(*view),
        _ => None,
    }
}

/// Asks everything there is to ask.
pub fn ask_everything(engine: &Engine) {
    let _ = engine.answer(&Ask::About);
    let _ = engine.answer(&Ask::World);
    let Some(all) = view(engine, explore("", Vec::new(), Sort::Newest)) else {
        return;
    };
    for (query, sort) in [
        ("missile japan", Sort::Relevance),
        ("\"new approach\" OR title:missile -tokyo", Sort::Oldest),
        ("misile near:2(kishida tokyo) talk", Sort::Relevance),
        ("person:kishida country:JP lang:en after:2017-03 m", Sort::Newest),
    ] {
        let _ = view(engine, explore(query, Vec::new(), sort));
    }
    for hit in &all.hits {
        let id = hit.id.clone();
        let query = hit.title.first().map_or_else(String::new, |piece| piece.text.clone());
        let _ = view(engine, explore(&query, Vec::new(), Sort::Relevance));
        let _ = engine.answer(&Ask::Article { id, query });
    }
    for facet in &all.facets {
        for value in &facet.values {
            let pick = Pick {
                group: facet.group,
                key: value.key.clone(),
                exclude: false,
            };
            let _ = view(engine, explore("the", vec![pick], Sort::Relevance));
            let key = [facet.group.word(), ":", &value.key].concat();
            let Some(key) = dateline_corpus::EntityKey::parse(&key) else {
                continue;
            };
            let _ = engine.answer(&Ask::Card(key.clone()));
            let _ = engine.answer(&Ask::Sentences {
                scope: Scope::default(),
                key,
                offset: 0,
                limit: SOME,
            });
        }
    }
}
