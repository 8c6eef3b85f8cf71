//! A pack built with corrections and the pack that is corrected afterwards answer alike, whole and in parts.

use std::collections::BTreeMap;

use dateline_corpus::corrections::{Correction, Written, correct, print};
use dateline_corpus::pack::parts::split;
use dateline_corpus::pack::{PackError, PackInput, Unstemmed, write, write_corrected};
use dateline_corpus::world::World;
use dateline_corpus::{
    Analysis, Article, CountryCode, Date, Doubt, Entity, EntityKey, EntityKind, Found, Group, How, Mention, Pick,
    Point, Quotation, Span, Speaker,
};
use proptest::prelude::*;

use super::{ask, pick, without};
use crate::Engine;
use crate::names::Names;
use crate::question::{Ask, Quoting, Scope};
use crate::view::Answer;

/// Keys that the articles need not have.
const OTHERS: [&str; 6] = [
    "person:new",
    "place:new",
    "place:gulf",
    "country:DE",
    "country:JP",
    "region:new",
];

/// Names and the keys they are mentions of; with an article, descriptions. A place's slug ends in its country; that of a capital stands for it.
const NAMES: [(&str, &str); 18] = [
    ("Ann", "person:ann"),
    ("Ann Lee", "person:ann"),
    ("Lee", "person:lee"),
    ("Bo", "person:bo"),
    ("Corp", "organisation:corp"),
    ("Bo Corp", "organisation:corp"),
    ("Bo", "organisation:bo"),
    ("Paris", "place:paris-fr"),
    ("Lyon", "place:lyon-fr"),
    ("Paris", "place:paris-us"),
    ("Nowhere", "place:nowhere"),
    ("March", "place:march-de"),
    ("Gulf", "region:gulf"),
    ("France", "country:FR"),
    ("French", "country:FR"),
    ("Texas", "country:US"),
    ("the chief", "person:ann"),
    ("the chief", "person:bo"),
];

/// Keys that corrections speak of: those, and some that are nobody's.
fn keys() -> impl Strategy<Value = EntityKey> {
    (0..NAMES.len() + OTHERS.len()).prop_map(|i| {
        let key = NAMES.get(i).map_or_else(|| OTHERS[i - NAMES.len()], |name| name.1);
        EntityKey::parse(key).unwrap()
    })
}

fn lists() -> impl Strategy<Value = Vec<Correction>> {
    let one = (0u8..10, keys(), keys(), (0..NAMES.len(), 0u32..6), 0..5usize).prop_map(
        |(verb, key, other, (name, place), kind)| {
            // Everywhere, in one of the first two articles, or where one of these begins.
            let only = Written {
                article: if place > 1 {
                    format!("a{}", place % 2)
                } else {
                    String::new()
                },
                at: (place > 3).then_some(0),
                ..Written::everywhere(NAMES[name].0)
            };
            let called = if kind == 0 { String::new() } else { "Called".into() };
            match verb {
                0 | 1 => Correction::Merge { from: key, into: other },
                2 => Correction::Split {
                    from: key,
                    only,
                    into: other,
                    called,
                },
                3 => Correction::Rename {
                    key,
                    name: "Zed Lee".into(),
                },
                4 => Correction::Kind {
                    key,
                    kind: EntityKind::ALL[kind],
                },
                5 => Correction::Drop { key, only: Some(only) },
                6 => Correction::Drop { key, only: None },
                7 => Correction::Keep { key, only: None },
                8 => Correction::Keep { key, only: Some(only) },
                _ => Correction::Country {
                    key,
                    country: CountryCode::parse(["FR", "US", "DE", "JP", "IT"][kind]).unwrap(),
                },
            }
        },
    );
    prop::collection::vec(one.prop_filter("makes sense", |c| c.fault().is_none()), 0..7)
}

