//! Which day do the lines above an article's first sentence give as the day of publication?
//!
//! For inputs whose text stays as it is: the line is told and not taken out. A date is taken only where a line holds nothing else, or
//! says that it is the day of publication; a day in a sentence is what the article tells of.

use super::dates::{self, Written};
use super::plain_text::{Beside, byline, date_line, is_prose, read_shared};

/// So many paragraphs are looked at; a head has a title, a standfirst, names and a date.
const HEAD: usize = 6;

/// What is written about a day later than this behind a bare date, in days, makes it a day of the story: `July 20, 1969`.
const LATER: i32 = 60;

/// The day in the head of a text, where there is one.
pub fn day(paragraphs: &[String]) -> Option<Written> {
    for paragraph in paragraphs.iter().take(HEAD) {
        let opening = paragraph.split(". ").next().unwrap_or_default();
        let parts = paragraph.split(['|', '•', '·']);
        // A line that says several things knows which of two days is that of a later version.
        let shared = read_shared(paragraph, Beside::default()).and_then(|said| said.date);
        let found = shared.map(|(written, _)| written).or_else(|| {
            parts
                .chain([opening])
                .find_map(|part| date_line(part).or_else(|| date_line(&byline(part)?.1)))
        });
        if let Some(written) = found {
            return Some(written).filter(|w| is_stamped(paragraph) || !is_story(*w, paragraphs));
        }
        if is_prose(paragraph) {
            return None;
        }
    }
    None
}

/// Whether the line says itself what its day is: `Published: 4 June 2019`.
fn is_stamped(line: &str) -> bool {
    let first = line.split([' ', ':']).next().unwrap_or_default().to_lowercase();
    [
        "published",
        "posted",
        "updated",
        "first",
        "last",
        "date",
        "issued",
        "released",
    ]
    .contains(&first.as_str())
}

/// Whether the text tells of later days: then the date above it opens the story itself.
pub fn is_story(written: Written, paragraphs: &[String]) -> bool {
    let Some(day) = written.day() else { return false };
    let later = |text: &String| {
        dates::find(text)
            .iter()
            .any(|(_, w)| w.day().is_some_and(|d| d.days() - day.days() > LATER))
    };
    paragraphs.iter().any(later)
}

#[cfg(test)]
mod tests {
    use super::day;

    fn read(text: &str) -> Option<String> {
        let paragraphs: Vec<String> = text.split('\n').map(str::to_owned).collect();
        day(&paragraphs).map(|w| w.to_string())
    }

    #[test]
    fn the_day_of_publication_above_the_first_sentence() {
        const FIRST: &str = "The mayor of the town opened the new bridge on Monday.";
        for head in [
            "Published: 7 May 2018",
            "May 7, 2018",
            "2018-05-07",
            "Updated 9:10 AM ET, Mon May 7, 2018",
            "Monday 7 May 2018 11.40 BST",
            "Bridge opens at last\nBy Ann Lee\nPosted on Monday, 7th May 2018",
            "By Ann Lee | May 7, 2018",
            "Last updated: 7 May 2018, 14:05 GMT",
            "Updated 9 May 2018 | Published 7 May 2018",
            "BERGEN, Norway (AP) — May 7, 2018",
        ] {
            assert_eq!(
                read(&format!("{head}\n{FIRST}")).as_deref(),
                Some("2018-05-07"),
                "{head}"
            );
        }
        let inline = format!("Posted on Monday, 7th May 2018. {FIRST}");
        assert_eq!(read(&inline).as_deref(), Some("2018-05-07"));
    }

    #[test]
    fn a_day_that_the_article_tells_of_is_none() {
        for text in [
            "On May 7, 2018, the mayor of the town opened the new bridge.",
            "The mayor of the town opened the new bridge on Monday.\nMay 7, 2018",
            "May 7, 2018 was the day on which the mayor opened the bridge.",
            "July 20, 1969\nThe men landed while the world was watching them live. On July 20, 2019, many remembered it.",
            "The bridge of May 7, 2018\nThe mayor of the town opened the new bridge on Monday.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
