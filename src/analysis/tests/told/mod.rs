//! What times a text tells, as a table has them.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, Date};

/// As the tables write them.
pub fn read(text: &str, date: Option<Date>) -> Vec<String> {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ONE.get_or_init(Analyzer::new);
    let article = Article {
        text: text.into(),
        date,
        ..Article::default()
    };
    let details = analyzer.details(&article, &dateline_corpus::Analysis::default());
    let times = details.times.iter();
    times
        .map(|t| format!("{}: {}", &text[t.span.start as usize..t.span.end as usize], t.when))
        .collect()
}

/// Each text and what is read in it.
#[track_caller]
pub fn check(cases: &[(&str, &[&str])]) {
    for (text, expect) in cases {
        assert_eq!(&read(text, Date::new(2017, 3, 16)), expect, "{text}");
    }
}
