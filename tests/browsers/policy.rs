//! What the page may do: nothing outside its own origin, and nothing that its policy forbids.

use dateline_tests::browser::{Kind, browse};
use serde_json::json;

use crate::common::{open, site, title_words, truth};

#[test]
fn no_request_leaves_the_pages_own_origin() {
    browse(|page| {
        let host = open(page, "");
        // Through every view.
        page.search(&title_words()[0]);
        page.wait_for(".chips");
        page.wait_for(".map-svg [data-country]");
        page.click(".results .hit-link");
        page.wait_for(".mini-map svg");
        page.click(".article-text a.mention");
        page.wait_for("[role=dialog]");
        let own = host.url("");
        let asked = page.eval("performance.getEntriesByType('resource').map(e => e.name)");
        let asked: Vec<&str> = asked
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|n| n.as_str())
            .collect();
        assert!(
            asked.iter().any(|address| address.ends_with(".wasm")),
            "requests are seen at all: {asked:?}"
        );
        let outside: Vec<_> = asked
            .iter()
            .filter(|a| !a.starts_with(&own) && !a.starts_with("blob:") && !a.starts_with("data:"))
            .collect();
        assert!(outside.is_empty(), "{outside:?}");
        if page.kind() == Kind::Chromium {
            // Chromium's own record also has what a worker or a link's preloading asks for.
            let log = page.command("se/log", json!({ "type": "performance" }));
            let entries = log
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|e| e["message"].as_str());
            let sent: Vec<String> = entries
                .filter_map(|text| serde_json::from_str::<serde_json::Value>(text).ok())
                .filter(|e| e["message"]["method"] == "Network.requestWillBeSent")
                .filter_map(|e| e["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
                .filter(|url| url.starts_with("http") && !url.starts_with("http://127.0.0.1:"))
                .collect();
            assert!(sent.is_empty(), "{sent:?}");
        }
        // Violations of the policy are complaints, and fail every test.
    });
}

#[test]
fn the_policy_forbids_what_the_page_does_not_need() {
    browse(|page| {
        let _host = open(page, "");
        let policy = page
            .attributes("meta[http-equiv=Content-Security-Policy]", "content")
            .join("");
        assert!(policy.contains("default-src 'none'"), "{policy}");
        for forbidden in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(
                !policy.split([' ', ';']).any(|word| word == forbidden),
                "{forbidden} in {policy}"
            );
        }
        // It is in force: an inline script and a foreign image do not come through.
        page.call(
            "window.ran = false; const s = document.createElement('script'); s.textContent = 'window.ran = true'; \
             document.head.append(s); const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i); \
             document.body.insertAdjacentHTML('beforeend', '<button id=bad onclick=\"window.ran = true\">x</button>'); \
             document.getElementById('bad').click()",
            vec![],
        );
        page.wait(
            "violations to be reported",
            "window.seen.filter(s => s.startsWith('securitypolicyviolation')).length >= 3",
        );
        assert_eq!(page.eval("window.ran"), false);
        page.forgive();
        assert!(!truth().all().hits.is_empty());
    });
}

#[test]
fn no_file_of_the_site_has_an_inline_handler_or_a_foreign_address() {
    for name in ["index.html", "articles.html"] {
        let html = std::fs::read_to_string(site().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
        for tag in tags {
            let words = tag.split_whitespace().skip(1);
            for word in words {
                assert!(!word.starts_with("on") || !word.contains('='), "{name}: {tag}");
                assert!(
                    !word.starts_with("src=\"http") && !word.starts_with("style="),
                    "{name}: {tag}"
                );
            }
        }
    }
}
