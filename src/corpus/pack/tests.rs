//! Writer and reader agree, order does not matter, and no damage passes.

use proptest::prelude::*;

use super::layout::SECTIONS_AT;
use super::{Pack, PackError, PackInput, Plurals, Stemming, write};
use crate::world::World;
use crate::{
    Analysis, Article, CountryCode, Date, Doubt, Entity, EntityKey, EntityKind, Found, How, Mention, Point, Quotation,
    Span, Speaker,
};

pub(super) fn article(id: &str, date: Option<&str>, title: &str, text: &str) -> (Article, Analysis) {
    let article = Article {
        id: id.into(),
        title: title.into(),
        outlet: format!("Outlet of {id}"),
        date: date.and_then(Date::parse_iso),
        text: text.into(),
        extra: [("desk".to_owned(), serde_json::json!("world"))].into(),
        ..Article::default()
    };
    let mut found = Vec::new();
    if let Some(at) = text.find("Tokyo") {
        let span = Span {
            start: at as u32,
            end: at as u32 + 5,
        };
        let entity = |key, name: &str, point| Entity {
            key,
            name: name.into(),
            country: CountryCode::parse("JP"),
            point,
        };
        found.push(Found {
            entity: entity(EntityKey::new(EntityKind::Country, "JP"), "Japan", None),
            mentions: vec![Mention::new(span, How::Metonym)],
        });
        found.push(Found {
            entity: entity(
                EntityKey::new(EntityKind::Place, "tokyo-jp"),
                "Tokyo",
                Some(Point {
                    lat: 35.69,
                    lon: 139.69,
                }),
            ),
            mentions: vec![Mention {
                doubt: Some(Doubt::Namesake),
                ..Mention::new(span, How::Name)
            }],
        });
    }
    // Said by a name, by a pronoun, by a role, by nobody.
    let at = |words: &str| {
        let start = text.find(words)? as u32;
        let end = start + words.len() as u32;
        Some(Span { start, end })
    };
    let tokyo = Some(EntityKey::new(EntityKind::Place, "tokyo-jp"));
    let said = [
        ("answer", "Tokyo", tokyo.clone(), "met"),
        ("answer came", "They", tokyo, "came"),
        ("came", "They", None, ""),
        ("Zürich", "", None, ""),
    ];
    let quotation = |(words, speaker, key, verb): (&str, &str, Option<EntityKey>, &str)| {
        Some(Quotation {
            span: at(words)?,
            whole: words.len() > 6,
            speaker: at(speaker)
                .filter(|_| !speaker.is_empty())
                .map(|span| Speaker { key, span }),
            verb: at(verb).filter(|_| !verb.is_empty()),
        })
    };
    let quotations = said.into_iter().filter_map(quotation).collect();
    (
        article,
        Analysis {
            found,
            quotations,
            focus: CountryCode::parse("JP").into_iter().collect(),
            ..Analysis::default()
        },
    )
}

pub(super) fn sample() -> Vec<(Article, Analysis)> {
    vec![
        article(
            "a",
            Some("2017-03-16"),
            "Talks in Tokyo",
            "They met in Tokyo. Tokyo’s answer came.",
        ),
        article("b", Some("2017-04-10"), "", "Viareggio, not Zürich."),
        article("c", None, "No date", "北京 and Tokyo"),
        article("d", Some("2017-03-16"), "Same day", ""),
    ]
}

pub(super) fn pack_of(articles: &[(Article, Analysis)]) -> Vec<u8> {
    write(&PackInput {
        title: "Sample",
        articles,
        world: &World::default(),
        stemming: &English,
        countries: &[],
    })
    .unwrap()
}

