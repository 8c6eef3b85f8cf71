//! Pages as sites of several kinds save them, and what must come out. The texts are our own.

use std::path::Path;

use dateline_corpus::Article;
use proptest::prelude::*;

use super::read;
use crate::read::notes::{Notes, kind};
use crate::read::{Format, read_one};

const FIRST: &str =
    "The harbour council put off its vote for the third time this year, after the mayor left the session early.";
const SECOND: &str = "“We shall meet again in the autumn,” said Ann Lee, who leads the council’s largest group.";

fn page(text: &str) -> (Article, Vec<String>) {
    let mut notes = Notes::on("page.txt");
    let article = read(text, &mut notes).unwrap_or_default();
    (
        article,
        notes.into_warnings().iter().map(|w| kind(w).to_owned()).collect(),
    )
}

/// Title, outlet, byline, date, dateline and text of a page; a field that must be empty is not named.
fn check(text: &str, expected: &[(&str, &str)], kinds: &[&str]) {
    let (a, said) = page(text);
    let date = a.date.map(|d| d.to_string()).unwrap_or_default();
    for (name, found) in [
        ("title", &a.title),
        ("outlet", &a.outlet),
        ("byline", &a.byline),
        ("date", &date),
        ("dateline", &a.dateline),
        ("place", &a.place),
        ("url", &a.url),
    ] {
        let wanted = expected.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| *v);
        assert_eq!(found, wanted, "{name} of:\n{text}");
    }
    let wanted = expected
        .iter()
        .find(|(n, _)| *n == "text")
        .map_or_else(|| format!("{FIRST}\n\n{SECOND}"), |(_, v)| (*v).to_owned());
    assert_eq!(a.text, wanted, "text of:\n{text}");
    assert_eq!(said, kinds, "warnings of:\n{text}");
}

#[test]
fn a_title_and_two_paragraphs() {
    let title = [("title", "Harbour vote put off again")];
    for gap in ["\n", "\n\n", "\n\n\n\n"] {
        check(
            &format!("Harbour vote put off again{gap}{FIRST}{gap}{SECOND}\n"),
            &title,
            &[],
        );
    }
}

#[test]
fn a_text_without_a_title_has_none() {
    check(&format!("{FIRST}\n\n{SECOND}"), &[], &[]);
    let place = [
        ("dateline", "BERGEN (Reuters)"),
        ("place", "Bergen"),
        ("outlet", "Reuters"),
    ];
    check(&format!("BERGEN (Reuters) - {FIRST}\n{SECOND}"), &place, &[]);
}

#[test]
fn a_headline_may_be_a_question_or_end_in_initials() {
    for title in [
        "Will the harbour council ever vote on the new quay?",
        "From Bergen by bicycle: a mayor’s long way to D.C.",
    ] {
        check(&format!("{title}\n\n{FIRST}\n\n{SECOND}"), &[("title", title)], &[]);
    }
}

#[test]
fn the_head_of_a_page_is_sorted_out() {
    check(
        &format!(
            "Home > News > Local\nThe Fjord Times\n\nHarbour vote put off again\nBy Ann Lee and Bo Ek | June 4, 2019\n\nShare Tweet Email\n\n{FIRST}\n\n{SECOND}"
        ),
        &[
            ("title", "Harbour vote put off again"),
            ("outlet", "The Fjord Times"),
            ("byline", "Ann Lee and Bo Ek"),
            ("date", "2019-06-04"),
        ],
        &["dropped navigation words", "dropped navigation words"],
    );
}

#[test]
fn named_fields_above_the_text_are_read() {
    check(
        &format!(
            "Title: Harbour vote put off again\nOutlet: The Fjord Times\nDate: 4 June 2019\nURL: https://example.org/a\n\n{FIRST}\n\n{SECOND}"
        ),
        &[
            ("title", "Harbour vote put off again"),
            ("outlet", "The Fjord Times"),
            ("date", "2019-06-04"),
            ("url", "https://example.org/a"),
        ],
        &[],
    );
}

