//! What a reader sees when something of the page is missing, cut off or damaged: what happened, what to do, and the
//! articles' list all the same.

use dateline_tests::browser::{Fault, Page, Site, Wish, browse, browse_afresh};

use crate::common::{joined, plain, site, truth};

/// The list can be read.
#[track_caller]
fn expect_list_readable(page: &Page<'_>) {
    let text = joined(page.eval("document.body.innerText").as_str().unwrap_or_default());
    for hit in truth().all().hits {
        assert!(
            text.contains(&plain(&hit.title)),
            "{:?} can be read in: {text}",
            plain(&hit.title)
        );
        assert!(
            hit.outlet.is_empty() || text.contains(&hit.outlet),
            "{:?} can be read",
            hit.outlet
        );
    }
}

/// A message is there, in view, in words.
#[track_caller]
fn expect_message(page: &Page<'_>, what: &str) {
    page.wait_for("[role=alert]");
    let said = page.text("[role=alert]");
    assert!(said.len() > 60, "{what}: {said:?} says what happened");
    assert!(
        said.contains("Reload") || said.contains("again"),
        "{what}: {said:?} says what to do"
    );
    let (_, top, width, height) = page.rect("[role=alert]");
    assert!(
        top < 600.0 && width > 100.0 && height > 20.0,
        "{what}: the message is in view"
    );
    assert_eq!(page.count("[role=alert]"), 1, "{what}: it is said once");
}

#[test]
fn a_program_that_is_missing_cut_off_or_damaged_is_said_and_the_list_stays() {
    browse(|page| {
        let mut wasm = std::fs::read_dir(site())
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path());
        let wasm = wasm
            .find(|path| path.extension().is_some_and(|e| e == "wasm"))
            .expect("the site has a program");
        let size = std::fs::metadata(wasm).map_or(0, |meta| meta.len() as usize);
        for fault in [
            Fault::Missing,
            Fault::CutTo(0),
            Fault::CutTo(size / 2),
            Fault::CutTo(size - 1),
            Fault::BrokenOffAt(size / 2),
            // A byte of the first section's head, and one of the articles at the end.
            Fault::Flipped(size - 9),
            Fault::Flipped(1000),
        ] {
            let host = Site::of(site()).broken(".wasm", fault.clone()).open();
            page.goto(&host.url(""));
            expect_message(page, &format!("{fault:?}"));
            expect_list_readable(page);
        }
        // The browser reports failed requests and refused promises: that is what these are about.
        page.forgive();
    });
}

#[test]
fn a_damaged_byte_anywhere_in_the_articles_is_found() {
    browse(|page| {
        let pack = truth().size();
        for part in 1..6 {
            let host = Site::of(site()).broken(".wasm", Fault::Flipped(pack * part / 6)).open();
            page.goto(&host.url(""));
            expect_message(page, &format!("byte {} of {pack} from the end", pack * part / 6));
            expect_list_readable(page);
        }
        page.forgive();
    });
}

#[test]
fn a_page_cut_off_before_its_script_is_a_list() {
    browse(|page| {
        let html = std::fs::read_to_string(site().join("index.html")).unwrap();
        let end = html.find("<script data-wasm").expect("the script that starts the page");
        let host = Site::of(site())
            .untouched()
            .broken("index.html", Fault::CutTo(end))
            .open();
        page.goto(&host.url(""));
        page.wait_for(".plain-list");
        expect_list_readable(page);
        page.forgive();
    });
}

#[test]
fn without_the_stylesheet_the_plain_list_stays() {
    browse(|page| {
        let host = Site::of(site()).broken(".css", Fault::Missing).open();
        page.goto(&host.url("articles.html"));
        page.wait_for(".plain-list");
        expect_list_readable(page);
        page.forgive();
    });
}

#[test]
fn with_javascript_off_the_list_is_read_and_the_page_says_what_is_missing() {
    browse_afresh(
        Wish {
            without_scripts: true,
            ..Wish::default()
        },
        |page| {
            let host = Site::of(site()).open();
            page.goto(&host.url(""));
            let text = page.visible_text();
            assert!(text.contains("need JavaScript"), "{text}");
            for hit in truth().all().hits {
                assert!(
                    joined(&text).contains(&plain(&hit.title)),
                    "{:?} in {text}",
                    plain(&hit.title)
                );
            }
        },
    );
}

#[test]
fn a_repaired_site_works_at_the_next_visit() {
    browse(|page| {
        let host = Site::of(site()).broken(".wasm", Fault::CutTo(5000)).open();
        page.goto(&host.url(""));
        expect_message(page, "cut off");
        page.forgive();
        host.repair();
        page.reload();
        page.ready();
        assert!(!page.has("[role=alert]"));
    });
}

#[test]
fn what_came_damaged_is_not_kept_for_the_next_visit() {
    browse(|page| {
        let host = Site::of(site()).broken(".wasm", Fault::Flipped(1000)).open();
        page.goto(&host.url(""));
        expect_message(page, "a damaged byte");
        // The page asks for this by itself, at a time of its own.
        let kept = page.call_until(
            "const done = arguments[arguments.length - 1]; navigator.serviceWorker.register('sw.js').then(r => { \
             const w = r.installing || r.waiting || r.active; \
             const look = () => ['activated', 'redundant'].includes(w.state) ? done(w.state) : setTimeout(look, 50); look() }, \
             e => done(String(e)))",
            vec![],
        );
        assert_ne!(kept, "activated", "damaged files are kept");
        page.forgive();
        host.repair();
        page.reload();
        page.ready();
        assert!(!page.has("[role=alert]"));
    });
}
