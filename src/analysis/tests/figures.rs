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
        (
            "At 30 degrees Celsius it melted; at -5°C it froze.",
            &["30 °C", "-5 °C"],
        ),
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

#[test]
fn below_zero() {
    check(&[
        ("It sank to minus 31 C, then −7°C.", &["-31 °C", "-7 °C"]),
        (
            "Yields slid to -0.3% after a loss of -$3m.",
            &["-0.3 %", "-3000000 USD"],
        ),
        ("Sales: negative 4 percent.", &["-4 %"]),
        ("It ranged from minus 12 to minus 5 degrees Celsius.", &["-12--5 °C"]),
        // A range that may end on either side of zero, an error, a sum, a list.
        ("It ranged from minus 5 to 10 degrees.", &[]),
        (
            "A margin of plus or minus 3 percentage points.",
            &["3 percentage point"],
        ),
        ("What remains:\n-12 eggs", &["12 of eggs"]),
    ]);
}

#[test]
fn the_word_at_the_end_multiplies_both_ends_of_a_range() {
    check(&[
        ("It costs 3 to 4 billion euros.", &["3000000000-4000000000 EUR"]),
        (
            "It costs £5-6m, or $20-30 million.",
            &["5000000-6000000 GBP", "20000000-30000000 USD"],
        ),
        ("About 20 to 30 thousand workers.", &["about 20000-30000 of workers"]),
        ("Two or three hundred police officers.", &["200-300 of police officers"]),
        ("₹450 or Rs 400.", &["450 INR", "400 INR"]),
        ("The fee fell from $50 to $30.", &["50 USD", "30 USD"]),
        // Whose five hundred are thousands is not told.
        ("From 500 to 2 million jobs.", &[]),
    ]);
}

#[test]
fn shares() {
    check(&[
        ("Three-fifths of pupils passed.", &["3/5 of pupils"]),
        ("Nearly a third of the seats are empty.", &["nearly 1/3 of seats"]),
        ("Prices rose by a quarter.", &["1/4"]),
        (
            "Half the children fled, and about half of the staff.",
            &["1/2 of children", "about 1/2 of staff"],
        ),
        ("One in eight pubs closed.", &["1/8 of pubs"]),
        ("One hotel in five closed.", &["1/5 of hotel"]),
        ("One man in five cities sang.", &["5 of cities"]),
        ("Seven out of ten drivers agree.", &["7/10 of drivers"]),
        ("It needs a 2/3 majority.", &["2/3 of majority"]),
        (
            "Six and a half hours, a mile and a half, 2½ pints.",
            &["6.5 hour", "1.5 mile", "2.5 of pints"],
        ),
        ("Half an hour later half a dozen dogs came.", &["0.5 hour", "6 of dogs"]),
        ("Two and a half million people.", &["2500000 of people"]),
        ("The bond pays 9-1/8 percent.", &["9.125 %"]),
        // None of these is a share.
        ("A third man was held by a third party.", &[]),
        ("In the first half of the match and at half-time.", &[]),
        ("He won three in five games.", &["5 of games"]),
        ("They led for three quarters.", &["3 of quarters"]),
        ("After two quarters of growth it fell.", &["2 of quarters"]),
        ("A shop that is open 24/7.", &[]),
    ]);
}