#[test]
fn the_tail_of_a_page_goes() {
    let tail = "\n\nRelated Articles\nMayor opens new quay\nTen years of harbour plans\n\n• Harbour\n• Council\n\n12 comments\n\n© 2019 The Fjord Times. All rights reserved.\n";
    check(
        &format!("Harbour vote put off again\n\n{FIRST}\n\n{SECOND}{tail}"),
        &[("title", "Harbour vote put off again")],
        &["dropped link list"],
    );
}

#[test]
fn a_list_inside_the_text_stays() {
    let text =
        format!("Harbour vote put off again\n\n{FIRST}\n\nThe council wants:\n\n• a quay\n• a crane\n\n{SECOND}");
    let expected = format!("{FIRST}\n\nThe council wants:\n\n• a quay\n\n• a crane\n\n{SECOND}");
    check(
        &text,
        &[("title", "Harbour vote put off again"), ("text", &expected)],
        &[],
    );
}

#[test]
fn captions_and_credits_go_and_a_standfirst_stays() {
    check(
        &format!(
            "Harbour vote put off again\n\nThe mayor left early, and nobody knows why\n\nMayor Cy Dee at the quay. Photo: Bo Ek / AFP\n\n{FIRST}\n\nThe quay in May\n(AP Photo/Bo Ek)\n\n{SECOND}"
        ),
        &[
            ("title", "Harbour vote put off again"),
            (
                "text",
                &format!("The mayor left early, and nobody knows why\n\n{FIRST}\n\nThe quay in May\n\n{SECOND}"),
            ),
        ],
        &["dropped caption", "dropped caption"],
    );
    let repeated = FIRST.split(',').next().unwrap_or_default();
    check(
        &format!("Harbour vote put off again\n\n{repeated}\n\n{FIRST}\n\n{SECOND}"),
        &[("title", "Harbour vote put off again")],
        &["dropped line that the text repeats"],
    );
}

#[test]
fn days_without_a_year() {
    let dateline = |day: &str, tail: &str| format!("BERGEN, {day} (Reuters) - {FIRST}\n\n{SECOND}{tail}");
    let expected = |printed: &'static str, date: &'static str| {
        vec![
            ("dateline", printed),
            ("place", "Bergen"),
            ("outlet", "Reuters"),
            ("date", date),
        ]
    };
    check(
        &dateline("June 4", ""),
        &expected("BERGEN, June 4 (Reuters)", ""),
        &["date not complete"],
    );
    check(
        &dateline("June 4, 2019", ""),
        &expected("BERGEN, June 4, 2019 (Reuters)", "2019-06-04"),
        &[],
    );
    check(
        &dateline("June 4", "\n\n© 2019 Reuters"),
        &expected("BERGEN, June 4 (Reuters)", "2019-06-04"),
        &["date completed", "dropped copyright line"],
    );
    let (a, said) = page(&format!("{FIRST}\n\n{SECOND} (June 4)"));
    assert_eq!((a.date, a.extra["date as printed"].as_str()), (None, Some("4 June")));
    assert_eq!(said, ["date not complete", "dropped closing day"]);
    assert!(a.text.ends_with("largest group."));
}

#[test]
fn wrapped_pages_with_lost_line_ends() {
    let text = "Fjord News\nBack to Main\nHarbour vote put off again by a tired council\n\n\
                The harbour council put off its vote for the third time this\n\
                year, after the mayor left the session early, complaining of\n\
                the heat and of the\n\n\
                Ann Lee, who leads the council's largest group, said that the\n\
                vote would be held in the autumn. (June 4, 2019)";
    check(
        text,
        &[
            ("title", "Harbour vote put off again by a tired council"),
            ("outlet", "Fjord News"),
            ("date", "2019-06-04"),
            (
                "text",
                "The harbour council put off its vote for the third time this year, after the mayor left the session early, complaining of the heat and of the\n\nAnn Lee, who leads the council's largest group, said that the vote would be held in the autumn.",
            ),
        ],
        &["dropped navigation words", "paragraph cut off", "dropped closing day"],
    );
}

