//! Hosts as they are: below any path, with wrong types, with files named differently.

use std::collections::BTreeSet;

use dateline_corpus::Filters;
use dateline_tests::browser::{Host, Page, Site, browse};

use crate::common::{expect_list, site, title_words, truth};

#[track_caller]
fn explore(page: &Page<'_>, host: &Host, name: &str) {
    page.open(&host.url(name));
    expect_list(page, "", &truth().all());
    let word = title_words().remove(0);
    page.search(&word);
    expect_list(page, &word, &truth().explore(&word, Filters::default()));
    page.wait_for(".map-svg [data-country]");
}

/// Everything asked for was there, and below the host's path.
#[track_caller]
fn expect_found(host: &Host) {
    let requests = host.requests();
    let failed: Vec<_> = requests
        .iter()
        .filter(|(path, status)| *status != 200 && path != "/favicon.ico")
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert!(requests.iter().any(|(path, _)| path.ends_with(".wasm")), "{requests:?}");
}

#[test]
fn the_site_works_below_any_path() {
    browse(|page| {
        for path in ["/", "/some/where/", "/a%20b/~c/"] {
            let host = Site::of(site()).below(path).open();
            explore(page, &host, "");
            expect_found(&host);
        }
    });
}

#[test]
fn the_page_works_under_its_file_name_and_with_a_query() {
    browse(|page| {
        let host = Site::of(site()).below("/x/").open();
        for name in ["index.html", "?utm_source=mail", "index.html?v=2"] {
            explore(page, &host, name);
        }
        expect_found(&host);
    });
}

#[test]
fn a_host_that_does_not_know_wasm_is_good_enough() {
    browse(|page| {
        for kind in ["application/octet-stream", "text/plain", "binary/octet-stream"] {
            let host = Site::of(site()).typed(".wasm", kind).open();
            explore(page, &host, "");
            expect_found(&host);
        }
    });
}

#[test]
fn the_site_as_published_starts_without_what_the_tests_add() {
    browse(|page| {
        let host = Site::of(site()).untouched().open();
        explore(page, &host, "");
    });
}

#[test]
fn every_file_that_the_page_names_is_in_the_site() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.goto(&host.url("articles.html"));
        let names = page.eval("[...document.querySelectorAll('link[href], a[href], script[src]')].map(e => new URL(e.href || e.src).pathname)");
        for name in names.as_array().into_iter().flatten().filter_map(|n| n.as_str()) {
            let file = site().join(name.trim_start_matches('/'));
            assert!(file.exists(), "{name} is named and not there");
        }
        page.click("main a[href*='#article=']");
        page.ready();
        page.wait_for("#article-title");
    });
}

#[test]
fn no_two_hosts_have_the_same_origin() {
    // Of so many ports drawn from some 7,000, two are the same in all but one of 500 runs.
    let hosts = 300;
    let origins: BTreeSet<String> = (0..hosts).map(|_| Site::of(site()).open().url("")).collect();
    assert_eq!(origins.len(), hosts, "a browser keeps what an origin stored");
}
