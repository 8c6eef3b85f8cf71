//! Which words of the corpus will do for one of a query: other forms, beginnings, slips of the hand.

use super::{article, ask, engine, explore, ids, rename};
use crate::Engine;
use crate::question::Explore;
use crate::view::{Met, Used};

#[test]
fn other_forms_rank_below_the_word_itself_and_not_in_quotation_marks() {
    let articles = [
        article("form", "2020-01-02", "", "", "missiles flew over the sea"),
        article("word", "2020-01-01", "", "", "missile flew over the sea"),
    ];
    let engine = engine(&articles);
    let found = |query: &str| ids(&engine.explore(&ask(query, &[])).unwrap());
    assert_eq!(found("missile "), "word form");
    assert_eq!(found("missiles "), "form word");
    assert_eq!(found("\"missile\""), "word");
}

#[test]
fn however_often_other_forms_stand_the_word_itself_is_above_them() {
    let often = ["missiles"; 40].join(" ");
    let articles = [
        article("title", "2020-01-03", "", "Missiles", "missiles"),
        article("often", "2020-01-02", "", "Of missiles", &often),
        article("longer", "2020-01-02", "", "Missilery", "missilery and missilery"),
        article(
            "once",
            "2020-01-01",
            "",
            "On the sea",
            &format!("{} missile", "sea ".repeat(400)),
        ),
    ];
    let engine = engine(&articles);
    for (query, others) in [("missile ", 2), ("missile", 3)] {
        let view = engine.explore(&ask(query, &[])).unwrap();
        assert_eq!((view.hits[0].id.as_str(), view.total), ("once", 1 + others), "{query}");
    }
}

#[test]
fn a_word_in_no_article_finds_its_other_forms_and_is_no_slip() {
    let few = [
        article("form", "2020-01-02", "", "", "a negotiator came"),
        article("near", "2020-01-01", "", "", "a negotiated truce, negotiated here"),
        article("near-too", "2020-01-01", "", "", "a negotiated peace"),
    ];
    let engine = engine(&few);
    let view = engine.explore(&ask("negotiators ", &[])).unwrap();
    assert_eq!((ids(&view).as_str(), view.corrections.len()), ("form", 0));
}

#[test]
fn a_word_in_no_article_may_be_two_side_by_side() {
    let mut articles = vec![
        article("a", "2020-01-04", "", "A long-time ally", "By e-mail, after COVID-19."),
        article("b", "2020-01-03", "", "", "A co fee was paid; the mail came."),
        article("c", "2020-01-02", "", "", "No time, however long. 19 times covid."),
    ];
    articles.extend((0..9).map(|i| article(&format!("d{i}"), "2020-01-01", "", "", "Coffee with milk.")));
    articles.extend((0..5).map(|i| {
        article(
            &format!("e{i}"),
            "2019-01-01",
            "",
            "",
            ["The flare.", "A flare."][i / 4],
        )
    }));
    articles.extend((0..9).map(|i| article(&format!("f{i}"), "2018-01-01", "", "", "A sea, a sun.")));
    let engine = engine(&articles);
    for (query, expect, used) in [
        ("email ", "a", "e mail"),
        ("covid19", "a", "covid 19"),
        ("longtime ", "a", "long time"),
        ("title:longtime ", "a", "long time"),
        ("Longtime ally ", "a", "long time"),
        ("aflare ", "e0 e1 e2 e3 e4", "flare"),
        ("cofee ", "d0 d1 d2 d3 d4 d5 d6 d7 d8", "coffee"),
        ("\"email\"", "", ""),
    ] {
        let view = engine.explore(&ask(query, &[])).unwrap();
        let taken: Vec<&str> = view.corrections.iter().map(|c| c.used.as_str()).collect();
        assert_eq!(
            (ids(&view).as_str(), taken.join(" ").as_str()),
            (expect, used),
            "{query}"
        );
    }
}

#[test]
fn a_misspelt_word_finds_what_was_meant_and_says_so() {
    let view = explore("tilersson new ", &[]);
    assert_eq!((view.met, ids(&view).as_str()), (Met::All, "b"));
    let corrected: Vec<_> = view
        .corrections
        .iter()
        .map(|c| (c.typed.as_str(), c.used.as_str()))
        .collect();
    assert_eq!(corrected, [("tilersson", "tillerson")]);
    assert_eq!(view.instead.trim(), "\"tilersson\" new");
    let literal = explore(&view.instead, &[]);
    assert_eq!((literal.met, literal.corrections.len()), (Met::Some, 0));
    assert!(
        explore("tillerson new ", &[]).corrections.is_empty(),
        "a word that is there is taken as it is"
    );
}

/// What a query was corrected to, the queries offered, and its hits.
fn corrected(engine: &Engine, query: &str) -> (Vec<(String, Used)>, [String; 2], u32) {
    let view = engine.explore(&ask(query, &[])).unwrap();
    let used = view.corrections.into_iter().map(|c| (c.used, c.how));
    (used.collect(), [view.instead, view.offered], view.total)
}