/// An article that names these, one after the other.
pub fn article(id: usize, names: &[usize]) -> (Article, Analysis) {
    let mut text = String::new();
    let mut found: BTreeMap<EntityKey, Found> = BTreeMap::new();
    let (mut quotations, mut last): (Vec<Quotation>, Option<Speaker>) = (Vec::new(), None);
    for (name, nth) in names.iter().zip(0..) {
        let (name, key) = NAMES[*name];
        let is_role = name.starts_with("the ");
        // Some have a title.
        let title = if nth % 4 == 2 && !is_role { "Dr. " } else { "" };
        text.push_str(title);
        let start = text.len() as u32;
        text.push_str(name);
        let span = Span {
            start,
            end: text.len() as u32,
        };
        text.push_str(". ");
        let key = EntityKey::parse(key).unwrap();
        // Whoever is named says what follows.
        quotations.extend(last.take().map(|speaker| Quotation {
            span,
            whole: false,
            speaker: Some(speaker),
            verb: None,
        }));
        if matches!(key.kind, EntityKind::Person | EntityKind::Organisation) {
            last = Some(Speaker {
                key: Some(key.clone()),
                span,
            });
        }
        let doubt = (nth % 3 == 1).then_some(Doubt::Namesake);
        let is_place = key.kind == EntityKind::Place;
        let country = match is_place {
            true => key.slug.rsplit('-').next().and_then(CountryCode::parse),
            false => key.as_country(),
        };
        let owed = country.filter(|_| is_place).map(EntityKey::country);
        let how = if name == "Paris" { How::Metonym } else { How::Place };
        let point = is_place.then_some(Point { lat: 1.0, lon: 2.0 });
        let own = if is_role { How::Role } else { How::Name };
        let title = match key.kind {
            EntityKind::Person => title.len() as u32,
            _ => 0,
        };
        for (key, how, point, title) in [(key, own, point, title)]
            .into_iter()
            .chain(owed.map(|key| (key, how, None, 0)))
        {
            let entity = Entity {
                key: key.clone(),
                name: name.into(),
                country,
                point,
            };
            let new = || Found {
                entity,
                mentions: Vec::new(),
            };
            found.entry(key).or_insert_with(new).mentions.push(Mention {
                doubt,
                title,
                ..Mention::new(span, how)
            });
        }
    }
    let focus = found.keys().filter_map(EntityKey::as_country).collect();
    let article = Article {
        id: format!("a{id}"),
        title: format!("Title {}", id % 3),
        date: Date::new(2017, 3, 1 + id as u32 % 5),
        text,
        ..Article::default()
    };
    (
        article,
        Analysis {
            found: found.into_values().collect(),
            focus,
            quotations,
            ..Analysis::default()
        },
    )
}

fn corpora() -> impl Strategy<Value = Vec<(Article, Analysis)>> {
    let names = prop::collection::vec(prop::collection::vec(0..NAMES.len(), 0..8), 1..9);
    names.prop_map(|all| all.iter().enumerate().map(|(id, names)| article(id, names)).collect())
}

pub fn packed(articles: &[(Article, Analysis)], corrections: &str) -> Vec<u8> {
    let input = PackInput {
        title: "Test",
        articles,
        world: &World::default(),
        stemming: &Unstemmed,
        countries: &[],
    };
    write_corrected(&input, corrections).unwrap()
}

/// The pack of articles that were corrected before.
fn built(articles: &[(Article, Analysis)], list: &[Correction]) -> Engine {
    let mut articles = articles.to_vec();
    correct(&mut articles, list, &World::default());
    Engine::open(packed(&articles, "")).unwrap()
}

