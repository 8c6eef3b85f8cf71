//! How many of what, by tables: `qualifier value unit of what`.

mod counted;

use counted::check;

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
            &["nearly 1200 of people", "at least 30 of children"],
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
        ("The yen went from 157.5 to 153.", &["157.5", "153"]),
        ("Deaths rose from 20 to 30 people.", &["20", "30 of people"]),
        ("Rents range from $5 to $10.", &["5-10 USD"]),
        (
            "It rose by $2.4 billion to $26.9 billion.",
            &["2400000000 USD", "26900000000 USD"],
        ),
        ("It rose by 5 to 10 percent.", &["5-10 %"]),
        // Whose five hundred are thousands is not told.
        ("From 500 to 2 million jobs.", &[]),
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
fn a_range_whose_ends_both_have_the_unit() {
    check(&[
        ("It put the share at between 73% and 75%.", &["73-75 %"]),
        ("It is between 10 km and 12 km away.", &["10-12 km"]),
        (
            "Between 10 km of road and 12 bridges were lost.",
            &["10 km of road", "12 of bridges"],
        ),
    ]);
}
