//! Any text as an article, and any query for it: words, pack, snippet, marks and sentences keep to the text.
//!
//! The input is the query, a line break, and the text.

#![no_main]

use dateline_corpus::pack::{PackInput, Unstemmed, write};
use dateline_corpus::text::{LEAD_BYTES, MAX_TERM_BYTES, Tokenizer, fold, lead, one_line, sentence_at, term_of};
use dateline_corpus::world::World;
use dateline_corpus::{Analysis, Article, Sort};
use dateline_engine::Engine;
use dateline_fuzz::{explore, view};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (query, text) = input.split_once('\n').unwrap_or(("", input));
    check_words(text);
    let title = text.lines().next().unwrap_or_default();
    let article = Article {
        id: "a".to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let pack = write(&PackInput {
        title: "Fuzz",
        articles: &[(article, Analysis::default())],
        world: &World::default(),
        stemming: &Unstemmed,
        countries: &[],
    });
    let engine = Engine::open(pack.expect("a pack")).expect("what was written is read");

    let found = view(&engine, explore(query, Vec::new(), Sort::Relevance)).expect("a sound pack answers");
    for hit in &found.hits {
        // A window, longer only where the first match alone is.
        let bytes: usize = hit.snippet.iter().map(|piece| piece.text.len()).sum();
        let longest = hit.snippet.iter().filter(|p| p.matched).map(|p| p.text.len()).max();
        assert!(bytes <= 2 * LEAD_BYTES + longest.unwrap_or(0), "{bytes}");
        for piece in hit.snippet.iter().filter(|piece| piece.matched) {
            assert!(one_line(text).contains(&piece.text), "{piece:?}");
        }
    }
    let opened = engine
        .article("a", query)
        .expect("a sound pack answers")
        .expect("the article");
    let paragraphs: Vec<String> = opened
        .paragraphs
        .iter()
        .map(|runs| runs.iter().map(|run| run.text.as_str()).collect())
        .collect();
    assert_eq!(
        paragraphs.join("\n\n"),
        text,
        "the reader shows the text and nothing else"
    );
});

fn check_words(text: &str) {
    let mut last = 0;
    Tokenizer::new(text).for_each(|token| {
        assert!(last <= token.start && token.start < token.end);
        assert!(!token.term.is_empty() && token.term.len() <= MAX_TERM_BYTES);
        assert_eq!(term_of(&text[token.start..token.end]), token.term);
        let (start, end) = sentence_at(text, token.start);
        assert!(start <= end && text.get(start..end).is_some());
        last = token.end;
    });
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    // The sign that the text goes on.
    assert!(lead(text).len() <= LEAD_BYTES + 4);
}