fn asks(articles: usize) -> Vec<Ask> {
    let mut asks: Vec<Ask> = [
        "",
        "person:lee",
        "person:zed",
        "country:FR paris",
        "place:new",
        "org:bo",
    ]
    .map(|query| Ask::Explore(ask(query, &[])))
    .into();
    asks.push(Ask::Explore(ask(
        "",
        &[pick(Group::Person, "ann"), without(Group::Country, "FR")],
    )));
    let mut few = ask("", &[pick(Group::Place, "paris-us")]);
    few.facets.iter_mut().for_each(|facet| facet.limit = 1);
    asks.push(Ask::Explore(few));
    asks.extend(["le", "z", "ca", "par"].map(|query| Ask::Suggest {
        scope: query.into(),
        limit: 20,
    }));
    asks.push(Ask::Together {
        scope: Scope::default(),
        kinds: Vec::new(),
        limit: 4,
    });
    asks.push(Ask::Doubts {
        scope: Scope::default(),
        key: None,
        offset: 0,
        limit: 100,
    });
    asks.extend((0..articles).map(|id| Ask::Article {
        id: format!("a{id}"),
        query: String::new(),
    }));
    let keys = NAMES.iter().map(|name| name.1);
    for key in keys.chain([
        "person:new",
        "organisation:ann",
        "person:corp",
        "place:new",
        "country:JP",
        "country:DE",
    ]) {
        let key = EntityKey::parse(key).unwrap();
        asks.push(Ask::Card(key.clone()));
        asks.extend(NAMES.map(|(called, _)| Ask::Named {
            key: key.clone(),
            called: called.into(),
            offset: 0,
            limit: 100,
        }));
        asks.extend([Quoting::By, Quoting::About].map(|quoting| Ask::Quotations {
            scope: Scope::default(),
            key: key.clone(),
            quoting,
            offset: 0,
            limit: 100,
        }));
        let scope = Scope {
            query: "-nothing".into(),
            ..Scope::default()
        };
        asks.push(Ask::Sentences {
            scope,
            key,
            with: None,
            offset: 0,
            limit: 100,
        });
    }
    asks
}

/// An answer without the marks of what is corrected.
fn unmarked(mut answer: Answer) -> Answer {
    if let Answer::Explore(view) = &mut answer {
        let values = view.facets.iter_mut().flat_map(|facet| &mut facet.values);
        values.for_each(|value| value.corrected = false);
    }
    answer
}

/// Asks a corpus in parts until everything is here.
fn fetched(engine: &mut Engine, files: &BTreeMap<String, Vec<u8>>, ask: &Ask) -> Answer {
    for _ in 0..20 {
        match engine.answer(ask) {
            Ok(answer) => return answer,
            Err(PackError::Wanting) => {
                let wanted = engine.wanted();
                assert!(!wanted.is_empty());
                wanted
                    .iter()
                    .for_each(|name| engine.supply(name, &files[name]).unwrap());
            }
            Err(error) => panic!("{error}"),
        }
    }
    panic!("still wanting after many rounds: {ask:?}");
}

