//! When things are, by tables: an expression in a sentence, published on Thursday, 16 March 2017.

mod told;

use told::{check, read};

#[test]
fn days_months_and_years_as_written() {
    check(&[
        ("It fell on April 18.", &["April 18: 2016-04-18"]),
        ("It fell on April 18, 2016, they say.", &["April 18, 2016: 2016-04-18"]),
        ("It fell on 18 April 2016.", &["18 April 2016: 2016-04-18"]),
        ("It fell on the 18th of April.", &["18th of April: 2017-04-18"]),
        ("It fell on Dec. 28.", &["Dec. 28: 2016-12-28"]),
        ("Talks on April 6-7 are planned.", &["April 6-7: 2017-04-06/2017-04-07"]),
        ("Crimea in March 2014 was calm.", &["March 2014: 2014-03"]),
        (
            "It is due in April. It rained in December.",
            &["April: 2017-04", "December: 2016-12"],
        ),
        ("By late March it may march on.", &["late March: 2017-03-21/2017-03-31"]),
        ("The 2015 deal held until 2016.", &["2015: 2015", "2016: 2016"]),
        (
            "The 1990s and 2003-04 were hard.",
            &["1990s: 1990-01-01/1999-12-31", "2003-04: 2003-01-01/2004-12-31"],
        ),
        ("On 2017-02-28 it rained.", &["2017-02-28: 2017-02-28"]),
        ("On 28/2/2017 it rained.", &["28/2/2017: 2017-02-28"]),
        (
            "On 3/4/2017 it rained.",
            &["3/4/2017: ambiguous: day and month may be in either order"],
        ),
        ("It fell on February 30.", &["February 30: no such day"]),
    ]);
}

#[test]
fn what_is_counted_from_the_day_of_publication() {
    check(&[
        (
            "It rained yesterday, not today.",
            &["yesterday: 2017-03-15", "today: 2017-03-16"],
        ),
        ("It rained last week.", &["last week: 2017-W10"]),
        ("It begins next month.", &["next month: 2017-04"]),
        (
            "It rained last year and this quarter.",
            &["last year: 2016", "this quarter: 2017-01-01/2017-03-31"],
        ),
        ("It rained two weeks ago.", &["two weeks ago: 2017-W09"]),
        (
            "It rained three days ago, and a year ago.",
            &["three days ago: 2017-03-13", "a year ago: 2016"],
        ),
        (
            "Over the past 20 years it rained.",
            &["past 20 years: 1997-01-01/2017-03-16"],
        ),
    ]);
}

#[test]
fn without_a_day_of_publication_it_is_said() {
    for (text, expect) in [
        ("They met on Thursday.", "Thursday: no publication date"),
        ("They met last week.", "last week: no publication date"),
        (
            "It closes at the end of the year.",
            "end of the year: no publication date",
        ),
        ("It closes by Christmas.", "Christmas: no publication date"),
        ("They met on April 18.", "April 18: no publication date"),
        ("They met on April 18, 2017.", "April 18, 2017: 2017-04-18"),
    ] {
        assert_eq!(read(text, None), [expect]);
    }
}

#[test]
fn other_words_are_no_times() {
    check(&[
        (
            "We may march on; the Fourth Friday club paid $2000 for 2000 people.",
            &["Friday: 2017-03-10"],
        ),
        ("The G-7, flight 2017a and 10:30 in room 1984b.", &[]),
        ("Theresa May spoke with April Smith.", &[]),
    ]);
}

#[test]
fn a_year_before_what_could_be_counted() {
    check(&[
        ("In 2013 rebels took the town.", &["2013: 2013"]),
        ("The 2012 floods were worse.", &["2012: 2012"]),
        ("By 2040 cities will grow.", &["2040: 2040"]),
        ("The Treaty of 1839 guarantees peace.", &["1839: 1839"]),
        ("Prices are below 2008 levels.", &["2008: 2008"]),
        (
            "Power failed in 2000 homes; 1950 villagers and the 1975 people left.",
            &[],
        ),
        (
            "2018 was dry, and he says 2019 will be wet.",
            &["2018: 2018", "2019: 2019"],
        ),
        ("Flight 1549 was late.", &[]),
        ("In 2018/19 it rained.", &["2018/19: 2018-01-01/2019-12-31"]),
    ]);
}

