//! Of which kind is a name that no list has? By its letters, the noun before it, and what it does.

mod named;

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind};
use named::check;

#[test]
fn initials_need_no_stops() {
    check(
        EntityKind::Person,
        &[
            (
                "In Perth he added 120 with KL Rahul. AB de Villiers had gone, and DK Shivakumar said so.",
                &[
                    "ab-de-villiers: AB de Villiers",
                    "dk-shivakumar: DK Shivakumar",
                    "kl-rahul: KL Rahul",
                ],
            ),
            (
                "JD Vance said the deal was good. Vance met the chancellor.",
                &["jd-vance: JD Vance, Vance"],
            ),
            // A platform, at the end of a sentence.
            (
                "It stood in a post on X. Filippo Mannino said the island was full. She wrote on X that it was over.",
                &["filippo-mannino: Filippo Mannino"],
            ),
            // A title, and what is no name.
            (
                "PM Modi flew home. The US Smith Fund and the EU Martin Plan were closed.",
                &["modi: Modi"],
            ),
        ],
    );
}

#[test]
fn a_noun_introduces_a_name() {
    check(
        EntityKind::Person,
        &[(
            "The author Pim Vorster and the actor Zedmalone met. The club Karvelo is a leader in sport.",
            &["pim-vorster: Pim Vorster", "zedmalone: Zedmalone"],
        )],
    );
    check(
        EntityKind::Organisation,
        &[(
            "The Russian regulator agency Rozavnia said no. Officials of a border agency, Frontexa, saw the boat.",
            &["frontexa: Frontexa", "rozavnia: Rozavnia"],
        )],
    );
    check(
        EntityKind::Place,
        &[
            (
                "A boat sank off the island of Lampedrosa. Lampedrosa is full.",
                &["lampedrosa-zz: Lampedrosa, Lampedrosa"],
            ),
            (
                "Naz Shah, the MP for Bradford West, said the budget was tight.",
                &["bradford-west-zz: Bradford West"],
            ),
        ],
    );
}

#[test]
fn what_is_measured_is_nobody() {
    let text = "A 538MW farm and a 350MW plant will save 100GW. Trading ended at 1030 GMT.";
    check(EntityKind::Organisation, &[(text, &[])]);
    check(EntityKind::Place, &[(text, &[])]);
}

#[test]
fn a_unit_has_its_number_and_a_state_its_town() {
    check(
        EntityKind::Organisation,
        &[(
            "The 7th Light Mechanised Brigade and the 10th Panzer Division took part.",
            &[
                "10th-panzer-division: 10th Panzer Division",
                "7th-light-mechanised-brigade: 7th Light Mechanised Brigade",
            ],
        )],
    );
    check(
        EntityKind::Place,
        &[(
            "He moved to Bremerton, Washington. Washington imposed sanctions.",
            &[
                "bremerton-us: Bremerton",
                "washington-us: Washington",
                "washington-wa-us: Washington",
            ],
        )],
    );
}

#[test]
fn letters_of_a_body_s_name_in_another_language_are_its_own() {
    check(
        EntityKind::Organisation,
        &[
            (
                "The Alliance of Sahel States (AES) met. The AES issued a statement.",
                &["alliance-of-sahel-states: Alliance of Sahel States, AES, AES"],
            ),
            (
                "He moved to Santa Fe, N.M., and joined the Union of Industrialists (SBI). SBI said so.",
                &["union-of-industrialists: Union of Industrialists, SBI, SBI"],
            ),
        ],
    );
}

#[test]
fn a_place_lies_in_the_country_of_the_people_it_is_said_to_be_of() {
    for (text, expected) in [
        (
            "Boats reached the Italian island of Quibbia. Quibbia has 90 people.",
            "quibbia-it",
        ),
        (
            "They live in the small Armenian border town of Vardenis.",
            "vardenis-am",
        ),
    ] {
        let article = Article {
            text: text.into(),
            ..Article::default()
        };
        let analysis = Analyzer::new().analyze(&article);
        let places = analysis.found.iter().filter(|f| f.entity.key.kind == EntityKind::Place);
        let slugs: Vec<&str> = places.map(|f| f.entity.key.slug.as_str()).collect();
        assert_eq!(slugs, [expected], "{text}");
    }
}

#[test]
fn whoever_is_addressed_by_a_surname_is_a_person_in_full_too() {
    check(
        EntityKind::Person,
        &[
            (
                "Foreign ministers Ararat Mirzoyan and Jeyhun Bayramov spoke for hours. Mr Mirzoyan said the talks were useful.",
                &[
                    "ararat-mirzoyan: Ararat Mirzoyan, Mirzoyan",
                    "jeyhun-bayramov: Jeyhun Bayramov",
                ],
            ),
            ("Mr Washington grew up in Port Washington.", &["washington: Washington"]),
        ],
    );
}