#[test]
fn what_is_found_below_other_forms_is_told() {
    let articles = [
        article("form", "2020-01-02", "", "", "a toll is due"),
        article("slip", "2020-01-01", "", "", "tools are sold, and more tools"),
        article("other", "2020-01-01", "", "", "old tools"),
        article("initial", "2020-01-01", "", "", "rolls of cloth"),
    ];
    let engine = engine(&articles);
    let none = || [String::new(), String::new()];
    assert_eq!(
        corrected(&engine, "tolls "),
        (vec![("tools".into(), Used::Also)], none(), 4)
    );
    assert_eq!(corrected(&engine, "\"tolls\""), (vec![], none(), 0));
    assert_eq!(corrected(&engine, "toll "), (vec![], none(), 1), "a word that is there");
}

#[test]
fn a_slip_of_an_article_is_found_and_the_word_offered_that_it_may_be_meant_for() {
    let many = (0..40).map(|i| article(&format!("right{i}"), "", "", "", "the government fell; governed"));
    let own = [article("slip", "", "", "", "the goverment of smyth rose")];
    let engine = engine(&many.chain(own).collect::<Vec<_>>());
    let (used, queries, total) = corrected(&engine, "rose goverment ");
    assert_eq!((used, total), (vec![("government".into(), Used::Offered)], 1));
    assert_eq!(queries, [String::new(), "rose government ".into()]);
    assert_eq!(corrected(&engine, "government rose ").2, 41);
    for (query, total) in [
        ("\"goverment\"", 1),
        ("government ", 40),
        ("-goverment ", 40),
        ("smyth ", 1),
    ] {
        let (used, queries, found) = corrected(&engine, query);
        assert_eq!(
            (used, queries, found),
            (vec![], [String::new(), String::new()], total),
            "{query}"
        );
    }
}

#[test]
fn a_word_still_typed_finds_what_it_begins_and_below_what_is_one_slip_away() {
    let many = (0..6).map(|i| article(&format!("prefix{i}"), "2020-01-02", "", "", "information here"));
    let others = [
        article("slip", "2020-01-03", "", "", "infer here"),
        article("initial", "2020-01-03", "", "", "unfor here"),
        article("one-left", "2020-01-01", "", "", "inform here"),
    ];
    let engine = engine(&many.chain(others).collect::<Vec<_>>());
    let found = |query: &str| engine.explore(&ask(query, &[])).unwrap();
    let view = found("infor");
    let order: Vec<&str> = view.hits.iter().map(|h| h.id.as_str()).collect();
    assert_eq!((order.len(), order[0], order[7]), (8, "one-left", "slip"));
    assert_eq!(view.corrections.len(), 0);
    for (query, total) in [("inform", 7), ("infor*", 7), ("\"infor\"", 0), ("\"information\"", 6)] {
        assert_eq!(found(query).total, total, "{query}");
    }
}

#[test]
fn a_star_asks_for_beginnings_alone() {
    let texts = ["a talk", "talks and talking", "talkings"];
    let engine = engine(&texts.map(|text| article(text, "2020-01-01", "", "", text)));
    for (query, total) in [
        ("talks", 2),
        ("talks*", 1),
        ("talk*", 3),
        ("talkings ", 2),
        ("talkings* ", 1),
    ] {
        assert_eq!(engine.explore(&ask(query, &[])).unwrap().total, total, "{query}");
    }
}

#[test]
fn every_word_that_a_misspelt_one_may_be_meant_for_is_among_the_first_hits() {
    let many = |word: &str, i: usize| format!("{word} and {word}, cat and cats, dog and dogs{}", " so".repeat(i));
    let mut articles: Vec<_> = (0..12)
        .map(|i| article(&format!("point-{i}"), "", "", "Points", &many("points", i)))
        .collect();
    articles.extend((0..12).map(|i| article(&format!("toll-{i}"), "", "", "Toll", &many("toll", i))));
    articles.push(article(
        "print",
        "",
        "",
        "",
        "a longer text in which prints stand only once",
    ));
    articles.push(article("tool", "", "", "", "another longer text that has tools in it"));
    let engine = engine(&articles);
    // *pints* is one slip away from two words: the more frequent comes first, the other at the end of what is seen at a
    // glance. *tolls* would be another form of a word that is there, and may be a slip as well.
    for (query, most, least) in [
        ("pints", "point-", "print"),
        ("pints ", "point-", "print"),
        ("tolls ", "toll-", "tool"),
    ] {
        let view = engine
            .explore(&Explore {
                limit: 10,
                ..ask(query, &[])
            })
            .unwrap();
        let first: Vec<&str> = view.hits.iter().map(|hit| hit.id.as_str()).collect();
        assert_eq!((view.total, first.len(), first[9]), (13, 10, least), "{query}");
        assert!(first[..9].iter().all(|id| id.starts_with(most)), "{query}: {first:?}");
    }
}

