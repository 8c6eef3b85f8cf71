//! What was done in a panel leaves the focus where work goes on, and a panel that was left is found as it was.

use dateline_tests::browser::{Key, Page, Site, browse};
use serde_json::json;

use crate::common::{build_from, scratch};

/// A page of one article that names a dozen people whom no table has.
fn strangers(page: &Page<'_>, name: &str, fragment: &str) -> dateline_tests::browser::Host {
    const NAMES: [&str; 12] = [
        "Zorvath",
        "Quimbly",
        "Brandtke",
        "Ostrander",
        "Vexley",
        "Marnoch",
        "Pellworth",
        "Tandoori",
        "Kesselring",
        "Ludgrove",
        "Haverbeck",
        "Wintle",
    ];
    let folder = scratch(name);
    let articles = folder.join("articles");
    std::fs::create_dir_all(&articles).unwrap_or_else(|e| panic!("{e}"));
    for (i, one) in NAMES.iter().enumerate() {
        let other = NAMES[(i + 5) % NAMES.len()];
        let text = format!(
            "Report {i}\n\n{one} {other} met Nils Brandt in London.\n\n{one} {other} said nothing in London.\n\n{other} left.\n"
        );
        std::fs::write(articles.join(format!("{i}.txt")), text).unwrap_or_else(|e| panic!("{e}"));
    }
    let host = Site::of(build_from(&articles, &[], &folder.join("built"))).open();
    page.open(&host.url(fragment));
    host
}

/// What has the focus, to a screen reader.
fn focused(page: &Page<'_>) -> String {
    let said = "document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? ''";
    page.eval(said).as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_was_judged_goes_and_the_next_has_the_focus() {
    browse(|page| {
        let _host = strangers(page, "panels judged", "#review=doubts");
        page.wait_for(".sentences .meta button");
        let labels = page.attributes(".sentences .meta button", "aria-label");
        assert!(labels.len() > 3, "{labels:?}");
        page.eval("document.querySelectorAll('.sentences .meta button')[1].focus()");
        for n in [1, 2] {
            page.key(Key::Enter);
            page.wait(
                "one group less",
                &format!(
                    "document.querySelectorAll('.sentences').length === {}",
                    labels.len() - n
                ),
            );
            page.wait(
                "the next group's button",
                &format!("document.activeElement?.ariaLabel === {}", json!(labels[n + 1])),
            );
        }
    });
}

#[test]
fn a_name_that_was_dropped_leaves_no_other_to_be_dropped() {
    browse(|page| {
        let _host = strangers(page, "panels dropped", "#card=country:GB");
        page.wait_for("[role=dialog] summary");
        let people =
            page.eval("[...document.querySelectorAll('[role=dialog] a[href*=\"card=person\"]')].map(a => a.hash)");
        let first = people[0].as_str().unwrap_or_default().to_owned();
        page.eval(&format!("location.hash = {}", json!(first)));
        page.wait("its names", "document.querySelectorAll('.correct-names li').length > 1");
        page.click("[role=dialog] summary");
        let drops =
            "[...document.querySelectorAll('.correct-names button')].filter(b => b.textContent === 'Not a name')";
        let names = page.count(".correct-names li");
        // The second click of a double click does nothing.
        page.eval(&format!(
            "{drops}[0].dispatchEvent(new MouseEvent('click', {{ bubbles: true, detail: 2 }}))"
        ));
        page.eval(&format!("{drops}[0].focus()"));
        page.key(Key::Enter);
        page.wait(
            "one name less",
            &format!(
                "document.querySelectorAll('.correct-names li').length === {}",
                names - 1
            ),
        );
        page.wait(
            "no button has the focus",
            "document.activeElement?.tagName !== 'BUTTON'",
        );
        assert_eq!(page.text("#panel-title"), focused(page));
        assert_eq!(page.text(".to-corrections"), "Corrections (1)");
    });
}

#[test]
fn a_panel_is_found_where_it_was_left() {
    browse(|page| {
        let _host = strangers(page, "panels left", "#all-sentences=country:GB");
        page.wait("its lines", "document.querySelectorAll('.sentences').length === 12");
        let links = "[...document.querySelectorAll('.panel-body .sentences h3 a')]";
        let tenth = page.eval(&format!("{links}[9].textContent"));
        for back in [true, false] {
            page.eval(&format!("{links}[9].focus()"));
            let top = page.eval("document.querySelector('.panel-body').scrollTop");
            assert!(top.as_f64() > Some(50.0), "{top}");
            page.key(Key::Enter);
            page.wait_for("#article-title");
            page.wait("the panel gone", "!document.querySelector('.panel-body .sentences')");
            if back {
                page.back();
            } else {
                page.key(Key::Escape);
            }
            page.wait(
                "the list again",
                "document.querySelectorAll('.sentences').length === 12",
            );
            page.wait(
                "the line it was opened from",
                &format!("document.activeElement?.textContent === {tenth}"),
            );
            assert_eq!(page.eval("document.querySelector('.panel-body').scrollTop"), top);
        }
    });
}
