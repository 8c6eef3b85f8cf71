//! A corpus in parts: the page answers as with the whole, fetches what it needs, keeps all of it when told to, and says what
//! is missing.

use std::path::PathBuf;
use std::time::Duration;

use dateline_corpus::Filters;
use dateline_tests::browser::{Fault, Host, Page, Site, Wish, browse, browse_afresh};
use dateline_tests::project;
use serde_json::{Value, json};

use crate::common::{build_from, expect_list, ids, scratch, search_and_filter, title_words, truth, wait_kept};

/// The bundled corpus as a site in parts.
fn in_parts(name: &str) -> PathBuf {
    let corpus = project::root().join("corpus");
    build_from(&corpus, &["--parts", "always"], &scratch(name).join("site"))
}

/// The names of the parts that were asked for.
fn fetched(host: &Host) -> Vec<String> {
    let requests = host.requests().into_iter();
    requests
        .filter_map(|(path, _)| Some(path.split_once("/parts/")?.1.to_owned()))
        .collect()
}

#[test]
fn a_site_in_parts_answers_as_a_whole_one() {
    browse(|page| {
        let host = Site::of(in_parts("parts")).below("/deep/down/").open();
        page.open(&host.url(""));
        search_and_filter(page);
        for query in ["\"north korea\"", "missle", "talks -zebra", "near:5(north korea)"] {
            page.goto("about:blank");
            page.open(&host.url(&format!("#q={}", query.replace(' ', "%20").replace('"', "%22"))));
            expect_list(page, query, &truth().explore(query, Filters::default()));
        }
        let first = &truth().all().hits[0].id;
        page.goto("about:blank");
        page.open(&host.url(&format!("#article={first}")));
        page.wait_for("#article-title");
        page.wait_for(".article-text .mention");
        let asked = fetched(&host);
        assert!(!asked.is_empty(), "parts are fetched");
    });
}

#[test]
fn what_was_fetched_is_not_fetched_again() {
    browse_afresh(Wish::default(), |page| {
        let host = Site::of(in_parts("parts once")).open();
        let word = title_words().remove(0);
        let view = truth().explore(&word, Filters::default());
        for _ in 0..2 {
            page.goto("about:blank");
            page.open(&host.url(&format!("#q={word}")));
            expect_list(page, &word, &view);
            page.wait_for(".map-svg [data-country]");
        }
        let mut asked = fetched(&host);
        asked.sort();
        let all = asked.len();
        asked.dedup();
        assert_eq!(asked.len(), all, "each part is asked for once");
    });
}

/// What is said once nothing is missing.
const KEPT: &str = "Everything is kept on this machine: this page works without a network.";

#[track_caller]
fn keep_all(page: &Page<'_>) {
    page.wait_for(".kept button");
    page.click(".kept button");
    page.wait_text(".kept [role=status]", KEPT);
}

#[test]
fn what_is_kept_is_read_with_the_server_stopped() {
    browse_afresh(Wish::default(), |page| {
        let mut host = Site::of(in_parts("parts kept")).open();
        page.open(&host.url(""));
        wait_kept(page);
        keep_all(page);
        host.stop();
        page.goto("about:blank");
        page.open(&host.url(""));
        for word in title_words() {
            page.search(&word);
            expect_list(page, &word, &truth().explore(&word, Filters::default()));
        }
        page.wait_text(".kept [role=status]", KEPT);
        let last = ids(&truth().all().hits).pop().unwrap_or_default();
        page.goto("about:blank");
        page.open(&host.url(&format!("#article={last}")));
        page.wait_for("#article-title");
        page.forgive();
    });
}

