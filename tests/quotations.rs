//! Who is quoted in five publishers' articles: every quotation with its speaker, told by its first words. The articles are nobody's
//! to publish; most machines have none.

use std::path::PathBuf;

use dateline_analysis::{Analyzer, fingerprint};
use dateline_builder::build;
use dateline_builder::progress::Silent;
use dateline_builder::read;
use dateline_corpus::{Analysis, Article};
use dateline_tests::project::root;

/// Start of the file's name, first words, speaker: the last part of the entity's key, the role as printed, or nobody.
const EXPECTED: [(&str, &str, &str); 33] = [
    ("000", "In the face", "rex-tillerson"),
    ("000", "North Korea and", "rex-tillerson"),
    // The minister himself; the text names him by his office there.
    ("000", "We exchanged views", "Japan’s top diplomat"),
    ("000", "On North Korea", "Japan’s top diplomat"),
    ("000", "China is a", "rex-tillerson"),
    ("000", "His visit is", "fumio-kishida"),
    ("000", "cornerstone of peace", "rex-tillerson"),
    ("000", "At the meeting", "japanese-foreign-ministry"),
    ("001", "new approach", "rex-tillerson"),
    ("001", "So we have", "rex-tillerson"),
    ("001", "That includes a", "rex-tillerson"),
    ("001", "In the face", "rex-tillerson"),
    ("001", "secondary sanctions", "the official"),
    ("001", "substantive, hard", "mark-toner"),
    ("001", "We welcome all", "hua-chunying"),
    ("001", "As long as", "hua-chunying"),
    ("001", "We will be", "rex-tillerson"),
    ("001", "long-standing", "rex-tillerson"),
    ("001", "While the security", "rex-tillerson"),
    ("001", "will destroy the", "pak-myong-ho"),
    ("001", "The radar is", "pak-myong-ho"),
    ("001", "It is also", "pak-myong-ho"),
    ("002", "It is extremely", "fumio-kishida"),
    ("002", "I hope to", "fumio-kishida"),
    ("002", "two-plus-two", ""),
    ("002", "two-plus-two", ""),
    ("003", "failed", "rex-tillerson"),
    ("003", "new approach", "rex-tillerson"),
    ("003", "The United States", "a Foreign Ministry source"),
    ("003", "close coordination", "shinzo-abe"),
    ("004", "play a bigger", "fumio-kishida"),
    ("004", "We agreed that", "fumio-kishida"),
    ("004", "finally and irreversibly", "fumio-kishida"),
];

#[test]
fn speakers_of_five_articles() {
    let folder: PathBuf = root().join("../shared/articles");
    if !folder.is_dir() {
        return;
    }
    let reading = read::read(&[folder], &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    let articles: Vec<_> = reading
        .articles
        .into_iter()
        .map(|r| r.article)
        .filter(|a| !a.path.ends_with("README.md"))
        .collect();
    let analyzer = Analyzer::new();
    let mut got = Vec::new();
    for (article, analysis) in build::analyse(articles, &Silent).unwrap_or_else(|_| panic!("nobody stopped it")) {
        let name = article.path.rsplit('/').next().unwrap_or_default();
        for q in analyzer.details(&article, &analysis).quotations {
            let words = &article.text[q.span.start as usize..q.span.end as usize];
            let words: Vec<&str> = words.split_whitespace().take(3).collect();
            let speaker = q.speaker.map_or(String::new(), |s| s.key.map_or(s.name, |k| k.slug));
            got.push((name[..3].to_owned(), words.join(" "), speaker));
        }
    }
    got.sort_by(|a, b| a.0.cmp(&b.0));
    let wrong: Vec<_> = EXPECTED
        .iter()
        .zip(&got)
        .filter(|(want, got)| got.0 != want.0 || !got.1.starts_with(want.1) || got.2 != want.2)
        .collect();
    assert!(
        wrong.is_empty() && got.len() == EXPECTED.len(),
        "{} found: {wrong:#?}",
        got.len()
    );
}

#[test]
fn speakers_are_those_of_all_articles_though_quotations_are_read_before_these_are_joined() {
    let texts = [
        "Foreign Minister Yun Byung-se met his guest. “We are ready,” Yun Byung-se said on Monday.",
        "The visitor met Foreign Minister Yun Byung-se. Yun Byung-se said: “We agreed on three points.”",
        "Foreign Minister Yoon Byung-Se met his guest. “The talks were long,” Yoon Byung-Se said on Tuesday.",
        "Nobody said a word for 20 minutes.",
    ];
    let articles = || {
        let article = |(i, text): (usize, &&str)| Article {
            id: format!("a{i}"),
            text: (*text).to_owned(),
            ..Article::default()
        };
        texts.iter().enumerate().map(article).collect::<Vec<_>>()
    };
    let analyzer = build::analyzer();
    let quoted = build::analyse(articles(), &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    let (named, details) =
        build::analyse_in_detail(articles(), &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    let mut changed = 0;
    for (((article, analysis), (_, same)), read) in quoted.iter().zip(&named).zip(details) {
        assert_eq!(
            analysis.quotations,
            analyzer.quotations(article, analysis),
            "{}",
            article.text
        );
        assert_eq!((&analysis.found, same.quotations.len()), (&same.found, 0));
        changed += u32::from(fingerprint(&same.found) != read.1);
        assert_eq!(build::details(article, same, read), analyzer.details(article, analysis));
    }
    assert_eq!(changed, 1, "one spelling gives way to the other");
    let speaker = |(_, analysis): &(Article, Analysis)| Some(analysis.quotations.first()?.speaker.clone()?.key?.slug);
    let speakers: Vec<Option<String>> = quoted.iter().map(speaker).collect();
    let yun = Some("yun-byung-se".to_owned());
    assert_eq!(speakers, [yun.clone(), yun.clone(), yun, None]);
    let plain = build::name(articles(), &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    assert_eq!(plain, named);
}
