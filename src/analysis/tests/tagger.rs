//! Does the tagger look at every text the same way each time, and at no more of it than it is long?

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind};

/// Most things seen at one word.
const MOST: usize = 200;

#[test]
fn what_is_seen_grows_with_the_text_and_not_faster() {
    let analyzer = Analyzer::new();
    for unit in [
        "Anna Bell of the Bank of Norland met Carl. ",
        "A ",
        "of A ",
        "Kim Jong-un, ",
        "the North ",
        "6PR ",
        "北 ",
        "lower words only ",
    ] {
        for times in [1, 50, 2_000] {
            let text = unit.repeat(times);
            let seen = analyzer.seen(&text);
            let words: usize = seen.iter().map(Vec::len).sum();
            assert!(
                words <= text.split([' ', '-']).count(),
                "{unit:?}: {words} words in {times} times"
            );
            let mut end = 0;
            for (span, seen) in seen.iter().flatten() {
                assert!(
                    end <= span.start && span.start < span.end,
                    "{unit:?}: {span:?} behind {end}"
                );
                assert!(seen.features.len() <= MOST && !seen.features.contains(&0));
                end = span.end;
            }
            assert!(end as usize <= text.len());
        }
    }
}

#[test]
fn the_same_text_is_tagged_the_same() {
    let text = "Orla Venn, chair of the Harbour Workers Union, met Tovik in Dunmarra. Venn praised Tovik. \
        St. Peter’s Hospital on Dublin Road belongs to the Kennedy Elementary School. "
        .repeat(40);
    let article = Article {
        text,
        ..Article::default()
    };
    let first = Analyzer::new().analyze(&article);
    assert_eq!(first, Analyzer::new().analyze(&article));
    let reasons = Analyzer::new().explain(&article);
    let mentions = first.found.iter().flat_map(|f| &f.mentions).count();
    assert!(first.found.iter().any(|f| f.entity.key.kind == EntityKind::Person));
    assert_eq!(reasons.len(), mentions, "each mention has its reason");
    let learned = reasons
        .values()
        .filter(|why| why.contains("as learned from texts"))
        .count();
    assert!(learned > 0, "it is told where the tagger decided");
}