#[test]
fn parts_of_stretches() {
    check(&[
        ("He quit in late 2012.", &["late 2012: 2012-09-01/2012-12-31"]),
        ("She came in mid-2009.", &["mid-2009: 2009-05-01/2009-08-31"]),
        (
            "It opened early last year.",
            &["early last year: 2016-01-01/2016-04-30"],
        ),
        (
            "The late 1960s and the early ’70s were wild.",
            &["late 1960s: 1967-01-01/1969-12-31", "early ’70s: 1970-01-01/1972-12-31"],
        ),
        (
            "It grew in the mid-19th century.",
            &["mid-19th century: 1834-01-01/1867-12-31"],
        ),
        ("It closed at the end of 2015.", &["end of 2015: 2015-12"]),
        ("By the end of the year it will close.", &["end of the year: 2017-12"]),
        (
            "Prices fell at the start of February.",
            &["start of February: 2017-02-01/2017-02-07"],
        ),
        (
            "In the second half of 2015 and the third quarter of 2016 it grew.",
            &[
                "second half of 2015: 2015-07-01/2015-12-31",
                "third quarter of 2016: 2016-07-01/2016-09-30",
            ],
        ),
        (
            "The last week of January was dry.",
            &["last week of January: 2017-01-25/2017-01-31"],
        ),
        (
            "Later this month he will go.",
            &["Later this month: 2017-03-17/2017-03-31"],
        ),
        ("The end of the war came in 1945.", &["1945: 1945"]),
        (
            "The first nine months of 2016 and the last ten days of January were dry.",
            &[
                "first nine months of 2016: 2016-01-01/2016-09-30",
                "last ten days of January: 2017-01-22/2017-01-31",
            ],
        ),
        (
            "It closed on the last day of February.",
            &["last day of February: 2017-02-28"],
        ),
    ]);
}

#[test]
fn quarters_and_the_years_of_firms() {
    let fiscal = "fiscal years differ by country and firm";
    check(&[
        (
            "Profit rose in the fourth quarter.",
            &["fourth quarter: 2016-10-01/2016-12-31"],
        ),
        ("Sales grew 3 percent in Q1.", &["Q1: 2017-01-01/2017-03-31"]),
        (
            "Sales rose in Q3 2015 and H1 2016.",
            &["Q3 2015: 2015-07-01/2015-09-30", "H1 2016: 2016-01-01/2016-06-30"],
        ),
        (
            "Its second-quarter profit rose.",
            &[&format!("second-quarter: {fiscal}")],
        ),
        (
            "He scored in the third quarter.",
            &["third quarter: a quarter of what is not told"],
        ),
        ("He limped off in the first half; a quarter of the crew left.", &[]),
        ("It grew in fiscal 2016.", &[&format!("fiscal 2016: {fiscal}")]),
        (
            "It grew in FY2016 and fiscal year 2015.",
            &[&format!("FY2016: {fiscal}"), &format!("fiscal year 2015: {fiscal}")],
        ),
        ("Fiscal policy was loose.", &[]),
    ]);
}

#[test]
fn ranges_in_words() {
    check(&[
        ("He served from 2009 to 2013.", &["2009 to 2013: 2009-01-01/2013-12-31"]),
        (
            "It rained between March 3 and March 9.",
            &["March 3 and March 9: 2017-03-03/2017-03-09"],
        ),
        (
            "It ran from June to August 2015.",
            &["June to August 2015: 2015-06-01/2015-08-31"],
        ),
        ("It rains 3-5 April.", &["3-5 April: 2017-04-03/2017-04-05"]),
        (
            "It is open from Monday to Friday.",
            &["Monday to Friday: 2017-03-20/2017-03-24"],
        ),
        (
            "It was moved from Monday to Friday.",
            &["Monday: 2017-03-13", "Friday: 2017-03-17"],
        ),
    ]);
}

