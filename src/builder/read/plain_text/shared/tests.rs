//! Heads as outlets print them, and sentences that begin like one.

use dateline_corpus::Article;
use proptest::prelude::*;

use super::{Beside, day_beside_others, read};
use crate::read::notes::Notes;
use crate::read::plain_text;

const TITLE: &str = "Harbour vote put off again";
const TEXT: &str = "The harbour council put off its vote for the third time this year, after the mayor left the session early.\n\n\
    “We shall meet again in the autumn,” said Ann Lee, who leads the council’s largest group.";

fn page(text: &str) -> Article {
    plain_text::read(text, &mut Notes::on("page.txt")).unwrap_or_default()
}

/// What the head says, and that it says it to nobody else: the text is only what stands below it.
fn check(title: &str, head: &str, date: &str, place: &str, outlet: &str, byline: &str) {
    let a = page(&format!("{title}\n{head}\n\n{TEXT}"));
    let day = a.date.map(|d| d.to_string()).unwrap_or_default();
    assert_eq!(
        (day.as_str(), a.place.as_str(), a.outlet.as_str(), a.byline.as_str()),
        (date, place, outlet, byline),
        "{head}"
    );
    assert_eq!((a.title.as_str(), a.text.as_str()), (title, TEXT), "{head}");
}

