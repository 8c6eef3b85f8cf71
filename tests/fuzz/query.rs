//! Anything typed: it is read, it is written so that it reads back the same, and it is answered.

#![no_main]

use std::sync::LazyLock;

use dateline_corpus::pack::{PackInput, Plurals, write};
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article, Sort};
use dateline_engine::Engine;
use dateline_engine::query::{print, read};
use dateline_fuzz::{explore, view};
use libfuzzer_sys::fuzz_target;

/// A few articles in as many scripts.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let texts = [
        (
            "A new approach",
            "Kishida and Tillerson met in Tokyo. The new approach, not the old approach, to missiles.",
        ),
        (
            "Missiles",
            "The missile fell 1,000 km from Japan. U.S. talks; talking, talked. O'Brien’s Zürich.",
        ),
        ("北京", "北京です。ミサイル 서울 시 ก ข के"),
        ("", ""),
    ];
    let article = |(i, (title, text)): (usize, &(&str, &str))| {
        let article = Article {
            id: i.to_string(),
            title: (*title).to_owned(),
            text: (*text).to_owned(),
            outlet: "The Example Times".to_owned(),
            language: "en".to_owned(),
            ..Article::default()
        };
        (article, Analysis::default())
    };
    let articles: Vec<_> = texts.iter().enumerate().map(article).collect();
    let pack = write(&PackInput {
        title: "Fuzz",
        articles: &articles,
        world: &World::default(),
        stemming: &Plurals,
        countries: &[],
    });
    Engine::open(pack.expect("a pack")).expect("an engine")
});

fuzz_target!(|typed: &str| {
    let query = read(typed);
    for problem in &query.problems {
        assert!(problem.start < problem.end && typed.get(problem.start..problem.end).is_some());
    }
    let printed = print(&query);
    let again = read(&printed);
    assert_eq!(again.root, query.root, "{printed}");
    assert!(again.problems.is_empty(), "{printed}: {:?}", again.problems);
    let answer = view(&ENGINE, explore(typed, Vec::new(), Sort::Relevance)).expect("a sound pack answers");
    assert_eq!(answer.understood, printed);
    assert!(answer.total <= answer.corpus && answer.hits.len() as u32 <= answer.total);
});
