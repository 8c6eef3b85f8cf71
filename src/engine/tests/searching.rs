//! Which articles a query finds, and in which order.

use dateline_corpus::Sort;
use proptest::prelude::*;

use super::{aliased, article, ask, engine, explore, ids, rename, sample};
use crate::Engine;
use crate::question::Explore;
use crate::view::Met;

#[test]
fn all_words_are_required_unless_no_article_has_them() {
    for (query, met, expect) in [
        ("", Met::NoQuery, "c b a d"),
        ("missile ", Met::All, "b c d"),
        ("missile", Met::All, "b c d"),
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
fn korean_is_found_with_particles_and_with_or_without_spaces() {
    let articles = [
        article("a", "2020-01-02", "", "", "한국은 중국과의 외교차관 회의를 열었다"),
        article("b", "2020-01-01", "", "", "일본에서 한국 정부가 말했다"),
    ];
    let engine = engine(&articles);
    for (query, expect) in [
        ("중국 한국 ", "a"),
        ("한국 ", "b a"),
        ("외교차관회의 ", "a"),
        ("외교 회의 ", "a"),
        ("한국정부 ", "b"),
        ("\"한국 정부\"", "b"),
        ("한국 -일본 ", "a"),
        ("정한 ", ""),
    ] {
        let view = engine.explore(&ask(query, &[])).unwrap();
        let found = if view.met == Met::All {
            ids(&view)
        } else {
            String::new()
        };
        let mut found: Vec<&str> = found.split_whitespace().collect();
        let mut expect: Vec<&str> = expect.split_whitespace().collect();
        found.sort_unstable();
        expect.sort_unstable();
        assert_eq!(found, expect, "{query}");
    }
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
        article("whole", "2020-01-01", "", "Xylophone", "xylophone"),
    ];
    let view = engine(&articles).explore(&ask("common words xylophone ", &[])).unwrap();
    assert_eq!((view.met, ids(&view).as_str()), (Met::Some, "two whole rare one"));
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
        let view = engine.explore(&Explore { sort, ..ask("", &[]) }).unwrap();
        assert_eq!(ids(&view), expect);
    }
    let page = |offset| {
        ids(&engine
            .explore(&Explore {
                offset,
                limit: 1,
                ..ask("", &[])
            })
            .unwrap())
    };
    assert_eq!([page(0), page(1), page(3), page(4)], ["c", "b", "d", ""]);
}

#[test]
fn pages_of_hits_put_together_are_the_whole_list_in_every_order() {
    // Few dates and few scores, so that many articles are equal and only their place tells them apart.
    let articles: Vec<_> = (0..230)
        .map(|i| {
            let date = match i % 7 {
                0 => String::new(),
                day => format!("19{}-03-0{day}", 65 + i % 3 * 5),
            };
            let text = format!("{} among others", "missile ".repeat(1 + i % 4));
            article(&format!("{i:03}"), &date, "", "Tests", &text)
        })
        .collect();
    let engine = engine(&articles);
    for (query, sort) in [
        ("", Sort::Newest),
        ("", Sort::Oldest),
        ("missile ", Sort::Relevance),
        ("missile others ", Sort::Relevance),
        ("missile ", Sort::Oldest),
    ] {
        let whole = Explore {
            sort,
            ..ask(query, &[])
        };
        let expect = engine
            .explore(&Explore {
                limit: 1000,
                ..whole.clone()
            })
            .unwrap();
        assert_eq!(expect.hits.len(), 230);
        for limit in [1, 50, 230] {
            let page = |offset| Explore {
                offset,
                limit,
                facets: Vec::new(),
                overview: false,
                ..whole.clone()
            };
            let pages = (0..230)
                .step_by(limit as usize)
                .map(|at| engine.explore(&page(at)).unwrap());
            let hits: Vec<_> = pages.flat_map(|view| view.hits).collect();
            assert_eq!(hits, expect.hits, "{query:?} {sort:?} by {limit}");
            assert!(engine.explore(&page(230)).unwrap().hits.is_empty());
            assert_eq!(engine.explore(&page(u32::MAX)).unwrap().total, 230);
        }
    }
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

/// The ids that a query finds, from A to Z, over a few articles in two languages.
fn found(query: &str) -> String {
    let mut articles = vec![
        article(
            "launch",
            "2017-03-16",
            "TASS",
            "A launch",
            "[Tillerson] saw the launch of a missile in [tokyo]. [JP].",
        ),
        article(
            "talks",
            "2017-03-17",
            "Kyodo News",
            "Talks on missiles",
            "The talk went on, [Kim] of [KR] said. Zürich waits.",
        ),
        article(
            "storm",
            "2017-04-10",
            "",
            "Storm",
            "A storm hit [tokyo], and U.S. aid came. Jong-un spoke.",
        ),
        article(
            "wahl",
            "",
            "Der Bote",
            "Die Wahl",
            "Der Sturm in [tokyo] und die Straße.",
        ),
    ];
    articles[3].0.language = "de".into();
    let view = engine(&articles).explore(&ask(query, &[])).unwrap();
    let mut ids: Vec<&str> = view.hits.iter().map(|h| h.id.as_str()).collect();
    ids.sort_unstable();
    ids.join(" ")
}

#[test]
fn every_way_of_asking_finds_what_it_says() {
    for (query, expect) in [
        ("missile -launch ", "talks"),
        ("storm OR talks ", "storm talks"),
        ("(storm OR launch) tokyo ", "launch storm"),
        ("NOT tokyo", "talks"),
        ("-tokyo -talks ", ""),
        ("storm -toky", "storm"),
        ("storm -toky* ", ""),
        ("miss* ", "launch talks"),
        ("near:2(launch missile) ", "launch"),
        ("near:1(launch missile) ", ""),
        ("title:talks ", "talks"),
        ("title:tokyo ", ""),
        ("title:(launch OR storm) ", "launch storm"),
        ("outlet:kyodo ", "talks"),
        ("outlet:\"Der Bote\" ", "wahl"),
        ("country:jp ", "launch"),
        ("country:KR missile ", "talks"),
        ("person:tillerson ", "launch"),
        ("place:tokyo storm ", "storm"),
        ("-place:tokyo ", "talks"),
        ("lang:german ", "wahl"),
        ("lang:de ", "wahl"),
        ("after:2017-03-17 ", "storm talks"),
        ("before:2017-03 ", "launch talks"),
        ("on:2017-03-16 ", "launch"),
        ("on:2018 ", ""),
        ("strasse ", "wahl"),
        ("zurich ", "talks"),
        ("us aid ", "storm"),
        ("jong un ", "storm"),
    ] {
        assert_eq!(found(query), expect, "{query}");
    }
}

#[test]
fn entities_are_asked_for_by_every_name_that_articles_use() {
    let engine = Engine::open(aliased()).unwrap();
    for (query, expect) in [
        ("person:fund ", "a c"),
        ("person:\"international fund\" ", "a c"),
        ("person:\"international baker\" ", ""),
        ("person:monetary ", "a c"),
        ("person:baker ", "a b"),
        ("person:jim-baker ", "b"),
        ("country:britain ", "a"),
        ("country:brit", "a"),
        ("country:GB ", "a"),
        ("country:usa ", "c"),
        ("country:nippon ", ""),
        ("person:\"the fund\" ", "a c"),
        ("country:\"united kingdom\" ", "a"),
    ] {
        let found = engine.explore(&ask(query, &[])).unwrap();
        let mut found: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found.join(" "), expect, "{query}");
    }
    let named = engine.suggest(&"fun".into(), 9).unwrap().entities;
    assert_eq!(named.len(), 1);
    assert_eq!(
        (named[0].name.as_str(), named[0].articles),
        ("International Monetary Association", 2)
    );
}

