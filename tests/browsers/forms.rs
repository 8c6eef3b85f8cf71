//! Words that no article has, and other names of what articles name: found on a phone, from a file and in parts, online and off.

use dateline_tests::browser::{Page, Site, Wish, browse_afresh};

use crate::common::{build, build_from, listed, scratch, wait_kept};

/// Each in its language, which nobody says.
const ARTICLES: [(&str, &str); 5] = [
    (
        "english.txt",
        "Talks resume\n\nBy The Example Times\n\nThe negotiations with the United Kingdom resumed on Monday after a long-time \
         diplomat sent an e-mail. The North Atlantic Treaty Organization (NATO) said that it would watch them. NATO has an office there.\n",
    ),
    (
        "german.txt",
        "Verkauf am See\n\nDas alte Haus am See wurde nach Angaben der Regierung am Montag verkauft. Der Käufer ist nicht bekannt, \
         und die Gemeinde hat sich dazu noch nicht geäußert.\n",
    ),
    (
        "french.txt",
        "La course\n\nLe cheval a gagné la course, selon le ministre, qui était dans la ville avec sa famille lundi après-midi \
         pour les fêtes.\n",
    ),
    (
        "korean.txt",
        "회담 재개\n\n남북 고위급 회담이 월요일 서울에서 다시 열렸다고 정부가 밝혔다. 양측은 두 주 뒤에 다시 만나기로 했다.\n",
    ),
    (
        "russian.txt",
        "Итоги\n\nПереговоры завершились в понедельник, сообщило правительство. Стороны договорились встретиться ещё раз через две \
         недели.\n",
    ),
];

/// What is asked, and the article that has it.
const QUESTIONS: [(&str, &str); 8] = [
    ("häuser ", "german"),
    ("cheval ", "french"),
    ("chevaux ", "french"),
    ("переговоров ", "russian"),
    ("negotiating ", "english"),
    ("email ", "english"),
    ("country:britain ", "english"),
    ("org:nato ", "english"),
];

#[track_caller]
fn ask_all(page: &Page<'_>) {
    for (query, expect) in QUESTIONS {
        page.search(query);
        page.wait_text("#results-title", &format!("1 result for {}", query.trim()));
        assert_eq!(listed(page), [expect], "{query}");
    }
    // Seoul, each syllable in its letters.
    page.search("\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}");
    page.wait_text("#results-title", "1 result for 서울");
    assert_eq!(listed(page), ["korean"]);
    assert!(
        page.eval("document.scrollingElement.scrollWidth <= innerWidth") == true,
        "nothing is wider than the window"
    );
}

#[test]
fn forms_and_other_names_are_found_from_a_file() {
    browse_afresh(Wish::default(), |page| {
        page.resize(390, 800);
        let file = build(
            &scratch("forms"),
            &ARTICLES.map(|(name, text)| (name, text.as_bytes())),
            "forms.html",
        );
        page.open(&format!("file://{}", file.display()));
        ask_all(page);
    });
}

#[test]
fn forms_and_other_names_are_found_in_parts_with_the_server_stopped() {
    browse_afresh(Wish::default(), |page| {
        page.resize(390, 800);
        let folder = scratch("forms in parts");
        build(
            &folder,
            &ARTICLES.map(|(name, text)| (name, text.as_bytes())),
            "forms.pack",
        );
        let articles = folder.join("articles for forms.pack");
        let site = build_from(&articles, &["--parts", "always"], &folder.join("site"));
        let mut host = Site::of(site).open();
        page.open(&host.url(""));
        ask_all(page);
        // What was asked once is kept.
        wait_kept(page);
        host.stop();
        page.goto("about:blank");
        page.open(&host.url(""));
        ask_all(page);
        page.forgive();
    });
}

/// Notes on a query's words, and the button under them.
#[track_caller]
fn noted(page: &Page<'_>, query: &str, total: &str, note: &str) {
    page.search(query);
    page.wait_text("#results-title", &format!("{total} for {}", query.trim()));
    page.wait_text(".note.corrected", note);
}

#[test]
fn what_may_be_misspelt_is_told_and_offered() {
    browse_afresh(Wish::default(), |page| {
        page.resize(390, 800);
        let many = (1..=40).map(|day| {
            let text =
                format!("Day {day}\n\nThe government told the council on day {day} what a toll would cost the town.\n");
            (format!("day{day}.txt"), text)
        });
        let few = [
            (
                "slip.txt",
                "A letter\n\nThe goverment was asked in a letter why the bridge was closed, and gave no answer.\n",
            ),
            (
                "tools.txt",
                "A sale\n\nThe tools of the old yard are to be sold on Friday, the owner of the yard said.\n",
            ),
        ];
        let few = few.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let articles: Vec<(String, String)> = many.chain(few).collect();
        let articles: Vec<(&str, &[u8])> = articles
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()))
            .collect();
        let file = build(&scratch("slips"), &articles, "slips.html");
        page.open(&format!("file://{}", file.display()));
        noted(
            page,
            "tolls ",
            "41 results",
            "Also showing results for tools, close to tolls.",
        );
        noted(page, "goverment ", "1 result", "Did you mean government");
        page.click(".note.corrected button");
        page.wait_text("#results-title", "40 results for government");
        page.wait_gone(".note.corrected");
    });
}