#[test]
fn what_was_written_is_read() {
    let pack = Pack::open(pack_of(&sample())).unwrap();
    let ids: Vec<_> = (0..pack.len())
        .map(|i| pack.article(i).unwrap().id.to_owned())
        .collect();
    assert_eq!(ids, ["b", "a", "d", "c"], "newest first, ties by id, undated last");
    let a = pack.article(1).unwrap();
    let texts = pack.texts(&a).unwrap();
    assert_eq!(
        (texts.title.text.as_str(), pack.date(1), &texts.body.text),
        ("Talks in Tokyo", Date::new(2017, 3, 16), &sample()[0].0.text)
    );
    assert_eq!(
        (pack.lengths(1), a.focus.len(), a.extra[0]),
        ((7, 3), 1, ("desk", "\"world\""))
    );
    assert_eq!(pack.outlets()[pack.outlet(1) as usize], "Outlet of a");
    assert_eq!(pack.date(2), Date::new(2017, 3, 16));
    assert_eq!(pack.date(3), None);
    let entities = pack.entities();
    let keys: Vec<_> = entities.iter().map(|e| e.key().to_string()).collect();
    assert_eq!(keys, ["country:JP", "place:tokyo-jp"]);
    let mentions = pack.mentions(1).unwrap();
    assert_eq!(
        (mentions.len(), mentions[0].how, mentions[0].span.start),
        (2, How::Metonym, 12)
    );
    assert_eq!(mentions[1].doubt, Some(Doubt::Namesake));
    let text = &texts.body.text;
    let cut = |span: Option<Span>| span.map_or("", |span| &text[span.start as usize..span.end as usize]);
    let said = pack.quotations(1, &mentions).unwrap();
    let said: Vec<_> = said
        .iter()
        .map(|q| (cut(Some(q.span)), q.whole, cut(q.speaker), q.entity, cut(q.verb)))
        .collect();
    assert_eq!(
        said,
        [
            ("answer", false, "Tokyo", Some(1), "met"),
            ("answer came", true, "They", Some(1), "came"),
            ("came", false, "They", None, ""),
        ]
    );
    assert_eq!((pack.quotes(0), pack.quotes(1), pack.quotes(2)), (true, true, false));
}

/// English plurals and no more.
struct English;

impl Stemming for English {
    fn stem(&self, language: &str, word: &str) -> Option<String> {
        Plurals.stem(language, word).filter(|_| language == "en")
    }

    fn algorithm(&self, language: &str) -> Option<&[u8]> {
        Plurals.algorithm(language).filter(|_| language == "en")
    }
}

#[test]
fn forms_of_a_word_are_those_of_its_language() {
    let with = |id: &str, language: &str, text: &str| {
        let (article, analysis) = article(id, None, "", text);
        let language = language.to_owned();
        (Article { language, ..article }, analysis)
    };
    let articles = [
        with(
            "a",
            "en-GB",
            "A test, two Tests. The talk, the talks; missile and ship, ships",
        ),
        with("b", "de", "Reis und Reiss"),
    ];
    let pack = Pack::open(pack_of(&articles)).unwrap();
    for (term, expect) in [
        ("test", "tests"),
        ("tests", "test"),
        ("reis", ""),
        ("missiles", "missile"),
        ("reiss", ""),
        ("nothing", ""),
    ] {
        let mut found = Vec::new();
        pack.other_forms(term, term, &mut |other| found.push(pack.words().term(other)));
        assert_eq!(found.join(" "), expect, "{term}");
    }
}

#[test]
fn words_of_an_unknown_language_have_the_forms_of_the_usual_one() {
    let told = |id: &str, language: &str, text: &str| {
        let (article, analysis) = article(id, None, "", text);
        let language = language.to_owned();
        (Article { language, ..article }, analysis)
    };
    for (other, expect) in [("en", "ship"), ("de", "")] {
        let articles = [
            told("a", "en", "A talk"),
            told("b", other, "Ein Schiff"),
            told("c", "", "the ships"),
            told("d", "und", "one ship"),
        ];
        let pack = Pack::open(pack_of(&articles)).unwrap();
        let mut found = Vec::new();
        pack.other_forms("ships", "ships", &mut |other| found.push(pack.words().term(other)));
        assert_eq!(found.join(" "), expect, "{other}");
    }
}

fn terms_of(pack: &Pack, ix: u32) -> String {
    let mut terms = Vec::new();
    pack.each_term(ix, |term, in_title| {
        terms.push(format!(
            "{}{}",
            pack.words().term(term),
            if in_title { "!" } else { "" }
        ));
    })
    .unwrap();
    terms.join(" ")
}

#[test]
fn every_term_is_read_where_it_stands() {
    let pack = Pack::open(pack_of(&sample())).unwrap();
    assert_eq!(
        terms_of(&pack, 1),
        "talks! in! tokyo! they met in tokyo tokyo answer came"
    );
    assert_eq!(terms_of(&pack, 0), "viareggio not zurich");
    assert_eq!(terms_of(&pack, 3), "no! date! 北 京 and tokyo");
    for (prefix, expect) in [
        ("t", "talks they tokyo"),
        ("北", "北"),
        ("zzz", ""),
        (
            "",
            "and answer came date in met no not same talks they tokyo viareggio zurich 京 北",
        ),
    ] {
        let terms: Vec<_> = pack.words().with_prefix(prefix).map(|t| pack.words().term(t)).collect();
        let expect: Vec<_> = expect.split(' ').filter(|t| !t.is_empty()).collect();
        assert!(
            expect.iter().all(|t| terms.contains(t)) && (prefix.is_empty() || terms == expect),
            "{terms:?}"
        );
    }
    for (term, known) in [("tokyo", true), ("toky", false), ("tokyoo", false), ("", false)] {
        assert_eq!(pack.words().position(term).is_some(), known, "{term}");
    }
}

