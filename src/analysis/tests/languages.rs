//! Texts of our own in 28 languages (`gold/languages.jsonl`): countries by name, adjective and abbreviation, in the forms that each
//! language writes them in, and what only looks like one (seas, states of the United States, given names, common words).

mod texts;

use std::collections::BTreeMap;

use dateline_analysis::Analyzer;
use dateline_analysis::score::{Counts, Prediction, countries};
use dateline_corpus::{Article, EntityKind};
use texts::gold;

/// Languages with eight texts each, and the least F1 of each in percent; the others have three texts and are taken together.
const LEAST: [(&str, f64); 9] = [
    ("ar", 95.0),
    ("de", 95.0),
    ("es", 95.0),
    ("fr", 95.0),
    ("ja", 95.0),
    ("ko", 95.0),
    ("pt", 95.0),
    ("ru", 95.0),
    ("zh", 95.0),
];
const LEAST_OF_OTHERS: f64 = 94.0;

fn article(text: &str) -> Article {
    Article {
        text: text.to_owned(),
        ..Article::default()
    }
}

#[test]
fn countries_are_found_in_every_language() {
    let analyzer = Analyzer::new();
    let mut sums: BTreeMap<String, Counts> = BTreeMap::new();
    let mut wrong = String::new();
    for gold in gold("languages.jsonl") {
        let found = Prediction::of(&analyzer.analyze(&article(&gold.text)), &gold.text);
        let counts = countries(&gold, &found, true).expect("all countries are known");
        if counts.wrong + counts.missed > 0 {
            wrong += &format!("{}: {counts:?}\n", gold.id);
        }
        let language = gold.id.split('-').next().unwrap_or_default();
        let main = LEAST.iter().any(|(tag, _)| *tag == language);
        *sums
            .entry(if main { language } else { "others" }.to_owned())
            .or_default() += counts;
    }
    for (language, least) in LEAST.into_iter().chain([("others", LEAST_OF_OTHERS)]) {
        let rate = sums[language].f1() * 100.0;
        assert!(
            rate >= least,
            "{language}: {rate:.1} %, at least {least} % expected\n{wrong}"
        );
    }
}

#[test]
fn mentions_are_what_the_text_says() {
    let analyzer = Analyzer::new();
    for (text, code, expect) in [
        (
            "Le président de l’Italie a rencontré dans la ville les ministres de la Grèce et ses amis.",
            "IT",
            "Italie",
        ),
        (
            "وصل الوزير إلى المدينة ثم تحدث عن العلاقات مع فرنسا وباليابان في هذا العام.",
            "JP",
            "اليابان",
        ),
        (
            "장관은 오늘 한국과 일본에서 회담이 계속될 것이라고 말했다",
            "JP",
            "일본",
        ),
        ("首相は昨日、韓国の大統領と会談した。", "KR", "韓国"),
        (
            "Министр сказал, что переговоры в Японии продолжатся и что он был готов.",
            "JP",
            "Японии",
        ),
    ] {
        let analysis = analyzer.analyze(&article(text));
        let country = analysis
            .found
            .iter()
            .find(|f| f.entity.key.kind == EntityKind::Country && f.entity.key.slug == code);
        let mention = country.unwrap_or_else(|| panic!("{text}: no {code}")).mentions[0];
        assert_eq!(
            &text[mention.span.start as usize..mention.span.end as usize],
            expect,
            "{text}"
        );
    }
}

#[test]
fn english_words_say_nothing_in_other_languages() {
    let analyzer = Analyzer::new();
    // English reads a town, a department of Haiti, a person and a body into these.
    let text = "Die Bundeskanzlerin und der Außenminister der Vereinigten Staaten haben am Donnerstag in der Stadt über den \
                Norden und die Regierung gesprochen, sagte Angela Merkel nach dem Treffen.";
    let names: Vec<String> = analyzer
        .analyze(&article(text))
        .found
        .into_iter()
        .map(|found| found.entity.key.to_string())
        .collect();
    assert_eq!(names, ["country:US", "person:angela-merkel"]);
}