#[test]
fn things_that_share_a_line() {
    const DAY: &str = "2019-06-04";
    for (head, place, outlet, byline) in [
        // Place and day, with and without who publishes it.
        (
            "MELBOURNE, Australia (AFP) — 4 June 2019",
            "Melbourne, Australia",
            "AFP",
            "",
        ),
        ("NEW YORK (AP) — June 4, 2019", "New York", "AP", ""),
        ("ATHENS, Ohio — June 4, 2019", "Athens, Ohio", "", ""),
        ("Brussels, Tuesday June 4, 2019", "Brussels", "", ""),
        ("ASTANA/BAKU, 4 June 2019 (Reuters)", "Astana/Baku", "Reuters", ""),
        ("Nairobi, Kenya | June 4, 2019", "Nairobi, Kenya", "", ""),
        ("MELBOURNE, 4 June 2019", "Melbourne", "", ""),
        ("London — 4 June 2019", "London", "", ""),
        ("MOSCOW, June 4, 2019. /TASS/.", "Moscow", "TASS", ""),
        ("BEIJING, June 4, 2019 (Xinhua) --", "Beijing", "Xinhua", ""),
        (
            "CHARLOTTE, N.C., June 4, 2019 /PRNewswire/ --",
            "Charlotte, N.C.",
            "PRNewswire",
            "",
        ),
        // Who publishes it, and the day.
        ("Climate Home News, 4 June 2019", "", "Climate Home News", ""),
        ("4 Jun 2019, Reuters", "", "Reuters", ""),
        ("Jun 4, 2019 | Reuters", "", "Reuters", ""),
        ("Reuters | Jun 4, 2019", "", "Reuters", ""),
        ("DW 06/04/2019 June 4, 2019", "", "DW", ""),
        // Who wrote it, and the day.
        ("Words by Tom Allan. Tuesday 4 June 2019", "", "", "Tom Allan"),
        ("By Tom Allan. Tuesday 4 June 2019", "", "", "Tom Allan"),
        ("Posted on 4 June 2019 by Ann Lee", "", "", "Ann Lee"),
        (
            "By Ann Lee and Bo Ek | The Guardian | Tue 4 Jun 2019",
            "",
            "The Guardian",
            "Ann Lee and Bo Ek",
        ),
        ("Ann Lee, The Guardian, 4 June 2019", "", "The Guardian", "Ann Lee"),
        (
            "By Ann Lee, Bo Ek and Cy Dee, BBC News • 4 June 2019 • 5 min read",
            "",
            "BBC News",
            "Ann Lee, Bo Ek and Cy Dee",
        ),
        (
            "By Ann Lee | Staff Writer | June 4, 2019",
            "",
            "",
            "Ann Lee, Staff Writer",
        ),
        // The day with much about it.
        (
            "Published on June 4, 2019, at 10:00 am (Paris), updated at 2:00 pm",
            "",
            "",
            "",
        ),
        (
            "Updated 9 June 2019 11.20 BST | First published 4 June 2019",
            "",
            "",
            "",
        ),
        ("Published: 4 June 2019, updated: 9 June 2019", "", "", ""),
        (
            "Last modified on Sun 9 Jun 2019\nPublished Tue 4 Jun 2019 15.20 EDT",
            "",
            "",
            "",
        ),
        ("FOR IMMEDIATE RELEASE | June 4, 2019", "", "", ""),
        ("June 4, 2019, 5:01 a.m. ET", "", "", ""),
        ("Dienstag, 4. Juni 2019", "", "", ""),
        // On lines of their own.
        ("Camillus Eboh, Abuja\n4 June 2019", "Abuja", "", "Camillus Eboh"),
        (
            "Staff Correspondent, Dhaka\nJune 4, 2019",
            "Dhaka",
            "",
            "Staff Correspondent",
        ),
        ("Cricbuzz staff\nJune 4, 2019", "", "", "Cricbuzz staff"),
        ("Phil McNulty at Brann Stadium\n4 June 2019", "", "", "Phil McNulty"),
        (
            "Interview by Chloé Farand\nClimate Home News, 4 June 2019",
            "",
            "Climate Home News",
            "Chloé Farand",
        ),
        ("Opinion | Jean H. Lee\nJune 4, 2019", "", "", "Jean H. Lee"),
        ("From Ann Lee in Paris\nJune 4, 2019", "", "", "Ann Lee"),
        (
            "By Ann Lee\nPolitical editor\nJune 4, 2019",
            "",
            "",
            "Ann Lee, Political editor",
        ),
        ("PRESS RELEASE\nJune 4, 2019", "", "", ""),
        ("ANKARA\nJune 4, 2019 10:15:00", "Ankara", "", ""),
        (
            "ISTANBUL - Agence France-Presse\nJune 04 2019",
            "Istanbul",
            "Agence France-Presse",
            "",
        ),
        (
            "By Ann Lee and Bo Ek\nReporting from Kyiv, Ukraine\nJune 4, 2019\nUpdated 5:01 a.m. ET",
            "Kyiv, Ukraine",
            "",
            "Ann Lee and Bo Ek",
        ),
        (
            "Ann Lee\nPolitical editor\n@annlee\n4 June 2019",
            "",
            "",
            "Ann Lee, Political editor",
        ),
        (
            "Ann Lee Washington correspondent\nTue 4 Jun 2019",
            "",
            "",
            "Ann Lee Washington correspondent",
        ),
        (
            "Ann Lee in Paris, Bo Ek in Berlin and agencies\nTue 4 Jun 2019",
            "",
            "",
            "Ann Lee, Bo Ek in Berlin and agencies",
        ),
        (
            "Written by Ann Lee\nNew Delhi | Updated: June 4, 2019 10:15 IST\n4 min read",
            "New Delhi",
            "",
            "Ann Lee",
        ),
        (
            "Text by: FRANCE 24\nIssued on: 04/06/2019 - 10:15\nJune 4, 2019",
            "",
            "",
            "FRANCE 24",
        ),
        ("Publié le 4 juin 2019 à 10h15", "", "", ""),
        ("Berlin (dpa) – 4. Juni 2019", "Berlin", "dpa", ""),
    ] {
        check(TITLE, head, DAY, place, outlet, byline);
    }
    // A title of few words is one where a date follows.
    for title in ["Cy Dee obituary", "Floods kill ten", "Mayor wins"] {
        check(
            title,
            "Adam Sweeting\nTue 4 Jun 2019 11.20 GMT",
            DAY,
            "",
            "",
            "Adam Sweeting",
        );
    }
    // Without a year it is no date, and with two readings neither.
    check(TITLE, "SEOUL, June 4 (Yonhap) --", "", "Seoul", "Yonhap", "");
    check(TITLE, "London, 12/06/2019", "", "London", "", "");
}

