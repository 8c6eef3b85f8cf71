//! What a text names, by tables: a text, then every entity expected of the kinds asked for with the words that name it.

use std::sync::OnceLock;

use dateline_analysis::{Analyzer, unify};
use dateline_corpus::{Analysis, Article, Doubt, EntityKind, Span};

fn analyzer() -> &'static Analyzer {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    ONE.get_or_init(Analyzer::new)
}

fn read(texts: &[&str]) -> Vec<Analysis> {
    let analyzer = analyzer();
    texts
        .iter()
        .map(|t| {
            analyzer.analyze(&Article {
                text: (*t).into(),
                ..Article::default()
            })
        })
        .collect()
}

/// `key: mention, mention` of one kind, in order of keys and of the text.
fn list(text: &str, analysis: &Analysis, kind: EntityKind) -> Vec<String> {
    let of_kind = analysis.found.iter().filter(|f| f.entity.key.kind == kind);
    of_kind
        .map(|f| {
            let words: Vec<_> = f
                .mentions
                .iter()
                .map(|m| &text[m.span.start as usize..m.span.end as usize])
                .collect();
            format!("{}: {}", f.entity.key.slug, words.join(", "))
        })
        .collect()
}

fn check(kind: EntityKind, cases: &[(&str, &[&str])]) {
    let texts: Vec<_> = cases.iter().map(|c| c.0).collect();
    for ((text, expect), analysis) in cases.iter().zip(read(&texts)) {
        assert_eq!(&list(text, &analysis, kind), expect, "{text}");
    }
}

#[test]
fn people_are_found_without_their_titles_and_known_again_by_surname() {
    check(
        EntityKind::Person,
        &[
            (
                "U.S. Secretary of State Rex Tillerson met Foreign Minister Fumio Kishida. Tillerson spoke first; Kishida’s aides waited.",
                &[
                    "fumio-kishida: Fumio Kishida, Kishida",
                    "rex-tillerson: Rex Tillerson, Tillerson",
                ],
            ),
            (
                "Acting President Hwang Kyo-ahn received Yun Byung-Se and Premier of the State Council Li Keqiang. Hwang smiled.",
                &[
                    "hwang-kyo-ahn: Hwang Kyo-ahn, Hwang",
                    "li-keqiang: Li Keqiang",
                    "yun-byung-se: Yun Byung-Se",
                ],
            ),
            (
                "Russia backs Syrian President Bashar al-Assad. The Assad government denied it.",
                &["bashar-al-assad: Bashar al-Assad, Assad"],
            ),
            (
                "In the last months of the Obama administration nothing moved.",
                &["obama: Obama"],
            ),
            (
                "He is in talks with President (Vladimir) Putin, the ministry said.",
                &["vladimir-putin: Putin"],
            ),
            (
                "Hillary Clinton spoke for Bill Clinton. Mrs Clinton smiled. Later Clinton left.",
                &[
                    "bill-clinton: Bill Clinton",
                    "hillary-clinton: Hillary Clinton, Clinton, Clinton",
                ],
            ),
            (
                "Paris Hilton flew home with Chad Smith and George W. Bush.",
                &[
                    "chad-smith: Chad Smith",
                    "george-w-bush: George W. Bush",
                    "paris-hilton: Paris Hilton",
                ],
            ),
            (
                "On Thursday Part Two of the Two Plus Two talks began. Will they end? May Day is near.",
                &[],
            ),
        ],
    );
}

#[test]
fn bodies_are_found_by_head_suffix_list_and_abbreviation() {
    check(
        EntityKind::Organisation,
        &[
            (
                "The Japanese Foreign Ministry said so. Japan’s Foreign Ministry repeated it; the Foreign Ministry was sure.",
                &["japanese-foreign-ministry: Japanese Foreign Ministry, Foreign Ministry, Foreign Ministry"],
            ),
            (
                "A Japanese foreign ministry official left.",
                &["japanese-foreign-ministry: Japanese foreign ministry"],
            ),
            (
                "He led Exxon Mobil Corp. and then joined the University of Chicago.",
                &[
                    "exxon-mobil: Exxon Mobil Corp.",
                    "university-of-chicago: University of Chicago",
                ],
            ),
            (
                "Zorblatt Kranich Ltd fell. Analysts like Zorblatt Kranich.",
                &["zorblatt-kranich: Zorblatt Kranich Ltd, Zorblatt Kranich"],
            ),
            (
                "The Syrian Observatory for Marsh Birds (SOMB) counted. The SOMB said more.",
                &["syrian-observatory-for-marsh-birds: Syrian Observatory for Marsh Birds, SOMB, SOMB"],
            ),
            (
                "The EU, the U.N., ASEAN and the G-7 agreed.",
                &[
                    "association-of-southeast-asian-nations: ASEAN",
                    "european-union: EU",
                    "group-of-seven: G-7",
                    "united-nations: U.N.",
                ],
            ),
            ("The Foreign Minister and the President met in the House.", &[]),
            ("In the central business district (CBD) they closed the CBD.", &[]),
        ],
    );
}

