//! What can be done while a large corpus is still arriving? A browser compiles a function when it is first called, which
//! for all that opening and searching call is 60 ms: they are called once for a corpus of two lines.

use dateline_corpus::Group;
use dateline_engine::Engine;
use dateline_engine::question::{Explore, FacetAsk, Scope};

/// Two articles, as the test below writes them.
static SMALL: &[u8] = include_bytes!("warm.pack");

/// Opens the small corpus and asks it something that calls for most of what questions call for.
pub fn warm() {
    let Ok(engine) = Engine::open(SMALL.to_vec()) else {
        return;
    };
    for query in ["talk japan", "\"summit talks\" minisster", "nobody", "-talks word"] {
        let facet = |group| FacetAsk {
            group,
            limit: 10,
            find: String::new(),
        };
        let scope = Scope {
            query: query.into(),
            ..Scope::default()
        };
        // Only that it is asked matters.
        let _ = engine.explore(&Explore {
            scope,
            limit: 10,
            facets: Group::ALL.map(facet).into(),
            ..Explore::default()
        });
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use std::fs;

    use dateline_corpus::pack::{PackInput, Plurals, write};
    use dateline_corpus::world::World;
    use dateline_corpus::{Analysis, Article, CountryCode, Date, Entity, EntityKey, Found, How, Mention, Span};
    use dateline_engine::Engine;

    use super::{SMALL, warm};

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/warm.pack");

    fn small() -> Vec<u8> {
        let article = |id: &str, title: &str, text: &str| {
            let entity = Entity {
                key: EntityKey::country(CountryCode::parse("JP").unwrap()),
                name: "Japan".into(),
                country: CountryCode::parse("JP"),
                point: None,
            };
            let span = |at: usize| Span {
                start: at as u32,
                end: at as u32 + 5,
            };
            let mentions = text
                .match_indices("Japan")
                .map(|(at, _)| Mention::new(span(at), How::Name));
            let mentions = mentions.collect();
            let article = Article {
                id: id.into(),
                title: title.into(),
                text: text.into(),
                outlet: "Wire".into(),
                date: Date::new(2017, 3, 16),
                ..Article::default()
            };
            let found = vec![Found { entity, mentions }];
            (
                article,
                Analysis {
                    found,
                    ..Analysis::default()
                },
            )
        };
        let articles = [
            article(
                "a",
                "Summit talks in Japan",
                "A minister went to Japan for summit talks. “Talks go on,” said nobody.\n\nJapan waits.",
            ),
            article(
                "b",
                "A word",
                "Word of the talks reached the minister, and many others.",
            ),
        ];
        write(&PackInput {
            title: "Two",
            articles: &articles,
            world: &World::default(),
            stemming: &Plurals,
            countries: &[],
        })
        .unwrap()
    }

    #[test]
    fn the_small_corpus_is_of_this_build_s_format() {
        if std::env::var_os("DATELINE_WRITE").is_some() {
            fs::write(FILE, small()).unwrap();
        }
        assert!(
            SMALL == small(),
            "make it again: DATELINE_WRITE=1 cargo test -p dateline-api warm, twice"
        );
        assert_eq!(Engine::open(SMALL.to_vec()).unwrap().len(), 2);
        warm();
    }
}
