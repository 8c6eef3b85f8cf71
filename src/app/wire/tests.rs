//! Does what crosses between page and worker arrive as it was, and is everything else refused?

use dateline_corpus::{Date, EntityKey, EntityKind, Filters, Group, How, Pick, Point, Sort};
use dateline_engine::question::{Ask, Explore, FacetAsk, Quoting, Scope};
use dateline_engine::view::{
    Answer, Card, Facet, FacetValue, Hit, Met, Picked, Piece, PlaceFigure, Sentence, Sentences, Timeline, View,
};
use proptest::prelude::*;

use super::{Wire, read};

fn bytes<T: Wire>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.put(&mut bytes);
    bytes
}

fn key() -> EntityKey {
    EntityKey::new(EntityKind::Person, "łódź-東")
}

fn asks() -> Vec<Ask> {
    let scope = Scope {
        query: "north \"korea\"".into(),
        filters: Filters {
            picks: vec![Pick {
                group: Group::Outlet,
                key: String::new(),
                exclude: true,
            }],
            from: Date::new(1, 1, 1),
            to: Date::new(9999, 12, 31),
        },
    };
    vec![
        Ask::Explore(Explore {
            scope: scope.clone(),
            sort: Sort::Oldest,
            offset: u32::MAX,
            limit: 7,
            facets: vec![FacetAsk {
                group: Group::Place,
                limit: 8,
                find: "to".into(),
            }],
            overview: true,
        }),
        Ask::Article {
            id: "a".into(),
            query: "b".into(),
        },
        Ask::Card(key()),
        Ask::Sentences {
            scope: scope.clone(),
            key: key(),
            with: Some(key()),
            offset: 1,
            limit: 2,
        },
        Ask::Named {
            key: key(),
            called: "n".into(),
            offset: 3,
            limit: 4,
        },
        Ask::Quotations {
            scope: scope.clone(),
            key: key(),
            quoting: Quoting::About,
            offset: 0,
            limit: 3,
        },
        Ask::Together {
            scope: scope.clone(),
            kinds: EntityKind::ALL.into(),
            limit: 4,
        },
        Ask::Doubts {
            scope,
            key: Some(key()),
            offset: 5,
            limit: 6,
        },
        Ask::Suggest {
            scope: "s".into(),
            limit: 3,
        },
        Ask::Seek {
            name: "t".into(),
            limit: 2,
        },
        Ask::Corrections,
        Ask::World,
        Ask::About,
    ]
}

fn answers() -> Vec<Answer> {
    let piece = |text: &str, matched| Piece {
        text: text.into(),
        matched,
    };
    let hit = Hit {
        id: "id".into(),
        title: vec![piece("Tokyo", true), piece(" talks", false)],
        titled: true,
        outlet: "TASS".into(),
        date: Date::new(2017, 3, 16),
        place: "TOKYO".into(),
        score: -0.25,
        snippet: Vec::new(),
    };
    let value = FacetValue {
        key: "JP".into(),
        name: "Japan".into(),
        articles: 3,
        mentions: 9,
        standing: Some(false),
        corrected: true,
    };
    let place = PlaceFigure {
        key: key(),
        name: "Viareggio".into(),
        country: dateline_corpus::CountryCode::parse("IT"),
        point: Point { lat: 43.9, lon: 10.2 },
        xy: (1.5, f32::MAX),
        articles: 1,
        mentions: 2,
    };
    let timeline = Timeline {
        days: vec![(Date::EPOCH, 4)],
        undated: 1,
        range: Some((Date::EPOCH, Date::EPOCH)),
    };
    let view = View {
        total: 1,
        met: Met::Some,
        missing: vec!["zzz".into()],
        hits: vec![hit.clone(), hit.clone()],
        facets: vec![Facet {
            group: Group::Country,
            values: vec![value],
            total: 1,
        }],
        places: vec![place],
        timeline: timeline.clone(),
        picked: vec![Picked {
            pick: Pick {
                group: Group::Person,
                key: "a".into(),
                exclude: false,
            },
            name: "b".into(),
        }],
        ..View::default()
    };
    let sentences = Sentences {
        key: None,
        name: "Japan".into(),
        mentions: 2,
        articles: 1,
        lines: vec![Sentence {
            id: "id".into(),
            title: "t".into(),
            outlet: String::new(),
            date: None,
            pieces: vec![piece("…", false)],
            how: How::Metonym,
            key: Some(key()),
            name: "the minister".into(),
            doubt: dateline_corpus::Doubt::ALL.last().copied(),
            at: 300,
        }],
        groups: vec![2],
    };
    let card = Card {
        key: key(),
        name: "n".into(),
        country: None,
        point: Some(Point { lat: -0.0, lon: 180.0 }),
        names: vec![("n".into(), 3)],
        as_written: vec![("n".into(), 3)],
        mentions: 3,
        doubts: 2,
        article_count: 1,
        articles: vec![hit],
        countries: Vec::new(),
        companions: Vec::new(),
        places: Vec::new(),
        said: sentences.clone(),
        told: sentences.clone(),
        timeline,
    };
    vec![
        Answer::Explore(Box::new(view)),
        Answer::Article(None),
        Answer::Card(Some(Box::new(card))),
        Answer::Sentences(Some(sentences)),
        Answer::Corrections(Vec::new()),
    ]
}

#[test]
fn what_crosses_arrives_as_it_was() {
    for ask in asks() {
        assert_eq!(read::<Ask>(&bytes(&ask)), Some(ask));
    }
    for answer in answers() {
        assert_eq!(read::<Answer>(&bytes(&answer)), Some(answer));
    }
}

#[test]
fn what_is_cut_short_or_goes_on_is_refused() {
    for all in asks().iter().map(bytes) {
        (0..all.len()).for_each(|end| assert_eq!(read::<Ask>(&all[..end]), None, "cut at {end}"));
        assert_eq!(read::<Ask>(&[all, vec![0]].concat()), None);
    }
    for all in answers().iter().map(bytes) {
        (0..all.len()).for_each(|end| assert_eq!(read::<Answer>(&all[..end]), None, "cut at {end}"));
    }
}

#[test]
fn what_no_country_or_day_is_is_refused() {
    assert_eq!(read::<dateline_corpus::CountryCode>(b"J1"), None);
    assert_eq!(read::<Date>(&i32::MAX.to_le_bytes()), None);
    assert_eq!(read::<String>(&[1, 0, 0, 0, 0xFF]), None);
}

proptest! {
    #[test]
    fn any_bytes_are_safe(bytes in prop::collection::vec(prop_oneof![0u8..12, any::<u8>()], 0..300)) {
        let _ = (read::<Ask>(&bytes), read::<Answer>(&bytes));
    }

    #[test]
    fn a_length_that_is_a_lie_takes_no_room(length: u32, rest in prop::collection::vec(any::<u8>(), 0..8)) {
        prop_assume!(length as usize > rest.len());
        let bytes = [&length.to_le_bytes()[..], &rest].concat();
        prop_assert_eq!(read::<Vec<bool>>(&bytes), None);
        prop_assert_eq!(read::<String>(&bytes), None);
    }
}
