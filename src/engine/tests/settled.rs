//! Doubts are counted once and settled by what answers them, and a key asks for its own entity.

use dateline_corpus::Group;
use dateline_corpus::corrections::{correct, foretell, parse};
use dateline_corpus::world::World;

use super::corrections::{article, packed};
use super::{ask, pick, without};
use crate::Engine;
use crate::question::Scope;

#[test]
fn a_doubt_is_counted_once_and_settled_by_what_answers_it() {
    // Paris, which stands for France too, and Ann: one doubt each.
    let articles = [article(0, &[3, 7]), article(1, &[3, 0])];
    let mut engine = Engine::open(packed(&articles, "")).unwrap();
    for (list, left) in [
        ("", "place:paris-fr person:ann"),
        ("keep place:paris-fr", "person:ann"),
        ("keep person:ann\nkeep place:paris-fr", ""),
        ("country place:paris-fr -> FR", "person:ann"),
        ("country place:paris-fr -> US", "person:ann"),
        ("kind place:paris-fr -> person", "person:ann"),
        ("merge person:ann -> person:bo", "place:paris-fr"),
        // Which of several is so called, another name does not say.
        ("rename person:ann \"Anne\"", "place:paris-fr person:ann"),
        ("keep country:FR", "place:paris-fr person:ann"),
    ] {
        engine.correct(list).unwrap();
        let doubts = engine.doubts(&Scope::default(), None, 0, 9).unwrap();
        let mut keys: Vec<String> = doubts
            .lines
            .iter()
            .filter_map(|l| Some(l.key.as_ref()?.to_string()))
            .collect();
        keys.sort_by(|a, b| b.cmp(a));
        assert_eq!(keys.join(" "), left, "{list}");
        let view = engine.explore(&ask("", &[])).unwrap();
        assert_eq!(
            (view.doubts, doubts.mentions),
            (keys.len() as u32, keys.len() as u32),
            "{list}"
        );
    }
    engine.correct("keep person:ann").unwrap();
    let told = engine.corrections().unwrap();
    assert_eq!((told[0].was.as_str(), told[0].says.as_str()), ("Ann", "is right"));
}

#[test]
fn behind_an_equals_sign_a_key_asks_for_its_own_entity() {
    let articles = [article(0, &[1]), article(1, &[2]), article(2, &[3])];
    let engine = Engine::open(packed(&articles, "")).unwrap();
    for (query, total) in [
        ("person:lee ", 2),
        ("person:=lee ", 1),
        ("person:=LEE", 1),
        ("person:=le", 0),
    ] {
        assert_eq!(engine.explore(&ask(query, &[])).unwrap().total, total, "{query}");
    }
}

#[test]
fn a_filter_follows_its_entity_to_what_it_is_now() {
    let articles = [article(0, &[0]), article(1, &[2]), article(2, &[3])];
    let mut engine = Engine::open(packed(&articles, "")).unwrap();
    let (lee, ann) = (pick(Group::Person, "lee"), pick(Group::Person, "ann"));
    for (list, picks, now, total) in [
        ("", vec![lee.clone()], "person:lee=Lee", 1),
        ("merge person:lee -> person:ann", vec![lee.clone()], "person:ann=Ann", 2),
        (
            "merge person:lee -> person:ann",
            vec![lee.clone(), ann],
            "person:ann=Ann",
            2,
        ),
        (
            "merge person:lee -> person:ann",
            vec![without(Group::Person, "lee")],
            "-person:ann=Ann",
            1,
        ),
        (
            "kind person:lee -> organisation",
            vec![lee.clone()],
            "organisation:lee=Lee",
            1,
        ),
        ("kind person:lee -> region", vec![lee.clone()], "place:lee=Lee", 1),
        ("drop person:lee", vec![lee.clone()], "", 3),
        (
            "drop person:lee",
            vec![pick(Group::Person, "nobody")],
            "person:nobody=nobody",
            0,
        ),
    ] {
        engine.correct(list).unwrap();
        let view = engine.explore(&ask("", &picks)).unwrap();
        let picked = view.picked.iter().map(|one| {
            let not = if one.pick.exclude { "-" } else { "" };
            format!("{not}{}:{}={}", one.pick.group.word(), one.pick.key, one.name)
        });
        assert_eq!(picked.collect::<Vec<_>>().join(" "), now, "{list}");
        assert_eq!(view.total, total, "{list}");
        // It stands among the values of its group, by the same key.
        let values = view.facets.iter().flat_map(|f| f.values.iter().map(|v| (f.group, v)));
        let standing = values.filter(|(_, value)| value.standing.is_some());
        let wanted = view.picked.iter().filter(|_| !now.contains("nobody"));
        assert!(
            standing
                .map(|(group, value)| (group, &value.key))
                .eq(wanted.map(|one| (one.pick.group, &one.pick.key)))
        );
    }
}

#[test]
fn what_does_nothing_is_told_and_marks_nothing() {
    // Ann is called the chief too; Paris is doubtful, Lyon is not.
    let articles = [article(0, &[0, 7, 16]), article(1, &[2, 3, 8])];
    for (list, idle, marked) in [
        ("split person:ann \"Ann\" -> person:new", "", "Ann Ann"),
        (
            "split person:ann \"Anne\" -> person:new",
            "no name of it is written so",
            "",
        ),
        (
            "split person:ann \"the chief\" -> person:new",
            "no name of it is written so",
            "",
        ),
        ("drop person:ann \"Anne\"", "no name of it is written so", ""),
        ("merge person:ann -> person:ann", "it is so already", ""),
        ("kind person:ann -> person", "it is so already", ""),
        ("rename person:ann \"Ann\"", "it is so already", ""),
        ("country place:lyon-fr -> FR", "it is so already", ""),
        ("country place:paris-fr -> FR", "", "Paris"),
        ("country place:lyon-fr -> US", "", "Lyon"),
        ("keep place:lyon-fr", "", "Lyon"),
        ("merge person:lee -> person:nobody", "no article here names it", ""),
        (
            "drop person:bo\nmerge person:lee -> person:bo",
            "no article here names it",
            "",
        ),
        (
            "merge person:lee -> person:ann\nmerge person:lee -> person:ann",
            "it is so already",
            "Ann",
        ),
    ] {
        let mut engine = Engine::open(packed(&articles, "")).unwrap();
        engine.correct(list).unwrap();
        let told = engine.corrections().unwrap();
        assert_eq!(told.last().unwrap().idle, idle, "{list}");
        let view = engine.explore(&ask("", &[])).unwrap();
        let values = view.facets.iter().flat_map(|facet| &facet.values);
        let names: Vec<&str> = values
            .filter(|value| value.corrected)
            .map(|value| &*value.name)
            .collect();
        assert_eq!(names.join(" "), marked, "{list}");
        // Articles that are analysed with it tell the same.
        let read = parse(list).corrections;
        let world = World::default();
        let before = foretell(&articles, &read, &world);
        assert_eq!(correct(&mut articles.clone(), &read, &world), before, "{list}");
        let last = before.last().unwrap();
        assert_eq!(last.idle || last.unknown.is_some(), !idle.is_empty(), "{list}");
    }
}
