//! The bundled articles: complete, in our own words, and with every fact of what they were written after.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dateline_builder::progress::Silent;
use dateline_builder::read::{self, Read};
use dateline_corpus::Article;
use dateline_tests::project::root;

fn articles(folder: &Path) -> Vec<Article> {
    let reading = read::read(&[folder.to_path_buf()], &Silent).unwrap_or_else(|_| panic!("nobody stopped it"));
    let mut articles: Vec<Article> = reading
        .articles
        .into_iter()
        .map(|Read { article, .. }| article)
        .collect();
    articles.retain(|article| !article.path.ends_with("README.md"));
    articles
}

fn ours() -> Vec<Article> {
    articles(&root().join("corpus"))
}

/// The publishers' articles, where they lie beside the checkout. They are nobody's to publish: most machines have none.
fn theirs() -> Option<Vec<Article>> {
    let folder: PathBuf = root().join("../shared/articles");
    folder.is_dir().then(|| articles(&folder))
}

/// Words without their marks, in lower case.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        word.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    text.split_whitespace()
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect()
}

/// A text without what stands in quotation marks.
fn unquoted(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '“' => inside = true,
            '”' => {
                inside = false;
                out.push_str(" | ");
            }
            '"' => {
                inside = !inside;
                out.push_str(" | ");
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Numbers written in digits, thousands joined: `1.35`, `20`, `2017`.
fn numbers(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() || (!number.is_empty() && (c == '.' || c == ',')) {
            number.push(c);
        } else if !number.is_empty() {
            found.insert(number.trim_end_matches(['.', ',']).replace(',', ""));
            number.clear();
        }
    }
    found
}

/// Of `ours` the one written after `original`: the one that shares most of its rarer words.
fn after<'a>(original: &Article, ours: &'a [Article]) -> &'a Article {
    let theirs: BTreeSet<String> = words(&original.text).into_iter().collect();
    let shared = |article: &&Article| {
        let of_ours: BTreeSet<String> = words(&article.text).into_iter().collect();
        // In hundredths of the smaller set.
        of_ours.intersection(&theirs).count() * 100 / of_ours.len().min(theirs.len()).max(1)
    };
    ours.iter()
        .max_by_key(shared)
        .unwrap_or_else(|| panic!("there are bundled articles"))
}

#[test]
fn five_articles_say_what_they_are() {
    let ours = ours();
    assert_eq!(ours.len(), 5);
    for article in &ours {
        let path = &article.path;
        assert!(!article.title.is_empty(), "{path}: title");
        assert!(article.date.is_some(), "{path}: date");
        assert!(!article.language.is_empty(), "{path}: language");
        assert!(!article.source.is_empty() || !article.url.is_empty(), "{path}: source");
        // Where no outlet is known, the source says so.
        assert!(
            !article.outlet.is_empty() || article.source.contains("outlet not named"),
            "{path}: outlet"
        );
        assert!(
            article.text.split("\n\n").count() > 3,
            "{path}: an article has paragraphs"
        );
    }
    let ids: BTreeSet<&str> = ours.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids.len(), 5);
}

#[test]
fn no_sentence_of_the_publishers_is_in_ours() {
    let Some(theirs) = theirs() else { return };
    assert_eq!(theirs.len(), 5);
    /// Words in a row that make a sentence somebody's own, and not a name or a phrase of the trade.
    const RUN: usize = 8;
    for original in &theirs {
        let text = words(&original.text);
        let runs: BTreeSet<&[String]> = text.windows(RUN).collect();
        for article in ours() {
            for part in unquoted(&article.text).split('|') {
                let part = words(part);
                let copied = part.windows(RUN).find(|run| runs.contains(run));
                assert!(
                    copied.is_none(),
                    "{}: {:?} is in {}",
                    article.path,
                    copied.map(|run| run.join(" ")),
                    original.path
                );
            }
        }
    }
}

#[test]
fn every_number_of_the_publishers_is_in_ours() {
    let Some(theirs) = theirs() else { return };
    let ours = ours();
    for original in &theirs {
        let article = after(original, &ours);
        let date = article.date.map(|d| d.to_string()).unwrap_or_default();
        let said = numbers(&format!("{} {} {} {date}", article.title, article.text, article.source));
        let missing: Vec<String> = numbers(&original.text)
            .into_iter()
            .filter(|n| !said.contains(n))
            .collect();
        assert!(
            missing.is_empty(),
            "{} lacks {missing:?} of {}",
            article.path,
            original.path
        );
    }
}

#[test]
fn each_of_ours_is_written_after_another_of_theirs() {
    let Some(theirs) = theirs() else { return };
    let ours = ours();
    let paired: BTreeSet<&str> = theirs
        .iter()
        .map(|original| after(original, &ours).id.as_str())
        .collect();
    assert_eq!(paired.len(), theirs.len());
    for original in &theirs {
        let article = after(original, &ours);
        if let Some(date) = original.date {
            assert_eq!(article.date, Some(date), "{} and {}", article.path, original.path);
        }
    }
}

#[test]
fn the_plain_text_reader_finds_the_parts_of_the_publishers_files() {
    let Some(theirs) = theirs() else { return };
    for original in &theirs {
        let path = &original.path;
        assert!(original.title.len() < 150, "{path}: {:?}", original.title);
        assert!(!original.text.contains("More Stories"), "{path}: navigation is dropped");
        let paragraphs: Vec<&str> = original.text.split("\n\n").collect();
        assert!(paragraphs.len() > 2, "{path}: {} paragraphs", paragraphs.len());
        for paragraph in paragraphs {
            assert!(
                !paragraph.contains('\n'),
                "{path}: wrapped lines are joined: {paragraph:.80}"
            );
        }
    }
    let dates: Vec<String> = theirs.iter().filter_map(|a| a.date).map(|d| d.to_string()).collect();
    assert_eq!(
        dates,
        ["2017-03-17"],
        "one file gives a year; the others stay undated rather than guessed"
    );
    assert!(
        theirs.iter().filter(|a| !a.outlet.is_empty()).count() >= 2,
        "outlets are found where the files name them"
    );
}