/// Without what is suggested by another name than it goes by: of corrections only the articles would tell all of these.
fn by_own_name(ask: &Ask, mut answer: Answer) -> Answer {
    if let (Ask::Suggest { scope, .. }, Answer::Suggest(suggestions)) = (ask, &mut answer) {
        suggestions.entities.retain(|one| {
            let (own, mut is_named) = (Names::new([one.name.as_str()].into_iter()), false);
            own.each_from(&scope.query, &mut |_, _| is_named = true);
            is_named
        });
    }
    answer
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn corrected_before_and_after_are_the_same(articles in corpora(), list in lists(), last in lists()) {
        let expected = built(&articles, &list);
        let bytes = packed(&articles, "");
        let parts = split(bytes.clone()).unwrap();
        let files: BTreeMap<String, Vec<u8>> = parts.parts.into_iter().collect();
        let (mut whole, mut parts) = (Engine::open(bytes).unwrap(), Engine::open(parts.start).unwrap());
        // Whatever was corrected before.
        whole.correct(&print(&last)).unwrap();
        parts.correct(&print(&last)).unwrap();
        fetched(&mut parts, &files, &Ask::Card(EntityKey::parse("person:ann").unwrap()));
        whole.correct(&print(&list)).unwrap();
        parts.correct(&print(&list)).unwrap();
        // What was analysed so does not know that a key was another once.
        let became = |key: &EntityKey| whole.store.overlay().is_some_and(|overlay| overlay.plan.became(key).is_some());
        let keys = NAMES.iter().map(|name| name.1).chain(OTHERS).filter_map(EntityKey::parse);
        let old: Vec<String> = keys.filter(became).map(|key| key.slug).collect();
        let by_old = |ask: &Ask| old.iter().any(|slug| format!("{ask:?}").contains(slug));
        // Nor that one was an entity: a filter by it goes, by what was never one it stays.
        let speaks_of = |pick: &Pick| whole.store.overlay().is_some_and(|o| o.plan.speaks_of(pick.group, &pick.key));
        let is_gone = |pick: &Pick| whole.value(pick.group, &pick.key).is_none() && speaks_of(pick);
        let by_gone = |ask: &Ask| matches!(ask, Ask::Explore(ask) if ask.scope.filters.picks.iter().any(is_gone));
        // Nor what an entity was called before: by that name it is found where corrections are laid over.
        let by_name = |ask: &Ask| matches!(ask, Ask::Explore(ask) if ["person:", "place:", "org:"].iter().any(|f| ask.scope.query.starts_with(f)));
        for ask in asks(articles.len()).into_iter().filter(|ask| !by_old(ask) && !by_gone(ask) && !by_name(ask)) {
            let expected = by_own_name(&ask, expected.answer(&ask).unwrap());
            let answer = by_own_name(&ask, unmarked(whole.answer(&ask).unwrap()));
            prop_assert_eq!(&answer, &expected, "{:?} after\n{}", ask, print(&list));
            // Names are suggested from the start of a corpus in parts, words as they are spelt.
            if !matches!(ask, Ask::Suggest { .. }) {
                prop_assert_eq!(&unmarked(fetched(&mut parts, &files, &ask)), &expected, "in parts: {:?} after\n{}", ask, print(&list));
            }
        }
        let told = whole.corrections().unwrap();
        prop_assert_eq!(&fetched(&mut parts, &files, &Ask::Corrections), &Answer::Corrections(told.clone()));
        prop_assert_eq!(told.iter().map(|c| format!("{}\n", c.line)).collect::<String>(), print(&list));
    }

    #[test]
    fn taken_back_everything_is_as_it_was(articles in corpora(), list in lists()) {
        let bytes = packed(&articles, "");
        let (before, mut after) = (Engine::open(bytes.clone()).unwrap(), Engine::open(bytes).unwrap());
        after.correct(&print(&list)).unwrap();
        after.correct("").unwrap();
        for ask in asks(articles.len()) {
            prop_assert_eq!(after.answer(&ask).unwrap(), before.answer(&ask).unwrap());
        }
    }

    #[test]
    fn what_a_corpus_was_built_with_is_taken_back_like_any_other(articles in corpora(), list in lists(), then in lists()) {
        let (bytes, lines) = (packed(&articles, ""), print(&list));
        let published = packed(&articles, &lines);
        let parts = split(published.clone()).unwrap();
        let files: BTreeMap<String, Vec<u8>> = parts.parts.into_iter().collect();
        let (mut plain, mut with) = (Engine::open(bytes).unwrap(), Engine::open(published).unwrap());
        let mut parts = Engine::open(parts.start).unwrap();
        for (i, list) in [lines, String::new(), print(&then)].into_iter().enumerate() {
            plain.correct(&list).unwrap();
            // The first is what they open with.
            if i > 0 {
                with.correct(&list).unwrap();
                parts.correct(&list).unwrap();
            }
            for ask in asks(articles.len()) {
                let expected = plain.answer(&ask).unwrap();
                prop_assert_eq!(&with.answer(&ask).unwrap(), &expected);
                if !matches!(ask, Ask::Suggest { .. }) {
                    prop_assert_eq!(&fetched(&mut parts, &files, &ask), &expected);
                }
            }
        }
    }
}

