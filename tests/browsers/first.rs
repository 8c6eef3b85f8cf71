//! What is read before the page lives, where its address asks for a search.

use dateline_corpus::Filters;
use dateline_tests::browser::{Site, browse};
use serde_json::{Value, json};

use crate::common::{expect_list, listed, plain, site, title_words, truth};

/// Keeps the first items that the program draws into the plain list: title, text and matches of each.
const PROBE: &str = "<head><script>new MutationObserver((_, o) => { \
    const hits = [...document.querySelectorAll('.plain-list .hit')]; \
    if (hits.length) { o.disconnect(); window.firsts = [document.documentElement.hidden, hits.map(h => \
    [h.querySelector('h2').textContent, h.querySelector('.lead')?.textContent ?? '', \
    [...h.querySelectorAll('mark')].map(m => m.textContent)])]; } \
    }).observe(document, { childList: true, subtree: true, attributes: true })</script>";

#[test]
fn a_link_to_a_search_is_answered_in_the_plain_list_before_the_page_lives() {
    browse(|page| {
        let index = std::fs::read_to_string(site().join("index.html")).unwrap();
        let host = Site::of(site())
            .with("probe.html", &index.replacen("<head>", PROBE, 1))
            .open();
        for word in title_words().iter().take(3) {
            let view = truth().explore(word, Filters::default());
            page.goto("about:blank");
            page.goto(&host.url(&format!("probe.html#q={word}")));
            page.ready();
            expect_list(page, word, &view);
            let wanted: Vec<Value> = view
                .hits
                .iter()
                .take(8)
                .map(|hit| {
                    let marks: Vec<&str> = hit
                        .title
                        .iter()
                        .chain(&hit.snippet)
                        .filter(|piece| piece.matched)
                        .map(|piece| piece.text.as_str())
                        .collect();
                    json!([plain(&hit.title), plain(&hit.snippet), marks])
                })
                .collect();
            assert!(!wanted.is_empty(), "{word} stands in a title");
            assert_eq!(page.eval("window.firsts[1]"), Value::from(wanted), "{word}");
            assert_eq!(page.eval("window.firsts[0]"), json!(false), "what is drawn can be seen");
        }
    });
}

#[test]
fn a_link_to_a_search_shows_the_plain_list_where_the_program_is_slow() {
    browse(|page| {
        let word = &title_words()[0];
        let host = Site::of(site()).held(".wasm").open();
        page.goto(&host.url(&format!("#q={word}")));
        page.wait("the list of all articles", "!document.documentElement.hidden");
        assert_eq!(page.count(".plain-list li"), truth().all().hits.len());
        host.release();
        page.ready();
        let view = truth().explore(word, Filters::default());
        expect_list(page, word, &view);
        assert!(!listed(page).is_empty());
    });
}
