//! After the first visit the page works without its server, and a new version takes over as a whole.

use dateline_tests::browser::{Site, Wish, browse_afresh};
use dateline_tests::truth::Truth;

use crate::common::{build, plain, scratch, search_and_filter, site, truth, wait_kept};

#[test]
fn after_the_first_visit_the_page_works_with_the_server_stopped() {
    browse_afresh(Wish::default(), |page| {
        let mut host = Site::of(site()).below("/some/where/").open();
        page.open(&host.url(""));
        wait_kept(page);
        host.stop();
        for name in ["", "index.html", "?from=mail"] {
            page.goto("about:blank");
            page.open(&host.url(name));
            search_and_filter(page);
        }
        page.goto("about:blank");
        page.open(&host.url(&format!("#article={}", truth().all().hits[0].id)));
        page.wait_for("#article-title");
        page.forgive();
    });
}

#[test]
fn a_new_version_takes_over_as_a_whole() {
    browse_afresh(Wish::default(), |page| {
        let folder = scratch("versions");
        let article = |title: &str| {
            format!(
                "---\ntitle: {title}\ndate: 2021-05-06\noutlet: Harbour Post\n---\n\nThe harbour of Oslo was busy.\n"
            )
        };
        let (old, new) = (article("The old edition"), article("The new edition"));
        let first = build(&folder, &[("a.md", old.as_bytes())], "first");
        let second = build(&folder, &[("a.md", new.as_bytes()), ("b.md", old.as_bytes())], "second");
        let host = Site::of(&first).open();
        page.open(&host.url(""));
        wait_kept(page);
        page.wait_text("#results-title", "1 article");
        host.publish(&second);
        // The visit that finds the new version still shows the old one, whole. When a browser looks for one is its own
        // business (Chromium: once the worker rests); here it is asked to.
        page.open(&host.url(""));
        page.wait_text(".results .hit-title", "The old edition");
        page.call_until(
            "const done = arguments[arguments.length - 1]; navigator.serviceWorker.ready.then(async r => { await r.update(); \
             const rest = () => r.installing || r.waiting ? setTimeout(rest, 50) : done(1); rest() })",
            vec![],
        );
        page.open(&host.url(""));
        let truth = Truth::of_site(&second);
        page.wait_text("#results-title", "2 articles");
        assert_eq!(
            page.texts(".results .hit-title"),
            truth.all().hits.iter().map(|hit| plain(&hit.title)).collect::<Vec<_>>()
        );
        // Nothing of the old one is kept, and the new one works offline.
        page.open(&host.url(""));
        page.call_until(
            "const done = arguments[arguments.length - 1]; const look = async () => { const n = await caches.keys(); \
             n.length === 1 ? done(n) : setTimeout(look, 100) }; look()",
            vec![],
        );
        let mut host = host;
        host.stop();
        page.goto("about:blank");
        page.open(&host.url(""));
        page.wait_text("#results-title", "2 articles");
        page.forgive();
    });
}
