//! The whole page by keyboard alone.

use dateline_corpus::Filters;
use dateline_tests::browser::{Key, Page, browse};
use serde_json::json;

use crate::common::{expect_list, listed, open, title_words, truth};

/// What has the focus: an id, a class, a role.
fn focus(page: &Page<'_>) -> String {
    let described = page.eval(
        "(e => [e?.tagName?.toLowerCase(), e?.id && '#' + e.id, e?.getAttribute?.('class') && '.' + e.getAttribute('class')\
         .trim().replace(/\\s+/g, '.'), e?.dataset?.id].filter(Boolean).join(' '))(document.activeElement)",
    );
    described.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_reader_searches_opens_and_returns_without_a_mouse() {
    browse(|page| {
        let _host = open(page, "");
        page.type_text("/");
        page.wait("the focus in the box", "document.activeElement?.id === 'q'");
        assert_eq!(
            page.eval("document.querySelector('#q').value"),
            "",
            "the slash is a command, not a word"
        );
        let word = title_words().remove(0);
        page.type_text(&word);
        expect_list(page, &word, &truth().explore(&word, Filters::default()));
        let ids = listed(page);
        page.key(Key::Down);
        page.wait(
            "the focus on the first hit",
            &format!("document.activeElement?.dataset?.id === {}", json!(ids[0])),
        );
        if let Some(second) = ids.get(1) {
            page.key(Key::Down);
            page.wait(
                "the focus on the second",
                &format!("document.activeElement?.dataset?.id === {}", json!(second)),
            );
            page.key(Key::Up);
            page.wait(
                "the focus on the first again",
                &format!("document.activeElement?.dataset?.id === {}", json!(ids[0])),
            );
        }
        page.key(Key::Enter);
        page.wait(
            "the article with the focus on its title",
            "document.activeElement?.id === 'article-title'",
        );
        page.key(Key::Escape);
        page.wait(
            "the list with the focus where it was",
            &format!("document.activeElement?.dataset?.id === {}", json!(ids[0])),
        );
        page.key(Key::Up);
        page.wait("the focus in the box", "document.activeElement?.id === 'q'");
        // Slash selects what is there, so that the next word replaces it.
        page.key(Key::Escape);
        page.wait("the box left", "document.activeElement?.id !== 'q'");
        page.type_text("/");
        page.type_text(&word[..2]);
        expect_list(page, &word[..2], &truth().explore(&word[..2], Filters::default()));
    });
}

#[test]
fn escape_closes_what_lies_on_top_first() {
    browse(|page| {
        let _host = open(page, "");
        page.click(".results .hit-link");
        page.wait_for("#article-title");
        page.click(".article-text a.mention");
        page.wait(
            "the card with the focus",
            "document.activeElement?.id === 'panel-title'",
        );
        page.key(Key::Escape);
        page.wait_gone("[role=dialog]");
        page.wait(
            "the focus on the mention again",
            "document.activeElement?.matches('.article-text a.mention')",
        );
        assert!(page.has("#article-title"), "the article stays");
        page.key(Key::Escape);
        page.wait_gone("#article-title");
        expect_list(page, "", &truth().all());
    });
}

/// Every control that is drawn.
const CONTROLS: &str = "[...document.querySelectorAll('a[href], button:not([disabled]), input, select, summary, [tabindex=\"0\"]')]\
    .filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))";

#[test]
fn tab_reaches_every_control_in_view_and_leaves_the_page_again() {
    browse(|page| {
        for view in ["", "article=first", "card=country:first"] {
            let all = truth().all();
            let view = match view {
                "article=first" => format!("article={}", all.hits[0].id),
                "card=country:first" => format!("card=country:{}", all.countries[0].code),
                other => other.to_owned(),
            };
            let _host = open(page, &view);
            page.wait_for(".map-svg [tabindex='0'], .mini-map svg");
            if view.starts_with("card") {
                page.wait_for("[role=dialog]");
            }
            page.eval("document.activeElement?.blur()");
            // Radio buttons of one name share one stop, and so do the countries of the map.
            let wanted = page.eval(&format!("{CONTROLS}.length"));
            page.call("window.stops = new Set(); window.unseen = []", vec![]);
            let most = wanted.as_u64().unwrap_or(0) * 2 + 20;
            for _ in 0..most {
                page.key(Key::Tab);
                let left = page.call(
                    "const e = document.activeElement; if (!e || e === document.body) return stops.size > 0; \
                     const s = getComputedStyle(e), name = e.type === 'radio' ? e.name : e; \
                     if (stops.has(name) && e.type !== 'radio' && e.type !== 'date') return true; stops.add(name); \
                     const r = e.getBoundingClientRect(); if (r.bottom < 0 || r.top > innerHeight || r.right < 0 || r.left > innerWidth) \
                       unseen.push(e.outerHTML.slice(0, 120)); return false",
                    vec![],
                );
                if left == true {
                    break;
                }
            }
            let missed = page.eval(&format!("{CONTROLS}.filter(e => !stops.has(e.type === 'radio' ? e.name : e)).map(e => e.outerHTML.slice(0, 120))"));
            assert_eq!(missed, json!([]), "{view}: not reached; at the end: {}", focus(page));
            assert_eq!(
                page.eval("unseen"),
                json!([]),
                "{view}: what has the focus is in the window"
            );
        }
    });
}

#[test]
fn what_has_the_focus_is_seen() {
    browse(|page| {
        let _host = open(page, "");
        page.wait_for(".map-svg [tabindex='0']");
        page.eval("document.activeElement?.blur()");
        for _ in 0..20 {
            page.key(Key::Tab);
            // It, its parts or its neighbours look different once it has lost the focus.
            let seen = page.call(
                "const e = document.activeElement; if (!e || e === document.body) return true; \
                 const look = () => [e, e.parentElement, e.nextElementSibling, ...e.children].filter(Boolean).map(n => { \
                   const s = getComputedStyle(n); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.stroke, \
                   s.strokeWidth, s.borderColor, s.backgroundColor, s.textDecorationLine, s.clipPath, s.transform].join() }).join(); \
                 const focused = look(); e.blur(); const other = look(); e.focus({ preventScroll: true }); return focused !== other",
                vec![],
            );
            assert_eq!(
                seen,
                true,
                "{} has the focus and looks like everything else",
                focus(page)
            );
        }
    });
}

#[test]
fn the_first_stop_skips_to_the_content() {
    browse(|page| {
        let _host = open(page, "");
        page.eval("document.activeElement?.blur()");
        page.key(Key::Tab);
        page.wait("the link over the head", "document.activeElement?.matches('.skip')");
        let (_, top, width, height) = page.rect(".skip");
        assert!(
            top >= 0.0 && width > 10.0 && height > 10.0,
            "it is seen while it has the focus"
        );
        page.key(Key::Enter);
        page.wait(
            "the focus on the results",
            "document.activeElement?.id === 'results-title'",
        );
        assert_eq!(page.eval("location.hash.length < 2"), true, "the address stays");
    });
}

#[test]
fn filters_are_picked_by_keyboard() {
    browse(|page| {
        let _host = open(page, "");
        let country = truth().all().countries[0].clone();
        page.call(
            "document.querySelector(`[aria-labelledby=facet-country] [data-key=${arguments[0]}] input`).focus()",
            vec![json!(country.code.as_str())],
        );
        page.key(Key::Space);
        page.wait_for(".chip-pick");
        assert_eq!(
            page.eval("document.activeElement?.closest('[data-key]')?.dataset.key"),
            json!(country.code.as_str()),
            "the focus stays on the value: {}",
            focus(page)
        );
        page.key(Key::Space);
        page.wait_gone(".chip-pick");
    });
}
