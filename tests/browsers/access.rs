//! No view breaks a rule of axe-core, in either theme, on either width.

use dateline_tests::browser::{Fault, Page, Site, browse, npm};
use dateline_tests::views::views;
use serde_json::{Value, json};

use crate::common::{site, truth};

/// Runs every rule that axe-core has on by default and expects no violation.
#[track_caller]
fn expect_no_violation(page: &Page<'_>, view: &str) {
    let path = npm("axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    // Animations on the way would be judged half transparent.
    page.wait(
        "a page at rest",
        "document.getAnimations().every(a => a.playState !== 'running')",
    );
    let run = "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'], preload: false })\
        .then(r => done(r.violations.map(v => `${v.id}: ${v.help}: ` + v.nodes.map(n => n.html.slice(0, 200) + ' ' + \
        (n.failureSummary || '').replace(/\\s+/g, ' ')).slice(0, 4).join(' | '))), e => done(['axe: ' + e]))";
    let found = page.call_until(&format!("{axe};\n{run}"), vec![]);
    let found: Vec<&str> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(found.is_empty(), "{view}: {found:#?}");
}

/// Every view in a theme and a width.
fn check(theme: &str, width: u32) {
    browse(|page| {
        let host = Site::of(site()).open();
        for view in views(truth()) {
            page.open_sized(&host, &view.fragment, width, 850);
            page.wait_for(view.shows);
            page.call(
                "document.documentElement.dataset.theme = arguments[0]",
                vec![json!(theme)],
            );
            expect_no_violation(page, &format!("{} in {theme} at {width}", view.name));
        }
    });
}

#[test]
fn no_violation_in_any_view_in_the_light_theme() {
    check("light", 1280);
}

#[test]
fn no_violation_in_any_view_in_the_dark_theme() {
    check("dark", 1280);
}

#[test]
fn no_violation_in_any_view_on_a_phone() {
    check("light", 390);
}

#[test]
fn no_violation_in_any_view_on_a_phone_in_the_dark_theme() {
    check("dark", 390);
}

#[test]
fn no_violation_while_reading_without_the_program_or_after_it_failed() {
    browse(|page| {
        let host = Site::of(site()).open();
        page.goto(&host.url("articles.html"));
        page.wait_for(".plain-list");
        expect_no_violation(page, "the plain list");
        for (ending, fault) in [(".wasm", Fault::Missing), (".wasm", Fault::Flipped(2000))] {
            let host = Site::of(site()).broken(ending, fault.clone()).open();
            page.goto(&host.url(""));
            page.wait_for("[role=alert]");
            expect_no_violation(page, &format!("{fault:?}"));
        }
        page.forgive();
    });
}
