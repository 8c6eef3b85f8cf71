//! Who said what: a text, then every quotation as `kind speaker verb: words`.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::Article;

/// The quotations of a text.
pub fn read(text: &str) -> Vec<String> {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ONE.get_or_init(Analyzer::new);
    let article = Article {
        text: text.into(),
        ..Article::default()
    };
    let analysis = analyzer.analyze(&article);
    let details = analyzer.details(&article, &analysis);
    let quotations = details.quotations.iter().map(|q| {
        let speaker = q.speaker.as_ref().map_or("-".to_owned(), |s| {
            s.key.as_ref().map_or(s.name.clone(), |k| k.slug.clone())
        });
        let verb = q.verb.as_ref().map_or("-", |v| v.lemma);
        let words = &text[q.span.start as usize..q.span.end as usize];
        let words: String = words.chars().take(12).collect();
        format!("{} {speaker} {verb}: {words}", q.kind.word())
    });
    quotations.collect()
}

/// Fails where a text has other quotations.
#[track_caller]
pub fn check(text: &str, expect: &[&str]) {
    assert_eq!(read(text), expect, "{text}");
}