#[test]
fn a_whole_name_of_a_country_is_no_part_of_another_s() {
    let mut articles = [
        article("a", "2020-01-03", "", "", "[GN] and [GW]."),
        article("b", "2020-01-02", "", "", "[GW] and [GB]."),
        article("c", "2020-01-01", "", "", "[IE]."),
    ];
    let names = [
        ("GN", "Guinea"),
        ("GW", "Guinea-Bissau"),
        ("GB", "United Kingdom"),
        ("IE", "Ireland"),
    ];
    rename(&mut articles, &names);
    let engine = engine(&articles);
    for (query, expect) in [
        ("country:guinea ", "a"),
        ("country:guinea", "a"),
        ("country:bissau ", "a b"),
        ("country:guin", "a b"),
        ("-country:guinea ", "b c"),
        ("country:ireland ", "c"),
    ] {
        assert_eq!(ids(&engine.explore(&ask(query, &[])).unwrap()), expect, "{query}");
    }
}

#[test]
fn words_of_a_short_query_side_by_side_come_first() {
    let mut articles: Vec<_> = (0..150)
        .map(|i| {
            article(
                &format!("apart{i}"),
                "2020-01-02",
                "",
                "A session",
                "united as nations, nations united",
            )
        })
        .collect();
    let long = format!("{} the united nations met", "word ".repeat(300));
    articles.push(article("together", "2020-01-01", "", "A session", &long));
    let engine = engine(&articles);
    let first = |query: &str| engine.explore(&ask(query, &[])).unwrap().hits[0].id.clone();
    assert_eq!(first("united nations "), "together");
    assert!(first("nations united ").starts_with("apart"));
}

#[test]
fn a_title_of_nothing_but_the_words_in_their_order_comes_first() {
    let articles = [
        article("more", "2020-01-03", "", "Airbus signs rare contract", "zeppelin"),
        article("turned", "2020-01-02", "", "Contract signs Airbus", "zeppelin"),
        article("same", "2020-01-01", "", "Airbus signs contract", "zeppelin"),
    ];
    let view = engine(&articles).explore(&ask("airbus signs contract ", &[])).unwrap();
    assert_eq!(ids(&view), "same turned more");
}

#[test]
fn a_mistake_is_told_and_the_rest_still_searches() {
    let view = explore("missile ) new ", &[]);
    assert_eq!(
        (view.problems.len(), view.problems[0].start, ids(&view).as_str()),
        (1, 8, "b")
    );
    assert_eq!(view.understood, "missile new ");
    assert!(explore("missile (new", &[]).problems.is_empty());
}

#[test]
fn what_is_excluded_or_required_holds_where_no_article_has_all_words() {
    let view = explore("fell reuters tokyo -undated ", &[]);
    assert_eq!((view.met, ids(&view).as_str()), (Met::Some, "c a"));
    assert_eq!(ids(&explore("fell reuters tokyo before:2017-03 ", &[])), "a");
    assert_eq!(ids(&explore("fell reuters person:nobody ", &[])), "");
    assert_eq!(explore("missile person:nobody ", &[]).missing, ["person:nobody"]);
    assert_eq!(explore("missile title:kishida ", &[]).missing, ["title:kishida"]);
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