#[test]
fn what_comes_altered_is_not_kept() {
    browse_afresh(Wish::default(), |page| {
        let site = in_parts("parts altered");
        let files = std::fs::read_dir(site.join("parts")).into_iter().flatten().flatten();
        let names: Vec<_> = files
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        let of_kind = |kind| names.iter().find(|name| name.starts_with(kind)).expect("a part of it");
        // Neither is fetched before somebody searches or follows an address: keeping is what asks for them first.
        let (ids, lists) = (of_kind('i'), of_kind('l'));
        let host = Site::of(&site)
            .broken(ids, Fault::Flipped(1))
            .held(ids)
            .held(lists)
            .open();
        page.open(&host.url(""));
        page.wait_for(".kept button");
        page.click(".kept button");
        // Keeping asks for nothing more once it failed: both have to be on their way before one of them fails.
        host.wait_asked(&[ids, lists]);
        host.let_go(ids);
        let failed =
            "document.querySelector('.kept [role=status]').textContent.startsWith('Not everything could be kept')";
        page.wait("that not everything is kept", failed);
        // What is told of progress waits 200 ms; a part that comes after the failure has none to tell of.
        std::thread::sleep(Duration::from_millis(300));
        host.release();
        page.wait(
            "the part that was late",
            &format!("caches.match('parts/{lists}').then(Boolean)"),
        );
        assert!(page.eval(failed) == true, "the failure is still what is said");
        host.repair();
        keep_all(page);
        page.forgive();
    });
}

#[test]
fn a_part_that_is_missing_or_altered_is_said_and_asked_for_again() {
    browse(|page| {
        let site = in_parts("parts damaged");
        let terms = std::fs::read_dir(site.join("parts")).into_iter().flatten().flatten();
        let terms = terms.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let terms: Vec<String> = terms.filter(|name| name.starts_with('t')).collect();
        let word = title_words().remove(0);
        for fault in [Fault::Missing, Fault::Flipped(1), Fault::CutTo(20)] {
            let mut broken = Site::of(&site);
            for name in &terms {
                broken = broken.broken(name, fault.clone());
            }
            let host = broken.open();
            page.goto(&host.url(&format!("#q={word}")));
            page.wait_for(".shell-failure");
            assert!(page.text(".shell-failure").contains("article"), "{fault:?}");
            page.forgive();
            page.open(&host.url(""));
            page.search(&word);
            page.wait_for(".trouble");
            let said = page.text(".trouble");
            assert!(
                said.contains("could not be answered") && said.contains("article"),
                "{fault:?}: {said}"
            );
            assert!(!page.has(".hit-link"), "no list stands there that is no answer");
            page.forgive();
            host.repair();
            // Suggestions whose parts come only now may lie over the button.
            page.eval("document.querySelector('.trouble button').click()");
            expect_list(page, &word, &truth().explore(&word, Filters::default()));
            assert!(!page.has(".trouble"));
            page.forgive();
        }
    });
}

const PLAIN: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Plain</title>\
    <script type=module>import { Explorer, PartsExplorer } from './api/dateline.js'; const wasm = location.hash.slice(1); \
    window.refused = await Explorer.open(new URL(wasm, location.href)).catch(e => e.message); \
    window.explorer = await PartsExplorer.open(wasm); document.title = 'open'</script></head><body></body></html>";

#[test]
fn another_page_asks_a_corpus_in_parts() {
    browse(|page| {
        let site = in_parts("parts api");
        let files = std::fs::read_dir(&site).into_iter().flatten().flatten();
        let mut names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let wasm = names
            .find(|name| name.ends_with(".wasm"))
            .expect("the site has a program");
        let host = Site::of(&site).with("plain.html", PLAIN).open();
        page.goto(&host.url(&format!("plain.html#{wasm}")));
        page.wait("the corpus opened", "document.title === 'open'");
        let refused = page.eval("refused");
        assert!(
            refused.as_str().is_some_and(|e| e.contains("PartsExplorer")),
            "{refused}"
        );
        for word in title_words() {
            let view = truth().explore(&word, Filters::default());
            let found = page.call_until(
                "const done = arguments[arguments.length - 1]; explorer.search(arguments[0], { limit: 3 }).then(done, e => done(String(e)))",
                vec![json!(word)],
            );
            assert_eq!(found["total"], json!(view.total), "{word}: {found}");
            let hits: Vec<Value> = view.hits.iter().take(3).map(|hit| json!(hit.id)).collect();
            let shown: Vec<&Value> = found["hits"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|hit| &hit["id"])
                .collect();
            assert!(shown.into_iter().eq(&hits), "{word}: {found}");
        }
    });
}