#[test]
fn countries_are_told_from_their_namesakes() {
    check(
        EntityKind::Country,
        &[
            (
                "The U.S., the UAE, N. Korea and the DPRK told us so.",
                &["AE: UAE", "KP: N. Korea, DPRK", "US: U.S."],
            ),
            (
                "New Mexico and Indiana are states; British Columbia is a province.",
                &["CA: British Columbia", "US: New Mexico, Indiana"],
            ),
            (
                "Tbilisi is the capital of Georgia, and Georgian troops left for Russia.",
                &["GE: Tbilisi, Georgia, Georgian", "RU: Russia"],
            ),
            (
                "About 2,000 people marched in Georgia’s capital. Protesters in Georgia’s port of Batumi were arrested.",
                &["GE: Georgia, Georgia, Batumi"],
            ),
            (
                "Atlanta is the largest city in Georgia, ahead of Savannah, and close to Alabama.",
                &["US: Atlanta, Georgia, Savannah, Alabama"],
            ),
            ("Michael Jordan scored. Jordan was pleased.", &[]),
            (
                "Refugees from Syria crossed into Jordan and Turkey.",
                &["JO: Jordan", "SY: Syria", "TR: Turkey"],
            ),
            (
                "Ships left the East China Sea and the Gulf of Mexico for the Korean Peninsula.",
                &[],
            ),
            ("The EU and ASEAN are no countries, nor is the Middle East.", &[]),
            (
                "Washington and Beijing disagree; the Kremlin and the White House too.",
                &["CN: Beijing", "RU: Kremlin", "US: Washington, White House"],
            ),
            (
                "The Bank of China lent, the Japanese Foreign Ministry thanked.",
                &["CN: China", "JP: Japanese"],
            ),
            (
                "North Korea fired. The North said the South had started; up north it was cold.",
                &["KP: North Korea, North"],
            ),
            ("It cost US$40, or 40 US dollars, and she speaks French.", &[]),
            (
                "He is from Paris, Texas, not from Edmonton, Ky.",
                &["US: Paris, Texas, Edmonton, Ky"],
            ),
        ],
    );
}

#[test]
fn places_lie_where_the_text_says() {
    check(
        EntityKind::Place,
        &[
            (
                "TOKYO (Reuters) - From Hokkaido he flew to Viareggio.",
                &["hokkaido-jp: Hokkaido", "tokyo-jp: TOKYO", "viareggio-it: Viareggio"],
            ),
            (
                "She moved from Paris, Texas, to Alexandria, Va.",
                &[
                    "alexandria-us: Alexandria",
                    "paris-us: Paris",
                    "texas-us: Texas",
                    "virginia-us: Va",
                ],
            ),
            (
                "Reading a Nice book in the Bath, he met Lincoln Steffens and Florence Nightingale.",
                &[],
            ),
            (
                "St. Peter’s Hospital on Dublin Road belongs to the Kennedy Elementary School.",
                &["dublin-road-zz: Dublin Road"],
            ),
            // The rules take these for no places by themselves; the text names their country.
            (
                "The United States said so. The suit comes before Denver District Judge Robert Hyatt on Friday.",
                &["denver-us: Denver"],
            ),
            (
                "With offices in Sydney, West Palm Beach, New York and Detroit, the firm sells boats in the United States.",
                &[
                    "detroit-us: Detroit",
                    "new-york-city-us: New York",
                    "sydney-au: Sydney",
                    "west-palm-beach-us: West Palm Beach",
                ],
            ),
        ],
    );
    check(
        EntityKind::Region,
        &[(
            "Islands in the East and South China seas, and the Korean peninsula.",
            &[
                "east-china-sea: East and South China seas",
                "korean-peninsula: Korean peninsula",
                "south-china-sea: East and South China seas",
            ],
        )],
    );
}

#[test]
fn a_place_that_no_table_has_is_doubtful_and_in_no_country() {
    let article = Article {
        text: "She lives in the village of Pokrovskaya Dolina near Denver in the United States.".into(),
        ..Article::default()
    };
    let analysis = Analyzer::new().analyze(&article);
    let places = analysis.found.iter().filter(|f| f.entity.key.kind == EntityKind::Place);
    let told: Vec<_> = places
        .map(|f| (f.entity.name.as_str(), f.entity.country.is_some(), f.mentions[0].doubt))
        .collect();
    assert_eq!(
        told,
        [
            ("Denver", true, None),
            ("Pokrovskaya Dolina", false, Some(Doubt::Unlisted))
        ]
    );
}