#[test]
fn currencies() {
    check(&[
        (
            "A profit of Rs 310 crore, or Rs. 2 lakh crore.",
            &["3100000000 INR", "2000000000000 INR"],
        ),
        (
            "In Karachi, Pakistan, it costs Rs40 or 40 rupees.",
            &["40 PKR", "40 PKR"],
        ),
        ("About 3 lakh farmers.", &["about 300000 of farmers"]),
        (
            "Rs 12,50,000 for 1,00,000 people.",
            &["1250000 INR", "100000 of people"],
        ),
        (
            "It paid RM20 million, KSh 500, CHF 2m and NOK 40.",
            &["20000000 MYR", "500 KES", "2000000 CHF", "40 NOK"],
        ),
        (
            "It paid R2.5 billion and R4,500; the R61 is a road.",
            &["2500000000 ZAR", "4500 ZAR"],
        ),
        ("Nigerians pay N250.", &["250 NGN"]),
        ("Wear N95 masks on the N250.", &[]),
        (
            "A fine of 300 Egyptian pounds and 20 Kenyan shillings.",
            &["300 EGP", "20 KES"],
        ),
        ("The fine is 30 pesos.", &["30 peso"]),
        ("The Mexican firm paid 30 million pesos.", &["30000000 MXN"]),
        ("Mexico and Chile paid 30 pesos.", &["30 peso"]),
        (
            "It costs 5 zlotys, 40 baht and 20 kronor.",
            &["5 PLN", "40 THB", "20 SEK"],
        ),
    ]);
}

#[test]
fn letters_behind_numbers() {
    check(&[
        (
            "It sold 40m books to 3m people and 20k fans.",
            &["40000000 of books", "3000000 of people", "20000 of fans"],
        ),
        ("He won the 100m hurdles and has a 30m yacht.", &["100 m", "30 m"]),
        ("It fell to 21C in seat 12C.", &["21 °C"]),
        (
            "A wind of 120 km/h over 40 sq miles.",
            &["120 km/h", "more than 40 square mile"],
        ),
        ("He is 5ft 11in and weighs 14 stone.", &["71 inch", "14 stone"]),
        ("It took three hours and 20 minutes.", &["200 minute"]),
        ("He is 6'2\" and weighs 11st 4lb.", &["158 pound"]),
        ("It flies at 5 km/s in a 30m euro race.", &["30000000 EUR"]),
        (
            "They built 12 stone walls 10-15km long.",
            &["12 of stone walls", "10-15 km"],
        ),
        ("About 12\u{a0}500 people came.", &["about 12500 of people"]),
    ]);
}

#[test]
fn numbers_of_names_codes_and_scores_are_no_figures() {
    check(&[
        ("Call 020 7946 0018 or 1-800-555-0199, or dial 999.", &[]),
        ("They live at 42 Elm Grove Road, in the 500 block of Main Street.", &[]),
        (
            "Apollo 13 astronauts watched Channel 5 on Windows 11 and an iPhone 8.",
            &[],
        ),
        ("Formula One fans and the Big Four met.", &[]),
        ("They won 3-2 and lost 1-4, 6-4, 7-5 in a 4-3-3 formation.", &[]),
        ("The panel voted 5 to 4.", &[]),
        (
            "In Syria 300 people died; police told Reuters 20 were hurt.",
            &["300 of people", "20"],
        ),
        (
            "Some 10-15 were hurt, 5 to 10 people fled.",
            &["about 10-15", "5-10 of people"],
        ),
    ]);
}

#[test]
fn counts_without_a_noun_or_a_number() {
    check(&[
        ("The bomb killed three and wounded dozens.", &["3", "vague"]),
        (
            "It killed at least seven and injured nearly forty.",
            &["at least 7", "nearly 40"],
        ),
        ("Two were hurt, and six others fled.", &["2", "6 of others"]),
        (
            "She met two policemen and nine schoolchildren.",
            &["2 of policemen", "9 of schoolchildren"],
        ),
        (
            "They ordered two F-35 jets and four new Boeing 737s.",
            &["2 of F-35 jets", "4 of new Boeing 737s"],
        ),
        (
            "Several hundred guests and a few thousand fans.",
            &["vague of guests", "vague of fans"],
        ),
        ("It cost hundreds of millions of dollars.", &["vague USD"]),
        (
            "A couple of years ago a handful of MPs left.",
            &["vague year", "vague of MPs"],
        ),
        ("The two met; test scores rose.", &[]),
    ]);
}

