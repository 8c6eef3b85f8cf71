//! Whom and what does a name mean that others have too? A text, then every entity of the kind with the words that name it.

mod named;

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, EntityKind};
use named::check;

#[test]
fn a_shared_surname_goes_by_address_title_and_who_comes_first() {
    check(
        EntityKind::Person,
        &[
            (
                "Peter Garcia met Susan Garcia. Mr. Garcia left; Ms. Garcia stayed. Then Garcia slept.",
                &[
                    "peter-garcia: Peter Garcia, Garcia, Garcia",
                    "susan-garcia: Susan Garcia, Garcia",
                ],
            ),
            (
                "Laura Peters sang. President Daniel Peters came with his son Walter Peters. President Peters waved.",
                &[
                    "daniel-peters: Daniel Peters, Peters",
                    "laura-peters: Laura Peters",
                    "walter-peters: Walter Peters",
                ],
            ),
            (
                "John H. Adams and John K. Adams are cousins.",
                &["john-h-adams: John H. Adams", "john-k-adams: John K. Adams"],
            ),
            (
                "Gov. Maria Lopez Herrera signed. “No,” Lopez Herrera said. Maria L. Herrera agreed.",
                &["maria-lopez-herrera: Maria Lopez Herrera, Lopez Herrera, Maria L. Herrera"],
            ),
        ],
    );
}

#[test]
fn months_and_places_are_people_where_the_words_around_say_so() {
    check(
        EntityKind::Person,
        &[
            (
                "Brian May said in May that he would play. Mr May left on May 4. By May all was over.",
                &["brian-may: Brian May, May"],
            ),
            ("The hearing starts Jan 16. It snowed on Feb 2.", &[]),
            (
                "April Jones and June Brown came.",
                &["april-jones: April Jones", "june-brown: June Brown"],
            ),
            (
                "London Marsh, the mayor of Leeds, came. Israel Zorov said no.",
                &["israel-zorov: Israel Zorov", "london-marsh: London Marsh"],
            ),
            (
                "\"We’ve waited,\" said Ann Lee. They’ve gone. You’ll see.",
                &["ann-lee: Ann Lee"],
            ),
        ],
    );
}

#[test]
fn a_country_is_meant_by_its_ministries_and_capitals() {
    check(
        EntityKind::Country,
        &[
            (
                "Kenya was angry. The Foreign Ministry said so.",
                &["KE: Kenya, Foreign Ministry (metonym)"],
            ),
            (
                "Kenya warned Uganda. The Foreign Ministry said so.",
                &["KE: Kenya", "UG: Uganda"],
            ),
            (
                "The State Department said Peru had lied.",
                &["PE: Peru", "US: State Department (metonym)"],
            ),
            (
                "Vienna, Madrid and Oslo on Friday called home their envoys.",
                &["AT: Vienna (metonym)", "ES: Madrid (metonym)", "NO: Oslo (metonym)"],
            ),
            (
                "He lived in Vienna, Madrid and Oslo.",
                &["AT: Vienna (place)", "ES: Madrid (place)", "NO: Oslo (place)"],
            ),
            (
                "SEOUL — South Korea said the North had moved guns.",
                &["KP: North", "KR: SEOUL (place), South Korea"],
            ),
            (
                "DR Congo voted. Papua New Guinea waited.",
                &["CD: DR Congo", "PG: Papua New Guinea"],
            ),
            (
                "Congo voted, officials in Brazzaville said.",
                &["CG: Congo, Brazzaville (place)"],
            ),
            ("The U.N. North Macedonia joined in 1993 met.", &["MK: North Macedonia"]),
        ],
    );
}

#[test]
fn what_stands_beside_a_place_says_where_it_lies() {
    check(
        EntityKind::Country,
        &[
            (
                "A shop in Whitby, North Yorkshire, burned. One in Boston, in Lincolnshire, did too.",
                &["GB: Whitby (place), North Yorkshire (place), Boston (place), Lincolnshire (place)"],
            ),
            (
                "A fire in Norway, Maine, killed two.",
                &["US: Norway (place), Maine (place)"],
            ),
            (
                "Trade among Canada, California and Oregon grew.",
                &["CA: Canada", "US: California (place), Oregon (place)"],
            ),
        ],
    );
    check(
        EntityKind::Place,
        &[(
            "KOLVIK, Norway — It snowed. The mill at Brandvoll in Norway shut. It may open, people in Kolvik say.",
            &["brandvoll-no: Brandvoll", "kolvik-no: KOLVIK, Kolvik"],
        )],
    );
}

