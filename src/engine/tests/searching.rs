//! Which articles a query finds, and in which order.

use dateline_corpus::Sort;
use proptest::prelude::*;

use super::{article, ask, engine, explore, ids, sample};
use crate::view::Met;

#[test]
fn all_words_are_required_unless_no_article_has_them() {
    for (query, met, expect) in [
        ("", Met::NoQuery, "c b a d"),
        ("missile ", Met::All, "c b"),
        ("missile", Met::All, "b d c"),
        ("new approach ", Met::All, "a b"),
        ("\"new approach\"", Met::All, "a"),
        ("tokyo missiles kishida", Met::All, "d"),
        ("tokyo fell reuters ", Met::Some, "c d a"),
        ("zzz", Met::None, ""),
    ] {
        let view = explore(query, &[]);
        assert_eq!((view.met, ids(&view).as_str()), (met, expect), "{query}");
        assert_eq!(view.total as usize, view.hits.len(), "{query}");
    }
    assert_eq!(explore("tokyo zzz \"old new\" ", &[]).missing, ["zzz", "old new"]);
}

#[test]
fn more_of_the_words_ranks_above_rarer_words() {
    let articles = [
        article("rare", "2020-01-01", "", "", "xylophone xylophone xylophone"),
        article(
            "two",
            "2020-01-01",
            "",
            "",
            "common words among other things that make this long",
        ),
        article("one", "2020-01-01", "", "", "common things"),
    ];
    let view = engine(&articles).explore(&ask("common words xylophone ", &[])).unwrap();
    assert_eq!((view.met, ids(&view).split(' ').next()), (Met::Some, Some("two")));
}

#[test]
fn a_title_weighs_more_and_the_word_itself_more_than_a_longer_one() {
    let articles = [
        article("body", "2020-01-03", "", "Other", "japan once here"),
        article("longer", "2020-01-02", "", "Other", "japanese once here"),
        article("title", "2020-01-01", "", "Japan", "once here indeed"),
    ];
    assert_eq!(
        ids(&engine(&articles).explore(&ask("japan", &[])).unwrap()),
        "title body longer"
    );
}

#[test]
fn hits_sort_by_date_with_undated_last_and_page_without_gaps() {
    let engine = engine(&sample());
    for (sort, expect) in [(Sort::Newest, "c b a d"), (Sort::Oldest, "a b c d")] {
        let view = engine
            .explore(&crate::question::Explore { sort, ..ask("", &[]) })
            .unwrap();
        assert_eq!(ids(&view), expect);
    }
    let page = |offset| {
        ids(&engine
            .explore(&crate::question::Explore {
                offset,
                limit: 1,
                ..ask("", &[])
            })
            .unwrap())
    };
    assert_eq!([page(0), page(1), page(3), page(4)], ["c", "b", "d", ""]);
}

#[test]
fn snippets_and_titles_mark_the_matches() {
    let view = explore("missile", &[]);
    let marked: Vec<_> = view.hits[0]
        .title
        .iter()
        .chain(&view.hits[0].snippet)
        .filter(|p| p.matched)
        .collect();
    assert_eq!(
        marked.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(),
        ["Missiles", "missile"]
    );
    let untitled = &explore("nobody", &[]).hits[0];
    assert!(!untitled.titled && untitled.title[0].text == "Nobody");
}

proptest! {
    /// Phrases are exact: the same articles as a scan of the texts word by word.
    #[test]
    fn a_phrase_finds_what_a_scan_finds(texts in prop::collection::vec("[abc]( [abc]){0,8}", 1..8), phrase in "[abc] [abc]( [abc])?") {
        let articles: Vec<_> = texts.iter().enumerate().map(|(i, t)| article(&format!("{i:02}"), "2020-01-01", "", "", t)).collect();
        let view = engine(&articles).explore(&ask(&format!("\"{phrase}\""), &[])).unwrap();
        let mut found: Vec<String> = view.hits.iter().map(|h| h.id.clone()).collect();
        found.sort();
        let scan: Vec<_> = texts.iter().enumerate().filter(|(_, t)| format!(" {t} ").contains(&format!(" {phrase} "))).map(|(i, _)| format!("{i:02}")).collect();
        prop_assert_eq!(found, scan);
    }

    #[test]
    fn any_query_is_answered(query in "(\\PC|[\" a-z])*") {
        let view = explore(&query, &[]);
        prop_assert!(view.total <= view.corpus);
    }
}