#[test]
fn the_order_of_articles_does_not_change_a_byte() {
    let mut articles = sample();
    let bytes = pack_of(&articles);
    articles.reverse();
    assert_eq!(pack_of(&articles), bytes);
    articles.swap(0, 2);
    assert_eq!(pack_of(&articles), bytes);
}

#[test]
fn every_changed_byte_and_every_truncation_is_refused() {
    let bytes = pack_of(&sample());
    for at in 0..bytes.len() {
        // Every bit, two bits, all bits.
        for change in (0..8).map(|bit| 1 << bit).chain([0x41, 0xFF]) {
            let mut damaged = bytes.clone();
            damaged[at] ^= change;
            assert!(Pack::open(damaged).is_err(), "byte {at} changed by {change:#x}");
        }
        assert!(Pack::open(bytes[..at].to_vec()).is_err(), "cut at {at}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(Pack::open(longer).is_err());
    assert_eq!(
        Pack::open(b"<!doctype html>".to_vec()).unwrap_err(),
        PackError::NotAPack
    );
}

#[test]
fn a_pack_with_its_sections_as_they_are_read_is_the_same_pack() {
    let bytes = pack_of(&sample());
    let plain = super::unsqueezed(&bytes).unwrap();
    assert_ne!(plain, bytes);
    let (a, b) = (Pack::open(bytes).unwrap(), Pack::open(plain).unwrap());
    for ix in 0..a.len() {
        assert_eq!(a.article(ix), b.article(ix));
        assert_eq!(terms_of(&a, ix), terms_of(&b, ix));
        assert_eq!(a.mentions(ix), b.mentions(ix));
        let mentions = a.mentions(ix).unwrap();
        assert_eq!(a.quotations(ix, &mentions), b.quotations(ix, &mentions));
    }
    assert_eq!(a.entities(), b.entities());
}

#[test]
fn bytes_without_room_for_a_directory_are_not_sealed() {
    let mut bytes = pack_of(&sample());
    for length in (0..180).rev() {
        bytes.truncate(length);
        let before = bytes.clone();
        super::reseal(&mut bytes);
        assert!(Pack::open(bytes.clone()).is_err(), "{length}");
        assert!(length >= SECTIONS_AT || bytes == before);
    }
}

proptest! {
    /// Bytes that were changed by somebody who can compute checksums are refused or read as something else: no panic, no
    /// endless reading.
    #[test]
    fn a_forged_pack_is_refused_or_harmless(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = pack_of(&sample());
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        super::reseal(&mut bytes);
        if let Ok(pack) = Pack::open(bytes) {
            for ix in 0..pack.len() {
                if let Ok(record) = pack.article(ix) {
                    let _ = pack.texts(&record);
                }
                if let Ok(mentions) = pack.mentions(ix) {
                    let _ = pack.quotations(ix, &mentions);
                }
                let _ = pack.each_term(ix, |term, _| assert!(term < pack.words().len()));
            }
            pack.other_forms("tokyo", "Tokyo", &mut |other| assert!(other < pack.words().len()));
        }
    }
}

#[test]
fn an_empty_corpus_is_a_pack() {
    let pack = Pack::open(pack_of(&[])).unwrap();
    assert!(pack.is_empty() && pack.words().is_empty());
}

#[test]
fn a_country_has_the_name_that_the_map_gives_it() {
    let marker = crate::world::GridPoint::nearest(139.0, 36.0);
    let japan = CountryCode::parse("JP").unwrap();
    let drawn = crate::world::WorldCountry {
        code: japan,
        name: "Nippon".into(),
        marker,
        polygons: Vec::new(),
    };
    let world = World {
        countries: vec![drawn],
        ..World::default()
    };
    let bytes = write(&PackInput {
        title: "Sample",
        articles: &sample(),
        world: &world,
        stemming: &English,
        countries: &[],
    })
    .unwrap();
    assert_eq!(Pack::open(bytes).unwrap().entities().get(0).unwrap().name, "Nippon");
}
