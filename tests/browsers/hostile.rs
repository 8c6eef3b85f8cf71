//! Articles written to do harm: they are shown as text, nothing in them runs, and the page goes on working.

use std::path::PathBuf;

use dateline_tests::browser::{Page, Site, browse};
use dateline_tests::truth::Truth;
use serde_json::json;

use crate::common::{build, plain, scratch};

const SCRIPT: &str = "<script>window.pwned=1</script>";
const IMAGE: &str = "<img src=x onerror=window.pwned=2>";
const SVG: &str = "\"><svg onload=window.pwned=3>";

/// Words that no article but its own has.
const WORDS: [&str; 5] = ["quokka", "narwhal", "axolotl", "pangolin", "wombat"];

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let markdown = format!(
        "---\ntitle: '{SCRIPT}{IMAGE} quokka'\noutlet: '{SVG}Outlet'\nbyline: '{IMAGE}'\nplace: '{SCRIPT}'\n\
         date: 2020-01-01\nsource: '{SVG}'\nurl: 'javascript:window.pwned=4'\nlanguage: 'en\" onload=\"window.pwned=5'\n\
         '{IMAGE}': '{SCRIPT}'\n---\n\n{SCRIPT}\n\n{IMAGE}\n\n[a link](javascript:window.pwned=6)\n\n\
         The quokka of Japan met </script><script>window.pwned=7</script> {{{{list}}}} ${{window.pwned}} on Monday.\n"
    );
    let plain = format!(
        "narwhal \u{202E}desrever\u{2066} title\n\nBy \u{202B}Someone\n\nOSLO, May 1 \u{2014} The narwhal \u{0}\u{1}\u{8}\u{1b}[31m said \
         \u{200F}{IMAGE} in Norway.\n\n\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF} <iframe src=javascript:parent.pwned=8></iframe>\n"
    );
    let lines = [
        // Unpaired surrogates and NULs can only come escaped.
        r#"{"id":"s\ud800","title":"axolotl \ud800 \udfff \u0000 title","date":"2020-02-30","outlet":"\udc00<b>","url":"JaVaScRiPt:window.pwned=9","text":"The axolotl of Mexico \ud800 swam.\u0000\u0000\n\n\u202e\u2069<script>window.pwned=10</script>","unknown":{"deep":["<img src=x onerror=window.pwned=11>"]}}"#.to_owned(),
        format!(
            r#"{{"id":"../../{0}","title":"pangolin {0}","date":"0001-01-01","url":"data:text/html,{0}","text":"The pangolin of China. {0}"}}"#,
            SCRIPT.replace('/', "\\/")
        ),
    ];
    // One line, no sentence, no end in sight: ten megabytes.
    let unit = format!("wombat Tokyo {IMAGE} \u{202E}Zürich 東京 ");
    let long = unit.repeat(10_000_000 / unit.len());
    vec![
        ("a.md", markdown.into_bytes()),
        ("b.txt", plain.into_bytes()),
        ("c.jsonl", lines.join("\n").into_bytes()),
        ("d.txt", format!("The long wombat article\n\n{long}\n").into_bytes()),
        (
            "e<img src=x onerror=alert(1)>.txt",
            b"\xff\xfe\x00 broken bytes \xc3\x28".to_vec(),
        ),
    ]
}

fn built(name: &str, out: &str) -> PathBuf {
    let files = files();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    build(&scratch(name), &files, out)
}

/// Nothing ran, nothing became markup, no link leads to a script.
#[track_caller]
fn expect_harmless(page: &Page<'_>) {
    assert_eq!(
        page.eval("typeof window.pwned"),
        "undefined",
        "a script of an article ran"
    );
    let bad = page.eval(
        "[...document.querySelectorAll('#app script, #app img, #app iframe, #app b, #app [onload], #app [onerror]')].map(e => e.outerHTML)",
    );
    assert_eq!(bad, json!([]), "text of an article became markup");
    let links = page.attributes("a[href]", "href");
    let odd: Vec<_> = links
        .iter()
        .filter(|href| !(href.starts_with('#') || href.starts_with("http") || href.starts_with("./")))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}