#[test]
fn a_release_opens_with_its_place_and_day() {
    for (opening, place, outlet) in [
        (
            "Abu Dhabi, UAE; Madrid, Spain – 4 June 2019: ",
            "Abu Dhabi, UAE; Madrid, Spain",
            "",
        ),
        ("Madrid, Spain – 4 June 2019: ", "Madrid, Spain", ""),
        ("LONDON--(BUSINESS WIRE)--Jun 4, 2019-- ", "London", "BUSINESS WIRE"),
        ("BEIJING, June 4, 2019 (Xinhua) -- ", "Beijing", "Xinhua"),
    ] {
        let a = page(&format!("{TITLE}\nPRESS RELEASE\n\n{opening}{TEXT}"));
        let day = a.date.map(|d| d.to_string());
        assert_eq!(
            (day.as_deref(), a.place.as_str(), a.outlet.as_str()),
            (Some("2019-06-04"), place, outlet),
            "{opening}"
        );
        assert_eq!(a.text, TEXT, "{opening}");
    }
}

#[test]
fn what_the_story_says_stays_in_it() {
    for first in [
        "On 26 January 2019 the council of Bergen voted.",
        "Melbourne, 26 January 2019, was a day of rest.",
        "June 4, 2019 was a Tuesday.",
        "Nairobi, Kenya, woke on June 4, 2019 to rain.",
        "By June 4, 2019, nobody in London had an answer.",
        "London — on 4 June 2019 — was quiet.",
        "Reuters said on June 4, 2019, that talks failed.",
        "Ann Lee, Oslo’s mayor, left on 4 June 2019.",
        "From 4 June 2019 on, Paris has a mayor.",
        "Paris in June 2019",
        "The Premier League, the Guardian said",
        "Trump fires White House staff",
        "Police arrest reporter at the border",
        "Nottingham and Stoke-on-Trent.",
        "• Ukraine",
    ] {
        for head in [String::new(), format!("{TITLE}\n"), format!("{TITLE}\nBy Bo Ek\n\n")] {
            let a = page(&format!("{head}{first}\n\n{TEXT}"));
            let whole = format!("{}\n\n{}", a.title, a.text);
            assert!(whole.contains(first), "{head}{first}:\n{whole}");
            assert!(
                a.text.ends_with(TEXT) && a.outlet.is_empty() && a.place.is_empty(),
                "{head}{first}"
            );
            assert_eq!(a.date, None, "{head}{first}");
        }
    }
}

#[test]
fn a_line_with_a_thing_unknown_stays_and_gives_its_day() {
    for (line, date) in [
        ("Gudvangen am Fjord, 4 June 2019", Some("2019-06-04")),
        ("Premier League, 4 June 2019", Some("2019-06-04")),
        ("The bridge of 4 June 2019", None),
        ("Opened 4 June 2009, closed 4 June 2019", None),
    ] {
        let a = page(&format!("{TITLE}\n{line}\n\n{TEXT}"));
        assert_eq!(a.date.map(|d| d.to_string()).as_deref(), date, "{line}");
        assert_eq!(a.text, format!("{line}\n\n{TEXT}"));
    }
    // What is told of a later day makes it one of the story.
    let a = page(&format!(
        "{TITLE}\nBerlin Wall, 9 November 1989\n\nOn 4 June 2019, the mayor spoke of it.\n\n{TEXT}"
    ));
    assert_eq!(a.date, None);
}

proptest! {
    /// No line stops the reader, and what it finds stands in the line.
    #[test]
    fn any_line_is_read_without_a_panic(line in r"(\PC{0,6}|By Ann Lee|June 4, 2019|4/6/2019|10:15|OSLO|é|, |\. | — |\(|\)|/|\| | in | and |Reuters|editor){0,12}", titled: bool) {
        let beside = Beside { titled, dated_next: titled, byline_before: false };
        if let Some(said) = read(&line, beside) {
            prop_assert!(line.contains(&said.dateline) && line.contains(&said.outlet));
        }
        let _ = day_beside_others(&line);
    }
}
