//! How many of what, by tables: `qualifier value unit of what`.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::{Analysis, Article, Date};

fn read(text: &str) -> Vec<String> {
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

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expect) in cases {
        assert_eq!(&read(text), expect, "{text}");
    }
}

#[test]
fn money_and_measures() {
    check(&[
        (
            "They gave $1.35 billion in assistance to it.",
            &["1350000000 USD of assistance"],
        ),
        ("They gave US$40 to him and €5m to her.", &["40 USD", "5000000 EUR"]),
        (
            "It cost 3.5 million yen, £2 and ¥1,000.",
            &["3500000 JPY", "2 GBP", "1000 JPY"],
        ),
        ("It cost 3 € 5 or 6.", &["3 EUR", "5-6"]),
        ("It cost 40 yuan or 500 won.", &["40 CNY", "500 KRW"]),
        (
            "Some 70 km from Seoul, 200 kilometers away.",
            &["about 70 km", "200 km"],
        ),
        (
            "It rose 2.5 percent, then 3%, then 4 percentage points.",
            &["2.5 %", "3 %", "4 percentage point"],
        ),
        (
            "It is 70km away and weighs 5kg; $5bn in aid.",
            &["70 km", "5 kg", "5000000000 USD of aid"],
        ),
        ("At 30 degrees Celsius it melted; at -5°C it froze.", &["30 °C", "5 °C"]),
        ("After 20 years, or two decades, it ended.", &["20 year", "20 year"]),
        (
            "A two-day visit and a 20-year lease.",
            &["2 day of visit", "20 year of lease"],
        ),
    ]);
}

#[test]
fn things_counted() {
    check(&[
        (
            "They fired four ballistic missiles at sea.",
            &["4 of ballistic missiles"],
        ),
        (
            "They fired more than 20 ballistic missiles and did two nuclear tests.",
            &["more than 20 of ballistic missiles", "2 of nuclear tests"],
        ),
        (
            "Nearly 1,200 people came, at least 30 of them children.",
            &["nearly 1200 of people", "at least 30"],
        ),
        (
            "Twenty-five men and two hundred women left.",
            &["25 of men", "200 of women"],
        ),
        (
            "Dozens of missiles and hundreds of thousands of men.",
            &["vague of missiles", "vague of men"],
        ),
        (
            "Between 3 and 5 men, 10-15 women, one or two months.",
            &["3-5 of men", "10-15 of women", "1-2 month"],
        ),
        ("About half a million people came.", &["about 500000 of people"]),
    ]);
}

#[test]
fn other_numbers_are_no_figures() {
    check(&[
        (
            "On March 16, 2017, the G-7 met at 10:30 and 3 p.m. on the fifth day.",
            &[],
        ),
        ("The two met; one of them left two weeks ago.", &[]),
        ("The two-plus-two talks of 2016.", &[]),
    ]);
}
