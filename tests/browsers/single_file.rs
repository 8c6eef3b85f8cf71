//! The page in one file, opened by double click: `file://`, in a folder of any name.

use std::path::PathBuf;

use dateline_tests::browser::{browse, watched};
use dateline_tests::project;
use serde_json::json;

use crate::common::{scratch, search_and_filter, truth};

/// A copy of the page in a folder that is hard to name in an address, and its address.
fn copy(name: &str, watch: bool) -> (PathBuf, String) {
    let from = project::dist().join("dateline.html");
    let html =
        std::fs::read_to_string(&from).unwrap_or_else(|e| panic!("{}: {e}; run `cargo xtask dist`", from.display()));
    let folder = scratch(name).join("Größe & 100 % #1");
    let path = folder.join("dateline.html");
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, if watch { watched(&html) } else { html }));
    written.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let address = path
        .to_string_lossy()
        .replace('%', "%25")
        .replace(' ', "%20")
        .replace('#', "%23")
        .replace('?', "%3F");
    (path, format!("file://{address}"))
}

#[test]
fn it_starts_from_a_file_and_searches_filters_maps_and_links() {
    browse(|page| {
        let (_, address) = copy("single-file", true);
        page.open(&address);
        search_and_filter(page);
        let link = page.eval("location.href");
        let count = page.text("#results-title");
        // The link leads to the same view when it is opened anew.
        page.goto("about:blank");
        page.open(link.as_str().unwrap_or_default());
        page.wait_text("#results-title", &count);
        page.click(".results .hit-link");
        page.wait_for("#article-title");
        page.back();
        page.wait_text("#results-title", &count);
        assert!(page.has(".reader") || page.has(".results"));
    });
}

#[test]
fn the_file_as_published_starts_too() {
    browse(|page| {
        let (_, address) = copy("single-file-untouched", false);
        page.open(&address);
        search_and_filter(page);
    });
}

#[test]
fn it_asks_for_nothing_else() {
    browse(|page| {
        let (_, address) = copy("single-file-requests", true);
        page.open(&address);
        page.wait_for(".map-svg [data-country]");
        page.click(".results .hit-link");
        page.wait_for(".mini-map svg");
        let asked = page
            .eval("performance.getEntriesByType('resource').map(e => e.name).filter(n => !/^(blob|data):/.test(n))");
        assert_eq!(asked, json!([]));
    });
}

#[test]
fn a_file_that_was_cut_off_says_so_and_lists_its_articles() {
    browse(|page| {
        let (path, address) = copy("single-file-cut", true);
        let whole = std::fs::read(&path).unwrap_or_default();
        std::fs::write(&path, &whole[..whole.len() - whole.len() / 5]).unwrap_or_else(|e| panic!("{e}"));
        page.goto(&address);
        page.wait_for("[role=alert]");
        let said = page.text("[role=alert]");
        assert!(
            said.contains("cut off") || said.contains("damaged") || said.contains("incomplete"),
            "{said}"
        );
        assert!(said.contains("again"), "it says what to do: {said}");
        for hit in truth().all().hits {
            let title: String = hit.title.iter().map(|p| p.text.as_str()).collect();
            assert!(page.text("main").contains(title.trim()), "{title:?} can still be read");
        }
        page.forgive();
    });
}
