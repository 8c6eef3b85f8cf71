//! When things are, by tables: an expression in a sentence, published on Thursday, 16 March 2017.

use std::sync::OnceLock;

use dateline_analysis::Analyzer;
use dateline_corpus::{Article, Date};

fn read(text: &str, date: Option<Date>) -> Vec<String> {
    static ONE: OnceLock<Analyzer> = OnceLock::new();
    let analyzer = ONE.get_or_init(Analyzer::new);
    let article = Article {
        text: text.into(),
        date,
        ..Article::default()
    };
    let details = analyzer.details(&article, &dateline_corpus::Analysis::default());
    let times = details.times.iter();
    times
        .map(|t| format!("{}: {}", &text[t.span.start as usize..t.span.end as usize], t.when))
        .collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, expect) in cases {
        assert_eq!(&read(text, Date::new(2017, 3, 16)), expect, "{text}");
    }
}

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
fn days_months_and_years_as_written() {
    check(&[
        ("It fell on April 18.", &["April 18: 2017-04-18"]),
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
        ("By late March it may march on.", &["March: 2017-03"]),
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
