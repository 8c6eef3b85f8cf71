//! No text, however odd, makes the analysis panic, leave the text's bounds or lose its order.

use std::sync::OnceLock;

use dateline_analysis::{Analyzer, unify};
use dateline_corpus::{Analysis, Article, Date, EntityKind, Span};
use proptest::prelude::*;

fn analyzer() -> &'static Analyzer {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    ONE.get_or_init(Analyzer::new)
}

fn check(text: &str) {
    let article = Article {
        text: text.into(),
        title: text.chars().take(200).collect(),
        ..Article::default()
    };
    let analysis = analyzer().analyze(&article);
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
        }
        // A place's mention is a mention of its country too.
        if found.entity.key.kind == EntityKind::Place {
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
        let details = analyzer().details(&article, analysis);
        assert!(details.quotations.is_sorted_by(|a, b| a.span.start < b.span.start));
        for (i, q) in details.quotations.iter().enumerate() {
            assert!(cut(q.span) && q.parts.iter().all(|p| cut(*p)) && q.parts.is_sorted_by(|a, b| a.end <= b.start));
            assert!(
                q.speaker.as_ref().is_none_or(|s| cut(s.span) && !s.name.is_empty()),
                "{q:?}"
            );
            assert!(q.verb.as_ref().is_none_or(|v| cut(v.span)));
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

proptest! {
    #[test]
    fn any_unicode(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn words_of_names_in_any_order(parts in prop::collection::vec(prop::sample::select(vec![
        "Paris", "Georgia", "Jordan", "St.", "U.S.", "US", "the", "of", "Ministry", "Kim", "Jong-un", "al-", "Assad", "(", ")", ",", ". ", "’s", "'", "-", "\n\n", "President",
        "Bank", "Corp.", "and", "Ky.", "New", "York", "North", "Korea", "İstanbul", "北京", "\u{301}", "ﬁ", "🙂", "NATO", "G-7", "Mr", "J.", "said", "administration", "&", "D-",
    ]), 0..60), spaced in any::<bool>()) {
        check(&parts.join(if spaced { " " } else { "" }));
    }
}

proptest! {
    #[test]
    fn quotations_times_and_figures_in_any_order(parts in prop::collection::vec(prop::sample::select(vec![
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "「", "」", "``", "''", "he", "said", "Rex Tillerson", "the minister", ",", ". ", ": ", "?", "\n\n", "\n", "told", "and", "according to",
        "Thursday", "March", "16", "2017", "last", "next", "week", "past", "two", "hundred", "million", "years", "ago", "-", "/", "3", "1.5", "99999999999999999999999999999", "$", "€", "km", "%",
        "between", "to", "of", "missiles", "dozens", "decades", "more than", "half", "a", "dozen", "½", "٣", "²", "５", "🙂", "\u{301}", "北",
    ]), 0..60), spaced in any::<bool>()) {
        check(&parts.join(if spaced { " " } else { "" }));
    }
}

#[test]
fn a_word_that_a_closing_mark_stands_in_belongs_to_both_sides() {
    check("\"”“”「3‘he”«Thursdaymore than");
}

#[test]
fn long_texts_of_one_kind_are_read_to_the_end() {
    for unit in [
        "A",
        "A ",
        "Paris ",
        "JOHN SMITH ",
        "a Smith, B. Smith, ",
        "(",
        "’s ",
        "Bank of ",
        "al-",
        "U.S.",
        "St. ",
        "the North ",
        "Kim Jong-un, ",
        "X Corp ",
        "\u{301}",
        "北",
        "“",
        "” ",
        "\" ",
        "'a ",
        "‘as’ a ",
        "“a\n\n",
        "“He said ‘a’ ",
        "“A,” he said. ",
        "“A.” ",
        "said ",
        "he said ",
        "two ",
        "two hundred ",
        "9",
        "1,000 ",
        "between 3 and ",
        "last ",
        "Thursday ",
        "March 3/",
        "10 million million ",
        "\n",
    ] {
        check(&unit.repeat(200_000 / unit.len()));
    }
}

#[test]
fn a_megabyte_without_an_end_of_a_sentence_is_read() {
    check(&"he said two “words to Lee ".repeat(1_000_000 / 28));
}