#[test]
fn a_place_that_the_tagger_and_the_tables_place_is_explained_by_both() {
    let article = Article {
        text: "The United States said so. The suit comes before Denver District Judge Robert Hyatt.".into(),
        ..Article::default()
    };
    let reasons = Analyzer::new().explain(&article);
    let why = |kind| {
        let at = |span: &Span| &article.text[span.start as usize..span.end as usize] == "Denver";
        let found = reasons.iter().find(|((of, span), _)| *of == kind && at(span));
        found.map(|(_, why)| why.as_str()).unwrap_or_default()
    };
    assert!(
        why(EntityKind::Place).ends_with("the tables have a place of this name in a country that the text names"),
        "{}",
        why(EntityKind::Place)
    );
    assert!(
        why(EntityKind::Country).starts_with("by the place named there"),
        "{}",
        why(EntityKind::Country)
    );
}

#[test]
fn the_headline_and_the_lead_set_the_focus() {
    let analyzer = analyzer();
    let article = Article {
        title: "Italy votes".into(),
        text: "Voters in Italy chose. Rome was calm, and Italian banks gained. France watched.".into(),
        ..Article::default()
    };
    let focus: Vec<_> = analyzer
        .analyze(&article)
        .focus
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(focus, ["IT"]);
}

#[test]
fn articles_agree_on_names_whatever_their_order() {
    let texts = [
        "Foreign Minister Yoon Byung-se met Shinzo Abe.",
        "Foreign Minister Yun Byung-Se spoke. Yun Byung-Se left.",
        "Prime Minister Abe was there with a man from the OMSP, officials of the OMSP said.",
        "The Office for Marsh Surveying Projects opened.",
        "John Smith met Jane Smith.",
        "Mr Smith came too.",
    ];
    let keys = |order: &[usize]| {
        let mut analyses = read(&order.iter().map(|&i| texts[i]).collect::<Vec<_>>());
        unify(&mut analyses);
        let mut named: Vec<_> = order
            .iter()
            .zip(&analyses)
            .map(|(i, a)| {
                (
                    *i,
                    a.found
                        .iter()
                        .map(|f| (f.entity.key.to_string(), f.entity.name.clone()))
                        .collect::<Vec<_>>(),
                )
            })
            .collect();
        named.sort();
        named
    };
    let one = keys(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(one, keys(&[5, 3, 1, 0, 2, 4]));
    let has = |i: usize, key: &str| assert!(one[i].1.iter().any(|(k, _)| k == key), "{key} in {:?}", one[i]);
    has(0, "person:yun-byung-se");
    has(1, "person:yun-byung-se");
    has(2, "person:shinzo-abe");
    has(2, "organisation:office-for-marsh-surveying-projects");
    // Two Smiths: the bare one stays apart.
    has(5, "person:smith");
}

#[test]
fn a_bare_surname_is_whom_far_more_articles_name() {
    let one = "Premier Anna Brandvoll spoke.";
    let mut texts = vec![one; 5];
    texts.extend(["Premier Brandvoll smiled.", "Olav Brandvoll swam."]);
    let mut analyses = read(&texts);
    unify(&mut analyses);
    let smiled = &analyses[5].found;
    assert_eq!(
        list(texts[5], &analyses[5], EntityKind::Person),
        ["anna-brandvoll: Brandvoll"]
    );
    assert!(
        smiled
            .iter()
            .all(|f| f.mentions.iter().all(|m| m.doubt == Some(Doubt::Elsewhere)))
    );
    // Of two that are named as often it is neither.
    let mut analyses = read(&[one, texts[5], texts[6]]);
    unify(&mut analyses);
    assert_eq!(
        list(texts[5], &analyses[1], EntityKind::Person),
        ["brandvoll: Brandvoll"]
    );
}

#[test]
fn a_region_is_told_once_and_by_a_longer_name_too() {
    let texts = [
        "Envoys spoke about the Korean peninsula on Monday. The Korean peninsula is tense, said Ann Lee.",
        "Trade in the Asia-Pacific region grew. Firms in the Asia-Pacific region hired.",
    ];
    for (text, region) in texts.iter().zip(["region:korean-peninsula", "region:asia-pacific"]) {
        let analyses = read(&[*text]);
        let places: Vec<_> = analyses[0]
            .found
            .iter()
            .map(|f| (f.entity.key.to_string(), f.mentions.len()))
            .filter(|(key, _)| key.starts_with("place") || key.starts_with("region"))
            .collect();
        assert_eq!(places, [(region.to_owned(), 2)], "{text}");
    }
}