#[test]
fn an_initial_of_a_point_of_the_compass_is_the_whole_word_too() {
    let articles = [
        article("whole", "2020-01-05", "", "", "Missiles of North Korea flew"),
        article("initial", "2020-01-04", "", "N. Korea fires", "again"),
        article(
            "apart",
            "2020-01-03",
            "",
            "",
            "Korea, and the far north, and an N in a name",
        ),
        article("south", "2020-01-02", "", "", "South Korea, S. Africa"),
        article("other", "2020-01-01", "", "", "Korea"),
    ];
    let engine = engine(&articles);
    for (query, expect) in [
        ("N. Korea ", "initial whole apart"),
        ("n. korea", "initial whole apart"),
        ("N Korea ", "initial apart"),
        ("\"N. Korea\"", "initial"),
        ("near:1(n. korea)", "initial whole"),
        ("Korea -N. ", "other south whole"),
        ("S.Korea ", "south"),
        ("S. Africa ", "south"),
    ] {
        let view = engine.explore(&ask(query, &[])).unwrap();
        let mut found: Vec<&str> = view.hits.iter().map(|hit| hit.id.as_str()).collect();
        let mut expect: Vec<&str> = expect.split(' ').collect();
        assert_eq!(found.last(), expect.last(), "{query}: {}", view.understood);
        found.sort_unstable();
        expect.sort_unstable();
        assert_eq!(found, expect, "{query}: {}", view.understood);
    }
}

#[test]
fn what_is_found_for_a_slip_stays_below_equals() {
    let mut articles: Vec<_> = (0..12)
        .map(|i| article(&format!("form{i}"), "", "", "", "a toll is due"))
        .collect();
    articles.push(article("slip", "2020-01-01", "", "", "a pair of tools"));
    let engine = engine(&articles);
    let view = engine.explore(&ask("tolls ", &[])).unwrap();
    let order: Vec<&str> = view.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!((order.len(), order[9]), (13, "slip"), "{order:?}");
}

#[test]
fn what_no_title_has_is_as_good_as_in_no_article() {
    let engine = engine(&[
        article("right", "", "", "The government falls", "It fell, says the goverment."),
        article(
            "other",
            "",
            "",
            "Other news",
            "Nothing of the government, of goverments or of talks.",
        ),
        article("talk", "", "", "A talk", ""),
    ]);
    let government = || vec![("government".into(), Used::Instead)];
    let found = |query: &str, instead: &str| {
        let (used, [way_back, offered], total) = corrected(&engine, query);
        assert_eq!((way_back.as_str(), offered.as_str()), (instead, ""), "{query}");
        (used, total)
    };
    assert_eq!(found("title:goverment ", "title:\"goverment\""), (government(), 1));
    assert_eq!(found("title:goverment", "title:\"goverment*\""), (government(), 1));
    assert_eq!(found("title:\"goverment\"", ""), (vec![], 0));
    assert_eq!(found("title:talks ", ""), (vec![], 1), "another form");
    assert_eq!(found("title:nothing ", ""), (vec![], 0));
    assert_eq!(found("title:gov", ""), (vec![], 1));
}

#[test]
fn a_name_that_nothing_has_is_asked_about() {
    let many = (0..3).map(|i| {
        article(
            &format!("many{i}"),
            "",
            "",
            "",
            "[Ronald Reagan] of the [US], [Opec] and [OPEC]; open, oped",
        )
    });
    let own = [article(
        "own",
        "",
        "",
        "",
        "[Reagon] in [tokyo], [KR] and [JP], open [Open Society], no plan",
    )];
    let mut articles: Vec<_> = many.chain(own).collect();
    // No text has the words.
    rename(&mut articles, &[("JP", "Japan"), ("KR", "South Korea")]);
    let mut engine = engine(&articles);
    for (query, offered) in [
        ("person:regan ", "person:reagan "),
        ("person:\"ronald regan\"", "person:\"ronald reagan\""),
        ("place:tokio", "place:tokyo"),
        ("open place:tokio", "open place:tokyo"),
        ("place:zzzzzz ", ""),
        ("country:jpan", "country:japan"),
        ("country:\"south krea\"", "country:\"south korea\""),
        ("person:\"ronald joh raegan\"", ""),
        ("person:oen ", ""),
        ("person:openn ", "person:open "),
        ("person:\"open socity\"", "person:\"open society\""),
        ("place:tokyo ", ""),
        ("lang:germn ", ""),
    ] {
        let (_, queries, total) = corrected(&engine, query);
        assert_eq!(queries, [String::new(), offered.to_owned()], "{query}");
        if !offered.is_empty() {
            assert_eq!(total, 0, "{query}");
            assert!(corrected(&engine, offered).2 > 0, "{offered}");
        }
    }
    let (_, queries, total) = corrected(&engine, "open -place:tokio ");
    assert_eq!(
        (queries[1].as_str(), total),
        ("open -place:tokyo ", 4),
        "what is excluded too"
    );
    // What was corrected is known by its new name, and the others by theirs, most frequent first.
    engine.correct("rename person:reagon \"Open Plan\"").unwrap();
    for (query, offered) in [("person:plna ", "person:plan "), ("person:regan ", "person:reagan ")] {
        let (_, queries, _) = corrected(&engine, query);
        assert_eq!(queries[1], offered, "{query}, corrected");
    }
}
