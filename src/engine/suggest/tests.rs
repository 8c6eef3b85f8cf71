//! What is offered while somebody types.

use crate::tests::{article, engine, unspaced};

/// Terms, titles and entities, each as `text count`.
fn check(typed: &str, limit: u32, terms: &str, titles: &str, entities: &str) {
    let engine = engine(&[
        article(
            "a",
            "2020-01-03",
            "Wire",
            "Missile talks",
            "[Kishida] on Missiles in [tokyo] today. [JP]",
        ),
        article(
            "b",
            "2020-01-02",
            "",
            "Missions of mercy",
            "Mission: the missile; MISSILES and Missiles fell.",
        ),
        article(
            "c",
            "2020-01-01",
            "",
            "",
            "Kishida spoke in japan, OR orbit. [Kishida] and [KR].",
        ),
    ]);
    let found = engine.suggest(&typed.into(), limit).unwrap();
    let got: Vec<String> = found
        .terms
        .iter()
        .map(|t| format!("{} {}", t.text, t.articles))
        .collect();
    assert_eq!(got.join(", "), terms, "{typed}");
    let got: Vec<&str> = found.titles.iter().map(|t| t.id.as_str()).collect();
    assert_eq!(got.join(" "), titles, "{typed}");
    let named = found.entities.iter();
    let got: Vec<String> = named
        .map(|e| format!("{}:{} {}", e.group.word(), e.key, e.articles))
        .collect();
    assert_eq!(got.join(", "), entities, "{typed}");
    for term in &found.terms {
        let completed = engine.explore(&crate::tests::ask(&term.query, &[])).unwrap();
        assert!(
            !completed.understood.contains('*') && completed.total == term.articles,
            "{}",
            term.query
        );
    }
}

#[test]
fn the_word_being_typed_is_completed_under_the_rest_of_the_query() {
    check("miss", 9, "missile 2, Mission 1", "a b", "");
    check("miss", 1, "missile 2", "a", "");
    check("fell miss", 9, "missile 1, Mission 1", "b", "");
    check("kish", 9, "Kishida 2", "", "person:kishida 2");
    check("talks kish", 9, "Kishida 1", "", "person:kishida 1");
    check("title:miss", 9, "missile 1, Missions 1", "a b", "");
    check("fell (talks OR to", 9, "", "", "place:tokyo 1");
    check("talks OR fe", 9, "fell 2", "", "");
    check("-miss", 9, "missile 1, Mission 2", "a b", "");
    check("tok", 9, "tokyo 1", "", "place:tokyo 1");
    check("or", 9, "OR 1, orbit 1", "", "");
}

#[test]
fn counts_are_of_what_passes_the_filters() {
    let engine = engine(&[
        article("a", "2020-01-02", "", "", "A missile near [tokyo]."),
        article("b", "2020-01-01", "", "", "Missiles, [Kishida] and [tokyo]."),
        article("c", "2020-01-01", "", "", "A missile and [Kishida]."),
    ]);
    let picks = crate::tests::pick(dateline_corpus::Group::Place, "tokyo");
    let scope = crate::tests::ask("miss", std::slice::from_ref(&picks)).scope;
    assert_eq!(engine.suggest(&scope, 9).unwrap().terms[0].articles, 2);
    let scope = crate::tests::ask("kish", &[picks]).scope;
    assert_eq!(engine.suggest(&scope, 9).unwrap().entities[0].articles, 1);
}

#[test]
fn a_run_without_spaces_is_completed_by_titles_and_names() {
    let engine = engine(&unspaced());
    for (typed, titles, entities) in [
        ("外交", "a", "中国外交部 2, 王毅外交官 1"),
        ("外交部", "a", "中国外交部 2"),
        ("国外", "a", "中国外交部 2"),
        ("王毅 外交", "a", "中国外交部 1, 王毅外交官 1"),
        ("交外", "", ""),
        ("\"外交", "", ""),
        ("외교", "c", "외교부장관 1"),
        ("교부장", "", "외교부장관 1"),
    ] {
        let found = engine.suggest(&typed.into(), 9).unwrap();
        let titled: Vec<&str> = found.titles.iter().map(|t| t.id.as_str()).collect();
        let named = found.entities.iter();
        let named: Vec<String> = named.map(|e| format!("{} {}", e.name, e.articles)).collect();
        assert_eq!(
            (titled.join(" "), named.join(", ")),
            (titles.to_owned(), entities.to_owned()),
            "{typed}"
        );
        assert!(found.terms.is_empty(), "{typed}");
    }
}

#[test]
fn a_finished_word_a_phrase_and_a_value_are_not_completed() {
    for typed in ["", "miss ", "\"miss", "country:jap", "zzz", "talks zzz"] {
        check(typed, 9, "", "", "");
    }
    check("miss", 0, "", "", "");
}