#[test]
fn hostile_articles_are_listed_searched_and_read_as_text() {
    browse(|page| {
        let site = built("hostile", "site");
        let truth = Truth::of_site(&site);
        let host = Site::of(&site).open();
        page.open(&host.url(""));
        let all = truth.all();
        assert!(all.total >= 4, "every readable article is there: {}", all.total);
        page.wait_text("#results-title", &format!("{} articles", all.total));
        expect_harmless(page);
        let titles = page.texts(".results .hit-title").join("\n");
        assert!(
            titles.contains(SCRIPT) && titles.contains(IMAGE),
            "titles show as text: {titles}"
        );
        for word in WORDS {
            page.search(word);
            let view = truth.explore(word, Default::default());
            assert_eq!(view.total, 1, "{word} is in one article");
            page.wait_text("#results-title", &format!("1 result for {word}"));
            expect_harmless(page);
            page.click(".results .hit-link");
            page.wait_for("#article-title");
            page.wait_for(".article-text mark");
            expect_harmless(page);
            page.wait_text("#article-title", &plain(&view.hits[0].title));
            page.click(".reader-bar .back");
            page.wait_for(".results .hits");
        }
        page.search("onerror");
        page.wait(
            "results for a word of the markup",
            "document.querySelector('#results-title')?.textContent.includes('onerror') && document.querySelectorAll('.results mark').length > 0",
        );
        expect_harmless(page);
    });
}

#[test]
fn hostile_names_stay_text_in_filters_cards_chips_and_titles() {
    browse(|page| {
        let site = built("hostile-names", "site");
        let host = Site::of(&site).open();
        page.open(&host.url(""));
        let outlets = page.texts("[aria-labelledby=facet-outlet] .facet-name").join("\n");
        assert!(outlets.contains("<svg onload="), "{outlets}");
        page.click_text("[aria-labelledby=facet-outlet] .facet-name", &format!("{SVG}Outlet"));
        page.wait_text("#results-title", "1 article");
        assert!(page.text(".chip-pick").contains(SVG), "{}", page.text(".chips"));
        expect_harmless(page);
        page.click(".results .hit-link");
        page.wait_for("#article-title");
        page.wait(
            "the title as text",
            &format!("document.title.includes({})", json!(SCRIPT)),
        );
        let colophon = page.text(".colophon");
        assert!(
            colophon.contains(SCRIPT) && colophon.contains(SVG),
            "unknown fields and source are shown: {colophon}"
        );
        assert!(!page.has(".colophon a"), "an address that is no web address is no link");
        expect_harmless(page);
        // The address made by hostile keys opens the same view.
        page.reload();
        page.ready();
        page.wait_text("#article-title", &format!("{SCRIPT}{IMAGE} quokka"));
        expect_harmless(page);
    });
}

#[test]
fn turned_text_turns_nothing_around_it() {
    browse(|page| {
        let site = built("hostile-bidi", "site");
        let host = Site::of(&site).open();
        page.open(&host.url("#q=narwhal"));
        page.wait_for(".results .hit");
        // Every run of corpus text stands in an element that isolates its direction.
        let open = page.eval(
            "[...document.querySelectorAll('.page *')].flatMap(e => [...e.childNodes]).filter(n => n.nodeType === 3 && \
             /[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]/.test(n.data)).filter(n => !n.parentElement.closest('bdi, [dir=auto]'))\
             .map(n => n.parentElement.outerHTML.slice(0, 200))",
        );
        assert_eq!(open, json!([]));
        let title = page.eval("document.title");
        assert!(title.as_str().is_some_and(|t| !t.contains('\u{202E}')), "{title}");
    });
}

#[test]
fn a_hostile_corpus_in_one_file_runs_nothing_either() {
    browse(|page| {
        let file = built("hostile-file", "page.html");
        page.open(&format!("file://{}", file.display()));
        expect_harmless(page);
        page.search("pangolin");
        page.wait_text("#results-title", "1 result for pangolin");
        page.click(".results .hit-link");
        page.wait_for("#article-title");
        expect_harmless(page);
    });
}

#[test]
fn the_plain_list_of_a_hostile_corpus_is_text() {
    browse(|page| {
        let site = built("hostile-list", "site");
        let host = Site::of(&site).open();
        page.goto(&host.url("articles.html"));
        page.wait_for(".plain-list");
        let text = page.text(".plain-list");
        assert!(text.contains(SCRIPT) && text.contains(IMAGE), "{text:.300}");
        expect_harmless(page);
        assert_eq!(page.count(".plain-list [lang*='onload']"), 0);
    });
}
