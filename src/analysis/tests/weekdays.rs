//! Which day of that name is it, and from which day is it counted? An expression in a sentence, published on Thursday, 16 March 2017.

mod told;

use told::check;

#[test]
fn days_of_the_week_are_the_last_unless_the_clause_looks_ahead() {
    check(&[
        ("They met on Thursday.", &["Thursday: 2017-03-16"]),
        ("They met on Friday.", &["Friday: 2017-03-10"]),
        ("They met last Thursday.", &["last Thursday: 2017-03-09"]),
        ("They meet next Thursday.", &["next Thursday: 2017-03-23"]),
        ("They will meet in Seoul on Friday.", &["Friday: 2017-03-17"]),
        ("He was scheduled to visit Seoul on Friday.", &["Friday: 2017-03-17"]),
        (
            "On Friday, the two ministers are expected to meet.",
            &["Friday: 2017-03-17"],
        ),
        ("He said on Wednesday that they will meet.", &["Wednesday: 2017-03-15"]),
        (
            "They met on Thursday, March 9, in Tokyo.",
            &["Thursday, March 9: 2017-03-09"],
        ),
    ]);
}

#[test]
fn the_verb_that_a_day_goes_with_says_whether_it_is_to_come() {
    check(&[
        (
            "A bridge built by Roman engineers collapsed on Monday.",
            &["Monday: 2017-03-13"],
        ),
        ("Prices went up by a fifth on Monday.", &["Monday: 2017-03-13"]),
        ("A shop set to close was looted on Sunday.", &["Sunday: 2017-03-12"]),
        ("She was due to sing but died on Sunday.", &["Sunday: 2017-03-12"]),
        ("The mayor, who will retire, wept on Tuesday.", &["Tuesday: 2017-03-14"]),
        (
            "Plans to widen a road were rejected on Monday.",
            &["Monday: 2017-03-13"],
        ),
        ("Unions unveiled plans to strike on Monday.", &["Monday: 2017-03-13"]),
        (
            "He could not be reached for comment on Monday.",
            &["Monday: 2017-03-13"],
        ),
        (
            "Police by the river on Saturday found a body.",
            &["Saturday: 2017-03-11"],
        ),
        ("By Tuesday the fire had spread.", &["Tuesday: 2017-03-14"]),
        ("Staff were told to leave by Monday.", &["Monday: 2017-03-20"]),
        ("The deadline was extended until Friday.", &["Friday: 2017-03-17"]),
        ("She stayed in hospital until Tuesday.", &["Tuesday: 2017-03-14"]),
        ("The storm could hit the coast on Monday.", &["Monday: 2017-03-20"]),
        (
            "The court will hear delayed appeals on Friday.",
            &["Friday: 2017-03-17"],
        ),
        ("The talks, to be held on Friday, are secret.", &["Friday: 2017-03-17"]),
        (
            "They marched on Sunday; they will march again on Friday.",
            &["Sunday: 2017-03-12", "Friday: 2017-03-17"],
        ),
    ]);
}

#[test]
fn a_timetable_is_told_in_the_present() {
    check(&[
        ("The chancellor flies to Delhi on Saturday.", &["Saturday: 2017-03-18"]),
        ("France plays Spain on Saturday.", &["Saturday: 2017-03-18"]),
        ("Voters in Spain head to the polls on Sunday.", &["Sunday: 2017-03-19"]),
        ("Lawmakers vote on Tuesday.", &["Tuesday: 2017-03-21"]),
        ("The rules take effect on Monday.", &["Monday: 2017-03-20"]),
        ("Talks are to start on Friday.", &["Friday: 2017-03-17"]),
        ("Palace travel to Newcastle on Tuesday.", &["Tuesday: 2017-03-21"]),
        ("Spain play Portugal on Saturday.", &["Saturday: 2017-03-18"]),
        ("THE COUNCIL WILL MEET ON FRIDAY.", &["FRIDAY: 2017-03-17"]),
        ("This Saturday the fair opens.", &["This Saturday: 2017-03-18"]),
        ("He resigned this Monday.", &["this Monday: 2017-03-13"]),
        ("The attacks on Monday killed two.", &["Monday: 2017-03-13"]),
        ("The Senate votes on Tuesday were close.", &["Tuesday: 2017-03-14"]),
        ("He runs every Monday.", &["Monday: which one is not told"]),
    ]);
}

#[test]
fn what_is_counted_from_another_day() {
    let untold = "counted from a day that is not told";
    check(&[
        (
            "He was arrested on March 2 and charged two days later.",
            &["March 2: 2017-03-02", "two days later: 2017-03-04"],
        ),
        (
            "They met on May 3, 2015. The next day they parted.",
            &["May 3, 2015: 2015-05-03", "next day: 2015-05-04"],
        ),
        (
            "It began in 1939. Six years later it was over.",
            &["1939: 1939", "Six years later: 1945"],
        ),
        (
            "In February sales fell; the previous month they rose.",
            &["February: 2017-02", "previous month: 2017-01"],
        ),
        ("Two days later he left.", &[&format!("Two days later: {untold}")]),
        (
            "Sales of 1999 fell. Two days later he left.",
            &["1999: 1999", &format!("Two days later: {untold}")],
        ),
        (
            "He arrived on Sunday. He was tired. He ate. The day before, he had slept.",
            &["Sunday: 2017-03-12", &format!("day before: {untold}")],
        ),
        (
            "In February it came, a year earlier than planned.",
            &["February: 2017-02"],
        ),
        ("Following Monday’s attack he left.", &["Monday: 2017-03-13"]),
        ("The day before the vote he left.", &[]),
        ("He called a few days ago.", &["few days ago: how many is not told"]),
    ]);
}

