//! What holds of every analysis, whatever the text: shared with the fuzz target.

use std::sync::LazyLock;

use dateline_analysis::{Analyzer, unify};
use dateline_corpus::{Analysis, Article, Date, EntityKind, How, Span, called};

/// Building its automata takes longer than a text.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// Languages with ways of their own to write a country's name.
const LANGUAGES: [&str; 10] = ["fr", "ru", "ar", "he", "ko", "zh", "ja", "tr", "hi", "th"];

/// Analyses a text, as it is and as one in another language, and fails where what is found does not lie in it.
pub fn check(text: &str) {
    check_in("", text);
    check_in(LANGUAGES[text.len() % LANGUAGES.len()], text);
}

/// As [`check`], in the language of a tag.
pub fn check_in(language: &str, text: &str) {
    let article = Article {
        language: language.into(),
        text: text.into(),
        title: text.chars().take(200).collect(),
        ..Article::default()
    };
    let analysis = ANALYZER.analyze(&article);
    assert!(analysis.found.is_sorted_by(|a, b| a.entity.key < b.entity.key));
    for found in &analysis.found {
        assert!(!found.mentions.is_empty() && !found.entity.name.is_empty() && !found.entity.key.slug.is_empty());
        assert!(
            found.mentions.is_sorted_by(|a, b| a.span < b.span),
            "{:?}",
            found.entity.key
        );
        for mention in &found.mentions {
            let (start, end) = (mention.span.start as usize, mention.span.end as usize);
            assert!(start < end && text.get(start..end).is_some());
            assert!(called(text, mention.span, mention.title).is_some_and(|called| called.len() >= end - start));
            let is_person = found.entity.key.kind == EntityKind::Person;
            assert!(is_person || mention.title == 0 && mention.how != How::Role);
        }
        // A place's mention is a mention of its country too, where that is known.
        if found.entity.key.kind == EntityKind::Place && found.entity.country.is_some() {
            let country = analysis
                .found
                .iter()
                .find(|f| f.entity.key.as_country().is_some() && f.entity.key.as_country() == found.entity.country);
            assert!(
                found
                    .mentions
                    .iter()
                    .all(|m| country.is_some_and(|c| c.mentions.iter().any(|n| n.span == m.span)))
            );
        }
    }
    assert!(analysis.focus.len() <= 3);
    details(&article, &analysis);
    let mut all = [analysis];
    unify(&mut all);
    assert!(all[0].found.is_sorted_by(|a, b| a.entity.key < b.entity.key));
}

/// Whether a stretch cuts no word.
fn is_whole(text: &str, span: Span) -> bool {
    let (before, rest) = text.split_at(span.start as usize);
    let (inner, after) = rest.split_at((span.end - span.start) as usize);
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let cut = |a: &str, b: &str| letter(a.chars().next_back()) && letter(b.chars().next());
    !cut(before, inner) && !cut(inner, after)
}

/// Quotations, times and figures lie in the text, in order.
fn details(article: &Article, analysis: &Analysis) {
    let text = &article.text;
    let cut = |s: Span| {
        text.get(s.start as usize..s.end as usize)
            .is_some_and(|t| !t.is_empty())
    };
    for date in [
        None,
        Date::new(2017, 3, 16),
        Date::new(1, 1, 1),
        Date::new(9999, 12, 31),
    ] {
        let article = Article {
            text: text.clone(),
            date,
            ..Article::default()
        };
        let details = ANALYZER.details(&article, analysis);
        assert!(details.quotations.is_sorted_by(|a, b| a.span.start < b.span.start));
        for (i, q) in details.quotations.iter().enumerate() {
            assert!(cut(q.span) && q.parts.iter().all(|p| cut(*p)) && q.parts.is_sorted_by(|a, b| a.end <= b.start));
            let speaks = |s: Span| cut(s) && is_whole(text, s);
            assert!(
                q.speaker.as_ref().is_none_or(|s| speaks(s.span) && !s.name.is_empty()),
                "{q:?}"
            );
            assert!(q.verb.as_ref().is_none_or(|v| speaks(v.span)), "{q:?}");
            assert!(q.inside.is_none_or(|o| {
                let around = details.quotations[o].span;
                o < i && around.start <= q.span.start && q.span.end <= around.end
            }));
        }
        assert!(details.times.iter().all(|t| cut(t.span)));
        assert!(details.times.is_sorted_by(|a, b| a.span.end <= b.span.start));
        assert!(details.figures.iter().all(|f| cut(f.span) && f.of.is_none_or(cut)));
        assert!(details.figures.is_sorted_by(|a, b| a.span.end <= b.span.start));
    }
}
