//! What the fuzz targets ask is answered: the targets themselves are built for the long test alone (`cargo xtask test --long`).

use dateline_corpus::Sort;
use dateline_corpus::pack::{PackInput, Plurals, write};
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article};
use dateline_engine::Engine;

#[path = "fuzz/lib.rs"]
mod fuzz;

#[test]
fn everything_that_is_asked_is_answered() {
    let article = Article {
        id: "a".into(),
        title: "A new approach".into(),
        text: "Kishida and Tillerson met in Tokyo.".into(),
        outlet: "The Example Times".into(),
        ..Article::default()
    };
    let pack = write(&PackInput {
        title: "Test",
        articles: &[(article, Analysis::default())],
        world: &World::default(),
        stemming: &Plurals,
        countries: &[],
    });
    let engine = Engine::open(pack.unwrap()).unwrap();
    assert_eq!(
        fuzz::view(&engine, fuzz::explore("tokyo", Vec::new(), Sort::Relevance))
            .unwrap()
            .total,
        1
    );
    let mut asked = 0;
    fuzz::ask_everything(|ask| {
        asked += 1;
        Some(engine.answer(ask).unwrap_or_else(|error| panic!("{ask:?}: {error}")))
    });
    assert!(asked > 10, "{asked} questions");
}
