//! The reader, the card and the sentences show the article's own words, marked where they should be.

use dateline_corpus::{EntityKey, EntityKind};
use proptest::prelude::*;

use super::{article, engine, sample, text_of};
use crate::question::{Quoting, Scope};

#[test]
fn hits_are_numbered_over_title_and_body_and_mentions_marked() {
    let view = engine(&sample()).article("a", "new approach kishida").unwrap().unwrap();
    assert_eq!((text_of(&view.title).as_str(), view.hits), ("A new approach", 3));
    let body: Vec<_> = view.paragraphs.concat();
    assert_eq!(
        body.iter().find(|r| r.hit == Some(2)).map(|r| r.text.as_str()),
        Some("Kishida")
    );
    let marked: Vec<_> = body
        .iter()
        .filter(|r| r.starts)
        .map(|r| (r.text.as_str(), view.entities[r.entities[0] as usize].name.as_str()))
        .collect();
    assert_eq!(
        marked,
        [
            ("Kishida", "Kishida"),
            ("tokyo", "tokyo"),
            ("JP", "JP"),
            ("JP", "JP"),
            ("KR", "KR")
        ]
    );
    assert_eq!(view.entities[0].key.to_string(), "country:JP", "most mentions first");
    let related: Vec<_> = view
        .related
        .iter()
        .map(|h| (h.id.as_str(), h.snippet[0].text.as_str()))
        .collect();
    assert_eq!(
        related,
        [("c", "KR · Kishida"), ("d", "tokyo · Kishida"), ("b", "JP")],
        "rarest shared names first"
    );
}

#[test]
fn an_untitled_article_opens_with_its_first_words_and_marks_them_once() {
    let view = engine(&sample()).article("c", "nobody").unwrap().unwrap();
    assert!(!view.titled && text_of(&view.title).starts_with("Nobody here"));
    assert_eq!(view.hits, 1);
    assert!(engine(&sample()).article("zzz", "").unwrap().is_none());
}

#[test]
fn a_card_counts_names_articles_and_company() {
    let engine = engine(&sample());
    let card = engine
        .card(&EntityKey::new(EntityKind::Person, "kishida"))
        .unwrap()
        .unwrap();
    assert_eq!(
        (card.mentions, card.article_count, card.names.as_slice()),
        (3, 3, &[("Kishida".to_owned(), 3)][..])
    );
    let countries: Vec<_> = card
        .countries
        .iter()
        .map(|c| (c.code.to_string(), c.articles))
        .collect();
    assert_eq!(countries, [("KR".to_owned(), 2), ("JP".to_owned(), 1)]);
    assert!(
        card.articles
            .iter()
            .all(|a| a.snippet.iter().any(|p| p.matched && p.text == "Kishida"))
    );
    assert!(
        engine
            .card(&EntityKey::new(EntityKind::Person, "zzz"))
            .unwrap()
            .is_none()
    );
}

#[test]
fn sentences_page_without_gaps() {
    let engine = engine(&sample());
    let key = EntityKey::new(EntityKind::Country, "JP");
    let page = |offset, limit| {
        let list = engine
            .sentences(&Scope::default(), &key, offset, limit)
            .unwrap()
            .unwrap();
        list.lines
            .iter()
            .map(|l| l.pieces.iter().map(|p| p.text.as_str()).collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        page(0, 10),
        ["Tillerson left JP.", "“JP and JP and KR.”", "“JP and JP and KR.”"]
    );
    assert_eq!([page(0, 1), page(1, 1), page(2, 9)].concat(), page(0, 10));
    assert!(page(3, 9).is_empty());
}

#[test]
fn quotations_are_by_their_speaker_and_about_whom_their_sentences_name() {
    let engine = engine(&sample());
    let check = |key: &str, quoting, expect: &[(&str, &str)]| {
        let key = EntityKey::parse(key).unwrap();
        let list = engine
            .quotations(&Scope::default(), &key, quoting, 0, 10)
            .unwrap()
            .unwrap();
        let lines: Vec<(&str, String)> = list
            .lines
            .iter()
            .map(|line| {
                let quoted = line.pieces.iter().filter(|p| p.matched);
                (line.name.as_str(), quoted.map(|p| p.text.as_str()).collect())
            })
            .collect();
        let lines: Vec<(&str, &str)> = lines.iter().map(|(called, text)| (*called, text.as_str())).collect();
        assert_eq!(
            (list.mentions as usize, lines.as_slice()),
            (expect.len(), expect),
            "{key} {quoting:?}"
        );
    };
    check("person:kishida", Quoting::By, &[("Kishida", "JP and JP and KR.")]);
    // Said of somebody else, in an undated article.
    check("person:kishida", Quoting::About, &[("Tillerson", "Kishida in tokyo")]);
    check("person:tillerson", Quoting::By, &[("Tillerson", "Kishida in tokyo")]);
    check("country:KR", Quoting::About, &[("Kishida", "JP and JP and KR.")]);
    check("country:KR", Quoting::By, &[]);
}

#[test]
fn doubtful_mentions_are_marked_where_they_are_read() {
    let view = engine(&sample()).article("a", "").unwrap().unwrap();
    let doubtful = view.paragraphs.iter().flatten().filter(|run| run.doubt.is_some());
    let doubtful: Vec<_> = doubtful.map(|run| run.text.as_str()).collect();
    assert_eq!(doubtful, ["tokyo"]);
}

proptest! {
    /// Runs only cut a paragraph: put together they are the text, whatever is marked.
    #[test]
    fn the_runs_of_an_article_are_its_text(text in "([a-c]|\\[Kim\\]|\\[JP\\]| |\n\n|é|北)*", query in "[a-c 北\"]*") {
        let (a, analysis) = article("a", "", "", "abc", &text);
        let view = engine(&[(a.clone(), analysis)]).article("a", &query).unwrap().unwrap();
        let shown: Vec<String> = view.paragraphs.iter().map(|p| text_of(p)).collect();
        prop_assert_eq!(shown.join("\n\n"), a.text);
    }
}
