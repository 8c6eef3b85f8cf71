//! Which year does a day without one belong to?
//!
//! Datelines and closing brackets name day and month. A year is taken only from evidence in the file, and always said.

use dateline_corpus::{Article, Date};
use serde_json::Value;

use super::dates::{self, Written};
use super::notes::{Notes, quote};

/// Gives the article the day that is written in it without a year, where the text proves the year; else says what is
/// missing and keeps what is written among the other fields. `line` is where the article stands in its file, if that
/// holds several.
pub fn decide(
    article: &mut Article,
    undecided: Option<Written>,
    texts: &[String],
    line: Option<u32>,
    notes: &mut Notes,
) {
    let Some(written) = undecided.filter(|_| article.date.is_none()) else {
        return;
    };
    if let Some((date, evidence)) = year_for(written, texts) {
        notes.advise(
            line,
            format!("date completed: {date}, its year from {evidence}"),
            "if it is another, give the date as YYYY-MM-DD",
        );
        article.date = Some(date);
        return;
    }
    notes.advise(
        line,
        format!("date not complete: the file gives {written}, and nothing in it proves more"),
        "add a line `Date: YYYY-MM-DD` above the text",
    );
    article
        .extra
        .insert("date as printed".into(), Value::String(written.to_string()));
}

/// The whole date, and the evidence for its year: a whole date near it, or a copyright line.
fn year_for(written: Written, texts: &[String]) -> Option<(Date, String)> {
    /// A report's own day and the other days it writes out lie this close, in days.
    const NEAR: i32 = 45;
    let Written::DayOfYear(month, day) = written else {
        return None;
    };
    let mut found: Vec<(Date, String)> = Vec::new();
    for text in texts {
        for (range, other) in dates::find(text) {
            let Some(other) = other.day() else { continue };
            let (year, _, _) = other.parts();
            let apart = |d: &Date| (d.days() - other.days()).abs();
            // Around New Year the neighbouring year may be the nearer one.
            let nearest = (year - 1..=year + 1)
                .filter_map(|y| Date::new(y, month, day))
                .min_by_key(apart);
            if let Some(date) = nearest.filter(|d| apart(d) <= NEAR) {
                found.push((date, format!("{} in the text", quote(&text[range]))));
            }
        }
        if let Some(date) = copyright_year(text).and_then(|year| Date::new(year, month, day)) {
            found.push((date, format!("the copyright line {}", quote(text))));
        }
    }
    let first = found.first()?.clone();
    found.iter().all(|(date, _)| *date == first.0).then_some(first)
}

/// The one year of a line that opens with a copyright sign or word.
fn copyright_year(text: &str) -> Option<i32> {
    let lower: String = text.chars().take(200).flat_map(char::to_lowercase).collect();
    if !["©", "(c) ", "copyright "].iter().any(|sign| lower.starts_with(sign)) {
        return None;
    }
    let mut years = lower.split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4);
    let year = years.next()?.parse().ok()?;
    years.next().is_none().then_some(year)
}

#[cfg(test)]
mod tests {
    use super::year_for;
    use crate::read::dates::Written;

    #[test]
    fn a_year_is_only_taken_from_evidence_that_agrees() {
        for (texts, date) in [
            (&["He came on January 3, 2018 and left."][..], Some("2017-12-30")),
            (&["© 2017 The Fjord Times"], Some("2017-12-30")),
            (&["© 2015-2017 The Fjord Times"], None),
            (&["The deal of March 3, 2015 holds."], None),
            (&["On 1 December 2016 and on 1 December 2017."], None),
            (&["In 2017 he left."], None),
            (&["On January 3, 2018.", "© 2016 The Fjord Times"], None),
        ] {
            let owned: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
            let found = year_for(Written::DayOfYear(12, 30), &owned).map(|(d, _)| d.to_string());
            assert_eq!(found.as_deref(), date, "{texts:?}");
        }
    }
}