#[test]
fn what_is_counted() {
    check(&[
        ("It won 12 of the 40 seats.", &["12 of seats", "40 of seats"]),
        (
            "Four staff members and ten new schools.",
            &["4 of staff members", "10 of new schools"],
        ),
        (
            "Some 40 percent of Spain's water is lost.",
            &["about 40 % of Spain's water"],
        ),
        (
            "About 5 percent of the coastline remains closed.",
            &["about 5 % of coastline"],
        ),
        (
            "A $4 million contract, then a 12-member panel.",
            &["4000000 USD of contract", "12 of member"],
        ),
        ("He spent €3 million on new roads.", &["3000000 EUR of new roads"]),
        ("A two-time champion in five-star hotels.", &[]),
        ("It is three times the size of the old one.", &[]),
        (
            "The price topped $4,000, at most 5 percent up.",
            &["more than 4000 USD", "at most 5 %"],
        ),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("The minister, aged 61, left.", &["61 year"]),
        (
            "Maria Lopez, 34, ran; her brother, 30, did not.",
            &["34 year", "30 year"],
        ),
        ("She turned 40 at the time.", &["40 year"]),
        (
            "Children aged 5 to 11 and a 19-year-old student.",
            &["5-11 year", "19 year of student"],
        ),
        ("The club turned 20 away.", &["20"]),
        ("They scored in Ohio, 18, and in Texas, 38, that day.", &[]),
    ]);
}

#[test]
fn what_is_paid_to_so_many_is_no_range() {
    check(&[
        (
            "He paid £860,000 to 23 former clients.",
            &["860000 GBP", "23 of former clients"],
        ),
        (
            "It gave $5 million to 40 victims and €200 to 1,000 families.",
            &["5000000 USD", "40 of victims", "200 EUR", "1000 of families"],
        ),
        (
            "It costs $5 to 10 million, or £5 to 6.",
            &["5000000-10000000 USD", "5-6 GBP"],
        ),
    ]);
}

#[test]
fn words_before_a_number_that_do_not_qualify_it() {
    check(&[
        ("They pledged $25 million over five years.", &["25000000 USD", "5 year"]),
        ("It would clear him over two positive tests.", &["2 of positive tests"]),
        (
            "It lasted for over two hours and drew over 20 people.",
            &["more than 2 hour", "more than 20 of people"],
        ),
        ("Just 25 percent and only 30 people came.", &["25 %", "30 of people"]),
        ("He walked just half a mile of it.", &["0.5 mile"]),
        (
            "Exactly 5 men and just over 5 women came.",
            &["exactly 5 of men", "more than 5 of women"],
        ),
        ("The blast killed only six.", &["6"]),
    ]);
}

#[test]
fn what_is_counted_behind_signs_names_and_durations() {
    check(&[
        ("With 94.4% of votes counted, he led.", &["94.4 % of votes"]),
        (
            "Three Yankees defensive errors cost them.",
            &["3 of Yankees defensive errors"],
        ),
        ("Within nine days of the declaration it rained.", &["9 day"]),
        ("It is a 15-minute walk away.", &["15 minute of walk"]),
    ]);
}

#[test]
fn scores_in_words_and_ages_without_a_word() {
    check(&[
        ("India made 487 for six; he took five for 30 and went 2 for 19.", &[]),
        ("He paid 12 for three apples.", &["12", "3 of apples"]),
        (
            "When he was 10 he moved, at 14 he wrote. She died at 89.",
            &["10 year", "14 year", "89 year"],
        ),
        ("At 89, she left. At 10, it began.", &["89 year", "10"]),
    ]);
}

#[test]
fn money_of_one_country_and_meetings_by_number() {
    check(&[
        ("It costs 315 denars or 20 lari.", &["315 MKD", "20 GEL"]),
        ("In Armenia it costs 50 drams.", &["50 AMD"]),
        ("He drank two drams.", &["2 of drams"]),
        (
            "A prize of Aus$3.5 million, Can$4 and US$5.",
            &["3500000 AUD", "4 CAD", "5 USD"],
        ),
        ("COP28 was dear: COP 5,000.", &["5000 COP"]),
    ]);
}
