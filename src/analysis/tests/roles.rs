//! Titles before names and descriptions without a name, by tables: a text, then what is found in it of people.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind, How, called};

fn analyzer() -> &'static Analyzer {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    ONE.get_or_init(Analyzer::new)
}

fn article(text: &str) -> Article {
    Article {
        text: text.into(),
        ..Article::default()
    }
}

/// `key: description` of each, in order of keys and of the text.
fn described(text: &str) -> Vec<String> {
    let analysis = analyzer().analyze(&article(text));
    let mut all = Vec::new();
    for found in &analysis.found {
        for mention in found.mentions.iter().filter(|m| m.how == How::Role) {
            let words = called(text, mention.span, 0).unwrap_or_default();
            all.push(format!("{}: {words}", found.entity.key.slug));
        }
    }
    all
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expect) in cases {
        assert_eq!(&described(text), expect, "{text}");
    }
}

#[test]
fn a_name_keeps_the_title_before_it_and_its_place() {
    for (text, expect) in [
        (
            "U.S. Secretary of State Rex Tillerson met Foreign Minister Fumio Kishida.",
            &[
                "Foreign Minister Fumio Kishida",
                "U.S. Secretary of State Rex Tillerson",
            ][..],
        ),
        (
            "The French President Emmanuel Macron and former Deputy Prime Minister Dr. Ann Lee spoke.",
            &[
                "former Deputy Prime Minister Dr. Ann Lee",
                "French President Emmanuel Macron",
            ],
        ),
        // Forms of address say nothing of what somebody is, and words before a title are not of it.
        (
            "Mr. Tom Baker met Mrs. Jane Miller. On Monday striker John Cole told Mayor Tom Baker so.",
            &["Jane Miller", "striker John Cole", "Tom Baker", "Mayor Tom Baker"],
        ),
        (
            "Harbour Bank chief executive Mary Stone resigned. Stone was 60.",
            &["Harbour Bank chief executive Mary Stone", "Stone"],
        ),
    ] {
        let analysis = analyzer().analyze(&article(text));
        let people = analysis
            .found
            .iter()
            .filter(|f| f.entity.key.kind == EntityKind::Person);
        let all: Vec<_> = people
            .flat_map(|f| &f.mentions)
            .map(|m| called(text, m.span, m.title).unwrap_or_default())
            .collect();
        assert_eq!(all, expect, "{text}");
    }
}

#[test]
fn a_description_means_the_one_who_has_the_office() {
    check(&[
        (
            "U.S. Secretary of State Rex Tillerson arrived on Monday. The top U.S. diplomat will meet Washington’s allies.",
            &["rex-tillerson: The top U.S. diplomat"],
        ),
        (
            "Secretary of State Rex Tillerson spoke. Later America’s top diplomat left; the secretary of state was tired.",
            &[
                "rex-tillerson: America’s top diplomat",
                "rex-tillerson: the secretary of state",
            ],
        ),
        // Beside the name, before or behind it, and with an age.
        (
            "Fumio Kishida, Japan’s foreign minister, spoke. The Japanese minister left.",
            &["fumio-kishida: The Japanese minister"],
        ),
        (
            "The finance minister, Maria Santos, resigned. Reporters asked the minister why.",
            &["maria-santos: the minister"],
        ),
        (
            "Mary Stone, 54, chief executive of Harbour Bank, resigned. The bank’s chief executive gave no reason.",
            &["mary-stone: The bank’s chief executive"],
        ),
        // A sentence says so.
        (
            "John Cole became mayor of Springfield. The mayor lives in a small house.",
            &["john-cole: The mayor"],
        ),
        (
            "John Cole was elected governor in May. On Friday the governor signed the bill.",
            &["john-cole: the governor"],
        ),
        // A short form before a name, the whole word without.
        (
            "Sen. Ann Lee voted against it, the senator’s office said.",
            &["ann-lee: the senator"],
        ),
        // Who leads a country.
        (
            "Russian President Vladimir Putin flew to Paris, where the Russian leader dined.",
            &["vladimir-putin: the Russian leader"],
        ),
        (
            "North Korean leader Kim Jong Un watched. The North Korean leader smiled, and the leader waved.",
            &["kim-jong-un: The North Korean leader", "kim-jong-un: the leader"],
        ),
        // The country is the one that the text speaks of.
        (
            "President Serzh Sargsyan came home to Armenia. In Armenia the president of Armenia opened a school.",
            &["serzh-sargsyan: the president of Armenia"],
        ),
    ]);
}

#[test]
fn a_country_in_a_description_stays_one_that_is_named() {
    let text = "U.S. Secretary of State Rex Tillerson arrived. The top U.S. diplomat slept.";
    let analysis = analyzer().analyze(&article(text));
    let country = analysis.found.iter().find(|f| f.entity.key.to_string() == "country:US");
    assert_eq!(country.map(|f| f.mentions.len()), Some(2));
}