#[test]
fn days_beside_dates_and_weeks() {
    check(&[
        ("It fell on Sunday 12 March.", &["Sunday 12 March: 2017-03-12"]),
        (
            "It fell on Tuesday, 7 March, they say.",
            &["Tuesday, 7 March: 2017-03-07"],
        ),
        ("He left on Tuesday last week.", &["Tuesday last week: 2017-03-07"]),
        ("The match is on Saturday week.", &["Saturday week: 2017-03-25"]),
        ("On Monday 12 people died.", &["Monday: 2017-03-13"]),
    ]);
}

#[test]
fn what_was_foreseen_is_to_come_and_the_day_it_was_foreseen_is_not() {
    check(&[
        ("Economists predicted a first cut in June.", &["June: 2017-06"]),
        ("They forecast snow for the hills on Friday.", &["Friday: 2017-03-17"]),
        ("The two sides agreed to meet on Friday.", &["Friday: 2017-03-17"]),
        ("The two sides agreed on Friday to meet.", &["Friday: 2017-03-10"]),
        ("She promised an answer in May.", &["May: 2017-05"]),
        ("The museum opened in June.", &["June: 2016-06"]),
    ]);
}

#[test]
fn what_is_set_for_a_day_is_to_come() {
    check(&[
        ("He declared Friday a day of mourning.", &["Friday: 2017-03-17"]),
        ("He declared victory on Friday.", &["Friday: 2017-03-10"]),
        (
            "He flew on to Tokyo for a meeting of the Quad on Monday.",
            &["Monday: 2017-03-20"],
        ),
        ("He arrived for a meeting on Monday.", &["Monday: 2017-03-13"]),
        ("I have booked my ticket for Sunday.", &["Sunday: 2017-03-19"]),
        ("Children were given Monday morning off.", &["Monday: 2017-03-20"]),
        ("A judge set a hearing for Friday.", &["Friday: 2017-03-17"]),
        ("A strike was called for Friday.", &["Friday: 2017-03-17"]),
        ("Schools were told to close on Friday.", &["Friday: 2017-03-17"]),
        ("He refused to speak on Friday.", &["Friday: 2017-03-10"]),
        ("Tickets for Saturday’s match have sold out.", &["Saturday: 2017-03-18"]),
        ("Ahead of Sunday’s vote, they argued.", &["Sunday: 2017-03-19"]),
        ("They argued in the run-up to Sunday’s vote.", &["Sunday: 2017-03-19"]),
        ("He was there for Monday’s opening.", &["Monday: 2017-03-13"]),
        ("It rained for the first time since Monday.", &["Monday: 2017-03-13"]),
        ("The deal was for Monday.", &["Monday: 2017-03-13"]),
        (
            "They came on Tuesday night for the first time since 1980. By 4:30 the next morning they left.",
            &["Tuesday: 2017-03-14", "1980: 1980", "next morning: 2017-03-15"],
        ),
    ]);
}

#[test]
fn what_a_day_had_and_what_was_reached_by_it_is_over() {
    check(&[
        (
            "They will pay more than Friday’s closing price.",
            &["Friday: 2017-03-10"],
        ),
        ("The court will rule on Monday’s attack.", &["Monday: 2017-03-13"]),
        ("They will attend Monday’s meeting.", &["Monday: 2017-03-20"]),
        ("Gifts had reached $400 by Monday night.", &["Monday: 2017-03-13"]),
        ("He had to leave by Monday.", &["Monday: 2017-03-20"]),
        ("They had been told to leave by Monday.", &["Monday: 2017-03-20"]),
        (
            "On a Tuesday in winter nobody comes.",
            &["Tuesday: which one is not told"],
        ),
        ("It was a Tuesday meeting.", &["Tuesday: 2017-03-14"]),
    ]);
}

#[test]
fn a_day_of_a_month_is_the_one_its_clause_tells_of() {
    check(&[
        ("Police arrested him on May 5.", &["May 5: 2016-05-05"]),
        (
            "She was held on 31 July and spent a month in jail.",
            &["31 July: 2016-07-31"],
        ),
        ("The fair will open on May 5.", &["May 5: 2017-05-05"]),
        ("She sold all tickets for the May 5 show.", &["May 5: 2017-05-05"]),
        ("It was put off to September 3.", &["September 3: 2017-09-03"]),
        // Where it is a day later.
        ("The ship sank on March 17.", &["March 17: 2017-03-17"]),
    ]);
}

#[test]
fn what_came_next_in_a_story_is_not_to_come() {
    let untold = "counted from a day that is not told";
    check(&[
        (
            "She spent the next eight years in camps.",
            &[&format!("next eight years: {untold}")],
        ),
        (
            "Over the next two decades she wrote books.",
            &[&format!("next two decades: {untold}")],
        ),
        (
            "Over the next two years it will build homes.",
            &["next two years: 2017-03-16/2019-12-31"],
        ),
    ]);
}