#[test]
fn weekends_seasons_and_feasts() {
    check(&[
        ("They meet this weekend.", &["this weekend: 2017-03-18/2017-03-19"]),
        (
            "Two men were shot over the weekend.",
            &["weekend: 2017-03-11/2017-03-12"],
        ),
        ("They fought last winter.", &["last winter: 2016-12-01/2017-02-28"]),
        (
            "War came in the summer of 1914.",
            &["summer of 1914: 1914-06-01/1914-08-31"],
        ),
        (
            "The summer of 2015 burned Australia.",
            &["summer of 2015: seasons differ between north and south"],
        ),
        (
            "The winter of 2010 was cold.",
            &["winter of 2010: a winter lies in two years"],
        ),
        ("On Christmas Day it snowed.", &["Christmas Day: 2016-12-25"]),
        ("He will be home by Christmas.", &["Christmas: 2017-12-25"]),
        ("He left on New Year’s Eve.", &["New Year’s Eve: 2016-12-31"]),
        (
            "On Good Friday 2018 and Easter Monday 2000 it rained.",
            &["Good Friday 2018: 2018-03-30", "Easter Monday 2000: 2000-04-24"],
        ),
        ("On the Fourth of July they dance.", &["Fourth of July: 2017-07-04"]),
        ("The Christmas party and the spring water were cold.", &[]),
        (
            "Thanksgiving was quiet. He left on Thanksgiving.",
            &["Thanksgiving: its day differs between years or countries"],
        ),
        (
            "In the 16th century and the '80s. Since '98.",
            &[
                "16th century: 1501-01-01/1600-12-31",
                "80s: 1980-01-01/1989-12-31",
                "98: 1998",
            ],
        ),
    ]);
}

#[test]
fn other_ways_to_count() {
    check(&[
        ("The road will reopen in three weeks.", &["in three weeks: 2017-W14"]),
        ("It was the worst storm in ten years; he built it in two weeks.", &[]),
        (
            "It snowed overnight on the overnight train.",
            &["overnight: 2017-03-15/2017-03-16"],
        ),
        ("He left last night.", &["last night: 2017-03-15"]),
        ("He leaves the day after tomorrow.", &["day after tomorrow: 2017-03-18"]),
        (
            "It rained for the past 24 hours.",
            &["past 24 hours: 2017-03-15/2017-03-16"],
        ),
        (
            "In the coming weeks it will rain.",
            &["coming weeks: how many is not told"],
        ),
        (
            "They had been shut in July; they will open in July.",
            &["July: 2016-07", "July: 2017-07"],
        ),
        ("The summit in July was called off.", &["July: 2017-07"]),
    ]);
}

#[test]
fn a_day_or_month_of_last_or_next_year_is_one_time() {
    check(&[
        ("They fell in July last year.", &["July last year: 2016-07"]),
        ("A vote is due in October next year.", &["October next year: 2018-10"]),
        ("It opened in January this year.", &["January this year: 2017-01"]),
        (
            "She was lost on 9 November last year and found three weeks later.",
            &["9 November last year: 2016-11-09", "three weeks later: 2016-W48"],
        ),
        ("In April last year’s snow was gone.", &["April last year: 2016-04"]),
        (
            "On March 3 last week was far.",
            &["March 3: 2017-03-03", "last week: 2017-W10"],
        ),
    ]);
}

#[test]
fn since_the_start_of_a_stretch_counts_from_publication() {
    check(&[
        (
            "A meeting is planned for 5 October. Forty have died since the beginning of the month.",
            &["5 October: 2017-10-05", "beginning of the month: 2017-03-01/2017-03-07"],
        ),
        (
            "It rained on 5 October. It was dry by the end of the month.",
            &["5 October: 2016-10-05", "end of the month: 2016-10-24/2016-10-31"],
        ),
    ]);
}