#[test]
fn a_description_that_may_be_two_or_somebody_else_means_nobody() {
    for text in [
        // Two have it, by name.
        "Foreign Minister Fumio Kishida met Foreign Minister Wang Yi. The foreign minister smiled.",
        "Senator Ann Lee and Senator Tom Baker spoke. The senator left.",
        // Another one has it, without a name.
        "Japanese Foreign Minister Fumio Kishida met his colleague. The Chinese foreign minister smiled; the foreign minister left.",
        "Senator Ann Lee spoke. A senator from Texas disagreed, and the senator left.",
        // Of another country, another rank, another time, another body, another portfolio.
        "Japanese Prime Minister Shinzo Abe spoke. The British prime minister listened.",
        "Former President Ann Lee spoke. The president listened.",
        "Deputy Finance Minister Maria Santos spoke. The finance minister listened.",
        "Finance Minister Maria Santos spoke. The health minister listened.",
        "Tom Baker, president of Harbour Bank, spoke. The president of Granite Oil listened, and the president waved.",
        "Prime Minister Ann Lee spoke. The minister listened.",
        "Attorney General Ann Lee spoke. The general said nothing.",
        // No one in particular.
        "Foreign Minister Fumio Kishida spoke. Foreign ministers listened; no foreign minister left, and any minister may speak.",
        // What somebody is or wants to be.
        "Mayor John Cole spoke. Ann Lee will never be the mayor, said the mayor candidate and the mayor of Springfield, Tom Baker.",
        "Mayor John Cole spoke, but he is no longer the mayor.",
        "Mayor John Cole spoke. The mayor’s job is hard, and the mayor post is badly paid.",
        // Not said yet, and said only behind a relative pronoun.
        "The president slept. President Ann Lee woke.",
        "President Ann Lee spoke of the president who lost the war.",
        // Of several at once.
        "President Ann Lee flew to meet the president, prime minister and foreign minister of Latvia.",
        // A body's name, a woman's word.
        "Prime Minister Ann Lee spoke. The Prime Minister’s Office denied it was the Prime Minister Lee Centre.",
        "Company spokesman Tom Baker spoke. The spokeswoman listened.",
    ] {
        assert_eq!(described(text), [""; 0], "{text}");
    }
}

#[test]
fn a_description_that_speaks_is_the_one_it_means() {
    for (text, expect) in [
        (
            "U.S. Secretary of State Rex Tillerson came. “We are ready,” the top U.S. diplomat said.",
            "rex-tillerson role",
        ),
        (
            "Finance Minister Maria Santos came. “We are ready,” said the finance minister.",
            "maria-santos role",
        ),
        (
            "Finance Minister Maria Santos came. “We are ready,” said the health minister.",
            "- role",
        ),
    ] {
        let article = article(text);
        let details = analyzer().details(&article, &analyzer().analyze(&article));
        let speaker = details.quotations[0].speaker.as_ref().expect("a speaker");
        let key = speaker.key.as_ref().map_or("-", |key| key.slug.as_str());
        assert_eq!(format!("{key} {}", speaker.called.word()), expect, "{text}");
    }
}

#[test]
fn a_pronoun_is_nobody_s_who_is_known_to_be_of_the_other_sex() {
    for (text, expect) in [
        (
            "Maria Santos met Tom Baker in Rome. Tom Baker smiled. “We are ready,” she said.",
            "maria-santos",
        ),
        (
            "Tom Baker spoke to reporters. The day was warm. “We are ready,” she said.",
            "-",
        ),
        // By a form of address, by a word for an office.
        (
            "Mrs. Robin Cole met reporters. Tom Baker was there. “We are ready,” she said.",
            "robin-cole",
        ),
        (
            "Company spokeswoman Robin Cole came late. Tom Baker came early. “We are ready,” she said.",
            "robin-cole",
        ),
        // Nothing tells.
        ("Robin Cole spoke to reporters. “We are ready,” she said.", "robin-cole"),
    ] {
        let article = article(text);
        let details = analyzer().details(&article, &analyzer().analyze(&article));
        let speaker = details.quotations[0].speaker.as_ref();
        let key = speaker
            .and_then(|s| s.key.as_ref())
            .map_or("-", |key| key.slug.as_str());
        assert_eq!(key, expect, "{text}");
    }
}

#[test]
fn a_reason_says_where_the_office_was_told() {
    let text = "U.S. Secretary of State Rex Tillerson arrived. The top U.S. diplomat slept.";
    let reasons = analyzer().explain(&article(text));
    let said = "here only Rex Tillerson is that, by “U.S. Secretary of State Rex Tillerson”";
    assert!(reasons.values().any(|why| why.contains(said)), "{reasons:?}");
}