#[test]
fn standfirsts_names_and_stamps_between_title_and_text() {
    let standfirst = "Officials had urged the council to decide before the ships of the autumn arrive.";
    check(
        &format!(
            "News|Local\n\nHarbour vote put off again\n\n{standfirst}\n\nThe quay at dawn [Bo Ek/AFP]\nBy\nAnn Lee\n\nPublished On 4 June 2019\n\nBergen, Norway – {FIRST}\n\n{SECOND}\n\nSOURCE: AGENCIES"
        ),
        &[
            ("title", "Harbour vote put off again"),
            ("byline", "Ann Lee"),
            ("date", "2019-06-04"),
            ("dateline", "Bergen, Norway"),
            ("place", "Bergen, Norway"),
            ("text", &format!("{standfirst}\n\n{FIRST}\n\n{SECOND}")),
        ],
        &["dropped navigation words", "dropped caption"],
    );
    check(
        &format!(
            "WORLD NEWS\nJUNE 4, 2019 / 6:02 PM / UPDATED 2 HOURS AGO\n\nHarbour vote put off again\nAnn Lee, Bo Ek\n\n3 MIN READ\n\nBERGEN (Reuters) - {FIRST}\n\n{SECOND}\n\nReporting by Ann Lee; Editing by Cy Dee"
        ),
        &[
            ("title", "Harbour vote put off again"),
            ("outlet", "Reuters"),
            ("byline", "Ann Lee, Bo Ek"),
            ("date", "2019-06-04"),
            ("dateline", "BERGEN (Reuters)"),
            ("place", "Bergen"),
        ],
        &[
            "dropped navigation words",
            "dropped navigation words",
            "dropped staff note",
        ],
    );
    check(
        &format!(
            "Harbour vote put off again\n\nAnn Lee in Bergen\n\nTue 4 Jun 2019 09.32 BST\n\nShares\n214\n\n{FIRST}\n\nSign up to our newsletter\n\n{SECOND} (AFP)\n\nann@example.org"
        ),
        &[
            ("title", "Harbour vote put off again"),
            ("outlet", "AFP"),
            ("byline", "Ann Lee"),
            ("date", "2019-06-04"),
        ],
        &[
            "dropped byline details",
            "dropped navigation words",
            "dropped navigation words",
            "dropped signature",
            "dropped address",
        ],
    );
}

#[test]
fn wrapped_lines_that_look_like_furniture_stay() {
    let text = "Harbour vote put off again\n\n\
                The vote of the council was put off on Tuesday, and was moved\n\
                by Ann Lee in the end. Nobody knew who would pay for the\n\
                print. The members of the council would rather have gone\n\
                home. They were told that the day would be settled in the\n\
                June 4, 2019 meeting of all who have a seat and a say in the\n\
                news.";
    check(
        text,
        &[
            ("title", "Harbour vote put off again"),
            (
                "text",
                "The vote of the council was put off on Tuesday, and was moved by Ann Lee in the end. Nobody knew who would pay for the print. The members of the council would rather have gone home. They were told that the day would be settled in the June 4, 2019 meeting of all who have a seat and a say in the news.",
            ),
        ],
        &[],
    );
}

#[test]
fn other_scripts_are_read_alike() {
    let body = "港湾委員会は四日、新しい岸壁についての採決を三たび延期した。委員長は秋に再び開くと述べた。";
    let (a, _) = page(&format!("港湾委員会、採決を延期\n\n{body}\n\n{body}"));
    assert_eq!(a.title, "港湾委員会、採決を延期");
    assert_eq!(a.text, format!("{body}\n\n{body}"));
}

#[test]
fn furniture_alone_is_no_article() {
    for text in [
        "",
        "\n\n \n",
        "All news\n\nPrint\nShare\n",
        "© 2019 The Fjord Times\n",
        "###",
    ] {
        let mut notes = Notes::on("page.txt");
        assert!(read(text, &mut notes).is_none(), "{text:?}");
        assert!(
            notes.into_warnings().iter().any(|w| kind(w) == "empty article"),
            "{text:?}"
        );
    }
    let (a, _) = page("One line and nothing else");
    assert_eq!(a.text, "One line and nothing else");
}

/// What a saved page has, as its folder's own table says; empty where it has none.
struct Saved {
    name: &'static str,
    titled: bool,
    outlet: &'static str,
    byline: &'static str,
    date: &'static str,
    dateline: &'static str,
    paragraphs: usize,
    /// Kinds of warnings that must be there.
    said: &'static [&'static str],
}