#[test]
fn a_merge_of_people_in_parts_fetches_lists_and_only_articles_with_doubts() {
    // Ann and Lee, never in one article, and a doubt in one that names Lee and one that does not.
    let mut articles: Vec<_> = (0..40)
        .map(|id| article(id, &[if id % 2 == 0 { 0 } else { 2 }, 3]))
        .collect();
    for found in articles
        .iter_mut()
        .skip(2)
        .flat_map(|(_, analysis)| &mut analysis.found)
    {
        found.mentions.iter_mut().for_each(|mention| mention.doubt = None);
    }
    let parts = split(packed(&articles, "")).unwrap();
    let mut read = 0;
    let files: BTreeMap<String, Vec<u8>> = parts.parts.into_iter().collect();
    let mut engine = Engine::open(parts.start).unwrap();
    engine
        .correct("# Lee\n\nmerge person:lee -> person:ann # is Ann")
        .unwrap();
    let mut wanted = engine.wanted();
    while !wanted.is_empty() {
        assert!(
            wanted.iter().all(|name| name.starts_with(['v', 'l', 'a'])),
            "{wanted:?}"
        );
        read += wanted.iter().filter(|name| name.starts_with('a')).count();
        wanted
            .iter()
            .for_each(|name| engine.supply(name, &files[name]).unwrap());
        wanted = engine.wanted();
    }
    assert_eq!(read, 1);
    let count = |value: &crate::view::FacetValue| (value.name.clone(), value.articles);
    let Answer::Explore(view) = fetched(&mut engine, &files, &Ask::Explore(ask("", &[]))) else {
        panic!("a view")
    };
    assert_eq!(
        view.facets[1].values.iter().map(count).collect::<Vec<_>>(),
        [("Ann".into(), 40), ("Bo".into(), 40)]
    );
}

#[test]
fn by_the_name_before_finds_what_an_entity_became() {
    let articles = [article(0, &[0]), article(1, &[2]), article(2, &[3])];
    let mut engine = Engine::open(packed(&articles, "")).unwrap();
    for (list, query, expect) in [
        ("", "person:lee ", 1),
        ("", "person:bo ", 1),
        ("merge person:bo -> person:ann", "person:bo ", 2),
        ("rename person:bo \"Zed\"", "person:bo ", 1),
        ("rename person:bo \"Zed\"", "person:zed ", 1),
        ("drop person:bo", "person:bo ", 0),
    ] {
        engine.correct(list).unwrap();
        let view = engine.explore(&ask(query, &[])).unwrap();
        assert_eq!(view.total, expect, "{query} after {list}");
    }
}

#[test]
fn what_a_corpus_was_built_with_is_told_and_old_keys_open_the_new() {
    let articles = [article(0, &[0, 2, 6])];
    let list = "merge person:lee -> person:ann\nkind organisation:bo -> person\n";
    let mut engine = Engine::open(packed(&articles, list)).unwrap();
    let about = engine.about();
    let plain = Engine::open(packed(&articles, "")).unwrap();
    assert_eq!((about.corrections.as_str(), about.id), (list, plain.about().id));
    let told = engine.corrections().unwrap();
    assert!(told.iter().all(|c| c.built && c.idle.is_empty() && c.here.is_some()));
    assert_eq!((told[0].was.as_str(), told[0].is.as_str()), ("Lee", "Ann"));
    let card = engine.card(&EntityKey::parse("person:lee").unwrap()).unwrap().unwrap();
    assert_eq!((card.key.to_string().as_str(), card.mentions), ("person:ann", 2));
    let view = engine.explore(&ask("", &[])).unwrap();
    let marked = view.facets.iter().flat_map(|facet| &facet.values);
    let marked: Vec<_> = marked
        .filter(|value| value.corrected)
        .map(|value| value.name.as_str())
        .collect();
    assert_eq!(marked, ["Ann", "Bo"]);
    let one = "merge person:lee -> person:ann\nrename person:ann \"A\"\n";
    engine.correct(one).unwrap();
    let told = engine.corrections().unwrap();
    assert_eq!(told.iter().map(|c| c.built).collect::<Vec<_>>(), [true, false]);
    let write = |articles: &[_]| {
        write(&PackInput {
            title: "Test",
            articles,
            world: &World::default(),
            stemming: &Unstemmed,
            countries: &[],
        })
        .unwrap()
    };
    assert_eq!(packed(&articles, ""), write(&articles));
}
