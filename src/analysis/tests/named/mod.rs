//! Every entity of a kind with the words that name it.

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind, How};

/// `key: mention, mention` of one kind, countries' mentions with how they are named.
pub fn check(kind: EntityKind, cases: &[(&str, &[&str])]) {
    let analyzer = Analyzer::new();
    for (text, expect) in cases {
        let article = Article {
            text: (*text).to_owned(),
            ..Article::default()
        };
        let analysis = analyzer.analyze(&article);
        let of_kind = analysis.found.iter().filter(|f| f.entity.key.kind == kind);
        let lines = of_kind.map(|f| {
            let words = f.mentions.iter().map(|m| {
                let words = &text[m.span.start as usize..m.span.end as usize];
                match m.how {
                    How::Metonym => format!("{words} (metonym)"),
                    How::Demonym => format!("{words} (demonym)"),
                    How::Place if kind == EntityKind::Country => format!("{words} (place)"),
                    _ => words.to_owned(),
                }
            });
            format!("{}: {}", f.entity.key.slug, words.collect::<Vec<_>>().join(", "))
        });
        assert_eq!(&lines.collect::<Vec<_>>(), expect, "{text}");
    }
}