const NONE: Saved = Saved {
    name: "",
    titled: true,
    outlet: "",
    byline: "",
    date: "",
    dateline: "",
    paragraphs: 0,
    said: &[],
};

const SAVED: [Saved; 5] = [
    Saved {
        name: "000_",
        outlet: "TASS",
        dateline: "TOKYO, March 16. /TASS/.",
        paragraphs: 14,
        said: &[
            "dropped navigation words",
            "dropped caption",
            "dropped line that the text repeats",
            "date not complete",
        ],
        ..NONE
    },
    Saved {
        name: "001_",
        titled: false,
        outlet: "Reuters",
        dateline: "TOKYO (Reuters)",
        paragraphs: 31,
        ..NONE
    },
    Saved {
        name: "002_",
        paragraphs: 14,
        said: &["dropped navigation words", "dropped link list"],
        ..NONE
    },
    Saved {
        name: "003_",
        outlet: "The Japan News/ANN",
        byline: "Toshimitsu Miyai, Seima Oki",
        date: "2017-03-17",
        dateline: "TOKYO (The Japan News/ANN)",
        paragraphs: 16,
        said: &["dropped link list"],
        ..NONE
    },
    Saved {
        name: "004_",
        outlet: "Kyodo News",
        paragraphs: 22,
        said: &[
            "dropped navigation words",
            "paragraph cut off",
            "dropped closing day",
            "date not complete",
        ],
        ..NONE
    },
];

#[test]
fn five_saved_pages_where_they_are_at_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return;
    };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    for saved in SAVED {
        let name = saved.name;
        let file = files
            .iter()
            .find(|f| f.file_name().unwrap().to_string_lossy().starts_with(name))
            .unwrap();
        let reading = read_one(name, Format::PlainText, &std::fs::read(file).unwrap());
        let a = &reading.articles[0].article;
        assert_eq!(!a.title.is_empty(), saved.titled, "{name}");
        let date = a.date.map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(
            (a.outlet.as_str(), a.byline.as_str(), a.dateline.as_str(), date.as_str()),
            (saved.outlet, saved.byline, saved.dateline, saved.date),
            "{name}"
        );
        assert_eq!(a.text.split("\n\n").count(), saved.paragraphs, "{name}");
        let said: Vec<&str> = reading.articles[0].warnings.iter().map(kind).collect();
        for kind in saved.said {
            assert!(said.contains(kind), "{name}: {kind} not in {said:?}");
        }
        for gone in [
            "All news",
            "Back to Main",
            "print PRINT",
            "More Stories",
            "EPA/",
            "Trending",
        ] {
            assert!(!a.text.contains(gone), "{name}: {gone}");
        }
    }
}

proptest! {
    /// What comes out never has a control character or an empty paragraph, and every word of it was in the file.
    #[test]
    fn any_text_gives_clean_paragraphs(text in r"(?s)([A-Za-z“”é日.,:;()/ \n•|©\-]{0,40}|\PC{0,20}|By Ann Lee|March 16, 2017|TOKYO \(Reuters\) - |More Stories|\n\n){0,30}") {
        let cleaned = crate::read::clean::clean(&text).text;
        if let Some(article) = read(&cleaned, &mut Notes::on("f")) {
            prop_assert!(!article.text.chars().any(|c| c.is_control() && c != '\n'));
            for paragraph in article.text.split("\n\n") {
                prop_assert!(!paragraph.trim().is_empty());
                prop_assert!(!paragraph.contains('\n'));
            }
            let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let whole = squeeze(&cleaned);
            for paragraph in article.text.split("\n\n") {
                prop_assert!(whole.contains(&squeeze(paragraph)), "{paragraph}");
            }
        }
    }

    /// No bytes stop any reader.
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), opening in "(|---\n|\\{\"text\":\"|\\[|# )") {
        let mut all = opening.into_bytes();
        all.extend(bytes);
        for format in [Format::PlainText, Format::Markdown, Format::JsonLines] {
            for read in read_one("f", format, &all).articles {
                prop_assert!(!read.article.text.is_empty() && !read.article.id.is_empty());
                prop_assert!(!read.article.text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            }
        }
    }
}
