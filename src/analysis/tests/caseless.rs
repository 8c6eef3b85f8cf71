//! Texts without capitals, and in capitals alone, name what they name in ordinary print.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::Article;

/// `key: mention, mention`, in order of keys.
fn named(text: &str) -> Vec<String> {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    let article = Article {
        text: text.into(),
        ..Article::default()
    };
    let found = ONE.get_or_init(Analyzer::new).analyze(&article).found;
    let of = |one: &dateline_corpus::Found| {
        let words = one
            .mentions
            .iter()
            .map(|m| &text[m.span.start as usize..m.span.end as usize]);
        format!("{}: {}", one.entity.key.slug, words.collect::<Vec<_>>().join(", "))
    };
    found.iter().map(of).collect()
}

/// As it stands, all small, and all large.
fn check(text: &str, expect: &[&str]) {
    assert_eq!(named(&text.to_lowercase()), expect);
    let large: Vec<_> = named(&text.to_uppercase())
        .iter()
        .map(|line| told_small(line))
        .collect();
    assert_eq!(large, expect, "{}", text.to_uppercase());
}

/// Its mentions in small letters.
fn told_small(line: &str) -> String {
    let (key, mentions) = line.split_once(": ").unwrap_or_default();
    format!("{key}: {}", mentions.to_lowercase())
}

#[test]
fn countries_people_and_bodies_without_case() {
    check(
        "The President of Estonia, Alar Karis, met Peter Szijjarto in Tallinn on Monday. Saudi Arabia and the United States \
         will send aid, Szijjarto told the European Commission in the U.K. and in New Zealand.",
        &[
            "EE: estonia, tallinn",
            "GB: u.k.",
            "NZ: new zealand",
            "SA: saudi arabia",
            "US: united states",
            "alar-karis: alar karis",
            "peter-szijjarto: peter szijjarto, szijjarto",
            "european-commission: european commission",
            "tallinn-ee: tallinn",
        ],
    );
}

#[test]
fn words_stay_words() {
    check(
        "The bill may pass if the march goes on in may, and the rose will fall. He said no to the frank mark on the table.",
        &[],
    );
    // What is written with capitals is read by them.
    assert_eq!(
        named("A visit to kenya. He said the man from France and the girl met at the lake in the end."),
        ["FR: France"]
    );
}

#[test]
fn other_languages_without_capitals_are_left_alone() {
    // Hungarian writes adjectives of countries small: its own tables have them.
    for (text, expect) in [
        (
            "le président de la république a rencontré des ministres étrangers mardi, selon des témoins présents sur place.",
            &[] as &[&str],
        ),
        (
            "a magyar és a szerb kormány a határ menti vasút felújításáról egyezett meg, a munkát a jövő évben kezdik.",
            &["HU: magyar", "RS: szerb"],
        ),
        (
            "en båt har försvunnit under en ensamsegling mot kusten, och man har inte hittat den i går.",
            &[],
        ),
    ] {
        assert_eq!(named(text), expect, "{text}");
    }
}
