//! No text, however odd, makes the analysis panic, leave the text's bounds or lose its order.

use std::sync::OnceLock;

use dateline_analysis::{Analyzer, unify};
use dateline_corpus::{Article, EntityKind};
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
    let mut all = [analysis];
    unify(&mut all);
    assert!(all[0].found.is_sorted_by(|a, b| a.entity.key < b.entity.key));
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
    ] {
        check(&unit.repeat(200_000 / unit.len()));
    }
}