#[test]
fn bodies_keep_their_lists_and_lose_what_describes_them() {
    check(
        EntityKind::Organisation,
        &[
            (
                "The Ministry of Forests, Water and Wild Animals agreed. The Department of Health, Ann Lee and others left.",
                &[
                    "department-of-health: Department of Health",
                    "ministry-of-forests-water-and-wild-animals: Ministry of Forests, Water and Wild Animals",
                ],
            ),
            (
                "Carmaker Zorblatt AG fell. Rival Kranich Ltd rose.",
                &["kranich: Kranich Ltd", "zorblatt: Zorblatt AG"],
            ),
            (
                "OSLO, Norway (AP) — Zorblatt Devices said so.",
                &["associated-press: AP", "zorblatt-devices: Zorblatt Devices"],
            ),
            ("Apple Inc. rose. Apple said so.", &["apple: Apple Inc., Apple"]),
            (
                "LONDON — The Treasury declined. France’s Senate voted.",
                &["british-treasury: Treasury", "french-senate: Senate"],
            ),
            (
                "The Marsh Bird Counting Agency system (MBCA) works. MBCA is new.",
                &["marsh-bird-counting-agency: Marsh Bird Counting Agency, MBCA, MBCA"],
            ),
        ],
    );
}

#[test]
fn a_form_of_address_of_the_other_sex_is_somebody_else() {
    check(
        EntityKind::Person,
        &[
            (
                "Mr. Garcia met Susan Garcia. Mrs. Garcia smiled.",
                &["garcia: Garcia", "susan-garcia: Susan Garcia, Garcia"],
            ),
            (
                "Peter Garcia came. Mr. and Mrs. Garcia left.",
                &["peter-garcia: Peter Garcia, Garcia"],
            ),
        ],
    );
}

#[test]
fn the_dateline_says_where_a_town_lies() {
    let article = Article {
        dateline: "KOLVIK, Norway".into(),
        text: "The mill in Kolvik shut on Monday.".into(),
        ..Article::default()
    };
    let found = Analyzer::new().analyze(&article).found;
    let town = found
        .iter()
        .find(|f| f.entity.key.kind == EntityKind::Place)
        .expect("a town");
    assert_eq!(town.entity.key.slug.as_str(), "kolvik-no");
}

#[test]
fn rivers_wares_treaties_and_languages_are_no_countries() {
    check(
        EntityKind::Country,
        &[
            ("The Niger River flooded in Mali.", &["ML: Mali"]),
            ("Boats on Lake Malawi sank.", &[]),
            ("She ate Brazil nuts with Guinea fowl, and kept Guinea pigs.", &[]),
            ("Canada geese landed in Norway.", &["NO: Norway"]),
            ("Panama hats are made in Ecuador.", &["EC: Ecuador"]),
            ("The Paris Agreement and the Kyoto Protocol still hold, she said.", &[]),
            (
                "He was born in French Sudan, lived in Portuguese Guinea and died in British India.",
                &["GW: Portuguese Guinea", "IN: British India", "ML: French Sudan"],
            ),
            ("The clerk speaks French, Spanish and Mandarin Chinese at work.", &[]),
            (
                "The mill sold to French, Spanish and Chinese buyers last year.",
                &["CN: Chinese (demonym)", "ES: Spanish (demonym)", "FR: French (demonym)"],
            ),
            ("Mr. England and Mrs. Ireland left early.", &[]),
            (
                "Iran rejected the offer. The Islamic Republic will not yield, it said.",
                &["IR: Iran, Islamic Republic"],
            ),
        ],
    );
}

#[test]
fn a_town_lies_in_what_is_set_off_behind_it() {
    check(
        EntityKind::Country,
        &[
            (
                "She was born in Bristol, Quebec.",
                &["CA: Bristol (place), Quebec (place)"],
            ),
            (
                "He lived in Bath, Jamaica, and died there.",
                &["JM: Bath (place), Jamaica"],
            ),
            (
                "In Geneva, Iran agreed to the plan.",
                &["CH: Geneva (place)", "IR: Iran"],
            ),
            (
                "Georgia State University opened a clinic in Georgia, not far from Atlanta, Alabama and Tennessee.",
                &["US: Georgia (place), Georgia (place), Atlanta (place), Alabama (place), Tennessee (place)"],
            ),
        ],
    );
}

#[test]
fn bodies_end_where_their_names_do() {
    check(
        EntityKind::Organisation,
        &[
            (
                "Passengers of British Airways and Air India waited for hours.",
                &["air-india: Air India", "british-airways: British Airways"],
            ),
            (
                "The Center for Strategic and International Studies wrote to the Ministry of Trade and Industry.",
                &[
                    "center-for-strategic-and-international-studies: Center for Strategic and International Studies",
                    "ministry-of-trade-and-industry: Ministry of Trade and Industry",
                ],
            ),
            (
                "Volunteers of the Malawi Red Cross met the Red Cross.",
                &[
                    "international-committee-of-the-red-cross: Red Cross",
                    "malawi-red-cross: Malawi Red Cross",
                ],
            ),
            (
                "Google fell and so did others. Apple pie was served.",
                &["google: Google"],
            ),
            ("Republicans voted against it.", &["republican-party: Republicans"]),
            (
                "The National Rally met Abu Sayyaf of Medicaid, of Mercosur and of the Knesset.",
                &[
                    "abu-sayyaf: Abu Sayyaf",
                    "knesset: Knesset",
                    "medicaid: Medicaid",
                    "mercosur: Mercosur",
                    "national-rally: National Rally",
                ],
            ),
            (
                "The Philippine Institute of Volcanology and Seismology raised the alert level.",
                &[
                    "philippine-institute-of-volcanology-and-seismology: Philippine Institute of Volcanology and Seismology",
                ],
            ),
        ],
    );
}

