//! Light and dark, less motion, no shift of what is read, and paper.

use dateline_tests::browser::{Kind, Page, Wish, browse, browse_afresh};
use serde_json::json;

use crate::common::{open, title_words, truth};

/// How light the page's ground is, from 0 to 255; without a ground of its own it is white, like paper.
#[track_caller]
fn lightness(page: &Page<'_>) -> f64 {
    let rgb = page.eval(
        "(() => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); \
         c.fillStyle = '#fff'; c.fillRect(0, 0, 1, 1); \
         for (const e of [document.documentElement, document.body]) { \
           c.fillStyle = getComputedStyle(e).backgroundColor; c.fillRect(0, 0, 1, 1) } \
         return [...c.getImageData(0, 0, 1, 1).data] })()",
    );
    (0..3).filter_map(|i| rgb[i].as_f64()).sum::<f64>() / 3.0
}

#[test]
fn the_readers_theme_holds_and_survives_a_reload() {
    browse(|page| {
        let _host = open(page, "");
        for (label, dark) in [("Dark", true), ("Light", false), ("Dark", true)] {
            page.click_text(".theme-choice", label);
            page.wait(
                &format!("the {label} theme"),
                &format!(
                    "document.documentElement.dataset.theme === {}",
                    json!(label.to_lowercase())
                ),
            );
            assert_eq!(lightness(page) < 100.0, dark, "{label}: {}", lightness(page));
            assert_eq!(lightness(page) > 200.0, !dark, "{label}: {}", lightness(page));
            page.reload();
            page.ready();
            assert_eq!(
                lightness(page) < 100.0,
                dark,
                "{label} after a reload: {}",
                lightness(page)
            );
        }
        page.click_text(".theme-choice", "System");
        page.wait("no theme of its own", "!document.documentElement.dataset.theme");
    });
}

#[test]
fn the_system_decides_where_the_reader_has_not() {
    browse_afresh(
        Wish {
            dark: true,
            ..Wish::default()
        },
        |page| {
            let _host = open(page, "");
            assert!(
                lightness(page) < 100.0,
                "a dark system has a dark page: {}",
                lightness(page)
            );
            page.click_text(".theme-choice", "Light");
            page.wait("the light theme", "document.documentElement.dataset.theme === 'light'");
            assert!(lightness(page) > 200.0, "the reader's choice comes first");
        },
    );
}

#[test]
fn nothing_moves_where_the_reader_asks_for_stillness() {
    browse_afresh(
        Wish {
            still: true,
            ..Wish::default()
        },
        |page| {
            let _host = open(page, "");
            page.wait_for(".map-svg [data-country]");
            let moving = "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); \
            const long = t => t.split(',').some(t => parseFloat(t) > 0.01); \
            return s.scrollBehavior === 'smooth' || long(s.transitionDuration) || s.animationName !== 'none' && long(s.animationDuration) })\
            .map(e => e.outerHTML.slice(0, 100)).slice(0, 5)";
            assert_eq!(page.eval(moving), json!([]));
            page.click(".results .hit-link");
            page.wait_for("#article-title");
            assert_eq!(page.eval(moving), json!([]));
            page.eval("scrollTo(0, 0)");
            page.search(&title_words()[0]);
            assert_eq!(
                page.eval("document.getAnimations().filter(a => a.playState === 'running').length"),
                0
            );
        },
    );
}

#[test]
fn what_is_read_does_not_shift() {
    browse(|page| {
        if page.kind() != Kind::Chromium {
            // The other two do not report layout shifts.
            return;
        }
        for fragment in [
            String::new(),
            format!("article={}", truth().all().hits[0].id),
            "view=table".into(),
        ] {
            let _host = open(page, &fragment);
            page.wait_for(".map-svg [data-country], .mini-map svg, .map-table");
            let shifts = page.call_until(
                "const done = arguments[arguments.length - 1]; \
                 const o = new PerformanceObserver(() => {}); o.observe({ type: 'layout-shift', buffered: true }); \
                 setTimeout(() => done(o.takeRecords().filter(s => s.value > 0.001).map(s => [s.value, s.sources.map(x => \
                 x.node?.outerHTML?.slice(0, 120))])), 500)",
                vec![],
            );
            assert_eq!(shifts, json!([]), "#{fragment}");
        }
    });
}

#[test]
fn an_article_on_paper_is_the_article() {
    browse(|page| {
        if page.kind() != Kind::Chromium {
            // The other two cannot be told to lay out for paper.
            return;
        }
        let _host = open(page, &format!("article={}", truth().all().hits[0].id));
        page.wait_for("#article-title");
        let media = |name: &str| {
            page.command(
                "goog/cdp/execute",
                json!({ "cmd": "Emulation.setEmulatedMedia", "params": { "media": name } }),
            );
        };
        media("print");
        let shown =
            |css: &str| page.eval(&format!("!!document.querySelector({})?.checkVisibility()", json!(css))) == true;
        assert!(
            shown("#article-title") && shown(".article-text"),
            "the article is printed"
        );
        for css in ["#q", ".theme-switch", ".reader-bar", ".switches"] {
            assert!(!shown(css), "{css} is of no use on paper");
        }
        let dark = lightness(page);
        media("");
        assert!(dark > 200.0, "paper is white: {dark}");
    });
}
