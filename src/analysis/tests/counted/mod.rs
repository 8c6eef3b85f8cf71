//! What figures a text has, as a table has them.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::{Analysis, Article, Date};

/// As the tables write them.
pub fn read(text: &str) -> Vec<String> {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ONE.get_or_init(Analyzer::new);
    let article = Article {
        text: text.into(),
        date: Date::new(2017, 3, 16),
        ..Article::default()
    };
    let details = analyzer.details(&article, &Analysis::default());
    let figures = details.figures.iter().map(|f| {
        let mut parts: Vec<String> = f.qualifier.iter().map(|q| (*q).to_owned()).collect();
        let upper = f.to.map(|t| format!("-{t}")).unwrap_or_default();
        parts.extend(f.value.map(|v| format!("{v}{upper}")));
        parts.extend(f.unit.map(str::to_owned));
        parts.extend(f.of.map(|o| format!("of {}", &text[o.start as usize..o.end as usize])));
        parts.join(" ")
    });
    figures.collect()
}

/// Each text and what is read in it.
#[track_caller]
pub fn check(cases: &[(&str, &[&str])]) {
    for (text, expect) in cases {
        assert_eq!(&read(text), expect, "{text}");
    }
}
