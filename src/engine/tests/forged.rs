//! Packs that somebody has changed and sealed again.

use dateline_corpus::pack::{PackInput, reseal, write};
use dateline_corpus::world::World;
use proptest::prelude::*;

use super::{ask, sample};
use crate::Engine;

proptest! {
    #[test]
    fn a_forged_pack_is_refused_or_answers_something(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let articles = sample();
        let input = PackInput {
            title: "Test",
            articles: &articles,
            world: &World::default(),
            stem: &|_, _| None,
        };
        let mut bytes = write(&input).unwrap();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        reseal(&mut bytes);
        if let Ok(engine) = Engine::open(bytes) {
            for query in ["", "missile", "\"new approach\"", "misile near:2(kishida tokyo) ", "person:kishida -japan "] {
                let _ = engine.explore(&ask(query, &[]));
            }
            for id in ["a", "b", "c", "d"] {
                let _ = engine.article(id, "missile");
            }
            for entity in (0..engine.counts.len() as u32).filter_map(|at| engine.at(at).entity) {
                let _ = engine.card(&entity.key);
            }
        }
    }
}
