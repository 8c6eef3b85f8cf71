//! Paragraphs of our own whose countries and names are ambiguous (`gold/`), scored: what the rules get right must stay so.

mod texts;

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Prediction, countries, focus, spans};
use dateline_corpus::Article;
use texts::gold;

/// Least F1 of the countries and of each kind of name, and least share of texts whose focus is right, in percent. One
/// mistake more than now of the countries (50 of them) or the people (13) is one too many.
const LEAST: [(&str, f64); 5] = [
    ("countries", 99.0),
    ("focus", 96.0),
    ("PER", 97.0),
    ("ORG", 88.0),
    ("LOC", 97.0),
];

#[test]
fn ambiguous_names_are_read_as_well_as_ever() {
    let analyzer = Analyzer::new();
    let mut sums = [Counts::default(); LEAST.len()];
    let mut wrong = String::new();
    for gold in gold("ambiguous.jsonl") {
        let article = Article {
            id: gold.id.clone(),
            title: gold.title.clone(),
            text: gold.text.clone(),
            ..Article::default()
        };
        let found = Prediction::of(&analyzer.analyze(&article), &gold.text);
        let right = focus(&gold, &found);
        let focused = Counts {
            right: usize::from(right == Some(true)),
            wrong: usize::from(right == Some(false)),
            missed: usize::from(right == Some(false)),
        };
        let of_countries = countries(&gold, &found, false).unwrap_or_default();
        let [per, org, loc] = ["PER", "ORG", "LOC"].map(|kind| spans(&gold, &found, kind));
        for ((sum, counts), (what, _)) in sums.iter_mut().zip([of_countries, focused, per, org, loc]).zip(LEAST) {
            if counts.wrong + counts.missed > 0 {
                wrong += &format!("{} ({}): {what} {counts:?}\n", gold.id, gold.title);
            }
            *sum += counts;
        }
    }
    for (sum, (what, least)) in sums.iter().zip(LEAST) {
        let rate = sum.f1() * 100.0;
        assert!(
            rate >= least,
            "{what}: {rate:.1} %, at least {least} % expected\n{wrong}"
        );
    }
}

#[test]
fn spans_of_the_gold_are_names_in_its_texts() {
    for gold in gold("ambiguous.jsonl") {
        let letters: Vec<char> = gold.text.chars().collect();
        for span in &gold.spans {
            let name: String = letters[span.start..span.end].iter().collect();
            assert!(
                name.starts_with(char::is_uppercase) && !name.ends_with(' '),
                "{}: {name:?}",
                gold.id
            );
        }
    }
}