#[test]
fn people_by_nickname_address_and_deed() {
    check(
        EntityKind::Person,
        &[
            ("It is the last leg of Mr. Hu's European tour.", &["hu: Hu"]),
            (
                "The singer Marvin Lee “Meat Loaf” Aday met Joaquin 'El Chapo' Guzman. Guzman fled.",
                &[
                    "joaquin-el-chapo-guzman: Joaquin 'El Chapo' Guzman, Guzman",
                    "marvin-lee-meat-loaf-aday: Marvin Lee “Meat Loaf” Aday",
                ],
            ),
            (
                "Mr. England was late, and so was everybody else.",
                &["england: England"],
            ),
            (
                "In the second half Rishabh Pant scored a century.",
                &["rishabh-pant: Rishabh Pant"],
            ),
        ],
    );
}

#[test]
fn a_name_is_of_what_the_text_says_it_is() {
    let firm = "Caloi is a major Brazilian manufacturer of bicycles. Luigi Caloi founded it in 1898. Caloi was directed by Guido Caloi. \
                The Caloi family sold it.";
    check(EntityKind::Organisation, &[(firm, &["caloi: Caloi, Caloi"])]);
    check(
        EntityKind::Place,
        &[
            (
                "Clarence Dock is a dock on the river. Boats left Clarence Dock.",
                &["clarence-dock-zz: Clarence Dock, Clarence Dock"],
            ),
            (
                "Bank Hey (also Sunny Bower) is a suburb of a mill town. People left Bank Hey.",
                &["bank-hey-zz: Bank Hey, Bank Hey", "sunny-bower-zz: Sunny Bower"],
            ),
            (
                "Digilogue is a music album of recordings. Critics liked Digilogue.",
                &[],
            ),
        ],
    );
    check(
        EntityKind::Person,
        &[(
            "Nina Torv was a force for good. Torv is a company director.",
            &["nina-torv: Nina Torv, Torv"],
        )],
    );
}

#[test]
fn kings_are_told_apart_by_number() {
    check(
        EntityKind::Person,
        &[
            (
                "King Charles I was executed; Charles II was not. Catherine the Great reigned.",
                &[
                    "catherine-the-great: Catherine the Great",
                    "charles-ii: Charles II",
                    "king-charles-i: King Charles I",
                ],
            ),
            (
                "Martin Luther King, Jr. marched, and King spoke.",
                &["martin-luther-king-jr: Martin Luther King, Jr., King"],
            ),
            (
                "The pitcher William Herbert “Buckshot” May won. On May 9 May came in. May died in May 1984.",
                &["william-herbert-buckshot-may: William Herbert “Buckshot” May, May, May"],
            ),
        ],
    );
}

#[test]
fn sums_of_money_name_nobody() {
    let text = "Halifax Gold raised its offer to C$9.8 billion. Traders in Nairobi put their losses at Sh120 million. The state spent \
                Rs 450 crore, HK$20 million and 5.5 million Swiss francs at 12C.";
    check(EntityKind::Organisation, &[(text, &[])]);
    check(EntityKind::Person, &[(text, &[])]);
    check(EntityKind::Country, &[(text, &["KE: Nairobi (place)"])]);
    check(
        EntityKind::Country,
        &[("The Swiss franc rose.", &["CH: Swiss (demonym)"])],
    );
}

#[test]
fn letters_in_brackets_spell_whole_names() {
    check(
        EntityKind::Organisation,
        &[
            (
                "The Democracy for Citizens Party (DCP) won in Kenya. The DCP will govern.",
                &["democracy-for-citizens-party: Democracy for Citizens Party, DCP, DCP"],
            ),
            (
                "Men of the Jharkhand Mukti Morcha (JMM)-led alliance met the Marine Accident Investigation Branch (MAIB) there.",
                &[
                    "jharkhand-mukti-morcha: Jharkhand Mukti Morcha, JMM",
                    "marine-accident-investigation-branch: Marine Accident Investigation Branch, MAIB",
                ],
            ),
            ("Gross Domestic Product (GDP) rose in South Africa.", &[]),
            (
                "Nordvik ASA bought a mine. Nordvik paid.",
                &["nordvik: Nordvik ASA, Nordvik"],
            ),
        ],
    );
}
